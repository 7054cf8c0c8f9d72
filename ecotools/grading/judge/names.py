"""Which names a piece of notebook code binds, and which it reads: found by reading it, not by running it."""

from __future__ import annotations

import ast
import symtable
import warnings
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class CellNames:
    """The names that code binds and reads where it stands, and those that its functions read later on.

    ``reads`` leaves out what the code itself binds before it reads it.
    """

    binds: frozenset[str] = frozenset()
    reads: frozenset[str] = frozenset()
    deferred: frozenset[str] = frozenset()


@lru_cache(maxsize=1000)
def names_of(source: str) -> CellNames:
    """Return the names of a cell; none where it is not Python even after IPython has read it.

    >>> found = names_of("total = sum(prices)\\ndef best(): return max(prices, key=profit)")
    >>> sorted(found.binds), sorted(found.reads), sorted(found.deferred)
    (['best', 'total'], ['prices', 'sum'], ['max', 'prices', 'profit'])
    """
    text = as_python(source)
    tree = parsed(text)
    if tree is None:
        return CellNames()
    bound: set[str] = set()
    reads: set[str] = set()
    deferred: set[str] = set()
    _gather(tree.body, bound, reads, deferred)
    return CellNames(frozenset(bound), frozenset(reads), frozenset(deferred - bound))


def _gather(statements: list[ast.stmt], bound: set[str], reads: set[str], deferred: set[str]) -> None:
    """Add what statements that run after one another bind and read; ``bound`` holds what is bound before."""
    for statement in statements:
        header, branches = _parts(statement)
        for piece in header:
            text = ast.unparse(ast.fix_missing_locations(ast.Module([piece], [])))
            table = symtable.symtable(text, "<cell>", "exec")
            here, later = _referenced(table)
            reads |= (here | _read_and_changed(piece)) - bound
            deferred |= later
            bound |= _bound(table) | _changed(piece)
        ends = []
        for branch in branches:
            ends.append(set(bound))
            _gather(branch, ends[-1], reads, deferred)
        bound |= set().union(*ends)


def _parts(statement: ast.stmt) -> tuple[list[ast.stmt], list[list[ast.stmt]]]:
    """Return what a statement does first, as simple statements, and the branches that may run after it.

    So the name that a loop gives its items is none that is read from elsewhere.
    """
    nothing = ast.Constant(None)
    match statement:
        case ast.For() | ast.AsyncFor():
            first = [ast.Expr(statement.iter), ast.Assign([statement.target], nothing)]
            return first, [statement.body, statement.orelse]
        case ast.If() | ast.While():
            return [ast.Expr(statement.test)], [statement.body, statement.orelse]
        case ast.With() | ast.AsyncWith():
            opened = [(one.optional_vars, one.context_expr) for one in statement.items]
            return [ast.Assign([to], held) if to else ast.Expr(held) for to, held in opened], [statement.body]
        case ast.Try() | ast.TryStar():
            caught = [
                [ast.Expr(one.type or nothing)]
                + [ast.Assign([ast.Name(one.name, ast.Store())], nothing)] * bool(one.name)
                + one.body
                for one in statement.handlers
            ]
            return [], [statement.body + statement.orelse, *caught, statement.finalbody]
    return [statement], []


def as_python(source: str) -> str:
    """Return the source of a cell as Python: magics and shell commands as IPython calls them."""
    if not any(mark in source for mark in "%!?") or parsed(source) is not None:
        return source
    from IPython.core.inputtransformer2 import TransformerManager

    return TransformerManager().transform_cell(source)


def parsed(text: str) -> ast.Module | None:
    """Return the syntax tree of ``text``; None when it is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def ends_with_expression(source: str) -> bool:
    """Return whether the last statement of ``source`` has a value that a notebook would show.

    >>> ends_with_expression("x = 1\\nx"), ends_with_expression("x = 1")
    (True, False)
    """
    tree = parsed(as_python(source))
    return tree is None or (bool(tree.body) and isinstance(tree.body[-1], ast.Expr))


def _referenced(table: symtable.SymbolTable) -> tuple[set[str], set[str]]:
    """Return the global names read at the top level, and those read inside of functions and classes."""
    here = {one.get_name() for one in table.get_symbols() if one.is_referenced()}
    later: set[str] = set()
    waiting = list(table.get_children())
    while waiting:
        inner = waiting.pop()
        read = {one.get_name() for one in inner.get_symbols() if one.is_global() and one.is_referenced()}
        # A comprehension, or the body of a class, is run where it stands.
        now = inner.get_type() == "class" or inner.get_name() in {
            "listcomp",
            "setcomp",
            "dictcomp",
            "genexpr",
        }
        (here if now else later).update(read)
        waiting += inner.get_children()
    return here, later


def _bound(table: symtable.SymbolTable) -> set[str]:
    """Return the global names that code binds, those that its functions declare ``global`` included."""
    found = {
        one.get_name()
        for one in table.get_symbols()
        if one.is_assigned() or one.is_imported() or one.is_namespace()
    }
    waiting = list(table.get_children())
    while waiting:
        inner = waiting.pop()
        found |= {
            one.get_name() for one in inner.get_symbols() if one.is_declared_global() and one.is_assigned()
        }
        waiting += inner.get_children()
    return found


def _changed(statement: ast.stmt) -> set[str]:
    """Return the names whose values a statement changes in place: ``table["a"] = 1``, ``thing.size = 2``."""
    found = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            root = node.value
            while isinstance(root, ast.Subscript | ast.Attribute):
                root = root.value
            if isinstance(root, ast.Name):
                found.add(root.id)
    return found


def _read_and_changed(statement: ast.stmt) -> set[str]:
    """Return the names that ``x += 1`` reads, which the symbol table calls assigned only."""
    found, waiting = set(), [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)
    return found
