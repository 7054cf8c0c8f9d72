"""COM: what the community and each of its platforms is for."""

from itertools import takewhile

from ecotools.rules.catalogue.community import community
from ecotools.rules.engine.limits import names
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import denied, listed, require


@community.rule(
    "COM09",
    severity="error",
    title="Purpose, goals and success metrics of the community are written down",
    reason="Without them nobody can say what belongs there, nor whether it works.",
    source=Seed("002", "482;487", "FAQ; Phase 1"),
    threshold=names("purpose", "goals", "metrics"),
    over="community",
    note="Once one of them is said, silence about the others counts: here is where they are written down.",
    do="Add them under `community`; `metrics` takes the ids of KPIs.",
    fails="community: {purpose: Nobody bakes alone, goals: []}",
    passes="""
        community: {purpose: Nobody bakes alone, goals: [Two loaves a month], metrics: [active_members]}
        kpis: [{id: active_members, name: Active members}]
        """,
)
def the_purpose_is_written_down(community, parts):
    lacking = [part for part in parts.all if not community.has(part)]
    if len(lacking) == len(parts.all) and not denied(community, lacking):
        require(community, lacking)
    if lacking:
        yield community.finding(lacking[0], found=f"no {listed(lacking, 'or')}")


@community.rule(
    "COM18",
    severity="warning",
    title="Each platform has a role that no other one has",
    reason="Two places for the same talk are two half-empty rooms.",
    source=Seed("002", "423-427", "Platform Specialization"),
    over="community.platforms",
    do="Give each platform a role of its own, or close one of them.",
    fails="""
        community:
          platforms:
            - {name: Discord, role: questions and answers}
            - {name: Forum, role: Questions and answers}
        """,
    passes="""
        community:
          platforms:
            - {name: Discord, role: baking together}
            - {name: Forum, role: questions and answers}
        """,
)
def each_platform_has_its_own_role(platform):
    role = platform.role
    earlier = takewhile(lambda other: other != platform, platform.business.community.platforms)
    for other in earlier:
        if _same(other.get("role"), role):
            yield platform.finding("role", found=f"{platform.name} has the role of {other.name}: {role}")


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.casefold().split() == other.casefold().split()
