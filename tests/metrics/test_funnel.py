"""Funnels, against a slow and obvious reference and against the vendors' worked examples."""

import math
from collections import defaultdict
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import mean, median

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics.funnel import funnel, funnel_by_month, leak, reached

START = datetime(2025, 1, 1)
STEPS = ["A", "B", "C"]


def events(*rows, user=1):
    """One visitor's events from (hours after the start, step) pairs."""
    return table([(user, hour / 24, step) for hour, step in rows])


def table(rows):
    frame = pd.DataFrame(rows, columns=["customer_id", "day", "stage"])
    frame["day"] = pd.to_datetime([START + timedelta(days=day) for day in frame["day"]])
    return frame


def counts(result):
    return result["n"].tolist()


# --- the slow reference -------------------------------------------------------------------------------------


def slow_funnel(rows, steps, order, window, count_by, reentry):
    """Times of every entry, visitor by visitor, one list of (day or None) an entry."""
    by_visitor = defaultdict(list)
    for row in rows:
        by_visitor[row[0]].append(row[1:])
    entries = []
    for visits in by_visitor.values():
        visits = in_turn(visits, steps)
        opens = [i for i, (_, step) in enumerate(visits) if step == steps[0]]
        if count_by == "event":
            over = -1
            while later := [i for i in opens if i > over]:
                matched = slow_entry(visits, steps, order, window, later[0], floor=over)
                entries.append(matched)
                over = slow_over(visits, order, window, matched)
        else:
            tried = [slow_entry(visits, steps, order, window, i, floor=-1) for i in opens]
            if not reentry:
                tried = tried[:1]
            if tried:
                entries.append(min(tried, key=lambda m: (-reach(m), max(places(m)), -m[0][0])))
    return [[None if place is None else place[1] for place in entry] for entry in entries]


def in_turn(visits, steps):
    """By time; at one time by step, each once, and other events only where there is no step."""
    days = defaultdict(set)
    for day, step in visits:
        days[day].add(step)
    return [
        (day, step)
        for day in sorted(days)
        for step in [step for step in steps if step in days[day]] or ["other"]
    ]


def reach(matched):
    return len(places(matched))


def places(matched):
    return [place[0] for place in matched if place is not None]


def slow_entry(visits, steps, order, window, start, floor):
    matched = [(start, visits[start][0])]
    for step in steps[1:]:
        here = None
        if matched[-1] is not None:
            found = slow_matches(visits, step, order, window, start, matched[-1][0], floor)
            here = (found, visits[found][0]) if found is not None else None
        matched.append(here)
    return matched


def slow_matches(visits, step, order, window, start, previous, floor):
    begun = visits[start][0]
    fits = [
        i
        for i, (day, name) in enumerate(visits)
        if name == step and (window is None or abs(day - begun) <= window)
    ]
    if order == "any":
        fits = [i for i in fits if i > floor]
        return min(fits, key=lambda i: (abs(visits[i][0] - begun), i < start, abs(i - start)), default=None)
    if order == "exact":
        return previous + 1 if previous + 1 in fits else None
    return min((i for i in fits if i > previous), default=None)


def slow_over(visits, order, window, matched):
    if order == "exact" or None not in matched:
        return max(places(matched))
    limit = math.inf if window is None else matched[0][1] + window
    return max(i for i, (day, _) in enumerate(visits) if day <= limit)


def slow_table(entries, steps):
    rows = []
    for k in range(len(steps)):
        there = [entry for entry in entries if entry[k] is not None]
        days = [max(abs(day - entry[0]) for day in entry[: k + 1]) for entry in there]
        rows.append((len(there), median(days) if days else math.nan, mean(days) if days else math.nan))
    return rows


visits = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 12), st.sampled_from(["A", "B", "C", "other"])), max_size=24
)
windows = st.sampled_from([None, 0, 1, 3, 7])
orders = st.sampled_from(["ordered", "any", "exact"])
few = settings(max_examples=25)
ways = st.sampled_from([("visitor", False), ("visitor", True), ("event", False)])


def with_all_steps(rows):
    """Add a visitor who does nothing but make every step's name known."""
    return [*rows, (99, 0, "C"), (99, 1, "B"), (99, 2, "A")]


