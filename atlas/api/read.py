"""The read-only API: the same view-models as the pages, so the same numbers."""

from typing import Annotated, Any

from fastapi import FastAPI, Query, Request

from atlas.language import Language
from atlas.problems import AtlasError
from atlas.views.cell import cell_of
from atlas.views.map_view import map_view
from atlas.views.selection import read_selection
from atlas.workspace import open_workspace

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
