"""Does a blueprint agree with itself: its projections with its forecast, and with the days of its plan?"""

import numpy as np
import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.forecast import LEVEL, NoForecastError, draws
from ecotools.ledger import Ledger
from ecotools.planning.schedule import schedule
from ecotools.planning.stated import stated_lines
from ecotools.planning.tasks import blueprint_tasks
from ecotools.rules.words.phases import calendar_month, month_of

_FORECAST = ["projection", "unit", "month", "to_month", "stated", "stated_high"]
_PLAN = ["product", "projected_from", "projected_by", "stated_day", "scheduled_day", "launched_in"]
_PLAN += ["idle_months", "holds", "said"]


def against_forecast(
    blueprint: Blueprint,
    *,
    ledger: Ledger | None = None,
    runs: int = 400,
    seed: int = 0,
    doubt: float = 0.2,
    level: float = LEVEL,
) -> pd.DataFrame:
    """Return each projection of a blueprint beside what the forecast gives for the same months.

    Parameters
    ----------
    blueprint : Blueprint
        One with ``projections`` and what a forecast needs.
    ledger, runs, seed, doubt
        As for `ecotools.forecast.forecast`: without a ledger the business starts from nothing. Month 1 of a
        projection is the first month of the plan where plan and ledger have dates, else the first forecast.
    level : float, default 0.8
        Share of the runs between low and high.

    Returns
    -------
    DataFrame
        One row per projection: projection, unit, month, to_month, stated and stated_high (money: what it
        says, else the sum of its lines); low, median and high (of the runs: revenue summed over its months,
        MRR at the end of the last, ARR as twelve times that), chance (share of the runs that reach
        ``stated`` or more), verdict ("within" when the stated range and that of the runs meet, else "above"
        or "below", as the projection lies; "unknown") and reason (why it is unknown).

    Raises
    ------
    NoForecastError, ValueError, TypeError
        When there is no projection, or as `ecotools.forecast.forecast`.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: One course
    ... products: [{id: course, name: The course, kind: core, price: 100}]
    ... funnel: [{from: awareness, to: purchase, rate: 0.1}]
    ... assumptions: {channels: [{name: search, visitors_per_month: 500}]}
    ... projections:
    ...   - {id: hoped, month: 1, to_month: 3, unit: revenue, amount: 90000}
    ...   - {id: likely, month: 1, to_month: 3, unit: revenue, amount: 12000, amount_high: 15000}
    ... ''')
    >>> against_forecast(blueprint, runs=100)[["projection", "chance", "verdict"]].values.tolist()[0]
    ['hoped', 0.0, 'above']
    """
    table = _stated(blueprint)
    last = int(np.nan_to_num(table["to_month"].max(), nan=0))
    first = _months_before(blueprint, ledger)
    found = draws(blueprint, max(last - first, 1), runs, seed, ledger=ledger, doubt=doubt)
    rows = [_judge(one, found, first, (1 - level) / 2) for one in table.to_dict("records")]
    return pd.concat([table, pd.DataFrame(rows, table.index)], axis=1)


