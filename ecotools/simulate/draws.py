"""Random streams and the distributions drawn from them.

Every part of a simulation draws from a stream of its own, found by name. What one part draws does not shift
what another one gets: other NPS assumptions leave the orders as they were. Waiting times and lifetimes come
from tables of cumulative probabilities made by additions, products and quotients only, which IEEE 754 fixes
to the last bit, so that they do not depend on a platform's mathematical library.
"""

from zlib import crc32

import numpy as np

from ecotools.blueprint import Churn


def stream(seed: int, *names: str) -> np.random.Generator:
    """Return the random stream of a seed that belongs to a part, such as ``("orders", "audit")``.

    >>> stream(7, "nps").random() == stream(7, "nps").random()
    True
    >>> stream(7, "nps").random() == stream(7, "orders").random()
    False
    """
    key = tuple(crc32(name.encode()) for name in names)
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key)))


def delays(window_days: int) -> np.ndarray:
    """Return the cumulative probabilities of a wait of 0, 1, … ``window_days - 1`` days.

    A geometric distribution cut off at the window; without the cut its mean is a quarter of the window.

    >>> delays(3).round(3).tolist()
    [0.62, 0.886, 1.0]
    """
    stay = window_days / (window_days + 4)
    odds = np.multiply.accumulate(np.append(1.0, np.full(window_days - 1, stay)))
    sums = np.add.accumulate(odds)
    return sums / sums[-1]


def geometric(rate: float, longest: int) -> np.ndarray:
    """Return the cumulative probabilities that something with a constant ``rate`` happens by try 1, 2, ….

    >>> geometric(0.5, 3).tolist()
    [0.5, 0.75, 0.875]
    """
    return 1 - np.multiply.accumulate(np.full(longest, 1 - rate))


def shifted_beta_geometric(churn: Churn, longest: int) -> np.ndarray:
    """Return the cumulative probabilities that a subscriber leaves after 1, 2, … billing periods.

    Each subscriber has a churn probability of their own, theta ~ Beta(alpha, beta), constant over time.
    Drawing from this table is the same as drawing a theta for each, and then a geometric lifetime from it.
    Source: Fader & Hardie (2007), How to project customer retention.

    >>> shifted_beta_geometric(Churn(alpha=1, beta=3), 3).round(6).tolist()
    [0.25, 0.4, 0.5]
    """
    alpha, beta = churn.alpha, churn.beta
    survival, left = 1.0, []
    for period in range(1, longest + 1):
        survival *= (beta + period - 1) / (alpha + beta + period - 1)
        left.append(1 - survival)
    return np.array(left)


def pick(cumulative: np.ndarray, uniforms: np.ndarray) -> np.ndarray:
    """Return which entry of a cumulative table each uniform number falls to (0 is the first).

    The number of entries stands for "later than the table goes".

    >>> pick(np.array([0.5, 0.75]), np.array([0.1, 0.6, 0.9])).tolist()
    [0, 1, 2]
    """
    return np.searchsorted(cumulative, uniforms, side="right")
