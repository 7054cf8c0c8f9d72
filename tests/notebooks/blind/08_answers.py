"""Blind answers for 08-premium-layer. Each code replaces the solution cell of its task (one cell per task)."""

ANSWERS = [
    {
        "task": "08-q1",
        "name": "plain",
        "right": True,
        "why": "hint followed",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "divmod-if",
        "right": True,
        "why": "divmod and if",
        "code": """def most_clients(minutes, plan, wanted):
    held = plan["sessions"] + plan["missed"]
    takes = held * plan["session"] + plan["sessions"] * plan["prepare"]
    by_time, _ = divmod(minutes, takes)
    by_people, _ = divmod(wanted, plan["size"])
    if by_people < by_time:
        return by_people * plan["size"]
    return by_time * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "while-loop",
        "right": True,
        "why": "subtract group by group",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    clients = 0
    while minutes >= group and wanted - clients >= plan["size"]:
        minutes -= group
        clients += plan["size"]
    return clients
""",
    },
    {
        "task": "08-q1",
        "name": "typed-helper",
        "right": True,
        "why": "helper and type hints",
        "code": """def _group_minutes(size, sessions, session, prepare, missed, **other) -> int:
    return sum([session + prepare] * sessions) + sum([session] * missed)


def most_clients(minutes: int, plan: dict, wanted: int) -> int:
    groups = minutes // _group_minutes(**plan)
    return min(groups * plan["size"], wanted - wanted % plan["size"])
""",
    },
    {
        "task": "08-q1",
        "name": "bisect",
        "right": True,
        "why": "largest number of groups that fits, by bisection",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    low, high = 0, wanted // plan["size"]
    while low < high:
        middle = (low + high + 1) // 2
        if middle * group <= minutes:
            low = middle
        else:
            high = middle - 1
    return low * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "numpy-floor",
        "right": True,
        "why": "numpy minimum, back to int",
        "code": """import numpy as np


def most_clients(minutes, plan, wanted):
    p = pd.Series({k: plan[k] for k in ["size", "sessions", "session", "prepare", "missed"]})
    need = p["sessions"] * (p["session"] + p["prepare"]) + p["missed"] * p["session"]
    return int(np.minimum(minutes // need, wanted // p["size"]) * p["size"])
""",
    },
    {
        "task": "08-q1",
        "name": "no-prepare",
        "right": False,
        "why": "preparation forgotten",
        "code": """def most_clients(minutes, plan, wanted):
    group = (plan["sessions"] + plan["missed"]) * plan["session"]
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "prepare-once",
        "right": False,
        "why": "prepared once a month",
        "code": """def most_clients(minutes, plan, wanted):
    group = (plan["sessions"] + plan["missed"]) * plan["session"] + plan["prepare"]
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "missed-prepared",
        "right": False,
        "why": "missed sessions prepared again",
        "code": """def most_clients(minutes, plan, wanted):
    group = (plan["sessions"] + plan["missed"]) * (plan["session"] + plan["prepare"])
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "missed-ignored",
        "right": False,
        "why": "missed ignored",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"])
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "missed-per-person",
        "right": False,
        "why": "missed counted per person of the group",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"] * plan["size"]
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "missed-subtracted",
        "right": False,
        "why": "missed sessions save time",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) - plan["missed"] * plan["session"]
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "missed-capped",
        "right": False,
        "why": "no more missed than sessions: the text allows more",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + min(plan["missed"], plan["sessions"]) * plan["session"]
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "missed-once",
        "right": False,
        "why": "only one missed session, however many",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + (plan["session"] if plan["missed"] else 0)
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "missed-per-session",
        "right": False,
        "why": "missed multiplied by sessions",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"] + plan["missed"] * plan["session"])
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "wanted-ignored",
        "right": False,
        "why": "wanted not used",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return minutes // group * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "min-of-clients",
        "right": False,
        "why": "group left over filled in part",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return min(minutes // group * plan["size"], wanted)
""",
    },
    {
        "task": "08-q1",
        "name": "ceil-groups-wanted",
        "right": False,
        "why": "last group of people rounded up",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return min(minutes // group, -(-wanted // plan["size"])) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "round-up-hours",
        "right": False,
        "why": "groups rounded up",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return min(-(-minutes // group), wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "round-nearest",
        "right": False,
        "why": "groups rounded to the nearest",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return min(round(minutes / group), wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "number-of-groups",
        "right": False,
        "why": "groups, not clients",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return min(minutes // group, wanted // plan["size"])
""",
    },
    {
        "task": "08-q1",
        "name": "parts-of-group",
        "right": False,
        "why": "minutes per client",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return min(minutes * plan["size"] // group, wanted)
""",
    },
    {
        "task": "08-q1",
        "name": "parts-then-whole-people",
        "right": False,
        "why": "people counted in whole groups, hours not",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return min(minutes * plan["size"] // group, wanted // plan["size"] * plan["size"])
""",
    },
    {
        "task": "08-q1",
        "name": "strict-fit",
        "right": False,
        "why": "a group that fits exactly is left out",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return min((minutes - 1) // group if minutes else 0, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "strict-wanted",
        "right": False,
        "why": "a full group without anybody left over is left out",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return min(minutes // group, max(wanted - 1, 0) // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "at-least-one-group",
        "right": False,
        "why": "never 0",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return max(1, min(minutes // group, wanted // plan["size"])) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "pops-plan",
        "right": False,
        "why": "changes the plan it was given",
        "code": """def most_clients(minutes, plan, wanted):
    missed = plan.pop("missed") * plan["session"]
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + missed
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "printed",
        "right": False,
        "why": "printed, not returned",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    print(min(minutes // group, wanted // plan["size"]) * plan["size"])
""",
    },
    {
        "task": "08-q1",
        "name": "limit-100",
        "right": False,
        "why": "at most 100 groups tried",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"]) + plan["missed"] * plan["session"]
    return max(k for k in range(101) if k * group <= minutes and k * plan["size"] <= wanted) * plan["size"]
""",
    },
    {
        "task": "08-q1",
        "name": "prepare-per-person",
        "right": False,
        "why": "preparation counted for each person",
        "code": """def most_clients(minutes, plan, wanted):
    group = plan["sessions"] * (plan["session"] + plan["prepare"] * plan["size"]) + plan["missed"] * plan["session"]
    return min(minutes // group, wanted // plan["size"]) * plan["size"]
""",
    },
    {
        "task": "08-q2",
        "name": "list-of-places",
        "right": True,
        "why": "hint followed, dictionary",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "heap-series",
        "right": True,
        "why": "heap of free weeks, as a Series",
        "code": """import heapq


def starts(applications, places, patience):
    line = applications.sort_values(by=["week", "number"], ignore_index=True)
    free, result = [], {}
    for name, week, stays in zip(line["person"], line["week"], line["stays"]):
        if len(free) < places:
            result[name] = int(week)
            heapq.heappush(free, week + stays)
        elif places and max(week, free[0]) - week <= patience:
            result[name] = int(max(week, free[0]))
            heapq.heapreplace(free, result[name] + stays)
    return pd.Series(result, dtype="int64")
""",
    },
    {
        "task": "08-q2",
        "name": "count-taken",
        "right": True,
        "why": "for each person, the first week with fewer stays than places",
        "code": """def starts(applications, places, patience):
    if places == 0:
        return pd.Series(dtype=int)
    stays = []
    out = {}
    for _, row in applications.sort_values(["week", "number"]).iterrows():
        for week in range(row["week"], row["week"] + patience + 1):
            if sum(a <= week < b for a, b in stays) < places:
                out[row["person"]] = week
                stays.append((week, week + row["stays"]))
                break
    return pd.Series(out, dtype=int)
""",
    },
    {
        "task": "08-q2",
        "name": "events-queue",
        "right": True,
        "why": "a line that moves on when something happens",
        "code": """from collections import deque


def starts(applications, places, patience):
    rows = applications[["week", "number", "person", "stays"]].to_dict("records")
    line = deque(sorted(rows, key=lambda r: (r["week"], r["number"])))
    leaving = []
    result = {}
    if places < 1 or not line:
        return result
    now = line[0]["week"]
    while line:
        head = line[0]
        now = max(now, head["week"])
        leaving = [w for w in leaving if w > now]
        if now - head["week"] > patience:
            line.popleft()
        elif len(leaving) < places:
            line.popleft()
            result[head["person"]] = now
            leaving.append(now + head["stays"])
        else:
            now = min(leaving)
    return result
""",
    },
    {
        "task": "08-q2",
        "name": "numpy-argmin",
        "right": True,
        "why": "numpy array of places",
        "code": """import numpy as np


def starts(applications, places, patience):
    order = np.lexsort((applications["number"].to_numpy(), applications["week"].to_numpy()))
    table = applications.iloc[order]
    if places == 0 or table.empty:
        return pd.Series([], index=[], dtype="int64")
    free = np.full(min(places, len(table)), table["week"].min())
    who, when = [], []
    for person, week, stays in table[["person", "week", "stays"]].itertuples(index=False):
        place = int(free.argmin())
        begin = max(week, int(free[place]))
        if begin > week + patience:
            continue
        who.append(person)
        when.append(begin)
        free[place] = begin + stays
    return pd.Series(when, index=who)
""",
    },
    {
        "task": "08-q2",
        "name": "sorted-free-reversed",
        "right": True,
        "why": "free weeks kept sorted, Series in the order of the rows given",
        "code": """def starts(applications, places, patience):
    def place(person, free):
        if not free:
            return None, free
        start = max(person.week, free[0])
        if start - person.week > patience:
            return None, free
        return start, sorted(free[1:] + [start + person.stays])

    free = [-(10**12)] * places
    seen = {}
    for person in sorted(applications.itertuples(index=False), key=lambda p: (p.week, p.number)):
        seen[person.person], free = place(person, free)
    return pd.Series({name: seen[name] for name in applications["person"] if seen[name] is not None}, dtype=int)
""",
    },
    {
        "task": "08-q2",
        "name": "order-of-rows",
        "right": False,
        "why": "not sorted",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "number-only",
        "right": False,
        "why": "sorted by number",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values("number").itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "number-then-week",
        "right": False,
        "why": "sorted by number, then week",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["number", "week"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "week-only",
        "right": False,
        "why": "number ignored within a week",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values("week", kind="stable").itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "number-descending",
        "right": False,
        "why": "higher number first",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"], ascending=[True, False]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "ties-by-name",
        "right": False,
        "why": "ties by name",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "person"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "patience-strict",
        "right": False,
        "why": "waits less than patience",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start - one.week < patience or start == one.week:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "patience-plus-one",
        "right": False,
        "why": "waits one week too long",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience + 1:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "patience-none",
        "right": False,
        "why": "nobody gives up",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if True:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "patience-0-no-limit",
        "right": False,
        "why": "patience 0 taken for no limit",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if not patience or start - one.week <= patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "free-one-late",
        "right": False,
        "why": "free a week late",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays + 1
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "free-one-early",
        "right": False,
        "why": "free in the last week of a stay",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays - 1
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "stay-from-application",
        "right": False,
        "why": "stay counted from the application",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = one.week + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "gives-up-takes-place",
        "right": False,
        "why": "who gives up takes the place anyway",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        free[free.index(min(free))] = start + one.stays
        if start <= one.week + patience:
            found[one.person] = start
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "waiting-weeks",
        "right": False,
        "why": "weeks of waiting",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start - one.week
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "before-application",
        "right": False,
        "why": "starts before the application",
        "code": """def starts(applications, places, patience):
    free = [int(applications['week'].min())] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = min(free)
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "zero-places-error",
        "right": False,
        "why": "min of an empty list",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "free-from-0",
        "right": False,
        "why": "places free from week 0: negative weeks wait",
        "code": """def starts(applications, places, patience):
    free = [0] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "free-from-1",
        "right": False,
        "why": "places free from week 1: weeks 0 and below wait",
        "code": """def starts(applications, places, patience):
    free = [1] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "sorts-in-place",
        "right": False,
        "why": "changes the table",
        "code": """def starts(applications, places, patience):
    applications.sort_values(["week", "number"], inplace=True)
    free = [float("-inf")] * places
    found = {}
    for one in applications.itertuples():
        if free and max(one.week, min(free)) <= one.week + patience:
            found[one.person] = max(one.week, min(free))
            free[free.index(min(free))] = found[one.person] + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "adds-column",
        "right": False,
        "why": "writes a column into the table",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        if free and max(one.week, min(free)) <= one.week + patience:
            found[one.person] = max(one.week, min(free))
            free[free.index(min(free))] = found[one.person] + one.stays
    applications["start"] = applications["person"].map(found)
    return applications.dropna(subset=["start"]).set_index("person")["start"]
""",
    },
    {
        "task": "08-q2",
        "name": "gave-up-as-nan",
        "right": False,
        "why": "people who give up are in it as NaN",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return pd.Series(found).reindex(applications["person"])
""",
    },
    {
        "task": "08-q2",
        "name": "stops-at-first",
        "right": False,
        "why": "the first who gives up ends the line",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        if not free or max(one.week, min(free)) > one.week + patience:
            break
        found[one.person] = max(one.week, min(free))
        free[free.index(min(free))] = found[one.person] + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "round-robin",
        "right": False,
        "why": "places given out in turn",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    turn = 0
    for one in applications.sort_values(["week", "number"]).itertuples():
        if not free:
            break
        start = max(one.week, free[turn % places])
        if start <= one.week + patience:
            found[one.person] = start
            free[turn % places] = start + one.stays
            turn += 1
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "latest-place",
        "right": False,
        "why": "waits for the last place",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, max(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "one-place",
        "right": False,
        "why": "number of places ignored",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * min(places, 1)
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "no-line",
        "right": False,
        "why": "goes at once if no place is free",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start == one.week:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "last-come-first",
        "right": False,
        "why": "of those who wait, the last one is taken",
        "code": """def starts(applications, places, patience):
    if not places or applications.empty:
        return {}
    rows = list(applications.itertuples())
    found, busy = {}, []
    for week in range(min(r.week for r in rows), max(r.week for r in rows) + patience + 1):
        busy = [b for b in busy if b > week]
        line = [r for r in rows if r.person not in found and r.week <= week <= r.week + patience]
        line.sort(key=lambda r: (-r.week, r.number))
        for one in line[: places - len(busy)]:
            found[one.person] = week
            busy.append(week + one.stays)
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "shortest-first",
        "right": False,
        "why": "of those who wait, the shortest stay is taken",
        "code": """def starts(applications, places, patience):
    if not places or applications.empty:
        return {}
    rows = list(applications.itertuples())
    found, busy = {}, []
    for week in range(min(r.week for r in rows), max(r.week for r in rows) + patience + 1):
        busy = [b for b in busy if b > week]
        line = [r for r in rows if r.person not in found and r.week <= week <= r.week + patience]
        line.sort(key=lambda r: (r.stays, r.week, r.number))
        for one in line[: places - len(busy)]:
            found[one.person] = week
            busy.append(week + one.stays)
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "weeks-1-to-52",
        "right": False,
        "why": "only the weeks 1 to 52 are looked at",
        "code": """def starts(applications, places, patience):
    rows = sorted(applications.itertuples(), key=lambda r: (r.week, r.number))
    found, busy = {}, []
    for week in range(1, 53):
        busy = [b for b in busy if b > week]
        for one in rows:
            if len(busy) < places and one.person not in found and one.week <= week <= one.week + patience:
                found[one.person] = week
                busy.append(week + one.stays)
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "loc-by-label",
        "right": False,
        "why": "row labels taken for rows: fails where a label comes twice",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    for label in applications.sort_values(["week", "number"]).index:
        one = applications.loc[label]
        if free and max(one["week"], min(free)) <= one["week"] + patience:
            found[one["person"]] = int(max(one["week"], min(free)))
            free[free.index(min(free))] = found[one["person"]] + one["stays"]
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "number-of-starts",
        "right": False,
        "why": "by number of the row, not by person",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return pd.Series(list(found.values()))
""",
    },
    {
        "task": "08-q2",
        "name": "dropna-all-columns",
        "right": False,
        "why": "people with gaps in other columns are lost",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    if not free:
        return {}
    for one in applications.dropna().sort_values(["week", "number"]).itertuples():
        start = max(one.week, min(free))
        if start <= one.week + patience:
            found[one.person] = start
            free[free.index(min(free))] = start + one.stays
    return found
""",
    },
    {
        "task": "08-q2",
        "name": "casefold-names",
        "right": False,
        "why": "names in lower case: Ann and ann become one",
        "code": """def starts(applications, places, patience):
    free = [float("-inf")] * places
    found = {}
    for one in applications.sort_values(["week", "number"]).itertuples():
        same = [n for n in found if n.casefold() == one.person.casefold()]
        if free and not same and max(one.week, min(free)) <= one.week + patience:
            found[one.person] = max(one.week, min(free))
            free[free.index(min(free))] = found[one.person] + one.stays
    return found
""",
    },
    {
        "task": "08-q3",
        "name": "mean-by-hours",
        "right": True,
        "why": "hint followed",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "rows-loop",
        "right": True,
        "why": "loop over the rows, dictionary",
        "code": """import math


def left_per_hour(sales, hours, share, fixed):
    left = dict.fromkeys(hours, 0.0)
    worked = dict.fromkeys(hours, 0.0)
    for product, paid, back in zip(sales["product"], sales["paid"], sales["back"]):
        if product not in hours:
            continue
        rest = paid
        if back is not None and not math.isnan(back):
            rest -= back
        if paid != 0:
            rest -= share * paid + fixed
        left[product] += rest
        worked[product] += hours[product]
    return {p: left[p] / worked[p] if worked[p] else float("nan") for p in hours}
""",
    },
    {
        "task": "08-q3",
        "name": "product-by-product",
        "right": True,
        "why": "a filter for each product",
        "code": """def left_per_hour(sales, hours, share, fixed):
    answer = {}
    for product in hours:
        mine = sales[sales["product"] == product]
        if len(mine) == 0:
            answer[product] = float("nan")
            continue
        payers = mine["paid"] > 0
        left = mine["paid"].sum() - mine["back"].sum() - share * mine["paid"].sum() - fixed * payers.sum()
        answer[product] = float(left) / (len(mine) * hours[product])
    return pd.Series(answer, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "sum-over-mapped-hours",
        "right": True,
        "why": "hours of each sale added up",
        "code": """def left_per_hour(sales, hours, share, fixed):
    some = sales.loc[sales["product"].isin(list(hours)).to_numpy(), ["product", "paid", "back"]].reset_index(drop=True)
    some["worked"] = some["product"].map(hours).astype(float)
    some["left"] = some["paid"] * (1 - share) - fixed * (some["paid"] > 0) - pd.to_numeric(some["back"]).fillna(0.0)
    total = some.groupby("product")[["left", "worked"]].sum()
    return (total["left"] / total["worked"]).reindex(list(hours))
""",
    },
    {
        "task": "08-q3",
        "name": "numpy-masks",
        "right": True,
        "why": "numpy",
        "code": """import numpy as np


def left_per_hour(sales: pd.DataFrame, hours: dict, share: float, fixed: float) -> dict:
    name = sales["product"].to_numpy(dtype=object)
    paid = sales["paid"].to_numpy(dtype=float)
    back = np.nan_to_num(sales["back"].to_numpy(dtype=float))
    left = paid - back - np.where(paid > 0, share * paid + fixed, 0.0)
    return {p: left[name == p].mean() / h if (name == p).any() else np.nan for p, h in hours.items()}
""",
    },
    {
        "task": "08-q3",
        "name": "assign-groupby-helper",
        "right": True,
        "why": "helper applied to each group",
        "code": """def _rest(row, share, fixed):
    fee = 0 if row["paid"] == 0 else row["paid"] * share + fixed
    return row["paid"] - fee - (0 if pd.isna(row["back"]) else row["back"])


def left_per_hour(sales, hours, share, fixed):
    rests = {product: [] for product in hours}
    for row in sales[["product", "paid", "back"]].to_dict("records"):
        if row["product"] in rests:
            rests[row["product"]].append(_rest(row, share, fixed))
    result = {}
    for product, values in rests.items():
        result[product] = sum(values) / len(values) / hours[product] if values else float("nan")
    return pd.Series(result)
""",
    },
    {
        "task": "08-q3",
        "name": "fixed-for-nothing",
        "right": False,
        "why": "fixed fee also where nothing was paid",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = share * paid + fixed
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "nan-kept",
        "right": False,
        "why": "missing amounts paid back make the sale missing",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "fees-given-back",
        "right": False,
        "why": "fees on what is left after the refund",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * (paid - back) + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "fees-back-when-full",
        "right": False,
        "why": "no fees where all was paid back",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where((paid > 0) & (back < paid), 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "no-hours-for-refunded",
        "right": False,
        "why": "sales paid back take no hours",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    left = paid - back - (share * paid + fixed).where(paid > 0, 0)
    name = sales["product"].to_numpy()
    count = ((back < paid) | (paid == 0)).groupby(name).sum()
    return (left.groupby(name).sum() / count).reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "no-hours-for-free",
        "right": False,
        "why": "sales for nothing take no hours",
        "code": """def left_per_hour(sales, hours, share, fixed):
    sales = sales[(sales["paid"] > 0).to_numpy()]
    paid = sales["paid"]
    left = paid - sales["back"].astype(float).fillna(0) - share * paid - fixed
    return left.groupby(sales["product"].to_numpy()).mean().reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "refunded-left-out",
        "right": False,
        "why": "sales with money paid back left out",
        "code": """def left_per_hour(sales, hours, share, fixed):
    sales = sales[sales["back"].isna().to_numpy()]
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "zero-without-sale",
        "right": False,
        "why": "0 for a product without a sale",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return (mean.reindex(list(hours)) / pd.Series(hours, dtype=float)).fillna(0)
""",
    },
    {
        "task": "08-q3",
        "name": "without-sale-left-out",
        "right": False,
        "why": "product without a sale left out",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return (mean.reindex(list(hours)) / pd.Series(hours, dtype=float)).dropna()
""",
    },
    {
        "task": "08-q3",
        "name": "all-products",
        "right": False,
        "why": "products without hours are in it",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean / pd.Series(hours, dtype=float).reindex(mean.index.union(list(hours)))
""",
    },
    {
        "task": "08-q3",
        "name": "fixed-once",
        "right": False,
        "why": "fixed fee once per product",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = share * paid
    left = paid - back - fees
    mean = (left.groupby(sales["product"].to_numpy()).sum() - fixed) / sales.groupby("product").size()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "percent",
        "right": False,
        "why": "share taken for percent",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share / 100 * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "no-fixed",
        "right": False,
        "why": "fixed forgotten",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = share * paid
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "no-fees",
        "right": False,
        "why": "fees forgotten",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = 0
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "back-ignored",
        "right": False,
        "why": "money paid back forgotten",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "back-added",
        "right": False,
        "why": "money paid back added",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid + back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "duplicates-dropped",
        "right": False,
        "why": "equal sales dropped",
        "code": """def left_per_hour(sales, hours, share, fixed):
    sales = sales.drop_duplicates(["product", "paid", "back"])
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "per-sale",
        "right": False,
        "why": "per sale, not per hour",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours))
""",
    },
    {
        "task": "08-q3",
        "name": "sum-by-hours-of-one",
        "right": False,
        "why": "sum divided by the hours of one sale",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).sum()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "rounded",
        "right": False,
        "why": "rounded to cents",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return (mean.reindex(list(hours)) / pd.Series(hours, dtype=float)).round(2)
""",
    },
    {
        "task": "08-q3",
        "name": "median",
        "right": False,
        "why": "median for mean",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).median()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "not-below-0",
        "right": False,
        "why": "losses of a sale set to 0",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = (paid - back - fees).clip(lower=0)
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "result-not-below-0",
        "right": False,
        "why": "losses of a product set to 0",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return (mean.reindex(list(hours)) / pd.Series(hours, dtype=float)).clip(lower=0)
""",
    },
    {
        "task": "08-q3",
        "name": "writes-column",
        "right": False,
        "why": "changes the table",
        "code": """def left_per_hour(sales, hours, share, fixed):
    sales["back"] = sales["back"].astype(float).fillna(0)
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "joined-by-label",
        "right": False,
        "why": "hours multiplied by row labels: wrong where a label comes twice",
        "code": """def left_per_hour(sales, hours, share, fixed):
    answer = {}
    for product in hours:
        labels = sales.index[sales["product"] == product]
        mine = sales.loc[labels]
        left = mine["paid"] - mine["back"].astype(float).fillna(0) - (share * mine["paid"] + fixed).where(mine["paid"] > 0, 0)
        answer[product] = left.mean() / hours[product]
    return answer
""",
    },
    {
        "task": "08-q3",
        "name": "divided-by-count-of-back",
        "right": False,
        "why": "only sales with money paid back are counted",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).sum() / sales.groupby("product")["back"].count().clip(lower=1)
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "dropna-any-column",
        "right": False,
        "why": "sales with a gap in another column are lost",
        "code": """def left_per_hour(sales, hours, share, fixed):
    other = sales.drop(columns="back").dropna().index
    sales = sales[sales.drop(columns="back").notna().all(axis=1).to_numpy()]
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "first-sale",
        "right": False,
        "why": "first sale of each product",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid + fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).first()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q3",
        "name": "fees-minimum-fixed",
        "right": False,
        "why": "the larger of the two fees",
        "code": """def left_per_hour(sales, hours, share, fixed):
    paid = sales["paid"]
    back = sales["back"].astype(float).fillna(0)
    fees = (share * paid).clip(lower=fixed).where(paid > 0, 0)
    left = paid - back - fees
    mean = left.groupby(sales["product"].to_numpy()).mean()
    return mean.reindex(list(hours)) / pd.Series(hours, dtype=float)
""",
    },
    {
        "task": "08-q4",
        "name": "kept-share",
        "right": True,
        "why": "hint followed",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "calendar-arithmetic",
        "right": True,
        "why": "months by year and month, dates without DateOffset",
        "code": """import calendar


def due(sale, asked):
    policy, paid = sale["policy"], sale["paid"]
    if policy == "days":
        gives = paid if (asked - sale["bought"]).days <= sale["days"] else 0
    elif policy == "months":
        bought = sale["bought"]
        passed = 12 * (asked.year - bought.year) + asked.month - bought.month
        first = min(bought.day, calendar.monthrange(asked.year, asked.month)[1])
        begun = passed + (asked.day >= first)
        gives = paid * max(sale["months"] - begun, 0) / sale["months"]
    elif policy == "hours":
        gives = paid * max(sale["hours"] - sale["held"] - sale["missed"], 0) / sale["hours"]
    return max(gives - sale["back"], 0)
""",
    },
    {
        "task": "08-q4",
        "name": "while-loop",
        "right": True,
        "why": "count the months one by one from the payment",
        "code": """def due(sale, asked):
    left = 0.0
    if sale["policy"] == "days":
        last = sale["bought"] + pd.DateOffset(days=sale["days"])
        left = float(not asked > last)
    if sale["policy"] == "months":
        begun = 1
        while begun < sale["months"] and sale["bought"] + pd.DateOffset(months=begun) <= asked:
            begun += 1
        left = (sale["months"] - begun) / sale["months"]
    if sale["policy"] == "hours":
        left = (sale["hours"] - (sale["held"] + sale["missed"])) / sale["hours"]
    owed = left * sale["paid"] - sale["back"]
    return owed if owed > 0 else 0.0
""",
    },
    {
        "task": "08-q4",
        "name": "functions-by-policy",
        "right": True,
        "why": "a helper per policy in a dictionary",
        "code": """def _days(sale, asked):
    return sale["paid"] * (asked - pd.Timedelta(sale["days"], "D") <= sale["bought"])


def _months(sale, asked):
    begins = [sale["bought"] + pd.DateOffset(months=k) for k in range(sale["months"])]
    return sale["paid"] / sale["months"] * len([day for day in begins if day > asked])


def _hours(sale, asked):
    rest = sale["hours"] - sale["held"] - sale["missed"]
    return sale["paid"] / sale["hours"] * rest if rest > 0 else 0


def due(sale: dict, asked: pd.Timestamp) -> float:
    gives = {"days": _days, "months": _months, "hours": _hours}[sale["policy"]](sale, asked)
    return max(0.0, float(gives - sale["back"]))
""",
    },
    {
        "task": "08-q4",
        "name": "match-period",
        "right": True,
        "why": "match and periods",
        "code": """def due(sale, asked):
    match sale:
        case {"policy": "days", "bought": bought, "days": days}:
            part = 1 if (asked - bought) / pd.Timedelta(days=1) <= days else 0
        case {"policy": "months", "bought": bought, "months": months}:
            apart = (asked.to_period("M") - bought.to_period("M")).n
            begun = apart + 1 if asked.day >= bought.day or asked.is_month_end else apart
            part = 1 - min(begun, months) / months
        case {"policy": "hours", "hours": hours, "held": held, "missed": missed}:
            part = max(1 - (held + missed) / hours, 0)
    return max(part * sale["paid"] - sale["back"], 0)
""",
    },
    {
        "task": "08-q4",
        "name": "numpy-fraction",
        "right": True,
        "why": "relativedelta and numpy clip",
        "code": """import numpy as np
from dateutil.relativedelta import relativedelta


def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked.toordinal() - sale["bought"].toordinal() <= sale["days"] else 1
    elif sale["policy"] == "months":
        kept = np.mean([asked >= sale["bought"] + relativedelta(months=k) for k in range(sale["months"])])
    else:
        kept = np.clip((sale["held"] + sale["missed"]) / sale["hours"], 0, 1)
    return float(np.maximum(sale["paid"] - sale["paid"] * kept - sale["back"], 0))
""",
    },
    {
        "task": "08-q4",
        "name": "days-strict",
        "right": False,
        "why": "the last day does not count",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked < sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "days-plus-one",
        "right": False,
        "why": "one day too many",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"] + 1) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "days-always-30",
        "right": False,
        "why": "30 days whatever the sale says",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=30) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "days-pro-rata",
        "right": False,
        "why": "days paid back in part",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = min(1, (asked - sale["bought"]).days / sale["days"]) if sale["days"] else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "months-of-30-days",
        "right": False,
        "why": "a month is 30 days",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = min(sale["months"], (asked - sale["bought"]).days // 30 + 1) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "month-begins-not-begun",
        "right": False,
        "why": "a month that begins on the day asked has not begun",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = max(1, sum(sale["bought"] + pd.DateOffset(months=k) < asked for k in range(sale["months"]))) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "months-complete",
        "right": False,
        "why": "only months that are over are kept",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k + 1) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "step-by-step",
        "right": False,
        "why": "one month added to the last day: 28 February leads to 28 March",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        begins, begun = sale["bought"], 0
        while begins <= asked and begun < sale["months"]:
            begun += 1
            begins = begins + pd.DateOffset(months=1)
        kept = begun / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "calendar-months",
        "right": False,
        "why": "each calendar month counts from its first day",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = min(sale["months"], (asked.year - sale["bought"].year) * 12 + asked.month - sale["bought"].month + 1) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "year-ignored",
        "right": False,
        "why": "the year of the two days is ignored",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = min(sale["months"], max(1, asked.month - sale["bought"].month + (1 if asked.day >= min(sale["bought"].day, asked.days_in_month) else 0))) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "short-month-skipped",
        "right": False,
        "why": "the day of the month compared as it is: no month begins in a short one",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = min(sale["months"], (asked.year - sale["bought"].year) * 12 + asked.month - sale["bought"].month + (asked.day >= sale["bought"].day)) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "always-month-end",
        "right": False,
        "why": "bought on the last day of a short month: always the last day",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + (pd.offsets.MonthEnd(k) if sale["bought"].is_month_end and k else pd.DateOffset(months=k)) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "months-by-days",
        "right": False,
        "why": "months paid back by the day",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = min(1, (asked - sale["bought"]).days / (sale["bought"] + pd.DateOffset(months=sale["months"]) - sale["bought"]).days)
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "missed-paid-back",
        "right": False,
        "why": "missed hours are paid back",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, sale["held"] / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "hours-whole",
        "right": False,
        "why": "hours begun are kept whole",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, -(-(sale["held"] + sale["missed"]) // 1) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "hours-cut",
        "right": False,
        "why": "parts of an hour cut off",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, int(sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "negative-refund",
        "right": False,
        "why": "can be negative",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return sale["paid"] * (1 - kept) - sale["back"]
""",
    },
    {
        "task": "08-q4",
        "name": "negative-hours-abs",
        "right": False,
        "why": "absolute value when more was held than sold",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = (sale["held"] + sale["missed"]) / sale["hours"]
    return abs(sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "back-ignored",
        "right": False,
        "why": "paid back already is ignored",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept))
""",
    },
    {
        "task": "08-q4",
        "name": "back-first",
        "right": False,
        "why": "paid back already is subtracted before the share",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, (sale["paid"] - sale["back"]) * (1 - kept))
""",
    },
    {
        "task": "08-q4",
        "name": "back-only-days",
        "right": False,
        "why": "paid back subtracted for one policy only",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - (0 if sale["policy"] == "hours" else sale["back"]))
""",
    },
    {
        "task": "08-q4",
        "name": "kept-returned",
        "right": False,
        "why": "what is kept, not what is owed",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * kept - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "rounded",
        "right": False,
        "why": "rounded to cents",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return round(max(0, sale["paid"] * (1 - kept) - sale["back"]), 2)
""",
    },
    {
        "task": "08-q4",
        "name": "whole-dollars",
        "right": False,
        "why": "whole dollars",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, round(sale["paid"] * (1 - kept) - sale["back"]))
""",
    },
    {
        "task": "08-q4",
        "name": "keys-not-policy",
        "right": False,
        "why": "looks at the keys, not at the policy",
        "code": """def due(sale, asked):
    if "hours" in sale:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    elif "months" in sale:
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "days-for-all",
        "right": False,
        "why": "days of another policy limit it, too",
        "code": """def due(sale, asked):
    if "days" in sale and asked > sale["bought"] + pd.Timedelta(days=sale["days"]):
        return 0
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "needs-all-keys",
        "right": False,
        "why": "reads keys of the other policies",
        "code": """def due(sale, asked):
    days, months, hours = sale["days"], sale["months"], sale["hours"]
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=days) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(months)) / months
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / hours)
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "pops-policy",
        "right": False,
        "why": "changes the sale",
        "code": """def due(sale, asked):
    sale["back"] = float(sale.pop("back"))
    sale["asked"] = asked
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "limit-12-months",
        "right": False,
        "why": "at most 12 months are counted",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(min(sale["months"], 12))) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    return max(0, sale["paid"] * (1 - kept) - sale["back"])
""",
    },
    {
        "task": "08-q4",
        "name": "printed",
        "right": False,
        "why": "printed, not returned",
        "code": """def due(sale, asked):
    if sale["policy"] == "days":
        kept = 0 if asked <= sale["bought"] + pd.Timedelta(days=sale["days"]) else 1
    elif sale["policy"] == "months":
        kept = sum(sale["bought"] + pd.DateOffset(months=k) <= asked for k in range(sale["months"])) / sale["months"]
    else:
        kept = min(1, (sale["held"] + sale["missed"]) / sale["hours"])
    print(max(0, sale["paid"] * (1 - kept) - sale["back"]))
""",
    },
    {
        "task": "08-q5",
        "name": "drop-duplicates",
        "right": True,
        "why": "hint followed",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "plain-loops",
        "right": True,
        "why": "dictionaries and loops",
        "code": """def cac(spend, orders, first, last):
    earliest = {}
    for order, person, month, channel in zip(orders["order"], orders["customer_id"], orders["month"], orders["channel"]):
        if person not in earliest or (month, order) < earliest[person][0]:
            earliest[person] = ((month, order), channel)
    new = {}
    for (month, _), channel in earliest.values():
        if first <= month <= last and not pd.isna(channel):
            new[channel] = new.get(channel, 0) + 1
    paid = {}
    for month, channel, amount in zip(spend["month"], spend["channel"], spend["amount"]):
        if first <= month <= last:
            paid[channel] = paid.get(channel, 0) + amount
    result = {}
    for channel in paid.keys() | new.keys():
        result[channel] = paid.get(channel, 0) / new[channel] if channel in new else float("nan")
    return result
""",
    },
    {
        "task": "08-q5",
        "name": "rank-and-concat",
        "right": True,
        "why": "tail of a descending sort, outer join",
        "code": """def cac(spend, orders, first, last):
    known = orders.sort_values(by=["month", "order"], ascending=False).groupby("customer_id").tail(1)
    inside = known.loc[(known["month"] >= first) & (known["month"] <= last)]
    people = inside.groupby("channel")["customer_id"].nunique().rename("people")
    months = range(first, last + 1)
    money = spend[spend["month"].isin(months)].groupby("channel")["amount"].sum().rename("money")
    both = pd.concat([money, people], axis=1)
    return both["money"].fillna(0) / both["people"]
""",
    },
    {
        "task": "08-q5",
        "name": "min-month-then-min-order",
        "right": True,
        "why": "two steps with transform",
        "code": """def cac(spend, orders, first, last):
    rows = orders[["order", "customer_id", "month", "channel"]].reset_index(drop=True)
    rows = rows[rows["month"] == rows.groupby("customer_id")["month"].transform("min")]
    rows = rows[rows["order"] == rows.groupby("customer_id")["order"].transform("min")]
    rows = rows.drop_duplicates(subset=["customer_id"])
    rows = rows.query("@first <= month <= @last")
    ads = spend.reset_index(drop=True).query("@first <= month <= @last")
    result = {}
    for channel in set(ads["channel"]).union(rows["channel"].dropna()):
        n = int((rows["channel"] == channel).sum())
        cost = ads.loc[ads["channel"] == channel, "amount"].sum()
        result[channel] = cost / n if n > 0 else float("nan")
    return pd.Series(result, dtype=float)
""",
    },
    {
        "task": "08-q5",
        "name": "counter-sorted",
        "right": True,
        "why": "sorted tuples, Counter, typed",
        "code": """import math
from collections import Counter


def cac(spend, orders, first, last):
    seen, new = set(), Counter()
    columns = ["month", "order", "customer_id", "channel"]
    for month, _, person, channel in sorted(orders[columns].itertuples(index=False, name=None), key=lambda r: r[:2]):
        if person in seen:
            continue
        seen.add(person)
        if first <= month <= last and pd.notna(channel):
            new[channel] += 1
    cost = Counter()
    for row in spend[["month", "channel", "amount"]].to_dict("records"):
        if first <= row["month"] <= last:
            cost[row["channel"]] += row["amount"]
    return {name: cost[name] / new[name] if new[name] else math.nan for name in {*cost, *new}}
""",
    },
    {
        "task": "08-q5",
        "name": "merge-outer",
        "right": True,
        "why": "merge of two tables, zero counts to NaN",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["customer_id", "month", "order"]).groupby("customer_id").head(1)
    firsts = firsts[firsts["month"].ge(first) & firsts["month"].le(last) & firsts["channel"].notna()]
    n = firsts.groupby("channel").size().reset_index(name="n")
    s = spend[spend["month"].ge(first) & spend["month"].le(last)].groupby("channel", as_index=False)["amount"].sum()
    both = s.merge(n, on="channel", how="outer").set_index("channel")
    return both["amount"].fillna(0).div(both["n"])
""",
    },
    {
        "task": "08-q5",
        "name": "months-first",
        "right": False,
        "why": "months chosen before the first order",
        "code": """def cac(spend, orders, first, last):
    firsts = orders[orders["month"].between(first, last)].sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "by-order-only",
        "right": False,
        "why": "first order by its number",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values("order").drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "by-month-only",
        "right": False,
        "why": "the lower order within a month is ignored",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values("month", kind="stable").drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "month-then-highest-order",
        "right": False,
        "why": "highest order within the month",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"], ascending=[True, False]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "first-row",
        "right": False,
        "why": "first row of the person",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "last-order",
        "right": False,
        "why": "last order of the person",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id", keep="last")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "groupby-first",
        "right": False,
        "why": "skips a missing channel",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).groupby("customer_id", as_index=False).first()
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "missing-channel-dropped",
        "right": False,
        "why": "orders without a channel dropped before",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.dropna(subset=["channel"]).sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "dropna-any",
        "right": False,
        "why": "orders with a gap in another column are lost",
        "code": """def cac(spend, orders, first, last):
    firsts = orders[orders.drop(columns="channel").notna().all(axis=1)].sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "per-channel-first",
        "right": False,
        "why": "first order in each channel",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates(["customer_id", "channel"])
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "rows-counted",
        "right": False,
        "why": "rows counted, not people",
        "code": """def cac(spend, orders, first, last):
    firsts = orders
    new = orders[orders["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "rows-of-new",
        "right": False,
        "why": "rows of the first order counted",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = orders.merge(firsts.loc[firsts["month"].between(first, last), ["customer_id", "order", "month"]], on=["customer_id", "order", "month"])
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "all-buyers",
        "right": False,
        "why": "everybody who buys in these months",
        "code": """def cac(spend, orders, first, last):
    firsts = orders[orders["month"].between(first, last)].drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "orders-counted",
        "right": False,
        "why": "orders counted",
        "code": """def cac(spend, orders, first, last):
    firsts = orders
    new = orders[orders["month"].between(first, last)].drop_duplicates("order")
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "equal-payments-dropped",
        "right": False,
        "why": "equal rows of spend dropped",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)].drop_duplicates()
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "all-spend",
        "right": False,
        "why": "spend of all months",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "last-excluded",
        "right": False,
        "why": "last month not included",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last, inclusive="left")]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last, inclusive="left")]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "last-excluded-spend",
        "right": False,
        "why": "last month not included in spend",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[(spend["month"] >= first) & (spend["month"] < max(last, first + 1))]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "first-excluded",
        "right": False,
        "why": "first month not included",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[(firsts["month"] > first) | ((first == last) & (firsts["month"] == first))]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first + (first < last), last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "last-open",
        "right": False,
        "why": "new customers after last are counted",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"] >= first]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "nan-for-no-spend",
        "right": False,
        "why": "NaN for channels without spend",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "zero-for-no-new",
        "right": False,
        "why": "0 for channels without a new customer",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return (total.reindex(channels, fill_value=0) / count.reindex(channels)).fillna(0)
