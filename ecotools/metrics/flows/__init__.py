"""Flows that happen by themselves: checked before anyone is mailed, run over what happened, and measured.

Before: `steps`, `graph`, `problems`. What would have been sent: `trigger_events` of a ledger, `run`, `walk`,
`standing`, then `send` with its rules. What to look for: `duplicates`, `sent_after`, `busiest`,
`messages_per_week`. What it brings: `hold_out`, `lift`, `offer_hazard`, `best_day`, `per_mail`, and for
made-up readers `simulate_unsubscribes`, `simulate_sales`. Around it: `drip`, `drip_schedule`, `priorities`,
`hours_replaced`, `stack_cost`, `crossing_points`.

>>> from ecotools import data
>>> problems(data.quillwork()).empty
True
"""

from ecotools.metrics.flows.audits import busiest, duplicates, messages_per_week, sent_after
from ecotools.metrics.flows.conditions import Happened, Subscribed
from ecotools.metrics.flows.drips import drip, drip_schedule
from ecotools.metrics.flows.graph import graph, steps
from ecotools.metrics.flows.lift import hold_out, lift
from ecotools.metrics.flows.mails import per_mail
from ecotools.metrics.flows.manual_work import hours_replaced
from ecotools.metrics.flows.offers import best_day, offer_hazard
from ecotools.metrics.flows.priorities import priorities
from ecotools.metrics.flows.problems import problems
from ecotools.metrics.flows.readers import simulate_sales, simulate_unsubscribes
from ecotools.metrics.flows.runs import run, standing, walk
from ecotools.metrics.flows.sending_rules import send
from ecotools.metrics.flows.stacks import crossing_points, stack_cost
from ecotools.metrics.flows.triggers import trigger_events

__all__ = [
    "Happened",
    "Subscribed",
    "best_day",
    "busiest",
    "crossing_points",
    "drip",
    "drip_schedule",
    "duplicates",
    "graph",
    "hold_out",
    "hours_replaced",
    "lift",
    "messages_per_week",
    "offer_hazard",
    "per_mail",
    "priorities",
    "problems",
    "run",
    "send",
    "sent_after",
    "simulate_sales",
    "simulate_unsubscribes",
    "stack_cost",
    "standing",
    "steps",
    "trigger_events",
    "walk",
]
__dir__ = __all__.copy
