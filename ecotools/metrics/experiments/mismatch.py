"""Did the visitors fall into the groups as planned? If not, the result is not read."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count, inside


def sample_ratio_mismatch(
    counts: Mapping[str, int] | Iterable[int],
    planned: Mapping[str, float] | Iterable[float] | None = None,
    *,
    alarm: float = 0.001,
) -> pd.Series:
    """Return whether the sizes of the groups can be the planned ones by chance (chi-square test).

    An experiment that fails this test is broken: visitors were lost from one group, or counted twice. Its
    result says nothing, however clear it looks.

    Parameters
    ----------
    counts : dict of str to int, Series or list of int
        Visitors who were counted in each group, two groups or more.
    planned : dict of str to float, Series or list of float, optional
        What each group should have had, in any unit: shares, percents or ``[1, 1]``. Default: the same each.
    alarm : float, default 0.001
        The p-value below which it is called a mismatch.

    Returns
    -------
    pandas.Series
        ``visitors``, ``chi_square``, ``p_value`` and ``mismatch`` (True or False; None when nobody was
        counted, with the p-value NaN). ``attrs``: ``expected`` (visitors by group), ``definition``,
        ``reason``.

    Raises
    ------
    ValueError, TypeError
        Fewer than two groups, a count that is not whole, a plan for other groups or of 0 for one.

    Examples
    --------
    >>> found = sample_ratio_mismatch({"A": 821_588, "B": 815_482})
    >>> f"{found['p_value']:.1e}", found["mismatch"]
    ('1.8e-06', True)
    >>> sample_ratio_mismatch([501, 1499], [0.25, 0.75])["mismatch"]
    False

    References
    ----------
    A. Fabijan et al. (2019), "Diagnosing sample ratio mismatch in online controlled experiments", KDD. The
    first example is in R. Kohavi, D. Tang and Y. Xu (2020), "Trustworthy Online Controlled Experiments",
    chapter 21.
    """
    from scipy.stats import chisquare

    alarm = inside(alarm, "alarm", 0.001)
    seen = _named(counts, "counts")
    number = np.array([count(each, f"counts[{name!r}]") for name, each in seen.items()])
    if len(number) < 2:
        raise ValueError(f"counts needs two groups or more, not {len(number)}")
    share = _planned(planned, list(seen))
    expected = share * number.sum()
    found = pd.Series(
        {"visitors": int(number.sum()), "chi_square": np.nan, "p_value": np.nan, "mismatch": None},
        dtype=object,
        name="sample ratio",
    )
    found.attrs["expected"] = dict(zip(seen, expected.tolist(), strict=True))
    found.attrs["definition"] = f"chi-square test of the counts against the plan; mismatch: p < {alarm:g}"
    found.attrs["reason"] = "" if number.sum() else "nobody was counted"
    if number.sum():
        test = chisquare(number, expected)
        found["chi_square"], found["p_value"] = float(test.statistic), float(test.pvalue)
        found["mismatch"] = bool(test.pvalue < alarm)
    return found


def _named(values, name: str) -> dict:
    """Return the values by name, or by place for a list."""
    if isinstance(values, (Mapping, pd.Series)):
        if isinstance(values, pd.Series) and not values.index.is_unique:
            raise ValueError(f"{name} names {values.index[values.index.duplicated()][0]!r} twice")
        return dict(values.items())
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must have one number per group, not {values!r}")
    return dict(enumerate(values))


def _planned(planned, groups: list) -> np.ndarray:
    """Return the share that each group should have."""
    if planned is None:
        return np.full(len(groups), 1 / len(groups))
    given = _named(planned, "planned")
    if set(given) != set(groups):
        raise ValueError(f"planned must name the groups of counts ({_listed(groups)}), not {_listed(given)}")
    weights = np.array([errors.positive(given[group], f"planned[{group!r}]") for group in groups])
    return weights / weights.sum()


def _listed(groups) -> str:
    return ", ".join(repr(group) for group in groups)
