"""Flows that happen by themselves: checked before anyone is mailed, run over what happened, and measured.

>>> from ecotools import data
>>> problems(data.quillwork()).empty
True
"""

from ecotools.metrics.flows.conditions import Condition, Happened, Subscribed
from ecotools.metrics.flows.graph import graph, steps
from ecotools.metrics.flows.problems import problems
from ecotools.metrics.flows.running import run, standing, walk
from ecotools.metrics.flows.triggers import trigger_events

__all__ = [
    "Condition",
    "Happened",
    "Subscribed",
    "graph",
    "problems",
    "run",
    "standing",
    "steps",
    "trigger_events",
    "walk",
]
