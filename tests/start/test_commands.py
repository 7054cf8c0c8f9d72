"""`ecotools start` lays out the course and `ecotools lab` opens it, in the folder that is meant."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ecotools import __version__
from ecotools.cli import main
from ecotools.learn import modules
from ecotools.learn.catalogue import course
from ecotools.learn.places import blueprint_file, course_folder, progress_file
from ecotools.start import USUAL_NAME, material
from ecotools.start.lab import Lab
from tests.test_docs import said_in, unknown

LESSON = "course/02-journey-mapping.ipynb"


def run(*words):
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def as_json(*words):
    code, text = run(*words, "--json")
    assert code == 0, text
    return json.loads(text)


@pytest.fixture
def here(tmp_path, monkeypatch):
    folder = tmp_path / "Kurs für Jörg"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


class TestStart:
    def test_it_makes_a_folder_with_a_clear_name_and_says_how_to_open_it(self, here):
        code, text = run("start")
        assert code == 0 and f"Files in {USUAL_NAME}: {len(material())} new.\n" in text
        assert text.endswith(f"Open it: ecotools lab {USUAL_NAME}\n")
        for name in ("README.md", "course/00-start-here.ipynb", "exercises/13-capstone/13-capstone.ipynb"):
            assert (here / USUAL_NAME / name).read_bytes() == material()[name].read_bytes()

    def test_a_name_with_spaces_is_quoted_in_what_to_type_next(self, here):
        assert run("start", "mein Ökosystem")[1].endswith('Open it: ecotools lab "mein Ökosystem"\n')

    def test_started_inside_of_it_it_updates_this_folder(self, here, monkeypatch):
        run("start")
        inside = here / USUAL_NAME / "course"
        monkeypatch.chdir(inside)
        (here / USUAL_NAME / LESSON).unlink()
        said = as_json("start")
        assert said["folder"] == str(here / USUAL_NAME) and said["new"] == [LESSON]

    def test_json_says_what_became_of_each_file(self, here, monkeypatch):
        first = as_json("start", "mine")
        assert first["ecotools"] == __version__ and sorted(first["new"]) == sorted(material())
        (here / "mine" / LESSON).write_text("mine")
        corrected = here / "corrected.ipynb"
        corrected.write_text("corrected")
        files = {**material(), LESSON: corrected}
        monkeypatch.setattr("ecotools.start.material", lambda: files)
        for dry_run in (["--dry-run"], []):
            said = as_json("start", "mine", *dry_run)
            assert (said["dry_run"], said["unchanged"]) == (bool(dry_run), len(files) - 1)
            assert said["beside"] == [
                {"file": LESSON, "new_version": "course/02-journey-mapping-new-version.ipynb"}
            ]
        assert as_json("start", "mine")["yours"] == [LESSON] and said["findings"] == []

    def test_what_stays_is_said_in_words(self, here, monkeypatch):
        run("start", "mine")
        (here / "mine" / LESSON).write_text("mine")
        corrected = here / "corrected.ipynb"
        corrected.write_text("corrected")
        files = {**material(), LESSON: corrected}
        del files["README.md"]
        monkeypatch.setattr("ecotools.start.material", lambda: files)
        code, text = run("start", "mine", "--dry-run")
        assert code == 0 and text.startswith("Files in mine would be: ") and "unchanged, 1 of yours." in text
        assert f"{LESSON} is yours and stays; the new version would be beside it" in text
        assert "README.md is no longer part of the course" in text
        assert "the new version is beside it" in run("start", "mine")[1]
        assert (here / "mine" / LESSON).read_text() == "mine"

    def test_a_dry_run_makes_no_folder(self, here):
        assert run("start", "--dry-run") == (0, f"Files in {USUAL_NAME} would be: {len(material())} new.\n")
        assert list(here.iterdir()) == []

    def test_a_course_to_teach_from_is_refused(self, here):
        (here / "nbgrader_config.py").touch()
        code, text = run("start", ".")
        assert code == 1 and "a course to teach from" in text

    def test_a_file_is_no_folder(self, here):
        (here / "mine").touch()
        assert run("start", "mine")[0] == 2


class TestTheFolder:
    def test_progress_and_blueprint_are_kept_in_it_and_survive_an_update(self, here, monkeypatch):
        monkeypatch.delenv("ECOTOOLS_PROGRESS", raising=False)
        monkeypatch.delenv("ECOTOOLS_BLUEPRINT", raising=False)
        run("start")
        folder = here / USUAL_NAME
        for inside in ("course", "exercises/02-journey-mapping"):
            monkeypatch.chdir(folder / inside)
            assert course_folder() == folder
            assert (progress_file(), blueprint_file()) == (
                folder / "progress.json",
                folder / "my-blueprint.yaml",
            )
        progress_file().write_text("{}")
        blueprint_file().write_text("name: mine\n")
        assert as_json("start")["new"] == []
        assert (progress_file().read_text(), blueprint_file().read_text()) == ("{}", "name: mine\n")

    def test_the_modules_of_the_course_are_found_in_it(self, here):
        run("start")
        found = course(here / USUAL_NAME)
        assert [module.number for module in found] == modules()["module"].tolist()
        assert all(module.tasks for module in found)

    def test_the_commands_in_its_readme_can_be_typed(self):
        lines = said_in(material()["README.md"].read_text(encoding="utf-8"))
        assert len(lines) > 3 and [one for words in lines for one in unknown(words)] == []


class TestLab:
    def test_it_opens_module_00_with_a_students_settings(self, here):
        run("start", "mine")
        said = as_json("lab", "mine", "--dry-run", "--no-browser", "--port", "9999")
        assert said["command"][:3] == [sys.executable, "-m", "jupyterlab"]
        assert {
            "--ServerApp.root_dir=.",
            "--LabApp.default_url=/lab/tree/course/00-start-here.ipynb",
            "--no-browser",
            "--ServerApp.port=9999",
        } <= set(said["command"])
        first = said["environment"]["JUPYTER_CONFIG_PATH"].split(":" if sys.platform != "win32" else ";")[0]
        assert Path(first) == here / "mine" / "config" / "student"

    def test_it_finds_the_folder_from_inside_and_from_above(self, here, monkeypatch):
        run("start")
        for place in (here, here / USUAL_NAME / "course"):
            monkeypatch.chdir(place)
            assert as_json("lab", "--dry-run")["folder"] == str(here / USUAL_NAME)

    def test_without_module_00_it_opens_all_the_same(self, here):
        run("start", "mine")
        (here / "mine" / "course" / "00-start-here.ipynb").unlink()
        assert "--LabApp.default_url=/lab" in as_json("lab", "mine", "--dry-run")["command"]

    @pytest.mark.parametrize("words", [[], ["elsewhere"]])
    def test_a_folder_that_was_not_started_is_refused(self, here, words):
        (here / "elsewhere").mkdir()
        code, text = run("lab", *words)
        assert code == 1 and f"was not started: ecotools start{' elsewhere' if words else ''} lays" in text

    def test_without_jupyterlab_it_says_what_to_install(self, here, monkeypatch):
        run("start")
        monkeypatch.setitem(sys.modules, "jupyterlab", None)
        code, text = run("lab")
        assert code == 1 and 'jupyterlab, not installed here: pip install "ecotools[learn]"' in text

    def test_without_its_configuration_it_says_how_to_get_it_back(self, here):
        run("start")
        (here / USUAL_NAME / "config" / "student").rename(here / "config")
        code, text = run("lab")
        assert code == 1 and "ecotools start brings it back" in text
        assert run("start")[0] == 0 and run("lab", "--dry-run")[0] == 0

    def test_the_end_of_jupyterlab_is_the_end_of_the_command(self, here, monkeypatch):
        run("start")
        for code, ends in [(0, 0), (3, 1)]:
            words = [
                sys.executable,
                "-c",
                f"import pathlib; assert pathlib.Path('course').is_dir(); exit({code})",
            ]
            monkeypatch.setattr("ecotools.start.lab", lambda folder, *_, words=words: Lab(folder, words, {}))
            ended, text = run("lab")
            assert ended == ends and ("JupyterLab ended with 3" in text) == bool(code)
