"""Cash and debt by month: what the forecast leaves after fixed costs, and how far it covers what is owed."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools.blueprint import Financing
from ecotools.forecast import LEVEL, SCENARIOS
from ecotools.forecast.intervals import Ready
from ecotools.forecast.runs import draws_of
from ecotools.measure import Measure
from ecotools.planning import cash_balance, cash_needed, debt_coverage, loan_payments, year_coverage

WORST = "careful"
"""The scenario of the forecast in which fewer come and more leave."""
SAFE = 1 - (1 - LEVEL) / 2
"""Chance with which cash is to be enough: that of the low end of the forecast's intervals."""


@dataclass(frozen=True)
class Money:
    """Cash and coverage of a business.

    Attributes
    ----------
    months : DataFrame
        One row per month: month, margin (median), fixed, payment (of all debts), received and spent (of the
        money asked for), cash_low, cash and cash_high at its end, coverage (median), and worst_cash and
        worst_coverage in the careful scenario (medians).
    coverage, worst_coverage : Measure
        Lowest coverage of twelve months in a row, in half of the runs; NaN where nothing is due.
    short : Measure
        Cash that is missing, so that it never runs out in nine of ten runs of the careful scenario.
    """

    months: pd.DataFrame
    coverage: Measure
    worst_coverage: Measure
    short: Measure

    @property
    def lowest(self) -> pd.Series:
        """The month with the least cash in the careful scenario."""
        return self.months.loc[self.months["worst_cash"].idxmin()]


def money_of(asked: Financing, ready: Ready, months: int, seed: int) -> Money:
    """Return cash and coverage by month, from the section financing and a forecast that is ready to run."""
    due, received, spent = payments(asked, months), *_lump(asked, months)
    fixed = asked.fixed_per_month or 0.0
    expected, worst = (
        draws_of(ready, months, seed, SCENARIOS[name])["margin"] for name in ("expected", WORST)
    )
    flows = received - spent - due - fixed
    cash, worst_cash = (cash_balance(part + flows, opening=asked.cash or 0.0) for part in (expected, worst))
    low, middle, high = np.quantile(cash.iloc[:, 1:], (1 - SAFE, 0.5, SAFE), axis=0)
    cover = [debt_coverage(part, due, fixed_per_month=fixed)["median"] for part in (expected, worst)]
    table = pd.DataFrame(
        {
            "month": range(1, months + 1),
            "margin": expected.median().to_numpy(),
            "fixed": fixed,
            "payment": due,
            "received": received,
            "spent": spent,
            "cash_low": low,
            "cash": middle,
            "cash_high": high,
            "coverage": cover[0],
            "worst_cash": worst_cash.iloc[:, 1:].median().to_numpy(),
            "worst_coverage": cover[1],
        }
    )
    years = [year_coverage(part, due, fixed_per_month=fixed) for part in (expected, worst)]
    return Money(table, *years, cash_needed(worst_cash, SAFE))


def payments(asked: Financing, months: int) -> np.ndarray:
    """Return what is due for all loans in each month: those there are, and the one that is asked for."""
    due = np.zeros(months)
    for debt in asked.debts or []:
        due[: debt.months_left] += debt.per_month
    if asked.kind == "loan" and asked.asked and asked.term_months:
        loan = loan_payments(
            asked.asked, asked.interest or 0.0, asked.term_months, grace_months=asked.grace_months
        )
        paid = loan["payment"].to_numpy()[: max(months - asked.month, 0)]
        due[asked.month : asked.month + len(paid)] += paid
    return due


def _lump(asked: Financing, months: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the money that comes in each month, and what of it is spent at once."""
    received, spent = np.zeros(months), np.zeros(months)
    if asked.month <= months:
        received[asked.month - 1] = asked.asked
        spent[asked.month - 1] = sum(one.amount for one in asked.use or [])
    return received, spent
