"""Where customers came from: the channel of somebody's first or last touch."""

import pandas as pd

from ecotools.ledger import STAGES

UNKNOWN = "unknown"
_STAGE = {stage: place for place, stage in enumerate(STAGES)}


def channel_of(touches: pd.DataFrame, orders: pd.DataFrame, *, last: bool = False) -> pd.Series:
    """Return the channel of each customer: that of the first touch that has one, else of the first order.

    Of several on the first day that of the earliest stage counts, and then the first by name. With ``last``
    it is the last touch, and of several on the last day that of the latest stage.

    >>> touches = pd.DataFrame({"customer_id": [1, 1], "day": pd.to_datetime(["2025-01-02", "2025-01-01"]),
    ...     "stage": ["purchase", "awareness"], "channel": ["ads", "search"]})
    >>> orders = pd.DataFrame({"customer_id": [], "day": [], "channel": []})
    >>> channel_of(touches, orders).to_dict(), channel_of(touches, orders, last=True).to_dict()
    ({1: 'search'}, {1: 'ads'})
    """
    staged = touches.assign(stage=touches["stage"].astype(str).map(_STAGE))
    found = [
        (staged, ["day", "stage", "channel"], [not last, not last, True]),
        (orders, ["day", "channel"], [True, True]),
    ]
    parts = []
    for table, order, ascending in found:
        known = table[table["channel"].astype(str).str.strip() != ""]
        if len(known):
            known = known.assign(channel=known["channel"].astype(str)).sort_values(order, ascending=ascending)
            parts.append(known.drop_duplicates("customer_id").set_index("customer_id")["channel"].astype(str))
    if not parts:
        return pd.Series(dtype=str)
    both = pd.concat(parts)
    return both[~both.index.duplicated()]
