"""ECO: who takes part, with what part, and in which ways they work together."""

from ecotools.rules.catalogue.partners import partners
from ecotools.rules.engine.limits import at_least, names
from ecotools.rules.engine.parts import Missing
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import amount, listed, only

SCALING_KINDS = ("scale", "scale_marketing")
"""Kinds of a phase of the plan in which a business grows on purpose."""

_WHOM = (
    "Asked only where `strategy.roles.orchestrator` is named, and not of a business of the profile creator: "
    "the source speaks of ecosystems of many businesses."
)


@partners.rule(
    "ECO01",
    severity="info",
    title="An ecosystem with an orchestrator has partners",
    reason="Each partner brings customers and abilities that the others need not build.",
    source=Seed("004", "62", "A large bank of partners"),
    kind="numeric",
    threshold=at_least(2, "partners"),
    basis="default",
    note=f"{_WHOM} The source says the more the better, and quotes 27 on average and about 40 of the most "
    "successful: averages, below which many are. So no number of it is asked for; two is our choice.",
    do="Look for the trades your customers also buy from, and list who joins in `platform.partners`.",
    fails="""
        profile: saas
        strategy: {roles: {orchestrator: Loaf Lab}}
        platform: {partners: [{id: mill}]}
        """,
    passes="""
        profile: saas
        strategy: {roles: {orchestrator: Loaf Lab}}
        platform: {partners: [{id: mill}, {id: scales}]}
        """,
)
def there_are_enough_partners(business, limit):
    if (many := len(_partners(business))) not in limit:
        yield business.platform.finding("partners", found=_plural(many, "partner"))


@partners.rule(
    "ECO02",
    severity="info",
    title="The partners come from more than one country",
    reason="An ecosystem of one country grows no further than that country, and falls with it.",
    source=Seed("004", "66", "A large global footprint"),
    kind="numeric",
    threshold=at_least(2, "countries"),
    basis="default",
    note=f"{_WHOM} The source quotes ten countries or more on average of the successful ones: an average "
    "is no minimum (claim F06), so a second country is what we ask for.",
    do="Ask first in the countries from which customers already come.",
    fails="""
        profile: saas
        strategy: {roles: {orchestrator: Loaf Lab}}
        platform: {partners: [{id: mill, country: PT}, {id: scales, country: PT}]}
        """,
    passes="""
        profile: saas
        strategy: {roles: {orchestrator: Loaf Lab}}
        platform: {partners: [{id: mill, country: PT}, {id: scales, country: NL}]}
        """,
)
def the_partners_come_from_many_countries(business, limit):
    there = _partners(business)
    if len({one.get("country") for one in there if one.has("country")}) not in limit:
        # One that does not say where it sits may be what is missing.
        many = len({one.country for one in there})
        yield business.platform.finding("partners", found=_plural(many, "country", "countries"))


@partners.rule(
    "ECO03",
    severity="warning",
    title="The value proposition is written down before the business scales",
    reason="Growing makes a promise that nobody has thought through fail in more places at once.",
    source=Seed("004", "54", "A solid strategy and value proposition"),
    note="Silence counts here: a plan with a phase of kind scale or scale_marketing has to say what for.",
    do="Write `strategy.value_proposition`: what you do for whom, and why better than others.",
    fails="plan: {phases: [{id: grow, kind: scale}]}",
    passes="""
        strategy: {value_proposition: Bread to be proud of from a small oven}
        plan: {phases: [{id: grow, kind: scale}]}
        """,
)
def the_proposition_comes_before_scaling(business):
    grows = [phase for phase in business.plan.phases if phase.get("kind") in SCALING_KINDS]
    only(grows, f"a phase of the plan of kind {listed(SCALING_KINDS, 'or')}")
    described = business.get("strategy")
    if described is None or not described.has("value_proposition"):
        place = business.finding if described is None else described.finding
        field = "strategy" if described is None else "value_proposition"
        yield place(field, found=f"the phase {grows[0].id} scales what has no value proposition")


@partners.rule(
    "ECO04",
    severity="info",
    title="Everybody's part is named: who brings together, buys, sells, uses and joins in",
    reason="Partners who do not know their part wait for the others.",
    source=Seed("004", "48", "Success factors of a digital ecosystem"),
    threshold=names("orchestrator", "buyers", "sellers", "consumers", "businesses"),
    over="strategy.roles",
    note="Silence counts here, once a role is named: the others are what it works with. Without any it is "
    "not checked, since a creator who sells alone needs none.",
    do="Name who it is; one business may have several of the roles.",
    fails="strategy: {roles: {orchestrator: Loaf Lab, buyers: Home bakers}}",
    passes="""
        strategy:
          roles:
            orchestrator: Loaf Lab
            buyers: Home bakers
            sellers: Loaf Lab and three mills
            consumers: Families of home bakers
            businesses: Mills that sell by post
        """,
)
def everybody_has_a_part(roles, wanted):
    named = [role for role in wanted.all if roles.has(role)]
    if lacking := wanted.lacking(only(named, "strategy.roles")):
        yield roles.finding(lacking[0], found=f"no {listed(lacking, 'or')}")


@partners.rule(
    "ECO05",
    severity="info",
    title="Partners work together in more than one way",
    reason="A mill, a blogger and a maker of software have different things to give.",
    source=Seed("004", "70", "A strong capacity for collaboration"),
    threshold=at_least(2, "ways to work together"),
    basis="default",
    note=_WHOM,
    do="Offer a second way, such as an affiliate scheme beside an integration, and name it as a `model`.",
    fails="""
        profile: saas
        strategy: {roles: {orchestrator: Loaf Lab}}
        platform: {partners: [{id: mill, model: affiliate}, {id: scales, model: affiliate}]}
        """,
    passes="""
        profile: saas
        strategy: {roles: {orchestrator: Loaf Lab}}
        platform: {partners: [{id: mill, model: affiliate}, {id: scales, model: integration}]}
        """,
)
def partners_work_together_in_several_ways(business, limit):
    there = _partners(business)
    if len({one.get("model") for one in there if one.has("model")}) not in limit:
        # One that does not say how it takes part may do so in another way.
        models = sorted({one.model for one in there})
        yield business.platform.finding(
            "partners", found=f"only {listed(models)}" if models else "no partner"
        )


def _partners(business):
    """Return the partners of an orchestrated ecosystem; elsewhere, and for one creator, the rule ends."""
    business.strategy.roles.stated("orchestrator")
    if business.get("profile") == "creator":
        raise Missing("an ecosystem of several businesses; this one has the profile creator")
    return business.platform.stated("partners")


def _plural(many: int, one: str, several: str = "") -> str:
    return f"{amount(many)} {one if many == 1 else several or one + 's'}"
