"""As a new member of staff: a faulty file is uploaded, corrected, accepted, seen on the map, and undone."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from atlas.divisions import Level, load_divisions
from tests.browser.atlas_page import AtlasPage
from tests.browser.settled import settle
from tests.browser.visitor import App, Visitor

MAP = {"division": "520000", "level": "county", "indicator": "legal_aid_cases", "period": "2026-10"}
DRAWN = "published|520000|county|legal_aid_cases|2026-10"
HEADINGS = ["地区", "法律援助案件数（件）", "人民调解案件数（件）", "其中调解成功（件）", "律师人数"]
# Row, column, what is planted there, the rule that finds it, the cell it names.
FAULTS = [
    (3, 0, "云颜区", "unknown_division", "A4"),
    (9, 1, "十来件", "not_a_number", "B10"),
    (20, 2, "-12", "negative", "C21"),
    (40, 4, "30.5", "fraction", "E41"),
    (60, 3, "99999", "cross_measure_error", "D61"),
]
SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>"


def month(faulty: bool) -> list[list[str]]:
    """October of Guizhou's counties: a title, headings, and a row for each county."""
    divisions = load_divisions()
    rows = [["贵州省公共法律服务月报（2026年10月）", "", "", "", ""], HEADINGS]
    for place, county in enumerate(divisions.units("520000", Level.COUNTY)):
        mediated = 100 + 7 * place
        rows.append(
            [county.name_zh, str(10 + place), str(mediated), str(mediated - place % 5), str(20 + place)]
        )
    for row, column, text, _rule, _cell in FAULTS if faulty else ():
        rows[row][column] = text
    return rows


def written(path: Path, rows: list[list[str]]) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    path.write_bytes(text.getvalue().encode("gb18030"))
    return path


@pytest.fixture
def private(app_server: App) -> Iterator[App]:
    """The app on a machine that only one person uses."""
    file = app_server.data_folder / "access.yaml"
    file.write_text("private_machine: true\n", encoding="utf-8")
    yield app_server
    file.unlink()


def give(page: Page, file: Path) -> None:
    zone = page.locator("[data-testid=stFileUploaderDropzoneInput]")
    expect(zone).to_have_count(1)
    zone.set_input_files(file)
    page.locator(".atlas-counts, .atlas-outcome, [data-testid=stAlert]").first.wait_for()
    settle(page)


def count(page: Page, name: str) -> Locator:
    return page.locator(f".atlas-count-{name} b")


def opened_map(visitor: Visitor, app: App) -> AtlasPage:
    atlas = AtlasPage(visitor.open(app.link("/", lang="en", **MAP)))
    atlas.wait_until_drawn(DRAWN)
    return atlas


def seen(atlas: AtlasPage) -> tuple[str, str, str]:
    """What a person sees of the map: the number beside it, a county's tooltip, and the circles drawn."""
    pixels = "[...document.querySelectorAll('canvas')].map((each) => each.toDataURL()).join()"
    painted = atlas.frame.evaluate(pixels)
    return atlas.headline, atlas.hover_unit("520103"), painted


