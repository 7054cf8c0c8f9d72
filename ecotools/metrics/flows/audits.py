"""What a look through the outbox finds: the same message twice, messages too late, and too many of them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count, whole_days
from ecotools.metrics.flows.event_arrays import FAR, as_days, dated
from ecotools.metrics.flows.messages import Messages, flows_named
from ecotools.metrics.flows.sending_rules import still


def duplicates(messages: pd.DataFrame, *, within: int | None = None, by: str = "step") -> pd.DataFrame:
    """Return the messages that a person had got before.

    Parameters
    ----------
    messages : DataFrame
        Messages as `run` or `send` return them.
    within : int, optional
        Days; a message so many days after the one before is still a duplicate. Default: ever.
    by : {"step", "subject"}
        What makes two messages the same: the step of a flow, or the subject in whatever flow. Messages
        without a subject are then no duplicates.

    Returns
    -------
    pandas.DataFrame
        The later message of each pair, in the columns of ``messages``, with ``before`` (day of the earlier
        one) and ``days_since``; sorted by day and person.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day, an unknown ``by``.

    Examples
    --------
    >>> messages = pd.DataFrame({"customer_id": [1, 1, 2], "flow": "hello", "step": "hi", "subject": "Hello",
    ...     "day": pd.to_datetime(["2025-03-01", "2025-03-04", "2025-03-04"])})
    >>> duplicates(messages)[["customer_id", "day", "days_since"]]
       customer_id        day  days_since
    0            1 2025-03-04           3
    """
    errors.one_of(by, ("step", "subject"), "by")
    most = FAR if within is None else whole_days(within, "within", at_least=0)
    read = Messages(messages, ("flow", "step", *(["subject"] if by == "subject" else [])))
    same = read.code("flow", "step") if by == "step" else read.code("subject")
    told = np.ones(len(same), bool) if by == "step" else read.words("subject") != ""
    order = read.sorted()
    order = order[np.lexsort((np.arange(len(order)), same[order], read.who[order]))]
    one, other = order[:-1], order[1:]
    since = read.day[other] - read.day[one]
    again = (read.who[one] == read.who[other]) & (same[one] == same[other]) & (since <= most) & told[other]
    found = messages.iloc[other[again]].assign(before=as_days(read.day[one[again]]), days_since=since[again])
    return _in_order(found, read, other[again])


def sent_after(
    messages: pd.DataFrame,
    events: pd.DataFrame,
    event: str | Sequence[str],
    *,
    product: str | None = None,
    back: str | Sequence[str] = (),
    flows: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Return the messages that came after a sale or a goodbye: on a later day than an event of that person.

    Parameters
    ----------
    messages : DataFrame
        Messages as `run` or `send` return them.
    events : DataFrame
        ``customer_id``, ``day``, ``event`` and, for ``product``, ``product``; see `trigger_events`.
    event : str or list of str
        "purchase" for a sale, ``["cancel", "refund"]`` for a goodbye.
    product : str, optional
        Only events of this product. Default: of any.
    back : str or list of str
        Events that undo it: after a later "join" a goodbye no longer counts.
    flows : list of str, optional
        Ids of the flows to look at. Default: all, but for entries that the event itself set off, on whose
        day they start: a delivery is meant to follow a sale, and a win-back a goodbye.

    Returns
    -------
    pandas.DataFrame
        The messages with ``event_day`` (the last event before the message) and ``days_since``; sorted by day
        and person.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day; an unknown flow, or an event or product that is not in the table, each
        with the nearest.

    Examples
    --------
    >>> messages = pd.DataFrame({"customer_id": [1, 1], "flow": "hello", "step": ["hi", "offer"],
    ...     "start": pd.Timestamp("2025-03-01"), "day": pd.to_datetime(["2025-03-01", "2025-03-06"])})
    >>> events = pd.DataFrame({"customer_id": [1], "day": pd.to_datetime(["2025-03-02"]),
    ...     "event": "purchase", "product": "bootcamp"})
    >>> sent_after(messages, events, "purchase", product="bootcamp")[["customer_id", "step", "days_since"]]
       customer_id   step  days_since
    0            1  offer           4
    """
    read = Messages(messages, ("flow", "step", *(["start"] if flows is None else [])))
    left = read.lookup(_chosen(events, event, product, "event"), "events")
    again = read.lookup(_chosen(events, back, None, "back"), "events")
    late = still(left, again, read.who, read.day)
    last = left.last(read.who, read.day - 1)
    if flows is None:
        late &= dated(messages, "messages", day="start").day != last
    else:
        late &= flows_named(flows, read.words("flow"), "flows")
    since = read.day[late] - last[late]
    found = messages.loc[late].assign(event_day=as_days(last[late]), days_since=since)
    return _in_order(found, read, np.flatnonzero(late))


