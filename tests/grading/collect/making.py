"""What the tests of collecting hand in: notebooks of two assignments, folders and zips of all kinds."""

import io
import json
import stat
import zipfile
from pathlib import Path

from ecotools.grading.collect.archives import ArchiveReader
from ecotools.grading.collect.copies import Stub
from ecotools.grading.collect.plan import understand

JOURNEY, PRICING = "02-journey-mapping", "04-pricing-tiers"
THERE = {
    JOURNEY: frozenset({"02-q1", "02-q1-check", "02-q2", "02-q2-check"}),
    PRICING: frozenset({"04-q1", "04-q1-check"}),
}


GIVEN = "..."  # the text of each cell as it was released


def notebook(assignment=JOURNEY, text="1 + 1", cells=None, extra=""):
    """Return the bytes of a notebook with the graded cells of ``assignment``, or with ``cells``.

    Each of them says ``text``; a cell that is not graded says ``extra``.
    """
    names = sorted(THERE[assignment]) if cells is None else cells
    made = [
        {"cell_type": "code", "source": text, "metadata": {"nbgrader": {"grade_id": name}}, "outputs": []}
        for name in names
    ]
    if extra:
        made.append({"cell_type": "code", "source": extra, "metadata": {}, "outputs": []})
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def zipped(files, dates=None, **info):
    """Return the bytes of a zip; ``info`` is set on every entry, ``dates`` on those of a name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items() if isinstance(files, dict) else files:
            entry = zipfile.ZipInfo(name, (dates or {}).get(name, (2026, 3, 1, 12, 0, 0)))
            entry.filename = name  # as it is: ZipInfo cuts a name at a NUL
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            for key, value in info.items():
                setattr(entry, key, value)
            archive.writestr(entry, content)
    return buffer.getvalue()


def link(target="/etc/passwd"):
    """Return what makes an entry of a zip a symlink, as keywords of ``zipped``."""
    return {"external_attr": (stat.S_IFLNK | 0o777) << 16, "create_system": 3}


def laid_out(folder, files):
    """Write ``files`` below ``folder``; return it."""
    for name, content in files.items():
        file = Path(folder) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return Path(folder)


def saved(folder, content, name="class.zip"):
    """Write bytes to a file of ``folder``; return its path."""
    file = Path(folder) / name
    file.write_bytes(content)
    return file


def understood(source, folder, assignment="", limits=None, home="", whose=None, zone="UTC", times=None):
    """Return the plan for ``source``; what is unpacked lies in a new folder of ``folder``."""
    scratch = Path(folder) / "scratch"
    scratch.mkdir(exist_ok=True)
    return understand(
        source, THERE, ArchiveReader(scratch, limits, zone), assignment, stub, home, whose, times
    )


def stub(assignment):
    """Return what students were given as ``assignment``: cells that say nothing but `GIVEN`."""
    return Stub(dict.fromkeys(THERE[assignment], GIVEN), frozenset({GIVEN}), THERE[assignment])


def read(plan):
    """Return what a plan understood: the files' bytes by student, assignment and path."""
    return {
        (handin.student, handin.assignment): {path: entry.read() for path, entry in handin.files.items()}
        for handin in plan.handins
    }
