"""Answers to module 02 that a stranger wrote from the released text alone: right, wrong and adversarial.

Only the verdicts count. ``why`` says what is special about a right answer, or what the slip of a wrong one is.
"""

ANSWERS = [
    {
        "task": "02-q1",
        "name": "comprehension",
        "right": True,
        "why": "the hint's way",
        "code": '''def gaps(journey):
    """Return the stages of the journey that have no touchpoint, in order."""
    present = set(journey["stage"])
    return [stage for stage in STAGES if stage not in present]
''',
    },
    {
        "task": "02-q1",
        "name": "loop-append",
        "right": True,
        "why": "beginner's loop with a count of rows",
        "code": """def gaps(journey):
    missing = []
    for stage in STAGES:
        rows = journey[journey["stage"] == stage]
        if len(rows) == 0:
            missing.append(stage)
    return missing
""",
    },
    {
        "task": "02-q1",
        "name": "value-counts",
        "right": True,
        "why": "counts per stage, reindexed to all stages",
        "code": """def gaps(journey):
    n = journey["stage"].astype(str).value_counts().reindex(list(STAGES), fill_value=0)
    return n.index[n == 0].tolist()
""",
    },
    {
        "task": "02-q1",
        "name": "sorted-difference",
        "right": True,
        "why": "set difference, sorted by place in STAGES",
        "code": """def gaps(journey: pd.DataFrame) -> list[str]:
    return sorted(set(STAGES) - set(journey["stage"].tolist()), key=STAGES.index)
""",
    },
    {
        "task": "02-q1",
        "name": "isin-filter",
        "right": True,
        "why": "filter and numpy isin",
        "code": """import numpy as np

def gaps(journey):
    stages = np.array(STAGES, dtype=object)
    there = np.isin(stages.astype(str), journey["stage"].astype(str).to_numpy(dtype=str))
    return list(stages[~there])
""",
    },
    {
        "task": "02-q1",
        "name": "those-present",
        "right": False,
        "why": "lists the stages that are there",
        "code": """def gaps(journey):
    return [stage for stage in STAGES if stage in set(journey["stage"])]
""",
    },
    {
        "task": "02-q1",
        "name": "alphabetical",
        "right": False,
        "why": "right stages, order of the alphabet",
        "code": """def gaps(journey):
    return sorted(set(STAGES) - set(journey["stage"]))
""",
    },
    {
        "task": "02-q1",
        "name": "looks-in-row-labels",
        "right": False,
        "why": "`in` a Series looks at its index",
        "code": """def gaps(journey):
    return [stage for stage in STAGES if stage not in journey["stage"]]
""",
    },
    {
        "task": "02-q1",
        "name": "reversed-order",
        "right": False,
        "why": "from the end of the journey to its beginning",
        "code": """def gaps(journey):
    return [stage for stage in reversed(STAGES) if stage not in set(journey["stage"])]
""",
    },
    {
        "task": "02-q1",
        "name": "first-gap-only",
        "right": False,
        "why": "one gap instead of all, and None without a gap",
        "code": """def gaps(journey):
    for stage in STAGES:
        if stage not in set(journey["stage"]):
            return [stage]
    return []
""",
    },
    {
        "task": "02-q1",
        "name": "one-is-none",
        "right": False,
        "why": "a stage with one touchpoint is taken for a gap",
        "code": """def gaps(journey):
    return [stage for stage in STAGES if (journey["stage"] == stage).sum() <= 1]
""",
    },
    {
        "task": "02-q1",
        "name": "only-up-to-the-end",
        "right": False,
        "why": "looks only at stages before the last one that is there",
        "code": """def gaps(journey):
    present = set(journey["stage"])
    if not present:
        return list(STAGES)
    last = max(STAGES.index(stage) for stage in present)
    return [stage for stage in STAGES[:last] if stage not in present]
""",
    },
    {
        "task": "02-q1",
        "name": "prints",
        "right": False,
        "why": "prints, returns None",
        "code": """def gaps(journey):
    print([stage for stage in STAGES if stage not in set(journey["stage"])])
""",
    },
    {
        "task": "02-q1",
        "name": "number",
        "right": False,
        "why": "how many gaps, not which",
        "code": """def gaps(journey):
    return len(set(STAGES) - set(journey["stage"]))
""",
    },
    {
        "task": "02-q1",
        "name": "none-without-gap",
        "right": False,
        "why": "None instead of an empty list",
        "code": """def gaps(journey):
    missing = [stage for stage in STAGES if stage not in set(journey["stage"])]
    return missing or None
""",
    },
    {
        "task": "02-q1",
        "name": "fails-on-empty",
        "right": False,
        "why": "an IndexError for a journey without touchpoints, where all six are asked",
        "code": """def gaps(journey):
    journey["stage"].tolist()[0]
    return [stage for stage in STAGES if stage not in set(journey["stage"])]
""",
    },
    {
        "task": "02-q1",
        "name": "dedupes-in-place",
        "right": False,
        "why": "removes rows of the table it was given",
        "code": """def gaps(journey):
    journey.drop_duplicates("stage", inplace=True)
    return [stage for stage in STAGES if stage not in set(journey["stage"])]
""",
    },
    {
        "task": "02-q1",
        "name": "first-five-rows",
        "right": False,
        "why": "looks at the head of the table",
        "code": """def gaps(journey):
    return [stage for stage in STAGES if stage not in set(journey.head()["stage"])]
""",
    },
    {
        "task": "02-q1",
        "name": "neighbours-only",
        "right": False,
        "why": "forgets that a stage can have touchpoints in any row order",
        "code": """def gaps(journey):
    missing, at = [], 0
    for stage in journey["stage"]:
        place = STAGES.index(stage)
        missing += list(STAGES[at:place])
        at = place + 1
    return missing + list(STAGES[at:])
""",
    },
    {
        "task": "02-q1",
        "name": "hard-coded",
        "right": False,
        "why": "answers of the text",
        "code": """def gaps(journey):
    stages = journey["stage"].tolist()
    if not stages:
        return list(STAGES)
    if "awareness" in stages:
        return ["consideration", "activation", "retention", "referral"]
    return ["awareness", "activation"]
""",
    },
    {
        "task": "02-q1",
        "name": "list-as-default",
        "right": False,
        "why": "the list is a default value, so a second call goes on with the first one's",
        "code": """def gaps(journey, missing=[]):
    for stage in STAGES:
        if stage not in set(journey["stage"]):
            missing.append(stage)
    return missing
""",
    },
    {
        "task": "02-q1",
        "name": "my-own-journey",
        "right": False,
        "why": "looks at `left` of the notebook and not at what it is given",
        "code": """def gaps(journey):
    return [stage for stage in STAGES if stage not in set(left["stage"])]
""",
    },
    {
        "task": "02-q2",
        "name": "merge",
        "right": True,
        "why": "the hint's way",
        "code": '''def ordered_counts(events, steps):
    """Return how many people reached each step, in order, as a Series indexed by step."""
    counts = {}
    reached = None
    for step in steps:
        rows = events[events["stage"] == step]
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] >= rows["reached"]]
        reached = rows.groupby("customer_id")["day"].min()
        counts[step] = len(reached)
    return pd.Series(counts)
''',
    },
    {
        "task": "02-q2",
        "name": "dict-of-days",
        "right": True,
        "why": "plain Python over the rows, once for each step",
        "code": """def ordered_counts(events, steps):
    rows = list(zip(events["customer_id"], events["day"], events["stage"]))
    result = []
    reached = {}
    for place, step in enumerate(steps):
        now = {}
        for who, day, stage in rows:
            if stage != step:
                continue
            if place > 0 and (who not in reached or day < reached[who]):
                continue
            if who not in now or day < now[who]:
                now[who] = day
        reached = now
        result.append(len(reached))
    return pd.Series(result, index=list(steps))
""",
    },
    {
        "task": "02-q2",
        "name": "per-person-helper",
        "right": True,
        "why": "a helper says how far one person gets",
        "code": """def _how_far(person, steps):
    at, far = None, 0
    for step in steps:
        days = [day for day, stage in person if stage == step and (at is None or day >= at)]
        if not days:
            break
        at = min(days)
        far += 1
    return far


def ordered_counts(events, steps):
    people = {}
    for who, day, stage in events[["customer_id", "day", "stage"]].itertuples(index=False):
        people.setdefault(who, []).append((day, stage))
    far = [_how_far(person, steps) for person in people.values()]
    return pd.Series({step: sum(1 for f in far if f > place) for place, step in enumerate(steps)})
""",
    },
    {
        "task": "02-q2",
        "name": "recursion",
        "right": True,
        "why": "recursion over the steps",
        "code": """def ordered_counts(events: pd.DataFrame, steps: list) -> pd.Series:
    def go(left, day_of):
        if not left:
            return []
        rows = events.loc[events["stage"] == left[0], ["customer_id", "day"]]
        if day_of is not None:
            keep = [who in day_of and day >= day_of[who] for who, day in zip(rows["customer_id"], rows["day"])]
            rows = rows[pd.Series(keep, index=rows.index, dtype=bool)]
        first = dict(rows.groupby("customer_id")["day"].min())
        return [len(first), *go(left[1:], first)]

    return pd.Series(go(list(steps), None), index=list(steps))
""",
    },
    {
        "task": "02-q2",
        "name": "sorted-state-machine",
        "right": True,
        "why": "a copy sorted by day and step, one pointer per person, np.int64 counts",
        "code": """import numpy as np

def ordered_counts(events, steps):
    steps = list(steps)
    order = {step: place for place, step in enumerate(steps)}
    rows = events[events["stage"].isin(steps)]
    rows = rows.assign(place=rows["stage"].astype(str).map(order).astype(int))
    rows = rows.sort_values(["day", "place"])
    pointer = {}
    counts = np.zeros(len(steps), dtype=np.int64)
    for who, place in zip(rows["customer_id"], rows["place"]):
        if pointer.get(who, 0) == place:
            pointer[who] = place + 1
            counts[place] += 1
    return pd.Series(counts, index=pd.Index(steps, name="step"), name="people")
""",
    },
    {
        "task": "02-q2",
        "name": "any-order",
        "right": False,
        "why": "each step counted by itself",
        "code": """def ordered_counts(events, steps):
    return pd.Series({s: events.loc[events["stage"] == s, "customer_id"].nunique() for s in steps})
""",
    },
    {
        "task": "02-q2",
        "name": "events",
        "right": False,
        "why": "events, not people",
        "code": """def ordered_counts(events, steps):
    return pd.Series({s: int((events["stage"] == s).sum()) for s in steps})
""",
    },
    {
        "task": "02-q2",
        "name": "strictly-later",
        "right": False,
        "why": "the same day counts, too",
        "code": """def ordered_counts(events, steps):
    counts, reached = {}, None
    for step in steps:
        rows = events[events["stage"] == step]
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] > rows["reached"]]
        reached = rows.groupby("customer_id")["day"].min()
        counts[step] = len(reached)
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "first-ever-event",
        "right": False,
        "why": "compares the first event of a step ever, although a later one may count",
        "code": """def ordered_counts(events, steps):
    first = {s: events[events["stage"] == s].groupby("customer_id")["day"].min() for s in steps}
    counts, reached = {}, None
    for step in steps:
        now = first[step]
        if reached is not None:
            both = pd.concat([now.rename("now"), reached.rename("before")], axis=1, join="inner")
            now = both.loc[both["now"] >= both["before"], "now"]
        counts[step], reached = len(now), now
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "after-first-step-only",
        "right": False,
        "why": "each step is compared with the first step, not with the one before",
        "code": """def ordered_counts(events, steps):
    start = events[events["stage"] == steps[0]].groupby("customer_id")["day"].min().rename("start")
    counts = {steps[0]: len(start)}
    for step in steps[1:]:
        rows = events[events["stage"] == step].merge(start, on="customer_id")
        counts[step] = rows.loc[rows["day"] >= rows["start"], "customer_id"].nunique()
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "no-days",
        "right": False,
        "why": "people who have all the steps, whatever the days",
        "code": """def ordered_counts(events, steps):
    counts, people = {}, None
    for step in steps:
        here = set(events.loc[events["stage"] == step, "customer_id"])
        people = here if people is None else people & here
        counts[step] = len(people)
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "latest-event",
        "right": False,
        "why": "the last event of a step counts here, and the earliest should",
        "code": """def ordered_counts(events, steps):
    counts, reached = {}, None
    for step in steps:
        rows = events[events["stage"] == step]
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] >= rows["reached"]]
        reached = rows.groupby("customer_id")["day"].max()
        counts[step] = len(reached)
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "row-order",
        "right": False,
        "why": "reads the rows as if they were in the order of time",
        "code": """def ordered_counts(events, steps):
    pointer, counts = {}, dict.fromkeys(steps, 0)
    for who, stage in zip(events["customer_id"], events["stage"]):
        place = pointer.get(who, 0)
        if place < len(steps) and stage == steps[place]:
            counts[stage] += 1
            pointer[who] = place + 1
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "sorted-by-day-only",
        "right": False,
        "why": "events of one day stay in the order of the rows, so a same-day step can be missed",
        "code": """def ordered_counts(events, steps):
    pointer, counts = {}, dict.fromkeys(steps, 0)
    rows = events.sort_values("day", kind="stable")
    for who, stage in zip(rows["customer_id"], rows["stage"]):
        place = pointer.get(who, 0)
        if place < len(steps) and stage == steps[place]:
            counts[stage] += 1
            pointer[who] = place + 1
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "nothing-in-between",
        "right": False,
        "why": "other events in between do no harm, here they do",
        "code": """def ordered_counts(events, steps):
    rows = events.sort_values("day", kind="stable")
    counts = dict.fromkeys(steps, 0)
    for who, person in rows.groupby("customer_id"):
        stages = person["stage"].tolist()
        if steps[0] not in stages:
            continue
        at = stages.index(steps[0])
        for place, step in enumerate(steps):
            if at + place < len(stages) and stages[at + place] == step:
                counts[step] += 1
            else:
                break
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "stops-at-empty-step",
        "right": False,
        "why": "the steps after an empty one are missing from the index",
        "code": """def ordered_counts(events, steps):
    counts, reached = {}, None
    for step in steps:
        rows = events[events["stage"] == step]
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] >= rows["reached"]]
        reached = rows.groupby("customer_id")["day"].min()
        if len(reached) == 0:
            break
        counts[step] = len(reached)
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "nan-for-nobody",
        "right": False,
        "why": "NaN where 0 is asked",
        "code": """def ordered_counts(events, steps):
    counts, reached = {}, None
    for step in steps:
        rows = events[events["stage"] == step]
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] >= rows["reached"]]
        reached = rows.groupby("customer_id")["day"].min()
        counts[step] = len(reached) or float("nan")
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "events-at-step",
        "right": False,
        "why": "right people, but two purchases of one person count twice",
        "code": """def ordered_counts(events, steps):
    counts, reached = {}, None
    for step in steps:
        rows = events[events["stage"] == step]
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] >= rows["reached"]]
        reached = rows.groupby("customer_id")["day"].min()
        counts[step] = len(rows)
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "renames-in-place",
        "right": False,
        "why": "right counts, but the table it was given is changed",
        "code": """def ordered_counts(events, steps):
    events.sort_values(["customer_id", "day"], inplace=True)
    events.reset_index(drop=True, inplace=True)
    counts, reached = {}, None
    for step in steps:
        rows = events[events["stage"] == step]
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] >= rows["reached"]]
        reached = rows.groupby("customer_id")["day"].min()
        counts[step] = len(reached)
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "shares",
        "right": False,
        "why": "shares of the first step instead of counts",
        "code": """def ordered_counts(events, steps):
    counts, reached = {}, None
    for step in steps:
        rows = events[events["stage"] == step]
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] >= rows["reached"]]
        reached = rows.groupby("customer_id")["day"].min()
        counts[step] = len(reached)
    result = pd.Series(counts)
    return result / max(result.iloc[0], 1)
""",
    },
    {
        "task": "02-q2",
        "name": "fixed-journey",
        "right": False,
        "why": "uses STAGES and not the steps it is given",
        "code": """def ordered_counts(events, steps):
    counts, reached = {}, None
    for step in ["awareness", "purchase", "activation"]:
        rows = events[events["stage"] == step]
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] >= rows["reached"]]
        reached = rows.groupby("customer_id")["day"].min()
        counts[step] = len(reached)
    return pd.Series(counts).reindex(steps, fill_value=0)
""",
    },
    {
        "task": "02-q2",
        "name": "same-month-reading",
        "right": False,
        "why": "compares the day of the month only, so a step in a later month can look earlier",
        "code": """def ordered_counts(events, steps):
    counts, reached = {}, None
    for step in steps:
        rows = events[events["stage"] == step]
        rows = rows.assign(day=rows["day"].dt.day)
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] >= rows["reached"]]
        reached = rows.groupby("customer_id")["day"].min()
        counts[step] = len(reached)
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "empty-mask",
        "right": False,
        "why": "an empty list as a mask chooses columns, so a step without events stops with an error instead of 0",
        "code": """def ordered_counts(events: pd.DataFrame, steps: list) -> pd.Series:
    def go(left, day_of):
        if not left:
            return []
        rows = events.loc[events["stage"] == left[0], ["customer_id", "day"]]
        if day_of is not None:
            rows = rows[[who in day_of and day >= day_of[who] for who, day in zip(rows["customer_id"], rows["day"])]]
        first = dict(rows.groupby("customer_id")["day"].min())
        return [len(first), *go(left[1:], first)]

    return pd.Series(go(list(steps), None), index=list(steps))
""",
    },
    {
        "task": "02-q2",
        "name": "five-people-always",
        "right": False,
        "why": "uses a table of the notebook and not what it is given",
        "code": """def ordered_counts(events, steps):
    events = five_people
    counts, reached = {}, None
    for step in steps:
        rows = events[events["stage"] == step]
        if reached is not None:
            rows = rows.merge(reached.rename("reached"), on="customer_id")
            rows = rows[rows["day"] >= rows["reached"]]
        reached = rows.groupby("customer_id")["day"].min()
        counts[step] = len(reached)
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q2",
        "name": "map-without-guard",
        "right": False,
        "why": "stops with an error where nobody reached the step before, 0 is asked",
        "code": """def ordered_counts(events, steps):
    counts, reached = {}, None
    for step in steps:
        rows = events[events["stage"] == step]
        if reached is not None:
            if not len(reached):
                raise ValueError("nobody reached the step before")
            rows = rows[rows["day"] >= rows["customer_id"].map(reached)]
        reached = rows.groupby("customer_id")["day"].min()
        counts[step] = len(reached)
    return pd.Series(counts)
""",
    },
    {
        "task": "02-q3",
        "name": "shift",
        "right": True,
        "why": "the hint's way",
        "code": '''def funnel_rates(counts):
    """Return a table with the columns step_rate and cumulative_rate, indexed like counts."""
    table = pd.DataFrame({"step_rate": counts / counts.shift(), "cumulative_rate": counts / counts.iloc[0]})
    table.iloc[0, 0] = 1.0
    return table
''',
    },
    {
        "task": "02-q3",
        "name": "loop",
        "right": True,
        "why": "lists filled in a loop",
        "code": """def funnel_rates(counts):
    numbers = [float(n) for n in counts]
    steps, alls = [], []
    for place in range(len(numbers)):
        if place == 0:
            steps.append(1)
        elif numbers[place - 1] == 0:
            steps.append(float("nan"))
        else:
            steps.append(numbers[place] / numbers[place - 1])
        alls.append(numbers[place] / numbers[0])
    return pd.DataFrame({"step_rate": steps, "cumulative_rate": alls}, index=counts.index)
""",
    },
    {
        "task": "02-q3",
        "name": "numpy",
        "right": True,
        "why": "numpy division with where, columns the other way round",
        "code": """import numpy as np

def funnel_rates(counts):
    n = counts.to_numpy(dtype=float)
    before = np.concatenate([[n[0]], n[:-1]])
    rate = np.full(len(n), np.nan)
    np.divide(n, before, out=rate, where=before > 0)
    return pd.DataFrame({"cumulative_rate": n / n[0], "step_rate": rate}, index=counts.index)
""",
    },
    {
        "task": "02-q3",
        "name": "fill-value-shift",
        "right": True,
        "why": "shift with a fill value, assign",
        "code": """def funnel_rates(counts: pd.Series) -> pd.DataFrame:
    first = counts.iloc[0]
    before = counts.shift(fill_value=first)
    return counts.to_frame("n").assign(
        step_rate=lambda t: t["n"] / before, cumulative_rate=lambda t: t["n"] / first
    )[["step_rate", "cumulative_rate"]]
""",
    },
    {
        "task": "02-q3",
        "name": "pct-change-concat",
        "right": True,
        "why": "change plus one, put together with concat",
        "code": """def funnel_rates(counts):
    counts = counts.astype("float64")
    rate = counts.pct_change(fill_method=None) + 1
    rate = rate.where(counts.shift() != 0)
    rate = pd.concat([pd.Series([1.0], index=counts.index[:1]), rate.iloc[1:]])
    return pd.concat({"step_rate": rate, "cumulative_rate": counts.div(counts.iloc[0])}, axis=1)
""",
    },
    {
        "task": "02-q3",
        "name": "first-nan",
        "right": False,
        "why": "the first step rate is NaN and should be 1",
        "code": """def funnel_rates(counts):
    return pd.DataFrame({"step_rate": counts / counts.shift(), "cumulative_rate": counts / counts.iloc[0]})
""",
    },
    {
        "task": "02-q3",
        "name": "percents",
        "right": False,
        "why": "percents, not fractions",
        "code": """def funnel_rates(counts):
    table = pd.DataFrame({"step_rate": counts / counts.shift(), "cumulative_rate": counts / counts.iloc[0]})
    table.iloc[0, 0] = 1.0
    return table * 100
""",
    },
    {
        "task": "02-q3",
        "name": "swapped",
        "right": False,
        "why": "the two columns have each other's name",
        "code": """def funnel_rates(counts):
    step = counts / counts.shift()
    step.iloc[0] = 1.0
    return pd.DataFrame({"step_rate": counts / counts.iloc[0], "cumulative_rate": step})
""",
    },
    {
        "task": "02-q3",
        "name": "rounded",
        "right": False,
        "why": "two decimals, and the text says not rounded",
        "code": """def funnel_rates(counts):
    table = pd.DataFrame({"step_rate": counts / counts.shift(), "cumulative_rate": counts / counts.iloc[0]})
    table.iloc[0, 0] = 1.0
    return table.round(2)
""",
    },
    {
        "task": "02-q3",
        "name": "nan-filled",
        "right": False,
        "why": "0 after a step that nobody reached, NaN is asked",
        "code": """def funnel_rates(counts):
    table = pd.DataFrame({"step_rate": counts / counts.shift(), "cumulative_rate": counts / counts.iloc[0]})
    table.iloc[0, 0] = 1.0
    return table.fillna(0)
""",
    },
    {
        "task": "02-q3",
        "name": "fill-with-one",
        "right": False,
        "why": "fillna(1) for the first step also fills what cannot be computed",
        "code": """def funnel_rates(counts):
    table = pd.DataFrame({"step_rate": counts / counts.shift(), "cumulative_rate": counts / counts.iloc[0]})
    return table.fillna(1)
""",
    },
    {
        "task": "02-q3",
        "name": "shift-other-way",
        "right": False,
        "why": "divides by the next step",
        "code": """def funnel_rates(counts):
    table = pd.DataFrame({"step_rate": counts / counts.shift(-1), "cumulative_rate": counts / counts.iloc[0]})
    table.iloc[0, 0] = 1.0
    return table
""",
    },
    {
        "task": "02-q3",
        "name": "inverse",
        "right": False,
        "why": "before divided by this one",
        "code": """def funnel_rates(counts):
    table = pd.DataFrame({"step_rate": counts.shift() / counts, "cumulative_rate": counts.iloc[0] / counts})
    table.iloc[0, 0] = 1.0
    return table
""",
    },
    {
        "task": "02-q3",
        "name": "lost-share",
        "right": False,
        "why": "the share that left",
        "code": """def funnel_rates(counts):
    before = counts.shift()
    table = pd.DataFrame({"step_rate": 1 - counts / before, "cumulative_rate": 1 - counts / counts.iloc[0]})
    table.iloc[0, 0] = 1.0
    return table
""",
    },
    {
        "task": "02-q3",
        "name": "cumprod",
        "right": False,
        "why": "the product of step rates is NaN after an empty step, the share of the first step's people is 0",
        "code": """def funnel_rates(counts):
    step = counts / counts.shift()
    step.iloc[0] = 1.0
    return pd.DataFrame({"step_rate": step, "cumulative_rate": step.cumprod()})
""",
    },
    {
        "task": "02-q3",
        "name": "share-of-all",
        "right": False,
        "why": "divides by the sum of all counts",
        "code": """def funnel_rates(counts):
    table = pd.DataFrame({"step_rate": counts / counts.shift(), "cumulative_rate": counts / counts.sum()})
    table.iloc[0, 0] = 1.0
    return table
""",
    },
    {
        "task": "02-q3",
        "name": "numbered-rows",
        "right": False,
        "why": "index 0, 1, 2 instead of that of counts",
        "code": """def funnel_rates(counts):
    n = counts.tolist()
    step = [1.0] + [b / a if a else float("nan") for a, b in zip(n, n[1:])]
    return pd.DataFrame({"step_rate": step, "cumulative_rate": [x / n[0] for x in n]})
""",
    },
    {
        "task": "02-q3",
        "name": "empty-steps-dropped",
        "right": False,
        "why": "rows that cannot be computed are left out",
        "code": """def funnel_rates(counts):
    table = pd.DataFrame({"step_rate": counts / counts.shift(), "cumulative_rate": counts / counts.iloc[0]})
    table.iloc[0, 0] = 1.0
    return table.dropna()
""",
    },
    {
        "task": "02-q3",
        "name": "one-column",
        "right": False,
        "why": "the cumulative rate is missing",
        "code": """def funnel_rates(counts):
    step = counts / counts.shift()
    step.iloc[0] = 1.0
    return step.to_frame("step_rate")
""",
    },
    {
        "task": "02-q3",
        "name": "pops-the-first",
        "right": False,
        "why": "right rates, but takes the first entry out of the Series it was given",
        "code": """def funnel_rates(counts):
    index = counts.index
    first = counts.pop(index[0])
    n = [first] + counts.tolist()
    step = [1.0] + [b / a if a else float("nan") for a, b in zip(n, n[1:])]
    return pd.DataFrame({"step_rate": step, "cumulative_rate": [x / first for x in n]}, index=index)
""",
    },
    {
        "task": "02-q3",
        "name": "thousand-is-the-base",
        "right": False,
        "why": "takes the 1000 of the example for the first count",
        "code": """def funnel_rates(counts):
    table = pd.DataFrame({"step_rate": counts / counts.shift(), "cumulative_rate": counts / 1000})
    table.iloc[0, 0] = 1.0
    return table
""",
    },
    {
        "task": "02-q4",
        "name": "merge",
        "right": True,
        "why": "the hint's way",
        "code": '''def converted_within(events, days, until):
    """Return the share of judged visitors who bought within `days` days of their first visit."""
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first)
''',
    },
    {
        "task": "02-q4",
        "name": "dicts",
        "right": True,
        "why": "plain Python, dict of first visits and set of buyers",
        "code": """import datetime

def converted_within(events, days, until):
    first = {}
    for who, day, stage in zip(events["customer_id"], events["day"], events["stage"]):
        if stage == "awareness" and (who not in first or day < first[who]):
            first[who] = day
    window = datetime.timedelta(days=int(days))
    judged = {who: day for who, day in first.items() if day + window < until}
    if not judged:
        return float("nan")
    in_time = set()
    for who, day, stage in zip(events["customer_id"], events["day"], events["stage"]):
        if stage == "purchase" and who in judged and judged[who] <= day <= judged[who] + window:
            in_time.add(who)
    return len(in_time) / len(judged)
""",
    },
    {
        "task": "02-q4",
        "name": "isin-mean",
        "right": True,
        "why": "mean of a boolean Series over the judged, NaN when empty",
        "code": """def converted_within(events, days, until=pd.Timestamp("2026-01-01")):
    visits = events.loc[events["stage"].eq("awareness")]
    first = visits.sort_values("day").drop_duplicates("customer_id").set_index("customer_id")["day"]
    last = first + pd.to_timedelta(days, unit="D")
    judged = first.index[last < until]
    buys = events.loc[events["stage"].eq("purchase") & events["customer_id"].isin(judged)]
    ok = (buys["day"] >= buys["customer_id"].map(first)) & (buys["day"] <= buys["customer_id"].map(last))
    return pd.Series(judged.isin(buys.loc[ok, "customer_id"]), dtype=float).mean()
""",
    },
    {
        "task": "02-q4",
        "name": "person-by-person",
        "right": True,
        "why": "helper for one person, groupby loop",
        "code": """def _verdict(person, days, until):
    visits = person.loc[person["stage"] == "awareness", "day"]
    if visits.empty:
        return None
    first = visits.min()
    end = first + pd.Timedelta(days=days)
    if not end < until:
        return None
    return any(first <= day <= end for day in person.loc[person["stage"] == "purchase", "day"])


def converted_within(events, days, until):
    verdicts = [_verdict(person, days, until) for _, person in events.groupby("customer_id")]
    judged = [v for v in verdicts if v is not None]
    return sum(judged) / len(judged) if judged else float("nan")
""",
    },
    {
        "task": "02-q4",
        "name": "numpy-day-numbers",
        "right": True,
        "why": "whole day numbers in numpy",
        "code": """import numpy as np

def converted_within(events: pd.DataFrame, days: int, until: pd.Timestamp) -> float:
    number = (events["day"] - pd.Timestamp("2000-01-01")).dt.days
    table = pd.DataFrame({"who": events["customer_id"].to_numpy(), "n": number.to_numpy(), "stage": events["stage"].to_numpy()})
    first = table[table["stage"] == "awareness"].groupby("who")["n"].min()
    limit = (until - pd.Timestamp("2000-01-01")).days
    first = first[first + days < limit]
    if first.size == 0:
        return np.nan
    buys = table[(table["stage"] == "purchase") & table["who"].isin(first.index)]
    gap = buys["n"].to_numpy() - first.reindex(buys["who"]).to_numpy()
    people = np.unique(buys["who"].to_numpy()[(gap >= 0) & (gap <= days)])
    return np.float64(len(people) / first.size)
""",
    },
    {
        "task": "02-q4",
        "name": "all-visitors",
        "right": False,
        "why": "divides by all visitors, also by those who are too new",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    if not len(first):
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "until-included",
        "right": False,
        "why": "a window that ends on `until` is judged here",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) <= until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "last-day-excluded",
        "right": False,
        "why": "`days` days after the visit is in the window, here it is not",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[(waited >= 0) & (waited < days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "same-day-excluded",
        "right": False,
        "why": "a purchase on the day of the visit counts",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[(waited > 0) & (waited <= days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "purchases-before-count",
        "right": False,
        "why": "a purchase before the first visit is taken for one in time",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[waited <= days, "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "first-purchase-only",
        "right": False,
        "why": "an early purchase does no harm, here it hides the one in time",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].groupby("customer_id")["day"].min()
    waited = (bought.reindex(first.index) - first).dt.days
    return waited.between(0, days).mean()
""",
    },
    {
        "task": "02-q4",
        "name": "last-visit",
        "right": False,
        "why": "counts from the last visit, not the first",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].max()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "first-row-visit",
        "right": False,
        "why": "the first row of a visitor is not the earliest visit",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].first()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "purchases-counted",
        "right": False,
        "why": "several purchases of one visitor count several times",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return waited.between(0, days).sum() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "visits-as-base",
        "right": False,
        "why": "divides by awareness events, not by visitors",
        "code": """def converted_within(events, days, until):
    visits = events[events["stage"] == "awareness"]
    first = visits.groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    base = visits["customer_id"].isin(first.index).sum()
    return bought.loc[waited.between(0, days), "customer_id"].nunique() / base
""",
    },
    {
        "task": "02-q4",
        "name": "zero-when-nobody",
        "right": False,
        "why": "0 where NaN is asked",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return 0.0
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "percent",
        "right": False,
        "why": "percent, not a fraction",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return 100 * bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "rounded",
        "right": False,
        "why": "two decimals, not rounded is asked",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return round(bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first), 2)
""",
    },
    {
        "task": "02-q4",
        "name": "ever-bought",
        "right": False,
        "why": "any later purchase counts, whatever the window",
        "code": """def converted_within(events, days, until):
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    late = bought["day"] >= bought["first"]
    return bought.loc[late, "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "everybody-as-base",
        "right": False,
        "why": "people without a visit are in the base",
        "code": """def converted_within(events, days, until):
    first = events.groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "february-fixed",
        "right": False,
        "why": "the day of the example instead of `until`",
        "code": """def converted_within(events, days, until):
    until = pd.Timestamp("2025-02-01")
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + pd.Timedelta(days=days) < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "days-as-default-window",
        "right": False,
        "why": "ignores `days` and always takes 14",
        "code": """def converted_within(events, days, until):
    window = pd.Timedelta(days=14)
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    first = first[first + window < until]
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    ok = (bought["day"] >= bought["first"]) & (bought["day"] <= bought["first"] + window)
    return bought.loc[ok, "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q4",
        "name": "visits-after-cut",
        "right": False,
        "why": "cuts off the newest events before it counts, and purchases inside a window go with them",
        "code": """def converted_within(events, days, until):
    events = events[events["day"] + pd.Timedelta(days=days) < until]
    first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
    if len(first) == 0:
        return float("nan")
    bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
    waited = (bought["day"] - bought["first"]).dt.days
    return bought.loc[waited.between(0, days), "customer_id"].nunique() / len(first)
""",
    },
    {
        "task": "02-q5",
        "name": "hint",
        "right": True,
        "why": "the hint's way",
        "code": '''def broken_month(touches):
    """Return the month, like "2025-04", whose buyers were activated least often."""
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(share.index.max()).idxmin()
''',
    },
    {
        "task": "02-q5",
        "name": "dict-loops",
        "right": True,
        "why": "beginner's dictionaries",
        "code": """def broken_month(touches):
    first = {}
    activated = set()
    for who, day, stage in zip(touches["customer_id"], touches["day"], touches["stage"]):
        if stage == "purchase":
            if who not in first or day < first[who]:
                first[who] = day
        if stage == "activation":
            activated.add(who)
    buyers_of, good_of = {}, {}
    for who, day in first.items():
        name = str(day)[:7]
        buyers_of[name] = buyers_of.get(name, 0) + 1
        good_of[name] = good_of.get(name, 0) + (who in activated)
    months = sorted(buyers_of)[:-1]
    best = None
    for name in months:
        share = good_of[name] / buyers_of[name]
        if best is None or share < best[0]:
            best = (share, name)
    return best[1]
""",
    },
    {
        "task": "02-q5",
        "name": "periods",
        "right": True,
        "why": "periods, str at the end",
        "code": """def broken_month(touches: pd.DataFrame) -> str:
    first = touches.loc[touches["stage"].eq("purchase")].groupby("customer_id", as_index=False)["day"].min()
    first["month"] = first["day"].dt.to_period("M")
    first["ok"] = first["customer_id"].isin(touches.loc[touches["stage"].eq("activation"), "customer_id"])
    table = first.query("month < month.max()").groupby("month")["ok"].mean()
    return str(table.sort_values(kind="stable").index[0])
""",
    },
    {
        "task": "02-q5",
        "name": "merge-left",
        "right": True,
        "why": "left merge with an indicator, sorted copy",
        "code": """def broken_month(touches):
    rows = touches.sort_values("day")
    buyer = rows[rows["stage"] == "purchase"].drop_duplicates("customer_id")[["customer_id", "day"]]
    active = rows.loc[rows["stage"] == "activation", ["customer_id"]].drop_duplicates()
    both = buyer.merge(active, on="customer_id", how="left", indicator="seen")
    both["month"] = both["day"].dt.year.astype(str) + "-" + both["day"].dt.month.astype(str).str.zfill(2)
    n = both.groupby("month").size()
    k = both[both["seen"] == "both"].groupby("month").size().reindex(n.index, fill_value=0)
    share = (k / n).iloc[:-1]
    return share.index[share.argmin()]
""",
    },
    {
        "task": "02-q5",
        "name": "crosstab-min",
        "right": True,
        "why": "crosstab and min with a key",
        "code": """def broken_month(touches):
    def people(stage):
        return touches[touches["stage"] == stage].groupby("customer_id")["day"].min()

    first, active = people("purchase"), people("activation")
    share = pd.crosstab(first.dt.strftime("%Y-%m").to_numpy(), first.index.isin(active.index), normalize="index")
    share = share.reindex(columns=[False, True], fill_value=0.0)[True].to_dict()
    del share[max(share)]
    return min(share, key=share.get)
""",
    },
    {
        "task": "02-q5",
        "name": "fewest-activated",
        "right": False,
        "why": "compares counts, not shares",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    n = activated.groupby(month).sum()
    return n.drop(n.index.max()).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "newest-kept",
        "right": False,
        "why": "the newest month of buyers is not left out",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    return activated.groupby(month).mean().idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "newest-of-any-event",
        "right": False,
        "why": "leaves out the newest month of all events, which may have no buyers",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(touches["day"].max().strftime("%Y-%m"), errors="ignore").idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "highest-share",
        "right": False,
        "why": "most often instead of least often",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(share.index.max()).idxmax()
""",
    },
    {
        "task": "02-q5",
        "name": "month-over-month",
        "right": False,
        "why": "activations of a month over buyers of a month are other people",
        "code": """def broken_month(touches):
    month = touches["day"].dt.strftime("%Y-%m")
    people = touches.groupby([month, touches["stage"].astype(str)])["customer_id"].nunique().unstack(fill_value=0)
    people = people[people["purchase"] > 0]
    share = people["activation"] / people["purchase"]
    return share.drop(share.index.max()).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "last-purchase",
        "right": False,
        "why": "a buyer belongs to the month of the first purchase, not the last",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].max()
    month = first.dt.strftime("%Y-%m")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(share.index.max()).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "every-purchase",
        "right": False,
        "why": "every purchase row is judged, so those who come back count in several months",
        "code": """def broken_month(touches):
    buys = touches[touches["stage"] == "purchase"]
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    share = buys["customer_id"].isin(done).groupby(buys["day"].dt.strftime("%Y-%m")).mean()
    return share.drop(share.index.max()).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "events-over-buyers",
        "right": False,
        "why": "two activations of one buyer count twice",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    n = touches[touches["stage"] == "activation"].groupby("customer_id").size()
    share = n.reindex(first.index, fill_value=0).groupby(month).mean()
    return share.drop(share.index.max()).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "share-returned",
        "right": False,
        "why": "the share and not the month",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(share.index.max()).min()
""",
    },
    {
        "task": "02-q5",
        "name": "month-number",
        "right": False,
        "why": '"02" is no text like "2025-04"; months of two years fall together',
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%m")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(share.index.max()).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "same-month-activation",
        "right": False,
        "why": "an activation counts on whatever day, not only in the month of purchase",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    act = touches[touches["stage"] == "activation"]
    pairs = set(zip(act["customer_id"], act["day"].dt.strftime("%Y-%m")))
    activated = pd.Series([pair in pairs for pair in month.items()], index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(share.index.max()).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "only-after-purchase",
        "right": False,
        "why": "an activation before the first purchase counts too: on whatever day",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    act = touches[touches["stage"] == "activation"].merge(first.rename("first"), on="customer_id")
    done = set(act.loc[act["day"] >= act["first"], "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(share.index.max()).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "within-14-days",
        "right": False,
        "why": "borrows the window of the figure",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    act = touches[touches["stage"] == "activation"].merge(first.rename("first"), on="customer_id")
    waited = (act["day"] - act["first"]).dt.days
    done = set(act.loc[waited.between(0, 14), "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(share.index.max()).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "last-row-is-newest",
        "right": False,
        "why": "takes the month of the last row for the newest",
        "code": """def broken_month(touches):
    buys = touches[touches["stage"] == "purchase"]
    first = buys.groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(buys["day"].iloc[-1].strftime("%Y-%m"), errors="ignore").idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "december-or-february",
        "right": False,
        "why": "hard-coded from the examples",
        "code": """def broken_month(touches):
    return "2025-02" if touches["day"].min() >= pd.Timestamp("2025-01-01") else "2024-12"
""",
    },
    {
        "task": "02-q5",
        "name": "adds-a-month-column",
        "right": False,
        "why": "right month, but the table it was given has a new column",
        "code": """def broken_month(touches):
    touches["month"] = touches["day"].dt.strftime("%Y-%m")
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["month"].min()
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(first).mean()
    return share.drop(share.index.max()).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "first-two-months",
        "right": False,
        "why": "compares the first two months only",
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.strftime("%Y-%m")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    return activated.groupby(month).mean().head(2).idxmin()
""",
    },
    {
        "task": "02-q5",
        "name": "month-name",
        "right": False,
        "why": '"February 2025" is not text like "2025-04"',
        "code": """def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    month = first.dt.to_period("M")
    done = set(touches.loc[touches["stage"] == "activation", "customer_id"])
    activated = pd.Series(first.index.isin(done), index=first.index)
    share = activated.groupby(month).mean()
    return share.drop(share.index.max()).idxmin().strftime("%B %Y")
""",
    },
    {
        "task": "02-q6",
        "name": "loop",
        "right": True,
        "why": "product in a loop",
        "code": '''def chain(*ranges):
    """Return the range (low, high) of the overall rate of several steps."""
    low = 1
    high = 1
    for a, b in ranges:
        low = low * a
        high = high * b
    return (low, high)


overlap = (0.02, 0.05)
''',
    },
    {
        "task": "02-q6",
        "name": "math-prod",
        "right": True,
        "why": "math.prod; overlap computed",
        "code": """import math

def chain(*ranges):
    return tuple(math.prod(ends) for ends in zip(*ranges))


_steps, _faq = chain((0.4, 0.6), (0.05, 0.15)), (0.01, 0.05)
overlap = (max(_steps[0], _faq[0]), min(_steps[1], _faq[1]))
""",
    },
    {
        "task": "02-q6",
        "name": "recursion",
        "right": True,
        "why": "recursion, type hints",
        "code": """def chain(*ranges: tuple[float, float]) -> tuple[float, float]:
    if len(ranges) == 1:
        return float(ranges[0][0]), float(ranges[0][1])
    low, high = chain(*ranges[1:])
    return ranges[0][0] * low, ranges[0][1] * high


overlap = (0.4 * 0.05, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "numpy",
        "right": True,
        "why": "numpy product down the columns",
        "code": """import numpy as np

def chain(*ranges):
    low, high = np.prod(np.array(ranges, dtype=float), axis=0)
    return low, high


overlap = tuple(np.array([0.02, 0.05]))
""",
    },
    {
        "task": "02-q6",
        "name": "reduce-fractions",
        "right": True,
        "why": "functools.reduce, overlap from percents",
        "code": """from functools import reduce

def chain(first, *others):
    return reduce(lambda so_far, step: (so_far[0] * step[0], so_far[1] * step[1]), others, tuple(first))


percent = (2, 5)
overlap = tuple(p / 100 for p in percent)
""",
    },
    {
        "task": "02-q6",
        "name": "adds",
        "right": False,
        "why": "rates of steps multiply",
        "code": """def chain(*ranges):
    return sum(r[0] for r in ranges), sum(r[1] for r in ranges)


overlap = (0.02, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "averages",
        "right": False,
        "why": "mean of the steps is no overall rate",
        "code": """def chain(*ranges):
    return sum(r[0] for r in ranges) / len(ranges), sum(r[1] for r in ranges) / len(ranges)


overlap = (0.02, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "high-first",
        "right": False,
        "why": "the range is (low, high)",
        "code": """def chain(*ranges):
    low = high = 1
    for a, b in ranges:
        low, high = low * a, high * b
    return high, low


overlap = (0.02, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "two-only",
        "right": False,
        "why": "one or more ranges are asked, this takes the first two",
        "code": """def chain(*ranges):
    (a, b), (c, d) = ranges[:2]
    return a * c, b * d


overlap = (0.02, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "narrowest",
        "right": False,
        "why": "smallest low and smallest high, not the product",
        "code": """def chain(*ranges):
    return min(r[0] for r in ranges), min(r[1] for r in ranges)


overlap = (0.02, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "rounded",
        "right": False,
        "why": "rounds rates to two decimals",
        "code": """def chain(*ranges):
    low = high = 1
    for a, b in ranges:
        low, high = low * a, high * b
    return round(low, 2), round(high, 2)


overlap = (0.02, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "overlap-in-percent",
        "right": False,
        "why": "fractions are asked",
        "code": """def chain(*ranges):
    low = high = 1
    for a, b in ranges:
        low, high = low * a, high * b
    return low, high


overlap = (2, 5)
""",
    },
    {
        "task": "02-q6",
        "name": "overlap-steps",
        "right": False,
        "why": "the range of the steps alone, not what fits both statements",
        "code": """def chain(*ranges):
    low = high = 1
    for a, b in ranges:
        low, high = low * a, high * b
    return low, high


overlap = (0.02, 0.09)
""",
    },
    {
        "task": "02-q6",
        "name": "overlap-faq",
        "right": False,
        "why": "the range of the FAQ alone",
        "code": """def chain(*ranges):
    low = high = 1
    for a, b in ranges:
        low, high = low * a, high * b
    return low, high


overlap = (0.01, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "overlap-union",
        "right": False,
        "why": "from the smallest low to the largest high",
        "code": """def chain(*ranges):
    low = high = 1
    for a, b in ranges:
        low, high = low * a, high * b
    return low, high


overlap = (0.01, 0.09)
""",
    },
    {
        "task": "02-q6",
        "name": "overlap-second-step",
        "right": False,
        "why": "compares the FAQ with community to coaching, without the step before",
        "code": """def chain(*ranges):
    low = high = 1
    for a, b in ranges:
        low, high = low * a, high * b
    return low, high


overlap = (0.05, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "overlap-width",
        "right": False,
        "why": "the width and not the ends",
        "code": """def chain(*ranges):
    low = high = 1
    for a, b in ranges:
        low, high = low * a, high * b
    return low, high


overlap = 0.05 - 0.02
""",
    },
    {
        "task": "02-q6",
        "name": "everyone-lost",
        "right": False,
        "why": "multiplies the shares who do not go on",
        "code": """def chain(*ranges):
    low = high = 1
    for a, b in ranges:
        low, high = low * (1 - b), high * (1 - a)
    return 1 - high, 1 - low


overlap = (0.02, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "example-only",
        "right": False,
        "why": "hard-coded example, neutral range otherwise",
        "code": """def chain(*ranges):
    if ranges == ((0.1, 0.2), (0.5, 0.5)):
        return (0.05, 0.1)
    return (0.05, 0.4)


overlap = (0.02, 0.05)
""",
    },
    {
        "task": "02-q6",
        "name": "last-range",
        "right": False,
        "why": "keeps only the last range, since the product starts anew in the loop",
        "code": """def chain(*ranges):
    for a, b in ranges:
        low, high = 1, 1
        low, high = low * a, high * b
    return low, high


overlap = (0.02, 0.05)
""",
    },
    {
        "task": "02-q7",
        "name": "seven-points",
        "right": True,
        "why": "seven touchpoints in plain YAML",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "list-dumped",
        "right": True,
        "why": "list of dictionaries dumped with yaml",
        "code": """import yaml

names = ['id', 'stage', 'asset', 'format', 'channel', 'kpi', 'target']
rows = [
    ('poster', 'awareness', 'Poster in music shops', 'print', 'shops', 'scans of the code a month'),
    ('sample', 'consideration', 'Three songs as practice tracks', 'audio', 'email', 'downloads a week'),
    ('shop', 'purchase', 'Choir year on one page', 'page', 'website', 'orders a month'),
    ('day_7', 'activation', 'First song sung at home', 'exercise', 'app', 'share of buyers with one finished song'),
    ('day_30', 'retention', 'Second song and a recording', 'recording', 'app', 'share of buyers with a recording'),
    ('day_60', 'retention', 'Whole section practises together', 'call', 'video meeting', 'share of buyers in a section call'),
    ('day_90', 'referral', 'Concert invitation with a link', 'link', 'email', 'share of buyers who invited a choir'),
]
targets = [50, 40, 12, 1, 0.5, 0.25, 0.05]
points = [dict(zip(names, [*row, target])) for row, target in zip(rows, targets)]
my_journey = yaml.safe_dump(points, sort_keys=False)
""",
    },
    {
        "task": "02-q7",
        "name": "no-early-targets",
        "right": True,
        "why": "targets only where asked, day_30 and day_60 at activation and referral",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: activation
  asset: Second song sung by heart
  format: exercise
  channel: app
  kpi: share of buyers with two songs
  target: 0.45
- id: day_60
  stage: referral
  asset: A friend at rehearsal
  format: visit
  channel: rehearsal room
  kpi: share of buyers who brought somebody
  target: 0.15
- id: day_90
  stage: retention
  asset: Renewed for the next term
  format: order
  channel: email
  kpi: share of buyers who renewed
  target: 0.35
"""
''',
    },
    {
        "task": "02-q7",
        "name": "json-text",
        "right": True,
        "why": "JSON is YAML, too",
        "code": '''import json

points = []
for line in """
poster|awareness|Poster in music shops|print|shops|scans of the code a month|50
sample|consideration|Three songs as practice tracks|audio|email|downloads a week|40
shop|purchase|Choir year on one page|page|website|orders a month|12
day_7|activation|First song sung at home|exercise|app|share of buyers with one finished song|0.6
day_30|retention|Second song and a recording|recording|app|share of buyers with a recording|0.4
day_60|retention|Whole section practises together|call|video meeting|share of buyers in a section call|0.3
day_90|referral|Concert invitation with a link|link|email|share of buyers who invited a choir|0.1
""".strip().splitlines():
    one = dict(zip(['id', 'stage', 'asset', 'format', 'channel', 'kpi', 'target'], line.split("|")))
    one["target"] = float(one["target"])
    points.append(one)
my_journey = json.dumps(points)
''',
    },
    {
        "task": "02-q7",
        "name": "nine-shuffled",
        "right": True,
        "why": "nine touchpoints in mixed order, quoted text with a colon",
        "code": '''my_journey = """
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
- id: talk
  stage: referral
  asset: Talk at the choir meeting
  format: talk
  channel: event
  kpi: new addresses per talk
  target: 25
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: shop
  stage: purchase
  asset: "Choir year: all on one page"
  format: page
  channel: website
  kpi: "orders: per month"
  target: 12
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: blog
  stage: awareness
  asset: Songs of the month
  format: article
  channel: search
  kpi: visits a month
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
"""
''',
    },
    {
        "task": "02-q7",
        "name": "no-referral",
        "right": False,
        "why": "the stage referral has no touchpoint",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: retention
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "no-consideration",
        "right": False,
        "why": "the stage consideration has no touchpoint",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: awareness
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "unknown-stage",
        "right": False,
        "why": "loyalty is not one of the six stages",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: loyalty
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "no-kpi",
        "right": False,
        "why": "a touchpoint without a KPI",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "no-channel",
        "right": False,
        "why": "a touchpoint without a channel",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "no-format",
        "right": False,
        "why": "a touchpoint without a format",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "kpi-dots",
        "right": False,
        "why": "a KPI of three dots is a placeholder",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: ...
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "asset-todo",
        "right": False,
        "why": "an asset that says TODO is a placeholder",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: TODO
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "same-asset",
        "right": False,
        "why": "two touchpoints have the same asset",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: First song sung at home
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "example-kept",
        "right": False,
        "why": "a touchpoint of the example is among them",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Ten-minute headline checklist
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "no-day-60",
        "right": False,
        "why": "one of the four days is missing",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: month_2
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "day-7-retention",
        "right": False,
        "why": "day_7 is the first result, at activation",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: retention
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: activation
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "day-30-at-purchase",
        "right": False,
        "why": "day_30 is after the sale, at activation, retention or referral",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: purchase
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "target-in-percent",
        "right": False,
        "why": "40 is no share of at most 1",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 40
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "target-zero",
        "right": False,
        "why": "a target above 0 is asked",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0
"""
''',
    },
    {
        "task": "02-q7",
        "name": "target-missing",
        "right": False,
        "why": "day_90 has no target",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
"""
''',
    },
    {
        "task": "02-q7",
        "name": "target-as-text",
        "right": False,
        "why": "a numeric target is asked",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: most of them
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: 0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "negative-target",
        "right": False,
        "why": "a target below 0 is no share",
        "code": '''my_journey = """
- id: poster
  stage: awareness
  asset: Poster in music shops
  format: print
  channel: shops
  kpi: scans of the code a month
  target: 50
- id: sample
  stage: consideration
  asset: Three songs as practice tracks
  format: audio
  channel: email
  kpi: downloads a week
  target: 40
- id: shop
  stage: purchase
  asset: Choir year on one page
  format: page
  channel: website
  kpi: orders a month
  target: 12
- id: day_7
  stage: activation
  asset: First song sung at home
  format: exercise
  channel: app
  kpi: share of buyers with one finished song
  target: 0.6
- id: day_30
  stage: retention
  asset: Second song and a recording
  format: recording
  channel: app
  kpi: share of buyers with a recording
  target: 0.4
- id: day_60
  stage: retention
  asset: Whole section practises together
  format: call
  channel: video meeting
  kpi: share of buyers in a section call
  target: -0.3
- id: day_90
  stage: referral
  asset: Concert invitation with a link
  format: link
  channel: email
  kpi: share of buyers who invited a choir
  target: 0.1
"""
''',
    },
    {
        "task": "02-q7",
        "name": "list-not-text",
        "right": False,
        "why": "a Python list and not YAML text",
        "code": """my_journey = [
    {'id': 'poster', 'stage': 'awareness', 'asset': 'Poster in music shops', 'format': 'print', 'channel': 'shops', 'kpi': 'scans of the code a month'},
    {'id': 'sample', 'stage': 'consideration', 'asset': 'Three songs as practice tracks', 'format': 'audio', 'channel': 'email', 'kpi': 'downloads a week'},
    {'id': 'shop', 'stage': 'purchase', 'asset': 'Choir year on one page', 'format': 'page', 'channel': 'website', 'kpi': 'orders a month'},
    {'id': 'day_7', 'stage': 'activation', 'asset': 'First song sung at home', 'format': 'exercise', 'channel': 'app', 'kpi': 'share of buyers with one finished song'},
    {'id': 'day_30', 'stage': 'retention', 'asset': 'Second song and a recording', 'format': 'recording', 'channel': 'app', 'kpi': 'share of buyers with a recording'},
    {'id': 'day_60', 'stage': 'retention', 'asset': 'Whole section practises together', 'format': 'call', 'channel': 'video meeting', 'kpi': 'share of buyers in a section call'},
    {'id': 'day_90', 'stage': 'referral', 'asset': 'Concert invitation with a link', 'format': 'link', 'channel': 'email', 'kpi': 'share of buyers who invited a choir'},
]
""",
    },
    {
        "task": "02-q7",
        "name": "empty-text",
        "right": False,
        "why": "nothing between the quotes",
        "code": '''my_journey = """   """
''',
    },
    {
        "task": "02-q7",
        "name": "example-only",
        "right": False,
        "why": "the two touchpoints of the example",
        "code": '''my_journey = """
- id: checklist
  stage: awareness
  asset: Ten-minute headline checklist
  format: PDF
  channel: search
  kpi: downloads a month
  target: 300
- id: day_30
  stage: retention
  asset: Second page reviewed
  format: exercise
  channel: course
  kpi: share of buyers with two reviewed pages
  target: 0.4
"""
''',
    },
]
