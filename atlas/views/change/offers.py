"""What a page without a change to explain can offer instead: indicators whose change can be split."""

from datetime import date
from functools import lru_cache

from atlas.datasets import Dataset
from atlas.definitions import Indicator
from atlas.periods import LATEST
from atlas.views.change.asked import change_asked, explanation_of
from atlas.views.offers import OFFERED
from atlas.views.selection import Selection
from atlas.workspace import Workspace


def explained_indicators(workspace: Workspace, selection: Selection) -> tuple[Indicator, ...]:
    """Published indicators of the division with two periods that share children, in the definitions' order.

    A dataset of monthly reports covers every indicator alike, so nothing is offered there.
    """
    if selection.dataset is not Dataset.PUBLISHED:
        return ()
    version = workspace.version(selection.dataset)
    return _explained(workspace, version, selection.division, selection.known)


@lru_cache(maxsize=128)
def _explained(
    workspace: Workspace, _version: str, division: str, known: date | None
) -> tuple[Indicator, ...]:
    found: list[Indicator] = []
    below = [child.code for child in workspace.divisions.children(division)]
    reported = set(workspace.store(Dataset.PUBLISHED).figures(divisions=below).measure) if below else set()
    for indicator in workspace.definitions.indicators.values():
        if indicator.numerator not in reported:
            continue
        selection = Selection(
            dataset=Dataset.PUBLISHED,
            division=division,
            level=workspace.first_level(division),
            indicator=indicator.id,
            period=LATEST,
            lang="",
            known=known,
        )
        asked = change_asked(workspace, selection, {})
        if asked.before is not None and explanation_of(workspace, selection, asked.before, asked.now).split:
            found.append(indicator)
        if len(found) == OFFERED:
            break
    return tuple(found)
