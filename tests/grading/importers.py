"""Moodle and Canvas as they take a file of grades: their importers' rules, restated to be tried in tests.

From ``grade/import/csv/classes/load_data.php`` and ``lib/csvlib.class.php`` of moodle/moodle, and from
``lib/gradebook_importer.rb`` of instructure/canvas-lms. A user is a dict of what the platform knows of them.
"""

import csv
import io
import re
from collections import defaultdict


class ImportStoppedError(Exception):
    """The platform takes nothing of the file."""


def rows_of(text):
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row]


def moodle(text, users, mapped, grades=None):
    """Return the grades after an import: by user, then by column; ``mapped`` is (column, user's field).

    An empty text or a dash clears a grade. The student stays that of the row before where a row says none.
    """
    header, *rows = rows_of(text)
    header = [name.strip() for name in header]
    if len(header) < 2 or any(len(row) != len(header) for row in rows):
        raise ImportStoppedError("the number of columns")
    column, field = mapped
    ignored = {"Name", "Username", "ID number", "Email address"} - {column}
    made = {user["key"]: dict((grades or {}).get(user["key"], {})) for user in users}
    student = None
    for row in rows:
        new = {}
        for name, value in zip(header, map(str.strip, row), strict=True):
            if name == column:
                if value not in ("", "0"):
                    found = [user for user in users if user.get(field) == value]
                    if len(found) != 1:
                        raise ImportStoppedError(f"user mapping error: {value}")
                    student = found[0]["key"]
            elif name not in ignored:
                new[name] = None if value in ("", "-") else _float(value)
        if student is None:
            raise ImportStoppedError("user not found")
        made[student] |= new
    return made


def _float(value):
    try:
        number = float(value.replace(" ", "").replace(",", "."))
    except ValueError as error:
        raise ImportStoppedError("bad grade") from error
    if number > 100:
        raise ImportStoppedError("grade value too big")
    return number


class Canvas:
    """A course in Canvas: ``users`` with id, name, sortable_name, sis_user_id, sis_login_id; titles by id."""

    def __init__(self, users, titles=(), grades=None):
        self.users, self.titles = users, list(titles)
        self.grades = defaultdict(dict, {key: dict(of) for key, of in (grades or {}).items()})
        self.new_students, self.new_assignments, self.points = [], [], {}

    def take(self, text):
        """Import a file as if all changes were confirmed; an empty cell clears a score."""
        header, *rows = [[_normalised(cell) for cell in row] for row in rows_of(text)]
        columns, first = self._columns(header)
        titles = {place: self._title(name) for place, name in enumerate(header) if place >= first}
        for row in rows:
            if "Points Possible" in row[0]:
                self.points |= {titles[place]: row[place] for place in titles}
                continue
            if all(re.fullmatch(r"\s*(muted|manual posting.*)?\s*", cell, re.IGNORECASE) for cell in row):
                continue
            student = self._student(row, columns)
            if student is None:
                self.new_students.append(row[0])
                continue
            for place, title in titles.items():
                score = row[place].strip()
                self.grades[student][title] = None if score in ("", "-") else float(score)

    def _columns(self, header):
        if not (len(header) > 3 and "Student" in header[0] and "ID" in header[1]):
            raise ImportStoppedError("invalid header row")
        columns, count = {"id": 1}, 3
        if re.search(r"SIS\s+Login\s+ID", header[2]):
            columns["sis_login_id"], count = 2, 4
        elif re.search(r"SIS\s+User\s+ID", header[2]) and re.search(r"SIS\s+Login\s+ID", header[3]):
            columns |= {"sis_user_id": 2, "sis_login_id": 3}
            count = 5
        if "Section" not in header[count - 1]:
            raise ImportStoppedError("invalid header row")
        return columns, count

    def _title(self, name):
        found = re.fullmatch(r"(.*) \((\d+)\)", name)
        title = found[1] if found else name
        if title not in self.titles and title not in self.new_assignments:
            self.new_assignments.append(title)
        return title

    def _student(self, row, columns):
        number = re.match(r"\d+", row[1])
        by = [("id", number and number[0])]
        by += [(field, row[columns[field]]) for field in ("sis_user_id", "sis_login_id") if field in columns]
        for field, value in by:
            for user in self.users:
                if value and user.get(field) == value:
                    return user["key"]
        return next((u["key"] for u in self.users if row[0] in (u["name"], u["sortable_name"])), None)


def _normalised(field):
    """Return a cell as Canvas reads it: a comma in a number is a point, and only the last point counts."""
    if not re.fullmatch(r"-?[0-9.,]+%?", field):
        return field
    *parts, last = re.split(r"[,.]", field)
    return f"{''.join(parts)}.{last}" if parts else last


def moodle_feedback(archive, participants, plugins=("assignsubmission_file", "assignsubmission_onlinetext")):
    """Return the feedback files after "Upload multiple feedback files in a zip", by user and name.

    ``participants`` are the users of the assignment by their number. A name that is not understood is passed
    over. From ``mod/assign/feedback/file/importziplib.php`` of moodle/moodle, in which versions before 4.1
    want five parts.
    """
    made = defaultdict(dict)
    for path in archive.namelist():
        if path.endswith("/") or path.rpartition("/")[2][:1] in (".", "~"):
            continue
        parts = f"/import/{path}".split("/")
        while parts:
            info = parts.pop(0).split("_", 4)
            if len(info) < 5 or not info[1].isdigit() or int(info[1]) not in participants:
                continue
            if "_".join(info[2:4]) not in plugins:
                continue
            made[participants[int(info[1])]]["/".join([info[4], *parts])] = archive.read(path)
            break
    return dict(made)


def canvas_comments(archive, handed_in):
    """Return the attachments of comments after "Upload Submissions" by user, and the files that are ignored.

    ``handed_in`` are the names of the files that each user handed in, by user and by number of the file. From
    ``infer_comment_context_from_filename`` in ``app/models/assignment.rb`` of instructure/canvas-lms.
    """
    made, ignored = defaultdict(list), []
    for path in archive.namelist():
        name = path.rpartition("/")[2]
        parts = name.split("_")
        user, file, *_ = [*(part for part in parts if re.fullmatch(r"[0-9]+", part)), None, None]
        if parts[-1].startswith("link") or name.startswith("._") or file not in handed_in.get(user, {}):
            ignored.append(path)
        else:
            made[user].append((handed_in[user][file], archive.read(path)))
    return dict(made), ignored
