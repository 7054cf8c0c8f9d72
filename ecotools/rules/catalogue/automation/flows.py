"""AUT: flows that deliver, greet, ask and offer, and come to an end."""

from ecotools.blueprint.flows import END, START, loops_without_exit
from ecotools.rules.catalogue.automation import automation
from ecotools.rules.engine.limits import names
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.flows import AFTER_PURCHASE, does, flow_graph, named, reaches_people, some
from ecotools.rules.words.vocabulary import STAGES, every, listed


@automation.rule(
    "AUT01",
    severity="error",
    title="A purchase sets off the delivery and a welcome",
    reason="A buyer who waits for what was paid for, or hears nothing, doubts the purchase within the hour.",
    source=(
        Seed("000", "44-45;84", "Automating Delivery and Customer Success; Step-by-Step Guide"),
        Seed("001", "105", "Integration Priorities"),
    ),
    threshold=names("deliver", "welcome"),
    per_profile={"saas": (["welcome"], "Software delivers itself: an account is open at once.")},
    note="Both may stand in one flow. A welcome may also be set off by the delivery or, where nothing but "
    "memberships is sold, by joining.",
    do="Add a flow with the trigger purchase that has a step for it.",
    fails="""
        automations: [{id: paid, trigger: purchase, steps: [{action: deliver}]}]
        """,
    passes="""
        automations: [{id: paid, trigger: purchase, steps: [{action: deliver}, {action: welcome}]}]
        """,
)
def a_purchase_delivers_and_welcomes(business, actions):
    welcomed = ("purchase", "delivery", "join") if _only_memberships(business) else ("purchase", "delivery")
    by = {"deliver": ("purchase",), "welcome": welcomed}
    if lacking := actions.lacking(action for action in actions.all if does(business, action, *by[action])):
        words = {"deliver": "delivers", "welcome": "welcomes"}
        found = f"after a purchase no automation {listed((words[one] for one in lacking), 'and none')}"
        yield business.finding("automations", found=found)


@automation.rule(
    "AUT02",
    severity="warning",
    title="Every touchpoint has an automation or a person who sees to it",
    reason="What is nobody's task is done when somebody remembers it.",
    source=(
        Seed("000", "46", "Automating Delivery and Customer Success"),
        Seed("004", "115", "Strategies to strengthen digital ecosystems"),
    ),
    over="journey",
    note="The sources want touchpoints mapped and automated; a person who looks after one is enough for us.",
    do="Name an `owner`, or the `automation` that does it.",
    fails="""
        journey: [{id: mails, stage: consideration, asset: Mails}]
        """,
    passes="""
        automations: [{id: hello, trigger: lead}]
        journey:
          - {id: mails, stage: consideration, asset: Mails, automation: hello}
          - {id: call, stage: retention, asset: Monthly call, owner: Ada}
        """,
)
def every_touchpoint_is_seen_to(point):
    if not point.has("automation") and not point.has("owner"):
        yield point.finding("owner", found=f"{point.id} has no automation and no owner")


@automation.rule(
    "AUT03",
    severity="warning",
    title="Each automated message speaks to the stage its readers are at, and gives them something",
    reason="A message for another stage, or one that only asks, teaches people not to open the next.",
    source=(
        Seed("000", "47", "Automating Delivery and Customer Success"),
        Seed("001", "88", "7-Step Ecosystem Funnel"),
    ),
    over="automations",
    note="A flow has the stage at which people are when it starts. The welcome sequence of one guide ends in "
    "the decision to buy, so a flow that a lead sets off may speak of the purchase; elsewhere a message for "
    "the very next stage is a remark. Steps that nobody is told of need no message.",
    do="Say under `value` what the reader gets; move a message for another stage into a flow of that stage.",
    fails="""
        automations:
          - id: paid
            trigger: purchase
            stage: activation
            steps: [{action: message, message: {stage: awareness, value: Our story}}]
        """,
    passes="""
        automations:
          - id: paid
            trigger: purchase
            stage: activation
            steps: [{action: message, message: {stage: activation, value: The first task}}]
        """,
)
def each_message_fits_its_reader(flow):
    steps = [(at, step) for at, step in enumerate(flow.steps) if reaches_people(step)]
    yield from every(*(_message(flow, step, at) for at, step in steps))


