"""Blind answers to assignment 12 (launch and scale): right and wrong ones, judged by the text alone.

Each code replaces the solution cell of its task: 12-q1 to 12-q5 a function each, 12-q6 four numbers,
12-q7 four YAML texts (it needs a `my-blueprint.yaml` without plan and projections, such as a new one).
"""

ANSWERS = [
    {
        "task": "12-q1",
        "name": "loop-of-hint-2",
        "right": True,
        "why": "starts the day before, counts working days",
        "code": """def date_of(start, day, weekend, holidays):
    date = start - pd.Timedelta(days=1)
    counted = 0
    while counted < day:
        date = date + pd.Timedelta(days=1)
        if date.weekday() not in weekend and date not in holidays:
            counted += 1
    return date
""",
    },
    {
        "task": "12-q1",
        "name": "numpy-busday",
        "right": True,
        "why": "np.busday_offset, roll forward, own week mask",
        "code": """import numpy as np

def date_of(start, day, weekend, holidays):
    mask = [number not in weekend for number in range(7)]
    free = np.array([h.strftime("%Y-%m-%d") for h in holidays], dtype="datetime64[D]")
    first = np.datetime64(start.strftime("%Y-%m-%d"), "D")
    return pd.Timestamp(np.busday_offset(first, day - 1, roll="forward", weekmask=mask, holidays=free))
""",
    },
    {
        "task": "12-q1",
        "name": "bdate-range",
        "right": True,
        "why": "pd.bdate_range with freq C, names of the days, its last element",
        "code": """NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

def date_of(start, day, weekend, holidays):
    mask = " ".join(n for i, n in enumerate(NAMES) if i not in set(weekend))
    return pd.bdate_range(start, periods=day, freq="C", weekmask=mask, holidays=list(set(holidays)))[-1]
""",
    },
    {
        "task": "12-q1",
        "name": "generator-islice",
        "right": True,
        "why": "endless generator of working days, islice",
        "code": """from itertools import count, islice

def date_of(start: pd.Timestamp, day: int, weekend: list, holidays: list) -> pd.Timestamp:
    off = set(holidays)
    every = (start + pd.Timedelta(days=n) for n in count())
    working = (d for d in every if d.dayofweek not in weekend and d not in off)
    return next(islice(working, day - 1, None))
""",
    },
    {
        "task": "12-q1",
        "name": "window-mask",
        "right": True,
        "why": "a window long enough for one working day a week and all holidays, boolean mask",
        "code": """def date_of(start, day, weekend, holidays):
    span = 7 * (day + len(holidays) + 1)
    dates = pd.Series(pd.date_range(start, periods=span))
    works = ~dates.dt.weekday.isin(weekend) & ~dates.isin(holidays)
    return dates[works].iloc[day - 1]
""",
    },
    {
        "task": "12-q1",
        "name": "ordinals",
        "right": True,
        "why": "arithmetic with ordinals of datetime.date; weekday of an ordinal is (n - 1) % 7",
        "code": """import datetime

def date_of(start, day, weekend, holidays):
    closed = {h.toordinal() for h in holidays}
    n = start.toordinal()
    while True:
        if (n + 6) % 7 not in weekend and n not in closed:
            day -= 1
            if day == 0:
                return pd.Timestamp(datetime.date.fromordinal(n))
        n += 1
""",
    },
    {
        "task": "12-q1",
        "name": "observed-holiday",
        "right": False,
        "why": "a holiday on a weekend day is moved to the next day; the text lets it be lost",
        "code": """def date_of(start, day, weekend, holidays):
    off = set(holidays)
    for h in holidays:
        moved = h
        while moved.weekday() in weekend:
            moved += pd.Timedelta(days=1)
        off.add(moved)
    date = start - pd.Timedelta(days=1)
    counted = 0
    while counted < day:
        date += pd.Timedelta(days=1)
        counted += date.weekday() not in weekend and date not in off
    return date
""",
    },
    {
        "task": "12-q1",
        "name": "holiday-every-year",
        "right": False,
        "why": "compares month and day only: a holiday of another year counts, too",
        "code": """def date_of(start, day, weekend, holidays):
    off = {(h.month, h.day) for h in holidays}
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if date.weekday() not in weekend and (date.month, date.day) not in off:
            day -= 1
    return date
""",
    },
    {
        "task": "12-q1",
        "name": "holidays-of-first-year",
        "right": False,
        "why": "only the holidays of the year of the start",
        "code": """def date_of(start, day, weekend, holidays):
    off = [h for h in holidays if h.year == start.year]
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if date.weekday() not in weekend and date not in off:
            day -= 1
    return date
""",
    },
    {
        "task": "12-q1",
        "name": "two-weekend-days",
        "right": False,
        "why": "takes the first two days of the weekend only",
        "code": """def date_of(start, day, weekend, holidays):
    off = weekend[:2]
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if date.weekday() not in off and date not in holidays:
            day -= 1
    return date
""",
    },
    {
        "task": "12-q1",
        "name": "window-too-short",
        "right": False,
        "why": "a window of twice the days and a month: too short with long weekends",
        "code": """def date_of(start, day, weekend, holidays):
    dates = pd.date_range(start, periods=2 * day + 30)
    good = [d for d in dates if d.weekday() not in weekend and d not in holidays]
    return good[day - 1]
""",
    },
    {
        "task": "12-q1",
        "name": "one-year-only",
        "right": False,
        "why": "looks at 366 dates only",
        "code": """def date_of(start, day, weekend, holidays):
    found = None
    left = day
    for n in range(366):
        date = start + pd.Timedelta(days=n)
        if date.weekday() in weekend or date in holidays:
            continue
        left -= 1
        if left == 0:
            found = date
            break
    return found
""",
    },
    {
        "task": "12-q1",
        "name": "removes-holidays",
        "right": False,
        "why": "right date, but takes the holidays it meets out of the list it was given",
        "code": """def date_of(start, day, weekend, holidays):
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if date in holidays:
            while date in holidays:
                holidays.remove(date)
        elif date.weekday() not in weekend:
            day -= 1
    return date
""",
    },
    {
        "task": "12-q1",
        "name": "sorts-holidays",
        "right": False,
        "why": "right date, but sorts the list of holidays in place",
        "code": """def date_of(start, day, weekend, holidays):
    holidays.sort()
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if date.weekday() not in weekend and date not in holidays:
            day -= 1
    return date
""",
    },
    {
        "task": "12-q1",
        "name": "pointer-gets-stuck",
        "right": False,
        "why": "walks through sorted holidays, and never passes one before the start or given twice",
        "code": """def date_of(start, day, weekend, holidays):
    queue = sorted(holidays)
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if queue and queue[0] == date:
            queue.pop(0)
        elif date.weekday() not in weekend:
            day -= 1
    return date
""",
    },
    {
        "task": "12-q1",
        "name": "twice-given-twice-off",
        "right": False,
        "why": "counts working days first and then adds one per holiday met: a holiday given twice adds two",
        "code": """def date_of(start, day, weekend, holidays):
    def walk(date, steps):
        while steps > 0:
            date += pd.Timedelta(days=1)
            if date.weekday() not in weekend:
                steps -= 1
        return date

    begin = start - pd.Timedelta(days=1)
    extra = 0
    while True:
        date = walk(begin, day + extra)
        met = sum(start <= h <= date and h.weekday() not in weekend for h in holidays)
        if met == extra:
            return date
        extra = met
""",
    },
    {
        "task": "12-q1",
        "name": "one-correction-only",
        "right": False,
        "why": "adds the holidays met once, and not those that are met after that",
        "code": """def date_of(start, day, weekend, holidays):
    def walk(steps):
        date = start - pd.Timedelta(days=1)
        while steps > 0:
            date += pd.Timedelta(days=1)
            if date.weekday() not in weekend:
                steps -= 1
        return date

    date = walk(day)
    met = {h for h in holidays if start <= h <= date and h.weekday() not in weekend}
    return walk(day + len(met))
""",
    },
    {
        "task": "12-q1",
        "name": "text-not-timestamp",
        "right": False,
        "why": "returns text",
        "code": """def date_of(start, day, weekend, holidays):
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if date.weekday() not in weekend and date not in holidays:
            day -= 1
    return date.strftime("%Y-%m-%d")
""",
    },
    {
        "task": "12-q1",
        "name": "datetime-date",
        "right": False,
        "why": "returns a datetime.date, no pd.Timestamp",
        "code": """def date_of(start, day, weekend, holidays):
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if date.weekday() not in weekend and date not in holidays:
            day -= 1
    return date.date()
""",
    },
    {
        "task": "12-q1",
        "name": "prints",
        "right": False,
        "why": "prints the date and returns nothing",
        "code": """def date_of(start, day, weekend, holidays):
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if date.weekday() not in weekend and date not in holidays:
            day -= 1
    print(date)
""",
    },
    {
        "task": "12-q1",
        "name": "empty-weekend-is-default",
        "right": False,
        "why": "an empty weekend becomes Saturday and Sunday",
        "code": """def date_of(start, day, weekend, holidays):
    weekend = weekend or [5, 6]
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if date.weekday() not in weekend and date not in holidays:
            day -= 1
    return date
""",
    },
    {
        "task": "12-q1",
        "name": "custom-offset-added",
        "right": False,
        "why": "start + (day - 1) offsets: wrong when the start is no working day",
        "code": """def date_of(start, day, weekend, holidays):
    mask = [int(n not in weekend) for n in range(7)]
    step = pd.offsets.CustomBusinessDay(weekmask=mask, holidays=holidays)
    return start + (day - 1) * step if day > 1 else step.rollforward(start)
""",
    },
    {
        "task": "12-q1",
        "name": "last-is-moved-only",
        "right": False,
        "why": "jumps over weekends, and moves the last day only once off a holiday",
        "code": """def date_of(start, day, weekend, holidays):
    date = start
    while date.weekday() in weekend or date in holidays:
        date += pd.Timedelta(days=1)
    for _ in range(day - 1):
        date += pd.Timedelta(days=1)
        while date.weekday() in weekend:
            date += pd.Timedelta(days=1)
        if date in holidays:
            date += pd.Timedelta(days=1)
            while date.weekday() in weekend:
                date += pd.Timedelta(days=1)
    return date
""",
    },
    {
        "task": "12-q1",
        "name": "first-three-holidays",
        "right": False,
        "why": "looks at no more than three holidays",
        "code": """def date_of(start, day, weekend, holidays):
    off = holidays[:3]
    date = start - pd.Timedelta(days=1)
    while day > 0:
        date += pd.Timedelta(days=1)
        if date.weekday() not in weekend and date not in off:
            day -= 1
    return date
""",
    },
    {
        "task": "12-q2",
        "name": "passes-of-the-hints",
        "right": True,
        "why": "fills in what is known again and again, then backwards in reverse order",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())
    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "graphlib",
        "right": True,
        "why": "TopologicalSorter; rows in the order of the alphabet, columns in another order",
        "code": """from graphlib import TopologicalSorter

def timetable(days, after):
    graph = {t: set(after.get(t, ())) for t in days}
    order = list(TopologicalSorter(graph).static_order())
    first = {}
    for t in order:
        first[t] = 1 + max((first[b] + days[b] - 1 for b in graph[t]), default=0)
    finish = max(first[t] + days[t] - 1 for t in days)
    may_end = dict.fromkeys(days, finish)
    for t in order[::-1]:
        for b in graph[t]:
            may_end[b] = min(may_end[b], may_end[t] - days[t])
    table = pd.DataFrame({"task": sorted(days)})
    table["slack"] = [may_end[t] - first[t] - days[t] + 1 for t in table["task"]]
    table["end"] = [first[t] + days[t] - 1 for t in table["task"]]
    table["start"] = [first[t] for t in table["task"]]
    return table
""",
    },
    {
        "task": "12-q2",
        "name": "recursion-cached",
        "right": True,
        "why": "two cached recursions: longest way before, longest way behind",
        "code": """from functools import lru_cache

def timetable(days, after):
    followers = {t: [f for f in days if t in after.get(f, [])] for t in days}

    @lru_cache(maxsize=None)
    def upto(t):
        return days[t] + max((upto(b) for b in after.get(t, [])), default=0)

    @lru_cache(maxsize=None)
    def behind(t):
        return max((days[f] + behind(f) for f in followers[t]), default=0)

    total = max(map(upto, days))
    return pd.DataFrame([
        {"task": t, "start": upto(t) - days[t] + 1, "end": upto(t), "slack": total - upto(t) - behind(t)}
        for t in days
    ])
""",
    },
    {
        "task": "12-q2",
        "name": "numpy-max-plus",
        "right": True,
        "why": "matrix of longest ways, Floyd and Warshall with max",
        "code": """import numpy as np

def timetable(days, after):
    names = list(days)
    place = {t: i for i, t in enumerate(names)}
    d = np.array([days[t] for t in names], dtype=float)
    far = np.full((len(names), len(names)), -np.inf)
    np.fill_diagonal(far, 0)
    for t, before in after.items():
        for b in before:
            far[place[b], place[t]] = d[place[b]]
    for k in range(len(names)):
        far = np.maximum(far, far[:, [k]] + far[[k], :])
    head = far.max(axis=0)
    tail = (far + d[None, :]).max(axis=1)
    total = (head + d).max()
    table = {"task": names, "start": head + 1, "end": head + d, "slack": total - head - tail}
    return pd.DataFrame(table).astype({"start": int, "end": int, "slack": int})
""",
    },
    {
        "task": "12-q2",
        "name": "kahn-queue",
        "right": True,
        "why": "queue of ready tasks, each wait counted as often as it is named",
        "code": """from collections import deque

def timetable(days, after):
    waits = {t: len(after.get(t) or []) for t in days}
    nexts = {t: [] for t in days}
    for t, before in after.items():
        for b in before:
            nexts[b].append(t)
    ready = deque(t for t in days if waits[t] == 0)
    start, order = dict.fromkeys(days, 1), []
    while ready:
        t = ready.popleft()
        order.append(t)
        for n in nexts[t]:
            start[n] = max(start[n], start[t] + days[t])
            waits[n] -= 1
            if waits[n] == 0:
                ready.append(n)
    close = max(start[t] + days[t] for t in days)
    late = {}
    for t in reversed(order):
        late[t] = min([late[n] for n in nexts[t]] + [close]) - days[t]
    out = pd.DataFrame({"start": start, "late": late})
    out["end"] = out["start"] + pd.Series(days) - 1
    out["slack"] = out["late"] - out["start"]
    return out.rename_axis("task").reset_index()[["task", "start", "end", "slack"]]
""",
    },
    {
        "task": "12-q2",
        "name": "relax-until-still",
        "right": True,
        "why": "moves starts forward and latest ends back until nothing changes; odd row labels",
        "code": """def timetable(days: dict, after: dict) -> pd.DataFrame:
    pairs = [(b, t) for t, before in after.items() for b in before]
    start = {t: 1 for t in days}
    moved = True
    while moved:
        moved = False
        for b, t in pairs:
            if start[t] < start[b] + days[b]:
                start[t], moved = start[b] + days[b], True
    end = {t: start[t] + days[t] - 1 for t in days}
    latest = {t: max(end.values()) for t in days}
    moved = True
    while moved:
        moved = False
        for b, t in pairs:
            if latest[b] > latest[t] - days[t]:
                latest[b], moved = latest[t] - days[t], True
    table = pd.DataFrame({"task": list(days)})
    for name, of in (("start", start), ("end", end)):
        table[name] = table["task"].map(of)
    table["slack"] = table["task"].map(latest) - table["end"]
    return table.sort_values(["start", "task"], ascending=False)
""",
    },
    {
        "task": "12-q2",
        "name": "five-passes",
        "right": False,
        "why": "goes through the tasks five times only: a longer chain is not known by then",
        "code": """def timetable(days, after):
    end = {t: days[t] for t in days}
    for _ in range(5):
        for t in days:
            end[t] = max([end[b] for b in after.get(t, [])], default=0) + days[t]
    latest = {t: max(end.values()) for t in days}
    for _ in range(5):
        for t in days:
            for b in after.get(t, []):
                latest[b] = min(latest[b], latest[t] - days[t])
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "sorted-by-number-of-waits",
        "right": False,
        "why": "takes the tasks in the order of how many they wait for, which is no order of time",
        "code": """def timetable(days, after):
    order = sorted(days, key=lambda t: len(after.get(t, [])))
    end = {}
    for t in order:
        end[t] = max([end.get(b, 0) for b in after.get(t, [])], default=0) + days[t]
    last = max(end.values())
    latest = {t: last for t in days}
    for t in reversed(order):
        for b in after.get(t, []):
            latest[b] = min(latest[b], latest[t] - days[t])
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "changes-after",
        "right": False,
        "why": "right table, but adds the missing tasks to the dict `after` it was given",
        "code": """def timetable(days, after):
    for task in days:
        after.setdefault(task, [])
    end = {}
    while len(end) < len(days):
        for task in days:
            if task not in end and all(b in end for b in after[task]):
                end[task] = max([end[b] for b in after[task]], default=0) + days[task]
    last = max(end.values())
    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "empties-the-lists",
        "right": False,
        "why": "right table, but takes names out of the lists it was given",
        "code": """def timetable(days, after):
    nexts = {t: [n for n in days if t in after.get(n, [])] for t in days}
    start, order = dict.fromkeys(days, 1), []
    ready = [t for t in days if not after.get(t)]
    while ready:
        t = ready.pop()
        order.append(t)
        for n in nexts[t]:
            start[n] = max(start[n], start[t] + days[t])
            while t in after[n]:
                after[n].remove(t)
            if not after[n]:
                ready.append(n)
    end = {t: start[t] + days[t] - 1 for t in days}
    last, latest = max(end.values()), {}
    for t in reversed(order):
        latest[t] = min([latest[n] - days[n] for n in nexts[t]], default=last)
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "twice-named-never-ready",
        "right": False,
        "why": "counts the names in a list, takes each off once: a task named twice is never ready",
        "code": """def timetable(days, after):
    waits = {t: len(after.get(t, [])) for t in days}
    nexts = {t: {n for n in days if t in after.get(n, [])} for t in days}
    ready = [t for t in days if waits[t] == 0]
    start, order = dict.fromkeys(days, 1), []
    for t in ready:
        order.append(t)
        for n in nexts[t]:
            start[n] = max(start[n], start[t] + days[t])
            waits[n] -= 1
            if waits[n] == 0:
                ready.append(n)
    end = {t: start[t] + days[t] - 1 for t in order}
    last, latest = max(end.values()), {}
    for t in reversed(order):
        latest[t] = min([latest[n] - days[n] for n in nexts[t] if n in latest], default=last)
    rows = [(t, start[t], end[t], latest[t] - end[t]) for t in order]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "end-of-the-last-filled",
        "right": False,
        "why": "the plan ends with the task filled in last, and not with the one that ends last",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = list(end.values())[-1]
    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "first-follower-only",
        "right": False,
        "why": "the latest end comes from one follower and not from the earliest of all",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())

    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in days if task in after.get(t, [])]
        latest[task] = firsts[0] if firsts else last
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "part-of-a-name",
        "right": False,
        "why": "looks for the name in the text of the list: a part of a longer name is found, too",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())

    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in " ".join(after.get(t, []))]
        latest[task] = min(firsts, default=last)
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "small-letters",
        "right": False,
        "why": "makes all names small: Page and page become one task",
        "code": """def timetable(days, after):
    days = {t.lower(): n for t, n in days.items()}
    after = {t.lower(): [b.lower() for b in before] for t, before in after.items()}
    end = dict(days)
    for _ in days:
        for t in days:
            end[t] = max([end[b] for b in after.get(t, [])], default=0) + days[t]
    latest = dict.fromkeys(days, max(end.values()))
    for _ in days:
        for t, before in after.items():
            for b in before:
                latest[b] = min(latest[b], latest[t] - days[t])
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "end-of-its-own-chain",
        "right": False,
        "why": "a chain that ends early has slack to its own end, not to the end of the whole plan",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())

    def sink(task):
        nexts = [t for t in days if task in after.get(t, [])]
        return max([sink(t) for t in nexts], default=end[task])

    latest = {}
    for task in reversed(list(end)):
        nexts = [t for t in latest if task in after.get(t, [])]
        firsts = [latest[t] - days[t] for t in nexts]
        alone = not nexts and not after.get(task)
        latest[task] = min(firsts, default=last if alone else sink(task))
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "task-as-index",
        "right": False,
        "why": "the name is the index and no column `task`",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())
    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)

    rows = {t: (end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "list-of-dicts",
        "right": False,
        "why": "returns a list of dicts and no table",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())
    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)

    return [dict(task=t, start=end[t] - days[t] + 1, end=end[t], slack=latest[t] - end[t]) for t in days]
