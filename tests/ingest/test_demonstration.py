"""The demonstration figures are the same everywhere, add up, and look like real reporting."""

import dataclasses
from collections.abc import Iterator

import pandas as pd
import pyarrow as pa
import pytest

from atlas.batches import Batch
from atlas.definitions import Bilingual, Definitions, Measure, load_definitions
from atlas.divisions import Divisions, Level, load_divisions
from atlas.ingest.demonstration import LAST_MONTH, MONTHS, demonstration_batch, generated_measures
from atlas.ingest.demonstration.anchors import published_anchors
from atlas.ingest.demonstration.chance import uniform
from atlas.ingest.demonstration.irregularities import IMPROVING, SUPPRESSED
from atlas.ingest.demonstration.scales import SHAPES
from atlas.ingest.demonstration.shapes import Share
from atlas.ingest.published import load_published
from tests.ingest.provinces import only

# Hainan has cities without counties, Chongqing the merger, Guizhou improves, Tibet has recoded counties.
PROVINCES = ("460000", "500000", IMPROVING, "540000")
FIRST_MONTH = LAST_MONTH - MONTHS + 1
PARTS = [(name, shape) for name, shape in SHAPES.items() if isinstance(shape, Share) and shape.is_part]


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    return load_definitions()


@pytest.fixture(scope="module")
def tree() -> Divisions:
    return only(*PROVINCES)


@pytest.fixture(scope="module")
def published(definitions: Definitions) -> Batch:
    return load_published(definitions, load_divisions()).batch()


@pytest.fixture(scope="module")
def figures(definitions: Definitions, tree: Divisions, published: Batch) -> pd.DataFrame:
    found: pd.DataFrame = pa.concat_tables(
        _tables(demonstration_batch(tree, definitions, published))
    ).to_pandas()
    found["province"] = found["division"].astype(str).str[:2] + "0000"
    return found


def _tables(batch: Batch) -> Iterator[pa.Table]:
    for chunk in batch.observations:
        assert isinstance(chunk, pa.Table)
        yield pa.table([_plain(column) for column in chunk.columns], names=chunk.column_names)


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column


def _of(figures: pd.DataFrame, measure: str) -> pd.DataFrame:
    return figures[figures["measure"] == measure]


def test_chance_is_the_same_on_every_machine() -> None:
    assert uniform((3,), "a", "b").round(12).tolist() == CHANCE


CHANCE = [0.212876311692, 0.501413388609, 0.713931759134]


def test_a_province_has_the_same_figures_whatever_else_is_made(
    definitions: Definitions, figures: pd.DataFrame, published: Batch
) -> None:
    alone = pa.concat_tables(_tables(demonstration_batch(only("540000"), definitions, published))).to_pandas()
    before = figures[figures["province"] == "540000"].drop(columns="province").reset_index(drop=True)
    pd.testing.assert_frame_equal(alone[alone["division"] != "000000"].reset_index(drop=True), before)


def test_every_measure_that_is_reported_has_figures(definitions: Definitions, figures: pd.DataFrame) -> None:
    wanted = {each.id for each in generated_measures(definitions) if each.topic != "corps"}
    assert wanted <= set(figures["measure"])


def test_rates_that_the_atlas_computes_and_counts_of_divisions_are_not_made(definitions: Definitions) -> None:
    made = {each.id for each in generated_measures(definitions)}
    assert not made & {"mediation_success_rate", "lawyers_per_10k", "county_units", "township_units"}
    assert "hotline_satisfaction" in made


def test_counts_come_from_one_level_only_so_that_nothing_is_counted_twice(
    definitions: Definitions, tree: Divisions, figures: pd.DataFrame
) -> None:
    counts = figures[figures["measure"].map(lambda name: definitions.measures[name].kind != "rate")]
    for measure, rows in counts.groupby("measure", observed=True):
        codes = {tree.resolve(code) for code in rows["division"].unique()}
        for code in codes:
            above = {each.code for each in tree.path(code)[:-1]}
            assert not above & codes, f"{measure}: {code} and a division around it both report"


def test_months_are_three_full_years_and_no_key_comes_twice(
    definitions: Definitions, figures: pd.DataFrame
) -> None:
    flows = figures[figures["measure"].map(lambda name: definitions.measures[name].kind == "flow")]
    assert (flows["first_month"].min(), flows["first_month"].max()) == (2023 * 12, 2025 * 12 + 11)
    assert flows["first_month"].nunique() == 36
    assert not figures.duplicated(["division", "measure", "first_month", "last_month"]).any()


