"""What holds for every public measure: how days are read, what was observed, what tables may hold.

The measures are found by introspection and called as in their docstrings: see `tests.metrics.measures`.
"""

import datetime
import re

import numpy as np
import pandas as pd
import pytest

from ecotools.ledger import SCHEMAS, Ledger, observed
from tests.metrics.measures import calls, measures, same

CALLS = calls()
FIRST = list({call.name: call for call in reversed(CALLS)}.values())
DATED = [(call, name) for call in FIRST for name in call.moments]
TABLES = [(call, name) for call in FIRST for name in call.tables]
ROWS = [(call, name) for call in CALLS for name in call.tables if len(call.tables[name]) > 1]

ORDERED = {
    "funnel.leak": "the steps of a funnel table come one after the other",
    "pricing.bundle_choices": "it has one row per person, as given",
    "pricing.value_matrix": "it lists the features as given",
    "flows.hold_out": "it gives back the rows as they came",
    "growth.share_safely": "it gives back the rows as they came",
    "pricing.check_ladder": "of equals the first is named, and the rungs are listed as given",
}
"""Measures of tables whose order is a part of what they say."""

MONTHS = [
    "2025-03",
    "2025-3",
    "2025/03",
    "March 2025",
    "Mar 2025",
    pd.Period("2025-03"),
    np.datetime64("2025-03"),
]
DAYS = [
    "2025-04-17",
    "17 April 2025",
    pd.Timestamp("2025-04-17"),
    pd.Timestamp("2025-04-17 12:30"),
    datetime.date(2025, 4, 17),
    datetime.datetime(2025, 4, 17),
    np.datetime64("2025-04-17"),
    np.datetime64("2025-04-17T00:00:00", "ns"),
    pd.Period("2025-04-17", "D"),
]
NONSENSE = [
    2025,
    5.5,
    True,
    "March",
    "",
    "soon",
    "2025-13",
    "2025-02-30",
    "03/04/2025",
    float("nan"),
    pd.NaT,
    pd.NA,
    np.datetime64("NaT"),
    {"month": 3},
    pd.Timestamp("2025-03-01", tz="UTC"),
]

TRICKY = pd.DataFrame(
    [
        # Two subscriptions that begin and end on one day, for different reasons.
        (1, "Ada", "aaa", "2025-01-05", "2025-03-05", 10.0, 1, 0.0, "paused"),
        (2, "Ada", "bbb", "2025-01-05", "2025-03-05", 30.0, 1, 0.0, "cancelled"),
        # A switch on one day, in one subscription and from one to another.
        (3, "Ben", "aaa", "2025-01-31", "2025-02-28", 10.0, 1, 0.0, "changed"),
        (3, "Ben", "bbb", "2025-02-28", "2025-04-01", 240.0, 12, 0.0, "cancelled"),
        (4, "Ben", "ccc", "2025-04-01", None, 29.0, 1, 0.0, ""),
        # A free month inside, a pause, and a day without length.
        (5, "Cy", "aaa", "2025-01-10", "2025-02-10", 10.0, 1, 0.0, "changed"),
        (5, "Cy", "aaa", "2025-02-10", "2025-03-10", 10.0, 1, 1.0, "changed"),
        (5, "Cy", "aaa", "2025-03-10", "2025-04-10", 10.0, 1, 0.0, "paused"),
        (5, "Cy", "aaa", "2025-05-10", None, 10.0, 1, 0.25, ""),
        (6, "Cy", "ccc", "2025-05-01", "2025-05-01", 9.0, 1, 0.0, "cancelled"),
        # A trial, and somebody who never paid.
        (7, "Dot", "aaa", "2025-02-01", "2025-02-15", 0.0, 1, 0.0, "changed"),
        (7, "Dot", "aaa", "2025-02-15", "2025-04-15", 29.0, 1, 0.0, "payment_failed"),
        (8, "Eve", "aaa", "2025-02-01", "2025-03-01", 0.0, 1, 0.0, "cancelled"),
    ],
    columns=[
        *("subscription_id", "customer_id", "product", "start", "end"),
        *("price", "interval_months", "discount", "ended_by"),
    ],
).assign(quantity=1)
TRICKY = TRICKY.assign(start=pd.to_datetime(TRICKY["start"]), end=pd.to_datetime(TRICKY["end"]))


def ids(cases):
    return [f"{call}-{name}" for call, name in cases]


