"""PRC: prices against the bands that others quote, by kind of product, layer and type of community."""

from collections.abc import Iterator

from ecotools.rules.catalogue.pricing import pricing
from ecotools.rules.engine.limits import Band, between, per_kind
from ecotools.rules.engine.parts import Finding, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.prices import in_currency, recurring
from ecotools.rules.words.vocabulary import free, layer, listed, money, monthly, of_kind, only

_DOLLARS = (
    "The band is in dollars: a business with another currency states its rate in `per_dollar`, and the "
    "band is converted, or sets its own threshold."
)


@pricing.rule(
    "PRC01",
    severity="info",
    title="The core product costs what such products cost",
    reason="Far below the usual price it looks worthless, far above it strangers need a sales call first.",
    source=Seed("000", "60", "Comparison Table"),
    kind="numeric",
    threshold=between(50, 500, "$"),
    basis="benchmark",
    per_profile={
        "infoproduct": ([297, 997], "Courses there cost $297 to $697, a whole programme $997 (PRC04)."),
    },
    over=lambda business: _sold_once(business, "core"),
    note=f"It is about a core product that is sold once; PRC03 has the band of a monthly price. {_DOLLARS}",
    do="Compare with three similar offers, and move the price or say what makes yours different.",
    fails="products: [{id: course, name: Course, kind: core, price: 29}]",
    passes="products: [{id: course, name: Course, kind: core, price: 199}]",
)
def the_core_price_is_usual(product, limit):
    yield from _outside(product, product.price, in_currency(limit, product, "PRC01"))


@pricing.rule(
    "PRC02",
    severity="info",
    title="An add-on costs little enough to be added at checkout",
    reason="An add-on is bought on the spot, so its price must not ask for a second thought.",
    source=Seed("000", "61", "Comparison Table"),
    kind="numeric",
    threshold=between(10, 150, "$"),
    basis="benchmark",
    over=lambda business: _sold_once(business, "add_on"),
    note="Free extras are left out, and add-ons with `ticket: high`: the same source puts coaching, at a "
    f"higher price, on the same checkout. {_DOLLARS}",
    do="Split it or cut it down to a smaller add-on, or mark it as `ticket: high` and sell it as such.",
    fails="products: [{id: kit, name: Kit, kind: add_on, price: 390}]",
    passes="products: [{id: kit, name: Kit, kind: add_on, price: 49}]",
)
def the_price_of_an_add_on_is_usual(product, limit):
    if product.get("ticket") != "high":
        yield from _outside(product, product.price, in_currency(limit, product, "PRC02"))


@pricing.rule(
    "PRC03",
    severity="info",
    title="A subscription costs what such subscriptions cost a month",
    reason="A monthly price is weighed again every month, against everything else that is paid monthly.",
    source=Seed("000", "62", "Comparison Table"),
    kind="numeric",
    threshold=between(9, 99, "$ a month"),
    basis="benchmark",
    per_profile={
        "infoproduct": ([9, 197], "The monthly part of a whole programme is quoted as $197 (PRC04)."),
        "community": ([9, 499], "A closed group asks up to $499 a month (PRC05)."),
    },
    over=lambda business: [p for p in recurring(business, "subscription", "core") if not free(p)],
    note="Quarterly and yearly prices are taken by the month. Communities have bands of their own, by type: "
    f"PRC05. {_DOLLARS}",
    not_in={"saas": "The band is that of memberships; software for firms is priced by what it saves them."},
    do="Compare with three similar offers; a more expensive one may be a community or coaching, "
    "and sell better so.",
    fails="products: [{id: club, name: Club, kind: subscription, price: 4, billing: month}]",
    passes="products: [{id: club, name: Club, kind: subscription, price: 190, billing: year}]",
)
def the_price_of_a_subscription_is_usual(product, limit):
    yield from _outside(product, monthly(product), in_currency(limit, product, "PRC03"), " a month")


