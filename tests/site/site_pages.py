"""The site as tests see it: built once in a run of the tests, its pages read, and served on this machine."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from ecotools.notebooks.execution import pool
from tests.notebooks.course import LESSONS, ROOT
from tests.shared_results import executed, once

LOADING = {"img": "src", "script": "src", "iframe": "src", "source": "src", "embed": "src", "object": "data"}
VOID = {"img", "br", "meta", "link", "hr", "input", "source", "path", "use", "rect", "circle"}
UNSPOKEN = {"script", "style", "svg"}


@dataclass(frozen=True)
class Site:
    """Where the site is, where the lessons are that it was built from, and what the command said."""

    folder: Path
    lessons: Path
    code: int
    said: str


def built_site(request) -> Site:
    """Return the site; lessons that no other test has executed are executed for it."""
    return once(request, "site", functools.partial(_build, request))


def _build(request, folder: Path) -> Site:
    lessons = folder / "work" / "lessons"
    lessons.mkdir(parents=True)
    with pool(1) as workers:
        # From the last one on: tests that run beside this one begin with the first.
        for path in reversed(LESSONS):
            run = executed(request, path, workers)
            assert run.ok, run.error
            shutil.copy(run.out, lessons)
    command = [sys.executable, "-m", "docs.site", "--out", folder / "site", "--work", folder / "work"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    return Site(folder / "site", lessons, ran.returncode, ran.stdout + ran.stderr)


@dataclass
class Page(HTMLParser):
    """A page: its tags with their attributes, the anchors that can be jumped to, and its words."""

    name: str
    tags: list[tuple[str, dict]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self):
        super().__init__()
        self._unspoken = 0

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self._unspoken += tag in UNSPOKEN

    def handle_endtag(self, tag):
        self._unspoken -= tag in UNSPOKEN

    def handle_data(self, data):
        if not self._unspoken:
            self.words.append(data)

    @functools.cached_property
    def text(self) -> str:
        """All its words, in order."""
        return "".join(self.words)

    @functools.cached_property
    def anchors(self) -> set[str]:
        """What a link can jump to."""
        return {found["id"] for _, found in self.tags if "id" in found}

    def all(self, tag: str, **wanted: str) -> list[dict]:
        """Return the attributes of the tags of a kind that have these among their classes or attributes."""
        kept = [found for name, found in self.tags if name == tag]
        return [
            one for one in kept if all(word in (one.get(key) or "").split() for key, word in wanted.items())
        ]

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield page and anchor of each link within the site, as paths from its root."""
        for found in self.all("a"):
            to = urlsplit(urljoin(f"http://site/{self.name}", found.get("href") or "#"))
            if to.netloc == "site":
                yield unquote(to.path.lstrip("/")) or "index.html", unquote(to.fragment)

    def loads(self) -> Iterator[str]:
        """Yield the address of whatever a browser fetches by itself."""
        for tag, found in self.tags:
            if tag == "link" and found.get("rel") not in ("next", "prev", "search", "index", "author"):
                yield found.get("href") or ""
            elif tag in LOADING and found.get(LOADING[tag]):
                yield found[LOADING[tag]]


def pages_of(site: Site) -> dict[str, Page]:
    """Return all pages of the site by their paths from its root."""
    files = {file.relative_to(site.folder).as_posix(): file for file in sorted(site.folder.rglob("*.html"))}
    files = {name: file for name, file in files.items() if not name.startswith("_static/")}
    pages = {name: Page(name) for name in files}
    for name, page in pages.items():
        page.feed(files[name].read_text(encoding="utf-8"))
    return pages


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *said):
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yield its address."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Silent, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