def ledger_of(name: str, table: pd.DataFrame) -> Ledger:
    """Return a ledger of the first half of 2025 with the table of an example, its other columns filled in."""
    kind = "subscriptions" if name == "data" else name
    filled = {"id": 1, "text": "visit", "count": 1, "money": 0.0, "day": pd.NaT, "number": 1.0}
    lacking = {
        column.name: filled[column.kind]
        for column in SCHEMAS[kind].columns
        if column.name not in table.columns
    }
    return Ledger(**{kind: table.assign(**lacking)}, start="2025-01", end="2025-06")


def takes_a_ledger(call, name: str) -> bool:
    return re.search(rf"\b{name}(, \w+)* : .*Ledger", call.function.__doc__) is not None


def test_every_measure_is_called_by_its_docstring():
    """So that it is covered here without being listed."""
    assert set(measures()) == {call.name for call in CALLS}
    assert len(measures()) > 60


def test_the_same_month_is_read_alike_in_every_spelling():
    assert len(DATED) > 20
    for call, name in DATED:
        results = [call.at(name, month)() for month in MONTHS]
        assert all(same(results[0], other) for other in results[1:]), (str(call), name)


def test_the_same_day_is_read_alike_in_every_spelling():
    for call, name in DATED:
        results = [call.at(name, day)() for day in DAYS]
        assert all(same(results[0], other) for other in results[1:]), (str(call), name)


def test_a_month_is_meant_whole_by_every_measure():
    """As a moment it is its last day, as a start its first, as an end the first day after it."""
    meant = {"at": "2025-03-31", "start": "2025-03-01", "end": "2025-04-01", "until": "2025-04-01"}
    for call, name in DATED:
        day = meant.get(name, "2025-03-15")
        assert same(call.at(name, "2025-03")(), call.at(name, day)()), (str(call), name)


@pytest.mark.parametrize("wrong", NONSENSE)
def test_what_is_no_day_or_month_is_refused_by_every_measure(wrong):
    for call, name in DATED:
        expected = (
            "has a time zone" if getattr(wrong, "tzinfo", None) else "must be a day such as '2025-03-31' or a"
        )
        with pytest.raises(ValueError, match=re.escape(f"{name} {expected}")) as caught:
            call.at(name, wrong)()
        assert str(wrong) in str(caught.value), (str(call), name)


def test_days_in_a_list_are_read_as_one_is():
    listed = [(call, "at") for call in CALLS if isinstance(call.arguments.get("at"), list)]
    assert listed
    for call, name in listed:
        assert same(call.at(name, ["2025-03"])(), call.at(name, ["2025-03-31"])())
        with pytest.raises(ValueError, match=f"{name} must be a day such as"):
            call.at(name, ["2025-03-31", None])()


def sources(call):
    """Return the call with its table as that of a ledger, and where it takes one with the ledger."""
    name, table = next(iter(call.tables.items()))
    yield call.but(**{each: observed(other, "2025-01", "2025-06") for each, other in call.tables.items()})
    if takes_a_ledger(call, name):
        ledger = ledger_of(name, table)
        yield call.but(**{name: ledger})


def test_a_day_or_month_that_was_not_observed_is_refused_in_the_same_words_by_every_measure():
    beyond = "must not lie beyond the ledger, whose last day is 2025-06-30: nobody knows what happened in"
    before = "must not lie before the ledger, whose first day is 2025-01-01: nobody knows what happened in"
    for call, name in DATED:
        for source in sources(call):
            for moment in ("2025-08", "2026-06-15"):
                with pytest.raises(ValueError, match=f"{name} {beyond}"):
                    source.at(name, moment)()
            if name != "end":
                with pytest.raises(ValueError, match=f"{name} {before}"):
                    source.at(name, "2024-11")()


def test_a_day_after_today_is_refused_of_a_plain_table():
    for call, name in DATED:
        with pytest.raises(ValueError, match=f"{name} must not lie beyond today: nobody knows"):
            call.at(name, "2199-06")()


def test_a_ledger_and_its_table_give_the_same():
    for call in CALLS:
        for name, table in call.tables.items():
            if takes_a_ledger(call, name) and name != "orders":
                ledger = ledger_of(name, table)
                kind = "subscriptions" if name == "data" else name
                assert same(call.but(**{name: ledger})(), call.but(**{name: getattr(ledger, kind)})()), str(
                    call
                )


