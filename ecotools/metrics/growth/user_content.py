"""Content that users make: a loop, as long as somebody can check what is sent in."""

from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.measure import Measure
from ecotools.metrics.counts import count

POLICIES = {
    "hold": "what nobody has checked waits in a queue",
    "publish": "what nobody has checked is published as it came",
}
"""What becomes of items that moderators have no time for."""


@dataclass(frozen=True)
class UserContentModel:
    """Visitors who send something in, and items that bring visitors.

    Parameters
    ----------
    base : float
        Visitors a month who come anyway.
    sent : float
        Items that a visitor sends in, in the month of the visit.
    bad : float
        Share of the items that should not be published, as a fraction.
    checks : float
        Items that moderators can check in a month. They find all bad ones among these.
    views : float
        Visitors a month whom a good item brings in its first month.
    fade : float
        Share of them that an item loses per month, above 0.
    harm : float
        By how much bad items keep visitors away: with a share b of bad items, good ones bring
        1 - harm x b of their visitors, never fewer than 0.
    """

    base: float = 5000
    sent: float = 0.01
    bad: float = 0.2
    checks: float = 60
    views: float = 10
    fade: float = 0.1
    harm: float = 2.0

    def __post_init__(self) -> None:
        for field in fields(self):
            errors.not_negative(getattr(self, field.name), field.name)
        errors.fraction(self.bad, "bad")
        errors.fraction(self.fade, "fade")
        errors.positive(self.fade, "fade")

    @property
    def gain(self) -> float:
        """Visitors whom one visitor brings by what they send in, when everything is checked."""
        return self.sent * (1 - self.bad) * self.views / self.fade


def user_content(content: UserContentModel, months: int = 36, *, policy: str = "hold") -> pd.DataFrame:
    """Return content of users month by month: visitors, what they send in, what is checked, what is bad.

    Parameters
    ----------
    content : UserContentModel
        What moves it.
    months : int, default 36
    policy : {"hold", "publish"}
        See `POLICIES`.

    Returns
    -------
    DataFrame
        ``month``; ``visitors``; items ``sent`` in it, ``checked``, and ``waiting`` at its end; ``live``, the
        published ones, each counted with the share of its visitors that it still brings; ``bad_share`` of
        these; ``brought``, visitors whom they brought.

    Raises
    ------
    TypeError, ValueError
        Something else than a `UserContentModel`, an unknown policy, months that are no whole number.

    Notes
    -----
    What is sent in during a month is checked in that month and brings visitors from the next one on.

    Examples
    --------
    >>> path = user_content(UserContentModel(), months=36)
    >>> path["visitors"].round(0).iloc[[0, 11, 35]].tolist(), round(path["waiting"].iloc[-1])
    ([5000.0, 8240.0, 9676.0], 903)
    """
    if not isinstance(content, UserContentModel):
        raise TypeError(
            f"content must be a UserContentModel, such as UserContentModel(sent=0.01), not {content!r}"
        )
    many = count(months, "months", 1)
    errors.one_of(policy, POLICIES, "policy")
    good = bad = waiting = 0.0
    rows = []
    for month in range(1, many + 1):
        bad_share = bad / (good + bad) if good + bad else 0.0
        brought = content.views * good * max(0.0, 1 - content.harm * bad_share)
        live = good + bad
        visitors = content.base + brought
        sent = content.sent * visitors
        checked = min(sent + waiting, content.checks)
        unchecked = sent + waiting - checked
        good, bad = good * (1 - content.fade), bad * (1 - content.fade)
        good += checked * (1 - content.bad)
        if policy == "publish":
            good += unchecked * (1 - content.bad)
            bad += unchecked * content.bad
        waiting = unchecked if policy == "hold" else 0.0
        rows.append((month, visitors, sent, checked, waiting, live, bad_share, brought))
    names = ["month", "visitors", "sent", "checked", "waiting", "live", "bad_share", "brought"]
    table = pd.DataFrame(rows, columns=names)
    table.attrs["definition"] = {"policy": POLICIES[policy], "gain": content.gain}
    return table


def moderated_limit(content: UserContentModel) -> Measure:
    """Return to how many visitors a month content of users comes when what is unchecked waits.

    Parameters
    ----------
    content : UserContentModel

    Returns
    -------
    Measure
        Visitors: base / (1 - gain) while moderators keep up with that; otherwise
        base + checks x (1 - bad) x views / fade. Once moderators are the limit, the loop is a plain stock.

    Raises
    ------
    TypeError
        Something else than a `UserContentModel`.

    Examples
    --------
    >>> round(moderated_limit(UserContentModel())), round(moderated_limit(UserContentModel(checks=1000)))
    (9800, 25000)
    """
    if not isinstance(content, UserContentModel):
        raise TypeError(
            f"content must be a UserContentModel, such as UserContentModel(sent=0.01), not {content!r}"
        )
    free = content.base / (1 - content.gain) if content.gain < 1 else np.inf
    most = content.base + content.checks * (1 - content.bad) * content.views / content.fade
    if free <= most:
        return Measure(free, definition="base / (1 - gain)", unit="visitors per month")
    definition = "base + checks x (1 - bad) x views / fade: moderators are the limit"
    return Measure(most, definition=definition, unit="visitors per month")
