"""The same seed gives the same bytes, and one part's assumptions leave the other parts as they were."""

import hashlib

import numpy as np
import pytest

from ecotools.simulate import BrokenOnboarding, FailedPaymentRun, simulate


def fingerprints(ledger) -> dict[str, str]:
    """A hash of every table's columns, dtypes and values."""
    found = {}
    for name, table in ledger.tables.items():
        digest = hashlib.sha256(repr(table.dtypes.astype(str).to_dict()).encode())
        for column in table:
            values = table[column]
            if values.dtype == "category":
                digest.update("\n".join(values.astype("str")).encode())
            else:
                numbers = values.to_numpy().view("i8") if values.dtype.kind == "M" else values.to_numpy()
                digest.update(numbers.astype(numbers.dtype.newbyteorder("<")).tobytes())
        found[name] = digest.hexdigest()[:16]
    return found


def changed(company, change, **arguments) -> set[str]:
    """The tables that differ once the assumptions are changed."""
    before = fingerprints(simulate(company, 8, 5, **arguments))
    change(company)
    after = fingerprints(simulate(company, 8, 5, **arguments))
    return {name for name in before if before[name] != after[name]}


def test_the_same_seed_gives_the_same_bytes(company):
    assert fingerprints(simulate(company, 6, 11)) == fingerprints(simulate(company, 6, 11))


def test_the_bytes_are_those_of_every_other_platform(company):
    # When this changes on purpose, every student's personal data change with it.
    assert fingerprints(simulate(company, 6, 11)) == {
        "touches": "369cba775d4e735d",
        "orders": "4eaac39708ef0280",
        "subscriptions": "0cc04d714691c7b2",
        "activity": "4761a4d2266837af",
        "surveys": "6d2e9a60bc1fb102",
    }


def test_another_seed_gives_other_events_in_every_table(company):
    one, other = fingerprints(simulate(company, 6, 11)), fingerprints(simulate(company, 6, 12))
    assert all(one[name] != other[name] for name in one)


def test_numpy_integers_are_seeds_like_any_other(company):
    assert fingerprints(simulate(company, 3, np.int64(4))) == fingerprints(simulate(company, 3, 4))


def test_other_nps_assumptions_change_the_survey_only(company):
    def change(company):
        company.assumptions.nps = {"promoters": 0.2, "passives": 0.2, "detractors": 0.6}
        company.assumptions.response_rate = 0.9

    assert changed(company, change) == {"surveys"}


def test_other_churn_changes_subscriptions_and_activity_only(company):
    def change(company):
        company.assumptions.churn = {"basic": {"alpha": 3, "beta": 3}}

    assert changed(company, change) == {"subscriptions", "activity"}


def test_other_refund_rates_change_the_orders_only(company):
    def change(company):
        company.assumptions.refund_rate = {"course": 0.5}

    assert changed(company, change) == {"orders"}


def test_other_assets_change_the_touches_only(company):
    def change(company):
        company.journey = company.journey[:1]

    assert changed(company, change) == {"touches"}


def test_another_activity_changes_the_activity_only(company):
    def change(company):
        company.assumptions.activity.active_share = 0.1

    assert changed(company, change) == {"activity"}


def test_a_higher_add_on_rate_only_adds_lines(company):
    def lines(ledger):
        return set(zip(ledger.orders["order_id"], ledger.orders["product"].astype(str), strict=True))

    few = lines(simulate(company, 8, 5))
    company.assumptions.add_on_rate = {"kit": 0.45, "audit": 0.1}
    many = lines(simulate(company, 8, 5))
    assert few < many
    assert {product for _, product in many - few} == {"kit"}


def test_a_higher_step_rate_only_adds_people(company):
    def reached(stage):
        touches = simulate(company, 8, 5).touches
        return set(touches.loc[touches["stage"] == stage, "customer_id"])

    few, leads = reached("purchase"), reached("consideration")
    company.funnel[1].rate = 0.4
    assert few < reached("purchase")
    assert leads == reached("consideration")


@pytest.mark.parametrize(
    ("incident", "tables"),
    [
        (BrokenOnboarding(3), {"touches"}),
        (FailedPaymentRun(5, 0.4), {"subscriptions", "activity"}),
    ],
)
def test_an_incident_changes_only_what_it_is_about(company, incident, tables):
    before = fingerprints(simulate(company, 8, 5))
    after = fingerprints(simulate(company, 8, 5, incidents=[incident]))
    assert {name for name in before if before[name] != after[name]} == tables


def test_longer_runs_start_with_the_same_visitors(company):
    short, long = simulate(company, 3, 5), simulate(company, 6, 5)
    first = long.touches[long.touches["day"] < short.end].reset_index(drop=True)
    arrived = first[first["stage"] == "awareness"].reset_index(drop=True)
    expected = short.touches[short.touches["stage"] == "awareness"].reset_index(drop=True)
    assert len(arrived) == len(expected)
