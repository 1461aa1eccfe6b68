"""The exhibit of a comparison: its bars, its maps, the part that is open, its trends and its table."""

from collections.abc import Mapping

from atlas.datasets import Dataset
from atlas.language import Language
from atlas.problems import AtlasError, Problem
from atlas.views.comparison.bars import compared_bars, league_bars
from atlas.views.comparison.circle import circle_of
from atlas.views.comparison.funnel import compared_funnel
from atlas.views.comparison.league import standings_of
from atlas.views.comparison.link import Compared, Maps, Part, compared_query, read_compared
from atlas.views.comparison.scatter import compared_scatter
from atlas.views.comparison.small_maps import map_of_all, maps_shown, small_maps, views_within
from atlas.views.comparison.table import compared_table
from atlas.views.comparison.trends import compared_trends
from atlas.views.comparison.words import compared_sentence
from atlas.views.exhibit import Exhibit
from atlas.views.exhibit_facts import exhibit_facts
from atlas.views.legend import legend, palette_of
from atlas.views.pictures import Picture
from atlas.views.selection import Selection, query_of
from atlas.views.spine import Spine, spine
from atlas.views.spine_words import spine_picture
from atlas.workspace import Workspace


def compare_exhibit(
    workspace: Workspace, selection: Selection, parameters: Mapping[str, str], language: Language
) -> Exhibit:
    """The exhibit of what the compare page shows at a link.

    Raises:
        AtlasError: `nothing_compared` where the link names no division.
    """
    compared = read_compared(parameters, workspace, selection).compared
    if not compared.divisions:
        raise AtlasError(Problem("nothing_compared"))
    return Exhibit(
        page="compare",
        query={**query_of(selection, workspace), **compared_query(compared)},
        title=compared_title(workspace, compared, language),
        sentence=compared_sentence(workspace, compared, language),
        pictures=_pictures(workspace, compared, language),
        table=compared_table(workspace, compared, language),
        facts=exhibit_facts(
            workspace,
            selection,
            compared.indicators,
            [language.name(division) for division in compared.divisions],
            _sources(workspace, compared),
            _scale(workspace, compared, language),
            language,
        ),
        invented=selection.dataset is Dataset.DEMONSTRATION,
    )


def compared_title(workspace: Workspace, compared: Compared, language: Language) -> str:
    """“Lawyers per 10,000 people: Guizhou, Liaoning, Qinghai and Hubei”."""
    indicator = workspace.definitions.indicators[compared.selection.indicator]
    return language.text(
        "{indicator}: {names}",
        indicator=language.name(indicator.name),
        names=language.join(language.name(division) for division in compared.divisions),
    )


def _pictures(workspace: Workspace, compared: Compared, language: Language) -> tuple[Picture, ...]:
    """The bars, the maps that the page shows, what is open below them, and the trends."""
    bars = compared_bars(workspace, compared, language)
    trends = compared_trends(workspace, compared, language)
    return (
        *([bars] if bars.bars else ()),
        *_maps(workspace, compared, language),
        *_open_part(workspace, compared, language),
        *([trends] if trends.lines else ()),
    )


def _maps(workspace: Workspace, compared: Compared, language: Language) -> list[Picture]:
    if maps_shown(workspace, compared) is not Maps.EACH:
        circle = circle_of(workspace, compared.divisions)
        return [map_of_all(workspace, compared, circle, language)]
    return [each.picture for each in small_maps(workspace, compared, language) if each.is_drawn]


def _open_part(workspace: Workspace, compared: Compared, language: Language) -> list[Picture]:
    """The picture of the part that is open; the table has none, and every file has its figures."""
    match compared.part:
        case Part.SCATTER:
            scatter = compared_scatter(workspace, compared, language)
            return [scatter] if scatter is not None and scatter.dots else []
        case Part.FUNNEL:
            funnel = compared_funnel(workspace, compared, language)
            return [funnel] if funnel is not None else []
        case Part.LEAGUE:
            league = league_bars(workspace, compared, language)
            return [league] if league.bars else []
        case Part.TABLE:
            return []
        case _:
            laid_out = compared_spine(workspace, compared)
            return [spine_picture(workspace, laid_out, language)] if laid_out.lines else []


def compared_spine(workspace: Workspace, compared: Compared) -> Spine:
    """All indicators compared, each from its worst to its best."""
    indicators = [workspace.definitions.indicators[each] for each in compared.indicators]
    return spine(workspace, compared.selection, compared.divisions, indicators)


def _sources(workspace: Workspace, compared: Compared) -> tuple[str, ...]:
    standings = (
        each for indicator in compared.indicators for each in standings_of(workspace, compared, indicator)
    )
    return tuple(dict.fromkeys(source for each in standings for source in each.value.sources))


def _scale(workspace: Workspace, compared: Compared, language: Language) -> str:
    views = [view for view in views_within(workspace, compared) if view.ranked]
    return legend(views[0], palette_of(views[0]), language).foot if views else ""
