"""Blind answers to assignment 01-ecosystems, tasks 1 to 6 (task 7 is YAML text, task 8 is written).

Each `code` replaces the one solution cell of its task whole. Written from the assignment's text alone.
"""

ANSWERS = [
    {
        "task": "01-q1",
        "name": "masks-and-set",
        "right": True,
        "why": "three masks, then the different starts",
        "code": """def share_feeding(products, flows):
    if len(products) == 0:
        return float("nan")
    inside = flows["from"].isin(products) & flows["to"].isin(products)
    kept = flows[inside & (flows["from"] != flows["to"])]
    return len(set(kept["from"])) / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "zip-loop",
        "right": True,
        "why": "plain loop over the two columns",
        "code": """def share_feeding(products, flows):
    known = set(products)
    feeding = set()
    for start, end in zip(flows["from"], flows["to"]):
        if start in known and end in known and start != end:
            feeding.add(start)
    try:
        return len(feeding) / len(products)
    except ZeroDivisionError:
        return float("nan")
""",
    },
    {
        "task": "01-q1",
        "name": "any-per-product",
        "right": True,
        "why": "asks of each product whether any arrow counts",
        "code": """def share_feeding(products, flows):
    pairs = list(flows[["from", "to"]].itertuples(index=False, name=None))

    def feeds(one):
        return any(a == one and b != one and b in products for a, b in pairs)

    return sum(map(feeds, products)) / len(products) if products else float("nan")
""",
    },
    {
        "task": "01-q1",
        "name": "numpy",
        "right": True,
        "why": "numpy arrays, the mean of a mask over the products",
        "code": """import numpy as np


def share_feeding(products: list, flows: "pd.DataFrame") -> float:
    if not products:
        return np.nan
    start, end = flows["from"].to_numpy(), flows["to"].to_numpy()
    good = (start != end) & flows["to"].isin(products).to_numpy()
    return np.mean([one in set(start[good]) for one in products])
""",
    },
    {
        "task": "01-q1",
        "name": "series-mean",
        "right": True,
        "why": "the mean of isin over a Series of products",
        "code": """def share_feeding(products, flows):
    ids = pd.Series(list(products), dtype=object)
    other = flows.loc[flows["from"].ne(flows["to"])]
    other = other.loc[other["to"].isin(ids)]
    return ids.isin(other["from"]).mean() if len(ids) else float("nan")
""",
    },
    {
        "task": "01-q1",
        "name": "dict-of-sets",
        "right": True,
        "why": "neighbours of each product as sets",
        "code": """def share_feeding(products, flows):
    leads = {one: set() for one in products}
    for row in flows.to_dict("records"):
        if row["from"] in leads and row["to"] in leads:
            leads[row["from"]].add(row["to"])
    if not leads:
        return float("nan")
    count = 0
    for one, ends in leads.items():
        ends.discard(one)
        if ends:
            count += 1
    return count / len(leads)
""",
    },
    {
        "task": "01-q1",
        "name": "inner-merges",
        "right": True,
        "why": "two inner merges with the list of products",
        "code": """def share_feeding(products, flows):
    if len(products) < 1:
        return float("nan")
    table = pd.DataFrame({"id": products})
    kept = flows[["from", "to"]].merge(table, left_on="from", right_on="id")
    kept = kept.drop(columns="id").merge(table, left_on="to", right_on="id")
    return kept.loc[kept["from"] != kept["to"], "from"].nunique() / len(table)
""",
    },
    {
        "task": "01-q1",
        "name": "drops-products-with-own-arrow",
        "right": False,
        "why": "a product with an arrow to itself is left out altogether",
        "code": """def share_feeding(products, flows):
    if not products:
        return float("nan")
    own = set(flows.loc[flows["from"] == flows["to"], "from"])
    kept = flows[flows["from"].isin(products) & flows["to"].isin(products)]
    return len(set(kept["from"]) - own) / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "first-arrow-only",
        "right": False,
        "why": "only the first arrow of each product is looked at",
        "code": """def share_feeding(products, flows):
    if not products:
        return float("nan")
    once = flows.drop_duplicates("from")
    kept = once[(once["from"] != once["to"]) & once["to"].isin(products) & once["from"].isin(products)]
    return len(kept) / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "last-arrow-only",
        "right": False,
        "why": "a dict keeps only the last arrow of each product",
        "code": """def share_feeding(products, flows):
    if not products:
        return float("nan")
    leads = dict(zip(flows["from"], flows["to"]))
    count = sum(1 for one in products if leads.get(one, one) != one and leads[one] in products)
    return count / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "nan-without-arrows",
        "right": False,
        "why": "NaN also when there are products but no arrows",
        "code": """def share_feeding(products, flows):
    if not products or flows.empty:
        return float("nan")
    kept = flows[(flows["from"] != flows["to"]) & flows["to"].isin(products) & flows["from"].isin(products)]
    return kept["from"].nunique() / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "nan-when-nothing-feeds",
        "right": False,
        "why": "NaN instead of 0 when no arrow counts",
        "code": """def share_feeding(products, flows):
    kept = flows[(flows["from"] != flows["to"]) & flows["to"].isin(products) & flows["from"].isin(products)]
    if kept.empty:
        return float("nan")
    return kept["from"].nunique() / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "nan-for-one-product",
        "right": False,
        "why": "NaN for a single product, where the share is 0",
        "code": """def share_feeding(products, flows):
    if len(products) < 2:
        return float("nan")
    kept = flows[(flows["from"] != flows["to"]) & flows["to"].isin(products) & flows["from"].isin(products)]
    return kept["from"].nunique() / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "mutual-arrows-once",
        "right": False,
        "why": "a>b and b>a are taken for one arrow, so b does not feed",
        "code": """def share_feeding(products, flows):
    if not products:
        return float("nan")
    seen, feeding = set(), set()
    for a, b in zip(flows["from"], flows["to"]):
        pair = frozenset([a, b])
        if a != b and a in products and b in products and pair not in seen:
            seen.add(pair)
            feeding.add(a)
    return len(feeding) / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "substring-of-ids",
        "right": False,
        "why": "looks for the id in a joined text, so kit is found in toolkit",
        "code": """def share_feeding(products, flows):
    if not products:
        return float("nan")
    ids = " ".join(products)
    feeding = {a for a, b in zip(flows["from"], flows["to"]) if a != b and a in ids and b in ids}
    return len(feeding) / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "changes-flows",
        "right": False,
        "why": "removes arrows from the table it was given",
        "code": """def share_feeding(products, flows):
    if not products:
        return float("nan")
    flows.drop(flows[flows["from"] == flows["to"]].index, inplace=True)
    kept = flows[flows["from"].isin(products) & flows["to"].isin(products)]
    return kept["from"].nunique() / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "adds-a-column",
        "right": False,
        "why": "leaves a helper column in the table it was given",
        "code": """def share_feeding(products, flows):
    flows["counts"] = (flows["from"] != flows["to"]) & flows["from"].isin(products) & flows["to"].isin(products)
    if not products:
        return float("nan")
    return flows.loc[flows["counts"], "from"].nunique() / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "empties-products",
        "right": False,
        "why": "pops the products off the list it was given",
        "code": """def share_feeding(products, flows):
    known, total, feeding = set(products), len(products), 0
    while products:
        one = products.pop()
        ends = set(flows.loc[flows["from"] == one, "to"])
        feeding += bool((ends & known) - {one})
    return feeding / total if total else float("nan")
""",
    },
    {
        "task": "01-q1",
        "name": "index-as-position",
        "right": False,
        "why": "takes the labels 0, 1, 2 of the index for granted",
        "code": """def share_feeding(products, flows):
    if not products:
        return float("nan")
    feeding = set()
    for i in range(len(flows)):
        a, b = flows.loc[i, "from"], flows.loc[i, "to"]
        if a != b and a in products and b in products:
            feeding.add(a)
    return len(feeding) / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "own-arrows-count",
        "right": False,
        "why": "an arrow from a product to itself counts",
        "code": """def share_feeding(products, flows):
    if not products:
        return float("nan")
    kept = flows[flows["from"].isin(products) & flows["to"].isin(products)]
    return kept["from"].nunique() / len(products)
""",
    },
    {
        "task": "01-q1",
        "name": "zero-without-products",
        "right": False,
        "why": "0 instead of NaN without products",
        "code": """def share_feeding(products, flows):
    kept = flows[(flows["from"] != flows["to"]) & flows["to"].isin(products) & flows["from"].isin(products)]
    return kept["from"].nunique() / max(len(products), 1)
""",
    },
    {
        "task": "01-q1",
        "name": "rounded",
        "right": False,
        "why": "rounds to two decimals",
        "code": """def share_feeding(products, flows):
    if not products:
        return float("nan")
    kept = flows[(flows["from"] != flows["to"]) & flows["to"].isin(products) & flows["from"].isin(products)]
    return round(kept["from"].nunique() / len(products), 2)
""",
    },
    {
        "task": "01-q1",
        "name": "without-the-ends",
        "right": False,
        "why": "divides by the products that occur in an arrow, if all of the list do not",
        "code": """def share_feeding(products, flows):
    if not products:
        return float("nan")
    kept = flows[(flows["from"] != flows["to"]) & flows["to"].isin(products) & flows["from"].isin(products)]
    drawn = set(kept["from"]) | set(kept["to"])
    return kept["from"].nunique() / len(drawn) if drawn else 0.0
""",
    },
    {
        "task": "01-q1",
        "name": "printed",
        "right": False,
        "why": "prints and returns nothing",
        "code": """def share_feeding(products, flows):
    kept = flows[(flows["from"] != flows["to"]) & flows["to"].isin(products) & flows["from"].isin(products)]
    print(kept["from"].nunique() / len(products) if products else float("nan"))
""",
    },
    {
        "task": "01-q1",
        "name": "examples-by-heart",
        "right": False,
        "why": "knows the examples by their number of products",
        "code": """def share_feeding(products, flows):
    return {0: float("nan"), 2: 0.5, 3: 1 / 3, 5: 0.2}.get(len(products), 0.5)
""",
    },
    {
        "task": "01-q2",
        "name": "groupby",
        "right": True,
        "why": "as the hints say",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "dict-loop",
        "right": True,
        "why": "adds up in a dict",
        "code": """def concentration(orders):
    money = {}
    for product, paid, back in zip(orders["product"], orders["amount"], orders["refunded"]):
        money[product] = money.get(product, 0) + paid - back
    whole = sum(money.values())
    if not whole:
        return pd.Series([float("nan")] * 2, index=["largest", "hhi"])
    shares = [one / whole for one in money.values()]
    return pd.Series([max(shares), sum(share * share for share in shares)], index=["largest", "hhi"])
""",
    },
    {
        "task": "01-q2",
        "name": "two-sums",
        "right": True,
        "why": "sums both columns by product, then takes off",
        "code": """def concentration(orders: pd.DataFrame) -> pd.Series:
    sums = orders.groupby("product")[["amount", "refunded"]].sum()
    revenue = sums["amount"] - sums["refunded"]
    total = revenue.sum()
    largest = hhi = float("nan")
    if total > 0:
        largest = revenue.max() / total
        hhi = (revenue**2).sum() / total**2
    return pd.Series({"hhi": hhi, "largest": largest})
""",
    },
    {
        "task": "01-q2",
        "name": "numpy-bincount",
        "right": True,
        "why": "numpy codes and weights",
        "code": """import numpy as np


def concentration(orders):
    net = (orders["amount"] - orders["refunded"]).to_numpy(dtype=float)
    codes, names = pd.factorize(orders["product"])
    revenue = np.bincount(codes, weights=net, minlength=len(names))
    if revenue.sum() == 0:
        return pd.Series({"largest": np.nan, "hhi": np.nan})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": np.max(shares), "hhi": shares @ shares})
""",
    },
    {
        "task": "01-q2",
        "name": "assign-and-sort",
        "right": True,
        "why": "sorts the revenue of a copy, the first is the largest",
        "code": """def concentration(orders):
    net = orders.assign(net=orders["amount"] - orders["refunded"])
    ranked = net.groupby("product")["net"].sum().sort_values(ascending=False)
    result = pd.Series(float("nan"), index=["largest", "hhi"])
    if len(ranked) and ranked.sum() != 0:
        shares = ranked.div(ranked.sum())
        result["largest"] = shares.iloc[0]
        result["hhi"] = shares.pow(2).sum()
    return result
""",
    },
    {
        "task": "01-q2",
        "name": "itertools",
        "right": True,
        "why": "sorted rows and itertools.groupby",
        "code": """from itertools import groupby


def concentration(orders):
    rows = sorted(zip(orders["product"], orders["amount"], orders["refunded"]), key=lambda row: str(row[0]))
    revenue = [sum(row[1] - row[2] for row in group) for _, group in groupby(rows, key=lambda row: row[0])]
    total = sum(revenue)
    if total == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    return pd.Series({"largest": max(revenue) / total, "hhi": sum((one / total) ** 2 for one in revenue)})
""",
    },
    {
        "task": "01-q2",
        "name": "drops-duplicate-rows",
        "right": False,
        "why": "two orders that look the same are taken for one",
        "code": """def concentration(orders):
    orders = orders.drop_duplicates()
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "most-rows-is-largest",
        "right": False,
        "why": "the product with the most rows is taken for the largest",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    most = orders["product"].value_counts().index[0]
    return pd.Series({"largest": shares[most], "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "first-product-is-largest",
        "right": False,
        "why": "the product of the first row is taken for the largest",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"], sort=False).sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.iloc[0], "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "largest-before-refunds",
        "right": False,
        "why": "the product with the largest amount before refunds",
        "code": """def concentration(orders):
    paid = orders.groupby("product")["amount"].sum()
    revenue = paid - orders.groupby("product")["refunded"].sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares[paid.idxmax()], "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "nan-when-one-product-is-refunded",
        "right": False,
        "why": "NaN as soon as one product has no revenue",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if revenue.empty or (revenue == 0).any():
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "three-largest-only",
        "right": False,
        "why": "the index is made of the three largest products",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = (revenue / revenue.sum()).nlargest(3)
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "set-of-shares",
        "right": False,
        "why": "equal shares fall together in a set",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = set(revenue / revenue.sum())
    return pd.Series({"largest": max(shares), "hhi": sum(share**2 for share in shares)})
""",
    },
    {
        "task": "01-q2",
        "name": "nan-below-one",
        "right": False,
        "why": "takes a revenue of less than one for none",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if revenue.sum() < 1:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "whole-dollars",
        "right": False,
        "why": "cuts the cents off",
        "code": """def concentration(orders):
    net = orders["amount"].astype(int) - orders["refunded"].astype(int)
    revenue = net.groupby(orders["product"]).sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "nan-for-one-product",
        "right": False,
        "why": "NaN for a single product, where both are 1",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if len(revenue) < 2 or revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "zero-for-empty-table",
        "right": False,
        "why": "0 for a table without rows",
        "code": """def concentration(orders):
    if orders.empty:
        return pd.Series({"largest": 0.0, "hhi": 0.0})
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "crashes-on-empty-table",
        "right": False,
        "why": "asks for the first of no rows",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    ranked = revenue.sort_values(ascending=False)
    first = ranked.iloc[0]
    if first == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    return pd.Series({"largest": first / ranked.sum(), "hhi": ((ranked / ranked.sum()) ** 2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "changes-orders",
        "right": False,
        "why": "writes the refunds off in the table it was given",
        "code": """def concentration(orders):
    orders["amount"] = orders["amount"] - orders["refunded"]
    revenue = orders.groupby("product")["amount"].sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "adds-a-column",
        "right": False,
        "why": "leaves a column in the table it was given",
        "code": """def concentration(orders):
    orders["revenue"] = orders["amount"] - orders["refunded"]
    shares = orders.groupby("product")["revenue"].sum() / orders["revenue"].sum()
    if orders["revenue"].sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "index-as-position",
        "right": False,
        "why": "takes the labels 0, 1, 2 of the index for granted",
        "code": """def concentration(orders):
    money = {}
    for i in range(len(orders)):
        product = orders["product"].loc[i]
        money[product] = money.get(product, 0) + orders["amount"].loc[i] - orders["refunded"].loc[i]
    total = sum(money.values())
    if total == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = pd.Series(money) / total
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "refunds-ignored",
        "right": False,
        "why": "shares of what was paid, without refunds",
        "code": """def concentration(orders):
    revenue = orders.groupby("product")["amount"].sum()
    if revenue.sum() == orders["refunded"].sum():
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "rows-not-products",
        "right": False,
        "why": "shares of rows instead of products",
        "code": """def concentration(orders):
    net = orders["amount"] - orders["refunded"]
    if net.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = net / net.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()})
