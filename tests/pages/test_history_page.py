"""The history page: who brought what in, taking it back and putting it back, and one value's versions."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from atlas.access import THIS_MACHINE, Action, Actor
from atlas.datasets import Dataset
from atlas.language import LANGUAGES
from atlas.store import State
from atlas.ui import history_action, history_batches, state
from atlas.workspace import Workspace
from tests.office import CHEN, PRIVATE, SUN, WANG, noon, office, send
from tests.pages.conftest import OpenPage
from tests.pages.reading import complaints, failures, html_of, text_of

MEASURE = "legal_aid_cases"
GUIYANG = [("520102", MEASURE, "2025-03", 12), ("520103", MEASURE, "2025-03", 7)]
HOSTILE = "<script>alert(1)</script>"
Sit = Callable[[Actor | None], None]


@pytest.fixture
def work(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """An office in which one file came in and another waits for release."""
    own = office(workspace, tmp_path)
    monkeypatch.setattr(state, "open_workspace", lambda: own)
    send(own, CHEN, "march.csv", GUIYANG, noon(5), "by phone")
    send(own, SUN, "zunyi.csv", [("520302", MEASURE, "2025-03", 30)], noon(6))
    return own


@pytest.fixture
def sit(monkeypatch: pytest.MonkeyPatch) -> Sit:
    """Puts somebody in front of the page."""

    def seated(actor: Actor | None) -> None:
        for module in (history_batches, history_action):
            monkeypatch.setattr(module, "current_actor", lambda: actor)

    return seated


def history(open_page: OpenPage, **query: str) -> AppTest:
    return open_page("history", **{"lang": "en", "dataset": "demonstration", **query})


def keys(app: AppTest) -> set[str]:
    """The buttons that do something to a batch."""
    known = {f"{action}-{name}" for action in Action for name in BATCHES}
    return known & {str(button.key) for button in app.button}


BATCHES = ("march.csv", "zunyi.csv")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_log_says_who_brought_what_and_when(
    work: Workspace, open_page: OpenPage, sit: Sit, lang: str
) -> None:
    sit(None)
    app = history(open_page, lang=lang)
    assert failures(app) == []
    assert complaints(app) == []
    page = html_of(app)
    assert page.index("zunyi.csv") < page.index("march.csv")
    for part in ("chen.li", "by phone", work.store(Dataset.DEMONSTRATION).batch("march.csv").sha256):
        assert part in page
    assert "{" not in text_of(app)
    assert keys(app) == set()
    if lang == "zh":
        assert not re.search(
            r"\b(the|and|figures|units|counts)\b", re.sub("<style>.*?</style>", "", text_of(app))
        )


@pytest.mark.parametrize(
    ("actor", "offered"),
    [
        (None, set()),
        (CHEN, {"undo-march.csv"}),
        (SUN, {"withdraw-zunyi.csv"}),
        (WANG, {"undo-march.csv", "release-zunyi.csv", "decline-zunyi.csv"}),
    ],
    ids=["nobody", "the contributor", "another contributor", "the reviewer"],
)
def test_only_what_a_person_may_do_is_offered(
    work: Workspace, open_page: OpenPage, sit: Sit, actor: Actor | None, offered: set[str]
) -> None:
    sit(actor)
    assert keys(history(open_page)) == offered


def test_a_batch_is_taken_back_with_a_reason_and_put_back(
    work: Workspace, open_page: OpenPage, sit: Sit
) -> None:
    sit(CHEN)
    store = work.store(Dataset.DEMONSTRATION)
    app = history(open_page)
    app.button(key="undo-march.csv").click().run()
    assert "2 figures no longer count (Nanming District and Yunyan District)" in text_of(app)
    app.text_input(key="reason-undo-march.csv").input("wrong unit")
    app.button(key="history-confirm").click().run()
    assert failures(app) == []
    assert "“march.csv” has been taken back" in text_of(app)
    last = store.batch("march.csv").events[-1]
    assert (last.event, last.by, last.reason) == (State.UNDONE, "chen.li", "wrong unit")
    assert keys(app) == {"redo-march.csv"}
    app.button(key="redo-march.csv").click().run()
    assert "has been taken back" not in text_of(app)
    app.text_input(key="reason-redo-march.csv").input("it was right")
    app.button(key="history-confirm").click().run()
    assert store.batch("march.csv").state is State.ACCEPTED
    assert keys(app) == {"undo-march.csv"}


@pytest.mark.parametrize("reason", ["", "   "])
def test_nothing_is_taken_back_without_a_reason(
    work: Workspace, open_page: OpenPage, sit: Sit, reason: str
) -> None:
    sit(CHEN)
    app = history(open_page)
    app.button(key="undo-march.csv").click().run()
    app.text_input(key="reason-undo-march.csv").input(reason)
    app.button(key="history-confirm").click().run()
    assert [warning.value[:7] for warning in app.warning] == ["Say why"]
    assert work.store(Dataset.DEMONSTRATION).batch("march.csv").state is State.ACCEPTED
    app.button(key="history-cancel").click().run()
    assert "history-confirm" not in {button.key for button in app.button}


@pytest.mark.parametrize(("action", "after"), [("release", State.ACCEPTED), ("decline", State.DECLINED)])
def test_a_reviewer_releases_or_declines_what_waits(
    work: Workspace, open_page: OpenPage, sit: Sit, action: str, after: State
) -> None:
    sit(WANG)
    app = history(open_page)
    app.button(key=f"{action}-zunyi.csv").click().run()
    app.text_input(key=f"reason-{action}-zunyi.csv").input("seen")
    app.button(key="history-confirm").click().run()
    assert failures(app) == []
    assert work.store(Dataset.DEMONSTRATION).batch("zunyi.csv").state is after


def test_a_contributor_withdraws_what_they_submitted(work: Workspace, open_page: OpenPage, sit: Sit) -> None:
    sit(SUN)
    app = history(open_page)
    app.button(key="withdraw-zunyi.csv").click().run()
    app.button(key="history-confirm").click().run()
    assert [warning.value[:7] for warning in app.warning] == ["Say why"]
    app.text_input(key="reason-withdraw-zunyi.csv").input("a county is missing")
    app.button(key="history-confirm").click().run()
    assert failures(app) == []
    assert "“zunyi.csv” has been withdrawn" in text_of(app)
    last = work.store(Dataset.DEMONSTRATION).batch("zunyi.csv").events[-1]
    assert (last.event, last.by, last.reason) == (State.WITHDRAWN, "sun.yi", "a county is missing")
    assert keys(app) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("button", ["review", "release", "decline"])
def test_nobody_decides_about_what_they_have_not_seen(
    work: Workspace, open_page: OpenPage, sit: Sit, button: str, lang: str
) -> None:
    """Opening the form shows old and new values, as does a button of its own; a second click closes it."""
    sit(WANG)
    app = history(open_page, lang=lang)
    assert "atlas-counts" not in html_of(app)
    app.button(key=f"{button}-zunyi.csv").click().run()
    assert failures(app) == []
    page = html_of(app)
    assert page.count("atlas-counts") >= 1
    assert '<li class="atlas-count-new"><b>1</b>' in page
    table = app.dataframe[0].value
    assert {30} <= set(table.iloc[:, 3])
    app.button(key="review-zunyi.csv").click().run()
    assert failures(app) == []
    assert '<li class="atlas-count-new">' not in html_of(app)


def test_the_store_refuses_what_the_page_no_longer_may(
    work: Workspace, open_page: OpenPage, sit: Sit
) -> None:
    sit(CHEN)
    app = history(open_page)
    app.button(key="undo-march.csv").click().run()
    app.text_input(key="reason-undo-march.csv").input("wrong unit")
    sit(SUN)
    app.button(key="history-confirm").click().run()
    assert any("sun.yi may not do this" in sentence for sentence in complaints(app))
    assert work.store(Dataset.DEMONSTRATION).batch("march.csv").state is State.ACCEPTED


def test_of_two_who_take_a_batch_back_the_second_is_told(
    work: Workspace, open_page: OpenPage, sit: Sit
) -> None:
    sit(CHEN)
    app = history(open_page)
    app.button(key="undo-march.csv").click().run()
    app.text_input(key="reason-undo-march.csv").input("wrong unit")
    work.store(Dataset.DEMONSTRATION).undo("march.csv", WANG, "I was first")
    app.button(key="history-confirm").click().run()
    assert failures(app) == []
    assert any("undone already" in sentence for sentence in complaints(app))
    assert len(work.store(Dataset.DEMONSTRATION).batch("march.csv").events) == 3


def test_names_files_and_remarks_are_text_whatever_they_contain(
    work: Workspace, open_page: OpenPage, sit: Sit
) -> None:
    sit(WANG)
    villain = Actor(HOSTILE, CHEN.role, CHEN.divisions)
    send(work, villain, f"{HOSTILE}.csv", [("520102", MEASURE, "2025-04", 1)], noon(7), f"{HOSTILE} **bold**")
    work.store(Dataset.DEMONSTRATION).undo(f"{HOSTILE}.csv", WANG, HOSTILE)
    app = history(open_page)
    assert failures(app) == []
    assert HOSTILE not in html_of(app)
    assert html_of(app).count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 4
    one = history(open_page, division="520102", measure=MEASURE, period="2025-04")
    assert HOSTILE not in html_of(one)
    assert "&lt;script&gt;" in html_of(one)


def test_the_original_file_is_given_back_byte_by_byte(work: Workspace, open_page: OpenPage, sit: Sit) -> None:
    sit(None)
    app = history(open_page)
    buttons = app.get("download_button")
    assert [button.label for button in buttons] == ["Original file", "Original file"]
    assert work.store(Dataset.DEMONSTRATION).original("march.csv") == ("march.csv", b"file march.csv")


def test_the_log_is_narrowed_by_state_and_by_person(work: Workspace, open_page: OpenPage, sit: Sit) -> None:
    sit(None)
    app = history(open_page)
    app.selectbox(key="history-person").select("sun.yi").run()
    assert "zunyi.csv" in html_of(app)
    assert "march.csv" not in html_of(app)
    app.selectbox(key="history-person").select("").run()
    app.get("button_group")[-1].set_value(State.ACCEPTED).run()
    assert failures(app) == []
    assert "march.csv" in html_of(app)
    assert "zunyi.csv" not in html_of(app)


def test_a_link_to_one_batch_shows_it_alone_and_leads_back_to_all(
    work: Workspace, open_page: OpenPage, sit: Sit
) -> None:
    sit(None)
    app = history(open_page, batch="march.csv")
    assert "zunyi.csv" not in html_of(app)
    app.button(key="history-all").click().run()
    assert "zunyi.csv" in html_of(app)


def test_an_empty_history_says_how_it_fills(
    workspace: Workspace, open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = office(workspace, tmp_path, PRIVATE)
    monkeypatch.setattr(state, "open_workspace", lambda: own)
    app = history(open_page)
    assert failures(app) == []
    assert "Nothing has been uploaded into this dataset yet" in text_of(app)


def test_the_published_figures_are_the_atlas_own_and_are_not_offered_for_undoing(
    workspace: Workspace, open_page: OpenPage, sit: Sit
) -> None:
    sit(THIS_MACHINE)
    app = history(open_page, dataset="published")
    assert "the atlas itself" in text_of(app)
    assert not [button for button in app.button if str(button.key).startswith("undo-")]


def test_a_long_log_is_shown_in_parts(work: Workspace, open_page: OpenPage, sit: Sit) -> None:
    sit(None)
    for place in range(22):
        send(work, CHEN, f"file-{place:02}", [("520102", MEASURE, "2025-03", place)], noon(7))
    app = history(open_page)
    assert "file-21" in html_of(app)
    assert "march.csv" not in html_of(app)
    app.button(key="history-more").click().run()
    assert "march.csv" in html_of(app)
    assert "history-more" not in {button.key for button in app.button}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_value_shows_its_versions_and_another_is_asked_for(
    work: Workspace, open_page: OpenPage, sit: Sit, lang: str
) -> None:
    sit(None)
    send(
        work,
        CHEN,
        "again.csv",
        [("520102", MEASURE, "2025-03", 15), ("520102", MEASURE, "2025-04", 4)],
        noon(8),
    )
    app = history(open_page, lang=lang, division="520102", measure=MEASURE, period="2025-03")
    assert failures(app) == []
    assert complaints(app) == []
    page = html_of(app)
    assert page.index("again.csv") < page.index("march.csv")
    assert page.count('<li class="atlas-holds">') == 1
    assert "{" not in text_of(app)
    app.selectbox(key="history-period").select("2025-04").run()
    assert app.query_params["when"] == "2025-04"
    assert "march.csv" not in html_of(app)
    app.selectbox(key="history-measure").select("lawyers").run()
    assert failures(app) == []
    app.button(key=f"language-{'en' if lang == 'zh' else 'zh'}").click().run()
    assert app.query_params["measure"] == "lawyers"


def test_the_parts_of_the_page_lead_to_each_other(work: Workspace, open_page: OpenPage, sit: Sit) -> None:
    sit(None)
    app = history(open_page, division="520102", indicator=MEASURE)
    app.segmented_control(key="history-part").set_value("One value").run()
    assert app.query_params["measure"] == MEASURE
    assert "Nanming District" in text_of(app)
    app.segmented_control(key="history-part").set_value("Batches").run()
    assert "measure" not in app.query_params
    assert "march.csv" in html_of(app)


def test_a_link_with_faults_is_answered_with_sentences(
    work: Workspace, open_page: OpenPage, sit: Sit
) -> None:
    sit(None)
    app = history(open_page, measure=HOSTILE, unit="x", when="soon")
    assert failures(app) == []
    sentences = " ".join(complaints(app))
    for named in ("“x”", "soon", "no measure"):
        assert named in sentences
