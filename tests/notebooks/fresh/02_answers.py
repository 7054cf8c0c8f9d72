"""Answers to module 02, written from the released text alone. Only their verdicts count."""

from functools import partial

from ecotools.grading.authoring import probes
from ecotools.grading.authoring.probes import right

wrong = partial(probes.wrong, message="only the verdict counts")


def gaps(body):
    return f"def gaps(journey):\n    {body}"


def ordered(rows='events[events["stage"] == step]', later=">=", take="min", count="len(days)"):
    """Return an answer that keeps the day of each person in a dictionary."""
    return f"""
def ordered_counts(events, steps):
    result = pd.Series(0, index=list(steps))
    day_of = None
    for step in steps:
        rows = {rows}
        if day_of is not None:
            keep = [p in day_of and d {later} day_of[p] for p, d in zip(rows["customer_id"], rows["day"])]
            rows = rows[pd.Series(keep, index=rows.index, dtype=bool)]
        days = rows.groupby("customer_id")["day"].{take}()
        result[step] = {count}
        day_of = days.to_dict()
    return result
"""


def rates(
    step='counts[here] / counts[before] if counts[before] else float("nan")', total="counts[here] / top"
):
    return f"""
def funnel_rates(counts):
    table = pd.DataFrame(1.0, index=counts.index, columns=["step_rate", "cumulative_rate"])
    top = counts.iloc[0]
    for before, here in zip(counts.index[:-1], counts.index[1:]):
        table.loc[here, "step_rate"] = {step}
        table.loc[here, "cumulative_rate"] = {total}
    return table
"""


def within(
    judged="v + window < until", won="(b >= v) & (b <= v + window)", take="min", share="hits / len(seen)"
):
    return f"""
def converted_within(events, days, until):
    window = pd.Timedelta(days=days)
    visits = events[events["stage"] == "awareness"].groupby("customer_id")["day"].{take}()
    seen = [(p, v) for p, v in visits.items() if {judged}]
    if not seen:
        return float("nan")
    hits = 0
    for p, v in seen:
        b = events.loc[(events["customer_id"] == p) & (events["stage"] == "purchase"), "day"]
        hits += ({won}).any()
    return {share}
"""


def broken(
    first="min()", active="activation", rate="mean()", drop=".sort_index().iloc[:-1]", pick="idxmin()"
):
    return f"""
def broken_month(touches):
    bought = touches.loc[touches["stage"] == "purchase"].groupby("customer_id")["day"].{first}
    table = bought.to_frame("day")
    table["ok"] = table.index.isin(touches.loc[touches["stage"] == "{active}", "customer_id"])
    table["month"] = table["day"].dt.year.astype(str) + "-" + table["day"].dt.month.astype(str).str.zfill(2)
    return table.groupby("month")["ok"].{rate}{drop}.{pick}
"""


def claim(body, overlap="(0.02, 0.05)"):
    return f"def chain(*ranges):\n    {body}\n\noverlap = {overlap}"


CHAIN = "a = b = 1\n    for x, y in ranges:\n        a, b = a * x, b * y\n    return a, b"
WORK = """
- {id: guide, stage: awareness, asset: Free pattern for a tote bag, format: PDF, channel: Pinterest, kpi: saves a week}
- {id: letter, stage: consideration, asset: Sunday letter on fabrics, format: newsletter, channel: email, kpi: open rate}
- {id: shop, stage: purchase, asset: Course page with a video tour, format: web page, channel: website, kpi: buyers}
- {id: day_7, stage: activation, asset: First seam photographed, format: photo, channel: course, kpi: photos, target: 0.55}
- {id: day_30, stage: activation, asset: A bag finished, format: photo, channel: course, kpi: bags, target: 0.35}
- {id: day_60, stage: retention, asset: Sew-along evening, format: live call, channel: Zoom, kpi: guests, target: 0.25}
- {id: day_90, stage: referral, asset: Bring a friend to the sew-along, format: invitation, channel: email, kpi: guests brought, target: 0.1}
"""


def journey(*changes):
    text = WORK
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new)
    return f'my_journey = """{text}"""'


