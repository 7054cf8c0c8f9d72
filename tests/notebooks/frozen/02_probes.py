"""Answers that the checks of module 02 must accept, or refuse with the right reason."""

from ecotools.grading.authoring.probes import right, wrong

JOURNEY = """
- {id: a, stage: awareness, asset: Article, format: text, channel: search, kpi: readers, target: 100}
- {id: b, stage: consideration, asset: Mails, format: email, channel: email, kpi: clicks}
- {id: c, stage: purchase, asset: Checkout, format: page, channel: site, kpi: orders}
- {id: day_7, stage: activation, asset: First draft, format: task, channel: course, kpi: drafts, target: 0.6}
- {id: day_30, stage: activation, asset: A page online, format: task, channel: course, kpi: pages, target: 0.5}
- {id: day_60, stage: retention, asset: Critique, format: call, channel: community, kpi: attendance, target: 0.4}
- {id: day_90, stage: retention, asset: Second page, format: task, channel: course, kpi: pages, target: 0.3}
- {id: f, stage: referral, asset: Bring a friend, format: link, channel: email, kpi: friends}
"""
LONG = JOURNEY.replace("- {", "- ").replace("}", "").replace(", ", "\n  ")

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
        message="looks in the row labels",
    ),
    right(
        "02-q1",
        "pandas isin and an array",
        """
        import numpy as np

        def gaps(journey):
            stages = pd.Series(STAGES)
            return stages[~stages.isin(journey["stage"])].to_numpy()
        """,
    ),
    right(
        "02-q1",
        "takes off what is there",
        """
        def gaps(journey):
            left = list(STAGES)
            for stage in journey["stage"].unique():
                left.remove(stage)
            return left
        """,
    ),
    right(
        "02-q1",
        "a set difference sorted by its place in the journey",
        """
        def gaps(journey):
            return sorted(set(STAGES) - set(journey["stage"]), key=STAGES.index)
        """,
    ),
    right(
        "02-q1",
        "asks a blueprint",
        """
        from ecotools.blueprint import Blueprint

        def gaps(journey):
            points = [
                {"id": f"p{n}", "stage": stage, "asset": "x"} for n, stage in enumerate(journey["stage"])
            ]
            return Blueprint(name="mine", journey=points).gaps()
        """,
    ),
    wrong(
        "02-q1",
        "a set, whose order means nothing",
        """
        def gaps(journey):
            return set(STAGES) - set(journey["stage"])
        """,
        message="keep the order of STAGES",
    ),
    wrong(
        "02-q1",
        "prints instead of returning",
        """
        def gaps(journey):
            print([stage for stage in STAGES if stage not in set(journey["stage"])])
        """,
        message="return",
    ),
    wrong(
        "02-q1",
        "the table of the case instead of the one it is given",
        """
        def gaps(journey):
            journey = case.blueprint.table("journey")
            return [stage for stage in STAGES if stage not in set(journey["stage"])]
        """,
        message="gaps(journey) of a journey with only awareness and purchase",
    ),
    wrong(
        "02-q1",
        "the example by heart",
        """
        def gaps(journey):
            return ["consideration", "activation", "retention", "referral"]
        """,
        message="gaps of a journey with every stage",
    ),
    wrong(
        "02-q1",
        "returns in the first round of the loop",
        """
        def gaps(journey):
            missing = []
            for stage in STAGES:
                if stage not in set(journey["stage"]):
                    missing.append(stage)
                return missing
        """,
        message="gaps(journey) of a journey with only awareness and purchase",
    ),
    wrong(
        "02-q1",
        "pass in place of the dots",
        """
        def gaps(journey):
            pass
        """,
        message="has no body yet",
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
        message="buys before the first visit and after it",
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
    right(
        "02-q2",
        "the library, with the rows brought into the order of the steps",
        """
        from ecotools.metrics import funnel

        def ordered_counts(events, steps):
            rows = events[events["stage"].isin(steps)]
            rows = rows.assign(place=rows["stage"].astype(str).map(steps.index)).sort_values(["day", "place"])
            return funnel.funnel(rows, steps).set_index("step")["n"]
        """,
    ),
    right(
        "02-q2",
        "dictionaries of days",
        """
        def ordered_counts(events, steps):
            reached = None
            counts = []
            for step in steps:
                now = {}
                for who, day in events.loc[events["stage"] == step, ["customer_id", "day"]].itertuples(index=False):
                    if reached is not None and (who not in reached or day < reached[who]):
                        continue
                    now[who] = min(day, now.get(who, day))
                counts.append(len(now))
                reached = now
            return pd.Series(counts, index=steps, name="people")
        """,
    ),
    right(
        "02-q2",
        "a table of one column",
        """
        def ordered_counts(events, steps):
            reached = events[events["stage"] == steps[0]].groupby("customer_id")["day"].min()
            people = [len(reached)]
            for step in steps[1:]:
                rows = events[events["stage"] == step].merge(reached.rename("reached"), on="customer_id")
                reached = rows.query("day >= reached").groupby("customer_id")["day"].min()
                people.append(reached.size)
            return pd.DataFrame({"people": people}, index=steps)
        """,
    ),
    right(
        "02-q2",
        "a column of helpers on a copy",
        """
        def ordered_counts(events, steps):
            events = events.copy()
            events["reached"] = events["day"].min()
            counts = {}
            for step in steps:
                rows = events[(events["stage"] == step) & (events["day"] >= events["reached"])]
                first = rows.groupby("customer_id")["day"].min()
                counts[step] = rows["customer_id"].nunique()
                events = events.drop(columns="reached").merge(first.rename("reached").reset_index())
            return pd.Series(counts, dtype=float)
        """,
    ),
    wrong(
        "02-q2",
        "whoever was there in the step before, on whatever day",
        """
        def ordered_counts(events, steps):
            there, counts = set(events["customer_id"]), {}
            for step in steps:
                there &= set(events.loc[events["stage"] == step, "customer_id"])
                counts[step] = len(there)
            return pd.Series(counts)
        """,
        message="Ben's purchase came before his visit",
    ),
    wrong(
        "02-q2",
        "leaves out steps that nobody reached",
        """
        def ordered_counts(events, steps):
            reached = events[events["stage"] == steps[0]].groupby("customer_id")["day"].min()
            counts = {steps[0]: len(reached)}
            for step in steps[1:]:
                rows = events[events["stage"] == step].merge(reached.rename("reached"), on="customer_id")
                reached = rows[rows["day"] >= rows["reached"]].groupby("customer_id")["day"].min()
                if len(reached):
                    counts[step] = len(reached)
            return pd.Series(counts)
        """,
        message="No value for activation",
    ),
    wrong(
        "02-q2",
        "trusts the order of the rows",
        """
        def ordered_counts(events, steps):
            counts = dict.fromkeys(steps, 0)
            for _, own in events.groupby("customer_id"):
                place = 0
                for stage in own["stage"]:
                    if place < len(steps) and stage == steps[place]:
                        counts[steps[place]] += 1
                        place += 1
            return pd.Series(counts)
        """,
        message="ordered_counts",
    ),
    wrong(
        "02-q2",
        "one row a person instead of one a step",
        """
        def ordered_counts(events, steps):
            return events[events["stage"].isin(steps)].groupby("customer_id")["stage"].nunique()
        """,
        message="This has an entry for each person",
    ),
    wrong(
        "02-q2",
        "adds a column to the table it is given",
        """
        def ordered_counts(events, steps):
            counts = {}
            events["reached"] = pd.Timestamp.min
            for step in steps:
                rows = events[(events["stage"] == step) & (events["day"] >= events["reached"])]
                first = rows.groupby("customer_id")["day"].min()
                counts[step] = len(first)
                events["reached"] = [first.get(who, pd.NaT) for who in events["customer_id"]]
            return pd.Series(counts)
        """,
        message="changed the table it was given",
    ),
    wrong(
        "02-q2",
        "the steps of the example instead of those it is given",
        """
        def ordered_counts(events, steps):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            rows = events[events["stage"] == "purchase"]
            later = rows[rows["day"] >= pd.to_datetime(rows["customer_id"].map(first))]
            return pd.Series({"awareness": len(first), "purchase": later["customer_id"].nunique()})
        """,
        message="activation",
    ),
    wrong(
        "02-q2",
        "returns in the first round of the loop",
        """
        def ordered_counts(events, steps):
            counts = {}
            for step in steps:
                counts[step] = events.loc[events["stage"] == step, "customer_id"].nunique()
                return pd.Series(counts)
        """,
        message="purchase",
    ),
    right(
        "02-q2",
        "looks the earlier day up with map",
        """
        def ordered_counts(events, steps):
            counts = {}
            for number, step in enumerate(steps):
                rows = events[events["stage"] == step]
                if number > 0:
                    rows = rows[rows["day"] >= rows["customer_id"].map(reached)]
                reached = rows.groupby("customer_id")["day"].min()
                counts[step] = reached.count()
            return pd.Series(counts)
        """,
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
    right(
        "02-q3",
        "plain lists",
        """
        def funnel_rates(counts):
            n = counts.tolist()
            step = [1] + [after / before if before > 0 else None for before, after in zip(n, n[1:])]
            total = [one / n[0] for one in n]
            return pd.DataFrame({"step_rate": step, "cumulative_rate": total}, index=counts.index)
        """,
    ),
    right(
        "02-q3",
        "pct_change plus one",
        """
        def funnel_rates(counts):
            table = pd.DataFrame(index=counts.index)
            table["step_rate"] = (counts.pct_change() + 1).fillna(1)
            table["step_rate"] = table["step_rate"].where(counts.shift(fill_value=1) > 0)
            table["cumulative_rate"] = counts.div(counts.max())
            return table
        """,
    ),
    right(
        "02-q3",
        "numpy, and the steps as a column",
        """
        import numpy as np

        def funnel_rates(counts):
            n = counts.to_numpy(dtype=float)
            before = np.r_[n[0], n[:-1]]
            step = np.divide(n, before, out=np.full(len(n), np.nan), where=before > 0)
            return pd.DataFrame({"step_rate": step, "cumulative_rate": n / n[0]}, index=counts.index).rename_axis("step")
        """,
    ),
    right(
        "02-q3",
        "concat and rename",
        """
        def funnel_rates(counts):
            before = counts.shift()
            before[counts.index[0]] = counts.iloc[0]
            return pd.concat([counts / before, counts / counts.iloc[0]], axis=1, keys=["step_rate", "cumulative_rate"])
        """,
    ),
    wrong(
        "02-q3",
        "both columns against the first step",
        """
        def funnel_rates(counts):
            share = counts / counts.iloc[0]
            return pd.DataFrame({"step_rate": share, "cumulative_rate": share})
        """,
        message="compares with the step before",
    ),
    wrong(
        "02-q3",
        "the share that was lost",
        """
        def funnel_rates(counts):
            step = 1 - counts / counts.shift()
            step.iloc[0] = 1
            return pd.DataFrame({"step_rate": step, "cumulative_rate": counts / counts.iloc[0]})
        """,
        message="the share that was lost",
    ),
    wrong(
        "02-q3",
        "shares of all counts together",
        """
        def funnel_rates(counts):
            step = counts / counts.shift()
            step.iloc[0] = 1
            return pd.DataFrame({"step_rate": step, "cumulative_rate": counts / counts.sum()})
        """,
        message="cumulative_rate",
    ),
    wrong(
        "02-q3",
        "each step against the one after it",
        """
        def funnel_rates(counts):
            step = counts.shift(-1) / counts
            return pd.DataFrame({"step_rate": step.fillna(1), "cumulative_rate": counts / counts.iloc[0]})
        """,
        message="step_rate",
    ),
    wrong(
        "02-q3",
        "only one of the columns",
        """
        def funnel_rates(counts):
            return counts / counts.iloc[0]
        """,
        message="This is a single Series",
    ),
    wrong(
        "02-q3",
        "changes the counts it is given",
        """
        def funnel_rates(counts):
            counts[:] = counts / counts.iloc[0] * 1000
            step = counts / counts.shift()
            step.iloc[0] = 1.0
            result = pd.DataFrame({"step_rate": step, "cumulative_rate": counts / counts.iloc[0]})
            counts.iloc[0] = 0
            return result
        """,
        message="changed the Series it was given",
    ),
    wrong(
        "02-q3",
        "the example by heart",
        """
        def funnel_rates(counts):
            return pd.DataFrame({"step_rate": [1, 0.4, 0.05], "cumulative_rate": [1, 0.4, 0.02]}, index=counts.index[:3])
        """,
        message="80, 80, 0 and 0",
    ),
    wrong(
        "02-q3",
        "half done, the dots still there",
        """
        def funnel_rates(counts):
            step_rate = counts / counts.shift()
            ...
        """,
        message="return",
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
            bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
            waited = (bought["day"] - bought["first"]).dt.days
            won = bought.loc[(waited >= 0) & (waited < days), "customer_id"].nunique()
            return won / len(first) if len(first) else float("nan")
        """,
        message="Exactly 7 days later is still within a window of 7",
    ),
    right(
        "02-q4",
        "the library, on the visitors who can be judged",
        """
        from ecotools.metrics import funnel

        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            judged = first.index[first + pd.Timedelta(days, "D") < until]
            if not len(judged):
                return float("nan")
            rows = events[events["customer_id"].isin(judged) & events["stage"].isin(["awareness", "purchase"])]
            rows = rows.sort_values(["day", "stage"], key=lambda column: column.astype(str) if column.name == "stage" else column)
            return funnel.funnel(rows, ["awareness", "purchase"], window=days).attrs["overall_rate"]
        """,
    ),
    right(
        "02-q4",
        "one person after the other",
        """
        def converted_within(events, days, until):
            results = []
            for _, own in events.groupby("customer_id"):
                visits = own.loc[own["stage"] == "awareness", "day"]
                if visits.empty or visits.min() + pd.DateOffset(days=days) >= pd.Timestamp(until):
                    continue
                end = visits.min() + pd.DateOffset(days=days)
                results.append(own.loc[own["stage"] == "purchase", "day"].between(visits.min(), end).any())
            return pd.Series(results, dtype=float).mean()
        """,
    ),
    right(
        "02-q4",
        "numpy days",
        """
        import numpy as np

        def converted_within(events, days, until):
            first = events.loc[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            window = np.timedelta64(days, "D")
            first = first[first.to_numpy() + window < np.datetime64(until)]
            sales = events.loc[events["stage"] == "purchase", ["customer_id", "day"]]
            sales = sales.merge(first.rename("first"), left_on="customer_id", right_index=True)
            gap = (sales["day"] - sales["first"]).to_numpy()
            won = set(sales["customer_id"].to_numpy()[(gap >= np.timedelta64(0, "D")) & (gap <= window)])
            return np.nan if len(first) == 0 else np.float64(len(won) / len(first))
        """,
    ),
    right(
        "02-q4",
        "the first purchase on or after the visit",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            table = events[events["stage"] == "purchase"].merge(first.rename("first").reset_index())
            table = table[table["day"] >= table["first"]]
            sale = table.groupby("customer_id")["day"].min()
            judged = first[(pd.to_datetime(until) - first).dt.days > days]
            return ((sale.reindex(judged.index) - judged).dt.days <= days).mean()
        """,
    ),
    wrong(
        "02-q4",
        "a percent",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            first = first[first + pd.Timedelta(days=days) < until]
            bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
            waited = (bought["day"] - bought["first"]).dt.days
            won = bought.loc[waited.between(0, days), "customer_id"].nunique()
            return 100 * won / len(first) if len(first) else float("nan")
        """,
        message="a rate is a fraction",
    ),
    wrong(
        "02-q4",
        "judges those whose window ends with the first day not observed",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            first = first[first + pd.Timedelta(days=days) <= until]
            bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
            waited = (bought["day"] - bought["first"]).dt.days
            won = bought.loc[waited.between(0, days), "customer_id"].nunique()
            return won / len(first) if len(first) else float("nan")
        """,
        message="`until` itself was not observed",
    ),
    wrong(
        "02-q4",
        "zero when nobody can be judged",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            first = first[first + pd.Timedelta(days=days) < until]
            bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
            waited = (bought["day"] - bought["first"]).dt.days
            return bought.loc[waited.between(0, days), "customer_id"].nunique() / max(len(first), 1)
        """,
        message="NaN",
    ),
    wrong(
        "02-q4",
        "purchases instead of people",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            first = first[first + pd.Timedelta(days=days) < until]
            bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
            waited = (bought["day"] - bought["first"]).dt.days
            return waited.between(0, days).sum() / len(first) if len(first) else float("nan")
        """,
        message="still one visitor who bought",
    ),
    wrong(
        "02-q4",
        "purchases before the visit too",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            first = first[first + pd.Timedelta(days=days) < until]
            bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
            waited = (bought["day"] - bought["first"]).dt.days
            won = bought.loc[waited <= days, "customer_id"].nunique()
            return won / len(first) if len(first) else float("nan")
        """,
        message="A purchase before the first visit cannot be its result",
    ),
    wrong(
        "02-q4",
        "the last visit instead of the first",
        """
        def converted_within(events, days, until):
            last = events[events["stage"] == "awareness"].groupby("customer_id")["day"].max()
            last = last[last + pd.Timedelta(days=days) < until]
            bought = events[events["stage"] == "purchase"].merge(last.rename("last"), on="customer_id")
            waited = (bought["day"] - bought["last"]).dt.days
            won = bought.loc[waited.between(0, days), "customer_id"].nunique()
            return won / len(last) if len(last) else float("nan")
        """,
        message="The window runs from the first visit, not from a later one",
    ),
    wrong(
        "02-q4",
        "the end of the case instead of the one it is given",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            first = first[first + pd.Timedelta(days=days) < case.ledger.end]
            bought = events[events["stage"] == "purchase"]
            waited = (bought["day"] - bought["customer_id"].map(first)).dt.days
            won = bought.loc[waited.between(0, days), "customer_id"].nunique()
            return won / len(first) if len(first) else float("nan")
        """,
        message="Visitor 4 came four days before the end",
    ),
    wrong(
        "02-q4",
        "the example's window by heart",
        """
        def converted_within(events, days, until):
            first = events[events["stage"] == "awareness"].groupby("customer_id")["day"].min()
            first = first[first + pd.Timedelta(days=days) < until]
            bought = events[events["stage"] == "purchase"].merge(first.rename("first"), on="customer_id")
            waited = (bought["day"] - bought["first"]).dt.days
            won = bought.loc[waited.between(0, 14), "customer_id"].nunique()
            return won / len(first) if len(first) else float("nan")
        """,
        message="outside a window of 7",
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
    right(
        "02-q5",
        "a crosstab of months",
        """
        def broken_month(touches):
            first = touches.query("stage == 'purchase'").groupby("customer_id")["day"].min()
            active = first.index.isin(touches.query("stage == 'activation'")["customer_id"])
            table = pd.crosstab(first.dt.strftime("%Y-%m"), active)
            share = table[True] / table.sum(axis=1) if True in table else table.sum(axis=1) * 0
            return share.sort_index()[:-1].idxmin()
        """,
    ),
    right(
        "02-q5",
        "unstacked counts of people",
        """
        def broken_month(touches):
            kept = touches[touches["stage"].isin(["purchase", "activation"])].copy()
            kept["stage"] = kept["stage"].astype(str)
            days = kept.groupby(["customer_id", "stage"])["day"].min().unstack()
            days = days.dropna(subset=["purchase"])
            days["month"] = days["purchase"].dt.to_period("M").astype(str)
            days["done"] = days["activation"].notna()
            rates = days.groupby("month")["done"].agg(["sum", "count"])
            rates = rates.drop(rates.index[-1])
            return (rates["sum"] / rates["count"]).idxmin()
        """,
    ),
    right(
        "02-q5",
        "compares the share that is missing",
        """
        def broken_month(touches):
            buyers = touches[touches["stage"] == "purchase"].sort_values("day").groupby("customer_id").first()
            done = touches.loc[touches["stage"] == "activation", "customer_id"].unique()
            buyers["lost"] = ~buyers.index.isin(done)
            buyers["month"] = buyers["day"].apply(lambda day: f"{day.year}-{day.month:02d}")
            lost = buyers.groupby("month")["lost"].mean()
            return lost[lost.index < lost.index.max()].idxmax()
        """,
    ),
    right(
        "02-q5",
        "numpy text",
        """
        import numpy as np

        def broken_month(touches):
            first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
            months = first.to_numpy().astype("datetime64[M]")
            active = np.isin(first.index, touches.loc[touches["stage"] == "activation", "customer_id"])
            names = np.unique(months)[:-1]
            shares = [active[months == name].mean() for name in names]
            return np.str_(names[int(np.argmin(shares))])
        """,
    ),
    wrong(
        "02-q5",
        "prints instead of returning",
        """
        def broken_month(touches):
            first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
            active = pd.Series(first.index.isin(touches.loc[touches["stage"] == "activation", "customer_id"]), first.index)
            print(active.groupby(first.dt.strftime("%Y-%m")).mean().iloc[:-1].idxmin())
        """,
        message="return statement",
    ),
    wrong(
        "02-q5",
        "the share itself",
        """
        def broken_month(touches):
            first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
            active = pd.Series(first.index.isin(touches.loc[touches["stage"] == "activation", "customer_id"]), first.index)
            return active.groupby(first.dt.strftime("%Y-%m")).mean().iloc[:-1].min()
        """,
        message="a month as text",
    ),
    wrong(
        "02-q5",
        "activations of a month by buyers of a month",
        """
        def broken_month(touches):
            month = touches["day"].dt.strftime("%Y-%m")
            done = touches[touches["stage"] == "activation"].groupby(month)["customer_id"].nunique()
            bought = touches[touches["stage"] == "purchase"].groupby(month)["customer_id"].nunique()
            return (done / bought).iloc[:-1].idxmin()
        """,
        message="the weakest month has the most activations",
    ),
    wrong(
        "02-q5",
        "the month by its number",
        """
        def broken_month(touches):
            first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
            active = pd.Series(first.index.isin(touches.loc[touches["stage"] == "activation", "customer_id"]), first.index)
            rate = active.groupby(first.dt.month).mean()
            return f"2025-{rate.drop(rate.index.max()).idxmin():02d}"
        """,
        message="weakest month",
    ),
    wrong(
        "02-q5",
        "the last purchase instead of the first",
        """
        def broken_month(touches):
            last = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].max()
            active = pd.Series(last.index.isin(touches.loc[touches["stage"] == "activation", "customer_id"]), last.index)
            return active.groupby(last.dt.strftime("%Y-%m")).mean().iloc[:-1].idxmin()
        """,
        message="a later purchase",
    ),
    wrong(
        "02-q5",
        "a column on the table it is given",
        """
        def broken_month(touches):
            first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
            touches["month"] = touches["customer_id"].map(first).dt.strftime("%Y-%m")
            touches["done"] = touches["customer_id"].isin(touches.loc[touches["stage"] == "activation", "customer_id"])
            rate = touches.drop_duplicates("customer_id").groupby("month")["done"].mean()
            return rate.iloc[:-1].idxmin()
        """,
        message="changed the table it was given",
    ),
    wrong(
        "02-q5",
        "the table of the case instead of the one it is given",
        """
        def broken_month(touches):
            touches = troubled
            first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
            active = pd.Series(first.index.isin(touches.loc[touches["stage"] == "activation", "customer_id"]), first.index)
            return active.groupby(first.dt.strftime("%Y-%m")).mean().iloc[:-1].idxmin()
        """,
        message="broken_month",
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
        message="must lie within what is quoted, 1-5%",
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
        message="must also lie within the chained range",
    ),
    right(
        "02-q6",
        "math.prod and the maximum and minimum of the ends",
        """
        import math

        def chain(*ranges):
            lows, highs = zip(*ranges)
            return math.prod(lows), math.prod(highs)

        bottom, top = chain((0.4, 0.6), (0.05, 0.15))
        overlap = (max(bottom, 0.01), min(top, 0.05))
        """,
    ),
    right(
        "02-q6",
        "one range after the other by recursion",
        """
        def chain(first, *rest):
            if not rest:
                return first
            low, high = chain(*rest)
            return first[0] * low, first[1] * high

        overlap = [2 / 100, 5 / 100]
        """,
    ),
    right(
        "02-q6",
        "functools.reduce, and an array for the overlap",
        """
        from functools import reduce

        import numpy as np

        def chain(*ranges):
            return reduce(lambda a, b: (a[0] * b[0], a[1] * b[1]), ranges)

        overlap = np.array([0.02, 0.05])
        """,
    ),
    right(
        "02-q6",
        "a table and a Series",
        """
        def chain(*ranges):
            return pd.DataFrame(ranges, columns=["low", "high"]).prod()

        overlap = pd.Series({"low": 0.02, "high": 0.05})
        """,
    ),
    wrong(
        "02-q6",
        "takes a list of ranges",
        """
        def chain(ranges):
            low = high = 1
            for bottom, top in ranges:
                low, high = low * bottom, high * top
            return low, high

        overlap = (0.02, 0.05)
        """,
        message="takes 1 positional argument",
    ),
    wrong(
        "02-q6",
        "two steps only",
        """
        def chain(first, second):
            return first[0] * second[0], first[1] * second[1]

        overlap = (0.02, 0.05)
        """,
        message="takes 2 positional arguments but 3 were given",
    ),
    wrong(
        "02-q6",
        "the average of the steps",
        """
        def chain(*ranges):
            return sum(low for low, _ in ranges) / len(ranges), sum(high for _, high in ranges) / len(ranges)

        overlap = (0.02, 0.05)
        """,
        message="chain((0.1, 0.2), (0.5, 0.5))",
    ),
    wrong(
        "02-q6",
        "one share instead of a range",
        """
        import math

        def chain(*ranges):
            return math.prod(low for low, _ in ranges), math.prod(high for _, high in ranges)

        overlap = 0.03
        """,
        message="overlap should be a pair",
    ),
    wrong(
        "02-q6",
        "true or false instead of the range",
        """
        import math

        def chain(*ranges):
            return math.prod(low for low, _ in ranges), math.prod(high for _, high in ranges)

        overlap = True
        """,
        message="overlap should be a pair",
    ),
    wrong(
        "02-q6",
        "a part of the overlap",
        """
        import math

        def chain(*ranges):
            return math.prod(low for low, _ in ranges), math.prod(high for _, high in ranges)

        overlap = (0.02, 0.04)
        """,
        message="they are not all that do",
    ),
    wrong(
        "02-q6",
        "the ends the wrong way round",
        """
        import math

        def chain(*ranges):
            return math.prod(low for low, _ in ranges), math.prod(high for _, high in ranges)

        overlap = (0.05, 0.02)
        """,
        message="The lower end of overlap comes first",
    ),
    wrong(
        "02-q6",
        "the range left undone",
        """
        import math

        def chain(*ranges):
            return math.prod(low for low, _ in ranges), math.prod(high for _, high in ranges)

        overlap = ...
        """,
        message="`overlap` still has the three dots",
    ),
    wrong(
        "02-q6",
        "the example by heart",
        """
        def chain(*ranges):
            return 0.05, 0.1

        overlap = (0.02, 0.05)
        """,
        message="chained range",
    ),
    wrong(
        "02-q6",
        "prints instead of returning",
        """
        def chain(*ranges):
            low = high = 1
            for bottom, top in ranges:
                low, high = low * bottom, high * top
            print(low, high)

        overlap = (0.02, 0.05)
        """,
        message="return",
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
    right(
        "02-q7",
        "the long form of YAML",
        "my_journey = " + repr(LONG),
    ),
    right(
        "02-q7",
        "hyphens in the ids, whole numbers where the share is one",
        f'my_journey = """{JOURNEY}""".replace("day_", "day-").replace("target: 0.6", "target: 1")',
    ),
    right(
        "02-q7",
        "with the key of the section, and comments",
        f'my_journey = "journey:" + """{JOURNEY}# more to come"""',
    ),
    right(
        "02-q7",
        "built by code",
        f'my_journey = "\\n".join("  " + line for line in """{JOURNEY}""".strip().splitlines())',
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
        message="Give day_7 a target",
    ),
    wrong(
        "02-q7",
        "a touchpoint without a KPI",
        f'my_journey = """{JOURNEY}""".replace(", kpi: orders", "")',
        message="names no kpi",
    ),
    wrong(
        "02-q7",
        "the share as a percent",
        f'my_journey = """{JOURNEY}""".replace("target: 0.6", "target: 60")',
        message="The target of day_7 is a share of the buyers, a fraction",
    ),
    wrong(
        "02-q7",
        "a promise as a percent",
        f'my_journey = """{JOURNEY}""".replace("target: 0.4", "target: 40")',
        message="The target of day_60 is a share of the buyers",
    ),
    wrong(
        "02-q7",
        "a percent sign",
        f'my_journey = """{JOURNEY}""".replace("target: 0.4", "target: 40%")',
        message="0.4",
    ),
    wrong(
        "02-q7",
        "no promise for day 60",
        f'my_journey = "\\n".join(l for l in """{JOURNEY}""".splitlines() if "day_60" not in l)',
        message="no touchpoint with the id day_60",
    ),
    wrong(
        "02-q7",
        "a promise without a target",
        f'my_journey = """{JOURNEY}""".replace(", target: 0.3", "")',
        message="Give day_90 a target",
    ),
    wrong(
        "02-q7",
        "a promise before the purchase",
        f'my_journey = """{JOURNEY}""".replace("id: day_30, stage: activation", "id: day_30, stage: consideration")',
        message="day_30 stands at consideration; it should be at activation or retention or referral",
    ),
    wrong(
        "02-q7",
        "two touchpoints with one id",
        f'my_journey = """{JOURNEY}""".replace("id: b,", "id: a,")',
        message="'a'",
    ),
    wrong(
        "02-q7",
        "a colon in a text without quotation marks",
        f'my_journey = """{JOURNEY}""".replace("asset: Article", "asset: Article: part one")',
        message="line",
    ),
    wrong(
        "02-q7",
        "a channel left out",
        f'my_journey = """{JOURNEY}""".replace(", channel: search", "")',
        message="needs a format and a channel",
    ),
    wrong(
        "02-q7",
        "only the example of the text",
        "my_journey = " + repr(LONG[: LONG.index("- id: b")]),
        message="These stages have no touchpoint yet",
    ),
    wrong(
        "02-q7",
        "the first result at another stage",
        f'my_journey = """{JOURNEY}""".replace("id: day_7, stage: activation", "id: day_7, stage: retention")',
        message="day_7 stands at retention; it should be at activation",
    ),
    wrong("02-q7", "nothing between the quotes", "my_journey = '''\\n'''", message="my_journey is empty"),
]

# Mutations of the reference solution that change nothing a right answer could differ in.
SURVIVORS = {
    "02-q4: pd.Timedelta(0) → pd.Timedelta(-1)": "one nanosecond before midnight: days have no clock part",
}
