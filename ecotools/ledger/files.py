"""A ledger as a folder: one CSV or Parquet file per table, and ``ledger.json`` with the rest."""

import json
import shutil
import tempfile
from pathlib import Path

import pandas as pd

from ecotools.errors import file_path, instance, nearest, one_of
from ecotools.extras import need
from ecotools.ledger import csvfile
from ecotools.ledger.checks import validate
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.schema import SCHEMAS
from ecotools.ledger.tables import Ledger

META = "ledger.json"
FORMATS = ("csv", "parquet")


def write_ledger(ledger: Ledger, folder, format: str = "csv") -> Path:
    """Write a ledger into a folder and return the folder's path.

    The folder appears whole or not at all: everything is written beside it first. A ledger that was there is
    replaced; other files of the folder are kept. What is read back is equal, to the last bit of a float;
    categories become text in CSV; the index of the tables is not written. A window that `Ledger.between` made
    is written with its history.

    Parameters
    ----------
    ledger : Ledger
        It is checked first; a ledger that does not fit its schema is not written.
    folder : path-like
        A folder that does not exist yet, is empty, or holds a ledger.
    format : {"csv", "parquet"}
        CSV opens everywhere; Parquet is smaller and faster, and needs ``ecotools[parquet]``.

    Raises
    ------
    LedgerError
        When the ledger does not fit, the truth is no JSON, or the folder holds something else than a ledger.

    Examples
    --------
    >>> import tempfile
    >>> from ecotools.ledger.tables import empty_ledger
    >>> folder = write_ledger(empty_ledger("EUR"), Path(tempfile.mkdtemp()) / "shop")
    >>> sorted(path.name for path in folder.iterdir())[:3], read_ledger(folder).currency
    (['activity.csv', 'ledger.json', 'orders.csv'], 'EUR')
    """
    one_of(format, FORMATS, "format")
    instance(ledger, Ledger, "ledger", "an importer or simulate(blueprint) makes one")
    ledger.check()
    whole = _with_history(ledger)
    folder = file_path(folder, "folder").resolve()
    _refuse_strangers(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        fresh = Path(beside) / "new"
        fresh.mkdir()
        window = {} if whole is ledger else {"window": _iso(ledger.start)}
        _write_into(whole, fresh, format, window)
        _swap(fresh, folder, Path(beside) / "old")
    return folder


def read_ledger(folder, *, currency: str | None = None) -> Ledger:
    """Return the ledger in a folder, checked.

    Parameters
    ----------
    folder : path-like
        What `write_ledger` wrote, or CSV files of your own named ``orders.csv`` and so on. A table whose file
        is not there is empty, unless ``ledger.json`` says that there was one.
    currency : str, optional
        Needed for files of your own, without ``ledger.json``; refused when it says another.

    Raises
    ------
    LedgerError
        Names the file and, for a CSV file, the lines that are wrong (the header is line 1).
    FileNotFoundError
        When there is no such folder.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "activity.csv").write_text("customer_id,day,action,count\\n7,2025-03-01,visit,2\\n")
    >>> read_ledger(folder, currency="USD")
    Ledger in USD, 2025-03-01 to 2025-03-01 (1 day)
      touches             0 rows
      orders              0 rows
      subscriptions       0 rows
      activity            1 row
      surveys             0 rows
    """
    folder = file_path(folder, "folder")
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder {str(folder)!r} to read a ledger from")
    meta = _read_meta(folder)
    known = meta.get("currency")
    if not (known or currency):
        raise LedgerError(
            f"{folder.name} has no {META}: say which money it is, read_ledger(…, currency='USD')"
        )
    if known and currency and known != currency.upper():
        raise LedgerError(f"{folder.name}/{META} says that the money is {known}, not {currency}")
    tables = _read_tables(folder, meta.get("tables", {}))
    span = {side: pd.Timestamp(meta[side]) for side in ("start", "end") if meta.get(side)}
    ledger = Ledger(**tables, currency=known or currency, **span, truth=meta.get("truth")).check()
    return ledger.between(meta["window"], ledger.end) if meta.get("window") else ledger


def _with_history(ledger: Ledger) -> Ledger:
    """Return the ledger or, of a window, one that has the events before it too."""
    if ledger.history is None:
        return ledger
    tables = {"subscriptions": ledger.subscriptions}
    for name, table in ledger.history.tables.items():
        if name != "subscriptions":
            earlier = table[table["day"] < ledger.start]
            tables[name] = pd.concat([earlier, getattr(ledger, name)], ignore_index=True)
    facts = {"currency": ledger.currency, "truth": ledger.truth}
    return Ledger(**tables, start=ledger.since, end=ledger.end, **facts)


def _write_into(ledger: Ledger, folder: Path, format: str, window: dict[str, str]) -> None:
    """Write the files of a ledger into an empty folder; ``window`` says from when on it is looked at."""
    written = {}
    for name, table in ledger.tables.items():
        path = folder / f"{name}.{format}"
        dtypes = (
            csvfile.write_table(table, path, name) if format == "csv" else _write_parquet(table, path, name)
        )
        written[name] = {"file": path.name, "dtypes": dtypes}
    meta = {
        "currency": ledger.currency,
        "start": _iso(ledger.start),
        "end": _iso(ledger.end),
        **window,
        "tables": written,
        "truth": ledger.truth,
    }
    (folder / META).write_text(_json(meta), encoding="utf-8")


def _iso(day: pd.Timestamp) -> str | None:
    return None if pd.isna(day) else day.strftime("%Y-%m-%d")


def _json(meta: dict) -> str:
    """The meta data as JSON, if it comes back the same."""
    try:
        dumped = json.dumps(meta, indent=1, allow_nan=False)
    except (TypeError, ValueError) as trouble:
        raise LedgerError(f"the ledger's truth cannot be written as JSON: {trouble}") from None
    if json.loads(dumped) != meta:
        raise LedgerError(
            "the ledger's truth would come back changed from JSON: use text keys, lists instead of tuples, "
            "and plain numbers"
        )
    return dumped + "\n"


def _write_parquet(table: pd.DataFrame, path: Path, name: str) -> dict[str, str]:
    need("parquet")
    try:
        table.to_parquet(path, index=False)
    except Exception as trouble:  # pyarrow has a class of error for each type it cannot keep
        raise LedgerError(f"{name} cannot be written as Parquet: {trouble}") from None
    return {str(column): str(dtype) for column, dtype in table.dtypes.items() if dtype.kind == "M"}


def _refuse_strangers(folder: Path) -> None:
    """An error when a folder holds something, but no ledger."""
    if folder.is_file():
        raise LedgerError(f"{folder.name} is a file: name a folder to write the ledger into")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / META).is_file():
        found = ", ".join(sorted(path.name for path in folder.iterdir())[:3])
        raise LedgerError(
            f"the folder {folder.name!r} holds something else than a ledger ({found} …): name a new folder, "
            "or empty this one yourself"
        )


