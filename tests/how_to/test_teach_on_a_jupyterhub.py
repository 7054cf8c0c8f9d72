"""The configurations in docs/how-to/teach-on-a-jupyterhub.md say what the page says they do."""

import json

import pytest
from click.testing import CliRunner
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import ExchangeReleaseAssignment, ExchangeSubmit
from traitlets.config.loader import PyFileConfigLoader

from ecotools.cli import main
from ecotools.grading.formgrader import _jupyter_server_extension_points
from ecotools.learn.places import blueprint_file, progress_file
from ecotools.start import material
from tests.grading.foreign import SQUARE, hand_in, write_old

from .pages import block_for, page

PAGE = "teach-on-a-jupyterhub"


def everybodys(folder):
    """Return the configuration of the page that holds for all accounts."""
    (folder / "nbgrader_config.py").write_text(block_for(PAGE, "/etc/jupyter/nbgrader_config.py"))
    return PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config()


def test_a_student_submits_what_ecotools_start_laid_out(tmp_path):
    folder = ExchangeSubmit(config=everybodys(tmp_path)).assignment_dir
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


@pytest.fixture
def submitted(tmp_path, monkeypatch):
    """A course whose assignment was released and submitted from a learner's folder; where the hand-in is."""
    course, home, exchange = (tmp_path / name for name in ("course", "home", "exchange"))
    exchange.mkdir()
    exchange.chmod(0o777)
    config = everybodys(tmp_path)
    config.Exchange.root = str(exchange)
    write_old(SQUARE, course / "source" / "ps1" / "ps1.ipynb")
    write_old(SQUARE, course / "release" / "ps1" / "ps1.ipynb")
    hand_in(course / "release" / "ps1", home / config.Exchange.assignment_dir / "ps1", {})
    for step, folder in ((ExchangeReleaseAssignment, course), (ExchangeSubmit, home)):
        monkeypatch.chdir(folder)
        mine = config.copy()
        mine.CourseDirectory.root, mine.CourseDirectory.assignment_id = str(folder), "ps1"
        how = {"coursedir": CourseDirectory(config=mine), "authenticator": Authenticator(config=mine)}
        step(config=mine, **how).start()
    return course, exchange / config.CourseDirectory.course_id / "inbound"


def test_what_a_student_submits_through_the_exchange_is_collected_with_its_time(submitted):
    course, inbound = submitted
    assert f"ecotools collect /srv/nbgrader/exchange/{inbound.parent.name}/inbound" in page(PAGE)
    result = CliRunner().invoke(main, ["collect", str(inbound), "--course", str(course)])
    assert result.exit_code == 0, result.output
    (handed_in,) = (course / "submitted").glob("*/ps1")
    assert {"ps1.ipynb", "timestamp.txt"} <= {file.name for file in handed_in.iterdir()}
    assert [one.name.split("+")[0] for one in inbound.iterdir()] == [handed_in.parent.name]
