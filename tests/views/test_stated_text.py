"""A figure is quoted as it was stated, unless the map withholds it."""

import pytest

from atlas.datasets import Dataset
from atlas.language import Language
from atlas.periods import Period
from atlas.views.stated_text import stated_text
from atlas.workspace import Workspace


@pytest.mark.parametrize(
    ("measure", "value", "expected"),
    [
        ("legal_aid_cases_minors", 180_000, "about 180,000\u2009cases"),
        ("legal_aid_cases_minors", 4, "suppressed"),
        ("legal_aid_cases_minors", 0, "about 0\u2009cases"),
        ("legal_aid_cases", 4, "about 4\u2009cases"),
    ],
)
def test_only_small_numbers_of_persons_are_not_quoted(
    workspace: Workspace, measure: str, value: float, expected: str
) -> None:
    cell = (workspace.definitions.measures[measure], "000000", Period.of_year(2024))
    store = workspace.store(Dataset.PUBLISHED)
    assert stated_text(workspace, store, cell, value, "about", Language("en")) == expected
    chinese = stated_text(workspace, store, cell, value, "exact", Language("zh"))
    assert (chinese == "不予显示") is (expected == "suppressed")
