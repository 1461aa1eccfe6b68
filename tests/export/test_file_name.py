"""A file that is taken away is named after what is in it, and every system can store it."""

import pandas as pd
import pytest

from atlas.export.file_name import LONGEST, file_name
from atlas.language import Language
from atlas.views.exhibit import Exhibit


def exhibit(title: str, *, invented: bool = False, **query: str) -> Exhibit:
    return Exhibit("map", query, title, "", (), pd.DataFrame(), (), invented)


def test_it_says_indicator_division_and_period() -> None:
    found = file_name([exhibit("贵州省2025年每万人律师数", invented=True)], "pptx", Language("zh"))
    assert found == "贵州省2025年每万人律师数，虚构数据.pptx"


def test_an_earlier_days_knowledge_is_named() -> None:
    shown = exhibit("Lawyers, China, 2024", known="2026-03-05")
    assert file_name([shown], "csv", Language("en")) == "Lawyers, China, 2024, 2026-03-05.csv"


def test_several_views_are_counted() -> None:
    found = file_name([exhibit("a"), exhibit("b")], "pdf", Language("en"))
    assert found.startswith("Meeting kit, 2 views 20")


@pytest.mark.parametrize(
    "title",
    ["../../etc/passwd", "a\x00b\n\tc", "<script>", 'C:\\"x"|?*', "", "...", "长" * 400],
)
def test_no_title_makes_a_path_or_a_name_that_cannot_be_stored(title: str) -> None:
    name = file_name([exhibit(title)], "pdf", Language("en"))
    assert not set(name) & set('<>:"/\\|?*\x00\n\t')
    assert not name.startswith(".")
    assert 5 <= len(name) <= LONGEST + 4
