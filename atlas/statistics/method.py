"""The methods that results name; `atlas.views.method_names` tells a reader what each of them is."""

from enum import StrEnum


class Method(StrEnum):
    """How a result was found."""

    WILSON = "wilson"
    BYAR = "byar"
    EXACT = "exact"
    FUNNEL = "funnel"
    FUNNEL_ADJUSTED = "funnel_adjusted"
    RECENT_TREND = "recent_trend"
    SIMULATED_RANKS = "simulated_ranks"
