"""A change that goes out in stages: how many customers meet it if it is bad, and when it is stopped."""

from collections.abc import Iterable
from itertools import accumulate

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count, inside

GUARDRAILS = {
    "test": "stopped when so many events or more have a chance of at most alpha at the normal rate",
    "limit": "stopped when the share of events among all exposed so far lies above the limit",
}
"""The guardrails that `rollout` knows, by name."""


def rollout(
    stages: Iterable[float],
    customers: int | Iterable[int],
    *,
    normal: float,
    changed: float,
    guardrail: str = "test",
    alpha: float = 0.05,
    limit: float | None = None,
) -> pd.DataFrame:
    """Return how far a change gets that goes out in stages, and how many customers meet it.

    At the end of each stage the guardrail looks at all customers who have met the change so far: at those of
    them who asked for their money back, say. It is computed exactly, from binomial counts.

    Parameters
    ----------
    stages : list of float
        The share of customers who get the change in each stage, such as ``[0.01, 0.1, 0.5, 1]``. A stage of
        several days that is looked at each day is given once per day.
    customers : int, or list of int
        How many customers come by during each stage: the same number, or one each.
    normal : float
        The share of customers with the event (a refund, a complaint) without the change.
    changed : float
        That share with the change. With ``changed`` equal to ``normal`` the table tells of false alarms.
    guardrail : {"test", "limit"}
        ``test``: an exact binomial test against the normal rate. ``limit``: a plain limit of the share, which
        few customers cross by chance.
    alpha : float, default 0.05
        Of the test at each stage (one-sided), a fraction.
    limit : float, optional
        The share above which the change is stopped; for ``guardrail="limit"``.

    Returns
    -------
    pandas.DataFrame
        One row per stage: ``stage`` (1, 2, …), ``share``, ``exposed`` (customers who meet the change in it),
        ``stop_at`` (events among all exposed so far from which it is stopped), ``reached`` (chance that the
        stage begins), ``stopped`` (chance that it ends the rollout), ``met`` (customers who have met the
        change by its end, if it is reached), ``expected_met`` (their mean number by its end, over all
        rollouts). ``attrs``: ``expected_met`` and ``caught`` (the chance to be stopped at all) of the whole
        rollout, ``definition``.

    Raises
    ------
    ValueError, TypeError
        No stages, a share outside 0..1, a rate that is not between 0 and 1, a limit that is missing or that
        the guardrail does not use.

    Examples
    --------
    >>> table = rollout([0.01, 0.1, 0.5, 1], 2000, normal=0.03, changed=0.09)
    >>> table[["share", "exposed", "stop_at", "reached", "expected_met"]].round(3)
       share  exposed  stop_at  reached  expected_met
    0   0.01       20        3    1.000        20.000
    1   0.10      200       12    0.733       166.686
    2   0.50     1000       48    0.018       184.782
    3   1.00     2000      114    0.000       184.782
    >>> at_once = rollout([1], 8000, normal=0.03, changed=0.09)
    >>> at_once.attrs["expected_met"]
    8000.0
    """
    shares = [errors.fraction(share, "each share in stages") for share in _listed(stages, "stages")]
    if not shares:
        raise ValueError("stages is empty: a rollout has one stage or more")
    passing = _each(customers, len(shares))
    normal, changed = inside(normal, "normal", 0.03), inside(changed, "changed", 0.06)
    errors.one_of(guardrail, GUARDRAILS, "guardrail")
    exposed = [round(share * number) for share, number in zip(shares, passing, strict=True)]
    met = list(accumulate(exposed))
    stop_at = _stop_at(met, normal, guardrail, alpha, limit)
    reached, stopped = _chances(exposed, stop_at, changed)
    table = pd.DataFrame(
        {
            "stage": range(1, len(shares) + 1),
            "share": shares,
            "exposed": exposed,
            "stop_at": stop_at,
            "reached": reached,
            "stopped": stopped,
            "met": met,
            "expected_met": np.minimum(np.cumsum(np.array(reached) * exposed), np.cumsum(exposed)),
        }
    )
    table.attrs["expected_met"] = float(table["expected_met"].iloc[-1])
    table.attrs["caught"] = float(table["stopped"].sum())
    bound = {"alpha": alpha} if guardrail == "test" else {"limit": limit}
    table.attrs["definition"] = {"guardrail": f"{guardrail}: {GUARDRAILS[guardrail]}"} | bound
    return table


def _listed(values, name: str) -> list:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be a list with one number per stage, not {values!r}")
    return list(values)


def _each(customers, stages: int) -> list[int]:
    """Return the customers of each stage."""
    given = [customers] * stages if np.ndim(customers) == 0 else _listed(customers, "customers")
    if len(given) != stages:
        raise ValueError(f"customers has {len(given)} numbers for {stages} stages: give one, or one each")
    return [count(number, "customers") for number in given]


def _stop_at(met: list[int], normal: float, guardrail: str, alpha: float, limit: float | None) -> list[int]:
    """Return the number of events from which the change is stopped, by the customers who have met it."""
    from scipy.stats import binom

    if guardrail == "test":
        if limit is not None:
            raise ValueError(f"limit goes with guardrail 'limit', not 'test': leave {limit!r} out")
        alpha = inside(alpha, "alpha", 0.05)
        return [int(binom.isf(alpha, number, normal)) + 1 for number in met]
    if limit is None:
        raise ValueError("guardrail 'limit' needs a limit, such as limit=0.08")
    limit = inside(limit, "limit", 0.08)
    # A share that equals the limit does not lie above it, whatever its last binary digit.
    return [int(np.floor(round(limit * number, 9))) + 1 for number in met]


def _chances(exposed: list[int], stop_at: list[int], changed: float) -> tuple[list[float], list[float]]:
    """Return the chance that each stage is reached, and that it ends the rollout."""
    from scipy.stats import binom

    going, reached, stopped = np.ones(1), [], []
    for number, bound in zip(exposed, stop_at, strict=True):
        reached.append(float(going.sum()))
        # Only counts below the bound go on, so only they are carried.
        going = np.convolve(going, binom.pmf(np.arange(min(number + 1, bound)), number, changed))[:bound]
        stopped.append(max(reached[-1] - float(going.sum()), 0.0))
    return reached, stopped
