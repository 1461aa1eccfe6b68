"""Any picture but a map as a Vega-Lite specification."""

from atlas.charts.bars import bars
from atlas.charts.dots import funnel, scatter
from atlas.charts.lines import lines
from atlas.charts.spine import spine
from atlas.charts.style import Spec, Width
from atlas.charts.tile_map import tile_map
from atlas.charts.waterfall import waterfall
from atlas.views.pictures import (
    BarPicture,
    FunnelPicture,
    LinePicture,
    ScatterPicture,
    SpinePicture,
    TilePicture,
    WaterfallPicture,
)

ChartPicture = (
    BarPicture | TilePicture | LinePicture | SpinePicture | ScatterPicture | FunnelPicture | WaterfallPicture
)


def chart_spec(picture: ChartPicture, *, width: Width = "container", height: int | None = None) -> Spec:
    """The chart of a picture; `height` is for those whose height does not follow from their rows.

    Bars share the height that is given, if any.
    """
    tall = {} if height is None else {"height": height}
    match picture:
        case BarPicture():
            rows = {} if height is None else {"row_height": height // max(len(picture.bars), 1)}
            return bars(picture, width=width, **rows)
        case SpinePicture():
            return spine(picture, width=width)
        case WaterfallPicture():
            return waterfall(picture, width=width)
        case TilePicture():
            return tile_map(picture, width=width)
        case LinePicture():
            return lines(picture, width=width, **tall)
        case ScatterPicture():
            return scatter(picture, width=width, **tall)
        case FunnelPicture():
            return funnel(picture, width=width, **tall)
