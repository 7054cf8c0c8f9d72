"""What a notebook needs to teach: friendly checks, computed sentences, guesses, progress, personal data."""

from . import outcomes
from .badges import badges
from .capstone_blueprint import complete_blueprint, own_blueprint
from .checks import check
from .panel import progress
from .placeholders import is_placeholder
from .predictions import compare_prediction, predict
from .readings import reading
from .road import modules
from .sentences import say
from .tables import show
from .variants import variant
from .workbook import add_to_blueprint

__all__ = [
    "add_to_blueprint",
    "badges",
    "check",
    "compare_prediction",
    "complete_blueprint",
    "is_placeholder",
    "modules",
    "outcomes",
    "own_blueprint",
    "predict",
    "progress",
    "reading",
    "say",
    "show",
    "variant",
]
__dir__ = __all__.copy
