"""What is left of a sale after payment fees, refunds and hours: of one client, or of all by product."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure
from ecotools.metrics import columns
from ecotools.metrics.counts import count

GROUPS = ("product", "customer_id")
"""What `contributions` adds up by."""


def contribution(
    price: float,
    *,
    fee_share: float = 0.0,
    fee_fixed: float = 0.0,
    payments: int = 1,
    refund_rate: float = 0.0,
    fees_back: bool = False,
    hours: float = 0.0,
    hour_cost: float = 0.0,
    served: float = 1.0,
    other: float = 0.0,
) -> Measure:
    """Return what a sale leaves on average: price - payment fees - refunds - hours - other costs of serving.

    It pays for winning the client, for what does not grow with sales, and for profit.

    Parameters
    ----------
    price : float
        What a client pays in all, in money.
    fee_share, fee_fixed : float, default 0
        What the payment provider takes: a share of each payment (a fraction), and money per payment.
    payments : int, default 1
        In how many payments the client pays: the fixed fee is due for each.
    refund_rate : float, default 0
        Share of clients who get everything back, a fraction.
    fees_back : bool, default False
        Whether the provider gives its fees back with a refund. Most keep them.
    hours : float, default 0
        Hours of work for one client: sessions, their preparation, messages.
    hour_cost : float, default 0
        What an hour costs, also where it is your own.
    served : float, default 1
        Share of the hours that a client who is refunded has had by then, a fraction.
    other : float, default 0
        Further cost of serving one client: material, rooms, licences.

    Returns
    -------
    Measure
        Money per sale; below 0 where a sale costs more than it brings.

    Raises
    ------
    ValueError, TypeError
        A number that is out of range.

    Examples
    --------
    >>> round(contribution(100, fee_share=0.029, fee_fixed=0.30), 2)
    96.8
    >>> found = contribution(2997, fee_share=0.029, fee_fixed=0.30, payments=3, refund_rate=0.05,
    ...     hours=14, hour_cost=60)
    >>> round(found, 2), found.unit
    (1919.34, 'money per sale')

    References
    ----------
    C. T. Horngren et al., "Cost Accounting", chapter 3: contribution margin = revenue - variable costs.
    Stripe, "Understanding fees for refunded payments": the fees of the original payment are not returned.
    """
    parts = _parts(
        price, fee_share, fee_fixed, payments, refund_rate, fees_back, hours, hour_cost, served, other
    )
    said = "price - payment fees - refunds - hours - other costs of serving, an average over refunded clients"
    return Measure(sum(parts.values()), definition=said, unit="money per sale")


def client_waterfall(
    price: float,
    *,
    cac: float = 0.0,
    fee_share: float = 0.0,
    fee_fixed: float = 0.0,
    payments: int = 1,
    refund_rate: float = 0.0,
    fees_back: bool = False,
    hours: float = 0.0,
    hour_cost: float = 0.0,
    served: float = 1.0,
    other: float = 0.0,
) -> pd.DataFrame:
    """Return where the price of one client goes: fees, refunds, hours, acquisition, and what is left.

    Parameters
    ----------
    price : float
        What a client pays in all, in money.
    cac : float, default 0
        Cost of winning the client, such as `cac` or a row of `channel_cac` gives it.
    fee_share, fee_fixed, payments, refund_rate, fees_back, hours, hour_cost, served, other
        As in `contribution`.

    Returns
    -------
    pandas.DataFrame
        One row per step: ``step``, ``amount`` (money; costs are below 0), ``left`` (after this step) and
        ``share`` of the price. The first row is the price, the last one what is left, and a cost of 0 has no
        row. ``attrs["contribution"]`` is what is left before acquisition. `plots.waterfall` draws it.

    Raises
    ------
    ValueError, TypeError
        As `contribution`; a ``cac`` that is missing or below 0.

    Examples
    --------
    >>> client_waterfall(1000, cac=250, fee_share=0.03, refund_rate=0.1, hours=8, hour_cost=50)
              step  amount   left  share
    0        price  1000.0 1000.0   1.00
    1         fees   -30.0  970.0  -0.03
    2      refunds  -100.0  870.0  -0.10
    3        hours  -400.0  470.0  -0.40
    4  acquisition  -250.0  220.0  -0.25
    5         left   220.0  220.0   0.22
    """
    if isinstance(cac, Measure) and cac.reason:
        raise ValueError(f"cac is missing: {cac.reason}")
    cost = errors.not_negative(cac, "cac")
    parts = _parts(
        price, fee_share, fee_fixed, payments, refund_rate, fees_back, hours, hour_cost, served, other
    )
    taken = {step: amount for step, amount in {**parts, "acquisition": -cost}.items() if amount}
    steps = {"price": parts["price"], **taken}
    end = sum(steps.values())
    table = pd.DataFrame({"step": [*steps, "left"], "amount": [*steps.values(), end]})
    table["left"] = [*np.cumsum([*steps.values()]), end]
    table["share"] = table["amount"] / price if price else np.nan
    table.attrs["contribution"] = float(end + cost)
    table.attrs["reason"] = "" if price else "the price is 0, so there is no share of it"
    return table


def _parts(
    price, fee_share, fee_fixed, payments, refund_rate, fees_back, hours, hour_cost, served, other
) -> dict[str, float]:
    """Return the price and what is taken off it, as amounts below 0, on average over all clients."""
    price = errors.not_negative(price, "price")
    fee = errors.fraction(fee_share, "fee_share") * price
    fee += errors.not_negative(fee_fixed, "fee_fixed") * count(payments, "payments", at_least=1) * (price > 0)
    refunded = errors.fraction(refund_rate, "refund_rate")
    worked = errors.not_negative(hours, "hours") * errors.not_negative(hour_cost, "hour_cost")
    unserved = refunded * (1 - errors.fraction(served, "served"))
    return {
        "price": price,
        "fees": -fee * (1 - refunded * bool(fees_back)),
        "refunds": -price * refunded,
        "hours": -worked * (1 - unserved),
        "other": -errors.not_negative(other, "other"),
    }


def contributions(
    orders,
    by: str = "product",
    *,
    fee_share: float = 0.0,
    fee_fixed: float = 0.0,
    fees_back: bool = False,
    hours: dict[str, float] | None = None,
    hour_cost: float = 0.0,
    served: float = 1.0,
) -> pd.DataFrame:
    """Return what the orders of each product, or of each customer, left after fees, refunds and hours.

    Parameters
    ----------
    orders : Ledger or DataFrame
        Orders in the ledger's columns. What subscribers pay is not among them.
    by : {"product", "customer_id"}
        What the rows of the result are.
    fee_share, fee_fixed : float, default 0
        What the payment provider takes: a share of what was paid (a fraction), and money per order. Lines
        of one order share the fixed fee in proportion to their amounts; free orders have none.
    fees_back : bool, default False
        Whether the provider gives its fees back with a refund.
    hours : dict, optional
        Product -> hours of work for one unit. A product that is not in it takes none.
    hour_cost : float, default 0
        What an hour costs, also where it is your own.
    served : float, default 1
        Share of the hours that a customer who got everything back has had by then, a fraction.

    Returns
    -------
    pandas.DataFrame
        One row per product or customer, sorted: ``units``, ``paid``, ``fees``, ``refunded``, ``hours``,
        ``work`` (their cost), ``contribution`` = paid - fees - refunded - work, ``margin`` (of what was
        paid, a fraction; NaN where nothing was) and ``per_hour`` (what is left for an hour of work before
        the work is paid; NaN without hours). ``attrs["definition"]`` says what was taken off.

    Raises
    ------
    TypeError, ValueError
        A missing column, a cell that is no amount, a refund above its amount, amounts in several currencies.

    Examples
    --------
    >>> orders = pd.DataFrame({"order_id": [1, 1, 2], "customer_id": [7, 7, 8], "quantity": [1, 1, 1],
    ...     "product": ["course", "call", "call"], "amount": [200.0, 100.0, 100.0],
    ...     "refunded": [0.0, 0.0, 100.0]})
    >>> found = contributions(orders, fee_share=0.03, fee_fixed=0.30, hours={"call": 1}, hour_cost=40)
    >>> found[["product", "paid", "fees", "refunded", "work", "contribution", "per_hour"]]
      product   paid  fees  refunded  work  contribution  per_hour
    0    call  200.0   6.4     100.0  80.0          13.6      46.8
    1  course  200.0   6.2       0.0   0.0         193.8       NaN
    """
    errors.one_of(by, GROUPS, "by")
    table = orders if isinstance(orders, pd.DataFrame) else getattr(orders, "orders", orders)
    lines = _lines(table, orders, by)
    rate = errors.fraction(fee_share, "fee_share")
    whole = lines.groupby("order")["paid"].transform("sum")
    part = (lines["paid"] / whole.where(whole > 0)).fillna(0.0)
    back = (lines["refunded"] / lines["paid"].where(lines["paid"] > 0)).fillna(0.0)
    fees = rate * lines["paid"] + errors.not_negative(fee_fixed, "fee_fixed") * part
    lines["fees"] = fees * (1 - back * bool(fees_back))
    each = _hours(hours, lines["product"]) * lines["units"]
    lines["hours"] = each * (1 - back * (1 - errors.fraction(served, "served")))
    lines["work"] = lines["hours"] * errors.not_negative(hour_cost, "hour_cost")
    names = ["units", "paid", "fees", "refunded", "hours", "work"]
    code, distinct = columns.coded(lines["group"])
    found = lines[names].groupby(code).sum().astype({"units": "int64"})
    found.insert(0, by, distinct[found.index.to_numpy(dtype=int)])
    before = found["paid"] - found["fees"] - found["refunded"]
    found["contribution"] = before - found["work"]
    found["margin"] = found["contribution"] / found["paid"].where(found["paid"] > 0)
    found["per_hour"] = before / found["hours"].where(found["hours"] > 0)
    found.attrs["definition"] = {
        "contribution": "paid - fees - refunded - work",
        "fees": f"{rate:g} of what was paid and {fee_fixed:g} per order, "
        + ("given back with refunds" if fees_back else "kept when there is a refund"),
    }
    return found.reset_index(drop=True)


def _lines(table: pd.DataFrame, source, by: str) -> pd.DataFrame:
    """Return the order lines as numbers, sorted so that sums do not depend on the order of rows."""
    needed = ["order_id", "product", "quantity", "amount", "refunded"]
    errors.columns(table, [*needed, by], "orders")
    columns.one_currency(table, "orders", source)
    lines = pd.DataFrame(
        {
            "order": columns.coded(columns.ids(table, "order_id", "orders"))[0],
            "product": columns.ids(table, "product", "orders").astype(object).to_numpy(),
            "group": columns.ids(table, by, "orders").astype(object).to_numpy(),
            "units": columns.numbers(table, "quantity", "orders"),
            "paid": columns.numbers(table, "amount", "orders", money=True),
            "refunded": columns.numbers(table, "refunded", "orders", money=True),
        }
    )
    for name, column in (("units", "quantity"), ("paid", "amount"), ("refunded", "refunded")):
        columns.refuse(table, (lines[name] < 0).to_numpy(), "orders", f"{column} is below 0")
    above = (lines["refunded"] > lines["paid"] + 0.005).to_numpy()
    columns.refuse(table, above, "orders", "refunded is above the amount")
    return lines.sort_values(["order", "units", "paid", "refunded"], kind="stable", ignore_index=True)


def _hours(hours: dict[str, float] | None, product: pd.Series) -> pd.Series:
    """Return the hours of one unit of each line's product."""
    known = {
        str(name): errors.not_negative(value, f"hours[{name!r}]") for name, value in (hours or {}).items()
    }
    sold = set(product.astype(str))
    for name in known:
        if len(sold) and name not in sold and (close := errors.nearest(name, sold)):
            raise ValueError(
                f"hours names the product {name!r}, which nobody bought. Did you mean {close!r}?"
            )
    return product.astype(str).map(known).fillna(0.0).astype(float)
