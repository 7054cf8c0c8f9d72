"""A gradebook and its folders as plain data that can be compared: no ids, no times of running."""

import re
import stat

from sqlalchemy import inspect, text

from ecotools.grading import notes
from ecotools.notebooks import read

# What a row is called in the tables that point to it.
_NAMED = {
    "assignment": ("name",),
    "notebook": ("assignment_id", "name"),
    "base_cell": ("notebook_id", "name"),
    "submitted_assignment": ("assignment_id", "student_id"),
    "submitted_notebook": ("assignment_id", "notebook_id"),
}


def tables(course):
    """Return the rows of each table of a course's gradebook, sorted, with names in place of ids."""
    with course.gradebook() as gradebook:
        names = inspect(gradebook.engine).get_table_names()
        rows = {
            name: [dict(row) for row in gradebook.db.execute(text(f'SELECT * FROM "{name}"')).mappings()]
            for name in names
        }
    known = {row["id"]: (name, row) for name in _NAMED for row in rows[name]}
    return {name: sorted((_plain(row, known) for row in rows[name]), key=str) for name in sorted(names)}


def _plain(row, known):
    named = {key: _value(value, known) for key, value in row.items()}
    return {key: value for key, value in named.items() if not re.fullmatch("[0-9a-f]{32}", str(value))}


def _value(value, known):
    if value in known:
        table, row = known[value]
        return " ".join(_value(row[key], known) for key in _NAMED[table])
    if value is None or isinstance(value, (int, float)):
        return value if value is None else float(value)
    return str(value).removesuffix(".000000")  # of a second, as SQLite writes times


def files(course):
    """Return the mode and content of each autograded file by its path, but not when and by what it ran."""
    found = {}
    for path in sorted(course.autograded.rglob("*")):
        if path.is_file():
            content = _timeless(read(path)) if path.suffix == ".ipynb" else path.read_bytes()
            place = path.relative_to(course.autograded).as_posix()
            found[place] = (oct(stat.S_IMODE(path.stat().st_mode)), content)
    return found


def _timeless(notebook):
    for holder in (notebook, *notebook.cells):
        for name in ("seconds", "hash"):
            holder.metadata.get(notes.KEY, {}).pop(name, None)
    return notebook
