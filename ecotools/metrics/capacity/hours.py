"""What becomes of a coach's hours: sold, prepared, held and lost, and for how many clients they last."""

from math import floor

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure
from ecotools.metrics.counts import count

_ALMOST = 1e-9
"""Three times a third of an hour is an hour, whatever its last bit says."""


def hours_used(
    sold: float,
    hours: float,
    *,
    prepare: float = 0.0,
    no_show: float = 0.0,
    cancelled: float = 0.0,
    refilled: float = 0.0,
    made_up: bool = False,
) -> pd.Series:
    """Return what becomes of the hours that a coach has, once sessions are sold, prepared and missed.

    Parameters
    ----------
    sold : float
        Hours of sessions that were sold for a month (or another period).
    hours : float
        Hours that the coach has in it.
    prepare : float, default 0
        Hours of preparation and notes for one hour of session.
    no_show : float, default 0
        Share of the booked hours to which nobody comes, a fraction.
    cancelled : float, default 0
        Share that is called off, a fraction.
    refilled : float, default 0
        Share of the hours called off that another client takes instead, a fraction.
    made_up : bool, default False
        Whether a lost hour is booked once more, until it is held. Otherwise the client has lost it.

    Returns
    -------
    pandas.Series
        sold, booked (hours in the calendar), held, lost (booked and nobody came), prepared, needed (booked +
        prepared), free (hours - needed; below 0 when more is sold than there is), utilisation (needed /
        hours) and coached (held / hours), which others call utilisation. Both are NaN without hours, and
        ``attrs["reason"]`` says so.

    Raises
    ------
    ValueError, TypeError
        Hours below zero, shares that are no fractions or exceed 1 together, hours that are all lost and made
        up.

    Examples
    --------
    >>> used = hours_used(40, 60, prepare=0.25, no_show=0.1, cancelled=0.2, refilled=0.5)
    >>> used[["held", "lost", "needed", "free"]].to_dict()
    {'held': 32.0, 'lost': 8.0, 'needed': 50.0, 'free': 10.0}
    >>> used[["utilisation", "coached"]].round(3).to_dict()
    {'utilisation': 0.833, 'coached': 0.533}
    """
    sold, hours = errors.not_negative(sold, "sold"), errors.not_negative(hours, "hours")
    prepare = errors.not_negative(prepare, "prepare")
    lost = lost_share(no_show, cancelled, refilled)
    if made_up and lost == 1:
        raise ValueError("made_up: when every booked hour is lost, none can be made up for")
    booked = sold / (1 - lost) if made_up else sold
    held, prepared = booked * (1 - lost), booked * prepare
    needed = booked + prepared
    used = {"sold": sold, "booked": booked, "held": held, "lost": booked - held, "prepared": prepared}
    used |= {"needed": needed, "free": hours - needed}
    used |= {
        "utilisation": needed / hours if hours else np.nan,
        "coached": held / hours if hours else np.nan,
    }
    found = pd.Series(used, name="hours")
    found.attrs = {
        "definition": {
            "utilisation": "(booked + prepared) / hours there are",
            "coached": "held / hours there are",
            "lost hours": "booked once more" if made_up else "lost to the client",
        },
        "reason": "" if hours else "there are no hours",
    }
    return found


def lost_share(no_show: float, cancelled: float, refilled: float) -> float:
    """Return the share of the booked hours in which nobody is coached.

    >>> round(lost_share(0.1, 0.2, 0.5), 3)
    0.2
    """
    missed, off = errors.fraction(no_show, "no_show"), errors.fraction(cancelled, "cancelled")
    if missed + off > 1 + _ALMOST:
        raise ValueError(
            f"no_show and cancelled are shares of the same hours, so they add up to 1 at most, "
            f"not {missed + off:g}"
        )
    return min(missed + off * (1 - errors.fraction(refilled, "refilled")), 1.0)


def most_clients(
    hours: float, hours_each: float, *, group_size: int = 1, prepare: float = 0.0, lost: float = 0.0
) -> Measure:
    """Return how many clients can be served at the same time in the hours there are.

    Parameters
    ----------
    hours : float
        Hours of a month (or another period).
    hours_each : float
        Hours of sessions in it that one client gets, or one group.
    group_size : int, default 1
        People in a group; 1 is one to one.
    prepare : float, default 0
        Hours of preparation for one hour of session.
    lost : float, default 0
        Share of the booked hours that is lost and made up for, a fraction below 1.

    Returns
    -------
    Measure
        Whole clients, in whole groups.

    Raises
    ------
    ValueError, TypeError
        Hours below zero, no hours for a client, a group size that is no whole number, a share of 1.

    Examples
    --------
    >>> most_clients(40, 6), most_clients(40, 6, group_size=8), most_clients(40, 6, prepare=0.5)
    (6.0, 48.0, 4.0)
    """
    hours, each = errors.not_negative(hours, "hours"), hours_for(hours_each, prepare, lost)
    size = count(group_size, "group_size", at_least=1)
    kind = "one to one" if size == 1 else f"whole groups of {size}"
    return Measure(
        size * whole_times(hours, each),
        definition=f"{kind}, {each:g} hours each with preparation and lost hours",
        unit="clients",
    )


def hours_for(hours_each: float, prepare: float, lost: float, name: str = "hours_each") -> float:
    """Return the hours that sessions of so many hours take up, with preparation and what is made up for."""
    each, more = errors.positive(hours_each, name), errors.not_negative(prepare, "prepare")
    share = errors.fraction(lost, "lost")
    if share == 1:
        raise ValueError("lost must be below 1, not 1: an hour that is always lost cannot be made up for")
    return each * (1 + more) / (1 - share)


def whole_times(hours: float, each: float) -> int:
    """Return how many times ``each`` goes into ``hours``.

    >>> whole_times(0.3, 0.1), whole_times(5, 2)
    (3, 2)
    """
    return floor(hours / each + _ALMOST)
