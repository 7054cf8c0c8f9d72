"""DAT: where data come from, whose they are, and whether they may leave."""

import re
from collections.abc import Iterator

from ecotools.rules.catalogue.data import data
from ecotools.rules.engine.limits import names
from ecotools.rules.engine.parts import Finding, Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import every, listed


@data.rule(
    "DAT01",
    severity="error",
    title="Every event says where it came from, whose it is and what came of it",
    reason="Without these three an event can be counted, but not followed to a person or to a result.",
    source=Seed("003", "104", "Data Amplification"),
    threshold=names("source", "user_id", "outcome"),
    over="platform.event_log",
    note="Case, spaces and hyphens make no difference: `User ID` is user_id.",
    do="Record the missing fields with the event; a pseudonym will do for the user.",
    fails="platform: {event_log: [{name: lesson_done, fields: [source, duration]}]}",
    passes="platform: {event_log: [{name: lesson_done, fields: [source, user_id, outcome]}]}",
)
def every_event_can_be_followed(event, wanted):
    have = [re.sub(r"[^a-z]+", "_", field.lower()) for field in event.stated("fields")]
    if lacking := wanted.lacking(have):
        yield event.finding("fields", found=f"{event.name} is logged without {listed(lacking, 'or')}")


@data.rule(
    "DAT02",
    severity="error",
    title="Data that leave the house may leave it, and as promised",
    reason="A transfer without a legal basis, or against a promise, costs fines and trust, and stays known.",
    source=Seed("003", "106;180", "Data Amplification; Frequently Asked Questions"),
    over="platform.data_flows",
    note="At least one law has to be named; which ones apply depends on where the users live.",
    do="Stop the transfer until it has a basis (consent, a contract ...), was checked against the law of "
    "your users, and is anonymous where you said so.",
    fails="""
        platform:
          data_flows:
            - {id: study, to: A university, legal_basis: none, regimes: [gdpr], promised_anonymous: false}
        """,
    passes="""
        platform:
          data_flows:
            - {id: study, to: A university, legal_basis: consent, regimes: [gdpr], anonymised: true,
               promised_anonymous: true}
        """,
)
def data_leave_with_permission(flow):
    yield from every(_has_a_basis(flow), _was_checked(flow), _keeps_the_promise(flow))


def _has_a_basis(flow: Part) -> Iterator[Finding]:
    """Yield a finding when nothing allows a transfer."""
    if flow.legal_basis == "none":
        yield flow.finding("legal_basis", found=f"{flow.id} has no legal basis")


def _was_checked(flow: Part) -> Iterator[Finding]:
    """Yield a finding when a transfer was checked against no law."""
    if not flow.stated("regimes"):
        yield flow.finding("regimes", found=f"{flow.id} was checked against no law")


def _keeps_the_promise(flow: Part) -> Iterator[Finding]:
    """Yield a finding when people can be recognised who were promised the contrary."""
    if flow.stated("promised_anonymous") and not flow.stated("anonymised"):
        yield flow.finding("anonymised", found=f"{flow.id} was promised to be anonymous, and is not")
