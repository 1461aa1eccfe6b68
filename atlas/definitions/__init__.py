"""Measures and indicators, as indicators.yaml defines them."""

from atlas.definitions.loading import INDICATORS_FILE, load_definitions, read_definitions
from atlas.definitions.model import (
    Bilingual,
    Classes,
    CrossMeasureRule,
    Definitions,
    Indicator,
    Measure,
    Redefinition,
    Target,
    Topic,
    Unit,
)

__all__ = [
    "INDICATORS_FILE",
    "Bilingual",
    "Classes",
    "CrossMeasureRule",
    "Definitions",
    "Indicator",
    "Measure",
    "Redefinition",
    "Target",
    "Topic",
    "Unit",
    "load_definitions",
    "read_definitions",
]
