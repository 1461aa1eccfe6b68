"""The upload page: from an empty drop zone to a batch that can be taken back."""

import csv
import io
import re
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from atlas.access import THIS_MACHINE
from atlas.datasets import Dataset
from atlas.divisions import Level
from atlas.store import State
from atlas.workspace import Workspace
from tests.pages.conftest import OpenPage
from tests.pages.reading import complaints, failures, html_of, text_of

WriteAccess = Callable[[str], None]
OPEN = "private_machine: true\n"
FOUR_EYES = "private_machine: true\nfour_eyes: [460000]\n"
HEADINGS = ["地区", "期间", "法律援助案件", "人民调解案件"]
ROWS = [
    ["海口市", "2026-09", "81", "410"],
    ["三亚市", "2026-09", "34", "120"],
    ["三沙市", "2026-09", "2", "5"],
    ["儋州市", "2026-09", "20", "90"],
]


def csv_of(*rows: list[str], headings: list[str] = HEADINGS) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue().encode()


@pytest.fixture
def private(demonstration: Workspace, access_file: WriteAccess) -> Iterator[Workspace]:
    """A private machine; what a test brings into the demonstration figures is taken back after it."""
    access_file(OPEN)
    yield demonstration
    access_file(OPEN)
    store = demonstration.store(Dataset.DEMONSTRATION)
    for name in store.taught():
        store.teach(name.kind, name.text, "", THIS_MACHINE)
    for batch in store.log():
        if batch.author == THIS_MACHINE.name and batch.state is State.ACCEPTED:
            store.undo(batch.id, THIS_MACHINE, "the test is over")


@pytest.fixture
def give(open_page: OpenPage) -> Callable[..., AppTest]:
    """Opens the page and gives it a file."""

    def given(content: bytes, name: str = "september.csv", lang: str = "en") -> AppTest:
        app = open_page("upload", lang=lang, dataset="demonstration")
        return app.file_uploader[0].upload(name, content, "text/csv").run()

    return given


def counts(app: AppTest) -> dict[str, str]:
    return dict(re.findall(r"atlas-count-(new|changed|faulty|unchanged)[^>]*><b>([^<]*)</b>", html_of(app)))


def outcome(app: AppTest) -> str:
    found = re.search(r'class="atlas-outcome[^>]*><h2>([^<]*)<', html_of(app))
    return found[1] if found else ""


def accept(app: AppTest) -> AppTest:
    for box in app.checkbox:
        box.check()
        app.run()
    return app.button(key="upload-accept").click().run()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_empty_page_says_where_a_file_goes_and_offers_a_template(
    private: Workspace, open_page: OpenPage, lang: str
) -> None:
    app = open_page("upload", lang=lang, dataset="demonstration")
    assert failures(app) == []
    assert {"en": "demonstration figures", "zh": "演示"}[lang] in text_of(app)
    assert app.selectbox(key="template-division").options
    assert len(app.selectbox(key="template-month").options) == 24
    assert len(app.get("download_button")) == 1
    assert counts(app) == {}


def test_nobody_uploads_before_somebody_has_said_who_may(workspace: Workspace, open_page: OpenPage) -> None:
    app = open_page("upload", lang="en")
    assert not app.get("file_uploader")
    assert "Uploads are closed" in " ".join(box.value for box in app.info)


def test_a_sound_file_is_counted_accepted_and_taken_back(
    private: Workspace, give: Callable[..., AppTest]
) -> None:
    store = private.store(Dataset.DEMONSTRATION)
    app = give(csv_of(*ROWS))
    assert failures(app) == []
    assert counts(app) == {"new": "8", "changed": "0", "faulty": "0", "unchanged": "0"}
    assert app.button(key="upload-accept").label == "Accept 4 rows"
    app = accept(app)
    assert outcome(app) == "8 figures accepted"
    batch = store.log()[0]
    assert (batch.file_name, batch.rows, batch.author) == ("september.csv", 8, THIS_MACHINE.name)
    app.button(key="upload-undo").click().run()
    app.text_input[-1].set_value("wrong month")
    next(button for button in app.button if button.label == "Take back 8 figures").click().run()
    assert failures(app) == []
    undone = store.log()[0]
    assert (undone.state, undone.events[-1].reason) == (State.UNDONE, "wrong month")
    assert counts(app)["new"] == "8"


