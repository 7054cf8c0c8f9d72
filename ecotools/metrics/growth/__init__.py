"""Compounding: loops and what they come to, referrals, curves of growth, markets, content and shared data.

Loops: `signed_loops`, `map_gain`, `knock_on`; over time `loop_path`, `loop_outcomes`.
Referrals: `k_factor`, `amplification`, `referral_cycles`, `referred_share`, `k_for_share`, `largest_reward`,
`reward_outcomes`. Curves: `growth_curve`, `fit_growth`, `growth_forecast`, `told_apart`, `bass_curve`,
`bass_peak`, `fit_bass`, `bass_as_seen`. Two sides: `Market`, `marketplace`, `market_shares`, `best_share`,
`supply_behind`; size: `finding_somebody`, `critical_mass`. Content: `content_stock`, `months_to_plateau`,
`fit_fade`; of users: `UserContentModel`, `user_content`, `moderated_limit`, `incentive_outcomes`. Data:
`feature_quality`, `data_loop`, `feature_effects`. Levers: `lever_certainty`, `lever_table`,
`quarterly_scorecard`. Partners: `partner_funnel`, `breach_reach`, `breaches`. Shared data:
`k_anonymity`, `anonymity_groups`, `share_safely`.
"""

from ecotools.metrics.growth.bass import bass_curve, bass_peak
from ecotools.metrics.growth.bass_fit import bass_as_seen, fit_bass
from ecotools.metrics.growth.breach import breach_reach, breaches
from ecotools.metrics.growth.content import content_stock, months_to_plateau
from ecotools.metrics.growth.content_decay import fit_fade
from ecotools.metrics.growth.curve_identification import told_apart
from ecotools.metrics.growth.curves import growth_curve
from ecotools.metrics.growth.data_loop import data_loop, feature_quality
from ecotools.metrics.growth.features import feature_effects
from ecotools.metrics.growth.fits import fit_growth, growth_forecast
from ecotools.metrics.growth.incentives import incentive_outcomes
from ecotools.metrics.growth.levers import lever_certainty
from ecotools.metrics.growth.loop_months import loop_outcomes, loop_path
from ecotools.metrics.growth.loops import knock_on, map_gain, signed_loops
from ecotools.metrics.growth.marketplace import Market, market_shares, marketplace
from ecotools.metrics.growth.partners import partner_funnel
from ecotools.metrics.growth.platform_share import best_share, supply_behind
from ecotools.metrics.growth.privacy import anonymity_groups, k_anonymity, share_safely
from ecotools.metrics.growth.quarters import lever_table, quarterly_scorecard
from ecotools.metrics.growth.referral import (
    amplification,
    k_factor,
    k_for_share,
    referral_cycles,
    referred_share,
)
from ecotools.metrics.growth.rewards import largest_reward, reward_outcomes
from ecotools.metrics.growth.size import critical_mass, finding_somebody
from ecotools.metrics.growth.user_content import UserContentModel, moderated_limit, user_content

__all__ = [
    "Market",
    "UserContentModel",
    "amplification",
    "anonymity_groups",
    "bass_as_seen",
    "bass_curve",
    "bass_peak",
    "best_share",
    "breach_reach",
    "breaches",
    "content_stock",
    "critical_mass",
    "data_loop",
    "feature_effects",
    "feature_quality",
    "finding_somebody",
    "fit_bass",
    "fit_fade",
    "fit_growth",
    "growth_curve",
    "growth_forecast",
    "incentive_outcomes",
    "k_anonymity",
    "k_factor",
    "k_for_share",
    "knock_on",
    "largest_reward",
    "lever_certainty",
    "lever_table",
    "loop_outcomes",
    "loop_path",
    "map_gain",
    "market_shares",
    "marketplace",
    "moderated_limit",
    "months_to_plateau",
    "partner_funnel",
    "quarterly_scorecard",
    "referral_cycles",
    "referred_share",
    "reward_outcomes",
    "share_safely",
    "signed_loops",
    "supply_behind",
    "told_apart",
    "user_content",
]
__dir__ = __all__.copy
