"""The parts about what is to be done: the findings of the review, and the plan."""

from __future__ import annotations

from functools import partial

import pandas as pd

from ecotools import plots
from ecotools.plots.formats import listing, plural
from ecotools.report import tables
from ecotools.report.blocks import Absent, Facts, Head, Section, Words, picture
from ecotools.report.material import Material
from ecotools.report.missing import absent
from ecotools.rules.engine.rule import SEVERITIES
from ecotools.rules.engine.run import NOT_CHECKED, OK

BARS = 18
"""Phases in one picture, so that it fits on a sheet."""

ADVICE = 12
_HEADS = {"error": "Errors", "warning": "Warnings", "info": "Remarks"}


def findings(material: Material) -> Section:
    """Return what the rules found, by severity, and what they could not look at yet."""
    found = material.review
    counts = found.counts
    profile = f" with the thresholds of the profile {found.profile}" if found.profile else ""
    total = len(found.findings)
    said = f"{plural(len(found.outcomes), 'rule')} looked at the blueprint{profile}. "
    said += f"{plural(total, 'finding')}, {plural(counts[OK], 'rule')} ok, {counts[NOT_CHECKED]} not checked."
    blocks = [Words(said)]
    for severity in SEVERITIES:
        told = [one for one in found.findings if one.severity == severity]
        if told:
            title = f"{_HEADS[severity]} ({len(told)})"
            blocks += [Head(title), tables.without_empty(_told(told, _HEADS[severity]))]
    if not total:
        blocks.append(Words("No rule that could look found anything to change."))
    if found.waived:
        blocks += _waived(found.waived)
    if found.not_checked:
        blocks += _unchecked(material)
    return Section("review", "Review", blocks)


def _told(told: list, name: str) -> tables.Table:
    rows = [
        (
            f"{one.rule} {one.title}",
            f"`{one.where or 'the blueprint'}`" + (f", line {one.line}" if one.line else ""),
            one.found,
            one.threshold + (f" ({one.basis})" if one.basis else ""),
            one.do,
        )
        for one in told
    ]
    caption = f"{name}: the place in the blueprint, what was found there, and what to do"
    return tables.Table(caption, ("Rule", "Where", "Found", "Threshold", "What to do"), rows)


def _waived(waived: list) -> list:
    """Return what the business waives, with its reasons: no findings, and not hidden either."""
    rows = [
        (f"{one.rule.id} {one.rule.title}", "; ".join(each.found for each in told), one.waiver)
        for one, told in waived
    ]
    table = tables.Table(
        "Rules that the business says do not fit it", ("Rule", "Found", "Why it is waived"), rows
    )
    return [Head(f"Waived ({len(waived)})"), table]


def _unchecked(material: Material) -> list:
    advice = material.review.advice
    rows = [(f"`{one.field}`", one.words()) for one in advice[:ADVICE]]
    number = len(material.review.not_checked)
    need = "it needs" if number == 1 else "they need"
    said = (
        f"{plural(number, 'rule')} could not look, because the blueprint does not say what {need}. "
        "That is neither good nor bad news. These fields would let most of them look:"
    )
    more = len(advice) - ADVICE
    blocks = [Head("Not checked yet"), Words(said)]
    blocks.append(tables.Table("Fields to add next", ("Field", "Rules that wait for it"), rows))
    if more > 0:
        blocks.append(
            Words(f"And {plural(more, 'further field')}; `ecotools review` lists them all.", quiet=True)
        )
    return blocks


def plan(material: Material) -> Section | Absent:
    """Return the phases on a time line, and who does the work."""
    blueprint = material.blueprint
    if blueprint.plan is None or not blueprint.plan.phases:
        return absent("plan", "no phases (`plan.phases`)")
    blocks, about = [], _about(blueprint.plan)
    if about:
        blocks.append(Facts(about))
    for dated, words in ((True, "by date"), (False, "by day of the plan")):
        rows = _bars(blueprint, dated)
        for at in range(0, len(rows), BARS):
            part = pd.DataFrame(rows[at : at + BARS])
            blocks.append(picture(partial(plots.plan_chart, part), f"Phases {words}"))
    silent = [tables.name_of(one) for one in blueprint.plan.phases if one.length_days is None]
    if silent:
        said = f"Without a first and a last day, and so on no chart: {listing(silent, most=8)}."
        blocks.append(Words(said, quiet=True))
    blocks.append(tables.phases(blueprint))
    if team := tables.people(blueprint):
        blocks += [Head("Team"), team]
        if blueprint.team.hours_per_week is not None:
            blocks.append(
                Words(f"Together the team has {blueprint.team.hours_per_week:g} hours a week for this.")
            )
    return Section("plan", "Plan", blocks)


def _about(plan) -> list[tuple[str, str]]:
    pairs = [("Title", plan.title)] if plan.title else []
    if plan.title_days:
        pairs.append(("Days that its title promises", f"{plan.title_days} days"))
    if plan.validation and plan.validation.status:
        pairs.append(("Validation of the idea", plan.validation.status))
    if plan.beta and plan.beta.people:
        pairs.append(("First customers", plural(plan.beta.people, "person", "people")))
    return pairs


def _bars(blueprint, dated: bool) -> list[dict]:
    """Return the phases with both days, those by date or those by day, in the order of their starts."""
    rows = []
    for one in blueprint.plan.phases:
        first, last = (one.start, one.end) if dated else (one.start_day, one.end_day)
        if first is not None and last is not None:
            row = {"id": one.id, "phase": tables.name_of(one), "start": first, "end": last}
            rows.append({**row, "owner": one.owner, "after": one.depends_on})
    return sorted(rows, key=lambda row: row["start"])
