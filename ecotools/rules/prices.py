"""Words for rules about money: limits in dollars elsewhere, products that are paid for again and again."""

from __future__ import annotations

from dataclasses import replace

from ecotools.rules.engine.limits import Band
from ecotools.rules.engine.parts import Missing, Part
from ecotools.rules.engine.rule import only


def in_currency(limit: Band, business: Part, rule: str) -> Band:
    """Return a limit in dollars in the currency of the business, which then has to set it itself.

    Prices that are usual in dollars say nothing about prices in yen: without a threshold of its own for this
    rule, a business with another currency is not checked.

    >>> from ecotools.blueprint import Blueprint
    >>> from ecotools.rules.engine.limits import between
    >>> from ecotools.rules.engine.parts import Business
    >>> own = {"PRC03": {"value": [1500, 9000], "reason": "As others here."}}
    >>> shop = Business(Blueprint(name="Q", currency="JPY", thresholds=own))
    >>> str(in_currency(between(1500, 9000, "$ a month"), shop, "PRC03"))
    '1,500 to 9,000 JPY a month'
    """
    whole = business.business
    currency = whole.get("currency")
    if currency == "USD":
        return limit
    own = whole.get("thresholds")
    if own is None or not own.has(rule):
        raise Missing(f"thresholds.{rule} in {currency}: the rule's own are in US dollars")
    return replace(limit, unit=limit.unit.replace("$", currency))


def recurring(business: Part, *kinds: str) -> list[Part]:
    """Return the products that are paid for by month, quarter or year; with kinds those of them."""
    found = [product for product in business.business.products if product.billing != "one_time"]
    found = [product for product in found if not kinds or product.kind in kinds]
    of = f" of kind {' or '.join(kinds)}" if kinds else ""
    return only(found, f"a product{of} with billing by month, quarter or year")