""",
    },
    {
        "task": "01-q2",
        "name": "a-list",
        "right": False,
        "why": "a list without names instead of a Series",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if revenue.sum() == 0:
        return [float("nan"), float("nan")]
    shares = revenue / revenue.sum()
    return [shares.max(), (shares**2).sum()]
""",
    },
    {
        "task": "01-q2",
        "name": "rounded",
        "right": False,
        "why": "rounds to two decimals",
        "code": """def concentration(orders):
    revenue = (orders["amount"] - orders["refunded"]).groupby(orders["product"]).sum()
    if revenue.sum() == 0:
        return pd.Series({"largest": float("nan"), "hhi": float("nan")})
    shares = revenue / revenue.sum()
    return pd.Series({"largest": shares.max(), "hhi": (shares**2).sum()}).round(2)
""",
    },
    {
        "task": "01-q3",
        "name": "loop-of-the-lesson-twice",
        "right": True,
        "why": "the lesson's loop with a set of starts",
        "code": """def reach_all(flows, starts):
    found = set(starts)
    for _ in range(len(flows)):
        found = found | set(flows.loc[flows["from"].isin(found), "to"])
    return found


def starved(flows, entries, gone):
    before = reach_all(flows, entries)
    left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
    after = reach_all(left, [entry for entry in entries if entry != gone])
    return before - after - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "deque",
        "right": True,
        "why": "breadth first with a queue, returns a sorted list",
        "code": """from collections import defaultdict, deque


def starved(flows, entries, gone):
    leads = defaultdict(list)
    for a, b in zip(flows["from"], flows["to"]):
        leads[a].append(b)

    def walk(without=None):
        queue = deque(entry for entry in entries if entry != without)
        seen = set(queue)
        while queue:
            for other in leads.get(queue.popleft(), []):
                if other not in seen and other != without:
                    seen.add(other)
                    queue.append(other)
        return seen

    return sorted(walk() - walk(gone) - {gone})
""",
    },
    {
        "task": "01-q3",
        "name": "recursive",
        "right": True,
        "why": "depth first by recursion",
        "code": """def starved(flows, entries, gone):
    pairs = list(zip(flows["from"], flows["to"]))

    def visit(one, seen, closed):
        if one in seen or one in closed:
            return
        seen.add(one)
        for a, b in pairs:
            if a == one:
                visit(b, seen, closed)

    before, after = set(), set()
    for entry in entries:
        visit(entry, before, set())
        visit(entry, after, {gone})
    return {one for one in before if one not in after and one != gone}
""",
    },
    {
        "task": "01-q3",
        "name": "networkx",
        "right": True,
        "why": "a graph with a start node of its own",
        "code": """import networkx as nx


def starved(flows, entries, gone):
    graph = nx.DiGraph()
    graph.add_edges_from(zip(flows["from"], flows["to"]))
    start = ("start",)
    graph.add_node(start)
    graph.add_edges_from((start, entry) for entry in entries)
    before = nx.descendants(graph, start)
    if gone in graph:
        graph.remove_node(gone)
    return list(before - nx.descendants(graph, start) - {gone})
""",
    },
    {
        "task": "01-q3",
        "name": "until-nothing-new",
        "right": True,
        "why": "while loop until nothing new is found",
        "code": """def starved(flows, entries, gone):
    def follow(table, found):
        while True:
            new = set(table[table["from"].isin(found)]["to"]) - found
            if not new:
                return found
            found = found | new

    before = follow(flows, set(entries))
    after = follow(flows.query("`from` != @gone and to != @gone"), set(entries) - {gone})
    return (before - after).difference([gone])
""",
    },
    {
        "task": "01-q3",
        "name": "boolean-matrix",
        "right": True,
        "why": "powers of a boolean matrix",
        "code": """import numpy as np


def starved(flows, entries, gone):
    names = sorted(set(flows["from"]) | set(flows["to"]) | set(entries) | {gone})
    place = {name: i for i, name in enumerate(names)}
    step = np.eye(len(names), dtype=bool)
    for a, b in zip(flows["from"], flows["to"]):
        step[place[a], place[b]] = True
    start = np.zeros(len(names), dtype=bool)
    start[[place[entry] for entry in entries]] = True

    def spread(start, step):
        for _ in names:
            start = start | (start.astype(int) @ step.astype(int) > 0)
        return start

    before = spread(start, step)
    cut, without = step.copy(), start.copy()
    cut[place[gone], :] = cut[:, place[gone]] = False
    without[place[gone]] = False
    lost = before & ~spread(without, cut)
    lost[place[gone]] = False
    return [name for name, bad in zip(names, lost) if bad]
""",
    },
    {
        "task": "01-q3",
        "name": "only-what-leaves-is-cut",
        "right": True,
        "why": "cuts what leaves the product; nobody gets on from it, which is the same",
        "code": """def starved(flows, entries, gone):
    def reached(arrows_left):
        found = list(entries)
        for one in found:
            for a, b in arrows_left:
                if a == one and b not in found:
                    found.append(b)
        return found

    every = [(a, b) for a, b in zip(flows["from"], flows["to"])]
    after = reached([(a, b) for a, b in every if a != gone])
    return set(reached(every)) - set(after) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "three-rounds",
        "right": False,
        "why": "follows the arrows three times at most",
        "code": """def starved(flows, entries, gone):
    def reach(table, found):
        for _ in range(3):
            found = found | set(table.loc[table["from"].isin(found), "to"])
        return found

    left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
    return reach(flows, set(entries)) - reach(left, set(entries) - {gone}) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "one-round-too-few",
        "right": False,
        "why": "one round less than there are arrows",
        "code": """def starved(flows, entries, gone):
    def reach(table, found):
        for _ in range(len(flows) - 1):
            found = found | set(table.loc[table["from"].isin(found), "to"])
        return found

    left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
    return reach(flows, set(entries)) - reach(left, set(entries) - {gone}) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "rounds-of-what-is-left",
        "right": False,
        "why": "both searches make one round per arrow that is left, too few for a chain",
        "code": """def starved(flows, entries, gone):
    left = flows[(flows["from"] != gone) & (flows["to"] != gone)]

    def reach(table, found):
        for _ in range(len(left) + 1):
            found = found | set(table.loc[table["from"].isin(found), "to"])
        return found

    return reach(flows, set(entries)) - reach(left, set(entries) - {gone}) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "all-feeders-gone",
        "right": False,
        "why": "the lesson's other rule: a loop that is cut off feeds itself",
        "code": """def starved(flows, entries, gone):
    before = set(entries)
    for _ in range(len(flows)):
        before |= set(flows.loc[flows["from"].isin(before), "to"])
    known = flows[flows["from"].isin(before)]
    lost = {gone}
    for _ in range(len(flows)):
        for one in before - set(entries):
            if set(known.loc[known["to"] == one, "from"]) <= lost:
                lost.add(one)
    return lost - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "list-with-repeats",
        "right": False,
        "why": "a product with two arrows to it is listed twice",
        "code": """def starved(flows, entries, gone):
    def reach(table, found):
        for _ in range(len(table)):
            found = found | set(table.loc[table["from"].isin(found), "to"])
        return found

    left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
    lost = reach(flows, set(entries)) - reach(left, set(entries) - {gone}) - {gone}
    return [one for one in flows["to"] if one in lost]
""",
    },
    {
        "task": "01-q3",
        "name": "changes-entries",
        "right": False,
        "why": "takes gone out of the list of entries it was given",
        "code": """def starved(flows, entries, gone):
    def reach(table, found):
        for _ in range(len(table)):
            found = found | set(table.loc[table["from"].isin(found), "to"])
        return found

    before = reach(flows, set(entries))
    if gone in entries:
        entries.remove(gone)
    left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
    return before - reach(left, set(entries)) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "changes-flows",
        "right": False,
        "why": "drops the arrows from the table it was given",
        "code": """def starved(flows, entries, gone):
    def reach(table, found):
        for _ in range(len(table)):
            found = found | set(table.loc[table["from"].isin(found), "to"])
        return found

    before = reach(flows, set(entries))
    flows.drop(flows.index[(flows["from"] == gone) | (flows["to"] == gone)], inplace=True)
    return before - reach(flows, set(entries) - {gone}) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "part-of-the-name",
        "right": False,
        "why": "str.contains: without membership, membership_lite is gone too",
        "code": """def starved(flows, entries, gone):
    def reach(table, found):
        for _ in range(len(table)):
            found = found | set(table.loc[table["from"].isin(found), "to"])
        return found

    left = flows[~flows["from"].str.contains(gone) & ~flows["to"].str.contains(gone)]
    return reach(flows, set(entries)) - reach(left, set(entries) - {gone}) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "gone-must-have-arrows",
        "right": False,
        "why": "an error when no arrow touches gone",
        "code": """import networkx as nx


def starved(flows, entries, gone):
    graph = nx.DiGraph()
    graph.add_nodes_from(entries)
    graph.add_edges_from(zip(flows["from"], flows["to"]))
    before = set(entries).union(*(nx.descendants(graph, entry) for entry in entries))
    graph.remove_node(gone)
    rest = [entry for entry in entries if entry != gone]
    after = set(rest).union(*(nx.descendants(graph, entry) for entry in rest))
    return before - after - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "entries-must-have-arrows",
        "right": False,
        "why": "an error when an entry has no arrow",
        "code": """import networkx as nx


def starved(flows, entries, gone):
    graph = nx.DiGraph(list(zip(flows["from"], flows["to"])))
    before = set(entries).union(*(nx.descendants(graph, entry) for entry in entries))
    if gone in graph:
        graph.remove_node(gone)
    rest = [entry for entry in entries if entry != gone]
    after = set(rest).union(*(nx.descendants(graph, entry) for entry in rest))
    return before - after - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "no-entry-left-no-starving",
        "right": False,
        "why": "nothing starves when the only entry is taken away",
        "code": """def starved(flows, entries, gone):
    rest = [entry for entry in entries if entry != gone]
    if not rest:
        return set()

    def reach(table, found):
        for _ in range(len(table)):
            found = found | set(table.loc[table["from"].isin(found), "to"])
        return found

    left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
    return reach(flows, set(entries)) - reach(left, set(rest)) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "before-without-gone-as-entry",
        "right": False,
        "why": "before is searched without gone among the entries",
        "code": """def starved(flows, entries, gone):
    def reach(table, found):
        for _ in range(len(table)):
            found = found | set(table.loc[table["from"].isin(found), "to"])
        return found

    starts = set(entries) - {gone}
    left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
    return reach(flows, starts) - reach(left, starts) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "three-passes-over-the-rows",
        "right": False,
        "why": "three passes over the rows, whatever their order",
        "code": """def starved(flows, entries, gone):
    def walk(pairs, starts):
        seen = set(starts)
        for _ in range(3):
            for a, b in pairs:
                if a in seen:
                    seen.add(b)
        return seen

    pairs = list(zip(flows["from"], flows["to"]))
    left = [(a, b) for a, b in pairs if gone not in (a, b)]
    return walk(pairs, entries) - walk(left, [entry for entry in entries if entry != gone]) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "with-gone",
        "right": False,
        "why": "counts the product that is taken away",
        "code": """def starved(flows, entries, gone):
    def reach(table, found):
        for _ in range(len(table)):
            found = found | set(table.loc[table["from"].isin(found), "to"])
        return found

    left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
    return reach(flows, set(entries)) - reach(left, set(entries) - {gone})
""",
    },
    {
        "task": "01-q3",
        "name": "direct-only",
        "right": False,
        "why": "what gone feeds directly and nobody else does",
        "code": """def starved(flows, entries, gone):
    fed = set(flows.loc[flows["from"] == gone, "to"])
    others = set(flows.loc[flows["from"] != gone, "to"])
    return fed - others - set(entries) - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "not-reached-before-starves",
        "right": False,
        "why": "everything that is not reached afterwards",
        "code": """def starved(flows, entries, gone):
    left = flows[(flows["from"] != gone) & (flows["to"] != gone)]
    after = set(entries) - {gone}
    for _ in range(len(left)):
        after |= set(left.loc[left["from"].isin(after), "to"])
    return (set(flows["from"]) | set(flows["to"])) - after - {gone}
""",
    },
    {
        "task": "01-q3",
        "name": "index-as-position",
        "right": False,
        "why": "takes the labels 0, 1, 2 of the index for granted",
        "code": """def starved(flows, entries, gone):
    pairs = [(flows.loc[i, "from"], flows.loc[i, "to"]) for i in range(len(flows))]

    def walk(pairs, seen):
        for _ in pairs:
            seen = seen | {b for a, b in pairs if a in seen}
        return seen

    left = [pair for pair in pairs if gone not in pair]
    return walk(pairs, set(entries)) - walk(left, set(entries) - {gone}) - {gone}
""",
    },
    {
        "task": "01-q4",
        "name": "reach-from-where-it-leads",
        "right": True,
        "why": "the hint: start with what the arrows lead to",
        "code": """def in_loops(flows):
    flows = flows[flows["from"] != flows["to"]]
    looped = set()
    for one in set(flows["from"]):
        found = set(flows.loc[flows["from"] == one, "to"])
        for _ in range(len(flows)):
            found = found | set(flows.loc[flows["from"].isin(found), "to"])
        if one in found:
            looped.add(one)
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "strong-components",
        "right": True,
        "why": "strongly connected components with two or more",
        "code": """import networkx as nx


def in_loops(flows):
    graph = nx.from_pandas_edgelist(flows, "from", "to", create_using=nx.DiGraph)
    return sorted(one for part in nx.strongly_connected_components(graph) if len(part) > 1 for one in part)
""",
    },
    {
        "task": "01-q4",
        "name": "warshall",
        "right": True,
        "why": "transitive closure in three loops",
        "code": """def in_loops(flows):
    names = list(dict.fromkeys([*flows["from"], *flows["to"]]))
    way = {(a, b) for a, b in zip(flows["from"], flows["to"]) if a != b}
    for middle in names:
        for start in names:
            if (start, middle) in way:
                for end in names:
                    if (middle, end) in way:
                        way.add((start, end))
    return [one for one in names if (one, one) in way]
""",
    },
    {
        "task": "01-q4",
        "name": "numpy-closure",
        "right": True,
        "why": "the closure as a matrix, its diagonal",
        "code": """import numpy as np


def in_loops(flows):
    names = sorted(set(flows["from"]) | set(flows["to"]))
    step = np.zeros((len(names), len(names)), dtype=int)
    for a, b in zip(flows["from"], flows["to"]):
        if a != b:
            step[names.index(a), names.index(b)] = 1
    way = step.copy()
    for _ in names:
        way = ((way + way @ step) > 0).astype(int)
    return {name for name, back in zip(names, np.diag(way)) if back}
""",
    },
    {
        "task": "01-q4",
        "name": "stack-search",
        "right": True,
        "why": "depth first with a stack from each product",
        "code": """def in_loops(flows):
    leads = {}
    for a, b in zip(flows["from"].tolist(), flows["to"].tolist()):
        if a != b:
            leads.setdefault(a, set()).add(b)

    def comes_back(one):
        stack, seen = list(leads.get(one, ())), set()
        while stack:
            here = stack.pop()
            if here == one:
                return True
            if here not in seen:
                seen.add(here)
                stack.extend(leads.get(here, ()))
        return False

    return [one for one in leads if comes_back(one)]
""",
    },
    {
        "task": "01-q4",
        "name": "there-and-back",
        "right": True,
        "why": "both of two different products can be reached from each other",
        "code": """def in_loops(flows):
    nodes = set(flows["from"]).union(flows["to"])

    def reach(start):
        found, new = {start}, {start}
        while new:
            new = set(flows.loc[flows["from"].isin(new), "to"]) - found
            found |= new
        return found

    reached = {node: reach(node) for node in nodes}
    return {a for a in nodes for b in reached[a] if b != a and a in reached[b]}
""",
    },
    {
        "task": "01-q4",
        "name": "peeling",
        "right": False,
        "why": "peels off ends and starts: what leads from one loop to another stays",
        "code": """def in_loops(flows):
    left = flows[flows["from"] != flows["to"]]
    while True:
        kept = left[left["from"].isin(left["to"]) & left["to"].isin(left["from"])]
        if len(kept) == len(left):
            return set(left["from"])
        left = kept
""",
    },
    {
        "task": "01-q4",
        "name": "loops-of-three-at-most",
        "right": False,
        "why": "finds loops of two and three only",
        "code": """def in_loops(flows):
    pairs = {(a, b) for a, b in zip(flows["from"], flows["to"]) if a != b}
    looped = set()
    for a, b in pairs:
        if (b, a) in pairs:
            looped |= {a, b}
        for c, d in pairs:
            if c == b and (d, a) in pairs:
                looped |= {a, b, d}
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "two-rounds",
        "right": False,
        "why": "follows the arrows two more times only",
        "code": """def in_loops(flows):
    flows = flows[flows["from"] != flows["to"]]
    looped = set()
    for one in set(flows["from"]):
        found = set(flows.loc[flows["from"] == one, "to"])
        for _ in range(2):
            found = found | set(flows.loc[flows["from"].isin(found), "to"])
        if one in found:
            looped.add(one)
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "drops-products-with-own-arrow",
        "right": False,
        "why": "a product with an arrow to itself is left out even of a real loop",
        "code": """def in_loops(flows):
    own = set(flows.loc[flows["from"] == flows["to"], "from"])
    flows = flows[~flows["from"].isin(own) & ~flows["to"].isin(own)]
    looped = set()
    for one in set(flows["from"]):
        found = set(flows.loc[flows["from"] == one, "to"])
        for _ in range(len(flows)):
            found = found | set(flows.loc[flows["from"].isin(found), "to"])
        if one in found:
            looped.add(one)
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "first-loop-only",
        "right": False,
        "why": "stops after the first loop",
        "code": """import networkx as nx


def in_loops(flows):
    graph = nx.DiGraph([(a, b) for a, b in zip(flows["from"], flows["to"]) if a != b])
    try:
        return {a for a, _ in nx.find_cycle(graph)}
    except nx.NetworkXNoCycle:
        return set()
""",
    },
    {
        "task": "01-q4",
        "name": "largest-loop-only",
        "right": False,
        "why": "returns only the largest group",
        "code": """import networkx as nx


def in_loops(flows):
    graph = nx.DiGraph(list(zip(flows["from"], flows["to"])))
    largest = max(nx.strongly_connected_components(graph), key=len, default=set())
    return largest if len(largest) > 1 else set()
""",
    },
    {
        "task": "01-q4",
        "name": "product-of-two-loops-twice",
        "right": False,
        "why": "a product in two loops is listed twice",
        "code": """import networkx as nx


def in_loops(flows):
    graph = nx.DiGraph([(a, b) for a, b in zip(flows["from"], flows["to"]) if a != b])
    return [one for loop in nx.simple_cycles(graph) for one in loop]
""",
    },
    {
        "task": "01-q4",
        "name": "first-arrow-only",
        "right": False,
        "why": "follows only the first arrow of each product",
        "code": """def in_loops(flows):
    flows = flows[flows["from"] != flows["to"]].drop_duplicates("from")
    following = dict(zip(flows["from"], flows["to"]))
    looped = set()
    for one in following:
        here = one
        for _ in following:
            here = following.get(here)
            if here == one:
                looped.add(one)
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "four-steps",
        "right": False,
        "why": "squares the steps twice: loops of five are not found",
        "code": """import numpy as np


def in_loops(flows):
    names = sorted(set(flows["from"]) | set(flows["to"]))
    way = np.zeros((len(names), len(names)), dtype=int)
    for a, b in zip(flows["from"], flows["to"]):
        if a != b:
            way[names.index(a), names.index(b)] = 1
    for _ in range(2):
        way = ((way + way @ way) > 0).astype(int)
    return {name for name, back in zip(names, np.diag(way)) if back}
""",
    },
    {
        "task": "01-q4",
        "name": "six-steps-exactly",
        "right": False,
        "why": "comes back after exactly six steps: no loop of four or five",
        "code": """import numpy as np


def in_loops(flows):
    names = sorted(set(flows["from"]) | set(flows["to"]))
    step = np.zeros((len(names), len(names)), dtype=int)
    for a, b in zip(flows["from"], flows["to"]):
        if a != b:
            step[names.index(a), names.index(b)] = 1
    back = np.diag(np.linalg.matrix_power(step, 6))
    return [name for name, count in zip(names, back) if count > 0]
""",
    },
    {
        "task": "01-q4",
        "name": "visited-for-good",
        "right": False,
        "why": "one depth-first search that never enters a product twice misses loops",
        "code": """def in_loops(flows):
    leads = {}
    for a, b in zip(flows["from"], flows["to"]):
        if a != b:
            leads.setdefault(a, []).append(b)
    seen, looped = set(), set()

    def visit(one, path):
        seen.add(one)
        for other in leads.get(one, []):
            if other in path:
                looped.update(path[path.index(other):])
            elif other not in seen:
                visit(other, [*path, other])

    for one in leads:
        if one not in seen:
            visit(one, [one])
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "feeds-and-is-fed-beside-a-loop",
        "right": False,
        "why": "all that feed and are fed, where there is some loop",
        "code": """import networkx as nx


def in_loops(flows):
    flows = flows[flows["from"] != flows["to"]]
    graph = nx.DiGraph(list(zip(flows["from"], flows["to"])))
    if nx.is_directed_acyclic_graph(graph):
        return set()
    return set(flows["from"]) & set(flows["to"])
""",
    },
    {
        "task": "01-q4",
        "name": "changes-flows",
        "right": False,
        "why": "drops arrows from the table it was given",
        "code": """def in_loops(flows):
    flows.drop(flows.index[flows["from"] == flows["to"]], inplace=True)
    looped = set()
    for one in set(flows["from"]):
        found = set(flows.loc[flows["from"] == one, "to"])
        for _ in range(len(flows)):
            found = found | set(flows.loc[flows["from"].isin(found), "to"])
        if one in found:
            looped.add(one)
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "index-as-position",
        "right": False,
        "why": "takes the labels 0, 1, 2 of the index for granted",
        "code": """def in_loops(flows):
    leads = {}
    for i in range(len(flows)):
        a, b = flows["from"].loc[i], flows["to"].loc[i]
        if a != b:
            leads.setdefault(a, set()).add(b)
    looped = set()
    for one in leads:
        found = set(leads[one])
        for _ in leads:
            found = found.union(*(leads.get(other, set()) for other in found))
        if one in found:
            looped.add(one)
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "arrow-written-twice-is-a-loop",
        "right": False,
        "why": "two arrows between two products are a loop in any direction",
        "code": """import networkx as nx


def in_loops(flows):
    flows = flows[flows["from"] != flows["to"]]
    graph = nx.DiGraph(list(zip(flows["from"], flows["to"])))
    looped = {one for part in nx.strongly_connected_components(graph) if len(part) > 1 for one in part}
    ends = [tuple(sorted(pair)) for pair in zip(flows["from"], flows["to"])]
    for pair in ends:
        if ends.count(pair) > 1:
            looped |= set(pair)
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "own-arrow-is-a-loop",
        "right": False,
        "why": "an arrow to itself makes a loop",
        "code": """def in_loops(flows):
    looped = set()
    for one in set(flows["from"]):
        found = set(flows.loc[flows["from"] == one, "to"])
        for _ in range(len(flows)):
            found = found | set(flows.loc[flows["from"].isin(found), "to"])
        if one in found:
            looped.add(one)
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "what-comes-out-too",
        "right": False,
        "why": "what a loop leads to is counted",
        "code": """import networkx as nx


def in_loops(flows):
    graph = nx.DiGraph([(a, b) for a, b in zip(flows["from"], flows["to"]) if a != b])
    looped = set()
    for loop in nx.simple_cycles(graph):
        for one in loop:
            looped |= {one} | nx.descendants(graph, one)
    return looped
""",
    },
    {
        "task": "01-q4",
        "name": "printed",
        "right": False,
        "why": "prints and returns nothing",
        "code": """import networkx as nx


def in_loops(flows):
    graph = nx.DiGraph(list(zip(flows["from"], flows["to"])))
    print({one for part in nx.strongly_connected_components(graph) if len(part) > 1 for one in part})
""",
    },
    {
        "task": "01-q5",
        "name": "as-the-hints-say",
        "right": True,
        "why": "drop_duplicates, size, unstack, reindex",
        "code": """def kinds_of_flow(flows):
    once = flows[["company", "from", "to", "type"]].drop_duplicates()
    counts = once.groupby(["company", "type"]).size().unstack(fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "set-and-loop",
        "right": True,
        "why": "a set of tuples, companies in the order of the table",
        "code": """def kinds_of_flow(flows):
    rows = {}
    for company in flows["company"]:
        rows.setdefault(company, {"company": company, "user": 0, "data": 0, "revenue": 0})
    for company, start, end, kind in set(zip(flows["company"], flows["from"], flows["to"], flows["type"])):
        if kind:
            rows[company][kind] += 1
    return pd.DataFrame(list(rows.values()), columns=["company", "user", "data", "revenue"])
""",
    },
    {
        "task": "01-q5",
        "name": "crosstab",
        "right": True,
        "why": "crosstab of the rows that are left",
        "code": """def kinds_of_flow(flows):
    once = flows.drop_duplicates(subset=["company", "from", "to", "type"])
    table = pd.crosstab(once["company"], once["type"])
    for kind in ("user", "data", "revenue"):
        if kind not in table:
            table[kind] = 0
    table = table[["user", "data", "revenue"]].reset_index()
    table.columns.name = None
    return table
""",
    },
    {
        "task": "01-q5",
        "name": "sums-of-masks",
        "right": True,
        "why": "a mask for each type, summed by company",
        "code": """def kinds_of_flow(flows):
    once = flows.loc[~flows.duplicated(["company", "from", "to", "type"]), ["company", "type"]]
    masks = once.assign(**{kind: (once["type"] == kind).astype(int) for kind in ["user", "data", "revenue"]})
    return masks.groupby("company", as_index=False)[["user", "data", "revenue"]].sum()
""",
    },
    {
        "task": "01-q5",
        "name": "counter",
        "right": True,
        "why": "a Counter over the different rows, returned in sorted order",
        "code": """from collections import Counter


def kinds_of_flow(flows):
    seen = {tuple(row) for row in flows[["company", "from", "to", "type"]].to_numpy()}
    count = Counter((row[0], row[3]) for row in seen)
    names = sorted(set(flows["company"]))
    table = {"company": names}
    for kind in ["user", "data", "revenue"]:
        table[kind] = [count[name, kind] for name in names]
    return pd.DataFrame(table)
""",
    },
    {
        "task": "01-q5",
        "name": "one-company-at-a-time",
        "right": True,
        "why": "filters company by company and concatenates",
        "code": """def kinds_of_flow(flows: pd.DataFrame) -> pd.DataFrame:
    columns = ["company", "from", "to", "type"]
    once = flows[columns].groupby(columns, as_index=False, sort=False).size()
    result = []
    for name in once["company"].unique():
        types = once.loc[once["company"] == name, "type"].tolist()
        result.append([name, types.count("user"), types.count("data"), types.count("revenue")])
    return pd.DataFrame(result, columns=["company", "user", "data", "revenue"])
""",
    },
    {
        "task": "01-q5",
        "name": "pivot-table",
        "right": True,
        "why": "pivot_table that counts, back to whole numbers",
        "code": """def kinds_of_flow(flows):
    once = flows[["company", "from", "to", "type"]].drop_duplicates()
    wide = once.pivot_table(index="company", columns="type", values="to", aggfunc="count")
    wide = wide.reindex(columns=["user", "data", "revenue"]).fillna(0).astype(int)
    return wide.rename_axis(columns=None).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "once-for-all-companies",
        "right": False,
        "why": "the same flow of two companies is counted once",
        "code": """def kinds_of_flow(flows):
    once = flows.drop_duplicates(["from", "to", "type"])
    counts = once.groupby(["company", "type"]).size().unstack(fill_value=0)
    counts = counts.reindex(index=sorted(set(flows["company"])), fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).rename_axis("company").reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "once-for-all-types",
        "right": False,
        "why": "a user and a data flow between the same ends are counted once",
        "code": """def kinds_of_flow(flows):
    once = flows.drop_duplicates(["company", "from", "to"])
    counts = once.groupby(["company", "type"]).size().unstack(fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "ends-that-are-fed",
        "right": False,
        "why": "counts the different ends of each type",
        "code": """def kinds_of_flow(flows):
    counts = flows.groupby(["company", "type"])["to"].nunique().unstack(fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "direction-ignored",
        "right": False,
        "why": "a>b and b>a of one type are counted once",
        "code": """def kinds_of_flow(flows):
    seen = {
        (company, frozenset([a, b]), kind)
        for company, a, b, kind in zip(flows["company"], flows["from"], flows["to"], flows["type"])
    }
    rows = [[name] + [sum(1 for c, _, t in seen if c == name and t == kind) for kind in
            ("user", "data", "revenue")] for name in sorted(set(flows["company"]))]
    return pd.DataFrame(rows, columns=["company", "user", "data", "revenue"])
""",
    },
    {
        "task": "01-q5",
        "name": "repeats-next-to-each-other",
        "right": False,
        "why": "drops only repeats that follow each other",
        "code": """def kinds_of_flow(flows):
    same = (flows == flows.shift()).all(axis=1)
    counts = flows[~same].groupby(["company", "type"]).size().unstack(fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "one-gap-empties-the-company",
        "right": False,
        "why": "a company with one flow without a type gets three zeros",
        "code": """def kinds_of_flow(flows):
    once = flows.drop_duplicates()
    counts = once.groupby(["company", "type"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=["user", "data", "revenue"], fill_value=0)
    counts.loc[once.loc[once["type"] == "", "company"].unique()] = 0
    return counts.reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "own-arrows-left-out",
        "right": False,
        "why": "flows from a part to itself are not counted",
        "code": """def kinds_of_flow(flows):
    once = flows.drop_duplicates()
    once = once.assign(type=once["type"].where(once["from"] != once["to"], ""))
    counts = once.groupby(["company", "type"]).size().unstack(fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "two-at-most",
        "right": False,
        "why": "counts to two",
        "code": """def kinds_of_flow(flows):
    once = flows.drop_duplicates()
    counts = once.groupby(["company", "type"]).size().unstack(fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).clip(upper=2).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "changes-flows",
        "right": False,
        "why": "drops rows from the table it was given",
        "code": """def kinds_of_flow(flows):
    flows.drop_duplicates(inplace=True)
    counts = flows.groupby(["company", "type"]).size().unstack(fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "index-as-position",
        "right": False,
        "why": "takes the labels 0, 1, 2 of the index for granted",
        "code": """def kinds_of_flow(flows):
    table = {name: dict.fromkeys(["user", "data", "revenue"], 0) for name in flows["company"]}
    seen = []
    for i in range(len(flows)):
        row = [flows[column][i] for column in ("company", "from", "to", "type")]
        if row not in seen and row[3]:
            table[row[0]][row[3]] += 1
        seen.append(row)
    return pd.DataFrame(table).T.rename_axis("company").reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "silent-company-with-several-flows",
        "right": False,
        "why": "a company without types has a row only if it has exactly one flow",
        "code": """def kinds_of_flow(flows):
    once = flows.drop_duplicates()
    said = once[once["type"] != ""]
    counts = said.groupby(["company", "type"]).size().unstack(fill_value=0)
    rows = [name for name, size in once.groupby("company").size().items() if size == 1 or name in counts.index]
    counts = counts.reindex(index=rows, columns=["user", "data", "revenue"], fill_value=0)
    return counts.rename_axis("company").reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "repeats-counted",
        "right": False,
        "why": "repeated rows are counted again",
        "code": """def kinds_of_flow(flows):
    counts = flows.groupby(["company", "type"]).size().unstack(fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "repeats-thrown-away",
        "right": False,
        "why": "a flow that is written twice is dropped altogether",
        "code": """def kinds_of_flow(flows):
    once = flows.drop_duplicates(keep=False)
    counts = once.groupby(["company", "type"]).size().unstack(fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "silent-companies-missing",
        "right": False,
        "why": "no row for a company without types",
        "code": """def kinds_of_flow(flows):
    once = flows[flows["type"] != ""].drop_duplicates()
    counts = once.groupby(["company", "type"]).size().unstack(fill_value=0)
    return counts.reindex(columns=["user", "data", "revenue"], fill_value=0).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "nan-for-zero",
        "right": False,
        "why": "NaN where a company has no flow of a type",
        "code": """def kinds_of_flow(flows):
    once = flows.drop_duplicates()
    counts = once.groupby(["company", "type"]).size().unstack()
    return counts.reindex(columns=["user", "data", "revenue"]).reset_index()
""",
    },
    {
        "task": "01-q5",
        "name": "types-found-only",
        "right": False,
        "why": "only the columns that occur in the data",
        "code": """def kinds_of_flow(flows):
    once = flows.drop_duplicates()
    counts = once.groupby(["company", "type"]).size().unstack(fill_value=0)
    return counts.drop(columns="", errors="ignore").reset_index()
""",
    },
    {
        "task": "01-q6",
        "name": "computed",
        "right": True,
        "why": "three divisions and an if",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "named-numbers",
        "right": True,
        "why": "names first, the rest as total minus what the largest have",
        "code": """trips, countries, cities = 14 * 10**6, 63, 700
averages = []
averages.append(trips / cities)
averages.append(trips / countries)
averages.append(cities / countries)


def rest_average(total: float, places: int, top: int, share: float) -> float:
    left = places - top
    return (total - total * share) / left if left > 0 else float("nan")
""",
    },
    {
        "task": "01-q6",
        "name": "try-except",
        "right": True,
        "why": "catches the division by zero",
        "code": """averages = [14e6 / n for n in (700, 63)] + [700 / 63]


def rest_average(total, places, top, share):
    try:
        return (1 - share) * total / (places - top)
    except ZeroDivisionError:
        return float("nan")
""",
    },
    {
        "task": "01-q6",
        "name": "numpy-list",
        "right": True,
        "why": "numpy division turned into a list",
        "code": """import math

import numpy as np

averages = (np.array([14e6, 14e6, 700]) / np.array([700, 63, 63])).tolist()


def rest_average(total, places, top, share):
    remaining = places - top
    if not remaining:
        return math.nan
    each = 1 / remaining
    return each * total - each * total * share
""",
    },
    {
        "task": "01-q6",
        "name": "written-out",
        "right": True,
        "why": "literals with many digits, and an average over a list of equal places",
        "code": """averages = [20000, 222222.22222222222, 11.11111111111111]


def rest_average(total, places, top, share):
    others = [total * (1 - share)] + [0.0] * (places - top - 1)
    if places - top < 1:
        return float("nan")
    return sum(others) / len(others)
""",
    },
    {
        "task": "01-q6",
        "name": "city-times-cities",
        "right": True,
        "why": "the country by its cities; keyword default",
        "code": """per_city = 14_000_000 / 700
cities_each = 700 / 63
averages = [per_city, per_city * cities_each, cities_each]


def rest_average(total, places, top=0, share=0.0):
    whole_average = total / places if places else float("nan")
    return whole_average * (1 - share) * places / (places - top) if places > top else float("nan")
""",
    },
    {
        "task": "01-q6",
        "name": "averages-country-first",
        "right": False,
        "why": "the country stands before the city",
        "code": """averages = [14_000_000 / 63, 14_000_000 / 700, 700 / 63]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "averages-in-millions",
        "right": False,
        "why": "the trips in millions",
        "code": """averages = [14 / 700, 14 / 63, 700 / 63]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "averages-rounded",
        "right": False,
        "why": "rounds the trips of a country and the cities to whole ones",
        "code": """averages = [20000, 222222, 11]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "averages-countries-per-city",
        "right": False,
        "why": "the third number is upside down",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 63 / 700]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "averages-eleven-cities",
        "right": False,
        "why": "a country has eleven cities of 20,000 trips",
        "code": """averages = [20000, 11 * 20000, 700 / 63]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "averages-trip-shared",
        "right": False,
        "why": "a trip is divided by cities and countries at once",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 700 / 63, 700 / 63]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "averages-per-year",
        "right": False,
        "why": "trips per year instead of per day",
        "code": """averages = [365 * 20000, 365 * 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "averages-more-than",
        "right": False,
        "why": "reads 'more than' as one more",
        "code": """averages = [14_000_001 / 701, 14_000_001 / 64, 701 / 64]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "averages-one-decimal",
        "right": False,
        "why": "cities per country with one decimal",
        "code": """averages = [20000.0, 222222.2, 11.1]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "averages-of-the-form",
        "right": False,
        "why": "any three numbers, since only the form is checked",
        "code": """averages = [1.0, 2.0, 3.0]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "nan-at-a-share-of-one",
        "right": False,
        "why": "NaN when the share is 1, although places are left: their average is 0",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    if share == 1:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "nan-when-average-is-zero",
        "right": False,
        "why": "NaN whenever nothing is left to share",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    rest = total * (1 - share)
    return rest / (places - top) if rest else float("nan")
""",
    },
    {
        "task": "01-q6",
        "name": "nan-for-no-trips",
        "right": False,
        "why": "NaN for a total of 0",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    if not total or places == top:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "top-of-zero",
        "right": False,
        "why": "NaN when no place is taken off",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    if not top or top == places:
        return float("nan")
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "rounded-to-two",
        "right": False,
        "why": "rounds to two decimals",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return round(total * (1 - share) / (places - top), 2)
""",
    },
    {
        "task": "01-q6",
        "name": "rounded-to-one",
        "right": False,
        "why": "rounds to one decimal",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return round(total * (1 - share) / (places - top), 1)
""",
    },
    {
        "task": "01-q6",
        "name": "whole-trips-are-shared",
        "right": False,
        "why": "the rest of the total is cut to whole trips first",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    if places == top:
        return float("nan")
    return round(total * (1 - share)) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "error-when-none-is-left",
        "right": False,
        "why": "an error when no place is left",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    return total * (1 - share) / (places - top)
""",
    },
    {
        "task": "01-q6",
        "name": "zero-when-none-is-left",
        "right": False,
        "why": "0 when no place is left",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    return total * (1 - share) / (places - top) if places > top else 0
""",
    },
    {
        "task": "01-q6",
        "name": "over-all-places",
        "right": False,
        "why": "divides by all places",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    return total * (1 - share) / places if places > top else float("nan")
""",
    },
    {
        "task": "01-q6",
        "name": "average-of-the-top",
        "right": False,
        "why": "the average of the largest",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    return total * share / top if places > top else float("nan")
""",
    },
    {
        "task": "01-q6",
        "name": "printed",
        "right": False,
        "why": "prints and returns nothing",
        "code": """averages = [14_000_000 / 700, 14_000_000 / 63, 700 / 63]


def rest_average(total, places, top, share):
    print(total * (1 - share) / (places - top) if places > top else float("nan"))
""",
    },
]