""",
    },
    {
        "task": "08-q5",
        "name": "inf-for-no-new",
        "right": False,
        "why": "infinite for channels without a new customer",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels, fill_value=0)
""",
    },
    {
        "task": "08-q5",
        "name": "only-spend-channels",
        "right": False,
        "why": "only channels with spend",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "only-new-channels",
        "right": False,
        "why": "only channels with new customers",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = count.index
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "all-channels-ever",
        "right": False,
        "why": "channels of other months too",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = spend.groupby("channel")["amount"].sum().index.union(orders["channel"].dropna().unique())
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "upside-down",
        "right": False,
        "why": "customers by dollar",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return count.reindex(channels) / total.reindex(channels, fill_value=0)
""",
    },
    {
        "task": "08-q5",
        "name": "nan-as-channel",
        "right": False,
        "why": "missing channel is a channel",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.fillna({"channel": "unknown"}).sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "money-back-ignored",
        "right": False,
        "why": "negative amounts left out",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last) & (spend["amount"] > 0)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "money-back-added",
        "right": False,
        "why": "negative amounts taken as positive",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.assign(amount=sp["amount"].abs()).groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "result-not-negative",
        "right": False,
        "why": "negative costs set to 0",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return (total.reindex(channels, fill_value=0) / count.reindex(channels)).clip(lower=0)
""",
    },
    {
        "task": "08-q5",
        "name": "no-rows-of-0",
        "right": False,
        "why": "channels whose spend sums to 0 are left out",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum().loc[lambda s: s != 0]
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "month-modulo",
        "right": False,
        "why": "months beyond 12 begin again",
        "code": """def cac(spend, orders, first, last):
    orders = orders.assign(month=(orders["month"] - 1) % 12 + 1)
    spend = spend.assign(month=(spend["month"] - 1) % 12 + 1)
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "sorts-in-place",
        "right": False,
        "why": "changes the table of orders",
        "code": """def cac(spend, orders, first, last):
    orders.sort_values(["month", "order"], inplace=True)
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "rounded",
        "right": False,
        "why": "rounded to cents",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return (total.reindex(channels, fill_value=0) / count.reindex(channels)).round(2)
""",
    },
    {
        "task": "08-q5",
        "name": "mean-payment",
        "right": False,
        "why": "mean of the payments",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].mean()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q5",
        "name": "blended",
        "right": False,
        "why": "all new customers in each channel",
        "code": """def cac(spend, orders, first, last):
    firsts = orders.sort_values(["month", "order"]).drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    sp = spend[spend["month"].between(first, last)]
    total = sp.groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / len(new) * (count.reindex(channels) > 0).map({True: 1, False: float("nan")})
""",
    },
    {
        "task": "08-q5",
        "name": "idxmin-label",
        "right": False,
        "why": "row label of the first order taken for its row",
        "code": """def cac(spend, orders, first, last):
    key = orders["month"] * 10**6 + orders["order"]
    labels = key.groupby(orders["customer_id"]).idxmin()
    firsts = orders.loc[labels].drop_duplicates("customer_id")
    new = firsts[firsts["month"].between(first, last)]
    count = new["channel"].value_counts()
    total = spend[spend["month"].between(first, last)].groupby("channel")["amount"].sum()
    channels = total.index.union(count.index)
    return total.reindex(channels, fill_value=0) / count.reindex(channels)
""",
    },
    {
        "task": "08-q6",
        "name": "typed-in",
        "right": True,
        "why": "by hand",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "divided",
        "right": True,
        "why": "sums by prices",
        "code": """buyers = [8910 / 297, 9940 / 497, 9970 / 997, 14985 / 2997]
leads = [30 / 0.03, 20 / 0.02, 10 / 0.01, 5 / 0.005]
members = [9700 / 97, 19700 / 197]
coaching_100 = 100 * 2997
""",
    },
    {
        "task": "08-q6",
        "name": "zip-floor",
        "right": True,
        "why": "comprehensions, whole numbers",
        "code": """sums, prices, percent = [8910, 9940, 9970, 14985], [297, 497, 997, 2997], [3, 2, 1, 0.5]
buyers = [money // price for money, price in zip(sums, prices)]
leads = [int(n * 100 / p) for n, p in zip(buyers, percent)]
members = [money // price for money, price in {9700: 97, 19700: 197}.items()]
coaching_100 = prices[-1] * 100
""",
    },
    {
        "task": "08-q6",
        "name": "pandas-table",
        "right": True,
        "why": "a table, then lists",
        "code": """table = pd.DataFrame({"sum": [8910, 9940, 9970, 14985], "price": [297, 497, 997, 2997], "rate": [0.03, 0.02, 0.01, 0.005]})
buyers = (table["sum"] / table["price"]).tolist()
leads = (table["sum"] / table["price"] / table["rate"]).round(6).tolist()
members = (pd.Series([9700, 19700]) / pd.Series([97, 197])).tolist()
coaching_100 = float(table["price"].iloc[3] * 100)
""",
    },
    {
        "task": "08-q6",
        "name": "fractions",
        "right": True,
        "why": "exact fractions, then int",
        "code": """from fractions import Fraction

low = {"course": (8910, 297, "3/100"), "community": (9940, 497, "2/100"), "full": (9970, 997, "1/100"), "coaching": (14985, 2997, "1/200")}
buyers, leads = [], []
for money, price, share in low.values():
    people = Fraction(money, price)
    buyers.append(int(people))
    leads.append(int(people / Fraction(share)))
members = list(map(int, (Fraction(9700, 97), Fraction(19700, 197))))
coaching_100 = 2_997 * 1_00
""",
    },
    {
        "task": "08-q6",
        "name": "numpy-list",
        "right": True,
        "why": "numpy, then lists",
        "code": """import numpy as np

buyers = list(np.array([8910, 9940, 9970, 14985]) // np.array([297, 497, 997, 2997]))
leads = list(np.array(buyers) * np.array([100, 100, 100, 200]) / np.array([3, 2, 1, 1]))
members = [int(x) for x in np.array([9700, 19700]) / [97, 197]]
coaching_100 = 299_700.0
""",
    },
    {
        "task": "08-q6",
        "name": "highest-conversion",
        "right": False,
        "why": "highest conversion",
        "code": """buyers = [30, 20, 10, 5]
leads = [30 / 0.05, 20 / 0.04, 10 / 0.03, 5 / 0.02]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "middle-conversion",
        "right": False,
        "why": "middle of the conversions",
        "code": """buyers = [30, 20, 10, 5]
leads = [30 / 0.04, 20 / 0.03, 10 / 0.02, 5 / 0.0125]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "percent-not-fraction",
        "right": False,
        "why": "divided by the percent",
        "code": """buyers = [30, 20, 10, 5]
leads = [10, 10, 10, 10]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "leads-times",
        "right": False,
        "why": "multiplied by the conversion",
        "code": """buyers = [30, 20, 10, 5]
leads = [30 * 0.03, 20 * 0.02, 10 * 0.01, 5 * 0.005]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "hundred-customers",
        "right": False,
        "why": "100 customers in each row, as the column says",
        "code": """buyers = [100, 100, 100, 100]
leads = [3333, 5000, 10000, 20000]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "coaching-half-percent",
        "right": False,
        "why": "0.5% written as 0.05",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 100]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "low-sum-high-price",
        "right": False,
        "why": "lower sum by the higher price",
        "code": """buyers = [8910 / 697, 20, 10, 14985 / 9997]
leads = [426, 1000, 1000, 300]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "high-sum-low-price",
        "right": False,
        "why": "higher sum by the lower price",
        "code": """buyers = [20910 / 297, 20, 10, 49985 / 2997]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "both-sums-added",
        "right": False,
        "why": "monthly sum added to the one-time sum",
        "code": """buyers = [30, 19640 / 497, 29670 / 997, 5]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "both-prices-added",
        "right": False,
        "why": "monthly price added to the one-time price",
        "code": """buyers = [30, 9940 / 594, 9970 / 1194, 5]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "rows-reversed",
        "right": False,
        "why": "rows in the other order",
        "code": """buyers = [5, 10, 20, 30]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "members-one-time",
        "right": False,
        "why": "one-time buyers as members",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [20, 10]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "members-year",
        "right": False,
        "why": "members for a year",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [9700 * 12 / 97, 19700 * 12 / 197]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "members-four",
        "right": False,
        "why": "members for all rows",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [0, 100, 100, 0]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "members-by-one-time-price",
        "right": False,
        "why": "monthly sum by the one-time price",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [9700 / 497, 19700 / 997]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "coaching-highest",
        "right": False,
        "why": "at the highest price",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 100 * 9997
""",
    },
    {
        "task": "08-q6",
        "name": "coaching-quoted",
        "right": False,
        "why": "the quoted sum",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 14985
""",
    },
    {
        "task": "08-q6",
        "name": "coaching-per-month",
        "right": False,
        "why": "divided by 12",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 299700 / 12
""",
    },
    {
        "task": "08-q6",
        "name": "coaching-one",
        "right": False,
        "why": "price of one",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 2997
""",
    },
    {
        "task": "08-q6",
        "name": "example-shape",
        "right": False,
        "why": "the example of the shape",
        "code": """buyers = [12, 8, 4, 2]
leads = [500, 400, 300, 200]
members = [40, 60]
coaching_100 = 5000
""",
    },
    {
        "task": "08-q6",
        "name": "coaching-of-5-percent",
        "right": False,
        "why": "100 people offered, not clients",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 100 * 0.005 * 2997
""",
    },
    {
        "task": "08-q6",
        "name": "leads-one-number",
        "right": False,
        "why": "one number for all rows",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000]
members = [100, 100]
coaching_100 = 299700
""",
    },
    {
        "task": "08-q6",
        "name": "thousands-dropped",
        "right": False,
        "why": "in thousands",
        "code": """buyers = [30, 20, 10, 5]
leads = [1000, 1000, 1000, 1000]
members = [100, 100]
coaching_100 = 299.7
""",
    },
    {
        "task": "08-q7",
        "name": "block-yaml",
        "right": True,
        "why": "groups of 4, hours just enough",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "one-to-one",
        "right": True,
        "why": "one to one, no refund, three packages, more hours than needed",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: Full year, price: 700}, {name: One quarter, price: 300}, {name: Half a year, price: 450.5}]
    application: false
    group_size: 1
    clients: 5
    hours_per_client: 2
    expectations: Books that are done each month; no tax advice
  refund:
    policy: Nothing is paid back once we have begun
    days: 0
    kind: none
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 40
"""
''',
    },
    {
        "task": "08-q7",
        "name": "flow-yaml",
        "right": True,
        "why": "written in one line with braces",
        "code": '''my_products = """[{id: book, name: The Small Book, kind: core, price: 20, problem: Nobody explains invoices},
 {id: desk, name: Invoice Desk, kind: coaching, price: 120.5, problem: Invoices are not paid,
  coaching: {packages: [{name: Short, price: 120.5}, {name: Long, price: 240}], application: false, group_size: 3,
   clients: 9, hours_per_client: 0.5, expectations: "We write three reminders together, nothing more"},
  refund: {policy: "Half of it within ten days", days: 10, kind: partial}}]"""
my_ladder = """{upgrades: [{from: book, to: desk, rate: 0.5, base: readers of it, window_days: 30}]}"""
my_team = "{coaching_hours_per_month: 4.5}"
''',
    },
    {
        "task": "08-q7",
        "name": "two-coachings",
        "right": True,
        "why": "two products of the kind coaching, hours for both",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
- id: alone
  name: Alone With Me
  kind: coaching
  price: 900
  problem: Their books are late every quarter
  coaching:
    packages: [{name: Three months, price: 900}, {name: Six months, price: 1500}]
    application: true
    group_size: 1
    clients: 2
    hours_per_client: 4
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: partial
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
  - {from: course, to: alone, rate: 0.01, base: all of the buyers, window_days: 365}
  - {from: room, to: alone, rate: 0.1, base: clients of the room, window_days: 90}
"""
my_team = """
coaching_hours_per_month: 20
"""
''',
    },
    {
        "task": "08-q7",
        "name": "built-with-join",
        "right": True,
        "why": "lines joined, with quotes and comments",
        "code": r"""lines = [
    "# what I have",
    "- {id: letters, name: 'Letter kit', kind: core, price: 35, problem: Cold letters get no answer}",
    "- id: evening",
    "  name: 'Letters by evening'",
    "  kind: coaching",
    "  price: 150",
    "  problem: 'Letters are never sent'",
    "  coaching:",
    "    packages:",
    "      - name: 'Four evenings'",
    "        price: 150",
    "      - name: 'Eight evenings'",
    "        price: 280",
    "    application: true",
    "    group_size: 5",
    "    clients: 5",
    "    hours_per_client: 1.6",
    "    expectations: 'Ten letters sent, but no promise of answers'",
    "  refund:",
    "    policy: 'Evenings that have not begun are paid back'",
    "    days: 30",
    "    kind: partial",
]
my_products = "\n".join(lines)
my_ladder = "upgrades:\n- from: letters\n  to: evening\n  rate: 0.04\n  base: people with the kit\n  window_days: 60\n"
my_team = f"coaching_hours_per_month: {5 * 2}"
""",
    },
    {
        "task": "08-q7",
        "name": "too-few-hours",
        "right": False,
        "why": "8 clients of 1.5 hours in 11 hours",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 11
"""
''',
    },
    {
        "task": "08-q7",
        "name": "hours-of-group",
        "right": False,
        "why": "hours of two coachings, only one has room",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
- id: alone
  name: Alone With Me
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 1
    clients: 2
    hours_per_client: 4
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "one-package",
        "right": False,
        "why": "only one package",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "four-packages",
        "right": False,
        "why": "four packages",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One week, price: 300}, {name: Two weeks, price: 400}, {name: Three weeks, price: 500}, {name: Four weeks, price: 600}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "same-names",
        "right": False,
        "why": "two packages of one name",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One, price: 300}, {name: One, price: 400}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "same-prices",
        "right": False,
        "why": "two packages of one price",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One, price: 300}, {name: Two, price: 300}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "price-not-lowest",
        "right": False,
        "why": "price of the product is the highest package",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 540
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "price-first-package",
        "right": False,
        "why": "price is that of the first package, not of the lowest",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One, price: 300}, {name: Two, price: 200}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "free-package",
        "right": False,
        "why": "a package for nothing",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 0
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One, price: 0}, {name: Two, price: 200}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "half-group",
        "right": False,
        "why": "10 clients in groups of 4",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 10
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 15
"""
''',
    },
    {
        "task": "08-q7",
        "name": "fewer-than-group",
        "right": False,
        "why": "3 clients in a group of 4",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 3
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "no-clients",
        "right": False,
        "why": "no clients at all",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 0
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "zero-hours",
        "right": False,
        "why": "a client takes 0 hours",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 0
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "no-refund",
        "right": False,
        "why": "no refund",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "days-0-full",
        "right": False,
        "why": "0 days, but full",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 0
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "days-14-none",
        "right": False,
        "why": "14 days, but none",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: none
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "short-policy",
        "right": False,
        "why": "policy of two words",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: No refunds
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "short-expectations",
        "right": False,
        "why": "expectations of four words",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books done every month
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "dots-expectations",
        "right": False,
        "why": "placeholder",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: to do
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "no-application",
        "right": False,
        "why": "application not said",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "no-problem",
        "right": False,
        "why": "problem not said",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "dots-name",
        "right": False,
        "why": "name is dots",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: "..."
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "no-coaching-kind",
        "right": False,
        "why": "coaching under a product of another kind",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: core
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "only-coaching",
        "right": False,
        "why": "nothing to come from",
        "code": '''my_products = """
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "upgrade-turned",
        "right": False,
        "why": "upgrade from the coaching to the course",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: room
    to: course
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "upgrade-elsewhere",
        "right": False,
        "why": "upgrade to another product only",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- {id: kit, name: The Kit, kind: add_on, price: 20, problem: No forms at hand}
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: kit
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "rate-0",
        "right": False,
        "why": "rate of 0",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "rate-1",
        "right": False,
        "why": "rate of 1",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 1
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "rate-percent",
        "right": False,
        "why": "rate in percent",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 3
    base: buyers of the course
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "base-short",
        "right": False,
        "why": "base in two words",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: course buyers
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "no-base",
        "right": False,
        "why": "no base",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    window_days: 120
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "no-window",
        "right": False,
        "why": "no window",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "no-team-hours",
        "right": False,
        "why": "hours not said",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
"""
my_team = """
people: []
"""
''',
    },
    {
        "task": "08-q7",
        "name": "second-upgrade-no-rate",
        "right": False,
        "why": "the second upgrade to the coaching has no rate",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: room
  name: Ledger Room
  kind: coaching
  price: 300
  problem: Their books are late every quarter
  coaching:
    packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: Books that are done each month; no tax advice
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: room
    rate: 0.03
    base: buyers of the course
    window_days: 120
  - {from: course, to: room, base: all of the buyers, window_days: 30}
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "example-copied",
        "right": False,
        "why": "the example, filled up, with its words",
        "code": '''my_products = """
- id: course
  name: Quiet Accounts
  kind: core
  price: 90
  problem: Freelancers do their books once a year and in panic
- id: clinic
  name: Pricing Clinic
  kind: coaching
  price: 240
  problem: They ask for too little
  coaching:
    packages: [{name: One morning, price: 240}, {name: Two mornings, price: 400}]
    application: true
    group_size: 4
    clients: 8
    hours_per_client: 1.5
    expectations: A price list that you can send; no promise that clients accept it
  refund:
    policy: All is paid back if you ask in two weeks
    days: 14
    kind: full
"""
my_ladder = """
upgrades:
  - from: course
    to: clinic
    rate: 0.02
    base: buyers of the course
    window_days: 180
"""
my_team = """
coaching_hours_per_month: 12
"""
''',
    },
    {
        "task": "08-q7",
        "name": "section-name",
        "right": False,
        "why": "with the name of the section",
        "code": '''my_products = """
products:
  - id: course
    name: Quiet Accounts
    kind: core
    price: 90
    problem: Freelancers do their books once a year and in panic
  - id: room
    name: Ledger Room
    kind: coaching
    price: 300
    problem: Their books are late every quarter
    coaching:
      packages: [{name: One quarter, price: 300}, {name: Half a year, price: 540}]
      application: true
      group_size: 4
      clients: 8
      hours_per_client: 1.5
      expectations: Books that are done each month; no tax advice
    refund:
      policy: All is paid back if you ask in two weeks
      days: 14
      kind: full
"""
my_ladder = """
ladder:
  upgrades:
    - from: course
      to: room
      rate: 0.03
      base: buyers of the course
      window_days: 120
"""
my_team = """
team:
  coaching_hours_per_month: 12
"""
''',
    },
]
