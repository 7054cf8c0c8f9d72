"""How alive a community is: who is active, comes back and contributes, what it takes, and what it brings."""

from ecotools.metrics.community.activation import activation_rate
from ecotools.metrics.community.active_members import active_users, stickiness
from ecotools.metrics.community.day_retention import day_retention
from ecotools.metrics.community.engagement import (
    actions_per_member,
    engagement_score,
    engagement_sensitivity,
)
from ecotools.metrics.community.floor import free_floor
from ecotools.metrics.community.health import health_index, health_sensitivity
from ecotools.metrics.community.inequality import (
    contributions,
    gini,
    lorenz,
    overlooked,
    participation,
    without,
)
from ecotools.metrics.community.live_sessions import best_times, hours_in_common, live_times
from ecotools.metrics.community.promoters import nps, nps_answers
from ecotools.metrics.community.reach import platform_reach
from ecotools.metrics.community.returns import community_roi
from ecotools.metrics.community.rituals import ritual_calendar, ritual_hours

__all__ = [
    "actions_per_member",
    "activation_rate",
    "active_users",
    "best_times",
    "community_roi",
    "contributions",
    "day_retention",
    "engagement_score",
    "engagement_sensitivity",
    "free_floor",
    "gini",
    "health_index",
    "health_sensitivity",
    "hours_in_common",
    "live_times",
    "lorenz",
    "nps",
    "nps_answers",
    "overlooked",
    "participation",
    "platform_reach",
    "ritual_calendar",
    "ritual_hours",
    "stickiness",
    "without",
]
__dir__ = __all__.copy
