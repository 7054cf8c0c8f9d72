"""Pricing: what people say they would pay, how demand answers a price, and what an offer is worth.

Surveys: `van_westendorp_curves`, `van_westendorp_points`, `newton_miller_smith`, `gabor_granger`. Demand:
`elasticity`, `fit_elasticity`, `best_price`, `best_price_constant_elasticity`, `tiers_demand`,
`simulate_wtp`. Offers: `bundle`, `value_matrix`, `tier_value`, `check_ladder`, `payment_plan_cost`,
`payment_plan_cash`, `annual_percentage_rate`. Bundles:
`bundle_choices`, `bundle_demand`, `best_bundle`, `bundle_savings`, `over_bundling`.
"""

from ecotools.metrics.pricing.bundle_prices import best_bundle, over_bundling
from ecotools.metrics.pricing.bundles import bundle_choices, bundle_demand, bundle_savings
from ecotools.metrics.pricing.demand import best_price, gabor_granger
from ecotools.metrics.pricing.elasticity import best_price_constant_elasticity, elasticity, fit_elasticity
from ecotools.metrics.pricing.intent import newton_miller_smith
from ecotools.metrics.pricing.ladder import check_ladder
from ecotools.metrics.pricing.offers import bundle, tier_value, value_matrix
from ecotools.metrics.pricing.plan_cash import payment_plan_cash
from ecotools.metrics.pricing.plans import annual_percentage_rate, payment_plan_cost
from ecotools.metrics.pricing.survey import survey_answers, van_westendorp_curves, van_westendorp_points
from ecotools.metrics.pricing.tiers import simulate_wtp, tiers_demand

__all__ = [
    "annual_percentage_rate",
    "best_bundle",
    "best_price",
    "best_price_constant_elasticity",
    "bundle",
    "bundle_choices",
    "bundle_demand",
    "bundle_savings",
    "check_ladder",
    "elasticity",
    "fit_elasticity",
    "gabor_granger",
    "newton_miller_smith",
    "over_bundling",
    "payment_plan_cash",
    "payment_plan_cost",
    "simulate_wtp",
    "survey_answers",
    "tier_value",
    "tiers_demand",
    "value_matrix",
    "van_westendorp_curves",
    "van_westendorp_points",
]
