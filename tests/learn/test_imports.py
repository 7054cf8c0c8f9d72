"""What a notebook that only checks answers has to load: every hand-in that is graded waits for it."""

import subprocess
import sys

HEAVY = ["ecotools.blueprint", "ecotools.data", "pydantic", "scipy", "matplotlib"]


def test_the_checks_load_neither_blueprints_nor_data():
    code = f"import sys, ecotools.learn; print([name for name in {HEAVY} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