def against_plan(blueprint: Blueprint, *, unsaid: str = "previous") -> pd.DataFrame:
    """Return, for each product that a plan launches and a projection counts on, which comes first.

    Parameters
    ----------
    blueprint : Blueprint
        One with ``plan.phases`` that say what they launch, and ``projections`` with lines.
    unsaid : {"previous", "nothing"}
        As for `blueprint_tasks`.

    Returns
    -------
    DataFrame
        One row per such product, in the alphabet's order: product, projected_from and projected_by (first and
        last month of the first projection that counts on it), stated_day and scheduled_day (first day of the
        phase that launches it: as the plan says it, and as what it waits for allows), launched_in (month of
        the later of the two, as the review counts it: by the calendar with dates, of 30 days without),
        idle_months (from the launch to the first month projected), holds (whether it is launched by
        projected_by) and said (a sentence).

    Raises
    ------
    ValueError, TypeError
        As `blueprint_tasks` and `stated_lines`.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: Q
    ... products: [{id: coach, name: Coaching, kind: coaching, price: 997}]
    ... plan:
    ...   phases:
    ...     - {id: make, start_day: 1, end_day: 112}
    ...     - {id: open, start_day: 113, end_day: 126, launches: [coach]}
    ... projections:
    ...   - {id: start, month: 1, to_month: 3, unit: revenue, lines: [{product: coach, quantity: 4}]}
    ... ''')
    >>> against_plan(blueprint)[["product", "projected_by", "launched_in", "holds"]].values.tolist()
    [['coach', 3, 4, False]]
    """
    tasks = blueprint_tasks(blueprint, unsaid=unsaid)
    lines = stated_lines(blueprint).dropna(subset=["to_month"])
    sold = lines[(lines["quantity"] != 0) & (lines["amount"] != 0)]
    first = sold.sort_values(["to_month", "month"]).groupby("product")[["month", "to_month"]].first()
    stated = tasks.set_index("task")["stated_start"]
    possible = schedule(tasks).set_index("task")["start_day"]
    rows = []
    for product in sorted(first.index):
        phases = [one.id for one in blueprint.plan.phases if product in (one.launches or [])]
        if phases:
            phase = min(phases, key=lambda id: (stated[id], id))
            days = int(stated[phase]), int(possible[phase])
            months = int(first.loc[product, "month"]), int(first.loc[product, "to_month"])
            rows.append(_launch(product, months, days, tasks.attrs["start"]))
    return pd.DataFrame(rows, columns=_PLAN)


def consistency(
    blueprint: Blueprint,
    *,
    ledger: Ledger | None = None,
    runs: int = 400,
    seed: int = 0,
    doubt: float = 0.2,
    unsaid: str = "previous",
) -> pd.DataFrame:
    """Return what agrees and what does not in projections, forecast and plan of a blueprint, check by check.

    Parameters
    ----------
    blueprint, ledger, runs, seed, doubt, unsaid
        As for `against_forecast` and `against_plan`.

    Returns
    -------
    DataFrame
        check ("forecast": a projection beside the runs; "launch": a projection beside the plan; "days": the
        plan beside its title; "order": a phase beside what it waits for), where (id of projection, product or
        phase), holds (True, False, or None when it cannot be told) and said (a sentence).

    Examples
    --------
    >>> from ecotools import data
    >>> table = consistency(data.quillwork(), runs=100)
    >>> sorted(set(table["check"]))
    ['days', 'forecast', 'launch', 'order']
    """
    rows = [*_forecast_rows(blueprint, ledger, runs, seed, doubt)]
    plan = blueprint.plan
    if plan and plan.phases:
        tasks = blueprint_tasks(blueprint, unsaid=unsaid)
        rows += [("launch", one.product, bool(one.holds), one.said) for one in _launches(blueprint, unsaid)]
        rows += _days_rows(plan, tasks)
        rows += _order_rows(tasks)
    return pd.DataFrame(rows, columns=["check", "where", "holds", "said"]).astype({"holds": object})


def _stated(blueprint: Blueprint) -> pd.DataFrame:
    """Return what the projections state, one row each."""
    if not isinstance(blueprint, Blueprint):
        raise TypeError(f"blueprint must be a Blueprint, not {type(blueprint).__name__}")
    if not blueprint.projections:
        raise ValueError("blueprint has no projections: say what the business expects to earn")
    has_lines = any(one.lines for one in blueprint.projections)
    lines = stated_lines(blueprint) if has_lines else None
    rows = []
    for one in blueprint.projections:
        low, high = one.amount, one.amount if one.amount_high is None else one.amount_high
        if low is None and one.lines:
            mine = lines[lines["projection"] == one.id]
            low, high = (mine[name].sum(skipna=False) for name in ("amount", "amount_high"))
        last = one.month if one.to_month is None else one.to_month
        rows.append([one.id, one.unit or "", one.month, last, low, high])
    numeric = dict.fromkeys(_FORECAST[2:], float)
    return pd.DataFrame(rows, columns=_FORECAST).astype(numeric)


def _months_before(blueprint: Blueprint, ledger: Ledger | None) -> int:
    """Return how many months of the plan are over before the first one that is forecast."""
    phases = (blueprint.plan.phases if blueprint.plan else None) or []
    dates = [one.start for one in phases if one.start is not None]
    if ledger is None or not dates:
        return 0
    from ecotools.forecast.intervals import get_ready

    first = get_ready(blueprint, ledger, 10, 0, 0.0).first
    return max((first - pd.Period(min(dates), "M")).n, 0) if first is not None else 0


