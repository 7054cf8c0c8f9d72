"""What a customer brings and costs.

One sale: `contribution`, `client_waterfall`, and of a ledger's orders `contributions`. Winning a customer:
`cac`, its payback and LTV to CAC; by channel `new_customers`, `channel_cac`, `channel_returns`. The next
dollar: `channel_months`, `fit_curves`, `spend_curve`, `next_dollar`, `best_split`. An event: `event`.
"""

from ecotools.metrics.unit_economics.acquisition import cac, cac_payback, ltv_to_cac
from ecotools.metrics.unit_economics.budget import best_split, next_dollar
from ecotools.metrics.unit_economics.channels import channel_cac, channel_months
from ecotools.metrics.unit_economics.contribution import client_waterfall, contribution, contributions
from ecotools.metrics.unit_economics.credit import new_customers
from ecotools.metrics.unit_economics.events import event
from ecotools.metrics.unit_economics.returns import channel_returns
from ecotools.metrics.unit_economics.saturation import fit_curves, spend_curve

__all__ = [
    "best_split",
    "cac",
    "cac_payback",
    "channel_cac",
    "channel_months",
    "channel_returns",
    "client_waterfall",
    "contribution",
    "contributions",
    "event",
    "fit_curves",
    "ltv_to_cac",
    "new_customers",
    "next_dollar",
    "spend_curve",
]
__dir__ = __all__.copy
