"""Communities: who is active, how often, how engaged, how happy, and how many get going."""

from itertools import product
from math import factorial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.ledger import Ledger, empty_ledger
from ecotools.metrics import community


def did(*rows):
    """Activity out of (customer, day, action, count); what is left out is one visit."""
    filled = [(*row, *("visit", 1)[len(row) - 2 :]) for row in rows]
    table = pd.DataFrame(filled, columns=["customer_id", "day", "action", "count"])
    return table.assign(day=pd.to_datetime(table["day"]))


activities = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 89)), min_size=1, max_size=40).map(
    lambda rows: did(*[(who, pd.Timestamp("2025-01-01") + pd.Timedelta(days=day)) for who, day in rows])
)


class TestActiveUsers:
    def test_everyone_is_counted_once_a_period(self):
        activity = did((1, "2025-01-01"), (1, "2025-01-01", "post"), (1, "2025-01-20"), (2, "2025-02-03"))
        assert community.active_users(activity, "M").tolist() == [1, 1]
        assert community.active_users(activity, "D").sum() == 3
        assert community.active_users(activity, "W").sum() == 3

    def test_a_period_without_anybody_is_there_with_zero(self):
        activity = did((1, "2025-01-01"), (1, "2025-04-01"))
        assert community.active_users(activity).tolist() == [1, 0, 0, 1]

    def test_a_ledger_says_which_months_it_covers(self):
        ledger = Ledger(activity=did((1, "2025-02-01")), start="2025-01-01", end="2025-04-01")
        counts = community.active_users(ledger)
        assert counts.tolist() == [0, 1, 0]
        assert counts.index.astype(str).tolist() == ["2025-01", "2025-02", "2025-03"]

    def test_start_and_end_choose_the_periods(self):
        activity = did((1, "2025-01-01"), (1, "2025-04-01"))
        assert community.active_users(activity, start="2025-03-01", end="2025-05").tolist() == [0, 1, 0]
        with pytest.raises(ValueError, match="end must not be before start"):
            community.active_users(activity, start="2025-03-01", end="2025-01-01")

    def test_only_the_actions_asked_for_count(self):
        activity = did((1, "2025-01-01", "visit"), (2, "2025-01-02", "post"))
        assert community.active_users(activity, actions=["post", "comment"]).tolist() == [1]
        assert community.active_users(activity, actions="visit").tolist() == [1]
        with pytest.raises(ValueError, match="Did you mean 'post'"):
            community.active_users(activity, actions=["posts"])

    def test_nothing_at_all_gives_no_periods(self):
        assert community.active_users(empty_ledger()).empty
        assert community.active_users(did()).empty
        assert community.active_users(empty_ledger(start="2025-01-01", end="2025-03-01")).tolist() == [0, 0]

    def test_bad_tables_are_refused_by_name(self):
        activity = did((1, "2025-01-01"))
        with pytest.raises(ValueError, match=r"activity needs the column 'day'"):
            community.active_users(activity.rename(columns={"day": "date"}))
        with pytest.raises(ValueError, match=r"activity.day has the time zone UTC"):
            community.active_users(activity.assign(day=activity["day"].dt.tz_localize("UTC")))
        with pytest.raises(TypeError, match=r"activity.day must hold days"):
            community.active_users(activity.assign(day="2025-01-01"))
        with pytest.raises(ValueError, match="activity: day is missing in row 0"):
            community.active_users(activity.assign(day=pd.NaT))
        with pytest.raises(TypeError, match="activity must be a pandas DataFrame"):
            community.active_users([1, 2])
        with pytest.raises(ValueError, match="freq must be one of"):
            community.active_users(activity, "month")

    @given(activities)
    def test_days_are_never_fewer_than_weeks_and_weeks_than_months(self, activity):
        daily, weekly, monthly = (community.active_users(activity, freq).sum() for freq in "DWM")
        assert daily >= weekly
        assert daily >= monthly
        assert monthly >= activity["customer_id"].nunique()


