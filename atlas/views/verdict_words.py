"""What a verdict is called, and the shape that says it without colour."""

from atlas.language import Language
from atlas.messages import N_
from atlas.statistics.verdict import Verdict

WORDS = {
    Verdict.BETTER: N_("better"),
    Verdict.SIMILAR: N_("similar"),
    Verdict.WORSE: N_("worse"),
    Verdict.HIGHER: N_("higher"),
    Verdict.LOWER: N_("lower"),
}
SHAPES = {
    Verdict.BETTER: "▲",
    Verdict.SIMILAR: "●",
    Verdict.WORSE: "▼",
    Verdict.HIGHER: "△",
    Verdict.LOWER: "▽",
}


def meaning(verdict: Verdict, language: Language) -> str:
    """What the mark of a verdict says in a key."""
    if verdict is Verdict.NONE:
        return language.text("no interval, no verdict")
    return language.text(WORDS[verdict])


def verdict_text(verdict: Verdict, language: Language) -> str:
    """“▲ better”; empty where there is no verdict."""
    if verdict not in WORDS:
        return ""
    return f"{SHAPES[verdict]} {language.text(WORDS[verdict])}"
