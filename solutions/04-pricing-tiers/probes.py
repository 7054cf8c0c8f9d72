"""Ladders that the check of task 7 must accept, or refuse with the right reason."""

from ecotools.grading.authoring.probes import right, wrong

LADDER = """
- {id: a, name: Guide, kind: lead_magnet, price: 0, problem: Nobody starts}
- {id: b, name: Course, kind: core, price: 120, problem: Nobody finishes}
- {id: c, name: Kit, kind: add_on, price: 25, problem: Blank pages}
- {id: d, name: Audit, kind: add_on, price: 90, problem: Silent errors}
- {id: e, name: Circle, kind: community, price: 60, billing: quarter, problem: Working alone}
"""

LINE_BY_LINE = """
- id: sheet
  name: Sheet
  kind: lead_magnet
  price: 0
  problem: Nobody starts
- id: course
  name: Course
  kind: core
  price: 99
  problem: Nobody finishes
- id: extra
  name: Extra
  kind: add_on
  price: 19
  problem: Blank pages
- id: club
  name: Club
  kind: subscription
  price: 9
  billing: month
  problem: Working alone
"""


def changed(old: str, new: str) -> str:
    """Return the ladder with one edit."""
    assert LADDER.count(old) == 1, old
    return f'my_products = """{LADDER.replace(old, new)}"""'


BUNDLE = "- {id: f, name: Start, kind: bundle, price: 130, includes: [b, c], problem: Choosing}"

PROBES = [
    right("04-q7", "another business", f'my_products = """{LADDER}"""'),
    right(
        "04-q7",
        "prices with decimals and a bundle",
        f'my_products = """{LADDER.replace("price: 25", "price: 24.9")}{BUNDLE}\n"""',
    ),
    right("04-q7", "one line per field", f'my_products = """{LINE_BY_LINE}"""'),
    right("04-q7", "with the name of the section above it", f'my_products = """products:{LADDER}"""'),
    right("04-q7", "a name that is in use elsewhere", changed("name: Kit", "name: Problem kit")),
    wrong(
        "04-q7",
        "two core products",
        changed("kind: community", "kind: core"),
        message="exactly one core product; there are 2",
    ),
    wrong(
        "04-q7",
        "a core product for nothing",
        changed("kind: core, price: 120", "kind: core, price: 0"),
        message="give it a price above 0",
    ),
    wrong("04-q7", "a price with a currency sign", changed("price: 120", "price: $120"), message="price"),
    wrong("04-q7", "nothing free", changed("price: 0", "price: 7"), message="Add something free"),
    wrong(
        "04-q7",
        "steps at one price",
        changed("price: 25", "price: 90").replace("price: 60", "price: 90"),
        message="at different prices",
    ),
    wrong("04-q7", "nothing that recurs", changed("billing: quarter, ", ""), message="paid again"),
    wrong(
        "04-q7",
        "something that recurs at a price of 0",
        changed("price: 60, billing", "price: 0, billing"),
        message="a price of 0 brings nothing",
    ),
    wrong(
        "04-q7",
        "a product without a problem",
        changed(", problem: Blank pages", ""),
        message="Which problem does 'Kit' solve",
    ),
    wrong("04-q7", "dots for a problem", changed("Blank pages", '"..."'), message="is no problem yet"),
    wrong("04-q7", "to do", changed("Blank pages", "TODO"), message="'TODO' is no problem yet"),
    wrong("04-q7", "a numbered problem", changed("Blank pages", "Problem 3"), message="is no problem yet"),
    wrong("04-q7", "a numbered name", changed("name: Kit", "name: Product 3"), message="is no name yet"),
    wrong(
        "04-q7",
        "the problem of the example",
        changed("Blank pages", "Clients argue about every word"),
        message="that of the example",
    ),
    wrong(
        "04-q7",
        "one problem for two products",
        changed("Blank pages", "nobody starts"),
        message="Two products have the same problem",
    ),
    wrong(
        "04-q7",
        "one name for two products",
        changed("name: Kit", "name: Audit"),
        message="Two products have the same name",
    ),
    wrong(
        "04-q7",
        "Python instead of YAML",
        """
        my_products = [{"id": "a", "name": "Guide", "kind": "core", "price": 0}]
        """,
        message="YAML text between triple quotes",
    ),
]
