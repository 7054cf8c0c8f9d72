"""How numbers of people come about: drawn by chance, or as they are expected."""

import numpy as np


class Chance:
    """Numbers drawn at random."""

    def __init__(self, rng: np.random.Generator):
        self._rng = rng

    def number(self, mean: np.ndarray, dispersion: np.ndarray | float = 1.0) -> np.ndarray:
        """Return counts with these means, whose variance is ``dispersion`` (1 or more) times the mean."""
        extra = np.broadcast_to(np.maximum(dispersion, 1.0) - 1, mean.shape)
        rate, scattered = mean.copy(), extra > 1e-6
        rate[scattered] = self._rng.gamma(mean[scattered] / extra[scattered], extra[scattered])
        return self._rng.poisson(rate).astype(float)

    def share_of(self, people: np.ndarray, rate: np.ndarray) -> np.ndarray:
        """Return how many of ``people`` do what each does with probability ``rate``."""
        return self._rng.binomial(np.rint(people).astype(np.int64), rate).astype(float)

    def paid(self, sales: np.ndarray, mean: np.ndarray, spread: np.ndarray) -> np.ndarray:
        """Return what ``sales`` bring at amounts with this mean and standard deviation."""
        noise = self._rng.standard_normal(sales.shape) * spread * np.sqrt(sales)
        return np.maximum(sales * mean + noise, 0.0)


class Expected:
    """The same numbers without chance, as they are on average."""

    def number(self, mean: np.ndarray, dispersion: np.ndarray | float = 1.0) -> np.ndarray:
        """Return the means."""
        return mean

    def share_of(self, people: np.ndarray, rate: np.ndarray) -> np.ndarray:
        """Return people times rate."""
        return people * rate

    def paid(self, sales: np.ndarray, mean: np.ndarray, spread: np.ndarray) -> np.ndarray:
        """Return sales times the mean."""
        return sales * mean