@given(visits, windows, orders, ways)
def test_counts_rates_and_days_agree_with_following_each_visitor_by_hand(rows, window, order, way):
    rows = with_all_steps(rows)
    count_by, reentry = way
    result = funnel(table(rows), STEPS, order=order, window=window, count_by=count_by, reentry=reentry)
    expected = slow_table(slow_funnel(rows, STEPS, order, window, count_by, reentry), STEPS)
    assert counts(result) == [row[0] for row in expected]
    assert result["median_days"].tolist() == pytest.approx([row[1] for row in expected], nan_ok=True)
    assert result["mean_days"].tolist() == pytest.approx([row[2] for row in expected], nan_ok=True)
    assert (result["n"].diff().dropna() <= 0).all()
    assert result["lost"].sum() == result["n"].iloc[0] - result["n"].iloc[-1]
    if result["n"].iloc[1]:
        assert result["step_rate"].prod() == pytest.approx(result.attrs["overall_rate"])


@few
@given(visits, windows, st.booleans())
def test_exact_asks_for_more_than_ordered_and_ordered_for_more_than_any(rows, window, reentry):
    rows = with_all_steps(rows)
    exact, ordered, free = (
        funnel(table(rows), STEPS, order=order, window=window, reentry=reentry)["n"]
        for order in ("exact", "ordered", "any")
    )
    assert (exact <= ordered).all()
    assert (ordered <= free).all()


@few
@given(visits, orders, st.booleans())
def test_a_longer_window_never_loses_a_visitor(rows, order, reentry):
    rows = with_all_steps(rows)
    grown = [funnel(table(rows), STEPS, order=order, window=w, reentry=reentry)["n"] for w in (0, 2, 5, None)]
    for shorter, longer in pairwise(grown):
        assert (shorter <= longer).all()


@few
@given(visits, windows, orders, ways, st.randoms(use_true_random=False))
def test_shuffling_the_rows_changes_nothing(rows, window, order, way, random):
    listed = table(with_all_steps(rows)).assign(channel=[random.choice("xy") for _ in range(len(rows) + 3)])
    shuffled = listed.iloc[random.sample(range(len(listed)), len(listed))]
    settings = {"order": order, "window": window, "count_by": way[0], "reentry": way[1]}
    for by in (None, "channel"):
        one, other = (funnel(rows, STEPS, by=by, **settings) for rows in (listed, shuffled))
        pd.testing.assert_frame_equal(one, other, check_exact=True)
    ways_in = [reached(rows, STEPS, **settings) for rows in (listed, shuffled)]
    pd.testing.assert_frame_equal(*ways_in)


# --- worked examples ----------------------------------------------------------------------------------------


def test_the_window_runs_from_the_first_step_and_is_not_reset_by_a_repeat():
    """Mixpanel help 360029190092: A 1:00, A 1:30, B 1:45, C 2:15 with one hour converts to B, not to C."""
    example = events((1, "A"), (1.5, "A"), (1.75, "B"), (2.25, "C"))
    assert counts(funnel(example, STEPS, window="1 hour")) == [1, 1, 0]


def test_reentry_tries_the_later_first_step_too():
    """Mixpanel, funnels-advanced, "Optimized Re-entry": the same events convert."""
    example = events((1, "A"), (1.5, "A"), (1.75, "B"), (2.25, "C"))
    result = funnel(example, STEPS, window="1 hour", reentry=True)
    assert counts(result) == [1, 1, 1]
    assert result["median_days"].iloc[-1] == pytest.approx(0.75 / 24)


def test_of_several_first_steps_before_the_second_reentry_takes_the_last():
    """Mixpanel, funnels-advanced: in A, A^, A^^, B the funnel recorded is A^^, B."""
    example = events((0, "A"), (1, "A"), (2, "A"), (3, "B"))
    entry = reached(example, ["A", "B"], reentry=True)
    assert entry["A"].iloc[0] == pd.Timestamp("2025-01-01 02:00")


