"""SAS: what is asked of software: trials and what becomes of them, activation, seats.

They are asked in the profile saas. The guides that the other rules come from are about courses and
communities; what they say of trials and activation is taken further here, and each note says by how much.
"""

from ecotools.rules.catalogue.software import software
from ecotools.rules.engine.limits import at_least
from ecotools.rules.engine.parts import Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.kpis import unwatched
from ecotools.rules.words.prices import recurring
from ecotools.rules.words.vocabulary import only

_TRIAL = ("consideration", "purchase")

_ELSEWHERE = dict.fromkeys(
    ("creator", "infoproduct", "community"), "It is about software that is tried, used and paid by the seat."
)


@software.rule(
    "SAS01",
    severity="warning",
    title="It is said how many trials become paying customers",
    reason="A trial that is not followed to its end tells what it costs, and not what it brings.",
    source=Seed("000", "31", "Memberships and Subscription Models"),
    basis="derived",
    over=lambda business: only(
        [one for one in recurring(business) if one.get("trial_days")], "a product with a trial"
    ),
    not_in=_ELSEWHERE,
    note="The source offers a trial to let people see the value; that its outcome is counted is what follows "
    "from it. The step of the funnel to purchase says it, the `conversion` of the product, its `first_offer` "
    "under assumptions, or a KPI such as trial_to_paid.",
    do="Count who begins a trial and who pays after it: `assumptions.first_offer`, or a KPI trial_to_paid.",
    fails="""
        profile: saas
        kpis: [{id: mrr, name: MRR}]
        products: [{id: team, name: Team, kind: core, price: 149, billing: month, trial_days: 14}]
        """,
    passes="""
        profile: saas
        kpis: [{id: trial_to_paid, name: Trials that pay}]
        products: [{id: team, name: Team, kind: core, price: 149, billing: month, trial_days: 14}]
        """,
)
def trials_are_followed(product):
    business = product.business
    steps = [step for step in business.get("funnel") if (step.get("from"), step.to) == _TRIAL]
    watched = not unwatched(["conversion"], business.get("kpis"))
    if not (steps or product.has("conversion") or _assumed(product) or watched):
        yield product.finding("trial_days", found=f"what becomes of the trials of {product.id} is not said")


@software.rule(
    "SAS02",
    severity="warning",
    title="A KPI tells how many accounts come to use it",
    reason="People who sign up and do nothing leave at the first bill, and no later stage wins them back.",
    source=(
        Seed("000", "17;75", "Mapping the Customer Journey; Common Mistakes"),
        Seed("003", "12;64", "Defining Compounding; Identifying High-Impact Levers"),
    ),
    basis="derived",
    not_in=_ELSEWHERE,
    note="The sources ask for activation and name no number for it. A KPI counts when its id or name "
    "speaks of activation, or its `family` is activation.",
    do="Choose the action that shows that an account works, and add a KPI activation_rate with it.",
    fails="""
        profile: saas
        kpis: [{id: mrr, name: MRR}]
        """,
    passes="""
        profile: saas
        kpis: [{id: activation_rate, name: Accounts with a first project}]
        """,
)
def activation_is_measured(business):
    if unwatched(["activation"], business.kpis):
        yield business.finding("kpis", found="no KPI about activation")


@software.rule(
    "SAS03",
    severity="warning",
    title="A price per seat says how many seats a customer has",
    reason="What a customer brings is the price of a seat times the seats: one of them says nothing.",
    source=Seed("000", "51", "Measuring Success"),
    kind="numeric",
    threshold=at_least(1, "seat"),
    basis="derived",
    over=lambda business: only([one for one in business.products if one.has("per_seat")], "a price per seat"),
    not_in=_ELSEWHERE,
    note="Revenue per user is in the source; that it is made of seats is arithmetic. The forecast takes "
    "price times seats as what one customer pays.",
    do="Write the seats of a customer on average under `seats`; a few invoices tell it.",
    fails="""
        profile: saas
        products: [{id: team, name: Team, kind: core, price: 12, billing: month, per_seat: true}]
        """,
    passes="""
        profile: saas
        products: [{id: team, name: Team, kind: core, price: 12, billing: month, per_seat: true, seats: 9}]
        """,
)
def seats_are_said(product, limit):
    if not product.has("seats") or product.seats not in limit:
        yield product.finding("seats", found=f"{product.id} is paid by the seat; how many seats is not said")


def _assumed(product: Part) -> bool:
    """Return whether the assumptions say what becomes of the first offer of a product."""
    assumed = product.business.get("assumptions")
    offers = assumed.get("first_offer") if assumed else None
    return offers is not None and offers.has(product.id)
