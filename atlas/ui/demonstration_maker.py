"""Before the demonstration figures exist: say what they are, and make them on demand."""

import streamlit as st

from atlas.datasets import Dataset
from atlas.demonstration import make_demonstration
from atlas.ingest.published import load_published
from atlas.language import Language
from atlas.ui.article import heading
from atlas.ui.state import workspace


def offer_demonstration(language: Language) -> None:
    """Explain, and start the generator at the press of a button, with a progress bar."""
    heading(
        language.text("Demonstration figures have not been made yet"),
        language.text(
            "They are invented: three years of monthly figures for every province, city, county and "
            "township, so that every part of the atlas can be tried. They are kept in a database of their "
            "own, apart from the published figures. Making them takes about a minute."
        ),
    )
    if st.button(language.text("Make demonstration figures"), type="primary"):
        _make(language)


def _make(language: Language) -> None:
    work = workspace()
    bar = st.progress(0.0, text=language.text("Inventing figures…"))

    def progress(share: float) -> None:
        bar.progress(min(share, 1.0), text=language.text("Inventing figures…"))

    published = load_published(work.definitions, work.divisions)
    make_demonstration(
        work.database(Dataset.DEMONSTRATION), work.divisions, work.definitions, published, progress
    )
    st.rerun()
