"""The examples of rules as blueprints, and what a rule says about one."""

import textwrap

import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.ledger import Ledger
from ecotools.rules import review


def blueprint(example):
    """Return the blueprint of an example, whose name is implied."""
    return Blueprint.from_yaml("name: Example\n" + textwrap.dedent(example).strip("\n") + "\n")


def one_subscriber(price=40):
    """Return the ledger of a business with one subscriber, from January 2025 to the end of March."""
    rows = {
        "subscription_id": [1],
        "customer_id": [1],
        "product": "club",
        "start": pd.Timestamp("2025-01-05"),
    }
    rows |= {"end": pd.NaT, "price": float(price), "interval_months": 1, "quantity": 1, "discount": 0.0}
    rows |= {"ended_by": ""}
    subscriptions = pd.DataFrame(rows).astype({"end": "datetime64[us]", "start": "datetime64[us]"})
    return Ledger(subscriptions=subscriptions, start="2025-01-01", end="2025-04-01", currency="USD")


def outcome(rule, example, ledger=None):
    """Return what comes of a rule alone."""
    return review(blueprint(example), ledger, select=rule.id).outcomes[0]
