"""Look at what came in before drawing it; an error says what the picture needs."""

from collections.abc import Iterable

import pandas as pd

from ecotools.errors import columns


def table(
    value: object, needed: Iterable[str], name: str, *, make: str = "", argument: str = ""
) -> pd.DataFrame:
    """Return a copy of ``value`` if it is a table with rows and the ``needed`` columns.

    Parameters
    ----------
    value : DataFrame
        What the caller passed.
    needed : iterable of str
        Columns that the picture reads.
    name : str
        What to call the table in an error.
    make : str
        The function whose result belongs here, offered in an error.
    argument : str
        What the caller's argument is called, where `name` does not say it.

    Raises
    ------
    TypeError, ValueError
        When it is no DataFrame, lacks a column, or has no rows.

    Examples
    --------
    >>> table(pd.DataFrame({"step": []}), ["step"], "funnel table", make="metrics.funnel.funnel")
    Traceback (most recent call last):
    ValueError: funnel table has no rows: there is nothing to draw. It takes what metrics.funnel.funnel
    returns.
    """
    hint = f" It takes what {make} returns." if make else ""
    if argument and not isinstance(value, pd.DataFrame):
        kind = type(value).__name__
        raise TypeError(
            f"{argument} must be a pandas DataFrame, not {kind}: the {name} is drawn from it.{hint}"
        )
    if isinstance(value, pd.Series):
        raise TypeError(f"{name} must be a pandas DataFrame, not a Series.{hint}")
    found = columns(value, needed, name)
    if found.empty:
        raise ValueError(f"{name} has no rows: there is nothing to draw.{hint}")
    return found.copy()


def some_numbers(values: pd.DataFrame | pd.Series, name: str, what: str) -> None:
    """Raise when every one of ``values`` is missing.

    >>> some_numbers(pd.Series([float("nan")]), "funnel table", "n")
    Traceback (most recent call last):
    ValueError: funnel table has no number in n: every value is missing.
    """
    if not values.notna().to_numpy().any():
        raise ValueError(f"{name} has no number in {what}: every value is missing.")


def numeric(found: pd.DataFrame, names: Iterable[str], name: str) -> pd.DataFrame:
    """Return ``found`` with the columns ``names`` as floats (NaN stays NaN).

    >>> numeric(pd.DataFrame({"n": ["many"]}), ["n"], "funnel table")
    Traceback (most recent call last):
    TypeError: funnel table: the column 'n' must hold numbers, not 'many' (row 0)
    """
    for column in names:
        values = pd.to_numeric(found[column], errors="coerce")
        bad = values.isna() & found[column].notna()
        if bad.any():
            row = bad.idxmax()
            raise TypeError(
                f"{name}: the column {column!r} must hold numbers, not {found.loc[row, column]!r} (row {row})"
            )
        found[column] = values.astype(float)
    return found


def rising(found: pd.DataFrame, low: str, high: str, name: str) -> None:
    """Raise when the low end of an interval lies above its high end; ends that are missing are fine.

    >>> rising(pd.DataFrame({"low": [2], "high": [1]}), "low", "high", "lift table")
    Traceback (most recent call last):
    ValueError: lift table: the low end of an interval lies above its high end
    """
    if (found[low] > found[high]).any():
        raise ValueError(f"{name}: the low end of an interval lies above its high end")


def fractions(found: pd.DataFrame, names: Iterable[str], name: str) -> pd.DataFrame:
    """Return ``found`` if the columns ``names`` hold fractions in 0..1 (or NaN).

    >>> fractions(pd.DataFrame({"demand": [45.0]}), ["demand"], "demand table")
    Traceback (most recent call last):
    ValueError: demand table: the column 'demand' must hold fractions between 0 and 1, not 45.0 (row 0).
    Rates are fractions: 0.05, not 5.
    """
    numeric(found, names, name)
    for column in names:
        outside = (found[column] < 0) | (found[column] > 1 + 1e-9)
        if outside.any():
            row = outside.idxmax()
            raise ValueError(
                f"{name}: the column {column!r} must hold fractions between 0 and 1, "
                f"not {found.loc[row, column]} (row {row}). Rates are fractions: 0.05, not 5."
            )
    return found
