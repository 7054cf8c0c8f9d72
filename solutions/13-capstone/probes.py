"""Answers to task 7 of module 13, whose check goes by rule."""

from ecotools.blueprint.complete import complete, complete_example
from ecotools.grading.authoring import probes
from ecotools.grading.authoring.probes import right, wrong

# The words of the example, and what somebody else would put in their place: another business, same numbers.
OWN = {
    "name: Second Octave": "name: The Sourdough Table",
    "Adults who once played the piano play a whole piece again within eight weeks": "A loaf that rises by week five",
    "Adults who had piano lessons as children and want to play again": "Home bakers whose loaves stay flat each time",
    "They sit down, play the one piece they remember, and stop": "The dough never rises as in the book",
    "They do not know which piece is within reach": "They buy flour by its picture",
    "Their left hand has forgotten everything": "They cannot shape a wet dough",
    "They practise alone and lose heart in the third week": "They bake alone and give up in winter",
    "Nobody hears what they do wrong": "Nobody tastes what went wrong inside",
    "Eight Weeks to One Piece": "Five Loaves in Five Weeks",
    "Ten Minutes for the Left Hand": "Shaping wet dough on film",
    "The Practice Room": "The Long Table club",
    "Four Hours at Your Piano": "Four evenings at your oven",
    "Short films about pieces people remember": "Photos of loaves that failed",
    "Three questions that find a piece": "Five questions about your flour",
    "What happens in eight weeks": "What rises in five weeks",
    "Two bars with both hands": "A first starter that bubbles",
    "Practice evening on Tuesdays": "Baking evening each Sunday night",
    "A recital at home that guests can watch": "A tasting that neighbours can join",
    "Nobody practises alone in the third week": "Nobody throws a loaf away alone",
    "Seventy days to the Practice Room": "Seventy days to the table",
    "Talk to ten buyers": "Call ten of the bakers",
    "Rooms and rules": "Find a room and set the rules",
    "Fifteen people try it": "Bake with fifteen of them",
    "Mend what they did not use": "Throw out what nobody used",
    "Open to all buyers": "Open the table to everybody",
}
OPEN = 'my_blueprint = """\n'


def changed(text, changes):
    """Return a text with some changes, each of which applies."""
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def answer(text):
    """Return the cell of a learner who hands in a blueprint as text."""
    assert '"""' not in text
    return f'{OPEN}{text}"""\n'


TEXT = changed(complete_example(), OWN)
# Somebody who did some modules: five sections of their own, and the rest from the example.
MODULES = """\
name: The Sourdough Table
as_of: 2026-03-02
audience:
  who: Home bakers whose loaves stay flat each time
  pain_point: The dough never rises as in the book
products:     # of module 08
  - {id: loaves, name: Five loaves, kind: core, price: 120, problem: The dough never rises as in the book,
     next: [table], onboarding: {first_value_days: 1, steps: [{kind: welcome, day: 0, what: A jar of starter}]}}
  - {id: table, name: The long table, kind: subscription, price: 15, billing: month, problem: They bake with nobody near,
     onboarding: {first_value_days: 1, steps: [{kind: welcome, day: 0, what: A seat on Sunday}]}}
policies: {refund: {policy: Thirty days, days: 30, kind: full}}
assumptions:
  churn: {table: {alpha: 1, beta: 14}}
"""
FILLED = complete(MODULES).text
MINE = changed(FILLED, {old: new for old, new in OWN.items() if old in FILLED})


def edited(*changes):
    """Return the answer with some changes, pairs of old and new text, each of which applies once."""
    return answer(probes.edited(TEXT, *changes))


def without(section):
    """Return the answer without a section."""
    lines, kept, inside = TEXT.splitlines(keepends=True), [], False
    for line in lines:
        if not line.startswith((" ", "\n", "#")):
            inside = line.startswith(f"{section}:")
        if not inside:
            kept.append(line)
    return answer("".join(kept))


def refused(name, old, new, message):
    """Return a probe of an answer with one change that the check refuses."""
    return wrong("13-q7", name, edited((old, new)), message=message)


