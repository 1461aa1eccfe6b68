"""The tables. Batches and sources are referred to by number, which keeps millions of observations small.

`batches` and `batch_divisions` repeat what the observations say of their batch, so that nobody has to read
millions of rows to list batches.
"""

import ibis
from ibis.expr.types import Table

SCHEMAS = {
    "batches": {
        "number": "int32",
        "batch": "string",
        "origin": "string",
        "file_name": "string",
        "sha256": "string",
        "author": "string",
        "received_at": "timestamp(6)",
        "remark": "string",
        "rows": "int32",
        "first_month": "int32",
        "last_month": "int32",
    },
    "batch_divisions": {
        "batch": "int32",
        "division": "string",
    },
    "batch_events": {
        "number": "int32",
        "batch": "int32",
        "event": "string",
        "at": "timestamp(6)",
        "by": "string",
        "reason": "string",
    },
    "sources": {
        "number": "int32",
        "batch": "int32",
        "source": "string",
        "title": "string",
        "publisher": "string",
        "date": "string",
        "url": "string",
        "grade": "string",
        "founding": "string",
        "file_name": "string",
    },
    "observations": {
        "batch": "int32",
        "division": "string",
        "measure": "string",
        "period": "string",
        "first_month": "int32",
        "last_month": "int32",
        "kind": "string",
        "value": "float64",
        "status": "string",
        "qualifier": "string",
        "source": "int32",
        "row": "int32",
        "precedence": "int32",
        "remarks": "string",
    },
    "files": {
        "sha256": "string",
        "content": "binary",
    },
    "aliases": {
        "number": "int32",
        "kind": "string",
        "text": "string",
        "target": "string",
        "at": "timestamp(6)",
        "by": "string",
    },
}

KINDS = ("month", "quarter", "half", "year", "span")
STATUSES = ("none", "value", "not_applicable", "suppressed")
QUALIFIERS = ("exact", "at_least", "over", "about")


def table(name: str) -> Table:
    """An unbound table: expressions on it compile for any database that has these tables."""
    return ibis.table(SCHEMAS[name], name=name)
