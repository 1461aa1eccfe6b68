"""indicators.yaml is sound and complete, and a broken one says file, key and remedy."""

import csv
from collections import defaultdict
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from atlas.definitions import Definitions, Indicator, Measure, load_definitions, read_definitions
from atlas.definitions import remedies as R  # noqa: N812
from atlas.ingest.published import DATA_FOLDER
from atlas.periods import Period
from atlas.problems import TEMPLATES, AtlasError

SOUND = """
units:
  person: {zh: 人, en: people, en_one: person, family: person}
  case: {zh: 件, en: cases, en_one: case, family: count}
  percent: {zh: "%", en: "%", family: percent}
  per_10k: {zh: 每万人, en: "per 10,000", family: per_10k}
topics:
  law: {name: {zh: 法律, en: Law}}
measures:
  lawyers:
    name: {zh: 律师, en: Lawyers}
    unit: person
    kind: stock
    topic: law
    reported_by: county
    definition: {zh: 律师人数, en: Number of lawyers}
  cases:
    name: {zh: 案件, en: Cases}
    unit: case
    kind: flow
    topic: law
    reported_by: county
  rate:
    name: {zh: 比率, en: Rate}
    unit: percent
    kind: rate
    topic: law
    reported_by: city
indicators:
  lawyers:
    short_name: {zh: 律师, en: Lawyers}
    numerator: lawyers
    direction: none
  share:
    name: {zh: 占比, en: Share}
    short_name: {zh: 占比, en: Share}
    topic: law
    unit: percent
    numerator: cases
    denominator: lawyers
    factor: 100
    stated: rate
    direction: higher
    decimals: 1
    classes: {scheme: stated, k: 3, breaks: [50, 90]}
    interval: wilson
    definition: {zh: 案件比律师, en: Cases by lawyers}
rules:
  within:
    at_most: [cases, lawyers]
    severity: warning
    sentence: {zh: 案件不多于律师, en: Cases are at most lawyers.}
"""


@pytest.fixture(scope="module")
def shipped() -> Definitions:
    return load_definitions()


def test_the_shipped_file_is_sound(shipped: Definitions) -> None:
    assert read_definitions()[1] == ()
    assert len(shipped.measures) == 167
    assert 60 <= len(shipped.indicators) <= 90


def test_the_four_headlines_are_those_asked_for(shipped: Definitions) -> None:
    assert [indicator.id for indicator in shipped.headlines] == [
        "county_centre_coverage",
        "lawyers_per_10k",
        "legal_aid_cases",
        "mediation_success_rate",
    ]


def test_every_published_measure_is_defined(shipped: Definitions) -> None:
    assert {row["measure"] for row in published_rows()} <= set(shipped.measures)


def test_a_measure_with_figures_for_four_provinces_is_an_indicator(shipped: Definitions) -> None:
    provinces = defaultdict(set)
    for row in published_rows():
        code = row["division_code"]
        if row["period_kind"] in ("point", "year") and code.endswith("0000") and code != "000000":
            provinces[row["measure"]].add(code)
    wanted = {measure for measure, codes in provinces.items() if len(codes) >= 4}
    alone = {i.numerator for i in shipped.indicators.values() if not i.denominator and not i.coverage}
    stated = {indicator.stated for indicator in shipped.indicators.values()}
    assert wanted
    assert wanted <= alone | stated


def test_every_measure_that_an_indicator_uses_is_explained(shipped: Definitions) -> None:
    used = {name for indicator in shipped.indicators.values() for name in indicator.measures}
    assert not [name for name in used if shipped.measures[name].definition is None]


def test_every_unit_and_topic_is_used(shipped: Definitions) -> None:
    things: list[Measure | Indicator] = [*shipped.measures.values(), *shipped.indicators.values()]
    assert {thing.unit for thing in things} == set(shipped.units)
    assert {thing.topic for thing in things} == set(shipped.topics)


def test_short_names_are_short_and_tell_indicators_apart(shipped: Definitions) -> None:
    for language in ("zh", "en"):
        names = [getattr(indicator.name, language) for indicator in shipped.indicators.values()]
        short = [getattr(indicator.short_name, language) for indicator in shipped.indicators.values()]
        assert len(set(names)) == len(names)
        assert len(set(short)) == len(short)
        assert max(map(len, short)) <= 26


def test_chinese_texts_are_chinese_and_english_texts_are_not(shipped: Definitions) -> None:
    things: list[Measure | Indicator] = [*shipped.measures.values(), *shipped.indicators.values()]
    for thing in things:
        for text in (thing.name, thing.definition, thing.traps):
            if text is not None:
                assert has_chinese(text.zh), thing.id
                assert not has_chinese(text.en), thing.id


