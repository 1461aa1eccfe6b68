"""The tree of divisions: parents, children, and the units that a map of one division draws."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import pandas as pd

from atlas.divisions.model import COUNTRY, Division, Level, Scope
from atlas.divisions.search import SearchIndex
from atlas.problems import AtlasError, Problem

ANCESTORS = (Level.PROVINCE, Level.CITY, Level.COUNTY)
MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})


class Divisions:
    """All divisions, current and retired; look one up by code, walk the tree, or search by name."""

    def __init__(
        self, divisions: Iterable[Division], successors: Mapping[str, str], index: SearchIndex | None = None
    ) -> None:
        self._by_code = {division.code: division for division in divisions}
        self._successors = dict(successors)
        self._index = index
        self._units: dict[tuple[str, Level], tuple[Division, ...]] = {}
        children: dict[str, list[Division]] = defaultdict(list)
        for division in self._by_code.values():
            if division.parent is not None and division.valid_to is None:
                children[division.parent].append(division)
        self._children = {
            code: tuple(sorted(found, key=lambda child: child.code)) for code, found in children.items()
        }

    def __getitem__(self, code: str) -> Division:
        """The division with this code, retired ones included; AtlasError "unknown_division" if none."""
        division = self._by_code.get(code)
        if division is None:
            raise AtlasError(Problem("unknown_division", {"code": code}))
        return division

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[str]:
        """Every code, retired ones included."""
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self._by_code)

    def get(self, code: str) -> Division | None:
        """The division with this code, or None."""
        return self._by_code.get(code)

    def children(self, code: str) -> tuple[Division, ...]:
        """Current direct children in code order; those of scope OUTSIDE are drawn but never counted."""
        return self._children.get(code, ())

    def path(self, code: str) -> tuple[Division, ...]:
        """From the country down to the division itself."""
        division = self[code]
        upward = [division]
        while division.parent is not None:
            division = self[division.parent]
            upward.append(division)
        return tuple(reversed(upward))

    def units(self, within: str, level: Level) -> tuple[Division, ...]:
        """The current divisions that a map of `within` at `level` draws, in code order; they never overlap.

        Where a branch has no unit of that level, its nearest unit stands in, so that nothing is left white.
        At level city a county directly under its province stands for itself, and on a map of the country a
        municipality (Beijing, Tianjin, Shanghai, Chongqing) is one unit. At level county a city without
        counties (Dongguan, Zhongshan, Danzhou, Jiayuguan) stands for itself. Units without a polygon are
        included: they get a row and a tile.
        """
        kept = self._units.get((within, level))
        if kept is None:
            kept = self._units[within, level] = self._find_units(within, level)
        return kept

    def _find_units(self, within: str, level: Level) -> tuple[Division, ...]:
        start = self[within]
        if level.depth <= start.level.depth:
            return (start,) if level is start.level and start.valid_to is None else ()
        if level is not Level.TOWNSHIP and self._has_townships(start):
            return (start,)
        found = [unit for child in self.children(within) for unit in self._covering(child, level)]
        return tuple(sorted(found, key=lambda unit: unit.code))

    def levels_below(self, code: str) -> tuple[Level, ...]:
        """The levels that a map of this division may draw, from the coarsest; empty if it has no children."""
        division = self[code]
        if division.level is Level.COUNTRY:
            return (Level.PROVINCE, Level.CITY, Level.COUNTY)
        present = {child.level for child in self.children(code)}
        if division.level is Level.PROVINCE and Level.CITY in present:
            return (Level.CITY, Level.COUNTY)
        return tuple(level for level in Level if level in present)

    def resolve(self, code: str) -> str:
        """Today's code of a division that was recoded or merged; a current code gives itself back.

        Raises AtlasError "unknown_division" for a code that no division has or had.
        """
        seen: set[str] = set()
        while code in self._successors and code not in seen:
            seen.add(code)
            code = self._successors[code]
        return self[code].code

    def search(self, query: str, limit: int = 20) -> tuple[Division, ...]:
        """Current divisions whose Chinese or English name, pinyin, pinyin initials or code matches `query`.

        Townships come after all higher levels; then exact matches, matches at the start, and the rest.
        """
        if self._index is None:
            return ()
        return tuple(self._by_code[code] for code in self._index.find(query, limit))

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Current divisions: code, level, parent, province, city, county, scope, polygon.

        `province`, `city` and `county` are codes of ancestors, the division itself included, "" if none.
        """
        current = [division for division in self._by_code.values() if division.valid_to is None]
        ancestors = {COUNTRY: ("", "", "")}
        for division in sorted(current, key=lambda division: division.level.depth):
            row = list(ancestors[division.parent] if division.parent else ("", "", ""))
            if division.level in ANCESTORS:
                row[ANCESTORS.index(division.level)] = division.code
            ancestors[division.code] = (row[0], row[1], row[2])
        return pd.DataFrame(
            {
                "code": [division.code for division in current],
                "level": [division.level.value for division in current],
                "parent": [division.parent or "" for division in current],
                **{
                    level.value: [ancestors[division.code][position] for division in current]
                    for position, level in enumerate(ANCESTORS)
                },
                "scope": [division.scope.value for division in current],
                "polygon": [division.polygon for division in current],
            }
        )

    def _covering(self, division: Division, level: Level) -> list[Division]:
        if division.level.depth >= level.depth:
            return [division]
        whole = division.scope is not Scope.REPORTING
        if level is Level.CITY and division.code in MUNICIPALITIES:
            whole = True
        below = () if whole else self.children(division.code)
        if not below:
            return [division] if level is not Level.TOWNSHIP else []
        if level is not Level.TOWNSHIP and self._has_townships(division):
            return [division]
        return [unit for child in below for unit in self._covering(child, level)]

    def _has_townships(self, division: Division) -> bool:
        return any(child.level is Level.TOWNSHIP for child in self.children(division.code))
