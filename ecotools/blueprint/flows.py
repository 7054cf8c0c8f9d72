"""The way through a flow: which of its steps leads to which, where it ends, and circles nobody can leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecotools.blueprint.automation import FlowStep

if TYPE_CHECKING:
    import networkx as nx

SILENT = ("wait", "tag", "assign_role", "end")
"""Actions that nobody is told of."""

START, END = -1, -2
"""The nodes of a graph of places before the first step and after the last one."""


def reaches_people(step: FlowStep) -> bool:
    """Return whether a step sends something; a delivery does when it has a message.

    >>> reaches_people(FlowStep(action="welcome")), reaches_people(FlowStep(action="tag"))
    (True, False)
    """
    return step.message is not None or step.action not in (*SILENT, "deliver")


def step_names(steps: list[FlowStep]) -> list[str]:
    """Return what steps are called: their id, or the action with its place where they have none.

    >>> step_names([FlowStep(action="welcome"), FlowStep(id="ask", action="survey")])
    ['step 1 (welcome)', 'ask']
    """
    return [step.id or f"step {place} ({step.action})" for place, step in enumerate(steps, start=1)]


def step_graph(steps: list[FlowStep]) -> nx.DiGraph:
    """Return a flow as a graph of places in its list of steps, from `START` to `END`.

    A step leads to those of its ``next``, to the following one when it names none, to `END` when its ``next``
    is empty, its action is end, or it is the last. Successors keep the order of ``next``.

    >>> sorted(step_graph([FlowStep(action="welcome"), FlowStep(action="end")]).edges)
    [(-1, 0), (0, 1), (1, -2)]
    """
    import networkx as nx

    place = {step.id: at for at, step in enumerate(steps) if step.id}
    graph = nx.DiGraph([(START, 0 if steps else END)])
    graph.add_nodes_from(range(len(steps)))
    graph.add_node(END)
    for at, step in enumerate(steps):
        if step.action == "end" or step.next == []:
            graph.add_edge(at, END)
        elif step.next:
            graph.add_edges_from((at, place[id]) for id in step.next)
        else:
            graph.add_edge(at, at + 1 if at + 1 < len(steps) else END)
    return graph


def loops_without_exit(graph: nx.DiGraph) -> list[list[int]]:
    """Return the circles that can be entered and not be left, each as places in order.

    >>> steps = [FlowStep(id="ask", action="remind"), FlowStep(action="wait", next=["ask"])]
    >>> loops_without_exit(step_graph(steps))
    [[0, 1]]
    """
    import networkx as nx

    ends = nx.ancestors(graph, END)
    there = graph.subgraph(nx.descendants(graph, START) - ends - {END})
    circles = (c for c in nx.strongly_connected_components(there) if there.subgraph(c).edges)
    return sorted(map(sorted, circles))


def circle_of(graph: nx.DiGraph, at: int) -> frozenset[int]:
    """Return the places of the loop that a place lies in; none outside of loops.

    >>> steps = [FlowStep(id="ask", action="remind", next=["ask"])]
    >>> sorted(circle_of(step_graph(steps), 0)), sorted(circle_of(step_graph(steps), START))
    ([0], [])
    """
    import networkx as nx

    back = nx.descendants(graph, at) & nx.ancestors(graph, at)
    return frozenset(back | {at}) if back or graph.has_edge(at, at) else frozenset()
