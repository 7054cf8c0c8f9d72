"""The computing tasks of module 13: examples, hidden cases, slips and other right answers."""

from ecotools.grading.authoring.tasks import form, slip, task

NAN = 'float("nan")'
NO_ORDER = "the order of the rows has no meaning here"
NO_LABELS = "the row labels have no meaning here"
MORE = "the row labels as one more column are no wrong answer"
NEAR = "three significant digits are enough, and this is a thousandth off"


def business(text):
    """Return the text of a blueprint."""
    return f"Blueprint.from_yaml({text!r})"


# Shares that go above 1 with their factor, a channel that shrinks, steps in the wrong order and after the
# purchase, the membership before the core product, things that do not count.
HOSTILE = """
name: Hostile
products:
  - {id: b, name: The other, kind: subscription, price: 7.5, billing: month, trial_days: 14}
  - {id: yearly, name: By the year, kind: subscription, price: 99, billing: year}
  - {id: a, name: The core, kind: core, price: 333, cost: 30, payment_plan_months: 3}
  - {id: a2, name: A call, kind: coaching, price: 900}
  - {id: d, name: A call a month, kind: coaching, price: 50, billing: month}
  - {id: c, name: A third, kind: community, price: 20, billing: month}
funnel:
  - {from: retention, to: referral, rate: 0.3}
  - {from: consideration, to: purchase, rate: 0.45}
  - {from: purchase, to: activation, rate: 0.6}
  - {from: awareness, to: consideration, rate: 0.8}
assumptions:
  channels:
    - {name: late, visitors_per_month: 90, monthly_growth: -0.07, quality: 0.5}
    - {name: early, visitors_per_month: 310.5, monthly_growth: 0.011}
    - {name: still, visitors_per_month: 1}
  subscribe_rate: {c: 0.9, b: 0.25, yearly: 0.2, d: 0.03}
  add_on_rate: {a2: 0.3}
  churn:
    {b: {alpha: 2.5, beta: 3}, c: {alpha: 0.5, beta: 12}, yearly: {alpha: 1, beta: 1}, d: {alpha: 1, beta: 5}}
  refund_rate: {a: 0.2}
"""
# No membership, one step, no growth.
BARE = """
name: Bare
products: [{id: core, name: Core, kind: core, price: 49}]
funnel: [{from: awareness, to: purchase, rate: 0.02}]
assumptions: {channels: [{name: all, visitors_per_month: 1500}]}
"""
# Nobody joins; everybody leaves.
LEAVERS = """
name: Leavers
products:
  - {id: core, name: Core, kind: core, price: 60}
  - {id: none, name: Nobody, kind: subscription, price: 9, billing: month}
  - {id: all, name: Everybody, kind: subscription, price: 4, billing: month}
funnel: [{from: consideration, to: purchase, rate: 1}, {from: awareness, to: consideration, rate: 0.05}]
assumptions:
  channels: [{name: one, visitors_per_month: 200, monthly_growth: 0.1}]
  subscribe_rate: {all: 1}
  churn: {none: {alpha: 1, beta: 1}, all: {alpha: 9, beta: 1}}
"""

# Eleven runs in a mixed order; labels twice; the sum of the months is the same in several runs.
RUN = [3, 11, 3, 8, 1, 8, 1, 11, 20, 20, 20, 11, 8, 1, 3]
MONTH = [2, 1, 1, 3, 2, 1, 3, 3, 3, 1, 2, 2, 2, 1, 3]
REVENUE = [40, 10, 60, 0, 70, 100, 20, 90, 30, 30, 40, 0, 0, 30, 25]
MRR = [5, 0, 5, 9, 5, 7, 6, 9, 2, 4, 3, 3, 8, 4, 6]
MIXED = (
    f'pd.DataFrame({{"mrr": {MRR}, "month": {MONTH}, "revenue": {REVENUE}, "run": {RUN},'
    f' "note": [{NAN}] * 15}}, index=[n % 4 for n in range(15)])'
)
STATED = (
    'pd.DataFrame({"high": [100, 100, 9, 2, 8, 50, 70, 8, 200, 9], "id": [f"p{n}" for n in range(9, -1, -1)],'
    ' "low": [100, 101, 9, 2, 3, 40, 30, 1, 131, 0], "month": [1, 1, 3, 1, 2, 2, 3, 1, 1, 4],'
    ' "to_month": [2, 2, 3, 3, 2, 3, 3, 4, 3, 4],'
    ' "unit": ["revenue", "revenue", "mrr", "mrr", "mrr", *["revenue"] * 4, "mrr"]},'
    " index=[n // 3 for n in range(10)])"
)
# Shares of exactly one and nine in ten, and of eleven: 1 of 11 is less than a tenth, 10 of 11 more than nine.
TEN = (
    'pd.DataFrame({"run": range(9, -1, -1), "month": 1, "revenue": [9] + [5] * 8 + [1],'
    ' "mrr": [1] * 9 + [8]})'
)
ELEVEN = 'pd.DataFrame({"run": range(11), "month": 1, "revenue": [9] + [5] * 9 + [1], "mrr": [8] * 10 + [1]})'
EDGES = (
    'pd.DataFrame({"id": ["a", "b", "c", "d", "e", "f"], "unit": ["revenue"] * 4 + ["mrr"] * 2, "month": 1,'
    ' "to_month": 1, "low": [9, 10, 0, 1, 8, 0], "high": [9, 10, 4, 1, 9, 7]})'
)

SWAPPED = """verdict = "{}"
            elif (came > one.high).mean() > 0.9:
                verdict = "{}\""""

