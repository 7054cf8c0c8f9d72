"""A term in one file opens anywhere with the same numbers, and says what is wrong with it."""

import gzip
import io
import json
import os
import shutil
import sqlite3
import sys
import tarfile
from contextlib import closing

import pytest

from ecotools.grading.course import Course
from ecotools.grading.term import APART, TermError, archive
from ecotools.grading.term.archive import check, pack, unpack

from ..commands import run_in
from ..tiny import NAME
from .whole import bytes_below, status


@pytest.fixture(scope="session")
def packed(whole, tmp_path_factory):
    return pack(whole, tmp_path_factory.mktemp("packed") / "term.tar.gz")


def members(file):
    with tarfile.open(file) as tar:
        return {one.name.removeprefix("term/"): one for one in tar}


def changed(packed, file, change):
    """Write the archive again with its members changed: ``change`` maps a path and bytes to bytes or None."""
    with tarfile.open(packed.file) as old, tarfile.open(file, "w:gz") as new:
        for member in old:
            data = old.extractfile(member).read() if member.isreg() else b""
            data = change(member.name.removeprefix("term/"), data)
            if data is not None:
                member.size = len(data) if member.isreg() else 0
                new.addfile(member, io.BytesIO(data))
    return file


def test_it_holds_the_term_and_what_it_was_made_with(packed, whole):
    paths = members(packed.file)
    for path in (
        "gradebook.db",
        "class-roster.csv",
        "deadlines.yaml",
        "nbgrader_config.py",
        f"solutions/{NAME}/{NAME}.ipynb",
        f"exercises/{NAME}/{NAME}.ipynb",
        f"submitted/hana/{NAME}/timestamp.txt",
        f"autograded/ada/{NAME}/{NAME}.ipynb",
        f"feedback/ada/{NAME}/{NAME}.html",
        "report/report.html",
        ".ecotools/grading/journal.jsonl",
        ".ecotools/collected.json",
    ):
        assert path in paths, path
    assert not any(path.endswith(("/lock", "lock.txt", ".collecting")) for path in paths)
    said = packed.manifest
    assert said.students == ["ada", "chen", "emil", "hana", "leo"] and said.assignments == [NAME]
    assert said.gradebook.rows["submitted_assignment"] == 4
    assert {"pandas", "ecotools"} <= set(said.packages) and said.python == sys.version.split()[0]
    assert packed.findings == []


def test_it_opens_on_another_path_with_the_same_numbers(packed, whole, tmp_path):
    assert unpack(packed, tmp_path / "elsewhere") == []
    opened = Course.find(tmp_path / "elsewhere")
    assert status(opened) == status(whole)
    before, after = bytes_below(whole.root), bytes_below(opened.root)
    assert archive.FILE in after and after.keys() - before.keys() == {archive.FILE, APART}
    assert all(after[path] == data for path, data in before.items() if path in after and "/lock" not in path)
    said = json.loads(run_in(opened, "grade", "--json")[1])["handins"]
    assert [one["unchanged"] for one in said if not one["error"]] == [True] * 4, "nothing is run again"


def test_the_commands_pack_check_and_unpack(course, tmp_path):
    code, text = run_in(course, "archive")
    assert code == 0 and "5 students, 1 assignments, a gradebook with 4 hand-ins" in text
    (file,) = (course.root / "archives").glob("*.tar.gz")
    assert file.name.startswith("ecosystems-20")
    code, text = run_in(course, "archive", file)
    assert code == 1 and "never written over" in text
    code, text = run_in(course, "archive", file, "--check", "--json")
    assert code == 0 and json.loads(text)["says"]["assignments"] == [NAME]
    code, text = run_in(course, "archive", file, "--unpack", tmp_path / "there")
    assert code == 0 and f"ecotools status --course {tmp_path / 'there'}" in text
    code, text = run_in(course, "archive", file, "--unpack", tmp_path / "there")
    assert code == 1 and "is there already" in text
    assert run_in(course, "archive", "--check")[0] == 2
    run_in(course, "archive")
    assert len(list((course.root / "archives").iterdir())) == 2, "a second one of a day has its own name"


@pytest.mark.parametrize("at", [0.1, 0.5, 0.999])
def test_a_file_that_was_cut_off_is_no_archive(packed, tmp_path, at):
    data = packed.file.read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(data[: int(len(data) * at)])
    assert "cannot be read to its end" in check(tmp_path / "cut.tar.gz").findings[0]


def test_a_byte_that_changed_is_found(packed, tmp_path):
    data = bytearray(packed.file.read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "bad.tar.gz").write_bytes(data)
    assert check(tmp_path / "bad.tar.gz").findings


def test_what_was_taken_out_put_in_or_changed_is_named(packed, tmp_path):
    def change(path, data):
        if path == "class-roster.csv":
            return None
        return data + b" " if path == "deadlines.yaml" else data

    file = changed(packed, tmp_path / "other.tar.gz", change)
    found = " ".join(check(file).findings)
    assert "class-roster.csv is missing" in found and "deadlines.yaml is another" in found
    with pytest.raises(TermError, match="is missing"):
        unpack(check(file), tmp_path / "there")
    assert not (tmp_path / "there").exists()


def test_a_gradebook_that_holds_something_else_is_found_though_its_checksum_was_made_to_fit(packed, tmp_path):
    file = tmp_path / "gradebook.db"
    with tarfile.open(packed.file) as tar:
        file.write_bytes(tar.extractfile("term/gradebook.db").read())
    with closing(sqlite3.connect(file)) as book:
        book.execute("UPDATE grade SET manual_score = 100")
        book.commit()
    manifest = packed.manifest.model_copy(deep=True)
    manifest.files["gradebook.db"] = archive.hashlib.sha256(file.read_bytes()).hexdigest()
    texts = {"gradebook.db": file.read_bytes(), archive.FILE: manifest.model_dump_json().encode()}
    made = changed(packed, tmp_path / "forged.tar.gz", lambda path, data: texts.get(path, data))
    assert check(made).findings == [f"{made}: the gradebook in it holds something else"]


