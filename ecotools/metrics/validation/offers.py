"""What a beta discount does: buyers it wins, buyers it only brings forward, and the quiet weeks after it."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import count
from ecotools.metrics.periods import start_day, until_day

REASONS = ("as usual", "brought forward", "won")


def simulate_offer(
    orders_per_day: float = 2.0,
    *,
    price: float = 199.0,
    discount: float = 0.3,
    begins: int = 31,
    days: int = 14,
    won: float = 0.25,
    brought_forward: float = 0.5,
    reach: int = 30,
    horizon: int = 120,
    first_day: str = "2025-01-01",
    seed: int = 0,
) -> pd.DataFrame:
    """Return the orders around a discount that ends on a date, with the reason behind each of them.

    Only a simulation knows the reasons. Those who would have bought soon after the offer come forward to it
    in part; a number of others buy who never would have.

    Parameters
    ----------
    orders_per_day : float, default 2
        Mean orders per day without an offer.
    price : float, default 199
        Full price, in money.
    discount : float, default 0.3
        Share taken off during the offer, a fraction.
    begins, days : int
        On which day of the simulation the offer begins (the first is 1), and how many days it runs.
    won : float, default 0.25
        Orders that the offer wins, as a share of the usual orders of its days.
    brought_forward : float, default 0.5
        Share of those who would have bought in the ``reach`` days after the offer that buy during it.
    reach : int, default 30
        Days after the offer from which buyers are brought forward.
    horizon : int, default 120
        Days simulated.
    first_day : str
        The date of the first day.
    seed : int
        Seed of the draws.

    Returns
    -------
    DataFrame
        One row per order, in order of time: day, amount (money), reason ("as usual", "brought forward",
        "won").

    Raises
    ------
    ValueError
        For shares that are no fractions, numbers of days that are not whole, an offer and its reach that do
        not fit into the horizon.

    Examples
    --------
    >>> orders = simulate_offer(seed=1)
    >>> orders["reason"].value_counts().sort_index().to_dict()
    {'as usual': 193, 'brought forward': 28, 'won': 10}
    """
    begins, length = count(begins, "begins", at_least=1), count(days, "days", at_least=1)
    reach, horizon = count(reach, "reach"), count(horizon, "horizon", at_least=1)
    discount, share = (
        errors.fraction(discount, "discount"),
        errors.fraction(brought_forward, "brought_forward"),
    )
    usual, extra = errors.not_negative(orders_per_day, "orders_per_day"), errors.not_negative(won, "won")
    after = begins + length
    if after + reach - 1 > horizon:
        raise ValueError(
            f"horizon must be at least {after + reach - 1} days for an offer from day {begins} on that runs "
            f"for {length} days and reaches {reach} days further, not {horizon}"
        )
    rng = np.random.default_rng(seed)
    day = np.repeat(np.arange(1, horizon + 1), rng.poisson(usual, horizon))
    early = (day >= after) & (day < after + reach) & (rng.random(len(day)) < share)
    day = np.where(early, rng.integers(begins, after, len(day)), day)
    new = np.repeat(np.arange(begins, after), rng.poisson(usual * extra, length))
    reason = np.concatenate([np.where(early, REASONS[1], REASONS[0]), np.full(len(new), REASONS[2])])
    day = np.concatenate([day, new])
    cheap = (day >= begins) & (day < after)
    amount = np.where(cheap, price * (1 - discount), float(errors.not_negative(price, "price")))
    table = pd.DataFrame({"day": day, "amount": amount.round(2), "reason": reason.astype(object)})
    table = table.sort_values("day", kind="stable", ignore_index=True)
    return table.assign(day=pd.Timestamp(first_day) + pd.to_timedelta(table["day"] - 1, unit="D"))


def offer_effect(orders: pd.DataFrame, start, end, *, before: int = 30, after: int = 30) -> pd.DataFrame:
    """Return orders and revenue before, during and after an offer, against the pace before it.

    The pace before is taken for what would have happened without the offer. A season or a campaign of those
    weeks is not told apart from it.

    Parameters
    ----------
    orders : DataFrame
        One row per order: day, amount (money).
    start, end : day or month
        First day of the offer, and the first day after it.
    before, after : int, default 30
        Days before the offer that set the pace, and days after it that are looked at.

    Returns
    -------
    DataFrame
        One row for each of before, during, after, and one for "during and after": period, days, orders,
        per_day, expected (orders at the pace before), extra (orders - expected), revenue, and
        extra_revenue (against the revenue per day before), in money.

    Raises
    ------
    ValueError
        For an ``end`` that is not after ``start``, days that the table does not tell about, or a number of
        days that is not whole.

    Examples
    --------
    >>> orders = simulate_offer(seed=1)
    >>> effect = offer_effect(orders, "2025-01-31", "2025-02-14")
    >>> effect[["period", "days", "orders", "expected", "extra"]].round(1)
                 period  days  orders  expected  extra
    0            before    30      66      66.0    0.0
    1            during    14      69      30.8   38.2
    2             after    30      27      66.0  -39.0
    3  during and after    44      96      96.8   -0.8
    """
    errors.columns(orders, ["day", "amount"], "orders")
    before, after = count(before, "before", at_least=1), count(after, "after", at_least=1)
    first, last = start_day(start, orders), until_day(end, orders, "end")
    if last <= first:
        raise ValueError(f"end must be after start: {last:%Y-%m-%d} is not after {first:%Y-%m-%d}")
    edges = [first - pd.Timedelta(days=before), first, last, last + pd.Timedelta(days=after)]
    start_day(edges[0], orders, "before")
    until_day(edges[3], orders, "after")
    day = columns.days(orders["day"], "orders.day").astype("datetime64[ns]")
    amount = columns.numbers(orders, "amount", "orders", money=True)
    rows = []
    for name, low, high in zip(("before", "during", "after"), edges, edges[1:], strict=False):
        within = (day >= low.to_datetime64()) & (day < high.to_datetime64())
        rows.append((name, (high - low).days, int(within.sum()), float(np.sort(amount[within]).sum())))
    rows.append(("during and after", *(sum(pair) for pair in zip(rows[1][1:], rows[2][1:], strict=True))))
    table = pd.DataFrame(rows, columns=["period", "days", "orders", "revenue"])
    pace = table.loc[0, ["orders", "revenue"]] / before
    table["per_day"] = table["orders"] / table["days"]
    table["expected"] = (pace["orders"] * table["days"]).astype(float)
    table["extra"] = table["orders"] - table["expected"]
    table["extra_revenue"] = (table["revenue"] - pace["revenue"] * table["days"]).astype(float)
    table.attrs["definition"] = f"against the pace of the {before} days before the offer"
    shown = ["period", "days", "orders", "per_day", "expected", "extra", "revenue", "extra_revenue"]
    return table[shown]
