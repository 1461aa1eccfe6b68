"""What each address of a table can mean, and what is chosen as more becomes known."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property

from atlas.divisions import COUNTRY, Level, Scope
from atlas.ingest.spreadsheet.division_addresses import Address, Addresses, Reading
from atlas.ingest.spreadsheet.division_forms import chinese_forms
from atlas.ingest.spreadsheet.division_names import Codes, DivisionNames
from atlas.ingest.spreadsheet.sibling_levels import SiblingLevels


class Choices:
    """The readings of a table's addresses, narrowed step by step; `settled` holds places in `codes`, −1 where
    nothing is chosen yet."""

    def __init__(self, addresses: Sequence[Address], readings: Sequence[Reading], reader: Addresses) -> None:
        self.addresses = addresses
        self.readings = list(readings)
        self.reader = reader
        self.names: DivisionNames = reader.names
        self.codes: list[str] = []
        self._index: dict[str, int] = {}
        self._inside: dict[tuple[int, str], Reading] = {}
        self.settled = [
            self.number(reading.codes[0]) if len(reading.codes) == 1 else -1 for reading in readings
        ]

    def number(self, code: str) -> int:
        """The place of a code in `codes`, where it is added if it is new."""
        if code not in self._index:
            self._index[code] = len(self.codes)
            self.codes.append(code)
        return self._index[code]

    def chosen(self, place: int) -> str:
        """The code that an address stands for, "" while it is doubtful."""
        return self.codes[self.settled[place]] if self.settled[place] >= 0 else ""

    def doubtful(self, used: Iterable[int]) -> list[int]:
        """The addresses that can mean something, but not yet one thing alone."""
        return [place for place in used if self.settled[place] < 0 and self.readings[place].codes]

    def keep(self, place: int, codes: Codes) -> None:
        """Narrow what an address can mean; nothing is kept out where nothing would be left."""
        if codes:
            self.readings[place] = replace(self.readings[place], codes=codes)
        if len(codes) == 1:
            self.settled[place] = self.number(codes[0])

    def titled(self, scope: str, used: Sequence[int]) -> str:
        """The title's division, "" where the rows show that it names something else.

        Either most of them lie elsewhere and in several provinces: then the title names who made the table.
        Or all lie in one other province, which has a division of that name too: 朝阳 above places of Beijing.
        """
        provinces = [self._province(code) for place in used if (code := self.chosen(place))]
        elsewhere = [province for province in provinces if province not in ("", self._province(scope))]
        several = 2 * len(elsewhere) > len(provinces) and len(set(elsewhere)) > 1
        alike = len(elsewhere) == len(provinces) > 0 and set(elsewhere) <= self._provinces_with_name(scope)
        return "" if several or alike else scope

    def settle_inside(self, place: int, scope: str) -> bool:
        """Prefer what lies in the division that the title names; False where all lies in other provinces."""
        codes = self.readings[place].codes
        if not scope or (codes and all(self._in(code, scope) for code in codes)):
            return True
        found = self.inside(place, scope, townships=True)
        if found.codes:
            self.readings[place] = found
            self.keep(place, found.codes)
            return True
        near = tuple(code for code in codes if self._may_stand_in(code, scope))
        self.keep(place, near)
        if codes and not near:
            self.readings[place] = Reading(())
            self.settled[place] = -1
        return not codes or bool(near)

    def settle_level(self, place: int, level: Level | None) -> None:
        """Prefer the level that the column's heading names, but a county that another row names in full is
        not meant by the name of its city."""
        codes = self.readings[place].codes
        if len(codes) < 2:
            return
        apart = tuple(code for code in codes if code not in self._index or not self._lies_in_any(code, codes))
        self.keep(place, tuple(code for code in apart if self._level(code) is level) or apart)

    def settle_among_siblings(self, used: Sequence[int]) -> None:
        """Prefer the level of most other names, where a division of that level lies among theirs.

        Where another row names that division without doubt, a larger one of the name may be meant:
        海南 beside 海南州.
        """
        chosen = {place: code for place in used if (code := self.chosen(place))}
        heads = {above for code in chosen.values() for above in self.names.ancestors(code)}
        named = set(chosen.values())
        possible = {
            place: self._levels(place)
            for place in used
            if chosen.get(place) not in heads and self.readings[place].codes
        }
        levels = SiblingLevels(possible.values())
        around = {level: self._around(named, level) for level in Level}
        for place in self.doubtful(used):
            own = possible[place]
            level = levels.of(own)
            codes = tuple(code for code in self.readings[place].codes if self._level(code) is level)
            if level is None or not any(self._in(code, around[level]) for code in codes):
                continue
            if named.isdisjoint(codes) or level is min(own, key=lambda each: each.depth):
                self.keep(place, codes)

    def settle_larger(self, place: int) -> None:
        """Of a city and its own county, the city."""
        codes = self.readings[place].codes
        self.keep(place, tuple(code for code in codes if not self._lies_in_any(code, codes)))

    def settle_heads(self, neighbours: Mapping[int, tuple[str, str]], used: Iterable[int]) -> None:
        """A name above its parts is the division that they are parts of.

        `neighbours` are the divisions of the rows before and after a doubtful name, "" for none.

        Only where the table is about such divisions: all its rows lie in that one, or another name can be one
        of its level. In a list of cities 吉林 may well stand before 长春.
        """
        used = list(used)
        around = self.common_ancestor(used)
        names_of_level = Counter(level for place in used for level in self._levels(place))
        for place, (before, after) in neighbours.items():
            heads = self._heads(place, before, after)
            nearest = max(heads, key=lambda code: self._level(code).depth, default="")
            if nearest and (
                (around and self._in(around, nearest)) or names_of_level[self._level(nearest)] > 1
            ):
                self.keep(place, (nearest,))

    def _heads(self, place: int, before: str, after: str) -> list[str]:
        return [
            code
            for code in self.readings[place].codes
            if after and self.names.lies_in(after, code) and not (before and self._in(before, code))
        ]

    def settle_near(self, place: int, scopes: Iterable[str]) -> None:
        """Look in the smallest division that holds the rest of the file, then beside its other units."""
        for scope in scopes:
            found = self.inside(place, scope, townships=self._level(scope) is Level.COUNTY)
            if len(found.codes) == 1:
                self.readings[place] = found
                self.settled[place] = self.number(found.codes[0])
                return
        codes = self.readings[place].codes
        beside = (
            [code for code in codes if self.names.divisions[code].parent in self._parents] if codes else []
        )
        if len(beside) == 1:
            self.settled[place] = self.number(beside[0])

    def inside(self, place: int, scope: str, *, townships: bool) -> Reading:
        """What an address can mean in one division.

        Without `townships`, a name that a larger division somewhere has is not taken for a township.
        """
        kept = self._inside.get((place, scope))
        own = self.readings[place]
        if kept is None:
            codes = tuple(code for code in own.codes if self._in(code, scope))
            kept = replace(own, codes=codes)
            if not codes and not any("/" in part for part in self.addresses[place]):
                kept = self.reader.read(self.addresses[place], scope)
            self._inside[place, scope] = kept
        if own.codes and not townships:
            return replace(kept, codes=tuple(code for code in kept.codes if not self._is_township(code)))
        return kept

    def may_stand_beside(self, place: int, code: str) -> bool:
        """Whether an address can mean another division of the level of `code`, rather than a part of it."""
        level = self._level(code)
        return any(each != code and self._level(each) is level for each in self.readings[place].codes)

    def common_ancestor(self, used: Iterable[int]) -> str:
        """The smallest division that holds every settled row, "" where that is the country."""
        common = self._common([code for place in used if (code := self.chosen(place))])
        return common if common != COUNTRY else ""

    @cached_property
    def _parents(self) -> Set[str | None]:
        return {self.names.divisions[self.codes[each]].parent for each in self.settled if each >= 0}

    def _around(self, codes: Iterable[str], level: Level) -> str:
        return self._common([code for code in codes if self._level(code) is level]) or COUNTRY

    def _common(self, codes: Iterable[str]) -> str:
        common: Codes | None = None
        for code in dict.fromkeys(codes):
            above = self.names.ancestors(code)
            if common is None:
                common = above
            else:
                common = tuple(left for left, right in zip(common, above, strict=False) if left == right)
        return common[-1] if common else ""

    def _may_stand_in(self, code: str, scope: str) -> bool:
        """Whether a table of `scope` can hold a division for comparison: one of its province, the country,
        and the Corps, whose places lie in Xinjiang but are counted apart."""
        corps = Scope.CORPS in (self.names.divisions[each].scope for each in (code, scope))
        return corps or self._province(code) in ("", self._province(scope))

    def _province(self, code: str) -> str:
        return (*self.names.ancestors(code), code)[1:2][0] if code not in ("", COUNTRY) else ""

    def _provinces_with_name(self, code: str) -> Set[str]:
        forms = chinese_forms(self.names.divisions[code].name_zh)
        return {self._province(each) for form in forms for each in self.names.candidates(form)}

    def _lies_in_any(self, code: str, others: Iterable[str]) -> bool:
        return any(self.names.lies_in(code, other) for other in others)

    def _level(self, code: str) -> Level:
        return self.names.divisions[code].level

    def _levels(self, place: int) -> Set[Level]:
        return {self._level(code) for code in self.readings[place].codes}

    def _is_township(self, code: str) -> bool:
        return self._level(code) is Level.TOWNSHIP

    def _in(self, code: str, scope: str) -> bool:
        return code == scope or self.names.lies_in(code, scope)
