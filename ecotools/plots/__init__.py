"""Pictures of the course's tables. Each draws a table that `ecotools.metrics` or a blueprint gives, and never computes it.

Every picture returns a matplotlib Axes (one panel) or Figure (several), says its message in the title, and carries a
description and its numbers for those who do not see it: `alt_text`, `numbers`, `to_html`.
"""

from .accessible import alt_text, describe, numbers
from .demands import demand
from .funnels import funnel
from .notebook import register
from .prices import price_sensitivity
from .render import to_html, to_png, to_svg_html

__all__ = ["alt_text", "demand", "describe", "funnel", "numbers", "price_sensitivity", "register", "to_html", "to_png", "to_svg_html"]

register()
