"""How likely a test statistic that grows with the visitors crosses a boundary at one of several looks.

By the recursion of Armitage, McPherson and Rowe (1969): the density of what has not crossed yet is carried
from look to look, on the points of a Gauss-Legendre rule.
"""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from ecotools.metrics.counts import count

MOST = 2000  # points of a rule; looks that need more lie too close together
FAR = 9.0  # a normal value this large does not occur: its chance is below 1e-18


def information(looks: int | Iterable[float]) -> np.ndarray:
    """Return the share of all visitors seen at each look: equal steps for a number of looks.

    >>> information(4).tolist()
    [0.25, 0.5, 0.75, 1.0]
    >>> information([500, 1000, 4000]).tolist()
    [0.125, 0.25, 1.0]
    >>> information([0.5, 0.5])
    Traceback (most recent call last):
    ValueError: looks must rise from look to look and start above 0, not [0.5, 0.5]
    """
    if np.ndim(looks) == 0:
        number = count(looks, "looks", at_least=1)
        return np.arange(1, number + 1) / number
    try:
        seen = np.asarray(list(looks), dtype=float)
    except (TypeError, ValueError):
        raise TypeError(
            f"looks must be a number of looks or the visitors seen at each, not {looks!r}"
        ) from None
    if not len(seen) or not np.isfinite(seen).all() or not (np.diff(seen, prepend=0.0) > 0).all():
        raise ValueError(f"looks must rise from look to look and start above 0, not {seen.tolist()}")
    return seen / seen[-1]


def crossed(shares: np.ndarray, critical: np.ndarray) -> np.ndarray:
    """Return the chance to have crossed by each look, when there is no effect.

    >>> crossed(information(2), np.array([1.96, 1.96])).round(3).tolist()
    [0.05, 0.083]
    """
    from scipy.special import ndtr

    out, points, density = [], np.zeros(1), np.ones(1)
    for look, (share, z) in enumerate(zip(shares, np.minimum(critical, FAR), strict=True)):
        spread = np.sqrt(share - (shares[look - 1] if look else 0.0))
        bound = z * np.sqrt(share)
        beyond = ndtr((points - bound) / spread) + ndtr((-bound - points) / spread)
        out.append(float(beyond @ density))
        points, density = _next(points, density, bound, spread)
    return np.cumsum(out)


def _next(points, density, bound: float, spread: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the points between the bounds at the next look, each with its part of what is not across."""
    number = 32 * int(2 + bound / spread / 4)
    if number > MOST:
        raise ValueError(
            f"looks lie too close together: {spread**2:.2g} of all visitors come between two of them. "
            f"Leave out looks, or take peeking(..., method='simulated')"
        )
    places, weights = _rule(number)
    new = places * bound
    step = (new[:, None] - points) / spread
    arriving = np.exp(-0.5 * step**2) @ density / (spread * np.sqrt(2 * np.pi))
    return new, arriving * weights * bound


@lru_cache(maxsize=64)
def _rule(number: int) -> tuple[np.ndarray, np.ndarray]:
    from scipy.special import roots_legendre

    return roots_legendre(number)
