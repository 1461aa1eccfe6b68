"""One object per language, which turns the atlas's values into what a person reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from babel.lists import format_list

from atlas.language import calendar, numbers
from atlas.language.catalogue import LANGUAGES, translations
from atlas.language.locales import locale_of, preferred
from atlas.language.names import Named, name_in
from atlas.messages import N_
from atlas.periods import Period
from atlas.problems import TEMPLATES, Problem

_STATES = {
    "no_data": N_("no data"),
    "not_applicable": N_("not applicable"),
    "suppressed": N_("suppressed"),
    "outside": N_("outside the reporting scope"),
}
_QUALIFIERS = {
    "exact": "{figure}",
    "about": N_("about {figure}"),
    "over": N_("over {figure}"),
    "at_least": N_("at least {figure}"),
}
_PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Language:
    """English (`en`) or Chinese (`zh`): every method returns text for a reader of that language."""

    code: str

    def __post_init__(self) -> None:
        if self.code not in LANGUAGES:
            raise ValueError(f"{self.code!r} is none of {', '.join(LANGUAGES)}")

    @classmethod
    def from_accept(cls, header: str | None) -> Self:
        """The language that a browser's Accept-Language header asks for."""
        return cls(preferred(header or ""))

    def text(self, message: str, **fields: object) -> str:
        """Translate `message`, an English sentence of the catalogues, then fill its braces with `fields`.

        Fields are put in as they are: write numbers with `number` first (a year, say, has no grouping).
        """
        translated = translations(self.code).gettext(message) if message else ""
        return translated.format(**fields) if fields else translated

    def plural(self, one: str, many: str, count: int, **fields: object) -> str:
        """Translate for `count` things; `{count}` in the sentence is filled with the grouped number."""
        catalogue = translations(self.code)
        # Where the two forms were marked one by one, the form chosen is a message of its own.
        translated = catalogue.gettext(catalogue.ngettext(one, many, count))
        return translated.format(**{"count": self.number(count), **fields})

    def problem(self, problem: Problem) -> str:
        """The sentence of a problem; fields that are themselves messages (a remedy) are translated too."""
        fields = {key: self.text(value) for key, value in problem.fields.items()}
        return self.text(TEMPLATES.get(problem.id, problem.id)).format_map(_Blanks(fields))

    def number(self, value: float | None, decimals: int = 0) -> str:
        """Grouped digits with exactly `decimals` decimals, rounded half up; no value reads "no data"."""
        if value is None or not numbers.is_number(value):
            return self.missing("no_data")
        return numbers.write_number(self.code, value, decimals)

    def change(self, value: float | None, decimals: int = 0) -> str:
        """A difference with its sign: "+0.21"."""
        if value is None or not numbers.is_number(value):
            return self.missing("no_data")
        return numbers.write_change(self.code, value, decimals)

    def alike(self, values: Iterable[float], decimals: int = 0) -> tuple[str, ...]:
        """Numbers as `number` rounds them, in 万 or millions where that drops no digit of any: 3万, 4.5万."""
        return numbers.write_alike(self.code, [float(numbers.rounded(value, decimals)) for value in values])

    def percent(self, value: float | None, decimals: int = 1) -> str:
        """A percentage given as 0–100; anything below 100 is written below 100 however few the decimals."""
        if value is None or not numbers.is_number(value):
            return self.missing("no_data")
        return numbers.write_percent(self.code, value, decimals)

    def quantity(self, value: float | None, unit: Named, decimals: int = 0) -> str:
        """A number with its unit: a thin space between them in English, none in Chinese."""
        if value is None or not numbers.is_number(value):
            return self.missing("no_data")
        if _is_percent(unit):
            return self.percent(value, decimals)
        return self._with_unit(self.number(value, decimals), unit)

    def stated(self, value: float, unit: Named, qualifier: str = "exact") -> str:
        """A figure as its source states it, in all its digits: "over 16,000 rooms", 1.6万余间.

        `qualifier` is exact, about, over or at_least.
        """
        exact = numbers.write_exactly(self.code, value)
        if _is_percent(unit):
            return self.qualified(f"{exact}%", qualifier)
        if self._is_more_than(value, qualifier):
            return self._with_unit(f"{exact}余", unit)
        return self.qualified(self._with_unit(exact, unit), qualifier)

    def stated_figure(self, value: float, qualifier: str) -> str:
        """The same without its unit, for places that show the unit once: "over 16,000", 1.6万余."""
        exact = numbers.write_exactly(self.code, value)
        return f"{exact}余" if self._is_more_than(value, qualifier) else self.qualified(exact, qualifier)

    def qualified(self, figure: str, qualifier: str) -> str:
        """A figure in words with its qualifier (exact, about, over or at_least): "about 830,000"."""
        return self.text(_QUALIFIERS[qualifier]).format(figure=figure)

    def place(self, first: int, last: int | None = None) -> str:
        """A place in a ranking, or those between which it lies: "5th", "5th–11th", 第5位, 第5–11位."""
        ends = [first] if last is None or last == first else [first, last]
        if self.code == "zh":
            return f"第{'–'.join(str(each) for each in ends)}位"
        return "–".join(numbers.write_ordinal(each) for each in ends)

    def missing(self, state: str) -> str:
        """What stands where a value would: for the states no_data, not_applicable, suppressed and outside."""
        return self.text(_STATES[state])

    def date(self, value: date | str) -> str:
        """A date in words; a text in ISO form may lack the day or the month ("2025-11"), and others stay."""
        return calendar.write_date(self, value)

    def moment(self, value: datetime) -> str:
        """A moment (in UTC if it names no zone) by the offices' clock: "5 March 2026, 14:05"."""
        return calendar.write_moment(self, value)

    def period(self, period: Period, *, short: bool = False) -> str:
        """A period in words: "March 2024", 2024年3月; `short` fits an axis: "Mar 2024"."""
        return calendar.write_period(self, period, short=short)

    def name(self, thing: Named) -> str:
        """The name of anything that has one in both languages."""
        return name_in(self.code, thing)

    def join(self, items: Iterable[str]) -> str:
        """A list in a sentence: "a, b and c", a、b和c."""
        return format_list(list(items), locale=locale_of(self.code))

    def sentences(self, parts: Iterable[str]) -> str:
        """Sentences one after the other, with a space between them in English; empty ones are left out."""
        return ("" if self.code == "zh" else " ").join(part for part in parts if part)

    def _is_more_than(self, value: float, qualifier: str) -> bool:
        """Whether Chinese writes 余 behind the number, as it does behind round ones."""
        return self.code == "zh" and qualifier == "over" and numbers.is_round(value)

    def _with_unit(self, figure: str, unit: Named) -> str:
        label = self.name(unit)
        if self.code == "en" and figure == "1":
            label = getattr(unit, "en_one", None) or label
        gap = numbers.THIN_SPACE if self.code == "en" and label else ""
        return f"{figure}{gap}{label}"


def _is_percent(unit: Named) -> bool:
    return getattr(unit, "family", "") == _PERCENT


class _Blanks(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"
