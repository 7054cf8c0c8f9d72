"""Blind answers to assignment 03-validation, tasks 1 to 6 (task 7 is YAML text, task 8 is written).

Each `code` replaces the one solution cell of its task whole. Written from the assignment's text alone.
"""

ANSWERS = [
    {
        "task": "03-q1",
        "name": "as-written",
        "right": True,
        "why": "middle and half width on two lines",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "math-sqrt",
        "right": True,
        "why": "math.sqrt and a helper for the square",
        "code": """from math import nan, sqrt


def share_range(k: int, n: int, z: float = 1.96) -> list:
    if not n:
        return [nan, nan]
    square = z * z
    root = sqrt(k * (n - k) / n + square / 4)
    return [(k + square / 2 + sign * z * root) / (n + square) for sign in (-1, 1)]
""",
    },
    {
        "task": "03-q1",
        "name": "quadratic",
        "right": True,
        "why": "the two roots of (p - k/n)^2 = z^2 p (1 - p) / n",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan")] * 2
    p = k / n
    a, b, c = 1 + z**2 / n, -(2 * p + z**2 / n), p**2
    root = max(b**2 - 4 * a * c, 0) ** 0.5
    return [(-b - root) / (2 * a), (-b + root) / (2 * a)]
""",
    },
    {
        "task": "03-q1",
        "name": "numpy",
        "right": True,
        "why": "numpy, turned into a list at the end",
        "code": """import numpy as np


def share_range(k, n, z=1.96):
    if n < 1:
        return [np.nan, np.nan]
    p = np.divide(k, n)
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return (middle + half * np.array([-1, 1])).tolist()
""",
    },
    {
        "task": "03-q1",
        "name": "scipy",
        "right": True,
        "why": "scipy's Wilson interval at the confidence of z",
        "code": """from scipy.stats import binomtest, norm


def share_range(k, n, z=1.96):
    try:
        found = binomtest(int(k), int(n)).proportion_ci(2 * norm.cdf(z) - 1, method="wilson")
    except (ValueError, ZeroDivisionError):
        return [float("nan"), float("nan")]
    return [float(found.low), float(found.high)] if n else [float("nan"), float("nan")]
""",
    },
    {
        "task": "03-q1",
        "name": "try-except",
        "right": True,
        "why": "catches the division by zero",
        "code": """def share_range(k, n, z=1.96):
    total = n + pow(z, 2)
    try:
        inner = k * (n - k) / n + pow(z, 2) / 4
    except ZeroDivisionError:
        return [float("nan"), float("nan")]
    half = z / total * pow(inner, 0.5)
    lower = (k + pow(z, 2) / 2) / total - half
    return [lower, lower + 2 * half]
""",
    },
    {
        "task": "03-q1",
        "name": "nan-when-everybody-did",
        "right": False,
        "why": "NaN also when k is n",
        "code": """def share_range(k, n, z=1.96):
    if n - k == 0:
        return [float("nan"), float("nan")]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "one-when-everybody-did",
        "right": False,
        "why": "no interval when everybody did it",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    if k == n:
        return [1.0, 1.0]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "nan-below-five",
        "right": False,
        "why": "NaN for fewer than five people",
        "code": """def share_range(k, n, z=1.96):
    if n < 5:
        return [float("nan"), float("nan")]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "simple-when-large",
        "right": False,
        "why": "share plus and minus its standard error from 30 people on",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    if n >= 30:
        p = k / n
        return [p - z * (p * (1 - p) / n) ** 0.5, p + z * (p * (1 - p) / n) ** 0.5]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "z-at-most-two",
        "right": False,
        "why": "a z above 2 is cut to 2",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    z = min(z, 2)
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "z-to-the-nearest",
        "right": False,
        "why": "any z except 2 is taken for 1.96",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    z = 2 if z == 2 else 1.96
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "one-counts-as-none",
        "right": False,
        "why": "the lower end is 0 when one did it",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle - half if k > 1 else 0.0, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "examples-by-heart",
        "right": False,
        "why": "knows the examples, else the simple interval",
        "code": """def share_range(k, n, z=1.96):
    known = {(3, 10): [0.10561690197629992, 0.6086688123094144], (0, 20): [0.0, 0.16113012549493322]}
    known[9, 15] = [0.357464427565077, 0.8017577191740534]
    if n == 0:
        return [float("nan"), float("nan")]
    if (k, n) in known:
        return known[k, n]
    p = k / n
    return [p - z * (p * (1 - p) / n) ** 0.5, p + z * (p * (1 - p) / n) ** 0.5]
""",
    },
    {
        "task": "03-q1",
        "name": "table-for-twenty",
        "right": False,
        "why": "an error above 20 people",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    table = {}
    for size in range(1, 21):
        half = z / (size + z**2) * (max(k * (size - k), 0) / size + z**2 / 4) ** 0.5
        middle = (k + z**2 / 2) / (size + z**2)
        table[size] = [middle - half, middle + half]
    return table[n]
""",
    },
    {
        "task": "03-q1",
        "name": "capped-width",
        "right": False,
        "why": "an interval is never wider than 0.6",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    middle = (k + z**2 / 2) / (n + z**2)
    half = min(z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5, 0.3)
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "simple-interval",
        "right": False,
        "why": "share plus and minus its standard error",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    p = k / n
    half = z * (p * (1 - p) / n) ** 0.5
    return [p - half, p + half]
""",
    },
    {
        "task": "03-q1",
        "name": "middle-is-the-share",
        "right": False,
        "why": "Wilson's half width around k / n",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [k / n - half, k / n + half]
""",
    },
    {
        "task": "03-q1",
        "name": "no-quarter",
        "right": False,
        "why": "z squared over 4 is missing",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "whole-division",
        "right": False,
        "why": "// cuts k (n - k) / n",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) // n + z**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "upper-first",
        "right": False,
        "why": "the upper end comes first",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle + half, middle - half]
