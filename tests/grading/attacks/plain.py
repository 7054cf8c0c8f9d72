"""Attacks on tests with plain asserts, which run as the cells are reached, and on partial credit."""

from collections.abc import Callable

from .attack import NO_EFFECT, ZERO, Hostile
from .attack import attack as any_attack
from .course import PLAIN
from .shell import COPIED, ELSEWHERE

NAMES = {"02-q1": "share", "02-q2": "cheap", "02-q3": "twice", "02-q4": "most"}


def attack(tries: str, sandbox: str, kernel: str = "", how: str = ELSEWHERE) -> Callable:
    """Return a decorator as `attack` does, for the assignment with plain asserts; stock was not tried."""
    return any_attack(tries, "not tried", sandbox, kernel, how, PLAIN)


def _answer_all(hostile: Hostile, body: str) -> None:
    for task, name in NAMES.items():
        hostile.answer(f"def {name}(*given):\n    {body}", task)


@attack("Returns an object that is equal to anything, in all ways", ZERO, how=COPIED)
def equals_anything(hostile: Hostile) -> None:
    hostile.first("""
class Any(float):
    __eq__ = __ge__ = __le__ = __lt__ = __gt__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = float.__hash__
    __len__ = lambda self: 2
    __sub__ = __rsub__ = __abs__ = lambda self, *other: 0
    __array__ = lambda self, *args, **kwargs: __import__("numpy").array(0.25)
    __class__ = property(lambda self: list)""")
    _answer_all(hostile, "return Any(0)")


@attack("Answers by counting calls: the visible cases are known", NO_EFFECT, how="hidden cases are not")
def counts_calls(hostile: Hostile) -> None:
    hostile.answer("calls = iter([0.25])\ndef share(part, whole):\n    return next(calls, 0.25)", "02-q1")
    hostile.answer(
        "calls = iter([[0, 0], [2, 4]])\ndef twice(values):\n    return next(calls, [2, 4])", "02-q3"
    )


@attack("Patches `np.isclose` and `pd.testing.assert_frame_equal`", NO_EFFECT)
def patches_libraries(hostile: Hostile) -> None:
    hostile.first("""
import numpy as np, pandas as pd
np.isclose = np.allclose = lambda *args, **kwargs: True
pd.testing.assert_frame_equal = lambda *args, **kwargs: None
pd._testing.assert_frame_equal = lambda *args, **kwargs: None""")


@attack("Shadows `abs`, `len`, `sum`, `np` and `pd`", NO_EFFECT)
def shadows_functions(hostile: Hostile) -> None:
    hostile.first("""
from unittest.mock import MagicMock
np = pd = MagicMock()
abs = lambda value: 0
len = lambda values: 2
sum = lambda values: 6""")


@attack("A `repr` that says the points of a test with partial credit", NO_EFFECT, how=COPIED)
def shown_points(hostile: Hostile) -> None:
    hostile.answer(
        """
class Points(int):
    __repr__ = __str__ = lambda self: "4"
    __radd__ = __add__ = __iadd__ = lambda self, other: self
found = Points(4)
def most(values):
    return Points(0)""",
        "02-q4",
    )


@attack(
    "Prints, displays and warns the points of a test", NO_EFFECT, how="only the value of its last line counts"
)
def prints_points(hostile: Hostile) -> None:
    hostile.answer(
        """
import warnings
from IPython.display import display
def most(values):
    print(4)
    display(4)
    warnings.warn("4")
    return 0""",
        "02-q4",
    )


@attack(
    "Changes what a test gives it, so that both sides agree",
    NO_EFFECT,
    how="the change is made, as in any call; these tests compare with what they know",
)
def changes_arguments(hostile: Hostile) -> None:
    hostile.answer("def twice(values):\n    values.clear()\n    return values", "02-q3")
    hostile.answer("def cheap(table):\n    table.drop(table.index, inplace=True)\n    return table", "02-q2")


@attack(
    "Returns masked numbers, NaN, NA, `NotImplemented` and empty arrays",
    ZERO,
    how="none of them is what is right",
)
def nothings(hostile: Hostile) -> None:
    hostile.first("import numpy as np, pandas as pd\nfrom decimal import Decimal")
    hostile.answer("def share(part, whole):\n    return np.ma.masked", "02-q1")
    hostile.answer("def cheap(table):\n    return pd.DataFrame()", "02-q2")
    hostile.answer("def twice(values):\n    return np.ma.masked_all(2)", "02-q3")
    hostile.answer("def most(values):\n    return NotImplemented", "02-q4")
