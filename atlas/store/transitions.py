"""What can be done to a batch in each state."""

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.access import Action
from atlas.messages import N_
from atlas.problems import AtlasError, Problem
from atlas.store.log import BatchLog, State


@dataclass(frozen=True, slots=True)
class Transition:
    """From which states an action leads to which, and what is said from any other."""

    before: tuple[State, ...]
    after: State
    refusal: str


TRANSITIONS: Mapping[Action, Transition] = {
    Action.RELEASE: Transition((State.ADDED, State.SUBMITTED), State.ACCEPTED, N_("It cannot be released.")),
    Action.DECLINE: Transition((State.SUBMITTED,), State.DECLINED, N_("It cannot be declined.")),
    Action.WITHDRAW: Transition((State.SUBMITTED,), State.WITHDRAWN, N_("It cannot be withdrawn.")),
    Action.UNDO: Transition((State.ACCEPTED,), State.UNDONE, N_("It cannot be undone.")),
    Action.REDO: Transition((State.UNDONE,), State.ACCEPTED, N_("It cannot be redone.")),
}
SITUATIONS: Mapping[State, str] = {
    State.ADDED: N_("has not been accepted yet"),
    State.SUBMITTED: N_("is waiting to be released"),
    State.ACCEPTED: N_("is accepted already"),
    State.UNDONE: N_("is undone already"),
    State.DECLINED: N_("was declined"),
    State.WITHDRAWN: N_("was withdrawn"),
}


def after(batch: BatchLog, action: Action) -> State:
    """The state that an action brings a batch to.

    Raises AtlasError "batch_state" naming the batch where its state forbids the action.
    """
    transition = TRANSITIONS[action]
    if batch.state in transition.before:
        return transition.after
    fields = {
        "batch": batch.id,
        "situation": SITUATIONS[batch.state],
        "refusal": transition.refusal,
        "by": batch.events[-1].by if batch.events else batch.author,
    }
    raise AtlasError(Problem("batch_state", fields))
