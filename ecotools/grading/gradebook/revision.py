"""The version that a new gradebook is stamped with, read instead of asked for.

nbgrader runs the command ``alembic`` for it, which takes seconds, and needs it on the path: without it the
first call fails and the second leaves a gradebook that cannot be upgraded.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from types import ModuleType


@cache
def api() -> ModuleType:
    """Return ``nbgrader.api``, whose new gradebooks get their version from `newest`."""
    from nbgrader import api

    api.get_alembic_version = newest
    return api


def newest() -> str:
    """Return the newest version of a gradebook, as ``alembic heads`` says it.

    Each migration of nbgrader names its own version and the one before; the newest is before none.
    """
    from nbgrader.dbutil import ALEMBIC_DIR

    found = [_names(file) for file in sorted(Path(ALEMBIC_DIR, "versions").glob("*.py"))]
    before = {one.get("down_revision") for one in found}
    return next(one["revision"] for one in found if one["revision"] not in before)


def _names(file: Path) -> dict[str, str | None]:
    """Return the constants that a Python file gives names to."""
    return {
        target.id: node.value.value
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
