"""`check`: the one sentence "if the body runs without an exception, the answer is right", made friendly.

A graded check raises what nbgrader turns into 0 points; an ungraded one never raises.
"""

import sys
from collections import ChainMap
from collections.abc import Callable, MutableMapping
from contextlib import nullcontext
from dataclasses import replace
from types import TracebackType

from ecotools.outcomes import ERROR, FORM_RIGHT, NOT_ATTEMPTED, RIGHT, WRONG

from .arguments import watched
from .attempts import why_not_attempted
from .capture import Capture
from .card import as_text, in_ipython, points_words, show_outcome
from .compare import Expect
from .history import record, wrong_tries
from .outcomes import EXCEPTIONS, Outcome, being_graded
from .unread_cells import listen, why_unread
from .verdict import examples_words, functions_among, judge, later_words
from .workbook import writes_wait

listen()


class Check:
    """A check of one task, used with ``with`` or as a decorator. Made by `check`."""

    def __init__(
        self,
        task: str,
        names: tuple[str, ...],
        points: float | None,
        namespace: MutableMapping,
        file: str,
        right: str | Callable[[], str] = "",
        mutates: bool = False,
    ):
        self._task, self._names, self._points = task, names, points
        self._namespace, self._file = namespace, file
        self._right = right
        self._watched = nullcontext([]) if mutates else watched(names, namespace)
        self._unanswered: tuple[str, tuple[tuple[str, str], ...]] | None = None
        self._expect = Expect(namespace, file)
        self._capture = Capture()
        self._writes = writes_wait()

    def __enter__(self) -> Expect:
        self._unanswered = self._why_unanswered()
        if self._unanswered and self._points is not None:
            kind, lines = self._unanswered
            self._finish(Outcome(self._task, kind, self._points, lines))
        self._write = self._writes.__enter__()
        self._changes = self._watched.__enter__()
        self._capture.start()
        return self._expect

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        printed = self._capture.stop()
        self._watched.__exit__(None, None, None)
        self._writes.__exit__(None, None, None)
        if isinstance(error, (KeyboardInterrupt, GeneratorExit)):
            return False
        if self._unanswered:
            verdict, lines = self._unanswered
        else:
            # In a lesson, the first wrong try shows the slip; the second shows what was expected, too.
            veiled = self._points is None and not wrong_tries(self._task)
            verdict, lines = judge(
                error, self._expect.call, self._file, self._namespace, self._names, veiled=veiled
            )
            if self._changes and verdict != NOT_ATTEMPTED:
                verdict = WRONG if verdict == RIGHT else verdict
                lines += tuple(("", change) for change in self._changes[:1])
        examples = 0
        if verdict == RIGHT:
            self._write()
            verdict, examples, lines = self._what_is_right()
        self._finish(Outcome(self._task, verdict, self._points, lines, printed, examples))
        return True

    def _why_unanswered(self) -> tuple[str, tuple[tuple[str, str], ...]] | None:
        """Return why there is nothing to check, as outcome and lines; None when there is an answer."""
        why = why_not_attempted(self._names, self._namespace)
        if not why:
            return None
        unread = why_unread(self._names)
        return (ERROR, unread) if unread else (NOT_ATTEMPTED, (("", why),))

    def _what_is_right(self) -> tuple[str, int, tuple[tuple[str, str], ...]]:
        """Return the verdict on an answer that nothing refused: no more than what was looked at."""
        if self._expect.judged_later and not being_graded():
            return FORM_RIGHT, 0, later_words(self._expect.judged_later)
        functions = functions_among(self._names, self._namespace)
        examples = self._expect.examples_of(functions)
        sentence = self._right() if callable(self._right) else self._right
        graded_later = self._points is not None and not being_graded()
        return RIGHT, examples, examples_words(examples, sentence, graded_later)

    def __call__(self, body: Callable[[Expect], object]) -> Callable[[Expect], object]:
        """Run ``body`` with the `Expect` at once, and return it."""
        with self as expect:
            body(expect)
        return body

    def _finish(self, outcome: Outcome) -> None:
        """Show and record the outcome; raise it when it costs points."""
        outcome = replace(outcome, notes=tuple(record(outcome)))
        if not outcome.refused or outcome.points is None:
            show_outcome(outcome)
            return
        text, shown = as_text(outcome), None
        if in_ipython() and not being_graded():
            # The card carries the message; the error only says what it costs.
            show_outcome(outcome)
            shown = f"0 of {points_words(outcome.points)} so far. What to do is written above."
        raise EXCEPTIONS[outcome.kind](outcome, text, shown) from None


def check(
    task: str,
    *names: str,
    points: float | None = None,
    right: str | Callable[[], str] = "",
    mutates: bool = False,
) -> Check:
    """Check the answer to a task; say in a card whether it is right, and if not, why.

    Use it as ``with check(...) as expect:`` around comparisons and assertions, or as a decorator of a
    function of ``expect``, which runs at once. If the body runs without an exception, the answer is right.

    Parameters
    ----------
    task : str
        The id of the task, "02-q3" (graded) or "02-t1" (a try in a lesson).
    *names : str
        What the learner must have defined in the notebook. A name that is missing, `...`, None or a function
        without a body is "not attempted".
    points : float, optional
        What the task is worth. With it, an answer that is refused raises; without, nothing is ever raised,
        and the expected value is shown at the second wrong try only.
    right : str or function without arguments, optional
        One sentence that follows a right answer, or a function that makes it.
    mutates : bool, default False
        Whether the task asks for a function that changes what it is given. Unless it does, such a function
        is refused, and the change is undone.

    Returns
    -------
    Check
        A context manager that gives an `Expect`, and a decorator.

    Raises
    ------
    CheckFailed, NotAttempted, StudentError, CheckError
        When the check is graded and the answer is wrong, missing, raises, or cannot be checked. IPython shows
        their words and no traceback.

    Examples
    --------
    >>> rate = 5
    >>> with check("02-t7", "rate") as expect:
    ...     expect.number(rate, 0.05, of="rate")
    ✗ 02-t7 not right yet
      Checked: rate
      Found: 5
      This is 100 times the expected value: a rate is a fraction (0.05, not 5).

    A graded check of a function says on how many examples it was right. Where values are judged by hidden
    tests only, `Expect.form` looks at their form, and the card says so.
    """
    for one in (task, *names):
        if not isinstance(one, str):
            raise TypeError(f'check takes names as text, like check("02-q3", "rate"), not {one!r}')
    frame = sys._getframe(1)
    space = (
        frame.f_globals if frame.f_locals is frame.f_globals else ChainMap(frame.f_locals, frame.f_globals)
    )
    return Check(task, names, points, space, frame.f_code.co_filename, right, mutates)
