"""Divisions by the names that people write: full, short, former, English and pinyin."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache

from atlas.divisions import COUNTRY, Division, Divisions, Level
from atlas.ingest.spreadsheet.division_forms import chinese_forms, english_stem
from atlas.ingest.spreadsheet.name_keys import name_key

Codes = tuple[str, ...]
_TIERS = 5
_FULL, _SHORT, _ENGLISH, _ENGLISH_STEM, _FORMER = range(_TIERS)


class DivisionNames:
    """An index over a register; build it with `division_names`, which keeps it."""

    def __init__(self, divisions: Divisions) -> None:
        self.divisions = divisions
        self._tiers: tuple[dict[str, list[str]], ...] = tuple(defaultdict(list) for _ in range(_TIERS))
        self._ancestors: dict[str, Codes] = {}
        self._townships: dict[str, dict[str, list[str]]] = {}
        self._names_in: dict[str, dict[str, list[str]]] = {}
        for code in divisions:
            if len(code) == 6:
                self._add(divisions[code])

    @cached_property
    def current(self) -> Set[str]:
        """The current codes down to the county."""
        return frozenset(
            code for code in self.divisions if len(code) == 6 and self.divisions[code].valid_to is None
        )

    def candidates(self, text: str, inside: str | None = None) -> Codes:
        """Current codes of what is called `text`: by full name, else short, English or former name.

        `inside` keeps those below one division; townships are found only below a county or a city.
        """
        written = name_key(text)
        stem = english_stem(written) if written.isascii() else written
        for key in dict.fromkeys((written, stem)):
            for tier in self._tiers:
                found = tuple(
                    code for code in tier.get(key, ()) if inside is None or self.lies_in(code, inside)
                )
                if found:
                    return found
            if inside is not None and (townships := self.townships(inside).get(key)):
                return tuple(townships)
        return ()

    def by_full_name(self, key: str) -> Codes:
        """Current codes whose whole Chinese name this is."""
        return tuple(self._tiers[_FULL].get(key, ()))

    def names_in(self, scope: str) -> dict[str, list[str]]:
        """Codes by full, short and English name below a division, its townships included where they are few;
        all names down to the county for ""."""
        kept = self._names_in.get(scope)
        if kept is None:
            kept = self._names_in[scope] = defaultdict(list)
            for tier in (self._tiers[_FULL], self._tiers[_SHORT], self._tiers[_ENGLISH]):
                for key, codes in tier.items():
                    kept[key] += [
                        code
                        for code in codes
                        if code not in kept[key] and (not scope or self.lies_in(code, scope))
                    ]
            for key, codes in self.townships(scope).items():
                kept[key] += codes
            for key in [key for key, codes in kept.items() if not codes]:
                del kept[key]
        return kept

    def are_former(self, text: str, codes: Codes) -> bool:
        """Whether all of `codes` are found under this text only because they were once called so."""
        key = name_key(text)
        former = self._tiers[_FORMER].get(key, ())
        today = {code for tier in self._tiers[:_FORMER] for code in tier.get(key, ())}
        return all(code in former and code not in today for code in codes)

    @cached_property
    def merged(self) -> Mapping[str, Codes]:
        """The former divisions that were merged into one of today's: those of its level that ended together.

        A division that was only renamed or recoded has one predecessor and is not here.
        """
        ended: dict[str, list[Division]] = defaultdict(list)
        for code in self.divisions:
            division = self.divisions[code]
            today = self.divisions.resolve(code)
            if division.valid_to is not None and self.divisions[today].level is division.level:
                ended[today].append(division)
        return {today: parts for today, former in ended.items() if len(parts := _ended_last(former)) > 1}

    def ancestors(self, code: str) -> Codes:
        """The codes above a division, the country first; the division itself is left out."""
        kept = self._ancestors.get(code)
        if kept is None:
            above: list[str] = []
            parent = self.divisions[code].parent
            while parent is not None:
                above.append(parent)
                parent = self.divisions[parent].parent
            kept = self._ancestors[code] = tuple(reversed(above))
        return kept

    def lies_in(self, code: str, ancestor: str) -> bool:
        """Whether a division lies below another one."""
        return ancestor == COUNTRY != code or ancestor in self.ancestors(code)

    def townships(self, within: str) -> dict[str, list[str]]:
        """Codes of the townships of a county or a city by their names; empty for larger divisions."""
        kept = self._townships.get(within)
        if kept is None:
            kept = self._townships[within] = self._find_townships(within)
        return kept

    def _find_townships(self, within: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        division = self.divisions.get(within)
        if division is None or division.level.depth < Level.CITY.depth:
            return found
        for township in self._below(division):
            key = name_key(township.name_zh)
            english = name_key(township.name_en)
            for form in dict.fromkeys((key, *chinese_forms(key), english, english_stem(english))):
                found[form].append(township.code)
        return found

    def _below(self, division: Division) -> Iterable[Division]:
        for child in self.divisions.children(division.code):
            if child.level is Level.TOWNSHIP:
                yield child
            else:
                yield from self._below(child)

    def _add(self, division: Division) -> None:
        key = name_key(division.name_zh)
        if division.valid_to is not None:
            code = self.divisions.resolve(division.code)
            if self.divisions[code].valid_to is None:
                for form in dict.fromkeys((key, *chinese_forms(key))):
                    _put(self._tiers[_FORMER], form, code)
            return
        _put(self._tiers[_FULL], key, division.code)
        for form in chinese_forms(key):
            _put(self._tiers[_SHORT], form, division.code)
        english = name_key(division.name_en)
        _put(self._tiers[_ENGLISH], english, division.code)
        _put(self._tiers[_ENGLISH_STEM], english_stem(english), division.code)


@lru_cache(maxsize=4)
def division_names(divisions: Divisions) -> DivisionNames:
    """The index of a register, built once for each."""
    return DivisionNames(divisions)


def _ended_last(former: Sequence[Division]) -> Codes:
    newest = max(division.valid_to for division in former if division.valid_to is not None)
    names = {division.name_zh: division.code for division in former if division.valid_to == newest}
    return tuple(names.values())


def _put(tier: dict[str, list[str]], key: str, code: str) -> None:
    if key and code not in tier[key]:
        tier[key].append(code)
