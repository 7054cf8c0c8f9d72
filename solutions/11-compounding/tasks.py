"""The computing tasks of module 11: examples, hidden cases, slips and other right answers."""

from ecotools.grading.authoring.tasks import form, slip, task

NAN = 'float("nan")'
NO_ORDER = "the order of the rows has no meaning here"
LEAD = "so_far[1][month - 1] - so_far[0][month - 1]"
NO_LABELS = "the row labels have no meaning here"
YEAR = "This is the number of a year. Everything that is asked here is for a month."


def table(index=None, **columns):
    """Return the text of a table with these columns, and a column of notes that has nothing but gaps."""
    labels = f", index={index}" if index else ""
    inside = ", ".join(f'"{name}": {values}' for name, values in columns.items())
    return f'pd.DataFrame({{{inside}, "note": {NAN}}}{labels})'


def found_rounds(*rows):
    """Return the text of the rounds with these numbers of customers and K."""
    many, k = zip(*rows, strict=True)
    return f'pd.DataFrame({{"round": {list(range(len(rows)))}, "customers": {list(many)}, "k": {list(k)}}})'


# Each stands above the one who brought them, and the way is long.
CHAIN = table(customer='[f"c{n}" for n in range(24)]', by='[*[f"c{n + 1}" for n in range(23)], "somebody"]')
# Names that contain each other or differ in their case, and nobody's name; labels that come twice.
NAMES = table(
    customer=["Ann", "ann", "An", "Anna", "Bo", "bo", "Bob", "B", " Bo", "None", "nan", "Ann-Bo"],
    by=["None", "An", "anna", "Ann", "", "Bo", "bo", "b", "Bo", None, "Ann", "Anna"],
    index=[4, 4, 2, 0, 0, 9, 7, 7, 7, 1, 3, 5],
)
# Numbers with gaps among those who brought; who came by themselves has the largest number; one is 0.
NUMBERS = table(
    customer=[31, 0, 8, 2, 40, 17, 5, 6, 22, 13, -1],
    by="[40, 31, 31, 0, None, 40, 2, 5, 99, 22, 0]",
    index=[0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 10],
)
STAR = table(customer="list(range(30, 0, -1))", by="[30.5, *[30] * 20, *range(19, 10, -1)]")
DOUBLES = table(customer="list(range(63))", by="[None] + [(n - 1) // 2 for n in range(1, 63)]")

TIED = "[100, 0, 0], (2, 2), (1, 1)"
UNEVEN = "[0, 0, 7, 0.5, 40, 0, 0, 3, 12, 0, 0, 90]"
LATE = "[20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"

# Months that begin late or below 0, with gaps, in no order.
SPARSE = table(
    month=[31, 7, 18, 12, 40, 9, 26, 22],
    value=[70, 30, 41, None, 95, 27, 66, 52.5],
    index=[1, 1, 5, 0, 3, 3, 2, 8],
)
STRAIGHT = table(month=[-2, 5, 1, 9, 4, -7], value=[16, 30, 22, 38, 28, 6], index=[3, 1, 1, 0, 0, 9])
PERCENT = table(month="[4, 1, 9, 2, 6]", value="[3 * 1.5**4, 3 * 1.5, 3 * 1.5**9, 3 * 1.5**2, 3 * 1.5**6]")
# Values that come again, side by side and apart.
AGAIN = table(month=[7, 1, 2, 3, 4, 5, 6], value=[18, 10, 12, 12, 12, 15, 18])
SAME = table(month=[6, 1, 4, 3], value=[80, 80, 80, 80])
# Both are off by the same, in other directions of time.
LAST_UNKNOWN = table(
    month=[1, 2, 3, 4, 5, 6, 7, 8], value=[10, 13, 12, 18, 21, 30, 38, None], index=[8, 7, 6, 5, 4, 3, 2, 1]
)
# Between a line and growth lies half of a millionth, or a little more than one; a percent apart is not near.
NEARLY = 'pd.DataFrame({{"month": [1, 2, 3, 4], "value": [80, 80 + {step}, 80 + 2 * {step}, {last}]}})'
STEPS = [(0.005, 90), (0.008, 90), (0.008, 70), (0.1, 70)]
SWAYS = table(month=[5, 4, 3, 2, 1, 6, 7, 8], value=[21, 40, 18, 35, 16, 44, 19, 47])

# Several rows per seller, money paid back, costs that are missing, names that contain each other, a seller
# whose money back is more than the sales, one who sells for nothing.
BAZAAR = table(
    seller=["ann", "Ann", "An", "ann", "bo", "Bo", "An", "Bo", "cy", "ann", "dee", "bo", "eve"],
    amount=[100, 90, 300, 50, 40, 10, -300, 200, 0, -30, 75, 60, 20],
    cost=[10, None, 0, None, 4, 0, 5, 20, 0, 0, 15, None, 25],
    index=[4, 4, 2, 0, 0, 9, 7, 7, 7, 1, 3, 5, 6],
)
PEACE = '{"ann": 74, "Ann": 63, "An": 0, "bo": 66, "Bo": 148, "dee": 41.25, "zoe": 10, "cy": 0}'
# Several shares bring the same, some but for the last digit.
TWINS = table(seller=[5, 3, 5, 0], amount=[100, 300, 100, 100], cost=[0, 0, 0, 0])
TWIN_WANTS = "{5: 180, 3: 180, 0: 70}"
# At 0.1 and 0.2 the platform earns 10.5 and 10.500000000000002; or more than a millionth less at 0.1.
DIGITS = table(seller=["a", "b"], amount=[70, 140], cost=[0, 0])
NO_DIGITS = table(seller=["a", "b"], amount=[70, 139.99997], cost=[0, 0])
# One is left with a loss of less than 1, others with a hair less than wanted, or a little more than a hair.
HAIRS = table(
    seller=["c", "a", "b", "d", "e"],
    amount=[10, 100, 1000, 40, 9.995],
    cost=[8.4, 0.1, 1, 0, 0],
    index=[1] * 5,
)
HAIR_WANTS = "{'a': 79.9000005, 'b': 799.0000015, 'd': 32.00001, 'e': 8}"
# The platform earns 40, then 30, then 50.
HILLS = table(seller=["a", "b"], amount=[100, 100], cost=[0, 0])
TENTHS = table(seller=["a", "b"], amount=[0.3, 100], cost=[0.1, 0])

