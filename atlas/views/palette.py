"""The colours of the atlas; the same colour means the same thing on every map and chart."""

INK = "#1B2733"
SECONDARY = "#5B6875"
HAIRLINE = "#D9DFE6"
ACCENT = "#D9480F"

IDENTITIES = ("#1F4E8C", "#C2571A", "#1B8577", "#8A4A8F", "#A87A0C", "#3D8BC9", "#6E6255", "#B8506E")
"""Who is who, where up to eight divisions are shown together; told apart also by the colour-blind."""

SEQUENTIAL = {
    3: ("#DCE8F4", "#7FAAD4", "#1F4E8C"),
    4: ("#DCE8F4", "#A3C3E2", "#5B8FC4", "#1A4480"),
    5: ("#E3EDF7", "#B7D0E9", "#7FAAD4", "#4278B5", "#163D75"),
    6: ("#E3EDF7", "#C1D7EC", "#94B9DD", "#6396CB", "#356CAB", "#143A70"),
    7: ("#E8F0F8", "#CBDDEF", "#A6C6E4", "#7AA8D4", "#4F86C0", "#2D62A1", "#12366A"),
}


def sequential(classes: int) -> tuple[str, ...]:
    """Colours from near-white to deep blue, one for each of `classes` (1 to 7) classes, low to high."""
    if classes < 3:
        return (SEQUENTIAL[3][1], SEQUENTIAL[3][2])[-classes:] if classes else ()
    return SEQUENTIAL[min(classes, 7)]


RISING = ("#C1D7EC", "#6396CB", "#1F4E8C")
UNCHANGED = "#F7F8F9"
FALLING = ("#FAD3AE", "#EE9A4B", "#B35806")
"""What raises and what lowers a value, on both sides of zero, from little to much."""

VERDICTS = {
    "better": "#1F4E8C",
    "similar": "#8592A0",
    "worse": "#D9480F",
    "higher": "#3F6FA8",
    "lower": "#94B9DD",
    "none": "#8592A0",
}
"""Against a benchmark; shapes say the same, so that no one depends on seeing colours."""

MISSING_FILLS = {
    "no_data": "#F7F9FB",
    "not_applicable": "#DDD8D0",
    "suppressed": "#F3F1F7",
    "outside": "#FFFFFF",
}

DOT_LOOKS = {"unknown": ("#FFFFFF", SECONDARY), "without": (ACCENT, "#FFFFFF")}
"""Fill and line of the dots of a coverage, in the order in which they are drawn."""

DARK = 140
"""Below this luminance (0 to 255) a fill needs white letters."""


def lines_over(colour: str) -> str:
    """The colour of the hatch over a unit that has not reported in full: what can be seen on its colour."""
    return "#FFFFFF" if is_dark(colour) else "#8D959E"


def is_dark(colour: str) -> bool:
    """Whether ink cannot be read on a colour ("#RRGGBB"; "" is no colour)."""
    if not colour:
        return False
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < DARK
