"""What a file that is taken away is called: in words, for it will lie among many others."""

import re
from collections.abc import Sequence

from atlas.export.legible import legible
from atlas.language import Language
from atlas.office_time import today
from atlas.views.exhibit import Exhibit

LONGEST = 80
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
"""What some system does not have in the name of a file, and white space of any kind."""


def file_name(exhibits: Sequence[Exhibit], suffix: str, language: Language) -> str:
    """The title of a view, which says indicator, division and period; for several, how many and the day."""
    if len(exhibits) == 1:
        return f"{clean(_whole(exhibits[0], language))}.{suffix}"
    words = language.plural("Meeting kit, {count} view", "Meeting kit, {count} views", len(exhibits))
    return f"{clean(words)} {today().isoformat()}.{suffix}"


def _whole(exhibit: Exhibit, language: Language) -> str:
    """The title, with the day whose knowledge it shows, if that is not today, and whether it is invented."""
    mark = language.text("invented figures") if exhibit.invented else ""
    parts = (exhibit.title, exhibit.query.get("known", ""), mark)
    return language.text(", ").join(part for part in parts if part)


def clean(text: str) -> str:
    """A text as the name of a file: no path, no hidden file, not too long for any system."""
    return _FORBIDDEN.sub(" ", legible(text))[:LONGEST].strip(" .") or "atlas"
