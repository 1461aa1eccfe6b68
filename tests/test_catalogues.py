"""Every sentence a person reads is in both catalogues, complete, and nowhere but in the catalogues."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from atlas.language.catalogue import LANGUAGES, catalogue_path
from tools.catalogue import KEYWORDS, extract, untranslated

# What shows its text to a person: Streamlit's elements by the name of their method ...
TEXT_METHODS = {
    "badge", "button", "caption", "checkbox", "code", "download_button", "error", "expander",
    "feedback", "file_uploader", "form_submit_button", "header", "info", "link_button", "markdown",
    "metric", "multiselect", "number_input", "page_link", "pills", "popover", "progress", "radio",
    "segmented_control", "select_slider", "selectbox", "slider", "spinner", "status", "subheader",
    "success", "text_area", "text_input", "title", "toast", "toggle", "warning", "write",
}  # fmt: skip
# ... and arguments that are labels wherever they stand.
TEXT_ARGUMENTS = {
    "body",
    "caption",
    "file_name",
    "help",
    "label",
    "page_title",
    "placeholder",
    "title",
    "tooltip",
}
SHOWN_BY = ("pages", "atlas/ui", "atlas/charts", "atlas/maps")
MARKUP = re.compile(r"<[^>]*>|&\w+;|:material/\w+:|[\w.]+\.(?:csv|xlsx)|\{[^}]*\}")
# Messages that are the same in both languages on purpose.
SAME_IN_BOTH: set[str] = set()


@pytest.fixture(scope="module")
def template() -> Catalog:
    return extract()


def catalogue(code: str) -> Catalog:
    with catalogue_path(code).open("rb") as text:
        return read_po(text, locale=code)


def texts(catalogue: Catalog) -> dict[str, Message]:
    return {
        message.id if isinstance(message.id, str) else message.id[0]: message
        for message in catalogue
        if message.id
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_catalogue_holds_exactly_the_texts_of_the_code(code: str, template: Catalog) -> None:
    wanted, present = texts(template).keys(), texts(catalogue(code)).keys()
    assert sorted(wanted - present) == [], "not in the catalogue: run `make catalogue`"
    assert sorted(present - wanted) == [], "no longer used: run `make catalogue`"
    assert not catalogue(code).obsolete


def test_every_marked_text_is_collected(project: Path, template: Catalog) -> None:
    """Babel overlooks a call inside an f-string; such a text would stay English for every reader."""
    collected = texts(template).keys()
    marked = [
        (f"{path.relative_to(project)}:{line}", text)
        for folder in ("atlas", "pages")
        for path in sorted((project / folder).rglob("*.py"))
        for line, text in marked_texts(path)
    ]
    assert len(marked) > 300
    assert [each for each in marked if each[1] not in collected] == []


def marked_texts(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every literal that `text`, `plural` or `N_` marks; of a plural, the singular."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        first = call.args[0]
        if name in KEYWORDS and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.lineno, first.value


def test_a_marked_text_inside_an_f_string_is_found(tmp_path: Path) -> None:
    path = tmp_path / "page.py"
    path.write_text("""st.html(f'<b>{words.text("Lawyers")}</b>')""", encoding="utf-8")
    assert [text for _, text in marked_texts(path)] == ["Lawyers"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_translated_and_none_is_doubtful(code: str) -> None:
    held = catalogue(code)
    assert [message.id for message in untranslated(held)] == []
    assert [message.id for message in held if message.id and message.fuzzy] == []


def test_english_is_its_own_translation() -> None:
    different = [
        message.id
        for message in texts(catalogue("en")).values()
        if (message.string if isinstance(message.id, str) else tuple(message.string)) != message.id
    ]
    assert different == []


def test_chinese_translations_are_chinese() -> None:
    left = [
        message.id
        for identifier, message in texts(catalogue("zh")).items()
        if re.search(r"[A-Za-z]{2}", MARKUP.sub("", identifier))
        and not re.search(r"[一-鿿]", str(message.string))
        and identifier not in SAME_IN_BOTH
    ]
    assert left == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_has_the_same_blanks_as_the_text(code: str) -> None:
    different = []
    for message in texts(catalogue(code)).values():
        originals = (message.id,) if isinstance(message.id, str) else message.id
        wanted = blanks(originals[-1])
        strings = (message.string,) if isinstance(message.string, str) else message.string
        different += [(originals[0], string) for string in strings or () if blanks(string) != wanted]
    assert different == []


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_no_page_shows_a_text_that_is_not_in_the_catalogues(project: Path) -> None:
    sources = [path for folder in SHOWN_BY for path in sorted((project / folder).rglob("*.py"))]
    found = [
        f"{path.relative_to(project)}:{line}: {text}" for path in sources for line, text in literals(path)
    ]
    assert sources
    assert found == []


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every literal with a word in it that is passed to something that shows it."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        if _is_logging(call):
            continue
        shown = [argument.value for argument in call.keywords if argument.arg in TEXT_ARGUMENTS]
        if isinstance(call.func, ast.Attribute) and call.func.attr in TEXT_METHODS:
            shown += call.args[:1]
        for value in shown:
            text = literal_text(value)
            words = MARKUP.sub("", text)
            latin, chinese = re.search("[A-Za-z]{2}", words), re.search("[一-鿿]", words)
            # A text in both languages at once, such as the browser tab's title, suits every reader.
            if bool(latin) != bool(chinese):
                yield value.lineno, text


def _is_logging(call: ast.Call) -> bool:
    """Logs are for administrators and stay English."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id == "log"


def literal_text(value: ast.expr) -> str:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return "" if value.value.lstrip().startswith("<style") else value.value
    if isinstance(value, ast.JoinedStr):
        return "".join(part.value for part in value.values if isinstance(part, ast.Constant))
    return ""


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ('st.title("Lawyers")', True),
        ('left.button("接受")', True),
        ('st.caption(f"{n} rows")', True),
        ('alt.Axis(title="Lawyers")', True),
        ('st.title(language.text("Lawyers"))', False),
        ('st.markdown("<style>.block { color: red }</style>")', False),
        ('st.markdown(f"<b>{name}</b>")', False),
        ('log.error("a page failed")', False),
        ('st.selectbox("", options, key="period")', False),
    ],
)
def test_the_search_for_stray_texts_tells_texts_from_markup(source: str, shown: bool, tmp_path: Path) -> None:
    path = tmp_path / "page.py"
    path.write_text(source, encoding="utf-8")
    assert bool(list(literals(path))) is shown
