"""Made-up readers react as they were told to, and the measures find that again."""

import numpy as np
import pandas as pd
import pytest

from ecotools.metrics import flows
from tests.metrics.flow_tables import events, flow

START = pd.Timestamp("2025-03-01")


def people(many: int = 20_000, **more) -> pd.DataFrame:
    return pd.DataFrame({"customer_id": range(many), "day": START}).assign(**more)


def said(stage: str, number: int = 1) -> flow:
    steps = [{"id": f"m{at}", "message": {"subject": "Hello", "stage": stage}} for at in range(number)]
    return flow(*steps, stage="activation")


def test_the_lift_that_was_planted_is_found_in_its_interval():
    drawn = flows.hold_out(people(), 0.5, seed=2)
    both = pd.concat([drawn.assign(flow="welcome"), drawn.assign(flow="nag")])
    bought = flows.simulate_sales(both, base=0.1, effect={"welcome": 0.04, "nag": 0.0}, within=20, seed=5)
    assert set(bought["flow"]) == {"welcome", "nag"} and bought.attrs["truth"]["effect"]["welcome"] == 0.04
    for name, planted in (("welcome", 0.04), ("nag", 0.0)):
        mine = bought[bought["flow"] == name]
        row = flows.lift(drawn, mine, within=20, until="2025-06").iloc[0]
        assert row["low"] < planted < row["high"] and row["share_holdout"] == pytest.approx(0.1, abs=0.01)
    assert bought["day"].between(START, START + pd.Timedelta(days=20)).all()


def test_more_leave_after_a_message_for_another_stage_and_after_many():
    table = people(event="lead")
    gone = {
        name: len(
            flows.simulate_unsubscribes(flows.run(each, table), rate=0.01, wrong_stage=4, fatigue=2, seed=1)
        )
        for name, each in {
            "fit": said("activation"),
            "wrong": said("purchase"),
            "three": said("activation", 3),
        }.items()
    }
    assert gone["fit"] == pytest.approx(200, rel=0.25)
    assert gone["wrong"] == pytest.approx(800, rel=0.15)
    assert gone["three"] == pytest.approx(20_000 * (1 - 0.99 * 0.98 * 0.96), rel=0.15)


def test_people_unsubscribe_once_and_after_a_message_they_got():
    sent = flows.run(said("purchase", 5), people(500, event="lead"))
    gone = flows.simulate_unsubscribes(sent, rate=0.2, seed=3)
    assert gone["customer_id"].is_unique and gone["day"].is_monotonic_increasing
    keys = ["customer_id", "day", "flow", "step"]
    assert set(gone[keys].itertuples(index=False, name=None)) <= set(
        sent[keys].itertuples(index=False, name=None)
    )
    assert flows.simulate_unsubscribes(sent, rate=0).empty
    assert len(flows.simulate_unsubscribes(sent, rate=1)) == 500


def test_messages_longer_ago_than_a_week_tire_nobody():
    table = flows.run(flow(("a", 0), ("b", 7)), people(5_000, event="lead"))
    found = flows.simulate_unsubscribes(table, rate=0.05, fatigue=50, seed=1)
    assert found["step"].value_counts()["b"] == pytest.approx(5_000 * 0.95 * 0.05, rel=0.25)


def test_the_same_seed_gives_the_same_readers_in_any_order_of_rows():
    sent = flows.run(said("purchase", 3), people(300, event="lead"))
    mixed = sent.sample(frac=1, random_state=1)
    pd.testing.assert_frame_equal(
        *(flows.simulate_unsubscribes(each, rate=0.1, seed=4) for each in (sent, mixed))
    )
    drawn = flows.hold_out(people(300), seed=1)
    pd.testing.assert_frame_equal(
        *(flows.simulate_sales(each, base=0.2, effect=0.1, seed=4) for each in (drawn, drawn[::-1]))
    )


def test_shares_that_make_no_sense_are_refused():
    drawn = flows.hold_out(people(10), seed=1)
    with pytest.raises(ValueError, match=r"base must be a fraction .* did you mean 0.1"):
        flows.simulate_sales(drawn, base=10, effect=0)
    with pytest.raises(ValueError, match=r"base \+ effect must be a fraction"):
        flows.simulate_sales(drawn, base=0.1, effect=-0.2)
    with pytest.raises(ValueError, match="effect lacks 'nag': every flow of entries has one"):
        flows.simulate_sales(drawn.assign(flow="nag"), base=0.1, effect={"welcome": 0.1})
    with pytest.raises(ValueError, match="rate must be a fraction"):
        flows.simulate_unsubscribes(flows.run(said("purchase"), events((1, 1))), rate=5)
    none = flows.simulate_sales(drawn[:0], base=0.1, effect=0.1)
    assert none.empty and np.issubdtype(none["day"].dtype, np.datetime64)
