"""An indicator's card says which of its numbers are not shown."""

import pytest

from atlas.language import Language
from atlas.views.indicator_card import withheld_text
from atlas.workspace import Workspace


@pytest.mark.parametrize(
    ("indicator", "begins", "reason"),
    [
        ("legal_aid_cases_minors", "numbers from 1 to 4", "its measure asks for it"),
        ("legal_aid_cases", "", "its measure does not"),
        ("mediation_success_rate", "", "nor do those of a quotient"),
        ("hotline_satisfaction", "", "a stated rate has no counts"),
        ("county_centre_coverage", "", "a coverage tells none"),
    ],
)
def test_a_card_says_what_is_withheld(workspace: Workspace, indicator: str, begins: str, reason: str) -> None:
    said = withheld_text(workspace, workspace.definitions.indicators[indicator], Language("en"))
    assert said.startswith(begins), reason
    assert bool(said) is bool(begins), reason
