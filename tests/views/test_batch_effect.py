"""Before a click on a batch, a person reads what it changes."""

import re

import pytest

from atlas.access import Action
from atlas.language import Language
from atlas.store.effects import Effect
from atlas.views.batch_effect import effect_text
from atlas.workspace import Workspace

COUNTIES = ("520102", "520103", "520111", "520112")
CASES = [
    (Action.UNDO, Effect(312, 12, COUNTIES),
     "312 figures no longer count (4 county-level units). 12 earlier figures hold again. 300 values are then "
     "missing. This can be reversed at any time."),
    (Action.UNDO, Effect(1, 1, ("520102",)),
     "1 figure no longer counts (Nanming District). 1 earlier figure holds again. This can be reversed at "
     "any time."),
    (Action.UNDO, Effect(1, 0, ("520102",)),
     "1 figure no longer counts (Nanming District). 1 value is then missing. This can be reversed at any "
     "time."),
    (Action.UNDO, Effect(0, 0, ()),
     "Newer batches have replaced every figure of this one, so nothing on the map changes."),
    (Action.REDO, Effect(5, 2, COUNTIES),
     "5 figures count from now on (4 county-level units). 3 of them are new. 2 take the place of earlier "
     "figures. This can be reversed at any time."),
    (Action.RELEASE, Effect(2, 1, ("520102",)),
     "2 figures count from now on (Nanming District). 1 of them is new. 1 takes the place of an "
     "earlier figure."),
    (Action.DECLINE, Effect(2, 1, ("520102",)),
     "Its figures never count. The batch and its file stay in this history; whoever brought it sees your "
     "reason."),
    (Action.WITHDRAW, Effect(2, 1, ("520102",)),
     "Its figures never count. The batch and its file stay in this history; the file may be given again."),
]  # fmt: skip


@pytest.mark.parametrize(("action", "effect", "english"), CASES)
def test_the_effect_of_a_click_is_told(
    workspace: Workspace, action: Action, effect: Effect, english: str
) -> None:
    assert effect_text(workspace, action, effect, Language("en")) == english
    chinese = effect_text(workspace, action, effect, Language("zh"))
    assert chinese.endswith("。")
    assert not re.search("[A-Za-z{]", chinese)
    assert re.findall(r"\d+", chinese) == re.findall(r"\d+", english)
