"""Pictures of tables: each draws what `ecotools.metrics` or a blueprint gives, and never computes it.

Every picture returns a matplotlib Axes (one panel) or Figure (several), says its message in the title, and
carries a description and its numbers for those who do not see it: `alt_text`, `numbers`, `to_html`.
"""

from .canvas.descriptions import alt_text, describe, numbers
from .canvas.notebook import register
from .canvas.render import to_html, to_svg_html
from .figures.bundle_map import bundle_map
from .figures.cohort_heatmap import cohort_heatmap
from .figures.course_road import course_road
from .figures.demand import demand
from .figures.ecosystem_map import ecosystem_map
from .figures.event_study import event_study
from .figures.flow_chart import flow_chart
from .figures.forecast_band import forecast_band
from .figures.funnel import funnel
from .figures.growth_curves import growth_curves
from .figures.intervals import intervals
from .figures.journey_map import journey_map
from .figures.kpi_multiples import kpi_multiples
from .figures.lines_and_bars import bars, lines
from .figures.lorenz_curve import lorenz_curve
from .figures.messages_per_week import messages_per_week
from .figures.mrr_movements import mrr_movements
from .figures.plan_chart import plan_chart
from .figures.price_sensitivity import price_sensitivity
from .figures.pricing_ladder import pricing_ladder
from .figures.queue import queue
from .figures.retention_curve import retention_curve
from .figures.scorecard import scorecard
from .figures.tornado import tornado
from .figures.value_matrix import value_matrix
from .figures.waiting_list import waiting_list
from .figures.waterfall import mrr_waterfall, waterfall

__all__ = [
    "alt_text",
    "bars",
    "bundle_map",
    "cohort_heatmap",
    "course_road",
    "demand",
    "describe",
    "ecosystem_map",
    "event_study",
    "flow_chart",
    "forecast_band",
    "funnel",
    "growth_curves",
    "intervals",
    "journey_map",
    "kpi_multiples",
    "lines",
    "lorenz_curve",
    "messages_per_week",
    "mrr_movements",
    "mrr_waterfall",
    "numbers",
    "plan_chart",
    "price_sensitivity",
    "pricing_ladder",
    "queue",
    "retention_curve",
    "scorecard",
    "to_html",
    "to_svg_html",
    "tornado",
    "value_matrix",
    "waiting_list",
    "waterfall",
]
__dir__ = __all__.copy

register()
