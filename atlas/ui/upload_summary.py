"""The three counts: new, changed, faulty."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.views.upload_preview import Counts


def summary(counts: Counts, language: Language) -> None:
    """Draw the counts as tiles."""
    tiles = [
        ("new", counts.new, language.plural("new figure", "new figures", counts.new), ""),
        ("changed", counts.changed, language.plural("changed figure", "changed figures", counts.changed), ""),
        (
            "faulty",
            counts.rejected_rows,
            language.plural("faulty row", "faulty rows", counts.rejected_rows),
            "" if counts.rejected_rows else language.text("nothing to correct"),
        ),
        (
            "unchanged",
            counts.unchanged,
            language.plural("unchanged figure", "unchanged figures", counts.unchanged),
            "",
        ),
    ]
    body = "".join(
        f'<li class="atlas-count-{name}{"" if count else " atlas-count-none"}">'
        f"<b>{language.number(count)}</b><span>{escape(label)}</span>"
        + (f"<small>{escape(note)}</small>" if note else "")
        + "</li>"
        for name, count, label, note in tiles
    )
    st.html(f'<ul class="atlas-counts">{body}</ul>')