def test_counts_are_whole_and_never_negative(definitions: Definitions, figures: pd.DataFrame) -> None:
    counts = figures[figures["measure"].map(lambda name: definitions.measures[name].kind != "rate")]
    values = counts["value"].dropna()
    assert (values >= 0).all()
    assert (values == values.round()).all()


@pytest.mark.parametrize(("part", "shape"), PARTS, ids=[name for name, _ in PARTS])
def test_a_part_never_exceeds_its_whole(
    part: str, shape: Share, definitions: Definitions, figures: pd.DataFrame
) -> None:
    levels = {definitions.measures[name].reported_by for name in (part, shape.of)}
    key = ["division", "last_month"] if len(levels) == 1 else ["province", "last_month"]
    parts = _of(figures, part).groupby(key, observed=True)["value"].sum()
    wholes = _of(figures, shape.of).groupby(key, observed=True)["value"].sum()
    both = pd.concat([parts, wholes], axis=1, keys=["part", "whole"]).dropna()
    assert len(both)
    assert (both["part"] <= both["whole"]).all()


def test_parts_side_by_side_leave_room_for_each_other(figures: pd.DataFrame) -> None:
    names = ["mediation_committees", "mediation_committees_township", "mediation_committees_village"]
    wide = figures[figures["measure"].isin(names)].pivot_table(
        index=["division", "last_month"], columns="measure", values="value", observed=True
    )
    wide = wide[wide[names[0]].notna()]
    assert (wide[names[1]].fillna(0) + wide[names[2]].fillna(0) <= wide[names[0]]).all()


def test_provinces_have_exactly_the_figures_published_for_the_window(
    definitions: Definitions, figures: pd.DataFrame, published: Batch
) -> None:
    anchors = published_anchors(published, definitions)
    made = {each.id: each for each in generated_measures(definitions) if each.kind != "rate"}
    compared = 0
    for (measure, province), values in anchors.values.items():
        if measure not in made or province not in PROVINCES:
            continue
        rows = _of(figures, measure)
        rows = rows[rows["province"] == province]
        for month, value in values.items():
            if FIRST_MONTH <= month <= LAST_MONTH:
                assert _total(rows, made[measure], month) == value, (measure, province, month)
                compared += 1
    assert compared >= 10


