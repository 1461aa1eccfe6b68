"""Text that any file format can hold."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    """The text without characters that XML forbids and nobody could read."""
    return _FORBIDDEN.sub("", text)
