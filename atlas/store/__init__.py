"""The store: every observation ever accepted, by batch, in an embedded database file."""

from atlas.batches import Batch, Source
from atlas.ingest.vocabulary import GRADES
from atlas.store.observed import Observed
from atlas.store.store import Store

__all__ = ["GRADES", "Batch", "Observed", "Source", "Store"]
