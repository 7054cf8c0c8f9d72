"""Answers to module 05, written from the released text alone, before its hidden cases had their final form."""

from functools import partial

from ecotools.grading.authoring import probes
from ecotools.grading.authoring.probes import right

wrong = partial(probes.wrong, message="only the verdict counts")

SAVINGS = "savings = [48.0, 246.0]"


def claim(body):
    """Return an answer to task 6 with this function."""
    return f"{body}\n\n{SAVINGS}"


def own(products, growth, rates):
    """Return an answer to task 7."""
    return f'my_products = """{products}"""\nmy_growth = """{growth}"""\nmy_rates = {rates}'


SCHOOL = """
- {id: sampler, name: Sampler, kind: lead_magnet, price: 0, problem: Nobody knows my voice}
- {id: novel, name: Write Your Novel, kind: core, price: 249, problem: Drafts stop at chapter three}
- {id: plot, name: Plot cards, kind: add_on, price: 29, problem: Endings do not convince}
- {id: room, name: Writing room, kind: subscription, price: 15, billing: month, problem: Mornings alone}
- id: desk
  name: First draft desk
  kind: bundle
  price: 279.5
  problem: The first draft is never finished
  includes: [novel, plot, room]
  included_months: {room: 2}
  stated_saving: 28.5
"""
TRIAL = """
experiments:
  - id: desk_test
    subject: desk
    kind: ab_test
    start: 2026-09-07
    end: 2026-10-18
    people: 9000
"""
RATES = "[0.04, 0.052]"

