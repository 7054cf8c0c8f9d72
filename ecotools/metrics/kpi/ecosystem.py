"""KPIs of what an ecosystem adds to the business: partners, what customers make, features, a marketplace."""

import pandas as pd

from ecotools.metrics.kpi.book import Book
from ecotools.metrics.kpi.registry import register

CALLS = ("first_call", "call")
"""Steps of a partner that use the API."""


@register(
    "integration_adoption",
    name="Integration adoption",
    base="partners that had signed up by the end of the month and had not left before it",
    unit="fraction",
    source="partners",
    missing="no partner had signed up by the end of the month",
)
def integration_adoption(book: Book):
    """Partners that used the API in the month / partners there."""
    rows = book.history.partners
    if not len(rows):
        return pd.Series(dtype=float)
    month, step = rows["day"].dt.to_period("M"), rows["step"].astype(str)
    there = pd.DataFrame({"joined": month.groupby(rows["partner"].astype(str)).min()})
    there["left"] = month[step == "left"].groupby(rows["partner"].astype(str)).max()
    called = rows.loc[step.isin(CALLS), "partner"].astype(str).groupby(month).agg(set)
    shares = {}
    for one in book.months:
        mine = set(there.index[(there["joined"] <= one) & ~(there["left"] < one)])
        shares[one] = len(mine & called.get(one, set())) / len(mine) if mine else float("nan")
    return pd.Series(shares)


@register(
    "ugc_growth", name="New assets of users", base="everyone", unit="count", source="assets", additive=True
)
def ugc_growth(book: Book):
    """Things that customers published for others in the month, those that were taken down later included."""
    return book.count(book.ledger.assets["day"])


@register("ugc_assets", name="Assets of users", base="everyone", unit="count", source="assets", additive=True)
def ugc_assets(book: Book):
    """Things made by customers that are up at the end of the month."""
    made = book.history.assets
    gone = made["removed"].dropna()
    before = (made["day"] < book.ledger.start).sum() - (gone < book.ledger.start).sum()
    return before + (book.count(made["day"]) - book.count(gone)).cumsum()


@register(
    "feature_lift",
    name="Lift of features",
    base="people who met a feature, or were kept from it, in the month, observed for the whole window",
    unit="fraction",
    source="exposures",
)
def feature_lift(book: Book):
    """Share of those with the feature who buy within the window - share of those without it.

    The window is that of the blueprint's funnel step to the purchase, else 30 days. It is the effect of the
    feature where a lot decided who has it. Several features count together.
    """
    met = book.ledger.exposures.reset_index(drop=True)
    steps = [step.window_days for step in book.blueprint.funnel if step.to_stage == "purchase"]
    window = steps[0] if steps else 30
    bought = _bought_in_time(book, met, window)
    variant = met["variant"].astype(str)
    sides = {}
    for one in ("with", "without"):
        mine = variant == one
        weight = pd.Series(1.0, index=met.index[mine])
        sides[one] = book.ripe_ratio(met["day"][mine], bought[mine], weight, window)
    reason = sides["with"]["reason"].where(sides["with"]["reason"] != "", sides["without"]["reason"])
    nobody = reason == "nobody started in this month"
    reason = reason.mask(nobody, "nobody met a feature in this month, or nobody was kept from it")
    return pd.DataFrame({"value": sides["with"]["value"] - sides["without"]["value"], "reason": reason})


def _bought_in_time(book: Book, met: pd.DataFrame, window: int) -> pd.Series:
    """Return 1 for each meeting that a first payment, or a paid order, follows within the window."""
    orders = book.ledger.orders[book.ledger.orders["amount"] > 0]
    paid = [
        orders[["customer_id", "day"]],
        book.first_payments.rename("day").rename_axis("customer_id").reset_index(),
    ]
    days = pd.concat([one for one in paid if len(one)] or [orders[["customer_id", "day"]]])
    pairs = met.reset_index(names="row").merge(days, on="customer_id", suffixes=("", "_paid"))
    waited = (pairs["day_paid"] - pairs["day"]).dt.days
    hit = pairs.loc[(waited >= 0) & (waited <= window), "row"]
    return pd.Series(met.index.isin(hit), index=met.index).astype(float)


@register(
    "gmv",
    name="Gross merchandise volume",
    base="everyone",
    unit="currency",
    source="market",
    additive=True,
)
def gmv(book: Book):
    """What buyers paid to third parties through the marketplace in the month, before anybody's share."""
    return book.total(book.ledger.market["amount"], book.ledger.market["day"])


@register(
    "take_rate",
    name="Take rate",
    base="what buyers paid in the marketplace in the month",
    unit="fraction",
    source="market",
    missing="nothing was sold in the marketplace in this month",
)
def take_rate(book: Book):
    """What the platform kept / what buyers paid."""
    rows = book.ledger.market
    paid = book.total(rows["amount"], rows["day"])
    return book.total(rows["fee"], rows["day"]) / paid.where(paid > 0)
