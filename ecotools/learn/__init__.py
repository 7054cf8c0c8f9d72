"""What a notebook needs to teach: checks with friendly messages, progress, personal data, a growing blueprint."""

from . import outcomes
from .checks import check

__all__ = ["check", "outcomes"]
