"""A small country for tests.

Two provinces of different depth, the corps, and one division outside the scope.
"""

import datetime as dt

from atlas.divisions import Division, Divisions, Level, Scope

_LEVELS = (
    ("000000", Level.COUNTRY, None),
    ("110000", Level.PROVINCE, "000000"),
    ("110101", Level.COUNTY, "110000"),
    ("110102", Level.COUNTY, "110000"),
    ("520000", Level.PROVINCE, "000000"),
    ("520100", Level.CITY, "520000"),
    ("520102", Level.COUNTY, "520100"),
    ("520103", Level.COUNTY, "520100"),
    ("520102001", Level.TOWNSHIP, "520102"),
    ("520102002", Level.TOWNSHIP, "520102"),
    ("520200", Level.CITY, "520000"),
    ("520281", Level.COUNTY, "520200"),
    ("520222", Level.COUNTY, "520200"),
    ("520221", Level.COUNTY, "520200"),
)
MERGED = {"520104": "520103", "520105": "520103"}
RECODED = {"110109": "110102"}


def small_country() -> Divisions:
    """The current divisions, two merged ones (520104 + 520105 → 520103) and a recoded one (110109 →
    110102)."""
    current = [_division(code, level, parent) for code, level, parent in _LEVELS]
    current.append(_division("660000", Level.PROVINCE, "000000", Scope.CORPS))
    current.append(_division("710000", Level.PROVINCE, "000000", Scope.OUTSIDE))
    until = dt.date(2025, 12, 31)
    retired = [_division(code, Level.COUNTY, None, until=until) for code in (*MERGED, *RECODED)]
    return Divisions([*current, *retired], {**MERGED, **RECODED})


def _division(
    code: str,
    level: Level,
    parent: str | None,
    scope: Scope = Scope.REPORTING,
    until: dt.date | None = None,
) -> Division:
    return Division(code, level, parent, f"名{code}", f"Name {code}", None, until, True, scope)
