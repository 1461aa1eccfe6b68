"""The colours on the screen are those of the classes: read from a picture of the map."""

import io

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.periods import LATEST
from atlas.views.legend import palette_of
from atlas.views.map_view import map_view
from atlas.views.selection import Selection
from atlas.workspace import Workspace
from tests.browser.atlas_page import AtlasPage
from tests.browser.visitor import App, Visitor

PUBLISHED = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")
# Large, so that there is ground beside the label; each in another class.
KNOWN = ("630000", "650000", "540000")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_known_provinces_have_the_colour_of_their_class(
    app_server: App, visitor: Visitor, workspace: Workspace, lang: str
) -> None:
    view = map_view(workspace, PUBLISHED)
    atlas = AtlasPage(visitor.open(app_server.link(lang=lang)))
    atlas.wait_until_drawn("published|000000|province|lawyers_per_10k|latest")
    picture = np.asarray(Image.open(io.BytesIO(atlas.page.screenshot())).convert("RGB")).astype(int)
    palette = palette_of(view)
    seen = set()
    for code in KNOWN:
        unit = view.drawn(code)
        assert unit is not None
        assert unit.shade is not None
        expected = palette[unit.shade]
        assert commonest_colour(picture, *atlas.point_of(code)) == expected, code
        seen.add(expected)
    assert len(seen) > 1


def commonest_colour(picture: npt.NDArray[np.int64], x: float, y: float) -> str:
    """The most frequent colour in a square of 30 pixels around a point, as #RRGGBB."""
    square = picture[round(y) - 15 : round(y) + 15, round(x) - 15 : round(x) + 15].reshape(-1, 3)
    colours, counts = np.unique(square, axis=0, return_counts=True)
    red, green, blue = colours[counts.argmax()]
    return f"#{red:02X}{green:02X}{blue:02X}"
