"""Answers to task 7 of module 07, whose check goes by rule."""

from textwrap import indent

from ecotools.grading.authoring.probes import right, wrong

SECTION = """\
type: basic
purpose: Nobody has to eat the failed bread alone
tiers: [kitchen]
moderators: [Ola]
guidelines: Ask about anything; no adverts and no insults
reporting: Write to Ola, who answers within one day
rituals:
  - {name: Crumb of the day, cadence: daily, minutes: 15, owner: Ola}
  - {name: Saturday oven, cadence: weekly, minutes: 60, live: true, owner: Ola}
  - {name: Book of the season, cadence: quarterly, minutes: 30, owner: Kim}
"""
ANSWER = f'''
my_hours = 3
my_tier = "kitchen"
my_community = """
{SECTION}"""
'''


def edited(old, new):
    """Return the answer with one change."""
    assert ANSWER.count(old) == 1, old
    return ANSWER.replace(old, new)


SEASON = "  - {name: Book of the season, cadence: quarterly, minutes: 30, owner: Kim}\n"

PROBES = [
    right("07-q7", "another business", ANSWER),
    right(
        "07-q7",
        "the section with its name",
        edited(SECTION, "community:\n" + indent(SECTION, "  ")),
    ),
    right("07-q7", "exactly the hours", edited("my_hours = 3", "my_hours = 2.75 + 0.5 * 4 / 52")),
    right(
        "07-q7", "with platforms", edited("tiers:", "platforms: [{name: A forum, role: questions}]\ntiers:")
    ),
    wrong(
        "07-q7", "no hours", edited("my_hours = 3", "my_hours = 0"), message="above 0 and at most 60, not 0"
    ),
    wrong("07-q7", "hours as text", edited("my_hours = 3", 'my_hours = "3"'), message="not '3'"),
    wrong("07-q7", "more hours than a week", edited("my_hours = 3", "my_hours = 100"), message="at most 60"),
    wrong("07-q7", "no text", edited('my_tier = "kitchen"', "my_tier = 5"), message="my_tier should be text"),
    wrong("07-q7", "no type", edited("type: basic\n", ""), message="Say the type"),
    wrong("07-q7", "a type by purpose", edited("type: basic", "type: learning"), message="type"),
    wrong(
        "07-q7",
        "a short purpose",
        edited("Nobody has to eat the failed bread alone", "For bakers"),
        message="Write the purpose in at least five words",
    ),
    wrong(
        "07-q7",
        "guidelines that are only true",
        edited("Ask about anything; no adverts and no insults", "true"),
        message="Write the guidelines",
    ),
    wrong(
        "07-q7",
        "a placeholder for reporting",
        edited("Write to Ola, who answers within one day", "TODO say how one reports here"),
        message="Write the reporting",
    ),
    wrong("07-q7", "another tier", edited("tiers: [kitchen]", "tiers: []"), message="List 'kitchen'"),
    wrong(
        "07-q7",
        "a tier that is no product",
        edited("tiers: [kitchen]", "tiers: [kitchen, lounge]"),
        message="lounge",
    ),
    wrong(
        "07-q7",
        "nobody moderates",
        edited("moderators: [Ola]", "moderators: []"),
        message="at least one moderator",
    ),
    wrong(
        "07-q7",
        "dots moderate",
        edited("moderators: [Ola]", 'moderators: ["..."]'),
        message="is a placeholder",
    ),
    wrong("07-q7", "two rituals", edited(SEASON, ""), message="at least three rituals; there are 2"),
    wrong(
        "07-q7", "a ritual without minutes", edited("minutes: 60, ", ""), message="does not say its minutes"
    ),
    wrong(
        "07-q7",
        "a ritual without a cadence",
        edited("cadence: weekly, ", ""),
        message="does not say its cadence",
    ),
    wrong("07-q7", "a ritual without an owner", edited(", owner: Kim", ""), message="A ritual has no owner"),
    wrong(
        "07-q7",
        "a numbered name",
        edited("name: Saturday oven", "name: Name 2"),
        message="has the name 'Name 2'",
    ),
    wrong(
        "07-q7",
        "two of one name",
        edited("Saturday oven", "crumb of the DAY"),
        message="Two rituals have the name",
    ),
    wrong(
        "07-q7",
        "a ritual of the example",
        edited("Saturday oven", "Open oven"),
        message="is that of the example",
    ),
    wrong(
        "07-q7",
        "the purpose of the example",
        edited(
            "Nobody has to eat the failed bread alone", "bakers show their first loaf before it is Perfect."
        ),
        message="is that of the example",
    ),
    wrong(
        "07-q7",
        "one cadence",
        edited("cadence: daily, minutes: 15", "cadence: weekly, minutes: 15").replace("quarterly", "weekly"),
        message="All rituals are weekly",
    ),
    wrong(
        "07-q7", "too many hours", edited("my_hours = 3", "my_hours = 2.75"), message="take 2.79 hours a week"
    ),
    wrong("07-q7", "minutes below zero", edited("minutes: 60", "minutes: -60"), message="minutes"),
]

SURVIVORS = {"07-q7: my_hours = 3 → my_hours = 4": "hours to spare are right, too"}
