"""Answers that the checks of module 10 must accept, or refuse with the right reason."""

from ecotools.grading.probes import right, wrong

KPIS = """
- {id: leads, name: Leads, formula: new addresses, base: visitors, window: month, unit: count, direction: up, owner: me, source: touches, target: 90}
- {id: sales, name: Sales, formula: paid orders, base: leads, window: month, unit: count, direction: up, owner: me, source: orders, target: 9, counter: returns}
- {id: returns, name: Returns, formula: refunded / paid, base: orders, window: month, unit: fraction, direction: down, owner: me, source: orders, target: 0.04}
- {id: happy, name: NPS, formula: promoters less detractors, base: answers, window: quarter, unit: score, direction: up, owner: me, source: surveys, target: 40}
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
        message="on_target",
    ),
    wrong(
        "10-q3",
        "the direction ignored",
        """
        def against_target(values, target, direction):
            met = (values >= target).astype(object).where(values.notna(), None)
            return pd.DataFrame({"value": values, "change": values.diff(), "on_target": met})
        """,
        message="on_target",
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
    # Task 4: split_change
    right(
        "10-q4",
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
        "10-q4",
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
        "10-q4",
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
        "10-q4",
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
        "10-q4",
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
    # Task 5: total_lies
    right(
        "10-q5",
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
        "10-q5",
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
        "10-q5",
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
        "10-q5",
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
        "10-q5",
        "the mean of the rates as the total",
        """
        def total_lies(before, after):
            old, new = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
            total, parts = new.mean() - old.mean(), new - old
            return bool((total > 1e-12 and (parts < -1e-12).all()) or (total < -1e-12 and (parts > 1e-12).all()))
        """,
        message="total_lies(before, after)",
    ),
    # Task 6: the claim
    right(
        "10-q6",
        "rounded as one would say it",
        """
        rebuilt = 44655.0
        recurring_share = 0.441
        implied_ltv = 8038
        """,
    ),
    right(
        "10-q6",
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
        "10-q6",
        "the part that is paid once",
        """
        rebuilt = 44655
        recurring_share = (9970 + 14985) / 44655
        implied_ltv = 44655 / 100 * 18
        """,
        message="the share that is paid once",
    ),
    wrong(
        "10-q6",
        "a percent",
        """
        rebuilt = 44655
        recurring_share = 44.1
        implied_ltv = 44655 / 100 * 18
        """,
        message="a fraction between 0 and 1",
    ),
    wrong(
        "10-q6",
        "the quoted value copied",
        """
        rebuilt = 44655
        recurring_share = 19700 / 44655
        implied_ltv = 7842
        """,
        message="This is the quoted value",
    ),
    # Task 7: the KPIs
    right("10-q7", "another business", f'my_kpis = """{KPIS}"""'),
    right(
        "10-q7",
        "two that guard each other",
        f'my_kpis = """{KPIS}""".replace("target: 0.04", "target: 0.04, counter: sales")',
    ),
    wrong(
        "10-q7",
        "three KPIs",
        f'my_kpis = "\\n".join("""{KPIS}""".strip().splitlines()[:3])',
        message="at least four KPIs; there are 3",
    ),
    wrong(
        "10-q7",
        "no counter",
        f'my_kpis = """{KPIS}""".replace(", counter: returns", "")',
        message="the KPI that guards it",
    ),
    wrong(
        "10-q7",
        "a counter that is not there",
        f'my_kpis = """{KPIS}""".replace("counter: returns", "counter: return")',
        message="returns",
    ),
    wrong(
        "10-q7",
        "no target",
        f'my_kpis = """{KPIS}""".replace(", target: 40", "")',
        message="has no target",
    ),
]

# Mutations of the reference solution that change nothing a right answer could differ in.
SURVIVORS = {
    "10-q5: (after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']).round(12) → (after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']).round(11)": 'the rounding only tells a change from the noise of floats; no honest change lies between',
    "10-q5: (after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']).round(12) → (after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']).round(13)": 'the rounding only tells a change from the noise of floats; no honest change lies between',
    "10-q5: (after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']).round(12) → after['buyers'] / after['visitors'] - before['buyers'] / before['visitors']": 'the rounding only tells a change from the noise of floats; no honest change lies between',
    '10-q5: round(new - old, 12) → new - old': 'the rounding only tells a change from the noise of floats; no honest change lies between',
    '10-q5: round(new - old, 12) → round(new - old, 11)': 'the rounding only tells a change from the noise of floats; no honest change lies between',
    '10-q5: round(new - old, 12) → round(new - old, 13)': 'the rounding only tells a change from the noise of floats; no honest change lies between',
}
