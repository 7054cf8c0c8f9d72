"""What is wrong with flows, before anybody is mailed: dead ends, loops, lost steps, wrong stages, doubles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from ecotools.blueprint import Automation, FlowStep
from ecotools.blueprint.flows import (
    END,
    START,
    loops_without_exit,
    reaches_people,
    step_graph,
    step_names,
)
from ecotools.metrics.flows.graph import automations_of

if TYPE_CHECKING:
    import networkx as nx

PROBLEMS = {
    "dead end": "people wait for what never comes: no step at all, a wait that nothing follows, or a branch "
    "without a way for those who meet none of its conditions",
    "loop without exit": "a circle of steps that nobody can leave",
    "unreachable step": "no way from the trigger leads to it",
    "wrong stage": "a message for another stage than the one at which its readers are",
    "two flows for one event": "one event sets off two flows that both write to the same people",
}
"""The kinds of problem that `problems` looks for, and what each means."""


def problems(automations) -> pd.DataFrame:
    """Return what is wrong with flows, as far as their text can tell.

    Parameters
    ----------
    automations : Blueprint, Automation or list of Automation
        The flows.

    Returns
    -------
    pandas.DataFrame
        One row per problem: ``flow``, ``step`` ("" where it is the whole flow), ``problem`` (see
        ``attrs["definition"]``) and ``what`` (a sentence). No rows when nothing was found.

    Raises
    ------
    TypeError, ValueError
        For something else than flows, or two flows of one id.

    Notes
    -----
    Of several ``next`` a person takes the first whose condition holds, as in `run`. So one that stands behind
    a step without a condition is never reached. A step with a condition is a way out of a loop, since nobody
    can read in the words whether the condition ever fails; `run` shows how long people really stay.

    Two flows of one trigger are no problem when they are about different products, when only one of them
    writes, or when each has a condition of its own, which may keep them apart.

    Examples
    --------
    >>> from ecotools import data
    >>> found = problems(data.quillwork("automation-draft"))
    >>> found[["step", "problem"]]
            step            problem
    0      offer        wrong stage
    1  nag_again  loop without exit
    2     thanks   unreachable step
    >>> found["what"][1]
    'there is no way out of nag and nag_again'
    """
    listed = automations_of(automations)
    rows = [(flow.id, *row) for flow in listed for row in _in_flow(flow)]
    rows += [row for one, other in combinations(listed, 2) for row in _doubled(one, other)]
    table = pd.DataFrame(rows, columns=["flow", "step", "problem", "what"], dtype=object)
    table.attrs["definition"] = dict(PROBLEMS)
    return table


def _in_flow(flow: Automation) -> Iterator[tuple[str, str, str]]:
    """Yield step, problem and sentence of all that is wrong within one flow, in the order of its steps."""
    listed = flow.steps or []
    if not listed:
        yield "", "dead end", f"{flow.id} has no steps, so nothing happens to those who enter it"
        return
    names, drawn = step_names(listed), _taken(listed)
    found = [*_stages(flow, names), *_ends(listed, names, drawn)]
    found += _loops(listed, names, drawn) + _unreachable(listed, names, drawn)
    for at, problem, what in sorted(found, key=lambda each: each[0]):
        yield names[at], problem, what


def _taken(listed: list[FlowStep]) -> nx.DiGraph:
    """Return the graph without the branches that nobody takes: those behind one that has no condition."""
    drawn = step_graph(listed)
    for at in range(len(listed)):
        nexts = list(drawn.successors(at))
        open_ = next((i for i, to in enumerate(nexts) if to == END or not listed[to].condition), len(nexts))
        drawn.remove_edges_from([(at, to) for to in nexts[open_ + 1 :]])
    return drawn


def _stages(flow: Automation, names: list[str]):
    for at, step in enumerate(flow.steps or []):
        stage = step.message.stage if step.message else None
        if reaches_people(step) and stage and flow.stage and stage != flow.stage:
            yield at, "wrong stage", f"{names[at]} speaks to {stage}, its readers are at {flow.stage}"


def _ends(listed: list[FlowStep], names: list[str], drawn: nx.DiGraph):
    for at, step in enumerate(listed):
        nexts = list(drawn.successors(at))
        if step.action == "wait" and nexts == [END]:
            yield at, "dead end", f"nothing follows {names[at]}"
        if len(nexts) > 1 and all(to != END and listed[to].condition for to in nexts):
            conditions = ", ".join(repr(listed[to].condition) for to in nexts)
            yield at, "dead end", f"after {names[at]} nothing is said for those who meet none of {conditions}"


def _loops(listed: list[FlowStep], names: list[str], drawn: nx.DiGraph):
    return [
        (
            circle[-1],
            "loop without exit",
            f"there is no way out of {' and '.join(names[at] for at in circle)}",
        )
        for circle in loops_without_exit(drawn)
        if not any(listed[at].condition for at in circle)
    ]


def _unreachable(listed: list[FlowStep], names: list[str], drawn: nx.DiGraph):
    import networkx as nx

    whole, reached, found = step_graph(listed), nx.descendants(drawn, START), []
    for at in sorted(set(range(len(listed))) - reached):
        before = [names[one] for one in whole.predecessors(at) if one in reached]
        why = f"another way out of {before[0]} is always taken first" if before else "nothing leads to it"
        found.append((at, "unreachable step", f"{names[at]} is never done: {why}"))
    return found


def _doubled(one: Automation, other: Automation):
    """Yield a row if one event sets off both flows, and both write to the same people."""
    same_event = one.trigger and one.trigger == other.trigger and one.trigger not in ("schedule", "manual")
    products = {one.product, other.product} - {None}
    apart = one.condition and other.condition and one.condition != other.condition
    write = all(any(map(reaches_people, flow.steps or [])) for flow in (one, other))
    if same_event and len(products) < 2 and not apart and write:
        of = f" of {products.pop()}" if products else ""
        what = f"{one.trigger}{of} sets off {one.id} and {other.id}, and both write"
        yield other.id, "", "two flows for one event", what
