"""Looking at an experiment again and again: what that does to its error, and boundaries that allow it."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count, inside
from ecotools.metrics.experiments.boundary_crossing import FAR, crossed, information

METHODS = {
    "simulated": "the share of simulated experiments without an effect that were called a win",
    "exact": "by the recursion of Armitage, McPherson and Rowe (1969)",
}
"""How `peeking` finds the error."""

SHAPES = {
    "pocock": "Pocock (1977): the same limit at each look",
    "obrien_fleming": "O'Brien and Fleming (1979): the limit falls as 1 / sqrt(share of visitors)",
    "pocock_spending": "alpha ln(1 + (e - 1) t) spent by the share t of visitors (Lan and DeMets 1983)",
    "obrien_fleming_spending": "4 - 4 Phi(z / sqrt(t)) spent by the share t of visitors, z that of alpha / 4",
}
"""The boundaries that `sequential_boundary` knows, by name."""

_AT_A_TIME = 2_000_000  # values drawn in one step, which bounds the memory


def peeking(
    looks: int | Iterable[float],
    *,
    alpha: float = 0.05,
    critical: Iterable[float] | None = None,
    method: str = "simulated",
    runs: int = 20_000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return how often an experiment without any effect is called a win when it is looked at several times.

    It is stopped at the first look whose z lies beyond the limit, on either side.

    Parameters
    ----------
    looks : int, or list of float
        How many looks, after equal numbers of visitors; or the visitors seen in all by each look.
    alpha : float, default 0.05
        The p-value below which each look is called a win, a fraction.
    critical : list of float, optional
        The limit of z at each look, such as `sequential_boundary` gives, in place of ``alpha``.
    method : {"simulated", "exact"}
        ``simulated`` runs experiments and counts; ``exact`` computes what it would find with endless runs.
    runs : int, default 20000
        How many experiments are simulated.
    seed : int, default 0
        The same seed gives the same experiments.

    Returns
    -------
    pandas.DataFrame
        One row per look: ``look`` (1, 2, …), ``share`` of all visitors seen, ``z`` (its limit), ``error`` =
        share of experiments called a win at this look or before, ``standard_error`` of the simulation (0 if
        exact). ``attrs["definition"]``.

    Raises
    ------
    ValueError, TypeError
        No looks, looks that do not rise or lie too close together for ``exact``, a limit that is not above 0,
        fewer than 100 runs.

    Examples
    --------
    >>> peeking(5, method="exact")["error"].round(3).tolist()
    [0.05, 0.083, 0.107, 0.126, 0.142]
    >>> bool(0.23 < peeking(20, seed=1)["error"].iloc[-1] < 0.27)
    True

    References
    ----------
    P. Armitage, C. K. McPherson and B. C. Rowe (1969), "Repeated significance tests on accumulating data",
    Journal of the Royal Statistical Society A 132, 235-244.
    """
    errors.one_of(method, METHODS, "method")
    shares, runs = information(looks), count(runs, "runs", at_least=100)
    limits = _limits(critical, alpha, len(shares))
    if method == "exact":
        error, spread = crossed(shares, limits), np.zeros(len(shares))
    else:
        error = _simulated(shares, limits, runs, seed)
        spread = np.sqrt(error * (1 - error) / runs)
    table = pd.DataFrame({"look": range(1, len(shares) + 1), "share": shares, "z": limits})
    table = table.assign(error=error, standard_error=spread)
    drawn = {"runs": runs, "seed": seed} if method == "simulated" else {}
    table.attrs["definition"] = {"method": f"{method}: {METHODS[method]}", "sides": 2} | drawn
    return table


