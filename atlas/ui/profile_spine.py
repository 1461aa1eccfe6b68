"""The spine chart as a table: each row reads as a sentence, and a band shows where the place lies."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.statistics.verdict import Verdict
from atlas.ui.spine_key import spine_key
from atlas.ui.state import workspace
from atlas.views.pictures import SpineMark, SpineRow
from atlas.views.profile.view import ProfileView
from atlas.views.spine import SpineLine
from atlas.views.spine_words import benchmark_figure, end_figures, left_out_text, own_date, spine_picture
from atlas.views.value_text import value_text
from atlas.views.verdict_words import verdict_text


def spine_table(view: ProfileView, language: Language) -> None:
    """Draw the chart, how it is to be read, and what is not on it."""
    picture = spine_picture(workspace(), view.spine, language)
    with st.container(key="profile-spine"):
        if not picture.rows:
            st.html(f'<p class="atlas-empty">{escape(_nothing(view, language))}</p>')
            return
        rows = "".join(
            _row(view, line, row, language) for line, row in zip(view.spine.lines, picture.rows, strict=True)
        )
        st.html(
            f'<table class="atlas-spine"><caption>{escape(picture.title)}</caption>'
            f"<thead>{_head(view, picture.benchmark, language)}</thead><tbody>{rows}</tbody></table>"
            f'<p class="atlas-note">{escape(picture.note)}</p>{spine_key(view.spine, _symbol, language)}'
            f"{_left_out(view, language)}"
        )


def _head(view: ProfileView, benchmark: str, language: Language) -> str:
    against = f'<th scope="col" class="atlas-number">{escape(benchmark)}</th>' if benchmark else ""
    worst, best = escape(language.text("worst")), escape(language.text("best"))
    return (
        f'<tr><th scope="col">{escape(language.text("Indicator"))}</th>'
        f'<th scope="col" class="atlas-number">{escape(language.name(view.division))}</th>{against}'
        f'<th scope="col" class="atlas-number">{worst}</th><td></td><th scope="col">{best}</th></tr>'
    )


def _row(view: ProfileView, line: SpineLine, row: SpineRow, language: Language) -> str:
    own = line.vertebrae[0].value
    text = value_text(line.indicator, workspace().definitions.unit_of(line.indicator), own, language)
    worst, best = (escape(each) for each in end_figures(line, language))
    return (
        f'<tr><th scope="row"><a href="#i-{row.code}">{escape(row.name)}</a></th>'
        f'<td class="atlas-number atlas-own-figure">{escape(text)}'
        f"{_date(own_date(view.spine, own, language))}</td>{_other(view, line, language)}"
        f'<td class="atlas-number atlas-end">{worst}</td>'
        f"<td>{_band(row, row.marks[0], language)}</td>"
        f'<td class="atlas-end">{best}</td></tr>'
    )


def _other(view: ProfileView, line: SpineLine, language: Language) -> str:
    """The benchmark's cell."""
    if view.within is None:
        return ""
    name = escape(language.name(view.within), quote=True)
    figure = escape(benchmark_figure(workspace(), view.spine, line, language))
    date = _date(own_date(view.spine, line.benchmark, language))
    return f'<td class="atlas-number atlas-other" data-label="{name}">{figure}{date}</td>'


def _date(text: str) -> str:
    return f"<small>{escape(text)}</small>" if text else ""


def _band(row: SpineRow, mark: SpineMark, language: Language) -> str:
    share = language.number(100 * mark.place)
    label = language.text("{share} % of the way from the worst to the best", share=share)
    label = f"{label} {verdict_text(Verdict(mark.verdict), language)}".strip()
    line = ""
    if row.benchmark is not None:
        line = f'<i class="atlas-spine-line" style="left:{100 * row.benchmark:.1f}%"></i>'
    half = f"left:{100 * row.quarter:.1f}%;width:{100 * (row.three_quarters - row.quarter):.1f}%"
    return (
        f'<span class="atlas-spine-band" role="img" aria-label="{escape(label, quote=True)}">'
        f'<i class="atlas-spine-half" style="{half}"></i>{line}<i class="atlas-spine-mark '
        f'atlas-verdict-{mark.verdict}" style="left:{100 * mark.place:.1f}%"></i></span>'
    )


def _symbol(verdict: Verdict) -> str:
    return f'<i class="atlas-spine-mark atlas-verdict-{verdict}"></i>'


def _left_out(view: ProfileView, language: Language) -> str:
    said = left_out_text(view.spine, language)
    if not said:
        return ""
    count = len(view.spine.left_out)
    summary = language.plural("{count} rate is not on the chart", "{count} rates are not on the chart", count)
    return (
        f'<details class="atlas-without"><summary>{escape(summary)}</summary>'
        f'<p class="atlas-note">{escape(said)}</p></details>'
    )


def _nothing(view: ProfileView, language: Language) -> str:
    return language.sentences(
        (
            language.text("No rate of {place} can be laid between the worst and the best of its level.",
                          place=language.name(view.division)),
            left_out_text(view.spine, language),
        )
    )  # fmt: skip
