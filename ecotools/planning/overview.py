"""Scenarios side by side in the numbers that a plan is judged by: money, gates, break-even, cash."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.forecast import SCENARIOS, draws
from ecotools.forecast.intervals import SUMMED
from ecotools.ledger import Ledger
from ecotools.metrics.counts import inside
from ecotools.planning.cash import break_even_month, cash_balance, cash_needed, payback_month
from ecotools.planning.milestones import gates, month_range


def scenario_summary(
    blueprint: Blueprint,
    changes: Mapping[str, Mapping[str, float]] = SCENARIOS,
    *,
    months: int = 24,
    runs: int = 400,
    seed: int = 0,
    ledger: Ledger | None = None,
    doubt: float = 0.2,
    rules: Mapping[str, tuple[str, float]] | None = None,
    opening: float = 0.0,
    invested: float = 0.0,
    fixed_per_month: float = 0.0,
    level: float = 0.8,
) -> pd.DataFrame:
    """Return what each scenario comes to: revenue, MRR, break-even, payback, cash, and the gates of a plan.

    Parameters
    ----------
    blueprint, months, runs, seed, ledger, doubt
        As for `ecotools.forecast.draws`. All scenarios draw the same luck.
    changes : mapping
        Scenario -> factors, as for `ecotools.forecast.scenarios`.
    rules : mapping, optional
        Gates, as for `gates`.
    opening, invested, fixed_per_month
        As for `cash_balance`.
    level : float, default 0.8
        Share of the runs between low and high; cash is enough in that share of them.

    Returns
    -------
    DataFrame
        One row per scenario and number: scenario, what ("revenue", "margin": summed over the months; "mrr",
        "subscribers": at the end of the last; "break-even month": the lasting one, "payback month"; "cash
        needed"; "gate: <name>"), low, median and high, reached (share of the runs in which a month is
        reached; NaN for money), and reason (why a number is NaN). Cash needed has its number in ``median``.

    Raises
    ------
    NoForecastError, ValueError, TypeError
        As `ecotools.forecast.draws`, `gates` and `cash_balance`.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: One course
    ... products: [{id: course, name: The course, kind: core, price: 100}]
    ... funnel: [{from: awareness, to: purchase, rate: 0.1}]
    ... assumptions: {channels: [{name: search, visitors_per_month: 500}]}
    ... ''')
    >>> gate = {"20": ("sold.course", 20)}
    >>> found = scenario_summary(blueprint, months=6, runs=50, invested=5000, rules=gate)
    >>> found["what"].unique().tolist()
    ['revenue', 'margin', 'break-even month', 'payback month', 'cash needed', 'gate: 20']
    """
    tail = (1 - inside(level, "level", 0.8)) / 2
    parts = []
    for name, factors in changes.items():
        found = draws(blueprint, months, runs, seed, ledger=ledger, doubt=doubt, changes=factors)
        rows = [
            _money(found, what, tail) for what in ("revenue", "margin", "mrr", "subscribers") if what in found
        ]
        margin = found["margin"]
        even = break_even_month(margin, fixed_per_month)
        back = payback_month(margin, invested=invested, fixed_per_month=fixed_per_month)
        rows += [_month("break-even month", month_range(even, months, level))]
        rows += [_month("payback month", month_range(back, months, level))]
        balance = cash_balance(margin, opening=opening, invested=invested, fixed_per_month=fixed_per_month)
        rows.append(
            {"what": "cash needed", "median": float(cash_needed(balance, 1 - tail * 2)), "reason": ""}
        )
        if rules:
            table = gates(found, rules, level=level)
            rows += [_month(f"gate: {one['gate']}", one) for one in table.to_dict("records")]
        parts.append(pd.DataFrame(rows).assign(scenario=name))
    columns = ["scenario", "what", "low", "median", "high", "reached", "reason"]
    return pd.concat(parts, ignore_index=True).reindex(columns=columns)


def _money(found: dict, what: str, tail: float) -> dict:
    values = found[what].to_numpy()
    came = values.sum(axis=1) if what in SUMMED else values[:, -1]
    low, median, high = np.quantile(came, (tail, 0.5, 1 - tail))
    return {"what": what, "low": float(low), "median": float(median), "high": float(high), "reason": ""}


def _month(what: str, said) -> dict:
    return {"what": what} | {name: said[name] for name in ("low", "median", "high", "reached", "reason")}
