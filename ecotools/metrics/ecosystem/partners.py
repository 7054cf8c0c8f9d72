"""Made-up worlds in which the successful have more partners, and in only one of which partners help."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count

WORLDS = {
    "partners bring success": "success depends on the number of partners",
    "size brings both": "large companies have more partners and more success; partners do nothing",
    "success brings partners": "partners join those who succeed already; they do nothing",
}
"""What causes what in each world."""

SUCCESSFUL = 0.25
"""Share of all that count as successful: the best quarter."""


def simulate_partners(
    world: str, ecosystems: int = 1000, *, mean: float = 27.0, added: int = 0, seed: int
) -> pd.DataFrame:
    """Return made-up ecosystems with their partners and their success, in a world whose causes are known.

    In all three worlds the mean number of partners is ``mean``, and the successful quarter has about half as
    many again. ``added`` partners given to a random half show what partners do: an experiment that no study
    of existing ecosystems has made.

    Parameters
    ----------
    world : str
        One of `WORLDS`: ``"partners bring success"``, ``"size brings both"``, ``"success brings partners"``.
    ecosystems : int
        How many, at least 20.
    mean : float
        Partners of all ecosystems on average, before any are added.
    added : int
        Partners that each ecosystem of a random half gets on top.
    seed : int
        The same seed gives the same ecosystems, whatever ``added`` is.

    Returns
    -------
    DataFrame
        One row per ecosystem: ``partners``; ``performance``, a number without unit, larger is better;
        ``successful``, whether its performance is in the best quarter that there would be without added
        partners; ``added``, whether it got some.

    Raises
    ------
    ValueError
        When the world is unknown (the nearest is offered) or a number is out of range.

    Examples
    --------
    >>> made = simulate_partners("size brings both", 4000, seed=1)
    >>> bool(made.loc[made["successful"], "partners"].mean() > 1.3 * made["partners"].mean())
    True
    """
    errors.one_of(world, WORLDS, "world")
    count(ecosystems, "ecosystems", at_least=20)
    errors.positive(mean, "mean"), errors.not_negative(added, "added")
    draw = errors.generator(seed)
    cause, noise, luck = (draw.standard_normal(ecosystems) for _ in range(3))
    chosen = draw.permutation(ecosystems) < ecosystems // 2
    performance = cause if world == "success brings partners" else 0.8 * cause + 0.6 * luck
    # The logarithm of the partners follows the cause, set so that the partners have the mean that is asked.
    log = SPREAD[world] * (cause if world == "partners bring success" else 0.8 * cause + 0.6 * noise)
    partners = np.exp(log - SPREAD[world] ** 2 / 2) * mean
    before = performance.copy()
    if world == "partners bring success":
        more = np.log((partners + added * chosen) / partners)
        performance = performance + 0.8 * more / SPREAD[world]
    return pd.DataFrame(
        {
            "partners": np.rint(partners + added * chosen).astype(int),
            "performance": performance,
            "successful": performance > np.quantile(before, 1 - SUCCESSFUL),
            "added": chosen,
        }
    )


def simulate_survivors(ecosystems: int = 1000, *, mean: float = 27.0, seed: int) -> pd.DataFrame:
    """Return made-up ecosystems in which many partners mean a greater risk, and many of which are gone.

    The mean performance is 0 with few partners and with many; the more partners, the wider it spreads. What
    does badly closes. Among those that are left, partners then seem to help: selection on the outcome.

    Parameters
    ----------
    ecosystems : int
        How many start, at least 20.
    mean : float
        Partners of those that survive, on average.
    seed : int
        The same seed gives the same ecosystems.

    Returns
    -------
    DataFrame
        One row per ecosystem that started: ``partners``; ``performance``, a number without unit, larger is
        better; ``survived``, whether it was still there to be studied; ``successful``, whether it is in the
        best quarter of the survivors.

    Raises
    ------
    ValueError
        When a number is out of range.

    Examples
    --------
    >>> started = simulate_survivors(4000, seed=1)
    >>> seen = started[started["survived"]]
    >>> [bool(each["partners"].corr(each["performance"]) > 0.2) for each in (started, seen)]
    [False, True]
    """
    count(ecosystems, "ecosystems", at_least=20), errors.positive(mean, "mean")
    draw = errors.generator(seed)
    size, luck = (draw.standard_normal(ecosystems) for _ in range(2))
    performance = luck * np.exp(RISK * size)
    survived = performance > CLOSES
    partners = np.exp(SURVIVORS_SPREAD * size)
    partners *= mean / partners[survived].mean()
    best = performance > np.quantile(performance[survived], 1 - SUCCESSFUL)
    return pd.DataFrame(
        {
            "partners": np.rint(partners).astype(int),
            "performance": performance,
            "survived": survived,
            "successful": best,
        }
    )


RISK, CLOSES, SURVIVORS_SPREAD = 0.5, -0.5, 0.65
"""How fast the spread of performance grows with size, below which performance an ecosystem closes, and the
standard deviation of the logarithm of its partners."""

SPREAD = {"partners bring success": 0.42, "size brings both": 0.53, "success brings partners": 0.42}
"""Standard deviation of the logarithm of the number of partners, so that the successful quarter of each world
has about half as many partners again as all."""
