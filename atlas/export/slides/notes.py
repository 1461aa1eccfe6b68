"""What the speaker reads: the sentence, the facts, and the link to the view."""

from typing import Any

from atlas.export.legible import legible
from atlas.export.said import address, facts_of, invented_in_view
from atlas.language import Language
from atlas.views.exhibit import Exhibit


def speaker_note(slide: Any, exhibit: Exhibit, base: str, language: Language) -> None:
    """Write the note of a view's slide."""
    facts = [_line(fact.label, fact.text, language) for fact in facts_of(exhibit, language)]
    link = _line(language.text("Link"), address(exhibit, base, language), language)
    invented = invented_in_view(exhibit, language)
    mark = [invented] if invented else []
    text = "\n".join([*mark, exhibit.sentence, "", *facts, link])
    slide.notes_slide.notes_text_frame.text = legible(text)


def _line(label: str, text: str, language: Language) -> str:
    return language.text("{label}: {text}", label=label, text=text)
