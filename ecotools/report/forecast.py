"""What the assumptions of a blueprint lead to: simulated many times, as a median and an interval a month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools.blueprint import Assumptions, Blueprint, Product
from ecotools.metrics import kpi
from ecotools.metrics.kpi.registry import REGISTRY
from ecotools.simulate import simulate
from ecotools.simulate.incidents import whole
from ecotools.simulate.scenario import LONGEST

MEASURES = ("mrr", "revenue", "subscribers")
"""KPIs that are forecast; those of subscriptions only where the assumptions have people subscribe."""

LEVEL = 0.8
"""Share of the runs that an interval holds: from the 10th to the 90th of a hundred."""

MOST_VISITORS = 50_000_000
"""Visitors of all runs together that are simulated: about a minute's work."""

FEWEST, MOST_RUNS = 10, 1000


class NoForecastError(ValueError):
    """There is no forecast: the blueprint does not say enough for one, or says too much to simulate."""


@dataclass(frozen=True)
class Forecast:
    """What was simulated, and what came out.

    Attributes
    ----------
    table : DataFrame
        One row a KPI and month: kpi, name, unit, month (1, 2, …), low, median, high.
    months, runs, seed : int
        Months of each run, how many runs, and the seed of the first; each next run has the next seed.
    """

    table: pd.DataFrame
    months: int
    runs: int
    seed: int

    def of(self, measure: str) -> pd.DataFrame:
        """Return the rows of one KPI."""
        return self.table[self.table["kpi"] == measure].reset_index(drop=True)

    @property
    def measures(self) -> list[str]:
        """Ids of the KPIs that were forecast."""
        return list(self.table["kpi"].unique())


def forecast(blueprint: Blueprint, months: int = 12, runs: int = 30, seed: int = 0) -> Forecast:
    """Return the median and the 80% interval of MRR, revenue and subscribers over the months to come.

    Every run simulates the blueprint from nothing, without the customers there may be already. The interval
    says how much chance alone moves the numbers, not how wrong the assumptions may be. Each number is that of
    one of the runs (the nearest rank), so that counts stay whole.

    Parameters
    ----------
    blueprint : Blueprint
        What `lacking` finds nothing missing in.
    months : int
        Months of each run, 1 to 600.
    runs : int
        How often, 10 to 1000.
    seed : int
        Zero or more. The same blueprint and arguments give the same numbers.

    Raises
    ------
    NoForecastError
        When the blueprint says too little, or describes more visitors than can be simulated.
    ValueError, TypeError
        When months, runs or seed do not fit.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: One course
    ... products: [{id: course, name: The course, kind: core, price: 100}]
    ... funnel: [{from: awareness, to: purchase, rate: 0.1}]
    ... assumptions: {channels: [{name: search, visitors_per_month: 500}]}
    ... ''')
    >>> made = forecast(blueprint, months=2, runs=10)
    >>> made.measures, bool((made.table["low"] <= made.table["median"]).all())
    (['revenue'], True)
    """
    checked(months, runs, seed)
    absent = lacking(blueprint)
    if absent:
        raise NoForecastError(f"a forecast needs what the blueprint does not say: {', '.join(absent)}")
    _not_too_many(blueprint.assumptions, months, runs)
    wanted = [id for id in MEASURES if id == "revenue" or subscribed(blueprint.assumptions)]
    drawn = [_run(blueprint, months, seed + number, wanted) for number in range(runs)]
    tail = (1 - LEVEL) / 2
    low, median, high = np.quantile(np.stack(drawn), (tail, 0.5, 1 - tail), axis=0, method="nearest")
    parts = [
        pd.DataFrame(
            {
                "kpi": id,
                "name": REGISTRY[id].name,
                "unit": REGISTRY[id].unit,
                "month": range(1, months + 1),
                "low": low[row],
                "median": median[row],
                "high": high[row],
            }
        )
        for row, id in enumerate(wanted)
    ]
    return Forecast(pd.concat(parts, ignore_index=True), months, runs, seed)


def checked(months: int, runs: int, seed: int) -> None:
    """Raise when months, runs or seed are none that a forecast can be made with.

    >>> checked(12, 3, 0)
    Traceback (most recent call last):
    ValueError: runs must be a whole number, 10 or more, not 3
    """
    for value, name, least, most in (
        (months, "months", 1, LONGEST),
        (runs, "runs", FEWEST, MOST_RUNS),
        (seed, "seed", 0, None),
    ):
        if whole(value, name, at_least=least) > (most or value):
            raise ValueError(f"{name} must be {most} or fewer, not {value}")


def _run(blueprint: Blueprint, months: int, seed: int, wanted: list[str]) -> np.ndarray:
    """Return one run as an array: a row a KPI, a column a month."""
    try:
        ledger = simulate(blueprint, months=months, seed=seed)
    except ValueError as error:
        raise NoForecastError(str(error).partition("\n")[0]) from error
    table = kpi.compute(blueprint, ledger, wanted)
    return np.stack([table.loc[table["kpi"] == id, "value"].to_numpy() for id in wanted])


def _not_too_many(assumed: Assumptions, months: int, runs: int) -> None:
    visitors = sum(
        channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        for channel in assumed.channels
        for month in range(months)
    )
    if visitors * runs > MOST_VISITORS:
        raise NoForecastError(
            f"the channels bring about {visitors:,.0f} visitors in {months} months, and {runs} runs of that "
            f"are more than the {MOST_VISITORS:,} that can be simulated: ask for fewer months or runs"
        )


def lacking(blueprint: Blueprint) -> list[str]:
    """Return the fields that a forecast needs and the blueprint does not say; nothing is put in their place.

    >>> lacking(Blueprint(name="Q"))
    ['products of kind core', 'funnel', 'assumptions.channels']
    """
    cores = [product for product in blueprint.products if product.kind == "core"]
    absent = [] if cores else ["products of kind core"]
    absent += [f"products[{product.id}].price" for product in _sold(blueprint) if not product.said("price")]
    if not blueprint.funnel:
        absent.append("funnel")
    elif all(step.to_stage != "purchase" for step in blueprint.funnel):
        absent.append("funnel to the stage purchase")
    assumed = blueprint.assumptions
    if assumed is None or not assumed.said("channels") or not assumed.channels:
        absent.append("assumptions.channels")
    if assumed is not None:
        absent += [f"assumptions.churn.{id}" for id in subscribed(assumed) if id not in assumed.churn]
    return absent


def subscribed(assumed: Assumptions) -> list[str]:
    """Return the ids of the products that people subscribe to, by the assumptions.

    >>> subscribed(Assumptions(subscribe_rate={"club": 0.2}))
    ['club']
    """
    taken = [id for id, rate in assumed.subscribe_rate.items() if rate > 0]
    for id in taken:  # grows while plans lead to further plans
        change = assumed.plan_change.get(id)
        if change and change.to not in taken:
            taken.append(change.to)
    return taken


def _sold(blueprint: Blueprint) -> list[Product]:
    """Return the products that a run sells."""
    assumed = blueprint.assumptions or Assumptions()
    ids = {*assumed.add_on_rate, *assumed.bundle_rate, *subscribed(assumed)}
    return [one for one in blueprint.products if one.kind == "core" or one.id in ids]
