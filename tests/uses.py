"""Who uses which name of the library, read from the code of its modules, of notebooks and of pages.

Nothing is imported or run. A name is followed to the module that defines it, however it was imported:
`from ecotools.metrics import revenue` and `revenue.mrr(…)` use ("ecotools.metrics.revenue.recurring", "mrr").
"""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from ecotools.notebooks import read
from ecotools.notebooks.code_cells import code_cells

ROOT = Path(__file__).parents[1]
SAID = ("tasks.py", "nbgrader_config.py")
"""Name what they use in texts: code of examples and hidden cases, classes that nbgrader loads."""


def module_name(path):
    """Return the name by which a module of the library is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def paths():
    """Return the file of each module of the library."""
    return {module_name(path): path for path in sorted((ROOT / "ecotools").rglob("*.py"))}


@cache
def tree(module):
    return ast.parse(paths()[module].read_text(encoding="utf-8"))


@cache
def statements(module):
    """Return, for each statement of a module, what it defines and the nodes that tell what it uses."""
    return [(getattr(node, "name", None), telling(node)) for node in tree(module).body]


def telling(code):
    return [
        node
        for node in ast.walk(code)
        if isinstance(node, (ast.Import, ast.ImportFrom, ast.Name, ast.Attribute))
    ]


@cache
def face(module):
    """Return the names in the ``__all__`` of a module, where it is written as a list of them."""
    for node in tree(module).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            listed = isinstance(node.value, ast.List) and all(
                isinstance(x, ast.Constant) for x in node.value.elts
            )
            return ast.literal_eval(node.value) if listed else None
    return None


@cache
def defined(module):
    """Return what a module itself defines: name -> the statement that does it."""
    found = {}
    for node in tree(module).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found[node.name] = node
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {x.id: node for target in targets for x in ast.walk(target) if isinstance(x, ast.Name)}
    return found


def imports(nodes, module=""):
    """Yield what code imports of the library: the name in the code, the module, the name there or None."""
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            start = (
                module.split(".")
                if paths().get(module, ROOT).name == "__init__.py"
                else module.split(".")[:-1]
            )
            base = ".".join(start[: len(start) + 1 - node.level]) if node.level else ""
            source = ".".join(part for part in (base, node.module) if part)
            for alias in node.names:
                if source.split(".")[0] == "ecotools":
                    yield alias.asname or alias.name, source, alias.name
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "ecotools":
                    yield alias.asname or "ecotools", alias.name if alias.asname else "ecotools", None


@cache
def imported(module):
    return {
        name: (source, there)
        for _, nodes in statements(module)
        for name, source, there in imports(nodes, module)
    }


@cache
def origin(module, name):
    """Return the (module, name) that defines a name; (module, None) for a module, None for nothing."""
    if name is None:
        return module, None
    if module not in paths():
        return None
    if name in defined(module):
        return module, name
    if imported(module).get(name, (module, name)) != (module, name):
        return origin(*imported(module)[name])
    return (f"{module}.{name}", None) if f"{module}.{name}" in paths() else None


def known(nodes):
    """Return what the names are that code imports from the library."""
    return {name: origin(source, there) for name, source, there in imports(nodes)}


@cache
def known_in(module):
    """Return what the names are that a module of the library has: its own, and those it imports."""
    own = {name: (module, name) for name in defined(module)}
    return own | {name: origin(*where) for name, where in imported(module).items()}


def used(nodes, names):
    """Yield the (module, name) of each name of the library that code uses, given what its names are."""
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and names.get(node.id):
            yield names[node.id]
        elif isinstance(node, ast.Attribute):
            found = _member(node, names)
            if found:
                yield found


def _member(node, names):
    if isinstance(node, ast.Name):
        return names.get(node.id)
    whole = _member(node.value, names) if isinstance(node, ast.Attribute) else None
    return origin(whole[0], node.attr) if whole and whole[1] is None else None


def _parsed(text):
    try:
        return ast.parse(text)
    except SyntaxError:
        return ast.Module([], [])


def code_of(path):
    """Return the code of a notebook, of a module or of a page (its blocks), parsed."""
    if path.suffix == ".ipynb":
        cells = [cell.tree for cell in code_cells(read(path)) if cell.tree]
        return ast.Module([statement for cell in cells for statement in cell.body], [])
    text = path.read_text(encoding="utf-8")
    blocks = [text] if path.suffix == ".py" else re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
    return ast.Module([statement for block in blocks for statement in _parsed(block).body], [])


def words(path):
    """Return the names that text calls, or that follow a dot: in texts of code, or in backticks in prose."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")
    spans = [text] if path.name in SAID else re.findall(r"`[^`\n]+`", text) if path.suffix != ".py" else []
    return set(re.findall(r"(?<=[.`])\w+(?=`)|\w+(?=\()|(?<=\.)\w+", " ".join(spans)))


def is_generated(page):
    """Tell whether a page is made by a command: its first lines say so, or it is one of the reference."""
    start = " ".join(page.read_text(encoding="utf-8").splitlines()[:12])
    return (
        page.parent.name == "reference"
        or re.search(r"\bmade (from|by|with)\b|\bwritten by\b", start, re.I) is not None
    )


@cache
def texts():
    """Return the names in texts of the library's code, such as the code that another process runs."""
    found = set()
    for module in paths():
        shown = {id(node.value) for node in ast.walk(tree(module)) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in shown:
                found |= set(re.findall(r"(?<=\w\.)\w+|\w+(?=\()|(?<=import )\w+", node.value))
    return found


@cache
def uses():
    """Return, for each (module, name) that the library defines, the modules of the library that use it.

    The use of a name within what it names does not count.
    """
    found = defaultdict(set)
    for module in paths():
        for name, nodes in statements(module):
            for where in used(nodes, known_in(module)):
                if where != (module, name):
                    found[where].add(module)
    return dict(found)