@automation.rule(
    "AUT04",
    severity="info",
    title="Buyers are asked how it went",
    reason="Only those who have it know what is missing, and few of them write unasked.",
    source=Seed("000", "45", "Automating Delivery and Customer Success"),
    note="It comes from an example of the source, which sends a survey after the e-book. "
    "It looks at flows that a purchase, a delivery, joining, activation or a renewal sets off: who has "
    "cancelled is asked too late.",
    do="Add a step survey some days after the delivery, with one question.",
    fails="automations: [{id: paid, trigger: purchase, steps: [{action: deliver}]}]",
    passes="""
        automations:
          - {id: paid, trigger: purchase, steps: [{action: deliver}, {action: survey, delay_days: 14}]}
        """,
)
def buyers_are_asked(business):
    if not does(business, "survey", *AFTER_PURCHASE):
        yield business.finding("automations", found="no survey after a purchase")


@automation.rule(
    "AUT05",
    severity="info",
    title="A related product is offered after the delivery",
    reason="A customer who has just got what helps is more open to the next thing than any stranger.",
    source=Seed("000", "45", "Automating Delivery and Customer Success"),
    note="It comes from an example of the source, which offers a video series after the e-book. "
    "In a flow that delivers, the step has to come after the delivery.",
    do="Add a step cross_sell behind the delivery, when the customer has used what was bought.",
    fails="""
        automations:
          - {id: paid, trigger: purchase, steps: [{action: cross_sell}, {action: deliver}]}
        """,
    passes="""
        automations:
          - {id: paid, trigger: purchase, steps: [{action: deliver}, {action: cross_sell, delay_days: 35}]}
        """,
)
def something_related_is_offered_after_delivery(business):
    if not some(business, AFTER_PURCHASE, _cross_sells_after_delivery):
        before = does(business, "cross_sell", *AFTER_PURCHASE)
        found = "the cross-sell comes before the delivery" if before else "no cross-sell after a delivery"
        yield business.finding("automations", found=found)


@automation.rule(
    "AUT09",
    severity="error",
    title="Every flow comes to an end, and every step of it can be reached",
    reason="A loop without an exit writes to people forever; a step that nothing leads to is never done.",
    source=Seed("000", "46", "Automating Delivery and Customer Success"),
    kind="graph",
    basis="derived",
    over="automations",
    note="A step leads to those of its `next`, else to the following one; the last one, an empty `next` and "
    "the action end are exits. So is a condition in the loop: no rule can read whether it ever fails.",
    do="Give the loop a step that leads out of it, and let something lead to every step, or delete the step.",
    fails="""
        automations:
          - id: nudge
            trigger: inactivity
            steps: [{id: ask, action: remind}, {action: wait, next: [ask]}, {action: end}]
        """,
    passes="""
        automations:
          - id: nudge
            trigger: inactivity
            steps: [{id: ask, action: remind}, {action: wait, next: [ask, done]}, {id: done, action: end}]
        """,
)
def flows_come_to_an_end(flow):
    import networkx as nx

    graph, steps = flow_graph(flow), flow.steps
    reached = nx.descendants(graph, START)
    for at in sorted(set(range(len(steps))) - reached):
        yield steps[at].finding(found=f"nothing leads to {named(steps[at], at)} of {flow.id}")
    for loop in loops_without_exit(graph):
        if not any(steps[at].has("condition") for at in loop):
            found = f"{flow.id} never ends: no way out of {listed(named(steps[at], at) for at in loop)}"
            yield steps[loop[-1]].finding("next", found=found)


def _only_memberships(business):
    kinds = {product.kind for product in business.get("products")} - {"lead_magnet"}
    return bool(kinds) and kinds <= {"community", "subscription"}


def _message(flow, step, at):
    """Yield what is wrong with the message of a step."""
    message, where = step.message, f"{named(step, at)} of {flow.id}"
    if not message.has("value"):
        yield message.finding("value", found=f"{where} says nothing about what its reader gets")
    ahead = STAGES.index(message.stage) - STAGES.index(flow.stage)
    decides = message.stage == "purchase" and flow.get("trigger") == "lead"
    if ahead and not decides:
        found = f"{where} speaks to {message.stage}, its readers are at {flow.stage}"
        yield message.finding("stage", found=found, severity="info" if ahead == 1 else "")


def _cross_sells_after_delivery(flow):
    import networkx as nx

    graph, action = flow_graph(flow), [step.action for step in flow.steps]
    delivered = [at for at, one in enumerate(action) if one == "deliver"]
    after = set().union(*(nx.descendants(graph, at) for at in delivered or [START]))
    return any(action[at] == "cross_sell" for at in after if at not in (START, END))
