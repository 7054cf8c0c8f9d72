"""PRC: how prices are set, tried and promised."""

from ecotools.rules.catalogue.pricing import pricing
from ecotools.rules.engine.limits import at_least, at_most, between, exactly
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.prices import recurring
from ecotools.rules.words.vocabulary import free, kinds, money, of_kind, only, paid, percent

_FROM = {"cost": "its cost", "competition": "what competitors ask", "hours": "hours of work"}


@pricing.rule(
    "PRC06",
    severity="warning",
    title="The pricing page has three tiers: entry, middle and premium",
    reason="Three leave a middle to choose and one for each purse; with more, people put the choice off.",
    source=Seed("000", "39", "Bundling and Tiered Pricing"),
    kind="numeric",
    threshold=exactly(3, "tiers"),
    per_profile={
        "community": ([3, 5], "Memberships are also described with five: free, paid, VIP, team, for life."),
    },
    note="Levels of coaching are counted by LAD18, not here.",
    do="Leave three tiers on the page; sell the others elsewhere, or as add-ons.",
    fails="""
        products:
          - {id: course, name: Course, kind: core, price: 199}
          - {id: coach, name: Coaching, kind: coaching, price: 997}
        ladder: {tiers: [{product: course}, {product: coach}]}
        """,
    passes="""
        products:
          - {id: book, name: Book, kind: core, price: 59}
          - {id: course, name: Course, kind: core, price: 199}
          - {id: coach, name: Coaching, kind: coaching, price: 997}
        ladder: {tiers: [{product: book}, {product: course}, {product: coach}]}
        """,
)
def there_are_three_tiers(business, limit):
    if (tiers := len(business.ladder.stated("tiers"))) not in limit:
        yield business.ladder.finding("tiers", found="1 tier" if tiers == 1 else f"{tiers} tiers")


@pricing.rule(
    "PRC07",
    severity="info",
    title="A subscription can be tried for free or for less",
    reason="Nobody can judge from outside what comes month by month, and a trial costs next to nothing.",
    source=Seed("000", "31", "Memberships and Subscription Models"),
    threshold=at_least(14, "days of free trial, or a first price below the usual one"),
    over=lambda business: [p for p in recurring(business, "subscription") if not free(p)],
    note="The source names a trial of 14 days or a first month for a dollar. How low a first price has to "
    "be we leave to the business: any below the usual one counts. `trial_days: 0` says that there is no "
    "trial.",
    do="Offer two weeks for free, or a first month for a dollar.",
    fails="""
        products: [{id: lib, name: Library, kind: subscription, price: 19, billing: month, trial_days: 0}]
        """,
    passes="""
        products:
          - {id: lib, name: Library, kind: subscription, price: 19, billing: month, trial_days: 14}
        """,
)
def a_subscription_can_be_tried(product, limit):
    first = product.get("intro_price")
    if first is not None and first < product.price:
        return
    if (days := product.stated("trial_days")) not in limit:
        trial = f"a trial of {days} days" if days else "no trial"
        month = "no lower first price" if first is None else f"a first price of {money(first, product)}"
        yield product.finding("trial_days", found=f"{trial} and {month}")


@pricing.rule(
    "PRC08",
    severity="info",
    title="Core and coaching prices come from what they are worth to customers",
    reason="Hours and costs are the seller's matter; customers pay for what changes for them.",
    source=(
        Seed("000", "94", "Frequently Asked Questions"),
        Seed("001", "71", "Coaching Pricing Psychology"),
    ),
    over=lambda business: only(
        [p for p in of_kind(business, "core", "coaching") if not free(p)],
        "a core product or coaching with a price above 0",
    ),
    do="Ask customers what the result is worth to them, price by it, and write `pricing_basis: value`.",
    fails="products: [{id: coach, name: Coaching, kind: coaching, price: 900, pricing_basis: hours}]",
    passes="products: [{id: coach, name: Coaching, kind: coaching, price: 900, pricing_basis: value}]",
)
def prices_come_from_value(product):
    if product.pricing_basis != "value":
        found = f"the price of {product.id} comes from {_FROM[product.pricing_basis]}"
        yield product.finding("pricing_basis", found=found)


