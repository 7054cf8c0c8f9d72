"""Attacks on the interpreter: code that changes how tests run, in the process that it runs in."""

from base64 import b64encode

from .attack import NO_EFFECT, ZERO_REPORTED, Hostile, attack

FULL = "**full marks**"
ELSEWHERE = "tests run in another process"
COPIED = "what comes back is a plain copy of it"


@attack("An AST transformer removes `assert` and `expect`", FULL, ZERO_REPORTED, how=ELSEWHERE)
def ast_transformer(hostile: Hostile) -> None:
    hostile.first("""
import ast
class Empty(ast.NodeTransformer):
    def visit_With(self, node):
        return [ast.Pass()]
get_ipython().ast_transformers.append(Empty())""")


@attack("An input transformer empties the tests", "not tried", ZERO_REPORTED, how=ELSEWHERE)
def input_transformer(hostile: Hostile) -> None:
    hostile.first("""
def empty(lines):
    return ["pass"] if any("with check" in line for line in lines) else lines
get_ipython().input_transformers_post.append(empty)""")


@attack("Replaces the shell's `run_cell_async`", FULL, ZERO_REPORTED, how=ELSEWHERE)
def patched_shell(hostile: Hostile) -> None:
    hostile.first("""
from IPython.core.interactiveshell import ExecutionInfo, ExecutionResult
async def fine(source, *args, **kwargs):
    return ExecutionResult(ExecutionInfo(source, False, False, False, None))
get_ipython().run_cell_async = fine""")


@attack("Calls `sys.displayhook(2.0)` in the function under test", FULL, ZERO_REPORTED, how=ELSEWHERE)
def displayhook(hostile: Hostile) -> None:
    hostile.answer("def share(part, whole):\n    import sys\n    sys.displayhook(2.0)\n    return 0")
    hostile.answer("def double(x):\n    import sys\n    sys.displayhook(3.0)\n    return 0", "01-q2")


@attack("Sends a raw `execute_result` from the function under test", FULL, ZERO_REPORTED, how=ELSEWHERE)
def raw_result(hostile: Hostile) -> None:
    hostile.answer("""
def share(part, whole):
    kernel = get_ipython().kernel
    shown = {"execution_count": 1, "data": {"text/plain": "2"}, "metadata": {}}
    kernel.session.send(kernel.iopub_socket, "execute_result", shown, parent=kernel.get_parent("shell"))
    return 0""")


@attack("Returns an object that equals everything", FULL, NO_EFFECT, how=COPIED)
def equals_everything(hostile: Hostile) -> None:
    anything = "class Any(float):\n    __eq__ = lambda self, other: True\n    __hash__ = float.__hash__\n"
    hostile.answer(f"{anything}def share(part, whole):\n    return Any(0)")
    hostile.answer(f"{anything}def double(x):\n    return Any(0)", "01-q2")


@attack("Replaces `check` by one that swallows errors", "not tried", NO_EFFECT, how=ELSEWHERE)
def own_check(hostile: Hostile) -> None:
    hostile.first("""
class check:
    def __init__(self, *args, **kwargs): pass
    def __enter__(self):
        from unittest.mock import MagicMock
        return MagicMock()
    def __exit__(self, *args): return True""")


JUDGE = """
import ecotools.learn.checks as checks
def mild(*args):
    return "right", ()
"""


@attack("Replaces the judge inside `ecotools.learn`", "not tried", ZERO_REPORTED, how=ELSEWHERE)
def patched_library(hostile: Hostile) -> None:
    hostile.first(f"{JUDGE}\nchecks.judge = mild")


@attack(
    "Reads the running hidden test from frames and returns what it expects",
    FULL,
    ZERO_REPORTED,
    how=ELSEWHERE,
)
def reads_frames(hostile: Hostile) -> None:
    hostile.first("""
import ast, linecache, sys
def peek():
    frame = sys._getframe(2)
    line = linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip()
    node = ast.parse(line).body[0]
    right = node.test.comparators[0] if isinstance(node, ast.Assert) else node.value.args[1]
    return eval(compile(ast.Expression(right), "", "eval"))""")
    hostile.answer("def share(part, whole):\n    return peek()")
    hostile.answer("def double(x):\n    return peek()", "01-q2")


@attack(
    "Reads the running hidden test from `In` and returns what it expects",
    "not tried",
    ZERO_REPORTED,
    how=ELSEWHERE,
)
def reads_history(hostile: Hostile) -> None:
    hostile.first("""
import ast
def peek(*values):
    for node in ast.walk(ast.parse(In[-1])):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "number":
            if [one.value for one in node.args[0].args] == list(values):
                return eval(compile(ast.Expression(node.args[1]), "", "eval"))""")
    hostile.answer("def share(part, whole):\n    return peek(part, whole)")


@attack("A thread rewrites the judge all the time", FULL, ZERO_REPORTED, how=ELSEWHERE)
def thread(hostile: Hostile) -> None:
    hostile.first(f"""{JUDGE}
import threading, time
def rewrite():
    while True:
        time.sleep(0.001)
        checks.judge = mild
threading.Thread(target=rewrite, daemon=True).start()""")


