"""Module 07: the club keeps a part of the gap, a lot finds it in both worlds, and inviting everybody pays."""

from functools import cache

import numpy as np
import pandas as pd

from ecotools import data
from ecotools.metrics import community, effects, moderation, support
from ecotools.simulate import GhostTown, ToxicMonth, simulate

TIERS = ["membership_lite", "membership", "membership_plus"]
SCALE, MARGIN, HOUR = 20, (24, 264), 30
WEEKS_ON = pd.Period("2025-10", "M")


def company(**joining):
    """Return Quillwork with a club that all three tiers may join."""
    quillwork, churn = data.quillwork(), {"alpha": 0.9, "beta": 11}
    quillwork.assumptions.churn = quillwork.assumptions.churn | dict.fromkeys(TIERS, churn)
    quillwork.assumptions.payment_failure_rate = 0
    usual = {"share": 0.5, "selection": 0.8, "effect": 0.8, "invited_share": 0.5, "persuaded": 0.25}
    quillwork.assumptions.joining = usual | {"plans": TIERS} | joining
    return quillwork


def world(seed, hidden):
    """Return the estimates of a world, each with the truth that it is about, and its people."""
    ledger = simulate(company(hidden=hidden), 24, seed, scale=SCALE)
    people = effects.subscribers(ledger, 12, plans=TIERS)
    # So wide that chance alone leaves the truth outside in one of a thousand.
    table = effects.estimates(people, "busy_days", invited="invited", level=0.999).set_index("method")
    stay = pd.DataFrame(ledger.truth["joining"]["stay"]).set_index("months").loc[12]
    table["truth"] = stay["members"] - stay["members_without"]
    table.loc["encouraged", "truth"] = stay["persuadable"] - stay["persuadable_without"]
    table["holds"] = (table["low"] <= table["truth"]) & (table["truth"] <= table["high"])
    return table, people


def opened(seed, effect):
    """Return who was kept month by month, when the club opened in October for one of two plans."""
    quillwork = company(effect=effect, selection=0.9, plans=["membership"], from_month=10)
    assumed, equal = quillwork.assumptions, dict.fromkeys(TIERS[:2], 0.24)
    assumed.plan_change, assumed.subscribe_rate = {}, assumed.subscribe_rate | equal
    assumed.churn = assumed.churn | {plan: {"alpha": 3, "beta": 20} for plan in TIERS[:2]}
    panel = effects.subscriber_months(simulate(quillwork, 18, seed, scale=SCALE), plans=TIERS[:2])
    return panel[panel["month"] >= "2025-05"].assign(access=panel["product"] == "membership")


def on_a_day(seed):
    """Return the difference in differences with its truth, and that of a placebo."""
    panel, nothing = opened(seed, 0.8), opened(seed, 0)
    kept = [each[each["access"] & (each["month"] > WEEKS_ON)]["kept"].mean() for each in (panel, nothing)]
    settled, before = panel[panel["month"] != WEEKS_ON], panel[panel["month"] < WEEKS_ON]
    found = effects.difference_in_differences(settled, "2025-11", level=0.999).iloc[0]
    placebo = effects.difference_in_differences(before, "2025-08", level=0.999).iloc[0]
    return found, kept[0] - kept[1], placebo


def october(seed, incident):
    """Return October's churn by who joined when, and its health, with an incident from September on."""
    book = simulate(company(), 18, seed, scale=SCALE / 2, incidents=incident)
    panel = effects.subscriber_months(book, plans=TIERS)
    panel = panel[panel["month"] == WEEKS_ON]
    acts = book.activity[book.activity["action"].isin(effects.TOGETHER)]
    joined = panel["customer_id"].map(acts.groupby("customer_id")["day"].min())
    kinds = {"older": joined < "2025-09-01", "others": joined.isna()}
    kinds["new"] = (joined >= "2025-09-01") & (joined < "2025-10-01")
    acts = acts[acts["day"].dt.to_period("M") == WEEKS_ON]
    active = acts["customer_id"].nunique()
    measures = pd.DataFrame({"active": [active / len(panel)], "acts": [acts["count"].sum() / active]})
    health = community.health_index(measures, {"active": (0, 0.5), "acts": (1, 8)})["health"].item()
    return {name: 1 - panel.loc[rows, "kept"].mean() for name, rows in kinds.items()} | {"health": health}