@pricing.rule(
    "PRC09",
    severity="warning",
    title="Every bundle was tried in an experiment",
    reason="What belongs together in the eyes of customers cannot be thought out, only tried.",
    source=Seed("000", "41", "Bundling and Tiered Pricing"),
    threshold=at_least(1, "experiment"),
    over=kinds("bundle"),
    do="Add an experiment with the bundle as its `subject`: half of the visitors see it, half do not.",
    fails="""
        products: [{id: box, name: Box, kind: bundle, price: 239}]
        growth: {experiments: []}
        """,
    passes="""
        products: [{id: box, name: Box, kind: bundle, price: 239}]
        growth: {experiments: [{id: box_test, subject: box, kind: ab_test}]}
        """,
)
def every_bundle_was_tried(bundle, limit):
    experiments = bundle.business.growth.stated("experiments")
    tried = sum(experiment.get("subject") == bundle.id for experiment in experiments)
    if tried not in limit:
        yield bundle.finding(found=f"{tried or 'no'} experiment{'s' * (tried > 1)} with {bundle.id}")


@pricing.rule(
    "PRC10",
    severity="warning",
    title="No product costs more than customers say it is worth",
    reason="A price above the perceived value turns away even those who want it.",
    source=Seed("000", "41", "Bundling and Tiered Pricing"),
    kind="numeric",
    threshold=at_most(1, "times its perceived value"),
    basis="derived",
    over=paid,
    note="The source sets price beside perceived value; that one is not to exceed the other is ours. "
    "Price and value are both those of one sale, or of one billing interval.",
    do="Lower the price, or add what raises the value; ask customers again with a price survey.",
    fails="products: [{id: kit, name: Kit, kind: add_on, price: 49, value: 40}]",
    passes="products: [{id: kit, name: Kit, kind: add_on, price: 49, value: 75}]",
)
def no_price_is_above_the_value(product, limit):
    price, value = product.price, product.value
    if (price / value if value else float("inf")) not in limit:
        yield product.finding(
            "price", found=f"{product.id} costs {money(price, product)} and is worth {money(value, product)}"
        )


@pricing.rule(
    "PRC11",
    severity="info",
    title="High-ticket offers come with a guarantee",
    reason="The larger the sum, the more a buyer fears a mistake; a clear promise takes that fear over.",
    source=Seed("001", "74", "Coaching Pricing Psychology"),
    over=lambda business: only(
        [p for p in business.products if p.kind == "coaching" or p.get("ticket") == "high"],
        "a product of kind coaching or with ticket: high",
    ),
    do="Write under `guarantee` what you promise and what the customer has to do for it; promise no "
    "results that are not yours to give.",
    fails="products: [{id: coach, name: Coaching, kind: coaching, price: 2990, guarantee: false}]",
    passes="""
        products:
          - id: coach
            name: Coaching
            kind: coaching
            price: 2990
            guarantee: The last month is free when the plan was followed and no client came
        """,
)
def high_ticket_offers_have_a_guarantee(product):
    if not product.stated("guarantee"):
        yield product.finding("guarantee", found=f"{product.id} comes without a guarantee")


@pricing.rule(
    "PRC12",
    severity="info",
    title="What premium tiers are expected to add is within what others report",
    reason="A plan that counts on more than others have seen needs a reason that is not in the source.",
    source=Seed("002", "25", "Revenue Generation Multipliers"),
    kind="numeric",
    threshold=between(0.25, 0.4, "% of the revenue"),
    basis="benchmark",
    note="The source does not say of which revenue; we take what the business earns without premium tiers.",
    do="Plan with a number of the band, or measure your own before you count on it.",
    fails="assumptions: {premium_uplift: 0.6}",
    passes="assumptions: {premium_uplift: 0.3}",
)
def the_premium_uplift_is_within_what_others_report(business, limit):
    if (uplift := business.assumptions.premium_uplift) not in limit:
        yield business.assumptions.finding(
            "premium_uplift", found=f"premium tiers are expected to add {percent(uplift)}"
        )
