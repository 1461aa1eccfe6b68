"""The waterfall of a change: from the earlier value to the later one, effect by effect."""

from atlas.language import Language
from atlas.views.change.asked import Effect
from atlas.views.change.view import ChangeView
from atlas.views.change.words import by_effect, change_title, effect_name, signed, value_of
from atlas.views.pictures import Step, WaterfallPicture
from atlas.views.value_text import name_with_unit

LEADING = 6
"""As many children have a step of their own; the others are one step together."""


def waterfall(view: ChangeView, language: Language) -> WaterfallPicture | None:
    """Every step from value to value; None where the change is not split."""
    if not view.split or view.then is None:
        return None
    steps = [_total(view, 0, language)]
    for code, name, shown in _steps(view, language):
        start = steps[-1].end
        end = view.number(round(start * 10**view.decimals) + shown)
        steps.append(
            Step(code, name, start, end, signed(view, shown, language), "up" if shown > 0 else "down")
        )
    steps.append(_total(view, 1, language))
    return WaterfallPicture(
        title=change_title(view, language),
        unit=name_with_unit(view.indicator, view.unit, language),
        steps=tuple(steps),
        note=method_note(view, language),
    )


def method_note(view: ChangeView, language: Language) -> str:
    """What the effects mean."""
    if not view.indicator.is_ratio:
        return language.text(
            "Own change: over units and months that both periods have. Reporting effect: what only one of "
            "them has."
        )
    return language.text(
        "Decomposition after Kitagawa (1955). Rate effect: what the units' own rates did, at their mean "
        "share of the denominator. Mix effect: what their changed shares did. Reporting effect: units and "
        "months that only one of the periods has."
    )


def _steps(view: ChangeView, language: Language) -> list[tuple[str, str, int]]:
    """Code, name and size of every step that moves anything, in order."""
    moved = by_effect(view)
    leading = moved[:LEADING] if len(moved) > LEADING + 1 else moved
    others = moved[len(leading) :]
    found = [(child.division.code, language.name(child.division), child.shown.rate) for child in leading]
    found.append(
        (
            "",
            language.text("others ({count})", count=language.number(len(view.children) - len(leading))),
            sum(child.shown.rate for child in others),
        )
    )
    found += [
        ("", effect_name(view, effect, language), view.total(effect))
        for effect in (Effect.MIX, Effect.REPORTING)
    ]
    names = (
        language.text("{period}: stated to sum", period=_period(view, 0, language)),
        language.text("{period}: sum to stated", period=_period(view, 1, language)),
    )
    before, after = (("", name, gap) for name, gap in zip(names, view.gaps, strict=True))
    return [step for step in (before, *found, after) if step[2]]


def _total(view: ChangeView, end: int, language: Language) -> Step:
    value, text = view.number(view.ends[end]), value_of(view, view.ends[end], language)
    return Step("", _period(view, end, language), 0.0, value, text, "total")


def _period(view: ChangeView, end: int, language: Language) -> str:
    """The earlier period (0) or the later one (1)."""
    value = view.now if end or view.then is None else view.then
    return language.period(value.period, short=True)
