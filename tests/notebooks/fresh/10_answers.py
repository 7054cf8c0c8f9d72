"""Answers to module 10, written from the released text alone. Only their verdicts count."""

from ecotools.grading.authoring.probes import right
from ecotools.grading.authoring.probes import wrong as refused


def wrong(task, name, code):
    return refused(task, name, code, message="any")


MRR = """
def mrr_on(subscriptions, day):
    {before}
    on = subscriptions[{rows}]
    return {result}
"""
RUNNING = '(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)'
MONTHLY = '(on["price"] * on["quantity"] * (1 - on["discount"]) / on["interval_months"]).sum()'


def mrr(rows=RUNNING, result=MONTHLY, before="pass"):
    return MRR.format(rows=rows, result=result, before=before)


CHURN = """
def customer_churn(subscriptions, start, end):
    def there(day):
        on = subscriptions[(subscriptions["start"] <= day) & ~(subscriptions["end"] <= day)]
        return {there}
    a, b = there(start), there(end)
    {result}
"""


def churn(result, there='set(on["customer_id"])'):
    return CHURN.format(there=there, result=result)


TARGET = """
def against_target(values, target, direction):
    good = {good}
    return pd.DataFrame({{"value": values, "change": {change}, "on_target": {on_target}}})
"""
GOOD = 'values >= target if direction == "up" else values <= target'
BLANKED = "good.astype(object).where(values.notna(), None)"


def target(good=GOOD, change="values.diff()", on_target=BLANKED):
    return TARGET.format(good=good, change=change, on_target=on_target)


OFF = """
def exceptions(table, month):
    t = table[(table["month"] == month) & {off}].copy()
    t["miss"] = {miss}
    {more}
    return t{end}
"""
MISS = '(t["value"] - t["target"]).abs() / t["target"].abs().replace(0, float("nan"))'
END = '.sort_values("miss", ascending=False)[["kpi", "value", "target", "miss"]]'


def off(off='table["on_target"].eq(False)', miss=MISS, more="pass", end=END):
    return OFF.format(off=off, miss=miss, more=more, end=end)


SPLIT = """
def split_change(before, after):
    {first}
    s0, s1 = before["visitors"] / before["visitors"].sum(), after["visitors"] / after["visitors"].sum()
    r0, r1 = before["buyers"] / before["visitors"], after["buyers"] / after["visitors"]
    return {result}
"""


def split(result="(s0 * (r1 - r0)).sum(), ((s1 - s0) * r1).sum()", first="pass"):
    return SPLIT.format(result=result, first=first)


LIES = """
def total_lies(before, after):
    {first}
    parts = after["buyers"] / after["visitors"] - before["buyers"] / before["visitors"]
    total = {total}
    return {result}
"""
TOTAL = 'after["buyers"].sum() / after["visitors"].sum() - before["buyers"].sum() / before["visitors"].sum()'


def lies(result="bool((parts * total < 0).all())", total=TOTAL, first="pass"):
    return LIES.format(result=result, total=total, first=first)


KPIS = """
- id: bookings
  name: Bookings
  formula: paid bookings of the month
  base: everyone
  window: month
  unit: count
  direction: up
  owner: Lea
  source: calendar
  target: 30
  counter: cancelled
- id: cancelled
  name: Cancelled bookings
  formula: cancelled bookings / bookings
  base: bookings of the month
  window: month
  unit: fraction
  direction: down
  owner: Lea
  source: calendar
  target: 0.1
- id: repeat
  name: Repeat customers
  formula: customers who booked before / customers
  base: customers of the month
  window: quarter
  unit: fraction
  direction: up
  owner: Tom
  source: shop system
  target: 0.4
- id: profit
  name: Profit
  formula: money in minus money out
  base: the whole studio
  window: month
  unit: currency
  direction: up
  owner: Tom
  source: bank account
  target: 1500
"""

