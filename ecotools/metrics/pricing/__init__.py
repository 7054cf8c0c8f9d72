"""Pricing: what people say they would pay, how demand answers a price, and what an offer is worth.

Surveys: `van_westendorp_curves`, `van_westendorp_points`, `gabor_granger`. Demand: `elasticity`,
`best_price`, `tiers_demand`, `simulate_wtp`. Offers: `value_matrix`, `tier_value`, `check_ladder`,
`payment_plan_cost`, `payment_plan_cash`. Bundles: `bundle_choices`, `bundle_demand`,
`best_bundle`, `bundle_savings`, `over_bundling`.
"""

from ecotools.metrics.pricing.bundle_prices import best_bundle, over_bundling
from ecotools.metrics.pricing.bundles import bundle_choices, bundle_demand, bundle_savings
from ecotools.metrics.pricing.demand import best_price, gabor_granger
from ecotools.metrics.pricing.elasticity import elasticity
from ecotools.metrics.pricing.ladder import check_ladder
from ecotools.metrics.pricing.offers import tier_value, value_matrix
from ecotools.metrics.pricing.plan_cash import payment_plan_cash
from ecotools.metrics.pricing.plans import payment_plan_cost
from ecotools.metrics.pricing.survey import van_westendorp_curves, van_westendorp_points
from ecotools.metrics.pricing.tiers import simulate_wtp, tiers_demand

__all__ = [
    "best_bundle",
    "best_price",
    "bundle_choices",
    "bundle_demand",
    "bundle_savings",
    "check_ladder",
    "elasticity",
    "gabor_granger",
    "over_bundling",
    "payment_plan_cash",
    "payment_plan_cost",
    "simulate_wtp",
    "tier_value",
    "tiers_demand",
    "value_matrix",
    "van_westendorp_curves",
    "van_westendorp_points",
]
__dir__ = __all__.copy
