"""What the upload page keeps for a visit: the file given, and the result of checking it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from atlas.access import Actor
from atlas.datasets import Dataset
from atlas.definitions import Indicator
from atlas.language import Language
from atlas.office_time import today
from atlas.periods import Period
from atlas.problems import AtlasError, Problem
from atlas.ui.sign_in import current_actor
from atlas.ui.state import selection, workspace
from atlas.uploads import check_file, submit
from atlas.validate import Checked
from atlas.views.upload_map import ChangeMap
from atlas.views.upload_preview import Preview, preview, preview_map

GIVEN, RESULT, MAP, PROBLEMS, TURN, PERIOD, AGAIN = (
    f"upload-{name}" for name in ("given", "result", "map", "problems", "turn", "period-stated", "second")
)

MOST_TRIED = 6
LARGE = 150_000
"""Bytes of a file with some 10,000 rows."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was given."""

    name: str
    content: bytes
    sha256: str


@dataclass(frozen=True, eq=False)
class Result:
    """A file checked and compared; `key` says with what."""

    key: object
    checked: Checked
    shown: Preview


def turn() -> int:
    """How many drop zones there were before this one."""
    return int(st.session_state.get(TURN, 0))


def next_file() -> None:
    """Forget the file, so that another one can be given."""
    st.session_state[TURN] = turn() + 1
    for name in (GIVEN, RESULT, MAP, PERIOD, AGAIN):
        st.session_state.pop(name, None)


def given_file(uploaded: UploadedFile) -> Given:
    """The file's bytes and digest, read once."""
    kept = st.session_state.get(GIVEN)
    if kept is None or kept[0] != uploaded.file_id:
        content = uploaded.getvalue()
        digest = hashlib.sha256(content).hexdigest()
        kept = (uploaded.file_id, Given(uploaded.name, content, digest))
        st.session_state[GIVEN] = kept
        st.session_state.pop(RESULT, None)
    given: Given = kept[1]
    return given


def last_result(given: Given) -> Result | None:
    """What was found when the file was checked in this visit."""
    result: Result | None = st.session_state.get(RESULT)
    return result if result is not None and result.checked.intake.file.sha256 == given.sha256 else None


def stated_period() -> Period | None:
    """The period chosen on the page for a file that names none."""
    code = st.session_state.get(PERIOD)
    return Period.parse(code) if code else None


def checked_file(given: Given, actor: Actor, language: Language) -> Result:
    """The result for the file; checked anew only when something that it depends on has changed.

    Raises:
        AtlasError: the file cannot be used at all.
    """
    dataset = selection().dataset
    store = workspace().store(dataset)
    period = stated_period()
    key = (given.sha256, dataset, period, actor, store.version, store.aliases(), today())
    kept: Result | None = st.session_state.get(RESULT)
    if kept is not None and kept.key == key:
        return kept
    place = st.empty()
    try:
        progress = _progress(place, len(given.content) >= LARGE, language)
        checked = check_file(
            workspace(), dataset, given.content, given.name, actor, period=period, progress=progress
        )
        result = Result(key, checked, preview(workspace(), dataset, checked))
    finally:
        place.empty()
    st.session_state[RESULT] = result
    return result


def check_again(given: Given) -> None:
    """Look at a file that is in already as if it were new: what stayed out may be sound by now."""
    st.session_state[AGAIN] = given.sha256


def is_checked_again(given: Given) -> bool:
    """Whether somebody asked for that."""
    return bool(st.session_state.get(AGAIN) == given.sha256)


def accept(given: Given, result: Result, remark: str) -> None:
    """Bring the sound figures in. Whoever is at the page now acts: rights may have changed meanwhile."""
    dataset, actor = selection().dataset, current_actor()
    if actor is not None:
        keep_problems(lambda: submit(workspace(), dataset, result.checked, given.content, actor, remark))
        st.session_state.pop(AGAIN, None)


def map_of(shown: Preview, indicator: Indicator, dataset: Dataset) -> ChangeMap | None:
    """The two small maps of an indicator, computed once."""
    kept = st.session_state.get(MAP)
    if kept is None or kept[0] is not shown or kept[1] != indicator.id:
        kept = (shown, indicator.id, preview_map(workspace(), dataset, shown, indicator))
        st.session_state[MAP] = kept
    drawn: ChangeMap | None = kept[2]
    return drawn


def first_to_map(shown: Preview, dataset: Dataset) -> int:
    """The place of the first indicator that changes on the map, not only in total; 0 if none does."""
    key = f"{MAP}-first"
    kept = st.session_state.get(key)
    if kept is None or kept[0] is not shown:
        offered = shown.mapped[:MOST_TRIED]
        maps = (preview_map(workspace(), dataset, shown, each) for each in offered)
        first = next((place for place, each in enumerate(maps) if each is not None and each.changed), 0)
        kept = st.session_state[key] = (shown, first)
    place: int = kept[1]
    return place


def _progress(place: DeltaGenerator, is_large: bool, language: Language) -> Callable[[float], None]:
    """Draws a bar for a file of some 10,000 rows or more; a smaller one is done before it is seen."""

    def progress(share: float) -> None:
        if is_large and share < 1:
            place.progress(max(share, 0.0), text=language.text("Checking the file…"))

    return progress


def keep_problems(action: Callable[[], object]) -> None:
    """Run what a button does; what stops it is said on the page."""
    try:
        action()
    except AtlasError as error:
        st.session_state[PROBLEMS] = error.problems


def take_problems() -> tuple[Problem, ...]:
    """What stopped the last button, once."""
    problems: tuple[Problem, ...] = st.session_state.pop(PROBLEMS, ())
    return problems
