"""What is simulated: a blueprint for some months, with prices day by day and visitors month by month."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ecotools.blueprint import Blueprint, FunnelStep, Product
from ecotools.blueprint.assumptions import Assumptions
from ecotools.errors import positive
from ecotools.metrics.counts import count
from ecotools.simulate.calendar import SimulatedMonths
from ecotools.simulate.checks import check, first_day, listed
from ecotools.simulate.draws import stream
from ecotools.simulate.incidents import Incident, Oversold, PriceChange
from ecotools.simulate.platform import Beyond
from ecotools.simulate.platform import listed as beyond
from ecotools.simulate.referral_terms import Referral, prepared
from ecotools.simulate.spending import Spending, checked

LONGEST = 600
ANY_DEMAND = 1e12
"""A multiplier that makes any rate above zero certain."""


@dataclass(frozen=True)
class Scenario:
    """A blueprint that can be simulated, for so many months, with a seed, and what goes on beside it."""

    blueprint: Blueprint
    months: int
    seed: int
    scale: float
    calendar: SimulatedMonths
    incidents: tuple[Incident, ...]
    spending: dict[str, Spending] = field(default_factory=dict)
    referral: Referral | None = None
    ecosystem: dict[str, Beyond] = field(default_factory=dict)

    @classmethod
    def of(
        cls, blueprint, months, seed, start, scale, incidents, spend=None, referral=None, ecosystem=()
    ) -> Scenario:
        """Return the scenario for the arguments of `simulate`, or the error that names the wrong one."""
        if not isinstance(blueprint, Blueprint):
            raise TypeError(
                f"blueprint must be a Blueprint, not {type(blueprint).__name__}; read one from a file with "
                "Blueprint.read('my-blueprint.yaml')"
            )
        months, seed = count(months, "months", at_least=1), count(seed, "seed")
        if months > LONGEST:
            raise ValueError(f"months must be {LONGEST} or fewer, not {months}")
        scale, calendar = positive(scale, "scale"), SimulatedMonths(first_day(start), months)
        # A dict or list changed in place has not been looked at since.
        blueprint = blueprint.checked()
        channels = [one.name for one in blueprint.assumptions.channels] if blueprint.assumptions else []
        spending = {} if spend is None else checked(spend, channels, months)
        referral = prepared(referral, blueprint, months)
        beside = (listed(incidents), spending, referral, beyond(ecosystem, months))
        return check(cls(blueprint, months, seed, scale, calendar, *beside))

    @property
    def assumptions(self) -> Assumptions:
        """What the blueprint assumes."""
        return self.blueprint.assumptions

    @cached_property
    def cores(self) -> list[Product]:
        """The core products; who buys has any of them in mind with equal chance."""
        return [product for product in self.blueprint.products if product.kind == "core"]

    @cached_property
    def recurring_cores(self) -> list[str]:
        """Ids of the core products that are paid again and again: who buys one subscribes to it at once."""
        return [core.id for core in self.cores if core.interval_months]

    @cached_property
    def products(self) -> list[str]:
        """Ids of all products, in the blueprint's order; tables hold places in this list."""
        return [product.id for product in self.blueprint.products]

    @cached_property
    def steps(self) -> list[FunnelStep]:
        """The funnel's steps in the order of the journey."""
        return self.blueprint.funnel_steps()

    @cached_property
    def visitors(self) -> dict[str, list[float]]:
        """Channel -> mean number of visitors in each month."""
        means = {}
        for channel in self.assumptions.channels:
            mean, by_month = channel.visitors_per_month * self.scale, []
            for _ in range(self.months):
                by_month.append(mean)
                mean *= 1 + channel.monthly_growth
            means[channel.name] = by_month
        return means

    @cached_property
    def paid_visitors(self) -> dict[str, list[float]]:
        """Channel that is paid -> mean number of visitors whom the money brings in each month."""
        return {
            name: [one.visitors(amount) * self.scale for amount in one.amounts(self.months)]
            for name, one in self.spending.items()
        }

    @cached_property
    def subscribe_rates(self) -> dict[str, float]:
        """Plan -> share of buyers who begin it, with what its first offer does to that."""
        rates, offers = self.assumptions.subscribe_rate, self.assumptions.first_offer
        more = {plan: offer.begin_factor for plan, offer in offers.items()}
        return {plan: rate * more.get(plan, 1) for plan, rate in rates.items()}

    def place(self, product: str) -> int:
        """Return the place of a product in `products`."""
        return self.products.index(product)

    def rng(self, *part: str) -> np.random.Generator:
        """Return the random stream of one part of the simulation."""
        return stream(self.seed, *part)

    def of_kind(self, kind: type) -> list:
        """Return the incidents of one class, in the order of their months."""
        return sorted((one for one in self.incidents if isinstance(one, kind)), key=lambda one: one.month)

    def span(self, incident) -> tuple[int, int]:
        """Return the first day of an incident that lasts some months, and the first one after it."""
        after = min(incident.month - 1 + incident.months, self.months)
        return int(self.calendar.edges[incident.month - 1]), int(self.calendar.edges[after])

    def price(self, product: str) -> np.ndarray:
        """Return the price of a product on each day."""
        return self._prices[product][0]

    def demand(self, product: str) -> np.ndarray:
        """Return by what each day's price, or a campaign, multiplies the rate at which people buy."""
        return self._prices[product][1]

    def price_before(self, change: PriceChange) -> float:
        """Return what a product cost until a change of its price."""
        earlier = [one for one in self.of_kind(PriceChange) if one.product == change.product]
        prices = [one.price for one in earlier if one.month < change.month]
        return float(prices[-1] if prices else self.blueprint.product(change.product).price)

    @cached_property
    def _prices(self) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        days = self.calendar.days
        products = self.blueprint.products
        prices = {one.id: (np.full(days, one.customer_price), np.ones(days)) for one in products}
        for change in self.of_kind(PriceChange):
            price, demand = prices[change.product]
            since = self.calendar.edges[change.month - 1]
            price[since:] = change.price
            demand[since:] *= _answer(change, self.price_before(change))
        for campaign in self.of_kind(Oversold):
            first, after = self.span(campaign)
            prices[campaign.product][1][first:after] *= campaign.sales_factor
        return prices

    def sold(self) -> set[str]:
        """Return the ids of the products that can be bought in the simulation."""
        assumed = self.assumptions
        plans = {change.to for change in assumed.plan_change.values()}
        offered = {*assumed.add_on_rate, *assumed.bundle_rate, *assumed.subscribe_rate, *plans}
        return offered | {product.id for product in self.cores}

    def plan_families(self) -> list[list[str]]:
        """Return the subscriptions that are plans of one another, in groups: a buyer takes one of a group.

        Products that no plan change connects stand alone, and are taken independently of one another.
        """
        assumed = self.assumptions
        family = {product: {product} for product in self.products}
        for plan, change in assumed.plan_change.items():
            merged = family[plan] | family[change.to]
            family |= dict.fromkeys(merged, merged)
        taken = {frozenset(family[plan]) for plan in [*assumed.subscribe_rate, *self.recurring_cores]}
        groups = [[product for product in self.products if product in group] for group in taken]
        return sorted(groups, key=lambda group: self.place(group[0]))


def _answer(change: PriceChange, before: float) -> float:
    """Return by what a change of price multiplies demand."""
    if change.elasticity == 0:
        return 1.0
    if change.price == 0:
        return ANY_DEMAND
    exponent = change.elasticity * math.log(change.price / before)
    # Rounded, because the last bit of a power depends on the platform's mathematical library.
    return round(math.exp(min(exponent, math.log(ANY_DEMAND))), 12)
