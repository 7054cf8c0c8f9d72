"""Who stays: churn on four bases, cohorts, Kaplan-Meier, log-rank, the beta-geometric model, LTV."""

from ecotools.metrics.retention.churn import (
    annual_from_monthly,
    churn_rate,
    churn_table,
    monthly_from_annual,
)
from ecotools.metrics.retention.cohorts import cohort_average, cohort_table
from ecotools.metrics.retention.kaplan import kaplan_meier, median_lifetime, survival
from ecotools.metrics.retention.lifetime import ltv
from ecotools.metrics.retention.lifetime_price import lifetime_price
from ecotools.metrics.retention.logrank import log_rank
from ecotools.metrics.retention.losses import losses
from ecotools.metrics.retention.mixture import churn_mix, mix_ltv
from ecotools.metrics.retention.sbg import (
    discounted_lifetime,
    residual_lifetime,
    sbg_survival,
)
from ecotools.metrics.retention.sbg_fit import fit_sbg
from ecotools.metrics.retention.tenure import tenures
from ecotools.metrics.retention.trials import trials

__all__ = [
    "annual_from_monthly",
    "churn_mix",
    "churn_rate",
    "churn_table",
    "cohort_average",
    "cohort_table",
    "discounted_lifetime",
    "fit_sbg",
    "kaplan_meier",
    "lifetime_price",
    "log_rank",
    "losses",
    "ltv",
    "median_lifetime",
    "mix_ltv",
    "monthly_from_annual",
    "residual_lifetime",
    "sbg_survival",
    "survival",
    "tenures",
    "trials",
]
__dir__ = __all__.copy
