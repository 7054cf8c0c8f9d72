"""What a notebook needs to teach: friendly checks, progress, personal data, a growing blueprint."""

from . import outcomes
from .checks import check
from .panel import Progress, progress
from .variants import Variant, variant
from .workbook import add_to_blueprint

__all__ = ["Progress", "Variant", "add_to_blueprint", "check", "outcomes", "progress", "variant"]
