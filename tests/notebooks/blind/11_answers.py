"""Blind answers for assignment 11 (compounding).

Each task has one cell to fill in (11-q1 ... 11-q7), and `code` replaces this cell. The written answer of task 8
is not here. The cells "Your own Quillwork" are not replaced. For task 7, the codes are made from one base
with small changes (`_q7`), in which each change is one place of the text.
"""

ANSWERS = []


def _add(task, right, name, why, code):
    ANSWERS.append({"task": task, "name": name, "right": right, "why": why, "code": code.strip("\n") + "\n"})


# ------------------------------------------------------------------------------------------------ task 1
T = "11-q1"
_add(
    T,
    True,
    "frontier-isin",
    "Follow the rounds with isin, as the hints say",
    """
def rounds(customers):
    here = customers.loc[~customers["by"].isin(customers["customer"]), "customer"]
    sizes = []
    while len(here):
        sizes.append(len(here))
        here = customers.loc[customers["by"].isin(here), "customer"]
    rows = []
    for number, size in enumerate(sizes):
        after = sizes[number + 1] if number + 1 < len(sizes) else 0
        rows.append({"round": number, "customers": size, "k": after / size})
    return pd.DataFrame(rows, columns=["round", "customers", "k"])
""",
)
_add(
    T,
    True,
    "dict-children",
    "A dict of who was brought by whom, and a list of the people of each round",
    """
from collections import defaultdict


def rounds(customers):
    everybody = set(customers["customer"])
    brought, front = defaultdict(list), []
    for who, by in zip(customers["customer"], customers["by"]):
        if by in everybody:
            brought[by].append(who)
        else:
            front.append(who)
    out = {"round": [], "customers": [], "k": []}
    number = 0
    while front:
        then = [child for who in front for child in brought[who]]
        out["round"].append(number)
        out["customers"].append(len(front))
        out["k"].append(len(then) / len(front))
        front, number = then, number + 1
    return pd.DataFrame(out)
""",
)
_add(
    T,
    True,
    "depth-memo",
    "The round of each customer, walked up without recursion, counted in the end",
    """
from collections import Counter


def rounds(customers: pd.DataFrame) -> pd.DataFrame:
    parent = dict(zip(customers["customer"].tolist(), customers["by"].tolist()))
    depth: dict = {}
    for who in parent:
        path = []
        while who not in depth and parent[who] in parent:
            path.append(who)
            who = parent[who]
        at = depth.setdefault(who, 0)
        for step in reversed(path):
            at += 1
            depth[step] = at
    counts = Counter(depth.values())
    return pd.DataFrame(
        [(n, counts[n], counts[n + 1] / counts[n]) for n in sorted(counts)], columns=["round", "customers", "k"]
    )
""",
)
_add(
    T,
    True,
    "numpy-positions-reversed",
    "Positions of the parents with numpy, and the rows from the last round",
    """
def rounds(customers):
    names = customers["customer"].tolist()
    place = {name: n for n, name in enumerate(names)}
    up = np.array([place.get(by, -1) for by in customers["by"].tolist()], dtype=int)
    level = np.where(up < 0, 0, -1)
    number = 0
    while (level == number).any():
        children = (up >= 0) & (level[up] == number) if len(up) else level == number
        number += 1
        level[children] = number
    size = np.bincount(level, minlength=0) if len(level) else np.array([], dtype=int)
    after = np.append(size[1:], 0) if len(size) else size
    table = pd.DataFrame({"round": np.arange(len(size)), "customers": size, "k": after / size})
    return table.iloc[::-1]
""",
)
_add(
    T,
    True,
    "merge-rounds",
    "Join each round to those whom it brought",
    """
def rounds(customers):
    people = customers[["customer", "by"]].astype(object).reset_index(drop=True)
    known = people.merge(people[["customer"]].rename(columns={"customer": "by"}), on="by", how="inner")
    front = people.loc[~people["customer"].isin(known["customer"]), ["customer"]]
    sizes = []
    while not front.empty:
        sizes.append(front.shape[0])
        front = known.merge(front.rename(columns={"customer": "by"}), on="by")[["customer"]]
    table = pd.DataFrame({"round": range(len(sizes)), "customers": sizes})
    table["k"] = (table["customers"].shift(-1, fill_value=0) / table["customers"]).astype(float)
    return table
""",
)
_add(
    T,
    True,
    "walk-up-each-shift",
    "Steps up to the beginning for each customer, value_counts and shift",
    """
def rounds(customers):
    by = customers.set_index("customer")["by"].to_dict()

    def steps(name):
        up = 0
        while by[name] in by:
            name = by[name]
            up += 1
        return up

    size = pd.Series([steps(name) for name in by], dtype="int64").value_counts().sort_index()
    table = size.rename_axis("round").reset_index(name="customers")
    table["k"] = table["customers"].shift(-1).fillna(0) / table["customers"]
    return table
""",
)
_add(
    T,
    True,
    "other-column-order",
    "The text names the three columns; here k stands before customers, with letters as labels",
    """
def rounds(customers):
    left = customers[["customer", "by"]].copy()
    front = left[~left["by"].isin(left["customer"])]
    rows = []
    while len(front) > 0:
        following = left[left["by"].isin(set(front["customer"]))]
        rows.append((len(following) / len(front), len(rows), len(front)))
        front = following
    table = pd.DataFrame(rows, columns=["k", "round", "customers"])
    table.index = [f"r{n}" for n in range(len(table))]
    return table
""",
)


def _q1(first="~customers['by'].isin(customers['customer'])", k="after / size", before="", last="0", **more):
    number = more.get("number", "number")
    end = more.get("end", "return pd.DataFrame(rows, columns=['round', 'customers', 'k'])")
    return f"""
def rounds(customers):
    {before or "pass"}
    here = customers.loc[{first}, "customer"]
    groups = []
    while len(here){more.get("also", "")}:
        groups.append(here)
        here = customers.loc[customers["by"].isin(here), "customer"]
    sizes = [len(group) for group in groups]
    rows = []
    for number, size in enumerate(sizes):
        after = sizes[number + 1] if number + 1 < len(sizes) else {last}
        rows.append(({number}, {more.get("size", "size")}, {k}))
    {end}
"""


_add(
    T,
    False,
    "only-missing-is-round-0",
    "Who was brought by a partner outside the table is forgotten",
    _q1(first="customers['by'].isna()"),
)
_add(
    T,
    False,
    "outsider-round-1",
    "Who was brought by a partner outside counts for round 1",
    """
def rounds(customers):
    here = customers.loc[customers["by"].isna(), "customer"]
    outside = customers["by"].notna() & ~customers["by"].isin(customers["customer"])
    sizes = []
    while len(here):
        sizes.append(len(here))
        brought = customers["by"].isin(here)
        if len(sizes) == 1:
            brought |= outside
        here = customers.loc[brought, "customer"]
    after = sizes[1:] + [0]
    rows = [(n, size, then / size) for n, (size, then) in enumerate(zip(sizes, after))]
    return pd.DataFrame(rows, columns=["round", "customers", "k"])
""",
)
_add(
    T,
    False,
    "lower-case",
    "Ann and ann are taken for one person",
    """
def rounds(customers):
    low = lambda x: x.strip().lower() if isinstance(x, str) else x
    customer, by = customers["customer"].map(low), customers["by"].map(low)
    here = customer[~by.isin(customer)]
    sizes = []
    while len(here) and len(sizes) <= len(customers):
        sizes.append(len(here))
        here = customer[by.isin(here)]
    after = sizes[1:] + [0]
    rows = [(n, size, then / size) for n, (size, then) in enumerate(zip(sizes, after))]
    return pd.DataFrame(rows, columns=["round", "customers", "k"])
""",
)
_add(T, False, "at-most-ten-rounds", "Stops after ten rounds", _q1(also=" and len(groups) < 10"))
_add(
    T,
    False,
    "labels-as-keys",
    "Picks the people of a round by row label, and labels may come twice",
    """
def rounds(customers):
    here = customers.index[~customers["by"].isin(customers["customer"])]
    sizes = []
    while len(here) and len(sizes) <= len(customers):
        people = customers.loc[here, "customer"]
        sizes.append(len(people))
        here = customers.index[customers["by"].isin(people)]
    after = sizes[1:] + [0]
    rows = [(n, size, then / size) for n, (size, then) in enumerate(zip(sizes, after))]
    return pd.DataFrame(rows, columns=["round", "customers", "k"])
""",
)
_add(T, False, "k-nan-in-last-round", "NaN for 0 in the last round", _q1(last="float('nan')"))
_add(T, False, "k-of-round-before", "k looks backward", _q1(k="size / sizes[number - 1] if number else 0.0"))
_add(T, False, "k-percent", "Percent for a ratio", _q1(k="100 * after / size"))
_add(T, False, "k-rounded", "k is rounded to two digits", _q1(k="round(after / size, 2)"))
_add(T, False, "k-of-all-so-far", "Divides by everybody so far", _q1(k="after / sum(sizes[: number + 1])"))
_add(
    T,
    False,
    "k-of-referrers",
    "Divides by those who brought somebody",
    _q1(k="after / max(1, groups[number].isin(customers['by']).sum())"),
)
_add(T, False, "k-whole-division", "Whole division", _q1(k="after // size"))
_add(T, False, "rounds-from-1", "Rounds are numbered from 1", _q1(number="number + 1"))
_add(T, False, "customers-so-far", "customers is cumulative", _q1(size="sum(sizes[: number + 1])"))
_add(
    T,
    False,
    "drops-last-round",
    "The last round, with k 0, is left out",
    _q1(end="return pd.DataFrame(rows[:-1] if len(rows) > 1 else rows, columns=['round', 'customers', 'k'])"),
)
_add(
    T,
    False,
    "column-added-to-input",
    "Right numbers, but writes a column into the given table",
    """
def rounds(customers):
    customers["round"] = -1
    here = ~customers["by"].isin(customers["customer"])
    number = 0
    while here.any():
        customers.loc[here.to_numpy(), "round"] = number
        people = customers.loc[here.to_numpy(), "customer"]
        here = customers["by"].isin(people)
        number += 1
    sizes = [int((customers["round"] == n).sum()) for n in range(number)]
    after = sizes[1:] + [0]
    rows = [(n, size, then / size) for n, (size, then) in enumerate(zip(sizes, after))]
    return pd.DataFrame(rows, columns=["round", "customers", "k"])
""",
)
_add(
    T,
    False,
    "sorts-input-in-place",
    "Right numbers, but the given table is sorted and labelled anew",
    _q1(before="customers.sort_values('customer', inplace=True, ignore_index=True)"),
)
_add(
    T,
    False,
    "dropna-all-columns",
    "Gaps in other columns throw customers out",
    _q1(before="customers = customers.assign(by=customers['by'].astype(object).fillna('-')).dropna()"),
)
_add(
    T,
    False,
    "one-pass-in-row-order",
    "Works only where the one who brought stands above",
    """
def rounds(customers):
    level = {}
    for who, by in zip(customers["customer"], customers["by"]):
        level[who] = level[by] + 1 if by in level else 0
    sizes = pd.Series(level, dtype=float).value_counts().sort_index()
    counts = [int(n) for n in sizes]
    after = counts[1:] + [0]
    rows = [(n, size, then / size) for n, (size, then) in enumerate(zip(counts, after))]
    return pd.DataFrame(rows, columns=["round", "customers", "k"])
""",
)
_add(
    T,
    False,
    "empty-gives-a-row",
    "Without any customer there is a round 0 with nobody",
    _q1(end="return pd.DataFrame(rows or [(0, 0, 0.0)], columns=['round', 'customers', 'k'])"),
)
_add(
    T,
    False,
    "printed",
    "Printed, not returned",
    _q1(end="print(pd.DataFrame(rows, columns=['round', 'customers', 'k']))"),
)
_add(
    T,
    False,
    "missing-filled-with-none",
    "Missing becomes a text that a customer could be called",
    _q1(
        before="customers = customers.assign(by=customers['by'].astype(object).where("
        "customers['by'].notna(), 'nan'))"
    ),
)
_add(
    T,
    False,
    "two-rounds-only",
    "Only who brought is looked up once: rounds 0 and 1, and the rest is round 2",
    """
def rounds(customers):
    zero = ~customers["by"].isin(customers["customer"])
    one = customers["by"].isin(customers.loc[zero, "customer"])
    two = ~zero & ~one
    sizes = [int(part.sum()) for part in (zero, one, two) if part.any()]
    after = sizes[1:] + [0]
    rows = [(n, size, then / size) for n, (size, then) in enumerate(zip(sizes, after))]
    return pd.DataFrame(rows, columns=["round", "customers", "k"])
""",
)
_add(
    T,
    False,
    "hard-coded",
    "The numbers of the example",
    """
def rounds(customers):
    return pd.DataFrame({"round": [0, 1, 2], "customers": [5, 2, 1], "k": [0.4, 0.5, 0.0]})
""",
)

