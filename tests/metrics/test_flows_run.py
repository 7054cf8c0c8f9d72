"""Flows run over events: who would have got what, when, and where everybody stands."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools import data
from ecotools.ledger import Ledger, observed
from ecotools.metrics import flows
from ecotools.simulate import simulate
from tests.metrics.flow_tables import events, flow, when

days = st.integers(1, 60)
some_events = st.lists(
    st.tuples(
        st.integers(1, 4), days, st.sampled_from(["lead", "purchase"]), st.sampled_from(["", "kit", "course"])
    ),
    min_size=1,
    max_size=12,
)
FEW = settings(max_examples=30, deadline=None)


@pytest.fixture(scope="module")
def quillwork():
    blueprint = data.quillwork()
    return blueprint, simulate(blueprint, months=6, seed=3)


@pytest.fixture(scope="module")
def meanings(quillwork):
    ledger = quillwork[1]
    return {
        "Has not bought the bootcamp": ~flows.Happened(ledger.orders, product="bootcamp"),
        "No draft was handed in": ~flows.Happened(ledger.touches, asset="First draft handed in"),
        "Two critiques were used": flows.Happened(ledger.touches, asset="Monthly copy critique", times=2),
        "Still unpaid": ~flows.Subscribed(ledger.subscriptions),
        "No action for 21 days": True,
        "The reason was time or money": True,
    }


def test_delays_count_from_the_trigger():
    sent = flows.run(flow(("a", 0), ("b", 3), ("c", 10)), events(("Ada", 1), ("Ben", 5)))
    expected = [("Ada", 1, "a"), ("Ada", 4, "b"), ("Ben", 5, "a"), ("Ben", 8, "b"), ("Ada", 11, "c")]
    assert when(sent) == [*expected, ("Ben", 15, "c")]


def test_a_step_whose_condition_does_not_hold_is_skipped_and_the_flow_goes_on():
    hello = flow(("a", 0), {"id": "b", "delay_days": 1, "condition": "Is quiet"}, ("c", 2))
    quiet = pd.Series({"Ada": True, "Ben": False})
    sent = flows.run(hello, events(("Ada", 1), ("Ben", 1)), {"Is quiet": quiet})
    assert [step for who, _, step in when(sent) if who == "Ada"] == ["a", "b", "c"]
    assert [step for who, _, step in when(sent) if who == "Ben"] == ["a", "c"]
    every = flows.walk(hello, events(("Ada", 1), ("Ben", 1)), {"Is quiet": quiet})
    assert every[~every["done"]][["customer_id", "step"]].values.tolist() == [["Ben", "b"]]


def test_of_several_next_steps_the_first_whose_condition_holds_is_taken():
    ask = {"id": "ask", "next": ["yes", "maybe", "no"]}
    yes = {"id": "yes", "condition": "Said yes", "delay_days": 1, "next": []}
    maybe = {"id": "maybe", "condition": "Said maybe", "delay_days": 1, "next": []}
    said = {"Said yes": pd.Series([True, False, False]), "Said maybe": pd.Series([True, True, False])}
    three = events((0, 1), (1, 1), (2, 1))
    took = flows.run(flow(ask, yes, maybe, {"id": "no", "next": []}), three, said)
    assert {who: step for who, _, step in when(took) if step != "ask"} == {0: "yes", 1: "maybe", 2: "no"}
    left = flows.run(flow(ask | {"next": ["yes", "maybe"]}, yes, maybe), three, said)
    assert [who for who, _, step in when(left) if step != "ask"] == [0, 1]


def test_a_condition_is_asked_on_the_day_of_its_step():
    bought = flows.Happened(events(("Ada", 3)))
    steps = [
        {"id": id, "delay_days": day, "condition": "Has not bought"}
        for id, day in (("a", 1), ("b", 2), ("c", 3))
    ]
    sent = flows.run(flow(*steps), events(("Ada", 1)), {"Has not bought": ~bought})
    assert when(sent) == [("Ada", 2, "a")]


def test_the_condition_of_a_flow_is_asked_at_its_start_or_before_each_step():
    hello = flow(("a", 0), ("b", 5), condition="Has not bought")
    bought = {"Has not bought": ~flows.Happened(events(("Ada", 3), ("Cy", 1)))}
    three = events(("Ada", 1), ("Ben", 1), ("Cy", 2))
    assert when(flows.run(hello, three, bought)) == [
        ("Ada", 1, "a"),
        ("Ben", 1, "a"),
        ("Ada", 6, "b"),
        ("Ben", 6, "b"),
    ]
    again = flows.run(hello, three, bought, recheck=True)
    assert when(again) == [("Ada", 1, "a"), ("Ben", 1, "a"), ("Ben", 6, "b")]


def test_a_loop_starts_the_clock_again_and_a_condition_leads_out_of_it():
    nag = {"id": "nag", "delay_days": 3, "condition": "Is quiet", "next": ["nag"]}
    spoke = {"Is quiet": ~flows.Happened(events(("Ada", 9)))}
    assert [day for _, day, _ in when(flows.run(flow(nag), events(("Ada", 1)), spoke))] == [4, 7]


def test_a_loop_without_an_exit_ends_after_a_year_and_takes_a_day_at_least():
    sent = flows.run(flow({"id": "nag", "next": ["nag"]}), events(("Ada", 1)))
    assert len(sent) == 365 and sent["day"].is_unique


def test_the_draft_mails_buyers_every_three_days_without_end(quillwork):
    ledger = quillwork[1]
    sent = flows.run(data.quillwork("automation-draft"), flows.trigger_events(ledger))
    nagged = sent[sent["customer_id"] == sent["customer_id"].iloc[0]].groupby("start")["day"].diff().dt.days
    assert set(nagged.dropna()) == {2, 3} and "thanks" not in set(sent["step"])
    assert sent["day"].max() < ledger.end


def test_a_flow_of_a_product_starts_for_that_product_and_for_events_without_one():
    kit = flow(("a", 0), product="kit", trigger="purchase")
    table = events(
        (1, 1, "purchase", "kit"), (2, 1, "purchase", "course"), (3, 1, "purchase", ""), (4, 1, "lead", "")
    )
    assert [who for who, *_ in when(flows.run(kit, table))] == [1, 3]


def test_events_of_one_day_start_a_flow_once():
    table = events((1, 1, "purchase", "kit"), (1, 1, "purchase", "course"), (1, 2, "purchase", "kit"))
    assert [day for _, day, _ in when(flows.run(flow(("a", 0), trigger="purchase"), table))] == [1, 2]


def test_entry_says_whether_an_event_lets_people_in_again():
    hello, table = flow(("a", 0), ("b", 5)), events(("Ada", 1), ("Ada", 4), ("Ada", 9))
    starts = {
        entry: flows.run(hello, table, entry=entry)["start"].nunique()
        for entry in ("every", "once", "when_out")
    }
    assert starts == {"every": 3, "once": 1, "when_out": 2}


@FEW
@given(some_events, st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_nobody_is_twice_in_a_flow_that_is_entered_when_out(rows, delays):
    hello = flow(*[(f"s{at}", day) for at, day in enumerate(sorted(delays))])
    walked = flows.walk(hello, events(*rows), entry="when_out")
    for _, mine in walked.groupby("customer_id"):
        stays = mine.groupby("start")["day"].max()
        assert all(stays.iloc[at] < stays.index[at + 1] for at in range(len(stays) - 1))


@FEW
@given(some_events, st.sampled_from([None, "kit"]))
def test_every_message_belongs_to_somebody_who_set_the_flow_off(rows, product):
    table = events(*rows)
    sent = flows.run(flow(("a", 0), ("b", 4), trigger="purchase", product=product), table)
    mine = table[(table["event"] == "purchase") & (table["product"].isin([product, ""]) | (product is None))]
    began = set(zip(mine["customer_id"], mine["day"], strict=True))
    assert {*zip(sent["customer_id"], sent["start"], strict=True)} == began
    assert len(sent) == 2 * len(began) and (sent["day"] >= sent["start"]).all()


@FEW
@given(
    some_events,
    st.lists(st.tuples(st.integers(0, 8), st.sampled_from([None, "Odd", "Not odd"])), min_size=1, max_size=5),
)
def test_a_straight_flow_does_what_one_would_do_by_hand(rows, listed):
    steps = [
        {"id": f"s{at}", "delay_days": day, "condition": words} for at, (day, words) in enumerate(listed)
    ]
    odd = pd.Series({who: who % 2 == 1 for who in range(5)})
    sent = flows.run(
        flow(*steps), events(*rows), {"Odd": odd, "Not odd": lambda moments: moments["customer_id"] % 2 == 0}
    )
    by_hand = []
    for who, start in {(who, day) for who, day, event, _ in rows if event == "lead"}:
        now = start
        for step in steps:
            now = max(now, start + step["delay_days"])
            if step["condition"] is None or (who % 2 == 1) == (step["condition"] == "Odd"):
                by_hand.append((who, now, step["id"]))
    assert sorted(when(sent)) == sorted(by_hand)


@FEW
@given(some_events, days)
def test_where_people_stand_agrees_with_the_way_they_went(rows, day):
    hello, table = flow(("a", 0), {"id": "b", "delay_days": 3, "action": "wait"}, ("c", 9)), events(*rows)
    at = pd.Timestamp("2025-02-28") + pd.Timedelta(days=day)
    walked, stood = flows.walk(hello, table), flows.standing(hello, table, at)
    so_far, later = walked[walked["day"] <= at], walked[walked["day"] > at]
    assert len(stood) == len(so_far[["customer_id", "start"]].drop_duplicates())
    for row in stood.itertuples():
        mine = [
            each[(each["customer_id"] == row.customer_id) & (each["start"] == row.start)]
            for each in (so_far, later)
        ]
        assert row.last == mine[0]["step"].iloc[-1] and row.days_in == (at - row.start).days
        assert row.next == (mine[1]["step"].iloc[0] if len(mine[1]) else "")
        assert (row.state == "waiting") == bool(len(mine[1])) and pd.isna(row.next_day) != bool(len(mine[1]))


def test_people_who_do_not_meet_the_condition_of_a_flow_stand_nowhere():
    hello = flow(("a", 0), ("b", 5), condition="Is new")
    stood = flows.standing(
        hello,
        events(("Ada", 1), ("Ben", 1)),
        "2025-03-03",
        {"Is new": pd.Series({"Ada": True, "Ben": False})},
    )
    assert stood[["customer_id", "last", "next", "state"]].values.tolist() == [["Ada", "a", "b", "waiting"]]


def test_delays_of_less_than_a_day_and_hours_of_events_are_kept():
    table = events(("Ada", 1)).assign(hour=20.5)
    sent = flows.run(flow(("a", 0), ("b", 0.25)), table)
    assert sent["hour"].tolist() == [20.5, 2.5] and [day for _, day, _ in when(sent)] == [1, 2]
    assert flows.run(flow(("a", 0)), events(("Ada", 1)), hour=17)["hour"].tolist() == [17.0]


def test_nothing_is_sent_after_what_was_observed():
    table = observed(events(("Ada", 1), ("Ada", 30)), "2025-03-01", "2025-03-31")
    hello = flow(("a", 0), ("b", 5))
    assert [day for _, day, _ in when(flows.run(hello, table))] == [1, 6, 30]
    assert [day for _, day, _ in when(flows.run(hello, table, until="2025-03-06"))] == [1]


def test_flows_that_no_event_sets_off_are_named_with_the_reason():
    listed = [flow(("a", 0), id="one", trigger="cancel"), flow(("a", 0), id="two", product="kit")]
    listed.append(flow(("a", 0), id="three", trigger=None))
    sent = flows.run(listed, events((1, 1, "lead", "course")))
    assert sent.empty and sent.columns.tolist() == list(flows.run.__globals__["MESSAGE"])
    assert sent.attrs["not_started"] == {
        "one": "no event 'cancel'",
        "two": "no event 'lead' of kit",
        "three": "its trigger is not said",
    }


def test_a_flow_without_steps_sends_nothing_and_leaves_everybody_out_of_it():
    assert flows.run(flow(), events(("Ada", 1))).empty
    stood = flows.standing(flow(), events(("Ada", 1)), "2025-03-05")
    assert stood[["customer_id", "days_in", "last", "state"]].values.tolist() == [["Ada", 4, "", "out"]]
    assert flows.standing([], events(("Ada", 1)), "2025-03-05").empty


def test_a_year_after_the_trigger_people_are_followed_no_longer():
    around = flow({"id": "nag", "delay_days": 100, "next": ["nag"]})
    sent = flows.run(around, events(("Ada", 1)))
    assert [(day - pd.Timestamp("2025-03-01")).days for day in sent["day"]] == [100, 200, 300]


def test_quillwork_runs_over_a_year_of_its_own(quillwork, meanings):
    blueprint, ledger = quillwork
    table = flows.trigger_events(ledger)
    sent = flows.run(blueprint, table, meanings)
    assert not sent.attrs["not_started"]
    assert set(sent["flow"]) == {each.id for each in blueprint.automations}
    bought = ledger.orders[ledger.orders["product"] == "bootcamp"]
    login = sent[sent["step"] == "login"]
    assert len(login) == len(bought[["customer_id", "day"]].drop_duplicates())
    nagged = sent[sent["step"] == "draft"]
    drafts = (
        ledger.touches[ledger.touches["asset"] == "First draft handed in"].groupby("customer_id")["day"].min()
    )
    drafted = nagged["customer_id"].map(drafts)
    assert len(nagged) and (drafted.isna() | (drafted > nagged["day"])).all()


def test_a_sale_ends_the_welcome_when_its_condition_is_asked_again(quillwork, meanings):
    blueprint, ledger = quillwork
    table = flows.trigger_events(ledger)
    found = {}
    for recheck in (False, True):
        sent = flows.run(blueprint, table, meanings, recheck=recheck)
        after = flows.sent_after(sent, table, "purchase", product="bootcamp", flows=["welcome_emails"])
        found[recheck] = len(after)
    assert found[False] > 100 and found[True] == 0


def test_a_condition_nobody_explained_is_refused_with_its_place_and_the_nearest_words():
    ask = flow({"id": "ask", "condition": "Is quiet"})
    with pytest.raises(
        ValueError, match=r"'Is quiet' \(step ask of hello\) means. Did you mean .* 'Is quite'"
    ):
        flows.run(ask, events((1, 1)), {"Is quite": True})
    with pytest.raises(ValueError, match="does not say what 'Is new'"):
        flows.run(flow(("a", 0), condition="Is new"), events((1, 1)))
    assert len(flows.run(ask, events((1, 1)), {"Is quiet": True, "Another flow's": "whatever"})) == 1


@pytest.mark.parametrize(
    ("meaning", "says"),
    [
        ("yes", r"must be a condition such as flows.Happened\(ledger.orders\), a function"),
        (lambda moments: [True, False, True], r"must return one answer per moment \(1\)"),
        (lambda moments: ["yes"], "must say True or False"),
        (pd.Series({2: True}), "says nothing about customer_id 1: use .reindex"),
        (pd.Series([True, True], index=[1, 1]), "has the customer_id 1 twice"),
        (pd.Series({1: np.nan}), "must say True or False"),
    ],
)
def test_a_meaning_that_gives_no_answer_is_refused(meaning, says):
    with pytest.raises((TypeError, ValueError), match=rf"conditions\['Is quiet'\] {says}"):
        flows.run(flow({"id": "ask", "condition": "Is quiet"}), events((1, 1)), {"Is quiet": meaning})


def test_conditions_and_entries_of_another_kind_are_refused():
    hello = flow(("a", 0))
    with pytest.raises(TypeError, match="conditions must be a dict"):
        flows.run(hello, events((1, 1)), [True])
    with pytest.raises(ValueError, match=r"entry must be one of .* Did you mean 'once'"):
        flows.run(hello, events((1, 1)), entry="onse")
    with pytest.raises(ValueError, match="hour must lie between 0 and 24"):
        flows.run(hello, events((1, 1)), hour=24)
    with pytest.raises(ValueError, match="events: hour is not between 0 and 24 in row 0"):
        flows.run(hello, events((1, 1)).assign(hour=30.0))


@FEW
@given(
    st.lists(st.tuples(st.integers(1, 3), days), max_size=8),
    st.lists(st.tuples(st.integers(1, 4), days, days), min_size=1, max_size=8),
    st.integers(1, 3),
    st.one_of(st.none(), st.integers(1, 10)),
    st.booleans(),
)
def test_happened_counts_what_a_reader_of_the_table_counts(rows, asked, times, within, since_start):
    table = events(*rows)
    first = pd.Timestamp("2025-02-28")
    moments = pd.DataFrame(
        [
            (who, first + pd.Timedelta(days=day), first + pd.Timedelta(days=min(day, start)))
            for who, day, start in asked
        ],
        columns=["customer_id", "day", "start"],
    )
    found = flows.Happened(table, times=times, days=within, since_start=since_start)(moments)
    for holds, who, day, start in zip(found, *(moments[each] for each in moments), strict=True):
        mine = table[(table["customer_id"] == who) & (table["day"] <= day)]
        mine = mine if within is None else mine[mine["day"] > day - pd.Timedelta(days=within)]
        mine = mine[mine["day"] >= start] if since_start else mine
        assert holds == (len(mine) >= times)


def test_conditions_combine():
    a, b = flows.Happened(events((1, 1), (2, 1))), flows.Happened(events((2, 1), (3, 1)))
    moments = pd.DataFrame({"customer_id": [1, 2, 3, 4], "day": pd.Timestamp("2025-03-01")})
    assert (a & b)(moments).tolist() == [False, True, False, False]
    assert (a | ~b)(moments).tolist() == [True, True, False, True]
    assert repr(~a & b) == "(~Happened() & Happened())"


def test_a_value_that_is_in_no_row_is_refused_with_the_nearest():
    with pytest.raises(ValueError, match=r"product must be one of .* Did you mean 'bootcamp'"):
        flows.Happened(events((1, 1, "purchase", "bootcamp")), product="botcamp")
    with pytest.raises(ValueError, match=r"table needs the column 'prodcut'; it has .* Did you mean"):
        flows.Happened(events((1, 1)), prodcut="kit")
    subscriptions = pd.DataFrame(
        {"customer_id": [1], "product": "club", "start": pd.Timestamp("2025-01-01"), "end": pd.NaT}
    )
    with pytest.raises(ValueError, match="product must be one of 'club'"):
        flows.Subscribed(subscriptions, "clubb")


def test_someone_who_came_back_is_subscribed_again():
    table = pd.DataFrame(
        [
            (1, "club", "2025-01-01", "2025-02-01"),
            (1, "club", "2025-03-01", None),
            (2, "room", "2025-01-01", None),
        ],
        columns=["customer_id", "product", "start", "end"],
    )
    table = table.assign(start=pd.to_datetime(table["start"]), end=pd.to_datetime(table["end"]))
    asked = pd.to_datetime(["2025-01-31", "2025-02-01", "2025-02-28", "2025-03-01"])
    moments = pd.DataFrame({"customer_id": 1, "day": asked})
    assert flows.Subscribed(table)(moments).tolist() == [True, False, False, True]
    assert flows.Subscribed(table, "room")(moments).tolist() == [False] * 4


def test_the_events_of_a_ledger_are_those_that_its_tables_tell(quillwork):
    ledger = quillwork[1]
    table = flows.trigger_events(ledger)
    counts = table["event"].value_counts()
    leads = ledger.touches[ledger.touches["stage"] == "consideration"]["customer_id"].nunique()
    assert counts["lead"] == leads and table["day"].between(ledger.start, ledger.end, inclusive="left").all()
    starts = table[table["event"] == "join"]
    assert counts["purchase"] == len(ledger.orders) + len(starts)
    ended = ledger.subscriptions[ledger.subscriptions["end"] < ledger.end]["ended_by"].value_counts()
    assert counts["cancel"] == ended["cancelled"]
    assert counts["refund"] == ledger.orders["refund_day"].notna().sum()
    renewed = table[table["event"] == "renewal"].merge(starts, on=["customer_id", "product"])
    assert (renewed["day_x"] > renewed["day_y"]).any()
    assert table.attrs["definition"]["inactivity"] == "21 days after the last action"


def test_silence_is_told_once_and_only_when_it_was_long_enough():
    acted = events((1, 1), (1, 10), (1, 40), (2, 50), columns=("customer_id", "day", "action", "count"))
    acted = acted.assign(action="visit", count=1)
    ledger = Ledger(activity=acted, start="2025-03-01", end="2025-04-30")
    found = flows.trigger_events(ledger, inactive_days=14)
    assert found[["customer_id", "event"]].values.tolist() == [[1, "inactivity"], [1, "inactivity"]]
    assert [day.strftime("%m-%d") for day in found["day"]] == ["03-24", "04-23"]
    with pytest.raises(TypeError, match="ledger must be a Ledger, not DataFrame"):
        flows.trigger_events(acted)


def test_a_change_of_plan_is_no_new_start():
    rows = [
        (1, 1, "club", "2025-01-01", "2025-02-01", 10.0, "changed"),
        (1, 1, "club", "2025-02-01", "2025-03-01", 5.0, "changed"),
        (1, 1, "club_plus", "2025-03-01", None, 20.0, ""),
    ]
    columns = ["subscription_id", "customer_id", "product", "start", "end", "price", "ended_by"]
    table = pd.DataFrame(rows, columns=columns).assign(interval_months=1, quantity=1, discount=0.0)
    table = table.assign(start=pd.to_datetime(table["start"]), end=pd.to_datetime(table["end"]))
    found = flows.trigger_events(Ledger(subscriptions=table, start="2025-01-01", end="2025-04-01"))
    joined = found[found["event"] == "join"]
    assert joined["product"].tolist() == ["club", "club_plus"]
    assert found[found["event"] == "renewal"]["day"].dt.month.tolist() == [2]


def test_a_year_of_weekly_leads_is_walked_the_same_in_any_order_of_flows(quillwork, meanings):
    blueprint, ledger = quillwork
    table, listed = flows.trigger_events(ledger), blueprint.automations
    there = flows.run(listed, table, meanings)
    back = flows.run(listed[::-1], table, meanings)
    keys = ["day", "customer_id", "flow", "step", "start"]
    texts = [each[keys].astype(str).sort_values(keys, ignore_index=True) for each in (there, back)]
    pd.testing.assert_frame_equal(*texts)
    assert all(one <= other for one, other in pairwise(there["day"]))
