"""Conditions of flows: the words of a blueprint, and what in the events of people they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.counts import whole_days
from ecotools.metrics.flows.event_arrays import FAR, Dated, Lookup, dated, people_of, placed


class Condition:
    """A yes or no about people on days; `~`, `&` and `|` make new ones out of it.

    Called with a table of moments (``customer_id``, ``day``, and ``start``, when the person entered the
    flow) it returns an array of booleans.
    """

    def __init__(self, holds: Callable[[pd.DataFrame], np.ndarray], words: str):
        self._holds, self._words = holds, words

    def __call__(self, moments: pd.DataFrame) -> np.ndarray:
        return self._holds(moments)

    def __invert__(self) -> Condition:
        return Condition(lambda moments: ~self(moments), f"~{self._words}")

    def __and__(self, other: Condition) -> Condition:
        return Condition(lambda moments: self(moments) & other(moments), f"({self._words} & {other._words})")

    def __or__(self, other: Condition) -> Condition:
        return Condition(lambda moments: self(moments) | other(moments), f"({self._words} | {other._words})")

    def __repr__(self) -> str:
        return self._words


class Happened(Condition):
    """Whether something is in a table for a person, up to the day in question (that day included).

    Parameters
    ----------
    table : DataFrame
        One row per event with ``customer_id`` and ``day``: a ledger's orders, activity or touches, or
        `trigger_events`.
    times : int, default 1
        At least so often.
    days : int, optional
        Within the last so many days, the day in question included. Default: ever.
    since_start : bool, default False
        Only events on or after the day on which the person entered the flow.
    **where
        Column and value that a row must have: ``product="bootcamp"``, ``action="lesson"``.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or day; a value that is nowhere in its column (unless it is one of the column's
        categories), with the nearest one.

    Examples
    --------
    >>> orders = pd.DataFrame({"customer_id": ["Ada"], "day": pd.to_datetime(["2025-03-05"]),
    ...     "product": "bootcamp"})
    >>> bought = Happened(orders, product="bootcamp")
    >>> moments = pd.DataFrame({"customer_id": ["Ada", "Ada", "Ben"], "start": pd.Timestamp("2025-03-01"),
    ...     "day": pd.to_datetime(["2025-03-04", "2025-03-06", "2025-03-06"])})
    >>> bought(moments).tolist(), (~bought)(moments).tolist()
    ([False, True, False], [True, False, True])
    """

    def __init__(
        self,
        table: pd.DataFrame,
        *,
        times: int = 1,
        days: int | None = None,
        since_start: bool = False,
        **where,
    ):
        least = whole_days(times, "times")
        within = None if days is None else whole_days(days, "days")
        read = dated(table, "table", tuple(where))
        chosen = np.ones(len(read.day), dtype=bool)
        for column, value in where.items():
            _refuse_unknown(table[column], value, column)
            chosen &= (table[column].astype(object) == value).to_numpy(dtype=bool)
        people, (who,) = people_of(read.who[chosen])
        seen = Lookup(who, read.day[chosen])

        def holds(moments: pd.DataFrame) -> np.ndarray:
            at = _moments(moments)
            since = np.full(len(at.day), -FAR // 2) if within is None else at.day - within + 1
            if since_start:
                since = np.maximum(since, dated(moments, "moments", day="start").day)
            place = placed(at.who, people)
            return (place >= 0) & (seen.times(np.maximum(place, 0), at.day, since) >= least)

        said = ", ".join(f"{column}={value!r}" for column, value in where.items())
        super().__init__(holds, f"Happened({said})")


class Subscribed(Condition):
    """Whether a person has a running subscription on the day in question.

    Parameters
    ----------
    subscriptions : DataFrame
        A ledger's subscriptions: ``customer_id``, ``start`` and ``end`` (NaT while it runs), and ``product``.
    product : str, optional
        Its id. Default: any.

    Raises
    ------
    TypeError, ValueError
        A missing column, id or start; an unknown product, with the nearest one.

    Examples
    --------
    >>> table = pd.DataFrame({"customer_id": [1], "product": "membership",
    ...     "start": pd.to_datetime(["2025-01-10"]), "end": pd.to_datetime(["2025-02-10"])})
    >>> moments = pd.DataFrame({"customer_id": 1, "day": pd.to_datetime(["2025-02-09", "2025-02-10"])})
    >>> Subscribed(table, "membership")(moments).tolist()
    [True, False]
    """

    def __init__(self, subscriptions: pd.DataFrame, product: str | None = None):
        read = dated(subscriptions, "subscriptions", ("end", "product"), day="start")
        chosen = np.ones(len(read.day), dtype=bool)
        if product is not None:
            _refuse_unknown(subscriptions["product"], product, "product")
            chosen = (subscriptions["product"].astype(object) == product).to_numpy(dtype=bool)
        people, (who,) = people_of(read.who[chosen])
        starts = Lookup(who, read.day[chosen])
        over = chosen & subscriptions["end"].notna().to_numpy(dtype=bool)
        left = dated(subscriptions[over], "subscriptions", day="end")
        ends = Lookup(placed(left.who, people), left.day)

        def holds(moments: pd.DataFrame) -> np.ndarray:
            at = _moments(moments)
            place = placed(at.who, people)
            known = np.maximum(place, 0)
            return (place >= 0) & (starts.times(known, at.day) > ends.times(known, at.day))

        super().__init__(holds, f"Subscribed({'' if product is None else repr(product)})")


def _refuse_unknown(values: pd.Series, value, name: str) -> None:
    """Refuse a value that a column does not have; a category that no row has is known all the same."""
    listed = values.cat.categories if isinstance(values.dtype, pd.CategoricalDtype) else values.dropna()
    known = set(listed)
    if len(values) and value not in known:
        errors.one_of(value, sorted(map(str, known)), name)


def _moments(moments: pd.DataFrame) -> Dated:
    return dated(moments, "moments")


def meant(
    conditions: Mapping[str, object] | None, needed: Iterable[tuple[str, str]]
) -> dict[str, Callable[[pd.DataFrame], np.ndarray]]:
    """Return for the words of each condition a function of moments; refuse words that nobody explained.

    Parameters
    ----------
    conditions : dict
        Words -> a `Condition`, a function of moments, a boolean Series by customer_id, or True or False for
        everyone.
    needed : iterable of (str, str)
        The words of the conditions that flows have, and where each stands.

    Examples
    --------
    >>> meant({"Is quite": True}, [("Is quiet", "step ask of hello")])
    Traceback (most recent call last):
    ValueError: conditions does not say what 'Is quiet' (step ask of hello) means. Did you mean it where it
    says 'Is quite'? Give a condition such as flows.Happened(ledger.orders), a function of moments, a boolean
    Series by customer_id, or True for everyone.
    """
    conditions = {} if conditions is None else conditions
    if not isinstance(conditions, Mapping):
        raise TypeError(
            f"conditions must be a dict of the words of a condition and their meaning, not "
            f"{type(conditions).__name__}"
        )
    needed = dict(needed)
    spare = [words for words in conditions if words not in needed]
    for words, where in needed.items():
        if words not in conditions:
            close = errors.nearest(words, spare)
            hint = f" Did you mean it where it says {close!r}?" if close else ""
            raise ValueError(
                f"conditions does not say what {words!r} ({where}) means.{hint} Give a condition such as "
                "flows.Happened(ledger.orders), a function of moments, a boolean Series by customer_id, "
                "or True for everyone."
            )
    return {words: _function(words, conditions[words]) for words in needed}


def _function(words: str, meaning) -> Callable[[pd.DataFrame], np.ndarray]:
    """Return the meaning of a condition as a function whose answers are checked."""
    name = f"conditions[{words!r}]"
    if isinstance(meaning, (bool, np.bool_)):
        return lambda moments: np.full(len(moments), bool(meaning))
    if isinstance(meaning, pd.Series):
        return _by_customer(meaning, name)
    if not callable(meaning):
        raise TypeError(
            f"{name} must be a condition such as flows.Happened(ledger.orders), a function of moments, "
            f"a boolean Series by customer_id, or True or False, not {type(meaning).__name__}"
        )

    def holds(moments: pd.DataFrame) -> np.ndarray:
        found = np.asarray(meaning(moments.copy()))
        if found.shape != (len(moments),):
            raise ValueError(
                f"{name} must return one answer per moment ({len(moments)}), "
                f"not an answer of shape {found.shape}"
            )
        return _truths(found, name)

    return holds


def _by_customer(series: pd.Series, name: str) -> Callable[[pd.DataFrame], np.ndarray]:
    """Return a Series by customer_id as a function of moments."""
    if not series.index.is_unique:
        twice = series.index.astype(object)[series.index.duplicated()][0]
        raise ValueError(f"{name} has the customer_id {twice!r} twice: one answer per person")
    people, answers = pd.Index(series.index, dtype=object), _truths(series.to_numpy(), name)

    def holds(moments: pd.DataFrame) -> np.ndarray:
        place = placed(moments["customer_id"].astype(object).to_numpy(), people)
        if (place < 0).any():
            lost = moments["customer_id"].astype(object).to_numpy()[place < 0][0]
            raise ValueError(
                f"{name} says nothing about customer_id {lost!r}: use .reindex(ids, fill_value=False) "
                "to answer for everyone"
            )
        return answers[place]

    return holds


def _truths(found: np.ndarray, name: str) -> np.ndarray:
    if found.dtype != bool and not all(isinstance(each, (bool, np.bool_)) for each in found):
        raise TypeError(f"{name} must say True or False, not values of type {found.dtype}")
    return found.astype(bool)
