"""Content that is unlocked bit by bit: what each member has on a day, and what a schedule does."""

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.blueprint import Product
from ecotools.metrics.counts import whole_days
from ecotools.metrics.flows.event_arrays import FAR, Lookup, as_days, dated, people_of, placed
from ecotools.metrics.periods import as_day


def drip(product: Product, joined: pd.DataFrame, on, *, done: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return what each member has unlocked on a day, and when the next part comes.

    Parameters
    ----------
    product : Product
        Of a blueprint, with ``drip_days``: days after joining on which a part is unlocked. An empty list
        means one part, unlocked at once.
    joined : DataFrame
        ``customer_id`` and ``day`` on which people got the product; the first row of each counts. People
        who join after the day are left out.
    on : day or month
        The day; a month stands for its last one.
    done : DataFrame, optional
        ``customer_id`` and ``day`` on which people finished a part, such as lessons.

    Returns
    -------
    pandas.DataFrame
        One row per member, sorted by joining: ``customer_id``, ``joined``, ``days_in``, ``unlocked`` and
        ``parts`` (how many, and of how many), ``share`` (fraction), ``next_day`` (NaT when everything is
        unlocked), ``refundable`` (within the product's days of refund; False when it has none). With
        ``done`` also ``finished`` (parts finished by then, at most those unlocked) and ``waits`` (everything
        unlocked is finished, and more is to come).

    Raises
    ------
    TypeError, ValueError
        Something else than a product, one that says nothing about ``drip_days``, a missing column, id or day.

    Examples
    --------
    >>> course = Product(id="course", name="Course", kind="core", drip_days=[0, 7, 14])
    >>> joined = pd.DataFrame({"customer_id": ["Ada", "Ben"],
    ...     "day": pd.to_datetime(["2025-03-01", "2025-03-09"])})
    >>> drip(course, joined, "2025-03-10")[["customer_id", "days_in", "unlocked", "parts", "next_day"]]
      customer_id  days_in  unlocked  parts   next_day
    0         Ada        9         2      3 2025-03-15
    1         Ben        1         1      3 2025-03-16
    """
    schedule, refund = _schedule(product), product.refund
    read = dated(joined, "joined")
    day = (as_day(on, joined, "on") - pd.Timestamp(0)).days
    people, (who,) = people_of(read.who)
    began = np.full(len(people), FAR)
    np.minimum.at(began, who, read.day)
    order = np.lexsort((np.arange(len(people)), began))
    order = order[began[order] <= day]
    began = began[order]
    unlocked = np.searchsorted(schedule, day - began, side="right")
    following = np.append(schedule, 0)[unlocked]
    more = unlocked < len(schedule)
    table = pd.DataFrame(
        {
            "customer_id": pd.Series(people).infer_objects().to_numpy()[order],
            "joined": as_days(began),
            "days_in": day - began,
            "unlocked": unlocked,
            "parts": len(schedule),
            "share": unlocked / len(schedule),
            "next_day": np.where(more, as_days(began + following), np.datetime64("NaT", "s")),
            "refundable": day - began <= (-1 if refund is None or not refund.days else refund.days),
        }
    )
    if done is not None:
        lessons = dated(done, "done")
        times = Lookup(placed(lessons.who, people), lessons.day).times(order, np.full(len(order), day), began)
        table["finished"] = np.minimum(times, unlocked)
        table["waits"] = more & (table["finished"] == unlocked)
    return table


def drip_schedule(product: Product, *, days: int = 60, parts_per_day: float = 1.0) -> pd.DataFrame:
    """Return day by day what a schedule unlocks, and how far the fastest member gets.

    Parameters
    ----------
    product : Product
        With ``drip_days``, as in `drip`.
    days : int, default 60
        Days after joining to look at.
    parts_per_day : float, default 1.0
        Parts that a member in a hurry finishes on a day, above 0.

    Returns
    -------
    pandas.DataFrame
        One row per day from 0: ``day``, ``unlocked`` (parts), ``share`` (of all parts), ``binge`` (parts
        that a member in a hurry has finished by the end of the day) and ``refundable``. What somebody can
        have taken out of the product before asking the money back is ``binge`` on the last refundable day.

    Raises
    ------
    TypeError, ValueError
        As `drip`; ``days`` below 1, ``parts_per_day`` not above 0.

    Examples
    --------
    >>> course = Product(id="course", name="Course", kind="core", drip_days=[0, 0, 2])
    >>> drip_schedule(course, days=2)[["day", "unlocked", "binge"]]
       day  unlocked  binge
    0    0         2    1.0
    1    1         2    2.0
    2    2         3    3.0
    """
    schedule, many = _schedule(product), whole_days(days, "days")
    pace = errors.positive(parts_per_day, "parts_per_day")
    day = np.arange(many + 1)
    unlocked = np.searchsorted(schedule, day, side="right")
    finished, now = [], 0.0
    for limit in unlocked:
        now = min(now + pace, float(limit))
        finished.append(now)
    refund = product.refund.days if product.refund is not None and product.refund.days else -1
    return pd.DataFrame(
        {
            "day": day,
            "unlocked": unlocked,
            "share": unlocked / len(schedule),
            "binge": finished,
            "refundable": day <= refund,
        }
    )


def _schedule(product: Product) -> np.ndarray:
    """Return the days on which parts are unlocked, in order."""
    if not isinstance(product, Product):
        raise TypeError(
            f"product must be a Product of a blueprint, such as blueprint.product('bootcamp'), not "
            f"{type(product).__name__}"
        )
    if product.drip_days is None:
        raise ValueError(
            f"product {product.id} says nothing about drip_days: give the days, or [] for all at once"
        )
    return np.sort(np.array(product.drip_days or [0], dtype=np.int64))
