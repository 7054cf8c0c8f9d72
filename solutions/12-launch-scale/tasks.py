"""The computing tasks of module 12: examples, hidden cases, slips and other right answers."""

from ecotools.grading.authoring.tasks import form, slip, task

NAN = 'float("nan")'
NO_ORDER = "the order of the rows has no meaning here"
NO_RUNS = "the mean of no runs is NaN already"
NO_MONEY = "a month without rows changes neither the lowest balance nor what comes after the last loss"
NO_LABELS = "the row labels have no meaning here"


def day(text):
    """Return the text of a date."""
    return f'pd.Timestamp("{text}")'


def dates(*texts):
    """Return the text of a list of dates."""
    return f"[{', '.join(map(day, texts))}]"


# Twice the same, on a weekend, before the start, after the end, in other years, a fortnight without a break.
HOLIDAYS = dates(
    *["2027-12-24", "2027-12-27", "2027-12-24", "2028-01-01", "2026-12-23", "2027-12-28", "2027-12-29"],
    *["2027-12-30", "2027-12-31", "2027-12-26", "2028-02-29", "2029-02-28", "2027-01-04", "2028-01-03"],
)

# Names that contain each other or differ in their case only, names twice in a list, several starts and ends,
# two chains of the same length, one task alone, waiting for a task that is over long before.
MANY = (
    '{"ad": 3, "Ad": 9, "ads": 2, "a": 4, "d": 5, "b": 5, "c": 4, "last": 1, "alone": 2, "tail": 6, "x": 1}, '
    '{"ads": ["ad", "Ad", "ad"], "c": ["a", "ads"], "b": ["a"], "d": ["a"], "last": ["b", "d", "c", "a"],'
    ' "tail": ["ads"], "x": []}'
)
# Each task stands before those that it waits for; two diamonds, one after the other, with ways of one length.
BACKWARDS = (
    "{6: 1, 5: 7, 4: 7, 3: 2, 2: 3, 1: 3, 0: 5, 9: 4}, {6: [4, 5], 5: [3], 4: [3], 3: [1, 2], 2: [0], 1: [0],"
    " 9: [2, 0]}"
)
# The way with the most tasks is not the longest, and a short one joins it late.
BYPASS = (
    '{"a": 1, "b": 1, "c": 1, "d": 1, "long": 30, "e": 2, "side": 3, "end": 1}, {"b": ["a"], "c": ["b"],'
    ' "d": ["c"], "end": ["d", "long", "e"], "e": ["side", "a"], "side": ["b"]}'
)
# A chain that frees slack for one task and not for the one before it.
SHARED = '{"z": 20, "p": 2, "q": 3, "r": 4, "s": 1}, {"q": ["p"], "r": ["q"], "s": ["q"], "z": []}'
CHAIN = '{f"t{n}": n % 4 + 1 for n in range(14, -1, -1)}, {f"t{n}": [f"t{n - 1}"] for n in range(14, 0, -1)}'


def work(role, start, end, hours, index=None):
    """Return the text of a table of work."""
    labels = f", index={index}" if index else ""
    return (
        f'pd.DataFrame({{"role": {role}, "start": {start}, "end": {end}, "hours": {hours},'
        f' "note": [float("nan")] * {len(role)}}}{labels})'
    )


# Single days, several pieces of one role, the same row twice, work from week 2 on, across three weeks, with
# no hours, weeks that are exactly full, roles that are part of another's name.
BUSY = work(
    ["coach", "Coach", "co", "coach", "co", "co", "coach", "nobody", "Coach", "coach", "co", "idle"],
    [8, 6, 1, 15, 7, 7, 13, 30, 1, 13, 22, 5],
    [14, 21, 1, 15, 8, 8, 16, 30, 7, 16, 49, 5],
    [21, 64, 9.5, 30, 16, 16, 24, 0, 14, 24, 56, 3],
    [3, 3, 0, 9, 1, 2, 30, 7, 5, 4, 4, 3],
)
THERE = '{"coach": 33, "Coach": 22, "co": 14, "tester": 5, "nobody": 0}'
FULL = work(["a", "b", "a"], [1, 1, 8], [14, 7, 14], [40, 20, 0.5])
# Exactly full, though the sum of the two is a little above 0.3.
TENTHS = work(["a", "a"], [3, 4], [3, 4], [0.1, 0.2])
# Hours that no two decimals can say.
THIRDS = work(["a", "b", "a"], [1, 2, 5], [9, 8, 11], [100, 50, 50])
ONE_DAY = work(["a", "a"], [7, 8], [7, 8], [10, 10])

