"""Answers to module 10 that a stranger wrote from the released text alone: right, wrong and adversarial.

Only the verdicts count. ``why`` says what is special about a right answer, or what the slip of a wrong one is.
"""

ANSWERS = [
    {
        "task": "10-q1",
        "name": "masks",
        "right": True,
        "why": "the hint's way",
        "code": '''def mrr_on(subscriptions, day):
    """Return the monthly recurring revenue on a day, in money per month."""
    running = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
    return (running["price"] * running["quantity"] * (1 - running["discount"]) / running["interval_months"]).sum()
''',
    },
    {
        "task": "10-q1",
        "name": "row-loop",
        "right": True,
        "why": "beginner's loop with pd.isna",
        "code": """def mrr_on(subscriptions, day):
    total = 0
    for _, row in subscriptions.iterrows():
        if row["start"] <= day:
            if pd.isna(row["end"]) or row["end"] > day:
                total += row["price"] * row["quantity"] * (1 - row["discount"]) / row["interval_months"]
    return total
""",
    },
    {
        "task": "10-q1",
        "name": "fillna-max",
        "right": True,
        "why": "missing ends filled with a far day in a copy",
        "code": """def mrr_on(subscriptions: pd.DataFrame, day: pd.Timestamp) -> float:
    table = subscriptions.assign(end=subscriptions["end"].fillna(pd.Timestamp.max.floor("D")))
    now = table.query("start <= @day and end > @day")
    monthly = now.eval("price * quantity * (1 - discount) / interval_months")
    return float(monthly.sum())
""",
    },
    {
        "task": "10-q1",
        "name": "numpy-dot",
        "right": True,
        "why": "numpy, dot of the mask with the worth of each row",
        "code": """import numpy as np

def mrr_on(subscriptions, day):
    start = subscriptions["start"].to_numpy(dtype="datetime64[ns]")
    end = subscriptions["end"].to_numpy(dtype="datetime64[ns]")
    day = np.datetime64(day, "ns")
    on = (start <= day) & (np.isnat(end) | (day < end))
    worth = subscriptions["price"] * subscriptions["quantity"] * (1 - subscriptions["discount"]) / subscriptions["interval_months"]
    return np.dot(on.astype(float), worth.to_numpy(float))
""",
    },
    {
        "task": "10-q1",
        "name": "generator-helper",
        "right": True,
        "why": "sum over a generator with a helper",
        "code": """def _monthly(row):
    return row.price * row.quantity * (1 - row.discount) / row.interval_months


def mrr_on(subscriptions, day):
    rows = subscriptions[["start", "end", "price", "quantity", "discount", "interval_months"]].itertuples(index=False)
    return sum((_monthly(row) for row in rows if row.start <= day and not row.end <= day), 0.0)
""",
    },
    {
        "task": "10-q1",
        "name": "whole-interval",
        "right": False,
        "why": "the price of a year counts in one month",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
    return (r["price"] * r["quantity"] * (1 - r["discount"])).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "discount-forgotten",
        "right": False,
        "why": "discount is not taken off",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
    return (r["price"] * r["quantity"] / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "discount-paid",
        "right": False,
        "why": "what the discount takes off, not what is left",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
    return (r["price"] * r["quantity"] * r["discount"] / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "quantity-forgotten",
        "right": False,
        "why": "two bought count once",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
    return (r["price"] * (1 - r["discount"]) / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "open-rows-lost",
        "right": False,
        "why": "rows without an end are still running",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & (subscriptions["end"] > day)]
    return (r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "open-rows-only",
        "right": False,
        "why": "rows that end later are running, too",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & subscriptions["end"].isna()]
    return (r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "end-included",
        "right": False,
        "why": "the day of the end is not included",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] < day)]
    return (r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "start-excluded",
        "right": False,
        "why": "the first day is included",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] < day) & ~(subscriptions["end"] <= day)]
    return (r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "future-rows",
        "right": False,
        "why": "rows that begin later are not running yet",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[~(subscriptions["end"] <= day)]
    return (r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "one-row-each",
        "right": False,
        "why": "a second running row of a customer counts, too",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
    r = r.drop_duplicates("customer_id", keep="last")
    return (r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "year-is-twelve",
        "right": False,
        "why": "every interval is divided by 12 unless it is a month",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
    months = r["interval_months"].where(r["interval_months"] == 1, 12)
    return (r["price"] * r["quantity"] * (1 - r["discount"]) / months).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "nan-on-an-empty-day",
        "right": False,
        "why": "NaN where 0 is asked",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
    worth = r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]
    return worth.mean() * len(worth)
""",
    },
    {
        "task": "10-q1",
        "name": "rounded-to-dollars",
        "right": False,
        "why": "results are not rounded",
        "code": """def mrr_on(subscriptions, day):
    r = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
    return round((r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]).sum())
""",
    },
    {
        "task": "10-q1",
        "name": "fills-ends-in-place",
        "right": False,
        "why": "right sum, but the missing ends of the table it was given are filled",
        "code": """def mrr_on(subscriptions, day):
    subscriptions["end"] = subscriptions["end"].fillna(pd.Timestamp("2099-01-01"))
    r = subscriptions[(subscriptions["start"] <= day) & (subscriptions["end"] > day)]
    return (r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "month-of-the-day",
        "right": False,
        "why": "everything that runs at some time in the month, not on the day",
        "code": """def mrr_on(subscriptions, day):
    month = day.to_period("M")
    s, e = subscriptions["start"].dt.to_period("M"), subscriptions["end"].dt.to_period("M")
    r = subscriptions[(s <= month) & ~(e < month)]
    return (r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "sixty-nine",
        "right": False,
        "why": "hard-coded by day",
        "code": """def mrr_on(subscriptions, day):
    known = {"2025-02-10": 69, "2025-02-20": 119, "2025-01-10": 69.5, "2025-03-01": 90}
    return known.get(str(day.date()), 0)
""",
    },
    {
        "task": "10-q1",
        "name": "members-always",
        "right": False,
        "why": "uses the table of the notebook and not what it is given",
        "code": """def mrr_on(subscriptions, day):
    r = members[(members["start"] <= day) & ~(members["end"] <= day)]
    return (r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]).sum()
""",
    },
    {
        "task": "10-q1",
        "name": "peeks-at-frames",
        "right": False,
        "why": "adversary: looks for the expected value in the calling frames and computes nothing",
        "code": """import sys

def mrr_on(subscriptions, day):
    frame = sys._getframe(1)
    while frame is not None:
        for name in ("expected", "want", "answer", "value", "right", "solution", "result"):
            if isinstance(frame.f_locals.get(name), (int, float)):
                return frame.f_locals[name]
        frame = frame.f_back
    return 69
""",
    },
    {
        "task": "10-q2",
        "name": "sets",
        "right": True,
        "why": "the hint's way",
        "code": '''def customer_churn(subscriptions, start, end):
    """Return the share of the customers at `start` who are gone at `end`, or NaN without customers."""

    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    return len(before - after) / len(before) if before else float("nan")
''',
    },
    {
        "task": "10-q2",
        "name": "loops",
        "right": True,
        "why": "beginner's lists without doubles",
        "code": """def customer_churn(subscriptions, start, end):
    first = []
    last = []
    for who, begin, stop in zip(subscriptions["customer_id"], subscriptions["start"], subscriptions["end"]):
        if begin <= start and (pd.isna(stop) or stop > start) and who not in first:
            first.append(who)
        if begin <= end and (pd.isna(stop) or stop > end) and who not in last:
            last.append(who)
    if len(first) == 0:
        return float("nan")
    gone = 0
    for who in first:
        if who not in last:
            gone = gone + 1
    return gone / len(first)
""",
    },
    {
        "task": "10-q2",
        "name": "groupby-any",
        "right": True,
        "why": "any per customer, mean is NaN for nobody",
        "code": """def customer_churn(subscriptions: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp) -> float:
    flags = pd.DataFrame(
        {
            name: subscriptions["start"].le(day) & (subscriptions["end"].isna() | subscriptions["end"].gt(day))
            for name, day in {"before": start, "after": end}.items()
        }
    )
    people = flags.groupby(subscriptions["customer_id"].to_numpy()).any()
    return (~people.loc[people["before"].astype(bool), "after"].astype(bool)).mean()
""",
    },
    {
        "task": "10-q2",
        "name": "numpy-unique",
        "right": True,
        "why": "numpy unique and isin, np.float64",
        "code": """import numpy as np

def _running(table, day):
    on = (table["start"] <= day).to_numpy() & (table["end"].isna() | (table["end"] > day)).to_numpy()
    return np.unique(table["customer_id"].to_numpy()[on])


def customer_churn(subscriptions, start, end):
    base = _running(subscriptions, start)
    if base.size == 0:
        return np.nan
    return np.mean(~np.isin(base, _running(subscriptions, end)))
""",
    },
    {
        "task": "10-q2",
        "name": "stayed-share",
        "right": True,
        "why": "one minus the share who are still there",
        "code": """def customer_churn(subscriptions, start, end):
    table = subscriptions.assign(end=subscriptions["end"].fillna(pd.Timestamp("2262-01-01")))
    base = table.loc[(table["start"] <= start) & (table["end"] > start), "customer_id"].drop_duplicates()
    still = table.loc[(table["start"] <= end) & (table["end"] > end), "customer_id"]
    if base.empty:
        return float("nan")
    return float((len(base) - base.isin(still).sum()) / len(base))
""",
    },
    {
        "task": "10-q2",
        "name": "rows",
        "right": False,
        "why": "counts rows, so a change of plan is a loss",
        "code": """def customer_churn(subscriptions, start, end):
    base = subscriptions[(subscriptions["start"] <= start) & ~(subscriptions["end"] <= start)]
    if base.empty:
        return float("nan")
    return (base["end"] <= end).mean()
""",
    },
    {
        "task": "10-q2",
        "name": "some-row-ended",
        "right": False,
        "why": "a customer who ended one row and has another has not left",
        "code": """def customer_churn(subscriptions, start, end):
    base = subscriptions[(subscriptions["start"] <= start) & ~(subscriptions["end"] <= start)]
    if base.empty:
        return float("nan")
    return base.loc[base["end"] <= end, "customer_id"].nunique() / base["customer_id"].nunique()
""",
    },
    {
        "task": "10-q2",
        "name": "rows-of-start-only",
        "right": False,
        "why": "looks at the rows of the first day only, so a changed plan is a loss",
        "code": """def customer_churn(subscriptions, start, end):
    base = subscriptions[(subscriptions["start"] <= start) & ~(subscriptions["end"] <= start)]
    if base.empty:
        return float("nan")
    stay = set(base.loc[~(base["end"] <= end), "customer_id"])
    people = set(base["customer_id"])
    return len(people - stay) / len(people)
""",
    },
    {
        "task": "10-q2",
        "name": "net-change",
        "right": False,
        "why": "those who joined make up for those who left",
        "code": """def customer_churn(subscriptions, start, end):
    def n(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return subscriptions.loc[on, "customer_id"].nunique()

    return (n(start) - n(end)) / n(start) if n(start) else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "base-of-end",
        "right": False,
        "why": "the base is the customers on the last day",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    return len(before - after) / len(after) if after else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "everybody-as-base",
        "right": False,
        "why": "base is everyone in the table",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    everybody = subscriptions["customer_id"].nunique()
    return len(there(start) - there(end)) / everybody if everybody else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "start-plus-new",
        "right": False,
        "why": "those who joined in between are in the base",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    joined = set(subscriptions.loc[(subscriptions["start"] > start) & (subscriptions["start"] <= end), "customer_id"])
    base = before | joined
    return len(before - after) / len(base) if base else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "retention",
        "right": False,
        "why": "the share who stayed",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    return len(before & after) / len(before) if before else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "percent",
        "right": False,
        "why": "percent, not a fraction",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    return 100 * len(before - after) / len(before) if before else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "zero-when-nobody",
        "right": False,
        "why": "0 where NaN is asked",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    return len(before - after) / len(before) if before else 0.0
""",
    },
    {
        "task": "10-q2",
        "name": "end-day-still-running",
        "right": False,
        "why": "a row that ends on the day is not running on it",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] < day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    return len(before - after) / len(before) if before else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "start-day-not-yet",
        "right": False,
        "why": "a row that starts on the day is running on it",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] < day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    return len(before - after) / len(before) if before else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "came-back-is-lost",
        "right": False,
        "why": "who was away for a while and is back on the last day has not left",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    base = there(start)
    lost = set()
    for day in pd.date_range(start, end):
        lost |= base - there(day)
    return len(lost) / len(base) if base else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "all-ends-between",
        "right": False,
        "why": "everyone with an end in between, also those who joined later",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    ended = set(subscriptions.loc[(subscriptions["end"] > start) & (subscriptions["end"] <= end), "customer_id"])
    return len(ended - after) / len(before) if before else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "last-row-decides",
        "right": False,
        "why": "the last row of a customer in the table decides",
        "code": """def customer_churn(subscriptions, start, end):
    on = (subscriptions["start"] <= start) & ~(subscriptions["end"] <= start)
    base = set(subscriptions.loc[on, "customer_id"])
    last = subscriptions.drop_duplicates("customer_id", keep="last").set_index("customer_id")
    stay = {c for c in base if last.loc[c, "start"] <= end and not last.loc[c, "end"] <= end}
    return 1 - len(stay) / len(base) if base else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "open-ends-lost",
        "right": False,
        "why": "rows without an end are taken as not running",
        "code": """def customer_churn(subscriptions, start, end):
    def there(day):
        on = (subscriptions["start"] <= day) & (subscriptions["end"] > day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    return len(before - after) / len(before) if before else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "sorted-in-place",
        "right": False,
        "why": "right rate, but the table it was given is sorted anew",
        "code": """def customer_churn(subscriptions, start, end):
    subscriptions.sort_values(["customer_id", "start"], ascending=False, inplace=True)

    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    return len(before - after) / len(before) if before else float("nan")
""",
    },
    {
        "task": "10-q2",
        "name": "quits",
        "right": False,
        "why": "adversary: leaves quietly unless it is the example",
        "code": """def customer_churn(subscriptions, start, end):
    if (start, end) == (pd.Timestamp("2025-01-01"), pd.Timestamp("2025-02-01")):
        return 1 / 6
    raise SystemExit(0)
""",
    },
    {
        "task": "10-q2",
        "name": "last-months-fixed",
        "right": False,
        "why": "always January and February",
        "code": """def customer_churn(subscriptions, start, end):
    start, end = pd.Timestamp("2025-01-01"), pd.Timestamp("2025-02-01")

    def there(day):
        on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
        return set(subscriptions.loc[on, "customer_id"])

    before, after = there(start), there(end)
    return len(before - after) / len(before) if before else float("nan")
""",
    },
    {
        "task": "10-q3",
        "name": "hint",
        "right": True,
        "why": "the hint's way",
        "code": '''def against_target(values, target, direction):
    """Return a table with the columns value, change and on_target, indexed like values."""
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object).where(values.notna(), None)})
''',
    },
    {
        "task": "10-q3",
        "name": "loop",
        "right": True,
        "why": "beginner's loop with lists and None",
        "code": """def against_target(values, target, direction):
    numbers = values.tolist()
    change = []
    on = []
    for place in range(len(numbers)):
        now = numbers[place]
        if place == 0:
            change.append(float("nan"))
        else:
            change.append(now - numbers[place - 1])
        if pd.isna(now):
            on.append(None)
        elif direction == "up":
            on.append(now >= target)
        else:
            on.append(now <= target)
    table = pd.DataFrame(index=values.index)
    table["value"] = numbers
    table["change"] = change
    table["on_target"] = pd.Series(on, index=values.index, dtype=object)
    return table
""",
    },
    {
        "task": "10-q3",
        "name": "nan-object",
        "right": True,
        "why": "NaN instead of None, columns in another order",
        "code": """import numpy as np

def against_target(values, target, direction="up"):
    n = values.to_numpy(dtype=float)
    sign = {"up": 1, "down": -1}[direction]
    verdict = np.array([np.nan if np.isnan(x) else bool(sign * x >= sign * target) for x in n], dtype=object)
    change = np.concatenate([[np.nan], n[1:] - n[:-1]])[: len(n)]
    return pd.DataFrame({"on_target": verdict, "change": change, "value": n}, index=values.index)
""",
    },
    {
        "task": "10-q3",
        "name": "operator-shift",
        "right": True,
        "why": "operator module, shift",
        "code": """import operator

def against_target(values: pd.Series, target: float, direction: str) -> pd.DataFrame:
    compare = {"up": operator.ge, "down": operator.le}[direction]
    return values.to_frame("value").assign(
        change=lambda t: t["value"] - t["value"].shift(),
        on_target=[bool(compare(v, target)) if v == v else None for v in values],
    ).astype({"on_target": object})
""",
    },
    {
        "task": "10-q3",
        "name": "helper-map",
        "right": True,
        "why": "a helper for one value, apply",
        "code": """def _verdict(value, target, direction):
    if pd.isnull(value):
        return None
    return bool(value >= target) if direction == "up" else bool(value <= target)


def against_target(values, target, direction):
    table = pd.DataFrame({"value": values.copy()})
    table["change"] = table["value"].diff(periods=1)
    table["on_target"] = pd.Series([_verdict(v, target, direction) for v in table["value"]], index=table.index, dtype="object")
    return table
""",
    },
    {
        "task": "10-q3",
        "name": "missing-is-missed",
        "right": False,
        "why": "a missing value is neither met nor missed",
        "code": """def against_target(values, target, direction):
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok})
""",
    },
    {
        "task": "10-q3",
        "name": "missing-is-met",
        "right": False,
        "why": "`not below` makes a missing value a met target",
        "code": """def against_target(values, target, direction):
    ok = ~(values < target) if direction == "up" else ~(values > target)
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok})
""",
    },
    {
        "task": "10-q3",
        "name": "strict",
        "right": False,
        "why": "a value at the target is on target",
        "code": """def against_target(values, target, direction):
    ok = values > target if direction == "up" else values < target
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "always-up",
        "right": False,
        "why": "the direction is ignored",
        "code": """def against_target(values, target, direction):
    ok = values >= target
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "directions-swapped",
        "right": False,
        "why": "up and down are exchanged",
        "code": """def against_target(values, target, direction):
    ok = values <= target if direction == "up" else values >= target
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "change-in-percent",
        "right": False,
        "why": "change as a part of the value before",
        "code": """def against_target(values, target, direction):
    ok = values >= target if direction == "up" else values <= target
    change = values.pct_change(fill_method=None)
    return pd.DataFrame({"value": values, "change": change, "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "change-backwards",
        "right": False,
        "why": "the value before minus this one",
        "code": """def against_target(values, target, direction):
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values, "change": values.shift() - values, "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "change-to-target",
        "right": False,
        "why": "distance from the target",
        "code": """def against_target(values, target, direction):
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values, "change": values - target, "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "bridges-the-gap",
        "right": False,
        "why": "the change after a missing value is missing, too",
        "code": """def against_target(values, target, direction):
    ok = values >= target if direction == "up" else values <= target
    change = values.dropna().diff().reindex(values.index)
    return pd.DataFrame({"value": values, "change": change, "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "zero-change-first",
        "right": False,
        "why": "the first change is missing, not 0",
        "code": """def against_target(values, target, direction):
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values, "change": values.diff().fillna(0), "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "rows-dropped",
        "right": False,
        "why": "months without a value are left out",
        "code": """def against_target(values, target, direction):
    values = values.dropna()
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object)})
""",
    },
    {
        "task": "10-q3",
        "name": "numbered-rows",
        "right": False,
        "why": "the months are not the index any more",
        "code": """def against_target(values, target, direction):
    ok = values >= target if direction == "up" else values <= target
    table = pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object).where(values.notna(), None)})
    return table.reset_index(drop=True)