def test_other_events_may_come_between_but_not_in_exact_order():
    """Mixpanel 115004561926: A, B, F, C, D, E converts in loose order; A, B, C, E stops after C."""
    letters = list("ABCDE")
    loose = events(*enumerate("ABFCDE"))
    assert counts(funnel(loose, letters)) == [1, 1, 1, 1, 1]
    assert counts(funnel(loose, letters, order="exact")) == [1, 1, 0, 0, 0]
    known = loose.assign(stage=pd.Categorical(loose["stage"], categories=list("ABCDEF")))
    assert counts(funnel(known[known["stage"] != "D"], letters)) == [1, 1, 1, 0, 0]


def test_any_order_still_asks_for_the_first_step():
    """Amplitude, "How Amplitude computes funnels": later events without the first are not in the funnel."""
    rows = [(1, 0, "B"), (1, 1, "A"), (1, 2, "C"), (2, 0, "B"), (2, 1, "C")]
    assert counts(funnel(table(rows), STEPS, order="any")) == [1, 1, 1]
    assert counts(funnel(table(rows), STEPS)) == [1, 0, 0]


def test_four_searches_and_one_purchase_are_one_conversion():
    """Amplitude, "How Amplitude computes funnels": search x 4, add to cart records one conversion."""
    example = events(*[(hour, "search") for hour in range(4)], (4, "cart"))
    assert counts(funnel(example, ["search", "cart"], count_by="event")) == [1, 1]


def test_counting_events_enters_again_after_a_conversion_and_after_the_window():
    rows = [(1, 0, "A"), (1, 1, "B"), (1, 2, "A"), (1, 3, "A"), (1, 12, "A"), (1, 13, "B")]
    assert counts(funnel(table(rows), ["A", "B"], window=7, count_by="event")) == [3, 2]
    assert counts(funnel(table(rows), ["A", "B"], window=7)) == [1, 1]


def test_an_event_is_used_by_one_entry_only_in_any_order():
    rows = [(1, 0, "A"), (1, 1, "B"), (1, 2, "A")]
    assert counts(funnel(table(rows), ["A", "B"], order="any", window=7, count_by="event")) == [2, 1]


def test_rates_losses_and_days_are_those_of_a_hand_worked_funnel():
    rows = [(user, 0, "A") for user in range(10)] + [(user, 2, "B") for user in range(4)]
    rows += [(0, 3, "C"), (1, 7, "C")]
    result = funnel(table(rows), STEPS)
    assert result.columns.tolist() == [
        "step", "n", "step_rate", "cumulative_rate", "lost", "median_days", "mean_days",
    ]  # fmt: skip
    assert counts(result) == [10, 4, 2]
    assert result["step_rate"].tolist() == [1.0, 0.4, 0.5]
    assert result["cumulative_rate"].tolist() == [1.0, 0.4, 0.2]
    assert result["lost"].tolist() == [0, 6, 2]
    assert result["median_days"].tolist() == [0, 2, 5]
    assert result.attrs["overall_rate"] == 0.2
    assert result.attrs["overall_rate"].unit == "fraction"
    assert result.attrs["definition"]["window_days"] is None


# --- ties, windows, duplicates ------------------------------------------------------------------------------


def test_events_of_the_same_day_count_in_the_order_of_the_steps():
    """Amplitude, "How Amplitude handles simultaneous events": either order is taken as correct."""
    assert counts(funnel(table([(1, 0, "A"), (1, 0, "B")]), ["A", "B"])) == [1, 1]
    assert counts(funnel(table([(1, 0, "B"), (1, 0, "A")]), ["A", "B"])) == [1, 1]


def test_an_event_beside_the_funnel_on_the_day_of_a_step_does_not_come_between():
    """Amplitude, the same page: who also does something else at that moment is still converted."""
    for rows in [(0, "A"), (0, "other"), (24, "B")], [(0, "A"), (24, "other"), (24, "B")]:
        assert counts(funnel(events(*rows), ["A", "B"], order="exact")) == [1, 1]
    later = events((0, "A"), (24, "other"), (48, "B"))
    assert counts(funnel(later, ["A", "B"], order="exact")) == [1, 0]


