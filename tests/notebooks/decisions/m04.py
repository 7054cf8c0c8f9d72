"""Module 04: price the tiers together; Plus gets cheaper, Membership does not, and strangers pay it too."""

from itertools import product

import pandas as pd

from ecotools.metrics import pricing

TODAY, COSTS = {"Lite": 12, "Membership": 29, "Plus": 59}, {"Lite": 1, "Membership": 5, "Plus": 14}
GROUPS = [
    ({"Lite": 16, "Membership": 38, "Plus": 58}, {"Lite": 5, "Membership": 10, "Plus": 20}),
    ({"Lite": 14, "Membership": 18, "Plus": 22}, {"Lite": 4, "Membership": 6, "Plus": 8}),
]


def market(seed, people=1000):
    """Return what writers and hobbyists would pay, one half each."""
    groups = [
        pricing.simulate_wtp(people // 2, means, spreads, correlation=0.7, seed=seed + place)
        for place, (means, spreads) in enumerate(GROUPS)
    ]
    return pd.concat(groups, ignore_index=True)


def profit(prices, people):
    """Return the profit of all tiers a month."""
    return pricing.tiers_demand(people, prices, cost=COSTS)["profit"].sum()


def one_by_one(people):
    """Return the best price of each tier as if there were no other."""
    demand = {tier: pricing.gabor_granger(people[tier], prices=range(6, 76)) for tier in TODAY}
    return {tier: float(pricing.best_price(demand[tier], cost=COSTS[tier])["price"]) for tier in TODAY}


def numbers(seed):
    """Return the sets of prices, and what each earns among those asked and others."""
    asked, others = market(seed), market(seed + 100)
    grid = product(range(8, 17, 2), range(21, 40, 2), range(39, 70, 3))
    together = max((dict(zip(TODAY, three, strict=True)) for three in grid), key=lambda p: profit(p, asked))
    sets = {"today": TODAY, "alone": one_by_one(asked), "together": together}
    cheap = TODAY | {"Lite": 4}
    buyers = {
        name: pricing.tiers_demand(asked, prices).set_index("tier")["buyers"]
        for name, prices in (sets | {"cheap": cheap}).items()
    }
    return {
        **sets,
        "buyers": buyers,
        "asked": {name: profit(prices, asked) for name, prices in (sets | {"cheap": cheap}).items()},
        "others": {name: profit(prices, others) for name, prices in sets.items()},
        "less": {name: profit(prices, asked * 0.9) for name, prices in sets.items()},
    }


CONDITIONS = {
    "priced together, the tiers earn more than today": lambda n: n["asked"]["together"] > n["asked"]["today"],
    "and more than priced one by one": lambda n: n["asked"]["together"] > n["asked"]["alone"],
    "among people who were not asked, too": lambda n: n["others"]["together"] > n["others"]["today"],
    "and if everybody pays a tenth less than they say": lambda n: n["less"]["together"] > n["less"]["today"],
    "Plus gets cheaper": lambda n: n["together"]["Plus"] < TODAY["Plus"],
    "and has more buyers": lambda n: n["buyers"]["together"]["Plus"] > n["buyers"]["today"]["Plus"],
    "Membership does not get cheaper": lambda n: n["together"]["Membership"] >= TODAY["Membership"],
    "and costs more than it would alone": lambda n: n["together"]["Membership"] > n["alone"]["Membership"],
    "a very cheap Lite has more buyers": lambda n: (
        n["buyers"]["cheap"]["Lite"] > n["buyers"]["today"]["Lite"]
    ),
    "and all three earn less": lambda n: n["asked"]["cheap"] < n["asked"]["today"],
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
