"""Words on a coloured tile can be read, whatever the class."""

import pytest

from atlas.ui.colour import READABLE, contrast, ink_on
from atlas.views.palette import SEQUENTIAL


@pytest.mark.parametrize("ground", sorted({colour for colours in SEQUENTIAL.values() for colour in colours}))
def test_the_ink_on_every_class_has_enough_contrast(ground: str) -> None:
    assert contrast(ink_on(ground), ground) >= READABLE


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#767676", "#FFFFFF", 4.54)],
)
def test_contrast_is_the_ratio_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)