# ------------------------------------------------------------------------------------------------ task 2
T = "11-q2"
_add(
    T,
    True,
    "list-flow",
    "A list month by month, and from the last month backwards",
    """
def ahead(outside, first, second):
    def flow(loop):
        gain, delay = loop
        come = []
        for month, people in enumerate(outside):
            brought = gain * come[month - delay] if month >= delay else 0
            come.append(people + brought)
        return come

    one, two = np.cumsum(flow(first)), np.cumsum(flow(second))
    start = float("nan")
    for month in range(len(outside), 0, -1):
        if two[month - 1] - one[month - 1] < 1e-6:
            break
        start = month
    return {"first": one[-1], "second": two[-1], "from_month": start}
""",
)
_add(
    T,
    True,
    "push-forward",
    "Each month puts its people into the month after the delay",
    """
def _come(outside, gain, delay):
    come = np.array(outside, dtype=float)
    for month in range(len(come) - delay):
        come[month + delay] += gain * come[month]
    return come


def ahead(outside, first, second):
    gap = np.cumsum(_come(outside, *second) - _come(outside, *first))
    behind = np.flatnonzero(gap < 1e-6)
    start = behind[-1] + 2 if behind.size else 1
    return {
        "first": float(_come(outside, *first).sum()),
        "second": float(_come(outside, *second).sum()),
        "from_month": int(start) if start <= len(outside) else np.nan,
    }
""",
)
_add(
    T,
    True,
    "turn-by-turn",
    "Adds up the turns of the loop, each shifted by the delay once more",
    """
def ahead(outside, first, second):
    months = len(outside)

    def so_far(gain, delay):
        total, turn = np.zeros(months), np.asarray(outside, dtype=float)
        while True:
            total = total + turn
            if delay >= months or not turn.any():
                break
            turn = gain * np.concatenate([np.zeros(delay), turn[:-delay]])
        return total.cumsum()

    a, b = so_far(*first), so_far(*second)
    leads = b - a >= 1e-6
    runs = leads[::-1].cumprod().sum()
    return dict(first=a[-1], second=b[-1], from_month=months - runs + 1 if runs else float("nan"))
""",
)
_add(
    T,
    True,
    "pandas-cumulated",
    "All who came so far, by the same rule for the sums, in a Series",
    """
def ahead(outside, first, second):
    base = pd.Series(list(outside), index=range(1, len(outside) + 1), dtype=float).cumsum()

    def totals(loop):
        gain, delay = loop
        done = {}
        for month, people in base.items():
            done[month] = people + gain * done.get(month - delay, 0.0)
        return pd.Series(done)

    table = pd.DataFrame({"first": totals(first), "second": totals(second)})
    not_ahead = table.index[~(table["second"] - table["first"] > 1e-6)]
    start = not_ahead.max() + 1 if len(not_ahead) else 1
    if start > len(table):
        start = float("nan")
    return {**table.iloc[-1].to_dict(), "from_month": start}
""",
)
_add(
    T,
    True,
    "linear-system",
    "Solves (I - gain * shift) flow = outside",
    """
def ahead(outside, first, second):
    n = len(outside)

    def flow(gain, delay):
        return np.linalg.solve(np.eye(n) - gain * np.eye(n, k=-int(delay)), np.array(outside, float))

    one, two = flow(*first).cumsum(), flow(*second).cumsum()
    candidates = [m + 1 for m in range(n) if np.all(two[m:] - one[m:] >= 1e-6)]
    return {
        "first": one[n - 1],
        "second": two[n - 1],
        "from_month": min(candidates, default=float("nan")),
    }
""",
)
_add(
    T,
    True,
    "queue",
    "A deque of who will be brought, one pass",
    """
from collections import deque


def ahead(outside, first, second):
    pending = [deque([0.0] * loop[1], maxlen=loop[1]) for loop in (first, second)]
    totals, start = [0.0, 0.0], None
    for month, people in enumerate(outside, start=1):
        for which, (gain, _) in enumerate((first, second)):
            now = people + gain * pending[which][0]
            pending[which].append(now)
            totals[which] += now
        if totals[1] - totals[0] >= 1e-6:
            start = month if start is None else start
        else:
            start = None
    return {"first": totals[0], "second": totals[1], "from_month": np.nan if start is None else float(start)}
""",
)


def _q2(**p):
    return f"""
def ahead(outside, first, second):
    def flow(loop):
        gain, delay = loop
        {p.get("prepare", "pass")}
        come = []
        for month, people in enumerate(outside):
            brought = {p.get("brought", "gain * come[month - delay] if month >= delay else 0")}
            come.append({p.get("come", "people + brought")})
        return np.array(come, dtype=float)

    one, two = {p.get("sums", "np.cumsum(flow(first)), np.cumsum(flow(second))")}
    start = {p.get("never", 'float("nan")')}
    {
        p.get(
            "search",
            '''for month in range(len(outside), 0, -1):
        if '''
            + p.get("not_ahead", "two[month - 1] - one[month - 1] < 1e-6")
            + ''':
            break
        start = '''
            + p.get("month", "month"),
        )
    }
    return {{"first": {p.get("a", "one[-1]")}, "second": {p.get("b", "two[-1]")}, "from_month": start}}
"""


_FIRST_EVER = """leads = np.flatnonzero(two - one >= 1e-6)
    if len(leads){also}:
        start = leads[0] + 1"""
_add(
    T,
    False,
    "first-month-ever-ahead",
    "The first month that it is ahead, even if it falls behind for good",
    _q2(search=_FIRST_EVER.format(also="")),
)
_add(
    T,
    False,
    "first-ever-if-ahead-at-end",
    "Ignores that it falls behind in between and returns",
    _q2(search=_FIRST_EVER.format(also=" and leads[-1] == len(outside) - 1")),
)
_add(
    T,
    False,
    "no-tolerance",
    "Differences of less than a millionth count",
    _q2(not_ahead="two[month - 1] <= one[month - 1]"),
)
_add(
    T,
    False,
    "whole-person-tolerance",
    "Ahead only by a whole person",
    _q2(not_ahead="two[month - 1] - one[month - 1] < 1"),
)
_add(
    T,
    False,
    "isclose-relative",
    "A relative tolerance: with many people a lead of some people does not count",
    _q2(not_ahead="two[month - 1] < one[month - 1] or np.isclose(two[month - 1], one[month - 1])"),
)
_add(
    T,
    False,
    "flow-of-the-month",
    "Compares single months, not so far",
    _q2(sums="flow(first), flow(second)", a="one.sum()", b="two.sum()"),
)
_add(T, False, "none-if-never", "None for NaN", _q2(never="None"))
_add(T, False, "zero-if-never", "0 for NaN", _q2(never="0"))
_add(T, False, "month-after-last-if-never", "The month after the last for NaN", _q2(never="len(outside) + 1"))
_add(T, False, "months-from-0", "Months counted from 0", _q2(month="month - 1"))
_add(
    T,
    False,
    "last-month-not-ahead",
    "The last month in which it is not ahead",
    _q2(month="max(month - 1, 1)"),
)
_add(T, False, "whole-people", "The totals are whole people", _q2(a="int(one[-1])", b="int(two[-1])"))
_add(
    T,
    False,
    "whole-people-each-month",
    "Who is brought is rounded down to whole people",
    _q2(brought="int(gain * come[month - delay]) if month >= delay else 0"),
)
_add(
    T,
    False,
    "rounded-totals",
    "Totals are rounded to one digit",
    _q2(a="round(one[-1], 1)", b="round(two[-1], 1)"),
)
_add(
    T,
    False,
    "only-outside-bring",
    "Only people from outside bring others",
    _q2(brought="gain * outside[month - delay] if month >= delay else 0"),
)
_add(
    T,
    False,
    "bring-every-month",
    "Everybody brings others again in each later month",
    _q2(brought="gain * sum(come[: month - delay + 1]) if month >= delay else 0"),
)
_add(
    T,
    False,
    "delay-one-late",
    "The delay is a month too long",
    _q2(brought="gain * come[month - delay - 1] if month > delay else 0"),
)
_add(
    T,
    False,
    "month-1-brings-nobody",
    "The people of month 1 bring nobody",
    _q2(brought="gain * come[month - delay] if month > delay else 0"),
)
_add(T, False, "gain-capped", "A gain above 1 is taken for 1", _q2(prepare="gain = min(gain, 1.0)"))
_add(
    T,
    False,
    "gain-above-1-refused",
    "A gain of 1 or more is an error",
    _q2(prepare='assert gain < 1, "no limit"'),
)
_add(
    T,
    False,
    "at-most-24-months",
    "Only the first 24 months",
    """
def ahead(outside, first, second):
    outside = outside[:24]

    def flow(loop):
        gain, delay = loop
        come = []
        for month, people in enumerate(outside):
            come.append(people + (gain * come[month - delay] if month >= delay else 0))
        return np.cumsum(come)

    one, two = flow(first), flow(second)
    start = float("nan")
    for month in range(len(outside), 0, -1):
        if two[month - 1] - one[month - 1] < 1e-6:
            break
        start = month
    return {"first": one[-1], "second": two[-1], "from_month": start}
""",
)
_add(
    T,
    False,
    "skips-empty-months",
    "No people from outside: nobody comes in this month",
    _q2(come="people + brought if people else 0"),
)
_add(
    T,
    False,
    "writes-into-outside",
    "Right numbers, but the given list holds the flow of the second loop then",
    """
def ahead(outside, first, second):
    def flow(come, gain, delay):
        for month in range(delay, len(come)):
            come[month] += gain * come[month - delay]
        return np.cumsum(come)

    one = flow(list(outside), *first)
    two = flow(outside, *second)
    start = float("nan")
    for month in range(len(one), 0, -1):
        if two[month - 1] - one[month - 1] < 1e-6:
            break
        start = month
    return {"first": one[-1], "second": two[-1], "from_month": start}
""",
)
_add(
    T,
    False,
    "flow-of-last-month-as-total",
    "How many come in the last month, not in all",
    _q2(a="one[-1] - (one[-2] if len(one) > 1 else 0)", b="two[-1] - (two[-2] if len(two) > 1 else 0)"),
)
_add(
    T,
    False,
    "brought-only",
    "Totals without the people from outside",
    _q2(a="one[-1] - sum(outside)", b="two[-1] - sum(outside)"),
)
_add(
    T,
    False,
    "first-ahead",
    "Says from when the first loop is ahead",
    _q2(not_ahead="one[month - 1] - two[month - 1] < 1e-6"),
)
_add(
    T,
    False,
    "limit-formula",
    "1 / (1 - gain), whatever the delay",
    _q2(a="sum(outside) / (1 - first[0])", b="sum(outside) / (1 - second[0])"),
)

