"""The months to come, in every run: what a business sells, keeps, gives back and pays."""

from dataclasses import dataclass

import numpy as np

from ecotools.forecast.business import ForecastBusiness
from ecotools.forecast.delays import after, by_month, following
from ecotools.forecast.parameters import Parameters
from ecotools.forecast.sales import acquired
from ecotools.forecast.subscribers import subscribers


@dataclass(frozen=True)
class Months:
    """What came out, by KPI and by product, each runs x months."""

    measures: dict[str, np.ndarray]
    by_product: dict[str, np.ndarray]
    sales: dict[str, np.ndarray]


def run(business: ForecastBusiness, parameters: Parameters, months: int, chance) -> Months:
    """Return what happens in ``months`` months with these parameters.

    Revenue is counted as the KPI of that name: one-time sales before refunds, and subscriptions as they are
    earned day by day.
    """
    sold = acquired(business, parameters, months, chance)
    coming = {id: numbers[:, business.past :] for id, numbers in sold.items()}
    offered = _offers(business, parameters, sold, coming, chance)
    kept = subscribers(business, parameters, coming, months, chance)
    by_product = {id: money + offered.get(id, 0.0) for id, money in kept.revenue.items()}
    refunds, costs = np.zeros_like(kept.mrr), kept.costs.copy()
    for id, good in business.goods.items():
        by_product[id] = chance.paid(coming[id], good.price, good.spread)
        costs += coming[id] * good.cost
        given_back = following(
            chance,
            sold[id],
            parameters.draws(f"refund.{id}"),
            by_month(business.refund_window),
            business.past,
        )
        refunds += given_back * good.price
    revenue = sum(by_product.values(), np.zeros_like(kept.mrr))
    measures = {
        "revenue": revenue,
        "mrr": kept.mrr,
        "subscribers": kept.subscribers,
        "refunds": refunds,
        "costs": costs,
        "margin": revenue - refunds - costs,
    }
    return Months(measures, by_product, coming)


def _offers(business: ForecastBusiness, parameters: Parameters, sold: dict, coming: dict, chance) -> dict:
    """Return what first offers bring, by plan; ``coming`` then holds those who go on to the full price."""
    found = {}
    for id, offer in business.offers.items():
        begun, share = sold[id], parameters.draws(f"to_paid.{id}", 1.0)
        found[id] = coming[id] * offer.price
        coming[id] = following(chance, begun, share, after(offer.days), business.past)
    return found
