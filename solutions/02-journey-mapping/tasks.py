"""The computing tasks of module 02: examples, hidden cases, slips and other right answers."""

import random

from ecotools.grading.authoring.tasks import form, slip, task

STEPS = '["awareness", "purchase", "activation"]'


def journey(*stages, index=None):
    """Return the text of a journey with these stages, one touchpoint each."""
    labels = f", index={list(index)}" if index is not None else ""
    return f'pd.DataFrame({{"stage": {list(stages)}}}{labels})'


def events(text, year=2025, index=None):
    """Return the text of an event table made of ``"907 purchase 03-08, …"``: who, what, month and day."""
    rows = [row.split() for row in text.split(",")]
    days = [f"{year}-{day}" if len(day) == 5 else day for _, _, day in rows]
    parts = [
        f'"customer_id": {[int(who) for who, _, _ in rows]}',
        f'"day": pd.to_datetime({days})',
        f'"stage": {[stage for _, stage, _ in rows]}',
    ]
    labels = f", index={index}" if index else ""
    return f"pd.DataFrame({{{', '.join(parts)}}}{labels})"


def crowd(seed, people, rows, stages="awareness purchase activation retention"):
    """Return the text of many events in no order: odd ids, repeated events, rows that are alike."""
    draw = random.Random(seed)
    ids = draw.sample(range(100, 1000), people)
    made = [
        f"{draw.choice(ids)} {draw.choice(stages.split())} 03-{draw.randint(1, 16):02d}" for _ in range(rows)
    ]
    made += made[:3]
    return events(", ".join(made), index=draw.sample(range(10, 10 + 2 * len(made)), len(made)))


FIRST_DAYS = """
def ordered_counts(events, steps):
    firsts = {s: events[events["stage"] == s].groupby("customer_id")["day"].min() for s in steps}
    reached, counts = firsts[steps[0]], {steps[0]: len(firsts[steps[0]])}
    for step in steps[1:]:
        both = firsts[step][firsts[step].index.isin(reached.index)]
        reached = both[both >= reached.reindex(both.index)]
        counts[step] = len(reached)
    return pd.Series(counts)
"""
ANY_DAY = """
def ordered_counts(events, steps):
    there, counts = set(events["customer_id"]), {}
    for step in steps:
        there &= set(events.loc[events["stage"] == step, "customer_id"])
        counts[step] = len(there)
    return pd.Series(counts)
"""
BY_ITSELF = """
def ordered_counts(events, steps):
    return pd.Series({s: events.loc[events["stage"] == s, "customer_id"].nunique() for s in steps})
"""
EVENTS = """
def ordered_counts(events, steps):
    return pd.Series({step: int((events["stage"] == step).sum()) for step in steps})
"""
TWO_STEPS = """
def ordered_counts(events, steps):
    first = events[events["stage"] == steps[0]].groupby("customer_id")["day"].min()
    counts = {steps[0]: len(first)}
    for step in steps[1:]:
        rows = events[events["stage"] == step].merge(first.rename("first"), on="customer_id")
        counts[step] = rows.loc[rows["day"] >= rows["first"], "customer_id"].nunique()
    return pd.Series(counts)
"""
PERSON_BY_PERSON = """
def ordered_counts(events, steps):
    return events[events["stage"].isin(steps)].groupby("customer_id")["stage"].nunique()
"""
ORDER_OF_ROWS = """
def ordered_counts(events, steps):
    counts = dict.fromkeys(steps, 0)
    for _, own in events.groupby("customer_id"):
        place = 0
        for stage in own["stage"]:
            if place < len(steps) and stage == steps[place]:
                counts[steps[place]] += 1
                place += 1
    return pd.Series(counts)
"""
ONE_AFTER_THE_OTHER = """
def ordered_counts(events, steps):
    counts = [0] * len(steps)
    for _, own in events.groupby("customer_id"):
        day = None
        for i, step in enumerate(steps):
            days = own.loc[own["stage"] == step, "day"]
            if day is not None:
                days = days[days >= day]
            if days.empty:
                break
            day = days.min()
            counts[i] += 1
    return pd.Series(counts, index=steps)
"""
DICTIONARIES = """
def ordered_counts(events, steps):
    reached, counts = None, []
    for step in steps:
        now = {}
        rows = events.loc[events["stage"] == step, ["customer_id", "day"]]
        for who, day in rows.itertuples(index=False):
            if reached is not None and (who not in reached or day < reached[who]):
                continue
            now[who] = min(day, now.get(who, day))
        counts.append(len(now))
        reached = now
    return dict(zip(steps, counts))
"""
THE_LIBRARY = """
from ecotools.metrics import funnel

def ordered_counts(events, steps):
    return funnel.funnel(events, steps).set_index("step")["n"]
"""

