"""Data that improve a feature: how good it gets with more of them, and what the loop comes to."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count

FORMS = {
    "hyperbolic": "without + (best - without) x events / (half + events)",
    "power": "best - (best - without) x (1 + events / scale) ^ -1/2, with scale = half / 3",
}
"""How quality rises with data; in both, ``half`` events bring half of all there is to gain.

In the second the gap closes with the square root of the events, as the error of a mean does.
"""


def feature_quality(
    events: float | Iterable[float], *, without: float, best: float, half: float, form: str = "hyperbolic"
) -> pd.DataFrame:
    """Return how good a feature is with so much data, and what the next event adds.

    Parameters
    ----------
    events : float or list of float
        Events it has learned from, 0 or more.
    without, best : float
        Its rate without data, and the one that no amount of data exceeds; fractions, such as a conversion.
    half : float
        Events that bring half of the way between, above 0.
    form : {"hyperbolic", "power"}
        See `FORMS`.

    Returns
    -------
    DataFrame
        ``events``, ``quality`` and ``per_thousand``: by how much a thousand more events would raise it at
        this pace.

    Raises
    ------
    TypeError, ValueError
        A number out of range, ``best`` below ``without``, an unknown form.

    References
    ----------
    J. Hestness et al. (2017), Deep Learning Scaling is Predictable, Empirically: learning curves
    with a small-data region, a power-law region and an irreducible error.

    Examples
    --------
    >>> feature_quality([0, 10_000, 90_000], without=0.02, best=0.04, half=10_000).round(5)
         events  quality  per_thousand
    0       0.0    0.020       0.00200
    1   10000.0    0.030       0.00050
    2   90000.0    0.038       0.00002
    """
    without, best, half = _limits(without, best, half)
    errors.one_of(form, FORMS, "form")
    listed = list(events) if isinstance(events, Iterable) and not isinstance(events, str) else [events]
    many = np.array([errors.not_negative(each, "events") for each in listed], dtype=float)
    table = pd.DataFrame({"events": many, "quality": _quality(many, without, best, half, form)})
    if form == "hyperbolic":
        slope = (best - without) * half / (half + many) ** 2
    else:
        slope = (best - without) * 1.5 / half * (1 + 3 * many / half) ** -1.5
    table["per_thousand"] = 1000 * slope
    table.attrs["definition"] = {"quality": FORMS[form]}
    return table


def data_loop(
    visitors: float,
    months: int = 36,
    *,
    events: float,
    without: float,
    best: float,
    half: float,
    form: str = "hyperbolic",
) -> pd.DataFrame:
    """Return a pillar of data month by month: users leave data, data make the feature convert better.

    Parameters
    ----------
    visitors : float
        Visitors a month.
    months : int, default 36
    events : float
        Events that a new user leaves.
    without, best, half, form
        As in `feature_quality`; quality is the share of visitors who become users.

    Returns
    -------
    DataFrame
        ``month``; ``events`` at its start; ``quality``; ``users`` who come in it; ``alone``, as many as would
        come without data; ``more``, by how much it grew since the month before, as a fraction (NaN in the
        first). ``attrs["limit"]`` is the number of users that no month exceeds.

    Raises
    ------
    TypeError, ValueError
        As `feature_quality`.

    Notes
    -----
    The gain of the loop falls with what it has gained: it ends at ``best``, whatever is added.

    Examples
    --------
    >>> loop = data_loop(5000, 36, events=40, without=0.02, best=0.03, half=60_000)
    >>> loop["users"].round(0).iloc[[0, 11, 35]].tolist(), loop.attrs["limit"]
    ([100.0, 123.0, 137.0], 150.0)
    """
    without, best, half = _limits(without, best, half)
    errors.one_of(form, FORMS, "form")
    visitors, each = errors.not_negative(visitors, "visitors"), errors.not_negative(events, "events")
    held, rows = 0.0, []
    for month in range(1, count(months, "months", 1) + 1):
        quality = float(_quality(np.array(held), without, best, half, form))
        rows.append((month, held, quality, visitors * quality, visitors * without))
        held += each * visitors * quality
    table = pd.DataFrame(rows, columns=["month", "events", "quality", "users", "alone"])
    table["more"] = table["users"].pct_change(fill_method=None)
    table.attrs |= {"limit": visitors * best, "definition": {"quality": FORMS[form]}}
    return table


def _quality(many: np.ndarray, without: float, best: float, half: float, form: str) -> np.ndarray:
    if form == "hyperbolic":
        return without + (best - without) * many / (half + many)
    return best - (best - without) * (1 + 3 * many / half) ** -0.5


def _limits(without: float, best: float, half: float) -> tuple[float, float, float]:
    without, best = errors.fraction(without, "without"), errors.fraction(best, "best")
    if best < without:
        raise ValueError(f"best must be at least without ({without:g}), not {best:g}")
    return without, best, errors.positive(half, "half")
