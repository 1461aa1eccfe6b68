"""What can be taken away from a checked file: marked, and as a filled template."""

from collections.abc import Callable
from pathlib import PurePath

import streamlit as st

from atlas.export.cell_faults import Meanings
from atlas.export.corrected_template import corrected_template
from atlas.export.marked_spreadsheet import marked_spreadsheet
from atlas.language import Language
from atlas.ui.state import selection, workspace
from atlas.ui.upload_kept import Result

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads(result: Result, language: Language) -> None:
    """Offer both; a file in which nothing was found needs no marks."""
    name = PurePath(result.checked.intake.file.file_name).stem or "upload"
    with st.container(key="upload-downloads"):
        if any(len(findings) for findings in result.checked.findings):
            _button(
                language.text("The same file, faults marked"),
                f"{name}_marked.xlsx",
                "upload-marked",
                lambda: marked_spreadsheet(
                    result.checked,
                    language,
                    Meanings.to(result.checked, workspace().divisions, workspace().definitions),
                ),
            )
        if result.shown.counts.rejected_rows or result.shown.counts.unread:
            store = workspace().store(selection().dataset)
            _button(
                language.text("A template with what is right filled in"),
                f"{name}_corrected.xlsx",
                "upload-corrected",
                lambda: corrected_template(
                    workspace().divisions, workspace().definitions, store, result.checked, language
                ),
            )


def _button(label: str, file_name: str, key: str, content: Callable[[], bytes]) -> None:
    st.download_button(
        label,
        data=content,
        file_name=file_name,
        mime=XLSX,
        key=key,
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )
