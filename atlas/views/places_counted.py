"""Many divisions in a few words: by name while they are few, else how many of each level."""

from collections import Counter
from collections.abc import Collection

from atlas.divisions import Level
from atlas.language import Language
from atlas.views.sentence import units_in_words
from atlas.workspace import Workspace

MOST_NAMED = 3
COUNTED = (Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWNSHIP)


def places_counted(workspace: Workspace, codes: Collection[str], language: Language) -> str:
    """“Guiyang and Zunyi”, “9 city-level units and 88 county-level units”."""
    known = workspace.divisions
    if len(codes) <= MOST_NAMED:
        return language.join(language.name(known[code]) if code in known else code for code in sorted(codes))
    counts = Counter(known[code].level if code in known else None for code in codes)
    words = [units_in_words(counts[level], level, language) for level in COUNTED if counts[level]]
    other = counts.total() - sum(counts[level] for level in COUNTED)
    if counts[Level.COUNTRY]:
        words.insert(0, language.text("the whole country"))
        other -= counts[Level.COUNTRY]
    if other:
        words.append(language.plural("{count} other unit", "{count} other units", other))
    return language.join(words)
