"""AUT: the systems below: one login, one place for the numbers, one for the money."""

from ecotools.rules.catalogue.automation import automation
from ecotools.rules.engine.limits import exactly
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import listed


@automation.rule(
    "AUT06",
    severity="info",
    title="One login opens every platform",
    reason="Every further password is a place where members stay outside.",
    source=Seed("001", "104", "Integration Priorities"),
    do="Switch single sign-on on, or move to platforms that share a login.",
    fails="stack: {sso: false}",
    passes="stack: {sso: true}",
)
def one_login_opens_every_platform(business):
    if not business.stack.stated("sso"):
        yield business.stack.finding("sso", found="each platform has a login of its own")


@automation.rule(
    "AUT07",
    severity="warning",
    title="One system collects the numbers of all platforms",
    reason="A journey that is split over systems shows where people arrive, never where they came from.",
    source=(
        Seed("001", "106", "Integration Priorities"),
        Seed("002", "434", "Content Distribution Strategy"),
    ),
    threshold=exactly(1, "system"),
    basis="derived",
    note="The sources ask for unified analytics; one system is what that comes to.",
    do="Choose the system that counts, and send the events of the others there.",
    fails="stack: {analytics: [Countbook, Course platform, Mail tool]}",
    passes="stack: {analytics: [Countbook]}",
)
def one_system_collects_the_numbers(business, limit):
    yield from _systems(business, "analytics", "collects numbers", limit)


@automation.rule(
    "AUT08",
    severity="warning",
    title="One system takes subscriptions and one-time payments",
    reason="With two of them one customer is two people, and revenue is added up by hand.",
    source=Seed("001", "107", "Integration Priorities"),
    threshold=exactly(1, "system"),
    do="Move all payments to the system that can do both.",
    fails="stack: {payments: [Paydesk, Shop checkout]}",
    passes="stack: {payments: [Paydesk]}",
)
def one_system_takes_the_money(business, limit):
    yield from _systems(business, "payments", "takes payments", limit)


def _systems(business, field, does_what, limit):
    """Yield a finding when more systems, or fewer, do one thing."""
    systems = list(dict.fromkeys(business.stack.stated(field)))
    if len(systems) not in limit:
        found = f"{len(systems)} systems: {listed(systems)}" if systems else f"no system {does_what}"
        yield business.stack.finding(field, found=found)