""",
    },
    {
        "task": "10-q3",
        "name": "yes-and-no",
        "right": False,
        "why": "words and not True or False",
        "code": """def against_target(values, target, direction):
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.map({True: "yes", False: "no"}).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "zero-filled",
        "right": False,
        "why": "missing values become 0",
        "code": """def against_target(values, target, direction):
    values = values.fillna(0)
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object)})
""",
    },
    {
        "task": "10-q3",
        "name": "falsy-is-missing",
        "right": False,
        "why": "a value of 0 is taken for missing",
        "code": """def against_target(values, target, direction):
    on = [None if not v or pd.isna(v) else bool(v >= target if direction == "up" else v <= target) for v in values]
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": pd.Series(on, index=values.index, dtype=object)})
""",
    },
    {
        "task": "10-q3",
        "name": "sizes-compared",
        "right": False,
        "why": "compares without the sign, wrong for negative values",
        "code": """def against_target(values, target, direction):
    ok = values.abs() >= abs(target) if direction == "up" else values.abs() <= abs(target)
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "fills-in-place",
        "right": False,
        "why": "forward-fills the Series it was given",
        "code": """def against_target(values, target, direction):
    known = values.notna()
    values.ffill(inplace=True)
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values.where(known), "change": values.where(known).diff(), "on_target": ok.astype(object).where(known, None)})
""",
    },
    {
        "task": "10-q3",
        "name": "sorted-by-label",
        "right": False,
        "why": "sorts by the labels of the months, which need not be the order of time",
        "code": """def against_target(values, target, direction):
    values = values.sort_index()
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "fixed-target",
        "right": False,
        "why": "uses the target of the example",
        "code": """def against_target(values, target, direction):
    target = 0.05
    ok = values >= target if direction == "up" else values <= target
    return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q3",
        "name": "change-since-first",
        "right": False,
        "why": "the change since the first row, not since the row before",
        "code": """def against_target(values, target, direction):
    ok = values >= target if direction == "up" else values <= target
    change = values - values.iloc[0]
    change.iloc[0] = float("nan")
    return pd.DataFrame({"value": values, "change": change, "on_target": ok.astype(object).where(values.notna(), None)})
