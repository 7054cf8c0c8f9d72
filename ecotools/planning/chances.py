"""How likely an amount is over the runs of a forecast, and which amount is as likely as one wants."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.columns import numbers
from ecotools.metrics.counts import inside
from ecotools.planning.milestones import counted, read_runs


def amount_reached(amounts: pd.Series, chance: float = 0.9) -> Measure:
    """Return what is reached with some chance: in nine of ten runs it is this much or more.

    Parameters
    ----------
    amounts : Series
        One number per run, such as ``draws["revenue"].sum(axis=1)`` or ``draws["mrr"][12]``.
    chance : float, default 0.9
        Share of the runs that reach it, between 0 and 1.

    Returns
    -------
    Measure
        In the unit of the amounts; NaN with its reason when there are no runs.

    Examples
    --------
    >>> amount_reached(pd.Series([900, 1000, 1400, 5000]), chance=0.75)
    1000.0
    """
    chance = inside(chance, "chance", 0.9)
    runs = _amounts(amounts)
    if not len(runs):
        return missing("no runs")
    # The amount such that no fewer than this share of the runs reach it.
    place = len(runs) - int(np.ceil(chance * len(runs) - 1e-9))
    return Measure(np.sort(runs)[place], definition=f"{chance:g} of the runs reach it")


def chance_of(draws: Mapping[str, pd.DataFrame], targets: Mapping[str, tuple[float, float]]) -> pd.Series:
    """Return how likely targets are, each for itself and all in the same run.

    Parameters
    ----------
    draws : mapping
        As `ecotools.forecast.draws` gives it.
    targets : mapping
        Number -> (month, amount): ``{"mrr": (6, 12_400)}`` is MRR of 12,400 or more at the end of month 6.
        What is sold, revenue and margin are summed up to the month.

    Returns
    -------
    Series
        Chance by number, and "all together", fractions.

    Raises
    ------
    ValueError, TypeError
        When a number or a month is not in the draws.

    Examples
    --------
    >>> mrr, sold = pd.DataFrame([[9.0], [5.0], [7.0]]), pd.DataFrame([[1.0], [4.0], [4.0]])
    >>> mrr.columns = sold.columns = [1]
    >>> found = chance_of({"mrr": mrr, "sold.course": sold}, {"mrr": (1, 6), "sold.course": (1, 3)})
    >>> found.round(2).to_dict()
    {'mrr': 0.67, 'sold.course': 0.67, 'all together': 0.33}
    """
    if not isinstance(targets, Mapping) or not targets:
        raise TypeError("targets must be a mapping such as {'mrr': (6, 12_400)}")
    met = {}
    for number, (month, amount) in targets.items():
        errors.one_of(number, draws, "targets")
        values, months = read_runs(draws[number], number)
        if month not in months:
            raise ValueError(f"targets: month of {number} must be one of 1 to {months[-1]:g}, not {month}")
        came = values if counted(number) == "level" else values.cumsum(axis=1)
        wanted = errors.finite(amount, f"the amount of {number}")
        met[number] = came[:, np.flatnonzero(months == month)[0]] >= wanted - 1e-9
    chances = {number: float(held.mean()) for number, held in met.items()}
    return pd.Series(chances | {"all together": float(np.logical_and.reduce(list(met.values())).mean())})


def _amounts(amounts: pd.Series) -> np.ndarray:
    if not isinstance(amounts, pd.Series):
        raise TypeError(f"amounts must be a Series with a number per run, not {type(amounts).__name__}")
    return numbers(amounts.to_frame("amounts"), "amounts", "amounts")
