"""Every version of a number is told: who brought it in, out of which file, and when it was the value."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.language import Language
from atlas.periods import LATEST, Period
from atlas.store import State
from atlas.views.map_view import map_view
from atlas.views.selection import Selection, read_selection
from atlas.views.value_history import (
    ValueAsked,
    history_link,
    unit_history_link,
    value_asked,
    value_versions,
)
from atlas.views.value_parts import value_parts
from atlas.workspace import Workspace
from tests.office import CHEN, HE, SUN, WANG, noon, office, send

MARCH = Period.parse("2025-03")
COUNTY, MEASURE = "520102", "legal_aid_cases"
ASKED = Selection(Dataset.DEMONSTRATION, COUNTY, Level.TOWNSHIP, MEASURE, MARCH, "en")
ENGLISH = Language("en")


@pytest.fixture
def work(workspace: Workspace, tmp_path: Path) -> Workspace:
    return office(workspace, tmp_path)


def asked(work: Workspace, division: str = COUNTY, period: Period = MARCH) -> ValueAsked:
    return ValueAsked(work.divisions[division], work.definitions.measures[MEASURE], period)


def test_versions_say_who_out_of_what_and_when(work: Workspace) -> None:
    store = work.store(Dataset.DEMONSTRATION)
    send(work, CHEN, "first.csv", [(COUNTY, MEASURE, "2025-03", 12)], noon(5))
    send(
        work,
        CHEN,
        "second.csv",
        [("520103", MEASURE, "2025-03", 1), (COUNTY, MEASURE, "2025-03", 15)],
        noon(8),
    )
    store.undo("second.csv", WANG, "typing error", noon(9))
    lines = value_versions(work, ASKED, asked(work), ENGLISH)
    assert [(line.value, line.state_text, line.origin, line.who) for line in lines] == [
        ("15\u2009cases", "taken back", "second.csv, row 3", "chen.li"),
        ("12\u2009cases", "holds", "first.csv, row 2", "chen.li"),
    ]
    assert [line.times for line in lines] == [
        ("from 8 March 2026, 12:00 to 9 March 2026, 12:00",),
        ("from 5 March 2026, 12:00 to 8 March 2026, 12:00", "since 9 March 2026, 12:00"),
    ]
    assert [line.holds for line in lines] == [False, True]


def test_a_version_does_not_tell_what_the_map_withholds(work: Workspace) -> None:
    minors = "legal_aid_cases_minors"
    figures = [(COUNTY, minors, "2025-03", 3), ("520103", minors, "2025-03", 12)]
    send(work, CHEN, "few.csv", figures, noon(5))
    send(work, CHEN, "more.csv", [(COUNTY, minors, "2025-03", 30)], noon(6))
    question = ValueAsked(work.divisions[COUNTY], work.definitions.measures[minors], MARCH)
    lines = value_versions(work, ASKED, question, ENGLISH)
    assert [line.value for line in lines] == ["30\u2009cases", "suppressed"]
    work.store(Dataset.DEMONSTRATION).undo("more.csv", WANG, "another county's", noon(7))
    lines = value_versions(work, ASKED, question, ENGLISH)
    assert [line.value for line in lines] == ["suppressed", "suppressed"]


@pytest.mark.parametrize(
    ("step", "state", "text"),
    [
        (None, State.SUBMITTED, "waiting for release"),
        ("decline", State.DECLINED, "declined"),
        ("withdraw", State.WITHDRAWN, "withdrawn"),
        ("release", State.ACCEPTED, "holds"),
    ],
)
def test_a_version_that_never_held_is_told_too(
    work: Workspace, step: str | None, state: State, text: str
) -> None:
    send(work, SUN, "zunyi.csv", [("520302", MEASURE, "2025-03", 30)], noon(5))
    if step:
        actor = SUN if step == "withdraw" else WANG
        getattr(work.store(Dataset.DEMONSTRATION), step)("zunyi.csv", actor, "seen", noon(6))
    (line,) = value_versions(work, ASKED, asked(work, "520302"), ENGLISH)
    assert (line.state, line.state_text, bool(line.times)) == (state, text, state is State.ACCEPTED)


def test_a_version_that_a_newer_one_replaced_says_so(work: Workspace) -> None:
    for name, value in (("first.csv", 12), ("second.csv", 15)):
        send(work, CHEN, name, [(COUNTY, MEASURE, "2025-03", value)], noon(5))
    texts = [line.state_text for line in value_versions(work, ASKED, asked(work), ENGLISH)]
    assert texts == ["holds", "replaced"]


def test_published_figures_name_their_source_and_not_a_row(workspace: Workspace) -> None:
    selection = read_selection({"division": "520000", "indicator": "lawyers"}, workspace, "en").selection
    question = value_asked(workspace, selection, {"measure": "lawyers"})
    assert question.period == Period.parse("2023-12")
    (line,) = value_versions(workspace, selection, question, ENGLISH)
    assert line.who == "the atlas itself"
    assert line.origin.endswith("(press)")
    assert line.holds


def test_what_a_link_lacks_or_has_wrong_is_taken_from_the_view(work: Workspace) -> None:
    send(work, CHEN, "a.csv", [(COUNTY, MEASURE, code, 1) for code in ("2025-02", "2025-03")], noon(5))
    latest = ASKED.with_(period=LATEST)
    cases = [
        ({"measure": MEASURE}, ASKED, (COUNTY, MEASURE, "2025-03"), []),
        ({"measure": MEASURE}, latest, (COUNTY, MEASURE, "2025-03"), []),
        ({"measure": MEASURE, "when": "2025-02"}, ASKED, (COUNTY, MEASURE, "2025-02"), []),
        ({"measure": "no such"}, ASKED, (COUNTY, MEASURE, "2025-03"), ["unlisted_measure"]),
        ({"measure": MEASURE, "unit": "9"}, ASKED, (COUNTY, MEASURE, "2025-03"), ["unknown_division"]),
        ({"measure": MEASURE, "when": "soon"}, ASKED, (COUNTY, MEASURE, "2025-03"), ["unknown_period"]),
        ({"measure": MEASURE, "unit": "520102003"}, ASKED, ("520102003", MEASURE, "2025-03"), []),
    ]
    for parameters, selection, expected, problems in cases:
        found = value_asked(work, selection, parameters)
        assert (found.division.code, found.measure.id, str(found.period)) == expected
        assert [problem.id for problem in found.problems] == problems


@pytest.mark.parametrize("division", [COUNTRY, "520000", COUNTY, "520102003"])
@pytest.mark.parametrize("period", ["2025-03", "2024", "2021/2025"])
def test_the_address_of_a_history_asks_for_that_value_again(
    work: Workspace, division: str, period: str
) -> None:
    link = history_link(work, ASKED, work.divisions[division], MEASURE, Period.parse(period))
    address = urlsplit(link)
    parameters = dict(parse_qsl(address.query))
    reading = read_selection(parameters, work, "en")
    assert address.path == "history"
    assert reading.problems == ()
    found = value_asked(work, reading.selection, parameters)
    assert (found.division.code, found.measure.id, str(found.period)) == (division, MEASURE, period)
    assert found.problems == ()


def test_every_unit_with_a_value_leads_to_the_figure_behind_it(workspace: Workspace) -> None:
    selection = read_selection({"indicator": "lawyers_per_10k"}, workspace, "en").selection
    view = map_view(workspace, selection)
    for unit in view.units:
        link = unit_history_link(workspace, view, unit.value, ENGLISH)
        assert link is None or "lang=en" in link
        assert (link is None) == (unit.value.value is None)
        if link:
            parameters = dict(parse_qsl(urlsplit(link).query))
            again = read_selection(parameters, workspace, "en").selection
            question = value_asked(workspace, again, parameters)
            assert value_versions(workspace, again, question, ENGLISH), link


def test_a_sum_leads_to_the_figures_it_is_made_of(work: Workspace) -> None:
    figures = [(code, MEASURE, month, 1) for code in ("520102", "520103") for month in ("2025-02", "2025-03")]
    send(work, HE, "guiyang.csv", [*figures, ("520302", MEASURE, "2024-12", 1)], noon(5))
    store = work.store(Dataset.DEMONSTRATION)
    waiting = [batch.id for batch in store.log() if batch.state is State.SUBMITTED]
    for name in waiting:
        store.release(name, WANG)
    year = asked(work, "520100", Period.parse("2025"))
    assert value_versions(work, ASKED, year, ENGLISH) == ()
    assert [(part.place, part.period) for part in value_parts(work, ASKED, year, ENGLISH)] == [
        ("Nanming District", "February 2025"),
        ("Nanming District", "March 2025"),
        ("Yunyan District", "February 2025"),
        ("Yunyan District", "March 2025"),
    ]
    latest = asked(work, "520000", LATEST)
    assert [(part.place, part.period) for part in value_parts(work, ASKED, latest, ENGLISH)] == [
        ("Nanming District", "March 2025"),
        ("Yunyan District", "March 2025"),
        ("Honghuagang District", "December 2024"),
    ]
    own = asked(work, COUNTY, Period.parse("2025"))
    assert len(value_parts(work, ASKED, own, ENGLISH)) == 2
    assert value_parts(work, ASKED, asked(work, "110000"), ENGLISH) == ()