# ------------------------------------------------------------------------------------------------ task 3
T = "11-q3"
_add(
    T,
    True,
    "polyfit",
    "As the hints say",
    """
def line_or_growth(data, held):
    rows = data.dropna(subset=["value"]).sort_values("month")
    past, later = rows.iloc[:-held], rows.iloc[-held:]
    slope, start = np.polyfit(past["month"], past["value"].astype(float), 1)
    rate, base = np.polyfit(past["month"], np.log(past["value"].astype(float)), 1)
    line = (start + slope * later["month"] - later["value"]).abs().mean()
    growth = (np.exp(base + rate * later["month"]) - later["value"]).abs().mean()
    better = "neither" if abs(line - growth) < 1e-6 else "line" if line < growth else "growth"
    return {"line": line, "growth": growth, "better": better}
""",
)
_add(
    T,
    True,
    "formula-by-hand",
    "The slope by its formula, in plain Python",
    """
import math


def _through(points):
    n = len(points)
    mx = sum(x for x, _ in points) / n
    my = sum(y for _, y in points) / n
    slope = sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
    return lambda x: my + slope * (x - mx)


def line_or_growth(data, held):
    points = sorted((int(m), float(v)) for m, v in zip(data["month"], data["value"]) if not pd.isna(v))
    past, later = points[: len(points) - held], points[len(points) - held :]
    line = _through(past)
    logs = _through([(x, math.log(y)) for x, y in past])
    off = {
        "line": sum(abs(line(x) - y) for x, y in later) / held,
        "growth": sum(abs(math.exp(logs(x)) - y) for x, y in later) / held,
    }
    off["better"] = min(off, key=off.get) if abs(off["line"] - off["growth"]) >= 1e-6 else "neither"
    return off
""",
)
_add(
    T,
    True,
    "statistics-module",
    "statistics.linear_regression and fmean",
    """
from statistics import fmean, linear_regression


def line_or_growth(data, held):
    known = data.loc[data["value"].notna().to_numpy(), ["month", "value"]].astype(float)
    known = known.set_index("month")["value"].sort_index()
    past, later = known.head(len(known) - held), known.tail(held)
    straight = linear_regression(list(past.index), list(past))
    curved = linear_regression(list(past.index), [np.log(v) for v in past])
    line = fmean(abs(straight.intercept + straight.slope * m - v) for m, v in later.items())
    growth = fmean(abs(np.e ** (curved.intercept + curved.slope * m) - v) for m, v in later.items())
    if abs(line - growth) < 0.000001:
        better = "neither"
    elif line < growth:
        better = "line"
    else:
        better = "growth"
    return dict(line=line, growth=growth, better=better)
""",
)
_add(
    T,
    True,
    "least-squares-matrix",
    "np.linalg.lstsq for both at once",
    """
def line_or_growth(data, held):
    month = data["month"].to_numpy(dtype=float)
    value = pd.to_numeric(data["value"]).to_numpy(dtype=float)
    keep = ~np.isnan(value)
    order = np.argsort(month[keep])
    month, value = month[keep][order], value[keep][order]
    middle = month[:-held].mean()
    design = np.column_stack([np.ones(len(month)), month - middle])
    targets = np.column_stack([value, np.log(value)])[:-held]
    parts, *_ = np.linalg.lstsq(design[:-held], targets, rcond=None)
    said = design[-held:] @ parts
    said[:, 1] = np.exp(said[:, 1])
    line, growth = np.abs(said - value[-held:, None]).mean(axis=0)
    names = np.array(["line", "growth"])
    return {
        "line": float(line),
        "growth": float(growth),
        "better": "neither" if abs(line - growth) < 1e-6 else str(names[np.argmin([line, growth])]),
    }
""",
)
_add(
    T,
    True,
    "scipy-linregress-nlargest",
    "The kept months by nlargest, fits with linregress",
    """
from scipy.stats import linregress


def line_or_growth(data, held):
    there = data[data["value"].notna()].reset_index(drop=True)
    late = there["month"].nlargest(held).index
    kept, rest = there.loc[late], there.drop(index=late)
    x, y = rest["month"].astype(float), rest["value"].astype(float)
    fits = {"line": linregress(x, y), "growth": linregress(x, np.log(y))}
    misses = {}
    for name, fit in fits.items():
        told = fit.intercept + fit.slope * kept["month"]
        told = np.exp(told) if name == "growth" else told
        misses[name] = float(np.mean(np.abs(told - kept["value"])))
    gap = misses["line"] - misses["growth"]
    return misses | {"better": "neither" if -1e-6 < gap < 1e-6 else ("growth" if gap > 0 else "line")}
""",
)
_add(
    T,
    True,
    "polynomial-class",
    "np.polynomial.Polynomial.fit, rank for the latest months",
    """
from numpy.polynomial import Polynomial


def line_or_growth(data: pd.DataFrame, held: int) -> dict:
    table = pd.DataFrame({"x": data["month"].to_numpy(), "y": data["value"].to_numpy()}).dropna().astype(float)
    late = table["x"].rank(ascending=False) <= held
    past, kept = table[~late], table[late]
    line = Polynomial.fit(past["x"], past["y"], deg=1)
    logs = Polynomial.fit(past["x"], np.log(past["y"]), deg=1)
    a = float(np.abs(line(kept["x"].to_numpy()) - kept["y"].to_numpy()).mean())
    b = float(np.abs(np.exp(logs(kept["x"].to_numpy())) - kept["y"].to_numpy()).mean())
    return {"line": a, "growth": b, "better": ["line", "growth", "neither"][2 if abs(a - b) < 1e-6 else int(b < a)]}
""",
)


def _q3(**p):
    return f"""
def line_or_growth(data, held):
    rows = {p.get("rows", 'data.dropna(subset=["value"]).sort_values("month")')}
    {p.get("split", "past, later = rows.iloc[:-held], rows.iloc[-held:]")}
    x, y = {p.get("x", 'past["month"]')}, past["value"].astype(float)
    z, real = {p.get("z", 'later["month"]')}, later["value"].astype(float)
    slope, start = np.polyfit(x, y, 1)
    {p.get("fit", "rate, base = np.polyfit(x, np.log(y), 1)")}
    line = {p.get("line", "start + slope * z")}
    growth = {p.get("growth", "np.exp(base + rate * z)")}
    a = {p.get("mean", "(OF - real).abs().mean()").replace("OF", "line")}
    b = {p.get("mean", "(OF - real).abs().mean()").replace("OF", "growth")}
    better = {p.get("better", '"neither" if abs(a - b) < 1e-6 else "line" if a < b else "growth"')}
    {p.get("end", 'return {"line": a, "growth": b, "better": better}')}
"""


