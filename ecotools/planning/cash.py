"""The money behind a plan: when a month pays for itself, when the outlay is back, how much cash it takes."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure
from ecotools.metrics.counts import inside
from ecotools.planning.milestones import first_true, read_runs

WHEN = {
    "first": "the first month that covers its fixed costs",
    "lasting": "the first month from which on every month covers them, as far as the runs go",
}


def cash_balance(
    margin: pd.DataFrame, *, opening: float = 0.0, invested: float = 0.0, fixed_per_month: float = 0.0
) -> pd.DataFrame:
    """Return the cash at the end of each month, in each run.

    Parameters
    ----------
    margin : DataFrame
        What each month brings after refunds and the costs of sales, one row per run and one column per month:
        "margin" of `ecotools.forecast.draws`. It is taken as cash of its month.
    opening : float, default 0
        Cash at the start.
    invested : float, default 0
        Spent before the first month.
    fixed_per_month : float, default 0
        Spent in every month, whatever is sold: tools, wages, rent.

    Returns
    -------
    DataFrame
        One row per run and one column per month; month 0 is the start, after what was invested.

    Raises
    ------
    ValueError, TypeError
        When an amount is no number of zero or more, or margin no table of runs.

    Examples
    --------
    >>> margin = pd.DataFrame([[100.0, 300.0], [50.0, 150.0]], columns=[1, 2])
    >>> cash_balance(margin, opening=500, invested=400, fixed_per_month=200).values.tolist()
    [[100.0, 0.0, 100.0], [100.0, -50.0, -100.0]]
    """
    values, months = read_runs(margin, "margin")
    start = errors.finite(opening, "opening") - errors.not_negative(invested, "invested")
    fixed = errors.not_negative(fixed_per_month, "fixed_per_month")
    balance = start + np.insert((values - fixed).cumsum(axis=1), 0, 0.0, axis=1)
    return pd.DataFrame(balance, margin.index, pd.Index([0, *months.astype(int)], name="month"))


def break_even_month(margin: pd.DataFrame, fixed_per_month: float, *, when: str = "lasting") -> pd.Series:
    """Return the month, in each run, in which a month's margin covers the fixed costs of a month.

    Parameters
    ----------
    margin : DataFrame
        As for `cash_balance`.
    fixed_per_month : float
        What each month costs, whatever is sold.
    when : {"lasting", "first"}
        From which month on every month covers them, or the first that does. A launch makes a first month
        that does not last.

    Returns
    -------
    Series
        Month by run, NaN where there is none within the runs; `month_range` sums it up.

    Examples
    --------
    >>> margin = pd.DataFrame([[900, 100, 250, 300], [100, 90, 110, 130]], columns=[1, 2, 3, 4])
    >>> break_even_month(margin, 200).tolist(), break_even_month(margin, 200, when="first").tolist()
    ([3.0, nan], [1.0, nan])
    """
    values, months = read_runs(margin, "margin")
    errors.one_of(when, WHEN, "when")
    covers = values >= errors.not_negative(fixed_per_month, "fixed_per_month") - 1e-9
    if when == "lasting":
        covers = np.logical_and.accumulate(covers[:, ::-1], axis=1)[:, ::-1]
    return first_true(covers, months, margin.index)


def payback_month(margin: pd.DataFrame, *, invested: float, fixed_per_month: float = 0.0) -> pd.Series:
    """Return the month, in each run, at whose end what was invested has come back.

    Parameters
    ----------
    margin, invested, fixed_per_month
        As for `cash_balance`. Money of later months counts as much as today's.

    Returns
    -------
    Series
        Month by run, NaN where it does not come back within the runs, and 0 where nothing was invested;
        `month_range` sums it up.

    Examples
    --------
    >>> margin = pd.DataFrame([[500, 500, 500], [300, 300, 300]], columns=[1, 2, 3])
    >>> payback_month(margin, invested=600, fixed_per_month=200).tolist()
    [2.0, nan]
    """
    balance = cash_balance(margin, invested=invested, fixed_per_month=fixed_per_month)
    return first_true(balance.to_numpy() >= -1e-9, balance.columns.to_numpy(float), margin.index)


def cash_needed(balance: pd.DataFrame, chance: float = 0.9) -> Measure:
    """Return how much more cash a plan takes, so that with some chance it never runs out.

    Parameters
    ----------
    balance : DataFrame
        As `cash_balance` gives it.
    chance : float, default 0.9
        Share of the runs in which no month ends below zero, between 0 and 1.

    Returns
    -------
    Measure
        Money on top of the opening cash; 0 when what there is is enough.

    Examples
    --------
    >>> balance = pd.DataFrame([[50, -100], [-20, 300], [-250, -10], [5, 10]], columns=[1, 2])
    >>> cash_needed(balance, chance=0.75)
    100.0
    """
    values, _ = read_runs(balance, "balance")
    chance = inside(chance, "chance", 0.9)
    short = np.maximum(0.0, -values.min(axis=1))
    return Measure(
        np.quantile(short, chance, method="inverted_cdf"),
        definition=f"lowest month-end balance, covered in {chance:g} of the runs",
        unit="currency",
    )
