"""When early months can tell a line, an exponential and an S apart: tried on data whose truth is known."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count
from ecotools.metrics.growth.curves import MODELS, parameters_of
from ecotools.metrics.growth.fits import CRITERIA, fit_growth


def told_apart(
    model: str,
    parameters: Mapping[str, float],
    months: int | Iterable[int],
    *,
    scatter: float,
    runs: int = 50,
    criterion: str = "aicc",
    holdout: int = 0,
    seed: int,
) -> pd.DataFrame:
    """Return how often the true model comes out first, by how many months were seen.

    Parameters
    ----------
    model : {"linear", "exponential", "logistic"}
        The truth.
    parameters : dict
        Its parameters, as in `growth_curve`.
    months : int or list of int
        Months seen, from month 1 on; 6 or more.
    scatter : float
        Standard deviation of a month's value about the truth, in the unit of the value.
    runs : int, default 50
        Data sets drawn for each number of months.
    criterion : {"aicc", "holdout"}
    holdout : int, default 0
        As in `fit_growth`.
    seed : int
        The same seed gives the same data.

    Returns
    -------
    DataFrame
        One row per number of months: ``months``, and for each model the share of runs in which it came first;
        these sum to 1. ``attrs["truth"]`` is the model.

    Raises
    ------
    TypeError, ValueError
        As `fit_growth` and `growth_curve`; months below 6 or no whole number; a scatter that is not above 0.

    Examples
    --------
    >>> s_curve = {"limit": 1000, "rate": 0.3, "middle": 14}
    >>> found = told_apart("logistic", s_curve, [8, 20], scatter=15, runs=10, seed=1)
    >>> found["logistic"].tolist()[1] > found["logistic"].tolist()[0]
    True
    """
    errors.one_of(model, MODELS, "model")
    errors.one_of(criterion, CRITERIA, "criterion")
    values = parameters_of(model, parameters, "parameters")
    noise, many = errors.positive(scatter, "scatter"), count(runs, "runs", 1)
    listed = list(months) if isinstance(months, Iterable) and not isinstance(months, str) else [months]
    lengths = [count(each, "months", 6) for each in listed]
    draw, rows = errors.generator(seed), []
    longest = np.arange(1, max(lengths, default=6) + 1)
    truth = MODELS[model].value(longest.astype(float), *values)
    drawn = truth + draw.normal(0, noise, (many, len(longest)))  # the same months, seen for longer and longer
    for length in lengths:
        first = []
        for run in drawn:
            data = pd.DataFrame({"month": longest[:length], "value": run[:length]})
            first.append(fit_growth(data, criterion=criterion, holdout=holdout)["model"].iloc[0])
        rows.append([length, *(first.count(each) / many for each in MODELS)])
    table = pd.DataFrame(rows, columns=["months", *MODELS])
    table.attrs |= {"truth": model, "definition": {"first": CRITERIA[criterion], "runs": many}}
    return table
