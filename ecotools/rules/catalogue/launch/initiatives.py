"""LCH: initiatives that open up to partners."""

from ecotools.rules.catalogue.launch import launch
from ecotools.rules.engine.limits import names
from ecotools.rules.engine.parts import Missing
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import denied, listed, require


@launch.rule(
    "LCH08",
    severity="warning",
    title="An initiative audits what is there, then tries with one partner, then scales",
    reason="A partner who meets an untried connection tells the others.",
    source=Seed("003", "135-140", "Step-by-Step Guide to Launch a Compounding Initiative"),
    kind="time-series",
    over="growth.initiatives",
    note="Steps come by their first days, or as they are listed where one of them has none.",
    do="Begin with a step audit, and put a step pilot before the step scale.",
    fails="""
        growth:
          initiatives: [{id: open_api, steps: [{kind: audit}, {kind: scale}, {kind: pilot}]}]
        """,
    passes="""
        growth:
          initiatives: [{id: open_api, steps: [{kind: audit}, {kind: pilot}, {kind: scale}]}]
        """,
)
def audit_and_pilot_come_before_outreach(initiative):
    steps = initiative.steps
    if all(step.has("start") for step in steps):
        steps = sorted(steps, key=lambda step: step.start)
    kinds = [step.kind for step in steps]
    if "pilot" not in kinds and "scale" not in kinds:
        raise Missing(f"a step pilot or scale of {initiative.id}")
    told = set()
    for late, needs in (("pilot", ["audit"]), ("scale", ["audit", "pilot"])):
        at = kinds.index(late) if late in kinds else 0
        if lacking := [kind for kind in needs if late in kinds and kind not in (*kinds[:at], *told)]:
            told.update(lacking)
            yield steps[at].finding(
                "kind", found=f"{initiative.id}: {late} without {listed(lacking)} before it"
            )


@launch.rule(
    "LCH09",
    severity="warning",
    title="The smallest integration has a sandbox, a guide and an email that invites partners",
    reason="A partner has to hear of it, understand it and try it; without one of these nobody connects.",
    source=Seed("003", "138", "Step-by-Step Guide to Launch a Compounding Initiative"),
    threshold=names("sandbox", "docs", "outreach"),
    over="platform.integrations",
    do="Make it, and write down where it stands.",
    fails="""
        platform: {integrations: [{id: api, sandbox: true, docs: A guide of two pages, outreach: false}]}
        """,
    passes="""
        platform: {integrations: [{id: api, sandbox: true, docs: A guide of two pages, outreach: An email}]}
        """,
)
def the_smallest_integration_is_complete(integration, parts):
    words = {"sandbox": "sandbox", "docs": "guide", "outreach": "email to partners"}
    if lacking := denied(integration, parts.all):
        found = f"{integration.id} has no {listed((words[part] for part in lacking), 'and no')}"
        yield integration.finding(lacking[0], found=found)
    require(integration, parts.all)
