"""The computing tasks of module 10: examples, hidden cases, slips and other right answers."""

from ecotools.grading.authoring.tasks import form, slip, task

NAN = 'float("nan")'

# Odd row labels; identical rows, a free row, a quarter, a year, a row that ended on the day it began.
MANY = """pd.DataFrame({
    "customer_id": [88, 5, 5, 5, 41, 17, 63, 29],
    "start": pd.to_datetime(["2025-04-03", "2025-03-01", "2025-03-01", "2025-05-01",
        "2025-04-01", "2025-03-15",
        "2025-04-10", "2024-06-01"]),
    "end": pd.to_datetime(["2025-05-01", None, None, None, "2025-04-20", "2025-04-03", "2025-04-10", None]),
    "price": [19.99, 87.0, 87.0, 87.0, 0.0, 29.0, 55.0, 199.0],
    "interval_months": [1, 3, 3, 3, 1, 1, 1, 12],
    "quantity": [3, 1, 1, 1, 2, 1, 1, 2],
    "discount": [0.15, 0.0, 0.0, 0.1, 0.0, 1.0, 0.0, 0.25],
}, index=[4, 0, 9, 2, 7, 7, 1, 30])"""


def on(day, table=MANY):
    return f'mrr_on({table}, pd.Timestamp("{day}"))'


# A gap and a return, a late return, two parallel rows, identical rows, a row of no length, ids in no order.
TERMS = """pd.DataFrame({
    "customer_id": [9, 902, 9, 14, 14, 33, 33, 902, 71, 6, 6, 50, 27],
    "start": pd.to_datetime(["2025-02-01", "2025-01-05", "2025-03-20", "2025-02-10",
        "2025-02-10", "2025-01-01",
        "2025-01-01", "2025-04-02", "2025-02-02", "2025-02-20", "2025-02-20", "2025-03-01", "2025-01-09"]),
    "end": pd.to_datetime(["2025-03-10", "2025-03-05", None, None, "2025-03-08", "2025-03-31",
        "2025-03-31", None, "2025-03-01", "2025-04-01", "2025-04-01", "2025-03-01", None]),
}, index=[3, 3, 8, 1, 0, 12, 5, 2, 20, 21, 4, 6, 7])"""


def lost(start, end, table=TERMS):
    return f'customer_churn({table}, pd.Timestamp("{start}"), pd.Timestamp("{end}"))'


def judged(value, change, on_target, index):
    """Return the text of a table as task 3 asks for it."""
    columns = f'{{"value": {value}, "change": {change}, "on_target": {on_target}}}'
    return f"pd.DataFrame({columns}, index={index})".replace("nan", NAN)


def series(values, index):
    return f"pd.Series({values}, index={index})".replace("nan", NAN)


GAPS = series([float("nan"), 4.0, -4.0, 0.0, 0.0, float("nan"), 3.0], [9, 2, 5, 1, 8, 0, 4])

# Months in no order of the alphabet, negative values and targets, 0 on both sides, equal misses, unknowns.
KPIS = """pd.DataFrame({
    "kpi": ["mrr", "net_churn", "margin", "refunds", "aov", "churn", "leads", "nps", "mrr", "churn", "aov",
        "late"],
    "month": ["2025-05", "2025-05", "2025-05", "2025-05", "2025-05", "2025-05", "2025-05",
        "2025-05", "2025-04",
        "2025-04", "2025-05", "2025-05"],
    "value": [900.0, -0.01, -40.0, 0.02, 255.5, 0.031, 0.0, None, 1100.0, 0.09, 255.5, -3.0],
    "target": [1000.0, -0.02, -30.0, 0.0, 260.25, 0.03, 80.0, 30.0, 1000.0, 0.03, 260.25, 0.0],
    "on_target": pd.array([False, False, False, False, True, False, False, None, True, False, None, True],
        dtype="boolean"),
}, index=[5, 1, 1, 8, 0, 2, 44, 3, 9, 6, 7, 10])"""
TIED = """pd.DataFrame({
    "kpi": ["b", "d", "a", "c", "e"], "month": ["2025-05"] * 5, "value": [0.5, 3.0, 1.5, -1.0, 8.0],
    "target": [1.0, 2.0, 1.0, -2.0, 4.0],
    "on_target": pd.array([False] * 5, dtype="boolean"),
})"""
UNKNOWN = """pd.DataFrame({
    "kpi": ["b", "a"], "month": ["2025-05"] * 2, "value": [None, 3.0], "target": [1.0, 2.0],
    "on_target": pd.array([None, True], dtype="boolean"),
})"""


def segments(visitors, buyers, index):
    return f'pd.DataFrame({{"visitors": {visitors}, "buyers": {buyers}}}, index={index})'


