"""Data that are shared: whether a row can be told to be one person's, by what outsiders know."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure, missing
from ecotools.metrics.counts import count

_K = "size of the smallest group of rows that are alike in what outsiders know"


def k_anonymity(table: pd.DataFrame, known: str | Iterable[str]) -> Measure:
    """Return the k of a table: everyone in it is hidden among at least so many rows, their own included.

    Parameters
    ----------
    table : DataFrame
        One row per person.
    known : str or list of str
        Columns that somebody outside may know of a person: place, age, trade, the day of a purchase. A
        missing value is a value like any other.

    Returns
    -------
    Measure
        Rows; 1 means that somebody stands alone. NaN with a reason without rows.

    Raises
    ------
    TypeError, ValueError
        A missing column, no column at all.

    References
    ----------
    L. Sweeney (2002), k-Anonymity: A Model for Protecting Privacy, Int. J. on Uncertainty, Fuzziness and
    Knowledge-based Systems 10, 557-570.

    Examples
    --------
    >>> shared = pd.DataFrame({"trade": ["writer", "writer", "dentist"], "drafts": [3, 5, 4]})
    >>> k_anonymity(shared, "trade"), k_anonymity(shared.head(2), "trade")
    (1.0, 2.0)
    """
    sizes = _groups(table, known).groupby(level=0).size()
    if not len(sizes):
        return missing("the table has no rows", definition=_K, unit="rows")
    return Measure(sizes.min(), definition=_K, unit="rows")


def anonymity_groups(
    table: pd.DataFrame, known: str | Iterable[str], *, sensitive: str | None = None
) -> pd.DataFrame:
    """Return the groups in which people of a table hide, the smallest first.

    Parameters
    ----------
    table : DataFrame
        One row per person.
    known : str or list of str
        Columns that somebody outside may know.
    sensitive : str, optional
        Column with what they must not learn. Where a whole group has the same value, they learn it without
        knowing the row.

    Returns
    -------
    DataFrame
        One row per group: the columns of ``known``, ``size`` (rows) and ``chance`` to pick the right row
        (1 / size); with ``sensitive`` also ``values``, how many different ones the group has (its
        l-diversity; 1 gives it away).

    Raises
    ------
    TypeError, ValueError
        A missing column, no column at all, a sensitive column that is among the known.

    References
    ----------
    A. Machanavajjhala et al. (2007), l-Diversity: Privacy Beyond k-Anonymity, ACM TKDD 1.

    Examples
    --------
    >>> shared = pd.DataFrame({"trade": ["writer", "writer", "dentist"], "late": ["yes", "no", "no"]})
    >>> anonymity_groups(shared, "trade", sensitive="late")
         trade  size  chance  values
    0  dentist     1     1.0       1
    1   writer     2     0.5       2
    """
    named = _named(known)
    if sensitive is not None:
        errors.columns(table, [sensitive], "table")
        if sensitive in named:
            raise ValueError(f"sensitive ({sensitive!r}) must not be one of known: outsiders have it already")
    groups = _groups(table, known)
    first = ~groups.duplicated().to_numpy()
    found = table.loc[first, named].reset_index(drop=True)
    place = groups[first].to_numpy()
    found["size"] = groups.groupby(groups).size().reindex(place).to_numpy()
    found["chance"] = 1 / found["size"]
    if sensitive is not None:
        secret = pd.Series(_codes(table[sensitive]), index=groups.index)
        found["values"] = secret.groupby(groups).nunique().reindex(place).to_numpy()
    found["_key"] = place
    return found.sort_values(["size", "_key"], ignore_index=True).drop(columns="_key")


def share_safely(table: pd.DataFrame, known: str | Iterable[str], k: int = 5) -> pd.DataFrame:
    """Return a table without the rows that are alike with fewer than k in what outsiders know.

    Parameters
    ----------
    table : DataFrame
        One row per person.
    known : str or list of str
        Columns that somebody outside may know.
    k : int, default 5
        Smallest group that may be shared.

    Returns
    -------
    DataFrame
        The other rows, as they were. ``attrs["left_out"]`` is how many are gone, ``attrs["share_left_out"]``
        their share: where it is large, make the columns coarser first (a year of birth, not a day).

    Raises
    ------
    TypeError, ValueError
        A missing column, no column at all, a k that is no whole number of 1 or more.

    References
    ----------
    L. Sweeney (2002), Achieving k-Anonymity Privacy Protection Using Generalization and Suppression, Int. J.
    on Uncertainty, Fuzziness and Knowledge-based Systems 10, 571-588.

    Examples
    --------
    >>> shared = pd.DataFrame({"trade": ["writer", "writer", "dentist"], "drafts": [3, 5, 4]})
    >>> safe = share_safely(shared, "trade", k=2)
    >>> safe["trade"].tolist(), safe.attrs["left_out"]
    (['writer', 'writer'], 1)
    """
    least = count(k, "k", 1)
    groups = _groups(table, known)
    kept = groups.map(groups.value_counts()).to_numpy(dtype=float) >= least
    safe = table[kept].copy()
    gone = int((~kept).sum())
    safe.attrs |= {"left_out": gone, "share_left_out": gone / len(table) if len(table) else float("nan")}
    return safe


def _named(known: str | Iterable[str]) -> list[str]:
    named = list(dict.fromkeys([known] if isinstance(known, str) else errors.several(known, "known")))
    if not named:
        raise ValueError("known must name one or more columns that outsiders may know of a person")
    return named


def _groups(table: pd.DataFrame, known: str | Iterable[str]) -> pd.Series:
    """Return the number of each row's group; indexed by it too, so that order and index mean nothing."""
    named = _named(known)
    errors.columns(table, named, "table")
    codes = np.column_stack([_codes(table[one]) for one in named]) if len(table) else np.zeros((0, 1), int)
    _, place = np.unique(codes, axis=0, return_inverse=True)
    place = place.reshape(-1)
    return pd.Series(place, index=place)


def _codes(values: pd.Series) -> np.ndarray:
    """Return the place of each value among the distinct ones in the order of their texts."""
    gone = values.isna().to_numpy(dtype=bool)
    number = pd.to_numeric(values, errors="coerce") if values.dtype.kind in "iuf" else None
    if number is not None:
        _, place = np.unique(number.to_numpy(dtype=float), return_inverse=True)
    else:
        _, place = np.unique(values.astype(object).where(~gone, "").astype(str), return_inverse=True)
    return np.where(gone, -1, place)
