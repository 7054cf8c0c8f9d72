"""The tasks of module 01: who feeds whom, concentration, what starves, loops, kinds of flow, and a claim."""

from ecotools.grading.authoring.tasks import form, slip, task

# A circle, a way out of it, an arrow to itself, one that is there twice, and a part that nobody reaches.
NET = 'arrows("k>m, m>k, m>z, z>z, k>m, q>b, b>q, z>a")'
SHUFFLED = f"{NET}.set_index(pd.Index([7, 3, 3, 9, 0, 21, 4, 5])).iloc[[5, 0, 7, 2, 6, 1, 4, 3]]"
LONG = 'arrows("h>i, g>h, f>g, e>f, d>e, c>d, b>c, a>b")'
ORDERS = (
    'pd.DataFrame({"product": ["b", "a", "b", "c", "b"], "amount": [5.5, 20.25, 5.5, 9.0, 3.0],'
    ' "refunded": [0.0, 0.25, 1.0, 9.0, 0.0], "order_id": [9, 2, 9, 4, 7]}, index=[4, 4, 0, 8, 1])'
)
FLOWS = (
    'pd.DataFrame([["b", "x", "y", "data", 1], ["a", "x", "y", "user", 2], ["b", "y", "x", "data", 3],'
    ' ["b", "x", "y", "data", 4], ["b", "x", "y", "user", 5], ["c", "x", "x", "", 6],'
    ' ["a", "x", "z", "user", 7], ["c", "x", "y", "", 8], ["d", "x", "x", "revenue", 9],'
    ' ["d", "x", "y", "", 10]],'
    ' columns=["company", "from", "to", "type", "line"], index=[3, 3, 9, 1, 0, 7, 2, 5, 4, 6])'
)


def sold(product, amount, refunded):
    """Return the text of a table as task 2 takes it."""
    return f'pd.DataFrame({{"product": {product}, "amount": {amount}, "refunded": {refunded}}})'