def test_two_events_of_one_step_on_one_day_are_one():
    """Amplitude, the same page: of the same events at the same moment only one counts."""
    rows = table([(1, 0, "A"), (1, 0, "A"), (1, 0, "B"), (1, 0, "B")])
    assert counts(funnel(rows, ["A", "B"], order="exact")) == [1, 1]
    assert counts(funnel(rows, ["A", "B"], count_by="event")) == [1, 1]


def test_a_window_of_zero_asks_for_the_same_day():
    rows = [(1, 0, "A"), (1, 0, "B"), (2, 0, "A"), (2, 1, "B")]
    assert counts(funnel(table(rows), ["A", "B"], window=0)) == [2, 1]


def test_a_window_includes_its_last_day():
    rows = [(1, 0, "A"), (1, 7, "B")]
    assert counts(funnel(table(rows), ["A", "B"], window=7)) == [1, 1]
    assert counts(funnel(table(rows), ["A", "B"], window=6)) == [1, 0]


@pytest.mark.parametrize(
    "window", [1, 1.0, np.int64(1), "1 day", "24h", timedelta(days=1), pd.Timedelta(1, "D")]
)
def test_a_window_is_days_or_any_length_of_time(window):
    rows = [(1, 0, "A"), (1, 1, "B"), (2, 0, "A"), (2, 2, "B")]
    result = funnel(table(rows), ["A", "B"], window=window)
    assert counts(result) == [2, 1]
    assert result.attrs["definition"]["window_days"] == 1


def test_a_window_of_more_than_a_century_is_no_limit():
    assert counts(funnel(table([(1, 0, "A"), (1, 900, "B")]), ["A", "B"], window=1e12)) == [1, 1]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_dates_of_every_resolution_give_the_same_funnel(unit):
    rows = table([(1, 0, "A"), (1, 7, "B"), (2, 0, "A"), (2, 8, "B")])
    rows["day"] = rows["day"].dt.as_unit(unit)
    assert counts(funnel(rows, ["A", "B"], window=7)) == [2, 1]


def test_duplicate_rows_do_not_count_a_visitor_twice():
    rows = [(1, 0, "A"), (1, 1, "B"), (2, 0, "A")]
    assert counts(funnel(table(rows * 3), ["A", "B"])) == [2, 1]


def test_text_ids_and_categorical_stages_work_as_numbers_and_text_do():
    rows = table([(1, 0, "A"), (1, 1, "B"), (2, 0, "A")])
    dressed = rows.assign(
        customer_id="v" + rows["customer_id"].astype(str), stage=rows["stage"].astype("category")
    )
    assert counts(funnel(dressed, ["A", "B"])) == counts(funnel(rows, ["A", "B"])) == [2, 1]


def test_columns_of_other_names_can_be_used():
    rows = table([(1, 0, "A"), (1, 1, "B")]).set_axis(["who", "when", "what"], axis=1)
    assert counts(funnel(rows, ["A", "B"], user="who", time="when", step="what")) == [1, 1]


def test_the_events_given_are_left_as_they_were():
    rows = table([(2, 1, "B"), (1, 0, "A")])
    before = rows.copy(deep=True)
    funnel(rows, ["A", "B"], window=1, order="any", count_by="event")
    pd.testing.assert_frame_equal(rows, before)


# --- nothing to count ---------------------------------------------------------------------------------------


def test_no_events_give_zeros_and_rates_that_say_why_they_are_missing():
    empty = pd.DataFrame({"customer_id": [], "day": [], "stage": []})
    result = funnel(empty, STEPS, window=3)
    assert counts(result) == [0, 0, 0]
    assert result[["step_rate", "cumulative_rate", "median_days"]].isna().all(axis=None)
    assert math.isnan(result.attrs["overall_rate"])
    assert result.attrs["overall_rate"].reason == "no visitor reached the first step 'A'"


def test_a_step_after_nobody_has_no_rate():
    rows = table([(1, 0, "A"), (2, 0, "B"), (2, 1, "C")])
    result = funnel(rows, STEPS)
    assert counts(result) == [1, 0, 0]
    assert result["step_rate"].iloc[1] == 0
    assert math.isnan(result["step_rate"].iloc[2])
    assert result.attrs["overall_rate"] == 0