""",
    },
    {
        "task": "03-q1",
        "name": "one-nan",
        "right": False,
        "why": "a single NaN instead of a list of two",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return float("nan")
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "zero-to-one-for-nobody",
        "right": False,
        "why": "0 to 1 when n is 0",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [0.0, 1.0]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "rounded-to-four",
        "right": False,
        "why": "rounds to four decimals",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    return [round(middle - half, 4), round(middle + half, 4)]
""",
    },
    {
        "task": "03-q1",
        "name": "z-ignored",
        "right": False,
        "why": "always takes 1.96",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    middle = (k + 1.96**2 / 2) / (n + 1.96**2)
    half = 1.96 / (n + 1.96**2) * (k * (n - k) / n + 1.96**2 / 4) ** 0.5
    return [middle - half, middle + half]
""",
    },
    {
        "task": "03-q1",
        "name": "printed",
        "right": False,
        "why": "prints and returns nothing",
        "code": """def share_range(k, n, z=1.96):
    if n == 0:
        return [float("nan"), float("nan")]
    middle = (k + z**2 / 2) / (n + z**2)
    half = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
    print([middle - half, middle + half])
""",
    },
    {
        "task": "03-q2",
        "name": "sf",
        "right": True,
        "why": "more than one less",
        "code": """def chance_of(sales, subscribers, rate):
    return binom.sf(sales - 1, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "one-minus-cdf",
        "right": True,
        "why": "the complement of at most one less",
        "code": """def chance_of(sales: int, subscribers: int, rate: float) -> float:
    at_most = binom.cdf(sales - 1, n=subscribers, p=rate)
    return float(1 - at_most)
""",
    },
    {
        "task": "03-q2",
        "name": "sum-of-pmf",
        "right": True,
        "why": "sum over a range, both ends in",
        "code": """def chance_of(sales, subscribers, rate):
    return sum(binom.pmf(k, subscribers, rate) for k in range(max(sales, 0), subscribers + 1))
""",
    },
    {
        "task": "03-q2",
        "name": "numpy-pmf",
        "right": True,
        "why": "the whole distribution, cut with a mask",
        "code": """import numpy as np


def chance_of(sales, subscribers, rate):
    counts = np.arange(subscribers + 1)
    chances = binom(subscribers, rate).pmf(counts)
    return chances[counts >= sales].sum()
""",
    },
    {
        "task": "03-q2",
        "name": "one-subscriber-at-a-time",
        "right": True,
        "why": "adds one subscriber after the other to a list of chances",
        "code": """import numpy as np


def chance_of(sales, subscribers, rate):
    chances = np.array([1.0])
    for _ in range(subscribers):
        chances = np.convolve(chances, [1 - rate, rate])
    return float(chances[max(sales, 0):].sum())
""",
    },
    {
        "task": "03-q2",
        "name": "beta",
        "right": True,
        "why": "the incomplete beta function",
        "code": """from scipy.special import betainc


def chance_of(sales, subscribers, rate):
    if sales <= 0:
        return 1.0
    if sales > subscribers:
        return 0.0
    return float(betainc(sales, subscribers - sales + 1, rate))
""",
    },
    {
        "task": "03-q2",
        "name": "exact-fractions",
        "right": True,
        "why": "exact arithmetic with comb and Fraction",
        "code": """from fractions import Fraction
from math import comb


def chance_of(sales, subscribers, rate):
    p = Fraction(str(float(rate)))
    fewer = sum(
        comb(subscribers, k) * p**k * (1 - p) ** (subscribers - k) for k in range(min(sales, subscribers + 1))
    )
    return float(1 - fewer)
""",
    },
    {
        "task": "03-q2",
        "name": "non-buyers",
        "right": True,
        "why": "counts those who do not buy",
        "code": """def chance_of(sales, subscribers, rate):
    return binom.cdf(subscribers - sales, subscribers, 1 - rate)
""",
    },
    {
        "task": "03-q2",
        "name": "rate-in-whole-percents",
        "right": False,
        "why": "rounds the rate to two decimals",
        "code": """def chance_of(sales, subscribers, rate):
    return binom.sf(sales - 1, subscribers, round(rate, 2))
""",
    },
    {
        "task": "03-q2",
        "name": "twenty-more-at-most",
        "right": False,
        "why": "adds up twenty numbers of sales only",
        "code": """def chance_of(sales, subscribers, rate):
    return sum(binom.pmf(k, subscribers, rate) for k in range(sales, sales + 20))
""",
    },
    {
        "task": "03-q2",
        "name": "poisson-for-large-lists",
        "right": False,
        "why": "Poisson distribution for a hundred subscribers or more",
        "code": """from scipy.stats import poisson


def chance_of(sales, subscribers, rate):
    if subscribers >= 100:
        return poisson.sf(sales - 1, subscribers * rate)
    return binom.sf(sales - 1, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "normal-for-large-lists",
        "right": False,
        "why": "normal distribution from thirty subscribers on",
        "code": """from scipy.stats import norm


def chance_of(sales, subscribers, rate):
    if subscribers >= 30:
        sd = (subscribers * rate * (1 - rate)) ** 0.5
        return norm.sf(sales - 0.5, subscribers * rate, sd)
    return binom.sf(sales - 1, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "rounded-to-four",
        "right": False,
        "why": "rounds to four decimals",
        "code": """def chance_of(sales, subscribers, rate):
    return round(float(binom.sf(sales - 1, subscribers, rate)), 4)
""",
    },
    {
        "task": "03-q2",
        "name": "logarithms",
        "right": False,
        "why": "an error at a rate of 0 or 1",
        "code": """from math import comb, exp, log


def chance_of(sales, subscribers, rate):
    chance = 0
    for k in range(max(sales, 0), subscribers + 1):
        chance += exp(log(comb(subscribers, k)) + k * log(rate) + (subscribers - k) * log(1 - rate))
    return chance
""",
    },
    {
        "task": "03-q2",
        "name": "nan-for-an-empty-list",
        "right": False,
        "why": "NaN without subscribers",
        "code": """def chance_of(sales, subscribers, rate):
    if subscribers == 0:
        return float("nan")
    return binom.sf(sales - 1, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "too-large-to-convert",
        "right": False,
        "why": "comb times float fails for large lists",
        "code": """from math import comb


def chance_of(sales, subscribers, rate):
    return sum(
        comb(subscribers, k) * rate**k * (1 - rate) ** (subscribers - k) for k in range(sales, subscribers + 1)
    )
""",
    },
    {
        "task": "03-q2",
        "name": "first-hundred-subscribers",
        "right": False,
        "why": "looks at a hundred subscribers at most",
        "code": """def chance_of(sales, subscribers, rate):
    return binom.sf(sales - 1, min(subscribers, 100), rate)
""",
    },
    {
        "task": "03-q2",
        "name": "sure-below-the-mean",
        "right": False,
        "why": "far below the mean it is called certain",
        "code": """def chance_of(sales, subscribers, rate):
    if sales < subscribers * rate / 2:
        return 1.0
    return binom.sf(sales - 1, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "mean-first",
        "right": False,
        "why": "0 or 1 by the mean for more than ten subscribers",
        "code": """def chance_of(sales, subscribers, rate):
    if subscribers > 10:
        return 1.0 if subscribers * rate >= sales else 0.0
    return binom.sf(sales - 1, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "more-than",
        "right": False,
        "why": "more than so many",
        "code": """def chance_of(sales, subscribers, rate):
    return binom.sf(sales, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "one-minus-cdf-of-sales",
        "right": False,
        "why": "the complement of at most so many",
        "code": """def chance_of(sales, subscribers, rate):
    return 1 - binom.cdf(sales, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "exactly",
        "right": False,
        "why": "exactly so many",
        "code": """def chance_of(sales, subscribers, rate):
    return binom.pmf(sales, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "at-most",
        "right": False,
        "why": "at most so many",
        "code": """def chance_of(sales, subscribers, rate):
    return binom.cdf(sales, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "last-case-missing",
        "right": False,
        "why": "the case that everybody buys is missing",
        "code": """def chance_of(sales, subscribers, rate):
    return sum(binom.pmf(k, subscribers, rate) for k in range(sales, subscribers))
""",
    },
    {
        "task": "03-q2",
        "name": "percent",
        "right": False,
        "why": "a percent",
        "code": """def chance_of(sales, subscribers, rate):
    return 100 * binom.sf(sales - 1, subscribers, rate)
""",
    },
    {
        "task": "03-q2",
        "name": "simulated",
        "right": False,
        "why": "a share of simulated launches, which is not exact",
        "code": """import numpy as np


def chance_of(sales, subscribers, rate):
    draws = np.random.default_rng(1).binomial(subscribers, rate, 10_000)
    return (draws >= sales).mean()
""",
    },
    {
        "task": "03-q2",
        "name": "given-people",
        "right": False,
        "why": "the chance that given people all buy",
        "code": """def chance_of(sales, subscribers, rate):
    return rate**sales
""",
    },
    {
        "task": "03-q2",
        "name": "printed",
        "right": False,
        "why": "prints and returns nothing",
        "code": """def chance_of(sales, subscribers, rate):
    print(binom.sf(sales - 1, subscribers, rate))
""",
    },
    {
        "task": "03-q3",
        "name": "as-the-hints-say",
        "right": True,
        "why": "drop_duplicates, transform, groupby",
        "code": """def shared_votes(votes):
    once = votes.drop_duplicates(["voter", "request"])
    weights = 1 / once.groupby("voter")["request"].transform("size")
    return weights.groupby(once["request"]).sum()
""",
    },
    {
        "task": "03-q3",
        "name": "dict-of-sets",
        "right": True,
        "why": "a set of requests for each voter",
        "code": """def shared_votes(votes):
    chosen = {}
    for voter, request in zip(votes["voter"], votes["request"]):
        chosen.setdefault(voter, set()).add(request)
    sums = {}
    for requests in chosen.values():
        for request in requests:
            sums[request] = sums.get(request, 0) + 1 / len(requests)
    return pd.Series(sums)
""",
    },
    {
        "task": "03-q3",
        "name": "crosstab",
        "right": True,
        "why": "a table of voters and requests, rows divided by their sums",
        "code": """def shared_votes(votes):
    table = pd.crosstab(votes["voter"], votes["request"]).clip(upper=1)
    return table.div(table.sum(axis=1), axis=0).sum()
""",
    },
    {
        "task": "03-q3",
        "name": "nunique-map",
        "right": True,
        "why": "maps each voter to the number of different requests",
        "code": """def shared_votes(votes: pd.DataFrame) -> pd.Series:
    different = votes.groupby("voter")["request"].nunique()
    pairs = votes[["voter", "request"]].drop_duplicates().reset_index(drop=True)
    pairs["share"] = pairs["voter"].map(1.0 / different)
    return pairs.groupby("request")["share"].sum().sort_values(ascending=False)
""",
    },
    {
        "task": "03-q3",
        "name": "counter-over-a-set",
        "right": True,
        "why": "Counters over the set of pairs",
        "code": """from collections import Counter


def shared_votes(votes):
    pairs = set(votes[["voter", "request"]].itertuples(index=False, name=None))
    size = Counter(voter for voter, _ in pairs)
    total = Counter()
    for voter, request in sorted(pairs, key=str):
        total[request] += 1 / size[voter]
    return pd.Series(dict(total), dtype=float, name="shares")
""",
    },
    {
        "task": "03-q3",
        "name": "normalised-counts-by-voter",
        "right": True,
        "why": "value_counts of each voter's unique requests, added up",
        "code": """def shared_votes(votes):
    result = pd.Series(0.0, index=sorted(votes["request"].unique()))
    for _, choices in votes.groupby("voter")["request"]:
        unique = choices.unique()
        result.loc[unique] += 1 / len(unique)
    return result
""",
    },
    {
        "task": "03-q3",
        "name": "numpy-unique",
        "right": True,
        "why": "numpy codes, a matrix of booleans",
        "code": """import numpy as np


def shared_votes(votes):
    voters, requests = pd.factorize(votes["voter"]), pd.factorize(votes["request"])
    grid = np.zeros((len(voters[1]), len(requests[1])), dtype=bool)
    grid[voters[0], requests[0]] = True
    return pd.Series((grid / grid.sum(axis=1, keepdims=True)).sum(axis=0), index=requests[1])
""",
    },
    {
        "task": "03-q3",
        "name": "other-columns-keep-repeats",
        "right": False,
        "why": "drop_duplicates() over all columns: another column keeps the repeats",
        "code": """def shared_votes(votes):
    once = votes.drop_duplicates()
    weights = 1 / once.groupby("voter")["request"].transform("size")
    return weights.groupby(once["request"]).sum()
""",
    },
    {
        "task": "03-q3",
        "name": "three-requests-at-most",
        "right": False,
        "why": "knows the shares for up to three requests",
        "code": """def shared_votes(votes):
    once = votes.drop_duplicates(["voter", "request"])
    share = {1: 1.0, 2: 1 / 2, 3: 1 / 3}
    weights = once.groupby("voter")["request"].transform("size").map(share)
    return weights.groupby(once["request"]).sum()
""",
    },
    {
        "task": "03-q3",
        "name": "three-best-only",
        "right": False,
        "why": "returns the three best requests only",
        "code": """def shared_votes(votes):
    once = votes.drop_duplicates(["voter", "request"])
    weights = 1 / once.groupby("voter")["request"].transform("size")
    return weights.groupby(once["request"]).sum().nlargest(3)
""",
    },
    {
        "task": "03-q3",
        "name": "loud-voters-left-out",
        "right": False,
        "why": "voters with more than five votes are thrown out",
        "code": """def shared_votes(votes):
    count = votes.groupby("voter")["request"].transform("size")
    once = votes[count <= 5].drop_duplicates(["voter", "request"])
    weights = 1 / once.groupby("voter")["request"].transform("size")
    return weights.groupby(once["request"]).sum()
""",
    },
    {
        "task": "03-q3",
        "name": "glued-names",
        "right": False,
        "why": "voter and request glued together as a key: ab + c is a + bc",
        "code": """def shared_votes(votes):
    key = votes["voter"].astype(str) + votes["request"].astype(str)
    once = votes[~key.duplicated()]
    weights = 1 / once.groupby("voter")["request"].transform("size")
    return weights.groupby(once["request"]).sum()
""",
    },
    {
        "task": "03-q3",
        "name": "index-as-position",
        "right": False,
        "why": "takes the labels 0, 1, 2 of the index for granted",
        "code": """def shared_votes(votes):
    chosen = {}
    for i in range(len(votes)):
        chosen.setdefault(votes["voter"][i], set()).add(votes["request"][i])
    sums = {}
    for requests in chosen.values():
        for request in requests:
            sums[request] = sums.get(request, 0) + 1 / len(requests)
    return pd.Series(sums)
""",
    },
    {
        "task": "03-q3",
        "name": "joined-by-index",
        "right": False,
        "why": "joins the shares back by labels, which may occur twice",
        "code": """def shared_votes(votes):
    once = votes.drop_duplicates(["voter", "request"])
    share = {}
    size = once["voter"].value_counts()
    for label, voter in once["voter"].items():
        share[label] = 1 / size[voter]
    sums = {}
    for label, request in once["request"].items():
        sums[request] = sums.get(request, 0) + share[label]
    return pd.Series(sums)
""",
    },
    {
        "task": "03-q3",
        "name": "changes-votes",
        "right": False,
        "why": "drops rows from the table it was given",
        "code": """def shared_votes(votes):
    votes.drop_duplicates(["voter", "request"], inplace=True)
    weights = 1 / votes.groupby("voter")["request"].transform("size")
    return weights.groupby(votes["request"]).sum()
""",
    },
    {
        "task": "03-q3",
        "name": "adds-a-column",
        "right": False,
        "why": "leaves a column in the table it was given",
        "code": """def shared_votes(votes):
    votes["weight"] = 1 / votes.groupby("voter")["request"].transform("nunique")
    return votes.drop_duplicates(["voter", "request"]).groupby("request")["weight"].sum()
""",
    },
    {
        "task": "03-q3",
        "name": "small-requests-left-out",
        "right": False,
        "why": "requests with less than one whole vote are left out",
        "code": """def shared_votes(votes):
    once = votes.drop_duplicates(["voter", "request"])
    weights = 1 / once.groupby("voter")["request"].transform("size")
    sums = weights.groupby(once["request"]).sum()
    return sums[sums >= 1]
""",
    },
    {
        "task": "03-q3",
        "name": "first-three-choices",
        "right": False,
        "why": "shares the vote among the first three different requests",
        "code": """def shared_votes(votes):
    once = votes.drop_duplicates(["voter", "request"]).groupby("voter").head(3)
    weights = 1 / once.groupby("voter")["request"].transform("size")
    return weights.groupby(once["request"]).sum()
""",
    },
    {
        "task": "03-q3",
        "name": "rows-shared",
        "right": False,
        "why": "every row counts, divided by the rows of the voter",
        "code": """def shared_votes(votes):
    weights = 1 / votes.groupby("voter")["request"].transform("size")
    return weights.groupby(votes["request"]).sum()
""",
    },
    {
        "task": "03-q3",
        "name": "first-vote-only",
        "right": False,
        "why": "the first vote of each voter",
        "code": """def shared_votes(votes):
    return votes.drop_duplicates("voter")["request"].value_counts().astype(float)
""",
    },
    {
        "task": "03-q3",
        "name": "last-vote-only",
        "right": False,
        "why": "the last vote of each voter",
        "code": """def shared_votes(votes):
    return votes.groupby("voter")["request"].last().value_counts()
""",
    },
    {
        "task": "03-q3",
        "name": "voters-counted",
        "right": False,
        "why": "how many voters each request has",
        "code": """def shared_votes(votes):
    return votes.groupby("request")["voter"].nunique()
""",
    },
    {
        "task": "03-q3",
        "name": "votes-counted",
        "right": False,
        "why": "counts votes",
        "code": """def shared_votes(votes):
    return votes["request"].value_counts()
""",
    },
    {
        "task": "03-q3",
        "name": "divided-by-rows-of-the-voter",
        "right": False,
        "why": "pairs once, but divided by all rows of the voter",
        "code": """def shared_votes(votes):
    once = votes.drop_duplicates(["voter", "request"])
    weights = 1 / once["voter"].map(votes["voter"].value_counts())
    return weights.groupby(once["request"]).sum()
""",
    },
    {
        "task": "03-q3",
        "name": "shares-of-all",
        "right": False,
        "why": "shares that add up to one",
        "code": """def shared_votes(votes):
    once = votes.drop_duplicates(["voter", "request"])
    weights = 1 / once.groupby("voter")["request"].transform("size")
    return weights.groupby(once["request"]).sum() / once["voter"].nunique()
""",
    },
    {
        "task": "03-q3",
        "name": "rounded",
        "right": False,
        "why": "rounds to two decimals",
        "code": """def shared_votes(votes):
    once = votes.drop_duplicates(["voter", "request"])
    weights = 1 / once.groupby("voter")["request"].transform("size")
    return weights.groupby(once["request"]).sum().round(2)
""",
    },
    {
        "task": "03-q4",
        "name": "as-the-hints-say",
        "right": True,
        "why": "nunique of the people, sums by problem",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    people = rows["person"].nunique()
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "dict-loop",
        "right": True,
        "why": "a loop over the rows of the group",
        "code": """def problem_scores(survey, group):
    sums, people = {}, set()
    for row in survey.to_dict("records"):
        if row["group"] == group:
            people.add(row["person"])
            sums[row["problem"]] = sums.get(row["problem"], 0) + row["often"] * row["pain"]
    return pd.Series({problem: total / len(people) for problem, total in sums.items()})
""",
    },
    {
        "task": "03-q4",
        "name": "person-by-problem",
        "right": True,
        "why": "a table of people and problems filled with 0, its mean",
        "code": """def problem_scores(survey, group):
    rows = survey.loc[survey["group"].eq(group)].assign(score=lambda table: table["often"] * table["pain"])
    wide = rows.pivot_table(index="person", columns="problem", values="score", aggfunc="sum", fill_value=0)
    return wide.mean()
""",
    },
    {
        "task": "03-q4",
        "name": "assign-and-agg",
        "right": True,
        "why": "a helper column on a copy, sorted result",
        "code": """def problem_scores(survey: pd.DataFrame, group: str) -> pd.Series:
    mine = survey.query("group == @group").copy()
    mine["score"] = mine["often"].mul(mine["pain"])
    totals = mine.groupby("problem")["score"].agg("sum")
    return totals.div(len(set(mine["person"]))).sort_values(ascending=False)
""",
    },
    {
        "task": "03-q4",
        "name": "one-problem-at-a-time",
        "right": True,
        "why": "a comprehension over the problems of the group",
        "code": """def problem_scores(survey, group):
    inside = survey[survey["group"] == group].reset_index(drop=True)
    n = len(inside["person"].drop_duplicates())

    def score(problem):
        some = inside[inside["problem"] == problem]
        return (some["often"] @ some["pain"]) / n

    names = list(inside["problem"].unique())
    return pd.Series([score(name) for name in names], index=names, dtype=float)
""",
    },
    {
        "task": "03-q4",
        "name": "numpy-weights",
        "right": True,
        "why": "bincount with weights",
        "code": """import numpy as np


def problem_scores(survey, group):
    rows = survey[(survey["group"] == group).to_numpy()]
    codes, problems = pd.factorize(rows["problem"])
    product = rows["often"].to_numpy(float) * rows["pain"].to_numpy(float)
    people = np.unique(rows["person"].to_numpy()).size
    return pd.Series(np.bincount(codes, weights=product, minlength=len(problems)) / people, index=problems)
""",
    },
    {
        "task": "03-q4",
        "name": "zeros-are-not-people",
        "right": False,
        "why": "people who only have rows with 0 are not counted",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    people = rows.loc[rows["often"] > 0, "person"].nunique()
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "equal-rows-once",
        "right": False,
        "why": "two equal rows of one person are taken for one",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group].drop_duplicates()
    people = rows["person"].nunique()
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "part-of-the-name",
        "right": False,
        "why": "str.contains: the buyers are also among the non-buyers",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"].str.contains(group)]
    people = rows["person"].nunique()
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "number-of-people-by-heart",
        "right": False,
        "why": "three buyers and two fans",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    people = 3 if group == "buyer" else 2
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "three-people-at-most",
        "right": False,
        "why": "divides by three people at most",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    people = min(rows["person"].nunique(), 3)
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "index-as-position",
        "right": False,
        "why": "takes the labels 0, 1, 2 of the index for granted",
        "code": """def problem_scores(survey, group):
    sums, people = {}, set()
    for i in range(len(survey)):
        if survey.loc[i, "group"] == group:
            people.add(survey.loc[i, "person"])
            problem = survey.loc[i, "problem"]
            sums[problem] = sums.get(problem, 0) + survey.loc[i, "often"] * survey.loc[i, "pain"]
    return pd.Series(sums) / len(people)
""",
    },
    {
        "task": "03-q4",
        "name": "labels-of-the-group",
        "right": False,
        "why": "picks rows by label, which may occur in both groups",
        "code": """def problem_scores(survey, group):
    labels = survey.index[survey["group"] == group]
    rows = survey.loc[labels.unique()]
    people = rows["person"].nunique()
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "adds-a-column",
        "right": False,
        "why": "leaves a column in the table it was given",
        "code": """def problem_scores(survey, group):
    survey["score"] = survey["often"] * survey["pain"]
    rows = survey[survey["group"] == group]
    return rows.groupby("problem")["score"].sum() / rows["person"].nunique()
""",
    },
    {
        "task": "03-q4",
        "name": "sorts-survey",
        "right": False,
        "why": "sorts the table it was given",
        "code": """def problem_scores(survey, group):
    survey.sort_values(["group", "problem"], inplace=True)
    rows = survey[survey["group"] == group]
    people = rows["person"].nunique()
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "first-letters",
        "right": False,
        "why": "people by their first letter",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    people = rows["person"].str[0].nunique()
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "two-first-problems",
        "right": False,
        "why": "the two worst problems only",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    people = rows["person"].nunique()
    return ((rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people).nlargest(2)
""",
    },
    {
        "task": "03-q4",
        "name": "whole-times",
        "right": False,
        "why": "cuts decimals off how often it occurs",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    people = rows["person"].nunique()
    return (rows["often"].astype(int) * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "nine-times-at-most",
        "right": False,
        "why": "an often above nine is cut to nine",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    people = rows["person"].nunique()
    return (rows["often"].clip(upper=9) * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "per-row",
        "right": False,
        "why": "divides by rows",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / len(rows)
""",
    },
    {
        "task": "03-q4",
        "name": "per-person-who-has-it",
        "right": False,
        "why": "divides by the people who have the problem",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    sums = (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum()
    return sums / rows.groupby("problem")["person"].nunique()
""",
    },
    {
        "task": "03-q4",
        "name": "everybody-asked",
        "right": False,
        "why": "divides by the people of all groups",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    people = survey["person"].nunique()
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "one-row-per-person",
        "right": False,
        "why": "one row per person and problem",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group].drop_duplicates(["person", "problem"], keep="last")
    people = rows["person"].nunique()
    return (rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people
""",
    },
    {
        "task": "03-q4",
        "name": "sum-times-sum",
        "right": False,
        "why": "multiplies the sums instead of the rows",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    sums = rows.groupby("problem")[["often", "pain"]].sum()
    return sums["often"] * sums["pain"] / rows["person"].nunique()
""",
    },
    {
        "task": "03-q4",
        "name": "rounded",
        "right": False,
        "why": "rounds to one decimal",
        "code": """def problem_scores(survey, group):
    rows = survey[survey["group"] == group]
    people = rows["person"].nunique()
    return ((rows["often"] * rows["pain"]).groupby(rows["problem"]).sum() / people).round(1)
""",
    },
    {
        "task": "03-q5",
        "name": "sets",
        "right": True,
        "why": "as the hints say",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    return (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1 - len(a | b)
""",
    },
    {
        "task": "03-q5",
        "name": "closed-form",
        "right": True,
        "why": "the same as (only a) times (only b) over (m + 1)",
        "code": """def nobody_found(list_a, list_b):
    only_a, only_b = set(list_a) - set(list_b), set(list_b) - set(list_a)
    both = set(list_a).intersection(list_b)
    return len(only_a) * len(only_b) / (len(both) + 1)
""",
    },
    {
        "task": "03-q5",
        "name": "loops",
        "right": True,
        "why": "loops without sets",
        "code": """def nobody_found(list_a, list_b):
    a, b = [], []
    for fault in list_a:
        if fault not in a:
            a.append(fault)
    for fault in list_b:
        if fault not in b:
            b.append(fault)
    m = sum(1 for fault in a if fault in b)
    found = len(a) + len(b) - m
    estimate = (len(a) + 1) * (len(b) + 1) / (m + 1) - 1
    return estimate - found
""",
    },
    {
        "task": "03-q5",
        "name": "pandas",
        "right": True,
        "why": "an outer merge with its indicator",
        "code": """def nobody_found(list_a, list_b):
    a = pd.DataFrame({"fault": list(list_a)}, dtype=object).drop_duplicates()
    b = pd.DataFrame({"fault": list(list_b)}, dtype=object).drop_duplicates()
    side = a.merge(b, on="fault", how="outer", indicator=True)["_merge"].value_counts()
    return (len(a) + 1) * (len(b) + 1) / (side["both"] + 1) - 1 - side.sum()
""",
    },
    {
        "task": "03-q5",
        "name": "numpy",
        "right": True,
        "why": "numpy's set functions",
        "code": """import numpy as np


def nobody_found(list_a: list, list_b: list) -> float:
    a, b = np.unique(np.array(list_a, dtype=str)), np.unique(np.array(list_b, dtype=str))
    m = np.intersect1d(a, b).size
    chapman = (a.size + 1) * (b.size + 1) / (m + 1) - 1
    return float(chapman - np.union1d(a, b).size)
""",
    },
    {
        "task": "03-q5",
        "name": "dict-keys",
        "right": True,
        "why": "dict.fromkeys and its views",
        "code": """def nobody_found(list_a, list_b):
    a, b = dict.fromkeys(list_a).keys(), dict.fromkeys(list_b).keys()
    together = len({*list_a, *list_b})
    m = len(a) + len(b) - together
    return ((len(a) + 1) * (len(b) + 1) - (m + 1)) / (m + 1) - together
""",
    },
    {
        "task": "03-q5",
        "name": "nan-for-an-empty-list",
        "right": False,
        "why": "NaN when a list is empty",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    if not a or not b:
        return float("nan")
    return (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1 - len(a | b)
""",
    },
    {
        "task": "03-q5",
        "name": "all-left-for-an-empty-list",
        "right": False,
        "why": "with an empty list, what the other found is called left",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    if not a or not b:
        return len(a | b)
    return (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1 - len(a | b)
""",
    },
    {
        "task": "03-q5",
        "name": "common-counted-in-the-first-list",
        "right": False,
        "why": "a common fault that is twice on the first list counts twice",
        "code": """def nobody_found(list_a, list_b):
    a, b = len(set(list_a)), len(set(list_b))
    m = sum(fault in list_b for fault in list_a)
    return (a + 1) * (b + 1) / (m + 1) - 1 - len(set(list_a + list_b))
""",
    },
    {
        "task": "03-q5",
        "name": "common-by-counter",
        "right": False,
        "why": "a common fault that is twice on both lists counts twice",
        "code": """from collections import Counter


def nobody_found(list_a, list_b):
    m = sum((Counter(list_a) & Counter(list_b)).values())
    a, b = set(list_a), set(list_b)
    return (len(a) + 1) * (len(b) + 1) / (m + 1) - 1 - len(a | b)
""",
    },
    {
        "task": "03-q5",
        "name": "part-of-the-words",
        "right": False,
        "why": "a fault is common if its words are part of another",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    m = len([fault for fault in a if any(fault in other for other in b)])
    return (len(a) + 1) * (len(b) + 1) / (m + 1) - 1 - (len(a) + len(b) - m)
""",
    },
    {
        "task": "03-q5",
        "name": "first-letters",
        "right": False,
        "why": "faults are told apart by their first letter",
        "code": """def nobody_found(list_a, list_b):
    a, b = {fault[0] for fault in list_a}, {fault[0] for fault in list_b}
    return (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1 - len(a | b)
""",
    },
    {
        "task": "03-q5",
        "name": "rounded-from-one-on",
        "right": False,
        "why": "a whole number when it is one fault or more",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    left = (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1 - len(a | b)
    return round(left) if left >= 1 else left
""",
    },
    {
        "task": "03-q5",
        "name": "sorts-the-lists",
        "right": False,
        "why": "sorts the lists it was given",
        "code": """def nobody_found(list_a, list_b):
    list_a.sort(reverse=True)
    list_b.sort(reverse=True)
    a, b = set(list_a), set(list_b)
    return (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1 - len(a | b)
""",
    },
    {
        "task": "03-q5",
        "name": "cleans-the-lists",
        "right": False,
        "why": "removes repeats from the lists it was given",
        "code": """def nobody_found(list_a, list_b):
    for faults in (list_a, list_b):
        for fault in set(faults):
            while faults.count(fault) > 1:
                faults.remove(fault)
    m = sum(fault in list_b for fault in list_a)
    a, b = len(list_a), len(list_b)
    return (a + 1) * (b + 1) / (m + 1) - 1 - (a + b - m)
""",
    },
    {
        "task": "03-q5",
        "name": "joins-the-lists",
        "right": False,
        "why": "adds the second list to the first one it was given",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    list_a += list_b
    return (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1 - len(set(list_a))
""",
    },
    {
        "task": "03-q5",
        "name": "not-more-than-found",
        "right": False,
        "why": "never more left than were found",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    left = (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1 - len(a | b)
    return min(left, len(a | b))
""",
    },
    {
        "task": "03-q5",
        "name": "examples-by-heart",
        "right": False,
        "why": "only on a, only on b and both looked up in a small table",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    return {(1, 1, 2): 1 / 3, (2, 1, 1): 1, (0, 0, 2): 0}.get((len(a - b), len(b - a), len(a & b)), 2)
""",
    },
    {
        "task": "03-q5",
        "name": "all-faults",
        "right": False,
        "why": "the estimate of all faults",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    return (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1
""",
    },
    {
        "task": "03-q5",
        "name": "repeats-counted",
        "right": False,
        "why": "lengths of the lists with repeats",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    return (len(list_a) + 1) * (len(list_b) + 1) / (len(a & b) + 1) - 1 - len(a | b)
""",
    },
    {
        "task": "03-q5",
        "name": "both-taken-off-twice",
        "right": False,
        "why": "takes off both lengths",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    return (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1 - len(a) - len(b)
""",
    },
    {
        "task": "03-q5",
        "name": "without-the-ones",
        "right": False,
        "why": "a b / m, infinite without common faults",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    return len(a) * len(b) / len(a & b) - len(a | b) if a & b else float("inf")
""",
    },
    {
        "task": "03-q5",
        "name": "whole-division",
        "right": False,
        "why": "// instead of /",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    return (len(a) + 1) * (len(b) + 1) // (len(a & b) + 1) - 1 - len(a | b)
""",
    },
    {
        "task": "03-q5",
        "name": "same-place",
        "right": False,
        "why": "common only if it stands in the same place",
        "code": """def nobody_found(list_a, list_b):
    a, b = sorted(set(list_a)), sorted(set(list_b))
    m = sum(x == y for x, y in zip(a, b))
    return (len(a) + 1) * (len(b) + 1) / (m + 1) - 1 - len(set(a) | set(b))
""",
    },
    {
        "task": "03-q5",
        "name": "printed",
        "right": False,
        "why": "prints and returns nothing",
        "code": """def nobody_found(list_a, list_b):
    a, b = set(list_a), set(list_b)
    print((len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1 - len(a | b))
""",
    },
    {
        "task": "03-q6",
        "name": "chained",
        "right": True,
        "why": "two chained comparisons, chance_of from task 2",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, chance_of(20, 500, 0.03)]
""",
    },
    {
        "task": "03-q6",
        "name": "max-and-min",
        "right": True,
        "why": "the common range by max and min, scipy for the chance",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    low, high = max(first[0], second[0]), min(first[1], second[1])
    return bool(low <= people <= high)


sales = 500 * 0.03
answers = [sales, sales * 997, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "not-outside",
        "right": True,
        "why": "false when below or above one of the ranges",
        "code": """def fits_both(people: int, first: tuple = (10, 20), second: tuple = (20, 30)) -> bool:
    for low, high in (first, second):
        if people < low or people > high:
            return False
    return True


answers = []
answers.append(round(500 * 3 / 100))
answers.append(answers[0] * 997)
answers.append(1 - binom.cdf(19, 500, 0.03))
""",
    },
    {
        "task": "03-q6",
        "name": "all-generator",
        "right": True,
        "why": "all() over both ranges; the chance with three decimals",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return all(low <= people <= high for low, high in [first, second])


answers = [15.0, 14955.0, 0.121]
""",
    },
    {
        "task": "03-q6",
        "name": "range-objects",
        "right": True,
        "why": "ranges of whole numbers with their ends",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    def numbers(ends):
        return range(ends[0], ends[1] + 1)

    return people in numbers(first) and people in numbers(second)


answers = [15, 15 * 997, round(sum(binom.pmf(k, 500, 0.03) for k in range(20, 501)), 4)]
""",
    },
    {
        "task": "03-q6",
        "name": "numpy-ends",
        "right": True,
        "why": "numpy arrays of lower and upper ends",
        "code": """import numpy as np


def fits_both(people, first=(10, 20), second=(20, 30)):
    lower, upper = np.array([first, second]).T
    return bool(np.all((people >= lower) & (people <= upper)))


guide = {"list": 500, "rate": 0.03, "price": 997, "needed": 20}
answers = [int(guide["list"] * guide["rate"]), int(guide["list"] * guide["rate"] * guide["price"]),
           chance_of(guide["needed"], guide["list"], guide["rate"])]
""",
    },
    {
        "task": "03-q6",
        "name": "more-than-twenty",
        "right": False,
        "why": "the chance of more than 20 sales",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, float(binom.sf(20, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "exactly-twenty",
        "right": False,
        "why": "the chance of exactly 20 sales",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, float(binom.pmf(20, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "at-least-fifteen",
        "right": False,
        "why": "the chance of the 15 sales that the guide computes",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, float(binom.sf(14, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "at-most-twenty",
        "right": False,
        "why": "the chance of at most 20 sales",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, float(binom.cdf(20, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "percent",
        "right": False,
        "why": "the chance as a percent",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, 100 * float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "two-decimals",
        "right": False,
        "why": "the chance with two decimals",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, 0.12]
""",
    },
    {
        "task": "03-q6",
        "name": "no-chance",
        "right": False,
        "why": "15 is less than 20, so the chance is 0",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, 0]
""",
    },
    {
        "task": "03-q6",
        "name": "fifteen-of-twenty",
        "right": False,
        "why": "a chance of 15 out of 20",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, 15 / 20]
""",
    },
    {
        "task": "03-q6",
        "name": "revenue-in-thousands",
        "right": False,
        "why": "the comma is read as a decimal point",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14.955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "revenue-rounded",
        "right": False,
        "why": "a thousand dollars for each sale",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 15000, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "revenue-of-the-list",
        "right": False,
        "why": "every subscriber pays",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 500 * 997, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "list-instead-of-sales",
        "right": False,
        "why": "the subscribers instead of the sales",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [500, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "revenue-first",
        "right": False,
        "why": "revenue before sales",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [14955, 15, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "poisson",
        "right": False,
        "why": "Poisson instead of binomial: differs in the third decimal",
        "code": """from scipy.stats import poisson


def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, float(poisson.sf(19, 15))]
""",
    },
    {
        "task": "03-q6",
        "name": "lower-end-of-the-first-is-out",
        "right": False,
        "why": "strict at the lower end of the first range",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] < people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "sixty-people-at-most",
        "right": False,
        "why": "knows numbers of people up to 60 only",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    both = [n for n in range(1, 61) if first[0] <= n <= first[1] and second[0] <= n <= second[1]]
    return people in both


answers = [15, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "first-then-second",
        "right": False,
        "why": "takes for granted that the first range begins first",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return second[0] <= people <= min(first[1], second[1]) and people >= 10


answers = [15, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "between-the-inner-ends",
        "right": False,
        "why": "the ends sorted by size, the two in the middle",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    ends = sorted([*first, *second])
    return ends[1] <= people <= ends[2]


answers = [15, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "range-of-one-number",
        "right": False,
        "why": "a range of one number holds nothing",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    if first[0] == first[1] or second[0] == second[1]:
        return False
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]


answers = [15, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "in-one-of-them",
        "right": False,
        "why": "or instead of and",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] or second[0] <= people <= second[1]


answers = [15, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "ends-are-out",
        "right": False,
        "why": "strict at all ends",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] < people < first[1] and second[0] < people < second[1]


answers = [15, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "ranges-without-last",
        "right": False,
        "why": "range() leaves the upper end out",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return people in range(*first) and people in range(*second)


answers = [15, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "only-twenty",
        "right": False,
        "why": "only 20 fits, whatever the ranges are",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    return people == 20


answers = [15, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
    {
        "task": "03-q6",
        "name": "printed",
        "right": False,
        "why": "prints and returns nothing",
        "code": """def fits_both(people, first=(10, 20), second=(20, 30)):
    print(first[0] <= people <= first[1] and second[0] <= people <= second[1])


answers = [15, 14955, float(binom.sf(19, 500, 0.03))]
""",
    },
]
