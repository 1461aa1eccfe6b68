"""Remarks on published figures: short ids in the files, sentences in the message catalogues."""

from collections.abc import Mapping

from atlas.messages import N_

REMARKS: Mapping[str, str] = {
    "conflicts_with_other": N_("Another source gives a different figure for the same thing; both are kept."),
    "forecast": N_("A forecast made before the end of the period, not an outcome."),
    "weak_source": N_("An unreliable or automatically rewritten page; no better one was found."),
    "mirror_page": N_("Read on another site's copy of the named source."),
    "machine_summary": N_("Read in a machine-made summary of the named source."),
    "machine_translation": N_("Read in a machine translation."),
    "traditional_characters": N_("Read in a copy in traditional characters."),
    "headline_only": N_("Stated in a headline; the article itself was not seen."),
    "plan_document": N_("From a plan document."),
    "local_yearbook": N_("From a local yearbook."),
    "publisher_from_address": N_("The publisher was read from the web address."),
    "article_date_assumed": N_("The day of publication is not shown or was inferred."),
    "period_inferred": N_("The period was inferred from the wording or the context."),
    "period_from_article": N_("The source names no period; that of its publication is used."),
    "yearly_figure": N_("A yearly average or a figure “per year”; the source does not say which year."),
    "month_not_stated": N_("The month is not stated."),
    "start_not_stated": N_("The start of the period is not stated, so it must not be read as one year."),
    "end_not_stated": N_("The end of the period is not stated exactly."),
    "open_ended": N_("From the stated start to about the day of publication."),
    "part_of_year": N_("Only a part of the year, up to the day the source names or was written."),
    "one_week_only": N_("One week only."),
    "division_inferred": N_("The source does not name the province in the passage; it was inferred."),
    "sum_made_here": N_("A sum of parts that the source states."),
    "partial_scope": N_("Covers only a part of what the measure usually means."),
    "incomplete": N_("The source calls its statistics incomplete."),
    "other_name": N_("The source uses another name for it."),
    "levels_mixed": N_("Several levels are counted together or not told apart."),
    "includes_villages": N_("Villages are counted too."),
    "excludes_villages": N_("Villages are not counted."),
    "level_inferred": N_("The source does not name the level; it was inferred."),
    "all_three_platforms": N_("Physical platforms, hotline and website together."),
    "person_times": N_("Counted in person-times: one person may be counted several times."),
    "full_coverage_read_as_100": N_("“Full coverage” in the source is recorded as 100 %."),
    "slightly_below": N_("The source says “nearly”: slightly below this figure."),
    "as_stated_doubtful": N_(
        "Recorded as stated; a slip in the source or its translation cannot be excluded."
    ),
    "reading_uncertain": N_("The wording allows another reading."),
    "earlier_count": N_("An earlier count that was revised later."),
    "later_count": N_("The later and more exact of two figures."),
    "includes_public_and_company_lawyers": N_("Public and company lawyers are included."),
    "excludes_public_and_company_lawyers": N_("Public and company lawyers are not included."),
    "part_of_all_lawyers": N_("One kind of lawyers, a part of all lawyers in the same source."),
    "class_not_count": N_("A class stated by the Ministry of Justice, not a count."),
    "rate_differs": N_(
        "Another population or another count of lawyers lies behind it: the parts give another rate."
    ),
    "shanghai_rate_by_author": N_(
        "Calculated by the article's author on 24.87 million residents; 11.7 with full-time lawyers only."
    ),
    "estimated_rate": N_("An estimate made before the year's population was published."),
    "hefei_share": N_("The source adds that this is 36.6 % of the lawyers of Anhui."),
    "branches_merged": N_("With local branches merged; 1,005 without."),
    "growth_of_the_rate": N_("The source speaks of growth in lawyers per 10,000 people."),
    "all_mediation_bodies": N_("All people's mediation organisations, not committees alone."),
    "industry_only": N_("Industry and professional bodies only."),
    "without_commercial_centres": N_("Eight commercial mediation centres are not counted."),
    "all_kinds_of_mediation": N_("All kinds of mediation, not people's mediation alone."),
    "not_all_peoples_mediation": N_(
        "Mediation of another or a narrower kind than people's mediation as a whole."
    ),
    "includes_court_referred": N_(
        "Includes 6.75 million disputes referred by courts and mediated successfully."
    ),
    "low_success_rate": N_(
        "Far fewer successes than elsewhere; pending or court-referred disputes are probably counted too."
    ),
    "campaign_only": N_("One campaign or programme only."),
    "pilot_only": N_("A pilot only, not the whole division."),
    "resolved_disputes": N_("The source speaks of disputes resolved."),
    "disputes_found": N_("Disputes found in checks are counted."),
    "not_success_rate": N_(
        "A resolution rate at the first line or the grass roots, not the mediation success rate."
    ),
    "read_as_successful": N_(
        "Read as disputes mediated successfully, because this gives the stated rate of 98.2 %."
    ),
    "garbled_11020": N_("Printed “1,1020”; read as 11,020, because this gives the stated rate of 98.2 %."),
    "implies_40500_mediators": N_("This and the share stated imply about 40,500 mediators in the city."),
    "change_since_2020": N_("Change since the end of 2020."),
    "includes_duty_lawyer_help": N_("Help by duty lawyers is included."),
    "excludes_duty_lawyer_help": N_("Help by duty lawyers is not included."),
    "accepted_cases": N_("Cases accepted."),
    "approved_cases": N_("Cases approved."),
    "concluded_cases": N_("Cases concluded."),
    "concluded_74617": N_("Cases accepted; 74,617 were concluded."),
    "one_centre_only": N_("One legal aid centre only, not the whole division."),
    "migrant_workers_only": N_("Migrant workers only."),
    "special_groups_only": N_("Special groups only."),
    "operating_funds_only": N_("Operating funds only."),
    "spent_8585500": N_("Of this, 8,585,500 yuan were spent."),
    "sample_of_143_cases": N_("From a sample of 143 cases."),
    "percentage_points": N_("Percentage points above the target."),
    "hotline_since_2018": N_("Covers only the time since the hotline was centralised in 2018."),
    "calls_answered": N_("Calls answered, not all calls received."),
    "satisfaction_with_rule_of_law": N_("Satisfaction with law-based governance, not with the hotline."),
    "not_a_stock": N_("Counted during the period, not a number at its end."),
    "set_up_in_recent_years": N_("Set up in recent years, says the source."),
    "county_level_city": N_(
        "The place is a county-level city: what it calls a municipal centre is of county level."
    ),
    "may_include_development_zones": N_(
        "More than the 88 county-level units; centres of development zones may be included."
    ),
    "not_cases": N_("Counts service measures, not cases."),
    "sum_agrees": N_("The levels stated add up to it: 10 + 105 + 1,549."),
    "total_or_yearly": N_(
        "The source does not say whether it is a total or a yearly number; read as a total."
    ),
    "corps_only": N_("The Xinjiang Production and Construction Corps only, not the whole region."),
    "census_sum": N_("The sum of the 31 provinces, without military personnel."),
}

BESIDE_THE_POINT = frozenset(
    {
        "all_kinds_of_mediation", "campaign_only", "earlier_count", "forecast", "includes_duty_lawyer_help",
        "industry_only", "migrant_workers_only", "not_all_peoples_mediation", "not_success_rate",
        "one_centre_only", "one_week_only", "part_of_year", "partial_scope", "pilot_only",
        "special_groups_only", "weak_source",
    }
)  # fmt: skip
"""Remarks on figures that count something wider, narrower or earlier than their measure."""
