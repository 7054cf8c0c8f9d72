"""A lesson is proven: printed solutions pass, nothing else does, and cells can run again."""

import pytest

from ecotools.grading.authoring.lesson_proof import ON_PURPOSE, findings, problems
from ecotools.notebooks import new, write
from tests.grading.conftest import needs_fork

pytestmark = needs_fork
TEXT = "## Your turn\n\n<details><summary>Solution</summary>\n\n```python\n{}\n```\n\n</details>"
CHECK = """# Check: run this cell
with check("09-t1", "half") as expect:
    expect.number(half, 21, of="half")"""
TABLE = "import pandas as pd\n\ntable = pd.DataFrame({'a': [3, 1]})"


def lesson(solution="half = number / 2", blank="half = ...", check=CHECK, extra=(), after=()):
    cells = [
        "# Lesson",
        ("code", "from ecotools.learn import check"),
        ("code", "number = 42"),
        *extra,
        TEXT.format(solution) if solution else "## Your turn",
        ("code", blank),
        ("code", check),
        *after,
    ]
    return new(cells)


def test_a_sound_lesson_has_no_findings(tmp_path):
    write(lesson(), tmp_path / "09-a.ipynb")
    assert problems(tmp_path / "09-a.ipynb") == []


def test_a_printed_solution_that_its_check_refuses_is_found():
    (found,) = findings(lesson(solution="half = number // 4"))
    assert "the printed solution is refused (wrong)" in found


@pytest.mark.parametrize("body", ["pass", "expect.that(half is not None, 'Say it.')"])
def test_a_check_that_is_empty_or_takes_any_value_is_found(body):
    check = f'# Check: run this cell\nwith check("09-t1", "half") as expect:\n    {body}'
    assert "the check says right whatever `half` is or returns" in "\n".join(findings(lesson(check=check)))


def test_a_function_whose_result_is_not_looked_at_is_found():
    check = '# Check: run this cell\nwith check("09-t1", "f") as expect:\n    f(3)'
    found = findings(lesson("def f(n):\n    return n", "def f(n):\n    return ...", check))
    assert "the check says right whatever `f` is or returns" in "\n".join(found)


def test_a_try_that_is_right_before_anything_is_done_is_found():
    assert "right before anything is filled in" in "\n".join(findings(lesson(blank="half = 21")))


def test_a_try_without_a_printed_solution_is_found():
    (found,) = findings(lesson(solution=""))
    assert "no solution is printed above this check" in found


def test_a_cell_that_changes_its_input_when_it_runs_again_is_found():
    (found,) = findings(lesson(extra=[("code", TABLE), ("code", "table['a'] = table['a'] * 2")]))
    assert "when it runs again it changes `table`" in found


def test_a_cell_that_changes_its_input_with_the_answer_of_a_try_is_found():
    (found,) = findings(lesson(extra=[("code", TABLE)], after=[("code", "table['a'] = table['a'] * half")]))
    assert "when it runs again it changes `table`" in found


def test_a_cell_may_change_things_on_purpose():
    shown = ("code", "number = number + 0\ntotal = globals().get('total', 0) + 1", {"tags": [ON_PURPOSE]})
    assert findings(lesson(extra=[shown])) == []


def test_numbers_drawn_without_a_seed_are_found_where_they_are_drawn():
    draw = "import numpy as np\n\ndrawn = np.random.default_rng().normal()"
    (found,) = [
        text
        for text in findings(lesson(extra=[("code", draw), ("code", "more = drawn + 1")]))
        if "seed" in text and "drawn" in text
    ]
    assert "`drawn` is another each time" in found


def test_a_lesson_that_fails_says_where(tmp_path):
    assert "ZeroDivisionError" in "\n".join(findings(lesson(extra=[("code", "1 / 0")])))
