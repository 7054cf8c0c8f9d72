"""Refunds by the month of the purchase they belong to, and by the month in which the money left."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.days import DAY
from ecotools.metrics.columns import days, ids, numbers, one_currency, refuse
from ecotools.metrics.periods import until_day
from ecotools.observation import span_of

OF = {"sales": "order lines paid back, wholly or in part / lines sold", "money": "paid back / paid"}
VALUES = ("rate", "total")


def refund_cohorts(
    orders,
    until=None,
    *,
    product: str | None = None,
    of: str = "sales",
    values: str = "rate",
) -> pd.DataFrame:
    """Return how much of what was sold in each month has been paid back, by months since the purchase.

    Refunds lag behind sales, so that the refunds of a month beside its sales compare two different groups of
    people. A row here follows one group: a month in which too much was sold shows as a row that rises late.

    Parameters
    ----------
    orders : DataFrame or Ledger
        Orders in the ledger's columns: day, product, amount, refunded, refund_day.
    until : day or month, optional
        First day not observed; a month is meant whole. Default: the ledger's end, or the day after the last
        sale or refund.
    product : str, optional
        Only this product. Default: all.
    of : {"sales", "money"}
        What is counted: order lines or money. Free lines are left out.
    values : {"rate", "total"}
        Share of the cohort, or the number itself (lines, or money).

    Returns
    -------
    DataFrame
        Index cohort (month of the purchase, without gaps), columns age 0, 1, 2, ...: paid back within so many
        months and one more, counted from each purchase's own day, so that age 2 is a quarter. Cumulative. NaN
        where the cell is immature: some of the cohort have not reached the end of this age by ``until``. A
        month without a sale has total 0 and no rate. ``attrs["sold"]`` has what each cohort bought.

    Raises
    ------
    ValueError, TypeError
        A missing column or value, a refund before its sale or without a day, a product that is not there.

    Examples
    --------
    >>> bought = pd.to_datetime(["2025-01-05", "2025-01-20", "2025-02-03"])
    >>> back = pd.to_datetime(["2025-01-15", "2025-04-01", None])
    >>> orders = pd.DataFrame({"day": bought, "product": "coaching", "amount": 900.0,
    ...                        "refunded": [900.0, 450.0, 0.0], "refund_day": back})
    >>> refund_cohorts(orders, until="2025-05")
    age        0    1    2    3
    cohort
    2025-01  0.5  0.5  1.0  1.0
    2025-02  0.0  0.0  0.0  NaN
    """
    errors.one_of(of, OF, "of")
    errors.one_of(values, VALUES, "values")
    lines, after = _lines(orders, until, product)
    lines = lines[lines["amount"] > 0]
    counted = np.ones(len(lines)) if of == "sales" else lines["amount"].to_numpy()
    back = (lines["refunded"] > 0).to_numpy(dtype=float) if of == "sales" else lines["refunded"].to_numpy()
    month = lines["day"].dt.to_period("M")
    ends = (month.min(), month.max()) if len(month) else ("2000-02", "2000-01")
    cohorts = pd.period_range(*ends, freq="M", name="cohort")
    sold = pd.Series(counted, month.to_numpy()).groupby(level=0).sum().reindex(cohorts, fill_value=0.0)
    table = _triangle(lines, month, back, cohorts, after)
    if values == "rate":
        table = table.div(sold.where(sold > 0), axis=0)
    table.attrs["definition"] = {
        "of": OF[of],
        "values": values,
        "age": "months since the purchase, cumulative",
    }
    table.attrs["sold"] = dict(zip(cohorts.astype(str), sold.tolist(), strict=True))
    if not len(cohorts):
        table.attrs["reason"] = "nothing was sold for money"
    return table


def refund_months(orders, until=None, *, product: str | None = None) -> pd.DataFrame:
    """Return what was sold and what was paid back in each month, and the refunds by the month of their sale.

    Parameters
    ----------
    orders, until, product
        As in `refund_cohorts`.

    Returns
    -------
    DataFrame
        One row per month, without gaps: month, sold (money), paid_back (money that left in the month,
        whenever it had been paid), net (sold - paid_back, which is what a revenue chart shows), of_this_month
        (refunds until now of what was sold in the month) and kept (sold - of_this_month, what remains of the
        month).

    Raises
    ------
    ValueError, TypeError
        As `refund_cohorts`.

    Examples
    --------
    >>> bought = pd.to_datetime(["2025-01-05", "2025-01-20", "2025-02-03"])
    >>> back = pd.to_datetime([None, "2025-03-01", None])
    >>> orders = pd.DataFrame({"day": bought, "product": "coaching", "amount": 900.0,
    ...                        "refunded": [0.0, 900.0, 0.0], "refund_day": back})
    >>> refund_months(orders)
         month    sold  paid_back     net  of_this_month   kept
    0  2025-01  1800.0        0.0  1800.0          900.0  900.0
    1  2025-02   900.0        0.0   900.0            0.0  900.0
    2  2025-03     0.0      900.0  -900.0            0.0    0.0
    """
    lines, after = _lines(orders, until, product)
    bought, left = (lines[name].dt.to_period("M") for name in ("day", "refund_day"))
    last = pd.Period(after - DAY, "M")
    months = pd.period_range(bought.min() if len(lines) else last, last, freq="M", name="month")
    months = months if len(lines) else months[:0]

    def total(column: str, by: pd.Series) -> np.ndarray:
        return lines.groupby(by)[column].sum().reindex(months, fill_value=0.0).round(2).to_numpy(dtype=float)

    table = pd.DataFrame({"month": months, "sold": total("amount", bought)})
    table["paid_back"] = total("refunded", left)
    table["net"] = (table["sold"] - table["paid_back"]).round(2)
    table["of_this_month"] = total("refunded", bought)
    table["kept"] = (table["sold"] - table["of_this_month"]).round(2)
    return table


def _lines(orders, until, product: str | None) -> tuple[pd.DataFrame, pd.Timestamp]:
    """Return the lines sold before ``until``, with the refunds of that time, and the first day after."""
    table = orders if isinstance(orders, pd.DataFrame) else getattr(orders, "orders", orders)
    table = errors.columns(table, ["day", "product", "amount", "refunded", "refund_day"], "orders")
    one_currency(table, "orders", orders)
    day, back = days(table["day"], "orders.day"), days(table["refund_day"], "orders.refund_day", missing=True)
    paid, money = (numbers(table, name, "orders", money=True) for name in ("amount", "refunded"))
    refuse(table, paid < 0, "orders", "amount is below zero (a refund goes into the column 'refunded')")
    refuse(table, (money < 0) | (money > paid), "orders", "refunded does not lie between 0 and the amount")
    refuse(table, back < day, "orders", "refund_day is before the day of the sale")
    refuse(table, (money > 0) & np.isnat(back), "orders", "refund_day is missing, but something was refunded")
    name = ids(table, "product", "orders").astype(str).to_numpy(dtype=object)
    if product is not None and len(table):
        errors.one_of(product, sorted(set(name)), "product")
    after = _after(orders, until, day, back)
    own = (day < after) & (np.ones(len(day), bool) if product is None else name == product)
    seen = back < after
    lines = {"day": day, "amount": paid, "refunded": np.where(seen, money, 0.0)}
    lines |= {"refund_day": np.where(seen & (money > 0), back, np.datetime64("NaT"))}
    found = pd.DataFrame({key: each[own] for key, each in lines.items()})
    return found.astype({name: "datetime64[s]" for name in ("day", "refund_day")}), pd.Timestamp(after)


def _after(source, until, day: np.ndarray, back: np.ndarray) -> np.datetime64:
    """Return the first day not observed."""
    span = span_of(source)
    if until is not None:
        return np.datetime64(until_day(until, span and span.of_events), "D")
    if span is not None:
        return np.datetime64(span.end, "D")
    known = np.r_[day, back[~np.isnat(back)]]
    return known.max(initial=np.datetime64(0, "D")) + 1


def _triangle(lines, month, back, cohorts, after: pd.Timestamp) -> pd.DataFrame:
    """Return what was paid back by the end of each age, a row per month of purchase."""
    oldest = (pd.Period(after, "M") - cohorts[0]).n - 1 if len(cohorts) else 0
    ages = range(max(oldest, 0))
    table = pd.DataFrame(0.0, index=cohorts, columns=pd.RangeIndex(len(ages), name="age"))
    row = cohorts.get_indexer(pd.PeriodIndex(month)) if len(lines) else np.zeros(0, np.int64)
    for age in ages:
        within = (lines["refund_day"] < lines["day"] + pd.DateOffset(months=age + 1)).to_numpy(dtype=bool)
        table[age] = np.bincount(row, np.where(within, back, 0.0), len(cohorts))
        table.loc[~_whole(cohorts, age, after), age] = np.nan
    return table


def _whole(cohorts: pd.PeriodIndex, age: int, after: pd.Timestamp) -> np.ndarray:
    """Return for which cohorts the end of an age was observed even of the last day's purchases."""
    ends = (cohorts + age + 2).start_time
    return np.asarray(ends <= after)
