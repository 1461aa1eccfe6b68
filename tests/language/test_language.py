from datetime import date
from types import SimpleNamespace

import pytest

from atlas.language import LANGUAGES, Language
from atlas.language.catalogue import translations
from atlas.periods import Period
from atlas.problems import TEMPLATES, Problem

EN, ZH = Language("en"), Language("zh")
PEOPLE = SimpleNamespace(zh="人", en="people", en_one="person", family="person")
ROOMS = SimpleNamespace(zh="间", en="rooms", en_one="room", family="count")
PERCENT = SimpleNamespace(zh="%", en="%", family="percent")
PER_10K = SimpleNamespace(zh="/万人", en="per 10,000", family="per_10k")


def test_only_the_two_languages_of_the_catalogues_exist() -> None:
    with pytest.raises(ValueError, match="none of en, zh"):
        Language("fr")


@pytest.mark.parametrize(
    ("header", "code", "reason"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh", "a Chinese browser"),
        ("zh-TW", "zh", "any Chinese is nearer than English"),
        ("en-GB,en;q=0.9,zh;q=0.2", "en", "the higher weight wins"),
        ("fr-FR,zh;q=0.5,en;q=0.4", "zh", "an unknown language is passed over"),
        ("en;q=0.3, zh;q=0.7", "zh", "weights decide, not the order"),
        ("zh;q=0", "en", "a weight of nought refuses"),
        ("zh;q=high,en", "en", "an unreadable weight counts as refusal"),
        ("fr", "en", "none of ours: English"),
        ("", "en", "no header"),
        (None, "en", "no browser at all"),
    ],
)
def test_a_browser_gets_the_language_it_ranks_highest(header: str | None, code: str, reason: str) -> None:
    assert Language.from_accept(header).code == code, reason


@pytest.mark.parametrize(
    ("value", "decimals", "english", "chinese", "reason"),
    [
        (0, 0, "0", "0", "nought is a number, not a gap"),
        (1234567, 0, "1,234,567", "1,234,567", "groups of three in both"),
        (3.775, 2, "3.78", "3.78", "half up from the digits that are shown, not from the binary ones below"),
        (2.5, 0, "3", "3", "never half to even"),
        (-12.34, 1, "−12.3", "−12.3", "a true minus sign"),
        (-0.004, 2, "0.00", "0.00", "no negative nought"),
        (4, 2, "4.00", "4.00", "a column keeps its decimals"),
        (float("nan"), 1, "no data", "暂无数据", "a gap in a table is no number"),
        (None, 1, "no data", "暂无数据", "missing is not zero"),
    ],
)
def test_numbers(value: float | None, decimals: int, english: str, chinese: str, reason: str) -> None:
    assert (EN.number(value, decimals), ZH.number(value, decimals)) == (english, chinese), reason


@pytest.mark.parametrize(
    ("values", "decimals", "english", "chinese", "reason"),
    [
        ((9999,), 0, "9,999", "9,999", "short enough in full"),
        ((5000, 16000), 0, "5,000 16,000", "5,000 1.6万", "Chinese counts in 万 from 万 on"),
        ((20000, 30000), 0, "20,000 30,000", "2万 3万", "no decimals that say nothing"),
        ((30000, 34114), 0, "30,000 34,114", "30,000 34,114", "a digit left out would be a wrong number"),
        ((106_871.4,), 0, "106,871", "106,871", "rounded as every count is"),
        ((1_200_000,), 0, "1.2 million", "120万", "where no digit is lost"),
        ((412_360_000_000,), 0, "412.36 billion", "4,123.6亿", "亿"),
        ((-16000,), 0, "−16,000", "−1.6万", "negative"),
        ((0.25, 5.0), 1, "0.3 5", "0.3 5", "rounded half up"),
        ((), 0, "", "", "none"),
    ],
)
def test_numbers_are_written_alike_and_short_only_where_no_digit_is_left_out(
    values: tuple[float, ...], decimals: int, english: str, chinese: str, reason: str
) -> None:
    written = [" ".join(language.alike(values, decimals)) for language in (EN, ZH)]
    assert written == [english, chinese], reason


@pytest.mark.parametrize(
    ("value", "decimals", "text", "reason"),
    [
        (80.6424, 1, "80.6%", "no space before the sign in either language"),
        (99.96, 1, "99.9%", "not everything, so not 100 %"),
        (99.9999, 0, "99%", "however few the decimals"),
        (100, 1, "100.0%", "everything"),
        (120.04, 1, "120.0%", "more than everything stays as it is"),
    ],
)
def test_percentages(value: float, decimals: int, text: str, reason: str) -> None:
    assert EN.percent(value, decimals) == ZH.percent(value, decimals) == text, reason