def test_the_same_file_again_says_who_brought_it_and_changes_nothing(
    private: Workspace, give: Callable[..., AppTest]
) -> None:
    content = csv_of(*ROWS)
    accept(give(content))
    store = private.store(Dataset.DEMONSTRATION)
    version = store.version
    again = give(content, "the same under another name.csv")
    assert outcome(again) == "This file is in already: nothing changes"
    assert THIS_MACHINE.name in text_of(again) or "this machine" in text_of(again)
    assert not [button for button in again.button if button.key == "upload-accept"]
    assert store.version == version


def test_changed_and_unchanged_figures_are_told_apart(
    private: Workspace, give: Callable[..., AppTest]
) -> None:
    accept(give(csv_of(*ROWS)))
    corrected = [list(row) for row in ROWS]
    corrected[0][2] = "85"
    app = give(csv_of(*corrected, ["琼海市", "2026-09", "4", "6"]))
    assert counts(app) == {"new": "2", "changed": "1", "faulty": "0", "unchanged": "7"}
    table = app.dataframe[0].value
    assert (table["Before"][0], table["After"][0], table["Difference"][0]) == (81, 85, 4)


def test_rows_with_errors_stay_out_and_the_rest_can_be_accepted(
    private: Workspace, give: Callable[..., AppTest]
) -> None:
    faulty = [list(row) for row in ROWS]
    faulty[1][2], faulty[2][3] = "-3", "viele"
    app = give(csv_of(*faulty))
    assert counts(app) == {"new": "4", "changed": "0", "faulty": "2", "unchanged": "0"}
    page = html_of(app)
    assert 'data-rule="negative"' in page
    assert ">C3<" in page
    assert 'data-rule="not_a_number"' in page
    assert ">D4<" in page
    assert app.button(key="upload-accept").label == "Accept the 2 sound rows, leave out 2"
    app = accept(app)
    assert outcome(app) == "4 figures accepted"
    assert "2 rows stayed out" in text_of(app)


def test_a_unit_left_out_is_told_beside_what_the_indicators_become(
    private: Workspace, give: Callable[..., AppTest]
) -> None:
    cities = [each.name_zh for each in private.divisions.units("540000", Level.CITY)]
    whole = [[name, "2026-09", str(30 + place), "90"] for place, name in enumerate(cities)]
    assert "units have reported" not in text_of(give(csv_of(*whole)))
    whole[2][2] = "-3"
    assert f"{len(cities) - 1} of {len(cities)} units have reported" in text_of(give(csv_of(*whole)))


def test_a_file_without_a_sound_row_cannot_be_accepted(
    private: Workspace, give: Callable[..., AppTest]
) -> None:
    app = give(csv_of(["海口市", "2026-09", "-1", "-2"]))
    assert counts(app)["faulty"] == "1"
    assert not [button for button in app.button if button.key == "upload-accept"]
    assert "No row can be accepted" in text_of(app)


def test_warnings_need_a_tick(private: Workspace, give: Callable[..., AppTest]) -> None:
    doubled = [*ROWS, ROWS[0]]
    app = give(csv_of(*doubled))
    assert 'data-rule="duplicate_same"' in html_of(app)
    assert app.button(key="upload-accept").disabled
    assert app.checkbox[0].label.startswith("I have looked at the")
    app.checkbox[0].check().run()
    assert not app.button(key="upload-accept").disabled


def test_a_remark_is_kept_with_the_batch(private: Workspace, give: Callable[..., AppTest]) -> None:
    app = give(csv_of(*ROWS))
    remark = next(box for box in app.text_input if str(box.key).startswith("upload-remark"))
    remark.set_value("<b>counted twice by hand</b>").run()
    app = accept(app)
    assert private.store(Dataset.DEMONSTRATION).log()[0].remark == "<b>counted twice by hand</b>"
    assert "&lt;b&gt;counted twice by hand" in html_of(app)


