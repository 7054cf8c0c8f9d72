"""The levers of a blueprint, and every quarter what became of the KPI that each is to move."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint import Blueprint
from ecotools.metrics import columns
from ecotools.metrics.ecosystem.tables import is_blueprint
from ecotools.metrics.periods import as_month

PILLARS = ("network_effects", "data", "cross_sell")
"""What levers strengthen."""

JUDGED = {
    "ab_test": "a test by lot judges it",
    "before_after": "before and after: what else changed is in it",
    "survey": "a survey: what people say they would do",
    "pilot": "a pilot: those who took part were chosen",
    "": "nothing tells its effect from what else changed",
}
"""How far a change can be put down to a lever, by the kind of its experiment."""


def lever_table(blueprint: Blueprint) -> pd.DataFrame:
    """Return the levers of a blueprint, one row each, with the pillars that each strengthens.

    Parameters
    ----------
    blueprint : Blueprint

    Returns
    -------
    DataFrame
        ``lever`` (its id), ``name``, ``impact`` and ``effort`` (NaN where nobody scored them), one column of
        True and False per pillar (``network_effects``, ``data``, ``cross_sell``), ``pillars`` (how many),
        ``kpi`` and ``start`` (NaT where it is not said). In the order of the blueprint.

    Raises
    ------
    TypeError
        Something else than a blueprint.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> lever_table(quillwork())[["lever", "impact", "effort", "data", "pillars"]].values.tolist()[1]
    ['fault_themes', 4.0, 3.0, True, 2]
    """
    is_blueprint(blueprint)
    rows = []
    for one in blueprint.levers or []:
        held = set(one.pillars or [])
        scores = [np.nan if score is None else float(score) for score in (one.impact, one.effort)]
        feeds = [pillar in held for pillar in PILLARS]
        rows.append((one.id, one.name or one.id, *scores, *feeds, len(held), one.kpi or "", one.start))
    names = ["lever", "name", "impact", "effort", *PILLARS, "pillars", "kpi", "start"]
    table = pd.DataFrame(rows, columns=names)
    table["start"] = pd.to_datetime(table["start"])
    kinds = {"impact": float, "effort": float, "pillars": int} | dict.fromkeys(PILLARS, bool)
    return table.astype(kinds)


def quarterly_scorecard(blueprint: Blueprint, kpis: pd.DataFrame) -> pd.DataFrame:
    """Return quarter by quarter the KPI that each lever is to move, against its baseline.

    A change is not an effect: ``judged_by`` says what kind of experiment, if any, could tell the two apart,
    and ``shared_with`` which other levers move the same number.

    Parameters
    ----------
    blueprint : Blueprint
        Its ``levers`` name their KPI and baseline, ``growth.experiments`` what judges them.
    kpis : DataFrame
        One row per KPI and month, as `kpi.compute` gives it: ``kpi``, ``month`` and ``value``;
        ``direction`` if there is one. Of segments give one only.

    Returns
    -------
    DataFrame
        One row per lever and quarter of the table: ``lever``, ``kpi``, ``quarter`` (Period), ``months`` of
        the quarter that have a value, ``value`` (their mean), ``baseline``, ``change`` (value - baseline),
        ``better`` (True, False, or NA where that cannot be said), ``under_way`` (whether the lever had begun
        by the end of the quarter), ``judged_by``, ``shared_with`` and ``reason`` (why a change is NaN).

    Raises
    ------
    TypeError, ValueError
        Something else than a blueprint, a missing column, a KPI that has a month twice.

    Examples
    --------
    >>> from ecotools.blueprint import Blueprint
    >>> shop = Blueprint(name="Shop", kpis=[{"id": "leads", "name": "Leads"}], levers=[{"id": "webinar",
    ...     "kpi": "leads", "start": "2025-02-01", "baseline": {"value": 100, "date": "2024-12-31"}}])
    >>> months = pd.period_range("2025-01", periods=3, freq="M")
    >>> seen = pd.DataFrame({"kpi": "leads", "month": months, "value": [90, 120, 150]})
    >>> quarterly_scorecard(shop, seen)[["lever", "quarter", "value", "change", "judged_by"]].values.tolist()
    [['webinar', Period('2025Q1', 'Q-DEC'), 120.0, 20.0, 'nothing tells its effect from what else changed']]
    """
    is_blueprint(blueprint)
    seen = _read(kpis)
    quarters = sorted(seen["quarter"].unique())
    levers = blueprint.levers or []
    rows = [_row(blueprint, one, seen, quarter) for one in levers for quarter in quarters]
    names = ["lever", "kpi", "quarter", "months", "value", "baseline", "change", "better", "under_way"]
    table = pd.DataFrame(rows, columns=[*names, "judged_by", "shared_with", "reason"])
    table["quarter"] = table["quarter"].astype("period[Q-DEC]")
    table = table.astype({"months": int, "value": float, "baseline": float, "change": float})
    return table.astype({"better": "boolean", "under_way": bool})


def _row(blueprint: Blueprint, lever, seen: pd.DataFrame, quarter: pd.Period) -> tuple:
    mine = seen[(seen["kpi"] == lever.kpi) & (seen["quarter"] == quarter)].dropna(subset=["value"])
    value = float(mine["value"].mean()) if len(mine) else np.nan
    baseline = np.nan if lever.baseline is None else float(lever.baseline.value)
    change = value - baseline
    better = pd.NA
    if not np.isnan(change):
        better = change < 0 if _direction(blueprint, lever.kpi, mine) == "down" else change > 0
    started = lever.start is not None and pd.Timestamp(lever.start) <= quarter.end_time
    others = [one.id for one in blueprint.levers if one.kpi and one.kpi == lever.kpi and one is not lever]
    return (
        *(lever.id, lever.kpi or "", quarter, len(mine), value, baseline, change, better, started),
        *(JUDGED[_kind(blueprint, lever)], ", ".join(others), _reason(lever, len(mine), baseline)),
    )


def _reason(lever, months: int, baseline: float) -> str:
    if not lever.kpi:
        return "the lever names no KPI"
    if not months:
        return "the KPI has no value in this quarter"
    return "the lever has no baseline" if np.isnan(baseline) else ""


def _kind(blueprint: Blueprint, lever) -> str:
    tests = (blueprint.growth.experiments if blueprint.growth else None) or []
    found = [one.kind for one in tests if one.id == lever.experiment and one.kind]
    return found[0] if found else ""


def _direction(blueprint: Blueprint, kpi: str, mine: pd.DataFrame) -> str:
    if "direction" in mine:
        return str(mine["direction"].iloc[0])
    return next((one.direction for one in blueprint.kpis if one.id == kpi), "up")


def _read(kpis: pd.DataFrame) -> pd.DataFrame:
    """Return KPI, quarter, value and, if there is one, direction, in the order of the months."""
    errors.columns(kpis, ["kpi", "month", "value"], "kpis")
    month = _months(kpis["month"])
    table = pd.DataFrame({"kpi": columns.ids(kpis, "kpi", "kpis").astype(object).to_numpy(), "month": month})
    table["value"] = columns.numbers(kpis, "value", "kpis", missing=True)
    if "direction" in kpis:
        table["direction"] = [
            errors.one_of(one, ("up", "down"), "each of kpis['direction']") for one in kpis["direction"]
        ]
    twice = table.duplicated(["kpi", "month"], keep=False).to_numpy(dtype=bool)
    columns.refuse(kpis, twice, "kpis", "month has several rows of one KPI (give one segment only)")
    table["quarter"] = pd.PeriodIndex(month).asfreq("Q-DEC")
    return table.sort_values(["kpi", "month"], key=lambda column: column.astype(str), ignore_index=True)


def _months(values: pd.Series) -> pd.PeriodIndex:
    if isinstance(values.dtype, pd.PeriodDtype) and not values.isna().any():
        return pd.PeriodIndex(values, freq="M")
    known = {one: as_month(one, None, "kpis.month") for one in values.unique()}
    return pd.PeriodIndex([known[one] for one in values], freq="M")
