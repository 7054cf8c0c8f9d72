"""Attacks on the judge: what a student tries who has read how tests ask for answers, and how these cross."""

from .attack import NO_EFFECT, ZERO, ZERO_REPORTED, Hostile, attack

DATA = "what comes is data, checked field by field; it is never run"
PLAIN = "plain copies cross: of a subclass what it is, of anything else its class's name"
ASIDE = "it can change what it answers, and no more"
STOPPED = "the answer's own time and output have limits"
LOST = "no answer, no points; the rest runs in a fresh process"
# Code that reaches the end which answers for the notebook, in both ways to run it.
ANSWERS = "from ecotools.grading.judge.answers import Answers\nhonest = Answers.serve\n"


def _says(hostile: Hostile, reply: str) -> None:
    """Let the hand-in's end say ``reply`` whenever a test asks something of it."""
    hostile.first(f"""{ANSWERS}
def serve(self, message):
    if message["do"] in ("remember", "begin"):
        return honest(self, message)
    return {reply}
Answers.serve = serve""")


@attack(
    "Tells the judge of a `check`, an `expect` and a `pd` of its own",
    "not tried",
    ZERO_REPORTED,
    how="only names that answers bind are taken over",
)
def tells_more_names(hostile: Hostile) -> None:
    hostile.first(f"""{ANSWERS}
def serve(self, message):
    said = honest(self, message)
    if message["do"] == "remember" and said["names"]:
        mild = next(iter(said["names"].values()))
        more = ("check", "expect", "pd", "_", "__builtins__", "__name__", "AssertionError", "get_ipython")
        said["names"] |= dict.fromkeys(more, mild)
        said["known"] = list(more) * 100
    return said
Answers.serve = serve""")


@attack("Answers before it is asked", "not tried", ZERO_REPORTED, how="an answer to nothing ends the process")
def answers_early(hostile: Hostile) -> None:
    hostile.first("""
kernel = get_ipython().kernel
message = {"do": "returned", "value": {"kind": "plain", "value": 0.25}}
if getattr(kernel.session, "channel", None):
    for number in range(20):
        kernel.session.channel.write({"kind": "exchange", "message": message})
else:
    import json
    for number in range(20):
        asked = {"prompt": json.dumps(message), "password": False}
        kernel.session.send(kernel.stdin_socket, "input_request", asked, kernel.get_parent("shell"))""")


@attack(
    "Says nonsense to the judge: other shapes, other types, ever deeper", "not tried", ZERO_REPORTED, how=DATA
)
def wrong_shapes(hostile: Hostile) -> None:
    hostile.first("""
deep = []
for number in range(900):
    deep = [deep]
value = {"kind": "plain", "value": 0.25}
nonsense = iter([
    {"do": "returned"},
    {"do": "returned", "value": deep, "changed": {"0": deep, "99": value, "-1": value}},
    {"do": "returned", "value": value, "changed": [], "printed": 5, "warnings": [["exit", 5], 5, ["a"]],
     "error": []},
    {"do": "returned", "value": value, "error": {"kinds": [["", "ExceptionGroup"]], "text": 5, "args": 7}},
    {"do": "returned", "value": value, "error": {"kinds": "abc", "lines": [[1, 2, 3], ["a", 10**30, {}]]}},
    {"do": ["returned"], "value": value},
    5,
])""")
    _says(hostile, "next(nonsense, None)")
    for task, name in (("01-q1", "share"), ("01-q2", "double")):
        hostile.answer(f"def {name}(*given):\n    return 0", task)


@attack(
    "Forges values: pickles, classes by name, handles of other functions, huge handles",
    "not tried",
    ZERO_REPORTED,
    how=DATA,
)
def forged_values(hostile: Hostile) -> None:
    hostile.first("""
import pickle
class Evil:
    def __reduce__(self):
        return print, ("REACHED",)
forged = iter([
    {"kind": "pickle", "data": "gASVFAAAAAAAAACMCGJ1aWx0aW5zlIwFcHJpbnSUk5Qu"},
    {"kind": "bytes", "base64": __import__("base64").b64encode(pickle.dumps(Evil())).decode()},
    {"kind": "type", "name": "os.system"},
    {"kind": "function", "handle": 10**30, "class": "", "name": "", "doc": "", "signature": None},
    {"kind": "array", "dtype": "|O", "shape": [1], "base64": "AAAAAAAAAAA="},
    {"kind": "array", "dtype": "<f8", "shape": [2**40, 2**40], "base64": ""},
])""")
    _says(hostile, '{"do": "returned", "value": next(forged, None)}')


