"""What would happen if: scenarios, and which of the numbers matters most."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint import Blueprint
from ecotools.forecast.chance import Expected
from ecotools.forecast.engine import run
from ecotools.forecast.intervals import MEASURES, SUMMED, Ready, checked, get_ready, played, told
from ecotools.forecast.parameters import TAIL, Parameters
from ecotools.ledger import Ledger

SCENARIOS: dict[str, dict[str, float]] = {
    "careful": {"visitors": 0.8, "buyers": 0.8, "sales": 0.8, "churn": 1.25},
    "expected": {},
    "hopeful": {"visitors": 1.2, "buyers": 1.2, "sales": 1.2, "churn": 0.8},
}
"""Factors on kinds of parameters: a fifth fewer who come, a quarter more who leave; as it is; the reverse."""


COMMON = frozenset(kind for factors in SCENARIOS.values() for kind in factors)
"""Kinds that a scenario may name though this business has none of them."""


def scenarios(
    blueprint: Blueprint,
    changes: Mapping[str, Mapping[str, float]] = SCENARIOS,
    months: int = 12,
    runs: int = 400,
    seed: int = 0,
    *,
    ledger: Ledger | None = None,
    doubt: float = 0.2,
) -> pd.DataFrame:
    """Return what each scenario leads to, by month.

    Parameters
    ----------
    changes : mapping
        Scenario -> factors on parameters, by id (``"churn.club": 1.5``) or by kind (``"churn": 1.5``). Shares
        stay at most 1.
    blueprint, months, runs, seed, ledger, doubt
        As for `forecast`. All scenarios draw the same luck, so that they differ by their factors alone.

    Returns
    -------
    DataFrame
        scenario, kpi, month, low, median, high, and ``total`` (the median of the sum up to the month; for
        MRR and subscribers it is NaN, since they are not added up).

    Raises
    ------
    ValueError
        When a factor is for a parameter that there is not, or is not above 0.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: One course
    ... products: [{id: course, name: The course, kind: core, price: 100}]
    ... funnel: [{from: awareness, to: purchase, rate: 0.1}]
    ... assumptions: {channels: [{name: search, visitors_per_month: 500}]}
    ... ''')
    >>> found = scenarios(blueprint, {"as it is": {}, "half": {"visitors": 0.5}}, months=3, runs=50)
    >>> last = found[(found["kpi"] == "revenue") & (found["month"] == 3)].set_index("scenario")["total"]
    >>> bool(0.4 < last["half"] / last["as it is"] < 0.6)
    True
    """
    checked(months, runs, seed)
    return scenarios_of(get_ready(blueprint, ledger, runs, seed, doubt), changes, months, seed)


def scenarios_of(
    ready: Ready, changes: Mapping[str, Mapping[str, float]], months: int, seed: int
) -> pd.DataFrame:
    """Return the scenarios of a business that is ready to run."""
    parts = []
    for name, factors in changes.items():
        came = played(replace(ready, parameters=changed(ready.parameters, factors)), months, seed).measures
        for id in told(ready):
            low, median, high = np.quantile(came[id], (TAIL, 0.5, 1 - TAIL), axis=0)
            adds_up = id in SUMMED
            total = np.median(came[id].cumsum(axis=1), axis=0) if adds_up else np.nan
            said = {"scenario": name, "kpi": id, "month": range(1, months + 1)}
            parts.append(pd.DataFrame(said | {"low": low, "median": median, "high": high, "total": total}))
    return pd.concat(parts, ignore_index=True)


def changed(parameters: Parameters, factors: Mapping[str, float]) -> Parameters:
    """Return the parameters times the factors of their ids or kinds."""
    _known(parameters, factors)
    found = []
    for one in parameters.values():
        factor = factors.get(one.id, factors.get(one.kind, 1.0))
        most = 1.0 if one.unit == "fraction" else np.inf
        draws = np.minimum(one.draws * factor, most)
        found.append(replace(one, value=min(one.value * factor, most), draws=draws))
    return Parameters(found, parameters.runs)


def _known(parameters: Parameters, factors: Mapping[str, float]) -> None:
    known = {*COMMON, *parameters, *(one.kind for one in parameters.values())}
    for name, factor in factors.items():
        if name not in known:
            close = errors.nearest(name, sorted(known))
            hint = f"; did you mean {close!r}?" if close else ""
            raise ValueError(f"there is no parameter {name!r}{hint}")
        errors.positive(factor, f"the factor on {name}")


def tornado(
    blueprint: Blueprint,
    measure: str = "revenue",
    months: int = 12,
    seed: int = 0,
    *,
    ledger: Ledger | None = None,
    doubt: float = 0.2,
    runs: int = 400,
    changes: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """Return which number moves the forecast most: each at its low and its high end, all others as guessed.

    Parameters
    ----------
    measure : "revenue", "margin", "mrr" or "subscribers"
        Of the last month for MRR and subscribers; summed over the months for revenue and margin.
    blueprint, months, seed, ledger, doubt, runs
        As for `forecast`; the ends are those that 80% of the runs lie between.
    changes : mapping, optional
        Factors on parameters by id or kind, as one scenario of `scenarios`: the tornado of that scenario.

    Returns
    -------
    DataFrame
        id, about, unit, low, high (of the number), at_low, at_high (of the measure), spread (between them),
        with the widest spread first. ``attrs["centre"]`` is the measure with every number as guessed; no
        chance is in it.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: One course
    ... products: [{id: course, name: The course, kind: core, price: 100}]
    ... funnel: [{from: awareness, to: purchase, rate: 0.1}]
    ... assumptions: {channels: [{name: search, visitors_per_month: 500}]}
    ... ''')
    >>> sorted(tornado(blueprint, months=3)["id"])
    ['rate.awareness>purchase', 'visitors.search']
    """
    errors.one_of(measure, MEASURES, "measure")
    checked(months, runs, seed)
    ready = get_ready(blueprint, ledger, runs, seed, doubt)
    return tornado_of(replace(ready, parameters=changed(ready.parameters, changes or {})), measure, months)


def tornado_of(ready: Ready, measure: str, months: int) -> pd.DataFrame:
    """Return the tornado of a business that is ready to run."""
    rows = []
    for one in ready.parameters.values():
        low, high = one.low, one.high
        if low == high:
            continue
        ends = [_outcome(ready, measure, months, {one.id: end}) for end in (low, high)]
        rows.append([one.id, one.about, one.unit, low, high, *ends, abs(ends[1] - ends[0])])
    columns = ["id", "about", "unit", "low", "high", "at_low", "at_high", "spread"]
    table = pd.DataFrame(rows, columns=columns)
    table = table.sort_values("spread", ascending=False, ignore_index=True)
    table = table[table["spread"] > 0].reset_index(drop=True)
    table.attrs["centre"] = _outcome(ready, measure, months, {})
    return table


def _outcome(ready: Ready, measure: str, months: int, changes: dict[str, float]) -> float:
    came = run(ready.business, ready.parameters.fixed(changes), months, Expected()).measures[measure][0]
    return float(came.sum() if measure in SUMMED else came[-1])
