"""The type of charts and images, and how much room words take in it."""

import unicodedata

FONT = "PingFang SC, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC, Segoe UI, Roboto, sans-serif"
ELLIPSIS = "…"
WIDE = 1.0
NARROW = {
    "i": 0.26,
    "j": 0.26,
    "l": 0.26,
    "I": 0.3,
    "f": 0.32,
    "t": 0.35,
    "r": 0.38,
    "m": 0.9,
    "w": 0.78,
    "W": 0.9,
}
CAPITAL, SMALL, THIN = 0.64, 0.56, 0.3


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
    if unicodedata.east_asian_width(character) in "WFA" and not character.isascii():
        return WIDE if ord(character) > 0x2E7F else SMALL
    if character in NARROW:
        return NARROW[character]
    if character.isupper():
        return CAPITAL
    return THIN if character in " .,:;'|!()[]·\u2009\u202f\u200a" else SMALL


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
