"""Blind answers to assignment 05, bundles and experiments.

Each task has one solution cell; the answers replace it. 05-q6 defines `honest` and `savings`, 05-q7
`my_products`, `my_growth` and `my_rates`. Task 8 is written and has none.
"""

ANSWERS = [
    {
        "task": "05-q1",
        "name": "list-index",
        "right": True,
        "why": "list of earnings, index of the maximum",
        "code": """def best_number(core, offers, stay):
    earned = [stay**n * (core + sum(p * s for p, s in offers[:n])) for n in range(len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "loop-strict",
        "right": True,
        "why": "running best, strict comparison keeps the smallest",
        "code": """def best_number(core, offers, stay):
    paid, remain = core, 1
    best, most = 0, core
    for n, (price, share) in enumerate(offers, start=1):
        paid = paid + price * share
        remain = remain * stay
        if remain * paid > most:
            best, most = n, remain * paid
    return best
""",
    },
    {
        "task": "05-q1",
        "name": "max-key",
        "right": True,
        "why": "max with a key over a range gives the first of several",
        "code": """def best_number(core, offers, stay):
    def earns(n):
        total = core
        for i in range(n):
            total += offers[i][0] * offers[i][1]
        return total * stay ** n

    return max(range(len(offers) + 1), key=earns)
""",
    },
    {
        "task": "05-q1",
        "name": "numpy-cumsum",
        "right": True,
        "why": "numpy cumulative sum and argmax",
        "code": """import numpy as np


def best_number(core, offers, stay):
    gains = np.array([price * share for price, share in offers], dtype=float)
    paid = core + np.concatenate([[0.0], np.cumsum(gains)])
    return int(np.argmax(paid * float(stay) ** np.arange(len(paid))))
""",
    },
    {
        "task": "05-q1",
        "name": "pandas-idxmax",
        "right": True,
        "why": "Series of earnings, idxmax returns the first label",
        "code": """def best_number(core: float, offers: list, stay: float) -> int:
    steps = pd.Series([core] + [price * share for price, share in offers], dtype=float).cumsum()
    earned = steps * pd.Series([stay**n for n in range(len(steps))], dtype=float)
    return earned.idxmax()
""",
    },
    {
        "task": "05-q1",
        "name": "accumulate-sorted",
        "right": True,
        "why": "itertools, sorting by minus earnings then number",
        "code": """from itertools import accumulate


def best_number(core, offers, stay=1):
    sums = accumulate([core, *(price * share for price, share in offers)])
    table = [(-(stay**n) * paid, n) for n, paid in enumerate(sums)]
    return min(table)[1]
""",
    },
    {
        "task": "05-q1",
        "name": "downwards",
        "right": True,
        "why": "goes from all offers to none and takes ties",
        "code": """def best_number(core, offers, stay):
    best = len(offers)
    most = None
    for n in range(len(offers), -1, -1):
        money = core + sum(offers[k][0] * offers[k][1] for k in range(n))
        money *= stay**n
        if most is None or money >= most:
            best, most = n, money
    return best
""",
    },
    {
        "task": "05-q1",
        "name": "no-loss",
        "right": False,
        "why": "ignores those who leave",
        "code": """def best_number(core, offers, stay):
    earned = [core + sum(p * s for p, s in offers[:n]) for n in range(len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "greedy",
        "right": False,
        "why": "stops at the first offer that does not pay, later ones may",
        "code": """def best_number(core, offers, stay):
    n, paid = 0, core
    for price, share in offers:
        if stay * (paid + price * share) <= paid:
            break
        paid = stay * (paid + price * share)
        n += 1
    return n
""",
    },
    {
        "task": "05-q1",
        "name": "greedy-proper",
        "right": False,
        "why": "right amounts, but stops at the first fall",
        "code": """def best_number(core, offers, stay):
    earned = [stay**n * (core + sum(p * s for p, s in offers[:n])) for n in range(len(offers) + 1)]
    n = 0
    while n + 1 < len(earned) and earned[n + 1] > earned[n]:
        n += 1
    return n
""",
    },
    {
        "task": "05-q1",
        "name": "tie-largest",
        "right": False,
        "why": "of several equal ones returns the largest",
        "code": """def best_number(core, offers, stay):
    best, most = 0, core
    for n in range(1, len(offers) + 1):
        money = stay**n * (core + sum(p * s for p, s in offers[:n]))
        if money >= most:
            best, most = n, money
    return best
""",
    },
    {
        "task": "05-q1",
        "name": "never-all",
        "right": False,
        "why": "range ends one too early",
        "code": """def best_number(core, offers, stay):
    earned = [stay**n * (core + sum(p * s for p, s in offers[:n])) for n in range(max(1, len(offers)))]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "never-none",
        "right": False,
        "why": "always shows at least one offer",
        "code": """def best_number(core, offers, stay):
    if not offers:
        return 0
    earned = [stay**n * (core + sum(p * s for p, s in offers[:n])) for n in range(1, len(offers) + 1)]
    return earned.index(max(earned)) + 1
""",
    },
    {
        "task": "05-q1",
        "name": "core-kept",
        "right": False,
        "why": "those who leave still pay the core",
        "code": """def best_number(core, offers, stay):
    earned = [core + stay**n * sum(p * s for p, s in offers[:n]) for n in range(len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "offers-kept",
        "right": False,
        "why": "only the core is lost, the offers are not",
        "code": """def best_number(core, offers, stay):
    earned = [stay**n * core + sum(p * s for p, s in offers[:n]) for n in range(len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "step-by-step-stay",
        "right": False,
        "why": "an offer is only lost by the offers up to it",
        "code": """def best_number(core, offers, stay):
    earned = [
        stay**n * core + sum(p * s * stay ** (i + 1) for i, (p, s) in enumerate(offers[:n]))
        for n in range(len(offers) + 1)
    ]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "stay-once",
        "right": False,
        "why": "any number of offers keeps the same share",
        "code": """def best_number(core, offers, stay):
    earned = [(stay if n else 1) * (core + sum(p * s for p, s in offers[:n])) for n in range(len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "linear-stay",
        "right": False,
        "why": "loses (1 - stay) of the beginning with each offer instead of a power",
        "code": """def best_number(core, offers, stay):
    earned = [(1 - n * (1 - stay)) * (core + sum(p * s for p, s in offers[:n])) for n in range(len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "best-first",
        "right": False,
        "why": "sorts the offers first; the page shows them in the order of the list",
        "code": """def best_number(core, offers, stay):
    offers = sorted(offers, key=lambda o: o[0] * o[1], reverse=True)
    earned = [stay**n * (core + sum(p * s for p, s in offers[:n])) for n in range(len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "pops",
        "right": False,
        "why": "right number, but empties the list it was given",
        "code": """def best_number(core, offers, stay):
    best, most, n, paid = 0, core, 0, core
    while offers:
        price, share = offers.pop(0)
        n += 1
        paid += price * share
        if stay**n * paid > most:
            best, most = n, stay**n * paid
    return best
""",
    },
    {
        "task": "05-q1",
        "name": "dict-of-offers",
        "right": False,
        "why": "a dictionary by price loses an offer of the same price",
        "code": """def best_number(core, offers, stay):
    pairs = list(dict(offers).items())
    earned = [stay**n * (core + sum(p * s for p, s in pairs[:n])) for n in range(len(pairs) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "repeated-dropped",
        "right": False,
        "why": "two offers that look the same are counted as one",
        "code": """def best_number(core, offers, stay):
    pairs = []
    for offer in offers:
        if offer not in pairs:
            pairs.append(offer)
    earned = [stay**n * (core + sum(p * s for p, s in pairs[:n])) for n in range(len(pairs) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "at-most-three",
        "right": False,
        "why": "tries no more than three offers",
        "code": """def best_number(core, offers, stay):
    offers = offers[:3]
    earned = [stay**n * (core + sum(p * s for p, s in offers[:n])) for n in range(len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "rounded-dollars",
        "right": False,
        "why": "rounds what the page earns, which makes ties",
        "code": """def best_number(core, offers, stay):
    earned = [round(stay**n * (core + sum(p * s for p, s in offers[:n]))) for n in range(len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "last-offer-only",
        "right": False,
        "why": "counts the n-th offer only",
        "code": """def best_number(core, offers, stay):
    earned = [core] + [stay**n * (core + offers[n - 1][0] * offers[n - 1][1]) for n in range(1, len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q1",
        "name": "the-money",
        "right": False,
        "why": "returns what the page earns",
        "code": """def best_number(core, offers, stay):
    return max(stay**n * (core + sum(p * s for p, s in offers[:n])) for n in range(len(offers) + 1))
""",
    },
    {
        "task": "05-q1",
        "name": "printed",
        "right": False,
        "why": "prints the number instead of returning it",
        "code": """def best_number(core, offers, stay):
    earned = [stay**n * (core + sum(p * s for p, s in offers[:n])) for n in range(len(offers) + 1)]
    print(earned.index(max(earned)))
""",
    },
    {
        "task": "05-q1",
        "name": "hard-coded",
        "right": False,
        "why": "the answer of the example",
        "code": """def best_number(core, offers, stay):
    return 1
""",
    },
    {
        "task": "05-q1",
        "name": "buyers-of-some-offer",
        "right": False,
        "why": "counts the offers that pay alone, and not the number on the page",
        "code": """def best_number(core, offers, stay):
    return sum(stay * (core + price * share) > core for price, share in offers)
""",
    },
    {
        "task": "05-q1",
        "name": "no-share",
        "right": False,
        "why": "everybody takes every offer",
        "code": """def best_number(core, offers, stay):
    earned = [stay**n * (core + sum(p for p, s in offers[:n])) for n in range(len(offers) + 1)]
    return earned.index(max(earned))
""",
    },
    {
        "task": "05-q2",
        "name": "hint-pandas",
        "right": True,
        "why": "table of three surpluses, idxmax, both first",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    if surplus.empty:
        return pd.Series({one: 0, two: 0, "both": 0})
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "loop-zip",
        "right": True,
        "why": "plain loop over the two columns",
        "code": """def takers(worths, prices, bundle_price):
    first, second = list(prices)
    together = min(bundle_price, sum(prices.values()))
    count = {first: 0, second: 0, "both": 0}
    for x, y in zip(worths[first], worths[second]):
        s1, s2, s3 = x - prices[first], y - prices[second], x + y - together
        if max(s1, s2, s3) < 0:
            continue
        if s3 >= s1 and s3 >= s2:
            count["both"] += 1
        elif s1 >= s2:
            count[first] += 1
        else:
            count[second] += 1
    return pd.Series(count)
""",
    },
    {
        "task": "05-q2",
        "name": "numpy-argmax",
        "right": True,
        "why": "numpy array, both in the first column, argmax, bincount",
        "code": """import numpy as np


def takers(worths, prices, bundle_price):
    names = list(prices)
    w = worths[names].to_numpy(dtype=float)
    p = np.array([prices[n] for n in names], dtype=float)
    both = w.sum(axis=1) - min(bundle_price, p.sum())
    surplus = np.column_stack([both, w - p])
    pick = surplus.argmax(axis=1)[surplus.max(axis=1) >= 0]
    counts = np.bincount(pick, minlength=3)
    return pd.Series([counts[1], counts[2], counts[0]], index=[*names, "both"])
""",
    },
    {
        "task": "05-q2",
        "name": "boolean-masks",
        "right": True,
        "why": "three masks, sums of them, order both first",
        "code": """def takers(worths, prices, bundle_price):
    (a, pa), (b, pb) = prices.items()
    left_a, left_b = worths[a] - pa, worths[b] - pb
    left_both = worths[a] + worths[b] - (bundle_price if bundle_price < pa + pb else pa + pb)
    both = (left_both >= 0) & (left_both >= left_a) & (left_both >= left_b)
    only_a = (left_a >= 0) & (left_a > left_both) & (left_a >= left_b)
    only_b = (left_b >= 0) & (left_b > left_both) & (left_b > left_a)
    return pd.Series({"both": int(both.sum()), a: int(only_a.sum()), b: int(only_b.sum())})
""",
    },
    {
        "task": "05-q2",
        "name": "apply-helper",
        "right": True,
        "why": "a helper per row, with apply over a list of dictionaries",
        "code": """from collections import Counter


def choice(worth, prices, bundle_price):
    surplus = {"both": sum(worth[name] for name in prices) - min(bundle_price, sum(prices.values()))}
    for name in prices:
        surplus[name] = worth[name] - prices[name]
    best = max(surplus, key=surplus.get)
    return best if surplus[best] >= 0 else "nothing"


def takers(worths: pd.DataFrame, prices: dict, bundle_price: float) -> pd.Series:
    people = worths[list(prices)].to_dict("records")
    found = Counter(choice(person, prices, bundle_price) for person in people)
    return pd.Series({name: found[name] for name in [*prices, "both"]}, name="people")
""",
    },
    {
        "task": "05-q2",
        "name": "copy-and-where",
        "right": True,
        "why": "works on a copy, float counts",
        "code": """def takers(worths, prices, bundle_price):
    names = list(prices)
    table = worths[names].copy().reset_index(drop=True)
    total = min(bundle_price, sum(prices.values()))
    surplus = table - pd.Series(prices)
    surplus["both"] = table.sum(axis=1) - total
    best = surplus.max(axis=1)
    buys = best >= 0
    out = pd.Series(0.0, index=[*names, "both"])
    out["both"] = (buys & (surplus["both"] == best)).sum()
    for name in names:
        out[name] = (buys & (surplus[name] == best) & (surplus["both"] < best)).sum()
    return out
""",
    },
    {
        "task": "05-q2",
        "name": "everybody-buys",
        "right": False,
        "why": "negative surplus buys, too",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "strict-zero",
        "right": False,
        "why": "a surplus of 0 does not buy",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) > 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "bundle-always",
        "right": False,
        "why": "both always cost the bundle price, also when it is dearer than the parts",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": bundle_price, **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "no-bundle",
        "right": False,
        "why": "both cost the two prices",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": prices[one] + prices[two], **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "tie-to-one",
        "right": False,
        "why": "same surplus: takes the product alone",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = (value - cost)[[one, two, "both"]]
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "missing-choice",
        "right": False,
        "why": "a choice that nobody takes is not in the result",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts()
""",
    },
    {
        "task": "05-q2",
        "name": "nan-choice",
        "right": False,
        "why": "NaN for a choice that nobody takes",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"])
""",
    },
    {
        "task": "05-q2",
        "name": "shares",
        "right": False,
        "why": "shares of people and not numbers",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0) / len(worths)
""",
    },
    {
        "task": "05-q2",
        "name": "first-two-columns",
        "right": False,
        "why": "takes the first two columns of the table as the products",
        "code": """def takers(worths, prices, bundle_price):
    one, two = worths.columns[:2]
    pa, pb = prices.values()
    cost = pd.Series({"both": min(bundle_price, pa + pb), one: pa, two: pb})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "column-order",
        "right": False,
        "why": "columns of the table in their order beside the prices in theirs",
        "code": """def takers(worths, prices, bundle_price):
    names = [name for name in worths.columns if name in prices]
    first, second = prices.values()
    w = worths[names].to_numpy()
    together = min(bundle_price, first + second)
    count = {names[0]: 0, names[1]: 0, "both": 0}
    for x, y in w:
        s1, s2, s3 = x - first, y - second, x + y - together
        if max(s1, s2, s3) < 0:
            continue
        best = "both" if s3 >= max(s1, s2) else names[0] if s1 >= s2 else names[1]
        count[best] += 1
    return pd.Series(count)
""",
    },
    {
        "task": "05-q2",
        "name": "all-columns-summed",
        "right": False,
        "why": "both are worth the sum of all columns",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths.sum(axis=1), one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "unique-people",
        "right": False,
        "why": "two people with the same worths are counted once",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    worths = worths.drop_duplicates()
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "by-label",
        "right": False,
        "why": "a dictionary by row label loses people with the same label",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    together = min(bundle_price, prices[one] + prices[two])
    chosen = {}
    for label, row in worths.iterrows():
        surplus = {"both": row[one] + row[two] - together, one: row[one] - prices[one], two: row[two] - prices[two]}
        best = max(surplus, key=surplus.get)
        if surplus[best] >= 0:
            chosen[label] = best
    found = list(chosen.values())
    return pd.Series({name: found.count(name) for name in [one, two, "both"]})
""",
    },
    {
        "task": "05-q2",
        "name": "dropna-all",
        "right": False,
        "why": "drops people with a gap in a column that is no product",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    worths = worths.dropna()
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "counted-under-each",
        "right": False,
        "why": "who takes both is counted under each product as well",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    found = surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
    found[one] += found["both"]
    found[two] += found["both"]
    return found
""",
    },
    {
        "task": "05-q2",
        "name": "hard-names",
        "right": False,
        "why": "only works with course and kit",
        "code": """def takers(worths, prices, bundle_price):
    both = worths["course"] + worths["kit"] - min(bundle_price, prices["course"] + prices["kit"])
    course, kit = worths["course"] - prices["course"], worths["kit"] - prices["kit"]
    surplus = pd.DataFrame({"both": both, "course": course, "kit": kit})
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex(["course", "kit", "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "changes-worths",
        "right": False,
        "why": "adds a column to the table that was given",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    worths["both"] = worths[one] + worths[two]
    surplus = worths[["both", one, two]] - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "changes-prices",
        "right": False,
        "why": "puts the bundle into the dictionary that was given",
        "code": """def takers(worths, prices, bundle_price):
    one, two = list(prices)[:2]
    prices["both"] = min(bundle_price, prices[one] + prices[two])
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - pd.Series(prices)
    surplus = surplus[["both", one, two]]
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "bundle-if-affordable",
        "right": False,
        "why": "whoever can pay for both takes both",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    both = worths[one] + worths[two] >= min(bundle_price, prices[one] + prices[two])
    a = (worths[one] >= prices[one]) & ~both
    b = (worths[two] >= prices[two]) & ~both & ~a
    return pd.Series({one: a.sum(), two: b.sum(), "both": both.sum()})
""",
    },
    {
        "task": "05-q2",
        "name": "dearest-affordable",
        "right": False,
        "why": "each product that is worth its price is bought, the bundle only if both are",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    a, b = worths[one] >= prices[one], worths[two] >= prices[two]
    return pd.Series({one: (a & ~b).sum(), two: (b & ~a).sum(), "both": (a & b).sum()})
""",
    },
    {
        "task": "05-q2",
        "name": "with-nothing",
        "right": False,
        "why": "a fourth number for those who take nothing",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus["nothing"] = -0.001
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both", "nothing"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "whole-dollars",
        "right": False,
        "why": "rounds the worths to whole dollars first",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value.round() - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "position-labels",
        "right": False,
        "why": "takes the row labels for positions",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    worths = worths if worths.index.dtype == object else worths.sort_index().loc[: len(worths) - 1]
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    return surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
""",
    },
    {
        "task": "05-q2",
        "name": "revenue",
        "right": False,
        "why": "what the choices bring in money",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    found = surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0)
    return found * cost
""",
    },
    {
        "task": "05-q2",
        "name": "printed",
        "right": False,
        "why": "prints the counts",
        "code": """def takers(worths, prices, bundle_price):
    one, two = prices
    cost = pd.Series({"both": min(bundle_price, prices[one] + prices[two]), **prices})
    value = pd.DataFrame({"both": worths[one] + worths[two], one: worths[one], two: worths[two]})
    surplus = value - cost
    surplus = surplus[surplus.max(axis=1) >= 0]
    print(surplus.idxmax(axis=1).value_counts().reindex([one, two, "both"], fill_value=0))
""",
    },
    {
        "task": "05-q3",
        "name": "hint-map",
        "right": True,
        "why": "first day by customer, map, nunique",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "plain-dicts",
        "right": True,
        "why": "loop over the rows with dictionaries and sets",
        "code": """def lift(bought, first, then):
    start, everyone, takers_ = {}, set(), set()
    purchases = list(zip(bought["customer_id"], bought["product"], bought["day"]))
    for who, what, day in purchases:
        everyone.add(who)
        if what == then:
            takers_.add(who)
        if what == first and (who not in start or day < start[who]):
            start[who] = day
    if not start or not takers_:
        return float("nan")
    moved = {who for who, what, day in purchases if what == then and who in start and day > start[who]}
    return (len(moved) / len(start)) / (len(takers_) / len(everyone))
""",
    },
    {
        "task": "05-q3",
        "name": "merge",
        "right": True,
        "why": "merge of the two purchases by customer",
        "code": """def lift(bought, first, then):
    a = bought.loc[bought["product"] == first, ["customer_id", "day"]]
    b = bought.loc[bought["product"] == then, ["customer_id", "day"]]
    if a.empty or b.empty:
        return float("nan")
    a = a.groupby("customer_id", as_index=False)["day"].min()
    both = a.merge(b, on="customer_id", suffixes=("_first", "_then"))
    moved = both.loc[both["day_then"] > both["day_first"], "customer_id"].nunique()
    people = bought["customer_id"].nunique()
    return moved * people / (len(a) * b["customer_id"].nunique())
""",
    },
    {
        "task": "05-q3",
        "name": "last-then",
        "right": True,
        "why": "the last purchase of then is later than the first of first",
        "code": """def lift(bought, first, then):
    begin = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    end = bought[bought["product"] == then].groupby("customer_id")["day"].max()
    if begin.empty or end.empty:
        return float("nan")
    pair = pd.concat({"begin": begin, "end": end}, axis=1).loc[begin.index]
    numerator = (pair["end"] > pair["begin"]).mean()
    denominator = len(end) / len(set(bought["customer_id"]))
    return float(numerator / denominator)
""",
    },
    {
        "task": "05-q3",
        "name": "group-loop",
        "right": True,
        "why": "one customer after the other",
        "code": """def lift(bought: pd.DataFrame, first: str, then: str) -> float:
    had, moved, took, n = 0, 0, 0, 0
    for _, mine in bought.groupby("customer_id"):
        n += 1
        starts = mine.loc[mine["product"] == first, "day"]
        thens = mine.loc[mine["product"] == then, "day"]
        took += len(thens) > 0
        if len(starts):
            had += 1
            moved += bool((thens > starts.min()).any())
    if had == 0 or took == 0:
        return float("nan")
    return moved / had / (took / n)
""",
    },
    {
        "task": "05-q3",
        "name": "sorted-first-rows",
        "right": True,
        "why": "sort by day, drop duplicates for the first purchase, transform",
        "code": """import numpy as np


def lift(bought, first, then):
    table = bought.sort_values("day")
    start = table[table["product"] == first].drop_duplicates("customer_id").set_index("customer_id")["day"]
    wanted = table[table["product"] == then]
    if start.empty or wanted.empty:
        return np.nan
    known = wanted[wanted["customer_id"].isin(start.index)]
    gap = known["day"].to_numpy() > start.loc[known["customer_id"]].to_numpy()
    share = np.unique(known["customer_id"].to_numpy()[gap]).size / start.size
    return share / (wanted["customer_id"].unique().size / table["customer_id"].unique().size)
""",
    },
    {
        "task": "05-q3",
        "name": "same-day",
        "right": False,
        "why": "the same day counts as later",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] >= rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "last-first",
        "right": False,
        "why": "later than the last purchase of first",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].max()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "row-first",
        "right": False,
        "why": "first row of the customer, though rows are in no order",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].first()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "purchases-later",
        "right": False,
        "why": "purchases and not people in the numerator",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = len(later) / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "purchases-started",
        "right": False,
        "why": "purchases of first and not people below the line",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / (bought["product"] == first).sum()
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "purchases-usual",
        "right": False,
        "why": "rows in the denominator",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = len(rows) / len(bought)
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "rows-of-then",
        "right": False,
        "why": "rows of then per person",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = len(rows) / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "any-day",
        "right": False,
        "why": "bought both, on whichever day",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["customer_id"].isin(started.index)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "only-numerator",
        "right": False,
        "why": "the share and no lift",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share
""",
    },
    {
        "task": "05-q3",
        "name": "upside-down",
        "right": False,
        "why": "divides the wrong way round",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return usual / share if share else float("nan")
""",
    },
    {
        "task": "05-q3",
        "name": "difference",
        "right": False,
        "why": "difference of the shares",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share - usual
""",
    },
    {
        "task": "05-q3",
        "name": "zero-for-nan",
        "right": False,
        "why": "0 when nobody bought one of them",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return 0.0
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "nan-for-zero",
        "right": False,
        "why": "NaN also when nobody went on",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual if share else float("nan")
""",
    },
    {
        "task": "05-q3",
        "name": "rounded",
        "right": False,
        "why": "rounded to two places",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return round(share / usual, 2)
""",
    },
    {
        "task": "05-q3",
        "name": "first-then",
        "right": False,
        "why": "only the first purchase of then counts, so an earlier one hides a later one",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows.sort_values("day").drop_duplicates("customer_id")
    later = later[later["day"] > later["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "others-as-usual",
        "right": False,
        "why": "compares with those who did not buy first",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = (rows["customer_id"].nunique() - rows.loc[rows["customer_id"].isin(started.index), "customer_id"].nunique())
    usual = usual / max(1, bought["customer_id"].nunique() - len(started)) or float("nan")
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "share-of-takers",
        "right": False,
        "why": "share of the buyers of then instead of the buyers of first",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / rows["customer_id"].nunique()
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "usual-of-later",
        "right": False,
        "why": "the usual share counts those only who bought something before",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = (rows["day"] > rows["customer_id"].map(bought.groupby("customer_id")["day"].min())).groupby(rows["customer_id"]).any().sum() / bought["customer_id"].nunique()
    return share / usual if usual else float("nan")
""",
    },
    {
        "task": "05-q3",
        "name": "within-a-month",
        "right": False,
        "why": "later only within thirty days",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[(rows["day"] - rows["customer_id"].map(started)).dt.days.between(1, 30)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "same-product-nan",
        "right": False,
        "why": "refuses first and then the same product",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    if first == then:
        return float("nan")
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "guard-first-only",
        "right": False,
        "why": "no guard when nobody bought then: division by zero",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "very-next",
        "right": False,
        "why": "only the purchase right after it counts",
        "code": """def lift(bought, first, then):
    table = bought.sort_values(["customer_id", "day"], kind="stable")
    table = table.assign(next=table.groupby("customer_id")["product"].shift(-1))
    buyers = table.loc[table["product"] == first, "customer_id"].nunique()
    takers_ = table.loc[table["product"] == then, "customer_id"].nunique()
    if not buyers or not takers_:
        return float("nan")
    moved = table.loc[(table["product"] == first) & (table["next"] == then), "customer_id"].nunique()
    return moved / buyers / (takers_ / table["customer_id"].nunique())
""",
    },
    {
        "task": "05-q3",
        "name": "sorted-in-place",
        "right": False,
        "why": "right number, but sorts the table that was given",
        "code": """def lift(bought, first, then):
    bought.sort_values("day", inplace=True)
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "new-column",
        "right": False,
        "why": "right number, but adds a column to the table that was given",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    bought["started"] = bought["customer_id"].map(started)
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    return share / usual
""",
    },
    {
        "task": "05-q3",
        "name": "printed",
        "right": False,
        "why": "prints the lift",
        "code": """def lift(bought, first, then):
    started = bought[bought["product"] == first].groupby("customer_id")["day"].min()
    rows = bought[bought["product"] == then]
    if len(started) == 0 or len(rows) == 0:
        return float("nan")
    later = rows[rows["day"] > rows["customer_id"].map(started)]
    share = later["customer_id"].nunique() / len(started)
    usual = rows["customer_id"].nunique() / bought["customer_id"].nunique()
    print(share / usual)
""",
    },
    {
        "task": "05-q3",
        "name": "hard-coded",
        "right": False,
        "why": "the answer of the example",
        "code": """def lift(bought, first, then):
    return 4 / 3
""",
    },
    {
        "task": "05-q4",
        "name": "two-ceil",
        "right": True,
        "why": "math.ceil twice",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "numpy-ceil",
        "right": True,
        "why": "numpy, returns whole floats",
        "code": """import numpy as np


def days(base, better, visitors):
    gap = abs(better - base)
    if gap == 0:
        return np.inf
    half = np.ceil(2.8**2 * (base * (1 - base) + better * (1 - better)) / gap**2)
    return np.ceil((half + half) / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "try-except",
        "right": True,
        "why": "division by zero gives infinity",
        "code": """def days(base: float, better: float, visitors: float) -> float:
    try:
        people = math.ceil((1.96 + 0.84) ** 2 * (base - base**2 + better - better**2) / (base - better) ** 2)
    except ZeroDivisionError:
        return math.inf
    return math.ceil(people * 2 / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "floor-division",
        "right": True,
        "why": "rounds up with minus and floor division",
        "code": """def round_up(x):
    return int(-(-x // 1))


def days(base, better, visitors):
    if base == better:
        return float("inf")
    variances = sum(p * (1 - p) for p in (base, better))
    each = round_up((1.96 + 0.84) ** 2 * variances / (better - base) ** 2)
    return round_up(2 * each / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "while-loop",
        "right": True,
        "why": "counts the days one by one in steps that become larger",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    needed = 7.84 * (base * (1 - base) + better * (1 - better)) / ((better - base) * (better - base))
    half = int(needed)
    if half < needed:
        half += 1
    whole, rest = divmod(2 * half, visitors)
    return int(whole) + (1 if rest > 0 else 0)
""",
    },
    {
        "task": "05-q4",
        "name": "one-line",
        "right": True,
        "why": "conditional expression",
        "code": """def days(base, better, visitors):
    z = 1.96 + 0.84
    half = lambda: math.ceil(z * z * (base * (1 - base) + better * (1 - better)) / (better - base) ** 2)
    return float("inf") if better - base == 0 else math.ceil(half() * 2 / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "one-half",
        "right": False,
        "why": "visitors of one half only",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "half-not-rounded",
        "right": False,
        "why": "does not round the half up to a whole person",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = (1.96 + 0.84) ** 2 * noise / (better - base) ** 2
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "both-rounded",
        "right": False,
        "why": "rounds both halves together up, not each",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil(2 * (1.96 + 0.84) ** 2 * noise / (better - base) ** 2) / 2
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "days-rounded",
        "right": False,
        "why": "rounds the days to the nearest",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return round(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "days-floor",
        "right": False,
        "why": "rounds the days down",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return int(2 * half // visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "days-not-rounded",
        "right": False,
        "why": "days with a fraction",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return 2 * half / visitors
""",
    },
    {
        "task": "05-q4",
        "name": "plus-one",
        "right": False,
        "why": "always a day more than the whole days, also where it fits exactly",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return int(2 * half // visitors) + 1
""",
    },
    {
        "task": "05-q4",
        "name": "half-plus-one",
        "right": False,
        "why": "one person more in each half",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2) + 1
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "half-rounded-nearest",
        "right": False,
        "why": "rounds the half to the nearest person",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = round((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "no-guard",
        "right": False,
        "why": "division by zero when both are equal",
        "code": """def days(base, better, visitors):
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "nan-guard",
        "right": False,
        "why": "NaN instead of infinity",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("nan")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "zero-guard",
        "right": False,
        "why": "0 days when both are equal",
        "code": """def days(base, better, visitors):
    if better == base:
        return 0
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "only-gains",
        "right": False,
        "why": "no test for a loss",
        "code": """def days(base, better, visitors):
    if better <= base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "close-is-equal",
        "right": False,
        "why": "a small difference is taken for none",
        "code": """def days(base, better, visitors):
    if round(better, 3) == round(base, 3):
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "no-square",
        "right": False,
        "why": "the difference is not squared",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / abs(better - base))
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "no-square-z",
        "right": False,
        "why": "2.8 is not squared",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "squares-apart",
        "right": False,
        "why": "squares of 1.96 and 0.84 added up",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96**2 + 0.84**2) * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "lehr",
        "right": False,
        "why": "the rule of thumb of the lesson with 16",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil(16 * base * (1 - base) / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "base-twice",
        "right": False,
        "why": "the variance of the base twice",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + base * (1 - base)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "relative",
        "right": False,
        "why": "takes better for a rise",
        "code": """def days(base, better, visitors):
    better = base * (1 + better)
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "visitors-per-half",
        "right": False,
        "why": "takes half of the visitors in whole people",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(half / (visitors // 2))
""",
    },
    {
        "task": "05-q4",
        "name": "whole-visitors",
        "right": False,
        "why": "cuts a fraction of a visitor a day off",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / max(1, int(visitors)))
""",
    },
    {
        "task": "05-q4",
        "name": "whole-weeks",
        "right": False,
        "why": "whole weeks",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return 7 * math.ceil(2 * half / visitors / 7)
""",
    },
    {
        "task": "05-q4",
        "name": "the-people",
        "right": False,
        "why": "the people and not the days",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return 2 * half
""",
    },
    {
        "task": "05-q4",
        "name": "the-last-day",
        "right": False,
        "why": "number of the last day counted from 0",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    return math.ceil(2 * half / visitors) - 1
""",
    },
    {
        "task": "05-q4",
        "name": "printed",
        "right": False,
        "why": "prints the days",
        "code": """def days(base, better, visitors):
    if better == base:
        return float("inf")
    noise = base * (1 - base) + better * (1 - better)
    half = math.ceil((1.96 + 0.84) ** 2 * noise / (better - base) ** 2)
    print(math.ceil(2 * half / visitors))
""",
    },
    {
        "task": "05-q4",
        "name": "pooled",
        "right": False,
        "why": "the pooled formula of the library",
        "code": """def days(base, better, visitors):
    from ecotools.metrics import experiments

    if better == base:
        return float("inf")
    return math.ceil(experiments.sample_size(base, better - base)["in_all"] / visitors)
""",
    },
    {
        "task": "05-q4",
        "name": "hard-coded",
        "right": False,
        "why": "the answer of the example",
        "code": """def days(base, better, visitors):
    return float("inf") if base == better else 55
""",
    },
    {
        "task": "05-q5",
        "name": "pandas",
        "right": True,
        "why": "var and mean of the Series",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "statistics",
        "right": True,
        "why": "standard library on lists",
        "code": """import statistics


def monthly(a, b, visitors):
    x, y = [float(v) for v in a], [float(v) for v in b]
    nothing = float("nan")
    result = {"low": nothing, "estimate": nothing, "high": nothing}
    if len(x) >= 2 and len(y) >= 2:
        gap = abs(len(x) - len(y)) / (len(x) + len(y)) ** 0.5
        if gap <= 3.29:
            d = statistics.mean(y) - statistics.mean(x)
            se = (statistics.variance(x) / len(x) + statistics.variance(y) / len(y)) ** 0.5
            result = {"low": (d - 1.96 * se) * visitors, "estimate": d * visitors, "high": (d + 1.96 * se) * visitors}
    return pd.Series(result)
""",
    },
    {
        "task": "05-q5",
        "name": "numpy",
        "right": True,
        "why": "numpy with ddof=1",
        "code": """import numpy as np


def monthly(a, b, visitors):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    labels = ["low", "estimate", "high"]
    if a.size < 2 or b.size < 2:
        return pd.Series([np.nan] * 3, index=labels)
    if np.abs(a.size - b.size) / np.sqrt(a.size + b.size) > 3.29:
        return pd.Series([np.nan] * 3, index=labels)
    se = np.sqrt(a.var(ddof=1) / a.size + b.var(ddof=1) / b.size)
    ends = (b.mean() - a.mean()) + se * np.array([-1.96, 0, 1.96])
    return pd.Series(visitors * ends, index=labels)
""",
    },
    {
        "task": "05-q5",
        "name": "sem",
        "right": True,
        "why": "standard errors of the means, hypot",
        "code": """def monthly(a: pd.Series, b: pd.Series, visitors: float) -> pd.Series:
    n = len(a) + len(b)
    few = len(a) < 2 or len(b) < 2
    if few or (len(a) - len(b)) ** 2 > 3.29**2 * n:
        return pd.Series({"low": math.nan, "estimate": math.nan, "high": math.nan})
    reach = 1.96 * math.hypot(a.sem(), b.sem()) * visitors
    middle = (b.mean() - a.mean()) * visitors
    return pd.Series({"low": middle - reach, "estimate": middle, "high": middle + reach})
""",
    },
    {
        "task": "05-q5",
        "name": "by-hand",
        "right": True,
        "why": "sums of squares by hand, helper function",
        "code": """def mean_and_square(values):
    n, total = 0, 0.0
    for value in values:
        n += 1
        total += value
    mean = total / n
    return n, mean, sum((value - mean) ** 2 for value in values) / (n - 1) / n


def monthly(a, b, visitors):
    out = pd.Series([float("nan")] * 3, index=["low", "estimate", "high"])
    if len(a) < 2 or len(b) < 2:
        return out
    n_a, mean_a, square_a = mean_and_square(a.tolist())
    n_b, mean_b, square_b = mean_and_square(b.tolist())
    if abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return out
    error = math.sqrt(square_a + square_b)
    out["estimate"] = (mean_b - mean_a) * visitors
    out["low"] = out["estimate"] - 1.96 * error * visitors
    out["high"] = out["estimate"] + 1.96 * error * visitors
    return out
""",
    },
    {
        "task": "05-q5",
        "name": "two-row-table",
        "right": True,
        "why": "groupby on a long table, agg",
        "code": """def monthly(a, b, visitors):
    stats = pd.DataFrame({page: [s.size, s.mean(), s.var(ddof=1)] for page, s in {"a": a, "b": b}.items()})
    stats.index = ["n", "mean", "var"]
    n = stats.loc["n"]
    ends = {"low": -1.96, "estimate": 0.0, "high": 1.96}
    if n.min() < 2 or abs(n["a"] - n["b"]) > 3.29 * n.sum() ** 0.5:
        return pd.Series({key: float("nan") for key in ends})
    se = (stats.loc["var"] / n).sum() ** 0.5
    return pd.Series({k: (stats.at["mean", "b"] - stats.at["mean", "a"] + z * se) * visitors for k, z in ends.items()})
""",
    },
    {
        "task": "05-q5",
        "name": "population-variance",
        "right": False,
        "why": "variance with n",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var(ddof=0) / n_a + b.var(ddof=0) / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "pooled-variance",
        "right": False,
        "why": "one variance for both halves",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(((n_a - 1) * a.var() + (n_b - 1) * b.var()) / (n_a + n_b - 2) * (1 / n_a + 1 / n_b))
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "concat-variance",
        "right": False,
        "why": "the variance of all visitors together",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(pd.concat([a, b]).var() * (1 / n_a + 1 / n_b))
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "no-size-check",
        "right": False,
        "why": "reads the result whatever the halves are",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "b-lost-only",
        "right": False,
        "why": "notices lost visitors on page B only",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or (n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "a-lost-only",
        "right": False,
        "why": "notices lost visitors on page A only",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or (n_b - n_a) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "buyers-check",
        "right": False,
        "why": "compares the numbers of buyers",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    k_a, k_b = (a > 0).sum(), (b > 0).sum()
    if min(n_a, n_b) < 2 or abs(k_a - k_b) / math.sqrt(max(1, k_a + k_b)) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "limit-1.96",
        "right": False,
        "why": "a limit of 1.96 for the halves",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 1.96:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "relative-gap",
        "right": False,
        "why": "5% difference instead of the formula",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / (n_a + n_b) > 0.05:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "expected-half-gap",
        "right": False,
        "why": "compares one half with the mean of both",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - (n_a + n_b) / 2) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "ends-only-nan",
        "right": False,
        "why": "estimate is kept when visitors got lost",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        nan = float("nan")
        return pd.Series([nan, (b.mean() - a.mean()) * visitors, nan], index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "zero-for-nan",
        "right": False,
        "why": "0 when it cannot be read",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(0.0, index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "one-error",
        "right": False,
        "why": "one standard error",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - error, more, more + error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "two-errors",
        "right": False,
        "why": "two standard errors",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 2 * error, more, more + 2 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "root-visitors",
        "right": False,
        "why": "the error grows with the root of the visitors only",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    reach = 1.96 * error * math.sqrt(visitors)
    return pd.Series([more * visitors - reach, more * visitors, more * visitors + reach], index=names)
""",
    },
    {
        "task": "05-q5",
        "name": "a-minus-b",
        "right": False,
        "why": "A minus B",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = a.mean() - b.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "ends-swapped",
        "right": False,
        "why": "low and high changed",
        "code": """def monthly(a, b, visitors):
    names = ["high", "estimate", "low"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "per-visitor",
        "right": False,
        "why": "dollars per visitor, not per month",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names)
""",
    },
    {
        "task": "05-q5",
        "name": "error-not-times",
        "right": False,
        "why": "interval per visitor around the estimate of a month",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    more = more * visitors
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names)
""",
    },
    {
        "task": "05-q5",
        "name": "single-visitor",
        "right": False,
        "why": "one visitor in a half: ends are NaN and the estimate is not",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 1 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "a-too-small-only",
        "right": False,
        "why": "looks at the size of a only",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if n_a < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "empty-fails",
        "right": False,
        "why": "divides by zero when both halves are empty",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29 or min(n_a, n_b) < 2:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "under-three",
        "right": False,
        "why": "asks for three visitors in each half",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 3 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "aligned",
        "right": False,
        "why": "subtracts visitor by visitor along the labels",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = (b - a).mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "paired",
        "right": False,
        "why": "error of the pairs",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = float((b.reset_index(drop=True) - a.reset_index(drop=True)).std()) / math.sqrt(min(n_a, n_b))
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "payers-only",
        "right": False,
        "why": "means of those who paid something",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b[b > 0].mean() - a[a > 0].mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "degrees-in-error",
        "right": False,
        "why": "divides the variance by n - 1 once more",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / (n_a - 1) + b.var() / (n_b - 1))
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "roots-added",
        "right": False,
        "why": "adds up the two standard errors",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a) + math.sqrt(b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "rounded-cents",
        "right": False,
        "why": "rounds to cents",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names).mul(visitors).round(2)
""",
    },
    {
        "task": "05-q5",
        "name": "no-negative-low",
        "right": False,
        "why": "the low end is at least 0",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([max(0, more - 1.96 * error), more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "significant-only",
        "right": False,
        "why": "NaN when the interval holds 0",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    if abs(more) < 1.96 * error:
        return pd.Series(float("nan"), index=names)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "unique-amounts",
        "right": False,
        "why": "every amount once",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    a, b = a.drop_duplicates(), b.drop_duplicates()
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "changes-a",
        "right": False,
        "why": "right numbers, but numbers the Series that were given anew",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    a.index = range(len(a))
    b.index = range(len(b))
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    return pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors
""",
    },
    {
        "task": "05-q5",
        "name": "printed",
        "right": False,
        "why": "prints the Series",
        "code": """def monthly(a, b, visitors):
    names = ["low", "estimate", "high"]
    n_a, n_b = len(a), len(b)
    if min(n_a, n_b) < 2 or abs(n_a - n_b) / math.sqrt(n_a + n_b) > 3.29:
        return pd.Series(float("nan"), index=names)
    more = b.mean() - a.mean()
    error = math.sqrt(a.var() / n_a + b.var() / n_b)
    print(pd.Series([more - 1.96 * error, more, more + 1.96 * error], index=names) * visitors)
""",
    },
    {
        "task": "05-q6",
        "name": "sum-abs",
        "right": True,
        "why": "sum and absolute difference",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "decimal",
        "right": True,
        "why": "exact decimal arithmetic",
        "code": """from decimal import Decimal


def honest(parts, price, claimed):
    apart = Decimal(0)
    for each, times in parts:
        apart += Decimal(str(each)) * Decimal(str(times))
    gap = apart - Decimal(str(price)) - Decimal(str(claimed))
    return -Decimal("0.01") < gap < Decimal("0.01")


savings = [199 + 49 + 99 - 299, 199 + 49 + 3 * 99 - 299]
""",
    },
    {
        "task": "05-q6",
        "name": "loop-two-sided",
        "right": True,
        "why": "loop and two comparisons",
        "code": """def honest(parts, price, claimed):
    rest = -price - claimed
    for part in parts:
        rest += part[0] * part[1]
    if rest >= 0.01 or rest <= -0.01:
        return False
    return True


def saves(months):
    return 199 + 49 + 99 * months - 299


savings = [saves(1), saves(3)]
""",
    },
    {
        "task": "05-q6",
        "name": "numpy",
        "right": True,
        "why": "dot product, numpy result, floats in the list",
        "code": """import numpy as np


def honest(parts, price, claimed):
    table = np.array(parts, dtype=float).reshape(-1, 2)
    return bool(np.abs(table.prod(axis=1).sum() - price - claimed) < 0.01)


savings = [48.0, 246.0]
""",
    },
    {
        "task": "05-q6",
        "name": "fsum",
        "right": True,
        "why": "math.fsum, type hints, savings by appending",
        "code": '''def honest(parts: list, price: float, claimed: float) -> bool:
    """Whether the bundle saves what the page says."""
    return math.fabs(math.fsum([p * n for p, n in parts] + [-price, -claimed])) < 0.01


savings = []
for times in (1, 3):
    savings.append(sum(p * n for p, n in [(199, 1), (49, 1), (99, times)]) - 299)
''',
    },
    {
        "task": "05-q6",
        "name": "repeat-payments",
        "right": True,
        "why": "lists every payment, numpy bool",
        "code": """import numpy as np


def honest(parts, price, claimed):
    payments = [np.float64(each) * times for each, times in parts]
    return abs(np.sum(payments) - price - claimed) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "equal",
        "right": False,
        "why": "compares with ==",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return saved == claimed


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "too-low-honest",
        "right": False,
        "why": "a claim that is too low passes",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return claimed - saved < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "too-high-honest",
        "right": False,
        "why": "a claim that is too high passes",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return saved - claimed < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "isclose-relative",
        "right": False,
        "why": "relative tolerance: large savings may be off by more than a cent",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return math.isclose(saved, claimed, rel_tol=1e-3)


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "isclose-tight",
        "right": False,
        "why": "a relative tolerance of 1e-9 is less than a cent",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return math.isclose(saved, claimed)


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "rounded-dollars",
        "right": False,
        "why": "rounds both to dollars",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return round(saved) == round(claimed)


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "within-a-dollar",
        "right": False,
        "why": "to the dollar",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 1


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "two-cents",
        "right": False,
        "why": "to two cents",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.02


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "one-percent",
        "right": False,
        "why": "to a percent of the claim",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) <= 0.01 * claimed


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "times-ignored",
        "right": False,
        "why": "does not multiply by the times",
        "code": """def honest(parts, price, claimed):
    saved = sum(each for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "set-of-parts",
        "right": False,
        "why": "two parts that look the same are counted once",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in set(parts)) - price
    return abs(saved - claimed) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "dict-of-parts",
        "right": False,
        "why": "parts of the same price overwrite each other",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in dict(parts).items()) - price
    return abs(saved - claimed) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "three-parts",
        "right": False,
        "why": "looks at three parts at most",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts[:3]) - price
    return abs(saved - claimed) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "negative-never",
        "right": False,
        "why": "a bundle that is dearer than its parts is never honest, and a saving of 0 neither",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return saved > 0 and abs(saved - claimed) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "absolute-saving",
        "right": False,
        "why": "forgets the sign of the saving",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(abs(saved) - abs(claimed)) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "backwards",
        "right": False,
        "why": "price less parts",
        "code": """def honest(parts, price, claimed):
    saved = price - sum(each * times for each, times in parts)
    return abs(saved - claimed) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "no-price",
        "right": False,
        "why": "compares the sum of the parts with the claim",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts)
    return abs(saved - claimed) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "printed",
        "right": False,
        "why": "prints it",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    print(abs(saved - claimed) < 0.01)


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "the-difference",
        "right": False,
        "why": "returns the difference",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return saved - claimed


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "as-text",
        "right": False,
        "why": "returns text",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return "True" if abs(saved - claimed) < 0.01 else "False"


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "pops-parts",
        "right": False,
        "why": "right answer, but empties the list it was given",
        "code": """def honest(parts, price, claimed):
    rest = -price - claimed
    while parts:
        each, times = parts.pop()
        rest += each * times
    return abs(rest) < 0.01


savings = [48, 246]
""",
    },
    {
        "task": "05-q6",
        "name": "savings-swapped",
        "right": False,
        "why": "the two readings changed places",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [246, 48]
""",
    },
    {
        "task": "05-q6",
        "name": "savings-one-month",
        "right": False,
        "why": "the bundle holds one month: a third of 99",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [48, -18]
""",
    },
    {
        "task": "05-q6",
        "name": "savings-same",
        "right": False,
        "why": "the same saving twice",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [48, 48]
""",
    },
    {
        "task": "05-q6",
        "name": "savings-sum",
        "right": False,
        "why": "the sums apart and not the savings",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [347, 545]
""",
    },
    {
        "task": "05-q6",
        "name": "savings-negative",
        "right": False,
        "why": "the sign turned",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [-48, -246]
""",
    },
    {
        "task": "05-q6",
        "name": "savings-difference",
        "right": False,
        "why": "adds the two other months only: 2 x 99",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [48, 198]
""",
    },
    {
        "task": "05-q6",
        "name": "savings-fractions",
        "right": False,
        "why": "as fractions of the price apart",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [48 / 347, 246 / 545]
""",
    },
    {
        "task": "05-q6",
        "name": "savings-four-times",
        "right": False,
        "why": "adds three months to the one that is in it",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [48, 345]
""",
    },
    {
        "task": "05-q6",
        "name": "savings-placeholder",
        "right": False,
        "why": "the form of the check",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [12, 120]
""",
    },
    {
        "task": "05-q6",
        "name": "savings-number",
        "right": False,
        "why": "one number and no list",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = 48
""",
    },
    {
        "task": "05-q6",
        "name": "savings-month-first",
        "right": False,
        "why": "a third of 99 for each month",
        "code": """def honest(parts, price, claimed):
    saved = sum(each * times for each, times in parts) - price
    return abs(saved - claimed) < 0.01


savings = [48, 48.0 + 2 * 33]
""",
    },
    {
        "task": "05-q7",
        "name": "plain",
        "right": True,
        "why": "two products, a bundle, 28 days and exactly the people that are needed",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "club-months",
        "right": True,
        "why": "a membership for three months in the bundle",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: club
  name: Sunday Painters
  kind: subscription
  billing: month
  price: 10
  problem: They paint alone
- id: first_sky
  name: First Sky
  kind: bundle
  price: 150
  problem: The course waits until the paint has come
  includes: [course, kit, club]
  included_months: {club: 3}
  stated_saving: 40
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "edges",
        "right": True,
        "why": "exactly 30% below, exactly two weeks, exactly the people",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 112
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 48
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-15, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "cents",
        "right": True,
        "why": "prices with cents and a saving with cents, five weeks",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 119.97
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 39.99
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 143.49
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 16.47
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-04-05, people: 5000}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "flow-style",
        "right": True,
        "why": "everything in braces, quotation marks",
        "code": '''my_products = """
[{id: course, name: "Watercolour", kind: core, price: 120.0, problem: "No start"},
 {id: kit, name: Paint Box, kind: add_on, price: 40.0, problem: Too many colours},
 {id: first_sky, name: "First Sky: all in one", kind: bundle, price: 150.00, problem: Waiting for paint,
  includes: [kit, course], stated_saving: 10.00}]
"""
my_growth = """
experiments: [{people: 60000, end: 2026-01-25, start: 2026-01-05, kind: ab_test, subject: first_sky, id: t}]
"""
my_rates = [0.04, 0.045]
''',
    },
    {
        "task": "05-q7",
        "name": "two-bundles",
        "right": True,
        "why": "two bundles, each of them tested, and another experiment beside",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: club
  name: Sunday Painters
  kind: subscription
  billing: month
  price: 10
  problem: They paint alone
- id: first_sky
  name: First Sky
  kind: bundle
  price: 150
  problem: The course waits until the paint has come
  includes: [course, kit, club]
  included_months: {club: 3}
  stated_saving: 40
- id: all_paper
  name: Club and Box
  kind: bundle
  price: 65
  problem: Members run out of paint
  includes: [kit, club]
  included_months: {club: 3}
  stated_saving: 5
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 4000}
  - id: paper_test
    subject: all_paper
    kind: ab_test
    start: 2026-05-04
    end: 2026-05-17
    people: 3718
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "computed-text",
        "right": True,
        "why": "text put together with an f-string and the formula",
        "code": '''share, hope = 0.04, 0.06
noise = share * (1 - share) + hope * (1 - hope)
people = 2 * math.ceil((1.96 + 0.84) ** 2 * noise / (hope - share) ** 2)
my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = f"""
experiments:
  - id: sky_test
    subject: first_sky
    kind: ab_test
    start: 2026-03-02
    end: 2026-03-29
    people: {people}
"""
my_rates = [share, hope]
''',
    },
    {
        "task": "05-q7",
        "name": "saving-off",
        "right": False,
        "why": "the saving is wrong by a dollar",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 21
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "saving-off-cents",
        "right": False,
        "why": "the saving is wrong by some cents",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 139.95
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "saving-low",
        "right": False,
        "why": "the saving stated is lower than the true one",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 15
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "saving-percent",
        "right": False,
        "why": "the saving as a percentage",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 12.5
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "saving-missing",
        "right": False,
        "why": "no saving is stated",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "too-cheap",
        "right": False,
        "why": "more than 30% below the sum",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 111
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 49
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "not-below",
        "right": False,
        "why": "as dear as its parts",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 160
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 0
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "dearer",
        "right": False,
        "why": "dearer than its parts",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 170
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: -10
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "one-part",
        "right": False,
        "why": "one product only",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 100
  problem: The course waits until the paint has come
  includes: [course]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "one-part-twice",
        "right": False,
        "why": "the same product twice",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 220
  problem: The course waits until the paint has come
  includes: [course, course]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "four-parts",
        "right": False,
        "why": "four products in the bundle",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: brush
  name: Brush
  kind: add_on
  price: 10
  problem: Brushes lose hair
- id: club
  name: Sunday Painters
  kind: subscription
  billing: month
  price: 10
  problem: They paint alone
- id: first_sky
  name: First Sky
  kind: bundle
  price: 160
  problem: The course waits until the paint has come
  includes: [course, kit, club, brush]
  included_months: {club: 3}
  stated_saving: 40
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "months-missing",
        "right": False,
        "why": "no months for the membership",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: club
  name: Sunday Painters
  kind: subscription
  billing: month
  price: 10
  problem: They paint alone
- id: first_sky
  name: First Sky
  kind: bundle
  price: 150
  problem: The course waits until the paint has come
  includes: [course, kit, club]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "month-counted-once",
        "right": False,
        "why": "the saving counts one month of three",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: club
  name: Sunday Painters
  kind: subscription
  billing: month
  price: 10
  problem: They paint alone
- id: first_sky
  name: First Sky
  kind: bundle
  price: 150
  problem: The course waits until the paint has come
  includes: [course, kit, club]
  included_months: {club: 3}
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "unknown-part",
        "right": False,
        "why": "includes a product that is not there",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, easel]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "name-of-part",
        "right": False,
        "why": "the names of the parts and not their ids",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [Watercolour in Six Weeks, Paint Box]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "copied-name",
        "right": False,
        "why": "the name of the example",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: Starter Bundle
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "copied-problem",
        "right": False,
        "why": "the problem of the example",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: Clients argue about every word
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "dots-problem",
        "right": False,
        "why": "dots for the problem",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: "..."
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "no-bundle",
        "right": False,
        "why": "the bundle has another kind",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: core
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "fifteen-days",
        "right": False,
        "why": "the last day counts, too: 15 days",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-16, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "last-day-not-counted",
        "right": False,
        "why": "29 days, because the last day was not counted",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-30, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "calendar-month",
        "right": False,
        "why": "a month from 1 to 31 March is no whole weeks",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-01, end: 2026-03-31, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "one-week",
        "right": False,
        "why": "one week only",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-08, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "ends-before",
        "right": False,
        "why": "the end comes before the start",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-02-15, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "no-end",
        "right": False,
        "why": "no end",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "half-the-people",
        "right": False,
        "why": "the people of one half",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 1859}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "one-too-few",
        "right": False,
        "why": "one person less than needed",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3717}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "days-for-people",
        "right": False,
        "why": "days for people",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 28}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "no-people",
        "right": False,
        "why": "no people",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "other-subject",
        "right": False,
        "why": "the test is about another product",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: course, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "before-after",
        "right": False,
        "why": "no A/B test",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: before_after, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "no-experiments",
        "right": False,
        "why": "no experiment at all",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments: []
"""
my_rates = [0.04, 0.06]
''',
    },
    {
        "task": "05-q7",
        "name": "rates-swapped",
        "right": False,
        "why": "better share first",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.06, 0.04]
''',
    },
    {
        "task": "05-q7",
        "name": "rates-equal",
        "right": False,
        "why": "no better share",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.04]
''',
    },
    {
        "task": "05-q7",
        "name": "rates-percent",
        "right": False,
        "why": "percent and not shares",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [4, 6]
''',
    },
    {
        "task": "05-q7",
        "name": "rates-rise",
        "right": False,
        "why": "the rise in points as the second one",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.02]
''',
    },
    {
        "task": "05-q7",
        "name": "rates-relative-small",
        "right": False,
        "why": "too few people for the shares given",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.05]
''',
    },
    {
        "task": "05-q7",
        "name": "rates-one",
        "right": False,
        "why": "one share only",
        "code": '''my_products = """
- id: course
  name: Watercolour in Six Weeks
  kind: core
  price: 120
  problem: Beginners do not dare to start a painting
- id: kit
  name: Paint Box
  kind: add_on
  price: 40
  problem: Nobody knows which colours to buy
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04]
''',
    },
    {
        "task": "05-q7",
        "name": "bundle-only",
        "right": False,
        "why": "the bundle without its parts",
        "code": '''my_products = """
- id: first_sky
  name: First Sky
  kind: bundle
  price: 140
  problem: The course waits until the paint has come
  includes: [course, kit]
  stated_saving: 20
"""
my_growth = """
experiments:
  - {id: sky_test, subject: first_sky, kind: ab_test, start: 2026-03-02, end: 2026-03-29, people: 3718}
"""
my_rates = [0.04, 0.06]
''',
    },
]
