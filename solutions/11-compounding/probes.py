"""Answers to task 7 of module 11, whose check goes by rule."""

from functools import partial

from ecotools.grading.authoring import probes
from ecotools.grading.authoring.probes import right, wrong

ANSWER = '''
my_kpis = """
- {id: loaves, name: Loaves that somebody shows}
- {id: guests, name: 'Guests of "open oven" who join', unit: count}
"""
my_map = """
nodes:
  - {id: wall, kind: community_asset, name: Wall of loaves}
  - {id: club, kind: revenue_channel, name: Oven club}
  - {id: log, kind: data_flow, name: Log of bakes}
edges:
  - {from: club, to: wall, type: user, what: members who show a loaf}
  - {from: wall, to: club, type: user, what: people who want this loaf}
  - {from: wall, to: log, type: data, what: which flour went into it}
loops:
  - {id: envy, nodes: [wall, club], kpi: guests}
"""
my_levers = """
- {id: stamp, name: A stamp on each loaf, impact: 3, effort: 2, pillars: [network_effects]}
- {id: guest, name: Bring a guest, impact: 4, effort: 2, pillars: [network_effects, cross_sell],
   start: 2027-03-01, kpi: guests, baseline: {value: 0, date: 2027-03-01}}
- {id: flour, name: Flour by post, impact: 3.5, effort: 4.5, pillars: [cross_sell, data],
   start: 2027-09-01, kpi: loaves, baseline: {value: 31, date: 2027-02-28}}
"""
my_platform = """
marketplace: {platform_share: 0.1, portal: A form for mills, review: We bake with it twice}
integrations:
  - id: scale
    docs: Two pages
    sandbox: true
    kit: A picture and a text
    support_owner: Ines
    sla_hours: 48
    auth: token
    scopes: [read weights]
    agreement: true
"""
'''
edited = partial(probes.edited, ANSWER)


def refused(name, old, new, message):
    """Return a probe of an answer with one change that the check refuses."""
    return wrong("11-q7", name, edited((old, new)), message=message)


MARKET = "marketplace: {platform_share: 0.1, portal: A form for mills, review: We bake with it twice}\n"
PARTNERS = ANSWER[ANSWER.index("integrations:") : ANSWER.rindex('"""')]
STARTS = "start: 2027-09-01, kpi: loaves, baseline: {value: 31, date: 2027-02-28}"

