"""Read a table of KPI values, and say whether and by how much each is on target."""

import pandas as pd

from ecotools.errors import one_of

from . import inputs, style
from .formats import finer, is_missing, listing, percent, period, plural, quantity, short

_DEFAULTS = {"target": float("nan"), "direction": "up", "unit": "count", "change": float("nan"), "reason": ""}
_MADE = "metrics.kpi.compute"
_BOUND = {"up": "at least", "down": "at most"}

ON, OFF, NO_TARGET = "on target", "off target", "no target"
LOOK = {ON: ("✓", style.GOOD), OFF: ("✗", style.BAD), NO_TARGET: ("–", style.MUTED)}


def read(table: pd.DataFrame) -> pd.DataFrame:
    """Return the KPI table with every column that the pictures read, and a ``status`` in words.

    >>> rows = read(pd.DataFrame({"name": ["Churn"], "month": ["2025-03"], "value": [0.04], "target": [0.05],
    ...     "direction": ["down"], "unit": ["fraction"]}))
    >>> rows["status"].tolist()
    ['on target']
    """
    found = inputs.table(table, ["name", "month", "value"], "KPI table", make=_MADE)
    for column, usual in _DEFAULTS.items():
        if column not in found:
            found[column] = usual
    inputs.numeric(found, ["value", "target", "change"], "KPI table")
    found["direction"] = [one_of(d, ["up", "down"], "direction") for d in found["direction"]]
    found["reason"] = found["reason"].fillna("").astype(str)
    found["kpi"] = found["kpi"] if "kpi" in found else found["name"]
    repeated = found.duplicated(["kpi", "month"])
    if repeated.any():
        row = found[repeated].iloc[0]
        raise ValueError(
            f"KPI table has several rows for {row['name']} in {period(row['month'])}: "
            "choose one segment before drawing, for instance table[table['channel'] == 'search']"
        )
    found["status"] = [_status(row) for row in found.to_dict("records")]
    return found


def _status(row: dict) -> str:
    if is_missing(row["value"]):
        return NO_TARGET
    said = row.get("on_target")
    if is_missing(said):
        # A table that says of a month that it cannot be judged (only a part of it was seen) is believed.
        if is_missing(row["target"]) or "on_target" in row:
            return NO_TARGET
        said = row["value"] >= row["target"] if row["direction"] == "up" else row["value"] <= row["target"]
    return ON if said else OFF


def at_month(found: pd.DataFrame, month=None) -> pd.DataFrame:
    """Return the rows of one month (the last one unless another is named).

    >>> months = pd.period_range("2025-01", periods=2, freq="M")
    >>> table = pd.DataFrame({"name": "MRR", "month": months, "value": 1.0})
    >>> at_month(read(table), "2025-01")["month"].astype(str).tolist()
    ['2025-01']
    """
    months = sorted(found["month"].unique())
    wanted = months[-1] if month is None else month
    if month is not None and isinstance(months[0], pd.Period):
        wanted = pd.Period(month, months[0].freq)
    if wanted not in months:
        span = f"from {period(months[0])} to {period(months[-1])}"
        raise ValueError(f"month {month!s} is not in the KPI table, which goes {span}")
    return found[found["month"] == wanted].reset_index(drop=True)


