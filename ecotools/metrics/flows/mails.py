"""Five mails or seven: what each further message of a flow sells, and whom it drives away."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import inside, whole_days
from ecotools.metrics.flows.event_arrays import FAR, Lookup, dated
from ecotools.metrics.flows.messages import Messages
from ecotools.metrics.intervals import share_ends


def per_mail(
    messages: pd.DataFrame,
    bought: pd.DataFrame,
    unsubscribed: pd.DataFrame,
    *,
    within: int = 7,
    margin: float = 0.0,
    loss: float = 0.0,
    level: float = 0.95,
) -> pd.DataFrame:
    """Return for each message of a flow what it sold at the margin, and how many people it drove away.

    Parameters
    ----------
    messages : DataFrame
        Messages as `run` or `send` return them, with ``flow``, ``step`` and ``start``.
    bought, unsubscribed : DataFrame
        ``customer_id`` and ``day`` of purchases, and of unsubscribes. The first of a person after the start
        of the flow counts, once.
    within : int, default 7
        Days after a message in which a purchase or an unsubscribe is credited to it, at the latest until the
        next message of the flow; the day of sending counts.
    margin : float, default 0.0
        Money that a sale brings.
    loss : float, default 0.0
        Money that a person who unsubscribes would still have brought.
    level : float, default 0.95
        Confidence level of the intervals, a fraction.

    Returns
    -------
    pandas.DataFrame
        One row per flow and step, in the order in which they are sent: ``flow``, ``step``, ``mail`` (1 is
        the first of the flow), ``sent``, ``sales``, ``sales_rate`` with ``low`` and ``high`` (Wilson),
        ``unsubscribes``, ``unsubscribe_rate``, ``total_sales`` (up to this mail) and ``worth`` = margin x
        sales - loss x unsubscribes (money). ``attrs["definition"]``.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day; a margin or loss below 0.

    Notes
    -----
    A sale goes to the last message before it. Some of these people would have bought without a further mail,
    so the sales of a mail are at most what it brings. Whether seven mails beat five is told by a lot: give
    both to groups and compare them with `lift`.

    Examples
    --------
    >>> messages = pd.DataFrame({"customer_id": [1, 2, 1, 2], "flow": "hello", "step": ["a", "a", "b", "b"],
    ...     "start": pd.Timestamp("2025-03-01"),
    ...     "day": pd.to_datetime(["2025-03-01", "2025-03-01", "2025-03-04", "2025-03-04"])})
    >>> bought = pd.DataFrame({"customer_id": [1], "day": pd.to_datetime(["2025-03-02"])})
    >>> gone = pd.DataFrame({"customer_id": [2], "day": pd.to_datetime(["2025-03-05"])})
    >>> found = per_mail(messages, bought, gone, margin=40, loss=3)
    >>> found[["step", "mail", "sent", "sales", "unsubscribes", "worth"]]
      step  mail  sent  sales  unsubscribes  worth
    0    a     1     2      1             0   40.0
    1    b     2     2      0             1   -3.0
    """
    within, level = whole_days(within, "within", at_least=0), inside(level, "level", 0.95)
    margin, loss = errors.not_negative(margin, "margin"), errors.not_negative(loss, "loss")
    read = Messages(messages, ("flow", "step", "start"))
    sold, gone = read.lookup(bought, "bought"), read.lookup(unsubscribed, "unsubscribed")
    sent = _sent(read, messages)
    for name, seen in (("sales", sold), ("unsubscribes", gone)):
        sent[name] = _credited(sent, seen, within)
    place = sent.groupby("key", sort=False)["age"].mean()
    totals = sent.groupby(["flow", "step", "key"], sort=True)[["sales", "unsubscribes"]].sum()
    totals["sent"] = sent.groupby(["flow", "step", "key"], sort=True).size()
    table = totals.reset_index().assign(age=lambda found: found["key"].map(place))
    table = table.sort_values(["flow", "age", "step"], kind="stable", ignore_index=True)
    table["mail"] = table.groupby("flow").cumcount() + 1
    table["total_sales"] = table.groupby("flow")["sales"].cumsum()
    table["sales_rate"] = table["sales"] / table["sent"]
    table["unsubscribe_rate"] = table["unsubscribes"] / table["sent"]
    ends = [share_ends(int(k), int(n), level) for k, n in zip(table["sales"], table["sent"], strict=True)]
    table["low"], table["high"] = ([end[side] for end in ends] for side in (0, 1))
    table["worth"] = margin * table["sales"] - loss * table["unsubscribes"]
    table = table[_COLUMNS]
    table.attrs["definition"] = {
        "sales": f"first purchases after the start, credited to the last message, within {within} days of it",
        "unsubscribes": f"first unsubscribes after the start, credited in the same way, within {within} days",
        "level": level,
    }
    return table


_COLUMNS = [
    *("flow", "step", "mail", "sent", "sales", "sales_rate", "low", "high"),
    *("unsubscribes", "unsubscribe_rate", "total_sales", "worth"),
]


def _sent(read: Messages, messages: pd.DataFrame) -> pd.DataFrame:
    """Return the messages by person and way through a flow, each with the day of the one that follows."""
    start = dated(messages, "messages", day="start").day
    table = pd.DataFrame(
        {
            "who": read.who,
            "start": start,
            "flow": read.words("flow"),
            "step": read.words("step"),
            "key": read.code("flow", "step"),
            "minute": read.minute,
            "day": read.day,
        }
    )
    table = table.sort_values(["flow", "who", "start", "minute", "step"], kind="stable", ignore_index=True)
    same = table.groupby(["flow", "who", "start"], sort=False)
    table["next"] = same["day"].shift(-1).fillna(FAR).astype(np.int64)
    return table.assign(age=table["minute"] - table["start"] * 24 * 60)


def _credited(sent: pd.DataFrame, seen: Lookup, within: int) -> np.ndarray:
    """Return which messages the first event after the start goes to."""
    who, day = sent["who"].to_numpy(), sent["day"].to_numpy()
    first = seen.next(who, sent["start"].to_numpy())
    # Of two messages on the day of the event the later one is the last before it.
    mine = (first >= day) & (first < sent["next"].to_numpy()) & (first - day <= within)
    once = pd.DataFrame({"who": who, "flow": sent["flow"], "first": first})[mine].duplicated()
    mine[np.flatnonzero(mine)[once.to_numpy(dtype=bool)]] = False
    return mine
