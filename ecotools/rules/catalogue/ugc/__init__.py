"""UGC: rules about what users make for other users."""

from ecotools.rules.engine.rule import Category

ugc = Category("ugc", 16, "Content of users", "Is what users make checked, and are they thanked for it?")
