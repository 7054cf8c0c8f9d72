"""What a notebook needs to teach: friendly checks, computed sentences, guesses, progress, personal data."""

from . import outcomes
from .badges import badges
from .capstone_blueprint import complete_blueprint, own_blueprint
from .checks import check
from .panel import Progress, progress
from .placeholders import is_placeholder
from .predictions import compare_prediction, predict, prediction_words
from .readings import reading
from .road import modules
from .sentences import say, sentence
from .tables import show, write_table
from .variants import Variant, variant
from .workbook import add_to_blueprint

__all__ = [
    "Progress",
    "Variant",
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
    "prediction_words",
    "progress",
    "reading",
    "say",
    "sentence",
    "show",
    "variant",
    "write_table",
]
