"""What the subscriptions table may not hold, and what the error says."""

import pandas as pd
import pytest

from ecotools.metrics import revenue
from tests.metrics.subscription_tables import subscriptions


def table(**columns) -> pd.DataFrame:
    """Return a good table of two overlapping rows, with columns replaced."""
    rows = ("a", "2024-01-01", "2024-03-01", 10.0), ("b", "2024-02-01", None, 20.0)
    return subscriptions(*rows).assign(**columns)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"price": [10.0, -1.0]}, "price is negative in row 1"),
        ({"price": [10.0, float("nan")]}, "price is missing or not finite in row 1"),
        ({"price": [10.0, float("inf")]}, "price is missing or not finite in row 1"),
        ({"quantity": [-1, 1]}, "quantity is negative in row 0"),
        ({"discount": [0.0, 10.0]}, r"discount is not a fraction .*10 percent is 0.1.* in row 1"),
        ({"discount": [0.0, -0.1]}, "discount is not a fraction"),
        ({"interval_months": [0, 1]}, "interval_months is not a whole number of months, 1 or more in row 0"),
        ({"interval_months": [1.5, 1]}, "interval_months is not a whole number"),
        ({"start": [pd.NaT, pd.Timestamp("2024-01-01")]}, "subscriptions.start is missing in row 0"),
        ({"end": pd.to_datetime(["2023-12-31", None])}, "end is before start in row 0"),
        ({"customer_id": ["a", None]}, "customer_id is missing in row 1"),
        ({"subscription_id": [1.0, None]}, "subscription_id is missing in row 1"),
        (
            {"subscription_id": [1, 1]},
            r"overlaps another row of the same subscription_id \(a duplicate\?\)",
        ),
        (
            {"start": pd.to_datetime(["2024-01-01 10:30", "2024-01-02 00:00"])},
            "time of day in row 0: use .dt.normalize",
        ),
        ({"price": [1e12, 1e12]}, "too large to add up to the cent"),
    ],
)
def test_a_bad_cell_is_refused_by_name_and_row(columns, message):
    with pytest.raises(ValueError, match=message):
        revenue.movements(table(**columns))


def test_a_time_zone_is_refused_with_the_way_out():
    with pytest.raises(
        ValueError, match=r"start has the time zone UTC; days here have none. Use .dt.tz_localize"
    ):
        revenue.movements(table(start=pd.to_datetime(["2024-01-01", "2024-01-01"], utc=True)))
    with pytest.raises(ValueError, match="at has a time zone"):
        revenue.mrr(table(), pd.Timestamp("2024-01-01", tz="UTC"))


def test_days_as_text_are_refused_with_the_way_out():
    with pytest.raises(TypeError, match=r"must hold days .* convert it with pd.to_datetime"):
        revenue.movements(table(start=["2024-01-01", "2024-02-01"]))


def test_words_for_prices_are_refused():
    with pytest.raises(TypeError, match=r"subscriptions.price must hold numbers"):
        revenue.movements(table(price=["ten", "20"]))


def test_a_missing_column_is_named_with_the_near_match():
    with pytest.raises(
        ValueError, match=r"needs the column 'price'.*Did you mean 'price' where it says 'prize'"
    ):
        revenue.movements(table().rename(columns={"price": "prize"}))


def test_a_duplicated_row_is_refused_because_its_mrr_would_count_twice():
    doubled = pd.concat([table(), table().iloc[[0]]], ignore_index=True)
    with pytest.raises(ValueError, match=r"overlaps another row of the same subscription_id.*row 2"):
        revenue.movements(doubled)


def test_many_bad_rows_are_counted_and_the_first_three_named():
    many = subscriptions(*[("a", "2024-01-01", None, -1.0)] * 7)
    with pytest.raises(ValueError, match="rows 0, 1, 2 and 4 more"):
        revenue.movements(many)


def test_one_bad_cell_in_a_long_table_is_found():
    long = subscriptions(*[("a", "2024-01-01", None, 1.0)] * 20_000)
    long.loc[12_345, "price"] = -1
    with pytest.raises(ValueError, match="price is negative in row 12345"):
        revenue.movements(long)


def test_a_period_that_ends_on_the_day_it_starts_counts_nothing():
    assert revenue.movements(subscriptions(("a", "2024-01-05", "2024-01-05", 10.0)))["end"].tolist() == [0]


@pytest.mark.parametrize("wrong", ["soon", "2024-13", object()])
def test_what_is_no_day_or_month_is_refused(wrong):
    with pytest.raises(ValueError, match="at must be a day"):
        revenue.mrr(table(), wrong)
    with pytest.raises(ValueError, match="start must be a day such as"):
        revenue.movements(table(), wrong, "2024-12")


def test_an_end_before_the_start_of_the_window_is_refused():
    with pytest.raises(ValueError, match="end must not be before start: 2024-01 is before 2024-03"):
        revenue.movements(table(), "2024-03", "2024-01")


def test_something_else_than_a_table_is_refused():
    with pytest.raises(TypeError, match="subscriptions must be a pandas DataFrame, not list"):
        revenue.mrr([1, 2, 3], "2024-01-31")


def test_an_unknown_frequency_is_refused():
    with pytest.raises(ValueError, match="freq must be one of 'D', 'W', 'M', 'Q', 'Y', not 'ME'"):
        revenue.movements(table(), freq="ME")