PROBES = [
    right("13-q7", "the example, changed into another business", answer(TEXT)),
    right("13-q7", "some modules, and the rest filled up and changed", answer(MINE)),
    right("13-q7", "a Blueprint", answer(TEXT) + "my_blueprint = Blueprint.from_yaml(my_blueprint)\n"),
    right(
        "13-q7",
        "read from the file beside the notebook",
        answer(TEXT)
        + 'from pathlib import Path\nPath("mine.yaml").write_text(my_blueprint, encoding="utf-8")\n'
        + 'my_blueprint = Blueprint.read("mine.yaml")\n',
    ),
    right(
        "13-q7",
        "a projection at the edge of the runs",
        edited(
            ("amount: 798\n", "amount: 760\n"),
            ("amount: 798,", "amount: 760,"),
            ("quantity: 42,", "quantity: 40,"),
        ),
    ),
    wrong(
        "13-q7",
        "the example unchanged",
        answer(complete_example()),
        message="are those of an example: name is",
    ),
    wrong(
        "13-q7",
        "the example with another name",
        answer(complete_example().replace("name: Second Octave", "name: The Sourdough Table")),
        message="are those of an example",
    ),
    wrong(
        "13-q7", "some modules, filled up and not changed", answer(FILLED), message="are those of an example"
    ),
    wrong("13-q7", "Quillwork", "my_blueprint = data.quillwork()", message="name is 'Quillwork'"),
    wrong("13-q7", "a story", 'my_blueprint = data.story("ninety-day-plan")', message="no journey"),
    refused(
        "for nobody yet",
        "who: Home bakers whose loaves stay flat each time",
        "who: to do",
        "Something is still to be written: audience.who is 'to do'",
    ),
    refused(
        "the name of the course", "name: The Sourdough Table", "name: My ecosystem", "no name of its own"
    ),
    refused("a placeholder as name", "name: The Sourdough Table", "name: TODO", "no name of its own"),
    refused("not a blueprint", "name: The Sourdough Table", "nmae: The Sourdough Table", "nmae"),
    refused(
        "a product without a name", "name: The Long Table club", "name: ...", "'practice_room' still has"
    ),
    refused(
        "an asset without words", "asset: What rises in five weeks", "asset: to do", "asset of 'course_page'"
    ),
    refused(
        "a phase without a name", "name: Call ten of the bakers", "name: ...", "the phase 'ask' is still"
    ),
    refused("no price of the core", "price: 149\n", "price: 0\n", "'eight_weeks' has no price"),
    refused("a club for nothing", "price: 19\n", "price: 0\n", "no product with a price by month"),
    refused("no core", "kind: core", "kind: add_on", "and 0 are"),
    wrong("13-q7", "no journey", without("journey"), message="no journey yet"),
    wrong("13-q7", "no funnel", without("funnel"), message="no funnel yet"),
    wrong("13-q7", "no policies", without("policies"), message="no policies yet"),
    wrong("13-q7", "no team", without("team"), message="no team with people"),
    wrong("13-q7", "no plan", without("plan"), message="no plan with phases"),
    wrong("13-q7", "no projections", without("projections"), message="no projection of the unit revenue"),
    wrong("13-q7", "no assumptions", without("assumptions"), message="no assumptions yet"),
    refused("no MRR", "unit: mrr", "unit: arr", "no projection of the unit mrr"),
    refused(
        "a saving that is none", "stated_saving: 26", "stated_saving: 36", "A review finds an error. BND02"
    ),
    refused(
        "no channels",
        "  channels:\n    - {name: video site, visitors_per_month: 900, monthly_growth: 0.02}\n    - {name: recommendation, visitors_per_month: 300, quality: 1.4}\n",
        "",
        "still needs assumptions.channels",
    ),
    wrong(
        "13-q7",
        "a projection far above the forecast",
        edited(
            ("amount: 798\n", "amount: 5700\n"),
            ("amount_high: 1197\n", "amount_high: 7600\n"),
            ("quantity: 42, quantity_high: 63", "quantity: 300, quantity_high: 400"),
            ("amount: 798,", "amount: 5700,"),
            ("amount_high: 1197}", "amount_high: 7600}"),
        ),
        message="the forecast and the projection 'winter_mrr'",
    ),
    refused(
        "a forecast of half the visitors",
        "visitors_per_month: 900",
        "visitors_per_month: 90",
        "the projection 'spring_sales'",
    ),
    wrong(
        "13-q7",
        "projected before the launch",
        edited(
            ("month: 12\n    to_month: 12", "month: 1\n    to_month: 1"),
            ("amount: 798\n", "amount: 57\n"),
            ("amount_high: 1197\n", "amount_high: 190\n"),
            ("quantity: 42, quantity_high: 63", "quantity: 3, quantity_high: 10"),
            ("amount: 798,", "amount: 57,"),
            ("amount_high: 1197}", "amount_high: 190}"),
        ),
        message="practice_room",
    ),
    refused("days that overlap", "start_day: 50, end_day: 56", "start_day: 49, end_day: 56", "LCH04"),
    wrong(
        "13-q7",
        "a phase before what it waits for",
        edited(
            ("end_day: 35, depends_on: [ask]", "end_day: 35, depends_on: [try]"),
            ("depends_on: [rooms]", "depends_on: [ask]"),
        ),
        message="the days of the phase 'rooms'",
    ),
    refused("a title that is too short", "title_days: 70", "title_days: 60", "70"),
    refused(
        "no month",
        "  - id: winter_mrr\n    month: 12\n    to_month: 12\n",
        "  - id: winter_mrr\n",
        "winter_mrr",
    ),
]
