"""The computing tasks of module 08: examples, hidden cases, slips and other right answers."""

from ecotools.grading.authoring.tasks import form, slip, task

NAN = 'float("nan")'
NO_ORDER = "the order of the rows has no meaning here"
NO_LABELS = "the row labels have no meaning here"
ALL_KEPT = "whether all is kept or more than all, nothing is owed"


def table(columns, rows, index=None):
    """Return the text of a table, with missing values as None."""
    labels = f", index={index}" if index else ""
    return f"pd.DataFrame({rows}, columns={columns}{labels})"


def plan(size, sessions, session, prepare, missed):
    """Return the text of a plan as task 1 takes it."""
    names = ("size", "sessions", "session", "prepare", "missed")
    return str(dict(zip(names, (size, sessions, session, prepare, missed), strict=True)))


LINE = ["person", "week", "number", "stays"]
# Names that differ in a capital or contain each other, weeks from before the opening, numbers that begin
# again, equal waits, columns that mean nothing, and labels that repeat.
CROWD = table(
    ["note", *LINE, "left"],
    [
        [None, "bo", 3, 5, 4, None],
        ["x", "Bo", -4, 7, 9, 1.0],
        [None, "Bob", 3, 2, 1, None],
        [None, "BO", 0, 1, 3, None],
        ["y", "ad", 3, 9, 30, None],
        [None, "Ada", -4, 2, 5, 2.0],
        [None, "0", 1, 4, 2, None],
        [None, "Adam", 8, 1, 6, None],
        ["z", "ada", 0, 3, 8, None],
        [None, "Zoe", 8, 3, 1, 0.0],
        [None, "zo", 8, 2, 2, None],
    ],
    [3, 3, 1, 0, 7, 7, 2, 5, 4, 4, 9],
)
# Seventy people over ninety weeks, for limits that only hold for a handful of people, or for a year.
YEARS = table(LINE, [[f"p{n}", n * n % 90, n * 37 % 101, 1 + n * 7 % 23] for n in range(70)])
# Numbers and weeks of different lengths, as text or glued into one number in another order.
LONG = table(
    LINE,
    [
        ["a", 1, 4000, 200],
        ["b", 1, 90000, 1],
        ["c", 2, 4, 1],
        ["d", 2, 3, 90],
        ["e", 300, 1, 1],
        ["f", 11, 7, 9],
    ],
)
ALONE = table(LINE, [["only", -7, 12, 1]], [5])

SALES = ["product", "paid", "back", "note"]
# Names within names, a gift, a sale that was paid back whole, one that was paid back to the cent, equal rows.
SHOP = table(
    SALES,
    [
        ["group coaching", 400.0, None, None],
        ["coaching", 1200.0, None, "first"],
        ["coach", 30.0, 0.0, None],
        ["Coaching", 500.0, 500.0, None],
        ["coaching", 1200.0, None, "first"],
        ["coaching", 0.0, None, None],
        ["group coaching", 400.0, 399.99, None],
        ["kit", 19.0, 19.0, "x"],
        ["coaching", 0.01, None, None],
        ["gift", 0.0, None, None],
        ["group coaching", 250.0, 125.0, None],
    ],
    [4, 4, 0, 1, 1, 9, 2, 3, 5, 6, 4],
)
SHOP_HOURS = {"coaching": 7.5, "group coaching": 0.5, "coach": 1, "gift": 2, "retreat": 30, "Coaching": 4}
SOLD = [[f"p{n % 7}", n % 13 * 10.5, n % 13 * 2.5 if n % 5 == 1 else None] for n in range(200)]
MANY_SALES = table(SALES[:3], SOLD)
MANY_HOURS = {f"p{n}": n / 4 + 0.25 for n in range(9)}


def sale(policy, paid, bought, back=0, **terms):
    """Return the text of a sale as task 4 takes it."""
    rest = "".join(f', "{name}": {value}' for name, value in terms.items())
    return (
        f'{{"policy": "{policy}", "paid": {paid}, "bought": pd.Timestamp("{bought}"), "back": {back}{rest}}}'
    )


def daily(text, first, last, step=1):
    """Return the text of what is owed on each day from first to last."""
    return f'[due({text}, asked) for asked in pd.date_range("{first}", "{last}", freq="{step}D")]'


def at_the_turns(text, first, last):
    """Return the text of what is owed on the days at the turns of the months from first to last."""
    turns = "if asked.day > 26 or asked.day == 1"
    return f'[due({text}, asked) for asked in pd.date_range("{first}", "{last}") {turns}]'


MONTHS = sale("months", 1000, "2027-08-31", months=24, days=30, hours=1, held=1, missed=1)
LEAP = sale("months", 700, "2028-02-29", back=125.5, months=14)
SHORT = sale("months", 100, "2026-01-30", months=3)
DAYS = sale("days", 199.99, "2026-12-20", months=1, hours=3, held=2, missed=1, days=14)
SAME_DAY = sale("days", 80, "2026-02-28", days=0)
LONG_DAYS = sale("days", 80, "2026-02-28", back=79.5, days=400)
HOURS = sale("hours", 1000, "2026-03-01", hours=7.5, held=3.25, missed=1.5, days=30, months=12)
MORE_HELD = sale("hours", 500, "2026-03-01", hours=4, held=3.5, missed=1)
ALL_BACK = sale("hours", 500, "2026-03-01", back=300, hours=3, held=1, missed=0.5)