PROBES = [
    right(
        "10-q1",
        "query",
        """
        def mrr_on(subscriptions, day):
            s = subscriptions.query("start <= @day and (end.isna() or end > @day)", engine="python")
            return float((s.price * s.quantity * (1 - s.discount) / s.interval_months).sum())
    """,
    ),
    right(
        "10-q1",
        "a list summed",
        """
        def mrr_on(subscriptions, day):
            return sum(
                r["price"] * r["quantity"] * (1 - r["discount"]) / r["interval_months"]
                for r in subscriptions.to_dict("records")
                if r["start"] <= day and not r["end"] <= day
            )
    """,
    ),
    right(
        "10-q1",
        "by an added column on a copy",
        """
        def mrr_on(subscriptions, day):
            table = subscriptions.assign(m=lambda t: t["price"] / t["interval_months"] * t["quantity"])
            table["m"] -= table["m"] * table["discount"]
            begun, over = table["start"] <= day, table["end"].notna() & (table["end"] <= day)
            return table.loc[begun & ~over, "m"].sum()
    """,
    ),
    right(
        "10-q1",
        "dot product",
        """
        def mrr_on(subscriptions, day):
            s = subscriptions
            on = s["start"].le(day) & (s["end"].gt(day) | s["end"].isnull())
            return (s["price"] * (1 - s["discount"]) / s["interval_months"]).where(on, 0).dot(s["quantity"])
    """,
    ),
    wrong("10-q1", "interval multiplied", mrr(result=MONTHLY.replace(") / on", ") * on"))),
    wrong(
        "10-q1",
        "annual only",
        mrr(
            result='(on["price"] * on["quantity"] * (1 - on["discount"]) / on["interval_months"].replace(3, 1)).sum()'
        ),
    ),
    wrong(
        "10-q1",
        "first subscription of each customer",
        mrr(
            result='on.assign(m=on["price"] * on["quantity"] * (1 - on["discount"]) / on["interval_months"]).groupby("customer_id")["m"].first().sum()'
        ),
    ),
    wrong("10-q1", "mean", mrr(result=MONTHLY.replace(".sum()", ".mean()"))),
    wrong("10-q1", "to the cent", mrr(result=f"round({MONTHLY}, 2)")),
    wrong(
        "10-q1",
        "month of the day instead of the day",
        mrr(
            rows='(subscriptions["start"].dt.to_period("M") <= day.to_period("M")) & ~(subscriptions["end"] <= day)'
        ),
    ),
    wrong(
        "10-q1",
        "free rows counted at a default price",
        mrr(
            result='(on["price"].replace(0, 29) * on["quantity"] * (1 - on["discount"]) / on["interval_months"]).sum()'
        ),
    ),
    wrong("10-q1", "identical rows dropped", mrr(before="subscriptions = subscriptions.drop_duplicates()")),
    wrong("10-q1", "members instead of the argument", mrr(before="subscriptions = members")),
    right(
        "10-q2",
        "isin of arrays",
        churn(
            "return float('nan') if len(a) == 0 else (~a.isin(b)).mean()",
            'on["customer_id"].drop_duplicates()',
        ),
    ),
    right("10-q2", "one minus the stayers", churn("return 1 - len(a & b) / len(a) if a else float('nan')")),
    right(
        "10-q2",
        "numpy nan",
        churn(
            "import numpy as np\n    return np.nan if not a else np.float64(len(a.difference(b))) / len(a)"
        ),
    ),
    right(
        "10-q2",
        "a loop",
        """
        def customer_churn(subscriptions, start, end):
            def runs(who, day):
                rows = subscriptions[subscriptions["customer_id"] == who]
                return any(s <= day and not e <= day for s, e in zip(rows["start"], rows["end"]))
            base = [who for who in subscriptions["customer_id"].unique() if runs(who, start)]
            if not base:
                return float("nan")
            return sum(not runs(who, end) for who in base) / len(base)
    """,
    ),
    wrong("10-q2", "None without customers", churn("return len(a - b) / len(a) if a else 0")),
    wrong("10-q2", "symmetric difference", churn("return len(a ^ b) / len(a) if a else float('nan')")),
    wrong(
        "10-q2",
        "the average base",
        churn("return len(a - b) / ((len(a) + len(b)) / 2) if a else float('nan')"),
    ),
    wrong("10-q2", "rounded", churn("return round(len(a - b) / len(a), 2) if a else float('nan')")),
    wrong(
        "10-q2",
        "the last row decides",
        """
        def customer_churn(subscriptions, start, end):
            s = subscriptions
            base = set(s.loc[(s["start"] <= start) & ~(s["end"] <= start), "customer_id"])
            last = s.drop_duplicates("customer_id", keep="last").set_index("customer_id")["end"]
            return sum(last[who] <= end for who in base) / len(base) if base else float("nan")
    """,
    ),
    wrong(
        "10-q2",
        "left at any time in between",
        """
        def customer_churn(subscriptions, start, end):
            s = subscriptions
            base = set(s.loc[(s["start"] <= start) & ~(s["end"] <= start), "customer_id"])
            stayed = set(s.loc[(s["start"] <= start) & ~(s["end"] <= end), "customer_id"])
            return len(base - stayed) / len(base) if base else float("nan")
    """,
    ),
    wrong(
        "10-q2",
        "the largest id as the number of customers",
        churn("return len(a - b) / max(a) if a else float('nan')"),
    ),
    wrong(
        "10-q2",
        "rows as the base",
        churn("return len(set(a) - set(b)) / len(a) if len(a) else float('nan')", 'on["customer_id"]'),
    ),
    right(
        "10-q3", "apply", target(on_target="[None if pd.isna(v) else bool(g) for v, g in zip(values, good)]")
    ),
    right("10-q3", "shift", target(change="values - values.shift(1)")),
    right(
        "10-q3",
        "two branches",
        """
        def against_target(values, target, direction):
            table = values.to_frame("value")
            table["change"] = table["value"].diff()
            met = table["value"].ge(target) if direction == "up" else table["value"].le(target)
            table["on_target"] = met.astype("boolean")
            table.loc[table["value"].isna(), "on_target"] = pd.NA
            return table
    """,
    ),
    right(
        "10-q3",
        "sign of the direction",
        target(good="(values - target) * (1 if direction == 'up' else -1) >= 0"),
    ),
    wrong("10-q3", "absolute change", target(change="values.diff().abs()")),
    wrong(
        "10-q3",
        "absolute values",
        target(good="values.abs() >= abs(target) if direction == 'up' else values.abs() <= abs(target)"),
    ),
    wrong("10-q3", "first change is the value", target(change="values.diff().fillna(values)")),
    wrong("10-q3", "starts from 0", target(change="values - values.shift(fill_value=0)")),
    wrong(
        "10-q3",
        "sorted by label",
        target().replace("    good =", "    values = values.sort_index()\n    good ="),
    ),
    wrong(
        "10-q3",
        "missing filled forward",
        target().replace("    good =", "    values = values.ffill()\n    good ="),
    ),
    wrong(
        "10-q3",
        "0 is missing",
        target(on_target="good.astype(object).where(values.notna() & (values != 0), None)"),
    ),
    wrong(
        "10-q3",
        "1 and 0 for the unknown",
        target(on_target="good.astype(object).where(values.notna(), False)"),
    ),
    wrong(
        "10-q3",
        "within one percent is on target",
        target(good="values >= target * 0.99 if direction == 'up' else values <= target * 1.01"),
    ),
    right("10-q4", "index kept, all columns", off(end='.sort_values("miss", ascending=False)')),
    right(
        "10-q4",
        "where on the target",
        off(miss='((t["value"] - t["target"]) / t["target"].where(t["target"] != 0)).abs()'),
    ),
    right(
        "10-q4",
        "inf replaced",
        off(miss='((t["value"] - t["target"]) / t["target"]).abs().replace(float("inf"), float("nan"))'),
    ),
    right(
        "10-q4",
        "a function per row",
        off(miss='[abs(v - g) / abs(g) if g else float("nan") for v, g in zip(t["value"], t["target"])]'),
    ),
    wrong("10-q4", "inf for a target of 0", off(miss='((t["value"] - t["target"]) / t["target"]).abs()')),
    wrong(
        "10-q4",
        "signed target",
        off(miss='(t["value"] - t["target"]).abs() / t["target"].replace(0, float("nan"))'),
    ),
    wrong("10-q4", "in percent", off(miss=f"100 * {MISS}")),
    wrong(
        "10-q4",
        "largest distance first",
        off(more='t["d"] = (t["value"] - t["target"]).abs()', end='.sort_values("d", ascending=False)'),
    ),
    wrong("10-q4", "by name", off(end='.sort_values("kpi")[["kpi", "value", "target", "miss"]]')),
    wrong("10-q4", "target recomputed as larger is better", off(off='(table["value"] < table["target"])')),
    wrong("10-q4", "only the three largest", off(end=f"{END}.head(3)")),
    wrong("10-q4", "one row per size of miss", off(end=f'{END}.drop_duplicates("miss")')),
    wrong("10-q4", "NaN as 0", off(miss=f"({MISS}).fillna(0)")),
    right("10-q5", "a dict of tables", split("tuple([(s0 * (r1 - r0)).sum(), ((s1 - s0) * r1).sum()])")),
    right(
        "10-q5",
        "numpy array",
        split("__import__('numpy').array([(s0 * (r1 - r0)).sum(), ((s1 - s0) * r1).sum()])"),
    ),
    right("10-q5", "reindexed", split(first="after = after.reindex(before.index)")),
    right(
        "10-q5", "held totals", split("(s0 * r1).sum() - (s0 * r0).sum(), (s1 * r1).sum() - (s0 * r1).sum()")
    ),
    wrong(
        "10-q5",
        "average weights",
        split("((s0 + s1) / 2 * (r1 - r0)).sum(), ((s1 - s0) * (r0 + r1) / 2).sum()"),
    ),
    wrong("10-q5", "sign of the mix", split("(s0 * (r1 - r0)).sum(), ((s0 - s1) * r1).sum()")),
    wrong("10-q5", "total and mix", split("(s1 * r1).sum() - (s0 * r0).sum(), ((s1 - s0) * r1).sum()")),
    wrong("10-q5", "absolute effects", split("(s0 * (r1 - r0)).abs().sum(), ((s1 - s0) * r1).abs().sum()")),
    wrong(
        "10-q5",
        "sorted by visitors",
        split(
            first="before, after = before.sort_values('visitors').reset_index(drop=True), after.sort_values('visitors').reset_index(drop=True)"
        ),
    ),
    wrong("10-q5", "rounded", split("round((s0 * (r1 - r0)).sum(), 4), round(((s1 - s0) * r1).sum(), 4)")),
    wrong(
        "10-q5",
        "segments without a change dropped",
        split(first="before, after = before.drop_duplicates(), after.drop_duplicates()"),
    ),
    right(
        "10-q6", "all in a loop", lies("total != 0 and all((p > 0) != (total > 0) and p != 0 for p in parts)")
    ),
    right(
        "10-q6", "two cases", lies("(total > 0 and (parts < 0).all()) or (total < 0 and (parts > 0).all())")
    ),
    right(
        "10-q6",
        "numpy sign",
        lies("bool((__import__('numpy').sign(parts) * __import__('numpy').sign(total) == -1).all())"),
    ),
    right(
        "10-q6",
        "sets of signs",
        lies("{(p > 0) - (p < 0) for p in parts} == {-1 if total > 0 else 1} and total != 0"),
    ),
    wrong("10-q6", "the first segment only", lies("bool(parts.iloc[0] * total < 0)")),
    wrong("10-q6", "most segments", lies("bool((parts * total < 0).mean() > 0.5)")),
    wrong(
        "10-q6",
        "mean of the rates",
        lies(
            total='(after["buyers"] / after["visitors"]).mean() - (before["buyers"] / before["visitors"]).mean()'
        ),
    ),
    wrong("10-q6", "not all with it", lies("bool((parts * total <= 0).all()) and total != 0")),
    wrong(
        "10-q6", "rounded to a tenth of a percent", lies("bool((parts.round(3) * round(total, 3) < 0).all())")
    ),
    wrong("10-q6", "only when the total rises", lies("bool(total > 0 and (parts < 0).all())")),
    wrong("10-q6", "largest segment", lies('bool(parts[before["visitors"].idxmax()] * total < 0)')),
    right(
        "10-q7",
        "words as comments",
        "rebuilt = 19700 + 9970 + 14985\nrecurring_share = 19700 / rebuilt\nimplied_ltv = 18 * rebuilt / 100",
    ),
    right("10-q7", "four digits", "rebuilt = 44655\nrecurring_share = 0.4412\nimplied_ltv = 8037.9"),
    right("10-q7", "whole dollars", "rebuilt = 44655.0\nrecurring_share = 0.44116\nimplied_ltv = 8038"),
    right("10-q7", "three digits", "rebuilt = 44700\nrecurring_share = 0.441\nimplied_ltv = 8040"),
    wrong("10-q7", "percent as text", "rebuilt = 44655\nrecurring_share = '44%'\nimplied_ltv = 8037.9"),
    wrong("10-q7", "two digits", "rebuilt = 44655\nrecurring_share = 0.44\nimplied_ltv = 8037.9"),
    wrong(
        "10-q7",
        "courses counted as recurring",
        "rebuilt = 44655\nrecurring_share = (19700 + 9970) / 44655\nimplied_ltv = 8037.9",
    ),
    wrong(
        "10-q7",
        "115 buyers",
        "rebuilt = 44655\nrecurring_share = 19700 / 44655\nimplied_ltv = 44655 / 115 * 18",
    ),
    wrong("10-q7", "a year", "rebuilt = 44655\nrecurring_share = 19700 / 44655\nimplied_ltv = 446.55 * 12"),
    wrong(
        "10-q7",
        "everything at the first price",
        "rebuilt = 115 * 197\nrecurring_share = 100 / 115\nimplied_ltv = 197 * 18",
    ),
    right("10-q8", "block style", f'my_kpis = """{KPIS}"""'),
    right("10-q8", "with the section's name", f'my_kpis = "kpis:\\n" + """{KPIS}""".strip()'),
    wrong("10-q8", "nothing", 'my_kpis = ""'),
    wrong("10-q8", "a list of Python", "my_kpis = []"),
    wrong("10-q8", "an empty owner", f'my_kpis = """{KPIS}""".replace("owner: Lea", "owner:")'),
    wrong("10-q8", "question marks", f'my_kpis = """{KPIS}""".replace("base: everyone", "base: ???")'),
    wrong(
        "10-q8",
        "another word for up",
        f'my_kpis = """{KPIS}""".replace("direction: up", "direction: higher")',
    ),
    wrong(
        "10-q8",
        "the same KPI four times",
        'my_kpis = "\\n".join(f"- {{id: a{n}, name: MRR, formula: price of subscriptions, base: members, window: month, unit: currency, direction: up, owner: me, source: s{n}, target: 1, counter: a{(n + 1) % 4}}}" for n in range(4))',
    ),
]
