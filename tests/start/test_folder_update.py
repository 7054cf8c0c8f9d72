"""A folder is brought up to date, and no byte that a learner wrote is lost, whatever stops it."""

import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecotools.start import Checksums, StartError, bring
from ecotools.start.manifest import FILE

ONE, TWO = "course/01-one.ipynb", "course/02-two.ipynb"
TASK, PAGE = "exercises/01-one/01-one.ipynb", "README.md"
NAMES = (ONE, TWO, TASK, PAGE)
MINE = b"what the learner wrote\n"


@pytest.fixture
def learner(tmp_path):
    return Learner(tmp_path)


class Learner:
    """A learner's folder, and versions of a small course to bring into it."""

    def __init__(self, root):
        self.root, self.folder = root, root / "Übung mit Käse"

    def course(self, version, names=NAMES):
        """Return a version of the course; README.md is the same in all."""
        source = self.root / f"version {version}"
        for name in (name for name in names if not (source / name).exists()):
            file = source / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text_of(name, version))
        return {name: source / name for name in names}

    def bring(self, version, names=NAMES, **more):
        return bring(self.folder, self.course(version, names), **more)

    def held(self):
        """Return the bytes of all files but the manifest."""
        files = [file for file in self.folder.rglob("*") if file.is_file() and file.name != FILE]
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in files}

    def write(self, name, data=MINE):
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def text_of(name, version):
    return f"{name}\nversion {'of all' if name == PAGE else version}\n".encode()


def texts(version, names=NAMES):
    return {name: text_of(name, version) for name in names}


def whats(brought):
    return {step.name: step.what for step in brought.steps}


def beside(name, number=""):
    path = Path(name)
    return path.with_name(f"{path.stem}-new-version{number}{path.suffix}").as_posix()


