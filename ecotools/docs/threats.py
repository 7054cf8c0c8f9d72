"""The page of the attacks on the grader, made by the tests that try them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

MADE_BY = "tests.grading.attacks.threats"


def pages(root: Path) -> dict[str, str]:
    """Return the page; nothing where the tests are not there.

    Raises
    ------
    subprocess.CalledProcessError
        When the tests cannot be imported, such as without pytest.
    """
    if not (root / f"{MADE_BY.replace('.', '/')}.py").exists():
        return {}
    command, environment = [sys.executable, "-m", MADE_BY], os.environ | {"PYTHONUTF8": "1"}
    printed = subprocess.run(command, cwd=root, env=environment, stdout=subprocess.PIPE, check=True)
    return {"threats.md": printed.stdout.decode().replace("\r\n", "\n")}
