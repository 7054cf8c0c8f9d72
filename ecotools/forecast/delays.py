"""In which month something happens that follows within some days: shares by months from now."""

from functools import cache

import numpy as np

from ecotools.simulate.draws import delays

MONTH_DAYS = 365.25 / 12


@cache
def by_month(*windows: int) -> np.ndarray:
    """Return the shares of those who follow in the same month, the next, and so on.

    Somebody starts on any day of a month and follows within each of the ``windows`` (days) in turn, after the
    simulator's waiting times.

    >>> by_month(1).tolist()
    [1.0]
    >>> by_month(30).round(2).tolist()
    [0.78, 0.22]
    """
    waiting = np.ones(1)
    for window in windows:
        waiting = np.convolve(waiting, np.diff(delays(window), prepend=0.0))
    days = np.arange(len(waiting))
    months = int(days[-1] // MONTH_DAYS) + 2
    edges = np.arange(months)[:, None] * MONTH_DAYS - days
    # The share of a month's days from which the wait ends in the month so many later.
    started = np.clip(edges + MONTH_DAYS, 0, MONTH_DAYS) - np.clip(edges, 0, MONTH_DAYS)
    shares = started @ waiting / MONTH_DAYS
    shares = shares[: np.flatnonzero(shares > 1e-12)[-1] + 1]
    shares.flags.writeable = False  # every forecast reads the same
    return shares


def after(days: float) -> np.ndarray:
    """Return the shares by month of those to whom something happens exactly so many days later.

    >>> after(15.21875).tolist()
    [0.5, 0.5]
    """
    months, rest = divmod(days / MONTH_DAYS, 1)
    return np.append(np.zeros(int(months)), [1 - rest, rest])


def following(chance, people: np.ndarray, share: np.ndarray, shares_by_month: np.ndarray, past: int):
    """Return how many follow in each month to come.

    Parameters
    ----------
    chance : Chance or Expected
        How numbers of people are drawn.
    people : array, runs x months
        Who started, by month; the first ``past`` months are over.
    share : array, runs
        Share of them who follow at all.
    shares_by_month : array
        As `by_month` gives them.
    past : int
        Months of ``people`` before the first one to come; of their followers only those to come are counted.

    Returns
    -------
    array, runs x (months - past)
    """
    runs, months = people.shape
    rates = _rates(share, shares_by_month)
    found = np.zeros((runs, months))
    for month in range(months):
        left = people[:, month].astype(float)
        for later, rate in enumerate(rates[: months - month]):
            if month + later < past:
                # Over already: they are not drawn again, only taken off.
                left = left * (1 - rate)
            else:
                follow = chance.share_of(left, rate)
                found[:, month + later] += follow
                left = left - follow
    return found[:, past:]


def _rates(share: np.ndarray, shares_by_month: np.ndarray) -> list[np.ndarray]:
    """Return which share of those who have not followed yet does so, month by month."""
    rates, rest = [], np.ones(len(share))
    for part in shares_by_month:
        now = share * part
        rates.append(np.clip(now / np.maximum(rest, 1e-12), 0, 1))
        rest = rest - now
    return rates
