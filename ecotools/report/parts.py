"""The parts of a report in the order of reading: page one first, what only an expert looks up last."""

from ecotools.report import appendix, cash, front, history, offer, outlook, plan
from ecotools.report.blocks import ReportSection
from ecotools.report.gaps import Absent
from ecotools.report.inputs import Material

PARTS = (
    offer.offer,
    offer.journey,
    offer.ecosystem,
    offer.together,
    history.actuals,
    outlook.outlook,
    cash.financing,
    plan.plan,
    appendix.rests_on,
)
"""The parts between page one and the appendix; each gives a section, what it lacks, or nothing."""


def parts(material: Material) -> list[ReportSection]:
    """Return the sections of a report: page one, those with data, and the appendix."""
    made = [part(material) for part in PARTS]
    there = [one for one in made if isinstance(one, ReportSection)]
    away = [one for one in made if isinstance(one, Absent)]
    return [front.summary(material), *there, appendix.appendix(material, away)]