def test_what_changed_is_said_in_both_languages_and_from_when_on(shipped: Definitions) -> None:
    changed = {each.id: each.redefined for each in shipped.indicators.values() if each.redefined}
    assert set(changed) >= {"legal_aid_cases", "legal_aid_cases_per_10k"}
    for breaks in changed.values():
        for each in breaks:
            assert has_chinese(each.what.zh)
            assert not has_chinese(each.what.en)
    law = shipped.indicators["legal_aid_cases"]
    year = Period.parse
    assert law.redefined_between(year("2021"), year("2022"))
    assert not law.redefined_between(year("2022"), year("2023"))
    assert not law.redefined_between(year("2020"), year("2021"))


def test_only_coverages_are_called_coverage_where_a_quotient_may_exceed_one(shipped: Definitions) -> None:
    for indicator in shipped.indicators.values():
        if "覆盖率" in indicator.name.zh:
            assert indicator.unit == "percent"
        if indicator.unit.endswith(("_per_unit", "rooms_per_village")):
            assert "coverage" not in indicator.name.en.lower()


def test_coverage_without_a_value_gives_way_to_centres_per_unit(shipped: Definitions) -> None:
    coverage = shipped.indicators["county_centre_coverage"]
    assert (coverage.coverage, coverage.unit_level, coverage.denominator) == (True, "county", None)
    assert coverage.stands_in == "county_centres_per_unit"


@pytest.mark.parametrize(
    ("indicator", "symbol", "reason"),
    [
        ("lawyers", "circles", "a count"),
        ("lawyers_per_10k", "choropleth", "a quotient"),
        ("county_centre_coverage", "choropleth", "a coverage"),
        ("hotline_satisfaction", "choropleth", "a stated rate"),
    ],
)
def test_counts_are_circles_and_ratios_are_coloured(
    shipped: Definitions, indicator: str, symbol: str, reason: str
) -> None:
    assert shipped.indicators[indicator].symbol == symbol, reason


def test_an_indicator_of_one_measure_takes_what_it_does_not_write_from_the_measure(tmp_path: Path) -> None:
    definitions = load_definitions(written(tmp_path, SOUND))
    lawyers, measure = definitions.indicators["lawyers"], definitions.measures["lawyers"]
    assert (lawyers.name, lawyers.unit, lawyers.topic, lawyers.definition) == (
        measure.name,
        measure.unit,
        measure.topic,
        measure.definition,
    )


def test_definitions_cannot_be_changed(shipped: Definitions) -> None:
    with pytest.raises(ValidationError):
        setattr(shipped.measures["lawyers"], "kind", "flow")  # noqa: B010


