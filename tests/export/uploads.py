"""Files as staff upload them, read and checked."""

import datetime as dt
from functools import cache

from atlas.definitions import Definitions, load_definitions
from atlas.divisions import load_divisions
from atlas.ingest.spreadsheet.intake import Vocabulary
from atlas.ingest.spreadsheet.reading import read_spreadsheet
from atlas.validate import Checked, Context, check

TODAY = dt.date(2026, 11, 22)

FAULTY = """贵阳市2026年3月公共法律服务月报,,,,
行政区划,律师（人）,法律援助案件（件）,人民调解案件（件）,人民调解成功案件（件）
贵州省/贵阳市/云岩区,"1,234",12,100,98
南名区,300,13,100,97
花溪区,-5,14,=cmd|' /C calc'!A0,3
乌当区,100,20,50,60
白云区,,—,不适用,保密
合计,1629,60,250,258
"""
"""An unknown name, a negative number, a formula for a number, more successes than cases, a wrong total."""


@cache
def shipped_definitions() -> Definitions:
    """Those of the project, read once."""
    return load_definitions()


def checked_file(content: bytes | str, file_name: str = "贵阳3月.csv") -> Checked:
    """Read with the real register and definitions, and checked without anything known before."""
    data = content.encode() if isinstance(content, str) else content
    divisions, definitions = load_divisions(), shipped_definitions()
    intake = read_spreadsheet(data, file_name, Vocabulary(divisions, definitions))
    return check(intake, Context(divisions, definitions, None, lambda _: True, TODAY))