# Pairs that are glued into one text are alike: ("ab", "c") and ("a", "bc"); missing is not the text "nan".
GLUED = table(
    person=["p", "q", "r", "s", "t", "u", "v", "w", "x", "y"],
    town=["ab", "a", "ab", "a", "nan", None, "nan", None, "None", "None"],
    trade=["c", "bc", "c", "bc", "d", "d", "d", "d", "d", "d"],
    plan=[1, 2, 1, 3, 1, 1, 2, 2, 5, 5],
    index=[4, 4, 2, 0, 0, 9, 7, 7, 7, 1],
)
# The same with each sign that texts are glued with, beside texts that could stand for a missing one.
SIGNS = table(
    person="list(range(40))",
    town='[a for s in "-_| ,/:;" for a in ("a" + s + "b", "a")] * 2'
    ' + [None, "", "missing", "NA", "unknown", "-", "?", "x"]',
    trade='[b for s in "-_| ,/:;" for b in ("c", "b" + s + "c")] * 2 + ["c"] * 8',
    plan="[n % 3 for n in range(40)]",
)
# People with several rows, in one group and in several; rows that are alike in everything; a person 0.
MANY = table(
    person=[8, 8, 8, 0, 3, 3, 5, 6, 0, 9, 9, 2, 12, 13, 14, 15],
    year=[1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, None, None, 0, -1, 9999],
    town=["A", "A", "A", "A", "A", "A", "a", *"AAAAAAAAA"],
    plan=["x", "y", "z", "x", "x", "y", "x", "y", "y", "y", "y", None, "y", "x", "x", "x"],
    index=[3, 3, 3, 1, 0, 0, 2, 9, 9, 8, 7, 5, 4, 4, 3, 6],
)
# Missing is a secret of its own, whatever else is beside it.
HIDES = table(
    person="list(range(18))",
    town="[n // 2 for n in range(18)]",
    plan='[b for a in ["", "missing", "nan", "None", "NA", "unknown", "-", "x", "0"] for b in (a, None)]',
)
# Only the third column tells groups apart; secrets that differ in their case.
THREE = table(
    person=list(range(9)),
    town=["A"] * 9,
    trade=["t"] * 9,
    year=[1, 1, 1, 2, 2, 2, 3, 3, 3],
    plan=["x", "y", "x", "x", "x", "x", "X", "x", "x"],
)
SECRETS = table(
    person=[1, 2, 3, 4, 5, 6, 7, 8, 9],
    town=["A", "A", "A", None, None, None, "B", "B", "B"],
    plan=[None, None, None, None, "x", None, 1, 1, 2],
)