def test_the_answer_to_an_unknown_name_is_learnt(private: Workspace, give: Callable[..., AppTest]) -> None:
    renamed = [["海囗市", *ROWS[0][1:]], *ROWS[1:]]
    app = give(csv_of(*renamed))
    assert counts(app)["faulty"] == "1"
    offered = [button for button in app.button if str(button.key).startswith("teach-0-")]
    assert 1 <= len(offered) <= 3
    app.button(key="teach-0-460100").click().run()
    assert failures(app) == []
    assert counts(app) == {"new": "8", "changed": "0", "faulty": "0", "unchanged": "0"}
    assert "460100" in private.store(Dataset.DEMONSTRATION).aliases().divisions.values()


def test_what_was_taught_by_a_wrong_click_is_undone_on_the_spot(
    private: Workspace, give: Callable[..., AppTest]
) -> None:
    app = give(csv_of(["海因市", *ROWS[0][1:]], *ROWS[1:]))
    app.button(key="teach-0-460100").click().run()
    assert "“海因市” is now read as Haikou" in text_of(app)
    assert counts(app)["faulty"] == "0"
    app.button(key="undo-taught-0").click().run()
    assert failures(app) == []
    assert counts(app)["faulty"] == "1"
    assert "海因市" not in private.store(Dataset.DEMONSTRATION).aliases().divisions
    assert any(str(button.key).startswith("teach-0-") for button in app.button)


def test_a_column_read_by_a_taught_name_says_so_and_forgets_it(
    private: Workspace, give: Callable[..., AppTest]
) -> None:
    """Taught last month by somebody: it takes both columns away, which this line explains."""
    store = private.store(Dataset.DEMONSTRATION)
    store.teach("column", "女律师", "lawyers", THIS_MACHINE)
    rows = [[place, period, cases, "9"] for place, period, cases, _ in ROWS]
    app = give(csv_of(*rows, headings=["地区", "期间", "律师人数", "女律师"]))
    assert "“女律师” is now read as Lawyers" in text_of(app)
    assert (counts(app)["new"], counts(app)["faulty"]) == ("0", "0")
    assert "2 columns not read" in text_of(app)
    app.button(key="undo-taught-0").click().run()
    assert counts(app)["new"] == "4"
    assert store.aliases().columns == {}
    labels = [button.label for button in app.button if str(button.key).startswith("teach-")]
    assert labels
    assert "Lawyers" not in labels


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_taught_names_are_listed_and_forgotten_one_by_one(
    private: Workspace, open_page: OpenPage, lang: str
) -> None:
    store = private.store(Dataset.DEMONSTRATION)
    store.teach("division", "海甲", "460100", THIS_MACHINE)
    store.teach("column", "律师总盘", "lawyers", THIS_MACHINE)
    app = open_page("upload", lang=lang, dataset="demonstration")
    for part in ("海甲", "律师总盘"):
        assert part in text_of(app)
    app.button(key="forget-0").click().run()
    assert failures(app) == []
    assert "律师总盘" not in text_of(app)
    app.button(key="forget-0").click().run()
    assert store.taught() == ()


def test_a_file_that_names_no_period_asks_for_one(private: Workspace, give: Callable[..., AppTest]) -> None:
    rows = [[row[0], *row[2:]] for row in ROWS]
    app = give(csv_of(*rows, headings=[HEADINGS[0], *HEADINGS[2:]]), "figures.csv")
    select = next(box for box in app.selectbox if str(box.key).startswith("upload-period-"))
    assert counts(app)["faulty"] == "4"
    select.select("2026-09").run()
    assert failures(app) == []
    assert counts(app) == {"new": "8", "changed": "0", "faulty": "0", "unchanged": "0"}
    assert app.dataframe[0].value["Period"][0] == "September 2026"


