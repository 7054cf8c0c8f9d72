"""COM: rules about the community: its purpose, its people, what comes back in it, and its numbers."""

from ecotools.rules.engine.rule import Category
from ecotools.rules.words.vocabulary import only

community = Category("community", 6, "The community", "Is it cared for, busy, and worth what it costs?")


def communal(business):
    """Return the business, in a list, when it has a community; rules about that are not checked elsewhere."""
    there = business.has("community") or any(one.kind == "community" for one in business.get("products"))
    return only([business] if there else [], "community")
