"""The exhibit of a profile: the spine, the ways to the targets, the headline trends, and all indicators."""

from collections.abc import Mapping
from dataclasses import replace

from atlas.datasets import Dataset
from atlas.divisions import Division
from atlas.language import Language
from atlas.periods import PeriodKind
from atlas.views.evaluations import values_over_time
from atlas.views.exhibit import Exhibit, Fact
from atlas.views.exhibit_facts import exhibit_facts
from atlas.views.palette import ACCENT, SECONDARY
from atlas.views.pictures import Line, LinePicture, Picture, SpinePicture
from atlas.views.profile.entries import Entry
from atlas.views.profile.pathway_words import pathway_picture
from atlas.views.profile.table import profile_table
from atlas.views.profile.view import ProfileView, profile_view
from atlas.views.profile.words import profile_sentence, profile_title
from atlas.views.selection import Selection, query_of
from atlas.views.spine_words import spine_picture
from atlas.views.titles import title_of
from atlas.views.trend_picture import line_of
from atlas.views.value_text import name_with_unit
from atlas.workspace import Workspace

FEWEST_POINTS = 2
MOST_ROWS = 12


def profile_exhibit(
    workspace: Workspace, selection: Selection, _parameters: Mapping[str, str], language: Language
) -> Exhibit:
    """The exhibit of what the profile page shows for a link."""
    view = profile_view(workspace, selection)
    return Exhibit(
        page="profile",
        query=query_of(selection, workspace),
        title=profile_title(view, language),
        sentence=profile_sentence(view, language),
        pictures=_pictures(workspace, view, language),
        table=profile_table(workspace, view, language),
        facts=_facts(workspace, view, language),
        invented=selection.dataset is Dataset.DEMONSTRATION,
    )


def _pictures(workspace: Workspace, view: ProfileView, language: Language) -> tuple[Picture, ...]:
    """What has nothing to show is left out; a line needs two points in time."""
    spine = _legible(spine_picture(workspace, view.spine, language), language)
    lines = [
        *(pathway_picture(workspace, view, target, language) for target in view.targets if target.pathway),
        *(_trend(workspace, view, entry, language) for entry in view.valued if _is_headline(view, entry)),
    ]
    kept = [line for line in lines if any(len(each.points) >= FEWEST_POINTS for each in line.lines)]
    return (*spine, *kept)


def _legible(spine: SpinePicture, language: Language) -> tuple[SpinePicture, ...]:
    """The spine in parts of so few rows that they can be read from the back of a room."""
    count = -(-len(spine.rows) // MOST_ROWS)
    size = -(-len(spine.rows) // max(count, 1))
    parts = [spine.rows[start : start + size] for start in range(0, len(spine.rows), max(size, 1))]
    if len(parts) < 2:
        return (spine,) if parts else ()
    return tuple(
        replace(
            spine,
            rows=rows,
            title=language.text(
                "{title} ({part} of {count})",
                title=spine.title,
                part=language.number(place),
                count=language.number(len(parts)),
            ),
        )
        for place, rows in enumerate(parts, start=1)
    )


def _is_headline(view: ProfileView, entry: Entry) -> bool:
    """Whether it is a headline that has no pathway of its own."""
    return entry.indicator.headline and all(entry is not target.entry for target in view.targets)


def _trend(workspace: Workspace, view: ProfileView, entry: Entry, language: Language) -> LinePicture:
    """A rate against its benchmark's; a count alone, for beside the whole's it would lie flat."""
    shown = [(view.division, ACCENT, False)]
    if view.within is not None and entry.indicator.is_ratio:
        shown.append((view.within, SECONDARY, True))
    return LinePicture(
        title=title_of(entry.indicator, view.division, view.selection.period, language),
        unit=name_with_unit(entry.indicator, entry.unit, language),
        lines=tuple(
            _line(workspace, view, entry, division, colour, dashed, language)
            for division, colour, dashed in shown
        ),
        from_zero=not entry.indicator.is_ratio,
    )


def _line(
    workspace: Workspace,
    view: ProfileView,
    entry: Entry,
    division: Division,
    colour: str,
    dashed: bool,
    language: Language,
) -> Line:
    chosen = view.selection
    kind = PeriodKind.YEAR if chosen.period.kind is PeriodKind.LATEST else chosen.period.kind
    values = values_over_time(
        workspace, chosen.dataset, entry.indicator.id, division.code, kind, chosen.grades, chosen.known
    )
    return line_of(division, colour, values, entry.indicator, entry.unit, language, dashed=dashed)


def _facts(workspace: Workspace, view: ProfileView, language: Language) -> tuple[Fact, ...]:
    """The indicators are all there are: their names are in the table, and here their number."""
    said = language.plural(
        "all {count} indicator that is defined",
        "all {count} indicators that are defined",
        len(view.entries),
    )
    scale = language.text("from the worst to the best unit of the level") if view.spine.lines else ""
    sources = dict.fromkeys(source for entry in view.valued for source in entry.value.sources)
    facts = exhibit_facts(
        workspace, view.selection, (), [language.name(view.division)], sources, scale, language
    )
    return (Fact(language.text("Indicator"), said), *facts)
