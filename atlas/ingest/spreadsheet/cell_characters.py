"""The characters of a cell, made plain: full-width forms, odd spaces and invisible marks."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n"), " ")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\ufeff\x00"), "")
_ALIKE = {0x2212: "-", 0xFFE5: "¥", 0x3001: "、", 0x2019: "'"}
# Unicode's own compatibility forms (NFKC) would turn the footnote mark of 12① into a digit.
_PLAIN: dict[int, str | int] = {**_FULL_WIDTH, **_SPACES, **_INVISIBLE, **_ALIKE}


def plain(text: str) -> str:
    """`text` with ordinary digits, punctuation and spaces, without invisible characters and outer spaces.

    A leading apostrophe, by which people make a spreadsheet keep a text, is dropped.

    >>> plain("\u3000１，２３４％ ")
    '1,234%'
    """
    return text.translate(_PLAIN).strip(" ").removeprefix("'").strip(" ")
