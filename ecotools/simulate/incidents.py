"""Things that went wrong, or were changed, in a known month: planted for a lesson to find."""

from dataclasses import dataclass
from typing import ClassVar

from ecotools.errors import finite, fraction, not_negative, positive
from ecotools.metrics.counts import count

LAG_SPREAD = 15
"""How many days the refunds of an oversold service lie before or after their lag, at most."""


@dataclass(frozen=True)
class BrokenOnboarding:
    """People who buy in these months are activated less often.

    The stages after activation lose with it; orders and subscriptions stay as they were.

    Parameters
    ----------
    month : int
        First month in which onboarding is broken; 1 is the first month simulated.
    months : int
        How many months it stays broken.
    activation_factor : float
        Multiplier on the rate of the funnel's step to activation, a fraction.

    Examples
    --------
    >>> BrokenOnboarding(month=5, activation_factor=0.4)
    BrokenOnboarding(month=5, months=1, activation_factor=0.4)
    """

    month: int
    months: int = 1
    activation_factor: float = 0.5
    kind: ClassVar[str] = "broken_onboarding"

    def __post_init__(self) -> None:
        count(self.month, "month", at_least=1)
        count(self.months, "months", at_least=1)
        fraction(self.activation_factor, "activation_factor")


@dataclass(frozen=True)
class PriceChange:
    """From a month on a product has another price; running subscriptions keep theirs.

    Demand answers with a constant elasticity: the rate at which the product is bought is multiplied by
    (new price / old price) ** elasticity, and never exceeds 1.

    Parameters
    ----------
    month : int
        First month of the new price; 1 is the first month simulated.
    product : str
        Id of the product.
    price : float
        The new price, per sale or per billing interval.
    elasticity : float
        Price elasticity of demand, zero or below. -1: one percent more expensive, one percent fewer sales.

    Examples
    --------
    >>> PriceChange(month=7, product="bootcamp", price=249, elasticity=-1.5).elasticity
    -1.5
    """

    month: int
    product: str
    price: float
    elasticity: float = -1.0
    kind: ClassVar[str] = "price_change"

    def __post_init__(self) -> None:
        count(self.month, "month", at_least=1)
        not_negative(self.price, "price")
        if finite(self.elasticity, "elasticity") > 0:
            raise ValueError(
                f"elasticity must be zero or below, not {self.elasticity}: a higher price sells less, "
                f"so write {-self.elasticity:g}"
            )


@dataclass(frozen=True)
class FailedPaymentRun:
    """In a month a share of the subscriptions due for renewal end because their payment fails.

    Parameters
    ----------
    month : int
        The month; 1 is the first month simulated.
    share : float
        Share of the renewals due in that month that fail for good, on top of the ordinary failures.
    returning : float
        Share of those hit who come back as a new subscription 1 to 30 days later, at the price of that day.
        They then stay as long as they would have stayed.

    Examples
    --------
    >>> FailedPaymentRun(month=4, share=30)
    Traceback (most recent call last):
    ValueError: share must be a fraction between 0 and 1, not 30. Rates are fractions: did you mean 0.3?
    """

    month: int
    share: float
    returning: float = 0.0
    kind: ClassVar[str] = "failed_payment_run"

    def __post_init__(self) -> None:
        count(self.month, "month", at_least=1)
        fraction(self.share, "share")
        fraction(self.returning, "returning")


@dataclass(frozen=True)
class NoNewContent:
    """In these months nothing new is published, and subscribers who have seen everything leave more often.

    Subscriptions younger than ``backlog_months`` still have older content to see, and are not touched.

    Parameters
    ----------
    month : int
        First month without new content; 1 is the first month simulated.
    months : int
        How many months it lasts.
    churn_factor : float
        1 or more: multiplier on the churn of the plan joined at each renewal of these months.
    backlog_months : int
        Months since the first full price for which the older content lasts; 0 when there is none.

    Examples
    --------
    >>> NoNewContent(month=7, churn_factor=3)
    NoNewContent(month=7, months=3, churn_factor=3, backlog_months=3)
    """

    month: int
    months: int = 3
    churn_factor: float = 2.0
    backlog_months: int = 3
    kind: ClassVar[str] = "no_new_content"

    def __post_init__(self) -> None:
        _more_churn(self)
        count(self.backlog_months, "backlog_months")