@pytest.mark.parametrize("name", ["../evil.txt", "term/../../evil.txt", "/evil.txt"])
def test_a_path_that_leads_out_is_refused(packed, tmp_path, name):
    file = changed(packed, tmp_path / "out.tar.gz", lambda path, data: data)
    with gzip.open(file) as old:
        data = old.read()
    with gzip.open(file, "wb") as stream, tarfile.open(fileobj=stream, mode="w") as new:
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            for member in tar:
                new.addfile(member, tar.extractfile(member) if member.isreg() else None)
        new.addfile(tarfile.TarInfo(name))
    assert "has no place in an archive" in " ".join(check(file).findings)
    with pytest.raises(TermError):
        unpack(check(file), tmp_path / "there")


def test_any_other_file_is_no_archive_of_a_term(tmp_path):
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("term/a.txt"))
    assert "not an archive of a term" in check(tmp_path / "a.tar.gz").findings[0]
    (tmp_path / "b.tar.gz").write_text("hello")
    assert "cannot be read" in check(tmp_path / "b.tar.gz").findings[0]
    assert "cannot be read" in check(tmp_path / "nowhere.tar.gz").findings[0]


@pytest.mark.parametrize("where", ["_add", "check", "differences", "copy_gradebook"])
@pytest.mark.parametrize("how", [KeyboardInterrupt, OSError("no space left")])
def test_a_run_that_was_stopped_leaves_no_file(course, monkeypatch, where, how):
    def stopped(*given):
        raise how

    monkeypatch.setattr(archive, where, stopped)
    with pytest.raises(BaseException, match=r"no space left|^$"):
        pack(course, course.root / "archives" / "a.tar.gz")
    assert list((course.root / "archives").iterdir()) == []


def test_what_changes_while_it_is_packed_is_found(course, monkeypatch):
    real = archive.check

    def meanwhile(file):
        (course.root / "deadlines.yaml").write_text("{}")
        return real(file)

    monkeypatch.setattr(archive, "check", meanwhile)
    with pytest.raises(TermError, match=r"deadlines.yaml is another"):
        pack(course, course.root / "a.tar.gz")


def test_a_gradebook_that_is_in_use_is_copied_whole(course, tmp_path):
    with closing(sqlite3.connect(course.gradebook_file)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("UPDATE student SET first_name = 'Augusta' WHERE id = 'ada'")
        writer.commit()
        writer.execute("UPDATE student SET first_name = 'half' WHERE id = 'ada'")  # and not committed
        pack(course, tmp_path / "a.tar.gz")
    unpack(check(tmp_path / "a.tar.gz"), tmp_path / "there")
    with Course(tmp_path / "there").gradebook() as gradebook:
        assert gradebook.find_student("ada").first_name == "Augusta"
    assert not list((tmp_path / "there").glob("gradebook.db-*"))


@pytest.mark.skipif(sys.platform != "linux", reason="such names are there on Linux only")
def test_odd_names_links_and_empty_folders_come_back(course, tmp_path):
    odd = os.fsencode(course.submitted) + b"/caf\xe9"
    os.mkdir(odd)
    (course.submitted / "nobody" / NAME).mkdir(parents=True)
    (course.submitted / "leo" / "inside").symlink_to(NAME)
    (course.submitted / "leo" / "passwd").symlink_to("/etc/passwd")
    pack(course, tmp_path / "a.tar.gz")
    notes = unpack(check(tmp_path / "a.tar.gz"), tmp_path / "there")
    there = tmp_path / "there" / "submitted"
    assert os.path.isdir(os.fsencode(there) + b"/caf\xe9") and (there / "nobody" / NAME).is_dir()
    assert os.readlink(there / "leo" / "inside") == NAME
    assert (
        not (there / "leo" / "passwd").is_symlink()
        and "leo/passwd' is a link to an absolute path" in notes[0]
    )


def test_a_configuration_that_names_what_lies_elsewhere_is_told_otherwise(course, tmp_path, monkeypatch):
    shutil.move(course.root / "gradebook.db", tmp_path / "live.db")
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write(f"\nc.CourseDirectory.root = {str(course.root)!r}\n")
        file.write(f"c.CourseDirectory.db_url = 'sqlite:///{tmp_path / 'live.db'}'\n")
    live = Course.find(course.root)
    assert status(live)[0]["score"] is not None
    pack(live, tmp_path / "a.tar.gz")
    (note,) = unpack(check(tmp_path / "a.tar.gz"), tmp_path / "there")
    assert "nbgrader_config.json says root '.' and db_url 'sqlite:///gradebook.db'" in note
    opened = Course.find(tmp_path / "there")
    assert opened.root == tmp_path / "there" and opened.gradebook_file == opened.root / "gradebook.db"
    assert status(opened) == status(live)
    monkeypatch.chdir(tmp_path)
    with opened.api().gradebook as gradebook:
        assert gradebook.find_student("ada").first_name == "Ada"
    assert not (tmp_path / "gradebook.db").exists(), "whichever folder one is in"


def test_what_lies_outside_of_the_course_is_refused(course, tmp_path):
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write(f"\nc.CourseDirectory.submitted_directory = {str(tmp_path / 'far')!r}\n")
    (tmp_path / "far").mkdir()
    with pytest.raises(TermError, match="lies outside of the course folder"):
        pack(Course.find(course.root), tmp_path / "a.tar.gz")
