"""Bundles and tests that the check of task 7 must accept, or refuse with the right reason."""

from ecotools.grading.authoring.probes import right, wrong

PRODUCTS = """
- {id: course, name: Sourdough Course, kind: core, price: 120, problem: The loaf stays flat}
- {id: kit, name: Starter Kit, kind: add_on, price: 25, problem: The starter dies}
- {id: club, name: Sunday Club, kind: community, price: 10, billing: month, problem: Baking alone}
- {id: box, name: Weekend Box, kind: bundle, price: 130, problem: Nobody knows where to begin,
   includes: [course, kit], stated_saving: 15}
"""
GROWTH = """
experiments:
  - {id: box_test, subject: box, kind: ab_test, start: 2026-04-06, end: 2026-05-03, people: 4000}
"""
RATES = "[0.05, 0.075]"


def answer(products=PRODUCTS, growth=GROWTH, rates=RATES):
    """Return an answer to task 7."""
    return f'my_products = """{products}"""\nmy_growth = """{growth}"""\nmy_rates = {rates}'


def products(old, new):
    """Return an answer with one edit of the products."""
    assert PRODUCTS.count(old) == 1, old
    return answer(products=PRODUCTS.replace(old, new))


def growth(old, new):
    """Return an answer with one edit of the test."""
    assert GROWTH.count(old) == 1, old
    return answer(growth=GROWTH.replace(old, new))


CLUB = "includes: [course, kit, club], included_months: {club: 2}, stated_saving: 35"

PROBES = [
    right("05-q7", "another business", answer()),
    right("05-q7", "with months of a club", products("includes: [course, kit], stated_saving: 15", CLUB)),
    right("05-q7", "prices with cents", products("price: 130", "price: 129.95").replace("g: 15", "g: 15.05")),
    right("05-q7", "the names of the sections above", answer(f"products:{PRODUCTS}", f"growth:{GROWTH}")),
    right(
        "05-q7", "two weeks and a pair", growth("2026-05-03", "2026-04-19").replace(RATES, "(0.05, 0.075)")
    ),
    right(
        "05-q7",
        "a second experiment that tests something else",
        answer(growth=f"{GROWTH}  - {{id: asked, subject: course, kind: survey}}\n"),
    ),
    wrong(
        "05-q7", "a price above the parts", products("price: 130", "price: 150"), message="costs less than"
    ),
    wrong("05-q7", "a saving too large", products("saving: 15", "saving: 40"), message="advertised saving"),
    wrong(
        "05-q7", "half price", products("price: 130", "price: 70").replace("g: 15", "g: 75"), message="deep"
    ),
    wrong("05-q7", "no saving said", products(", stated_saving: 15", ""), message="`stated_saving`"),
    wrong("05-q7", "one part", products("[course, kit]", "[course]"), message="two or three"),
    wrong("05-q7", "one part twice", products("[course, kit]", "[course, course]"), message="two or three"),
    wrong(
        "05-q7",
        "months of the club unsaid",
        products(
            "includes: [course, kit], stated_saving: 15", CLUB.replace("included_months: {club: 2}, ", "")
        ),
        message="how many months",
    ),
    wrong("05-q7", "no bundle", products("kind: bundle", "kind: add_on"), message="There is no bundle yet"),
    wrong("05-q7", "dots for a name", products("Weekend Box", '"..."'), message="still a placeholder"),
    wrong("05-q7", "a numbered name", products("Weekend Box", "Product 4"), message="still a placeholder"),
    wrong(
        "05-q7",
        "to do",
        products("Nobody knows where to begin", "TODO"),
        message="problem of the bundle 'box' is still a placeholder",
    ),
    wrong(
        "05-q7",
        "the problem of the example",
        products("Nobody knows where to begin", "Clients argue about every word"),
        message="is that of the example",
    ),
    wrong("05-q7", "an unknown part", products("[course, kit]", "[course, kitt]"), message="kitt"),
    wrong(
        "05-q7", "a test of the course", growth("subject: box", "subject: course"), message="No experiment"
    ),
    wrong("05-q7", "no subject", growth("subject: box, ", ""), message="No experiment"),
    wrong("05-q7", "before and after", growth("ab_test", "before_after"), message="half of the visitors"),
    wrong("05-q7", "no end", growth(" end: 2026-05-03,", ""), message="needs a `start` and an `end`"),
    wrong("05-q7", "27 days", growth("2026-05-03", "2026-05-02"), message="runs 27 days"),
    wrong("05-q7", "one week", growth("2026-05-03", "2026-04-12"), message="runs 7 days"),
    wrong("05-q7", "no people", growth(", people: 4000", ""), message="how many `people`"),
    wrong("05-q7", "too few people", growth("people: 4000", "people: 400"), message="it needs"),
    wrong("05-q7", "people of one half", growth("people: 4000", "people: 1480"), message="it needs"),
    wrong("05-q7", "percents", answer(rates="[5, 7.5]"), message="two fractions"),
    wrong("05-q7", "the better share first", answer(rates="[0.075, 0.05]"), message="smaller one first"),
    wrong("05-q7", "one share", answer(rates="[0.05]"), message="a list of two shares"),
    wrong("05-q7", "words for shares", answer(rates='["five", "seven"]'), message="two fractions"),
    wrong(
        "05-q7", "no text", "my_products = []\nmy_growth = []\nmy_rates = [0.05, 0.07]", message="YAML text"
    ),
]

SURVIVORS = {
    "05-q7: [0.03, 0.0425] → [0.03, 0.085]": "a larger rise needs fewer people, so the test has enough of them",
}
