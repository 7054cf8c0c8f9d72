"""MKT: on what terms third parties sell."""

from ecotools.rules.catalogue.marketplace import marketplace
from ecotools.rules.engine.limits import at_most
from ecotools.rules.engine.rule import Seed
from ecotools.rules.words.vocabulary import denied, listed, percent, require


@marketplace.rule(
    "MKT01",
    severity="info",
    title="The platform keeps no more than thirty in a hundred of a sale",
    reason="Developers build where enough is left to live on, and leave for where more is.",
    source=Seed("003", "114;183", "Cross-Sell and Marketplace; Frequently Asked Questions"),
    kind="numeric",
    threshold=at_most(0.3, "% of a sale"),
    basis="benchmark",
    over="platform.marketplace",
    note="The source calls 70 to 30 common, an example and no bound. "
    "The source lets the share depend on what the platform does for it: support, payments, customers.",
    do="Lower the share, or say what developers get for it that others do not give.",
    fails="platform: {marketplace: {platform_share: 0.45}}",
    passes="platform: {marketplace: {platform_share: 0.3}}",
)
def the_platform_keeps_a_fair_share(marketplace, limit):
    if (share := marketplace.platform_share) not in limit:
        yield marketplace.finding("platform_share", found=f"the platform keeps {percent(share)} of a sale")


@marketplace.rule(
    "MKT02",
    severity="warning",
    title="Developers hand in at a portal, and what they hand in is reviewed",
    reason="Without a portal few hand anything in; without a review one of them harms all customers.",
    source=Seed("003", "114;116", "Cross-Sell and Marketplace"),
    over="platform.marketplace",
    do="Put up one page where developers hand in, with the steps of the review and how long each takes.",
    fails="platform: {marketplace: {portal: true, review: false}}",
    passes="platform: {marketplace: {portal: true, review: Two people try every app}}",
)
def apps_come_in_by_a_portal_and_a_review(marketplace):
    if lacking := denied(marketplace, ["portal", "review"]):
        yield marketplace.finding(lacking[0], found=f"there is no {listed(lacking, 'and no')}")
    require(marketplace, ["portal", "review"])