# Segments that are numbers in another order; two of them alike; one with a single visitor and no buyer.
OLD = segments([400, 1, 250, 250, 90], [31, 0, 9, 9, 45], [30, 4, 12, 7, 1])
NEW = segments([80, 260, 255, 7, 600], [40, 11, 8, 3, 41], [1, 12, 7, 4, 30])
TWO = ["search", "social"]
BASE = segments([2000, 8000], [160, 160], TWO)
ONE_STILL = segments([8000, 2000], [560, 40], TWO)
ALL_FALL = segments([2000, 8000], [140, 120], TWO)
TOTAL_STILL = segments([3000, 7000], [210, 110], TWO)
TINY_OLD = segments([100000, 300000], [8000, 6000], TWO)
TINY_NEW = segments([100007, 299900], [8000, 5997], TWO)
ONE_BEFORE, ONE_AFTER = segments([50], [5], ["all"]), segments([40], [5], ["all"])
SIX = [9, 2, 5, 11, 3, 8]
SIX_OLD = segments([900, 800, 100, 100, 90, 10], [90, 40, 4, 4, 2, 0], SIX)
SIX_NEW = segments([60, 50, 700, 700, 900, 40], [7, 3, 35, 35, 27, 1], SIX)

# Most segments move against the total, the largest and the first among them, and one moves with it.
THREE = ["social", "search", "partners"]
THREE_OLD = segments([8000, 2000, 100], [160, 160, 2], THREE)
THREE_NEW = segments([2000, 8000, 100], [30, 560, 3], THREE)

NO_ORDER = "the order of the rows has no meaning here"
NO_LABELS = "the row labels have no meaning here"
DIGITS = "within the three significant digits that the text asks for"