""",
    },
    {
        "task": "12-q2",
        "name": "free-slack",
        "right": False,
        "why": "slack until the next task's earliest start, not until its latest",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())

    latest = {}
    for task in days:
        firsts = [end[t] - days[t] for t in days if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "ends-free-at-zero",
        "right": False,
        "why": "tasks that nobody waits for get slack 0 when they wait for something themselves",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())
    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)

    for t in days:
        if after.get(t) and not any(t in before for before in after.values()):
            latest[t] = end[t]
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "count-from-zero",
        "right": False,
        "why": "the first day is day 0",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())
    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)

    rows = [(t, end[t] - days[t], end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "one-critical-chain",
        "right": False,
        "why": "walks one chain back from the end, and gives all others a slack of at least one",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())
    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)

    chain = [max(end, key=end.get)]
    while after.get(chain[-1]):
        chain.append(max(after[chain[-1]], key=end.get))
    for t in days:
        if t not in chain and latest[t] == end[t]:
            latest[t] += 1
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "slack-shared-on-chain",
        "right": False,
        "why": "cuts the slack by that of the tasks before it, as if they had used it up",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())
    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)

    own = {}
    for t in end:
        used = max([latest[b] - end[b] for b in after.get(t, [])], default=0)
        own[t] = max(latest[t] - end[t] - used, 0)
    latest = {t: end[t] + own[t] for t in days}
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q2",
        "name": "only-named-in-after",
        "right": False,
        "why": "a task that is in `after` nowhere gets the slack 0",
        "code": """def timetable(days, after):
    end = {}
    while len(end) < len(days):
        for task in days:
            before = after.get(task, [])
            if task not in end and all(b in end for b in before):
                end[task] = max([end[b] for b in before], default=0) + days[task]
    last = max(end.values())
    latest = {}
    for task in reversed(list(end)):
        firsts = [latest[t] - days[t] for t in latest if task in after.get(t, [])]
        latest[task] = min(firsts, default=last)

    named = set(after) | {b for before in after.values() for b in before}
    if after:
        latest = {t: latest[t] if t in named else end[t] for t in days}
    rows = [(t, end[t] - days[t] + 1, end[t], latest[t] - end[t]) for t in days]
    return pd.DataFrame(rows, columns=["task", "start", "end", "slack"])
