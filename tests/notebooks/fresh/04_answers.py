"""Answers to module 04, written from the released text alone, before its hidden cases had their final form."""

from functools import partial

from ecotools.grading.authoring import probes
from ecotools.grading.authoring.probes import right

wrong = partial(probes.wrong, message="only the verdict counts")

MULTIPLES = "multiples = [3.006, 10.027, 6.030]"


def rule(body):
    """Return an answer to task 6 with this function."""
    return f"{body}\n\n{MULTIPLES}"


def product(**fields):
    """Return one line of YAML."""
    return "- {" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"


FREE = product(id="sampler", name="Sampler", kind="lead_magnet", price=0, problem="Nobody knows my voice yet")
CORE = product(
    id="novel", name="Write Your Novel", kind="core", price=249, problem="Drafts stop at chapter three"
)
EDIT = product(id="edit", name="Chapter edit", kind="add_on", price=120, problem="Prose is flat")
PLOT = product(id="plot", name="Plot cards", kind="add_on", price=29, problem="Endings do not convince")
ROOM = product(
    id="room",
    name="Writing room",
    kind="subscription",
    price=15,
    billing="month",
    problem="Nobody writes alone at six",
)


def ladder(*lines):
    """Return an answer to task 7."""
    text = "\n".join(lines)
    return f'my_products = """\n{text}\n"""'


