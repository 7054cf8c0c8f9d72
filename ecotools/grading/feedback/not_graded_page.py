"""The page for a hand-in that could not be graded: what was wrong with the file, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

# By words of the reason, see ``pipeline.handin`` and ``pipeline.sanitise``.
_STEPS: Mapping[str, tuple[str, ...]] = {
    ": not there;": (
        "Look for {file} in the folder where you worked. If it has another name, give it this one again.",
        "Put it into the folder of the assignment, and hand in that folder.",
    ),
    ": not a notebook": (
        "Open {file} in JupyterLab. If it opens, save it there and hand in that file.",
        "If it does not open, the file is cut off or damaged: take the last copy that opens, such as one in "
        "the folder .ipynb_checkpoints or an earlier download.",
        "If there is none, get the assignment again, copy your answers into it, save it and hand it in.",
    ),
    "the hand-in holds more than": (
        "Take out of the folder what the assignment did not ask for: environments, caches, copies.",
        "Hand in {file}, and the files that it reads.",
    ),
    " cells; at most ": (
        "Open {file} in JupyterLab, delete the cells that are not part of the assignment, and save it.",
        "Hand in that file.",
    ),
}
_LAST = "If it happens again, send this page to your instructor."


def to_html(
    notebook: str, why: str, folder: Path, handed_in: str = "", key: str = "", called: str = ""
) -> str:
    """Return the page.

    Parameters
    ----------
    notebook : the name of the notebook, without its ending.
    why : the reason, as grading says it to the instructor; it may name files in ``folder``.
    folder : where the hand-in lies: a student knows its files, not the machine's folders.
    handed_in : the time of the hand-in, empty when it is not known.
    key : what goes into the head of the page.
    called : the student's name.
    """
    file = f"{notebook}.ipynb"
    return _template().render(
        notebook=notebook,
        why=why.replace(f"{folder}/", "").replace(str(folder), "the folder"),
        steps=[step.format(file=file) for step in steps(why)],
        handed_in=handed_in,
        key=Markup(key),
        called=called,
    )


def steps(why: str) -> tuple[str, ...]:
    """Return what a student can do about a reason.

    >>> steps("01-shares.ipynb: 6,000 cells; at most 5,000 are graded")[1]
    'Hand in that file.'
    >>> steps("something new")
    ('Open {file} in JupyterLab, run it, ... in again.', 'If it happens again, send this page ...')
    """
    known = next((found for words, found in _STEPS.items() if words in why), None)
    return (*(known or ("Open {file} in JupyterLab, run it, save it and hand it in again.",)), _LAST)


@cache
def _template() -> Template:
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return pages.get_template("not_graded.html.j2")
