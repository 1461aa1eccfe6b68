"""The form in which names of columns, measures and divisions are compared."""

import re
import unicodedata
from functools import lru_cache

_OTHERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """`text` without spaces, punctuation, footnote marks, accents and upper case.

    What people teach (an alias of a division or of a column) is kept in this form.

    >>> name_key(" 贵 阳 市①（含Guì'ān）")
    '贵阳市含guian'
    """
    letters = _OTHERS.sub("", text)
    if unicodedata.is_normalized("NFKD", letters):
        return letters.casefold()
    kept = "".join(letter for letter in letters if _counts(letter))
    decomposed = unicodedata.normalize("NFKD", kept)
    return "".join(letter for letter in decomposed if _counts(letter)).casefold()


def _counts(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] == "L" or category in ("Nd", "Nl")
