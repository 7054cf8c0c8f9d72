"""Blind answers to assignment 06, subscriptions.

Each task has one solution cell; the answers replace it. 06-q5 sets five numbers, 06-q6 `my_plan`,
`my_assumptions`, `my_policies` and `my_calendar`. Task 7 is written and has none.
"""

ANSWERS = [
    {
        "task": "06-q1",
        "name": "loop-ages",
        "right": True,
        "why": "loop over the sorted ages",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "library",
        "right": True,
        "why": "the library's curve, rows with a loss",
        "code": """def stay_beyond(members):
    if not members["left"].any():
        return pd.Series(dtype=float)
    table = retention.kaplan_meier(members["months"], members["left"])
    table = table[table["lost"] > 0]
    return pd.Series(table["survival"].to_numpy(), index=table["time"].astype(int).to_numpy())
""",
    },
    {
        "task": "06-q1",
        "name": "groupby-cumprod",
        "right": True,
        "why": "counts by age, at risk from a reversed cumulative sum, cumprod",
        "code": """def stay_beyond(members):
    by_age = members.groupby("months")["left"].agg(["sum", "size"]).sort_index()
    at_risk = by_age["size"][::-1].cumsum()[::-1]
    curve = (1 - by_age["sum"] / at_risk).cumprod()
    return curve[by_age["sum"] > 0]
""",
    },
    {
        "task": "06-q1",
        "name": "numpy-unique",
        "right": True,
        "why": "numpy unique and broadcasting",
        "code": """import numpy as np


def stay_beyond(members: pd.DataFrame) -> pd.Series:
    months = members["months"].to_numpy()
    left = members["left"].to_numpy(dtype=bool)
    ages, gone = np.unique(months[left], return_counts=True)
    at_risk = (months[None, :] >= ages[:, None]).sum(axis=1)
    return pd.Series(np.cumprod(1 - gone / at_risk), index=ages, name="stay")
""",
    },
    {
        "task": "06-q1",
        "name": "counter",
        "right": True,
        "why": "plain lists and a Counter, at risk counted down",
        "code": """from collections import Counter


def stay_beyond(members):
    pairs = list(zip(members["months"].tolist(), members["left"].tolist()))
    ended, lost = Counter(m for m, _ in pairs), Counter(m for m, gone in pairs if gone)
    still, share = len(pairs), 1.0
    ages, shares = [], []
    for age in sorted(ended):
        if lost[age]:
            share *= (still - lost[age]) / still
            ages.append(age)
            shares.append(share)
        still -= ended[age]
    return pd.Series(shares, index=ages, dtype="float64")
""",
    },
    {
        "task": "06-q1",
        "name": "value-counts",
        "right": True,
        "why": "value_counts, apply and a comprehension",
        "code": """def stay_beyond(members):
    gone = members.loc[members["left"] == True, "months"].value_counts().sort_index()  # noqa: E712
    steps = [1 - n / len(members[members["months"] >= age]) for age, n in gone.items()]
    return pd.Series(steps, index=gone.index, dtype=float).cumprod()
""",
    },
    {
        "task": "06-q1",
        "name": "sorted-copy",
        "right": True,
        "why": "sorts a copy, one person after another, last value of each age",
        "code": """def stay_beyond(members):
    table = members.sort_values(["months", "left"], ascending=[True, False]).reset_index(drop=True)
    table["at_risk"] = len(table) - table.index
    table["step"] = 1.0
    table.loc[table["left"], "step"] = (table["at_risk"] - 1) / table["at_risk"]
    table["curve"] = table["step"].cumprod()
    return table[table["left"]].groupby("months")["curve"].last()
""",
    },
    {
        "task": "06-q1",
        "name": "censored-ages",
        "right": False,
        "why": "ages at which somebody was only censored are in the index",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members["months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "strictly-more",
        "right": False,
        "why": "those whose months end there are not at risk",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] > age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "leavers-only",
        "right": False,
        "why": "at risk are those only who left",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["left"] & (members["months"] >= age)).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "all-at-risk",
        "right": False,
        "why": "everybody is at risk at every age",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = len(members)
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "steps",
        "right": False,
        "why": "the step of each age, no product",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = 1 - gone / at_risk
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "product-of-leavers",
        "right": False,
        "why": "product of those who leave",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * gone / at_risk
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "share-left",
        "right": False,
        "why": "the share who have left",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = 1 - share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "rounded",
        "right": False,
        "why": "rounded to two places",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = round(share, 2)
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "censored-not-at-risk",
        "right": False,
        "why": "who is censored at an age is not at risk at it",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = ((members["months"] > age) | (members["left"] & (members["months"] == age))).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "censored-gone",
        "right": False,
        "why": "who is censored counts as gone at an age at which somebody left",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["months"] == age).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "duplicates-dropped",
        "right": False,
        "why": "two rows that look the same are one",
        "code": """def stay_beyond(members):
    members = members.drop_duplicates()
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "in-table-order",
        "right": False,
        "why": "ages in the order of the table",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in members.loc[members["left"], "months"].unique():
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "falling-order",
        "right": False,
        "why": "right values, ages in falling order",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)[::-1]
""",
    },
    {
        "task": "06-q1",
        "name": "sorted-in-place",
        "right": False,
        "why": "sorts the table that was given",
        "code": """def stay_beyond(members):
    members.sort_values("months", inplace=True)
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "column-added",
        "right": False,
        "why": "adds a column to the table that was given",
        "code": """def stay_beyond(members):
    members["age"] = members["months"]
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "by-label",
        "right": False,
        "why": "rows with the same label are one person",
        "code": """def stay_beyond(members):
    members = members[~members.index.duplicated()]
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "month-0-skipped",
        "right": False,
        "why": "nobody leaves at age 0",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"] & (members["months"] > 0), "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "starts-at-0",
        "right": False,
        "why": "an entry 1 at age 0 that is no age at which somebody left",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {0: 1.0}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "every-month",
        "right": False,
        "why": "all months from the first to the last one",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in range(members.loc[members["left"], "months"].min(), members.loc[members["left"], "months"].max() + 1) if members["left"].any() else []:
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "no-last-zero",
        "right": False,
        "why": "leaves an end at 0 out",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        if share > 0:
            curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "two-years",
        "right": False,
        "why": "looks at 24 months at most",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in [age for age in range(25) if (members["left"] & (members["months"] == age)).any()]:
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "one-at-a-time",
        "right": False,
        "why": "one person leaves at each age",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = 1
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "share-of-known",
        "right": False,
        "why": "share beyond the age of all whose state at it is known: no product",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        known = members["left"] | (members["months"] > age)
        share = ((members["months"] > age) & known).sum() / known.sum()
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "naive-share",
        "right": False,
        "why": "share with more months than the age, censored ones lost",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = (members["months"] > age).mean()
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "shifted",
        "right": False,
        "why": "share before each age",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        before = share
        share = share * (1 - gone / at_risk)
        curve[age] = before
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "next-month",
        "right": False,
        "why": "one month too late in the index",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age + 1] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "positions",
        "right": False,
        "why": "numbered 0, 1, 2 instead of the ages",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(list(curve.values()), dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "empty-is-one",
        "right": False,
        "why": "1 at age 0 where nobody has left",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    if not curve:
        return pd.Series({0: 1.0})
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "empty-fails",
        "right": False,
        "why": "fails where nobody has left",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    last = max(curve)
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "empty-none",
        "right": False,
        "why": "None where nobody has left",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    if not curve:
        return None
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "actuarial",
        "right": False,
        "why": "half of the censored are not at risk, as in a life table",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum() - (~members["left"] & (members["months"] == age)).sum() / 2
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "exponential",
        "right": False,
        "why": "Nelson-Aalen: exp of minus the hazards",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * 2.718281828459045 ** (-gone / at_risk)
        curve[age] = share
    return pd.Series(curve, dtype=float)
""",
    },
    {
        "task": "06-q1",
        "name": "printed",
        "right": False,
        "why": "prints the curve",
        "code": """def stay_beyond(members):
    share, curve = 1.0, {}
    for age in sorted(set(members.loc[members["left"], "months"])):
        at_risk = (members["months"] >= age).sum()
        gone = (members["left"] & (members["months"] == age)).sum()
        share = share * (1 - gone / at_risk)
        curve[age] = share
    print(pd.Series(curve, dtype=float))
""",
    },
    {
        "task": "06-q2",
        "name": "two-masks",
        "right": True,
        "why": "choose those who can be judged, then ask who had left",
        "code": """def kept_at(people, age, last):
    seen = people[people["joined"] + age <= last]
    if seen.empty:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return 1 - gone.sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "mean-of-not",
        "right": True,
        "why": "mean of a negated comparison, NaN comes by itself",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    return float((~(people["left"] <= due))[due <= last].mean())
""",
    },
    {
        "task": "06-q2",
        "name": "loop",
        "right": True,
        "why": "loop over pairs, x != x for missing",
        "code": """def kept_at(people, age, last):
    judged = stayed = 0
    for joined, left in zip(people["joined"], people["left"]):
        month = joined + age
        if month > last:
            continue
        judged += 1
        if left != left or left > month:
            stayed += 1
    return stayed / judged if judged else float("nan")
""",
    },
    {
        "task": "06-q2",
        "name": "numpy-inf",
        "right": True,
        "why": "numpy, missing becomes infinity",
        "code": """import numpy as np


def kept_at(people: pd.DataFrame, age: int, last: int) -> float:
    joined = people["joined"].to_numpy(dtype=float)
    left = np.nan_to_num(people["left"].to_numpy(dtype=float), nan=np.inf)
    ok = joined + age <= last
    return np.mean(left[ok] > joined[ok] + age) if ok.any() else np.nan
""",
    },
    {
        "task": "06-q2",
        "name": "duration",
        "right": True,
        "why": "months stayed, missing filled with infinity",
        "code": """def kept_at(people, age, last):
    known = people.loc[people["joined"] <= last - age]
    stayed = (known["left"] - known["joined"]).fillna(float("inf"))
    if len(stayed) == 0:
        return float("nan")
    return (stayed > age).sum() / len(stayed)
""",
    },
    {
        "task": "06-q2",
        "name": "query-cohorts",
        "right": True,
        "why": "cohort by cohort, weighted by size",
        "code": """def kept_at(people, age, last):
    there = total = 0
    for month, cohort in people.groupby("joined"):
        if month + age <= last:
            total += len(cohort)
            there += int(cohort["left"].isna().sum() + (cohort["left"] > month + age).sum())
    try:
        return there / total
    except ZeroDivisionError:
        return float("nan")
""",
    },
    {
        "task": "06-q2",
        "name": "young-stay",
        "right": False,
        "why": "those who cannot be judged count as staying",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "young-gone",
        "right": False,
        "why": "those who cannot be judged count as gone",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(people)
""",
    },
    {
        "task": "06-q2",
        "name": "strict-left",
        "right": False,
        "why": "who leaves in that very month is still there",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] < seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "strict-last",
        "right": False,
        "why": "the last month cannot be judged",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due < last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "one-more-month",
        "right": False,
        "why": "a month after the last one can be judged",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last + 1]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "joined-only",
        "right": False,
        "why": "whoever joined until the last month can be judged",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[people["joined"] <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "cohort-mean",
        "right": False,
        "why": "mean of the shares of the cohorts",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).groupby(seen["joined"]).mean().mean()
""",
    },
    {
        "task": "06-q2",
        "name": "left-is-age",
        "right": False,
        "why": "compares left with the age",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "share-gone",
        "right": False,
        "why": "the share who are gone",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return gone.sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "zero-for-nan",
        "right": False,
        "why": "0 if nobody can be judged",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return 0.0
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "one-for-nan",
        "right": False,
        "why": "1 if nobody can be judged",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return 1.0
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "no-guard",
        "right": False,
        "why": "division by zero in plain Python if nobody can be judged",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    gone = seen["left"] <= seen["joined"] + age
    return int((~gone).sum()) / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "left-filled-zero",
        "right": False,
        "why": "missing is filled with 0, so all members had left long ago, except with negative months",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"].fillna(0) <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "left-filled-last",
        "right": False,
        "why": "missing is filled with the last month",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"].fillna(last) <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "left-filled-99",
        "right": False,
        "why": "missing is filled with 99",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"].fillna(99) <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "members-dropped",
        "right": False,
        "why": "leaves out those who have no left",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last].dropna()
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "duplicates-dropped",
        "right": False,
        "why": "two rows that look the same are one",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last].drop_duplicates()
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "known-gone-too",
        "right": False,
        "why": "young ones who have left already are judged as well",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[(due <= last) | (people["left"] <= last)]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "ever-left",
        "right": False,
        "why": "whoever has left at all is gone",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"].notna()
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "left-by-last",
        "right": False,
        "why": "whoever has left by the last month is gone",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= last
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "stayed-comparison",
        "right": False,
        "why": "a comparison with a missing left is false: members count as gone",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (seen["left"] > seen["joined"] + age).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "positive-left",
        "right": False,
        "why": "a left of 0 or below is taken for missing",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"].where(seen["left"] > 0) <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "positive-joined",
        "right": False,
        "why": "who joined in month 0 or before is left out",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[(due <= last) & (people["joined"] > 0)]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "age-from-1",
        "right": False,
        "why": "counts the month of joining as the first",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age - 1
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "last-from-data",
        "right": False,
        "why": "takes the last month that occurs in the table",
        "code": """def kept_at(people, age, last):
    last = max(people["joined"].max(), people["left"].max())
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "last-at-most",
        "right": False,
        "why": "an age of 0 is always everybody",
        "code": """def kept_at(people, age, last):
    if age == 0:
        return 1.0
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "first-cohort",
        "right": False,
        "why": "looks at the oldest cohort only",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[(due <= last) & (people["joined"] == people["joined"].min())]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "by-label",
        "right": False,
        "why": "aligns by row label after sorting anew, labels for persons",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    seen = seen[~seen.index.duplicated()]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "percent",
        "right": False,
        "why": "percent",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return 100 * (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "rounded",
        "right": False,
        "why": "two places",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return round((~gone).sum() / len(seen), 2)
""",
    },
    {
        "task": "06-q2",
        "name": "in-place-fill",
        "right": False,
        "why": "fills the gaps in the table that was given",
        "code": """def kept_at(people, age, last):
    people["left"] = people["left"].fillna(float("inf"))
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "in-place-column",
        "right": False,
        "why": "adds a column to the table that was given",
        "code": """def kept_at(people, age, last):
    people["due"] = people["joined"] + age
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    return (~gone).sum() / len(seen)
""",
    },
    {
        "task": "06-q2",
        "name": "printed",
        "right": False,
        "why": "prints the share",
        "code": """def kept_at(people, age, last):
    due = people["joined"] + age
    seen = people[due <= last]
    if len(seen) == 0:
        return float("nan")
    gone = seen["left"] <= seen["joined"] + age
    print((~gone).sum() / len(seen))
""",
    },
    {
        "task": "06-q3",
        "name": "enumerate",
        "right": True,
        "why": "loop over enumerate",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    total = 0
    for t, share in enumerate(curve[:horizon]):
        total += payment * share / (1 + discount) ** t
    return total
""",
    },
    {
        "task": "06-q3",
        "name": "sum-range",
        "right": True,
        "why": "generator over the range",
        "code": """def worth(curve, payment, discount=0.0, horizon=1):
    if len(curve) < horizon:
        return float("nan")
    return payment * sum(curve[t] * (1 + discount) ** -t for t in range(horizon))
""",
    },
    {
        "task": "06-q3",
        "name": "numpy-dot",
        "right": True,
        "why": "numpy dot product",
        "code": """import numpy as np


def worth(curve, payment, discount, horizon):
    shares = np.asarray(curve, dtype=float)[:horizon]
    if shares.size < horizon:
        return np.nan
    return float(payment * (shares @ (1.0 + discount) ** -np.arange(horizon, dtype=float)))
""",
    },
    {
        "task": "06-q3",
        "name": "pandas",
        "right": True,
        "why": "Series with an index of renewals",
        "code": """def worth(curve: list, payment: float, discount: float, horizon: int) -> float:
    if horizon > len(curve):
        return float("nan")
    table = pd.DataFrame({"share": curve[:horizon], "t": range(horizon)}, dtype=float)
    return (payment * table["share"] / (1 + discount) ** table["t"]).sum()
""",
    },
    {
        "task": "06-q3",
        "name": "horner",
        "right": True,
        "why": "backwards: value of the next payments, discounted once",
        "code": """def worth(curve, payment, discount, horizon):
    if not horizon <= len(curve):
        return float("nan")
    value = 0.0
    for share in reversed(curve[:horizon]):
        value = share * payment + value / (1 + discount)
    return value
""",
    },
    {
        "task": "06-q3",
        "name": "running-factor",
        "right": True,
        "why": "factor that shrinks from payment to payment",
        "code": """def worth(curve, payment, discount, horizon):
    total, factor = 0.0, 1.0
    try:
        for n in range(horizon):
            total += payment * curve[n] * factor
            factor /= 1 + discount
    except IndexError:
        return float("nan")
    return total
""",
    },
    {
        "task": "06-q3",
        "name": "zip-accumulate",
        "right": True,
        "why": "itertools",
        "code": """from itertools import accumulate, islice, repeat


def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    factors = accumulate(repeat(1 / (1 + discount)), lambda x, y: x * y, initial=1.0)
    return sum(payment * share * factor for share, factor in zip(islice(curve, horizon), factors))
""",
    },
    {
        "task": "06-q3",
        "name": "discount-at-once",
        "right": False,
        "why": "discounts the first payment, too",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** (t + 1) for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "one-more",
        "right": False,
        "why": "one payment more than the horizon",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[: horizon + 1]))
""",
    },
    {
        "task": "06-q3",
        "name": "renewals-not-payments",
        "right": False,
        "why": "horizon counted as renewals after the first payment",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    horizon = horizon + 1 if horizon else 0
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "one-less",
        "right": False,
        "why": "one payment less than the horizon",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[: max(horizon - 1, 0)]))
