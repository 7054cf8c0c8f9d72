"""Where partners give up on the way from signing up to being live."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns

STEPS = ("signed_up", "sandbox", "first_call", "live")
"""The way of a partner; who calls without it is recorded has called."""


def partner_funnel(partners: pd.DataFrame, *, window: int | None = None) -> pd.DataFrame:
    """Return how many partners got to each step, and where they gave up.

    Parameters
    ----------
    partners : DataFrame
        One row per event: ``partner``, ``day`` and ``step``, as the table ``partners`` of a ledger has them.
        A call counts as a first call.
    window : int, optional
        Days from signing up within which a step counts. Then only partners count who signed up so many days
        before the last event of the table or earlier: of others nobody knows yet. Default: all, at any time.

    Returns
    -------
    DataFrame
        One row per step, in order: ``step``; ``partners`` who got to it and to all steps before; ``share`` of
        those who signed up; ``step_rate``, share of those at the step before (NaN in the first); ``lost``
        since the step before; ``days``, the median from signing up (NaN where nobody got there).

    Raises
    ------
    TypeError, ValueError
        A missing column, a step that is unknown, a window that is not above 0.

    Examples
    --------
    >>> events = pd.DataFrame({"partner": ["mill", "mill", "oven", "mill"],
    ...     "day": pd.to_datetime(["2025-01-01", "2025-01-08", "2025-01-05", "2025-02-01"]),
    ...     "step": ["signed_up", "sandbox", "signed_up", "call"]})
    >>> partner_funnel(events)[["step", "partners", "lost", "days"]]
             step  partners  lost  days
    0   signed_up         2     0   0.0
    1     sandbox         1     1   7.0
    2  first_call         1     0  31.0
    3        live         0     1   NaN
    """
    first = _first_days(partners)
    began = first["signed_up"]
    known = began.notna()
    if window is not None:
        errors.positive(window, "window")
        known &= began + pd.to_timedelta(window, "D") <= first.max(axis=None) if len(first) else known
    first, began = first[known], began[known]
    there, rows, before = pd.Series(True, index=first.index), [], None
    for step in STEPS:
        waited = (first[step] - began).dt.days
        there &= waited >= 0 if window is None else (waited >= 0) & (waited <= window)
        many, everyone = int(there.sum()), len(first)
        days = float(waited[there].median()) if many else np.nan
        share = many / everyone if everyone else np.nan
        rate = np.nan if not before else many / before
        rows.append((step, many, share, rate, 0 if before is None else before - many, days))
        before = many
    return pd.DataFrame(rows, columns=["step", "partners", "share", "step_rate", "lost", "days"])


def _first_days(partners: pd.DataFrame) -> pd.DataFrame:
    """Return the first day of each step (column) of each partner (row)."""
    errors.columns(partners, ["partner", "day", "step"], "partners")
    known = (*STEPS, "call", "left")
    step = [errors.one_of(one, known, "each of partners['step']") for one in partners["step"]]
    who = columns.ids(partners, "partner", "partners").astype(object)
    day = pd.Series(columns.days(partners["day"], "partners.day").astype("datetime64[s]"))
    events = pd.DataFrame({"partner": who.to_numpy(), "step": step, "day": day.to_numpy()})
    events["step"] = events["step"].replace("call", "first_call")
    first = events.groupby(["partner", "step"])["day"].min().unstack("step")
    return first.reindex(columns=list(STEPS)).astype("datetime64[s]")
