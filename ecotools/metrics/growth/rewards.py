"""What a reward for a referral may be: the largest that pays, and what each comes to."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing

_LARGEST = "value x (k - k_without) / ((1 - k_without) k), per customer who was referred"


def largest_reward(value: float, k: float, *, k_without: float = 0.0) -> Measure:
    """Return the reward per referred customer at which a referral programme just pays for itself.

    Every referred customer costs the reward, those too who would have been referred without one: nobody can
    tell them apart.

    Parameters
    ----------
    value : float
        What a customer leaves before any reward: margin over the lifetime, in money.
    k : float
        New customers whom one customer brings with the reward, above 0 and below 1.
    k_without : float, default 0
        The same without a reward, at most ``k``.

    Returns
    -------
    Measure
        Money per referred customer, what both sides get together. NaN with a reason where K is 0.

    Raises
    ------
    TypeError, ValueError
        A number out of range, a ``k_without`` above ``k``.

    Notes
    -----
    A customer from outside becomes 1 / (1 - K) customers, of whom K / (1 - K) were referred. The programme
    pays when value / (1 - K) - reward K / (1 - K) is at least value / (1 - K0).

    Examples
    --------
    >>> round(largest_reward(200, k=0.3), 2), round(largest_reward(200, k=0.3, k_without=0.2), 2)
    (200.0, 83.33)
    """
    value, k, before = errors.not_negative(value, "value"), _below_one(k, "k"), _below_one(k_without)
    if before > k:
        raise ValueError(f"k_without must be at most k ({k:g}), not {before:g}: a reward does not deter")
    if k == 0:
        return missing("nobody is referred", definition=_LARGEST, unit="money per referred customer")
    largest = value * (k - before) / ((1 - before) * k)
    return Measure(largest, definition=_LARGEST, unit="money per referred customer")


def reward_outcomes(
    rewards: float | Iterable[float],
    value: float,
    k: float | Iterable[float],
    *,
    k_without: float = 0.0,
) -> pd.DataFrame:
    """Return what each reward for a referral comes to, per customer from outside.

    Parameters
    ----------
    rewards : float or list of float
        Money per referred customer, 0 or more.
    value : float
        What a customer leaves before any reward, in money.
    k : float or list of float
        New customers whom one customer brings at each reward, below 1: one for all, or one per reward.
    k_without : float, default 0
        The same without a reward.

    Returns
    -------
    DataFrame
        One row per reward, as given: ``reward``, ``k``, ``customers`` (that one from outside becomes),
        ``paid`` (in rewards), ``left`` (value of them all less the rewards), ``more`` (than without a
        programme), ``largest`` (reward that just pays at this K, NaN at a K of 0 or below ``k_without``) and
        ``pays``. ``attrs["best"]`` is the reward that leaves the most.

    Raises
    ------
    TypeError, ValueError
        A number out of range, rewards and K of different lengths.

    Examples
    --------
    >>> found = reward_outcomes([0, 20, 60], value=100, k=[0.1, 0.25, 0.3], k_without=0.1)
    >>> found[["reward", "customers", "left", "more", "pays"]].round(2)
       reward  customers    left   more   pays
    0       0       1.11  111.11   0.00   True
    1      20       1.33  126.67  15.56   True
    2      60       1.43  117.14   6.03   True
    """
    offered = np.array([errors.not_negative(each, "rewards") for each in _listed(rewards)], dtype=float)
    rates = [_below_one(each, "k") for each in _listed(k)]
    if len(rates) not in (1, len(offered)):
        raise ValueError(f"k has {len(rates)} values for {len(offered)} rewards: give one, or one per reward")
    rate = np.array(rates if len(rates) == len(offered) else rates * len(offered), dtype=float)
    value, before = errors.not_negative(value, "value"), _below_one(k_without)
    customers = 1 / (1 - rate)
    paid = offered * rate * customers
    left = value * customers - paid
    more = left - value / (1 - before)
    largest = [largest_reward(value, one, k_without=before) if one >= before else np.nan for one in rate]
    table = pd.DataFrame({"reward": _listed(rewards), "k": rate, "customers": customers, "paid": paid})
    table = table.assign(left=left, more=more, largest=np.array(largest, dtype=float))
    table["pays"] = more >= -1e-9 * max(value, 1.0)
    table.attrs["best"] = float(offered[left.argmax()]) if len(offered) else float("nan")
    table.attrs["definition"] = {"largest": _LARGEST}
    return table


def _listed(value: float | Iterable[float]) -> list[float]:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else [value]


def _below_one(value: float, name: str = "k_without") -> float:
    number = errors.not_negative(value, name)
    if number >= 1:
        raise ValueError(f"{name} must be below 1, not {value}: from 1 on customers would grow without end")
    return number
