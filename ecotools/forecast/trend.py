"""Where a count a month stands and where it goes: level, growth and how much it scatters."""

import numpy as np

from ecotools.forecast.parameters import LEDGER, Maker, Parameter

GROWTH_DOUBT = 0.03
"""Standard deviation of monthly growth before any data: most businesses lie within 6% of what they expect."""
WEIGHT_ON_ONE = 4.0
"""Months that the dispersion of a count without data counts for: it starts from chance alone, 1."""


def of_counts(id: str, about: str, counts: np.ndarray, expected: float, maker: Maker) -> list[Parameter]:
    """Return level in the next month, growth and dispersion of a count, from its last months.

    A log-linear Poisson regression on the month, with a normal prior on the growth around ``expected``, so
    that few months do not run away; errors are widened by the dispersion (quasi-Poisson).

    Parameters
    ----------
    counts : array
        One number per month, the last month last.
    expected : float
        Growth a month that the blueprint states, 0 when it states none.
    """
    counts = np.asarray(counts, dtype=float)
    kind, _, name = id.partition(".")
    centre, precision = _fit(counts, np.log1p(expected))
    noise = _dispersion(counts, centre)
    spread = np.linalg.cholesky(np.linalg.inv(precision) * noise)
    draws = centre[:, None] + spread @ maker.rng(id).standard_normal((2, maker.runs))
    source = f"{LEDGER}: {counts.sum():,.0f} in {len(counts)} months"
    return [
        Parameter(id, about, "count", float(np.exp(centre[0])), np.exp(draws[0]), source),
        Parameter(
            f"{kind}_growth.{name}",
            f"Growth of: {about}",
            "growth",
            float(np.expm1(centre[1])),
            np.expm1(draws[1]),
            source,
        ),
        maker.known(f"{kind}_noise.{name}", f"Scatter of: {about}", "ratio", noise, source),
    ]


def of_season(id: str, about: str, counts: np.ndarray, maker: Maker) -> Parameter:
    """Return the mean a month of a count that keeps to its months of the year, such as those of an event.

    One year says how large it was, and nothing of whether it grows: chance, and the doubt of a number that
    was seen once.
    """
    total, rng = float(np.sum(counts)), maker.rng(id)
    sigma = np.sqrt(np.log1p(maker.doubt**2))
    draws = rng.gamma(total + 0.5, size=maker.runs) * rng.lognormal(-(sigma**2) / 2, sigma, maker.runs)
    source = f"{LEDGER}: {total:,.0f} in {len(counts)} months, by season"
    return Parameter(id, about, "count", total / len(counts), draws / len(counts), source)


def _fit(counts: np.ndarray, growth: float) -> tuple[np.ndarray, np.ndarray]:
    """Return log level of the next month and log growth, and the precision of both, by Newton's method."""
    back = np.arange(len(counts)) - len(counts)
    design = np.column_stack([np.ones(len(counts)), back])
    # Half a person a month is what a level without data starts from, with next to no weight.
    prior, weight = np.array([np.log(max(counts.mean(), 0.05)), growth]), np.diag([0.05, GROWTH_DOUBT**-2])
    found = prior.copy()
    for _ in range(50):
        mean = np.exp(design @ found)
        precision = design.T @ (design * mean[:, None]) + weight
        step = np.linalg.solve(precision, design.T @ (counts - mean) - weight @ (found - prior))
        found = found + np.clip(step, -1, 1)
        if np.abs(step).max() < 1e-9:
            break
    return found, precision


def _dispersion(counts: np.ndarray, centre: np.ndarray) -> float:
    """Return variance / mean of the counts around their trend, 1 or more, drawn towards 1 for few months."""
    mean = np.exp(centre[0] + centre[1] * (np.arange(len(counts)) - len(counts)))
    pearson = ((counts - mean) ** 2 / mean).sum()
    return max(1.0, (pearson + WEIGHT_ON_ONE) / (max(len(counts) - 2, 0) + WEIGHT_ON_ONE))
