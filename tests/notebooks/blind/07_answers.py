"""Blind answers for assignment 07-community. Each `code` replaces the one solution cell of its task whole.

Task 07-q6 has its function and its three numbers in one cell; task 07-q7 its three names in one cell.
"""

ANSWERS = [
    {
        "task": "07-q1",
        "name": "loop-over-members",
        "right": True,
        "why": "loop over the members, smallest distance, equal ones",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            differences.append(int(member["stayed"]) - others[distance == distance.min()]["stayed"].mean())
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "plain-lists",
        "right": True,
        "why": "only Python lists and zip",
        "code": """def beside_the_nearest(people, reach):
    rows = list(zip(people["busy_days"].tolist(), people["joined"].tolist(), people["stayed"].tolist()))
    others = [(busy, stayed) for busy, joined, stayed in rows if not joined]
    total = used = 0
    for busy, joined, stayed in rows:
        if not joined or not others:
            continue
        nearest = min(abs(busy - other) for other, _ in others)
        if nearest > reach:
            continue
        beside = [left for other, left in others if abs(busy - other) == nearest]
        total += stayed - sum(beside) / len(beside)
        used += 1
    return total / used if used else float("nan")
""",
    },
    {
        "task": "07-q1",
        "name": "numpy-matrix",
        "right": True,
        "why": "matrix of all distances with broadcasting",
        "code": """import numpy as np


def beside_the_nearest(people, reach):
    busy = people["busy_days"].to_numpy(dtype=float)
    joined = people["joined"].to_numpy(dtype=bool)
    stayed = people["stayed"].to_numpy(dtype=float)
    if joined.all() or not joined.any():
        return float("nan")
    far = np.abs(busy[joined][:, None] - busy[~joined][None, :])
    nearest = far.min(axis=1)
    beside = far == nearest[:, None]
    difference = stayed[joined] - (beside * stayed[~joined]).sum(axis=1) / beside.sum(axis=1)
    difference = difference[nearest <= reach]
    return float(difference.mean()) if difference.size else float("nan")
""",
    },
    {
        "task": "07-q1",
        "name": "cross-merge",
        "right": True,
        "why": "all pairs, filtered to the nearest, grouped by member",
        "code": """def beside_the_nearest(people, reach):
    plain = people[["busy_days", "joined", "stayed"]].reset_index(drop=True)
    members = plain[plain["joined"]].reset_index()
    pairs = members.merge(plain[~plain["joined"]], how="cross", suffixes=("", "_other"))
    pairs["far"] = (pairs["busy_days"] - pairs["busy_days_other"]).abs()
    pairs = pairs[pairs["far"] == pairs.groupby("index")["far"].transform("min")]
    pairs = pairs[pairs["far"] <= reach]
    if pairs.empty:
        return float("nan")
    each = pairs.groupby("index").agg(own=("stayed", "first"), other=("stayed_other", "mean"))
    return (each["own"].astype(int) - each["other"]).mean()
""",
    },
    {
        "task": "07-q1",
        "name": "table-of-counts",
        "right": True,
        "why": "others counted by busy days, helper function, keyword default",
        "code": '''def share_at(counts: dict, busy: int, reach: float):
    """Return the share who stayed of the nearest, or None."""
    distances = sorted({abs(busy - key) for key in counts})
    if not distances or distances[0] > reach:
        return None
    here = {busy - distances[0], busy + distances[0]} & set(counts)
    return sum(counts[key][0] for key in here) / sum(counts[key][1] for key in here)


def beside_the_nearest(people: pd.DataFrame, reach: float = 0) -> float:
    counts: dict = {}
    for busy, joined, stayed in people[["busy_days", "joined", "stayed"]].itertuples(index=False):
        if not joined:
            kept, size = counts.get(busy, (0, 0))
            counts[busy] = (kept + int(stayed), size + 1)
    gaps = []
    for busy, joined, stayed in people[["busy_days", "joined", "stayed"]].itertuples(index=False):
        share = share_at(counts, busy, reach) if joined else None
        if share is not None:
            gaps.append(int(stayed) - share)
    return float(pd.Series(gaps, dtype=float).mean())
''',
    },
    {
        "task": "07-q1",
        "name": "apply-row",
        "right": True,
        "why": "apply over the members, mean skips the left out",
        "code": """def beside_the_nearest(people, reach):
    inside = people.query("joined")
    outside = people.query("not joined")

    def difference(row):
        gap = (outside["busy_days"] - row["busy_days"]).abs()
        smallest = gap.min()
        if not smallest <= reach:
            return float("nan")
        return float(row["stayed"]) - outside.loc[gap.eq(smallest).to_numpy(), "stayed"].mean()

    results = [difference(row) for _, row in inside.iterrows()]
    results = pd.Series(results, dtype="float64")
    return results.mean()
""",
    },
    {
        "task": "07-q1",
        "name": "by-busy-days-weighted",
        "right": True,
        "why": "once per value of busy days, weighted with the members there",
        "code": """def beside_the_nearest(people, reach):
    inside = people[people["joined"]].groupby("busy_days")["stayed"].agg(["mean", "size"])
    outside = people[~people["joined"]].groupby("busy_days")["stayed"].agg(["sum", "size"])
    total, size = 0.0, 0
    for busy, row in inside.iterrows():
        far = abs(outside.index.to_series() - busy)
        if len(far) == 0 or far.min() > reach:
            continue
        beside = outside[(far == far.min()).to_numpy()]
        total = total + row["size"] * (row["mean"] - beside["sum"].sum() / beside["size"].sum())
        size = size + row["size"]
    return total / size if size > 0 else float("nan")
""",
    },
    {
        "task": "07-q1",
        "name": "duplicates-dropped",
        "right": False,
        "why": "two people who are alike in all columns are two people",
        "code": """def beside_the_nearest(people, reach):
    people = people.drop_duplicates()
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "other-duplicates-dropped",
        "right": False,
        "why": "equal rows among the others are taken for one person",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]].drop_duplicates(["busy_days", "stayed"])
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "strict-reach",
        "right": False,
        "why": "exactly `reach` days away is within reach",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() < reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "zero-for-nan",
        "right": False,
        "why": "no member left must be NaN",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return 0.0
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "all-within-reach",
        "right": False,
        "why": "takes all others within reach, not the nearest",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance <= reach]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "one-of-the-nearest",
        "right": False,
        "why": "takes only the first of the equally near",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = int(others["stayed"].iloc[int(distance.to_numpy().argmin())])
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "at-most-three-nearest",
        "right": False,
        "why": "only the three nearest can count; a tie of four is cut",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance.reset_index(drop=True).nsmallest(3).pipe(lambda s: pd.Series(range(len(distance))).isin(s[s == s.min()].index)).to_numpy()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "sorted-in-place",
        "right": False,
        "why": "sorts the table that it was given",
        "code": """def beside_the_nearest(people, reach):
    people.sort_values("busy_days", inplace=True)
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "stayed-made-int-in-place",
        "right": False,
        "why": "changes the column of the table that it was given",
        "code": """def beside_the_nearest(people, reach):
    people["stayed"] = people["stayed"].astype(int)
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "labels-reset-in-place",
        "right": False,
        "why": "changes the row labels of the table that it was given",
        "code": """def beside_the_nearest(people, reach):
    people.reset_index(drop=True, inplace=True)
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "label-lookup",
        "right": False,
        "why": "chooses others by label; with labels that occur twice others slip in",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others.loc[distance[distance == distance.min()].index, "stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "left-out-as-zero",
        "right": False,
        "why": "left-out members count as a difference of 0",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
        else:
            differences.append(0)
    if not differences or not len(others):
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "rounded",
        "right": False,
        "why": "results are not rounded",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return round(sum(differences) / len(differences), 4)
""",
    },
    {
        "task": "07-q1",
        "name": "percent",
        "right": False,
        "why": "a difference of shares, not points of percent",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return 100 * sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "sign",
        "right": False,
        "why": "others minus members",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(share - int(member["stayed"]))
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "printed",
        "right": False,
        "why": "prints the result and returns nothing",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    print(sum(differences) / len(differences))
""",
    },
    {
        "task": "07-q1",
        "name": "far-reach-cut",
        "right": False,
        "why": "somebody more than 14 days away never counts, whatever the reach",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if distance.min() <= min(reach, 14):
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "reach-of-zero-is-no-limit",
        "right": False,
        "why": "a reach of 0 is taken for none given",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (others["busy_days"] - member["busy_days"]).abs()
        if len(distance) and (not reach or distance.min() <= reach):
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "less-busy-only",
        "right": False,
        "why": "looks only at others with at most as many busy days",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]]
    differences = []
    for _, member in people[people["joined"]].iterrows():
        distance = (member["busy_days"] - others["busy_days"]).where(lambda d: d >= 0)
        if distance.min() <= reach:
            share = others[distance == distance.min()]["stayed"].mean()
            differences.append(int(member["stayed"]) - share)
    if not differences:
        return float("nan")
    return sum(differences) / len(differences)
""",
    },
    {
        "task": "07-q1",
        "name": "one-per-busy-days",
        "right": False,
        "why": "members with the same busy days count once together",
        "code": """def beside_the_nearest(people, reach):
    inside = people[people["joined"]].groupby("busy_days")["stayed"].mean()
    others = people[~people["joined"]]
    gaps = []
    for busy, stayed in inside.items():
        far = (others["busy_days"] - busy).abs()
        if far.min() <= reach:
            gaps.append(stayed - others[far == far.min()]["stayed"].mean())
    return sum(gaps) / len(gaps) if gaps else float("nan")
""",
    },
    {
        "task": "07-q1",
        "name": "dict-of-members",
        "right": False,
        "why": "a dict by busy days: the last member with these days wins",
        "code": """def beside_the_nearest(people, reach):
    inside = people[people["joined"]]
    others = people[~people["joined"]]
    result = {}
    for busy, stayed in zip(inside["busy_days"], inside["stayed"]):
        far = (others["busy_days"] - busy).abs()
        if far.min() <= reach:
            result[busy] = int(stayed) - others[far == far.min()]["stayed"].mean()
    return float(pd.Series(result, dtype=float).mean())
""",
    },
    {
        "task": "07-q1",
        "name": "columns-by-position",
        "right": False,
        "why": "takes the columns by position: there may be others, in any order",
        "code": """def beside_the_nearest(people, reach):
    busy, joined, stayed = (people.iloc[:, at].to_numpy() for at in range(3))
    joined = joined.astype(bool)
    gaps = []
    for mine, kept in zip(busy[joined], stayed[joined]):
        far = abs(busy[~joined] - mine)
        if len(far) and far.min() <= reach:
            gaps.append(int(kept) - stayed[~joined][far == far.min()].mean())
    return sum(gaps) / len(gaps) if gaps else float("nan")
""",
    },
    {
        "task": "07-q1",
        "name": "pooled-others",
        "right": False,
        "why": "each of the nearest others counts once, pooled, not beside each member",
        "code": """def beside_the_nearest(people, reach):
    plain = people.reset_index(drop=True)
    inside, others = plain[plain["joined"]], plain[~plain["joined"]]
    used, chosen = [], set()
    for _, member in inside.iterrows():
        far = (others["busy_days"] - member["busy_days"]).abs()
        if far.min() <= reach:
            used.append(int(member["stayed"]))
            chosen |= set(far[far == far.min()].index)
    if not used:
        return float("nan")
    return sum(used) / len(used) - plain.loc[sorted(chosen), "stayed"].mean()
""",
    },
    {
        "task": "07-q1",
        "name": "each-other-used-once",
        "right": False,
        "why": "somebody who stood beside one member is used up",
        "code": """def beside_the_nearest(people, reach):
    plain = people.reset_index(drop=True)
    inside, others = plain[plain["joined"]], plain[~plain["joined"]]
    gaps = []
    for _, member in inside.iterrows():
        far = (others["busy_days"] - member["busy_days"]).abs()
        if far.min() <= reach:
            beside = others[far == far.min()]
            gaps.append(int(member["stayed"]) - beside["stayed"].mean())
            others = others.drop(index=beside.index)
    return sum(gaps) / len(gaps) if gaps else float("nan")
""",
    },
    {
        "task": "07-q1",
        "name": "sides-averaged",
        "right": False,
        "why": "mean of the shares of the two sides, not of all who are equally near",
        "code": """def beside_the_nearest(people, reach):
    others = people[~people["joined"]].groupby("busy_days")["stayed"].mean()
    gaps = []
    for _, member in people[people["joined"]].iterrows():
        far = pd.Series(abs(others.index - member["busy_days"]), index=others.index)
        if far.min() <= reach:
            gaps.append(int(member["stayed"]) - others[far == far.min()].mean())
    return sum(gaps) / len(gaps) if gaps else float("nan")
""",
    },
    {
        "task": "07-q2",
        "name": "four-means",
        "right": True,
        "why": "four masks and four means",
        "code": """def moved_apart(panel, since):
    after = panel["month"] >= since
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[~after & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[~after & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "groupby-reindex",
        "right": True,
        "why": "groupby over two keys, missing groups become NaN",
        "code": """def moved_apart(panel, since):
    after = (panel["month"] >= since).rename("after")
    shares = panel["kept"].astype(float).groupby([panel["access"], after]).mean()
    wanted = pd.MultiIndex.from_product([[True, False], [True, False]])
    a, b, c, d = shares.reindex(wanted).tolist()
    return (a - b) - (c - d)
""",
    },
    {
        "task": "07-q2",
        "name": "plain-counts",
        "right": True,
        "why": "counts in a dict, no pandas",
        "code": """def moved_apart(panel, since):
    kept, size = {}, {}
    for month, access, stays in zip(panel["month"], panel["access"], panel["kept"]):
        key = (bool(access), month >= since)
        size[key] = size.get(key, 0) + 1
        kept[key] = kept.get(key, 0) + (1 if stays else 0)
    keys = [(True, True), (True, False), (False, True), (False, False)]
    if any(key not in size for key in keys):
        return float("nan")
    with_after, with_before, without_after, without_before = [kept[key] / size[key] for key in keys]
    return with_after - with_before - without_after + without_before
""",
    },
    {
        "task": "07-q2",
        "name": "numpy-masks",
        "right": True,
        "why": "numpy arrays and a helper",
        "code": """import numpy as np


def moved_apart(panel, since):
    month, access, kept = (panel[name].to_numpy() for name in ("month", "access", "kept"))

    def share(rows):
        return float(np.mean(kept[rows])) if rows.any() else float("nan")

    late = month >= since
    access = access.astype(bool)
    return share(access & late) - share(access & ~late) - (share(~access & late) - share(~access & ~late))
""",
    },
    {
        "task": "07-q2",
        "name": "query-change",
        "right": True,
        "why": "query, and the same helper for both groups",
        "code": """def change(group: pd.DataFrame, since: int) -> float:
    return group.query("month >= @since")["kept"].mean() - group.query("month < @since")["kept"].mean()


def moved_apart(panel: pd.DataFrame, since: int) -> float:
    return change(panel[panel["access"]], since) - change(panel[~panel["access"]], since)
""",
    },
    {
        "task": "07-q2",
        "name": "pivot-table",
        "right": True,
        "why": "pivot table with reindexed rows and columns",
        "code": """def moved_apart(panel, since):
    table = panel.assign(late=panel["month"] >= since, kept=panel["kept"].astype(int))
    table = table.groupby(["access", "late"])["kept"].agg(["sum", "count"])
    table = (table["sum"] / table["count"]).unstack().reindex(index=[False, True], columns=[False, True])
    moved = table[True] - table[False]
    return float(moved[True] - moved[False])
""",
    },
    {
        "task": "07-q2",
        "name": "least-squares",
        "right": True,
        "why": "the interaction of a saturated regression",
        "code": """import numpy as np


def moved_apart(panel, since):
    late = (panel["month"] >= since).to_numpy(dtype=float)
    access = panel["access"].to_numpy(dtype=float)
    if len({*zip(late.tolist(), access.tolist())}) < 4:
        return float("nan")
    known = np.column_stack([np.ones(len(panel)), late, access, late * access])
    return float(np.linalg.lstsq(known, panel["kept"].to_numpy(dtype=float), rcond=None)[0][3])
""",
    },
    {
        "task": "07-q2",
        "name": "before-from-month-1",
        "right": False,
        "why": "months 0 and below are before, too, and are forgotten",
        "code": """def moved_apart(panel, since):
    after = panel["month"] >= since
    before = ~after & panel["month"].isin(range(1, max(since, 1)))
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "falsy-month",
        "right": False,
        "why": "month 0 is dropped as if it were missing",
        "code": """def moved_apart(panel, since):
    panel = panel[panel["month"] != 0]
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "negative-months-dropped",
        "right": False,
        "why": "negative months are taken for errors and dropped",
        "code": """def moved_apart(panel, since):
    panel = panel[panel["month"] >= 0]
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "absolute-months",
        "right": False,
        "why": "the sign of the month is lost",
        "code": """def moved_apart(panel, since):
    after = panel["month"].abs() >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "one-year-after",
        "right": False,
        "why": "only the twelve months from since on are after",
        "code": """def moved_apart(panel, since):
    panel = panel[panel["month"] < since + 12]
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "since-must-occur",
        "right": False,
        "why": "NaN when the month since itself has no rows, though later ones have",
        "code": """def moved_apart(panel, since):
    if since not in set(panel["month"]):
        return float("nan")
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "since-is-a-position",
        "right": False,
        "why": "since is taken as the position among the months that occur",
        "code": """def moved_apart(panel, since):
    months = sorted(set(panel["month"]))
    after = panel["month"].isin(months[max(since - 1, 0):])
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "nan-from-month-1-down",
        "right": False,
        "why": "NaN whenever since is 1 or less, though there may be month 0",
        "code": """def moved_apart(panel, since):
    if since <= 1:
        return float("nan")
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "sorted-in-place",
        "right": False,
        "why": "sorts the table that it was given",
        "code": """def moved_apart(panel, since):
    panel.sort_values("month", inplace=True)
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "column-added",
        "right": False,
        "why": "adds a column to the table that it was given",
        "code": """def moved_apart(panel, since):
    panel["after"] = panel["month"] >= since
    after = panel["after"]
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "since-is-before",
        "right": False,
        "why": "the month since is the first after",
        "code": """def moved_apart(panel, since):
    after = panel["month"] > since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "opening-month-left-out",
        "right": False,
        "why": "leaves the opening month out, as the lesson did",
        "code": """def moved_apart(panel, since):
    panel = panel[panel["month"] != since]
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "sign",
        "right": False,
        "why": "without minus with",
        "code": """def moved_apart(panel, since):
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return without - with_it
""",
    },
    {
        "task": "07-q2",
        "name": "with-access-only",
        "right": False,
        "why": "only the change of those with access",
        "code": """def moved_apart(panel, since):
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it + 0 * without
""",
    },
    {
        "task": "07-q2",
        "name": "rounded",
        "right": False,
        "why": "results are not rounded",
        "code": """def moved_apart(panel, since):
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return round(with_it - without, 2)
""",
    },
    {
        "task": "07-q2",
        "name": "percent-points",
        "right": False,
        "why": "points instead of a fraction",
        "code": """def moved_apart(panel, since):
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return 100 * (with_it - without)
""",
    },
    {
        "task": "07-q2",
        "name": "nan-as-zero",
        "right": False,
        "why": "an unknown difference is returned as 0",
        "code": """def moved_apart(panel, since):
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return 0.0 if pd.isna(with_it - without) else with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "printed",
        "right": False,
        "why": "prints the result and returns nothing",
        "code": """def moved_apart(panel, since):
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    print(with_it - without)
""",
    },
    {
        "task": "07-q2",
        "name": "last-before-first-after",
        "right": False,
        "why": "only the months beside the opening",
        "code": """def moved_apart(panel, since):
    panel = panel[panel["month"].isin([since - 1, since])]
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "same-months-in-both",
        "right": False,
        "why": "leaves out months that only one of the two groups has",
        "code": """def moved_apart(panel, since):
    both = panel.groupby("month")["access"].transform("nunique") == 2
    panel = panel[both.to_numpy()]
    after = panel["month"] >= since
    before = ~after
    access = panel["access"]
    with_it = panel.loc[after & access, "kept"].mean() - panel.loc[before & access, "kept"].mean()
    without = panel.loc[after & ~access, "kept"].mean() - panel.loc[before & ~access, "kept"].mean()
    return with_it - without
""",
    },
    {
        "task": "07-q2",
        "name": "one-empty-group-as-zero",
        "right": False,
        "why": "one group of the four without rows counts as a share of 0",
        "code": """def moved_apart(panel, since):
    after = panel["month"] >= since
    if after.nunique() < 2 or panel["access"].nunique() < 2:
        return float("nan")
    shares = panel["kept"].astype(float).groupby([panel["access"], after]).mean().unstack(fill_value=0)
    return (shares.loc[True, True] - shares.loc[True, False]) - (
        shares.loc[False, True] - shares.loc[False, False]
    )
""",
    },
    {
        "task": "07-q2",
        "name": "rows-from-since-on",
        "right": False,
        "why": "in row order: everything from the first row of month since on",
        "code": """def moved_apart(panel, since):
    panel = panel.sort_values("access", kind="stable").reset_index(drop=True)
    gaps = {}
    for access, group in panel.groupby("access"):
        flag = (group["month"] >= since).cummax()
        gaps[access] = group.loc[flag, "kept"].mean() - group.loc[~flag, "kept"].mean()
    return gaps.get(True, float("nan")) - gaps.get(False, float("nan"))
""",
    },
    {
        "task": "07-q2",
        "name": "mean-of-months",
        "right": False,
        "why": "the mean of the months' shares: every row counts alike",
        "code": """def moved_apart(panel, since):
    monthly = panel["kept"].astype(float).groupby([panel["access"], panel["month"]]).mean().reset_index()
    late = monthly["month"] >= since
    inside = monthly["access"]
    share = monthly["kept"]
    return (share[inside & late].mean() - share[inside & ~late].mean()) - (
        share[~inside & late].mean() - share[~inside & ~late].mean()
    )
""",
    },
    {
        "task": "07-q2",
        "name": "columns-by-position",
        "right": False,
        "why": "the first three columns, whatever they are called",
        "code": """def moved_apart(panel, since):
    month, access, kept = (panel.iloc[:, at] for at in range(3))
    after = month >= since
    access = access.astype(bool)
    return (kept[access & after].mean() - kept[access & ~after].mean()) - (
        kept[~access & after].mean() - kept[~access & ~after].mean()
    )
""",
    },
    {
        "task": "07-q2",
        "name": "relative-change",
        "right": False,
        "why": "the change relative to before, not in shares",
        "code": """def moved_apart(panel, since):
    after = panel["month"] >= since
    access = panel["access"]
    inside = panel.loc[after & access, "kept"].mean() / panel.loc[~after & access, "kept"].mean() - 1
    outside = panel.loc[after & ~access, "kept"].mean() / panel.loc[~after & ~access, "kept"].mean() - 1
    return inside - outside
""",
    },
    {
        "task": "07-q2",
        "name": "labels-looked-up",
        "right": False,
        "why": "rows chosen by label: labels that occur twice bring in other rows",
        "code": """def moved_apart(panel, since):
    def share(rows):
        return panel.loc[panel[rows].index.unique(), "kept"].mean()

    late, access = panel["month"] >= since, panel["access"]
    return (share(late & access) - share(~late & access)) - (share(late & ~access) - share(~late & ~access))
""",
    },
    {
        "task": "07-q3",
        "name": "map-first-days",
        "right": True,
        "why": "first days mapped beside the visits",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    day = (seen["day"] - seen["customer_id"].map(begun)).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    return seen.loc[inside, "customer_id"].nunique() / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "dicts-and-sets",
        "right": True,
        "why": "dicts and sets, no pandas beyond reading",
        "code": """def came_back(starts, visits, first, last, until):
    begun = {}
    for who, day in zip(starts["customer_id"], starts["day"]):
        begun[who] = min(day, begun.get(who, day))
    end = first if last is None else last
    judged = {who for who, day in begun.items() if (until - day).days > end}
    back = set()
    for who, day in zip(visits["customer_id"], visits["day"]):
        if who not in judged or day >= until:
            continue
        number = (day - begun[who]).days
        if number >= first and (last is None or number <= last):
            back.add(who)
    return len(back) / len(judged) if judged else float("nan")
""",
    },
    {
        "task": "07-q3",
        "name": "filter-rows-then-min",
        "right": True,
        "why": "judging each row of starts comes to the same",
        "code": """def came_back(starts, visits, first, last, until):
    border = pd.Timestamp(until) - pd.Timedelta(days=first if last is None else last)
    judged = starts.loc[starts["day"] < border].groupby("customer_id", as_index=False)["day"].min()
    if len(judged) == 0:
        return float("nan")
    pairs = judged.merge(visits[["customer_id", "day"]], on="customer_id", suffixes=("_start", "_visit"))
    low = pairs["day_start"] + pd.Timedelta(days=first)
    high = until - pd.Timedelta(days=1) if last is None else pairs["day_start"] + pd.Timedelta(days=last)
    hit = pairs[(pairs["day_visit"] >= low) & (pairs["day_visit"] <= high) & (pairs["day_visit"] < until)]
    return judged["customer_id"].isin(hit["customer_id"]).mean()
""",
    },
    {
        "task": "07-q3",
        "name": "one-person-at-a-time",
        "right": True,
        "why": "a loop over people with any()",
        "code": """def came_back(starts, visits, first, last, until):
    results = []
    for who, rows in starts.groupby("customer_id"):
        start = rows["day"].min()
        final = start + pd.Timedelta(days=first if last is None else last)
        if final >= until:
            continue
        days = visits.loc[visits["customer_id"] == who, "day"]
        days = days[days < until]
        number = [(day - start).days for day in days]
        stop = float("inf") if last is None else last
        results.append(any(first <= one <= stop for one in number))
    if not results:
        return float("nan")
    return sum(results) / len(results)
""",
    },
    {
        "task": "07-q3",
        "name": "sort-and-keep-first",
        "right": True,
        "why": "sorted copy, first row of each, left merge, groupby any",
        "code": """def came_back(starts, visits, first, last, until):
    earliest = starts.sort_values("day").drop_duplicates("customer_id", keep="first")
    earliest = earliest[["customer_id", "day"]].rename(columns={"day": "began"})
    observed = visits.loc[visits["day"] < until, ["customer_id", "day"]]
    wide = earliest.merge(observed, how="left", on="customer_id")
    number = (wide["day"] - wide["began"]) / pd.Timedelta(days=1)
    wide["hit"] = number.between(first, float("inf") if last is None else last)
    over = wide["began"] + pd.to_timedelta(first if last is None else last, unit="D") < until
    return wide[over].groupby("customer_id")["hit"].any().astype(float).mean()
""",
    },
    {
        "task": "07-q3",
        "name": "whole-day-numbers",
        "right": True,
        "why": "dates as day numbers in numpy",
        "code": """import numpy as np


def number_of(days):
    return pd.to_datetime(days).to_numpy().astype("datetime64[D]").astype(int)


def came_back(starts, visits, first, last, until):
    end = int(np.datetime64(until, "D").astype(int))
    begun = pd.Series(number_of(starts["day"]), index=starts["customer_id"].to_numpy())
    begun = begun.groupby(level=0).min()
    begun = begun[begun + (first if last is None else last) < end]
    stop = end if last is None else last
    back = {
        who
        for who, day in zip(visits["customer_id"].to_numpy(), number_of(visits["day"]))
        if who in begun.index and day < end and first <= day - begun[who] <= stop
    }
    return len(back) / len(begun) if len(begun) else float("nan")
""",
    },
    {
        "task": "07-q3",
        "name": "day-of-the-month",
        "right": False,
        "why": "difference of the days of the month: wrong across months",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = seen["day"].dt.day - start.dt.day
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "day-of-the-year",
        "right": False,
        "why": "difference of the days of the year: wrong across new year",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = seen["day"].dt.dayofyear - start.dt.dayofyear
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "later-is-99-days",
        "right": False,
        "why": "with None, days beyond 99 are cut off",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    inside = inside & (day <= (99 if last is None else last))
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "later-is-30-more-days",
        "right": False,
        "why": "with None, only the 30 days from first on count",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    inside = inside & (day <= (first + 30 if last is None else last))
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "zero-last-is-none",
        "right": False,
        "why": "a last of 0 is taken for None",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = last or first
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "last-day-on-until",
        "right": False,
        "why": "the last day may not be `until` itself",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) <= until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "visits-after-until",
        "right": False,
        "why": "visits from until on count when last is None",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "visits-on-until",
        "right": False,
        "why": "visits on until itself count",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] <= until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "judged-by-first",
        "right": False,
        "why": "judged as soon as day first is over",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "observed-until-last-visit",
        "right": False,
        "why": "takes the last visit for the end of observation",
        "code": """def came_back(starts, visits, first, last, until):
    until = min(until, visits["day"].max() + pd.Timedelta(days=1))
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "latest-start",
        "right": False,
        "why": "the latest of several starts",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].max()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "first-row-start",
        "right": False,
        "why": "the first row of several starts",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].first()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "last-row-start",
        "right": False,
        "why": "the last row of several starts; the earliest happens to be last",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].last()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "visits-counted",
        "right": False,
        "why": "counts visits instead of people",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].count()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "all-starts-below",
        "right": False,
        "why": "start rows below the line instead of people",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / (starts["day"] + pd.Timedelta(days=judged_on) < until).sum()
""",
    },
    {
        "task": "07-q3",
        "name": "only-visitors-below",
        "right": False,
        "why": "people without any visit are left out",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    came = begun.index.isin(visits["customer_id"]).sum()
    return back / came if came else 0.0
""",
    },
    {
        "task": "07-q3",
        "name": "zero-for-nan",
        "right": False,
        "why": "nobody can be judged must be NaN",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return 0.0
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "nan-when-no-visits",
        "right": False,
        "why": "an empty table of visits gives NaN instead of 0",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty or visits.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "sorted-in-place",
        "right": False,
        "why": "sorts the table that it was given",
        "code": """def came_back(starts, visits, first, last, until):
    starts.sort_values("day", inplace=True)
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "visits-get-a-column",
        "right": False,
        "why": "writes a column into the table of visits that it was given",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    visits["start"] = visits["customer_id"].map(begun)
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "day-one-is-the-start",
        "right": False,
        "why": "the day of the start counts as day 1",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days + 1
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "strict-last",
        "right": False,
        "why": "the day last itself is left out",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & ((day < last) | (day == first))
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "strict-first",
        "right": False,
        "why": "the day first itself is left out of a span",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = (day > first) | ((day == first) & (last == first))
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "visits-before-the-start",
        "right": False,
        "why": "the size of the distance: days before the start count",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days.abs()
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "rounded",
        "right": False,
        "why": "results are not rounded",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return round(back / len(begun), 3)
""",
    },
    {
        "task": "07-q3",
        "name": "percent",
        "right": False,
        "why": "percent for a fraction",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return 100 * back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "printed",
        "right": False,
        "why": "prints the result and returns nothing",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    print(back / len(begun))
""",
    },
    {
        "task": "07-q3",
        "name": "both-ends-only",
        "right": False,
        "why": "only visits on day first or on day last count",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = day.isin([first, last])
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "gone-again",
        "right": False,
        "why": "with None, only visits in the last 30 days before until count",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    else:
        gone = seen["day"] < until - pd.Timedelta(days=30)
        inside = inside & ~gone
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q3",
        "name": "started-within-a-year",
        "right": False,
        "why": "takes only people who started in the 365 days before until",
        "code": """def came_back(starts, visits, first, last, until):
    begun = starts.groupby("customer_id")["day"].min()
    judged_on = first if last is None else last
    begun = begun[begun + pd.Timedelta(days=judged_on) < until]
    begun = begun[begun >= until - pd.Timedelta(days=365)]
    if begun.empty:
        return float("nan")
    seen = visits[visits["day"] < until]
    start = seen["customer_id"].map(begun)
    day = (seen["day"] - start).dt.days
    inside = day >= first
    if last is not None:
        inside = inside & (day <= last)
    back = seen.loc[inside, "customer_id"].nunique()
    return back / len(begun)
""",
    },
    {
        "task": "07-q4",
        "name": "reindex-sort",
        "right": True,
        "why": "reindex, sort, whole people and the border",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "counter-loop",
        "right": True,
        "why": "a dict of the people, filled in a loop",
        "code": """def top_share(activity, people, part):
    given = dict.fromkeys(people, 0)
    for who, action, count in zip(activity["customer_id"], activity["action"], activity["count"]):
        if who in given and action in ("post", "comment"):
            given[who] += count
    everything = sum(given.values())
    if not everything:
        return float("nan")
    left, taken = part * len(people), 0
    for count in sorted(given.values(), reverse=True):
        weight = min(1, max(0, left))
        taken += weight * count
        left -= 1
    return taken / everything
""",
    },
    {
        "task": "07-q4",
        "name": "numpy-weights",
        "right": True,
        "why": "weights clipped between 0 and 1",
        "code": """import numpy as np


def top_share(activity, people, part):
    chosen = activity["action"].isin({"post", "comment"}) & activity["customer_id"].isin(people)
    sums = activity[chosen].groupby("customer_id")["count"].sum().to_numpy(dtype=float)
    given = np.zeros(len(people))
    given[: len(sums)] = np.sort(sums)[::-1]
    weights = np.clip(part * len(people) - np.arange(len(people)), 0, 1)
    return float(weights @ given / given.sum()) if given.sum() > 0 else float("nan")
""",
    },
    {
        "task": "07-q4",
        "name": "interpolated-curve",
        "right": True,
        "why": "the cumulated curve, read by linear interpolation",
        "code": """import numpy as np


def top_share(activity, people, part):
    given = [
        activity.loc[
            (activity["customer_id"] == who) & ((activity["action"] == "post") | (activity["action"] == "comment")),
            "count",
        ].sum()
        for who in people
    ]
    total = sum(given)
    if total == 0:
        return float("nan")
    curve = np.concatenate([[0], np.cumsum(sorted(given)[::-1])]) / total
    return float(np.interp(part * len(people), np.arange(len(people) + 1), curve))
""",
    },
    {
        "task": "07-q4",
        "name": "merge-and-rank",
        "right": True,
        "why": "left merge of the people, positions as a column",
        "code": """def top_share(activity, people, part):
    rows = activity.query("action == 'post' or action == 'comment'")
    table = pd.DataFrame({"customer_id": list(people)}).merge(rows[["customer_id", "count"]], how="left")
    given = table.groupby("customer_id")["count"].sum().sort_values(ascending=False).reset_index(drop=True)
    weight = (part * len(people) - given.index.to_series()).clip(lower=0, upper=1)
    return (given * weight).sum() / given.sum() if given.sum() else float("nan")
""",
    },
    {
        "task": "07-q4",
        "name": "heap",
        "right": True,
        "why": "nlargest of the heap with type hints",
        "code": """import heapq
from math import floor


def contributions(activity: pd.DataFrame, who) -> int:
    mine = activity[activity["customer_id"] == who]
    return int(mine[mine["action"].isin(("comment", "post"))]["count"].sum())


def top_share(activity: pd.DataFrame, people: list, part: float) -> float:
    numbers = [contributions(activity, who) for who in people]
    if not any(numbers):
        return float("nan")
    exact = part * len(numbers)
    best = heapq.nlargest(floor(exact) + 1, numbers)
    top = sum(best[: floor(exact)])
    border = best[floor(exact)] if len(best) > floor(exact) else 0
    return (top + (exact - floor(exact)) * border) / sum(numbers)
""",
    },
    {
        "task": "07-q4",
        "name": "duplicates-dropped",
        "right": False,
        "why": "two equal rows are two rows",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])].drop_duplicates()
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "one-row-per-action",
        "right": False,
        "why": "only the first row of a person and action counts",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])].drop_duplicates(["customer_id", "action"])
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "last-row-per-action",
        "right": False,
        "why": "only the last row of a person and action counts",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])].drop_duplicates(["customer_id", "action"], keep="last")
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "not-visit-not-event",
        "right": False,
        "why": "all but visits and events: there may be other actions",
        "code": """def top_share(activity, people, part):
    gifts = activity[~activity["action"].isin(["visit", "event"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "begins-like-post",
        "right": False,
        "why": "everything that begins with post or comment",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].str.startswith(("post", "comment"))]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "at-least-one-person",
        "right": False,
        "why": "less than one person is made one whole person",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = max(part * len(people), 1 if part else 0)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "part-to-one-decimal",
        "right": False,
        "why": "a part of 0.25 is cut to 0.2",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = int(part * 10) / 10 * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "size-to-half-people",
        "right": False,
        "why": "the size is rounded to half people",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = round(part * len(people) * 2) / 2
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "zero-part-first",
        "right": False,
        "why": "a part of 0 gives 0 though nobody contributed",
        "code": """def top_share(activity, people, part):
    if part == 0:
        return 0.0
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "whole-part-first",
        "right": False,
        "why": "a part of 1 gives 1 though nobody contributed",
        "code": """def top_share(activity, people, part):
    if part == 1:
        return 1.0
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "rounded",
        "right": False,
        "why": "rounds to three digits: the examples have no more",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return round(top / sum(ranked), 3)
""",
    },
    {
        "task": "07-q4",
        "name": "percent",
        "right": False,
        "why": "percent for a fraction",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return 100 * top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "printed",
        "right": False,
        "why": "prints the result and returns nothing",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    print(top / sum(ranked))
""",
    },
    {
        "task": "07-q4",
        "name": "zero-for-nan",
        "right": False,
        "why": "nobody contributed must be NaN",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return 0.0
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "people-sorted-in-place",
        "right": False,
        "why": "sorts the list that it was given",
        "code": """def top_share(activity, people, part):
    people.sort(reverse=True)
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "activity-filtered-in-place",
        "right": False,
        "why": "drops rows from the table that it was given",
        "code": """def top_share(activity, people, part):
    activity.drop(activity[~activity["action"].isin(["post", "comment"])].index, inplace=True)
    gifts = activity
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "whole-people-only",
        "right": False,
        "why": "the person on the border does not count",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if False:
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "border-counts-whole",
        "right": False,
        "why": "the person on the border counts whole",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += ranked[whole] if size > whole else 0
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "silent-left-out",
        "right": False,
        "why": "a part of those who contributed only",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given[given > 0].tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(ranked)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "rows-counted",
        "right": False,
        "why": "counts rows instead of summing count",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].size().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "posts-only",
        "right": False,
        "why": "comments are forgotten",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "everybodys-total",
        "right": False,
        "why": "divides by the contributions of strangers, too",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / gifts["count"].sum()
""",
    },
    {
        "task": "07-q4",
        "name": "least-active",
        "right": False,
        "why": "the least active part",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=False)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "part-of-the-border",
        "right": False,
        "why": "the border counts with `part` instead of what is left of the size",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (part if size > whole else 0) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "always-half-border",
        "right": False,
        "why": "the person on the border counts half, as in the example",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < len(ranked):
        top += (0.5 if size > whole else 0) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "ten-people-at-most",
        "right": False,
        "why": "looks at the ten most active only",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = sorted(given.tolist(), reverse=True)[:10]
    if sum(ranked) == 0:
        return float("nan")
    size = part * len(people)
    whole = int(size)
    top = sum(ranked[:whole])
    if whole < min(len(ranked), 10):
        top += (size - whole) * ranked[whole]
    return top / sum(ranked)
