"""Answers to module 06, written from the released text alone. Only their verdicts count."""

from ecotools.grading.authoring.probes import right
from ecotools.grading.authoring.probes import wrong as refused


def wrong(task, name, code):
    return refused(task, name, code, message="any")


CURVE = """
def stay_beyond(members):
    ages = {ages}
    share, values = 1.0, []
    for age in ages:
        risk = {risk}
        gone = {gone}
        share = {share}
        values.append(share)
    return pd.Series(values, index=ages, dtype=float)
"""


def curve(
    ages='sorted(members["months"][members["left"]].unique())',
    risk='(members["months"] >= age).sum()',
    gone='((members["months"] == age) & members["left"]).sum()',
    share="share * (risk - gone) / risk",
):
    return CURVE.format(ages=ages, risk=risk, gone=gone, share=share)


KEPT = """
def kept_at(people, age, last):
    p = people[{rows}]
    if len(p) == 0:
        return {nobody}
    return {result}
"""


def kept(
    rows='people["joined"] + age <= last',
    result='(~(p["left"] <= p["joined"] + age)).mean()',
    nobody='float("nan")',
):
    return KEPT.format(rows=rows, result=result, nobody=nobody)


WORTH = """
def worth(curve, payment, discount, horizon):
    if {beyond}:
        return {unknown}
    total = 0
    for t in range({many}):
        total += {term}
    return {result}
"""


def worth(
    beyond="horizon > len(curve)",
    unknown='float("nan")',
    many="horizon",
    term="payment * curve[t] / (1 + discount) ** t",
    result="total",
):
    return WORTH.format(beyond=beyond, unknown=unknown, many=many, term=term, result=result)


LIKE = """
def like_with_like(members):
    gaps, weights = [], []
    for name, g in members.groupby("group"):
        a, b = g["stayed"][g["two"]], g["stayed"][~g["two"]]
        if {skip}:
            continue
        gaps.append({gap})
        weights.append({weight})
    if not gaps:
        return {nobody}
    return {result}
"""


def like(
    skip="len(a) == 0 or len(b) == 0",
    gap="a.mean() - b.mean()",
    weight="len(g)",
    nobody='float("nan")',
    result="sum(x * w for x, w in zip(gaps, weights)) / sum(weights)",
):
    return LIKE.format(skip=skip, gap=gap, weight=weight, nobody=nobody, result=result)


CLAIM = "months_at_5, churn_at_18, kept_at_3, monthly_of_95, year_of_90 = {}"

OWN = '''
my_plan = "atelier"
my_assumptions = """
churn:
  atelier:
    alpha: 0.7
    beta: 6.3
"""
my_policies = """
refund:
  policy: Members can ask for the last payment back within ten days
  days: 10
  kind: partial
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2027-01-15, what: Glazes for winter light}
  - {date: 2027-02-15, what: A kiln diary}
  - {date: 2027-03-15, what: Handles that hold}
  - {date: 2027-03-29, what: Two talks with potters}
"""
'''

