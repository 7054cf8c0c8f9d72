"""KPIs of a blueprint, computed from a ledger month by month, against their targets.

Where one name has several definitions, each has an id of its own, and the plain id is the one that upsells
move:

- ``arpu`` is revenue, one-time sales included, by those who bought or subscribed in the month; ``arppu`` is
  MRR by subscribers (also called ARPA); ``mrr_per_customer`` is MRR by everybody who ever paid.
- ``ltv`` counts what subscribers buy beside the subscription, over the churn of six months;
  ``subscription_ltv`` is MRR per subscriber over the churn of one month.

>>> from ecotools.metrics import kpi
>>> kpi.REGISTRY["churn_rate"].direction
'down'
"""

from ecotools.metrics.kpi import ecosystem, people, recurring, sales
from ecotools.metrics.kpi.book import Book
from ecotools.metrics.kpi.normal_changes import surprises
from ecotools.metrics.kpi.registry import REGISTRY, describe, register
from ecotools.metrics.kpi.table import compute

__all__ = ["REGISTRY", "Book", "compute", "describe", "register", "surprises"]
__dir__ = __all__.copy

# Importing these modules is what fills the registry.
_ = (ecosystem, people, recurring, sales)
