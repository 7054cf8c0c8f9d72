"""Answers to task 7 of module 09, whose check goes by rule."""

from ecotools.grading.authoring.probes import right, wrong

ANSWER = '''
my_automations = """
- id: paid
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver, message: {subject: Your oven plan, stage: activation, value: The plan for Saturday}}
    - {id: hi, action: welcome, message: {subject: Feed it tonight, stage: activation, value: A starter that rises}}
    - {action: wait, delay_days: 9}
    - action: survey
      delay_days: 10
      condition: No photo was sent
      message: {subject: Show us the crumb, stage: activation, value: What the holes say}
- id: gone
  trigger: cancel
  stage: retention
  steps:
    - {action: tag}
    - {action: win_back, delay_days: 40, next: [],
       message: {subject: Rye season, stage: retention, value: One month to bake with us}}
"""
my_stack = """
payments: [A till]
analytics: [A notebook]
tools: [A post box]
sso: true
"""
'''


def edited(old, new):
    """Return the answer with one change."""
    assert ANSWER.count(old) == 1, old
    return ANSWER.replace(old, new)


PROBES = [
    right("09-q7", "another business", ANSWER),
    right(
        "09-q7",
        "sections with their names",
        edited('my_automations = """\n', 'my_automations = """\nautomations:\n').replace(
            'my_stack = """\npayments: [A till]\nanalytics: [A notebook]\ntools: [A post box]\nsso: true\n',
            'my_stack = """\nstack:\n  payments: [A till]\n  analytics: [A notebook]\n  tools: [A post box]\n  sso: true\n',
        ),
    ),
    right(
        "09-q7",
        "a loop that can be left, and no condition elsewhere",
        edited("      condition: No photo was sent\n", "")
        .replace("    - {action: tag}\n", "    - {id: again, action: wait, next: [back, again]}\n")
        .replace("{action: win_back", "{id: back, condition: Has not written back, action: win_back"),
    ),
    right(
        "09-q7",
        "a welcome in a flow of its own",
        edited("trigger: cancel", "trigger: join").replace("{action: tag}", "{action: assign_role}"),
    ),
    wrong(
        "09-q7",
        "no text",
        edited('my_stack = """', 'my_stack = 1\n_ = """'),
        message="my_stack should be YAML",
    ),
    wrong(
        "09-q7",
        "one flow",
        ANSWER[: ANSWER.index("- id: gone")] + ANSWER[ANSWER.index('"""\nmy_stack') :],
        message="at least two flows; there is 1",
    ),
    wrong("09-q7", "no trigger", edited("  trigger: cancel\n", ""), message="'gone' has no trigger"),
    wrong("09-q7", "no stage", edited("  stage: retention\n", ""), message="'gone' has no stage"),
    wrong(
        "09-q7", "one step", edited("    - {action: tag}\n", ""), message="'gone' needs at least two steps"
    ),
    wrong(
        "09-q7",
        "a survey without a message",
        edited(
            "\n      message: {subject: Show us the crumb, stage: activation, value: What the holes say}", ""
        ),
        message="sends something: give it a message",
    ),
    wrong(
        "09-q7", "a placeholder", edited("subject: Rye season", "subject: todo"), message="no subject in its"
    ),
    wrong(
        "09-q7",
        "nothing for the reader",
        edited(", value: What the holes say", ""),
        message="no value in its",
    ),
    wrong(
        "09-q7",
        "the example's value",
        edited("value: A starter that rises", "value: A first page in ten minutes"),
        message="has the value of the example",
    ),
    wrong(
        "09-q7",
        "a message without a stage",
        edited("Rye season, stage: retention", "Rye season"),
        message="no stage in its message",
    ),
    wrong(
        "09-q7",
        "a message for another stage",
        edited("Rye season, stage: retention", "Rye season, stage: purchase"),
        message="Wrong stage in the flow 'gone'",
    ),
    wrong(
        "09-q7", "one subject twice", edited("Rye season", "feed it tonight"), message="have the same subject"
    ),
    wrong(
        "09-q7",
        "nothing is delivered",
        edited("{action: deliver, ", "{action: invite, "),
        message="`deliver`",
    ),
    wrong("09-q7", "nobody is welcomed", edited("action: welcome", "action: message"), message="`welcome`"),
    wrong(
        "09-q7", "asked at once", edited("      delay_days: 10\n", ""), message="some days after its trigger"
    ),
    wrong(
        "09-q7",
        "for everybody alike",
        edited("      condition: No photo was sent\n", ""),
        message="three words",
    ),
    wrong(
        "09-q7", "a condition of one word", edited("No photo was sent", "sometimes"), message="three words"
    ),
    wrong(
        "09-q7",
        "a loop without an exit",
        edited("{action: wait, delay_days: 9}", "{action: wait, next: [hi]}"),
        message="Loop without exit",
    ),
    wrong(
        "09-q7",
        "two flows for one event",
        edited("trigger: cancel", "trigger: purchase"),
        message="Two flows for one event",
    ),
    wrong("09-q7", "an action that is none", edited("action: win_back", "action: spam"), message="action"),
    wrong(
        "09-q7",
        "two systems for money",
        edited("[A till]", "[A till, A shop]"),
        message="payments; there are 2",
    ),
    wrong("09-q7", "no analytics", edited("analytics: [A notebook]\n", ""), message="analytics; there are 0"),
    wrong("09-q7", "no tools", edited("tools: [A post box]\n", ""), message="under tools"),
    wrong(
        "09-q7",
        "a system that is none",
        edited("[A post box]", '["..."]'),
        message="placeholder for a system",
    ),
    wrong("09-q7", "no word on the login", edited("sso: true\n", ""), message="Say under sso"),
]
