"""The `expect` of a check: one method per kind of answer, each raising `Mismatch` when it is not right."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd

from .difference import Difference, Mismatch
from .examples import Examples
from .form import differ_between, differ_form
from .functions import call_words, differ_any, must_raise, run_cases
from .groups import differ_items, differ_sequence
from .plain_values import kept
from .scalars import Rules
from .series import differ_series
from .slips import Slips, author_slip
from .tables import differ_table
from .value_texts import show
from .values import differ_number, differ_value


class Expect(Examples):
    """The comparers. The first argument is what the learner made, the second what is right.

    All take ``of`` (what is compared, as the learner would type it), ``slips`` (a dict of wrong value to
    message, or a list of pairs of a wrong value, or a function recognising it, and a message), and how strict
    to be: ``tol`` is the largest difference, ``rel`` the largest as a share of the expected value (one in a
    million unless said); ``ignore_case`` and ``dates`` (text may stand for a date) are as in `Rules`.

    Examples
    --------
    >>> Expect().number(0.05, 0.05)
    >>> Expect().number(5, 0.05, of="churn", slips={5: "A rate is a fraction: 0.05."})
    Traceback (most recent call last):
    ecotools.learn.compare.difference.Mismatch: A rate is a fraction: 0.05.
    """

    def __init__(self, namespace: Mapping | None = None, file: str = "<check>"):
        self.namespace, self.file = namespace if namespace is not None else {}, file
        self.call = ""  # the call under way, for the message about an exception in it
        self.made = 0  # how many comparisons were made; none at all is an author's mistake
        self.compared: list[str] = []  # of what each comparison was, in the author's words
        self.judged_later: list[str] = []  # values of which only the form was looked at

    def number(self, found, expected, *, of="", slips: Slips = None, **strictness) -> None:
        """Expect one number. NaN is right only where NaN is expected; True and text are not numbers."""
        self._judge(differ_number, found, expected, of, slips, strictness)

    def value(self, found, expected, *, of="", slips: Slips = None, **strictness) -> None:
        """Expect text, a number, a date, True or False, None, or a list or dict of them."""
        self._judge(differ_value, found, expected, of, slips, strictness)

    def sequence(self, found, expected, *, of="", slips: Slips = None, **strictness) -> None:
        """Expect several values in this order: a list, tuple, Series, array, index or range."""
        self._judge(differ_sequence, found, expected, of, slips, strictness)

    def items(self, found, expected, *, of="", slips: Slips = None, **strictness) -> None:
        """Expect several values in any order. Repeats count: ["a", "a"] is not ["a"]."""
        self._judge(differ_items, found, expected, of, slips, strictness)

    def series(self, found, expected, *, order=False, of="", slips: Slips = None, **strictness) -> None:
        """Expect a value for each label: a Series, a dict, or a table of one column.

        Rows may come in any order unless ``order=True``. Where the expected Series has no labels but 0, 1,
        2 …, the values are compared in order and a list will do.
        """
        self._judge(differ_series, found, expected, of, slips, strictness, order=order)

    def table(
        self, found, expected, *, key=None, order=False, of="", slips: Slips = None, **strictness
    ) -> None:
        """Expect a table with at least these columns. ``key`` names the columns that tell rows apart.

        Columns may come in any order and rows too, unless ``order=True``; a column may as well be the index.
        """
        self._judge(differ_table, found, expected, of, slips, strictness, key=key, order=order)

    def function(
        self,
        found: Callable,
        reference: Callable,
        cases: Iterable[object],
        *,
        order=False,
        mutates=False,
        compare: Callable | None = None,
        of: str = "",
        slips: Slips = None,
        **strictness,
    ) -> None:
        """Expect a function that does what ``reference`` does in each of ``cases``.

        A case is a tuple of arguments, a dict of named arguments, or the only argument. Both functions get
        copies. Where the reference raises, so must the function. One that changes its inputs is refused
        unless ``mutates=True``. Results are compared as what the reference returns; ``compare`` is one of
        the other comparers to use instead: ``compare=expect.items``.
        """
        name = of or getattr(found, "__name__", "") or "the function"
        rules = Rules(**strictness)

        def differ(result, target):
            if compare is None:
                return _slipped(
                    partial(differ_any, result, rules=rules, order=order), result, target, slips, rules
                )
            counted = len(self.compared)
            try:
                compare(result, target, slips=slips)
            except Mismatch as mismatch:
                return mismatch.difference
            finally:
                # The case is the example, and not each comparison of its result.
                del self.compared[counted:]
            return None

        self.made += 1
        cases = list(cases)
        self.compared += [name] * len(cases)
        run_cases(found, reference, cases, differ, name=name, mutates=mutates, announce=self._announce)

    def raises(self, kind: type, found: Callable, *args, of: str = "", **kwargs) -> None:
        """Expect that calling ``found`` with these arguments raises ``kind``."""
        call = of or call_words(getattr(found, "__name__", "the function"), args, kwargs)
        self.made += 1
        self.compared.append(call)
        self._announce(call)
        must_raise(found, args, kwargs, kind, of=call)
        self._announce("")

    def between(self, found, low, high, *, strict=False, of="", slips: Slips = None) -> None:
        """Expect a number from ``low`` to ``high``, both included; with ``strict`` between them only.

        For a share write ``between(found, 0, 1)``: a percent is recognised, and 0 is never called one.
        """
        self.made += 1
        difference = differ_between(found, low, high, strict=strict)
        words = author_slip(found, slips, Rules(), lambda wrong: False) if difference is not None else ""
        if difference is not None:
            raise Mismatch(replace(difference, note=words, automatic=False) if words else difference, of)

    def form(self, found, like, *, of="", between: tuple | None = None) -> None:
        """Expect a value of the form of ``like``, another value of the same kind; its value is judged later.

        The kind is checked, and what ``like`` has of it: the length of a list, the labels of a Series or
        dict, the columns of a table. A check that used `form` and found nothing to refuse says "the form is
        right; the value is checked when it is graded". ``between`` gives the limits of a number.
        """
        self.made += 1
        difference = differ_form(found, like) or (differ_between(found, *between) if between else None)
        if difference is not None:
            raise Mismatch(difference, of)
        self.later(of or "the value")

    def later(self, *names: str) -> None:
        """Say that the values of these names are judged when the hand-in is graded, and not by this check."""
        self.judged_later += names

    def that(self, condition, message: str, *, found=..., expected: str = "", of: str = "") -> None:
        """Expect that ``condition`` holds; ``message`` says what is the matter when it does not."""
        self.made += 1
        if not _holds(condition):
            shown = "" if found is ... else show(found)
            raise Mismatch(Difference(shown, expected, message, automatic=False), of)

    def examples_of(self, functions: list[str]) -> int:
        """Return how many of the comparisons looked at a call of one of these functions.

        A comparison without ``of`` counts when there is a function to be checked.
        """
        if not functions:
            return 0
        named = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in functions))
        return sum(not of or bool(named.search(of)) for of in self.compared)

    def _announce(self, call: str) -> None:
        self.call = call

    def _judge(self, differ, found, expected, of: str, slips: Slips, strictness: dict, **how) -> None:
        self.made += 1
        self.compared.append(of)
        found = kept(found)
        rules = Rules(**strictness)
        difference = _slipped(partial(differ, found, rules=rules, **how), found, expected, slips, rules)
        if difference is not None:
            raise Mismatch(difference, of)


def _slipped(differ: Callable, found, expected, slips: Slips, rules: Rules) -> Difference | None:
    """Return the difference from ``expected``, with the author's words for this slip, if there are any."""
    difference = differ(expected)
    if difference is None:
        return None
    words = author_slip(found, slips, rules, lambda wrong: differ(wrong) is None)
    return replace(difference, note=words, veiled=None, automatic=False) if words else difference


def _holds(condition: object) -> bool:
    if isinstance(condition, (pd.Series, np.ndarray)):
        return bool(np.all(condition))
    return bool(condition)
