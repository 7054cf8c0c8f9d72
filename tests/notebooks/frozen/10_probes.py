"""Answers that the checks of module 10 must accept, or refuse with the right reason."""

from ecotools.grading.authoring.probes import right, wrong

KPIS = """
- {id: leads, name: Leads, formula: new addresses, base: visitors, window: month, unit: count, direction: up, owner: me, source: touches, target: 90}
- {id: sales, name: Sales, formula: paid orders, base: leads, window: month, unit: count, direction: up, owner: me, source: orders, target: 9, counter: returns}
- {id: returns, name: Returns, formula: refunded / paid, base: orders, window: month, unit: fraction, direction: down, owner: me, source: orders, target: 0.04}
- {id: happy, name: NPS, formula: promoters less detractors, base: answers, window: quarter, unit: score, direction: up, owner: me, source: surveys, target: 40}
"""
DAYS = """
- {id: days, name: Days to the first draft, formula: median of the days, base: buyers, window: month, unit: days, direction: down, owner: Ann, source: activity, target: 7}
"""

PROBES = [
    # Task 1: mrr_on
    right(
        "10-q1",
        "row by row",
        """
        def mrr_on(subscriptions, day):
            total = 0.0
            for row in subscriptions.itertuples():
                if row.start <= day and (pd.isna(row.end) or row.end > day):
                    total += row.price * row.quantity * (1 - row.discount) / row.interval_months
            return total
        """,
    ),
    right(
        "10-q1",
        "missing ends filled with a far day",
        """
        def mrr_on(subscriptions, day):
            end = subscriptions["end"].fillna(pd.Timestamp("2200-01-01"))
            running = subscriptions[(subscriptions["start"] <= day) & (end > day)]
            return running.eval("price * quantity * (1 - discount) / interval_months").sum()
        """,
    ),
    wrong(
        "10-q1",
        "a year's price counted in a month",
        """
        def mrr_on(subscriptions, day):
            running = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
            return (running["price"] * running["quantity"] * (1 - running["discount"])).sum()
        """,
        message="divide by the months of the interval",
    ),
    wrong(
        "10-q1",
        "the discount forgotten",
        """
        def mrr_on(subscriptions, day):
            running = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
            return (running["price"] * running["quantity"] / running["interval_months"]).sum()
        """,
        message="discount of one half",
    ),
    wrong(
        "10-q1",
        "the last day included",
        """
        def mrr_on(subscriptions, day):
            running = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] < day)]
            monthly = running["price"] * running["quantity"] * (1 - running["discount"])
            return (monthly / running["interval_months"]).sum()
        """,
        message="`end` is not included",
    ),
    wrong(
        "10-q1",
        "running rows lost because their end is missing",
        """
        def mrr_on(subscriptions, day):
            running = subscriptions[(subscriptions["start"] <= day) & (subscriptions["end"] > day)]
            monthly = running["price"] * running["quantity"] * (1 - running["discount"])
            return (monthly / running["interval_months"]).sum()
        """,
        message="mrr_on(members, 10 February)",
    ),
    right(
        "10-q1",
        "a function for each row",
        """
        def mrr_on(subscriptions, day):
            def monthly(r):
                if r["start"] > day or r["end"] <= day:
                    return 0
                return r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]
            return subscriptions.apply(monthly, axis=1).sum()
        """,
    ),
    right(
        "10-q1",
        "numpy's where",
        """
        import numpy as np
        def mrr_on(subscriptions, day):
            s = subscriptions
            on = (s["start"] <= day) & (s["end"].isna() | (s["end"] > day))
            return np.where(on, s["price"] * s["quantity"] * (1 - s["discount"]) / s["interval_months"], 0).sum()
        """,
    ),
    right(
        "10-q1",
        "a column on a copy",
        """
        def mrr_on(subscriptions, day):
            t = subscriptions.copy()
            t["end"] = t["end"].fillna(pd.Timestamp.max)
            t["monthly"] = t["price"] / t["interval_months"] * t["quantity"] * (1 - t["discount"])
            return t.loc[t["start"].le(day) & t["end"].gt(day), "monthly"].sum()
        """,
    ),
    wrong(
        "10-q1",
        "ends filled in the table that was given",
        """
        def mrr_on(subscriptions, day):
            subscriptions["end"] = subscriptions["end"].fillna(pd.Timestamp("2100-01-01"))
            on = subscriptions[(subscriptions["start"] <= day) & (subscriptions["end"] > day)]
            return (on["price"] * on["quantity"] * (1 - on["discount"]) / on["interval_months"]).sum()
        """,
        message="changed the table it was given",
    ),
    wrong(
        "10-q1",
        "the quantity forgotten",
        """
        def mrr_on(subscriptions, day):
            on = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
            return (on["price"] * (1 - on["discount"]) / on["interval_months"]).sum()
        """,
        message="quantity of two",
    ),
    wrong(
        "10-q1",
        "the first day left out",
        """
        def mrr_on(subscriptions, day):
            on = subscriptions[(subscriptions["start"] < day) & ~(subscriptions["end"] <= day)]
            return (on["price"] * on["quantity"] * (1 - on["discount"]) / on["interval_months"]).sum()
        """,
        message="runs from its first day",
    ),
    wrong(
        "10-q1",
        "the examples written down",
        """
        def mrr_on(subscriptions, day):
            return 49 if day.day == 10 else 79
        """,
        message="10 January",
    ),
    wrong(
        "10-q1",
        "the example's table instead of the argument",
        """
        def mrr_on(subscriptions, day):
            on = members[(members["start"] <= day) & ~(members["end"] <= day)]
            return (on["price"] * on["quantity"] * (1 - on["discount"]) / on["interval_months"]).sum()
        """,
        message="on your data",
    ),
    wrong(
        "10-q1",
        "only those without an end",
        """
        def mrr_on(subscriptions, day):
            on = subscriptions[(subscriptions["start"] <= day) & subscriptions["end"].isna()]
            return (on["price"] * on["quantity"] * (1 - on["discount"]) / on["interval_months"]).sum()
        """,
        message="until 1 March",
    ),
    wrong(
        "10-q1",
        "and between columns",
        """
        def mrr_on(subscriptions, day):
            on = subscriptions[subscriptions["start"] <= day and ~(subscriptions["end"] <= day)]
            return on["price"].sum()
        """,
        message="combine conditions with &",
    ),
    # Task 2: customer_churn
    right(
        "10-q2",
        "unique ids and isin",
        """
        def customer_churn(subscriptions, start, end):
            def there(day):
                on = (subscriptions["start"] <= day) & (subscriptions["end"].isna() | (subscriptions["end"] > day))
                return pd.Series(subscriptions.loc[on, "customer_id"].unique())

            before = there(start)
            return 1 - before.isin(there(end)).mean() if len(before) else float("nan")
        """,
    ),
    right(
        "10-q2",
        "grouped flags",
        """
        def customer_churn(subscriptions, start, end):
            table = subscriptions.assign(last=subscriptions["end"].fillna(pd.Timestamp.max))
            table["was"] = (table["start"] <= start) & (table["last"] > start)
            table["is"] = (table["start"] <= end) & (table["last"] > end)
            each = table.groupby("customer_id")[["was", "is"]].any()
            return float("nan") if not each["was"].any() else float((~each.loc[each["was"], "is"]).mean())
        """,
    ),
    wrong(
        "10-q2",
        "rows that ended",
        """
        def customer_churn(subscriptions, start, end):
            running = (subscriptions["start"] <= start) & ~(subscriptions["end"] <= start)
            ended = running & (subscriptions["end"] <= end)
            return ended.sum() / running.sum() if running.any() else float("nan")
        """,
        message="change of plan",
    ),
    wrong(
        "10-q2",
        "newcomers in the base",
        """
        def customer_churn(subscriptions, start, end):
            seen = subscriptions[(subscriptions["start"] <= end) & ~(subscriptions["end"] <= start)]
            after = seen[~(seen["end"] <= end)]
            before = set(seen["customer_id"])
            return len(before - set(after["customer_id"])) / len(before) if before else float("nan")
        """,
        message="customer_churn",
    ),
    wrong(
        "10-q2",
        "retention instead of churn",
        """
        def customer_churn(subscriptions, start, end):
            def there(day):
                on = (subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)
                return set(subscriptions.loc[on, "customer_id"])

            before = there(start)
            return len(before & there(end)) / len(before) if before else float("nan")
        """,
        message="customer_churn(four customers",
    ),
    right(
        "10-q2",
        "a merge of the two days",
        """
        def customer_churn(subscriptions, start, end):
            on = lambda d: subscriptions.loc[(subscriptions["start"] <= d) & ~(subscriptions["end"] <= d), ["customer_id"]].drop_duplicates()
            both = on(start).merge(on(end), how="left", indicator=True)
            return (both["_merge"] == "left_only").mean()
        """,
    ),
    right(
        "10-q2",
        "numpy's setdiff1d",
        """
        import numpy as np
        def customer_churn(subscriptions, start, end):
            def on(d):
                m = (subscriptions["start"] <= d) & (subscriptions["end"].isna() | (subscriptions["end"] > d))
                return subscriptions["customer_id"][m].unique()
            a, b = on(start), on(end)
            return np.setdiff1d(a, b).size / a.size if a.size else np.nan
        """,
    ),
    right(
        "10-q2",
        "the error caught",
        """
        def customer_churn(subscriptions, start, end):
            active = lambda d: set(subscriptions[(subscriptions.start <= d) & ~(subscriptions.end <= d)].customer_id)
            try:
                return 1 - len(active(start) & active(end)) / len(active(start))
            except ZeroDivisionError:
                return float("nan")
        """,
    ),
    wrong(
        "10-q2",
        "a number of customers",
        """
        def customer_churn(subscriptions, start, end):
            on = lambda d: set(subscriptions.loc[(subscriptions["start"] <= d) & ~(subscriptions["end"] <= d), "customer_id"])
            return len(on(start) - on(end))
        """,
        message="a number of customers",
    ),
    wrong(
        "10-q2",
        "customers lost less customers won",
        """
        def customer_churn(subscriptions, start, end):
            on = lambda d: subscriptions.loc[(subscriptions["start"] <= d) & ~(subscriptions["end"] <= d), "customer_id"].nunique()
            return (on(start) - on(end)) / on(start)
        """,
        message="Those who joined make up",
    ),
    wrong(
        "10-q2",
        "everybody ever as the base",
        """
        def customer_churn(subscriptions, start, end):
            was = set(subscriptions["customer_id"])
            now = set(subscriptions.loc[(subscriptions["start"] <= end) & ~(subscriptions["end"] <= end), "customer_id"])
            return len(was - now) / len(was)
        """,
        message="those who joined later are not in it",
    ),
    wrong(
        "10-q2",
        "zero when nobody was there",
        """
        def customer_churn(subscriptions, start, end):
            on = lambda d: set(subscriptions.loc[(subscriptions["start"] <= d) & ~(subscriptions["end"] <= d), "customer_id"])
            return len(on(start) - on(end)) / max(len(on(start)), 1)
        """,
        message="zero would be a claim",
    ),
    wrong(
        "10-q2",
        "the last day included",
        """
        def customer_churn(subscriptions, start, end):
            on = lambda d: set(subscriptions.loc[(subscriptions["start"] <= d) & ~(subscriptions["end"] < d), "customer_id"])
            a, b = on(start), on(end)
            return len(a - b) / len(a) if a else float("nan")
        """,
        message="who ends on that day is gone",
    ),
    wrong(
        "10-q2",
        "ends filled in the table that was given",
        """
        def customer_churn(subscriptions, start, end):
            subscriptions["end"] = subscriptions["end"].fillna(pd.Timestamp("2100-01-01"))
            on = lambda d: set(subscriptions.loc[(subscriptions["start"] <= d) & (subscriptions["end"] > d), "customer_id"])
            a, b = on(start), on(end)
            return len(a - b) / len(a) if a else float("nan")
        """,
        message="changed the table it was given",
    ),
    wrong(
        "10-q2",
        "a percent",
        """
        def customer_churn(subscriptions, start, end):
            on = lambda d: set(subscriptions.loc[(subscriptions["start"] <= d) & ~(subscriptions["end"] <= d), "customer_id"])
            return 100 * len(on(start) - on(end)) / len(on(start))
        """,
        message="a rate is a fraction",
    ),
    wrong(
        "10-q2",
        "the example written down",
        """
        def customer_churn(subscriptions, start, end):
            return 0.25
        """,
        message="from 3 January",
    ),
    # Task 3: against_target
    right(
        "10-q3",
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
    right(
        "10-q3",
        "pandas' own missing value, columns in another order",
        """
        def against_target(values, target, direction):
            table = pd.DataFrame({"value": values})
            good = (values >= target) if direction == "up" else (values <= target)
            table["on_target"] = good.astype("boolean").mask(values.isna())
            table["change"] = values - values.shift()
            return table
        """,
    ),
    wrong(
        "10-q3",
        "missing painted red",
        """
        def against_target(values, target, direction):
            met = values >= target if direction == "up" else values <= target
            return pd.DataFrame({"value": values, "change": values.diff(), "on_target": met})
        """,
        message="neither True nor False",
    ),
    wrong(
        "10-q3",
        "the direction ignored",
        """
        def against_target(values, target, direction):
            met = (values >= target).astype(object).where(values.notna(), None)
            return pd.DataFrame({"value": values, "change": values.diff(), "on_target": met})
        """,
        message="above the target is off target",
    ),
    wrong(
        "10-q3",
        "relative changes",
        """
        def against_target(values, target, direction):
            met = values >= target if direction == "up" else values <= target
            met = met.astype(object).where(values.notna(), None)
            return pd.DataFrame({"value": values, "change": values.pct_change(), "on_target": met})
        """,
        message="change",
    ),
    right(
        "10-q3",
        "a function for each value, NaN for unknown",
        """
        def against_target(values, target, direction):
            def good(v):
                if pd.isna(v):
                    return float("nan")
                return v >= target if direction == "up" else v <= target
            return pd.DataFrame({"value": values, "change": values.diff(), "on_target": values.map(good)})
        """,
    ),
    right(
        "10-q3",
        "the months as a column",
        """
        def against_target(values, target, direction):
            ok = (values.ge(target) if direction == "up" else values.le(target)).astype("boolean").where(values.notna())
            return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok}).rename_axis("month").reset_index()
        """,
    ),
    right(
        "10-q3",
        "numpy's where",
        """
        import numpy as np
        def against_target(values, target, direction):
            ok = np.where(values.isna(), None, values >= target if direction == "up" else values <= target)
            return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok}, index=values.index)
        """,
    ),
    wrong(
        "10-q3",
        "on target only beyond it",
        """
        def against_target(values, target, direction):
            ok = (values > target) if direction == "up" else (values < target)
            return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.astype(object).where(values.notna(), None)})
        """,
        message="exactly the target",
    ),
    wrong(
        "10-q3",
        "months without a value dropped",
        """
        def against_target(values, target, direction):
            values = values.dropna()
            ok = (values >= target) if direction == "up" else (values <= target)
            return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok})
        """,
        message="keeps its row",
    ),
    wrong(
        "10-q3",
        "no change instead of an unknown one",
        """
        def against_target(values, target, direction):
            ok = (values >= target) if direction == "up" else (values <= target)
            return pd.DataFrame({"value": values, "change": values.diff().fillna(0), "on_target": ok.astype(object).where(values.notna(), None)})
        """,
        message="zero would be a claim",
    ),
    wrong(
        "10-q3",
        "the distance to the target as the change",
        """
        def against_target(values, target, direction):
            ok = (values >= target) if direction == "up" else (values <= target)
            return pd.DataFrame({"value": values, "change": values - target, "on_target": ok.astype(object).where(values.notna(), None)})
        """,
        message="In the column 'change'",
    ),
    wrong(
        "10-q3",
        "text for true and false",
        """
        def against_target(values, target, direction):
            ok = (values >= target) if direction == "up" else (values <= target)
            return pd.DataFrame({"value": values, "change": values.diff(), "on_target": ok.map({True: "yes", False: "no"}).where(values.notna())})
        """,
        message="instead of False",
    ),
    wrong(
        "10-q3",
        "only the comparison",
        """
        def against_target(values, target, direction):
            return values >= target if direction == "up" else values <= target
        """,
        message="the column 'change'",
    ),
    wrong(
        "10-q3",
        "other names of columns",
        """
        def against_target(values, target, direction):
            ok = (values >= target) if direction == "up" else (values <= target)
            return pd.DataFrame({"Value": values, "Change": values.diff(), "On target": ok})
        """,
        message="Is the column 'Value' meant to be 'value'?",
    ),
    # Task 4: exceptions
    right(
        "10-q4",
        "missing filled with true",
        """
        def exceptions(table, month):
            rows = table[table["month"].eq(month) & ~table["on_target"].fillna(True)].copy()
            rows["miss"] = abs(rows["value"] / rows["target"] - 1)
            return rows.sort_values("miss", ascending=False)
        """,
    ),
    right(
        "10-q4",
        "row by row",
        """
        def exceptions(table, month):
            out = []
            for row in table.to_dict("records"):
                if row["month"] == month and row["on_target"] is not pd.NA and row["on_target"] == False:
                    out.append({"kpi": row["kpi"], "value": row["value"], "target": row["target"], "miss": abs(row["value"] - row["target"]) / row["target"]})
            out.sort(key=lambda r: -r["miss"])
            return pd.DataFrame(out, columns=["kpi", "value", "target", "miss"])
        """,
    ),
    right(
        "10-q4",
        "the KPI as the index",
        """
        def exceptions(table, month):
            t = table[table["month"] == month]
            t = t[t["on_target"].isin([False])]
            t = t.assign(miss=lambda x: (x.value - x.target).abs() / x.target)
            return t.set_index("kpi")[["value", "target", "miss"]].sort_values("miss", ascending=False)
        """,
    ),
    right(
        "10-q4",
        "all columns kept",
        """
        def exceptions(table, month):
            t = table.loc[table["month"] == month].dropna(subset=["on_target"])
            t = t[~t["on_target"].astype(bool)]
            return t.assign(miss=((t["target"] - t["value"]) / t["target"]).abs()).sort_values(by="miss", ascending=False).reset_index(drop=True)
        """,
    ),
    wrong(
        "10-q4",
        "the unknown counted as a miss",
        """
        def exceptions(table, month):
            rows = table[(table["month"] == month) & ~table["on_target"].fillna(False)]
            rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / rows["target"])
            return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
        """,
        message="That is unknown, and not a miss",
    ),
    wrong(
        "10-q4",
        "all months",
        """
        def exceptions(table, month):
            rows = table[table["on_target"].eq(False)]
            rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / rows["target"])
            return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
        """,
        message="Only the rows of January",
    ),
    wrong(
        "10-q4",
        "the hits",
        """
        def exceptions(table, month):
            rows = table[(table["month"] == month) & table["on_target"]]
            rows = rows.assign(miss=(rows["value"] - rows["target"]).abs() / rows["target"])
            return rows.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]
        """,
        message="The visitors are on target",
    ),
    wrong(
        "10-q4",
        "the smallest first",
        """
        def exceptions(table, month):
            rows = table[(table["month"] == month) & table["on_target"].eq(False)]
            return rows.assign(miss=(rows["value"] - rows["target"]).abs() / rows["target"]).sort_values("miss")
        """,
        message="in another order",
    ),
    wrong(
        "10-q4",
        "the distance",
        """
        def exceptions(table, month):
            rows = table[(table["month"] == month) & table["on_target"].eq(False)]
            return rows.assign(miss=(rows["value"] - rows["target"]).abs()).sort_values("miss", ascending=False)
        """,
        message="Divide it by the target",
    ),
    wrong(
        "10-q4",
        "with its sign",
        """
        def exceptions(table, month):
            rows = table[(table["month"] == month) & table["on_target"].eq(False)]
            return rows.assign(miss=(rows["value"] - rows["target"]) / rows["target"]).sort_values("miss", ascending=False)
        """,
        message="positive in both directions",
    ),
    wrong(
        "10-q4",
        "divided by the value",
        """
        def exceptions(table, month):
            rows = table[(table["month"] == month) & table["on_target"].eq(False)]
            return rows.assign(miss=(rows["value"] - rows["target"]).abs() / rows["value"]).sort_values("miss", ascending=False)
        """,
        message="not by the value",
    ),
    wrong(
        "10-q4",
        "a column added to the table that was given",
        """
        def exceptions(table, month):
            table["miss"] = (table["value"] - table["target"]).abs() / table["target"]
            rows = table[(table["month"] == month) & table["on_target"].eq(False)]
            return rows.sort_values("miss", ascending=False)
        """,
        message="changed the table it was given",
    ),
    wrong(
        "10-q4",
        "fails when there is nothing",
        """
        def exceptions(table, month):
            out = [dict(kpi=r.kpi, value=r.value, target=r.target, miss=abs(r.value-r.target)/r.target) for r in table.itertuples() if r.month == month and r.on_target is not pd.NA and not r.on_target]
            return pd.DataFrame(out).sort_values("miss", ascending=False)
        """,
        message="KeyError",
    ),
    wrong(
        "10-q4",
        "the month written down",
        """
        def exceptions(table, month):
            rows = table[(table["month"] == "2025-01") & table["on_target"].eq(False)]
            return rows.assign(miss=(rows["value"] - rows["target"]).abs() / rows["target"]).sort_values("miss", ascending=False)
        """,
        message='exceptions(page, "2025-02")',
    ),
    wrong(
        "10-q4",
        "only the names",
        """
        def exceptions(table, month):
            return list(table.loc[(table["month"] == month) & table["on_target"].eq(False), "kpi"])
        """,
        message="expects a table",
    ),
    # Task 5: split_change
    right(
        "10-q5",
        "segment by segment, as a list",
        """
        def split_change(before, after):
            rates = mix = 0.0
            for segment in before.index:
                old, new = before.loc[segment], after.loc[segment]
                old_share, new_share = old["visitors"] / before["visitors"].sum(), new["visitors"] / after["visitors"].sum()
                old_rate, new_rate = old["buyers"] / old["visitors"], new["buyers"] / new["visitors"]
                rates += old_share * (new_rate - old_rate)
                mix += (new_share - old_share) * new_rate
            return [rates, mix]
        """,
    ),
    right(
        "10-q5",
        "the mix as what is left",
        """
        def split_change(before, after):
            after = after.loc[before.index]
            new_rate = after["buyers"] / after["visitors"]
            held = (before["visitors"] * new_rate).sum() / before["visitors"].sum()
            first = before["buyers"].sum() / before["visitors"].sum()
            last = after["buyers"].sum() / after["visitors"].sum()
            return held - first, last - held
        """,
    ),
    wrong(
        "10-q5",
        "in the other order",
        """
        def split_change(before, after):
            share = [table["visitors"] / table["visitors"].sum() for table in (before, after)]
            rate = [table["buyers"] / table["visitors"] for table in (before, after)]
            return ((share[1] - share[0]) * rate[1]).sum(), (share[0] * (rate[1] - rate[0])).sum()
        """,
        message="the rate effect comes first",
    ),
    wrong(
        "10-q5",
        "the new mix held",
        """
        def split_change(before, after):
            share = [table["visitors"] / table["visitors"].sum() for table in (before, after)]
            rate = [table["buyers"] / table["visitors"] for table in (before, after)]
            return (share[1] * (rate[1] - rate[0])).sum(), ((share[1] - share[0]) * rate[0]).sum()
        """,
        message="Hold the old mix",
    ),
    wrong(
        "10-q5",
        "segments lined up by position",
        """
        def split_change(before, after):
            old_share = before["visitors"].to_numpy() / before["visitors"].sum()
            new_share = after["visitors"].to_numpy() / after["visitors"].sum()
            old_rate = before["buyers"].to_numpy() / before["visitors"].to_numpy()
            new_rate = after["buyers"].to_numpy() / after["visitors"].to_numpy()
            return (old_share * (new_rate - old_rate)).sum(), ((new_share - old_share) * new_rate).sum()
        """,
        message="segments come in another order",
    ),
    right(
        "10-q5",
        "columns on copies",
        """
        def split_change(before, after):
            b, a = before.copy(), after.copy()
            for t in (b, a):
                t["share"] = t["visitors"] / t["visitors"].sum()
                t["rate"] = t["buyers"] / t["visitors"]
            rate = (b["share"] * (a["rate"] - b["rate"])).sum()
            mix = ((a["share"] - b["share"]) * a["rate"]).sum()
            return rate, mix
        """,
    ),
    right(
        "10-q5",
        "a join, and a Series of two",
        """
        def split_change(before, after):
            t = before.join(after, lsuffix="_b", rsuffix="_a")
            sb, sa = t.visitors_b / t.visitors_b.sum(), t.visitors_a / t.visitors_a.sum()
            rb, ra = t.buyers_b / t.visitors_b, t.buyers_a / t.visitors_a
            return pd.Series({"rate": (sb * (ra - rb)).sum(), "mix": ((sa - sb) * ra).sum()})
        """,
    ),
    wrong(
        "10-q5",
        "columns added to the tables that were given",
        """
        def split_change(before, after):
            for t in (before, after):
                t["share"] = t["visitors"] / t["visitors"].sum()
                t["rate"] = t["buyers"] / t["visitors"]
            return (before["share"] * (after["rate"] - before["rate"])).sum(), ((after["share"] - before["share"]) * after["rate"]).sum()
        """,
        message="changed the table it was given",
    ),
    wrong(
        "10-q5",
        "the old rates for the mix",
        """
        def split_change(before, after):
            share = [t["visitors"] / t["visitors"].sum() for t in (before, after)]
            rate = [t["buyers"] / t["visitors"] for t in (before, after)]
            return (share[0] * (rate[1] - rate[0])).sum(), ((share[1] - share[0]) * rate[0]).sum()
        """,
        message="Use the new ones",
    ),
    wrong(
        "10-q5",
        "percentage points",
        """
        def split_change(before, after):
            share = [t["visitors"] / t["visitors"].sum() for t in (before, after)]
            rate = [t["buyers"] / t["visitors"] for t in (before, after)]
            return 100 * (share[0] * (rate[1] - rate[0])).sum(), 100 * ((share[1] - share[0]) * rate[1]).sum()
        """,
        message="percentage points",
    ),
    wrong(
        "10-q5",
        "visitors instead of shares",
        """
        def split_change(before, after):
            rate = [t["buyers"] / t["visitors"] for t in (before, after)]
            return (before["visitors"] * (rate[1] - rate[0])).sum(), ((after["visitors"] - before["visitors"]) * rate[1]).sum()
        """,
        message="share of the visitors",
    ),
    wrong(
        "10-q5",
        "not added up",
        """
        def split_change(before, after):
            share = [t["visitors"] / t["visitors"].sum() for t in (before, after)]
            rate = [t["buyers"] / t["visitors"] for t in (before, after)]
            return share[0] * (rate[1] - rate[0]), (share[1] - share[0]) * rate[1]
        """,
        message="Add up over the segments",
    ),
    wrong(
        "10-q5",
        "the example written down",
        """
        def split_change(before, after):
            return -0.006, 0.033
        """,
        message="everything grew alike",
    ),
    # Task 6: total_lies
    right(
        "10-q6",
        "signs by numpy",
        """
        import numpy as np

        def total_lies(before, after):
            after = after.loc[before.index]
            parts = (after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]).to_numpy()
            total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
            signs = np.where(np.abs(parts) < 1e-12, 0, np.sign(parts))
            whole = 0 if abs(total) < 1e-12 else np.sign(total)
            return np.bool_(whole != 0 and (signs == -whole).all())
        """,
    ),
    right(
        "10-q6",
        "a loop with early answers",
        """
        def total_lies(before, after):
            total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
            if abs(total) < 1e-12:
                return False
            for segment in before.index:
                change = after["buyers"][segment] / after["visitors"][segment]
                change -= before["buyers"][segment] / before["visitors"][segment]
                if abs(change) < 1e-12 or (change > 0) == (total > 0):
                    return False
            return True
        """,
    ),
    wrong(
        "10-q6",
        "any segment is enough",
        """
        def total_lies(before, after):
            parts = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
            total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
            return bool((parts * total < 0).any())
        """,
        message="total_lies when one segment rises",
    ),
    wrong(
        "10-q6",
        "only a rising total",
        """
        def total_lies(before, after):
            parts = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
            total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
            return bool(total > 1e-12 and (parts < -1e-12).all())
        """,
        message="the other way round",
    ),
    wrong(
        "10-q6",
        "the mean of the rates as the total",
        """
        def total_lies(before, after):
            old, new = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
            total, parts = new.mean() - old.mean(), new - old
            return bool((total > 1e-12 and (parts < -1e-12).all()) or (total < -1e-12 and (parts > 1e-12).all()))
        """,
        message="total_lies(before, after)",
    ),
    right(
        "10-q6",
        "whole numbers, multiplied crosswise",
        """
        def total_lies(before, after):
            def sign(b0, v0, b1, v1):
                x = int(b1 * v0 - b0 * v1)
                return (x > 0) - (x < 0)
            total = sign(before.buyers.sum(), before.visitors.sum(), after.buyers.sum(), after.visitors.sum())
            parts = [sign(before.buyers[s], before.visitors[s], after.buyers[s], after.visitors[s]) for s in before.index]
            return total != 0 and all(p == -total for p in parts)
        """,
    ),
    right(
        "10-q6",
        "numpy's isclose",
        """
        import numpy as np
        def total_lies(before, after):
            parts = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
            total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
            if np.isclose(total, 0, atol=1e-12) or np.isclose(parts, 0, atol=1e-12).any():
                return False
            return (np.sign(parts) == -np.sign(total)).all()
        """,
    ),
    right(
        "10-q6",
        "without rounding, where no noise arises",
        """
        def total_lies(before, after):
            parts = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
            total = after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()
            return bool((parts * total < 0).all())
        """,
    ),
    wrong(
        "10-q6",
        "always true",
        """
        def total_lies(before, after):
            return True
        """,
        message="Nothing moved here",
    ),
    wrong(
        "10-q6",
        "segments lined up by position",
        """
        def total_lies(before, after):
            parts = (after["buyers"].to_numpy() / after["visitors"].to_numpy() - before["buyers"].to_numpy() / before["visitors"].to_numpy()).round(12)
            total = round(after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum(), 12)
            return bool((parts * total < 0).all())
        """,
        message="by their names",
    ),
    wrong(
        "10-q6",
        "a segment that stands still counted",
        """
        def total_lies(before, after):
            parts = (after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]).round(12)
            total = round(after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum(), 12)
            return bool(total != 0 and (parts * total <= 0).all())
        """,
        message="stood still",
    ),
    wrong(
        "10-q6",
        "buyers instead of rates",
        """
        def total_lies(before, after):
            parts = after["buyers"] - before["buyers"]
            total = after["buyers"].sum() - before["buyers"].sum()
            return bool((parts * total < 0).all())
        """,
        message="Search and social fell",
    ),
    wrong(
        "10-q6",
        "only falling segments",
        """
        def total_lies(before, after):
            parts = after["buyers"] / after["visitors"] < before["buyers"] / before["visitors"]
            return bool(parts.all())
        """,
        message="Here both rose",
    ),
    # Task 7: the claim
    right(
        "10-q7",
        "rounded as one would say it",
        """
        rebuilt = 44655.0
        recurring_share = 0.441
        implied_ltv = 8038
        """,
    ),
    right(
        "10-q7",
        "numpy numbers",
        """
        import numpy as np

        parts = np.array([100 * 197, 10 * 997, 5 * 2997])
        rebuilt = parts.sum()
        recurring_share = parts[0] / rebuilt
        implied_ltv = np.float32(rebuilt / 100 * 18)
        """,
    ),
    wrong(
        "10-q7",
        "the part that is paid once",
        """
        rebuilt = 44655
        recurring_share = (9970 + 14985) / 44655
        implied_ltv = 44655 / 100 * 18
        """,
        message="the share that is paid once",
    ),
    wrong(
        "10-q7",
        "a percent",
        """
        rebuilt = 44655
        recurring_share = 44.1
        implied_ltv = 44655 / 100 * 18
        """,
        message="a fraction between 0 and 1",
    ),
    wrong(
        "10-q7",
        "the quoted value copied",
        """
        rebuilt = 44655
        recurring_share = 19700 / 44655
        implied_ltv = 7842
        """,
        message="This is the quoted value",
    ),
    right(
        "10-q7",
        "fractions",
        """
        from fractions import Fraction
        rebuilt = 100 * 197 + 10 * 997 + 5 * 2997
        recurring_share = Fraction(100 * 197, rebuilt)
        implied_ltv = rebuilt * 18 / 100
        """,
    ),
    wrong(
        "10-q7",
        "the prices added up",
        """
        rebuilt = 197 + 997 + 2997
        recurring_share = 197 / rebuilt
        implied_ltv = rebuilt / 100 * 18
        """,
        message="How many of each",
    ),
    wrong(
        "10-q7",
        "the revenue of all members",
        """
        rebuilt = 44655
        recurring_share = 19700 / rebuilt
        implied_ltv = rebuilt * 18
        """,
        message="the revenue of all 100",
    ),
    wrong(
        "10-q7",
        "the membership alone",
        """
        rebuilt = 44655
        recurring_share = 19700 / rebuilt
        implied_ltv = 197 * 18
        """,
        message="the membership alone",
    ),
    wrong(
        "10-q7",
        "the first of three",
        """
        rebuilt = 44655
        recurring_share = ...
        implied_ltv = ...
        """,
        message="still has the three dots",
    ),
    # Task 8: the KPIs
    right("10-q8", "another business", f'my_kpis = """{KPIS}"""'),
    right(
        "10-q8",
        "two that guard each other",
        f'my_kpis = """{KPIS}""".replace("target: 0.04", "target: 0.04, counter: sales")',
    ),
    wrong(
        "10-q8",
        "three KPIs",
        f'my_kpis = "\\n".join("""{KPIS}""".strip().splitlines()[:3])',
        message="at least four KPIs; there are 3",
    ),
    wrong(
        "10-q8",
        "no counter",
        f'my_kpis = """{KPIS}""".replace(", counter: returns", "")',
        message="the KPI that guards it",
    ),
    wrong(
        "10-q8",
        "a counter that is not there",
        f'my_kpis = """{KPIS}""".replace("counter: returns", "counter: return")',
        message="returns",
    ),
    wrong(
        "10-q8",
        "no target",
        f'my_kpis = """{KPIS}""".replace(", target: 40", "")',
        message="does not say its target",
    ),
    right(
        "10-q8",
        "five, of other units",
        f'my_kpis = """{KPIS}{DAYS}"""',
    ),
    wrong(
        "10-q8",
        "a percent as a target",
        f'my_kpis = """{KPIS}""".replace("target: 0.04", "target: 4%")',
        message="write 0.04",
    ),
    wrong(
        "10-q8",
        "one source for all",
        f'my_kpis = """{KPIS}""".replace("source: touches", "source: orders").replace("source: surveys", "source: orders")',
        message="the same source",
    ),
    wrong(
        "10-q8",
        "no direction",
        f'my_kpis = """{KPIS}""".replace("direction: down, ", "")',
        message="does not say its direction",
    ),
    wrong(
        "10-q8",
        "its own counter",
        f'my_kpis = """{KPIS}""".replace("counter: returns", "counter: sales")',
        message="cannot be its own counter",
    ),
]

# Mutations of the reference solution that change nothing a right answer could differ in.
SURVIVORS = {
    "10-q6: (after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']).round(12) → (after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']).round(11)": "the rounding only tells a change from the noise of floats; no honest change lies between",
    "10-q6: (after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']).round(12) → (after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']).round(13)": "the rounding only tells a change from the noise of floats; no honest change lies between",
    "10-q6: (after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']).round(12) → after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']": "the rounding only tells a change from the noise of floats; no honest change lies between",
    "10-q6: round(new - old, 12) → new - old": "the rounding only tells a change from the noise of floats; no honest change lies between",
    "10-q6: round(new - old, 12) → round(new - old, 11)": "the rounding only tells a change from the noise of floats; no honest change lies between",
    "10-q6: round(new - old, 12) → round(new - old, 13)": "the rounding only tells a change from the noise of floats; no honest change lies between",
}
