"""Answers to task 7 of module 08, whose check goes by rule."""

from ecotools.grading.authoring.probes import right, wrong

ANSWER = '''
my_products = """
- {id: bread, name: Flat Loaf Course, kind: core, price: 180, problem: The loaf stays flat}
- {id: club, name: Sunday Club, kind: community, price: 29, billing: month, problem: They bake alone}
- id: bakers
  name: Five Bakers
  kind: coaching
  price: 690
  problem: They cannot tell which of ten mistakes is theirs
  coaching:
    packages:
      - {name: Four weeks, price: 690}
      - {name: Ten weeks, price: 1490}
    application: true
    group_size: 5
    clients: 10
    hours_per_client: 1.2
    expectations: A loaf that rises in their own oven; no promise about the crust
  refund: {policy: Evenings that have not taken place are paid back, days: 30, kind: partial}
"""
my_ladder = """
upgrades:
  - {from: bread, to: club, rate: 0.2}
  - {from: bread, to: bakers, rate: 0.04, base: buyers of the course, window_days: 180}
"""
my_team = """
hours_per_week: 20
coaching_hours_per_month: 12
"""
'''

SECOND = """- id: alone
  name: An oven and a teacher
  kind: coaching
  price: 900
  problem: They want to open a shop
  coaching:
    packages: [{name: A day, price: 900}, {name: Two days, price: 1600}, {name: A week, price: 4000}]
    application: false
    group_size: 1
    clients: CLIENTS
    hours_per_client: 8
    expectations: A plan for the first month of the shop
  refund: {policy: Nothing is paid back once booked, days: 0, kind: none}
"""


def edited(*changes):
    """Return the answer with one change or several, each an old and a new text."""
    text = ANSWER
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def with_second(clients, hours):
    """Return the answer with a second coaching of so many clients, and so many hours of the team."""
    second = SECOND.replace("CLIENTS", str(clients))
    return edited('kind: partial}\n"""', f'kind: partial}}\n{second}"""', "month: 12", f"month: {hours}")


PROBES = [
    right("08-q7", "another business", ANSWER),
    right("08-q7", "two kinds of coaching", with_second(2, 28)),
    right(
        "08-q7",
        "sections with their names",
        edited(
            'my_ladder = """\n',
            'my_ladder = """\nladder:\n',
            "\nupgrades:",
            "\n  upgrades:",
            "  - {from: bread, to: club, rate: 0.2}",
            "    - {from: bread, to: club, rate: 0.2}",
            "  - {from: bread, to: bakers",
            "    - {from: bread, to: bakers",
        ),
    ),
    right("08-q7", "from the club", edited("{from: bread, to: bakers", "{from: club, to: bakers")),
    right("08-q7", "hours with decimals", edited("hours_per_client: 1.2", "hours_per_client: 1.15")),
    wrong("08-q7", "no text", ANSWER + "my_team = 12\n", message="my_team should be YAML text"),
    wrong("08-q7", "no coaching", edited("kind: coaching", "kind: add_on"), message="no coaching yet"),
    wrong(
        "08-q7",
        "more sold than there is",
        edited("month: 12", "month: 11.5"),
        message="More is sold than there is",
    ),
    wrong("08-q7", "hours of two kinds", with_second(2, 27), message="More is sold than there is"),
    wrong(
        "08-q7", "no hours", edited("coaching_hours_per_month: 12\n", ""), message="does not say its coach"
    ),
    wrong("08-q7", "half a group", edited("clients: 10", "clients: 8"), message="no whole groups of 5"),
    wrong("08-q7", "nobody", edited("clients: 10", "clients: 0"), message="has no clients"),
    wrong("08-q7", "no hours each", edited("client: 1.2", "client: 0"), message="should be above 0"),
    wrong("08-q7", "a size of 0", edited("group_size: 5", "group_size: 0"), message="one to one is 1"),
    wrong(
        "08-q7", "nothing on size", edited("    group_size: 5\n", ""), message="does not say its group_size"
    ),
    wrong(
        "08-q7",
        "one package",
        edited("      - {name: Ten weeks, price: 1490}\n", ""),
        message="two or three packages, and has 1",
    ),
    wrong("08-q7", "one price twice", edited("price: 1490", "price: 690"), message="have the same price"),
    wrong("08-q7", "one name twice", edited("Ten weeks", "four weeks"), message="have the same name"),
    wrong(
        "08-q7",
        "a price of no package",
        edited("kind: coaching\n  price: 690", "kind: coaching\n  price: 700"),
        message="make them the same",
    ),
    wrong(
        "08-q7",
        "dots for a package",
        edited("name: Four weeks", 'name: "..."'),
        message="still a placeholder",
    ),
    wrong(
        "08-q7",
        "no problem",
        edited("  problem: They cannot tell which of ten mistakes is theirs\n", ""),
        message="The problem of 'bakers' is still a placeholder",
    ),
    wrong("08-q7", "the example's name", edited("Five Bakers", "Pricing clinic"), message="of the example"),
    wrong(
        "08-q7",
        "promises in two words",
        edited("A loaf that rises in their own oven; no promise about the crust", "A loaf"),
        message="at least 5 words",
    ),
    wrong(
        "08-q7",
        "no promise bounded",
        edited("A loaf that rises in their own oven; no promise about the crust", "false"),
        message="Say in words what 'bakers' promises",
    ),
    wrong(
        "08-q7",
        "no refund",
        edited(
            "  refund: {policy: Evenings that have not taken place are paid back, days: 30, kind: partial}\n",
            "",
        ),
        message="nothing under refund",
    ),
    wrong("08-q7", "a refund without days", edited("days: 30, ", ""), message="does not say its days"),
    wrong("08-q7", "days for nothing", edited("kind: partial", "kind: none"), message="nothing is paid back"),
    wrong(
        "08-q7",
        "no policy",
        edited("Evenings that have not taken place are paid back", "false"),
        message="Write the policy of 'bakers' as a sentence",
    ),
    wrong(
        "08-q7",
        "an upgrade to the club only",
        edited(
            "  - {from: bread, to: bakers, rate: 0.04, base: buyers of the course, window_days: 180}\n", ""
        ),
        message="No upgrade leads",
    ),
    wrong("08-q7", "a rate of all", edited("rate: 0.04", "rate: 1"), message="above 0 and below 1"),
    wrong("08-q7", "a rate in percent", edited("rate: 0.04", "rate: 4"), message="rate"),
    wrong("08-q7", "no window", edited(", window_days: 180", ""), message="does not say its window_days"),
    wrong(
        "08-q7",
        "a base in one word",
        edited("buyers of the course", "buyers"),
        message="at least 3 words",
    ),
    wrong(
        "08-q7",
        "nobody comes before",
        edited(
            "- {id: bread, name: Flat Loaf Course, kind: core, price: 180, problem: The loaf stays flat}\n",
            "",
            "- {id: club, name: Sunday Club, kind: community, price: 29, billing: month, "
            "problem: They bake alone}\n",
            "",
        ),
        message="Add the product that people own before",
    ),
]
