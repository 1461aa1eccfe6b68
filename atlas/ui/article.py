"""Pages that are read: a heading, paragraphs, definitions."""

from collections.abc import Iterable
from html import escape

import streamlit as st


def heading(title: str, introduction: str) -> None:
    """The page's title and what it is for."""
    st.html(f'<article class="atlas-article"><h1>{escape(title)}</h1><p>{escape(introduction)}</p></article>')


def section(title: str, paragraphs: Iterable[str]) -> None:
    """A titled section of plain paragraphs."""
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    st.html(f'<article class="atlas-article"><h2>{escape(title)}</h2>{body}</article>')


def definition_list(rows: Iterable[tuple[str, str]]) -> None:
    """Terms with what they mean; rows without a meaning are left out."""
    body = "".join(f"<dt>{escape(term)}</dt><dd>{escape(meaning)}</dd>" for term, meaning in rows if meaning)
    st.html(f'<article class="atlas-article"><dl>{body}</dl></article>')
