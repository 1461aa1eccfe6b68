"""The methods of `atlas.statistics` for a reader: a name, and a sentence that says what it does and whose."""

from collections.abc import Mapping

from atlas.messages import N_
from atlas.statistics.method import Method

METHOD_NAMES: Mapping[Method, str] = {
    Method.WILSON: N_("Wilson score interval"),
    Method.BYAR: N_("Byar's interval"),
    Method.EXACT: N_("Exact Poisson interval"),
    Method.FUNNEL: N_("Funnel limits"),
    Method.FUNNEL_ADJUSTED: N_("Funnel limits, widened"),
    Method.RECENT_TREND: N_("Recent trend"),
    Method.SIMULATED_RANKS: N_("Simulated rank interval"),
}
METHOD_SENTENCES: Mapping[Method, str] = {
    Method.WILSON: N_(
        "The range in which a share may lie by chance alone, by the score method (Wilson 1927; Newcombe & "
        "Altman 2000)."
    ),
    Method.BYAR: N_(
        "The range in which a rate may lie by chance alone, by Byar's approximation (Breslow & Day 1987)."
    ),
    Method.EXACT: N_(
        "The range in which a rate of fewer than ten events may lie by chance alone, exactly, from the "
        "chi-square distribution (Breslow & Day 1987)."
    ),
    Method.FUNNEL: N_(
        "How far a unit of a given size may lie from the pooled value by chance alone (Spiegelhalter 2005)."
    ),
    Method.FUNNEL_ADJUSTED: N_(
        "How far a unit of a given size may lie from the pooled value by chance and by the usual spread "
        "between units, estimated with the extreme tenths drawn in (Spiegelhalter 2005, additive "
        "adjustment for over-dispersion)."
    ),
    Method.RECENT_TREND: N_(
        "A line through the last five years, each weighted by how certain it is: it rises or falls if chance "
        "would give such a slope fewer than 2 times in 1,000, and whichever year is left out (Public Health "
        "England, recent trends)."
    ),
    Method.SIMULATED_RANKS: N_(
        "The middle 95 % of the places a unit takes when every value is drawn 10,000 times from its interval "
        "(Goldstein & Spiegelhalter 1996)."
    ),
}
