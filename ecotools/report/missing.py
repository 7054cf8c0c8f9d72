"""The parts that a report cannot have yet: what each would show, and lines to start from."""

from __future__ import annotations

from ecotools.report.blocks import Absent

EXAMPLES = {
    "offer": "products:\n  - {id: course, name: The course, kind: core, price: 199}",
    "journey": "journey:\n  - {id: post, stage: awareness, asset: A post, channel: blog, kpi: readers}",
    "ecosystem": (
        "map:\n  nodes:\n    - {id: course, kind: feature, name: The course}\n"
        "    - {id: wall, kind: community_asset, name: Wall of results}\n"
        "  edges:\n    - {from: course, to: wall, type: user, what: finished work}"
    ),
    "forecast": (
        "funnel:\n  - {from: awareness, to: purchase, rate: 0.02, base: visitors, window_days: 30}\n"
        "assumptions:\n  channels:\n    - {name: blog, visitors_per_month: 1000}"
    ),
    "kpis": "kpis:\n  - {id: revenue, name: Revenue, unit: currency, target: 5000}",
    "plan": "plan:\n  phases:\n    - {id: build, name: Build, start_day: 1, end_day: 28, owner: You}",
}
"""Lines to begin a section of a blueprint with; the numbers in them are examples, not advice."""

SHOWS = {
    "offer": ("Offer and prices", "what is sold, for how much, and how far apart the prices stand"),
    "journey": ("Customer journey", "where customers are met from the first contact to the recommendation"),
    "ecosystem": ("Ecosystem map", "what there is, what flows between, and which loops feed themselves"),
    "forecast": ("Forecast", "revenue, MRR and subscribers over the months to come, with intervals"),
    "kpis": ("KPIs", "the numbers that are watched, each against its target"),
    "plan": ("Plan", "the phases on a time line, with owners and what waits for what"),
}


def absent(section: str, missing: str, *, example: bool = True) -> Absent:
    """Return what to say about a section without data.

    >>> absent("plan", "no phases (`plan.phases`)").title
    'Plan'
    """
    title, shows = SHOWS[section]
    return Absent(title, shows, missing, EXAMPLES[section] if example else "")