@pricing.rule(
    "PRC04",
    severity="info",
    title="Each layer of courses, community and coaching costs what it does elsewhere",
    reason="Layers sell each other up only when the steps between their prices are the ones buyers know.",
    source=Seed("001", "28-31", "Revenue Streams"),
    kind="numeric",
    threshold=per_kind(
        {
            "course": between(297, 697, "$"),
            "course and community": between(497, 997, "$"),
            "its month": between(29, 149, "$ a month"),
            "whole programme": between(997, 2997, "$"),
            "its month with coaching": between(97, 297, "$ a month"),
            "coaching": between(2997, 9997, "$"),
        }
    ),
    basis="benchmark",
    per_profile={
        profile: ({"course": [50, 697], "coaching": [150, 9997]}, why)
        for profile, why in {
            "creator": "Creators sell courses from $50 on (PRC01), and coaching at 3 times that or more.",
            "community": "Courses for members begin at $50 (PRC01), and coaching at 3 times that.",
        }.items()
    },
    over=lambda business: only(_layers(business), "a core product, bundle or coaching sold once"),
    note="A course is a core product sold once; a bundle of a course and a recurring community is the second "
    "layer, with coaching in it the whole programme. The source quotes one price for these ($497 and $97 a "
    "month, $997 and $197 a month): each band begins there and ends where the next layer begins, and a month "
    f"costs what it does in PRC05. {_DOLLARS}",
    not_in={"saas": "Its layers are course, community and coaching."},
    do="Move the price towards the band, or move what belongs to a neighbouring layer there.",
    fails="""
        profile: infoproduct
        products: [{id: coach, name: Coaching, kind: coaching, price: 690}]
        """,
    passes="""
        profile: infoproduct
        products:
          - {id: course, name: Course, kind: core, price: 397}
          - {id: club, name: Club, kind: community, price: 97, billing: month}
          - {id: both, name: Course and club, kind: bundle, price: 497, includes: [course, club]}
        """,
)
def each_layer_costs_what_it_does_elsewhere(product, limit):
    step = layer(product)
    yield from _outside(product, product.price, in_currency(limit[step], product, "PRC04"), f" ({step})")
    month = {"course and community": "its month", "whole programme": "its month with coaching"}.get(step)
    for member in _included(product) if month else ():
        if member.kind == "community":
            band = in_currency(limit[month], product, "PRC04")
            yield from _outside(member, monthly(member), band, f" a month, in {product.id}")


@pricing.rule(
    "PRC05",
    severity="info",
    title="A community costs what communities of its type cost a month",
    reason="Members compare with other groups that do as much with them: access alone, or a programme.",
    source=Seed("001", "49-52", "Community Models"),
    kind="numeric",
    threshold=per_kind(
        {
            "basic": between(29, 49, "$ a month"),
            "programmed": between(79, 149, "$ a month"),
            "mastermind": between(199, 499, "$ a month"),
            "hybrid": between(97, 297, "$ a month"),
        }
    ),
    basis="benchmark",
    per_profile={
        "creator": (
            {"basic": [9, 49], "programmed": [49, 149]},
            "Another source lets any subscription begin at $9 (PRC03), and one person's programme is small.",
        ),
    },
    over=lambda business: only(
        [p for p in _memberships(business) if not free(p)], "a community that is paid for by the month"
    ),
    note="The bands overlap, and leave a gap from $49 to $79 that belongs to no type. Free tiers are left "
    f"out. {_DOLLARS}",
    do="Change the price, or name the type that the community has: what is done with members decides it.",
    fails="""
        community: {type: mastermind}
        products: [{id: club, name: Club, kind: community, price: 39, billing: month}]
        """,
    passes="""
        community: {type: basic}
        products: [{id: club, name: Club, kind: community, price: 39, billing: month}]
        """,
)
def the_price_of_a_community_fits_its_type(product, limit):
    type = product.business.community.type
    band = in_currency(limit[type], product, "PRC05")
    yield from _outside(product, monthly(product), band, f" a month for a {type} community")


def _outside(product: Part, price: float, band: Band, of: str = "") -> Iterator[Finding]:
    """Yield a finding when a price is outside a band."""
    if price not in band:
        where = "below" if band.low is not None and price < band.low else "above"
        found = f"{product.id} costs {money(price, product)}{of}, {where} the band"
        yield product.finding("price", found=found, threshold=str(band))


def _sold_once(business: Part, *kind: str) -> list[Part]:
    """Return the products of these kinds that are paid for once."""
    once = [p for p in of_kind(business, *kind) if p.billing == "one_time" and not free(p)]
    return only(once, f"a product of kind {listed(kind, 'or')} that is sold once, for more than 0")


def _layers(business: Part) -> list[Part]:
    """Return the products that are a layer of an information business."""
    return [p for p in business.products if p.billing == "one_time" and layer(p) and not free(p)]


def _included(product: Part) -> list[Part]:
    """Return the products in a bundle."""
    ids = product.get("includes")
    return [other for other in product.business.products if other.id in ids]


def _memberships(business: Part) -> list[Part]:
    """Return the recurring products that let people into the community: its tiers, if it names them."""
    tiers = business.community.get("tiers")
    kind = ("community", "subscription") if tiers else ("community",)
    return [p for p in recurring(business, *kind) if not tiers or p.id in tiers]