PROBES = [
    # best_number
    right(
        "05-q1",
        "a running total in a list of pairs",
        """
        def best_number(core, offers, stay):
            total = core
            results = [(core, 0)]
            for i, offer in enumerate(offers):
                total = total + offer[0] * offer[1]
                results.append((total * stay ** (i + 1), -(i + 1)))
            return -max(results)[1]
        """,
    ),
    right(
        "05-q1",
        "a pandas Series",
        """
        def best_number(core, offers, stay):
            adds = [0] + [price * share for price, share in offers]
            s = pd.Series(adds).cumsum() + core
            return int((s * [stay**k for k in range(len(adds))]).idxmax())
        """,
    ),
    right(
        "05-q1",
        "a while loop",
        """
        def best_number(core, offers, stay):
            n = best = 0
            most = float("-inf")
            while n <= len(offers):
                value = core
                for price, share in offers[0:n]:
                    value += price * share
                value *= stay**n
                if value > most:
                    most, best = value, n
                n += 1
            return best
        """,
    ),
    wrong(
        "05-q1",
        "each offer judged alone",
        """
        def best_number(core, offers, stay):
            return sum(stay * (core + price * share) > core for price, share in offers)
        """,
    ),
    wrong(
        "05-q1",
        "offers that pay for themselves from the front",
        """
        def best_number(core, offers, stay):
            n = 0
            for price, share in offers:
                if price * share > core * (1 - stay):
                    n += 1
                else:
                    break
            return n
        """,
    ),
    wrong(
        "05-q1",
        "the offer itself",
        """
        def best_number(core, offers, stay):
            values = [stay**n * (core + sum(p * s for p, s in offers[:n])) for n in range(len(offers) + 1)]
            n = values.index(max(values))
            return offers[:n]
        """,
    ),
    wrong(
        "05-q1",
        "people stay from the second offer on",
        """
        def best_number(core, offers, stay):
            values = [core]
            for n in range(1, len(offers) + 1):
                values.append(stay ** (n - 1) * (core + sum(p * s for p, s in offers[:n])))
            return values.index(max(values))
        """,
    ),
    wrong(
        "05-q1",
        "the last of equal ones",
        """
        def best_number(core, offers, stay):
            best, most = 0, core
            for n in range(1, len(offers) + 1):
                value = stay**n * (core + sum(p * s for p, s in offers[:n]))
                if value >= most:
                    best, most = n, value
            return best
        """,
    ),
    wrong(
        "05-q1",
        "at least one offer",
        """
        def best_number(core, offers, stay):
            values = [stay**n * (core + sum(p * s for p, s in offers[:n])) for n in range(1, len(offers) + 1)]
            return values.index(max(values)) + 1
        """,
    ),
    # takers
    right(
        "05-q2",
        "conditions one after the other",
        """
        def takers(worths, prices, bundle_price):
            (a, pa), (b, pb) = prices.items()
            both_price = min(bundle_price, pa + pb)
            left_a, left_b = worths[a] - pa, worths[b] - pb
            left_both = worths[a] + worths[b] - both_price
            both = (left_both >= 0) & (left_both >= left_a) & (left_both >= left_b)
            only_a = ~both & (left_a >= 0) & (left_a >= left_b)
            only_b = ~both & ~only_a & (left_b >= 0)
            return pd.Series({a: only_a.sum(), b: only_b.sum(), "both": both.sum()})
        """,
    ),
    right(
        "05-q2",
        "apply over the rows",
        """
        def takers(worths, prices, bundle_price):
            names = list(prices)
            def one(row):
                choices = [("both", row[names[0]] + row[names[1]] - min(bundle_price, sum(prices.values())))]
                choices += [(name, row[name] - prices[name]) for name in names]
                name, left = max(choices, key=lambda choice: choice[1])
                return name if left >= 0 else "nothing"
            taken = worths.apply(one, axis=1)
            return pd.Series({name: int((taken == name).sum()) for name in [*names, "both"]})
        """,
    ),
    right(
        "05-q2",
        "a dictionary by hand, both first",
        """
        def takers(worths, prices, bundle_price):
            one, two = prices.keys()
            result = {"both": 0, one: 0, two: 0}
            price_of_both = prices[one] + prices[two]
            if bundle_price < price_of_both:
                price_of_both = bundle_price
            for x, y in zip(worths[one], worths[two]):
                together = x + y - price_of_both
                best = max(together, x - prices[one], y - prices[two])
                if best < 0:
                    continue
                if together == best:
                    result["both"] += 1
                elif x - prices[one] == best:
                    result[one] += 1
                else:
                    result[two] += 1
            return result
        """,
    ),
    wrong(
        "05-q2",
        "the bundle only when each part is worth its price",
        """
        def takers(worths, prices, bundle_price):
            a, b = prices
            both = (worths[a] >= prices[a]) & (worths[b] >= prices[b])
            one = (worths[a] >= prices[a]) & ~both
            two = (worths[b] >= prices[b]) & ~both
            return pd.Series({a: one.sum(), b: two.sum(), "both": both.sum()})
        """,
    ),
    wrong(
        "05-q2",
        "the bundle first, whoever can pay it",
        """
        def takers(worths, prices, bundle_price):
            a, b = prices
            cost = min(bundle_price, prices[a] + prices[b])
            both = worths[a] + worths[b] >= cost
            one = ~both & (worths[a] >= prices[a])
            two = ~both & ~one & (worths[b] >= prices[b])
            return pd.Series({a: one.sum(), b: two.sum(), "both": both.sum()})
        """,
    ),
    wrong(
        "05-q2",
        "one product when equal",
        """
        def takers(worths, prices, bundle_price):
            a, b = prices
            s = pd.DataFrame({a: worths[a] - prices[a], b: worths[b] - prices[b]})
            s["both"] = worths[a] + worths[b] - min(bundle_price, prices[a] + prices[b])
            s = s[s.max(axis=1) >= 0]
            return s.idxmax(axis=1).value_counts().reindex([a, b, "both"]).fillna(0).astype(int)
        """,
    ),
    wrong(
        "05-q2",
        "the first two columns",
        """
        def takers(worths, prices, bundle_price):
            a, b = prices
            w = worths.iloc[:, :2].set_axis([a, b], axis=1)
            s = pd.DataFrame({"both": w[a] + w[b] - min(bundle_price, sum(prices.values()))})
            s[a], s[b] = w[a] - prices[a], w[b] - prices[b]
            s = s[s.max(axis=1) >= 0]
            return s.idxmax(axis=1).value_counts().reindex([a, b, "both"], fill_value=0)
        """,
    ),
    wrong(
        "05-q2",
        "nothing counted, too",
        """
        def takers(worths, prices, bundle_price):
            a, b = prices
            s = pd.DataFrame({"both": worths[a] + worths[b] - bundle_price})
            s[a], s[b], s["nothing"] = worths[a] - prices[a], worths[b] - prices[b], 0
            return s.idxmax(axis=1).value_counts().reindex([a, b, "both"], fill_value=0)
        """,
    ),
    wrong(
        "05-q2",
        "surplus above 0 only",
        """
        def takers(worths, prices, bundle_price):
            a, b = prices
            cost = pd.Series({"both": min(bundle_price, prices[a] + prices[b]), **prices})
            s = worths[[a, b]].assign(both=worths[a] + worths[b])[cost.index] - cost
            return s[(s > 0).any(axis=1)].idxmax(axis=1).value_counts().reindex([a, b, "both"], fill_value=0)
        """,
    ),
    # lift
    right(
        "05-q3",
        "first and last days side by side",
        """
        def lift(bought, first, then):
            people = bought["customer_id"].nunique()
            a = bought.query("product == @first").groupby("customer_id").day.min()
            b = bought.query("product == @then").groupby("customer_id").day.max()
            if len(a) == 0 or len(b) == 0:
                return float("nan")
            both = pd.concat([a.rename("a"), b.rename("b")], axis=1).dropna()
            return ((both["b"] > both["a"]).sum() / len(a)) / (len(b) / people)
        """,
    ),
    right(
        "05-q3",
        "sets of customers",
        """
        def lift(bought, first, then):
            everyone = set(bought["customer_id"])
            start = {}
            for row in bought.itertuples():
                if row.product == first:
                    start[row.customer_id] = min(row.day, start.get(row.customer_id, row.day))
            takers = {row.customer_id for row in bought.itertuples() if row.product == then}
            later = {
                row.customer_id
                for row in bought.itertuples()
                if row.product == then and row.customer_id in start and row.day > start[row.customer_id]
            }
            if not start or not takers:
                return math.nan
            return len(later) * len(everyone) / (len(start) * len(takers))
        """,
    ),
    right(
        "05-q3",
        "sorted first",
        """
        def lift(bought, first, then):
            b = bought.sort_values("day")
            one = b[b["product"].eq(first)].drop_duplicates("customer_id")[["customer_id", "day"]]
            two = b[b["product"].eq(then)]
            if one.empty or two.empty:
                return float("nan")
            m = one.merge(two[["customer_id", "day"]], on="customer_id", how="left", suffixes=("_1", "_2"))
            share = m[m.day_2 > m.day_1].customer_id.nunique() / one.shape[0]
            return share / two.customer_id.nunique() * b.customer_id.nunique()
        """,
    ),
    wrong(
        "05-q3",
        "bought both at any time",
        """
        def lift(bought, first, then):
            a = set(bought[bought["product"] == first]["customer_id"])
            b = set(bought[bought["product"] == then]["customer_id"])
            if not a or not b:
                return float("nan")
            return len(a & b) / len(a) / (len(b) / bought["customer_id"].nunique())
        """,
    ),
    wrong(
        "05-q3",
        "first purchase of both",
        """
        def lift(bought, first, then):
            a = bought[bought["product"] == first].groupby("customer_id")["day"].min()
            b = bought[bought["product"] == then].groupby("customer_id")["day"].min()
            if a.empty or b.empty:
                return float("nan")
            later = (b.reindex(a.index) > a).sum()
            return later / len(a) / (len(b) / bought["customer_id"].nunique())
        """,
    ),
    wrong(
        "05-q3",
        "purchases instead of customers",
        """
        def lift(bought, first, then):
            a = bought[bought["product"] == first]
            b = bought[bought["product"] == then]
            if a.empty or b.empty:
                return float("nan")
            m = a.merge(b, on="customer_id", suffixes=("_a", "_b"))
            return (m["day_b"] > m["day_a"]).sum() / len(a) / (len(b) / len(bought))
        """,
    ),
    wrong(
        "05-q3",
        "zero for nobody",
        """
        def lift(bought, first, then):
            a = bought[bought["product"] == first].groupby("customer_id")["day"].min()
            b = bought[bought["product"] == then].groupby("customer_id")["day"].max()
            if a.empty or b.empty:
                return 0.0
            return (b.reindex(a.index) > a).sum() / len(a) / (len(b) / bought["customer_id"].nunique())
        """,
    ),
    wrong(
        "05-q3",
        "popularity among later purchases",
        """
        def lift(bought, first, then):
            a = bought[bought["product"] == first].groupby("customer_id")["day"].min()
            b = bought[bought["product"] == then].groupby("customer_id")["day"].max()
            if a.empty or b.empty:
                return float("nan")
            start = bought.groupby("customer_id")["day"].min()
            usual = (b > start.reindex(b.index)).sum() / len(start)
            return (b.reindex(a.index) > a).sum() / len(a) / usual if usual else float("nan")
        """,
    ),
    wrong(
        "05-q3",
        "rows taken as sorted",
        """
        def lift(bought, first, then):
            a = bought[bought["product"] == first].groupby("customer_id")["day"].first()
            b = bought[bought["product"] == then].groupby("customer_id")["day"].last()
            if a.empty or b.empty:
                return float("nan")
            return (b.reindex(a.index) > a).sum() / len(a) / (len(b) / bought["customer_id"].nunique())
        """,
    ),
    # days
    right(
        "05-q4",
        "step by step",
        """
        def days(base, better, visitors):
            difference = abs(better - base)
            if difference == 0:
                return float("inf")
            variance_a = base * (1 - base)
            variance_b = better * (1 - better)
            each = math.ceil(2.8**2 * (variance_a + variance_b) / difference**2)
            total = each + each
            return math.ceil(total / visitors)
        """,
    ),
    right(
        "05-q4",
        "half of the visitors for each page",
        """
        def days(base, better, visitors):
            try:
                n = (1.96 + 0.84) ** 2 * (base * (1 - base) + better * (1 - better)) / (better - base) ** 2
            except ZeroDivisionError:
                return math.inf
            people = int(n) + (n > int(n))
            per_page = visitors / 2
            return math.ceil(people / per_page)
        """,
    ),
    right(
        "05-q4",
        "a count of days in a loop",
        """
        def days(base, better, visitors):
            if base == better:
                return float("inf")
            need = 2 * math.ceil(7.84 * (base - base**2 + better - better**2) / (base - better) ** 2)
            d = int(need // visitors)
            while d * visitors < need:
                d += 1
            return d
        """,
    ),
    wrong(
        "05-q4",
        "for one page",
        """
        def days(base, better, visitors):
            if base == better:
                return float("inf")
            n = 7.84 * (base * (1 - base) + better * (1 - better)) / (better - base) ** 2
            return math.ceil(n / visitors)
        """,
    ),
    wrong(
        "05-q4",
        "rounded to the nearest",
        """
        def days(base, better, visitors):
            if base == better:
                return float("inf")
            n = round(7.84 * (base * (1 - base) + better * (1 - better)) / (better - base) ** 2)
            return round(2 * n / visitors)
        """,
    ),
    wrong(
        "05-q4",
        "the variance of the mean share",
        """
        def days(base, better, visitors):
            if base == better:
                return float("inf")
            p = (base + better) / 2
            n = math.ceil(7.84 * 2 * p * (1 - p) / (better - base) ** 2)
            return math.ceil(2 * n / visitors)
        """,
    ),
    wrong(
        "05-q4",
        "both halves rounded at the end",
        """
        def days(base, better, visitors):
            if base == better:
                return float("inf")
            n = 7.84 * (base * (1 - base) + better * (1 - better)) / (better - base) ** 2
            return math.ceil(2 * n / visitors)
        """,
    ),
    wrong(
        "05-q4",
        "sixteen",
        """
        def days(base, better, visitors):
            if base == better:
                return float("inf")
            n = math.ceil(16 * base * (1 - base) / (better - base) ** 2)
            return math.ceil(2 * n / visitors)
        """,
    ),
    wrong(
        "05-q4",
        "nothing to find is no days",
        """
        def days(base, better, visitors):
            if base == better:
                return 0
            n = math.ceil(7.84 * (base * (1 - base) + better * (1 - better)) / (better - base) ** 2)
            return math.ceil(2 * n / visitors)
        """,
    ),
    # monthly
    right(
        "05-q5",
        "named steps",
        """
        def monthly(a, b, visitors):
            n_a, n_b = len(a), len(b)
            empty = pd.Series([float("nan")] * 3, index=["low", "estimate", "high"])
            if min(n_a, n_b) < 2:
                return empty
            if abs(n_a - n_b) / (n_a + n_b) ** 0.5 > 3.29:
                return empty
            difference = b.mean() - a.mean()
            se = (a.var() / n_a + b.var() / n_b) ** 0.5
            return pd.Series(
                {
                    "low": visitors * (difference - 1.96 * se),
                    "estimate": visitors * difference,
                    "high": visitors * (difference + 1.96 * se),
                }
            )
        """,
    ),
    right(
        "05-q5",
        "the statistics module",
        """
        import statistics

        def monthly(a, b, visitors):
            x, y = [float(v) for v in a], [float(v) for v in b]
            fine = len(x) > 1 and len(y) > 1
            fine = fine and (len(x) - len(y)) ** 2 / (len(x) + len(y)) <= 3.29**2
            if not fine:
                return {"low": math.nan, "estimate": math.nan, "high": math.nan}
            d = statistics.fmean(y) - statistics.fmean(x)
            e = 1.96 * math.sqrt(statistics.variance(x) / len(x) + statistics.variance(y) / len(y))
            return {"low": (d - e) * visitors, "estimate": d * visitors, "high": (d + e) * visitors}
        """,
    ),
    right(
        "05-q5",
        "std and agg",
        """
        def monthly(a, b, visitors):
            s = pd.DataFrame({"a": [a.mean(), a.std(), a.size], "b": [b.mean(), b.std(), b.size]})
            result = pd.Series(index=["low", "estimate", "high"], dtype=float)
            sizes = s.loc[2]
            if sizes.min() >= 2 and sizes.diff().abs().iloc[1] / math.sqrt(sizes.sum()) <= 3.29:
                gap = s.loc[0, "b"] - s.loc[0, "a"]
                width = 1.96 * math.sqrt(((s.loc[1] ** 2) / sizes).sum())
                result.loc[:] = [gap - width, gap, gap + width]
            return result.mul(visitors)
        """,
    ),
    wrong(
        "05-q5",
        "no look at the halves",
        """
        def monthly(a, b, visitors):
            d = b.mean() - a.mean()
            if len(a) < 2 or len(b) < 2:
                return pd.Series({"low": math.nan, "estimate": math.nan, "high": math.nan})
            e = 1.96 * math.sqrt(a.var() / len(a) + b.var() / len(b))
            return pd.Series({"low": d - e, "estimate": d, "high": d + e}) * visitors
        """,
    ),
    wrong(
        "05-q5",
        "an estimate for one visitor",
        """
        def monthly(a, b, visitors):
            d = b.mean() - a.mean()
            if abs(len(a) - len(b)) / math.sqrt(len(a) + len(b)) > 3.29:
                return pd.Series({"low": math.nan, "estimate": math.nan, "high": math.nan})
            e = 1.96 * math.sqrt(a.var() / len(a) + b.var() / len(b))
            return pd.Series({"low": d - e, "estimate": d, "high": d + e}) * visitors
        """,
    ),
    wrong(
        "05-q5",
        "buyers only",
        """
        def monthly(a, b, visitors):
            if len(a) < 2 or len(b) < 2 or abs(len(a) - len(b)) / math.sqrt(len(a) + len(b)) > 3.29:
                return pd.Series({"low": math.nan, "estimate": math.nan, "high": math.nan})
            d = b[b != 0].mean() - a[a != 0].mean()
            e = 1.96 * math.sqrt(a.var() / len(a) + b.var() / len(b))
            return pd.Series({"low": d - e, "estimate": d, "high": d + e}) * visitors
        """,
    ),
    wrong(
        "05-q5",
        "numpy's variance",
        """
        import numpy as np

        def monthly(a, b, visitors):
            if len(a) < 2 or len(b) < 2 or abs(len(a) - len(b)) / math.sqrt(len(a) + len(b)) > 3.29:
                return pd.Series({"low": math.nan, "estimate": math.nan, "high": math.nan})
            d = b.mean() - a.mean()
            e = 1.96 * math.sqrt(np.var(a.to_numpy()) / len(a) + np.var(b.to_numpy()) / len(b))
            return pd.Series({"low": d - e, "estimate": d, "high": d + e}) * visitors
        """,
    ),
    wrong(
        "05-q5",
        "half of the visitors on one page",
        """
        def monthly(a, b, visitors):
            if len(a) < 2 or len(b) < 2 or abs(len(a) / (len(a) + len(b)) - 0.5) > 0.1:
                return pd.Series({"low": math.nan, "estimate": math.nan, "high": math.nan})
            d = b.mean() - a.mean()
            e = 1.96 * math.sqrt(a.var() / len(a) + b.var() / len(b))
            return pd.Series({"low": d - e, "estimate": d, "high": d + e}) * visitors
        """,
    ),
    wrong(
        "05-q5",
        "never below zero",
        """
        def monthly(a, b, visitors):
            if len(a) < 2 or len(b) < 2 or abs(len(a) - len(b)) / math.sqrt(len(a) + len(b)) > 3.29:
                return pd.Series({"low": math.nan, "estimate": math.nan, "high": math.nan})
            d = b.mean() - a.mean()
            e = 1.96 * math.sqrt(a.var() / len(a) + b.var() / len(b))
            return pd.Series({"low": max(d - e, 0), "estimate": d, "high": d + e}) * visitors
        """,
    ),
    # honest
    right(
        "05-q6",
        "a loop over the parts",
        claim("""
def honest(parts, price, claimed):
    total = 0
    for each, times in parts:
        total += each * times
    return -0.01 < total - price - claimed < 0.01
"""),
    ),
    right(
        "05-q6",
        "rounded to cents",
        claim("""
def honest(parts, price, claimed):
    saved = sum(p * n for p, n in parts) - price
    return abs(round(saved, 4) - round(claimed, 4)) < 0.01
"""),
    ),
    right(
        "05-q6",
        "bool of numpy",
        claim("""
import numpy as np

def honest(parts, price, claimed):
    table = np.array(parts, dtype=float)
    return np.abs(table.prod(axis=1).sum() - price - claimed) < 0.01
"""),
    ),
    wrong(
        "05-q6",
        "at most what is saved",
        claim("""
def honest(parts, price, claimed):
    return claimed <= sum(p * n for p, n in parts) - price + 0.01
"""),
    ),
    wrong(
        "05-q6",
        "months left out",
        claim("""
def honest(parts, price, claimed):
    return abs(sum(p for p, n in parts) - price - claimed) < 0.01
"""),
    ),
    wrong(
        "05-q6",
        "to the dollar",
        claim("""
def honest(parts, price, claimed):
    return abs(sum(p * n for p, n in parts) - price - claimed) < 1
"""),
    ),
    wrong(
        "05-q6",
        "equal",
        claim("""
def honest(parts, price, claimed):
    return sum(p * n for p, n in parts) - price == claimed
"""),
    ),
    wrong(
        "05-q6",
        "a saving below zero is never honest",
        claim("""
def honest(parts, price, claimed):
    saved = sum(p * n for p, n in parts) - price
    return saved >= 0 and abs(saved - claimed) < 0.01
"""),
    ),
    wrong(
        "05-q6",
        "the wrong second saving",
        """
def honest(parts, price, claimed):
    return abs(sum(p * n for p, n in parts) - price - claimed) < 0.01

savings = [48, 246 - 99]
""",
    ),
    # the own bundle
    right("05-q7", "a writing school", own(SCHOOL, TRIAL, RATES)),
    right(
        "05-q7",
        "shares as a tuple, more fields",
        own(SCHOOL, TRIAL.replace("desk_test", "t1"), "(0.04, 0.06)"),
    ),
    right(
        "05-q7",
        "two parts only",
        own(
            SCHOOL.replace("[novel, plot, room]", "[novel, plot]")
            .replace("  included_months: {room: 2}\n", "")
            .replace("279.5", "259")
            .replace("28.5", "19"),
            TRIAL,
            RATES,
        ),
    ),
    wrong("05-q7", "a saving that is not true", own(SCHOOL.replace("28.5", "50"), TRIAL, RATES)),
    wrong(
        "05-q7",
        "as expensive as the parts",
        own(SCHOOL.replace("279.5", "308").replace("28.5", "0"), TRIAL, RATES),
    ),
    wrong("05-q7", "all four products", own(SCHOOL.replace("[novel,", "[sampler, novel,"), TRIAL, RATES)),
    wrong("05-q7", "a survey", own(SCHOOL, TRIAL.replace("ab_test", "survey"), RATES)),
    wrong("05-q7", "41 days", own(SCHOOL, TRIAL.replace("10-18", "10-17"), RATES)),
    wrong("05-q7", "an end before the start", own(SCHOOL, TRIAL.replace("2026-10-18", "2026-08-30"), RATES)),
    wrong("05-q7", "a rise too small for the people", own(SCHOOL, TRIAL, "[0.04, 0.045]")),
    wrong("05-q7", "question marks", own(SCHOOL.replace("First draft desk", '"???"'), TRIAL, RATES)),
]
