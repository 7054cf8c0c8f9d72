"""The first and the last parts of a report: what it says in short, what is missing, where it comes from."""

from __future__ import annotations

from ecotools import __version__
from ecotools.blueprint import STAGES
from ecotools.forecast import LEVEL
from ecotools.plots.formats import listing, money, percent, period, plural, quantity
from ecotools.report.blocks import Absent, Card, Cards, Code, Facts, Head, Items, Section, Words
from ecotools.report.material import Material
from ecotools.report.tables import priced
from ecotools.rules.engine.run import NOT_CHECKED, OK


def summary(material: Material, away: list[Absent]) -> Section:
    """Return the business in short: what it is, and its main numbers."""
    blocks = []
    if facts := _facts(material.blueprint):
        blocks.append(Facts(facts))
    blocks.append(Cards("In short", _cards(material)))
    if away:
        names = listing([one.title.lower() if one.title != "KPIs" else one.title for one in away])
        said = f"Not in this report, because the blueprint does not say enough: {names}."
        blocks.append(Words(f"{said} The part “Not in this report yet” says what to add.", quiet=True))
    return Section("summary", "Summary", blocks)


def _facts(blueprint) -> list[tuple[str, str]]:
    audience, strategy = blueprint.audience, blueprint.strategy
    pairs = []
    if strategy and strategy.value_proposition:
        pairs.append(("What it stands for", strategy.value_proposition))
    if audience:
        pairs.append(("For whom", audience.who))
        pairs += [("Their main problem", audience.pain_point)] if audience.pain_point else []
    cores = [one.name for one in blueprint.products if one.kind == "core"]
    if cores:
        pairs.append(("Core product" if len(cores) == 1 else "Core products", listing(cores, most=4)))
    community = blueprint.community
    if community and community.purpose:
        pairs.append(("Community", community.purpose))
    return pairs


def _cards(material: Material) -> list[Card]:
    blueprint, found = material.blueprint, material.review
    cards = []
    if blueprint.products:
        said = [one.price for one in priced(blueprint)]
        low, high = (money(end, material.currency) for end in (min(said), max(said))) if said else ("", "")
        span = f"from {'free' if min(said) == 0 else low} to {high}" if said and low != high else low
        cards.append(Card("Products", str(len(blueprint.products)), (span or "no price said yet",)))
    if blueprint.journey:
        gaps, stages = blueprint.gaps(), len(STAGES)
        note = f"nothing yet for {listing(gaps)}" if gaps else "no gap"
        met = f"{stages - len(gaps)} of {stages}"
        cards.append(Card("Stages of the journey with a touchpoint", met, (note,)))
    if material.forecast:
        cards += _forecast_cards(material)
    if judged := [row for row in material.of_month() if row["on_target"] in (True, False)]:
        good = sum(bool(row["on_target"]) for row in judged)
        cards.append(Card("KPIs on target", f"{good} of {len(judged)}", (f"in {period(material.month)}",)))
    counts = found.counts
    note = f"{plural(len(found.errors), 'error')}; {counts[OK]} rules ok, {counts[NOT_CHECKED]} not checked"
    cards.append(Card("Findings of the review", str(len(found.findings)), (note,)))
    return cards


def _forecast_cards(material: Material) -> list[Card]:
    cards = []
    for measure in material.forecast.measures:
        last = material.forecast.of(measure).iloc[-1]
        median, low, high = (
            quantity(last[end], last["unit"], material.currency) for end in ("median", "low", "high")
        )
        note = f"simulated; {percent(LEVEL)} of the runs: {low} to {high}"
        cards.append(Card(f"{last['name']} in month {last['month']}", median, (note,)))
    return cards


def missing(away: list[Absent]) -> Section:
    """Return the parts that the report cannot have yet, each with what to add to the blueprint."""
    words = "Each part appears as soon as the blueprint says what it needs. "
    blocks: list = [Words(f"{words}The numbers in the examples are no advice.")]
    for one in away:
        blocks += [Head(one.title), Words(f"It would show {one.shows}. Missing: {one.missing}.")]
        if one.example:
            blocks.append(Code(f"Lines to begin the part {one.title} with", one.example))
    return Section("missing", "Not in this report yet", blocks)


def sources(material: Material) -> Section:
    """Return where everything in the report comes from, and what it does not claim."""
    told = [
        "What the business is and plans comes from its blueprint, a file that the business wrote "
        "itself; nobody else has checked it.",
        f"Money is in {material.currency}. Rates are shares of the base named beside them. A month "
        "is a calendar month.",
    ]
    if made := material.forecast:
        source = "the blueprint's assumptions" if made.first is None else "the ledger and the blueprint"
        told.append(
            f"The forecast is simulated from {source} ({made.runs} runs of {plural(made.months, 'month')}, "
            f"seed {made.seed}); it is not a promise, and the same files give the same numbers. "
            "Revenue is one-time sales before refunds, and subscriptions as they are earned day by day. "
            "Churn follows the shifted beta-geometric model (Fader & Hardie, 2007)."
        )
    if material.kpis is not None:
        simulated = material.ledger.truth is not None
        told.append(
            "The KPIs are computed from a simulated ledger: nothing in it has happened."
            if simulated
            else "The KPIs are computed from the business's own ledger by the definitions beside them."
        )
    told.append(
        "The review applies published rules of thumb about digital product ecosystems; "
        "`ecotools review --explain` and a rule's id shows its reason and its source."
    )
    told.append(f"Made with ecotools {__version__}.")
    return Section("sources", "Sources and assumptions", [Items(told)])