class TestAnUpdate:
    def test_a_first_start_writes_all_files(self, learner):
        assert set(whats(learner.bring(1)).values()) == {"new"}
        assert learner.held() == texts(1)

    def test_a_second_start_of_the_same_version_writes_nothing(self, learner):
        learner.bring(1)
        times = {file: file.stat().st_mtime_ns for file in learner.folder.rglob("*.ipynb")}
        assert set(whats(learner.bring(1)).values()) == {"same"}
        assert times == {file: file.stat().st_mtime_ns for file in learner.folder.rglob("*.ipynb")}

    def test_files_that_nobody_touched_are_replaced_and_new_ones_written(self, learner):
        learner.bring(1, NAMES[1:])
        brought = learner.bring(2)
        assert whats(brought) == {ONE: "new", TWO: "updated", TASK: "updated", PAGE: "same"}
        assert learner.held() == texts(2)

    def test_a_file_that_was_edited_stays_and_its_new_version_is_beside_it(self, learner):
        learner.bring(1)
        learner.write(ONE)
        brought = learner.bring(2)
        assert [step.target for step in brought.of("beside")] == [beside(ONE)]
        assert learner.held() == {**texts(2), ONE: MINE, beside(ONE): text_of(ONE, 2)}

    def test_it_is_laid_beside_once_even_if_the_learner_deletes_it(self, learner):
        learner.bring(1)
        learner.write(ONE)
        learner.bring(2)
        (learner.folder / beside(ONE)).unlink()
        assert whats(learner.bring(2))[ONE] == "yours"
        assert beside(ONE) not in learner.held()
        assert whats(learner.bring(3))[ONE] == "beside"

    def test_an_edited_file_without_a_new_version_gets_nothing_beside_it(self, learner):
        learner.bring(1)
        learner.write(PAGE)
        assert whats(learner.bring(2))[PAGE] == "yours"
        assert learner.held() == {**texts(2), PAGE: MINE}

    def test_a_newer_version_replaces_the_one_beside_unless_that_was_edited_too(self, learner):
        learner.bring(1)
        learner.write(ONE)
        learner.bring(2)
        learner.bring(3)
        assert learner.held()[beside(ONE)] == text_of(ONE, 3)
        learner.write(beside(ONE), b"edited, too")
        learner.bring(4)
        held = learner.held()
        assert held[beside(ONE)] == b"edited, too" and held[beside(ONE, "-2")] == text_of(ONE, 4)

    def test_a_learner_who_takes_the_new_version_gets_updates_in_its_place_again(self, learner):
        learner.bring(1)
        learner.write(ONE)
        learner.bring(2)
        (learner.folder / beside(ONE)).replace(learner.folder / ONE)
        assert whats(learner.bring(3))[ONE] == "updated"

    def test_an_edit_that_was_undone_is_none(self, learner):
        learner.bring(1)
        learner.write(ONE)
        learner.bring(2)
        learner.write(ONE, text_of(ONE, 1))
        assert whats(learner.bring(3))[ONE] == "updated"

    def test_a_file_that_was_there_as_it_is_brought_gets_updates(self, learner):
        learner.write(ONE, text_of(ONE, 1))
        learner.bring(1)
        assert whats(learner.bring(2))[ONE] == "updated"

    def test_a_file_that_was_deleted_is_written_again(self, learner):
        learner.bring(1)
        (learner.folder / ONE).unlink()
        assert whats(learner.bring(1))[ONE] == "new" and learner.held() == texts(1)

    def test_a_file_that_was_renamed_stays_under_its_new_name(self, learner):
        learner.bring(1)
        (learner.folder / ONE).rename(learner.folder / "course" / "my copy.ipynb")
        learner.bring(2)
        assert learner.held() == {**texts(2), "course/my copy.ipynb": text_of(ONE, 1)}

    def test_an_older_version_comes_back_with_an_older_ecotools(self, learner):
        learner.bring(2)
        learner.bring(1)
        assert learner.held() == texts(1)

    def test_what_the_course_has_no_more_is_named_and_stays_until_the_learner_deletes_it(self, learner):
        learner.bring(1)
        for _ in range(2):
            assert learner.bring(2, NAMES[1:]).gone == (ONE,)
        assert learner.held()[ONE] == text_of(ONE, 1)
        (learner.folder / ONE).unlink()
        assert learner.bring(2, NAMES[1:]).gone == ()

    def test_other_files_of_the_folder_are_not_touched(self, learner):
        mine = {"progress.json": b"{}", "my-blueprint.yaml": b"name: mine\n", "course/notes.md": MINE}
        for name, data in mine.items():
            learner.write(name, data)
        learner.bring(1)
        learner.bring(2)
        assert learner.held() == {**texts(2), **mine}

    def test_a_file_of_the_learners_that_was_there_before_stays(self, learner):
        learner.write(PAGE)
        learner.bring(1)
        assert learner.held() == {**texts(1), PAGE: MINE, beside(PAGE): text_of(PAGE, 1)}

    def test_a_dry_run_says_the_same_and_writes_nothing(self, learner):
        assert set(whats(learner.bring(1, dry_run=True)).values()) == {"new"} and not learner.folder.exists()
        learner.bring(1)
        learner.write(ONE)
        before, remembered = learner.held(), (learner.folder / FILE).read_bytes()
        said = whats(learner.bring(2, dry_run=True))
        assert (learner.held(), (learner.folder / FILE).read_bytes()) == (before, remembered)
        assert said == whats(learner.bring(2))


class TestOtherSystems:
    def test_a_file_in_which_only_line_ends_differ_was_not_touched(self, learner):
        learner.bring(1)
        learner.write(ONE, text_of(ONE, 1).replace(b"\n", b"\r\n"))
        assert whats(learner.bring(1))[ONE] == "same"
        assert whats(learner.bring(2))[ONE] == "updated" and learner.held() == texts(2)

    def test_a_version_with_other_line_ends_is_no_new_version(self, learner):
        learner.bring(1)
        course = learner.course(1)
        course[ONE].write_bytes(text_of(ONE, 1).replace(b"\n", b"\r\n"))
        assert set(whats(bring(learner.folder, course)).values()) == {"same"}

    @pytest.mark.parametrize("spelled", ["course/01-ONE.ipynb", "course/01-One.IPYNB"])
    def test_a_name_in_other_capitals_is_the_same_file(self, learner, spelled):
        learner.bring(1)
        (learner.folder / ONE).rename(learner.folder / spelled)
        assert whats(learner.bring(2))[ONE] == "updated"
        learner.write(spelled)
        learner.bring(3)
        names = {name.casefold() for name in learner.held()}
        assert len(names) == len(learner.held()), "the folder could move to Windows or a Mac"
        assert learner.held()[spelled] == MINE and learner.held()[beside(ONE)] == text_of(ONE, 3)

    def test_a_folder_in_other_capitals_is_the_same_folder(self, learner):
        learner.bring(1)
        (learner.folder / "course").rename(learner.folder / "Course")
        learner.write("Course/02-two.ipynb")
        learner.bring(2)
        held = learner.held()
        assert held["Course/01-one.ipynb"] == text_of(ONE, 2) and held["Course/02-two.ipynb"] == MINE
        assert held["Course/02-two-new-version.ipynb"] == text_of(TWO, 2)
        assert not any(name.startswith("course/") for name in held)

    def test_an_umlaut_in_two_parts_is_the_same_letter(self, learner):
        whole, parts = "course/\u00fcben.md", "course/u\u0308ben.md"
        learner.bring(1, (whole,))
        (learner.folder / whole).rename(learner.folder / parts)
        assert whats(learner.bring(2, (whole,))) == {whole: "updated"} and len(learner.held()) == 1

    def test_a_folder_can_be_moved(self, learner):
        learner.bring(1)
        learner.write(ONE)
        learner.folder = learner.folder.rename(learner.root / "elsewhere")
        assert whats(learner.bring(2)) == {ONE: "beside", TWO: "updated", TASK: "updated", PAGE: "same"}