RATES_BY_LOOP = """
def funnel_rates(counts):
    rows, before = [], None
    for n in counts:
        step = 1.0 if before is None else (n / before if before else float("nan"))
        rows.append({"step_rate": step, "cumulative_rate": n / counts.iloc[0]})
        before = n
    return pd.DataFrame(rows, index=counts.index)
"""
RATES_BY_LISTS = """
def funnel_rates(counts):
    n = counts.tolist()
    step = [1] + [after / before if before > 0 else None for before, after in zip(n, n[1:])]
    return pd.DataFrame({"cumulative_rate": [one / n[0] for one in n], "step_rate": step}, index=counts.index)
"""

WITHIN_BY_MERGE = """
def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min().rename("first")
    first = first[(pd.Timestamp(until) - first).dt.days > days]
    bought = events[events["stage"] == "purchase"].merge(first.reset_index(), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    won = set(bought.loc[waited.between(0, days), "customer_id"])
    return first.index.isin(won).mean() if len(first) else float("nan")
"""
WITHIN_BY_LOOP = """
def converted_within(events, days, until):
    seen = won = 0
    visits = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    sales = events[events["stage"] == "purchase"].groupby("customer_id")["day"].apply(list)
    for person, day in visits.items():
        if day + pd.Timedelta(days=days) < until:
            seen += 1
            won += any(0 <= (sale - day).days <= days for sale in sales.get(person, []))
    return won / seen if seen else float("nan")
"""
FIRST_PURCHASE = """
def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < pd.Timestamp(until)]
    if first.empty:
        return float("nan")
    bought = events[events["stage"] == "purchase"].groupby("customer_id")["day"].min()
    waited = (bought.reindex(first.index) - first).dt.days
    return waited.between(0, days).sum() / len(first)
"""

MONTHS_BY_DICTIONARIES = """
def broken_month(touches):
    active = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    months = {}
    bought = touches[touches["stage"] == "purchase"].sort_values("day").drop_duplicates("customer_id")
    for row in bought.itertuples():
        months.setdefault(row.day.strftime("%Y-%m"), []).append(row.customer_id in active)
    months.pop(max(months))
    return min(months, key=lambda month: sum(months[month]) / len(months[month]))
"""
MONTHS_BY_PERIODS = """
def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min().rename("bought")
    done = touches.loc[touches["stage"] == "activation", ["customer_id"]].drop_duplicates().assign(active=1.0)
    both = first.reset_index().merge(done, how="left").fillna({"active": 0.0})
    rate = both.groupby(both["bought"].dt.to_period("M"))["active"].mean().iloc[:-1]
    return str(rate.index[rate.argmin()])
"""
BY_THE_MONTH_OF_THE_EVENT = """
def broken_month(touches):
    month = touches["day"].dt.strftime("%Y-%m")
    done = touches[touches["stage"] == "activation"].groupby(month)["customer_id"].nunique()
    bought = touches[touches["stage"] == "purchase"].groupby(month)["customer_id"].nunique()
    rate = done.reindex(bought.index, fill_value=0) / bought
    return rate.drop(rate.index.max()).idxmin()
"""
ACTIVATIONS_COUNTED_TWICE = """
def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    done = touches[touches["stage"] == "activation"].groupby("customer_id")["day"].size()
    rate = done.reindex(first.index, fill_value=0).groupby(month).mean()
    return rate.drop(rate.index.max()).idxmin()
"""
THE_NEWEST_IN_THE_TABLE = """
def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    activated = first.index.isin(touches.loc[touches["stage"] == "activation", "customer_id"])
    rate = pd.Series(activated, index=first.index).groupby(month).mean()
    return rate[rate.index < touches["day"].max().strftime("%Y-%m")].idxmin()
"""
ROWS = "the order of the rows means nothing"
ALIKE = "people are counted, so an event that is there twice counts once"
LABELS = "the labels of the rows mean nothing"
NEWEST_MONTH = (
    "The newest month of buyers has had no time to be activated: leave that month out, and look at buyers to"
    " find it, since other events may go on after it."
)


