"""How many visitors an experiment on a share needs, what it can find, and how likely it finds it."""

from math import ceil, sqrt

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.counts import count, inside

FORMULAS = {
    "pooled": "z test with the pooled share under no effect (R's power.prop.test)",
    "unpooled": "both shares with their own variance throughout",
    "evan_miller": "variance of the base under no effect, as in Evan Miller's calculator",
    "arcsine": "Cohen's h, the difference of the arcsines",
    "lehr": "16 base (1 - base) / effect^2, the rule of thumb for a power of 0.8 and an alpha of 0.05",
}
"""The formulas in use, by name."""


def sample_size(
    base: float,
    effect: float,
    *,
    power: float = 0.8,
    alpha: float = 0.05,
    formula: str = "pooled",
    relative: bool = False,
) -> pd.Series:
    """Return how many visitors each group needs to find an effect on a share.

    Parameters
    ----------
    base : float
        The share without the change, a fraction between 0 and 1.
    effect : float
        The change worth finding, not 0: in points (0.01 is one point) unless ``relative``.
    power : float, default 0.8
        The chance of finding the effect if it is there, a fraction.
    alpha : float, default 0.05
        The chance of finding one that is not there (two-sided), a fraction.
    formula : {"pooled", "unpooled", "evan_miller", "arcsine", "lehr"}
        ``pooled`` is the usual z test. ``unpooled`` leaves the pooling out, ``evan_miller`` takes the
        variance of the base, and of the base's mirror image above one half. ``arcsine`` is Cohen's.
        ``lehr`` is the rule of thumb 16 p (1 - p) / d^2, which knows one power and one alpha only.
    relative : bool, default False
        Whether ``effect`` is a share of the base: 0.1 at a base of 5% is half a point.

    Returns
    -------
    pandas.Series
        ``per_group`` (visitors, rounded up), ``in_all`` (two groups), ``exact`` (before rounding), ``base``,
        ``target`` = the share with the effect. ``attrs["definition"]`` names the formula, power and alpha.

    Raises
    ------
    ValueError
        A base, power or alpha outside 0..1, an effect that leads to a share outside 0..1, a power of no more
        than half the alpha, ``lehr`` with another power or alpha than its own.

    Examples
    --------
    >>> sample_size(0.20, 0.05, formula="evan_miller")[["per_group", "in_all", "exact"]].round(1).to_dict()
    {'per_group': 1031.0, 'in_all': 2062.0, 'exact': 1030.2}
    >>> float(sample_size(0.05, 0.05, relative=True, formula="lehr")["per_group"])
    121600.0

    References
    ----------
    J. L. Fleiss, B. Levin and M. C. Paik (2003), "Statistical Methods for Rates and Proportions", chapter 4;
    J. Cohen (1988), "Statistical Power Analysis", chapter 6; R. Lehr (1992), Statistics in Medicine 11,
    1099-1102; evanmiller.org/ab-testing/sample-size.html.
    """
    base, target = _shares(base, effect, relative)
    power, alpha = _chances(power, alpha, formula)
    exact = _needed(base, target, power, alpha, formula)
    # A hundred-millionth above a whole number is rounding error, not another visitor.
    group = float(ceil(exact - 1e-8 * max(exact, 1.0)))
    found = {"per_group": group, "in_all": 2 * group, "exact": exact, "base": base, "target": target}
    result = pd.Series(found, name="sample size")
    result.attrs["definition"] = {
        "formula": f"{formula}: {FORMULAS[formula]}",
        "power": power,
        "alpha": alpha,
        "sides": 2,
    }
    return result


def power(
    base: float,
    effect: float,
    n: int,
    *,
    alpha: float = 0.05,
    formula: str = "pooled",
    relative: bool = False,
) -> Measure:
    """Return the chance that an experiment with ``n`` visitors in each group finds an effect on a share.

    Parameters
    ----------
    base, effect, alpha, relative
        As for `sample_size`.
    n : int
        Visitors in each group.
    formula : {"pooled", "unpooled", "evan_miller", "arcsine"}
        As for `sample_size`; ``lehr`` knows one power only.

    Returns
    -------
    Measure
        A fraction. A "find" in the wrong direction is not counted.

    Raises
    ------
    ValueError
        As for `sample_size`; ``n`` below 1.

    Examples
    --------
    >>> round(power(0.5, 0.25, 50), 3)
    0.74
    >>> round(power(0.04, 0.01, 1000), 2)
    0.19
    """
    base, target = _shares(base, effect, relative)
    _, alpha = _chances(0.8, alpha, formula)
    n = count(n, "n", at_least=1)
    if formula == "lehr":
        raise ValueError("formula 'lehr' knows one power only, 0.8: take 'pooled' for the power of an n")
    definition = (
        f"chance of p < {alpha:g} in the direction of the effect, {n} visitors in each group; {formula}"
    )
    return Measure(_power(base, target, n, alpha, formula), definition=definition, unit="fraction")


