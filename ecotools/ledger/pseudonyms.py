"""Keep e-mail addresses out of a ledger: customers become pseudonyms, the same in every update.

A pseudonym is a keyed hash. Whoever has the key can tell whether an address they know is in the ledger;
without it nobody can. So the key lies beside the ledger, not in it, and is not handed out.
"""

import dataclasses
import hashlib
import os
import secrets
from pathlib import Path

import pandas as pd

from ecotools.ledger.import_result import Imported, Unmapped
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.product_names import EMAIL
from ecotools.ledger.tables import Ledger


def key_file(folder) -> Path:
    """Return where the key of a ledger's pseudonyms lies.

    >>> key_file("shop/ledger").name
    'ledger.key'
    """
    folder = Path(folder)
    return folder.with_name(f"{folder.resolve().name}.key")


def read_key(file: Path) -> bytes:
    """Return the key in a file.

    Raises
    ------
    LedgerError
        When the file holds no key: with another one, customers would get other pseudonyms.
    """
    text = file.read_text(encoding="ascii", errors="replace").strip()
    if len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        raise LedgerError(f"{file.name} holds no key; bring the right one back from a copy")
    return bytes.fromhex(text)


def new_key() -> bytes:
    """Return a new random key.

    >>> len(new_key())
    32
    """
    return secrets.token_bytes(32)


def write_key(file: Path, key: bytes) -> None:
    """Write a key so that only its owner can read it; one that is there already is left as it is."""
    if not file.exists():
        with os.fdopen(
            os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii"
        ) as to:
            to.write(key.hex() + "\n")


def pseudonym(customer: str, key: bytes) -> str:
    """Return the pseudonym of a customer, whatever its case; a pseudonym stays itself.

    >>> pseudonym("Ann@example.com", b"k" * 32) == pseudonym("ann@example.com ", b"k" * 32)
    True
    >>> name = pseudonym("ann@example.com", b"k" * 32)
    >>> pseudonym(name, b"k" * 32) == name
    True
    """
    text = str(customer).strip().lower()
    if len(text) == 18 and text.startswith("p_") and set(text[2:]) <= set("0123456789abcdef"):
        return text
    return "p_" + hashlib.blake2b(text.encode(), key=key, digest_size=8).hexdigest()


def pseudonymise(ledger: Ledger, key: bytes) -> Ledger:
    """Return the ledger with pseudonyms in the place of customer ids and of every e-mail address."""
    tables = {}
    for name, table in ledger.tables.items():
        table = table.copy()
        for column, values in table.items():
            if column == "customer_id" and len(values):
                table[column] = values.astype("str").map(lambda one: pseudonym(one, key)).astype("str")
            elif pd.api.types.is_string_dtype(values.dtype) and len(values):
                table[column] = values.astype("str").map(lambda text: without_emails(text, key)).astype("str")
        tables[name] = table
    return Ledger(**tables, currency=ledger.currency, start=ledger.start, end=ledger.end, truth=ledger.truth)


def pseudonymise_import(imported: Imported, key: bytes) -> Imported:
    """Return an import with pseudonyms in its ledger, its report and its lists."""
    unmapped, refused = (
        Unmapped(table.assign(reason=_hidden(table["reason"], key), original=_hidden(table["original"], key)))
        for table in (imported.unmapped, imported.refused)
    )
    return dataclasses.replace(
        imported, ledger=pseudonymise(imported.ledger, key), unmapped=unmapped, refused=refused,
        early={without_emails(id, key) for id in imported.early},
    )  # fmt: skip


def _hidden(texts: pd.Series, key: bytes) -> pd.Series:
    return texts.map(lambda text: without_emails(text, key)).astype("str")


def without_emails(text: str, key: bytes) -> str:
    """Return a text with pseudonyms in the place of e-mail addresses.

    >>> without_emails("from ann@example.com", b"k" * 32).startswith("from p_")
    True
    """
    return EMAIL.sub(lambda found: pseudonym(found[0], key), text) if "@" in text else text
