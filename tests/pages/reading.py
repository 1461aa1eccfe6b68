"""What a person reads on a page that Streamlit's test browser has drawn."""

import re

from streamlit.testing.v1 import AppTest

WORDS = ("html", "caption", "markdown", "warning", "error", "info", "subheader", "title")


def html_of(app: AppTest) -> str:
    """All HTML that the page draws itself."""
    return "\n".join(element.proto.body for element in app.get("html"))


def text_of(app: AppTest) -> str:
    """The words of the page without markup."""
    words = [html_of(app)]
    words += [element.value for kind in WORDS[1:] for element in app.get(kind)]
    words += [element.label for kind in ("button", "selectbox", "expander") for element in app.get(kind)]
    return re.sub(r"<[^>]+>", " ", "\n".join(words))


def own_value(app: AppTest) -> str:
    """The number of the division looked at."""
    found = re.search(r'class="atlas-own-value">([^<]*)<', html_of(app))
    return found[1] if found else ""


def complaints(app: AppTest) -> list[str]:
    """The sentences that say what is wrong."""
    return [element.value for element in (*app.error, *app.warning)]


def failures(app: AppTest) -> list[str]:
    """Tracebacks that reached the page: there must never be any."""
    return [element.value for element in app.exception]
