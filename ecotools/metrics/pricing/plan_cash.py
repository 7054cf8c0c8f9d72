"""What a payment plan brings in month by month, and how far that can vary, beside the price at once."""

import numpy as np
import pandas as pd
from scipy.stats import norm

from ecotools import errors
from ecotools.metrics.counts import count, inside
from ecotools.metrics.pricing.plans import read_plan


def payment_plan_cash(
    price: float,
    instalments: int,
    instalment_price: float,
    monthly_default_rate: float = 0.0,
    *,
    buyers: int = 100,
    level: float = 0.95,
) -> pd.DataFrame:
    """Return the cash that buyers on a payment plan bring by month, with its spread.

    As in `payment_plan_cost`: the first payment comes at once, of those who still pay a share stops each
    month, each by themselves, and whoever stops pays nothing more.

    Parameters
    ----------
    price : float
        The price when paid at once.
    instalments : int
        Number of payments, 1 or more.
    instalment_price : float
        Amount of each.
    monthly_default_rate : float, default 0
        Share of payers lost from one instalment to the next (fraction).
    buyers : int, default 100
        How many buy on the plan.
    level : float, default 0.95
        Of the range, a fraction.

    Returns
    -------
    DataFrame
        One row per payment: month (0 is the day of the sale), paying (expected buyers who still pay), cash
        (expected in the month), cash_spread (its standard deviation), total (expected so far), total_spread,
        low and high (between which the total lies at this level, by the normal distribution, and never more
        than all instalments), at_once (what the same buyers paid at once would have brought) and behind
        (at_once - total).

    Raises
    ------
    ValueError, TypeError
        As `payment_plan_cost`; buyers that are no whole number, a level that is no fraction.

    Notes
    -----
    Where many stop together, because of one bad month or one bad cohort, the spread is larger than this.

    Examples
    --------
    >>> cash = payment_plan_cash(997, 3, 360, monthly_default_rate=0.1, buyers=10)
    >>> cash[["month", "paying", "cash", "total", "total_spread", "behind"]].round(1)
       month  paying    cash   total  total_spread  behind
    0      0    10.0  3600.0  3600.0           0.0  6370.0
    1      1     9.0  3240.0  6840.0         341.5  3130.0
    2      2     8.1  2916.0  9756.0         725.3   214.0
    """
    price, amount, number = read_plan(price, instalments, instalment_price)
    lost, people = errors.fraction(monthly_default_rate, "monthly_default_rate"), count(buyers, "buyers")
    level, month = inside(level, "level", 0.95), np.arange(number)
    pays = (1 - lost) ** month
    table = pd.DataFrame({"month": month, "paying": people * pays, "cash": people * amount * pays})
    table["cash_spread"] = amount * np.sqrt(people * pays * (1 - pays))
    table["total"] = table["cash"].cumsum()
    table["total_spread"] = amount * np.sqrt(people * _variance(pays))
    wide = norm.ppf((1 + level) / 2) * table["total_spread"]
    table["low"] = (table["total"] - wide).clip(lower=people * amount)
    table["high"] = np.minimum(table["total"] + wide, people * amount * (month + 1))
    table["at_once"] = people * price
    table["behind"] = table["at_once"] - table["total"]
    table.attrs["definition"] = {
        "first_payment": "at once",
        "spread": "standard deviation, buyers independent of one another",
        "level": level,
    }
    return table


def _variance(pays: np.ndarray) -> np.ndarray:
    """Return the variance of how many instalments a buyer has paid, by month.

    The number paid is a sum of ones, one for each month reached; its square counts month m 2 m + 1 times.
    """
    square = (pays * (2 * np.arange(len(pays)) + 1)).cumsum()
    return (square - pays.cumsum() ** 2).clip(min=0)
