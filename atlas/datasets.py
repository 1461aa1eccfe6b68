"""The two datasets, never mixed: figures that sources have published, and invented ones."""

from enum import StrEnum


class Dataset(StrEnum):
    """Which figures a view shows; each has a database file of its own."""

    PUBLISHED = "published"
    DEMONSTRATION = "demonstration"