def _total(rows: pd.DataFrame, measure: Measure, month: int) -> float:
    if measure.kind == "flow":
        return float(rows[rows["last_month"] // 12 == month // 12]["value"].sum())
    end = rows[rows["last_month"] >= month]["last_month"].min()
    return float(rows[rows["last_month"] == end]["value"].sum())


def test_the_corps_reports_beside_xinjiang_what_sources_state_under_it(
    definitions: Definitions, published: Batch
) -> None:
    country = only("540000", "660000")
    rows = pa.concat_tables(_tables(demonstration_batch(country, definitions, published))).to_pandas()
    lawyers = rows[(rows["measure"] == "xpcc_lawyers") & (rows["period"] == "2024-09")]
    assert lawyers[["division", "value"]].to_numpy().tolist() == [["660000", 1476.0]]


def test_population_is_the_census_in_november_2020(figures: pd.DataFrame) -> None:
    rows = _of(figures, "population")
    census = rows[rows["period"] == "2020-11"].groupby("province")["value"].sum()
    assert census["540000"] == 3_648_100
    assert census[IMPROVING] == 38_562_148


def test_a_figure_outside_the_window_is_carried_over_by_growth(figures: pd.DataFrame) -> None:
    rows = _of(figures, "lawyers")
    tibet = rows[(rows["province"] == "540000") & (rows["period"] == "2023-01")]["value"].sum()
    assert 724 < tibet < 724 * 1.1


def test_months_rise_and_fall_with_the_season(figures: pd.DataFrame) -> None:
    year = _of(figures, "disputes_mediated")
    months = year[year["last_month"] // 12 == 2024].groupby("period", observed=True)["value"].sum()
    assert months["2024-02"] < 0.8 * months["2024-03"]
    assert months["2024-12"] > months.median()


def test_some_months_are_missing_and_some_counties_are_late(figures: pd.DataFrame) -> None:
    reports = _of(figures, "legal_aid_cases").groupby("division")["last_month"].agg(["count", "max"])
    today = reports[reports["max"] > LAST_MONTH - 6]
    assert 0 < (today["max"] < LAST_MONTH).mean() < 0.15
    assert ((today["count"] < 36) & (today["max"] == LAST_MONTH)).any()


def test_what_concerns_one_topic_is_missing_together(figures: pd.DataFrame) -> None:
    keys = [
        set(map(tuple, _of(figures, name)[["division", "last_month"]].to_numpy().tolist()))
        for name in ("disputes_mediated", "disputes_mediated_successfully")
    ]
    assert keys[0] == keys[1]


MISTYPED = ["consultations", "platform_services", "hotline_queries", "pls_beneficiaries", "notary_cases"]


def test_a_few_figures_are_mistyped_upwards(figures: pd.DataFrame) -> None:
    rows = figures[figures["measure"].isin(MISTYPED)]
    wide = rows.pivot_table(
        index=["measure", "division"], columns="last_month", values="value", observed=True
    )
    ratio = wide.div(wide.median(axis=1), axis=0)
    spikes = int((ratio[wide.median(axis=1) > 20] > 4).sum().sum())
    assert 0 < spikes < 100


def test_the_improving_province_improves(figures: pd.DataFrame) -> None:
    rows = figures[figures["province"] == IMPROVING]
    done = _of(rows, "disputes_mediated_successfully").groupby(rows["last_month"] // 12)["value"].sum()
    taken = _of(rows, "disputes_mediated").groupby(rows["last_month"] // 12)["value"].sum()
    rates = done / taken
    assert rates[2025] - rates[2023] > 0.03


def test_a_merged_county_reports_under_its_old_codes_until_the_change(figures: pd.DataFrame) -> None:
    rows = _of(figures, "legal_aid_cases")
    old, new = (rows[rows["division"].isin(codes)] for codes in (["500105", "500112"], ["500157"]))
    assert set(old["division"]) == {"500105", "500112"}
    assert (old["period"].max(), new["period"].min()) == ("2025-06", "2025-07")
    share = old[old["period"] == "2025-06"]["value"].sum() / new[new["period"] == "2025-07"]["value"].sum()
    assert 0.5 < share < 2


def test_a_recoded_county_reports_under_its_old_code_until_the_change(figures: pd.DataFrame) -> None:
    rows = _of(figures, "lawyers")
    assert rows[rows["division"] == "540422"]["period"].max() == "2023-06"
    assert rows[rows["division"] == "540481"]["period"].min() == "2023-07"


def test_withheld_and_not_applicable_cells_have_no_value(figures: pd.DataFrame) -> None:
    special = figures[figures["status"] != "value"]
    assert special["value"].isna().all()
    assert figures[figures["status"] == "value"]["value"].notna().all()
    assert set(special[special["status"] == "suppressed"]["measure"]) <= SUPPRESSED
    cities = _of(special, "centres_city")
    assert set(cities["status"]) == {"not_applicable"}
    assert "500000" in set(cities["division"])


def test_a_stated_rate_of_a_province_is_the_mean_of_its_cities(
    figures: pd.DataFrame, tree: Divisions
) -> None:
    rows = _of(figures, "hotline_satisfaction")
    rates = rows[rows["period"] == "2024-12"].set_index("division")["value"]
    cities = [each.code for each in tree.children(IMPROVING) if each.level is Level.CITY]
    assert rates[cities].min() <= rates[IMPROVING] <= rates[cities].max()
    assert "000000" in rates.index


def test_a_new_measure_gets_figures_without_code(
    definitions: Definitions, published: Batch, tree: Divisions
) -> None:
    name = Bilingual(zh="新", en="New")
    new = Measure(
        id="new_measure", name=name, unit="case", kind="flow", topic="legal_aid", reported_by="county"
    )
    more = dataclasses.replace(definitions, measures={"new_measure": new})
    rows = pa.concat_tables(_tables(demonstration_batch(tree, more, published, months=12))).to_pandas()
    assert set(rows["measure"]) == {"new_measure"}
    assert rows["last_month"].nunique() == 12
    assert rows["value"].sum() > 0


def test_progress_runs_from_nothing_to_everything(definitions: Definitions, published: Batch) -> None:
    said: list[float] = []
    list(demonstration_batch(only("540000"), definitions, published, 12, said.append).observations)
    assert (said[0], said[-1]) == (0.0, 1.0)
    assert said == sorted(said)


@pytest.mark.parametrize("months", [0, -12, 7, 30], ids=["none", "negative", "half a year", "two and a half"])
def test_only_whole_years_can_be_made(definitions: Definitions, published: Batch, months: int) -> None:
    with pytest.raises(ValueError, match="whole years"):
        demonstration_batch(only("540000"), definitions, published, months)


def test_the_whole_country_comes_to_some_fourteen_million_figures(
    definitions: Definitions, published: Batch
) -> None:
    chunks = demonstration_batch(load_divisions(), definitions, published).observations
    assert 10_000_000 < sum(len(chunk) for chunk in chunks) < 16_000_000