def test_a_stage_of_the_journey_that_nobody_has_reached_yet_counts_zero():
    rows = table([(1, 0, "awareness")])
    assert counts(funnel(rows, ["awareness", "referral"])) == [1, 0]


def test_one_step_alone_is_a_count():
    result = funnel(table([(1, 0, "A"), (2, 0, "A")]), ["A"])
    assert counts(result) == [2]
    assert result.attrs["overall_rate"] == 1


# --- segments -----------------------------------------------------------------------------------------------


def test_a_visitor_belongs_to_the_segment_of_their_first_step():
    """Amplitude, "How Amplitude computes funnels": segmentation applies to the first step."""
    rows = table([(1, 0, "A"), (1, 1, "B"), (2, 0, "A")]).assign(channel=["search", "mail", "mail"])
    result = funnel(rows, ["A", "B"], by="channel")
    assert result.columns[0] == "channel"
    assert result.set_index(["channel", "step"])["n"].to_dict() == {
        ("mail", "A"): 1, ("mail", "B"): 0, ("search", "A"): 1, ("search", "B"): 1,
    }  # fmt: skip
    assert result.attrs["overall_rate"] == {"mail": 0.0, "search": 1.0}


@few
@given(visits, windows, orders)
def test_the_segments_add_up_to_the_whole(rows, window, order):
    rows = table(with_all_steps(rows))
    rows["channel"] = np.where(rows["day"].dt.day % 2, "odd", "even")
    whole = funnel(rows, STEPS, window=window, order=order)
    parts = funnel(rows, STEPS, window=window, order=order, by="channel")
    assert parts.groupby("step")["n"].sum().reindex(STEPS).tolist() == counts(whole)


def test_segments_of_no_events_are_an_empty_table_with_the_same_columns():
    empty = table([]).assign(channel=pd.Series(dtype=str))
    result = funnel(empty, ["A"], by="channel")
    assert result.empty
    assert result.columns[:3].tolist() == ["channel", "step", "n"]


def test_visitors_without_a_segment_are_kept():
    rows = table([(1, 0, "A"), (2, 0, "A")]).assign(channel=["mail", None])
    assert funnel(rows, ["A"], by="channel")["n"].sum() == 2


# --- months -------------------------------------------------------------------------------------------------


def months(result, step):
    return result[result["step"] == step].set_index(result["month"].astype(str)[result["step"] == step])


def test_each_month_has_the_funnel_of_those_who_entered_in_it():
    rows = [(1, 0, "A"), (1, 40, "B"), (2, 5, "A"), (3, 35, "A"), (3, 36, "B")]
    result = funnel_by_month(table(rows), ["A", "B"], window=45, until="2025-06-01")
    assert months(result, "B")["n"].to_dict() == {"2025-01": 1, "2025-02": 1}
    assert months(result, "B")["step_rate"].to_dict() == {"2025-01": 0.5, "2025-02": 1.0}
    assert (result["reason"] == "").all()


def test_a_month_whose_window_is_not_over_has_counts_but_no_rates():
    rows = [(1, 0, "A"), (1, 1, "B"), (2, 31, "A"), (2, 32, "B")]
    result = funnel_by_month(table(rows), ["A", "B"], window=14, until="2025-03-14")
    february = months(result, "B").loc["2025-02"]
    assert february["n"] == 1
    assert february[["step_rate", "cumulative_rate", "lost", "median_days", "mean_days"]].isna().all()
    assert (
        february["reason"] == "too young: 2025-02 can be read from 2025-03-15 on, observed until 2025-03-14"
    )
    assert months(result, "A").loc["2025-02", "step_rate"] == 1


def test_a_month_is_ripe_on_the_day_its_last_window_ends():
    rows = [(2, 31, "A"), (2, 32, "B")]
    result = funnel_by_month(table(rows), ["A", "B"], window=14, until="2025-03-15")
    assert (result["reason"] == "").all()


def test_a_month_without_newcomers_is_shown_and_says_so():
    rows = [(1, 0, "A"), (1, 1, "B"), (2, 70, "A")]
    result = funnel_by_month(table(rows), ["A", "B"], window=1, until="2026-01-01")
    assert months(result, "B")["n"].to_dict() == {"2025-01": 1, "2025-02": 0, "2025-03": 0}
    assert months(result, "B").loc["2025-02", "reason"] == "nobody entered in this month"
    assert math.isnan(months(result, "A").loc["2025-02", "step_rate"])


