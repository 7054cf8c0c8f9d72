"""Rules between a flow and a mailbox, and what a look through the outbox finds."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics import flows
from tests.metrics.flow_tables import events, flow, when

FEW = settings(max_examples=40, deadline=None)
day = st.integers(1, 30)
outbox = st.lists(
    st.tuples(st.integers(1, 3), day, st.sampled_from(["a", "b"]), st.integers(0, 23)),
    min_size=1,
    max_size=25,
)
people_and_days = st.lists(st.tuples(st.integers(1, 3), day), max_size=6)


def messages(rows) -> pd.DataFrame:
    """Return messages, each a person, a day of March 2025, a flow and an hour."""
    filled = [(*row, *("a", 9)[len(row) - 2 :]) for row in rows]
    table = pd.DataFrame(filled, columns=["customer_id", "day", "flow", "hour"])
    days = pd.Timestamp("2025-02-28") + pd.to_timedelta(table["day"], unit="D")
    steps = [f"s{at}" for at in range(len(table))]
    return table.assign(
        day=days, start=days, step=steps, action="message", subject="Hello", hour=table["hour"] * 1.0
    )


def on(*rows) -> pd.DataFrame:
    return events(*rows, columns=("customer_id", "day", "event", "product"))


def number(table: pd.DataFrame) -> np.ndarray:
    return table["day"].to_numpy().astype("datetime64[D]").astype(int)


def most_within(table: pd.DataFrame, days: int) -> int:
    """Return the most messages that anybody has in so many days in a row, counted by hand."""
    counts = [
        sum(0 <= other - one < days for other in number(mine))
        for _, mine in table.groupby("customer_id")
        for one in number(mine)
    ]
    return max(counts, default=0)


def test_without_rules_everything_is_sent_as_it_is():
    table = messages([(1, 3), (2, 1)])
    sent = flows.send(table)
    assert when(sent) == [(2, 1, "s1"), (1, 3, "s0")] and sent.attrs["withheld"] == {}
    assert list(sent.columns) == list(table.columns)


@FEW
@given(outbox, st.integers(1, 4), st.integers(1, 10), st.sampled_from(["drop", "postpone"]))
def test_a_cap_is_never_exceeded(rows, most, days, over):
    table = messages(rows)
    sent = flows.send(table, cap=(most, days), over_cap=over)
    assert most_within(sent, days) <= most
    assert len(sent) + sent.attrs["withheld"].get("cap", 0) == len(table)
    if over == "postpone":
        due = table.set_index("step")["day"]
        assert len(sent) == len(table) and (sent["day"] >= sent["step"].map(due)).all()


@FEW
@given(outbox, st.integers(1, 3), st.integers(1, 8))
def test_a_cap_drops_no_message_that_it_would_allow(rows, most, days):
    whole = flows.send(messages(rows), cap=(most, days), withheld=True)
    for who, mine in whole.groupby("customer_id"):
        sent = number(mine[mine["withheld"] == ""])
        for late in number(mine[mine["withheld"] == "cap"]):
            assert ((sent <= late) & (sent > late - days)).sum() >= most, who


@FEW
@given(
    outbox,
    st.tuples(st.integers(0, 23), st.integers(0, 23)).filter(lambda hours: hours[0] != hours[1]),
    st.sets(st.sampled_from(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]), max_size=6),
    st.sampled_from([None, (2, 7)]),
)
def test_nothing_is_sent_in_quiet_hours_or_on_quiet_days(rows, hours, quiet, cap):
    table = messages(rows)
    sent = flows.send(table, quiet_hours=hours, quiet_days=sorted(quiet), cap=cap, over_cap="postpone")
    begin, end = hours
    silent = (sent["hour"] - begin) % 24 < (end - begin) % 24
    assert not silent.any() and not set(sent["day"].dt.strftime("%a")) & quiet
    due = table.set_index("step")
    late = sent["day"] + pd.to_timedelta(sent["hour"], unit="h")
    due = due["day"] + pd.to_timedelta(due["hour"], unit="h")
    assert len(sent) == len(table) and (late >= sent["step"].map(due)).all()
    assert cap is None or most_within(sent, 7) <= 2


@FEW
@given(outbox, people_and_days, people_and_days, st.sampled_from([None, (2, 7)]))
def test_nobody_gets_a_message_after_a_goodbye(rows, left, back, cap):
    gone, returned = on(*left), on(*back)
    sent = flows.send(messages(rows), goodbyes=gone, returns=returned, cap=cap, over_cap="postpone")
    for row in sent.itertuples():
        mine = gone[(gone["customer_id"] == row.customer_id) & (gone["day"] < row.day)]["day"]
        again = returned[(returned["customer_id"] == row.customer_id) & (returned["day"] <= row.day)]["day"]
        assert mine.empty or (not again.empty and again.max() > mine.max())
    never = flows.send(messages(rows), goodbyes=gone)
    assert all(
        not ((gone["customer_id"] == one.customer_id) & (gone["day"] < one.day)).any()
        for one in never.itertuples()
    )


@FEW
@given(outbox, people_and_days, people_and_days)
def test_only_people_who_agreed_and_did_not_unsubscribe_since_are_written_to(rows, agreed, out):
    consent, gone = on(*agreed), on(*out)
    whole = flows.send(messages(rows), consent=consent, unsubscribes=gone, withheld=True)
    for row in whole.itertuples():
        yes = consent[(consent["customer_id"] == row.customer_id) & (consent["day"] <= row.day)]["day"]
        no = gone[(gone["customer_id"] == row.customer_id) & (gone["day"] < row.day)]["day"]
        said = "no consent" if yes.empty else "unsubscribed" if not no.empty and no.max() >= yes.max() else ""
        assert row.withheld == said


def test_a_win_back_may_write_after_a_goodbye():
    table = messages([(1, 1, "hello"), (1, 9, "hello"), (1, 9, "win_back")])
    sent = flows.send(table, goodbyes=on((1, 5)), except_flows=["win_back"])
    assert when(sent) == [(1, 1, "s0"), (1, 9, "s2")] and sent.attrs["withheld"] == {"goodbye": 1}


def test_a_delivery_is_sent_at_once_whatever_the_rules_say():
    table = messages([(1, 1), (1, 1), (1, 1)]).assign(action=["deliver", "message", "message"], hour=23.0)
    sent = flows.send(table, quiet_hours=(21, 8), cap=(1, 7), unsubscribes=on((1, 1)), goodbyes=on((1, 1)))
    assert sent[["step", "hour"]].values.tolist() == [["s0", 23.0]]
    assert sent.attrs["withheld"] == {"unsubscribed": 2}
    free = flows.send(table, cap=(1, 7), always=[])
    assert free["step"].tolist() == ["s0"] and free.attrs["withheld"] == {"cap": 2}


def test_the_example_of_the_lesson_nobody_gets_a_dozen_mails_in_a_week():
    many = [flow(*[(f"m{at}", at) for at in range(4)], id=id) for id in ("one", "two", "three")]
    sent = flows.run(many, events(("Ada", 1), ("Ben", 1), ("Ben", 20)))
    assert flows.busiest(sent, top=1)[["messages", "flows"]].values.tolist() == [[12, 3]]
    assert flows.busiest(flows.send(sent, cap=(3, 7)), top=1)["messages"].tolist() == [3]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"cap": 3}, "cap must say how many messages in how many days"),
        ({"cap": (0, 7)}, r"cap\[0\] must be a whole number, 1 or more, not 0"),
        ({"cap": (3, 1.5)}, r"cap\[1\] must be a whole number, 1 or more, not 1.5"),
        ({"over_cap": "postpon"}, "Did you mean 'postpone'"),
        ({"quiet_hours": (21, 21)}, "quiet_hours must be two different hours"),
        ({"quiet_hours": (21, 25)}, "between 0 and 24"),
        ({"quiet_hours": "night"}, r"quiet_hours must be two hours such as \(21, 8\)"),
        ({"quiet_days": ["Sunday"]}, "quiet_days must be one of .* Did you mean 'Sun'"),
        ({"quiet_days": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]}, "all seven days"),
        ({"except_flows": ["hallo"]}, "except_flows must be one of 'hello'"),
        ({"goodbyes": pd.DataFrame({"customer_id": [1]})}, "goodbyes needs the column 'day'"),
    ],
)
def test_rules_that_make_no_sense_are_refused(wrong, says):
    with pytest.raises((TypeError, ValueError), match=says):
        flows.send(messages([(1, 1, "hello")]), **wrong)


def test_the_same_step_twice_is_a_duplicate_and_so_is_the_same_subject():
    sent = flows.run(
        [
            flow({"id": "hi", "message": {"subject": "Hello"}}),
            flow({"id": "hey", "message": {"subject": "Hello"}}, id="b"),
        ],
        events((1, 1), (1, 5), (2, 1)),
    )
    by_step = flows.duplicates(sent)
    assert by_step[["flow", "days_since"]].values.tolist() == [["b", 4], ["hello", 4]]
    assert flows.duplicates(sent, within=3).empty and len(flows.duplicates(sent, within=4)) == 2
    assert flows.duplicates(sent, by="subject")["days_since"].tolist() == [0, 0, 4, 0]
    assert flows.duplicates(sent.assign(subject=""), by="subject").empty


@FEW
@given(outbox, people_and_days, people_and_days)
def test_messages_after_an_event_are_those_that_one_finds_by_hand(rows, happened, undone):
    table = messages(rows)
    told = pd.concat([on(*((*one, "cancel") for one in happened)), on(*((*one, "join") for one in undone))])
    found = flows.sent_after(table, told, "cancel", back="join", flows=sorted(set(table["flow"])))
    by_hand = []
    for row in table.itertuples():
        mine = told[(told["customer_id"] == row.customer_id)]
        gone = mine[(mine["event"] == "cancel") & (mine["day"] < row.day)]["day"]
        again = mine[(mine["event"] == "join") & (mine["day"] <= row.day)]["day"]
        if len(gone) and (again.empty or again.max() <= gone.max()):
            by_hand.append((row.step, (row.day - gone.max()).days))
    assert sorted(zip(found["step"], found["days_since"], strict=True)) == sorted(by_hand)


def test_a_flow_that_the_event_itself_set_off_is_not_too_late():
    win_back, hello = flow(("sorry", 3), id="win_back", trigger="cancel"), flow(("a", 0), ("b", 9))
    told = events((1, 1, "lead"), (1, 5, "cancel"))
    sent = flows.run([win_back, hello], told)
    assert when(flows.sent_after(sent, told, "cancel")) == [(1, 10, "b")]
    assert len(flows.sent_after(sent, told, "cancel", flows=["win_back"])) == 1


def test_events_and_products_that_are_not_there_are_refused_with_the_nearest():
    sent, told = messages([(1, 1)]), events((1, 1, "purchase", "bootcamp"))
    with pytest.raises(ValueError, match=r"event must be one of .* Did you mean 'purchase'"):
        flows.sent_after(sent, told, "purchas")
    with pytest.raises(ValueError, match=r"product must be one of .* Did you mean 'bootcamp'"):
        flows.sent_after(sent, told, "purchase", product="botcamp")
    with pytest.raises(ValueError, match="flows must be one of 'a'"):
        flows.sent_after(sent, told, "purchase", flows=["b"])


@FEW
@given(outbox, st.integers(1, 10))
def test_the_busiest_people_are_those_one_finds_by_hand(rows, days):
    table = messages(rows)
    found = flows.busiest(table, days=days, top=1)
    assert found["messages"].tolist() == [most_within(table, days)]
    mine = number(table[table["customer_id"] == found["customer_id"][0]])
    first = number(found.rename(columns={"first_day": "day"}))[0]
    assert ((mine >= first) & (mine < first + days)).sum() == found["messages"][0]


@FEW
@given(outbox, st.integers(1, 5))
def test_weeks_of_people_add_up(rows, most):
    table = messages(rows)
    found = flows.messages_per_week(table, most=most)
    weeks = table.groupby(["customer_id", table["day"].dt.to_period("W")]).size()
    assert (found["messages"] * found["weeks"]).sum() == len(table)
    assert dict(zip(found["messages"], found["weeks"], strict=True)) == {
        many: (weeks == many).sum() for many in range(1, weeks.max() + 1)
    }
    assert found["share"].sum() == pytest.approx(1) and found["over"].tolist() == [
        many > most for many in found["messages"]
    ]
    assert found.attrs["people_over"] == weeks[weeks > most].index.get_level_values(0).nunique()


def test_an_empty_outbox_gives_empty_tables():
    none = messages([(1, 1)])[:0]
    assert flows.send(none, cap=(1, 7), quiet_days=["Sun"]).empty and flows.duplicates(none).empty
    assert flows.busiest(none).empty and flows.messages_per_week(none).empty
    assert flows.sent_after(none, on((1, 1)), "lead").empty


def test_only_the_columns_that_are_needed_must_be_there():
    with pytest.raises(ValueError, match="messages needs the column 'step'; it has"):
        flows.send(messages([(1, 1)]).drop(columns="step"))
    with pytest.raises(TypeError, match=r"messages.flow must hold texts, not 5 in row 0"):
        flows.send(messages([(1, 1)]).assign(flow=5))
    with pytest.raises(ValueError, match="by must be one of 'step', 'subject'"):
        flows.duplicates(messages([(1, 1)]), by="name")
