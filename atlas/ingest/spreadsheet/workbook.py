"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS) become columns of text."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa

from atlas.ingest.spreadsheet.columns import trimmed
from atlas.ingest.spreadsheet.formats import damaged, encrypted
from atlas.ingest.spreadsheet.limits import COLUMNS, WORKBOOK_CELLS, WORKBOOK_MEMORY, WORKBOOK_SECONDS
from atlas.ingest.spreadsheet.sheet import Sheet
from atlas.problems import AtlasError, Problem

# Signals by number: not every system has their names.
_OUT_OF_TIME = -24  # SIGXCPU
_OUT_OF_MEMORY = (-6, -9)  # SIGABRT, SIGKILL
_ROOT = Path(__file__).parents[3]
_PROCESS = f"{__package__}.workbook_process"


def read_workbook(content: bytes, file: str, unpacked: int) -> tuple[Sheet, ...]:
    """The worksheets in the workbook's order, hidden ones included; formulas give their kept result.

    `unpacked` is the size of the file's parts in bytes. Raises AtlasError "encrypted_file", "damaged_file",
    "too_many_columns", "workbook_too_large" or "slow_file".
    """
    memory = WORKBOOK_MEMORY + 10 * unpacked
    limits = (memory, WORKBOOK_SECONDS, COLUMNS, WORKBOOK_CELLS)
    command = [sys.executable, "-E", "-s", "-m", _PROCESS, *map(str, limits)]
    try:
        done = subprocess.run(  # noqa: S603 - the atlas's own module and four numbers
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WORKBOOK_SECONDS,
            cwd=_ROOT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _slow(file) from error
    if done.returncode:
        raise _ended(done.returncode, file)
    head, _, texts = done.stdout.partition(b"\n")
    said = json.loads(head)
    if "problem" in said:
        raise _refused(said["problem"], file)
    return tuple(_sheets(said["sheets"], pa.py_buffer(texts)))


def _sheets(heads: list[dict[str, Any]], texts: pa.Buffer) -> list[Sheet]:
    sheets = []
    start = 0
    for head in heads:
        columns = []
        rows = head["rows"]
        for size in head["sizes"]:
            offsets = texts.slice(start, 4 * (rows + 1))
            data = texts.slice(start + len(offsets), size)
            start += len(offsets) + len(data)
            columns.append(pa.StringArray.from_buffers(rows, offsets, data))
        merged = tuple((first, left, last, right) for first, left, last, right in head["merged"])
        sheets.append(Sheet(head["name"], trimmed(columns), merged))
    return sheets


def _refused(problem: str, file: str) -> AtlasError:
    match problem:
        case "encrypted":
            return encrypted(file)
        case "too_large":
            return _too_large(file)
        case "too_wide":
            return AtlasError(Problem("too_many_columns", {"file": file, "limit": f"{COLUMNS:,}"}))
        case "no_sheet":
            return AtlasError(Problem("empty_file", {"file": file}))
        case _:
            return damaged(file)


def _ended(code: int, file: str) -> AtlasError:
    """What it means that the reading process was ended."""
    if code == _OUT_OF_TIME:
        return _slow(file)
    return _too_large(file) if code in _OUT_OF_MEMORY else damaged(file)


def _too_large(file: str) -> AtlasError:
    return AtlasError(Problem("workbook_too_large", {"file": file}))


def _slow(file: str) -> AtlasError:
    return AtlasError(Problem("slow_file", {"file": file, "limit": str(WORKBOOK_SECONDS)}))
