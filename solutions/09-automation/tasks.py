"""The computing tasks of module 09: examples, hidden cases, slips and other right answers."""

from ecotools.grading.authoring.tasks import form, slip, task

NAN = 'float("nan")'
NO_ORDER = "the order of the rows has no meaning here"
NO_LABELS = "the row labels have no meaning here"

# A loop of its own that can be left, one that cannot, a lost loop that leads into the flow, a lost end.
TANGLE = (
    '["z", "a", "m", "k", "b", "q", "c"], [("k", "m"), ("b", "a"), ("q", "b"), ("a", "a"), ("b", "q"),'
    ' ("m", "k"), ("a", "m"), ("z", "a"), ("a", "m")]'
)
# Every second step leads out of the loop; names are not in the order of the alphabet.
WAYS_OUT = (
    '["s9", "s1", "s5", "s2", "end", "s0", "s3"], [("s3", "s3"), ("s2", "s9"), ("s5", "s2"), ("s1", "s5"),'
    ' ("s9", "s1"), ("s5", "end"), ("s0", "end"), ("s1", "s3")]'
)
# Long ways, with the edges in the order in which one look at each finds least.
LONG = '["f", "e", "d", "c", "b", "a"], [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d"), ("f", "e")]'
LONG_BACK = '["a", "b", "c", "d", "e", "f"], [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f")]'


# Thirty steps in a row, backwards through the edges, and a loop at the end of them that nobody can leave.
CHAIN = '[f"n{i:02d}" for i in range(30)], [(f"n{i:02d}", f"n{i + 1:02d}") for i in range(29)]'


def people(person, day, index=None):
    """Return the text of a table of persons and days."""
    labels = f", index={index}" if index else ""
    return f'pd.DataFrame({{"person": {person}, "day": {day}}}{labels})'


# Starts twice a day, before, on and after stops; stops of people who never start; ids of no order.
STARTS = people(
    [70, 3, 70, 12, 70, 3, 8, 12, 70], [5, -2, 1, 9, 5, 0, 4, 9, 20], [4, 4, 0, 9, 1, 2, 30, 7, 5]
)
STOPS = people([70, 5, 12, 70, 8, 3, 70], [7, 1, 9, 6, 3, 40, 0], [3, 3, 1, 0, 8, 2, 6])
PLAN = '{"late": 12, "first": 0, "second": 1, "again": 1, "third": 2, "fourth": 40}'


def mails(person, day, step, index=None):
    """Return the text of a table of messages."""
    labels = f", index={index}" if index else ""
    return f'pd.DataFrame({{"person": {person}, "day": {day}, "step": {step}}}{labels})'


# Several people with days that mix, rows of one day that differ in their step only, two that do not differ at
# all, seven days apart exactly, days below 0, bursts after a silence.
CROWDED = mails(
    [9, 2, 9, 9, 2, 9, 9, 2, 2, 9, 9, 9, 2, 41, 9, 9],
    [14, 0, 1, 0, -6, 2, 2, 1, -7, 7, 8, 9, -1, 3, 7, 21],
    ["d", "x", "c", "b", "x", "b", "b", "z", "y", "e", "a", "f", "a", "only", "c", "h"],
    [5, 5, 5, 0, 1, 2, 3, 9, 8, 7, 4, 4, 11, 12, 13, 14],
)
SAME_DAY = mails(["p"] * 5, [3] * 5, ["b", "d", "a", "c", "a"], [4, 3, 2, 1, 0])
# Months later, a person whose id is 0, and steps that differ in a capital letter.
LATER = mails([0, 0, 0, "a", "a"], [400, 401, 402, 800, 800], ["b", "B", "a", "b", "C"])
DAILY = mails('["p"] * 30', "list(range(29, -1, -1))", '["m"] * 30')


def entries(person, day, group, index=None):
    """Return the text of a table of people in groups."""
    labels = f", index={index}" if index else ""
    return f'pd.DataFrame({{"person": {person}, "day": {day}, "group": {group}}}{labels})'


F, H = "flow", "holdout"
# Too young in both groups, at the last day exactly, orders on both ends of the window and outside of it,
# several orders of one person, orders of people in no group.
MIXED = entries(
    [31, 4, 77, 8, 15, 2, 60, 9, 44, 5, 18],
    [3, 50, 10, 41, 0, 40, 7, 12, 39, 55, 20],
    [H, F, F, H, F, F, F, H, F, H, H],
    [6, 6, 1, 0, 9, 2, 3, 3, 5, 8, 7],
)
MIXED_ORDERS = people(
    [4, 77, 77, 15, 15, 2, 60, 9, 9, 44, 31, 5, 100, 8, 18, 77],
    [52, 30, 11, -1, 21, 60, 28, 32, 12, 38, 24, 60, 9, 45, 41, 47],
    [2, 2, 0, 1, 9, 8, 7, 6, 5, 4, 3, 30, 31, 12, 13, 14],
)
ONLY_FLOW = entries([1, 2, 3], [0, 0, 90], [F, F, H])
BELOW = entries([1, 2, 3, 4], [-20, -8, -15, -9], [F, F, H, H])
ONLY_HELD = entries([1, 2, 3], [0, 0, 90], [H, H, F])
NOBODY_BUYS = people([9], [9])

