"""Answers to task 7 of module 12, whose check goes by rule."""

from ecotools.grading.authoring.probes import right, wrong

ANSWER = '''
my_products = """
- {id: loaf, name: A loaf a week, kind: core, price: 60, problem: The dough never rises}
- {id: oven, name: Oven evenings, kind: community, price: 12, billing: month, problem: Nobody to show it to}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 10.5}
  - {name: Noor, role: support, hours_per_week: 4}
hours_per_week: 14.5
"""
my_plan = """
title: Bread before winter
title_days: 95
phases:
  - {id: open, name: Doors of the bakery, kind: launch, start_day: 81, end_day: 95, depends_on: [mend, list],
     owner: Ines, launches: [loaf, oven]}
  - {id: list, name: Two hundred addresses, kind: foundation, start_day: 1, end_day: 60, depends_on: [], owner: Noor}
  - {id: mend, name: Mend what broke, kind: iterate, start_day: 71, end_day: 80, depends_on: [ask], owner: Ines}
  - {id: ask, name: Call the ten, kind: feedback, start_day: 61, end_day: 70, depends_on: [bake], owner: Ines}
  - {id: bake, name: Bake with ten, kind: build, start_day: 1, end_day: 56, depends_on: [], owner: Ines}
"""
my_projections = """
- id: winter
  month: 3
  to_month: 5
  unit: revenue
  amount: 1200
  amount_high: 2412.5
  lines: [{product: loaf, quantity: 20, quantity_high: 38.6, unit_price: 60.0},
          {product: oven, quantity: 0, quantity_high: 8.041666666666667, unit_price: 12}]
- {id: spring, month: 6, to_month: 6, unit: mrr, amount: 96, amount_high: 240,
   lines: [{product: oven, quantity: 8, quantity_high: 20, unit_price: 12}]}
"""
'''


def edited(*changes):
    """Return the answer with some changes, pairs of old and new text."""
    text = ANSWER
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def refused(name, old, new, message):
    """Return a probe of an answer with one change that the check refuses."""
    return wrong("12-q7", name, edited((old, new)), message=message)


PROBES = [
    right("12-q7", "another business", ANSWER),
    right(
        "12-q7",
        "sections with their names",
        edited(
            ('my_team = """\npeople:\n  - {name: Ines', 'my_team = """\nteam:\n  people:\n  - {name: Ines'),
            ("hours_per_week: 14.5", "  hours_per_week: 14.5"),
        ),
    ),
    right("12-q7", "a soft launch", edited(("kind: feedback", "kind: soft_launch"))),
    right("12-q7", "it earns in the month of the launch", edited(("to_month: 5", "to_month: 3"))),
    refused("no text", 'my_plan = """', 'my_plan = 1\n_ = """', "my_plan should be YAML"),
    refused("a product without a name", "name: A loaf a week", "name: ...", "name of the product 'loaf'"),
    refused("a product of the example", "name: A loaf a week", "name: Pricing course", "is that of the"),
    refused("a person of the example", "name: Noor", "name: Dora", "is that of the example"),
    refused("a person without hours", ", hours_per_week: 4}", "}", "Noor does not say its hours_per_week"),
    refused("a person with no hours", "hours_per_week: 4}", "hours_per_week: 0}", "Noor has 0 hours"),
    refused("one name twice", "name: Noor", "name: Ines", "have the same name"),
    refused("hours of the team", "hours_per_week: 14.5", "hours_per_week: 20", "the team says 20"),
    refused("no hours of the team", "hours_per_week: 14.5", "", "Your team does not say its hours_per_week"),
    wrong(
        "12-q7",
        "nobody",
        ANSWER[: ANSWER.index("people:")] + "hours_per_week: 14" + ANSWER[ANSWER.index('"""\nmy_plan') :],
        message="has no people yet",
    ),
    wrong(
        "12-q7",
        "one projection",
        ANSWER[: ANSWER.index("- {id: spring")] + '"""\n',
        message="at least two projections; there is 1",
    ),
    wrong(
        "12-q7",
        "nothing that is launched",
        edited(
            ("launches: [loaf, oven]", "launches: [book]"),
            (
                "- {id: loaf",
                "- {id: book, name: Book of crumbs, kind: core, price: 9, problem: Nobody measures}\n- {id: loaf",
            ),
        ),
        message="No projection counts on a product",
    ),
    refused("no title", "title: Bread before winter", "title: to do", "The title of your plan"),
    refused("a shorter title", "title_days: 95", "title_days: 90", "ends on day 95; title_days says 90"),
    refused("no length in the title", "title_days: 95\n", "", "does not say its title_days"),
    refused("a placeholder", "name: Mend what broke", "name: ...", "name of the phase 'mend'"),
    refused("no owner", "depends_on: [bake], owner: Ines", "depends_on: [bake]", "does not say its owner"),
    refused("somebody else", "depends_on: [bake], owner: Ines", "depends_on: [bake], owner: Max", "none of"),
    refused(
        "no dependency said", "depends_on: [], owner: Noor", "owner: Noor", "does not say its depends_on"
    ),
    refused("too early", "start_day: 61", "start_day: 56", "'bake', which ends on day 56"),
    wrong(
        "12-q7",
        "a late start",
        edited(
            ("start_day: 1, end_day: 60", "start_day: 2, end_day: 60"),
            ("start_day: 1, end_day: 56", "start_day: 2, end_day: 56"),
        ),
        message="not on day 2",
    ),
    refused("no launch", "kind: launch", "kind: scale", "No phase of the kind launch"),
    refused("nothing is sold", ",\n     owner: Ines, launches: [loaf, oven]", ", owner: Ines", "No phase of"),
    refused("nothing tried", "kind: feedback", "kind: build", "of the kind soft_launch or feedback"),
    refused(
        "tried beside it", "depends_on: [mend, list]", "depends_on: [list]", "of the kind soft_launch or"
    ),
    refused("no unit", "  unit: revenue\n", "", "'winter' does not say its unit"),
    refused("no high end", "  amount_high: 2412.5\n", "", "does not say its amount_high"),
    refused("back in time", "to_month: 6", "to_month: 5", "before month 6"),
    refused("sums", "amount: 96,", "amount: 90,", "amount is 90.00, and its lines come to 96.00"),
    refused("high sums", "amount_high: 240", "amount_high: 250", "and its lines come to 240.00"),
    refused("a range that is none", "quantity_high: 20", "quantity_high: 8", "should be above its quantity"),
    refused("for nothing", "unit_price: 12}]}", "unit_price: 0}]}", "should be above 0"),
    refused("no price", ", unit_price: 12}]}", "}]}", "does not say its unit_price"),
    refused("before the launch", "month: 3\n  to_month: 5", "month: 1\n  to_month: 2", "projected to month"),
]