def answers(seed):
    """Return the hours a month that members' answers save the team."""
    rng, end = np.random.default_rng(seed + 10), pd.Timestamp("2025-01-01")
    asked = pd.Series(pd.Timestamp("2024-10-01") + pd.to_timedelta(rng.uniform(0, 92 * 24, 160), unit="h"))
    by = pd.Series(rng.choice(["member", "team", "nobody"], 160, p=[0.5, 0.35, 0.15]))
    answered = asked + pd.to_timedelta(rng.exponential(np.where(by == "member", 8, 30)), unit="h")
    known = (by != "nobody") & (answered < end)
    questions = pd.DataFrame({"asked": asked, "answered": answered.where(known), "by": by.where(known)})
    quarter = support.answers(questions, until=end).iloc[0]
    return quarter["by_members"] * (1 - quarter["unanswered"]) * 160 * 12 / 60 / 3


def inside(small, seed):
    """Return what the lesson says of the club from within: who is active, thanked, held up."""
    together = small.activity[small.activity["action"].isin(effects.TOGETHER)]
    everybody, december = together["customer_id"].unique(), together[together["day"] >= "2025-12-01"]
    lengths, weeks = {"day": "D", "week": "W", "month": "M"}, {"start": "2025-12-01", "end": "2025-12-29"}
    active = {name: community.active_users(together, freq, **weeks).mean() for name, freq in lengths.items()}
    terms = data.quillwork().community.engagement
    acts = community.actions_per_member(small, start="2025-12-01").reindex(everybody, fill_value=0)
    sway = community.engagement_sensitivity(acts, terms.targets, terms.weights, factors=[2])
    months = [month for _, month in together.groupby(together["day"].dt.to_period("M"))]
    thanked = {who for month in months for who in community.without(month, top=5).attrs["gone"]}
    rng, spam = np.random.default_rng(seed + 30), np.arange(400) % 2 == 0
    scored = pd.DataFrame({"score": rng.beta(np.where(spam, 5, 2), np.where(spam, 2, 5)), "spam": spam})
    posts = 300 * community.contributions(december).sum() / 31 / december["customer_id"].nunique()
    return {
        "active": {name: number / len(everybody) for name, number in active.items()},
        "order": sway["rank_correlation"].min(),
        "never thanked": community.overlooked(together, thanked),
        "filter": moderation.spam_filter(scored, [0.5], base_rate=0.02, posts_a_day=posts).iloc[0],
    }


def net(effect, members, cost, saved=0):
    """Return what is left of the worth of those kept, less the cost, a year."""
    roi = community.community_roi(
        effect, members=members, value_of_staying=MARGIN, cost=cost, support_saved=saved
    )
    return roi.loc["net", "value"]


@cache
def numbers(seed):
    """Return what the decision rests on."""
    (seen, people), (hidden, others) = world(seed, 0.0), world(seed, 0.6)
    members, everybody = others["joined"].sum() / SCALE, len(others) / SCALE
    rituals = pd.DataFrame([ritual.model_dump() for ritual in data.quillwork().community.rituals])
    hours = community.ritual_hours(rituals).loc["together", "hours"] * 52 * HOUR
    saved = answers(seed) * 12 * HOUR
    invited = effects.naive(others, joined="invited")
    small = simulate(company(), 12, seed)
    plus = small.subscriptions.query("product == 'membership_plus'")["customer_id"]
    together = small.activity[small.activity["action"].isin(["post", "comment"])]
    wrong = {"ghost": [GhostTown(9, months=3, churn_factor=3)]}
    wrong |= {"toxic": [ToxicMonth(9, months=3, churn_factor=3)], "ordinary": []}
    return {
        "seen": seen,
        "hidden": hidden,
        "stayed": people.groupby("joined")["stayed"].mean(),
        "hidden stayed": others.groupby("joined")["stayed"].mean(),
        "invited": invited.iloc[0],
        "invite": net(invited, everybody, everybody * 5 / 60 * HOUR),
        "naive": net(effects.naive(others), members, hours, saved),
        "matched": net(effects.matched(others, "busy_days"), members, hours, saved),
        "day": on_a_day(seed),
        "october": {name: october(seed, incident) for name, incident in wrong.items()},
        "inside": inside(small, seed),
        "floor": community.free_floor(together, plus).loc["together", "share_lost"],
    }


