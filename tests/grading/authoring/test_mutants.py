"""Mutations are the slips that people make, and leave alone what no check can tell."""

import ast

import pytest

from ecotools.grading.authoring.mutants import mutants


def names(source):
    return [mutant.name for mutant in mutants(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a + b", ["a + b → a - b"]),
        ("x = a and b", ["a and b → a or b"]),
        ("x = not a", ["not a → a"]),
        ("x = a < b", ["a < b → a <= b", "a < b → a >= b"]),
        ("x = a == b", ["a == b → a != b"]),
        ("x = a in b", ["a in b → a not in b"]),
        ("x = f(3)", ["f(3) → f(4)", "f(3) → f(2)"]),
        ("x = f(0.5)", ["f(0.5) → f(1.0)", "f(0.5) → f(0.0)"]),
        ("x = f('day')", ["f('day') → f('dayx')"]),
        ("x = f(True)", ["f(True) → f(False)"]),
        ("x = f(a, b)", ["f(a, b) → f(b, a)"]),
        ("x = f(a, by=b)", ["f(a, by=b) → f(a)"]),
        ("x = max(a, b)", ["max(a, b) → min(a, b)"]),
        ("x = range(n)", ["range(n) → range(n + 1)", "range(n) → range(n - 1)"]),
        ("x = t[:n]", [":n → :n - 1"]),
        ("x = t[t.a > b]", ["t[t.a > b] → t", "t.a > b → t.a >= b", "t.a > b → t.a <= b"]),
        ("x = t.loc[t.a.isna(), b]", ["t.loc[t.a.isna(), b] → t.loc[:, b]"]),
        ("x = t.loc[~m]", ["t.loc[~m] → t", "~m → m"]),
        ("x = [a for a in b if a]", ["for a in b if a → for a in b"]),
        ("x = t.dropna().sum()", ["t.dropna().sum() → t.dropna().mean()", "t.dropna() → t"]),
        ("x += a", ["x += a → x -= a", "x += a → pass"]),
        ("if a:\n    x = b", ["if a: x = b → pass"]),
        ("x = a if b else c", ["a if b else c → a", "a if b else c → c"]),
        ("t.sort(key=k)", ["t.sort(key=k) → pass", "t.sort(key=k) → t.sort()"]),
        ("x = -a", ["-a → a"]),
    ],
)
def test_each_kind_of_slip_is_made(source, expected):
    assert names(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        'def f():\n    """Return 3 of them."""\n    return g()',
        "def f(n: 'int') -> 'float': return n",
        "raise ValueError('expected 3')",
        "print('3 left', 2 + 2)",
        "import numpy as np",
        "x = f'{a} of 3'",
        "x = t.groupby(a, observed=b)",
    ],
)
def test_prose_types_imports_and_messages_are_left_alone(source):
    assert names(source) == []


def test_only_what_is_between_the_marks_is_changed():
    source = "def f(n):\n    m = n + 1\n    ### BEGIN SOLUTION\n    return m * 2\n    ### END SOLUTION"
    assert names(source) == ["m * 2 → m / 2", "m * 2 → m * 3", "m * 2 → m * 1"]
    assert {mutant.line for mutant in mutants(source)} == {4}


def test_the_same_change_in_two_places_has_two_names_and_two_programs():
    made = mutants("x = a + b\ny = a + b")
    assert [mutant.name for mutant in made] == ["a + b → a - b", "a + b → a - b (#2)"]
    assert len({mutant.code for mutant in made}) == 2


def test_every_mutant_is_a_program_that_differs_from_the_solution():
    source = (
        "def f(t, n=2):\n    rows = t[t.a > n].head(3)\n    return {k: v / 2 for k, v in rows.items() if v}"
    )
    original = ast.dump(ast.parse(source))
    for mutant in mutants(source):
        assert ast.dump(ast.parse(mutant.code)) != original