def test_the_last_event_says_until_when_was_observed_if_nobody_else_does():
    rows = [(1, 0, "A"), (2, 40, "A")]
    result = funnel_by_month(table(rows), ["A"], window=9)
    assert result.attrs["definition"]["until"] == "2025-02-11"


def test_no_events_give_no_months():
    result = funnel_by_month(table([]), ["A", "B"], window=9)
    assert result.empty
    assert result.columns[0] == "month"
    assert result.columns[-1] == "reason"


@few
@given(visits, orders)
def test_the_months_add_up_to_the_whole_funnel(rows, order):
    rows = table([(user, day * 9, step) for user, day, step in with_all_steps(rows)])
    by_month = funnel_by_month(rows, STEPS, window=20, order=order)
    whole = funnel(rows, STEPS, window=20, order=order)
    assert by_month.groupby("step")["n"].sum().reindex(STEPS).tolist() == counts(whole)


def test_a_month_by_month_funnel_asks_for_a_window():
    with pytest.raises(ValueError, match=r"needs a window.*older months"):
        funnel_by_month(table([(1, 0, "A")]), ["A"], window=None)


@pytest.mark.parametrize(
    ("until", "message"),
    [
        ("2025-01-01", "until must be after the last event"),
        ("2025-02-01T00:00Z", "until must be a day such as"),
    ],
)
def test_an_end_that_cannot_be_is_refused(until, message):
    with pytest.raises(ValueError, match=message):
        funnel_by_month(table([(1, 3, "A")]), ["A"], window=1, until=until)


# --- leaks --------------------------------------------------------------------------------------------------


def counted(*n):
    steps = ["awareness", "consideration", "purchase", "activation"][: len(n)]
    rows = [
        (user, k, step) for k, (step, size) in enumerate(zip(steps, n, strict=True)) for user in range(size)
    ]
    return funnel(table(rows), steps)


def test_the_leak_is_the_step_with_the_lowest_rate():
    found = leak(counted(100, 40, 10, 8))
    assert found["step"] == "purchase"
    assert (found["after"], found["n_before"], found["n"], found["lost"]) == ("consideration", 40, 10, 30)
    assert found["step_rate"] == 0.25
    assert math.isnan(found["lost_against_expected"])


def test_against_expected_rates_the_leak_is_where_most_visitors_are_missing():
    expected = {"consideration": 0.5, "purchase": 0.25, "activation": 0.9}
    found = leak(counted(100, 40, 10, 8), expected=expected)
    assert found["step"] == "consideration"
    assert found["lost_against_expected"] == pytest.approx(10)
    assert found["expected_rate"] == 0.5


def test_only_the_steps_with_an_expected_rate_are_judged():
    assert leak(counted(100, 40, 10, 8), expected={"activation": 0.9})["step"] == "activation"


def test_a_funnel_that_keeps_its_rates_has_no_leak():
    found = leak(counted(100, 40, 10), expected={"consideration": 0.4, "purchase": 0.2})
    assert found["step"] is None
    assert found["reason"] == "no step loses more than expected"
    assert leak(counted(5, 5))["step"] is None


def test_a_funnel_without_visitors_has_no_leak_to_name():
    found = leak(funnel(table([]), ["A", "B"]))
    assert found["step"] is None
    assert "nobody entered" in found["reason"]


def test_of_equal_leaks_the_first_is_named():
    assert leak(counted(8, 4, 2))["step"] == "consideration"


def test_a_table_of_segments_has_no_single_leak():
    rows = table([(1, 0, "A"), (1, 1, "B")])
    both = pd.concat([funnel(rows, ["A", "B"])] * 2)
    with pytest.raises(ValueError, match="several funnels: pick one segment or month"):
        leak(both)


def test_a_leak_lies_between_two_steps():
    with pytest.raises(ValueError, match="one step"):
        leak(counted(4))


