"""From the exception that ended a check's body, or none, to what is said about it."""

import ast
import re
from collections.abc import Mapping

from ecotools.english import listing
from ecotools.outcomes import ERROR, NOT_ATTEMPTED, RIGHT, UNCHECKED, WRONG

from .attempts import dots_left
from .capture import TooMuchOutput
from .compare import Mismatch
from .compare.value_texts import describe
from .student_error import Place, advice, call_in_check, error_words, learner_codes, student_place

Lines = tuple[tuple[str, str], ...]


def judge(
    error: BaseException | None,
    call: str,
    file: str,
    namespace: Mapping,
    names: tuple[str, ...],
    *,
    veiled: bool = False,
) -> tuple[str, Lines]:
    """Return the kind of outcome and the lines to say.

    Parameters
    ----------
    error : BaseException or None
        What ended the body of the check.
    call : str
        The call that was under way, when a comparer knows it.
    file : str
        The file name of the check's cell.
    namespace : Mapping
        The notebook's names.
    names : tuple of str
        What is under check.
    veiled : bool
        Whether the expected value is kept back, as at the first wrong try in a lesson.
    """
    if error is None:
        return RIGHT, ()
    codes = learner_codes(namespace, names)
    expression = call_in_check(error, file, codes)
    dotted = next((name for name in names if dots_left(namespace.get(name))), "")
    if isinstance(error, Mismatch):
        return _mismatch(error, expression, dotted, veiled)
    place = student_place(error, file, _notebook(namespace), codes)
    if place is not None or isinstance(error, TooMuchOutput):
        if dotted and "ellipsis" in error_words(error):
            return NOT_ATTEMPTED, _dots(dotted)
        return ERROR, _student_lines(error, place, call or expression)
    if isinstance(error, AssertionError):
        return WRONG, _assertion(error, expression)
    if isinstance(error, NameError):
        name = getattr(error, "name", None) or error_words(error)
        return NOT_ATTEMPTED, (
            ("", f"`{name}` is not defined yet: run the cells above first, from the top."),
        )
    return _from_the_check(error, call or expression, namespace, names)


def _notebook(namespace: Mapping) -> Mapping:
    """Return the globals of the notebook, also when the check runs inside a function."""
    return getattr(namespace, "maps", [namespace])[-1]


def _mismatch(error: Mismatch, expression: str, dotted: str, veiled: bool) -> tuple[str, Lines]:
    difference = error.difference.without_answer() if veiled else error.difference
    if dotted and difference.found in ("None", "an ellipsis"):
        return NOT_ATTEMPTED, _dots(dotted)
    lines = [
        ("Checked", error.of or _first_argument(expression)),
        ("Expected", difference.expected),
        ("Found", difference.found),
        ("Given", difference.given),
        ("", difference.note),
        ("", f"The three dots are still in `{dotted}`." if dotted else ""),
    ]
    return WRONG, tuple(line for line in lines if line[1])


def _dots(name: str) -> Lines:
    return (("", f"`{name}` still has the three dots: replace them, run that cell, then this one."),)


def _first_argument(expression: str) -> str:
    """Return what was compared, from the source ``expect.number(this, ...)``."""
    try:
        tree = ast.parse(expression, mode="eval").body
    except SyntaxError:
        return ""
    if not isinstance(tree, ast.Call) or not tree.args or not isinstance(tree.func, ast.Attribute):
        return ""
    return ast.unparse(tree.args[0]) if tree.func.attr not in ("that", "function", "raises") else ""


def _student_lines(error: BaseException, place: Place | None, call: str) -> Lines:
    lines = [("Error", error_words(error))]
    if place is not None and place.line:
        where = f"line {place.line}" + ("" if place.function.startswith("<") else f", in `{place.function}`")
        lines.append(("Where", f"{where} of your cell"))
        lines.append(("Your line", place.source))
    lines += [("In the call", call), ("", getattr(error, "hint", "") or advice(error))]
    return tuple(line for line in lines if line[1])


def _assertion(error: AssertionError, expression: str) -> Lines:
    message = str(error)
    return (("", message),) if message.strip() else (("Should hold", expression.removeprefix("assert ")),)


def _from_the_check(
    error: BaseException, call: str, namespace: Mapping, names: tuple[str, ...]
) -> tuple[str, Lines]:
    """Say what ended the check where none of the learner's lines was running."""
    words = error_words(error)
    if type(error).__module__.split(".")[0] == "ecotools":
        # The library's own errors are written for the learner: what was expected, what came, what to do.
        return WRONG, (("", str(error)),)
    for name in names:
        value = namespace.get(name)
        if isinstance(error, TypeError) and _is_bad_call(words, name, value):
            plain = words.removeprefix("TypeError: ")
            note = (
                f"The check calls `{name}` with different arguments than you defined: compare the parameters."
            )
            lines = (("Error", plain), ("In the call", call), ("", note))
            return ERROR, tuple(line for line in lines if line[1])
        if isinstance(error, TypeError) and "not callable" in words and not callable(value):
            return WRONG, (("Expected", f"`{name}` to be a function"), ("Found", describe(value)))
    kinds = ", ".join(f"`{name}` is {describe(namespace.get(name))}" for name in names if name in namespace)
    note = "The check could not work with your answer. Does it have the form the task asks for?"
    lines = [("Error", words), ("In the call", call), ("", f"{note} {kinds}{'.' if kinds else ''}".strip())]
    return UNCHECKED, tuple(line for line in lines if line[1])


def _is_bad_call(words: str, name: str, value: object) -> bool:
    called = getattr(value, "__qualname__", name)
    return callable(value) and re.search(rf"\b{re.escape(called)}(\.__init__)?\(\)", words) is not None


def functions_among(names: tuple[str, ...], namespace: Mapping) -> list[str]:
    """Return the names that stand for functions.

    >>> functions_among(("abs", "rate"), {"abs": abs, "rate": 0.5})
    ['abs']
    """
    return [name for name in names if callable(namespace.get(name))]


def examples_words(examples: int, sentence: str, graded_later: bool) -> Lines:
    """Return what follows a right answer: the author's sentence, and what was not looked at yet.

    >>> examples_words(2, "", True)
    (('', 'Other data are tried when it is graded.'),)
    """
    lines = [sentence, "Other data are tried when it is graded." if examples and graded_later else ""]
    return tuple(("", line) for line in lines if line)


def later_words(names: list[str]) -> Lines:
    """Return that values are judged later, by name.

    >>> later_words(["low", "high"])[0][1]
    'The form of `low` and `high` is right; the values are checked when it is graded.'
    """
    listed = listing(f"`{name}`" for name in dict.fromkeys(names))
    value = "values are" if len(set(names)) > 1 else "value is"
    return (("", f"The form of {listed} is right; the {value} checked when it is graded."),)
