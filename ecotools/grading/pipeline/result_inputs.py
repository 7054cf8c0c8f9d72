"""What a result is made from, part by part: what can change it, and nothing else.

A hand-in is graded again when one of these parts is another. That it would be graded in another environment
is only said: see `Elsewhere`.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from ecotools.grading.judge.plan import SOLUTION
from ecotools.grading.pipeline.caches import remember, remembered
from ecotools.grading.pipeline.fingerprint import digest, ecotools_text, environment, installed
from ecotools.grading.pipeline.snapshot import SourceNotebook
from ecotools.grading.pipeline.versions import as_source, versions

FILES, TESTS, COURSE, LIMITS, PYTHON, VERSIONS = (
    "its files",
    "the tests",
    "the files of the course beside it",
    "the limits, or the sandbox,",
    "Python",
    "versions",
)
NOTED = "environments.json"
_MOST = 4  # packages that are named; of more there is only the number


def of_course(notebook: SourceNotebook, files: Mapping[str, str], limits: str) -> dict[str, Any]:
    """Return the parts that all hand-ins of a notebook share; ``imports`` are texts that tests import with.

    The model answers are none of them: they do not run beside a hand-in.
    """
    code = tuple(cell for cell in notebook.code if cell.kind != SOLUTION)
    return {
        TESTS: digest(asdict(replace(notebook, code=code, imports=())))[:16],
        COURSE: digest(files)[:16],
        LIMITS: limits[:16],
        PYTHON: f"{platform.python_implementation()} {platform.python_version()}",
        "imports": [cell.source for cell in code],
    }


def of_hand_in(
    files: str, sources: Iterable[bytes], common: Mapping[str, Any], folder: Path
) -> dict[str, Any]:
    """Return all parts of a result.

    Parameters
    ----------
    files : a hash of what was handed in.
    sources : the files of the hand-in that hold code, as they came.
    common : from `of_course`.
    folder : where grading keeps what it knows.
    """
    parts = {name: said for name, said in common.items() if name != "imports"}
    return {
        FILES: files[:16],
        **parts,
        VERSIONS: versions([*common["imports"], *map(as_source, sources)], folder),
    }


def differences(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> list[str]:
    """Return in words what is another than at the time ``before``; None of that is known without it.

    >>> differences({"its files": "a", "Python": "3.11"}, {"its files": "b", "Python": "3.12"})
    ['its files changed', 'Python was 3.11 and is 3.12']
    """
    if before is None:
        return []
    found = []
    for name, said in now.items():
        old = before.get(name)
        if name == VERSIONS:
            found += _versions(old or {}, said)
        elif old != said:
            found.append(f"Python was {old} and is {said}" if name == PYTHON else f"{name} changed")
    return found


def _versions(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the packages that are of another version, or came or went."""
    found = []
    for name in sorted({*before, *now}):
        old, new = before.get(name), now.get(name)
        if old == new:
            continue
        if name == "ecotools" and old and new:
            found.append("the code of ecotools changed")
        else:
            found.append(f"{name} was {old or 'not used'} and is {new or 'not used'}")
    return found


class Elsewhere:
    """Says in what another environment differs from this one; ``folder`` holds what is known of each."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / NOTED
        self._known = remembered(self._file)
        if environment() not in self._known:
            self._known[environment()] = {
                "Python": platform.python_version(),
                "ecotools": ecotools_text(),
                "installed": list(installed()),
            }
            remember(self._file, self._known)
        self._said: dict[str, str] = {}

    def differs(self, other: str) -> str:
        """Return in words how the environment ``other`` differs from this one; "" when it is this one."""
        if not other or other == environment():
            return ""
        if other not in self._said:
            known = self._known.get(other)
            self._said[other] = (
                _in_words(known, self._known[environment()]) if known else "nothing is known of it"
            )
        return self._said[other]


def _in_words(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    found = []
    if before["Python"] != now["Python"]:
        found.append(f"Python {before['Python']}, now {now['Python']}")
    if before["ecotools"] != now["ecotools"]:
        found.append("another text of ecotools")
    others = sorted(set(before["installed"]) ^ set(now["installed"]))
    names = sorted({name.rpartition(".")[0].partition("-")[0] for name in others} - {"ecotools"})
    if len(names) > _MOST:
        found.append(f"{len(names)} other packages")
    elif names:
        found.append(f"other packages: {', '.join(names)}")
    return ", ".join(found) or "another build of Python"
