"""KPIs of a blueprint, computed from a ledger month by month, against their targets.

>>> from ecotools.metrics import kpi
>>> kpi.REGISTRY["churn_rate"].direction
'down'
"""

from ecotools.metrics.kpi import people, recurring, sales
from ecotools.metrics.kpi.book import Book
from ecotools.metrics.kpi.normal import surprises
from ecotools.metrics.kpi.registry import REGISTRY, Registered, describe, register
from ecotools.metrics.kpi.table import compute

__all__ = ["REGISTRY", "Book", "Registered", "compute", "describe", "register", "surprises"]

# Importing these modules is what fills the registry.
_ = (people, recurring, sales)
