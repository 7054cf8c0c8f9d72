"""AUT: what members and learners get without anyone's work."""

from ecotools.rules.catalogue.automation import automation
from ecotools.rules.engine.limits import names
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.flows import some
from ecotools.rules.words.vocabulary import listed, only, plain


@automation.rule(
    "AUT10",
    severity="info",
    title="New members are welcomed, given their role and reminded without anyone's work",
    reason="The first hour of a member must not depend on who is awake.",
    source=Seed("002", "115-119", "Automation and Moderation"),
    threshold=names("welcome", "assign_role", "remind"),
    note="Set off by joining, or by the purchase of a community. Reminders may also come by a schedule or "
    "after inactivity. A business without a community is not checked.",
    do="Add the step to the flow that starts when somebody joins.",
    fails="""
        automations: [{id: joined, trigger: join, steps: [{action: welcome}, {action: assign_role}]}]
        """,
    passes="""
        automations:
          - {id: joined, trigger: join, steps: [{action: welcome}, {action: assign_role}]}
          - {id: events, trigger: schedule, steps: [{action: remind}]}
        """,
)
def members_are_looked_after(business, actions):
    _require_community(business)
    if lacking := actions.lacking(action for action in actions.all if _for_members(business, action)):
        words = {"welcome": "welcomes members", "assign_role": "gives them a role", "remind": "reminds them"}
        found = f"no automation {listed((words[one] for one in lacking), 'or')}"
        yield business.finding("automations", found=found)


@automation.rule(
    "AUT11",
    severity="info",
    title="What is taught over time is unlocked by a schedule",
    reason="Everything at once is a heap to get through; a part at a time is a next step.",
    source=Seed("000", "44", "Automating Delivery and Customer Success"),
    basis="default",
    over=lambda business: only(_over_time(business), "a product that is taught over time"),
    note="The source says that tools release content by schedule; that this is better than all at once is "
    "ours. It looks at what is delivered self_paced, as a cohort or as a membership and, where nothing "
    "is said, at core products, subscriptions and communities that say something about `drip_days`.",
    not_in={"saas": "Software is used, not taught part by part."},
    do="List under `drip_days` on which days after the purchase a part is unlocked.",
    fails="""
        products: [{id: course, name: Course, kind: core, delivery: self_paced, drip_days: []}]
        """,
    passes="""
        products: [{id: course, name: Course, kind: core, delivery: self_paced, drip_days: [0, 7, 14]}]
        """,
)
def what_is_taught_over_time_has_a_schedule(product):
    if not any(product.stated("drip_days")):
        yield product.finding("drip_days", found=f"{product.id} is unlocked all at once")


def _require_community(business):
    products = business.get("products")
    if not business.has("community") and not any(one.kind == "community" for one in products):
        flows = business.get("automations", [])
        only([flow for flow in flows if flow.get("trigger") == "join"], "a community")


def _for_members(business, action):
    """Say whether an automation does this for members."""
    communities = {product.id for product in business.get("products") if product.kind == "community"}
    more = ("schedule", "inactivity") if action == "remind" else ()

    def done(flow):
        about = flow.trigger != "purchase" or flow.get("product") in communities
        return about and any(step.action == action for step in flow.stated("steps"))

    return some(business, ("join", "purchase", *more), done)


def _over_time(business):
    """Return the products whose content comes bit by bit, or could."""
    return [product for product in business.products if _comes_bit_by_bit(product)]


def _comes_bit_by_bit(product):
    if product.has("delivery"):
        return product.delivery in ("self_paced", "cohort", "membership")
    if product.kind not in ("core", "subscription", "community"):
        return False
    return plain(product).said("drip_days")
