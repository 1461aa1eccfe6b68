"""What is wrong in the file, rule by rule, each with its cells and what to do."""

from html import escape

import streamlit as st

from atlas.findings import Severity
from atlas.language import Language
from atlas.messages import N_
from atlas.validate import Checked
from atlas.views.finding_groups import FindingGroup, FindingLine, finding_groups
from atlas.views.finding_text import SEVERITY_NAMES
from atlas.views.rule_names import RULE_NAMES


def problems_found(checked: Checked, language: Language) -> None:
    """Draw the groups, or say that there is nothing to be said."""
    groups = finding_groups(checked, language)
    if not groups:
        words = escape(language.text("No problem was found."))
        st.html(f'<p class="atlas-all-right">{words}</p>')
        return
    body = "".join(_group(group, language) for group in groups)
    title = escape(language.text("What was found"))
    st.html(f'<section class="atlas-found"><h2>{title}</h2>{body}</section>')


def _group(group: FindingGroup, language: Language) -> str:
    severity = group.rule.severity
    chip = escape(language.text(SEVERITY_NAMES[severity]))
    name = escape(language.text(RULE_NAMES.get(group.rule.id, group.rule.id)))
    count = escape(language.plural("{count} place", "{count} places", group.count))
    opened = "" if severity is Severity.NOTE else " open"
    rows = "".join(_line(line) for line in group.lines)
    rest = group.count - len(group.lines)
    more = ""
    if rest > 0:
        words = language.text(
            "{rest} more: all {count} are in the marked spreadsheet.",
            rest=language.number(rest),
            count=language.number(group.count),
        )
        more = f'<p class="atlas-found-more">{escape(words)}</p>'
    heads = "".join(
        f'<th scope="col">{escape(language.text(head))}</th>'
        for head in (N_("Cell"), N_("As written"), N_("What is wrong"))
    )
    remedy = f'<p class="atlas-found-remedy">{escape(group.remedy)}</p>' if group.remedy else ""
    return (
        f'<details class="atlas-finding-{severity.value}" data-rule="{escape(group.rule.id)}"{opened}>'
        f"<summary><em>{chip}</em> <b>{name}</b> <span>{count}</span></summary>{remedy}"
        f'<div class="atlas-found-table"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{more}</details>"
    )


def _line(line: FindingLine) -> str:
    return (
        f'<tr><th scope="row">{escape(line.place)}</th><td><code>{escape(line.value)}</code></td>'
        f"<td>{escape(line.sentence)}</td></tr>"
    )
