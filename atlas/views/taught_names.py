"""The names that people have taught, in words: what each stands for, who taught it, and who may forget it."""

from collections.abc import Container
from dataclasses import dataclass

from atlas.access import Action, Actor
from atlas.datasets import Dataset
from atlas.ingest.spreadsheet.name_keys import name_key
from atlas.language import Language
from atlas.store import AliasKind, Taught, divisions_named
from atlas.validate import Checked
from atlas.views.batch_log import who
from atlas.views.name_suggestions import meaning_of
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TaughtName:
    """One name in words; `text` is in the form in which names are compared."""

    kind: AliasKind
    text: str
    meaning: str
    who: str
    when: str
    may_forget: bool


def taught_names(
    workspace: Workspace, dataset: Dataset, actor: Actor, language: Language
) -> tuple[TaughtName, ...]:
    """All names that hold, the newest first, for the person looking."""
    return tuple(_in_words(workspace, each, actor, language) for each in workspace.store(dataset).taught())


def columns_of(checked: Checked) -> frozenset[tuple[AliasKind, str]]:
    """The headings of a file as somebody may have taught them."""
    return frozenset((AliasKind.COLUMN, name_key(each.text)) for each in checked.intake.headings)


def among(names: tuple[TaughtName, ...], wanted: Container[tuple[AliasKind, str]]) -> tuple[TaughtName, ...]:
    """Those of the names that are wanted, by kind and text."""
    return tuple(each for each in names if (each.kind, each.text) in wanted)


def _in_words(workspace: Workspace, taught: Taught, actor: Actor, language: Language) -> TaughtName:
    divisions = divisions_named(taught.kind, taught.target)
    return TaughtName(
        kind=taught.kind,
        text=taught.text,
        meaning=meaning_of(workspace, taught.kind, taught.target, language),
        who=who(taught.by, language),
        when=language.moment(taught.at),
        may_forget=workspace.access.may(actor, Action.TEACH, divisions, ""),
    )
