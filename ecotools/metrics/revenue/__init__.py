"""Recurring revenue and averages: MRR, its five movements, ARPU, AOV, quick ratio, NRR and GRR."""

from ecotools.metrics.revenue.averages import aov, arppu, arpu, asp
from ecotools.metrics.revenue.bridge import movement_list, movements
from ecotools.metrics.revenue.rates import daily_mrr_churn, grr, mrr_churn, nrr, quick_ratio
from ecotools.metrics.revenue.recurring import mrr, mrr_by_customer, mrr_series, paying_customers
from ecotools.metrics.revenue.sample import example

__all__ = [
    "aov",
    "arppu",
    "arpu",
    "asp",
    "daily_mrr_churn",
    "example",
    "grr",
    "movement_list",
    "movements",
    "mrr",
    "mrr_by_customer",
    "mrr_churn",
    "mrr_series",
    "nrr",
    "paying_customers",
    "quick_ratio",
]