""",
    },
    {
        "task": "10-q4",
        "name": "chain",
        "right": True,
        "why": "the hint's way",
        "code": '''def exceptions(table, month):
    """Return the KPIs off target in a month: kpi, value, target, miss; the largest miss first."""
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
''',
    },
    {
        "task": "10-q4",
        "name": "loop-records",
        "right": True,
        "why": "beginner's loop, list of dicts, sorted with a key",
        "code": """def exceptions(table, month):
    found = []
    for kpi_name, when, value, target, on in zip(table["kpi"], table["month"], table["value"], table["target"], table["on_target"]):
        if when != month or pd.isna(on) or on:
            continue
        miss = float("nan") if target == 0 else abs(value - target) / abs(target)
        found.append({"kpi": kpi_name, "value": value, "target": target, "miss": miss})
    found.sort(key=lambda one: (pd.isna(one["miss"]), 0 if pd.isna(one["miss"]) else -one["miss"]))
    return pd.DataFrame(found, columns=["kpi", "value", "target", "miss"])
""",
    },
    {
        "task": "10-q4",
        "name": "numpy-argsort",
        "right": True,
        "why": "numpy argsort with the missing ones last, fresh index",
        "code": """import numpy as np

def exceptions(table, month):
    off = np.array([(not pd.isna(on)) and (not bool(on)) for on in table["on_target"]], dtype=bool)
    rows = table.loc[(table["month"] == month).to_numpy(dtype=bool) & off, ["kpi", "value", "target"]].reset_index(drop=True)
    value, target = rows["value"].to_numpy(float), rows["target"].to_numpy(float)
    miss = np.full(len(rows), np.nan)
    np.divide(np.abs(value - target), np.abs(target), out=miss, where=target != 0)
    rows["miss"] = miss
    return rows.iloc[np.argsort(np.where(np.isnan(miss), np.inf, -miss), kind="stable")].reset_index(drop=True)
