"""What changes how tests work shows, and honest answers, right or wrong, show nothing."""

import pytest

from ecotools.grading.execute.job import FAILED, OK, Limits

from .cells import Test, execute

ROOMY = Limits(cpu=20, wall=60)
WRONG = "def double(x):\n    return 3 * x"
ASSERT = Test("assert double(2) == 4\nassert double(5) == 10")
CHECK = Test(
    "with check('01-q1', 'double', points=2) as expect:\n    expect.number(double(2), 4, of='double(2)')"
)
IMPORT = "from ecotools.learn import check"

NO_ASSERTS = """
import ast
class Remove(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.copy_location(ast.Pass(), node)
    def visit_With(self, node):
        return ast.copy_location(ast.Pass(), node)
get_ipython().ast_transformers.append(Remove())
"""
NO_TEXT = """
get_ipython().input_transformers_post.append(
    lambda lines: ["pass\\n"] if lines and ("assert" in lines[0] or "check(" in lines[0]) else lines
)
"""
SHELL = """
from IPython.core.interactiveshell import ExecutionResult
shell, count = get_ipython(), get_ipython().execution_count
async def fake(*arguments, **named):
    result = ExecutionResult(None)
    result.execution_count = count
    return result
type(shell).run_cell_async = fake
"""
KERNEL = """
async def fake(*arguments, **named):
    return {"status": "ok", "execution_count": 9, "user_expressions": {}, "payload": []}
kernel = get_ipython().kernel
kernel.do_execute = fake
"""
EQUAL = """
class Rate(float):
    def __eq__(self, other): return True
    __hash__ = float.__hash__
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
def double(x):
    return Rate(1)
"""
COMPARERS = """
from ecotools.learn.compare import Expect
for name in ("number", "value", "sequence", "that"):
    setattr(Expect, name, lambda self, *arguments, **named: None)
"""
EXIT = """
from ecotools.learn.checks import Check
Check.__exit__ = lambda self, *error: True
"""
BOTH = {
    "a transformer of trees": NO_ASSERTS,
    "a transformer of lines": NO_TEXT,
    "the shell's run_cell_async": SHELL,
}
TAMPERED = [(name, source, test) for name, source in BOTH.items() for test in (ASSERT, CHECK)]
TAMPERED += [
    ("the kernel's do_execute", KERNEL, ASSERT),
    ("==", EQUAL, ASSERT),
    ("the comparers", COMPARERS, CHECK),
    ("the end of a check", EXIT, CHECK),
]


@pytest.mark.parametrize(("name", "source", "test"), TAMPERED, ids=lambda part: "" if "\n" in part else part)
def test_what_lets_a_wrong_answer_pass_is_seen(way, name, source, test):
    execution = execute(way, IMPORT, WRONG, source, test, "1", limits=ROOMY)
    run = execution.cells[3]
    assert run.status != OK or run.evidence, name


def test_an_error_that_is_not_shown_is_an_error(way):
    hide = (
        "get_ipython().showtraceback = lambda *arguments, **named: None\nget_ipython()._showtraceback = print"
    )
    execution = execute(way, WRONG, hide, ASSERT)
    assert execution.cells[2].status == FAILED
    assert any(output.output_type == "error" for output in execution.notebook.cells[2].outputs)


def test_a_thread_that_rewrites_a_name_is_seen(way):
    thread = (
        "import threading, time\ndef right(x): return 2 * x\n"
        "def work():\n    while True:\n        globals()['double'] = right; time.sleep(0.001)\n"
        "threading.Thread(target=work, daemon=True).start()"
    )
    run = execute(way, WRONG, thread, ASSERT).cells[2]
    assert run.status != OK or run.evidence


@pytest.mark.parametrize(
    "forgery",
    [
        "import sys; sys.displayhook(2.0)",
        "k = get_ipython().kernel; k.send_response(k.iopub_socket, 'execute_result', "
        "{'data': {'text/plain': '2.0'}, 'metadata': {}, 'execution_count': 1})",
    ],
)
def test_a_forged_result_is_an_error_or_seen(way, forgery):
    wrong = f"def double(x):\n    {forgery}\n    return 3 * x"
    right = f"def double(x):\n    {forgery}\n    return 2 * x"
    execution = execute(way, wrong, ASSERT, right, ASSERT)
    assert execution.cells[1].status == FAILED
    assert execution.cells[3].evidence


HONEST = {
    "right": "def double(x):\n    return 2 * x",
    "wrong": WRONG,
    "an error": "def double(x):\n    return x.upper()",
    "missing": "double = ...",
    "another type": "import numpy as np\ndef double(x):\n    return np.int64(2 * x)",
    "talkative": "import warnings\ndef double(x):\n    warnings.warn('oh')\n    return print(x) or 2 * x",
    "recursive": "def double(x):\n    return 0 if x == 0 else 2 + double(x - 1)",
    "a pool": (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "def double(x):\n    with ThreadPoolExecutor(2) as pool:\n"
        "        return pool.submit(lambda: 2 * x).result()"
    ),
}


def test_honest_answers_show_nothing(way):
    sources = [IMPORT]
    for answer in HONEST.values():
        sources += [answer, ASSERT, CHECK]
    execution = execute(way, *sources, limits=ROOMY)
    assert [run.evidence for run in execution.cells.values() if run.evidence] == []
    found = [execution.cells[place].status for place in range(2, len(sources), 3)]
    assert found == [OK, FAILED, FAILED, FAILED, OK, OK, OK, OK]
