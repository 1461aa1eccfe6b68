"""The store: every observation ever accepted, by batch, in an embedded database file."""

from atlas.batches import Batch, Source
from atlas.ingest.vocabulary import GRADES
from atlas.store.aliases import Aliases, AliasKind, Taught, divisions_named
from atlas.store.guard import Guard
from atlas.store.log import BatchLog, Event, State
from atlas.store.observed import Observed
from atlas.store.overlay import Overlay
from atlas.store.reader import Reader
from atlas.store.store import Store
from atlas.store.versions import Held, Version

__all__ = [
    "GRADES",
    "AliasKind",
    "Aliases",
    "Batch",
    "BatchLog",
    "Event",
    "Guard",
    "Held",
    "Observed",
    "Overlay",
    "Reader",
    "Source",
    "State",
    "Store",
    "Taught",
    "Version",
    "divisions_named",
]
