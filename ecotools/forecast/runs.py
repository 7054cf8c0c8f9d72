"""Every run of a forecast, for questions that medians and intervals do not answer: when, how likely, both."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.forecast.intervals import Ready, checked, get_ready, played
from ecotools.forecast.what_if import changed
from ecotools.ledger import Ledger


def draws(
    blueprint: Blueprint,
    months: int = 12,
    runs: int = 400,
    seed: int = 0,
    *,
    ledger: Ledger | None = None,
    doubt: float = 0.2,
    changes: Mapping[str, float] | None = None,
) -> dict[str, pd.DataFrame]:
    """Return the runs that a forecast is made of, each number by run and month.

    Parameters
    ----------
    blueprint, months, runs, seed, ledger, doubt
        As for `forecast`; the same arguments give the runs behind its medians and intervals.
    changes : mapping, optional
        Factors on parameters by id or kind, as one scenario of `scenarios`.

    Returns
    -------
    dict of str to DataFrame
        One table per number, a row per run and a column per month (1, 2, …). "revenue" and "margin" of the
        month (where neither refunds nor costs are known they are the same); "mrr" and "subscribers" at its
        end, where something is paid again and again; and of each product "sold.<id>" (sales or subscriptions
        begun; of a plan with a first offer those who go on to its price) and "revenue.<id>".

    Raises
    ------
    NoForecastError, ValueError, TypeError
        As `forecast` and `scenarios`.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: One course
    ... products: [{id: course, name: The course, kind: core, price: 100}]
    ... funnel: [{from: awareness, to: purchase, rate: 0.1}]
    ... assumptions: {channels: [{name: search, visitors_per_month: 500}]}
    ... ''')
    >>> found = draws(blueprint, months=2, runs=50)
    >>> sorted(found), found["sold.course"].shape
    (['margin', 'revenue', 'revenue.course', 'sold.course'], (50, 2))
    """
    checked(months, runs, seed)
    return draws_of(get_ready(blueprint, ledger, runs, seed, doubt), months, seed, changes or {})


def draws_of(ready: Ready, months: int, seed: int, changes: Mapping[str, float]) -> dict[str, pd.DataFrame]:
    """Return the runs of a business that is ready to run."""
    ready = replace(ready, parameters=changed(ready.parameters, changes))
    came = played(ready, months, seed)
    names = ["revenue", "margin", *(["mrr", "subscribers"] if ready.business.plans else [])]
    found = {name: came.measures[name] for name in names}
    found |= {f"sold.{id}": values for id, values in came.sales.items()}
    found |= {f"revenue.{id}": values for id, values in came.by_product.items()}
    columns = pd.RangeIndex(1, months + 1, name="month")
    index = pd.RangeIndex(ready.parameters.runs, name="run")
    return {name: pd.DataFrame(np.asarray(values), index, columns) for name, values in found.items()}
