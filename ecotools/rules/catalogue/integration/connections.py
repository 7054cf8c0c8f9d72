"""INT: what partners get, what they may do, and whether they use it."""

from ecotools.rules.catalogue.integration import integration
from ecotools.rules.engine.limits import at_least, at_most, names
from ecotools.rules.engine.parts import Part
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import denied, listed, only, percent, plain, require

WORDS = {
    "docs": "guide", "kit": "co-marketing kit", "support_owner": "owner of the support",
    "sla_hours": "time to answer", "scopes": "scopes", "agreement": "data-processing agreement",
}  # fmt: skip
"""Field -> what a finding calls it."""

UNBOUNDED = ("*", "all", "everything", "any")
"""Scopes that leave nothing out."""


@integration.rule(
    "INT01",
    severity="warning",
    title="Each integration has a guide, a sandbox and a co-marketing kit",
    reason="A partner gives up where it has to guess, cannot try, or has nothing to tell its customers.",
    source=Seed("003", "84;86", "Building Self-Reinforcing Integration Loops"),
    threshold=names("docs", "sandbox", "kit"),
    over="platform.integrations",
    do="Write a guide of two pages, open a place to try, and share texts and pictures to use.",
    fails="platform: {integrations: [{id: scale, docs: A guide, sandbox: true, kit: false}]}",
    passes="platform: {integrations: [{id: scale, docs: A guide, sandbox: true, kit: Two texts}]}",
)
def partners_get_what_they_need(one, wanted):
    if lacking := denied(one, wanted.all):
        yield one.finding(lacking[0], found=f"{one.id} has no {_words(lacking)}")
    require(one, wanted.all)


@integration.rule(
    "INT02",
    severity="warning",
    title="Each integration works with something current",
    reason="What only old systems can use reaches fewer people every month.",
    source=Seed("003", "162", "Common Mistakes"),
    threshold=at_least(1, "current environment"),
    over="platform.integrations",
    do="Support a version that its maker still looks after, and say so under `supported`.",
    fails="platform: {integrations: [{id: scale, supported: [{name: Scale 1, current: false}]}]}",
    passes="""
        platform:
          integrations:
            - {id: scale, supported: [{name: Scale 1, current: false}, {name: Scale 2, current: true}]}
        """,
)
def environments_are_current(one, limit):
    supported = one.supported
    current = [where for where in supported if where.get("current")]
    if len(current) in limit:
        return
    for where in supported:
        where.stated("current")
    those = listed(where.name for where in supported)
    yield one.finding(
        "supported", found=f"{one.id} works with {those}, {len(current) or 'none'} of them current"
    )


@integration.rule(
    "INT03",
    severity="warning",
    title="Support for partners has an owner and a time to answer",
    reason="A partner that waits for an answer works on something else, and takes its users along.",
    source=Seed("003", "163", "Common Mistakes"),
    threshold=names("support_owner", "sla_hours"),
    basis="derived",
    over="platform.integrations",
    note="The source asks for timely help; who gives it and within how many hours is what that takes.",
    do="Name who answers, and promise the hours within which that happens.",
    fails="platform: {integrations: [{id: scale, support_owner: Ben}]}",
    passes="platform: {integrations: [{id: scale, support_owner: Ben, sla_hours: 48}]}",
)
def partners_are_answered(one, wanted):
    if lacking := [field for field in wanted.all if not one.has(field)]:
        yield one.finding(lacking[0], found=f"{one.id} has no {_words(lacking)}")


@integration.rule(
    "INT04",
    severity="warning",
    title="Each loop has a KPI that shows whether it turns",
    reason="A loop that is not measured is a hope: nobody sees where it loses what it should pass on.",
    source=Seed("003", "164", "Common Mistakes"),
    over="map.loops",
    do="Name in `kpi` of the loop a number that rises with each turn.",
    fails="""
        map:
          nodes: [{id: diary, kind: feature}, {id: usage, kind: data_flow}]
          loops: [{id: better, nodes: [diary, usage]}]
        """,
    passes="""
        kpis: [{id: active_members, name: Active members}]
        map:
          nodes: [{id: diary, kind: feature}, {id: usage, kind: data_flow}]
          loops: [{id: better, nodes: [diary, usage], kpi: active_members}]
        """,
)
def each_loop_is_measured(loop):
    if not loop.has("kpi"):
        yield loop.finding("kpi", found=f"{loop.id} has no KPI")


