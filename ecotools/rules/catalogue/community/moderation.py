"""COM: who looks after the community, and what members are told about its rules and its money."""

from ecotools.rules.catalogue.community import community
from ecotools.rules.engine.limits import at_least, between, names
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import denied, require


@community.rule(
    "COM01",
    severity="error",
    title="Somebody moderates, by written guidelines",
    reason="One hostile thread that nobody answers drives away more people than a month of posts brings.",
    source=(Seed("000", "37", "Creating a Community Layer"), Seed("002", "227-232;482;489", "Curation; FAQ")),
    threshold=at_least(1, "moderator"),
    basis="derived",
    over="community",
    note="The sources ask for moderation, and not for how many people.",
    do="Name a moderator, and write down what is welcome and what is not.",
    fails="community: {moderators: [], guidelines: Be kind}",
    passes="community: {moderators: [Cleo], guidelines: Be kind}",
)
def moderation_is_assigned(community, limit):
    nothing = denied(community, ["moderators", "guidelines"])
    if community.has("moderators") and len(community.moderators) not in limit:
        yield community.finding("moderators", found=f"{len(community.moderators)} for a whole community")
    if "moderators" in nothing:
        yield community.finding("moderators", found="nobody moderates")
    if "guidelines" in nothing:
        yield community.finding("guidelines", found="no guidelines")
    require(community, ["moderators", "guidelines"])


@community.rule(
    "COM15",
    severity="info",
    title="Ambassadors are found before the community scales",
    reason="Members who know the place can carry a part of it, once it has a culture to pass on.",
    source=Seed("002", "330-335;501", "Ambassadors; Phase 3"),
    kind="time-series",
    threshold=between(13, 24, "weeks into the community"),
    over="community.ambassadors",
    do="Start in the fourth to sixth month: late enough to know the people, before the crowd comes.",
    fails="community: {ambassadors: {start_week: 40}}",
    passes="community: {ambassadors: {start_week: 16}}",
)
def ambassadors_come_before_the_crowd(ambassadors, weeks):
    if ambassadors.start_week not in weeks:
        yield ambassadors.finding("start_week", found=f"they start in week {ambassadors.start_week}")


@community.rule(
    "COM20",
    severity="warning",
    title="Members can report a breach, and know what follows",
    reason="A rule binds when a breach can be told to somebody who then does what was announced.",
    source=Seed("002", "339;356-357;489", "Self-governance; Moderation; Phase 1"),
    threshold=names("guidelines", "reporting", "escalation"),
    over="community",
    do="Write it down in a sentence or two, and show it to every new member.",
    fails="community: {guidelines: Be kind, reporting: A button below every post, escalation: false}",
    passes="""
        community:
          guidelines: Be kind
          reporting: A button below every post
          escalation: A warning, then a week of silence, then the way out
        """,
)
def a_breach_can_be_reported(community, parts):
    for part in denied(community, parts.all):
        yield community.finding(part, found=f"no {part}")
    require(community, parts.all)


@community.rule(
    "COM24",
    severity="info",
    title="Members are told how money is made with the community",
    reason="Members accept a business that they can see through, and resent one they find out about.",
    source=Seed("002", "473", "FAQ"),
    over="community",
    do="Say in `monetisation_policy` what is free, what costs money and what the money is used for.",
    fails="community: {monetisation_policy: false}",
    passes="community: {monetisation_policy: The forum stays free; the club pays for its moderator}",
)
def members_know_how_money_is_made(community):
    if not community.stated("monetisation_policy"):
        yield community.finding("monetisation_policy", found="members are told nothing about money")
