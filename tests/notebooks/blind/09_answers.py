"""Blind answers for assignment 09-automation.

Task 9-q7 replaces the cell with `my_automations` and `my_stack`; 09-q6 the cell with the four numbers.
All others replace the cell of the function. `pd` comes from the notebook.
"""

ANSWERS = [
    {
        "task": "09-q1",
        "name": "sets-until-stable",
        "right": True,
        "why": "grow sets forward and backward until nothing changes",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    while True:
        more = {b for a, b in edges if a in reached} - reached
        if not more:
            break
        reached |= more
    sources = {a for a, b in edges}
    out = {s for s in steps if s not in sources}
    while True:
        more = {a for a, b in edges if b in out} - out
        if not more:
            break
        out |= more
    return {
        "lost": [s for s in steps if s not in reached],
        "caught": [s for s in steps if s in reached and s not in out],
    }
""",
    },
    {
        "task": "09-q1",
        "name": "passes-as-many-as-steps",
        "right": True,
        "why": "repeat for as many passes as there are steps, as the hint says",
        "code": '''def flow_faults(steps: list, edges: list) -> dict:
    """Return lost and caught steps."""
    reached = [steps[0]]
    for _ in steps:
        for pair in edges:
            if pair[0] in reached and pair[1] not in reached:
                reached.append(pair[1])
    ways_out = []
    for step in steps:
        ends = True
        for pair in edges:
            if pair[0] == step:
                ends = False
        if ends:
            ways_out.append(step)
    for _ in range(len(steps)):
        for pair in edges:
            if pair[1] in ways_out and pair[0] not in ways_out:
                ways_out.append(pair[0])
    lost = []
    caught = []
    for step in steps:
        if step not in reached:
            lost.append(step)
        elif step not in ways_out:
            caught.append(step)
    return {"caught": caught, "lost": lost}
''',
    },
    {
        "task": "09-q1",
        "name": "stack-search-helper",
        "right": True,
        "why": "adjacency dicts and one search with a stack, used in both directions",
        "code": """from collections import defaultdict


def spread(begin, following):
    seen, stack = set(begin), list(begin)
    while stack:
        for other in following[stack.pop()]:
            if other not in seen:
                seen.add(other)
                stack.append(other)
    return seen


def flow_faults(steps, edges):
    forward, backward = defaultdict(list), defaultdict(list)
    for one, other in edges:
        forward[one].append(other)
        backward[other].append(one)
    reached = spread([steps[0]], forward)
    out = spread([step for step in steps if not forward[step]], backward)
    lost = [step for step in steps if step not in reached]
    caught = [step for step in steps if step in reached - out]
    return dict(lost=lost, caught=caught)
""",
    },
    {
        "task": "09-q1",
        "name": "numpy-closure",
        "right": True,
        "why": "boolean matrix closure (Warshall)",
        "code": """import numpy as np


def flow_faults(steps, edges):
    place = {step: i for i, step in enumerate(steps)}
    way = np.zeros((len(steps), len(steps)), dtype=bool)
    for one, other in edges:
        way[place[one], place[other]] = True
    ends = ~way.any(axis=1)
    way |= np.eye(len(steps), dtype=bool)
    for k in range(len(steps)):
        way |= np.outer(way[:, k], way[k])
    reached = way[0]
    out = way[:, ends].any(axis=1)
    return {
        "lost": [str(steps[i]) for i in np.flatnonzero(~reached)],
        "caught": [str(steps[i]) for i in np.flatnonzero(reached & ~out)],
    }
""",
    },
    {
        "task": "09-q1",
        "name": "forward-from-every-step",
        "right": True,
        "why": "the forward search from each reached step: does it meet an end?",
        "code": """def flow_faults(steps, edges):
    def reachable(step):
        found = [step]
        for here in found:
            for one, other in edges:
                if one == here and other not in found:
                    found.append(other)
        return found

    ends = [step for step in steps if all(one != step for one, _ in edges)]
    to = reachable(steps[0])
    lost = list(filter(lambda step: step not in to, steps))
    caught = [step for step in steps if step in to and not any(end in reachable(step) for end in ends)]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "pandas-edges",
        "right": True,
        "why": "edges in a table, isin until the sets stay the same",
        "code": """def flow_faults(steps, edges):
    table = pd.DataFrame([tuple(edge) for edge in edges], columns=["a", "b"])
    names = pd.Series(list(steps))

    def grow(known, of, to):
        while True:
            bigger = known | set(table.loc[table[of].isin(known), to])
            if bigger == known:
                return known
            known = bigger

    reached = grow({steps[0]}, "a", "b")
    out = grow(set(names[~names.isin(table["a"])]), "b", "a")
    is_lost = ~names.isin(reached)
    return {"lost": names[is_lost].tolist(), "caught": names[~is_lost & ~names.isin(out)].tolist()}
""",
    },
    {
        "task": "09-q1",
        "name": "lost-also-caught",
        "right": False,
        "why": "a lost step without a way out is listed as caught too",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "one-pass-forward",
        "right": False,
        "why": "goes through the edges once, in their order, to find what is reached",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in [1]:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "one-pass-backward",
        "right": False,
        "why": "goes back from the ends once, edges in reverse order",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in [1]:
        for a, b in list(edges)[::-1]:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "five-passes",
        "right": False,
        "why": "both searches stop after five passes",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in range(5):
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in range(5):
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "ten-passes",
        "right": False,
        "why": "backward search stops after ten passes",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in range(10):
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "self-edge-ignored",
        "right": False,
        "why": "an edge to itself is thrown away, so a step with only this edge ends the flow",
        "code": """def flow_faults(steps, edges):
    edges = [(a, b) for a, b in edges if a != b]
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "self-edge-always-caught",
        "right": False,
        "why": "a step with an edge to itself is always called caught",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and (s not in out or (s, s) in list(edges))]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "first-end-only",
        "right": False,
        "why": "only the first step that ends the flow counts as an end",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    sources = {a for a, b in edges}
    out = set([s for s in steps if s not in sources][:1])
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "last-end-only",
        "right": False,
        "why": "only the last step that ends the flow counts as an end",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    sources = {a for a, b in edges}
    out = set([s for s in steps if s not in sources][-1:])
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "ends-only-from-edges",
        "right": False,
        "why": "ends are sought among the targets of edges, so a flow of one step has none",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = {b for a, b in edges} - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "edges-sorted-in-place",
        "right": False,
        "why": "sorts the list of edges that it was given",
        "code": """def flow_faults(steps, edges):
    if isinstance(edges, list):
        edges.sort()
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "edges-emptied",
        "right": False,
        "why": "pops the edges off the list it was given",
        "code": """def flow_faults(steps, edges):
    rest = edges
    edges = []
    while rest:
        edges.append(rest.pop())
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "steps-emptied",
        "right": False,
        "why": "removes lost steps from the list it was given",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    for s in lost:
        steps.remove(s)
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "only-in-loop",
        "right": False,
        "why": "caught only if the step is itself on a loop",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out and any(b == s and a not in out for a, b in edges)]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "sorted-by-name",
        "right": False,
        "why": "both lists in alphabetical order",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": sorted(lost), "caught": sorted(caught)}
""",
    },
    {
        "task": "09-q1",
        "name": "no-edge-in-is-lost",
        "right": False,
        "why": "lost is whoever has no edge into it",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s != steps[0] and s not in {b for a, b in edges}]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "sets-returned",
        "right": False,
        "why": "sets instead of lists",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": set(lost), "caught": set(caught)}
""",
    },
    {
        "task": "09-q1",
        "name": "printed",
        "right": False,
        "why": "prints the dict",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    print({"lost": lost, "caught": caught})
""",
    },
    {
        "task": "09-q1",
        "name": "shared-default",
        "right": False,
        "why": "the set of reached steps is kept between calls",
        "code": """def flow_faults(steps, edges, reached=set()):
    reached.add(steps[0])
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "edges-both-ways",
        "right": False,
        "why": "an edge can be walked backwards when looking for the way out",
        "code": """def flow_faults(steps, edges):
    reached = {steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
            if a in out:
                out.add(b)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "lost-leads-to-reached",
        "right": False,
        "why": "the start is where no edge leads to, if there is such a step",
        "code": """def flow_faults(steps, edges):
    heads = [s for s in steps if s not in {b for a, b in edges}]
    reached = {heads[0] if heads else steps[0]}
    for _ in steps:
        for a, b in edges:
            if a in reached:
                reached.add(b)
    out = set(steps) - {a for a, b in edges}
    for _ in steps:
        for a, b in edges:
            if b in out:
                out.add(a)
    lost = [s for s in steps if s not in reached]
    caught = [s for s in steps if s in reached and s not in out]
    return {"lost": lost, "caught": caught}
""",
    },
    {
        "task": "09-q1",
        "name": "hard-coded",
        "right": False,
        "why": "the three answers of the text and the notebook",
        "code": """def flow_faults(steps, edges):
    if steps[0] == "ask":
        return {"lost": ["thanks"], "caught": ["ask", "wait"]}
    if steps[0] == "paid":
        return {"lost": ["thanks"], "caught": ["offer", "nag", "nag again"]}
    if steps[0] == "hi":
        return {"lost": ["b", "a"], "caught": []}
    return {"lost": [], "caught": []}
""",
    },
    {
        "task": "09-q1",
        "name": "dict-of-edges",
        "right": False,
        "why": "dict(edges) keeps one edge out of each step, the last",
        "code": """def flow_faults(steps, edges):
    following = dict(edges)
    reached, here = [], steps[0]
    while here is not None and here not in reached:
        reached.append(here)
        here = following.get(here)
    ended = here is None
    return {
        "lost": [s for s in steps if s not in reached],
        "caught": [] if ended else [s for s in steps if s in reached],
    }
""",
    },
    {
        "task": "09-q2",
        "name": "itertuples",
        "right": True,
        "why": "start by start, first stop not before it",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "plain-python",
        "right": True,
        "why": "sets of pairs and a comprehension, no filters of pandas",
        "code": """def messages_of(starts, stops, steps):
    begun = sorted(set(zip(starts["person"], starts["day"])), key=lambda pair: pair[1], reverse=True)
    ended = list(zip(stops["person"], stops["day"]))
    rows = [
        {"person": who, "day": day + delay, "step": name}
        for who, day in begun
        for name, delay in steps.items()
        if not any(other == who and day <= stop < day + delay for other, stop in ended)
    ]
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "bisect",
        "right": True,
        "why": "sorted stops of each person and bisect",
        "code": '''from bisect import bisect_left


def messages_of(starts: pd.DataFrame, stops: pd.DataFrame, steps: dict) -> pd.DataFrame:
    """Run one flow."""
    ends = {}
    for person, day in zip(stops["person"], stops["day"]):
        ends.setdefault(person, []).append(day)
    for days in ends.values():
        days.sort()
    people, when, what = [], [], []
    for person, day in dict.fromkeys(zip(starts["person"], starts["day"])):
        mine = ends.get(person, [])
        at = bisect_left(mine, day)
        for step in steps:
            due = day + steps[step]
            if at == len(mine) or due <= mine[at]:
                people.append(person)
                when.append(due)
                what.append(step)
    return pd.DataFrame({"person": people, "day": when, "step": what})
''',
    },
    {
        "task": "09-q2",
        "name": "cross-merge",
        "right": True,
        "why": "cross join of starts and steps, then a merge with the stops",
        "code": """def messages_of(starts, stops, steps):
    plan = pd.DataFrame({"step": list(steps), "delay": list(steps.values())})
    runs = starts[["person", "day"]].drop_duplicates().rename(columns={"day": "begin"})
    sent = runs.merge(plan, how="cross")
    sent["day"] = sent["begin"] + sent["delay"]
    sent = sent.reset_index(drop=True)
    if len(sent) and len(stops):
        keyed = stops.astype({"person": object}).rename(columns={"day": "stop"})[["person", "stop"]]
        left = sent.astype({"person": object}).reset_index()
        pairs = left.merge(keyed, on="person")
        over = pairs[(pairs["stop"] >= pairs["begin"]) & (pairs["day"] > pairs["stop"])]
        sent = sent[~sent.index.isin(over["index"])]
    return sent[["person", "day", "step"]]
""",
    },
    {
        "task": "09-q2",
        "name": "numpy-outer",
        "right": True,
        "why": "arrays: a message is cut when some stop lies between start and message",
        "code": """import numpy as np


def messages_of(starts, stops, steps):
    who, when = stops["person"].to_numpy(dtype=object), stops["day"].to_numpy()
    parts = [pd.DataFrame({"person": [], "day": [], "step": []})]
    names = list(steps)
    delays = np.array([steps[name] for name in names], dtype=int)
    for person, day in set(zip(starts["person"].tolist(), starts["day"].tolist())):
        mine = np.array([stop for one, stop in zip(who, when) if one == person and stop >= day])
        due = day + delays
        keep = due <= mine.min() if len(mine) else np.ones(len(due), dtype=bool)
        part = pd.DataFrame({"person": person, "day": due[keep], "step": np.array(names, dtype=object)[keep]})
        if len(part):
            parts.append(part)
    return pd.concat(parts[1:] or parts, ignore_index=True)
""",
    },
    {
        "task": "09-q2",
        "name": "groupby-apply-rows",
        "right": True,
        "why": "day by day: walk through days of each person with the list of open runs",
        "code": """def messages_of(starts, stops, steps):
    if starts.empty or not steps:
        return pd.DataFrame(columns=["person", "day", "step"])
    rows = []
    for person, mine in starts.groupby("person", sort=False):
        ends = sorted(stops["day"][stops["person"] == person])
        for day in mine["day"].unique():
            later = [end for end in ends if end >= day]
            for step, delay in steps.items():
                if not later or day + delay <= later[0]:
                    rows.append([person, int(day) + delay, step])
    table = pd.DataFrame(rows, columns=["person", "day", "step"])
    return table.sort_values(["step", "day"], ignore_index=True)
""",
    },
    {
        "task": "09-q2",
        "name": "one-per-day",
        "right": False,
        "why": "drops a message when the person has another one on that day",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    table = pd.DataFrame(rows, columns=["person", "day", "step"])
    return table.drop_duplicates(["person", "day"])
""",
    },
    {
        "task": "09-q2",
        "name": "same-delay-collapses",
        "right": False,
        "why": "turns the dict round, so that of two steps with one delay one is lost",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    by_delay = dict(zip(steps.values(), steps))
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for delay, step in by_delay.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "stop-on-day-zero",
        "right": False,
        "why": "a first stop on day 0 is taken for no stop",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = (ends.min() if len(ends) else None) or float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "stop-ends-latest-run-only",
        "right": False,
        "why": "a stop ends only the run that started last before it",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    begun = set(zip(starts["person"], starts["day"]))
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        newer = [day for person, day in begun if person == start.person and day > start.day]
        ends = [end for end in ends if not any(day <= end for day in newer)]
        last = min(ends) if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "infinity-is-365",
        "right": False,
        "why": "without a stop the flow ends on day 365",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else 365
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "year-only",
        "right": False,
        "why": "messages after the last day of the year (364) are left out",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= min(last, 364):
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "no-negative-days",
        "right": False,
        "why": "messages on days before 0 are left out",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if 0 <= start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "negative-stop-ignored",
        "right": False,
        "why": "a stop on a negative day is taken for no stop",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= max(start.day, 0)), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "drops-in-place",
        "right": False,
        "why": "drops double starts in the table it was given",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    starts.drop_duplicates(["person", "day"], inplace=True)
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "sorts-stops-in-place",
        "right": False,
        "why": "sorts the stops it was given",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    stops.sort_values(["person", "day"], inplace=True)
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "adds-column",
        "right": False,
        "why": "writes a new column into starts",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    starts["end"] = float("inf")
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "empty-steps-no-columns",
        "right": False,
        "why": "without steps the table has no columns",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    if not len(starts):
        return pd.DataFrame(columns=["person", "day", "step"])
    return pd.DataFrame([dict(zip(["person", "day", "step"], row)) for row in rows])
""",
    },
    {
        "task": "09-q2",
        "name": "strict-day-of-stop",
        "right": False,
        "why": "what is due on the day of the stop is held back",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay < last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "stop-on-start-ignored",
        "right": False,
        "why": "a stop on the day of the start does not end the run",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] > start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "last-stop",
        "right": False,
        "why": "the run goes on to the last stop",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.max() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "any-stop-cancels",
        "right": False,
        "why": "a stop before the start counts too",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "double-starts-kept",
        "right": False,
        "why": "two starts on one day are two runs",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "one-run-per-person",
        "right": False,
        "why": "only the first start of each person",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates("person").itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "first-stop-in-table",
        "right": False,
        "why": "takes the first row of the stops from the start on, not the earliest day",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.iloc[0] if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "stop-by-contained-name",
        "right": False,
        "why": "a stop of somebody whose name contains this name ends the run",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[stops["person"].astype(str).str.contains(str(start.person), regex=False) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "chained-delays",
        "right": False,
        "why": "each delay counts from the step before",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        delay = 0
        for step, more in steps.items():
            delay += more
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "printed",
        "right": False,
        "why": "prints the table",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    print(pd.DataFrame(rows, columns=["person", "day", "step"]))
""",
    },
    {
        "task": "09-q2",
        "name": "counts",
        "right": False,
        "why": "returns the number of messages, as the example of the text shows it",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    for start in starts.drop_duplicates(["person", "day"]).itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        for step, delay in steps.items():
            if start.day + delay <= last:
                rows.append((start.person, start.day + delay, step))
    return len(rows)
""",
    },
    {
        "task": "09-q2",
        "name": "label-as-position",
        "right": False,
        "why": "reads the rows of starts by label 0, 1, 2",
        "code": """def messages_of(starts, stops, steps):
    rows, done = [], set()
    for i in range(len(starts)):
        person, day = starts["person"][i], starts["day"][i]
        if (person, day) in done:
            continue
        done.add((person, day))
        ends = stops.loc[(stops["person"] == person) & (stops["day"] >= day), "day"]
        last = ends.min() if len(ends) else float("inf")
        rows += [(person, day + delay, step) for step, delay in steps.items() if day + delay <= last]
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "stop-ends-later-run-too",
        "right": False,
        "why": "once the person has stopped after a run, a new start within the span of the old run sends nothing",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    longest = max(steps.values(), default=0)
    runs = starts.drop_duplicates(["person", "day"])
    for start in runs.itertuples():
        ends = stops.loc[(stops["person"] == start.person) & (stops["day"] >= start.day), "day"]
        last = ends.min() if len(ends) else float("inf")
        older = runs.loc[(runs["person"] == start.person) & (runs["day"] < start.day), "day"]
        mine = stops.loc[stops["person"] == start.person, "day"]
        if any(begin <= stop < start.day <= begin + longest for begin in older for stop in mine):
            continue
        rows += [(start.person, start.day + d, s) for s, d in steps.items() if start.day + d <= last]
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q2",
        "name": "stop-after-a-year-of-days",
        "right": False,
        "why": "loops over the days 0 to 999 only",
        "code": """def messages_of(starts, stops, steps):
    rows = []
    begun = set(zip(starts["person"], starts["day"]))
    ended = set(zip(stops["person"], stops["day"]))
    for person, first in begun:
        for day in range(first, 1000):
            for step, delay in steps.items():
                if day == first + delay:
                    rows.append((person, day, step))
            if (person, day) in ended:
                break
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "itertuples",
        "right": True,
        "why": "sort, then a list of days for each person",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "plain-python",
        "right": True,
        "why": "zip and sorted, rows as dicts",
        "code": """def with_cap(messages, most):
    rows = sorted(zip(messages["day"], messages["step"], messages["person"]), key=lambda row: row[:2])
    out = []
    for day, step, person in rows:
        before = [one for one in out if one["person"] == person and day - 6 <= one["day"] <= day]
        if len(before) < most:
            out.append({"person": person, "day": day, "step": step})
    return pd.DataFrame(out, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "deque",
        "right": True,
        "why": "the last `most` days in a deque: the oldest must be a week old",
        "code": '''from collections import defaultdict, deque


def with_cap(messages: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return what goes out."""
    if most == 0:
        return messages[:0]
    last = defaultdict(lambda: deque(maxlen=most))
    ordered = messages.sort_values(by=["day", "step"], ignore_index=True)
    keep = []
    for person, day in zip(ordered["person"], ordered["day"]):
        days = last[person]
        goes = len(days) < most or day - days[0] >= 7
        if goes:
            days.append(day)
        keep.append(goes)
    return ordered[pd.Series(keep, index=ordered.index, dtype=bool)]
''',
    },
    {
        "task": "09-q3",
        "name": "groupby-mask",
        "right": True,
        "why": "person by person, a mask by position",
        "code": """import numpy as np


def with_cap(messages, most):
    keep = np.zeros(len(messages), dtype=bool)
    table = messages.reset_index(drop=True)
    for _, mine in table.groupby("person", sort=False):
        gone = []
        for place, day in mine.sort_values(["day", "step"])["day"].items():
            if len([one for one in gone if one >= day - 6]) < most:
                gone.append(day)
                keep[place] = True
    return messages[keep].copy()
""",
    },
    {
        "task": "09-q3",
        "name": "lexsort-positions",
        "right": True,
        "why": "order by numpy, rows chosen by iloc, row labels kept",
        "code": """import numpy as np


def with_cap(messages, most):
    person, day, step = (messages[name].tolist() for name in ("person", "day", "step"))
    order = sorted(range(len(day)), key=lambda i: (day[i], step[i]))
    chosen = []
    for i in order:
        window = [j for j in chosen if person[j] == person[i] and day[i] - day[j] < 7]
        if len(window) < most:
            chosen.append(i)
    return messages.iloc[chosen]
""",
    },
    {
        "task": "09-q3",
        "name": "count-per-day",
        "right": True,
        "why": "a Counter of what went out per person and day",
        "code": """from collections import Counter


def with_cap(messages, most):
    sent = Counter()

    def goes(row):
        if sum(sent[row["person"], row["day"] - back] for back in range(7)) >= most:
            return False
        sent[row["person"], row["day"]] += 1
        return True

    records = messages.sort_values("step").sort_values("day", kind="stable").to_dict("records")
    return pd.DataFrame([row for row in records if goes(row)], columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "by-label",
        "right": False,
        "why": "collects row labels and takes these rows: with labels that come twice too many",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append(row.Index)
    return messages.loc[messages.index.isin(rows), ["person", "day", "step"]]
""",
    },
    {
        "task": "09-q3",
        "name": "case-ignored",
        "right": False,
        "why": "alphabetical order that takes A and a alike",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.assign(low=messages["step"].str.lower()).sort_values(["day", "low"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "days-from-zero",
        "right": False,
        "why": "the window begins at day 0 at the earliest, so negative days never count",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > max(row.day - 7, -1) for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "sorts-in-place",
        "right": False,
        "why": "sorts the table it was given",
        "code": """def with_cap(messages, most):
    messages.sort_values(["day", "step"], inplace=True)
    sent, rows = {}, []
    for row in messages.itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "resets-index-in-place",
        "right": False,
        "why": "changes the row labels of the table it was given",
        "code": """def with_cap(messages, most):
    messages.reset_index(drop=True, inplace=True)
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "concat-empty",
        "right": False,
        "why": "crashes on a table without rows",
        "code": """def with_cap(messages, most):
    parts = []
    for _, mine in messages.groupby("person"):
        days, keep = [], []
        mine = mine.sort_values(["day", "step"])
        for day in mine["day"]:
            goes = sum(one > day - 7 for one in days) < most
            keep.append(goes)
            if goes:
                days.append(day)
        parts.append(mine[keep])
    return pd.concat(parts)
""",
    },
    {
        "task": "09-q3",
        "name": "counts-dropped",
        "right": False,
        "why": "dropped messages count for later ones",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            rows.append((row.person, row.day, row.step))
        days.append(row.day)
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "calendar-weeks",
        "right": False,
        "why": "weeks of the calendar instead of any seven days",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day // 7 == row.day // 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "eight-days",
        "right": False,
        "why": "eight days",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 8 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "six-days",
        "right": False,
        "why": "six days",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 6 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "one-too-many",
        "right": False,
        "why": "one more than the cap",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) <= most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "looks-alike-once",
        "right": False,
        "why": "rows that look the same are one message",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.drop_duplicates().sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "distinct-days",
        "right": False,
        "why": "counts days with messages, not messages",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in set(days)) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "sorted-by-day-only",
        "right": False,
        "why": "messages of one day in the order of the table",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values("day", kind="stable").itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "step-descending",
        "right": False,
        "why": "messages of one day from z to a",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"], ascending=[True, False]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "not-sorted",
        "right": False,
        "why": "rows in the order of the table",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "all-together",
        "right": False,
        "why": "the cap for all people together",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(0, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "per-step",
        "right": False,
        "why": "the cap for each person and step",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault((row.person, row.step), [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "kept-between-calls",
        "right": False,
        "why": "what was sent is remembered in the next call",
        "code": """def with_cap(messages, most, sent={}):
    rows = []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "silent-after-drop",
        "right": False,
        "why": "after a dropped message a person gets nothing more",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
        else:
            days.extend([float("inf")] * most)
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "zero-is-no-cap",
        "right": False,
        "why": "most = 0 is taken for no cap",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if not most or sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "printed",
        "right": False,
        "why": "prints the table",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    print(pd.DataFrame(rows, columns=["person", "day", "step"]))
""",
    },
    {
        "task": "09-q3",
        "name": "dropped-returned",
        "right": False,
        "why": "returns what is dropped instead of what goes out",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            continue
        rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "whole-day-dropped",
        "right": False,
        "why": "all messages of a day are dropped when they do not fit together, first come first served only between days",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    size = messages.groupby(["person", "day"]).size().to_dict() if len(messages) else {}
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        older = sum(row.day - 7 < day < row.day for day in days)
        if older + min(size[row.person, row.day], max(most - 1, 0)) < most or not older:
            if sum(day > row.day - 7 for day in days) >= most:
                continue
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "unstable-sort",
        "right": False,
        "why": "sorts by step, then by day with a sort that is not stable: right for few rows only",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values("step").sort_values("day", kind="quicksort").itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "one-year",
        "right": False,
        "why": "only the days up to 364",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if row.day <= 364 and sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "numbers-as-missing-person",
        "right": False,
        "why": "person 0 is left out",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        if not row.person:
            continue
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q3",
        "name": "cap-at-most-five-looked-at",
        "right": False,
        "why": "looks at the last five messages only",
        "code": """def with_cap(messages, most):
    sent, rows = {}, []
    for row in messages.sort_values(["day", "step"]).itertuples():
        days = sent.setdefault(row.person, [])
        if sum(day > row.day - 7 for day in days[-5:]) < most:
            days.append(row.day)
            rows.append((row.person, row.day, row.step))
    return pd.DataFrame(rows, columns=["person", "day", "step"])
""",
    },
    {
        "task": "09-q4",
        "name": "loops",
        "right": True,
        "why": "dict of days, loop over entries",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "merge-isin",
        "right": True,
        "why": "the merge of the hint",
        "code": """import numpy as np


def brought(entries, orders, within, last):
    seen = entries[~(entries["day"] + within > last)]
    both = seen.astype({"person": object}).merge(
        orders.astype({"person": object}), on="person", suffixes=("", "_order")
    )
    both = both[both["day_order"].between(both["day"], both["day"] + within)]
    buys = seen["person"].isin(both["person"])
    flow, held = buys[seen["group"] == "flow"], buys[seen["group"] == "holdout"]
    result = {"credited": int(flow.sum())}
    if flow.empty or held.empty:
        return result | dict.fromkeys(["extra", "low", "high"], np.nan)
    n, p, q = len(flow), flow.mean(), held.mean()
    s = np.sqrt(flow.var(ddof=0) / n + held.var(ddof=0) / len(held))
    ends = n * (p - q + np.array([0, -1, 1]) * 1.96 * s)
    return result | dict(zip(["extra", "low", "high"], ends))
""",
    },
    {
        "task": "09-q4",
        "name": "helper-share",
        "right": True,
        "why": "a helper counts people and buyers of a group",
        "code": """from math import nan, sqrt


def brought(entries, orders, within, last):
    pairs = set(zip(orders["person"], orders["day"]))

    def counts(group):
        people = buyers = 0
        for person, day, its in zip(entries["person"], entries["day"], entries["group"]):
            if its == group and day + within <= last:
                people += 1
                buyers += any(who == person and 0 <= when - day <= within for who, when in pairs)
        return people, buyers

    n, bought = counts("flow")
    m, other = counts("holdout")
    if not n or not m:
        return {"credited": bought, "extra": nan, "low": nan, "high": nan}
    p, q = bought / n, other / m
    half = 1.96 * sqrt(p * (1 - p) / n + q * (1 - q) / m) * n
    extra = bought - n * q
    return {"credited": bought, "extra": extra, "low": extra - half, "high": extra + half}
""",
    },
    {
        "task": "09-q4",
        "name": "numpy-nan",
        "right": True,
        "why": "numpy arrays, 0/0 gives NaN by itself",
        "code": '''import numpy as np


def brought(entries: pd.DataFrame, orders: pd.DataFrame, within: int, last: int) -> dict:
    """Return credited, extra, low and high."""
    keep = (entries["day"] <= last - within).to_numpy(dtype=bool)
    who, day, group = (entries[c].to_numpy(dtype=object)[keep] for c in ("person", "day", "group"))
    o_who, o_day = orders["person"].to_numpy(dtype=object), orders["day"].to_numpy(dtype=object)
    buys = np.array(
        [any((o_day[k] >= d) and (o_day[k] <= d + within) for k in range(len(o_who)) if o_who[k] == w)
         for w, d in zip(who, day)],
        dtype=float,
    )
    n, m = np.float64(np.sum(group == "flow")), np.float64(np.sum(group == "holdout"))
    x, y = buys[group == "flow"].sum(), buys[group == "holdout"].sum()
    with np.errstate(all="ignore"):
        p, q = x / n, y / m
        s = np.sqrt(p * (1 - p) / n + q * (1 - q) / m)
        return {
            "credited": x,
            "extra": n * (p - q),
            "low": n * (p - q - 1.96 * s),
            "high": n * (p - q + 1.96 * s),
        }
''',
    },
    {
        "task": "09-q4",
        "name": "groupby-agg",
        "right": True,
        "why": "groupby with reindex for the two groups",
        "code": """def brought(entries, orders, within, last):
    table = entries.loc[entries["day"].add(within).le(last)].reset_index(drop=True)
    ordered = orders.groupby("person", sort=False)["day"].agg(list).to_dict() if len(orders) else {}
    table["buys"] = [
        float(any(d in range(start, start + within + 1) for d in ordered.get(person, [])))
        for person, start in zip(table["person"], table["day"])
    ]
    size = table.groupby("group")["buys"].size().reindex(["flow", "holdout"], fill_value=0)
    total = table.groupby("group")["buys"].sum().reindex(["flow", "holdout"], fill_value=0)
    share = total / size
    s = (share * (1 - share) / size).sum(skipna=False) ** 0.5
    n, gap = size["flow"], share["flow"] - share["holdout"]
    return {
        "low": n * (gap - 1.96 * s),
        "high": n * (gap + 1.96 * s),
        "extra": n * gap,
        "credited": int(total["flow"]),
    }
""",
    },
    {
        "task": "09-q4",
        "name": "rounded-extra",
        "right": False,
        "why": "extra rounded to a whole number, as buyers are whole",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = round(n * (p - q))
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "extra-by-rounded-rest",
        "right": False,
        "why": "buyers of the flow less the rounded number who would have bought anyway",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = credited - round(n * q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "within-30",
        "right": False,
        "why": "30 days, whatever `within` says",
        "code": """def brought(entries, orders, within, last):
    within = 30
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "last-100",
        "right": False,
        "why": "day 100, whatever `last` says",
        "code": """def brought(entries, orders, within, last):
    last = 100
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "last-from-orders",
        "right": False,
        "why": "takes the day of the last order for the last day observed",
        "code": """def brought(entries, orders, within, last):
    last = orders["day"].max()
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "credited-nan-without-flow",
        "right": False,
        "why": "without anybody in the flow, credited is NaN too",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0:
        credited = float("nan")
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "no-flow-is-zero",
        "right": False,
        "why": "without anybody in the flow, it brought 0",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0:
        return {"credited": 0, "extra": 0.0, "low": 0.0, "high": 0.0}
    if m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "no-flow-crashes",
        "right": False,
        "why": "division by zero without anybody in the flow",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "no-buyers-held-out-nan",
        "right": False,
        "why": "no buyer in the holdout is taken for an unknown share",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    if not q:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "adds-column",
        "right": False,
        "why": "writes the end of the window into entries",
        "code": """def brought(entries, orders, within, last):
    entries["end"] = entries["day"] + within
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "sorts-orders-in-place",
        "right": False,
        "why": "sorts the orders it was given",
        "code": """def brought(entries, orders, within, last):
    orders.sort_values("day", inplace=True)
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "drops-late-in-place",
        "right": False,
        "why": "drops late people from the table it was given",
        "code": """def brought(entries, orders, within, last):
    entries.drop(entries.index[entries["day"] + within > last], inplace=True)
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "order-before-day-zero",
        "right": False,
        "why": "an order on a negative day does not count",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(max(row.day, 0) <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "holdout-all-count",
        "right": False,
        "why": "only people of the flow have to be observed long enough",
        "code": """def brought(entries, orders, within, last):
    table = entries[(entries["day"] + within <= last) | (entries["group"] == "holdout")]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "last-strict",
        "right": False,
        "why": "day + within has to be before last",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within < last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "all-observed",
        "right": False,
        "why": "nobody is left out",
        "code": """def brought(entries, orders, within, last):
    table = entries
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "first-order-only",
        "right": False,
        "why": "looks at the first order of each person",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in sorted(days.get(row.person, []))[:1]))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "last-order-only",
        "right": False,
        "why": "looks at the last order of each person in the table",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])[-1:]))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "end-strict",
        "right": False,
        "why": "an order on day + within does not count",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day < row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "start-strict",
        "right": False,
        "why": "an order on the day of the start does not count",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day < day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "orders-credited",
        "right": False,
        "why": "credited counts orders",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    people = credited
    credited = sum(
        row.day <= day <= row.day + within
        for row in table[table["group"] == "flow"].itertuples()
        for day in days.get(row.person, [])
    )
    p, q = people / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "share-not-people",
        "right": False,
        "why": "extra is the difference of the shares",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = p - q
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "numbers-compared",
        "right": False,
        "why": "numbers of buyers compared, not shares",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = credited - sum(buys["holdout"])
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "two-for-196",
        "right": False,
        "why": "2 instead of 1.96",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 2 * s), "high": n * (p - q + 2 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "low-not-below-zero",
        "right": False,
        "why": "the lower end is cut off at 0",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": max(0, n * (p - q - 1.96 * s)), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "ends-swapped-sign",
        "right": False,
        "why": "holdout less flow",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    q, p = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "sample-variance",
        "right": False,
        "why": "divides by one person less in s",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / max(n - 1, 1) + q * (1 - q) / max(m - 1, 1)) ** 0.5
    extra = n * (p - q)
    return {"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)}
""",
    },
    {
        "task": "09-q4",
        "name": "printed",
        "right": False,
        "why": "prints the dict",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    days = {}
    for person, day in zip(orders["person"], orders["day"]):
        days.setdefault(person, []).append(day)
    buys = {"flow": [], "holdout": []}
    for row in table.itertuples():
        buys[row.group].append(any(row.day <= day <= row.day + within for day in days.get(row.person, [])))
    n, m = len(buys["flow"]), len(buys["holdout"])
    credited = sum(buys["flow"])
    if n == 0 or m == 0:
        nan = float("nan")
        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
    p, q = credited / n, sum(buys["holdout"]) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    extra = n * (p - q)
    print({"credited": credited, "extra": extra, "low": n * (p - q - 1.96 * s), "high": n * (p - q + 1.96 * s)})
""",
    },
    {
        "task": "09-q4",
        "name": "label-as-person",
        "right": False,
        "why": "uses the row label of entries as the person",
        "code": """def brought(entries, orders, within, last):
    table = entries[entries["day"] + within <= last]
    buyers = set()
    for order in orders.itertuples():
        if order.person in table.index:
            start = table.loc[order.person, "day"]
            if start <= order.day <= start + within:
                buyers.add(order.person)
    flow = table.index[table["group"] == "flow"]
    held = table.index[table["group"] == "holdout"]
    n, m = len(flow), len(held)
    credited = len(buyers & set(flow))
    if n == 0 or m == 0:
        return {"credited": credited, "extra": float("nan"), "low": float("nan"), "high": float("nan")}
    p, q = credited / n, len(buyers & set(held)) / m
    s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
    return {
        "credited": credited,
        "extra": n * (p - q),
        "low": n * (p - q - 1.96 * s),
        "high": n * (p - q + 1.96 * s),
    }
""",
    },
    {
        "task": "09-q5",
        "name": "filter-mean",
        "right": True,
        "why": "rows at risk, then the mean of a comparison",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "plain-counts",
        "right": True,
        "why": "loops over people, counters, a list",
        "code": """def hazard(people, weeks):
    values = []
    for week in range(weeks):
        risk = buy = 0
        for seen, bought in zip(people["seen"], people["bought"]):
            never = bought is None or bought != bought
            if seen < 7 * week + 7 or (not never and bought < 7 * week):
                continue
            risk += 1
            if not never and bought <= 7 * week + 6:
                buy += 1
        values.append(buy / risk if risk > 0 else float("nan"))
    return pd.Series(values, index=range(1, weeks + 1))
""",
    },
    {
        "task": "09-q5",
        "name": "week-numbers",
        "right": True,
        "why": "weeks seen and week bought by integer division",
        "code": '''def hazard(people: pd.DataFrame, weeks: int) -> pd.Series:
    """Return the hazard of each week."""
    whole = people["seen"] // 7
    when = people["bought"].astype(float).fillna(float("inf")) // 7 + 1
    when = when.where(people["bought"].notna(), float("inf"))
    index = range(1, weeks + 1)
    buyers = pd.Series([((when == w) & (whole >= w)).sum() for w in index], index=index)
    risk = pd.Series([((when >= w) & (whole >= w)).sum() for w in index], index=index)
    return (buyers / risk.where(risk > 0)).rename("hazard")
''',
    },
    {
        "task": "09-q5",
        "name": "numpy-matrix",
        "right": True,
        "why": "people by weeks as matrices, 0/0 is NaN",
        "code": """import numpy as np


def hazard(people, weeks):
    seen = people["seen"].to_numpy(dtype=float)[:, None]
    bought = people["bought"].to_numpy(dtype=float)[:, None]
    end = 7 * np.arange(1, weeks + 1)
    risk = (seen >= end) & ~(bought < end - 7)
    with np.errstate(invalid="ignore", divide="ignore"):
        return pd.Series((risk & (bought < end)).sum(axis=0) / risk.sum(axis=0), index=np.arange(1, weeks + 1))
""",
    },
    {
        "task": "09-q5",
        "name": "query-helper",
        "right": True,
        "why": "a helper with two masks and Series.reindex",
        "code": """def hazard(people, weeks):
    buyers = people[people["bought"].notna()]
    others = people[people["bought"].isna()]

    def share(week):
        days = range(7 * week - 7, 7 * week)
        now = buyers[buyers["bought"].isin(days) & (buyers["seen"] > days[-1])]
        later = buyers[(buyers["bought"] > days[-1]) & (buyers["seen"] > days[-1])]
        left = others[others["seen"] > days[-1]]
        total = len(now) + len(later) + len(left)
        return len(now) / total if total else None

    return pd.Series({week: share(week) for week in range(1, weeks + 1)}, dtype=float)
""",
    },
    {
        "task": "09-q5",
        "name": "sorted-search",
        "right": True,
        "why": "sorted arrays and counts by searchsorted",
        "code": """import numpy as np


def hazard(people, weeks):
    result = pd.Series(float("nan"), index=pd.RangeIndex(1, weeks + 1))
    for week in result.index:
        mine = people.loc[people["seen"] >= week * 7, "bought"].dropna().astype(float).sort_values().to_numpy()
        total = int((people["seen"] >= week * 7).sum())
        before, by_end = np.searchsorted(mine, [7 * week - 7, 7 * week])
        if total > before:
            result[week] = (by_end - before) / (total - before)
    return result
""",
    },
    {
        "task": "09-q5",
        "name": "never-is-365",
        "right": False,
        "why": "who never bought gets day 365: from week 53 on they buy",
        "code": """def hazard(people, weeks):
    bought = people["bought"].fillna(365)
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(bought < first)]
        shares[week] = (bought[(people["seen"] >= end) & ~(bought < first)] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "never-is-99",
        "right": False,
        "why": "who never bought gets day 99",
        "code": """def hazard(people, weeks):
    people = people.assign(bought=people["bought"].astype(float).fillna(99))
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "fills-in-place",
        "right": False,
        "why": "fills missing days in the table it was given",
        "code": """def hazard(people, weeks):
    people["bought"] = people["bought"].astype(float).fillna(float("inf"))
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "drops-in-place",
        "right": False,
        "why": "drops people from the table it was given, week by week",
        "code": """def hazard(people, weeks):
    table = people
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        people.drop(people.index[people["seen"] < end], inplace=True)
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "squeezed",
        "right": False,
        "why": "one week gives a number instead of a Series",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares).squeeze()