@dataclass(frozen=True)
class GhostTown:
    """In these months nobody posts, comments or comes, and who joins the community then leaves sooner.

    Newcomers still introduce themselves, and nobody answers. Needs ``assumptions.joining``.

    Parameters
    ----------
    month : int
        First silent month; 1 is the first month simulated.
    months : int
        How many months it lasts.
    churn_factor : float
        1 or more: at each renewal after they joined, so many times the churn of the plan for those who joined
        in these months.

    Examples
    --------
    >>> GhostTown(month=6, churn_factor=2)
    GhostTown(month=6, months=3, churn_factor=2)
    """

    month: int
    months: int = 3
    churn_factor: float = 2.0
    kind: ClassVar[str] = "ghost_town"

    def __post_init__(self) -> None:
        _more_churn(self)


@dataclass(frozen=True)
class ToxicMonth:
    """In these months nobody moderates, and members leave more often at the renewals of these months.

    Needs ``assumptions.joining``. Subscribers outside the community are not touched.

    Parameters
    ----------
    month : int
        First month without moderators; 1 is the first month simulated.
    months : int
        How many months it lasts.
    churn_factor : float
        1 or more: so many times the churn of the plan for members.

    Examples
    --------
    >>> ToxicMonth(month=8, churn_factor=4)
    ToxicMonth(month=8, months=1, churn_factor=4)
    """

    month: int
    months: int = 1
    churn_factor: float = 3.0
    kind: ClassVar[str] = "toxic_month"

    def __post_init__(self) -> None:
        _more_churn(self)


@dataclass(frozen=True)
class Oversold:
    """In these months more is sold of a service than there are hours for, and refunds follow much later.

    A campaign sells more. The first buyers of each month, as many as its hours allow, are served like any
    others. Those beyond wait for an hour that does not come, and a share of them asks for the money back
    about ``lag_days`` after the purchase, in full. So the months of the campaign look good until then.

    Parameters
    ----------
    month : int
        First month of the campaign; 1 is the first month simulated.
    product : str
        Id of the service, one of ``assumptions.add_on_rate``.
    months : int
        How many months it lasts.
    sales_factor : float
        Multiplier on the rate at which it is bought in these months, 1 or more; the rate never exceeds 1.
    hours_per_month : float
        Hours there are in each month. They do not grow with the ``scale`` of `simulate`.
    hours_each : float
        Hours that one sale needs, above zero.
    refund_share : float
        Share of the buyers beyond the hours who get their money back, a fraction.
    lag_days : int
        Days from the purchase to these refunds, on average: they lie within 15 days of it. 15 or more.

    Examples
    --------
    >>> Oversold(month=7, product="coaching", sales_factor=5, hours_per_month=12, hours_each=6).places
    2
    """

    month: int
    product: str
    months: int = 2
    sales_factor: float = 4.0
    hours_per_month: float = 12.0
    hours_each: float = 6.0
    refund_share: float = 0.6
    lag_days: int = 90
    kind: ClassVar[str] = "oversold"

    def __post_init__(self) -> None:
        count(self.month, "month", at_least=1)
        count(self.months, "months", at_least=1)
        if finite(self.sales_factor, "sales_factor") < 1:
            raise ValueError(
                f"sales_factor must be 1 or more, not {self.sales_factor}: 2 sells twice as much"
            )
        not_negative(self.hours_per_month, "hours_per_month")
        positive(self.hours_each, "hours_each")
        fraction(self.refund_share, "refund_share")
        count(self.lag_days, "lag_days", at_least=LAG_SPREAD)

    @property
    def places(self) -> int:
        """How many sales of a month there are hours for."""
        return int(self.hours_per_month / self.hours_each + 1e-9)


def _more_churn(incident: NoNewContent | GhostTown | ToxicMonth) -> None:
    """Check what incidents have in common that make subscribers leave."""
    count(incident.month, "month", at_least=1)
    count(incident.months, "months", at_least=1)
    if finite(incident.churn_factor, "churn_factor") < 1:
        raise ValueError(
            f"churn_factor must be 1 or more, not {incident.churn_factor}: 2 doubles the churn, 1 leaves it"
        )


Incident = (
    BrokenOnboarding | PriceChange | FailedPaymentRun | NoNewContent | GhostTown | ToxicMonth | Oversold
)
