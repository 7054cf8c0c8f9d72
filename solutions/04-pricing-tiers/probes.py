"""Answers that the checks of module 04 must accept, or refuse with the right reason."""

from ecotools.grading.probes import right, wrong

LADDER = """
- {id: a, name: Guide, kind: lead_magnet, price: 0, problem: Nobody starts}
- {id: b, name: Course, kind: core, price: 120, problem: Nobody finishes}
- {id: c, name: Kit, kind: add_on, price: 25, problem: Blank pages}
- {id: d, name: Audit, kind: add_on, price: 90, problem: Silent errors}
- {id: e, name: Circle, kind: community, price: 60, billing: quarter, problem: Working alone}
"""

PROBES = [
    # Task 1: demand
    right(
        "04-q1",
        "a loop and a list",
        """
        def demand(max_prices, prices):
            shares = []
            for price in prices:
                shares.append(sum(m >= price for m in max_prices) / len(max_prices))
            return pd.Series(shares, index=prices)
        """,
    ),
    right(
        "04-q1",
        "numpy broadcasting",
        """
        import numpy as np

        def demand(max_prices, prices):
            shares = (np.asarray(max_prices)[:, None] >= np.asarray(prices)[None, :]).mean(axis=0)
            return pd.Series(shares, index=list(prices), name="share")
        """,
    ),
    wrong(
        "04-q1",
        "people instead of shares",
        """
        def demand(max_prices, prices):
            return pd.Series({price: (max_prices >= price).sum() for price in prices})
        """,
        message="A share is a fraction of all of them",
    ),
    wrong(
        "04-q1",
        "strictly above",
        """
        def demand(max_prices, prices):
            return pd.Series({price: (max_prices > price).mean() for price in prices})
        """,
        message="Someone whose maximum is 20 does buy at 20",
    ),
    wrong(
        "04-q1",
        "who would not buy",
        """
        def demand(max_prices, prices):
            return pd.Series({price: (max_prices < price).mean() for price in prices})
        """,
        message="demand(maxima",
    ),
    # Task 2: best_price
    right(
        "04-q2",
        "a Series and idxmax",
        """
        def best_price(max_prices, prices, cost):
            ordered = sorted(prices)
            profit = pd.Series([(p - cost) * (max_prices >= p).mean() for p in ordered], index=ordered)
            return profit.idxmax()
        """,
    ),
    right(
        "04-q2",
        "numpy, returning an element of an array",
        """
        import numpy as np

        def best_price(max_prices, prices, cost):
            p = np.sort(np.asarray(prices))
            profit = (p - cost) * (np.asarray(max_prices)[:, None] >= p).mean(axis=0)
            return p[profit.argmax()]
        """,
    ),
    wrong(
        "04-q2",
        "revenue instead of profit",
        """
        def best_price(max_prices, prices, cost):
            revenue = {p: p * (max_prices >= p).mean() for p in sorted(prices)}
            return max(revenue, key=revenue.get)
        """,
        message="the price with the most revenue",
    ),
    wrong(
        "04-q2",
        "the profit instead of the price",
        """
        def best_price(max_prices, prices, cost):
            return max((p - cost) * (max_prices >= p).mean() for p in prices)
        """,
        message="best_price(maxima, [10, 20, 30], 0)",
    ),
    wrong(
        "04-q2",
        "the highest of several",
        """
        def best_price(max_prices, prices, cost):
            return max(prices, key=lambda p: ((p - cost) * (max_prices >= p).mean(), p))
        """,
        message="return the lower one",
    ),
    # Task 3: price_shares
    right(
        "04-q3",
        "query and a loop",
        """
        def price_shares(answers, price):
            kept = answers.query("too_cheap < cheap < expensive < too_expensive")
            result = {}
            for name in answers.columns:
                column = kept[name]
                hits = column >= price if "cheap" in name else column <= price
                result[name] = hits.mean()
            return pd.Series(result)
        """,
    ),
    right(
        "04-q3",
        "differences between columns, another order",
        """
        def price_shares(answers, price):
            four = ["too_cheap", "cheap", "expensive", "too_expensive"]
            kept = answers[(answers[four].diff(axis=1).iloc[:, 1:] > 0).all(axis=1)]
            if len(kept) == 0:
                return pd.Series(float("nan"), index=four)
            shares = {"too_expensive": (kept["too_expensive"] <= price).sum() / len(kept)}
            shares["expensive"] = (kept["expensive"] <= price).sum() / len(kept)
            shares["cheap"] = (kept["cheap"] >= price).sum() / len(kept)
            shares["too_cheap"] = (kept["too_cheap"] >= price).sum() / len(kept)
            return pd.Series(shares)
        """,
    ),
    wrong(
        "04-q3",
        "contradictions kept",
        """
        def price_shares(answers, price):
            shares = {n: (answers[n] >= price).mean() for n in ["too_cheap", "cheap"]}
            return pd.Series(shares | {n: (answers[n] <= price).mean() for n in ["expensive", "too_expensive"]})
        """,
        message="contradict each other: leave them out",
    ),
    wrong(
        "04-q3",
        "cheap the wrong way round",
        """
        def price_shares(answers, price):
            kept = answers.query("too_cheap < cheap < expensive < too_expensive")
            return (kept <= price).mean()
        """,
        message="at or above it",
    ),
    wrong(
        "04-q3",
        "ties allowed",
        """
        def price_shares(answers, price):
            kept = answers.query("too_cheap <= cheap <= expensive <= too_expensive")
            shares = {n: (kept[n] >= price).mean() for n in ["too_cheap", "cheap"]}
            return pd.Series(shares | {n: (kept[n] <= price).mean() for n in ["expensive", "too_expensive"]})
        """,
        message="answers that tie",
    ),
    # Task 4: arc_elasticity
    right(
        "04-q4",
        "the halves cancelled",
        """
        def arc_elasticity(p0, q0, p1, q1):
            return (q1 - q0) / (q1 + q0) * (p1 + p0) / (p1 - p0) if p1 != p0 else float("nan")
        """,
    ),
    right(
        "04-q4",
        "numpy means, None for missing turned into NaN",
        """
        import numpy as np

        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1:
                return np.nan
            return np.float64(((q1 - q0) / np.mean([q0, q1])) / ((p1 - p0) / np.mean([p0, p1])))
        """,
    ),
    wrong(
        "04-q4",
        "the point elasticity",
        """
        def arc_elasticity(p0, q0, p1, q1):
            return ((q1 - q0) / q0) / ((p1 - p0) / p0)
        """,
        message="Divide by the means",
    ),
    wrong(
        "04-q4",
        "without the sign",
        """
        def arc_elasticity(p0, q0, p1, q1):
            return abs((q1 - q0) / (q1 + q0) * (p1 + p0) / (p1 - p0))
        """,
        message="The sign matters",
    ),
    wrong(
        "04-q4",
        "no change of price not considered",
        """
        def arc_elasticity(p0, q0, p1, q1):
            return (q1 - q0) / (q1 + q0) * (p1 + p0) / (p1 - p0)
        """,
        message="ZeroDivisionError",
    ),
    # Task 5: buyers
    right(
        "04-q5",
        "person by person",
        """
        def buyers(wtp, prices):
            counts = dict.fromkeys(prices, 0)
            for _, person in wtp.iterrows():
                best = max(prices, key=lambda tier: person[tier] - prices[tier])
                if person[best] >= prices[best]:
                    counts[best] += 1
            return pd.Series(counts)
        """,
    ),
    right(
        "04-q5",
        "numpy argmax, counts as floats",
        """
        import numpy as np

        def buyers(wtp, prices):
            tiers = list(prices)
            surplus = wtp[tiers].to_numpy() - np.array([prices[t] for t in tiers])
            best = surplus.argmax(axis=1)[surplus.max(axis=1) >= 0]
            return pd.Series(np.bincount(best, minlength=len(tiers)).astype(float), index=tiers)
        """,
    ),
    wrong(
        "04-q5",
        "everybody buys",
        """
        def buyers(wtp, prices):
            surplus = wtp[list(prices)] - pd.Series(prices)
            return surplus.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0)
        """,
        message="the surplus must not be negative",
    ),
    wrong(
        "04-q5",
        "worth without price",
        """
        def buyers(wtp, prices):
            return wtp[list(prices)].idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0)
        """,
        message="worth less price",
    ),
    wrong(
        "04-q5",
        "a surplus of nothing is refused",
        """
        def buyers(wtp, prices):
            surplus = wtp[list(prices)] - pd.Series(prices)
            chosen = surplus[surplus.max(axis=1) > 0].idxmax(axis=1)
            return chosen.value_counts().reindex(list(prices), fill_value=0)
        """,
        message="That is not negative",
    ),
    wrong(
        "04-q5",
        "tiers without buyers missing",
        """
        def buyers(wtp, prices):
            surplus = wtp[list(prices)] - pd.Series(prices)
            return surplus[surplus.max(axis=1) >= 0].idxmax(axis=1).value_counts()
        """,
        message="Plus",
    ),
    # Task 6: the claim
    right(
        "04-q6",
        "an if and numpy numbers",
        """
        import numpy as np

        def fits_rule(course, coaching, low=3, high=10):
            if coaching < low * course or coaching > high * course:
                return False
            return True

        multiples = np.round(np.array([2997, 9997, 2997]) / np.array([997, 997, 497]), 2)
        """,
    ),
    right(
        "04-q6",
        "multiples not rounded, as a tuple",
        """
        def fits_rule(course, coaching, low=3, high=10):
            times = coaching / course
            return times >= low and times <= high

        multiples = (2997 / 997, 9997 / 997, 2997 / 497)
        """,
    ),
    wrong(
        "04-q6",
        "the ends left out",
        """
        def fits_rule(course, coaching, low=3, high=10):
            return low < coaching / course < high

        multiples = [3.01, 10.03, 6.03]
        """,
        message="fits_rule(100, 300)",
    ),
    wrong(
        "04-q6",
        "the band written into the body",
        """
        def fits_rule(course, coaching, low=3, high=10):
            return 3 <= coaching / course <= 10

        multiples = [3.01, 10.03, 6.03]
        """,
        message="low=5",
    ),
    wrong(
        "04-q6",
        "multiples the wrong way round",
        """
        def fits_rule(course, coaching, low=3, high=10):
            return low <= coaching / course <= high

        multiples = [0.33, 0.1, 0.17]
        """,
        message="multiples",
    ),
    # Task 7: the ladder
    right("04-q7", "another business", f'my_products = """{LADDER}"""'),
    right(
        "04-q7",
        "prices with decimals and a bundle",
        f'my_products = """{LADDER}""".replace("price: 25", "price: 24.9") + """\n'
        "- {id: f, name: Start, kind: bundle, price: 130, includes: [b, c], problem: Choosing}\n"
        '"""',
    ),
    wrong(
        "04-q7",
        "two core products",
        f'my_products = """{LADDER}""".replace("kind: community", "kind: core")',
        message="exactly one core product; there are 2",
    ),
    wrong(
        "04-q7",
        "a price with a currency sign",
        f'my_products = """{LADDER}""".replace("price: 120", "price: $120")',
        message="price",
    ),
    wrong(
        "04-q7",
        "nothing that recurs",
        f'my_products = """{LADDER}""".replace("billing: quarter, ", "")',
        message="paid again",
    ),
    wrong(
        "04-q7",
        "a product without a problem",
        f'my_products = """{LADDER}""".replace(", problem: Blank pages", "")',
        message="Which problem does 'Kit' solve",
    ),
]
