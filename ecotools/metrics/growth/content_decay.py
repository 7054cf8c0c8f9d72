"""How fast content fades, from the visitors of its pieces by their age."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import inside


def fit_fade(visits: pd.DataFrame, *, level: float = 0.95) -> pd.Series:
    """Return the share of its visitors that a piece loses per month, and how many it has at first.

    Parameters
    ----------
    visits : DataFrame
        One row per piece and month, or per age: ``age`` (whole months since it was published, 0 in the first
        month), ``visitors`` in that month, and ``pieces`` if a row sums up several.
    level : float, default 0.95
        Confidence level of the interval, a fraction.

    Returns
    -------
    Series
        ``fade`` with ``low`` and ``high`` (fractions; below 0 where pieces gain visitors with age), ``views``
        of a piece in its first month, and ``half_life`` in months (inf where nothing fades).

    Raises
    ------
    TypeError, ValueError
        A missing column, a number below 0, no piece in a row, one age only, nobody who came.

    Notes
    -----
    Visitors are Poisson numbers with mean pieces x views x (1 - fade)^age: a log-linear regression. Its
    interval allows for scatter beyond Poisson (Pearson's chi-square over its degrees of freedom).

    References
    ----------
    P. McCullagh and J. A. Nelder, Generalized Linear Models (2nd ed., 1989), chapter 6.

    Examples
    --------
    >>> visits = pd.DataFrame({"age": [0, 1, 2], "visitors": [400, 320, 256], "pieces": [4, 4, 4]})
    >>> fit_fade(visits)[["fade", "views", "half_life"]].round(2).tolist()
    [0.2, 100.0, 3.11]
    """
    from scipy.stats import norm

    inside(level, "level", 0.95)
    errors.columns(visits, ["age", "visitors"], "visits")
    named = ["age", "visitors", *(["pieces"] if "pieces" in visits else [])]
    held = {one: columns.numbers(visits, one, "visits") for one in named}
    for one, values in held.items():
        columns.refuse(visits, values < 0, "visits", f"{one} is below 0")
    pieces = held.get("pieces", np.ones(len(visits)))
    columns.refuse(visits, pieces == 0, "visits", "pieces is 0")
    order = np.lexsort((held["visitors"], pieces, held["age"]))
    age, visitors, pieces = held["age"][order], held["visitors"][order], pieces[order]
    if len(np.unique(age)) < 2:
        raise ValueError("visits['age'] needs two or more different ages: one says nothing about fading")
    if len(np.unique(age[visitors > 0])) < 2:
        raise ValueError(
            "visits['visitors'] is above 0 at fewer than two ages: nothing can be told of fading"
        )
    (start, slope), error = _log_linear(age, visitors, pieces)
    wide = norm.ppf((1 + level) / 2) * error
    low, high = slope - wide, slope + wide
    half = np.log(0.5) / slope if slope < -1e-12 else np.inf
    series = pd.Series({"fade": -np.expm1(slope), "low": -np.expm1(high), "high": -np.expm1(low)})
    series["views"], series["half_life"] = np.exp(start), half
    series.attrs["definition"] = {"visitors": "pieces x views x (1 - fade)^age", "level": level}
    return series


def _log_linear(age: np.ndarray, visitors: np.ndarray, pieces: np.ndarray) -> tuple[np.ndarray, float]:
    """Return start and slope of the log mean per piece by maximum likelihood, and the slope's standard error.

    Newton's steps for a Poisson regression; the likelihood has one top, so that they find it.
    """
    design = np.column_stack([np.ones_like(age), age])
    found = np.array([np.log(visitors.sum() / pieces.sum()), 0.0])
    for _ in range(100):
        mean = pieces * np.exp(np.clip(design @ found, -700, 700))
        curvature = design.T @ (mean[:, None] * design)
        step = np.linalg.solve(curvature, design.T @ (visitors - mean))
        found = found + step / max(1.0, np.abs(step).max() / 2)
        if np.abs(step).max() < 1e-12:
            break
    spare = len(age) - 2
    scatter = float(((visitors - mean) ** 2 / mean).sum() / spare) if spare else 1.0
    return found, float(np.sqrt(scatter * np.linalg.inv(curvature)[1, 1]))
