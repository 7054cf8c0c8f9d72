"""The last parts: what the numbers rest on, what a review found, what is missing, where it comes from."""

import re
from functools import cache, partial

import pandas as pd

from ecotools import __version__
from ecotools.blueprint import Blueprint
from ecotools.plots.canvas.formats import count, percent, plural
from ecotools.report.assumptions import assumptions
from ecotools.report.blocks import Head, Items, ReportSection, ReportTable, Words, without_empty
from ecotools.report.gaps import Absent
from ecotools.report.inputs import Material
from ecotools.report.tables import upper_first, with_range
from ecotools.rules import rules
from ecotools.rules.engine.rule import SEVERITIES

WEIGHTS = {"error": "grave", "warning": "worth a change", "info": "a remark"}
_ID = re.compile(r"\b[a-z0-9]+(?:[_-][a-z0-9]+)*\b")
_WORD = re.compile(r"[a-z]+")


def rests_on(material: Material) -> ReportSection | None:
    """Return the numbers that the forecast rests on, each with its source; None without a forecast."""
    made = material.forecast
    if made is None:
        return None
    if made.first is None:
        said = "No sales were handed over: all of these numbers are stated, and nobody has checked them."
        heads, exact = ("About", "Assumed", "Source"), assumptions(material.blueprint)
        rows = [tuple(row) for row in exact.itertuples(index=False)]
    else:
        said = "Where enough has happened a number was counted, with the range of the count; the others are "
        said += "stated."
        heads, exact = ("About", "Taken, and its range", "Source"), made.parameters
        shown = exact[exact["unit"] != "ratio"]
        rows = [(row.about, _ranged(row), row.source) for row in shown.itertuples()]
    table = ReportTable("What the forecast rests on", heads, rows, (), "assumptions", exact, paper=14)
    return ReportSection("assumptions", "Assumptions and their sources", [Words(said), table])


def _ranged(row) -> str:
    """Return a number of the forecast with the range that 80% of its draws lie in."""
    write = count if row.unit == "count" else partial(percent, signed=row.unit == "growth")
    if write(row.low) == write(row.high):
        return write(row.value)
    return with_range(row.value, row.low, row.high, write)


def appendix(material: Material, away: list[Absent]) -> ReportSection:
    """Return what the review found, what is not in the report, and where all of it comes from."""
    blocks = [Head("What a review found"), *_findings(material), *_waived(material)]
    if away:
        rows = [(one.title, upper_first(one.shows), one.brings) for one in away]
        table = ReportTable(
            "Parts that this report cannot have yet", ("Part", "It would show", "It takes"), rows
        )
        blocks += [Head("What is not in this report"), table]
    return ReportSection(
        "appendix", "Appendix", [*blocks, Head("Where it comes from"), Items(_sources(material))]
    )


def _findings(material: Material) -> list:
    found = material.review
    total, fine = len(found.findings), found.counts["ok"]
    profile = f", as they hold for the profile {found.profile}" if found.profile else ""
    said = f"The business was held against published rules of thumb for digital products{profile}. "
    if not total and not fine:
        return [Words(f"{said}It states too little yet for any of them.")]
    said += f"{plural(fine, 'rule')} {'is' if fine == 1 else 'are'} met"
    if not total:
        return [Words(f"{said}, and none is broken.")]
    broken = len({one.rule for one in found.findings})
    said += f", {plural(broken, 'other')} {'is' if broken == 1 else 'are'} not, and what was found is below."
    return [Words(said), _table(material)]


