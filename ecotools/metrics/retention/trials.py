"""How many of those who begin with a free trial, or with a first price, go on to pay more."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import coded, days, ids, numbers
from ecotools.metrics.revenue.terms import NEVER, observed_days, read_terms, table_of
from ecotools.metrics.sorting import order_by

BY = ("product", "month")


def trials(subscriptions, *, price: float = 0.0, by: str = "product") -> pd.DataFrame:
    """Return how many subscriptions began with a trial, and how many of them went on to a higher price.

    Parameters
    ----------
    subscriptions : DataFrame or Ledger
        Subscriptions in the ledger's columns, with ``product``.
    price : float
        What the first period of a subscription costs, after its discount, if it is such an offer: 0 is a
        free trial, 1 a first month for 1. A plan that always costs this much looks like an offer.
    by : "product" or "month"
        What the rows are: the product begun with, or the month in which the offer ends. A month in which no
        offer ends has no row, and offers that still run are in none.

    Returns
    -------
    DataFrame
        Index product (the one begun with) or month (Period), sorted; columns began, running (the offer is not
        over, so nobody knows), went_on (a period at a higher price follows on the day the offer ends), left,
        and to_paid = went_on / (went_on + left), a fraction; NaN with ``attrs["reason"]`` where no offer is
        over.

    Raises
    ------
    ValueError, TypeError
        When the table breaks a rule of the ledger (see `ecotools.metrics.revenue.terms.read_terms`), or has
        no column ``product``.

    Notes
    -----
    The base leaves out the offers that still run. Counted in, as some dashboards do, they make the share look
    lower in every month with many new trials.

    Examples
    --------
    >>> from ecotools.metrics import retention, revenue
    >>> retention.trials(revenue.example())
                began  running  went_on  left  to_paid
    product
    membership      1        0        1     0      1.0
    """
    price = errors.not_negative(price, "price")
    errors.one_of(by, BY, "by")
    table = errors.columns(table_of(subscriptions), ["product"], "subscriptions")
    read_terms(subscriptions)
    span = observed_days(subscriptions)
    last = span[1] if span else NEVER
    start, end = days(table["start"], "subscriptions.start"), _ends(table)
    paid = numbers(table, "price", "subscriptions", money=True)
    paid = paid * (1 - numbers(table, "discount", "subscriptions"))
    code = coded(ids(table, "subscription_id", "subscriptions"))[0]
    whole = np.flatnonzero((start < end) & (start <= last))
    order = whole[order_by(code[whole], start[whole].astype(np.int64))]
    following = np.append(order[1:], -1)
    first = np.append(True, code[order[1:]] != code[order[:-1]])[: len(order)]
    offered = first & np.isclose(paid[order], price, rtol=0, atol=0.005)
    row, then = order[offered], following[offered]
    more = (code[then] == code[row]) & (start[then] == end[row]) & (paid[then] > paid[row]) & (then >= 0)
    state = np.select([end[row] > last, more], ["running", "went_on"], "left")
    if by == "product":
        return _counted(table["product"].to_numpy(dtype=object)[row], state, by)
    over = state != "running"
    return _counted(pd.DatetimeIndex(end[row][over]).to_period("M"), state[over], by)


def _ends(table: pd.DataFrame) -> np.ndarray:
    end = days(table["end"], "subscriptions.end", missing=True)
    return np.where(np.isnat(end), NEVER, end)


def _counted(keys, state: np.ndarray, by: str) -> pd.DataFrame:
    """Return the offers by what they belong to and by what became of them."""
    kinds = ["running", "went_on", "left"]
    keys = pd.Series(keys, name=by)
    found = pd.DataFrame({kind: pd.Series(state == kind).groupby(keys).sum() for kind in kinds})
    found.insert(0, "began", found.sum(axis=1))
    over = found["went_on"] + found["left"]
    found["to_paid"] = (found["went_on"] / over.where(over > 0)).astype(float)
    found.attrs["definition"] = {"to_paid": "went on to a higher price / offers that are over"}
    if not (over > 0).all() or found.empty:
        found.attrs["reason"] = "no offer is over yet" if len(found) else "nobody began with such an offer"
    return found
