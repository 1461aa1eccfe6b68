"""Findings in words: rule by rule, the gravest first, with places as the spreadsheet shows them."""

import numpy as np
import pytest

from atlas.divisions import load_divisions
from atlas.findings import Finding, Findings, Note, Rule, Severity
from atlas.ingest.spreadsheet.intake import Heading, Role
from atlas.ingest.spreadsheet.rules import READING_RULES
from atlas.language import LANGUAGES, Language
from atlas.periods import Period
from atlas.validate import CHECKING_RULES
from atlas.views.finding_groups import SHOWN, finding_groups
from atlas.views.finding_text import note_text, remedy_of, sentence_of
from atlas.views.name_suggestions import name_suggestions
from atlas.views.rule_names import RULE_NAMES
from atlas.workspace import Workspace
from tests.validate.spreadsheets import figures, intake, judged

ENGLISH, CHINESE = Language("en"), Language("zh")
ROW = ("520100", "legal_aid_cases", "2025-03", 3)
WRONG = Rule("wrong", Severity.ERROR, "“{value}” is wrong.", "Correct it.")
ODD = Rule("odd", Severity.WARNING, "“{value}” is odd: {why}.", "Say why it is {value}.")
SAID = Rule("said", Severity.NOTE, "“{value}” was said.", "")


def findings(rule: Rule, count: int, **fields: object) -> Findings:
    return Findings(
        rule,
        np.arange(2, 2 + count),
        np.full(count, 6),
        [f"v{place}" for place in range(count)],
        {name: [value] * count for name, value in fields.items()},
    )


