"""Core products and plans that the check of task 7 must accept, or refuse with the right reason."""

from ecotools.grading.authoring.probes import right, wrong

CORE = "- {id: b, name: Bread Course, kind: core, price: 120, problem: Loaves come out flat}"
PLAN = """
validation: {status: planned, pilot_days: 14, nps_answers: 12}
beta: {people: 18, discount: 0.25, end: 2027-05-31}
"""

EXAMPLE = """
validation:
  nps_answers: 12
  pilot_days: 10
  status: planned
beta:
  end: 2027-02-28
  discount: 0.20
  people: 16
"""

LINE_BY_LINE = """
- id: club
  name: Bakers' Club
  kind: subscription
  price: 9
  billing: month
  problem: Baking alone
- id: course
  name: Bread Course
  kind: core
  price: 99.5
  problem: Loaves come out flat
"""


def answer(products: str = CORE, plan: str = PLAN) -> str:
    """Return an answer with both texts."""
    return f'my_products = """\n{products}\n"""\nmy_plan = """\n{plan}\n"""'


def core(old: str, new: str) -> str:
    """Return an answer whose product has one edit."""
    assert CORE.count(old) == 1, old
    return answer(products=CORE.replace(old, new))


def plan(old: str, new: str) -> str:
    """Return an answer whose plan has one edit."""
    assert PLAN.count(old) == 1, old
    return answer(plan=PLAN.replace(old, new))


PROBES = [
    right("03-q7", "another business", answer()),
    right("03-q7", "a line per field, and more than the core", answer(products=LINE_BY_LINE)),
    right("03-q7", "with the names of the sections", answer(f"products:\n{CORE}", f"plan:{PLAN}")),
    right(
        "03-q7",
        "validated with ten answers",
        plan("planned, pilot_days: 14, nps_answers: 12", "validated, pilot_days: 14, nps_answers: 10"),
    ),
    right(
        "03-q7",
        "the ends of the ranges",
        plan("pilot_days: 14, nps_answers: 12", "pilot_days: 28, nps_answers: 18"),
    ),
    right(
        "03-q7",
        "a beta of ten at half the price",
        answer(
            plan=PLAN.replace("people: 18, discount: 0.25", "people: 10, discount: 0.5").replace("12}", "1}")
        ),
    ),
    right("03-q7", "a running pilot of a week", plan("planned, pilot_days: 14", "running, pilot_days: 7")),
    wrong(
        "03-q7",
        "no core",
        core("kind: core", "kind: add_on"),
        message="exactly one core product; there are 0",
    ),
    wrong(
        "03-q7",
        "two core products",
        answer(products=LINE_BY_LINE.replace("kind: subscription", "kind: core")),
        message="exactly one core product; there are 2",
    ),
    wrong(
        "03-q7",
        "a core product for nothing",
        core("price: 120", "price: 0"),
        message="give it a price above 0",
    ),
    wrong("03-q7", "a price with a currency sign", core("price: 120", "price: $120"), message="price"),
    wrong("03-q7", "no problem", core(", problem: Loaves come out flat", ""), message="has no problem yet"),
    wrong("03-q7", "dots for a problem", core("Loaves come out flat", '"..."'), message="is no problem yet"),
    wrong("03-q7", "to do", core("Loaves come out flat", "TODO"), message="'TODO' is no problem yet"),
    wrong("03-q7", "a numbered name", core("Bread Course", "Product 1"), message="is no name yet"),
    wrong(
        "03-q7",
        "the problem of the example",
        core("Loaves come out flat", "Clients argue about every word."),
        message="that of the example",
    ),
    wrong(
        "03-q7",
        "no validation",
        answer(plan="beta: {people: 18, discount: 0.25, end: 2027-05-31}"),
        message="no validation yet",
    ),
    wrong(
        "03-q7",
        "no beta",
        answer(plan="validation: {status: planned, pilot_days: 14, nps_answers: 12}"),
        message="no beta yet",
    ),
    wrong("03-q7", "a beta without an end", plan(", end: 2027-05-31", ""), message="beta has no end yet"),
    wrong(
        "03-q7",
        "a beta without a discount or an end",
        plan(", discount: 0.25, end: 2027-05-31", ""),
        message="beta has no discount and no end yet",
    ),
    wrong("03-q7", "no status", plan("status: planned, ", ""), message="validation has no status yet"),
    wrong(
        "03-q7", "a pilot of a weekend", plan("pilot_days: 14", "pilot_days: 6"), message="A pilot of 6 days"
    ),
    wrong(
        "03-q7",
        "a pilot of a quarter",
        plan("pilot_days: 14", "pilot_days: 29"),
        message="A pilot of 29 days",
    ),
    wrong("03-q7", "nobody is asked", plan("nps_answers: 12", "nps_answers: 0"), message="at least 1"),
    wrong(
        "03-q7",
        "validated by nine",
        plan("planned, pilot_days: 14, nps_answers: 12", "validated, pilot_days: 14, nps_answers: 9"),
        message="9 answers decide nothing yet",
    ),
    wrong(
        "03-q7",
        "refuted by three",
        plan("planned, pilot_days: 14, nps_answers: 12", "refuted, pilot_days: 14, nps_answers: 3"),
        message="3 answers decide nothing yet",
    ),
    wrong(
        "03-q7",
        "a beta of nine",
        answer(plan=PLAN.replace("people: 18", "people: 9").replace("12}", "5}")),
        message="A beta of 9 people",
    ),
    wrong("03-q7", "a beta of 31", plan("people: 18", "people: 31"), message="A beta of 31 people"),
    wrong(
        "03-q7",
        "more answers than people",
        plan("nps_answers: 12", "nps_answers: 19"),
        message="19 answers from 18 people",
    ),
    wrong("03-q7", "a discount in percent", plan("discount: 0.25", "discount: 25"), message="discount"),
    wrong("03-q7", "no discount", plan("discount: 0.25", "discount: 0"), message="above 0 and at most 0.5"),
    wrong("03-q7", "a gift", plan("discount: 0.25", "discount: 0.9"), message="above 0 and at most 0.5"),
    wrong(
        "03-q7",
        "the plan of the example",
        answer(plan=EXAMPLE),
        message="the one of the example",
    ),
    wrong("03-q7", "a status of its own", plan("status: planned", "status: soon"), message="status"),
    wrong(
        "03-q7",
        "Python instead of YAML",
        'my_products = [{"id": "b", "kind": "core"}]\nmy_plan = {"beta": {"people": 18}}',
        message="YAML text between triple quotes",
    ),
]
