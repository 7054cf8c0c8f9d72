"""The last check of the course: for those who did every module, and for those who start from the example."""

import nbformat
import pytest

from ecotools.blueprint import Blueprint
from ecotools.blueprint.complete import complete, complete_example
from ecotools.blueprint.fields import lean
from ecotools.blueprint.yaml_text import document
from ecotools.learn import add_to_blueprint, complete_blueprint, own_blueprint
from ecotools.learn.outcomes import CheckFailed

from .course import COURSE

NAME = "13-capstone"
# In the order of the modules: what each of them puts into the learner's file.
BY_MODULES = [
    *["audience", "map", "journey", "products", "plan", "growth", "assumptions", "policies", "calendar"],
    *["community", "ladder", "team", "automations", "stack", "kpis", "projections"],
]

# The fields whose words a learner of the example has to change.
WORDED = [
    "name",
    "problem",
    "problems",
    "asset",
    "who",
    "pain_point",
    "title",
    "purpose",
    "value_proposition",
]


@pytest.fixture(scope="module")
def cells():
    """The cells of the release by their id."""
    notebook = nbformat.read(COURSE.exercises / NAME / f"{NAME}.ipynb", 4)
    return {
        cell.metadata.get("nbgrader", {}).get("grade_id", cell.id): cell.source for cell in notebook.cells
    }


@pytest.fixture
def hands_in(cells, tmp_path, monkeypatch):
    """Run the check of the blueprint on what ``own_blueprint`` reads, in the folder of the assignment."""
    folder = tmp_path / "exercises" / NAME
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ECOTOOLS_PROGRESS", str(tmp_path / "progress.json"))
    monkeypatch.delenv("ECOTOOLS_BLUEPRINT", raising=False)
    space = {"STUDENT_ID": "ada"}
    exec(cells["setup"], space)

    def handed_in(**how):
        for name, value in how.items():
            monkeypatch.setenv(name, value)
        space["my_blueprint"] = own_blueprint()
        exec(compile(cells["13-q7-check"], "check", "exec"), space)

    handed_in.file = tmp_path / "my-blueprint.yaml"
    handed_in.copy = folder / "my-blueprint.yaml"
    return handed_in


def without(value, *keys):
    """Return data without some keys, at any depth."""
    if isinstance(value, dict):
        return {name: without(part, *keys) for name, part in value.items() if name not in keys}
    return [without(part, *keys) for part in value] if isinstance(value, list) else value


def own_words(text):
    """Return a blueprint in other words than the example's, with the same ids and numbers."""
    data = lean(Blueprint.from_yaml(text))

    def reworded(value, key=""):
        if isinstance(value, dict):
            return {name: reworded(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [reworded(part, key) for part in value]
        return f"{value} with bread" if key in WORDED and isinstance(value, str) else value

    assumptions = data.pop("assumptions")  # channels are referred to by their names
    return document(reworded(data) | {"assumptions": assumptions})


def test_one_who_did_every_module_in_order_adds_what_is_left_and_passes(hands_in):
    business = lean(Blueprint.from_yaml(own_words(complete_example())))
    business["assumptions"] = {"churn": business["assumptions"]["churn"]}
    for section in BY_MODULES:
        # The modules 01, 02, 05 and 07 come before those that name products and KPIs.
        early = {
            "map": ("kpi", "loops"),
            "journey": ("product",),
            "growth": ("kpi",),
            "community": ("metrics",),
        }
        said = without(business[section], *early.get(section, ()))
        later = ["growth", "ladder", "community", "projections"] if section == "products" else ()
        add_to_blueprint(section, document({section: said}), later=later)
    for section in ("journey", "community"):
        add_to_blueprint(section, document({section: business[section]}))
    theirs = hands_in.file.read_text()
    hands_in.file.write_text(theirs.replace("name: My ecosystem", "name: Bread\nas_of: 2026-03-02"))
    with pytest.raises(CheckFailed, match="no funnel yet"):
        hands_in()
    complete_blueprint()
    text = hands_in.file.read_text()
    assert all(line in text for line in theirs.splitlines() if not line.startswith("name:"))
    hands_in.file.write_text(own_words(text))
    hands_in()
    assert hands_in.copy.read_bytes() == hands_in.file.read_bytes()


def test_one_who_starts_from_the_example_passes_only_with_words_of_their_own(hands_in):
    complete_blueprint()
    with pytest.raises(CheckFailed, match="those of an example: name is 'Second Octave'"):
        hands_in()
    hands_in.file.write_text(own_words(complete_example()))
    hands_in()


def test_the_file_that_was_handed_in_is_the_one_that_is_graded(hands_in):
    hands_in.file.write_text(complete("name: Bread with jam\n").text)
    hands_in.copy.write_text(own_words(complete_example()))
    hands_in(NBGRADER_EXECUTION="autograde")


def test_the_example_is_complete_enough_for_the_page_and_the_years(hands_in, cells):
    hands_in.file.write_text(own_words(complete_example()))
    space = {"STUDENT_ID": "ada"}
    exec(cells["setup"], space)
    space["my_blueprint"] = own_blueprint()
    exec(cells["q7-years"], space)
    page = (hands_in.copy.parent / "portfolio.html").read_text(encoding="utf-8")
    assert "Second Octave with bread" in page
