"""Data sets that others have published: read from the package, or from the file where the learner has it."""

from importlib.resources import files
from pathlib import Path

import pandas as pd

from ecotools.observation import observed

_TENTH = ("customer_id", "day", "quantity", "amount")


def cdnow(source=None) -> pd.DataFrame:
    """Return what the customers of CDNOW bought, from January 1997 to June 1998: real data.

    The music shop's customers who first bought in the first quarter of 1997; a tenth of them comes with the
    package. ``cdnow.md`` beside the file says where the data come from, and under which licence.

    Parameters
    ----------
    source : path, optional
        The full file of 23,570 customers, ``CDNOW_master.txt``, or the published tenth,
        ``CDNOW_sample.txt``, where you have it. Default: the tenth that comes with the package.

    Returns
    -------
    DataFrame
        One row per transaction, in the ledger's names: order_id (1, 2, ... in the file's order), customer_id,
        day, quantity (compact discs), amount (US dollars, 0 in 8 rows of the tenth). The table knows that it
        was observed from 1997-01-01 up to, not including, 1998-07-01.

    Raises
    ------
    FileNotFoundError, ValueError
        When there is no such file, or it is neither of the two.

    References
    ----------
    Fader & Hardie (2001), "Forecasting Repeat Sales at CDNOW", Interfaces 31.

    Examples
    --------
    >>> orders = cdnow()
    >>> len(orders), orders["customer_id"].nunique()
    (6919, 2357)
    >>> orders.head(2)
       order_id  customer_id        day  quantity  amount
    0         1            1 1997-01-01         2   29.33
    1         2            1 1997-01-18         2   29.73
    """
    if source is None:
        with (files("ecotools.data") / "cdnow.csv.gz").open("rb") as packed:
            table = pd.read_csv(packed, compression="gzip")
    else:
        table = _published(Path(source))
    days = pd.to_datetime(table["day"].astype(str), format="%Y%m%d").astype("datetime64[s]")
    table = table.assign(day=days)
    table.insert(0, "order_id", range(1, len(table) + 1))
    return observed(table, "1997-01-01", "1998-07-01")


def _published(path: Path) -> pd.DataFrame:
    """Return the columns of one of the published text files: four columns, or five with two numbers."""
    expected = (
        "source must be CDNOW_master.txt (customer, day as YYYYMMDD, discs, dollars) or CDNOW_sample.txt "
        "(the same with the number in the sample in second place)"
    )
    try:
        table = pd.read_csv(path, sep=r"\s+", header=None, dtype=str)
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise ValueError(f"{expected}; {path.name} is not a text of such columns") from error
    if len(table) and not str(table.iloc[0, 0]).isdecimal():
        table = table.iloc[1:].reset_index(drop=True)
    if table.shape[1] == len(_TENTH) + 1:
        table = table.iloc[:, 1:]
    if table.shape[1] != len(_TENTH):
        raise ValueError(f"{expected}; {path.name} has {table.shape[1]} columns")
    table = table.set_axis(list(_TENTH), axis=1)
    numbers = table.apply(pd.to_numeric, errors="coerce")
    day = pd.to_datetime(table["day"], format="%Y%m%d", errors="coerce")
    wrong = (numbers.isna().any(axis=1) | day.isna()).to_numpy()
    if wrong.any():
        raise ValueError(f"{expected}; line {int(wrong.argmax()) + 1} of {path.name} cannot be read so")
    return numbers.astype({"customer_id": "int64", "day": "int64", "quantity": "int64"})
