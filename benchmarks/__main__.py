"""`python -m benchmarks`: measure, and print one table."""

import argparse
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from atlas.served_files import PROJECT_FOLDER
from benchmarks.changes import PROVINCE, Pair, drills, indicator_changes, rounded_changes
from benchmarks.comparing import compare_rows, first_paints, one_more, prepare_compare_peer
from benchmarks.data import demonstration_values
from benchmarks.first_map import Transfers, first_map
from benchmarks.intake import intake_rows
from benchmarks.kit import kit_rows
from benchmarks.peer import prepare_peer
from benchmarks.query import QueryTimes, query_times
from benchmarks.serving import serving
from benchmarks.table import Row, Verdict, compared, limited, rendered
from benchmarks.visit import Measured, Visit

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]
FIRST_MAP_LIMIT = 450


def main() -> None:
    """Measure everything in a temporary folder and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--data", type=Path, help="folder with a demonstration database to use, instead of making one"
    )
    options = parser.parse_args()
    # Stopped from outside, it still ends the servers that it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        folder = Path(name)
        _say("making demonstration figures …")
        data = options.data or folder
        values = demonstration_values(data)
        prepare_peer(folder, values, [PROVINCE])
        prepare_compare_peer(folder, data)
        rows = _browser_rows(folder, data, [name for name in values.columns if name != "code"][1:])
        rows += _compare_rows(folder, data)
        _say("making a meeting kit …")
        rows += kit_rows(data)
        _say("asking five million observations …")
        rows += _query_rows(query_times(folder))
        _say("reading and checking spreadsheets …")
        rows += intake_rows(folder / "intake")
    print(rendered(rows))


def _browser_rows(folder: Path, data: Path, names: Sequence[str]) -> list[Row]:
    environment = {"BENCHMARK_FOLDER": str(folder), "ATLAS_DATA_FOLDER": str(data)}
    with ExitStack() as stack:
        product = stack.enter_context(serving("app.py", PROJECT_FOLDER, environment))
        peer = stack.enter_context(
            serving("peer_page.py", folder, environment, "--server.enableStaticServing", "true")
        )
        browser = stack.enter_context(_chromium())
        _say("first map of a cold browser …")
        first = {level: first_map(browser, product, level) for level in ("county", "province")}
        visits = Visit(browser, product), Visit(browser, peer)
        product.rest()
        _say("changing the indicator …")
        new, known = indicator_changes(*visits, names, folder)
        rounded = rounded_changes(visits[1], names, folder)
        _say("clicking into a province …")
        into = drills(*visits, folder)
    return [*_change_rows(new, known, rounded), *_drill_rows(into), *_first_map_rows(first)]


def _compare_rows(folder: Path, data: Path) -> list[Row]:
    environment = {"BENCHMARK_FOLDER": str(folder), "ATLAS_DATA_FOLDER": str(data)}
    with ExitStack() as stack:
        product = stack.enter_context(serving("app.py", PROJECT_FOLDER, environment))
        peer = stack.enter_context(serving("compare_peer_page.py", folder, environment))
        browser = stack.enter_context(_chromium())
        product.rest()
        _say("comparing provinces …")
        first = first_paints(browser, product, peer)
        return compare_rows(first, *one_more(browser, product, peer))


@contextmanager
def _chromium() -> Iterator[Browser]:
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


def _change_rows(new: Pair, known: Pair, rounded: tuple[Measured, ...]) -> list[Row]:
    both = Pair(new.product + known.product, new.peer + known.peer)
    beside_rounded = Pair(both.product, rounded)
    return [
        Row("Another indicator, all counties of the country drawn (median of 12)", ""),
        compared("choice to painted map", *both.medians("seconds"), "{:.3f} s", 25),
        compared("  each indicator for the first time", *new.medians("seconds"), "{:.3f} s"),
        compared("  each for the second time", *known.medians("seconds"), "{:.3f} s"),
        compared("  peer with rounded coordinates", *beside_rounded.medians("seconds"), "{:.3f} s"),
        compared("bytes from the server, on the wire", *both.medians("sent"), "{:,.0f}", 500),
        compared("  peer with rounded coordinates", *beside_rounded.medians("sent"), "{:,.0f}"),
        compared("  the same uncompressed", *both.medians("payload"), "{:,.0f}"),
        compared("server, processor seconds", *both.medians("processor"), "{:.3f} s", 20),
        compared("  each indicator for the first time", *new.medians("processor"), "{:.3f} s"),
        compared("  each for the second time", *known.medians("processor"), "{:.3f} s"),
    ]


def _drill_rows(into: Pair) -> list[Row]:
    return [
        Row("A click into a province whose boundaries the browser has (median of 5)", ""),
        compared("click to painted map", *into.medians("seconds"), "{:.3f} s", 10),
        compared("bytes from the server, on the wire", *into.medians("sent"), "{:,.0f}"),
        compared("server, processor seconds", *into.medians("processor"), "{:.3f} s"),
    ]


def _first_map_rows(first: dict[str, tuple[Transfers, Transfers]]) -> list[Row]:
    rows = []
    for level, (cold, again) in first.items():
        rows.append(Row(f"First map of a cold browser, units drawn: {level}", ""))
        rows.append(limited("the map itself", cold.of_map / 1024, FIRST_MAP_LIMIT, "{:,.0f} KB"))
        rows += [Row(f"  {part}", f"{count / 1024:,.1f} KB") for part, count in cold.bytes.items()]
        geometry = again.bytes["geometry"]
        verdict = Verdict.MISSED if geometry else Verdict.OK
        rows.append(Row("geometry on a reload", f"{geometry:,} bytes", wanted="none", verdict=verdict))
    return rows


def _query_rows(times: QueryTimes) -> list[Row]:
    return [
        Row(f"One view (all counties, one year) over {times.observations:,} observations of one measure", ""),
        *(
            Row(
                what,
                f"{seconds * 1000:,.1f} ms",
                f"{times.scan * 1000:,.1f} ms",
                f"{seconds / times.scan:,.2f} of it",
            )
            for what, seconds in (
                ("database just opened, beside a plain scan", times.cold),
                ("another year of the same figures", times.next),
                ("the same year again", times.again),
            )
        ),
    ]


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
