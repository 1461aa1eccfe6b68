"""The way to each target: value, target, source, and the pace."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from atlas.charts.sparkline import sparkline
from atlas.indicators.pathway import Pathway
from atlas.language import Language
from atlas.ui.state import workspace
from atlas.views.profile.pathway_words import (
    no_pathway_text,
    pathway_picture,
    pathway_text,
    progress_text,
    target_text,
)
from atlas.views.profile.targets import TargetEntry
from atlas.views.profile.view import ProfileView


def targets(view: ProfileView, language: Language) -> None:
    """Draw one card for each indicator that has a target and a value; the others are named in one line."""
    if not view.targets:
        return
    title = escape(language.text("Target pathway"))
    cards = "".join(_card(view, each, each.pathway, language) for each in view.targets if each.pathway)
    st.html(
        f'<h2 class="atlas-part">{title}</h2><ul class="atlas-targets">{cards}</ul>'
        f"{_rest([each for each in view.targets if each.pathway is None], language)}"
    )


def _card(view: ProfileView, entry: TargetEntry, pathway: Pathway, language: Language) -> str:
    name = escape(language.name(entry.entry.indicator.name))
    state = escape(progress_text(pathway.progress, language))
    source = escape(language.name(entry.target.source))
    target = escape(language.text("Target: {target}", target=target_text(entry, language)))
    return (
        f'<li>{_line(view, entry, language)}<b><a href="#i-{entry.entry.indicator.id}">{name}</a></b>'
        f'<em class="atlas-progress-{pathway.progress}">{state}</em>'
        f"<p>{escape(pathway_text(entry, language))}</p><small>{target} · {source}</small></li>"
    )


def _line(view: ProfileView, entry: TargetEntry, language: Language) -> str:
    """The values over time on their way to the target."""
    picture = pathway_picture(workspace(), view, entry, language)
    points = picture.lines[0].points
    label = language.text("; ").join(
        language.text("{period}: {value}", period=point.when, value=point.text) for point in points
    )
    return sparkline([(point.month, point.value) for point in points], False, label, entry.target.value)


def _rest(entries: Sequence[TargetEntry], language: Language) -> str:
    said = escape(no_pathway_text(entries, language))
    return f'<p class="atlas-note">{said}</p>' if said else ""
