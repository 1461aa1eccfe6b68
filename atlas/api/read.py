"""The read-only API: the same view-models as the pages, so the same numbers.

Every address takes the query parameters of a link to the map.
"""

from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.responses import JSONResponse

from atlas.language import Language
from atlas.maps.painting import painting
from atlas.problems import AtlasError
from atlas.views.cell import cell_of
from atlas.views.choosing import chosen
from atlas.views.map_view import map_view
from atlas.views.selection import Selection, read_selection
from atlas.workspace import Workspace, open_workspace

api = FastAPI(title="Public legal service atlas", version="1", docs_url=None, redoc_url=None)


@api.get("/v1/cell")
def cell(request: Request, unit: Annotated[str, Query(max_length=9)]) -> dict[str, Any]:
    """One unit of a view in words: what the map's tooltip says."""
    workspace = open_workspace()
    reading = read_selection(dict(request.query_params), workspace, "en")
    language = Language(reading.selection.lang)
    try:
        view = map_view(workspace, reading.selection)
        return cell_of(workspace, view, unit, language).as_json()
    except AtlasError as error:
        return {"name": unit, "value": "", "lines": [language.problem(problem) for problem in error.problems]}


@api.get("/v1/painting", response_model=None)
def painted(
    request: Request,
    next_division: Annotated[str, Query(max_length=9)] = "",
    next_indicator: Annotated[str, Query(max_length=80)] = "",
) -> JSONResponse:
    """What the map shows after a choice made in this view, so that it can be drawn before the page has heard.

    A choice that leads nowhere is a 404: the page will say why.
    """
    workspace = open_workspace()
    selection = read_selection(dict(request.query_params), workspace, "en").selection
    language = Language(selection.lang)
    try:
        selection = _after(workspace, selection, next_division, next_indicator)
        return JSONResponse(painting(workspace, map_view(workspace, selection), language).message())
    except AtlasError as error:
        said = [language.problem(problem) for problem in error.problems]
        return JSONResponse({"problems": said}, status_code=404)


@api.get("/v1/indicators")
def indicators(request: Request) -> dict[str, str]:
    """The id of every indicator by its name, in the language of the link."""
    workspace = open_workspace()
    language = Language(read_selection(dict(request.query_params), workspace, "en").selection.lang)
    return {language.name(each.name): each.id for each in workspace.definitions.indicators.values()}


def _after(workspace: Workspace, selection: Selection, division: str, indicator: str) -> Selection:
    if division:
        return chosen(workspace, selection, division=workspace.divisions.resolve(division))
    if indicator in workspace.definitions.indicators:
        return chosen(workspace, selection, indicator=indicator)
    return selection
