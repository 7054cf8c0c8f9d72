"""What a feature that a lot gave to some people did to each stage of their journey."""

from collections.abc import Iterable

import pandas as pd

from ecotools import errors
from ecotools.ledger import STAGES, Ledger
from ecotools.metrics.counts import count
from ecotools.metrics.experiments import compare_shares

BASES = {
    "met": "those who met the feature or were kept from it",
    "before": "those of them who reached the stage before in the list",
}
"""What the share at a stage is a share of."""


def feature_effects(
    ledger: Ledger,
    feature: str | None = None,
    *,
    stages: Iterable[str] = ("purchase", "activation"),
    window: int = 30,
    base: str = "met",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return for each stage the share who got there with a feature, and without it.

    Only the base ``"met"`` compares people whom a lot made alike. By ``"before"`` the second stage compares
    buyers with buyers, of whom the feature has chosen some: it tells where people are lost, not why.

    Parameters
    ----------
    ledger : Ledger
        With its tables ``exposures`` and ``touches``.
    feature : str, optional
        Which one; may be left out where there is one only.
    stages : list of str, default purchase and activation
        Stages of the journey, in order.
    window : int, default 30
        Days from the exposure within which a stage counts; who met the feature later than so many days before
        the end of the ledger is left out.
    base : {"met", "before"}
        See `BASES`.
    level : float, default 0.95
        Confidence level of the intervals, a fraction.

    Returns
    -------
    DataFrame
        One row per stage: ``stage``, ``without`` and ``with`` (people in the base), ``share_without`` and
        ``share_with`` (of them who got there), ``difference`` with its Newcombe interval ``low`` and
        ``high``, all NaN where nobody is in the base. ``attrs["left_out"]``: people observed too briefly.

    Raises
    ------
    TypeError, ValueError
        No ledger or one without exposures, several features and none named, an unknown stage or base.

    Examples
    --------
    >>> days = pd.to_datetime(["2025-01-01"] * 4)
    >>> met = pd.DataFrame({"customer_id": [1, 2, 3, 4], "day": days, "feature": "hints",
    ...     "variant": ["with", "with", "without", "without"]})
    >>> bought = pd.DataFrame({"customer_id": [1, 2, 3], "day": pd.to_datetime(["2025-01-09"] * 3),
    ...     "stage": "purchase", "channel": "", "asset": ""})
    >>> shop = Ledger(touches=bought, exposures=met, start="2025-01", end="2025-03")
    >>> feature_effects(shop, stages=["purchase"])[["share_without", "share_with"]].values.tolist()
    [[0.5, 1.0]]

    References
    ----------
    R. G. Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics
    in Medicine 17, 873-890.
    """
    if not isinstance(ledger, Ledger):
        raise TypeError(f"ledger must be a Ledger, such as simulate(…) gives, not {type(ledger).__name__}")
    errors.one_of(base, BASES, "base")
    listed = [
        errors.one_of(one, STAGES, "stages") for one in ([stages] if isinstance(stages, str) else stages)
    ]
    days = pd.Timedelta(days=count(window, "window", 1))
    met = _met(ledger, feature)
    ripe = met["day"] + days < ledger.end
    people = met[ripe].set_index("customer_id")
    there = {one: pd.Series(True, index=part.index) for one, part in people.groupby("variant")}
    nobody = pd.Series(dtype=bool)
    rows = []
    for stage in listed:
        reached = _reached(ledger.touches, stage, people["day"], days)
        sides = []
        for variant in ("without", "with"):
            mine = there.get(variant, nobody)
            whole = mine.index if base == "met" else mine.index[mine]
            got = pd.Series(mine.index.isin(reached), index=mine.index)
            there[variant] = got if base == "met" else got & mine
            sides += [int(whole.isin(reached).sum()), len(whole)]
        found = compare_shares(*sides, level=level)
        shares = found[["share_a", "share_b", "difference", "low", "high"]]
        rows.append((stage, sides[1], sides[3], *shares))
    names = ["stage", "without", "with", "share_without", "share_with", "difference", "low", "high"]
    table = pd.DataFrame(rows, columns=names).astype(dict.fromkeys(names[3:], float))
    table.attrs |= {"left_out": int((~ripe).sum()), "definition": {"base": BASES[base], "window": window}}
    return table


def _met(ledger: Ledger, feature: str | None) -> pd.DataFrame:
    met = ledger.exposures.assign(
        feature=ledger.exposures["feature"].astype(str), variant=ledger.exposures["variant"].astype(str)
    )
    if not len(met):
        raise ValueError("ledger has no exposures: nobody met a feature, or nobody wrote it down")
    known = sorted(met["feature"].unique())
    if feature is None and len(known) > 1:
        raise ValueError(f"feature must be named: the ledger has {', '.join(known)}")
    return met[met["feature"] == (known[0] if feature is None else errors.one_of(feature, known, "feature"))]


def _reached(touches: pd.DataFrame, stage: str, began: pd.Series, days: pd.Timedelta) -> pd.Index:
    """Return who got to a stage in time."""
    mine = touches[(touches["stage"].astype(str) == stage) & touches["customer_id"].isin(began.index)]
    waited = mine["day"].to_numpy() - began.loc[mine["customer_id"]].to_numpy()
    return pd.Index(mine.loc[(waited >= pd.Timedelta(0)) & (waited <= days), "customer_id"].unique())
