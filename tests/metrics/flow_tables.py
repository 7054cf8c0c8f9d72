"""Flows and events made by hand, for the tests of `ecotools.metrics.flows`."""

import pandas as pd

from ecotools.blueprint import Automation, FlowStep


def flow(*steps, id="hello", trigger="lead", **said) -> Automation:
    """Return a flow of steps, each a dict, or an id and a day."""
    listed = [step if isinstance(step, dict) else {"id": step[0], "delay_days": step[1]} for step in steps]
    return Automation(
        id=id, trigger=trigger, steps=[FlowStep(**{"action": "message"} | step) for step in listed], **said
    )


def events(*rows, columns=("customer_id", "day", "event", "product")) -> pd.DataFrame:
    """Return events, each a person, a day of March 2025, and if need be an event and a product."""
    filled = [
        (who, pd.Timestamp("2025-03-01") + pd.Timedelta(days=day - 1), *rest) for who, day, *rest in rows
    ]
    table = pd.DataFrame([row + ("lead", "")[len(row) - 2 :] for row in filled], columns=list(columns))
    return table.astype({"day": "datetime64[s]"})


def when(table: pd.DataFrame) -> list[tuple]:
    """Return who got what on which day of March 2025."""
    day = (table["day"] - pd.Timestamp("2025-02-28")).dt.days
    return list(zip(table["customer_id"], day, table["step"], strict=True))