_add(
    T,
    False,
    "position-as-month",
    "Months left out are taken for no gap",
    _q3(x="np.arange(len(past))", z="len(past) + np.arange(len(later))"),
)
_add(
    T,
    False,
    "row-order",
    "The last rows are taken for the latest months",
    _q3(rows='data.dropna(subset=["value"])'),
)
_add(
    T,
    False,
    "missing-is-0",
    "A missing value counts as almost 0",
    _q3(rows='data.assign(value=data["value"].astype(float).fillna(1e-9)).sort_values("month")'),
)
_add(
    T,
    False,
    "missing-filled-forward",
    "A missing value is that of the month before",
    _q3(rows='data.sort_values("month").assign(value=lambda t: t["value"].astype(float).ffill().bfill())'),
)
_add(
    T,
    False,
    "missing-interpolated",
    "A missing value is interpolated",
    _q3(
        rows='data.sort_values("month").assign('
        'value=lambda t: t["value"].astype(float).interpolate(limit_direction="both"))'
    ),
)
_add(
    T,
    False,
    "held-before-missing",
    "Keeps back rows first and drops missing values then",
    _q3(
        rows='data.sort_values("month")',
        split='past, later = (part.dropna(subset=["value"]) for part in (rows.iloc[:-held], rows.iloc[-held:]))',
    ),
)
_add(
    T,
    False,
    "dropna-all-columns",
    "Gaps in other columns throw months out",
    _q3(
        rows="(data.dropna() if len(data.dropna()) > held + 1 else data.dropna(subset=['value'])).sort_values('month')"
    ),
)
_add(
    T,
    False,
    "held-by-calendar",
    "Keeps back the months after the latest one less held, with or without row",
    _q3(
        split='last = rows["month"].max() - held\n'
        '    past, later = rows[rows["month"] <= last], rows[rows["month"] > last]'
    ),
)
_add(
    T,
    False,
    "growth-fitted-to-values",
    "The growth that fits the values best, not their logarithms",
    """
from scipy.optimize import curve_fit


def line_or_growth(data, held):
    rows = data.dropna(subset=["value"]).sort_values("month")
    past, later = rows.iloc[:-held], rows.iloc[-held:]
    x, y = past["month"].to_numpy(float), past["value"].to_numpy(float)
    z, real = later["month"].to_numpy(float), later["value"].to_numpy(float)
    slope, start = np.polyfit(x, y, 1)
    rate, base = np.polyfit(x, np.log(y), 1)
    curve = lambda t, b, r: np.exp(b + r * t)
    (b, r), _ = curve_fit(curve, x, y, p0=[base, rate], maxfev=20000)
    line = float(np.abs(start + slope * z - real).mean())
    growth = float(np.abs(curve(z, b, r) - real).mean())
    better = "neither" if abs(line - growth) < 1e-6 else "line" if line < growth else "growth"
    return {"line": line, "growth": growth, "better": better}
""",
)
_add(
    T,
    False,
    "root-of-squares",
    "Root of the mean square for the mean of absolute differences",
    _q3(mean="np.sqrt(((OF - real) ** 2).mean())"),
)
_add(T, False, "signed-mean", "Differences above and below cancel", _q3(mean="abs((OF - real).mean())"))
_add(T, False, "sum-not-mean", "The sum for the mean", _q3(mean="(OF - real).abs().sum()"))
_add(T, False, "largest-difference", "The largest for the mean", _q3(mean="(OF - real).abs().max()"))
_add(T, False, "median-difference", "The median for the mean", _q3(mean="(OF - real).abs().median()"))
_add(T, False, "only-last-month", "Only the latest month is judged", _q3(mean="abs((OF - real).iloc[-1])"))
_add(
    T,
    False,
    "relative-difference",
    "Fractions of the value for differences",
    _q3(mean="((OF - real) / real).abs().mean()"),
)
_add(
    T,
    False,
    "tie-is-line",
    "No neither: a tie is a line",
    _q3(better='"line" if a <= b + 1e-9 else "growth"'),
)
_add(
    T,
    False,
    "neither-only-if-equal",
    "neither only where both are equal to the last digit",
    _q3(better='"neither" if a == b else "line" if a < b else "growth"'),
)
_add(
    T,
    False,
    "neither-within-1",
    "neither where both differ by less than 1",
    _q3(better='"neither" if abs(a - b) < 1 else "line" if a < b else "growth"'),
)
_add(
    T,
    False,
    "fitted-to-all",
    "Fits to all months",
    _q3(x='rows["month"]').replace('past["value"]', 'rows["value"]'),
)
_add(
    T,
    False,
    "line-through-ends",
    "The line through the first and the last month only",
    _q3(
        fit="rate, base = np.polyfit(x, np.log(y), 1)\n    slope, start = np.polyfit(x.iloc[[0, -1]], y.iloc[[0, -1]], 1)"
    ),
)
_add(
    T,
    False,
    "growth-by-average-ratio",
    "The average growth from the last value on",
    _q3(growth="y.iloc[-1] * (y.iloc[-1] / y.iloc[0]) ** ((z - x.iloc[-1]) / (x.iloc[-1] - x.iloc[0]))"),
)
_add(
    T,
    False,
    "first-months-kept",
    "Keeps back the first months",
    _q3(split="past, later = rows.iloc[held:], rows.iloc[:held]"),
)
_add(
    T,
    False,
    "log1p",
    "log(1 + value) for the logarithm",
    _q3(fit="rate, base = np.polyfit(x, np.log1p(y), 1)", growth="np.expm1(base + rate * z)"),
)
_add(
    T,
    False,
    "rounded",
    "Means are rounded to two digits",
    _q3(end='return {"line": round(float(a), 2), "growth": round(float(b), 2), "better": better}'),
)
_add(
    T,
    False,
    "drop-duplicate-values",
    "Months of the same value are taken for one",
    _q3(
        rows='data.dropna(subset=["value"]).sort_values("month").drop_duplicates("value")'
        ' if data["value"].nunique() > held + 1 else data.dropna(subset=["value"]).sort_values("month")'
    ),
)
_add(
    T,
    False,
    "sorts-input-in-place",
    "Right numbers, but the given table is sorted and loses rows",
    """
def line_or_growth(data, held):
    data.dropna(subset=["value"], inplace=True)
    data.sort_values("month", inplace=True)
    past, later = data.iloc[:-held], data.iloc[-held:]
    slope, start = np.polyfit(past["month"], past["value"], 1)
    rate, base = np.polyfit(past["month"], np.log(past["value"]), 1)
    line = (start + slope * later["month"] - later["value"]).abs().mean()
    growth = (np.exp(base + rate * later["month"]) - later["value"]).abs().mean()
    better = "neither" if abs(line - growth) < 1e-6 else "line" if line < growth else "growth"
    return {"line": line, "growth": growth, "better": better}
""",
)
_add(
    T,
    False,
    "column-added-to-input",
    "Right numbers, but a column of logarithms stays in the given table",
    """
def line_or_growth(data, held):
    data["log"] = np.log(data["value"].astype(float))
    rows = data.dropna(subset=["value"]).sort_values("month")
    past, later = rows.iloc[:-held], rows.iloc[-held:]
    slope, start = np.polyfit(past["month"], past["value"], 1)
    rate, base = np.polyfit(past["month"], past["log"], 1)
    line = (start + slope * later["month"] - later["value"]).abs().mean()
    growth = (np.exp(base + rate * later["month"]) - later["value"]).abs().mean()
    better = "neither" if abs(line - growth) < 1e-6 else "line" if line < growth else "growth"
    return {"line": line, "growth": growth, "better": better}
""",
)
_add(
    T,
    False,
    "better-larger",
    "The larger mean is called better",
    _q3(better='"neither" if abs(a - b) < 1e-6 else "line" if a > b else "growth"'),
)

# ------------------------------------------------------------------------------------------------ task 4
T = "11-q4"
_add(
    T,
    True,
    "groupby-hints",
    "As the hints say",
    """
def best_share(sales, least, shares, fee):
    sums = sales.groupby("seller")[["amount", "cost"]].sum()
    best = None
    for share in sorted(shares):
        earns, stay = 0.0, 0
        for seller, row in sums.iterrows():
            left = (1 - share) * row["amount"] - row["cost"]
            if left >= least.get(seller, 0) - 1e-6:
                earns += (share - fee) * row["amount"]
                stay += 1
        if best is None or earns >= best["platform"] + 1e-6:
            best = {"share": share, "platform": earns, "sellers": stay}
    return best
""",
)
_add(
    T,
    True,
    "plain-dicts",
    "Sums in dicts, the most of all shares first, and the smallest share near it",
    """
def best_share(sales, least, shares, fee):
    amounts, costs = {}, {}
    for seller, amount, cost in zip(sales["seller"], sales["amount"], sales["cost"]):
        amounts[seller] = amounts.get(seller, 0) + amount
        costs[seller] = costs.get(seller, 0) + (0 if pd.isna(cost) else cost)

    def staying(share):
        wants = ((s, least[s] if s in least else 0) for s in amounts)
        return [s for s, want in wants if amounts[s] * (1 - share) - costs[s] > want - 0.000001]

    earned = {share: sum(amounts[s] for s in staying(share)) * (share - fee) for share in shares}
    most = max(earned.values())
    share = min(one for one, money in earned.items() if most - money <= 0.000001)
    return {"share": share, "platform": earned[share], "sellers": len(staying(share))}
""",
)
_add(
    T,
    True,
    "numpy-outer",
    "All shares and all sellers at once",
    """
def best_share(sales, least, shares, fee):
    sums = sales.assign(cost=sales["cost"].astype(float).fillna(0)).groupby("seller", sort=False)
    amount = sums["amount"].sum().to_numpy(dtype=float)
    cost = sums["cost"].sum().to_numpy(dtype=float)
    wants = np.array([least.get(seller, 0) for seller in sums["amount"].sum().index], dtype=float)
    options = np.unique(np.array(shares, dtype=float))
    stays = np.outer(1 - options, amount) - cost >= wants - 1e-6
    earns = (stays * amount).sum(axis=1) * (options - fee)
    best = np.flatnonzero(earns >= earns.max() - 1e-6)[0]
    return {"share": float(options[best]), "platform": float(earns[best]), "sellers": int(stays[best].sum())}
""",
)
_add(
    T,
    True,
    "table-of-options",
    "A table with one row per share, filtered and sorted",
    """
def best_share(sales, least, shares, fee):
    by_seller = (
        sales.groupby("seller", as_index=False)
        .agg(amount=("amount", "sum"), cost=("cost", "sum"))
        .assign(wants=lambda t: [least.get(s, 0) for s in t["seller"]])
    )
    rows = []
    for share in shares:
        left = by_seller["amount"] * (1 - share) - by_seller["cost"]
        stay = by_seller[(left - by_seller["wants"]).astype(float) >= -1e-6]
        paid = stay["amount"].sum()
        rows.append({"share": share, "platform": share * paid - fee * paid, "sellers": len(stay)})
    options = pd.DataFrame(rows)
    good = options[options["platform"] >= options["platform"].max() - 1e-6]
    best = good.sort_values("share").iloc[0]
    return {"share": best["share"], "platform": best["platform"], "sellers": int(best["sellers"])}
""",
)
_add(
    T,
    True,
    "helper-and-min-key",
    "A helper returns what happens at a share; min by share in the end",
    """
from collections import defaultdict


def _market(sales):
    market = defaultdict(lambda: [0.0, 0.0])
    for row in sales.to_dict("records"):
        market[row["seller"]][0] += float(row["amount"])
        if pd.notna(row["cost"]):
            market[row["seller"]][1] += float(row["cost"])
    return market


def best_share(sales, least, shares, fee):
    market = _market(sales)
    results = []
    for share in shares:
        stay = {
            seller: paid for seller, (paid, cost) in market.items()
            if round((1 - share) * paid - cost - least.get(seller, 0), 9) >= -1e-6
        }
        results.append((sum(stay.values()) * share - sum(stay.values()) * fee, share, len(stay)))
    top = max(results)[0]
    platform, share, sellers = min((r for r in results if top - r[0] < 1e-6), key=lambda r: r[1])
    return dict(share=share, platform=platform, sellers=sellers)
""",
)
_add(
    T,
    True,
    "rows-of-stayers",
    "Keeps the rows of sales whose seller stays, with map",
    """
def best_share(sales, least, shares, fee):
    table = pd.DataFrame(
        {
            "seller": sales["seller"].to_numpy(),
            "amount": sales["amount"].to_numpy(dtype=float),
            "cost": np.nan_to_num(sales["cost"].to_numpy(dtype=float)),
        }
    )
    found = []
    for share in list(reversed(sorted(shares))):
        left = ((1 - share) * table["amount"] - table["cost"]).groupby(table["seller"]).sum()
        happy = [seller for seller, money in left.items() if money + 1e-6 >= least.get(seller, 0)]
        kept = table[table["seller"].isin(happy)]
        found.append({"share": share, "platform": kept["amount"].sum() * (share - fee), "sellers": len(happy)})
    most = max(one["platform"] for one in found)
    return [one for one in found if one["platform"] >= most - 1e-6][-1]
""",
)


