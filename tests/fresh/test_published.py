"""What is published installs on its own, works without network, and holds no answer.

Each test runs in an environment that has the wheel and what it asks for, and nothing else:

    make fresh
"""

import json
import re
import shutil
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from ecotools.start import material
from tests.start.test_wheel import tracked

from .conftest import ROOT

EXPORT = ROOT / "tests" / "ledger" / "data" / "33_us_excel.csv"
SHOP = "name: Käse & Co\nproducts:\n- {id: pack, name: Pack, kind: core, price: 49}\n"
COURSE = "digital-product-ecosystems"
EXERCISE = "exercises/02-journey-mapping/02-journey-mapping.ipynb"
ONLY_IN_EXTRAS = {"jupyterlab", "ipykernel", "ipywidgets", "nbformat", "nbgrader", "papermill", "pyarrow"}
# Lessons that draw, show a widget, run another notebook.
LESSONS = ("02-journey-mapping", "10-kpi-dashboards")


class TestTheArchives:
    def test_the_source_holds_no_solution_and_no_test(self, built):
        with tarfile.open(next(built.glob("*.tar.gz"))) as source:
            files = {
                one.name.partition("/")[2]: source.extractfile(one).read() for one in source if one.isfile()
            }
        assert not [name for name in files if name.startswith(("solutions/", "tests/"))]
        answers = {(ROOT / name).read_bytes() for name in tracked("solutions", "tests")} - {b""}
        assert [name for name, data in files.items() if data in answers] == []
        assert set(material()) - {"README.md"} <= set(files)

    def test_the_wheel_that_is_built_from_it_is_that_of_a_checkout(self, published, of_a_checkout):
        with ZipFile(published) as one, ZipFile(of_a_checkout) as other:
            assert sorted(one.namelist()) == sorted(other.namelist())
            assert [name for name in one.namelist() if one.read(name) != other.read(name)] == []


class TestACreator:
    def test_gets_no_library_that_only_learners_or_teachers_need(self, creator):
        assert creator.libraries() & ONLY_IN_EXTRAS == set()

    def test_the_network_is_cut_off_in_these_tests(self, creator):
        reach = "import socket; socket.create_connection(('192.0.2.1', 80), 1)"
        assert "Network is unreachable" in creator.run("-c", reach, code=1)

    def test_describes_a_business_has_it_reviewed_and_hands_out_a_report(self, creator):
        creator.ecotools("new")
        found = json.loads(creator.ecotools("review", "my-blueprint.yaml", "--json", code=1))
        assert found
        for out in ("report.html", "report.md"):
            creator.ecotools("report", "my-blueprint.yaml", "-o", out)
            assert len((creator.folder / out).read_text(encoding="utf-8")) > 5_000

    def test_imports_exports_and_reports_what_has_happened(self, creator):
        shutil.copy(EXPORT, creator.folder / "Zahlungen für März.csv")
        (creator.folder / "shop.yaml").write_text(SHOP, encoding="utf-8")
        creator.ecotools(
            "import", "Zahlungen für März.csv", "--blueprint", "shop.yaml", "--out", "mein Laden"
        )
        assert (creator.folder / "mein Laden" / "orders.csv").is_file()
        creator.ecotools("report", "shop.yaml", "--ledger", "mein Laden", "-o", "happened.html")

    @pytest.mark.parametrize(
        ("words", "extra"),
        [
            (["lab"], "learn"),
            (["run", "course", "--out", "out"], "learn"),
            (["grade"], "teach"),
            (["lint"], "teach"),
        ],
    )
    def test_is_told_what_to_install_for_the_rest(self, creator, words, extra):
        creator.ecotools("start", ".")
        said = creator.ecotools(*words, code=1)
        assert said.endswith(f'not installed here: pip install "ecotools[{extra}]"\n')

    def test_is_told_so_by_the_library_too(self, creator):
        for code, extra in (
            ("import ecotools.widgets", "learn"),
            (
                "from ecotools.ledger.tables import empty_ledger; from ecotools.ledger import write_ledger; "
                "write_ledger(empty_ledger('EUR'), 'shop', format='parquet')",
                "parquet",
            ),
        ):
            assert f'pip install "ecotools[{extra}]"' in creator.run("-c", code, code=1)


class TestALearner:
    def test_gets_no_library_that_only_teachers_need(self, learner):
        assert learner.libraries() & {"nbgrader", "nh3", "rapidfuzz", "sqlalchemy", "pyarrow"} == set()

    def test_has_what_opens_the_course(self, learner):
        said = json.loads(learner.ecotools("lab", "--dry-run", "--json"))
        assert "--LabApp.default_url=/lab/tree/course/00-start-here.ipynb" in said["command"]
        assert learner.run("-m", "jupyterlab", "--version")[0].isdigit()

    @pytest.mark.parametrize("lesson", LESSONS)
    def test_runs_a_lesson(self, learner, lesson):
        notebook = learner.folder / COURSE / "course" / f"{lesson}.ipynb"
        said = json.loads(learner.ecotools("run", notebook, "--out", "done", "--json"))
        assert [Path(run["path"]).stem for run in said["runs"]] == [lesson] and said["findings"] == []

    def test_tries_an_exercise_and_reads_what_is_still_to_do(self, learner):
        said = json.loads(
            learner.ecotools("run", learner.folder / COURSE / EXERCISE, "--out", "tried", "--json", code=1)
        )
        assert "02-q1 not attempted" in said["findings"][0]


class TestATeacher:
    def test_has_what_grades(self, teacher):
        assert {"nbgrader", "nh3"} <= teacher.libraries()
        said = teacher.ecotools("grade", code=1)
        assert "pip install" not in said

    def test_imports_every_part(self, teacher):
        code = (
            "import importlib, pkgutil, ecotools\n"
            "names = [one.name for one in pkgutil.walk_packages(ecotools.__path__, 'ecotools.')]\n"
            "for name in names:\n"
            "    if not name.endswith('__main__') and '.guard' not in name: importlib.import_module(name)\n"
        )
        teacher.run("-c", code)


def test_how_much_each_way_to_install_takes_is_in_the_docs(creator, learner, teacher):
    page = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    for place, what in (
        (creator, "ecotools"),
        (learner, '"ecotools[learn]"'),
        (teacher, '"ecotools[teach]"'),
    ):
        megabytes = int(re.search(rf"\| `pip install {re.escape(what)}` \|.*\| (\d+) MB \|", page)[1])
        assert megabytes == pytest.approx(place.megabytes(), rel=0.25), f"{what}: {place.megabytes()} MB"
