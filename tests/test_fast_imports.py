"""nbgrader and nbformat are imported without what only others need, and nothing of them is lost."""

import subprocess
import sys

import pytest

# Each prints what is wrong; the modules are those of a process of their own.
ASKED = {
    "the package comes without its server extensions and Jupyter's server": """
import ecotools.fast_imports, nbgrader, sys
print([name for name in sys.modules if name.startswith(("nbgrader.server", "jupyter_server"))])
""",
    "an extension is the real one for whoever imports it then": """
import ecotools.fast_imports, nbgrader
import nbgrader.server_extensions.formgrader.handlers as handlers
from nbgrader.server_extensions.course_list import load_jupyter_server_extension as load
print([] if handlers.__file__ and load.__module__.startswith("nbgrader.server") else [handlers, load])
""",
    "an extension is the real one for whoever imports it first": """
import ecotools.fast_imports
import nbgrader.server_extensions.formgrader.handlers as handlers
print([] if handlers.__file__ else [handlers])
""",
    "what loads an extension into a server loads the real one": """
import ecotools.fast_imports, nbgrader
import nbgrader.server_extensions.course_list as real
loaded = []
real.load_jupyter_server_extension = loaded.append
nbgrader.load_courses("the app")
print([] if loaded == ["the app"] else loaded)
""",
    "archives are unpacked by the real functions": """
import ecotools.fast_imports, nbgrader.utils, io, sys, tempfile, zipfile
if "setuptools" in sys.modules:
    print("imported")
with tempfile.TemporaryDirectory() as folder:
    with zipfile.ZipFile(folder + "/a.zip", "w") as file:
        file.writestr("text.txt", "here")
    nbgrader.utils.unpack_zipfile(folder + "/a.zip", folder)
    said = open(folder + "/text.txt").read()
from setuptools.archive_util import UnrecognizedFormat
print([] if said == "here" and issubclass(UnrecognizedFormat, Exception) else [said])
""",
    "what was imported before stays": """
import nbgrader
import ecotools.fast_imports, sys
print([] if sys.modules["nbgrader.server_extensions.formgrader"].__file__ else ["replaced"])
""",
    "code that is Python is read without IPython, and magics with it": """
import sys
from ecotools.grading.judge.names import as_python
same = as_python("100 % a != b") == "100 % a != b" and "IPython" not in sys.modules
print([] if same and "run_line_magic" in as_python("%time 1") else [same, as_python("%time 1")])
""",
    "grading imports nothing that only the report, a worker or a server needs": """
import sys
from ecotools.cli.common import readable_errors
with readable_errors():
    import ecotools.grading.grade
others = {"pandas", "matplotlib", "jupyter_server", "alembic", "notebook", "nbconvert", "IPython"}
print((others | {"setuptools", "jupyter_client", "nbclient", "zmq"}).intersection(sys.modules) or [])
""",
}


@pytest.mark.parametrize("what", ASKED)
def test_it_holds_that(what):
    said = subprocess.run([sys.executable, "-c", ASKED[what]], capture_output=True, text=True)
    assert said.stdout.strip() == "[]", said.stderr
