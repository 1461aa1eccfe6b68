"""The compare page and its peer: the first paint of a cold browser, and one more division compared."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from playwright.sync_api import Browser

from atlas.datasets import Dataset
from atlas.definitions import read_definitions
from atlas.divisions import COUNTRY, Level, load_divisions
from atlas.indicators import evaluate
from atlas.periods import Period
from atlas.served_files import GEO_FOLDER
from atlas.store import Store
from benchmarks.changes import Pair
from benchmarks.peer import write_polygons
from benchmarks.serving import Server
from benchmarks.table import Row, compared, limited
from benchmarks.visit import Measured, Visit

SCRIPT = Path(__file__).with_name("settled.js").read_text(encoding="utf-8")
COMPARED = ("520000", "210000", "630000", "420000")
ADDED = ("510000", "430000", "450000", "340000", "330000")
MEASURES = {"disputes": "disputes_mediated", "solved": "disputes_mediated_successfully"}
MONTHS = [f"{year}-{month:02d}" for year in (2023, 2024, 2025) for month in range(1, 13)]
CHARTS = len(COMPARED) + 2
"""On both pages: one map for each province, the bars and the trend."""
SERVER_LIMIT = 0.15
"""Seconds of the server for a changed comparison whose parts have been computed before."""
FIRST_PAINTS = 3


def prepare_compare_peer(folder: Path, data: Path) -> None:
    """Write what the peer page reads: counts of counties by month, and the cities of provinces."""
    definitions, divisions = read_definitions()[0], load_divisions()
    counties = divisions.units(COUNTRY, Level.COUNTY)
    above = divisions.frame.set_index("code")
    store = Store.open(data / f"{Dataset.DEMONSTRATION}.duckdb")
    frames = []
    try:
        for month in MONTHS:
            columns = {
                name: [
                    value.value
                    for value in evaluate(
                        store,
                        definitions,
                        divisions,
                        definitions.indicators[measure],
                        [unit.code for unit in counties],
                        Period.parse(month),
                    )
                ]
                for name, measure in MEASURES.items()
            }
            frames.append(pd.DataFrame({"code": [unit.code for unit in counties], **columns, "month": month}))
    finally:
        store.close()
    counts = pd.concat(frames).dropna()
    counts["province"] = counts.code.map(above.province)
    counts["city"] = counts.code.map(above.city)
    counts["name"] = counts.province.map(lambda code: divisions[code].name_en)
    counts["year"] = counts.month.str[:4].astype(int)
    counts.to_parquet(folder / "counts.parquet")
    for code in (*COMPARED, *ADDED):
        write_polygons(folder, f"cities-{code}", GEO_FOLDER / "provinces" / f"{code}.topojson", "cities")


def first_paints(browser: Browser, product: Server, peer: Server) -> Pair:
    """A cold browser goes to the page with four provinces, some times each, the servers being warm."""
    ours, theirs = [], []
    for repeat in range(FIRST_PAINTS + 1):
        found = _arrival(browser, product, product_path()), _arrival(browser, peer, peer_path())
        # The first visit is the server's own first time.
        if repeat:
            ours.append(found[0])
            theirs.append(found[1])
    return Pair(tuple(ours), tuple(theirs))


def one_more(browser: Browser, product_server: Server, peer_server: Server) -> tuple[Pair, Pair]:
    """A fifth province is added; each province once, then again."""
    divisions = load_divisions()
    product, peer = _visit(browser, product_server), _visit(browser, peer_server)
    product.open(product_path(), settled(CHARTS))
    peer.open(peer_path(), settled(CHARTS))
    rounds = []
    for _ in range(2):
        ours, theirs = [], []
        for code in ADDED:
            name = divisions[code].name_en
            ours.append(product.measure(_added(product, code), settled(CHARTS + 1)))
            theirs.append(peer.measure(_chosen(peer, name), settled(CHARTS + 1)))
            product.page.locator(f".st-key-remove-{code} button").first.click()
            peer.page.get_by_role("button", name=f"Delete {name}").or_(
                peer.page.get_by_label(f"Remove {name}")
            ).first.click()
            for visit in (product, peer):
                visit.page.evaluate(f"() => {settled(CHARTS)}")
                visit.settle()
        rounds.append(Pair(tuple(ours), tuple(theirs)))
    return rounds[0], rounds[1]


def compare_rows(first: Pair, new: Pair, known: Pair) -> list[Row]:
    """The rows of the table."""
    return [
        Row(
            f"Four provinces compared, beside st.altair_chart over raw frames (median of {FIRST_PAINTS})", ""
        ),
        compared("first paint of a cold browser", *first.medians("seconds"), "{:.2f} s"),
        compared("  bytes from the server, on the wire", *first.medians("sent"), "{:,.0f}"),
        Row(f"A fifth province (median of {len(ADDED)})", ""),
        compared("choice to painted charts, the first time", *new.medians("seconds"), "{:.3f} s"),
        compared("choice to painted charts, the second time", *known.medians("seconds"), "{:.3f} s"),
        compared("bytes from the server, on the wire", *known.medians("sent"), "{:,.0f}"),
        compared("server, processor seconds", *known.medians("processor"), "{:.3f} s"),
        limited(
            "server, processor seconds, the second time",
            statistics.median(each.processor for each in known.product),
            SERVER_LIMIT,
            "{:.3f} s",
        ),
    ]


def product_path() -> str:
    """The atlas's page."""
    return (
        f"compare?compare={','.join(COMPARED)}&dataset=demonstration&period=2025"
        "&indicator=mediation_success_rate&part=table&lang=en"
    )


def peer_path() -> str:
    """The peer's."""
    return f"?compare={','.join(COMPARED)}"


def settled(charts: int) -> str:
    """What a page is waiting for until that many charts are there and nothing more is drawn."""
    return f"settled({charts})"


def _visit(browser: Browser, server: Server) -> Visit:
    visit = Visit(browser, server)
    visit.page.context.add_init_script(SCRIPT)
    return visit


def _arrival(browser: Browser, server: Server, path: str) -> Measured:
    visit = _visit(browser, server)
    sent, payload, processor = server.proxy.sent, visit.payload, server.processor_seconds()
    start = time.time() * 1000
    visit.page.goto(f"{server.url}/{path}")
    painted = visit.page.evaluate(f"() => {settled(CHARTS)}")
    visit.settle()
    measured = Measured(
        (painted - start) / 1000,
        server.proxy.sent - sent,
        visit.payload - payload,
        server.processor_seconds() - processor,
    )
    visit.close()
    return measured


def _added(visit: Visit, code: str) -> Callable[[], Callable[[], None]]:
    def aim() -> Callable[[], None]:
        visit.page.bring_to_front()
        box = visit.page.get_by_role("textbox", name="Add a division")
        box.fill(code)
        return lambda: box.press("Enter")

    return aim


def _chosen(visit: Visit, name: str) -> Callable[[], Callable[[], None]]:
    def aim() -> Callable[[], None]:
        visit.page.bring_to_front()
        box = visit.page.get_by_role("combobox", name="Provinces")
        box.click()
        box.fill(name)
        option = visit.page.get_by_role("option", name=name, exact=True)
        option.hover()
        return option.click

    return aim
