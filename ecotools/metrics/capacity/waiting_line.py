"""A waiting list in the long run: how long people wait for a place, and how many give up, by formula."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count
from ecotools.metrics.moderation.queue import erlang_c

_MOST = 1_000_000
_NAMES = ["load", "busy", "waits", "weeks", "line", "gives_up", "starts"]
_DEFINITION = "applications come independently, stays differ (exponential), who came first starts first"


def waiting_line(
    applications_per_week: float, places: int, weeks_each: float, *, patience: float | None = None
) -> pd.Series:
    """Return what a waiting list for coaching comes to in the long run.

    Parameters
    ----------
    applications_per_week : float
        Good applications a week, on average.
    places : int
        Clients at the same time, such as `most_clients` gives them.
    weeks_each : float
        Mean weeks that a client stays.
    patience : float, optional
        Mean weeks that somebody waits before giving up. Default: nobody gives up.

    Returns
    -------
    pandas.Series
        load (clients there would be if there were places for all), busy (share of the places taken), waits
        (share who find no place at once), weeks (mean wait of all who apply, whether they start or give up),
        line (how many wait, on average), gives_up (share of the applications), starts (clients a week).
        Where nobody gives up and as many apply as there are places for, or more, the list has no end: waits
        1, weeks and line inf, and ``attrs["reason"]`` says so.

    Raises
    ------
    ValueError, TypeError
        Numbers that are not above zero, places that are no whole number, more than a million who would wait.

    Notes
    -----
    Real programmes have a length: stays that differ less make the wait shorter, about half as long where all
    are alike. `simulate_waiting_list` has both.

    References
    ----------
    Erlang (1917) for those who never give up: M/M/c. Palm (1957), and Garnett, Mandelbaum & Reiman (2002),
    Designing a call center with impatient customers, M&SOM 4: M/M/c+M, "Erlang A". Little (1961): line =
    applications x weeks.

    Examples
    --------
    >>> found = waiting_line(0.45, places=6, weeks_each=12)
    >>> found[["load", "busy", "weeks", "line"]].round(2).to_dict()
    {'load': 5.4, 'busy': 0.9, 'weeks': 14.8, 'line': 6.66}
    >>> waiting_line(1, places=6, weeks_each=12, patience=4)[["weeks", "gives_up"]].round(2).to_dict()
    {'weeks': 2.06, 'gives_up': 0.51}
    """
    applications = errors.positive(applications_per_week, "applications_per_week")
    places, stay = count(places, "places", at_least=1), errors.positive(weeks_each, "weeks_each")
    if patience is None:
        values, reason = _patient(applications, places, stay)
    else:
        values, reason = _impatient(applications, places, stay, errors.positive(patience, "patience")), ""
    found = pd.Series([applications * stay, *values], index=_NAMES, name="waiting list")
    model = "M/M/c" if patience is None else "M/M/c+M, which lets those who wait give up"
    found.attrs = {"definition": f"{model}: {_DEFINITION}", "reason": reason}
    return found


def _patient(applications: float, places: int, stay: float) -> tuple[list[float], str]:
    """Return the values of `waiting_line` when nobody gives up, and why there is no end to it."""
    load = applications * stay
    if load >= places:
        reason = f"there are clients for {load:.2f} places and {places} places: the list has no end"
        return [1.0, 1.0, np.inf, np.inf, 0.0, places / stay], reason
    waits = erlang_c(load, places)
    weeks = waits * stay / (places - load)
    return [load / places, waits, weeks, applications * weeks, 0.0, applications], ""


def _impatient(applications: float, places: int, stay: float, patience: float) -> list[float]:
    """Return the values of `waiting_line` from how often so many people are there, waiting ones included."""
    waiting = applications * patience
    if waiting + places > _MOST:
        raise ValueError(
            f"patience: {waiting:,.0f} could wait at the same time, more than {_MOST:,} can be computed; "
            "leave patience away where nobody gives up"
        )
    people = np.arange(1, places + int(waiting + 20 * np.sqrt(waiting)) + 100)
    inside = np.minimum(people, places)
    leave = inside / stay + (people - inside) / patience
    odds = np.r_[0.0, np.cumsum(np.log(applications / leave))]
    chance = np.exp(odds - odds.max())
    chance /= chance.sum()
    line = float(chance[1:] @ (people - inside))
    busy, gives_up = float(chance[1:] @ inside) / places, line / waiting
    waits = float(chance[places:].sum())
    return [busy, waits, line / applications, line, gives_up, applications * (1 - gives_up)]
