"""The counts: new, changed, faulty, unchanged."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.views.upload_preview import Counts

Tile = tuple[str, int, str, str]


def summary(counts: Counts, language: Language) -> None:
    """Draw the counts of a file as tiles."""
    new, changed, unchanged = _effects(counts, language)
    faulty = (
        "faulty",
        counts.rejected_rows,
        language.plural("faulty row", "faulty rows", counts.rejected_rows),
        _beside_rows(counts, language),
    )
    _draw((new, changed, faulty, unchanged), language)


def _beside_rows(counts: Counts, language: Language) -> str:
    """What the number of faulty rows does not say."""
    if counts.unread:
        return language.plural("{count} column not read", "{count} columns not read", len(counts.unread))
    return "" if counts.rejected_rows else language.text("nothing to correct")


def effects(counts: Counts, language: Language) -> None:
    """Draw those of figures that have passed: none of them is faulty."""
    _draw(_effects(counts, language), language)


def _effects(counts: Counts, language: Language) -> tuple[Tile, Tile, Tile]:
    return (
        ("new", counts.new, language.plural("new figure", "new figures", counts.new), ""),
        ("changed", counts.changed, language.plural("changed figure", "changed figures", counts.changed), ""),
        (
            "unchanged",
            counts.unchanged,
            language.plural("unchanged figure", "unchanged figures", counts.unchanged),
            "",
        ),
    )


def _draw(tiles: tuple[Tile, ...], language: Language) -> None:
    body = "".join(
        f'<li class="atlas-count-{name}{"" if count else " atlas-count-none"}">'
        f"<b>{language.number(count)}</b><span>{escape(label)}</span>"
        + (f"<small>{escape(note)}</small>" if note else "")
        + "</li>"
        for name, count, label, note in tiles
    )
    st.html(f'<ul class="atlas-counts">{body}</ul>')
