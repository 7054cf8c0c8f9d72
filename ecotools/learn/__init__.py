"""What a notebook needs to teach: friendly checks, progress, personal data, a growing blueprint."""

from . import outcomes
from .checks import check

__all__ = ["check", "outcomes"]
