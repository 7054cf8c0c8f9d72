"""Flows that happen by themselves: checked before anyone is mailed, run over what happened, and measured.

>>> from ecotools import data
>>> problems(data.quillwork()).empty
True
"""

from ecotools.metrics.flows.audits import busiest, duplicates, messages_per_week, sent_after
from ecotools.metrics.flows.conditions import Condition, Happened, Subscribed
from ecotools.metrics.flows.graph import graph, steps
from ecotools.metrics.flows.problems import problems
from ecotools.metrics.flows.running import run, standing, walk
from ecotools.metrics.flows.sending import send
from ecotools.metrics.flows.triggers import trigger_events

__all__ = [
    "Condition",
    "Happened",
    "Subscribed",
    "busiest",
    "duplicates",
    "graph",
    "messages_per_week",
    "problems",
    "run",
    "send",
    "sent_after",
    "standing",
    "steps",
    "trigger_events",
    "walk",
]
