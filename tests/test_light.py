"""What does no work loads no library for it: help, a version, a usage error, the package itself."""

import json
import subprocess
import sys

import pytest

from ecotools.cli import main

HEAVY = (
    *("IPython", "alembic", "distributed", "ipykernel", "jinja2", "jupyter_client", "jupyter_core"),
    *("matplotlib", "nbclient", "nbconvert", "nbformat", "nbgrader", "networkx", "numpy", "pandas"),
    *("papermill", "pyarrow", "pydantic", "rich", "ruamel", "scipy", "sqlalchemy", "statsmodels"),
    *("tornado", "traitlets", "zmq"),
)
# What a command refuses before it looks at anything.
REFUSED = [
    ["nonsense"],
    ["collect"],
    ["collect", "text.txt"],
    ["collect", "nowhere.zip"],
    ["export"],
    ["export", "--out", "a.csv", "--format", "word"],
    ["feedback", "--jobs", "0"],
    ["feedback", "--out", "elsewhere"],
    ["grade", "--jobs", "many"],
    ["grade", "--course", "nowhere"],
    ["grade", "--sandbox", "perhaps"],
    ["new", "text.txt"],
    ["new", "nowhere/mine.yaml"],
    ["report", "a.yaml", "b.yaml"],
    ["report", "--months", "3"],
    ["report", "--out", "text.txt"],
    ["report", "a.yaml", "--out", "."],
    ["review"],
    ["review", "nowhere.yaml"],
    ["run"],
]
TRIES = [["--help"], ["--version"], *([name, "--help"] for name in sorted(main.commands))]
TRIES += [[name, "--no-such-option"] for name in sorted(main.commands)] + REFUSED
# Asked in one process, in turn: what was imported by the time each had ended, and how it had ended.
ASK = """
import contextlib, io, json, sys
from ecotools.cli import main

found = []
for words in json.loads(sys.argv[1]):
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            main(words)
        except SystemExit as end:
            code = end.code
    loaded = [name for name in json.loads(sys.argv[2]) if sys.modules.get(name)]
    found.append([code, said.getvalue(), loaded])
print(json.dumps(found))
"""


def python(*words, cwd=None):
    return subprocess.run(
        [sys.executable, "-c", *words], cwd=cwd, capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("light")
    (folder / "text.txt").write_text("not a course")
    return json.loads(python(ASK, json.dumps(TRIES), json.dumps(HEAVY), cwd=folder))


@pytest.mark.parametrize("number", range(len(TRIES)), ids=[" ".join(words) for words in TRIES])
def test_a_command_that_does_no_work_loads_nothing_heavy(asked, number):
    code, said, loaded = asked[number]
    helps = TRIES[number][-1] in {"--help", "--version"}
    assert (code == 0) == helps and said, "it answers"
    assert loaded == [], "nor did those before it"


def test_the_package_itself_loads_nothing_heavy():
    code = f"import sys, ecotools; print([name for name in {HEAVY} if name in sys.modules])"
    assert python(code).strip() == "[]"
