"""KPIs of members and of what customers say: activity and surveys."""

import pandas as pd

from ecotools.metrics import community
from ecotools.metrics.kpi.book import Book
from ecotools.metrics.kpi.registry import register

ENGAGEMENT_TARGETS = {"visit": 12, "post": 2, "comment": 5, "lesson": 5, "event": 1}
"""Actions a month that earn all points, unless the blueprint says otherwise under community: engagement:."""

NOBODY_ACTIVE = "nobody was active in this month"


@register(
    "active_members", name="Active members", base="everyone", unit="count", source="activity", additive=True
)
def active_members(book: Book):
    """People with at least one action in the month."""
    if not len(book.months):
        return pd.Series(dtype=float)
    return community.active_users(book.ledger, "M", start=book.months[0], end=book.months[-1])


@register(
    "stickiness",
    name="Stickiness",
    base="people active in the month",
    unit="fraction",
    source="activity",
    missing=NOBODY_ACTIVE,
)
def stickiness(book: Book):
    """Mean daily active people / people active in the month (DAU/MAU)."""
    return pd.Series({month: float(_stickiness(book, month, rows)) for month, rows in _activity(book)})


def _stickiness(book: Book, month: pd.Period, rows: pd.DataFrame) -> float:
    if rows.empty:
        return float("nan")
    first = max(month.start_time, book.ledger.start)
    last = min(month.end_time.normalize(), book.ledger.end - pd.Timedelta(days=1))
    return community.stickiness(rows, (last - first).days + 1, at=last)


@register(
    "engagement",
    name="Engagement score",
    base="people active in the month",
    unit="score",
    source="activity",
    missing=NOBODY_ACTIVE,
)
def engagement(book: Book):
    """Mean over active people of 100 x weighted mean of min(actions / target, 1), per kind of action.

    Targets and weights stand in the blueprint: ``community: {engagement: {targets: …, weights: …}}``. Without
    them ENGAGEMENT_TARGETS and equal weights are taken.
    """
    targets, weights = _engagement_settings(book)
    scores = {}
    for month, rows in _activity(book):
        counts = community.actions_per_member(rows).reindex(columns=list(targets), fill_value=0)
        scores[month] = community.engagement_score(counts, targets, weights).mean()
    return pd.Series(scores)


@register(
    "nps",
    name="Net promoter score",
    base="answers of the month",
    unit="score",
    source="surveys",
    missing="no answers in this month",
)
def nps(book: Book):
    """100 x (promoters - detractors) / answers to the NPS question in the month."""
    values = {}
    for month, rows in book.monthly(book.ledger.surveys):
        values[month] = community.nps(community.nps_answers(rows))["nps"]
    return pd.Series(values)


def _activity(book: Book):
    return book.monthly(book.ledger.activity)


def _engagement_settings(book: Book) -> tuple[dict, dict | None]:
    described = book.blueprint.community
    settings = described.engagement if described else None
    if settings is None:
        return ENGAGEMENT_TARGETS, None
    return settings.targets or ENGAGEMENT_TARGETS, settings.weights
