"""The computing tasks of module 06: examples, hidden cases, slips and other right answers."""

from ecotools.grading.authoring.tasks import form, slip, task

NAN = 'float("nan")'
NO_ORDER = "the order of the rows has no meaning here"
NO_LABELS = "the row labels have no meaning here"
DIGITS = "within the three significant digits that the text asks for"


def members(months, left, index=None):
    """Return the text of a table as task 1 takes it."""
    labels = f", index={index}" if index else ""
    return f'pd.DataFrame({{"months": {months}, "left": {left}}}{labels})'


# Ages far apart and in no order, equal rows, a loss and two censored at one age, row labels that repeat.
MANY = members(
    [24, 3, 3, 0, 11, 3, 24, 7, 3, 40, 11, 0],
    [True, True, False, False, True, True, False, False, False, False, True, False],
    [5, 5, 9, 0, 2, 2, 2, 31, 4, 1, 8, 8],
)
ALL_LEFT = members([2, 9, 2, 5], [True] * 4, [3, 0, 1, 1])
NOBODY_LEFT = members([2, 9, 0], [False] * 3)
ONE = members([6], [True], [77])
AT_ONCE = members([0, 0, 31, 26, 58], [True, False, True, False, True])
LAST_CENSORED = members([4, 4, 4, 8], [True, False, False, False], [1, 0, 3, 2])


def people(joined, left, index=None):
    """Return the text of a table as task 2 takes it."""
    labels = f", index={index}" if index else ""
    text = f'pd.DataFrame({{"joined": {joined}, "left": {left}}}{labels})'
    return text.replace("nan", NAN)


NONE = float("nan")
# Cohorts of different sizes, a gap, months below 1, two alike, one who left in the month of joining.
COHORTS = people(
    [11, -2, 3, 3, 3, 8, 11, 0, 8, 12, 3],
    [NONE, 5.0, 4.0, 4.0, NONE, 8.0, NONE, NONE, 20.0, NONE, 9.0],
    [4, 4, 0, 9, 1, 2, 30, 7, 5, 6, 8],
)
EARLY = people([-6, -6, -4], [-4.0, 0.0, NONE], [3, 3, 5])
LATE = people([95, 110, 110], [NONE, 112.0, NONE])
YOUNG = people([6, 7, 7], [NONE, NONE, 7.0], [2, 1, 0])

FALLING = "[1, 0.9, 0.81, 0.5, 0.5, 0.0]"


def owners(group, two, stayed, index=None):
    """Return the text of a table as task 4 takes it."""
    labels = f", index={index}" if index else ""
    return f'pd.DataFrame({{"group": {group}, "two": {two}, "stayed": {stayed}}}{labels})'


T, F = True, False
# Sizes that differ, a group of owners only, one of others only, one with a single row, groups in no order.
GROUPS = owners(
    ["z", "m", "z", "a", "m", "q", "z", "a", "m", "z", "q", "a", "z", "k", "m"],
    [T, F, F, T, T, T, F, T, F, F, T, T, T, F, F],
    [T, T, F, F, T, T, T, T, F, F, T, T, F, T, F],
    [3, 3, 1, 0, 9, 8, 2, 5, 4, 6, 7, 12, 11, 10, 10],
)
NO_PAIRS = owners(["a", "b", "b"], [T, F, F], [T, T, F], [2, 1, 0])
# Nobody stayed in one group, everybody in another, and two names differ in a capital letter only.
ALL_OR_NONE = owners(["b", "A", "a", "b", "A", "a", "a"], [T, F, T, F, T, F, F], [F, T, T, F, T, F, F])
WORSE = owners(["a", "a", "b", "b", "b"], [T, F, T, F, F], [F, T, F, F, T], [4, 3, 2, 1, 0])

