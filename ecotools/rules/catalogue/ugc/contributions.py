"""UGC: what users publish: who checks it, and what they get for it."""

from ecotools.rules.catalogue.ugc import ugc
from ecotools.rules.engine.rule import Seed


@ugc.rule(
    "UGC01",
    severity="error",
    title="What users publish is checked by somebody",
    reason="Visitors take the worst contribution they see for the standard of the house.",
    source=Seed("003", "96", "User-Generated Content"),
    over="platform.user_content",
    do="Say under `moderation` who looks at a contribution, by which rules, and before or after it appears.",
    fails="platform: {user_content: {moderation: false}}",
    passes="platform: {user_content: {moderation: A moderator reads it before it appears}}",
)
def what_users_publish_is_checked(content):
    if not content.stated("moderation"):
        yield content.finding("moderation", found="nobody checks what users publish")


@ugc.rule(
    "UGC02",
    severity="info",
    title="Those who contribute get something for it",
    reason="People go on giving where somebody sees it: a badge costs nothing, a share makes it a trade.",
    source=Seed("003", "94", "User-Generated Content"),
    over="platform.user_content",
    do="Offer a badge, a place where all can see it, a discount or a share of the revenue.",
    fails="platform: {user_content: {incentives: []}}",
    passes="platform: {user_content: {incentives: [featured_slot]}}",
)
def contributors_get_something(content):
    if not content.stated("incentives"):
        yield content.finding("incentives", found="contributors get nothing")
