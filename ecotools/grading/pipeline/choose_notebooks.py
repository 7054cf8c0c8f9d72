"""Which notebooks of a hand-in are graded: those of the right name, renamed ones, copies that hold work."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ecotools.grading.collect.copies import EMPTY, EQUAL, Stub, fullest, with_work
from ecotools.grading.collect.recognition import recognise
from ecotools.grading.collect.titles import NOTEBOOK, stem


class CopiesError(ValueError):
    """Copies of a notebook of which nobody but the student knows which one counts; the text names them."""


def choose_notebooks(
    notebooks: Mapping[str, bytes], expected: tuple[str, ...], stub: Callable[[str], Stub]
) -> tuple[dict[str, bytes], list[str]]:
    """Return the notebooks to grade by the name that is expected, and sentences on what was not taken for it.

    Parameters
    ----------
    notebooks : the bytes of all notebooks of the hand-in, by path.
    expected : the names of the assignment's notebooks, without their ending.
    stub : gives what students were given as a notebook; asked only where there are other notebooks.

    Raises
    ------
    CopiesError
        When copies of one notebook hold different work.
    """
    taken, said = {}, []
    for name, paths in _copies(notebooks, expected, stub).items():
        if not paths:
            continue
        path = paths[0]
        if len(paths) > 1:
            path, sentences = _one_of(name, {path: notebooks[path] for path in paths}, stub(name))
            said += sentences
        taken[name] = notebooks[path]
        if path != f"{name}{NOTEBOOK}":
            said.append(f"{path} was graded as {name}{NOTEBOOK}, whose cells it holds")
    return taken, said


def _copies(
    notebooks: Mapping[str, bytes], expected: tuple[str, ...], stub: Callable[[str], Stub]
) -> dict[str, list[str]]:
    """Return the paths of each notebook and its copies: the right name first, then the nearest to the top."""
    exact = {name: f"{name}{NOTEBOOK}" for name in expected}
    copies = {name: [path] if path in notebooks else [] for name, path in exact.items()}
    others = notebooks.keys() - exact.values()
    there = {name: stub(name).names for name in expected} if others else {}
    for path in sorted(others, key=lambda path: (path.count("/"), path)):
        found = recognise(notebooks[path], stem(path), there)
        if found.assignment and not found.hollow:
            copies[found.assignment].append(path)
    return copies


def _one_of(name: str, copies: dict[str, bytes], stub: Stub) -> tuple[str, list[str]]:
    """Return which of several copies counts, and sentences on the others that are worth one."""
    kept, others = with_work(copies, stub)
    nearest = [path for path in kept if path.count("/") == kept[0].count("/")]
    others |= {path: "is in a folder below" for path in kept if path not in nearest}
    kept, part = fullest({path: copies[path] for path in nearest}, stub)
    if len(kept) > 1:
        raise CopiesError(
            f"{' and '.join(sorted(kept))} are copies of {name}{NOTEBOOK} that hold different work:"
            " keep the one that counts under that name, and take the others away"
        )
    told = {
        path: why
        for path, why in {**others, **part}.items()
        if why not in (EMPTY, EQUAL) or path == f"{name}{NOTEBOOK}"
    }
    return kept[0], [f"{path} was not graded: it {why}; {kept[0]} was" for path, why in told.items()]