def _table(material: Material) -> ReportTable:
    """Return the findings by rule, the gravest first: what good practice asks for, and what was found."""
    names = names_of(material.blueprint)
    rows, seen = [], {}
    for one in material.review.findings:
        seen.setdefault((SEVERITIES.index(one.severity), one.rule), []).append(one)
    for _, told in sorted(seen.items(), key=lambda item: item[0][0]):
        what = list(dict.fromkeys(_plain(one.found, names) for one in told))
        more = f"; and {len(what) - 2} more" if len(what) > 2 else ""
        asked = told[0].title + (f" ({told[0].threshold})" if told[0].threshold and len(told) == 1 else "")
        rows.append((_plain(asked, names), "; ".join(what[:2]) + more, WEIGHTS[told[0].severity]))
    exact = pd.DataFrame(
        [
            (one.severity, one.rule, one.title, one.where, one.found, one.do)
            for one in material.review.findings
        ],
        columns=["severity", "rule", "title", "where", "found", "do"],
    )
    heads = ("What good practice asks for", "What was found", "Weight")
    return without_empty(
        ReportTable("Findings, the gravest first", heads, rows, (), "findings", exact, paper=14)
    )


def _waived(material: Material) -> list:
    """Return what the business says does not fit it, with its reasons: no findings, and not hidden either."""
    names = names_of(material.blueprint)
    rows = [
        (_plain(one.rule.title, names), "; ".join(_plain(each.found, names) for each in told), one.waiver)
        for one, told in material.review.waived
    ]
    if not rows:
        return []
    heads = ("What good practice asks for", "What was found", "Why it does not fit, says the business")
    return [ReportTable("Set aside by the business, with its reasons", heads, rows, (), "waived")]


def _plain(text: str, names: dict[str, str]) -> str:
    """Return a finding without ids and marks of code: names where there are any, words otherwise.

    An id that is a word of the rules too, such as course, is taken for the word.

    >>> _plain("no way leads to `mug`, the course, or after_hours", {"mug": "Bee Mug", "course": "Bees"})
    'no way leads to Bee Mug, the course, or after hours'
    """
    return _ID.sub(lambda id: _name(id[0], names), text).replace("`", "")


def _name(id: str, names: dict[str, str]) -> str:
    if id in names and id not in _words():
        return names[id]
    return id.replace("_", " ") if "_" in id else id


@cache
def _words() -> frozenset[str]:
    """Return the words of the rules' own sentences."""
    return frozenset(word for rule in rules() for word in _WORD.findall(f"{rule.title} {rule.do}".lower()))


def names_of(blueprint: Blueprint) -> dict[str, str]:
    """Return what the things with an id are called: products, touchpoints, KPIs, nodes, flows and phases.

    >>> names_of(Blueprint(name="Q", products=[{"id": "kit", "name": "The Kit", "kind": "core"}]))
    {'kit': 'The Kit'}
    """
    named = [(one.id, one.asset) for one in blueprint.journey]
    named += [(one.id, one.name) for one in blueprint.kpis]
    named += [(one.id, one.name) for one in (blueprint.map.nodes or [] if blueprint.map else [])]
    named += [(one.id, one.name) for one in (blueprint.plan.phases or [] if blueprint.plan else [])]
    named += [(one.id, one.name) for one in blueprint.automations or []]
    named += [(one.id, one.name) for one in blueprint.products]
    return {id: name for id, name in named if name}


def _sources(material: Material) -> list[str]:
    """Return where everything in the report comes from, and what it does not claim."""
    told = [
        "What the business is and plans comes from its own description (its blueprint); nobody else has "
        "checked it.",
        f"Money is in {material.currency}. Rates are shares of the base named beside them. A month is a "
        "calendar month.",
    ]
    if material.actual is not None:
        told.append(
            "What happened is computed from a simulated ledger: nothing in it has happened."
            if material.ledger.truth
            else "What happened is computed from the business's own sales; nobody else has checked them."
        )
    if made := material.forecast:
        source = (
            "what the business states" if made.first is None else "what happened and what the business states"
        )
        told.append(
            f"The forecast is simulated from {source} ({made.runs} runs of {plural(made.months, 'month')}, "
            f"seed {made.seed}); the same files give the same numbers. Churn follows the shifted "
            "beta-geometric model (Fader & Hardie, 2007)."
        )
    told.append(
        "The numbers of each table and picture are in this report as CSV: behind the links of its HTML "
        "edition, in the files attached to its PDF, at the end of its Markdown. "
        f"Made with ecotools {__version__}."
    )
    return told
