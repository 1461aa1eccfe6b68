"""Numbers as a language writes them; rounded half up from their decimal digits, as done by hand."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite

from babel.numbers import get_decimal_symbol, get_group_symbol

from atlas.language.locales import locale_of

MINUS = "\N{MINUS SIGN}"
THIN_SPACE = "\N{THIN SPACE}"

_SCALES: dict[str, tuple[tuple[int, str], ...]] = {
    "en": ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")),
    "zh": ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
}


def is_number(value: float | None) -> bool:
    """Whether there is a value to write."""
    return value is not None and isfinite(value)


def write_number(code: str, value: float, decimals: int) -> str:
    """Grouped digits with exactly `decimals` decimals and a true minus sign."""
    return _write(code, rounded(value, decimals))


def write_change(code: str, value: float, decimals: int) -> str:
    """A difference, with its sign; one that rounds to nothing has none."""
    found = rounded(value, decimals)
    return f"{'+' if found > 0 else ''}{_write(code, found)}"


def write_percent(code: str, value: float, decimals: int) -> str:
    """A percentage given as 0–100. Less than all is never written as 100 %."""
    return f"{_write(code, rounded_percent(value, decimals))}%"


def rounded_percent(value: float, decimals: int) -> Decimal:
    """The number that `write_percent` writes."""
    found = rounded(value, decimals)
    return Decimal(str(value)).quantize(_step(decimals), ROUND_DOWN) if value < 100 <= found else found


def write_exactly(code: str, value: float) -> str:
    """Every digit of a stated figure, in a newspaper's scale where two decimals suffice."""
    exact = Decimal(str(value))
    for scale, word in _SCALES[code]:
        scaled = exact / scale
        if abs(scaled) >= 1 and scaled == scaled.quantize(_step(2)):
            return _write(code, _shortest(scaled)) + word
    return _write(code, _shortest(exact))


def write_alike(code: str, values: Sequence[float]) -> tuple[str, ...]:
    """Every digit of several numbers, all in the language's scales or, where one does not fit those, none."""
    exact = [Decimal(str(value)) for value in values]
    plain = [_write(code, _shortest(each)) for each in exact]
    short = [write_exactly(code, value) for value in values]
    least = _SCALES[code][-1][0]
    fits = all(
        one != other for one, other, each in zip(plain, short, exact, strict=True) if abs(each) >= least
    )
    return tuple(short if fits else plain)


def write_ordinal(number: int) -> str:
    """An English ordinal: 1st, 2nd, 3rd, 11th."""
    teens = 10 < number % 100 < 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def is_round(value: float) -> bool:
    """Whether a whole number ends in a nought, as the numbers do after which Chinese puts 余."""
    return value >= 10 and value % 10 == 0


def rounded(value: float | Decimal, decimals: int) -> Decimal:
    """The number that `write_number` writes: rounded half up from its decimal digits."""
    return Decimal(str(value)).quantize(_step(decimals), ROUND_HALF_UP)


def _shortest(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _write(code: str, value: Decimal) -> str:
    text = format(abs(value), ",f").translate(_symbols(code))
    return f"{MINUS}{text}" if value < 0 else text


@lru_cache
def _step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


@lru_cache
def _symbols(code: str) -> dict[int, str]:
    locale = locale_of(code)
    return {ord(","): get_group_symbol(locale), ord("."): get_decimal_symbol(locale)}
