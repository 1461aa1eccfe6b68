"""What is still read as a spreadsheet. Each limit is far above what a county sends."""

from atlas.problems import AtlasError, Problem

MEGABYTE = 1_000_000
FILE_BYTES = 200 * MEGABYTE
LINE_BYTES = 1 * MEGABYTE
ROWS = 2_000_000
COLUMNS = 2_000
CELLS = 40_000_000
WORKBOOK_CELLS = 12_000_000

# An empty cell takes one byte of a file, but several of memory: larger tables must not be mostly empty.
CELLS_ALWAYS_READ = 2_000_000

ARCHIVE_MEMBERS = 5_000
UNPACKED_BYTES = 1_000 * MEGABYTE
UNPACKED_RATIO = 250
UNPACKED_ALWAYS_READ = 20 * MEGABYTE

WORKBOOK_SECONDS = 60
WORKBOOK_MEMORY = 200 * MEGABYTE
"""What reading a workbook may take, beside ten times its unpacked size."""


def check_size(file: str, size: int) -> None:
    """Raise AtlasError "empty_file" or "file_too_large"."""
    if size == 0:
        raise AtlasError(Problem("empty_file", {"file": file}))
    if size > FILE_BYTES:
        raise AtlasError(
            Problem(
                "file_too_large",
                {"file": file, "size": f"{size // MEGABYTE:,}", "limit": f"{FILE_BYTES // MEGABYTE:,}"},
            )
        )


def check_shape(file: str, rows: int, columns: int, size: int) -> None:
    """Raise AtlasError "too_many_rows", "too_many_columns" or "too_many_cells"; `size` is in bytes."""
    if rows > ROWS:
        raise AtlasError(_too_many("too_many_rows", file, ROWS))
    if columns > COLUMNS:
        raise AtlasError(_too_many("too_many_columns", file, COLUMNS))
    if rows * columns > min(CELLS, max(CELLS_ALWAYS_READ, size // 2)):
        raise AtlasError(Problem("too_many_cells", {"file": file}))


def check_lines(file: str, data: bytes) -> None:
    """Raise AtlasError "line_too_long" or "too_many_rows" for text whose lines end with a line feed."""
    if data.count(b"\n") > ROWS:
        raise AtlasError(_too_many("too_many_rows", file, ROWS))
    start = 0
    while len(data) - start > LINE_BYTES:
        end = data.rfind(b"\n", start, start + LINE_BYTES)
        if end < 0:
            row = str(data.count(b"\n", 0, start) + 1)
            raise AtlasError(Problem("line_too_long", {"file": file, "row": row}))
        start = end + 1


def _too_many(problem: str, file: str, limit: int) -> Problem:
    return Problem(problem, {"file": file, "limit": f"{limit:,}"})