def test_a_faulty_month_is_corrected_accepted_seen_and_taken_back(
    private: App, visitor: Visitor, tmp_path: Path
) -> None:
    before = seen(opened_map(visitor, private))
    assert "no data" in before[1]

    page = visitor.open(private.link("/upload", lang="en", division="520000"))
    give(page, written(tmp_path / "十月.csv", month(faulty=True)))
    expect(count(page, "faulty")).to_have_text("5")
    expect(page.locator(".atlas-understood")).to_contain_text("GB18030")
    for _row, _column, text, rule, cell in FAULTS:
        problem = page.locator(f"details[data-rule={rule}] tbody tr", has_text=text)
        expect(problem.locator("th")).to_have_text(cell)

    page.locator(".st-key-upload-next button").click()
    expect(page.locator(".atlas-counts")).to_have_count(0)
    give(page, written(tmp_path / "十月（改）.csv", month(faulty=False)))
    expect(count(page, "faulty")).to_have_text("0")
    expect(count(page, "new")).to_have_text("352")
    accept = page.get_by_role("button", name="Accept 88 rows")
    looked = page.locator(".st-key-upload-decision [data-testid=stCheckbox] label")
    if looked.count():
        looked.click()
    accept.click()
    expect(page.locator(".atlas-outcome h2")).to_have_text("352 figures accepted")

    page.get_by_role("link", name="See it on the map").click()
    atlas = AtlasPage(page)
    atlas.wait_until_drawn("published|520000|county|")
    during = seen(opened_map(visitor, private))
    assert during[1].split("\n")[1].startswith("11")
    assert during[0] != before[0]
    assert during[2] != before[2]

    page.locator(".st-key-top-bar").get_by_role("link", name="History").click()
    batch = page.locator(".atlas-batch", has_text="十月（改）.csv").first
    expect(batch).to_contain_text("352 figures")
    page.locator("[class*=st-key-undo-upload] button").first.click()
    page.get_by_label("Reason").fill("only a rehearsal")
    page.locator(".st-key-history-confirm button").click()
    expect(page.locator(".atlas-batch", has_text="十月（改）.csv").first).to_contain_text("taken back")
    assert seen(opened_map(visitor, private)) == before


def test_names_that_are_scripts_are_text(private: App, visitor: Visitor, tmp_path: Path) -> None:
    rows = month(faulty=False)[:6]
    rows[3][0] = rows[4][1] = SCRIPT
    rows[1][4] = f"律师{SCRIPT}"
    page = visitor.open(private.link("/upload", lang="en"))
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    give(page, written(tmp_path / "a<img src=x onerror=alert(3)>.csv", rows))
    expect(page.locator(".atlas-file")).to_contain_text("<img src=x onerror=alert(3)>")
    expect(page.locator(".atlas-found")).to_contain_text(SCRIPT)
    page.wait_for_timeout(500)
    assert dialogs == []
    assert page.locator("img[src=x]").count() == 0
    assert page.locator("#root script", has_text="alert").count() == 0


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_and_its_answer_suit_everyone(
    private: App,
    visitor: Visitor,
    accessibility_faults: Callable[[Page], list[str]],
    suits_everyone: Callable[[Page], None],
    tmp_path: Path,
    lang: str,
) -> None:
    page = visitor.open(private.link("/upload", lang=lang, division="520000"))
    expect(page.get_by_role("button", name={"en": "Choose a file", "zh": "选择文件"}[lang])).to_be_visible()
    assert accessibility_faults(page) == []
    give(page, written(tmp_path / "十月.csv", month(faulty=True)))
    expect(page.locator(".st-key-upload-map-then canvas, .st-key-upload-map-then svg").first).to_be_visible()
    for name in ("new", "changed", "faulty"):
        box = count(page, name).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 720, "the counts are seen without scrolling"
    suits_everyone(page)


def test_streamlits_english_words_are_not_shown(private: App, visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open(private.link("/upload", lang="zh"))
    zone = page.locator("[data-testid=stFileUploaderDropzone]")
    expect(zone).to_be_visible()
    assert zone.inner_text().strip() == ""
    words = "element => getComputedStyle(element, '::before').content"
    assert "将月报表格拖放到此处" in zone.evaluate(words)


def test_without_an_access_file_the_page_says_how_to_begin(app_server: App, visitor: Visitor) -> None:
    page = visitor.open(app_server.link("/upload", lang="en"))
    expect(page.locator("[data-testid=stAlert]")).to_contain_text("Uploads are closed")
    assert page.locator("[data-testid=stFileUploader]").count() == 0


def test_a_file_name_that_is_a_picture_in_markdown_fetches_nothing(
    private: App, visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor.open(private.link("/upload", lang="en"))
    give(page, written(tmp_path / "![a](x.png) [b](y) $c$.csv", [["no table at all"]]))
    said = page.locator("[data-testid=stAlert]").first
    expect(said).to_contain_text("![a](x.png) [b](y) $c$.csv")
    assert said.locator("img, a, .katex").count() == 0