def test_where_four_eyes_are_asked_for_figures_wait_for_release(
    private: Workspace, access_file: WriteAccess, give: Callable[..., AppTest]
) -> None:
    access_file(FOUR_EYES)
    app = give(csv_of(*ROWS))
    assert app.button(key="upload-accept").label == "Submit 4 rows for release"
    app = accept(app)
    assert outcome(app) == "8 figures wait for release"
    store = private.store(Dataset.DEMONSTRATION)
    assert store.log()[0].state is State.SUBMITTED
    app.button(key="upload-release").click().run()
    assert failures(app) == []
    assert len(app.dataframe[0].value) == 8, "nobody releases what they have not been shown"
    app.button(key="upload-withdraw").click().run()
    app.text_input(key=f"reason-withdraw-{store.log()[0].id}").input("the test is over")
    app.button(key="history-confirm").click().run()
    assert failures(app) == []
    assert store.log()[0].state is State.WITHDRAWN
    assert app.button(key="upload-accept").label == "Submit 4 rows for release"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "empty.csv", "nothing in it"),
        (b"\x00\x01\x02" * 50, "noise.xlsx", "no workbook"),
        (b"PK\x03\x04broken", "broken.xlsx", "a broken archive"),
        (b"just a sentence", "sentence.txt", "an unknown kind of file"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(
    private: Workspace, give: Callable[..., AppTest], content: bytes, name: str, reason: str, lang: str
) -> None:
    app = give(content, name, lang)
    assert failures(app) == [], reason
    said = complaints(app)
    assert said, reason
    assert name in said[0]
    assert "Traceback" not in text_of(app)
    assert said[0].endswith({"en": ".", "zh": "。"}[lang])


def test_whoever_may_no_longer_upload_accepts_nothing(
    private: Workspace, access_file: WriteAccess, give: Callable[..., AppTest]
) -> None:
    app = give(csv_of(*ROWS))
    for box in app.checkbox:
        box.check().run()
    access_file("people: {}\n")
    app.button(key="upload-accept").click().run()
    assert failures(app) == []
    assert not app.get("file_uploader")
    assert outcome(app) == ""
    mine = [
        batch for batch in private.store(Dataset.DEMONSTRATION).log() if batch.author == THIS_MACHINE.name
    ]
    assert State.ACCEPTED not in {batch.state for batch in mine}


def test_another_file_can_be_given(private: Workspace, give: Callable[..., AppTest]) -> None:
    app = give(csv_of(*ROWS))
    app.button(key="upload-next").click().run()
    assert counts(app) == {}
    app.file_uploader[0].upload("two.csv", csv_of(*ROWS[:2]), "text/csv").run()
    assert counts(app)["new"] == "4"


def test_html_in_a_file_is_text_on_the_page(private: Workspace, give: Callable[..., AppTest]) -> None:
    rows = [["<img src=x onerror=alert(1)>", *ROWS[0][1:]], *ROWS[1:]]
    app = give(csv_of(*rows), "<script>alert(1)</script>.csv")
    page = html_of(app)
    assert "&lt;img src=x" in page
    assert "<img src=x" not in page
    assert "<script>alert" not in page


def test_what_stayed_out_of_a_file_can_be_brought_in_once_its_name_is_known(
    private: Workspace, give: Callable[..., AppTest]
) -> None:
    app = accept(give(csv_of(["海ロ市", *ROWS[0][1:]], *ROWS[1:])))
    assert outcome(app) == "6 figures accepted"
    app.button(key="upload-again").click().run()
    assert counts(app) == {"new": "0", "changed": "0", "faulty": "1", "unchanged": "6"}
    app.button(key="teach-0-460100").click().run()
    assert counts(app) == {"new": "2", "changed": "0", "faulty": "0", "unchanged": "6"}
    assert outcome(accept(app)) == "8 figures accepted"


def test_accepting_the_same_rows_of_the_same_file_twice_is_refused_in_words(
    private: Workspace, give: Callable[..., AppTest]
) -> None:
    app = accept(give(csv_of(*ROWS)))
    app.button(key="upload-again").click().run()
    version = private.store(Dataset.DEMONSTRATION).version
    app = accept(app)
    assert failures(app) == []
    assert "september.csv" in complaints(app)[0]
    assert private.store(Dataset.DEMONSTRATION).version == version
