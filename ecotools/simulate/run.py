"""The simulation, from visitors to answers."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.ledger import Ledger
from ecotools.simulate import feature_test, marketplace, partners, referrals, spending, tables
from ecotools.simulate.engagement import ACTION_MIX, activity, answers
from ecotools.simulate.incidents import Incident
from ecotools.simulate.journey import Reached, touches
from ecotools.simulate.membership import with_invitations, with_members
from ecotools.simulate.orders import orders
from ecotools.simulate.platform import Beyond
from ecotools.simulate.referral_terms import Referral
from ecotools.simulate.scenario import Scenario
from ecotools.simulate.spending import Spending
from ecotools.simulate.subscriptions import subscriptions
from ecotools.simulate.truth import truth


def simulate(
    blueprint: Blueprint,
    months: int = 12,
    seed: int = 0,
    *,
    start="2025-01-01",
    scale: float = 1.0,
    incidents: Iterable[Incident] = (),
    spend: Mapping[str, Spending] | None = None,
    referral: Referral | None = None,
    ecosystem: Iterable[Beyond] = (),
) -> Ledger:
    """Return a ledger of what could happen in the ecosystem that a blueprint describes.

    Visitors come by channel (Poisson numbers a month, with growth) and pass the funnel's steps at the given
    rates times their channel's quality, each step after a geometric wait within its window. Who reaches the
    purchase orders once: a core product with add-ons, or a bundle; some are refunded, some subscribe, with
    shifted-beta-geometric churn, plan changes and failing payments; subscribers are active, buyers answer a
    survey. Nothing after the last month is seen: subscriptions that still run have no end.

    A free trial or an introductory price is simulated where ``assumptions.first_offer`` says what it does.

    What the assumptions do not connect is independent: who is activated stays no longer for it, and neither
    does who is active, unless ``assumptions.joining`` says who joins the community and what that does. Then
    those who would stay longer are busier in their first week and join more often, and joining itself
    prevents a share of the cancellations; ``truth["joining"]`` has how many would have stayed without it.

    Every parameter is in ``truth`` of the ledger, with the base of each rate under ``truth["bases"]``. The
    same arguments give the same tables on every platform. Each part draws from a random stream of its own.

    Parameters
    ----------
    blueprint : Blueprint
        It needs a core product, a funnel that leads to the purchase, and assumptions.
    months : int
        Calendar months to simulate, 1 to 600.
    seed : int
        Zero or more. Another seed gives another course of events under the same parameters.
    start : date-like
        First day.
    scale : float
        Multiplier on the visitors of all channels, and on the money that is spent on them.
    incidents : iterable of Incident
        What goes wrong or is changed, and when: BrokenOnboarding, PriceChange, FailedPaymentRun,
        NoNewContent, GhostTown, ToxicMonth, Oversold. Recorded in ``truth["incidents"]``.
    spend : dict, optional
        Channel -> `Spending`: what it is paid a month, and how many more visitors that brings. The ledger
        then has a table ``spend``, and ``truth["spend"]`` says what the money brought. Without it nobody is
        paid for, and the table is empty.
    referral : Referral, optional
        Whom those bring who reach the stage referral. ``truth["referral"]`` then says the K-factor of that
        loop, how long a turn takes, and how many it brought. Without it a referral brings nobody.
    ecosystem : list, optional
        What goes on beyond the shop's own sales: PartnerProgramme, UserAssets, FeatureTest, Trading. Each
        fills a table of the ledger (partners, assets, exposures, market) and is in ``truth["ecosystem"]``.
        A feature changes who buys; the others change no other table.

    Returns
    -------
    Ledger
        Ids are int64, days datetime64[us], small vocabularies categorical. Recurring payments are in
        ``subscriptions``, not in ``orders``.

    Raises
    ------
    ValueError, TypeError
        When an argument does not fit, or the blueprint lacks a section that a simulation needs.
    BlueprintError
        When the blueprint was changed into one that does not hold together.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml('''
    ... name: One course
    ... products: [{id: course, name: The course, kind: core, price: 199}]
    ... funnel: [{from: awareness, to: purchase, rate: 0.05}]
    ... assumptions: {channels: [{name: search, visitors_per_month: 1000}]}
    ... ''')
    >>> ledger = simulate(blueprint, months=6, seed=1)
    >>> ledger.end, ledger.truth["funnel"]
    (Timestamp('2025-07-01 00:00:00'), {'awareness>purchase': 0.05})
    >>> (ledger.touches["stage"] == "purchase").sum() - len(ledger.orders)
    np.int64(0)

    References
    ----------
    Fader & Hardie (2007), How to project customer retention: the churn.
    """
    scenario = Scenario.of(blueprint, months, seed, start, scale, incidents, spend, referral, ecosystem)
    visitors, reached = referrals.come(scenario)
    buyers = next(one for one in reached if one.stage == "purchase")
    periods, able = subscriptions(scenario, buyers)
    done = with_members(scenario, activity(scenario, periods), able, list(ACTION_MIX))
    said = with_invitations(scenario, answers(scenario, buyers), able)
    credit = spending.credited(scenario, visitors, buyers)
    made = {
        "touches": tables.touches_table(scenario, touches(scenario, visitors, reached, credit)),
        "orders": tables.orders_table(scenario, orders(scenario, credit, buyers)),
        "subscriptions": tables.subscriptions_table(scenario, periods),
        "activity": tables.activity_table(scenario, done),
        "surveys": tables.surveys_table(scenario, said),
    }
    facts = truth(scenario, made, able)
    if scenario.spending:
        made["spend"] = tables.spend_table(scenario, spending.spend(scenario))
        facts |= {"spend": spending.told(scenario, visitors, buyers)}
    if scenario.referral:
        facts |= {"referral": referrals.told(scenario, visitors, reached)}
    if scenario.ecosystem:
        made |= _beyond(scenario, buyers, reached)
        facts |= {"ecosystem": {type(one).__name__: asdict(one) for one in scenario.ecosystem.values()}}
    return Ledger(
        **made,
        currency=blueprint.currency,
        start=scenario.calendar.date(0),
        end=scenario.calendar.date(scenario.calendar.days),
        truth=facts,
    )


def _beyond(scenario: Scenario, buyers: Reached, reached: list[Reached]) -> dict[str, pd.DataFrame]:
    """Return the tables of what goes on beyond the shop's own sales, of those kinds that are simulated."""
    made = {
        "partners": lambda: tables.partners_table(scenario, partners.partners(scenario)),
        "assets": lambda: tables.assets_table(scenario, marketplace.assets(scenario, buyers)),
        "exposures": lambda: tables.exposures_table(scenario, feature_test.exposures(reached)),
        "market": lambda: tables.market_table(scenario, marketplace.market(scenario, buyers)),
    }
    return {name: make() for name, make in made.items() if name in scenario.ecosystem}
