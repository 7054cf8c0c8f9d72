"""Maps that the check of task 7 must accept, or refuse with the right reason."""

from ecotools.grading.authoring.probes import right, wrong

MAP = """
nodes:
  - {id: log, kind: feature, name: Training log}
  - {id: wall, kind: community_asset, name: Wall of first races}
  - {id: paces, kind: data_flow, name: Paces by week}
  - {id: club, kind: revenue_channel, name: Runners' club}
none: [integration]
edges:
  - {from: club, to: log, type: user, what: members who note a run}
  - {from: log, to: paces, type: data, what: pace and distance}
  - {from: paces, to: club, type: data, what: which plan is too hard}
  - {from: log, to: wall, type: user, what: runners after a race}
  - {from: wall, to: club, type: user, what: friends who saw the photo}
"""

ALL_FIVE = """
map:
  nodes:
    - id: log
      kind: feature
      name: Training log
    - id: watch
      kind: integration
      name: Watches of two makers
    - id: paces
      kind: data_flow
      name: Paces by week
    - id: club
      kind: revenue_channel
      name: Runners' club
    - id: wall
      kind: community_asset
      name: Wall of first races
  edges:
    - {from: watch, to: log, type: data, what: runs as they happen}
    - {from: log, to: paces, type: data, what: pace and distance}
    - {from: log, to: wall, type: user, what: runners after a race}
    - {from: wall, to: club, type: user, what: friends who saw the photo}
    - {from: club, to: watch, type: revenue, what: a fee for each watch that is connected}
"""


def changed(old: str, new: str) -> str:
    """Return the map with one edit."""
    assert MAP.count(old) == 1, old
    return f'my_map = """{MAP.replace(old, new)}"""'


PROBES = [
    right("01-q7", "another business", f'my_map = """{MAP}"""'),
    right("01-q7", "all five kinds, under the name of the section", f'my_map = """{ALL_FIVE}"""'),
    right(
        "01-q7",
        "a loop that is named, and two kinds of which there is none",
        'my_map = """'
        + MAP.replace("none: [integration]", "none: [data_flow, integration]").replace(
            "kind: data_flow", "kind: feature"
        )
        + 'loops: [{id: members, nodes: [club, log, wall]}]\n"""',
    ),
    wrong(
        "01-q7",
        "a kind is missing",
        changed("none: [integration]\n", ""),
        message="MAP01: no integration",
    ),
    wrong(
        "01-q7",
        "three kinds of which there is none",
        'my_map = """'
        + MAP.replace("none: [integration]", "none: [integration, data_flow, community_asset]")
        .replace("kind: data_flow", "kind: feature")
        .replace("kind: community_asset", "kind: feature")
        + '"""',
        message="More than two kinds are under `none`",
    ),
    wrong(
        "01-q7", "an arrow without a type", changed("type: data, what: pace", "what: pace"), message="MAP02"
    ),
    wrong(
        "01-q7",
        "an arrow to itself",
        changed("{from: log, to: wall, type: user", "{from: log, to: log, type: user"),
        message="leads from log to itself",
    ),
    wrong(
        "01-q7",
        "a node that stands alone",
        changed("none: [integration]", "  - {id: mugs, kind: feature, name: Mugs}\nnone: [integration]"),
        message="MAP03: mugs",
    ),
    wrong(
        "01-q7",
        "no loop",
        'my_map = """'
        + MAP.replace("from: paces, to: club", "from: club, to: paces").replace(
            "from: wall, to: club", "from: club, to: wall"
        )
        + '"""',
        message="MAP05",
    ),
    wrong(
        "01-q7",
        "an arrow to a node that is not drawn",
        changed("from: wall, to: club", "from: wall, to: clubb"),
        message="clubb",
    ),
    wrong(
        "01-q7",
        "one kind of flow",
        f'my_map = """{MAP.replace("type: data", "type: user")}"""',
        message="Which other kind of flow is there?",
    ),
    wrong(
        "01-q7",
        "an arrow without words",
        changed(", what: pace and distance", ""),
        message="What flows from log to paces",
    ),
    wrong(
        "01-q7", "dots for what flows", changed("pace and distance", '"..."'), message="does not say it yet"
    ),
    wrong(
        "01-q7",
        "the words of the example",
        changed("runners after a race", "Bakers who show a loaf"),
        message="the words of the example",
    ),
    wrong("01-q7", "a node without a name", changed(", name: Training log", ""), message="has no name"),
    wrong("01-q7", "to do", changed("Training log", "TODO"), message="'TODO' is no name yet"),
    wrong(
        "01-q7",
        "a name of the example",
        changed("Training log", "Bake diary"),
        message="is a name of the example",
    ),
    wrong(
        "01-q7",
        "one name for two nodes",
        changed("Wall of first races", "training log"),
        message="Two nodes are called",
    ),
    wrong(
        "01-q7",
        "three nodes",
        """
        my_map = \"\"\"
        nodes: [{id: a, kind: feature, name: Log}, {id: b, kind: data_flow, name: Paces},
          {id: c, kind: revenue_channel, name: Club}]
        none: [integration, community_asset]
        edges: [{from: a, to: b, type: data, what: paces}]
        \"\"\"
        """,
        message="at least four nodes; there are 3",
    ),
    wrong(
        "01-q7",
        "nodes without arrows",
        f'my_map = """{MAP.partition("edges:")[0]}"""',
        message="no arrows yet",
    ),
    wrong(
        "01-q7", "Python instead of YAML", 'my_map = {"nodes": []}', message="YAML text between triple quotes"
    ),
    wrong("01-q7", "an empty text", 'my_map = "  "', message="my_map is empty"),
]
