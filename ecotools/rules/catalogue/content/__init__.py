"""CON: rules about the content that products and touchpoints are made of."""

from ecotools.rules.engine.rule import Category

content = Category("content", 19, "Content", "Is the content kept fresh, and used more than once?")
