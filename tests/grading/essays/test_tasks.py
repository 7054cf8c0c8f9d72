"""A written task has the rubric and the model answer of its source, and a key for each row."""

import pytest

from ecotools.grading.course import Course
from ecotools.grading.essays.tasks import keyed, written_tasks
from tests.grading.tiny import NAME, ROOT

from .handed_in import MODEL, essay_course

OURS = Course(ROOT)


def test_the_rubric_is_the_table_of_points_and_the_model_the_solution(tmp_path):
    (task,) = written_tasks(essay_course(tmp_path).assignment(NAME))
    assert (task.cell, task.points, task.model) == ("01-q3", 1, MODEL)
    assert [(row.points, row.key) for row in task.rubric] == [(1, "a"), (0.5, "b"), (0, "d")]
    assert task.rubric[1].says == "names a step without a number"
    assert "Name one number" in task.given and MODEL not in task.given
    assert task.student_id == "your-name"


def test_without_a_rubric_each_number_of_points_has_a_key(tiny):
    (task,) = written_tasks(tiny.assignment(NAME))
    assert [(row.points, row.says, row.key) for row in task.rubric] == [(1, "", "1"), (0, "", "0")]
    assert task.model == "The longest step, because most are lost there."


@pytest.mark.parametrize("name", OURS.names())
def test_each_written_task_of_the_workbook_can_be_marked_by_keys(name):
    for task in written_tasks(OURS.assignment(name, checks=False)):
        keys = [row.key for row in task.rubric]
        assert len({*keys}) == len(keys) and all(keys)
        assert max(row.points for row in task.rubric) == task.points and task.rubric[-1].points == 0
        assert all(row.says for row in task.rubric) and len(task.model.split()) > 50


def test_no_row_is_lost_when_there_are_more_than_keys():
    rows = keyed([(number / 2, str(number)) for number in range(12)])
    assert len(rows) == 12 and rows[-1].key == "" and len({row.key for row in rows if row.key}) == 7