class TestStickiness:
    def test_it_is_mean_daily_users_over_monthly_users(self):
        activity = did((1, "2025-04-01"), (1, "2025-04-02"), (1, "2025-04-02", "post"), (2, "2025-04-02"))
        daily = community.active_users(activity, "D", start="2025-04-01", end="2025-05-01")
        rate = community.stickiness(activity, at="2025-04-30")
        assert rate == pytest.approx(daily.mean() / 2)
        assert rate.definition.startswith("mean daily active users / users active in the window, 30 days")

    @given(activities, st.integers(1, 60))
    def test_times_the_days_of_the_window_it_is_the_mean_number_of_active_days(self, activity, window):
        last = activity["day"].max()
        rate = community.stickiness(activity, window)
        inside = activity[activity["day"] > last - pd.Timedelta(days=window)]
        assert rate * window == pytest.approx(inside.groupby("customer_id")["day"].nunique().mean())
        assert 0 < rate <= 1

    def test_who_comes_every_day_gives_one(self):
        activity = did(*[(1, day) for day in pd.date_range("2025-02-01", "2025-02-28")])
        assert community.stickiness(activity) == 1
        assert community.stickiness(activity, 28) == 1

    def test_days_that_a_ledger_does_not_cover_are_no_days_of_the_window(self):
        activity = did(*[(1, day) for day in pd.date_range("2025-02-01", "2025-02-10")])
        ledger = Ledger(activity=activity, start="2025-02-01", end="2025-02-11")
        assert community.stickiness(ledger) == 1
        assert community.stickiness(activity) == pytest.approx(10 / 28)
        with pytest.raises(ValueError, match="at must not lie beyond the ledger"):
            community.stickiness(ledger, at="2025-05-01")

    def test_nobody_active_is_nan_with_a_reason(self):
        assert community.stickiness(did()).reason == "there is no activity"
        ledger = Ledger(activity=did((1, "2025-01-05")), start="2025-01-01", end="2025-03-01")
        assert community.stickiness(ledger).reason == "nobody was active from 2025-02-01 to 2025-02-28"

    def test_bad_windows_are_refused(self):
        activity = did((1, "2025-01-01"))
        with pytest.raises(ValueError, match="Did you mean 'month'"):
            community.stickiness(activity, "months")
        with pytest.raises(ValueError, match="window must be a whole number of days, 1 or more, not 0"):
            community.stickiness(activity, 0)
        with pytest.raises(ValueError, match="at has a time zone"):
            community.stickiness(activity, at=pd.Timestamp("2025-01-01", tz="UTC"))
        with pytest.raises(ValueError, match="at must be a day"):
            community.stickiness(activity, at="soon")


class TestEngagementScore:
    members = pd.DataFrame({"visit": [0, 4, 8, 80], "post": [0, 1, 2, 0]}, index=list("abcd"))
    targets = {"visit": 8, "post": 2}  # noqa: RUF012

    def test_nothing_is_zero_and_all_targets_reached_is_a_hundred(self):
        score = community.engagement_score(self.members, self.targets)
        assert score.to_dict() == {"a": 0, "b": 50, "c": 100, "d": 50}

    def test_only_the_proportions_of_the_weights_matter(self):
        few = community.engagement_score(self.members, self.targets, {"visit": 1, "post": 3})
        many = community.engagement_score(self.members, self.targets, {"visit": 25, "post": 75})
        assert few.tolist() == many.tolist() == [0, 50, 100, 25]
        assert few.attrs["definition"]["weights"] == {"visit": 0.25, "post": 0.75}

    def test_a_missing_value_gives_a_missing_score(self):
        score = community.engagement_score(self.members.astype(float).mask(self.members == 80), self.targets)
        assert score.isna().tolist() == [False, False, False, True]

    def test_an_empty_table_gives_no_scores(self):
        assert community.engagement_score(self.members.iloc[:0], self.targets).empty

    @pytest.mark.parametrize(
        ("targets", "weights", "message"),
        [
            ({}, None, "targets must say at least one column"),
            (
                {"visits": 8},
                None,
                r"table needs the column 'visits'; .* Did you mean 'visits' where it says 'visit'",
            ),
            ({"visit": 0}, None, r"targets\['visit'\] must be above zero, not 0"),
            ({"visit": 8}, {"vist": 1}, "Did you mean 'visit'"),
            ({"visit": 8, "post": 2}, {"visit": 1}, "weights lacks 'post'"),
            ({"visit": 8}, {"visit": -1}, r"weights\['visit'\] must be zero or more"),
            ({"visit": 8}, {"visit": 0}, "weights are all 0"),
        ],
    )
    def test_bad_settings_are_refused_by_name(self, targets, weights, message):
        with pytest.raises(ValueError, match=message):
            community.engagement_score(self.members, targets, weights)

    def test_a_negative_value_is_refused_with_its_row(self):
        with pytest.raises(ValueError, match=r"table\['post'\] must be zero or more; row 'b' has -1"):
            community.engagement_score(self.members.replace({"post": {1: -1}}), self.targets)

    def test_weights_in_a_list_are_refused(self):
        with pytest.raises(TypeError, match="weights must be a dict"):
            community.engagement_score(self.members, self.targets, [1, 2])

    @given(
        st.lists(st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)), min_size=1, max_size=8),
        st.floats(0.1, 100),
        st.floats(0, 10),
        st.floats(0.1, 10),
    )
    def test_it_lies_between_0_and_100_and_never_falls_when_someone_does_more(self, rows, target, one, other):
        table = pd.DataFrame(rows, columns=["visit", "post"])
        targets, weights = {"visit": target, "post": 3}, {"visit": one, "post": other}
        score = community.engagement_score(table, targets, weights)
        assert score.between(0, 100).all()
        assert (community.engagement_score(table + 1, targets, weights) >= score - 1e-9).all()

    def test_actions_are_added_up_by_member(self):
        activity = did(
            (1, "2025-01-01", "post", 2), (1, "2025-01-31", "post", 1), (2, "2025-02-01", "visit", 5)
        )
        table = community.actions_per_member(activity)
        assert table.to_dict() == {"post": {1: 3, 2: 0}, "visit": {1: 0, 2: 5}}
        january = community.actions_per_member(activity, "2025-01-01", "2025-02-01")
        assert january.to_dict() == {"post": {1: 3}}
        assert community.actions_per_member(empty_ledger()).empty


