"""The real register cut down to a few provinces, so that demonstration figures are made in seconds."""

from collections.abc import Iterable

from atlas.divisions import COUNTRY, Division, Divisions, load_divisions


def only(*provinces: str) -> Divisions:
    """The country with these provinces, everything below them, and the retired codes there."""
    country = load_divisions()
    kept = [country[COUNTRY], *(unit for code in provinces for unit in _subtree(country, code))]
    retired = {code: country.resolve(code) for code in OLD_CODES if code[:2] + "0000" in provinces}
    return Divisions([*kept, *(country[code] for code in retired)], retired)


OLD_CODES = ("500105", "500112", "540422", "540530")


def _subtree(country: Divisions, code: str) -> Iterable[Division]:
    yield country[code]
    for child in country.children(code):
        yield from _subtree(country, child.code)