class TestRefused:
    def test_a_file_where_a_folder_is_needed_is_named_before_anything_is_written(self, learner):
        learner.write("exercises")
        with pytest.raises(StartError, match=r"exercises is no folder, and one is needed there"):
            learner.bring(1)
        assert learner.held() == {"exercises": MINE}

    def test_a_folder_where_a_file_belongs_stays(self, learner):
        learner.write(f"{PAGE}/notes.txt")
        learner.bring(1)
        assert learner.held()[f"{PAGE}/notes.txt"] == MINE and beside(PAGE) in learner.held()

    @pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own")
    def test_a_link_of_the_learners_stays_even_where_it_leads_to_nothing(self, learner):
        learner.bring(1)
        (learner.folder / ONE).unlink()
        (learner.folder / ONE).symlink_to("on a disk that is not here.ipynb")
        assert whats(learner.bring(2))[ONE] == "beside" and (learner.folder / ONE).is_symlink()

    def test_a_course_to_teach_from_is_no_folder_to_learn_in(self, learner):
        learner.write("nbgrader_config.py")
        with pytest.raises(StartError, match="a course to teach from"):
            learner.bring(1)

    @pytest.mark.parametrize("text", [b"{", b'{"given": 3}', b"\xff"])
    def test_a_damaged_memory_is_named_and_deleting_it_loses_nothing(self, learner, text):
        learner.bring(1)
        learner.write(ONE)
        learner.write(FILE, text)
        with pytest.raises(StartError, match=r"\.ecotools-start\.json cannot be read. Delete it"):
            learner.bring(2)
        (learner.folder / FILE).unlink()
        learner.bring(2)
        held = learner.held()
        assert held[ONE] == MINE and held[TWO] == text_of(TWO, 1)
        assert held[beside(ONE)] == text_of(ONE, 2) and held[beside(TWO)] == text_of(TWO, 2)

    def test_a_file_that_somebody_saves_at_this_moment_is_not_replaced(self, learner, monkeypatch):
        learner.bring(1)
        real = Path.write_bytes

        def saved_meanwhile(self, data):
            done = real(self, data)
            if self.name == ".01-one.ipynb.new":
                real(learner.folder / ONE, MINE)
            return done

        with monkeypatch.context() as patch:
            patch.setattr(Path, "write_bytes", saved_meanwhile)
            with pytest.raises(StartError, match=r"01-one\.ipynb changed in this moment"):
                learner.bring(2)
        assert learner.held()[ONE] == MINE
        learner.bring(2)
        assert learner.held() == {**texts(2), ONE: MINE, beside(ONE): text_of(ONE, 2)}


class Stopped(BaseException):
    """The machine is gone, as far as the program can tell."""


