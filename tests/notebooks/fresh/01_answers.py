"""Answers to module 01, written from the released text alone."""

from functools import partial

from ecotools.grading.authoring import probes
from ecotools.grading.authoring.probes import right

wrong = partial(probes.wrong, message="only the verdict counts")

MINE = """
nodes:
  - {id: quiz, kind: feature, name: Weekly quiz}
  - {id: answers, kind: data_flow, name: Wrong answers}
  - {id: table, kind: community_asset, name: League table}
  - {id: pass, kind: revenue_channel, name: Season pass}
none: [integration]
edges:
  - {from: quiz, to: answers, type: data, what: questions that nobody knew}
  - {from: answers, to: quiz, type: data, what: topics for the next round}
  - {from: quiz, to: table, type: user, what: teams that finished}
  - {from: table, to: pass, type: user, what: teams that want to defend a place}
  - {from: pass, to: quiz, type: revenue, what: pays for writers of questions}
"""


def drawn(old="", new=""):
    """Return an answer to task 7 with one edit."""
    assert not old or MINE.count(old) == 1
    return f'my_map = """{MINE.replace(old, new) if old else MINE}"""'


AVERAGES = "averages = [20000.0, 222222.222, 11.1111]\n\n"

PROBES = [
    # share_feeding
    right(
        "01-q1",
        "sum of a comprehension",
        """
        def share_feeding(products, flows):
            if not products:
                return float("nan")
            pairs = set(zip(flows["from"].tolist(), flows["to"].tolist()))
            return sum(any(a == p and b != p and b in products for a, b in pairs) for p in products) / len(products)
        """,
    ),
    right(
        "01-q1",
        "merge with the list",
        """
        def share_feeding(products, flows):
            p = pd.DataFrame({"to": products}, dtype=object)
            ok = flows.merge(p, on="to")
            ok = ok[ok["from"] != ok["to"]]
            ok = ok[ok["from"].isin(products)]
            return ok["from"].nunique() / len(products) if len(products) > 0 else float("nan")
        """,
    ),
    right(
        "01-q1",
        "groupby and any",
        """
        import numpy as np

        def share_feeding(products, flows):
            if len(products) == 0:
                return np.nan
            good = (flows["from"] != flows["to"]) & flows["to"].isin(products)
            by = good.groupby(flows["from"]).any()
            return by.reindex(products, fill_value=False).mean()
        """,
    ),
    wrong(
        "01-q1",
        "unique starts over products",
        """
        def share_feeding(products, flows):
            if len(products) == 0:
                return float("nan")
            return flows["from"].nunique() / len(products)
        """,
    ),
    wrong(
        "01-q1",
        "first arrow of each product only",
        """
        def share_feeding(products, flows):
            if len(products) == 0:
                return float("nan")
            first = dict(zip(flows["from"][::-1], flows["to"][::-1]))
            return sum(first.get(p, p) != p and first[p] in products for p in products) / len(products)
        """,
    ),
    wrong(
        "01-q1",
        "error without products",
        """
        def share_feeding(products, flows):
            good = flows[(flows["from"] != flows["to"]) & flows["to"].isin(products)]
            return len(set(good["from"]) & set(products)) / len(products)
        """,
    ),
    wrong(
        "01-q1",
        "rounded",
        """
        def share_feeding(products, flows):
            if len(products) == 0:
                return float("nan")
            good = flows[(flows["from"] != flows["to"]) & flows["to"].isin(products)]
            return round(len(set(good["from"]) & set(products)) / len(products), 2)
        """,
    ),
    wrong(
        "01-q1",
        "share of those with any arrow",
        """
        def share_feeding(products, flows):
            good = flows[(flows["from"] != flows["to"]) & flows["to"].isin(products) & flows["from"].isin(products)]
            touched = set(good["from"]) | set(good["to"])
            return len(set(good["from"])) / len(touched) if touched else float("nan")
        """,
    ),
    # concentration
    right(
        "01-q2",
        "pivot table",
        """
        def concentration(orders):
            net = orders.assign(net=orders["amount"] - orders["refunded"])
            by = net.pivot_table(index="product", values="net", aggfunc="sum", observed=True)
            if by.empty or by["net"].sum() == 0:
                return pd.Series({"largest": float("nan"), "hhi": float("nan")})
            s = by["net"] / by["net"].sum()
            return pd.Series({"largest": s.max(), "hhi": s.pow(2).sum()})
        """,
    ),
    right(
        "01-q2",
        "two groupbys, sorted",
        """
        def concentration(orders):
            groups = orders.groupby("product")
            revenue = (groups["amount"].sum() - groups["refunded"].sum()).sort_values(ascending=False)
            total = revenue.sum()
            if total == 0:
                return pd.Series([float("nan")] * 2, index=["largest", "hhi"])
            return pd.Series([revenue.iloc[0] / total, sum((r / total) ** 2 for r in revenue)], index=["largest", "hhi"])
        """,
    ),
    right(
        "01-q2",
        "numpy bincount",
        """
        import numpy as np

        def concentration(orders):
            codes, names = pd.factorize(orders["product"])
            kept = (orders["amount"] - orders["refunded"]).to_numpy(float)
            money = np.bincount(codes, weights=kept, minlength=len(names)) if len(orders) else np.zeros(1)
            if money.sum() == 0:
                return pd.Series({"hhi": np.nan, "largest": np.nan})
            share = money / money.sum()
            return pd.Series({"hhi": float(share @ share), "largest": float(share.max())})
        """,
    ),
    wrong(
        "01-q2",
        "rows with a refund dropped",
        """
        def concentration(orders):
            kept = orders[orders["refunded"] == 0]
            revenue = kept.groupby("product")["amount"].sum()
            if revenue.sum() == 0:
                return pd.Series({"largest": float("nan"), "hhi": float("nan")})
            s = revenue / revenue.sum()
            return pd.Series({"largest": s.max(), "hhi": (s**2).sum()})
        """,
    ),
    wrong(
        "01-q2",
        "equal rows once",
        """
        def concentration(orders):
            orders = orders[["product", "amount", "refunded"]].drop_duplicates()
            revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
            if revenue.sum() == 0:
                return pd.Series({"largest": float("nan"), "hhi": float("nan")})
            s = revenue / revenue.sum()
            return pd.Series({"largest": s.max(), "hhi": (s**2).sum()})
        """,
    ),
    wrong(
        "01-q2",
        "numbers of orders",
        """
        def concentration(orders):
            s = orders["product"].value_counts(normalize=True)
            return pd.Series({"largest": s.max(), "hhi": (s**2).sum()})
        """,
    ),
    wrong(
        "01-q2",
        "divided without asking",
        """
        def concentration(orders):
            revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
            s = revenue / revenue.sum()
            return pd.Series({"largest": s.max(), "hhi": (s**2).sum()})
        """,
    ),
    wrong(
        "01-q2",
        "the name of the largest",
        """
        def concentration(orders):
            revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
            if revenue.sum() == 0:
                return pd.Series({"largest": float("nan"), "hhi": float("nan")})
            s = revenue / revenue.sum()
            return pd.Series({"largest": s.idxmax(), "hhi": (s**2).sum()})
        """,
    ),
    # starved
    right(
        "01-q3",
        "recursion",
        """
        def starved(flows, entries, gone):
            def walk(node, seen, closed):
                if node in seen or node == closed:
                    return
                seen.add(node)
                for nxt in flows.loc[flows["from"] == node, "to"]:
                    walk(nxt, seen, closed)

            before, after = set(), set()
            for e in entries:
                walk(e, before, None)
                walk(e, after, gone)
            before.discard(gone)
            return before - after
        """,
    ),
    right(
        "01-q3",
        "until nothing changes",
        """
        def reached(pairs, start):
            found = set(start)
            changed = True
            while changed:
                changed = False
                for a, b in pairs:
                    if a in found and b not in found:
                        found.add(b)
                        changed = True
            return found

        def starved(flows, entries, gone):
            pairs = [(a, b) for a, b in zip(flows["from"], flows["to"])]
            left = [(a, b) for a, b in pairs if gone not in (a, b)]
            lost = reached(pairs, entries) - reached(left, [e for e in entries if e != gone])
            return [each for each in lost if each != gone]
        """,
    ),
    right(
        "01-q3",
        "a Series as the result",
        """
        def starved(flows, entries, gone):
            after, before = {e for e in entries if e != gone}, set(entries)
            for _ in range(len(flows) + 1):
                for a, b in flows[["from", "to"]].itertuples(index=False):
                    if a in before:
                        before.add(b)
                    if a in after and b != gone:
                        after.add(b)
            return pd.Series(sorted(before - after - {gone}), dtype=object)
        """,
    ),
    wrong(
        "01-q3",
        "all feeders gone",
        """
        def starved(flows, entries, gone):
            lost = {gone}
            for _ in range(len(flows)):
                for node in set(flows["to"]) - set(entries):
                    if set(flows.loc[flows["to"] == node, "from"]) <= lost:
                        lost.add(node)
            return lost - {gone}
        """,
    ),
    wrong(
        "01-q3",
        "only the first entry",
        """
        def starved(flows, entries, gone):
            def reach(ways, start):
                found = {start}
                for _ in range(len(ways)):
                    found = found | set(ways.loc[ways["from"].isin(found), "to"])
                return found

            left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
            return reach(flows, entries[0]) - reach(left, entries[0]) - {gone}
        """,
    ),
    wrong(
        "01-q3",
        "arrows from it gone, arrows to it kept, it is counted",
        """
        def starved(flows, entries, gone):
            def reach(ways):
                found = set(entries)
                for _ in range(len(ways)):
                    found = found | set(ways.loc[ways["from"].isin(found), "to"])
                return found

            left = flows[flows["to"] != gone]
            return reach(flows) - reach(left)
        """,
    ),
    wrong(
        "01-q3",
        "five rounds",
        """
        def starved(flows, entries, gone):
            def reach(ways):
                found = set(entries)
                for _ in range(5):
                    found = found | set(ways.loc[ways["from"].isin(found), "to"])
                return found

            left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
            return reach(flows) - reach(left) - {gone}
        """,
    ),
    wrong(
        "01-q3",
        "how many",
        """
        def starved(flows, entries, gone):
            def reach(ways):
                found = set(entries)
                for _ in range(len(ways)):
                    found = found | set(ways.loc[ways["from"].isin(found), "to"])
                return found

            left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
            return len(reach(flows) - reach(left) - {gone})
        """,
    ),
    # in_loops
    right(
        "01-q4",
        "peeling off ends and starts is not enough, so walk",
        """
        def in_loops(flows):
            nxt = {}
            for a, b in zip(flows["from"], flows["to"]):
                if a != b:
                    nxt.setdefault(a, set()).add(b)
            out = []
            for a in nxt:
                seen, todo = set(), list(nxt[a])
                while todo:
                    x = todo.pop()
                    if x not in seen:
                        seen.add(x)
                        todo.extend(nxt.get(x, ()))
                if a in seen:
                    out.append(a)
            return out
        """,
    ),
    right(
        "01-q4",
        "powers of a matrix",
        """
        import numpy as np

        def in_loops(flows):
            names = sorted(set(flows["from"]) | set(flows["to"]))
            place = {n: i for i, n in enumerate(names)}
            m = np.zeros((len(names), len(names)), dtype=int)
            for a, b in zip(flows["from"], flows["to"]):
                if a != b:
                    m[place[a], place[b]] = 1
            total, power = m.copy(), m.copy()
            for _ in names:
                power = ((power @ m) > 0).astype(int)
                total = total + power
            return [n for n in names if total[place[n], place[n]] > 0]
        """,
    ),
    right(
        "01-q4",
        "simple cycles",
        """
        import networkx as nx

        def in_loops(flows):
            graph = nx.from_pandas_edgelist(flows[flows["from"] != flows["to"]], "from", "to", create_using=nx.DiGraph)
            return {node for cycle in nx.simple_cycles(graph) for node in cycle}
        """,
    ),
    wrong(
        "01-q4",
        "peeled only",
        """
        def in_loops(flows):
            ways = flows[flows["from"] != flows["to"]]
            for _ in range(len(flows)):
                ways = ways[ways["from"].isin(ways["to"]) & ways["to"].isin(ways["from"])]
            return set(ways["from"])
        """,
    ),
    wrong(
        "01-q4",
        "ends peeled, starts kept",
        """
        def in_loops(flows):
            ways = flows[flows["from"] != flows["to"]]
            for _ in range(len(flows)):
                ways = ways[ways["to"].isin(ways["from"])]
            return set(ways["from"])
        """,
    ),
    wrong(
        "01-q4",
        "loops of two and three",
        """
        def in_loops(flows):
            p = {(a, b) for a, b in zip(flows["from"], flows["to"]) if a != b}
            two = {a for a, b in p if (b, a) in p}
            three = {a for a, b in p for c, d in p if b == c and (d, a) in p}
            return two | three
        """,
    ),
    wrong(
        "01-q4",
        "the loops as lists",
        """
        import networkx as nx

        def in_loops(flows):
            graph = nx.DiGraph()
            graph.add_edges_from(flows[["from", "to"]].itertuples(index=False))
            return [sorted(cycle) for cycle in nx.simple_cycles(graph) if len(cycle) > 1]
        """,
    ),
    wrong(
        "01-q4",
        "the first loop only",
        """
        import networkx as nx

        def in_loops(flows):
            graph = nx.DiGraph()
            graph.add_edges_from(flows.loc[flows["from"] != flows["to"], ["from", "to"]].itertuples(index=False))
            return next(iter(nx.simple_cycles(graph)), [])
        """,
    ),
    # kinds_of_flow
    right(
        "01-q5",
        "pivot table",
        """
        def kinds_of_flow(flows):
            once = flows.drop_duplicates(["company", "from", "to", "type"])
            table = once.pivot_table(index="company", columns="type", values="from", aggfunc="count", fill_value=0)
            return table.reindex(columns=["user", "data", "revenue"], fill_value=0)
        """,
    ),
    right(
        "01-q5",
        "sums of comparisons",
        """
        def kinds_of_flow(flows):
            once = flows[["company", "from", "to", "type"]].drop_duplicates()
            marks = pd.DataFrame({k: (once["type"] == k).astype(int) for k in ["user", "data", "revenue"]})
            return marks.groupby(once["company"]).sum().reset_index()
        """,
    ),
    right(
        "01-q5",
        "records",
        """
        def kinds_of_flow(flows):
            seen = set(zip(flows["company"], flows["from"], flows["to"], flows["type"]))
            return [
                {"company": c, **{k: len([1 for s in seen if s[0] == c and s[3] == k]) for k in ("user", "data", "revenue")}}
                for c in sorted(set(flows["company"]))
            ]
        """,
    ),
    wrong(
        "01-q5",
        "a pair of two kinds counted once",
        """
        def kinds_of_flow(flows):
            once = flows.drop_duplicates(["company", "from", "to"])
            return pd.crosstab(once["company"], once["type"]).reindex(columns=["user", "data", "revenue"], fill_value=0)
        """,
    ),
    wrong(
        "01-q5",
        "there and back counted once",
        """
        def kinds_of_flow(flows):
            f = flows.copy()
            f["pair"] = [tuple(sorted(p)) for p in zip(f["from"], f["to"])]
            once = f.drop_duplicates(["company", "pair", "type"])
            return pd.crosstab(once["company"], once["type"]).reindex(columns=["user", "data", "revenue"], fill_value=0)
        """,
    ),
    wrong(
        "01-q5",
        "duplicates by the whole row, other columns included",
        """
        def kinds_of_flow(flows):
            once = flows.drop_duplicates()
            return pd.crosstab(once["company"], once["type"]).reindex(columns=["user", "data", "revenue"], fill_value=0)
        """,
    ),
    wrong(
        "01-q5",
        "shares of the flows",
        """
        def kinds_of_flow(flows):
            once = flows[["company", "from", "to", "type"]].drop_duplicates()
            table = pd.crosstab(once["company"], once["type"], normalize="index")
            return table.reindex(columns=["user", "data", "revenue"], fill_value=0)
        """,
    ),
    wrong(
        "01-q5",
        "one row for each company and type",
        """
        def kinds_of_flow(flows):
            once = flows[["company", "from", "to", "type"]].drop_duplicates()
            return once.groupby(["company", "type"]).size().reset_index(name="flows")
        """,
    ),
    # averages, rest_average
    right(
        "01-q6",
        "step by step",
        AVERAGES
        + """
def rest_average(total, places, top, share):
    largest = total * share
    left = total - largest
    rest = places - top
    if rest == 0:
        return float("nan")
    return left / rest
""",
    ),
    right(
        "01-q6",
        "an array of averages",
        """
        import numpy as np

        averages = np.array([14e6, 14e6, 700]) / np.array([700, 63, 63])

        def rest_average(total, places, top, share):
            return np.nan if places <= top else (1 - share) * total / (places - top)
        """,
    ),
    right(
        "01-q6",
        "averages from the function",
        """
        def rest_average(total, places, top, share):
            if top < places:
                return (total - share * total) / (places - top)
            return float("nan")

        averages = [rest_average(14_000_000, 700, 0, 0), rest_average(14_000_000, 63, 0, 0), rest_average(700, 63, 0, 0)]
        """,
    ),
    wrong(
        "01-q6",
        "whole trips",
        AVERAGES
        + """
def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) // (places - top)
""",
    ),
    wrong(
        "01-q6",
        "eleven cities",
        """
        averages = [20000, 222222, 11]

        def rest_average(total, places, top, share):
            return float("nan") if places == top else total * (1 - share) / (places - top)
        """,
    ),
    wrong(
        "01-q6",
        "nan for a share of one",
        AVERAGES
        + """
def rest_average(total, places, top, share):
    if share == 1 or places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    ),
    wrong(
        "01-q6",
        "the share of places, too",
        AVERAGES
        + """
def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places * (1 - share))
""",
    ),
    wrong(
        "01-q6",
        "in thousands",
        """
        averages = [20, 222.2222, 11.1111]

        def rest_average(total, places, top, share):
            return float("nan") if places == top else total * (1 - share) / (places - top)
        """,
    ),
    # my_map
    right("01-q7", "a quiz", drawn()),
    right(
        "01-q7",
        "nodes with two kinds of none",
        drawn("kind: data_flow", "kind: feature").replace(
            "none: [integration]", "none: [integration, data_flow]"
        ),
    ),
    right(
        "01-q7",
        "a loop named and a longer name",
        drawn("name: Season pass", "name: 季票").replace(
            "teams that finished}",
            "teams that finished}\n  - {from: table, to: quiz, type: user, what: teams that want to climb}",
        ),
    ),
    wrong("01-q7", "a kind that is none and not said", drawn("none: [integration]\n", "")),
    wrong("01-q7", "no words on one arrow", drawn(", what: teams that finished", "")),
    wrong("01-q7", "question marks for a name", drawn("Weekly quiz", '"???"')),
    wrong("01-q7", "tbd for what flows", drawn("teams that finished", "tbd")),
    wrong(
        "01-q7",
        "no way back",
        drawn(
            "{from: answers, to: quiz, type: data, what: topics for the next round}",
            "{from: answers, to: table, type: data, what: topics for the next round}",
        ).replace(
            "{from: pass, to: quiz, type: revenue, what: pays for writers of questions}",
            "{from: quiz, to: pass, type: user, what: teams that pay}",
        ),
    ),
    wrong("01-q7", "two nodes with one name", drawn("League table", "weekly quiz ")),
]