class TestEngagementSensitivity:
    members = TestEngagementScore.members
    targets = TestEngagementScore.targets

    def test_each_weight_is_changed_in_turn_and_the_rest_scaled(self):
        table = community.engagement_sensitivity(
            self.members, self.targets, {"visit": 1, "post": 3}, [0.5, 2]
        )
        assert table[["activity", "factor"]].values.tolist() == [
            ["visit", 0.5], ["visit", 2], ["post", 0.5], ["post", 2],
        ]  # fmt: skip
        assert table["weight"].round(4).tolist() == [0.1429, 0.4, 0.6, 0.8571]
        expected = community.engagement_score(self.members, self.targets, {"visit": 2, "post": 3}).mean()
        assert table["score"][1] == pytest.approx(expected)
        assert table["difference"][1] == pytest.approx(expected - 43.75)

    def test_a_factor_of_one_changes_nothing(self):
        table = community.engagement_sensitivity(self.members, self.targets, factors=[1])
        assert table["difference"].tolist() == pytest.approx([0, 0])
        assert table["rank_correlation"].tolist() == pytest.approx([1, 1])

    def test_without_the_only_activity_there_is_no_score(self):
        table = community.engagement_sensitivity(self.members, {"visit": 8}, factors=[0])
        assert table["score"].isna().all()

    def test_members_who_all_score_the_same_have_no_order(self):
        table = community.engagement_sensitivity(self.members.iloc[:1], self.targets)
        assert table["rank_correlation"].isna().all()

    def test_a_negative_factor_is_refused(self):
        with pytest.raises(ValueError, match="factors must be zero or more"):
            community.engagement_sensitivity(self.members, self.targets, factors=[-1])


def scores(promoters, passives, detractors):
    return [9] * promoters + [8] * passives + [3] * detractors


