"""How every chart of a slide looks: the type and hairlines of the page, no grid, no frame."""

from collections.abc import Iterable
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from atlas.export.legible import legible
from atlas.export.slides.box import Box
from atlas.export.slides.texts import rgb
from atlas.views.palette import HAIRLINE, INK, SECONDARY


def add_chart(slide: Any, kind: Any, box: Box, data: Any, name: str, description: str) -> Any:
    """A native chart with its workbook; `description` is its alternative text."""
    frame = slide.shapes.add_chart(kind, *map(Emu, box.emu()), data)
    frame.name = legible(name)[:255]
    frame._element.nvGraphicFramePr.cNvPr.set("descr", legible(description))
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(9)
    chart.font.color.rgb = rgb(SECONDARY)
    return chart


def plain_axis(axis: Any, *, title: str = "", number_format: str = "") -> None:
    """A hairline with quiet labels and no grid."""
    axis.has_major_gridlines = axis.has_minor_gridlines = False
    axis.format.line.color.rgb = rgb(HAIRLINE)
    axis.format.line.width = Pt(0.75)
    axis.tick_labels.font.size = Pt(9)
    axis.tick_labels.font.color.rgb = rgb(SECONDARY)
    axis.has_title = bool(title)
    if title:
        paragraph = axis.axis_title.text_frame.paragraphs[0]
        run = paragraph.add_run()
        run.text = legible(title)
        run.font.size, run.font.bold = Pt(9), False
        run.font.color.rgb = rgb(SECONDARY)
    if number_format:
        axis.tick_labels.number_format = number_format
        axis.tick_labels.number_format_is_linked = False


def every_label(axis: Any) -> None:
    """Write the name of every category: a program that thinks them too many would leave out each second."""
    element = axis._element
    skip = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
    after = [each for each in element if each.tag.endswith(("}noMultiLvlLbl", "}extLst"))]
    if after:
        after[0].addprevious(skip)
    else:
        element.append(skip)


def plot_area(chart: Any, left: float, top: float, width: float, height: float) -> None:
    """Fix where the values are drawn, as shares of the chart, so that lines can be drawn beside them."""
    area = chart._chartSpace.chart.plotArea
    for layout in area.findall("{*}layout"):
        area.remove(layout)
    sides = "".join(
        f'<c:{name} val="{value:.4f}"/>'
        for name, value in (("x", left), ("y", top), ("w", width), ("h", height))
    )
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
            f'<c:xMode val="edge"/><c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'
        ),
    )


def fill_points(series: Any, colours: Iterable[str], edge: str = "") -> None:
    """Give each point of a series its own colour; "" leaves a point empty."""
    for place, colour in enumerate(colours):
        shape = series.points[place].format
        if colour:
            shape.fill.solid()
            shape.fill.fore_color.rgb = rgb(colour)
        else:
            shape.fill.background()
        if edge and colour:
            shape.line.color.rgb = rgb(edge)
            shape.line.width = Pt(0.5)


def label_point(
    point: Any, text: str, position: Any, *, size: float = 9, colour: str = INK, bold: bool = False
) -> None:
    """Write a text of our own beside one point."""
    label = point.data_label
    label.position = position
    label.text_frame.word_wrap = False
    run = label.text_frame.paragraphs[0].add_run()
    run.text = legible(text)
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = rgb(colour)


def error_bars(
    series: Any, direction: str, minus: Iterable[float], plus: Iterable[float], colour: str = SECONDARY
) -> None:
    """Intervals around the points of a series: how far each reaches below and above; `direction` is x or y.

    python-pptx has none, so they are written as the format stores them, before the values.
    """
    sides = "".join(
        f"<c:{side}><c:numLit><c:formatCode>General</c:formatCode>{_numbers(list(values))}</c:numLit></c:{side}>"
        for side, values in (("plus", plus), ("minus", minus))
    )
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errDir val="{direction}"/><c:errBarType val="both"/>'
        f'<c:errValType val="cust"/><c:noEndCap val="0"/>{sides}<c:spPr><a:ln w="9525"><a:solidFill>'
        f'<a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    element = series._element
    before = next(each for each in element if each.tag.endswith(("}cat", "}val", "}xVal", "}yVal")))
    before.addprevious(bars)


def _numbers(values: list[float]) -> str:
    points = "".join(f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>' for place, value in enumerate(values))
    return f'<c:ptCount val="{len(values)}"/>{points}'