NONE = float("nan")


def waits(seen, bought, index=None):
    """Return the text of a table of people who wait."""
    labels = f", index={index}" if index else ""
    text = f'pd.DataFrame({{"seen": {seen}, "bought": {bought}}}{labels})'
    return text.replace("nan", NAN)


# Whole weeks and broken ones, purchases on the first and the last day of a week, after weeks of nothing.
WAITING = waits(
    [42, 7, 6, 35, 13, 14, 21, 49, 28, 1, 70, 35, 8],
    [41.0, 6.0, 0.0, 34.0, NONE, 7.0, 13.0, NONE, 14.0, NONE, 69.0, 0.0, NONE],
    [3, 3, 0, 9, 1, 2, 30, 7, 5, 4, 4, 11, 12],
)
ALL_AT_ONCE = waits([30, 30, 12], [2.0, 2.0, 6.0], [1, 1, 1])
NOBODY = waits([15, 20], [NONE, NONE])
YOUNG = waits([6, 3, 0], [5.0, NONE, NONE])

TASKS = [
    task(
        "09-q1",
        points=4,
        names="flow_faults",
        examples={
            'flow_faults(["ask", "wait", "thanks"], [("ask", "wait"), ("wait", "ask")])': (
                '{"lost": ["thanks"], "caught": ["ask", "wait"]}'
            ),
            'flow_faults(["a", "b", "c", "d"], [("b", "a"), ("a", "b"), ("b", "c"), ("c", "d")])': (
                '{"lost": [], "caught": []}'
            ),
            "flow_faults(paid_steps, paid_edges)": (
                '{"lost": ["thanks"], "caught": ["offer", "nag", "nag again"]}'
            ),
            'flow_faults(["hi", "b", "bye", "a"], [("a", "b"), ("b", "a"), ("b", "hi"), ("hi", "bye")])': (
                '{"lost": ["b", "a"], "caught": []}'
            ),
        },
        hidden=[
            f"flow_faults({TANGLE})",
            f"flow_faults({WAYS_OUT})",
            f"flow_faults({LONG})",
            f"flow_faults({LONG_BACK})",
            f"flow_faults({CHAIN})",
            f"flow_faults({CHAIN}[::-1])",
            f"flow_faults({CHAIN} + [('n29', 'n28')])",
            f"flow_faults({LONG[:-1]}, ('a', 'a')])",
            'flow_faults(["only"], [])',
            'flow_faults(["only"], [("only", "only")])',
            'flow_faults(["only", "other"], [])',
            "flow_faults(names, own_edges)",
            "flow_faults(names[::-1], own_edges[:12])",
        ],
        slips=[
            slip(
                "lost = [step for step in steps if step not in reached]",
                "lost = [step for step in steps[1:] if step not in {to for _, to in edges}]",
                name="only steps without an edge to them",
                says="A step can be lost though an edge leads to it: from another lost step.",
            ),
            slip(
                "caught = [step for step in steps if step in reached and step not in can_end]",
                "caught = [step for step in steps if step not in can_end]",
                name="lost steps caught",
                hidden_only=True,
                says="Nobody comes to a lost step, so nobody is caught there.",
            ),
            slip(
                """
                def flow_faults(steps, edges):
                    import networkx as nx

                    graph = nx.DiGraph(edges)
                    graph.add_nodes_from(steps)
                    reached = nx.descendants(graph, steps[0]) | {steps[0]}
                    loops = [c for c in nx.strongly_connected_components(graph) if graph.subgraph(c).edges]
                    closed = set()
                    for loop in loops:
                        if all(to in loop for one in loop for to in graph.successors(one)):
                            closed |= loop & reached
                    return {
                        "lost": [step for step in steps if step not in reached],
                        "caught": [step for step in steps if step in closed],
                    }
                """,
                name="only the loop itself",
                says="Who is at a step that only leads into a loop is caught already: here at *offer*.",
            ),
            slip(
                "can_end = set(steps) - {one for one, _ in edges}",
                "can_end = {one for one, _ in edges}",
                name="ends and others exchanged",
                says="A step without an edge out of it ends the flow: people leave there.",
            ),
            slip(
                "can_end |= {one for one, to in edges if to in can_end}",
                "can_end = can_end",
                name="only the ends themselves",
                says="From most steps it takes several edges to come to an end. Go back from the ends.",
            ),
            slip(
                "can_end |= {one for one, to in edges if to in can_end}",
                "stuck = {one for one, to in edges if to not in can_end}\n"
                "        can_end |= {one for one, _ in edges} - stuck",
                name="every way has to end",
                says="One way out is enough: after *b* people may go to *c*, and from there to the end.",
            ),
            slip(
                'return {"lost": lost, "caught": caught}',
                'return {"lost": sorted(lost), "caught": sorted(caught)}',
                name="sorted by the alphabet",
                says="Keep the steps in the order in which `steps` has them.",
            ),
            slip(
                'return {"lost": lost, "caught": caught}',
                'return {"lost": len(lost), "caught": len(caught)}',
                name="numbers",
                says="Return the names of the steps, not how many there are.",
            ),
        ],
        also=[
            form(
                "by networkx",
                """
                def flow_faults(steps, edges):
                    import networkx as nx

                    graph = nx.DiGraph(edges)
                    graph.add_nodes_from(steps)
                    reached = {steps[0]} | nx.descendants(graph, steps[0])
                    ends = [step for step in steps if graph.out_degree(step) == 0]
                    free = set(ends).union(*(nx.ancestors(graph, end) for end in ends))
                    return {
                        "lost": [step for step in steps if step not in reached],
                        "caught": [step for step in steps if step in reached - free],
                    }
                """,
            ),
            form(
                "one search, used from every step",
                """
                def flow_faults(steps, edges):
                    def reach(start):
                        seen, todo = [start], [start]
                        while todo:
                            now = todo.pop()
                            for one, to in edges:
                                if one == now and to not in seen:
                                    seen.append(to)
                                    todo.append(to)
                        return seen

                    out = [one for one, _ in edges]
                    there = reach(steps[0])
                    result = {"caught": [], "lost": []}
                    for step in steps:
                        if step not in there:
                            result["lost"].append(step)
                        elif all(last in out for last in reach(step)):
                            result["caught"].append(step)
                    return result
                """,
            ),
        ],
        right="A lost step is a message nobody gets; who is caught gets them until they unsubscribe.",
        survivors={"flow_faults(arguments without duplicates)": "an edge that comes twice is one edge"},
    ),
    task(
        "09-q2",
        points=4,
        names="messages_of",
        examples={
            "messages_of(two_starts, two_stops, welcome)": (
                'pd.DataFrame({"person": ["Ada", "Ada", "Ben", "Ben", "Ben"], "day": [1, 3, 1, 3, 6],'
                ' "step": ["hello", "guide", "hello", "guide", "offer"]})'
            ),
            "messages_of(two_starts, two_stops[:0], {'hello': 1})": (
                'pd.DataFrame({"person": ["Ada", "Ben"], "day": [2, 2], "step": ["hello", "hello"]})'
            ),
            "messages_of(more_starts, more_stops, welcome)": (
                'pd.DataFrame({"person": ["Cy", "Cy", "Cy", "Cy", "Ada", "Ada", "Dot"],'
                ' "day": [8, 4, 6, 9, 1, 3, 6],'
                ' "step": ["hello", "hello", "guide", "offer", "hello", "guide", "hello"]})'
            ),
            "messages_of(two_starts[:0], two_stops, welcome)": (
                'pd.DataFrame({"person": [], "day": [], "step": []})'
            ),
        },
        hidden=[
            f"messages_of({STARTS}, {STOPS}, {PLAN})",
            f"messages_of({STARTS}, {STOPS}[::-1], {PLAN})",
            f"messages_of({STARTS}, {STOPS}[:0], {PLAN})",
            f"messages_of({STARTS}[:0], {STOPS}, {PLAN})",
            f"messages_of({STARTS}, {STOPS}, {{}})",
            f"messages_of({people(['b', 'a', 'b'], [0, 0, -5])}, {people(['b', 'b'], [-3, 3])}, {PLAN})",
            f"messages_of({people(['b'], [4])}, {people(['b'], [4])}, {{'much later': 9}})",
            f"messages_of({people(['b', 'c'], [-3, -13])}, {people(['b', 'c', 'c'], [0, -4, 2])}, {PLAN})",
            f"messages_of({people(['b', 'c'], [350, 1200])}, {people(['c'], [1210])}, {PLAN})",
            "messages_of(own_starts, own_stops, own_steps)",
        ],
        slips=[
            slip(
                'last = later["day"].min() if len(later) else float("inf")',
                'last = float("inf")',
                name="stops ignored",
                says="Ada bought on day 3, so her *offer* on day 6 does not go out.",
            ),
            slip(
                "if run.day + delay <= last:",
                "if run.day + delay < last:",
                says="What is due on the day of the stop still goes out: nobody knows which came first.",
            ),
            slip(
                ' & (stops["day"] >= run.day)]',
                "]",
                name="stops before the start",
                says="A stop before the start changes nothing: this person entered the flow after it.",
            ),
            slip(
                '(stops["day"] >= run.day)',
                '(stops["day"] > run.day)',
                says="A stop on the day of the start ends this run, too, from the next day on.",
            ),
            slip(
                'later["day"].min()',
                'later["day"].max()',
                says="The first stop after the start ends the run, not the last one.",
            ),
            slip(
                """
                def messages_of(starts, stops, steps):
                    first, rows = stops.groupby("person")["day"].min(), []
                    for run in starts.drop_duplicates(["person", "day"]).itertuples():
                        last = first.get(run.person, float("inf"))
                        for step, delay in steps.items():
                            if last < run.day or run.day + delay <= last:
                                rows.append((run.person, run.day + delay, step))
                    return pd.DataFrame(rows, columns=["person", "day", "step"])
                """,
                name="the first stop of all",
                says="Somebody may stop twice. Look for the first stop that is not before *this* start.",
            ),
            slip(
                '(stops["person"] == run.person) & ',
                "",
                name="stops of anybody",
                says="Only a stop of this person ends the run.",
            ),
            slip(
                'starts.drop_duplicates(["person", "day"]).itertuples()',
                "starts.itertuples()",
                says="Two starts of one person on one day are one start: Cy gets each message once.",
            ),
            slip(
                'drop_duplicates(["person", "day"])',
                'drop_duplicates("person")',
                says="Somebody who starts again on another day starts another run.",
            ),
            slip(
                'drop_duplicates(["person", "day"])',
                'drop_duplicates("day")',
                name="one start a day",
                says="Two people may start on the same day: both get the messages.",
            ),
            slip(
                "        for step, delay in steps.items():\n            if run.day + delay <= last:\n"
                "                rows.append((run.person, run.day + delay, step))",
                "        day = run.day\n        for step, delay in steps.items():\n            day += delay\n"
                "            if day <= last:\n                rows.append((run.person, day, step))",
                name="delays added up",
                says="All delays count from the start: *offer* comes 5 days after it, not after *guide*.",
            ),
            slip(
                "            if run.day + delay <= last:\n                rows",
                '            if last == float("inf"):\n                rows',
                name="nothing for those who stop",
                says="Messages before the stop, and on its day, do go out.",
            ),
            slip(
                "rows.append((run.person, run.day + delay, step))",
                "rows.append((run.person, delay, step))",
                says="The day of a message is the day of the start plus the delay.",
            ),
        ],
        also=[
            form(
                "all rows at once",
                """
                def messages_of(starts, stops, steps):
                    plan = pd.DataFrame(list(steps.items()), columns=["step", "delay"])
                    sent = starts[["person", "day"]].drop_duplicates().merge(plan, how="cross")
                    sent["due"] = sent["day"] + sent["delay"]
                    late = sent.reset_index().merge(stops, on="person", suffixes=("", "_stop"))
                    late = late[(late["day_stop"] >= late["day"]) & (late["day_stop"] < late["due"])]
                    sent = sent.drop(index=late["index"].unique())
                    return sent[["person", "due", "step"]].rename(columns={"due": "day"})
                """,
            ),
            form(
                "plain Python",
                """
                def messages_of(starts, stops, steps):
                    runs = set(zip(starts["person"], starts["day"]))
                    ends = list(zip(stops["person"], stops["day"]))
                    out = {"person": [], "day": [], "step": []}
                    for person, day in runs:
                        for step, delay in steps.items():
                            if not any(who == person and day <= end < day + delay for who, end in ends):
                                out["person"].append(person)
                                out["day"].append(day + delay)
                                out["step"].append(step)
                    return pd.DataFrame(out)
                """,
            ),
        ],
        right="Now the flow can be tried on everybody of last year, and nobody is mailed.",
        survivors={
            "messages_of(arguments index reset)": NO_LABELS,
            "messages_of(arguments sorted)": NO_ORDER,
            "messages_of(arguments without duplicates)": "what comes twice counts once",
        },
    ),
    task(
        "09-q3",
        points=5,
        names="with_cap",
        examples={
            "with_cap(trio, 2)": (
                'pd.DataFrame({"person": ["Ada"] * 3 + ["Cy"] * 3 + ["Dot"] * 3,'
                ' "day": [4, 4, 11, 3, 3, 14, 1, 7, 8],'
                ' "step": ["guide", "offer", "f", "b", "b", "e", "h", "i", "j"]})'
            ),
            "with_cap(trio, 1)": (
                'pd.DataFrame({"person": ["Ada"] * 2 + ["Cy"] * 2 + ["Dot"] * 2,'
                ' "day": [4, 11, 3, 14, 1, 8], "step": ["guide", "f", "b", "e", "h", "j"]})'
            ),
            "with_cap(ben, 2)": (
                'pd.DataFrame({"person": "Ben", "day": [1, 2, 8], "step": ["hello", "guide", "survey"]})'
            ),
            "with_cap(ben, 0)": 'pd.DataFrame({"person": [], "day": [], "step": []})',
        },
        hidden=[
            f"with_cap({CROWDED}, 1)",
            f"with_cap({CROWDED}, 2)",
            f"with_cap({CROWDED}, 3)",
            f"with_cap({CROWDED}, 99)",
            f"with_cap({CROWDED}, 0)",
            f"with_cap({CROWDED}[:0], 2)",
            f"with_cap({SAME_DAY}, 2)",
            f"with_cap({SAME_DAY}, 4)",
            f"with_cap({DAILY}, 3)",
            f"with_cap({DAILY}, 6)",
            f"with_cap({DAILY}, 7)",
            f"with_cap({LATER}, 1)",
            "with_cap(own_messages, 3)",
            "with_cap(own_messages[::-1], 2)",
        ],
        slips=[
            slip(
                "        if len(recent) < most:\n            days.append(row.day)\n",
                "        days.append(row.day)\n        if len(recent) < most:\n",
                name="what was dropped counts",
                says="A message that was dropped does not count for later ones.",
            ),
            slip(
                "day > row.day - 7",
                "day > row.day - 8",
                says="This day and the six before are seven days: the seventh day before counts no longer.",
            ),
            slip(
                "day > row.day - 7",
                "day > row.day - 6",
                says="This day and the *six* before it count.",
            ),
            slip(
                "day > row.day - 7",
                "day // 7 == row.day // 7",
                name="calendar weeks",
                says="Seven days in a row may begin on any day. These are weeks of a calendar.",
            ),
            slip(
                "len(recent) < most",
                "len(recent) <= most",
                says="When `most` have gone out already, the next one is one too many.",
            ),
            slip(
                "sent.setdefault(row.person, [])",
                'sent.setdefault("all", [])',
                name="one cap for all people",
                says="The cap holds for each person, not for all together.",
            ),
            slip(
                'messages.sort_values(["day", "step"]).itertuples()',
                "messages.itertuples()",
                says="The rows come in any order. Sort them by day, and those of one day by step.",
            ),
            slip(
                'sort_values(["day", "step"])',
                'sort_values(["day", "step"], ascending=False)',
                name="the latest first",
                says="The earliest message goes out first. This begins with the latest.",
            ),
            slip(
                'sort_values(["day", "step"])',
                'sort_values(["day", "step"], ascending=[True, False])',
                name="steps backwards",
                says="Messages of one day come in the alphabetical order of `step`.",
            ),
            slip(
                'sort_values(["day", "step"])',
                'drop_duplicates().sort_values(["day", "step"])',
                name="equal rows dropped",
                says="Two rows that look the same are two messages.",
            ),
            slip(
                """
                def with_cap(messages, most):
                    crowd = messages.groupby("person")["day"].transform("size")
                    return messages[crowd <= most]
                """,
                name="whole people dropped",
                says="Only the messages over the cap are dropped, not all of that person.",
            ),
            slip(
                """
                def with_cap(messages, most):
                    ordered = messages.sort_values(["person", "day", "step"])
                    return ordered.groupby("person").head(most)
                """,
                name="so many ever",
                says="The cap looks at seven days. After them a person may get messages again.",
            ),
            slip(
                """
                def with_cap(messages, most):
                    began, rows, sent = {}, [], {}
                    for row in messages.sort_values(["day", "step"]).itertuples():
                        if row.person not in began or row.day >= began[row.person] + 7:
                            began[row.person], sent[row.person] = row.day, 0
                        if sent[row.person] < most:
                            sent[row.person] += 1
                            rows.append((row.person, row.day, row.step))
                    return pd.DataFrame(rows, columns=["person", "day", "step"])
                """,
                name="windows that begin with a message",
                says="Seven days may begin on any day. Here the count starts again every seven days, so that"
                " the end of one window and the beginning of the next may hold too many.",
            ),
        ],
        also=[
            form(
                "person by person, with a list of positions",
                """
                def with_cap(messages, most):
                    kept = []
                    table = messages.reset_index(drop=True)
                    for _, one in table.groupby("person"):
                        one = one.sort_values(["day", "step"])
                        gone = []
                        for place, day in zip(one.index, one["day"]):
                            if sum(day - 6 <= before for before in gone) < most:
                                gone.append(day)
                                kept.append(place)
                    return table.loc[kept]
                """,
            ),
            form(
                "only the message that went out so many before",
                """
                def with_cap(messages, most):
                    rows = sorted(zip(messages["day"], messages["step"], messages["person"]))
                    sent, out = {}, []
                    for day, step, person in rows:
                        mine = sent.setdefault(person, [])
                        if most and (len(mine) < most or day - mine[-most] >= 7):
                            mine.append(day)
                            out.append({"step": step, "person": person, "day": day})
                    return pd.DataFrame(out, columns=["step", "person", "day"])
                """,
            ),
            form(
                "by the library",
                """
                def with_cap(messages, most):
                    if most == 0 or messages.empty:
                        return messages[:0]
                    start = pd.Timestamp("2025-01-01")
                    table = messages.assign(day=start + pd.to_timedelta(messages["day"], unit="D"))
                    table = table.assign(customer_id=table["person"], hour=9, flow="", action="message")
                    out = flows.send(table, cap=(most, 7))
                    out["day"] = (out["day"] - start).dt.days
                    return out[["person", "day", "step"]]
                """,
            ),
        ],
        right="With such a cap, one more flow takes messages away from the others.",
        survivors={
            "with_cap(arguments index reset)": NO_LABELS,
            "with_cap(arguments sorted)": NO_ORDER,
        },
    ),
    task(
        "09-q4",
        points=4,
        names="brought",
        tol=1e-9,
        examples={
            "brought(late, late_orders, 30, 100)": (
                '{"credited": 6, "extra": 4, "low": 4 - 1.96 * 3 / 2**0.5, "high": 4 + 1.96 * 3 / 2**0.5}'
            ),
            "brought(fifteen, five_orders, 30, 100)": (
                '{"credited": 4, "extra": 2, "low": 2 - 19.6 * 0.056 ** 0.5, "high": 2 + 19.6 * 0.056 ** 0.5}'
            ),
            "brought(fifteen[:10], five_orders, 30, 100)": (
                f'{{"credited": 4, "extra": {NAN}, "low": {NAN}, "high": {NAN}}}'
            ),
        },
        hidden=[
            f"brought({MIXED}, {MIXED_ORDERS}, 21, 61)",
            f"brought({MIXED}, {MIXED_ORDERS}, 20, 61)",
            f"brought({MIXED}, {MIXED_ORDERS}, 0, 61)",
            f"brought({MIXED}, {MIXED_ORDERS}[:0], 21, 61)",
            f"brought({MIXED}, {NOBODY_BUYS}, 21, 99)",
            f"brought({ONLY_FLOW}, {MIXED_ORDERS}, 30, 60)",
            f"brought({ONLY_HELD}, {people([1, 1], [3, 4])}, 30, 60)",
            f"brought({ONLY_FLOW}, {people([3, 2, 3], [95, 30, 99])}, 30, 120)",
            f"brought({BELOW}, {people([1, 3], [-12, -40])}, 9, 5)",
            "brought(own_entries, own_orders, 30, 364)",
            "brought(own_entries[::-1], own_orders, 10, 300)",
        ],
        slips=[
            slip(
                'seen = entries[entries["day"] + within <= last]',
                "seen = entries",
                name="people observed too short",
                says="Who was not observed for `within` days counts in neither group.",
            ),
            slip(
                'entries["day"] + within <= last',
                'entries["day"] + within < last',
                says="`day + within` may be the last day itself.",
            ),
            slip(
                "(wait <= within)",
                "(wait < within)",
                says="An order on the day `day + within` still counts.",
            ),
            slip(
                "(wait >= 0)",
                "(wait > 0)",
                says="An order on the day of the start counts.",
            ),
            slip(
                "(wait >= 0) & ",
                "",
                says="An order before the start was not brought by the flow: it does not count.",
            ),
            slip(
                "(wait >= 0) & (wait <= within)",
                "wait == wait",
                name="orders at any time",
                says="Only an order on a day from `day` to `day + within` counts.",
            ),
            slip(
                "seen.merge(orders, on",
                'seen.merge(orders.sort_values("day").drop_duplicates("person"), on',
                name="the first order only",
                says="Somebody may have an order before the start and one in the window: look at all.",
            ),
            slip(
                "int(flow.sum())",
                'int((wait.between(0, within) & (pairs["group"] == "flow")).sum())',
                name="orders counted",
                says="Count people, not orders: somebody may buy twice.",
            ),
            slip(
                '"extra": n * (p - q)',
                '"extra": p - q',
                says="This is the difference of the shares. Multiply it by the people of the flow.",
            ),
            slip(
                '"extra": n * (p - q)',
                '"extra": credited - int(holdout.sum())',
                name="numbers of people compared",
                says="The groups differ in size: compare shares, not numbers of people.",
            ),
            slip(
                '"extra": n * (p - q)',
                '"extra": (n + m) * (p - q)',
                says="Multiply the difference by the people of the flow alone: the others got nothing.",
            ),
            slip(
                "low, high = n * (p - q - 1.96 * s), n * (p - q + 1.96 * s)",
                "low, high = p - q - 1.96 * s, p - q + 1.96 * s",
                says="These are the ends for the difference of the shares. Multiply them by n, too.",
            ),
            slip(
                "s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5",
                "s = p * (1 - p) / n + q * (1 - q) / m",
                says="s is the square root of this sum.",
            ),
            slip(
                "s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5",
                "r = buys.mean()\n    s = (r * (1 - r) * (1 / n + 1 / m)) ** 0.5",
                name="one share for both groups",
                says="Each group has its own share in s.",
            ),
            slip(
                "s = (p * (1 - p) / n + q * (1 - q) / m) ** 0.5",
                "s = (flow.var() / n + holdout.var() / m) ** 0.5",
                says="The text has p(1 − p) in s. The variance of pandas divides by one person less.",
            ),
            slip(
                'dict.fromkeys(["extra", "low", "high"], float("nan"))',
                'dict.fromkeys(["extra", "low", "high"], 0.0)',
                says="Without anybody held out, what the flow brought is not 0: it is not known.",
            ),
            slip(
                'dict.fromkeys(["extra", "low", "high"], float("nan"))',
                '{"extra": credited, "low": float("nan"), "high": float("nan")}',
                name="all credited without a holdout",
                says="Without anybody held out, nobody knows how many would have bought anyway: NaN.",
            ),
        ],
        also=[
            form(
                "person by person",
                """
                def brought(entries, orders, within, last):
                    days = orders.groupby("person")["day"].apply(list).to_dict()
                    did = {"flow": [], "holdout": []}
                    for row in entries.itertuples():
                        if row.day + within <= last:
                            found = [0 <= day - row.day <= within for day in days.get(row.person, [])]
                            did[row.group].append(any(found))
                    n, m = len(did["flow"]), len(did["holdout"])
                    credited = sum(did["flow"])
                    nan = float("nan")
                    if not (n and m):
                        return {"credited": credited, "extra": nan, "low": nan, "high": nan}
                    p, q = credited / n, sum(did["holdout"]) / m
                    half = 1.96 * (p * (1 - p) / n + q * (1 - q) / m) ** 0.5
                    return {
                        "credited": credited,
                        "extra": credited - n * q,
                        "low": n * (p - q - half),
                        "high": n * (p - q + half),
                    }
                """,
            ),
            form(
                "numpy, and a Series instead of a dict",
                """
                import numpy as np

                def brought(entries, orders, within, last):
                    seen = entries[last - entries["day"] >= within].reset_index(drop=True)
                    both = seen.reset_index().merge(orders, on="person")
                    hit = both[both["day_y"].between(both["day_x"], both["day_x"] + within)]
                    seen["buys"] = seen.index.isin(hit["index"]).astype(float)
                    table = seen.groupby("group")["buys"].agg(["mean", "size", "sum"])
                    table = table.reindex(["flow", "holdout"])
                    gap = table["mean"].iloc[0] - table["mean"].iloc[1]
                    var = (table["mean"] * (1 - table["mean"]) / table["size"]).sum(skipna=False)
                    ends = gap + 1.96 * np.sqrt(var) * np.array([-1, 1])
                    credited = np.nan_to_num(table["sum"].iloc[0])
                    low, high = table["size"].iloc[0] * ends
                    extra = table["size"].iloc[0] * gap
                    return pd.Series({"credited": credited, "extra": extra, "low": low, "high": high})
                """,
            ),
        ],
        right="The report shows what is credited. Decide by what the flow brought, and by its interval.",
        survivors={
            "brought(arguments index reset)": NO_LABELS,
            "brought(arguments sorted)": NO_ORDER,
        },
    ),
    task(
        "09-q5",
        points=4,
        names="hazard",
        examples={
            "hazard(nine, 4)": "pd.Series({1: 1 / 8, 2: 1 / 6, 3: 1 / 4, 4: 1.0})",
            "hazard(nine[nine['seen'] < 21], 3)": f"pd.Series({{1: 0.0, 2: 0.5, 3: {NAN}}})",
            "hazard(four, 3)": f"pd.Series({{1: 0.25, 2: 1 / 3, 3: {NAN}}})",
        },
        hidden=[
            f"hazard({WAITING}, 1)",
            f"hazard({WAITING}, 5)",
            f"hazard({WAITING}, 12)",
            "hazard(pd.DataFrame({'seen': [800, 420, 90, 119], 'bought': [None, 410, None, 104]}), 70)",
            f"hazard({ALL_AT_ONCE}, 3)",
            f"hazard({NOBODY}, 4)",
            f"hazard({YOUNG}, 2)",
            f"hazard({WAITING}[:0], 2)",
            "hazard(own_buyers, 10)",
            "hazard(own_buyers[::-1], 3)",
        ],
        slips=[
            slip(
                ' & ~(people["bought"] < first)]',
                "]",
                name="buyers still at risk",
                says="Who bought in an earlier week is no longer at risk.",
            ),
            slip(
                'people["seen"] >= end',
                'people["seen"] >= first',
                says="At risk are only people who were observed on all seven days of the week.",
            ),
            slip(
                'people["seen"] >= end',
                'people["seen"] > end',
                says="Who was observed for 14 days was observed on the days 0 to 13: on all of week 2.",
            ),
            slip(
                '(people["seen"] >= end) & ',
                "",
                name="weeks that nobody saw",
                says="A week that was not observed to its end says nothing about those who did not buy yet.",
            ),
            slip(
                '(people["seen"] >= end) &',
                '((people["seen"] >= end) | (people["bought"] < end)) &',
                name="buyers of a week that was not seen to its end",
                says="Who was not observed to the end of the week is left out, even if they bought in it.",
            ),
            slip(
                '(at_risk["bought"] < end).mean()',
                '(at_risk["bought"] < end).sum()',
                says="These are numbers of people. Divide by the people at risk.",
            ),
            slip(
                '(at_risk["bought"] < end).mean()',
                '(at_risk["bought"] < end).sum() / len(people)',
                says="Divide by the people at risk in this week, not by all.",
            ),
            slip(
                '(at_risk["bought"] < end).mean()',
                '(at_risk["bought"] <= end).mean()',
                says="Day 7 belongs to week 2: the last day of week 1 is day 6.",
            ),
            slip(
                '~(people["bought"] < first)',
                '~(people["bought"] <= first)',
                name="the first day of a week",
                says="Who buys on the first day of a week was at risk in it, and buys in it.",
            ),
            slip(
                '~(people["bought"] < first)',
                '(people["bought"] >= first)',
                name="only people who buy at some time",
                says="People who never bought are at risk, too. Their `bought` is missing.",
            ),
            slip(
                "return pd.Series(shares)",
                "return pd.Series(shares).fillna(0)",
                says="When nobody is at risk, the hazard is not 0: it is not known.",
            ),
            slip(
                "shares[week] =",
                "shares[week - 1] =",
                says="The index begins with week 1.",
            ),
            slip(
                "return pd.Series(shares)",
                "return pd.Series(shares).dropna()",
                says="Every week up to `weeks` has its place, also one in which nobody is at risk.",
            ),
            slip(
                "shares[week] = (at_risk",
                "shares[week] = 100 * (at_risk",
                says="A share is a fraction, not a percent.",
            ),
        ],
        also=[
            form(
                "counted one by one",
                """
                def hazard(people, weeks):
                    result = []
                    for week in range(weeks):
                        risk = buy = 0
                        for seen, bought in zip(people["seen"], people["bought"]):
                            late = pd.isna(bought) or bought >= 7 * week
                            if seen >= 7 * week + 7 and late:
                                risk += 1
                                buy += not pd.isna(bought) and bought < 7 * week + 7
                        result.append(buy / risk if risk else float("nan"))
                    return pd.Series(result, index=range(1, weeks + 1))
                """,
            ),
            form(
                "the week of each purchase first",
                """
                import numpy as np

                def hazard(people, weeks):
                    week = np.array(people["bought"], dtype=float) // 7 + 1
                    whole = np.array(people["seen"]) // 7
                    rates = {}
                    for w in range(1, weeks + 1):
                        risk = (whole >= w) & ~(week < w)
                        rates[w] = (week[risk] == w).sum() / risk.sum() if risk.any() else np.nan
                    return rates
                """,
            ),
            form(
                "by the library",
                """
                def hazard(people, weeks):
                    end = pd.Timestamp("2025-01-01")
                    if people.empty:
                        return pd.Series(float("nan"), index=range(1, weeks + 1))
                    table = people.reset_index(drop=True).rename_axis("customer_id").reset_index()
                    table["day"] = end - pd.to_timedelta(table["seen"], unit="D")
                    sales = table.dropna(subset=["bought"]).copy()
                    sales["day"] += pd.to_timedelta(sales["bought"], unit="D")
                    found = flows.offer_hazard(table, sales, every=7, last=weeks, until=end)
                    return found.set_index("period")["hazard"]
                """,
            ),
        ],
        right="A high hazard says when people buy. Whether an offer then brings more, only a lot tells.",
        survivors={
            "hazard(arguments sorted)": NO_ORDER,
            "hazard(arguments index reset)": NO_LABELS,
        },
    ),
    task(
        "09-q6",
        points=3,
        names=("left_at_80", "before", "drop_from_0", "minutes_left"),
        form={"left_at_80": "35", "before": "0.25", "drop_from_0": "0.25", "minutes_left": "0.25"},
        hidden=["left_at_80", "before", "drop_from_0", "minutes_left"],
        rel=0.002,
        slips=[
            slip(
                "left_at_80 = 100 * (1 - 0.8)",
                "left_at_80 = 80",
                says="These are solved by themselves. The other questions are left to the staff.",
            ),
            slip(
                "left_at_80 = 100 * (1 - 0.8)",
                "left_at_80 = 0.2",
                says="This is the fraction. How many of 100 questions are left?",
            ),
            slip(
                "before = 1 - 20 / 0.4 / 100",
                "before = left_at_80 / 0.6 / 100",
                says="60% less leaves 40%: divide what is left now by 0.4.",
            ),
            slip(
                "before = 1 - 20 / 0.4 / 100",
                "before = 1 - left_at_80 / 0.6 / 100",
                says="60% less leaves 40%: what is left now is 0.4 of what was left then.",
            ),
            slip(
                "before = 1 - 20 / 0.4 / 100",
                "before = 0.8 - 0.6",
                says="The 60% are of the questions that were left earlier, not of all questions.",
            ),
            slip(
                "before = 1 - 20 / 0.4 / 100",
                "before = 50",
                says="Give it as a fraction, not as a percent.",
            ),
            slip(
                "drop_from_0 = 1 - 20 / 100",
                "drop_from_0 = left_at_80 / 100",
                says="This is the fraction that is left. By which fraction did the burden fall?",
            ),
            slip(
                "drop_from_0 = 1 - 20 / 100",
                "drop_from_0 = 0.6",
                says="This is quoted. What do 80% give, when nothing was solved by itself earlier?",
            ),
            slip(
                "minutes_left = 60 / (9 * 5 + 60)",
                "minutes_left = 0.1",
                says="This is the fraction of the kinds of needs that is left. What is it of the minutes?",
            ),
            slip(
                "minutes_left = 60 / (9 * 5 + 60)",
                "minutes_left = 45 / 105",
                says="These minutes the platform saves. Which fraction is left?",
            ),
            slip(
                "minutes_left = 60 / (9 * 5 + 60)",
                "minutes_left = 60 / 65",
                says="There are nine kinds of 5 minutes each, and one of 60.",
            ),
            slip(
                "minutes_left = 60 / (9 * 5 + 60)",
                "minutes_left = 60 / 45",
                says="Divide by all the minutes, those of the tenth kind included.",
            ),
            slip(
                "minutes_left = 60 / (9 * 5 + 60)",
                "minutes_left = 60",
                says="Give the fraction of all minutes, not the minutes.",
            ),
        ],
        also=[
            form("read off", "left_at_80, before, drop_from_0, minutes_left = 20, 0.5, 0.8, 0.571"),
            form(
                "exact",
                """
                from fractions import Fraction

                left_at_80 = 20
                before = float(1 - Fraction(20, 40))
                drop_from_0 = (100 - left_at_80) / 100
                minutes_left = float(Fraction(60, 105))
                """,
            ),
        ],
        right="60% and 80% agree only if half was solved before. One kind in ten can be most of the work.",
    ),
]