def buyers(*months, start="2025-01"):
    """Return the text of buyers by month, in no order: ``(3, 5)`` is 3 activated of 5."""
    draw, rows, year, month = random.Random(7), [], *map(int, start.split("-"))
    ids = draw.sample(range(1000, 9999), 2 * sum(total for _, total in months))
    for activated, total in months:
        following = f"{year + month // 12}-{month % 12 + 1:02d}"
        for place in range(total):
            who = ids.pop()
            rows.append(f"{who} purchase {year}-{month:02d}-{draw.randint(3, 26):02d}")
            rows += [f"{who} purchase {following}-{draw.randint(1, 26):02d}"] * (place % 3 == 0)
            rows += [f"{who} activation {following}-{draw.randint(1, 26):02d}"] * (place < activated)
            rows += [f"{who} activation {following}-27"] * (place < activated and place % 2)
        rows += [f"{ids.pop()} activation {year}-{month:02d}-11"] * 2
        year, month = int(following[:4]), int(following[5:])
    draw.shuffle(rows)
    return events(", ".join(rows), index=draw.sample(range(5, 5 + 3 * len(rows)), len(rows)))


TASKS = [
    task(
        "02-q1",
        points=3,
        names="gaps",
        examples={
            'gaps(pd.DataFrame({"stage": ["purchase", "awareness", "awareness"]}))': (
                '["consideration", "activation", "retention", "referral"]'
            ),
            'gaps(pd.DataFrame({"stage": ["referral", "retention", "purchase", "consideration"]}))': (
                '["awareness", "activation"]'
            ),
        },
        hidden=[
            "gaps(pd.DataFrame({'stage': list(STAGES)[::-1]}))",
            "gaps(pd.DataFrame({'stage': STAGES}).iloc[:0])",
            f"gaps({journey('activation', 'activation', 'referral', 'awareness', index=[7, 7, 3, 9])})",
            f"gaps({journey('purchase', 'retention', index=['awareness', 'referral'])})",
            *(
                f"gaps(pd.DataFrame({{'stage': STAGES}}, index=range(5, 11)).query(\"stage != '{stage}'\"))"
                for stage in ("awareness", "purchase", "referral")
            ),
            "gaps(pd.DataFrame({'channel': ['email', 'email', 'site', 'site'],"
            " 'stage': ['referral', 'purchase', 'retention', 'awareness']}))",
        ],
        kind="sequence",
        slips=[
            slip(
                "not in present",
                "in present",
                says="These are the stages that are there. A gap is a stage that is missing.",
            ),
            slip(
                "[stage for stage in STAGES if stage not in present]",
                "sorted(set(STAGES) - present)",
                says="The right stages in another order: keep the order of STAGES.",
            ),
            slip(
                'present = set(journey["stage"])',
                'present = journey["stage"]',
                says="`in` looks in the row labels of a column. Make a set of the column first.",
            ),
            slip(
                'present = set(journey["stage"])',
                'present = set(journey["stage"].iloc[:1])',
                says="Only the first touchpoint was looked at. Does the function return inside a loop?",
            ),
        ],
        also=[
            form(
                "a loop and a tuple",
                """
                def gaps(journey):
                    missing = []
                    for stage in STAGES:
                        if not (journey["stage"] == stage).any():
                            missing.append(stage)
                    return tuple(missing)
                """,
            ),
            form(
                "counts, as an Index",
                """
                def gaps(journey):
                    counts = journey["stage"].value_counts().reindex(STAGES, fill_value=0)
                    return counts.index[counts == 0]
                """,
            ),
        ],
        survivors={
            "gaps(arguments sorted)": "the answer is in the order of STAGES, not of the rows",
            "gaps(arguments without duplicates)": "a stage is there once or twice: it is no gap",
            "gaps(arguments index reset)": LABELS,
        },
        right="What is missing cannot be seen in a list of what is there; it has to be asked for.",
    ),
    task(
        "02-q2",
        points=5,
        names="ordered_counts",
        examples={
            f"ordered_counts(five_people, {STEPS})": (
                'pd.Series({"awareness": 5, "purchase": 3, "activation": 1})'
            ),
            'ordered_counts(ann_and_ben, ["awareness", "purchase"])': (
                'pd.Series({"awareness": 2, "purchase": 1})'
            ),
            'ordered_counts(ann_and_ben, ["awareness", "referral", "purchase"])': (
                'pd.Series({"awareness": 2, "referral": 0, "purchase": 0})'
            ),
        },
        hidden=[
            f"ordered_counts({events('8 awareness 01-05, 8 purchase 01-05, 8 activation 01-05')}, {STEPS})",
            "ordered_counts("
            + events("8 awareness 01-02, 8 purchase 01-01, 8 purchase 01-04, 8 activation 01-03")
            + f", {STEPS})",
            "ordered_counts("
            + events("8 awareness 01-02, 8 purchase 01-04, 9 awareness 01-01, 9 activation 01-09")
            + f", {STEPS})",
            "ordered_counts("
            + events("8 awareness 01-01, 8 awareness 01-08, 8 purchase 01-03", index=[4, 4, 4])
            + ', ["awareness", "purchase"])',
            "ordered_counts("
            + events("50 purchase 01-03, 50 purchase 01-03, 7 purchase 01-01")
            + ', ["purchase"])',
            "ordered_counts("
            + events("8 awareness 01-20, 8 purchase 02-03, 8 activation 03-01", index=[1, 1, 0])
            + f", {STEPS})",
            f"ordered_counts({crowd(1, 9, 40)}, {STEPS})",
            f'ordered_counts({crowd(2, 12, 60)}, ["activation", "purchase", "awareness"])',
            f"ordered_counts({crowd(3, 15, 70)}, STAGES)",
            "ordered_counts(touches[touches['customer_id'] % 200 == 0].sample(frac=1, random_state=3),"
            " STAGES)",
            "ordered_counts(touches[touches['stage'] != 'consideration'].iloc[::60], "
            '["activation", "purchase", "retention"])',
        ],
        slips=[
            slip(
                BY_ITSELF,
                name="each step by itself",
                says="Each step is counted by itself here. Gus never bought, so he is not in the step after;"
                " and Dan was activated before he had bought: look at people and days.",
            ),
            slip(
                EVENTS,
                name="events, not people",
                says="These are events. Somebody with two events of a step is still one person.",
            ),
            slip(
                'rows["day"] >= rows["reached"]',
                'rows["day"] > rows["reached"]',
                says="An event on the same day counts too: cleo bought and was activated on one day.",
            ),
            slip(
                FIRST_DAYS,
                name="first days only",
                says="Dan bought before his visit, and again after it. The second purchase counts: look at"
                " all events on or after the day of the step before, not at the first one ever.",
            ),
            slip(
                TWO_STEPS,
                name="compared with the first step",
                says="Each step has to follow the step just before it, not only the first one, and only"
                " people who reached that step count.",
            ),
            slip(
                ANY_DAY,
                name="in the step before, on whatever day",
                says="The people are right, and the days are not looked at: an event has to be on the day of"
                " the step before, or later.",
            ),
            slip(
                'reached = rows.groupby("customer_id")["day"].min()',
                'reached = rows.groupby("customer_id")["day"].max()',
                says="Of several events of a step the earliest counts: cleo came back after she had bought.",
            ),
            slip(
                "counts[step] = len(reached)",
                "counts[step] = len(reached) or float('nan')",
                says="A step that nobody reached has 0, not NaN.",
            ),
            slip(
                PERSON_BY_PERSON,
                name="an entry for each person",
                says="This has an entry for each person. Count how many people there are at each step.",
            ),
            slip(
                'rows = events[events["stage"] == step]',
                'rows = events[events["stage"] == step].assign(day=lambda table: table["day"].dt.day)',
                name="the day of the month",
                says="The 3rd of February is later than the 20th of January: compare whole dates, not the day"
                " of the month.",
                hidden_only=True,
            ),
            slip(
                ORDER_OF_ROWS,
                name="the order of the rows",
                says="This depends on the order of the rows, which means nothing: compare the days.",
            ),
        ],
        also=[
            form("one person after the other", ONE_AFTER_THE_OTHER),
            form("dictionaries of days", DICTIONARIES),
            form("the library", THE_LIBRARY),
        ],
        survivors={
            "ordered_counts(arguments without duplicates)": ALIKE,
            "ordered_counts(arguments index reset)": LABELS,
        },
        right="From here on, every count is a part of the one before it, so its share means something.",
    ),
    task(
        "02-q3",
        points=3,
        names="funnel_rates",
        examples={
            'funnel_rates(pd.Series({"awareness": 1000, "consideration": 400, "purchase": 20}))': (
                'pd.DataFrame({"step_rate": [1, 0.4, 0.05], "cumulative_rate": [1, 0.4, 0.02]},'
                ' index=["awareness", "consideration", "purchase"])'
            ),
            'funnel_rates(pd.Series({"a": 80, "b": 40, "c": 20, "d": 0, "e": 0}))': (
                'pd.DataFrame({"step_rate": [1, 0.5, 0.5, 0, float("nan")],'
                ' "cumulative_rate": [1, 0.5, 0.25, 0, 0]}, index=["a", "b", "c", "d", "e"])'
            ),
        },
        hidden=[
            "funnel_rates(pd.Series([7000, 6999, 13, 13, 1], index=['e', 'b', 'a', 'd', 'c']))",
            "funnel_rates(pd.Series([90.0, 60.0, 30.0], index=[2, 0, 1]))",
            "funnel_rates(pd.Series([3, 0, 0], index=['a', 'b', 'c']))",
            "funnel_rates(pd.Series([5], index=['a']))",
            "funnel_rates(touches['stage'].value_counts())",
            "funnel_rates(pd.Series([3_000_000_000, 3, 1], index=['b', 'c', 'a']))",
        ],
        slips=[
            slip(
                "return pd.DataFrame({",
                "return 100 * pd.DataFrame({",
                says="These are percents. A rate is a fraction: 0.4, not 40.",
            ),
            slip(
                "    step_rate.iloc[0] = 1.0\n",
                "",
                name="first step missing",
                says="The first step has nothing before it: its step_rate is 1.",
            ),
            slip(
                "step_rate = counts / counts.shift()",
                "step_rate = counts / counts.iloc[0]",
                says="step_rate compares with the step before, not with the first step.",
            ),
            slip(
                "step_rate = counts / counts.shift()",
                "step_rate = 1 - counts / counts.shift()",
                says="This is the share that was lost. Asked is the share that went on.",
            ),
            slip(
                "step_rate = counts / counts.shift()",
                "step_rate = (counts / counts.shift()).fillna(0)",
                says="After a step that nobody reached there is no rate, and 0 would be one: leave it NaN.",
            ),
            slip(
                "step_rate = counts / counts.shift()",
                "step_rate = (counts / counts.shift()).fillna(1)",
                says="After a step that nobody reached there is no rate, and 1 would be one: leave it NaN.",
            ),
            slip(
                "step_rate = counts / counts.shift()",
                "step_rate = counts.shift(-1) / counts",
                says="This puts the rate in the row of the step before. It belongs to the step reached.",
            ),
            slip(
                '"cumulative_rate": counts / counts.iloc[0]',
                '"cumulative_rate": counts / counts.sum()',
                says="cumulative_rate compares with the people of the first step, not with all together.",
            ),
            slip(
                '"cumulative_rate": counts / counts.iloc[0]',
                '"cumulative_rate": (counts / counts.iloc[0]).round(1)',
                says="Do not round: 20 of 1000 is 0.02, and rounded there is nobody left.",
            ),
            slip(
                """
                def funnel_rates(counts):
                    return counts / counts.iloc[0]
                """,
                name="one Series",
                says="This is a single Series. Build a table of two columns: pd.DataFrame({…}).",
            ),
        ],
        also=[form("a loop over the counts", RATES_BY_LOOP), form("plain lists", RATES_BY_LISTS)],
        right="The first column says where people leave, the second how many are left.",
    ),
    task(
        "02-q4",
        points=5,
        names="converted_within",
        examples={
            'converted_within(four_visitors, 14, pd.Timestamp("2025-02-01"))': "1 / 3",
            'converted_within(four_visitors, 60, pd.Timestamp("2025-02-01"))': 'float("nan")',
            'converted_within(march_visitors, 7, pd.Timestamp("2025-04-01"))': "7 / 12",
            'converted_within(march_visitors, 7, pd.Timestamp("2025-03-09"))': "2 / 3",
        },
        hidden=[
            "converted_within("
            + events(
                "4 awareness 03-01, 9 awareness 03-01, 2 awareness 03-01, 2 purchase 03-09, 9 purchase 03-08"
            )
            + ", 7, pd.Timestamp('2025-12-31'))",
            "converted_within("
            + events("4 awareness 03-01, 4 purchase 02-28, 9 awareness 03-01, 9 purchase 03-01")
            + ", 7, pd.Timestamp('2025-12-31'))",
            "converted_within("
            + events("4 awareness 03-01, 4 purchase 03-02, 9 awareness 03-01")
            + ", 7, pd.Timestamp('2025-03-08'))",
            "converted_within("
            + events("4 awareness 03-01, 4 purchase 03-02, 9 awareness 03-01")
            + ", 7, pd.Timestamp('2025-03-09'))",
            "converted_within("
            + events("4 awareness 03-01, 4 purchase 03-01, 9 awareness 03-01, 9 purchase 03-02")
            + ", 0, pd.Timestamp('2025-03-02'))",
            "converted_within("
            + events("4 awareness 05-30, 4 purchase 05-30, 9 purchase 03-02", index=[2, 2, 2])
            + ", 7, pd.Timestamp('2025-06-01'))",
            "converted_within("
            + events(
                "4 awareness 01-28, 4 purchase 02-03, 9 awareness 01-28, 2 purchase 01-20", index=[6] * 4
            )
            + ", 7, pd.Timestamp('2025-06-01'))",
            "converted_within("
            + events("4 awareness 03-01, 9 awareness 03-02, 11 purchase 03-02")
            + ", 7, pd.Timestamp('2025-06-01'))",
            f"converted_within({crowd(4, 14, 50, 'awareness purchase')}, 5, pd.Timestamp('2025-03-14'))",
            "converted_within("
            + crowd(5, 25, 60, "awareness purchase retention")
            + ", 3, pd.Timestamp('2025-03-12'))",
            *(
                f"converted_within(touches[touches['customer_id'] % 100 == 0], {days}, case.ledger.end)"
                for days in (3, 30)
            ),
        ],
        slips=[
            slip(
                "    first = first[first + pd.Timedelta(days=days) < pd.Timestamp(until)]\n",
                "",
                name="everybody judged",
                says="Some visitors came too late to be judged, visitor 4 for example: leave them out.",
            ),
            slip(
                '["day"].min()',
                '["day"].max()',
                says="The window runs from the first visit, not from a later one.",
            ),
            slip(
                'visits = events[events["stage"] == "awareness"]',
                "visits = events",
                says="Only people with an `awareness` event are visitors, and their first event of another"
                " kind is no visit.",
            ),
            slip(
                FIRST_PURCHASE,
                name="the first purchase only",
                says="Somebody bought before the first visit and again after it. The second purchase counts:"
                " look at every purchase, not at the first one ever.",
            ),
            slip(
                " & (waited <= days)",
                "",
                name="no window",
                says="Visitor 2 bought after 19 days, outside the window of 14.",
            ),
            slip(
                "waited <= days",
                "waited < days",
                says="Exactly `days` days later is still within the window.",
            ),
            slip(
                "waited >= 0",
                "waited > 0",
                says="A purchase on the day of the first visit counts.",
            ),
            slip(
                "(waited >= 0) & ",
                "",
                name="purchases before the visit too",
                says="A purchase before the first visit cannot be its result.",
            ),
            slip(
                "< pd.Timestamp(until)",
                "<= pd.Timestamp(until)",
                says="`until` itself was not observed, so a window that ends on it is not complete.",
            ),
            slip(
                'bought.loc[in_time, "customer_id"].nunique()',
                "in_time.sum()",
                says="These are purchases. A visitor who bought twice is still one visitor who bought.",
            ),
            slip(
                "/ len(first)",
                "/ len(visits)",
                says="This divides by visits. Somebody who came twice is still one visitor.",
            ),
            slip(
                "/ len(first)",
                '/ events["customer_id"].nunique()',
                says="This divides by everybody in the table. Divide by the visitors who can be judged.",
            ),
            slip(
                'return float("nan")',
                "return 0.0",
                says="Nobody can be judged, so there is no share, and 0 would be one: return NaN.",
            ),
            slip(
                "return bought.loc",
                "return 100 * bought.loc",
                says="This is a percent. A rate is a fraction: 0.05, not 5.",
            ),
        ],
        also=[form("a merge and a mean", WITHIN_BY_MERGE), form("plain loops", WITHIN_BY_LOOP)],
        survivors={
            "converted_within(arguments without duplicates)": ALIKE,
            "converted_within(arguments sorted)": ROWS,
            "converted_within(arguments index reset)": LABELS,
        },
        right="A rate like this can be compared from month to month: everybody in it had the same time.",
    ),
    task(
        "02-q5",
        points=4,
        names="broken_month",
        examples={
            "broken_month(spring)": '"2025-02"',
            "broken_month(winter)": '"2024-12"',
            "isinstance(broken_month(winter), str)": "True",
        },
        hidden=[
            f"broken_month({buyers((8, 10), (30, 60), (4, 5), (1, 9))})",
            f"broken_month({buyers((8, 10), (7, 10), (9, 10), (0, 10), start='2023-11')})",
            f"broken_month({buyers((1, 3), (9, 30), (1, 1), (9, 12))})",
            f"broken_month({buyers((4, 5), (0, 1), (7, 9), (3, 4), (2, 2), start='2024-10')})",
            "broken_month("
            + events(
                "70 purchase 03-20, 9 purchase 01-05, 9 activation 01-02, 12 purchase 02-11,"
                " 31 purchase 01-08, 44 purchase 02-28, 44 activation 05-30, 44 purchase 03-05,"
                " 31 activation 01-09",
                index=[7, 7, 7, 1, 1, 1, 1, 0, 0],
            )
            + ")",
            f"broken_month({buyers((1, 10), (7, 10), (8, 10), (0, 9))})",
            "broken_month(troubled)",
            "broken_month(troubled.sample(frac=1, random_state=5))",
        ],
        slips=[
            slip(
                BY_THE_MONTH_OF_THE_EVENT,
                name="the month of the event",
                says="This divides a month's activations by the month's buyers, and they are other people."
                " Follow the buyers of each month, whenever they were activated.",
            ),
            slip(
                THE_NEWEST_IN_THE_TABLE,
                name="the month of the last event left out",
                says=NEWEST_MONTH,
            ),
            slip(
                ".groupby(month).mean()",
                ".groupby(month).sum()",
                says="This is the month with the fewest activations: compare shares, not counts.",
            ),
            slip(
                "rate.drop(rate.index.max()).idxmin()",
                "rate.idxmin()",
                says=NEWEST_MONTH,
            ),
            slip(
                '["day"].min()',
                '["day"].max()',
                says="A buyer belongs to the month of the first purchase, not of a later one.",
            ),
            slip(
                "rate.drop(rate.index.max()).idxmin()",
                "rate.drop(rate.index.max()).idxmax()",
                says="This is the month whose buyers were activated most often.",
            ),
            slip(
                ACTIVATIONS_COUNTED_TWICE,
                name="activation events, not people",
                says="Somebody with two activation events is still one buyer who was activated.",
            ),
            slip(
                "return rate.drop(rate.index.max()).idxmin()",
                'return pd.Period(rate.drop(rate.index.max()).idxmin(), "M")',
                says='Return the month as text, like "2025-04": str(…) makes text of a Period.',
            ),
            slip(
                "return rate.drop(rate.index.max()).idxmin()",
                "return rate.drop(rate.index.max()).min()",
                says='This is the share itself. Return the month, as text like "2025-04".',
            ),
        ],
        also=[
            form("dictionaries", MONTHS_BY_DICTIONARIES),
            form("periods and a merge", MONTHS_BY_PERIODS),
        ],
        survivors={
            "broken_month(arguments index reset)": "the row labels have no meaning here",
            "broken_month(arguments sorted)": ROWS,
            "broken_month(arguments without duplicates)": ALIKE,
        },
        right="The revenue of this month looks like any other. Only following its buyers shows it.",
    ),
    task(
        "02-q6",
        points=3,
        names=("chain", "overlap"),
        examples={
            "chain((0.1, 0.2), (0.5, 0.5))": "(0.05, 0.1)",
            "chain((0.5, 0.8), (0.5, 1), (0.2, 0.5))": "(0.05, 0.4)",
            "chain((0.125, 0.5), (0.1, 0.25))": "(0.0125, 0.125)",
            "max(overlap) <= 1": "True",
            "list(overlap) == sorted(overlap)": "True",
        },
        form={"overlap": "(0.01, 0.02)"},
        hidden=[
            "chain((0.4, 0.6), (0.05, 0.15))",
            "chain((0.3, 0.5), (0.03, 0.05), (0.4, 0.6), (0, 0.9))",
            "chain((0.25, 0.75))",
            "list(overlap)",
        ],
        slips=[
            slip(
                "low * bottom, high * top",
                "low + bottom - 1 * (low == 1), high + top - 1 * (high == 1)",
                name="added",
                says="Rates of steps that follow one another multiply; they do not add up.",
            ),
            slip(
                "    return low, high",
                "    return low ** (1 / len(ranges)), high ** (1 / len(ranges))",
                name="averaged",
                says="This is an average of the steps. Fewer people are left after each step: multiply.",
            ),
            slip(
                "    return low, high",
                "    return high, low",
                name="upside down",
                says="The lower end of the range comes first.",
            ),
            slip(
                "in ranges:",
                "in ranges[:2]:",
                says="Only the first two ranges were used here. There can be one, three or more.",
            ),
            slip(
                "low, high = low * bottom, high * top",
                "low, high = bottom, top",
                says="This is the last range alone. Start with 1 before the loop, and multiply in it.",
            ),
            slip(
                "    return low, high",
                "    return round(low, 2), round(high, 2)",
                name="rounded",
                says="Do not round: with small rates, two decimals leave nothing of the difference.",
            ),
            slip(
                "overlap = (0.02, 0.05)",
                "overlap = (0.05, 0.05)",
                says="The rate from community to coaching is a share of the community's members. Chain both"
                " steps first: then both statements are shares of course buyers.",
                hidden_only=True,
            ),
            slip(
                "overlap = (0.02, 0.05)",
                "overlap = (2, 5)",
                says="The ends of overlap are fractions: 0.05, not 5.",
            ),
            slip(
                "overlap = (0.02, 0.05)",
                "overlap = (0.05, 0.02)",
                says="The lower end of overlap comes first.",
            ),
            slip(
                "overlap = (0.02, 0.05)",
                "overlap = (0.02, 0.09)",
                says="This is the range of the chained rates alone. Which part of it fits the FAQ too?",
                hidden_only=True,
            ),
            slip(
                "overlap = (0.02, 0.05)",
                "overlap = (0.01, 0.05)",
                says="This is the range that the FAQ gives. Which part of it fits the chained rates too?",
                hidden_only=True,
            ),
            slip(
                "overlap = (0.02, 0.05)",
                "overlap = (0.01, 0.09)",
                says="These shares fit one statement or the other. Asked are those that fit both.",
                hidden_only=True,
            ),
            slip(
                "overlap = (0.02, 0.05)",
                "overlap = (0.02, 0.04)",
                name="a part of it",
                says="Not the whole range of shares that fit both statements: look at both ends again.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "products by numpy, ends as a list",
                """
                import numpy as np

                def chain(*ranges):
                    return list(np.prod(np.array(ranges), axis=0))

                overlap = [0.02, 0.05]
                """,
            ),
            form(
                "a table and a Series",
                """
                def chain(*ranges):
                    return pd.DataFrame(ranges, columns=["low", "high"]).prod()

                overlap = pd.Series({"low": 0.02, "high": 0.05})
                """,
            ),
        ],
        right="Two statements that can both be true are not yet evidence for either.",
    ),
]
