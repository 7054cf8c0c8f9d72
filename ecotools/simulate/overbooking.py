"""More sold than there are hours for: who is beyond them, and when they get their money back."""

import numpy as np
import pandas as pd

from ecotools.simulate.incidents import LAG_SPREAD, Oversold
from ecotools.simulate.scenario import Scenario


def late_refunds(scenario: Scenario, product: str, day: np.ndarray, refund_day: np.ndarray) -> np.ndarray:
    """Return the days on which sales of a product are paid back, -1 for never, with those beyond the hours.

    ``day`` rises. Who was paid back already, in the ordinary way, is left alone.
    """
    refund_day = refund_day.copy()
    for place, incident in enumerate(scenario.of_kind(Oversold)):
        if incident.product != product:
            continue
        rng = scenario.rng("oversold", product, str(place))
        luck, around = rng.random(len(day)), rng.integers(-LAG_SPREAD, LAG_SPREAD + 1, len(day))
        asks = beyond(scenario, incident, day) & (luck < incident.refund_share) & (refund_day < 0)
        # On the day of the purchase, where the lag is as short as its spread, is a day later.
        later = day + np.maximum(incident.lag_days + around, 1)
        refund_day = np.where(asks & (later < scenario.calendar.days), later, refund_day)
    return refund_day


def beyond(scenario: Scenario, incident: Oversold, day: np.ndarray) -> np.ndarray:
    """Return which sales, in the order of their days, had no hours left in their month."""
    first, after = scenario.span(incident)
    month = scenario.calendar.month_of[day]
    turn = np.arange(len(day)) - np.searchsorted(month, month)
    return (first <= day) & (day < after) & (turn >= incident.places)


def told(scenario: Scenario, incident: Oversold, orders: pd.DataFrame) -> dict:
    """Return what came of an incident: how many were sold in its months, and how many beyond the hours."""
    first, after = (scenario.calendar.date(number) for number in scenario.span(incident))
    bought = orders.loc[orders["product"] == incident.product, "day"]
    bought = bought[(bought >= first) & (bought < after)]
    by_month = bought.dt.to_period("M").value_counts()
    too_many = int((by_month - incident.places).clip(lower=0).sum())
    return {"places": incident.places, "sold": len(bought), "beyond": too_many}