PROBES = [
    right("06-q1", "text from the task", curve()),
    right(
        "06-q1",
        "counts taken off as people go",
        """
        def stay_beyond(members):
            here, share, out = len(members), 1.0, {}
            for months, rows in members.sort_values("months").groupby("months"):
                lost = int(rows["left"].sum())
                if lost:
                    share = share * (here - lost) / here
                    out[months] = share
                here -= len(rows)
            return pd.Series(out, dtype=float)
        """,
    ),
    right(
        "06-q1",
        "numpy throughout",
        """
        import numpy as np

        def stay_beyond(members):
            m, d = members["months"].to_numpy(), members["left"].to_numpy()
            t = np.unique(m[d])
            n = np.array([(m >= x).sum() for x in t])
            k = np.array([(d & (m == x)).sum() for x in t])
            return pd.Series(np.cumprod(1 - k / n) if len(t) else [], index=t, dtype=float)
        """,
    ),
    right(
        "06-q1",
        "one person at a time",
        """
        def stay_beyond(members):
            out, share = pd.Series(dtype=float), 1
            for age in sorted(members[members.left].months.drop_duplicates()):
                risk = members[members.months >= age]
                share *= 1 - len(risk[(risk.months == age) & risk.left]) / len(risk)
                out.loc[age] = share
            return out
        """,
    ),
    wrong("06-q1", "share of all who have not left by then", curve(share="(members['months'] > age).mean()")),
    wrong("06-q1", "one loss per age", curve(gone="1")),
    wrong(
        "06-q1",
        "censored ones taken off first",
        curve(risk='((members["months"] > age) | ((members["months"] == age) & members["left"])).sum()'),
    ),
    wrong("06-q1", "every age", curve(ages='sorted(members["months"].unique())')),
    wrong("06-q1", "only those who left", curve(risk='(members["left"] & (members["months"] >= age)).sum()')),
    wrong("06-q1", "falling order", curve(ages='sorted(members["months"][members["left"]].unique())[::-1]')),
    wrong("06-q1", "beyond and at", curve(share="share * (risk - gone) / risk if gone < risk else share")),
    right("06-q2", "text from the task", kept()),
    right(
        "06-q2",
        "missing ones filled with a late month",
        kept(result='(p["left"].fillna(10**6) > p["joined"] + age).mean()'),
    ),
    right("06-q2", "a query", kept(rows='people["joined"].le(last - age)')),
    right(
        "06-q2",
        "counted",
        """
        def kept_at(people, age, last):
            yes = no = 0
            for one in people.itertuples():
                if one.joined + age > last:
                    continue
                if one.left == one.left and one.left <= one.joined + age:
                    no += 1
                else:
                    yes += 1
            return yes / (yes + no) if yes + no else float("nan")
        """,
    ),
    wrong("06-q2", "everybody judged", kept(rows='people["joined"] > -99')),
    wrong("06-q2", "observed one month more", kept(rows='people["joined"] + age < last')),
    wrong("06-q2", "those who are gone now", kept(result='p["left"].isna().mean()')),
    wrong("06-q2", "gone by the last month", kept(result='(~(p["left"] <= last)).mean()')),
    wrong("06-q2", "joined in time", kept(rows='people["joined"] <= last')),
    wrong("06-q2", "missing means gone", kept(result='(p["left"] > p["joined"] + age).mean()')),
    wrong("06-q2", "nobody is everybody", kept(nobody="1.0")),
    wrong("06-q2", "rounded", kept(result='round((~(p["left"] <= p["joined"] + age)).mean(), 2)')),
    right("06-q3", "text from the task", worth()),
    right(
        "06-q3",
        "zip",
        worth(
            many="0",
            result=("sum(payment * s * (1 + discount) ** -t for s, t in zip(curve, range(horizon)))"),
        ),
    ),
    right("06-q3", "numpy's NaN", worth(unknown='__import__("numpy").nan')),
    right(
        "06-q3",
        "by the library",
        """
        def worth(curve, payment, discount, horizon):
            total = 0.0
            for t, s in enumerate(curve, start=0):
                if t == horizon:
                    break
                total = total + payment * s / pow(1 + discount, t)
            return total if len(curve) >= horizon else float("nan")
        """,
    ),
    wrong("06-q3", "the last payment left out", worth(many="horizon - 1")),
    wrong("06-q3", "as far as it goes", worth(beyond="False", many="min(horizon, len(curve))")),
    wrong("06-q3", "0 for what was not seen", worth(unknown="0")),
    wrong("06-q3", "None for what was not seen", worth(unknown="None")),
    wrong(
        "06-q3",
        "discounted from the first payment on",
        worth(term="payment * curve[t] / (1 + discount) ** (t + 1)"),
    ),
    wrong("06-q3", "never below zero", worth(result="max(total, 0)")),
    wrong("06-q3", "rounded to cents", worth(result="round(total, 2)")),
    wrong("06-q3", "discount of a year", worth(term="payment * curve[t] / (1 + discount) ** (t / 12)")),
    right("06-q4", "text from the task", like()),
    right(
        "06-q4",
        "a pivot table",
        """
        def like_with_like(members):
            t = members.assign(stayed=members["stayed"].astype(float))
            p = t.pivot_table(index="group", columns="two", values="stayed", aggfunc="mean")
            if p.shape[1] < 2:
                return float("nan")
            gap = (p[True] - p[False]).dropna()
            n = t.groupby("group").size()[gap.index]
            return (gap * n).sum() / n.sum() if len(gap) else float("nan")
        """,
    ),
    right("06-q4", "numpy's average", like(result='__import__("numpy").average(gaps, weights=weights)')),
    right("06-q4", "one kind only, by its number", like(skip='g["two"].nunique() < 2')),
    wrong("06-q4", "the middle group", like(result="sorted(gaps)[len(gaps) // 2]")),
    wrong("06-q4", "owners weigh", like(weight="len(a)")),
    wrong("06-q4", "the others weigh", like(weight="len(b)")),
    wrong("06-q4", "the smaller kind weighs", like(weight="min(len(a), len(b))")),
    wrong("06-q4", "a ratio", like(gap="a.mean() / b.mean() - 1 if b.mean() else 0.0")),
    wrong("06-q4", "numbers of people", like(gap="a.sum() - b.sum()")),
    wrong(
        "06-q4",
        "a missing kind is zero",
        like(skip="False", gap="(a.mean() if len(a) else 0) - (b.mean() if len(b) else 0)"),
    ),
    wrong("06-q4", "without its sign", like(gap="abs(a.mean() - b.mean())")),
    wrong("06-q4", "no group gives zero", like(nobody="0")),
    right("06-q5", "by hand", CLAIM.format("20.0, 0.05556, 0.6938, 0.004265, 0.2824")),
    right("06-q5", "three digits", CLAIM.format("20, 0.0556, 0.694, 0.00427, 0.282")),
    right(
        "06-q5",
        "with logarithms",
        "import math\n"
        + CLAIM.format(
            "20, 1 / 18, math.exp(12 * math.log(0.97)), 1 - math.exp(math.log(0.95) / 12), math.pow(0.9, 12)"
        ),
    ),
    wrong("06-q5", "two digits", CLAIM.format("20, 0.056, 0.69, 0.0043, 0.28")),
    wrong("06-q5", "percent", CLAIM.format("20, 5.56, 69.4, 0.427, 28.2")),
    wrong("06-q5", "losses of a year added up", CLAIM.format("20, 1 / 18, 0.64, 0.05 / 12, 0.282")),
    wrong("06-q5", "kept and lost exchanged", CLAIM.format("20, 1 / 18, 0.306, 0.00427, 0.718")),
    wrong("06-q5", "a year of 90 as it is", CLAIM.format("20, 1 / 18, 0.694, 0.00427, 0.9")),
    wrong("06-q5", "the best of the kind", CLAIM.format("20, 1 / 18, 0.99**12, 0.00427, 0.282")),
    right("06-q6", "block style", OWN),
    right("06-q6", "two plans", OWN.replace("beta: 6.3", "beta: 6.3\n  # one more plan comes in autumn")),
    right("06-q6", "never paid back", OWN.replace("days: 10", "days: 0").replace("partial", "none")),
    wrong("06-q6", "nothing", 'my_plan = my_assumptions = my_policies = my_calendar = ""'),
    wrong(
        "06-q6", "a dictionary", OWN + '\nmy_assumptions = {"churn": {"atelier": {"alpha": 1, "beta": 9}}}'
    ),
    wrong("06-q6", "a rate in place of the two", OWN.replace("alpha: 0.7", "rate: 0.1")),
    wrong("06-q6", "negative", OWN.replace("beta: 6.3", "beta: -6.3")),
    wrong("06-q6", "days in words", OWN.replace("days: 10", "days: ten")),
    wrong("06-q6", "dots for a release", OWN.replace("A kiln diary", "'...'")),
    wrong("06-q6", "another kind", OWN.replace("partial", "half")),
    wrong("06-q6", "the same release", OWN.replace("A kiln diary", "Handles that hold")),
    wrong(
        "06-q6",
        "a policy of dots",
        OWN.replace("Members can ask for the last payment back within ten days", "'. . . . . .'"),
    ),
    wrong("06-q6", "plan with a capital and a blank", OWN.replace('"atelier"', '"My atelier"')),
]
