"""The founder's week: what has to be done as members grow, and what falls away first."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import ids, numbers
from ecotools.planning.staffing import staff_hours


def founder_week(members: Sequence[float], work: pd.DataFrame, hours: float) -> pd.DataFrame:
    """Return how a week of limited hours is spent, what comes first being done first.

    Parameters
    ----------
    members : sequence of float
        Numbers of members.
    work : DataFrame
        One row per kind of work: ``work`` (its name), ``rank`` (1 is done first), ``fixed`` and
        ``per_member`` (hours a week) and, if it begins later, ``from_members``, as for `hire_month`.
    hours : float
        Hours of the week.

    Returns
    -------
    DataFrame
        One row per number of members and kind of work, by rank: members, work, rank, needed, done,
        left_undone (hours a week), and share (of the hours of the week; NaN when there are none).

    Raises
    ------
    ValueError, TypeError
        When a column is missing, a number is below zero, or two kinds of work share a name or a rank.

    Examples
    --------
    >>> work = pd.DataFrame({"work": ["answers", "content"], "rank": [1, 2], "fixed": [0, 12]})
    >>> week = founder_week([50, 200], work.assign(per_member=[0.1, 0]), hours=20)
    >>> week[["members", "work", "needed", "done", "left_undone"]]
       members     work  needed  done  left_undone
    0     50.0  answers     5.0   5.0          0.0
    1     50.0  content    12.0  12.0          0.0
    2    200.0  answers    20.0  20.0          0.0
    3    200.0  content    12.0   0.0         12.0
    """
    table = errors.columns(work, ["work", "rank", "fixed", "per_member"], "work")
    hours = errors.not_negative(hours, "hours")
    names = ids(table, "work", "work").astype(str)
    ranks = pd.Series(numbers(table, "rank", "work"), names.to_numpy()).sort_values()
    for what, values in (("name", pd.Series(ranks.index)), ("rank", ranks)):
        if values.duplicated().any():
            again = values[values.duplicated()].iloc[0]
            said = repr(again) if what == "name" else f"{again:g}"
            raise ValueError(f"work: two kinds have the {what} {said}; give each its own")
    parts = []
    for many, needs in staff_hours(members, work, by="work").set_index("members").iterrows():
        needed = needs[ranks.index].to_numpy(dtype=float)
        done = np.diff(np.minimum(needed.cumsum(), hours), prepend=0.0)
        said = {
            "members": many,
            "work": ranks.index,
            "rank": ranks.to_numpy(),
            "needed": needed,
            "done": done,
        }
        parts.append(pd.DataFrame(said))
    found = pd.concat(parts, ignore_index=True)
    found["left_undone"] = (found["needed"] - found["done"]).round(9)
    found["share"] = found["done"] / hours if hours else np.nan
    return found
