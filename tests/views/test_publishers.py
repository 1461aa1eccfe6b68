"""Publishers are named as their readers know them."""

import csv
import re
from pathlib import Path

import pytest

from atlas.language import Language
from atlas.store import Source
from atlas.views.publishers import TRANSLATED_PUBLISHERS
from atlas.views.value_text import source_text

# A person's name and a site, written the same in both languages.
SAME_IN_BOTH = {"胡雅娟, 宁夏律师协会 (QQ阅读)"}


@pytest.fixture(scope="module")
def publishers(project: Path) -> set[str]:
    found = set()
    for name in ("published_figures.csv", "population_2020.csv"):
        with (project / "data" / name).open(encoding="utf-8-sig", newline="") as rows:
            found |= {row["source_publisher"] for row in csv.DictReader(rows)}
    return found


def test_every_publisher_with_latin_letters_has_a_chinese_name(publishers: set[str]) -> None:
    latin = {name for name in publishers if re.search("[A-Za-z]", name)}
    assert latin - SAME_IN_BOTH == TRANSLATED_PUBLISHERS


@pytest.mark.parametrize(
    ("publisher", "chinese", "english"),
    [
        ("Ministry of Justice of the PRC", "司法部", "Ministry of Justice of the PRC"),
        ("辽宁日报", "辽宁日报", "辽宁日报"),
    ],
)
def test_a_source_is_named_for_its_reader(publisher: str, chinese: str, english: str) -> None:
    source = Source("s", "title", publisher, "2023-09-28", "", "official")
    assert source_text(source, Language("zh")) == f"{chinese}，2023年9月28日（政府网站）"
    assert source_text(source, Language("en")) == f"{english}, 28 September 2023 (government site)"
