"""A proof finds what is wrong with an assignment's checks, and nothing where they are sound."""

import shutil
from pathlib import Path

import pytest

from ecotools.grading.authoring.probes import ProbeSet
from ecotools.grading.authoring.proof import ProofError, prove_assignment, too_few_probes
from ecotools.grading.course import CONFIG, Course
from tests.grading.conftest import needs_fork
from tests.grading.tiny import LOST_CHECK, NAME, PROBES, SHARE_CHECK, make_course

pytestmark = needs_fork


def test_sound_checks_have_no_findings(tiny):
    proof = prove_assignment(tiny, NAME)
    assert proof.findings() == []
    assert [answer.outcome for answer in proof.reference] == ["right", "right"]
    assert [answer.outcome for answer in proof.untouched] == ["not attempted", "not attempted"]
    assert len(proof.probes) == 10 and len(proof.mutants) == 10
    assert proof.score == 1 and proof.survivors == []
    assert too_few_probes(proof.assignment, proof.known) == []


def test_a_stub_that_counts_as_an_answer_is_found(tiny, tmp_path):
    course = make_course(tmp_path)
    shutil.copytree(tiny.exercises, course.exercises)
    file = course.exercises / NAME / f"{NAME}.ipynb"
    file.write_text(file.read_text().replace("lost = ...", "lost = 0"))
    (found,) = prove_assignment(course, NAME, ("untouched",)).findings()
    assert found.startswith("01-q2: the untouched stub must say 'not attempted', but: wrong")


LAX = "\n".join(line for line in SHARE_CHECK.split("\n") if "share(1, 0)" not in line)
OFF_BY_ONE = LOST_CHECK.replace("970", "971")
EXCUSED = {
    "01-q1: float('nan') → float('nanx')": "nothing is divided by zero here",
    "01-q1: x → y": "of an earlier version",
}
ENDLESS = "    wrong('01-q2', 'endless', 'while True: pass', message='lost'),\n]"


@pytest.fixture(scope="module")
def flawed(tmp_path_factory):
    """The proof of an assignment that has each of the flaws that a proof is there to find."""
    probes = PROBES.replace("not a percent", "a percentage")
    probes = probes.replace("]\nSURVIVORS = {}", f"{ENDLESS}\nSURVIVORS = {EXCUSED}")
    course = make_course(tmp_path_factory.mktemp("flawed"), probes, share_check=LAX, lost_check=OFF_BY_ONE)
    return prove_assignment(course, NAME, ("reference", "probes", "mutants"))


def test_a_check_that_refuses_the_reference_is_found(flawed):
    found = flawed.findings()
    assert any(text.startswith("01-q2: the reference solution is refused (wrong)") for text in found)
    assert "01-q2, probe 'an int': a right answer is refused" in "\n".join(found)


def test_a_check_that_accepts_what_is_wrong_is_found(flawed):
    found = "\n".join(flawed.findings())
    assert "01-q1, probe 'no guard': a wrong answer gets full points" in found
    survivor = "01-q1: part / whole if whole else float('nan') → part / whole"
    assert survivor in [name for name, _ in flawed.survivors]
    assert f"{survivor}: this mutation gets full points" in found
    assert flawed.score == pytest.approx(1 - len(flawed.survivors) / len(flawed.mutants))


def test_a_survivor_with_a_reason_is_excused_and_one_that_does_not_survive_is_named(flawed):
    found = "\n".join(flawed.findings())
    assert "float('nanx')" in "\n".join(name for name, _ in flawed.survivors)
    assert "float('nanx')" not in found
    assert "SURVIVORS names '01-q1: x → y', which does not survive" in found


def test_a_refusal_with_another_message_is_found(flawed):
    assert "01-q1, probe 'percent': refused, but 'a percentage' is not in" in "\n".join(flawed.findings())


def test_an_answer_that_never_ends_is_a_timeout_and_the_others_are_tried(flawed):
    assert len(flawed.probes) == 11
    assert [probe.name for probe, answer in flawed.probes if answer.outcome == "timeout"] == ["endless"]


def test_a_setup_cell_that_fails_stops_the_proof_with_its_name(tmp_path):
    with pytest.raises(ProofError, match=r"cell 3 .*NameError: name 'unknown'"):
        prove_assignment(make_course(tmp_path, setup="x = 1", variant="unknown"), NAME, ("reference",))


def test_a_probe_of_no_task_and_a_missing_release_are_named(tmp_path):
    with pytest.raises(ProofError, match="run `ecotools release 01-tiny` first"):
        prove_assignment(make_course(tmp_path), NAME)
    elsewhere = PROBES.replace('"01-q1", "percent"', '"09-q9", "percent"')
    with pytest.raises(ProofError, match="the probe 'percent' is of no task: '09-q9'"):
        prove_assignment(make_course(tmp_path, elsewhere), NAME, ("probes",))


def test_tasks_with_few_probes_are_named(tmp_path):
    assignment = make_course(tmp_path).assignment(NAME)
    assert too_few_probes(assignment, ProbeSet())[0] == (
        "01-q1: 0 right and 0 wrong probes, expected at least 2 and 3"
    )


def test_a_course_is_proven_from_within_its_folder(tiny, monkeypatch):
    monkeypatch.chdir(tiny.root)
    assert prove_assignment(Course(Path(".")), NAME, ("reference",)).findings() == []


def test_a_course_that_a_configuration_elsewhere_names_is_proven_with_that_configuration(tmp_path):
    root, started = tmp_path / "files", tmp_path / "desk"
    make_course(root)
    (root / "solutions").rename(root / "originals")
    (root / CONFIG).unlink()
    started.mkdir()
    settings = f"c.CourseDirectory.root = {str(root)!r}\nc.CourseDirectory.source_directory = 'originals'"
    (started / CONFIG).write_text(f"c = get_config()\n{settings}\n")
    assert prove_assignment(Course.find(started), NAME, ("reference",)).findings() == []
