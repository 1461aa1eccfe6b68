"""Where the borders come from, and how the numbers are made."""

from atlas.ui.article import definition_list, heading, section
from atlas.ui.state import language, workspace
from atlas.views.about import geography_rows, method_notes


def show() -> None:
    """Draw the page."""
    words = language()
    heading(
        words.text("About this atlas"),
        words.text(
            "An atlas of public legal services for China's provinces: what is known, who said so, and what "
            "is missing."
        ),
    )
    section(words.text("Geography"), ())
    definition_list(geography_rows(workspace(), words))
    for title, paragraphs in method_notes(words):
        section(title, paragraphs)
