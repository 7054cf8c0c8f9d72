"""Does the workshop pay: break-even seats, and the chance of a loss when nobody knows how many will come."""

import math

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count

CHARGED = ("sold", "present")
"""Who pays: everybody with a seat, or only those who come."""

_MOST = 100_000


def event(
    fixed: float,
    price: float,
    seats: int,
    *,
    wanted: float | None = None,
    invited: int | None = None,
    rate: float | None = None,
    no_show: float = 0.0,
    cost: float = 0.0,
    charged: str = "sold",
) -> pd.Series:
    """Return from how many seats on an event pays, what it earns on average, and the chance of a loss.

    Parameters
    ----------
    fixed : float
        What it costs however many come: room, speaker, your days, advertisements.
    price : float
        Of a seat, in money, after payment fees.
    seats : int
        Seats there are; who wants one when all are sold is turned away.
    wanted : float, optional
        Mean number of people who want a seat, out of a public that nobody counted (Poisson).
    invited, rate : int and float, optional
        Instead: people who are asked, and the share of them who want a seat (binomial).
    no_show : float, default 0
        Share of those with a seat who do not come, each by chance, a fraction.
    cost : float, default 0
        Cost of each person who comes: food, material.
    charged : {"sold", "present"}
        Whether no-shows have paid (tickets) or not (paid at the door).

    Returns
    -------
    pandas.Series
        ``break_even`` (seats that must be sold so that the event does not lose on average; NaN when a full
        house loses) and ``break_even_share`` of the seats; ``sold`` and ``came`` (means), ``profit`` (mean,
        money), ``loss_chance`` and ``sold_out`` (chances, fractions). ``attrs``: ``definition``, ``reason``.

    Raises
    ------
    TypeError, ValueError
        A number out of range, neither ``wanted`` nor ``invited`` and ``rate``, or both.

    Notes
    -----
    Exact: over every number of seats sold, the chance of it times the binomial chance that those who come
    leave the event with a loss (a profit below 0).

    Examples
    --------
    >>> found = event(400, 100, 12, wanted=4)
    >>> found[["break_even", "profit", "loss_chance"]].round(4).tolist()
    [4.0, -0.0376, 0.4335]
    >>> event(900, 120, 20, invited=200, rate=0.06, no_show=0.25, cost=30)["loss_chance"].round(3)
    np.float64(0.199)

    References
    ----------
    C. T. Horngren et al., "Cost Accounting", chapter 3: break-even = fixed / contribution of a unit.
    """
    case = _case(fixed, price, seats, wanted, invited, rate, no_show, cost, charged)
    number = np.arange(case["seats"] + 1)
    chance = _chance_of_seats(case, number)
    sold = float(number @ chance)
    came = sold * (1 - case["no_show"])
    of_seat, of_guest = _earned(case)
    each = of_seat + of_guest * (1 - case["no_show"])
    least = math.ceil(round(case["fixed"] / each, 9)) if each > 0 else math.inf
    possible = least <= case["seats"]
    full = case["seats"] * each - case["fixed"]
    found = pd.Series(
        {
            "break_even": float(least) if possible else np.nan,
            "break_even_share": least / case["seats"] if possible else np.nan,
            "sold": sold,
            "came": came,
            "profit": sold * each - case["fixed"],
            "loss_chance": float(np.clip(chance @ _loss(case, number), 0.0, 1.0)),
            "sold_out": float(chance[-1]),
        },
        name="event",
    )
    found.attrs["definition"] = {
        "demand": f"Poisson, mean {wanted:g}" if wanted is not None else f"binomial, {rate:g} of {invited:g}",
        "charged": "every seat sold" if charged == "sold" else "those who come",
        "loss": "a profit below 0",
    }
    found.attrs["reason"] = "" if possible else f"a full house leaves {full:g} on average: it never pays"
    return found


def _case(fixed, price, seats, wanted, invited, rate, no_show, cost, charged) -> dict:
    """Return the arguments as numbers, or the error that names the wrong one."""
    errors.one_of(charged, CHARGED, "charged")
    by_public, by_list = wanted is not None, invited is not None and rate is not None
    if by_public == by_list or (by_public and (invited is not None or rate is not None)):
        raise ValueError("say how many want a seat, either wanted= (a mean) or invited= and rate= (a share)")
    places = count(seats, "seats", at_least=1)
    if places > _MOST:
        raise ValueError(f"seats must be {_MOST:,} or fewer, not {places:,}")
    return {
        "fixed": errors.not_negative(fixed, "fixed"),
        "price": errors.not_negative(price, "price"),
        "seats": places,
        "wanted": errors.not_negative(wanted, "wanted") if by_public else None,
        "invited": count(invited, "invited") if by_list else None,
        "rate": errors.fraction(rate, "rate") if by_list else None,
        "no_show": errors.fraction(no_show, "no_show"),
        "cost": errors.not_negative(cost, "cost"),
        "charged": charged,
    }


def _earned(case: dict) -> tuple[float, float]:
    """Return what a seat sold earns, and what somebody who comes earns on top of it."""
    if case["charged"] == "sold":
        return case["price"], -case["cost"]
    return 0.0, case["price"] - case["cost"]


def _chance_of_seats(case: dict, number: np.ndarray) -> np.ndarray:
    """Return the chance of each number of seats sold; all who want one beyond the last fall on it."""
    from scipy.stats import binom, poisson

    wanted = poisson(case["wanted"]) if case["wanted"] is not None else binom(case["invited"], case["rate"])
    return np.append(wanted.pmf(number[:-1]), wanted.sf(number[-1] - 1))


def _loss(case: dict, sold: np.ndarray) -> np.ndarray:
    """Return the chance of a loss for each number of seats sold, over who of them comes."""
    from scipy.stats import binom

    of_seat, of_guest = _earned(case)
    open_ = case["fixed"] - sold * of_seat
    if not of_guest:
        return (open_ > 1e-9).astype(float)
    limit = np.round(open_ / of_guest, 9)
    if of_guest > 0:  # a loss with fewer guests than the limit
        return binom.cdf(np.ceil(limit) - 1, sold, 1 - case["no_show"])
    return binom.sf(np.floor(limit), sold, 1 - case["no_show"])
