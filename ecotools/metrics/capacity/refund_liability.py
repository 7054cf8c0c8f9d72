"""What is owed today: every payment whose customer could ask for it back, and how much of it."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.days import DAY
from ecotools.metrics.capacity.refunds import RefundPolicy, shares_due
from ecotools.metrics.columns import coded, days, ids, numbers, one_currency, refuse
from ecotools.metrics.periods import as_day
from ecotools.metrics.revenue.payments import payments
from ecotools.metrics.sorting import order_by
from ecotools.observation import span_of

_COLUMNS = ["customer_id", "product", "bought", "paid", "policy", "used", "due"]


def refunds_owed(
    orders,
    policies: Mapping[str, RefundPolicy],
    at=None,
    *,
    used: Mapping | pd.Series | None = None,
    nothing: bool = False,
) -> pd.DataFrame:
    """Return what would be paid back if every customer who could leave asked for it on one day.

    Parameters
    ----------
    orders : DataFrame or Ledger
        Payments in the columns of orders: customer_id, day, product, amount, and if there are any refunded
        and refund_day. Of a ledger the payments of the subscriptions that run on the day are taken as well.
    policies : dict
        Product -> RefundPolicy, such as `refund_policies` gives them. Products without one are left out.
    at : day, optional
        The day on which they ask; a month means its last day. Default: the last day observed, or that of the
        last payment.
    used : dict or Series, optional
        (customer_id, product) -> hours that were held, such as
        ``log.groupby(["customer_id", "product"])["hours"].sum()``. A customer uses up the earlier payment
        first. Default: none.
    nothing : bool, default False
        Whether payments of which nothing is owed are listed too.

    Returns
    -------
    DataFrame
        One row per payment, by customer and day: customer_id, product, bought, paid, policy, used (hours; 0
        where none were sold), due. ``attrs["total"]`` is the sum of due, ``attrs["without_policy"]`` the
        products that were left out.

    Raises
    ------
    ValueError, TypeError
        A missing column or value, an amount below zero, policies of another kind, hours below zero.

    Examples
    --------
    >>> bought = pd.to_datetime(["2025-03-01", "2025-03-20", "2025-02-01"])
    >>> orders = pd.DataFrame({"customer_id": ["Ada", "Ben", "Cy"], "day": bought,
    ...                        "product": ["course", "course", "coaching"], "amount": [199.0, 199.0, 900.0]})
    >>> policies = {"course": RefundPolicy("full"), "coaching": RefundPolicy("unused_hours", hours=6)}
    >>> owed = refunds_owed(orders, policies, "2025-04-05", used={("Cy", "coaching"): 4})
    >>> owed[["customer_id", "product", "used", "due"]]
      customer_id   product  used    due
    0         Ben    course   0.0  199.0
    1          Cy  coaching   4.0  300.0
    """
    table = orders if isinstance(orders, pd.DataFrame) else getattr(orders, "orders", orders)
    table = errors.columns(table, ["customer_id", "day", "product", "amount"], "orders")
    one_currency(table, "orders", orders)
    policies, day = _checked(policies), _last(orders, table, at)
    paid = _lines(table, day)
    if not isinstance(orders, pd.DataFrame):
        paid = pd.concat([paid, _running(orders, day)], ignore_index=True)
    known = paid["product"].isin(list(policies)).to_numpy(dtype=bool)
    without = sorted(paid["product"][~known].unique().tolist())
    paid = paid[known].reset_index(drop=True)
    customer = coded(paid["customer_id"])[0]
    order = order_by(
        customer, paid["bought"].to_numpy("datetime64[D]").astype(np.int64), coded(paid["product"])[0]
    )
    paid = paid.iloc[order].reset_index(drop=True)
    paid = _due(paid, policies, day, _hours(used))
    shown = paid if nothing else paid[paid["due"] > 0]
    found = shown[_COLUMNS].reset_index(drop=True)
    found.attrs = {"total": round(float(found["due"].sum()), 2), "without_policy": without}
    return found


def _checked(policies) -> dict[str, RefundPolicy]:
    if not isinstance(policies, Mapping):
        raise TypeError(f"policies must be a dict of product -> RefundPolicy, not {type(policies).__name__}")
    for product, policy in policies.items():
        if not isinstance(policy, RefundPolicy):
            raise TypeError(f"policies: {product!r} must have a RefundPolicy, not {policy!r}")
    return dict(policies)


def _last(source, table: pd.DataFrame, at) -> np.datetime64:
    """Return the day on which they ask."""
    span = span_of(source)
    if at is not None:
        return np.datetime64(as_day(at, span), "D")
    if span is not None:
        return np.datetime64(span.last, "D")
    return days(table["day"], "orders.day").max(initial=np.datetime64(0, "D"))


def _lines(table: pd.DataFrame, day: np.datetime64) -> pd.DataFrame:
    """Return the payments up to a day, with what had been paid back by then."""
    bought, amount = days(table["day"], "orders.day"), numbers(table, "amount", "orders", money=True)
    refuse(table, amount < 0, "orders", "amount is below zero (a refund goes into the column 'refunded')")
    back = np.zeros(len(table))
    if "refunded" in table.columns:
        back = np.nan_to_num(numbers(table, "refunded", "orders", money=True, missing=True))
        refuse(
            table, (back < 0) | (back > amount), "orders", "refunded does not lie between 0 and the amount"
        )
    if "refund_day" in table.columns:
        later = days(table["refund_day"], "orders.refund_day", missing=True) > day
        back = np.where(later, 0.0, back)
    found = pd.DataFrame(
        {
            "customer_id": ids(table, "customer_id", "orders").to_numpy(dtype=object),
            "product": ids(table, "product", "orders").astype(str).to_numpy(dtype=object),
            "bought": bought.astype("datetime64[s]"),
            "paid": amount,
            "back": back,
        }
    )
    return found[bought <= day]


def _running(source, day: np.datetime64) -> pd.DataFrame:
    """Return the payments of a ledger's subscriptions that run on a day."""
    rows = source.subscriptions
    runs = (rows["start"] <= day) & (rows["end"].isna() | (rows["end"] > day))
    made = payments(rows[runs], until=pd.Timestamp(day) + DAY)
    made = made.rename(columns={"day": "bought", "amount": "paid"}).assign(back=0.0)
    return made.astype({"customer_id": object, "product": object})


