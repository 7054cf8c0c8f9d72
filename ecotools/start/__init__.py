"""A learner's folder: laid out by `ecotools start`, kept up to date by it, and opened by `ecotools lab`."""

from pathlib import Path

from .folder_update import Brought, bring
from .lab import lab
from .manifest import FILE, Checksums
from .material import StartError, material

__all__ = [
    "USUAL_NAME",
    "Brought",
    "Checksums",
    "StartError",
    "bring",
    "lab",
    "material",
    "started_folder",
]
__dir__ = __all__.copy

USUAL_NAME = "digital-product-ecosystems"


def started_folder(start: Path) -> Path | None:
    """Return the nearest folder upwards that was started, else the usual one in ``start``, else None."""
    start = start.resolve()
    candidates = (start, *start.parents, start / USUAL_NAME)
    return next((folder for folder in candidates if (folder / FILE).is_file()), None)
