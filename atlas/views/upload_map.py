"""The map of one indicator before and after a file's figures count, in the same classes."""

from dataclasses import dataclass

from atlas.datasets import Dataset
from atlas.definitions import Indicator
from atlas.divisions import Division
from atlas.indicators import IndicatorValue, evaluate
from atlas.store import Reader
from atlas.views.classification import Classification, Scheme, classify
from atlas.views.evaluations import reference_values
from atlas.views.upload_indicators import Area
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One unit of the map, before and after."""

    division: Division
    before: IndicatorValue
    after: IndicatorValue

    @property
    def changes(self) -> bool:
        """Whether it will look different."""
        return (self.before.value, self.before.state) != (self.after.value, self.after.state)


@dataclass(frozen=True, slots=True)
class ChangeMap:
    """What the two small maps show; `top` is the largest value of both, for circles."""

    indicator: Indicator
    area: Area
    units: tuple[UnitChange, ...]
    classification: Classification
    top: float

    @property
    def changed(self) -> int:
        """How many units will look different."""
        return sum(unit.changes for unit in self.units)


def change_map(
    workspace: Workspace, dataset: Dataset, now: Reader, then: Reader, area: Area, indicator: Indicator
) -> ChangeMap:
    """Compute both states; the classes are those of the map page, or of the values to come if it has none."""
    divisions = workspace.divisions.units(area.division.code, area.level)
    codes = [each.code for each in divisions]
    before, after = (
        evaluate(store, workspace.definitions, workspace.divisions, indicator, codes, area.period)
        for store in (now, then)
    )
    numbers = tuple(each.value for each in (*before, *after) if each.value is not None)
    reference = reference_values(workspace, dataset, indicator.id, area.level, area.period, None) or numbers
    scheme = Scheme(indicator.classes.scheme)
    if scheme is Scheme.STATED and not indicator.classes.breaks:
        scheme = Scheme.QUANTILES
    classes = indicator.classes
    return ChangeMap(
        indicator=indicator,
        area=area,
        units=tuple(map(UnitChange, divisions, before, after)),
        classification=classify(reference, scheme, classes.k, indicator.decimals, classes.breaks or ()),
        top=max(numbers, default=0.0),
    )
