"""Ecosystems as graphs: who feeds whom, what starves without whom, how concentrated revenue is.

Tables: `nodes` and `flows` of a blueprint, `on_day` for an earlier one. Who feeds whom: `feeding`,
`share_feeding`, `loops`, `flow_kinds`. Without a node: `reachable`, `starved`, `removals`. Concentration:
`hhi`, `largest_share`. What a blueprint covers: `elements`, `success_factors`. What is worth showing:
`worth_of_showing`, `simulate_showings`. What a comparison of the successful can say: `simulate_partners`,
`simulate_survivors`.
"""

from ecotools.metrics.ecosystem.attention import simulate_showings, worth_of_showing
from ecotools.metrics.ecosystem.concentration import hhi, largest_share
from ecotools.metrics.ecosystem.coverage import elements, success_factors
from ecotools.metrics.ecosystem.feeding import feeding, flow_kinds, loops, share_feeding
from ecotools.metrics.ecosystem.history import on_day
from ecotools.metrics.ecosystem.partners import simulate_partners, simulate_survivors
from ecotools.metrics.ecosystem.removal import reachable, removals, starved
from ecotools.metrics.ecosystem.tables import flows, graph, nodes

__all__ = [
    "elements",
    "feeding",
    "flow_kinds",
    "flows",
    "graph",
    "hhi",
    "largest_share",
    "loops",
    "nodes",
    "on_day",
    "reachable",
    "removals",
    "share_feeding",
    "simulate_partners",
    "simulate_showings",
    "simulate_survivors",
    "starved",
    "success_factors",
    "worth_of_showing",
]
__dir__ = __all__.copy
