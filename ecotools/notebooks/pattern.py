"""The pattern of a lesson, checked: it asks, lets guess, lets try, and answers its question before the recap.

The findings are of a kind of their own, beside those of ``lessons``: a lesson may be whole and not follow
the pattern yet.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from ecotools.notebooks.canonical import read
from ecotools.notebooks.code_cells import CodeCell, code_cells
from ecotools.notebooks.hygiene import headings
from ecotools.notebooks.lessons import stated_minutes
from ecotools.notebooks.links import dead_links

WRONG_TURN, DECISION, RECAP = "When it goes wrong", "So what should Quillwork do?", "Recap"
ORDER = (
    "What you will be able to do",
    "What you need",
    WRONG_TURN,
    DECISION,
    RECAP,
    "What next",
    "References",
)
FIRST_LINE = "# Check: "
WIDEST = 110  # characters of a line of code
BLANKS = 2  # dots in the body of the function that rehearses the hardest task
WORDS_A_MINUTE, MINUTES_A_CELL, MINUTES_A_TRY = 200, 0.75, 5
TIME_OFF = 0.25  # how far the stated time may be from the computed one, as a share of it


def problems(path: str | Path) -> list[str]:
    """Return where the lesson in ``path`` leaves the pattern, one sentence per finding.

    Looked at: order of its sections, what stands after the decision, prediction around the widget, the try
    with two blanks, check cells, bare tuples, wide lines, links, and the time it says it takes.
    """
    path = Path(path)
    notebook = read(path)
    cells = code_cells(notebook)
    found = [
        *_sections(notebook),
        *_predictions(cells),
        *_two_blanks(cells),
        *[text for cell in cells for text in cell_problems(cell)],
        *dead_links(path, notebook),
        *_time(notebook),
    ]
    return [f"{path}: {text}" for text in found]


def cell_problems(cell: CodeCell) -> Iterator[str]:
    """Yield what is wrong with one code cell, in a lesson or in an assignment."""
    if cell.calls("check", "graded"):
        if not cell.metadata.get("jupyter", {}).get("source_hidden"):
            yield f"{cell.where}: a check that is not collapsed (metadata jupyter.source_hidden)"
        if not cell.source.startswith(FIRST_LINE):
            yield f"{cell.where}: a check must begin with a line '{FIRST_LINE}…' that says what to do"
    wide = [number for number, line in enumerate(cell.source.split("\n"), 1) if len(line) > WIDEST]
    if wide:
        lines = f"line{'s' if len(wide) > 1 else ''} {', '.join(map(str, wide))}"
        yield f"{cell.where}: more than {WIDEST} characters in {lines}"
    last = cell.tree.body[-1] if cell.tree and cell.tree.body else None
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Tuple):
        yield f"{cell.where}: it ends with a bare tuple; show a small labelled table, or say it in a sentence"


def minutes(notebook: NotebookNode) -> float:
    """Return how long a lesson takes: its words, a time per code cell, and a longer one per try."""
    words = sum(len(cell.source.split()) for cell in notebook.cells if cell.cell_type == "markdown")
    cells = code_cells(notebook)
    tries = sum(bool(cell.calls("check")) for cell in cells)
    return words / WORDS_A_MINUTE + MINUTES_A_CELL * len(cells) + MINUTES_A_TRY * tries


def _sections(notebook: NotebookNode) -> Iterator[str]:
    titles = [(title, place) for level, title, place in headings(notebook) if level == 2]
    there = [part for title, _ in titles for part in ORDER if title.startswith(part)]
    for part in ORDER:
        if part not in there:
            yield f"no section '## {part}'"
    if there != [part for part in ORDER if part in there]:
        yield f"its sections stand in the order {', '.join(there)}; expected {', '.join(ORDER)}"
    names = [title for title, _ in titles]
    if DECISION in names and names[names.index(DECISION) + 1 :][:1] != [RECAP]:
        yield f"the section after '{DECISION}' is not '{RECAP}'"
    begins = dict(titles)
    if DECISION in begins and RECAP in begins:
        yield from _decision(notebook, begins[DECISION], begins[RECAP])


def _decision(notebook: NotebookNode, first: int, last: int) -> Iterator[str]:
    cells = code_cells(notebook)
    inside = [cell for cell in cells if first <= cell.place < last]
    if not any(cell.calls("say", "sentence") for cell in inside):
        yield f"'{DECISION}' says nothing computed: use say(…)"
    for cell in [cell for cell in inside if cell.calls("check", "predict")]:
        yield f"{cell.where}: a task in '{DECISION}', where nothing new comes"
    for cell in [cell for cell in cells if cell.place > last]:
        yield f"{cell.where}: code after '{RECAP}', where nothing new comes"


def _predictions(cells: list[CodeCell]) -> Iterator[str]:
    """Yield what is missing of: guess, widget, check of what was read off, comparison with the guess."""
    widgets = [cell.place for cell in cells if _makes_widget(cell)]
    if not widgets:
        yield "no widget"
        return
    guesses, compared = _named(cells, "predict"), _named(cells, "compare_prediction")
    checks = [cell.place for cell in cells if cell.calls("check")]
    for name in guesses.keys() - compared.keys():
        yield f"predict({name!r}, …) is never compared: add compare_prediction({name!r}, …) after the widget"
    for name in compared.keys() - guesses.keys():
        yield f"compare_prediction({name!r}, …) has no predict({name!r}, …)"
    framed = [
        (widget, name)
        for widget in widgets
        for name in guesses.keys() & compared.keys()
        if guesses[name] < widget < compared[name]
    ]
    if not framed:
        yield "no widget stands between predict(…) and compare_prediction(…)"
    elif not any(widget < place <= compared[name] for widget, name in framed for place in checks):
        yield "no check between the widget and compare_prediction(…) asks what was read off"


def _makes_widget(cell: CodeCell) -> bool:
    """Return whether a cell calls something of ``ecotools.widgets``."""
    nodes = [node.func for node in ast.walk(cell.tree) if isinstance(node, ast.Call)] if cell.tree else []
    return any(isinstance(node, ast.Attribute) and ast.unparse(node.value) == "widgets" for node in nodes)


def _named(cells: list[CodeCell], function: str) -> dict[str, int]:
    """Return the first arguments of the calls of ``function``, with the place of their cell."""
    return {
        call.args[0].value: cell.place
        for cell in cells
        for call in cell.calls(function)
        if call.args and isinstance(call.args[0], ast.Constant)
    }


def _two_blanks(cells: list[CodeCell]) -> Iterator[str]:
    checked = {
        argument.value
        for cell in cells
        for call in cell.calls("check")
        for argument in call.args[1:]
        if isinstance(argument, ast.Constant)
    }
    functions = [
        node
        for cell in cells
        for node in (cell.tree.body if cell.tree else ())
        if isinstance(node, ast.FunctionDef) and node.name in checked
    ]
    if not any(_blanks(function) == BLANKS for function in functions):
        yield f"no try is a function with exactly {BLANKS} blanks ('...' in its body, not in brackets)"


def _blanks(function: ast.FunctionDef) -> int:
    """Return how many dots a function has, without those in square brackets: a check does not know these."""
    nodes = [node for statement in function.body for node in ast.walk(statement)]
    inside = {id(part) for node in nodes if isinstance(node, ast.Subscript) for part in ast.walk(node.slice)}
    dots = [node for node in nodes if isinstance(node, ast.Constant) and node.value is ...]
    return sum(id(node) not in inside for node in dots)


def _time(notebook: NotebookNode) -> Iterator[str]:
    stated, computed = stated_minutes(notebook), minutes(notebook)
    if stated is not None and abs(stated - computed) > TIME_OFF * computed:
        yield (
            f"it says that it takes {stated} minutes; computed are {computed:.0f} "
            f"({WORDS_A_MINUTE} words a minute, {MINUTES_A_CELL:g} per code cell, {MINUTES_A_TRY} per try)"
        )