def _q4(**p):
    return f"""
def best_share(sales, least, shares, fee):
    {p.get("before", "pass")}
    sums = {p.get("sums", 'sales.groupby("seller")[["amount", "cost"]].sum()')}
    best = {p.get("best", "None")}
    for share in {p.get("order", "sorted(shares)")}:
        earns, stay, everybody = 0.0, 0, 0
        for seller, row in sums.iterrows():
            amount, cost = row["amount"], row["cost"]
            left = {p.get("left", "(1 - share) * amount - cost")}
            everybody += 1
            if {p.get("stays", "left >= least.get(seller, 0) - 1e-6")}:
                earns += {p.get("earns", "(share - fee) * amount")}
                stay += {p.get("one", "1")}
        {p.get("after", "pass")}
        if best is None or {p.get("beats", "earns >= best['platform'] + 1e-6")}:
            best = {{"share": share, "platform": earns, "sellers": {p.get("sellers", "stay")}}}
    {p.get("end", "return best")}
"""


_add(
    T,
    False,
    "not-in-least-always-stays",
    "Who is not in least stays even with a loss",
    _q4(stays="seller not in least or left >= least[seller] - 1e-6"),
)
_add(
    T,
    False,
    "not-in-least-does-not-count",
    "Only sellers in least are looked at",
    _q4(stays="seller in least and left >= least[seller] - 1e-6"),
)
_add(
    T,
    False,
    "least-without-sales-counted",
    "Whoever is in least is a seller, with nothing sold",
    _q4(
        sums="sales.groupby('seller')[['amount', 'cost']].sum().astype(float)\n"
        "    sums = sums.reindex(sums.index.union(list(least)), fill_value=0.0)"
    ),
)
_add(
    T,
    False,
    "each-row-by-itself",
    "Each row of sales is taken for a seller",
    _q4(sums="sales.fillna({'cost': 0}).set_index('seller')[['amount', 'cost']]"),
)
_add(
    T,
    False,
    "first-row-of-a-seller",
    "The first row of a seller for all of them",
    _q4(sums="sales.fillna({'cost': 0}).drop_duplicates('seller').set_index('seller')[['amount', 'cost']]"),
)
_add(
    T,
    False,
    "last-row-of-a-seller",
    "The last row of a seller for all of them",
    _q4(
        sums="sales.fillna({'cost': 0}).drop_duplicates('seller', keep='last').set_index('seller')[['amount', 'cost']]"
    ),
)
_add(
    T,
    False,
    "missing-cost-drops-sale",
    "Sales without a cost are left out",
    _q4(sums="sales.dropna(subset=['cost']).groupby('seller')[['amount', 'cost']].sum()"),
)
_add(
    T,
    False,
    "missing-cost-spoils-seller",
    "A missing cost makes the sum missing, and the seller leaves",
    _q4(sums="sales.groupby('seller')[['amount', 'cost']].agg(lambda s: s.sum(skipna=False))"),
)
_add(
    T,
    False,
    "missing-cost-is-average",
    "A missing cost is the average of the others",
    _q4(
        sums="sales.assign(cost=sales['cost'].fillna(sales['cost'].mean())).groupby('seller')"
        "[['amount', 'cost']].sum()"
    ),
)
_add(
    T,
    False,
    "paid-back-ignored",
    "Amounts below 0 are left out",
    _q4(
        sums="sales.assign(amount=sales['amount'].clip(lower=0)).groupby('seller')[['amount', 'cost']].sum()"
    ),
)
_add(
    T,
    False,
    "more-than-wanted",
    "Who is left with exactly what they want leaves",
    _q4(stays="left > least.get(seller, 0) + 1e-6"),
)
_add(
    T,
    False,
    "stays-without-tolerance",
    "A millionth less is not enough, and rounding errors decide",
    _q4(stays="left >= least.get(seller, 0)"),
)
_add(
    T,
    False,
    "tie-largest-share",
    "The largest share of those that earn the most",
    _q4(beats="earns >= best['platform'] - 1e-6"),
)
_add(T, False, "tie-first-in-list", "The first share of the list wins a tie", _q4(order="shares"))
_add(
    T,
    False,
    "tie-by-sellers",
    "Where several shares are best, that with the most sellers",
    _q4(
        beats="(round(earns, 6), stay, share) > (round(best['platform'], 6), best['sellers'], best['share'])"
    ),
)
_add(
    T,
    False,
    "no-tolerance-between-shares",
    "The very most, without the millionth",
    _q4(beats="earns > best['platform']"),
)
_add(
    T,
    False,
    "sorts-shares-in-place",
    "Right numbers, but the given list is sorted",
    _q4(before="shares.sort()", order="shares"),
)
_add(
    T,
    False,
    "fills-cost-in-place",
    "Right numbers, but the given table has 0 for missing costs",
    _q4(before="sales['cost'] = sales['cost'].astype(float).fillna(0)"),
)
_add(
    T,
    False,
    "fee-of-the-share",
    "The fee is taken from the platform's share only",
    _q4(earns="share * (1 - fee) * amount"),
)
_add(
    T,
    False,
    "fee-once",
    "The fee is an amount, taken off once",
    _q4(earns="share * amount", after="earns -= fee"),
)
_add(
    T,
    False,
    "fee-of-everybody",
    "The fee is paid for those who left, too",
    _q4(earns="share * amount", after="earns -= fee * float(sums['amount'].sum())"),
)
_add(
    T,
    False,
    "seller-pays-fee",
    "The fee is taken from the seller as well",
    _q4(left="(1 - share - fee) * amount - cost"),
)
_add(T, False, "never-below-0", "What the platform earns is at least 0", _q4(after="earns = max(earns, 0.0)"))
_add(
    T,
    False,
    "starts-from-0",
    "Begins with a best of 0, and no share that loses is ever found",
    _q4(best="{'share': float('nan'), 'platform': 0.0, 'sellers': 0}"),
)
_add(
    T,
    False,
    "rows-as-sellers",
    "Counts rows of sales for sellers",
    _q4(one="int((sales['seller'] == seller).sum())"),
)
_add(T, False, "all-sellers-counted", "Counts all sellers, also those who leave", _q4(sellers="everybody"))
_add(
    T,
    False,
    "costs-shared",
    "The platform bears its share of the costs",
    _q4(left="(1 - share) * (amount - cost)"),
)
_add(
    T,
    False,
    "drop-duplicates",
    "Two equal sales are taken for one",
    _q4(sums="sales.drop_duplicates().groupby('seller')[['amount', 'cost']].sum()"),
)
_add(
    T,
    False,
    "dropna-all-columns",
    "Gaps in other columns throw sales out",
    _q4(sums="sales.fillna({'cost': 0}).dropna().groupby('seller')[['amount', 'cost']].sum()"),
)
_add(
    T, False, "most-sellers", "The share at which the most sellers stay", _q4(beats="stay > best['sellers']")
)
_add(
    T,
    False,
    "largest-share-first-gain",
    "Stops at the first share that is worse than the one before",
    """
def best_share(sales, least, shares, fee):
    sums = sales.groupby("seller")[["amount", "cost"]].sum()
    best = None
    for share in sorted(shares):
        left = (1 - share) * sums["amount"] - sums["cost"]
        wants = pd.Series([least.get(s, 0) for s in sums.index], index=sums.index, dtype=float)
        stay = left >= wants - 1e-6
        earns = float((share - fee) * sums["amount"][stay].sum())
        if best is not None and earns < best["platform"] - 1e-6:
            break
        if best is None or earns >= best["platform"] + 1e-6:
            best = {"share": share, "platform": earns, "sellers": int(stay.sum())}
    return best
""",
)
_add(
    T,
    False,
    "empty-gives-nan",
    "No sales: NaN for the platform and the share",
    _q4(
        before="if not len(sales):\n        return {'share': float('nan'), 'platform': float('nan'), 'sellers': 0}"
    ),
)
_add(
    T,
    False,
    "platform-rounded",
    "What the platform earns is rounded to whole dollars",
    _q4(end="return {**best, 'platform': round(best['platform'])}"),
)
_add(
    T,
    False,
    "lower-case",
    "Sellers are the same in capital letters or not",
    _q4(
        before="least = {s.lower() if isinstance(s, str) else s: v for s, v in least.items()}",
        sums="sales.assign(seller=sales['seller'].map(lambda s: s.lower() if isinstance(s, str) else s))"
        ".groupby('seller')[['amount', 'cost']].sum()",
    ),
)
_add(
    T,
    False,
    "share-in-percent",
    "The share is returned in percent",
    _q4(end="return {**best, 'share': 100 * best['share']}"),
)