TASKS = [
    task(
        "06-q1",
        points=5,
        names="stay_beyond",
        examples={
            "stay_beyond(young)": "pd.Series({1: 5 / 6, 2: 5 / 8, 4: 5 / 16})",
            "stay_beyond(four)": "pd.Series({1: 0.75, 2: 0.5, 3: 0.0})",
            "stay_beyond(seven)": "pd.Series({2: 2 / 3, 5: 0.5, 9: 0.0})",
            "stay_beyond(four[four['months'] == 2])": "pd.Series({2: 0.5})",
            "len(stay_beyond(four[~four['left']]))": "0",
        },
        hidden=[
            f"stay_beyond({MANY})",
            f"stay_beyond({ALL_LEFT})",
            f"len(stay_beyond({NOBODY_LEFT}))",
            f"stay_beyond({ONE})",
            f"stay_beyond({LAST_CENSORED})",
            f"stay_beyond({AT_ONCE})",
            f"list(stay_beyond({MANY}).index)",
            "stay_beyond(own)",
            "stay_beyond(own[::-1])",
        ],
        slips=[
            slip(
                'at_risk = (members["months"] >= age).sum()',
                "at_risk = len(members)",
                says="At risk at an age are only those who were still there just before it.",
            ),
            slip(
                'at_risk = (members["months"] >= age).sum()',
                'at_risk = (members["months"] > age).sum() or float("nan")',
                says="Whose months end at this age was at risk there, too: at least this age.",
            ),
            slip(
                'at_risk = (members["months"] >= age).sum()',
                'at_risk = (members["left"] & (members["months"] >= age)).sum()',
                says="Those who have not left were at risk as well, as long as they were watched.",
            ),
            slip(
                "share = share * (1 - gone / at_risk)",
                "share = 1 - gone / at_risk",
                says="This is the step of one age. The curve is the product of all steps so far.",
            ),
            slip(
                "share * (1 - gone / at_risk)",
                "share * gone / at_risk",
                says="This multiplies the shares who leave. Multiply the shares who stay.",
            ),
            slip(
                "return pd.Series(curve, dtype=float)",
                "return 1 - pd.Series(curve, dtype=float)",
                says="This is the share who have left. The share who stay is 1 minus it.",
            ),
            slip(
                'sorted(set(members.loc[members["left"], "months"]))',
                'sorted(set(members["months"]))',
                says="The index has only ages at which somebody left.",
            ),
            slip(
                "        curve[age] = share",
                "        curve[age] = round(share, 2)",
                says="Do not round: other numbers are computed with it.",
            ),
            slip(
                'gone = (members["left"] & (members["months"] == age)).sum()',
                'gone = (members["months"] == age).sum()',
                says="Who is censored at this age has not left: count those who left only.",
            ),
        ],
        also=[
            form(
                "grouped by age",
                """
                def stay_beyond(members):
                    by_age = members.groupby("months")["left"].agg(["sum", "size"])
                    by_age["at_risk"] = by_age["size"][::-1].cumsum()
                    curve = (1 - by_age["sum"] / by_age["at_risk"]).cumprod()
                    return curve[by_age["sum"] > 0]
                """,
            ),
            form(
                "a dictionary turned into a Series, with plain Python",
                """
                def stay_beyond(members):
                    pairs = list(zip(members["months"], members["left"]))
                    share, curve = 1.0, {}
                    for age in sorted({months for months, left in pairs if left}):
                        at_risk = [left for months, left in pairs if months >= age]
                        gone = [left for months, left in pairs if months == age and left]
                        share *= (len(at_risk) - len(gone)) / len(at_risk)
                        curve[age] = share
                    return pd.Series(curve, dtype="float64")
                """,
            ),
            form(
                "by the library",
                """
                def stay_beyond(members):
                    table = retention.kaplan_meier(members["months"], members["left"])
                    table = table[table["lost"] > 0]
                    return pd.Series(table["survival"].to_numpy(), index=table["time"].astype(int))
                """,
            ),
        ],
        right="It uses those who are still there for as long as they were watched, and no longer.",
        survivors={
            "stay_beyond(arguments sorted)": NO_ORDER,
            "stay_beyond(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "06-q2",
        points=4,
        names="kept_at",
        examples={
            "kept_at(year, 2, 12)": "6 / 7",
            "kept_at(trio, 2, 4)": "0.5",
            "kept_at(trio, 0, 4)": "1.0",
            "kept_at(year, 3, 9)": "0.5",
            "kept_at(year, 4, 9)": "0.5",
            "kept_at(year, 9, 9)": NAN,
        },
        hidden=[
            f"kept_at({COHORTS}, 1, 12)",
            f"kept_at({COHORTS}, 0, 12)",
            f"kept_at({COHORTS}, 5, 12)",
            f"kept_at({COHORTS}, 9, 12)",
            f"kept_at({COHORTS}, 6, 9)",
            f"kept_at({COHORTS}, 30, 12)",
            f"kept_at({YOUNG}, 1, 7)",
            f"kept_at({YOUNG}, 0, 7)",
            f"kept_at({EARLY}, 2, -1)",
            f"kept_at({EARLY}, 6, 3)",
            f"kept_at({LATE}, 5, 120)",
            "[kept_at(own_people, age, 12) for age in range(1, 11)]",
            "kept_at(own_people[::-1], 3, 9)",
        ],
        slips=[
            slip(
                "judged = people[month <= last]",
                "judged = people",
                says="Somebody whose month joined + age was not seen can not be judged: leave them out.",
            ),
            slip(
                "return 1 - gone.mean() if",
                "return (1 - gone.mean()) * len(judged) / len(people) if",
                says="This counts those who cannot be judged as gone. Leave them out of both sides.",
            ),
            slip(
                "month <= last",
                "month < last",
                says="The month joined + age may be the last one observed itself.",
            ),
            slip(
                'judged["left"] <= judged["joined"] + age',
                'judged["left"] < judged["joined"] + age',
                says="Whose left is the month joined + age is gone by then.",
            ),
            slip(
                "return 1 - gone.mean() if",
                "return gone.mean() if",
                says="This is the share who are gone. The question is who is still there.",
            ),
            slip(
                'gone = judged["left"] <= judged["joined"] + age',
                'gone = judged["left"].notna()',
                says="Somebody may have left later: ask whether they had left by month joined + age.",
            ),
            slip(
                "return 1 - gone.mean() if",
                'return (~gone).groupby(judged["joined"]).mean().mean() if',
                says="This is the mean of the cohorts' shares. All people count alike.",
            ),
            slip(
                'gone = judged["left"] <= judged["joined"] + age',
                'gone = judged["left"] <= age',
                says="left is a month, and age counts from the month of joining.",
            ),
            slip(
                ' if len(judged) else float("nan")',
                " if len(judged) else 0.0",
                says="When nobody can be judged, the answer is not 0: it is not known.",
            ),
        ],
        also=[
            form(
                "one person at a time",
                """
                def kept_at(people, age, last):
                    there = judged = 0
                    for joined, left in zip(people["joined"], people["left"]):
                        if joined + age <= last:
                            judged += 1
                            there += pd.isna(left) or left > joined + age
                    return there / judged if judged else float("nan")
                """,
            ),
            form(
                "months stayed",
                """
                def kept_at(people, age, last):
                    seen = people[last - people["joined"] >= age]
                    stayed = (seen["left"] - seen["joined"]).fillna(float("inf"))
                    return (stayed > age).mean()
                """,
            ),
        ],
        right="Young cohorts are in neither side of the share until their month has come.",
        survivors={
            "kept_at(arguments index reset)": NO_LABELS,
            "kept_at(arguments sorted)": NO_ORDER,
            "1 - gone.mean() if len(judged) else float('nan') → 1 - gone.mean()": "a mean of none is NaN",
        },
    ),
    task(
        "06-q3",
        points=4,
        names="worth",
        examples={
            "worth([1, 0.5, 0.25], 20, 0.25, 2)": "28",
            "worth([1, 0.5, 0.25], 20, 0.25, 3)": "31.2",
            "worth([1, 0.5, 0.25], 20, 0, 3)": "35",
            "worth([1, 0.5, 0.25], 20, 0.25, 4)": NAN,
            "worth([1, 0.5], 20, 0.25, 1)": "20",
            "worth([1, 0.5], 20, 0.1, 0)": "0",
        },
        hidden=[
            f"worth({FALLING}, 24, 0.01, 6)",
            f"worth({FALLING}, 24, 0.01, 3)",
            f"worth({FALLING}, -3.5, 0.2, 5)",
            f"worth({FALLING}, 0, 0.2, 4)",
            f"worth({FALLING}, 19.99, 0, 6)",
            f"worth({FALLING}, 24, 0.01, 7)",
            "worth([1], 31, 0.5, 1)",
            "worth([1], 31, 0.5, 2)",
            "worth([1, 0.5, 0.4], 12, 1, 3)",
            "worth([1] * 3 + [0.5] * 12, 20, 0.02, 15)",
            "[worth(own_curve, 20, 0.01, horizon) for horizon in range(9)]",
        ],
        slips=[
            slip(
                "enumerate(curve[:horizon])",
                "enumerate(curve[:horizon], 1)",
                says="The first payment is made at once: it is not discounted, t begins at 0.",
            ),
            slip(
                "payment * share / (1 + discount) ** t for t",
                "payment * share for t",
                says="A payment after t renewals is divided by (1 + discount) ** t.",
            ),
            slip(
                "payment * share / (1 + discount) ** t",
                "payment * share / (1 + discount * t)",
                says="The discount compounds: (1 + discount) to the power t.",
            ),
            slip(
                "payment * share / (1 + discount) ** t",
                "payment * share * (1 - discount) ** t",
                says="Divide by (1 + discount) ** t. Multiplying by (1 - discount) ** t is a little less.",
            ),
            slip(
                "curve[:horizon]",
                "curve",
                says="Only the first horizon payments count, also where the curve goes on.",
            ),
            slip(
                "curve[:horizon]",
                "curve[1 : horizon + 1]",
                says="The first payment is that of a new member, at t = 0, where the share is 1.",
            ),
            slip(
                "if horizon > len(curve):",
                "if horizon >= len(curve):",
                says="A horizon of as many payments as there are shares was seen: compute it.",
            ),
            slip(
                '    if horizon > len(curve):\n        return float("nan")\n',
                "",
                name="beyond the curve",
                says="The horizon asks for payments that the curve does not tell about: that is NaN.",
            ),
            slip(
                "payment * share / (1 + discount) ** t for t",
                "payment / (1 + discount) ** t for t",
                says="Only the share still there pays.",
            ),
            slip(
                "enumerate(curve[:horizon])",
                "enumerate(curve[: max(horizon - 1, 0)])",
                says="This is one payment too few: a horizon of 2 means two payments.",
            ),
            slip(
                "(1 + discount) ** t",
                "(1 + discount / 100) ** t",
                says="`discount` is a fraction already: 0.25 is a quarter.",
            ),
            slip(
                "(1 + discount) ** t for t",
                "(1 + discount if t else 1) for t",
                says="The discount counts for each renewal: after two of them, divide by it twice.",
            ),
            slip(
                "sum(payment * share / (1 + discount) ** t for t, share in enumerate(curve[:horizon]))",
                "sum(payment * share for share in curve[:horizon]) / (1 + discount) ** max(horizon - 1, 0)",
                says="Each payment has its own discount: the first one has none.",
            ),
            slip(
                "(1 + discount) ** t",
                "(1 + discount) ** (t / 12)",
                says="`discount` is for one renewal, not for a year.",
            ),
            slip(
                "payment * share /",
                "payment * (1 - share if t else 1) /",
                says="This counts those who left. The ones still there pay.",
            ),
            slip(
                "    return sum(payment * share",
                "    curve = [1, *(a * b for a, b in zip(curve, curve[1:]))]\n    return sum(payment * share",
                says="The shares are of all who began: do not multiply them with one another.",
            ),
            slip(
                "    return sum(payment * share",
                "    payment = max(payment, 0)\n    return sum(payment * share",
                says="The payment may be negative, and then the worth is negative, too.",
                hidden_only=True,
            ),
            slip(
                "payment * share /",
                "payment * curve[min(1, len(curve) - 1)] ** t /",
                says="Take each share from the curve: the first loss does not say how large the next are.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "numpy",
                """
                import numpy as np

                def worth(curve, payment, discount, horizon):
                    if len(curve) < horizon:
                        return np.nan
                    t = np.arange(horizon)
                    return (payment * np.array(curve[:horizon]) / (1 + discount) ** t).sum()
                """,
            ),
            form(
                "a loop that discounts step by step",
                """
                def worth(curve, payment, discount, horizon):
                    total, factor = 0.0, 1.0
                    for place in range(horizon):
                        if place >= len(curve):
                            return float("nan")
                        total += payment * curve[place] * factor
                        factor /= 1 + discount
                    return total
                """,
            ),
            form(
                "as a Series",
                """
                def worth(curve, payment, discount, horizon):
                    seen = pd.Series(curve, dtype=float).head(horizon)
                    if len(seen) < horizon:
                        return float("nan")
                    return (payment * seen / (1 + discount) ** seen.index).sum()
                """,
            ),
        ],
        right="Say the horizon with the number: a value over twelve payments is no lifetime value.",
    ),
    task(
        "06-q4",
        points=4,
        names="like_with_like",
        tol=1e-9,
        examples={
            "like_with_like(twenty)": "0",
            "like_with_like(mixed)": "1.5 / 7",
            "like_with_like(mixed[mixed['group'] != 'a'])": "0",
            "like_with_like(mixed[mixed['group'] == 'c'])": NAN,
        },
        hidden=[
            f"like_with_like({GROUPS})",
            f"like_with_like({NO_PAIRS})",
            f"like_with_like({WORSE})",
            f"like_with_like({ALL_OR_NONE})",
            f"like_with_like({GROUPS}[::-1])",
            "like_with_like(own_members)",
        ],
        slips=[
            slip(
                """
                def like_with_like(members):
                    two = members["two"]
                    return members.loc[two, "stayed"].mean() - members.loc[~two, "stayed"].mean()
                """,
                name="not by group",
                says="This compares all owners with all others. Compare within each group first.",
            ),
            slip(
                "(with_two.mean() - with_one.mean()) * len(one)",
                "(with_one.mean() - with_two.mean()) * len(one)",
                says="The difference is two products minus one: positive when owners of two stay more.",
            ),
            slip(
                "return total / size if size",
                "return total if size",
                says="Divide by the number of members in the groups that count.",
            ),
            slip(
                """
                def like_with_like(members):
                    gaps = []
                    for _, one in members.groupby("group"):
                        two, rest = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
                        if len(two) and len(rest):
                            gaps.append(two.mean() - rest.mean())
                    return sum(gaps) / len(gaps) if gaps else float("nan")
                """,
                name="groups alike",
                says="Each group weighs as much as it has members. Here all groups weigh alike.",
            ),
            slip(
                "return total / size if size",
                "return total / len(members) if size",
                says="A group that says nothing is left out of the weights, too.",
            ),
            slip(
                """
                def like_with_like(members):
                    total = size = 0
                    for _, one in members.groupby("group"):
                        two, rest = one.loc[one["two"], "stayed"], one.loc[~one["two"], "stayed"]
                        if len(two) and len(rest):
                            total += (two.mean() - rest.mean()) * len(two)
                            size += len(two)
                    return total / size if size else float("nan")
                """,
                name="weights of owners",
                says="A group weighs by all its members, with one product and with two together.",
            ),
            slip(
                'total / size if size else float("nan")',
                "total / size if size else 0.0",
                says="When no group has both kinds, the difference is not 0: it is not known.",
            ),
            slip(
                "(with_two.mean() - with_one.mean()) * len(one)",
                "(with_two.sum() - with_one.sum()) * len(one) / len(one)",
                says="Compare shares: a kind with more members has more who stayed.",
            ),
            slip(
                "    for _, one in members.groupby",
                "    members = members.drop_duplicates()\n    for _, one in members.groupby",
                says="Two rows that look the same are two members.",
                hidden_only=True,
            ),
            slip(
                "if len(with_two) and len(with_one):",
                'if len(with_two) and len(with_one) and one["stayed"].any():',
                says="A group in which nobody stayed, or everybody, has a difference of 0: it counts.",
                hidden_only=True,
            ),
            slip(
                'members.groupby("group")',
                'members.groupby(members["group"].str.lower())',
                says="Groups whose names differ in a capital letter are different groups.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "a table of shares by group",
                """
                def like_with_like(members):
                    shares = members.groupby(["group", "two"])["stayed"].mean().unstack()
                    shares = shares.reindex(columns=[False, True])
                    gap = (shares[True] - shares[False]).dropna()
                    weight = members["group"].value_counts().reindex(gap.index)
                    return (gap * weight).sum() / weight.sum() if len(gap) else float("nan")
                """,
            ),
            form(
                "numpy's weighted mean",
                """
                import numpy as np

                def like_with_like(members):
                    gaps, sizes = [], []
                    for name in members["group"].unique():
                        one = members[members["group"] == name]
                        if one["two"].nunique() == 2:
                            by = one.groupby("two")["stayed"].mean()
                            gaps.append(by[True] - by[False])
                            sizes.append(len(one))
                    return np.average(gaps, weights=sizes) if gaps else np.nan
                """,
            ),
        ],
        right="It is a first step only: within a group, eagerness may still differ. Module 07 goes on.",
        survivors={
            "like_with_like(arguments sorted)": NO_ORDER,
            "like_with_like(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "06-q5",
        points=4,
        names=("months_at_5", "churn_at_18", "kept_at_3", "monthly_of_95", "year_of_90"),
        form={
            "months_at_5": "12.5",
            "churn_at_18": "0.125",
            "kept_at_3": "0.5",
            "monthly_of_95": "0.01",
            "year_of_90": "0.5",
        },
        hidden=["months_at_5", "churn_at_18", "kept_at_3", "monthly_of_95", "year_of_90"],
        rel=0.002,
        slips=[
            slip("months_at_5 = 1 / 0.05", "months_at_5 = 1 / 5", says="A churn of 5% is 0.05."),
            slip(
                "months_at_5 = 1 / 0.05", "months_at_5 = 36", says="This is quoted. What does the churn give?"
            ),
            slip("churn_at_18 = 1 / 18", "churn_at_18 = 100 / 18", says="Give the churn as a fraction."),
            slip("churn_at_18 = 1 / 18", "churn_at_18 = 1 / 36", says="This is the churn at 36 months."),
            slip(
                "kept_at_3 = (1 - 0.03) ** 12",
                "kept_at_3 = 1 - 12 * 0.03",
                says="Each month loses 3% of those still there, not of those at the start.",
            ),
            slip(
                "kept_at_3 = (1 - 0.03) ** 12",
                "kept_at_3 = 1 - (1 - 0.03) ** 12",
                says="This is the share lost in the year.",
            ),
            slip(
                "monthly_of_95 = 1 - 0.95 ** (1 / 12)",
                "monthly_of_95 = 0.05 / 12",
                says="Twelve equal losses of a twelfth are a little too small: take the twelfth root.",
            ),
            slip(
                "monthly_of_95 = 1 - 0.95 ** (1 / 12)",
                "monthly_of_95 = 0.95 ** (1 / 12)",
                says="This is the share kept in a month. The churn is 1 minus it.",
            ),
            slip(
                "year_of_90 = 0.9**12",
                "year_of_90 = 0.9",
                says="If 90% stay in one month, a year has twelve of them.",
            ),
            slip(
                "year_of_90 = 0.9**12",
                "year_of_90 = 1 - 0.9**12",
                says="This is the share lost in the year.",
            ),
            slip(
                "months_at_5 = 1 / 0.05",
                "months_at_5 = 13.5",
                says="After so many months half are gone. The mean lifetime is 1 / churn.",
            ),
            slip(
                "months_at_5 = 1 / 0.05",
                "months_at_5 = 1 / 0.05 - 1",
                says="The first month counts, too: 1 / churn.",
            ),
            slip(
                "months_at_5 = 1 / 0.05",
                "months_at_5 = 1 / 0.05 / 12",
                says="Give the lifetime in months, not in years.",
            ),
            slip(
                "churn_at_18 = 1 / 18",
                "churn_at_18 = 1 - 0.5 ** (1 / 18)",
                says="At this churn half are gone after 18 months. Here 18 months are the mean.",
            ),
            slip(
                "churn_at_18 = 1 / 18", "churn_at_18 = 0.06", says="Give at least three significant digits."
            ),
            slip(
                "kept_at_3 = (1 - 0.03) ** 12",
                "kept_at_3 = (1 - 0.03) ** 11",
                says="A year has twelve months: take the power 12.",
            ),
            slip(
                "kept_at_3 = (1 - 0.03) ** 12",
                "kept_at_3 = (1 - 0.01) ** 12",
                says="This is the churn at the other end of the range, 1% a month.",
            ),
            slip(
                "kept_at_3 = (1 - 0.03) ** 12",
                "kept_at_3 = 0.6976763",
                says="Here the losses come once a month: (1 - churn) ** 12.",
            ),
            slip(
                "kept_at_3 = (1 - 0.03) ** 12",
                "kept_at_3 = 0.7",
                says="Give at least three significant digits.",
            ),
            slip(
                "kept_at_3 = (1 - 0.03) ** 12", "kept_at_3 = 0.9**12", says="This is a churn of 10% a month."
            ),
            slip(
                "monthly_of_95 = 1 - 0.95 ** (1 / 12)",
                "monthly_of_95 = 1 - 0.95**12",
                says="This is the twelfth power. Take the twelfth root.",
            ),
            slip(
                "monthly_of_95 = 1 - 0.95 ** (1 / 12)",
                "monthly_of_95 = 1 - 0.05 ** (1 / 12)",
                says="Take the root of what is kept, 0.95, and not of what is lost.",
            ),
            slip(
                "monthly_of_95 = 1 - 0.95 ** (1 / 12)",
                "monthly_of_95 = 1 - 0.95**1 / 12",
                says="Without brackets this is 0.95 / 12. Write 0.95 ** (1 / 12).",
            ),
            slip(
                "monthly_of_95 = 1 - 0.95 ** (1 / 12)",
                "monthly_of_95 = 1.05 ** (1 / 12) - 1",
                says="1.05 is what grows by 5%. What loses 5% is 0.95 afterwards.",
            ),
            slip(
                "monthly_of_95 = 1 - 0.95 ** (1 / 12)",
                "monthly_of_95 = 0.004",
                says="Give at least three significant digits.",
            ),
            slip(
                "year_of_90 = 0.9**12",
                "year_of_90 = 0.9**11",
                says="A year has twelve months: take the power 12.",
            ),
            slip(
                "year_of_90 = 0.9**12",
                "year_of_90 = 0.9 ** (1 / 12)",
                says="This takes the 90% for a year. Here they are the retention of one month.",
            ),
            slip(
                "year_of_90 = 0.9**12",
                "year_of_90 = 1 - 0.1**12",
                says="Each month 0.9 of the members stay: take the power of that.",
            ),
            slip("year_of_90 = 0.9**12", "year_of_90 = 0.28", says="Give at least three significant digits."),
        ],
        also=[
            form(
                "three digits",
                "months_at_5 = 20\nchurn_at_18 = 0.0556\nkept_at_3 = 0.694\nmonthly_of_95 = 0.00427\n"
                "year_of_90 = 0.282",
            ),
            form(
                "by the library",
                """
                months_at_5 = retention.ltv(1, 0.05)
                churn_at_18 = 1 / 18.0
                kept_at_3 = 1 - retention.annual_from_monthly(0.03)
                monthly_of_95 = retention.monthly_from_annual(0.05)
                year_of_90 = 1 - retention.annual_from_monthly(0.1)
                """,
            ),
        ],
    ),
]
