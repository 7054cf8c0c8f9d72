"""What is sold and what leads to it: the parts of a business that a forecast carries forward."""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Good:
    """A product that is paid once: what a sale brings on average, how far sales differ, what it costs.

    ``places`` are the sales a month that the hours of the team allow; infinite where nothing limits them.
    """

    id: str
    price: float
    spread: float = 0.0
    cost: float = 0.0
    places: float = np.inf


@dataclass(frozen=True)
class SubscriptionPlan:
    """A product that is paid again and again: price and cost of a billing interval, and its months.

    ``places`` are the subscribers that the hours of the team allow at the same time.
    """

    id: str
    price: float
    interval: int
    cost: float = 0.0
    places: float = np.inf

    @property
    def monthly(self) -> float:
        """What a subscriber adds to MRR."""
        return self.price / self.interval


@dataclass(frozen=True)
class Offer:
    """What a plan begins with: a free trial or a lower first price, paid at once, for some days."""

    days: float
    price: float


@dataclass(frozen=True)
class Running:
    """Today's subscribers of a plan: how many by months since they joined, and what each adds to MRR."""

    plan: str
    by_age: np.ndarray
    monthly: float


@dataclass(frozen=True)
class VisitorSource:
    """Where visitors come from: the ids of the rates they pass to the purchase, and a factor on each."""

    rates: tuple[str, ...]
    quality: float = 1.0


@dataclass(frozen=True)
class Move:
    """Owners of one product who go on to another within some days."""

    id: str
    start: str
    to: str
    window: int


@dataclass(frozen=True)
class ForecastBusiness:
    """A business as the engine runs it; ids of parameters are made of these names.

    Attributes
    ----------
    goods, plans : dict
        What is paid once, and what is paid again and again, by product id.
    channels : dict
        Where visitors come from, by name. Empty when buyers are counted instead.
    windows : list of int
        Days that each step of the funnel up to the purchase may take.
    cores : dict
        Core product -> share of the buyers who come for it.
    bundles, add_ons, joined : list of str
        Taken instead of a core product, with it, or within ``window`` days after it.
    direct : list of str
        Products that sell at a rate of their own, whatever else is sold.
    seasons : dict
        Product of ``direct`` -> factors on its sales in the months to come, again and again: an event.
    moves : list of Move
        Owners of one product who go on to another.
    changes : dict
        Plan -> plan that its subscribers change to.
    offers : dict
        Plan -> what its subscriptions begin with.
    past : int
        Months before the first one to come for which ``visitors`` and ``acquired`` are known.
    visitors, acquired : dict
        Channel -> visitors, product -> sales or subscriptions begun, in the past months.
    buyers : ndarray
        Buyers of a core product or a bundle, in the past months.
    running : list of Running
        Today's subscribers.
    people : ndarray
        Customers per running subscription, by months since it began: below 1 where some have several. The
        last value goes on.
    refund_window : int
        Days after a sale within which it may be refunded.
    """

    goods: dict[str, Good]
    plans: dict[str, SubscriptionPlan]
    channels: dict[str, VisitorSource] = field(default_factory=dict)
    windows: list[int] = field(default_factory=list)
    cores: dict[str, float] = field(default_factory=dict)
    bundles: list[str] = field(default_factory=list)
    add_ons: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    window: int = 30
    direct: list[str] = field(default_factory=list)
    seasons: dict[str, np.ndarray] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    changes: dict[str, str] = field(default_factory=dict)
    offers: dict[str, Offer] = field(default_factory=dict)
    past: int = 0
    visitors: dict[str, np.ndarray] = field(default_factory=dict)
    acquired: dict[str, np.ndarray] = field(default_factory=dict)
    buyers: np.ndarray = field(default_factory=lambda: np.zeros(0))
    running: list[Running] = field(default_factory=list)
    people: np.ndarray = field(default_factory=lambda: np.ones(1))
    refund_window: int = 30
