"""The manual work that flows replace, in hours."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint.automation import Action
from ecotools.metrics.columns import rows
from ecotools.metrics.flows.event_arrays import dated

ACTIONS = Action.__args__


def hours_replaced(
    done: pd.DataFrame, minutes: Mapping[str, float], *, setup_hours: float = 0.0, upkeep_hours: float = 0.0
) -> pd.DataFrame:
    """Return by month how many hours of work by hand the steps of flows replace, and what is left of them.

    Parameters
    ----------
    done : DataFrame
        One row per step done: ``customer_id``, ``day`` and ``action``, as `walk` or `run` return them. Steps
        that were skipped (``done`` is False) do not count.
    minutes : dict of str to float
        Action -> minutes that one of it takes a person by hand: ``{"deliver": 4, "welcome": 6}``. Other
        actions are not counted: nobody would do them by hand.
    setup_hours : float, default 0.0
        Hours to build the flows, spent once, before the first month.
    upkeep_hours : float, default 0.0
        Hours a month to keep them right.

    Returns
    -------
    pandas.DataFrame
        Index ``month`` from the first step to the last; columns: the actions (hours each), ``replaced`` (the
        sum), ``saved`` = replaced - upkeep_hours, and ``balance`` (saved so far, less the set-up).
        ``attrs["paid_back"]`` is the first month from which the balance stays at 0 or above, "" when there
        is none.

    Raises
    ------
    TypeError, ValueError
        A missing column or day, an unknown action (with the nearest), minutes or hours below 0.

    Examples
    --------
    >>> done = pd.DataFrame({"customer_id": [1, 1, 2], "action": ["deliver", "welcome", "deliver"],
    ...     "day": pd.to_datetime(["2025-03-01", "2025-03-01", "2025-04-02"])})
    >>> found = hours_replaced(done, {"deliver": 30, "welcome": 90}, setup_hours=2)
    >>> found
             deliver  welcome  replaced  saved  balance
    month
    2025-03      0.5      1.5       2.0    2.0      0.0
    2025-04      0.5      0.0       0.5    0.5      0.5
    >>> found.attrs["paid_back"]
    '2025-03'
    """
    if not isinstance(minutes, Mapping) or not minutes:
        raise TypeError(
            f"minutes must be a dict of actions and minutes such as {{'deliver': 4}}, not {minutes!r}"
        )
    takes = {
        errors.one_of(action, ACTIONS, "minutes"): errors.not_negative(long, f"minutes[{action!r}]")
        for action, long in minutes.items()
    }
    setup, upkeep = (
        errors.not_negative(setup_hours, "setup_hours"),
        errors.not_negative(upkeep_hours, "upkeep_hours"),
    )
    read = dated(done, "done", ("action",))
    counts = read.texts("action", "done")
    real = _real(done)
    month = read.day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    months = np.arange(month.min(), month.max() + 1) if len(month) else np.array([], dtype=np.int64)
    table = pd.DataFrame(
        index=pd.PeriodIndex(months.astype("datetime64[M]").astype("datetime64[s]"), freq="M", name="month")
    )
    for action, long in takes.items():
        mine = real & (counts == action)
        first = months[0] if len(months) else 0
        table[action] = np.bincount(month[mine] - first, minlength=len(months)) * long / 60
    table["replaced"] = table[list(takes)].sum(axis=1)
    table["saved"] = table["replaced"] - upkeep
    table["balance"] = table["saved"].cumsum() - setup
    below = np.flatnonzero((table["balance"] < -1e-9).to_numpy())
    since = below[-1] + 1 if len(below) else 0
    table.attrs["paid_back"] = str(table.index[since]) if since < len(table) else ""
    table.attrs["definition"] = {"replaced": "steps done x minutes by hand / 60", "minutes": takes}
    return table


def _real(done: pd.DataFrame) -> np.ndarray:
    """Return which steps were done, not skipped."""
    if "done" not in done.columns:
        return np.ones(len(done), dtype=bool)
    values = done["done"].astype(object).to_numpy()
    wrong = np.array([not isinstance(value, (bool, np.bool_)) for value in values], dtype=bool)
    if wrong.any():
        raise TypeError(f"done.done must say True or False, not {values[wrong][0]!r} in {rows(done, wrong)}")
    return values.astype(bool)