ALIKE = ["stratified", "matched", "weighted"]
CONDITIONS = {
    "nine in ten members stay": lambda n: 0.87 < n["stayed"][True] < 0.92,
    "and three in ten of the others": lambda n: 0.27 < n["stayed"][False] < 0.34,
    "and the second world looks the same": lambda n: np.abs(n["stayed"] - n["hidden stayed"]).max() < 0.03,
    "the naive number is more than twice the truth": lambda n: (
        n["seen"].loc["naive", "effect"] > 2 * n["seen"].loc["naive", "truth"]
    ),
    "and misses it in both worlds": lambda n: (
        not any(n[way].loc["naive", "holds"] for way in ("seen", "hidden"))
    ),
    "like beside like finds the truth where the selection shows": lambda n: (
        n["seen"].loc[ALIKE, "holds"].all()
    ),
    "within five points": lambda n: (n["seen"]["effect"] - n["seen"]["truth"]).abs()[ALIKE].max() < 0.05,
    "and misses it where it is hidden": lambda n: not n["hidden"].loc[ALIKE, "holds"].any(),
    "where all three are too high": lambda n: (
        n["hidden"].loc[ALIKE, "effect"] > n["hidden"].loc[ALIKE, "truth"]
    ).all(),
    "the lot finds it in both": lambda n: all(
        n[way].loc["encouraged", "holds"] for way in ("seen", "hidden")
    ),
    "with a wider interval": lambda n: (n["hidden"]["high"] - n["hidden"]["low"]).idxmax() == "encouraged",
    "and says that the club makes people stay": lambda n: n["hidden"].loc["encouraged", "low"] > 0,
    "those whom an invitation moves have more to gain": lambda n: (
        n["hidden"].loc["encouraged", "truth"] > 1.5 * n["hidden"].loc["matched", "truth"]
    ),
    "the interval of the invitation lies above zero": lambda n: n["invited"]["low"] > 0,
    "inviting everybody pays": lambda n: n["invite"] > 0,
    "by the naive number the club seems to pay": lambda n: n["naive"] > 0,
    "by the matched one it brings less than a third of that": lambda n: n["matched"] < n["naive"] / 3,
    "the day on which it opened finds the truth": lambda n: (
        n["day"][0]["low"] <= n["day"][1] <= n["day"][0]["high"]
    ),
    "and tells it from nothing": lambda n: n["day"][0]["low"] > 0,
    "while the placebo holds zero": lambda n: n["day"][2]["low"] <= 0 <= n["day"][2]["high"],
    "a ghost town leaves the older members alone": lambda n: (
        abs(n["october"]["ghost"]["older"] - n["october"]["ordinary"]["older"]) < 0.005
    ),
    "and takes the new ones": lambda n: n["october"]["ghost"]["new"] > 0.08,
    "a toxic month takes both": lambda n: min(n["october"]["toxic"][who] for who in ("older", "new")) > 0.08,
    "and nobody outside": lambda n: (
        n["october"]["toxic"]["others"]
        == n["october"]["ghost"]["others"]
        == n["october"]["ordinary"]["others"]
    ),
    "an index of activity notices the ghost town": lambda n: (
        n["october"]["ghost"]["health"] < 0.3 * n["october"]["ordinary"]["health"]
    ),
    "and hardly the toxic month": lambda n: (
        n["october"]["toxic"]["health"] > 0.8 * n["october"]["ordinary"]["health"]
    ),
    "one club is basic by the day": lambda n: 0.02 < n["inside"]["active"]["day"] < 0.06,
    "and mastermind or hybrid by the month": lambda n: 0.4 < n["inside"]["active"]["month"] < 0.7,
    "other weights hardly move the order": lambda n: n["inside"]["order"] > 0.97,
    "a wall of the most active never thanks most of those who give": lambda n: (
        n["inside"]["never thanked"].attrs["share"] > 0.5
    ),
    "some of whom gave for half a year": lambda n: (n["inside"]["never thanked"]["months"] >= 6).any(),
    "a low threshold finds most of the spam": lambda n: n["inside"]["filter"]["recall"] > 0.8,
    "and holds up mostly good posts": lambda n: n["inside"]["filter"]["precision"] < 0.5,
    "more than a moderator can take beside nine reports": lambda n: (
        9 + n["inside"]["filter"]["held_a_day"] > 12
    ),
    "most contributions stand on the cheaper tiers": lambda n: n["floor"] > 0.5,
    "a moderator who can take twelve reports has no end of them at thirteen": lambda n: (
        moderation.waiting(13, 1, 20, hours_a_day=4)["minutes"] == np.inf
    ),
}


def holds(seed):
    """Assert that the decision's conditions hold for a seed."""
    told = numbers(seed)
    assert [said for said, condition in CONDITIONS.items() if not condition(told)] == [], told
