"""Does it hold? A forecast from the first part of a ledger, beside what came after it."""

import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.errors import instance
from ecotools.forecast.intervals import forecast
from ecotools.forecast.ledger_counts import Seen
from ecotools.ledger import Ledger
from ecotools.metrics import kpi
from ecotools.metrics.counts import count

JUDGED = ["mrr", "revenue", "subscribers"]


def backtest(
    blueprint: Blueprint, ledger: Ledger, months: int = 6, *, runs: int = 400, seed: int = 0
) -> pd.DataFrame:
    """Return the last months of a ledger as they were, beside the forecast from the months before them.

    Parameters
    ----------
    ledger : Ledger
        At least ``months`` and one whole months.
    months : int
        How many of the last whole months are held back.
    blueprint, runs, seed
        As for `forecast`.

    Returns
    -------
    DataFrame
        kpi, month (a Period), ahead (1, 2, …), low, median, high, actual, inside (whether the interval holds
        the actual number). Over many businesses ``inside`` should hold 80% of the time.

    Raises
    ------
    ValueError
        When the ledger is too short.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> from ecotools.simulate import simulate
    >>> found = backtest(quillwork(), simulate(quillwork(), months=8, seed=1), months=2, runs=50)
    >>> found["kpi"].unique().tolist(), len(found)
    (['mrr', 'revenue', 'subscribers'], 6)
    """
    instance(blueprint, Blueprint, "blueprint", "Blueprint.read(path) reads one")
    instance(ledger, Ledger, "ledger", "read a folder with read_ledger(folder)")
    months = count(months, "months", at_least=1)
    held_back = _last_months(ledger, blueprint, months)
    early = ledger.between(ledger.start, str(held_back[0] - 1))
    made = forecast(blueprint, months, runs, seed, ledger=early)
    known = kpi.compute(blueprint, ledger, JUDGED)
    actual = known.set_index(["kpi", "month"])["value"]
    table = made.table[made.table["kpi"].isin(JUDGED)].rename(columns={"month": "ahead"})
    table = table.assign(month=[held_back[ahead - 1] for ahead in table["ahead"]])
    table["actual"] = [actual.get((row.kpi, row.month)) for row in table.itertuples()]
    table["inside"] = table["actual"].between(table["low"], table["high"])
    columns = ["kpi", "month", "ahead", "low", "median", "high", "actual", "inside"]
    return table[columns].reset_index(drop=True)


def _last_months(ledger: Ledger, blueprint: Blueprint, months: int) -> pd.PeriodIndex:
    seen = Seen(ledger, blueprint)
    whole_months = pd.period_range(seen.ledger.start.to_period("M"), seen.months[-1], freq="M")
    if len(whole_months) <= months:
        raise ValueError(
            f"the ledger holds {len(whole_months)} whole months; to hold back {months} it takes {months + 1}"
        )
    return whole_months[-months:]
