"""The way to a target in words: where it stands, what is needed, and what is honestly not known."""

from dataclasses import replace

import pytest

from atlas.indicators.pathway import Progress
from atlas.language import LANGUAGES, Language
from atlas.views.profile.pathway_words import no_pathway_text, pathway_text, progress_text, target_text
from tests.views.profile.by_hand import aimed


@pytest.mark.parametrize(
    ("progress", "sentence"),
    [
        (Progress.REACHED, "Reached: 95% in 2025."),
        (
            Progress.ON_PACE,
            "95% in 2025: 5.00 percentage points short, with 12 months left. On pace: needs 0.40 percentage "
            "points a month, reached 0.10.",
        ),
        (
            Progress.BEHIND,
            "95% in 2025: 5.00 percentage points short, with 12 months left. Behind: needs 0.40 percentage "
            "points a month, reached 0.10.",
        ),
        (
            Progress.OVERDUE,
            "The date, 31 December 2026, is past, and the target is not reached: 95% in 2025, 5.00 "
            "percentage points short. In the last twelve months it moved by 0.10 percentage points a month.",
        ),
        (
            Progress.UNTOLD,
            "The date, 31 December 2026, is past. The last figure known is older: 95% in 2025, 5.00 "
            "percentage points short.",
        ),
        (
            Progress.UNKNOWN,
            "95% in 2025: 5.00 percentage points short, with 12 months left. Needs 0.40 percentage points a "
            "month; no figure twelve months earlier says at what pace it goes.",
        ),
    ],
)
def test_a_pathway_in_words(progress: Progress, sentence: str) -> None:
    entry = aimed(progress)
    assert entry.pathway is not None
    needed = 0.4 if progress in (Progress.ON_PACE, Progress.BEHIND, Progress.UNKNOWN) else None
    entry = replace(entry, pathway=replace(entry.pathway, needed=needed))
    assert pathway_text(entry, Language("en")) == sentence


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("progress", list(Progress))
def test_every_progress_has_words(progress: Progress, lang: str) -> None:
    words = Language(lang)
    assert progress_text(progress, words)
    said = pathway_text(aimed(progress), words)
    assert said
    assert "{" not in said
    assert (lang == "zh") != said.isascii()


def test_a_target_without_a_value_is_named_with_its_date() -> None:
    entry = aimed(None)
    words = Language("en")
    assert target_text(entry, words) == "100% by 31 December 2026"
    assert no_pathway_text([entry], words) == (
        "No figure to hold against its target: Name (100% by 31 December 2026)."
    )
    assert no_pathway_text([], words) == ""