TASKS = [
    task(
        "11-q1",
        points=4,
        names="rounds",
        examples={
            "rounds(eight)": found_rounds((5, 0.4), (2, 0.5), (1, 0)),
            "rounds(numbers)": found_rounds((3, 1 / 3), (1, 1), (1, 2), (2, 0.5), (1, 0)),
            "rounds(eight[:0])": 'pd.DataFrame({"round": [], "customers": [], "k": []})',
        },
        hidden=[
            f"rounds({CHAIN})",
            f"rounds({CHAIN}[::-1])",
            f"rounds({NAMES})",
            f"rounds({NUMBERS})",
            f"rounds({NUMBERS}.sample(frac=1, random_state=5))",
            f"rounds({STAR})",
            f"rounds({DOUBLES})",
            "rounds(eight[eight['by'].isna()])",
            "rounds(eight[eight['customer'] == 'Dora'])",
            "rounds(own_customers[::-1])",
        ],
        slips=[
            slip(
                '~customers["by"].isin(customers["customer"])',
                'customers["by"].isna()',
                says="Who was brought by somebody outside the table came by themselves, too.",
            ),
            slip(
                "len(following) / len(now)",
                "len(following) / len(customers)",
                name="per customer of all rounds",
                says="Divide by the customers of this round only.",
            ),
            slip(
                "len(following) / len(now)",
                'len(following) / max(customers.loc[following.index, "by"].nunique(), 1)',
                name="per customer who brought somebody",
                says="Divide by all customers of the round: those who brought nobody count, too.",
            ),
            slip(
                "len(following) / len(now)",
                "len(following) / (len(now) + sum(row[1] for row in rows))",
                name="per customer so far",
                says="Divide by the customers of this round only, without the rounds before.",
            ),
            slip(
                "(len(rows), len(now), len(following) / len(now))",
                "(len(rows) + 1, len(now), len(following) / len(now))",
                name="from round 1",
                says="The people who came by themselves are round 0.",
            ),
            slip(
                "while len(now) > 0:",
                "while len(now) > 0 and len(rows) < 2:",
                name="two rounds",
                says="Go on: those who were brought bring others, until nobody does.",
            ),
            slip(
                """
                def rounds(customers):
                    depth = {}
                    for row in customers.itertuples():
                        depth[row.customer] = depth.get(row.by, -1) + 1
                    sizes = pd.Series(depth).value_counts().sort_index()
                    k = (sizes.shift(-1) / sizes).fillna(0)
                    return pd.DataFrame({"round": sizes.index, "customers": sizes.values, "k": k.values})
                """,
                name="row by row",
                says="A customer may stand above the one who brought them. Look for them in all rows.",
            ),
            slip(
                """
                def rounds(customers):
                    rows = []
                    now = customers.loc[~customers["by"].isin(customers["customer"]), "customer"]
                    while len(now) > 0:
                        following = customers.loc[customers["by"].isin(now), "customer"]
                        k = len(following) / len(now) if len(following) else float("nan")
                        rows.append((len(rows), len(now), k))
                        now = following
                    return pd.DataFrame(rows, columns=["round", "customers", "k"])
                """,
                name="NaN in the last round",
                says="In the last round `k` is 0: its customers brought nobody.",
            ),
            slip(
                """
                def rounds(customers):
                    rows, before = [], 0
                    now = customers.loc[~customers["by"].isin(customers["customer"]), "customer"]
                    while len(now) > 0:
                        rows.append((len(rows), len(now), len(now) / before if before else 0))
                        before = len(now)
                        now = customers.loc[customers["by"].isin(now), "customer"]
                    return pd.DataFrame(rows, columns=["round", "customers", "k"])
                """,
                name="K of the round before",
                says="`k` looks forward: how many the *next* round has for each customer of this one.",
            ),
        ],
        also=[
            form(
                "the round of each customer",
                """
                def rounds(customers):
                    brought_by = dict(zip(customers["customer"], customers["by"]))

                    def round_of(customer):
                        turns = 0
                        while brought_by[customer] in brought_by:
                            customer, turns = brought_by[customer], turns + 1
                        return turns

                    turns = [round_of(customer) for customer in brought_by]
                    sizes = [turns.count(turn) for turn in range(max(turns, default=-1) + 1)]
                    following = [*sizes[1:], 0]
                    return pd.DataFrame(
                        {
                            "k": [after / size for after, size in zip(following, sizes)],
                            "customers": sizes,
                            "round": range(len(sizes)),
                        }
                    )
                """,
            ),
            form(
                "joined with itself",
                """
                def rounds(customers):
                    pairs = customers[["customer", "by"]].copy()
                    pairs["by"] = pairs["by"].where(pairs["by"].isin(pairs["customer"]))
                    now, sizes = pairs[pairs["by"].isna()], []
                    while not now.empty:
                        sizes.append(len(now))
                        names = now["customer"].tolist()
                        now = pairs[[other in names for other in pairs["by"]]]
                    table = pd.DataFrame({"round": range(len(sizes)), "customers": sizes})
                    table["k"] = table["customers"].shift(-1, fill_value=0) / table["customers"]
                    return table.iloc[::-1]
                """,
            ),
        ],
        right="A loop brings as much in its third round as in its first. A push does not.",
        survivors={
            "rounds(arguments sorted)": NO_ORDER,
            "rounds(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "11-q2",
        points=5,
        names="ahead",
        examples={
            "ahead([100, 100, 100], (0.5, 1), (0.8, 2))": (
                f'{{"first": 425, "second": 380, "from_month": {NAN}}}'
            ),
            "ahead([0, 80, 10], (0.1, 5), (0.5, 1))": '{"first": 90, "second": 130, "from_month": 3}',
            "ahead([100] * 9, short, long)": '{"first": 1600.390625, "second": 1974.56, "from_month": 6}',
            "ahead([100] * 6, short, long)": '{"first": 1003.125, "second": 1048, "from_month": 6}',
            "ahead(waves, (0.5, 2), (0.45, 1))": (
                '{"first": 593.75, "second": 761.6806035195312, "from_month": 9}'
            ),
            f"ahead({TIED})": f'{{"first": 300, "second": 300, "from_month": {NAN}}}',
        },
        hidden=[
            f"ahead({UNEVEN}, (0.6, 3), (0.7, 2))",
            f"ahead({UNEVEN}, (0.9, 1), (0.35, 4))",
            f"ahead({UNEVEN}, (0, 1), (1.5, 11))",
            f"ahead({UNEVEN}, (0, 1), (1.5, 7))",
            f"ahead({LATE}, (0.9, 2), (1.3, 3))",
            f"ahead({LATE}, (1.3, 3), (0.9, 2))",
            f"ahead({LATE}, (1, 12), (1, 13))",
            f"ahead({LATE}, (1, 13), (1, 12))",
            f"ahead({LATE}, (0.75, 3), (0.75, 3))",
            "ahead([7] * 40, (0.3, 1), (0.8, 15))",
            "ahead([5], (2, 1), (0.5, 3))",
            "ahead([0, 0, 0, 0], (0.5, 1), (0.8, 1))",
            "ahead([8, 0, 8, 0, 8, 0], (0.25, 1), (0.5, 2))",
            "ahead([100, 0, 0, 0, 60, 0, 0, 0, 0], (0.5, 2), (0.45, 1))",
            "ahead([30] * 24, (0.5, 1), (0.7, 5))",
            "ahead([12.5] * 18, (1.1, 6), (1.2, 9))",
            "ahead([9, 0, 0, 0, 0], (0.5, 3), (0.5, 2))",
            "ahead([10, 0, 0, 0], (0.5, 1), (0.50000001, 1))",
            "ahead([10, 0, 0, 0], (0.5, 1), (0.50000015, 1))",
            "ahead([10, 0, 0, 0], (0.50000015, 1), (0.5, 1))",
            "ahead(own_outside, (0.2, 1), (0.4, 4))",
            "ahead(own_outside[::-1], (0.3, 3), (0.2, 1))",
        ],
        slips=[
            slip(
                "gain * flow[month - delay]",
                "gain * outside[month - delay]",
                says="People who were brought bring others, too. Not only those from outside do.",
            ),
            slip(
                "if month >= delay else 0",
                "if month > delay else 0",
                says="The people of month 1 bring others in month 1 + delay already.",
            ),
            slip(
                "if month >= delay else 0",
                "if delay == 1 and month else 0",
                name="a delay of 1 only",
                says="Look back by the delay of the loop, whatever it is.",
            ),
            slip(
                "gain * flow[month - delay] if month >= delay else 0",
                "gain * flow[-1] if flow else 0",
                name="a month later, whatever the delay",
                says="Others come exactly `delay` months later, and not always in the next month.",
            ),
            slip(
                "gain * flow[month - delay] if month >= delay else 0",
                "gain * sum(flow[: month - delay + 1]) if month >= delay else 0",
                name="again in each month",
                says="Everybody brings others once, and not again in each month.",
            ),
            slip(
                "gain * flow[month - delay] if month >= delay else 0",
                "gain * people",
                name="in the same month",
                says="Others come `delay` months later, and not in the same month.",
            ),
            slip(
                "flow.append(people + brought)",
                "flow.append(people)\n            brought and flow.append(flow.pop() + brought - people)",
                name="only those who are brought",
                says="In each month there are people from outside as well as those who are brought.",
            ),
            slip(
                "so_far.append(np.cumsum(flow))",
                "so_far.append(np.array(flow))",
                name="by the month",
                says="Add up all months so far: one month alone does not say who is ahead.",
            ),
            slip(
                """
                def ahead(outside, first, second):
                    so_far = []
                    for gain, delay in (first, second):
                        flow = []
                        for month, people in enumerate(outside):
                            brought = gain * flow[month - delay] if month >= delay else 0
                            flow.append(people + brought)
                        so_far.append(np.cumsum(flow))
                    more = [month for month in range(len(outside)) if so_far[1][month] > so_far[0][month]]
                    from_month = more[0] + 1 if more else float("nan")
                    return {"first": so_far[0][-1], "second": so_far[1][-1], "from_month": from_month}
                """,
                name="the first month ahead",
                says="It has to stay ahead until the last month. A lead that is lost again does not count.",
            ),
            slip(
                """
                def ahead(outside, first, second):
                    totals, flows = [], []
                    for gain, delay in (first, second):
                        flow = []
                        for month, people in enumerate(outside):
                            brought = gain * flow[month - delay] if month >= delay else 0
                            flow.append(people + brought)
                        totals.append(sum(flow))
                        flows.append(flow)
                    from_month = float("nan")
                    for month in range(len(outside), 0, -1):
                        if flows[1][month - 1] - flows[0][month - 1] < 1e-6:
                            break
                        from_month = month
                    return {"first": totals[0], "second": totals[1], "from_month": from_month}
                """,
                name="more in the month",
                says="Ahead means more people so far, from month 1 on, and not more in this month.",
            ),
            slip(
                "- so_far[0][month - 1] >= 1e-6:",
                "- so_far[0][month - 1] >= -1e-6 and month:",
                name="as many is ahead",
                says="As many as with the first loop is not ahead.",
            ),
            slip(
                "so_far[1][month - 1] - so_far[0][month - 1]",
                "so_far[0][month - 1] - so_far[1][month - 1]",
                name="the first one ahead",
                says="`from_month` is about the *second* loop being ahead.",
            ),
            slip(
                "from_month, month = month, month - 1",
                "from_month, month = month - 1, month - 1",
                name="from month 0",
                says="The first month is month 1.",
            ),
            slip(
                """
                def ahead(outside, first, second):
                    totals = [sum(outside) / (1 - gain) for gain, delay in (first, second)]
                    from_month = first[1] + 1 if totals[1] > totals[0] else float("nan")
                    return {"first": totals[0], "second": totals[1], "from_month": from_month}
                """,
                name="after all turns",
                says="1 / (1 - gain) is after all turns of a loop. Count those that had the time.",
            ),
        ],
        also=[
            form(
                "forwards, month by month",
                """
                def path(outside, gain, delay):
                    flow = np.array(outside, dtype=float)
                    for month in range(delay, len(flow)):
                        flow[month] += gain * flow[month - delay]
                    return flow.cumsum()


                def ahead(outside, first, second):
                    one, other = path(outside, *first), path(outside, *second)
                    since = float("nan")
                    for month, lead in enumerate(other - one, start=1):
                        if lead < 1e-6:
                            since = float("nan")
                        elif since != since:
                            since = month
                    return {"first": one[-1], "second": other[-1], "from_month": since}
                """,
            ),
            form(
                "turn by turn, in a table",
                """
                def ahead(outside, first, second):
                    paths = {}
                    for name, (gain, delay) in {"first": first, "second": second}.items():
                        come = flow = pd.Series(list(outside), index=range(1, len(outside) + 1), dtype=float)
                        while come.any():
                            come = gain * come.shift(delay, fill_value=0)
                            flow = flow + come
                        paths[name] = flow.cumsum()
                    table = pd.DataFrame(paths)
                    behind = table.index[~(table["second"] - table["first"] > 1e-6)].max()
                    result = table.iloc[-1].to_dict()
                    result["from_month"] = behind + 1 if behind < len(outside) else np.nan
                    return result
                """,
            ),
        ],
        right="Ask of every loop how long its first turn takes, before you ask how large its gain is.",
        survivors={
            f"{LEAD} >= 1e-06 → {LEAD} > 1e-06": "no lead is a millionth exactly",
        },
    ),
    task(
        "11-q3",
        points=4,
        names="line_or_growth",
        tol=1e-4,
        examples={
            "line_or_growth(doubling, 1)": '{"line": 266.6666666667, "growth": 0, "better": "growth"}',
            "line_or_growth(gaps, 3)": (
                '{"line": 6.307443365695799, "growth": 8.76827794672962, "better": "line"}'
            ),
            "line_or_growth(gaps, 2)": (
                '{"line": 7.5486725663716925, "growth": 15.030331714530107, "better": "line"}'
            ),
            "line_or_growth(flat, 1)": '{"line": 20, "growth": 20, "better": "neither"}',
        },
        hidden=[
            f"line_or_growth({SPARSE}, 1)",
            f"line_or_growth({SPARSE}, 3)",
            f"line_or_growth({SPARSE}, 5)",
            f"line_or_growth({SPARSE}.assign(note=['a', None, 'b', 'c', None, 'd', 'e', 'f']), 2)",
            f"line_or_growth({AGAIN}, 2)",
            f"line_or_growth({STRAIGHT}, 2)",
            f"line_or_growth({STRAIGHT}[::-1], 4)",
            f"line_or_growth({PERCENT}, 1)",
            f"line_or_growth({PERCENT}, 3)",
            f"line_or_growth({SAME}, 1)",
            f"line_or_growth({SAME}, 2)",
            f"line_or_growth({LAST_UNKNOWN}, 1)",
            f"line_or_growth({LAST_UNKNOWN}, 2)",
            f"line_or_growth({LAST_UNKNOWN}, 4)",
            *[f"line_or_growth({NEARLY.format(step=step, last=last)}, 1)" for step, last in STEPS],
            f"line_or_growth({SWAYS}, 3)",
            f"line_or_growth({SWAYS}, 4)",
            "line_or_growth(own_months, 3)",
            "line_or_growth(own_months[::-1], 6)",
        ],
        slips=[
            slip(
                "early, late = seen.iloc[:-held], seen.iloc[-held:]",
                "early, late = seen, seen.iloc[-held:]",
                name="fitted to all months",
                says="Fit to the earlier months only: those it has seen do not test a curve.",
            ),
            slip(
                "early, late = seen.iloc[:-held], seen.iloc[-held:]",
                "early, late = seen.iloc[:-held], seen.iloc[:-held]",
                name="judged by the months it was fitted to",
                says="Judge by the months that were kept back, not by those it was fitted to.",
            ),
            slip(
                "early, late = seen.iloc[:-held], seen.iloc[-held:]",
                "early, late = seen.iloc[held:], seen.iloc[:held]",
                name="the first months kept back",
                says="Keep back the latest months, not the first ones.",
            ),
            slip(
                '.dropna(subset=["value"]).sort_values("month")',
                '.dropna(subset=["value"])',
                name="not in order",
                says="The rows come in any order: sort them by month before you keep some back.",
            ),
            slip(
                'seen = data.dropna(subset=["value"]).sort_values("month")',
                'seen = data.dropna(subset=["value"]).sort_values("month")\n'
                "    seen = seen.assign(month=range(len(seen)))",
                name="months counted by rows",
                says="Months without a row take their time: use the column `month`, not the row's number.",
            ),
            slip(
                '.dropna(subset=["value"])',
                ".dropna()",
                name="gaps in other columns",
                says="Only a missing `value` counts: other columns may have gaps.",
            ),
            slip(
                "np.exp(start + slope * late",
                "(start + slope * late",
                name="without e to the power of",
                says="The line through the logarithms says the logarithm. Take e to the power of it.",
            ),
            slip(
                'np.polyfit(early["month"], np.log(early["value"]), 1)',
                'np.polyfit(early["month"], np.log10(early["value"]), 1)',
                name="logarithms to base 10",
                says="Take natural logarithms, `np.log`: e to their power leads back to the value.",
            ),
            slip(
                'line = (start + slope * late["month"] - late["value"]).abs().mean()',
                'line = abs((start + slope * late["month"] - late["value"]).mean())',
                name="differences that cancel",
                says="Take the absolute differences first, then their mean: above and below must not cancel.",
            ),
            slip(
                'late["value"]).abs().mean()\n    if',
                'late["value"]).abs().max()\n    if',
                name="the largest difference",
                says="Take the mean of the absolute differences, not the largest.",
            ),
            slip(
                'late["value"]).abs().mean()\n    if',
                'late["value"]).pow(2).mean() ** 0.5\n    if',
                name="the root of squares",
                says="Take the mean of the absolute differences, without squares.",
            ),
            slip(
                '"line" if line < growth else "growth"',
                '"line" if line > growth else "growth"',
                name="the worse one",
                says="The smaller mean is better: it was off by less.",
            ),
            slip(
                "if abs(line - growth) < 1e-6:",
                "if line == growth:",
                name="exactly alike",
                says="Differences of less than a millionth are none: here it is neither.",
            ),
            slip(
                """
                def line_or_growth(data, held):
                    seen = data.dropna(subset=["value"]).sort_values("month")
                    early, late = seen.iloc[:-held], seen.iloc[-held:]
                    first, last = early.iloc[0], early.iloc[-1]
                    time = last["month"] - first["month"]
                    step = (last["value"] - first["value"]) / time
                    line = (first["value"] + step * (late["month"] - first["month"]) - late["value"])
                    rate = (last["value"] / first["value"]) ** (1 / time)
                    growth = first["value"] * rate ** (late["month"] - first["month"]) - late["value"]
                    line, growth = line.abs().mean(), growth.abs().mean()
                    better = "line" if line < growth else "growth"
                    better = "neither" if abs(line - growth) < 1e-6 else better
                    return {"line": line, "growth": growth, "better": better}
                """,
                name="through the first and the last",
                says="Use all earlier months, not only the first and the last of them.",
            ),
        ],
        also=[
            form(
                "sums by hand",
                """
                def fitted(x, y, at):
                    slope = ((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum()
                    return y.mean() + slope * (at - x.mean())


                def line_or_growth(data, held):
                    pairs = sorted((m, v) for m, v in zip(data["month"], data["value"]) if v == v)
                    month, value = np.array(pairs, dtype=float).T
                    old, new, then = month[:-held], month[-held:], value[-held:]
                    line = np.mean(np.abs(fitted(old, value[:-held], new) - then))
                    growth = np.mean(np.abs(np.exp(fitted(old, np.log(value[:-held]), new)) - then))
                    names = {True: "line", False: "growth"}
                    better = names[bool(line < growth)] if abs(line - growth) >= 1e-6 else "neither"
                    return {"better": better, "line": float(line), "growth": float(growth)}
                """,
            ),
            form(
                "scipy, by the largest months",
                """
                from scipy import stats


                def line_or_growth(data, held):
                    seen = data[data["value"].notna()].reset_index(drop=True)
                    back = seen["month"].rank() > len(seen) - held
                    off = {}
                    month, value = seen["month"], seen["value"].astype(float)
                    for name, there, again in (("line", np.array, np.array), ("growth", np.log, np.exp)):
                        fit = stats.linregress(month[~back], there(value[~back]))
                        guess = again(fit.intercept + fit.slope * month[back])
                        off[name] = (guess - value[back]).abs().mean()
                    near = abs(off["line"] - off["growth"]) < 1e-6
                    return off | {"better": "neither" if near else min(off, key=off.get)}
                """,
            ),
        ],
        right="Keep the last months back before you believe a curve, and say how far off it was.",
        survivors={
            "line_or_growth(arguments sorted)": NO_ORDER,
            "line_or_growth(arguments index reset)": NO_LABELS,
            "abs(line - growth) < 1e-06 → abs(line - growth) <= 1e-06": "none differ by it exactly",
            "line < growth → line <= growth": "when both are equal, it is neither already",
        },
    ),
    task(
        "11-q4",
        points=4,
        names="best_share",
        examples={
            "best_share(two, wants, [0.5], 0.05)": '{"share": 0.5, "platform": 0, "sellers": 0}',
            "best_share(two, {'Ada': 40, 'Ben': 90}, [0.5], 0.05)": (
                '{"share": 0.5, "platform": 180, "sellers": 2}'
            ),
            "best_share(two, wants, [0.1, 0.2, 0.3], 0.05)": '{"share": 0.2, "platform": 60, "sellers": 2}',
            "best_share(stall, others, [0.3, 0.1, 0.2, 0.15], 0.05)": (
                '{"share": 0.2, "platform": 114, "sellers": 3}'
            ),
            "best_share(stall, others, [0.4, 0.3, 0.25], 0.05)": (
                '{"share": 0.25, "platform": 152, "sellers": 3}'
            ),
            "best_share(stall, others, [0.05], 0.02)": '{"share": 0.05, "platform": 24.6, "sellers": 4}',
            "best_share(two, wants, [0.8, 0.9, 0.7], 0.05)": '{"share": 0.7, "platform": 0, "sellers": 0}',
        },
        hidden=[
            f"best_share({BAZAAR}, {PEACE}, [0.3, 0.2, 0.1, 0.15, 0.4], 0.05)",
            f"best_share({BAZAAR}[::-1], {PEACE}, [0.2, 0.3], 0.05)",
            f"best_share({BAZAAR}, {PEACE}, [0.3], 0)",
            f"best_share({BAZAAR}, {PEACE}, [0.35, 0.25], 0.1)",
            f"best_share({BAZAAR}, {{}}, [0.5, 0.7, 0.9, 1], 0.1)",
            f"best_share({BAZAAR}, {{}}, [0.02, 0], 0.1)",
            f"best_share({TWINS}, {TWIN_WANTS}, [0.4, 0.3, 0.2, 0.1], 0)",
            f"best_share({TWINS}, {TWIN_WANTS}, [0.1, 0.4], 0)",
            f"best_share({TWINS}, {TWIN_WANTS}, [0.05], 0.25)",
            f"best_share({TENTHS}, {{'a': 0.17, 'b': 91}}, [0.1, 0.05], 0)",
            f"best_share({DIGITS}, {{'a': 50, 'b': 120}}, [0.2, 0.1], 0.05)",
            f"best_share({NO_DIGITS}, {{'a': 50, 'b': 120}}, [0.2, 0.1], 0.05)",
            f"best_share({HAIRS}, {HAIR_WANTS}, [0.2], 0.05)",
            f"best_share({BAZAAR}[:0], {PEACE}, [0.3, 0.1], 0.05)",
            f"best_share({TWINS}, {{}}, [0.5, 1], 0.05)",
            f"best_share({HILLS}, {{'a': 80}}, [0.5, 0.3, 0.2], 0)",
            "best_share(two, wants, [0.9, 0], 0)",
            "best_share(two, wants, [0.45, 0], 0.1)",
            "best_share(own_sales, own_least, [0.4, 0.3, 0.2, 0.15, 0.1], 0.05)",
            "best_share(own_sales[::-1], own_least, [0.25, 0.3, 0.35], 0.1)",
        ],
        slips=[
            slip(
                """
                def best_share(sales, least, shares, fee):
                    found = []
                    for share in sorted(shares):
                        left = (1 - share) * sales["amount"] - sales["cost"].fillna(0)
                        wanted = np.array([least.get(seller, 0) for seller in sales["seller"]])
                        stay = sales[left >= wanted - 1e-6]
                        earned = (share - fee) * stay["amount"].sum()
                        many = stay["seller"].nunique()
                        found.append({"share": share, "platform": earned, "sellers": many})
                    most = max(one["platform"] for one in found)
                    return next(one for one in found if one["platform"] >= most - 1e-6)
                """,
                name="row by row",
                says="A seller decides on all of their rows together: add them up first.",
            ),
            slip(
                '- totals["cost"]',
                "",
                name="without costs",
                says="A seller is left with the rest of the amount *less their costs*.",
            ),
            slip(
                '[["amount", "cost"]].sum()',
                '[["amount", "cost"]].agg(lambda column: column.sum(skipna=False))',
                name="sums that stay missing",
                says="A cost that is missing is nothing: the row still counts.",
            ),
            slip(
                'totals = sales.groupby("seller")',
                'totals = sales.dropna(subset=["cost"]).groupby("seller")',
                name="rows without a cost left out",
                says="Where the cost is missing, these sales cost nothing. Their amount still counts.",
            ),
            slip(
                "(1 - share) * totals",
                "share * totals",
                says="The seller is left with the rest, `1 - share`, and the platform keeps the share.",
            ),
            slip(
                "(share - fee) * stay.sum()",
                "share * stay.sum()",
                says="The platform pays the fee on these amounts: take it off.",
            ),
            slip(
                "(share - fee) * stay.sum()",
                "(1 - fee) * share * stay.sum()",
                name="a fee on the share",
                says="The fee is one of the amounts that buyers pay, not of the platform's share.",
            ),
            slip(
                '(share - fee) * stay.sum(), "sellers"',
                '(share - fee) * totals["amount"].sum(), "sellers"',
                name="sellers who leave included",
                says="The sellers who leave take their sales along.",
            ),
            slip(
                "left >= wanted - 1e-6",
                "left > wanted + 1e-6",
                says="A seller who is left with exactly as much as they want stays.",
            ),
            slip(
                "left >= wanted - 1e-6",
                "left >= 0",
                name="whoever does not lose",
                says="Compare with what each seller wants to be left with, in `least`.",
            ),
            slip(
                "least.get(seller, 0)",
                'least.get(seller, float("inf"))',
                name="unknown sellers leave",
                says="A seller who is not in `least` wants to be left with 0, and stays with that.",
            ),
            slip(
                'return next(one for one in found if one["platform"] >= most - 1e-6)',
                'return next(one for one in found[::-1] if one["platform"] >= most - 1e-6)',
                name="the largest of several",
                says="Where several shares earn the most, take the smallest of them.",
            ),
            slip(
                "for share in sorted(shares):",
                "for share in shares:",
                says="Where several shares earn the most, take the smallest, not the first of the list.",
            ),
            slip(
                '"sellers": len(stay)',
                '"sellers": len(totals)',
                says="Count the sellers who stay at this share.",
            ),
            slip(
                'return next(one for one in found if one["platform"] >= most - 1e-6)',
                'return max(found, key=lambda one: one["sellers"])',
                name="the most sellers",
                says="Look for the share at which the *platform* earns the most.",
            ),
        ],
        also=[
            form(
                "dicts",
                """
                def best_share(sales, least, shares, fee):
                    amount, cost = {}, {}
                    for row in sales.itertuples():
                        amount[row.seller] = amount.get(row.seller, 0) + row.amount
                        spent = 0 if pd.isna(row.cost) else row.cost
                        cost[row.seller] = cost.get(row.seller, 0) + spent
                    best = None
                    for share in sorted(shares, reverse=True):
                        stay = [
                            one
                            for one in amount
                            if (1 - share) * amount[one] - cost[one] > least.get(one, 0) - 0.000001
                        ]
                        earns = share * sum(amount[one] for one in stay)
                        earns -= fee * sum(amount[one] for one in stay)
                        if best is None or earns > best["platform"] - 1e-6:
                            best = {"sellers": len(stay), "share": share, "platform": earns}
                    return best
                """,
            ),
            form(
                "a table with a row per share",
                """
                def best_share(sales, least, shares, fee):
                    kept = sales.assign(cost=sales["cost"].fillna(0))
                    kept = kept.groupby("seller", as_index=False)[["amount", "cost"]].sum()
                    kept["least"] = kept["seller"].map(least).astype(float).fillna(0)
                    rows = []
                    for share in shares:
                        rest = kept["amount"] * (1 - share) - kept["cost"] - kept["least"]
                        there = kept[rest.round(9) >= -1e-6]
                        rows.append([share, there["amount"].sum() * (share - fee), len(there)])
                    table = pd.DataFrame(rows, columns=["share", "platform", "sellers"])
                    table = table[table["platform"] > table["platform"].max() - 1e-6]
                    return table.loc[table["share"].idxmin()].to_dict()
                """,
            ),
        ],
        right="The best share depends on who would leave, and that is not in the list of shares.",
        survivors={
            "best_share(arguments sorted)": "neither rows nor shares have an order",
            "best_share(arguments index reset)": NO_LABELS,
            "left >= wanted - 1e-06 → left > wanted - 1e-06": "nobody is left with a millionth less exactly",
            "one['platform'] >= most - 1e-06 → one['platform'] > most - 1e-06": (
                "no two shares bring amounts that are a millionth apart exactly"
            ),
        },
    ),
    task(
        "11-q5",
        points=4,
        names="exposed",
        kind="items",
        examples={
            'exposed(five, ["trade", "town"], "late", 2)': '["Cy", "Dora", "Eve"]',
            'exposed(five, ["trade"], "late", 3)': '["Cy", "Dora"]',
            'exposed(five, ["town"], "late", 1)': '["Eve"]',
            'exposed(visits, ["year", "town"], "plan", 2)': "[6, 14]",
            'exposed(visits, ["year"], "plan", 4)': "[11, 6, 13]",
            'exposed(visits, ["town"], "plan", 4)': "[2, 4, 5, 6, 7, 8, 9, 11, 13, 14]",
            'exposed(visits, ["town"], "plan", 3)': "[6, 7, 8, 11, 13]",
        },
        hidden=[
            f'exposed({GLUED}, ["town", "trade"], "plan", 2)',
            f'exposed({GLUED}, ["trade", "town"], "plan", 3)',
            f'exposed({GLUED}, ["town"], "plan", 1)',
            f'exposed({GLUED}[::-1], ["trade"], "plan", 6)',
            f'exposed({SIGNS}, ["town", "trade"], "plan", 3)',
            f'exposed({SIGNS}[:16], ["trade", "town"], "plan", 2)',
            f'exposed({SIGNS}, ["town"], "plan", 2)',
            f'exposed({MANY}, ["year", "town"], "plan", 2)',
            f'exposed({MANY}, ["year"], "plan", 3)',
            f'exposed({MANY}, ["town"], "plan", 6)',
            f'exposed({MANY}, ["town", "year", "note"], "plan", 1)',
            f'exposed({MANY}[::-1], ["town"], "year", 20)',
            f'exposed({HIDES}, ["town"], "plan", 2)',
            f'exposed({SECRETS}, ["town"], "plan", 2)',
            f'exposed({SECRETS}, ["town"], "plan", 4)',
            f'exposed({SECRETS}, ["note"], "plan", 9)',
            f'exposed({SECRETS}, ["note"], "plan", 10)',
            f'exposed({THREE}, ["town", "trade", "year"], "plan", 2)',
            f'exposed({THREE}, ["year"], "plan", 3)',
            'exposed(visits[:0], ["town"], "plan", 2)',
            'exposed(own_table, ["month", "channel"], "product", 15)',
            'exposed(own_table[::-1], ["channel"], "product", 150)',
        ],
        slips=[
            slip(
                'group["person"].nunique() < k',
                "len(group) < k",
                says="Count different people, not rows: one person may have several rows.",
            ),
            slip(
                'group["person"].nunique() < k',
                'group["person"].nunique() <= k',
                says="A group of exactly `k` people is large enough.",
            ),
            slip(
                " or group[secret].nunique(dropna=False) == 1",
                "",
                name="the size only",
                says="A group in which all rows have the same secret gives it away, however large it is.",
            ),
            slip(
                'group["person"].nunique() < k or ',
                "",
                name="the secret only",
                says="A group with fewer than `k` people is unsafe, too.",
            ),
            slip(
                "nunique(dropna=False) == 1",
                "nunique() <= 1",
                name="missing secrets left out",
                says="A missing secret is a value like any other: with another one beside it there are two.",
            ),
            slip(
                "table.groupby(known, dropna=False)",
                "table.groupby(known)",
                name="missing values left out",
                says="Rows with a missing value make a group, too: `dropna=False`.",
            ),
            slip(
                "table.groupby(known, dropna=False)",
                "((None, group) for name in known for _, group in table.groupby(name, dropna=False))",
                name="each column by itself",
                says="A group is alike in all columns of `known` together, and not in each by itself.",
            ),
            slip(
                "table.groupby(known, dropna=False)",
                "table.groupby(known[0], dropna=False)",
                name="the first column only",
                says="Use all columns of `known`.",
            ),
            slip(
                'found |= set(group["person"])',
                "found |= {len(found)}",
                name="groups counted",
                says="Return the people in the unsafe groups.",
            ),
            slip(
                "    return found",
                '    return set(table["person"]) - found',
                name="the safe ones",
                says="These are the people who are safe. Return the others.",
            ),
            slip(
                """
                def exposed(table, known, secret, k):
                    found = []
                    for _, group in table.groupby(known, dropna=False):
                        if group["person"].nunique() < k or group[secret].nunique(dropna=False) == 1:
                            found += list(group["person"])
                    return found
                """,
                name="once for each row",
                says="Name each person once.",
            ),
            slip(
                """
                def exposed(table, known, secret, k):
                    unsafe = set()
                    safe = set()
                    for _, group in table.groupby(known, dropna=False):
                        few = group["person"].nunique() < k
                        told = group[secret].nunique(dropna=False) == 1
                        (unsafe if few or told else safe).update(group["person"])
                    return unsafe - safe
                """,
                name="unsafe in all groups",
                says="One row in an unsafe group is enough, even if the person has others in safe ones.",
            ),
        ],
        also=[
            form(
                "keys in a dict",
                """
                def exposed(table, known, secret, k):
                    gap = object()
                    columns, people, secrets = [], {}, {}
                    for name in [*known, secret]:
                        columns.append([gap if pd.isna(value) else value for value in table[name]])
                    for person, *key, told in zip(table["person"], *columns):
                        people.setdefault(tuple(key), set()).add(person)
                        secrets.setdefault(tuple(key), set()).add(told)
                    unsafe = [key for key in people if len(people[key]) < k or len(secrets[key]) < 2]
                    return sorted(set().union(*(people[key] for key in unsafe)))
                """,
            ),
            form(
                "transformed",
                """
                def exposed(table, known, secret, k):
                    coded = pd.DataFrame({"person": table["person"].to_numpy()})
                    coded["secret"] = pd.factorize(table[secret], use_na_sentinel=False)[0]
                    coded["group"] = table.groupby(known, dropna=False, sort=False).ngroup().to_numpy()
                    groups = coded.groupby("group")
                    few = groups["person"].transform("nunique") < k
                    told = groups["secret"].transform("nunique") == 1
                    return coded.loc[few | told, "person"].unique()
                """,
            ),
        ],
        right="Make the columns coarser, a month for a day, before you leave people out.",
        survivors={
            "exposed(arguments without duplicates)": "a person who is there twice is one person",
            "exposed(arguments sorted)": NO_ORDER,
            "exposed(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "11-q6",
        points=3,
        names=("a_month", "per_partner", "customers_each", "received"),
        form={"a_month": "2500", "per_partner": "31.5", "customers_each": "7.5", "received": "9000"},
        hidden=["a_month", "per_partner", "customers_each", "received"],
        rel=0.003,
        slips=[
            slip(
                "a_month = 2_000_000 / 12",
                "a_month = 2_000_000",
                says=YEAR,
            ),
            slip(
                "a_month = 2_000_000 / 12",
                "a_month = 2_000_000 / 6",
                says="ARR is twelve times the revenue of a month, however many months the story has.",
            ),
            slip(
                "per_partner = a_month / 120",
                "per_partner = 2_000_000 / 120",
                says=YEAR,
            ),
            slip(
                "per_partner = a_month / 120",
                "per_partner = a_month / 20",
                says="Divide by all the partners, not by those of one month.",
            ),
            slip(
                "customers_each = per_partner / 29",
                "customers_each = a_month / 29",
                says="These are the customers of all partners. How many has each?",
            ),
            slip(
                "customers_each = per_partner / 29",
                "customers_each = per_partner / 29 / 12",
                says="Both are for a month: what a partner brings, and what a customer pays.",
            ),
            slip(
                "customers_each = per_partner / 29",
                "customers_each = per_partner * 12 / 29",
                says=YEAR,
            ),
            slip(
                "received = a_month * (1 + 2 + 3 + 4 + 5 + 6) / 6",
                "received = 2_000_000",
                says="This is the yearly rate of month 6. How much came in up to then?",
            ),
            slip(
                "received = a_month * (1 + 2 + 3 + 4 + 5 + 6) / 6",
                "received = a_month * 6",
                says="Only month 6 has the full amount. Month 1 has a sixth of it.",
            ),
            slip(
                "received = a_month * (1 + 2 + 3 + 4 + 5 + 6) / 6",
                "received = a_month * 6 / 2",
                says="The months bring 1/6, 2/6 and so on to 6/6, together 21/6: month 1 is not at 0.",
            ),
            slip(
                "received = a_month * (1 + 2 + 3 + 4 + 5 + 6) / 6",
                "received = a_month * (1 + 2 + 3 + 4 + 5 + 6)",
                says="Month 1 has a sixth of the amount, not all of it: divide by 6.",
            ),
        ],
        also=[
            form("read off", "a_month, per_partner, customers_each, received = 167_000, 1390, 47.9, 583_000"),
            form(
                "exact",
                """
                from fractions import Fraction

                a_month = Fraction(2_000_000, 12)
                per_partner = a_month / 120
                customers_each = float(per_partner / 29)
                received = sum(a_month * Fraction(month, 6) for month in range(1, 7))
                """,
            ),
        ],
        right="The rate was 2 million a year. The money was below 0.6 million, from some 5,700 customers.",
        survivors={
            "2000000 / 12 → 2000001 / 12": "three significant digits are enough",
            "2000000 / 12 → 1999999 / 12": "three significant digits are enough",
        },
    ),
]