def _judge(one: dict, found: dict, before: int, tail: float) -> dict:
    unknown = {"low": np.nan, "median": np.nan, "high": np.nan, "chance": np.nan, "verdict": "unknown"}
    reason = _silent(one, found, before)
    if reason:
        return unknown | {"reason": reason}
    first, last = int(one["month"]) - before, int(one["to_month"]) - before
    if one["unit"] == "revenue":
        came = found["revenue"].loc[:, first:last].sum(axis=1)
    else:
        came = found["mrr"][last] * (12 if one["unit"] == "arr" else 1)
    low, median, high = np.quantile(came, (tail, 0.5, 1 - tail))
    verdict = "above" if one["stated"] > high else "below" if one["stated_high"] < low else "within"
    chance = float((came >= one["stated"] - 1e-9).mean())
    ends = {"low": float(low), "median": float(median), "high": float(high)}
    return ends | {"chance": chance, "verdict": verdict, "reason": ""}


def _silent(one: dict, found: dict, before: int) -> str:
    """Return why a projection cannot be set beside the forecast; nothing when it can."""
    if np.isnan(one["month"]):
        return "the projection does not say its month"
    if not one["unit"]:
        return "the projection does not say whether it is revenue, MRR or ARR"
    if np.isnan(one["stated"]):
        return "the projection says no amount, and its lines do not all say theirs"
    if one["unit"] != "revenue" and "mrr" not in found:
        return "nothing is paid again and again, so that there is no MRR"
    if (one["month"] if one["unit"] == "revenue" else one["to_month"]) <= before:
        return "its months begin before the first one that is forecast"
    return ""


def _launch(product: str, months: tuple[int, int], days: tuple[int, int], start) -> list:
    """Return the row of a product: projected in these months, launched on these days of the plan."""
    day, projected = max(days), months[1]
    later = None if start is None else start + pd.Timedelta(days=day - 1)
    month = month_of(day) if start is None else calendar_month(later, start)
    idle = max(months[0] - month, 0)
    said = f"{product} is launched on day {day}, in month {month}, and is projected by month {projected}"
    said += f", first in month {months[0]}, {idle} later" if idle else ""
    return [product, *months, *days, month, idle, month <= projected, said]


def _launches(blueprint: Blueprint, unsaid: str) -> list:
    lined = any(one.lines for one in blueprint.projections or [])
    return list(against_plan(blueprint, unsaid=unsaid).itertuples()) if lined else []


def _forecast_rows(blueprint: Blueprint, ledger, runs: int, seed: int, doubt: float) -> list[tuple]:
    if not blueprint.projections:
        return []
    try:
        table = against_forecast(blueprint, ledger=ledger, runs=runs, seed=seed, doubt=doubt)
    except NoForecastError as error:
        return [("forecast", one.id, None, str(error)) for one in blueprint.projections]
    rows = []
    for one in table.itertuples():
        told = f"{one.chance:.0%} of the runs reach {one.stated:,.0f} or more"
        holds = None if one.verdict == "unknown" else one.verdict == "within"
        rows.append(("forecast", one.projection, holds, one.reason or told))
    return rows


def _days_rows(plan, tasks: pd.DataFrame) -> list[tuple]:
    if plan.title_days is None:
        return []
    days = max(schedule(tasks).attrs["days"], int(tasks["stated_end"].max()))
    said = f"the plan takes {days} days, its title says {plan.title_days}"
    return [("days", "plan", bool(days <= plan.title_days), said)]


def _order_rows(tasks: pd.DataFrame) -> list[tuple]:
    """Return whether each phase starts after what it waits for has ended, by the stated days."""
    ends = tasks.set_index("task")["stated_end"]
    rows = []
    for one in tasks.itertuples():
        for other in one.after:
            said = f"{one.task} starts on day {one.stated_start}, {other} ends on day {ends[other]}"
            rows.append(("order", one.task, bool(one.stated_start > ends[other]), said))
    return rows
