"""What sets flows off: the events of a ledger, by person and day."""

import numpy as np
import pandas as pd

from ecotools.metrics import revenue
from ecotools.metrics.counts import whole_days
from ecotools.metrics.flows.event_arrays import as_days, dated, people_of
from ecotools.observation import mark, span_of

MEANINGS = {
    "lead": "a person's first touch of the stage consideration",
    "purchase": "an order line, and the start of a subscription to a product that the person did not have",
    "activation": "a person's first touch of the stage activation",
    "join": "the start of a subscription to a product that the person did not have",
    "renewal": "every later payment of a subscription",
    "payment_failed": "a subscription that ended because a payment failed",
    "cancel": "a subscription that was cancelled, on the first day after its end",
    "refund": "the day on which an order line was paid back",
    "inactivity": "so many days after a person's last action, if none came in between",
}
"""Event -> what in a ledger stands for it. A delivery, a schedule or a start by hand is in no ledger."""


def trigger_events(ledger, *, inactive_days: int = 21) -> pd.DataFrame:
    """Return what happened to people in a ledger, in the words that set flows off.

    Parameters
    ----------
    ledger : Ledger
        Touches, orders, subscriptions and activity.
    inactive_days : int, default 21
        Days without an action after which a person counts as inactive; once per silence.

    Returns
    -------
    pandas.DataFrame
        ``customer_id``, ``day``, ``event`` (a trigger of the blueprint) and ``product`` ("" where the event
        is about none), sorted. Only events on days that the ledger observed. ``attrs["definition"]`` says
        what stands for each event. Rows of your own, such as a delivery or the days of a newsletter, can be
        added with ``pd.concat``.

    Raises
    ------
    TypeError, ValueError
        When it is no ledger, or ``inactive_days`` is not a whole number of 1 or more.

    Examples
    --------
    >>> from ecotools.ledger import Ledger
    >>> touches = pd.DataFrame({"customer_id": [1, 1, 2], "stage": ["consideration", "consideration",
    ...     "activation"], "day": pd.to_datetime(["2025-03-01", "2025-03-04", "2025-03-02"]), "channel": "",
    ...     "asset": ""})
    >>> trigger_events(Ledger(touches=touches))
       customer_id        day       event product
    0            1 2025-03-01        lead
    1            2 2025-03-02  activation
    """
    if not all(hasattr(ledger, name) for name in ("touches", "orders", "subscriptions", "activity")):
        raise TypeError(
            f"ledger must be a Ledger, not {type(ledger).__name__}: simulate(...) makes one, "
            "and read_ledger(...) reads one"
        )
    inactive_days = whole_days(inactive_days, "inactive_days")
    span = span_of(ledger)
    parts = [
        _first(ledger.touches, "consideration", "lead"),
        _first(ledger.touches, "activation", "activation"),
        *_bought(ledger.orders),
        *_subscribed(ledger),
        _silences(ledger.activity, inactive_days),
    ]
    table = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    if span is not None:
        table = table[(table["day"] >= span.start) & (table["day"] < span.end)]
    order = np.lexsort(
        (table["product"], table["event"], people_of(table["customer_id"])[1][0], table["day"])
    )
    table = table.iloc[order].reset_index(drop=True)
    table["customer_id"] = table["customer_id"].infer_objects()
    table.attrs["definition"] = MEANINGS | {"inactivity": f"{inactive_days} days after the last action"}
    return mark(table, None if span is None else span.of_events)


def _rows(who, day, event: str, product="") -> pd.DataFrame:
    columns = {"customer_id": np.asarray(who, object), "day": np.asarray(day, "datetime64[s]")}
    return pd.DataFrame(columns).assign(event=event, product=np.asarray(product, object))


def _first(touches: pd.DataFrame, stage: str, event: str) -> pd.DataFrame:
    """Return each person's first touch of a stage."""
    there = touches[(touches["stage"] == stage).to_numpy(bool)]
    first = there.groupby("customer_id", sort=False)["day"].min()
    return _rows(first.index, first, event)


def _bought(orders: pd.DataFrame) -> list[pd.DataFrame]:
    back = orders[orders["refund_day"].notna()]
    return [
        _rows(orders["customer_id"], orders["day"], "purchase", orders["product"]),
        _rows(back["customer_id"], back["refund_day"], "refund", back["product"]),
    ]


def _subscribed(ledger) -> list[pd.DataFrame]:
    """Return the starts, renewals and ends of subscriptions."""
    table = ledger.subscriptions.astype({"product": object})
    table = table.sort_values(["customer_id", "product", "start"], kind="stable")
    before = table.groupby(["customer_id", "product"], sort=False)["end"].shift()
    fresh = table[(before.isna() | (table["start"] > before)).to_numpy(bool)]
    starts = _rows(fresh["customer_id"], fresh["start"], "join", fresh["product"])
    paid = revenue.payments(ledger)
    paid = _rows(paid["customer_id"], paid["day"], "renewal", paid["product"])
    known = pd.MultiIndex.from_frame(starts[["customer_id", "day", "product"]])
    paid = paid[~pd.MultiIndex.from_frame(paid[["customer_id", "day", "product"]]).isin(known)]
    ends = [
        _rows(over["customer_id"], over["end"], event, over["product"])
        for event, word in (("cancel", "cancelled"), ("payment_failed", "payment_failed"))
        for over in (table[(table["ended_by"] == word).to_numpy(bool)],)
    ]
    return [starts, starts.assign(event="purchase"), paid, *ends]


def _silences(activity: pd.DataFrame, days: int) -> pd.DataFrame:
    """Return the days on which people had done nothing for so long; the end of the ledger cuts the last."""
    read = dated(activity, "activity")
    people, (who,) = people_of(read.who)
    order = np.lexsort((read.day, who))
    who, day = who[order], read.day[order]
    same = np.append(who[1:] == who[:-1], False)
    quiet = ~same | (np.append(day[1:], 0) - day > days)
    return _rows(people.to_numpy()[who[quiet]], as_days(day[quiet] + days), "inactivity")