@pytest.mark.parametrize(
    ("expected", "message"),
    [({"purchase": 25}, "did you mean 0.25"), ({"purchas": 0.2}, "Did you mean 'purchase'")],
)
def test_an_expected_rate_is_a_fraction_of_a_step_that_is_there(expected, message):
    with pytest.raises(ValueError, match=message):
        leak(counted(10, 5, 1), expected=expected)


# --- bad input ----------------------------------------------------------------------------------------------


def test_a_misspelt_step_is_met_with_the_near_match():
    with pytest.raises(ValueError, match=r"steps names 'purchse'.*Did you mean 'purchase'"):
        funnel(table([(1, 0, "awareness"), (1, 1, "purchase")]), ["awareness", "purchse"])


def test_an_unknown_step_is_met_with_the_steps_there_are():
    with pytest.raises(ValueError, match="it has 'A', 'B'"):
        funnel(table([(1, 0, "A"), (1, 1, "B")]), ["A", "zebra"])


@pytest.mark.parametrize(
    ("steps", "error", "message"),
    [
        ([], ValueError, "steps is empty"),
        (["A", "B", "A"], ValueError, "'A' twice"),
        ("A", TypeError, "must be a list of step names"),
        (["customer_id"], ValueError, "cannot be named like the column"),
    ],
)
def test_steps_that_make_no_funnel_are_refused(steps, error, message):
    with pytest.raises(error, match=message):
        funnel(table([(1, 0, "A"), (1, 1, "B"), (1, 1, "customer_id")]), steps)


@pytest.mark.parametrize(
    ("window", "error"),
    [(-1, ValueError), ("soon", ValueError), (math.nan, ValueError), (pd.NaT, ValueError), (True, TypeError)],
)
def test_a_window_that_is_no_length_of_time_is_refused(window, error):
    with pytest.raises(error, match="window must be"):
        funnel(table([(1, 0, "A")]), ["A"], window=window)


def test_a_time_zone_is_refused_with_the_way_to_drop_it():
    rows = table([(1, 0, "A")])
    rows["day"] = rows["day"].dt.tz_localize("Europe/Lisbon")
    with pytest.raises(
        ValueError, match=r"time zone Europe/Lisbon.*tz_convert\('UTC'\).dt.tz_localize\(None\)"
    ):
        funnel(rows, ["A"])


@pytest.mark.parametrize("days", [["2025-01-01"], [20250101], [1.5]])
def test_times_that_are_not_dates_are_refused_with_the_way_to_make_them(days):
    with pytest.raises(TypeError, match=r"pd\.to_datetime"):
        funnel(table([(1, 0, "A")]).assign(day=days), ["A"])


@pytest.mark.parametrize("column", ["day", "customer_id"])
def test_rows_without_a_time_or_a_visitor_are_counted_and_refused(column):
    rows = table([(1, 0, "A"), (2, 0, "A"), (3, 0, "A")])
    rows[column] = rows[column].where([True, False, False])
    with pytest.raises(ValueError, match=rf"2 of 3 rows without a value in '{column}' \(rows 1, 2\)"):
        funnel(rows, ["A"])


def test_rows_without_a_stage_are_other_events():
    rows = table([(1, 0, "A"), (1, 1, None), (1, 2, "B")])
    assert counts(funnel(rows, ["A", "B"])) == [1, 1]
    assert counts(funnel(rows, ["A", "B"], order="exact")) == [1, 0]


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="needs the column 'stage'"):
        funnel(table([(1, 0, "A")]).rename(columns={"stage": "stages"}), ["A"])


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"order": "order"}, "Did you mean 'ordered'"),
        ({"count_by": "events"}, "Did you mean 'event'"),
        ({"by": "step"}, "rename that column"),
        ({"reentry": True, "count_by": "event"}, "every entry counts"),
    ],
)
def test_settings_that_make_no_sense_are_explained(settings, message):
    rows = table([(1, 0, "A")]).assign(step="x")
    with pytest.raises(ValueError, match=message):
        funnel(rows, ["A"], **settings)


def test_a_bare_number_is_days_as_text_too():
    for spelled in ("7", " 7.0 ", 7, "7 days"):
        table = funnel(events((0, "A")), ["A"], window=spelled)
        assert table.attrs["definition"]["window_days"] == 7
