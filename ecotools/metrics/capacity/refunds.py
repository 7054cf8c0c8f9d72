"""What is owed to a customer who leaves, under three refund policies, and what a blueprint promises."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ecotools import days as parsing
from ecotools import errors
from ecotools.blueprint import Blueprint
from ecotools.measure import Measure
from ecotools.metrics.counts import count
from ecotools.months import add_months, months_until

KINDS = {
    "full": "everything, up to so many days after the payment, and nothing later",
    "unused_months": "the months that have not begun; a month that has begun is not paid back",
    "unused_hours": "the hours that were not held, at what an hour cost",
    "none": "nothing",
}


@dataclass(frozen=True)
class RefundPolicy:
    """What a customer gets back.

    Parameters
    ----------
    kind : {"full", "unused_months", "unused_hours", "none"}
        Everything for some days; months not begun; hours not held; nothing.
    within : int, optional
        Days after the payment up to which somebody may ask, that day included. Default: 30 for "full",
        without end for the others.
    months : int, default 1
        Months that one payment covers, for "unused_months".
    hours : float, optional
        Hours that were sold, for "unused_hours".

    Examples
    --------
    >>> RefundPolicy("unused_hours", within=90, hours=6).within
    90
    >>> RefundPolicy("unused_hours")
    Traceback (most recent call last):
    ValueError: hours must say how many hours were sold, for a refund of the hours not held
    """

    kind: str
    within: int | None = None
    months: int = 1
    hours: float | None = None

    def __post_init__(self) -> None:
        errors.one_of(self.kind, KINDS, "kind")
        if self.within is not None:
            count(self.within, "within")
        count(self.months, "months", at_least=1)
        if self.kind == "unused_hours" and self.hours is None:
            raise ValueError("hours must say how many hours were sold, for a refund of the hours not held")
        if self.hours is not None:
            errors.positive(self.hours, "hours")

    @property
    def days(self) -> float:
        """Days within which somebody may ask, inf when there is no end."""
        return float(self.within if self.within is not None else 30 if self.kind == "full" else np.inf)


def refund_due(
    paid: float, bought, day, policy: RefundPolicy, *, used: float = 0.0, refunded: float = 0.0
) -> Measure:
    """Return what is owed to a customer who asks for the money back on a day.

    Parameters
    ----------
    paid : float
        What was paid.
    bought : day
        The day of the payment.
    day : day
        The day on which the customer asks.
    policy : RefundPolicy
        What was promised.
    used : float, default 0
        Hours that were held, or that the customer has lost by not coming.
    refunded : float, default 0
        What was paid back already; it counts towards what is owed.

    Returns
    -------
    Measure
        Money, in the currency of the price. Months are counted from the day of the payment: with a payment
        on January 31st the second month begins on February 28th.

    Raises
    ------
    ValueError, TypeError
        A day before the payment, money or hours below zero, more hours used than sold, more paid back than
        paid.

    Examples
    --------
    >>> refund_due(199, "2025-03-01", "2025-03-31", RefundPolicy("full"))
    199.0
    >>> refund_due(60, "2025-03-01", "2025-04-10", RefundPolicy("unused_months", months=3))
    20.0
    >>> refund_due(997, "2025-03-01", "2025-04-10", RefundPolicy("unused_hours", hours=6), used=1.5)
    747.75
    """
    paid, used = errors.not_negative(paid, "paid"), errors.not_negative(used, "used")
    if not isinstance(policy, RefundPolicy):
        raise TypeError(f"policy must be a RefundPolicy, such as RefundPolicy('full'), not {policy!r}")
    first, last = parsing.first_day(bought, "bought"), parsing.last_day(day, "day")
    if last < first:
        raise ValueError(f"day must not lie before bought, {first:%Y-%m-%d}, not {last:%Y-%m-%d}")
    if policy.kind == "unused_hours" and used > policy.hours:
        raise ValueError(f"used must be at most the {policy.hours:g} hours that were sold, not {used:g}")
    if (back := errors.not_negative(refunded, "refunded")) > paid:
        raise ValueError(f"refunded must be at most what was paid, {paid:g}, not {refunded:g}")
    share = shares_due(policy, np.array([first], "datetime64[D]"), np.datetime64(last, "D"), np.array([used]))
    due = round(max(paid * float(share[0]) - back, 0.0), 2)
    return Measure(due, definition=KINDS[policy.kind], unit="money")


def shares_due(policy: RefundPolicy, bought: np.ndarray, day: np.datetime64, used: np.ndarray) -> np.ndarray:
    """Return the share of the payment that is owed, for several payments under one policy."""
    age = (day - bought).astype(np.int64)
    asked = (age >= 0) & (age <= policy.days)
    if policy.kind == "unused_hours":
        left = (1 - used / policy.hours).clip(0, 1)
    elif policy.kind == "unused_months":
        # The month that begins on the day itself has begun.
        begun = months_until(bought, np.full(len(bought), day))
        begun += add_months(bought, begun) == day
        left = (1 - begun / policy.months).clip(0, 1)
    else:
        left = np.full(len(bought), 1.0 if policy.kind == "full" else 0.0)
    return np.where(asked, left, 0.0)


def refund_policies(
    blueprint: Blueprint, hours: Mapping[str, float] | None = None
) -> dict[str, RefundPolicy]:
    """Return the refund policies that a blueprint states, by product.

    A product's own ``refund`` holds, else ``policies.refund``. ``kind: full`` pays back everything within
    ``days``; ``partial`` pays back the hours not held where hours were sold, and the months not begun of what
    is billed again; ``none`` pays back nothing.

    Parameters
    ----------
    blueprint : Blueprint
        With ``refund`` of the products, or ``policies.refund``.
    hours : dict, optional
        Product -> hours that one sale of it contains, which a blueprint does not say.

    Returns
    -------
    dict
        Product id -> RefundPolicy. Products whose refund is not stated, or whose parts cannot be told, are
        left out.

    Raises
    ------
    TypeError, ValueError
        Something else than a blueprint, hours of a product that it does not have.

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> refund_policies(quillwork(), hours={"coaching": 6})["coaching"]
    RefundPolicy(kind='unused_hours', within=90, months=1, hours=6)
    """
    if not isinstance(blueprint, Blueprint):
        raise TypeError(f"blueprint must be a Blueprint, not {type(blueprint).__name__}")
    sold = dict(hours or {})
    for product in sold:
        errors.one_of(product, [one.id for one in blueprint.products], "hours")
    general = blueprint.policies.refund if blueprint.policies else None
    found = {one.id: _policy(one, general, sold.get(one.id)) for one in blueprint.products}
    return {product: policy for product, policy in found.items() if policy is not None}


def _policy(product, general, hours: float | None) -> RefundPolicy | None:
    kind, within = (_said(product.refund, general, field) for field in ("kind", "days"))
    if kind in ("full", "none"):
        return RefundPolicy(kind, within)
    if kind == "partial" and hours is not None:
        return RefundPolicy("unused_hours", within, hours=hours)
    if kind == "partial" and product.interval_months:
        return RefundPolicy("unused_months", within, months=product.interval_months)
    return None


def _said(own, general, field: str):
    """Return what a product's own refund says, else what the policies say for all."""
    for part in (own, general):
        if part is not None and getattr(part, field) is not None:
            return getattr(part, field)
    return None
