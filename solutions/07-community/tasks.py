"""The computing tasks of module 07: examples, hidden cases, slips and other right answers."""

from ecotools.grading.authoring.tasks import form, slip, task

NAN = 'float("nan")'
T, F = True, False
NO_ORDER = "the order of the rows has no meaning here"
NO_LABELS = "the row labels have no meaning here"


def labelled(index):
    """Return the text of an index, where there is one."""
    return f", index={index}" if index else ""


def people(busy_days, joined, stayed, index=None):
    """Return the text of a table as task 1 takes it."""
    columns = f'{{"busy_days": {busy_days}, "joined": {joined}, "stayed": {stayed}}}'
    return f"pd.DataFrame({columns}{labelled(index)})"


# Labels that repeat, equal rows, a tie of several on both sides, one far away, gaps, members at 0.
CROWD = people(
    [7, 0, 3, 3, 12, 5, 1, 7, 5, 5, 0, 30, 3, 1, 9, 9, 5, 15],
    [T, F, T, T, T, F, F, F, T, F, T, T, F, F, F, F, T, F],
    [T, F, T, F, T, T, F, F, T, F, T, T, T, T, T, F, F, T],
    [4, 4, 9, 1, 0, 0, 2, 30, 7, 5, 6, 8, 8, 3, 2, 2, 1, 1],
)
ALL_JOINED = people([2, 0, 5], [T] * 3, [T, F, T], [2, 1, 0])
NOBODY_JOINED = people([2, 0, 5], [F] * 3, [T, F, T], [2, 1, 0])
ONE_OTHER = people([4, 1, 7, 40], [T, T, F, T], [F, T, T, T], [3, 3, 3, 3])
# Two members who are the same in every column, and a third one.
TWINS = people([5, 9, 5, 5, 9], [T, F, T, F, T], [T, T, T, F, F], [0, 0, 1, 2, 3])
WITH_MORE = people([4, 1, 7, 2], [T, T, F, F], [F, T, T, F]) + ".assign(note='x')"


def panel(month, access, kept, index=None):
    """Return the text of a table as task 2 takes it."""
    columns = f'{{"month": {month}, "access": {access}, "kept": {kept}}}'
    return f"pd.DataFrame({columns}{labelled(index)})"


# Months in no order, with gaps and below 1, groups of other sizes, labels that repeat.
YEARS = panel(
    [9, -1, 2, 9, 5, 0, 14, 5, 2, 2, -1, 9, 14, 5, 14, 0, 2, 14, 9],
    [T, F, T, T, F, T, F, F, T, F, F, F, T, T, T, T, F, T, F],
    [T, T, F, T, F, T, F, T, T, T, F, F, F, T, T, F, T, T, F],
    [3, 3, 1, 0, 9, 8, 2, 5, 4, 6, 7, 12, 11, 10, 10, 0, 1, 2, 3],
)
# Before the community there are months below 0 only.
BELOW = panel(
    [-9, 1, -2, 0, 7, -9, 0, 4, -2],
    [T, T, T, T, T, F, F, F, F],
    [T, T, F, T, F, T, F, T, F],
    [2, 2, 8, 1, 0, 5, 5, 4, 3],
)
ONE_EACH = panel([3, 8, 3, 8], [T, T, F, F], [F, T, T, F], [1, 1, 0, 0])
NO_ACCESS_BEFORE = panel([8, 3, 8, 9], [T, F, F, T], [F, T, T, F])


def rows(columns, *values, index=None):
    """Return the text of a table made of rows."""
    return f"pd.DataFrame({list(values)}, columns={columns}{labelled(index)})"


def days(*values, index=None):
    """Return the text of a table as task 3 takes it."""
    table = rows(["customer_id", "day"], *values, index=index)
    return f'{table}.assign(day=lambda t: pd.to_datetime(t["day"]))'


# Ids in no order, several starts, one who never came, a leap day, a gap and a return, two visits on one day.
STARTS = days(
    [907, "2024-02-27"],
    [12, "2024-02-01"],
    [44, "2024-03-28"],
    [907, "2024-02-10"],
    [3, "2024-03-31"],
    [512, "2024-02-27"],
    [12, "2024-03-15"],
    [70, "2024-04-02"],
    index=[5, 5, 0, 1, 9, 9, 2, 3],
)
VISITS = days(
    [512, "2024-03-05"],
    [907, "2024-02-09"],
    [907, "2024-03-01"],
    [44, "2024-04-04"],
    [12, "2024-02-08"],
    [12, "2024-02-08"],
    [12, "2024-03-31"],
    [8, "2024-03-06"],
    [3, "2024-04-07"],
    [70, "2024-04-02"],
    [3, "2024-03-30"],
    [512, "2024-04-10"],
    [70, "2024-04-20"],
    [44, "2024-03-28"],
    [907, "2024-04-09"],
    index=[0, 0, 4, 4, 1, 2, 3, 7, 7, 5, 9, 8, 6, 6, 2],
)
APRIL = 'pd.Timestamp("2024-04-10")'
NO_VISITS = f'{VISITS}.query("customer_id < 0")'


def activity(*values, index=None):
    """Return the text of a table as task 4 takes it."""
    return rows(["customer_id", "action", "count"], *values, index=index)