class TestNps:
    def test_it_is_promoters_less_detractors_per_hundred_answers(self):
        assert community.nps([10, 9, 8, 7, 6, 0])["nps"] == 0
        assert community.nps(scores(5, 3, 2))["nps"] == pytest.approx(30)
        assert community.nps(scores(0, 0, 3))["nps"] == -100

    def test_the_published_variance_is_the_one_used(self):
        """Var = (p + d - (p - d)^2) / n: definitions of Rocks (2016), by hand for 25 answers."""
        answer = community.nps(scores(10, 10, 5), method="wald")
        half = 1.959964 * np.sqrt((0.4 + 0.2 - 0.2**2) / 25) * 100
        assert answer[["nps", "low", "high"]].tolist() == pytest.approx([20, 20 - half, 20 + half], abs=1e-4)

    def test_the_adjusted_interval_is_walds_with_three_more_answers(self):
        """Pseudo-observations 0.75, 1.5, 0.75: the defaults of the R package NPS by B. Rocks.

        Four times the answers and the three more answers are whole: 3 promoters, 6 passives, 3 detractors.
        Their interval, for a fourth of the answers, is twice as wide.
        """
        adjusted = community.nps(scores(10, 12, 3))
        whole = community.nps(scores(43, 54, 15), method="wald")
        assert (adjusted["low"] + adjusted["high"]) / 2 == pytest.approx(whole["nps"])
        assert adjusted["high"] - adjusted["low"] == pytest.approx(2 * (whole["high"] - whole["low"]))

    def test_the_adjusted_interval_keeps_its_promise_where_walds_does_not(self):
        """Exact coverage over all samples of 12 from a community of 80 % promoters and 5 % detractors."""
        n, p, d = 12, 0.8, 0.05
        covered = {"adjusted_wald": 0.0, "wald": 0.0}
        for promoters, detractors in product(range(n + 1), repeat=2):
            if promoters + detractors > n:
                continue
            rest = n - promoters - detractors
            ways = factorial(n) / (factorial(promoters) * factorial(detractors) * factorial(rest))
            chance = ways * p**promoters * d**detractors * (1 - p - d) ** rest
            for method in covered:
                answer = community.nps(scores(promoters, rest, detractors), method=method)
                covered[method] += chance * (answer["low"] <= 75 <= answer["high"])
        assert covered["adjusted_wald"] > 0.93
        assert covered["wald"] < 0.9

    def test_when_all_agree_the_interval_still_has_a_width(self):
        assert community.nps(scores(5, 0, 0))["low"] < 100
        assert community.nps(scores(5, 0, 0), method="wald")["low"] == 100

    def test_a_higher_level_is_wider(self):
        wide, narrow = community.nps(scores(5, 3, 2), level=0.99), community.nps(scores(5, 3, 2), level=0.8)
        assert wide["low"] < narrow["low"] < 30 < narrow["high"] < wide["high"]

    def test_no_answers_give_nan_with_a_reason(self):
        answer = community.nps([])
        assert answer.isna().tolist() == [True, True, True, False]
        assert (answer["n"], answer.attrs["reason"]) == (0, "there are no answers")
        assert community.nps([np.nan, None])["n"] == 0

    def test_one_answer_is_an_answer(self):
        answer = community.nps([10])
        assert answer["nps"] == 100
        assert answer["low"] < 0

    @pytest.mark.parametrize(
        ("answers", "message"),
        [
            ([9, 11], "number 2 is 11"),
            ([9, -1], "number 2 is -1"),
            ([7.5], "number 1 is 7.5"),
            (["nine", 8, 12], r"number 1 is 'nine' \(and 1 more are wrong\)"),
        ],
    )
    def test_a_wrong_answer_is_named(self, answers, message):
        with pytest.raises(ValueError, match=message):
            community.nps(answers)

    def test_bad_settings_are_refused(self):
        with pytest.raises(ValueError, match=r"did you mean 0.95\?"):
            community.nps([9], level=95)
        with pytest.raises(ValueError, match="level must lie between 0 and 1"):
            community.nps([9], level=1)
        with pytest.raises(ValueError, match="Did you mean 'wald'"):
            community.nps([9], method="walt")

    @given(st.lists(st.integers(0, 10), min_size=1, max_size=50), st.sampled_from(["wald", "adjusted_wald"]))
    def test_the_interval_lies_within_bounds_and_turns_with_the_answers(self, answers, method):
        answer = community.nps(answers, method=method)
        assert -100 <= answer["low"] <= answer["high"] <= 100
        turned = {10: 0, 9: 0, 8: 8, 7: 7}
        other = community.nps([turned.get(score, 10) for score in answers], method=method)
        assert other[["nps", "low", "high"]].tolist() == pytest.approx(
            [-answer["nps"], -answer["high"], -answer["low"]]
        )

    def test_only_the_answers_to_the_nps_question_are_taken(self):
        surveys = pd.DataFrame(
            {
                "customer_id": [1, 1, 2],
                "day": pd.to_datetime(["2025-01-01"] * 3),
                "survey": ["nps", "psm", "nps"],
                "question": ["score", "cheap", "score"],
                "answer": [10.0, 20.0, 4.0],
            }
        )
        assert community.nps(community.nps_answers(surveys))["nps"] == 0
        assert community.nps_answers(empty_ledger()).empty


