"""Blind answers to assignment 13, the capstone.

Task 13-q7 is answered with the text of a blueprint, as the task permits; 13-q8 is a written answer and left out.
Each task has one solution cell, so `code` replaces that one.
"""

ANSWERS = [
    {
        "task": "13-q1",
        "name": "plain-loops",
        "right": True,
        "why": "months outside, channels and memberships inside",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "numpy-powers",
        "right": True,
        "why": "arrays of months; members as a sum over the months of joining",
        "code": """import numpy as np


def two_years(blueprint, factors):
    months = np.arange(24)
    plan = blueprint.assumptions
    visitors = np.zeros(24)
    for channel in plan.channels:
        visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** months
    rates = [one.rate for one in blueprint.funnel if one.to_stage in {"consideration", "purchase"}]
    share = np.minimum(np.prod(rates) * factors.get("buyers", 1), 1)
    buyers = visitors * factors.get("visitors", 1) * share
    core = next(one for one in blueprint.products if one.kind == "core")
    revenue, mrr, members = core.price * buyers.sum(), 0.0, 0.0
    age = months[:, None] - months[None, :]
    for club in blueprint.products:
        if club.billing != "month":
            continue
        shape = plan.churn[club.id]
        stay = 1 - min(1, factors.get("churn", 1) * shape.alpha / (shape.alpha + shape.beta))
        left = np.where(age >= 0, stay ** np.maximum(age, 0), 0.0)
        there = left @ (buyers * plan.subscribe_rate.get(club.id, 0))
        revenue += club.price * there.sum()
        mrr += club.price * there[-1]
        members += there[-1]
    return {"revenue": float(revenue), "mrr": float(mrr), "members": float(members)}
""",
    },
    {
        "task": "13-q1",
        "name": "helper-functions",
        "right": True,
        "why": "small functions, math.prod and itertools.accumulate",
        "code": """import math
from itertools import accumulate


def _capped(share, factor):
    return min(1.0, share * factor)


def _buyers(blueprint, factors):
    rates = (step.rate for step in blueprint.funnel if step.to_stage in ["purchase", "consideration"])
    share = _capped(math.prod(rates), factors.get("buyers", 1))
    by_channel = [
        list(accumulate(range(23), lambda now, _: now * (1 + one.monthly_growth), initial=one.visitors_per_month))
        for one in blueprint.assumptions.channels
    ]
    return [sum(month) * factors.get("visitors", 1) * share for month in zip(*by_channel)]


def _members(buyers, rate, lost):
    return list(accumulate((one * rate for one in buyers), lambda before, new: before * (1 - lost) + new))


def two_years(blueprint, factors: dict) -> dict:
    buyers = _buyers(blueprint, factors)
    (price,) = [one.price for one in blueprint.products if one.kind == "core"]
    result = {"revenue": sum(buyers) * price, "mrr": 0.0, "members": 0.0}
    for one in blueprint.products:
        if one.billing == "month":
            churn = blueprint.assumptions.churn[one.id]
            lost = _capped(churn.alpha / (churn.alpha + churn.beta), factors.get("churn", 1))
            there = _members(buyers, blueprint.assumptions.subscribe_rate.get(one.id, 0), lost)
            result["revenue"] += sum(there) * one.price
            result["mrr"] += there[-1] * one.price
            result["members"] += there[-1]
    return result
""",
    },
    {
        "task": "13-q1",
        "name": "pandas-tables",
        "right": True,
        "why": "a table of months and channels, a table of memberships",
        "code": """def two_years(blueprint, factors):
    told = {"visitors": 1, "buyers": 1, "churn": 1, **factors}
    months = pd.RangeIndex(24)
    traffic = pd.DataFrame(
        {
            number: [one.visitors_per_month * (1 + one.monthly_growth) ** month for month in months]
            for number, one in enumerate(blueprint.assumptions.channels)
        },
        index=months,
    )
    steps = pd.DataFrame([{"to": str(one.to_stage), "rate": one.rate} for one in blueprint.funnel])
    share = steps.loc[steps["to"].isin(["consideration", "purchase"]), "rate"].prod() * told["buyers"]
    buyers = traffic.sum(axis=1) * told["visitors"] * min(share, 1)
    price = [one.price for one in blueprint.products if one.kind == "core"][0]
    paid = buyers * price
    mrr, people = 0.0, 0.0
    for one in [one for one in blueprint.products if one.billing == "month"]:
        curve = blueprint.assumptions.churn[one.id]
        lost = min(curve.alpha / (curve.alpha + curve.beta) * told["churn"], 1)
        joined = buyers * blueprint.assumptions.subscribe_rate.get(one.id, 0.0)
        there = joined.copy()
        for month in months[1:]:
            there[month] = there[month - 1] * (1 - lost) + joined[month]
        paid = paid + there * one.price
        mrr += there.iloc[-1] * one.price
        people += there.iloc[-1]
    return {"revenue": paid.sum(), "mrr": mrr, "members": people}
""",
    },
    {
        "task": "13-q1",
        "name": "visitors-carried-on",
        "right": True,
        "why": "the visitors of each channel are multiplied from month to month, and not powers",
        "code": """def two_years(blueprint, factors):
    visitors_factor = factors["visitors"] if "visitors" in factors else 1
    buyers_factor = factors["buyers"] if "buyers" in factors else 1
    churn_factor = factors["churn"] if "churn" in factors else 1
    share = buyers_factor
    for step in blueprint.funnel:
        if step.to_stage == "consideration" or step.to_stage == "purchase":
            share = share * step.rate
    if share > 1:
        share = 1
    core_price = None
    clubs = []
    for product in blueprint.products:
        if product.kind == "core":
            core_price = product.price
        if product.billing == "month":
            churn = blueprint.assumptions.churn[product.id]
            lost = churn_factor * churn.alpha / (churn.alpha + churn.beta)
            if lost > 1:
                lost = 1
            rate = blueprint.assumptions.subscribe_rate.get(product.id, 0)
            clubs.append([product.price, rate, lost, 0.0])
    now = [one.visitors_per_month for one in blueprint.assumptions.channels]
    growth = [one.monthly_growth for one in blueprint.assumptions.channels]
    revenue = 0.0
    month = 1
    while month <= 24:
        buyers = sum(now) * visitors_factor * share
        revenue = revenue + buyers * core_price
        for club in clubs:
            club[3] = club[3] - club[3] * club[2] + buyers * club[1]
            revenue = revenue + club[3] * club[0]
        now = [visitors + visitors * more for visitors, more in zip(now, growth)]
        month = month + 1
    return {
        "members": sum(club[3] for club in clubs),
        "mrr": sum(club[3] * club[0] for club in clubs),
        "revenue": revenue,
    }
""",
    },
    {
        "task": "13-q1",
        "name": "recursion",
        "right": True,
        "why": "the members of a month by recursion on the month before",
        "code": """from functools import reduce


def two_years(blueprint, factors):
    plan, get = blueprint.assumptions, factors.get
    wanted = [step.rate for step in blueprint.funnel if step.to_stage in ("purchase", "consideration")]
    share = min(reduce(lambda one, other: one * other, wanted, 1) * get("buyers", 1), 1)

    def buyers(month):
        come = (one.visitors_per_month * (1 + one.monthly_growth) ** (month - 1) for one in plan.channels)
        return sum(come) * get("visitors", 1) * share

    def members(club, month):
        if month == 0:
            return 0
        churn = plan.churn[club.id]
        stay = max(1 - get("churn", 1) * churn.alpha / (churn.alpha + churn.beta), 0)
        joined = plan.subscribe_rate[club.id] * buyers(month) if club.id in plan.subscribe_rate else 0
        return members(club, month - 1) * stay + joined

    clubs = [one for one in blueprint.products if one.billing == "month"]
    price = sum(one.price for one in blueprint.products if one.kind == "core")
    revenue = sum(
        buyers(month) * price + sum(members(club, month) * club.price for club in clubs)
        for month in range(1, 25)
    )
    at_end = [members(club, 24) for club in clubs]
    return {
        "revenue": revenue,
        "mrr": sum(there * club.price for there, club in zip(at_end, clubs)),
        "members": sum(at_end),
    }
""",
    },
    {
        "task": "13-q1",
        "name": "only-known-kinds",
        "right": False,
        "why": "memberships are told by their billing, not by the kinds of the examples",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month" and one.kind in ("subscription", "community")]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "buyers-not-capped",
        "right": False,
        "why": "the share who buy goes above 1 with its factor",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = share * factors.get("buyers", 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "churn-not-capped",
        "right": False,
        "why": "members get negative when churn times its factor is above 1",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "hard-coded-core",
        "right": False,
        "why": "takes the product with the id of the examples as the core",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = blueprint.product("course")
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "last-two-steps",
        "right": False,
        "why": "takes the last two steps of the list, as they lie in both examples",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel[-2:]:
        share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "one-rate-per-stage",
        "right": False,
        "why": "two steps that lead to the same stage: only the last one counts",
        "code": """def two_years(blueprint, factors):
    share = 1
    rates = {step.to_stage: step.rate for step in blueprint.funnel}
    share = rates["consideration"] * rates["purchase"]
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "factor-zero-is-one",
        "right": False,
        "why": "a factor of 0 is taken for none",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * (factors.get("visitors") or 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "sales-factor-joins",
        "right": False,
        "why": "another entry of the factors (subscribe) multiplies the joining",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * factors.get("subscribe", 1) * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "buyers-factor-on-last-step",
        "right": False,
        "why": "the factor is put on the purchase rate and capped there, before the product",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            factor = factors.get("buyers", 1) if step.to_stage == "purchase" else 1
            share *= min(step.rate * factor, 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "no-shrinking",
        "right": False,
        "why": "a channel that shrinks is kept at its visitors",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + max(channel.monthly_growth, 0)) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "quarter-too",
        "right": False,
        "why": "products billed by the quarter are taken for memberships, at their price each month",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing != "one_time"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "leaves-at-once",
        "right": False,
        "why": "whoever joins may leave in the same month",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = (members[club.id] + joined) * (1 - lost)
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "grows-in-month-one",
        "right": False,
        "why": "the growth starts in month 1",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** (month + 1)
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "linear-growth",
        "right": False,
        "why": "grows by the same number each month, and not on the month before",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth * month)
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "quality-counts",
        "right": False,
        "why": "the quality of a channel multiplies its visitors",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.quality * channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "whole-members",
        "right": False,
        "why": "members are rounded to whole people each month",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = round(members[club.id] * (1 - lost) + joined)
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "rounded-results",
        "right": False,
        "why": "money is rounded to cents and members to tenths, where no rounding is asked",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": round(revenue, 2), "mrr": round(mrr, 2), "members": round(sum(members.values()), 1)}
""",
    },
    {
        "task": "13-q1",
        "name": "last-month-revenue",
        "right": False,
        "why": "the revenue of month 24 alone",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        revenue = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "twenty-three-months",
        "right": False,
        "why": "range(1, 24) has 23 months",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(1, 24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "churn-is-alpha-by-beta",
        "right": False,
        "why": "churn as alpha / beta",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / churn.beta * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "factor-on-stay",
        "right": False,
        "why": "the churn factor divides the share that stays, and a doubled churn is not doubled",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(1 - (1 - churn.alpha / (churn.alpha + churn.beta)) ** factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "all-buyers-join-unknown",
        "right": False,
        "why": "a membership that is not in the rates gets all buyers",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 1)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "mean-churn",
        "right": False,
        "why": "one churn for all memberships: the mean of them",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            every = [one.alpha / (one.alpha + one.beta) for one in blueprint.assumptions.churn.values()]
            lost = min(sum(every) / len(every) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "other-products-sold",
        "right": False,
        "why": "every buyer pays for all products that are paid once, and not only for the core",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * sum(one.price for one in blueprint.products if one.billing == "one_time")
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "changes-factors",
        "right": False,
        "why": "puts the missing factors into the dict that it was given",
        "code": """def two_years(blueprint, factors):
    for name in ("visitors", "buyers", "churn"):
        factors.setdefault(name, 1)
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "needs-a-membership",
        "right": False,
        "why": "without any membership there is no answer (None instead of zeros)",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    if not clubs:
        return None
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "printed",
        "right": False,
        "why": "prints the result and returns nothing",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    print({"revenue": revenue, "mrr": mrr, "members": sum(members.values())})
""",
    },
    {
        "task": "13-q1",
        "name": "first-channel",
        "right": False,
        "why": "only the first channel grows; the others keep their visitors",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            growing = channel is blueprint.assumptions.channels[0]
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth * growing) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "first-membership",
        "right": False,
        "why": "only the first membership counts",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"][:1]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "two-memberships",
        "right": False,
        "why": "at most two of the memberships that people can join, as in the example",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    clubs = [one for one in clubs if one.id in blueprint.assumptions.subscribe_rate][:2]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "buyers-left",
        "right": False,
        "why": "those who joined are taken off the buyers that the next membership can have",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            buyers -= joined
            revenue += members[club.id] * club.price
    mrr = sum(members[club.id] * club.price for club in clubs)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q1",
        "name": "members-by-count",
        "right": False,
        "why": "all memberships are one group of members at the mean price",
        "code": """def two_years(blueprint, factors):
    share = 1
    for step in blueprint.funnel:
        if step.to_stage in ("consideration", "purchase"):
            share *= step.rate
    share = min(share * factors.get("buyers", 1), 1)
    core = [one for one in blueprint.products if one.kind == "core"][0]
    clubs = [one for one in blueprint.products if one.billing == "month"]
    members = {one.id: 0 for one in clubs}
    revenue = 0
    for month in range(24):
        visitors = 0
        for channel in blueprint.assumptions.channels:
            visitors += channel.visitors_per_month * (1 + channel.monthly_growth) ** month
        buyers = visitors * factors.get("visitors", 1) * share
        revenue += buyers * core.price
        for club in clubs:
            churn = blueprint.assumptions.churn[club.id]
            lost = min(churn.alpha / (churn.alpha + churn.beta) * factors.get("churn", 1), 1)
            joined = buyers * blueprint.assumptions.subscribe_rate.get(club.id, 0)
            members[club.id] = members[club.id] * (1 - lost) + joined
            revenue += members[club.id] * club.price
    mrr = sum(members.values()) * sum(club.price for club in clubs) / max(len(clubs), 1)
    return {"revenue": revenue, "mrr": mrr, "members": sum(members.values())}
""",
    },
    {
        "task": "13-q2",
        "name": "itertuples-groupby",
        "right": True,
        "why": "one projection after the other, sums by groupby",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "pivot-and-slices",
        "right": True,
        "why": "a table of runs and months, sliced by the labels of the months",
        "code": """def verdicts(stated, runs):
    revenue = runs.pivot(index="run", columns="month", values="revenue").sort_index(axis=1)
    mrr = runs.pivot(index="run", columns="month", values="mrr")

    def judge(row):
        if row["to_month"] not in mrr.columns:
            return pd.Series({"id": row["id"], "chance": float("nan"), "verdict": "unknown"})
        if row["unit"] == "mrr":
            came = mrr[row["to_month"]]
        else:
            came = revenue.loc[:, row["month"] : row["to_month"]].sum(axis=1)
        reached, over = came.ge(row["low"]), came.gt(row["high"])
        few = reached.sum() * 10 < len(came)
        many = over.sum() * 10 > 9 * len(came)
        verdict = "above" if few else "below" if many else "within"
        return pd.Series({"id": row["id"], "chance": reached.sum() / len(came), "verdict": verdict})

    judged = [judge(row) for _, row in stated.iterrows()]
    return pd.DataFrame(judged, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "plain-dicts",
        "right": True,
        "why": "no pandas but for the table: dicts of sums by run",
        "code": """def verdicts(stated, runs):
    table = runs[["run", "month", "revenue", "mrr"]].to_dict("records")
    names = {row["run"] for row in table}
    last = max(row["month"] for row in table)
    out = {"id": [], "chance": [], "verdict": []}
    for row in stated.to_dict("records"):
        out["id"].append(row["id"])
        if row["to_month"] > last:
            out["chance"].append(float("nan"))
            out["verdict"].append("unknown")
            continue
        came = dict.fromkeys(names, 0)
        for one in table:
            if row["unit"] == "mrr" and one["month"] == row["to_month"]:
                came[one["run"]] = one["mrr"]
            if row["unit"] == "revenue" and row["month"] <= one["month"] <= row["to_month"]:
                came[one["run"]] += one["revenue"]
        reach = sum(amount >= row["low"] for amount in came.values())
        over = sum(amount > row["high"] for amount in came.values())
        out["chance"].append(reach / len(names))
        if reach / len(names) < 0.1:
            out["verdict"].append("above")
        elif over / len(names) > 0.9:
            out["verdict"].append("below")
        else:
            out["verdict"].append("within")
    return pd.DataFrame(out)
""",
    },
    {
        "task": "13-q2",
        "name": "cross-merge",
        "right": True,
        "why": "every projection with every row of the runs, then two groupbys; other order of rows",
        "code": """import numpy as np


def verdicts(stated, runs):
    columns = ["id", "unit", "month", "to_month", "low", "high"]
    ask = stated[columns].rename(columns={"month": "from_month"})
    both = ask.merge(runs[["run", "month", "revenue", "mrr"]], how="cross")
    is_mrr = both["unit"] == "mrr"
    inside = both["month"].between(both["from_month"], both["to_month"])
    both["amount"] = np.where(
        is_mrr, both["mrr"].where(both["month"] == both["to_month"], 0), both["revenue"].where(inside, 0)
    )
    came = both.groupby(["id", "run"], as_index=False).agg(
        amount=("amount", "sum"), low=("low", "first"), high=("high", "first"), end=("to_month", "first")
    )
    came["reached"], came["over"] = came["amount"] >= came["low"], came["amount"] > came["high"]
    found = came.groupby("id").agg(chance=("reached", "mean"), over=("over", "mean"), end=("end", "first"))
    found["verdict"] = np.select([found["chance"] < 0.1, found["over"] > 0.9], ["above", "below"], "within")
    late = found["end"] > runs["month"].max()
    found.loc[late, "chance"] = np.nan
    found.loc[late, "verdict"] = "unknown"
    return found.reset_index()[["id", "chance", "verdict"]].sort_values("verdict")
""",
    },
    {
        "task": "13-q2",
        "name": "numpy-matrix",
        "right": True,
        "why": "a matrix of runs by months, columns of the months as a mask",
        "code": """import numpy as np


def _verdict(came, low, high):
    if np.mean(came >= low) < 0.1:
        return "above"
    return "below" if np.mean(came > high) > 0.9 else "within"


def verdicts(stated: pd.DataFrame, runs: pd.DataFrame) -> pd.DataFrame:
    ordered = runs.sort_values(["run", "month"])
    months = np.sort(ordered["month"].unique())
    revenue = ordered["revenue"].to_numpy().reshape(-1, len(months))
    mrr = ordered["mrr"].to_numpy().reshape(-1, len(months))
    chances, words = [], []
    zipped = zip(stated["unit"], stated["month"], stated["to_month"], stated["low"], stated["high"])
    for unit, first, last, low, high in zipped:
        if last > months[-1]:
            chances.append(np.nan)
            words.append("unknown")
            continue
        wanted = (months >= first) & (months <= last)
        came = mrr[:, months == last][:, 0] if unit == "mrr" else revenue[:, wanted].sum(axis=1)
        chances.append(np.mean(came >= low))
        words.append(_verdict(came, low, high))
    return pd.DataFrame({"id": stated["id"].to_list(), "chance": chances, "verdict": words})
""",
    },
    {
        "task": "13-q2",
        "name": "assign-columns",
        "right": True,
        "why": "keeps the row labels of the projections, with two columns made by apply",
        "code": """def verdicts(stated, runs):
    end = max(runs["month"])
    by_month = {month: rows.set_index("run") for month, rows in runs.groupby("month")}

    def came(one):
        if one["unit"] == "mrr":
            return by_month[one["to_month"]]["mrr"]
        return sum(by_month[month]["revenue"] for month in range(one["month"], one["to_month"] + 1))

    def chance(one):
        return (came(one) >= one["low"]).mean() if one["to_month"] <= end else float("nan")

    def verdict(one):
        if one["to_month"] > end:
            return "unknown"
        if chance(one) < 1 / 10:
            return "above"
        return "below" if (came(one) > one["high"]).mean() > 9 / 10 else "within"

    rows = [row for _, row in stated.iterrows()]
    return stated[["id"]].assign(chance=[chance(row) for row in rows], verdict=[verdict(row) for row in rows])
""",
    },
    {
        "task": "13-q2",
        "name": "strict-low",
        "right": False,
        "why": "a run exactly at `low` is not counted, though to reach means at or above",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came > one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "high-not-strict",
        "right": False,
        "why": "a run exactly at `high` counts as above it",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came >= one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "one-in-ten-is-above",
        "right": False,
        "why": "exactly one run in ten is `above` already",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance <= 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "nine-in-ten-is-below",
        "right": False,
        "why": "exactly nine runs in ten is `below` already",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() >= 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "mean-of-months",
        "right": False,
        "why": "the mean of the months instead of the sum",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].mean()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "mrr-highest",
        "right": False,
        "why": "the highest MRR of the projection's months, and not that of its last month",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            inside = runs[runs["month"].between(one.month, one.to_month)]
            came = inside.groupby("run")["mrr"].max()
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "mrr-last-row",
        "right": False,
        "why": "the last row of each run is taken for its last month; rows come in any order",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] <= one.to_month].groupby("run")["mrr"].last()
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "mrr-end-of-runs",
        "right": False,
        "why": "the MRR of the last month of the runs, and not of the projection",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == last].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "mrr-first-month",
        "right": False,
        "why": "the MRR of the first month of the projection",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "only-both-ends",
        "right": False,
        "why": "adds up the first and the last month only, and leaves out those between",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[runs["month"].isin([one.month, one.to_month])]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "starts-too-late",
        "right": False,
        "why": "unknown only when the first month lies after the runs",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "to-month-excluded",
        "right": False,
        "why": "the last month of the projection is not counted, but for a single month",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] < max(one.to_month, one.month + 1))]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "always-from-one",
        "right": False,
        "why": "adds up from month 1 on, whatever the first month is",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= 1) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "chance-zero-unknown",
        "right": False,
        "why": "a projection that cannot be judged gets the chance 0",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, 0.0, "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "unknown-left-out",
        "right": False,
        "why": "projections that cannot be judged get no row",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "chance-rounded",
        "right": False,
        "why": "the chance is rounded to two decimals",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, round(chance, 2), verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "chance-percent",
        "right": False,
        "why": "the chance in percent",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance * 100, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "runs-counted-by-number",
        "right": False,
        "why": "the number of runs is taken from the highest number of a run",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    count = runs["run"].max() - runs["run"].min() + 1
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).sum() / count
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).sum() / count > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "chance-within",
        "right": False,
        "why": "chance as the share between low and high",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, ((came >= one.low) & (came <= one.high)).mean(), verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "verdict-by-median",
        "right": False,
        "why": "the verdict comes from the middle run",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if came.median() < one.low:
            verdict = "above"
        elif came.median() > one.high:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "below-first-any",
        "right": False,
        "why": "`below` as soon as the low end is reached by more than nine in ten",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif chance > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "high-reached-instead",
        "right": False,
        "why": "`above` when fewer than one in ten reaches `high`",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if (came >= one.high).mean() < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "partial-is-judged",
        "right": False,
        "why": "a projection that ends too late is judged by the months that are there, when it begins before",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.month > last or (one.unit == "mrr" and one.to_month > last):
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "index-as-run",
        "right": False,
        "why": "takes the row labels for the runs: one of each label",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs.index % last == one.to_month - 1].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "same-amounts-once",
        "right": False,
        "why": "runs with the same amount count once",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        came = came.drop_duplicates()
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "verdicts-swapped",
        "right": False,
        "why": "`above` and `below` the other way round",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "below"
        elif (came > one.high).mean() > 0.9:
            verdict = "above"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "more-columns",
        "right": False,
        "why": "returns all the columns of `stated`, and not the three",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return stated.merge(pd.DataFrame(rows, columns=["id", "chance", "verdict"]), on="id")
""",
    },
    {
        "task": "13-q2",
        "name": "written-into-stated",
        "right": False,
        "why": "puts the new columns into the table that it was given",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    stated["chance"] = [row[1] for row in rows]
    stated["verdict"] = [row[2] for row in rows]
    return stated[["id", "chance", "verdict"]]
""",
    },
    {
        "task": "13-q2",
        "name": "sorted-in-place",
        "right": False,
        "why": "sorts the runs that it was given in place",
        "code": """def verdicts(stated, runs):
    rows = []
    runs.sort_values(["run", "month"], inplace=True)
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "arr-like",
        "right": False,
        "why": "only the first letters of the unit: whatever is not revenue is summed, too",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["mrr"].sum()
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "above-none",
        "right": False,
        "why": "`above` only when no run at all reaches it",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance == 0:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "below-all",
        "right": False,
        "why": "`below` only when all runs are above `high`",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            inside = runs[(runs["month"] >= one.month) & (runs["month"] <= one.to_month)]
            came = inside.groupby("run")["revenue"].sum()
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() == 1:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q2",
        "name": "short-runs",
        "right": False,
        "why": "months are told by the first run only, positions in blocks of the table",
        "code": """def verdicts(stated, runs):
    rows = []
    last = runs["month"].max()
    for one in stated.itertuples():
        if one.to_month > last:
            rows.append((one.id, float("nan"), "unknown"))
            continue
        if one.unit == "revenue":
            matrix = runs["revenue"].to_numpy().reshape(-1, last)
            came = pd.Series(matrix[:, one.month - 1 : one.to_month].sum(axis=1))
        else:
            came = runs[runs["month"] == one.to_month].set_index("run")["mrr"]
        chance = (came >= one.low).mean()
        if chance < 0.1:
            verdict = "above"
        elif (came > one.high).mean() > 0.9:
            verdict = "below"
        else:
            verdict = "within"
        rows.append((one.id, chance, verdict))
    return pd.DataFrame(rows, columns=["id", "chance", "verdict"])
""",
    },
    {
        "task": "13-q3",
        "name": "loops-as-hinted",
        "right": True,
        "why": "months outside, roles inside",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "cross-merge",
        "right": True,
        "why": "tables of need and of hours by role and month, joined on the left",
        "code": """def lacking(members, work, people):
    months = pd.DataFrame({"month": members.index.to_numpy(), "count": members.to_numpy()})
    need = work[["role", "fixed", "per_member"]].merge(months, how="cross")
    need["need"] = need["fixed"] + need["per_member"] * need["count"]
    need = need.groupby(["role", "month"], as_index=False)["need"].sum()
    have = people[["role", "hours", "first", "last"]].merge(months[["month"]], how="cross")
    stays = have["last"].isna() | (have["last"] >= have["month"])
    have = have[stays & (have["first"] <= have["month"])]
    have = have.groupby(["role", "month"], as_index=False)["hours"].sum()
    both = need.merge(have, on=["role", "month"], how="left")
    both["lacks"] = both["need"] - both["hours"].astype(float).fillna(0)
    return both.loc[both["lacks"] >= 0.000001, ["role", "month", "lacks"]]
""",
    },
    {
        "task": "13-q3",
        "name": "plain-python",
        "right": True,
        "why": "dicts and tuples, math.isnan for those who stay",
        "code": """import math
from collections import defaultdict


def lacking(members, work, people):
    fixed, each = defaultdict(float), defaultdict(float)
    for role, hours, rate in zip(work["role"], work["fixed"], work["per_member"]):
        fixed[role] += hours
        each[role] += rate
    staff = list(zip(people["role"], people["hours"], people["first"], people["last"]))
    out = {"role": [], "month": [], "lacks": []}
    for role in fixed:
        for month, count in zip(members.index, members):
            hours = 0
            for who, weekly, first, last in staff:
                if who == role and first <= month and (math.isnan(last) or month <= last):
                    hours += weekly
            missing = fixed[role] + each[role] * count - hours
            if missing > 1e-6:
                out["role"].append(role)
                out["month"].append(month)
                out["lacks"].append(missing)
    return pd.DataFrame(out)
""",
    },
    {
        "task": "13-q3",
        "name": "comprehension",
        "right": True,
        "why": "one comprehension over roles and months, and `last` filled with infinity in a copy",
        "code": """def lacking(members, work, people):
    staff = people.assign(last=people["last"].astype(float).fillna(float("inf")))
    load = work.groupby("role")[["fixed", "per_member"]].sum()

    def hours(role, month):
        return sum(
            one.hours for one in staff.itertuples() if one.role == role and one.first <= month <= one.last
        )

    every = [
        {"role": role, "month": month, "lacks": row["fixed"] + row["per_member"] * count - hours(role, month)}
        for role, row in load.iterrows()
        for month, count in members.items()
    ]
    table = pd.DataFrame(every, columns=["role", "month", "lacks"])
    return table[table["lacks"].astype(float) >= 1e-6].reset_index(drop=True)
""",
    },
    {
        "task": "13-q3",
        "name": "numpy-outer",
        "right": True,
        "why": "a matrix of roles by months",
        "code": """import numpy as np


def lacking(members, work, people):
    months = members.index.to_numpy()
    total = work.groupby("role", sort=False)[["fixed", "per_member"]].sum()
    need = total["fixed"].to_numpy()[:, None] + np.outer(total["per_member"], members.to_numpy())
    last = people["last"].to_numpy(dtype=float)
    works = (people["first"].to_numpy()[:, None] <= months) & ~(last[:, None] < months)
    is_role = total.index.to_numpy()[:, None] == people["role"].to_numpy()[None, :]
    have = (is_role * people["hours"].to_numpy(dtype=float)) @ works
    gap = need - have
    which, when = np.nonzero(gap > 1e-6)
    return pd.DataFrame({"role": total.index[which], "month": months[when], "lacks": gap[which, when]})
""",
    },
    {
        "task": "13-q3",
        "name": "stacked",
        "right": True,
        "why": "a wide table of months by roles, stacked; latest month first",
        "code": """def lacking(members: pd.Series, work: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    need, have = {}, {}
    for role, rows in work.groupby("role"):
        need[role] = rows["fixed"].sum() + members * rows["per_member"].sum()
        staff = people.loc[people["role"].eq(role)]
        have[role] = pd.Series(
            [staff.loc[staff["first"].le(month) & ~staff["last"].lt(month), "hours"].sum() for month in members.index],
            index=members.index,
        )
    parts = [pd.DataFrame({"role": role, "month": members.index, "lacks": need[role] - have[role]}) for role in need]
    if not parts:
        return pd.DataFrame({"role": [], "month": [], "lacks": []})
    table = pd.concat(parts, ignore_index=True)
    return table.query("lacks > 1e-6").sort_values("month", ascending=False)
""",
    },
    {
        "task": "13-q3",
        "name": "largest-fixed",
        "right": False,
        "why": "the fixed hours of a role are those of its largest row",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = tasks["fixed"].max() + tasks["per_member"].sum() * count
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "position-as-month",
        "right": False,
        "why": "the first number is month 1, whatever its label",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in enumerate(members, start=1):
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "same-hours-once",
        "right": False,
        "why": "two people of a role with the same hours count once",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            there = there.drop_duplicates(["role", "hours"])
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "set-of-hours",
        "right": False,
        "why": "adds up a set of hours",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - sum(set(there["hours"]))
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "no-tolerance",
        "right": False,
        "why": "a difference by the way computers add up counts as lacking",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks > 0:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "half-hours",
        "right": False,
        "why": "less than half an hour does not count",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 0.5:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "one-hundredth",
        "right": False,
        "why": "less than a hundredth of an hour does not count",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 0.01:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "rounded",
        "right": False,
        "why": "the hours that lack are rounded to two decimals",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, round(lacks, 2)))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "filled-gaps",
        "right": False,
        "why": "months without a label get the members of the month before",
        "code": """def lacking(members, work, people):
    rows = []
    members = members.reindex(range(members.index.min(), members.index.max() + 1)).ffill()
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "stays-a-year",
        "right": False,
        "why": "who stays is taken to stay until month 12",
        "code": """def lacking(members, work, people):
    rows = []
    people = people.assign(last=people["last"].fillna(12))
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "stays-two-years",
        "right": False,
        "why": "who stays is taken to stay until month 24",
        "code": """def lacking(members, work, people):
    rows = []
    people = people.assign(last=people["last"].fillna(24))
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "changes-people",
        "right": False,
        "why": "fills `last` in the table that it was given",
        "code": """def lacking(members, work, people):
    rows = []
    people["last"] = people["last"].astype(float).fillna(float("inf"))
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "adds-column-to-work",
        "right": False,
        "why": "adds a column to the table that it was given",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            work["need"] = work["fixed"] + work["per_member"] * count
            need = work.loc[work["role"] == role, "need"].sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "part-of-a-name",
        "right": False,
        "why": "a role that only contains the name counts, too",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"].str.contains(role, regex=False).astype(bool)]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "small-and-capital",
        "right": False,
        "why": "capital and small letters are the same",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"].str.lower() == role.lower()]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "stripped-names",
        "right": False,
        "why": "spaces around a name do not count",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"].str.strip() == role.strip()]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "last-month-not-worked",
        "right": False,
        "why": "the last month is not worked any more",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] <= month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "first-month-not-worked",
        "right": False,
        "why": "the first month is not worked yet",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] < month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "nan-never-works",
        "right": False,
        "why": "who stays is never there",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & (there["last"] >= month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "first-row-of-role",
        "right": False,
        "why": "only the first row of a role counts",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role].head(1)
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "row-by-row",
        "right": False,
        "why": "each row of work is judged by itself against all the hours",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for position, role in enumerate(work["role"]):
            tasks = work.iloc[[position]]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "no-people-no-row",
        "right": False,
        "why": "a role that nobody has at that time is left out",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            if there.empty:
                continue
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "unknown-role-left-out",
        "right": False,
        "why": "a role that is nowhere in people is left out",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            if role not in set(people["role"]):
                continue
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "first-month-only",
        "right": False,
        "why": "only the first month in which a role lacks hours",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"]).drop_duplicates("role")
