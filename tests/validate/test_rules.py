"""What each rule finds: the smallest file that breaks it, and the nearest one that does not."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from atlas.findings import Severity
from atlas.ingest.spreadsheet.intake import Intake
from atlas.language import Language
from atlas.language.catalogue import translations
from atlas.validate import CHECKING_RULES
from atlas.views.finding_text import remedy_of, sentence_of
from tests.validate.spreadsheets import Cell, figures, found, intake, judged, totals, wide

GUIYANG, NANMING, YUNYAN, HUAXI = "520100", "520102", "520103", "520111"
TAIWAN, ELSEWHERE = "710000", "110101"
OCTOBER = "2026-10"
MONTHS = [f"2026-{month:02d}" for month in range(1, 10)]


def lawyers(value: float | str, division: str = NANMING, period: str = OCTOBER) -> Cell:
    return division, "lawyers", period, value


def history(*values: float, measure: str = "lawyers") -> list[Cell]:
    return [(NANMING, measure, period, value) for period, value in zip(MONTHS, values, strict=False)]


COUNTIES = [
    "520102", "520103", "520111", "520112", "520113", "520115", "520121", "520122", "520123", "520181",
]  # fmt: skip


@dataclass(frozen=True)
class Example:
    """`where` lists row, column and value of what is found; in `sound` nothing is, for the reason given."""

    rule: str
    faulty: Intake
    where: Sequence[tuple[int, int, str]]
    sound: Intake
    reason: str
    accepted: Sequence[Cell] = ()
    inside: str = ""


EXAMPLES = [
    Example(
        "outside_your_part",
        intake(figures([lawyers(5), lawyers(5, ELSEWHERE)])),
        [(3, 1, ELSEWHERE)],
        intake(figures([lawyers(5), lawyers(5, YUNYAN)])),
        "both lie in the uploader's province",
        inside="52",
    ),
    Example(
        "outside_reporting",
        intake(figures([lawyers(5, TAIWAN)])),
        [(2, 1, TAIWAN)],
        intake(figures([lawyers(5, "650000")])),
        "a province reports",
    ),
    Example(
        "future_period",
        intake(figures([lawyers(5, period="2026-12"), lawyers(6, period="2026")])),
        [(2, 2, "2026-12"), (3, 2, "2026")],
        intake(figures([lawyers(5, period="2026-11"), lawyers(6, period="2026-Q3")])),
        "the current month is reported before it ends; the third quarter is over",
    ),
    Example(
        "duplicate_differs",
        intake(figures([lawyers(5), lawyers(5, YUNYAN), lawyers(6), lawyers(5)])),
        [(2, 4, "5"), (4, 4, "6"), (5, 4, "5")],
        intake(figures([lawyers(5), lawyers(6, YUNYAN), lawyers(6, period="2026-09")])),
        "another division, another month",
    ),
    Example(
        "duplicate_same",
        intake(figures([lawyers(5), lawyers("—"), lawyers(5)])),
        [(4, 4, "5")],
        intake(figures([lawyers(5), lawyers("—")])),
        "an empty cell repeats nothing",
    ),
    Example(
        "counted_by_atlas",
        intake(figures([(GUIYANG, "county_units", OCTOBER, 10)])),
        [(2, 4, "10")],
        intake(figures([(GUIYANG, "centres_county", OCTOBER, 10)])),
        "centres are reported",
    ),
    Example(
        "negative",
        intake(figures([lawyers(-1)])),
        [(2, 4, "-1")],
        intake(figures([("520000", "lawyers_growth_rate", "2025", -1.5), lawyers(0)])),
        "a rate of change may fall; nothing is below zero in 0",
    ),
    Example(
        "fraction",
        intake(figures([lawyers(0.5), (NANMING, "legal_aid_cases", OCTOBER, 12.25)])),
        [(2, 4, "0.5"), (3, 4, "12.25")],
        intake(
            figures(
                [
                    (NANMING, "legal_aid_recovered_cny", OCTOBER, 12.25),
                    (GUIYANG, "full_time_mediators_per_township", "2025", 2.5),
                    (*lawyers(1.0003 * 10_000), "1.0003万"),
                ]
            )
        ),
        "money has fractions, so has a stated rate; 1.0003万 is 10,003 people",
    ),
    Example(
        "out_of_range",
        intake(figures([("520000", "public_satisfaction", "2025", 100.1), lawyers(2e10)])),
        [(2, 4, "100.1"), (3, 4, "2e+10")],
        intake(
            figures(
                [
                    ("520000", "public_satisfaction", "2025", 100),
                    ("520000", "lawyers_growth_rate", "2025", 150),
                ]
            )
        ),
        "100 % is possible, and growth may be higher",
    ),
    Example(
        "above_population",
        intake(figures([lawyers(1001)])),
        [(2, 4, "1001")],
        intake(figures([lawyers(1000), (NANMING, "publicity_people_reached", OCTOBER, 5000)])),
        "everybody may be a lawyer; person-times may be more than people",
        accepted=[(NANMING, "population", "2020-11", 1000)],
    ),
    Example(
        "numerator_above_denominator",
        intake(wide([(NANMING, OCTOBER, {"mediators_full_time": 8, "mediators": 7})])),
        [(2, 3, "8")],
        intake(wide([(NANMING, OCTOBER, {"mediators_full_time": 7, "mediators": 7})])),
        "all of them may be full-time",
    ),
    Example(
        "cross_measure_error",
        intake(wide([(NANMING, OCTOBER, {"disputes_mediated": 7, "disputes_mediated_successfully": 8})])),
        [(2, 4, "8")],
        intake(wide([(NANMING, OCTOBER, {"disputes_mediated": 8, "disputes_mediated_successfully": 8})])),
        "all of them may have succeeded",
    ),
    Example(
        "cross_measure_warning",
        intake(figures([(GUIYANG, "centres_county", OCTOBER, 11)])),
        [(2, 4, "11")],
        intake(figures([(GUIYANG, "centres_county", OCTOBER, 10)])),
        "Guiyang has ten counties",
    ),
    Example(
        "children_differ",
        intake(figures([lawyers(101, GUIYANG), *(lawyers(10, code) for code in COUNTIES)])),
        [(2, 4, "101")],
        intake(figures([lawyers(100, GUIYANG), *(lawyers(10, code) for code in COUNTIES)])),
        "ten counties of ten",
    ),
    Example(
        "children_exceed",
        intake(figures([lawyers(10, GUIYANG), lawyers(6), lawyers(5, YUNYAN)])),
        [(2, 4, "10")],
        intake(figures([lawyers(12, GUIYANG), lawyers(6), lawyers(5, YUNYAN)])),
        "the other counties may have the rest",
    ),
    Example(
        "total_differs",
        intake(figures([lawyers(5), lawyers(6, YUNYAN)]), totals([(lawyers(12, ""), 4, 2, 3, "")])),
        [(4, 4, "12")],
        intake(figures([lawyers(5), lawyers(6, YUNYAN)]), totals([(lawyers(11, ""), 4, 2, 3, "")])),
        "5 + 6 is 11",
    ),
    Example(
        "jump",
        intake(figures([lawyers(400)])),
        [(2, 4, "400")],
        intake(figures([lawyers(104)])),
        "within what was usual",
        accepted=history(100, 101, 99, 102, 98, 100, 101),
    ),
    Example(
        "already_reported",
        intake(figures([lawyers(5)])),
        [(0, 0, "")],
        intake(figures([lawyers(4)])),
        "the same value again replaces nothing",
        accepted=[lawyers(4)],
    ),
    Example(
        "units_absent",
        intake(figures([lawyers(5, code) for code in COUNTIES[:5]])),
        [(0, 0, "")],
        intake(figures([lawyers(5, code) for code in COUNTIES])),
        "all ten are there",
    ),
    Example(
        "most_units_absent",
        intake(figures([lawyers(5, code) for code in COUNTIES[:4]])),
        [(0, 0, "")],
        intake(figures([lawyers(5)])),
        "a file of one county is that county's own",
    ),
]


def test_every_rule_has_an_example() -> None:
    assert [example.rule for example in EXAMPLES] == list(CHECKING_RULES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule)
def test_a_rule_finds_what_breaks_it_and_nothing_else(example: Example) -> None:
    def judge(given: Intake) -> list[tuple[int, int, str]]:
        checked = judged(given, example.accepted, lambda code: code.startswith(example.inside))
        return found(checked, example.rule)

    assert judge(example.faulty) == list(example.where)
    assert judge(example.sound) == [], example.reason


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_finding_fills_every_blank_of_its_sentences(example: Example, language: str) -> None:
    checked = judged(example.faulty, example.accepted, lambda code: code.startswith(example.inside))
    (findings,) = [each for each in checked.findings if each.rule.id == example.rule]
    for text in (sentence_of, remedy_of):
        said = text(findings.at(0), Language(language))
        assert "{" not in said
        assert "nan" not in said


@pytest.mark.parametrize("rule", CHECKING_RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_is_said_in_chinese(rule: object) -> None:
    catalogue = translations("zh")
    assert catalogue.gettext(rule.sentence) != rule.sentence  # type: ignore[attr-defined]
    assert catalogue.gettext(rule.remedy) != rule.remedy  # type: ignore[attr-defined]


def test_rules_are_registered_under_their_ids_and_of_every_severity() -> None:
    assert {id_: rule.id for id_, rule in CHECKING_RULES.items()} == {id_: id_ for id_ in CHECKING_RULES}
    assert {rule.severity for rule in CHECKING_RULES.values()} == set(Severity)
