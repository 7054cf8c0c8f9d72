"""Write what is made from the models: ``python -m ecotools.blueprint page|schema FILE``."""

import sys
from pathlib import Path

from ecotools.blueprint import reference, schema

_MADE = {"page": reference.page, "schema": schema.as_text}


def main(arguments: list[str]) -> int:
    """Write the reference page or the JSON Schema to a file; return 0, or 2 when asked for something else."""
    if len(arguments) != 2 or arguments[0] not in _MADE:
        print("Usage: python -m ecotools.blueprint page|schema FILE", file=sys.stderr)
        return 2
    Path(arguments[1]).write_text(_MADE[arguments[0]](), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
