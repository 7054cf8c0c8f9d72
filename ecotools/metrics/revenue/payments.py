"""What subscribers paid, payment by payment: the cash behind MRR."""

import numpy as np
import pandas as pd

from ecotools.metrics.periods import until_day
from ecotools.metrics.revenue.terms import GRID, NEVER, observed_days, read_terms, table_of
from ecotools.months import add_months, months_until
from ecotools.observation import mark, span_of


def payments(subscriptions, until=None) -> pd.DataFrame:
    """Return every payment of the subscribers, in the names of the orders table.

    MRR spreads a yearly payment over twelve months; here it comes at once, as the bank sees it. Joined to
    the orders, the table tells of all that customers paid: ``pd.concat([ledger.orders, payments(ledger)])``
    can be passed to `repeat.segments`, since a subscriber who pays every month buys often.

    Parameters
    ----------
    subscriptions : DataFrame or Ledger
        Subscriptions in the ledger's columns.
    until : day or month, optional
        First day not observed; a month is meant whole. Default: the ledger's end, or the day after the last
        start or end in a plain table, ends that lie ahead of today left out.

    Returns
    -------
    DataFrame
        Columns customer_id, day, product (if the table has products), amount (money, to the cent), sorted by
        day, customer and product. Free periods have no row. The days observed are marked as in the source.

    Notes
    -----
    Each period of constant terms is paid in full on its first day, and again every ``interval_months``. What
    was credited when a plan changed in between is not in the table of subscriptions, and so not here.

    Examples
    --------
    >>> from ecotools.metrics import revenue
    >>> revenue.payments(revenue.example(), until="2025-03")
      customer_id        day          product  amount
    0         Ada 2025-01-10       membership    29.0
    1         Ben 2025-01-20       membership   240.0
    2        Cleo 2025-02-05       membership    29.0
    3         Ada 2025-02-10       membership    29.0
    4         Dan 2025-02-15       membership    14.5
    5         Ada 2025-03-10  membership_plus    59.0
    6         Dan 2025-03-15       membership    14.5
    """
    table, terms = table_of(subscriptions), read_terms(subscriptions)
    every = table["interval_months"].to_numpy(dtype=np.int64)[terms.row]
    stop = np.minimum(terms.end, _first_day_unknown(subscriptions, until))
    money = np.round(terms.value * every / GRID, 2)  # half a cent is no payment
    paid = (money > 0) & (terms.start < stop)
    start, stop, every, row, money = (part[paid] for part in (terms.start, stop, every, terms.row, money))
    many = -(-months_until(start, stop) // every)
    turn = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    found = pd.DataFrame(
        {
            "customer_id": np.repeat(terms.ids[terms.unit[paid]], many),
            "day": add_months(np.repeat(start, many), turn * np.repeat(every, many)).astype("datetime64[s]"),
            "amount": np.repeat(money, many),
        }
    )
    sorts = ["day", "customer_id", "amount"]
    if "product" in table.columns:
        found.insert(2, "product", np.repeat(table["product"].to_numpy(dtype=object)[row], many))
        sorts.insert(2, "product")
    return mark(found.sort_values(sorts, ignore_index=True), span_of(subscriptions))


def _first_day_unknown(source, until) -> np.datetime64:
    if until is not None:
        return np.datetime64(until_day(until, source), "D")
    days = observed_days(source)
    return NEVER if days is None else days[1] + 1
