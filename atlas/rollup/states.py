"""The numbers that stand for words in arrays; their places in the lists of the store's schema."""

from atlas.store.schema import QUALIFIERS, STATUSES

NONE, VALUE, NOT_APPLICABLE, SUPPRESSED = range(len(STATUSES))
ABOUT = QUALIFIERS.index("about")