RUNS = (
    "[70.5, 41, 88, 41, 66, float('nan'), 59.25, 101, 66, 41, 66, 73, 0.5, float('nan'), 66, 47, 90, 62,"
    " 55, 84]"
)
LABELS = "[4, 4, 2, 19, 1, 0, 7, 7, 8, 20, 3, 5, 6, 11, 10, 9, 12, 13, 15, 14]"
HOSTILE = f"pd.Series({RUNS}, index={LABELS})"
# A sort that meets NaN leaves these out of order.
MIXED_UP = f"pd.Series([27, {NAN}, {NAN}, 21, 18, 6, 14, 4], index=[5, 4, 9, 4, 0, 1, 8, 2])"
NEVER = f"pd.Series([{NAN}, {NAN}])"
MOSTLY = f"pd.Series([12.0, {NAN}, 9.0, {NAN}, {NAN}], index=[7, 7, 7, 7, 7])"


def money(month, kind, amount, index=None):
    """Return the text of a table of money."""
    labels = f", index={index}" if index else ""
    kinds = [{"i": "in", "o": "out"}[letter] for letter in kind]
    return (
        f'pd.DataFrame({{"month": {month}, "kind": {kinds}, "amount": {amount},'
        f' "note": [float("nan")] * {len(kinds)}}}{labels})'
    )


# Several rows of a kind in a month, months without a row, the lowest balance twice, and money that comes and
# goes in one month.
WILD = money(
    [9, 2, 7, 2, 4, 9, 4, 2, 12, 7, 4, 9, 1],
    "oiooiioioiioo",
    [50, 30.5, 80, 200, 10, 60, 90, 30, 0, 80, 40, 10, 0],
    [3, 3, 0, 9, 1, 2, 30, 7, 5, 4, 4, 3, 1],
)
LATE = money([5, 3, 5, 3], "oioi", [100, 40, 20, 40])
TWICE = money([1, 2, 3, 4, 5, 6], "oioioi", [30, 30, 30, 30, 30, 40])
NEGATIVE = money([1, 1, 2, 2, 3, 3], "oioioi", [900, 100, 500, 400, 300, 300])
# More than two years, and the low point in the last of them.
LONG = money([40, 2, 31, 15, 3, 37, 26], "ioiooii", [3, 5, 2, 1, 20.5, 1, 6])
EARNS = money([3, 1, 2], "iii", [5, 0, 9])