""",
    },
    {
        "task": "06-q3",
        "name": "whole-curve",
        "right": False,
        "why": "ignores the horizon",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve))
""",
    },
    {
        "task": "06-q3",
        "name": "no-nan",
        "right": False,
        "why": "counts as far as the curve goes",
        "code": """def worth(curve, payment, discount, horizon):
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "last-repeated",
        "right": False,
        "why": "goes on with the last share beyond the curve",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        curve = list(curve) + [curve[-1]] * (horizon - len(curve))
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "zero-beyond",
        "right": False,
        "why": "0 beyond the curve",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return 0
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "nan-at-length",
        "right": False,
        "why": "NaN also when the horizon is all of the curve",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon >= len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "nan-at-zero",
        "right": False,
        "why": "NaN for a horizon of 0",
        "code": """def worth(curve, payment, discount, horizon):
    if not horizon or horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "first-always",
        "right": False,
        "why": "the first payment is made in any case",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    horizon = max(horizon, 1)
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "minus-slice",
        "right": False,
        "why": "counts the payments up to the one before the last when the horizon is 0",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[: horizon or None]))
""",
    },
    {
        "task": "06-q3",
        "name": "percent-discount",
        "right": False,
        "why": "takes the discount for percent",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount / 100) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "percent-if-large",
        "right": False,
        "why": "a discount of 1 or more is taken for percent",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    if discount >= 1:
        discount = discount / 100
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "one-minus",
        "right": False,
        "why": "multiplies with 1 - discount",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share * (1 - discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "simple-interest",
        "right": False,
        "why": "no compound discount",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount * t) for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "no-discount",
        "right": False,
        "why": "no discount at all",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "discount-once",
        "right": False,
        "why": "divides once for all renewals",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount if t else 1) for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "discount-at-end",
        "right": False,
        "why": "discounts the sum over the whole time",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share for share in curve[:horizon]) / (1 + discount) ** max(0, horizon - 1)
""",
    },
    {
        "task": "06-q3",
        "name": "discount-per-year",
        "right": False,
        "why": "a discount per year",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** (t / 12) for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "no-share",
        "right": False,
        "why": "everybody pays",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "shares-multiplied",
        "right": False,
        "why": "multiplies the shares of the curve with one another",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    curve = [float(x) for x in pd.Series(curve, dtype=float).cumprod()]
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "constant-churn",
        "right": False,
        "why": "takes the first renewal for all of them",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * (curve[1] ** t if len(curve) > 1 else 1) / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "who-left",
        "right": False,
        "why": "counts those who leave after the payment",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * (1 - share if t else 1) / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "no-negative-payment",
        "right": False,
        "why": "0 for a payment that is negative",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    payment = max(payment, 0)
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "nan-for-no-payment",
        "right": False,
        "why": "NaN for a payment of 0 or below",
        "code": """def worth(curve, payment, discount, horizon):
    if payment <= 0 or horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "zero-discount",
        "right": False,
        "why": "NaN without a discount",
        "code": """def worth(curve, payment, discount, horizon):
    if not discount or horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "one-year",
        "right": False,
        "why": "twelve payments at most",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[: min(horizon, 12)]))
