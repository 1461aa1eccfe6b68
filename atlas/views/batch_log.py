"""The log of a dataset in words: every batch with who, when, how much, and what became of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from atlas.access import THIS_MACHINE, Action, Actor
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import Period, PeriodKind
from atlas.store import Store
from atlas.store.log import BatchLog, State
from atlas.views.places_counted import places_counted
from atlas.workspace import Workspace

OWN = {"published": N_("Published figures"), "demonstration": N_("Demonstration figures")}
"""What the atlas brings itself, by origin: it comes and goes with a release, not by anybody's click."""

STATES = {
    State.SUBMITTED: N_("waiting for release"),
    State.ACCEPTED: N_("counts"),
    State.UNDONE: N_("taken back"),
    State.DECLINED: N_("declined"),
    State.WITHDRAWN: N_("withdrawn"),
    State.ADDED: N_("does not count yet"),
}
EVENTS = {
    State.SUBMITTED: N_("submitted"),
    State.ACCEPTED: N_("accepted"),
    State.UNDONE: N_("taken back"),
    State.DECLINED: N_("declined"),
    State.WITHDRAWN: N_("withdrawn"),
    State.ADDED: N_("added"),
}
ACTIONS = {
    State.SUBMITTED: (Action.RELEASE, Action.DECLINE, Action.WITHDRAW),
    State.ACCEPTED: (Action.UNDO,),
    State.UNDONE: (Action.REDO,),
}
HASH_SHOWN = 12
UNSAFE = re.compile(r'[\x00-\x1f\x7f"*/:<>?\\|]|[\u202a-\u202e\u2066-\u2069]')
"""Characters that file systems refuse or that disguise a name's ending."""


@dataclass(frozen=True, slots=True)
class BatchEvent:
    """One thing that happened to a batch, in words."""

    when: str
    what: str
    who: str
    reason: str


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One batch in words. `sha256` is of the original file and empty where there is none to take away.

    `offered` is what the person looking may do to it now.
    """

    id: str
    file_name: str
    sha256: str
    who: str
    when: str
    figures: str
    places: str
    period: str
    remark: str
    state: State
    state_text: str
    events: tuple[BatchEvent, ...]
    offered: tuple[Action, ...]

    @property
    def download_name(self) -> str:
        """The file's name without anything that leads out of the folder it is saved in."""
        return UNSAFE.sub("_", self.file_name).lstrip(".") or self.id

    @property
    def short_hash(self) -> str:
        """The first digits, enough to tell files apart."""
        return self.sha256[:HASH_SHOWN]


def batch_line(workspace: Workspace, batch: BatchLog, actor: Actor | None, language: Language) -> BatchLine:
    """One batch in words, for the person looking (None: nobody has signed in)."""
    is_own = batch.origin in OWN
    span = (batch.first_month, batch.last_month)
    return BatchLine(
        id=batch.id,
        file_name=name_of(batch, language),
        sha256="" if is_own else batch.sha256,
        who=author(batch, language),
        when=language.moment(batch.received_at),
        figures=language.plural("{count} figure", "{count} figures", batch.rows),
        places=places_counted(workspace, batch.divisions, language),
        period="" if None in span else language.period(_span(batch)),
        remark=batch.remark,
        state=batch.state,
        state_text=language.text(STATES[batch.state]),
        events=tuple(
            BatchEvent(
                language.moment(event.at),
                language.text(EVENTS[event.event]),
                author(batch, language) if is_own else who(event.by, language),
                event.reason,
            )
            for event in reversed(batch.events)
        ),
        offered=offered(workspace, batch, actor),
    )


def offered(workspace: Workspace, batch: BatchLog, actor: Actor | None) -> tuple[Action, ...]:
    """What a person may do to a batch in its present state; the store asks again before it does anything."""
    if actor is None or batch.origin in OWN:
        return ()
    divisions = frozenset(batch.divisions)
    may = workspace.access.may
    return tuple(
        action for action in ACTIONS.get(batch.state, ()) if may(actor, action, divisions, batch.author)
    )


def gives_original(workspace: Workspace, store: Store, batch: BatchLog, actor: Actor | None) -> bool:
    """Whether a person is given the file that a batch came from.

    Everybody is, unless it holds figures of which small ones are withheld: then whoever may bring in figures
    for all the divisions in it.
    """
    guarded = [each.id for each in workspace.definitions.measures.values() if each.suppress_below]
    if not store.brings(batch.id, guarded):
        return True
    divisions = frozenset(batch.divisions)
    return actor is not None and workspace.access.may(actor, Action.SUBMIT, divisions, batch.author)


def people(batches: Iterable[BatchLog]) -> tuple[str, ...]:
    """Everybody who brought a batch in, each once, in the order of the log; the atlas is nobody."""
    return tuple(dict.fromkeys(batch.author for batch in batches if batch.origin not in OWN))


def brought_by(batch: BatchLog, person: str) -> bool:
    """Whether a person brought the batch in."""
    return batch.origin not in OWN and batch.author == person


def name_of(batch: BatchLog, language: Language) -> str:
    """What a batch is called: its file, or what the atlas brought."""
    own = OWN.get(batch.origin)
    return language.text(own) if own else batch.file_name or batch.id


def author(batch: BatchLog, language: Language) -> str:
    """Who brought a batch in; only what it is tells the atlas from a person of that name."""
    return language.text("the atlas itself") if batch.origin in OWN else who(batch.author, language)


def who(name: str, language: Language) -> str:
    """A person's name as it is written; whoever uses a private machine is called so."""
    if name == THIS_MACHINE.name:
        return language.text(name)
    return name or language.text("not recorded")


def _span(batch: BatchLog) -> Period:
    return Period(PeriodKind.SPAN, batch.first_month or 0, batch.last_month or 0)
