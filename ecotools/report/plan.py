"""The part about the plan: its phases on a time line, and who does the work."""

from functools import partial

import pandas as pd

from ecotools import plots
from ecotools.plots.canvas.formats import listing, plural
from ecotools.report import tables
from ecotools.report.blocks import Facts, Head, ReportSection, Words, picture
from ecotools.report.gaps import Absent, absent
from ecotools.report.inputs import Material

BARS = 18
"""Phases in one picture."""


def plan(material: Material) -> ReportSection | Absent:
    """Return the phases on a time line, and who does the work."""
    blueprint = material.blueprint
    if blueprint.plan is None or not blueprint.plan.phases:
        return absent("plan")
    blocks: list = []
    if about := _about(blueprint.plan):
        blocks.append(Facts(about))
    for dated, words in ((True, "by date"), (False, "by day of the plan")):
        rows = _bars(blueprint, dated)
        for at in range(0, len(rows), BARS):
            part = pd.DataFrame(rows[at : at + BARS])
            draw = partial(plots.plan_chart, part)
            blocks.append(picture(draw, f"Phases {words}", f"plan-{words.split()[-1]}-{at + 1}"))
    silent = [tables.name_of(one) for one in blueprint.plan.phases if one.length_days is None]
    if silent:
        said = f"Without a first and a last day, and so on no chart: {listing(silent, most=8)}."
        blocks.append(Words(said, quiet=True))
    blocks.append(tables.phases(blueprint))
    if team := tables.people(blueprint):
        blocks += [Head("Team"), team]
        if blueprint.team.hours_per_week is not None:
            said = f"Together the team has {blueprint.team.hours_per_week:g} hours a week for this."
            blocks.append(Words(said))
    return ReportSection("plan", "Plan", blocks)


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
