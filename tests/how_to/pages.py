"""The how-tos as their readers use them: the code blocks of a page, each with the file that it goes into."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "how-to"
FENCED = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
NAMED = re.compile(r"`([\w./-]+\.(?:py|yaml|csv|json|md|ipynb))`[^`\n]*:\n*$")


@dataclass(frozen=True)
class Block:
    """One code block: its language, its text, and the file that the line before it names (or "")."""

    language: str
    text: str
    file: str


def page(name):
    """Return the text of a how-to."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def blocks(name, language=None):
    """Return the code blocks of a how-to, of one language or of all."""
    text = page(name)
    found = []
    for fence in FENCED.finditer(text):
        named = NAMED.search(text[: fence.start()])
        found.append(Block(fence[1], dedent(fence[2]), named[1] if named else ""))
    return [block for block in found if language in (None, block.language)]


def block_for(name, file):
    """Return the text of the one block of a how-to that goes into a file."""
    (only,) = [block.text for block in blocks(name) if block.file == file]
    return only


def commands(name):
    """Return the commands of ecotools in the indented blocks of a how-to, each as its words."""
    typed = re.findall(r"^    ecotools (.+?)(?:\s{2,}#.*)?$", page(name), re.MULTILINE)
    return [shlex.split(line) for line in typed]
