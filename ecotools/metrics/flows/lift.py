"""What a flow brings: people who got it by lot against people who did not."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics import columns
from ecotools.metrics.counts import inside, whole_days
from ecotools.metrics.experiments import compare_shares
from ecotools.metrics.flows.event_arrays import FAR, Dated, Lookup, dated, people_of, placed
from ecotools.metrics.periods import until_day
from ecotools.observation import span_of

HOLDOUT = "holdout"


def hold_out(entries: pd.DataFrame, share: float = 0.1, *, seed: int) -> pd.DataFrame:
    """Return the table with a column ``group``: by lot, some people are held out and get nothing.

    Parameters
    ----------
    entries : DataFrame
        ``customer_id``, with one or more rows per person, such as the events that set a flow off. All rows
        of a person are in one group.
    share : float, default 0.1
        Share of the people held out, a fraction between 0 and 1.
    seed : int
        Of the lot.

    Returns
    -------
    pandas.DataFrame
        The same rows with ``group``: "flow" or "holdout". Run the flow on the rows of "flow" only.

    Raises
    ------
    TypeError, ValueError
        A missing column or id, a share that is not between 0 and 1.

    Examples
    --------
    >>> people = pd.DataFrame({"customer_id": range(10)})
    >>> hold_out(people, 0.2, seed=1)["group"].value_counts().to_dict()
    {'flow': 8, 'holdout': 2}
    """
    share = inside(share, "share", 0.1)
    errors.columns(entries, ["customer_id"], "entries")
    who = columns.ids(entries, "customer_id", "entries").astype(object).to_numpy()
    people, (code,) = people_of(who)
    lot = errors.generator(seed).permutation(len(people))
    return entries.assign(group=np.where(lot[code] < round(share * len(people)), HOLDOUT, "flow"))


def lift(
    entries: pd.DataFrame,
    outcomes: pd.DataFrame,
    *,
    within: int,
    holdout: str = HOLDOUT,
    level: float = 0.95,
    until=None,
) -> pd.DataFrame:
    """Return how much more often people do something when they get a flow than when they are held out.

    Sales of people who got a flow are no proof of it: some would have bought anyway, and the people held out
    tell how many. Everybody counts in the group the lot gave them, whether or not they opened anything.

    Parameters
    ----------
    entries : DataFrame
        One row per person: ``customer_id``, ``day`` (when the flow started, or would have) and ``group``,
        drawn by lot; see `hold_out`. With a column ``flow``, each flow is compared on its own. A person's
        first row in a flow counts.
    outcomes : DataFrame
        ``customer_id`` and ``day`` of what the flow is for: purchases, or for a win-back the subscriptions
        that begin again. With a column ``flow`` in both tables, an outcome counts for its own flow only.
    within : int
        Days from the start in which an outcome counts; that on the day of the start does too.
    holdout : str, default "holdout"
        The group that got nothing.
    level : float, default 0.95
        Confidence level of the intervals, a fraction.
    until : day or month, optional
        First day *not* observed; a month is meant whole. Default: the end of what the tables of a ledger
        observed, else the day after the last row of either.

    Returns
    -------
    pandas.DataFrame
        One row per flow and group: ``flow`` (if given), ``group``, ``people``, ``held_out``, ``share`` and
        ``share_holdout`` (fractions that did it), ``difference`` with ``low`` and ``high``, ``lift``
        with ``lift_low`` and ``lift_high``, ``p_value``, ``credited`` (people of the group who did it: what a
        report of sales shows) and ``extra`` = difference x people (what the flow brought). Only people
        observed for ``within`` days count. ``attrs``: ``definition``, ``too_young`` (people left out),
        ``reason`` (what cannot be computed, and why).

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day, a person in two groups of one flow, nobody held out.

    Examples
    --------
    >>> entries = pd.DataFrame({"customer_id": range(400), "day": pd.Timestamp("2025-03-01"),
    ...     "group": ["flow"] * 200 + ["holdout"] * 200})
    >>> bought = pd.DataFrame({"customer_id": [*range(40), *range(200, 230)],
    ...     "day": pd.Timestamp("2025-03-10")})
    >>> found = lift(entries, bought, within=30, until="2025-06")
    >>> found[["share", "share_holdout", "difference", "low", "high", "credited", "extra"]].round(3)
       share  share_holdout  difference    low   high  credited  extra
    0    0.2           0.15        0.05 -0.025  0.124        40   10.0

    References
    ----------
    R. A. Lewis and J. M. Rao (2015), "The Unfavorable Economics of Measuring the Returns to Advertising",
    Quarterly Journal of Economics 130, 1941-1973; for the intervals see `experiments.compare_shares`.
    """
    within, level = whole_days(within, "within", at_least=0), inside(level, "level", 0.95)
    several = isinstance(entries, pd.DataFrame) and "flow" in entries.columns
    read = dated(entries, "entries", ("group",))
    group = read.texts("group", "entries")
    flow = read.texts("flow", "entries") if several else np.full(len(group), "", dtype=object)
    seen = dated(outcomes, "outcomes")
    people, (who,) = people_of(read.who)
    table = pd.DataFrame({"flow": flow, "who": who, "day": read.day, "group": group})
    table = table.sort_values(["flow", "who", "day", "group"], kind="stable")
    _one_group(table, people)
    table = table.drop_duplicates(["flow", "who"])
    old = table["day"].to_numpy() + within < end_of(until, entries, outcomes, read.day, seen.day)
    mine, theirs = _whose(table, seen, people, several and "flow" in outcomes.columns)
    since, events = table["day"].to_numpy(), Lookup(theirs, seen.day)
    table["did"] = events.times(mine, since + within, since) > 0
    rows, reasons = [], []
    for name, part in table[old].groupby("flow", sort=True):
        rows += _compared(name, part, holdout, level, reasons)
    columns_ = ["flow", *_COLUMNS] if several else _COLUMNS
    found = pd.DataFrame(rows, columns=["flow", *_COLUMNS])[columns_]
    found.attrs["definition"] = {
        "share": f"people of a group who did it within {within} days / all of them, opened or not",
        "level": level,
    }
    found.attrs |= {"too_young": int((~old).sum()), "reason": "; ".join(reasons)}
    return found


_COLUMNS = [
    *("group", "people", "held_out", "share", "share_holdout", "difference", "low", "high"),
    *("lift", "lift_low", "lift_high", "p_value", "credited", "extra"),
]


def _one_group(table: pd.DataFrame, people: pd.Index) -> None:
    """Refuse somebody in two groups of one flow; rows are sorted by flow and person."""
    same = (table[["flow", "who"]].shift() == table[["flow", "who"]]).all(axis=1)
    mixed = same & (table["group"] != table["group"].shift())
    if mixed.any():
        raise ValueError(
            f"entries.group has two groups of customer_id {people[table.loc[mixed, 'who'].iloc[0]]!r}: "
            "the lot must give each person one, see hold_out"
        )


def _whose(table: pd.DataFrame, seen: Dated, people: pd.Index, by_flow: bool) -> tuple[np.ndarray, ...]:
    """Return one number per person, or per person and flow, of each entry and outcome; -1 for others."""
    who, place = table["who"].to_numpy(), placed(seen.who, people)
    if not by_flow:
        return who, place
    flows = pd.Index(sorted(set(table["flow"])), dtype=object)
    mine, of = flows.get_indexer(table["flow"]), flows.get_indexer(seen.texts("flow", "outcomes"))
    return who * len(flows) + mine, np.where((place >= 0) & (of >= 0), place * len(flows) + of, -1)


def end_of(until, entries: pd.DataFrame, outcomes: pd.DataFrame, *days: np.ndarray) -> int:
    """Return the first day not observed, as days since 1970.

    >>> end_of("2025-03-01", pd.DataFrame(), pd.DataFrame())
    20148
    """
    spans = [span for span in (span_of(entries), span_of(outcomes)) if span is not None]
    if until is not None:
        return (until_day(until, spans[0] if spans else None) - pd.Timestamp(0)).days
    if spans:
        return (min(span.end for span in spans) - pd.Timestamp(0)).days
    return max((int(each.max()) + 1 for each in days if len(each)), default=-FAR)


def _compared(name: str, part: pd.DataFrame, holdout: str, level: float, reasons: list[str]) -> list[list]:
    """Return a row for each group of a flow, compared with those held out."""
    counts = part.groupby("group")["did"].agg(["sum", "size"])
    if holdout not in counts.index:
        errors.one_of(holdout, [str(each) for each in counts.index], "holdout")
    a, n_a = (int(each) for each in counts.loc[holdout])
    rows = []
    for group in counts.index.drop(holdout):
        b, n_b = (int(each) for each in counts.loc[group])
        found = compare_shares(a, n_a, b, n_b, level=level)
        if found.attrs["reason"]:
            reasons.append(f"{' of '.join(filter(None, (group, name)))}: {found.attrs['reason']}")
        shares = [found[one] for one in ("share_b", "share_a", "difference", "low", "high")]
        rest = [found[one] for one in ("lift", "lift_low", "lift_high", "p_value")]
        rows.append([name, group, n_b, n_a, *shares, *rest, b, found["difference"] * n_b])
    return rows
