"""Loans: what is paid in each month, and how far the money of the month covers it."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure
from ecotools.metrics.counts import count, inside
from ecotools.planning.milestones import read_runs

NO_INTEREST = 1e-12
"""A rate a month below which the formula of an annuity divides nothing by nothing."""


def loan_payments(amount: float, interest: float, term_months: int, *, grace_months: int = 0) -> pd.DataFrame:
    """Return what is paid in each month of a loan that is paid back in equal payments.

    Parameters
    ----------
    amount : float
        Money lent, zero or more.
    interest : float
        Interest a year, as a fraction; a month takes a twelfth of it.
    term_months : int
        Months from the first payment to the last.
    grace_months : int, default 0
        The first of these months, in which interest alone is paid; fewer than ``term_months``.

    Returns
    -------
    DataFrame
        One row per month (1, 2, …): month, interest, principal, payment (both together), and balance (what is
        owed after it).

    Raises
    ------
    ValueError, TypeError
        When an argument does not fit.

    Examples
    --------
    >>> loan = loan_payments(12000, 0.06, 12)
    >>> float(loan["payment"].iloc[0].round(2)), abs(float(loan["balance"].iloc[-1].round(2)))
    (1032.8, 0.0)

    References
    ----------
    The payment of an annuity: Brealey, Myers & Allen, *Principles of Corporate Finance*, chapter 2.
    """
    owed = errors.not_negative(amount, "amount")
    rate = errors.not_negative(interest, "interest") / 12
    term, grace = count(term_months, "term_months", 1), count(grace_months, "grace_months")
    if grace >= term:
        raise ValueError(f"grace_months must be fewer than the {term} of the loan, not {grace}")
    paying = term - grace
    payment = owed / _worth_of_ones(rate, paying)
    months = np.arange(1, term + 1)
    paid = np.maximum(months - grace, 0)
    before = _still_owed(owed, payment, rate, np.maximum(paid - 1, 0))
    cost = before * rate
    principal = np.where(paid > 0, payment - cost, 0.0)
    table = {"month": months, "interest": cost, "principal": principal, "payment": cost + principal}
    return pd.DataFrame(table | {"balance": before - principal})


def _worth_of_ones(rate: float, months) -> np.ndarray | float:
    """Return what a payment of 1 in each of so many months is worth today."""
    return months if rate < NO_INTEREST else -np.expm1(-months * np.log1p(rate)) / rate


def _still_owed(owed: float, payment: float, rate: float, paid: np.ndarray) -> np.ndarray:
    """Return what is owed after so many equal payments."""
    return (owed - payment * _worth_of_ones(rate, paid)) * (1 + rate) ** paid


def debt_coverage(
    margin: pd.DataFrame, payments: Sequence[float], *, fixed_per_month: float = 0.0, level: float = 0.8
) -> pd.DataFrame:
    """Return how far what a month brings covers the payments of its loans: debt-service coverage by month.

    Parameters
    ----------
    margin : DataFrame
        What each month brings after refunds and the costs of sales, one row per run and one column per month:
        "margin" of `ecotools.forecast.draws`.
    payments : sequence of float
        Interest and repayment due in each of these months, zero or more; those after the last one are zero.
    fixed_per_month : float, default 0
        What each month costs whatever is sold, before these payments.
    level : float, default 0.8
        Share of the runs between low and high.

    Returns
    -------
    DataFrame
        One row per month: month, payment, low, median and high of (margin - fixed costs) / payment, covered
        (share of the runs in which it is 1 or more), all NaN but the payment in a month without one.

    Raises
    ------
    ValueError, TypeError
        When margin is no table of runs, or a payment is not a number of zero or more.

    Examples
    --------
    >>> margin = pd.DataFrame([[900.0, 1500.0], [1100.0, 2500.0]], columns=[1, 2])
    >>> debt_coverage(margin, [0, 500], fixed_per_month=1000)[["median", "covered"]].values.tolist()[1]
    [2.0, 1.0]

    Notes
    -----
    Lenders ask for 1.2 to 1.25 or more over a year; below 1 the month does not earn what it has to pay.
    """
    values, months = read_runs(margin, "margin")
    due = _due(payments, len(months))
    fixed = errors.not_negative(fixed_per_month, "fixed_per_month")
    tail = (1 - inside(level, "level", 0.8)) / 2
    cover = (values - fixed) / np.where(due > 0, due, np.nan)
    low, median, high = np.quantile(cover, (tail, 0.5, 1 - tail), axis=0)
    covered = np.where(due > 0, (cover >= 1).mean(axis=0), np.nan)
    table = {"month": months.astype(int), "payment": due, "low": low, "median": median, "high": high}
    return pd.DataFrame(table | {"covered": covered})


def year_coverage(
    margin: pd.DataFrame, payments: Sequence[float], *, fixed_per_month: float = 0.0, chance: float = 0.5
) -> Measure:
    """Return the lowest debt-service coverage of any twelve months in a row.

    Parameters
    ----------
    margin, payments, fixed_per_month
        As for `debt_coverage`.
    chance : float, default 0.5
        Share of the runs whose coverage is never below this.

    Returns
    -------
    Measure
        The sum of twelve months' (margin - fixed costs) / the sum of their payments, at its lowest; over all
        months when there are fewer than twelve. NaN when nothing is due.

    Examples
    --------
    >>> margin = pd.DataFrame([[1500.0] * 24], columns=range(1, 25))
    >>> year_coverage(margin, [500] * 24, fixed_per_month=1000)
    1.0
    """
    values, months = read_runs(margin, "margin")
    due = _due(payments, len(months))
    left = values - errors.not_negative(fixed_per_month, "fixed_per_month")
    window = min(12, len(months))
    owed, there = _sums(due[None, :], window)[0], _sums(left, window)
    said = {"definition": f"lowest coverage of {window} months in a row", "unit": "ratio"}
    if not (owed > 0).any():
        return Measure(np.nan, reason="nothing is due in these months", **said)
    worst = (there[:, owed > 0] / owed[owed > 0]).min(axis=1)
    share = inside(chance, "chance", 0.5)
    return Measure(np.quantile(worst, 1 - share), **said)


def _due(payments: Sequence[float], months: int) -> np.ndarray:
    """Return what is due in each of the months."""
    due = np.asarray(list(payments), dtype=float)
    if not np.isfinite(due).all() or (due < 0).any():
        raise ValueError("payments must be numbers of zero or more, one per month")
    return np.pad(due[:months], (0, max(months - len(due), 0)))


def _sums(values: np.ndarray, window: int) -> np.ndarray:
    """Return the sums of so many columns in a row."""
    return np.lib.stride_tricks.sliding_window_view(values, window, axis=1).sum(axis=-1)