def minimal_detectable_effect(
    base: float,
    n: int,
    *,
    power: float = 0.8,
    alpha: float = 0.05,
    formula: str = "pooled",
    relative: bool = False,
) -> Measure:
    """Return the smallest rise of a share that ``n`` visitors in each group find with the power asked for.

    Parameters
    ----------
    base, power, alpha, formula
        As for `sample_size`.
    n : int
        Visitors in each group.
    relative : bool, default False
        Whether the rise is given as a share of the base, not in points.

    Returns
    -------
    Measure
        The rise as a fraction; NaN with a reason when even a share of 1 would not be told from the base.

    Raises
    ------
    ValueError
        As for `sample_size`; ``n`` below 1.

    Examples
    --------
    >>> round(minimal_detectable_effect(0.04, 5000), 4)
    0.0117
    >>> minimal_detectable_effect(0.5, 3).reason
    '3 visitors in each group are too few to tell any share from 0.5 with this power'
    """
    from scipy.optimize import brentq

    base = inside(base, "base", 0.05)
    power, alpha = _chances(power, alpha, formula)
    n = count(n, "n", at_least=1)
    unit = "share of the base" if relative else "points, as a fraction"
    definition = f"smallest rise found with power {power:g} at alpha {alpha:g}; {formula}"
    highest = 1 - base

    def short(rise: float) -> float:
        return _needed(base, base + rise, power, alpha, formula) / n - 1

    if short(highest) > 0:
        few = f"{n} visitors in each group are too few to tell any share from {base:g} with this power"
        return missing(few, definition=definition, unit=unit)
    rise = brentq(short, 1e-9 * highest, highest, xtol=1e-14, rtol=1e-12)
    return Measure(rise / base if relative else rise, definition=definition, unit=unit)


def _shares(base: float, effect: float, relative: bool) -> tuple[float, float]:
    """Return the share without and with the effect."""
    base, effect = inside(base, "base", 0.05), errors.finite(effect, "effect")
    target = base * (1 + effect) if relative else base + effect
    if effect == 0:
        raise ValueError("effect must not be 0: no number of visitors tells a share from itself")
    if not 0 <= target <= 1:
        hint = "" if relative or abs(effect) > 100 else f" In points, {effect:g}% is {effect / 100:g}."
        raise ValueError(
            f"effect {effect:g} leads from {base:g} to {target:g}, which is no share: "
            f"it must lie between 0 and 1.{hint if abs(effect) >= 1 else ''}"
        )
    return base, target


def _chances(power: float, alpha: float, formula: str) -> tuple[float, float]:
    """Return the power and alpha, if they go with the formula."""
    errors.one_of(formula, FORMULAS, "formula")
    power, alpha = inside(power, "power", 0.8), inside(alpha, "alpha", 0.05)
    if power <= alpha / 2:
        raise ValueError(
            f"power must be above alpha / 2 ({alpha / 2:g}), which no effect at all has, not {power:g}"
        )
    if formula == "lehr" and (power, alpha) != (0.8, 0.05):
        raise ValueError(
            f"formula 'lehr' holds for a power of 0.8 and an alpha of 0.05, not {power:g} and {alpha:g}: "
            f"take 'pooled'"
        )
    return power, alpha


def _spreads(base: float, target: float, formula: str) -> tuple[float, float]:
    """Return the standard deviation of one difference without and with the effect."""
    own = sqrt(base * (1 - base) + target * (1 - target))
    if formula == "unpooled":
        return own, own
    if formula == "pooled":
        middle = (base + target) / 2
        return sqrt(2 * middle * (1 - middle)), own
    # The calculator takes the smaller of a share and its opposite, and goes up from there.
    low = min(base, 1 - base)
    high = low + abs(target - base)
    return sqrt(2 * low * (1 - low)), sqrt(low * (1 - low) + max(high * (1 - high), 0.0))


def _distance(base: float, target: float, formula: str) -> float:
    """Return the effect: in points, or as Cohen's h."""
    if formula == "arcsine":
        return abs(2 * np.arcsin(sqrt(target)) - 2 * np.arcsin(sqrt(base)))
    return abs(target - base)


def _needed(base: float, target: float, power: float, alpha: float, formula: str) -> float:
    from scipy.stats import norm

    if formula == "lehr":
        return 16 * base * (1 - base) / (target - base) ** 2
    at_alpha, at_power = norm.ppf(1 - alpha / 2), norm.ppf(power)
    without, own = (sqrt(2),) * 2 if formula == "arcsine" else _spreads(base, target, formula)
    return float(((at_alpha * without + at_power * own) / _distance(base, target, formula)) ** 2)


def _power(base: float, target: float, n: int, alpha: float, formula: str) -> float:
    from scipy.stats import norm

    without, own = (sqrt(2),) * 2 if formula == "arcsine" else _spreads(base, target, formula)
    far = _distance(base, target, formula) * sqrt(n) - norm.ppf(1 - alpha / 2) * without
    return float(norm.cdf(far / own))
