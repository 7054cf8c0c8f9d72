"""From the repository to the site: lessons executed, pages laid out as they are there, Sphinx over all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from docs.site import front, lessons
from docs.site.places import place, relinked
from ecotools.notebooks import dumps, execute_all, read

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
KINDS = ("*.md", "*.json", "*.png")
BESIDE = ("CONTRIBUTING.md", "CHANGELOG.md")


def executed_lessons(folder: Path, jobs: int = 2) -> list[Path]:
    """Return the executed lessons in ``folder``; those that are older than lesson or library are executed.

    Raises
    ------
    RuntimeError
        When a lesson fails; the text says in which cell.
    """
    paths = sorted((ROOT / "course").glob("[0-9][0-9]-*.ipynb"))
    library = max(file.stat().st_mtime for file in (ROOT / "ecotools").rglob("*.*"))
    stale = [path for path in paths if _older(folder / path.name, max(library, path.stat().st_mtime))]
    failed = [run.error for run in execute_all(stale, folder, jobs=jobs) if not run.ok] if stale else []
    if failed:
        raise RuntimeError("these lessons do not run:\n" + "\n".join(failed))
    return [folder / path.name for path in paths]


def _older(file: Path, moment: float) -> bool:
    return not file.exists() or file.stat().st_mtime < moment


def lay_out(executed: Iterable[Path], folder: Path) -> None:
    """Write into ``folder`` what Sphinx reads: pages and pictures of docs/, and the lessons that have run."""
    shutil.rmtree(folder, ignore_errors=True)
    files = [file for kind in KINDS for file in DOCS.rglob(kind)] + [ROOT / name for name in BESIDE]
    for file in files:
        name = file.relative_to(ROOT).as_posix()
        there = folder / place(name)
        there.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".md":
            there.write_text(relinked(file.read_text(encoding="utf-8"), name), encoding="utf-8")
        else:
            shutil.copy(file, there)
    ran = {file.stem: read(file) for file in executed}
    made = {f"_front/{name}.html": html for name, html in front.pieces(ran).items()}
    made |= {f"course/{name}.ipynb": dumps(lessons.page(one, f"{name}.ipynb")) for name, one in ran.items()}
    for name, text in made.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def build(source: Path, out: Path) -> int:
    """Let Sphinx write ``source`` as HTML to ``out``, where a warning is an error; return its exit code.

    All pages are read each time: links to a page that has come or gone are in pages that have not changed.
    """
    from sphinx.cmd.build import build_main

    shutil.rmtree(out, ignore_errors=True)
    strict = ["--quiet", "--fail-on-warning", "--keep-going", "--fresh-env"]
    places = ["--conf-dir", str(DOCS), "--doctree-dir", str(source.with_name("doctrees"))]
    return build_main([*strict, *places, str(source), str(out)])