def _hours(used) -> dict:
    """Return the hours held by customer and product."""
    if used is None:
        return {}
    if not isinstance(used, (Mapping, pd.Series)):
        raise TypeError(
            f"used must be a dict or a Series of (customer_id, product) -> hours, not {type(used).__name__}"
        )
    found = {}
    for key, hours in used.items():
        if not (isinstance(key, tuple) and len(key) == 2):
            raise ValueError(f"used must have keys such as ('Ada', 'coaching'), not {key!r}")
        found[key[0], str(key[1])] = errors.not_negative(hours, f"used: {key}")
    return found


def _due(paid: pd.DataFrame, policies: dict, day: np.datetime64, used: dict) -> pd.DataFrame:
    """Return the payments, sorted by customer and day, with the hours used and what is owed."""
    held = np.zeros(len(paid))
    for place, row in enumerate(paid.itertuples()):
        sold = policies[row.product].hours
        if sold is not None and used:
            left = used.get((row.customer_id, row.product), 0.0)
            held[place] = min(left, sold)
            used[row.customer_id, row.product] = left - held[place]
    share, bought = np.zeros(len(paid)), paid["bought"].to_numpy("datetime64[D]")
    product = paid["product"].to_numpy()
    for name in np.unique(product.astype(str)):
        mine = product == name
        share[mine] = shares_due(policies[name], bought[mine], day, held[mine])
    due = (paid["paid"] * share - paid["back"]).clip(lower=0).round(2)
    kinds = {name: policy.kind for name, policy in policies.items()}
    return paid.assign(used=held, due=due, policy=paid["product"].map(kinds))
