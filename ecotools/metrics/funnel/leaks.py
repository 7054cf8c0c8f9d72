"""Naming the step where a funnel loses most."""

import math
from collections.abc import Mapping

import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers


def leak(table: pd.DataFrame, *, expected: Mapping[str, float] | None = None) -> pd.Series:
    """Return the step of a funnel with the largest loss.

    Without ``expected`` that is the step which fewest of those who could have taken it took: the lowest step
    rate. It is a poor judge of steps that are hard by nature (a purchase always loses more than a second
    lesson). With ``expected`` it is the step that cost most visitors *against what was expected of it*:
    n of the step before x (expected rate - step rate). The numbers lost say more than the rates: a small
    shortfall early can cost more than a large one late.

    Parameters
    ----------
    table : pandas.DataFrame
        One funnel, as `funnel` gives it, with two steps or more. One segment or month at a time.
    expected : dict of str to float, optional
        The step rate (fraction) each step should have: a target, or the same step's rate in a better month.
        Only the steps named are judged. A step that reaches its rate is no leak.

    Returns
    -------
    pandas.Series
        ``step``, ``after`` (the step before), ``n_before``, ``n``, ``lost``, ``step_rate``,
        ``expected_rate`` and ``lost_against_expected`` (visitors; NaN without ``expected``), ``reason``.
        When nothing leaks, or nobody entered, ``step`` is None and ``reason`` says so. Of equal steps, the
        first.

    Raises
    ------
    ValueError
        A table of several funnels, of one step, or an expected rate that is no fraction or of an unknown
        step.

    Examples
    --------
    >>> table = pd.DataFrame({"step": ["awareness", "consideration", "purchase"], "n": [1000, 400, 100],
    ...     "step_rate": [1.0, 0.4, 0.25], "lost": [0, 600, 300]})
    >>> leak(table)["step"]
    'purchase'
    >>> found = leak(table, expected={"consideration": 0.5, "purchase": 0.3})
    >>> found["step"], float(found["lost_against_expected"])
    ('consideration', 100.0)
    """
    errors.columns(table, ["step", "n", "step_rate", "lost"], "table")
    if table["step"].duplicated().any():
        raise ValueError(
            "table holds several funnels: pick one segment or month first,"
            " such as table[table['month'] == '2025-03']"
        )
    if len(table) < 2:
        raise ValueError("table has one step: a leak lies between two")
    judged = pd.DataFrame(
        {
            "step": table["step"].to_numpy(),
            "after": table["step"].shift().to_numpy(),
            "n_before": pd.Series(numbers(table, "n", "table")).shift().to_numpy(),
            "n": table["n"].to_numpy(),
            "lost": table["lost"].to_numpy(),
            "step_rate": numbers(table, "step_rate", "table", missing=True),
        }
    )
    rates = _expected_rates(expected or {}, judged["step"])
    judged["expected_rate"] = judged["step"].map(rates).astype(float)
    short = judged["n_before"] * judged["expected_rate"] - judged["n"]
    judged["lost_against_expected"] = short.where(judged["step_rate"].notna())
    return _worst(judged.iloc[1:], "step_rate" if expected is None else "lost_against_expected")


def _expected_rates(expected: Mapping[str, float], steps: pd.Series) -> dict[str, float]:
    for step, rate in expected.items():
        errors.one_of(step, steps.iloc[1:], "each step of expected")
        errors.fraction(rate, f"expected[{step!r}]")
    return dict(expected)


def _worst(judged: pd.DataFrame, by: str) -> pd.Series:
    known = judged.dropna(subset=[by])
    # A shortfall below rounding error is none: an expected rate may itself be a quotient.
    loss = 1 - known[by] if by == "step_rate" else known[by].where(known[by] > 1e-9, 0.0)
    if loss.gt(0).any():
        found = known.loc[loss.idxmax()].to_dict()
        return pd.Series(
            found | {"n_before": int(found["n_before"]), "reason": ""}, name="leak", dtype=object
        )
    reason = "no step loses more than expected" if len(known) else "no rate can be read: nobody entered"
    blank = dict.fromkeys(judged.columns, math.nan) | {"step": None, "after": None, "reason": reason}
    return pd.Series(blank, name="leak", dtype=object)
