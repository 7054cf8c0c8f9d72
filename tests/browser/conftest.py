"""One Chromium and one JupyterLab for all browser tests, on a copy of what a student has."""

import shutil

import pytest

from tests.browser.lab import CHROMIUM, ROOT, Notebook, chromium, lab_server

LESSONS = [path.stem for path in sorted((ROOT / "course").glob("[0-9]*.ipynb"))]


def pytest_collection_modifyitems(items):
    """Mark these tests, so that they can be asked for or left out, and put them last.

    Playwright keeps an event loop running from the first of them on, in which no other test could start one.
    """
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker(pytest.mark.browser)
    longest = "test_lessons.py"  # begins first of them: begun last, it would run alone at the end
    items.sort(
        key=lambda item: 0 if item.get_closest_marker("browser") is None else 1 + (item.path.name != longest)
    )


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: install it to run the browser tests")
    with chromium(tmp_path_factory.mktemp("profile")) as context:
        yield context


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    """A copy of the course folder: what is done in the browser does not reach the repository."""
    root = tmp_path_factory.mktemp("course")
    for name in ("course", "exercises"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copy(ROOT / "nbgrader_config.py", root)
    return root


@pytest.fixture(scope="session")
def student_lab(browser, course, tmp_path_factory):
    """The address of a JupyterLab with a student's settings."""
    with lab_server(course, tmp_path_factory.mktemp("student")) as address:
        yield address


@pytest.fixture(scope="session", params=LESSONS)
def lesson(request, browser, student_lab):
    """One lesson in JupyterLab after all its cells have run; it has been saved in that state."""
    notebook = Notebook(browser.new_page(), student_lab, f"course/{request.param}.ipynb")
    notebook.run_all()
    notebook.command("docmanager:save")
    yield notebook
    notebook.close()


def only(name: str):
    """Run a test on one lesson instead of all."""
    return pytest.mark.parametrize("lesson", [name], indirect=True)
