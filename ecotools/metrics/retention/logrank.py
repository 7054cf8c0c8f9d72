"""Do two groups stay equally long? The log-rank test of survival curves."""

import numpy as np
import pandas as pd

from ecotools.metrics.columns import coded
from ecotools.metrics.retention.durations import read


def log_rank(durations, observed=None, *, groups, entry=None) -> pd.DataFrame:
    """Return what each group lost beside what it would have lost if all groups left alike, and the test.

    At each age at which somebody was lost, the losses are shared out among the groups by how many of each
    were still at risk. The sums are the losses expected, and the test asks whether the actual ones differ by
    more than chance. It weighs early and late losses alike, and sees little where two curves cross.

    Parameters
    ----------
    durations, observed, entry
        As in `kaplan_meier`.
    groups : array
        The group of each duration, such as the product or the channel; two groups or more.

    Returns
    -------
    DataFrame
        Index group, sorted. Columns n (durations), lost, expected, ratio (lost / expected: above 1 the group
        leaves faster than the rest). In attrs: chi2, degrees (groups - 1), p_value, and reason where these
        are NaN, since nobody was lost while all groups were at risk. A p value does not tell how large a
        difference is: read the ratio, and draw the curves.

    Raises
    ------
    ValueError
        For fewer than two groups, a missing group, or what `kaplan_meier` refuses.

    References
    ----------
    Mantel (1966), Cancer Chemotherapy Reports 50; Peto & Peto (1972), J. R. Stat. Soc. A 135. Several groups
    as in Klein & Moeschberger (2003), "Survival Analysis", section 7.3. For two groups without late entry
    chi2 is the square of the statistic of `scipy.stats.logrank`.

    Examples
    --------
    >>> plan = ["month", "month", "month", "year", "year", "year"]
    >>> test = log_rank([1, 2, 3, 4, 6, 6], [True, True, True, True, False, False], groups=plan)
    >>> test.round(2)
           n  lost  expected  ratio
    group
    month  3     3      1.15   2.61
    year   3     1      2.85   0.35
    >>> round(test.attrs["p_value"], 3)
    0.025
    """
    from scipy.stats import chi2

    duration, lost, since = read(durations, observed, entry)
    place, names = _groups(groups, len(duration))
    watched = (duration > since) | (since == 0)
    duration, lost, since, place = (each[watched] for each in (duration, lost, since, place))
    at_risk, losses = _counts(duration, lost, since, place, len(names))
    expected, variance = _expected(at_risk, losses)
    table = pd.DataFrame(
        {
            "n": np.bincount(place, minlength=len(names)),
            "lost": losses.sum(axis=0),
            "expected": expected,
        },
        index=pd.Index(names, name="group"),
    )
    table["ratio"] = table["lost"] / table["expected"].where(expected > 0)
    degrees = len(names) - 1
    # The differences add up to 0, so the last group tells nothing that the others do not.
    apart, spread = (table["lost"] - expected).to_numpy()[:-1], variance[:-1, :-1]
    known = np.linalg.matrix_rank(spread) == degrees
    value = float(apart @ np.linalg.solve(spread, apart)) if known else np.nan
    table.attrs["definition"] = {"test": "log-rank, all ages weighed alike"}
    table.attrs |= {"chi2": value, "degrees": degrees, "p_value": float(chi2.sf(value, degrees))}
    if not known:
        table.attrs["reason"] = "nobody was lost at an age at which all groups were at risk together"
    return table


def _groups(groups, length: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the place of each row's group among the distinct ones, and these."""
    if isinstance(groups, str) or np.ndim(groups) != 1:
        raise TypeError(f"groups must be a list, an array or a column, not {groups!r}")
    named = pd.Series(groups).reset_index(drop=True)
    if len(named) != length:
        raise ValueError(f"groups must be as long as durations, {length}, not {len(named)}")
    gone = named.isna().to_numpy(dtype=bool)
    if gone.any():
        raise ValueError(f"groups is missing in row {int(gone.argmax())}: name a group, or drop the row")
    place, names = coded(named)
    if len(names) < 2:
        raise ValueError(
            f"groups must name two groups or more, not {len(names)}: one has nothing to differ from"
        )
    return place, names


def _counts(duration, lost, since, place, many: int) -> tuple[np.ndarray, np.ndarray]:
    """Return how many of each group (columns) are at risk and lost at each age of a loss (rows)."""
    time = np.unique(duration[lost])
    at_risk, losses = (np.zeros((len(time), many), dtype=np.int64) for _ in range(2))
    for group in range(many):
        own = place == group
        still = len(duration[own]) - np.searchsorted(np.sort(duration[own]), time, side="left")
        late = np.sort(since[own & (since > 0)])
        at_risk[:, group] = still - (len(late) - np.searchsorted(late, time, side="left"))
        np.add.at(losses[:, group], np.searchsorted(time, duration[own & lost]), 1)
    return at_risk, losses


def _expected(at_risk: np.ndarray, losses: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each group's expected losses and their covariance (hypergeometric at each age)."""
    everybody, lost = at_risk.sum(axis=1), losses.sum(axis=1)
    share = at_risk / everybody[:, None]
    weight = lost * (everybody - lost) / np.maximum(everybody - 1, 1)
    together = np.einsum("t,ti,tj->ij", weight, share, share)
    return lost @ share, np.diag(weight @ share) - together