""",
    },
    {
        "task": "12-q3",
        "name": "dict-day-by-day",
        "right": True,
        "why": "the way of the hints",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "explode-groupby",
        "right": True,
        "why": "one row per day by explode, then groupby",
        "code": """def overload(work, there):
    if len(work) == 0:
        return pd.DataFrame({"role": [], "week": [], "over": []})
    days = work[["role", "start", "end", "hours"]].reset_index(drop=True)
    days["per_day"] = days["hours"] / (days["end"] - days["start"] + 1)
    days["day"] = [list(range(a, b + 1)) for a, b in zip(days["start"], days["end"])]
    days = days.explode("day")
    days["week"] = (days["day"].astype(int) + 6) // 7
    hours = days.groupby(["role", "week"], as_index=False)["per_day"].sum()
    hours["over"] = hours["per_day"] - hours["role"].map(there).fillna(0)
    return hours.loc[hours["over"] >= 1e-6, ["role", "week", "over"]]
""",
    },
    {
        "task": "12-q3",
        "name": "overlap-of-weeks",
        "right": True,
        "why": "days of each piece in each week by min and max",
        "code": """from collections import Counter

def overload(work, there):
    total = Counter()
    for role, first, last, hours in zip(work["role"], work["start"], work["end"], work["hours"]):
        for week in range((first + 6) // 7, (last + 6) // 7 + 1):
            inside = min(last, 7 * week) - max(first, 7 * week - 6) + 1
            total[role, week] += hours * inside / (last - first + 1)
    too_much = {k: h - there.get(k[0], 0) for k, h in total.items() if h - there.get(k[0], 0) > 1e-6}
    return pd.DataFrame({
        "week": [k[1] for k in too_much],
        "role": [k[0] for k in too_much],
        "over": list(too_much.values()),
    })
""",
    },
    {
        "task": "12-q3",
        "name": "numpy-per-role",
        "right": True,
        "why": "a row of numpy days per role, cut into weeks of seven",
        "code": """import numpy as np

def overload(work, there):
    parts = [pd.DataFrame({"role": [], "week": [], "over": []}).astype({"role": object})]
    for role, own in work.groupby("role"):
        weeks = -(-int(own["end"].max()) // 7)
        load = np.zeros(weeks * 7)
        for a, b, h in own[["start", "end", "hours"]].to_numpy():
            load[int(a) - 1 : int(b)] += h / (b - a + 1)
        over = load.reshape(weeks, 7).sum(axis=1) - there.get(role, 0)
        hit = np.flatnonzero(over > 1e-6)
        parts.append(pd.DataFrame({"role": role, "week": hit + 1, "over": over[hit]}))
    return pd.concat([p for p in parts if len(p)] or parts, ignore_index=True)
""",
    },
    {
        "task": "12-q3",
        "name": "cross-merge",
        "right": True,
        "why": "every piece beside every week, days in common clipped at 0, pivot by role and week",
        "code": """def overload(work: pd.DataFrame, there: dict) -> pd.DataFrame:
    last = 0 if work.empty else int(work["end"].max())
    weeks = pd.DataFrame({"week": range(1, (last + 6) // 7 + 1)})
    both = work.loc[:, ["role", "start", "end", "hours"]].merge(weeks, how="cross")
    begin = both["start"].where(both["start"] > 7 * both["week"] - 6, 7 * both["week"] - 6)
    finish = both["end"].where(both["end"] < 7 * both["week"], 7 * both["week"])
    share = (finish - begin + 1).clip(lower=0) / (both["end"] - both["start"] + 1)
    both = both.assign(over=share * both["hours"])
    sums = both.groupby(["role", "week"])["over"].sum().reset_index()
    sums["over"] = [o - there.get(r, 0) for r, o in zip(sums["role"], sums["over"])]
    return sums[sums["over"] > 1e-6].sort_values("over", ascending=False)
""",
    },
    {
        "task": "12-q3",
        "name": "fractions",
        "right": True,
        "why": "exact sums with Fraction, floats at the end",
        "code": """from collections import defaultdict
from fractions import Fraction

def overload(work, there):
    sums = defaultdict(Fraction)
    for row in work.to_dict("records"):
        days = range(int(row["start"]), int(row["end"]) + 1)
        for day in days:
            sums[row["role"], (day - 1) // 7 + 1] += Fraction(float(row["hours"])) / len(days)
    table = [(r, w, float(h - Fraction(float(there.get(r, 0))))) for (r, w), h in sums.items()]
    return pd.DataFrame([t for t in table if t[2] > 0.000001], columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "no-tolerance",
        "right": False,
        "why": "counts differences that are only the noise of decimals",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 0:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "tolerance-too-wide",
        "right": False,
        "why": "leaves out weeks that are over by less than half an hour",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 0.5:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "rounded",
        "right": False,
        "why": "rounds to two decimals, and no result is rounded",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, round(over, 2)))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "whole-division",
        "right": False,
        "why": "hours // days: right on the examples, where all divide without rest",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours // length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "columns-by-place",
        "right": False,
        "why": "unpacks the first four columns by their place",
        "code": """def overload(work, there):
    sums = {}
    for role, start, end, hours, *_ in work.values.tolist():
        length = end - start + 1
        for day in range(start, end + 1):
            key = (role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "labels-from-zero",
        "right": False,
        "why": "work.loc[i] for i in range(len): other row labels break it",
        "code": """def overload(work, there):
    sums = {}
    for i in range(len(work)):
        piece = work.loc[i]
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "adds-a-column",
        "right": False,
        "why": "right table, but leaves a new column in the table it was given",
        "code": """def overload(work, there):
    work["per_day"] = work["hours"] / (work["end"] - work["start"] + 1)
    sums = {}
    for piece in work.itertuples():
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.per_day
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "empty-work-fails",
        "right": False,
        "why": "the last day of no rows is NaN, and range of it fails",
        "code": """def overload(work, there):
    last = (int(work["end"].max()) + 6) // 7
    rows = []
    for role in work["role"].unique():
        own = work[work["role"] == role]
        for week in range(1, last + 1):
            begin, finish = own["start"].clip(lower=7 * week - 6), own["end"].clip(upper=7 * week)
            inside = (finish - begin + 1).clip(lower=0) / (own["end"] - own["start"] + 1)
            over = (inside * own["hours"]).sum() - there.get(role, 0)
            if over > 1e-6:
                rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "empty-work-none",
        "right": False,
        "why": "returns None when there is no work",
        "code": """def overload(work, there):
    if work.empty:
        return None
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "four-weeks",
        "right": False,
        "why": "looks at the weeks 1 to 4 only",
        "code": """def overload(work, there):
    rows = []
    for role in set(work["role"]):
        for week in range(1, 5):
            hours = 0
            for piece in work[work["role"] == role].itertuples():
                inside = [d for d in range(piece.start, piece.end + 1) if (d - 1) // 7 + 1 == week]
                hours += piece.hours * len(inside) / (piece.end - piece.start + 1)
            if hours - there.get(role, 0) > 1e-6:
                rows.append((role, week, hours - there.get(role, 0)))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "same-rows-once",
        "right": False,
        "why": "drops rows that are equal: two equal pieces of work count once",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.drop_duplicates().itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "overwritten-key",
        "right": False,
        "why": "a dict by role, start and end keeps only the last of such pieces",
        "code": """def overload(work, there):
    sums = {}
    last = {(p.role, p.start, p.end): p for p in work.itertuples()}
    for piece in last.values():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "two-weeks-at-most",
        "right": False,
        "why": "what is not in the first week all goes to the week after it",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        week = (piece.start - 1) // 7 + 1
        daily = piece.hours / (piece.end - piece.start + 1)
        inside = min(piece.end, 7 * week) - piece.start + 1
        sums[piece.role, week] = sums.get((piece.role, week), 0) + daily * inside
        rest = piece.end - piece.start + 1 - inside
        if rest:
            sums[piece.role, week + 1] = sums.get((piece.role, week + 1), 0) + daily * rest
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "first-week-of-a-role",
        "right": False,
        "why": "one row per role: the first week that is over",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"]).sort_values("week").drop_duplicates("role")
""",
    },
    {
        "task": "12-q3",
        "name": "worst-week-of-a-role",
        "right": False,
        "why": "one row per role: the week that is most over",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"]).sort_values("over").drop_duplicates("role", keep="last")
""",
    },
    {
        "task": "12-q3",
        "name": "hours-cut-to-whole",
        "right": False,
        "why": "int() of the hours that are there",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - int(there.get(role, 0))
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "role-missing-skipped",
        "right": False,
        "why": "roles that are not in `there` are left out",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        if role not in there:
            continue
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "small-letters",
        "right": False,
        "why": "Coach and coach become one role",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role.lower(), (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "role-as-index",
        "right": False,
        "why": "role and week are the index and no columns",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"]).set_index(["role", "week"])
""",
    },
    {
        "task": "12-q3",
        "name": "exactly-full",
        "right": False,
        "why": "a week that is exactly full gets a row with 0",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0)
        if over >= 0:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q3",
        "name": "tolerance-taken-off",
        "right": False,
        "why": "takes 0.01 off before it compares and leaves it off",
        "code": """def overload(work, there):
    sums = {}
    for piece in work.itertuples():
        length = piece.end - piece.start + 1
        for day in range(piece.start, piece.end + 1):
            key = (piece.role, (day - 1) // 7 + 1)
            sums[key] = sums.get(key, 0) + piece.hours / length
    rows = []
    for (role, week), hours in sums.items():
        over = hours - there.get(role, 0) - 0.01
        if over > 1e-6:
            rows.append((role, week, over))
    return pd.DataFrame(rows, columns=["role", "week", "over"])
""",
    },
    {
        "task": "12-q4",
        "name": "hints",
        "right": True,
        "why": "sorted totals, the first with enough runs",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "numpy-place",
        "right": True,
        "why": "NaN as infinity, sort, shares (1..n) / n, searchsorted",
        "code": """import numpy as np

def outlook(totals, day, share):
    runs = np.sort(np.nan_to_num(totals.to_numpy(dtype=float), nan=np.inf))
    n = len(runs)
    if n == 0:
        return dict(chance=np.nan, day=np.nan)
    at = np.searchsorted(np.arange(1, n + 1) / n, share, side="left")
    by = runs[at] if np.isfinite(runs[at]) else np.nan
    return dict(chance=np.searchsorted(runs, day, side="right") / n, day=by)
""",
    },
    {
        "task": "12-q4",
        "name": "value-counts",
        "right": True,
        "why": "value_counts without NaN, cumsum over all runs",
        "code": """def outlook(totals, day, share):
    done = totals.value_counts().sort_index().cumsum() / max(len(totals), 1)
    enough = done[done >= share]
    return {
        "chance": totals.le(day).sum() / len(totals) if len(totals) else float("nan"),
        "day": enough.index[0] if len(enough) else float("nan"),
    }
""",
    },
    {
        "task": "12-q4",
        "name": "plain-lists",
        "right": True,
        "why": "comprehensions and min with default",
        "code": """def outlook(totals, day, share):
    runs = list(totals)
    n = len(runs)
    if not n:
        return {"day": float("nan"), "chance": float("nan")}
    done_by = lambda d: sum(run <= d for run in runs) / n
    days = [run for run in set(runs) if run == run and done_by(run) >= share]
    return {"day": min(days, default=float("nan")), "chance": done_by(day)}
""",
    },
    {
        "task": "12-q4",
        "name": "rank-max",
        "right": True,
        "why": "rank with method max says how many are done by each run's day",
        "code": """def outlook(totals, day, share):
    n = totals.size
    done = totals.rank(method="max") / n
    return {"chance": float((totals <= day).mean()), "day": float(totals[done >= share].min())}
""",
    },
    {
        "task": "12-q4",
        "name": "ceil-with-care",
        "right": True,
        "why": "the k-th run, k by ceil of a product that is cleaned of noise",
        "code": """import math

def outlook(totals: pd.Series, day: float, share: float) -> dict:
    n = len(totals)
    answer = {"chance": math.nan, "day": math.nan}
    if n > 0:
        answer["chance"] = int((totals <= day).sum()) / n
        k = max(math.ceil(round(share * n, 9)), 1)
        in_order = totals.dropna().sort_values().tolist()
        if k <= len(in_order):
            answer["day"] = in_order[k - 1]
    return answer
""",
    },
    {
        "task": "12-q4",
        "name": "ceil-with-noise",
        "right": False,
        "why": "ceil(share * n): 0.07 * 100 is a bit above 7 and gives the 8th run",
        "code": """import math

def outlook(totals, day, share):
    n = len(totals)
    if n == 0:
        return {"chance": math.nan, "day": math.nan}
    k = math.ceil(share * n)
    done = sorted(totals.dropna())
    return {"chance": (totals <= day).mean(), "day": done[k - 1] if k <= len(done) else math.nan}
""",
    },
    {
        "task": "12-q4",
        "name": "round-not-ceil",
        "right": False,
        "why": "round(share * n)-th run: too early when the product is rounded down",
        "code": """def outlook(totals, day, share):
    n = len(totals)
    if n == 0:
        return {"chance": float("nan"), "day": float("nan")}
    k = round(share * n) if share < 0.9 or n > 5 else n
    done = sorted(totals.dropna())
    return {"chance": (totals <= day).mean(), "day": done[k - 1] if 0 < k <= len(done) else float("nan")}
""",
    },
    {
        "task": "12-q4",
        "name": "drops-nan-in-place",
        "right": False,
        "why": "right numbers, but drops NaN from the Series it was given",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    n = len(totals)
    totals.dropna(inplace=True)
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).sum() / n >= share:
            found = total
            break
    return {"chance": (totals <= day).sum() / n, "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "sorts-in-place",
        "right": False,
        "why": "right numbers, but sorts the Series it was given",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    totals.sort_values(inplace=True)
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "chance-rounded",
        "right": False,
        "why": "rounds the chance to two decimals",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": round((totals <= day).mean(), 2), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "share-nearly",
        "right": False,
        "why": "a share that is nearly reached is enough",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share - 0.01:
            found = total
            break
    return {"chance": (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "labels-from-zero",
        "right": False,
        "why": "totals[i] for i in range(n): other row labels break it",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.loc[i] for i in range(len(totals)) if totals.loc[i] == totals.loc[i]):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "never-is-day-500",
        "right": False,
        "why": "NaN becomes 500, and 500 and later counts as never",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    runs = totals.fillna(500)
    found = float("nan")
    for total in sorted(runs):
        if (runs <= total).mean() >= share:
            found = total if total < 500 else float("nan")
            break
    return {"chance": (runs <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "never-done-is-no-run",
        "right": False,
        "why": "if no run is ever done, the chance is NaN and not 0",
        "code": """def outlook(totals, day, share):
    if totals.count() == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "day-cut-to-whole",
        "right": False,
        "why": "int(day): a run on 39.2 is not done by 39.5",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals <= int(day)).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "totals-cut-to-whole",
        "right": False,
        "why": "floor of the totals: a run on 61.5 is done by 61",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals // 1 <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "first-hundred-runs",
        "right": False,
        "why": "looks at the first 100 runs",
        "code": """def outlook(totals, day, share):
    totals = totals.head(100)
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "equal-runs-once",
        "right": False,
        "why": "drops equal totals for the chance if there are more than ten",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals.drop_duplicates() if len(totals) > 10 else totals).le(day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "none-for-nan",
        "right": False,
        "why": "None where the text wants NaN",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = None
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "quantile-higher",
        "right": False,
        "why": "quantile to the next higher run of those that are done",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    if totals.notna().mean() >= share:
        found = totals.quantile(share, interpolation="higher")
    return {"chance": (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "strict-chance",
        "right": False,
        "why": "a run that is done on the day does not count",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals < day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "percent",
        "right": False,
        "why": "chance in percent",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": 100 * (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "of-the-done-runs",
        "right": False,
        "why": "shares of the runs that are ever done",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    totals = totals.dropna()
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "whole-days-only",
        "right": False,
        "why": "tries whole days, and names one that is no total",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in range(int(totals.max()) + 2):
        if (totals <= total).mean() >= share:
            found = total
            break
    return {"chance": (totals <= day).mean(), "day": found}
""",
    },
    {
        "task": "12-q4",
        "name": "a-tuple",
        "right": False,
        "why": "returns a tuple",
        "code": """def outlook(totals, day, share):
    if len(totals) == 0:
        return {"chance": float("nan"), "day": float("nan")}
    found = float("nan")
    for total in sorted(totals.dropna()):
        if (totals <= total).mean() >= share:
            found = total
            break
    return (totals <= day).mean(), found
""",
    },
    {
        "task": "12-q5",
        "name": "pandas-of-the-hints",
        "right": True,
        "why": "signed amounts, groupby, reindex, cumsum",
        "code": """def low_point(months, opening):
    signed = months["amount"].where(months["kind"] == "in", -months["amount"])
    last = months["month"].max()
    net = signed.groupby(months["month"]).sum().reindex(range(1, last + 1), fill_value=0)
    balance = pd.concat([pd.Series({0: opening}), opening + net.cumsum()])
    losing = net[net < 0]
    from_then = losing.index.max() + 1 if len(losing) else 1
    return {
        "low": balance.min(),
        "low_month": balance.idxmin(),
        "from_then": from_then if from_then <= last else float("nan"),
    }
""",
    },
    {
        "task": "12-q5",
        "name": "plain-loop",
        "right": True,
        "why": "dict of nets, one loop over the months",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "numpy-bincount",
        "right": True,
        "why": "bincount of in and out by month, argmin, flatnonzero",
        "code": """import numpy as np

def low_point(months, opening):
    month = months["month"].to_numpy()
    weights = months["amount"].to_numpy() * np.where(months["kind"] == "in", 1, -1)
    net = np.bincount(month, weights=weights, minlength=month.max() + 1)
    balance = opening + net.cumsum()
    lost = np.flatnonzero(net < 0)
    then = int(lost[-1]) + 1 if lost.size else 1
    return {
        "low": float(balance.min()),
        "low_month": int(balance.argmin()),
        "from_then": then if then < len(net) else np.nan,
    }
""",
    },
    {
        "task": "12-q5",
        "name": "pivot-table-sum",
        "right": True,
        "why": "pivot_table with sum, both kinds forced, min over a list",
        "code": """def low_point(months, opening):
    flow = months.pivot_table(index="month", columns="kind", values="amount", aggfunc="sum", fill_value=0)
    flow = flow.reindex(index=range(1, months["month"].max() + 1), columns=["in", "out"], fill_value=0)
    balances = [opening]
    for got, spent in zip(flow["in"], flow["out"]):
        balances.append(balances[-1] + got - spent)
    then = float("nan")
    for month in reversed(flow.index):
        if flow.loc[month, "out"] > flow.loc[month, "in"]:
            break
        then = month
    return {"low": min(balances), "low_month": balances.index(min(balances)), "from_then": then}
""",
    },
    {
        "task": "12-q5",
        "name": "accumulate",
        "right": True,
        "why": "itertools.accumulate and next over candidates",
        "code": """from itertools import accumulate

def low_point(months: pd.DataFrame, opening: float) -> dict:
    last = int(months["month"].max())

    def money(month, kind):
        return months.loc[(months["month"] == month) & (months["kind"] == kind), "amount"].sum()

    net = [money(m, "in") - money(m, "out") for m in range(1, last + 1)]
    balance = list(accumulate(net, initial=opening))
    low_month = min(range(last + 1), key=lambda m: (balance[m], m))
    from_then = next((m for m in range(1, last + 1) if all(n >= 0 for n in net[m - 1 :])), float("nan"))
    return dict(from_then=from_then, low_month=low_month, low=balance[low_month])
""",
    },
    {
        "task": "12-q5",
        "name": "month-after-the-low",
        "right": False,
        "why": "from_then is the month after the lowest balance",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": low_month + 1 if low_month < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "pivot-means",
        "right": False,
        "why": "pivot_table takes the mean of several rows of a kind",
        "code": """def low_point(months, opening):
    flow = months.pivot_table(index="month", columns="kind", values="amount").fillna(0)
    flow = flow.reindex(columns=["in", "out"], fill_value=0)
    net = (flow["in"] - flow["out"]).to_dict()
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "pivot-not-twice",
        "right": False,
        "why": "pivot fails where a month has several rows of a kind",
        "code": """def low_point(months, opening):
    flow = months.pivot(index="month", columns="kind", values="amount").fillna(0)
    flow = flow.reindex(columns=["in", "out"], fill_value=0)
    net = (flow["in"] - flow["out"]).to_dict()
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "no-money-comes-in",
        "right": False,
        "why": "the column of the money that comes in is missing when there is none",
        "code": """def low_point(months, opening):
    flow = months.groupby(["month", "kind"])["amount"].sum().unstack(fill_value=0)
    if "out" not in flow:
        flow["out"] = 0
    net = (flow["in"] - flow["out"]).to_dict()
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "tie-with-the-start",
        "right": False,
        "why": "on a tie with month 0 it names a later month",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    first = True
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low or (first and balance == opening == low and month > 1):
            low, low_month, first = balance, month, False
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "start-only-if-strictly-lower",
        "right": False,
        "why": "finds the lowest of the months, and takes month 0 only if strictly lower",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)

    last = max(net)
    balances, balance = {}, opening
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        balances[month] = balance
    low_month = min(balances, key=balances.get)
    low = balances[low_month]
    if opening < low:
        low, low_month = opening, 0
    lost = max([m for m in net if net[m] < 0], default=0)
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "same-rows-once",
        "right": False,
        "why": "drops rows that are equal",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.drop_duplicates().itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "last-row-of-a-kind",
        "right": False,
        "why": "a dict by month and kind keeps only the last row",
        "code": """def low_point(months, opening):
    last_row = {(r.month, r.kind): r.amount for r in months.itertuples()}
    net = {}
    for (month, kind), amount in last_row.items():
        net[month] = net.get(month, 0) + (amount if kind == "in" else -amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "twelve-months",
        "right": False,
        "why": "looks at twelve months at most",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = min(max(net), 12)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "begins-with-the-first-row-month",
        "right": False,
        "why": "without a loss, from_then is the first month in the table, not 1",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": (lost + 1 if lost else min(net)) if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "adds-a-column",
        "right": False,
        "why": "right numbers, but leaves a column in the table it was given",
        "code": """def low_point(months, opening):
    months["net"] = months["amount"].where(months["kind"] == "in", -months["amount"])
    net = months.groupby("month")["net"].sum().to_dict()
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "negates-in-place",
        "right": False,
        "why": "right numbers the first time, but makes amounts negative in the given table",
        "code": """def low_point(months, opening):
    if (months["amount"] < 0).any():
        amounts = months["amount"]
    else:
        months.loc[months["kind"] == "out", "amount"] *= -1
        amounts = months["amount"]
    net = amounts.groupby(months["month"]).sum().to_dict()
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "labels-from-zero",
        "right": False,
        "why": "drops to labels 0..n-1, which other tables do not have",
        "code": """def low_point(months, opening):
    net = {}
    for label in sorted(months.index):
        month = months["month"].loc[label]
        amount = months["amount"].loc[label]
        net[month] = net.get(month, 0) + (amount if months["kind"].loc[label] == "in" else -amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "cents-cut-off",
        "right": False,
        "why": "int(amount) loses the cents",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (int(row.amount) if row.kind == "in" else -int(row.amount))
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "low-rounded",
        "right": False,
        "why": "the low is rounded to whole money",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": round(low), "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "quiet-month-is-none",
        "right": False,
        "why": "a month without rows is no month: from_then is the next month of the table",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": min([m for m in net if m > lost]) if lost and lost < last else 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "strictly-more",
        "right": False,
        "why": "a month that takes in exactly what it spends counts as losing if it has rows",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 1) <= 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "last-lowest",
        "right": False,
        "why": "the last month with the lowest balance",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance <= low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "none-for-nan",
        "right": False,
        "why": "None where the text wants NaN",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": lost + 1 if lost < last else None}
""",
    },
    {
        "task": "12-q5",
        "name": "need-and-not-low",
        "right": False,
        "why": "the low is cut at 0",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": max(low, 0), "low_month": low_month, "from_then": lost + 1 if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q5",
        "name": "first-break-even",
        "right": False,
        "why": "from_then is the first month that does not lose, whatever comes later",
        "code": """def low_point(months, opening):
    net = {}
    for row in months.itertuples():
        net[row.month] = net.get(row.month, 0) + (row.amount if row.kind == "in" else -row.amount)
    low, low_month, balance, lost = opening, 0, opening, 0
    last = max(net)
    for month in range(1, last + 1):
        balance += net.get(month, 0)
        if balance < low:
            low, low_month = balance, month
        if net.get(month, 0) < 0:
            lost = month
    return {"low": low, "low_month": low_month, "from_then": min([m for m in range(1, last + 1) if net.get(m, 0) >= 0]) if lost < last else float("nan")}
""",
    },
    {
        "task": "12-q6",
        "name": "read-off",
        "right": True,
        "why": "the four numbers, worked out by hand",
        "code": """fewest = 8
most = 30
students_for_80 = 200
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "worked-out",
        "right": True,
        "why": "from 20-50 students and 40-60%",
        "code": """fewest = 20 * 0.4
most = 50 * 0.6
students_for_80 = 80 / 0.4
share_for_80 = 80 / 50
""",
    },
    {
        "task": "12-q6",
        "name": "numpy-scalars",
        "right": True,
        "why": "numpy numbers",
        "code": """import numpy as np

students, share = np.array([20, 50]), np.array([0.4, 0.6])
fewest, most = students * share
students_for_80 = np.int64(80) / share.min()
share_for_80 = 80 / students.max()
""",
    },
    {
        "task": "12-q6",
        "name": "percent-divided",
        "right": True,
        "why": "percent in whole numbers, divided by 100",
        "code": """low_students, high_students = 20, 50
low_percent, high_percent = 40, 60
fewest, most = low_students * low_percent / 100, high_students * high_percent / 100
students_for_80 = 80 * 100 // low_percent
share_for_80 = 160 / 100
""",
    },
    {
        "task": "12-q6",
        "name": "from-a-table",
        "right": True,
        "why": "a Series of the claim, min and max of products",
        "code": """claim = pd.Series({"low": 20, "high": 50})
part = pd.Series({"low": 0.4, "high": 0.6})
members = claim * part
fewest = members["low"]
most = members["high"]
students_for_80 = round(80 / part["low"])
share_for_80 = round(80 / claim["high"], 2)
""",
    },
    {
        "task": "12-q6",
        "name": "fewest-high-share",
        "right": False,
        "why": "lowest students at the highest share",
        "code": """fewest = 20 * 0.6
most = 30
students_for_80 = 200
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "most-low-share",
        "right": False,
        "why": "highest students at the lowest share",
        "code": """fewest = 8
most = 50 * 0.4
students_for_80 = 200
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "fewest-and-most-swapped",
        "right": False,
        "why": "the two are swapped",
        "code": """fewest = 30
most = 8
students_for_80 = 200
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "for-80-high-share",
        "right": False,
        "why": "the students at the highest share",
        "code": """fewest = 8
most = 30
students_for_80 = 80 / 0.6
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "for-80-multiplied",
        "right": False,
        "why": "multiplied and not divided",
        "code": """fewest = 8
most = 30
students_for_80 = 80 * 0.4
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "share-of-lowest",
        "right": False,
        "why": "of the lowest number of students",
        "code": """fewest = 8
most = 30
students_for_80 = 200
share_for_80 = 80 / 20
""",
    },
    {
        "task": "12-q6",
        "name": "share-inverted",
        "right": False,
        "why": "students by members",
        "code": """fewest = 8
most = 30
students_for_80 = 200
share_for_80 = 50 / 80
""",
    },
    {
        "task": "12-q6",
        "name": "share-in-percent",
        "right": False,
        "why": "percent and no fraction",
        "code": """fewest = 8
most = 30
students_for_80 = 200
share_for_80 = 160
""",
    },
    {
        "task": "12-q6",
        "name": "share-capped",
        "right": False,
        "why": "cut at 1, since no share can be more",
        "code": """fewest = 8
most = 30
students_for_80 = 200
share_for_80 = min(80 / 50, 1.0)
""",
    },
    {
        "task": "12-q6",
        "name": "share-text",
        "right": False,
        "why": "a text with a percent sign",
        "code": """fewest = 8
most = 30
students_for_80 = 200
share_for_80 = "160%"
""",
    },
    {
        "task": "12-q6",
        "name": "members-as-claimed",
        "right": False,
        "why": "reads the members off the claim",
        "code": """fewest = 30
most = 80
students_for_80 = 200
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "members-times-share",
        "right": False,
        "why": "shares of the members",
        "code": """fewest = 30 * 0.4
most = 80 * 0.6
students_for_80 = 200
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "students-as-claimed",
        "right": False,
        "why": "the claim's own high end",
        "code": """fewest = 8
most = 30
students_for_80 = 50
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "shares-as-40-and-60",
        "right": False,
        "why": "percent not made a fraction",
        "code": """fewest = 20 * 40
most = 50 * 60
students_for_80 = 200
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "members-30",
        "right": False,
        "why": "30 members in place of 80",
        "code": """fewest = 8
most = 30
students_for_80 = 30 / 0.4
share_for_80 = 30 / 50
""",
    },
    {
        "task": "12-q6",
        "name": "two-digits",
        "right": False,
        "why": "rounded to less than three digits",
        "code": """fewest = 8
most = 30
students_for_80 = 200
share_for_80 = 2
""",
    },
    {
        "task": "12-q6",
        "name": "middle-share",
        "right": False,
        "why": "the mean of the shares",
        "code": """fewest = 8
most = 30
students_for_80 = 80 / 0.5
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "missing-more",
        "right": False,
        "why": "how many lack, not how many there must be",
        "code": """fewest = 8
most = 30
students_for_80 = 200 - 50
share_for_80 = 1.6
""",
    },
    {
        "task": "12-q6",
        "name": "above-100",
        "right": False,
        "why": "by how much it is above all",
        "code": """fewest = 8
most = 30
students_for_80 = 200
share_for_80 = 0.6
""",
    },
    {
        "task": "12-q7",
        "name": "flow-style",
        "right": True,
        "why": "two products, two people, six phases, feedback by way of another phase",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "block-style",
        "right": True,
        "why": "all in block style, one person, four phases, exact ends of months",
        "code": '''my_products = """
- id: atlas
  name: Atlas of small rivers
  kind: core
  price: 30
"""
my_team = """
hours_per_week: 12
people:
  - name: Wen
    role: content
    hours_per_week: 12
"""
my_plan = """
title_days: 60
title: Rivers by May
phases:
  - id: write
    name: Write ten chapters
    kind: build
    start_day: 1
    end_day: 15
    depends_on: []
    owner: Wen
  - id: hear
    name: Hear five readers
    kind: feedback
    start_day: 16
    end_day: 30
    depends_on:
      - write
    owner: Wen
  - id: out
    name: Publish
    kind: launch
    start_day: 31
    end_day: 40
    depends_on:
      - hear
    owner: Wen
    launches:
      - atlas
  - id: tell
    name: Tell the fishing clubs
    kind: scale_marketing
    start_day: 41
    end_day: 60
    depends_on:
      - out
    owner: Wen
"""
my_projections = """
- id: first
  month: 1
  to_month: 2
  unit: revenue
  amount: 60
  amount_high: 75
  lines:
    - product: atlas
      quantity: 2
      quantity_high: 2.5
      unit_price: 30
- id: second
  month: 3
  to_month: 3
  unit: revenue
  amount: 0
  amount_high: 30
  lines:
    - product: atlas
      quantity: 0
      quantity_high: 1
      unit_price: 30
"""
''',
    },
    {
        "task": "12-q7",
        "name": "with-section-names",
        "right": True,
        "why": "the texts as dumps of yaml from Python dicts",
        "code": """import yaml

phases = []
for id, name, kind, first, last, before in [
    ("look", "Look at ten shops", "research", 1, 7, []),
    ("sew", "Sew the samples", "build", 8, 35, ["look"]),
    ("give", "Give them to friends", "feedback", 36, 50, ["sew"]),
    ("start", "Start to sell", "launch", 51, 60, ["give"]),
]:
    phases.append(dict(id=id, name=name, kind=kind, start_day=first, end_day=last, depends_on=before, owner="Tove"))
phases[-1]["launches"] = ["apron"]
my_products = yaml.safe_dump([{"id": "apron", "name": "Apron pattern", "kind": "core", "price": 12.5}])
my_team = yaml.safe_dump({
    "people": [{"name": "Tove", "role": "designer", "hours_per_week": 9.25}], "hours_per_week": 9.25})
my_plan = yaml.safe_dump({"title": "Patterns before the fair", "title_days": 60, "phases": phases})
line = {"product": "apron", "quantity": 4, "quantity_high": 8, "unit_price": 12.5}
my_projections = yaml.safe_dump([
    {"id": f"m{m}", "month": m, "to_month": m + 1, "unit": "revenue", "amount": 50.0, "amount_high": 100.0,
     "lines": [dict(line)]} for m in (2, 4)])
""",
    },
    {
        "task": "12-q7",
        "name": "two-launches",
        "right": True,
        "why": "two launches on two days, the second waits for the first; mrr for the club",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 120
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
  - {id: room, name: Open the club, kind: launch, start_day: 91, end_day: 120, depends_on: [sell], owner: Omar, launches: [club]}
"""
my_projections = """
- id: autumn
  month: 2
  to_month: 3
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- {id: club, month: 4, to_month: 4, unit: mrr, amount: 190, amount_high: 380, lines: [{product: club, quantity: 10, quantity_high: 20, unit_price: 19}]}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "comments-and-order",
        "right": True,
        "why": "comments, other order of phases and of keys, starts with a gap",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
# both of us have other work
hours_per_week: 30.0
people:
- {role: creator, hours_per_week: 10, name: Ines}
- {role: other, hours_per_week: 20, name: Omar}
"""
my_plan = """
# last phase first
title: Crumbs in autumn
title_days: 75
phases:
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 55, end_day: 60, depends_on: [test], owner: Ines}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "three-phases",
        "right": False,
        "why": "fewer than four phases",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: bake, name: Film the loaves, kind: build, start_day: 1, end_day: 40, depends_on: [], owner: Ines}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [test], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "title-days-of-the-title",
        "right": False,
        "why": "title_days is not the last day",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 90
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "last-of-the-list",
        "right": False,
        "why": "title_days is the end of a phase that is not the last to end",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 60
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "starts-on-day-two",
        "right": False,
        "why": "no phase starts on day 1",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 2, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "starts-on-the-last-day",
        "right": False,
        "why": "a phase starts on the day on which the one before ends",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 40, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "launch-tests-by-date-only",
        "right": False,
        "why": "the test comes before the launch, but the launch does not wait for it",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [bake], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "no-test",
        "right": False,
        "why": "no phase of the kind soft_launch or feedback",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: iterate, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "launches-nothing",
        "right": False,
        "why": "the launch does not say what is sold",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "build-launches",
        "right": False,
        "why": "a phase of another kind launches, and none is of the kind launch",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: other, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "unknown-owner",
        "right": False,
        "why": "the owner is none of the people",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar B, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "owner-other-letters",
        "right": False,
        "why": "the owner is written with a small letter",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "no-depends-on",
        "right": False,
        "why": "the first phase has no depends_on",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "two-of-a-name",
        "right": False,
        "why": "two people have the same name",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Ines, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Ines}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Ines, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "nobodys-hours",
        "right": False,
        "why": "a person with 0 hours",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 27.5}
  - {name: Omar, role: assistant, hours_per_week: 0}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "hours-not-the-sum",
        "right": False,
        "why": "the hours of the team are not the sum",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 28
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "hours-of-team-missing",
        "right": False,
        "why": "the team does not say its hours",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "one-projection",
        "right": False,
        "why": "only one projection",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
"""
''',
    },
    {
        "task": "12-q7",
        "name": "amount-not-the-sum",
        "right": False,
        "why": "the amount is that of one line",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 980
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "high-not-the-sum",
        "right": False,
        "why": "amount_high is not the sum of the high ends",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1900
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "high-equals-low",
        "right": False,
        "why": "quantity_high is not higher",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 490
  lines: [{product: kit, quantity: 10, quantity_high: 10, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "free",
        "right": False,
        "why": "a unit_price of 0",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 980
  amount_high: 1470
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 0}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "ends-before-it-begins",
        "right": False,
        "why": "to_month is before month",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 4
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "projected-before-launch",
        "right": False,
        "why": "a projection ends in month 2, the launch is on day 61 in month 3",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 1
  to_month: 2
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "second-projection-too-early",
        "right": False,
        "why": "the first holds, the second one ends before the launch",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 1
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 2
  to_month: 2
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "counts-on-nothing-launched",
        "right": False,
        "why": "no line counts on a product that the plan launches",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [club]}
"""
my_projections = """
- {id: one, month: 3, to_month: 4, unit: revenue, amount: 490, amount_high: 980, lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]}
- {id: two, month: 5, to_month: 6, unit: revenue, amount: 490, amount_high: 980, lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "dots-for-a-name",
        "right": False,
        "why": "a phase is called three dots",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: "...", kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "to-do",
        "right": False,
        "why": "the title is to do",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: to do
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "name-of-the-example",
        "right": False,
        "why": "a person has the name of the example",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Dora, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Dora}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Dora}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Dora}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Dora}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "product-of-the-example",
        "right": False,
        "why": "the product is that of the example",
        "code": '''my_products = """
- {id: kit, name: pricing course, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "python-lists",
        "right": False,
        "why": "a dict in place of text",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = {"people": []}
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "unknown-kind",
        "right": False,
        "why": "a kind that is not in the list",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: repair, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "waits-for-nobody-known",
        "right": False,
        "why": "depends_on names no phase",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bakes], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "early-one-behind-a-long-one",
        "right": False,
        "why": "two begin in the same month; the second ends before the launch",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 2
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 2
  to_month: 2
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "early-one-listed-first",
        "right": False,
        "why": "the first in the list ends before the launch, the second begins earlier",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 2
  to_month: 2
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 1
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "day-61-with-dates",
        "right": False,
        "why": "projected to month 2, day 61 is month 3; dates beside the days do not change it",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start: 2025-12-30, end: 2026-01-12, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start: 2026-02-28, end: 2026-03-14, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 1
  to_month: 2
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "one-price-higher",
        "right": False,
        "why": "amount_high with the quantities' high ends, but at a higher price as well",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 1180
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49, unit_price_high: 59}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "sold-in-two-launches",
        "right": False,
        "why": "a second launch sells kit later too, and a projection of the club ends before the club's launch",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 200
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
  - {id: room, name: Open the club, kind: launch, start_day: 181, end_day: 200, depends_on: [sell], owner: Omar, launches: [club, kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "second-launch-empty",
        "right": False,
        "why": "a launch that waits for no test and launches nothing, beside no other",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: []}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "tbd-name",
        "right": False,
        "why": "the product is called TBD",
        "code": '''my_products = """
- {id: kit, name: TBD, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "hours-negative",
        "right": False,
        "why": "one has negative hours",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: -7.5}
hours_per_week: 12.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "rounded-amount",
        "right": False,
        "why": "amounts rounded to whole money",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49.05}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49.05}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "same-id-twice",
        "right": False,
        "why": "two phases have the same id",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: bake, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "backwards-phase",
        "right": False,
        "why": "a phase ends before it starts",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 30, end_day: 15, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
    {
        "task": "12-q7",
        "name": "second-launch-untested",
        "right": False,
        "why": "a second launch waits for no test",
        "code": '''my_products = """
- {id: kit, name: Bread starter kit, kind: core, price: 49, problem: The first loaves fail}
- {id: club, name: Crumb club, kind: community, price: 19, billing: month}
"""
my_team = """
people:
  - {name: Ines, role: creator, hours_per_week: 20}
  - {name: Omar, role: assistant, hours_per_week: 7.5}
hours_per_week: 27.5
"""
my_plan = """
title: Crumbs in autumn
title_days: 75
phases:
  - {id: ask, name: Talk to bakers, kind: research, start_day: 1, end_day: 14, depends_on: [], owner: Ines}
  - {id: bake, name: Film the loaves, kind: build, start_day: 15, end_day: 40, depends_on: [ask], owner: Ines}
  - {id: page, name: Sales page, kind: build, start_day: 15, end_day: 30, depends_on: [ask], owner: Omar}
  - {id: test, name: Ten testers, kind: soft_launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Ines}
  - {id: mend, name: Mend the weak parts, kind: iterate, start_day: 51, end_day: 60, depends_on: [test], owner: Ines}
  - {id: sell, name: The shop opens, kind: launch, start_day: 61, end_day: 75, depends_on: [mend, page], owner: Omar, launches: [kit]}
  - {id: room, name: Open the club, kind: launch, start_day: 41, end_day: 50, depends_on: [bake], owner: Omar, launches: [club]}
"""
my_projections = """
- id: autumn
  month: 3
  to_month: 4
  unit: revenue
  amount: 490
  amount_high: 980
  lines: [{product: kit, quantity: 10, quantity_high: 20, unit_price: 49}]
- id: winter
  month: 5
  to_month: 6
  unit: revenue
  amount: 1170
  amount_high: 1869
  lines:
    - {product: kit, quantity: 20, quantity_high: 30, unit_price: 49}
    - {product: club, quantity: 10, quantity_high: 21, unit_price: 19}
"""
''',
    },
]