@pytest.mark.parametrize(("call", "name"), ROWS, ids=ids(ROWS))
def test_the_order_of_rows_means_nothing(call, name):
    if call.name in ORDERED:
        return
    tables = [call.tables[name]]
    if {"subscription_id", "start", "end"} <= set(tables[0].columns):
        tables.append(TRICKY)
    draw = np.random.default_rng(7)
    for table in tables:
        expected = call.but(**{name: table})()
        for turn in range(6):
            order = np.arange(len(table))[::-1] if not turn else draw.permutation(len(table))
            shuffled = table.iloc[order]
            if isinstance(table.index, pd.RangeIndex) and turn % 2:
                shuffled = shuffled.reset_index(drop=True)
            found = call.but(**{name: shuffled})()
            if not isinstance(table.index, pd.RangeIndex) and hasattr(found, "sort_index"):
                found = found.reindex(expected.index)
            assert same(found, expected), order


@pytest.mark.parametrize(("call", "name"), TABLES, ids=ids(TABLES))
def test_a_measure_does_not_change_its_tables(call, name):
    mine = call.tables[name].copy()
    call.function(**call.arguments | {name: mine})
    pd.testing.assert_frame_equal(mine, call.tables[name])


@pytest.mark.parametrize("wrong", [None, [], "table", 5, {}, pd.DataFrame(), pd.Series([1.0])])
def test_something_else_than_its_table_is_refused_by_name(wrong):
    for call, name in TABLES:
        with pytest.raises((TypeError, ValueError), match=rf"\b{name}\b"):
            call.but(**{name: wrong})()


KINDS = {
    "days in seconds": ("M", lambda column: column.astype("datetime64[s]")),
    "days in nanoseconds": ("M", lambda column: column.astype("datetime64[ns]")),
    "floats of 32 bits": ("if", lambda column: column.astype("float32")),
    "numbers that may be missing": ("if", lambda column: column.convert_dtypes()),
    "numbers as objects": ("if", lambda column: column.astype(object)),
    "whole numbers of 32 bits": ("i", lambda column: column.astype("int32")),
    "texts as objects": ("O", lambda column: column.astype(object)),
    "texts as categories": ("O", lambda column: column.astype("category")),
    "texts of pyarrow": ("O", lambda column: column.astype("string[pyarrow]")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_dtype_of_a_column_does_not_matter(kind):
    letters, change = KINDS[kind]
    for call, name in TABLES:
        table = call.tables[name]
        chosen = [column for column in table.columns if table[column].dtype.kind in letters]
        chosen = [column for column in chosen if not str(column).endswith("_id") or letters == "O"]
        if chosen and all(isinstance(column, str) for column in chosen):
            held = table.assign(**{column: change(table[column]) for column in chosen})
            assert same(call.but(**{name: held})(), call()), str(call)


SPOILT = [None, "12,50", True, float("inf"), object()]


@pytest.mark.parametrize("value", SPOILT, ids=lambda value: repr(value).partition(" at ")[0])
def test_a_spoilt_cell_is_understood_or_refused_with_its_column(value):
    for call, name in TABLES:
        table = call.tables[name]
        for column in table.columns:
            spoilt = table.astype({column: object})
            spoilt.iloc[0, spoilt.columns.get_loc(column)] = value
            try:
                call.but(**{name: spoilt})()
            except (TypeError, ValueError) as error:
                assert str(column) in str(error), (str(call), column, str(error))


def test_amounts_in_several_currencies_are_refused():
    seen = set()
    for call, name in TABLES:
        table = call.tables[name]
        if {"price", "amount"} & set(table.columns) and {"customer_id", "order_id"} & set(table.columns):
            mixed = table.assign(currency=["EUR", "USD"] * (len(table) // 2) + ["EUR"] * (len(table) % 2))
            with pytest.raises(
                ValueError, match=f"{name if name != 'data' else 'subscriptions'}.currency has"
            ):
                call.but(**{name: mixed})()
            assert same(call.but(**{name: table.assign(currency="EUR")})(), call())
            seen.add(name)
    assert {"subscriptions", "orders"} <= seen


def test_an_empty_table_gives_a_result_or_a_reason():
    for call, name in TABLES:
        try:
            found = call.but(**{name: call.tables[name].iloc[:0]})()
        except ValueError as error:
            assert name in str(error), (str(call), str(error))
        else:
            assert not (isinstance(found, float) and np.isnan(found)) or found.reason