""",
    },
    {
        "task": "07-q4",
        "name": "label-instead-of-position",
        "right": False,
        "why": "series[whole] is a label when the ids are numbers",
        "code": """def top_share(activity, people, part):
    gifts = activity[activity["action"].isin(["post", "comment"])]
    given = gifts.groupby("customer_id")["count"].sum().reindex(people, fill_value=0)
    ranked = given.sort_values(ascending=False)
    if not ranked.sum():
        return float("nan")
    size = part * len(people)
    whole = int(size)
    border = ranked.iloc[whole] if whole < len(ranked) else 0
    if whole in ranked.index:
        border = ranked[whole]
    return (ranked.iloc[:whole].sum() + (size - whole) * border) / ranked.sum()
""",
    },
    {
        "task": "07-q5",
        "name": "merge-and-nunique",
        "right": True,
        "why": "merge, filter, count questions once",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    good = pairs[(pairs["who_asked"] != pairs["who_reply"]) & (pairs["at_reply"] - pairs["at_asked"] <= limit)]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "loop-with-dict",
        "right": True,
        "why": "a dict of the first answers, filled in a loop",
        "code": """from datetime import timedelta


def in_time(questions, replies, hours, now):
    asker = dict(zip(questions["question"], questions["who"]))
    first = {}
    for number, who, at in zip(replies["question"], replies["who"], replies["at"]):
        if number in asker and who != asker[number]:
            first[number] = min(at, first.get(number, at))
    judged = good = 0
    for number, at in zip(questions["question"], questions["at"]):
        due = at + timedelta(hours=hours)
        if due <= now:
            judged += 1
            good += number in first and first[number] <= due
    return good / judged if judged else float("nan")
