"""Killed anywhere and started again, grading ends in the same gradebook and the same folders."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from ecotools.grading.course import Course
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.pipeline.journal import Journal, folder_of
from ecotools.notebooks import read, write

from .books import files, tables
from .killed import STEPS
from .marked import mark
from .needed import need_sandbox
from .tiny import NAME, make_course

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are killed")

ROOT = Path(__file__).parents[2]
LIMITS = ["--cpu", "3", "--wall", "30"]
KINDS = ["right", "another form", "wrong", "half", "untouched"]
# What a hand-in may do to whoever grades it.
HOSTILE = [
    "import os\nos._exit(1)",
    "import os\nos.kill(os.getpid(), 9)",
    "def share(part, whole):\n    return share(part, whole)",
    "class Any:\n    __eq__ = lambda *_: True\n\ndef share(part, whole):\n    return Any()",
    "while True:\n    pass",
    "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()",
]


def make_class(tiny, folder, size, hostile):
    """Return a course and its class: one hand-in in five is one of ``hostile``, one in ten is broken."""
    course = make_course(folder)
    shutil.copytree(tiny.exercises, course.exercises)
    for number in range(size):
        student = f"s{number:03d}"
        kind = "broken" if number % 10 == 9 else KINDS[number % len(KINDS)]
        place = hand_in(course, NAME, student, kind)
        if hostile and number % 5 == 2:
            notebook = read(place / f"{NAME}.ipynb")
            cell = next(cell for cell in notebook.cells if "def share" in cell.source)
            cell.source = hostile[number // 5 % len(hostile)]
            write(notebook, place / f"{NAME}.ipynb")
    return course


def command(course, *before):
    main = (
        ["-m", "tests.grading.killed", *before] if before else ["-c", "from ecotools.cli import main; main()"]
    )
    return [sys.executable, *main, "grade", NAME, "--course", str(course.root), "-q", *LIMITS]


def start(course, *before):
    """Start `ecotools grade` in a group of processes of its own."""
    return subprocess.Popen(
        command(course, *before),
        cwd=ROOT,
        start_new_session=True,
        # Whoever runs the tests in the background may have it ignored, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def run(course):
    """Grade to the end; hand-ins that are no notebooks make it 1."""
    with start(course) as grading:
        said = grading.communicate()[0]
    assert grading.returncode in (0, 1) and "Traceback" not in said, said


def run_until(course, step, number=1):
    """Grade until the process is killed after a step."""
    with start(course, step, str(number)) as grading:
        said = grading.communicate()[0]
    assert grading.returncode == -signal.SIGKILL, said


def run_for(course, seconds):
    """Grade for some seconds at most, kill the process alone; return whether it was, and what outlived it."""
    with start(course) as grading:
        time.sleep(seconds)
        children = psutil.Process(grading.pid).children(recursive=True) if grading.poll() is None else []
        grading.kill()
    _, alive = psutil.wait_procs(children, timeout=60)
    return grading.returncode == -signal.SIGKILL, alive


def copied(course, name):
    shutil.copytree(course.root, course.root.parent / name)
    return Course(course.root.parent / name)


def end_the_same(one, other):
    assert tables(one) == tables(other)
    assert files(one) == files(other)
    for course in (one, other):
        assert list(Journal(folder_of(course.root)).staged.iterdir()) == []
        assert [file.name for file in course.root.glob("gradebook.db*")] == ["gradebook.db"]


@pytest.fixture(scope="module")
def classes(tiny, tmp_path_factory):
    """A class that was graded and marked, whose test then changed: graded again undisturbed, and not yet."""
    course = make_class(tiny, tmp_path_factory.mktemp("resume") / "course", 10, HOSTILE[:2])
    run(course)
    mark(course, "s000", "01-q3", 1, extra=0.5, comment="Well argued.")
    file = course.solutions / NAME / f"{NAME}.ipynb"
    file.write_text(file.read_text().replace("A share of nothing", "The share of nothing"))
    undisturbed = copied(course, "undisturbed")
    run(undisturbed)
    return undisturbed, course


def test_killed_after_each_step_it_ends_as_if_undisturbed(classes):
    undisturbed, course = classes[0], copied(classes[1], "steps")
    for step in STEPS:
        run_until(course, step)
    run(course)
    end_the_same(course, undisturbed)


def test_killed_at_random_moments_it_ends_as_if_undisturbed_and_nothing_outlives_it(classes):
    undisturbed, course = classes[0], copied(classes[1], "moments")
    moments = random.Random(8)
    for _ in range(3):
        _, alive = run_for(course, moments.uniform(1, 6))
        assert alive == []
    run(course)
    end_the_same(course, undisturbed)


def test_interrupted_it_ends_at_once_with_a_word_and_can_be_taken_up(classes):
    undisturbed, course = classes[0], copied(classes[1], "interrupted")
    before_last = [place for place in sorted(course.submitted.iterdir()) if not place.name.endswith("9")][-2:]
    kept = {file: file.read_bytes() for place in before_last for file in place.rglob("*.ipynb")}
    for file in kept:  # so that it cannot be done before it is interrupted
        notebook = read(file)
        first = next(cell for cell in notebook.cells if cell.cell_type == "code")
        first.source = "import time\ntime.sleep(25)"
        write(notebook, file)
    journal = folder_of(course.root) / "journal.jsonl"
    before = journal.stat().st_size
    with start(course) as grading:
        while journal.stat().st_size == before:
            time.sleep(0.01)
        os.killpg(grading.pid, signal.SIGINT)
        said = grading.communicate(timeout=60)[0]
    assert grading.returncode == 130 and said.strip() == "Interrupted."
    for file, data in kept.items():
        file.write_bytes(data)
    run(course)
    end_the_same(course, undisturbed)


def test_a_second_run_at_the_same_time_is_refused_and_harms_nothing(classes):
    undisturbed, course = classes[0], copied(classes[1], "two")
    with start(course) as first, start(course) as second:
        said = [one.communicate()[0] for one in (first, second)]
    refused = [text for text in said if "another run is at work in this course: process " in text]
    assert len(refused) == 1, said
    end_the_same(course, undisturbed)


@pytest.mark.timeout(3600)
def test_a_larger_class_killed_three_times_ends_as_if_undisturbed(tiny, tmp_path):
    need_sandbox()
    size = 300 if os.environ.get("ECOTOOLS_BENCHMARK") else 45  # 300 take minutes
    course = make_class(tiny, tmp_path / "course", size, HOSTILE)
    undisturbed = copied(course, "undisturbed")
    begun = time.monotonic()
    run(undisturbed)
    whole, kills, moments = time.monotonic() - begun, 0, random.Random()
    while kills < 3:
        killed, alive = run_for(course, moments.uniform(0.05, 0.3) * whole)  # it is not done after three
        assert killed and alive == []
        kills += 1
    run(course)
    end_the_same(course, undisturbed)
