"""`python -m benchmarks.kit FOLDER`: a meeting kit of twelve views of a province, time and memory."""

import subprocess
import sys
import time
from itertools import product
from pathlib import Path

from atlas.served_files import PROJECT_FOLDER
from benchmarks.memory import peak
from benchmarks.table import Row, rendered

PROVINCE, PERIOD = "520000", "2025"
FORMS = ("pptx", "pdf", "xlsx")
INDICATORS = (
    "lawyers_per_10k",
    "mediation_success_rate",
    "legal_aid_cases_per_10k",
    "notary_cases_per_10k",
)
MIB = 2**20


def views() -> tuple[str, ...]:
    """Cities and counties of four indicators, two comparisons, a profile and a change."""
    common = f"dataset=demonstration&period={PERIOD}"
    maps = tuple(
        f"map?division={PROVINCE}&level={level}&indicator={indicator}&{common}"
        for indicator, level in product(INDICATORS, ("city", "county"))
    )
    chosen = "compare=520000,210000,630000,420000"
    return (
        *maps,
        f"compare?{chosen}&indicators=lawyers_per_10k,mediation_success_rate&{common}",
        f"compare?{chosen}&indicators=legal_aid_cases_per_10k,notary_cases_per_10k&{common}",
        f"profile?division={PROVINCE}&{common}",
        f"change?division={PROVINCE}&indicator=mediation_success_rate&{common}",
    )


def kit_rows(data: Path) -> list[Row]:
    """Make the kit in a fresh process, as somebody does who types the command, and say what it took.

    `data` is a folder with demonstration figures.
    """
    command = [sys.executable, "-m", "benchmarks.kit", "--measure", str(data)]
    done = subprocess.run(command, cwd=PROJECT_FOLDER, check=True, capture_output=True, text=True)
    figures = dict(line.split() for line in done.stdout.splitlines())
    return [
        Row(f"A meeting kit of {len(views())} views of a province, in a fresh process", ""),
        Row("the views, computed for the first time", f"{float(figures['views']):.1f} s"),
        *(
            Row(
                f"{form.upper()}, written",
                f"{float(figures[form]):.1f} s",
                f"{float(figures[form + '-size']):.1f} MB",
            )
            for form in FORMS
        ),
        Row("all of it", f"{float(figures['all']):.1f} s"),
        Row("memory at its peak", f"{float(figures['peak']):,.0f} MiB"),
    ]


def _measure(data: Path) -> None:
    import os

    os.environ["ATLAS_DATA_FOLDER"] = str(data)
    from atlas.export.kit import FORMS as WRITTEN
    from atlas.language import Language
    from atlas.views.exhibits import exhibit_of
    from atlas.views.pins import Pin
    from atlas.workspace import open_workspace

    workspace, words = open_workspace(), Language("zh")
    begin = start = time.perf_counter()
    exhibits = [exhibit_of(workspace, Pin.parse(view), words) for view in views()]
    print("views", time.perf_counter() - start)
    for form in FORMS:
        start = time.perf_counter()
        content = WRITTEN[form].write(workspace, exhibits, "http://localhost:8501", words, lambda _: None)
        print(form, time.perf_counter() - start)
        print(f"{form}-size", len(content) / 1e6)
    print("all", time.perf_counter() - begin)
    print("peak", peak() / MIB)


def main(arguments: list[str]) -> None:
    """Print the rows; `--measure FOLDER` is the one fresh process."""
    if arguments[:1] == ["--measure"]:
        _measure(Path(arguments[1]))
        return
    print(rendered(kit_rows(Path(arguments[0]))))


if __name__ == "__main__":
    main(sys.argv[1:])