""",
    },
    {
        "task": "07-q5",
        "name": "map-first-answer",
        "right": True,
        "why": "first answer mapped to the questions, NaT is not in time",
        "code": """def in_time(questions, replies, hours, now):
    askers = questions.set_index("question")["who"]
    other = [who != askers.get(key) for key, who in zip(replies["question"], replies["who"])]
    by_others = replies[pd.Series(other, dtype=bool).to_numpy()]
    first = by_others.groupby("question")["at"].min().to_dict()
    due = questions["at"] + pd.Timedelta(hours=hours)
    answered = pd.to_datetime(questions["question"].map(lambda key: first.get(key, pd.NaT))) <= due
    return answered[due <= now].astype(float).mean()
""",
    },
    {
        "task": "07-q5",
        "name": "one-question-at-a-time",
        "right": True,
        "why": "any() over the replies of each question",
        "code": """def in_time(questions, replies, hours, now):
    results = []
    for row in questions.itertuples(index=False):
        if (now - row.at).total_seconds() < hours * 3600:
            continue
        mine = replies[(replies["question"] == row.question) & (replies["who"] != row.who)]
        results.append(any((at - row.at).total_seconds() <= hours * 3600 for at in mine["at"]))
    return sum(results) / len(results) if results else float("nan")
""",
    },
    {
        "task": "07-q5",
        "name": "sorted-first-and-left-merge",
        "right": True,
        "why": "sorted copy, first answer kept, left merge, mean",
        "code": """def in_time(questions, replies, hours, now):
    who = questions[["question", "who"]].rename(columns={"who": "asker"})
    answers = replies.merge(who, on="question")
    answers = answers[answers["who"] != answers["asker"]].sort_values("at").drop_duplicates("question")
    table = questions[["question", "at"]].merge(
        answers[["question", "at"]].rename(columns={"at": "answer"}), how="left", on="question"
    )
    table = table[table["at"] <= now - pd.to_timedelta(hours, unit="h")]
    if len(table) == 0:
        return float("nan")
    waited = (pd.to_datetime(table["answer"]) - table["at"]) / pd.Timedelta("1h")
    return float((waited <= hours).sum() / len(table))
