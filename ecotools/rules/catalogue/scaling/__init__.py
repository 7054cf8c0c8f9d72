"""SCL: rules about growth: do revenue, quality, people and hours keep up with the number of members?"""

from ecotools.rules.engine.rule import Category

scaling = Category("scaling", 11, "Scaling", "Do team, hours, revenue and quality keep up with the members?")