@pytest.mark.parametrize(
    ("value", "decimals", "english", "chinese"),
    [
        (0.214, 2, "+0.21", "+0.21"),
        (-0.214, 2, "−0.21", "−0.21"),
        (0.001, 2, "0.00", "0.00"),
        (None, 1, "no data", "暂无数据"),
    ],
)
def test_changes_carry_their_sign(value: float | None, decimals: int, english: str, chinese: str) -> None:
    assert (EN.change(value, decimals), ZH.change(value, decimals)) == (english, chinese)


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "english", "chinese", "reason"),
    [
        (2334, PEOPLE, 0, "2,334\u2009people", "2,334人", "a thin space in Latin text, none in Chinese"),
        (1, PEOPLE, 0, "1\u2009person", "1人", "one person"),
        (3.776, PER_10K, 2, "3.78\u2009per 10,000", "3.78/万人", "a rate"),
        (98.2, PERCENT, 1, "98.2%", "98.2%", "the percent sign is no unit word"),
        (None, PEOPLE, 0, "no data", "暂无数据", "no unit without a value"),
    ],
)
def test_quantities(
    value: float | None, unit: SimpleNamespace, decimals: int, english: str, chinese: str, reason: str
) -> None:
    assert (EN.quantity(value, unit, decimals), ZH.quantity(value, unit, decimals)) == (english, chinese), (
        reason
    )


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "english", "chinese", "reason"),
    [
        (2334, PEOPLE, "exact", "2,334\u2009people", "2,334人", "as printed"),
        (16000, ROOMS, "over", "over 16,000\u2009rooms", "1.6万余间", "余 after a round number"),
        (16123, ROOMS, "over", "over 16,123\u2009rooms", "超过16,123间", "超过 before any other"),
        (98.2, PERCENT, "over", "over 98.2%", "超过98.2%", "余 does not follow a percentage"),
        (67000, PEOPLE, "about", "about 67,000\u2009people", "约6.7万人", "about"),
        (100, ROOMS, "at_least", "at least 100\u2009rooms", "至少100间", "at least"),
        (170_000_000, PEOPLE, "over", "over 170 million\u2009people", "1.7亿余人", "a newspaper's scale"),
        (651_600, PEOPLE, "exact", "651,600\u2009people", "65.16万人", "two decimals of 万 lose nothing"),
        (651_612, PEOPLE, "exact", "651,612\u2009people", "651,612人", "four decimals would be unreadable"),
        (3.78, PER_10K, "exact", "3.78\u2009per 10,000", "3.78/万人", "a stated rate"),
        (0, ROOMS, "exact", "0\u2009rooms", "0间", "a stated nought"),
    ],
)
def test_stated_figures_keep_every_digit_and_their_qualifier(
    value: float, unit: SimpleNamespace, qualifier: str, english: str, chinese: str, reason: str
) -> None:
    assert (EN.stated(value, unit, qualifier), ZH.stated(value, unit, qualifier)) == (english, chinese), (
        reason
    )


def test_a_figure_already_in_words_takes_its_qualifier() -> None:
    assert [EN.qualified("830,000", each) for each in ("exact", "about", "over", "at_least")] == [
        "830,000",
        "about 830,000",
        "over 830,000",
        "at least 830,000",
    ]
    assert ZH.qualified("83万", "about") == "约83万"


@pytest.mark.parametrize(
    ("code", "english", "chinese"),
    [
        ("2024", "2024", "2024年"),
        ("2024-H1", "first half of 2024", "2024年上半年"),
        ("2024-H2", "second half of 2024", "2024年下半年"),
        ("2024-Q1", "first quarter of 2024", "2024年第一季度"),
        ("2024-Q4", "fourth quarter of 2024", "2024年第四季度"),
        ("2024-03", "March 2024", "2024年3月"),
        ("2021/2025", "2021–2025", "2021—2025年"),
        ("2025-01/2025-09", "January–September 2025", "2025年1—9月"),
        ("2013-11/2018-11", "November 2013 – November 2018", "2013年11月—2018年11月"),
        ("2018-07-16/2018-07-22", "July 2018", "2018年7月"),
        ("2024/2024", "2024", "2024年"),
        ("latest", "latest figures", "最新数据"),
    ],
)
def test_periods(code: str, english: str, chinese: str) -> None:
    period = Period.parse(code)
    assert (EN.period(period), ZH.period(period)) == (english, chinese)


