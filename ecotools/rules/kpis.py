"""Words for rules about KPIs: which one an id is, which way is better, how a claimed change reads."""

from __future__ import annotations

from collections.abc import Iterable

from ecotools.rules.engine.limits import amount
from ecotools.rules.engine.parts import Part
from ecotools.rules.vocabulary import money

ALSO_CALLED = {
    "aov": ("average_order_value",),
    "arpu": ("arppu", "arpa"),
    "churn_rate": ("churn",),
    "ltv": ("clv", "lifetime_value"),
}
"""KPI -> what else its id may be."""


def unwatched(wanted: Iterable[str], ids: Iterable[str]) -> list[str]:
    """Return the wanted KPIs that none of the ids is; an id may have more words than needed.

    >>> unwatched(["conversion", "churn_rate", "ltv"], ["lead_conversion", "net_mrr_churn"])
    ['ltv']
    """
    have = [_words(id) for id in ids]
    return [name for name in wanted if not any(form <= words for form in _forms(name) for words in have)]


def on_dashboard(business: Part) -> list[Part]:
    """Return the KPIs that the dashboard shows."""
    shown = set(business.business.dashboard.kpis)
    return [kpi for kpi in business.business.kpis if kpi.id in shown]


def better_way(kpi: str) -> str | None:
    """Return which way is better for a KPI that ecotools knows, else None.

    >>> better_way("churn_rate"), better_way("loaves")
    ('down', None)
    """
    from ecotools.metrics.kpi import REGISTRY

    return REGISTRY[kpi].direction if kpi in REGISTRY else None


def change(claim: Part) -> str:
    """Return the change that a claim states, without its sign and in its unit: ``"15%"``."""
    size, unit = abs(claim.delta), claim.get("unit")
    if unit in ("revenue", "mrr", "arr", "currency"):
        return money(size, claim)
    return amount(size, {"fraction": "%", "count": "", None: ""}.get(unit, unit))


def _forms(name: str) -> list[set[str]]:
    return [_words(form) for form in (name, *ALSO_CALLED.get(name, ()))]


def _words(id: str) -> set[str]:
    return set(id.replace("-", "_").split("_"))
