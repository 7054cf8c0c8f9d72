"""The rules about the community: borders, several findings, profiles, a ledger, and what is not checked."""

import pandas as pd
import pytest

from ecotools.data import quillwork
from ecotools.ledger import Ledger
from ecotools.rules import review, rule
from ecotools.simulate import simulate

from ..examples import outcome


def found(id, example, ledger=None):
    """Return what the findings of a rule say; None when it is not checked."""
    one = outcome(rule(id), example, ledger)
    return None if one.word == "not checked" else [finding.found for finding in one.findings]


def lacks(id, example, ledger=None):
    """Return what a rule would need to be checked."""
    return outcome(rule(id), example, ledger).missing


def attendance(*days, end="2026-02-01"):
    rows = {"customer_id": 1, "day": pd.to_datetime(list(days)), "action": "event", "count": 1}
    return Ledger(activity=pd.DataFrame(rows), start="2026-01-01", end=end)


def events(*days, also=""):
    dated = ", ".join(f"{{date: {day}, live: true}}" for day in days)
    return f"community: {{type: programmed}}\n{also}\ncalendar: {{events: [{dated}]}}"


def clubs(members, team="{people: [{role: creator}]}", more=""):
    return f"""
        community: {{type: programmed{more}}}
        measured: [{{metric: members, value: {members}}}]
        team: {team}
        """


@pytest.mark.parametrize("id", [f"COM{number:02}" for number in (1, 2, 3, 5, 7, 9, 16, 17, 19, 21, 23)])
def test_a_creator_without_a_community_hears_nothing_about_one(id):
    alone = """
        products: [{id: course, name: Course, kind: core, price: 199, onboarding: {steps: []}}]
        kpis: [{id: revenue, name: Revenue}]
        calendar: {events: [], reviews: [], surveys: [], changes: []}
        """
    assert found(id, alone) is None and "community" in " ".join(lacks(id, alone))


def test_moderation_that_is_missing_altogether_is_two_findings():
    nothing = "community: {moderators: [], guidelines: false}"
    assert found("COM01", nothing) == ["nobody moderates", "no guidelines"]
    assert lacks("COM01", "community: {moderators: [Cleo]}") == ("community.guidelines",)


def test_what_is_known_to_be_missing_is_told_even_where_the_rest_is_not_said():
    assert found("COM01", "community: {guidelines: false}") == ["no guidelines"]
    assert found("COM20", "community: {escalation: false}") == ["no escalation"]


def test_a_week_is_the_longest_without_something_live():
    assert found("COM02", events("2026-01-05", "2026-01-12", "2026-01-19")) == []
    (late,) = found("COM02", events("2026-01-19", "2026-01-05", "2026-01-13"))
    assert late == "8 days without a live event, from 2026-01-05 to 2026-01-13"
    (worst,) = found("COM02", events("2026-01-01", "2026-01-10", "2026-01-21"))
    assert worst.startswith("11 days") and worst.endswith(", and 1 more gaps too long")


def test_a_weekly_live_ritual_is_enough_beside_a_few_dated_events():
    ritual = "community: {rituals: [{name: Office hours, cadence: weekly, live: true}]}"
    dated = "calendar: {events: [{date: 2026-01-05, live: true}, {date: 2026-03-05, live: true}]}"
    assert found("COM02", f"{ritual}\n{dated}") == []


def test_an_event_that_does_not_say_whether_it_is_live_is_not_guessed():
    said = (
        "community: {type: basic}\ncalendar: {events: [{date: 2026-01-05}, {date: 2026-01-09, live: true}]}"
    )
    assert lacks("COM02", said) == ("calendar.events[0].live",)
    assert found("COM02", said.replace("01-05", "01-05, kind: challenge")) == []


def test_a_calendar_without_live_events_is_a_finding_and_a_single_one_tells_nothing():
    recorded = "community: {type: basic}\ncalendar: {events: [{date: 2026-01-05, live: false}]}"
    assert found("COM02", recorded) == ["nothing live took place"]
    assert lacks("COM02", events("2026-01-05")) == ("a second date",)


def test_the_silence_since_the_last_event_counts_up_to_the_day_that_is_described():
    (late,) = found("COM02", events("2026-01-05", "2026-01-12", also="as_of: 2026-02-20"))
    assert late.startswith("39 days")


def test_a_ledger_tells_whether_the_ritual_took_place():
    ritual = "community: {rituals: [{name: Office hours, cadence: weekly, live: true}]}"
    weekly = attendance("2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26")
    assert found("COM02", ritual, weekly) == []
    (late,) = found("COM02", ritual, attendance("2026-01-05", "2026-01-12"))
    assert late == "19 days without a live event, from 2026-01-12 to 2026-01-31"


def test_two_regular_series_are_regular_together():
    weekly = [f"{{date: 2026-01-{day:02}, kind: office_hours}}" for day in (5, 12, 19, 26)]
    monthly = [f"{{date: 2026-{month:02}-06, kind: talk}}" for month in (1, 2, 3, 4)]
    said = f"community: {{type: basic}}\ncalendar: {{events: [{', '.join(weekly + monthly)}]}}"
    assert found("COM03", said) == []


