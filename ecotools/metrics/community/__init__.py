"""How alive a community is: active members, stickiness, an engagement score, NPS and activation."""

from ecotools.metrics.community.activation import activation_rate
from ecotools.metrics.community.active import active_users, stickiness
from ecotools.metrics.community.engagement import (
    actions_per_member,
    engagement_score,
    engagement_sensitivity,
)
from ecotools.metrics.community.promoters import nps, nps_answers

__all__ = [
    "actions_per_member",
    "activation_rate",
    "active_users",
    "engagement_score",
    "engagement_sensitivity",
    "nps",
    "nps_answers",
    "stickiness",
]
