"""What channels are paid: how many visitors that brings, with saturation, and whose sales they claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ecotools.errors import fraction, not_negative, one_of, positive

if TYPE_CHECKING:
    from ecotools.simulate.journey import Reached, Visitors
    from ecotools.simulate.scenario import Scenario


@dataclass(frozen=True)
class Spending:
    """What a channel is paid a month, and how many visitors come of it beside those who come anyway.

    An amount brings ``most * amount / (half + amount)`` visitors a month: each further dollar fewer than the
    one before. They convert like the channel's other visitors.

    Parameters
    ----------
    amount : float or list of float
        Money a month, or one amount per month simulated; 0 in a month without advertisements.
    most : float
        Visitors a month that no amount of money exceeds.
    half : float
        Money a month that brings half of them.
    claims : float, default 0
        Share of the buyers of other channels whose last touch is this channel's, in months that are paid for:
        an advertisement shown to those who were about to buy. It brings nobody.

    Examples
    --------
    >>> search = Spending(amount=500, most=600, half=1000)
    >>> search.visitors(500), search.visitors(1000), search.visitors(2000)
    (200.0, 300.0, 400.0)
    """

    amount: float | Iterable[float]
    most: float
    half: float
    claims: float = 0.0

    def __post_init__(self) -> None:
        several = isinstance(self.amount, Iterable) and not isinstance(self.amount, str)
        listed = tuple(not_negative(one, "amount") for one in (self.amount if several else [self.amount]))
        object.__setattr__(self, "amount", listed if several else listed[0])
        not_negative(self.most, "most")
        positive(self.half, "half")
        fraction(self.claims, "claims")

    def visitors(self, amount: float) -> float:
        """Return how many visitors an amount brings on average, in a month."""
        return self.most * amount / (self.half + amount)

    def amounts(self, months: int) -> list[float]:
        """Return the amount of each month."""
        return list(self.amount) if isinstance(self.amount, tuple) else [float(self.amount)] * months


def checked(spend: object, channels: list[str], months: int) -> dict[str, Spending]:
    """Return what channels are paid, in the channels' order, if each is there and has its months.

    >>> checked({"serach": Spending(5, 9, 9)}, ["search"], 3)
    Traceback (most recent call last):
    ValueError: a channel in spend must be one of 'search', not 'serach'. Did you mean 'search'?
    """
    if not isinstance(spend, Mapping):
        raise TypeError(
            "spend must be a dict such as {'search': Spending(amount=500, most=600, half=1000)}, "
            f"not {type(spend).__name__}"
        )
    for name, one in spend.items():
        one_of(name, channels, "a channel in spend")
        if not isinstance(one, Spending):
            raise TypeError(f"spend[{name!r}] must be a Spending, not {one!r}")
        if len(one.amounts(months)) != months:
            raise ValueError(
                f"spend[{name!r}] has {len(one.amounts(months))} amounts for {months} months: "
                "give one per month, or one number for all"
            )
    total = sum(one.claims for one in spend.values())
    if total > 1 + 1e-9:
        raise ValueError(f"the claims of all channels in spend must sum to at most 1, not {total:g}")
    return {name: spend[name] for name in channels if name in spend}


def credited(scenario: Scenario, visitors: Visitors, buyers: Reached) -> np.ndarray:
    """Return the channel that each visitor's purchase is put down to: their own, unless another claims it."""
    channel = visitors.channel.copy()
    own, names = channel[buyers.who], list(scenario.visitors)
    luck, upto = scenario.rng("claims").random(len(own)), np.zeros(len(own))
    for name, one in scenario.spending.items():
        paid = np.array(one.amounts(scenario.months))[scenario.calendar.month_of[buyers.day]] > 0
        before, upto = upto, upto + one.claims * paid
        channel[buyers.who[(before <= luck) & (luck < upto)]] = names.index(name)
    return channel


def spend(scenario: Scenario) -> dict[str, np.ndarray]:
    """Return what each channel is paid on each day, by day: a month's amount evenly, to the cent."""
    edges, days, channels, amounts = scenario.calendar.edges, [], [], []
    for name, one in scenario.spending.items():
        for month, amount in enumerate(one.amounts(scenario.months)):
            length = int(edges[month + 1] - edges[month])
            cents = np.round(amount * scenario.scale * 100 * np.arange(length + 1) / length)
            days.append(np.arange(edges[month], edges[month + 1]))
            channels.append(np.full(length, list(scenario.visitors).index(name), np.int16))
            amounts.append(np.diff(cents) / 100)
    day, channel, amount = (np.concatenate(parts) for parts in (days, channels, amounts))
    order = np.argsort(day, kind="stable")
    order = order[amount[order] > 0]
    return {"day": day[order], "channel": channel[order], "amount": amount[order]}


def told(scenario: Scenario, visitors: Visitors, buyers: Reached) -> dict:
    """Return by channel what was paid and what the money brought: the truth that no ledger tells."""
    found = {}
    for place, name in enumerate(scenario.visitors):
        if name in scenario.spending:
            one, mine = scenario.spending[name], visitors.paid & (visitors.channel == place)
            found[name] = {
                "amounts": one.amounts(scenario.months),
                "most": float(one.most),
                "half": float(one.half),
                "claims": float(one.claims),
                "brought_visitors": int(mine.sum()),
                "brought_customers": int(mine[buyers.who].sum()),
            }
    return found