@integration.rule(
    "INT05",
    severity="info",
    title="Partners are paid in one or two ways",
    reason="A partner that needs a lawyer to see what it earns chooses another platform.",
    source=Seed("003", "165", "Common Mistakes"),
    kind="numeric",
    basis="default",
    threshold=at_most(2, "ways"),
    note="An integration that shares no money (none) does not count. Two leave room for one kind of partner "
    "that differs.",
    do="Keep the way that most partners use, and offer it to the others.",
    fails="""
        platform:
          integrations:
            - {id: scale, revenue_model: referral_fee}
            - {id: oven, revenue_model: licence}
            - {id: mill, revenue_model: per_use}
        """,
    passes="""
        platform:
          integrations: [{id: scale, revenue_model: referral_fee}, {id: oven, revenue_model: none}]
        """,
)
def revenue_models_are_few(business, limit):
    integrations = business.platform.integrations
    models = sorted({one.revenue_model for one in integrations if one.has("revenue_model")} - {"none"})
    if len(models) not in limit:
        yield business.platform.finding("integrations", found=f"{len(models)} ways: {listed(models)}")
    for one in integrations:
        one.stated("revenue_model")


@integration.rule(
    "INT06",
    severity="error",
    title="Each app of a third party has passed a security review",
    reason="Customers blame the one who let it in when an app of someone else leaks what they entered.",
    source=Seed("003", "116;166", "Cross-Sell and Marketplace Strategies; Common Mistakes"),
    over="platform.apps",
    do="Review it, write down the day under `security_review`, and take it off until then.",
    fails="platform: {apps: [{id: timer}]}",
    passes="platform: {apps: [{id: timer, security_review: 2025-02-01}]}",
)
def apps_are_reviewed(app):
    if not app.has("security_review"):
        yield app.finding("security_review", found=f"{app.id} has no security review")


@integration.rule(
    "INT07",
    severity="error",
    title="Partners get data by token, within scopes, under an agreement",
    reason="A password opens all to whoever finds it, and without an agreement you answer for all of it.",
    source=Seed("003", "180", "Frequently Asked Questions"),
    threshold=names("auth", "scopes", "agreement"),
    over="platform.integrations",
    note="OAuth is a token. A scope such as * or all bounds nothing.",
    do="Hand out tokens that can be withdrawn, list what each may read and change, sign an agreement.",
    fails="""
        platform: {integrations: [{id: scale, auth: password, scopes: [read weights], agreement: true}]}
        """,
    passes="""
        platform: {integrations: [{id: scale, auth: token, scopes: [read weights], agreement: true}]}
        """,
)
def data_access_is_bounded(one, wanted):
    if "auth" in wanted.all and one.get("auth", "token") != "token":
        how = "nothing at all" if one.auth == "none" else f"a {one.auth}"
        yield one.finding("auth", found=f"{one.id} asks for {how} to let a partner in")
    if "scopes" in wanted.all and (wide := [scope for scope in one.get("scopes", []) if _wide(scope)]):
        yield one.finding("scopes", found=f"the scope {listed(wide)} of {one.id} bounds nothing")
    if lacking := denied(one, wanted.all):
        yield one.finding(lacking[0], found=f"{one.id} has no {_words(lacking)}")
    require(one, wanted.all)


@integration.rule(
    "INT08",
    severity="info",
    title="It is known how many partners use the integration",
    reason="Partners who signed and do nothing look like growth until one counts who calls.",
    source=Seed("003", "122", "Measuring Compounding Success"),
    kind="numeric",
    threshold=at_least(1, "% of these partners with a last call"),
    basis="derived",
    note="The source asks for the share of partners that use the API: it takes the last call of each. "
    "Values of integration_adoption for two months under `measured` do as well. It is about partners "
    "of the model integration and those whom an integration names.",
    do="Log calls by partner; keep `last_api_call`, or integration_adoption by month under `measured`.",
    fails="""
        platform: {partners: [{id: mill, model: integration}, {id: oven, model: integration,
          last_api_call: 2025-03-09}]}
        """,
    passes="""
        platform: {partners: [{id: mill, model: integration, last_api_call: 2025-03-01}]}
        """,
)
def adoption_is_tracked(business, limit):
    partners = only(_connected(business), "a partner that integrates")
    measured = [one for one in business.get("measured", []) if one.metric == "integration_adoption"]
    if len(set().union(*(plain(one).series for one in measured))) > 1:
        return
    silent = [one.id for one in partners if not one.has("last_api_call")]
    if (share := 1 - len(silent) / len(partners)) not in limit:
        found = f"the last call is known of {percent(share)} of {len(partners)}, not of {listed(silent)}"
        yield business.platform.finding("partners", found=found)


def _connected(business: Part) -> list[Part]:
    """Return the partners that use the API, or are meant to."""
    named = {one.get("partner") for one in business.platform.get("integrations", [])}
    return [one for one in business.platform.partners if one.get("model") == "integration" or one.id in named]


def _words(fields: list[str]) -> str:
    return listed((WORDS.get(field, field) for field in fields), "or")


def _wide(scope: str) -> bool:
    return scope.strip().lower() in UNBOUNDED
