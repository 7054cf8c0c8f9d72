"""Answers that the checks of module 02 must accept, or refuse with the right reason."""

from ecotools.grading.probes import right, wrong

JOURNEY = """
- {id: a, stage: awareness, asset: Article, format: text, channel: search, kpi: readers, target: 100}
- {id: b, stage: consideration, asset: Mails, format: email, channel: email, kpi: clicks}
- {id: c, stage: purchase, asset: Checkout, format: page, channel: site, kpi: orders}
- {id: d, stage: activation, asset: First draft, format: task, channel: course, kpi: drafts in week one, target: 0.6}
- {id: e, stage: retention, asset: Critique, format: call, channel: community, kpi: attendance}
- {id: f, stage: referral, asset: Bring a friend, format: link, channel: email, kpi: friends}
"""

PROBES = [
    # Task 1: gaps
    right(
        "02-q1",
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
    right(
        "02-q1",
        "counts, as an Index",
        """
        def gaps(journey):
            counts = journey["stage"].value_counts().reindex(STAGES, fill_value=0)
            return counts.index[counts == 0]
        """,
    ),
    wrong(
        "02-q1",
        "the stages that are there",
        """
        def gaps(journey):
            return [stage for stage in STAGES if stage in set(journey["stage"])]
        """,
        message="A gap is a stage that is missing",
    ),
    wrong(
        "02-q1",
        "sorted by the alphabet",
        """
        def gaps(journey):
            return sorted(set(STAGES) - set(journey["stage"]))
        """,
        message="keep the order of STAGES",
    ),
    wrong(
        "02-q1",
        "looks in the index of the column",
        """
        def gaps(journey):
            return [stage for stage in STAGES if stage not in journey["stage"]]
        """,
        message="gaps(journey)",
    ),
    # Task 2: ordered_counts
    right(
        "02-q2",
        "person by person",
        """
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
        """,
    ),
    right(
        "02-q2",
        "merges, with floats as counts",
        """
        def ordered_counts(events, steps):
            first = events[events["stage"] == steps[0]].groupby("customer_id")["day"].min().rename("reached").reset_index()
            counts = {steps[0]: float(len(first))}
            for step in steps[1:]:
                rows = events[events["stage"] == step].merge(first, on="customer_id")
                rows = rows[rows["day"] >= rows["reached"]]
                first = rows.groupby("customer_id")["day"].min().rename("reached").reset_index()
                counts[step] = float(len(first))
            return pd.Series(counts)
        """,
    ),
    wrong(
        "02-q2",
        "whoever was ever there",
        """
        def ordered_counts(events, steps):
            return pd.Series({s: events.loc[events["stage"] == s, "customer_id"].nunique() for s in steps})
        """,
        message="Ben's purchase came before his visit",
    ),
    wrong(
        "02-q2",
        "later days only",
        """
        def ordered_counts(events, steps):
            counts, reached = {}, None
            for step in steps:
                rows = events[events["stage"] == step]
                if reached is not None:
                    reached = reached.reindex(events["customer_id"].unique())
                    rows = rows[rows["day"] > rows["customer_id"].map(reached)]
                reached = rows.groupby("customer_id")["day"].min()
                counts[step] = len(reached)
            return pd.Series(counts)
        """,
        message="one person who does everything on one day",
    ),
    wrong(
        "02-q2",
        "compares first days only",
        """
        def ordered_counts(events, steps):
            firsts = {s: events[events["stage"] == s].groupby("customer_id")["day"].min() for s in steps}
            reached, counts = firsts[steps[0]], {steps[0]: len(firsts[steps[0]])}
            for step in steps[1:]:
                both = firsts[step][firsts[step].index.isin(reached.index)]
                reached = both[both >= reached.reindex(both.index)]
                counts[step] = len(reached)
            return pd.Series(counts)
        """,
        message="detours",
    ),
    wrong(
        "02-q2",
        "counts events",
        """
        def ordered_counts(events, steps):
            return pd.Series({step: (events["stage"] == step).sum() for step in steps})
        """,
        message="ordered_counts",
    ),
    # Task 3: funnel_rates
    right(
        "02-q3",
        "a loop over the counts",
        """
        def funnel_rates(counts):
            rows, before = [], None
            for n in counts:
                step = 1.0 if before is None else (n / before if before else float("nan"))
                rows.append({"step_rate": step, "cumulative_rate": n / counts.iloc[0]})
                before = n
            return pd.DataFrame(rows, index=counts.index)
        """,
    ),
    right(
        "02-q3",
        "columns the other way round and one more",
        """
        def funnel_rates(counts):
            table = pd.DataFrame({"n": counts})
            table["cumulative_rate"] = table["n"] / table["n"].iloc[0]
            table["step_rate"] = table["n"].div(table["n"].shift(fill_value=table["n"].iloc[0]))
            return table[["cumulative_rate", "step_rate", "n"]]
        """,
    ),
    wrong(
        "02-q3",
        "percents",
        """
        def funnel_rates(counts):
            step = counts / counts.shift()
            step.iloc[0] = 1.0
            return pd.DataFrame({"step_rate": 100 * step, "cumulative_rate": 100 * counts / counts.iloc[0]})
        """,
        message="fraction",
    ),
    wrong(
        "02-q3",
        "the first step left missing",
        """
        def funnel_rates(counts):
            return pd.DataFrame({"step_rate": counts / counts.shift(), "cumulative_rate": counts / counts.iloc[0]})
        """,
        message="step_rate",
    ),
    wrong(
        "02-q3",
        "zero where nothing can be computed",
        """
        def funnel_rates(counts):
            step = (counts / counts.shift()).fillna(0)
            step.iloc[0] = 1.0
            return pd.DataFrame({"step_rate": step, "cumulative_rate": counts / counts.iloc[0]})
        """,
        message="80, 80, 0 and 0",
    ),
    # Task 4: converted_within
    right(
        "02-q4",
        "a merge and a mean",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min().rename("first")
            first = first[(pd.Timestamp(until) - first).dt.days > days]
            bought = events[events["stage"] == "purchase"].merge(first.reset_index(), on="customer_id")
            waited = (bought["day"] - bought["first"]).dt.days
            won = set(bought.loc[waited.between(0, days), "customer_id"])
            return first.index.isin(won).mean() if len(first) else float("nan")
        """,
    ),
    right(
        "02-q4",
        "plain loops",
        """
        def converted_within(events, days, until):
            seen = won = 0
            visits = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            sales = events[events["stage"] == "purchase"].groupby("customer_id")["day"].apply(list)
            for person, day in visits.items():
                if day + pd.Timedelta(days=days) < until:
                    seen += 1
                    won += any(0 <= (sale - day).days <= days for sale in sales.get(person, []))
            return won / seen if seen else float("nan")
        """,
    ),
    wrong(
        "02-q4",
        "young visitors counted",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            bought = events[events["stage"] == "purchase"].groupby("customer_id")["day"].min()
            waited = (bought - first).dt.days
            return waited.between(0, days).sum() / len(first)
        """,
        message="cannot be judged yet",
    ),
    wrong(
        "02-q4",
        "no window",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            first = first[first + pd.Timedelta(days=days) < until]
            bought = set(events.loc[events["stage"] == "purchase", "customer_id"])
            return first.index.isin(bought).mean()
        """,
        message="outside the window of 14",
    ),
    wrong(
        "02-q4",
        "the last day of the window left out",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            first = first[first + pd.Timedelta(days=days) < until]
            bought = events[events["stage"] == "purchase"]
            waited = (bought["day"] - bought["customer_id"].map(first)).dt.days
            won = bought.loc[(waited >= 0) & (waited < days), "customer_id"].nunique()
            return won / len(first) if len(first) else float("nan")
        """,
        message="0, 7 and 8 days",
    ),
    # Task 5: broken_month
    right(
        "02-q5",
        "periods and a merge",
        """
        def broken_month(touches):
            first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min().rename("bought").reset_index()
            done = touches.loc[touches["stage"] == "activation", ["customer_id"]].drop_duplicates().assign(active=1.0)
            both = first.merge(done, how="left").fillna({"active": 0.0})
            rate = both.groupby(both["bought"].dt.to_period("M"))["active"].mean().iloc[:-1]
            return str(rate.index[rate.argmin()])
        """,
    ),
    right(
        "02-q5",
        "dictionaries",
        """
        def broken_month(touches):
            active = set(touches.loc[touches["stage"] == "activation", "customer_id"])
            months = {}
            bought = touches[touches["stage"] == "purchase"].sort_values("day").drop_duplicates("customer_id")
            for row in bought.itertuples():
                months.setdefault(row.day.strftime("%Y-%m"), []).append(row.customer_id in active)
            months.pop(max(months))
            return min(months, key=lambda month: sum(months[month]) / len(months[month]))
        """,
    ),
    wrong(
        "02-q5",
        "the fewest activations instead of the lowest share",
        """
        def broken_month(touches):
            first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
            month = first.dt.strftime("%Y-%m")
            active = pd.Series(first.index.isin(touches.loc[touches["stage"] == "activation", "customer_id"]), first.index)
            count = active.groupby(month).sum()
            return count.drop(count.index.max()).idxmin()
        """,
        message="compare shares",
    ),
    wrong(
        "02-q5",
        "the last month counted",
        """
        def broken_month(touches):
            first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
            active = pd.Series(first.index.isin(touches.loc[touches["stage"] == "activation", "customer_id"]), first.index)
            return active.groupby(first.dt.strftime("%Y-%m")).mean().idxmin()
        """,
        message="broken_month",
    ),
    wrong(
        "02-q5",
        "a Period instead of text",
        """
        def broken_month(touches):
            first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
            active = pd.Series(first.index.isin(touches.loc[touches["stage"] == "activation", "customer_id"]), first.index)
            return active.groupby(first.dt.to_period("M")).mean().iloc[:-1].idxmin()
        """,
        message="a month as text",
    ),
    # Task 6: the claim
    right(
        "02-q6",
        "products by numpy, ends as a list",
        """
        import numpy as np

        def chain(*ranges):
            return list(np.prod(np.array(ranges), axis=0))

        overlap = [0.02, 0.05]
        """,
    ),
    right(
        "02-q6",
        "a loop from the first range",
        """
        def chain(first, *others):
            low, high = first
            for range_ in others:
                low *= range_[0]
                high *= range_[1]
            return (low, high)

        overlap = (max(0.4 * 0.05, 0.01), min(0.6 * 0.15, 0.05))
        """,
    ),
    wrong(
        "02-q6",
        "adds the rates",
        """
        def chain(*ranges):
            return sum(low for low, _ in ranges), sum(high for _, high in ranges)

        overlap = (0.02, 0.05)
        """,
        message="chain((0.1, 0.2), (0.5, 0.5))",
    ),
    wrong(
        "02-q6",
        "the chained range as overlap",
        """
        def chain(*ranges):
            low = high = 1
            for bottom, top in ranges:
                low, high = low * bottom, high * top
            return low, high

        overlap = chain((0.4, 0.6), (0.05, 0.15))
        """,
        message="must also lie within 1-5%",
    ),
    wrong(
        "02-q6",
        "percents as overlap",
        """
        def chain(*ranges):
            low = high = 1
            for bottom, top in ranges:
                low, high = low * bottom, high * top
            return low, high

        overlap = (2, 5)
        """,
        message="should be fractions",
    ),
    wrong(
        "02-q6",
        "the quoted range as overlap",
        """
        def chain(*ranges):
            low = high = 1
            for bottom, top in ranges:
                low, high = low * bottom, high * top
            return low, high

        overlap = (0.01, 0.05)
        """,
        message="must also lie within the chained one",
    ),
    # Task 7: the journey
    right("02-q7", "another business, most targets left open", f'my_journey = """{JOURNEY}"""'),
    right(
        "02-q7",
        "stages in any order, two assets in one",
        f'my_journey = "\\n".join(reversed("""{JOURNEY}""".strip().splitlines())) + """\n'
        "- {id: g, stage: retention, asset: Library, format: pages, channel: site, kpi: visits, target: 40}\n"
        '"""',
    ),
    wrong(
        "02-q7",
        "no activation",
        f'my_journey = "\\n".join(l for l in """{JOURNEY}""".splitlines() if "activation" not in l)',
        message="no touchpoint yet: activation",
    ),
    wrong(
        "02-q7",
        "a stage misspelt",
        f'my_journey = """{JOURNEY}""".replace("stage: retention", "stage: retension")',
        message="retention",
    ),
    wrong(
        "02-q7",
        "the quick win without a target",
        f'my_journey = """{JOURNEY}""".replace(", target: 0.6", "")',
        message="Give an activation touchpoint a target",
    ),
    wrong(
        "02-q7",
        "a touchpoint without a KPI",
        f'my_journey = """{JOURNEY}""".replace(", kpi: orders", "")',
        message="names no kpi",
    ),
]

# Mutations of the reference solution that change nothing a right answer could differ in.
SURVIVORS = {
    '02-q4: pd.Timedelta(0) → pd.Timedelta(-1)': 'one nanosecond before midnight: days have no clock part',
}
