"""Columns of the tables that measures read: checked whole, and refused by name and row."""

import numpy as np
import pandas as pd

_CENT = 0.005


def days(column: pd.Series, name: str, *, missing: bool = False) -> np.ndarray:
    """Return a column as ``datetime64[D]``; refuse time zones, times of day and, unless allowed, NaT.

    >>> days(pd.Series(pd.to_datetime(["2025-03-01"])), "orders.day")
    array(['2025-03-01'], dtype='datetime64[D]')
    """
    if not len(column):
        return np.array([], dtype="datetime64[D]")
    plain_dates(column, name)
    exact = column.to_numpy(dtype="datetime64[ns]" if column.isna().all() else None)
    whole = exact.astype("datetime64[D]")
    gone = np.isnat(whole)
    if gone.any() and not missing:
        raise ValueError(f"{name} is missing in {rows(column, gone)}: give a day, or drop the row")
    late = ~gone & (whole != exact)
    if late.any():
        raise ValueError(
            f"{name} has a time of day in {rows(column, late)}: use .dt.normalize() to keep the day"
        )
    return whole


def plain_dates(column: pd.Series, name: str) -> None:
    """Refuse a column of something else than dates, or of dates with a time zone."""
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        raise ValueError(
            f"{name} has the time zone {column.dtype.tz}; days here have none. "
            "Use .dt.tz_localize(None), after .dt.tz_convert(...) to the zone of your business day."
        )
    if not pd.api.types.is_datetime64_dtype(column.dtype) and not column.isna().all():
        raise TypeError(
            f"{name} must hold days (datetime64), not {column.dtype}: convert it with pd.to_datetime"
        )


def numbers(
    table: pd.DataFrame, column: str, name: str, *, money: bool = False, missing: bool = False
) -> np.ndarray:
    """Return a column as floats; refuse text, truth values, what is not finite and, unless allowed, NaN.

    Numbers in float32 are taken for the decimals they were written as. Where float32 cannot tell two cents
    apart, an amount of ``money`` is refused.

    >>> numbers(pd.DataFrame({"price": np.array([29.99], "float32")}), "price", "orders", money=True).tolist()
    [29.99]
    >>> numbers(pd.DataFrame({"price": ["12,50"]}), "price", "orders")
    Traceback (most recent call last):
    TypeError: orders.price must hold numbers, not '12,50' in row 0: write 12.50, with a point
    """
    values = table[column]
    _refuse_other_kinds(values, f"{name}.{column}")
    number = pd.to_numeric(values).to_numpy(dtype=float, na_value=np.nan)
    wrong = np.isinf(number) if missing else ~np.isfinite(number)
    refuse(table, wrong, name, f"{column} is {'' if missing else 'missing or '}not finite")
    kind = getattr(values.dtype, "numpy_dtype", values.dtype)
    if kind not in (np.dtype("float32"), np.dtype("float16")):
        return number
    short = number.astype(kind)
    if money:
        coarse = np.spacing(np.abs(short)) >= _CENT
        refuse(
            table, coarse, name, f"{column} is held as {kind}, which has no room for the cents: use float64,"
        )
    distinct, place = np.unique(short, return_inverse=True)
    return np.array([float(str(each)) for each in distinct], dtype=float)[place]


def ids(table: pd.DataFrame, column: str, name: str) -> pd.Series:
    """Return a column of ids in which none is missing."""
    refuse(table, table[column].isna().to_numpy(dtype=bool), name, f"{column} is missing")
    return table[column]


def coded(values: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Return the place of each value among the distinct ones, and these sorted, so that rows have no order.

    >>> coded(pd.Series(["b", "a", "b"]))[0].tolist()
    [1, 0, 1]
    """
    try:
        code, distinct = pd.factorize(values, sort=True)
    except TypeError:  # ids of several types, which have no order of their own
        code, distinct = pd.factorize(values)
        order = sorted(
            range(len(distinct)), key=lambda each: (str(type(distinct[each])), str(distinct[each]))
        )
        code, distinct = np.argsort(order)[code], np.asarray(distinct, dtype=object)[order]
    return code, np.asarray(distinct)


def one_currency(table: pd.DataFrame, name: str, source=None) -> None:
    """Refuse a table whose column ``currency`` has several, or another one than its ledger.

    >>> one_currency(pd.DataFrame({"currency": ["EUR", "USD"]}), "orders")
    Traceback (most recent call last):
    ValueError: orders.currency has EUR and USD: amounts of different money cannot be added. Keep one
    """
    if "currency" not in table.columns or not len(table):
        return
    written = table["currency"].astype(object).where(table["currency"].notna(), "").astype(str)
    found = sorted({code.strip().upper() for code in written.unique()})
    if len(found) > 1:
        listed = " and ".join(code or "none" for code in found)
        raise ValueError(
            f"{name}.currency has {listed}: amounts of different money cannot be added. Keep one"
        )
    own = getattr(source, "currency", None)
    if isinstance(own, str) and found[0] not in ("", own):
        raise ValueError(f"{name}.currency has {found[0]}, but the ledger's money is {own}: convert it first")


def refuse(table: pd.DataFrame, bad: np.ndarray, name: str, what: str) -> None:
    """Raise an error that names the table, what is wrong, and the first rows."""
    if bad.any():
        raise ValueError(f"{name}: {what} in {rows(table, bad)}")


def rows(table: pd.DataFrame | pd.Series, bad: np.ndarray) -> str:
    """Return the labels of the first bad rows, and how many more there are."""
    found = list(table.index[bad][:3])
    more = f" and {int(bad.sum()) - 3} more" if bad.sum() > 3 else ""
    return f"row{'s' if len(found) > 1 else ''} {', '.join(map(str, found))}{more}"


def _refuse_other_kinds(values: pd.Series, name: str) -> None:
    """Refuse what is no number; only a column that is not of numbers throughout is looked at by value."""
    if getattr(values.dtype, "kind", "O") in "iuf" or not len(values):
        return
    if getattr(values.dtype, "kind", "O") in "mMb":
        raise TypeError(f"{name} must hold numbers, not {values.dtype}")
    given = values.astype(object)
    truth = given.map(lambda value: isinstance(value, (bool, np.bool_))).to_numpy(dtype=bool)
    bad = truth | (pd.to_numeric(given.mask(truth), errors="coerce").isna() & given.notna()).to_numpy(
        dtype=bool
    )
    if bad.any():
        first = given[bad].iloc[0]
        comma = (
            isinstance(first, str) and first.count(",") == 1 and first.replace(",", "").strip().isdecimal()
        )
        hint = f": write {first.strip().replace(',', '.')}, with a point" if comma else ""
        raise TypeError(f"{name} must hold numbers, not {first!r} in {rows(values, bad)}{hint}")
