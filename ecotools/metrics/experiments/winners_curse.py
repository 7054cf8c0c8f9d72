"""The winner's curse: what is "found" in a small experiment is too large, and at times of the wrong sign."""

import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import inside


def exaggeration(effect: float, standard_error: float, *, alpha: float = 0.05) -> pd.Series:
    """Return by how much the experiments that find something overstate an effect (type M and type S errors).

    Parameters
    ----------
    effect : float
        The true effect, not 0, in any unit.
    standard_error : float
        How far an estimate of it strays, in the same unit. For two shares near p with n visitors in each
        group it is about the root of 2 p (1 - p) / n.
    alpha : float, default 0.05
        The p-value below which an experiment is said to have found something (two-sided).

    Returns
    -------
    pandas.Series
        ``power`` (share of experiments that find something), ``wrong_sign`` (share of those whose estimate
        has the wrong sign, type S), ``exaggeration`` (mean size of their estimate / true effect, type M).
        ``attrs["definition"]``.

    Raises
    ------
    ValueError, TypeError
        An effect of 0, a standard error of 0 or less, an alpha that is not between 0 and 1.

    Examples
    --------
    >>> exaggeration(2, 8.1).round(2).to_dict()
    {'power': 0.06, 'wrong_sign': 0.24, 'exaggeration': 9.54}

    References
    ----------
    A. Gelman and J. Carlin (2014), "Beyond power calculations: assessing type S (sign) and type M (magnitude)
    errors", Perspectives on Psychological Science 9, 641-651, with normal estimates; in closed form in J. Lu,
    Y. Qiu and A. Deng (2019), British Journal of Mathematical and Statistical Psychology 72, 1-17.
    """
    from scipy.stats import norm

    effect, spread = errors.finite(effect, "effect"), errors.positive(standard_error, "standard_error")
    limit = norm.isf(inside(alpha, "alpha", 0.05) / 2)
    if effect == 0:
        raise ValueError("effect must not be 0: an exaggeration is a multiple of the true effect")
    true = abs(effect) / spread
    right, wrong = norm.sf(limit - true), norm.cdf(-limit - true)
    # The mean size of a normal value beyond a limit, on either side of 0.
    size = true * (right - wrong) + norm.pdf(limit - true) + norm.pdf(limit + true)
    found = {
        "power": right + wrong,
        "wrong_sign": wrong / (right + wrong),
        "exaggeration": size / (right + wrong) / true,
    }
    result = pd.Series(found, name="winner's curse")
    result.attrs["definition"] = f"normal estimates; found: p < {alpha:g}, two-sided"
    return result