# Several rows of one person, ties, ids in no order, other actions, people who left, labels that repeat.
BUSY = activity(
    [61, "comment", 4],
    [7, "post", 2],
    [300, "event", 90],
    [18, "post", 11],
    [61, "post", 3],
    [999, "comment", 40],
    [7, "comment", 5],
    [18, "visit", 50],
    [2, "post", 1],
    [61, "lesson", 6],
    [45, "comment", 7],
    [61, "comment", 1],
    index=[3, 3, 0, 9, 2, 2, 1, 5, 5, 8, 7, 0],
)
BELONG = "[45, 300, 2, 61, 18, 7, 81, 4, 150, 33]"
FOUR = "[18, 45, 7, 2]"
ONLY_VISITS = activity([18, "visit", 3], [45, "event", 1], [999, "post", 5], index=[1, 1, 0])


def moments(*values, index=None):
    """Return the text of a table as task 5 takes it."""
    table = rows(["question", "who", "at"], *values, index=index)
    return f'{table}.assign(at=lambda t: pd.to_datetime(t["at"]))'


# Equal times, several questions of one person, own replies only, answers on the minute, late and never.
QUESTIONS = moments(
    [80, 5, "2025-02-27 23:30"],
    [12, 5, "2025-02-27 23:30"],
    [31, 9, "2025-02-28 08:00"],
    [2, 77, "2025-02-28 11:45"],
    [55, 9, "2025-03-01 09:00"],
    [40, 14, "2025-03-01 10:00"],
    [7, 5, "2025-02-26 12:00"],
    [63, 1, "2025-02-28 10:00"],
    index=[4, 4, 0, 1, 1, 9, 2, 3],
)
REPLIES = moments(
    [12, 9, "2025-02-28 02:00"],
    [80, 5, "2025-02-27 23:45"],
    [40, 77, "2025-03-01 10:05"],
    [31, 14, "2025-02-28 10:31"],
    [31, 14, "2025-02-28 10:30"],
    [12, 1, "2025-02-27 23:31"],
    [2, 77, "2025-02-28 12:00"],
    [2, 5, "2025-03-01 11:45"],
    [500, 9, "2025-02-28 09:00"],
    [55, 5, "2025-03-01 11:00"],
    [63, 14, "2025-03-02 10:00"],
    [12, 9, "2025-02-28 02:30"],
    [7, 5, "2025-02-26 12:01"],
    index=[1, 1, 0, 5, 5, 2, 3, 8, 9, 7, 7, 6, 4],
)
MARCH = 'pd.Timestamp("2025-03-01 11:30")'
NO_REPLIES = f'{REPLIES}.query("question < 0")'