def test_three_dates_make_no_rhythm_and_two_events_of_a_day_are_one_date():
    few = events("2026-01-05", "2026-01-05", "2026-01-12", "2026-02-27")
    assert lacks("COM03", few) == ("calendar.events[].date on 4 days",)


@pytest.mark.parametrize(
    ("kind", "floor"), [("basic", 0.03), ("programmed", 0.15), ("mastermind", 0.4), ("hybrid", 0.5)]
)
def test_each_type_of_community_has_its_floor(kind, floor):
    def of(share):
        return f"community: {{type: {kind}}}\nmeasured: [{{metric: active_share, value: {share}}}]"

    assert found("COM04", of(floor)) == [] and len(found("COM04", of(floor - 0.01))) == 1


def test_the_active_share_follows_from_counts_and_may_be_that_of_the_club():
    counts = """
        community: {type: programmed}
        measured: [{metric: members, value: 200}, {metric: active_members, value: 12}]
        """
    told = "6% of the members are active (12 of 200), in a community of type programmed"
    assert found("COM04", counts) == [told]
    few = counts.replace("value: 200", "value: 20").replace("value: 12", "value: 1")
    assert found("COM04", few) == []  # one of twenty may be by chance
    club = """
        products: [{id: club, name: Club, kind: community}]
        community: {type: basic}
        measured: [{metric: active_share, product: club, value: 0.04}]
        """
    assert found("COM04", club) == []


def test_an_active_share_in_percent_is_not_taken_for_a_busy_place():
    percent = "community: {type: basic}\nmeasured: [{metric: active_share, value: 15}]"
    assert "fraction" in lacks("COM04", percent)[0]
    assert lacks("COM04", "community: {type: basic}") == ("measured[] with active_share",)


def test_surveys_and_changes_are_each_looked_at():
    nothing = "community: {type: basic}\ncalendar: {surveys: [], changes: []}"
    assert found("COM07", nothing) == ["nobody was asked", "no change came from a survey (0 logged)"]
    late = "{surveys: [{date: 2026-01-01}, {date: 2026-06-01}], changes: [{date: 2026-02-01, what: Calls}]}"
    assert found("COM07", f"community: {{type: basic}}\ncalendar: {late}") == [
        "151 days without a survey, from 2026-01-01 to 2026-06-01"
    ]
    assert "calendar.changes[0].source" in lacks(
        "COM07", "community: {type: basic}\ncalendar: {changes: [{date: 2026-02-01, what: Calls}]}"
    )


def test_answers_in_a_ledger_are_surveys():
    rows = {"customer_id": 1, "survey": "nps", "question": "score", "answer": 9.0}
    asked = pd.DataFrame({**rows, "day": pd.to_datetime(["2026-01-10", "2026-03-10"])})
    ledger = Ledger(surveys=asked, start="2026-01-01", end="2026-04-01")
    said = "community: {type: basic}\ncalendar: {changes: [{date: 2026-02-01, what: Calls, source: survey}]}"
    assert found("COM07", said, ledger) == [] and found("COM17", f"{said}\nkpis: []", ledger) == []


@pytest.mark.parametrize(("active", "wrong"), [(140, 0), (1500, 0), (1501, 1)])
def test_only_a_very_large_community_needs_sub_groups(active, wrong):
    said = f"""
        community: {{subgroups: [Rye]}}
        measured: [{{metric: active_members, values: {{2026-01: 2000, 2026-02: {active}}}}}]
        """
    assert len(found("COM08", said)) == wrong


def test_a_small_community_need_not_say_whether_it_has_sub_groups():
    assert found("COM08", "community: {type: basic}\nmeasured: [{metric: active_members, value: 80}]") == []


@pytest.mark.parametrize(("profile", "first"), [("creator", 3), ("community", 7), ("saas", 7)])
def test_when_members_may_be_charged_depends_on_the_profile(profile, first):
    def paid(month, profile=profile):
        return found("COM10", f"profile: {profile}\ncommunity: {{paid_from_month: {month}}}")

    assert paid(first) == [] and paid(first - 1) == [f"paid from month {first - 1}"]
    assert paid(1, "infoproduct") == []


def test_a_purpose_half_written_is_a_finding_and_an_unwritten_one_is_unknown():
    kpis = "kpis: [{id: visits, name: Visits}]"
    assert found("COM09", "community: {goals: [Bread]}") == ["no purpose or metrics"]
    assert found("COM09", f"community: {{goals: [Bread], metrics: [visits]}}\n{kpis}") == ["no purpose"]
    assert found("COM09", "community: {goals: []}") == ["no purpose, goals or metrics"]
    assert found("COM09", "community: {type: basic}") is None


@pytest.mark.parametrize(("members", "wrong"), [(100, []), (101, ["no community manager for 101 members"])])
def test_a_manager_is_needed_above_a_hundred_members(members, wrong):
    assert found("COM11", clubs(members)) == wrong


