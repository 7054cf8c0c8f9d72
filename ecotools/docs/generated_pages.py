"""All pages that are made: what they say, which of those in a clone are outdated, and writing them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ecotools.files import write_text

COMMITTED = (
    "blueprint",
    "claims",
    "exercises",
    "glossary",
    "how_we_know",
    "one_page",
    "pictures",
    "rules",
    "sources",
    "teaching",
    "threats",
)
"""The modules beside this one whose pages are kept in git."""
ON_DEMAND = ("reference",)
"""Those whose pages only the site needs; what they say is in the code beside them."""
NEEDED = ("course", "docs", "exercises", "solutions")


class NoCloneError(ValueError):
    """A folder that pages cannot be made from; the text says what it lacks."""


def pages(root: str | Path, *, on_demand: bool = False) -> dict[str, str]:
    """Return the pages: name below ``docs/`` -> text.

    Parameters
    ----------
    root : str or Path
        A clone of the repository.
    on_demand : bool, default False
        Whether those that are not kept in git are made, too.

    Raises
    ------
    NoCloneError
        When the folder is no clone.
    """
    root = Path(root)
    missing = [f"{name}/" for name in NEEDED if not (root / name).is_dir()]
    if missing:
        raise NoCloneError(f"{root}: pages are made in a clone of the repository; here is no {missing[0]}")
    made: dict[str, str] = {}
    for name in COMMITTED + (ON_DEMAND if on_demand else ()):
        made |= import_module(f"ecotools.docs.{name}").pages(root)
    return made


def outdated(root: str | Path) -> list[str]:
    """Return the files of a clone that are not what would be made today, one sentence each."""
    docs, made = Path(root) / "docs", pages(root)
    found = [f"docs/{name}: {why}" for name, text in made.items() if (why := _differs(docs / name, text))]
    return found + [f"docs/{name}: nothing is made into it any more" for name in _left(docs, made)]


def write(root: str | Path) -> list[Path]:
    """Write all pages of a clone, take away those that are no longer made, and return what is new."""
    docs, made = Path(root) / "docs", pages(root, on_demand=True)
    for name in _left(docs, made):
        (docs / name).unlink()
    changed = [docs / name for name, text in made.items() if _differs(docs / name, text)]
    for file in changed:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, made[file.relative_to(docs).as_posix()])
    return changed


def _differs(file: Path, text: str) -> str:
    if not file.is_file():
        return "not there"
    return "" if file.read_text(encoding="utf-8") == text else "older than what it is made from"


def _left(docs: Path, made: dict[str, str]) -> list[str]:
    """Return the files in folders that hold made pages only, which nothing is made into."""
    folders = {Path(name).parent for name in made if name.endswith(".md")} - {Path(".")}
    there = [file for folder in sorted(folders) for file in sorted((docs / folder).glob("*.md"))]
    return [name for file in there if (name := file.relative_to(docs).as_posix()) not in made]
