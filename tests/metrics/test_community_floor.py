"""What a tier may charge for without emptying the floor below it."""

import numpy as np
import pandas as pd
import pytest

from ecotools.metrics import community

DAY = pd.Timestamp("2025-03-03")


def acted(rows) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["customer_id", "action", "count"])
    return table.assign(day=DAY)


GIVEN = acted([("b", "post", 6), ("a", "post", 2), ("a", "event", 1), ("c", "event", 1), ("b", "visit", 0)])


def test_what_only_the_paying_do_can_be_charged_for():
    found = community.free_floor(GIVEN, ["a", "c"])
    assert found.loc["event", ["lost", "share_lost", "people_lost"]].tolist() == [0, 0, 0]
    assert found.loc["post", ["count", "lost", "share_lost"]].tolist() == [8, 6, 0.75]


def test_together_counts_each_person_once():
    found = community.free_floor(GIVEN, ["a", "c"])
    assert found.loc["together", ["count", "lost", "people", "people_lost"]].tolist() == [10, 6, 3, 1]


def test_an_action_that_was_counted_zero_times_was_not_done():
    assert "visit" not in community.free_floor(GIVEN, ["a"]).index


def test_where_nobody_pays_all_would_be_lost():
    found = community.free_floor(GIVEN, [])
    assert (found["share_lost"] == 1).all()
    assert found["people"].tolist() == found["people_lost"].tolist()


def test_without_any_action_there_is_no_share():
    found = community.free_floor(GIVEN.iloc[:0], ["a"])
    assert found.index.tolist() == ["together"]
    assert np.isnan(found.loc["together", "share_lost"])


@pytest.mark.parametrize(("count", "said"), [(-1, "no whole number"), (1.5, "no whole number")])
def test_a_count_that_is_none_is_refused(count, said):
    with pytest.raises(ValueError, match=said):
        community.free_floor(GIVEN.assign(count=count), ["a"])


def test_a_table_without_actions_is_refused():
    with pytest.raises(ValueError, match="action"):
        community.free_floor(GIVEN.drop(columns="action"), ["a"])