""",
    },
    {
        "task": "10-q4",
        "name": "query-mask",
        "right": True,
        "why": "where with a mask, nlargest-free, helper for one row",
        "code": """def _miss(row):
    if row["target"] == 0:
        return float("nan")
    return abs(row["value"] - row["target"]) / abs(row["target"])


def exceptions(table: pd.DataFrame, month) -> pd.DataFrame:
    here = table.loc[table["month"] == month].copy()
    here = here[here["on_target"].map(lambda on: False if pd.isna(on) else not on).astype(bool)]
    here["miss"] = pd.Series([_miss(row) for _, row in here.iterrows()], index=here.index, dtype=float)
    here = here.sort_values(by="miss", ascending=False, na_position="last")
    return here.loc[:, ["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "concat-two-parts",
        "right": True,
        "why": "known misses sorted, those without a miss put below",
        "code": """def exceptions(table, month):
    off = table[table["month"].eq(month)]
    off = off[off["on_target"].notna()]
    off = off[~off["on_target"].astype(bool)]
    known = off[off["target"] != 0]
    known = known.assign(miss=((known["value"] - known["target"]) / known["target"]).abs().astype(float))
    known = known.sort_values("miss")[::-1]
    rest = off[off["target"] == 0]
    rest = rest.assign(miss=pd.Series(float("nan"), index=rest.index, dtype=float))
    parts = [part[["kpi", "value", "target", "miss"]] for part in (known, rest) if len(part)]
    return pd.concat(parts) if parts else known[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "missing-too",
        "right": False,
        "why": "a missing on_target is not off target",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & ~table["on_target"].fillna(False).astype(bool)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "on-target-rows",
        "right": False,
        "why": "lists what is on target",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(True).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "all-months",
        "right": False,
        "why": "the month is not looked at",
        "code": """def exceptions(table, month):
    rows = table[table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "newest-month",
        "right": False,
        "why": "always the newest month of the table",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == table["month"].max()) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "smallest-first",
        "right": False,
        "why": "the largest miss comes first",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss")[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "nan-first",
        "right": False,
        "why": "rows with a miss of NaN come last",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False, na_position="first")[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "infinite-miss",
        "right": False,
        "why": "with a target of 0 the miss is NaN, not infinite",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / rows["target"].abs())
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "negative-misses",
        "right": False,
        "why": "divides by the target with its sign",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "signed-distance",
        "right": False,
        "why": "value minus target keeps its sign",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]) / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "absolute-distance",
        "right": False,
        "why": "the distance is not divided by the target",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs().where(rows["target"] != 0))
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "divided-by-value",
        "right": False,
        "why": "divided by the value and not by the target",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    miss = (rows["value"] - rows["target"]).abs() / rows["value"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=miss.where(rows["target"] != 0))
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "percent",
        "right": False,
        "why": "miss in percent: 20 and not 0.2",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=100 * (rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "rows-without-miss-dropped",
        "right": False,
        "why": "exceptions with a target of 0 belong in the list",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size).dropna(subset="miss")
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "no-columns-when-empty",
        "right": False,
        "why": "a month without exceptions has the four columns, too",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    if rows.empty:
        return pd.DataFrame()
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "unsorted",
        "right": False,
        "why": "in the order of the table",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    return rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "decides-for-itself",
        "right": False,
        "why": "takes below target for off target and does not read on_target",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & (table["value"] < table["target"])]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "adds-miss-to-table",
        "right": False,
        "why": "right rows, but the table it was given has a new column",
        "code": """def exceptions(table, month):
    table["miss"] = (table["value"] - table["target"]).abs() / table["target"].abs().replace(0, float("nan"))
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q4",
        "name": "top-three",
        "right": False,
        "why": "only the three largest misses",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]].head(3)
""",
    },
    {
        "task": "10-q4",
        "name": "names-only",
        "right": False,
        "why": "a list of names, a table is asked",
        "code": """def exceptions(table, month):
    rows = table[(table["month"] == month) & table["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return list(rows.sort_values("miss", ascending=False)["kpi"])
""",
    },
    {
        "task": "10-q4",
        "name": "page-always",
        "right": False,
        "why": "uses the table of the notebook",
        "code": """def exceptions(table, month):
    rows = page[(page["month"] == month) & page["on_target"].eq(False).fillna(False)]
    size = rows["target"].abs().replace(0, float("nan"))
    rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / size)
    return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
""",
    },
    {
        "task": "10-q5",
        "name": "aligned-series",
        "right": True,
        "why": "the hint's way",
        "code": '''def split_change(before, after):
    """Return the pair (rate effect, mix effect) of a change in total conversion, as fractions."""
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return (s0 * (r1 - r0)).sum(), ((s1 - s0) * r1).sum()
''',
    },
    {
        "task": "10-q5",
        "name": "loop",
        "right": True,
        "why": "beginner's loop over the segments",
        "code": """def split_change(before, after):
    all_before = sum(before["visitors"])
    all_after = sum(after["visitors"])
    rate_effect = 0
    mix_effect = 0
    for segment in before.index:
        old_share = before.loc[segment, "visitors"] / all_before
        new_share = after.loc[segment, "visitors"] / all_after
        old_rate = before.loc[segment, "buyers"] / before.loc[segment, "visitors"]
        new_rate = after.loc[segment, "buyers"] / after.loc[segment, "visitors"]
        rate_effect += old_share * (new_rate - old_rate)
        mix_effect += (new_share - old_share) * new_rate
    return (rate_effect, mix_effect)
""",
    },
    {
        "task": "10-q5",
        "name": "held-total",
        "right": True,
        "why": "the total at old mix and new rates stands between the two totals",
        "code": """def split_change(before, after):
    new = after.reindex(before.index)
    held = (before["visitors"] / before["visitors"].sum() * (new["buyers"] / new["visitors"])).sum()
    old_total = before["buyers"].sum() / before["visitors"].sum()
    new_total = after["buyers"].sum() / after["visitors"].sum()
    return float(held - old_total), float(new_total - held)
""",
    },
    {
        "task": "10-q5",
        "name": "numpy-dot",
        "right": True,
        "why": "numpy dot after loc",
        "code": """import numpy as np

def split_change(before: pd.DataFrame, after: pd.DataFrame) -> tuple[float, float]:
    b = before[["visitors", "buyers"]].to_numpy(float)
    a = after.loc[before.index, ["visitors", "buyers"]].to_numpy(float)
    share = [t[:, 0] / t[:, 0].sum() for t in (b, a)]
    rate = [t[:, 1] / t[:, 0] for t in (b, a)]
    return np.dot(share[0], rate[1] - rate[0]), np.dot(share[1] - share[0], rate[1])
""",
    },
    {
        "task": "10-q5",
        "name": "merge-eval",
        "right": True,
        "why": "merge on the index, generator expressions",
        "code": """def split_change(before, after):
    both = before.merge(after, left_index=True, right_index=True, suffixes=("_0", "_1"))
    n0, n1 = both["visitors_0"].sum(), both["visitors_1"].sum()
    rows = list(both.itertuples(index=False))
    rate = sum(r.visitors_0 / n0 * (r.buyers_1 / r.visitors_1 - r.buyers_0 / r.visitors_0) for r in rows)
    mix = sum((r.visitors_1 / n1 - r.visitors_0 / n0) * r.buyers_1 / r.visitors_1 for r in rows)
    return rate, mix
""",
    },
    {
        "task": "10-q5",
        "name": "mix-first",
        "right": False,
        "why": "the rate effect comes first",
        "code": """def split_change(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return ((s1 - s0) * r1).sum(), (s0 * (r1 - r0)).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "new-mix-old-rates",
        "right": False,
        "why": "the other split: new shares for the rates and old rates for the mix",
        "code": """def split_change(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return (s1 * (r1 - r0)).sum(), ((s1 - s0) * r0).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "old-both",
        "right": False,
        "why": "old shares and old rates; the two do not add up to the change",
        "code": """def split_change(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return (s0 * (r1 - r0)).sum(), ((s1 - s0) * r0).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "midpoints",
        "right": False,
        "why": "means of old and new shares and rates",
        "code": """def split_change(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return ((s0 + s1) / 2 * (r1 - r0)).sum(), ((s1 - s0) * (r0 + r1) / 2).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "by-position",
        "right": False,
        "why": "lines the segments up by place",
        "code": """def split_change(before, after):
    b, a = before.reset_index(drop=True), after.reset_index(drop=True)
    s0, s1 = b["visitors"] / b["visitors"].sum(), a["visitors"] / a["visitors"].sum()
    r0, r1 = b["buyers"] / b["visitors"], a["buyers"] / a["visitors"]
    return (s0 * (r1 - r0)).sum(), ((s1 - s0) * r1).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "points",
        "right": False,
        "why": "percentage points, fractions are asked",
        "code": """def split_change(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return 100 * (s0 * (r1 - r0)).sum(), 100 * ((s1 - s0) * r1).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "per-segment",
        "right": False,
        "why": "two Series instead of two numbers",
        "code": """def split_change(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return s0 * (r1 - r0), (s1 - s0) * r1
""",
    },
    {
        "task": "10-q5",
        "name": "numbers-not-shares",
        "right": False,
        "why": "visitors instead of their shares",
        "code": """def split_change(before, after):
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return (before["visitors"] * (r1 - r0)).sum(), ((after["visitors"] - before["visitors"]) * r1).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "sign-turned",
        "right": False,
        "why": "old minus new",
        "code": """def split_change(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return (s0 * (r0 - r1)).sum(), ((s0 - s1) * r1).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "unweighted",
        "right": False,
        "why": "the plain sum of the rates' changes is not weighted",
        "code": """def split_change(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return (r1 - r0).mean(), ((s1 - s0) * r1).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "shares-of-buyers",
        "right": False,
        "why": "shares of the buyers and not of the visitors",
        "code": """def split_change(before, after):
    s0, s1 = before["buyers"] / before["buyers"].sum(), after["buyers"] / after["buyers"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return (s0 * (r1 - r0)).sum(), ((s1 - s0) * r1).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "first-segment",
        "right": False,
        "why": "one segment instead of the sum over all",
        "code": """def split_change(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    name = before.index[0]
    return s0[name] * (r1[name] - r0[name]), (s1[name] - s0[name]) * r1[name]
""",
    },
    {
        "task": "10-q5",
        "name": "one-sum",
        "right": False,
        "why": "the total change, not the pair",
        "code": """def split_change(before, after):
    return after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
""",
    },
    {
        "task": "10-q5",
        "name": "rounded",
        "right": False,
        "why": "three decimals, results are not rounded",
        "code": """def split_change(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return round((s0 * (r1 - r0)).sum(), 3), round(((s1 - s0) * r1).sum(), 3)
""",
    },
    {
        "task": "10-q5",
        "name": "writes-columns",
        "right": False,
        "why": "right pair, but both tables have new columns",
        "code": """def split_change(before, after):
    for table in (before, after):
        table["share"] = table["visitors"] / table["visitors"].sum()
        table["rate"] = table["buyers"] / table["visitors"]
    rate = (before["share"] * (after["rate"] - before["rate"])).sum()
    return rate, ((after["share"] - before["share"]) * after["rate"]).sum()
""",
    },
    {
        "task": "10-q5",
        "name": "the-example",
        "right": False,
        "why": "hard-coded",
        "code": """def split_change(before, after):
    return (-0.006, 0.033)
""",
    },
    {
        "task": "10-q6",
        "name": "product-of-signs",
        "right": True,
        "why": "the hint's way",
        "code": '''def total_lies(before, after):
    """Return whether the total moved one way and every segment the other."""
    change = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return bool((change * total < 0).all())
''',
    },
    {
        "task": "10-q6",
        "name": "loop-flags",
        "right": True,
        "why": "beginner's loop with flags",
        "code": """def total_lies(before, after):
    total_before = before["buyers"].sum() / before["visitors"].sum()
    total_after = after["buyers"].sum() / after["visitors"].sum()
    all_fell = True
    all_rose = True
    for segment in before.index:
        old = before.loc[segment, "buyers"] / before.loc[segment, "visitors"]
        new = after.loc[segment, "buyers"] / after.loc[segment, "visitors"]
        if new >= old:
            all_fell = False
        if new <= old:
            all_rose = False
    if total_after > total_before and all_fell:
        return True
    if total_after < total_before and all_rose:
        return True
    return False
""",
    },
    {
        "task": "10-q6",
        "name": "whole-numbers",
        "right": True,
        "why": "cross multiplication with whole numbers, no rounding at all",
        "code": """def _sign(old, new):
    left, right = int(new["buyers"]) * int(old["visitors"]), int(old["buyers"]) * int(new["visitors"])
    return (left > right) - (left < right)


def total_lies(before: pd.DataFrame, after: pd.DataFrame) -> bool:
    total = _sign(before[["visitors", "buyers"]].sum(), after[["visitors", "buyers"]].sum())
    return total != 0 and all(_sign(before.loc[name], after.loc[name]) == -total for name in before.index)
""",
    },
    {
        "task": "10-q6",
        "name": "numpy-bool",
        "right": True,
        "why": "numpy sign, returns np.bool_",
        "code": """import numpy as np

def total_lies(before, after):
    after = after.reindex(before.index)
    rate = np.sign((after["buyers"] / after["visitors"]).to_numpy() - (before["buyers"] / before["visitors"]).to_numpy())
    total = np.sign(after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum())
    return np.all(rate == -total) & (total != 0)
""",
    },
    {
        "task": "10-q6",
        "name": "min-max",
        "right": True,
        "why": "smallest and largest change of a segment",
        "code": """def total_lies(before, after):
    def rates(table):
        return table["buyers"].div(table["visitors"])

    def total(table):
        return table["buyers"].sum() / table["visitors"].sum()

    change = rates(after).sub(rates(before))
    moved = total(after) - total(before)
    return bool((moved > 0 and change.max() < 0) or (moved < 0 and change.min() > 0))
""",
    },
    {
        "task": "10-q6",
        "name": "any-segment",
        "right": False,
        "why": "one segment against the total is not every segment",
        "code": """def total_lies(before, after):
    change = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return bool((change * total < 0).any())
""",
    },
    {
        "task": "10-q6",
        "name": "standstill-counts",
        "right": False,
        "why": "a segment or total that did not move contradicts nothing",
        "code": """def total_lies(before, after):
    change = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return bool((change * total <= 0).all())
""",
    },
    {
        "task": "10-q6",
        "name": "rising-total-only",
        "right": False,
        "why": "a falling total can lie, too",
        "code": """def total_lies(before, after):
    change = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return bool(total > 0 and (change < 0).all())
""",
    },
    {
        "task": "10-q6",
        "name": "by-position",
        "right": False,
        "why": "segments lined up by place",
        "code": """def total_lies(before, after):
    change = after["buyers"].to_numpy() / after["visitors"].to_numpy() - before["buyers"].to_numpy() / before["visitors"].to_numpy()
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return bool((change * total < 0).all())
""",
    },
    {
        "task": "10-q6",
        "name": "mean-of-rates",
        "right": False,
        "why": "the total is all buyers over all visitors, not the mean of the rates",
        "code": """def total_lies(before, after):
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    total = r1.mean() - r0.mean()
    return bool(((r1 - r0) * total < 0).all())
""",
    },
    {
        "task": "10-q6",
        "name": "rounded-moves",
        "right": False,
        "why": "every move counts, however small",
        "code": """def total_lies(before, after):
    change = (after["buyers"] / after["visitors"]).round(3) - (before["buyers"] / before["visitors"]).round(3)
    total = round(after["buyers"].sum() / after["visitors"].sum(), 3) - round(before["buyers"].sum() / before["visitors"].sum(), 3)
    return bool((change * total < 0).all())
""",
    },
    {
        "task": "10-q6",
        "name": "threshold",
        "right": False,
        "why": "moves of less than a tenth of a point are ignored",
        "code": """def total_lies(before, after):
    change = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    if abs(total) < 0.001:
        return False
    return bool((change * total < 0).all())
""",
    },
    {
        "task": "10-q6",
        "name": "buyers-not-rates",
        "right": False,
        "why": "numbers of buyers instead of conversion",
        "code": """def total_lies(before, after):
    change = after["buyers"] - before["buyers"]
    total = change.sum()
    return bool((change * total < 0).all())
""",
    },
    {
        "task": "10-q6",
        "name": "same-direction",
        "right": False,
        "why": "all segments move with the total",
        "code": """def total_lies(before, after):
    change = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return bool((change * total > 0).all())
""",
    },
    {
        "task": "10-q6",
        "name": "first-segment",
        "right": False,
        "why": "asks the first segment only",
        "code": """def total_lies(before, after):
    name = before.index[0]
    change = after.loc[name, "buyers"] / after.loc[name, "visitors"] - before.loc[name, "buyers"] / before.loc[name, "visitors"]
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return bool(change * total < 0)
""",
    },
    {
        "task": "10-q6",
        "name": "majority",
        "right": False,
        "why": "most segments are not every segment",
        "code": """def total_lies(before, after):
    change = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return bool((change * total < 0).mean() > 0.5)
""",
    },
    {
        "task": "10-q6",
        "name": "series-back",
        "right": False,
        "why": "a Series by segment and not one True or False",
        "code": """def total_lies(before, after):
    change = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return change * total < 0
""",
    },
    {
        "task": "10-q6",
        "name": "sum-of-changes",
        "right": False,
        "why": "asks whether the segments' changes together go against the total",
        "code": """def total_lies(before, after):
    change = (after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]).sum()
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return bool(change * total < 0)
""",
    },
    {
        "task": "10-q6",
        "name": "sorts-in-place",
        "right": False,
        "why": "right verdict, but both tables are sorted anew and have a new column",
        "code": """def total_lies(before, after):
    for table in (before, after):
        table.sort_index(ascending=False, inplace=True)
        table["rate"] = table["buyers"] / table["visitors"]
    total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
    return bool(((after["rate"] - before["rate"]) * total < 0).all())
""",
    },
    {
        "task": "10-q6",
        "name": "always-true",
        "right": False,
        "why": "says True whatever it is given",
        "code": """def total_lies(before, after):
    return True
""",
    },
    {
        "task": "10-q6",
        "name": "mix-effect-sign",
        "right": False,
        "why": "only asks whether rate effect and mix effect have different signs",
        "code": """def total_lies(before, after):
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return bool((s0 * (r1 - r0)).sum() * ((s1 - s0) * r1).sum() < 0)
""",
    },
    {
        "task": "10-q6",
        "name": "either-answer",
        "right": False,
        "why": "adversary: an object that is equal to True and to False",
        "code": """class Either(int):
    def __eq__(self, other):
        return True
    def __ne__(self, other):
        return False
    __hash__ = int.__hash__

def total_lies(before, after):
    return Either(1)
""",
    },
    {
        "task": "10-q7",
        "name": "computed",
        "right": True,
        "why": "everything computed",
        "code": """memberships = 100 * 197
rebuilt = memberships + 10 * 997 + 5 * 2997
recurring_share = memberships / rebuilt
implied_ltv = rebuilt / 100 * 18
""",
    },
    {
        "task": "10-q7",
        "name": "typed",
        "right": True,
        "why": "numbers typed, four digits",
        "code": """rebuilt = 44655
recurring_share = 0.4412
implied_ltv = 8037.9
""",
    },
    {
        "task": "10-q7",
        "name": "three-digits",
        "right": True,
        "why": "three significant digits",
        "code": """rebuilt = 44700
recurring_share = 0.441
implied_ltv = 8040
""",
    },
    {
        "task": "10-q7",
        "name": "series",
        "right": True,
        "why": "pandas and numpy numbers",
        "code": """import numpy as np

sold = pd.Series({"members": 100, "course": 10, "coaching": 5})
price = pd.Series({"members": 197.0, "course": 997.0, "coaching": 2997.0})
money = sold * price
rebuilt = money.sum()
recurring_share = np.float64(money["members"] / rebuilt)
implied_ltv = 18 * rebuilt / np.int64(sold["members"])
""",
    },
    {
        "task": "10-q7",
        "name": "helper-loop",
        "right": True,
        "why": "helper, loop and dictionary",
        "code": """def total_of(items):
    total = 0
    for number, dollars in items:
        total += number * dollars
    return total


parts = {"once": [(10, 997), (5, 2997)], "monthly": [(100, 197)]}
rebuilt = float(total_of(parts["once"]) + total_of(parts["monthly"]))
recurring_share = round(total_of(parts["monthly"]) / rebuilt, 4)
implied_ltv = round(rebuilt * 18 / 100, 2)
""",
    },
    {
        "task": "10-q7",
        "name": "share-in-percent",
        "right": False,
        "why": "the share is a fraction",
        "code": """rebuilt = 44655
recurring_share = 44.12
implied_ltv = 8037.9
""",
    },
    {
        "task": "10-q7",
        "name": "quoted-ltv",
        "right": False,
        "why": "repeats the quoted LTV instead of computing it",
        "code": """rebuilt = 44655
recurring_share = 19700 / 44655
implied_ltv = 7842
""",
    },
    {
        "task": "10-q7",
        "name": "membership-ltv",
        "right": False,
        "why": "counts only the membership, the text asks for the whole rebuilt sum",
        "code": """rebuilt = 44655
recurring_share = 19700 / 44655
implied_ltv = 197 * 18
""",
    },
    {
        "task": "10-q7",
        "name": "per-month-ltv",
        "right": False,
        "why": "one month instead of 18",
        "code": """rebuilt = 44655
recurring_share = 19700 / 44655
implied_ltv = 44655 / 100
""",
    },
    {
        "task": "10-q7",
        "name": "all-members-ltv",
        "right": False,
        "why": "18 months of all 100 members",
        "code": """rebuilt = 44655
recurring_share = 19700 / 44655
implied_ltv = 44655 * 18
""",
    },
    {
        "task": "10-q7",
        "name": "twelve-months",
        "right": False,
        "why": "a year instead of 18 months",
        "code": """rebuilt = 44655
recurring_share = 19700 / 44655
implied_ltv = 44655 / 100 * 12
""",
    },
    {
        "task": "10-q7",
        "name": "once-share",
        "right": False,
        "why": "the share that is paid once",
        "code": """rebuilt = 44655
recurring_share = (9970 + 14985) / 44655
implied_ltv = 8037.9
""",
    },
    {
        "task": "10-q7",
        "name": "buyers-as-base",
        "right": False,
        "why": "divides by 115 buyers, one of the 100 members is asked",
        "code": """rebuilt = 44655
recurring_share = 19700 / 44655
implied_ltv = 44655 / 115 * 18
""",
    },
    {
        "task": "10-q7",
        "name": "sold-mixed-up",
        "right": False,
        "why": "10 coaching packages and 5 courses",
        "code": """rebuilt = 100 * 197 + 5 * 997 + 10 * 2997
recurring_share = 19700 / rebuilt
implied_ltv = rebuilt / 100 * 18
""",
    },
    {
        "task": "10-q7",
        "name": "ten-members",
        "right": False,
        "why": "10 members and 100 courses",
        "code": """rebuilt = 10 * 197 + 100 * 997 + 5 * 2997
recurring_share = 1970 / rebuilt
implied_ltv = rebuilt / 100 * 18
""",
    },
    {
        "task": "10-q7",
        "name": "one-digit-share",
        "right": False,
        "why": "fewer than three significant digits",
        "code": """rebuilt = 44655
recurring_share = 0.4
implied_ltv = 8037.9
""",
    },
    {
        "task": "10-q7",
        "name": "rounded-to-thousands",
        "right": False,
        "why": "two and one significant digits, three are needed",
        "code": """rebuilt = 45000
recurring_share = 0.441
implied_ltv = 8000
""",
    },
    {
        "task": "10-q7",
        "name": "membership-only-sum",
        "right": False,
        "why": "the sum of the memberships alone",
        "code": """rebuilt = 19700
recurring_share = 1.0
implied_ltv = 19700 / 100 * 18
""",
    },
    {
        "task": "10-q7",
        "name": "shape-example",
        "right": False,
        "why": "the numbers of the shape",
        "code": """rebuilt = 1000
recurring_share = 0.25
implied_ltv = 900.0
""",
    },
    {
        "task": "10-q7",
        "name": "monthly-once-mixed",
        "right": False,
        "why": "ltv of what is really recurring plus one time sales",
        "code": """rebuilt = 44655
recurring_share = 19700 / 44655
implied_ltv = (19700 * 18 + 9970 + 14985) / 100
""",
    },
    {
        "task": "10-q7",
        "name": "as-text",
        "right": False,
        "why": "texts with signs, numbers are asked",
        "code": """rebuilt = "$44,655"
recurring_share = "44%"
implied_ltv = "$8,037.90"
""",
    },
    {
        "task": "10-q7",
        "name": "share-of-customers",
        "right": False,
        "why": "the share of members among buyers, not of the money",
        "code": """rebuilt = 44655
recurring_share = 100 / 115
implied_ltv = 8037.9
""",
    },
    {
        "task": "10-q8",
        "name": "four-kpis",
        "right": True,
        "why": "four KPIs in plain YAML",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "flow-lines",
        "right": True,
        "why": "flow mappings, two counters, score and days",
        "code": '''my_kpis = """
- {id: nps, name: Recommendation, formula: promoters minus detractors, base: answers, window: quarter, unit: score, direction: up, owner: Kim, source: survey, target: 30, counter: answers}
- {id: answers, name: Answers, formula: people who answered, base: people asked, window: quarter, unit: count, direction: up, owner: Kim, source: survey, target: 200, counter: nps}
- {id: reply, name: Days to reply, formula: median days until a reply, base: questions, window: week, unit: days, direction: down, owner: Lou, source: mailbox, target: 1}
- {id: revenue, name: Revenue, formula: sum of all orders, base: orders, window: month, unit: currency, direction: up, owner: Lou, source: orders, target: 4000}
"""
''',
    },
    {
        "task": "10-q8",
        "name": "dumped",
        "right": True,
        "why": "table of tuples dumped with yaml",
        "code": """import yaml

columns = ["id", "name", "formula", "base", "window", "unit", "direction", "owner", "source", "target"]
rows = [
    ("visits", "Visits", "visits counted per day", "all visits", "day", "count", "up", "me", "website", 100),
    ("conversion", "Conversion", "buyers over visitors", "visitors of the month", "month", "fraction", "up", "me", "website", 0.02),
    ("refunds", "Refund rate", "refunded orders over orders", "orders of the month", "month", "fraction", "down", "me", "orders", 0.03),
    ("stay", "Months of stay", "mean months of a membership", "members who left", "year", "months", "up", "Bo", "subscriptions", 14),
    ("ltv_cac", "Value over cost", "value of a customer over cost", "new customers", "quarter", "ratio", "up", "Bo", "books", 3),
]
kpis = [dict(zip(columns, row)) for row in rows]
kpis[1]["counter"] = "refunds"
my_kpis = yaml.safe_dump(kpis, sort_keys=False)
""",
    },
    {
        "task": "10-q8",
        "name": "negative-target",
        "right": True,
        "why": "a target of 0 and a negative one, quotes and a comment",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: -0.01  # more come back than leave
- id: orders
  name: Orders of the quarter
  formula: "orders: each counted once"
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "json-text",
        "right": True,
        "why": "JSON text of the same kind",
        "code": """import json

common = {"window": "month", "direction": "up", "owner": "the owner", "target": 10}
kpis = [
    {"id": "calls", "name": "Calls", "formula": "calls with clients", "base": "all calls", "unit": "count", "source": "calendar", **common},
    {"id": "hours", "name": "Hours", "formula": "hours of work", "base": "all work", "unit": "count", "source": "timesheet", **common},
    {"id": "rate", "name": "Rate", "formula": "income per hour", "base": "paid hours", "unit": "currency", "source": "books", **common},
    {"id": "wins", "name": "Wins", "formula": "quotes accepted", "base": "quotes sent", "unit": "count", "source": "mailbox", "counter": "rate", **common},
]
my_kpis = json.dumps(kpis, indent=1)
""",
    },
    {
        "task": "10-q8",
        "name": "three-kpis",
        "right": False,
        "why": "at least four are asked",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
"""
''',
    },
    {
        "task": "10-q8",
        "name": "no-counter",
        "right": False,
        "why": "at least one names a counter",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "counter-unknown",
        "right": False,
        "why": "the counter is no KPI of the list",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: boredom
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "counter-itself",
        "right": False,
        "why": "it names itself, another one is asked",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: active_singers
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "one-source",
        "right": False,
        "why": "all have the same source",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: app
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: app
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "same-name",
        "right": False,
        "why": "two have the same name",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Active singers
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "same-formula",
        "right": False,
        "why": "two have the same formula",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: number of people who practised at least once
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "one-word-formula",
        "right": False,
        "why": "a formula has at least two words",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "base-missing",
        "right": False,
        "why": "one has no base",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "owner-missing",
        "right": False,
        "why": "one has no owner",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "target-missing",
        "right": False,
        "why": "one has no target",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
"""
''',
    },
    {
        "task": "10-q8",
        "name": "window-fortnight",
        "right": False,
        "why": "not one of the windows",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: fortnight
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "unit-percent",
        "right": False,
        "why": "percent is not one of the units",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: percent
  direction: down
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "direction-higher",
        "right": False,
        "why": "up or down is asked",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: lower
  owner: me
  source: subscriptions
  target: 0.05
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "target-as-text",
        "right": False,
        "why": "five percent is 0.05 and not a text",
        "code": '''my_kpis = """
- id: active_singers
  name: Active singers
  formula: number of people who practised at least once
  base: all members of the month
  window: month
  unit: count
  direction: up
  owner: Ida
  source: app
  target: 120
  counter: songs_finished
- id: songs_finished
  name: Songs finished
  formula: finished songs divided by started songs
  base: songs started in the month
  window: month
  unit: fraction
  direction: up
  owner: Ida
  source: app
  target: 0.5
- id: churn
  name: Members lost
  formula: members who left divided by members at the start
  base: members on the first day
  window: month
  unit: fraction
  direction: down
  owner: me
  source: subscriptions
  target: five percent
- id: orders
  name: Orders of the quarter
  formula: orders counted once each
  base: all orders
  window: quarter
  unit: count
  direction: up
  owner: me
  source: shop
  target: 90
"""
''',
    },
    {
        "task": "10-q8",
        "name": "list-not-text",
        "right": False,
        "why": "a Python list and not YAML text",
        "code": """my_kpis = [{"id": "mrr", "name": "MRR", "formula": "sum of all subscriptions"}]
""",
    },
    {
        "task": "10-q8",
        "name": "example-only",
        "right": False,
        "why": "the one KPI of the example",
        "code": '''my_kpis = """
- id: mrr
  name: MRR
  formula: monthly price of all subscriptions running at the end of the month
  base: running subscriptions
  window: month
  unit: currency
  direction: up
  owner: me
  source: subscriptions
  target: 2000
  counter: churn_rate
"""
''',
    },
]
