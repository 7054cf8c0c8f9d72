"""New customers, and the channel that gets the credit for each: by first touch, last touch or the order."""

import pandas as pd

from ecotools import errors
from ecotools.ledger import STAGES, Ledger
from ecotools.metrics.origins import UNKNOWN, channel_of

CREDITS = {
    "first_touch": "the channel of the first touch, else of the first order",
    "last_touch": "the channel of the last touch up to the purchase, else of the first order",
    "order": "the channel that the first order names",
}
"""Which channel a customer is put down to."""

_UP_TO_PURCHASE = STAGES[: STAGES.index("purchase") + 1]


def new_customers(ledger: Ledger, credit: str = "first_touch") -> pd.DataFrame:
    """Return who paid for the first time, when, and which channel gets the credit.

    Parameters
    ----------
    ledger : Ledger
        Its orders, subscriptions and touches are read. Of a window that `Ledger.between` made, who had paid
        before it is not new.
    credit : {"first_touch", "last_touch", "order"}
        First touch: who made them known to you. Last touch: where they were when they bought, which an
        advertisement shown to people about to buy can claim. Order: what the shop wrote on the first order,
        the only one that an imported ledger knows. Touches after the day of the purchase do not count.

    Returns
    -------
    pandas.DataFrame
        One row per customer by ``day`` and ``customer_id``: ``customer_id``, ``day`` (of the first order with
        an amount, or of the first period of a subscription with a price), ``came`` (day of the first touch
        up to then; without one the same day), ``channel`` ("unknown" where nothing tells it).
        ``attrs["definition"]`` says who gets the credit.

    Raises
    ------
    TypeError, ValueError
        Something else than a ledger, an unknown credit.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> from ecotools.simulate import simulate
    >>> found = new_customers(simulate(quillwork(), months=2, seed=1))
    >>> found.columns.tolist(), found["customer_id"].is_unique
    (['customer_id', 'day', 'came', 'channel'], True)
    """
    errors.one_of(credit, CREDITS, "credit")
    if not isinstance(ledger, Ledger):
        raise TypeError(f"ledger must be a Ledger, not {type(ledger).__name__}")
    known = ledger if ledger.history is None else ledger.history
    orders = known.orders[known.orders["amount"] > 0]
    first = _first_days(orders, known.subscriptions)
    found = pd.DataFrame({"customer_id": first.index, "day": first.to_numpy()})
    found = found.assign(came=found["day"], channel=UNKNOWN)
    if len(found):
        touches = _led_to(known.touches, first)
        came = touches.groupby("customer_id")["day"].min().reindex(first.index)
        found["came"] = came.fillna(first).to_numpy()
        told = touches.iloc[:0] if credit == "order" else touches
        channel = channel_of(told, orders, last=credit == "last_touch")
        found["channel"] = found["customer_id"].map(channel).astype(object).fillna(UNKNOWN)
        found = found[found["day"] >= ledger.start]
        found = found.sort_values(["day", "customer_id"], kind="stable", ignore_index=True)
    found.attrs["definition"] = CREDITS[credit]
    return found


def _first_days(orders: pd.DataFrame, subscriptions: pd.DataFrame) -> pd.Series:
    """Return the first day on which each customer paid."""
    paid = subscriptions[(subscriptions["price"] > 0) & (subscriptions["discount"] < 1)]
    days = [
        orders[["customer_id", "day"]],
        paid[["customer_id", "start"]].rename(columns={"start": "day"}),
    ]
    days = [table for table in days if len(table)]
    if not days:
        return pd.Series(dtype="datetime64[us]")
    return pd.concat(days).groupby("customer_id")["day"].min()


def _led_to(touches: pd.DataFrame, first: pd.Series) -> pd.DataFrame:
    """Return the touches up to the purchase of those who bought."""
    if touches.empty:
        return touches
    bought = pd.to_datetime(touches["customer_id"].map(first))
    return touches[touches["stage"].isin(_UP_TO_PURCHASE) & (touches["day"] <= bought)]
