"""How often the intervals of a forecast held what came: the table of docs/forecast.md.

    python -m tests.benchmarks.backtests

Made-up businesses of three kinds run for eighteen months each; twelve are shown to the forecast, and six are
held back. It takes some minutes.
"""

from __future__ import annotations

import pandas as pd

from ecotools import plots
from ecotools.blueprint import Blueprint
from ecotools.data import quillwork
from ecotools.forecast import backtest
from ecotools.plots.canvas.render import to_png
from ecotools.simulate import simulate

SEEDS = 60

SOFTWARE = """
name: A software company with trials and yearly plans
products:
  - {id: setup, name: Set-up, kind: core, price: 99}
  - {id: team, name: Team, kind: subscription, price: 49, billing: month}
  - {id: year, name: Team by the year, kind: subscription, price: 490, billing: year}
  - {id: addon, name: Reports, kind: subscription, price: 15, billing: month, trial_days: 14}
funnel: [{from: awareness, to: purchase, rate: 0.03, window_days: 21}]
assumptions:
  channels:
    - {name: search, visitors_per_month: 900, monthly_growth: 0.04}
    - {name: partners, visitors_per_month: 300, quality: 1.6}
  subscribe_rate: {team: 0.6, year: 0.25, addon: 0.4}
  first_offer: {addon: {to_paid: 0.55}}
  churn: {team: {alpha: 1, beta: 20}, year: {alpha: 1, beta: 4}, addon: {alpha: 0.8, beta: 9}}
  payment_failure_rate: 0.02
"""

BUSINESSES = {
    "Quillwork": (quillwork(), 1.0),
    "Quillwork at a fifth of its size": (quillwork(), 0.2),
    "a software company": (Blueprint.from_yaml(SOFTWARE), 1.0),
}


def judged(blueprint: Blueprint, scale: float) -> pd.DataFrame:
    """Return the backtests of one business over all seeds."""
    ledgers = (simulate(blueprint, months=18, seed=seed, scale=scale) for seed in range(SEEDS))
    return pd.concat([backtest(blueprint, ledger, 6) for ledger in ledgers], ignore_index=True)


def main() -> None:
    """Print one row per business and KPI: share within the interval, and how far the median was off."""
    for name, (blueprint, scale) in BUSINESSES.items():
        found = judged(blueprint, scale)
        off = ((found["median"] - found["actual"]) / found["actual"]).groupby(found["kpi"])
        table = pd.DataFrame(
            {"within": found.groupby("kpi")["inside"].mean(), "off": off.median(), "spread": off.std()}
        )
        print(f"{name}, {SEEDS} years\n{table.round(3).to_string()}\n")


def picture() -> bytes:
    """Return the picture of docs/forecast.md as PNG: MRR of Quillwork as it was forecast, and as it came."""
    one = backtest(quillwork(), simulate(quillwork(), months=18, seed=1), 6)
    rows = one[one["kpi"] == "mrr"].rename(columns={"ahead": "month", "month": "when"})
    return to_png(plots.forecast_band(rows, name="MRR", unit="currency"))


if __name__ == "__main__":
    main()
