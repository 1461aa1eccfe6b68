"""Two indicators of all units among which the compared ones are, against one another."""

from atlas.language import Language
from atlas.views.comparison.bars import REST
from atlas.views.comparison.figures import colour_of
from atlas.views.comparison.league import Standing, league_of
from atlas.views.comparison.link import Compared
from atlas.views.pictures import Dot, ScatterPicture
from atlas.views.spine_words import dated_text
from atlas.views.value_text import name_with_unit
from atlas.workspace import Workspace


def held_against(compared: Compared) -> str:
    """The indicator across: the one asked for, else the next of those compared."""
    focus = compared.selection.indicator
    if compared.against and compared.against != focus:
        return compared.against
    return next((each for each in compared.indicators if each != focus), "")


def compared_scatter(workspace: Workspace, compared: Compared, language: Language) -> ScatterPicture | None:
    """The units that have both values; None where only one indicator is compared."""
    other = held_against(compared)
    if not other:
        return None
    down = league_of(workspace, compared, compared.selection.indicator)
    across = league_of(workspace, compared, other)
    pairs = zip(across.standings, down.standings, strict=True)
    dots = [_dot(workspace, compared, pair, language) for pair in pairs]
    drawn = sorted((dot for dot in dots if dot is not None), key=lambda dot: dot.marked)
    return ScatterPicture(
        title=language.text(
            "{one} and {other}",
            one=language.name(down.indicator.name),
            other=language.name(across.indicator.name),
        ),
        x_title=name_with_unit(across.indicator, across.unit, language),
        y_title=name_with_unit(down.indicator, down.unit, language),
        dots=tuple(drawn),
    )


def _dot(
    workspace: Workspace, compared: Compared, pair: tuple[Standing, Standing], language: Language
) -> Dot | None:
    across, down = pair
    if across.value.value is None or down.value.value is None:
        return None
    code = down.division.code
    marked = code in compared.codes
    text = "; ".join(dated_text(workspace, compared.selection, standing.value, language) for standing in pair)
    return Dot(
        code=code,
        name=language.name(down.division),
        x=across.value.value,
        y=down.value.value,
        text=text,
        colour=colour_of(compared, code) if marked else REST,
        marked=marked,
    )
