"""Words for rules about money: limits in dollars elsewhere, products that are paid for again and again."""

from dataclasses import replace

from ecotools.rules.engine.limits import Band, amount
from ecotools.rules.engine.parts import Part
from ecotools.rules.engine.rule import only


def in_currency(limit: Band, business: Part, rule: str) -> Band:
    """Return a limit in dollars in the currency of the business.

    One that the business set itself is in its currency; any other is converted by the rate that the blueprint
    states, `per_dollar`. Without either the rule is not checked: prices that are usual in dollars say nothing
    about prices in yen.

    >>> from ecotools.blueprint import Blueprint
    >>> from ecotools.rules.engine.limits import between
    >>> from ecotools.rules.engine.parts import Business
    >>> own = {"PRC03": {"value": [1500, 9000], "reason": "As others here."}}
    >>> shop = Business(Blueprint(name="Q", currency="JPY", thresholds=own))
    >>> str(in_currency(between(1500, 9000, "$ a month"), shop, "PRC03"))
    '1,500 to 9,000 JPY a month'
    >>> shop = Business(Blueprint(name="Q", currency="EUR", per_dollar=0.9))
    >>> str(in_currency(between(10, 90, "$ a month"), shop, "PRC03"))
    '9 to 81 EUR a month, at 0.9 EUR for a dollar'
    """
    whole = business.business
    currency = whole.get("currency")
    if currency == "USD":
        return limit
    unit = limit.unit.replace("$", currency)
    own = whole.get("thresholds")
    if own is not None and own.has(rule):
        return replace(limit, unit=unit)
    rate = whole.per_dollar
    ends = {side: _rounded(end, rate) for side, end in (("low", limit.low), ("high", limit.high))}
    return replace(limit, **ends, unit=f"{unit}, at {amount(rate)} {currency} for a dollar")


def _rounded(dollars: float | None, rate: float) -> float | None:
    """Return dollars in another currency, in whole units from ten on: such bands are no exact numbers."""
    if dollars is None:
        return None
    return round(dollars * rate, 0 if dollars * rate >= 10 else 2)


def recurring(business: Part, *kinds: str) -> list[Part]:
    """Return the products that are paid for by month, quarter or year; with kinds those of them."""
    found = [product for product in business.business.products if product.billing != "one_time"]
    found = [product for product in found if not kinds or product.kind in kinds]
    of = f" of kind {' or '.join(kinds)}" if kinds else ""
    return only(found, f"a product{of} with billing by month, quarter or year")
