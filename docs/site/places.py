"""Where a file of the repository is on the site, and its links rewritten to where their targets are there.

Pages link to each other as files of the repository, so that they can be read on GitHub and in JupyterLab.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

BESIDE = {"README.md": "index.md", "CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changes.md"}
_LINK = re.compile(r"(?<!!)\[(?P<said>[^\]]*)\]\(\s*(?P<file>[\w./-]+\.\w+)(?P<anchor>#[^)\s]*)?\s*\)")


def place(name: str, moved: Mapping[str, str] = BESIDE) -> str:
    """Return where a file is on the site, by its name in the repository; "" where the site has none of it.

    >>> place("docs/rules.md"), place("course/01-ecosystems.ipynb"), place("tests/test_days.py")
    ('rules.md', 'course/01-ecosystems.ipynb', '')
    """
    if name in moved:
        return moved[name]
    return name.removeprefix("docs/") if name.startswith(("docs/", "course/")) else ""


def relinked(text: str, name: str, moved: Mapping[str, str] = BESIDE) -> str:
    """Return the Markdown of the file ``name`` with its links to other files as they are on the site.

    Of a link to a file that is no part of the site, or that is this page, its words are left.

    Parameters
    ----------
    text, name : str
        Of the file, and its name in the repository.
    moved : mapping of str to str
        Where files are that do not keep their names.

    Examples
    --------
    >>> relinked("[Rules](../docs/rules.md#prices), [next](02-journey.ipynb)", "course/01-ecosystems.ipynb")
    '[Rules](../rules.md#prices), [next](02-journey.ipynb)'
    >>> relinked("as [tests/test_days.py](../tests/test_days.py) says", "docs/measures.md")
    'as tests/test_days.py says'
    """
    folder, here = PurePosixPath(name).parent, PurePosixPath(place(name, moved)).parent

    def rewritten(found: re.Match) -> str:
        target = place(os.path.normpath(folder / found["file"]).replace(os.sep, "/"), moved)
        if not target:
            return found["said"]
        there, _, anchor = target.partition("#")
        if there == place(name, moved) and not found["anchor"]:
            return found["said"]
        end = found["anchor"] or (f"#{anchor}" if anchor else "")
        return f"[{found['said']}]({os.path.relpath(there, here).replace(os.sep, '/')}{end})"

    return _LINK.sub(rewritten, text)
