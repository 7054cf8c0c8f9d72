"""JRN: the problems of the audience, which the offer is there to solve."""

from ecotools.rules.catalogue.journey import journey
from ecotools.rules.engine.limits import at_least
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import (
    bare,
)


@journey.rule(
    "JRN10",
    severity="info",
    title="Each product solves a problem that the audience has",
    reason="An offer that does not belong to the journey costs trust in all the others.",
    source=Seed("000", "12", "Defining a Digital Product Ecosystem"),
    over="products",
    note="Only words are compared, whatever their case and stops: a problem in other words is no fault.",
    do="If it is one of theirs in other words, all is well; else add it to `audience`, or take the product "
    "out.",
    fails="""
        audience: {who: Writers, pain_point: No clients}
        products: [{id: mug, name: Mug, kind: add_on, problem: No mug}]
        """,
    passes="""
        audience: {who: Writers, pain_point: No clients}
        products: [{id: course, name: Course, kind: core, problem: No clients}]
        """,
)
def each_product_solves_a_problem_of_the_audience(product):
    audience = product.business.audience
    known = map(bare, [audience.pain_point, *audience.get("problems")])
    if bare(product.problem) not in known:
        found = f"{product.problem!r} is not among the audience's problems in these words"
        yield product.finding("problem", found=found)


@journey.rule(
    "JRN11",
    severity="info",
    title="The offer covers the main problem and about three related ones",
    reason="Related problems are where the next products come from.",
    source=Seed("000", "11", "Defining a Digital Product Ecosystem"),
    threshold=at_least(3, "related problems"),
    do="List under `audience.problems` what else your customers struggle with.",
    fails="audience: {who: Writers, pain_point: No clients, problems: [No prices]}",
    passes="audience: {who: Writers, pain_point: No clients, problems: [No prices, No time, No feedback]}",
)
def three_related_problems_are_listed(business, limit):
    problems = business.audience.get("problems")
    if len(problems) not in limit:
        yield business.audience.finding("problems", found=f"{len(problems)} related problems")