TASKS = [
    task(
        "07-q1",
        points=5,
        names="beside_the_nearest",
        tol=1e-9,
        examples={
            "beside_the_nearest(eleven, 4)": "-1 / 24",
            "beside_the_nearest(eleven, 0)": "0.5",
            "beside_the_nearest(eleven, 1)": "-1 / 18",
            "beside_the_nearest(three, 1)": "0.5",
            "beside_the_nearest(eleven[~eleven['joined']], 9)": NAN,
            "beside_the_nearest(eleven[eleven['joined']], 9)": NAN,
            "beside_the_nearest(three, 0)": NAN,
        },
        hidden=[
            f"beside_the_nearest({CROWD}, 0)",
            f"beside_the_nearest({CROWD}, 1)",
            "beside_the_nearest(eleven, 3.5)",
            f"beside_the_nearest({ONE_OTHER}, 5.5)",
            f"beside_the_nearest({CROWD}, 2)",
            f"beside_the_nearest({CROWD}, 3)",
            f"beside_the_nearest({CROWD}, 14)",
            f"beside_the_nearest({CROWD}[::-1], 100)",
            f"beside_the_nearest({ALL_JOINED}, 5)",
            f"beside_the_nearest({NOBODY_JOINED}, 5)",
            f"beside_the_nearest({ONE_OTHER}, 3)",
            f"beside_the_nearest({ONE_OTHER}, 6)",
            f"beside_the_nearest({WITH_MORE}, 2)",
            f"beside_the_nearest({TWINS}, 1.5)",
            "[beside_the_nearest(my_people, reach) for reach in (0, 1, 5)]",
        ],
        slips=[
            slip(
                """
                def beside_the_nearest(people, reach):
                    joined = people["joined"]
                    return people.loc[joined, "stayed"].mean() - people.loc[~joined, "stayed"].mean()
                """,
                name="as they are",
                says="This compares all members with all others. Put each member beside the nearest.",
            ),
            slip(
                "away == away.min()",
                "away <= reach",
                says="This takes all others within reach. Take the nearest of them only.",
            ),
            slip(
                "nearest.mean()",
                "float(nearest.iloc[0])",
                says="Several others can be equally near: take the share who stayed of all of them.",
            ),
            slip(
                "if away.min() <= reach:",
                "if away.min() < reach:",
                says="Others who are exactly `reach` days away are within reach.",
            ),
            slip(
                "if away.min() <= reach:",
                "if len(others):",
                says="A member whose nearest others are more than `reach` days away is left out.",
            ),
            slip(
                "differences) / len(differences)",
                "differences) / len(members)",
                says="Members who are left out do not count in the mean either.",
            ),
            slip(
                "member.stayed - nearest.mean()",
                "nearest.mean() - member.stayed",
                says="The difference is the member's own minus that of the others.",
            ),
            slip(
                'people[people["joined"]], people[~people["joined"]]',
                'people[people["joined"]], people',
                says="The nearest are looked for among those who did not join only.",
            ),
            slip(
                'people[people["joined"]], people[~people["joined"]]',
                'people[~people["joined"]], people[people["joined"]]',
                says="This puts each of the others beside members. Go through the members.",
            ),
            slip(
                'others["busy_days"] - member.busy_days).abs()',
                'member.busy_days - others["busy_days"]).where(lambda gap: gap >= 0)',
                says="The nearest can have more busy days than the member: take the distance on both sides.",
            ),
            slip(
                "member.stayed - nearest.mean()",
                'member.stayed - nearest.groupby(others["busy_days"]).mean().mean()',
                name="both sides alike",
                says="All the nearest count alike, each person once, whichever side they are on.",
            ),
            slip(
                'if differences else float("nan")',
                "if differences else 0.0",
                says="When no member remains, the difference is not 0: it is not known.",
            ),
        ],
        also=[
            form(
                "a table of all pairs",
                """
                def beside_the_nearest(people, reach):
                    members = people[people["joined"]].reset_index(drop=True).reset_index()
                    pairs = members.merge(people[~people["joined"]], how="cross", suffixes=("", "_other"))
                    pairs["away"] = (pairs["busy_days"] - pairs["busy_days_other"]).abs()
                    nearest = pairs["away"] == pairs.groupby("index")["away"].transform("min")
                    kept = pairs[nearest & (pairs["away"] <= reach)]
                    beside = kept.groupby("index")["stayed_other"].mean()
                    return (members.set_index("index")["stayed"].loc[beside.index] - beside).mean()
                """,
            ),
            form(
                "numpy",
                """
                import numpy as np

                def beside_the_nearest(people, reach):
                    joined = people["joined"].to_numpy()
                    busy, stayed = people["busy_days"].to_numpy(), people["stayed"].to_numpy(float)
                    if joined.all() or not joined.any():
                        return np.nan
                    away = np.abs(busy[joined][:, None] - busy[~joined][None, :])
                    least = away.min(axis=1)
                    near = (away == least[:, None]) & (least <= reach)[:, None]
                    used = near.any(axis=1)
                    if not used.any():
                        return np.nan
                    beside = (near[used] * stayed[~joined]).sum(axis=1) / near[used].sum(axis=1)
                    return (stayed[joined][used] - beside).mean()
                """,
            ),
            form(
                "plain Python",
                """
                def beside_the_nearest(people, reach):
                    rows = people[["busy_days", "joined", "stayed"]].values.tolist()
                    others = [(busy, stayed) for busy, joined, stayed in rows if not joined]
                    total = used = 0
                    for busy, joined, stayed in rows:
                        if not joined or not others:
                            continue
                        least = min(abs(busy - each) for each, _ in others)
                        if least > reach:
                            continue
                        near = [kept for each, kept in others if abs(busy - each) == least]
                        total, used = total + stayed - sum(near) / len(near), used + 1
                    return total / used if used else float("nan")
                """,
            ),
        ],
        right="What is left after this is the effect, if busy days tell all that made people join.",
        survivors={
            "beside_the_nearest(arguments sorted)": NO_ORDER,
            "beside_the_nearest(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "07-q2",
        points=3,
        names="moved_apart",
        tol=1e-9,
        examples={
            "moved_apart(small, 4)": "2 / 7",
            "moved_apart(small, 3)": "0.1",
            "moved_apart(small, 2)": "0.75",
            "moved_apart(small, 9)": NAN,
            "moved_apart(small[small['access']], 3)": NAN,
            "moved_apart(small, 1)": NAN,
        },
        hidden=[
            f"moved_apart({YEARS}, 5)",
            f"moved_apart({YEARS}, 2)",
            f"moved_apart({YEARS}, 7)",
            f"moved_apart({YEARS}[::-1], 14)",
            f"moved_apart({YEARS}, 15)",
            f"moved_apart({BELOW}, 0)",
            f"moved_apart({BELOW}, 3)",
            f"moved_apart({ONE_EACH}, 8)",
            f"moved_apart({ONE_EACH}, 4)",
            f"moved_apart({NO_ACCESS_BEFORE}, 8)",
            "moved_apart(my_panel, 13)",
            "moved_apart(earlier, 7)",
        ],
        slips=[
            slip(
                "return change_with - (share(~access & after) - share(~access & ~after))",
                "return change_with",
                says="This is the change of those with access only. Take off the change of those without.",
            ),
            slip(
                "return change_with - (share(~access & after) - share(~access & ~after))",
                "return share(access & after) - share(~access & after)",
                says="This compares the groups after only. They may have differed before as well.",
            ),
            slip(
                'panel["month"] >= since',
                'panel["month"] > since',
                says="The month `since` itself is the first one after.",
            ),
            slip(
                "return change_with - (share(~access & after) - share(~access & ~after))",
                "return share(~access & after) - share(~access & ~after) - change_with",
                says="It is the change with access minus the change without, not the other way round.",
            ),
            slip(
                'panel.loc[rows, "kept"].mean()',
                'panel[rows].groupby("month")["kept"].mean().mean()',
                name="months alike",
                says="This is the mean of the months' shares. Every row counts alike.",
            ),
            slip(
                "change_with - (",
                "change_with + (",
                says="Take the change of those without access off: it would have come anyway.",
            ),
            slip(
                'panel.loc[rows, "kept"].mean()',
                'panel.loc[rows, "kept"].sum()',
                says="These are counts. Take the share of the rows.",
            ),
            slip(
                'panel.loc[rows, "kept"].mean()',
                'panel.loc[rows, "kept"].sum() / max(len(panel[rows]), 1)',
                says="A group without rows has no share, so that the answer is not known.",
            ),
            slip(
                'after, access = panel["month"] >= since, panel["access"]',
                'panel = panel[panel["month"] > 0]\n    after, access = panel["month"] >= since,'
                ' panel["access"]',
                name="months from 1 on",
                says="Months of 0 and below are months like the others: they are before.",
                hidden_only=True,
            ),
            slip(
                'after, access = panel["month"] >= since, panel["access"]',
                'panel = panel[panel["month"] < since + 12]\n'
                '    after, access = panel["month"] >= since, panel["access"]',
                name="twelve months after",
                says="All months from since on are after, however many there are.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "a table of four means",
                """
                def moved_apart(panel, since):
                    groups = [panel["access"], panel["month"] >= since]
                    means = panel["kept"].astype(float).groupby(groups).mean().unstack()
                    means = means.reindex(index=[False, True], columns=[False, True])
                    change = means[True] - means[False]
                    return change[True] - change[False]
                """,
            ),
            form(
                "by the library",
                """
                def moved_apart(panel, since):
                    numbered = panel.assign(customer_id=range(len(panel)))
                    return effects.difference_in_differences(numbered, since)["effect"].item()
                """,
            ),
            form(
                "plain Python",
                """
                def moved_apart(panel, since):
                    four = {(True, True): [], (True, False): [], (False, True): [], (False, False): []}
                    for month, access, kept in zip(panel["month"], panel["access"], panel["kept"]):
                        four[bool(access), bool(month >= since)].append(kept)
                    if not all(four.values()):
                        return float("nan")
                    mean = {key: sum(values) / len(values) for key, values in four.items()}
                    with_it = mean[True, True] - mean[True, False]
                    return with_it - mean[False, True] + mean[False, False]
                """,
            ),
        ],
        right="It assumes that without the community both groups would have moved in parallel.",
        survivors={
            "moved_apart(arguments sorted)": NO_ORDER,
            "moved_apart(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "07-q3",
        points=5,
        names="came_back",
        tol=1e-9,
        examples={
            "came_back(begun, seen, 8, 8, end)": "0",
            "came_back(begun, seen, 0, None, end)": "1",
            "came_back(begun, seen, 21, None, end)": "1 / 2",
            "came_back(begun, seen, 7, 13, end)": "2 / 3",
            "came_back(begun, seen, 1, 7, end)": "1",
            "came_back(begun, seen, 0, 0, end)": "1 / 4",
            "came_back(begun, seen, 20, 24, end)": "1 / 2",
            "came_back(begun, seen, 7, None, end)": "2 / 3",
            "came_back(begun, seen, 7, 7, end)": "1 / 3",
            "came_back(begun, seen, 1, 6, end)": "3 / 4",
            "came_back(begun, seen, 1, 40, end)": NAN,
            "came_back(begun, seen[:0], 1, 6, end)": "0",
        },
        hidden=[
            f"came_back({STARTS}, {VISITS}, 0, 0, {APRIL})",
            f"came_back({STARTS}, {VISITS}, 7, 7, {APRIL})",
            f"came_back({STARTS}, {VISITS}, 1, 7, {APRIL})",
            f"came_back({STARTS}, {VISITS}, 8, 20, {APRIL})",
            f"came_back({STARTS}, {VISITS}, 9, 12, {APRIL})",
            f"came_back({STARTS}, {VISITS}, 8, None, {APRIL})",
            f"came_back({STARTS}, {VISITS}, 0, None, {APRIL})",
            f"came_back({STARTS}, {VISITS}, 42, None, {APRIL})",
            f"came_back({STARTS}, {VISITS}, 59, None, {APRIL})",
            f"came_back({STARTS}, {VISITS}, 68, 68, {APRIL})",
            f"came_back({STARTS}, {VISITS}, 69, None, {APRIL})",
            f"came_back({STARTS}, {NO_VISITS}, 1, 7, {APRIL})",
            f"came_back({STARTS}, {VISITS}.query(\"day < '2024-03-05'\"), 1, 20, {APRIL})",
            f"came_back({STARTS}[::-1], {VISITS}[::-1], 20, 59, {APRIL})",
            "[came_back(my_starts, my_visits, *span, club.end) for span in spans.values()]",
            "came_back(my_starts, my_visits, 1, None, pd.Timestamp('2024-11-10'))",
        ],
        slips=[
            slip(
                "judged = begun[begun + pd.Timedelta(days=over) < until]",
                "judged = begun",
                says="People whose last day is not over cannot be judged: leave them out.",
            ),
            slip(
                "begun + pd.Timedelta(days=over) < until",
                "begun + pd.Timedelta(days=over) <= until",
                says="The date `until` was not observed: the last day has to lie before it.",
            ),
            slip(
                '["day"].min()',
                '["day"].max()',
                says="Somebody with several starts began on the earliest of them.",
            ),
            slip(
                "    if not len(judged):",
                '    judged = judged[judged.index.isin(visits["customer_id"])]\n    if not len(judged):',
                name="of those with visits",
                says="People without any visit belong to those who can be judged.",
            ),
            slip(
                'seen = visits[visits["day"] < until]',
                "seen = visits",
                says="Visits from `until` on were not observed, and do not count.",
            ),
            slip(
                "(day >= first)",
                "(day > first)",
                says="The day `first` itself belongs to the span.",
            ),
            slip(
                "day <= last)",
                "day < last)",
                says="The day `last` itself belongs to the span.",
            ),
            slip(
                '"customer_id"].nunique() / len(judged)',
                '"customer_id"].count() / len(judged)',
                says="This counts visits. Count each person once.",
            ),
            slip(
                "(last is None or day <= last)",
                "(day <= over)",
                name="None as the first day",
                says="When `last` is None, any day from `first` on will do.",
            ),
            slip(
                "(day >= first) & (last is None or day <= last)",
                "(day >= 0) & (last is None or day <= last)",
                says="Only visits from the day `first` on count.",
            ),
            slip(
                ").dt.days\n    came = (day >= first)",
                ").dt.days + 1\n    came = (day >= first)",
                name="the start as day 1",
                says="The day of the start is day 0.",
            ),
            slip(
                'return float("nan")',
                "return 0.0",
                says="When nobody can be judged, the share is not 0: it is not known.",
            ),
            slip(
                "over = first if last is None else last",
                "over = first",
                says="A person can be judged when their day `last` is over, not only their day `first`.",
            ),
            slip(
                "last is None or day <= last",
                "not last or day <= last",
                says="A last of 0 is a day, and not None.",
            ),
            slip(
                "].nunique() / len(judged)",
                '].nunique() / starts["customer_id"].isin(judged.index).sum()',
                says="Divide by people: somebody with two rows in starts is one person.",
            ),
            slip(
                "(day >= first) & (last is None or day <= last)",
                "(day >= first) & (day <= (first + 30 if last is None else last))",
                says="With None, any later day will do, however late.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "one person at a time",
                """
                def came_back(starts, visits, first, last, until):
                    judged = back = 0
                    for person, mine in starts.groupby("customer_id"):
                        start = mine["day"].min()
                        if start + pd.Timedelta(days=first if last is None else last) >= until:
                            continue
                        judged += 1
                        for day in visits.loc[visits["customer_id"] == person, "day"]:
                            since = (day - start).days
                            if day < until and since >= first and (last is None or since <= last):
                                back += 1
                                break
                    return back / judged if judged else float("nan")
                """,
            ),
            form(
                "a merge",
                """
                def came_back(starts, visits, first, last, until):
                    start = starts.sort_values("day").drop_duplicates("customer_id")
                    age = (until - start["day"]).dt.days
                    start = start[age > (first if last is None else last)]
                    both = start.merge(visits, on="customer_id", suffixes=("_0", ""))
                    since = (both["day"] - both["day_0"]).dt.days
                    fits = since.between(first, float("inf") if last is None else last)
                    back = both[fits & (both["day"] < until)]["customer_id"].unique()
                    return start["customer_id"].isin(back).mean()
                """,
            ),
            form(
                "by the library",
                """
                def came_back(starts, visits, first, last, until):
                    seen = visits[visits["day"] < until]
                    begun = starts[starts["day"] < until]
                    kind, days = ("unbounded", first) if last is None else ("bracket", (first, last))
                    found = community.day_retention(begun, seen, [days], kind, until=until)
                    return found["retention"].item()
                """,
            ),
        ],
        right="Whoever quotes a day-30 retention has to say which of the three it is.",
        survivors={
            "came_back(arguments index reset)": NO_LABELS,
            "came_back(arguments sorted)": NO_ORDER,
            "came_back(arguments without duplicates)": "each person counts once, however many rows they have",
        },
    ),
    task(
        "07-q4",
        points=4,
        names="top_share",
        tol=1e-9,
        examples={
            "top_share(done, everybody, 0.5)": "0.875",
            "top_share(done, everybody, 1)": "1",
            "top_share(done, everybody, 0.3)": "0.625",
            "top_share(done, everybody, 0)": "0",
            "top_share(done, everybody, 0.2)": "0.5",
            "top_share(done, ['Cy', 'Eli'], 0.5)": NAN,
        },
        hidden=[
            f"top_share({BUSY}, {BELONG}, 0.01)",
            f"top_share({BUSY}, {BELONG}, 0.1)",
            f"top_share({BUSY}, {BELONG}, 0.25)",
            f"top_share({BUSY}, {BELONG}, 0.37)",
            f"top_share({BUSY}, {BELONG}, 0.98)",
            f"top_share({BUSY}, {BELONG}, 1)",
            f"top_share({BUSY}[::-1], {FOUR}, 0.5)",
            f"top_share({BUSY}, {FOUR}, 0.9)",
            f"top_share({BUSY}, [61], 0.5)",
            f"top_share({BUSY}, [33], 0.5)",
            *(f"top_share({ONLY_VISITS}, {FOUR}, {part})" for part in (0.5, 0, 1)),
            f"top_share({BUSY}.iloc[[0, 0, 3, 4, 8, 8, 10]], {BELONG}, 0.15)",
            f"top_share({BUSY}.replace({{'visit': 'post_seen', 'lesson': 'comment_read'}}), {BELONG}, 0.1)",
            f"top_share({BUSY}, [], 0.5)",
            "[top_share(club.activity, with_access, part) for part in (0.01, 0.1, 0.5)]",
        ],
        slips=[
            slip(
                '["count"].sum()',
                '["count"].size()',
                says="A row can stand for several contributions: sum the column count.",
            ),
            slip(
                ".reindex(people, fill_value=0)",
                "",
                says="All in `people` belong to it, also those who gave nothing, and nobody else does.",
            ),
            slip(
                ".reindex(people, fill_value=0)",
                ".loc[lambda c: c.index.isin(people)]",
                name="only those who gave something",
                says="Those without any contribution belong to the people of whom you take a part.",
            ),
            slip(
                'activity["action"].isin(["post", "comment"])',
                'activity["action"] != ""',
                says="Only posts and comments are contributions. This counts every action.",
            ),
            slip(
                'activity["action"].isin(["post", "comment"])',
                'activity["action"] == "post"',
                says="Comments are contributions, too.",
            ),
            slip(
                "sum(counts[:whole]) + border) / sum(counts)",
                "sum(counts[:whole])) / sum(counts)",
                says="The person on the border counts in proportion. Here they do not count at all.",
            ),
            slip(
                "(part * len(counts) - whole)",
                "(part * len(counts) > whole)",
                says="The person on the border counts in proportion, and not whole.",
            ),
            slip(
                "whole = int(part * len(counts))",
                "whole = max(round(part * len(counts)), 1)",
                says="Do not round the number of people: the one on the border counts in proportion.",
            ),
            slip(
                "reverse=True",
                "reverse=False",
                says="This is the share of the least active. Sort from the largest down.",
            ),
            slip(
                "(sum(counts[:whole]) + border) / sum(counts) if",
                "(sum(counts[:whole]) + border) if",
                says="This is a number of contributions. Divide by those of all the people.",
            ),
            slip(
                "border) / sum(counts) if",
                'border) / given["count"].sum() if',
                says="Contributions of anybody who is not in `people` do not count at all.",
            ),
            slip(
                'if sum(counts) else float("nan")',
                "if sum(counts) else 0.0",
                says="When nobody contributed, there is nothing to take a share of.",
            ),
            slip(
                'given = activity[activity["action"].isin(["post", "comment"])]',
                'given = activity[activity["action"].isin(["post", "comment"])].drop_duplicates()',
                name="equal rows dropped",
                says="Two rows that look the same are two rows, and both count.",
                hidden_only=True,
            ),
            slip(
                'given = activity[activity["action"].isin(["post", "comment"])]',
                'given = activity[activity["action"].isin(["post",'
                ' "comment"])].drop_duplicates(["customer_id", "action"])',
                name="one row per action",
                says="Somebody may have several rows of one action: add them all up.",
                hidden_only=True,
            ),
            slip(
                'activity["action"].isin(["post", "comment"])',
                'activity["action"].str.contains("post|comment")',
                name="names that contain it",
                says="Only the actions that are exactly post or comment count.",
                hidden_only=True,
            ),
            slip(
                'activity["action"].isin(["post", "comment"])',
                '~activity["action"].isin(["visit", "event"])',
                name="all but two actions",
                says="Only post and comment count, whatever other actions there are.",
                hidden_only=True,
            ),
            slip(
                "* (part * len(counts) - whole)",
                "* part",
                says="Of the person on the border, what is left of the number of people counts: 1.5 people"
                " leave 0.5.",
            ),
        ],
        also=[
            form(
                "numpy's interpolation",
                """
                import numpy as np

                def top_share(activity, people, part):
                    given = activity[activity["action"].isin({"post", "comment"})]
                    per = given.groupby("customer_id")["count"].sum()
                    counts = np.array([per.get(each, 0) for each in people], dtype=float)
                    if counts.sum() == 0:
                        return np.nan
                    carried = np.append(0, np.sort(counts)[::-1].cumsum())
                    return np.interp(part * len(counts), np.arange(len(carried)), carried) / carried[-1]
                """,
            ),
            form(
                "plain Python",
                """
                def top_share(activity, people, part):
                    counts = dict.fromkeys(people, 0)
                    rows = zip(activity["customer_id"], activity["action"], activity["count"])
                    for who, action, count in rows:
                        if who in counts and action in ("post", "comment"):
                            counts[who] += count
                    left, top = part * len(counts), 0.0
                    for count in sorted(counts.values(), reverse=True):
                        top += count * min(max(left, 0), 1)
                        left -= 1
                    return top / sum(counts.values()) if sum(counts.values()) else float("nan")
                """,
            ),
            form(
                "by the library",
                """
                def top_share(activity, people, part):
                    known = activity[activity["customer_id"].isin(people)]
                    per = known[known["action"].isin(["post", "comment"])]
                    per = per.groupby("customer_id")["count"].sum().reindex(people).fillna(0)
                    if not per.sum():
                        return float("nan")
                    return community.participation(per, [part, 1 - part])["share"].iloc[0]
                """,
            ),
        ],
        right="The silent ones are in it: without them, every community looks more equal than it is.",
        survivors={
            "top_share(arguments index reset)": NO_LABELS,
            "top_share(arguments sorted)": NO_ORDER,
        },
    ),
    task(
        "07-q5",
        points=4,
        names="in_time",
        tol=1e-9,
        examples={
            "in_time(asked, told, 4, noon)": "1 / 4",
            "in_time(asked, told, 6, noon)": "1 / 2",
            "in_time(asked, told, 100, noon)": NAN,
            "in_time(asked, told, 24, noon)": "2 / 3",
            "in_time(asked, told[:0], 24, noon)": "0",
        },
        hidden=[
            f"in_time({QUESTIONS}, {REPLIES}, 2.5, {MARCH})",
            f"in_time({QUESTIONS}, {REPLIES}, 1.5, {MARCH})",
            f"in_time({QUESTIONS}, {REPLIES}, 0.25, {MARCH})",
            f"in_time({QUESTIONS}, {REPLIES}, 24, {MARCH})",
            f"in_time({QUESTIONS}, {REPLIES}, 24, pd.Timestamp('2025-03-05'))",
            f"in_time({QUESTIONS}, {REPLIES}, 48, pd.Timestamp('2025-03-05'))",
            f"in_time({QUESTIONS}, {REPLIES}, 80, {MARCH})",
            f"in_time({QUESTIONS}, {NO_REPLIES}, 2.5, {MARCH})",
            f"in_time({QUESTIONS}, {REPLIES}.query('question != 55'), 1, {MARCH})",
            f"in_time({QUESTIONS}.assign(text='?'), {REPLIES}.assign(text='!'), 2.5, {MARCH})",
            f"in_time({QUESTIONS}[::-1], {REPLIES}[::-1], 3, {MARCH})",
            "[in_time(my_questions, my_replies, h, pd.Timestamp('2026-01-01')) for h in (2, 8, 24)]",
            "in_time(my_questions, my_replies, 36, pd.Timestamp('2025-12-12'))",
        ],
        slips=[
            slip(
                'pairs[pairs["who_asked"] != pairs["who_reply"]]',
                "pairs",
                says="A reply by the person who asked is no answer.",
            ),
            slip(
                'old = questions[questions["at"] + limit <= now]',
                "old = questions",
                says="A question that is younger than so many hours cannot be judged: leave it out.",
            ),
            slip(
                'questions["at"] + limit <= now',
                'questions["at"] + limit < now',
                says="A question that is exactly so many hours old can be judged.",
            ),
            slip(
                'answers["at_reply"] - answers["at_asked"] <= limit',
                'answers["at_reply"] - answers["at_asked"] < limit',
                says="An answer exactly so many hours later is in time.",
            ),
            slip(
                "nunique() / len(old)",
                'nunique() / answers["question"].nunique()',
                name="of the answered questions",
                says="Questions that are still open belong to those that can be judged.",
            ),
            slip(
                "nunique() / len(old)",
                "count() / len(old)",
                says="This counts answers. Count each question once.",
            ),
            slip(
                "nunique() / len(old)",
                "nunique() / len(questions)",
                says="The younger questions are left out on both sides of the share.",
            ),
            slip(
                "soon = ",
                "soon = answers.index >= 0  # ",
                name="answered at any time",
                says="An answer counts only if it came within `hours` after the question.",
            ),
            slip(
                'if len(old) else float("nan")',
                "if len(old) else 0.0",
                says="When no question can be judged, the share is not 0: it is not known.",
            ),
            slip(
                'old = questions[questions["at"] + limit <= now]',
                'old = questions[(questions["at"] + limit <= now) | questions["question"].isin('
                'replies["question"])]',
                name="young but answered",
                says="Leave the young questions out also when they have an answer.",
            ),
            slip(
                'answers = pairs[pairs["who_asked"] != pairs["who_reply"]]',
                'answers = pairs.sort_values("at_reply").drop_duplicates("question")\n'
                '    answers = answers[answers["who_asked"] != answers["who_reply"]]',
                name="an own reply hides the answer",
                says="A reply of the person who asked does not hide the answer that comes after it.",
            ),
            slip(
                'answers = pairs[pairs["who_asked"] != pairs["who_reply"]]',
                'answers = pairs[pairs["who_asked"] != pairs["who_reply"]]\n'
                '    answers = answers.sort_values("at_reply").drop_duplicates("question", keep="last")',
                name="the last answer",
                says="The first answer decides, and not the last one.",
                hidden_only=True,
            ),
        ],
        also=[
            form(
                "first answers",
                """
                def in_time(questions, replies, hours, now):
                    old = questions[(now - questions["at"]) >= pd.Timedelta(hours=hours)]
                    if old.empty:
                        return float("nan")
                    asker = questions.set_index("question")["who"]
                    others = replies[replies["who"] != replies["question"].map(asker)]
                    first = others.groupby("question")["at"].min().reindex(old["question"]).to_numpy()
                    return ((first - old["at"].to_numpy()) <= pd.Timedelta(hours=hours)).mean()
                """,
            ),
            form(
                "one question at a time",
                """
                def in_time(questions, replies, hours, now):
                    limit, judged, good = pd.Timedelta(hours=hours), 0, 0
                    for _, asked in questions.iterrows():
                        if now - asked["at"] < limit:
                            continue
                        judged += 1
                        mine = replies[replies["question"] == asked["question"]]
                        mine = mine[mine["who"] != asked["who"]]
                        good += bool((mine["at"] <= asked["at"] + limit).any())
                    return good / judged if judged else float("nan")
                """,
            ),
        ],
        right="A promise of an answer is kept or broken by the questions that nobody answers.",
        survivors={
            "in_time(arguments sorted)": NO_ORDER,
            "in_time(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "07-q6",
        points=3,
        names=("less_churn", "quoted", "needed", "half"),
        rel=0.002,
        examples={
            "less_churn(0.8, 0.6)": "0.5",
            "less_churn(0.75, 0.5)": "0.5",
            "less_churn(0.5, 0.75)": "-1",
            "less_churn(1, 0.5)": "1",
            "less_churn(0.5, 0.5)": "0",
            "less_churn(0.5, 0)": "0.5",
            "less_churn(0.5, 1)": NAN,
            "less_churn(1, 1)": NAN,
        },
        form={"quoted": "0.45", "needed": "0.35", "half": "0.25"},
        hidden=[
            "less_churn(0.95, 0.3)",
            "less_churn(0.9, 0.97)",
            "less_churn(0.997, 0.83)",
            "less_churn(0, 0.4)",
            "less_churn(0.41, 0)",
            "less_churn(0.2, 1.0)",
            "quoted",
            "needed",
            "half",
        ],
        slips=[
            slip(
                "quoted = less_churn(0.9, 0.3)",
                "quoted = 0.7",
                hidden_only=True,
                says="This is what the guide says. What do 10% and 70% give?",
            ),
            slip(
                "quoted = less_churn(0.9, 0.3)",
                "quoted = 0.6",
                hidden_only=True,
                says="These are 60 points. As a share of the others' churn it is another number.",
            ),
            slip(
                "needed = 1 - 0.1 / 0.3",
                "needed = 0.1 / 0.3",
                hidden_only=True,
                says="This is the churn of the others. Their retention is 1 minus it.",
            ),
            slip(
                "needed = 1 - 0.1 / 0.3",
                "needed = 1 - 0.3 * 0.7",
                hidden_only=True,
                says="Here the others keep 30%. The question is what they keep when members keep 90%.",
            ),
            slip(
                "needed = 1 - 0.1 / 0.3",
                "needed = 1 - 0.1 / 0.7",
                hidden_only=True,
                says="70% lower means that 30% remain: members lose 30% of what the others lose.",
            ),
            slip(
                "half = less_churn(0.9, 0.6)",
                "half = less_churn(0.9, 0.3) / 2",
                hidden_only=True,
                says="Half of the points is not half of the share: the base changes, too.",
            ),
            slip(
                "1 - (1 - kept) / (1 - kept_others) if",
                "(1 - kept) / (1 - kept_others) if",
                says="This is the share of the churn that remains. Take it off 1.",
            ),
            slip(
                "1 - (1 - kept) / (1 - kept_others) if",
                "kept - kept_others if",
                says="This is the difference in points. By which share of the others' churn is it lower?",
            ),
            slip(
                "1 - (1 - kept) / (1 - kept_others) if",
                "kept / kept_others - 1 if",
                says="This compares the shares who stay. Compare the shares who leave.",
            ),
            slip(
                "1 - (1 - kept) / (1 - kept_others) if",
                "1 - (1 - kept_others) / (1 - kept) if",
                says="The others' churn is the base: divide by it.",
            ),
            slip(
                "1 - (1 - kept) / (1 - kept_others) if",
                "100 * (1 - (1 - kept) / (1 - kept_others)) if",
                says="A share is a fraction, not a percent.",
            ),
            slip(
                'float("nan")',
                "0.0",
                says="When nobody of the others leaves, there is no churn that could be lower.",
            ),
            slip(
                ' if kept_others < 1 else float("nan")',
                "",
                name="no case without churn",
                says="When nobody of the others leaves, there is nothing to divide by: that is NaN.",
            ),
            slip(
                "1 - (1 - kept) / (1 - kept_others) if",
                "max(0, 1 - (1 - kept) / (1 - kept_others)) if",
                says="Where the first lose more, the result is negative.",
            ),
            slip(
                "quoted = less_churn(0.9, 0.3)",
                "quoted = 1 - 0.3 / 0.9",
                says="This compares the shares who stay. The question is about those who leave.",
                hidden_only=True,
            ),
            slip(
                "quoted = less_churn(0.9, 0.3)",
                "quoted = less_churn(0.9, 0.6)",
                says="In the quote, the others keep 30%.",
                hidden_only=True,
            ),
            slip(
                "needed = 1 - 0.1 / 0.3",
                "needed = 0.3",
                says="With others who keep 30%, the churn is lower by more than 70%.",
                hidden_only=True,
            ),
            slip(
                "needed = 1 - 0.1 / 0.3",
                "needed = 0.27",
                says="Turn the retention of the members into a churn first: 10%.",
                hidden_only=True,
            ),
            slip(
                "needed = 1 - 0.1 / 0.3",
                "needed = 0.97",
                says="The members have the lower churn: theirs is 30% of that of the others.",
                hidden_only=True,
            ),
            slip(
                "needed = 1 - 0.1 / 0.3",
                "needed = 0.83",
                says="Lower by 70% is not the same as 70% more the other way: the members lose 30% of what"
                " the others lose.",
                hidden_only=True,
            ),
            slip(
                "half = less_churn(0.9, 0.6)",
                "half = 1 - 0.6 / 0.9",
                says="This compares the shares who stay. The question is about those who leave.",
                hidden_only=True,
                name="half of retention",
            ),
            slip(
                "return 1 - (1 - kept) / (1 - kept_others) if",
                "return (1 - kept_others) / (1 - kept) - 1 if",
                says="Divide by the churn of the others: it is their churn that is lowered.",
            ),
        ],
        also=[
            form(
                "three digits",
                """
                def less_churn(kept, kept_others):
                    if kept_others == 1:
                        return float("nan")
                    return (kept - kept_others) / (1 - kept_others)

                quoted = 0.857
                needed = 0.667
                half = 0.75
                """,
            ),
            form(
                "churns by name",
                """
                import numpy as np

                def less_churn(kept, kept_others):
                    churn, base = 1 - kept, 1 - kept_others
                    return np.nan if base == 0 else (base - churn) / base

                quoted, half = 6 / 7, 3 / 4
                needed = np.float64(2) / 3
                """,
            ),
        ],
        right="The 30% and the 70% of the line belong to different groups of others, and it names neither.",
    ),
]
