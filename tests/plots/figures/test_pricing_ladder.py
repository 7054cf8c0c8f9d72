"""Prices on a ladder say for what they are, and only prices of one span are steps."""

import pandas as pd

from ecotools import plots

PLANS = pd.DataFrame(
    {
        "name": ["Small", "Large", "Small (Yearly)", "Large (Yearly)"],
        "price": [12.0, 29.0, 120.0, 290.0],
        "billing": ["month", "month", "year", "year"],
    }
)


def title(table):
    return plots.pricing_ladder(table, currency="GBP").get_title(loc="left").replace("\n", " ")


def test_a_price_of_a_year_is_no_step_from_a_price_of_a_month():
    assert title(PLANS) == "4 products from £12 a month to £290 a year"
    assert "the longest step is" in title(PLANS.assign(billing="month"))


def test_a_price_of_a_seat_says_so():
    seats = PLANS.assign(per_seat=[True, True, True, False])
    assert title(seats) == "4 products from £12 a seat and month to £290 a year"
    once = PLANS.assign(billing="one_time", per_seat=True)
    assert title(once).startswith("4 products from £12 a seat to £290 a seat;")
