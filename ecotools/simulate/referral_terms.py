"""What a referral brings: the terms of the loop, and whether a blueprint can be simulated with it."""

from dataclasses import dataclass

from ecotools.blueprint import Blueprint
from ecotools.blueprint.assumptions import Channel
from ecotools.errors import not_negative, positive
from ecotools.metrics.counts import count


@dataclass(frozen=True)
class Referral:
    """What those bring who reach the stage referral: so many visitors each, who come by a channel.

    Without it a referral is recorded and brings nobody. With it the funnel is a loop: K, the customers whom a
    referred customer brings in turn, is ``visitors`` times all rates of the funnel for the channel. The truth
    of the ledger has it, and K by channel of the one who refers.

    Parameters
    ----------
    visitors : float
        Visitors whom one person who refers brings on average, 0 or more.
    channel : str, default "referral"
        Channel by which they come: one of the assumptions, or a new one of their own.
    quality : float, optional
        Multiplier on the funnel's rates for those who come by a new channel (default 1). A channel of the
        assumptions has its own.
    delay_days : int, default 14
        Days within which they come after the referral, 1 or more; a quarter of it is usual.
    month : int, default 1
        First month in which a referral brings somebody.

    Examples
    --------
    >>> Referral(visitors=40, quality=2)
    Referral(visitors=40, channel='referral', quality=2, delay_days=14, month=1)
    """

    visitors: float
    channel: str = "referral"
    quality: float | None = None
    delay_days: int = 14
    month: int = 1

    def __post_init__(self) -> None:
        not_negative(self.visitors, "visitors")
        if not isinstance(self.channel, str) or not self.channel.strip():
            raise ValueError(f"channel must be the name of a channel, not {self.channel!r}")
        if self.quality is not None:
            positive(self.quality, "quality")
        count(self.delay_days, "delay_days", at_least=1)
        count(self.month, "month", at_least=1)


def prepared(referral: object, blueprint: Blueprint, months: int) -> Referral | None:
    """Return the referral if it can be simulated; its channel is added to the blueprint where it is new."""
    if referral is None:
        return None
    if not isinstance(referral, Referral):
        raise TypeError(f"referral must be a Referral, such as Referral(visitors=3), not {referral!r}")
    if referral.month > months:
        raise ValueError(f"referral: month {referral.month} lies after the {months} that are simulated")
    steps = blueprint.funnel or []
    if all(step.to_stage != "referral" for step in steps):
        raise ValueError(
            "referral needs a funnel whose last step leads to the stage referral, such as "
            "{from: retention, to: referral, rate: 0.1, window_days: 90}"
        )
    if blueprint.assumptions:
        _channel(referral, blueprint.assumptions.channels)
    return referral


def _channel(referral: Referral, channels: list[Channel]) -> None:
    if any(one.name == referral.channel for one in channels):
        if referral.quality is not None:
            raise ValueError(
                f"referral: the channel {referral.channel!r} has a quality in the assumptions: leave out "
                "quality, or name a channel of its own"
            )
        return
    # Nobody comes by it unasked, which the assumptions of a blueprint cannot say.
    own = {"monthly_growth": 0.0, "quality": float(referral.quality or 1.0), "segment": None}
    channels.append(Channel.model_construct(name=referral.channel, visitors_per_month=0.0, **own))
