"""The table of the audited claims, and what one of them says when it is recomputed."""

from functools import cache
from importlib.resources import files

import pandas as pd

from ecotools import errors

from .arithmetic import evaluate
from .display import Quote, Recomputed

# What a verdict means; the words are the ones in the table.
VERDICTS = {
    "consistent": "the figures agree, at the rounding in which they are printed",
    "inconsistent": "figures that describe one thing do not agree, or not with what is said of them",
    "missing assumption": "whether they agree hangs on something that the document does not say",
    "not derivable": "the document gives nothing from which the figure could be recomputed",
}


def claims(verdict: str | None = None, seed: str | None = None) -> pd.DataFrame:
    """Return the audited claims, one row each, in the order of the guides.

    Two ranges for one thing count as agreeing when one of them lies within the other. Ranges that merely
    overlap leave some businesses out on either side, and the note says where both hold.

    Parameters
    ----------
    verdict : {"consistent", "inconsistent", "missing assumption", "not derivable"}, optional
        Only the claims with this verdict; `VERDICTS` says what each means.
    seed : {"000", "001", "002", "003", "004"}, optional
        Only the claims of the document with these digits; `ecotools.sources` has their names.

    Returns
    -------
    DataFrame
        All columns are text, empty where there is nothing to say: ``claim_id``; ``seed`` (the three digits
        of the document); ``lines`` of it (``001:96`` is a line of another one); ``section``; ``quoted``, the
        figure and what it is said of; ``expression`` that recomputes it (`evaluate` knows its language);
        ``recomputed``, its value; ``check``, a comparison that is true when the figures agree;
        ``verdict``; ``note``.

    Raises
    ------
    ValueError
        When there is no such verdict or seed; the message offers the nearest.

    Examples
    --------
    >>> len(claims())
    137
    >>> claims(verdict="inconsistent", seed="003")["claim_id"].tolist()
    ['E08', 'E09']
    """
    table = _table()
    if verdict is not None:
        table = table[table["verdict"] == errors.one_of(verdict, VERDICTS, "verdict")]
    if seed is not None:
        table = table[table["seed"] == errors.one_of(seed, sorted(set(_table()["seed"])), "seed")]
    return table.reset_index(drop=True)


def quote(claim_id: str) -> Quote:
    """Return what a document says and where, without the audit.

    Parameters
    ----------
    claim_id : str
        Such as ``"B40"``.

    Raises
    ------
    ValueError
        When there is no such claim; the message offers the nearest.

    Examples
    --------
    >>> quote("B63")
    The information-product guide says (FAQ):
      500 subscribers at 3% = 15 sales ($14,955 at $997)
    """
    row = _row(claim_id)
    return Quote(row["claim_id"], row["seed"], row["lines"], row["section"], row["quoted"])


def recompute(claim_id: str) -> Recomputed:
    """Return a claim beside what comes out when its expression is computed, with verdict and note.

    Parameters
    ----------
    claim_id : str
        Such as ``"B04"``.

    Returns
    -------
    Recomputed
        Its ``value`` is a number or a tuple of numbers; None where nothing can be computed, and ``reason``
        says so. Its ``agrees`` says whether the figures agree; None where arithmetic cannot tell.

    Raises
    ------
    ValueError
        When there is no such claim; the message offers the nearest.

    Examples
    --------
    >>> recompute("B35").value
    (446.55, 8037.9, 435.67, 17.56)
    >>> recompute("B01").value is None, recompute("B01").reason
    (True, 'nothing to compute: the document gives nothing from which the figure could be recomputed')
    >>> recompute("B4")
    Traceback (most recent call last):
    ValueError: there is no claim 'B4'; the ids are A01 to A20, B01 to B71, D01 to D24, E01 to E11, F01 to
    F11. Did you mean 'B04'?
    """
    row = _row(claim_id)
    value = evaluate(row["expression"]) if row["expression"] else None
    return Recomputed(
        claim_id=row["claim_id"],
        seed=row["seed"],
        lines=row["lines"],
        section=row["section"],
        quoted=row["quoted"],
        expression=row["expression"],
        value=value,
        agrees=evaluate(row["check"]) if row["check"] else None,
        verdict=row["verdict"],
        note=row["note"],
        reason="" if row["expression"] else f"nothing to compute: {VERDICTS[row['verdict']]}",
    )


@cache
def _table() -> pd.DataFrame:
    # Not by ecotools.data, which brings the blueprint's models along that no claim needs.
    source = files("ecotools") / "data" / "claims.csv"
    with source.open(encoding="utf-8") as lines:
        return pd.read_csv(lines, dtype=str, keep_default_na=False)


def _row(claim_id: str) -> pd.Series:
    table = _table()
    if not isinstance(claim_id, str):
        raise TypeError(f"a claim is asked for by its id, such as 'B04', not by {claim_id!r}")
    found = table[table["claim_id"] == claim_id]
    if found.empty:
        raise ValueError(
            f"there is no claim {claim_id!r}; the ids are {_ids(table)}.{_hint(claim_id, table)}"
        )
    return found.iloc[0]


def _ids(table: pd.DataFrame) -> str:
    by_letter = table.groupby(table["claim_id"].str[0])["claim_id"]
    return ", ".join(f"{group.iloc[0]} to {group.iloc[-1]}" for _, group in by_letter)


def _hint(claim_id: str, table: pd.DataFrame) -> str:
    """Return a question with the id that is meant: in small letters, without its zero, or mistyped."""
    known = list(table["claim_id"])
    tidy = claim_id.strip().upper()
    padded = f"{tidy[:1]}{tidy[1:].zfill(2)}"
    close = padded if padded in known else errors.nearest(padded, known)
    return f" Did you mean {close!r}?" if close else ""