BROKEN = [
    (
        "unit: person\n    kind: stock",
        "unit: people\n    kind: stock",
        "measures.lawyers.unit",
        R.UNKNOWN_UNIT,
    ),
    ("kind: flow", "kind: sum", "measures.cases.kind", R.BY_FIELD["kind"]),
    ("kind: flow\n    topic: law", "kind: flow\n    topic: tax", "measures.cases.topic", R.UNKNOWN_TOPIC),
    ("reported_by: city", "reported_by: village", "measures.rate.reported_by", R.BY_FIELD["reported_by"]),
    ("kind: stock", "kind: stock\n    colour: red", "measures.lawyers.colour", R.EXTRA),
    ("{zh: 案件, en: Cases}", "{zh: 案件}", "measures.cases.name.en", R.MISSING),
    ("{zh: 案件, en: Cases}", "{zh: 案件, en: No}", "measures.cases.name.en", R.TEXT),
    ("kind: flow", "kind: flow\n    derived: villages", "measures.cases.derived", R.BY_FIELD["derived"]),
    ("kind: flow", "kind: flow\n    derived: counties", "measures.cases.kind", R.DERIVED),
    ("kind: rate", "kind: rate\n    suppress_below: 5", "measures.rate.suppress_below", R.SUPPRESS_BELOW),
    ("kind: flow", "kind: flow\n    carry_forward: maybe", "measures.cases.carry_forward", R.YES_NO),
    ("numerator: cases", "numerator: case_count", "indicators.share.numerator", R.UNKNOWN_MEASURE),
    (
        "interval: wilson",
        "interval: wilson\n    redefined: [{since: '2022-13', what: {zh: 新, en: New}}]",
        "indicators.share.redefined.0.since",
        R.BY_FIELD["since"],
    ),
    (
        "interval: wilson",
        "interval: wilson\n    redefined: [{since: '2022', what: {zh: 新, en: New}}, "
        "{since: '2021-H1', what: {zh: 旧, en: Old}}]",
        "indicators.share.redefined",
        R.REDEFINED_ORDER,
    ),
    ("numerator: cases", "numerator: rate", "indicators.share.numerator", R.NOT_SUMMED),
    ("    numerator: cases\n", "", "indicators.share.numerator", R.NO_NUMERATOR),
    (
        "    numerator: cases\n    denominator: lawyers\n    factor: 100\n    stated: rate\n",
        "",
        "indicators.share.numerator",
        R.NO_VALUE,
    ),
    ("stated: rate", "stated: lawyers", "indicators.share.stated", R.NOT_A_RATE),
    ("factor: 100", "factor: 10000", "indicators.share.factor", R.FACTOR),
    ("factor: 100", "factor: 1000", "indicators.share.factor", R.FACTOR),
    ("direction: higher", "direction: up", "indicators.share.direction", R.BY_FIELD["direction"]),
    ("decimals: 1", "decimals: 9", "indicators.share.decimals", R.BY_FIELD["decimals"]),
    ("[50, 90]", "[90, 50]", "indicators.share.classes.breaks", R.BREAKS_ORDER),
    ("[50, 90]", "[90, 90]", "indicators.share.classes.breaks", R.BREAKS_ORDER),
    ("[50, 90]", "[50]", "indicators.share.classes.breaks", R.BREAKS_COUNT),
    ("[50, 90]", "[50, many]", "indicators.share.classes.breaks.1", R.NUMBER),
    ("k: 3", "k: 12", "indicators.share.classes.k", R.BY_FIELD["k"]),
    ("scheme: stated", "scheme: pretty", "indicators.share.classes.scheme", R.BY_FIELD["scheme"]),
    ("scheme: stated", "scheme: quantiles", "indicators.share.classes.breaks", R.BREAKS_COUNT),
    ("interval: wilson", "interval: normal", "indicators.share.interval", R.BY_FIELD["interval"]),
    (
        "numerator: lawyers\n",
        "numerator: lawyers\n    interval: byar\n",
        "indicators.lawyers.interval",
        R.INTERVAL,
    ),
    (
        "numerator: lawyers\n",
        "numerator: lawyers\n    unit: case\n",
        "indicators.lawyers.unit",
        R.UNIT_DIFFERS,
    ),
    (
        "numerator: lawyers\n",
        "numerator: lawyers\n    stands_in: nothing\n",
        "indicators.lawyers.stands_in",
        R.UNKNOWN_INDICATOR,
    ),
    (
        "numerator: lawyers\n",
        "numerator: lawyers\n    stands_in: lawyers\n",
        "indicators.lawyers.stands_in",
        R.UNKNOWN_INDICATOR,
    ),
    (
        "denominator: lawyers\n",
        "coverage: true\n    unit_level: county\n    denominator: lawyers\n",
        "indicators.share.unit_level",
        R.COVERAGE_LEVEL,
    ),
    (
        "    denominator: lawyers\n",
        "    coverage: true\n",
        "indicators.share.unit_level",
        R.COVERAGE_LEVEL,
    ),
    (
        "direction: higher",
        "direction: higher\n    unit_level: county",
        "indicators.share.unit_level",
        R.LEVEL_WITHOUT_COVERAGE,
    ),
    (
        "direction: higher",
        "direction: higher\n    target: {value: 100, by: soon, source: {zh: 部, en: Ministry}}",
        "indicators.share.target.by",
        R.DATE,
    ),
    (
        "direction: higher",
        "direction: higher\n    target: {value: 100, by: 2018-13-31, source: {zh: 部, en: Ministry}}",
        "indicators.share.target.by",
        R.DATE,
    ),
    ("[cases, lawyers]", "[cases, firms]", "rules.within.at_most", R.UNKNOWN_MEASURE),
    ("[cases, lawyers]", "[cases, cases]", "rules.within.at_most", R.TWO_MEASURES),
    ("[cases, lawyers]", "[cases]", "rules.within.at_most.1", R.MISSING),
    ("[cases, lawyers]", "cases", "rules.within.at_most", R.TWO_MEASURES),
    ("severity: warning", "severity: bad", "rules.within.severity", R.BY_FIELD["severity"]),
    ("severity: warning", "severity: error\n    hint: x", "rules.within.hint", R.EXTRA),
    ("kind: stock", "kind: stock\n    signed: sometimes", "measures.lawyers.signed", R.YES_NO),
    ("  rate:\n", "  Rate:\n", "measures.Rate", R.IDENTIFIER),
    ("  lawyers:\n    name", "  lawyers:\n    id: other\n    name", "measures.lawyers.id", R.EXTRA),
    ("topics:\n", "colours:\n  red: 1\ntopics:\n", "colours", R.EXTRA),
    ("topics:\n  law: {name: {zh: 法律, en: Law}}", "topics: law", "topics", R.SECTION),
    ("law: {name: {zh: 法律, en: Law}}", "law: Law", "topics.law", R.SECTION),
    ("decimals: 1", "decimals: 1\n    decimals: 2", "indicators.share.decimals", R.DUPLICATE),
    ("  cases:\n", "  lawyers:\n", "measures.lawyers", R.DUPLICATE),
    ("decimals: 1", "decimals: [1", "line 63", R.SYNTAX),
    ("topic: law", "topic: &law law", "line 47", R.SYNTAX),
]


