"""Probes: answers written beside an assignment that its checks must accept, or refuse with a certain message.

A file ``probes.py`` beside the source notebook holds a list ``PROBES`` and, where mutations of the
reference solution cannot be told from it, a dict ``SURVIVORS`` of mutation and reason:

>>> PROBES = [
...     right("02-q1", "numpy integers", "import numpy as np\\nanswer = np.int64(4)"),
...     wrong("02-q1", "counts events", "answer = 7", message="visitors, not events"),
... ]
>>> PROBES[1].right
False
"""

from __future__ import annotations

import runpy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent

from ecotools.grading.assignment import AssignmentError
from ecotools.grading.authoring import tasks
from ecotools.grading.authoring.expand import Checks
from ecotools.notebooks import read

__all__ = ["ProbeError", "edited", "right", "wrong"]
__dir__ = __all__.copy

FILE = "probes.py"


class ProbeError(AssignmentError):
    """A ``probes.py`` that cannot be used; the text names the file and the probe."""


@dataclass(frozen=True)
class Probe:
    """One answer to try: which task, a name, the code by solution cell (key "" = the task's only one)."""

    task: str
    name: str
    code: Mapping[str, str]
    right: bool
    message: str = ""


@dataclass(frozen=True)
class ProbeSet:
    """What a ``probes.py`` holds: the probes, and the mutations known to survive with their reasons."""

    probes: tuple[Probe, ...] = ()
    survivors: Mapping[str, str] = field(default_factory=dict)

    def of(self, task: str, right: bool | None = None) -> list[Probe]:
        """Return the probes of ``task``, the right ones first; only those or the others when asked."""
        found = [p for p in self.probes if p.task == task and right in (None, p.right)]
        return sorted(found, key=lambda probe: not probe.right)


def right(task: str, name: str, code: str | Mapping[str, str]) -> Probe:
    """Return a probe of an answer that must get full points.

    Parameters
    ----------
    task : the task's name, as in ``check("02-q1", …)``.
    name : what is special about this form of the answer, in a few words.
    code : what replaces the task's whole solution cell; for a task of several solution cells a dict
        from the cell's ``grade_id`` to its code (cells left out keep the reference solution).
    """
    return Probe(_name(task, "task"), _name(name, "name"), _code(code, name), right=True)


def wrong(task: str, name: str, code: str | Mapping[str, str], message: str) -> Probe:
    """Return a probe of a plausible wrong answer that must be refused with a text containing ``message``.

    Parameters
    ----------
    task, name, code : as for ``right``.
    message : a part of what the student must read, so that the refusal explains the slip.
    """
    return Probe(
        _name(task, "task"),
        _name(name, "name"),
        _code(code, name),
        right=False,
        message=_name(message, "message"),
    )


def edited(answer: str, *changes: tuple[str, str]) -> str:
    """Return an answer with some changes, one after the other: pairs of an old text and the new one.

    Raises
    ------
    ProbeError
        When an old text is not there exactly once: the probe would not be the answer that its name says.

    Examples
    --------
    >>> edited("price = 20", ("price", "fee"), ("20", "25"))
    'fee = 25'
    >>> edited("a = 1; b = 1", ("1", "2"))
    Traceback (most recent call last):
    ecotools.grading.authoring.probes.ProbeError: there 2 times, and not once: '1'
    """
    for old, new in changes:
        if answer.count(old) != 1:
            raise ProbeError(f"there {answer.count(old)} times, and not once: {old!r}")
        answer = answer.replace(old, new)
    return answer


def _name(text: object, what: str) -> str:
    if not isinstance(text, str) or not text.strip():
        raise ProbeError(f"{what} of a probe must be a non-empty string, not {text!r}")
    return text


def _code(code: str | Mapping[str, str], name: str) -> Mapping[str, str]:
    codes = {"": code} if isinstance(code, str) else code
    if not isinstance(codes, Mapping) or not all(isinstance(text, str) for text in codes.values()):
        raise ProbeError(f"code of the probe {name!r} must be a text, or a dict from grade_id to text")
    return {cell: dedent(text).strip("\n") for cell, text in codes.items()}


def load(folder: str | Path) -> ProbeSet:
    """Return the probes in ``folder``'s ``probes.py``; none when there is no such file.

    Raises
    ------
    ProbeError
        When the file cannot be run, or ``PROBES`` or ``SURVIVORS`` are not what they should be.
    """
    path, described = Path(folder) / FILE, _described(Path(folder))
    if not path.exists():
        return described
    try:
        held = runpy.run_path(str(path))
    except Exception as error:
        raise ProbeError(f"{path}: {type(error).__name__}: {error}") from error
    probes, survivors = held.get("PROBES"), held.get("SURVIVORS", {})
    if not isinstance(probes, list) or not all(isinstance(probe, Probe) for probe in probes):
        raise ProbeError(f"{path}: PROBES must be a list made with right(…) and wrong(…)")
    if not isinstance(survivors, dict) or not all(str(reason).strip() for reason in survivors.values()):
        raise ProbeError(f"{path}: SURVIVORS must be a dict from a mutation to the reason why it survives")
    _unique([*probes, *described.probes], path)
    return ProbeSet((*probes, *described.probes), {**survivors, **described.survivors})


def _described(folder: Path) -> ProbeSet:
    """Return the probes that ``tasks.py`` describes: each slip is a wrong answer, each form a right one."""
    described = tasks.load(folder)
    if not described:
        return ProbeSet()
    checks, found = Checks(read(folder / f"{folder.name}.ipynb"), described, folder), []
    for name in described:
        for one, code in checks.answers(name):
            message = one.says if isinstance(one, tasks.Slip) else ""
            found.append(Probe(name, one.name, code, isinstance(one, tasks.Form), message))
    reasons = {
        f"{name}: {mutant}": why for name, task in described.items() for mutant, why in task.survivors.items()
    }
    return ProbeSet(tuple(found), reasons)


def _unique(probes: list[Probe], path: Path) -> None:
    seen: set[tuple[str, str]] = set()
    for probe in probes:
        if (probe.task, probe.name) in seen:
            raise ProbeError(f"{path}: two probes of {probe.task} are named {probe.name!r}")
        seen.add((probe.task, probe.name))
