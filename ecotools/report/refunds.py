"""What was given back of the revenue that counts: all of a sale, of a subscription the days that it ran."""

import numpy as np
import pandas as pd

from ecotools.ledger import Ledger
from ecotools.months import add_months, months_until


def reversals(ledger: Ledger) -> pd.DataFrame:
    """Return what is taken off revenue for money given back: day, amount.

    A subscription is revenue day by day. So when a year is given back after ten days and ends there, ten
    days of it were revenue, and no more is taken off; when the subscription goes on, all of it is.
    """
    orders = ledger.orders.loc[ledger.orders["refunded"] > 0, ["refund_day", "refunded"]]
    parts = [orders.set_axis(["day", "amount"], axis=1)]
    if len(ledger.refunds):
        parts.append(_of_subscriptions(ledger.refunds, ledger.subscriptions))
    return pd.concat(parts, ignore_index=True)


def _of_subscriptions(refunds: pd.DataFrame, subscriptions: pd.DataFrame) -> pd.DataFrame:
    """Return the refunds of payments, less what was paid for days after the end of the subscription."""
    keys = ["customer_id", "product"]
    paid = subscriptions[[*keys, "start", "end", "interval_months"]].assign(
        paid=subscriptions["price"] * subscriptions["quantity"] * (1 - subscriptions["discount"])
    )
    paid = paid[paid["paid"] > 0].astype(dict.fromkeys(keys, "str")).sort_values("start", kind="stable")
    given = refunds.astype(dict.fromkeys(keys, "str")).sort_values("day", kind="stable")
    both = pd.merge_asof(
        given.astype({"day": "datetime64[us]"}),
        paid.astype({"start": "datetime64[us]"}),
        left_on="day",
        right_on="start",
        by=keys,
    )
    unused = (both["paid"] * (1 - _share_that_ran(both))).fillna(0.0)
    return pd.DataFrame({"day": both["day"], "amount": np.maximum(both["amount"] - unused, 0.0)})


def _share_that_ran(both: pd.DataFrame) -> np.ndarray:
    """Return which share of the interval that was paid the subscription ran."""
    known = both["start"].notna().to_numpy()
    share = np.ones(len(both))
    start, day, end = (both.loc[known, name].to_numpy("datetime64[D]") for name in ("start", "day", "end"))
    every = both.loc[known, "interval_months"].to_numpy(np.int64)
    last = np.where(np.isnat(end), day, np.minimum(day, end - 1))
    turns = (months_until(start, last + 1) - 1) // every
    begun, due = (add_months(start, (turns + more) * every) for more in (0, 1))
    ran = np.where(np.isnat(end) | (end > due), due, end) - begun
    share[known] = ran / (due - begun)
    return share
