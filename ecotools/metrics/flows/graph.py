"""Flows as a table of steps, and as a graph of triggers, conditions, delays and actions."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from ecotools.blueprint import Automation, Blueprint, FlowStep
from ecotools.blueprint.flows import END, START, circle_of, reaches_people, step_graph, step_names

if TYPE_CHECKING:
    import networkx as nx


COLUMNS = [
    *("flow", "trigger", "flow_condition", "step", "day"),
    *("condition", "action", "sends", "subject", "stage", "next"),
]


def automations_of(automations) -> list[Automation]:
    """Return the flows in a blueprint, in a list, or the one flow given; refuse anything else.

    >>> automations_of(Automation(id="hello", trigger="lead"))[0].id
    'hello'
    """
    if isinstance(automations, Blueprint):
        return list(automations.automations or [])
    if isinstance(automations, Automation):
        return [automations]
    if isinstance(automations, (str, bytes, dict)) or not isinstance(automations, Iterable):
        listed = None
    else:
        listed = list(automations)
    if listed is None or not all(isinstance(flow, Automation) for flow in listed):
        raise TypeError(
            "automations must be a Blueprint, an Automation or a list of them, such as "
            f"data.quillwork().automations, not {type(automations).__name__}"
        )
    ids = [flow.id for flow in listed]
    if twice := sorted({id for id in ids if ids.count(id) > 1}):
        raise ValueError(f"automations has {twice[0]!r} twice: each flow needs an id of its own")
    return listed


def steps(automations) -> pd.DataFrame:
    """Return the steps of flows as a table: what each does, when, under which condition, and what comes next.

    Parameters
    ----------
    automations : Blueprint, Automation or list of Automation
        The flows.

    Returns
    -------
    pandas.DataFrame
        One row per step, in the order of the blueprint: ``flow``, ``trigger``, ``flow_condition`` (for whom
        it runs), ``step`` (its id, or its place and action), ``day`` (days after the trigger), ``condition``
        ("" for none), ``action``, ``sends`` (whether a person is told), ``subject``, ``stage`` (of the
        message) and ``next`` (a list of steps; empty where the flow ends).

    Raises
    ------
    TypeError, ValueError
        For something else than flows, or two flows of one id.

    Examples
    --------
    >>> from ecotools import data
    >>> table = steps(data.quillwork("automation-draft"))
    >>> table[["step", "day", "action", "next"]]
            step   day   action         next
    0      login   0.0  deliver      [offer]
    1      offer   1.0   upsell        [nag]
    2        nag   3.0   remind  [nag_again]
    3  nag_again   6.0   remind        [nag]
    4     thanks  30.0   survey           []
    """
    rows = [row for flow in automations_of(automations) for row in _rows(flow)]
    return pd.DataFrame(rows, columns=COLUMNS)


def _rows(flow: Automation):
    """Yield one dict per step of a flow."""
    listed = flow.steps or []
    names, leads = step_names(listed), step_graph(listed)
    for at, (name, step) in enumerate(zip(names, listed, strict=True)):
        message = step.message
        yield {
            "flow": flow.id,
            "trigger": flow.trigger or "",
            "flow_condition": flow.condition or "",
            "step": name,
            "day": step.delay_days,
            "condition": step.condition or "",
            "action": step.action,
            "sends": reaches_people(step),
            "subject": (message.subject or "") if message else "",
            "stage": (message.stage or "") if message else "",
            "next": [names[to] for to in leads.successors(at) if to != END],
        }


def graph(automations) -> nx.DiGraph:
    """Return flows as one directed graph in which trigger, condition, delay and action are nodes.

    Parameters
    ----------
    automations : Blueprint, Automation or list of Automation
        The flows.

    Returns
    -------
    networkx.DiGraph
        Nodes are tuples of flow, step ("" for the flow itself) and kind: ``"trigger"``, ``"condition"``,
        ``"delay"``, ``"action"``, ``"end"``; each has ``kind`` and ``label``. Edges that leave a condition
        have ``answer`` ("yes" or "no"), others "". A condition of a flow is read when it starts; that of
        a step on the day when the step is due, so it follows its delay.

    Raises
    ------
    TypeError, ValueError
        For something else than flows, or two flows of one id.

    Examples
    --------
    >>> ask = FlowStep(id="ask", action="survey", delay_days=7, condition="Is quiet")
    >>> drawn = graph(Automation(id="hello", trigger="lead", steps=[FlowStep(action="welcome"), ask]))
    >>> [label for _, label in drawn.nodes(data="label")]
    ['lead', 'welcome', '7 days', 'Is quiet', 'survey', 'end']
    >>> [(a[2], b[2], answer) for a, b, answer in drawn.edges(data="answer") if answer]
    [('condition', 'action', 'yes'), ('condition', 'end', 'no')]
    """
    import networkx as nx

    drawn = nx.DiGraph()
    for flow in automations_of(automations):
        _draw(drawn, flow)
    return drawn


def _draw(drawn: nx.DiGraph, flow: Automation) -> None:
    """Add one flow to the graph."""
    listed = flow.steps or []
    names, leads = step_names(listed), step_graph(listed)

    def chain(step: str, parts: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
        """Add nodes that follow one another, and return them."""
        nodes = [(flow.id, step, kind) for kind, _ in parts]
        for node, (kind, label) in zip(nodes, parts, strict=True):
            drawn.add_node(node, kind=kind, label=label)
        for one, other in pairwise(nodes):
            drawn.add_edge(one, other, answer="yes" if one[2] == "condition" else "")
        return nodes

    asked = [("condition", flow.condition)] if flow.condition else []
    way = {START: chain("", [("trigger", flow.trigger or "not said"), *asked])}
    way |= {at: chain(names[at], _parts(step)) for at, step in enumerate(listed)}
    way[END] = chain("", [("end", "end")])
    for at, to in leads.edges:
        drawn.add_edge(way[at][-1], way[to][0], answer="yes" if way[at][-1][2] == "condition" else "")
    for at, nodes in way.items():
        for node in (one for one in nodes if one[2] == "condition"):
            onward = [END] if at == START else _when_not(leads, at)
            drawn.add_edges_from(((node, way[to][0]) for to in onward), answer="no")


def _parts(step: FlowStep) -> list[tuple[str, str]]:
    """Return the nodes of a step as kind and label."""
    days = f"{step.delay_days:g} day{'s' * (step.delay_days != 1)}"
    label = f"{step.action}: {step.message.subject}" if step.message and step.message.subject else step.action
    parts = [("delay", days)] if step.delay_days else []
    return [*parts, *([("condition", step.condition)] if step.condition else []), ("action", label)]


def _when_not(leads: nx.DiGraph, at: int) -> list[int]:
    """Return where a step leads whose condition does not hold: onward, but out of a loop."""
    nexts, circle = list(leads.successors(at)), circle_of(leads, at)
    if not circle:
        return nexts
    return [to for to in nexts if to not in circle] or [END]
