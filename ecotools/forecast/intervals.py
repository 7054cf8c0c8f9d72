"""The forecast of a business: medians and intervals by month, from its blueprint and its ledger."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint import Blueprint
from ecotools.forecast import from_blueprint
from ecotools.forecast.business import ForecastBusiness
from ecotools.forecast.chance import Chance
from ecotools.forecast.engine import Months, run
from ecotools.forecast.from_ledger import LedgerReader
from ecotools.forecast.gaps import NoForecastError, lacking, left_out
from ecotools.forecast.ledger_counts import Seen, TooShortError
from ecotools.forecast.parameters import LEVEL, TAIL, Maker, Parameters
from ecotools.ledger import Ledger
from ecotools.metrics.counts import count
from ecotools.metrics.kpi.registry import REGISTRY
from ecotools.simulate.draws import stream
from ecotools.simulate.scenario import LONGEST

MEASURES = ("mrr", "revenue", "subscribers", "margin")
"""What is forecast; MRR and subscribers only where something is paid again and again, margin where refunds or
costs are known."""
SUMMED = ("revenue", "margin")
"""Measures whose months are added up; of the others the last month counts."""
FEWEST_RUNS, MOST_RUNS = 10, 10_000
MOST_PEOPLE = 1e12
"""Visitors of a month beyond which growth is no forecast any more."""
_NAMES = {"margin": ("Margin after refunds and product costs", "currency")}


@dataclass(frozen=True)
class Forecast:
    """What is to be expected, and what it rests on.

    Attributes
    ----------
    table : DataFrame
        One row per KPI and month: kpi, name, unit, month (1, 2, …), low, median, high. The interval holds
        80% of the runs.
    parameters : DataFrame
        One row per number that it rests on: id, about, unit, value, low, high, source.
    left_out : list of str
        What the blueprint says and the forecast does not follow, one sentence each.
    by_product : DataFrame
        Median revenue of each product (columns) in each month (rows).
    first : Period or None
        The first month forecast, when a ledger says which; None otherwise.
    months, runs, seed : int
        Months of each run, how many runs, and the seed.
    """

    table: pd.DataFrame
    parameters: pd.DataFrame
    left_out: list[str]
    by_product: pd.DataFrame
    first: pd.Period | None
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


@dataclass(frozen=True)
class Ready:
    """A business with its parameters, ready to run."""

    business: ForecastBusiness
    parameters: Parameters
    left_out: list[str]
    first: pd.Period | None


def forecast(
    blueprint: Blueprint,
    months: int = 12,
    runs: int = 400,
    seed: int = 0,
    *,
    ledger: Ledger | None = None,
    doubt: float = 0.2,
) -> Forecast:
    """Return medians and 80% intervals of MRR, revenue, subscribers and margin over the months to come.

    Without a ledger the business starts from nothing, and its numbers are those of the blueprint. With one,
    it starts from today's customers, by plan and by months since they joined, and each number comes from the
    last twelve whole months where at least twenty cases are behind it; `Forecast.parameters` says which.
    Every run draws other numbers within what is known of them, and then what chance makes of them.

    Parameters
    ----------
    blueprint : Blueprint
        What `lacking` finds nothing missing in.
    months : int
        Months of each run, 1 to 600.
    runs : int
        How often, 10 to 10,000.
    seed : int
        Zero or more. The same arguments give the same numbers.
    ledger : Ledger, optional
        What happened so far. A month that it covers in part is not used, and is forecast.
    doubt : float
        How far a number that nobody has counted may be off: its standard deviation as a share of it.

    Raises
    ------
    NoForecastError
        When blueprint and ledger say too little.
    ValueError, TypeError
        When an argument does not fit.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: One course
    ... products: [{id: course, name: The course, kind: core, price: 100}]
    ... funnel: [{from: awareness, to: purchase, rate: 0.1}]
    ... assumptions: {channels: [{name: search, visitors_per_month: 500}]}
    ... ''')
    >>> made = forecast(blueprint, months=2, runs=50)
    >>> made.measures, bool((made.table["low"] <= made.table["median"]).all())
    (['revenue'], True)

    References
    ----------
    Fader & Hardie (2007), "How to Project Customer Retention", J. Interactive Marketing 21, for churn.
    """
    checked(months, runs, seed)
    return forecast_of(get_ready(blueprint, ledger, runs, seed, doubt), months, seed)


def forecast_of(ready: Ready, months: int, seed: int) -> Forecast:
    """Return the forecast of a business that is ready to run."""
    came = played(ready, months, seed)
    drawn = {id: came.measures[id] for id in told(ready)}
    by_product = {id: np.median(values, axis=0) for id, values in came.by_product.items()}
    return Forecast(
        table=_table(drawn, months),
        parameters=ready.parameters.table(),
        left_out=ready.left_out,
        by_product=pd.DataFrame(by_product, index=pd.RangeIndex(1, months + 1, name="month")),
        first=ready.first,
        months=months,
        runs=ready.parameters.runs,
        seed=seed,
    )


def get_ready(blueprint: Blueprint, ledger: Ledger | None, runs: int, seed: int, doubt: float) -> Ready:
    """Return the business and its parameters, or raise what keeps a forecast from being made."""
    if not isinstance(blueprint, Blueprint):
        raise TypeError(f"blueprint must be a Blueprint, not {type(blueprint).__name__}")
    if not 0 <= errors.finite(doubt, "doubt") < 1:
        raise ValueError(f"doubt must be a share from 0 to below 1, such as 0.2, not {doubt}")
    blueprint, maker = blueprint.checked(), Maker(runs, seed, doubt)
    absent = lacking(blueprint, ledger)
    if absent:
        raise NoForecastError(f"a forecast needs what the blueprint does not say: {', '.join(absent)}")
    if ledger is None:
        business, found = (
            from_blueprint.business_of(blueprint),
            from_blueprint.parameters_of(blueprint, maker),
        )
        first = None
    else:
        try:
            seen = Seen(ledger, blueprint)
        except TooShortError as error:
            raise NoForecastError(str(error)) from None
        business, found = LedgerReader(blueprint, seen, maker).read()
        first = seen.months[-1] + 1
    return Ready(business, Parameters(found, runs), left_out(blueprint, business, ledger), first)


def played(ready: Ready, months: int, seed: int) -> Months:
    """Return the months to come, with the luck of a seed."""
    for one in ready.parameters.values():
        if one.kind in ("visitors", "buyers", "sales"):
            growth = ready.parameters.draws(one.id.replace(".", "_growth.", 1))
            with np.errstate(over="ignore"):
                most = float((one.draws * (1 + np.maximum(growth, 0)) ** months).max())
            if not most <= MOST_PEOPLE:
                raise NoForecastError(
                    f"{one.about}: they grow beyond {MOST_PEOPLE:,.0f} a month within {months} months: "
                    "ask for fewer months, or state a smaller growth"
                )
    return run(ready.business, ready.parameters, months, Chance(stream(seed, "forecast", "chance")))


def checked(months: int, runs: int, seed: int) -> None:
    """Raise when months, runs or seed are none that a forecast can be made with.

    >>> checked(12, 3, 0)
    Traceback (most recent call last):
    ValueError: runs must be a whole number, 10 or more, not 3
    """
    for value, name, least, most in (
        (months, "months", 1, LONGEST),
        (runs, "runs", FEWEST_RUNS, MOST_RUNS),
        (seed, "seed", 0, None),
    ):
        if count(value, name, at_least=least) > (most or value):
            raise ValueError(f"{name} must be {most:,} or fewer, not {value}")


def told(ready: Ready) -> list[str]:
    """Return the measures that this business has."""
    goods = [*ready.business.goods.values(), *ready.business.plans.values()]
    costs = any(one.cost for one in goods) or any(one.kind == "refund" for one in ready.parameters.values())
    wanted = {"revenue": True, "margin": costs}
    return [id for id in MEASURES if wanted.get(id, bool(ready.business.plans))]


def _table(drawn: dict[str, np.ndarray], months: int) -> pd.DataFrame:
    parts = []
    for id, runs in drawn.items():
        low, median, high = np.quantile(runs, (TAIL, 0.5, 1 - TAIL), axis=0)
        name, unit = _NAMES.get(id) or (REGISTRY[id].name, REGISTRY[id].unit)
        said = {"kpi": id, "name": name, "unit": unit, "month": range(1, months + 1)}
        parts.append(pd.DataFrame(said | {"low": low, "median": median, "high": high}))
    table = pd.concat(parts, ignore_index=True)
    counts = table["unit"] == "count"
    table.loc[counts, ["low", "median", "high"]] = table.loc[counts, ["low", "median", "high"]].round()
    table.attrs["definition"] = {"interval": LEVEL}
    return table
