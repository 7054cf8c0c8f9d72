"""Words for rules about automations: which flows something sets off, what they do, and the way through them.

>>> from ecotools.blueprint import Blueprint
>>> from ecotools.rules.engine.parts import Business
>>> said = "name: Q\\nautomations: [{id: hello, trigger: lead, steps: [{action: welcome}, {action: wait}]}]"
>>> business = Business(Blueprint.from_yaml(said))
>>> [emails(flow) for flow in set_off_by(business, "lead")], does(business, "welcome", "lead")
([1], True)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ecotools.blueprint import flows
from ecotools.blueprint.flows import START
from ecotools.rules.engine.parts import Missing, Part, plain

if TYPE_CHECKING:
    import networkx as nx

AFTER_PURCHASE = ("purchase", "delivery", "join", "activation", "renewal")
"""What sets off flows for people who have bought and stay."""


def set_off_by(business: Part, *triggers: str) -> list[Part]:
    """Return the automations with one of these triggers; one that does not say its own is not among them."""
    return [flow for flow in business.business.automations if flow.get("trigger") in triggers]


def some(business: Part, triggers: tuple[str, ...], test: Callable[[Part], bool]) -> bool:
    """Return whether an automation with one of the triggers passes a test.

    One that does not say its trigger or steps ends the rule, unless another one passes. That nothing is
    automated (``automations: []``) is an answer.
    """
    unsaid = None
    for flow in business.business.stated("automations"):
        try:
            if flow.trigger in triggers and test(flow):
                return True
        except Missing as lack:
            unsaid = unsaid or lack
    if unsaid:
        raise unsaid
    return False


def does(business: Part, action: str, *triggers: str) -> bool:
    """Return whether an automation with one of the triggers has a step of this action; see `some`."""
    return some(business, triggers, lambda flow: any(step.action == action for step in flow.stated("steps")))


def reaches_people(step: Part) -> bool:
    """Return whether a step sends something; a delivery does when it has a message."""
    return flows.reaches_people(plain(step))


def named(step: Part, place: int) -> str:
    """Return a step's id, or its action and place in the list when it has none."""
    return step.get("id") or f"step {place + 1} ({step.action})"


def flow_graph(flow: Part) -> nx.DiGraph:
    """Return a flow as a graph of places in its list of steps, from `START` to `END`; see `step_graph`."""
    return flows.step_graph([plain(step) for step in flow.steps])


def emails(flow: Part) -> int:
    """Return how many of a flow's steps reach a person, along its longest way; in a loop each counts once."""
    import networkx as nx

    graph, sent = flow_graph(flow), {at for at, step in enumerate(flow.steps) if reaches_people(step)}
    if not nx.is_directed_acyclic_graph(graph):
        return len(sent & nx.descendants(graph, START))
    most = {START: 0}
    for at in nx.topological_sort(graph):
        for to in graph.successors(at) if at in most else ():
            most[to] = max(most.get(to, 0), most[at] + (to in sent))
    return max(most.values())