class Fault:
    """Lets the disk fail at one of its operations; when it is ``deadly``, at all that follow, too."""

    def __init__(self, monkeypatch, at, deadly=False):
        self.at, self.deadly, self.done = at, deadly, 0
        for method in ("mkdir", "replace", "unlink", "write_bytes"):
            monkeypatch.setattr(Path, method, self.through(method, getattr(Path, method)))

    def through(self, method, real):
        def call(path, *given, **named):
            number, self.done = self.done, self.done + 1
            if number == self.at or (self.deadly and number > self.at):
                if method == "write_bytes" and number == self.at:
                    real(path, given[0][: len(given[0]) // 2])
                raise Stopped if self.deadly else OSError(28, "No space left on device", str(path))
            return real(path, *given, **named)

        return call


def half_used(root):
    """Return a learner who has version 1, with a file edited, one deleted and one renamed."""
    learner = Learner(root)
    learner.bring(1, NAMES[:3])
    learner.write(ONE)
    (learner.folder / TWO).rename(learner.folder / "course" / "kept.ipynb")
    return learner


def operations(root, monkeypatch):
    """Return how many operations of the disk an update takes."""
    learner = half_used(root)
    learner.course(2)
    with monkeypatch.context() as patch:
        counted = Fault(patch, at=-1)
        learner.bring(2)
    return counted.done


@pytest.mark.parametrize("deadly", [False, True], ids=["an error", "a machine that stops"])
@pytest.mark.parametrize("then", [2, 3])
def test_an_update_that_stops_anywhere_loses_nothing_and_is_finished_by_the_next(
    tmp_path, monkeypatch, deadly, then
):
    clean = half_used(tmp_path / "clean")
    clean.bring(then)
    steps = operations(tmp_path / "counted", monkeypatch)
    assert steps > 15
    for at in range(steps):
        learner = half_used(tmp_path / f"stopped at {at}")
        for version in (2, then):
            learner.course(version)  # written before the disk fails
        with monkeypatch.context() as patch:
            Fault(patch, at, deadly)
            with suppress(OSError, Stopped):
                learner.bring(2)
        held = learner.held()
        assert held[ONE] == MINE and held["course/kept.ipynb"] == text_of(TWO, 1)
        assert held[TASK] in (text_of(TASK, 1), text_of(TASK, 2)), "whole"
        learner.bring(then)
        assert learner.held() == clean.held(), at
        assert Checksums.read(learner.folder).given == Checksums.read(clean.folder).given


WAYS = st.one_of(
    st.tuples(st.just("edit"), st.sampled_from(NAMES[:3]), st.binary(max_size=8)),
    st.tuples(st.just("delete"), st.sampled_from(NAMES[:3]), st.just(b"")),
    st.tuples(st.just("rename"), st.sampled_from(NAMES[:3]), st.just(b"")),
    st.tuples(st.just("take the new version"), st.sampled_from(NAMES[:3]), st.just(b"")),
    st.tuples(st.just("edit the new version"), st.sampled_from(NAMES[:3]), st.binary(max_size=8)),
    st.tuples(st.just("update"), st.sampled_from(["1", "2", "3"]), st.just(b"")),
    st.tuples(st.just("stop"), st.sampled_from(["2", "5", "9", "14"]), st.just(b"")),
)


@settings(max_examples=25)
@given(st.lists(WAYS, min_size=3, max_size=12))
def test_whatever_learners_do_between_updates_all_that_they_wrote_is_there(ways):
    with TemporaryDirectory() as root:
        learner, theirs = Learner(Path(root)), {}
        learner.bring(1)
        for number, (way, name, data) in enumerate(ways):
            file, new = learner.folder / name, learner.folder / beside(name)
            if way.startswith("edit") and (file if way == "edit" else new).exists():
                target = name if way == "edit" else beside(name)
                theirs[target] = b"mine %d: " % number + data
                learner.write(target, theirs[target])
            elif way == "delete":
                file.unlink(missing_ok=True)
                theirs.pop(name, None)
            elif way == "rename" and file.exists():
                to = f"course/renamed {number}.ipynb"
                theirs[to] = file.read_bytes()
                file.rename(learner.folder / to)
                theirs.pop(name, None)
            elif way == "take the new version" and new.exists():
                new.replace(file)
                theirs.pop(name, None)
                if edited := theirs.pop(beside(name), None):
                    theirs[name] = edited
            elif way == "update":
                learner.bring(int(name))
            elif way == "stop":
                learner.course(2)
                with pytest.MonkeyPatch.context() as patch:
                    Fault(patch, int(name), deadly=True)
                    with suppress(Stopped):
                        learner.bring(2)
            held = learner.held()
            assert {name: held.get(name) for name in theirs} == theirs, (way, name)
        learner.bring(4)
        held = learner.held()
        for name in NAMES:
            newest = [text for text in held.values() if text == text_of(name, 4)]
            assert newest, f"the newest version of {name} is there"
            assert name in theirs or held[name] == text_of(name, 4)
