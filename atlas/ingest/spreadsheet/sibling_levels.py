"""The level that the other names of a table tell for a doubtful one: 河北 among provinces is the province."""

from collections import Counter
from collections.abc import Iterable, Set

from atlas.divisions import Level


class SiblingLevels:
    """How many names of a table can be of each level, and how many are for certain."""

    def __init__(self, possible: Iterable[Set[Level]]) -> None:
        names = list(possible)
        self._total = len(names)
        self._possible = Counter(level for levels in names for level in levels)
        self._certain = Counter(level for levels in names if len(levels) == 1 for level in levels)
        self._largest = Counter(min(levels, key=_depth) for levels in names)

    def of(self, own: Set[Level]) -> Level | None:
        """The level, among those that one of the names can have, of most others; None where they do not tell.

        Of two levels with as many names the larger is meant if every name can have it. Names that are all
        doubtful tell only what is the largest level of each: 海南 and 河北 are provinces, but whether 吉林
        and 朝阳 are two cities nobody can say.
        """
        if len(own) < 2:
            return None
        others = {level: self._possible[level] - 1 for level in own}
        first, second = sorted(own, key=lambda level: (-others[level], level.depth))[:2]
        if not others[first] or not (self._certain[first] or self._largest[first] == self._total):
            return None
        every = others[first] == self._total - 1
        return first if every or others[first] > others[second] else None


def _depth(level: Level) -> int:
    return level.depth
