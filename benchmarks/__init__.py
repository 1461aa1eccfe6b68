"""Speed and size of the map, measured against the usual way of drawing one; `make bench` prints the table."""

from pathlib import Path


def peer_page_path() -> Path:
    """The Streamlit page that the atlas is compared with."""
    return Path(__file__).with_name("peer_page.py")
