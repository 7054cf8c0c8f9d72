"""A health index, rituals and their hours, live events over time zones, and what a community returns."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.data import quillwork
from ecotools.metrics import community, effects

MONTHS = pd.DataFrame(
    {"active": [0.1, 0.2, 0.3], "hours": [40, 10, 2], "posts": [50, 40, 10]}, index=["May", "June", "July"]
)
SCALES = {"active": (0, 0.25), "hours": (48, 2), "posts": (0, 60)}
ZONES = pd.DataFrame(
    {
        "zone": ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Europe/Berlin"],
        "members": [30, 40, 20, 10],
    }
)
RITUALS = pd.DataFrame(
    [("Prompt", "daily", 10, "host"), ("Q&A", "weekly", 90, "founder"), ("Meetup", "monthly", 130, "host")],
    columns=["name", "cadence", "minutes", "owner"],
)


class TestHealth:
    def test_it_is_the_weighted_mean_of_how_far_each_measure_is_on_its_scale(self):
        table = community.health_index(MONTHS, SCALES, {"active": 2, "hours": 1, "posts": 1})
        assert table.loc["May", "health"] == pytest.approx(50 * 0.4 + 25 * 8 / 46 + 25 * 50 / 60)
        assert np.allclose(table["health"], table[list(SCALES)].sum(axis=1))

    def test_beyond_the_ends_of_a_scale_nothing_is_added_or_taken(self):
        table = community.health_index(pd.DataFrame({"hours": [99, 0]}), {"hours": (48, 2)})
        assert table["health"].tolist() == [0, 100]

    def test_a_missing_measure_leaves_the_index_missing(self):
        assert np.isnan(community.health_index(MONTHS.assign(posts=np.nan), SCALES)["health"]).all()

    def test_where_weights_may_not_move_the_index_stays_where_it_is(self):
        table = community.health_sensitivity(MONTHS, SCALES, spread=0, draws=10)
        assert np.allclose(table["lowest"], table["health"])
        assert np.allclose(table["highest"], table["health"])

    @settings(max_examples=15, deadline=None)
    @given(st.floats(0, 1), st.integers(0, 100))
    def test_the_index_lies_between_its_ends_and_somebody_is_the_best(self, spread, seed):
        table = community.health_sensitivity(MONTHS, SCALES, spread=spread, draws=300, seed=seed)
        assert (table["lowest"] <= table["health"] + 12).all()
        assert (table["lowest"] <= table["highest"] + 1e-9).all()
        assert table["best"].sum() == pytest.approx(1)

    def test_one_that_leads_in_everything_is_the_best_whatever_the_weights(self):
        table = pd.DataFrame({"active": [0.1, 0.2], "hours": [40, 10], "posts": [10, 40]})
        assert community.health_sensitivity(table, SCALES, spread=1)["best"].tolist() == [0, 1]

    @pytest.mark.parametrize(
        ("scales", "weights", "said"),
        [
            ({}, None, "scales must say"),
            ({"aktive": (0, 1)}, None, "active"),
            ({"active": (1, 1)}, None, "two different ends"),
            ({"active": 0.25}, None, "values for 0 and for 100"),
            ({"active": (0, 1)}, {"posts": 1}, "weights"),
            ({"active": (0, 1)}, {"active": 0}, "all 0"),
        ],
    )
    def test_settings_that_do_not_fit_are_refused(self, scales, weights, said):
        with pytest.raises((TypeError, ValueError), match=said):
            community.health_index(MONTHS, scales, weights)


class TestRituals:
    def test_minutes_become_hours_a_week_by_cadence_and_owner(self):
        table = community.ritual_hours(RITUALS, {"host": 2, "founder": 1.5})
        assert table.loc["host", "hours"] == pytest.approx(7 * 10 / 60 + 130 / 60 * 12 / 52)
        assert table.loc["founder", "share"] == 1
        assert table.loc["together", "left"] == pytest.approx(3.5 - table.loc["together", "hours"])

    def test_hours_that_nobody_named_are_missing_not_zero(self):
        table = community.ritual_hours(RITUALS, {"host": 2})
        assert np.isnan(table.loc["founder", "available"])
        assert np.isnan(table.loc["together", "share"])

    def test_it_agrees_with_the_rule_about_the_hours(self):
        """COM22 sums the same rituals."""
        rituals = [one for one in quillwork().community.rituals if one.minutes and one.cadence]
        table = pd.DataFrame([one.model_dump() for one in rituals]).assign(owner="team")
        per_week = {"daily": 7, "weekly": 1, "monthly": 12 / 52, "quarterly": 4 / 52, "yearly": 1 / 52}
        expected = sum(one.minutes / 60 * per_week[one.cadence] for one in rituals)
        assert community.ritual_hours(table).loc["together", "hours"] == pytest.approx(expected)

    def test_a_calendar_has_each_ritual_on_its_days(self):
        table = community.ritual_calendar(
            RITUALS.assign(weekday=["Monday", "Tuesday", "Friday"]), "2025-01-01", 52
        )
        days = table.groupby("name")["day"]
        assert days.size().to_dict() == {"Meetup": 12, "Prompt": 364, "Q&A": 52}
        meetups = table[table["name"] == "Meetup"]["day"]
        assert (meetups.dt.day <= 7).all()
        assert (meetups.dt.day_of_week == 4).all()

    def test_a_year_of_weeks_takes_the_average_hours(self):
        found = community.ritual_calendar(RITUALS, "2025-01-06", 52)
        weekly = found["minutes"].sum() / 60 / 52
        assert weekly == pytest.approx(community.ritual_hours(RITUALS).loc["together", "hours"], rel=0.02)

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"cadence": "fortnightly"}, "cadence must be one of"),
            ({"minutes": -5}, "minutes is below zero"),
            ({"owner": None}, "owner is missing"),
            ({"weekday": "Fryday"}, "Did you mean 'Friday'"),
        ],
    )
    def test_rituals_that_cannot_be_planned_are_refused(self, change, said):
        with pytest.raises((TypeError, ValueError), match=said):
            community.ritual_calendar(RITUALS.assign(**change), "2025-01-01")


class TestLive:
    def test_the_share_at_an_hour_counts_who_is_awake_for_all_of_it(self):
        """At 18:00 in Berlin it is noon in New York and 2 at night in Tokyo."""
        table = community.live_times(ZONES, "2025-01-15", zone="Europe/Berlin").set_index("start")
        assert table.loc["18:00", ["members", "zones"]].tolist() == [80, 2]
        assert table.loc["21:00", "members"] == 80
        assert table.loc["22:00", "members"] == 40

    def test_summer_time_moves_an_hour_where_only_one_side_has_it(self):
        """New York changes its clocks on 9 March 2025, Berlin on 30 March."""
        times = [
            community.live_times(ZONES[:2], day, zone="Europe/Berlin", awake=(9, 22)).set_index("start")[
                "members"
            ]
            for day in ("2025-03-01", "2025-03-20", "2025-04-10")
        ]
        assert [each["14:00"] for each in times] == [30, 70, 30]

    def test_rows_of_one_zone_are_added_up(self):
        assert community.live_times(ZONES, "2025-01-15")["members"].max() <= ZONES["members"].sum()

    def test_two_times_reach_those_who_sleep_through_the_first(self):
        one, two = (community.best_times(ZONES, "2025-01-15", events) for events in (1, 2))
        assert one.attrs["share"] == 0.8
        assert two.attrs["share"] == 1
        assert two["new"].sum() == 100

    def test_more_events_never_reach_fewer(self):
        zones = pd.DataFrame(
            {"zone": ["Pacific/Auckland", "Europe/London", "America/Denver"], "members": [1, 2, 3]}
        )
        shares = [
            community.best_times(zones, "2025-06-01", n, awake=(18, 22)).attrs["share"] for n in (1, 2, 3)
        ]
        assert shares == sorted(shares)
        assert shares[-1] == 1

    def test_hours_in_common_are_the_same_from_both_sides(self):
        for one, other in (("Europe/Berlin", "Asia/Kolkata"), ("America/Denver", "Asia/Tokyo")):
            there = community.hours_in_common(other, one, "2025-01-15")
            assert community.hours_in_common(one, other, "2025-01-15") == there
        assert community.hours_in_common("Europe/Berlin", "Asia/Kolkata", "2025-01-15") == 9.5

    @pytest.mark.parametrize(
        ("call", "said"),
        [
            (lambda: community.live_times(ZONES, "2025-01-15", zone="Europe/Berlim"), "Europe/Berlin"),
            (lambda: community.live_times(ZONES.assign(zone="Mars"), "2025-01-15"), "zone must be"),
            (lambda: community.live_times(ZONES.assign(members=-1), "2025-01-15"), "below zero"),
            (lambda: community.live_times(ZONES, "2025-01-15", minutes=900), "minutes must fit"),
            (lambda: community.live_times(ZONES, "2025-01-15", awake=(22, 8)), "awake must be"),
            (lambda: community.best_times(ZONES, "2025-01-15", 5), "4 or fewer"),
        ],
    )
    def test_what_cannot_be_is_refused(self, call, said):
        with pytest.raises(ValueError, match=said):
            call()


class TestRoi:
    def test_it_carries_the_interval_of_the_effect_through(self):
        table = community.community_roi(
            (0.1, 0.02, 0.18), members=400, value_of_staying=150, cost=4000, support_saved=1000
        )
        assert table.loc["net", "value"] == pytest.approx(400 * 0.1 * 150 + 1000 - 4000)
        for end, effect in (("low", 0.02), ("high", 0.18)):
            assert table.loc["roi", end] == pytest.approx((400 * effect * 150 - 3000) / 4000, abs=0.01)

    def test_a_doubt_about_the_value_makes_the_interval_wider(self):
        known, vague = (
            community.community_roi((0.1, 0.08, 0.12), members=400, value_of_staying=value, cost=4000)
            for value in (150, (75, 225))
        )
        assert vague.loc["net", "high"] - vague.loc["net", "low"] > 2 * (
            known.loc["net", "high"] - known.loc["net", "low"]
        )
        assert vague.loc["net", "value"] == known.loc["net", "value"]

    def test_it_takes_a_row_of_the_estimates(self):
        people = effects.example()
        naive, honest = effects.naive(people), effects.stratified(people, "busy_days")
        rois = [
            community.community_roi(each, members=500, value_of_staying=100, cost=5000).loc["roi"]
            for each in (naive, honest)
        ]
        assert rois[0]["low"] > 0 > rois[1]["low"]

    def test_an_effect_that_is_missing_leaves_the_return_missing_with_its_reason(self):
        nobody = effects.naive(pd.DataFrame({"joined": [0, 0], "stayed": [1, 0]}))
        table = community.community_roi(nobody, members=10, value_of_staying=5, cost=3)
        assert np.isnan(table.loc["roi", "value"])
        assert table.attrs["reason"] == "nobody joined"

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"cost": 0}, "cost must be above zero"),
            ({"value_of_staying": (9, 1)}, "low end first"),
            ({"members": -1}, "members must be zero or more"),
            ({"effect": effects.estimates(effects.example().head(300), "busy_days")}, "one row"),
        ],
    )
    def test_what_cannot_be_reckoned_is_refused(self, change, said):
        given = {"effect": (0.1, 0, 0.2), "members": 10, "value_of_staying": 5, "cost": 3} | change
        with pytest.raises((TypeError, ValueError), match=said):
            community.community_roi(given.pop("effect"), **given)


class TestReach:
    @given(
        st.lists(
            st.tuples(st.sampled_from(["forum", "chat", "group"]), st.integers(1, 8)), min_size=1, max_size=30
        )
    )
    def test_nobody_counts_twice_together_and_everybody_somewhere(self, rows):
        members = pd.DataFrame(rows, columns=["platform", "customer_id"])
        table = community.platform_reach(members)
        platforms = table.drop(index="together")
        assert table.loc["together", "people"] == members["customer_id"].nunique()
        assert platforms["people"].sum() == table.attrs["counted"] == len(set(rows))
        assert platforms["only_here"].sum() == table.loc["together", "only_here"]
        assert (platforms["people"] <= table.loc["together", "people"]).all()

    def test_a_missing_platform_is_refused_by_name(self):
        with pytest.raises(ValueError, match="platform is missing in row 0"):
            community.platform_reach(pd.DataFrame({"platform": [None], "customer_id": [1]}))
