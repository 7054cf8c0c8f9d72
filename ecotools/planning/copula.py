"""Luck that uncertain numbers share in part: a normal copula with one correlation for all."""

import numpy as np
from scipy.stats import norm

from ecotools import errors
from ecotools.metrics.counts import count
from ecotools.simulate.draws import stream


class Luck:
    """Draws between 0 and 1 for numbers by name, each from a stream of its own.

    Parameters
    ----------
    runs, seed : int
        How many draws of each, and of which seed.
    alike : float
        How much of their luck the numbers share: 0 nothing, 1 all of it.
    part : str
        What draws: another part has other luck.

    Examples
    --------
    >>> luck = Luck(3, seed=1, alike=1, part="tasks")
    >>> bool((luck.of("write") == luck.of("film")).all())
    True
    """

    def __init__(self, runs: int, seed: int, alike: float, part: str):
        self.runs = count(runs, "runs", at_least=1)
        self.seed, self.part = count(seed, "seed"), part
        self.alike = errors.fraction(alike, "alike")
        self.shared = self._normal("shared")

    def of(self, *names: str) -> np.ndarray:
        """Return the draws of a number, uniform between 0 and 1, one per run."""
        own = self._normal("own", *names)
        return norm.cdf(np.sqrt(self.alike) * self.shared + np.sqrt(1 - self.alike) * own)

    def _normal(self, *names: str) -> np.ndarray:
        return stream(self.seed, "planning", self.part, *names).standard_normal(self.runs)
