"""The list of what was found: one line each, with a link to the cell."""

from collections.abc import Iterator, Sequence
from typing import Any

from atlas.export.cell_faults import WORST, Meanings, advice
from atlas.export.sheet_style import (
    A4,
    MOST_ROWS,
    SEVERITY_COLOURS,
    Book,
    cell_text,
    lines_of,
    sheet_name,
)
from atlas.findings import Finding, Findings
from atlas.language import Language
from atlas.messages import N_
from atlas.validate import Checked
from atlas.views.finding_text import SEVERITY_NAMES, sentence_of

MOST_LINKS = 60_000
"""A sheet holds 65,530 links; later lines name their cell without one."""
HEADINGS = (
    (N_("Severity"), 10), (N_("Cell"), 10), (N_("As written"), 22), (N_("What is wrong"), 62),
    (N_("What to do"), 62),
)  # fmt: skip
_LINE, _TALLEST = 15, 120


def write_problems(
    book: Book,
    checked: Checked,
    remarks: Sequence[str],
    target: str,
    language: Language,
    known: Meanings | None,
) -> None:
    """Add the list; links lead into the sheet named `target`, or nowhere if it is "".

    `remarks` are said above the list. What no longer fits into a sheet is counted there too.
    """
    taken = [each.get_name() for each in book.file.worksheets()]
    sheet = book.file.add_worksheet(sheet_name(language.text("Problems"), taken))
    found = sum(len(each) for each in checked.findings)
    heads = [language.text("What was found in {file}", file=checked.intake.file.file_name), *remarks]
    room = MOST_ROWS - len(heads) - 3
    if found > room:
        text = language.text("The first {count} of {all} problems are listed: no more fit into a sheet.",
                             count=language.number(room), all=language.number(found))  # fmt: skip
        heads.append(text)
    sheet.set_row(0, 30)
    for line, text in enumerate(heads):
        size = {"bold": True, "font_size": 15} if line == 0 else {}
        sheet.write_string(line, 0, cell_text(text), book.look(**size))
    first = len(heads) + 1
    for column, (heading, width) in enumerate(HEADINGS):
        sheet.set_column(column, column, width)
        sheet.write_string(first - 1, column, language.text(heading), book.heading(align="left"))
    looks = _looks(book)
    for line, finding in zip(range(first, first + room), _ordered(checked.findings), strict=False):
        _write(sheet, line, finding, looks, target if line < MOST_LINKS else "", language, known)
    last = first + min(found, room) - 1
    if found:
        sheet.autofilter(first - 1, 0, last, len(HEADINGS) - 1)
    sheet.freeze_panes(first, 0)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(first - 1)


def _looks(book: Book) -> dict[str, Any]:
    plain = book.lined(text_wrap=True, valign="top")
    link = book.lined(valign="top", font_color="#1F4E8C", underline=1)
    fills = {
        severity.value: book.lined(valign="top", bg_color=colour)
        for severity, colour in SEVERITY_COLOURS.items()
    }
    return {"plain": plain, "link": link, **fills}


def _ordered(findings: Sequence[Findings]) -> Iterator[Finding]:
    """The worst first, then rule by rule as they were found."""
    for each in sorted(findings, key=lambda one: WORST[one.rule.severity]):
        yield from each


def _write(
    sheet: Any,
    line: int,
    finding: Finding,
    looks: dict[str, Any],
    target: str,
    language: Language,
    known: Meanings | None,
) -> None:
    severity = finding.rule.severity
    sentence, remedy = sentence_of(finding, language), advice(finding, language, known)
    height = _LINE * max(lines_of(sentence, 62), lines_of(remedy, 62), lines_of(finding.value[:400], 22))
    sheet.set_row(line, min(height, _TALLEST))
    sheet.write_string(line, 0, language.text(SEVERITY_NAMES[severity]), looks[severity.value])
    cell = finding.cell
    if finding.row and target:
        place = cell if finding.column else f"A{cell}"
        sheet.write_url(
            line, 1, f"internal:'{target.replace(chr(39), chr(39) * 2)}'!{place}", looks["link"], cell
        )
    else:
        sheet.write_string(line, 1, cell, looks["plain"])
    for column, text in enumerate((finding.value, sentence, remedy), 2):
        sheet.write_string(line, column, cell_text(text), looks["plain"])