# ------------------------------------------------------------------------------------------------ task 5
T = "11-q5"
_add(
    T,
    True,
    "groupby-set",
    "As the hints say",
    """
def exposed(table, known, secret, k):
    people = set()
    for _, group in table.groupby(known, dropna=False):
        if group["person"].nunique() < k or group[secret].nunique(dropna=False) == 1:
            people.update(group["person"])
    return people
""",
)
_add(
    T,
    True,
    "dict-of-keys",
    "A dict by the values of known, with one mark for what is missing",
    """
def exposed(table, known, secret, k):
    def mark(value):
        return ("missing",) if pd.isna(value) else ("value", value)

    groups = {}
    columns = [table[name].tolist() for name in known]
    for who, hidden, *things in zip(table["person"].tolist(), table[secret].tolist(), *columns):
        people, secrets = groups.setdefault(tuple(map(mark, things)), (set(), set()))
        people.add(who)
        secrets.add(mark(hidden))
    found = [people for people, secrets in groups.values() if len(people) < k or len(secrets) < 2]
    return sorted(set().union(*found))
""",
)
_add(
    T,
    True,
    "transform",
    "Counts per group written beside each row",
    """
def exposed(table, known, secret, k):
    if table.empty:
        return []
    work = table.reset_index(drop=True)
    number = work.groupby(known, dropna=False).ngroup()
    code = pd.Series(pd.factorize(work[secret])[0], index=work.index)
    people = work["person"].groupby(number).transform("nunique")
    secrets = code.groupby(number).transform("nunique")
    return work.loc[(people < k) | (secrets == 1), "person"].unique().tolist()
""",
)
_add(
    T,
    True,
    "factorize-numpy-unique",
    "Codes with factorize (-1 is missing), groups with np.unique",
    """
def exposed(table, known, secret, k):
    if len(table) == 0:
        return set()
    codes = np.column_stack([pd.factorize(table[name])[0] for name in known])
    _, group = np.unique(codes, axis=0, return_inverse=True)
    group = np.ravel(group)
    person, hidden = table["person"].to_numpy(), pd.factorize(table[secret])[0]
    out = set()
    for one in range(group.max() + 1):
        rows = group == one
        if len(set(person[rows])) < k or len(set(hidden[rows])) == 1:
            out |= set(person[rows])
    return out
""",
)
_add(
    T,
    True,
    "agg-and-merge",
    "Unsafe groups in a table of their own, joined by a group number",
    """
def exposed(table, known, secret, k):
    number = pd.Series(0, index=range(len(table)))
    for name in known:
        number = number * (len(table) + 1) + pd.factorize(table[name])[0] + 1
        number = pd.Series(pd.factorize(number)[0])
    small = pd.DataFrame({"group": number, "person": table["person"].to_numpy()})
    small["secret"] = pd.factorize(table[secret])[0]
    counts = small.groupby("group").agg(people=("person", "nunique"), secrets=("secret", "nunique"))
    unsafe = counts[(counts["people"] < k) | (counts["secrets"] <= 1)]
    return list(small.merge(unsafe, left_on="group", right_index=True)["person"].drop_duplicates())
""",
)
_add(
    T,
    True,
    "mask-per-row",
    "For each row, the rows that are alike, with masks",
    """
def exposed(table, known, secret, k):
    def alike(column, at):
        value = column.iloc[at]
        return (column.isna() if pd.isna(value) else column.eq(value).fillna(False)).to_numpy(dtype=bool)

    found, done = [], np.zeros(len(table), dtype=bool)
    for at in range(len(table)):
        if done[at]:
            continue
        same = np.ones(len(table), dtype=bool)
        for name in known:
            same &= alike(table[name], at)
        done |= same
        people = table["person"][same].unique()
        one_secret = alike(table[secret], at)[same].all()
        if len(people) < k or one_secret:
            found.extend(who for who in people if who not in found)
    return found
""",
)


def _q5(**p):
    return f"""
def exposed(table, known, secret, k):
    {p.get("before", "pass")}
    people = {p.get("people", "set()")}
    for _, group in {p.get("groups", "table.groupby(known, dropna=False)")}:
        few = {p.get("few", 'group["person"].nunique() < k')}
        one = {p.get("one", "group[secret].nunique(dropna=False) == 1")}
        if {p.get("unsafe", "few or one")}:
            {p.get("take", 'people.update(group["person"])')}
    {p.get("end", "return people")}
"""


_add(
    T,
    False,
    "missing-known-dropped",
    "Rows with a missing value in known are forgotten",
    _q5(groups="table.groupby(known)"),
)
_add(T, False, "rows-for-people", "Counts rows, not different people", _q5(few="len(group) < k"))
_add(
    T,
    False,
    "k-is-too-small",
    "A group of exactly k people is unsafe",
    _q5(few='group["person"].nunique() <= k'),
)
_add(
    T,
    False,
    "missing-secret-ignored",
    "A missing secret beside one other is no second secret",
    _q5(one="group[secret].nunique() <= 1"),
)
_add(
    T,
    False,
    "all-missing-secret-is-safe",
    "A group in which all secrets are missing is taken for safe",
    _q5(one="group[secret].notna().all() and group[secret].nunique() == 1"),
)
_add(
    T,
    False,
    "text-of-missing",
    "Missing values become texts, and the text nan is the same as missing",
    _q5(
        groups="table.assign(**{c: table[c].map(lambda v: 'nan' if pd.isna(v) else v) for c in known})"
        ".groupby(known, dropna=False)"
    ),
)
_add(
    T,
    False,
    "text-of-missing-secret",
    "The same for the secret: the text nan is taken for missing",
    _q5(one="group[secret].map(lambda v: 'nan' if pd.isna(v) else v).nunique() == 1"),
)
_add(
    T,
    False,
    "missing-is-0",
    "A missing value is the number 0",
    _q5(
        groups="table.assign(**{c: table[c].astype(object).where(table[c].notna(), 0) for c in known})"
        ".groupby(known)"
    ),
)
_add(
    T,
    False,
    "missing-is-empty-text",
    "A missing value is the empty text",
    _q5(
        groups="table.assign(**{c: table[c].astype(object).where(table[c].notna(), '') for c in known})"
        ".groupby(known, sort=False)"
    ),
)
_add(
    T,
    False,
    "each-missing-by-itself",
    "A missing value is like no other, so that its row is alone",
    _q5(
        groups="table.assign(**{c: [('gap', n) if pd.isna(v) else v for n, v in enumerate(table[c])]"
        " for c in known}).groupby(known, sort=False)"
    ),
)
_add(
    T,
    False,
    "joined-texts",
    "Texts of the columns are joined without anything between them",
    """
def exposed(table, known, secret, k):
    groups = {}
    rows = zip(table["person"], table[secret], *(table[c] for c in known))
    for who, hidden, *things in rows:
        key = "".join("\\0" if pd.isna(v) else str(v) for v in things)
        hidden = None if pd.isna(hidden) else (hidden,)
        groups.setdefault(key, []).append((who, hidden))
    out = set()
    for members in groups.values():
        people = {who for who, _ in members}
        if len(people) < k or len({hidden for _, hidden in members}) == 1:
            out |= people
    return out
""",
)
_add(
    T,
    False,
    "lower-case",
    "Oslo and oslo are one town",
    _q5(
        groups="table.assign(**{c: table[c].map(lambda v: v.strip().lower() if isinstance(v, str) else v)"
        " for c in known}).groupby(known, dropna=False)"
    ),
)
_add(
    T,
    False,
    "lower-case-secret",
    "Yes and yes are one secret",
    _q5(one="group[secret].map(lambda v: v.lower() if isinstance(v, str) else v).nunique(dropna=False) == 1"),
)
_add(
    T,
    False,
    "only-if-all-rows-unsafe",
    "People who have one safe row are left out",
    """
def exposed(table, known, secret, k):
    unsafe, safe = set(), set()
    for _, group in table.groupby(known, dropna=False):
        small = group["person"].nunique() < k
        told = group[secret].nunique(dropna=False) == 1
        (unsafe if small or told else safe).update(group["person"])
    return unsafe - safe
""",
)
_add(
    T,
    False,
    "people-twice",
    "People stand in the list once for each group",
    _q5(people="[]", take='people.extend(group["person"].unique())'),
)
_add(T, False, "row-labels", "Returns row labels for people", _q5(take="people.update(group.index)"))
_add(
    T,
    False,
    "by-row-label",
    "Takes people by label, and a label may come twice",
    _q5(take='people.update(table.loc[group.index, "person"])'),
)
_add(
    T,
    False,
    "groups-not-people",
    "Returns the unsafe groups",
    _q5(groups="table.groupby(known, dropna=False)", take="people.add(_)"),
)
_add(
    T,
    False,
    "each-column-by-itself",
    "Columns of known are looked at one by one",
    """
def exposed(table, known, secret, k):
    people = set()
    for column in known:
        for _, group in table.groupby(column, dropna=False):
            if group["person"].nunique() < k or group[secret].nunique(dropna=False) == 1:
                people.update(group["person"])
    return people
""",
)
_add(
    T,
    False,
    "first-column-only",
    "Only the first column of known",
    _q5(groups="table.groupby(known[:1], dropna=False)"),
)
_add(
    T,
    False,
    "two-columns-at-most",
    "Only the first two columns of known",
    _q5(groups="table.groupby(known[:2], dropna=False)"),
)
_add(T, False, "both-conditions", "Unsafe only if it is small and has one secret", _q5(unsafe="few and one"))
_add(T, False, "too-small-only", "One secret is not unsafe", _q5(unsafe="few"))
_add(
    T,
    False,
    "one-secret-only-k-rows",
    "The secret counts only in groups that have at least two people",
    _q5(unsafe='few or (one and group["person"].nunique() > 1)'),
)
_add(
    T,
    False,
    "k-secrets",
    "A group needs k different secrets",
    _q5(one="group[secret].nunique(dropna=False) < k or group[secret].nunique(dropna=False) == 1"),
)
_add(
    T,
    False,
    "first-row-of-a-person",
    "Only the first row of each person counts",
    _q5(groups="table.drop_duplicates('person').groupby(known, dropna=False)"),
)
_add(
    T,
    False,
    "last-row-of-a-person",
    "Only the last row of each person counts",
    _q5(groups="table.drop_duplicates('person', keep='last').groupby(known, dropna=False)"),
)
_add(
    T,
    False,
    "first-secret-of-a-person",
    "In a group, only the first row of each person counts for the secret",
    _q5(one="group.drop_duplicates('person')[secret].nunique(dropna=False) == 1"),
)
_add(
    T,
    False,
    "dropna-all-columns",
    "Gaps in other columns throw rows out",
    _q5(
        groups="table.dropna(subset=[c for c in table.columns if c not in [*known, secret]])"
        ".groupby(known, dropna=False)"
    ),
)
_add(
    T,
    False,
    "fills-table-in-place",
    "Right people, but gaps of the given table are filled",
    """
def exposed(table, known, secret, k):
    mark = ("missing",)
    for column in [*known, secret]:
        table[column] = pd.Series([mark if pd.isna(v) else v for v in table[column]], dtype=object).to_numpy()
    people = set()
    for _, group in table.groupby(known, sort=False):
        if group["person"].nunique() < k or group[secret].nunique() == 1:
            people.update(group["person"])
    return people
""",
)
_add(
    T,
    False,
    "sorts-table-in-place",
    "Right people, but the given table is sorted",
    _q5(before='table.sort_values("person", inplace=True)'),
)
_add(
    T,
    False,
    "known-grows",
    "Right people, but a name is put into the given list known",
    """
def exposed(table, known, secret, k):
    work = table.assign(group=table.groupby(known, dropna=False).ngroup())
    known.append("group")
    people = set()
    for _, group in work.groupby("group"):
        if group["person"].nunique() < k or group[secret].nunique(dropna=False) == 1:
            people.update(group["person"])
    return people
""",
)
_add(
    T,
    False,
    "safe-people",
    "Returns the people who are in no unsafe group",
    _q5(end="return set(table['person']) - people"),
)
_add(T, False, "number-of-people", "Returns how many people there are", _q5(end="return len(people)"))
_add(T, False, "printed", "Printed, not returned", _q5(end="print(people)"))
_add(T, False, "empty-is-none", "None for an empty table", _q5(before="if table.empty:\n        return None"))

