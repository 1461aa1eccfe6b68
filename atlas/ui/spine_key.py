"""The key under a spine chart: what its marks say of the benchmark."""

from collections.abc import Callable
from html import escape

from atlas.language import Language
from atlas.statistics.verdict import Verdict
from atlas.views.spine import Spine
from atlas.views.verdict_words import meaning


def spine_key(view: Spine, symbol: Callable[[Verdict], str], language: Language) -> str:
    """The verdicts that occur, each as `symbol` draws it; nothing for the country, which has no benchmark."""
    if view.within is None:
        return ""
    found = {mark.verdict for line in view.lines for mark in line.vertebrae}
    said = "".join(
        f"<li>{symbol(verdict)}{escape(meaning(verdict, language))}</li>"
        for verdict in Verdict
        if verdict in found
    )
    intro = escape(language.text("Against the benchmark, by interval:"))
    return f'<ul class="atlas-spine-key"><li>{intro}</li>{said}</ul>'