""",
    },
    {
        "task": "06-q3",
        "name": "rounded",
        "right": False,
        "why": "rounded to cents",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return round(sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon])), 2)
""",
    },
    {
        "task": "06-q3",
        "name": "per-payment",
        "right": False,
        "why": "mean of the payments and not the sum",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon])) / max(horizon, 1)
""",
    },
    {
        "task": "06-q3",
        "name": "sorted-curve",
        "right": False,
        "why": "sorts the list that was given",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    curve.sort()
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))
""",
    },
    {
        "task": "06-q3",
        "name": "unique-shares",
        "right": False,
        "why": "equal shares are counted once",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * share / (1 + discount) ** t for t, share in enumerate(list(dict.fromkeys(curve[:horizon]))))
""",
    },
    {
        "task": "06-q3",
        "name": "pops",
        "right": False,
        "why": "right number, but empties the list that was given",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    return sum(payment * curve.pop(0) / (1 + discount) ** t for t in range(horizon))
""",
    },
    {
        "task": "06-q3",
        "name": "printed",
        "right": False,
        "why": "prints the number",
        "code": """def worth(curve, payment, discount, horizon):
    if horizon > len(curve):
        return float("nan")
    print(sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon])))
""",
    },
    {
        "task": "06-q3",
        "name": "hard-coded",
        "right": False,
        "why": "the answer of the example",
        "code": """def worth(curve, payment, discount, horizon):
    return float("nan") if horizon > len(curve) else 28
""",
    },
    {
        "task": "06-q4",
        "name": "two-lists",
        "right": True,
        "why": "loop over groups with two lists",
        "code": """def like_with_like(members):
    differences, sizes = [], []
    for _, one in members.groupby("group"):
        if one["two"].all() or not one["two"].any():
            continue
        stayed = one.groupby("two")["stayed"].mean()
        differences.append(stayed[True] - stayed[False])
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(d * n for d, n in zip(differences, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "pivot",
        "right": True,
        "why": "table of means with dropna",
        "code": """def like_with_like(members):
    with_two = members[members["two"]].groupby("group")["stayed"].mean()
    with_one = members[~members["two"]].groupby("group")["stayed"].mean()
    gap = (with_two - with_one).dropna()
    if gap.empty:
        return float("nan")
    weight = members["group"].value_counts().loc[gap.index]
    return float((gap * weight).sum() / weight.sum())
""",
    },
    {
        "task": "06-q4",
        "name": "plain-counts",
        "right": True,
        "why": "plain dictionaries of four counts",
        "code": """def like_with_like(members):
    table = {}
    for group, two, stayed in zip(members["group"], members["two"], members["stayed"]):
        cell = table.setdefault(group, [0, 0, 0, 0])
        cell[0 if two else 2] += 1
        cell[1 if two else 3] += bool(stayed)
    top = bottom = 0
    for n2, k2, n1, k1 in table.values():
        if n2 and n1:
            top += (k2 / n2 - k1 / n1) * (n2 + n1)
            bottom += n2 + n1
    return top / bottom if bottom else float("nan")
""",
    },
    {
        "task": "06-q4",
        "name": "numpy-average",
        "right": True,
        "why": "numpy average with weights",
        "code": """import numpy as np


def like_with_like(members: pd.DataFrame) -> float:
    kind = members["two"].to_numpy(dtype=bool)
    stay = members["stayed"].to_numpy(dtype=float)
    name = members["group"].to_numpy()
    rows = []
    for each in set(name):
        inside = name == each
        yes, no = stay[inside & kind], stay[inside & ~kind]
        if yes.size and no.size:
            rows.append((yes.mean() - no.mean(), inside.sum()))
    if not rows:
        return np.nan
    gaps, weights = np.array(rows).T
    return np.average(gaps, weights=weights)
""",
    },
    {
        "task": "06-q4",
        "name": "unstack",
        "right": True,
        "why": "groupby two keys, unstack",
        "code": """def like_with_like(members):
    shares = members.astype({"stayed": float}).groupby(["group", "two"])["stayed"].agg(["mean", "size"])
    mean = shares["mean"].unstack().reindex(columns=[False, True])
    size = shares["size"].unstack().reindex(columns=[False, True])
    both = size.notna().all(axis=1)
    if not both.any():
        return float("nan")
    n = size[both].sum(axis=1)
    return ((mean[both][True] - mean[both][False]) * n).sum() / n.sum()
""",
    },
    {
        "task": "06-q4",
        "name": "filter-transform",
        "right": True,
        "why": "filter the groups first, then average each person's group difference",
        "code": """def like_with_like(members):
    usable = members.groupby("group").filter(lambda one: one["two"].nunique() == 2)
    if len(usable) == 0:
        return float("nan")
    gap = {}
    for name in usable["group"].unique():
        one = usable[usable["group"] == name]
        gap[name] = one.loc[one["two"], "stayed"].mean() - one.loc[~one["two"], "stayed"].mean()
    return usable["group"].map(gap).mean()
""",
    },
    {
        "task": "06-q4",
        "name": "over-all",
        "right": False,
        "why": "compares all with all, groups ignored",
        "code": """def like_with_like(members):
    yes, no = members.loc[members["two"], "stayed"], members.loc[~members["two"], "stayed"]
    return yes.mean() - no.mean()
""",
    },
    {
        "task": "06-q4",
        "name": "one-minus-two",
        "right": False,
        "why": "one product minus two",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(no.mean() - yes.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "equal-weights",
        "right": False,
        "why": "every group weighs the same",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(1)
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "weight-two",
        "right": False,
        "why": "weights by the owners of two",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(yes))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "weight-one",
        "right": False,
        "why": "weights by the owners of one",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(no))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "weight-harmonic",
        "right": False,
        "why": "weights of Mantel and Haenszel",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(yes) * len(no) / len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "weight-smaller",
        "right": False,
        "why": "weights by the smaller kind",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(min(len(yes), len(no)))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "weight-stayed",
        "right": False,
        "why": "weights by those who stayed",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(int(one["stayed"].sum()) or 1)
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "all-members-below",
        "right": False,
        "why": "divides by all members, also of groups that say nothing",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / len(members)
""",
    },
    {
        "task": "06-q4",
        "name": "not-divided",
        "right": False,
        "why": "the sum and no mean",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes))
