"""FUN: what new people are sent and offered: the welcome sequence, and when the upsell begins."""

from ecotools.rules.catalogue.funnel import funnel
from ecotools.rules.engine.limits import between
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.flows import emails, set_off_by
from ecotools.rules.words.vocabulary import only


@funnel.rule(
    "FUN06",
    severity="info",
    title="The welcome sequence has five to seven emails",
    reason="Fewer do not build trust before the offer, and more are no longer read.",
    source=Seed("001", "88", "Funnel Design & Upsell Paths"),
    kind="numeric",
    threshold=between(5, 7, "emails"),
    note="It is the longest flow that a new lead sets off, counted along its longest way. Every step that "
    "reaches the lead counts; a wait, a tag, a role or a delivery without a message does not.",
    do="Add emails that help before they sell, or move the rest into a newsletter.",
    fails="""
        automations:
          - id: hello
            trigger: lead
            steps: [{action: welcome}, {action: message, delay_days: 2}]
        """,
    passes="""
        automations:
          - id: hello
            trigger: lead
            steps:
              - {action: welcome}
              - {action: message, delay_days: 1}
              - {action: message, delay_days: 3}
              - {action: message, delay_days: 5}
              - {action: message, delay_days: 7}
        """,
)
def the_welcome_sequence_is_long_enough(business, limit):
    flows = only(set_off_by(business, "lead"), "an automation with the trigger lead")
    longest = max(flows, key=emails)
    if (many := emails(longest)) not in limit:
        yield longest.finding("steps", found=f"{longest.id} has {many} email{'' if many == 1 else 's'}")


@funnel.rule(
    "FUN07",
    severity="warning",
    title="The upsell begins after the first month and within the second",
    reason="A customer who has no result yet does not want more, and one who got it long ago has moved on.",
    source=Seed("001", "90-91", "Funnel Design & Upsell Paths"),
    kind="time-series",
    threshold=between(30, 56, "days"),
    over=lambda business: only(_upsells(business), "an upsell in a flow set off by purchase or join"),
    note="The source wants weeks 4 to 8, and an activation of 30 days before. Week 4 begins on day 22, so "
    "the later start holds; week 8 ends on day 56. Days count from the purchase or the joining. A flow that "
    "the activation itself sets off is in time. What is offered at the checkout is no upsell in this sense.",
    not_in={"saas": "Its weeks are those of a course; a plan is changed when the work asks for it."},
    do="Move the first upsell into the weeks after the activation, or let the activation set off its flow.",
    fails="""
        automations: [{id: more, trigger: purchase, steps: [{action: upsell, delay_days: 3}]}]
        """,
    passes="""
        automations: [{id: more, trigger: purchase, steps: [{action: upsell, delay_days: 35}]}]
        """,
)
def the_upsell_begins_after_activation(flow, days):
    if flow.trigger == "activation":
        return
    first = min((step for step in flow.steps if step.action == "upsell"), key=lambda step: step.delay_days)
    if first.delay_days not in days:
        found = f"{flow.id} offers more {first.delay_days:g} days after the {flow.trigger}"
        yield first.finding("delay_days", found=found)


def _upsells(business):
    flows = set_off_by(business, "purchase", "join", "activation")
    return [flow for flow in flows if any(step.action == "upsell" for step in flow.get("steps", []))]