def sequential_boundary(
    looks: int | Iterable[float], *, shape: str = "obrien_fleming", alpha: float = 0.05
) -> pd.DataFrame:
    """Return the limits of z that keep the error of all looks together at ``alpha``.

    Parameters
    ----------
    looks : int, or list of float
        How many looks, after equal numbers of visitors; or the visitors seen in all by each look. The last
        look is the planned end.
    shape : {"obrien_fleming", "pocock", "obrien_fleming_spending", "pocock_spending"}
        ``pocock`` asks the same at each look; ``obrien_fleming`` asks much at first and hardly more than
        usual at the end. The two ``…_spending`` shapes say by a formula how much of alpha may be spent by
        each look, so that looks may lie where they like.
    alpha : float, default 0.05
        The chance of a win without an effect over all looks (two-sided), a fraction.

    Returns
    -------
    pandas.DataFrame
        One row per look: ``look``, ``share`` of all visitors seen, ``z`` (its limit, on both sides), ``p``
        (the p-value that this limit is), ``spent`` = error up to this look. ``attrs["definition"]``. A limit
        of 9 says that nothing can be found at that look.

    Raises
    ------
    ValueError, TypeError
        As for `peeking`; an unknown shape.

    Examples
    --------
    >>> sequential_boundary(5, shape="pocock")["z"].round(3).tolist()
    [2.413, 2.413, 2.413, 2.413, 2.413]
    >>> sequential_boundary(5)["z"].round(2).tolist()
    [4.56, 3.23, 2.63, 2.28, 2.04]

    References
    ----------
    S. J. Pocock (1977), Biometrika 64, 191-199; P. C. O'Brien and T. R. Fleming (1979), Biometrics 35,
    549-556; K. K. G. Lan and D. L. DeMets (1983), Biometrika 70, 659-663; constants in C. Jennison and B. W.
    Turnbull (2000), "Group Sequential Methods", chapter 2.
    """
    from scipy.special import ndtr

    errors.one_of(shape, SHAPES, "shape")
    shares, alpha = information(looks), inside(alpha, "alpha", 0.05)
    if shape.endswith("_spending"):
        limits = _spending(shares, _to_spend(shares, alpha, shape))
    else:
        limits = _one_constant(shares, alpha, shape)
    table = pd.DataFrame({"look": range(1, len(shares) + 1), "share": shares, "z": limits})
    table = table.assign(p=2 * ndtr(-limits), spent=crossed(shares, limits))
    table.attrs["definition"] = {"shape": f"{shape}: {SHAPES[shape]}", "alpha": alpha, "sides": 2}
    return table


def _limits(critical, alpha: float, looks: int) -> np.ndarray:
    from scipy.special import ndtri

    if critical is None:
        return np.full(looks, ndtri(1 - inside(alpha, "alpha", 0.05) / 2))
    limits = [errors.positive(limit, "each limit in critical") for limit in critical]
    if len(limits) != looks:
        raise ValueError(f"critical has {len(limits)} limits for {looks} looks: give one each")
    return np.array(limits)


def _simulated(shares: np.ndarray, limits: np.ndarray, runs: int, seed: int) -> np.ndarray:
    """Return the share of runs that have crossed by each look."""
    random = np.random.Generator(np.random.PCG64(seed))
    spread = np.sqrt(np.diff(shares, prepend=0.0))
    bound, step = limits * np.sqrt(shares), max(_AT_A_TIME // len(shares), 1)
    first = np.zeros(len(shares))
    for done in range(0, runs, step):
        sums = random.standard_normal((min(step, runs - done), len(shares))) * spread
        over = np.abs(np.cumsum(sums, axis=1, out=sums)) > bound
        won = over.any(axis=1)
        first += np.bincount(over[won].argmax(axis=1), minlength=len(shares))
    return np.cumsum(first) / runs


def _one_constant(shares: np.ndarray, alpha: float, shape: str) -> np.ndarray:
    from scipy.optimize import brentq
    from scipy.special import ndtri

    profile = np.ones(len(shares)) if shape == "pocock" else 1 / np.sqrt(shares)
    usual = ndtri(1 - alpha / 2)
    if len(shares) == 1:
        return np.array([usual])
    # The limit of one look alone is too low, if only by a hair where the others come early; asking of each
    # look what all of them together may err is enough.
    lowest, highest = 0.99 * usual, ndtri(1 - alpha / len(shares) / 2)
    constant = brentq(lambda c: crossed(shares, c * profile)[-1] - alpha, lowest, highest, xtol=1e-9)
    return constant * profile


def _to_spend(shares: np.ndarray, alpha: float, shape: str) -> np.ndarray:
    """Return how much of alpha may be spent by each look."""
    from scipy.special import ndtr, ndtri

    if shape == "pocock_spending":
        return alpha * np.log1p(np.expm1(1.0) * shares)
    return 4 * ndtr(-ndtri(1 - alpha / 4) / np.sqrt(shares))


def _spending(shares: np.ndarray, spend: np.ndarray) -> np.ndarray:
    """Return limits that spend as much by each look, one after the other."""
    from scipy.optimize import brentq

    limits = np.array([])
    for look in range(1, len(shares) + 1):

        def over(z: float, look: int = look, limits: np.ndarray = limits) -> float:
            return crossed(shares[:look], np.append(limits, z))[-1] - spend[look - 1]

        limits = np.append(
            limits, FAR if over(FAR) > 0 or spend[look - 1] < 1e-15 else brentq(over, 0.01, FAR)
        )
    return limits
