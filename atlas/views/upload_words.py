"""Sentences of the upload page."""

from datetime import date

from atlas.access import Actor
from atlas.datasets import Dataset
from atlas.divisions import Division, Divisions, Level, Scope
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import Period, PeriodKind
from atlas.store import BatchLog, State
from atlas.validate import UnreadColumn
from atlas.views.batch_log import BatchLine
from atlas.views.selection import Selection
from atlas.views.upload_indicators import common_division
from atlas.views.upload_preview import Counts, Preview
from atlas.workspace import COUNTRY, Workspace

MONTHS_OFFERED = 24
KILOBYTE = 1024


def destination(workspace: Workspace, dataset: Dataset, actor: Actor, language: Language) -> str:
    """Which figures the file becomes part of, and for which divisions."""
    if dataset is Dataset.DEMONSTRATION:
        goes = language.text("It goes into the demonstration figures: practise as you like.")
    else:
        goes = language.text("It goes into the published figures, which everybody sees.")
    return language.sentences((goes, reach(workspace, actor, language)))


def reach(workspace: Workspace, actor: Actor, language: Language) -> str:
    """The divisions that the actor may report; silent about the whole country."""
    if COUNTRY in actor.divisions or not actor.divisions:
        return ""
    names = [language.name(workspace.divisions[code]) for code in actor.divisions]
    return language.text("You report for {places}.", places=language.join(names))


def size_text(size: int, language: Language) -> str:
    """A file's size in the unit that suits it."""
    if size < KILOBYTE:
        return language.text("{count} bytes", count=language.number(size))
    if size < KILOBYTE**2:
        return f"{language.number(size / KILOBYTE)} KB"
    return f"{language.number(size / KILOBYTE**2, 1)} MB"


def periods_to_choose(today: date) -> tuple[Period, ...]:
    """The recent months, newest first, and after each the quarter, half and year that it completes."""
    current = today.year * 12 + today.month - 1
    periods = []
    for month in range(current, current - MONTHS_OFFERED, -1):
        periods.append(Period.of_index(month))
        for kind, length in ((PeriodKind.QUARTER, 3), (PeriodKind.HALF, 6), (PeriodKind.YEAR, 12)):
            if month % length == length - 1:
                periods.append(Period(kind, month - length + 1, month))
    return tuple(periods)


def places_to_report(divisions: Divisions, actor: Actor) -> tuple[Division, ...]:
    """Provinces and cities in the actor's part of the country, each city after its province."""
    found: list[Division] = []
    for top in actor.divisions:
        provinces = [divisions[top]] if top != COUNTRY else divisions.units(COUNTRY, Level.PROVINCE)
        for each in provinces:
            if each.scope is Scope.OUTSIDE:
                continue
            found.append(each)
            if each.level is Level.PROVINCE and Level.CITY in divisions.levels_below(each.code):
                found.extend(divisions.units(each.code, Level.CITY))
    return tuple(dict.fromkeys(found))


def accept_label(counts: Counts, four_eyes: bool, language: Language) -> str:
    """What the button does, with how many rows."""
    rows, out = counts.sound_rows, language.number(counts.rejected_rows)
    if four_eyes:
        return language.plural("Submit {count} row for release", "Submit {count} rows for release", rows)
    if counts.rejected_rows:
        return language.plural(
            "Accept the {count} sound row, leave out {out}",
            "Accept the {count} sound rows, leave out {out}",
            rows,
            out=out,
        )
    return language.plural("Accept {count} row", "Accept {count} rows", rows)


def what_happens(counts: Counts, four_eyes: bool, language: Language) -> str:
    """The state of the file in a sentence or two, above the button."""
    if not counts.sound_rows:
        return language.text(
            "No row can be accepted as it is. Correct what was found, and give the file again."
        )
    said = [unread_text(column, language) for column in counts.unread]
    if counts.rejected_rows:
        said.append(
            language.plural(
                "{count} row has an error and stays out. You can also correct the file and give it again.",
                "{count} rows have errors and stay out. You can also correct the file and give it again.",
                counts.rejected_rows,
            )
        )
    elif not counts.new and not counts.changed:
        said.append(language.text("All that was read is known already: accepting changes no figure."))
    elif counts.unread:
        said.append(language.text("All else is sound. You can also correct the heading and give it again."))
    else:
        said.append(language.text("Every row is sound."))
    if four_eyes:
        said.append(language.text("The figures count as soon as a second person has released them."))
    return language.sentences(said)


def what_happened(batch: BatchLog, line: BatchLine, just_now: bool, language: Language) -> tuple[str, str]:
    """A heading and a sentence on a file that is in: whether it counts, who brought it and when."""
    waits = batch.state is State.SUBMITTED
    if not just_now:
        head = language.text("This file is in already: nothing changes")
        said = (
            N_("Submitted by {who}, {when}: {figures}.")
            if waits
            else N_("Accepted by {who}, {when}: {figures}.")
        )
        return head, language.text(said, who=line.who, when=line.when, figures=line.figures)
    if waits:
        head = language.plural(
            "{count} figure waits for release", "{count} figures wait for release", batch.rows
        )
        said = N_("It counts once a second person has released it on the history page.")
    else:
        head = language.plural("{count} figure accepted", "{count} figures accepted", batch.rows)
        said = N_("Everybody sees it at the next click. Accepted by {who}, {when}.")
    return head, language.text(said, who=line.who, when=line.when)


def left_out(counts: Counts, language: Language) -> str:
    """What to do about the columns and rows that stayed out; empty where there are none."""
    said = [unread_text(column, language) for column in counts.unread]
    if counts.unread:
        said.append(language.text("Correct the heading, and give the column in a file of its own."))
    if counts.rejected_rows:
        said.append(
            language.plural(
                "{count} row stayed out. Correct it, and give it in a file of its own.",
                "{count} rows stayed out. Correct them, and give them in a file of their own.",
                counts.rejected_rows,
            )
        )
    return language.sentences(said)


def unread_text(column: UnreadColumn, language: Language) -> str:
    """That a column was not read, and how much is in it."""
    return language.plural(
        "The column “{column}” ({count} figure) was not read.",
        "The column “{column}” ({count} figures) was not read.",
        column.figures,
        column=column.text,
    )


def map_of_batch(
    workspace: Workspace, selection: Selection, batch: BatchLog, shown: Preview | None
) -> Selection:
    """The map that shows what a batch brought: around its divisions, at its period."""
    chosen = selection.with_(known=None, local_scale=False, scheme=None, classes=None)
    if shown is not None and shown.area is not None:
        indicator = shown.mapped[0].id if shown.mapped else selection.indicator
        area = shown.area
        return chosen.with_(
            division=area.division.code, level=area.level, period=area.period, indicator=indicator
        )
    around = common_division(workspace.divisions, batch.divisions or (COUNTRY,))
    chosen = chosen.with_(division=around, level=workspace.first_level(around))
    return chosen if batch.last_month is None else chosen.with_(period=Period.of_index(batch.last_month))
