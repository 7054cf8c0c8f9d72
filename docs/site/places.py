"""Where a file of the repository is on the site, and its links rewritten to where their targets are there.

Pages link to each other as files of the repository, so that they can be read on GitHub and in JupyterLab.
"""

from __future__ import annotations

import os
import re
from pathlib import PurePosixPath

_LINK = re.compile(r"(\]\(\s*<?)([^)\s>#:]+\.(?:md|ipynb))")
_MOVED = (
    (re.compile(r"docs/(.+)"), r"\1"),
    (re.compile(r"exercises/([^/]+)/\1\.ipynb"), "lessons.md"),
    (re.compile(r"CONTRIBUTING\.md"), "contributing.md"),
    (re.compile(r"CHANGELOG\.md"), "changes.md"),
)


def place(name: str) -> str:
    """Return where a file is on the site, by its name in the repository.

    >>> place("docs/rules.md"), place("course/01-ecosystems.ipynb")
    ('rules.md', 'course/01-ecosystems.ipynb')
    >>> place("exercises/01-ecosystems/01-ecosystems.ipynb")
    'lessons.md'
    """
    for pattern, there in _MOVED:
        if pattern.fullmatch(name):
            return pattern.sub(there, name)
    return name


def relinked(text: str, name: str) -> str:
    """Return the Markdown of the file ``name`` with its links to other files as they are on the site.

    >>> relinked("[Rules](../docs/rules.md#prices), [next](02-journey.ipynb)", "course/01-ecosystems.ipynb")
    '[Rules](../rules.md#prices), [next](02-journey.ipynb)'
    """
    folder, here = PurePosixPath(name).parent, PurePosixPath(place(name)).parent

    def moved(found: re.Match) -> str:
        target = os.path.normpath(folder / found[2]).replace(os.sep, "/")
        return found[1] + os.path.relpath(place(target), here).replace(os.sep, "/")

    return _LINK.sub(moved, text)
