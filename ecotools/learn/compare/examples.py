"""Examples that a check evaluates as a learner would type them, and cases that a reference answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from .difference import Difference, Mismatch
from .functions import differ_any
from .groups import differ_items, differ_sequence
from .scalars import Rules

_KINDS = {"items": differ_items, "sequence": differ_sequence}
Slips = list[tuple[object, str]]
SlipPairs = Iterable[tuple[object, str]]


def differ(found: object, expected: object, how: Mapping[str, Any]) -> Difference | None:
    """Return how ``found`` differs from ``expected``.

    ``how`` may hold ``kind`` ("items" or "sequence": in any order, or in this one), ``order`` (whether that
    of rows counts), and the strictness of `Rules`.

    >>> differ([2, 1], [1, 2], {"kind": "items"}) is None, differ(0.3, 0.1 + 0.2, {}) is None
    (True, True)
    """
    given = dict(how)
    kind, order = given.pop("kind", ""), given.pop("order", False)
    if kind:
        return _KINDS[kind](found, expected, Rules(**given))
    return differ_any(found, expected, Rules(**given), order=order)


class Examples:
    """The comparers that take expressions as text: a part of `Expect`.

    ``namespace`` holds the names of the notebook, ``file`` is the check's cell.
    """

    namespace: Mapping[str, Any]
    file: str

    def example(self, call: str, expected: object, *, slips: SlipPairs = (), **how) -> None:
        """Expect that an expression, evaluated in the notebook, gives ``expected``.

        Parameters
        ----------
        call : str
            What a learner would type: ``"share(1, 4)"``.
        expected : object
            What is right.
        slips : pairs of a wrong value, or the kind of an exception, and the sentence for it.
        **how : how to compare, as in `differ`.
        """
        given = list(slips)
        self._compare(call, expected, lambda: given, how)

    def same(
        self, calls: Sequence[str], *, reference: str, slips: Sequence[tuple[str, str]] = (), **how
    ) -> None:
        """Expect that each expression gives what it gives with the reference solution.

        Parameters
        ----------
        calls : sequence of str
            Expressions; they are evaluated once for the reference and once for the answer, so that nothing
            one of them changes is seen by the other.
        reference : str
            The text of the reference solution.
        slips : pairs of the text of a wrong solution, and the sentence for it.
        **how : how to compare, as in `differ`.
        """
        right = _with(self.namespace, reference)
        for call in calls:
            expected, error = _evaluated(call, right)
            if error is not None:
                self._must_raise(call, type(error))
            else:
                # Slips are looked at once an answer is wrong: most answers are right, and slips are many.
                self._compare(call, expected, partial(_slipped, call, expected, right, slips, how), how)

    def _compare(self, call: str, expected: object, slips: Callable[[], Slips], how: dict) -> None:
        self.made += 1
        self.compared.append(call)
        self._announce(call)
        try:
            found = self._value(call)
        except Exception as error:
            kinds = [kind.__name__ for kind in type(error).__mro__]
            says = [
                says for wrong, says in slips() if isinstance(wrong, type) and wrong.__name__ in kinds[:1]
            ]
            error.hint = says[0] if says else ""
            raise
        self._announce("")
        difference = differ(found, expected, how)
        if difference is None:
            return
        values = [(wrong, says) for wrong, says in slips() if not isinstance(wrong, type)]
        words = next((says for wrong, says in values if _alike(found, wrong, how)), "")
        if words:
            difference = replace(difference, note=words, automatic=False)
        raise Mismatch(difference, call)

    def _must_raise(self, call: str, kind: type) -> None:
        self.made += 1
        self.compared.append(call)
        self._announce(call)
        try:
            self._value(call)
        except kind:
            self._announce("")
            return
        raise Mismatch(Difference(expected=f"{kind.__name__} is raised"), call)

    def _value(self, call: str) -> object:
        space = self.namespace
        maps = getattr(space, "maps", [space])
        return eval(compile(call, self.file, "eval"), maps[-1], dict(space) if len(maps) > 1 else None)


def _slipped(
    call: str, expected: object, right: dict[str, Any], slips: Sequence[tuple[str, str]], how: dict
) -> Slips:
    """Return what each slip gives to ``call``, or the kind of its error, unless it is right here."""
    return [
        (value if error is None else type(error), says)
        for text, says in slips
        for value, error in [_evaluated(call, _with(right, text))]
        if error is not None or differ(value, expected, how) is not None
    ]


def _alike(found: object, wrong: object, how: dict) -> bool:
    try:
        return differ(found, wrong, how) is None
    except Exception:  # a slip of another form than the answer
        return False


def _with(namespace: Mapping[str, Any], source: str) -> dict[str, Any]:
    """Return the names of ``namespace``, with what ``source`` binds."""
    space = dict(namespace)
    exec(compile(source, "<reference>", "exec"), space)
    return space


def _evaluated(call: str, space: dict[str, Any]) -> tuple[object, Exception | None]:
    try:
        return eval(compile(call, "<reference>", "eval"), space), None
    except Exception as error:  # a reference may be meant to raise; a slip mostly is not
        return None, error
