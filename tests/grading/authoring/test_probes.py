"""Probes as authors write them."""

import pytest

from ecotools.grading.authoring.probes import ProbeError, edited, load, right, wrong
from tests.grading.tiny import NAME


def test_probes_are_loaded_by_task_and_kind(tiny):
    known = load(tiny.solutions / NAME)
    assert len(known.of("01-q1", True)) == 2 and len(known.of("01-q1", False)) == 3
    assert len(known.of("01-q2")) == 5 and known.survivors == {}


def test_a_folder_without_probes_has_none(tmp_path):
    assert load(tmp_path).probes == ()


def test_code_may_be_indented_and_of_several_cells():
    assert right("q", "n", "\n    x = 1\n    y = 2\n").code == {"": "x = 1\ny = 2"}
    assert right("q", "n", {"a": "x = 1", "b": "y = 2"}).code == {"a": "x = 1", "b": "y = 2"}


def test_an_answer_is_edited_where_each_old_text_is_there_once():
    assert edited("a = b", ("a", "c"), ("c = b", "d")) == "d"
    for old, times in (("b", 2), ("x", 0)):
        with pytest.raises(ProbeError, match=f"there {times} times, and not once: {old!r}"):
            edited("a = b + b", ("a", "c"), (old, "y"))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: right("", "n", "x"), "task of a probe must be a non-empty string"),
        (lambda: wrong("q", "n", "x", message=""), "message of a probe must be a non-empty string"),
        (lambda: right("q", "n", 3), "code of the probe 'n' must be a text"),
    ],
)
def test_a_probe_without_a_part_is_refused(make, message):
    with pytest.raises(ProbeError, match=message):
        make()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("PROBES = [1]", "PROBES must be a list made with"),
        ("x = 1", "PROBES must be a list made with"),
        ("1 / 0", "ZeroDivisionError"),
        ("PROBES = []\nSURVIVORS = {'a': ''}", "SURVIVORS must be a dict"),
        (
            "from ecotools.grading.authoring.probes import right\nPROBES = 2 * [right('q', 'n', 'x')]",
            "two probes of q are named 'n'",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_name(tmp_path, text, message):
    (tmp_path / "probes.py").write_text(text)
    with pytest.raises(ProbeError, match=message) as error:
        load(tmp_path)
    assert "probes.py" in str(error.value)
