"""The type of charts and images, and how much room words take in it."""

import unicodedata

FONT = "PingFang SC, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC, Segoe UI, Roboto, sans-serif"
ELLIPSIS = "…"
WIDE, OTHER, THIN = 1.0, 0.6, 0.3
ASCII = ";=CFFUK;>>CG;>;@FFFFFFFFFF;;GGGFYKKMMKHOM<EKFQMOKOMKHMKVKKH>@>FFHGIDIF=GH;;F;UHHII@D?HEPDED>;>G"
"""The widths of the printable ASCII characters, the wider of Noto Sans and Helvetica: in 1/40 em
from the character "0" on."""


def room_for(text: str, size: float) -> float:
    """The width of a text in pixels at a font size: an estimate that is rather too wide than too narrow."""
    return size * sum(map(_em, text))


def shortened(text: str, room: float, size: float) -> str:
    """The text, cut with an ellipsis where it is wider than `room` pixels."""
    if room_for(text, size) <= room:
        return text
    left = room - room_for(ELLIPSIS, size)
    kept = 0
    while kept < len(text) and left >= 0:
        left -= room_for(text[kept], size)
        kept += left >= 0
    return text[:kept].rstrip() + ELLIPSIS


def wrapped(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text in lines of at most `room` pixels, broken between words, or between Chinese characters."""
    lines: list[str] = []
    line = ""
    for word in _words(text):
        if line and room_for(line + word.rstrip(), size) > room:
            lines.append(line.rstrip())
            line = ""
        line += word
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _em(character: str) -> float:
    if " " <= character <= "~":
        return (ord(ASCII[ord(character) - 32]) - 48) / 40
    if ord(character) > 0x2E7F or character == ELLIPSIS or unicodedata.category(character) == "So":
        return WIDE
    return THIN if unicodedata.category(character) in ("Zs", "Po", "Pf", "Pi") else OTHER


def _words(text: str) -> list[str]:
    """Pieces that a line may be broken after; a closing mark stays with the character before it."""
    words = [""]
    for character in text:
        is_wide = ord(character) > 0x2E7F
        closing = unicodedata.category(character) in ("Pe", "Po", "Pf")
        if words[-1] and not closing and (words[-1][-1] == " " or is_wide or ord(words[-1][-1]) > 0x2E7F):
            words.append("")
        words[-1] += character
    return [word for word in words if word]