@attack(
    "Describes its function with hostile words: handle, name, docstring, signature, defaults",
    "not tried",
    ZERO_REPORTED,
    how=DATA,
)
def forged_facts(hostile: Hostile) -> None:
    hostile.first(f"""{ANSWERS}
code = "x'); import os; os._exit(0) #"
def serve(self, message):
    said = honest(self, message)
    for name, told in said.get("names", {{}}).items():
        told.get("function", {{}}).update(
            handle=-1 if name == "share" else 10**9, name=code, doc="x" * 10**7, stub="no", dots=[],
            parameters=[[code, 99, {{"is": {{"kind": "pickle"}}}}]] * 50, awaited=name)
    return said
Answers.serve = serve""")


@attack("Gives its function a hostile name, docstring, signature and default", "not tried", ZERO, how=PLAIN)
def hostile_function(hostile: Hostile) -> None:
    for task, name in (("01-q1", "share"), ("01-q2", "double")):
        hostile.answer(
            f"""
class Default:
    __repr__ = __str__ = lambda self: 1 / 0
    __eq__ = lambda self, other: True
    __reduce__ = lambda self: (print, ("REACHED",))
def {name}(*given, default=Default()):
    return default if given[0] == 1 else x
{name}.__name__ = {name}.__qualname__ = "exit(); "
{name}.__doc__ = "x" * 10**7""",
            task,
        )


@attack("Asks the judge back forever in place of an answer", "not tried", ZERO_REPORTED, how=STOPPED)
def asks_back(hostile: Hostile) -> None:
    _says(hostile, '{"do": "call", "handle": 0, "args": [], "kwargs": {}}')
    hostile.answer("double = 0", "01-q2")


@attack(
    "Says that it was stopped, in 20 MB of words", "not tried", ZERO_REPORTED, how=f"{LOST}; words are cut"
)
def forged_stop(hostile: Hostile) -> None:
    _says(hostile, '{"do": "returned", "stopped": "REACHED" * 3 * 10**6}')


@attack(
    "Sends a small message that takes much memory to read",
    "not tried",
    ZERO_REPORTED,
    how="messages have a size, and hold so many lists at most",
)
def bomb_on_the_wire(hostile: Hostile) -> None:
    _says(hostile, '{"do": "returned", "value": {"kind": "list", "items": [[]] * 6 * 10**6}}')


@attack("Sends 10 GB in the place of an answer", "not tried", ZERO_REPORTED, how=STOPPED)
def sends_much(hostile: Hostile) -> None:
    hostile.answer("""
def share(part, whole):
    kernel = get_ipython().kernel
    for number in range(10_000):
        kernel.session.send(kernel.iopub_socket, "stream", {"name": "stdout", "text": "x" * 2**20},
                            parent=kernel.get_parent("shell"))
    return 0""")


@attack("Prints without end while it is called", "not tried", ZERO, how=STOPPED)
def floods_a_call(hostile: Hostile) -> None:
    hostile.answer("""
import os
def share(part, whole):
    os.write(1, b"x" * 10**6)
    while True:
        print("x" * 10_000)""")


@attack("Keeps the line to the grader and writes to it from a thread", "not tried", ZERO_REPORTED, how=ASIDE)
def writes_from_a_thread(hostile: Hostile) -> None:
    hostile.first("""
import threading, time
channel = getattr(get_ipython().kernel.session, "channel", None)
def write():
    value = {"kind": "plain", "value": 0.25}
    while channel:
        channel.write({"kind": "answer", "hidden": False, "message": {"unread": ""}})
        channel.write({"kind": "exchange", "message": {"do": "returned", "value": value}})
        time.sleep(0.01)
threading.Thread(target=write, daemon=True).start()""")


@attack(
    "Returns values that lie about their class: float, list, dict, table", "not tried", NO_EFFECT, how=PLAIN
)
def lying_values(hostile: Hostile) -> None:
    hostile.first("""
import pandas as pd
class Liar:
    __class__ = property(lambda self: float)
    __eq__ = __bool__ = lambda self, *other: True
    __hash__ = lambda self: 0
    __float__ = lambda self: 0.25
    __array__ = lambda self, *args, **kwargs: 1 / 0
    __reduce__ = __reduce_ex__ = lambda self, *args: (print, ("REACHED",))
    __getattr__ = lambda self, name: self
class Table(Liar, pd.DataFrame): pass
class Items(Liar, list): pass
class Words(Liar, dict): pass
class Number(Liar, float): pass""")
    hostile.answer("def share(part, whole):\n    return Number(0) if whole == 4 else Liar()")
    hostile.answer("def double(x):\n    return Items([x]) if x == 2 else Table({'a': [x]})", "01-q2")


