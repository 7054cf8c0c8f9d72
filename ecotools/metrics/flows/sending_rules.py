"""The rules between a flow and a mailbox: quiet times, consent, goodbyes, and how often one may write."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import count
from ecotools.metrics.flows.event_arrays import FAR, Lookup, as_days
from ecotools.metrics.flows.messages import Messages, flows_named
from ecotools.metrics.flows.walks import MINUTES

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
OVER = ("drop", "postpone")
REASONS = {
    "no consent": "the person had not agreed by that day",
    "unsubscribed": "the person had unsubscribed on an earlier day, and not agreed again since",
    "goodbye": "the person had left on an earlier day, and not come back since",
    "cap": "the person had got as many messages as the cap allows",
}
"""Why a message is withheld, and what each reason means; the first that applies is told."""


def send(
    messages: pd.DataFrame,
    *,
    consent: pd.DataFrame | None = None,
    unsubscribes: pd.DataFrame | None = None,
    goodbyes: pd.DataFrame | None = None,
    returns: pd.DataFrame | None = None,
    except_flows: Sequence[str] = (),
    quiet_hours: tuple[float, float] | None = None,
    quiet_days: Sequence[str] = (),
    cap: tuple[int, int] | None = None,
    over_cap: str = "drop",
    always: Sequence[str] = ("deliver",),
    withheld: bool = False,
) -> pd.DataFrame:
    """Return the messages that are really sent when rules stand between the flows and the people.

    Parameters
    ----------
    messages : DataFrame
        Messages as `run` returns them: ``customer_id``, ``day``, ``hour``, ``flow``, ``step``, ``action``.
    consent : DataFrame, optional
        ``customer_id`` and ``day`` on which people agreed to be written to. Nobody else gets a message.
        Default: everybody agreed.
    unsubscribes : DataFrame, optional
        ``customer_id`` and ``day``. From the next day on nothing is sent, until they agree again.
    goodbyes, returns : DataFrame, optional
        ``customer_id`` and ``day`` on which people left (cancelled, got a refund), and on which they came
        back. From the day after a goodbye nothing is sent until the day of a later return.
    except_flows : list of str
        Flows that may write after a goodbye, such as a win-back.
    quiet_hours : (float, float), optional
        From and to which hour nothing is sent: ``(21, 8)`` is the night. Messages wait for its end.
    quiet_days : list of str
        Days of the week without messages: ``["Sat", "Sun"]``. Messages wait for the next other day.
    cap : (int, int), optional
        How many messages a person gets at most within so many days: ``(3, 7)``.
    over_cap : {"drop", "postpone"}
        Whether a message over the cap is not sent, or sent as soon as the cap allows, in the same order.
    always : list of str, default ["deliver"]
        Actions that are sent at once whatever the rules say, since people wait for them. They do not count
        for the cap.
    withheld : bool, default False
        Return the messages that are not sent too, with the reason in the column ``withheld`` ("" when sent).

    Returns
    -------
    pandas.DataFrame
        The columns of ``messages`` with the ``day`` and ``hour`` of sending, sorted by them and by person.
        ``attrs["withheld"]`` counts the messages that are not sent by reason (see `REASONS`).

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day, unknown days of the week or flows, a cap below 1, seven quiet days.

    Notes
    -----
    A day is the finest that consent and goodbyes know: what comes on the same day is sent, since nobody knows
    which came first. Within any so many days in a row there are never more messages than the cap, the ones
    of ``always`` aside. The rules are those of a good sender rather than of one law: the CAN-SPAM Act, for
    one, gives ten business days to honour an unsubscribe.

    Examples
    --------
    >>> messages = pd.DataFrame({"customer_id": 1, "day": pd.to_datetime(["2025-03-07", "2025-03-08",
    ...     "2025-03-10"]), "hour": 9.0, "flow": "hello", "step": ["a", "b", "c"], "action": "message"})
    >>> send(messages, quiet_days=["Sat", "Sun"])[["day", "step"]]
             day step
    0 2025-03-07    a
    1 2025-03-10    b
    2 2025-03-10    c
    >>> send(messages, cap=(2, 7)).attrs["withheld"]
    {'cap': 1}

    References
    ----------
    Federal Trade Commission, "CAN-SPAM Act: A Compliance Guide for Business"; Directive 2002/58/EC,
    article 13 (consent before marketing by email).
    """
    quiet = Quiet(quiet_hours, quiet_days)
    most = None if cap is None else _cap(cap)
    errors.one_of(over_cap, OVER, "over_cap")
    read = Messages(messages, ("flow", "step", "action"))
    exempt = np.isin(read.words("action"), [always] if isinstance(always, str) else list(always))
    minute = np.where(exempt, read.minute, quiet.after(read.minute))
    allowed = _Allowed(read, consent, unsubscribes, goodbyes, returns, except_flows)
    reason = np.where(exempt, "", allowed.why_not(minute // MINUTES)).astype(object)
    if most is not None:
        order = _by_person_and_time(read, minute)
        counted = order[(reason[order] == "") & ~exempt[order]]
        minute[counted], kept = _capped(read.who[counted], minute[counted], *most, over_cap, quiet)
        reason[counted[~kept]] = "cap"
        reason = np.where((reason == "") & ~exempt, allowed.why_not(minute // MINUTES), reason).astype(object)
    return _result(read, minute, reason, withheld)


def _by_person_and_time(read: Messages, minute: np.ndarray) -> np.ndarray:
    ties = [read.code(name) for name in ("step", "flow")]
    return np.lexsort((*ties, read.minute, minute, read.who))


def _result(read: Messages, minute: np.ndarray, reason: np.ndarray, withheld: bool) -> pd.DataFrame:
    table = read.table.assign(day=as_days(minute // MINUTES), hour=minute % MINUTES / 60, withheld=reason)
    order = np.lexsort((read.code("step"), read.code("flow"), read.who, minute))
    order = order if withheld else order[reason[order] == ""]
    table = table.iloc[order].reset_index(drop=True)
    table = table if withheld else table.drop(columns="withheld")
    told = {one: int((reason == one).sum()) for one in REASONS}
    table.attrs = {**read.table.attrs, "withheld": {one: many for one, many in told.items() if many}}
    return table


class Quiet:
    """Hours and days without messages.

    >>> night = Quiet((21, 8), [])
    >>> [int(minute) // 60 for minute in night.after(np.array([20 * 60, 22 * 60, 24 * 60]))]
    [20, 32, 32]
    """

    def __init__(self, hours: tuple[float, float] | None, days: Sequence[str]):
        days = [days] if isinstance(days, str) else list(days)
        found = {WEEKDAYS.index(errors.one_of(day, WEEKDAYS, "quiet_days")) for day in days}
        if len(found) == 7:
            raise ValueError(
                "quiet_days names all seven days of the week, so that nothing could ever be sent"
            )
        # 1970-01-01 was a Thursday. How many days a message waits that is due on each day of the week:
        self.wait = np.array([next(n for n in range(7) if (day + n) % 7 not in found) for day in range(7)])
        self.hours = None if hours is None else _hours(hours)

    def after(self, minute: np.ndarray) -> np.ndarray:
        """Return the first minute from each on at which a message may be sent."""
        minute = minute.copy()
        if self.hours is not None:
            begin, long = self.hours
            into = (minute - begin) % MINUTES
            minute = np.where(into < long, minute - into + long, minute)
        return minute + self.wait[(minute // MINUTES + 3) % 7] * MINUTES


def _hours(hours: tuple[float, float]) -> tuple[int, int]:
    """Return when the quiet hours begin and how long they are, in minutes."""
    if isinstance(hours, (str, bytes)) or not isinstance(hours, Sequence) or len(hours) != 2:
        raise ValueError(f"quiet_hours must be two hours such as (21, 8), not {hours!r}")
    begin, end = (errors.finite(each, "quiet_hours") for each in hours)
    if not (0 <= begin < 24 and 0 <= end <= 24) or begin == end:
        raise ValueError(
            f"quiet_hours must be two different hours between 0 and 24, such as (21, 8), not {hours!r}"
        )
    return round(begin * 60), round((end - begin) % 24 * 60)


def _cap(cap: tuple[int, int]) -> tuple[int, int]:
    if isinstance(cap, (str, bytes)) or not isinstance(cap, Sequence) or len(cap) != 2:
        raise ValueError(f"cap must say how many messages in how many days, such as (3, 7), not {cap!r}")
    return count(cap[0], "cap[0]", at_least=1), count(cap[1], "cap[1]", at_least=1)


class _Allowed:
    """Who may be written to on which day."""

    def __init__(self, read: Messages, consent, unsubscribes, goodbyes, returns, except_flows):
        self.read = read
        tables = {"consent": consent, "unsubscribes": unsubscribes, "goodbyes": goodbyes, "returns": returns}
        self.consent, self.out, self.left, self.back = (
            None if table is None else read.lookup(table, name) for name, table in tables.items()
        )
        self.open = flows_named(except_flows, read.words("flow"), "except_flows")

    def why_not(self, day: np.ndarray) -> np.ndarray:
        """Return for each message, if sent on a day, why that is not allowed, or ""."""
        who, reason = self.read.who, np.full(len(day), "", dtype=object)
        if self.left is not None:
            reason[still(self.left, self.back, who, day) & ~self.open] = "goodbye"
        if self.out is not None:
            reason[still(self.out, self.consent, who, day)] = "unsubscribed"
        if self.consent is not None:
            reason[self.consent.last(who, day) == -FAR] = "no consent"
        return reason


def still(left: Lookup, back: Lookup | None, who: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return whether a person had left on an earlier day, and by that day not come back since.

    >>> still(Lookup(np.array([0]), np.array([5])), None, np.array([0, 0]), np.array([5, 6]))
    array([False,  True])
    """
    gone = left.last(who, day - 1)
    again = np.full(len(who), -FAR) if back is None else back.last(who, day)
    return (gone > -FAR) & (again <= gone)


def _capped(who, minute, most: int, days: int, over: str, quiet: Quiet) -> tuple[np.ndarray, np.ndarray]:
    """Return when messages are sent under a cap and which are; rows are sorted by person and time.

    The first message of everybody is decided, then the second, and so on: what counts is the day of the last
    but ``most`` that a person was sent.
    """
    first = np.searchsorted(who, who, side="left")
    place = np.unique(who, return_inverse=True)[1]
    kept, minute = np.ones(len(who), dtype=bool), minute.copy()
    sent = np.full((place.max() + 1 if len(place) else 0, most), -FAR)
    number, last = np.zeros(len(sent), dtype=np.int64), np.full(len(sent), -FAR * MINUTES)
    rank = np.arange(len(who)) - first
    turns = np.split(np.argsort(rank, kind="stable"), np.cumsum(np.bincount(rank))[:-1]) if len(who) else []
    for each in turns:
        one = place[each]
        free = sent[one, number[one] % most] + days
        if over == "postpone":
            due = np.maximum(minute[each], last[one])
            late = due // MINUTES < free
            minute[each] = quiet.after(np.where(late, free * MINUTES + due % MINUTES, due))
        else:
            kept[each] = minute[each] // MINUTES >= free
        done, its = each[kept[each]], one[kept[each]]
        sent[its, number[its] % most] = minute[done] // MINUTES
        number[its] += 1
        last[its] = minute[done]
    return minute, kept