MEMBERS = "pd.Series([0, 340, 12.5, 80, 79, 80, 300], index=[7, 24, 2, 12, 11, 13, 30])"
WORK = (
    'pd.DataFrame({"per_member": [0.1, 0, 0.05, 0.02, 0, 0.1], "role": ["a", "b", "A", "a", "c", "b"],'
    f' "fixed": [1, 3, 0, 0.5, 2, 0], "note": [{NAN}] * 6}}, index=[2, 2, 0, 7, 1, 0])'
)
# A person who begins and ends in one month, one who leaves before the first month, one who comes back, a role
# that nobody has, a role without work, hours of 0, two with the same hours, names that contain a role's.
PEOPLE = (
    'pd.DataFrame({"last": [12, float("nan"), 11, 1, 24, float("nan"), 13, float("nan"), 20, float("nan")],'
    ' "first": [12, 2, 7, 1, 20, 1, 13, 3, 1, 1],'
    ' "hours": [4, 6.5, 3, 40, 30, 9, 0, 6.5, 2.5, 3.5],'
    ' "role": ["a", "a", "b", "b", "a", "tester", "b", "a", "ab", " a"],'
    ' "name": ["Jo", "Ann", "Bo", "Bo", "Ann", "Cy", "Jo", "Ed", "Flo", "Gus"]},'
    " index=[0, 0, 0, 5, 4, 3, 3, 1, 2, 9])"
)
# Exactly enough: the sum of the two is a little above 0.3.
TENTHS = 'pd.DataFrame({"role": ["a", "a"], "fixed": [0.1, 0.2], "per_member": [0, 0]})'
EXACT = f'pd.DataFrame({{"role": ["a"], "hours": [0.3], "first": [1], "last": [{NAN}]}})'

# Up, down and up again; reached in the last month; never; in the first month and lost.
WAVES = (
    'pd.DataFrame({"month": [4, 2, 3, 1] * 5, "run": [9] * 4 + [2] * 4 + [5] * 4 + [7] * 4 + [1] * 4,'
    ' "mrr": [100, 100, 80, 20, 100, 10, 20, 30, 0, 0, 0, 100, 99, 99.5, 99, 98, 60, 140, 100, 50]},'
    " index=[n % 7 for n in range(20)])"
)
EVEN = 'pd.DataFrame({"run": [1, 2, 3, 4] * 2, "month": [2] * 4 + [1] * 4, "mrr": [9, 8, 3, 2, 9, 1, 8, 2]})'
# Two of five, and then three.
FIVE = (
    'pd.DataFrame({"run": [1, 2, 3, 4, 5] * 2, "month": [6] * 5 + [7] * 5,'
    ' "mrr": [9, 9, 1, 1, 1, 9, 9, 9, 1, 1]})'
)
ONE = 'pd.DataFrame({"month": [3, 1, 2], "mrr": [7, 9, 7], "run": 4})'

# The wide end of a cost is the bad one; two swings of the same size, one of none; a price below the cost.
OTHER = '{"stay": 4, "visitors": 100, "rate": 0.1, "price": 30, "cost": 20, "join": 0.5, "fee": 5}'
SAME = '{"stay": (4, 4), "price": (25, 35), "cost": (15, 25), "fee": (2.5, 7.5), "rate": (0.1, 0.2)}'
LOSS = '{"price": (5, 20), "cost": (10, 60), "visitors": (0, 300)}'

