"""Everything that depends on the reader's language: sentences, numbers, dates and names."""

from atlas.language.catalogue import LANGUAGES
from atlas.language.language import Language
from atlas.messages import N_

__all__ = ["LANGUAGES", "N_", "Language"]
