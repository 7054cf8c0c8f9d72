"""Payments held against the subscription that another export says they are of."""

import numpy as np
import pandas as pd

from ecotools.ledger.sheets import Sheet

CHANGED = (
    "it is for another amount than the subscription costs today: the price was changed, and the MRR of then "
    "is counted at the price of today"
)
_CENT = 0.01


def changed_since(sheet: Sheet, sales: pd.DataFrame, told: pd.DataFrame) -> np.ndarray:
    """Return which payments are for a whole interval of a known subscription at another price than today's.

    ``told`` has the subscriptions as an export of today's state knows them. What was paid for a part of an
    interval, as when a plan is changed, says nothing.
    """
    paying = told[told["price"] > 0].sort_values("start", kind="stable")
    latest = paying.assign(id=paying["subscription_id"].astype("str")).drop_duplicates("id", keep="last")
    latest = latest.set_index("id")
    ids = sheet.rows["subscription"]
    price = ids.map(latest["price"] * latest["quantity"]).astype(float)
    whole = sales["months"] == ids.map(latest["interval_months"]).astype(float)
    paid = sales["amount"] + sales["discount"]
    return (whole & (paid > 0) & ((paid - price).abs() > _CENT)).to_numpy(bool)
