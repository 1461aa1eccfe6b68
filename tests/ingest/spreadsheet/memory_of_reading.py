"""Run as a script: read one made file and print its size and the memory that reading took at its peak."""

import sys
from collections.abc import Callable
from hashlib import shake_256

from atlas.ingest.spreadsheet.files import read_file
from atlas.problems import AtlasError
from benchmarks.memory import peak


def table(delimiter: str = ",", last: str = "无") -> str:
    """A long table of 70,000 rows."""
    cells = ("贵州省/贵阳市/云岩区", "2025-03", "受援人数", "{number}", last)
    row = delimiter.join(cells) + "\n"
    return "".join(row.replace("{number}", str(number)) for number in range(70_000))


SHAPES: dict[str, Callable[[], bytes]] = {
    "UTF-8": lambda: table().encode(),
    "GB18030": lambda: table().encode("gb18030"),
    "UTF-16": lambda: table().encode("utf-16"),
    "line ends of Windows": lambda: table().replace("\n", "\r\n").encode(),
    "full-width commas": lambda: table("，").encode(),
    "full-width commas, quoted": lambda: table("，", '"无"').encode(),
    "an unclosed quotation mark": lambda: table().encode() + f'"无{table()}'.encode(),
    "every row quoted badly": lambda: table(last='b"b,"a').encode(),
    "some rows short": lambda: table().encode() + b"a,b\n" * 15_000,
    "many rows short": lambda: table().encode() + b"a,b\n" * 300_000,
    "blank lines": lambda: b"a,b\n" + b"\n" * 1_900_000,
    "only commas": lambda: (b"," * 1_999 + b"\n") * 1_500,
    "short lines": lambda: b"1\n" * 1_900_000,
    "one line": lambda: b"a," * 3_000_000,
    "random": lambda: shake_256(b"1").digest(3_000_000),
}


if __name__ == "__main__":
    content = SHAPES[sys.argv[1]]()
    read_file(b"a,b\n1,2\n" * 10_000, "a.csv")
    before = peak()
    try:
        kept: object = read_file(content, "a.csv")
    except AtlasError as error:
        kept = error
    sys.stdout.write(f"{len(content)} {peak() - before}\n")