TASKS = [
    task(
        "01-q1",
        points=3,
        names="share_feeding",
        examples={
            'share_feeding(["a", "b", "c", "d", "e"], arrows("a>b, a>c, a>d, a>b, a>c, b>x"))': "0.2",
            'share_feeding(["a", "b", "c"], arrows("a>b, c>c"))': "1 / 3",
            'share_feeding(["a", "b"], arrows("x>a, y>a, z>a, a>b, a>b"))': "0.5",
            "share_feeding([], arrows('a>b'))": 'float("nan")',
        },
        hidden=[
            f'share_feeding(["z", "k", "m", "a", "q"], {SHUFFLED})',
            f'share_feeding(["b"], {NET})',
            'share_feeding(["a", "b"], arrows(""))',
            'share_feeding(["b", "a", "c"], arrows("a>a, b>x, a>x, a>b, b>c"))',
            'share_feeding(["a", "b"], arrows("a>b, b>a"))',
            'share_feeding([], arrows(""))',
            "share_feeding(products, flows)",
            "share_feeding(products[::-2], flows.iloc[::-1])",
        ],
        slips=[
            slip(
                '(flows["from"] != flows["to"]) & ',
                "",
                says="An arrow from a product to itself feeds nothing: in the second example, c does not.",
            ),
            slip(
                '(flows["from"] != flows["to"]) & flows["to"].isin(products)',
                'flows["from"] != flows["to"]',
                says="The arrow from b leads out of the list in the first example: it does not count.",
            ),
            slip(
                "len(feeding) / len(products)",
                "len(counting) / len(products)",
                says="These are arrows. Count products: one with three arrows is one product.",
            ),
            slip(
                "len(feeding) / len(products)",
                'len(set(counting["from"])) / len(products)',
                name="starts outside the list",
                says="In the third example, x, y and z are not in the list. Count those of the list only.",
            ),
            slip(
                "len(feeding) / len(products)",
                "100 * len(feeding) / len(products)",
                says="A share is a fraction, not a percent.",
            ),
            slip(
                "len(feeding) / len(products)",
                "1 - len(feeding) / len(products)",
                says="This is the share of products that feed nothing.",
            ),
            slip(
                'return float("nan")',
                "return 0",
                says="Without products there is no share: NaN. A share of 0 says that there are some.",
            ),
            slip(
                """
                def share_feeding(products, flows):
                    if len(products) == 0:
                        return float("nan")
                    counting = flows[(flows["from"] != flows["to"]) & flows["from"].isin(products)]
                    return len([one for one in products if one in set(counting["to"])]) / len(products)
                """,
                name="who is fed",
                says="This is the share of products that are fed. Look at where the arrows begin.",
            ),
        ],
        also=[
            form(
                "a set that grows",
                """
                def share_feeding(products, flows):
                    known, feeding = set(products), set()
                    for start, end in zip(flows["from"], flows["to"]):
                        if start in known and end in known and start != end:
                            feeding.add(start)
                    return len(feeding) / len(known) if known else float("nan")
                """,
            ),
            form(
                "the mean of true and false",
                """
                def share_feeding(products, flows):
                    real = flows.query("`from` != to")
                    real = real[real["to"].isin(products)]
                    return pd.Series(products, dtype=object).isin(real["from"]).mean()
                """,
            ),
        ],
        right="A catalogue has 0. Ask of each product that feeds nothing whether it has to be an end.",
        survivors={
            "share_feeding(arguments index reset)": "the row labels have no meaning here",
            "share_feeding(arguments sorted)": "the order of products and of arrows has no meaning",
            "share_feeding(arguments without duplicates)": "several arrows from one product count once",
        },
    ),
    task(
        "01-q2",
        points=4,
        names="concentration",
        examples={
            "concentration(three)": 'pd.Series({"largest": 0.6, "hhi": 0.46})',
            'concentration(pd.DataFrame({"product": ["a", "b"], "amount": [50, 50], "refunded": [0, 25]}))': (
                'pd.Series({"largest": 2 / 3, "hhi": 5 / 9})'
            ),
            "concentration(three.assign(refunded=three['amount']))": (
                'pd.Series({"largest": float("nan"), "hhi": float("nan")})'
            ),
        },
        hidden=[
            f"concentration({ORDERS})",
            f"concentration({ORDERS}.iloc[[0, 2, 4]])",
            f"concentration({ORDERS}.iloc[[3]])",
            f"concentration({ORDERS}.iloc[:0])",
            # The largest before refunds is not the largest after; equal shares; less than a dollar in all.
            f"concentration({sold(['m', 'k'], [90, 50], [60, 10])})",
            f"concentration({sold(['k', 'm', 'z'], [10, 10, 20], 0)})",
            f"concentration({sold(['p', 'q'], [0.5, 0.25], 0)})",
            f'concentration({ORDERS}.drop(columns="order_id").iloc[[0, 0, 1, 2, 2, 0]])',
            "concentration(case.ledger.orders)",
            "concentration(case.ledger.orders.iloc[::-7])",
        ],
        slips=[
            slip(
                'orders["amount"] - orders["refunded"]',
                'orders["amount"]',
                says="Take off what was refunded: the course keeps 60 of 80 in the first example.",
            ),
            slip(
                '.groupby(orders["product"]).sum()',
                '.groupby(orders["product"]).mean()',
                says="Add up the rows of a product; this takes their average.",
            ),
            slip(
                'kept.groupby(orders["product"]).sum()',
                "kept",
                says="A product can have several rows. Add them up before you compute shares.",
            ),
            slip(
                "(shares**2).sum()",
                "(shares**2).sum() * 10000",
                says="This is the index in points. Here it is the sum of the squared fractions, at most 1.",
            ),
            slip(
                "(shares**2).sum()",
                "shares.sum() ** 2",
                says="Square each share first, then add. The sum of all shares is always 1.",
            ),
            slip(
                "(shares**2).sum()",
                "1 / (shares**2).sum()",
                says="This is 1 divided by the index. The index itself lies between 0 and 1.",
            ),
            slip(
                '"largest": shares.max(),',
                '"largest": revenue.max(),',
                says="This is the revenue of the largest product. Divide it by the revenue of all.",
            ),
            slip(
                "if revenue.sum() == 0:",
                "if False:",
                name="no case without revenue",
                says="Everything was refunded in the third example: there are no shares, and both are NaN.",
            ),
            slip(
                'pd.Series({"largest": float("nan"), "hhi": float("nan")})',
                'pd.Series({"largest": 0.0, "hhi": 0.0})',
                says="Without revenue there are no shares: NaN. A 0 would say that nothing is concentrated.",
            ),
        ],
        also=[
            form(
                "a dictionary of sums",
                """
                def concentration(orders):
                    revenue = {}
                    for row in orders.to_dict("records"):
                        name = row["product"]
                        revenue[name] = revenue.get(name, 0) + row["amount"] - row["refunded"]
                    whole = sum(revenue.values())
                    if not whole:
                        return {"largest": float("nan"), "hhi": float("nan")}
                    shares = [each / whole for each in revenue.values()]
                    return {"hhi": sum(s * s for s in shares), "largest": max(shares)}
                """,
            ),
            form(
                "a new column",
                """
                import numpy as np

                def concentration(orders):
                    table = orders.assign(kept=orders["amount"] - orders["refunded"])
                    revenue = table.groupby("product", observed=True)["kept"].sum().to_numpy(dtype=float)
                    if revenue.sum() <= 0:
                        return pd.Series([np.nan, np.nan], index=["largest", "hhi"])
                    shares = revenue / revenue.sum()
                    return pd.Series([shares.max(), shares @ shares], index=["largest", "hhi"])
                """,
            ),
        ],
        right="Both numbers say what would be lost with one product's own sales, and not what hangs on it.",
        survivors={
            "concentration(arguments index reset)": "the row labels have no meaning here",
            "concentration(arguments sorted)": "the order of orders has no meaning",
        },
    ),
    task(
        "01-q3",
        points=5,
        names="starved",
        kind="items",
        examples={
            'starved(arrows("a>b, b>c, c>d, b>f, e>f"), ["a", "b", "e"], "b")': '["c", "d"]',
            'starved(arrows("a>b, b>c, b>f, e>f"), ["c", "a", "e"], "b")': "[]",
            'starved(arrows("a>b, b>c, b>d, e>d"), ["a", "e"], "b")': '["c"]',
            'starved(arrows("c>d, b>c, a>b, d>b, x>y"), ["a"], "b")': '["c", "d"]',
            'starved(arrows("a>b, b>c, e>c"), ["a", "b"], "a")': "[]",
        },
        hidden=[
            f'starved({SHUFFLED}, ["k"], "m")',
            f'starved({SHUFFLED}, ["k"], "k")',
            f'starved({SHUFFLED}, ["q", "k"], "z")',
            f'starved({SHUFFLED}, ["k", "a"], "m")',
            'starved(arrows("club>x, club_lite>y, a>club_lite"), ["a", "club"], "club")',
            f'starved({LONG}, ["a"], "b")',
            f'starved({LONG}, ["a", "e"], "b")',
            f'starved({LONG}, ["a"], "nobody")',
            'starved(arrows("a>b, b>a"), ["a"], "a")',
            'starved(arrows(""), ["a", "b"], "b")',
            'starved(flows, ["headline_checklist"], "bootcamp")',
            'starved(flows, ["headline_checklist", "membership_lite"], "membership")',
            'starved(drawn.iloc[::-1], ["template_bundle", "headline_checklist"], "bootcamp")',
        ],
        slips=[
            slip(
                " - {gone}",
                "",
                says="The product that is taken away does not count as starved.",
            ),
            slip(
                """
                def starved(flows, entries, gone):
                    return set(flows.loc[flows["from"] == gone, "to"])
                """,
                name="what it feeds",
                says="This is what it feeds directly. Some may have another way in, and more may hang on it.",
            ),
            slip(
                "range(len(ways))",
                "range(1)",
                says="One step is not enough. Follow the arrows until nothing new is found.",
            ),
            slip(
                'flows[(flows["from"] != gone) & (flows["to"] != gone)]',
                "flows",
                says="After the product is gone, the arrows to it and from it are gone as well.",
            ),
            slip(
                """
                def starved(flows, entries, gone):
                    found = {gone}
                    for _ in range(len(flows)):
                        found = found | set(flows.loc[flows["from"].isin(found), "to"])
                    return found - {gone}
                """,
                name="all that it leads to",
                says="This is all that it leads to. What has another way from an entry does not starve.",
            ),
            slip(
                "reach(flows) - reach(left)",
                '(set(flows["from"]) | set(flows["to"])) - reach(left)',
                name="what was never reached",
                says="What could not be reached before does not starve: leave it out.",
            ),
            slip(
                "reach(left) - {gone}",
                'set(left["from"]) - set(left["to"]) - {gone}',
                name="what still has an arrow",
                says="An arrow is not enough: there must be a way from an entry.",
            ),
            slip(
                "        found = set(entries)\n",
                '        found = set(ways.loc[ways["from"].isin(entries), "to"])\n',
                name="without the entries themselves",
                says="An entry is reached without any arrow. Start with the entries themselves.",
            ),
        ],
        also=[
            form(
                "networkx",
                """
                import networkx as nx

                def starved(flows, entries, gone):
                    def reached(graph, doors):
                        found = set(doors)
                        for door in doors:
                            if door in graph:
                                found |= nx.descendants(graph, door)
                        return found

                    graph = nx.DiGraph()
                    graph.add_edges_from(zip(flows["from"], flows["to"]))
                    before = reached(graph, entries)
                    if gone in graph:
                        graph.remove_node(gone)
                    after = reached(graph, [e for e in entries if e != gone])
                    return sorted(before - after - {gone})
                """,
            ),
            form(
                "a list of what is still to visit",
                """
                def starved(flows, entries, gone):
                    ways = list(zip(flows["from"], flows["to"]))

                    def visit(without):
                        waiting, seen = [e for e in entries if e != without], set()
                        while waiting:
                            here = waiting.pop()
                            if here not in seen:
                                seen.add(here)
                                waiting += [end for start, end in ways if start == here and end != without]
                        return seen

                    return [each for each in visit(None) if each not in visit(gone) and each != gone]
                """,
            ),
        ],
        right="Compare it with the product's share of revenue: the two say different things.",
        survivors={
            "starved(arguments index reset)": "the row labels have no meaning here",
            "starved(arguments without duplicates)": "an arrow that is there twice leads to the same places",
            "starved(arguments sorted)": "the order of arrows and of entries has no meaning",
            "range(len(ways)) → range(len(ways) + 1)": "after as many rounds as arrows, nothing new is found",
        },
    ),
    task(
        "01-q4",
        points=3,
        names="in_loops",
        kind="items",
        examples={
            'in_loops(arrows("a>b, b>c, c>b, d>d"))': '["b", "c"]',
            'in_loops(arrows("b>c, c>d, d>b, d>e, a>b"))': '["b", "c", "d"]',
            'in_loops(arrows("a>b, b>c, a>c"))': "[]",
        },
        hidden=[
            f"in_loops({SHUFFLED})",
            'in_loops(arrows(""))',
            f"in_loops({LONG})",
            'in_loops(arrows("a>b, b>c, c>a, a>d, d>b"))',
            'in_loops(arrows("a>b, a>b, c>b, b>d, c>b"))',
            f'in_loops(pd.concat([{LONG}, arrows("i>c")]))',
            'in_loops(arrows("a>b, b>a, b>c, c>b, c>c"))',
            'in_loops(arrows("a>b, b>a, b>c, c>d, d>c"))',
            'in_loops(arrows("m>c, b>a, b>m, a>b, c>d, d>c, q>m"))',
            "in_loops(flows)",
            'in_loops(pd.concat([drawn, arrows("membership>template_bundle")], ignore_index=True))',
        ],
        slips=[
            slip(
                'others = flows[flows["from"] != flows["to"]]',
                "others = flows",
                says="An arrow from a product to itself is no loop: leave d out in the first example.",
            ),
            slip(
                """
                def in_loops(flows):
                    others = flows[flows["from"] != flows["to"]]
                    return set(others["from"]) & set(others["to"])
                """,
                name="fed and feeding",
                says="These products feed and are fed. That is not yet a way back to where one began.",
            ),
            slip(
                """
                def in_loops(flows):
                    pairs = set(zip(flows["from"], flows["to"]))
                    return {a for a, b in pairs if (b, a) in pairs and a != b}
                """,
                name="loops of two only",
                says="A loop can be longer than two: in the second example, three products are in one.",
            ),
            slip(
                "        if start in found:\n            looping.add(start)\n",
                "        if start in found:\n            looping |= found\n",
                name="what a loop leads to",
                says="What a loop leads to is not in it: from e in the second example, nothing leads back.",
            ),
            slip(
                'found = set(others.loc[others["from"] == start, "to"])',
                "found = {start}",
                says="A set that begins with the product always holds it: begin with where its arrows lead.",
            ),
        ],
        also=[
            form(
                "networkx",
                """
                import networkx as nx

                def in_loops(flows):
                    graph = nx.DiGraph()
                    graph.add_edges_from(zip(flows["from"], flows["to"]))
                    parts = nx.strongly_connected_components(graph)
                    return [node for part in parts if len(part) > 1 for node in part]
                """,
            ),
            form(
                "drop what cannot be in one",
                """
                def in_loops(flows):
                    ways = {(a, b) for a, b in zip(flows["from"], flows["to"]) if a != b}
                    far = set(ways)
                    while True:
                        more = {(a, d) for a, b in far for c, d in ways if b == c} - far
                        if not more:
                            return sorted({a for a, b in far if a == b})
                        far |= more
                """,
            ),
        ],
        right="Whether a loop turns, and how fast, no drawing says.",
        survivors={
            "in_loops(arguments index reset)": "the row labels have no meaning here",
            "in_loops(arguments without duplicates)": "an arrow that is there twice leads to the same places",
            "in_loops(arguments sorted)": "the order of arrows has no meaning",
            "range(len(others)) → range(len(others) + 1)": "one round more finds nothing new",
            "range(len(others)) → range(len(others) - 1)": "the first step is taken before the rounds",
        },
    ),
    task(
        "01-q5",
        points=4,
        names="kinds_of_flow",
        examples={
            "kinds_of_flow(two)": 'pd.DataFrame({"company": ["Mill", "Oven"], "user": [1, 0],'
            ' "data": [0, 0], "revenue": [1, 0]})',
            'kinds_of_flow(arrows("a>b, a>c, b>a").assign(company="Kiln", type=["data", "data", "user"]))': (
                'pd.DataFrame({"company": ["Kiln"], "user": [1], "data": [2], "revenue": [0]})'
            ),
        },
        hidden=[
            f"kinds_of_flow({FLOWS})",
            f"kinds_of_flow({FLOWS}.iloc[[5, 7]])",
            f'kinds_of_flow({FLOWS}[["type", "to", "line", "from", "company"]])',
            'kinds_of_flow(data.cases(fact="flow").rename(columns={"item": "from", "unit": "type"}))',
        ],
        slips=[
            slip(
                ".drop_duplicates()",
                "",
                says="Mill's user flow is written twice in the first example. Count it once.",
            ),
            slip(
                'flows[["company", "from", "to", "type"]].drop_duplicates()',
                'flows[["company", "type"]].drop_duplicates()',
                says="This says whether a type is there. Count the flows: Kiln has two data flows.",
            ),
            slip(
                'flows[["company", "from", "to", "type"]].drop_duplicates()',
                'flows[flows["type"] != ""].drop_duplicates()',
                name="a company without types is lost",
                says="Oven belongs in the table, too: a company of which no type is said has three zeros.",
            ),
            slip(
                '.reindex(columns=["user", "data", "revenue"], fill_value=0)',
                "",
                says="All three types belong in the table, with 0 where there is no flow of one.",
            ),
            slip(
                '.reindex(columns=["user", "data", "revenue"], fill_value=0)',
                '.reindex(columns=["user", "data", "revenue"])',
                says="Where a company has no flow of a type, there is a 0, not NaN.",
            ),
        ],
        also=[
            form(
                "a loop over companies",
                """
                def kinds_of_flow(flows):
                    rows = []
                    for company in flows["company"].unique():
                        own = flows[flows["company"] == company]
                        seen = set(zip(own["from"], own["to"], own["type"]))
                        kinds = ["revenue", "data", "user"]
                        row = {kind: sum(each[2] == kind for each in seen) for kind in kinds}
                        rows.append({"company": company, **row})
                    return pd.DataFrame(rows)
                """,
            ),
            form(
                "crosstab, the company as the index",
                """
                def kinds_of_flow(flows):
                    once = flows.drop_duplicates(subset=["company", "from", "to", "type"])
                    table = pd.crosstab(once["company"], once["type"])
                    for kind in ("user", "data", "revenue"):
                        if kind not in table:
                            table[kind] = 0
                    return table
                """,
            ),
        ],
        right="A type that is 0 everywhere says what a business does not see of its customers.",
        survivors={
            "kinds_of_flow(arguments index reset)": "the row labels have no meaning here",
            "kinds_of_flow(arguments sorted)": "the order of flows has no meaning",
            "kinds_of_flow(arguments without duplicates)": "the task counts equal rows once",
        },
    ),
    task(
        "01-q6",
        points=4,
        names=["averages", "rest_average"],
        rel=0.0005,
        examples={
            "rest_average(1000, 10, 2, 0.5)": "62.5",
            "rest_average(90, 4, 1, 0)": "30",
            "rest_average(90, 4, 3, 0.9)": "9",
            "rest_average(90, 4, 4, 1)": 'float("nan")',
        },
        form={"averages": "[1500.5, 22000.5, 7.25]"},
        hidden=[
            "averages",
            "rest_average(14_000_000, 700, 5, 0.24)",
            "rest_average(1, 3, 0, 0)",
            "rest_average(500, 20, 19, 1)",
            "rest_average(0, 7, 2, 0.4)",
            "rest_average(12.5, 2, 1, 0.8)",
            "rest_average(7, 1, 1, 1)",
        ],
        slips=[
            slip(
                "[trips / cities, trips / countries, cities / countries]",
                "[trips / countries, trips / cities, cities / countries]",
                hidden_only=True,
                says="The average city comes first, then the average country.",
            ),
            slip(
                "cities / countries]",
                "countries / cities]",
                hidden_only=True,
                says="Cities per country: divide the number of cities by that of countries.",
            ),
            slip(
                "cities / countries]",
                "trips / cities / countries]",
                hidden_only=True,
                says="The third number counts cities, not trips: divide the cities by the countries.",
            ),
            slip(
                "total * (1 - share) / (places - top)",
                "total * (1 - share) / places",
                says="The largest places are not among those that are left: divide by `places - top`.",
            ),
            slip(
                "total * (1 - share) / (places - top)",
                "total / (places - top)",
                says="The largest places have their share of the trips: `total * (1 - share)` is left.",
            ),
            slip(
                "total * (1 - share) / (places - top)",
                "total * share / top if top else 0",
                name="the average of the largest",
                says="This is the average of the largest places. The question is about the others.",
            ),
            slip(
                "total * (1 - share) / (places - top)",
                "total * (1 - share / 100) / (places - top)",
                says="`share` is a fraction already: 0.5 is one half.",
            ),
            slip(
                'return float("nan")',
                "return 0",
                says="If no place is left, there is no average: NaN.",
            ),
            slip(
                "total * (1 - share) / (places - top)",
                "round(total * (1 - share) / (places - top))",
                says="Do not round.",
            ),
        ],
        also=[
            form(
                "what the largest take, taken off",
                """
                import math

                averages = (20000, 222222.2, 11.111)

                def rest_average(total, places, top, share):
                    left, trips = places - top, total - total * share
                    return trips / left if left else math.nan
                """,
            ),
            form(
                "the error caught",
                """
                trips, countries, cities = 14e6, 63, 700
                averages = [trips / cities, trips / countries, cities / countries]

                def rest_average(total, places, top, share):
                    try:
                        return (1 - share) * total / (places - top)
                    except ZeroDivisionError:
                        return float("nan")
                """,
            ),
        ],
        right="An average over places is true of all of them together, and may be true of none.",
        survivors={
            "(14000000, 63, 700) → (14000001, 63, 700)": "a trip more or less is far within the tolerance",
            "(14000000, 63, 700) → (13999999, 63, 700)": "a trip more or less is far within the tolerance",
        },
    ),
]