# ------------------------------------------------------------------------------------------------ task 6
T = "11-q6"
_add(
    T,
    True,
    "formulas",
    "Step by step from the quote",
    """
a_month = 2_000_000 / 12
per_partner = a_month / 120
customers_each = per_partner / 29
received = a_month * (1 + 2 + 3 + 4 + 5 + 6) / 6
""",
)
_add(
    T,
    True,
    "three-digits",
    "Three significant digits",
    """
a_month = 167_000
per_partner = 1390
customers_each = 47.9
received = 583_000
""",
)
_add(
    T,
    True,
    "whole-numbers",
    "Whole dollars, and customers with two digits",
    """
a_month = 166667
per_partner = 1389
customers_each = 47.89
received = 583333
""",
)
_add(
    T,
    True,
    "loop",
    "A loop over the months",
    """
arr, partners, price = 2e6, 120, 29
a_month = arr / 12
received = 0
for month in range(1, 7):
    received += a_month * month / 6
per_partner = a_month / partners
customers_each = arr / (12 * partners * price)
""",
)
_add(
    T,
    True,
    "numpy",
    "numpy numbers",
    """
a_month = np.float64(2_000_000) / 12
months = np.linspace(0, a_month, 7)[1:]
received = months.sum()
per_partner = np.divide(a_month, 120)
customers_each = np.true_divide(per_partner, 29)
""",
)
_add(
    T,
    True,
    "pandas",
    "A Series of six months",
    """
income = pd.Series(range(1, 7), index=range(1, 7)) / 6 * (2_000_000 / 12)
a_month = income.loc[6]
received = income.sum()
per_partner = a_month / 120
customers_each = per_partner / 29
""",
)


def _q6(
    a_month="2_000_000 / 12",
    per_partner="a_month / 120",
    customers_each="per_partner / 29",
    received="a_month * 21 / 6",
):
    return (
        f"a_month = {a_month}\nper_partner = {per_partner}\ncustomers_each = {customers_each}\n"
        f"received = {received}\n"
    )


for _name, _why, _code in [
    ("received-is-arr", "The yearly rate is taken for money", _q6(received="2_000_000")),
    (
        "received-half-a-year",
        "Half of the ARR, as if all six months were like the last",
        _q6(received="2_000_000 / 2"),
    ),
    ("received-six-full-months", "Six full months", _q6(received="6 * a_month")),
    (
        "received-triangle",
        "Half of six months: the average of 0 and the last month",
        _q6(received="3 * a_month"),
    ),
    ("received-from-0", "0/6 to 5/6 for 1/6 to 6/6", _q6(received="a_month * (0 + 1 + 2 + 3 + 4 + 5) / 6")),
    ("received-sum-without-sixth", "21 months for 21 sixths", _q6(received="21 * a_month")),
    ("received-one-month", "The last month only", _q6(received="a_month")),
    ("received-five-months", "The first five months", _q6(received="a_month * 15 / 6")),
    ("received-doubles", "Each month twice the month before", _q6(received="a_month * (2 - 1 / 32)")),
    ("received-of-one-partner", "What one partner brought in", _q6(received="per_partner * 21 / 6")),
    (
        "a-month-by-6",
        "The ARR is spread over the six months",
        _q6(a_month="2_000_000 / 6", per_partner="a_month / 120"),
    ),
    ("a-month-is-arr", "The ARR is taken for a month", _q6(a_month="2_000_000")),
    (
        "a-month-average",
        "The average of the six months for month 6",
        _q6(
            a_month="2_000_000 / 12 * 21 / 36",
            per_partner="2_000_000 / 12 / 120",
            received="2_000_000 / 12 * 21 / 6",
        ),
    ),
    (
        "a-month-increase",
        "What is added in each month",
        _q6(
            a_month="2_000_000 / 12 / 6",
            per_partner="2_000_000 / 12 / 120",
            received="2_000_000 / 12 * 21 / 6",
        ),
    ),
    (
        "per-partner-of-a-year",
        "The part of the ARR, not of the month",
        _q6(per_partner="2_000_000 / 120", customers_each="a_month / 120 / 29"),
    ),
    (
        "per-partner-per-month-of-six",
        "Divided by six once more",
        _q6(per_partner="a_month / 120 / 6", customers_each="a_month / 120 / 29"),
    ),
    ("per-partner-100", "100 partners for 120", _q6(per_partner="a_month / 100")),
    (
        "per-partner-received",
        "The part of all that was received",
        _q6(per_partner="2_000_000 / 12 * 21 / 6 / 120", customers_each="a_month / 120 / 29"),
    ),
    ("customers-of-all", "The customers of all partners", _q6(customers_each="a_month / 29")),
    ("customers-of-a-year", "Divided by the price of a year", _q6(customers_each="per_partner / (12 * 29)")),
    ("customers-times-price", "Times the price", _q6(customers_each="per_partner * 29")),
    ("customers-per-month", "Customers per month", _q6(customers_each="per_partner / 29 / 6")),
    ("one-digit", "One significant digit", _q6("200_000", "1000", "50", "600_000")),
    (
        "thousands",
        "Thousands for dollars",
        _q6(a_month="2_000 / 12", per_partner="2_000_000 / 12 / 120", received="2_000 / 12 * 21 / 6"),
    ),
    ("texts", "Texts for numbers", _q6("'166,667'", "'1,389'", "'47.9'", "'583,333'")),
    ("example-of-the-shape", "The numbers of the example of the shape", _q6("2500", "31.5", "7.5", "9000")),
    ("negative", "A negative sign", _q6(received="-a_month * 21 / 6")),
]:
    _add(T, False, _name, _why, _code)

# ------------------------------------------------------------------------------------------------ task 7
T = "11-q7"
_KPIS = """- {id: new_members, name: New members in a month}
- {id: tips_used, name: Tips that others have tried}
"""
_MAP = """nodes:
  - {id: garden_log, kind: feature, name: Log of the garden}
  - {id: tip_wall, kind: community_asset, name: Wall of planting tips}
  - {id: seed_box, kind: revenue_channel, name: Seed box by mail}
edges:
  - {from: garden_log, to: tip_wall, type: data, what: tips drawn from what grew well}
  - {from: tip_wall, to: seed_box, type: user, what: readers who want to plant the same}
  - {from: seed_box, to: garden_log, type: user, what: buyers who keep a log of their seeds}
loops:
  - {id: tips, nodes: [garden_log, tip_wall, seed_box], kpi: tips_used}
"""
_LEVERS = """- id: share_card
  name: A card to share a harvest
  impact: 4
  effort: 2
  pillars: [network_effects, cross_sell]
  start: 2026-03-02
  kpi: new_members
  baseline: {value: 38, date: 2026-02-15}
- id: frost_warning
  name: Warnings of frost from all logs
  impact: 4
  effort: 3
  pillars: [data, network_effects]
  start: 2026-05-04
  kpi: tips_used
  baseline: {value: 120, date: 2026-02-28}
- id: own_app
  name: An app of our own
  impact: 2
  effort: 5
  pillars: [data]
"""
_PLATFORM = """marketplace: {platform_share: 0.15, portal: A page where growers hand in seed sets, review: Two growers plant each set}
"""
_INTEGRATIONS = """integrations:
  - id: weather_service
    docs: A guide of six pages with examples
    sandbox: A test garden with made-up beds
    kit: Logos, three texts and a banner
    support_owner: Mara, who keeps the logs
    sla_hours: 24
    auth: token
    scopes: [read_town, read_beds]
    agreement: Contract of January on data and deletion
"""


def _q7(kpis=_KPIS, graph=_MAP, levers=_LEVERS, platform=_PLATFORM, **changes):
    texts = {"my_kpis": kpis, "my_map": graph, "my_levers": levers, "my_platform": platform}
    for name, pairs in changes.items():
        for old, new in pairs:
            assert texts[name].count(old) >= 1, (name, old)
            texts[name] = texts[name].replace(old, new, 1)
    return "\n".join(f'{name} = """\n{text}"""' for name, text in texts.items())


_add(T, True, "marketplace", "Three nodes in one loop, three levers, a marketplace", _q7())
_add(T, True, "integration", "An integration for the marketplace", _q7(platform=_INTEGRATIONS))
_add(
    T,
    True,
    "both-and-baseline-on-the-day",
    "Both, and a baseline measured on the day of the start",
    _q7(platform=_PLATFORM + _INTEGRATIONS, my_levers=[("date: 2026-02-15", "date: 2026-03-02")]),
)
_add(
    T,
    True,
    "loop-of-two-nodes",
    "A loop of two of four nodes, and a line beside it",
    _q7(
        graph="""nodes:
  - id: garden_log
    kind: feature
    name: Log of the garden
  - id: tip_wall
    kind: community_asset
    name: Wall of planting tips
  - id: seed_box
    kind: revenue_channel
    name: Seed box by mail
  - id: harvest_data
    kind: data_flow
    name: What grew where
edges:
  - from: garden_log
    to: tip_wall
    type: user
    what: growers who tell what worked
  - from: tip_wall
    to: garden_log
    type: user
    what: readers who begin a log
  - from: garden_log
    to: harvest_data
    type: data
    what: dates and weights
  - from: tip_wall
    to: seed_box
    type: revenue
    what: orders of the seeds in a tip
loops:
  - id: tips
    nodes: [tip_wall, garden_log]
    kpi: new_members
""",
        kpis=_KPIS + "- {id: boxes, name: Boxes sent in a quarter}\n",
    ),
)
_add(
    T,
    True,
    "json-texts",
    "JSON is YAML, too; written with json.dumps",
    """
import json

my_kpis = json.dumps([{"id": "pupils", "name": "Pupils who play each week"}, {"id": "songs", "name": "Songs learned"}])
my_map = json.dumps({
    "nodes": [
        {"id": "lessons", "kind": "feature", "name": "Guitar lessons"},
        {"id": "evenings", "kind": "community_asset", "name": "Open evenings"},
        {"id": "tuner", "kind": "integration", "name": "Tuner by a partner"},
    ],
    "edges": [
        {"from": "lessons", "to": "evenings", "type": "user", "what": "pupils who dare to play"},
        {"from": "evenings", "to": "lessons", "type": "user", "what": "listeners who want to learn"},
        {"from": "tuner", "to": "lessons", "type": "data", "what": "how well a pupil is in tune"},
    ],
    "loops": [{"id": "stage", "nodes": ["lessons", "evenings"], "kpi": "pupils"}],
})
my_levers = json.dumps([
    {"id": "guests", "name": "Bring a guest", "impact": 5, "effort": 1, "pillars": ["network_effects", "cross_sell"],
     "start": "2026-01-12", "kpi": "pupils", "baseline": {"value": 44, "date": "2026-01-05"}},
    {"id": "scores", "name": "Scores by what others play", "impact": 3, "effort": 3,
     "pillars": ["data", "cross_sell"], "start": "2026-04-13", "kpi": "songs",
     "baseline": {"value": 310, "date": "2026-04-01"}},
    {"id": "studio", "name": "A studio for records", "impact": 3, "effort": 5, "pillars": ["cross_sell"]},
])
my_platform = json.dumps({"marketplace": {"platform_share": 0.25, "portal": True, "review": "A teacher plays each score"}})
""",
)
_add(
    T,
    True,
    "same-start-decimals",
    "Three levers start on one day; scores with decimals; all pillars",
    _q7(
        levers="""- {id: a1, name: Swap of seeds, impact: 3.5, effort: 2.5, pillars: [network_effects, data, cross_sell],
   start: 2026-06-01, kpi: new_members, baseline: {value: 0, date: 2026-05-31}}
- {id: a2, name: Map of gardens, impact: 3, effort: 3, pillars: [network_effects, data],
   start: 2026-06-01, kpi: tips_used, baseline: {value: 7.5, date: 2025-12-31}}
- {id: a3, name: Box for two, impact: 1, effort: 1, pillars: [cross_sell, network_effects],
   start: 2026-06-01, kpi: new_members, baseline: {value: 12, date: 2026-05-31}}
"""
    ),
)

