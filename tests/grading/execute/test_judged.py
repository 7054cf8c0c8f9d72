"""What the judge says of hand-ins as students write them, in both runners: honest ones keep their points."""

import pytest

from ecotools import outcomes
from ecotools.grading import notes
from ecotools.grading.execute.job import ANSWER, DIED, FAILED, OK, TEST, TIMEOUT, HandInLimits
from ecotools.grading.pipeline.score import score

from .courts import said, tried, verdicts

ROOMY = HandInLimits(cpu=20, wall=60)
SETUP = (
    "import numpy as np, pandas as pd\nfrom ecotools.learn import check",
    "param: STUDENT_ID = 'you'",
    "data = [len(STUDENT_ID), 2, 3]",
)


def check_of(name, *lines):
    body = "\n".join(f"    {line}" for line in lines)
    return f"test: with check({name!r}, {name!r}, points=1) as expect:\n{body}"


TOTAL = "expect.number(total(pd.Series(data)), sum(data))"
# Answers by the name they are of: what is handed in, the test, what comes of it, and words that are shown.
HONEST = {
    "total": (
        "def total(xs):\n    return sum(xs)\ncheck, pd, expect, data, sum_ = 3, None, 'mine', [], 0",
        TOTAL,
        OK,
        "✓",
    ),
    "slow": (
        "import time\ndef slow(n):\n    time.sleep(2.5)\n    return n",
        "expect.number(slow(1), 1)",
        OK,
        "✓",
    ),
    "pooled": (
        "from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(2)\n"
        "def pooled(ns):\n    return list(pool.map(abs, ns))",
        "expect.value(pooled([-1, 2]), [1, 2])",
        OK,
        "✓",
    ),
    "later": (
        "import asyncio\nawait asyncio.sleep(0)\n"
        "async def later(n):\n    await asyncio.sleep(0.01)\n    return n",
        "expect.number(await later(4), 4)",
        OK,
        "✓",
    ),
    "counted": (
        "n = 0\ndef counted():\n    global n\n    n += 1\n    return n",
        "expect.value([counted(), counted()], [1, 2])",
        OK,
        "✓",
    ),
    "seeded": (
        "def seeded():\n    np.random.seed(0)\n    return np.random.random()",
        "expect.number(seeded(), 0.548814)",
        OK,
        "✓",
    ),
    "talks": (
        "import sys, warnings\ndef talks(n):\n    print('got', n)\n    print('oh', file=sys.stderr)\n"
        "    warnings.warn('hm')\n    return n",
        "expect.number(talks(1), 1)",
        OK,
        "✓",
    ),
    "value": ("value = np.float64(2.5)", "expect.number(value, 2.5)", OK, "✓"),
    "broken": ("def broken(x:\n    return x", "expect.number(broken(1), 1)", FAILED, "not attempted"),
    "median": (
        "def medain(xs):\n    return 2",
        "expect.number(median([1]), 1)",
        FAILED,
        "`medain` is: is the name spelled",
    ),
    "raises": (
        "def raises(t):\n    return t['none']",
        "expect.number(raises(pd.DataFrame({'a': [1]})), 1)",
        FAILED,
        "line 2, in `raises`",
    ),
    "ends": (
        "import sys\ndef ends():\n    sys.exit()",
        "expect.number(ends(), 1)",
        FAILED,
        "asks Python to stop",
    ),
    "last": ("def last(xs):\n    return xs[-1]", "expect.number(last([1, 5]), 5)", OK, "✓"),
}


@pytest.fixture(scope="module")
def honest(way):
    cells = list(SETUP)
    for name, (answer, test, *_) in HONEST.items():
        solution = (
            f"def {name}(*given): pass" if f"def {name}" in answer or name == "median" else f"{name} = 1"
        )
        cells += [f"answer: {solution}", check_of(name, test)]
    return tried(way, cells, [answer for answer, *_ in HONEST.values()], limits=ROOMY)


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_answer_gets_what_it_is_worth(honest, name):
    place = list(HONEST).index(name)
    _, _, status, words = HONEST[name]
    assert words in said(honest)[place]
    assert verdicts(honest)[place] == status


def test_no_honest_answer_gives_evidence(honest):
    assert [run.evidence for run in honest.cells.values() if run.evidence] == []


def test_an_answer_that_is_no_python_is_an_error_with_its_line_in_the_grades(honest):
    score(honest)
    place = list(HONEST).index("broken")
    cell = [one for one in honest.notebook.cells if one.metadata.get("nbgrader")][place]
    note = notes.note(cell)
    assert note["outcome"] == outcomes.ERROR
    assert "SyntaxError in your cell" in note["message"] and "line 1" in note["message"]


def test_a_test_s_output_stands_at_its_cell_with_a_card(honest):
    cell = next(one for one in honest.notebook.cells if one.metadata.get("nbgrader"))
    (card,) = cell.outputs
    assert "role='status'" in card.data["text/html"] and cell.execution_count


