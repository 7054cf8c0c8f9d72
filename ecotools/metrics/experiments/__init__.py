"""Experiments: is B better than A, how sure is that, and how many visitors does it take to know?

Before: `sample_size`, `power`, `minimal_detectable_effect`, `exaggeration`. While it runs:
`sample_ratio_mismatch`, `peeking`, `sequential_boundary`. After: `compare_shares`, `compare_means`, and
`entry_offer` for a cheap first product. A change that goes out in stages: `rollout`.
"""

from ecotools.metrics.experiments.entry import entry_offer
from ecotools.metrics.experiments.looks import peeking, sequential_boundary
from ecotools.metrics.experiments.means import compare_means
from ecotools.metrics.experiments.mismatch import sample_ratio_mismatch
from ecotools.metrics.experiments.rollouts import rollout
from ecotools.metrics.experiments.shares import compare_shares
from ecotools.metrics.experiments.sizes import minimal_detectable_effect, power, sample_size
from ecotools.metrics.experiments.winners_curse import exaggeration

__all__ = [
    "compare_means",
    "compare_shares",
    "entry_offer",
    "exaggeration",
    "minimal_detectable_effect",
    "peeking",
    "power",
    "rollout",
    "sample_ratio_mismatch",
    "sample_size",
    "sequential_boundary",
]
__dir__ = __all__.copy