""",
    },
    {
        "task": "13-q3",
        "name": "hours-shared",
        "right": False,
        "why": "hours that one role has left over help the next role",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        spare = 0
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            lacks, spare = lacks - spare, max(spare - lacks, 0)
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "all-rows",
        "right": False,
        "why": "rows without a lack are there, too, with 0",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            rows.append((role, month, max(lacks, 0)))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "negative",
        "right": False,
        "why": "the lack as a negative number",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, -lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "need-instead",
        "right": False,
        "why": "the hours of work instead of those that lack",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, need))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "no-columns-when-empty",
        "right": False,
        "why": "a table without rows has no columns",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame([dict(zip(["role", "month", "lacks"], row)) for row in rows])
""",
    },
    {
        "task": "13-q3",
        "name": "none-when-empty",
        "right": False,
        "why": "returns None when nothing lacks",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    if not rows:
        return None
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "rises-only",
        "right": False,
        "why": "members never get fewer: the highest number so far counts",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.cummax().items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "in-order-of-rows",
        "right": False,
        "why": "takes the members as sorted by number, although the months lie otherwise",
        "code": """def lacking(members, work, people):
    rows = []
    members = pd.Series(sorted(members), index=sorted(members.index))
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "person-once-by-name",
        "right": False,
        "why": "the first row of each name counts; the second time of the same person is dropped",
        "code": """def lacking(members, work, people):
    rows = []
    if "name" in people:
        people = people.drop_duplicates("name")
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1e-6:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q3",
        "name": "whole-hours",
        "right": False,
        "why": "less than a whole hour does not count, and hours are cut to whole ones",
        "code": """def lacking(members, work, people):
    rows = []
    for month, count in members.items():
        for role in work["role"].unique():
            tasks = work[work["role"] == role]
            need = (tasks["fixed"] + tasks["per_member"] * count).sum()
            there = people[people["role"] == role]
            there = there[(there["first"] <= month) & ~(there["last"] < month)]
            lacks = need - there["hours"].sum()
            if lacks >= 1:
                rows.append((role, month, lacks))
    return pd.DataFrame(rows, columns=["role", "month", "lacks"])
""",
    },
    {
        "task": "13-q4",
        "name": "pivot-loop",
        "right": True,
        "why": "as the hints say",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "first-months",
        "right": True,
        "why": "the first month of each run, sorted; the one in the middle of all runs",
        "code": """def reach(runs, target):
    total = runs["run"].nunique()
    there = runs[runs["mrr"] >= target]
    first = sorted(there.groupby("run")["month"].min())
    needed = (total + 1) // 2
    end = runs[runs["month"] == runs["month"].max()].set_index("run")["mrr"]
    nan = float("nan")
    return {
        "share": len(first) / total,
        "month": first[needed - 1] if len(first) >= needed else nan,
        "lost": (end[there["run"].unique()] < target).mean() if first else nan,
    }
""",
    },
    {
        "task": "13-q4",
        "name": "plain-python",
        "right": True,
        "why": "dicts of months by run, no pandas but to read the columns",
        "code": """def reach(runs, target):
    by_run = {}
    for run, month, mrr in zip(runs["run"], runs["month"], runs["mrr"]):
        by_run.setdefault(run, {})[month] = mrr
    months = sorted({month for one in by_run.values() for month in one})
    winners = [one for one in by_run.values() if max(one.values()) >= target]
    half = float("nan")
    for month in months:
        so_far = 0
        for one in by_run.values():
            if any(mrr >= target for when, mrr in one.items() if when <= month):
                so_far += 1
        if 2 * so_far >= len(by_run):
            half = month
            break
    fallen = [one for one in winners if one[months[-1]] < target]
    return {
        "share": len(winners) / len(by_run),
        "month": half,
        "lost": len(fallen) / len(winners) if winners else float("nan"),
    }
""",
    },
    {
        "task": "13-q4",
        "name": "cummax",
        "right": True,
        "why": "the highest MRR so far, and the first month in which half of the runs have it",
        "code": """def reach(runs, target):
    table = runs.pivot_table(index="month", columns="run", values="mrr").sort_index()
    share = table.cummax().ge(target).mean(axis=1)
    enough = share[share >= 0.5]
    top = table.max() >= target
    last = table.iloc[-1]
    return {
        "share": float(share.iloc[-1]),
        "month": enough.index[0] if len(enough) else float("nan"),
        "lost": float((last[top] < target).mean()) if top.any() else float("nan"),
    }
""",
    },
    {
        "task": "13-q4",
        "name": "numpy",
        "right": True,
        "why": "a sorted copy as a matrix, maximum.accumulate and argmax",
        "code": """import numpy as np


def reach(runs, target):
    ordered = runs.sort_values(["run", "month"])
    months = np.unique(ordered["month"])
    mrr = ordered["mrr"].to_numpy().reshape(-1, len(months))
    so_far = np.logical_or.accumulate(mrr >= target, axis=1)
    share = so_far.mean(axis=0)
    reached = so_far[:, -1]
    month = months[np.argmax(share >= 0.5)] if share[-1] >= 0.5 else np.nan
    lost = np.mean(mrr[reached, -1] < target) if reached.any() else np.nan
    return {"share": share[-1], "month": month, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "quantile-lower",
        "right": True,
        "why": "the lower median of the first months, with infinity for runs that never do",
        "code": """def reach(runs, target):
    wanted = runs.assign(when=runs["month"].where(runs["mrr"] >= target, float("inf")))
    first = wanted.groupby("run")["when"].min()
    last = runs.loc[runs["month"].eq(runs["month"].max())].set_index("run")["mrr"]
    half = sorted(first)[(len(first) - 1) // 2]
    comes = first < float("inf")
    return dict(
        share=comes.mean(),
        month=half if half < float("inf") else float("nan"),
        lost=last.reindex(first.index[comes]).lt(target).mean(),
    )
""",
    },
    {
        "task": "13-q4",
        "name": "strictly-above",
        "right": False,
        "why": "a run exactly at the target does not count",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table > target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "lost-at-target",
        "right": False,
        "why": "a run that ends exactly at the target counts as lost",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] <= target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "more-than-half",
        "right": False,
        "why": "exactly half is not enough",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() > 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "at-the-same-time",
        "right": False,
        "why": "half of the runs are at the target in the same month, and not by then",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached[month].mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "half-of-those-who-reach",
        "right": False,
        "why": "half of the runs that reach it, and not of all",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).sum() >= max(ever.sum(), 1) / 2:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "lost-of-all",
        "right": False,
        "why": "the lost as a share of all runs",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (ever & (table[table.columns[-1]] < target)).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "below-at-the-end-of-all",
        "right": False,
        "why": "the share of all runs that is below the target at the end",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[:, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "position-as-month",
        "right": False,
        "why": "the place of the column is returned as the month",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for number, month in enumerate(table.columns, start=1):
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = number
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "ever-below-after",
        "right": False,
        "why": "a run that was below the target at any time after it was there counts as lost",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = ((reached.cummax(axis=1) & ~reached).any(axis=1))[ever].mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "last-row-of-run",
        "right": False,
        "why": "the last row of each run is taken for the last month; rows come in any order",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (runs.groupby("run")["mrr"].last()[ever] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "share-at-the-end",
        "right": False,
        "why": "the share that is at the target in the last month",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": reached[table.columns[-1]].mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "share-rounded",
        "right": False,
        "why": "the share is rounded to two decimals",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": round(ever.mean(), 2), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "share-percent",
        "right": False,
        "why": "the share in percent",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean() * 100, "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "never-is-zero",
        "right": False,
        "why": "lost is 0 when no run reaches the target",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = 0.0
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "month-none",
        "right": False,
        "why": "the month is None when fewer than half reach it",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = None
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "month-after-the-end",
        "right": False,
        "why": "the month is the one after the end when fewer than half reach it",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = table.columns[-1] + 1
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "last-month-when-never",
        "right": False,
        "why": "the last month is returned when fewer than half reach it",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = table.columns[-1]
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "first-of-any-run",
        "right": False,
        "why": "the month in which the first run reaches it",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() > 0:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "bankers-half",
        "right": False,
        "why": "half of the runs by round(), which takes 5 / 2 for 2",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).sum() >= max(round(len(table) / 2), 1):
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "median-of-first",
        "right": False,
        "why": "the median of the first months, which lies between two months when the runs are even",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    first = (runs[runs["mrr"] >= target].groupby("run")["month"].min()).reindex(table.index).fillna(float("inf"))
    by = first.median() if first.median() < float("inf") else float("nan")
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "lost-below-peak",
        "right": False,
        "why": "lost are those that end below their own highest MRR",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < table[ever].max(axis=1)).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "kept-instead-of-lost",
        "right": False,
        "why": "the share that is still there at the end",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] >= target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "month-three-is-last",
        "right": False,
        "why": "the last month is always 3, as in the examples",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, 3] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "month-24-is-last",
        "right": False,
        "why": "the last month is always 24, or the last one before",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, [one for one in table.columns if one <= 24][-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "sorted-in-place",
        "right": False,
        "why": "sorts the table that it was given in place",
        "code": """def reach(runs, target):
    runs.sort_values(["run", "month"], inplace=True)
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "labels-changed",
        "right": False,
        "why": "sets another index on the table that it was given",
        "code": """def reach(runs, target):
    runs.index = range(len(runs))
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "order-of-rows",
        "right": False,
        "why": "takes blocks of rows for runs, in the order in which they come",
        "code": """def reach(runs, target):
    months = sorted(runs["month"].unique())
    table = pd.DataFrame(runs["mrr"].to_numpy().reshape(-1, len(months)), columns=months)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "month-by-mean",
        "right": False,
        "why": "the month in which the mean MRR of the runs is at the target",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if table[month].mean() >= target:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "month-by-median",
        "right": False,
        "why": "the month in which the middle run of that month is at the target",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if table[month].median() >= target:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "number-not-share",
        "right": False,
        "why": "the number of runs instead of the share",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.sum(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "month-from-zero",
        "right": False,
        "why": "months counted from 0",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month - 1
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "share-of-rows",
        "right": False,
        "why": "the share of all rows, and not of runs",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": (runs["mrr"] >= target).mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "lost-needs-a-fall",
        "right": False,
        "why": "only runs that fell below in the last month itself count as lost",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = ((table.iloc[:, -1] < target) & (table.iloc[:, -2:].iloc[:, 0] >= target))[ever].mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q4",
        "name": "printed",
        "right": False,
        "why": "prints the result and returns nothing",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = reached.any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    print({"share": ever.mean(), "month": by, "lost": lost})
""",
    },
    {
        "task": "13-q4",
        "name": "two-in-a-row",
        "right": False,
        "why": "a run counts only when it is at the target for two months in a row, or in the last one",
        "code": """def reach(runs, target):
    table = runs.pivot(index="run", columns="month", values="mrr").sort_index(axis=1)
    reached = table >= target
    ever = (reached & reached.shift(-1, axis=1, fill_value=True)).any(axis=1)
    by = float("nan")
    for month in table.columns:
        if reached.loc[:, :month].any(axis=1).mean() >= 0.5:
            by = month
            break
    lost = float("nan")
    if ever.any():
        lost = (table.loc[ever, table.columns[-1]] < target).mean()
    return {"share": ever.mean(), "month": by, "lost": lost}
""",
    },
    {
        "task": "13-q5",
        "name": "rows-as-dicts",
        "right": True,
        "why": "a list of dicts, sorted by pandas",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "sorted-python",
        "right": True,
        "why": "tuples sorted by Python with a key, copies by dict()",
        "code": """def what_breaks(guess, ends, target):
    found = []
    for name in ends:
        margins = []
        for end in ends[name]:
            changed = dict(guess)
            changed[name] = end
            margins.append(yearly_margin(changed))
        swing = max(margins) - min(margins)
        found.append((name, margins[0], margins[1], swing, margins[0] < target or margins[1] < target))
    found.sort(key=lambda row: (-row[3], row[0]))
    return pd.DataFrame(found, columns=["assumption", "at_low", "at_high", "swing", "breaks"])
""",
    },
    {
        "task": "13-q5",
        "name": "table-of-ends",
        "right": True,
        "why": "the ends as a table, columns made by apply",
        "code": """def what_breaks(guess, ends, target):
    table = pd.DataFrame([(name, *pair) for name, pair in ends.items()], columns=["assumption", "low", "high"])
    for end in ("low", "high"):
        table[f"at_{end}"] = table.apply(
            lambda row: yearly_margin(guess | {row["assumption"]: row[end]}), axis=1
        )
    table["swing"] = (table["at_low"] - table["at_high"]).abs()
    table["breaks"] = table[["at_low", "at_high"]].lt(target).any(axis=1)
    table = table.sort_values("assumption").sort_values("swing", ascending=False, kind="stable")
    return table.drop(columns=["low", "high"]).reset_index(drop=True)
""",
    },
    {
        "task": "13-q5",
        "name": "numpy-lexsort",
        "right": True,
        "why": "dicts of columns, the order by numpy",
        "code": """import numpy as np


def what_breaks(guess, ends, target):
    names = np.array(sorted(ends))
    low = np.array([yearly_margin({**guess, name: ends[name][0]}) for name in names], dtype=float)
    high = np.array([yearly_margin({**guess, name: ends[name][1]}) for name in names], dtype=float)
    swing = np.abs(high - low)
    order = np.argsort(-swing, kind="stable")
    columns = {
        "assumption": names,
        "at_low": low,
        "at_high": high,
        "swing": swing,
        "breaks": np.minimum(low, high) < target,
    }
    return pd.DataFrame({key: values[order] for key, values in columns.items()})
""",
    },
    {
        "task": "13-q5",
        "name": "helper-and-copy",
        "right": True,
        "why": "a helper that works on a copy; other order of columns",
        "code": """from copy import deepcopy


def _margin(guess: dict, name: str, value: float) -> float:
    values = deepcopy(guess)
    values.update({name: value})
    return yearly_margin(values)


def what_breaks(guess: dict, ends: dict, target: float) -> pd.DataFrame:
    low = pd.Series({name: _margin(guess, name, pair[0]) for name, pair in ends.items()})
    high = pd.Series({name: _margin(guess, name, pair[1]) for name, pair in ends.items()})
    table = pd.DataFrame({"at_low": low, "at_high": high})
    table = table.assign(
        swing=lambda one: (one["at_high"] - one["at_low"]).abs(),
        breaks=lambda one: (one["at_low"] < target) | (one["at_high"] < target),
    )
    table = table.rename_axis("assumption").reset_index()
    table = table.sort_values(by="assumption", ascending=True)
    table = table.sort_values(by="swing", ascending=False, kind="mergesort")
    return table[["assumption", "at_low", "at_high", "swing", "breaks"]]
""",
    },
    {
        "task": "13-q5",
        "name": "changes-and-restores-a-copy",
        "right": True,
        "why": "one copy for all, put back after each end",
        "code": """def what_breaks(guess, ends, target):
    values = {name: value for name, value in guess.items()}
    out = {"assumption": [], "at_low": [], "at_high": [], "swing": [], "breaks": []}
    for name in ends.keys():
        values[name] = ends[name][0]
        first = yearly_margin(values)
        values[name] = ends[name][1]
        second = yearly_margin(values)
        values[name] = guess[name]
        out["assumption"].append(name)
        out["at_low"].append(first)
        out["at_high"].append(second)
        out["swing"].append(first - second if first > second else second - first)
        out["breaks"].append(not (first >= target and second >= target))
    return pd.DataFrame(out).sort_values(by=["swing", "assumption"], ascending=[False, True], ignore_index=True)
""",
    },
    {
        "task": "13-q5",
        "name": "rounded-money",
        "right": False,
        "why": "the margins are rounded to whole dollars",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = round(yearly_margin({**guess, name: low}))
        at_high = round(yearly_margin({**guess, name: high}))
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "guess-of-the-example",
        "right": False,
        "why": "works with small_guess, whatever it was given",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**small_guess, name: low})
        at_high = yearly_margin({**small_guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "first-six",
        "right": False,
        "why": "at most six rows, as in the example",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True]).head(6)
""",
    },
    {
        "task": "13-q5",
        "name": "no-swing-no-row",
        "right": False,
        "why": "assumptions that change nothing are left out",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    table = table[table["swing"] > 0]
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "sorted-by-whole-dollars",
        "right": False,
        "why": "swings that differ by less than a dollar are taken for the same",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    table["whole"] = table["swing"].astype(int)
    table = table.sort_values(["whole", "assumption"], ascending=[False, True])
    return table.drop(columns="whole")
""",
    },
    {
        "task": "13-q5",
        "name": "ties-by-length",
        "right": False,
        "why": "ties by the length of the name",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    table["long"] = table["assumption"].str.len()
    table = table.sort_values(["swing", "long"], ascending=[False, True], kind="stable")
    return table.drop(columns="long")
""",
    },
    {
        "task": "13-q5",
        "name": "ties-as-given",
        "right": False,
        "why": "ties in the order in which they were given",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values("swing", ascending=False, kind="stable")
""",
    },
    {
        "task": "13-q5",
        "name": "ties-backwards",
        "right": False,
        "why": "ties from z to a",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=False)
""",
    },
    {
        "task": "13-q5",
        "name": "narrowest-first",
        "right": False,
        "why": "the narrowest swing first",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[True, True])
""",
    },
    {
        "task": "13-q5",
        "name": "signed-swing",
        "right": False,
        "why": "the swing is negative when more is worse",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": at_high - at_low,
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "at-target-breaks",
        "right": False,
        "why": "a margin exactly at the target breaks",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) <= target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "low-end-only",
        "right": False,
        "why": "only the low end is looked at",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": at_low < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "both-ends",
        "right": False,
        "why": "breaks only when both ends are below",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": max(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "middle-of-the-ends",
        "right": False,
        "why": "breaks when the middle of the two margins is below",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": (at_low + at_high) / 2 < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "swing-against-target",
        "right": False,
        "why": "breaks when the swing is wider than what the guess has above the target",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": abs(at_high - at_low) / 2 > yearly_margin(guess) - target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "changes-guess",
        "right": False,
        "why": "writes the ends into the dict that it was given, and leaves the last one in it",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        kept = guess[name]
        guess[name] = low
        at_low = yearly_margin(guess)
        guess[name] = high
        at_high = yearly_margin(guess)
        if name != list(ends)[-1]:
            guess[name] = kept
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "stays-at-high",
        "right": False,
        "why": "each assumption stays at its high end while the next one is changed",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    guess = dict(guess)
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        guess[name] = high
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "lower-margin-as-low",
        "right": False,
        "why": "at_low is the lower margin, and not the margin at the low end",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": min(at_low, at_high),
                "at_high": max(at_low, at_high),
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "all-at-once",
        "right": False,
        "why": "all assumptions are at their low or high ends together",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, **{one: pair[0] for one, pair in ends.items()}})
        at_high = yearly_margin({**guess, **{one: pair[1] for one, pair in ends.items()}})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "all-seven",
        "right": False,
        "why": "a row for each of the seven assumptions, also for those without ends",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name in guess:
        low, high = ends.get(name, (guess[name], guess[name]))
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "share-of-margin",
        "right": False,
        "why": "the swing as a share of the margin as guessed",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low) / yearly_margin(guess),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "swing-from-guess",
        "right": False,
        "why": "the swing is the larger distance from the margin as guessed",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": max(abs(at_high - yearly_margin(guess)), abs(at_low - yearly_margin(guess))),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "percent-ends",
        "right": False,
        "why": "the ends are added to the guess",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: guess[name] + low})
        at_high = yearly_margin({**guess, name: guess[name] + high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "as-words",
        "right": False,
        "why": "breaks as yes and no",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": "yes" if min(at_low, at_high) < target else "no",
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "name-as-index",
        "right": False,
        "why": "the names are the index, and not a column",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True]).set_index("assumption")
""",
    },
    {
        "task": "13-q5",
        "name": "no-margin-below-zero",
        "right": False,
        "why": "a margin below 0 is shown as 0",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = max(yearly_margin({**guess, name: low}), 0)
        at_high = max(yearly_margin({**guess, name: high}), 0)
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "breaking-first",
        "right": False,
        "why": "those that break come first, and then the widest",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["breaks", "swing", "assumption"], ascending=[False, False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "swing-in-hundreds",
        "right": False,
        "why": "the swing is rounded to tens before it is sorted, and shown so",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": round(abs(at_high - at_low), -1),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "fixed-order",
        "right": False,
        "why": "the order of the example, typed in, and the others after it",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    known = ["rate", "visitors", "price", "fee", "join", "cost", "stay"]
    return table.sort_values("assumption", key=lambda names: names.map(known.index))
""",
    },
    {
        "task": "13-q5",
        "name": "rounded-ends",
        "right": False,
        "why": "the ends are rounded to two decimals first",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, pair in ends.items():
        low, high = (round(value, 2) for value in pair)
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "breaks-of-widest",
        "right": False,
        "why": "only the widest one can break",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    table["breaks"] = table["breaks"] & (table["swing"] >= table["swing"].max() * 0.5)
    return table.sort_values(["swing", "assumption"], ascending=[False, True])
""",
    },
    {
        "task": "13-q5",
        "name": "printed",
        "right": False,
        "why": "prints the table and returns nothing",
        "code": """def what_breaks(guess, ends, target):
    rows = []
    for name, (low, high) in ends.items():
        at_low = yearly_margin({**guess, name: low})
        at_high = yearly_margin({**guess, name: high})
        rows.append(
            {
                "assumption": name,
                "at_low": at_low,
                "at_high": at_high,
                "swing": abs(at_high - at_low),
                "breaks": min(at_low, at_high) < target,
            }
        )
    table = pd.DataFrame(rows)
    table = table.sort_values(["swing", "assumption"], ascending=[False, True])
    print(table)
""",
    },
    {
        "task": "13-q6",
        "name": "formulas",
        "right": True,
        "why": "each number from the ones in the quotes",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "three-digits",
        "right": True,
        "why": "typed with three significant digits",
        "code": """visitors_before = 14_300
visitors_after = 10_000
lost_share = 0.299
revenue_same_visitors = 541_000
""",
    },
    {
        "task": "13-q6",
        "name": "function",
        "right": True,
        "why": "a helper for both years",
        "code": """def visitors(revenue, price, conversion):
    buyers = revenue / price
    return buyers / conversion


before, after = (89100, 297, 2.1 / 100), (379600, 997, 3.8 / 100)
visitors_before, visitors_after = visitors(*before), visitors(*after)
lost_share = (visitors_before - visitors_after) / visitors_before
revenue_same_visitors = after[0] * visitors_before / visitors_after
""",
    },
    {
        "task": "13-q6",
        "name": "pandas",
        "right": True,
        "why": "a table of two years; numbers of numpy",
        "code": """years = pd.DataFrame(
    {"revenue": [89_100, 379_600], "price": [297, 997], "conversion": [0.021, 0.038]}, index=["before", "after"]
)
years["visitors"] = years["revenue"] / (years["price"] * years["conversion"])
visitors_before = years.loc["before", "visitors"]
visitors_after = years.loc["after", "visitors"]
lost_share = -years["visitors"].pct_change().iloc[-1]
revenue_same_visitors = visitors_before * years.loc["after", ["price", "conversion"]].prod()
""",
    },
    {
        "task": "13-q6",
        "name": "fractions-to-float",
        "right": True,
        "why": "exact fractions, turned into decimals at the end",
        "code": """from fractions import Fraction

before = Fraction(89100, 297) / Fraction(21, 1000)
after = Fraction(379600, 997) / Fraction(38, 1000)
visitors_before, visitors_after = float(before), float(after)
lost_share = float((before - after) / before)
revenue_same_visitors = float(before * Fraction(38, 1000) * 997)
""",
    },
    {
        "task": "13-q6",
        "name": "whole-visitors",
        "right": True,
        "why": "visitors rounded to whole people, the rest from the exact ones",
        "code": """buyers_before, buyers_after = 89100 / 297, 379600 / 997
visitors_before = round(buyers_before * 1000 / 21)
visitors_after = round(buyers_after * 1000 / 38)
revenue_same_visitors = round(buyers_before * 38 / 21 * 997, 2)
lost_share = round(1 - 379600 / revenue_same_visitors, 4)
""",
    },
    {
        "task": "13-q6",
        "name": "numpy-array",
        "right": True,
        "why": "numpy arrays for both years",
        "code": """import numpy as np

revenue, price, rate = np.array([89100.0, 379600.0]), np.array([297.0, 997.0]), np.array([0.021, 0.038])
visitors_before, visitors_after = revenue / price / rate
lost_share = np.float64(1) - visitors_after / visitors_before
revenue_same_visitors = price[1] * rate[1] * visitors_before
""",
    },
    {
        "task": "13-q6",
        "name": "buyers-for-visitors",
        "right": False,
        "why": "the buyers instead of the visitors",
        "code": """visitors_before = 89_100 / 297
visitors_after = 379_600 / 997
lost_share = 1 - (379_600 / 997 / 0.038) / (89_100 / 297 / 0.021)
revenue_same_visitors = 89_100 / 297 / 0.021 * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "percent-as-number",
        "right": False,
        "why": "2.1 and 3.8 instead of fractions",
        "code": """visitors_before = 89_100 / 297 / 2.1
visitors_after = 379_600 / 997 / 3.8
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 3.8 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "old-conversion-after",
        "right": False,
        "why": "the year after with the old conversion",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.021
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "old-price-after",
        "right": False,
        "why": "the year after with the old price",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 297 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "years-swapped",
        "right": False,
        "why": "before and after the other way round",
        "code": """visitors_before = 379_600 / 997 / 0.038
visitors_after = 89_100 / 297 / 0.021
lost_share = 1 - visitors_before / visitors_after
revenue_same_visitors = visitors_after * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "share-still-there",
        "right": False,
        "why": "the share that is still there",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "share-of-after",
        "right": False,
        "why": "divided by the visitors after",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = (visitors_before - visitors_after) / visitors_after
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "share-in-percent",
        "right": False,
        "why": "in percent",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = 100 * (1 - visitors_after / visitors_before)
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "share-negative",
        "right": False,
        "why": "the change instead of the loss: below 0",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = visitors_after / visitors_before - 1
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "share-as-count",
        "right": False,
        "why": "how many are lost, and not which share",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = visitors_before - visitors_after
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "share-two-digits",
        "right": False,
        "why": "cut to two digits",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = 0.29
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "share-of-buyers",
        "right": False,
        "why": "the share by which buyers changed",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = 1 - (379_600 / 997) / (89_100 / 297)
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "old-conversion-same-visitors",
        "right": False,
        "why": "the new price, but the old conversion",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.021 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "old-price-same-visitors",
        "right": False,
        "why": "the new conversion, but the old price",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.038 * 297
""",
    },
    {
        "task": "13-q6",
        "name": "extra-revenue",
        "right": False,
        "why": "what the lost visitors would have brought, and not the whole revenue",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.038 * 997 - 379_600
""",
    },
    {
        "task": "13-q6",
        "name": "revenue-as-told",
        "right": False,
        "why": "the revenue of the story",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = 379_600
""",
    },
    {
        "task": "13-q6",
        "name": "revenue-of-all-visitors",
        "right": False,
        "why": "every visitor buys",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 997
""",
    },
    {
        "task": "13-q6",
        "name": "visitors-a-month",
        "right": False,
        "why": "visitors a month, and not of the year",
        "code": """visitors_before = 89_100 / 297 / 0.021 / 12
visitors_after = 379_600 / 997 / 0.038 / 12
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = 12 * visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "conversion-multiplied",
        "right": False,
        "why": "multiplied by the conversion instead of divided",
        "code": """visitors_before = 89_100 / 297 * 0.021
visitors_after = 379_600 / 997 * 0.038
lost_share = 0.299
revenue_same_visitors = 541_000
""",
    },
    {
        "task": "13-q6",
        "name": "one-digit",
        "right": False,
        "why": "rounded to one significant digit",
        "code": """visitors_before = 10_000
visitors_after = 379_600 / 997 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "two-digits-before",
        "right": False,
        "why": "rounded to two significant digits",
        "code": """visitors_before = 14_000
visitors_after = 379_600 / 997 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "mean-conversion",
        "right": False,
        "why": "one conversion for both years: the mean",
        "code": """visitors_before = 89_100 / 297 / 0.0295
visitors_after = 379_600 / 997 / 0.0295
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.0295 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "difference-in-revenue",
        "right": False,
        "why": "the visitors after from the revenue that came on top",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = (379_600 - 89_100) / 997 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q6",
        "name": "as-text",
        "right": False,
        "why": "the numbers as text",
        "code": """visitors_before = "14,286"
visitors_after = "10,020"
lost_share = "30%"
revenue_same_visitors = "541,229"
""",
    },
    {
        "task": "13-q6",
        "name": "one-left-out",
        "right": False,
        "why": "the last number is not set",
        "code": """visitors_before = 89_100 / 297 / 0.021
visitors_after = 379_600 / 997 / 0.038
lost_share = 1 - visitors_after / visitors_before
revenue_same_visitors = ...
""",
    },
    {
        "task": "13-q6",
        "name": "as-list",
        "right": False,
        "why": "the visitors as a list of both years",
        "code": """visitors_before = [89_100 / 297 / 0.021, 379_600 / 997 / 0.038]
visitors_after = 379_600 / 997 / 0.038
lost_share = 0.299
revenue_same_visitors = 541_000
""",
    },
    {
        "task": "13-q6",
        "name": "shape-of-the-example",
        "right": False,
        "why": "the numbers of the example of the shape",
        "code": """visitors_before = 5000
visitors_after = 379_600 / 997 / 0.038
lost_share = 0.25
revenue_same_visitors = visitors_before * 0.038 * 997
""",
    },
    {
        "task": "13-q7",
        "name": "text-monthly-club",
        "right": True,
        "why": "a small school of carving, a club by the month",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "text-quarterly",
        "right": True,
        "why": "a club paid by the quarter, plan of 63 days, no day of its own",
        "code": '''my_blueprint = """
# made from scratch in three evenings
name: Ledge & Ladder
profile: infoproduct
note: Climbing for people over fifty

audience:
  who: People over fifty who start to climb in a hall
  pain_point: Their fingers hurt after a month and they stop
  problems:
    - They do not know which hall has easy routes
    - Nobody of their age climbs with them

products:
  - id: hall_list
    name: Forty Halls with Easy Routes
    kind: lead_magnet
    price: 0
    problem: They do not know which hall has easy routes
    delivery: download
    next: [soft_start]
  - id: soft_start
    name: A Soft Start in Ten Weeks
    kind: core
    price: 80
    cost: 5
    problem: Their fingers hurt after a month and they stop
    delivery: self_paced
    refund: {policy: Paid back in full within thirty days, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A plan for the first ten visits}
        - {kind: quick_win, day: 2, what: Three minutes on a wall without a grip that hurts}
    next: [rope_party]
  - id: rope_party
    name: Rope Party
    kind: community
    price: 45
    billing: quarter
    cost: 6
    problem: Nobody of their age climbs with them
    delivery: group_sessions
    refund: {policy: Ends with the quarter that is paid, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: Names of three partners in the same town}
        - {kind: quick_win, day: 4, what: A first evening with one of them}
    next: []

ladder:
  upgrades:
    - {from: soft_start, to: rope_party, rate: 0.25, base: buyers of the ten weeks, window_days: 30}

journey:
  - {id: old_hands, stage: awareness, asset: Portraits of climbers over seventy, format: video, channel: portraits,
     kpi: plays a month, target: 9000, owner: Edda, next: [hall_page]}
  - {id: hall_page, stage: consideration, asset: The list of halls by town, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: hall_list, owner: Edda, next: [ten_weeks_page]}
  - {id: ten_weeks_page, stage: purchase, asset: What happens week by week, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: soft_start, owner: Edda, next: [three_minutes]}
  - {id: three_minutes, stage: activation, asset: Three minutes on the wall, format: exercise, channel: email,
     kpi: buyers who wrote back, target: 0.5, product: soft_start, owner: Piet, next: [monday]}
  - {id: monday, stage: retention, asset: Monday talk about fingers and feet, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: rope_party, owner: Piet, next: [bring_one]}
  - {id: bring_one, stage: referral, asset: A free visit for a friend, format: voucher, channel: email,
     kpi: guests a month, target: 10, owner: Piet, next: [hall_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the list of halls, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Edda,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 15, base: members,
     window: month, unit: currency, direction: up, owner: Edda, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Piet,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Edda, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Edda, source: subscriptions, target: 12}
  - {id: engagement, name: Members who climbed, formula: members with a visit / members, base: members,
     window: month, unit: fraction, direction: up, owner: Piet, source: activity, target: 0.4}

plan:
  title: Nine weeks to Rope Party
  title_days: 63
  phases:
    - {id: listen, name: Twelve talks in the hall, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Piet}
    - {id: matching, name: A matching list by town, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Piet}
    - {id: party, name: The first party, kind: launch, start_day: 41, end_day: 63, depends_on: [matching],
       owner: Edda, launches: [rope_party]}

team:
  people:
    - {name: Edda, role: creator, hours_per_week: 15}
    - {name: Piet, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month and no form to fill in, days: 30, kind: full}
  privacy: {policy: Our page on data, contact: edda@ledge.example, regimes: [gdpr]}

projections:
  - {id: first_months, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: party_mrr, month: 12, to_month: 12, unit: mrr, amount: 380, amount_high: 560}

assumptions:
  channels:
    - {name: portraits, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {rope_party: 0.25}
  churn: {rope_party: {alpha: 1, beta: 16}}
  refund_rate: {soft_start: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "text-as-json",
        "right": True,
        "why": "JSON is YAML too: a round paid by the year, MRR of a single month without to_month",
        "code": '''my_blueprint = """
{
 "name": "Letters from the Reef",
 "currency": "USD",
 "as_of": "2026-11-02",
 "audience": {
  "who": "Divers who live far from the sea",
  "pain_point": "They forget the fish between two holidays",
  "problems": [
   "They have no pictures of their own",
   "No diver lives nearby"
  ]
 },
 "products": [
  {
   "id": "one_page",
   "name": "Twenty Fish on One Page",
   "kind": "lead_magnet",
   "price": 0,
   "problem": "They have no pictures of their own",
   "delivery": "download",
   "next": [
    "fish_course"
   ]
  },
  {
   "id": "fish_course",
   "name": "The Fish Course",
   "kind": "core",
   "price": 95,
   "cost": 5,
   "problem": "They forget the fish between two holidays",
   "delivery": "self_paced",
   "refund": {
    "policy": "Thirty days, all of it",
    "days": 30,
    "kind": "full"
   },
   "onboarding": {
    "first_value_days": 2,
    "steps": [
     {
      "kind": "welcome",
      "day": 0,
      "what": "The first five fish"
     },
     {
      "kind": "quick_win",
      "day": 2,
      "what": "A quiz with a score"
     }
    ]
   },
   "next": [
    "reef_round"
   ]
  },
  {
   "id": "reef_round",
   "name": "The Reef Round",
   "kind": "community",
   "price": 84,
   "billing": "year",
   "cost": 10,
   "problem": "No diver lives nearby",
   "delivery": "group_sessions",
   "refund": {
    "policy": "The year that is paid runs out",
    "days": 0,
    "kind": "none",
    "cancel_anytime": true
   },
   "onboarding": {
    "first_value_days": 4,
    "steps": [
     {
      "kind": "welcome",
      "day": 0,
      "what": "A letter by post"
     },
     {
      "kind": "quick_win",
      "day": 4,
      "what": "A fish of theirs is named by the round"
     }
    ]
   },
   "next": []
  }
 ],
 "journey": [
  {
   "id": "split_films",
   "stage": "awareness",
   "asset": "Short films of one fish",
   "format": "video",
   "channel": "films",
   "kpi": "plays a month",
   "target": 9000,
   "owner": "Noor",
   "next": [
    "map_page"
   ]
  },
  {
   "id": "map_page",
   "stage": "consideration",
   "asset": "One page with twenty fish",
   "format": "web page",
   "channel": "website",
   "kpi": "addresses a month",
   "target": 240,
   "product": "one_page",
   "owner": "Noor",
   "next": [
    "spoon_page"
   ]
  },
  {
   "id": "spoon_page",
   "stage": "purchase",
   "asset": "The course and its price",
   "format": "sales page",
   "channel": "website",
   "kpi": "conversion",
   "target": 0.06,
   "product": "fish_course",
   "owner": "Noor",
   "next": [
    "spreader"
   ]
  },
  {
   "id": "spreader",
   "stage": "activation",
   "asset": "A quiz of five fish",
   "format": "exercise",
   "channel": "email",
   "kpi": "buyers with a score",
   "target": 0.5,
   "product": "fish_course",
   "owner": "Ivo",
   "next": [
    "thursday"
   ]
  },
  {
   "id": "thursday",
   "stage": "retention",
   "asset": "A letter each month",
   "format": "live call",
   "channel": "video room",
   "kpi": "members who came",
   "target": 0.4,
   "product": "reef_round",
   "owner": "Ivo",
   "next": [
    "swap"
   ]
  },
  {
   "id": "swap",
   "stage": "referral",
   "asset": "A card to send to a buddy",
   "format": "post",
   "channel": "post",
   "kpi": "friends a month",
   "target": 10,
   "owner": "Ivo",
   "next": [
    "map_page"
   ]
  }
 ],
 "funnel": [
  {
   "from": "awareness",
   "to": "consideration",
   "rate": 0.25,
   "base": "visitors of the one page",
   "window_days": 30
  },
  {
   "from": "consideration",
   "to": "purchase",
   "rate": 0.06,
   "base": "people on the list",
   "window_days": 30
  }
 ],
 "kpis": [
  {
   "id": "conversion",
   "name": "Buyers of the list",
   "formula": "buyers / people who left an address",
   "base": "people who left an address",
   "window": "month",
   "unit": "fraction",
   "direction": "up",
   "owner": "Noor",
   "source": "orders",
   "target": 0.06,
   "counter": "churn_rate"
  },
  {
   "id": "mrr",
   "name": "Money that comes again",
   "formula": "members at the end of the month x 84 / 12",
   "base": "members",
   "window": "month",
   "unit": "currency",
   "direction": "up",
   "owner": "Noor",
   "source": "subscriptions",
   "target": 600
  },
  {
   "id": "churn_rate",
   "name": "Members who leave",
   "formula": "members lost in the month / members at its start",
   "base": "members at the start of the month",
   "window": "month",
   "unit": "fraction",
   "direction": "down",
   "owner": "Ivo",
   "source": "subscriptions",
   "target": 0.06
  },
  {
   "id": "ltv",
   "name": "Worth of a member",
   "formula": "margin of a month / churn",
   "base": "members",
   "window": "month",
   "unit": "currency",
   "direction": "up",
   "owner": "Noor",
   "source": "subscriptions",
   "target": 180
  },
  {
   "id": "arpu",
   "name": "Paid by a member",
   "formula": "MRR / members",
   "base": "members",
   "window": "month",
   "unit": "currency",
   "direction": "up",
   "owner": "Noor",
   "source": "subscriptions",
   "target": 12
  },
  {
   "id": "engagement",
   "name": "Members who wrote",
   "formula": "members with a score / members",
   "base": "members",
   "window": "month",
   "unit": "fraction",
   "direction": "up",
   "owner": "Ivo",
   "source": "activity",
   "target": 0.4
  }
 ],
 "plan": {
  "title": "Sixty days to the Round",
  "title_days": 60,
  "phases": [
   {
    "id": "listen",
    "name": "Ask twelve divers",
    "kind": "research",
    "start_day": 1,
    "end_day": 14,
    "depends_on": [],
    "owner": "Ivo"
   },
   {
    "id": "bench",
    "name": "Print the first letter",
    "kind": "build",
    "start_day": 15,
    "end_day": 40,
    "depends_on": [
     "listen"
    ],
    "owner": "Ivo"
   },
   {
    "id": "doors",
    "name": "Send it",
    "kind": "launch",
    "start_day": 41,
    "end_day": 60,
    "depends_on": [
     "bench"
    ],
    "owner": "Noor",
    "launches": [
     "reef_round"
    ]
   }
  ]
 },
 "team": {
  "people": [
   {
    "name": "Noor",
    "role": "creator",
    "hours_per_week": 15
   },
   {
    "name": "Ivo",
    "role": "community_manager",
    "hours_per_week": 6
   }
  ],
  "hours_per_week": 21,
  "community_hours_per_week": 5
 },
 "policies": {
  "refund": {
   "policy": "Thirty days",
   "days": 30,
   "kind": "full"
  },
  "privacy": {
   "policy": "Page three",
   "contact": "noor@reef.example",
   "regimes": [
    "gdpr"
   ]
  }
 },
 "projections": [
  {
   "id": "p1",
   "month": 1,
   "to_month": 3,
   "unit": "revenue",
   "amount": 4500,
   "amount_high": 6000
  },
  {
   "id": "p2",
   "month": 2,
   "unit": "mrr",
   "amount": 40,
   "amount_high": 90
  }
 ],
 "assumptions": {
  "channels": [
   {
    "name": "films",
    "visitors_per_month": 800,
    "monthly_growth": 0.01
   },
   {
    "name": "website",
    "visitors_per_month": 200
   }
  ],
  "subscribe_rate": {
   "reef_round": 0.25
  },
  "churn": {
   "reef_round": {
    "alpha": 1,
    "beta": 16
   }
  },
  "refund_rate": {
   "fish_course": 0.03
  }
 },
 "profile": "community"
}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "object",
        "right": True,
        "why": "the blueprint itself instead of the text, as own_blueprint() gives it",
        "code": '''my_blueprint = Blueprint.from_yaml("""
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
""")
''',
    },
    {
        "task": "13-q7",
        "name": "no-audience",
        "right": False,
        "why": "it does not say for whom it is",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "membership-for-nothing",
        "right": False,
        "why": "the membership has a price of 0",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 0
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 0}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "core-for-nothing",
        "right": False,
        "why": "the core product has a price of 0",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 0
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "arr-for-mrr",
        "right": False,
        "why": "a projection of the unit arr, and none of mrr",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: arr, amount: 3840, amount_high: 5760}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "no-revenue-projection",
        "right": False,
        "why": "no projection of revenue",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "projection-far-too-high",
        "right": False,
        "why": "the revenue of months 1 to 3 is above all that the forecast gives",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 30000}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "projection-far-too-low",
        "right": False,
        "why": "the runs bring far more than what is projected",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 100, amount_high: 200}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "projection-without-months",
        "right": False,
        "why": "a projection without months cannot be judged: it is unknown",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "projection-without-amount",
        "right": False,
        "why": "a projection without a sum cannot be judged",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "example-unchanged",
        "right": False,
        "why": "the complete example, handed in unchanged",
        "code": '''my_blueprint = """
# Second Octave is fictional, and every number here was made up. It is a small business that says enough for
# a review without errors, a forecast and a report: something to start from and to change, line by line.
name: Second Octave
currency: USD
profile: creator
note: Fictional; a complete example to change into a business of one's own.
as_of: 2026-03-02

strategy:
  value_proposition: Adults who once played the piano play a whole piece again within eight weeks

audience:
  who: Adults who had piano lessons as children and want to play again
  pain_point: They sit down, play the one piece they remember, and stop
  problems:
    - They do not know which piece is within reach
    - Their left hand has forgotten everything
    - They practise alone and lose heart in the third week
    - Nobody hears what they do wrong

products:
  - id: piece_finder
    name: Piece Finder
    kind: lead_magnet
    price: 0
    problem: They do not know which piece is within reach
    delivery: download
    next: [eight_weeks]
  - id: eight_weeks
    name: Eight Weeks to One Piece
    kind: core
    price: 149
    cost: 9
    problem: They sit down, play the one piece they remember, and stop
    description: One piece, chosen together, two bars a day
    delivery: self_paced
    refund: {policy: The fee back within thirty days of the purchase, days: 30, kind: full}
    onboarding:
      first_value_days: 1
      steps:
        - {kind: welcome, day: 0, what: An email with the first two bars}
        - {kind: quick_win, day: 1, what: Both hands together at half the speed}
        - {kind: community_invite, day: 10, what: A seat in the next practice evening}
        - {kind: check_in, day: 14, what: A question about what is in the way}
    next: [left_hand, practice_room, first_piece]
  - id: left_hand
    name: Ten Minutes for the Left Hand
    kind: add_on
    price: 29
    problem: Their left hand has forgotten everything
    delivery: download
    ticket: low
    onboarding:
      first_value_days: 0
      steps:
        - {kind: access, day: 0, what: Thirty exercises and the order to take them in}
    next: [practice_room]
  - id: practice_room
    name: The Practice Room
    kind: community
    price: 19
    billing: month
    cost: 3
    problem: They practise alone and lose heart in the third week
    delivery: group_sessions
    refund: {policy: It ends whenever a member wants; the month that has begun is not paid back, days: 0,
             kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 3
      steps:
        - {kind: welcome, day: 0, what: A practice partner at the same level}
        - {kind: quick_win, day: 3, what: The first evening with the camera on the keys}
    next: [lessons]
  - id: lessons
    name: Four Hours at Your Piano
    kind: coaching
    price: 590
    cost: 120
    problem: Nobody hears what they do wrong
    delivery: one_to_one
    coaching:
      packages:
        - {name: One piece, price: 590}
        - {name: A small programme, price: 1090}
      application: true
      group_size: 1
      clients: 4
      hours_per_client: 2
      expectations: A list of what to practise after each hour; how often they practise is up to them
    refund: {policy: Hours that were not held are paid back, days: 90, kind: partial}
    onboarding:
      first_value_days: 7
      steps:
        - {kind: goal_setting, day: 0, what: A recording of where they are}
        - {kind: quick_win, day: 7, what: One fingering changed in one bar}
    next: []
  - id: first_piece
    name: First Piece
    kind: bundle
    price: 209
    problem: They sit down, play the one piece they remember, and stop
    includes: [eight_weeks, left_hand, practice_room]
    included_months: {practice_room: 3}
    stated_saving: 26           # 149 + 29 + 3 x 19 - 209
    onboarding:
      first_value_days: 1
      steps:
        - {kind: welcome, day: 0, what: One email with three links in the order to open them}
        - {kind: quick_win, day: 1, what: The first two bars with both hands}
    next: [practice_room]

ladder:
  checkouts:
    - {id: checkout, product: eight_weeks, offers: [left_hand, first_piece]}
  upgrades:
    - {from: eight_weeks, to: practice_room, rate: 0.3, base: buyers of the course, window_days: 30}
    - {from: practice_room, to: lessons, rate: 0.05, base: members, window_days: 365}

journey:
  - {id: old_pieces, stage: awareness, asset: Short films about pieces people remember, format: video,
     channel: video site, kpi: views a month, target: 6000, owner: Lena, next: [finder_page]}
  - {id: finder_page, stage: consideration, asset: Three questions that find a piece, format: web page,
     channel: website, kpi: addresses a month, target: 300, product: piece_finder, owner: Lena,
     derived_from: old_pieces, next: [course_page]}
  - {id: course_page, stage: purchase, asset: What happens in eight weeks, format: sales page,
     channel: website, kpi: conversion, target: 0.05, product: eight_weeks, owner: Lena, next: [two_bars]}
  - {id: two_bars, stage: activation, asset: Two bars with both hands, format: exercise, channel: email,
     kpi: buyers who sent a recording, target: 0.6, product: eight_weeks, owner: Jonas, next: [evenings]}
  - {id: evenings, stage: retention, asset: Practice evening on Tuesdays, format: live call,
     channel: video call, kpi: members who came, target: 0.4, product: practice_room, owner: Jonas,
     next: [recital]}
  - {id: recital, stage: referral, asset: A recital at home that guests can watch, format: live stream,
     channel: video call, kpi: guests a month, target: 15, owner: Jonas, next: [finder_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.3, base: visitors of the finder page, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.05, base: people on the list, window_days: 30}

community:
  type: programmed
  purpose: Nobody practises alone in the third week
  goals: [Every member plays one piece to somebody else each quarter]
  metrics: [engagement]
  tiers: [practice_room]
  moderators: [Jonas]
  guidelines: Praise one bar, ask about one bar; no adverts
  reporting: Write to Jonas; he answers on the same day
  escalation: A talk, then a pause of a week, then the way out
  rituals:
    - {name: Two bars of the day, cadence: daily, minutes: 8, live: false, owner: Jonas}
    - {name: Practice evening, cadence: weekly, minutes: 75, live: true, owner: Jonas}
    - {name: Recital at home, cadence: monthly, minutes: 90, live: true, owner: Lena}

automations:
  - id: found
    trigger: lead
    stage: consideration
    condition: Has not bought the course
    steps:
      - action: deliver
        message: {subject: Your piece, stage: consideration, value: The piece itself}
      - action: message
        delay_days: 3
        message: {subject: Why it stops after one page, stage: consideration, value: How to practise two bars}
      - action: message
        delay_days: 4
        message: {subject: Eight weeks in one page, stage: consideration, value: A plan for the days}
  - id: begun
    trigger: purchase
    product: eight_weeks
    stage: activation
    steps:
      - action: deliver
      - action: welcome
        message: {subject: The first two bars, stage: activation, value: Both hands together in ten minutes}
      - action: survey
        delay_days: 21
        message: {subject: What is in the way, stage: activation, value: An answer from Jonas}

  - id: missed
    trigger: cancel
    stage: retention
    steps:
      - action: survey
        message: {subject: What was missing, stage: retention, value: One question and no offer}
      - action: win_back
        delay_days: 30
        message: {subject: The next recital, stage: retention, value: A seat as a guest}

stack:
  payments: [A payment page]
  analytics: [A monthly table of orders and recordings]
  tools: [A mailing list, A room for video]
  sso: false

map:
  nodes:
    - {id: bar_player, kind: feature, name: Player that repeats two bars, kpi: engagement}
    - {id: recordings, kind: community_asset, name: Recordings of members}
    - {id: hard_bars, kind: data_flow, name: Which bars people repeat most}
    - {id: course, kind: revenue_channel, name: The course}
  none: [integration]
  edges:
    - {from: course, to: bar_player, type: user, what: people who practise}
    - {from: bar_player, to: hard_bars, type: data, what: bars and how often they were repeated}
    - {from: hard_bars, to: course, type: data, what: which bars need a lesson}
    - {from: bar_player, to: recordings, type: user, what: people who dare to send a recording}
    - {from: recordings, to: course, type: user, what: listeners who want to play that piece}
  loops:
    - {id: better_lessons, nodes: [course, bar_player, hard_bars], kpi: churn_rate}

kpis:
  - {id: conversion, name: Conversion, formula: buyers / people on the list, base: people on the list,
     window: month, unit: fraction, direction: up, owner: Lena, source: orders, target: 0.05,
     counter: churn_rate}
  - {id: aov, name: Average order value, formula: revenue of orders / orders, base: orders, window: month,
     unit: currency, direction: up, owner: Lena, source: orders, target: 165}
  - {id: mrr, name: MRR, formula: subscriptions running at the end of the month x their price by the month,
     base: subscriptions, window: month, unit: currency, direction: up, owner: Lena, source: subscriptions,
     target: 1500}
  - {id: churn_rate, name: Churn, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Jonas,
     source: subscriptions, target: 0.05}
  - {id: ltv, name: Lifetime value, formula: margin of a member and month / churn, base: members,
     window: month, unit: currency, direction: up, owner: Lena, source: subscriptions, target: 320}
  - {id: arpu, name: Revenue of a member and month, formula: MRR / members, base: members, window: month,
     unit: currency, direction: up, owner: Lena, source: subscriptions, target: 19}
  - {id: engagement, name: Members who played, formula: members who sent a recording / members, base: members,
     window: month, unit: fraction, direction: up, owner: Jonas, source: activity, target: 0.4}
  - {id: nps, name: Recommendation, formula: promoters less detractors in 100 answers, base: answers,
     window: quarter, unit: score, direction: up, owner: Jonas, source: surveys, target: 30}

dashboard:
  kpis: [conversion, aov, mrr, churn_rate, ltv, engagement, nps]

calendar:
  releases:
    - {date: 2026-01-05, what: Four waltzes with an easy left hand}
    - {date: 2026-02-02, what: Songs everybody can hum}
    - {date: 2026-03-02, what: Two pages of Satie}

growth:
  experiments:
    - {id: bundle_test, subject: first_piece, kind: ab_test, kpi: aov, start: 2026-04-01, end: 2026-06-30,
       people: 1600}

levers:
  - {id: duet_partner, name: A partner for duets, impact: 4, effort: 2, pillars: [network_effects, cross_sell],
     kpi: engagement}
  - {id: hard_bar_films, name: A film for each bar that many repeat, impact: 3, effort: 2, pillars: [data, cross_sell],
     kpi: churn_rate}
  - {id: next_piece, name: A second piece at the end of the course, impact: 4, effort: 3,
     pillars: [cross_sell, network_effects], kpi: aov}

plan:
  title: Seventy days to the Practice Room
  title_days: 70
  validation: {status: validated, pilot_days: 14, nps_answers: 21}
  beta: {people: 20, discount: 0.3, end: 2026-04-30}
  phases:
    - {id: ask, name: Talk to ten buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Jonas}
    - {id: rooms, name: Rooms and rules, kind: build, start_day: 15, end_day: 35, depends_on: [ask],
       owner: Jonas}
    - {id: try, name: Fifteen people try it, kind: soft_launch, start_day: 36, end_day: 49,
       depends_on: [rooms], owner: Jonas}
    - {id: mend, name: Mend what they did not use, kind: iterate, start_day: 50, end_day: 56,
       depends_on: [try], owner: Lena}
    - {id: open, name: Open to all buyers, kind: launch, start_day: 57, end_day: 70, depends_on: [mend],
       owner: Lena, launches: [practice_room]}

team:
  people:
    - {name: Lena, role: creator, hours_per_week: 18}
    - {name: Jonas, role: community_manager, hours_per_week: 8}
  hours_per_week: 26
  community_hours_per_week: 6
  coaching_hours_per_month: 12

policies:
  refund: {policy: Thirty days and no questions, days: 30, kind: full}
  privacy: {policy: The page Privacy in plain words, contact: privacy@second-octave.example, regimes: [gdpr]}

projections:
  - id: spring_sales
    month: 1
    to_month: 3
    unit: revenue
    amount: 8940
    amount_high: 12814
    lines:
      - {product: eight_weeks, quantity: 60, quantity_high: 86, unit_price: 149, amount: 8940,
         amount_high: 12814}
  - id: winter_mrr
    month: 12
    to_month: 12
    unit: mrr
    amount: 798
    amount_high: 1197
    lines:
      - {product: practice_room, quantity: 42, quantity_high: 63, unit_price: 19, amount: 798,
         amount_high: 1197}

assumptions:
  channels:
    - {name: video site, visitors_per_month: 900, monthly_growth: 0.02}
    - {name: recommendation, visitors_per_month: 300, quality: 1.4}
  add_on_rate: {left_hand: 0.2, lessons: 0.015}
  bundle_rate: {first_piece: 0.1}
  subscribe_rate: {practice_room: 0.3}
  churn: {practice_room: {alpha: 1, beta: 19}}
  refund_rate: {eight_weeks: 0.04, first_piece: 0.05}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "example-renamed",
        "right": False,
        "why": "the complete example with another name alone",
        "code": '''my_blueprint = """
# Third Octave is fictional, and every number here was made up. It is a small business that says enough for
# a review without errors, a forecast and a report: something to start from and to change, line by line.
name: Third Octave
currency: USD
profile: creator
note: Fictional; a complete example to change into a business of one's own.
as_of: 2026-03-02

strategy:
  value_proposition: Adults who once played the piano play a whole piece again within eight weeks

audience:
  who: Adults who had piano lessons as children and want to play again
  pain_point: They sit down, play the one piece they remember, and stop
  problems:
    - They do not know which piece is within reach
    - Their left hand has forgotten everything
    - They practise alone and lose heart in the third week
    - Nobody hears what they do wrong

products:
  - id: piece_finder
    name: Piece Finder
    kind: lead_magnet
    price: 0
    problem: They do not know which piece is within reach
    delivery: download
    next: [eight_weeks]
  - id: eight_weeks
    name: Eight Weeks to One Piece
    kind: core
    price: 149
    cost: 9
    problem: They sit down, play the one piece they remember, and stop
    description: One piece, chosen together, two bars a day
    delivery: self_paced
    refund: {policy: The fee back within thirty days of the purchase, days: 30, kind: full}
    onboarding:
      first_value_days: 1
      steps:
        - {kind: welcome, day: 0, what: An email with the first two bars}
        - {kind: quick_win, day: 1, what: Both hands together at half the speed}
        - {kind: community_invite, day: 10, what: A seat in the next practice evening}
        - {kind: check_in, day: 14, what: A question about what is in the way}
    next: [left_hand, practice_room, first_piece]
  - id: left_hand
    name: Ten Minutes for the Left Hand
    kind: add_on
    price: 29
    problem: Their left hand has forgotten everything
    delivery: download
    ticket: low
    onboarding:
      first_value_days: 0
      steps:
        - {kind: access, day: 0, what: Thirty exercises and the order to take them in}
    next: [practice_room]
  - id: practice_room
    name: The Practice Room
    kind: community
    price: 19
    billing: month
    cost: 3
    problem: They practise alone and lose heart in the third week
    delivery: group_sessions
    refund: {policy: It ends whenever a member wants; the month that has begun is not paid back, days: 0,
             kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 3
      steps:
        - {kind: welcome, day: 0, what: A practice partner at the same level}
        - {kind: quick_win, day: 3, what: The first evening with the camera on the keys}
    next: [lessons]
  - id: lessons
    name: Four Hours at Your Piano
    kind: coaching
    price: 590
    cost: 120
    problem: Nobody hears what they do wrong
    delivery: one_to_one
    coaching:
      packages:
        - {name: One piece, price: 590}
        - {name: A small programme, price: 1090}
      application: true
      group_size: 1
      clients: 4
      hours_per_client: 2
      expectations: A list of what to practise after each hour; how often they practise is up to them
    refund: {policy: Hours that were not held are paid back, days: 90, kind: partial}
    onboarding:
      first_value_days: 7
      steps:
        - {kind: goal_setting, day: 0, what: A recording of where they are}
        - {kind: quick_win, day: 7, what: One fingering changed in one bar}
    next: []
  - id: first_piece
    name: First Piece
    kind: bundle
    price: 209
    problem: They sit down, play the one piece they remember, and stop
    includes: [eight_weeks, left_hand, practice_room]
    included_months: {practice_room: 3}
    stated_saving: 26           # 149 + 29 + 3 x 19 - 209
    onboarding:
      first_value_days: 1
      steps:
        - {kind: welcome, day: 0, what: One email with three links in the order to open them}
        - {kind: quick_win, day: 1, what: The first two bars with both hands}
    next: [practice_room]

ladder:
  checkouts:
    - {id: checkout, product: eight_weeks, offers: [left_hand, first_piece]}
  upgrades:
    - {from: eight_weeks, to: practice_room, rate: 0.3, base: buyers of the course, window_days: 30}
    - {from: practice_room, to: lessons, rate: 0.05, base: members, window_days: 365}

journey:
  - {id: old_pieces, stage: awareness, asset: Short films about pieces people remember, format: video,
     channel: video site, kpi: views a month, target: 6000, owner: Lena, next: [finder_page]}
  - {id: finder_page, stage: consideration, asset: Three questions that find a piece, format: web page,
     channel: website, kpi: addresses a month, target: 300, product: piece_finder, owner: Lena,
     derived_from: old_pieces, next: [course_page]}
  - {id: course_page, stage: purchase, asset: What happens in eight weeks, format: sales page,
     channel: website, kpi: conversion, target: 0.05, product: eight_weeks, owner: Lena, next: [two_bars]}
  - {id: two_bars, stage: activation, asset: Two bars with both hands, format: exercise, channel: email,
     kpi: buyers who sent a recording, target: 0.6, product: eight_weeks, owner: Jonas, next: [evenings]}
  - {id: evenings, stage: retention, asset: Practice evening on Tuesdays, format: live call,
     channel: video call, kpi: members who came, target: 0.4, product: practice_room, owner: Jonas,
     next: [recital]}
  - {id: recital, stage: referral, asset: A recital at home that guests can watch, format: live stream,
     channel: video call, kpi: guests a month, target: 15, owner: Jonas, next: [finder_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.3, base: visitors of the finder page, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.05, base: people on the list, window_days: 30}

community:
  type: programmed
  purpose: Nobody practises alone in the third week
  goals: [Every member plays one piece to somebody else each quarter]
  metrics: [engagement]
  tiers: [practice_room]
  moderators: [Jonas]
  guidelines: Praise one bar, ask about one bar; no adverts
  reporting: Write to Jonas; he answers on the same day
  escalation: A talk, then a pause of a week, then the way out
  rituals:
    - {name: Two bars of the day, cadence: daily, minutes: 8, live: false, owner: Jonas}
    - {name: Practice evening, cadence: weekly, minutes: 75, live: true, owner: Jonas}
    - {name: Recital at home, cadence: monthly, minutes: 90, live: true, owner: Lena}

automations:
  - id: found
    trigger: lead
    stage: consideration
    condition: Has not bought the course
    steps:
      - action: deliver
        message: {subject: Your piece, stage: consideration, value: The piece itself}
      - action: message
        delay_days: 3
        message: {subject: Why it stops after one page, stage: consideration, value: How to practise two bars}
      - action: message
        delay_days: 4
        message: {subject: Eight weeks in one page, stage: consideration, value: A plan for the days}
  - id: begun
    trigger: purchase
    product: eight_weeks
    stage: activation
    steps:
      - action: deliver
      - action: welcome
        message: {subject: The first two bars, stage: activation, value: Both hands together in ten minutes}
      - action: survey
        delay_days: 21
        message: {subject: What is in the way, stage: activation, value: An answer from Jonas}

  - id: missed
    trigger: cancel
    stage: retention
    steps:
      - action: survey
        message: {subject: What was missing, stage: retention, value: One question and no offer}
      - action: win_back
        delay_days: 30
        message: {subject: The next recital, stage: retention, value: A seat as a guest}

stack:
  payments: [A payment page]
  analytics: [A monthly table of orders and recordings]
  tools: [A mailing list, A room for video]
  sso: false

map:
  nodes:
    - {id: bar_player, kind: feature, name: Player that repeats two bars, kpi: engagement}
    - {id: recordings, kind: community_asset, name: Recordings of members}
    - {id: hard_bars, kind: data_flow, name: Which bars people repeat most}
    - {id: course, kind: revenue_channel, name: The course}
  none: [integration]
  edges:
    - {from: course, to: bar_player, type: user, what: people who practise}
    - {from: bar_player, to: hard_bars, type: data, what: bars and how often they were repeated}
    - {from: hard_bars, to: course, type: data, what: which bars need a lesson}
    - {from: bar_player, to: recordings, type: user, what: people who dare to send a recording}
    - {from: recordings, to: course, type: user, what: listeners who want to play that piece}
  loops:
    - {id: better_lessons, nodes: [course, bar_player, hard_bars], kpi: churn_rate}

kpis:
  - {id: conversion, name: Conversion, formula: buyers / people on the list, base: people on the list,
     window: month, unit: fraction, direction: up, owner: Lena, source: orders, target: 0.05,
     counter: churn_rate}
  - {id: aov, name: Average order value, formula: revenue of orders / orders, base: orders, window: month,
     unit: currency, direction: up, owner: Lena, source: orders, target: 165}
  - {id: mrr, name: MRR, formula: subscriptions running at the end of the month x their price by the month,
     base: subscriptions, window: month, unit: currency, direction: up, owner: Lena, source: subscriptions,
     target: 1500}
  - {id: churn_rate, name: Churn, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Jonas,
     source: subscriptions, target: 0.05}
  - {id: ltv, name: Lifetime value, formula: margin of a member and month / churn, base: members,
     window: month, unit: currency, direction: up, owner: Lena, source: subscriptions, target: 320}
  - {id: arpu, name: Revenue of a member and month, formula: MRR / members, base: members, window: month,
     unit: currency, direction: up, owner: Lena, source: subscriptions, target: 19}
  - {id: engagement, name: Members who played, formula: members who sent a recording / members, base: members,
     window: month, unit: fraction, direction: up, owner: Jonas, source: activity, target: 0.4}
  - {id: nps, name: Recommendation, formula: promoters less detractors in 100 answers, base: answers,
     window: quarter, unit: score, direction: up, owner: Jonas, source: surveys, target: 30}

dashboard:
  kpis: [conversion, aov, mrr, churn_rate, ltv, engagement, nps]

calendar:
  releases:
    - {date: 2026-01-05, what: Four waltzes with an easy left hand}
    - {date: 2026-02-02, what: Songs everybody can hum}
    - {date: 2026-03-02, what: Two pages of Satie}

growth:
  experiments:
    - {id: bundle_test, subject: first_piece, kind: ab_test, kpi: aov, start: 2026-04-01, end: 2026-06-30,
       people: 1600}

levers:
  - {id: duet_partner, name: A partner for duets, impact: 4, effort: 2, pillars: [network_effects, cross_sell],
     kpi: engagement}
  - {id: hard_bar_films, name: A film for each bar that many repeat, impact: 3, effort: 2, pillars: [data, cross_sell],
     kpi: churn_rate}
  - {id: next_piece, name: A second piece at the end of the course, impact: 4, effort: 3,
     pillars: [cross_sell, network_effects], kpi: aov}

plan:
  title: Seventy days to the Practice Room
  title_days: 70
  validation: {status: validated, pilot_days: 14, nps_answers: 21}
  beta: {people: 20, discount: 0.3, end: 2026-04-30}
  phases:
    - {id: ask, name: Talk to ten buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Jonas}
    - {id: rooms, name: Rooms and rules, kind: build, start_day: 15, end_day: 35, depends_on: [ask],
       owner: Jonas}
    - {id: try, name: Fifteen people try it, kind: soft_launch, start_day: 36, end_day: 49,
       depends_on: [rooms], owner: Jonas}
    - {id: mend, name: Mend what they did not use, kind: iterate, start_day: 50, end_day: 56,
       depends_on: [try], owner: Lena}
    - {id: open, name: Open to all buyers, kind: launch, start_day: 57, end_day: 70, depends_on: [mend],
       owner: Lena, launches: [practice_room]}

team:
  people:
    - {name: Lena, role: creator, hours_per_week: 18}
    - {name: Jonas, role: community_manager, hours_per_week: 8}
  hours_per_week: 26
  community_hours_per_week: 6
  coaching_hours_per_month: 12

policies:
  refund: {policy: Thirty days and no questions, days: 30, kind: full}
  privacy: {policy: The page Privacy in plain words, contact: privacy@second-octave.example, regimes: [gdpr]}

projections:
  - id: spring_sales
    month: 1
    to_month: 3
    unit: revenue
    amount: 8940
    amount_high: 12814
    lines:
      - {product: eight_weeks, quantity: 60, quantity_high: 86, unit_price: 149, amount: 8940,
         amount_high: 12814}
  - id: winter_mrr
    month: 12
    to_month: 12
    unit: mrr
    amount: 798
    amount_high: 1197
    lines:
      - {product: practice_room, quantity: 42, quantity_high: 63, unit_price: 19, amount: 798,
         amount_high: 1197}

assumptions:
  channels:
    - {name: video site, visitors_per_month: 900, monthly_growth: 0.02}
    - {name: recommendation, visitors_per_month: 300, quality: 1.4}
  add_on_rate: {left_hand: 0.2, lessons: 0.015}
  bundle_rate: {first_piece: 0.1}
  subscribe_rate: {practice_room: 0.3}
  churn: {practice_room: {alpha: 1, beta: 19}}
  refund_rate: {eight_weeks: 0.04, first_piece: 0.05}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "dots-left",
        "right": False,
        "why": "a touchpoint whose asset is three dots",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: ..., format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "to-do-left",
        "right": False,
        "why": "a touchpoint whose asset is to do",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: to do, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "audience-to-do",
        "right": False,
        "why": "for whom it is is still to do",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: to do
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "review-error",
        "right": False,
        "why": "a review finds an error: no KPI of the kind ltv, arpu, engagement",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "no-funnel",
        "right": False,
        "why": "no funnel",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "no-channels",
        "right": False,
        "why": "nothing says how many visitors come",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "title-days",
        "right": False,
        "why": "the title says 60 days and the plan ends on day 90",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 90, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "phases-overlap",
        "right": False,
        "why": "a phase begins before the one that it depends on has ended",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 10, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "two-cores",
        "right": False,
        "why": "two products are of the kind core",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: core
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "nobody",
        "right": False,
        "why": "the team has no people",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people: []
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "no-phases",
        "right": False,
        "why": "the plan has no phases",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "name-of-the-first-file",
        "right": False,
        "why": "the name is still that of a new file",
        "code": '''my_blueprint = """
name: My business
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "product-without-a-name",
        "right": False,
        "why": "a product whose name is three dots",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: "..."
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "nothing-paid-again",
        "right": False,
        "why": "all is paid once",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 0}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "launched-too-late",
        "right": False,
        "why": "a projection counts sales of the club in month 1, before it opens",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: early_club, month: 1, to_month: 1, unit: mrr, amount: 24, amount_high: 120,
     lines: [{product: shed_nights, quantity: 2, quantity_high: 10, unit_price: 12, amount: 24, amount_high: 120}]}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "no-policies",
        "right": False,
        "why": "no policies",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "no-journey",
        "right": False,
        "why": "no journey",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "to-do-in-capitals",
        "right": False,
        "why": "the name of a phase is TODO",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: TODO, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "policy-to-do",
        "right": False,
        "why": "the refund policy is still to do",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: to do, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "one-sentence-of-the-example",
        "right": False,
        "why": "for whom it is stands in the words of the example",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Adults who had piano lessons as children and want to play again
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "mrr-in-words-of-revenue",
        "right": False,
        "why": "the MRR projection counts twelve months as one: far above the runs",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

kpis:
  - {id: conversion, name: Buyers of the list, formula: buyers / people who left an address,
     base: people who left an address, window: month, unit: fraction, direction: up, owner: Mara,
     source: orders, target: 0.06, counter: churn_rate}
  - {id: mrr, name: Money that comes again, formula: members at the end of the month x 12, base: members,
     window: month, unit: currency, direction: up, owner: Mara, source: subscriptions, target: 600}
  - {id: churn_rate, name: Members who leave, formula: members lost in the month / members at its start,
     base: members at the start of the month, window: month, unit: fraction, direction: down, owner: Tom,
     source: subscriptions, target: 0.06}
  - {id: ltv, name: Worth of a member, formula: margin of a month / churn, base: members, window: month,
     unit: currency, direction: up, owner: Mara, source: subscriptions, target: 180}
  - {id: arpu, name: Paid by a member, formula: MRR / members, base: members, window: month, unit: currency,
     direction: up, owner: Mara, source: subscriptions, target: 12}
  - {id: engagement, name: Members who carved, formula: members with a photo / members, base: members,
     window: month, unit: fraction, direction: up, owner: Tom, source: activity, target: 0.4}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 3840, amount_high: 5760}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "no-kpis",
        "right": False,
        "why": "no kpis",
        "code": '''my_blueprint = """
name: Spoon Shed
currency: EUR
per_dollar: 0.9
as_of: 2026-11-02

audience:
  who: Office workers in flats who want to carve wood without a workshop
  pain_point: Their first spoon splits and they do not know why
  problems:
    - They cannot find green wood in town
    - They carve alone and give up in winter

products:
  - id: wood_map
    name: Where to Get Green Wood
    kind: lead_magnet
    price: 0
    problem: They cannot find green wood in town
    delivery: download
    next: [first_spoon]
  - id: first_spoon
    name: Your First Whole Spoon
    kind: core
    price: 80
    cost: 5
    problem: Their first spoon splits and they do not know why
    delivery: self_paced
    refund: {policy: All of it back for a month, days: 30, kind: full}
    onboarding:
      first_value_days: 2
      steps:
        - {kind: welcome, day: 0, what: A letter with the list of two knives}
        - {kind: quick_win, day: 2, what: A butter spreader from a twig}
    next: [shed_nights]
  - id: shed_nights
    name: Shed Nights
    kind: community
    price: 12
    billing: month
    cost: 1
    problem: They carve alone and give up in winter
    delivery: group_sessions
    refund: {policy: Leave at the end of any month, days: 0, kind: none, cancel_anytime: true}
    onboarding:
      first_value_days: 4
      steps:
        - {kind: welcome, day: 0, what: A stool and a name tag in the video room}
        - {kind: quick_win, day: 4, what: One cut shown by Mara on their own blank}
    next: []

ladder:
  upgrades:
    - {from: first_spoon, to: shed_nights, rate: 0.25, base: buyers of the spoon course, window_days: 30}

journey:
  - {id: split_reels, stage: awareness, asset: Reels of spoons that split, format: video, channel: reels,
     kpi: plays a month, target: 9000, owner: Mara, next: [map_page]}
  - {id: map_page, stage: consideration, asset: The wood map by postcode, format: web page, channel: website,
     kpi: addresses a month, target: 240, product: wood_map, owner: Mara, next: [spoon_page]}
  - {id: spoon_page, stage: purchase, asset: One spoon in nine cuts, format: sales page, channel: website,
     kpi: conversion, target: 0.06, product: first_spoon, owner: Mara, next: [spreader]}
  - {id: spreader, stage: activation, asset: The butter spreader task, format: exercise, channel: email,
     kpi: buyers with a photo, target: 0.5, product: first_spoon, owner: Tom, next: [thursday]}
  - {id: thursday, stage: retention, asset: Thursday evening at the bench, format: live call,
     channel: video room, kpi: members who came, target: 0.4, product: shed_nights, owner: Tom, next: [swap]}
  - {id: swap, stage: referral, asset: A spoon swap by post with a friend, format: post, channel: post,
     kpi: friends a month, target: 10, owner: Tom, next: [map_page]}

funnel:
  - {from: awareness, to: consideration, rate: 0.25, base: visitors of the wood map, window_days: 30}
  - {from: consideration, to: purchase, rate: 0.06, base: people who left an address, window_days: 30}

plan:
  title: Sixty days to Shed Nights
  title_days: 60
  phases:
    - {id: listen, name: Ten calls with buyers, kind: research, start_day: 1, end_day: 14, depends_on: [],
       owner: Tom}
    - {id: bench, name: Camera over the bench, kind: build, start_day: 15, end_day: 40, depends_on: [listen],
       owner: Tom}
    - {id: doors, name: Doors open, kind: launch, start_day: 41, end_day: 60, depends_on: [bench],
       owner: Mara, launches: [shed_nights]}

team:
  people:
    - {name: Mara, role: creator, hours_per_week: 15}
    - {name: Tom, role: community_manager, hours_per_week: 6}
  hours_per_week: 21
  community_hours_per_week: 5

policies:
  refund: {policy: A month to change your mind, days: 30, kind: full}
  privacy: {policy: The page about your data, contact: data@spoonshed.example, regimes: [gdpr]}

projections:
  - {id: winter_sales, month: 1, to_month: 3, unit: revenue, amount: 3200, amount_high: 4600}
  - {id: club_mrr, month: 12, to_month: 12, unit: mrr, amount: 320, amount_high: 480}

assumptions:
  channels:
    - {name: reels, visitors_per_month: 800, monthly_growth: 0.01}
    - {name: website, visitors_per_month: 200}
  subscribe_rate: {shed_nights: 0.25}
  churn: {shed_nights: {alpha: 1, beta: 16}}
  refund_rate: {first_spoon: 0.03}
"""
''',
    },
    {
        "task": "13-q7",
        "name": "path-as-text",
        "right": False,
        "why": "the name of the file and not its text",
        "code": '''my_blueprint = """
my-blueprint.yaml
"""
''',
    },
    {
        "task": "13-q7",
        "name": "only-a-name",
        "right": False,
        "why": "nothing but a name",
        "code": '''my_blueprint = """
name: Spoon Shed
"""
''',
    },
    {
        "task": "13-q7",
        "name": "not-set",
        "right": False,
        "why": "nothing is set",
        "code": """my_blueprint = None
""",
    },
]