TASKS = [
    task(
        "12-q1",
        points=3,
        names="date_of",
        examples={
            f"date_of({day('2026-03-06')}, 2, [5, 6], [{day('2026-03-09')}])": day("2026-03-10"),
            "date_of(friday, 2, [5, 6], easter)": day("2026-03-09"),
            "date_of(friday, 1, [5, 6], [])": day("2026-03-06"),
            f"date_of({day('2026-03-07')}, 6, [5, 3], [])": day("2026-03-15"),
            "date_of(friday, 3, [4, 0], [])": day("2026-03-10"),
            "date_of(friday, 9, [], [monday])": day("2026-03-15"),
            f"date_of({day('2026-04-02')}, 3, [5, 6], easter)": day("2026-04-08"),
            f"date_of({day('2026-03-07')}, 1, [5, 6], [monday])": day("2026-03-10"),
        },
        hidden=[
            f"date_of({day('2027-12-23')}, 1, [5, 6], {HOLIDAYS})",
            f"date_of({day('2027-12-23')}, 2, [5, 6], {HOLIDAYS})",
            f"date_of({day('2027-12-24')}, 1, [6, 5], {HOLIDAYS})",
            f"date_of({day('2027-12-24')}, 45, [6], {HOLIDAYS})",
            f"date_of({day('2027-12-26')}, 1, [], {HOLIDAYS})",
            f"date_of({day('2028-02-28')}, 2, [5, 6], {HOLIDAYS})",
            f"date_of({day('2027-02-28')}, 2, [], [])",
            f"date_of({day('2027-02-28')}, 300, [0, 1, 2, 3, 5, 6], {HOLIDAYS})",
            f"date_of({day('2026-01-01')}, 260, [4, 5], {HOLIDAYS}[::-1])",
            f"date_of({day('2026-01-05')}, 5, [6, 6, 5], [])",
        ],
        slips=[
            slip(
                """
                def date_of(start, day, weekend, holidays):
                    return start + pd.Timedelta(days=day - 1)
                """,
                name="calendar days",
                says="Only working days count: pass over the weekend and the holidays.",
            ),
            slip(
                "date, counted = start - pd.Timedelta(days=1), 0",
                "date, counted = start, 0",
                name="the day after the start",
                says="Working day 1 is `start` itself, when it is a working day.",
            ),
            slip(
                "date, counted = start - pd.Timedelta(days=1), 0",
                "date, counted = start, 1",
                name="the start always counts",
                says="`start` is working day 1 only if it is a working day. Here it is on a weekend.",
            ),
            slip(
                " and date not in holidays:",
                ":",
                name="holidays ignored",
                says="A holiday is not a working day.",
            ),
            slip(
                "date.weekday() not in weekend and ",
                "",
                name="weekends ignored",
                says="Only working days count: pass over the weekend and the holidays.",
            ),
            slip(
                "date.weekday() not in weekend",
                "date.weekday() not in [5, 6]",
                name="Saturday and Sunday always",
                says="Take the weekend that is given: it may be other days than Saturday and Sunday.",
            ),
            slip(
                "date.weekday() not in weekend",
                "date.isoweekday() not in weekend",
                name="Monday as 1",
                says="Monday is 0 and Sunday is 6: `weekday()` counts like this.",
            ),
            slip(
                """
                def date_of(start, day, weekend, holidays):
                    date, counted = start - pd.Timedelta(days=1), 0
                    later = [holiday for holiday in holidays if holiday >= start]
                    while counted < day + len(later):
                        date = date + pd.Timedelta(days=1)
                        if date.weekday() not in weekend:
                            counted += 1
                    return date
                """,
                name="all holidays from the start on",
                says="Only a holiday that is met counts, and not one on a weekend.",
            ),
        ],
        also=[
            form(
                "numpy's working days",
                """
                import numpy as np

                def date_of(start, day, weekend, holidays):
                    mask = [number not in weekend for number in range(7)]
                    off = np.array([one.date() for one in holidays], dtype="datetime64[D]")
                    first = np.datetime64(start.date())
                    return pd.Timestamp(
                        np.busday_offset(first, day - 1, roll="forward", weekmask=mask, holidays=off)
                    )
                """,
            ),
            form(
                "all dates of some years",
                """
                def date_of(start, day, weekend, holidays):
                    all_days = pd.Series(pd.date_range(start, periods=7 * day + 60))
                    works = ~all_days.dt.day_of_week.isin(weekend) & ~all_days.isin(holidays)
                    return all_days[works].iloc[day - 1].date()
                """,
            ),
        ],
        right="Say beside every plan which days it counts.",
        survivors={
            "date_of(arguments without duplicates)": "a day that is named twice is one day",
            "date_of(arguments sorted)": "the order of the holidays has no meaning",
        },
    ),
    task(
        "12-q2",
        points=6,
        names="timetable",
        examples={
            "timetable(four_days, four_after)": (
                'pd.DataFrame({"task": ["write", "page", "check", "open"], "start": [1, 1, 5, 11],'
                ' "end": [10, 4, 5, 11], "slack": [0, 5, 5, 0]})'
            ),
            "timetable(seven_days, seven_after)": (
                'pd.DataFrame({"task": ["plan", "film", "room", "cut", "sell", "ads", "talk"],'
                ' "start": [1, 3, 3, 9, 13, 1, 4], "end": [2, 8, 12, 12, 14, 3, 4],'
                ' "slack": [0, 0, 0, 0, 0, 8, 8]})'
            ),
            'timetable({"a": 3, "b": 5}, {})': (
                'pd.DataFrame({"task": ["a", "b"], "start": [1, 1], "end": [3, 5], "slack": [2, 0]})'
            ),
        },
        hidden=[
            f"timetable({MANY})",
            f"timetable({BACKWARDS})",
            f"timetable({BYPASS})",
            f"timetable({SHARED})",
            f"timetable({CHAIN})",
            'timetable({"only": 4}, {})',
            'timetable({"only": 1, "next": 1}, {"next": ["only", "only"], "only": []})',
            "timetable(own_days, own_after)",
            "timetable(dict(reversed(own_days.items())), own_after)",
        ],
        slips=[
            slip(
                "end[task] - days[task] + 1, end[task]",
                "end[task] - days[task], end[task]",
                name="from day 0",
                says="Day 1 is the first day, and both ends belong to a task: it starts on end - days + 1.",
            ),
            slip(
                "max([end[other] for other in before], default=0) + days[task]",
                "max([end[other] - 1 for other in before], default=0) + days[task]",
                name="starts on the last day before",
                says="A task starts on the day *after* the last of those that it waits for has ended.",
            ),
            slip(
                "max([end[other] for other in before], default=0)",
                "min([end[other] for other in before], default=0)",
                says="It waits for all of them: the one that ends last decides.",
            ),
            slip(
                "max([end[other] for other in before], default=0)",
                "sum(end[other] for other in before)",
                says="The tasks before it may run at the same time. The one that ends last decides.",
            ),
            slip(
                "max([end[other] for other in before], default=0)",
                "(end[before[-1]] if before else 0)",
                name="the last one named",
                says="It waits for all tasks of the list, not only for the one that is named last.",
            ),
            slip(
                "latest[other] = min(latest[other], latest[task] - days[task])",
                "latest[other] = latest[task] - days[task]",
                name="any of those after it",
                says="Of all tasks that wait for this one, the earliest latest first day decides.",
                hidden_only=True,
            ),
            slip(
                "latest[other] = min(latest[other], latest[task] - days[task])",
                "latest[other] = min(latest[other], end[task] - days[task])",
                name="slack to the next task",
                says="The tasks after it may start late, too. Use their latest days, not their earliest.",
            ),
            slip(
                "latest[task] - end[task]) for",
                "max(end.values()) - end[task]) for",
                name="days to the end of the plan",
                says="The tasks that come after it need their days, too.",
            ),
            slip(
                "for task in reversed(list(end)):",
                "for task in list(end):",
                name="forwards only",
                says="The latest days go from the end of the plan backwards: reverse the order.",
            ),
            slip(
                "latest = dict.fromkeys(days, max(end.values()))",
                "waited = {one for found in after.values() for one in found}\n"
                "    latest = {task: max(end.values()) if task in waited else end[task] for task in days}",
                name="what nobody waits for",
                says="What nobody waits for may be late, too: until the last day of the plan.",
            ),
            slip(
                'return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])',
                "found, chain = pd.DataFrame(rows, columns=['task', 'start', 'end', 'slack']), []\n"
                "    now = max(end, key=end.get)\n"
                "    while now is not None:\n"
                "        chain.append(now)\n"
                "        now = max(after.get(now, []), key=end.get, default=None)\n"
                "    other = (found['slack'] == 0) & ~found['task'].isin(chain)\n"
                "    return found.assign(slack=found['slack'].mask(other, 1))",
                name="one chain only",
                says="Two chains may be equally long. Then the tasks of both are critical.",
            ),
        ],
        also=[
            form(
                "the library",
                """
                def timetable(days, after):
                    plan = pd.DataFrame({"task": list(days), "days": list(days.values())})
                    names = {task: f"n{place}" for place, task in enumerate(days)}
                    plan["task"] = [names[task] for task in days]
                    plan["after"] = [[names[one] for one in set(after.get(task, []))] for task in days]
                    found = planning.schedule(plan)
                    back = {name: task for task, name in names.items()}
                    found["task"] = [back[name] for name in found["task"]]
                    found = found.rename(columns={"start_day": "start", "end_day": "end"})
                    return found[["task", "start", "end", "slack"]]
                """,
            ),
            form(
                "each task asks the others",
                """
                def timetable(days, after):
                    def end(task):
                        return days[task] + max([end(one) for one in after.get(task, [])], default=0)

                    last = max(end(task) for task in days)

                    def latest(task):
                        waiting = [one for one in days if task in after.get(one, [])]
                        return min([latest(one) - days[one] for one in waiting], default=last)

                    table = pd.DataFrame({"task": list(days)})
                    table["end"] = table["task"].map(end)
                    table["start"] = table["end"] - table["task"].map(days) + 1
                    table["slack"] = table["task"].map(latest) - table["end"]
                    return table
                """,
            ),
            form(
                "as often as there are tasks",
                """
                def timetable(days, after):
                    start = {task: 1 for task in days}
                    for _ in days:
                        for task in days:
                            for one in after.get(task, []):
                                start[task] = max(start[task], start[one] + days[one])
                    total = max(start[task] + days[task] - 1 for task in days)
                    late = {task: total - days[task] + 1 for task in days}
                    for _ in days:
                        for task in days:
                            for one in after.get(task, []):
                                late[one] = min(late[one], late[task] - days[one])
                    table = pd.DataFrame({"start": start, "late": late, "days": days})
                    table["end"] = table["start"] + table["days"] - 1
                    table["slack"] = table["late"] - table["start"]
                    return table.rename_axis("task").reset_index()[["slack", "end", "start", "task"]]
                """,
            ),
        ],
        right="A task without slack is where a lost day costs a day. Look at those first, each week.",
    ),
    task(
        "12-q3",
        points=4,
        names="overload",
        examples={
            'overload(ada, {"creator": 10})': (
                'pd.DataFrame({"role": ["creator"], "week": [1], "over": [15.0]})'
            ),
            'overload(ada, {"creator": 20})': (
                'pd.DataFrame({"role": ["creator"], "week": [1], "over": [5.0]})'
            ),
            'overload(crew, {"creator": 20, "support": 11, "tester": 3})': (
                'pd.DataFrame({"role": ["coach", "creator", "support"], "week": [1, 3, 2],'
                ' "over": [2.0, 10.0, 1.0]})'
            ),
            'overload(ada, {"creator": 25})': 'pd.DataFrame({"role": [], "week": [], "over": []})',
        },
        hidden=[
            f"overload({BUSY}, {THERE})",
            f"overload({BUSY}[::-1], {{}})",
            f"overload({FULL}, {{'a': 20, 'b': 20}})",
            f"overload({FULL}, {{'b': 19.5, 'a': 20.25}})",
            f"overload({ONE_DAY}, {{'a': 9}})",
            f"overload({THIRDS}, {{'a': 0.125, 'b': 7}})",
            f"overload({TENTHS}, {{'a': 0.3}})",
            f"overload({BUSY}[:0], {{'co': 0}})",
            'overload(own_work, {"creator": 14, "assistant": 99})',
            'overload(own_work, {"creator": 12})',
        ],
        slips=[
            slip(
                "over = hours - there.get(role, 0)",
                "over = hours",
                name="all weeks with work",
                says="Return the hours that are too many, and only weeks that have such hours.",
            ),
            slip(
                "rows.append((role, week, over))",
                "rows.append((role, week, hours))",
                name="the hours of work",
                says="`over` is the hours that are too many: take off those that are there.",
            ),
            slip(
                "if over > 1e-6:",
                "if over > -1e-6:",
                name="full weeks too",
                says="A week that is exactly full is not over.",
            ),
            slip(
                "for day in range(row.start, row.end + 1):",
                "for day in range(row.start, row.end):",
                says="The last day belongs to the work: it ends at the end of that day.",
            ),
            slip(
                "row.hours / (row.end - row.start + 1)",
                "row.hours",
                name="all hours every day",
                says="`hours` are the hours in all. Spread them evenly over the days of the work.",
            ),
            slip(
                "(day - 1) // 7 + 1",
                "day // 7 + 1",
                says="Day 7 belongs to week 1: it is its last day.",
            ),
            slip(
                "(day - 1) // 7 + 1",
                "(day - 1) // 7",
                says="The first week is week 1, not week 0.",
            ),
            slip(
                "(day - 1) // 7 + 1",
                "(row.start - 1) // 7 + 1",
                name="all in the first week",
                says="Work that goes on over the end of a week has hours in both weeks.",
            ),
            slip(
                "load[key] = load.get(key, 0) + row.hours",
                "load[key] = max(load.get(key, 0), 0) * (day != row.start) + row.hours",
                name="one piece at a time",
                says="A role does several things in one week: add up all of its work.",
            ),
            slip(
                "over = hours - there.get(role, 0)",
                "over = hours - there.get(role, float('inf'))",
                name="unknown roles left out",
                says="A role that is not in `there` has no hours, so all of its work is too much.",
            ),
            slip(
                """
                def overload(work, there):
                    load, worked = {}, {}
                    for row in work.itertuples():
                        for day in range(row.start, row.end + 1):
                            key = row.role, (day - 1) // 7 + 1
                            load[key] = load.get(key, 0) + row.hours / (row.end - row.start + 1)
                            worked.setdefault(key, set()).add(day)
                    rows = []
                    for (role, week), hours in load.items():
                        over = hours - there.get(role, 0) * len(worked[role, week]) / 7
                        if over > 1e-6:
                            rows.append((role, week, over))
                    return pd.DataFrame(rows, columns=["role", "week", "over"])
                """,
                name="hours of a part of a week",
                says="The hours of a week are there in full, also when the work fills a part of the week.",
            ),
        ],
        also=[
            form(
                "a row per day, then a sum",
                """
                def overload(work, there):
                    days = work.reset_index(drop=True)
                    days["per_day"] = days["hours"] / (days["end"] - days["start"] + 1)
                    days["day"] = [list(range(a, b + 1)) for a, b in zip(days["start"], days["end"])]
                    days = days.explode("day")
                    days["week"] = [(one + 6) // 7 for one in days["day"]]
                    table = days.groupby(["role", "week"], as_index=False)["per_day"].sum()
                    table["over"] = table["per_day"] - [there.get(role, 0) for role in table["role"]]
                    return table.loc[table["over"] > 1e-6, ["role", "week", "over"]]
                """,
            ),
            form(
                "week by week, by the days that both share",
                """
                def overload(work, there):
                    result = {"role": [], "week": [], "over": []}
                    last = max(work["end"], default=0)
                    for role in work["role"].unique():
                        mine = work[work["role"] == role]
                        for week in range(1, last // 7 + 2):
                            first = mine["start"].clip(lower=7 * week - 6)
                            shared = (mine["end"].clip(upper=7 * week) - first + 1).clip(lower=0)
                            hours = (mine["hours"] * shared / (mine["end"] - mine["start"] + 1)).sum()
                            if hours - there.get(role, 0) >= 0.000001:
                                result["role"].append(role)
                                result["week"].append(week)
                                result["over"].append(hours - there.get(role, 0))
                    return pd.DataFrame(result)
                """,
            ),
        ],
        right="Days are planned for tasks, hours for people. A plan needs both.",
        survivors={
            "overload(arguments index reset)": NO_LABELS,
            "overload(arguments sorted)": NO_ORDER,
            "over > 1e-06 → over >= 1e-06": "no sum lies at a millionth of an hour exactly",
            "over > 1e-06 → over > 2e-06": "no sum lies that near to a millionth of an hour",
        },
    ),
    task(
        "12-q4",
        points=4,
        names="outlook",
        examples={
            "outlook(ten_runs, 58, 0.9)": '{"chance": 0.7, "day": 70}',
            f"outlook(pd.Series([30, 50, {NAN}, 40]), 40, 0.75)": '{"chance": 0.5, "day": 50}',
            "outlook(ten_runs.mask(ten_runs == 58), 44, 0.75)": f'{{"chance": 0.2, "day": {NAN}}}',
            "outlook(four_runs, 39.5, 0.9)": f'{{"chance": 0.25, "day": {NAN}}}',
            "outlook(ten_runs, 43, 0.75)": '{"chance": 0.0, "day": 61.5}',
            "outlook(four_runs[:0], 40, 0.9)": f'{{"chance": {NAN}, "day": {NAN}}}',
        },
        hidden=[
            f"outlook({HOSTILE}, 66, 0.9)",
            f"outlook({HOSTILE}, 65.9, 0.5)",
            f"outlook({HOSTILE}, 0, 0.05)",
            f"outlook({HOSTILE}, 59.25, 0.3)",
            f"outlook({HOSTILE}, 41, 0.2)",
            f"outlook({HOSTILE}, 1000, 0.95)",
            f"outlook({HOSTILE}.dropna(), 101, 1)",
            f"outlook({HOSTILE}, 101, 1.0)",
            f"outlook({NEVER}, 10, 0.25)",
            *[f"outlook({MIXED_UP}, 14, {share})" for share in (0.25, 0.5, 0.75)],
            f"outlook({MOSTLY}, 9, 0.25)",
            f"outlook({MOSTLY}, 8, 0.5)",
            "outlook(pd.Series([7.0]), 7, 0.01)",
            "outlook(own_totals, own_length, 0.9)",
            "outlook(own_totals, own_length + 5, 0.5)",
        ],
        slips=[
            slip(
                "chance = (totals <= day).mean()",
                "chance = (totals < day).mean()",
                says="A run that is done exactly on `day` is done by then.",
            ),
            slip(
                "chance = (totals <= day).mean()",
                "chance = (totals > day).mean()",
                name="the chance to be late",
                says="This is the chance that it is *not* done by then.",
            ),
            slip(
                "chance = (totals <= day).mean()",
                "chance = (totals.dropna() <= day).mean()",
                name="only runs that get done",
                says="A run that never gets done is a run, too: divide by all of them.",
            ),
            slip(
                "chance = (totals <= day).mean()",
                "chance = (totals <= day).sum()",
                says="Divide the number of runs by all runs.",
            ),
            slip(
                "chance = (totals <= day).mean()",
                "chance = 100 * (totals <= day).mean()",
                says="A share is a fraction, not a percent.",
            ),
            slip(
                "if (totals <= total).mean() >= share]",
                "if (totals.dropna() <= total).mean() >= share]",
                name="the day of runs that get done",
                says="The share is one of all runs, those that never get done included.",
            ),
            slip(
                "if (totals <= total).mean() >= share]",
                "if (totals < total).mean() >= share]",
                says="The runs that are done on this day count, too, and exactly the share is enough.",
            ),
            slip(
                "if (totals <= total).mean() >= share]",
                "if (totals <= total).mean() >= 1 - share]",
                name="the other end",
                says="A share of 0.9 means that 9 of 10 runs are done by then, not 1 of 10.",
            ),
            slip(
                '"day": enough[0] if enough else float("nan")',
                '"day": totals.quantile(share)',
                name="the quantile of pandas",
                says="`quantile` leaves out NaN and takes values between two runs. Take a run's own number.",
            ),
            slip(
                '"day": enough[0] if enough else float("nan")',
                '"day": enough[0] if enough else totals.max()',
                name="the last one instead",
                says="When too few runs are ever done, there is no such day: NaN.",
            ),
            slip(
                'return {"chance": float("nan"), "day": float("nan")}',
                'return {"chance": 0.0, "day": float("nan")}',
                says="Without a run, the chance is not 0: it is not known.",
            ),
        ],
        also=[
            form(
                "numpy's quantile without values between",
                """
                import numpy as np

                def outlook(totals, day, share):
                    late = np.array(totals.fillna(np.inf), dtype=float)
                    if late.size == 0:
                        return {"chance": np.nan, "day": np.nan}
                    found = np.quantile(late, share, method="inverted_cdf")
                    return {"chance": np.mean(late <= day), "day": found if np.isfinite(found) else np.nan}
                """,
            ),
            form(
                "counted",
                """
                def outlook(totals, day, share):
                    done = sorted(total for total in totals if total == total)
                    runs = len(totals)
                    result = {"chance": float("nan"), "day": float("nan")}
                    if runs:
                        result["chance"] = sum(total <= day for total in done) / runs
                    for place, total in enumerate(done, start=1):
                        if place / runs >= share:
                            result["day"] = total
                            break
                    return result
                """,
            ),
        ],
        right="Promise the day of nine in ten, and say what you would do in the tenth case.",
        survivors={
            "outlook(arguments index reset)": NO_LABELS,
            "outlook(arguments sorted)": "the order of the runs has no meaning",
            "if len(totals) == 0: return {'chance': float('nan'), 'day': float('nan')} → pass": NO_RUNS,
            "len(totals) == 0 → len(totals) == -1": NO_RUNS,
        },
    ),
    task(
        "12-q5",
        points=4,
        names="low_point",
        examples={
            "low_point(first_quarter, 500)": '{"low": 150, "low_month": 2, "from_then": 3}',
            "low_point(half_year, 100)": '{"low": 50, "low_month": 4, "from_then": 5}',
            "low_point(half_year[half_year['month'] < 5], 0)": (
                f'{{"low": -50, "low_month": 4, "from_then": {NAN}}}'
            ),
            "low_point(half_year[half_year['kind'] == 'in'], 30)": (
                '{"low": 30, "low_month": 0, "from_then": 1}'
            ),
        },
        hidden=[
            f"low_point({WILD}, 1000)",
            f"low_point({WILD}, -40.25)",
            f"low_point({LONG}, 9)",
            f"low_point({LATE}, 60)",
            f"low_point({TWICE}, 5)",
            f"low_point({TWICE}[::-1], 0)",
            f"low_point({NEGATIVE}, 700)",
            f"low_point({money([2, 1, 1], 'ioo', [3, 0.25, 0.25])}, 0)",
            f"low_point({EARNS}, 0)",
            f"low_point({EARNS}[:1], -3)",
            f"low_point({money([1], 'o', [0])}, 12)",
            f"low_point({money([1], 'o', [7])}, 12)",
            f"low_point({money([1, 4, 6], 'oii', [7, 7, 0])}, 0)",
            "low_point(own_months, 8000)",
            "low_point(own_months[::-1], 0)",
        ],
        slips=[
            slip(
                "balance, lowest, low_month, losing = opening, opening, 0, 0",
                "balance, lowest, low_month, losing = 0, 0, 0, 0",
                name="without the opening",
                says="The balance begins with what is there at the start.",
            ),
            slip(
                "balance, lowest, low_month, losing = opening, opening, 0, 0",
                'balance, lowest, low_month, losing = opening, float("inf"), 0, 0',
                name="without month 0",
                says="The balance at the start, in month 0, may be the lowest.",
            ),
            slip(
                "if balance < lowest:",
                "if balance <= lowest:",
                says="When several months have the lowest balance, take the first of them.",
            ),
            slip(
                "lowest, low_month = balance, month",
                "lowest, low_month = balance, month - 1",
                says="Month 0 is the start. The balance at the end of month 1 is that of month 1.",
            ),
            slip(
                "if net < 0:",
                "if net <= 0:",
                says="A month that takes in exactly what it spends does not spend more.",
            ),
            slip(
                "from_then = losing + 1 if losing < last",
                "from_then = losing if losing < last",
                says="This is the last month that spends more. `from_then` is the one after it.",
            ),
            slip(
                'from_then = losing + 1 if losing < last else float("nan")',
                "from_then = losing + 1",
                name="a month after the last",
                says="When the last month spends more than it takes in, there is no such month: NaN.",
            ),
            slip(
                "        if net < 0:\n            losing = month",
                "        if net < 0 and losing == month - 1:\n            losing = month",
                name="the first month that does not lose",
                says="No later month may lose money either: here a later one does.",
            ),
            slip(
                "        if net < 0:\n            losing = month",
                "        if balance < opening:\n            losing = month",
                name="paid back",
                says="`from_then` looks at each month by itself, and not at the balance.",
            ),
            slip(
                "for month in range(1, last + 1):",
                'for month in months["month"].unique():',
                name="months in the order of the rows",
                says="Take the months in their order, whatever the order of the rows is.",
            ),
            slip(
                """
                def low_point(months, opening):
                    signed = months["amount"].where(months["kind"] == "in", -months["amount"])
                    net = signed.groupby(months["month"]).sum()
                    balance = pd.concat([pd.Series({0: opening}), opening + net.cumsum()])
                    after = net[net[::-1].ge(0).cummin()[::-1]]
                    first = after.index[0] if len(after) else float("nan")
                    return {"low": balance.min(), "low_month": balance.idxmin(), "from_then": first}
                """,
                name="months without a row left out",
                says="A month without any row is a month in which nothing is lost: here month 5.",
            ),
            slip(
                '- rows.loc[rows["kind"] == "out", "amount"].sum()',
                '+ rows.loc[rows["kind"] == "out", "amount"].sum()',
                says="Money of the kind `out` goes: take it off.",
            ),
            slip(
                """
                def low_point(months, opening):
                    ordered = months.assign(out=months["kind"] == "in").sort_values(["month", "out"])
                    signed = ordered["amount"].where(ordered["kind"] == "in", -ordered["amount"])
                    balance = opening + signed.cumsum()
                    net = signed.groupby(ordered["month"]).sum()
                    last = months["month"].max()
                    losing = max(net[net < 0].index, default=0)
                    low, at = opening, 0
                    if balance.min() < opening:
                        low, at = balance.min(), ordered["month"].iloc[balance.argmin()]
                    from_then = losing + 1 if losing < last else float("nan")
                    return {"low": low, "low_month": at, "from_then": from_then}
                """,
                name="row by row",
                says="The balance of a month is that at its end, when all of its money has come and gone.",
            ),
        ],
        also=[
            form(
                "sums by month, filled up",
                """
                def low_point(months, opening):
                    table = months.reset_index(drop=True)
                    sign = table["kind"].map({"in": 1, "out": -1})
                    net = (sign * table["amount"]).groupby(table["month"]).sum()
                    net = net.reindex(range(0, net.index.max() + 1), fill_value=0)
                    balance = opening + net.cumsum()
                    bad = net.index[net < 0]
                    after = bad.max() + 1 if len(bad) else 1
                    return {
                        "low": balance.min(),
                        "low_month": balance.idxmin(),
                        "from_then": after if after in net.index else float("nan"),
                    }
                """,
            ),
            form(
                "lists",
                """
                def low_point(months, opening):
                    size = int(months["month"].max())
                    net = [0.0] * (size + 1)
                    for month, kind, amount in zip(months["month"], months["kind"], months["amount"]):
                        net[month] += amount if kind == "in" else -amount
                    balances = [opening + sum(net[: month + 1]) for month in range(size + 1)]
                    from_then = float("nan")
                    for month in range(size, 0, -1):
                        if net[month] < 0:
                            break
                        from_then = month
                    low = min(balances)
                    return {"low": low, "low_month": balances.index(low), "from_then": from_then}
                """,
            ),
        ],
        right="You need as much money as the balance falls, and a reserve.",
        survivors={
            "low_point(arguments sorted)": NO_ORDER,
            "last + 1 → last + 2": NO_MONEY,
            "range(1, last + 1) → range(1, last + 1 + 1)": NO_MONEY,
            "range(1, last + 1) → range(0, last + 1)": NO_MONEY,
            "low_point(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "12-q6",
        points=3,
        names=("fewest", "most", "students_for_80", "share_for_80"),
        form={"fewest": "3", "most": "9", "students_for_80": "90", "share_for_80": "0.25"},
        hidden=["fewest", "most", "students_for_80", "share_for_80"],
        rel=0.002,
        slips=[
            slip(
                "fewest = 20 * 0.4",
                "fewest = 20 * 0.6",
                says="Take the *lowest* share for the fewest members.",
            ),
            slip(
                "fewest = 20 * 0.4",
                "fewest = 30",
                says="This is what the table says. How many of 20 students go on, at the lowest share?",
            ),
            slip("fewest = 20 * 0.4", "fewest = 20 * 40", says="40% is 0.4."),
            slip("most = 50 * 0.6", "most = 50 * 0.4", says="Take the *highest* share for the most members."),
            slip(
                "most = 50 * 0.6",
                "most = 80",
                says="This is what the table says. How many of 50 students go on, at the highest share?",
            ),
            slip(
                "students_for_80 = 80 / 0.4",
                "students_for_80 = 80 / 0.6",
                says="Take the lowest share: then it takes the most students.",
            ),
            slip(
                "students_for_80 = 80 / 0.4",
                "students_for_80 = 80 * 0.4",
                says="Divide the members by the share: there are more students than members.",
            ),
            slip(
                "share_for_80 = 80 / 50",
                "share_for_80 = 50 / 80",
                says="Upside down: divide the members by the students.",
            ),
            slip(
                "share_for_80 = 80 / 50",
                "share_for_80 = 160",
                says="Give it as a fraction, not as a percent.",
            ),
            slip(
                "share_for_80 = 80 / 50",
                "share_for_80 = 80 / 20",
                says="Take the highest number of students.",
            ),
            slip(
                "share_for_80 = 80 / 50",
                "share_for_80 = 1",
                says="The share may come out above 1: then it says that the students are too few.",
            ),
        ],
        also=[
            form("read off", "fewest, most, students_for_80, share_for_80 = 8, 30, 200, 1.6"),
            form(
                "exact",
                """
                from fractions import Fraction

                low, high = Fraction(40, 100), Fraction(60, 100)
                fewest, most = 20 * low, 50 * high
                students_for_80 = 80 / low
                share_for_80 = Fraction(80, 50)
                """,
            ),
        ],
        right="The best case of one line is the worst case of the next: 50 students cannot give 80 members.",
    ),
]
