"""What indicators.yaml may say: measures, indicators, their units and topics."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from atlas.periods import Period

Text = Annotated[str, Field(min_length=1)]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Kind = Literal["stock", "flow", "rate"]
ReportingLevel = Literal["province", "city", "county", "township"]
Derived = Literal["cities", "counties", "townships"]
Direction = Literal["higher", "lower", "none"]
Interval = Literal["wilson", "byar", "none"]
SchemeName = Literal["quantiles", "natural_breaks", "equal_interval", "stated"]
Symbol = Literal["circles", "choropleth"]
PERIOD_CODE = r"^[12]\d{3}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$"
Family = Literal["count", "person", "percent", "points", "CNY", "per_10k", "hours", "ratio"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(_Strict):
    """The same text in Chinese and in English."""

    zh: Text
    en: Text


class Unit(_Strict):
    """The unit of a number: the word after it, and the family under which tables of figures write it."""

    id: Identifier
    zh: Text
    en: Text
    en_one: Text | None = None
    family: Family

    @property
    def name(self) -> Bilingual:
        """The label, plural in English."""
        return Bilingual(zh=self.zh, en=self.en)

    @property
    def written(self) -> str:
        """How a table of figures writes this unit: percentage points, too, are written as percent."""
        return "percent" if self.family == "points" else self.family

    @property
    def factor(self) -> int:
        """What a quotient is multiplied by to be in this unit."""
        return {"percent": 100, "per_10k": 10_000}.get(self.family, 1)


class Topic(_Strict):
    """A chapter of the list of indicators."""

    id: Identifier
    name: Bilingual


class Aliases(_Strict):
    """Other names of a measure, as files write them."""

    zh: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class Measure(_Strict):
    """One raw reported quantity.

    A stock holds at the end of a period, a flow is counted during it; a rate is a percentage, a ratio or
    a standard that a source states, which is never summed and never rolled up. `reported_by` is the lowest
    level that reports it. A measure with `carry_forward` keeps its latest value until the next one; one that
    is `derived` is a number of divisions, counted in the division tree. `aliases` are what the columns of
    uploaded files may call it besides its name. A `signed` measure states a change: it may be negative, and
    as a percentage above 100. Counts of persons below `suppress_below`, zero excepted, are withheld, with as
    many others as would give them back.
    """

    id: Identifier
    name: Bilingual
    unit: Identifier
    kind: Kind
    topic: Identifier
    reported_by: ReportingLevel
    carry_forward: bool = False
    derived: Derived | None = None
    definition: Bilingual | None = None
    traps: Bilingual | None = None
    aliases: Aliases = Aliases()
    signed: bool = False
    suppress_below: Annotated[int, Field(ge=2, le=100)] | None = None


class Classes(_Strict):
    """How a map's classes are found; `breaks` are the k − 1 inner ones, and only for stated classes."""

    scheme: SchemeName = "quantiles"
    k: Annotated[int, Field(ge=2, le=7)] = 5
    breaks: tuple[float, ...] = ()


class Target(_Strict):
    """A value that a named public source planned for, by a day."""

    value: float
    by: date
    source: Bilingual


class Redefinition(_Strict):
    """From `since` on, the code of a period, the figures mean something else than before; `what` says why."""

    since: Annotated[str, Field(pattern=PERIOD_CODE)]
    what: Bilingual

    @property
    def month(self) -> int:
        """The first month with the new meaning, counted as in `Period`."""
        return Period.parse(self.since).first


class Indicator(_Strict):
    """One measure as it is, numerator ÷ denominator × factor, a coverage, or a stated rate.

    `stated` is the measure of kind rate that sources state for the same thing: it is shown first, the
    computed value beside it. An indicator without a numerator is only ever stated. `stands_in` is shown
    where this indicator has no value. `version` rises whenever the definition changes. `redefined` lists when
    what is counted came to mean something else, so that figures before and after are not comparable.
    """

    id: Identifier
    name: Bilingual
    short_name: Bilingual
    topic: Identifier
    unit: Identifier
    numerator: Identifier | None = None
    denominator: Identifier | None = None
    factor: Literal[1, 100, 10_000] = 1
    coverage: bool = False
    unit_level: ReportingLevel | None = None
    stated: Identifier | None = None
    direction: Direction
    decimals: Annotated[int, Field(ge=0, le=4)] = 0
    classes: Classes = Classes()
    interval: Interval = "none"
    target: Target | None = None
    definition: Bilingual
    traps: Bilingual | None = None
    version: Annotated[int, Field(ge=1)] = 1
    headline: bool = False
    stands_in: Identifier | None = None
    redefined: tuple[Redefinition, ...] = ()

    @property
    def is_ratio(self) -> bool:
        """Whether the value is a quotient, a coverage or a stated rate, rather than one measure as it is."""
        return self.denominator is not None or self.coverage or self.stated is not None

    @property
    def symbol(self) -> Symbol:
        """How a map draws it: counts as circles, ratios as coloured polygons."""
        return "choropleth" if self.is_ratio else "circles"

    def redefined_between(self, earlier: Period, later: Period) -> tuple[Redefinition, ...]:
        """What keeps figures of two periods from being compared: what changed after the first had begun."""
        return tuple(each for each in self.redefined if earlier.first < each.month <= later.last)

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that it is made from, the stated one last."""
        return tuple(name for name in (self.numerator, self.denominator, self.stated) if name is not None)


class CrossMeasureRule(_Strict):
    """Of two measures of one division and period, the first is at most the second; `sentence` says why.

    What breaks it is refused where `severity` is error, and has to be confirmed where it is warning.
    """

    id: Identifier
    at_most: tuple[Identifier, Identifier]
    severity: Literal["error", "warning"] = "error"
    sentence: Bilingual


@dataclass(frozen=True, slots=True)
class Definitions:
    """Everything indicators.yaml defines, in its order; `version` changes whenever the file does."""

    measures: Mapping[str, Measure]
    indicators: Mapping[str, Indicator]
    units: Mapping[str, Unit]
    topics: Mapping[str, Topic]
    version: str = ""
    file_name: str = field(default="indicators.yaml")
    rules: Mapping[str, CrossMeasureRule] = field(default_factory=dict)

    @property
    def headlines(self) -> tuple[Indicator, ...]:
        """The indicators of the headline tiles."""
        return tuple(indicator for indicator in self.indicators.values() if indicator.headline)

    def unit_of(self, thing: Measure | Indicator) -> Unit:
        """The unit of a measure or an indicator."""
        return self.units[thing.unit]

    def in_topic(self, topic: str) -> tuple[Indicator, ...]:
        """The indicators of one topic."""
        return tuple(indicator for indicator in self.indicators.values() if indicator.topic == topic)

    def using(self, measure: str) -> tuple[Indicator, ...]:
        """The indicators made from a measure."""
        return tuple(indicator for indicator in self.indicators.values() if measure in indicator.measures)