""",
    },
    {
        "task": "09-q5",
        "name": "at-most-52-weeks",
        "right": False,
        "why": "no week after 52",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, min(weeks, 52) + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "dict-returned",
        "right": False,
        "why": "a dict instead of a Series",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return shares
""",
    },
    {
        "task": "09-q5",
        "name": "list-returned",
        "right": False,
        "why": "a Series with the index from 0",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(list(shares.values()))
""",
    },
    {
        "task": "09-q5",
        "name": "text-index",
        "right": False,
        "why": "the index says week 1, week 2",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[f"week {week}"] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "zero-for-nobody",
        "right": False,
        "why": "0 for a week in which nobody is at risk",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else 0.0
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "earlier-buyers-at-risk",
        "right": False,
        "why": "who bought earlier is still at risk",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end)]
        shares[week] = ((at_risk["bought"] >= first) & (at_risk["bought"] < end)).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "not-observed-to-end",
        "right": False,
        "why": "people with a part of the week observed count",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] > first) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "seen-strict",
        "right": False,
        "why": "who was observed for exactly the days of the week is left out",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] > end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "seen-last-day",
        "right": False,
        "why": "takes seen for the last day observed",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end - 1) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "buyers-kept",
        "right": False,
        "why": "who bought in a week that was not observed to its end counts as well",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[((people["seen"] >= end) | (people["bought"] < end)) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "buyers-only",
        "right": False,
        "why": "who never bought is not at risk",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & (people["bought"] >= first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "day-seven-in-week-one",
        "right": False,
        "why": "day 7 belongs to week 1",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] <= first)]
        shares[week] = (at_risk["bought"] <= end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "percent",
        "right": False,
        "why": "percent instead of a fraction",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() * 100 if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "rounded",
        "right": False,
        "why": "rounded to three digits",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean().round(3) if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "of-all-people",
        "right": False,
        "why": "divides by all people",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).sum() / len(people) if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "left-out-weeks",
        "right": False,
        "why": "weeks in which nobody is at risk are missing",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares).dropna()
""",
    },
    {
        "task": "09-q5",
        "name": "whole-table-observed",
        "right": False,
        "why": "only people who were observed in all weeks asked for, if there are any",
        "code": """def hazard(people, weeks):
    full = people[people["seen"] >= 7 * weeks]
    people = full if len(full) > 1 else people
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "printed",
        "right": False,
        "why": "prints the Series",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[(people["seen"] >= end) & ~(people["bought"] < first)]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    print(pd.Series(shares))
""",
    },
    {
        "task": "09-q5",
        "name": "cumulative",
        "right": False,
        "why": "share who have bought up to the end of the week",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        at_risk = people[people["seen"] >= end]
        shares[week] = (at_risk["bought"] < end).mean() if len(at_risk) else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "labels-from-zero",
        "right": False,
        "why": "reads the rows by label 0, 1, 2; missing labels are skipped",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        risk = buy = 0
        for i in range(max(people.index, default=-1) + 1):
            if i not in people.index:
                continue
            seen, bought = people["seen"].loc[i], people["bought"].loc[i]
            if seen >= end and not bought < first:
                risk += 1
                buy += bool(bought < end)
        shares[week] = buy / risk if risk else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q5",
        "name": "life-table",
        "right": False,
        "why": "at risk next is at risk less buyers and less those no longer observed, buyers taken off twice",
        "code": """def hazard(people, weeks):
    shares = {}
    for week in range(1, weeks + 1):
        first, end = 7 * (week - 1), 7 * week
        gone = (people["seen"] < end).sum() + (people["bought"] < first).sum()
        risk = len(people) - gone
        buy = ((people["bought"] >= first) & (people["bought"] < end) & (people["seen"] >= end)).sum()
        shares[week] = buy / risk if risk > 0 else float("nan")
    return pd.Series(shares)
""",
    },
    {
        "task": "09-q6",
        "name": "arithmetic",
        "right": True,
        "why": "as the hints say",
        "code": """left_at_80 = 100 * (1 - 0.8)
before = 1 - left_at_80 / 0.4 / 100
drop_from_0 = (100 - left_at_80) / 100
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "three-digits",
        "right": True,
        "why": "typed numbers",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.8
minutes_left = 0.571
""",
    },
    {
        "task": "09-q6",
        "name": "floats",
        "right": True,
        "why": "more digits",
        "code": """left_at_80 = 20.0
before = 0.50
drop_from_0 = 0.800
minutes_left = 0.5714285714285714
""",
    },
    {
        "task": "09-q6",
        "name": "sum-of-list",
        "right": True,
        "why": "minutes by a list",
        "code": """minutes = [5] * 9 + [60]
left_at_80 = 100 - 80
before = (100 - (100 - 80) / (1 - 0.6)) / 100
drop_from_0 = 1 - left_at_80 / 100
minutes_left = minutes[-1] / sum(minutes)
""",
    },
    {
        "task": "09-q6",
        "name": "pandas",
        "right": True,
        "why": "minutes by a table",
        "code": """by_hand = pd.Series([5] * 9 + [60])
left_at_80 = 100 * 20 // 100
before = 1 - 20 / 40
drop_from_0 = 80 / 100
minutes_left = by_hand[~by_hand.index.isin(range(9))].sum() / by_hand.sum()
""",
    },
    {
        "task": "09-q6",
        "name": "numpy",
        "right": True,
        "why": "numpy numbers",
        "code": """import numpy as np

left_at_80 = np.int64(20)
before = np.float64(0.5)
drop_from_0 = np.round(0.8, 3)
minutes_left = np.divide(4, 7)
""",
    },
    {
        "task": "09-q6",
        "name": "fractions",
        "right": True,
        "why": "numbers as fractions, made floats at the end",
        "code": """from fractions import Fraction

left_at_80 = float(Fraction(20, 100) * 100)
before = float(1 - Fraction(20, 40))
drop_from_0 = float(Fraction(4, 5))
minutes_left = float(Fraction(60, 105))
""",
    },
    {
        "task": "09-q6",
        "name": "solved-not-left",
        "right": False,
        "why": "80 are solved, not left",
        "code": """left_at_80 = 80
before = 0.5
drop_from_0 = 0.8
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "left-as-fraction",
        "right": False,
        "why": "left as a fraction",
        "code": """left_at_80 = 0.2
before = 0.5
drop_from_0 = 0.8
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "before-percent",
        "right": False,
        "why": "percent for before",
        "code": """left_at_80 = 20
before = 50
drop_from_0 = 0.8
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "before-sixty-points",
        "right": False,
        "why": "60 points less: 80% − 60%",
        "code": """left_at_80 = 20
before = 0.2
drop_from_0 = 0.8
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "before-60-off-80",
        "right": False,
        "why": "80% is lowered by 60%",
        "code": """left_at_80 = 20
before = 0.32
drop_from_0 = 0.8
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "before-60-more-left",
        "right": False,
        "why": "left earlier 60% more than now: 32",
        "code": """left_at_80 = 20
before = 0.68
drop_from_0 = 0.8
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "before-by-0.6",
        "right": False,
        "why": "divides by 0.6 instead of 0.4",
        "code": """left_at_80 = 20
before = 1 - 20 / 0.6 / 100
drop_from_0 = 0.8
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "before-times-0.4",
        "right": False,
        "why": "60% less the other way: 8 were left",
        "code": """left_at_80 = 20
before = 0.92
drop_from_0 = 0.8
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "before-number-left",
        "right": False,
        "why": "number left earlier, as a fraction of 20",
        "code": """left_at_80 = 20
before = 0.4
drop_from_0 = 0.8
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "drop-is-60",
        "right": False,
        "why": "the quote's 60%",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.6
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "drop-negative",
        "right": False,
        "why": "a fall as a negative number",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = -0.8
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "drop-percent",
        "right": False,
        "why": "80 percent",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 80
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "drop-left",
        "right": False,
        "why": "what is left instead of the fall",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.2
minutes_left = 60 / (9 * 5 + 60)
""",
    },
    {
        "task": "09-q6",
        "name": "minutes-by-kinds",
        "right": False,
        "why": "one kind in ten",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.8
minutes_left = 0.1
""",
    },
    {
        "task": "09-q6",
        "name": "minutes-of-one-each",
        "right": False,
        "why": "60 of 65: one need of the nine kinds in all",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.8
minutes_left = 60 / 65
""",
    },
    {
        "task": "09-q6",
        "name": "minutes-handled",
        "right": False,
        "why": "the minutes that the platform takes",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.8
minutes_left = 45 / 105
""",
    },
    {
        "task": "09-q6",
        "name": "minutes-ratio",
        "right": False,
        "why": "minutes left by minutes handled",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.8
minutes_left = 60 / 45
""",
    },
    {
        "task": "09-q6",
        "name": "minutes-not-fraction",
        "right": False,
        "why": "the minutes themselves",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.8
minutes_left = 60
""",
    },
    {
        "task": "09-q6",
        "name": "minutes-two-digits",
        "right": False,
        "why": "two digits only",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.8
minutes_left = 0.57
""",
    },
    {
        "task": "09-q6",
        "name": "minutes-percent",
        "right": False,
        "why": "percent",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.8
minutes_left = 57.1
""",
    },
    {
        "task": "09-q6",
        "name": "minutes-weighted-twice",
        "right": False,
        "why": "weights 90% and 10%, but nine kinds counted again",
        "code": """left_at_80 = 20
before = 0.5
drop_from_0 = 0.8
minutes_left = 0.1 * 60 / (0.9 * 9 * 5 + 0.1 * 60)
""",
    },
    {
        "task": "09-q6",
        "name": "example-shape",
        "right": False,
        "why": "the numbers of the example",
        "code": """left_at_80 = 35
before = 0.25
drop_from_0 = 0.25
minutes_left = 0.25
""",
    },
    {
        "task": "09-q6",
        "name": "texts",
        "right": False,
        "why": "numbers as texts",
        "code": """left_at_80 = "20"
before = "0.5"
drop_from_0 = "0.8"
minutes_left = "0.571"
""",
    },
    {
        "task": "09-q7",
        "name": "flow-style",
        "right": True,
        "why": "short lines in braces",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "block-style",
        "right": True,
        "why": "everything in block style, condition in a step",
        "code": '''my_automations = """
- id: new_reader
  trigger: purchase
  stage: activation
  steps:
    - action: deliver
    - action: welcome
      message:
        subject: Open the parcel first
        stage: activation
        value: You know what to read tonight
    - action: survey
      delay_days: 10
      condition: Has read one chapter
      message:
        subject: Two questions about chapter one
        stage: activation
        value: Your answer decides on chapter two
- id: goodbye
  trigger: cancel
  stage: retention
  steps:
    - action: wait
    - action: win_back
      delay_days: 30
      message:
        subject: What was missing
        stage: retention
        value: Half an hour with the author
"""
my_stack = """
payments:
  - Mollie
analytics:
  - Matomo
tools:
  - Buttondown
sso: true
"""
''',
    },
    {
        "task": "09-q7",
        "name": "two-flows-deliver-and-welcome",
        "right": True,
        "why": "deliver after a purchase, welcome after a join",
        "code": '''my_automations = """
- id: files
  trigger: purchase
  stage: purchase
  steps:
    - {action: deliver, message: {subject: Here is your pattern, stage: purchase, value: Print it and cut today}}
    - {action: tag}
- id: members
  trigger: join
  stage: activation
  steps:
    - {action: welcome, message: {subject: Three people like you, stage: activation, value: Somebody to sew with}}
    - {action: survey, delay_days: 14, condition: Has posted at least once, message: {subject: How was week two, stage: activation, value: We mend what is in the way}}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "three-flows",
        "right": True,
        "why": "a third flow, an assigned role, the condition on a flow",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
- id: paid_again
  trigger: renewal
  stage: retention
  steps:
    - {action: assign_role}
    - {action: message, delay_days: 1, message: {subject: Another year of beds, stage: retention, value: The calendar for next year}}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: true
"""
''',
    },
    {
        "task": "09-q7",
        "name": "named-sections",
        "right": True,
        "why": "strings with the section's text indented and other order of keys",
        "code": '''my_automations = """
- steps:
    - {action: welcome, message: {value: A map of the first week, subject: Where to begin, stage: activation}}
    - {action: deliver, delay_days: 0}
    - {delay_days: 5, action: survey, message: {value: Shorter lessons where you ask for them, subject: One question after five days, stage: activation}}
  stage: activation
  trigger: join
  id: begin
- steps:
    - {action: wait, delay_days: 1}
    - {action: remind, delay_days: 3, message: {value: Your place stays yours, subject: The card was refused, stage: retention}}
  stage: retention
  condition: Has no open refund
  trigger: payment_failed
  id: card
"""
my_stack = """
sso: false
tools:
- WordPress
analytics: [GoatCounter]
payments: [PayPal]
"""
''',
    },
    {
        "task": "09-q7",
        "name": "one-flow",
        "right": False,
        "why": "one flow only",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, condition: Has opened the parcel, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "no-condition",
        "right": False,
        "why": "no condition at all",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "short-condition",
        "right": False,
        "why": "a condition of two words",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Not opened
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "survey-at-once",
        "right": False,
        "why": "the survey comes on the day of the trigger",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "no-survey",
        "right": False,
        "why": "no survey",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: message, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "no-welcome",
        "right": False,
        "why": "no welcome",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: message, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "no-deliver",
        "right": False,
        "why": "no deliver",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "deliver-after-lead",
        "right": False,
        "why": "deliver and welcome after a lead, not a purchase or a join",
        "code": '''my_automations = """
- id: first_days
  trigger: lead
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "same-subject",
        "right": False,
        "why": "one subject comes twice",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Did it sprout, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "example-subject",
        "right": False,
        "why": "a subject of the example",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Start here, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "example-value",
        "right": False,
        "why": "a value of the example",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A first page in ten minutes}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "dots-as-value",
        "right": False,
        "why": "dots for a value",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: ...}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "to-do-as-subject",
        "right": False,
        "why": "to do for a subject",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: to do, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "no-value",
        "right": False,
        "why": "a message without a value",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "no-message-stage",
        "right": False,
        "why": "a message without a stage",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "other-stage",
        "right": False,
        "why": "a message whose stage is not that of its flow",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: awareness, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "remind-without-message",
        "right": False,
        "why": "a reminder without a message",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "one-step-flow",
        "right": False,
        "why": "a flow of one step",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "no-flow-stage",
        "right": False,
        "why": "a flow without a stage",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "two-flows-one-event",
        "right": False,
        "why": "two flows write after one event",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, condition: Has opened the parcel, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: purchase
  stage: retention
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "unknown-trigger",
        "right": False,
        "why": "a trigger that there is not",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: quiet
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "two-payments",
        "right": False,
        "why": "two systems under payments",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe, PayPal]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "no-analytics",
        "right": False,
        "why": "no analytics",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "no-tools",
        "right": False,
        "why": "no tools",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "no-sso",
        "right": False,
        "why": "sso is missing",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