def test_every_rule_has_a_name_for_its_heading() -> None:
    assert set(RULE_NAMES) == {rule.id for rule in READING_RULES} | set(CHECKING_RULES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_names_of_two_rules_never_read_the_same(lang: str) -> None:
    names = [Language(lang).text(name) for name in RULE_NAMES.values()]
    assert len(set(names)) == len(names)


def test_errors_come_first_then_warnings_then_notes() -> None:
    given = [findings(SAID, 1), findings(ODD, 1, why="so"), findings(WRONG, 1)]
    groups = finding_groups(judged(intake(figures([ROW]), findings=given)), ENGLISH)
    order = [group.rule.severity for group in groups]
    assert order == sorted(order, key=list(Severity).index)
    assert groups[0].rule.id == "wrong"


def test_a_group_shows_the_first_places_and_counts_them_all() -> None:
    checked = judged(intake(figures([ROW]), findings=[findings(WRONG, 40)]))
    group = next(each for each in finding_groups(checked, ENGLISH) if each.rule is WRONG)
    assert group.count == 40
    assert len(group.lines) == SHOWN
    assert (group.lines[0].place, group.lines[0].value) == ("F2", "v0")
    assert group.lines[0].sentence == "“v0” is wrong."
    assert group.remedy == "Correct it."


def test_remedies_that_differ_end_their_lines() -> None:
    checked = judged(intake(figures([ROW]), findings=[findings(ODD, 2, why="so")]))
    group = next(each for each in finding_groups(checked, ENGLISH) if each.rule is ODD)
    assert group.remedy == ""
    assert [line.sentence for line in group.lines] == [
        f"“{value}” is odd: so. Say why it is {value}." for value in ("v0", "v1")
    ]


@pytest.mark.parametrize(
    ("row", "column", "place", "reason"),
    [
        (12, 6, "F12", "a cell"),
        (12, 0, "row 12", "a whole row"),
        (0, 6, "F", "a column"),
        (0, 0, "file", "all"),
    ],
)
def test_a_place_is_named_as_the_spreadsheet_does(row: int, column: int, place: str, reason: str) -> None:
    one = Findings.of(WRONG, [Finding(WRONG, row, column, "x")])
    group = next(
        each
        for each in finding_groups(judged(intake(figures([ROW]), findings=[one])), ENGLISH)
        if each.rule is WRONG
    )
    assert group.lines[0].place == place, reason


@pytest.mark.parametrize(
    ("value", "fields", "english", "chinese", "reason"),
    [
        ("Year", {"why": "Year"}, "“Year” is odd: Year.", "“Year” is odd: 年度.", "fields are translated"),
        ("{why}", {"why": "x"}, "“{why}” is odd: x.", "“{why}” is odd: x.", "a cell is never a template"),
        ("v", {"why": 12345}, "“v” is odd: 12,345.", "“v” is odd: 12,345.", "numbers are grouped"),
        ("v", {"why": 12.5}, "“v” is odd: 12.5.", "“v” is odd: 12.5.", "with the decimals they have"),
        ("v", {"why": 1 / 3}, "“v” is odd: 0.33.", "“v” is odd: 0.33.", "but at most two"),
        (
            "v",
            {"why": Period.parse("2025-03")},
            "“v” is odd: March 2025.",
            "“v” is odd: 2025年3月.",
            "periods are written out",
        ),
        (
            "v",
            {"why": load_divisions()["520100"]},
            "“v” is odd: Guiyang.",
            "“v” is odd: 贵阳市.",
            "named things have two names",
        ),
        ("v", {}, "“v” is odd: {why}.", "“v” is odd: {why}.", "a missing field stays visible"),
    ],
)
def test_a_sentence_is_filled_in_the_readers_language(
    value: str, fields: dict[str, object], english: str, chinese: str, reason: str
) -> None:
    finding = Finding(ODD, 2, 6, value, fields)
    assert sentence_of(finding, ENGLISH) == english, reason
    assert sentence_of(finding, CHINESE) == chinese, reason


def test_a_remedy_and_a_note_are_filled_like_a_sentence() -> None:
    assert remedy_of(Finding(ODD, 2, 6, "7"), ENGLISH) == "Say why it is 7."
    assert note_text(Note("Read as {encoding}", {"encoding": "GB18030"}), ENGLISH) == "Read as GB18030"


def test_unknown_names_are_offered_once_with_the_first_cells(workspace: Workspace) -> None:
    rule = next(rule for rule in READING_RULES if rule.id == "unknown_division")
    places = [
        Finding(rule, row, 1, name, {"suggestions": codes, "choices": ""})
        for row, name, codes in (
            (4, "贵洋", ("520100", "000001", "520302")),
            (5, "贵洋", ("520100", "000001", "520302")),
            (6, "nowhere", ()),
            *((row, "遵一", ("520300",)) for row in range(7, 12)),
        )
    ]
    checked = judged(intake(figures([ROW]), findings=[Findings.of(rule, places)]))
    offered = name_suggestions(workspace, checked, ENGLISH)
    assert [(each.text, each.cells) for each in offered] == [
        ("贵洋", ("A4", "A5")),
        ("遵一", ("A7", "A8", "A9")),
    ]
    assert offered[0].choices == (("520100", "Guiyang (Guizhou)"), ("520302", "Honghuagang District (Zunyi)"))


@pytest.mark.parametrize(
    ("held", "offered", "reason"),
    [
        ("", ["lawyers", "law_firms"], "no column of the file holds one of them"),
        ("lawyers", ["law_firms"], "two columns of lawyers would contest each other, and neither be read"),
        ("population", ["lawyers", "law_firms"], "another column does not matter"),
    ],
)
def test_no_measure_is_offered_that_another_column_holds(
    workspace: Workspace, held: str, offered: list[str], reason: str
) -> None:
    rule = next(rule for rule in READING_RULES if rule.id == "unknown_column")
    found = Findings.of(rule, [Finding(rule, 1, 4, "女律师", {"suggestions": ("lawyers", "law_firms")})])
    headings = [Heading(3, "held", Role.MEASURE, held), Heading(4, "女律师", Role.IGNORED)]
    checked = judged(intake(figures([ROW]), findings=[found], headings=headings))
    (told,) = name_suggestions(workspace, checked, ENGLISH)
    assert [measure for measure, _ in told.choices] == offered, reason
