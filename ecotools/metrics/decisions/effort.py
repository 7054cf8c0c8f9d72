"""What a request brings for what it costs: RICE, and the four fields of impact and effort."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.decisions.ranks import distinct, ranked

FIELDS = {(True, True): "quick win", (True, False): "big project", (False, True): "fill-in"}
_NEITHER = "leave it"


def rice(requests: pd.DataFrame) -> pd.DataFrame:
    """Return requests from the highest RICE score to the lowest: reach x impact x confidence / effort.

    Parameters
    ----------
    requests : DataFrame
        One row per request: request, reach (people in a period), impact (on each of them, on a scale of your
        own; Intercom's runs from 0.25 to 3), confidence (a fraction) and effort (above 0, such as
        person-weeks). Other columns are kept.

    Returns
    -------
    DataFrame
        The rows with score (in reach x impact per unit of effort) and rank. Equal ones by name.

    Raises
    ------
    ValueError
        For a request named twice, a negative number, a confidence that is no fraction, no effort.

    References
    ----------
    McBride (2016), RICE: Simple prioritization for product managers, intercom.com.

    Examples
    --------
    >>> requests = pd.DataFrame({"request": ["search", "dark mode"], "reach": [200, 500], "impact": [2, 0.5],
    ...     "confidence": [0.8, 0.5], "effort": [4, 1]})
    >>> rice(requests)[["request", "score", "rank"]]
         request  score  rank
    0  dark mode  125.0     1
    1     search   80.0     2
    """
    errors.columns(requests, ["request", "reach", "impact", "confidence", "effort"], "requests")
    held = {name: _positive(requests, name) for name in ("reach", "impact", "confidence", "effort")}
    above = held["confidence"] > 1
    columns.refuse(requests, above, "requests", "confidence is above 1 (write 0.8 for 80%)")
    columns.refuse(requests, held["effort"] == 0, "requests", "effort is 0: nothing is done for nothing,")
    score = held["reach"] * held["impact"] * held["confidence"] / held["effort"]
    table = requests.assign(request=distinct(requests, "request", "requests"), **held, score=score)
    result = ranked(table, "score", "request")
    result.attrs["definition"] = "reach x impact x confidence / effort"
    return result


def impact_effort(
    requests: pd.DataFrame, *, impact: float | None = None, effort: float | None = None
) -> pd.DataFrame:
    """Return requests with the field that impact and effort put them in.

    Parameters
    ----------
    requests : DataFrame
        One row per request: request, impact and effort, zero or more, each on one scale. Other columns are
        kept.
    impact, effort : float, optional
        From which impact on it is high, and up to which effort it is low. Default: the median of the
        requests, so that the fields depend on what else is in the list.

    Returns
    -------
    DataFrame
        The rows with field: "quick win" (high impact, low effort), "big project" (both high), "fill-in"
        (both low) or "leave it". Sorted by field in this order, then by impact, effort and name.

    Raises
    ------
    ValueError
        For a request named twice or a negative number.

    Examples
    --------
    >>> requests = pd.DataFrame({"request": ["search", "dark mode", "app"], "impact": [5, 2, 4],
    ...     "effort": [2, 1, 9]})
    >>> impact_effort(requests, impact=4, effort=3)[["request", "field"]]
         request        field
    0     search    quick win
    1        app  big project
    2  dark mode      fill-in
    """
    errors.columns(requests, ["request", "impact", "effort"], "requests")
    held = {name: _positive(requests, name) for name in ("impact", "effort")}
    given = {"impact": impact, "effort": effort}
    cuts = {
        name: errors.not_negative(cut, name) if cut is not None else _middle(held[name])
        for name, cut in given.items()
    }
    high, low = held["impact"] >= cuts["impact"], held["effort"] <= cuts["effort"]
    field = [FIELDS.get(pair, _NEITHER) for pair in zip(high.tolist(), low.tolist(), strict=True)]
    order = [*FIELDS.values(), _NEITHER]
    named = {"request": distinct(requests, "request", "requests"), **held}
    table = requests.assign(
        **named, field=np.array(field, dtype=object), turn=[order.index(one) for one in field]
    )
    keys = {"by": ["turn", "impact", "effort", "request"], "ascending": [True, False, True, True]}
    result = table.sort_values(**keys, ignore_index=True).drop(columns="turn")
    result.attrs["definition"] = {
        "high impact": f">= {cuts['impact']:g}",
        "low effort": f"<= {cuts['effort']:g}",
    }
    return result


def _positive(requests: pd.DataFrame, column: str) -> np.ndarray:
    held = columns.numbers(requests, column, "requests")
    columns.refuse(requests, held < 0, "requests", f"{column} is below zero")
    return held


def _middle(values: np.ndarray) -> float:
    return float(np.median(values)) if len(values) else np.nan
