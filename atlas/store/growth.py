"""Bring a database to today's tables: an older one gets what it lacks and keeps the rest."""

from typing import Any

from atlas.store.schema import SCHEMAS

TYPES = {
    "string": "VARCHAR",
    "int32": "INTEGER",
    "float64": "DOUBLE",
    "timestamp(6)": "TIMESTAMP",
    "binary": "BLOB",
}

_SIZES = """
    UPDATE batches SET rows = size.rows, first_month = size.first_month, last_month = size.last_month
    FROM (SELECT batch, count(*) AS rows, min(first_month) AS first_month, max(last_month) AS last_month
          FROM observations GROUP BY batch) AS size
    WHERE batches.number = size.batch AND batches.rows IS NULL
"""
_DIVISIONS = """
    INSERT INTO batch_divisions SELECT DISTINCT batch, division FROM observations
    WHERE batch IN (SELECT number FROM batches WHERE rows IS NULL)
"""


def is_grown(cursor: Any) -> bool:
    """Whether all tables have all columns."""
    return not _missing(cursor)


def grow(cursor: Any) -> None:
    """Add the tables and columns that are missing, all or none, and fill in what was known without them."""
    missing = _missing(cursor)
    if not missing:
        return
    cursor.execute("BEGIN")
    try:
        for name, columns in missing.items():
            whole = ", ".join(f'"{column}" {TYPES[kind]}' for column, kind in columns.items())
            if columns == SCHEMAS[name]:
                cursor.execute(f'CREATE TABLE "{name}" ({whole})')
                continue
            for column, kind in columns.items():
                cursor.execute(f'ALTER TABLE "{name}" ADD COLUMN "{column}" {TYPES[kind]}')
        cursor.execute(_DIVISIONS)
        cursor.execute(_SIZES)
    except BaseException:
        cursor.execute("ROLLBACK")
        raise
    cursor.execute("COMMIT")


def _missing(cursor: Any) -> dict[str, dict[str, str]]:
    cursor.execute("SELECT table_name, column_name FROM information_schema.columns")
    known = set(cursor.fetchall())
    lacking = {
        name: {column: kind for column, kind in columns.items() if (name, column) not in known}
        for name, columns in SCHEMAS.items()
    }
    return {name: columns for name, columns in lacking.items() if columns}
