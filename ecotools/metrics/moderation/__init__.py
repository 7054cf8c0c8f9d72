"""How long reports wait for a moderator, how many moderators it takes, and what a spam filter gets wrong.

>>> from ecotools.metrics import moderation
>>> moderation.waiting(12, moderators=1, minutes_each=30, hours_a_day=8)["busy"]
np.float64(0.75)
"""

from ecotools.metrics.moderation.queue import moderators_needed, waiting
from ecotools.metrics.moderation.queue_simulation import simulate_waiting, waits_by_day
from ecotools.metrics.moderation.spam import spam_filter

__all__ = ["moderators_needed", "simulate_waiting", "spam_filter", "waiting", "waits_by_day"]
__dir__ = __all__.copy
