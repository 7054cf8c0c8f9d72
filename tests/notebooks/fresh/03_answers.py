"""Answers to module 03, written from the released text alone, before its hidden cases had their final form."""

from functools import partial

from ecotools.grading.authoring import probes
from ecotools.grading.authoring.probes import right

wrong = partial(probes.wrong, message="only the verdict counts")

ANSWERS = "answers = [15.0, 14955, 0.12138]"


def claim(body, answers=ANSWERS):
    """Return an answer to task 6 with this function."""
    return f"{body}\n\n{answers}"


def business(products, plan):
    """Return an answer to task 7."""
    return f'my_products = """\n{products}\n"""\nmy_plan = """\n{plan}\n"""'


CORE = (
    "- {id: voice, name: Find Your Voice, kind: core, price: 149, problem: Singers go hoarse after two songs}"
)
PLAN = "validation: {status: running, pilot_days: 21, nps_answers: 9}\nbeta: {people: 24, discount: 0.4, end: 2027-06-30}"

PROBES = [
    # share_range
    right(
        "03-q1",
        "math and a dictionary of parts",
        """
        import math

        def share_range(k, n, z=1.96):
            if not n > 0:
                return [math.nan, math.nan]
            parts = {"zz": z * z}
            centre = (k + parts["zz"] / 2) / (n + parts["zz"])
            spread = z / (n + parts["zz"]) * math.sqrt(k * (n - k) / n + parts["zz"] / 4)
            return [centre - spread, centre + spread]
        """,
    ),
    right(
        "03-q1",
        "the roots of a quadratic",
        """
        import numpy as np

        def share_range(k, n, z=1.96):
            if n == 0:
                return [np.nan] * 2
            p = k / n
            roots = np.roots([1 + z**2 / n, -(2 * p + z**2 / n), p**2])
            return sorted(roots.real)
        """,
    ),
    right(
        "03-q1",
        "cut at 0 and 1",
        """
        def share_range(k, n, z=1.96):
            if n == 0:
                return float("nan"), float("nan")
            m = (k + z**2 / 2) / (n + z**2)
            h = (z / (n + z**2)) * ((k * (n - k)) / n + z**2 / 4) ** 0.5
            return max(0, m - h), min(1, m + h)
        """,
    ),
    wrong(
        "03-q1",
        "one NaN for nobody",
        """
        def share_range(k, n, z=1.96):
            if n == 0:
                return float("nan")
            m = (k + z**2 / 2) / (n + z**2)
            h = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
            return [m - h, m + h]
        """,
    ),
    wrong(
        "03-q1",
        "the normal interval cut at 0 and 1",
        """
        def share_range(k, n, z=1.96):
            if n == 0:
                return [float("nan")] * 2
            p = k / n
            h = z * (p * (1 - p) / n) ** 0.5
            return [max(p - h, 0), min(p + h, 1)]
        """,
    ),
    wrong(
        "03-q1",
        "two successes and two failures added",
        """
        def share_range(k, n, z=1.96):
            if n == 0:
                return [float("nan")] * 2
            p = (k + 2) / (n + 4)
            h = z * (p * (1 - p) / (n + 4)) ** 0.5
            return [p - h, p + h]
        """,
    ),
    wrong(
        "03-q1",
        "three decimals",
        """
        def share_range(k, n, z=1.96):
            if n == 0:
                return [float("nan")] * 2
            m = (k + z**2 / 2) / (n + z**2)
            h = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
            return [round(m - h, 3), round(m + h, 3)]
        """,
    ),
    wrong(
        "03-q1",
        "nothing known when nobody did it",
        """
        def share_range(k, n, z=1.96):
            if k == 0:
                return [float("nan")] * 2
            m = (k + z**2 / 2) / (n + z**2)
            h = z / (n + z**2) * (k * (n - k) / n + z**2 / 4) ** 0.5
            return [m - h, m + h]
        """,
    ),
    # chance_of
    right(
        "03-q2",
        "a sum of pmf",
        """
        def chance_of(sales, subscribers, rate):
            return sum(binom.pmf(k, subscribers, rate) for k in range(sales, subscribers + 1))
        """,
    ),
    right(
        "03-q2",
        "step by step from nobody",
        """
        def chance_of(sales, subscribers, rate):
            chances = [1.0]
            for _ in range(subscribers):
                chances = [
                    (chances[k] if k < len(chances) else 0) * (1 - rate) + (chances[k - 1] if k else 0) * rate
                    for k in range(len(chances) + 1)
                ]
            return sum(chances[sales:])
        """,
    ),
    right(
        "03-q2",
        "an if for nobody",
        """
        def chance_of(sales, subscribers, rate):
            if sales == 0:
                return 1
            return binom(subscribers, rate).sf(sales - 1)
        """,
    ),
    wrong(
        "03-q2",
        "a normal curve",
        """
        from scipy.stats import norm

        def chance_of(sales, subscribers, rate):
            sd = (subscribers * rate * (1 - rate)) ** 0.5 or 1e-9
            return norm.sf((sales - 0.5 - subscribers * rate) / sd)
        """,
    ),
    wrong(
        "03-q2",
        "Poisson",
        """
        from scipy.stats import poisson

        def chance_of(sales, subscribers, rate):
            return poisson.sf(sales - 1, subscribers * rate)
        """,
    ),
    wrong(
        "03-q2",
        "rounded to two decimals",
        """
        def chance_of(sales, subscribers, rate):
            return round(binom.sf(sales - 1, subscribers, rate), 2)
        """,
    ),
    wrong(
        "03-q2",
        "one minus at most",
        """
        def chance_of(sales, subscribers, rate):
            return 1 - binom.cdf(sales, subscribers, rate)
        """,
    ),
    wrong(
        "03-q2",
        "at least one",
        """
        def chance_of(sales, subscribers, rate):
            return 1 - (1 - rate) ** subscribers if sales else 1
        """,
    ),
    # shared_votes
    right(
        "03-q3",
        "groupby and apply",
        """
        def shared_votes(votes):
            result = {request: 0 for request in votes["request"].unique()}
            for voter, rows in votes.groupby("voter"):
                liked = rows["request"].unique()
                for request in liked:
                    result[request] += 1 / len(liked)
            return pd.Series(result)
        """,
    ),
    right(
        "03-q3",
        "merge with counts",
        """
        def shared_votes(votes):
            pairs = votes[["voter", "request"]].drop_duplicates()
            n = pairs.groupby("voter").size().rename("n").reset_index()
            both = pairs.merge(n, on="voter")
            both["part"] = 1 / both["n"]
            return both.groupby("request")["part"].sum()
        """,
    ),
    right(
        "03-q3",
        "nunique and map",
        """
        def shared_votes(votes):
            per_voter = votes.groupby("voter")["request"].nunique()
            once = votes.groupby(["voter", "request"]).size().reset_index()
            return (1 / once["voter"].map(per_voter)).groupby(once["request"]).sum()
        """,
    ),
    wrong(
        "03-q3",
        "shares of the votes cast",
        """
        def shared_votes(votes):
            part = 1 / votes.groupby("voter")["request"].transform("size")
            return part.groupby(votes["request"]).sum()
        """,
    ),
    wrong(
        "03-q3",
        "whole rows without duplicates",
        """
        def shared_votes(votes):
            once = votes.drop_duplicates()
            part = 1 / once.groupby("voter")["request"].transform("size")
            return part.groupby(once["request"]).sum()
        """,
    ),
    wrong(
        "03-q3",
        "different voters",
        """
        def shared_votes(votes):
            return votes.groupby("request")["voter"].nunique()
        """,
    ),
    wrong(
        "03-q3",
        "the favourite of each voter takes all",
        """
        def shared_votes(votes):
            best = votes.groupby("voter")["request"].agg(lambda r: r.value_counts().index[0])
            return best.value_counts().reindex(votes["request"].unique(), fill_value=0)
        """,
    ),
    wrong(
        "03-q3",
        "neighbouring rows only",
        """
        def shared_votes(votes):
            again = (votes["voter"] == votes["voter"].shift()) & (votes["request"] == votes["request"].shift())
            once = votes[~again]
            part = 1 / once.groupby("voter")["request"].transform("size")
            return part.groupby(once["request"]).sum()
        """,
    ),
    wrong(
        "03-q3",
        "rounded to two decimals",
        """
        def shared_votes(votes):
            once = votes.drop_duplicates(["voter", "request"])
            part = 1 / once.groupby("voter")["request"].transform("size")
            return part.groupby(once["request"]).sum().round(2)
        """,
    ),
    # problem_scores
    right(
        "03-q4",
        "query and a new column",
        """
        def problem_scores(survey, group):
            mine = survey.loc[survey.group == group].copy()
            mine["hurt"] = mine.often * mine.pain
            people = len(set(mine.person))
            return mine.groupby("problem").hurt.sum() / people
        """,
    ),
    right(
        "03-q4",
        "person by person, then the mean",
        """
        def problem_scores(survey, group):
            mine = survey[survey["group"].eq(group)]
            by_person = mine["often"].mul(mine["pain"]).groupby([mine["person"], mine["problem"]]).sum()
            return by_person.unstack(fill_value=0).mean()
        """,
    ),
    right(
        "03-q4",
        "a comprehension",
        """
        def problem_scores(survey, group):
            mine = survey[survey["group"] == group]
            n = mine["person"].drop_duplicates().count()
            return {
                p: sum(r.often * r.pain for r in mine.itertuples() if r.problem == p) / n
                for p in mine["problem"].unique()
            }
        """,
    ),
    wrong(
        "03-q4",
        "means multiplied",
        """
        def problem_scores(survey, group):
            mine = survey[survey["group"] == group]
            by = mine.groupby("problem")
            return by["often"].mean() * by["pain"].mean()
        """,
    ),
    wrong(
        "03-q4",
        "sums multiplied",
        """
        def problem_scores(survey, group):
            mine = survey[survey["group"] == group]
            by = mine.groupby("problem")
            return by["often"].sum() * by["pain"].sum() / mine["person"].nunique()
        """,
    ),
    wrong(
        "03-q4",
        "problems of other groups with 0",
        """
        def problem_scores(survey, group):
            mine = survey[survey["group"] == group]
            total = (mine["often"] * mine["pain"]).groupby(mine["problem"]).sum()
            total = total.reindex(survey["problem"].unique(), fill_value=0)
            return total / mine["person"].nunique()
        """,
    ),
    wrong(
        "03-q4",
        "zeros are nobody",
        """
        def problem_scores(survey, group):
            mine = survey[(survey["group"] == group) & (survey["often"] > 0)]
            total = (mine["often"] * mine["pain"]).groupby(mine["problem"]).sum()
            return total / mine["person"].nunique()
        """,
    ),
    wrong(
        "03-q4",
        "the last row of a person",
        """
        def problem_scores(survey, group):
            mine = survey[survey["group"] == group].drop_duplicates(["person", "problem"], keep="last")
            total = (mine["often"] * mine["pain"]).groupby(mine["problem"]).sum()
            return total / mine["person"].nunique()
        """,
    ),
    wrong(
        "03-q4",
        "sorted and cut to the first",
        """
        def problem_scores(survey, group):
            mine = survey[survey["group"] == group]
            total = (mine["often"] * mine["pain"]).groupby(mine["problem"]).sum()
            return (total / mine["person"].nunique()).nlargest(1)
        """,
    ),
    wrong(
        "03-q4",
        "whole pains",
        """
        def problem_scores(survey, group):
            mine = survey[survey["group"] == group]
            total = (mine["often"] * mine["pain"].astype(int)).groupby(mine["problem"]).sum()
            return total / mine["person"].nunique()
        """,
    ),
    # nobody_found
    right(
        "03-q5",
        "pandas",
        """
        def nobody_found(list_a, list_b):
            a, b = pd.Index(list(list_a)).unique(), pd.Index(list(list_b)).unique()
            m = int(a.isin(b).sum())
            total = (len(a) + 1) * (len(b) + 1) / (m + 1) - 1
            return total - (len(a) + len(b) - m)
        """,
    ),
    right(
        "03-q5",
        "counted in loops",
        """
        def nobody_found(list_a, list_b):
            first, second = {x for x in list_a}, {x for x in list_b}
            common = 0
            for x in first:
                if x in second:
                    common += 1
            everything = len(first.union(second))
            return (len(first) + 1) * (len(second) + 1) / (common + 1) - 1 - everything
        """,
    ),
    right(
        "03-q5",
        "a fraction",
        """
        from fractions import Fraction

        def nobody_found(list_a, list_b):
            a, b = set(list_a), set(list_b)
            total = Fraction((len(a) + 1) * (len(b) + 1), len(a & b) + 1) - 1
            return float(total - len(a | b))
        """,
    ),
    wrong(
        "03-q5",
        "never below one",
        """
        def nobody_found(list_a, list_b):
            a, b = set(list_a), set(list_b)
            total = (len(a) + 1) * (len(b) + 1) / (len(a & b) + 1) - 1
            return max(total - len(a | b), 1)
        """,
    ),
    wrong(
        "03-q5",
        "Lincoln and Petersen",
        """
        def nobody_found(list_a, list_b):
            a, b = set(list_a), set(list_b)
            if not a & b:
                return float("nan")
            return len(a) * len(b) / len(a & b) - len(a | b)
        """,
    ),
    wrong(
        "03-q5",
        "common ones counted by place",
        """
        def nobody_found(list_a, list_b):
            m = sum(x == y for x, y in zip(list_a, list_b))
            a, b = set(list_a), set(list_b)
            return (len(a) + 1) * (len(b) + 1) / (m + 1) - 1 - len(a | b)
        """,
    ),
    wrong(
        "03-q5",
        "only the first list without duplicates",
        """
        def nobody_found(list_a, list_b):
            a = set(list_a)
            m = len(a & set(list_b))
            return (len(a) + 1) * (len(list_b) + 1) / (m + 1) - 1 - (len(a) + len(list_b) - m)
        """,
    ),
    wrong(
        "03-q5",
        "whole division",
        """
        def nobody_found(list_a, list_b):
            a, b = set(list_a), set(list_b)
            return (len(a) + 1) * (len(b) + 1) // (len(a & b) + 1) - 1 - len(a | b)
        """,
    ),
    # fits_both
    right(
        "03-q6",
        "max and min",
        claim("""
def fits_both(people, first=(10, 20), second=(20, 30)):
    return max(first[0], second[0]) <= people <= min(first[1], second[1])
"""),
    ),
    right(
        "03-q6",
        "all of a list",
        claim("""
def fits_both(people, first=(10, 20), second=(20, 30)):
    return all(low <= people <= high for low, high in [first, second])
"""),
    ),
    right(
        "03-q6",
        "between of a Series",
        claim(
            """
def fits_both(people, first=(10, 20), second=(20, 30)):
    s = pd.Series([people])
    return bool((s.between(*first) & s.between(*second)).iloc[0])
""",
            "answers = (500 * 0.03, 500 * 0.03 * 997, round(chance_of(20, 500, 0.03), 3))",
        ),
    ),
    wrong(
        "03-q6",
        "range without its end",
        claim("""
def fits_both(people, first=(10, 20), second=(20, 30)):
    return people in range(*first) and people in range(*second)
"""),
    ),
    wrong(
        "03-q6",
        "whole people of two ranges",
        claim("""
def fits_both(people, first=(10, 20), second=(20, 30)):
    return people in set(range(first[0], first[1] + 1)) | set(range(second[0], second[1] + 1))
"""),
    ),
    wrong(
        "03-q6",
        "only twenty",
        claim("""
def fits_both(people, first=(10, 20), second=(20, 30)):
    return people == 20
"""),
    ),
    wrong(
        "03-q6",
        "a chance of two decimals",
        claim(
            """
def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]
""",
            "answers = [15, 14955, 0.12]",
        ),
    ),
    wrong(
        "03-q6",
        "the chance of the guide's sales",
        claim(
            """
def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]
""",
            "answers = [15, 14955, 0.535]",
        ),
    ),
    wrong(
        "03-q6",
        "the revenue of the gate",
        claim(
            """
def fits_both(people, first=(10, 20), second=(20, 30)):
    return first[0] <= people <= first[1] and second[0] <= people <= second[1]
""",
            "answers = [15, 19940, 0.121]",
        ),
    ),
    # my_products, my_plan
    right("03-q7", "a singing school", business(CORE, PLAN)),
    right(
        "03-q7",
        "a whole ladder and a title",
        business(
            CORE
            + "\n- {id: warm, name: Warm-up card, kind: lead_magnet, price: 0, problem: Cold voices crack}",
            "title: Forty days of singing\n" + PLAN,
        ),
    ),
    right(
        "03-q7",
        "in another language",
        business(
            CORE.replace("Find Your Voice", "声音课").replace(
                "Singers go hoarse after two songs", "Stimme wird heiser"
            ),
            PLAN,
        ),
    ),
    right(
        "03-q7",
        "planned, with one answer",
        business(CORE, PLAN.replace("running", "planned").replace("9}", "1}")),
    ),
    wrong(
        "03-q7", "question marks", business(CORE.replace("Singers go hoarse after two songs", '"???"'), PLAN)
    ),
    wrong("03-q7", "tbd", business(CORE.replace("Find Your Voice", "tbd"), PLAN)),
    wrong("03-q7", "three days", business(CORE, PLAN.replace("pilot_days: 21", "pilot_days: 3"))),
    wrong("03-q7", "validated by nine", business(CORE, PLAN.replace("running", "validated"))),
    wrong("03-q7", "forty people", business(CORE, PLAN.replace("people: 24", "people: 40"))),
    wrong("03-q7", "no end", business(CORE, PLAN.replace(", end: 2027-06-30", ""))),
    wrong("03-q7", "an add-on and no core", business(CORE.replace("kind: core", "kind: add_on"), PLAN)),
    wrong("03-q7", "a negative discount", business(CORE, PLAN.replace("discount: 0.4", "discount: -0.4"))),
]
