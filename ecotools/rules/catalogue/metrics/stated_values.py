"""MET: what a business states of itself, held against its ledger."""

from ecotools.blueprint import Measured
from ecotools.rules.catalogue.metrics import metrics
from ecotools.rules.engine.limits import amount, at_most
from ecotools.rules.engine.parts import Missing, Part, plain
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import computed, last, money, off_by, only, percent


@metrics.rule(
    "MET13",
    severity="error",
    title="What is stated of a number agrees with the ledger",
    reason="Whoever finds two values for one month believes neither, nor any other number of the page.",
    source=Seed("000", "77", "Common Mistakes"),
    kind="numeric",
    threshold=at_most(0.05, "% off"),
    basis="derived",
    over=lambda business: only(_stated(business), "measured[] or claims[] about a KPI that a ledger tells"),
    note="The source warns of decisions by gut feel; that two values of one number are to agree is "
    "arithmetic. Looked at are the months that the ledger saw whole, and for a value without a month the "
    "last of them. A simulated ledger did not happen, so nothing is held against it. The examples are "
    "those of a business whose ledger has an MRR of 40.",
    do="Correct the stated value, or the ledger; if the two count something else, give yours an id of its "
    "own.",
    fails="""
        kpis: [{id: mrr, name: MRR}]
        measured: [{metric: mrr, value: 999999, period: 2025-02}]
        """,
    passes="""
        kpis: [{id: mrr, name: MRR}]
        measured: [{metric: mrr, value: 40, period: 2025-02}]
        """,
)
def stated_values_agree_with_the_ledger(said, limit):
    if said.business.ledger.truth is not None:
        raise Missing("a ledger of what happened; this one is simulated")
    metric, product = _about(said)
    by_month = computed(said, metric, product=product)
    if not by_month:
        raise Missing(f"a ledger that tells {metric}")
    told = _stated_by_month(said, otherwise=max(by_month))
    # Of the two numbers it is the ledger's that the other one is measured by.
    off = {month: off_by(by_month[month], value) for month, value in told.items() if month in by_month}
    if not off:
        raise Missing(f"a month of {metric} that both the blueprint and the ledger tell")
    worst = max(off, key=off.get)
    if off[worst] not in limit:
        stated, right = (_shown(values[worst], metric, said) for values in (told, by_month))
        of = f" of {product}" if product else ""
        found = f"{metric}{of} of {worst} is stated as {stated}, the ledger has {right}"
        yield said.finding("value" if said.has("value") else "values", found=found)


def _stated(business: Part) -> list[Part]:
    """Return what is measured or claimed of KPIs that the library computes, of all people."""
    business.ledger  # noqa: B018  without one there is nothing to hold against
    from ecotools.metrics.kpi import REGISTRY

    measured = [one for one in business.get("measured", []) if one.metric in REGISTRY]
    claimed = [one for one in business.get("claims", []) if one.has("value") and one.get("kpi") in REGISTRY]
    return [*(one for one in measured if not one.has("segment")), *claimed]


def _measured(said: Part) -> bool:
    return isinstance(plain(said), Measured)


def _about(said: Part) -> tuple[str, str]:
    """Return which KPI a statement is about, and of which product; of the whole business, when empty."""
    return (said.metric, said.get("product") or "") if _measured(said) else (said.kpi, "")


def _stated_by_month(said: Part, otherwise: str) -> dict[str, float]:
    """Return a statement by month; a value without one is taken for that of another month."""
    if not _measured(said):
        return {otherwise: said.value}
    return plain(said).series or {otherwise: last(said)}


def _shown(value: float, metric: str, said: Part) -> str:
    from ecotools.metrics.kpi import REGISTRY

    unit = REGISTRY[metric].unit
    if unit == "currency":
        return money(value, said)
    return percent(value) if unit == "fraction" else amount(value)
