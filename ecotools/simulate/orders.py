"""What buyers pay for at the checkout: the core product or a bundle, add-ons, and what is paid back later."""

import numpy as np

from ecotools.simulate.journey import Reached
from ecotools.simulate.overbooking import late_refunds
from ecotools.simulate.scenario import Scenario


def orders(scenario: Scenario, credit: np.ndarray, buyers: Reached) -> dict[str, np.ndarray]:
    """Return the order lines, an order a buyer, by day; a line's product is a place in the list of products.

    A share `bundle_rate` takes a bundle instead of the core product. Of the others a share `add_on_rate` adds
    each add-on, independently of one another; bundles are sold without add-ons. A core product that is paid
    again and again is no line: its subscription tells it. ``credit`` is the channel of each person's lines.
    """
    by_day = np.argsort(buyers.day, kind="stable")
    who, day, core = buyers.who[by_day], buyers.day[by_day], buyers.product[by_day]
    main = taken_first(scenario, buyers)[by_day]
    add_ons = [one for one in scenario.products if scenario.assumptions.add_on_rate.get(one, 0) > 0]
    taken = np.ones((len(who), 1 + len(add_ons)), bool)
    taken[:, 0] = ~np.isin(main, [scenario.place(one) for one in scenario.recurring_cores])
    for column, one in enumerate(add_ons, start=1):
        rate = scenario.assumptions.add_on_rate[one] * scenario.demand(one)
        luck = scenario.rng("add-on", one).random(len(who))
        taken[:, column] = (luck < rate[day]) & (main == core)
    order, column = np.nonzero(taken)
    places = np.array([0, *(scenario.place(one) for one in add_ons)], np.int16)
    product = np.where(column == 0, main[order], places[column])
    return _paid(scenario, order, who[order], day[order], product, credit)


def taken_first(scenario: Scenario, buyers: Reached) -> np.ndarray:
    """Return what each buyer takes, as a place in the list of products: a core product or a bundle."""
    by_day = np.argsort(buyers.day, kind="stable")
    main = np.empty_like(buyers.product)
    main[by_day] = _bundled(scenario, buyers.product[by_day], buyers.day[by_day])
    return main


def _bundled(scenario: Scenario, core: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return what each buyer takes: the core product they had in mind, or a bundle instead."""
    rates = scenario.assumptions.bundle_rate
    main, taken_up = core.copy(), np.zeros(len(core))
    luck = scenario.rng("bundle").random(len(core))
    for bundle in scenario.products:
        if rates.get(bundle, 0) > 0:
            upto = taken_up + (rates[bundle] * scenario.demand(bundle))[day]
            main[(taken_up <= luck) & (luck < upto)] = scenario.place(bundle)
            taken_up = upto
    return main


def _paid(scenario, order, who, day, product, credit) -> dict[str, np.ndarray]:
    """Return the lines with prices and refunds."""
    price = np.zeros(len(order))
    refund_day = np.full(len(order), -1, np.int32)
    for place in np.unique(product):
        lines = np.flatnonzero(product == place)
        name = scenario.products[place]
        price[lines] = scenario.price(name)[day[lines]]
        refund_day[lines] = _refund_days(scenario, name, day[lines])
    refund_day[price == 0] = -1
    return {
        "order": order,
        "who": who,
        "day": day,
        "product": product,
        "price": price,
        "refunded": np.where(refund_day >= 0, price, 0.0),
        "refund_day": refund_day,
        "channel": credit[who],
    }


def _refund_days(scenario: Scenario, product: str, day: np.ndarray) -> np.ndarray:
    """Return the day each sale is paid back, -1 when not observed.

    That is 1 to `refund_window_days` days later, or long after a sale for which there were no hours.
    """
    rate = scenario.assumptions.refund_rate.get(product, 0)
    rng = scenario.rng("refund", product)
    luck = rng.random(len(day))
    later = day + rng.integers(1, scenario.assumptions.refund_window_days + 1, len(day), dtype=np.int32)
    ordinary = np.where((luck < rate) & (later < scenario.calendar.days), later, -1)
    return late_refunds(scenario, product, day, ordinary)
