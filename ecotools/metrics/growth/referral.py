"""Customers who bring customers: the K-factor, what it multiplies by, and whose share that makes."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure
from ecotools.metrics.counts import count

_SHARE = "customers who were referred / all new customers, once it is steady: K / (1 + growth per cycle)"


def k_factor(invites: float, conversion: float) -> Measure:
    """Return the K-factor: how many new customers one customer brings.

    Parameters
    ----------
    invites : float
        Invitations per customer, of all customers, those who never invite anyone included.
    conversion : float
        Share of the invitations that become customers, as a fraction.

    Returns
    -------
    Measure
        Customers per customer.

    Raises
    ------
    TypeError, ValueError
        A number below 0, a conversion that is no fraction.

    References
    ----------
    D. Skok, Lessons Learned - Viral Marketing (forentrepreneurs.com, 2009).

    Examples
    --------
    >>> k_factor(invites=3, conversion=0.1).__round__(2)
    0.3
    """
    sent, share = errors.not_negative(invites, "invites"), errors.fraction(conversion, "conversion")
    definition = "invitations per customer x share of them that become customers"
    return Measure(sent * share, definition=definition, unit="customers per customer")


def amplification(k: float, cycles: int | None = None) -> Measure:
    """Return how many customers one customer from outside becomes, that customer included.

    Parameters
    ----------
    k : float
        New customers whom one customer brings, 0 or more.
    cycles : int, optional
        After so many rounds of invitations. Default: after all of them.

    Returns
    -------
    Measure
        1 / (1 - K), which is inf from a K of 1 on; after n cycles (K^(n+1) - 1) / (K - 1).

    Raises
    ------
    TypeError, ValueError
        A K below 0, cycles that are no whole number.

    References
    ----------
    D. Skok, Lessons Learned - Viral Marketing (forentrepreneurs.com, 2009), with S. Reiss's formula.

    Examples
    --------
    >>> round(amplification(0.3), 2), round(amplification(0.3, cycles=1), 2), amplification(1.2)
    (1.43, 1.3, inf)
    """
    k = errors.not_negative(k, "k")
    if cycles is None:
        many = 1 / (1 - k) if k < 1 else float("inf")
        return Measure(many, definition="1 / (1 - K)", unit="customers per customer from outside")
    turns = count(cycles, "cycles")
    many = turns + 1 if k == 1 else (k ** (turns + 1) - 1) / (k - 1)
    definition = f"(K^(n+1) - 1) / (K - 1) after n = {turns} cycles"
    return Measure(many, definition=definition, unit="customers per customer from outside")


def referral_cycles(
    customers: float, k: float, cycles: int, *, cycle_days: float | None = None
) -> pd.DataFrame:
    """Return how many customers each round of invitations brings.

    Everyone invites once, in the round after the one in which they came. Nobody leaves, and there is always
    somebody left to invite: real numbers are lower.

    Parameters
    ----------
    customers : float
        Customers at the beginning.
    k : float
        New customers whom each brings.
    cycles : int
        Rounds.
    cycle_days : float, optional
        Days that a round takes, above 0: halve it, and the same growth takes half the time.

    Returns
    -------
    DataFrame
        ``cycle`` (0, 1, …), ``new`` and ``total`` customers; with ``cycle_days`` also ``day``.

    Raises
    ------
    TypeError, ValueError
        A number out of range.

    References
    ----------
    D. Skok, Lessons Learned - Viral Marketing (forentrepreneurs.com, 2009).

    Examples
    --------
    >>> referral_cycles(10, k=2, cycles=3, cycle_days=2)
       cycle   day   new  total
    0      0   0.0  10.0   10.0
    1      1   2.0  20.0   30.0
    2      2   4.0  40.0   70.0
    3      3   6.0  80.0  150.0
    """
    customers, k = errors.not_negative(customers, "customers"), errors.not_negative(k, "k")
    cycle = np.arange(count(cycles, "cycles") + 1)
    with np.errstate(over="ignore"):
        new = customers * k ** cycle.astype(float)
    table = pd.DataFrame({"cycle": cycle, "new": new, "total": np.cumsum(new)})
    if cycle_days is not None:
        table.insert(1, "day", cycle * errors.positive(cycle_days, "cycle_days"))
    return table


def referred_share(k: float, *, growth: float = 0.0) -> Measure:
    """Return which share of new customers were referred, once that is steady.

    Parameters
    ----------
    k : float
        New customers whom one customer brings, below 1 + growth.
    growth : float, default 0
        By which those from outside grow per cycle, as a fraction: growth makes the share smaller, since those
        who invite are fewer than those who come.

    Returns
    -------
    Measure
        A fraction, K / (1 + growth).

    Raises
    ------
    TypeError, ValueError
        A K below 0, or so large that the share never becomes steady; a growth of -1 or below.

    Notes
    -----
    With x = outside + K x_before, and both growing by 1 + r per cycle, K x_before / x = K / (1 + r).

    Examples
    --------
    >>> round(referred_share(0.3), 2), round(referred_share(0.3, growth=0.2), 2)
    (0.3, 0.25)
    """
    k, more = errors.not_negative(k, "k"), _growth(growth)
    if k >= more:
        raise ValueError(f"k must be below 1 + growth ({more:g}), not {k:g}: soon nearly all were referred")
    return Measure(k / more, definition=_SHARE, unit="fraction")


def k_for_share(share: float, *, growth: float = 0.0) -> Measure:
    """Return the K-factor that it takes until a share of all new customers were referred.

    Parameters
    ----------
    share : float
        Customers who were referred / all new ones, a fraction below 1.
    growth : float, default 0
        By which those from outside grow per cycle, as a fraction.

    Returns
    -------
    Measure
        Customers per customer: share x (1 + growth).

    Raises
    ------
    TypeError, ValueError
        A share that is no fraction below 1; a growth of -1 or below.

    Examples
    --------
    >>> [round(k_for_share(share), 2) for share in (0.4, 0.6)]
    [0.4, 0.6]
    """
    share = errors.fraction(share, "share")
    if share == 1:
        raise ValueError("share must be below 1: somebody has to come from outside first")
    return Measure(share * _growth(growth), definition=_SHARE, unit="customers per customer")


def _growth(growth: float) -> float:
    more = 1 + errors.finite(growth, "growth")
    if more <= 0:
        raise ValueError(f"growth must be above -1, not {growth}")
    return more
