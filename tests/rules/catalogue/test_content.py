"""Content: the age of a product in months of the calendar, by updates, releases and the launch."""

import pandas as pd
import pytest

from ecotools.ledger import Ledger
from ecotools.rules import review

from ..examples import blueprint


def told(rule, example, ledger=None):
    """Return what a rule finds, in words; "ok" when all is well, what is missing when it is not checked."""
    one = review(blueprint(example), ledger, select=rule).outcomes[0]
    return [found.found for found in one.findings] or one.missing or one.word


def course(more, rest=""):
    return f"as_of: 2026-06-30\nproducts: [{{id: c, name: C, kind: core, {more}}}]\n{rest}"


def release(day):
    return f"calendar: {{releases: [{{date: {day}, product: c}}]}}"


@pytest.mark.parametrize(
    ("more", "rest", "found"),
    [
        ("last_update: 2025-06-30", "", "ok"),
        ("last_update: 2025-06-29", "", ["no change for 12.1 months"]),
        ("last_update: 2024-12-30", "", ["no change for 18 months"]),
        ("last_update: 2027-01-01", "", "ok"),
        ("last_update: 2024-12-30", release("2026-01-01"), "ok"),
        ("last_update: 2024-12-30", release("2026-12-01"), ["no change for 18 months"]),
        ("price: 9", release("2024-12-30"), ["no change for 18 months"]),
        ("launch_date: 2026-01-01", "", "ok"),
        ("launch_date: 2026-09-01", "", "ok"),
        ("launch_date: 2024-01-01", "", ("products[c].last_update",)),
        ("price: 9", "", ("products[c].last_update",)),
    ],
)
def test_the_last_change_counts(more, rest, found):
    assert told("CON01", course(more, rest)) == found


def test_bundles_and_coaching_have_no_content_of_their_own():
    said = "products: [{id: c, name: C, kind: coaching}, {id: b, name: B, kind: bundle, includes: [c]}]"
    assert told("CON01", said) == ("a product that is neither bundle nor coaching",)


def test_a_ledger_says_what_day_it_is():
    visits = pd.DataFrame({"customer_id": [1], "day": pd.to_datetime(["2026-06-30"]),
                           "action": ["visit"], "count": [2]})  # fmt: skip
    said = course("last_update: 2025-06-30").replace("as_of: 2026-06-30\n", "")
    assert told("CON01", said, Ledger(activity=visits)) == "ok"
    assert told("CON01", "as_of: 2026-07-01\n" + said, Ledger(activity=visits)) == [
        "no change for 12.1 months"
    ]


def test_what_is_made_of_a_product_counts():
    talk = "{id: t, stage: awareness, asset: Talk, derived_from: c}"
    said = f"products: [{{id: c, name: C, kind: core}}]\njourney: [{talk}]"
    assert told("CON02", said) == "ok"
    assert told("CON02", said.replace(", derived_from: c", "")) == ["no asset made of another"]
