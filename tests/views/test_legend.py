"""The legend says where a class begins, with every digit of it."""

import re
from itertools import pairwise

import pytest

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.language import LANGUAGES, Language
from atlas.periods import LATEST
from atlas.views.classification import Classification, Scheme
from atlas.views.legend import break_labels, class_labels
from atlas.views.map_view import map_view
from atlas.views.selection import Selection
from atlas.workspace import Workspace

PUBLISHED = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")
SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "trillion": 10**12, "billion": 10**9, "million": 10**6}
NUMBER = re.compile(r"([\d.,]+)\s*(万亿|亿|万|trillion|billion|million)?")


def numbers(labels: tuple[str, ...]) -> list[float]:
    """What the labels of the classes say, read back."""
    found = NUMBER.findall(" ".join(labels))
    return [float(digits.replace(",", "")) * SCALES.get(scale, 1) for digits, scale in found]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_edges_of_the_classes_can_be_read_back_from_their_labels(workspace: Workspace, lang: str) -> None:
    for indicator in workspace.definitions.indicators.values():
        view = map_view(workspace, PUBLISHED.with_(indicator=indicator.id))
        if len(view.classification.breaks) < 2:
            continue
        edges = [round(edge, indicator.decimals) for edge in view.classification.breaks]
        wanted = [
            edges[0],
            *(edge for pair in pairwise(edges) for edge in pair),
            edges[-1],
        ]
        labels = class_labels(view, Language(lang))
        assert numbers(labels) == pytest.approx(wanted), indicator.id
        assert len(set(labels)) == len(labels), indicator.id


@pytest.mark.parametrize(
    ("indicator", "last", "label", "reason"),
    [
        ("county_centre_coverage", 100, "100", "no share is above the whole"),
        ("county_centre_coverage", 95, "95 and above", "but above this there are some"),
        ("lawyers", 100, "100 and above", "people are no share"),
    ],
)
def test_the_highest_class_of_a_share_ends_at_the_whole(
    workspace: Workspace, indicator: str, last: float, label: str, reason: str
) -> None:
    classes = Classification(Scheme.STATED, (50.0, float(last)))
    shown = workspace.definitions.indicators[indicator]
    assert break_labels(classes, shown, Language("en"))[-1] == label, reason
