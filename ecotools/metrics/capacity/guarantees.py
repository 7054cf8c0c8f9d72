"""The price of a guarantee: who claims it, what that costs, and how many more sales pay for it."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import inside, part

_DRAWS = 20_000
_ROWS = ["rise", "refunds_without", "refunds_with", "break_even_rise", "above_break_even", "gain"]


def guarantee(
    price: float,
    cost: float,
    *,
    refunds: float,
    claims: float,
    new_claims: float,
    rise: float = 0.0,
) -> pd.Series:
    """Return what a guarantee costs and brings, for 100 sales without it.

    Two kinds of people buy with a guarantee: those who would have bought anyway, of whom some claim, and
    those who buy because of it, of whom more do.

    Parameters
    ----------
    price, cost : float
        The price, which a claim gives back in full, and what a sale costs whether it is paid back or not.
    refunds : float
        Share of the sales that is paid back without a guarantee, a fraction.
    claims : float
        Share of those who would have bought anyway who claim, a fraction.
    new_claims : float
        Share of those who buy because of the guarantee who claim, a fraction.
    rise : float, default 0
        How many more sales it brings, as a fraction of the sales without it.

    Returns
    -------
    pandas.Series
        sales (100 x (1 + rise)), claims (share of all sales with it), by_new (share of the claims that come
        from those who would not have bought; NaN without any claim), profit_without, profit_with and gain
        (money per 100 sales without), premium (what the guarantee costs per sale that would have been made
        anyway) and break_even_rise (the rise that pays for it; NaN with ``attrs["reason"]`` when no rise
        does, since a new sale brings nothing).

    Raises
    ------
    ValueError, TypeError
        A price of 0 or less, a cost below zero, shares that are no fractions, a rise below zero.

    Examples
    --------
    >>> found = guarantee(200, 50, refunds=0.05, claims=0.1, new_claims=0.3, rise=0.2)
    >>> found.round(3).to_dict()  # doctest: +NORMALIZE_WHITESPACE
    {'sales': 120.0, 'claims': 0.133, 'by_new': 0.375, 'profit_without': 14000.0, 'profit_with': 14800.0,
     'gain': 800.0, 'premium': 10.0, 'break_even_rise': 0.111}
    """
    price, cost = errors.positive(price, "price"), errors.not_negative(cost, "cost")
    before, old = errors.fraction(refunds, "refunds"), errors.fraction(claims, "claims")
    new, rise = errors.fraction(new_claims, "new_claims"), errors.not_negative(rise, "rise")
    all_claims, worth = old + rise * new, price - cost - new * price
    without, with_it = (
        100 * (price - cost - before * price),
        100 * (price - cost - old * price + rise * worth),
    )
    premium = (old - before) * price
    found = pd.Series(
        {
            "sales": 100 * (1 + rise),
            "claims": all_claims / (1 + rise),
            "by_new": rise * new / all_claims if all_claims else np.nan,
            "profit_without": without,
            "profit_with": with_it,
            "gain": with_it - without,
            "premium": premium,
            "break_even_rise": _rise(premium, worth),
        },
        name="guarantee",
    )
    reason = f"a new sale brings {worth:.2f} after the claims: no rise pays for it"
    found.attrs["reason"] = reason if np.isnan(found["break_even_rise"]) else ""
    found.attrs["definition"] = "a claim gives the whole price back, and the cost is lost"
    return found


def _rise(premium: float, worth: float) -> float:
    if premium <= 0:
        return 0.0
    return premium / worth if worth > 0 else np.nan


def guarantee_test(
    price: float,
    cost: float,
    without: tuple[int, int, int],
    with_guarantee: tuple[int, int, int],
    *,
    level: float = 0.95,
    seed: int = 0,
) -> pd.DataFrame:
    """Return what a test of a guarantee says: visitors are shown the page with it or without it, by lot.

    Parameters
    ----------
    price, cost : float
        As in `guarantee`.
    without, with_guarantee : tuple of int
        Visitors, buyers among them, and buyers who got their money back. Wait until the time to claim is
        over.
    level : float, default 0.95
        Of the intervals, a fraction.
    seed : int, default 0
        Seed of the draws behind the intervals.

    Returns
    -------
    DataFrame
        Columns value, low, high; one row each for rise (sales per visitor with it / without it - 1),
        refunds_without and refunds_with (share of the sales), break_even_rise (the rise at which the profit
        per visitor would be the same, given these refunds), above_break_even (rise - break_even_rise) and
        gain (profit per visitor with it - without it). The guarantee has paid where the interval of the last
        two lies above 0. NaN with ``attrs["reason"]`` where nobody bought, or where a sale with the guarantee
        brings nothing.

    Raises
    ------
    ValueError, TypeError
        More buyers than visitors or more refunds than buyers, no visitors, a level that is no fraction.

    Notes
    -----
    The intervals are quantiles of draws from the shares' distributions given the counts, with Jeffreys'
    prior, beta(1/2, 1/2) (Brown, Cai & DasGupta 2001, Interval estimation for a binomial proportion).

    Examples
    --------
    >>> guarantee_test(200, 50, (4000, 160, 8), (4000, 200, 26)).round(3)
                      value    low   high
    rise              0.250  0.022  0.534
    refunds_without   0.050  0.024  0.092
    refunds_with      0.130  0.089  0.182
    break_even_rise   0.129  0.031  0.241
    above_break_even  0.121 -0.133  0.419
    gain              0.600 -0.706  1.904
    """
    price, cost = errors.positive(price, "price"), errors.not_negative(cost, "cost")
    level, rng = inside(level, "level", 0.95), np.random.default_rng(seed)
    groups = [_counts(without, "without"), _counts(with_guarantee, "with_guarantee")]
    shares = [np.array([buyers / visitors]) for visitors, buyers, _ in groups]
    shares += [np.array([refunds / buyers if buyers else np.nan]) for _, buyers, refunds in groups]
    drawn = [rng.beta(buyers + 0.5, visitors - buyers + 0.5, _DRAWS) for visitors, buyers, _ in groups]
    drawn += [rng.beta(refunds + 0.5, buyers - refunds + 0.5, _DRAWS) for _, buyers, refunds in groups]
    tail = (1 - level) / 2
    # An end is one of the draws: between two of them one might be infinite.
    low, high = np.quantile(_compared(price, cost, *drawn), [tail, 1 - tail], axis=1, method="inverted_cdf")
    value = _compared(price, cost, *shares)[:, 0]
    table = pd.DataFrame({"value": value, "low": low, "high": high}, index=_ROWS)
    table[~np.isfinite(table["value"].to_numpy())] = np.nan
    table.attrs["definition"] = {"interval": f"Jeffreys' prior, level {level:g}"}
    table.attrs["reason"] = _why(groups, price - cost - shares[3][0] * price)
    return table


def _compared(price, cost, sold, sold_with, back, back_with) -> np.ndarray:
    """Return the rows of `guarantee_test` for several values of the shares."""
    before, after = price - cost - back * price, price - cost - back_with * price
    with np.errstate(divide="ignore", invalid="ignore"):
        rise = sold_with / sold - 1
        # Where a sale with the guarantee brings nothing, no rise pays for it, however large. A sale that
        # brought nothing before needs none.
        needed = np.where(after > 0, np.maximum(before, 0) / after - 1, np.inf)
        needed = np.where(np.isnan(after), np.nan, needed)
        gain = np.where(sold_with > 0, sold_with * after, 0.0) - np.where(sold > 0, sold * before, 0.0)
    return np.array([rise, back, back_with, needed, rise - needed, gain])


def _why(counts, worth: float) -> str:
    reasons = [
        f"nobody bought {name} it"
        for name, (_, buyers, _) in zip(("without", "with"), counts, strict=True)
        if not buyers
    ]
    if worth <= 0:
        reasons.append("a sale with the guarantee brings nothing: no rise pays for it")
    return "; ".join(reasons)


def _counts(given: tuple[int, int, int], name: str) -> tuple[int, int, int]:
    if isinstance(given, str) or not np.iterable(given) or len(tuple(given)) != 3:
        raise ValueError(
            f"{name} must be visitors, buyers and refunds, such as (4000, 160, 8), not {given!r}"
        )
    visitors, buyers, refunds = given
    buyers, visitors = part(buyers, visitors, f"{name}: buyers", "the visitors")
    refunds, buyers = part(refunds, buyers, f"{name}: refunds", "the buyers")
    if not visitors:
        raise ValueError(f"{name} must have visitors: of none nothing can be said")
    return visitors, buyers, refunds