@pytest.mark.parametrize(
    ("code", "english", "chinese"),
    [
        ("2024-03", "Mar 2024", "2024年3月"),
        ("2024-Q2", "Q2 2024", "2024年二季度"),
        ("2024-H1", "H1 2024", "2024年上半年"),
    ],
)
def test_periods_short_enough_for_an_axis(code: str, english: str, chinese: str) -> None:
    period = Period.parse(code)
    assert (EN.period(period, short=True), ZH.period(period, short=True)) == (english, chinese)


@pytest.mark.parametrize(
    ("value", "english", "chinese", "reason"),
    [
        (date(2025, 11, 17), "17 November 2025", "2025年11月17日", "a day"),
        ("2025-11-17", "17 November 2025", "2025年11月17日", "the same as text"),
        ("2025-11", "November 2025", "2025年11月", "a source that names only the month"),
        ("2025", "2025", "2025年", "or only the year"),
        ("undated", "undated", "undated", "anything else is left alone"),
        ("2025-13-01", "2025-13-01", "2025-13-01", "no such month"),
    ],
)
def test_dates(value: date | str, english: str, chinese: str, reason: str) -> None:
    assert (EN.date(value), ZH.date(value)) == (english, chinese), reason


def test_lists_read_as_sentences_do() -> None:
    assert EN.join(["a", "b", "c"]) == "a, b and c"
    assert ZH.join(iter(["甲", "乙", "丙"])) == "甲、乙和丙"
    assert EN.join([]) == ""


def test_the_three_kinds_of_missing_and_the_outside_read_differently() -> None:
    states = ("no_data", "not_applicable", "suppressed", "outside")
    for language in (EN, ZH):
        assert len({language.missing(state) for state in states}) == len(states)
    assert [ZH.missing(state) for state in states] == ["暂无数据", "不适用", "不予显示", "不在填报范围内"]


def test_names_come_from_whatever_carries_them_and_fall_back_to_the_other_language() -> None:
    division = SimpleNamespace(name_zh="贵州省", name_en="Guizhou")
    assert (ZH.name(division), EN.name(division)) == ("贵州省", "Guizhou")
    assert EN.name(SimpleNamespace(name=SimpleNamespace(zh="律师", en="lawyers"))) == "lawyers"
    assert EN.name(SimpleNamespace(name_zh="和康镇", name_en="")) == "和康镇"


def test_plurals_follow_the_language_and_group_their_number() -> None:
    one, many = (
        "{count} other figure on the same thing disagrees",
        "{count} other figures on the same thing disagree",
    )
    assert EN.plural(one, many, 1) == "1 other figure on the same thing disagrees"
    assert EN.plural(one, many, 1200) == "1,200 other figures on the same thing disagree"
    assert ZH.plural(one, many, 1) == ZH.plural(one, many, 2).replace("2", "1")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_without_fields_keeps_its_braces_and_an_empty_one_stays_empty(code: str) -> None:
    assert Language(code).text("{not a message}") == "{not a message}"
    assert Language(code).text("") == "", "gettext would answer with the catalogue's header"


@pytest.mark.parametrize("identifier", sorted(TEMPLATES))
def test_every_problem_reads_as_a_sentence_in_both_languages(identifier: str) -> None:
    problem = Problem(identifier, {"file": "indicators.yaml", "value": "7"})
    english, chinese = EN.problem(problem), ZH.problem(problem)
    assert english != chinese
    assert any("一" <= letter <= "鿿" for letter in chinese)


def test_a_problem_translates_its_remedy_and_shows_a_blank_for_a_field_it_lacks() -> None:
    remedy = "Add this key."
    text = ZH.problem(Problem("bad_definition", {"file": "indicators.yaml", "value": "7", "remedy": remedy}))
    assert translations("zh").gettext(remedy) in text
    assert remedy not in text
    assert "{key}" in text


@pytest.mark.parametrize(
    ("value", "qualifier", "english", "chinese", "reason"),
    [
        (16000, "over", "over 16,000", "1.6万余", "a round number, as newspapers write it"),
        (1_370_000, "over", "over 1.37 million", "137万余", "in the same words as with its unit"),
        (1234, "over", "over 1,234", "超过1,234", "one that is not round"),
        (19.18, "about", "about 19.18", "约19.18", "a rate"),
    ],
)
def test_a_stated_figure_is_written_alike_with_and_without_its_unit(
    value: float, qualifier: str, english: str, chinese: str, reason: str
) -> None:
    for language, text in ((EN, english), (ZH, chinese)):
        assert language.stated_figure(value, qualifier) == text, reason
        assert language.stated(value, ROOMS, qualifier).startswith(text), reason