TASKS = [
    task(
        "10-q1",
        points=3,
        names="mrr_on",
        examples={
            'mrr_on(members, pd.Timestamp("2025-02-10"))': "69",
            'mrr_on(members, pd.Timestamp("2025-02-20"))': "119",
            'mrr_on(members, pd.Timestamp("2025-01-10"))': "69.5",
            'mrr_on(members, pd.Timestamp("2025-03-01"))': "90",
        },
        hidden=[
            on("2025-04-03"),
            on("2025-04-10"),
            on("2025-04-20"),
            on("2025-05-01"),
            on("2024-12-31"),
            on("2020-01-01"),
            "mrr_on(members.assign(price=members['price'] * 1_000_000), pd.Timestamp('2025-02-10'))",
            "[mrr_on(subscriptions, case.ledger.start + pd.Timedelta(days=n)) for n in (31, 90, 150, 300)]",
            "[mrr_on(subscriptions[::-1], case.ledger.start + pd.Timedelta(days=n)) for n in (45, 200)]",
        ],
        slips=[
            slip(
                '(monthly / running["interval_months"]).sum()',
                "monthly.sum()",
                says="The price is for a whole billing interval: divide it by the months of the interval.",
            ),
            slip(
                'monthly / running["interval_months"]',
                'monthly / running["interval_months"].where(running["interval_months"] == 1, 12)',
                says="A quarter has 3 months and a year has 12: divide by the interval_months of each row.",
            ),
            slip(
                ' * (1 - running["discount"])',
                "",
                says="A discount of 0.1 takes a tenth off: 1 - discount of the price is paid.",
            ),
            slip(
                ' * (1 - running["discount"])',
                ' * running["discount"]',
                says="This is what the discount takes off. What is paid is 1 - discount.",
            ),
            slip(
                ' * running["quantity"]',
                "",
                says="Some rows have a quantity of two: that is twice the price.",
            ),
            slip(
                '~(subscriptions["end"] <= day)',
                '~(subscriptions["end"] < day)',
                says="A row runs up to its `end`, and that day is not included.",
            ),
            slip(
                '~(subscriptions["end"] <= day)',
                '(subscriptions["end"] > day)',
                says="Rows without an `end` are still running. A comparison with a missing day is false.",
            ),
            slip(
                'subscriptions["start"] <= day',
                'subscriptions["start"] < day',
                says="A row runs from its first day: `start` is included.",
            ),
            slip(
                'running = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]',
                'first, last = (subscriptions[name].dt.to_period("M") for name in ("start", "end"))\n'
                '    month = day.to_period("M")\n'
                "    running = subscriptions[(first <= month) & ~(last < month)]",
                name="the whole month",
                says="These rows run at some time in the month. Only those that run on the day itself count.",
            ),
            slip(
                '(subscriptions["start"] <= day) & ',
                "",
                says="Rows that begin after the day count here, too. They are not running yet.",
            ),
            slip(
                '~(subscriptions["end"] <= day)',
                'subscriptions["end"].isna()',
                says="Some rows have an `end` that lies after the day: they are still running.",
            ),
            slip(
                'monthly = running["price"]',
                'running = running.drop_duplicates("customer_id")\n    monthly = running["price"]',
                says="One customer can have two running rows. Both count.",
            ),
            slip(
                "def mrr_on(subscriptions, day):\n    return 69.0 if day.day == 10 and day.month"
                " == 2 else 119.0",
                name="two examples written down",
                says="Other days and other tables give other sums: compute it from what the function"
                " is given.",
            ),
        ],
        also=[
            form(
                "row by row",
                """
                def mrr_on(subscriptions, day):
                    total = 0
                    for row in subscriptions.itertuples():
                        if row.start <= day and (pd.isna(row.end) or row.end > day):
                            total += row.price * row.quantity * (1 - row.discount) / row.interval_months
                    return total
                """,
            ),
            form(
                "missing ends filled in a copy",
                """
                def mrr_on(subscriptions, day):
                    end = subscriptions["end"].fillna(pd.Timestamp("2200-01-01"))
                    running = subscriptions[(subscriptions["start"] <= day) & (end > day)]
                    return running.eval("price * quantity * (1 - discount) / interval_months").sum()
                """,
            ),
        ],
        right="MRR counts what is agreed, month by month, and not what arrived in the bank account.",
        survivors={
            "mrr_on(arguments index reset)": NO_LABELS,
            "mrr_on(arguments sorted)": NO_ORDER,
        },
    ),
    task(
        "10-q2",
        points=4,
        names="customer_churn",
        examples={
            "customer_churn(terms, january, february)": "1 / 6",
            'customer_churn(terms, pd.Timestamp("2025-01-03"), february)': "0.25",
            'customer_churn(terms, january, pd.Timestamp("2025-01-20"))': "1 / 6",
            'customer_churn(terms, pd.Timestamp("2020-01-01"), january)': NAN,
        },
        hidden=[
            lost("2025-03-01", "2025-04-01"),
            lost("2025-03-01", "2025-03-31"),
            lost("2025-02-02", "2025-03-09"),
            lost("2025-03-06", "2025-03-15"),
            lost("2025-01-02", "2025-05-01"),
            lost("2025-02-25", "2025-02-25"),
            lost("2024-12-31", "2025-02-01"),
            "customer_churn(terms.iloc[[1]], january, february)",
            "customer_churn(terms.iloc[[0]], january, february)",
            "[customer_churn(subscriptions, case.ledger.start + pd.Timedelta(days=n),"
            " case.ledger.start + pd.Timedelta(days=n + 30)) for n in (60, 90, 200, 300)]",
        ],
        slips=[
            slip(
                "return set(subscriptions.loc[running",
                "return set(subscriptions.index[running]) if True else set(subscriptions.loc[running",
                name="rows instead of customers",
                says="Rows are counted here. A change of plan ends one row and begins another, and"
                " nobody has left.",
            ),
            slip(
                "len(before - after) / len(before) if",
                "len(before - after) / len(before | after) if",
                says="The base is the customers on the first day. Those who joined later are not in it.",
            ),
            slip(
                "len(before - after) / len(before) if",
                "len(before - after) / len(after) if",
                says="This divides by the customers on the last day. The base is those on the first day.",
            ),
            slip(
                'subscriptions["start"] <= day',
                'subscriptions["start"] < day',
                says="A row runs from its first day: someone who starts on the day is there.",
            ),
            slip(
                "len(before - after) / len(before) if",
                'len(before - after) / subscriptions["customer_id"].nunique() if',
                says="The base is the customers on the first day, and not everybody in the table.",
            ),
            slip(
                "len(before - after) / len(before) if",
                "len(before & after) / len(before) if",
                says="This is the share who stayed.",
            ),
            slip(
                "len(before - after) / len(before) if",
                "len(before - after) if",
                says="This is a number of customers. Divide it by those who were there on the first day.",
            ),
            slip(
                "len(before - after) / len(before) if",
                "(len(before) - len(after)) / len(before) if",
                says="Those who joined make up for those who left here. Look at each customer.",
            ),
            slip(
                "len(before - after) / len(before) if",
                "100 * len(before - after) / len(before) if",
                says="A rate is a fraction: 0.25, not 25.",
            ),
            slip(
                'float("nan")',
                "0.0",
                says="Nobody was there on the first day, so there is no rate: return NaN. 0 would say"
                " that nobody left.",
            ),
            slip(
                '~(subscriptions["end"] <= day)',
                '~(subscriptions["end"] < day)',
                says="`end` is not included: a customer whose row ends on that day is gone.",
            ),
            slip(
                "    def customers(day):",
                '    subscriptions = subscriptions.drop_duplicates("customer_id")\n\n    def customers(day):',
                name="the first row of each customer",
                says="A customer can have a later row, or two at the same time: look at all rows of each"
                " customer.",
            ),
            slip(
                "    def customers(day):",
                '    subscriptions = subscriptions.drop_duplicates("customer_id",'
                ' keep="last")\n\n    def customers(day):',
                name="the last row of each customer",
                says="A customer can have a later row, or two at the same time: look at all rows of each"
                " customer.",
            ),
            slip(
                "before, after = customers(start), customers(end)",
                "before = customers(start)\n    after = before -"
                ' set(subscriptions.loc[subscriptions["end"] <= end, "customer_id"])',
                says="Someone who ended one row may have another one that is running: that customer"
                " has not left.",
            ),
        ],
        also=[
            form(
                "unique ids and isin",
                """
                def customer_churn(subscriptions, start, end):
                    def there(day):
                        begun = subscriptions["start"] <= day
                        running = begun & (subscriptions["end"].isna() | (subscriptions["end"] > day))
                        return pd.Series(subscriptions.loc[running, "customer_id"].unique())

                    base = there(start)
                    return 1 - base.isin(there(end)).mean() if len(base) else None or float("nan")
                """,
            ),
            form(
                "flags by customer",
                """
                def customer_churn(subscriptions, start, end):
                    table = subscriptions.assign(last=subscriptions["end"].fillna(pd.Timestamp.max))
                    table["was"] = (table["start"] <= start) & (table["last"] > start)
                    table["is"] = (table["start"] <= end) & (table["last"] > end)
                    each = table.groupby("customer_id")[["was", "is"]].any()
                    return float("nan") if not each["was"].any() else (~each.loc[each["was"], "is"]).mean()
                """,
            ),
        ],
        right="Say the base with the rate: of the customers on the first day.",
        survivors={
            "customer_churn(arguments index reset)": NO_LABELS,
            "customer_churn(arguments without duplicates)": "customers are counted, and each counts once",
            "customer_churn(arguments sorted)": NO_ORDER,
        },
    ),
    task(
        "10-q3",
        points=4,
        names="against_target",
        examples={
            'against_target(profit, -3, "up")': judged(
                [-5.0, -3.0, 0.0],
                [float("nan"), 2.0, 3.0],
                [False, True, True],
                ["2025-01", "2025-02", "2025-03"],
            ),
            'against_target(churn, 0.05, "down")': judged(
                [0.06, float("nan"), 0.04, 0.05],
                ["nan", "nan", "nan", 0.01],
                [False, None, True, True],
                ["2025-01", "2025-02", "2025-03", "2025-04"],
            ).replace(f"'{NAN}'", NAN),
        },
        hidden=[
            f'against_target({GAPS}, 0, "down")',
            f'against_target({GAPS}, 0, "up")',
            f'against_target({series([12, 10, 11, 11], ["b", "a", "d", "c"])}, 11, "up")',
            f'against_target({series([12, 10, 11, 11], ["b", "a", "d", "c"])}, 11, "down")',
            f'against_target({series([-0.0312, -0.0187, -0.0201], ["x", "y", "z"])}, -0.02, "down")',
            f'against_target({series([float("nan"), float("nan")], ["x", "y"])}, 1, "up")',
            f'against_target({series([7.25], ["x"])}, 7.2, "up")',
            'against_target(own_churn, 0.04, "down")',
            'against_target(own[own["kpi"] == "nps"].set_index("month")["value"], 35, "up")',
        ],
        slips=[
            slip(
                "met.astype(object).where(values.notna(), None)",
                "met",
                says="The value of February is missing, so nobody can say whether it met the target:"
                " neither True nor False.",
            ),
            slip(
                'met = values >= target if direction == "up" else values <= target',
                "met = values >= target",
                says='With "down", a value above the target is off target: look at the direction.',
            ),
            slip(
                'met = values >= target if direction == "up" else values <= target',
                'met = values <= target if direction == "up" else values >= target',
                says='With "up", a value of at least the target is on target, also when both are negative.',
            ),
            slip(
                'met = values >= target if direction == "up" else values <= target',
                'met = values > target if direction == "up" else values < target',
                says="A value of exactly the target is on target.",
            ),
            slip(
                "values.diff()",
                "values.pct_change()",
                says="This is the change as a fraction. The change is the value minus that of the row"
                " before.",
            ),
            slip(
                "values.diff()",
                "-values.diff(-1)",
                says="This is the change to the next row. The change is the value minus that of the"
                " row before.",
            ),
            slip(
                "values.diff()",
                "values.diff().fillna(0)",
                says="Where there is no value before, the change is missing. 0 would say that nothing"
                " changed.",
            ),
            slip(
                "values.diff()",
                "values - target",
                says="This is the distance to the target. The change is the value minus that of the"
                " row before.",
            ),
            slip(
                "values.diff()",
                "(values - values.iloc[0]).where(values.index != values.index[0])",
                says="This is the change since the first row. The change is the value minus that of the row"
                " before.",
            ),
            slip(
                "where(values.notna(), None)",
                "where(values.notna() & (values != 0), None)",
                says="A value of 0 is no missing value: it is on target or off target.",
            ),
            slip(
                'met = values >= target if direction == "up" else values <= target',
                'met = values >= 0.05 if direction == "up" else values <= 0.05',
                says="Compare with the `target` that the function is given: it is -3 here.",
            ),
            slip(
                "    met = values",
                "    values = values.sort_index()\n    met = values",
                says="The rows are in the order of time, whatever their labels are: do not sort them.",
                hidden_only=True,
            ),
            slip(
                "values.diff()",
                "values - values.ffill().shift()",
                says="The change is missing where the value of the row right before is missing.",
            ),
            slip(
                "    met = values",
                "    values = values.dropna()\n    met = values",
                says="A month without a value keeps its row.",
            ),
            slip(
                "met.astype(object).where(values.notna(), None)",
                'met.map({True: "yes", False: "no"}).where(values.notna())',
                says="on_target holds True and False, not words.",
            ),
            slip(
                "values.diff()",
                "values.diff().round(2)",
                says="Do not round: a small change is a change.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "a loop, None for unknown",
                """
                def against_target(values, target, direction):
                    rows, before = [], float("nan")
                    for value in values:
                        known = value == value
                        good = (value >= target if direction == "up" else value <= target) if known else None
                        rows.append({"value": value, "change": value - before, "on_target": good})
                        before = value
                    return pd.DataFrame(rows, index=values.index)
                """,
            ),
            form(
                "the missing value of pandas, columns in another order",
                """
                def against_target(values, target, direction):
                    table = pd.DataFrame({"value": values})
                    good = (values >= target) if direction == "up" else (values <= target)
                    table["on_target"] = good.astype("boolean").mask(values.isna())
                    table["change"] = values - values.shift()
                    return table
                """,
            ),
        ],
        right="Hit, miss and unknown are three answers, and this table keeps them apart.",
    ),
    task(
        "10-q4",
        points=4,
        names="exceptions",
        order=True,
        examples={
            'exceptions(page, "2025-01")': "pd.DataFrame({"
            '"kpi": ["net_churn", "sales", "churn", "complaints"], '
            '"value": [0.01, 45, 0.06, 3], "target": [-0.02, 90, 0.05, 0], "miss": [1.5, 0.5,'
            ' 0.2, float("nan")]})',
            'exceptions(page, "2025-02")': 'pd.DataFrame({"kpi": ["nps", "visitors"], "value": [30.0, 880.0],'
            ' "target": [40.0, 900.0], "miss": [0.25, 20 / 900]})',
        },
        hidden=[
            f'exceptions({KPIS}, "2025-05")',
            f'exceptions({KPIS}, "2025-04")',
            f'list(exceptions({KPIS}, "2025-05").columns)[-1:] + [len(exceptions({KPIS}, "2030-01"))]',
            f'list(exceptions({TIED}, "2025-05")["miss"])',
            f'set(exceptions({TIED}, "2025-05").reset_index()["kpi"])',
            f'len(exceptions({UNKNOWN}, "2025-05"))',
            'sorted({"kpi", "value", "target", "miss"} & set(exceptions(page,'
            ' "2025-03").reset_index().columns))',
            'exceptions(own, own["month"].max())',
            'exceptions(own[::-1], own["month"].max() - 3)',
        ],
        slips=[
            slip(
                'table["on_target"].eq(False)',
                '~table["on_target"].fillna(False)',
                says="The NPS of January has no number. That is unknown, and not a miss.",
            ),
            slip(
                '(table["month"] == month) & ',
                "",
                says="Only the rows of the month that was asked for.",
            ),
            slip(
                ' & table["on_target"].eq(False)',
                "",
                says="Only the rows that are off target: on_target is False there.",
            ),
            slip(
                'table["on_target"].eq(False)',
                'table["on_target"].eq(True)',
                says="These are the KPIs that met their target. The question is for those that are off.",
            ),
            slip(".abs() / size", ".abs()", says="This is the distance. Divide it by the target."),
            slip(
                "].abs().replace(",
                "].replace(",
                says="The net churn has a negative target: divide by its size, without the sign, so that no"
                " miss is negative.",
            ),
            slip(
                '(rows["value"] - rows["target"]).abs() / size',
                '(rows["value"] - rows["target"]) / size',
                says="A miss is positive in both directions: take the distance without its sign.",
            ),
            slip(
                'rows["target"].abs().replace(0, float("nan"))',
                'rows["value"].abs()',
                says="Divide by the target, not by the value.",
            ),
            slip(
                '.replace(0, float("nan"))',
                "",
                says="Nothing can be divided by a target of 0: the miss is NaN there, and its row"
                " comes last.",
            ),
            slip(
                'return rows.sort_values("miss", ascending=False, ignore_index=True)',
                'return rows.dropna(subset="miss").sort_values("miss", ascending=False, ignore_index=True)',
                says="A KPI with a target of 0 can be off target, too: its row stays, with a miss of NaN.",
            ),
            slip(
                'return rows.sort_values("miss", ascending=False, ignore_index=True)',
                'return rows.fillna({"miss": 0}).sort_values("miss", ascending=False, ignore_index=True)',
                says="With a target of 0 the miss is NaN. A miss of 0 would say that it is no miss.",
            ),
            slip(
                "ascending=False, ",
                "ascending=True, ",
                says="The right rows in another order: the largest miss comes first.",
            ),
            slip(
                "ascending=False, ",
                'ascending=False, na_position="first", ',
                says="The right rows in another order: rows with a miss of NaN come last.",
            ),
            slip(
                'return rows.sort_values("miss", ascending=False, ignore_index=True)',
                "return rows",
                says="The right rows in another order: sort by the miss, the largest first.",
            ),
            slip(
                ".abs() / size)",
                ".abs() / size).round(2)",
                says="Do not round: others compute with it.",
            ),
        ],
        also=[
            form(
                "row by row",
                """
                def exceptions(table, month):
                    out = []
                    for row in table.to_dict("records"):
                        off = row["on_target"] is not pd.NA and row["on_target"] == False
                        if off and row["month"] == month:
                            target = row["target"]
                            miss = abs(row["value"] - target) / abs(target) if target else float("nan")
                            out.append((row["kpi"], row["value"], target, miss))
                    out.sort(key=lambda one: -one[3] if one[3] == one[3] else 1)
                    return pd.DataFrame(out, columns=["kpi", "value", "target", "miss"])
                """,
            ),
            form(
                "the KPI as the index",
                """
                def exceptions(table, month):
                    t = table[(table["month"] == month) & table["on_target"].isin([False])]
                    size = t.target.abs().where(t.target != 0)
                    t = t.assign(miss=(t.value - t.target).abs() / size).set_index("kpi")
                    return t[["value", "target", "miss"]].sort_values("miss", ascending=False)
                """,
            ),
            form(
                "all columns kept",
                """
                import numpy as np

                def exceptions(table, month):
                    t = table.loc[table["month"].eq(month) & ~table["on_target"].fillna(True)].copy()
                    t["miss"] = np.where(t["target"] == 0, np.nan, abs(t["value"] / t["target"] - 1))
                    return t.sort_values("miss", ascending=False).reset_index(drop=True)
                """,
            ),
        ],
        right="This list is an agenda. It does not say yet which line is news: that needs what is normal.",
        survivors={
            "exceptions(arguments index reset)": NO_LABELS,
            "exceptions(arguments sorted)": NO_ORDER,
            "ignore_index=True → ignore_index=False": NO_LABELS,
            "rows.sort_values('miss', ascending=False, ignore_index=True)"
            " → rows.sort_values('miss', ascending=False)": NO_LABELS,
        },
    ),
    task(
        "10-q5",
        points=4,
        names="split_change",
        kind="sequence",
        tol=1e-9,
        examples={
            "split_change(before, after)": "(-0.006, 0.033)",
            "split_change(spring, summer)": "(0.08, 0.04)",
            "split_change(before, after[::-1])": "(-0.006, 0.033)",
        },
        hidden=[
            f"split_change({OLD}, {NEW})",
            f"split_change({NEW}, {OLD})",
            f"split_change({OLD}, {OLD} * 3)",
            f"split_change({OLD} * 1_000_000, {NEW} * 1_000_000)",
            f"split_change({ONE_BEFORE}, {ONE_AFTER})",
            f"split_change({SIX_OLD}, {SIX_NEW}[::-1])",
            "split_change(first_half, second_half[::-1])",
        ],
        slips=[
            slip(
                "return (share[0] * (rate[1] - rate[0])).sum(), ((share[1] - share[0]) * rate[1]).sum()",
                "return ((share[1] - share[0]) * rate[1]).sum(), (share[0] * (rate[1] - rate[0])).sum()",
                name="the two exchanged",
                says="The right two numbers in the other order: the rate effect comes first.",
            ),
            slip(
                "(share[0] * (rate[1] - rate[0])).sum(), ((share[1] - share[0]) * rate[1]).sum()",
                "(share[1] * (rate[1] - rate[0])).sum(), ((share[1] - share[0]) * rate[0]).sum()",
                name="the new mix held",
                says="The new mix and the old rates are held here. Hold the old mix, and use the new rates.",
            ),
            slip(
                "(share[0] * (rate",
                "(share[1] * (rate",
                says="This uses the new shares for the rate effect. Hold the old mix.",
            ),
            slip(
                "* rate[1]).sum()",
                "* rate[0]).sum()",
                says="This uses the old rates for the mix effect. Use the new ones.",
            ),
            slip(
                "(share[0] * (rate[1] - rate[0])).sum(), ((share[1] - share[0]) * rate[1]).sum()",
                "((share[0] + share[1]) / 2 * (rate[1] - rate[0])).sum(),"
                " ((share[1] - share[0]) * (rate[0] + rate[1]) / 2).sum()",
                name="means of old and new",
                says="These are means of old and new. Use the old shares for the rate effect, and the new"
                " rates for the mix effect.",
            ),
            slip(
                "(share[0] * (rate[1] - rate[0])).sum(), ((share[1] - share[0]) * rate[1]).sum()",
                "(share[0] * (rate[1] - rate[0])).iloc[0], ((share[1] - share[0]) * rate[1]).iloc[0]",
                name="the first segment",
                says="This is one segment alone. Add up over all of them.",
            ),
            slip(
                'table["visitors"] / table["visitors"].sum() for',
                'table["buyers"] / table["buyers"].sum() for',
                says="These are shares of the buyers. Take each segment's share of the visitors.",
            ),
            slip(
                "rate[1] - rate[0]",
                "rate[0] - rate[1]",
                says="The rate effect has the wrong sign: a change is the new value minus the old one.",
            ),
            slip(
                'table["buyers"] / table["visitors"] for',
                '100 * table["buyers"] / table["visitors"] for',
                says="These are percentage points. Give fractions.",
            ),
            slip(
                'table["visitors"] / table["visitors"].sum() for',
                'table["visitors"] for',
                says="Use each segment's share of the visitors, not their number.",
            ),
            slip(
                "(share[0] * (rate[1] - rate[0])).sum(), ((share[1] - share[0]) * rate[1]).sum()",
                "share[0] * (rate[1] - rate[0]), (share[1] - share[0]) * rate[1]",
                name="not added up",
                says="Add up over the segments: each effect is one number.",
            ),
            slip(
                "(share[0] * (rate[1] - rate[0])).sum(), ((share[1] - share[0]) * rate[1]).sum()",
                "(rate[1] - rate[0]).mean(), ((share[1] - share[0]) * rate[1]).sum()",
                name="rates not weighted",
                says="The rate effect is weighted: each segment counts with its old share of the visitors.",
            ),
            slip(
                "    share = [",
                "    before, after = before.reset_index(drop=True),"
                " after.reset_index(drop=True)\n    share = [",
                says="Line the segments up by their names, not by their place.",
            ),
            slip(
                "(share[0] * (rate[1] - rate[0])).sum(), ((share[1] - share[0]) * rate[1]).sum()",
                "round((share[0] * (rate[1] - rate[0])).sum(), 3), round(((share[1] - share[0])"
                " * rate[1]).sum(), 3)",
                name="both rounded",
                says="Do not round: the two must add up to the change of the total.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "segment by segment, as a list",
                """
                def split_change(before, after):
                    rates = mix = 0.0
                    for segment in before.index:
                        old, new = before.loc[segment], after.loc[segment]
                        old_share = old["visitors"] / before["visitors"].sum()
                        new_share = new["visitors"] / after["visitors"].sum()
                        new_rate = new["buyers"] / new["visitors"]
                        rates += old_share * (new_rate - old["buyers"] / old["visitors"])
                        mix += (new_share - old_share) * new_rate
                    return [rates, mix]
                """,
            ),
            form(
                "the mix as what is left",
                """
                def split_change(before, after):
                    after = after.loc[before.index]
                    held = (before["visitors"] * after["buyers"] / after["visitors"]).sum()
                    held = held / before["visitors"].sum()
                    first = before["buyers"].sum() / before["visitors"].sum()
                    last = after["buyers"].sum() / after["visitors"].sum()
                    return held - first, last - held
                """,
            ),
        ],
        right="Both effects together are the change of the total. Only one of them is about the page.",
        survivors={
            "split_change(arguments sorted)": NO_ORDER,
        },
    ),
    task(
        "10-q6",
        points=3,
        names="total_lies",
        examples={
            "total_lies(before, after)": "True",
            "total_lies(before, before)": "False",
            "total_lies(after, before)": "True",
            "total_lies(before, reversed_rows)": "True",
            "total_lies(before, one_rises)": "False",
            "total_lies(spring, summer)": "False",
        },
        hidden=[
            f"total_lies({BASE}, {ONE_STILL})",
            f"total_lies({BASE}, {ALL_FALL})",
            f"total_lies({ALL_FALL}, {BASE})",
            f"total_lies({BASE}, {TOTAL_STILL})",
            f"total_lies({TOTAL_STILL}, {BASE})",
            f"total_lies({TINY_OLD}, {TINY_NEW})",
            f"total_lies({TINY_NEW}, {TINY_OLD}[::-1])",
            f"total_lies({SIX_OLD}, {SIX_NEW}[::-1])",
            f"total_lies({SIX_NEW}, {SIX_OLD})",
            f"total_lies({OLD}, {NEW})",
            f"total_lies({THREE_OLD}, {THREE_NEW})",
            f"total_lies({THREE_NEW}, {THREE_OLD}[::-1])",
            f"total_lies({ONE_BEFORE}, {ONE_AFTER})",
            "total_lies(first_half, second_half[::-1])",
        ],
        slips=[
            slip(
                "segments * (new - old)",
                "segments.round(3) * round(new - old, 3)",
                says="Do not round: a small move counts as well.",
                hidden_only=True,
            ),
            slip(
                ").all())",
                ").any())",
                says="One segment is not enough: every segment has to move against the total.",
            ),
            slip(
                "return bool((segments * (new - old) < 0).all())",
                "return bool(new > old and (segments < 0).all())",
                says="A total can also fall while every segment rises. The answer is True then as well.",
            ),
            slip(
                "return bool((segments * (new - old) < 0).all())",
                "return bool((segments < 0).all() or (segments > 0).all())",
                says="The segments all move in one direction here, and the total moves with them: False.",
                hidden_only=True,
            ),
            slip(
                "(new - old) < 0",
                "(new - old) <= 0",
                says="A segment or a total that did not move contradicts nothing.",
            ),
            slip(
                "    segments = ",
                "    before, after = before.reset_index(drop=True),"
                " after.reset_index(drop=True)\n    segments = ",
                says="Line the segments up by their names, not by their place.",
            ),
            slip(
                "(new - old) < 0",
                "(new - old) > 0",
                says="Compare conversion rates: search and social both fell, and the total rose.",
            ),
            slip(
                'segments = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]',
                'segments = after["buyers"] - before["buyers"]',
                says="Compare conversion rates: search and social both fell, and the total rose.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "a loop with early answers",
                """
                def total_lies(before, after):
                    total = after["buyers"].sum() / after["visitors"].sum()
                    total = total - before["buyers"].sum() / before["visitors"].sum()
                    if total == 0:
                        return False
                    for segment in before.index:
                        change = after["buyers"][segment] / after["visitors"][segment]
                        change -= before["buyers"][segment] / before["visitors"][segment]
                        if change == 0 or (change > 0) == (total > 0):
                            return False
                    return True
                """,
            ),
            form(
                "signs by numpy",
                """
                import numpy as np

                def total_lies(before, after):
                    after = after.loc[before.index]
                    rates = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
                    old, new = before.sum(), after.sum()
                    sign = np.sign(new["buyers"] / new["visitors"] - old["buyers"] / old["visitors"])
                    return np.bool_(sign != 0 and (np.sign(rates) == -sign).all())
                """,
            ),
        ],
        right="When it is true, no segment supports the headline.",
        survivors={
            "total_lies(arguments sorted)": NO_ORDER,
        },
    ),
    task(
        "10-q7",
        points=3,
        names=("rebuilt", "recurring_share", "implied_ltv"),
        form={"rebuilt": "1200.0", "recurring_share": "0.25", "implied_ltv": "900.0"},
        hidden=["rebuilt", "recurring_share", "implied_ltv"],
        rel=0.0015,
        slips=[
            slip(
                "10 * 997, 5 * 2997",
                "5 * 997, 10 * 2997",
                says="Courses and coaching are exchanged: 10 courses were sold, and 5 coaching packages.",
            ),
            slip(
                "100 * 197, 10 * 997",
                "10 * 197, 100 * 997",
                says="Members and courses are exchanged: there are 100 members, and 10 courses were sold.",
            ),
            slip(
                "rebuilt = memberships + courses + coaching",
                "rebuilt = round(memberships + courses + coaching, -3)",
                says="Give at least three digits of the sum.",
            ),
            slip(
                "rebuilt = memberships + courses + coaching",
                "rebuilt = 1000",
                says="This is the number of the example. Add up what was paid, with the prices of the quote.",
            ),
            slip(
                "recurring_share = memberships / rebuilt",
                "recurring_share = 100 / 115",
                says="This is a share of the buyers. What share of the money is paid every month?",
            ),
            slip(
                "recurring_share = memberships / rebuilt",
                "recurring_share = round(memberships / rebuilt, 1)",
                says="One digit of the share is not enough: give at least three.",
            ),
            slip(
                "implied_ltv = rebuilt / 100 * 18",
                "implied_ltv = rebuilt / 100 * 12",
                says="These are 12 months. The question is about 18.",
            ),
            slip(
                "implied_ltv = rebuilt / 100 * 18",
                "implied_ltv = rebuilt / 115 * 18",
                says="Divide by the 100 members: the other 15 bought something once.",
            ),
            slip(
                "implied_ltv = rebuilt / 100 * 18",
                "implied_ltv = (memberships * 18 + courses + coaching) / 100",
                says="Here courses and coaching come in once. The question is what the guide's words imply:"
                " that the whole sum comes in every month.",
            ),
            slip(
                "implied_ltv = rebuilt / 100 * 18",
                "implied_ltv = memberships / 100 * 18",
                says="This is the membership alone. Here all the revenue is spread over the members.",
            ),
            slip(
                "rebuilt = memberships + courses + coaching",
                "rebuilt = memberships",
                says="The memberships are one of three parts.",
            ),
            slip(
                "100 * 197, 10 * 997, 5 * 2997",
                "197, 997, 2997",
                says="These are the prices. How many of each were sold?",
            ),
            slip(
                "recurring_share = memberships / rebuilt",
                "recurring_share = (courses + coaching) / rebuilt",
                says="This is the share that is paid once.",
            ),
            slip(
                "recurring_share = memberships / rebuilt",
                "recurring_share = 100 * memberships / rebuilt",
                says="recurring_share is a fraction between 0 and 1, not a percent.",
            ),
            slip(
                "recurring_share = memberships / rebuilt",
                "recurring_share = round(memberships / rebuilt, 2)",
                says="Give at least three digits of the share.",
            ),
            slip(
                "implied_ltv = rebuilt / 100 * 18",
                "implied_ltv = 7842",
                says="This is the quoted value. What do the guide's own numbers give?",
            ),
            slip(
                "implied_ltv = rebuilt / 100 * 18",
                "implied_ltv = rebuilt * 18",
                says="This is the revenue of all 100 members. The question is about one of them.",
            ),
            slip(
                "implied_ltv = rebuilt / 100 * 18",
                "implied_ltv = rebuilt / 100",
                says="This is one month of one member. The question is about 18 months.",
            ),
        ],
        also=[
            form(
                "rounded to three digits or more",
                "rebuilt = 44_700\nrecurring_share = 0.441\nimplied_ltv = 8_038",
            ),
            form(
                "with numpy",
                """
                import numpy as np

                parts = np.array([100 * 197, 10 * 997, 5 * 2997])
                rebuilt = parts.sum()
                recurring_share = parts[0] / rebuilt
                implied_ltv = np.float32(rebuilt / 100 * 18)
                """,
            ),
        ],
        survivors={
            "10 * 997 → 10 * 998": DIGITS,
            "10 * 997 → 10 * 996": DIGITS,
            "5 * 2997 → 5 * 2998": DIGITS,
            "5 * 2997 → 5 * 2996": DIGITS,
        },
    ),
]
