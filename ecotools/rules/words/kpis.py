"""Words for rules about KPIs: which one an id is, which way is better, how a claimed change reads."""

import re
from collections.abc import Iterable

from ecotools.rules.engine.limits import amount
from ecotools.rules.engine.parts import Part
from ecotools.rules.words.vocabulary import money

ALSO_CALLED = {
    "activation": ("activated", "onboarded", "first_value", "aha"),
    "aov": ("average_order_value",),
    "arpu": ("arppu", "arpa", "mrr_per_customer", "revenue_per_user"),
    "churn_rate": ("churn", "retention", "nrr", "grr", "cancellations"),
    "completion": ("completed", "finished", "finishers", "graduates"),
    "conversion": ("trial_to_paid", "close_rate", "win_rate"),
    "engagement": ("active", "activity", "stickiness", "participation", "dau", "wau", "mau"),
    "innovation": ("releases", "new_products", "new_features", "experiments"),
    "ltv": ("clv", "lifetime_value"),
    "margin": ("profit", "profitability"),
    "team_efficiency": ("efficiency", "productivity", "hours_per_member", "revenue_per_head"),
    "team_satisfaction": ("enps", "staff_satisfaction"),
}
"""KPI -> what else it may be called, in its id or its name."""

FAMILY_OF = {"activation": "activation", "churn_rate": "retention", "engagement": "engagement"}
"""KPI -> the family of which any KPI tells the same."""


def unwatched(wanted: Iterable[str], kpis: Iterable[Part]) -> list[str]:
    """Return the wanted KPIs that none of the KPIs means, by its id, its name or its family.

    An id or a name may have more words than needed.

    >>> from ecotools.blueprint import Blueprint
    >>> from ecotools.rules.engine.parts import Business
    >>> said = "name: Q\\nkpis: [{id: lead_conversion, name: Leads}, {id: k2, name: Net MRR churn}]"
    >>> unwatched(["conversion", "churn_rate", "ltv"], Business(Blueprint.from_yaml(said)).kpis)
    ['ltv']
    """
    have = [(_words(kpi.id), _words(kpi.name), kpi.get("family")) for kpi in kpis]
    return [name for name in wanted if not any(_means(name, *one) for one in have)]


def _means(name: str, id: set[str], called: set[str], family: str | None) -> bool:
    by_family = family is not None and FAMILY_OF.get(name) == family
    return by_family or any(form <= id or form <= called for form in _forms(name))


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


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))
