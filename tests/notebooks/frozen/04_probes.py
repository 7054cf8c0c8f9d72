"""Answers that the checks of module 04 must accept, or refuse with the right reason."""

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
    right(
        "04-q1",
        "a sorted array and searchsorted",
        """
        import numpy as np
        def demand(max_prices, prices):
            s=np.sort(np.asarray(max_prices)); n=len(s)
            return pd.Series((n-np.searchsorted(s,prices,side="left"))/n,index=prices)
        """,
    ),
    right(
        "04-q1",
        "a dictionary",
        """
        def demand(max_prices, prices):
            return {p: float((max_prices>=p).mean()) for p in prices}
        """,
    ),
    right(
        "04-q1",
        "a table of price and share",
        """
        def demand(max_prices, prices):
            return pd.DataFrame({"price": prices, "share": [(max_prices >= p).mean() for p in prices]})
        """,
    ),
    wrong(
        "04-q1",
        "the example written down",
        """
        def demand(max_prices, prices):
            return pd.Series({10: 1, 20: 2/3, 25: 1/3})
        """,
        message="No value for 6",
    ),
    wrong(
        "04-q1",
        "the people of the case instead of the argument",
        """
        def demand(max_prices, prices):
            return pd.Series({p: (wtp["Membership"] >= p).mean() for p in prices})
        """,
        message="Use what the function is given",
    ),
    wrong(
        "04-q1",
        "printed, not returned",
        """
        def demand(max_prices, prices):
            for p in prices:
                print(p, (max_prices >= p).mean())
        """,
        message="Did you forget `return`",
    ),
    wrong(
        "04-q1",
        "percents",
        """
        def demand(max_prices, prices):
            return pd.Series({p: 100*(max_prices >= p).mean() for p in prices})
        """,
        message="a rate is a fraction",
    ),
    wrong(
        "04-q1",
        "a list without labels",
        """
        def demand(max_prices, prices):
            return [(max_prices >= p).mean() for p in prices]
        """,
        message="The values need their labels",
    ),
    wrong(
        "04-q1",
        "compared the wrong way round",
        """
        def demand(max_prices, prices):
            return pd.Series({p: (max_prices <= p).mean() for p in prices})
        """,
        message="below their maximum",
    ),
    wrong(
        "04-q1",
        "only pass",
        """
        def demand(max_prices, prices):
            pass
        """,
        message="has no body yet",
    ),
    wrong(
        "04-q1",
        "divided by three, as in the example",
        """
        def demand(max_prices, prices):
            return pd.Series({p: (max_prices >= p).sum() / 3 for p in prices})
        """,
        message="For 6: 0.33",
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
    right(
        "04-q2",
        "with the demand of task 1",
        """
        def best_price(max_prices, prices, cost):
            d = demand(max_prices, sorted(prices))
            return ((d.index - cost) * d).idxmax()
        """,
    ),
    right(
        "04-q2",
        "numbers of people, which put the same price first",
        """
        def best_price(max_prices, prices, cost):
            return max(sorted(prices), key=lambda p: (p-cost)*(max_prices>=p).sum())
        """,
    ),
    wrong(
        "04-q2",
        "the list of prices sorted in place",
        """
        def best_price(max_prices, prices, cost):
            prices.sort()
            return max(prices, key=lambda p: (p-cost)*(max_prices>=p).mean())
        """,
        message="changed the list it was given as `prices`",
    ),
    wrong(
        "04-q2",
        "the position of the price",
        """
        import numpy as np
        def best_price(max_prices, prices, cost):
            return int(np.argmax([(p-cost)*(max_prices>=p).mean() for p in prices]))
        """,
        message="a position in the list",
    ),
    wrong(
        "04-q2",
        "strictly above",
        """
        def best_price(max_prices, prices, cost):
            return max(sorted(prices), key=lambda p: (p-cost)*(max_prices>p).mean())
        """,
        message="does buy at 20",
    ),
    wrong(
        "04-q2",
        "the cost counted once",
        """
        def best_price(max_prices, prices, cost):
            return max(sorted(prices), key=lambda p: p*(max_prices>=p).mean()-cost)
        """,
        message="A cost of 12 for every buyer",
    ),
    wrong(
        "04-q2",
        "the example written down",
        """
        def best_price(max_prices, prices, cost):
            return 20 if cost == 0 else 30
        """,
        message="return the lower one",
    ),
    wrong(
        "04-q2",
        "price and profit together",
        """
        def best_price(max_prices, prices, cost):
            p = max(sorted(prices), key=lambda p: (p-cost)*(max_prices>=p).mean())
            return p, (p-cost)*(max_prices>=p).mean()
        """,
        message="one number, not several",
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
    right(
        "04-q3",
        "numpy on an array",
        """
        import numpy as np
        def price_shares(answers, price):
            cols = ["too_cheap", "cheap", "expensive", "too_expensive"]
            a = answers[cols].to_numpy()
            a = a[(np.diff(a, axis=1) > 0).all(axis=1)]
            if len(a) == 0:
                return pd.Series([np.nan] * 4, index=cols)
            return pd.Series(np.r_[(a[:, :2] >= price).mean(axis=0), (a[:, 2:] <= price).mean(axis=0)], index=cols)
        """,
    ),
    right(
        "04-q3",
        "plain Python, as a dictionary",
        """
        def price_shares(answers, price):
            rows = [r for r in answers.to_dict("records") if r["too_cheap"] < r["cheap"] < r["expensive"] < r["too_expensive"]]
            n = len(rows)
            if not n:
                return dict.fromkeys(answers.columns, float("nan"))
            out = {c: sum(r[c] >= price for r in rows) / n for c in ("too_cheap", "cheap")}
            out.update({c: sum(r[c] <= price for r in rows) / n for c in ("expensive", "too_expensive")})
            return out
        """,
    ),
    right(
        "04-q3",
        "row by row",
        """
        def price_shares(answers, price):
            ok = answers.apply(lambda r: r.too_cheap < r.cheap < r.expensive < r.too_expensive, axis=1)
            k = answers.loc[ok]
            return pd.Series({"too_cheap": k.too_cheap.ge(price).mean(), "cheap": k.cheap.ge(price).mean(),
                "expensive": k.expensive.le(price).mean(), "too_expensive": k.too_expensive.le(price).mean()})
        """,
    ),
    wrong(
        "04-q3",
        "rows dropped from the table that was given",
        """
        def price_shares(answers, price):
            bad = answers[~((answers.too_cheap < answers.cheap) & (answers.cheap < answers.expensive) & (answers.expensive < answers.too_expensive))].index
            answers.drop(bad, inplace=True)
            return pd.Series({"too_cheap": (answers.too_cheap >= price).mean(), "cheap": (answers.cheap >= price).mean(),
               "expensive": (answers.expensive <= price).mean(), "too_expensive": (answers.too_expensive <= price).mean()})
        """,
        message="changed the table it was given",
    ),
    wrong(
        "04-q3",
        "people instead of shares",
        """
        def price_shares(answers, price):
            k = answers.query("too_cheap < cheap < expensive < too_expensive")
            return pd.Series({"too_cheap": (k.too_cheap >= price).sum(), "cheap": (k.cheap >= price).sum(),
               "expensive": (k.expensive <= price).sum(), "too_expensive": (k.too_expensive <= price).sum()})
        """,
        message="numbers of people",
    ),
    wrong(
        "04-q3",
        "divided by all who answered",
        """
        def price_shares(answers, price):
            k = answers.query("too_cheap < cheap < expensive < too_expensive")
            n = len(answers)
            return pd.Series({"too_cheap": (k.too_cheap >= price).sum()/n, "cheap": (k.cheap >= price).sum()/n,
               "expensive": (k.expensive <= price).sum()/n, "too_expensive": (k.too_expensive <= price).sum()/n})
        """,
        message="not by all who answered",
    ),
    wrong(
        "04-q3",
        "expensive only above the answer",
        """
        def price_shares(answers, price):
            k = answers.query("too_cheap < cheap < expensive < too_expensive")
            return pd.Series({"too_cheap": (k.too_cheap >= price).mean(), "cheap": (k.cheap >= price).mean(),
               "expensive": (k.expensive < price).mean(), "too_expensive": (k.too_expensive < price).mean()})
        """,
        message="at or below it",
    ),
    wrong(
        "04-q3",
        "zeros when nobody is left",
        """
        def price_shares(answers, price):
            k = answers.query("too_cheap < cheap < expensive < too_expensive")
            n = max(len(k), 1)
            return pd.Series({"too_cheap": (k.too_cheap >= price).sum()/n, "cheap": (k.cheap >= price).sum()/n,
               "expensive": (k.expensive <= price).sum()/n, "too_expensive": (k.too_expensive <= price).sum()/n})
        """,
        message="zero would be a claim",
    ),
    wrong(
        "04-q3",
        "two of the four",
        """
        def price_shares(answers, price):
            k = answers.query("too_cheap < cheap < expensive < too_expensive")
            return pd.Series({"too_cheap": (k.too_cheap >= price).mean(), "cheap": (k.cheap >= price).mean()})
        """,
        message="No value for expensive",
    ),
    # Task 4: arc_elasticity
    right(
        "04-q4",
        "the halves cancelled",
        """
        def arc_elasticity(p0, q0, p1, q1):
            return (q1 - q0) / (q1 + q0) * (p1 + p0) / (p1 - p0) if p1 != p0 and q1 + q0 else float("nan")
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
    right(
        "04-q4",
        "the error caught",
        """
        def arc_elasticity(p0, q0, p1, q1):
            try:
                return ((q1-q0)/((q1+q0)/2))/((p1-p0)/((p1+p0)/2))
            except ZeroDivisionError:
                return float("nan")
        """,
    ),
    right(
        "04-q4",
        "the library's own",
        """
        def arc_elasticity(p0, q0, p1, q1):
            return pricing.elasticity(p0, q0, p1, q1, method="arc")
        """,
    ),
    wrong(
        "04-q4",
        "upside down",
        """
        def arc_elasticity(p0, q0, p1, q1):
            return ((p1-p0)/((p1+p0)/2)) / ((q1-q0)/((q1+q0)/2))
        """,
        message="Upside down",
    ),
    wrong(
        "04-q4",
        "the mean for the quantities only",
        """
        def arc_elasticity(p0, q0, p1, q1):
            return ((q1-q0)/((q1+q0)/2)) / ((p1-p0)/p0)
        """,
        message="The mean is for both",
    ),
    wrong(
        "04-q4",
        "the slope",
        """
        def arc_elasticity(p0, q0, p1, q1):
            return (q1-q0)/(p1-p0)
        """,
        message="for each dollar",
    ),
    wrong(
        "04-q4",
        "zero without a change of price",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1 or q0 + q1 == 0:
                return 0
            return (q1-q0)/(q1+q0)*(p1+p0)/(p1-p0)
        """,
        message="zero would be a claim",
    ),
    wrong(
        "04-q4",
        "the example written down",
        """
        def arc_elasticity(p0, q0, p1, q1):
            return -0.5
        """,
        message="arc_elasticity(10, 100, 11, 98)",
    ),
    wrong(
        "04-q4",
        "nothing sold not considered",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1:
                return float("nan")
            return (q1-q0)/(q1+q0)*(p1+p0)/(p1-p0)
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
    right(
        "04-q5",
        "where and a dictionary",
        """
        def buyers(wtp, prices):
            tiers = list(prices)
            s = wtp[tiers].sub(pd.Series(prices), axis=1)
            best = s.idxmax(axis="columns").where(s.max(axis=1) >= 0)
            return {t: int((best == t).sum()) for t in tiers}
        """,
    ),
    right(
        "04-q5",
        "tiers in another order",
        """
        def buyers(wtp, prices):
            s = wtp[list(prices)] - list(prices.values())
            best = s.idxmax(axis=1)[s.max(axis=1) >= 0]
            c = best.value_counts()
            for t in prices:
                if t not in c:
                    c[t] = 0
            return c.sort_index()
        """,
    ),
    right(
        "04-q5",
        "counted as categories",
        """
        def buyers(wtp, prices):
            s = wtp[list(prices)] - pd.Series(prices)
            best = s[(s >= 0).any(axis=1)].idxmax(axis=1)
            return pd.Categorical(best, categories=list(prices)).value_counts()
        """,
    ),
    wrong(
        "04-q5",
        "everything that is affordable",
        """
        def buyers(wtp, prices):
            return pd.Series({t: (wtp[t] >= p).sum() for t, p in prices.items()})
        """,
        message="takes the best one only",
    ),
    wrong(
        "04-q5",
        "the table that was given changed",
        """
        def buyers(wtp, prices):
            for t in prices:
                wtp[t] = wtp[t] - prices[t]
            s = wtp[list(prices)]
            return s[s.max(axis=1) >= 0].idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0)
        """,
        message="changed the table it was given",
    ),
    wrong(
        "04-q5",
        "the cheapest of equal surpluses",
        """
        def buyers(wtp, prices):
            tiers = sorted(prices, key=prices.get)
            s = wtp[tiers] - pd.Series(prices)
            return s[s.max(axis=1) >= 0].idxmax(axis=1).value_counts().reindex(tiers, fill_value=0)
        """,
        message="comes first in `prices`",
    ),
    wrong(
        "04-q5",
        "missing instead of 0",
        """
        def buyers(wtp, prices):
            s = wtp[list(prices)] - pd.Series(prices)
            return s[s.max(axis=1) >= 0].idxmax(axis=1).value_counts().reindex(list(prices))
        """,
        message="For Plus: NaN",
    ),
    wrong(
        "04-q5",
        "the names of the tiers written down",
        """
        def buyers(wtp, prices):
            tiers = ["Lite", "Membership", "Plus"]
            s = wtp[tiers] - pd.Series(prices)
            return s[s.max(axis=1) >= 0].idxmax(axis=1).value_counts().reindex(tiers, fill_value=0)
        """,
        message="KeyError",
    ),
    wrong(
        "04-q5",
        "shares",
        """
        def buyers(wtp, prices):
            s = wtp[list(prices)] - pd.Series(prices)
            return s[s.max(axis=1) >= 0].idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0) / len(wtp)
        """,
        message="Count the buyers",
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
    right(
        "04-q6",
        "two comparisons of amounts",
        """
        import numpy as np
        def fits_rule(course, coaching, low=3, high=10):
            return np.logical_and(coaching >= low*course, coaching <= high*course)
        multiples = [round(2997/997,2), round(9997/997,2), round(2997/497,2)]
        """,
    ),
    wrong(
        "04-q6",
        "rounded before comparing",
        """
        def fits_rule(course, coaching, low=3, high=10):
            return low <= round(coaching / course) <= high
        multiples = [3.01, 10.03, 6.03]
        """,
        message="Compare before you round",
    ),
    wrong(
        "04-q6",
        "printed, not returned",
        """
        def fits_rule(course, coaching, low=3, high=10):
            print(low <= coaching / course <= high)
        multiples = [3.01, 10.03, 6.03]
        """,
        message="Did you forget `return`",
    ),
    wrong(
        "04-q6",
        "text for true and false",
        """
        def fits_rule(course, coaching, low=3, high=10):
            return "True" if low <= coaching / course <= high else "False"
        multiples = [3.01, 10.03, 6.03]
        """,
        message="without quotes",
    ),
    wrong(
        "04-q6",
        "multiples in another order",
        """
        def fits_rule(course, coaching, low=3, high=10):
            return low <= coaching / course <= high
        multiples = [3.01, 6.03, 10.03]
        """,
        message="another order",
    ),
    wrong(
        "04-q6",
        "without the two limits",
        """
        def fits_rule(course, coaching):
            return 3 <= coaching / course <= 10
        multiples = [3.01, 10.03, 6.03]
        """,
        message="unexpected keyword",
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
    right("04-q7", "one line a field", f'my_products = """{LINE_BY_LINE}"""'),
    right("04-q7", "with the name of the section above it", f'my_products = """products:{LADDER}"""'),
    wrong(
        "04-q7",
        "Python instead of YAML",
        """
        my_products = [{"id": "a", "name": "Guide", "kind": "core", "price": 0}]
        """,
        message="YAML text between triple quotes",
    ),
]
