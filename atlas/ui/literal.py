"""Text from outside where Streamlit reads Markdown: a file name must not become a picture or a link."""

import re

MARKUP = re.compile(r"[\\`*_\[\]<>#$~|:&]")


def literal(text: str) -> str:
    r"""The text with every sign escaped that could begin an image, a link, code, a colour or a formula.

    >>> literal("![](http://example.org/a.png).csv")
    '!\\[\\](http\\://example.org/a.png).csv'
    """
    return MARKUP.sub(r"\\\g<0>", text)