def dated(*rows):
    table = pd.DataFrame(rows, columns=["customer_id", "day"])
    return table.assign(day=pd.to_datetime(table["day"]))


class TestActivationRate:
    signups = dated((1, "2025-01-01"), (2, "2025-01-01"), (3, "2025-01-10"))

    def test_an_event_on_the_last_day_is_in_time_and_one_later_is_not(self):
        assert (
            community.activation_rate(self.signups, dated((1, "2025-01-08")), 7, until="2025-02-01") == 1 / 3
        )
        assert community.activation_rate(self.signups, dated((1, "2025-01-09")), 7, until="2025-02-01") == 0

    def test_users_who_are_too_young_do_not_count(self):
        rate = community.activation_rate(self.signups, dated((1, "2025-01-02")), 7, until="2025-01-17")
        assert rate == 0.5
        assert "2 users observed for 7 days (1 too young)" in rate.definition
        assert community.activation_rate(self.signups, dated(), 7, until="2025-01-18") == 0

    def test_events_before_the_signup_and_of_strangers_do_not_count(self):
        events = dated((3, "2025-01-09"), (9, "2025-01-02"))
        assert community.activation_rate(self.signups, events, 7, until="2025-02-01") == 0

    def test_a_users_first_signup_counts_and_several_events_count_once(self):
        signups = dated((1, "2025-01-20"), (1, "2025-01-01"))
        events = dated((1, "2025-01-03"), (1, "2025-01-04"), (1, "2025-01-21"))
        assert community.activation_rate(signups, events, 7, until="2025-02-01") == 1
        assert community.activation_rate(signups, dated((1, "2025-01-21")), 7, until="2025-02-01") == 0

    def test_the_same_day_is_a_window_of_zero(self):
        events = dated((1, "2025-01-01"), (2, "2025-01-02"))
        assert community.activation_rate(self.signups, events, 0, until="2025-02-01") == 1 / 3

    def test_nobody_to_judge_is_nan_with_a_reason(self):
        assert community.activation_rate(dated(), dated(), 7).reason == "nobody signed up"
        rate = community.activation_rate(self.signups, dated(), 30)
        assert rate.reason == "nobody signed up 30 days ago or earlier"

    def test_ids_may_be_text(self):
        signups = dated(("a", "2025-01-01"), ("b", "2025-01-01"))
        assert community.activation_rate(signups, dated(("b", "2025-01-02")), 7, until="2025-02-01") == 0.5

    def test_bad_arguments_are_refused_by_name(self):
        with pytest.raises(ValueError, match="until must be after the last event"):
            community.activation_rate(self.signups, dated((1, "2025-01-08")), 7, until="2025-01-05")
        with pytest.raises(ValueError, match="within must be a whole number of days, 0 or more, not -1"):
            community.activation_rate(self.signups, dated(), -1)
        with pytest.raises(ValueError, match="events needs the column 'day'"):
            community.activation_rate(self.signups, self.signups.rename(columns={"day": "date"}), 7)
        with pytest.raises(ValueError, match=r"signups.day has the time zone UTC"):
            zoned = self.signups.assign(day=self.signups["day"].dt.tz_localize("UTC"))
            community.activation_rate(zoned, dated(), 7)

    @given(
        st.lists(st.tuples(st.integers(1, 5), st.integers(0, 40)), min_size=1, max_size=20),
        st.integers(0, 10),
    )
    def test_a_longer_window_never_activates_fewer_of_the_same_people(self, events, within):
        signups = dated(*[(who, "2025-01-01") for who in range(1, 6)])
        later = dated(*[(who, pd.Timestamp("2025-01-01") + pd.Timedelta(days=day)) for who, day in events])
        short, long = (
            community.activation_rate(signups, later, days, until="2025-03-01")
            for days in (within, within + 5)
        )
        assert 0 <= short <= long <= 1


def test_truth_values_are_no_answers():
    for scores in ([True], [10, False], pd.Series([True, True])):
        with pytest.raises(
            ValueError, match=r"scores must be whole numbers from 0 to 10; number . is (True|False)"
        ):
            community.nps(scores)


def test_an_action_of_nobody_is_refused_and_not_counted():
    activity = did((1, "2025-01-01"), (None, "2025-01-02"))
    for measure in (community.active_users, community.stickiness, community.actions_per_member):
        with pytest.raises(ValueError, match="activity: customer_id is missing in row 1"):
            measure(activity.assign(action="visit", count=1))
