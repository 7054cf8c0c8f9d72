"""An exception on its way out of a check: whose is it, and how is it said to a learner?"""

import linecache
import traceback
import types
from collections.abc import Mapping
from dataclasses import dataclass

from .compare.value_texts import shorten


@dataclass(frozen=True)
class Place:
    """Where in a cell something happened."""

    function: str
    line: int
    source: str


def student_place(
    error: BaseException, check_file: str, notebook: Mapping, codes: set[types.CodeType]
) -> Place | None:
    """Return the innermost place in the learner's own code that the error came through, or None.

    The learner's code is what runs in the notebook's namespace from another cell than the check's, and the
    ``codes`` of the names under check.
    """
    found = getattr(error, "handin_place", None)
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        elsewhere = code.co_filename != check_file and frame.f_globals is notebook
        if code in codes or elsewhere:
            found = Place(code.co_name, line, linecache.getline(code.co_filename, line).strip())
    return found


def learner_codes(namespace: Mapping, names: tuple[str, ...]) -> set[types.CodeType]:
    """Return the code objects of the functions and classes that these names stand for.

    >>> def rate(): return 1
    >>> rate.__code__ in learner_codes({"rate": rate}, ("rate",))
    True
    """
    return _codes(namespace.get(name) for name in names)


def _codes(values) -> set[types.CodeType]:
    codes: set[types.CodeType] = set()
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, types.FunctionType) and not hasattr(value, "__handin__"):
            waiting.append(value.__code__)
            waiting.append(getattr(value, "__wrapped__", None))
        elif isinstance(value, types.CodeType):
            codes.add(value)
            waiting += [one for one in value.co_consts if isinstance(one, types.CodeType)]
        elif isinstance(value, type):
            waiting += [one for one in vars(value).values() if isinstance(one, types.FunctionType)]
    return codes


def call_in_check(error: BaseException, check_file: str, codes: set[types.CodeType]) -> str:
    """Return the source of the expression in the check that was being computed, or nothing."""
    found = ""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename == check_file and frame.f_code not in codes:
            found = _expression(error.__traceback__, frame) or found
    return shorten(" ".join(found.split()), 200)


def _expression(trace: types.TracebackType | None, frame: types.FrameType) -> str:
    while trace is not None and trace.tb_frame is not frame:
        trace = trace.tb_next
    if trace is None:
        return ""
    positions = list(frame.f_code.co_positions())[trace.tb_lasti // 2]
    first, last, start, end = positions
    if None in positions:
        return linecache.getline(frame.f_code.co_filename, trace.tb_lineno).strip()
    lines = [linecache.getline(frame.f_code.co_filename, line) for line in range(first, last + 1)]
    if not all(lines):
        return ""
    # Columns count bytes of UTF-8. The end is cut first: it may lie in the same line as the start.
    lines[-1] = lines[-1].encode()[:end].decode(errors="ignore")
    lines[0] = lines[0].encode()[start:].decode(errors="ignore")
    return "".join(lines)


def error_words(error: BaseException) -> str:
    """Return the error's type and message in one line, even when it cannot be made text.

    >>> error_words(ZeroDivisionError("division by zero"))
    'ZeroDivisionError: division by zero'
    """
    if isinstance(error, RecursionError):
        return "RecursionError: a function calls itself without end"
    if isinstance(error, SystemExit):
        return "SystemExit: the code asks Python to stop (exit(), quit() or sys.exit())"
    try:
        message = str(error)
    except Exception:  # the learner's own exception class may be broken
        message = ""
    name = type(error).__name__
    return shorten(f"{name}: {message}" if message.strip() else name, 400)


def advice(error: BaseException) -> str:
    """Return what usually helps with this kind of error, or nothing.

    >>> advice(ZeroDivisionError())
    'Something is divided by zero: what should the answer be in such a case?'
    """
    for kind, words in _ADVICE.items():
        if isinstance(error, kind):
            return words
    if isinstance(error, ValueError) and "truth value" in error_words(error):
        return (
            "A whole column was used as one true or false: "
            "combine conditions with & and |, each in parentheses."
        )
    return ""


_ADVICE: dict[type[BaseException], str] = {
    ZeroDivisionError: "Something is divided by zero: what should the answer be in such a case?",
    RecursionError: "The function calls itself and never stops: does it have a case that ends?",
    UnboundLocalError: "A name is used in the function before it gets a value there.",
    NameError: "A name is used that does not exist: is it spelled the same everywhere, and did its cell run?",
    KeyError: "There is no such key or column: print what there is, for example with list(table.columns).",
    IndexError: "There is no element at this position: the first is 0, and the sequence may be empty.",
    NotImplementedError: "The function itself says that it is not finished yet.",
    SystemExit: "Leave it out: in a notebook, the code simply ends.",
}