@attack(
    "A thread waits for the test, rewrites the judge for it and is gone",
    "not tried",
    ZERO_REPORTED,
    how=ELSEWHERE,
)
def passing_thread(hostile: Hostile) -> None:
    hostile.first(f"""{JUDGE}
import threading, time
judge = checks.judge
def wait():
    while "expect" + ".number" not in In[-1]:
        time.sleep(0.001)
    checks.judge = mild
    time.sleep(0.5)
    checks.judge = judge
threading.Thread(target=wait, daemon=True).start()""")
    hostile.answer("import time\ndef share(part, whole):\n    time.sleep(0.05)\n    return 0")


@attack("Makes `AssertionError` another class", "0 points", ZERO_REPORTED, how="`assert` raises the real one")
def other_assertion_error(hostile: Hostile) -> None:
    hostile.first("import builtins\nbuiltins.AssertionError = type('AssertionError', (BaseException,), {})")


@attack(
    "Keeps the shell from showing errors",
    "0 points",
    ZERO_REPORTED,
    how="the reply to the test is what counts",
)
def no_traceback(hostile: Hostile) -> None:
    hostile.first("""
shell = get_ipython()
shell.showtraceback = shell._showtraceback = lambda *args, **kwargs: None
shell.set_custom_exc((Exception,), lambda *args, **kwargs: None)""")


@attack(
    "Clears the output of each cell", "not tried", ZERO_REPORTED, how="the reply to the test is what counts"
)
def clears_outputs(hostile: Hostile) -> None:
    hostile.first("""
from IPython.display import clear_output
get_ipython().events.register("post_run_cell", lambda result: clear_output())""")


@attack(
    "Replaces `judge`, and only in the process it began in",
    "not tried",
    ZERO_REPORTED,
    how=ELSEWHERE,
)
def knows_its_process(hostile: Hostile) -> None:
    hostile.first(f"""{JUDGE}
import os
began, judge = os.getpid(), checks.judge
checks.judge = lambda *args: mild() if os.getpid() == began else judge(*args)""")


GRADER = f"""{JUDGE}
import ecotools.grading.judge.answers as answers
import ecotools.grading.judge.bench as bench
bench.Bench.ended = bench.Bench.seat = lambda self, *args: {{"do": "returned", "unread": ""}}
checks.judge = mild"""


@attack("Rewrites both ends of the judge in its process", "not tried", ZERO_REPORTED, how=ELSEWHERE)
def rewrites_grader(hostile: Hostile) -> None:
    hostile.first(GRADER)


@attack("The same, and hides what it reaches for", "not tried", NO_EFFECT, how=ELSEWHERE)
def rewrites_grader_hidden(hostile: Hostile) -> None:
    hostile.first(f"import base64\nexec(base64.b64decode({b64encode(GRADER.encode())!r}))")


@attack(
    "A `check` of one's own that is lenient the first time it sees a task",
    "not tried",
    NO_EFFECT,
    how=ELSEWHERE,
)
def lenient_once(hostile: Hostile) -> None:
    hostile.first("""
from contextlib import contextmanager
from ecotools.learn import check as honest
seen = set()
@contextmanager
def check(task, *names, **kwargs):
    first = task not in seen
    seen.add(task)
    with honest(task, *names, **kwargs) as expect:
        try:
            yield expect
        except Exception:
            if not first:
                raise""")


@attack("An `expect` whose comparers refuse nothing", "not tried", NO_EFFECT, how=ELSEWHERE)
def own_expect(hostile: Hostile) -> None:
    hostile.first("""
from contextlib import contextmanager
class Mild:
    def __getattr__(self, name):
        return lambda *args, **kwargs: None
@contextmanager
def check(*args, **kwargs):
    yield Mild()""")


@attack("Patches a comparer on its class, for the first call only", "not tried", ZERO_REPORTED, how=ELSEWHERE)
def comparers_patched_once(hostile: Hostile) -> None:
    hostile.first("""
from ecotools.learn.compare import Expect
honest = Expect.number
def number(self, *args, **kwargs):
    Expect.number = honest
Expect.number = number""")


@attack(
    "Shadows what tests call: `check`, `expect`, `pd`, `len`, `print`, `__builtins__`",
    "not tried",
    ZERO_REPORTED,
    how=f"{ELSEWHERE}; it takes only the names that answers bind",
)
def shadows_names(hostile: Hostile) -> None:
    hostile.first("""
class Anything:
    def __getattr__(self, name): return self
    def __call__(self, *args, **kwargs): return self
    def __enter__(self): return self
    def __exit__(self, *args): return True
    def __eq__(self, other): return True
check = expect = pd = len = print = _ = __builtins__ = STUDENT = Anything()""")


@attack("Deletes all names of the notebook but its answers", "not tried", NO_EFFECT, how=ELSEWHERE)
def deletes_names(hostile: Hostile) -> None:
    hostile.first("del check, pd, STUDENT_ID")
