"""Journeys that the check of task 7 must accept, or refuse with the right reason."""

from ecotools.grading.authoring.probes import right, wrong

JOURNEY = """
- {id: a, stage: awareness, asset: Article, format: text, channel: search, kpi: readers, target: 100}
- {id: b, stage: consideration, asset: Mails, format: email, channel: email, kpi: clicks}
- {id: c, stage: purchase, asset: Checkout, format: page, channel: site, kpi: orders}
- {id: day_7, stage: activation, asset: First draft, format: task, channel: course, kpi: drafts, target: 0.6}
- {id: day_30, stage: activation, asset: A page online, format: task, channel: course, kpi: pages, target: 0.5}
- {id: day_60, stage: retention, asset: Critique, format: call, channel: community, kpi: attendance, target: 0.4}
- {id: day_90, stage: retention, asset: Second page, format: task, channel: course, kpi: pages, target: 0.3}
- {id: f, stage: referral, asset: Bring a friend, format: link, channel: email, kpi: friends}
"""
LONG = JOURNEY.replace("- {", "- ").replace("}", "").replace(", ", "\n  ")

PROBES = [
    right("02-q7", "another business, most targets left open", f'my_journey = """{JOURNEY}"""'),
    right(
        "02-q7",
        "stages in any order, two assets in one",
        f'my_journey = "\\n".join(reversed("""{JOURNEY}""".strip().splitlines())) + """\n'
        "- {id: g, stage: retention, asset: Library, format: pages, channel: site, kpi: visits, target: 40}\n"
        '"""',
    ),
    right(
        "02-q7",
        "the long form of YAML",
        "my_journey = " + repr(LONG),
    ),
    right(
        "02-q7",
        "hyphens in the ids, whole numbers where the share is one",
        f'my_journey = """{JOURNEY}""".replace("day_", "day-").replace("target: 0.6", "target: 1")',
    ),
    right(
        "02-q7",
        "with the key of the section, and comments",
        f'my_journey = "journey:" + """{JOURNEY}# more to come"""',
    ),
    right(
        "02-q7",
        "built by code",
        f'my_journey = "\\n".join("  " + line for line in """{JOURNEY}""".strip().splitlines())',
    ),
    wrong(
        "02-q7",
        "no activation",
        f'my_journey = "\\n".join(l for l in """{JOURNEY}""".splitlines() if "activation" not in l)',
        message="no touchpoint yet: activation",
    ),
    wrong(
        "02-q7",
        "a stage misspelt",
        f'my_journey = """{JOURNEY}""".replace("stage: retention", "stage: retension")',
        message="retention",
    ),
    wrong(
        "02-q7",
        "the quick win without a target",
        f'my_journey = """{JOURNEY}""".replace(", target: 0.6", "")',
        message="Give day_7 a target",
    ),
    wrong(
        "02-q7",
        "a touchpoint without a KPI",
        f'my_journey = """{JOURNEY}""".replace(", kpi: orders", "")',
        message="names no kpi",
    ),
    wrong(
        "02-q7",
        "the share as a percent",
        f'my_journey = """{JOURNEY}""".replace("target: 0.6", "target: 60")',
        message="This looks like a percent: give a fraction, 0.6 and not 60.",
    ),
    wrong(
        "02-q7",
        "a promise as a percent",
        f'my_journey = """{JOURNEY}""".replace("target: 0.4", "target: 40")',
        message="Checked: the target of day_60, a share of the buyers",
    ),
    wrong(
        "02-q7",
        "a percent sign",
        f'my_journey = """{JOURNEY}""".replace("target: 0.4", "target: 40%")',
        message="0.4",
    ),
    wrong(
        "02-q7",
        "no promise for day 60",
        f'my_journey = "\\n".join(l for l in """{JOURNEY}""".splitlines() if "day_60" not in l)',
        message="no touchpoint with the id day_60",
    ),
    wrong(
        "02-q7",
        "a promise without a target",
        f'my_journey = """{JOURNEY}""".replace(", target: 0.3", "")',
        message="Give day_90 a target",
    ),
    wrong(
        "02-q7",
        "a promise before the purchase",
        f'my_journey = """{JOURNEY}""".replace("id: day_30, stage: activation", "id: day_30, stage: consideration")',
        message="day_30 is at consideration; it should be at activation or retention or referral",
    ),
    wrong(
        "02-q7",
        "two touchpoints with one id",
        f'my_journey = """{JOURNEY}""".replace("id: b,", "id: a,")',
        message="'a'",
    ),
    wrong(
        "02-q7",
        "a colon in a text without quotation marks",
        f'my_journey = """{JOURNEY}""".replace("asset: Article", "asset: Article: part one")',
        message="line",
    ),
    wrong(
        "02-q7",
        "a channel left out",
        f'my_journey = """{JOURNEY}""".replace(", channel: search", "")',
        message="needs a format and a channel",
    ),
    wrong(
        "02-q7",
        "only the example of the text",
        "my_journey = " + repr(LONG[: LONG.index("- id: b")]),
        message="These stages have no touchpoint yet",
    ),
    wrong(
        "02-q7",
        "the first result at another stage",
        f'my_journey = """{JOURNEY}""".replace("id: day_7, stage: activation", "id: day_7, stage: retention")',
        message="day_7 is at retention; it should be at activation",
    ),
    wrong("02-q7", "nothing between the quotes", "my_journey = '''\\n'''", message="my_journey is empty"),
    wrong(
        "02-q7",
        "a promise for nobody",
        f'my_journey = """{JOURNEY}""".replace("target: 0.6", "target: 0")',
        message="The target of day_7 is 0",
    ),
    wrong(
        "02-q7",
        "a share below zero",
        f'my_journey = """{JOURNEY}""".replace("target: 0.6", "target: -0.6")',
        message="It has to be at least 0.",
    ),
    wrong(
        "02-q7",
        "a KPI to be done",
        f'my_journey = """{JOURNEY}""".replace("kpi: orders", "kpi: TODO")',
        message="has the kpi 'TODO': write your own instead",
    ),
    wrong(
        "02-q7",
        "dots for an asset",
        f'my_journey = """{JOURNEY}""".replace("asset: Article", "asset: \'...\'")',
        message="write your own instead",
    ),
    wrong(
        "02-q7",
        "the name of the field as its value",
        f'my_journey = """{JOURNEY}""".replace("channel: search", "channel: channel")',
        message="has the channel 'channel': write your own instead",
    ),
    wrong(
        "02-q7",
        "one letter for a format",
        f'my_journey = """{JOURNEY}""".replace("format: link", "format: x")',
        message="has the format 'x': write your own instead",
    ),
    wrong(
        "02-q7",
        "a touchpoint of the example",
        f'my_journey = """{JOURNEY}""".replace("asset: Second page", "asset: Second page reviewed")',
        message="is the one of the example",
    ),
    wrong(
        "02-q7",
        "the same asset everywhere",
        f'my_journey = """{JOURNEY}""".replace("asset: Critique", "asset: A page online")',
        message="Several touchpoints have the asset 'A page online'",
    ),
]
