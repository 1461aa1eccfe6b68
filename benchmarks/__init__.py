"""Speed and size of the atlas, measured against the usual ways of drawing; `make bench` prints the table."""

from pathlib import Path


def peer_page_path() -> Path:
    """The Streamlit page that the map is compared with."""
    return Path(__file__).with_name("peer_page.py")


def compare_peer_page_path() -> Path:
    """The Streamlit page that the compare page is compared with."""
    return Path(__file__).with_name("compare_peer_page.py")