def test_a_small_club_need_not_name_its_team_and_a_post_without_hours_is_not_filled():
    assert found("COM11", "community: {type: basic}\nmeasured: [{metric: members, value: 20}]") == []
    assert lacks("COM11", "community: {type: basic}\nmeasured: [{metric: members, value: 200}]") == ("team",)
    unfilled = "{people: [{role: community_manager, hours_per_week: 0}]}"
    assert len(found("COM11", clubs(200, unfilled))) == 1


def test_a_ritual_without_a_cadence_may_be_the_missing_one():
    said = (
        "community: {rituals: [{name: Crumb, cadence: daily}, {name: Bake, cadence: weekly}, {name: Vote}]}"
    )
    assert lacks("COM12", said) == ("community.rituals[Vote].cadence",)
    assert found("COM12", "community: {rituals: []}") == ["nothing daily, weekly or monthly"]


@pytest.mark.parametrize("days", ["[28, 56, 84]", "[7, 30, 60, 90]"])
def test_milestones_may_be_counted_in_weeks_and_one_product_with_all_three_is_enough(days):
    said = f"""
        products:
          - {{id: course, name: Course, kind: core, onboarding: {{milestones_days: []}}}}
          - {{id: club, name: Club, kind: community, onboarding: {{milestones_days: {days}}}}}
        """
    assert found("COM13", said) == []


def test_a_weekly_look_is_a_monthly_one_too():
    said = "community: {type: basic}\ncalendar: {reviews: [{cadence: weekly}, {cadence: quarterly}]}"
    assert found("COM16", said) == ["no yearly review"]


def test_a_number_measured_once_is_not_tracked():
    said = "community: {type: basic}\nkpis: []\nmeasured: [{metric: nps, VALUE}]"
    assert found("COM17", said.replace("VALUE", "value: 41, period: 2026-01")) == ["nps not tracked"]
    assert found("COM17", said.replace("VALUE", "values: {2026-01: 41, 2026-02: 43}")) == []
    assert lacks("COM17", "community: {type: basic}\nmeasured: [{metric: members, value: 9}]") == ("kpis",)


def test_a_business_that_is_a_community_also_tracks_the_mood_and_all_that_it_brings_in():
    said = """
        profile: community
        community: {type: hybrid}
        kpis: [{id: nps, name: NPS}, {id: ltv_lift, name: LTV}, {id: retention_lift, name: Stay}]
        """
    assert found("COM17", said) == ["sentiment not tracked"]
    assert found("COM17", said.replace("name: LTV", "name: LTV, family: satisfaction")) == []
    assert found("COM23", said) == [
        "support_cost_saved, development_saved and attributed_revenue not measured"
    ]
    assert found("COM23", said.replace("profile: community", "profile: creator")) == []


def test_the_same_role_in_other_letters_is_the_same_and_one_platform_shares_with_none():
    said = "community: {platforms: [{name: A, role: Talk}, {name: B, role: ' talk '}, {name: C, role: Help}]}"
    assert found("COM18", said) == ["B has the role of A:  talk "]
    assert lacks("COM18", "community: {platforms: [{name: A, role: Talk}, {name: B}]}") == (
        "community.platforms[B].role",
    )


def test_only_live_events_have_to_be_recorded():
    said = """
        community: {type: basic}
        calendar:
          events:
            - {date: 2026-01-05, live: false, recorded: false}
            - {date: 2026-01-12, live: true, recorded: false}
            - {date: 2026-01-19, live: true}
        """
    assert found("COM19", said) == ["nobody can watch the event of 2026-01-12 later"]
    assert found("COM19", said.replace("live: true", "live: false")) is None


def test_rituals_are_weighed_against_the_hours_for_the_community_if_these_are_named():
    ritual = "rituals: [{name: Workshop, cadence: weekly, minutes: 240}]"
    assert found("COM22", f"community: {{{ritual}}}\nteam: {{hours_per_week: 4}}") == []
    few = "team: {hours_per_week: 40, community_hours_per_week: 3.5}"
    assert found("COM22", f"community: {{{ritual}}}\n{few}") == [
        "rituals take 4 hours a week, the team has 3.5"
    ]
    people = "team: {people: [{role: creator, hours_per_week: 3}]}"
    assert len(found("COM22", f"community: {{{ritual}}}\n{people}")) == 1


def test_rituals_that_are_too_much_already_need_no_more_minutes():
    rituals = "[{name: Day, cadence: daily, minutes: 60}, {name: Vote}]"
    said = f"community: {{rituals: {rituals}}}\nteam: {{hours_per_week: HOURS}}"
    assert len(found("COM22", said.replace("HOURS", "6"))) == 1
    assert lacks("COM22", said.replace("HOURS", "8")) == ("community.rituals[Vote].minutes",)


def test_a_ledger_is_judged_by_its_last_quarter():
    days = ["2026-01-05", "2026-04-20", "2026-04-27"]
    assert found("COM02", "community: {type: basic}", attendance(*days, end="2026-05-01")) == []


def test_the_events_and_answers_of_a_simulated_year_are_seen():
    said = quillwork()
    ledger = simulate(said, 12, seed=1)
    words = {one.rule.id: one.word for one in review(said, ledger, select="COM02,COM17").outcomes}
    assert words == {"COM02": "ok", "COM17": "ok"}