def message(rows: pd.DataFrame, currency: str) -> str:
    """Return the sentence over the KPIs of one month: which are off target, the furthest first.

    >>> rows = read(pd.DataFrame({"name": ["MRR"], "month": ["2025-03"], "value": [900.0], "target": [1000.0],
    ...     "unit": ["currency"]}))
    >>> message(rows, "USD")
    'MRR: $900 in 2025-03, off target (at least $1,000)'
    >>> both = pd.DataFrame({"name": ["Posts", "Visits"], "month": "2025-03", "value": 9, "target": [10, 8]})
    >>> message(read(both), "USD")
    'Posts is off target in 2025-03: 9 instead of at least 10; 1 KPI is on target'
    """
    when, records = period(rows["month"].iloc[0]), rows.to_dict("records")
    if len(records) == 1:
        return _alone(records[0], when, currency)
    judged = [row for row in records if row["status"] != NO_TARGET]
    if not judged:
        return f"{plural(len(records), 'KPI')} in {when}, none with a target to reach"
    good = [row for row in judged if row["status"] == ON]
    bad = sorted((row for row in judged if row["status"] == OFF), key=_missed_by, reverse=True)
    if not bad:
        return f"{_all_of(judged, records)} on target in {when}"
    said = f"{listing([short(row['name']) for row in bad], most=2)} {_be(bad)} off target in {when}"
    if len(bad) == 1:
        said += f": {value(bad[0], currency)} instead of {aim(bad[0], currency)}"
    return f"{said}; {plural(len(good), 'KPI')} {_be(good)} on target" if good else said


def _alone(row: dict, when: str, currency: str) -> str:
    if is_missing(row["value"]):
        why = f" ({row['reason']})" if row["reason"] else ""
        return f"{short(row['name'])}: no number in {when}{why}"
    bound = f", {row['status']} ({aim(row, currency)})" if row["status"] != NO_TARGET else ""
    return f"{short(row['name'])}: {value(row, currency)} in {when}{bound}"


def _missed_by(row: dict) -> float:
    """Return how far a KPI is from its target, measured by the target."""
    return abs(row["value"] - row["target"]) / abs(row["target"]) if row["target"] else float("inf")


def _be(rows: list) -> str:
    return "is" if len(rows) == 1 else "are"


def _all_of(judged: list, rows: list) -> str:
    if len(judged) == 1:
        return f"{short(judged[0]['name'])} is"
    return f"All {len(judged)} KPIs{' with a target' if len(judged) < len(rows) else ''} are"


def value(row, currency: str) -> str:
    """Return the value of a KPI in its unit, finer where it is off target but would read like the target.

    >>> value({"value": 0.1996, "target": 0.2, "unit": "fraction", "status": "off target"}, "USD")
    '19.96%'
    """
    said = quantity(row["value"], row["unit"], currency)
    if row["status"] == OFF and said == quantity(row["target"], row["unit"], currency):
        return finer(row["value"], row["unit"], currency)
    return said


def aim(row, currency: str) -> str:
    """Return the target with its direction in words, or "no target".

    >>> aim({"target": 0.05, "direction": "down", "unit": "fraction"}, "USD")
    'at most 5%'
    """
    if is_missing(row["target"]):
        return NO_TARGET
    return f"{_BOUND[row['direction']]} {quantity(row['target'], row['unit'], currency)}"


def change(row, currency: str) -> tuple[str, str]:
    """Return the change against the month before, and whether it is for the better; empty when it is unknown.

    >>> change({"change": 0.008, "direction": "down", "unit": "fraction"}, "USD")
    ('▲ +0.8 points', 'worse')
    """
    step = row["change"]
    if is_missing(step) or is_missing(row.get("value", step)):
        return "", ""
    if row["unit"] == "fraction":
        said = f"{percent(step, signed=True).rstrip('%')} points"
    else:
        said = quantity(step, row["unit"], currency, signed=True)
    if step == 0:
        return "no change", ""
    better = (step > 0) == (row["direction"] == "up")
    return f"{'▲' if step > 0 else '▼'} {said}", "better" if better else "worse"


def spoken(row, currency: str) -> str:
    """Return one KPI in words, for the description of a picture.

    >>> spoken({"name": "Churn", "value": 0.04, "target": 0.05, "direction": "down", "unit": "fraction",
    ...     "status": "on target", "reason": ""}, "USD")
    'Churn 4%, on target (at most 5%)'
    """
    if is_missing(row["value"]):
        return f"{row['name']} no number" + (f" ({row['reason']})" if row["reason"] else "")
    said = f"{row['name']} {value(row, currency)}"
    return said if row["status"] == NO_TARGET else f"{said}, {row['status']} ({aim(row, currency)})"