ENDS = (
    *SETUP,
    *(
        text
        for name in "abcdef"
        for text in (f"answer: def {name}(): pass", check_of(name, f"expect.number({name}(), 1)"))
    ),
)
ENDING = [
    ["exit()", "def a():\n    return 1"],
    ["def b():\n    return 1", "quit()"],
    "import os\ndef c():\n    os._exit(1)",
    ["def d():\n    return 1\nimport os; os._exit(3)"],
    ["import sys; sys.exit()", "def e():\n    raise SystemExit"],
    "def f():\n    return a() * b()",
]


def test_what_ends_the_program_costs_what_depends_on_it_each_time_the_same(way):
    for _ in range(3):
        execution = tried(way, ENDS, ENDING)
        assert verdicts(execution) == [OK, OK, DIED, FAILED, FAILED, OK]
    died = [run for run in execution.cells.values() if run.status == DIED]
    assert len(died) == 2 and all(run.blame == ANSWER for run in died)


def test_a_process_that_dies_in_the_last_cell_costs_nothing_before_it(way):
    answers = [
        *ENDING[:2],
        "def c(): return 1",
        "def d(): return 1",
        "def e(): return 1",
        "import os; os._exit(0)",
    ]
    assert verdicts(tried(way, ENDS, answers)) == [OK, OK, OK, OK, OK, FAILED]


TIMED = (
    *SETUP,
    "answer: def loop(n): pass",
    check_of("loop", "expect.number(loop(1), 1)"),
    "answer: def fine(n): pass",
    check_of("fine", "while True: pass"),
    check_of("fine", "expect.number(fine(1), 1)"),
    "rates = open('none.csv')",
    check_of("fine", "expect.number(fine(1), 1)"),
)


@pytest.fixture(scope="module")
def timed(way):
    return tried(way, TIMED, ["def loop(n):\n    while True: pass", "def fine(n): return n"])


def graded_runs(execution):
    return [
        (cell, execution.cells[place])
        for place, cell in enumerate(execution.notebook.cells)
        if cell.metadata.get("nbgrader")
    ]


def test_a_call_that_never_ends_is_the_answer_s_fault_and_costs_its_test_only(timed):
    cell, run = graded_runs(timed)[0]
    assert (run.status, run.blame) == (TIMEOUT, ANSWER)
    assert "the cell took more than" in cell.outputs[-1].evalue


def test_a_test_that_never_ends_is_its_own_fault_and_named_so(timed):
    cell, run = graded_runs(timed)[1]
    assert (run.status, run.blame) == (TIMEOUT, TEST)
    assert "the test took more than" in cell.outputs[-1].evalue
    assert graded_runs(timed)[2][1].status == OK


def test_a_test_whose_set_up_fails_could_not_be_checked_and_names_the_cell(timed):
    score(timed)
    cell, run = graded_runs(timed)[3]
    assert run.blame == TEST
    note = notes.note(cell)
    assert note["outcome"] == outcomes.UNCHECKED
    assert "the set-up cell 'q8'" in note["message"] and "FileNotFoundError" in note["message"]


PLAIN = (
    "data = [3, 1, 2]",
    "answer: def order(xs): pass",
    "test: order(data)\nassert data == [1, 2, 3]",
    "test: given = 0.25\nif order([2, 1]) is None:\n    given = 0.5\ngiven",
    "answer: def draw(): pass",
    "test: import matplotlib.pyplot as plt\ndraw()\nassert plt.gcf().axes[0].lines",
    "answer: def save(): pass",
    "test: save()\nassert open('out.txt').read() == 'done'",
    "test: print('before')\norder([1])\nprint('after')\n"
    "### BEGIN HIDDEN TESTS\norder([98765])\n### END HIDDEN TESTS",
    "show = order([5])",
)
PLAIN_ANSWERS = [
    "def order(xs):\n    print('order', xs)\n    xs.sort()",
    "import matplotlib.pyplot as plt\ndef draw():\n    plt.plot([1, 2])",
    "def save():\n    with open('out.txt', 'w') as file:\n        file.write('done')",
]


@pytest.fixture(scope="module")
def plain(way):
    return tried(way, PLAIN, PLAIN_ANSWERS, limits=ROOMY, in_place=["q5", "q7"])


def test_tests_without_check_are_judged_too_and_those_in_place_run_with_the_answer(plain):
    assert verdicts(plain) == [OK] * 5


def test_partial_credit_is_what_the_judge_s_test_says(plain):
    points = score(plain).scores
    assert points == {"q2": 1, "q3": 0.5, "q5": 1, "q7": 1, "q8": 1}


def test_a_test_shows_what_it_and_the_answer_print_and_nothing_of_a_hidden_case(plain):
    cell, _ = graded_runs(plain)[-1]
    text = "".join(one.text for one in cell.outputs)
    assert text == "before\norder [1]\nafter\n"
    assert "98765" not in str([one.outputs for one in plain.notebook.cells])
