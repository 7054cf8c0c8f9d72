"""Twins of a test: the same test changed so that no honest answer can pass it."""

from __future__ import annotations

import ast
import secrets


def twins_of(source: str) -> list[str]:
    """Return sources that must fail wherever ``source`` is a test that works.

    One has what is compared with (the right side of ``assert a == b``, the second argument of
    ``expect.number(a, b)``) replaced by a random text or number; one has a failing assertion added at its
    end, inside the check where there is one. Code that is not plain Python, or waits for something, has none.

    >>> from ecotools.grading.execute.twins import twins_of
    >>> replaced, added = twins_of("assert double(2) == 4")
    >>> replaced.startswith("assert double(2) == 'twin-"), added.startswith("assert double(2) == 4\\nassert ")
    (True, True)
    """
    try:
        replaced, added = ast.parse(source), ast.parse(source)
    except (SyntaxError, ValueError):
        return []
    if any(isinstance(node, ast.Await | ast.AsyncFor | ast.AsyncWith) for node in ast.walk(added)):
        return []
    found = []
    other = _Other()
    other.visit(replaced)
    if other.count:
        found.append(ast.unparse(ast.fix_missing_locations(replaced)))
    _innermost(added).append(ast.parse(f"assert 0 == 1, {_unique()!r}").body[0])
    found.append(ast.unparse(ast.fix_missing_locations(added)))
    return found


def ends_with_expression(source: str) -> bool:
    """Return whether the last statement of ``source`` has a value that a notebook would show.

    >>> ends_with_expression("x = 1\\nx"), ends_with_expression("x = 1")
    (True, False)
    """
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return True
    return bool(body) and isinstance(body[-1], ast.Expr)


class _Other(ast.NodeTransformer):
    """Replaces what a test compares with by a text that nothing equals."""

    def __init__(self) -> None:
        self.count = 0

    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        test = node.test
        if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq):
            test.comparators = [ast.Constant(_unique())]
            self.count += 1
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        called = node.func
        of_expect = isinstance(called, ast.Attribute) and getattr(called.value, "id", "") == "expect"
        if of_expect and called.attr != "that" and len(node.args) > 1:
            node.args[1] = _of_its_form(called.attr)
            self.count += 1
        return node


def _of_its_form(comparer: str) -> ast.expr:
    """Return what nobody answers, in the form that a comparer takes: what only repeats it must not fail."""
    text, number = _unique(), secrets.randbelow(10**9) + 0.5
    source = {
        "number": repr(number),
        "sequence": repr([text]),
        "items": repr([text]),
        "series": f"__import__('pandas').Series({{{text!r}: {number!r}}})",
        "table": f"__import__('pandas').DataFrame({{{text!r}: [{number!r}]}})",
        "function": f"lambda *given, **named: {text!r}",
    }.get(comparer, repr(text))
    return ast.parse(source, mode="eval").body


def _innermost(tree: ast.Module) -> list[ast.stmt]:
    """Return the statements of the last ``check(…)`` block or function, else those of the whole cell."""
    found = tree.body
    for node in tree.body:
        calls = []
        if isinstance(node, ast.With):
            calls = [item.context_expr for item in node.items]
        elif isinstance(node, ast.FunctionDef):
            calls = node.decorator_list
        if any(isinstance(c, ast.Call) and getattr(c.func, "id", "") == "check" for c in calls):
            found = node.body
    return found


def _unique() -> str:
    return f"twin-{secrets.token_hex(8)}"
