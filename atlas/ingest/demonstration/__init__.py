"""Invented figures for demonstrations, generated on demand."""

from atlas.ingest.demonstration.generator import demonstration_batch, generated_measures
from atlas.ingest.demonstration.months import LAST_MONTH, MONTHS

__all__ = ["LAST_MONTH", "MONTHS", "demonstration_batch", "generated_measures"]