PROBES = [
    right(
        "02-q1", "filter", gaps('return list(filter(lambda s: s not in journey["stage"].tolist(), STAGES))')
    ),
    right(
        "02-q1",
        "unique values",
        gaps('have = journey["stage"].unique()\n    return [s for s in STAGES if s not in have]'),
    ),
    right("02-q1", "values", gaps('return [s for s in STAGES if s not in journey["stage"].values]')),
    right(
        "02-q1",
        "a dictionary of counts",
        gaps(
            "n = dict.fromkeys(STAGES, 0)\n    for s in journey['stage']:\n        n[s] += 1\n    return [s for s in n if n[s] == 0]"
        ),
    ),
    wrong(
        "02-q1",
        "stages with fewer than two",
        gaps('n = journey["stage"].value_counts()\n    return [s for s in STAGES if n.get(s, 0) < 2]'),
    ),
    wrong(
        "02-q1",
        "up to the last stage that is there",
        gaps(
            'have = set(journey["stage"])\n    last = max([STAGES.index(s) for s in have], default=0)\n    return [s for s in STAGES[:last] if s not in have]'
        ),
    ),
    wrong(
        "02-q1",
        "without the last stage",
        gaps('return [s for s in STAGES[:-1] if s not in set(journey["stage"])]'),
    ),
    wrong("02-q1", "the number of gaps", gaps('return len(set(STAGES) - set(journey["stage"]))')),
    wrong(
        "02-q1",
        "the first gap only",
        gaps('return [s for s in STAGES if s not in set(journey["stage"])][:1]'),
    ),
    wrong("02-q1", "one text", gaps('return ", ".join(s for s in STAGES if s not in set(journey["stage"]))')),
    wrong("02-q1", "in reverse", gaps('return [s for s in STAGES[::-1] if s not in set(journey["stage"])]')),
    wrong(
        "02-q1",
        "runs of stages",
        gaps('s = journey["stage"]\n    return [x for x in STAGES if x not in set(s[s == s.shift(-1)])]'),
    ),
    right("02-q2", "a dictionary of days", ordered()),
    right(
        "02-q2",
        "sorted first",
        ordered(rows='events[events["stage"] == step].sort_values("day")', take="first"),
    ),
    right("02-q2", "unique people", ordered(count='rows["customer_id"].nunique()')),
    right(
        "02-q2",
        "an inner join of Series",
        """
def ordered_counts(events, steps):
    out = []
    base = None
    for s in steps:
        x = events.loc[events.stage == s, ["customer_id", "day"]]
        if base is not None:
            x = x.set_index("customer_id").join(base.rename("since"), how="inner").reset_index()
            x = x[x.day >= x.since]
        base = x.groupby("customer_id").day.min()
        out.append(base.shape[0])
    return pd.Series(out, index=steps)
""",
    ),
    wrong("02-q2", "number of rows", ordered(count="len(rows)")),
    wrong(
        "02-q2",
        "largest id",
        ordered(count='rows["customer_id"].rank(method="dense").max() + (len(rows) > 3)'),
    ),
    wrong("02-q2", "strictly later", ordered(later=">")),
    wrong("02-q2", "latest event", ordered(take="max")),
    wrong("02-q2", "first row, not first day", ordered(take="first")),
    wrong("02-q2", "last row, not last day", ordered(take="last")),
    wrong(
        "02-q2",
        "duplicates of people dropped first",
        ordered(rows='events.drop_duplicates("customer_id")[events["stage"] == step].copy()'),
    ),
    wrong(
        "02-q2",
        "one event per person and stage, the first row",
        ordered(rows='events.drop_duplicates(["customer_id", "stage"]).query("stage == @step")'),
    ),
    wrong(
        "02-q2",
        "one event per person and stage, the earliest",
        ordered(
            rows='events.sort_values("day").drop_duplicates(["customer_id", "stage"]).query("stage == @step")'
        ),
    ),
    wrong(
        "02-q2",
        "one event per person and day",
        ordered(rows='events.drop_duplicates(["customer_id", "day"]).query("stage == @step")'),
    ),
    wrong(
        "02-q2",
        "in percent of the first",
        ordered().replace("return result", "return result / result.iloc[0]"),
    ),
    wrong(
        "02-q2",
        "events between do harm",
        """
def ordered_counts(events, steps):
    from ecotools.metrics import funnel
    return funnel.funnel(events, steps, order="exact").set_index("step")["n"]
""",
    ),
    wrong(
        "02-q2",
        "in any order",
        """
def ordered_counts(events, steps):
    from ecotools.metrics import funnel
    return funnel.funnel(events, steps, order="any").set_index("step")["n"]
""",
    ),
    wrong(
        "02-q2",
        "within a week",
        """
def ordered_counts(events, steps):
    from ecotools.metrics import funnel
    return funnel.funnel(events, steps, window=7).set_index("step")["n"]
""",
    ),
    right("02-q3", "row by row", rates()),
    right(
        "02-q3",
        "numpy",
        """
import numpy as np

def funnel_rates(counts):
    before = counts.shift(1, fill_value=counts.iloc[0])
    return pd.DataFrame({"step_rate": counts / before.replace(0, np.nan), "cumulative_rate": counts / counts.iloc[0]})
""",
    ),
    right(
        "02-q3",
        "a frame that grows",
        """
def funnel_rates(counts):
    t = counts.to_frame("n")
    t["before"] = t["n"].shift()
    t["step_rate"] = t["n"] / t["before"]
    t.iloc[0, t.columns.get_loc("step_rate")] = 1
    t["cumulative_rate"] = t["n"] / t["n"].iloc[0]
    return t[["step_rate", "cumulative_rate"]]
""",
    ),
    right(
        "02-q3",
        "as floats",
        """
def funnel_rates(counts):
    c = counts.astype(float)
    s = c.div(c.shift())
    s.iloc[0] = 1
    return pd.concat({"step_rate": s, "cumulative_rate": c.div(c.iloc[0])}, axis=1)
""",
    ),
    wrong(
        "02-q3",
        "zero for what cannot be computed",
        rates(step="counts[here] / counts[before] if counts[before] else 0"),
    ),
    wrong(
        "02-q3",
        "all NaN filled with one",
        """
def funnel_rates(counts):
    return pd.DataFrame({"step_rate": (counts / counts.shift()).fillna(1), "cumulative_rate": counts / counts.iloc[0]})
""",
    ),
    wrong(
        "02-q3", "upside down", rates(step='counts[before] / counts[here] if counts[here] else float("nan")')
    ),
    wrong("02-q3", "rounded to two digits", rates(total="round(counts[here] / top, 2)")),
    wrong("02-q3", "lost overall", rates(total="1 - counts[here] / top")),
    wrong(
        "02-q3",
        "product of rounded rates",
        rates(step='round(counts[here] / counts[before], 3) if counts[before] else float("nan")'),
    ),
    wrong("02-q3", "by the largest label", rates(total="counts[here] / counts[counts.index.max()]")),
    wrong(
        "02-q3",
        "duplicates dropped",
        rates().replace(
            "def funnel_rates(counts):", "def funnel_rates(counts):\n    counts = counts.drop_duplicates()"
        ),
    ),
    wrong(
        "02-q3",
        "sorted",
        rates().replace(
            "def funnel_rates(counts):",
            "def funnel_rates(counts):\n    counts = counts.sort_values(ascending=False).sort_index()",
        ),
    ),
    wrong("02-q3", "another name", rates().replace('"step_rate"', '"step"')),
    right("02-q4", "person by person", within()),
    right("02-q4", "between", within(won="b.between(v, v + window)")),
    right(
        "02-q4",
        "days as numbers",
        within(won="((b - v).dt.days >= 0) & ((b - v).dt.days <= days)", judged="(until - v).days > days"),
    ),
    right(
        "02-q4",
        "a frame",
        """
def converted_within(events, days, until):
    v = events[events.stage == "awareness"].groupby("customer_id", as_index=False).day.min()
    v = v[v.day < until - pd.Timedelta(days, unit="D")]
    m = v.merge(events[events.stage == "purchase"], on="customer_id", how="left", suffixes=("", "_bought"))
    m["ok"] = (m.day_bought - m.day).between(pd.Timedelta(0), pd.Timedelta(days, unit="D"))
    return m.groupby("customer_id").ok.any().mean()
""",
    ),
    wrong("02-q4", "until included", within(judged="v + window <= until")),
    wrong("02-q4", "everybody who came before until", within(judged="v < until")),
    wrong("02-q4", "one day short", within(won="(b >= v) & (b < v + window)")),
    wrong("02-q4", "not on the same day", within(won="(b > v) & (b <= v + window)")),
    wrong("02-q4", "in either direction", within(won="abs(b - v) <= window")),
    wrong("02-q4", "first purchase only", within(won="(b >= v) & (b <= v + window) & (b == b.min())")),
    wrong("02-q4", "last purchase only", within(won="(b >= v) & (b <= v + window) & (b == b.max())")),
    wrong("02-q4", "first row only", within(won="((b >= v) & (b <= v + window)).iloc[:1]")),
    wrong("02-q4", "latest visit", within(take="max")),
    wrong("02-q4", "first row of visits", within(take="first")),
    wrong(
        "02-q4",
        "divided by buyers",
        within(share='hits / max(1, events.loc[events["stage"] == "purchase", "customer_id"].nunique())'),
    ),
    wrong("02-q4", "divided by everybody", within(share='hits / events["customer_id"].nunique()')),
    wrong("02-q4", "divided by the largest id", within(share='hits / events["customer_id"].max()')),
    wrong("02-q4", "rounded", within(share="round(hits / len(seen), 2)")),
    wrong("02-q4", "None for nobody", within().replace('return float("nan")', "return None")),
    wrong(
        "02-q4", "purchases bound by until", within(judged="v + window < until", won="(b >= v) & (b < until)")
    ),
    right("02-q5", "a frame", broken()),
    right("02-q5", "the lowest of sorted shares", broken(pick="sort_values().index[0]")),
    right(
        "02-q5",
        "sum by count",
        """
def broken_month(touches):
    p = touches[touches["stage"] == "purchase"].sort_values("day").drop_duplicates("customer_id", keep="first")
    p = p.assign(month=p["day"].dt.strftime("%Y-%m"))
    a = touches[touches["stage"] == "activation"]["customer_id"].drop_duplicates()
    everybody = p.groupby("month").size()
    active = p[p["customer_id"].isin(a)].groupby("month").size().reindex(everybody.index, fill_value=0)
    return (active / everybody).drop(everybody.index.max()).idxmin()
""",
    ),
    right(
        "02-q5",
        "a loop over months",
        """
def broken_month(touches):
    first = touches[touches.stage == "purchase"].groupby("customer_id").day.min()
    done = set(touches[touches.stage == "activation"].customer_id)
    best, lowest = None, 2
    for month in sorted(first.dt.strftime("%Y-%m").unique())[:-1]:
        people = first.index[first.dt.strftime("%Y-%m") == month]
        share = sum(one in done for one in people) / len(people)
        if share < lowest:
            best, lowest = month, share
    return best
""",
    ),
    wrong("02-q5", "last purchase", broken(first="max()")),
    wrong("02-q5", "first row of purchases", broken(first="first()")),
    wrong("02-q5", "last row of purchases", broken(first="last()")),
    wrong("02-q5", "newest month kept", broken(drop="")),
    wrong("02-q5", "oldest month dropped too", broken(drop=".sort_index().iloc[1:-1]")),
    wrong("02-q5", "two newest dropped", broken(drop=".sort_index().iloc[:-2]")),
    wrong("02-q5", "counts", broken(rate="sum()")),
    wrong("02-q5", "number of buyers", broken(rate="count()")),
    wrong("02-q5", "retention", broken(active="retention")),
    wrong("02-q5", "most often", broken(pick="idxmax()")),
    wrong("02-q5", "months without a year", broken().replace('table["day"].dt.year.astype(str)', '"2025"')),
    wrong(
        "02-q5",
        "buyers repeated in every month",
        """
def broken_month(touches):
    p = touches[touches["stage"] == "purchase"].copy()
    p["month"] = p["day"].dt.strftime("%Y-%m")
    p["ok"] = p["customer_id"].isin(touches.loc[touches["stage"] == "activation", "customer_id"])
    rate = p.groupby("month")["ok"].mean()
    return rate.drop(rate.index.max()).idxmin()
""",
    ),
    wrong(
        "02-q5",
        "buyers repeated once a month",
        """
def broken_month(touches):
    p = touches[touches["stage"] == "purchase"].copy()
    p["month"] = p["day"].dt.strftime("%Y-%m")
    p = p.drop_duplicates(["customer_id", "month"])
    p["ok"] = p["customer_id"].isin(touches.loc[touches["stage"] == "activation", "customer_id"])
    rate = p.groupby("month")["ok"].mean()
    return rate.drop(rate.index.max()).idxmin()
""",
    ),
    wrong(
        "02-q5",
        "activated on the day or later",
        """
def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    a = touches[touches["stage"] == "activation"].merge(first.rename("bought").reset_index(), on="customer_id")
    ok = first.index.isin(a.loc[a["day"] >= a["bought"], "customer_id"])
    rate = pd.Series(ok, first.index).groupby(first.dt.strftime("%Y-%m")).mean()
    return rate.drop(rate.index.max()).idxmin()
""",
    ),
    wrong(
        "02-q5",
        "activated within the month",
        """
def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    a = touches[touches["stage"] == "activation"].merge(first.rename("bought").reset_index(), on="customer_id")
    same = a["day"].dt.strftime("%Y-%m") == a["bought"].dt.strftime("%Y-%m")
    ok = first.index.isin(a.loc[same, "customer_id"])
    rate = pd.Series(ok, first.index).groupby(first.dt.strftime("%Y-%m")).mean()
    return rate.drop(rate.index.max()).idxmin()
""",
    ),
    wrong(
        "02-q5",
        "the latest activation in that month only",
        """
def broken_month(touches):
    first = touches[touches["stage"] == "purchase"].groupby("customer_id")["day"].min()
    a = touches[touches["stage"] == "activation"].groupby("customer_id")["day"].max().reindex(first.index)
    ok = (a - first).dt.days.between(0, 30)
    rate = ok.groupby(first.dt.strftime("%Y-%m")).mean()
    return rate.drop(rate.index.max()).idxmin()
""",
    ),
    right("02-q6", "a loop", claim(CHAIN)),
    right(
        "02-q6",
        "numpy",
        claim("import numpy as np\n    return tuple(np.prod(ranges, axis=0))", "[0.02, 0.05]"),
    ),
    right(
        "02-q6",
        "computed",
        claim(
            CHAIN,
            "(max(chain((0.4, 0.6), (0.05, 0.15))[0], 0.01), min(chain((0.4, 0.6), (0.05, 0.15))[1], 0.05))",
        ),
    ),
    right(
        "02-q6",
        "math.prod",
        claim("import math\n    return math.prod(r[0] for r in ranges), math.prod(r[1] for r in ranges)"),
    ),
    wrong("02-q6", "two ranges only", claim("(a, b), (c, d) = ranges[:2]\n    return a * c, b * d")),
    wrong(
        "02-q6",
        "first and last range",
        claim("return ranges[0][0] * ranges[-1][0], ranges[0][1] * ranges[-1][1]"),
    ),
    wrong("02-q6", "rounded", claim(CHAIN.replace("return a, b", "return round(a, 2), round(b, 2)"))),
    wrong(
        "02-q6",
        "crossed ends",
        claim(
            "a = b = 1\n    for x, y in ranges:\n        a, b = a * y, b * x\n    return b * 0 + min(a, b), min(a, b)"
        ),
    ),
    wrong(
        "02-q6",
        "the smallest of the ends",
        claim("return min(r[0] for r in ranges), min(r[1] for r in ranges)"),
    ),
    wrong("02-q6", "the union", claim(CHAIN, "(0.01, 0.09)")),
    wrong("02-q6", "chained alone", claim(CHAIN, "(0.02, 0.09)")),
    wrong("02-q6", "the FAQ alone", claim(CHAIN, "(0.01, 0.05)")),
    wrong("02-q6", "in percent", claim(CHAIN, "(2, 5)")),
    wrong("02-q6", "only one step of it", claim(CHAIN, "(0.05, 0.15)")),
    wrong("02-q6", "the ends added", claim(CHAIN, "(0.45, 0.75)")),
    wrong("02-q6", "none", claim(CHAIN, "()")),
    right("02-q7", "a sewing course", journey()),
    right("02-q7", "in quotation marks", journey(("asset: A bag finished", "asset: 'A bag, finished'"))),
    right("02-q7", "all of them", journey(("target: 0.55", "target: 1.0"))),
    right(
        "02-q7",
        "a later promise at referral",
        journey(
            ("day_60, stage: retention", "day_60, stage: retention"),
            ("day_30, stage: activation", "day_30, stage: retention"),
        ),
    ),
    wrong("02-q7", "no referral", journey(("day_90, stage: referral", "day_90, stage: retention"))),
    wrong("02-q7", "percent", journey(("target: 0.25", "target: 25"))),
    wrong("02-q7", "zero", journey(("target: 0.25", "target: 0"))),
    wrong("02-q7", "below zero", journey(("target: 0.25", "target: -0.25"))),
    wrong("02-q7", "to do", journey(("kpi: guests brought", "kpi: todo"))),
    wrong("02-q7", "dots", journey(("asset: A bag finished", "asset: '…'"))),
    wrong("02-q7", "tbd", journey(("channel: Zoom", "channel: tbd"))),
    wrong("02-q7", "an empty text", journey(("channel: Zoom", "channel: ''"))),
    wrong("02-q7", "not available", journey(("format: live call", "format: n/a"))),
    wrong("02-q7", "question mark", journey(("kpi: bags", "kpi: '?'"))),
    wrong("02-q7", "your asset", journey(("asset: A bag finished", "asset: your asset here"))),
    wrong("02-q7", "the kpi kpi", journey(("kpi: bags", "kpi: kpi"))),
    wrong("02-q7", "day 7 as retention", journey(("day_7, stage: activation", "day_7, stage: retention"))),
    wrong("02-q7", "every asset alike", journey(("asset: A bag finished", "asset: First seam photographed"))),
]
