"""What a chart specification draws."""

from typing import Any

Spec = dict[str, Any]


def rows_of(spec: Spec) -> list[Spec]:
    """The rows of the chart itself."""
    rows: list[Spec] = spec["data"]["values"]
    return rows


def layers_of(spec: Spec, kind: str) -> list[Spec]:
    """The layers of one kind of mark, their rows among them."""
    return [
        {**layer, "rows": layer.get("data", spec["data"])["values"]}
        for layer in spec["layer"]
        if layer["mark"]["type"] == kind
    ]


def words_of(spec: Spec) -> set[str]:
    """Every text that is drawn."""
    return {
        str(_written(row, layer["encoding"]["text"]["field"]))
        for layer in layers_of(spec, "text")
        for row in layer["rows"]
    }


def _written(row: Spec, field: str) -> object:
    """A row says what it shortens only where it does; the chart writes the whole name elsewhere."""
    return row.get(field, row["name"]) if field == "short" else row[field]