def _swap(fresh: Path, folder: Path, old: Path) -> None:
    """Put the new folder in the place of the old one, with its other files; undo it when that fails."""
    if not folder.exists():
        fresh.rename(folder)
        return
    ours = {META, *(f"{name}.{format}" for name in SCHEMAS for format in FORMATS)}
    for path in folder.iterdir():
        if path.name not in ours:
            copy = shutil.copytree if path.is_dir() else shutil.copy2
            copy(path, fresh / path.name)
    folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        old.rename(folder)
        raise


def _read_meta(folder: Path) -> dict:
    path = folder / META
    if not path.is_file():
        return {}
    try:
        meta = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as trouble:
        raise LedgerError(f"{folder.name}/{META} is not JSON: {trouble}") from None
    if not isinstance(meta, dict) or not isinstance(meta.get("tables", {}), dict):
        raise LedgerError(f"{folder.name}/{META} is not the meta data of a ledger")
    return meta


def _read_tables(folder: Path, written: dict) -> dict[str, pd.DataFrame]:
    """The tables whose files are there; an error for a file that is missing or misnamed."""
    tables = {}
    for name in SCHEMAS:
        noted = written.get(name, {})
        usual = [f"{name}.{format}" for format in FORMATS]
        candidates = [Path(noted["file"]).name] if noted.get("file") else usual
        present = [folder / file for file in candidates if (folder / file).is_file()]
        if present:
            tables[name] = _read_file(present[0], name, noted.get("dtypes", {}))
        elif noted:
            raise LedgerError(f"{folder.name} lacks {candidates[0]}, which {META} says was written")
    if not tables:
        raise LedgerError(f"{folder.name} holds no table of a ledger: {_listed(folder)}")
    for path in folder.iterdir():
        close = nearest(path.stem, SCHEMAS) if path.suffix in (".csv", ".parquet") else None
        if close and close not in tables:
            raise LedgerError(f"{folder.name} has {path.name}: did you mean {close}{path.suffix}?")
    return tables


def _listed(folder: Path) -> str:
    found = ", ".join(sorted(path.name for path in folder.iterdir())[:5]) or "it is empty"
    return f"expected files such as orders.csv, found {found}"


def _read_file(path: Path, name: str, dtypes: dict[str, str]) -> pd.DataFrame:
    if path.suffix == ".csv":
        return csvfile.read_table(path, name, dtypes)
    need("parquet")
    try:
        table = pd.read_parquet(path)
    except Exception as trouble:  # pyarrow raises OSError, ArrowInvalid and others for a broken file
        raise LedgerError(f"{path.name} is no Parquet file that can be read: {trouble}") from None
    return validate(
        table.astype({column: dtype for column, dtype in dtypes.items() if column in table}), name
    )
