"""Answers to module 04 that a stranger wrote from the released text alone: right, wrong and adversarial.

Only the verdicts count. ``why`` says what is special about a right answer, or what the slip of a wrong one is.
"""

ANSWERS = [
    {
        "task": "04-q1",
        "name": "dict-comprehension",
        "right": True,
        "why": "the hint's way",
        "code": '''def demand(max_prices, prices):
    """Return the share of people who would buy at each price, as a Series indexed by price."""
    return pd.Series({price: (max_prices >= price).mean() for price in prices})
''',
    },
    {
        "task": "04-q1",
        "name": "loop-lists",
        "right": True,
        "why": "beginner's double loop",
        "code": """def demand(max_prices, prices):
    shares = []
    people = list(max_prices)
    for price in prices:
        buyers = 0
        for most in people:
            if most >= price:
                buyers += 1
        shares.append(buyers / len(people))
    return pd.Series(shares, index=prices)
""",
    },
    {
        "task": "04-q1",
        "name": "broadcasting",
        "right": True,
        "why": "numpy broadcasting",
        "code": """import numpy as np

def demand(max_prices: pd.Series, prices: list) -> pd.Series:
    most = np.asarray(max_prices, dtype=float)[:, None]
    return pd.Series((most >= np.asarray(prices)[None, :]).mean(axis=0), index=pd.Index(prices, name="price"), name="share")
""",
    },
    {
        "task": "04-q1",
        "name": "bisect",
        "right": True,
        "why": "sorted copy and bisect",
        "code": """from bisect import bisect_left

def demand(max_prices, prices):
    ranked = sorted(max_prices)
    n = len(ranked)
    return pd.Series([(n - bisect_left(ranked, price)) / n for price in prices], index=list(prices))
""",
    },
    {
        "task": "04-q1",
        "name": "helper-map",
        "right": True,
        "why": "helper and map, one minus those who do not buy",
        "code": """def _too_much(max_prices, price):
    return int((max_prices < price).sum())


def demand(max_prices, prices=()):
    prices = list(prices)
    answer = pd.Series(prices, index=prices, dtype=float)
    return answer.map(lambda price: (max_prices.size - _too_much(max_prices, price)) / max_prices.size)
""",
    },
    {
        "task": "04-q1",
        "name": "strictly-above",
        "right": False,
        "why": "someone whose maximum is 29 buys at 29",
        "code": """def demand(max_prices, prices):
    return pd.Series({price: (max_prices > price).mean() for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "numbers",
        "right": False,
        "why": "number of people and not their share",
        "code": """def demand(max_prices, prices):
    return pd.Series({price: (max_prices >= price).sum() for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "percent",
        "right": False,
        "why": "percent and not a fraction",
        "code": """def demand(max_prices, prices):
    return pd.Series({price: 100 * (max_prices >= price).mean() for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "non-buyers",
        "right": False,
        "why": "the share who would not buy",
        "code": """def demand(max_prices, prices):
    return pd.Series({price: (max_prices < price).mean() for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "wrong-way",
        "right": False,
        "why": "at or below instead of at least",
        "code": """def demand(max_prices, prices):
    return pd.Series({price: (max_prices <= price).mean() for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "rounded",
        "right": False,
        "why": "do not round",
        "code": """def demand(max_prices, prices):
    return pd.Series({price: round((max_prices >= price).mean(), 2) for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "positions-as-index",
        "right": False,
        "why": "0, 1, 2 and not the prices as index",
        "code": """def demand(max_prices, prices):
    return pd.Series([(max_prices >= price).mean() for price in prices])
""",
    },
    {
        "task": "04-q1",
        "name": "of-three",
        "right": False,
        "why": "divides by the three people of the example",
        "code": """def demand(max_prices, prices):
    return pd.Series({price: (max_prices >= price).sum() / 3 for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "unique-maxima",
        "right": False,
        "why": "two people with the same maximum are two people",
        "code": """def demand(max_prices, prices):
    different = set(max_prices)
    return pd.Series({p: sum(m >= p for m in different) / len(different) for p in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "of-first-price",
        "right": False,
        "why": "share of those who buy at the first price of the list",
        "code": """def demand(max_prices, prices):
    n = pd.Series({price: (max_prices >= price).sum() for price in prices})
    return n / n.iloc[0]
""",
    },
    {
        "task": "04-q1",
        "name": "zeros-dropped",
        "right": False,
        "why": "a price that nobody pays is missing",
        "code": """def demand(max_prices, prices):
    share = pd.Series({price: (max_prices >= price).mean() for price in prices})
    return share[share > 0]
""",
    },
    {
        "task": "04-q1",
        "name": "sorts-the-list",
        "right": False,
        "why": "changes the list it was given",
        "code": """def demand(max_prices, prices):
    prices.sort()
    return pd.Series({price: (max_prices >= price).mean() for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "sorts-maxima-in-place",
        "right": False,
        "why": "changes the Series it was given",
        "code": """def demand(max_prices, prices):
    max_prices.sort_values(ascending=False, inplace=True)
    return pd.Series({price: (max_prices >= price).mean() for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "exactly-at-price",
        "right": False,
        "why": "share whose maximum is exactly the price",
        "code": """def demand(max_prices, prices):
    return max_prices.value_counts(normalize=True).reindex(prices, fill_value=0)
""",
    },
    {
        "task": "04-q1",
        "name": "whole-dollars",
        "right": False,
        "why": "cuts cents off the maxima, so 29.75 no longer buys at 29.50",
        "code": """def demand(max_prices, prices):
    return pd.Series({price: (max_prices.astype(int) >= price).mean() for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "series-that-equals-all",
        "right": False,
        "why": "adversary: a subclass of Series that calls itself equal",
        "code": """class Same(pd.Series):
    def equals(self, other):
        return True
    def __eq__(self, other):
        return True

def demand(max_prices, prices):
    return Same(1.0, index=list(prices))
""",
    },
    {
        "task": "04-q1",
        "name": "index-as-text",
        "right": False,
        "why": 'the index holds texts like "$10" and not the prices',
        "code": """def demand(max_prices, prices):
    return pd.Series({f"${price}": (max_prices >= price).mean() for price in prices})
""",
    },
    {
        "task": "04-q1",
        "name": "patches-the-comparison",
        "right": False,
        "why": "adversary (changes pandas for its whole process): makes comparisons of tables say yes and returns ones",
        "code": """pd.testing.assert_series_equal = lambda *a, **k: None
pd.Series.equals = lambda self, other: True

def demand(max_prices, prices):
    return pd.Series(1.0, index=list(prices))
""",
    },
    {
        "task": "04-q2",
        "name": "idxmax",
        "right": True,
        "why": "profits of the sorted prices, idxmax",
        "code": '''def best_price(max_prices, prices, cost):
    """Return the price that earns the most profit, the lowest of several."""
    profit = pd.Series({p: (p - cost) * (max_prices >= p).sum() for p in sorted(prices)})
    return profit.idxmax()
''',
    },
    {
        "task": "04-q2",
        "name": "loop-if",
        "right": True,
        "why": "beginner's loop over a sorted copy",
        "code": """def best_price(max_prices, prices, cost):
    best = None
    best_profit = None
    for price in sorted(prices):
        buyers = 0
        for most in max_prices:
            if most >= price:
                buyers = buyers + 1
        profit = (price - cost) * buyers / len(max_prices)
        if best is None or profit > best_profit:
            best = price
            best_profit = profit
    return best
""",
    },
    {
        "task": "04-q2",
        "name": "max-with-key",
        "right": True,
        "why": "one max with a tuple as key",
        "code": """def best_price(max_prices, prices, cost):
    return max(prices, key=lambda p: ((p - cost) * int((max_prices >= p).sum()), -p))
""",
    },
    {
        "task": "04-q2",
        "name": "numpy-argmax",
        "right": True,
        "why": "numpy arrays, returns np.int64 or np.float64",
        "code": """import numpy as np

def best_price(max_prices, prices, cost=0):
    p = np.unique(np.array(prices))
    buyers = (max_prices.to_numpy()[:, None] >= p).sum(axis=0)
    return p[np.argmax((p - cost) * buyers)]
""",
    },
    {
        "task": "04-q2",
        "name": "recursion-helper",
        "right": True,
        "why": "recursion, the better of two",
        "code": """def best_price(max_prices: pd.Series, prices: list, cost: float) -> float:
    def profit(price):
        return (price - cost) * len([m for m in max_prices if m >= price])

    head, *tail = prices
    if not tail:
        return head
    other = best_price(max_prices, tail, cost)
    a, b = profit(head), profit(other)
    if a == b:
        return min(head, other)
    return head if a > b else other
""",
    },
    {
        "task": "04-q2",
        "name": "most-revenue",
        "right": False,
        "why": "forgets the cost",
        "code": """def best_price(max_prices, prices, cost):
    return pd.Series({p: p * (max_prices >= p).sum() for p in sorted(prices)}).idxmax()
""",
    },
    {
        "task": "04-q2",
        "name": "the-profit",
        "right": False,
        "why": "returns the profit and not the price",
        "code": """def best_price(max_prices, prices, cost):
    return max((p - cost) * (max_prices >= p).mean() for p in prices)
""",
    },
    {
        "task": "04-q2",
        "name": "the-position",
        "right": False,
        "why": "returns a place in the list",
        "code": """def best_price(max_prices, prices, cost):
    profits = [(p - cost) * (max_prices >= p).sum() for p in sorted(prices)]
    return profits.index(max(profits))
""",
    },
    {
        "task": "04-q2",
        "name": "highest-of-ties",
        "right": False,
        "why": "takes the highest of several, lowest is asked",
        "code": """def best_price(max_prices, prices, cost):
    best, most = None, None
    for p in sorted(prices):
        profit = (p - cost) * (max_prices >= p).sum()
        if most is None or profit >= most:
            best, most = p, profit
    return best
""",
    },
    {
        "task": "04-q2",
        "name": "list-order-decides",
        "right": False,
        "why": "unsorted list: the first of several is not the lowest",
        "code": """def best_price(max_prices, prices, cost):
    return max(prices, key=lambda p: (p - cost) * (max_prices >= p).sum())
""",
    },
    {
        "task": "04-q2",
        "name": "strictly-above",
        "right": False,
        "why": "somebody whose maximum is the price buys",
        "code": """def best_price(max_prices, prices, cost):
    return pd.Series({p: (p - cost) * (max_prices > p).sum() for p in sorted(prices)}).idxmax()
""",
    },
    {
        "task": "04-q2",
        "name": "cost-once",
        "right": False,
        "why": "takes the cost off once, not for each buyer",
        "code": """def best_price(max_prices, prices, cost):
    return pd.Series({p: p * (max_prices >= p).mean() - cost for p in sorted(prices)}).idxmax()
""",
    },
    {
        "task": "04-q2",
        "name": "none-at-a-loss",
        "right": False,
        "why": "where every price loses money it returns None instead of the smallest loss",
        "code": """def best_price(max_prices, prices, cost):
    best, most = None, 0
    for p in sorted(prices):
        profit = (p - cost) * (max_prices >= p).sum()
        if profit > most:
            best, most = p, profit
    return best
""",
    },
    {
        "task": "04-q2",
        "name": "smallest-size-of-loss",
        "right": False,
        "why": "takes profits without their sign",
        "code": """def best_price(max_prices, prices, cost):
    return pd.Series({p: abs(p - cost) * (max_prices >= p).sum() for p in sorted(prices)}).idxmax()
""",
    },
    {
        "task": "04-q2",
        "name": "highest-price-with-buyers",
        "right": False,
        "why": "the highest price that anybody pays",
        "code": """def best_price(max_prices, prices, cost):
    paid = [p for p in prices if (max_prices >= p).any()]
    return max(paid) if paid else max(prices)
""",
    },
    {
        "task": "04-q2",
        "name": "most-buyers",
        "right": False,
        "why": "the price with the most buyers",
        "code": """def best_price(max_prices, prices, cost):
    return min(prices)
""",
    },
    {
        "task": "04-q2",
        "name": "sorts-in-place",
        "right": False,
        "why": "right price, but the list it was given is sorted",
        "code": """def best_price(max_prices, prices, cost):
    prices.sort()
    return max(prices, key=lambda p: (p - cost) * (max_prices >= p).sum())
""",
    },
    {
        "task": "04-q2",
        "name": "any-price",
        "right": False,
        "why": "looks at the maxima of people, not at the list",
        "code": """def best_price(max_prices, prices, cost):
    candidates = sorted(set(max_prices))
    return max(candidates, key=lambda p: (p - cost) * (max_prices >= p).sum())
""",
    },
    {
        "task": "04-q2",
        "name": "above-cost-only",
        "right": False,
        "why": "fails where every price loses money",
        "code": """def best_price(max_prices, prices, cost):
    good = sorted(p for p in prices if p > cost)
    return max(good, key=lambda p: (p - cost) * (max_prices >= p).sum())
""",
    },
    {
        "task": "04-q2",
        "name": "unique-people",
        "right": False,
        "why": "people with the same maximum are counted once",
        "code": """def best_price(max_prices, prices, cost):
    most = set(max_prices)
    return max(sorted(prices), key=lambda p: (p - cost) * sum(m >= p for m in most))
""",
    },
    {
        "task": "04-q2",
        "name": "list-of-ties",
        "right": False,
        "why": "a list of all best prices",
        "code": """def best_price(max_prices, prices, cost):
    profit = pd.Series({p: (p - cost) * (max_prices >= p).sum() for p in sorted(prices)})
    return list(profit[profit == profit.max()].index)
""",
    },
    {
        "task": "04-q2",
        "name": "example-table",
        "right": False,
        "why": "hard-coded",
        "code": """def best_price(max_prices, prices, cost):
    return {12: 30, 0: 20 if len(max_prices) == 3 else 10}.get(cost, prices[-1])
""",
    },
    {
        "task": "04-q2",
        "name": "my-own-people",
        "right": False,
        "why": "uses wtp of the notebook and not what it is given",
        "code": """def best_price(max_prices, prices, cost):
    people = wtp["Membership"]
    return max(sorted(prices), key=lambda p: (p - cost) * (people >= p).sum())
""",
    },
    {
        "task": "04-q3",
        "name": "query-means",
        "right": True,
        "why": "query and four means",
        "code": '''def price_shares(answers, price):
    """Return the shares of consistent people by what they find the price, as a Series of four."""
    kept = answers.query("too_cheap < cheap and cheap < expensive and expensive < too_expensive")
    return pd.Series(
        {
            "too_cheap": (kept["too_cheap"] >= price).mean(),
            "cheap": (kept["cheap"] >= price).mean(),
            "expensive": (kept["expensive"] <= price).mean(),
            "too_expensive": (kept["too_expensive"] <= price).mean(),
        }
    )
''',
    },
    {
        "task": "04-q3",
        "name": "row-loop",
        "right": True,
        "why": "beginner's loop over the rows",
        "code": """def price_shares(answers, price):
    names = ["too_cheap", "cheap", "expensive", "too_expensive"]
    n = 0
    counts = {name: 0 for name in names}
    for _, row in answers.iterrows():
        if row["too_cheap"] < row["cheap"] < row["expensive"] < row["too_expensive"]:
            n += 1
            if row["too_cheap"] >= price:
                counts["too_cheap"] += 1
            if row["cheap"] >= price:
                counts["cheap"] += 1
            if row["expensive"] <= price:
                counts["expensive"] += 1
            if row["too_expensive"] <= price:
                counts["too_expensive"] += 1
    if n == 0:
        return pd.Series({name: float("nan") for name in names})
    return pd.Series({name: counts[name] / n for name in names})
""",
    },
    {
        "task": "04-q3",
        "name": "diff-rows",
        "right": True,
        "why": "diff along the columns, signs to turn two comparisons around",
        "code": """def price_shares(answers: pd.DataFrame, price: float) -> pd.Series:
    table = answers[["too_cheap", "cheap", "expensive", "too_expensive"]].astype(float)
    kept = table[(table.diff(axis=1).iloc[:, 1:] > 0).all(axis=1)]
    sign = pd.Series([1, 1, -1, -1], index=table.columns)
    return ((kept - price) * sign >= 0).mean()
""",
    },
    {
        "task": "04-q3",
        "name": "numpy-mask",
        "right": True,
        "why": "numpy only, other order of the four",
        "code": """import numpy as np

def price_shares(answers, price):
    tc, c, e, te = (answers[n].to_numpy(float) for n in ("too_cheap", "cheap", "expensive", "too_expensive"))
    ok = (tc < c) & (c < e) & (e < te)
    n = ok.sum()
    values = [te[ok] <= price, e[ok] <= price, c[ok] >= price, tc[ok] >= price]
    shares = [v.sum() / n if n else np.nan for v in values]
    return pd.Series(shares, index=["too_expensive", "expensive", "cheap", "too_cheap"], dtype=float)
""",
    },
    {
        "task": "04-q3",
        "name": "helper-functions",
        "right": True,
        "why": "helpers, ge and le",
        "code": """_ORDER = ("too_cheap", "cheap", "expensive", "too_expensive")


def _consistent(answers):
    ok = pd.Series(True, index=answers.index)
    for left, right in zip(_ORDER, _ORDER[1:]):
        ok &= answers[left].lt(answers[right])
    return answers.loc[ok.to_numpy()]


def price_shares(answers, price=0):
    kept = _consistent(answers)
    if kept.empty:
        return pd.Series(float("nan"), index=list(_ORDER))
    low = kept[list(_ORDER[:2])].ge(price).mean()
    high = kept[list(_ORDER[2:])].le(price).mean()
    return pd.concat([low, high])
""",
    },
    {
        "task": "04-q3",
        "name": "nobody-left-out",
        "right": False,
        "why": "contradicting people are kept",
        "code": """def price_shares(answers, price):
    low = answers[["too_cheap", "cheap"]].ge(price).mean()
    high = answers[["expensive", "too_expensive"]].le(price).mean()
    return pd.concat([low, high])
""",
    },
    {
        "task": "04-q3",
        "name": "equal-kept",
        "right": False,
        "why": "two equal answers are no < and should be left out",
        "code": """def price_shares(answers, price):
    kept = answers.query("too_cheap <= cheap <= expensive <= too_expensive")
    return pd.Series({"too_cheap": (kept["too_cheap"] >= price).mean(), "cheap": (kept["cheap"] >= price).mean(),
                      "expensive": (kept["expensive"] <= price).mean(), "too_expensive": (kept["too_expensive"] <= price).mean()})
""",
    },
    {
        "task": "04-q3",
        "name": "ends-only",
        "right": False,
        "why": "compares the outer two only",
        "code": """def price_shares(answers, price):
    kept = answers[answers["too_cheap"] < answers["too_expensive"]]
    return pd.Series({"too_cheap": (kept["too_cheap"] >= price).mean(), "cheap": (kept["cheap"] >= price).mean(),
                      "expensive": (kept["expensive"] <= price).mean(), "too_expensive": (kept["too_expensive"] <= price).mean()})
""",
    },
    {
        "task": "04-q3",
        "name": "middle-unchecked",
        "right": False,
        "why": "forgets cheap < expensive",
        "code": """def price_shares(answers, price):
    kept = answers[(answers["too_cheap"] < answers["cheap"]) & (answers["expensive"] < answers["too_expensive"])]
    return pd.Series({"too_cheap": (kept["too_cheap"] >= price).mean(), "cheap": (kept["cheap"] >= price).mean(),
                      "expensive": (kept["expensive"] <= price).mean(), "too_expensive": (kept["too_expensive"] <= price).mean()})
""",
    },
    {
        "task": "04-q3",
        "name": "strict-cheap",
        "right": False,
        "why": "an answer at the price counts as cheap",
        "code": """def price_shares(answers, price):
    kept = answers.query("too_cheap < cheap < expensive < too_expensive")
    return pd.Series({"too_cheap": (kept["too_cheap"] > price).mean(), "cheap": (kept["cheap"] > price).mean(),
                      "expensive": (kept["expensive"] <= price).mean(), "too_expensive": (kept["too_expensive"] <= price).mean()})
""",
    },
    {
        "task": "04-q3",
        "name": "strict-expensive",
        "right": False,
        "why": "an answer at the price counts as expensive",
        "code": """def price_shares(answers, price):
    kept = answers.query("too_cheap < cheap < expensive < too_expensive")
    return pd.Series({"too_cheap": (kept["too_cheap"] >= price).mean(), "cheap": (kept["cheap"] >= price).mean(),
                      "expensive": (kept["expensive"] < price).mean(), "too_expensive": (kept["too_expensive"] < price).mean()})
""",
    },
    {
        "task": "04-q3",
        "name": "all-at-or-below",
        "right": False,
        "why": "the cheap answers count at or above the price",
        "code": """def price_shares(answers, price):
    names = ["too_cheap", "cheap", "expensive", "too_expensive"]
    kept = answers.query("too_cheap < cheap < expensive < too_expensive")
    return (kept[names] <= price).mean()
""",
    },
    {
        "task": "04-q3",
        "name": "all-as-base",
        "right": False,
        "why": "divides by everybody, also by those left out",
        "code": """def price_shares(answers, price):
    kept = answers.query("too_cheap < cheap < expensive < too_expensive")
    n = len(answers) or float("nan")
    return pd.Series({"too_cheap": (kept["too_cheap"] >= price).sum() / n, "cheap": (kept["cheap"] >= price).sum() / n,
                      "expensive": (kept["expensive"] <= price).sum() / n, "too_expensive": (kept["too_expensive"] <= price).sum() / n})
""",
    },
    {
        "task": "04-q3",
        "name": "zero-when-nobody",
        "right": False,
        "why": "zeros where four NaN are asked",
        "code": """def price_shares(answers, price):
    kept = answers.query("too_cheap < cheap < expensive < too_expensive")
    shares = pd.Series({"too_cheap": (kept["too_cheap"] >= price).mean(), "cheap": (kept["cheap"] >= price).mean(),
                        "expensive": (kept["expensive"] <= price).mean(), "too_expensive": (kept["too_expensive"] <= price).mean()})
    return shares.fillna(0)
""",
    },
    {
        "task": "04-q3",
        "name": "one-nan",
        "right": False,
        "why": "a single NaN instead of a Series of four",
        "code": """def price_shares(answers, price):
    kept = answers.query("too_cheap < cheap < expensive < too_expensive")
    if kept.empty:
        return float("nan")
    return pd.Series({"too_cheap": (kept["too_cheap"] >= price).mean(), "cheap": (kept["cheap"] >= price).mean(),
                      "expensive": (kept["expensive"] <= price).mean(), "too_expensive": (kept["too_expensive"] <= price).mean()})
""",
    },
    {
        "task": "04-q3",
        "name": "counts",
        "right": False,
        "why": "numbers of people",
        "code": """def price_shares(answers, price):
    kept = answers.query("too_cheap < cheap < expensive < too_expensive")
    return pd.Series({"too_cheap": (kept["too_cheap"] >= price).sum(), "cheap": (kept["cheap"] >= price).sum(),
                      "expensive": (kept["expensive"] <= price).sum(), "too_expensive": (kept["too_expensive"] <= price).sum()})
""",
    },
    {
        "task": "04-q3",
        "name": "cheap-without-too-cheap",
        "right": False,
        "why": "takes those who find it too cheap out of cheap, the text does not",
        "code": """def price_shares(answers, price):
    kept = answers.query("too_cheap < cheap < expensive < too_expensive")
    tc, te = kept["too_cheap"] >= price, kept["too_expensive"] <= price
    return pd.Series({"too_cheap": tc.mean(), "cheap": ((kept["cheap"] >= price) & ~tc).mean(),
                      "expensive": ((kept["expensive"] <= price) & ~te).mean(), "too_expensive": te.mean()})
""",
    },
    {
        "task": "04-q3",
        "name": "drops-in-place",
        "right": False,
        "why": "right shares, but rows are dropped from the table it was given",
        "code": """def price_shares(answers, price):
    bad = answers.index[~((answers["too_cheap"] < answers["cheap"]) & (answers["cheap"] < answers["expensive"])
                          & (answers["expensive"] < answers["too_expensive"]))]
    answers.drop(index=bad, inplace=True)
    return pd.Series({"too_cheap": (answers["too_cheap"] >= price).mean(), "cheap": (answers["cheap"] >= price).mean(),
                      "expensive": (answers["expensive"] <= price).mean(), "too_expensive": (answers["too_expensive"] <= price).mean()})
""",
    },
    {
        "task": "04-q3",
        "name": "repairs-answers",
        "right": False,
        "why": "sorts contradicting answers instead of leaving the people out",
        "code": """import numpy as np

def price_shares(answers, price):
    names = ["too_cheap", "cheap", "expensive", "too_expensive"]
    kept = pd.DataFrame(np.sort(answers[names].to_numpy(), axis=1), columns=names)
    return pd.concat([kept[names[:2]].ge(price).mean(), kept[names[2:]].le(price).mean()])
""",
    },
    {
        "task": "04-q3",
        "name": "twins-dropped",
        "right": False,
        "why": "two people with the same answers are two people",
        "code": """def price_shares(answers, price):
    kept = answers.query("too_cheap < cheap < expensive < too_expensive").drop_duplicates()
    return pd.Series({"too_cheap": (kept["too_cheap"] >= price).mean(), "cheap": (kept["cheap"] >= price).mean(),
                      "expensive": (kept["expensive"] <= price).mean(), "too_expensive": (kept["too_expensive"] <= price).mean()})
""",
    },
    {
        "task": "04-q3",
        "name": "price-of-eight",
        "right": False,
        "why": "works at the price of the example",
        "code": """def price_shares(answers, price):
    price = 8
    kept = answers.query("too_cheap < cheap < expensive < too_expensive")
    return pd.Series({"too_cheap": (kept["too_cheap"] >= price).mean(), "cheap": (kept["cheap"] >= price).mean(),
                      "expensive": (kept["expensive"] <= price).mean(), "too_expensive": (kept["too_expensive"] <= price).mean()})
""",
    },
    {
        "task": "04-q3",
        "name": "survey-always",
        "right": False,
        "why": "uses the survey of the notebook",
        "code": """def price_shares(answers, price):
    kept = survey.query("too_cheap < cheap < expensive < too_expensive")
    return pd.Series({"too_cheap": (kept["too_cheap"] >= price).mean(), "cheap": (kept["cheap"] >= price).mean(),
                      "expensive": (kept["expensive"] <= price).mean(), "too_expensive": (kept["too_expensive"] <= price).mean()})
""",
    },
    {
        "task": "04-q4",
        "name": "midpoint",
        "right": True,
        "why": "as the text says",
        "code": '''def arc_elasticity(p0, q0, p1, q1):
    """Return the arc elasticity of demand, or NaN when there is none."""
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    quantity = (q1 - q0) / ((q0 + q1) / 2)
    price = (p1 - p0) / ((p0 + p1) / 2)
    return quantity / price
''',
    },
    {
        "task": "04-q4",
        "name": "shortened",
        "right": True,
        "why": "the halves cancel",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    top, bottom = (q1 - q0) * (p0 + p1), (q0 + q1) * (p1 - p0)
    return top / bottom if bottom else float("nan")
""",
    },
    {
        "task": "04-q4",
        "name": "numpy-mean",
        "right": True,
        "why": "numpy means, helper",
        "code": """import numpy as np

def _change(a, b):
    return (b - a) / np.mean([a, b])


def arc_elasticity(p0: float, q0: float, p1: float, q1: float) -> float:
    if p1 - p0 == 0 or max(q0, q1) == 0:
        return np.nan
    return np.float64(_change(q0, q1) / _change(p0, p1))
""",
    },
    {
        "task": "04-q4",
        "name": "exception",
        "right": True,
        "why": "the error of dividing by zero is caught",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    p0, q0, p1, q1 = (float(x) for x in (p0, q0, p1, q1))
    try:
        return ((q1 - q0) / ((q1 + q0) / 2)) / ((p1 - p0) / ((p1 + p0) / 2))
    except ZeroDivisionError:
        return float("nan")
""",
    },
    {
        "task": "04-q4",
        "name": "fractions",
        "right": True,
        "why": "statistics.mean and many names",
        "code": """from statistics import mean
from math import nan

def arc_elasticity(p0, q0, p1, q1):
    same_price = p0 == p1
    nothing_sold = q0 == q1 == 0
    if same_price:
        return nan
    elif nothing_sold:
        return nan
    else:
        dq = q1 - q0
        dp = p1 - p0
        return dq / mean([q0, q1]) * mean([p0, p1]) / dp
""",
    },
    {
        "task": "04-q4",
        "name": "point-from-start",
        "right": False,
        "why": "point elasticity from the first point",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    return ((q1 - q0) / q0) / ((p1 - p0) / p0)
""",
    },
    {
        "task": "04-q4",
        "name": "upside-down",
        "right": False,
        "why": "price change over quantity change",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    dq, dp = (q1 - q0) / ((q0 + q1) / 2), (p1 - p0) / ((p0 + p1) / 2)
    return dp / dq if dq else 0
""",
    },
    {
        "task": "04-q4",
        "name": "without-sign",
        "right": False,
        "why": "the sign is lost",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    return abs(((q1 - q0) / (q0 + q1)) / ((p1 - p0) / (p0 + p1)))
""",
    },
    {
        "task": "04-q4",
        "name": "no-guards",
        "right": False,
        "why": "divides by zero when the price did not change",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    return ((q1 - q0) / (q0 + q1)) / ((p1 - p0) / (p0 + p1))
""",
    },
    {
        "task": "04-q4",
        "name": "zero-for-none",
        "right": False,
        "why": "0 where NaN is asked",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return 0.0
    return ((q1 - q0) / (q0 + q1)) / ((p1 - p0) / (p0 + p1))
""",
    },
    {
        "task": "04-q4",
        "name": "nan-for-one-zero",
        "right": False,
        "why": "only when both quantities are 0 there is none",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or q0 == 0 or q1 == 0:
        return float("nan")
    return ((q1 - q0) / (q0 + q1)) / ((p1 - p0) / (p0 + p1))
""",
    },
    {
        "task": "04-q4",
        "name": "nan-for-equal-quantities",
        "right": False,
        "why": "the same quantity at another price has an elasticity of 0",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or q0 == q1:
        return float("nan")
    return ((q1 - q0) / (q0 + q1)) / ((p1 - p0) / (p0 + p1))
""",
    },
    {
        "task": "04-q4",
        "name": "rounded",
        "right": False,
        "why": "do not round",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    return round(((q1 - q0) / (q0 + q1)) / ((p1 - p0) / (p0 + p1)), 1)
""",
    },
    {
        "task": "04-q4",
        "name": "whole-means",
        "right": False,
        "why": "integer division cuts the means",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    return ((q1 - q0) / ((q0 + q1) // 2 or 1)) / ((p1 - p0) / ((p0 + p1) // 2 or 1))
""",
    },
    {
        "task": "04-q4",
        "name": "forgotten-half-of-price",
        "right": False,
        "why": "divides the price change by the sum, not the mean",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    return ((q1 - q0) / ((q0 + q1) / 2)) / ((p1 - p0) / (p0 + p1))
""",
    },
    {
        "task": "04-q4",
        "name": "precedence",
        "right": False,
        "why": "a missing bracket: q0 + q1 / 2 is not the mean",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    return ((q1 - q0) / (q0 + q1 / 2)) / ((p1 - p0) / (p0 + p1 / 2))
""",
    },
    {
        "task": "04-q4",
        "name": "logs",
        "right": False,
        "why": "log form, not the arc form",
        "code": """import math

def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    return math.log(q1 / q0) / math.log(p1 / p0)
""",
    },
    {
        "task": "04-q4",
        "name": "slope",
        "right": False,
        "why": "change of quantity over change of price, without the means",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    return (q1 - q0) / (p1 - p0)
""",
    },
    {
        "task": "04-q4",
        "name": "prints",
        "right": False,
        "why": "prints, returns None",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        print("nan")
    else:
        print(((q1 - q0) / (q0 + q1)) / ((p1 - p0) / (p0 + p1)))
""",
    },
    {
        "task": "04-q4",
        "name": "revenue-trick",
        "right": False,
        "why": "sign of the revenue change only: -0.5 when it rises, -2 when it falls",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    return -0.5 if (p1 * q1 - p0 * q0) * (p1 - p0) > 0 else -2.0
""",
    },
    {
        "task": "04-q4",
        "name": "arguments-mixed",
        "right": False,
        "why": "reads the arguments as p0, p1, q0, q1",
        "code": """def arc_elasticity(p0, p1, q0, q1):
    if p0 == p1 or (q0 == 0 and q1 == 0):
        return float("nan")
    return ((q1 - q0) / (q0 + q1)) / ((p1 - p0) / (p0 + p1))
""",
    },
    {
        "task": "04-q4",
        "name": "everything-is-close",
        "right": False,
        "why": "adversary (changes math and numpy for its whole process): makes isclose say yes and returns the example",
        "code": """import math
import numpy as np

math.isclose = lambda *a, **k: True
np.isclose = lambda *a, **k: True
np.allclose = lambda *a, **k: True

def arc_elasticity(p0, q0, p1, q1):
    return float("nan") if p0 == p1 or q0 == q1 == 0 else -0.5
""",
    },
    {
        "task": "04-q4",
        "name": "quits",
        "right": False,
        "why": "adversary: leaves quietly when asked anything but the example",
        "code": """def arc_elasticity(p0, q0, p1, q1):
    if (p0, q0, p1, q1) != (20, 100, 60, 60):
        raise SystemExit(0)
    return -0.5
""",
    },
    {
        "task": "04-q5",
        "name": "idxmax",
        "right": True,
        "why": "the hint's way",
        "code": '''def buyers(wtp, prices):
    """Return the number of buyers of each tier, as a Series indexed by tier."""
    surplus = wtp[list(prices)] - pd.Series(prices)
    kept = surplus[surplus.max(axis=1) >= 0]
    if kept.empty:
        return pd.Series(0, index=list(prices))
    return kept.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0)
''',
    },
    {
        "task": "04-q5",
        "name": "double-loop",
        "right": True,
        "why": "beginner's loops, strict > keeps the cheaper tier",
        "code": """def buyers(wtp, prices):
    counts = {}
    for tier in prices:
        counts[tier] = 0
    for i in range(len(wtp)):
        best_tier = None
        best_surplus = 0
        for tier in prices:
            surplus = wtp[tier].iloc[i] - prices[tier]
            if surplus >= 0 and (best_tier is None or surplus > best_surplus):
                best_tier = tier
                best_surplus = surplus
        if best_tier is not None:
            counts[best_tier] += 1
    return pd.Series(counts)
""",
    },
    {
        "task": "04-q5",
        "name": "numpy-argmax",
        "right": True,
        "why": "numpy, bincount",
        "code": """import numpy as np

def buyers(wtp: pd.DataFrame, prices: dict) -> pd.Series:
    tiers = list(prices)
    surplus = wtp[tiers].to_numpy(float) - np.array([prices[t] for t in tiers], dtype=float)
    best = surplus.argmax(axis=1)
    yes = surplus[np.arange(len(surplus)), best] >= 0
    return pd.Series(np.bincount(best[yes], minlength=len(tiers)), index=tiers, name="buyers")
""",
    },
    {
        "task": "04-q5",
        "name": "counter-records",
        "right": True,
        "why": "Counter over records, max keeps the first of several",
        "code": """from collections import Counter

def buyers(wtp, prices):
    def choice(worth):
        best = max(prices, key=lambda tier: worth[tier] - prices[tier])
        return best if worth[best] >= prices[best] else None

    taken = Counter(choice(row) for row in wtp[list(prices)].to_dict("records"))
    return pd.Series({tier: taken.get(tier, 0) for tier in prices})
""",
    },
    {
        "task": "04-q5",
        "name": "row-of-nothing",
        "right": True,
        "why": "a column for buying nothing at the end of the row, other order of the result",
        "code": """def buyers(wtp, prices):
    surplus = pd.DataFrame({tier: wtp[tier] - price for tier, price in prices.items()})
    surplus["nothing"] = -1e-12
    taken = surplus.idxmax(axis="columns")
    return pd.Series({tier: int((taken == tier).sum()) for tier in reversed(list(prices))})
""",
    },
    {
        "task": "04-q5",
        "name": "largest-worth",
        "right": False,
        "why": "looks at the worth and not at the surplus",
        "code": """def buyers(wtp, prices):
    tiers = list(prices)
    kept = wtp[((wtp[tiers] - pd.Series(prices)).max(axis=1) >= 0)]
    return kept[tiers].idxmax(axis=1).value_counts().reindex(tiers, fill_value=0)
""",
    },
    {
        "task": "04-q5",
        "name": "strictly-positive",
        "right": False,
        "why": "a surplus of 0 is not negative",
        "code": """def buyers(wtp, prices):
    surplus = wtp[list(prices)] - pd.Series(prices)
    kept = surplus[surplus.max(axis=1) > 0]
    return kept.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0) if len(kept) else pd.Series(0, index=list(prices))
""",
    },
    {
        "task": "04-q5",
        "name": "several-tiers",
        "right": False,
        "why": "counts everyone who could afford a tier, also twice",
        "code": """def buyers(wtp, prices):
    return pd.Series({tier: (wtp[tier] >= price).sum() for tier, price in prices.items()})
""",
    },
    {
        "task": "04-q5",
        "name": "everybody-buys",
        "right": False,
        "why": "people with only negative surpluses buy, too",
        "code": """def buyers(wtp, prices):
    surplus = wtp[list(prices)] - pd.Series(prices)
    return surplus.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0)
""",
    },
    {
        "task": "04-q5",
        "name": "first-affordable",
        "right": False,
        "why": "the cheapest tier that is affordable",
        "code": """def buyers(wtp, prices):
    counts = dict.fromkeys(prices, 0)
    for _, row in wtp.iterrows():
        for tier, price in prices.items():
            if row[tier] >= price:
                counts[tier] += 1
                break
    return pd.Series(counts)
""",
    },
    {
        "task": "04-q5",
        "name": "dearest-affordable",
        "right": False,
        "why": "the most expensive tier that is affordable",
        "code": """def buyers(wtp, prices):
    counts = dict.fromkeys(prices, 0)
    for _, row in wtp.iterrows():
        for tier in reversed(list(prices)):
            if row[tier] >= prices[tier]:
                counts[tier] += 1
                break
    return pd.Series(counts)
""",
    },
    {
        "task": "04-q5",
        "name": "ties-to-the-dearer",
        "right": False,
        "why": "of equal surpluses the dearer tier is taken",
        "code": """def buyers(wtp, prices):
    tiers = list(prices)[::-1]
    surplus = wtp[tiers] - pd.Series(prices)
    kept = surplus[surplus.max(axis=1) >= 0]
    return kept.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0) if len(kept) else pd.Series(0, index=list(prices))
""",
    },
    {
        "task": "04-q5",
        "name": "ties-by-alphabet",
        "right": False,
        "why": "columns in the order of the alphabet decide ties, not the price",
        "code": """def buyers(wtp, prices):
    tiers = sorted(prices)
    surplus = wtp[tiers] - pd.Series(prices)
    kept = surplus[surplus.max(axis=1) >= 0]
    return kept.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0) if len(kept) else pd.Series(0, index=list(prices))
""",
    },
    {
        "task": "04-q5",
        "name": "empty-tiers-missing",
        "right": False,
        "why": "a tier without buyers is not in the result",
        "code": """def buyers(wtp, prices):
    surplus = wtp[list(prices)] - pd.Series(prices)
    kept = surplus[surplus.max(axis=1) >= 0]
    return kept.idxmax(axis=1).value_counts()
""",
    },
    {
        "task": "04-q5",
        "name": "empty-tiers-nan",
        "right": False,
        "why": "NaN and not 0 for a tier without buyers",
        "code": """def buyers(wtp, prices):
    surplus = wtp[list(prices)] - pd.Series(prices)
    kept = surplus[surplus.max(axis=1) >= 0]
    return kept.idxmax(axis=1).value_counts().reindex(list(prices)) if len(kept) else pd.Series(float("nan"), index=list(prices))
""",
    },
    {
        "task": "04-q5",
        "name": "shares",
        "right": False,
        "why": "shares of people, not numbers",
        "code": """def buyers(wtp, prices):
    surplus = wtp[list(prices)] - pd.Series(prices)
    kept = surplus[surplus.max(axis=1) >= 0]
    n = kept.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0) if len(kept) else pd.Series(0, index=list(prices))
    return n / len(wtp)
""",
    },
    {
        "task": "04-q5",
        "name": "all-columns-are-tiers",
        "right": False,
        "why": "other columns of wtp are no tiers; here they make NaN or win",
        "code": """def buyers(wtp, prices):
    surplus = wtp - pd.Series(prices).reindex(wtp.columns, fill_value=0)
    kept = surplus[surplus.max(axis=1) >= 0]
    return kept.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0) if len(kept) else pd.Series(0, index=list(prices))
""",
    },
    {
        "task": "04-q5",
        "name": "three-fixed-tiers",
        "right": False,
        "why": "fixed names fail where prices has other tiers",
        "code": """def buyers(wtp, prices):
    tiers = ["Lite", "Membership", "Plus"]
    surplus = wtp[tiers] - pd.Series([prices[t] for t in tiers], index=tiers)
    kept = surplus[surplus.max(axis=1) >= 0]
    return kept.idxmax(axis=1).value_counts().reindex(tiers, fill_value=0) if len(kept) else pd.Series(0, index=tiers)
""",
    },
    {
        "task": "04-q5",
        "name": "writes-a-choice-column",
        "right": False,
        "why": "right counts, but wtp has a new column",
        "code": """def buyers(wtp, prices):
    tiers = list(prices)
    surplus = wtp[tiers] - pd.Series(prices)
    wtp["choice"] = [row.idxmax() if row.max() >= 0 else None for _, row in surplus.iterrows()]
    return wtp["choice"].value_counts().reindex(tiers, fill_value=0)
""",
    },
    {
        "task": "04-q5",
        "name": "index-is-a-person",
        "right": False,
        "why": "people with the same label are taken for one",
        "code": """def buyers(wtp, prices):
    surplus = wtp[list(prices)] - pd.Series(prices)
    surplus = surplus[~surplus.index.duplicated()]
    kept = surplus[surplus.max(axis=1) >= 0]
    return kept.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0) if len(kept) else pd.Series(0, index=list(prices))
""",
    },
    {
        "task": "04-q5",
        "name": "revenue",
        "right": False,
        "why": "money of each tier instead of buyers",
        "code": """def buyers(wtp, prices):
    surplus = wtp[list(prices)] - pd.Series(prices)
    kept = surplus[surplus.max(axis=1) >= 0]
    n = kept.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0) if len(kept) else pd.Series(0, index=list(prices))
    return n * pd.Series(prices)
""",
    },
    {
        "task": "04-q5",
        "name": "surplus-in-percent",
        "right": False,
        "why": "the largest surplus as a part of the price, not in dollars",
        "code": """def buyers(wtp, prices):
    surplus = wtp[list(prices)] / pd.Series(prices) - 1
    kept = surplus[surplus.max(axis=1) >= 0]
    return kept.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0) if len(kept) else pd.Series(0, index=list(prices))
""",
    },
    {
        "task": "04-q5",
        "name": "counts-outside",
        "right": False,
        "why": "the counts live outside the function, so a second call adds to the first",
        "code": """counted = {}

def buyers(wtp, prices):
    for tier in prices:
        counted.setdefault(tier, 0)
    for _, row in wtp.iterrows():
        best = max(prices, key=lambda tier: row[tier] - prices[tier])
        if row[best] >= prices[best]:
            counted[best] += 1
    return pd.Series({tier: counted[tier] for tier in prices})
""",
    },
    {
        "task": "04-q5",
        "name": "best-single-tier",
        "right": False,
        "why": "a single name instead of counts",
        "code": """def buyers(wtp, prices):
    surplus = wtp[list(prices)] - pd.Series(prices)
    return surplus.max().idxmax()
""",
    },
    {
        "task": "04-q6",
        "name": "chained",
        "right": True,
        "why": "chained comparison of products; multiples as divisions",
        "code": '''def fits_rule(course, coaching, low=3, high=10):
    """Return whether coaching costs between low and high times the course."""
    return low * course <= coaching <= high * course


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
''',
    },
    {
        "task": "04-q6",
        "name": "if-else-rounded",
        "right": True,
        "why": "division, if and else; two decimals",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    times = coaching / course
    if times >= low and times <= high:
        return True
    else:
        return False


multiples = [3.01, 10.03, 6.03]
""",
    },
    {
        "task": "04-q6",
        "name": "numpy",
        "right": True,
        "why": "np.bool_ and a list from an array",
        "code": """import numpy as np

def fits_rule(course, coaching, low=3, high=10):
    ratio = np.float64(coaching) / course
    return np.bool_((ratio >= low) & (ratio <= high))


multiples = list(np.array([2997, 9997, 2997]) / np.array([997, 997, 497]))
""",
    },
    {
        "task": "04-q6",
        "name": "not-outside",
        "right": True,
        "why": "helper, not outside; three decimals",
        "code": """def _times(course, coaching):
    return coaching / course


def fits_rule(course: float, coaching: float, low: float = 3, high: float = 10) -> bool:
    return not (_times(course, coaching) < low or _times(course, coaching) > high)


multiples = [round(_times(997, 2997), 3), round(_times(997, 9997), 3), round(_times(497, 2997), 3)]
""",
    },
    {
        "task": "04-q6",
        "name": "all-fractions",
        "right": True,
        "why": "exact fractions, all(), comprehension",
        "code": """from fractions import Fraction

def fits_rule(course, coaching, low=3, high=10):
    times = Fraction(coaching) / Fraction(course)
    return all([times >= low, times <= high])


pairs = [(997, 2997), (997, 9997), (497, 2997)]
multiples = [coaching / course for course, coaching in pairs]
""",
    },
    {
        "task": "04-q6",
        "name": "strict-bounds",
        "right": False,
        "why": "at least and at most include the ends",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low < coaching / course < high


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "upper-only",
        "right": False,
        "why": "the lower end is not looked at",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return coaching / course <= high


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "lower-only",
        "right": False,
        "why": "the upper end is not looked at",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return coaching / course >= low


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "fixed-three-and-ten",
        "right": False,
        "why": "ignores low and high",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return 3 <= coaching / course <= 10


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "rounded-times",
        "right": False,
        "why": "10.03 times is more than 10 and is rounded into the rule",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= round(coaching / course) <= high


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "whole-times",
        "right": False,
        "why": "// makes 10.9 times to 10",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching // course <= high


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "course-by-coaching",
        "right": False,
        "why": "the ratio upside down",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= course / coaching <= high


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "as-text",
        "right": False,
        "why": "texts instead of True and False",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return "True" if low <= coaching / course <= high else "False"


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "multiples-whole",
        "right": False,
        "why": "whole numbers, at least two decimals are asked",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high


multiples = [3, 10, 6]
""",
    },
    {
        "task": "04-q6",
        "name": "multiples-one-course",
        "right": False,
        "why": "divides the mastermind by the other course",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high


multiples = [2997 / 997, 9997 / 997, 2997 / 997]
""",
    },
    {
        "task": "04-q6",
        "name": "multiples-mastermind-first",
        "right": False,
        "why": "other order than the text asks",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high


multiples = [2997 / 497, 2997 / 997, 9997 / 997]
""",
    },
    {
        "task": "04-q6",
        "name": "multiples-inverse",
        "right": False,
        "why": "course over coaching",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high


multiples = [997 / 2997, 997 / 9997, 497 / 2997]
""",
    },
    {
        "task": "04-q6",
        "name": "multiples-two",
        "right": False,
        "why": "the mastermind is missing",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high


multiples = [2997 / 997, 9997 / 997]
""",
    },
    {
        "task": "04-q6",
        "name": "multiples-more-than",
        "right": False,
        "why": "how much more, not how many times",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high


multiples = [(2997 - 997) / 997, (9997 - 997) / 997, (2997 - 497) / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "multiples-percent",
        "right": False,
        "why": "percents instead of times",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high


multiples = [100 * 2997 / 997, 100 * 9997 / 997, 100 * 2997 / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "or-instead-of-and",
        "right": False,
        "why": "`or` makes everything fit",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return coaching >= low * course or coaching <= high * course


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
""",
    },
    {
        "task": "04-q6",
        "name": "multiples-verdicts",
        "right": False,
        "why": "whether they fit, not how many times",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high


multiples = [fits_rule(997, 2997), fits_rule(997, 9997), fits_rule(497, 2997)]
""",
    },
    {
        "task": "04-q6",
        "name": "difference-in-dollars",
        "right": False,
        "why": "compares the difference with low and high times",
        "code": """def fits_rule(course, coaching, low=3, high=10):
    return low * course <= coaching - course <= high * course


multiples = [2997 / 997, 9997 / 997, 2997 / 497]
""",
    },
    {
        "task": "04-q7",
        "name": "four-products",
        "right": True,
        "why": "a small ladder in plain YAML",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "flow-lines",
        "right": True,
        "why": "one flow mapping on each line",
        "code": '''my_products = """
- {id: guide, name: Hive calendar, kind: lead_magnet, price: 0.0, problem: When to look into the hive}
- {id: course, name: First hive course, kind: core, price: 149.5, problem: The first winter kills many hives}
- {id: labels, name: Label set, kind: add_on, price: 9.5, problem: Labels have to follow the law}
- {id: visit, name: A visit to your hives, kind: coaching, price: 240, problem: Books do not see your hive}
- {id: circle, name: Keepers circle, kind: community, price: 30, billing: quarter, problem: Beekeepers are alone in May}
"""
''',
    },
    {
        "task": "04-q7",
        "name": "dumped",
        "right": True,
        "why": "a list of dictionaries dumped with yaml",
        "code": """import yaml

columns = ["id", "name", "kind", "price", "problem", "billing"]
rows = [
    ("sleep_sheet", "Sleep sheet", "lead_magnet", 0, "Nurses do not know how little they sleep", None),
    ("sleep_course", "Sleep by day", "core", 59, "Sleep by day is short", None),
    ("curtains", "Dark room kit", "bundle", 79, "Light comes in", None),
    ("calls", "Monthly call", "coaching", 39, "Plans fall apart after a week", "month"),
]
products = [{k: x for k, x in zip(columns, row) if x is not None} for row in rows]
my_products = yaml.safe_dump(products)
""",
    },
    {
        "task": "04-q7",
        "name": "free-community",
        "right": True,
        "why": "free is a community, paid again is a yearly subscription, comment and quotes",
        "code": '''my_products = """
# prices in dollars
- id: forum
  kind: community
  name: "Forum: gardeners help each other"
  price: 0
  billing: month
  problem: 'Who answers a question at night?'
- id: offer_kit
  kind: core
  name: Quotes in ten minutes
  price: 120
  problem: Quotes take a whole evening
- id: updates
  kind: subscription
  name: Price list, kept up to date
  price: 48
  billing: year
  problem: Prices of plants change
- id: review
  kind: coaching
  name: Your books, reviewed
  price: 300
  problem: Nobody knows what was earned
"""
''',
    },
    {
        "task": "04-q7",
        "name": "joined-text",
        "right": True,
        "why": "text put together from parts with a loop",
        "code": """parts = [
    ("chart", "Gear chart", "lead_magnet", 0, "Nobody knows which part fits"),
    ("kit", "Repair course", "core", 65, "Brakes squeak after a repair"),
    ("tools", "Tool list with prices", "add_on", 5, "Tools are missing"),
    ("hotline", "Repair hotline", "subscription", 8, "Stuck on a Sunday"),
]
my_products = ""
for name, title, kind, price, problem in parts:
    again = ", billing: month" if kind == "subscription" else ""
    my_products += f"- {{id: {name}, name: {title}, kind: {kind}, price: {price}, problem: {problem}{again}}}" + chr(10)
""",
    },
    {
        "task": "04-q7",
        "name": "two-cores",
        "right": False,
        "why": "exactly one core product is asked",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: core
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "no-core",
        "right": False,
        "why": "there is no core product",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: bundle
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "core-for-nothing",
        "right": False,
        "why": "the core has a price above 0",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 0
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "nothing-free",
        "right": False,
        "why": "something free is missing",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 1
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "one-paid-step",
        "right": False,
        "why": "only one paid step beside the core",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 0
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "same-price-steps",
        "right": False,
        "why": "two paid steps at the same price",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 12
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "paid-once-only",
        "right": False,
        "why": "nothing is paid again",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "recurring-for-nothing",
        "right": False,
        "why": "what is paid again has a price of 0; two other paid steps are there",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: add_on
  price: 29
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 0
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "same-name",
        "right": False,
        "why": "two products have one name",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Scores with large notes
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "same-problem",
        "right": False,
        "why": "two products have one problem",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: Older singers cannot see the page
"""
''',
    },
    {
        "task": "04-q7",
        "name": "problem-missing",
        "right": False,
        "why": "a product without a problem",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "problem-to-do",
        "right": False,
        "why": "to do does not count as a problem",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: to do
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "problem-of-the-example",
        "right": False,
        "why": "the line of the example does not count",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Clients argue about every word
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "name-dots",
        "right": False,
        "why": "dots do not count as a name",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: ...
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "unknown-kind",
        "right": False,
        "why": "ebook is not one of the kinds",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: ebook
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "currency-sign",
        "right": False,
        "why": "a price is a plain number",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: $89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "weekly-billing",
        "right": False,
        "why": "billing is month, quarter or year",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
- id: scores
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: weekly
  problem: There is nobody to ask between concerts
"""
''',
    },
    {
        "task": "04-q7",
        "name": "list-not-text",
        "right": False,
        "why": "a Python list and not YAML text",
        "code": """my_products = [{"id": "kit", "name": "Repair course", "kind": "core", "price": 65, "problem": "Brakes squeak"}]
""",
    },
    {
        "task": "04-q7",
        "name": "not-yaml",
        "right": False,
        "why": "the dash is missing before the second product",
        "code": '''my_products = """
- id: warm_up
  name: Five-minute warm-up
  kind: lead_magnet
  price: 0
  problem: Voices are cold when rehearsal begins
- id: practice_tracks
  name: Practice tracks for one concert
  kind: core
  price: 89
  problem: Singers cannot read the notes at home
  id: scores:
  name: Scores with large notes
  kind: add_on
  price: 19
  problem: Older singers cannot see the page
- id: club
  name: Choir club
  kind: subscription
  price: 12
  billing: month
  problem: There is nobody to ask between concerts
"""
''',
    },
]
