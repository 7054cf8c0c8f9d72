"""Cells that Python could not read: the answer was written, though nothing of it is there."""

import re
import sys
from collections.abc import Iterable
from typing import Any

_BINDS = re.compile(r"^\s*(?:async\s+def|def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=(?!=)", re.MULTILINE)

_unread: dict[str, tuple[str, SyntaxError]] = {}  # by cell: its text, and why it could not be read


def listen() -> None:
    """Hear from IPython of each cell that ran; nothing where there is no IPython."""
    if "IPython" not in sys.modules:
        return
    shell = sys.modules["IPython"].get_ipython()
    if shell is not None:
        shell.events.register("post_run_cell", _ran)  # a second time changes nothing


def why_unread(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return what to say of a cell that should define one of ``names`` and could not be read, or nothing."""
    wanted = set(names)
    for source, error in reversed(_unread.values()):
        if wanted & _named(source):
            lines = [("Error", f"{type(error).__name__}: {error.msg}")]
            if error.lineno:
                lines.append(("Where", f"line {error.lineno} of your cell"))
                text = source.splitlines()[error.lineno - 1 : error.lineno]
                lines += [("Your line", one.strip()) for one in text if one.strip()]
            advice = (
                "Python could not read the cell, so nothing in it was run: correct it, run it, then this one."
            )
            return (*lines, ("", advice))
    return ()


def _ran(result: Any) -> None:
    source = result.info.raw_cell or ""
    cell, error = getattr(result.info, "cell_id", None) or source, result.error_before_exec
    _unread.pop(cell, None)
    if isinstance(error, SyntaxError):
        _unread[cell] = source, error
        return
    named = _named(source)
    for other in [key for key, (text, _) in _unread.items() if _named(text) & named]:
        del _unread[other]  # written again in another cell


def _named(source: str) -> set[str]:
    """Return the names that a cell seems to define, whether it is Python or not.

    >>> sorted(_named("def rate(a:\\n    part = a\\nfee = 2"))
    ['fee', 'rate']
    """
    return {found[1] or found[2] for found in _BINDS.finditer(source)}
