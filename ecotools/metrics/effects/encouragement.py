"""An encouragement design: who is invited is a lot, and only through joining can an invitation work."""

import numpy as np
import pandas as pd

from ecotools.metrics.counts import inside
from ecotools.metrics.effects.arguments import flags, read, result


def encouraged(
    people: pd.DataFrame,
    invited: str = "invited",
    *,
    outcome: str = "stayed",
    joined: str = "joined",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return the effect of joining on those whom an invitation by lot made join (Wald's estimate).

    How much longer the invited stay, divided by how many more of them join. Nobody needs to know why people
    join: the lot does not.

    Parameters
    ----------
    people, outcome, joined, level
        As in `naive`.
    invited : str
        Column of True and False (or 1 and 0): who was invited by lot.

    Returns
    -------
    DataFrame
        As `naive`; the effect is that on those who joined because they were invited. The interval is
        Anderson and Rubin's (Fieller's): it stays honest when few were moved, and then has no ends (-inf and
        inf). ``attrs``: ``moved`` (how many more of the invited join, a fraction), ``on_invited`` (how much
        more the invited stay, the effect of the invitation itself).

    Raises
    ------
    ValueError, TypeError
        As `naive`.

    References
    ----------
    Angrist, Imbens & Rubin (1996), "Identification of causal effects using instrumental variables",
    J. Am. Stat. Assoc. 91; Anderson & Rubin (1949), Ann. Math. Stat. 20.

    Examples
    --------
    >>> people = pd.DataFrame({"invited": [1] * 50 + [0] * 50,
    ...                        "stayed": [1] * 40 + [0] * 10 + [1] * 20 + [0] * 30,
    ...                        "joined": [1] * 30 + [0] * 20 + [1] * 5 + [0] * 45})
    >>> found = encouraged(people)
    >>> found[["effect", "low", "high"]].round(2), round(found.attrs["moved"], 2)
    (   effect   low  high
    0     0.8  0.49  1.17, 0.5)
    """
    y, d = read(people, outcome, joined, [invited])
    z, level = flags(people, invited, "people"), inside(level, "level", 0.95)
    assumes = "the invitation is a lot, keeps nobody from joining, and works through joining alone"
    said = ("encouraged", "those whom the invitation moved", assumes, level)
    if min(z.sum(), (~z).sum()) < 2:
        return result(*said, reason="fewer than two people were invited, or fewer than two were not")
    d = d.astype(float)
    on_invited, moved = y[z].mean() - y[~z].mean(), d[z].mean() - d[~z].mean()
    if moved == 0:
        return result(*said, reason="the invitation moved nobody: as many joined without it")
    spread = sum(np.cov(y[side], d[side]) / side.sum() for side in (z, ~z))
    table = result(*said, found=(on_invited / moved, *_ends(on_invited, moved, spread, level)), people=len(y))
    table.attrs |= {"moved": float(moved), "on_invited": float(on_invited)}
    return table


def _ends(on_invited: float, moved: float, spread: np.ndarray, level: float) -> tuple[float, float]:
    """Return the effects at which the invited would stay no longer once their joining is taken off."""
    from scipy.stats import norm

    reach = norm.ppf((1 + level) / 2) ** 2
    square = moved**2 - reach * spread[1, 1]
    if square <= 0:
        return -np.inf, np.inf
    middle = on_invited * moved - reach * spread[0, 1]
    last = on_invited**2 - reach * spread[0, 0]
    wide = np.sqrt(max(middle**2 - square * last, 0.0))
    return (middle - wide) / square, (middle + wide) / square