PROBES = [
    # demand
    right(
        "04-q1",
        "value_counts from the top",
        """
        def demand(max_prices, prices):
            result = {}
            for p in prices:
                yes = 0
                for m in max_prices.tolist():
                    if not m < p:
                        yes = yes + 1
                result[p] = yes / len(max_prices)
            return pd.Series(result)
        """,
    ),
    right(
        "04-q1",
        "ge and apply",
        """
        def demand(max_prices, prices):
            s = pd.Series(prices, index=prices)
            return s.apply(lambda p: max_prices.ge(p).sum() / max_prices.size)
        """,
    ),
    right(
        "04-q1",
        "a list comprehension and index",
        """
        def demand(max_prices, prices):
            n = max_prices.count()
            return pd.Series([len(max_prices[max_prices >= p]) / n for p in prices], index=prices)
        """,
    ),
    right(
        "04-q1",
        "one minus those below",
        """
        def demand(max_prices, prices):
            return pd.Series({p: 1 - (max_prices < p).mean() for p in prices})
        """,
    ),
    wrong(
        "04-q1",
        "unique people",
        """
        def demand(max_prices, prices):
            m = max_prices.unique()
            return pd.Series({p: (m >= p).mean() for p in prices})
        """,
    ),
    wrong(
        "04-q1",
        "rounded to two",
        """
        def demand(max_prices, prices):
            return pd.Series({p: round((max_prices >= p).mean(), 2) for p in prices})
        """,
    ),
    wrong(
        "04-q1",
        "share of the largest count",
        """
        def demand(max_prices, prices):
            c = pd.Series({p: (max_prices >= p).sum() for p in prices})
            return c / c.max()
        """,
    ),
    wrong(
        "04-q1",
        "exactly this price",
        """
        def demand(max_prices, prices):
            return pd.Series({p: (max_prices == p).mean() for p in prices})
        """,
    ),
    wrong(
        "04-q1",
        "prices as integers",
        """
        def demand(max_prices, prices):
            return pd.Series({p: (max_prices.astype(int) >= p).mean() for p in prices})
        """,
    ),
    wrong(
        "04-q1",
        "largest label as the number of people",
        """
        def demand(max_prices, prices):
            n = max_prices.index.max() + 1
            return pd.Series({p: (max_prices >= p).sum() / n for p in prices})
        """,
    ),
    wrong(
        "04-q1",
        "zeros left out",
        """
        def demand(max_prices, prices):
            m = max_prices[max_prices > 0]
            return pd.Series({p: (m >= p).mean() for p in prices})
        """,
    ),
    # best_price
    right(
        "04-q2",
        "a table sorted twice",
        """
        def best_price(max_prices, prices, cost):
            t = pd.DataFrame({"price": prices})
            t["profit"] = [(p - cost) * (max_prices >= p).mean() for p in prices]
            return t.sort_values(["profit", "price"], ascending=[False, True])["price"].iloc[0]
        """,
    ),
    right(
        "04-q2",
        "min with a negative key",
        """
        def best_price(max_prices, prices, cost):
            return min(prices, key=lambda p: (-(p - cost) * (max_prices >= p).mean(), p))
        """,
    ),
    right(
        "04-q2",
        "all of the largest, then the lowest",
        """
        def best_price(max_prices, prices, cost):
            profits = [(p - cost) * (max_prices >= p).mean() for p in prices]
            top = max(profits)
            return min(p for p, x in zip(prices, profits) if x == top)
        """,
    ),
    right(
        "04-q2",
        "a loop from minus infinity",
        """
        def best_price(max_prices, prices, cost):
            best, most = None, float("-inf")
            for p in sorted(prices):
                x = (p - cost) * len(max_prices[max_prices >= p]) / len(max_prices)
                if x > most:
                    best, most = p, x
            return best
        """,
    ),
    wrong(
        "04-q2",
        "start at zero",
        """
        def best_price(max_prices, prices, cost):
            best, most = sorted(prices)[0], 0
            for p in sorted(prices):
                x = (p - cost) * (max_prices >= p).mean()
                if x > most:
                    best, most = p, x
            return best
        """,
    ),
    wrong(
        "04-q2",
        "first of the list",
        """
        def best_price(max_prices, prices, cost):
            profits = pd.Series([(p - cost) * (max_prices >= p).mean() for p in prices], index=prices)
            return profits.idxmax()
        """,
    ),
    wrong(
        "04-q2",
        "the last of equals",
        """
        def best_price(max_prices, prices, cost):
            best = sorted(prices)[0]
            f = lambda p: (p - cost) * (max_prices >= p).mean()
            for p in sorted(prices):
                if f(p) >= f(best):
                    best = p
            return best
        """,
    ),
    wrong(
        "04-q2",
        "only prices above the cost",
        """
        def best_price(max_prices, prices, cost):
            able = [p for p in sorted(prices) if p > cost]
            return max(able, key=lambda p: (p - cost) * (max_prices >= p).mean(), default=None)
        """,
    ),
    wrong(
        "04-q2",
        "any price and not one of the list",
        """
        def best_price(max_prices, prices, cost):
            return max(sorted(max_prices), key=lambda p: (p - cost) * (max_prices >= p).mean())
        """,
    ),
    wrong(
        "04-q2",
        "cost as a share",
        """
        def best_price(max_prices, prices, cost):
            return max(sorted(prices), key=lambda p: p * (1 - cost / 100) * (max_prices >= p).mean())
        """,
    ),
    wrong(
        "04-q2",
        "the loss without its sign",
        """
        def best_price(max_prices, prices, cost):
            return max(sorted(prices), key=lambda p: abs(p - cost) * (max_prices >= p).mean())
        """,
    ),
    wrong(
        "04-q2",
        "unique maxima",
        """
        def best_price(max_prices, prices, cost):
            m = max_prices.drop_duplicates()
            return max(sorted(prices), key=lambda p: (p - cost) * (m >= p).mean())
        """,
    ),
    # price_shares
    right(
        "04-q3",
        "a mask by between neighbours",
        """
        def price_shares(answers, price):
            a = answers
            good = (a.too_cheap < a.cheap) & (a.cheap < a.expensive) & (a.expensive < a.too_expensive)
            a = a.loc[good]
            return pd.Series([(a.too_cheap >= price).mean(), (a.cheap >= price).mean(),
                              (a.expensive <= price).mean(), (a.too_expensive <= price).mean()],
                             index=["too_cheap", "cheap", "expensive", "too_expensive"])
        """,
    ),
    right(
        "04-q3",
        "rows as tuples",
        """
        def price_shares(answers, price):
            names = ["too_cheap", "cheap", "expensive", "too_expensive"]
            good = [t for t in answers[names].itertuples(index=False) if t[0] < t[1] < t[2] < t[3]]
            if not good:
                return pd.Series(float("nan"), index=names)
            n = len(good)
            return pd.Series({"too_cheap": sum(t[0] >= price for t in good) / n, "cheap": sum(t[1] >= price for t in good) / n,
                              "expensive": sum(t[2] <= price for t in good) / n, "too_expensive": sum(t[3] <= price for t in good) / n})
        """,
    ),
    right(
        "04-q3",
        "dropped from a copy",
        """
        def price_shares(answers, price):
            a = answers.copy()
            a = a[a["too_cheap"] < a["cheap"]]
            a = a[a["cheap"] < a["expensive"]]
            a = a[a["expensive"] < a["too_expensive"]]
            out = pd.concat([a[["too_cheap", "cheap"]] >= price, a[["expensive", "too_expensive"]] <= price], axis=1)
            return out.mean()
        """,
    ),
    right(
        "04-q3",
        "is_monotonic row by row",
        """
        def price_shares(answers, price):
            ok = [row.is_monotonic_increasing and row.is_unique for _, row in answers.iterrows()]
            k = answers[ok]
            s = {}
            for c in ("too_cheap", "cheap"):
                s[c] = k[c].ge(price).mean()
            for c in ("expensive", "too_expensive"):
                s[c] = k[c].le(price).mean()
            return s
        """,
    ),
    wrong(
        "04-q3",
        "sorted instead of left out",
        """
        def price_shares(answers, price):
            import numpy as np
            a = pd.DataFrame(np.sort(answers.to_numpy(), axis=1), columns=answers.columns)
            return pd.Series({"too_cheap": (a.too_cheap >= price).mean(), "cheap": (a.cheap >= price).mean(),
                              "expensive": (a.expensive <= price).mean(), "too_expensive": (a.too_expensive <= price).mean()})
        """,
    ),
    wrong(
        "04-q3",
        "only cheap before expensive",
        """
        def price_shares(answers, price):
            a = answers[answers.cheap < answers.expensive]
            return pd.Series({"too_cheap": (a.too_cheap >= price).mean(), "cheap": (a.cheap >= price).mean(),
                              "expensive": (a.expensive <= price).mean(), "too_expensive": (a.too_expensive <= price).mean()})
        """,
    ),
    wrong(
        "04-q3",
        "cheap only where not too cheap",
        """
        def price_shares(answers, price):
            a = answers.query("too_cheap < cheap < expensive < too_expensive")
            return pd.Series({"too_cheap": (a.too_cheap >= price).mean(),
                              "cheap": ((a.cheap >= price) & (a.too_cheap < price)).mean(),
                              "expensive": ((a.expensive <= price) & (a.too_expensive > price)).mean(),
                              "too_expensive": (a.too_expensive <= price).mean()})
        """,
    ),
    wrong(
        "04-q3",
        "the same people once",
        """
        def price_shares(answers, price):
            a = answers.drop_duplicates().query("too_cheap < cheap < expensive < too_expensive")
            return pd.Series({"too_cheap": (a.too_cheap >= price).mean(), "cheap": (a.cheap >= price).mean(),
                              "expensive": (a.expensive <= price).mean(), "too_expensive": (a.too_expensive <= price).mean()})
        """,
    ),
    wrong(
        "04-q3",
        "answers as whole numbers",
        """
        def price_shares(answers, price):
            a = answers.query("too_cheap < cheap < expensive < too_expensive").round()
            return pd.Series({"too_cheap": (a.too_cheap >= price).mean(), "cheap": (a.cheap >= price).mean(),
                              "expensive": (a.expensive <= price).mean(), "too_expensive": (a.too_expensive <= price).mean()})
        """,
    ),
    wrong(
        "04-q3",
        "complete only where somebody is left, else None",
        """
        def price_shares(answers, price):
            a = answers.query("too_cheap < cheap < expensive < too_expensive")
            if len(a) == 0:
                return None
            return pd.Series({"too_cheap": (a.too_cheap >= price).mean(), "cheap": (a.cheap >= price).mean(),
                              "expensive": (a.expensive <= price).mean(), "too_expensive": (a.too_expensive <= price).mean()})
        """,
    ),
    wrong(
        "04-q3",
        "the middle pair may tie",
        """
        def price_shares(answers, price):
            a = answers.query("too_cheap < cheap and expensive < too_expensive and cheap <= expensive")
            return pd.Series({"too_cheap": (a.too_cheap >= price).mean(), "cheap": (a.cheap >= price).mean(),
                              "expensive": (a.expensive <= price).mean(), "too_expensive": (a.too_expensive <= price).mean()})
        """,
    ),
    wrong(
        "04-q3",
        "the first pair may tie",
        """
        def price_shares(answers, price):
            a = answers.query("too_cheap <= cheap < expensive < too_expensive")
            return pd.Series({"too_cheap": (a.too_cheap >= price).mean(), "cheap": (a.cheap >= price).mean(),
                              "expensive": (a.expensive <= price).mean(), "too_expensive": (a.too_expensive <= price).mean()})
        """,
    ),
    # arc_elasticity
    right(
        "04-q4",
        "names for each part",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p1 - p0 == 0:
                return float("nan")
            if q0 == 0 and q1 == 0:
                return float("nan")
            dq = (q1 - q0) / ((q1 + q0) / 2)
            dp = (p1 - p0) / ((p1 + p0) / 2)
            return dq / dp
        """,
    ),
    right(
        "04-q4",
        "with math",
        """
        import math

        def arc_elasticity(p0, q0, p1, q1):
            dp, dq = p1 - p0, q1 - q0
            mp, mq = (p0 + p1) * 0.5, (q0 + q1) * 0.5
            return math.nan if not dp or not mq else dq * mp / (mq * dp)
        """,
    ),
    right(
        "04-q4",
        "statistics",
        """
        from statistics import mean

        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1 or max(q0, q1) == 0:
                return float("nan")
            return ((q1 - q0) / mean([q0, q1])) / ((p1 - p0) / mean([p0, p1]))
        """,
    ),
    right(
        "04-q4",
        "from the end",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1 or q0 == q1 == 0:
                return float("nan")
            return (q0 - q1) * (p0 + p1) / ((q0 + q1) * (p0 - p1))
        """,
    ),
    wrong(
        "04-q4",
        "rounded",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1 or q0 + q1 == 0:
                return float("nan")
            return round(((q1 - q0) / ((q0 + q1) / 2)) / ((p1 - p0) / ((p0 + p1) / 2)), 2)
        """,
    ),
    wrong(
        "04-q4",
        "always below zero",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1 or q0 + q1 == 0:
                return float("nan")
            return -abs(((q1 - q0) / ((q0 + q1) / 2)) / ((p1 - p0) / ((p0 + p1) / 2)))
        """,
    ),
    wrong(
        "04-q4",
        "sorted by price, without the zero case",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1:
                return float("nan")
            return ((q1 - q0) / ((q0 + q1) / 2)) / ((p1 - p0) / ((p0 + p1) / 2))
        """,
    ),
    wrong(
        "04-q4",
        "whole division",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1 or q0 + q1 == 0:
                return float("nan")
            return ((q1 - q0) / ((q0 + q1) // 2)) / ((p1 - p0) / ((p0 + p1) // 2))
        """,
    ),
    wrong(
        "04-q4",
        "nan when sales did not move",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1 or q0 == q1:
                return float("nan")
            return ((q1 - q0) / ((q0 + q1) / 2)) / ((p1 - p0) / ((p0 + p1) / 2))
        """,
    ),
    wrong(
        "04-q4",
        "nan when the new quantity is zero",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1 or not q1:
                return float("nan")
            return ((q1 - q0) / ((q0 + q1) / 2)) / ((p1 - p0) / ((p0 + p1) / 2))
        """,
    ),
    wrong(
        "04-q4",
        "sums and not means for the quantities",
        """
        def arc_elasticity(p0, q0, p1, q1):
            if p0 == p1 or q0 + q1 == 0:
                return float("nan")
            return ((q1 - q0) / (q0 + q1)) / ((p1 - p0) / ((p0 + p1) / 2))
        """,
    ),
    # buyers
    right(
        "04-q5",
        "apply a function to each row",
        """
        def buyers(wtp, prices):
            def choice(row):
                surplus = {t: row[t] - p for t, p in prices.items()}
                best = max(surplus, key=surplus.get)
                return best if surplus[best] >= 0 else None
            chosen = wtp.apply(choice, axis=1)
            return pd.Series({t: (chosen == t).sum() for t in prices})
        """,
    ),
    right(
        "04-q5",
        "negative surpluses hidden first",
        """
        def buyers(wtp, prices):
            s = wtp[list(prices)] - pd.Series(prices)
            s = s.where(s >= 0).dropna(how="all")
            best = s.idxmax(axis=1) if len(s) else pd.Series(dtype=object)
            return best.value_counts().reindex(prices.keys()).fillna(0).astype(int)
        """,
    ),
    right(
        "04-q5",
        "ties by price",
        """
        def buyers(wtp, prices):
            count = {t: 0 for t in prices}
            for i in range(len(wtp)):
                row = wtp.iloc[i]
                options = [(-(row[t] - p), p, t) for t, p in prices.items() if row[t] - p >= 0]
                if options:
                    count[min(options)[2]] += 1
            return pd.Series(count)
        """,
    ),
    right(
        "04-q5",
        "masks tier by tier",
        """
        def buyers(wtp, prices):
            s = pd.DataFrame({t: wtp[t] - p for t, p in prices.items()})
            top, left, out = s.max(axis=1), pd.Series(True, index=s.index), {}
            for t in prices:
                takes = left & (s[t] == top) & (top >= 0)
                out[t] = takes.sum()
                left &= ~takes
            return pd.Series(out)
        """,
    ),
    wrong(
        "04-q5",
        "people counted at each equal tier",
        """
        def buyers(wtp, prices):
            s = pd.DataFrame({t: wtp[t] - p for t, p in prices.items()})
            top = s.max(axis=1)
            return pd.Series({t: ((s[t] == top) & (top >= 0)).sum() for t in prices})
        """,
    ),
    wrong(
        "04-q5",
        "identical people once",
        """
        def buyers(wtp, prices):
            s = (wtp[list(prices)] - pd.Series(prices)).drop_duplicates()
            return s[s.max(axis=1) >= 0].idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0)
        """,
    ),
    wrong(
        "04-q5",
        "the best share and not the best difference",
        """
        def buyers(wtp, prices):
            s = wtp[list(prices)] / pd.Series(prices)
            return s[s.max(axis=1) >= 1].idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0)
        """,
    ),
    wrong(
        "04-q5",
        "all surpluses must be good",
        """
        def buyers(wtp, prices):
            s = wtp[list(prices)] - pd.Series(prices)
            s = s[(s >= 0).all(axis=1)]
            return s.idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0)
        """,
    ),
    wrong(
        "04-q5",
        "whole dollars",
        """
        def buyers(wtp, prices):
            s = wtp[list(prices)].round() - pd.Series(prices)
            return s[s.max(axis=1) >= 0].idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0)
        """,
    ),
    wrong(
        "04-q5",
        "revenue",
        """
        def buyers(wtp, prices):
            s = wtp[list(prices)] - pd.Series(prices)
            n = s[s.max(axis=1) >= 0].idxmax(axis=1).value_counts().reindex(list(prices), fill_value=0)
            return n * pd.Series(prices)
        """,
    ),
    wrong(
        "04-q5",
        "the tiers of the example",
        """
        def buyers(wtp, prices):
            s = wtp[["Lite", "Membership", "Plus"]] - pd.Series(prices)
            return s[s.max(axis=1) >= 0].idxmax(axis=1).value_counts().reindex(["Lite", "Membership", "Plus"], fill_value=0)
        """,
    ),
    wrong(
        "04-q5",
        "everybody takes the last in a tie",
        """
        def buyers(wtp, prices):
            counts = dict.fromkeys(prices, 0)
            for _, r in wtp.iterrows():
                best, most = None, 0
                for t, p in prices.items():
                    if r[t] - p >= most:
                        best, most = t, r[t] - p
                if best:
                    counts[best] += 1
            return pd.Series(counts)
        """,
    ),
    # fits_rule
    right(
        "04-q6",
        "between of a Series, and full digits",
        rule("""
def fits_rule(course, coaching, low=3, high=10):
    return bool(pd.Series([coaching / course]).between(low, high).iloc[0])
"""),
    ),
    right(
        "04-q6",
        "not below and not above",
        rule("""
def fits_rule(course, coaching, low=3, high=10):
    multiple = coaching / course
    return not (multiple < low or multiple > high)
"""),
    ),
    right(
        "04-q6",
        "two ifs",
        rule("""
def fits_rule(course, coaching, low=3, high=10):
    if coaching >= low * course:
        if coaching <= high * course:
            return True
    return False
"""),
    ),
    right(
        "04-q6",
        "two decimals as a tuple",
        """
def fits_rule(course, coaching, low=3, high=10):
    return coaching / course >= low and coaching / course <= high

multiples = 3.01, 10.03, 6.03
""",
    ),
    wrong(
        "04-q6",
        "whole multiples",
        rule("""
def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching // course <= high
"""),
    ),
    wrong(
        "04-q6",
        "one decimal",
        """
def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high

multiples = [3.0, 10.0, 6.0]
""",
    ),
    wrong(
        "04-q6",
        "the rule's limits as multiples",
        """
def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high

multiples = [3, 10, 6.03]
""",
    ),
    wrong(
        "04-q6",
        "the mastermind against the other course",
        """
def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high

multiples = [2997 / 997, 9997 / 997, 2997 / 997]
""",
    ),
    wrong(
        "04-q6",
        "or for and",
        rule("""
def fits_rule(course, coaching, low=3, high=10):
    return coaching >= low * course or coaching <= high * course
"""),
    ),
    wrong(
        "04-q6",
        "range",
        rule("""
def fits_rule(course, coaching, low=3, high=10):
    return coaching / course in range(low, high + 1)
"""),
    ),
    wrong(
        "04-q6",
        "a tolerance at the top",
        rule("""
def fits_rule(course, coaching, low=3, high=10):
    return low <= coaching / course <= high + 0.05
"""),
    ),
    # my_products
    right("04-q7", "a writing school", ladder(FREE, CORE, EDIT, PLOT, ROOM)),
    right(
        "04-q7",
        "a community that is paid each year",
        ladder(FREE, CORE, EDIT, ROOM.replace("subscription", "community").replace("month", "year")),
    ),
    right(
        "04-q7",
        "in another language",
        ladder(
            FREE.replace("Nobody knows my voice yet", "Niemand kennt meine Stimme"),
            CORE,
            EDIT,
            PLOT.replace("Plot cards", "情节卡"),
            ROOM,
        ),
    ),
    right("04-q7", "with more fields", ladder(FREE, CORE[:-1] + ", cost: 12, value: 400}", EDIT, PLOT, ROOM)),
    wrong("04-q7", "one paid step", ladder(FREE, CORE, ROOM)),
    wrong("04-q7", "no core", ladder(FREE, EDIT, PLOT, ROOM)),
    wrong("04-q7", "question marks", ladder(FREE, CORE, EDIT.replace("Prose is flat", '"???"'), PLOT, ROOM)),
    wrong("04-q7", "to be decided", ladder(FREE, CORE, EDIT.replace("Prose is flat", "tbd"), PLOT, ROOM)),
    wrong(
        "04-q7",
        "the membership for nothing",
        ladder(FREE, CORE, EDIT, PLOT, ROOM.replace("price: 15", "price: 0")),
    ),
    wrong(
        "04-q7",
        "the same problem twice",
        ladder(FREE, CORE, EDIT.replace("Prose is flat", "Endings do not convince"), PLOT, ROOM),
    ),
    wrong("04-q7", "only a free thing recurs", ladder(FREE[:-1] + ", billing: month}", CORE, EDIT, PLOT)),
]