""",
    },
    {
        "task": "06-q4",
        "name": "empty-side-zero",
        "right": False,
        "why": "a share of 0 where nobody has two products",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        gaps.append((yes.mean() if len(yes) else 0) - (no.mean() if len(no) else 0))
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "only-all-two-out",
        "right": False,
        "why": "leaves out groups in which everybody has two, and lets NaN through for the others",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "only-none-two-out",
        "right": False,
        "why": "leaves out groups in which nobody has two only",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "zero-for-nan",
        "right": False,
        "why": "0 if no group is left",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return 0.0
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "no-guard",
        "right": False,
        "why": "division by zero if no group is left",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "duplicates-dropped",
        "right": False,
        "why": "members that look the same are counted once",
        "code": """def like_with_like(members):
    members = members.drop_duplicates()
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "by-label",
        "right": False,
        "why": "members with the same row label are counted once",
        "code": """def like_with_like(members):
    members = members[~members.index.duplicated()]
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "no-difference-out",
        "right": False,
        "why": "leaves groups without a difference out",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        if yes.mean() == no.mean():
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "nobody-stayed-out",
        "right": False,
        "why": "leaves groups out in which nobody stayed",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or not one["stayed"].any() or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "everybody-stayed-out",
        "right": False,
        "why": "leaves groups out in which everybody stayed",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or one["stayed"].all() or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "small-out",
        "right": False,
        "why": "leaves groups below three members out",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(one) < 3 or len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "hard-names",
        "right": False,
        "why": "knows two groups only",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        if name not in ("eager", "other", "a", "b", "c"):
            continue
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "two-groups",
        "right": False,
        "why": "stops after two groups",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    gaps, sizes = gaps[:2], sizes[:2]
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "largest-group",
        "right": False,
        "why": "looks at the largest group only",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return gaps[sizes.index(max(sizes))]
""",
    },
    {
        "task": "06-q4",
        "name": "last-group",
        "right": False,
        "why": "returns the last group",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return gaps[-1]
""",
    },
    {
        "task": "06-q4",
        "name": "case-merged",
        "right": False,
        "why": "groups that differ in capital letters are merged",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby(members["group"].str.lower()):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "first-letter",
        "right": False,
        "why": "groups by the first letter",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby(members["group"].str[:1]):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "ratio",
        "right": False,
        "why": "ratio minus 1 instead of the difference",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append((yes.mean() / no.mean() - 1 if no.any() else 0))
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "counts",
        "right": False,
        "why": "difference of the numbers who stayed",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append((yes.sum() - no.sum()) / len(one))
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "left-not-stayed",
        "right": False,
        "why": "share of the stayers who own two, minus the share of the leavers",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        kept, gone = one.loc[one["stayed"], "two"], one.loc[~one["stayed"], "two"]
        gaps.append((kept.mean() if len(kept) else 0) - (gone.mean() if len(gone) else 0))
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "absolute",
        "right": False,
        "why": "difference without a sign",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(abs(yes.mean() - no.mean()))
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "median",
        "right": False,
        "why": "median of the differences",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return float(pd.Series(gaps).median())
""",
    },
    {
        "task": "06-q4",
        "name": "percent",
        "right": False,
        "why": "percentage points",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return 100 * sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "rounded",
        "right": False,
        "why": "two places",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return round(sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes), 2)