""",
    },
    {
        "task": "07-q5",
        "name": "sets",
        "right": True,
        "why": "the sets of judged and of answered questions; replies after now play no part",
        "code": """def in_time(questions: pd.DataFrame, replies: pd.DataFrame, hours: float, now: pd.Timestamp) -> float:
    asked = {row["question"]: (row["who"], row["at"]) for _, row in questions.iterrows()}
    judged = {key for key, (_, at) in asked.items() if at + pd.Timedelta(hours=hours) <= now}
    known = replies[replies["at"] <= now]
    fine = {
        key
        for key, who, at in zip(known["question"], known["who"], known["at"])
        if key in judged and who != asked[key][0] and at - asked[key][1] <= pd.Timedelta(hours=hours)
    }
    try:
        return len(fine) / len(judged)
    except ZeroDivisionError:
        return float("nan")
""",
    },
    {
        "task": "07-q5",
        "name": "first-row-answer",
        "right": False,
        "why": "the first row is taken for the first answer",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]].drop_duplicates("question")
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "last-row-answer",
        "right": False,
        "why": "the last row is taken for the answer",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]].drop_duplicates("question", keep="last")
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "latest-answer",
        "right": False,
        "why": "the latest answer instead of the first",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]].sort_values("at_reply").drop_duplicates("question", keep="last")
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "askers-counted",
        "right": False,
        "why": "people who asked instead of questions above the line",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["who_asked"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "askers-on-both-sides",
        "right": False,
        "why": "people who asked instead of questions on both sides",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["who_asked"].nunique() / old["who"].nunique()
""",
    },
    {
        "task": "07-q5",
        "name": "whole-hours",
        "right": False,
        "why": "the hours are cut to whole ones",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=int(hours))
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "waits-cut-to-hours",
        "right": False,
        "why": "an answer after 4 hours 59 counts as 4 hours",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    waits = (pairs["at_reply"] - pairs["at_asked"]).dt.total_seconds() // 3600
    good = pairs[waits <= hours]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "waits-rounded-up",
        "right": False,
        "why": "waits are rounded up to whole hours: wrong for 1.5 hours",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    waits = -(-(pairs["at_reply"] - pairs["at_asked"]).dt.total_seconds() // 3600)
    good = pairs[waits <= hours]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "future-questions",
        "right": False,
        "why": "questions asked after now are judged by the size of the distance",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[(now - questions["at"]).abs() >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "strictly-in-time",
        "right": False,
        "why": "exactly so many hours later is still in time",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] < limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "strictly-old",
        "right": False,
        "why": "exactly so many hours old can be judged",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] > limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "own-replies",
        "right": False,
        "why": "replies by the person who asked count",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "first-reply-by-other",
        "right": False,
        "why": "an own reply first hides the answer after it",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs.sort_values("at_reply").drop_duplicates("question")
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "no-answer-from-askers",
        "right": False,
        "why": "nobody who ever asked can answer",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[~pairs["who_reply"].isin(questions["who"])]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "young-ones-judged",
        "right": False,
        "why": "all questions are judged",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "young-ones-if-answered",
        "right": False,
        "why": "young questions count once they have an answer in time",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[(now - questions["at"] >= limit) | questions["question"].isin(replies["question"])]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "open-ones-left-out",
        "right": False,
        "why": "questions without an answer are left out",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    answered = pairs["question"].nunique()
    return good["question"].nunique() / answered if answered else 0.0