SPEND = ["month", "channel", "amount"]
ORDERS = ["order", "customer_id", "month", "channel", "coupon"]
# Channels within channels, two rows alike, a credit, an amount of 0, a channel paid for in other months only.
COSTS = table(
    [*SPEND, "note"],
    [
        [14, "paid search", 120.0, None],
        [0, "search", 999.0, "x"],
        [13, "search", 80.0, None],
        [13, "search", 80.0, None],
        [12, "Search", 45.0, None],
        [14, "mail", 0.0, None],
        [13, "fair", -30.0, "credit"],
        [15, "search", 700.0, None],
        [12, "search", 41.0, None],
        [13, "fair", 10.0, None],
        [14, "radio", -5.0, None],
        [11, "press", 60.0, None],
        [14, "posters", 75.0, None],
        [15, "mail", 0.0, None],
    ],
    [1, 1, 0, 0, 8, 3, 3, 2, 9, 4, 7, 5, 6, 6],
)
# Ids of 0 and 1, a first order before the months, one without a channel, two orders in a month, the lower
# number later in the table, an order of three rows, and somebody who comes back by another channel.
BOUGHT = table(
    ORDERS,
    [
        [31, 0, 13, "search", None],
        [30, 0, 13, "mail", "A"],
        [12, 1, 14, "paid search", None],
        [90, 1, 11, "search", None],
        [44, 7, 12, "search", None],
        [44, 7, 12, "search", "B"],
        [44, 7, 12, "search", None],
        [50, 8, 14, "search", None],
        [51, 8, 15, "Search", None],
        [7000, 9, 12, None, None],
        [3, 9, 13, "search", None],
        [71, 10, 14, "fair", None],
        [2, 10, 15, "radio", None],
        [60, 11, 13, "fair", "A"],
        [61, 12, 13, "friends", None],
        [5, 13, 14, "mail", None],
        [1, 13, 15, "posters", None],
        [80, 14, 15, "posters", None],
        [81, 15, -2, "posters", None],
        [82, 15, 14, "posters", None],
        [40, 16, 9, "search", None],
        [41, 16, 12, "fair", None],
    ],
    [0, 3, 3, 1, 7, 7, 2, 5, 5, 4, 9, 8, 6, 11, 10, 15, 12, 13, 14, 0, 1, 2],
)
ROWS = [[n * 61 % 503, n * 7 % 90, n % 15, "abcdef"[n * n % 6]] for n in range(300)]
MANY_ORDERS = table(ORDERS[:4], ROWS)
MANY_COSTS = table(SPEND, [[n % 15, "abcdefgh"[n % 8], n * 1.5] for n in range(100)])


