"""Pictures of tables: each draws what `ecotools.metrics` or a blueprint gives, and never computes it.

Every picture returns a matplotlib Axes (one panel) or Figure (several), says its message in the title, and
carries a description and its numbers for those who do not see it: `alt_text`, `numbers`, `to_html`.
"""

from .accessible import alt_text, describe, numbers
from .basic import bars, lines
from .bundles import bundle_map
from .cohorts import cohort_heatmap
from .curves import retention_curve
from .demands import demand
from .ecosystems import ecosystem_map
from .estimates import intervals
from .events import event_study
from .flowcharts import flow_chart
from .forecasts import forecast_band
from .funnels import funnel
from .growths import growth_curves
from .journeys import journey_map
from .kpis import kpi_multiples
from .ladders import pricing_ladder
from .mailings import messages_per_week
from .movements import mrr_movements
from .notebook import register
from .offers import value_matrix
from .plans import plan_chart
from .prices import price_sensitivity
from .queues import queue
from .render import to_html, to_png, to_svg_html
from .roads import course_road
from .scorecards import scorecard
from .tornados import tornado
from .unequal import lorenz_curve
from .waitlists import waiting_list
from .waterfalls import mrr_waterfall, waterfall

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
    "register",
    "retention_curve",
    "scorecard",
    "to_html",
    "to_png",
    "to_svg_html",
    "tornado",
    "value_matrix",
    "waiting_list",
    "waterfall",
]
__dir__ = __all__.copy

register()
