"""Files in which grading remembers what it found out, so that it finds it out once; they may be deleted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ecotools.files import write_text


def remembered(file: Path) -> dict[str, Any]:
    """Return what is remembered in a file by its names; {} where there is none, or none that can be read."""
    try:
        return dict(json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError):
        return {}


def remember(file: Path, known: dict[str, Any]) -> None:
    """Remember all of this in a file, in place of what was there."""
    write_text(file, json.dumps(known, indent=1, sort_keys=True), make_folders=True)
