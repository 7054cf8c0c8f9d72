"""Funnels: who entered, how far they got, how long it took, and where they were lost.

`funnel` counts the steps, `funnel_by_month` follows them over time, `leak` names the worst step, and
`reached` is the visitor-by-visitor table that the others are made of.
"""

from ecotools.metrics.funnel.leaks import leak
from ecotools.metrics.funnel.months import funnel_by_month
from ecotools.metrics.funnel.steps import funnel, reached

__all__ = ["funnel", "funnel_by_month", "leak", "reached"]
__dir__ = __all__.copy
