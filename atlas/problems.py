"""Problems are data: an id and the fields that fill a sentence, which is translated where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from atlas.messages import N_

TEMPLATES: Mapping[str, str] = {
    "unknown_period": N_(
        "“{value}” is not a period. "
        "Write a year (2024), a half (2024-H1), a quarter (2024-Q1) or a month (2024-03)."
    ),
    "undrawn_period": N_(
        "“{value}” is a span of time. "
        "Figures for spans are listed under “Figures” and are never drawn on a map. "
        "Choose a year, a half, a quarter or a month."
    ),
    "unknown_division": N_(
        "No division has the code “{code}”. "
        "Use the code of a current division: six digits, or nine for a township."
    ),
    "retired_division": N_(
        "The code {code} is no longer in use. "
        "What it stood for is part of {division} ({now}), which is shown."
    ),
    "township_division": N_(
        "{code} is a township, which has no boundaries of its own. {division}, where it lies, is shown."
    ),
    "unknown_indicator": N_("There is no indicator “{indicator}”. Choose one from the list of indicators."),
    "unknown_page": N_("“{page}” is not a page that can be pinned. Pin a view again from its own page."),
    "unfit_before": N_(
        "“{value}” cannot be compared with {period}. "
        "Choose an earlier period of the same kind that has figures, as in before=2024."
    ),
    "unknown_effect": N_("“{value}” is not an effect. Use effect=rate, mix, reporting or all."),
    "compared_levels": N_(
        "{division} ({code}) is not of the same level as {first} ({first_code}), so it is left out. "
        "Compare divisions of one level."
    ),
    "compared_too_many": N_(
        "{division} ({code}) is left out: no more than {most} divisions can be compared. "
        "Take one away before adding another."
    ),
    "compared_too_many_indicators": N_(
        "{indicators}: left out, for no more than {most} indicators can be compared. "
        "Take some away before adding others."
    ),
    "compared_country": N_(
        "The country as a whole is what divisions are held against, so it is left out. "
        "Compare provinces, cities or counties."
    ),
    "nothing_compared": N_("This view compares no divisions. Choose some on the compare page first."),
    "bad_parameter": N_("“{value}” cannot be chosen. Use {choices}."),
    "unknown_measure": N_(
        "{file}, row {row}: there is no measure “{measure}”. Define it in indicators.yaml or correct the row."
    ),
    "unknown_level": N_(
        "“{value}” is not a level that {division} can be divided into. The default level is shown."
    ),
    "unknown_scheme": N_(
        "“{value}” is not a way to find classes. "
        "Use scheme=quantiles, natural_breaks, equal_interval or stated."
    ),
    "unknown_scale": N_("“{value}” is not a scale. Use scale=local, or leave it out for the common scale."),
    "unknown_classes": N_("“{value}” is not a number of classes. Use classes=3 to classes=7."),
    "unexpected": N_(
        "This part of the page could not be drawn because of a fault in the atlas. Reload the page; if it "
        "happens again, tell your administrator: the log says what happened."
    ),
    "unknown_details": N_("“{value}” cannot be opened below the map. Use details=table or details=sources."),
    "unknown_completeness": N_(
        "“{value}” says nothing about incomplete values. Use completeness=hidden, or leave it out."
    ),
    "unknown_grade": N_(
        "“{value}” is not a grade of sources. Use grade=founding, official, press, repost or summary."
    ),
    "unknown_language": N_("“{value}” is not a language of this atlas. Use lang=en or lang=zh."),
    "unknown_dataset": N_("“{value}” is not a dataset. Use dataset=published or dataset=demonstration."),
    "bad_definition": N_("{file}, {key}: “{value}” cannot be used. {remedy}"),
    "bad_row": N_(
        "{file}, row {row}, column {column}: “{value}” cannot be read. "
        "Correct this cell and load the file again."
    ),
    "bad_cell": N_("{file}, row {row}, column {column}: “{value}” cannot be used. {remedy}"),
    "missing_column": N_("{file} has no column “{column}”. Add it, or start again from the template."),
    "unreadable_file": N_("{file} cannot be read. Check that it exists and is not open in another program."),
    "damaged_geography": N_(
        "The geography file {file} is missing or damaged. "
        "Restore it from the release, or build it again with geo/build.py."
    ),
    "missing_geography": N_(
        "The file {file} is missing. Restore it from the release; "
        "boundary files can also be built again with geo/build.py."
    ),
    "missing_package": N_("The package {package} is not installed. Run “make run”, which installs it."),
    "no_indicators": N_(
        "{file} defines no indicator that can be shown. "
        "Correct what is wrong in it, or restore it from the release."
    ),
    "no_demonstration": N_(
        "The demonstration figures have not been made yet. "
        "Make them on the map page, or with “make demonstration”."
    ),
    "damaged_database": N_(
        "The database file {file} is damaged and was left untouched. Move it aside and restore a backup; "
        "without a backup, start again to make a new one."
    ),
    "database_in_use": N_(
        "The database file {file} is in use by another program. "
        "Close that program, or wait until it has finished."
    ),
    "unknown_batch": N_("There is no batch “{batch}”. Choose one from the history."),
    "reason_needed": N_("Say why with --reason: who looks for the figures later will ask."),
    "wrong_usage": N_("The command was not understood: {message}."),
    "name_not_taught": N_("Nobody has taught “{name}”. The command “names” lists what was taught."),
    "batch_exists": N_("The batch “{batch}” is in the database already. Nothing was added."),
    "unknown_day": N_(
        "“{value}” is not a day. Write year, month and day as in known=2026-03-05; "
        "shown is what is known now."
    ),
    "future_day": N_("{value} has not come yet. Shown is what is known now."),
    "not_allowed": N_("{name} may not do this: {action}{where}. {reason} Ask {whom}."),
    "sign_in_refused": N_("Name or password is wrong. Try again, or ask the administrator of this atlas."),
    "too_many_attempts": N_("Too many attempts have failed. Wait {seconds} seconds, then try again."),
    "weak_password": N_(
        "This password is too easy to guess. Choose one of {shortest} to {longest} characters, "
        "for example four or five words that have nothing to do with one another."
    ),
    "bad_account_name": N_(
        "“{name}” cannot be the name of an account. Use up to 64 letters, digits, dots, hyphens and "
        "underscores, and neither “atlas” nor “this machine”."
    ),
    "no_password": N_(
        "There is no terminal to ask for the password. Write it to standard input: --password-stdin."
    ),
    "passwords_differ": N_("The two passwords are not the same. Nothing was changed; try again."),
    "unknown_account": N_("There is no account “{name}”. “python -m atlas user list” names those there are."),
    "damaged_accounts": N_(
        "The file of accounts {file} cannot be read, so nobody can sign in with a password. "
        "Restore it from a backup, or move it aside and add the accounts again."
    ),
    "unwritable_file": N_(
        "{file} cannot be written ({why}), and is as it was before. "
        "Make room on the disk, or let the atlas write to the folder."
    ),
    "nobody_may_write": N_(
        "Nobody may change figures here, because this atlas has no access file. "
        "Ask your administrator to make one."
    ),
    "own_batch": N_("{actor} brought this batch in. Somebody else must release it."),
    "batch_state": N_(
        "{refusal} The batch “{batch}” {situation} ({by}). Open the history again to see what has happened."
    ),
    "known_file": N_(
        "{file} brought the same figures already: batch “{batch}” by {author}. Nothing was changed."
    ),
    "no_original": N_("No file was kept for the batch “{batch}”, because it was not made from an upload."),
    "disk_full": N_(
        "{file} could not be written, because the disk is full. Nothing was changed. "
        "Make room in {folder} and do it again."
    ),
    "read_only_database": N_(
        "{file} could not be written, because the file or its folder is read-only. Nothing was changed. "
        "Let the account that runs the atlas write in {folder}, then start the atlas again."
    ),
    "template_period": N_(
        "There is no template for “{value}”. Choose a month (2025-03), a quarter, a half or a year."
    ),
    "nobody_reports": N_(
        "Nothing in {division} reports to this atlas. Choose a province, a city or a county."
    ),
    "unknown_template_measure": N_(
        "There is no measure “{measure}”. Choose measures by their names in indicators.yaml."
    ),
    "unknown_topic": N_("There is no topic “{topic}”. Choose one of {topics}."),
    "nothing_reported": N_(
        "The divisions of {division} report none of these figures every month. Choose other topics or a "
        "level."
    ),
    "unlisted_measure": N_(
        "There is no measure “{measure}”. Choose one from the list; shown is the one behind the indicator."
    ),
    "unknown_person": N_(
        "The access file does not name “{name}”. Use a name that “python -m atlas user list” shows."
    ),
    "unknown_form": N_("The ending of the file's name must say what to write: one of {forms}."),
    "too_many_views": N_("A file holds at most {most} views. Leave some out, or make two files."),
    "one_view": N_("This form holds one view only. Give one --pin, or write slides, a brief or a workbook."),
    "file_exists": N_(
        "{file} is there already and was left as it is. Choose another name, or add --replace to write "
        "over it."
    ),
    "no_earlier_figures": N_("The template was made without the figures of the period before."),
    "atlas_is_running": N_(
        "If the atlas itself is running, do this on its pages, or stop the atlas until the command has ended."
    ),
    "empty_file": N_("{file} is empty. Choose a file with a table in it."),
    "file_too_large": N_(
        "{file} has {size} MB; at most {limit} MB are read. "
        "Divide it into several files, for example by month."
    ),
    "not_a_spreadsheet": N_(
        "{file} is {kind}, not a spreadsheet. Open it where it was made, and save the table as XLSX or CSV."
    ),
    "encrypted_file": N_(
        "{file} is protected by a password. "
        "Open it in a spreadsheet program, remove the password and save it."
    ),
    "damaged_file": N_(
        "{file} is damaged and cannot be read. Open it in a spreadsheet program and save it again as XLSX."
    ),
    "unpacks_too_large": N_(
        "{file} unpacks to far more than it weighs, or to more than {limit} MB, and was not opened. "
        "Save only the sheet with the table, as CSV."
    ),
    "workbook_too_large": N_(
        "{file} needs too much memory. Delete what stands far below or to the right of the table, "
        "or save the sheet as CSV."
    ),
    "slow_file": N_(
        "{file} could not be read within {limit} seconds. Save the sheet as CSV and use that file."
    ),
    "unknown_encoding": N_(
        "The characters of {file} cannot be read. Save it as XLSX, or as CSV with the encoding UTF-8."
    ),
    "line_too_long": N_(
        "{file}, row {row} is longer than a million characters, so this is no table. "
        "Save the table again as CSV or XLSX."
    ),
    "too_many_rows": N_(
        "{file} has more than {limit} rows. Divide it into several files, for example by month."
    ),
    "too_many_columns": N_("{file} has more than {limit} columns. Delete the columns that hold no figures."),
    "too_many_cells": N_(
        "{file} is almost empty but spans very many rows and columns. "
        "Delete the rows and columns outside the table."
    ),
    "no_figures": N_(
        "Nothing in {file} can be accepted. Correct what is marked as an error and upload the file again."
    ),
    "too_large_to_mark": N_(
        "{file} has more rows or columns than a spreadsheet holds, so its faults cannot be marked in one. "
        "Divide it into several files, for example by month."
    ),
    "rows_have_errors": N_(
        "{file}: nothing was accepted, because rows or columns have errors. Correct them, or add --partial "
        "to accept the others."
    ),
    "warnings_not_ticked": N_(
        "{file}: nothing was accepted, because there are warnings. Look at them; if the figures are "
        "right, add "
        "--accept-warnings, and say why with --remark."
    ),
    "unknown_table": N_(
        "{file}: no row names the columns of a table. Its first cells are: {seen}. A table needs a "
        "heading with "
        "a column of divisions (地区, 区划代码) and columns named like measures (律师), or the columns 地区, "
        "指标 and 数值. Start from a template if in doubt."
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person must be told.

    `id` names a sentence in `TEMPLATES`, `fields` fills its braces. A field may itself be a message of the
    catalogues (a remedy); then it is translated too.
    """

    id: str
    fields: Mapping[str, str] = field(default_factory=dict)

    def english(self) -> str:
        """The sentence in English, for logs and for people who read exceptions."""
        return TEMPLATES.get(self.id, self.id).format_map(_Fields(self.fields))


class AtlasError(Exception):
    """One or more problems that stop a task; shown as sentences, never as a traceback."""

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("an AtlasError needs at least one problem")
        self.problems: tuple[Problem, ...] = problems
        super().__init__("\n".join(problem.english() for problem in problems))

    @property
    def problem(self) -> Problem:
        """The first problem."""
        return self.problems[0]


class _Fields(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
