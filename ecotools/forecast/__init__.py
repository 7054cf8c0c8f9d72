"""The forecast: what a business is likely to earn in the months to come, how sure that is, and why.

In the order of the work: ``parameters`` (a number, its doubt, its source), ``from_blueprint`` (what the
blueprint says), ``ledger_counts``, ``trend`` and ``from_ledger`` (what a ledger shows), ``business`` (what is
sold and what leads to it), ``delays``, ``chance``, ``sales``, ``subscribers`` and ``engine`` (the months to
come), ``intervals`` (the forecast), ``what_if`` (scenarios and the tornado), ``runs`` (every run),
``backtest`` (does it hold?), ``gaps`` (what is missing or left out).
"""

from ecotools.forecast.backtest import backtest
from ecotools.forecast.gaps import NoForecastError, lacking
from ecotools.forecast.intervals import Forecast, forecast
from ecotools.forecast.parameters import LEVEL
from ecotools.forecast.runs import draws
from ecotools.forecast.what_if import SCENARIOS, scenarios, tornado

__all__ = [
    "LEVEL",
    "SCENARIOS",
    "Forecast",
    "NoForecastError",
    "backtest",
    "draws",
    "forecast",
    "lacking",
    "scenarios",
    "tornado",
]
__dir__ = __all__.copy
