"""The configurations in docs/how-to/teach-on-a-jupyterhub.md say what the page says they do."""

import json

from nbgrader.exchange import ExchangeSubmit
from traitlets.config.loader import PyFileConfigLoader

from ecotools.grading.formgrader import _jupyter_server_extension_points
from ecotools.learn.places import blueprint_file, progress_file
from ecotools.start import material

from .pages import block_for

PAGE = "teach-on-a-jupyterhub"


def test_a_student_submits_what_ecotools_start_laid_out(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text(block_for(PAGE, "/etc/jupyter/nbgrader_config.py"))
    config = PyFileConfigLoader("nbgrader_config.py", path=str(tmp_path)).load_config()
    folder = ExchangeSubmit(config=config).assignment_dir
    assert f"{folder}/02-journey-mapping/02-journey-mapping.ipynb" in material()


def test_progress_and_blueprint_stay_in_the_home_folder(tmp_path, monkeypatch):
    for name in ("ECOTOOLS_PROGRESS", "ECOTOOLS_BLUEPRINT"):
        monkeypatch.delenv(name, raising=False)
    assignment = tmp_path / "exercises" / "02-journey-mapping"
    assignment.mkdir(parents=True)
    monkeypatch.chdir(assignment)
    assert (progress_file(), blueprint_file()) == (tmp_path / "progress.json", tmp_path / "my-blueprint.yaml")


def test_the_server_extension_is_there():
    extensions = json.loads(block_for(PAGE, "jupyter_server_config.json"))["ServerApp"]["jpserver_extensions"]
    named = [one["module"] for one in _jupyter_server_extension_points()]
    assert [name for name, on in extensions.items() if on] == named
