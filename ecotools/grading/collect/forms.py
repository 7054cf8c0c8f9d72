"""How nbgrader's exchange, Moodle, Canvas, Blackboard and GitHub Classroom name what was handed in.

- **nbgrader** ``submit`` makes the folder ``ada+02-journey-mapping+2026-03-01 17:02:00.123456 UTC+aB3_x``
  (``nbgrader/exchange/default/submit.py``; a student's name may hold ``+``, the last part may be off).
- **Moodle** (``mod/assign/classes/downloader.php``) makes one folder per student,
  ``Ada Lovelace_12345_assignsubmission_file`` with the files in it, in earlier versions with ``_`` at its
  end; with "Download submissions in folders" off, the same stands before each file's name,
  ``Ada Lovelace_12345_assignsubmission_file_work.ipynb``. Text typed in is in
  ``…_assignsubmission_onlinetext`` and is no notebook. A group's name takes the student's place, its number
  may be missing, and blind marking writes ``Participant`` in the site's language. The number is the
  student's in this one assignment only, so the id is made of the name.
- **Canvas** (``lib/content_zipper.rb``) puts all files side by side: the sortable name in lower case without
  what is no letter or digit, ``LATE`` if it was, the user's number, the file's number and the file's name:
  ``lovelaceada_LATE_4711_98765_02-journey-mapping-1.ipynb``. Earlier versions kept hyphens in the name. An
  anonymous assignment has ``anon_Ab3dE`` for name and number. The user's number is the same in all
  assignments, so the id is made of both.
- **Blackboard** puts all files side by side, each attempt of a student with its time by the server's clock:
  ``Homework 2_ada_attempt_2026-03-03-11-05-00_02-journey-mapping.ipynb``, and a receipt that ends after the
  time with ``.txt``. The column's name is the same in all files of a download; it may hold ``_``, and so may
  a login.
- **GitHub Classroom** clones a repository per student, ``<slug>-submissions/<slug>-adalovelace/…``, where the
  slug is often the assignment's name.

Moodle and Canvas write the zip while it is downloaded and give its files the time of the download, and git
those that it clones: none of these says when a student handed in.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ecotools.grading.collect.names import student_id

_EXCHANGE = re.compile(
    r"(?P<name>.+)\+(?P<assignment>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[\d.]*(?: \S+?)?)"
    r"(\+[\w-]+)?"
)
_MOODLE = re.compile(r"(?P<name>.+?)(_(?P<number>\d+))?_assignsubmission_file(_(?P<file>.*))?")
_CANVAS = re.compile(
    r"((?P<name>[\w-]*?)_)??((?P<late>LATE|late)_)?"
    r"((?<=_)(?P<number>\d+)|anon_(?P<anonymous>[A-Za-z0-9]{5}))_(?P<order>\d+)_(?P<file>.+)"
)
_BLACKBOARD = re.compile(
    r"(?P<who>.+)_attempt_(?P<time>\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d)(_(?P<file>.+)|\.txt)", re.DOTALL
)
_CLASSROOM = "-submissions"


@dataclass(frozen=True)
class Owner:
    """Whose a file is: ``name`` as the source writes it, ``form`` (who named it so), and what else it says.

    ``number`` is the LMS's, ``assignment`` is said by nbgrader's exchange, ``time`` (as it is written there)
    by that and by Blackboard, ``late`` by Canvas.
    """

    name: str
    form: str
    number: str = ""
    assignment: str = ""
    time: str = ""
    late: bool = False

    @property
    def id(self) -> str:
        """The id for nbgrader; empty when none can be made of the name."""
        if self.form == "Canvas":
            return student_id(f"{self.name}-{self.number}")
        if self.form == "Moodle":
            blind = self.name.lower() == "participant"
            return self.numbered if blind else student_id(_words(self.name))
        return student_id(self.name)

    @property
    def numbered(self) -> str:
        """The id with the LMS's number, for students who share a name."""
        return student_id(f"{_words(self.name)}-{self.number}")


def read(path: str, source: str = "", column: str = "") -> tuple[Owner, str, int] | None:
    """Return whose the file at ``path`` is, its path within what they handed in, and its number there.

    The path is empty for a receipt, which no student handed in. None when the path has none of the forms.

    Parameters
    ----------
    path : the place of the file in the source.
    source : the name of the folder or zip that is the source.
    column : what `column` found in the source, for Blackboard's names.

    >>> owner, rest, order = read("lovelaceada_LATE_4711_98765_02-journey-mapping-1.ipynb")
    >>> owner.id, owner.late, rest, order
    ('lovelaceada-4711', True, '02-journey-mapping-1.ipynb', 98765)
    >>> owner, rest, order = read("Ada Lovelace_12345_assignsubmission_file_/02-journey-mapping.ipynb")
    >>> owner.id, rest
    ('ada-lovelace', '02-journey-mapping.ipynb')
    """
    parts = path.split("/")
    for place, part in enumerate(parts[:-1]):
        rest = "/".join(parts[place + 1 :])
        if found := _EXCHANGE.fullmatch(part):
            owner = Owner(found["name"], "nbgrader", "", found["assignment"], found["time"])
            return owner, rest, 0
        found = _MOODLE.fullmatch(part)
        if found and not found["file"]:
            return Owner(found["name"], "Moodle", found["number"] or ""), rest, 0
        if user := _classroom(parts[place - 1] if place else source, part):
            return Owner(user, "GitHub"), rest, 0
    found = _MOODLE.fullmatch(parts[-1])
    if found and found["file"]:
        return Owner(found["name"], "Moodle", found["number"] or ""), found["file"], 0
    if found := _BLACKBOARD.fullmatch(parts[-1]):
        who = found["who"]
        name = who.removeprefix(column) if column else who.rpartition("_")[2]
        return Owner(name, "Blackboard", time=found["time"]), found["file"] or "", 0
    if found := _CANVAS.fullmatch(parts[-1]):
        name, number = found["name"] or "", found["number"]
        if number is None:
            name, number = name or "anon", found["anonymous"]
        owner = Owner(name, "Canvas", number, late=bool(found["late"]))
        return owner, found["file"], int(found["order"])
    return None


def column(paths: Iterable[str]) -> str:
    """Return what all of Blackboard's names begin with, up to the login; empty where a single login is there.

    >>> column(["HW_2_ada_l_attempt_2026-03-03-11-05-00.txt", "HW_2_bo_attempt_2026-03-03-11-05-00.txt"])
    'HW_2_'
    """
    found = [_BLACKBOARD.fullmatch(path.rpartition("/")[2]) for path in paths]
    who = {one["who"] for one in found if one}
    shared = os.path.commonprefix(sorted(who))  # noqa: RUF071 - of characters, not of folders
    return f"{shared.rpartition('_')[0]}_" if len(who) > 1 else ""


def _classroom(above: str, folder: str) -> str:
    """Return the login in the name of a repository of GitHub Classroom; empty when it is none."""
    slug = re.sub(r"(?:\.zip|[ -]*\(\d+\))+$", "", above)
    start = slug.removesuffix(_CLASSROOM) + "-"
    return folder.removeprefix(start) if slug.endswith(_CLASSROOM) and folder.startswith(start) else ""


def _words(name: str) -> str:
    return name.replace("_", " ").lower()
