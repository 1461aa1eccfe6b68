"""Which conventions of dates and numbers a language follows, and which language a browser asks for."""

from functools import lru_cache

from babel import Locale

from atlas.language.catalogue import LANGUAGES

# British English puts the day before the month, which no reader elsewhere takes for anything else.
_CONVENTIONS = {"en": "en_GB", "zh": "zh_Hans_CN"}


@lru_cache(maxsize=len(LANGUAGES))
def locale_of(code: str) -> Locale:
    """The conventions that a language follows."""
    return Locale.parse(_CONVENTIONS[code])


def preferred(accept_language: str) -> str:
    """The language of the atlas that an Accept-Language header ranks highest; English if it names neither."""
    ranked = sorted(_offers(accept_language), key=lambda offer: -offer[0])
    for quality, tag in ranked:
        code = tag.split("-")[0].split("_")[0].lower()
        if quality > 0 and code in LANGUAGES:
            return code
    return LANGUAGES[0]


def _offers(header: str) -> list[tuple[float, str]]:
    offers = []
    for offer in header.split(","):
        tag, _, parameter = offer.strip().partition(";")
        try:
            quality = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            quality = 0.0
        offers.append((quality, tag.strip()))
    return offers