_BAD7 = {
    "two-nodes": (
        "Two nodes only",
        {
            "my_map": [
                ("  - {id: seed_box, kind: revenue_channel, name: Seed box by mail}\n", ""),
                (
                    "  - {from: tip_wall, to: seed_box, type: user, what: readers who want to plant the same}\n",
                    "",
                ),
                ("from: seed_box, to: garden_log", "from: tip_wall, to: garden_log"),
                ("[garden_log, tip_wall, seed_box]", "[garden_log, tip_wall]"),
            ]
        },
    ),
    "loop-not-closed": (
        "No edge from the last node of the loop to the first",
        {
            "my_map": [
                (
                    "  - {from: seed_box, to: garden_log, type: user, what: buyers who keep a log of their seeds}\n",
                    "",
                )
            ]
        },
    ),
    "edge-the-other-way": (
        "One edge of the loop leads the other way",
        {"my_map": [("from: tip_wall, to: seed_box", "from: seed_box, to: tip_wall")]},
    ),
    "loop-wrong-order": (
        "The nodes of the loop are not in order",
        {"my_map": [("[garden_log, tip_wall, seed_box]", "[garden_log, seed_box, tip_wall]")]},
    ),
    "no-loops": (
        "No loop is named",
        {
            "my_map": [
                ("loops:\n  - {id: tips, nodes: [garden_log, tip_wall, seed_box], kpi: tips_used}\n", "")
            ]
        },
    ),
    "loop-without-kpi": ("The loop has no KPI", {"my_map": [(", kpi: tips_used", "")]}),
    "loop-unknown-kpi": (
        "The KPI of the loop is not among the KPIs",
        {"my_map": [("kpi: tips_used", "kpi: harvests")]},
    ),
    "edge-without-what": (
        "An edge does not say what flows",
        {"my_map": [(", what: tips drawn from what grew well", "")]},
    ),
    "edge-without-type": ("An edge has no type", {"my_map": [("type: data, ", "")]}),
    "edge-dots": ("Dots for what flows", {"my_map": [("tips drawn from what grew well", "'...'")]}),
    "node-unknown-kind": (
        "A kind of node that does not exist",
        {"my_map": [("kind: feature", "kind: product")]},
    ),
    "node-to-do": ("To do for the name of a node", {"my_map": [("Wall of planting tips", "to do")]}),
    "example-node": ("The name of a node of the example", {"my_map": [("Log of the garden", "Bake diary")]}),
    "example-flow": (
        "What flows is that of the example",
        {"my_map": [("tips drawn from what grew well", "bakers who show a loaf")]},
    ),
    "edge-to-nowhere": (
        "An edge to a node that does not exist",
        {"my_map": [("to: seed_box", "to: seed_bag")]},
    ),
    "one-kpi": (
        "One KPI only",
        {
            "my_kpis": [("- {id: tips_used, name: Tips that others have tried}\n", "")],
            "my_map": [("kpi: tips_used", "kpi: new_members")],
            "my_levers": [("kpi: tips_used", "kpi: new_members")],
        },
    ),
    "kpi-without-name": ("A KPI has no name", {"my_kpis": [(", name: Tips that others have tried", "")]}),
    "kpi-dots": ("Dots for the name of a KPI", {"my_kpis": [("Tips that others have tried", "'...'")]}),
    "example-kpi": (
        "The KPI of the example",
        {"my_kpis": [("Tips that others have tried", "Loaves shown in a month")]},
    ),
    "two-levers": (
        "Two levers only",
        {
            "my_levers": [
                (
                    "- id: own_app\n  name: An app of our own\n  impact: 2\n  effort: 5\n  pillars: [data]\n",
                    "",
                )
            ]
        },
    ),
    "one-start": (
        "Only one lever has a start",
        {
            "my_levers": [
                ("  start: 2026-05-04\n  kpi: tips_used\n  baseline: {value: 120, date: 2026-02-28}\n", "")
            ]
        },
    ),
    "start-without-baseline": (
        "A lever with a start has no baseline",
        {"my_levers": [("  baseline: {value: 120, date: 2026-02-28}\n", "")]},
    ),
    "baseline-without-date": (
        "The baseline does not say when it was measured",
        {"my_levers": [("{value: 120, date: 2026-02-28}", "{value: 120}")]},
    ),
    "start-without-kpi": ("A lever with a start has no KPI", {"my_levers": [("  kpi: tips_used\n", "")]}),
    "baseline-after-start": (
        "The baseline is of the day after the start",
        {"my_levers": [("date: 2026-02-28", "date: 2026-05-05")]},
    ),
    "one-pillar": (
        "A lever with a start has one pillar",
        {"my_levers": [("[data, network_effects]", "[data]")]},
    ),
    "pillar-twice": (
        "The same pillar twice is one pillar",
        {"my_levers": [("[data, network_effects]", "[data, data]")]},
    ),
    "unknown-pillar": (
        "A pillar that does not exist",
        {"my_levers": [("[data, network_effects]", "[data, community]")]},
    ),
    "lever-without-pillars": (
        "A lever without a start has no pillars",
        {"my_levers": [("  pillars: [data]\n", "")]},
    ),
    "lever-without-effort": ("A lever without a start has no effort", {"my_levers": [("  effort: 5\n", "")]}),
    "impact-6": ("An impact above 5", {"my_levers": [("impact: 4", "impact: 6")]}),
    "effort-0": ("An effort of 0", {"my_levers": [("effort: 2", "effort: 0")]}),
    "better-lever-later": (
        "A lever of the same impact for less effort starts later",
        {
            "my_levers": [
                ("impact: 4\n  effort: 2", "impact: 3\n  effort: 3"),
                ("start: 2026-03-02", "start: 2026-06-01"),
                ("impact: 4\n  effort: 3", "impact: 3\n  effort: 4"),
            ]
        },
    ),
    "quick-win-later": (
        "A lever of impact 4 and effort 2 starts later than one of impact 3 and effort 1",
        {
            "my_levers": [
                ("start: 2026-03-02", "start: 2026-06-01"),
                ("impact: 4\n  effort: 3", "impact: 3\n  effort: 1"),
            ]
        },
    ),
    "example-lever": (
        "The lever of the example",
        {"my_levers": [("A card to share a harvest", "Badge for the first loaf")]},
    ),
    "share-0": ("The platform keeps nothing", {"my_platform": [("0.15", "0")]}),
    "share-1": ("The platform keeps all", {"my_platform": [("0.15", "1")]}),
    "share-percent": ("Percent for a fraction", {"my_platform": [("0.15", "15")]}),
    "no-portal": (
        "There is no portal",
        {"my_platform": [("A page where growers hand in seed sets", "false")]},
    ),
    "no-review": ("The review is missing", {"my_platform": [(", review: Two growers plant each set", "")]}),
    "example-review": (
        "The review of the example",
        {"my_platform": [("Two growers plant each set", "Two people bake every recipe")]},
    ),
}
for _name, (_why, _changes) in _BAD7.items():
    _add(T, False, _name, _why, _q7(**_changes))

for _name, _why, _pair in [
    (
        "integration-no-sandbox",
        "The integration has no sandbox",
        ("    sandbox: A test garden with made-up beds\n", ""),
    ),
    ("integration-sandbox-false", "The sandbox is false", ("A test garden with made-up beds", "false")),
    ("integration-no-kit", "The integration has no kit", ("    kit: Logos, three texts and a banner\n", "")),
    ("integration-docs-dots", "Dots for the guide", ("A guide of six pages with examples", "'...'")),
    ("integration-no-owner", "Nobody supports it", ("    support_owner: Mara, who keeps the logs\n", "")),
    ("integration-no-sla", "No time to answer", ("    sla_hours: 24\n", "")),
    ("integration-password", "Partners get a password", ("auth: token", "auth: password")),
    ("integration-no-scopes", "The list of scopes is empty", ("[read_town, read_beds]", "[]")),
    ("integration-scope-star", "A scope of everything bounds nothing", ("[read_town, read_beds]", "['*']")),
    (
        "integration-no-agreement",
        "No agreement",
        ("    agreement: Contract of January on data and deletion\n", ""),
    ),
]:
    _add(T, False, _name, _why, _q7(platform=_INTEGRATIONS, my_platform=[_pair]))
_add(
    T,
    False,
    "marketplace-good-integration-bad",
    "A good marketplace beside an integration without a sandbox",
    _q7(
        platform=_PLATFORM + _INTEGRATIONS,
        my_platform=[("    sandbox: A test garden with made-up beds\n", "")],
    ),
)
_add(
    T, False, "platform-empty", "Neither a marketplace nor an integration", _q7(platform="integrations: []\n")
)
_add(
    T,
    False,
    "map-is-a-dict",
    "A Python dict for a text",
    _q7().replace('my_map = """\n' + _MAP + '"""', "my_map = {'nodes': [], 'edges': [], 'loops': []}"),
)
_add(
    T,
    False,
    "broken-yaml",
    "A bracket is not closed",
    _q7(my_map=[("tip_wall, seed_box]", "tip_wall, seed_box")]),
)
_add(T, False, "empty-text", "One text is empty", _q7(platform="   \n"))
