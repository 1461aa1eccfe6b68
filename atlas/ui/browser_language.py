"""The language a browser asks for."""

import streamlit as st

from atlas.language import Language


def browser_language() -> Language:
    """Chinese for a browser set to any Chinese, else what its header prefers of the two."""
    return Language.from_accept(st.context.headers.get("Accept-Language", ""))