""",
    },
    {
        "task": "07-q5",
        "name": "answers-counted",
        "right": False,
        "why": "counts answers instead of questions",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return len(good) / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "zero-for-nan",
        "right": False,
        "why": "nothing to judge must be NaN",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return 0.0
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "nan-without-replies",
        "right": False,
        "why": "no replies must give 0",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty or replies.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "sorted-in-place",
        "right": False,
        "why": "sorts the table of replies that it was given",
        "code": """def in_time(questions, replies, hours, now):
    replies.sort_values("at", inplace=True)
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "column-added",
        "right": False,
        "why": "adds a column to the questions that it was given",
        "code": """def in_time(questions, replies, hours, now):
    questions["age"] = now - questions["at"]
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "reply-rows-deleted",
        "right": False,
        "why": "removes rows from the replies that it was given",
        "code": """def in_time(questions, replies, hours, now):
    strange = ~replies["question"].isin(questions["question"])
    replies.drop(index=replies.index[strange], inplace=True)
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "rounded",
        "right": False,
        "why": "results are not rounded",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return round(good["question"].nunique() / len(old), 4)
""",
    },
    {
        "task": "07-q5",
        "name": "percent",
        "right": False,
        "why": "percent for a fraction",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return 100 * good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "printed",
        "right": False,
        "why": "prints the result and returns nothing",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    print(good["question"].nunique() / len(old))
""",
    },
    {
        "task": "07-q5",
        "name": "still-open-means-not-late",
        "right": False,
        "why": "questions without any reply are judged only after a week",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    quiet = ~old["question"].isin(replies["question"])
    old = old[~quiet | (now - old["at"] >= pd.Timedelta(days=1))]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q5",
        "name": "column-names-fixed",
        "right": False,
        "why": "other columns such as a text in both tables are not expected",
        "code": """def in_time(questions, replies, hours, now):
    limit = pd.Timedelta(hours=hours)
    old = questions[now - questions["at"] >= limit]
    if old.empty:
        return float("nan")
    pairs = old.merge(replies, on="question", suffixes=("_asked", "_reply"))
    pairs.columns = ["question", "who_asked", "at_asked", "who_reply", "at_reply"]
    pairs = pairs[pairs["who_asked"] != pairs["who_reply"]]
    good = pairs[pairs["at_reply"] - pairs["at_asked"] <= limit]
    return good["question"].nunique() / len(old)
""",
    },
    {
        "task": "07-q6",
        "name": "function-and-formulas",
        "right": True,
        "why": "the guard, then the ratio; the numbers by the function",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "difference-over-base",
        "right": True,
        "why": "the difference of the churns over that of the others; typed numbers",
        "code": '''import math


def less_churn(kept: float, kept_others: float) -> float:
    """Return by which share the churn of the first is lower than that of the others."""
    lost, lost_others = 1 - kept, 1 - kept_others
    return math.nan if lost_others == 0 else (lost_others - lost) / lost_others


quoted = 0.857
needed = 0.667
half = 0.75
''',
    },
    {
        "task": "07-q6",
        "name": "kept-difference",
        "right": True,
        "why": "the difference of the shares kept is that of the churns; exact numbers",
        "code": """def less_churn(kept, kept_others):
    return (kept - kept_others) / (1 - kept_others) if kept_others < 1 else float("nan")


quoted = 6 / 7
needed = 2 / 3
half = 3 / 4
""",
    },
    {
        "task": "07-q6",
        "name": "try-except",
        "right": True,
        "why": "division by zero is caught",
        "code": """def less_churn(kept, kept_others):
    try:
        return 1 - (1 - kept) / (1 - kept_others)
    except ZeroDivisionError:
        return float("nan")


churn_of_members = 1 - 0.9
quoted = 1 - churn_of_members / (1 - 0.3)
needed = 1 - churn_of_members / (1 - 0.7)
without_it = 0.9 - 0.5 * (0.9 - 0.3)
half = (churn_of_members - (1 - without_it)) / -(1 - without_it)
""",
    },
    {
        "task": "07-q6",
        "name": "numpy-numbers",
        "right": True,
        "why": "numpy floats, the needed retention by search",
        "code": """import numpy as np


def less_churn(kept, kept_others):
    lost_others = np.float64(1) - kept_others
    if lost_others <= 0:
        return float(np.nan)
    return float(1 - (1 - kept) / lost_others)


grid = np.linspace(0, 0.9, 900001)
quoted = np.float64(less_churn(0.9, 0.3))
needed = grid[np.argmin(np.abs(1 - 0.1 / (1 - grid) - 0.7))]
half = np.float64(less_churn(0.9, 0.3 + 0.3))
""",
    },
    {
        "task": "07-q6",
        "name": "four-digits",
        "right": True,
        "why": "four digits, and a lambda",
        "code": """less_churn = lambda kept, kept_others: float("nan") if kept_others >= 1 else 1 - (1 - kept) / (1 - kept_others)
quoted, needed, half = 0.8571, 0.6667, 0.7500
""",
    },
    {
        "task": "07-q6",
        "name": "quoted-in-points",
        "right": False,
        "why": "60 points are the difference, not by which share churn is lower",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = 0.6
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "quoted-of-retention",
        "right": False,
        "why": "of the shares who stay",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = 1 - 0.3 / 0.9
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "quoted-what-remains",
        "right": False,
        "why": "the churn that remains",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = 0.1 / 0.7
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "quoted-from-the-line",
        "right": False,
        "why": "the 70% of the line",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = 0.7
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "quoted-two-digits",
        "right": False,
        "why": "two digits are too few",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = 0.86
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "needed-as-churn",
        "right": False,
        "why": "the churn of the others instead of their retention",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "needed-from-the-line",
        "right": False,
        "why": "the 30% of the line",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "needed-of-retention",
        "right": False,
        "why": "30% of the retention of members",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 0.9 * 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "needed-swapped",
        "right": False,
        "why": "the retention at which churn is 70% lower than that of members",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 * 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "needed-seventy",
        "right": False,
        "why": "divides by the 70% instead of what remains",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.7
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "needed-70-percent-more",
        "right": False,
        "why": "the others lose 70% more than members",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 * 1.7
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "half-of-quoted",
        "right": False,
        "why": "half of the first number",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = quoted / 2
""",
    },
    {
        "task": "07-q6",
        "name": "half-in-points",
        "right": False,
        "why": "30 points are the effect, not by which share churn is lower",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = 0.3
""",
    },
    {
        "task": "07-q6",
        "name": "half-against-the-others",
        "right": False,
        "why": "members without it beside the others",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = less_churn(0.6, 0.3)
""",
    },
    {
        "task": "07-q6",
        "name": "half-over-the-others",
        "right": False,
        "why": "the saved points over the churn of the others",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = (0.9 - 0.6) / (1 - 0.3)
""",
    },
    {
        "task": "07-q6",
        "name": "half-as-half",
        "right": False,
        "why": "half of the difference, taken for the answer",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = 0.5
""",
    },
    {
        "task": "07-q6",
        "name": "half-of-retention",
        "right": False,
        "why": "of the shares who stay",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = 1 - 0.6 / 0.9
""",
    },
    {
        "task": "07-q6",
        "name": "half-doubled-churn",
        "right": False,
        "why": "the churn that remains",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = 0.25
""",
    },
    {
        "task": "07-q6",
        "name": "numbers-in-percent",
        "right": False,
        "why": "percent for fractions",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = 85.7
needed = 66.7
half = 75
""",
    },
    {
        "task": "07-q6",
        "name": "numbers-swapped",
        "right": False,
        "why": "the first and the last exchanged",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.6)
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.3)
""",
    },
    {
        "task": "07-q6",
        "name": "zero-for-nan",
        "right": False,
        "why": "nobody of the others leaves must be NaN",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return 0.0
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "inf-for-nan",
        "right": False,
        "why": "minus infinity for NaN",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("-inf")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "no-guard",
        "right": False,
        "why": "no guard against nobody leaving",
        "code": """def less_churn(kept, kept_others):
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "one-when-members-all-stay",
        "right": False,
        "why": "when all members stay the answer is 1, though the others all stay too",
        "code": """def less_churn(kept, kept_others):
    if kept == 1:
        return 1.0
    if kept_others == 1:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "nan-from-95-percent",
        "right": False,
        "why": "NaN already when few of the others leave",
        "code": """def less_churn(kept, kept_others):
    if kept_others > 0.95:
        return float("nan")
    return 1 - (1 - kept) / (1 - kept_others)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "clipped",
        "right": False,
        "why": "not negative where the first lose more",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return max(1 - (1 - kept) / (1 - kept_others), 0)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "never-below-minus-one",
        "right": False,
        "why": "cut at minus one: the first may lose five times as much",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return max(1 - (1 - kept) / (1 - kept_others), -1)


