"""What a map or a chart shows, before it is drawn: numbers, colours, and the words of one language.

The page, a slide, a printed page and an image are drawn from the same picture, so that they show the same.
Positions are in the unit of the value, months count as in `Period`, and a `code` is that of a division or an
indicator, so that a mark can lead there.
"""

from dataclasses import dataclass

from atlas.divisions import Level
from atlas.views.legend import LegendRow

WHOLE = 100.0
"""Per cent: no share exceeds it."""


@dataclass(frozen=True, slots=True)
class MapUnit:
    """One polygon or circle: its value in words, and how it looks.

    `fill` is a colour, or "" where there is no value, and then `state` says why. `size` is the circle's share
    of the largest radius (0 to 1; 0 draws none). `partial` says that not everything has been reported;
    `marked` units have an outline in the accent colour.
    """

    code: str
    name: str
    text: str
    fill: str
    state: str
    size: float = 0.0
    partial: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class MapDot:
    """A county to point out, by its code: one `without` what is counted, or of which that is `unknown`."""

    code: str
    kind: str


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map of the units at `level` within the division `within`.

    `note` says that it is schematic; `inset` is the caption of the South China Sea on a map of the country.
    `dots` lie over the units, the last of them on top.
    """

    title: str
    within: str
    level: Level
    units: tuple[MapUnit, ...]
    legend_title: str
    legend: tuple[LegendRow, ...]
    note: str
    inset: str = ""
    dots: tuple[MapDot, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """One unit of a tile map, at a column and a row counted from the top left.

    `short` and `figure` are what fits into a tile: the name and the value without their usual endings.
    """

    code: str
    name: str
    text: str
    fill: str
    state: str
    column: int
    row: int
    marked: bool = False
    short: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True)
class TilePicture:
    """A map on which every unit has the same area."""

    title: str
    tiles: tuple[Tile, ...]
    legend_title: str
    legend: tuple[LegendRow, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its interval, where there is one; `rank` is written before the name ("5", "5–11")."""

    code: str
    name: str
    value: float
    text: str
    colour: str
    rank: str = ""
    lower: float | None = None
    upper: float | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A value that others are held against: a benchmark or a target."""

    name: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class BarPicture:
    """Horizontal bars from the highest down; `interval` names the method of the intervals, if any.

    `note` says so where not all bars there are stand in the picture. A bar begins at zero; where that would
    hide the differences, `from_zero` is false and each value is a dot on a closer scale.
    """

    title: str
    unit: str
    bars: tuple[Bar, ...]
    references: tuple[Reference, ...] = ()
    interval: str = ""
    note: str = ""
    from_zero: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """One value in time; `month` is the last month of its period."""

    month: int
    when: str
    value: float
    text: str
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One division over time; a `dashed` one is what others are held against."""

    code: str
    name: str
    colour: str
    points: tuple[Point, ...]
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """From this month on a figure means something else than before; `text` says what."""

    month: int
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class LinePicture:
    """Lines over time, with a target and breaks of definition; `from_zero` where the axis must show it."""

    title: str
    unit: str
    lines: tuple[Line, ...]
    from_zero: bool
    target: Reference | None = None
    breaks: tuple[Break, ...] = ()

    @property
    def is_share(self) -> bool:
        """Whether all that is drawn are percentages of a whole, so that an axis ends at 100 %."""
        points = [point for line in self.lines for point in line.points]
        ends = [point.upper or point.value for point in points]
        ends += [self.target.value] if self.target else []
        return all(point.text.endswith("%") for point in points) and 0 < max(ends, default=0) <= WHOLE


@dataclass(frozen=True, slots=True)
class SpineMark:
    """One division on a row of a spine chart; `place` runs from 0 (worst) to 1 (best).

    `verdict` is one of better, similar, worse, higher, lower and none.
    """

    code: str
    name: str
    text: str
    place: float
    verdict: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class SpineRow:
    """One indicator: the benchmark and the middle half of all units, between worst (0) and best (1).

    `benchmark` is None where it has no figure of its own.
    """

    code: str
    name: str
    worst: str
    best: str
    benchmark: float | None
    benchmark_text: str
    quarter: float
    three_quarters: float
    marks: tuple[SpineMark, ...]


@dataclass(frozen=True, slots=True)
class SpinePicture:
    """Several indicators of one or more divisions on one chart; `note` says how it is to be read."""

    title: str
    rows: tuple[SpineRow, ...]
    benchmark: str
    note: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One unit of a scatter or a funnel."""

    code: str
    name: str
    x: float
    y: float
    text: str
    colour: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class ScatterPicture:
    """Two indicators of the same units against one another."""

    title: str
    x_title: str
    y_title: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """The limits of a funnel at one denominator."""

    x: float
    lower_95: float
    upper_95: float
    lower_998: float
    upper_998: float


@dataclass(frozen=True, slots=True)
class FunnelPicture:
    """Units by denominator and value, with the limits within which chance alone explains a difference."""

    title: str
    x_title: str
    y_title: str
    dots: tuple[Dot, ...]
    limits: tuple[Limit, ...]
    centre: Reference
    note: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a waterfall from `start` to `end`; `kind` is total, up or down."""

    code: str
    name: str
    start: float
    end: float
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class WaterfallPicture:
    """How one value became another, step by step."""

    title: str
    unit: str
    steps: tuple[Step, ...]
    note: str


Picture = (
    MapPicture
    | TilePicture
    | BarPicture
    | LinePicture
    | SpinePicture
    | ScatterPicture
    | FunnelPicture
    | WaterfallPicture
)
