"""A wheel carries what a learner gets and nothing that a student must not see, and it works far from here."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

from ecotools.grading.assignment import Assignment
from ecotools.grading.authoring.leaks import secrets, squeezed
from ecotools.grading.authoring.probes import ProbeSet
from ecotools.start import material

from .conftest import ROOT

CARRIED = "ecotools/start/files/"
SOURCES = sorted((ROOT / "solutions").glob("[0-9]*"))
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def tracked(*folders):
    """Return the files that git keeps, or would add, in some folders of the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *folders]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("this is no checkout of git")
    return {name for name in listed.stdout.split("\0") if name}


@pytest.fixture(scope="module")
def held(wheel):
    with ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


class TestWhatALearnerGets:
    def test_it_is_every_lesson_every_exercise_and_a_students_settings(self):
        assert tracked("course", "exercises", "config/student") <= set(material())

    def test_each_link_in_it_leads_to_a_file_of_it(self):
        files = material()
        dead = []
        for name, file in files.items():
            if file.suffix == ".ipynb":
                cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
                text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
            else:
                text = file.read_text(encoding="utf-8") if file.suffix == ".md" else ""
            for link in LINK.findall(text):
                target = os.path.normpath(PurePosixPath(name).parent / link).replace(os.sep, "/")
                dead += [f"{name}: {link}"] if target not in files else []
        assert dead == []

    def test_no_two_names_are_one_on_windows_or_a_mac(self):
        names = [name.casefold() for name in material()]
        assert len(names) == len(set(names)) and all(name.isascii() for name in names)


class TestTheWheel:
    def test_it_carries_what_a_learner_gets_and_a_checkout_has(self, held):
        carried = {name.removeprefix(CARRIED): data for name, data in held.items() if CARRIED in name}
        here = {name: file.read_bytes() for name, file in material().items() if name != "README.md"}
        assert carried == here and held["ecotools/start/readme.md"] == material()["README.md"].read_bytes()

    def test_all_else_in_it_is_the_package(self, held):
        package = {name for name in held if ".dist-info/" not in name and CARRIED not in name}
        assert package == tracked("ecotools")

    @pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
    def test_it_holds_no_line_of_a_solution_and_no_hidden_case(self, held, source):
        known = [one.line for one in secrets(Assignment.read(source, checks=False), ProbeSet())]
        hidden = hidden_cases(source)
        assert len(known) > 10 and hidden, "there is something to find"
        exercise = squeezed(held[f"{CARRIED}exercises/{source.name}/{source.name}.ipynb"].decode())
        everything = squeezed(
            "\n".join(
                data.decode()
                for name, data in held.items()
                if CARRIED in name and name.endswith((".ipynb", ".md"))
            )
        )
        assert [line for line in known if as_in_json(line) in exercise] == []
        assert [text for text in hidden if as_in_json(text) in everything] == []

    def test_it_holds_none_of_their_files(self, held):
        assert not [name for name in held if name.startswith(("solutions/", "tests/"))]
        theirs = {name: (ROOT / name).read_bytes() for name in tracked("solutions", "tests")}
        contents = set(held.values())
        assert [name for name, data in theirs.items() if data and data in contents] == []


def as_in_json(line):
    """Return a line of code as the file of a notebook holds it, without spaces."""
    return squeezed(json.dumps(line, ensure_ascii=False)[1:-1])


def hidden_cases(source):
    """Return the hidden cases in an assignment's tasks.py that hold data of their own: four numbers or more.

    Those that call a function with what is the learner's stand in the notebook, too, as readings.
    """
    tree = ast.parse((source / "tasks.py").read_text(encoding="utf-8"))
    lists = [one.value for one in ast.walk(tree) if isinstance(one, ast.keyword) and one.arg == "hidden"]
    texts = [one.value for found in lists for one in ast.walk(found) if isinstance(one, ast.Constant)]
    return [text for text in texts if isinstance(text, str) and tells(text)]


def tells(text):
    return len(text) >= 20 and len(re.findall(r"\d+", text)) >= 4 and not re.search(r"\b(own|my)_", text)


@pytest.fixture(scope="module")
def away(tmp_path_factory):
    return tmp_path_factory.mktemp("weit weg, bei Müller")


class TestFarFromTheRepository:
    def run(self, installed, folder, *words):
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONUTF8")}
        command = [sys.executable, "-m", "ecotools", *words]
        ran = subprocess.run(
            command, cwd=folder, env={**kept, "PYTHONPATH": str(installed)}, capture_output=True, text=True
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def test_an_installed_wheel_starts_a_folder_and_opens_it(self, installed, away):
        said = json.loads(self.run(installed, away, "start", "Mein Kurs", "--json"))
        assert sorted(said["new"]) == sorted(material()) and said["findings"] == []
        for name, file in material().items():
            assert (away / "Mein Kurs" / name).read_bytes() == file.read_bytes()
        opens = json.loads(self.run(installed, away, "lab", "Mein Kurs", "--dry-run", "--json"))
        assert "--LabApp.default_url=/lab/tree/course/00-start-here.ipynb" in opens["command"]

    def test_an_update_by_the_installed_wheel_keeps_what_was_edited(self, installed, away):
        self.run(installed, away, "start", "edited")
        lesson = away / "edited" / "course" / "01-ecosystems.ipynb"
        lesson.write_text("mine", encoding="utf-8")
        carried = installed / CARRIED / "course" / "01-ecosystems.ipynb"
        before = carried.read_bytes()
        try:
            carried.write_bytes(before + b"\n")
            said = self.run(installed, away, "start", "edited")
        finally:
            carried.write_bytes(before)
        assert "course/01-ecosystems.ipynb is yours and stays" in said
        assert lesson.read_text(encoding="utf-8") == "mine"
        beside = lesson.with_name("01-ecosystems-new-version.ipynb")
        assert beside.read_bytes() == before + b"\n"

    def test_a_copy_of_the_package_alone_says_what_it_lacks(self, installed, away):
        carried = Path(installed, CARRIED)
        aside = carried.rename(carried.with_name("aside"))
        try:
            command = [sys.executable, "-m", "ecotools", "start"]
            env = {**os.environ, "PYTHONPATH": str(installed)}
            ran = subprocess.run(command, cwd=away, env=env, capture_output=True, text=True)
        finally:
            aside.rename(carried)
        assert ran.returncode == 1 and "came without them; install its wheel" in ran.stderr
