"""Who buys again where nobody cancels: RFM summaries and groups, BG/NBD, Gamma-Gamma, and their tests."""

from ecotools.metrics.repeat.bg_nbd import expected_purchases, new_customer_purchases, probability_alive
from ecotools.metrics.repeat.bg_nbd_fit import fit_bg_nbd
from ecotools.metrics.repeat.gamma_gamma import expected_spend, fit_gamma_gamma
from ecotools.metrics.repeat.holdout import holdout, purchases_by_period
from ecotools.metrics.repeat.segments import segment_list, segments
from ecotools.metrics.repeat.summary import rfm

__all__ = [
    "expected_purchases",
    "expected_spend",
    "fit_bg_nbd",
    "fit_gamma_gamma",
    "holdout",
    "new_customer_purchases",
    "probability_alive",
    "purchases_by_period",
    "rfm",
    "segment_list",
    "segments",
]
__dir__ = __all__.copy
