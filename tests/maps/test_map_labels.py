"""Names on drawn maps: none over another, the largest first, and three that no map of the country lacks."""

from itertools import combinations

import pytest

from atlas.maps.map_labels import LINE, SIZE, Name, Place, must_be_named, standing
from atlas.views.lettering import room_for
from atlas.views.pictures import MapUnit


def square(name: str, x: float, size: float, **more: object) -> Place:
    """A place of `size` × `size` pixels with its lower left corner at (x, 0)."""
    ring = [[x, 0.0], [x + size, 0.0], [x + size, size], [x, size], [x, 0.0]]
    outline = {"type": "Polygon", "coordinates": [ring]}
    return Place(name, "#123456", (x + size / 2, size / 2), outline, **more)  # type: ignore[arg-type]


def texts(*places: Place) -> list[str]:
    return [name.text for name in standing(places, 1.0)]


def box(name: Name) -> tuple[float, float, float, float]:
    half, (x, y) = room_for(name.text, SIZE) / 2, name.at
    return x - half, y - LINE / 2, x + half, y + LINE / 2


@pytest.mark.parametrize(
    ("places", "named", "reason"),
    [
        ((square("Sichuan", 0, 80),), ["Sichuan"], "there is room in it"),
        ((square("Macao", 0, 4),), [], "there is none"),
        ((square("Macao", 0, 4, must=True),), ["Macao"], "beside it there is"),
        ((square("Anhui", 0, 20, room=50.0),), ["Anhui"], "a circle gives it room"),
        ((square("Anhui", 0, 70), square("Hunan", 10, 72)), ["Hunan"], "the larger of two over one another"),
        (
            (square("A", 0, 90), *(square("A long name", 100, 8) for _ in range(5))),
            [],
            "a name here and there would only puzzle",
        ),
    ],
)
def test_a_name_stands_where_it_has_room(places: tuple[Place, ...], named: list[str], reason: str) -> None:
    assert texts(*places) == named, reason


def test_those_that_must_be_named_are_and_lie_on_nothing() -> None:
    must = [square(name, x, 3, must=True) for name, x in (("Hong Kong", 100), ("Macao", 96), ("Taiwan", 103))]
    found = standing([square("Guangdong", 0, 94), *must], 1.0)
    assert {name.text for name in found} == {"Guangdong", "Hong Kong", "Macao", "Taiwan"}
    assert all(name.ground == "" for name in found if name.text != "Guangdong")
    for one, other in combinations(map(box, found), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize(
    ("code", "state", "must"),
    [("810000", "outside", True), ("629700", "outside", False), ("520000", "no_data", False)],
)
def test_hong_kong_macao_and_taiwan_must_be_named(code: str, state: str, must: bool) -> None:
    assert must_be_named(MapUnit(code, "a place", "", "", state)) is must
