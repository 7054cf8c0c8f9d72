"""The assumptions of a forecast, one row each, as a reader would say them."""

import pandas as pd

from ecotools.blueprint import Blueprint, Churn, FirstOffer, Joining, Product
from ecotools.forecast.from_blueprint import plans_of
from ecotools.plots.canvas.formats import count, percent
from ecotools.report.tables import price


def assumptions(blueprint: Blueprint) -> pd.DataFrame:
    """Return what a forecast takes for granted: about what, what, and where it comes from.

    Parameters
    ----------
    blueprint : Blueprint
        One that a forecast can be made of.

    Returns
    -------
    DataFrame
        ``about``, ``assumed`` (with its unit) and ``origin``: "stated by the business", or "not stated: a
        usual value" where the documented default of the simulator is used.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: One course
    ... products: [{id: course, name: The course, kind: core, price: 100}]
    ... funnel: [{from: awareness, to: purchase, rate: 0.1, base: visitors}]
    ... assumptions: {channels: [{name: search, visitors_per_month: 500}]}
    ... ''')
    >>> assumptions(blueprint)["assumed"].tolist()[0]
    '500 visitors in the first month'
    """
    assumed, names = blueprint.assumptions, {one.id: one.name for one in blueprint.products}
    rows = [*_channels(assumed), *_funnel(blueprint), *_sales(blueprint, names)]
    rows += [*_plans(blueprint, names), *_money_back(assumed, names)]
    return pd.DataFrame(rows, columns=["about", "assumed", "origin"])


_SAID, _OWN = "stated by the business", "not stated: a usual value"


def _channels(assumed):
    for one in assumed.channels:
        said = f"{count(one.visitors_per_month)} visitors in the first month"
        if one.monthly_growth:
            said += f", {percent(one.monthly_growth, signed=True)} each month"
        if one.quality != 1:
            said += f", {one.quality:g} times as likely to go on at each step"
        yield f"Visitors by {one.name}", said, _SAID


def _funnel(blueprint: Blueprint):
    for step in blueprint.funnel_steps():
        base = f" ({step.base})" if step.said("base") else ""
        yield (
            f"From {step.from_stage} to {step.to_stage}",
            f"{percent(step.rate)}{base}, within {step.window_days} days",
            _SAID if step.said("window_days") else f"{_SAID}; the days: {_OWN}",
        )


def _sales(blueprint: Blueprint, names: dict):
    assumed = blueprint.assumptions
    prices = {one.id: price(one, blueprint.currency) for one in blueprint.products}
    for one in blueprint.products:
        if one.kind == "core":
            yield one.name, f"sold at {prices[one.id]}", _SAID
    rates = {
        "add_on_rate": "add it at checkout",
        "bundle_rate": "take it instead",
        "subscribe_rate": "subscribe",
    }
    for field, words in rates.items():
        for id, rate in getattr(assumed, field).items():
            days = f" within {assumed.subscribe_window_days} days" if field == "subscribe_rate" else ""
            yield names[id], f"{percent(rate)} of buyers {words}{days}, at {prices[id]}", _SAID


def _plans(blueprint: Blueprint, names: dict):
    assumed = blueprint.assumptions
    for id in plans_of(blueprint):
        yield f"Churn of {names[id]}", _churn(assumed.churn_of(id)), _SAID if id in assumed.churn else _OWN
        if id in assumed.first_offer:
            yield (
                f"First offer of {names[id]}",
                _first_offer(blueprint.product(id), assumed.first_offer[id]),
                _SAID,
            )
        if id in assumed.plan_change:
            change = assumed.plan_change[id]
            said = f"{percent(change.monthly_rate)} of its subscribers a month move to {names[change.to]}"
            yield f"Change of {names[id]}", said, _SAID
    if assumed.joining is not None:
        yield "Joining the community", _joining(assumed.joining), _SAID
    if plans_of(blueprint):
        fail, kept = percent(assumed.payment_failure_rate), percent(assumed.recovered_share)
        said = f"{fail} of renewals fail, {kept} of them are collected after all"
        yield "Failing payments", said, _SAID if assumed.said("payment_failure_rate") else _OWN


def _first_offer(product: Product, offer: FirstOffer) -> str:
    trial = f"a free trial of {product.trial_days} days"
    terms = trial if product.trial_days else f"a first price of {product.intro_price:g}"
    factor = offer.begin_factor
    more = f"{factor:g} times as many begin with it, and " if factor != 1 else ""
    return f"{terms}: {more}{percent(offer.to_paid)} of those who begin go on to the full price"


def _joining(joining: Joining) -> str:
    return (
        f"{percent(joining.share)} of subscribers join, and belonging prevents {percent(joining.effect)} of "
        "their cancellations; this report does not use it"
    )


def _churn(churn: Churn) -> str:
    return (
        f"{percent(churn.mean)} of new subscribers leave at the first renewal, fewer later "
        f"(shifted beta-geometric, alpha {churn.alpha:g}, beta {churn.beta:g})"
    )


def _money_back(assumed, names: dict):
    for id, rate in assumed.refund_rate.items():
        if rate:
            said = f"{percent(rate)} of its sales are refunded; revenue in this report is before refunds"
            yield f"Refunds of {names[id]}", said, _SAID