TASKS = [
    task(
        "13-q1",
        points=5,
        names="two_years",
        examples={
            "two_years(corner, {})": (
                '{"revenue": 60000 + sum(1000 * (1 - 0.9**n) for n in range(1, 25)),'
                ' "mrr": 1000 * (1 - 0.9**24), "members": 100 * (1 - 0.9**24)}'
            ),
            'two_years(corner, {"buyers": 2, "sales": 3})["members"]': "200 * (1 - 0.9**24)",
            'two_years(corner, {"churn": 2, "visitors": 0.5})["mrr"]': "250 * (1 - 0.8**24)",
            "two_years(two_clubs, {})": (
                '{"revenue": 308352.39699048764, "mrr": 5456.845851784174, "members": 418.5672430449381}'
            ),
            'two_years(corner, {"churn": 15})["members"]': "10.0",
        },
        hidden=[
            f"two_years({business(HOSTILE)}, {{}})",
            f'two_years({business(HOSTILE)}, {{"buyers": 3, "visitors": 0.4}})',
            f'two_years({business(HOSTILE)}, {{"churn": 2.5, "sales": 9, "churn.c": 4, "subscribe": 3}})',
            f"two_years({business(BARE)}, {{}})",
            f'two_years({business(BARE)}, {{"buyers": 1.5, "churn": 0.5}})',
            f'two_years({business(LEAVERS)}, {{"churn": 1.2}})',
            f'two_years({business(LEAVERS)}, {{"visitors": 0.0}})',
            'two_years(two_clubs, {"churn": 0.0})',
            "two_years(case.blueprint, {})",
            *[f'two_years(case.blueprint, forecast.SCENARIOS["{name}"])' for name in ("careful", "hopeful")],
        ],
        slips=[
            slip(
                "(1 + one.monthly_growth) ** month",
                "(1 + one.monthly_growth) ** (month + 1)",
                says="Month 1 has the visitors that the blueprint says. They begin to grow in month 2.",
            ),
            slip(
                " * (1 + one.monthly_growth) ** month",
                "",
                name="no growth",
                says="The visitors of a channel grow by `monthly_growth` from month to month.",
            ),
            slip(
                "(1 + one.monthly_growth) ** month",
                "(1 + one.monthly_growth * month)",
                name="growth of the first month only",
                says="The growth is on the month before: multiply by `1 + growth` again and again.",
            ),
            slip(
                "members[one.id] = members[one.id] * (1 - lost) + joined",
                "members[one.id] = (members[one.id] + joined) * (1 - lost)",
                name="new members leave at once",
                says="Whoever joins in a month leaves in the next one at the earliest.",
            ),
            slip(
                "members[one.id] = members[one.id] * (1 - lost) + joined",
                "members[one.id] = members[one.id] + joined",
                name="nobody leaves",
                says="Each month a share of the members leaves.",
            ),
            slip(
                'factors.get("churn", 1) * churn.alpha / (churn.alpha + churn.beta)',
                "churn.alpha / (churn.alpha + churn.beta)",
                name="no factor on the churn",
                says='The factor "churn" multiplies the share that leaves.',
            ),
            slip(
                'lost = min(factors.get("churn", 1) * churn.alpha / (churn.alpha + churn.beta), 1)',
                'lost = 1 - factors.get("churn", 1) * churn.beta / (churn.alpha + churn.beta)',
                name="the factor on those who stay",
                says='The factor "churn" multiplies the share that leaves, not the share that stays.',
            ),
            slip(
                "churn.alpha / (churn.alpha + churn.beta)",
                "churn.alpha / churn.beta",
                says="The share that leaves is `alpha / (alpha + beta)`.",
            ),
            slip(
                'lost = min(factors.get("churn", 1) * churn.alpha / (churn.alpha + churn.beta), 1)',
                'lost = factors.get("churn", 1) * churn.alpha / (churn.alpha + churn.beta)',
                name="more than all leave",
                says="No share goes above 1: more members than there are cannot leave.",
            ),
            slip(
                "share = min(share, 1)",
                "",
                name="more buyers than visitors",
                says="No share goes above 1: more people than come cannot buy.",
                hidden_only=True,
            ),
            slip(
                'if step.to_stage in ("consideration", "purchase"):',
                "if True:",
                name="all steps of the funnel",
                says="Steps after the purchase say nothing about how many buy: leave them out.",
            ),
            slip(
                "revenue = revenue + members[one.id] * one.price",
                "revenue = revenue + joined * one.price",
                name="members pay once",
                says="Every member pays each month, and not only in the month of joining.",
            ),
            slip(
                "        revenue = revenue + buyers * core_price\n",
                "",
                name="without the sales",
                says="What buyers pay for the core product is revenue, too.",
            ),
            slip(
                'one.billing == "month"',
                'one.billing != "one_time"',
                name="every subscription",
                says='Only products whose `billing` is "month" count as memberships here.',
            ),
            slip(
                "for month in range(24):",
                "for month in range(12):",
                name="one year",
                says="Two years are 24 months.",
            ),
            slip(
                "for month in range(24):",
                "for month in range(1, 24):",
                name="one month too few",
                says="`range(1, 24)` has 23 months, `range(24)` has 24. In month 1 the power is 0.",
            ),
            slip(
                '{"revenue": revenue, "mrr": mrr,',
                '{"revenue": revenue / 24, "mrr": mrr,',
                name="revenue of a month",
                says="The revenue is that of all 24 months together.",
            ),
        ],
        also=[
            form(
                "tables instead of loops",
                """
                import numpy as np

                def two_years(blueprint, factors):
                    months = np.arange(24)
                    visitors = np.zeros(24)
                    for one in blueprint.assumptions.channels:
                        visitors += one.visitors_per_month * (1 + one.monthly_growth) ** months
                    steps = blueprint.table("funnel")
                    rates = steps.loc[steps["to_stage"].isin(["consideration", "purchase"]), "rate"]
                    share = np.minimum(rates.prod() * factors.get("buyers", 1), 1)
                    buyers = visitors * factors.get("visitors", 1) * share
                    products = blueprint.table("products")
                    revenue = buyers.sum() * products.loc[products["kind"] == "core", "price"].iloc[0]
                    mrr, total = 0.0, 0.0
                    for one in products[products["billing"] == "month"].itertuples():
                        churn = blueprint.assumptions.churn[one.id]
                        mean = churn.alpha / (churn.alpha + churn.beta)
                        stays = max(1 - mean * factors.get("churn", 1), 0)
                        joined = buyers * blueprint.assumptions.subscribe_rate.get(one.id, 0)
                        left = [sum(joined[: m + 1] * stays ** np.arange(m, -1, -1)) for m in months]
                        revenue += sum(left) * one.price
                        mrr, total = mrr + left[-1] * one.price, total + left[-1]
                    return pd.Series({"members": total, "mrr": mrr, "revenue": revenue})
                """,
            ),
            form(
                "the product of the rates, a function per month",
                """
                from math import prod

                def two_years(blueprint, factors):
                    f = {"visitors": 1, "buyers": 1, "churn": 1} | factors
                    a = blueprint.assumptions
                    early = [s.rate for s in blueprint.funnel if s.to_stage in {"purchase", "consideration"}]
                    share = min(prod(early) * f["buyers"], 1)
                    core = next(p for p in blueprint.products if p.kind == "core")
                    clubs = [p for p in blueprint.products if p.billing == "month"]
                    total = 0
                    now = [0] * len(clubs)
                    level = [c.visitors_per_month * f["visitors"] for c in a.channels]
                    for _ in range(24):
                        buyers = sum(level) * share
                        total += buyers * core.price
                        for n, club in enumerate(clubs):
                            c = a.churn[club.id]
                            gone = now[n] * min(c.alpha / (c.alpha + c.beta) * f["churn"], 1)
                            now[n] += buyers * a.subscribe_rate.get(club.id, 0) - gone
                            total += now[n] * club.price
                        level = [v * (1 + c.monthly_growth) for v, c in zip(level, a.channels)]
                    mrr = sum(n * club.price for n, club in zip(now, clubs))
                    return {"mrr": mrr, "members": sum(now), "revenue": total}
                """,
            ),
        ],
        right="This is about the middle of a forecast. It leaves out chance, and all that it does not know.",
        survivors={
            "[one.price for one in blueprint.products if one.kind == 'core'][0]"
            " → [one.price for one in blueprint.products if one.kind == 'core'][-1]": "there is exactly one",
        },
    ),
    task(
        "13-q2",
        points=4,
        names="verdicts",
        examples={
            "verdicts(four_stated, four_runs)": (
                'pd.DataFrame({"id": ["spring", "hope", "modest", "floor", "easy", "members", "later"],'
                f' "chance": [0.75, 0.0, 1.0, 1.0, 1.0, 0.5, {NAN}],'
                ' "verdict": ["within", "above", "below", "within", "within", "within", "unknown"]})'
            ),
            "verdicts(ten_stated, ten_runs)": (
                'pd.DataFrame({"id": ["one", "all_but_one", "all"], "chance": [0.1, 1.0, 1.0],'
                ' "verdict": ["within", "within", "below"]})'
            ),
            "verdicts(four_stated.tail(2), four_runs.head(4))": (
                f'pd.DataFrame({{"id": ["members", "later"], "chance": [0.5, {NAN}],'
                ' "verdict": ["within", "unknown"]})'
            ),
        },
        hidden=[
            f"verdicts({STATED}, {MIXED})",
            f"verdicts({STATED}[::-1], {MIXED}[{MIXED}['run'] > 3])",
            f"verdicts({STATED}.head(3), {MIXED})",
            f"verdicts({EDGES}, {TEN})",
            f"verdicts({EDGES}, {ELEVEN})",
            f"verdicts({EDGES}, {ELEVEN}.head(1))",
            "verdicts(own_stated, own_runs)",
            "verdicts(own_stated.assign(unit='revenue', month=1, low=90_000), own_runs)",
        ],
        slips=[
            slip(
                "(came >= one.low).mean()",
                "(came > one.low).mean()",
                says="A run that comes to `low` exactly reaches it.",
            ),
            slip(
                "(came >= one.low).mean()",
                "(came >= one.high).mean()",
                says="The chance is that of reaching `low`, the low end.",
            ),
            slip(
                "(came >= one.low).mean()",
                "((came >= one.low) & (came <= one.high)).mean()",
                name="only runs inside the range",
                says="A run above `high` reaches `low`, too.",
            ),
            slip(
                "(came >= one.low).mean()",
                "(came >= one.low).sum()",
                says="Divide the number of runs by all runs.",
            ),
            slip(
                'first = one.to_month if one.unit == "mrr" else one.month',
                "first = one.month",
                name="MRR added up",
                says="MRR is a rate and is not added up: take that of the last month alone.",
            ),
            slip(
                'first = one.to_month if one.unit == "mrr" else one.month',
                "first = one.to_month",
                name="the last month alone",
                says="The revenue of a projection is the sum of all its months.",
            ),
            slip(
                'first = one.to_month if one.unit == "mrr" else one.month',
                'first = one.to_month if one.unit == "mrr" else 1',
                name="from month 1 on",
                says="The months before the projection do not belong to it.",
            ),
            slip(
                'came = months.groupby("run")[one.unit].sum()',
                'came = months.groupby("run")[one.unit].mean()',
                name="the mean month",
                says="The revenue of a projection is the sum of all its months, not a mean month.",
            ),
            slip(
                'came = months.groupby("run")[one.unit].sum()',
                "came = months[one.unit]",
                name="months as runs",
                says="Add up within each run first: group the rows by `run`.",
            ),
            slip(
                "if chance < 0.1:",
                "if chance <= 0.1:",
                says="One run in ten is not *fewer* than one run in ten.",
            ),
            slip(
                "(came > one.high).mean() > 0.9",
                "(came > one.high).mean() >= 0.9",
                says="Nine runs in ten are not *more* than nine in ten.",
            ),
            slip(
                "(came > one.high).mean() > 0.9",
                "(came > one.low).mean() > 0.9",
                name="above the low end",
                says="A projection is too low when the runs are above `high`, its high end.",
            ),
            slip(
                "(came > one.high).mean() > 0.9",
                "(came >= one.high).mean() > 0.9",
                name="at the high end",
                says="A run at `high` is not above it.",
            ),
            slip(
                'if one.to_month <= runs["month"].max():',
                "if True:",
                name="judged without runs",
                says="A projection that ends after the last month of the runs is unknown. Its chance is NaN.",
            ),
            slip(
                SWAPPED.format("above", "below"),
                SWAPPED.format("below", "above"),
                name="above and below swapped",
                says="*Above* says where the projection lies: above what the runs come to.",
            ),
        ],
        also=[
            form(
                "a table of runs and months",
                """
                def verdicts(stated, runs):
                    wide = {u: runs.pivot(index="run", columns="month", values=u) for u in ("revenue", "mrr")}
                    result = {"id": [], "chance": [], "verdict": []}
                    for row in stated.to_dict("records"):
                        table, last = wide[row["unit"]], row["to_month"]
                        if last not in table.columns:
                            chance, word = float("nan"), "unknown"
                        else:
                            whole = table.loc[:, row["month"] : last].sum(axis=1)
                            came = table[last] if row["unit"] == "mrr" else whole
                            chance = float((came >= row["low"]).sum() / len(came))
                            high = float((came > row["high"]).sum() / len(came))
                            word = "above" if chance < 0.1 else "below" if high > 0.9 else "within"
                        result["id"].append(row["id"])
                        result["chance"].append(chance)
                        result["verdict"].append(word)
                    return pd.DataFrame(result)
                """,
            ),
            form(
                "by apply, with the id as labels",
                """
                def verdicts(stated, runs):
                    last = max(runs["month"])

                    def one(row):
                        if row["to_month"] > last:
                            return pd.Series({"chance": float("nan"), "verdict": "unknown"})
                        chosen = runs["month"].between(row["month"], row["to_month"])
                        if row["unit"] == "mrr":
                            chosen = runs["month"] == row["to_month"]
                        came = runs[chosen].groupby("run")[row["unit"]].sum()
                        chance = (came >= row["low"]).mean()
                        word = "within"
                        if (came > row["high"]).mean() > 0.9:
                            word = "below"
                        if chance < 0.1:
                            word = "above"
                        return pd.Series({"chance": chance, "verdict": word})

                    return stated.set_index("id").apply(one, axis=1)
                """,
            ),
        ],
        right="When the two disagree, one of them does not know what the other knows. Find out which.",
        survivors={
            "verdicts(arguments rounded)": "cents decide nothing where amounts are thousands",
            "verdicts(arguments sorted)": NO_ORDER,
            "verdicts(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "13-q3",
        points=3,
        names="lacking",
        examples={
            "lacking(growing, two_roles, three_people)": (
                'pd.DataFrame({"role": ["support", "coach", "support", "coach"], "month": [2, 1, 4, 4],'
                ' "lacks": [2.0, 2.0, 4.0, 13.0]})'
            ),
            "lacking(growing.head(2), two_roles, three_people.head(1))": (
                'pd.DataFrame({"role": ["support", "coach", "support", "coach"], "month": [1, 1, 2, 2],'
                ' "lacks": [4.0, 2.0, 8.0, 6.0]})'
            ),
            "lacking(growing.head(1), two_roles, three_people.assign(hours=9, first=1))": (
                'pd.DataFrame({"role": [], "month": [], "lacks": []})'
            ),
            "lacking(growing.head(1), two_roles.tail(1), three_people[2:])": (
                'pd.DataFrame({"role": ["support"], "month": [1], "lacks": [1.2]})'
            ),
        },
        hidden=[
            f"lacking({MEMBERS}, {WORK}, {PEOPLE})",
            f"lacking({MEMBERS}[::-1], {WORK}[::-1], {PEOPLE}.head(3))",
            f"lacking({MEMBERS}, {WORK}, {PEOPLE}[:0])",
            f"lacking({MEMBERS}.head(1), {WORK}.head(1), {PEOPLE})",
            f"lacking({MEMBERS}, {TENTHS}, {EXACT})",
            f"lacking({MEMBERS}, {TENTHS}, {EXACT}.assign(first=8, hours=0.25))",
            f"lacking({MEMBERS}, {TENTHS}, {EXACT}.assign(hours=0.295))",
            "lacking(own_members, own_work, own_people)",
            "lacking(own_members.astype(int), own_work, own_people.assign(hours=11, last=20))",
        ],
        slips=[
            slip(
                "lacks = needed - there",
                "lacks = needed + 0 * there",
                name="the hours of work",
                says="`lacks` is the hours that are missing: take off those that people have.",
            ),
            slip(
                "if lacks > 1e-6:",
                "if lacks > -1e9:",
                name="all months",
                says="Return only the months in which hours are lacking.",
            ),
            slip(
                '(mine["fixed"] + mine["per_member"] * count).sum()',
                '(mine["per_member"] * count).sum()',
                name="without the fixed hours",
                says="The `fixed` hours are there whatever the number of members.",
            ),
            slip(
                '(mine["fixed"] + mine["per_member"] * count).sum()',
                '(mine["fixed"] + mine["per_member"]).sum()',
                name="as if for one member",
                says="`per_member` is for each member: multiply it by the members of the month.",
            ),
            slip(
                '(mine["fixed"] + mine["per_member"] * count).sum()',
                '(mine["fixed"] + mine["per_member"] * count).iloc[0]',
                name="one row per role",
                says="A role may have several rows of work: add them up.",
            ),
            slip(
                'people[(people["first"] <= month) & ~(people["last"] < month)]',
                'people[people["first"] <= month]',
                name="nobody leaves",
                says="A person with a month under `last` works until that month and not longer.",
            ),
            slip(
                'people[(people["first"] <= month) & ~(people["last"] < month)]',
                'people[(people["first"] <= month) & (people["last"] >= month)]',
                name="nobody stays",
                says="NaN under `last` means that the person stays. A comparison with NaN is never true.",
            ),
            slip(
                'people[(people["first"] <= month) & ~(people["last"] < month)]',
                'people[~(people["last"] < month)]',
                name="from the start",
                says="A person works from the month `first` on, and not before.",
            ),
            slip(
                '(people["first"] <= month)',
                '(people["first"] < month)',
                says="In the month `first` the person works already.",
            ),
            slip(
                '~(people["last"] < month)',
                '~(people["last"] <= month)',
                says="In the month `last` the person still works.",
            ),
            slip(
                'there.loc[there["role"] == role, "hours"].sum()',
                'there["hours"].sum()',
                name="everybody does everything",
                says="Only the people of this role do its work.",
            ),
            slip(
                'there.loc[there["role"] == role, "hours"].sum()',
                'there.loc[there["role"] == role, "hours"].max()',
                name="one person per role",
                says="Several people of a role add their hours.",
            ),
        ],
        also=[
            form(
                "merge and groupby",
                """
                def lacking(members, work, people):
                    months = pd.DataFrame({"month": members.index, "count": members.to_numpy()})
                    table = work[["role", "fixed", "per_member"]].merge(months, how="cross")
                    table["needed"] = table["fixed"] + table["per_member"] * table["count"]
                    table = table.groupby(["role", "month"], as_index=False)["needed"].sum()
                    there = people.fillna({"last": float("inf")}).merge(months, how="cross")
                    there = there[there["month"].between(there["first"], there["last"])]
                    hours = there.groupby(["role", "month"])["hours"].sum()
                    keys = list(zip(table["role"], table["month"]))
                    table["lacks"] = table["needed"] - [hours.get(key, 0) for key in keys]
                    return table[table["lacks"] > 1e-6]
                """,
            ),
            form(
                "plain loops",
                """
                def lacking(members, work, people):
                    found = []
                    for role in set(work["role"]):
                        for month in members.index:
                            needed = sum(
                                row.fixed + row.per_member * members[month]
                                for row in work.itertuples() if row.role == role
                            )
                            for one in people.itertuples():
                                gone = one.last == one.last and one.last < month
                                if one.role == role and one.first <= month and not gone:
                                    needed -= one.hours
                            if needed >= 0.000001:
                                found.append({"month": month, "lacks": needed, "role": role})
                    return pd.DataFrame(found, columns=["role", "month", "lacks"])
                """,
            ),
        ],
        right="Hire for the month in which the hours are lacking, and start to look two months before.",
        survivors={
            "lacking(arguments sorted)": NO_ORDER,
            "lacks > 1e-06 → lacks >= 1e-06": "no sum lies at a millionth of an hour exactly",
            "lacks > 1e-06 → lacks > 2e-06": "no sum lies that near to a millionth of an hour",
        },
    ),
    task(
        "13-q4",
        points=3,
        names="reach",
        examples={
            "reach(three_runs, 100)": '{"share": 2 / 3, "month": 2, "lost": 0.5}',
            'reach(mixed_runs[mixed_runs["run"] != 2], 55)': (
                f'{{"share": 1 / 3, "month": {NAN}, "lost": 1.0}}'
            ),
            "reach(three_runs, 121)": f'{{"share": 0.0, "month": {NAN}, "lost": {NAN}}}',
            "reach(mixed_runs, 50)": '{"share": 0.75, "month": 3, "lost": 1 / 3}',
            "reach(mixed_runs, 44)": '{"share": 1.0, "month": 2, "lost": 0.25}',
        },
        hidden=[
            *[f"reach({WAVES}, {target})" for target in (100, 99.5, 141, 50, 30, 0)],
            f"reach({WAVES}[{WAVES}['run'] != 7], 100)",
            f"reach({WAVES}.assign(month=lambda table: 10 * table['month'] - 7), 100)",
            *[f"reach({FIVE}, {target})" for target in (9, 8)],
            *[f"reach({EVEN}, {target})" for target in (9, 8, 3, 10)],
            f"reach({ONE}, 9)",
            f"reach({ONE}, 10)",
            "reach(own_runs, 12_400)",
            'reach(own_runs, own_runs["mrr"].median())',
            'reach(own_runs, own_runs["mrr"].max())',
        ],
        slips=[
            slip(
                ">= target\n",
                "> target\n",
                name="above the target",
                says="A run that is at the target exactly reaches it.",
            ),
            slip(
                "ever = reached.any(axis=1)",
                "ever = reached[reached.columns[-1]]",
                name="in the last month",
                says="A run that reaches the target and loses it again has reached it.",
            ),
            slip(
                "ever = reached.any(axis=1)",
                "ever = reached.all(axis=1)",
                name="in all months",
                says="One month at the target is enough to reach it.",
            ),
            slip(
                '"share": ever.mean()',
                '"share": ever.sum()',
                says="Divide the number of runs by all runs.",
            ),
            slip(
                '"share": ever.mean()',
                '"share": reached.to_numpy().mean()',
                name="a share of months",
                says="Count runs and not months.",
            ),
            slip(
                "reached.loc[:, :month].any(axis=1).mean() >= 0.5",
                "reached.loc[ever, :month].any(axis=1).mean() >= 0.5",
                name="half of those that reach it",
                says="Half of *all* runs: those that never reach the target count, too.",
            ),
            slip(
                "reached.loc[:, :month].any(axis=1).mean() >= 0.5",
                "reached.loc[:, :month].any(axis=1).mean() > 0.5",
                says="Exactly half of the runs is at least half.",
            ),
            slip(
                "reached.loc[:, :month].any(axis=1).mean() >= 0.5",
                "reached[month].mean() >= 0.5",
                name="those that are there now",
                says="By a month counts who has reached it before, also if it was lost again.",
            ),
            slip(
                'half[0] if half else float("nan")',
                "half[0] if half else reached.columns[-1]",
                name="the last month instead",
                says="When fewer than half of the runs ever reach it, there is no such month: NaN.",
            ),
            slip(
                "(~reached.loc[ever, reached.columns[-1]]).mean()",
                "(~reached[reached.columns[-1]]).mean()",
                name="lost by those who never had it",
                says="Only a run that has reached the target can lose it: divide by those.",
            ),
            slip(
                "(~reached.loc[ever, reached.columns[-1]]).mean()",
                "reached.loc[ever, reached.columns[-1]].mean()",
                name="those who keep it",
                says="`lost` is the share that is *below* the target in the last month.",
            ),
            slip(
                'if ever.any() else float("nan")',
                "if ever.any() else 0.0",
                name="nothing lost",
                says="When no run reaches the target, the share that loses it is not 0: it is not known.",
            ),
        ],
        also=[
            form(
                "first months by groupby",
                """
                def reach(runs, target):
                    there = runs[runs["mrr"] >= target]
                    first = there.groupby("run")["month"].min()
                    count, last = runs["run"].nunique(), runs["month"].max()
                    if first.empty:
                        return {"share": 0, "month": float("nan"), "lost": float("nan")}
                    months = sorted(first)
                    needed = -(-count // 2)
                    kept = there.loc[there["month"] == last, "run"].nunique()
                    return {
                        "share": len(first) / count,
                        "month": months[needed - 1] if len(months) >= needed else float("nan"),
                        "lost": 1 - kept / len(first),
                    }
                """,
            ),
            form(
                "run by run",
                """
                def reach(runs, target):
                    firsts, lost = [], []
                    for _, rows in runs.groupby("run"):
                        rows = rows.sort_values("month")
                        months = rows.loc[rows["mrr"] >= target, "month"]
                        firsts.append(months.min() if len(months) else float("inf"))
                        if len(months):
                            lost.append(rows["mrr"].iloc[-1] < target)
                    middle = sorted(firsts)[(len(firsts) - 1) // 2]
                    return {
                        "share": len(lost) / len(firsts),
                        "month": middle if middle < float("inf") else float("nan"),
                        "lost": sum(lost) / len(lost) if lost else float("nan"),
                    }
                """,
            ),
        ],
        right="Say the share before the month: a month without its share is a promise.",
        survivors={
            "reach(arguments sorted)": NO_ORDER,
            "reach(arguments index reset)": NO_LABELS,
            "reached.loc[:, :month].any(axis=1).mean() → reached.loc[:, :month].any(axis=1).median()": (
                "the median of true and false is at least a half exactly when half of them are true"
            ),
            "(~reached.loc[ever, reached.columns[-1]]).mean() if ever.any() else float('nan')"
            " → (~reached.loc[ever, reached.columns[-1]]).mean()": "the mean of no runs is NaN already",
        },
    ),
    task(
        "13-q5",
        points=4,
        names="what_breaks",
        order=True,
        examples={
            "what_breaks(small_guess, small_ends, 12_000)": (
                'pd.DataFrame({"assumption": ["rate", "visitors", "fee", "join", "cost", "stay"],'
                ' "at_low": [8100.0, 12960, 13500, 13500, 17400, 15000],'
                ' "at_high": [24300.0, 19440, 18900, 18900, 12600, 17400],'
                ' "swing": [16200.0, 6480, 5400, 5400, 4800, 2400],'
                ' "breaks": [True, False, False, False, False, False]})'
            ),
            'what_breaks(small_guess, {"cost": (10, 80), "price": (50, 160)}, 16_200)': (
                'pd.DataFrame({"assumption": ["price", "cost"], "at_low": [10200.0, 16200],'
                ' "at_high": [23400.0, 7800], "swing": [13200.0, 8400], "breaks": [True, True]})'
            ),
            'what_breaks(small_guess, {"join": (0.25, 0.75), "stay": (4.5, 13.5), "fee": (5, 15)}, 14_000)': (
                'pd.DataFrame({"assumption": ["fee", "join", "stay"], "at_low": [13500.0] * 3,'
                ' "at_high": [18900.0] * 3, "swing": [5400.0] * 3, "breaks": [True] * 3})'
            ),
            'what_breaks(small_guess, {"stay": (9, 10)}, 16_200)': (
                'pd.DataFrame({"assumption": ["stay"], "at_low": [16200.0], "at_high": [16800.0],'
                ' "swing": [600.0], "breaks": [False]})'
            ),
        },
        hidden=[
            f"what_breaks({OTHER}, {SAME}, 1000)",
            f"what_breaks({OTHER}, {{'cost': (15, 25), 'price': (25, 35.001)}}, 0)",
            f"what_breaks({OTHER}, dict(reversed({SAME}.items())), 2400)",
            f"what_breaks({OTHER}, {LOSS}, 0)",
            f"what_breaks({OTHER}, {LOSS}, -5000)",
            f"what_breaks({OTHER}, {{'join': (0, 0)}}, 1200)",
            f"what_breaks({OTHER}, {{'join': (0, 0)}}, 1200.5)",
            "what_breaks(small_guess, {'visitors': (900, 700), 'rate': (0.02, 0.021)}, 20_000)",
            "what_breaks(own_guess, own_ends, 200_000)",
        ],
        slips=[
            slip(
                "abs(at_high - at_low)",
                "at_high - at_low",
                says="A swing is a distance and never below 0: more cost is less margin.",
            ),
            slip(
                "min(at_low, at_high) < target",
                "at_low < target",
                name="breaks at the low end only",
                says="It breaks when one of the two ends is below the target. For a cost it is the high end.",
            ),
            slip(
                "min(at_low, at_high) < target",
                "max(at_low, at_high) < target",
                name="breaks at both ends",
                says="One end below the target is enough to break it.",
            ),
            slip(
                "min(at_low, at_high) < target",
                "min(at_low, at_high) <= target",
                says="A margin at the target exactly is not below it.",
            ),
            slip(
                "ascending=[False, True]",
                "ascending=[True, True]",
                name="the smallest first",
                says="The widest swing comes first.",
            ),
            slip(
                "ascending=[False, True]",
                "ascending=[False, False]",
                name="the alphabet backwards",
                says="Assumptions with the same swing are in the order of the alphabet.",
            ),
            slip(
                'return table.sort_values(["swing", "assumption"], ascending=[False, True])',
                'return table.sort_values("swing", ascending=False, kind="stable")',
                name="ties as they come",
                says="Assumptions with the same swing are in the order of the alphabet.",
            ),
            slip(
                'return table.sort_values(["swing", "assumption"], ascending=[False, True])',
                "return table",
                name="not sorted",
                says="The widest swing comes first: sort the table.",
            ),
            slip(
                'return table.sort_values(["swing", "assumption"], ascending=[False, True])',
                'return table.sort_values(["breaks", "swing", "assumption"], ascending=[False, False, True])',
                name="what breaks it first",
                says="The order is by the swing alone, whether it breaks the target or not.",
                hidden_only=True,
            ),
            slip(
                """
                def what_breaks(guess, ends, target):
                    rows, low_case, high_case = [], dict(guess), dict(guess)
                    for name, (low, high) in ends.items():
                        low_case[name], high_case[name] = low, high
                        at_low, at_high = yearly_margin(low_case), yearly_margin(high_case)
                        swing, breaks = abs(at_high - at_low), min(at_low, at_high) < target
                        rows.append((name, at_low, at_high, swing, breaks))
                    table = pd.DataFrame(rows, columns=["assumption", "at_low", "at_high", "swing", "breaks"])
                    return table.sort_values(["swing", "assumption"], ascending=[False, True])
                """,
                name="one change on top of the other",
                says="Change one assumption at a time: all others are as guessed again.",
            ),
            slip(
                "abs(at_high - at_low)",
                "max(abs(at_high - yearly_margin(guess)), abs(at_low - yearly_margin(guess)))",
                name="the distance from the guess",
                says="The swing is the distance between the two ends, not from the guess.",
            ),
        ],
        also=[
            form("row labels as they were", ".reset_index(drop=True)", ""),
            form(
                "a list of dicts, sorted by hand",
                """
                def what_breaks(guess, ends, target):
                    found = []
                    for name in sorted(ends):
                        at = []
                        for end in ends[name]:
                            values = dict(guess)
                            values[name] = end
                            at.append(yearly_margin(values))
                        found.append({
                            "assumption": name, "at_low": at[0], "at_high": at[1],
                            "swing": max(at) - min(at), "breaks": any(one < target for one in at),
                        })
                    found.sort(key=lambda one: -one["swing"])
                    return pd.DataFrame(found)
                """,
            ),
            form(
                "Series, with the name as labels",
                """
                def what_breaks(guess, ends, target):
                    start = pd.Series(guess, dtype=float)
                    table = pd.DataFrame(index=pd.Index(list(ends), name="assumption"))
                    for place, column in enumerate(["at_low", "at_high"]):
                        table[column] = [
                            yearly_margin(start.mask(start.index == name, ends[name][place])) for name in ends
                        ]
                    table["swing"] = (table["at_low"] - table["at_high"]).abs()
                    table["breaks"] = table[["at_low", "at_high"]].min(axis=1) < target
                    return table.sort_index().sort_values("swing", ascending=False, kind="stable")
                """,
            ),
        ],
        right="Watch the first one that breaks it. The others can wait for the quarterly review.",
        survivors={
            "table.sort_values(['swing', 'assumption'], ascending=[False, True]).reset_index(drop=True)"
            " → table.sort_values(['swing', 'assumption'], ascending=[False, True]).reset_index()": MORE,
            "drop=True → drop=False": MORE,
        },
    ),
    task(
        "13-q6",
        points=3,
        names=("visitors_before", "visitors_after", "lost_share", "revenue_same_visitors"),
        rel=0.005,
        form={
            "visitors_before": "5000",
            "visitors_after": "4000",
            "lost_share": "0.25",
            "revenue_same_visitors": "450000",
        },
        hidden=["visitors_before", "visitors_after", "lost_share", "revenue_same_visitors"],
        slips=[
            slip(
                "visitors_before = 89_100 / 297 / 0.021",
                "visitors_before = 89_100 / 297",
                says="89,100 / 297 are the buyers. Divide them by the conversion to get the visitors.",
            ),
            slip(
                "visitors_before = 89_100 / 297 / 0.021",
                "visitors_before = 89_100 / 297 / 2.1",
                name="percent",
                says="2.1% is 0.021.",
            ),
            slip(
                "visitors_after = 379_600 / 997 / 0.038",
                "visitors_after = 379_600 / 997 / 0.021",
                name="the old conversion",
                says="The year after has the new conversion, 3.8%.",
            ),
            slip(
                "visitors_after = 379_600 / 997 / 0.038",
                "visitors_after = 379_600 / 297 / 0.038",
                name="the old price",
                says="The year after has the new price, 997 dollars.",
            ),
            slip(
                "lost_share = 1 - visitors_after / visitors_before",
                "lost_share = visitors_after / visitors_before",
                name="the share that is still there",
                says="This is the share that is still there. The share that is lost is 1 minus it.",
            ),
            slip(
                "lost_share = 1 - visitors_after / visitors_before",
                "lost_share = visitors_before / visitors_after - 1",
                name="a share of the visitors after",
                says="Divide by the visitors *before*: they are the whole that something is lost of.",
            ),
            slip(
                "lost_share = 1 - visitors_after / visitors_before",
                "lost_share = 100 * (1 - visitors_after / visitors_before)",
                name="a percent",
                says="A share is a fraction, so 10% is 0.1.",
            ),
            slip(
                "revenue_same_visitors = visitors_before * 0.038 * 997",
                "revenue_same_visitors = visitors_before * 0.021 * 997",
                name="the new price alone",
                says="Both are new: the price and the conversion.",
            ),
        ],
        also=[
            form(
                "whole buyers",
                """
                visitors_before = round(300 / 0.021)
                visitors_after = 381 / 0.038
                lost_share = (14_286 - 10_020) / 14_286
                revenue_same_visitors = 541_000
                """,
            ),
            form(
                "from the ratios",
                """
                import numpy as np

                visitors_before, visitors_after = np.array([300.0, 380.742]) / np.array([0.021, 0.038])
                lost_share = np.float64(0.299)
                revenue_same_visitors = 89_100 * (997 / 297) * (3.8 / 2.1)
                """,
            ),
        ],
        right="The story leaves out three visitors in ten. With them, it would have earned 541,229 dollars.",
        survivors={
            "89100 / 297 → 89101 / 297": NEAR,
            "89100 / 297 → 89099 / 297": NEAR,
            "379600 / 997 → 379601 / 997": NEAR,
            "379600 / 997 → 379599 / 997": NEAR,
            "379600 / 997 → 379600 / 998": NEAR,
            "379600 / 997 → 379600 / 996": NEAR,
            "visitors_before * 0.038 * 997 → visitors_before * 0.038 * 998": NEAR,
            "visitors_before * 0.038 * 997 → visitors_before * 0.038 * 996": NEAR,
        },
    ),
]