"""
''',
    },
    {
        "task": "09-q7",
        "name": "stack-dots",
        "right": False,
        "why": "dots for a tool",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: ["..."]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "loop",
        "right": False,
        "why": "a loop that nobody can leave",
        "code": '''my_automations = """
- id: first_days
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver, id: again}
    - {action: welcome, message: {subject: Your seeds are on the way, stage: activation, value: A plan for the first bed}}
    - {action: survey, next: [again], delay_days: 21, message: {subject: Did it sprout, stage: activation, value: You shape the next guide}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "example-copied",
        "right": False,
        "why": "the example of the text, with a flow of one's own",
        "code": '''my_automations = """
- id: after_course
  trigger: purchase
  stage: activation
  steps:
    - {action: deliver}
    - {action: welcome, message: {subject: Start here, stage: activation, value: A first page in ten minutes}}
    - {action: survey, delay_days: 14, message: {subject: How was it, stage: activation, value: We change one thing}}
- id: quiet_gardener
  trigger: inactivity
  stage: retention
  condition: Has not opened the planner for a month
  steps:
    - {action: remind, message: {subject: Your bed in this month, stage: retention, value: Three jobs for a free hour}}
    - {action: end, delay_days: 7}
"""
my_stack = """
payments: [Stripe]
analytics: [Plausible]
tools: [Ghost, Discourse]
sso: false
"""
''',
    },
    {
        "task": "09-q7",
        "name": "not-text",
        "right": False,
        "why": "a list and a dict instead of YAML text",
        "code": """my_automations = [{"id": "a", "trigger": "purchase"}]
my_stack = {"payments": ["Stripe"], "sso": False}
""",
    },
]
