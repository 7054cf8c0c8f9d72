"""Churn as a forecast draws it: the mean at the first renewal, and how soon it falls."""

from typing import NamedTuple

import numpy as np

from ecotools.forecast.parameters import Maker, Parameter

FIRMNESS_DOUBT = 1.0
"""Standard deviation of log firmness before any data: it may well be three times as large, or a third."""
CELLS = 48
"""Steps of the grid in each direction."""
UNLIKELY = 1e-5
"""What is so much less likely than the likeliest is not looked at."""


class Tenures(NamedTuple):
    """Renewals behind each subscription, whether it was lost at the last one, renewals before the ledger."""

    times: np.ndarray
    lost: np.ndarray
    entry: np.ndarray


def names_of(name: str) -> tuple[str, str]:
    """Return what the two numbers of a plan's churn are called: the mean, and the firmness.

    >>> names_of("Club")
    ('Churn of Club at the first renewal', 'How steady the churn of Club is over time')
    """
    return f"Churn of {name} at the first renewal", f"How steady the churn of {name} is over time"


def drawn(
    plan: str, name: str, tenures: Tenures, expected: float, source: str, maker: Maker
) -> list[Parameter]:
    """Return mean churn and firmness (alpha + beta) of a plan, drawn together.

    They come from the posterior of the shifted beta-geometric model: what is likely after these tenures,
    where the firmness was ``expected`` (log-normal around it), and any mean as likely as another in log odds.
    A year of tenures often fits a churn that falls and one that does not; then the draws hold both.

    References
    ----------
    Fader & Hardie (2007), "How to Project Customer Retention", J. Interactive Marketing 21, appendix.
    """
    from scipy.special import expit, logit

    share = tenures.lost.sum() / (tenures.times - tenures.entry).sum()
    reach = 1.5 + 6 / np.sqrt(tenures.lost.sum())
    odds = logit(min(share, 0.99)) + np.linspace(-reach, reach, CELLS)
    logs = np.log(expected) + FIRMNESS_DOUBT * np.linspace(-4, 4, CELLS)
    coarse = _posterior(odds, logs, tenures, expected)
    odds, logs = _where(odds, coarse.max(axis=1)), _where(logs, coarse.max(axis=0))
    weight = _posterior(odds, logs, tenures, expected)
    weight /= weight.sum()
    rng = maker.rng(f"churn.{plan}")
    row, column = np.unravel_index(rng.choice(weight.size, maker.runs, p=weight.ravel()), weight.shape)
    beside = rng.random((2, maker.runs)) - 0.5  # anywhere in the cell that was drawn
    means = expit(odds[row] + beside[0] * (odds[1] - odds[0]))
    firm = np.exp(logs[column] + beside[1] * (logs[1] - logs[0]))
    mean, firmness = expit(weight.sum(axis=1) @ odds), np.exp(weight.sum(axis=0) @ logs)
    of_mean, of_firmness = names_of(name)
    return [
        Parameter(f"churn.{plan}", of_mean, "fraction", float(mean), means, source),
        Parameter(f"churn_firmness.{plan}", of_firmness, "ratio", float(firmness), firm, source),
    ]


def _posterior(odds: np.ndarray, logs: np.ndarray, tenures: Tenures, expected: float) -> np.ndarray:
    """Return how likely each mean (log odds, rows) and firmness (log, columns) is, the likeliest being 1."""
    from scipy.special import betaln, expit

    mean, firmness = expit(odds)[:, None, None], np.exp(logs)[None, :, None]
    alpha, beta = mean * firmness, (1 - mean) * firmness
    (times, lost, entry), number = np.unique(np.stack(tenures), axis=1, return_counts=True)
    # Given survival to the entry: what happened before the ledger does not count.
    likely = betaln(alpha + lost, beta + times - lost) - betaln(alpha, beta + entry)
    before = ((logs - np.log(expected)) / FIRMNESS_DOUBT) ** 2 / 2
    log = likely @ number - before
    return np.exp(log - log.max())


def _where(steps: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return finer steps between the first and the last that are likely at all."""
    likely = np.flatnonzero(weight > UNLIKELY)
    return np.linspace(steps[max(likely[0] - 1, 0)], steps[min(likely[-1] + 1, CELLS - 1)], CELLS)
