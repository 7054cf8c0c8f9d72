"""What a pilot, a beta or a list of subscribers can tell before much is built, and what it cannot.

The net promoter score and its interval are in `ecotools.metrics.community.nps`.

>>> from ecotools.metrics import validation
>>> validation.share_interval(9, 15).round(2).to_dict()
{'share': 0.6, 'low': 0.36, 'high': 0.8, 'n': 15.0}
"""

from ecotools.metrics.validation.features import simulate_launch
from ecotools.metrics.validation.offers import offer_effect, simulate_offer
from ecotools.metrics.validation.pilots import pilot_errors, simulate_testers
from ecotools.metrics.validation.shares import none_seen, share_interval
from ecotools.metrics.validation.stopping import stop_when, stopping_lines
from ecotools.metrics.validation.subscribers import launch_range, launch_sales, subscribers_needed

__all__ = [
    "launch_range",
    "launch_sales",
    "none_seen",
    "offer_effect",
    "pilot_errors",
    "share_interval",
    "simulate_launch",
    "simulate_offer",
    "simulate_testers",
    "stop_when",
    "stopping_lines",
    "subscribers_needed",
]
__dir__ = __all__.copy
