"""The sentence says who is ahead, and never more about chance than the figures allow."""

from dataclasses import dataclass
from typing import Any

import pytest

from atlas.language import LANGUAGES, Language
from atlas.views.comparison.words import compared_sentence
from atlas.workspace import Workspace
from tests.views.comparison.conftest import WithFigures, compared_at

RATE = "mediation_success_rate"


def mediated(code: str, disputes: float, solved: float, period: str = "2024") -> list[tuple[Any, ...]]:
    """Disputes, and how many were mediated successfully."""
    return [
        (code, "disputes_mediated", period, disputes),
        (code, "disputes_mediated_successfully", period, solved),
    ]


COUNTRY = mediated("000000", 100_000, 96_000)


@dataclass(frozen=True)
class Case:
    """Figures, what is asked of them, and sentences that must and must not be said."""

    reason: str
    figures: list[tuple[Any, ...]]
    said: tuple[str, ...]
    unsaid: tuple[str, ...] = ()
    link: tuple[tuple[str, str], ...] = ()
    codes: tuple[str, ...] = ("110000", "310000", "540000")


CASES = [
    Case(
        "a lead that chance does not explain",
        [
            *mediated("110000", 10_000, 9_900),
            *mediated("310000", 10_000, 9_600),
            *mediated("540000", 10_000, 9_000),
            *COUNTRY,
        ],
        (
            "Mediation success rate, 2024: Beijing is ahead with 99.0%, Tibet comes last with 90.0%.",
            "Chance does not explain the lead of Beijing.",
            "Against China with 96.0%, better: Beijing; similar: Shanghai; worse: Tibet.",
        ),
    ),
    Case(
        "a lead on some that may be chance",
        [*mediated("110000", 100, 99), *mediated("310000", 100, 98), *mediated("540000", 100, 50)],
        ("Chance may explain the lead of Beijing on Shanghai, but not that on the others.",),
        ("Against",),
    ),
    Case(
        "differences that are all within chance",
        [*mediated("110000", 10, 9), *mediated("310000", 10, 8), *mediated("540000", 10, 7)],
        ("Chance alone may explain these differences.",),
    ),
    Case(
        "the same everywhere",
        [*mediated("110000", 10, 9), *mediated("310000", 100, 90), *mediated("540000", 1000, 900)],
        ("the same value in all, 90.0%.",),
        ("Chance", "ahead"),
    ),
    Case(
        "one division only",
        mediated("110000", 100, 99),
        ("Mediation success rate, 2024: 99.0% in Beijing.",),
        ("Chance", "ahead", "only"),
        codes=("110000",),
    ),
    Case(
        "one that has a figure among others",
        mediated("110000", 100, 99),
        ("only Beijing has a figure, 99.0%.", "Shanghai and Tibet: no data."),
        ("ahead",),
    ),
    Case(
        "no figures at all",
        [],
        ("Mediation success rate, 2024: none of those compared has a figure.",),
        ("Chance", "no data"),
    ),
    Case(
        "all suppressed",
        [
            row
            for code in ("110000", "310000", "540000")
            for row in (
                (code, "disputes_mediated", "2024", "suppressed"),
                (code, "disputes_mediated_successfully", "2024", "suppressed"),
            )
        ],
        (
            "none of those compared has a figure that can be shown. 3 figures are withheld: they could "
            "identify people",
        ),
        ("Chance",),
    ),
    Case(
        "some suppressed, the others without a figure",
        [
            ("310000", "disputes_mediated", "2024", "suppressed"),
            ("310000", "disputes_mediated_successfully", "2024", "suppressed"),
        ],
        ("can be shown. Beijing and Tibet: no data; Shanghai: suppressed.", "1 figure is withheld"),
    ),
    Case(
        "some suppressed",
        [
            *mediated("110000", 100, 99),
            ("310000", "disputes_mediated", "2024", "suppressed"),
            ("310000", "disputes_mediated_successfully", "2024", "suppressed"),
        ],
        ("only Beijing has a figure", "Shanghai: suppressed; Tibet: no data."),
    ),
    Case(
        "a denominator of zero",
        [*mediated("110000", 100, 99), *mediated("310000", 0, 0), *mediated("540000", 100, 90)],
        ("Beijing is ahead", "Tibet comes last", "Shanghai: not applicable."),
    ),
    Case(
        "an indicator without an interval",
        [("110000", "lawyers", "2024", 500), ("310000", "lawyers", "2024", 400)],
        ("highest in Beijing with 500\u2009people, lowest in Shanghai with 400\u2009people.", "full counts"),
        ("ahead", "Against", "does not explain"),
        (("indicator", "lawyers"),),
    ),
    Case(
        "rates of which only the quotient is known",
        [
            ("110000", "mediation_success_rate", "2024", 99),
            ("310000", "mediation_success_rate", "2024", 97),
        ],
        ("The counts behind these rates are not known",),
        ("full counts",),
    ),
    Case(
        "no common period: dates that lie years apart",
        [
            *mediated("110000", 10_000, 9_900, "2019"),
            *mediated("310000", 10_000, 9_000, "2024"),
            *COUNTRY,
        ],
        (
            "Beijing is ahead with 99.0% (2019), Shanghai comes last with 90.0% (2024).",
            "The figures are of different dates, 2019 to 2024: read the dates first.",
            "worse: Shanghai.",
            "Beijing cannot be judged against China, whose latest figure is of 2024.",
        ),
        ("Chance", "better"),
        (("period", "latest"),),
    ),
    Case(
        "a plain comparison keeps to one time as a verdict does",
        [
            ("110000", "mediation_success_rate", "2019", 99),
            ("310000", "mediation_success_rate", "2024", 90),
            ("000000", "mediation_success_rate", "2024", 95),
        ],
        (
            "(2024). The figures are of different dates, 2019 to 2024: read the dates first.",
            "below: Shanghai.",
            "Beijing cannot be judged against China, whose latest figure is of 2024.",
        ),
        ("above",),
        (("period", "latest"),),
    ),
    Case(
        "a benchmark of another time than all of them",
        [
            ("110000", "mediation_success_rate", "2019", 99),
            ("310000", "mediation_success_rate", "2019", 90),
            ("000000", "mediation_success_rate", "2024", 95),
        ],
        ("Beijing and Shanghai cannot be judged against China, whose latest figure is of 2024.",),
        ("Against", "different dates"),
        (("period", "latest"),),
    ),
    Case(
        "rates stated by their sources of which the counts are known",
        [
            *(
                row
                for code, rate in (("110000", 4.5), ("310000", 3.8))
                for row in (
                    (code, "lawyers_per_10k", "2024", rate),
                    (code, "lawyers", "2024", 10_000),
                    (code, "population", "2024", 22_000_000),
                )
            ),
        ],
        ("These are full counts, not samples",),
        ("not known",),
        (("indicator", "lawyers_per_10k"),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.reason.replace(" ", "-"))
def test_the_sentence_says_what_the_figures_allow(case: Case, with_figures: WithFigures) -> None:
    workspace = with_figures(case.figures)
    link = {"indicator": RATE, "period": "2024", **dict(case.link)}
    text = compared_sentence(workspace, compared_at(workspace, *case.codes, **link), Language("en"))
    for part in case.said:
        assert part in text
    for part in case.unsaid:
        assert part not in text
    chinese = compared_sentence(workspace, compared_at(workspace, *case.codes, **link), Language("zh"))
    assert chinese.endswith("。")
    assert "{" not in text + chinese


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("dataset", ["published", "demonstration"])
def test_every_indicator_has_a_sentence(demonstration: Workspace, dataset: str, lang: str) -> None:
    for indicator in demonstration.definitions.indicators:
        compared = compared_at(demonstration, "110000", "310000", dataset=dataset, indicator=indicator)
        text = compared_sentence(demonstration, compared, Language(lang))
        assert text.endswith("。" if lang == "zh" else "."), indicator
        assert "{" not in text
