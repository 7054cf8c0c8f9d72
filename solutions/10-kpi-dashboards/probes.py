"""Answers to task 8 of module 10, whose check goes by rule."""

from ecotools.grading.authoring.probes import right, wrong

KPIS = """
- {id: leads, name: Leads, formula: new addresses, base: visitors, window: month, unit: count, direction: up, owner: me, source: touches, target: 90}
- {id: sales, name: Sales, formula: paid orders, base: leads, window: month, unit: count, direction: up, owner: me, source: orders, target: 9, counter: returns}
- {id: returns, name: Returns, formula: refunded / paid, base: orders, window: month, unit: fraction, direction: down, owner: me, source: orders, target: 0.04}
- {id: happy, name: NPS, formula: promoters less detractors, base: answers, window: quarter, unit: score, direction: up, owner: me, source: surveys, target: 40}
"""
DAYS = """
- {id: days, name: Days to the first draft, formula: median of the days, base: buyers, window: month, unit: days, direction: down, owner: Ann, source: activity, target: 7}
"""

PROBES = [
    right("10-q8", "another business", f'my_kpis = """{KPIS}"""'),
    right(
        "10-q8",
        "two that guard each other",
        f'my_kpis = """{KPIS}""".replace("target: 0.04", "target: 0.04, counter: sales")',
    ),
    wrong(
        "10-q8",
        "three KPIs",
        f'my_kpis = "\\n".join("""{KPIS}""".strip().splitlines()[:3])',
        message="at least four KPIs; there are 3",
    ),
    wrong(
        "10-q8",
        "no counter",
        f'my_kpis = """{KPIS}""".replace(", counter: returns", "")',
        message="the KPI that guards it",
    ),
    wrong(
        "10-q8",
        "a counter that is not there",
        f'my_kpis = """{KPIS}""".replace("counter: returns", "counter: return")',
        message="returns",
    ),
    wrong(
        "10-q8",
        "no target",
        f'my_kpis = """{KPIS}""".replace(", target: 40", "")',
        message="does not say its target",
    ),
    right(
        "10-q8",
        "five, of other units",
        f'my_kpis = """{KPIS}{DAYS}"""',
    ),
    wrong(
        "10-q8",
        "a percent as a target",
        f'my_kpis = """{KPIS}""".replace("target: 0.04", "target: 4%")',
        message="write 0.04",
    ),
    wrong(
        "10-q8",
        "one source for all",
        f'my_kpis = """{KPIS}""".replace("source: touches", "source: orders").replace("source: surveys", "source: orders")',
        message="the same source",
    ),
    wrong(
        "10-q8",
        "no direction",
        f'my_kpis = """{KPIS}""".replace("direction: down, ", "")',
        message="does not say its direction",
    ),
    wrong(
        "10-q8",
        "its own counter",
        f'my_kpis = """{KPIS}""".replace("counter: returns", "counter: sales")',
        message="cannot be its own counter",
    ),
    right(
        "10-q8",
        "a negative target, and long texts",
        f'my_kpis = """{KPIS}""".replace("target: 0.04", "target: -0.04")',
    ),
    wrong(
        "10-q8",
        "a placeholder for an owner",
        f'my_kpis = """{KPIS}""".replace("owner: me", "owner: todo", 1)',
        message="still a placeholder",
    ),
    wrong(
        "10-q8",
        "a formula of dots",
        f'my_kpis = """{KPIS}""".replace("formula: paid orders", "formula: ...")',
        message="still a placeholder",
    ),
    wrong(
        "10-q8",
        "a formula that only names the thing",
        f'my_kpis = """{KPIS}""".replace("formula: paid orders", "formula: sales")',
        message="say in words what is counted",
    ),
    wrong(
        "10-q8",
        "one formula for two KPIs",
        f'my_kpis = """{KPIS}""".replace("formula: paid orders", "formula: new addresses")',
        message="the same formula",
    ),
    wrong(
        "10-q8",
        "one name for two KPIs",
        f'my_kpis = """{KPIS}""".replace("name: Sales", "name: Leads")',
        message="the same name",
    ),
    wrong(
        "10-q8",
        "a percent as a fraction",
        f'my_kpis = """{KPIS}""".replace("target: 0.04", "target: 4")',
        message="Rates are fractions: 0.04, not 4",
    ),
]