quoted = less_churn(0.9, 0.3)
needed = 1 - 0.1 / 0.3
half = less_churn(0.9, 0.6)
""",
    },
    {
        "task": "07-q6",
        "name": "size-only",
        "right": False,
        "why": "the size without the sign",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return abs(1 - (1 - kept) / (1 - kept_others))


quoted = 6 / 7
needed = 1 - 0.1 / 0.3
half = 0.75
""",
    },
    {
        "task": "07-q6",
        "name": "rounded",
        "right": False,
        "why": "results are not rounded",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return round(1 - (1 - kept) / (1 - kept_others), 1)


quoted = 6 / 7
needed = 1 - 0.1 / 0.3
half = 0.75
""",
    },
    {
        "task": "07-q6",
        "name": "difference-in-points",
        "right": False,
        "why": "the difference in points",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return kept - kept_others


quoted = 6 / 7
needed = 1 - 0.1 / 0.3
half = 0.75
""",
    },
    {
        "task": "07-q6",
        "name": "base-is-the-members",
        "right": False,
        "why": "divides by the churn of the first",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    return (kept - kept_others) / (1 - kept) if kept < 1 else 1.0


quoted = 6 / 7
needed = 1 - 0.1 / 0.3
half = 0.75
""",
    },
    {
        "task": "07-q6",
        "name": "printed",
        "right": False,
        "why": "prints the result and returns nothing",
        "code": """def less_churn(kept, kept_others):
    if kept_others == 1:
        return float("nan")
    print(1 - (1 - kept) / (1 - kept_others))


quoted = 6 / 7
needed = 1 - 0.1 / 0.3
half = 0.75
""",
    },
    {
        "task": "07-q7",
        "name": "programmed",
        "right": True,
        "why": "2.51 hours of 4",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "block-style",
        "right": True,
        "why": "YAML in block style, mastermind, float hours, all cadences",
        "code": '''my_hours = 6.5
my_tier = "mastermind-circle"
my_community = """
type: mastermind
purpose: "Owners of small studios solve one hard question a week: together"
tiers:
  - mastermind-circle
moderators:
  - The host of the week
  - Ada
guidelines: >
  What is said here stays here,
  and advice comes after questions.
reporting: |
  Call or write to Ada, who is neither host nor member.
rituals:
  - name: Check-in
    cadence: daily
    minutes: 5
    live: false
    owner: The host of the week
  - name: Hot seat
    cadence: weekly
    minutes: 120
    live: true
    owner: The host of the week
  - name: "Numbers: the round"
    cadence: monthly
    minutes: 60
    live: true
    owner: Ada
  - name: Goals of the quarter
    cadence: quarterly
    minutes: 240
    live: true
    owner: Ada
  - name: Retreat
    cadence: yearly
    minutes: 1440
    live: true
    owner: Ada
"""
''',
    },
    {
        "task": "07-q7",
        "name": "hours-exactly",
        "right": True,
        "why": "the rituals take exactly my_hours: 70 + 50 minutes are two hours",
        "code": '''my_hours = 2
my_tier = "choir"
my_community = """
type: basic
purpose: Singers find the right tone between two rehearsals
tiers: [choir]
moderators: [Kim, Lou]
guidelines: Praise in public and correct in private, never sell
reporting: Tell Kim or Lou in a message at any time
rituals:
  - {name: Tone of the day, cadence: daily, minutes: 10, live: false, owner: Kim}
  - {name: Voice check, cadence: weekly, minutes: 20, live: true, owner: Lou}
  - {name: Wish song, cadence: weekly, minutes: 30, live: true, owner: Lou}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "sixty-hours",
        "right": True,
        "why": "60 hours are allowed, hybrid, built from parts in Python",
        "code": """my_hours = 60
my_tier = "workshop_pass"
rituals = [("Open door", "daily", 30), ("Tool talk", "weekly", 45), ("Fair", "yearly", 600)]
lines = [f"  - {{name: {n}, cadence: {c}, minutes: {m}, live: true, owner: Workshop lead}}" for n, c, m in rituals]
my_community = "\\n".join([
    "type: hybrid",
    "purpose: Makers learn to repair what they own",
    f"tiers: [{my_tier}]",
    "moderators: [Workshop lead]",
    "guidelines: Ask before you touch and clean after you leave",
    "reporting: Put a note in the box by the door",
    "rituals:",
    *lines,
])
""",
    },
    {
        "task": "07-q7",
        "name": "little-time-rare-cadences",
        "right": True,
        "why": "half an hour a week: only rare rituals, keys in another order",
        "code": '''my_hours = 0.5
my_tier = "readers"
my_community = """rituals:
  - {owner: Uma, minutes: 60, cadence: monthly, name: Book night, live: true}
  - {owner: Uma, minutes: 60, cadence: quarterly, name: Author visit, live: true}
  - {owner: Uma, minutes: 120, cadence: yearly, name: Vote for the book of the year, live: false}
reporting: Uma reads every mail to the house address
guidelines: No spoilers, no adverts, and no shaming of taste
moderators: [Uma]
tiers: [readers]
purpose: Readers meet others who love long books
type: basic"""
''',
    },
    {
        "task": "07-q7",
        "name": "without-live",
        "right": True,
        "why": "the text asks for name, cadence, minutes and owner only",
        "code": '''my_hours = 3
my_tier = "club"
my_community = """
type: hybrid
purpose: Runners keep going through the dark months
tiers: [club]
moderators: [The coach]
guidelines: Every pace is welcome here but no medical advice
reporting: A form that only the coach can read
rituals:
  - {name: Run log, cadence: daily, minutes: 12, owner: The coach}
  - {name: Long run, cadence: weekly, minutes: 80, owner: The coach}
  - {name: Shoe evening, cadence: quarterly, minutes: 60, owner: The coach}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "ritual-called-goals",
        "right": True,
        "why": "Goals is a short name, and no placeholder",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Goals, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "no-hours",
        "right": False,
        "why": "hours are above 0",
        "code": '''my_hours = 0
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "too-many-hours",
        "right": False,
        "why": "at most 60 hours",
        "code": '''my_hours = 61
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "hours-as-text",
        "right": False,
        "why": "hours are a number",
        "code": '''my_hours = "4"
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "hours-true",
        "right": False,
        "why": "True is no number of hours",
        "code": '''my_hours = True
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 2, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 5, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "hours-nan",
        "right": False,
        "why": "NaN is no number of hours",
        "code": '''my_hours = float("nan")
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "daily-as-five",
        "right": False,
        "why": "a daily ritual on five days would fit, on seven it does not",
        "code": '''my_hours = 2.3
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "daily-as-once",
        "right": False,
        "why": "the daily minutes are counted once a week",
        "code": '''my_hours = 1.6
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "monthly-forgotten",
        "right": False,
        "why": "only daily and weekly rituals fit",
        "code": '''my_hours = 2.2
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "monthly-a-little-over",
        "right": False,
        "why": "the monthly one comes 12 times in 52 weeks: 2.513 hours",
        "code": '''my_hours = 2.51
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "negative-minutes",
        "right": False,
        "why": "no ritual gives minutes back",
        "code": '''my_hours = 1
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: -600, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "tier-not-listed",
        "right": False,
        "why": "my_tier is not among tiers",
        "code": '''my_hours = 4
my_tier = "garden"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "tier-empty",
        "right": False,
        "why": "my_tier is empty",
        "code": '''my_hours = 4
my_tier = ""
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "tier-as-list",
        "right": False,
        "why": "the id is asked for, not a list",
        "code": '''my_hours = 4
my_tier = ["club"]
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "unknown-type",
        "right": False,
        "why": "no such type",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: forum
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "type-missing",
        "right": False,
        "why": "no type",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "short-purpose",
        "right": False,
        "why": "four words are too few",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "dots-for-purpose",
        "right": False,
        "why": "five times three dots are a placeholder",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: "... ... ... ... ..."
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "copied-purpose",
        "right": False,
        "why": "the purpose of the example, in small letters",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: bakers show their first loaf before it is perfect
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "short-guidelines",
        "right": False,
        "why": "four words are too few",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Be kind to everybody
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "no-reporting",
        "right": False,
        "why": "no way to report a breach",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "no-moderators",
        "right": False,
        "why": "an empty list of moderators",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: []
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "dots-for-moderator",
        "right": False,
        "why": "a placeholder",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: ["..."]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "two-rituals",
        "right": False,
        "why": "three are needed",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "same-name-other-capitals",
        "right": False,
        "why": "two rituals have the same name",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: BED REVIEW, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "one-cadence",
        "right": False,
        "why": "at least two cadences",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: weekly, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: weekly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "unknown-cadence",
        "right": False,
        "why": "no such cadence",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: fortnightly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "copied-ritual",
        "right": False,
        "why": "a ritual of the example in capitals",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: OPEN OVEN, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "no-minutes",
        "right": False,
        "why": "a ritual without minutes",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "no-owner",
        "right": False,
        "why": "a ritual without owner",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "dots-for-owner",
        "right": False,
        "why": "a placeholder for an owner",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: "..."}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "dots-for-ritual",
        "right": False,
        "why": "a placeholder for a name",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: "…", cadence: monthly, minutes: 90, live: true, owner: Tom}
"""
''',
    },
    {
        "task": "07-q7",
        "name": "todo-for-owner",
        "right": False,
        "why": "TODO is a placeholder",
        "code": '''my_hours = 4
my_tier = "club"
my_community = """
type: programmed
purpose: Gardeners plan their beds together before spring comes
tiers: [club]
moderators: [Rosa]
guidelines: Show your soil and ask; no adverts and no mockery
reporting: Write to Rosa by mail and she answers within two days
rituals:
  - {name: Seed of the morning, cadence: daily, minutes: 10, live: false, owner: Rosa}
  - {name: Bed review, cadence: weekly, minutes: 60, live: true, owner: Rosa}
  - {name: Seed swap, cadence: monthly, minutes: 90, live: true, owner: TODO}
"""
''',
    },
]
