"""The rules of rolling up, written the slow and obvious way: dictionaries, loops, one division at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from atlas.periods import Period, PeriodKind

PIECES = {PeriodKind.HALF: 6, PeriodKind.QUARTER: 3}


@dataclass(frozen=True)
class Observation:
    """One figure that holds."""

    division: str
    measure: str
    period: Period
    value: float
    status: str = "value"


@dataclass(frozen=True)
class Amount:
    """A figure or a sum.

    What it says, which months it covers, and the first and last month at whose end it holds. `average` is, of
    a sum, how many months its parts cover, those that are missing with none.
    """

    status: str
    values: tuple[float, ...]
    months: frozenset[int]
    whole: bool = True
    newest: int = 0
    oldest: int = 0
    basis: str = "reported"
    reported: int = 0
    expected: int = 0
    average: float | None = None

    @property
    def covered(self) -> float:
        """How many months there are figures for."""
        return len(self.months) if self.average is None else self.average


@dataclass
class Oracle:
    """`children` are the counted ones.

    `kinds` says stock or flow for each measure, `carried` which ones last.
    """

    children: dict[str, tuple[str, ...]]
    observations: list[Observation]
    kinds: Mapping[str, str]
    carried: frozenset[str] = field(default=frozenset())

    def total(self, division: str, measure: str, period: Period) -> Amount | None:
        """One measure: reported, else the sum over the children."""
        own = self.own(division, measure, period)
        if own is not None:
            return own
        return self.stands_for(
            self.summed(division, [self.total(child, measure, period) for child in self.children[division]])
        )

    def pair(self, division: str, top: str, base: str, period: Period) -> Amount | None:
        """Numerator and denominator over the same children and months."""
        own = self.own_pair(division, top, base, period)
        if own is not None:
            return own
        return self.stands_for(
            self.summed(division, [self.pair(child, top, base, period) for child in self.children[division]])
        )

    def stands_for(self, amount: Amount | None) -> Amount | None:
        """The sum, if at least half of the children are in it."""
        return amount if amount is not None and 2 * amount.reported >= amount.expected else None

    def summed(self, division: str, amounts: list[Amount | None]) -> Amount | None:
        """The sum of what the children have."""
        there = [amount for amount in amounts if amount is not None]
        if not there:
            return None
        statuses = {amount.status for amount in there}
        status = next(each for each in ("suppressed", "value", "not_applicable") if each in statuses)
        months = frozenset().union(*(amount.months for amount in there))
        width = len(there[0].values)
        return Amount(
            status=status,
            values=tuple(sum(amount.values[place] for amount in there) for place in range(width)),
            months=months,
            whole=len(there) == len(amounts) and all(each.whole and each.months == months for each in there),
            newest=max(amount.newest for amount in there),
            oldest=min(amount.oldest for amount in there),
            basis="rolled_up",
            reported=len(there),
            expected=len(amounts),
            average=sum(amount.covered for amount in there) / len(amounts),
        )

    def own_pair(self, division: str, top: str, base: str, period: Period) -> Amount | None:
        """What the division reported of both, or of one while its children reported the other completely."""
        first, second = self.own(division, top, period), self.own(division, base, period)
        if first is not None and second is not None and not self.match(top, base, first, second):
            shared = self.shared(division, top, base, period)
            first, second = self.own(division, top, period, shared), self.own(division, base, period, shared)
        if first is None and second is None:
            return None
        if first is not None and second is not None:
            return both(first, second, "reported")
        have, lacking = (first, base) if first is not None else (second, top)
        assert have is not None
        other = self.summed(
            division, [self.total(child, lacking, period) for child in self.children[division]]
        )
        if have.status != "value" or other is None or other.status != "value" or not other.whole:
            return None
        if not self.match(top, base, have, other):
            return None
        return both(have, other, "mixed") if first is not None else both(other, have, "mixed")

    def match(self, top: str, base: str, first: Amount, second: Amount) -> bool:
        """Whether two amounts are about the same months."""
        kinds = {self.kinds[top], self.kinds[base]}
        if kinds == {"flow"}:
            return first.months == second.months
        if kinds == {"stock"} and base not in self.carried:
            return len({first.newest, first.oldest, second.newest, second.oldest}) == 1
        return True

    def shared(self, division: str, top: str, base: str, period: Period) -> set[int]:
        """Months for which the division has a figure of both measures."""
        stock = self.kinds[top] == "stock"
        wanted = (PeriodKind.MONTH, PeriodKind.YEAR) if stock else (PeriodKind.MONTH,)
        found = [
            {each.period.last for each in self.of(division, measure) if each.period.kind in wanted}
            for measure in (top, base)
        ]
        return {month for month in found[0] & found[1] if period.first <= month <= period.last}

    def own(self, division: str, measure: str, period: Period, only: set[int] | None = None) -> Amount | None:
        """What the division itself reported."""
        found = self.of(division, measure)
        if only is not None:
            found = [each for each in found if each.period.last in only]
            kinds = (
                (PeriodKind.MONTH, PeriodKind.YEAR) if self.kinds[measure] == "stock" else (PeriodKind.MONTH,)
            )
            found = [each for each in found if each.period.kind in kinds]
        if self.kinds[measure] == "flow":
            return flow(found, period)
        if measure in self.carried:
            return last_point(found, Period(PeriodKind.SPAN, 0, period.last), period)
        exact = [each for each in found if each.period == period]
        if exact:
            return point(exact[0], period)
        return last_point(found, period, period)

    def of(self, division: str, measure: str) -> list[Observation]:
        """The observations of one measure of one division."""
        return [each for each in self.observations if (each.division, each.measure) == (division, measure)]


def flow(found: list[Observation], period: Period) -> Amount | None:
    """The exact figure, else all months, both halves, all quarters, else some months."""
    exact = [each for each in found if each.period == period]
    if exact:
        return added(exact)
    months = [each for each in found if each.period.kind is PeriodKind.MONTH and period.contains(each.period)]
    if len(months) == period.months:
        return added(months)
    for kind, length in PIECES.items():
        pieces = [each for each in found if each.period.kind is kind and period.contains(each.period)]
        if length < period.months and len(pieces) * length == period.months:
            return added(pieces)
    return added(months) if months else None


def added(pieces: list[Observation]) -> Amount:
    """The sum of pieces that do not overlap."""
    statuses = {piece.status for piece in pieces}
    status = next(each for each in ("suppressed", "value", "not_applicable") if each in statuses)
    months = frozenset(
        month for piece in pieces for month in range(piece.period.first, piece.period.last + 1)
    )
    return Amount(status, (sum(piece.value for piece in pieces if piece.status == "value"),), months)


def last_point(found: list[Observation], within: Period, period: Period) -> Amount | None:
    """The latest month or year that ends within."""
    kinds = [PeriodKind.MONTH, PeriodKind.YEAR]
    if within.kind is PeriodKind.YEAR:
        kinds.reverse()
    points = [
        each
        for each in found
        if each.period.kind in kinds and within.first <= each.period.last <= within.last
    ]
    points.sort(key=lambda each: (-each.period.last, kinds.index(each.period.kind)))
    return point(points[0], period) if points else None


def point(found: Observation, period: Period) -> Amount:
    """A stock holds for every month of the period."""
    value = found.value if found.status == "value" else 0.0
    months = frozenset(range(period.first, period.last + 1))
    return Amount(found.status, (value,), months, newest=found.period.last, oldest=found.period.last)


def both(top: Amount, base: Amount, basis: str) -> Amount:
    """Two amounts of one division side by side."""
    statuses = {top.status, base.status}
    status = next(each for each in ("suppressed", "not_applicable", "value") if each in statuses)
    return Amount(
        status=status,
        values=(top.values[0], base.values[0]) if status == "value" else (0.0, 0.0),
        months=top.months & base.months,
        newest=top.newest,
        oldest=top.newest,
        basis=basis,
    )
