"""A spine chart as shapes: no chart of the format has its rows between worst and best."""

from typing import Any

from atlas.export.slides.box import Box
from atlas.export.slides.drawing import Caption, Drawing, Look
from atlas.language import Language
from atlas.views.lettering import room_for
from atlas.views.palette import INK, SECONDARY, VERDICTS
from atlas.views.pictures import SpineMark, SpinePicture, SpineRow

_SHAPES = {"better": "triangle", "worse": "flowChartMerge", "higher": "diamond", "lower": "diamond"}
"""The shapes of the page, as the format calls them; the others are circles."""
_BAND, _MIDDLE = "#ECEFF3", "#CFD6DE"
_HEAD, _NOTE, _TALLEST = 0.3, 0.3, 0.55


def spine_shapes(slide: Any, box: Box, picture: SpinePicture, language: Language) -> None:
    """Draw the rows into a box, each a group of its own."""
    rows = [row for row in picture.rows if row.marks]
    height = min(_TALLEST, (box.height - _HEAD - _NOTE) / max(len(rows), 1))
    size = max(6.0, min(10.0, height * 26))
    name, own, worst, spine, best = box.columns((2.7, 1.4, 1.3, 5.0, 1.3), 0.12)
    head = Drawing(slide, picture.title)
    for column, text, align in (
        (own, "", "r"),
        (worst, language.text("Worst"), "r"),
        (spine, picture.benchmark, "ctr"),
        (best, language.text("Best"), "l"),
    ):
        if text:
            head.words(column.head(_HEAD - 0.06), Caption(text, 9, SECONDARY, align=align), anchor="b")
    note = Box(box.left, box.top + _HEAD + height * len(rows) + 0.06, box.width, _NOTE)
    head.words(note, Caption(picture.note, 9, SECONDARY), anchor="t")
    head.place()
    for place, row in enumerate(rows):
        columns = [
            Box(each.left, box.top + _HEAD + place * height, each.width, height)
            for each in (name, own, worst, spine, best)
        ]
        _row(slide, columns, row, size)


def _row(slide: Any, columns: list[Box], row: SpineRow, size: float) -> None:
    name, own, worst, spine, best = columns
    drawing = Drawing(slide, row.name, "; ".join(f"{mark.name} {mark.text}" for mark in row.marks))
    drawing.words(name, Caption(row.name, size, INK, align="l"))
    if len(row.marks) == 1:
        drawing.words(own, Caption(row.marks[0].text, size, INK, bold=True, align="r"))
    drawing.words(worst, Caption(row.worst, size - 1, SECONDARY, align="r"))
    drawing.words(best, Caption(row.best, size - 1, SECONDARY))
    band = Box(spine.left, spine.top + spine.height * 0.26, spine.width, spine.height * 0.48)
    drawing.rectangle(band, Look(_BAND), row.name)
    middle = Box(
        spine.left + spine.width * row.quarter,
        band.top,
        spine.width * max(row.three_quarters - row.quarter, 0.002),
        band.height,
    )
    drawing.rectangle(middle, Look(_MIDDLE), row.name)
    if row.benchmark is not None:
        x = spine.left + spine.width * row.benchmark
        ends = [(x, spine.top + spine.height * 0.1), (x, spine.bottom - spine.height * 0.1)]
        drawing.line(ends, Look(edge=INK, width=1.5), row.benchmark_text or row.name)
    taken: list[tuple[float, float]] = []
    for mark in sorted(row.marks, key=lambda each: each.place):
        _mark(drawing, spine, mark)
        _label(drawing, spine, mark, max(6.0, size - 3), taken)
    drawing.place()


def _mark(drawing: Drawing, spine: Box, mark: SpineMark) -> None:
    """Colour and shape say the verdict, so that no one depends on seeing colours."""
    side = _side(spine)
    box = Box(_x(spine, mark) - side / 2, spine.top + (spine.height - side) / 2, side, side)
    look = Look(VERDICTS.get(mark.verdict, VERDICTS["none"]), "#FFFFFF", 0.75)
    drawing.shape(_SHAPES.get(mark.verdict, "ellipse"), box, look, mark.name, f"{mark.name}: {mark.text}")


def _label(
    drawing: Drawing, spine: Box, mark: SpineMark, size: float, taken: list[tuple[float, float]]
) -> None:
    """The name above its mark, or below where another name is in the way, or none: the shape has it too."""
    if not mark.label:
        return
    x, half = _x(spine, mark), room_for(mark.label, size) / 144 + 0.02
    middle = spine.top + spine.height / 2
    for line in (-1, 1):
        if all(side != line or reach <= x - half for side, reach in taken):
            taken.append((line, x + half))
            top = middle - _side(spine) / 2 - 0.13 if line < 0 else middle + _side(spine) / 2
            words = Box(x - half - 0.2, top, 2 * half + 0.4, 0.13)
            drawing.words(words, Caption(mark.label, size, INK, align="ctr"))
            return


def _side(spine: Box) -> float:
    return min(0.19, spine.height * 0.42)


def _x(spine: Box, mark: SpineMark) -> float:
    return spine.left + spine.width * min(max(mark.place, 0.0), 1.0)