@attack(
    "Looks through its memory and its callers for the expected value",
    "not tried",
    ZERO_REPORTED,
    how="tests and what they expect are in another process",
)
def reads_memory(hostile: Hostile) -> None:
    hostile.first("""
import gc, re, sys
def peek(arguments):
    texts = [one for one in gc.get_objects() if type(one) is dict]
    texts += [{"locals": repr(frame.f_locals)} for frame in sys._current_frames().values()]
    frame = sys._getframe()
    while frame:
        texts.append(frame.f_locals)
        frame = frame.f_back
    for one in texts:
        for text in [text for text in list(one.values()) if type(text) is str]:
            found = re.search(re.escape(arguments) + r"[^,=]*(?:,|==) ([^,\\n]+)", text)
            if found and "BEGIN " + "HIDDEN" in text:
                return eval(found[1])""")
    hostile.answer("def share(part, whole):\n    return peek(f'expect.number(share({part}, {whole})')")


@attack("Forks while it is called, and lets the child answer", "not tried", ZERO_REPORTED, how=ASIDE)
def forks(hostile: Hostile) -> None:
    hostile.answer("""
import os, time
def share(part, whole):
    if os.fork():
        time.sleep(1)
        return 100 * part / whole
    return 0""")


@attack("Kills its process once the hidden cases come", "not tried", ZERO_REPORTED, how=LOST)
def kills_itself(hostile: Hostile) -> None:
    hostile.answer("""
import os, signal
def share(part, whole):
    if whole != 4:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0.25""")
    hostile.answer(
        """
def double(x):
    if x != 2:
        os._exit(0)
    return 4""",
        "01-q2",
    )


@attack(
    "Raises errors named as the grader's own",
    "not tried",
    ZERO,
    how="an error is an error, whatever its name",
)
def raises_its_names(hostile: Hostile) -> None:
    hostile.answer("""
class CheckFailed(AssertionError): right, kind = True, "right"
def share(part, whole):
    raise CheckFailed("right")""")
    hostile.answer(
        """
class StoppedError(BaseException): pass
def double(x):
    raise StoppedError("timeout")""",
        "01-q2",
    )


@attack(
    "Raises `KeyboardInterrupt` and `SystemExit`",
    "not tried",
    ZERO,
    how="an error is an error, whatever its name",
)
def raises_exits(hostile: Hostile) -> None:
    hostile.answer("def share(part, whole):\n    raise KeyboardInterrupt")
    hostile.answer("def double(x):\n    raise SystemExit(0)", "01-q2")


@attack(
    "Returns what never ends: a generator, lists in lists, a list that holds itself",
    "not tried",
    ZERO,
    how="values have a size and a depth",
)
def endless_values(hostile: Hostile) -> None:
    hostile.answer("""
import itertools
def share(part, whole):
    return itertools.count()""")
    hostile.answer(
        """
def double(x):
    deep = []
    deep.append(deep)
    return deep""",
        "01-q2",
    )


@attack(
    "Puts code into `STUDENT_ID`",
    "not tried",
    ZERO_REPORTED,
    how="the judge gets it as a text of 200 characters at most",
)
def code_in_student(hostile: Hostile) -> None:
    hostile.first("""
class Text(str):
    __repr__ = lambda self: "0\\nimport ecotools.learn.checks as c; c.judge = lambda *a: ('right', ())"
STUDENT_ID = Text("x'\\n\\"\"\"\\nimport ecotools.learn.checks as c; c.judge = lambda *a: ('right', ())#")""")


@attack(
    "Makes `STUDENT_ID` a text of 10 MB, then a number",
    "not tried",
    NO_EFFECT,
    how="the judge then keeps its own",
)
def huge_student(hostile: Hostile) -> None:
    hostile.first("STUDENT_ID = 'x' * 10**7")
    hostile.answer("STUDENT_ID = 10**100\ndef share(part, whole):\n    return 0")


@attack(
    "Leaves its answers so large that they cannot be told",
    "not tried",
    ZERO,
    how="values have a size and a depth",
)
def huge_answers(hostile: Hostile) -> None:
    hostile.answer("share = ['x' * 2**20] * 100")
    hostile.answer("double = b'x' * 2**27", "01-q2")