PROBES = [
    right("11-q7", "another business", ANSWER),
    right("11-q7", "a marketplace only", edited((PARTNERS, ""))),
    right("11-q7", "an integration only", edited((MARKET, ""))),
    right(
        "11-q7",
        "sections with their names",
        edited(('my_map = """\nnodes:', 'my_map = """\nmap:\n nodes:'))
        .replace("\n  - {", "\n   - {")
        .replace("\nedges:", "\n edges:")
        .replace("\nloops:", "\n loops:"),
    ),
    right("11-q7", "both start on one day", edited(("start: 2027-09-01", "start: 2027-03-01"))),
    right(
        "11-q7",
        "the harder one first, neither being better",
        edited(("impact: 4, effort: 2", "impact: 3, effort: 2"), ("start: 2027-03-01", "start: 2027-10-01")),
    ),
    refused("no KPIs", 'my_kpis = """', 'my_kpis = {}\n_ = """', "my_kpis should be YAML"),
    wrong(
        "11-q7",
        "one KPI",
        edited(("- {id: loaves, name: Loaves that somebody shows}\n", "")).replace(
            "kpi: loaves", "kpi: guests"
        ),
        message="at least two KPIs; there is 1",
    ),
    refused(
        "two KPIs of one name", "Loaves that somebody shows", 'guests of "Open oven" who join', "Two KPIs are"
    ),
    refused(
        "a KPI of the example", "Loaves that somebody shows", "Loaves shown in a month", "of the example"
    ),
    refused(
        "a KPI without a name", "Loaves that somebody shows", "...", "name of the KPI 'loaves' is missing"
    ),
    refused("no text", 'my_levers = """', 'my_levers = 1\n_ = """', "my_levers should be YAML"),
    wrong(
        "11-q7",
        "two nodes",
        edited(
            ("  - {id: log, kind: data_flow, name: Log of bakes}\n", ""),
            ("  - {from: wall, to: log, type: data, what: which flour went into it}\n", ""),
        ),
        message="at least three nodes; there are 2",
    ),
    refused("a node of the example", "name: Log of bakes", "name: Bake diary", "is that of the example"),
    refused("no name of a node", ", name: Log of bakes", "", "name of the node 'log' is missing"),
    refused("one name twice", "name: Log of bakes", "name: oven club", "Two nodes are called 'oven club'"),
    refused("what flows", ", what: which flour went into it", "", "does not say its what"),
    refused("which kind flows", "type: data, ", "", "'wall' to 'log' does not say its type"),
    refused("words of the example", "members who show a loaf", "bakers who show a loaf", "is that of the"),
    refused("no loop", "loops:\n  - {id: envy, nodes: [wall, club], kpi: guests}\n", "", "at least one loop"),
    refused("a loop that is none", "nodes: [wall, club]", "nodes: [wall, log]", "MAP05"),
    refused("nothing in the loop", "nodes: [wall, club], ", "", "'envy' does not say its nodes"),
    refused(
        "nobody measures it", "nodes: [wall, club], kpi: guests", "nodes: [wall, club]", "not say its kpi"
    ),
    refused("an unknown KPI", "nodes: [wall, club], kpi: guests", "nodes: [wall, club], kpi: fans", "fans"),
    wrong(
        "11-q7",
        "two levers",
        edited(
            (
                "- {id: stamp, name: A stamp on each loaf, impact: 3, effort: 2, pillars: [network_effects]}\n",
                "",
            )
        ),
        message="at least three levers; there are 2",
    ),
    refused("a lever of the example", "A stamp on each loaf", "Badge for the first loaf", "of the example"),
    refused("no effort", "impact: 3, effort: 2, ", "impact: 3, ", "'stamp' does not say its effort"),
    refused("no pillar", ", pillars: [network_effects]}", "}", "'stamp' does not say its pillars"),
    refused("one start", f",\n   {STARTS}", "", "at least two levers a start; 1 have one"),
    refused("no baseline", ", baseline: {value: 31, date: 2027-02-28}", "", "does not say its baseline"),
    refused("no KPI of a lever", "kpi: loaves, ", "", "'flour' does not say its kpi"),
    refused("measured too late", "date: 2027-03-01", "date: 2027-03-02", "its baseline is of 2027-03-02"),
    refused("one pillar", "pillars: [cross_sell, data]", "pillars: [data]", "LVR03"),
    refused("one pillar twice", "pillars: [cross_sell, data]", "pillars: [data, data]", "LVR03"),
    refused("the better one late", "start: 2027-03-01", "start: 2027-10-01", "LVR02"),
    refused("one lever twice", "name: Flour by post", "name: bring a guest", "Two levers are called"),
    wrong("11-q7", "an empty platform", edited((MARKET, "apps: []\n"), (PARTNERS, "")), message="neither a"),
    refused("no share", "platform_share: 0.1, ", "", "marketplace does not say its platform_share"),
    refused("all of it", "platform_share: 0.1", "platform_share: 1", "above 0 and below 1"),
    refused("no review", "review: We bake with it twice", "review: false", "does not say its review"),
    refused(
        "review of the example", "We bake with it twice", "Two people bake every recipe", "of the example"
    ),
    refused("a portal to do", "portal: A form for mills", "portal: to do", "The portal of the marketplace"),
    refused("no kit", "    kit: A picture and a text\n", "", "'scale' does not say its kit"),
    refused("no sandbox", "sandbox: true", "sandbox: false", "'scale' does not say its sandbox"),
    refused("a guide to do", "docs: Two pages", "docs: ...", "The docs of the integration 'scale'"),
    refused("nobody answers", "    support_owner: Ines\n", "", "does not say its support_owner"),
    refused("a password", "auth: token", "auth: password", "INT07"),
    refused("no bounds", "scopes: [read weights]", 'scopes: ["*"]', "INT07"),
    refused("no scope", "scopes: [read weights]", "scopes: []", "'scale' does not say its scopes"),
    refused("no agreement", "agreement: true", "agreement: false", "'scale' does not say its agreement"),
]
