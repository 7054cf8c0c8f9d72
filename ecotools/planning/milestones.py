"""In which month something is reached, run by run, and what that comes to over all runs."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import inside

HOW = {
    "level": "the number of the month itself, such as members at its end",
    "total": "the sum of all months up to it, such as students so far",
}


def month_reached(runs: pd.DataFrame, target: float, *, how: str = "level") -> pd.Series:
    """Return the first month, in each run, in which a number reaches its target.

    Parameters
    ----------
    runs : DataFrame
        One row per run and one column per month (1, 2, …), as `ecotools.forecast.draws` gives them.
    target : float
        What has to be reached.
    how : {"level", "total"}
        Whether the number of the month counts, or the sum up to it.

    Returns
    -------
    Series
        Month by run; NaN where the target is not reached in the months that there are.

    Raises
    ------
    ValueError, TypeError
        When runs is no table of numbers, or has no month.

    Examples
    --------
    >>> sold = pd.DataFrame([[5, 8, 9], [12, 9, 7], [2, 1, 3]], columns=[1, 2, 3])
    >>> month_reached(sold, 20, how="total").tolist()
    [3.0, 2.0, nan]
    """
    values, months = read_runs(runs, "runs")
    errors.one_of(how, HOW, "how")
    came = values.cumsum(axis=1) if how == "total" else values
    return first_true(came >= errors.finite(target, "target") - 1e-9, months, runs.index)


def month_range(reached: pd.Series, months: int, level: float = 0.8) -> pd.Series:
    """Return in how many runs something is reached, and the months in which most of them reach it.

    Parameters
    ----------
    reached : Series
        Month by run, NaN where it is not reached within ``months``.
    months : int
        Months of each run.
    level : float, default 0.8
        Share of the runs between low and high; 0.8 leaves out a tenth on each side.

    Returns
    -------
    Series
        reached (share of the runs), low, median and high (months; NaN when so few runs reach it), and reason
        (why one of these is NaN; empty when none is).

    Examples
    --------
    >>> month_range(pd.Series([3, 4, 4, float("nan")]), months=12).tolist()
    [0.75, 3.0, 4.0, nan, 'in 25% of the runs it is not reached within 12 months']
    """
    level = inside(level, "level", 0.8)
    if not isinstance(reached, pd.Series) or reached.empty:
        raise TypeError("reached must be a Series of months by run, as month_reached gives it")
    late = reached.astype(float).fillna(np.inf).to_numpy()
    tail = (1 - level) / 2
    ends = np.quantile(late, (tail, 0.5, 1 - tail), method="inverted_cdf")
    share = float(np.isfinite(late).mean())
    ends = [float(end) if np.isfinite(end) else np.nan for end in ends]
    reason = f"in {1 - share:.0%} of the runs it is not reached within {months} months"
    said = reason if np.isnan(ends).any() else ""
    return pd.Series([share, *ends, said], ["reached", "low", "median", "high", "reason"])


def gates(
    draws: Mapping[str, pd.DataFrame],
    rules: Mapping[str, tuple[str, float]],
    *,
    planned: Mapping[str, float] | None = None,
    level: float = 0.8,
) -> pd.DataFrame:
    """Return when the gates of a plan open: in how many runs, and in which months.

    Parameters
    ----------
    draws : mapping
        As `ecotools.forecast.draws` gives it.
    rules : mapping
        Gate -> (number, target): ``{"community": ("sold.course", 20)}`` opens with the twentieth student,
        ``{"coaching": ("subscribers", 50)}`` with 50 members at the end of a month. What is sold, and revenue
        and margin, are counted in all; MRR and subscribers as they stand.
    planned : mapping, optional
        Gate -> month in which the plan opens it.
    level : float, default 0.8
        Share of the runs between low and high.

    Returns
    -------
    DataFrame
        One row per gate: gate, number, target, how ("total" or "level"), reached, low, median, high and
        reason as `month_range` gives them; with ``planned`` also planned and in_time (share of the runs in
        which it is open by then).

    Raises
    ------
    ValueError, TypeError
        When a rule names no number of the draws, or a planned gate no rule.

    Examples
    --------
    >>> sold = pd.DataFrame([[5, 8, 9], [12, 9, 7]], columns=[1, 2, 3])
    >>> found = gates({"sold.course": sold}, {"community": ("sold.course", 20)}, planned={"community": 2})
    >>> found[["gate", "reached", "low", "high", "in_time"]].values.tolist()
    [['community', 1.0, 2.0, 3.0, 0.5]]
    """
    if not isinstance(rules, Mapping) or not rules:
        raise TypeError("rules must be a mapping such as {'community': ('sold.course', 20)}")
    for gate in planned or {}:
        errors.one_of(gate, rules, "planned")
    lines = []
    for gate, (number, target) in rules.items():
        errors.one_of(number, draws, f"the number of the gate {gate!r}")
        how = counted(number)
        runs = draws[number]
        came = month_reached(runs, target, how=how)
        line = {"gate": gate, "number": number, "target": target, "how": how}
        line |= month_range(came, runs.shape[1], level).to_dict()
        if planned is not None:
            line |= {"planned": planned.get(gate, np.nan), "in_time": _in_time(came, planned.get(gate))}
        lines.append(line)
    return pd.DataFrame(lines)


def counted(number: str) -> str:
    """Return how a number of a forecast is counted: MRR and subscribers as they stand, all others in total.

    >>> counted("mrr"), counted("sold.course")
    ('level', 'total')
    """
    return "level" if number in ("mrr", "subscribers") else "total"


def read_runs(runs: pd.DataFrame, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Return runs x months as numbers, and the months, both in the order of the months."""
    if not isinstance(runs, pd.DataFrame):
        raise TypeError(
            f"{name} must be a table with a row per run and a column per month, not {type(runs).__name__}"
        )
    if not runs.size:
        raise ValueError(f"{name} has no run or no month")
    try:
        months = np.asarray(runs.columns, dtype=float)
        values = runs.to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError):
        raise TypeError(f"{name} must hold numbers by run, and its columns be months 1, 2, …") from None
    if not np.isfinite(values).all():
        raise ValueError(f"{name} has a value that is missing or not finite")
    order = np.argsort(months, kind="stable")
    return values[:, order], months[order]


def first_true(holds: np.ndarray, months: np.ndarray, index: pd.Index) -> pd.Series:
    """Return the first month in which something holds in each run, NaN where it never does."""
    found = np.where(holds.any(axis=1), months[holds.argmax(axis=1)], np.nan)
    return pd.Series(found, index, name="month")


def _in_time(came: pd.Series, planned: float | None) -> float:
    return np.nan if planned is None else float((came <= planned).mean())
