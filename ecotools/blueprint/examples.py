"""The example blueprint, which shows every field once, and its sections."""

from __future__ import annotations

import re
from importlib.resources import files


def full_example() -> str:
    """Return the YAML of the example blueprint.

    >>> full_example().splitlines()[3]
    'name: Loaf Lab'
    """
    return (files("ecotools.blueprint") / "example.yaml").read_text(encoding="utf-8")


def sections() -> dict[str, str]:
    """Return the sections of the example: key -> its lines.

    >>> sections()["currency"]
    'currency: EUR\\n'
    """
    found = re.finditer(r"^([a-z_]+):.*\n(?:(?:[ ].*)?\n)*", full_example(), re.MULTILINE)
    return {one[1]: one[0].rstrip() + "\n" for one in found}
