"""The report as PDF: the page of HTML, printed by the Chromium of this machine."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

PAPERS = ("A4", "letter")
BROWSERS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "msedge", "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)  # fmt: skip
"""Names under which a Chromium is looked for, the first that is there is taken; `CHROMIUM` in the environment
names another."""
FLAGS = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic", "--no-pdf-header-footer",
)  # fmt: skip
SMALLER = (0.97, 0.94)
"""How much smaller a report is printed, where that saves a last sheet that would be nearly empty."""
SLOW = 120
"""Seconds after which a page that is not printed will not be."""


FULL = 0.5
"""Share of what is drawn on a usual sheet from which the last one is not nearly empty."""
_PAGE = re.compile(rb"(?s)/Type\s*/Page\b(?!s).*?endobj")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")


class NoChromiumError(RuntimeError):
    """There is no Chromium on this machine, or it did not print."""


def chromium() -> str | None:
    """Return the Chromium of this machine, or None where there is none."""
    found = (shutil.which(name) for name in (os.environ.get("CHROMIUM", ""), *BROWSERS) if name)
    return next((path for path in found if path), None)


def to_pdf(html: str) -> bytes:
    """Return a page of HTML as PDF; a little smaller, where that saves a last sheet that is nearly empty.

    Raises
    ------
    NoChromiumError
        When there is no Chromium, or it did not print the page; the message says what to do.
    """
    browser = chromium()
    if browser is None:
        raise NoChromiumError(
            "a PDF is printed by Chromium or Chrome, and none was found on this machine: install one, or "
            "write the report as HTML and print that page from any browser"
        )
    return fitted(lambda size: _print(browser, html.replace("</head>", f"{_zoomed(size)}</head>", 1)))


def _zoomed(size: float) -> str:
    return "" if size == 1 else f"<style>@media print {{ body {{ zoom: {size} }} }}</style>"


def fitted(printed_at: Callable[[float], bytes]) -> bytes:
    """Return a PDF at size 1, or a little smaller, where that saves a last sheet that is nearly empty.

    Parameters
    ----------
    printed_at : function
        Prints the page at a size.
    """
    printed = printed_at(1)
    drawn = drawing(printed)
    if len(drawn) < 2 or drawn[-1] >= FULL * median(drawn):
        return printed
    smaller = (printed_at(size) for size in SMALLER)
    return next((one for one in smaller if len(drawing(one)) < len(drawn)), printed)


def drawing(pdf: bytes) -> list[int]:
    """Return how much is drawn on each page of a PDF that Chromium printed: bytes, packed."""
    pages = (_CONTENTS.search(one[0]) for one in _PAGE.finditer(pdf))
    streams = (
        re.search(rb"(?m)^%b 0 obj\s*<<[^>]*?/Length (\d+)" % found[1], pdf) for found in pages if found
    )
    return [int(found[1]) for found in streams if found]


def _print(browser: str, html: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="ecotools-") as folder:
        page, out = Path(folder) / "report.html", Path(folder) / "report.pdf"
        page.write_bytes(html.encode("utf-8"))
        command = [browser, *FLAGS, *_as_root(), f"--user-data-dir={folder}/profile", f"--print-to-pdf={out}"]
        try:
            done = subprocess.run([*command, page.as_uri()], capture_output=True, timeout=SLOW, check=False)
        except subprocess.TimeoutExpired:
            raise NoChromiumError(f"{browser} did not print the report within {SLOW} seconds") from None
        if not out.exists():
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["it said nothing"]
            raise NoChromiumError(f"{browser} did not print the report: {said[0]}")
        return out.read_bytes()


def _as_root() -> list[str]:
    """Return what Chromium needs to run as root, as in a container."""
    return ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