def _chosen(events: pd.DataFrame, event, product: str | None, name: str) -> pd.DataFrame:
    """Return the rows of some events, of one product."""
    read = dated(events, "events", ("event", *([] if product is None else ["product"])))
    words = read.texts("event", "events")
    wanted = [event] if isinstance(event, str) else errors.several(event, name)
    for each in wanted if len(words) else ():
        errors.one_of(each, sorted({*words, "cancel", "refund", "purchase", "join", "renewal"}), name)
    mine = np.isin(words, wanted)
    if product is not None:
        products = read.texts("product", "events")
        if len(products):
            errors.one_of(product, sorted(set(products)), "product")
        mine &= products == product
    return events[mine]


def _in_order(found: pd.DataFrame, read: Messages, rows: np.ndarray) -> pd.DataFrame:
    order = np.lexsort((read.code("step")[rows], read.code("flow")[rows], read.who[rows], read.minute[rows]))
    return found.iloc[order].reset_index(drop=True)


def busiest(messages: pd.DataFrame, *, days: int = 7, top: int = 10) -> pd.DataFrame:
    """Return the people who got the most messages within so many days in a row, and when that was.

    Parameters
    ----------
    messages : DataFrame
        Messages as `run` or `send` return them.
    days : int, default 7
        How many days in a row.
    top : int, default 10
        How many people.

    Returns
    -------
    pandas.DataFrame
        One row per person: ``customer_id``, ``messages`` (in their worst so many days), ``first_day`` of
        these days and ``flows`` (how many flows wrote then); the most messages first.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day, ``days`` or ``top`` below 1.

    Examples
    --------
    >>> messages = pd.DataFrame({"customer_id": [1, 1, 1, 2], "flow": ["a", "b", "a", "a"], "step": "s",
    ...     "day": pd.to_datetime(["2025-03-01", "2025-03-07", "2025-03-08", "2025-03-01"])})
    >>> busiest(messages)
       customer_id  messages  first_day  flows
    0            1         2 2025-03-01      2
    1            2         1 2025-03-01      1
    """
    days, top = whole_days(days, "days"), count(top, "top", at_least=1)
    read = Messages(messages, ("flow",))
    order = np.lexsort((read.day, read.who))
    who, day, flow = read.who[order], read.day[order], read.code("flow")[order]
    key = who * FAR + day
    many = np.searchsorted(key, key + days, side="left") - np.arange(len(key))
    # The worst days of each person; of equal ones the first.
    worst = np.lexsort((day, -many, who))
    worst = worst[np.unique(who[worst], return_index=True)[1]]
    worst = worst[np.lexsort((who[worst], day[worst], -many[worst]))][:top]
    ids = pd.Series(read.people).infer_objects().to_numpy()
    return pd.DataFrame(
        {
            "customer_id": ids[who[worst]],
            "messages": many[worst],
            "first_day": as_days(day[worst]),
            "flows": [len(set(flow[at : at + n])) for at, n in zip(worst, many[worst], strict=True)],
        }
    )


def messages_per_week(messages: pd.DataFrame, *, most: int = 3) -> pd.DataFrame:
    """Return how many messages people get in a week, over all weeks in which a person got any.

    Parameters
    ----------
    messages : DataFrame
        Messages as `run` or `send` return them.
    most : int, default 3
        The most messages in a week that are thought fit.

    Returns
    -------
    pandas.DataFrame
        One row per number of messages, from 1 to the highest there is: ``messages``, ``weeks`` (of one
        person, Monday to Sunday), ``share`` of these weeks, ``people`` (who had such a week) and
        ``over`` (more than ``most``). ``attrs``: ``most``, ``people`` (all who got any), ``people_over``.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day, ``most`` below 1.

    Examples
    --------
    >>> messages = pd.DataFrame({"customer_id": [1, 1, 1, 2], "flow": "a", "step": "s",
    ...     "day": pd.to_datetime(["2025-03-03", "2025-03-09", "2025-03-10", "2025-03-10"])})
    >>> messages_per_week(messages, most=1)
       messages  weeks     share  people   over
    0         1      2  0.666667       2  False
    1         2      1  0.333333       1   True
    """
    most = count(most, "most", at_least=1)
    read = Messages(messages)
    week = (read.day + 3) // 7  # weeks begin on Monday; 1970-01-01 was a Thursday
    each, many = np.unique(read.who * FAR + week, return_counts=True)
    who = each // FAR
    number = np.arange(1, many.max() + 1) if len(many) else np.array([], dtype=np.int64)
    weeks = np.bincount(many, minlength=len(number) + 1)[1:]
    people = np.bincount(np.unique(np.column_stack([many, who]), axis=0)[:, 0], minlength=len(number) + 1)[1:]
    table = pd.DataFrame(
        {
            "messages": number,
            "weeks": weeks[: len(number)],
            "share": weeks[: len(number)] / max(len(many), 1),
            "people": people[: len(number)],
            "over": number > most,
        }
    )
    table.attrs |= {"most": most, "people": len(read.people), "people_over": len(set(who[many > most]))}
    return table
