"""INT: rules about integrations with what others have built."""

from ecotools.rules.engine.rule import Category

integration = Category(
    "integration", 15, "Integrations", "Do partners find it easy and safe to connect, and do they stay?"
)