@pytest.mark.parametrize(
    ("sound", "broken", "key", "remedy"), BROKEN, ids=[f"{case[2]}: {case[1][:30]!r}" for case in BROKEN]
)
def test_a_fault_is_named_by_file_key_and_remedy(
    tmp_path: Path, sound: str, broken: str, key: str, remedy: str
) -> None:
    assert sound in SOUND
    text = SOUND.replace(sound, broken, 1)
    if "&law" in broken:
        text = text.replace("topic: law\n    reported_by: city", "topic: *law\n    reported_by: city")
        key = f"line {1 + text[: text.index('*law')].count(chr(10))}"
    if remedy is R.SYNTAX and "[1" in broken:
        key = f"line {2 + text[: text.index('[1')].count(chr(10))}"
    with pytest.raises(AtlasError) as raised:
        load_definitions(written(tmp_path, text))
    found = {(problem.fields["key"], problem.fields["remedy"]) for problem in raised.value.problems}
    assert (key, remedy) in found
    assert {problem.id for problem in raised.value.problems} == {"bad_definition"}
    assert {problem.fields["file"] for problem in raised.value.problems} == {"broken.yaml"}


def test_the_table_of_faults_covers_every_remedy() -> None:
    tested = {remedy for *_, remedy in BROKEN}
    texts = {value for name, value in vars(R).items() if name.isupper() and isinstance(value, str)}
    untested = (texts | set(R.BY_FIELD.values()) | set(R.BY_TYPE.values())) - tested
    assert untested == {
        R.MAPPING,  # tested with whole files below
        R.NO_ALIAS,  # said to the parser, not to people
        R.OTHER,  # for faults that pydantic may find one day
        R.BY_FIELD["version"],
        R.BY_FIELD["family"],
    }


def test_all_faults_are_found_in_one_pass(tmp_path: Path) -> None:
    text = SOUND.replace("kind: flow", "kind: sum").replace("direction: none", "direction: up")
    with pytest.raises(AtlasError) as raised:
        load_definitions(written(tmp_path, text.replace("factor: 100", "factor: 1")))
    keys = [problem.fields["key"] for problem in raised.value.problems]
    assert keys == ["measures.cases.kind", "indicators.lawyers.direction", "indicators.share.factor"]


def test_a_fault_in_one_entry_leaves_the_others_working(tmp_path: Path) -> None:
    definitions, problems = read_definitions(written(tmp_path, SOUND.replace("kind: flow", "kind: sum")))
    assert set(definitions.measures) == {"lawyers", "rate"}
    assert set(definitions.indicators) == {"lawyers"}
    assert [problem.fields["key"] for problem in problems] == ["measures.cases.kind"]


@pytest.mark.parametrize(
    ("content", "problem", "remedy", "reason"),
    [
        (b"", "bad_definition", R.MAPPING, "an empty file"),
        (b"- a\n- b\n", "bad_definition", R.MAPPING, "a list"),
        (b"a: 1\n\tb: 2\n", "bad_definition", R.SYNTAX, "a tab"),
        (b"a: !!python/object/apply:os.getcwd []\n", "bad_definition", R.SYNTAX, "a tag that runs code"),
        (b"? [a]\n: 1\n", "bad_definition", R.SYNTAX, "a list as a key"),
        (b"[" * 5000, "bad_definition", R.SYNTAX, "nested without end"),
        (b"a: !!int many\n", "bad_definition", R.SYNTAX, "a tag that its text belies"),
        (b"a: \x00\n", "bad_definition", R.SYNTAX, "a control character"),
        ("律师".encode("gb18030"), "unreadable_file", None, "not UTF-8"),
        (None, "unreadable_file", None, "no such file"),
    ],
)
def test_a_file_that_is_no_list_of_definitions_gets_one_sentence(
    tmp_path: Path, content: bytes | None, problem: str, remedy: str | None, reason: str
) -> None:
    path = tmp_path / "broken.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AtlasError) as raised:
        load_definitions(path)
    assert raised.value.problem.id == problem, reason
    assert raised.value.problem.id in TEMPLATES
    assert raised.value.problem.fields.get("remedy") == remedy
    definitions, problems = read_definitions(path)
    assert (dict(definitions.indicators), problems) == ({}, raised.value.problems)


@given(st.text(alphabet=" \n:-[]{}abc0&*!|>'\"#", max_size=60))
def test_no_text_raises_anything_but_an_atlas_error(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("definitions") / "any.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError):
        load_definitions(path)


def written(folder: Path, text: str) -> Path:
    path = folder / "broken.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    return path


def published_rows() -> list[dict[str, str]]:
    with (DATA_FOLDER / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def has_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)
