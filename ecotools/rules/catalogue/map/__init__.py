"""MAP: rules about the ecosystem map: what there is, what flows, and what feeds itself."""

from ecotools.rules.engine.rule import Category

ecosystem_map = Category(
    "map", 13, "The ecosystem map", "Does each part lead to another, and do some lead back to where it began?"
)