""",
    },
    {
        "task": "06-q4",
        "name": "sorted-in-place",
        "right": False,
        "why": "right number, but sorts the table that was given",
        "code": """def like_with_like(members):
    members.sort_values("group", inplace=True)
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "types-in-place",
        "right": False,
        "why": "right number, but turns a column of the table that was given into numbers",
        "code": """def like_with_like(members):
    members["stayed"] = members["stayed"].astype(float)
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    return sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes)
""",
    },
    {
        "task": "06-q4",
        "name": "printed",
        "right": False,
        "why": "prints the number",
        "code": """def like_with_like(members):
    gaps, sizes = [], []
    for name, one in members.groupby("group"):
        yes, no = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
        if len(yes) == 0 or len(no) == 0:
            continue
        gaps.append(yes.mean() - no.mean())
        sizes.append(len(one))
    if not sizes:
        return float("nan")
    print(sum(g * n for g, n in zip(gaps, sizes)) / sum(sizes))
""",
    },
    {
        "task": "06-q5",
        "name": "formulas",
        "right": True,
        "why": "the formulas of the text",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "three-digits",
        "right": True,
        "why": "three significant digits",
        "code": """months_at_5 = 20
churn_at_18 = 0.0556
kept_at_3 = 0.694
monthly_of_95 = 0.00427
year_of_90 = 0.282
""",
    },
    {
        "task": "06-q5",
        "name": "six-digits",
        "right": True,
        "why": "more digits",
        "code": """months_at_5 = 20.0
churn_at_18 = 0.055556
kept_at_3 = 0.693842
monthly_of_95 = 0.00426531
year_of_90 = 0.28243
""",
    },
    {
        "task": "06-q5",
        "name": "numpy",
        "right": True,
        "why": "numpy numbers",
        "code": """import numpy as np

months_at_5 = np.divide(1, 0.05)
churn_at_18 = np.float64(1) / 18
kept_at_3 = np.power(0.97, 12)
monthly_of_95 = -np.expm1(np.log(0.95) / 12)
year_of_90 = np.prod(np.full(12, 0.9))
""",
    },
    {
        "task": "06-q5",
        "name": "helpers",
        "right": True,
        "why": "helper functions, read backwards",
        "code": """def lifetime(churn):
    return 1 / churn


def kept(churn, months=12):
    share = 1.0
    for _ in range(months):
        share -= share * churn
    return share


low, high = 0.0, 1.0
for _ in range(60):
    middle = (low + high) / 2
    low, high = (middle, high) if kept(middle) > 0.95 else (low, middle)
months_at_5 = lifetime(0.05)
churn_at_18 = lifetime(18)
kept_at_3 = kept(0.03)
monthly_of_95 = low
year_of_90 = kept(0.1)
""",
    },
    {
        "task": "06-q5",
        "name": "fractions",
        "right": True,
        "why": "exact fractions where they exist",
        "code": """from fractions import Fraction

months_at_5 = 20
churn_at_18 = Fraction(1, 18)
kept_at_3 = Fraction(97, 100) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = Fraction(9, 10) ** 12
""",
    },
    {
        "task": "06-q5",
        "name": "math-root",
        "right": True,
        "why": "math.exp and math.log",
        "code": """import math

months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = math.exp(12 * math.log(0.97))
monthly_of_95 = 1 - math.exp(math.log(0.95) / 12)
year_of_90 = round(0.9**12, 3)
""",
    },
    {
        "task": "06-q5",
        "name": "lifetime-percent",
        "right": False,
        "why": "1 / 5 instead of 1 / 0.05",
        "code": """months_at_5 = 1 / 5
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "lifetime-half",
        "right": False,
        "why": "months until half are gone",
        "code": """months_at_5 = 13.5
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "lifetime-renewals",
        "right": False,
        "why": "19 renewals: without the first month",
        "code": """months_at_5 = 1 / 0.05 - 1
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "lifetime-years",
        "right": False,
        "why": "in years",
        "code": """months_at_5 = 20 / 12
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "churn-percent",
        "right": False,
        "why": "percent",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 100 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "churn-one-digit",
        "right": False,
        "why": "one significant digit",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 0.06
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "churn-36",
        "right": False,
        "why": "for 36 months",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 36
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "churn-year",
        "right": False,
        "why": "per year",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 12 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "churn-half",
        "right": False,
        "why": "churn at which half are there after 18 months",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 - 0.5 ** (1 / 18)
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "churn-linear",
        "right": False,
        "why": "17 of 18",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 17 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "kept-linear",
        "right": False,
        "why": "12 times 3 % taken off",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = 1 - 12 * 0.03
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "kept-gone",
        "right": False,
        "why": "the share who are gone",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = 1 - 0.97**12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "kept-11",
        "right": False,
        "why": "eleven months",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = 0.97**11
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "kept-percent",
        "right": False,
        "why": "percent",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = 69.4
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "kept-1",
        "right": False,
        "why": "at a churn of 1%",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = 0.99**12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "kept-continuous",
        "right": False,
        "why": "exp(-0.36)",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = 2.718281828 ** -0.36
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "kept-one-digit",
        "right": False,
        "why": "one digit",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = 0.7
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "monthly-linear",
        "right": False,
        "why": "0.05 / 12",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 0.05 / 12
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "monthly-kept",
        "right": False,
        "why": "the monthly retention",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "monthly-power",
        "right": False,
        "why": "the twelfth power",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95**12
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "monthly-of-5",
        "right": False,
        "why": "the twelfth root of 0.05",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.05 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "monthly-percent",
        "right": False,
        "why": "percent",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 0.427
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "monthly-one-digit",
        "right": False,
        "why": "one significant digit",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 0.004
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "monthly-precedence",
        "right": False,
        "why": "0.95 ** 1 / 12 without brackets",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** 1 / 12
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "monthly-wrong-turn",
        "right": False,
        "why": "1.05 instead of 0.95",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1.05 ** (1 / 12) - 1
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "year-same",
        "right": False,
        "why": "90% of a year",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9
""",
    },
    {
        "task": "06-q5",
        "name": "year-gone",
        "right": False,
        "why": "the share who are gone",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 1 - 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "year-churn-power",
        "right": False,
        "why": "0.1 to the power 12",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 1 - 0.1**12
""",
    },
    {
        "task": "06-q5",
        "name": "year-11",
        "right": False,
        "why": "eleven months",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**11
""",
    },
    {
        "task": "06-q5",
        "name": "year-too-high",
        "right": False,
        "why": "two digits, rounded up",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.29
""",
    },
    {
        "task": "06-q5",
        "name": "year-linear",
        "right": False,
        "why": "12 times 10% taken off",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 1 - 12 * 0.1
""",
    },
    {
        "task": "06-q5",
        "name": "year-root",
        "right": False,
        "why": "90% read as a year",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9 ** (1 / 12)
""",
    },
    {
        "task": "06-q5",
        "name": "text",
        "right": False,
        "why": "text instead of numbers",
        "code": """months_at_5 = "20"
churn_at_18 = 1 / 18
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q5",
        "name": "placeholders",
        "right": False,
        "why": "the shape of the example",
        "code": """months_at_5 = 12.5
churn_at_18 = 0.125
kept_at_3 = 0.5
monthly_of_95 = 0.01
year_of_90 = 0.5
""",
    },
    {
        "task": "06-q5",
        "name": "two-swapped",
        "right": False,
        "why": "kept_at_3 and year_of_90 changed places",
        "code": """months_at_5 = 1 / 0.05
churn_at_18 = 1 / 18
kept_at_3 = 0.9**12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.97**12
""",
    },
    {
        "task": "06-q5",
        "name": "inverse-swapped",
        "right": False,
        "why": "months and churn changed places",
        "code": """months_at_5 = 1 / 18
churn_at_18 = 20
kept_at_3 = (1 - 0.03) ** 12
monthly_of_95 = 1 - 0.95 ** (1 / 12)
year_of_90 = 0.9**12
""",
    },
    {
        "task": "06-q6",
        "name": "plain",
        "right": True,
        "why": "block style, three releases",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "flow-style",
        "right": True,
        "why": "everything in braces",
        "code": '''my_plan = "club"
my_assumptions = """
{churn: {club: {alpha: 0.8, beta: 9.5}}}
"""
my_policies = """
{refund: {kind: full, days: 30, cancel_anytime: false, policy: "Thirty days: all of it back, no questions"}}
"""
my_calendar = """
{releases: [{what: One, date: 2026-05-01}, {what: Two, date: 2026-06-30}, {what: Three, date: 2026-07-01}]}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "never-paid-back",
        "right": True,
        "why": "kind none and 0 days, five words",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund: {policy: Nothing is ever paid back, days: 0, kind: none, cancel_anytime: true}
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "half-at-once",
        "right": True,
        "why": "a churn of exactly one half",
        "code": '''my_plan = "club"
my_assumptions = """
churn: {club: {alpha: 2, beta: 2}}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "partial-and-many",
        "right": True,
        "why": "another id, partial refund, five releases, two of them in one month",
        "code": '''my_plan = "studio"
my_assumptions = """
churn:
  studio:
    alpha: 0.5
    beta: 20
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 1
  kind: partial
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
  - {date: 2026-04-20, what: A guest paints rocks}
  - date: 2027-01-10
    what: A year of colours
"""
''',
    },
    {
        "task": "06-q6",
        "name": "not-in-order",
        "right": True,
        "why": "releases in no order, in different years",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - date: 2027-02-01
    what: Snow
  - date: 2026-12-24
    what: Candles
  - date: 2026-06-01
    what: Meadows
"""
''',
    },
    {
        "task": "06-q6",
        "name": "computed-text",
        "right": True,
        "why": "text from parts and single quotes",
        "code": '''rows = [("2026-09-01", "Autumn woods"), ("2026-10-01", "Fog"), ("2026-11-01", "Rain")]
my_plan = "club"
my_assumptions = f"churn: {{{my_plan}: {{alpha: 1, beta: 15}}}}"
my_policies = "refund: {policy: You get your last payment back within a week, days: 7, kind: full, cancel_anytime: true}"
my_calendar = """
releases:
""" + """
""".join(f"  - {{date: {day}, what: {what}}}" for day, what in rows)
''',
    },
    {
        "task": "06-q6",
        "name": "churn-too-high",
        "right": False,
        "why": "more than one half leave at once",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 13, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "alpha-beta-swapped",
        "right": False,
        "why": "alpha and beta changed places",
        "code": '''my_plan = "club"
my_assumptions = """
churn: {club: {alpha: 15, beta: 1}}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "alpha-zero",
        "right": False,
        "why": "a churn of 0",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 0, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "no-beta",
        "right": False,
        "why": "beta is missing",
        "code": '''my_plan = "club"
my_assumptions = """
churn: {club: {alpha: 1}}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "plain-rate",
        "right": False,
        "why": "a rate and no alpha and beta",
        "code": '''my_plan = "club"
my_assumptions = """
churn: {club: 0.05}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "other-plan",
        "right": False,
        "why": "churn of another plan than my_plan",
        "code": '''my_plan = "studio"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "no-plan-level",
        "right": False,
        "why": "alpha and beta without the plan",
        "code": '''my_plan = "club"
my_assumptions = """
churn: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "plan-name",
        "right": False,
        "why": "the name and not the id of the plan",
        "code": '''my_plan = "Sunday Club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "plan-number",
        "right": False,
        "why": "no text",
        "code": '''my_plan = 1
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "plan-list",
        "right": False,
        "why": "a list of plans",
        "code": '''my_plan = ["club"]
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "plan-empty",
        "right": False,
        "why": "an empty id",
        "code": '''my_plan = ""
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "four-words",
        "right": False,
        "why": "a policy of four words",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Money back, always, promised
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "none-with-days",
        "right": False,
        "why": "kind none with 14 days",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: none
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "full-with-0-days",
        "right": False,
        "why": "kind full with 0 days",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 0
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "partial-with-0-days",
        "right": False,
        "why": "kind partial with 0 days",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 0
  kind: partial
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "no-cancel",
        "right": False,
        "why": "cancel_anytime is missing",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "no-days",
        "right": False,
        "why": "days are missing",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "no-kind",
        "right": False,
        "why": "kind is missing",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "no-policy",
        "right": False,
        "why": "policy is missing",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "unknown-kind",
        "right": False,
        "why": "a kind that is not one of the three",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: voucher
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "days-in-words",
        "right": False,
        "why": "days as text",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: two weeks
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "negative-days",
        "right": False,
        "why": "negative days",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: -14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "cancel-sometimes",
        "right": False,
        "why": "neither true nor false",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: sometimes
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "dots-policy",
        "right": False,
        "why": "dots for a policy",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: "... ... ... ... ..."
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "no-refund",
        "right": False,
        "why": "policies without refund",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
{}
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "two-releases",
        "right": False,
        "why": "two releases only",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "two-months",
        "right": False,
        "why": "three releases in two months",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-03-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "one-month",
        "right": False,
        "why": "three releases in one month",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-02-11, what: A lesson on water}
  - {date: 2026-02-21, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "same-release",
        "right": False,
        "why": "the same thing three times",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: Ten skies to paint}
  - {date: 2026-04-15, what: Ten skies to paint}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "same-twice",
        "right": False,
        "why": "two of three are the same",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A lesson on water}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "no-what",
        "right": False,
        "why": "a release that does not say what it is",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "no-date",
        "right": False,
        "why": "a release without a date",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "dots-release",
        "right": False,
        "why": "dots for a release",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: "..."}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "no-such-day",
        "right": False,
        "why": "30 February",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-30, what: Ten skies to paint}
  - {date: 2026-03-01, what: A lesson on water}
  - {date: 2026-04-15, what: A guest paints trees}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "example-calendar",
        "right": False,
        "why": "the example with its one release",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
releases:
  - {date: 2026-02-01, what: Twelve openings for a sales page}
"""
''',
    },
    {
        "task": "06-q6",
        "name": "empty-calendar",
        "right": False,
        "why": "nothing in the calendar",
        "code": '''my_plan = "club"
my_assumptions = """
churn:
  club: {alpha: 1, beta: 12}
"""
my_policies = """
refund:
  policy: Whoever is unhappy in the first fortnight gets everything back
  days: 14
  kind: full
  cancel_anytime: true
"""
my_calendar = """
"""
''',
    },
    {
        "task": "06-q6",
        "name": "dictionaries",
        "right": False,
        "why": "dictionaries and no YAML text",
        "code": """my_plan = "club"
my_assumptions = {"churn": {"club": {"alpha": 1, "beta": 12}}}
my_policies = {"refund": {"policy": "Everything back within two weeks", "days": 14, "kind": "full", "cancel_anytime": True}}
my_calendar = {"releases": [{"date": "2026-02-01", "what": "Skies"}, {"date": "2026-03-01", "what": "Water"}, {"date": "2026-04-01", "what": "Trees"}]}
""",
    },
]
