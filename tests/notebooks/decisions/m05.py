"""Module 05: the bundle wins in the market and in the test; looking daily and short tests mislead."""

from functools import cache

import numpy as np
import pandas as pd

from ecotools.metrics import experiments, pricing

MEAN, SPREAD = {"bootcamp": 195, "templates": 65}, {"bootcamp": 45, "templates": 45}
TODAY, BUNDLE = {"bootcamp": 199, "templates": 49}, 209
KEEN, A_DAY, WEEKS, A_MONTH = 0.06, 260, 10, 7800


def market(seed, correlation=-0.8, people=1000):
    """Return what people would pay for the bootcamp and the templates."""
    return pricing.simulate_wtp(people, MEAN, SPREAD, correlation=correlation, seed=seed)


def visit(visitors, bundle_price, draw):
    """Return what each visitor of a page pays, in the order in which they come."""
    keen = np.random.default_rng(draw).binomial(visitors, KEEN)
    paid = pricing.bundle_choices(market(draw, people=keen), TODAY, bundle_price)["paid"]
    everybody = paid.reindex(range(visitors), fill_value=0.0)
    return everybody.sample(frac=1, random_state=draw, ignore_index=True)


def kit(seed):
    """Return what a kit does that most of those who want the course take first."""
    visitors = pd.DataFrame({"customer_id": range(40_000), "group": ["offered", "held_back"] * 20_000})
    draws = np.random.default_rng(seed + 40).random((40_000, 4))
    wants, offered = draws[:, 0] < 0.06, visitors["group"] == "offered"
    taken = offered & ((wants & (draws[:, 1] < 0.6)) | (~wants & (draws[:, 1] < 0.01)))
    course = wants & (~taken | (draws[:, 2] < 0.38))
    start = pd.Timestamp("2026-03-02")
    bought = [visitors[taken].assign(day=start, product="kit", amount=49.0)]
    later = np.where(taken[course], start + pd.Timedelta(days=30), start)
    bought += [visitors[course].assign(day=later, product="course", amount=199.0)]
    orders = pd.concat(bought, ignore_index=True)
    return experiments.entry_offer(orders, visitors, entry="kit", core="course")


def logo_pack(seed, people):
    """Return what the logo pack adds to the profit of the bundle."""
    rng = np.random.default_rng(seed)
    logo = np.where(rng.random(len(people)) < 0.1, rng.uniform(5, 60, len(people)).round(), 0)
    parts = pricing.over_bundling(people.assign(**{"logo pack": logo}), cost={"logo pack": 4})
    return parts["gained"].iloc[-1]


@cache
def numbers(seed):
    """Return what the decision rests on."""
    asked = market(seed)
    against, along = (pricing.best_bundle(each)["revenue"] for each in (asked, market(seed, 0.8)))
    money = {
        "today": pricing.bundle_demand(asked, TODAY)["revenue"].sum(),
        "bundle": pricing.bundle_demand(asked, TODAY, BUNDLE)["revenue"].sum(),
    }
    savings = pricing.bundle_savings(asked, TODAY, BUNDLE)
    half = A_DAY * 7 * WEEKS // 2
    page_a, page_b = visit(half, None, seed + 20), visit(half, BUNDLE, seed + 21)
    first_b = visit(1820, BUNDLE, seed + 11)
    counted = first_b[(first_b > 0) | (np.random.default_rng(seed).random(1820) > 0.2)]
    staged = experiments.rollout([0.01, 0.1, 0.5, 1.0], 400, normal=0.05, changed=0.12)
    return {
        "against": against,
        "along": along,
        "money": money,
        "savers": savings.loc[savings["saving"] > 0, "share"].sum(),
        "logo pack": logo_pack(seed, asked),
        "test": experiments.compare_means(page_a, page_b),
        "shares": experiments.compare_shares((page_a > 0).sum(), half, (page_b > 0).sum(), half),
        "broken": experiments.sample_ratio_mismatch([1820, len(counted)])["mismatch"],
        "flattered": (counted > 0).mean() - (first_b > 0).mean(),
        "kit": kit(seed),
        "met": staged.attrs["expected_met"],
    }


CONDITIONS = {
    "the interval of the test lies above zero": lambda n: n["test"]["low"] > 0,
    "and is worth more than a thousand dollars a month": lambda n: n["test"]["low"] * A_MONTH > 1000,
    "the bundle earns more in the market, too": lambda n: n["money"]["bundle"] > 1.1 * n["money"]["today"],
    "the best prices apart bring half of that gain, or more": lambda n: (
        n["against"]["apart"] - n["money"]["today"] > 0.5 * (n["money"]["bundle"] - n["money"]["today"])
    ),
    "and mixed prices more than they": lambda n: n["against"]["mixed"] > 1.1 * n["against"]["apart"],
    "where worths run together, mixing brings a tenth of that at most": lambda n: (
        n["along"]["mixed"] / n["along"]["apart"] - 1
        < 0.1 * (n["against"]["mixed"] / n["against"]["apart"] - 1)
    ),
    "and the bundle alone loses": lambda n: n["along"]["bundle"] < n["along"]["apart"],
    "most buyers of the bundle save nothing": lambda n: n["savers"] < 0.5,
    "the logo pack costs profit": lambda n: n["logo pack"] < 0,
    "the share of buyers rises less than half as much": lambda n: n["shares"]["lift"] < n["test"]["lift"] / 2,
    "the broken test is noticed": lambda n: n["broken"],
    "and flatters page B": lambda n: n["flattered"] > 0,
    "the kit eats the course": lambda n: n["kit"].attrs["verdict"] == "eats",
    "while more than a quarter of its buyers go on to the course": lambda n: (
        n["kit"].loc["upgraded", "offered"] > 0.25 * n["kit"].loc["entry", "offered"]
    ),
    "in stages, a bad bundle meets a quarter of the customers at most": lambda n: n["met"] < 400,
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
