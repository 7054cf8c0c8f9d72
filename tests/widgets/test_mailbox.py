"""The mailbox: a person's days, step by step, with what happened, what goes out and what a cap withholds."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.metrics import flows
from ecotools.widgets import mailbox
from tests.widgets.page import live, static


def outbox(days: list[int], person: object = 7) -> pd.DataFrame:
    start = pd.Timestamp("2025-03-01")
    return pd.DataFrame(
        {
            "customer_id": person,
            "day": start + pd.to_timedelta(days, unit="D"),
            "flow": "hello",
            "step": [f"mail {place}" for place in range(len(days))],
            "action": "message",
        }
    )


def test_it_starts_on_the_day_of_the_first_message(letters):
    assert (letters.person, letters.day, letters.cap) == ("Ada", 0, None)
    assert "Day 0, Sat 2025-03-01: 2 messages go out; 2 in these seven days." in live(letters).text
    assert "lead" in live(letters).text and "offer: now" not in live(letters).text


def test_a_step_shows_one_more_day(letters):
    letters.step(2)
    page = live(letters)
    assert "Day 2, Mon 2025-03-03: 1 message goes out; 3 in these seven days." in page.text
    assert "purchase course kit" in page.text
    (table,) = page.tables
    assert [line[0] for line in table[1:]] == ["0, Sat 1 Mar", "2, Mon 3 Mar"]


def test_the_first_and_the_last_day_are_the_ends(letters):
    letters.step(-1)
    assert letters.day == 0
    letters.step(99)
    assert letters.day == 13


def test_a_cap_withholds_what_is_too_much_and_says_so(letters):
    letters.show(day=2, cap=1)
    assert (
        "Day 2, Mon 2025-03-03: 0 messages go out, 1 withheld; 2 in these seven days." in live(letters).text
    )
    letters.show(cap=0)
    assert letters.cap is None


def test_a_delivery_goes_out_under_any_cap(letters):
    letters.show(cap=1)
    assert letters.numbers()["out"][0] == 2


def test_another_person_has_days_of_their_own(letters):
    letters.show(person="Ben")
    assert letters.numbers()["date"][0] == pd.Timestamp("2025-05-01")
    assert "purchase" not in static(letters).text


def test_a_page_without_a_kernel_shows_every_day_on_which_anything_happened(letters):
    days, caps = static(letters).tables
    assert [line[0].split(",")[0] for line in days[1:]] == ["0", "2", "9"]
    assert caps[1:3] == [["no cap", "4", "0", "3"], ["1 message", "3", "1", "2"]]


def test_the_buttons_step_through_the_days(letters):
    before, after = letters.children[2].children[1:]
    after.click()
    after.click()
    before.click()
    assert letters.day == 1


def test_by_default_it_offers_the_people_with_the_worst_weeks():
    many = pd.concat([outbox([0, 30, 60], "calm"), outbox([0, 1, 2], "flooded")])
    assert mailbox(many.sample(frac=1, random_state=1)).people == ["flooded", "calm"]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 13), min_size=1, max_size=12), st.sampled_from([1, 2, 3, 5]))
def test_no_seven_days_in_a_row_have_more_than_the_cap(days, most):
    messages = outbox(sorted(days))
    box = mailbox(messages, days=14)
    box.show(cap=most)
    table = box.numbers()
    assert table["seven_days"].max() <= most
    assert (table["out"] + table["withheld"]).sum() == len(days)
    assert table["out"].sum() == len(flows.send(messages, cap=(most, 7)))


def test_names_are_shown_as_text():
    messages = outbox([0]).assign(flow="<b>Bold</b>")
    assert "<b>Bold</b>" in static(mailbox(messages)).text


def test_rows_and_index_may_come_in_any_order():
    messages = outbox([0, 3, 9])
    mixed = messages.iloc[[2, 0, 1]].set_axis([5, 5, np.nan])
    assert mailbox(mixed).numbers().equals(mailbox(messages).numbers())


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"people": [8]}, "people has 8, who got no message"),
        ({"days": 0}, "days must be a whole number of days, 1 or more"),
        ({"events": pd.DataFrame({"customer_id": [7]})}, "events"),
    ],
)
def test_bad_input_is_refused(settings, said):
    with pytest.raises((TypeError, ValueError), match=said):
        mailbox(outbox([0]), **settings)


def test_a_table_without_messages_is_refused():
    with pytest.raises(ValueError, match="nobody has a day to look at"):
        mailbox(outbox([0])[:0])


@pytest.mark.parametrize(
    ("choice", "said"), [({"person": "Cy"}, "person"), ({"day": 14}, "between 0 and 13"), ({"cap": 6}, "cap")]
)
def test_a_choice_that_is_not_there_is_refused(letters, choice, said):
    with pytest.raises(ValueError, match=said):
        letters.show(**choice)
