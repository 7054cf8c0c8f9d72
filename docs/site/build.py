"""From the repository to the site: lessons executed, pages laid out as they are there, Sphinx over all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from docs.site import front_page, lessons
from docs.site.contents import exercise_place, lessons_page
from docs.site.navigation import placed, with_pages_below
from docs.site.places import BESIDE, place, relinked
from ecotools.docs import reference
from ecotools.docs.chapters import chapters
from ecotools.notebooks import dumps, execute_all, read

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
AS_IT_IS = ("blueprint.schema.json", "conf.py")


def executed_lessons(folder: Path, jobs: int = 2) -> list[Path]:
    """Return the executed lessons in ``folder``; those that are older than lesson or library are executed.

    Raises
    ------
    RuntimeError
        When a lesson fails; the text says in which cell.
    """
    paths = [chapter.root / "course" / f"{chapter.name}.ipynb" for chapter in chapters(ROOT)]
    library = max(file.stat().st_mtime for file in (ROOT / "ecotools").rglob("*.*"))
    stale = [path for path in paths if _older(folder / path.name, max(library, path.stat().st_mtime))]
    failed = [run.error for run in execute_all(stale, folder, jobs=jobs) if not run.ok] if stale else []
    if failed:
        raise RuntimeError("these lessons do not run:\n" + "\n".join(failed))
    return [folder / path.name for path in paths]


def _older(file: Path, moment: float) -> bool:
    return not file.exists() or file.stat().st_mtime < moment


def lay_out(executed: Iterable[Path], folder: Path) -> None:
    """Write into ``folder`` what Sphinx reads: the pages of the site, with their links as they are there."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in _texts(list(executed)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for file in (*DOCS.glob("images/*"), *DOCS.glob("_static/*"), *(DOCS / name for name in AS_IT_IS)):
        there = folder / file.relative_to(DOCS)
        there.parent.mkdir(exist_ok=True)
        shutil.copy(file, there)


def _texts(executed: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield name and text of all that is written: what docs/ has, what is made for the site, the lessons."""
    modules = chapters(ROOT)
    moved = BESIDE | {f"exercises/{one.name}/{one.name}.ipynb": exercise_place(one) for one in modules}
    own = [file for file in DOCS.rglob("*.md") if file.parent.name != "reference"]
    files = (*own, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md")
    tree = placed(place(file.relative_to(ROOT).as_posix(), moved) for file in files)
    for file in files:
        name = file.relative_to(ROOT).as_posix()
        there, text = place(name, moved), relinked(file.read_text(encoding="utf-8"), name, moved)
        yield there, with_pages_below(there, reference.link_names(text), tree)
    yield from reference.pages(ROOT).items()
    yield "lessons.md", lessons_page(modules)
    ran = {file.stem: read(file) for file in executed}
    for name, html in front_page.pieces(ran).items():
        yield f"_front/{name}.html", html
    for name, notebook in ran.items():
        yield f"course/{name}.ipynb", dumps(lessons.page(notebook, name, moved))


def build(source: Path, out: Path) -> int:
    """Let Sphinx write ``source`` as HTML to ``out``, where a warning is an error; return its exit code.

    What was in ``out`` stays where something goes wrong. All pages are read each time: links to a page that
    has come or gone are on pages that have not changed.

    Raises
    ------
    FileExistsError
        When ``out`` holds something else than a site, which would be lost.
    """
    from sphinx.cmd.build import build_main

    if out.exists() and any(out.iterdir()) and not (out / "searchindex.js").exists():
        raise FileExistsError(f"{out} holds no site: name a new or an empty folder, or that of a site")
    html = source.with_name("html")
    shutil.rmtree(html, ignore_errors=True)
    strict = ["--quiet", "--fail-on-warning", "--keep-going", "--fresh-env"]
    doctrees = ["--doctree-dir", str(source.with_name("doctrees"))]
    code = build_main([*strict, *doctrees, str(source), str(html)])
    if code == 0:
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(html, out, ignore=shutil.ignore_patterns("_sources", ".buildinfo"))
    return code
