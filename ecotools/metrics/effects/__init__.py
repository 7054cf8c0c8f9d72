"""Does it make people stay, or do the loyal join? Estimates of an effect, each with what it assumes.

>>> from ecotools.metrics import effects
>>> people = effects.example()
>>> for part in (effects.naive(people), effects.stratified(people, "busy_days")):
...     print(part["method"].item(), part["effect"].round(2).item())
naive 0.34
stratified 0.05
"""

from ecotools.metrics.effects.decomposition import decomposed
from ecotools.metrics.effects.differences import difference_in_differences, event_study
from ecotools.metrics.effects.encouragement import encouraged
from ecotools.metrics.effects.estimates import estimates, naive, stratified
from ecotools.metrics.effects.matching import matched
from ecotools.metrics.effects.people import TOGETHER, subscriber_months, subscribers
from ecotools.metrics.effects.sample import example
from ecotools.metrics.effects.weighting import weighted

__all__ = [
    "TOGETHER",
    "decomposed",
    "difference_in_differences",
    "encouraged",
    "estimates",
    "event_study",
    "example",
    "matched",
    "naive",
    "stratified",
    "subscriber_months",
    "subscribers",
    "weighted",
]
__dir__ = __all__.copy
