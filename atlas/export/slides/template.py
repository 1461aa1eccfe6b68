"""The empty deck: 16:9, the atlas's colours as the theme's, and type that has Chinese on every machine."""

import re
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu

from atlas.export.slides.box import Box
from atlas.views.palette import ACCENT, HAIRLINE, INK, SECONDARY, SEQUENTIAL

WIDTH, HEIGHT = 13.333, 7.5
TITLE = Box(0.55, 0.36, 10.6, 0.6)
LATIN, CHINESE = "Arial", "Microsoft YaHei"
"""Every system has the first or one of the same widths, so that lines break where they were seen to."""
_TITLE_ONLY = "Title Only"
_THEME = {
    "dk1": INK,
    "lt1": "#FFFFFF",
    "dk2": SEQUENTIAL[5][4],
    "lt2": "#F6F8FA",
    "accent1": SEQUENTIAL[3][2],
    "accent2": SEQUENTIAL[3][1],
    "accent3": ACCENT,
    "accent4": SECONDARY,
    "accent5": SEQUENTIAL[5][1],
    "accent6": HAIRLINE,
    "hlink": SEQUENTIAL[3][2],
    "folHlink": SEQUENTIAL[3][2],
}
# Where 微软雅黑 is missing, panose and charset lead a program to another sans serif that has Chinese.
_FONTS = (
    f'<a:latin typeface="{LATIN}"/><a:ea typeface="{CHINESE}" panose="020B0503020204020204" charset="-122"/>'
    f'<a:cs typeface="{LATIN}"/><a:font script="Hans" typeface="{CHINESE}"/>'
    '<a:font script="Hant" typeface="Microsoft JhengHei"/>'
)


def empty_deck() -> Any:
    """A presentation without slides and with one layout, which has a title."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(round(WIDTH * 914_400)), Emu(round(HEIGHT * 914_400))
    for layout in list(deck.slide_layouts):
        if layout.name != _TITLE_ONLY:
            deck.slide_layouts.remove(layout)
    _theme(deck.slide_master)
    _titles(deck)
    return deck


def add_slide(deck: Any) -> Any:
    """A new slide at the end, with an empty title."""
    return deck.slides.add_slide(deck.slide_layouts[0])


def _theme(master: Any) -> None:
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = part.blob.decode("utf-8")
    for name, colour in _THEME.items():
        value = f'<a:{name}><a:srgbClr val="{colour.removeprefix("#")}"/></a:{name}>'
        theme = re.sub(rf"<a:{name}>.*?</a:{name}>", value, theme, flags=re.DOTALL)
    for kind in ("majorFont", "minorFont"):
        fonts = f"<a:{kind}>{_FONTS}</a:{kind}>"
        theme = re.sub(rf"<a:{kind}>.*?</a:{kind}>", fonts, theme, flags=re.DOTALL)
    part._blob = theme.encode("utf-8")


def _titles(deck: Any) -> None:
    """The title stands at the left above; date, footer and number of the layout would lie where 4:3 ended."""
    for holder in (deck.slide_master, deck.slide_layouts[0]):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
                shape.left, shape.top, shape.width, shape.height = map(Emu, TITLE.emu())
            else:
                shape._element.getparent().remove(shape._element)
    style = deck.slide_master._element.find(".//{*}titleStyle/{*}lvl1pPr")
    style.set("algn", "l")
    run = style.find("{*}defRPr")
    run.set("sz", "2400")
    run.set("b", "1")
