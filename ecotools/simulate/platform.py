"""What goes on beyond the shop: partners, things that customers make, a tested feature, a marketplace."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from ecotools.errors import finite, fraction, not_negative, positive
from ecotools.metrics.counts import count


@dataclass(frozen=True)
class PartnerProgramme:
    """Partners who sign up, and how far each gets before giving up: the ledger's table ``partners``.

    Parameters
    ----------
    new_per_month : float
        Partners who sign up a month, on average.
    sandbox, first_call, live : float
        Share of those at the step before who get to each, as fractions.
    window_days : int, default 30
        Days within which the next step is taken; a quarter of it is usual.
    calls : float, default 12
        Days a month on which a live partner uses the API, on average; at most 30.
    leaves : float, default 0.03
        Share of the live partners who leave a month, as a fraction.
    """

    new_per_month: float
    sandbox: float = 0.7
    first_call: float = 0.6
    live: float = 0.7
    window_days: int = 30
    calls: float = 12.0
    leaves: float = 0.03
    table: ClassVar[str] = "partners"

    def __post_init__(self) -> None:
        not_negative(self.new_per_month, "new_per_month")
        for name in ("sandbox", "first_call", "live", "leaves"):
            fraction(getattr(self, name), name)
        count(self.window_days, "window_days", at_least=1)
        if not_negative(self.calls, "calls") > 30:
            raise ValueError(f"calls must be at most 30 days a month, not {self.calls}")


@dataclass(frozen=True)
class UserAssets:
    """What buyers make for others after their purchase: the ledger's table ``assets``.

    Parameters
    ----------
    per_month : float
        Things that a buyer publishes a month, on average.
    kind : str, default "template"
        What they are.
    removed : float, default 0.1
        Share that is taken down again, as a fraction, within ``removed_days``.
    removed_days : int, default 60
    """

    per_month: float
    kind: str = "template"
    removed: float = 0.1
    removed_days: int = 60
    table: ClassVar[str] = "assets"

    def __post_init__(self) -> None:
        not_negative(self.per_month, "per_month")
        fraction(self.removed, "removed")
        count(self.removed_days, "removed_days", at_least=1)
        if not isinstance(self.kind, str) or not self.kind:
            raise ValueError(f"kind must be a word such as 'template', not {self.kind!r}")


@dataclass(frozen=True)
class FeatureTest:
    """A feature that a lot gives to a share of those who could buy: the ledger's table ``exposures``.

    Parameters
    ----------
    feature : str
        Its name.
    lift : float
        By how much it multiplies the rate of the purchase, as a fraction: 0.2 for a fifth more, -0.1 for a
        tenth fewer. Above -1.
    activation : float, default 0
        The same for the rate at which those who have it and buy are activated: a feature that hurries people
        to the checkout may bring those who never begin.
    share : float, default 0.5
        Share of the people who get it, as a fraction.
    month : int, default 1
        First month in which anybody does; those who come to the step before are kept from it by lot or not.
    """

    feature: str
    lift: float
    activation: float = 0.0
    share: float = 0.5
    month: int = 1
    table: ClassVar[str] = "exposures"

    def __post_init__(self) -> None:
        if not isinstance(self.feature, str) or not self.feature:
            raise ValueError(f"feature must be a name such as 'suggestions', not {self.feature!r}")
        for name in ("lift", "activation"):
            if (number := finite(getattr(self, name), name)) <= -1:
                raise ValueError(f"{name} must be above -1, such as 0.2 for a fifth more, not {number:g}")
        fraction(self.share, "share")
        count(self.month, "month", at_least=1)


@dataclass(frozen=True)
class Trading:
    """What buyers buy from third parties after their purchase: the ledger's table ``market``.

    Parameters
    ----------
    sellers : int
        How many third parties sell. The first sells twice as much as the second, three times the third, ….
    per_month : float
        Things that a buyer buys from them a month, on average.
    price : float
        What one costs on average: half of this, this, or one and a half times it.
    share : float, default 0.3
        What the platform keeps of a sale, as a fraction.
    """

    sellers: int
    per_month: float
    price: float
    share: float = 0.3
    table: ClassVar[str] = "market"

    def __post_init__(self) -> None:
        count(self.sellers, "sellers", at_least=1)
        not_negative(self.per_month, "per_month")
        positive(self.price, "price")
        fraction(self.share, "share")


Beyond = PartnerProgramme | UserAssets | FeatureTest | Trading


def listed(ecosystem: object, months: int) -> dict[str, Beyond]:
    """Return table -> what fills it, if each is of a known kind and there once.

    >>> listed([Trading(5, 0.1, 20)], 12)["market"].share
    0.3
    """
    found = (ecosystem,) if isinstance(ecosystem, Beyond) else ecosystem
    kinds = "FeatureTest, PartnerProgramme, Trading or UserAssets"
    if not isinstance(found, Iterable) or isinstance(found, (str, dict)):
        raise TypeError(f"ecosystem must be a list of {kinds}, not {ecosystem!r}")
    by_table: dict[str, Beyond] = {}
    for one in found:
        if not isinstance(one, Beyond):
            raise TypeError(f"ecosystem must be a list of {kinds}, not of {one!r}")
        if one.table in by_table:
            raise ValueError(f"ecosystem has {type(one).__name__} twice: give it once")
        if isinstance(one, FeatureTest) and one.month > months:
            raise ValueError(f"FeatureTest: month {one.month} lies after the {months} that are simulated")
        by_table[one.table] = one
    return by_table
