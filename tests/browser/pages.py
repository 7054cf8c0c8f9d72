"""A page that lies on the disk, opened in Chromium, and what there is to see about its width."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

WIDTHS = {"a screen": 1280, "a narrow screen": 880, "a phone": 390}
SHEET = {"width": 680, "height": 960}  # 180 mm between the margins of an A4 sheet

_CUT = """() => [...document.querySelectorAll('th, td, li, p, dt, dd, figcaption')]
    .filter((one) => getComputedStyle(one.closest('thead') ?? one).position !== 'absolute')
    .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.textContent.slice(0, 60))"""
_WIDE = """() => [document.documentElement, ...document.querySelectorAll('svg, table, pre')]
    .filter((one) => one === document.documentElement ? one.scrollWidth > one.clientWidth :
        one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .filter((one) => !one.closest('[tabindex]'))
    .map((one) => one.outerHTML.slice(0, 80))"""


@dataclass(frozen=True)
class Opened:
    """A page, the addresses that it asked for, and what it said to the console or in a dialog."""

    page: Page
    asked: list[str]
    said: list[str]


@contextmanager
def opened_from(folder: Path, html: str, browser: BrowserContext) -> Iterator[Opened]:
    """Write a page to a folder and open it from there."""
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    opened = Opened(browser.new_page(), [], [])
    opened.page.on("request", lambda request: opened.asked.append(request.url))
    opened.page.on("console", lambda message: opened.said.append(message.text))
    opened.page.on("dialog", lambda dialog: (opened.said.append(dialog.message), dialog.dismiss()))
    opened.page.goto(file.as_uri())
    yield opened
    opened.page.close()


@contextmanager
def on_paper(page: Page) -> Iterator[None]:
    """Show a page as it would be printed on a sheet of A4."""
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    yield
    page.emulate_media(media="screen")


def cut(page: Page) -> list[str]:
    """Return the texts that are wider than their place."""
    return page.evaluate(_CUT)


def wide(page: Page) -> list[str]:
    """Return what reaches beyond the window, but for what can be scrolled by the keyboard."""
    return page.evaluate(_WIDE)
