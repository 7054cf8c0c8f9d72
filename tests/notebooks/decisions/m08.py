"""Module 08: eight of twelve hours, as a group and two clients at a higher price, leave most."""

from functools import cache

from ecotools.data import quillwork
from ecotools.metrics import capacity, revenue
from ecotools.metrics import unit_economics as ue
from ecotools.simulate import Oversold, Spending, simulate

ASKING, SURVEYED = 5, 1000
PRICES = [797, 997, 1197, 1397, 1597, 1797, 1997]
WORKING = {"prepare": 0.25, "lost": 0.1}
QUILLWORK = quillwork()
SINGLE, GROUP = 6 * 1.25 / 0.9, 12 * 1.25 / 0.9


@cache
def numbers(seed):
    """Return what the decision rests on."""
    drawn = {"median": 700, "spread": 0.5, "base_rate": 0.5, "follows": 0.4}
    people = capacity.simulate_applicants(SURVEYED, **drawn, seed=seed)
    accepted = people[people["score"] >= 50]
    pays = accepted["would_pay"]
    weekly = {price: ASKING * (pays >= price).sum() / SURVEYED for price in PRICES}
    places = int(capacity.most_clients(12, 2, **WORKING))
    beside = int(capacity.most_clients(12 - 4 * 1.25 / 0.9, 2, **WORKING))
    sold = simulate(QUILLWORK, 12, seed).orders
    return {
        "places": (places, beside),
        "sold last year": (sold["product"] == "coaching").sum(),
        "people for a group": ASKING * 13 * (pays / 2 >= 447).sum() / SURVEYED,
        "four": _months(weekly, places),
        "two": _months(weekly, beside),
        "group": capacity.per_hour(447, GROUP, clients=8, cost_per_hour=65)["margin"] / 3,
        "fits": (people["good"].mean(), people.loc[people["would_pay"] >= 1397, "good"].mean()),
        "line": _line(weekly[997], places, seed),
        "channels": _channels(seed),
        "oversold": _oversold(seed),
    }


def _months(weekly, places):
    """Return what a month leaves by price."""
    terms = {"hours": 12, "hours_each": 2, "weeks_each": 13, "patience": 8, "cost_per_hour": 65, **WORKING}
    rows = {
        price: capacity.coaching_month(places, price=price, applications_per_week=apply, **terms).iloc[0]
        for price, apply in weekly.items()
        if apply > 0
    }
    return {price: (float(row["margin"]), float(row["gives_up"])) for price, row in rows.items()}


def _line(applications, places, seed):
    """Return the share of a year's applications that give up, and how many wait in its last week."""
    year = capacity.simulate_waiting_list(
        applications, places, 13, patience=8, begun=places, runs=200, seed=seed
    )
    waiting = capacity.waiting_by_week(year)["waiting"].iloc[-1]
    return year["gave_up"].sum() / year["applied"].sum(), float(waiting)


def _channels(seed):
    """Return the CAC three ways, and what the next customer costs on two channels."""
    plan = {"search": [0, 600, 1200, 300, 900, 150] * 4, "partners": [300, 0, 150, 600, 75, 450] * 4}
    spend = {
        "search": Spending(plan["search"], most=3000, half=900),
        "partners": Spending(plan["partners"], most=1500, half=300),
        "social": Spending(500, most=0, half=1, claims=0.3),
    }
    paid = simulate(QUILLWORK, 24, seed, scale=10, spend=spend)
    unpaid = simulate(QUILLWORK, 24, seed + 1, scale=10)
    team = {"salaries": 120_000, "tools": 24_000}
    last = ue.channel_cac(paid, "last_touch", **team).set_index("channel")["cac"]
    held = ue.channel_cac(paid, "holdout", holdout=unpaid, **team).set_index("channel")
    curves = ue.fit_curves(ue.channel_months(paid, dated="came"))
    monthly = paid.spend.groupby("channel", observed=True)["amount"].sum() / 24
    following = ue.next_dollar(curves, monthly.to_dict()).set_index("channel")
    return {
        "last touch": last.to_dict(),
        "holdout": held["cac"].to_dict(),
        "social, at least": float(held.loc["social", "low"]),
        "next": following["marginal_cac"].to_dict(),
        "average": following["average_cac"].to_dict(),
    }


def _oversold(seed):
    """Return the two best months, what the autumn brings, and the share of the summer paid back by age."""
    campaign = Oversold(7, "coaching", months=2, sales_factor=5, hours_per_month=120, hours_each=SINGLE)
    ledger = simulate(QUILLWORK, 14, seed, scale=10, incidents=[campaign])
    months = revenue.refund_months(ledger, product="coaching").astype({"month": str}).set_index("month")
    summer = revenue.refund_cohorts(ledger, product="coaching").loc["2025-07":"2025-08"].mean()
    return {
        "best": set(months["net"].nlargest(2).index),
        "autumn": float(months["net"]["2025-10":"2025-11"].sum()),
        "sold in autumn": float(months["sold"]["2025-10":"2025-11"].sum()),
        "paid back": (float(summer[0]), float(summer[3])),
    }


def _best(months):
    return max(months, key=lambda price: months[price][0])


CONDITIONS = {
    "twelve hours last for four clients, and for two beside a group": lambda n: n["places"] == (4, 2),
    "last year there was a place for all": lambda n: n["sold last year"] <= 16,
    "there are people for one group, and not for two": lambda n: 8 + 2 <= n["people for a group"] < 16,
    "more give up at 997 than get a place": lambda n: n["four"][997][1] > 0.5,
    "and a line forms": lambda n: n["line"][0] > 0.4 and n["line"][1] > 2,
    "four places leave most above 997": lambda n: _best(n["four"]) > 997,
    "two places leave most at no lower a price": lambda n: _best(n["two"]) >= _best(n["four"]),
    "a group and two clients leave a third more than four clients": lambda n: (
        n["group"] + n["two"][_best(n["two"])][0] > 4 / 3 * n["four"][_best(n["four"])][0]
    ),
    "who would pay more fits more often": lambda n: n["fits"][1] > n["fits"][0] + 0.05,
    "by last touch social looks better than search": lambda n: (
        n["channels"]["last touch"]["social"] < n["channels"]["last touch"]["search"]
    ),
    "and against the holdout it costs five times as much": lambda n: (
        n["channels"]["social, at least"] > 5 * n["channels"]["holdout"]["search"]
        or n["channels"]["social, at least"] != n["channels"]["social, at least"]
    ),
    "every channel costs several times what its last touch says": lambda n: all(
        n["channels"]["holdout"][one] > 2.5 * n["channels"]["last touch"][one]
        for one in ("search", "partners")
    ),
    "the next customer costs more than the average one": lambda n: all(
        n["channels"]["next"][one] > 1.2 * n["channels"]["average"][one] for one in ("search", "partners")
    ),
    "and the next dollar goes to partners": lambda n: (
        n["channels"]["next"]["partners"] < n["channels"]["next"]["search"]
    ),
    "an oversold summer has the best months": lambda n: n["oversold"]["best"] == {"2025-07", "2025-08"},
    "which are paid back in autumn": lambda n: (
        n["oversold"]["autumn"] < n["oversold"]["sold in autumn"] - 10 * 997
    ),
    "and only the cohorts of the summer show it": lambda n: (
        n["oversold"]["paid back"][1] > 0.25 > 0.12 > n["oversold"]["paid back"][0]
    ),
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