TASKS = [
    task(
        "08-q1",
        points=3,
        names="most_clients",
        examples={
            "most_clients(1500, alone, 50)": "10",
            "most_clients(720, alone, 50)": "4",
            'most_clients(1920, circle | {"missed": 2}, 50)': "12",
            "most_clients(1140, circle, 50)": "12",
            "most_clients(1900, circle, 2)": "0",
            "most_clients(720, alone, 3)": "3",
            "most_clients(1700, circle, 11)": "6",
            "most_clients(200, circle, 50)": "0",
        },
        hidden=[
            f"[most_clients(minutes, {plan(1, 1, 45, 0, 0)}, 31) for minutes in range(0, 1500, 45)]",
            f"[most_clients(minutes, {plan(13, 3, 50, 20, 2)}, 70) for minutes in range(0, 2400, 31)]",
            f"[most_clients(3000, {plan(8, 2, 90, 35, 1)}, wanted) for wanted in range(85)]",
            f"[most_clients(7 * n, {plan(2, 3, 7, 0, 0)}, 100) for n in range(40)]",
            f"most_clients(100_000, {plan(1, 1, 1, 0, 1)}, 60_000)",
            f"most_clients(90, {plan(1, 1, 60, 30, 0)}, 1)",
            f"most_clients(89, {plan(1, 1, 60, 30, 0)}, 1)",
            f"most_clients(720, {plan(1, 2, 60, 15, 0)}, 0)",
            f"most_clients(3000, {plan(4, 2, 60, 15, 5)}, 50)",
            "most_clients(my_minutes, my_circle, 40)",
        ],
        slips=[
            slip(
                '(plan["session"] + plan["prepare"])',
                'plan["session"]',
                says="Each session is prepared, and that takes minutes, too.",
            ),
            slip(
                ' + plan["missed"] * plan["session"]',
                ' + plan["missed"] * (plan["session"] + plan["prepare"])',
                says="A missed session is held once more, but it is not prepared again.",
            ),
            slip(
                ' + plan["missed"] * plan["session"]',
                "",
                says="The missed sessions are held once more, and take their minutes.",
            ),
            slip(
                'min(minutes // needed, wanted // plan["size"])',
                "minutes // needed",
                says="There are no more clients than people who want to come: mind `wanted`.",
            ),
            slip(
                'groups = min(minutes // needed, wanted // plan["size"])\n    return groups * plan["size"]',
                'return min(minutes // needed * plan["size"], wanted)',
                says="A group begins only when it is full: no group of those who are left over.",
            ),
            slip(
                'groups = min(minutes // needed, wanted // plan["size"])\n    return groups * plan["size"]',
                'return int(minutes / (needed / plan["size"]))',
                says="This sells parts of a group. A group takes all its hours, whole or not at all.",
            ),
            slip(
                "minutes // needed",
                "round(minutes / needed)",
                says="Rounding up sells minutes that are not there: only whole groups count.",
            ),
            slip(
                'return groups * plan["size"]',
                "return groups",
                says="This is the number of groups. How many people are in them?",
            ),
            slip(
                'wanted // plan["size"]',
                "wanted",
                says="A group needs as many people as its size: count how many groups can be filled.",
            ),
            slip(
                'plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]',
                '(plan["sessions"] + plan["missed"]) * plan["session"] + plan["prepare"]',
                says="Every session is prepared, not one in a month.",
            ),
        ],
        also=[
            form(
                "one more group until it does not fit",
                """
                def most_clients(minutes, plan, wanted):
                    sessions = plan["sessions"] + plan["missed"]
                    needed = sessions * plan["session"] + plan["sessions"] * plan["prepare"]
                    clients = 0
                    while minutes >= needed and clients + plan["size"] <= wanted:
                        clients += plan["size"]
                        minutes -= needed
                    return clients
                """,
            ),
            form(
                "with floor",
                """
                import math

                def most_clients(minutes, plan, wanted):
                    size, sessions, session, prepare, missed = (
                        plan[name] for name in ("size", "sessions", "session", "prepare", "missed")
                    )
                    needed = (session + prepare) * sessions + missed * session
                    return size * min(math.floor(minutes / needed), math.floor(wanted / size))
                """,
            ),
            form(
                "the largest multiple that fits",
                """
                def most_clients(minutes, plan, wanted):
                    needed = plan["sessions"] * (plan["session"] + plan["prepare"])
                    needed += plan["missed"] * plan["session"]
                    sizes = range(0, wanted + 1, plan["size"])
                    return max(size for size in sizes if size // plan["size"] * needed <= minutes)
                """,
            ),
        ],
        right="What is left over of the minutes is no client: it is your reserve.",
    ),
    task(
        "08-q2",
        points=5,
        names="starts",
        examples={
            "starts(four, 1, 5)": 'pd.Series({"Ann": 1, "Ben": 5})',
            "starts(eight, 3, 0)": (
                'pd.Series({"Kim": 2, "Noa": 2, "Max": 4, "Pia": 5, "Olu": 7, "Lea": 9, "Ida": 9})'
            ),
            "starts(four, 2, 2)": 'pd.Series({"Ann": 1, "Ben": 1, "Dan": 5})',
            "starts(four, 1, 7)": 'pd.Series({"Ann": 1, "Ben": 5, "Cleo": 9})',
            "starts(eight, 2, 3)": 'pd.Series({"Kim": 2, "Noa": 2, "Max": 5, "Olu": 10, "Lea": 12})',
            "len(starts(four, 0, 9))": "0",
        },
        hidden=[
            *(f"starts({CROWD}, {places}, {patience})" for places in (1, 2, 4) for patience in (0, 3, 9)),
            *(f"starts({YEARS}, {places}, {patience})" for places in (1, 3, 7) for patience in (0, 4, 25)),
            f"starts({YEARS}, 70, 0)",
            f"starts({LONG}, 1, 1000)",
            f"starts({LONG}, 1, 199)",
            f"starts({LONG}, 2, 60)",
            f"starts({ALONE}, 2, 0)",
            f"len(starts({ALONE}[:0], 2, 3))",
            f"len(starts({CROWD}, 0, 100))",
            "starts(own_list, 6, 8)",
            "starts(own_list[::-1], 4, 2)",
        ],
        slips=[
            slip(
                'applications.sort_values(["week", "number"])',
                "applications",
                says="Go through the people in the order of their applications, not in that of the rows.",
            ),
            slip(
                '["week", "number"]',
                '["number", "week"]',
                says="An earlier week comes first. The number counts among those of one week only.",
            ),
            slip(
                '["week", "number"]',
                '["week", "person"]',
                says="In one week, the lower number comes first, whatever the people are called.",
            ),
            slip(
                "start = max(one.week, first)",
                "start = max(first, applications['week'].min())",
                says="Nobody starts before the week of the application, even if a place is free.",
            ),
            slip(
                "if start - one.week <= patience:",
                "if start - one.week < patience or start == one.week:",
                says="Somebody may wait for as many weeks as patience says, and start then.",
            ),
            slip(
                "            free[free.index(first)] = start + one.stays",
                "        if places:\n            free[free.index(first)] = start + one.stays",
                says="Whoever gives up takes no place: the next in line may start then.",
            ),
            slip(
                "start + one.stays",
                "start + one.stays + 1",
                says="Who starts in week 1 and stays for 4 weeks leaves the place free in week 5.",
            ),
            slip(
                "start + one.stays",
                "start + one.stays - 1",
                says="In the last week of a stay the place is still taken: it is free one week later.",
            ),
            slip(
                "found[one.person] = start",
                "found[one.person] = start - one.week",
                says="These are the weeks of waiting. In which week do they start?",
            ),
            slip(
                "if start - one.week <= patience:",
                "if start != float('inf'):",
                name="nobody gives up",
                says="Nobody waits for more than patience weeks: such people are not in the result.",
            ),
            slip(
                "if start - one.week <= patience:",
                "if start <= patience:",
                says="Patience counts from the week of the application.",
            ),
            slip(
                "start + one.stays",
                "start + applications['stays'].iloc[0]",
                says="Each person stays for the weeks of their own row.",
            ),
            slip(
                "free[free.index(first)] = start + one.stays",
                "free = [start + one.stays] * places",
                says="Each place has its own week in which it is free again.",
            ),
            slip(
                """
                def starts(applications, places, patience):
                    begun, found = [], {}
                    for one in applications.sort_values(["week", "number"]).itertuples():
                        taken = sum(week <= one.week < week + stays for week, stays in begun)
                        if taken < places:
                            found[one.person] = one.week
                            begun.append((one.week, one.stays))
                    return pd.Series(found, dtype="int64")
                """,
                name="nobody waits",
                says="People wait in line until a place is free. Here they go at once.",
            ),
        ],
        also=[
            form(
                "a heap of weeks",
                """
                import heapq

                def starts(applications, places, patience):
                    free = [-10**9] * places
                    answer = {}
                    ordered = applications.sort_values("number").sort_values("week", kind="stable")
                    for person, week, stays in zip(ordered["person"], ordered["week"], ordered["stays"]):
                        if free and free[0] <= week + patience:
                            start = max(week, heapq.heappop(free))
                            heapq.heappush(free, start + stays)
                            answer[person] = start
                    return answer
                """,
            ),
            form(
                "week by week",
                """
                def starts(applications, places, patience):
                    columns = [applications[name] for name in ("week", "number", "person", "stays")]
                    line = sorted(zip(*columns))
                    until, begun = [], {}
                    week = line[0][0] if line else 0
                    while line:
                        until = [end for end in until if end > week]
                        line = [one for one in line if one[0] + patience >= week]
                        for one in [one for one in line if one[0] <= week]:
                            if len(until) < places:
                                until.append(week + one[3])
                                begun[one[2]] = week
                                line.remove(one)
                        week += 1
                    return pd.Series(begun, dtype=float)
                """,
            ),
            form(
                "a table in the order of application",
                """
                def starts(applications, places, patience):
                    table = applications.sort_values(by=["week", "number"])[["person", "week", "stays"]]
                    free = pd.Series([table["week"].min()] * places, dtype=float)
                    weeks = []
                    for row in table.to_dict("records"):
                        week = float("nan")
                        if places:
                            place = free.idxmin()
                            earliest = max(free[place], row["week"])
                            if earliest <= row["week"] + patience:
                                week = earliest
                                free[place] = earliest + row["stays"]
                        weeks.append(week)
                    return pd.Series(weeks, index=table["person"], dtype=float).dropna()
                """,
            ),
        ],
        right="The line is short until it is not: try one place fewer on your own list.",
        survivors={
            "starts(arguments index reset)": NO_LABELS,
            "starts(arguments sorted)": NO_ORDER,
        },
    ),
    task(
        "08-q3",
        points=4,
        names="left_per_hour",
        tol=1e-7,
        examples={
            'left_per_hour(two, {"coaching": 5}, 0.03, 0.5)': 'pd.Series({"coaching": 153.9})',
            "left_per_hour(some, taken, 0.05, 1)": (
                f'pd.Series({{"coaching": 91.125, "audit": 13.0, "retreat": {NAN}}})'
            ),
            'left_per_hour(some, {"clinic": 0.5, "kit": 2}, 0, 0)': 'pd.Series({"clinic": 120, "kit": 0})',
            'left_per_hour(some, {"kit": 0.5}, 0.1, 0)': 'pd.Series({"kit": -3.8})',
        },
        hidden=[
            f"left_per_hour({SHOP}, {SHOP_HOURS}, 0.029, 0.3)",
            f"left_per_hour({SHOP}, {SHOP_HOURS}, 0, 0)",
            f"left_per_hour({SHOP}, {SHOP_HOURS}, 0, 1.5)",
            f"left_per_hour({SHOP}, {SHOP_HOURS}, 0.5, 0)",
            f'left_per_hour({SHOP}[::-1], {{"retreat": 3, "gift": 1}}, 0.1, 2)',
            f"left_per_hour({MANY_SALES}, {MANY_HOURS}, 0.07, 0.25)",
            'left_per_hour(some, {"retreat": 16}, 0.05, 1)',
            'left_per_hour(own_sales, {"coaching": 8, "copy_audit": 1.5, "bootcamp": 0.1}, 0.029, 0.3)',
        ],
        slips=[
            slip(
                "(share * paid + fixed)",
                "(share * paid)",
                says="The fees also have a fixed part per sale.",
            ),
            slip(
                "(share * paid + fixed)",
                "(share * (paid - sales['back'].fillna(0)) + fixed)",
                says="The provider keeps the fees of what was paid, also of what was paid back.",
            ),
            slip(
                ".where(paid > 0, 0)",
                "",
                says="A sale for nothing has no fees, the fixed part included.",
            ),
            slip(
                '- sales["back"].fillna(0) - fees',
                '- sales["back"] - fees',
                says="Where nothing was paid back, the amount is missing. Take it as 0.",
            ),
            slip(
                '- sales["back"].fillna(0) - fees',
                "- fees",
                says="What was paid back is not left: subtract it.",
            ),
            slip(
                "left.groupby(sales",
                "left.where(paid > 0).groupby(sales",
                says="A sale for nothing takes its hours like any other.",
            ),
            slip(
                "left.groupby(sales",
                "left.where(sales['back'].fillna(0) < paid).groupby(sales",
                says="A sale whose money was paid back, or for which nothing was paid, has taken its hours.",
            ),
            slip(
                '.groupby(sales["product"]).mean()',
                '.groupby(sales["product"]).sum()',
                says="Every sale takes these hours: divide by all of them.",
            ),
            slip(
                "by_product.reindex(list(hours)) / pd.Series(hours)",
                "by_product.reindex(list(hours))",
                says="This is what is left of one sale. Divide by its hours.",
            ),
            slip(
                "by_product.reindex(list(hours)) / pd.Series(hours)",
                "(by_product.reindex(list(hours)) / pd.Series(hours)).dropna()",
                says="A product without a sale is in the result, with NaN.",
            ),
            slip(
                "by_product.reindex(list(hours)) / pd.Series(hours)",
                "by_product.reindex(list(hours), fill_value=0) / pd.Series(hours)",
                says="Nothing was sold of this product: what is left per hour is not 0, it is not known.",
            ),
            slip(
                "by_product.reindex(list(hours)) / pd.Series(hours)",
                "by_product / pd.Series(hours)",
                says="Products that are not in `hours` are left out.",
            ),
            slip(
                "share * paid + fixed",
                "share / 100 * paid + fixed",
                says="The share is a fraction, not a percent.",
            ),
            slip(
                "by_product.reindex(list(hours)) / pd.Series(hours)",
                "(by_product.reindex(list(hours)) / pd.Series(hours)).round(2)",
                says="Do not round: other numbers are computed with it.",
            ),
            slip(
                "(share * paid + fixed).where(paid > 0, 0)",
                "0",
                says="The fees are missing here.",
            ),
        ],
        also=[
            form(
                "sale by sale",
                """
                def left_per_hour(sales, hours, share, fixed):
                    answer = {}
                    for product, each in hours.items():
                        left = worked = 0
                        for name, paid, back in zip(sales["product"], sales["paid"], sales["back"]):
                            if name == product:
                                worked += each
                                left += paid - (0 if pd.isna(back) else back)
                                if paid:
                                    left -= share * paid + fixed
                        answer[product] = left / worked if worked else float("nan")
                    return answer
                """,
            ),
            form(
                "columns of a copy, one product after the other",
                """
                def left_per_hour(sales, hours, share, fixed):
                    table = sales.assign(back=sales["back"].fillna(0))
                    result = pd.Series(float("nan"), index=list(hours))
                    for product in hours:
                        own = table[table["product"] == product]
                        fees = share * own["paid"].sum() + fixed * (own["paid"] > 0).sum()
                        if len(own):
                            left = own["paid"].sum() - own["back"].sum() - fees
                            result[product] = left / (len(own) * hours[product])
                    return result
                """,
            ),
            form(
                "numpy, as a table of one column",
                """
                import numpy as np

                def left_per_hour(sales, hours, share, fixed):
                    paid = sales["paid"].to_numpy()
                    fees = np.where(paid == 0, 0, share * paid + fixed)
                    left = paid - np.nan_to_num(sales["back"].to_numpy(dtype=float)) - fees
                    names = sales["product"].to_numpy()
                    found = [
                        left[names == one].mean() / hours[one] if (names == one).any() else np.nan
                        for one in hours
                    ]
                    return pd.DataFrame({"left": found}, index=list(hours))
                """,
            ),
        ],
        right="Compare products by the hour before you compare their prices.",
        survivors={
            "left_per_hour(arguments sorted)": NO_ORDER,
            "left_per_hour(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "08-q4",
        points=5,
        names="due",
        tol=1e-7,
        examples={
            'due(course, day("2026-03-31")), due(course, day("2026-04-01"))': "(200, 0)",
            'due(winter | {"months": 12}, day("2026-12-27"))': "100 / 12",
            'due(winter, day("2026-02-27")), due(winter, day("2026-02-28"))': "(100 * 5 / 6, 100 * 4 / 6)",
            'due(quarter, day("2026-03-31")), due(quarter, day("2026-04-01"))': "(80, 40)",
            'due(winter, day("2026-03-29")), due(winter, day("2026-03-31"))': "(100 * 4 / 6, 50)",
            'due(quarter | {"back": 30}, day("2026-04-01"))': "10",
            'due(quarter | {"back": 50}, day("2026-04-20"))': "0",
            'due(begun, day("2026-05-01"))': "375",
            'due(quarter, day("2027-01-01"))': "0",
        },
        hidden=[
            at_the_turns(MONTHS, "2027-08-31", "2029-09-15"),
            at_the_turns(LEAP, "2028-02-29", "2029-06-05"),
            daily(SHORT, "2026-01-30", "2026-05-01"),
            daily(sale("months", 49.9, "2026-05-15", months=1), "2026-05-15", "2026-06-20"),
            daily(sale("months", 0, "2026-05-15", months=2), "2026-05-15", "2026-07-20", 10),
            daily(DAYS, "2026-12-20", "2027-01-10"),
            daily(SAME_DAY, "2026-02-28", "2026-03-02"),
            daily(LONG_DAYS, "2026-02-28", "2027-05-01", 7),
            daily(LONG_DAYS, "2027-04-01", "2027-04-08"),
            daily(sale("days", 80, "2026-02-28", back=90, days=5), "2026-02-28", "2026-03-08"),
            daily(HOURS, "2026-03-01", "2027-04-01", 60),
            daily(MORE_HELD, "2026-03-01", "2026-03-02"),
            daily(ALL_BACK, "2026-03-01", "2026-03-02"),
            daily(sale("hours", 300, "2026-03-01", hours=1, held=0, missed=0), "2026-03-01", "2026-03-02"),
            '[due(one, pd.Timestamp("2025-12-31")) for one in own_due]',
        ],
        slips=[
            slip(
                'asked <= bought + pd.Timedelta(days=sale["days"])',
                'asked < bought + pd.Timedelta(days=sale["days"])',
                says="The last of the days counts: 30 days after 1 March is 31 March.",
            ),
            slip(
                "+ pd.DateOffset(months=k) <= asked",
                "+ pd.DateOffset(months=k) < asked",
                says="A month that begins on this very day has begun.",
            ),
            slip(
                "pd.DateOffset(months=k)",
                "pd.Timedelta(days=30 * k)",
                says="Months are those of the calendar: they have 28 to 31 days.",
            ),
            slip(
                """
                def due(sale, asked):
                    bought = sale["bought"]
                    if sale["policy"] == "days":
                        kept = 0 if asked <= bought + pd.Timedelta(days=sale["days"]) else 1
                    elif sale["policy"] == "months":
                        begun, begins = 0, bought
                        while begins <= asked and begun < sale["months"]:
                            begun, begins = begun + 1, begins + pd.DateOffset(months=1)
                        kept = begun / sale["months"]
                    else:
                        kept = (sale["held"] + sale["missed"]) / sale["hours"]
                    return max(sale["paid"] * (1 - kept) - sale["back"], 0)
                """,
                name="from month to month",
                says="Count the months from the day of the payment: after 31 January and 28 February comes "
                "31 March.",
            ),
            slip(
                'for k in range(sale["months"])',
                'for k in range(1, sale["months"] + 1)',
                says="The first month begins on the day of the payment, so it is kept from then on.",
            ),
            slip(
                '(sale["held"] + sale["missed"])',
                'sale["held"]',
                says="Hours that the customer has missed are not paid back either.",
            ),
            slip(
                '(sale["held"] + sale["missed"])',
                'int(sale["held"] + sale["missed"])',
                says="Hours may be parts of an hour: do not cut them.",
            ),
            slip(
                ' - sale["back"], 0)',
                ", 0)",
                says="What was paid back already is not owed any more.",
            ),
            slip(
                'max(sale["paid"] * (1 - kept) - sale["back"], 0)',
                'sale["paid"] * (1 - kept) - sale["back"]',
                says="A customer owes you nothing for a refund that was too large: 0 is the least.",
            ),
            slip(
                'sale["paid"] * (1 - kept) - sale["back"]',
                '(sale["paid"] - sale["back"]) * (1 - kept)',
                says="First what the policy gives of the whole payment; then subtract what was paid back.",
            ),
            slip(
                'sale["paid"] * (1 - kept) - sale["back"]',
                'sale["paid"] * kept - sale["back"]',
                says="This is the part that you keep. The customer gets the other part.",
            ),
            slip(
                'max(sale["paid"] * (1 - kept) - sale["back"], 0)',
                'round(max(sale["paid"] * (1 - kept) - sale["back"], 0), 2)',
                says="Do not round: sums of many customers are computed with it.",
            ),
            slip(
                'if sale["policy"] == "days":',
                'if "days" in sale:',
                says="A sale may have keys of other policies. Ask for its `policy`.",
            ),
            slip(
                "<= asked for k",
                "<= asked + pd.Timedelta(days=1) for k",
                says="A month that begins tomorrow has not begun.",
            ),
        ],
        also=[
            form(
                "months counted by year and month",
                """
                import calendar

                def due(sale, asked):
                    bought, policy = sale["bought"], sale["policy"]
                    if policy == "hours":
                        left = 1 - (sale["held"] + sale["missed"]) / sale["hours"]
                    elif policy == "days":
                        left = float((asked - bought).days <= sale["days"])
                    else:
                        begun = (asked.year - bought.year) * 12 + asked.month - bought.month
                        last = calendar.monthrange(asked.year, asked.month)[1]
                        begun += asked.day >= min(bought.day, last)
                        left = 1 - min(begun, sale["months"]) / sale["months"]
                    owed = left * sale["paid"] - sale["back"]
                    return owed if owed > 0 else 0.0
                """,
            ),
            form(
                "the days on which months begin, as a list",
                """
                def due(sale, asked):
                    if sale["policy"] == "months":
                        each = sale["paid"] / sale["months"]
                        days = [sale["bought"] + pd.DateOffset(months=n) for n in range(sale["months"])]
                        owed = sum(each for begins in days if begins > asked)
                    elif sale["policy"] == "hours":
                        used = min(sale["held"] + sale["missed"], sale["hours"])
                        owed = sale["paid"] / sale["hours"] * (sale["hours"] - used)
                    elif asked > sale["bought"] + pd.DateOffset(days=sale["days"]):
                        owed = 0
                    else:
                        owed = sale["paid"]
                    return max(0, owed - sale["back"])
                """,
            ),
            form(
                "by the library's shares",
                """
                from ecotools.metrics import capacity

                def due(sale, asked):
                    used = 0
                    if sale["policy"] == "days":
                        policy = capacity.RefundPolicy("full", within=sale["days"])
                    elif sale["policy"] == "months":
                        policy = capacity.RefundPolicy("unused_months", months=sale["months"])
                    else:
                        policy = capacity.RefundPolicy("unused_hours", hours=sale["hours"])
                        used = min(sale["held"] + sale["missed"], sale["hours"])
                    share = capacity.refund_due(10**10, sale["bought"], asked, policy, used=used) / 10**10
                    return max(share * sale["paid"] - sale["back"], 0)
                """,
            ),
        ],
        right="Add it up for all customers on one day: so much of your account is not yours yet.",
        survivors={
            "0 if asked <= bought + pd.Timedelta(days=sale['days']) else 1 → "
            "0 if asked <= bought + pd.Timedelta(days=sale['days']) else 2": ALL_KEPT,
            "range(sale['months']) → range(sale['months'] + 1)": ALL_KEPT,
        },
    ),
    task(
        "08-q5",
        points=4,
        names="cac",
        tol=1e-7,
        examples={
            "cac(ads_5, orders_5, 3, 6)": (
                f'pd.Series({{"partners": 0.0, "radio": {NAN}, "search": 75.0, "social": 66.0}})'
            ),
            "cac(ads_2, orders_2, 2, 2)": f'pd.Series({{"search": 150.0, "social": {NAN}}})',
            "cac(ads_5, orders_5, 3, 5)": (
                f'pd.Series({{"partners": 0.0, "radio": {NAN}, "search": 75.0, "social": 66.0}})'
            ),
            "cac(ads_5, orders_5, 4, 5)": (
                f'pd.Series({{"partners": 0.0, "radio": {NAN}, "search": 30.0, "social": {NAN}}})'
            ),
            "cac(ads_5, orders_5, 2, 3)": 'pd.Series({"search": 90.0, "social": 0.0})',
        },
        hidden=[
            f"cac({COSTS}, {BOUGHT}, 12, 14)",
            f"cac({COSTS}, {BOUGHT}, 13, 15)",
            f"cac({COSTS}, {BOUGHT}, 13, 13)",
            f"cac({COSTS}, {BOUGHT}, 15, 15)",
            f"cac({COSTS}, {BOUGHT}, -5, 40)",
            f"cac({COSTS}[::-1], {BOUGHT}[::-1], 11, 14)",
            f"cac({COSTS}, {BOUGHT}, -3, -1)",
            *(
                f"cac({MANY_COSTS}, {MANY_ORDERS}, {first}, {last})"
                for first, last in ((0, 14), (1, 1), (0, 2))
            ),
            "cac(own_spend, own_orders, 7, 12)",
            "cac(own_spend, own_orders, 1, 3)",
        ],
        slips=[
            slip(
                "firsts = orders.sort_values",
                'firsts = orders[orders["month"].between(first, last)].sort_values',
                says="Whoever bought before these months is not new: look at all orders first.",
            ),
            slip(
                '.drop_duplicates("customer_id")',
                "",
                says="This counts rows of orders. Each new customer counts once, with the first order.",
            ),
            slip(
                'orders.sort_values(["month", "order"])',
                "orders",
                says="The first row of a person is not the first order: the rows come in any order.",
            ),
            slip(
                '["month", "order"]',
                '"order"',
                says="The numbers of orders do not follow the months: the earliest month comes first.",
            ),
            slip(
                'sort_values(["month", "order"])',
                'sort_values("month", kind="stable")',
                says="Of two orders in a month, the one with the lower number is the first.",
            ),
            slip(
                '.sort_values(["month", "order"]).drop_duplicates("customer_id")',
                '.sort_values(["month", "order"]).groupby("customer_id").first()',
                says="groupby(...).first() skips a missing channel and takes a later one.",
            ),
            slip(
                'spend[spend["month"].between(first, last)]',
                "spend",
                says="Only what was spent in these months counts.",
            ),
            slip(
                'spend["month"].between(first, last)',
                'spend["month"].between(first, last, inclusive="left")',
                says="The month `last` is included, in the spend as well.",
            ),
            slip(
                'firsts["month"].between(first, last)',
                'firsts["month"].between(first, last, inclusive="left")',
                says="The month `last` is included, for the customers as well.",
            ),
            slip(
                'firsts["month"].between(first, last)',
                'firsts["month"].between(first, last, inclusive="right")',
                says="The month `first` is included.",
            ),
            slip(
                "/ new.reindex(channels)",
                "/ new.reindex(channels).fillna(float('inf'))",
                says="Without a new customer there is no cost of one: that is NaN, not 0.",
            ),
            slip(
                "spent.reindex(channels, fill_value=0)",
                "spent.reindex(channels)",
                says="A channel without spend brought its new customers for 0.",
            ),
            slip(
                "channels = spent.index.union(new.index)",
                "channels = spent.index",
                says="A channel that brought new customers without any spend belongs to the result, with 0.",
            ),
            slip(
                "channels = spent.index.union(new.index)",
                "channels = new.index",
                says="A channel with spend belongs to the result, also if it brought nobody.",
            ),
            slip(
                'firsts["month"].between(first, last), "channel"]',
                'firsts["month"].between(first, last)].drop_duplicates("channel")["channel"]',
                name="one customer per channel",
                says="Divide by all new customers of the channel.",
            ),
            slip(
                '["amount"].sum()',
                '["amount"].mean()',
                says="Add up what was spent: a channel may have several rows.",
            ),
            slip(
                "return spent.reindex(channels, fill_value=0) / new.reindex(channels)",
                "return new.reindex(channels) / spent.reindex(channels, fill_value=0)",
                says="Upside down: divide the spend by the customers.",
            ),
        ],
        also=[
            form(
                "plain Python",
                """
                def cac(spend, orders, first, last):
                    cost, people, found = {}, {}, {}
                    for month, channel, amount in zip(spend["month"], spend["channel"], spend["amount"]):
                        if first <= month <= last:
                            cost[channel] = cost.get(channel, 0) + amount
                    rows = zip(orders["month"], orders["order"], orders["customer_id"], orders["channel"])
                    for month, order, person, channel in sorted(rows, key=lambda row: row[:2]):
                        found.setdefault(person, (month, channel))
                    for month, channel in found.values():
                        if first <= month <= last and not pd.isna(channel):
                            people[channel] = people.get(channel, 0) + 1
                    return {
                        channel: cost.get(channel, 0) / people[channel] if channel in people else float("nan")
                        for channel in {*cost, *people}
                    }
                """,
            ),
            form(
                "by the place of the first order, merged",
                """
                def cac(spend, orders, first, last):
                    ranked = orders.reset_index(drop=True)
                    ranked["rank"] = list(zip(ranked["month"], ranked["order"]))
                    ranked = ranked.sort_values("rank").groupby("customer_id").head(1)
                    new = ranked.query("@first <= month <= @last").dropna(subset=["channel"])
                    new = new.groupby("channel").size().rename("new")
                    within = spend.query("@first <= month <= @last")
                    cost = within.groupby("channel")["amount"].sum().rename("cost")
                    both = pd.concat([cost, new], axis=1)
                    return both["cost"].fillna(0) / both["new"]
                """,
            ),
            form(
                "groupby nth, and a table of one column",
                """
                def cac(spend, orders, first, last):
                    firsts = orders.sort_values("order").sort_values("month", kind="mergesort")
                    firsts = firsts.groupby("customer_id").nth(0)
                    new = firsts["channel"][firsts["month"].isin(range(first, last + 1))]
                    cost = spend[spend["month"].isin(range(first, last + 1))]
                    names = set(cost["channel"]) | set(new.dropna())
                    values = {}
                    for name in sorted(names):
                        number = (new == name).sum()
                        total = cost.loc[cost["channel"] == name, "amount"].sum()
                        values[name] = total / number if number > 0 else None
                    return pd.Series(values, dtype=float).to_frame("cac")
                """,
            ),
        ],
        right="The channel of the last click gets the credit here. Only a holdout tells who brought whom.",
        survivors={
            "cac(arguments sorted)": NO_ORDER,
            "cac(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "08-q6",
        points=3,
        names=("buyers", "leads", "members", "coaching_100"),
        form={
            "buyers": "[12, 8, 4, 2]",
            "leads": "[500, 400, 300, 200]",
            "members": "[40, 60]",
            "coaching_100": "5000",
        },
        hidden=["buyers", "leads", "members", "coaching_100"],
        rel=1e-6,
        slips=[
            slip(
                "buyers = [8910 / 297, 9940 / 497, 9970 / 997, 14985 / 2997]",
                "buyers = [100, 100, 100, 100]",
                says="This is what the column is called. How many buyers do its sums stand for?",
            ),
            slip(
                "8910 / 297",
                "8910 / 697",
                says="The lower sum of the first row belongs to the lower price.",
            ),
            slip(
                "9970 / 997, 14985 / 2997]",
                "9970 / 997, 14985 / 9997]",
                says="The lower sum of the last row belongs to the lower price.",
            ),
            slip(
                "9940 / 497",
                "(9940 + 9700) / 497",
                says="Only the one-time sum is paid by buyers: the monthly one is paid by members.",
            ),
            slip(
                "9940 / 497, 9970 / 997, ",
                "9970 / 997, 9940 / 497, ",
                says="The order is that of the rows of the table.",
            ),
            slip(
                "leads = [30 / 0.03, 20 / 0.02, 10 / 0.01, 5 / 0.005]",
                "leads = [30 / 0.05, 20 / 0.04, 10 / 0.03, 5 / 0.02]",
                says="These are the highest conversions. Take the lowest ones.",
            ),
            slip(
                "leads = [30 / 0.03, 20 / 0.02, 10 / 0.01, 5 / 0.005]",
                "leads = [30 / 3, 20 / 2, 10 / 1, 5 / 0.5]",
                says="A conversion of 3% is 0.03.",
            ),
            slip(
                "5 / 0.005]",
                "5 / 0.05]",
                says="Half a percent is 0.005.",
            ),
            slip(
                "leads = [30 / 0.03, 20 / 0.02, 10 / 0.01, 5 / 0.005]",
                "leads = [30 * 0.03, 20 * 0.02, 10 * 0.01, 5 * 0.005]",
                says="Divide by the conversion: there are more people who are asked than people who buy.",
            ),
            slip(
                "members = [9700 / 97, 19700 / 197]",
                "members = [9700 / 497, 19700 / 997]",
                says="The monthly sum is paid at the monthly price.",
            ),
            slip(
                "members = [9700 / 97, 19700 / 197]",
                "members = [20, 10]",
                says="These are the buyers of the one-time part. Who pays the monthly sum?",
            ),
            slip(
                "coaching_100 = 100 * 2997",
                "coaching_100 = 14985",
                says="This is the sum in the table. What would 100 clients pay?",
            ),
            slip(
                "coaching_100 = 100 * 2997",
                "coaching_100 = 100 * 9997",
                says="This is the highest price. Take the lowest one.",
            ),
            slip(
                "coaching_100 = 100 * 2997",
                "coaching_100 = 100 * 14985",
                says="The sum in the table is that of several clients already: multiply the price.",
            ),
        ],
        also=[
            form(
                "whole numbers",
                "buyers = (30, 20, 10, 5)\nleads = (1000, 1000, 1000, 1000)\nmembers = (100, 100)\n"
                "coaching_100 = 299_700",
            ),
            form(
                "Series, and one computed from the other",
                """
                buyers = pd.Series([8910, 9940, 9970, 14985]) / pd.Series([297, 497, 997, 2997])
                leads = list(buyers / pd.Series([0.03, 0.02, 0.01, 0.005]))
                members = pd.Series([9700, 19700]) / pd.Series([97, 197])
                coaching_100 = 299.7 * 1000
                """,
            ),
        ],
    ),
]
