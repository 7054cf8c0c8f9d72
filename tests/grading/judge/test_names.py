"""Which names a cell binds, and which it reads now or when its functions are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.judge.names import as_python, names_of


def found(source):
    names = names_of(source)
    return sorted(names.binds), sorted(names.reads), sorted(names.deferred)


@pytest.mark.parametrize(
    ("source", "binds", "reads", "deferred"),
    [
        ("x = y", ["x"], ["y"], []),
        ("x = 1\nz = x", ["x", "z"], [], []),
        ("z = x\nx = 1", ["x", "z"], ["x"], []),
        ("x += 1", ["x"], ["x"], []),
        ("x = 0\nx += step", ["x"], ["step"], []),
        ("a, (b, *c) = d", ["a", "b", "c"], ["d"], []),
        ("import numpy as np, os.path", ["np", "os"], [], []),
        ("from math import sqrt as root", ["root"], [], []),
        ("for day in days: total = day", ["day", "total"], ["days"], []),
        ("with opened() as file: pass", ["file"], ["opened"], []),
        ("with opened() as file:\n    data = file.read()", ["data", "file"], ["opened"], []),
        ("for n in ns:\n    m = n\n    total += m", ["m", "n", "total"], ["ns", "total"], []),
        ("while more():\n    row = more()\n    use(row)", ["row"], ["more", "use"], []),
        ("if a:\n    x = 1\nelse:\n    y = x", ["x", "y"], ["a", "x"], []),
        (
            "try:\n    x = 1\nexcept E as e:\n    say(e)\nfinally:\n    end()",
            ["e", "x"],
            ["E", "end", "say"],
            [],
        ),
        ("await asked()", [], ["asked"], []),
        ("async with opened() as file:\n    await file.read()", ["file"], ["opened"], []),
        ("async for n in ns: use(n)", ["n"], ["ns", "use"], []),
        ("try:\n    f()\nexcept KeyError as error:\n    pass", ["error"], ["KeyError", "f"], []),
        ("if (n := size()) > 3: pass", ["n"], ["size"], []),
        ("del x", ["x"], [], []),
        ("class Rate(Base):\n    unit = year", ["Rate"], ["Base", "year"], []),
        ("assert f(2) == 4", [], ["f"], []),
    ],
)
def test_statements_bind_and_read(source, binds, reads, deferred):
    assert found(source) == (binds, reads, deferred)


def test_a_function_reads_when_it_is_called_but_its_defaults_and_decorators_at_once():
    source = "@cached\ndef price(n, rate=fee) -> Money:\n    return n * rate * factor"
    assert found(source) == (["price"], ["Money", "cached", "fee"], ["factor"])


def test_a_function_that_calls_itself_or_one_beside_it_needs_nothing_else():
    assert found("def a(n): return b(n)\ndef b(n): return a(n - 1)") == (["a", "b"], [], [])


def test_local_names_of_functions_are_not_the_notebook_s():
    assert found("def f(x):\n    y = x\n    return [y for z in x]") == (["f"], [], [])


def test_a_global_statement_binds_a_name_of_the_notebook():
    assert found("def count():\n    global seen\n    seen = 1")[0] == ["count", "seen"]


@pytest.mark.parametrize(
    "source",
    [
        "x = [row.n * rate for row in rows]",
        "x = {row: rate for row in rows}",
        "x = {rate + row for row in rows}",
        "x = sum(row * rate for row in rows)",
        "x = [[rate * b for b in a] for a in rows]",
    ],
)
def test_a_comprehension_reads_at_once_and_binds_nothing(source):
    binds, reads, deferred = found(source)
    assert binds == ["x"] and {"rate", "rows"} <= set(reads) and deferred == []
    assert not {"row", "a", "b"} & set(reads)


def test_a_lambda_reads_later():
    assert found("key = lambda n: n + shift") == (["key"], [], ["shift"])


@pytest.mark.parametrize(
    "source", ["orders['net'] = 1", "shop.name = 'Q'", "a.b['c'].d = 1", "orders['n'] += 1"]
)
def test_what_is_changed_in_place_is_read_and_bound(source):
    root = source[: source.index("[") if "[" in source.split(".")[0] else source.index(".")]
    binds, reads, _ = found(source)
    assert binds == [root] and reads == [root]


@pytest.mark.parametrize(
    "source", ["%matplotlib inline\nx = 1", "!ls\nx = 1", "x = 1\nx?", "files = !ls\nx = files"]
)
def test_magics_and_shell_commands_are_no_errors(source):
    assert "x" in names_of(source).binds


def test_a_cell_magic_hides_its_cell():
    assert names_of("%%bash\nx=1").binds == frozenset()


@pytest.mark.parametrize("source", ["def f(:", "x = = 1", "x = 1\n  y = 2", "a\x00b", "(" * 500])
def test_what_is_no_python_has_no_names(source):
    assert found(source) == ([], [], [])


def test_code_without_marks_of_ipython_stays_as_it_is():
    assert as_python("x = 1") == "x = 1"


@given(st.text(max_size=40))
def test_any_text_has_names_or_none(text):
    names = names_of(text)
    assert all(isinstance(name, str) for name in names.binds | names.reads | names.deferred)
