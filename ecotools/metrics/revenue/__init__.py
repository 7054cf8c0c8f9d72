"""Recurring revenue and averages: MRR, its five movements, ARPU, AOV, NRR and GRR, and how steady it is."""

from ecotools.metrics.revenue.averages import aov, arpu, asp
from ecotools.metrics.revenue.bridge import movements
from ecotools.metrics.revenue.decay import decay
from ecotools.metrics.revenue.payments import payments
from ecotools.metrics.revenue.rates import grr, mrr_churn, nrr, quick_ratio
from ecotools.metrics.revenue.recurring import mrr, mrr_by_customer
from ecotools.metrics.revenue.refunds import refund_cohorts, refund_months
from ecotools.metrics.revenue.sample import example
from ecotools.metrics.revenue.steadiness import steadiness

__all__ = [
    "aov",
    "arpu",
    "asp",
    "decay",
    "example",
    "grr",
    "movements",
    "mrr",
    "mrr_by_customer",
    "mrr_churn",
    "nrr",
    "payments",
    "quick_ratio",
    "refund_cohorts",
    "refund_months",
    "steadiness",
]
__dir__ = __all__.copy
