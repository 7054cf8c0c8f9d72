"""Build the reading site: ``python -m docs.site``, by default into ``site/``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from docs.site.build import ROOT, build, executed_lessons, lay_out


def main(out: Path, work: Path) -> int:
    """Execute the lessons, and let Sphinx write the site; return its exit code."""
    lay_out(executed_lessons(work / "lessons"), work / "pages")
    code = build(work / "pages", out)
    if code == 0:
        print(f"The site is in {out}: open {out / 'index.html'}")
    return code


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m docs.site", description=main.__doc__.split(";")[0] + ".")
    asked.add_argument("--out", type=Path, default=ROOT / "site", help="the folder of the site")
    asked.add_argument(
        "--work", type=Path, default=ROOT / "build" / "site", help="the folder for what it is built from"
    )
    sys.exit(main(**vars(asked.parse_args())))
