"""A source is read without trusting it: each bad entry is refused by name, and the others come through."""

import io
import os
import random
import zipfile
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.collect.archives import ArchiveError, ArchiveLimits, ArchiveReader, Entry, utc

from .making import laid_out, link, saved, zipped


@pytest.fixture
def reader(tmp_path):
    return reader_in(tmp_path)


def reader_in(folder, **limits):
    scratch = folder / f"scratch{random.random()}"
    scratch.mkdir()
    return ArchiveReader(scratch, ArchiveLimits(**limits))


def whys(reader):
    return {note.where: note.why for note in reader.refused}


def contents(entries):
    return {entry.name: entry.read() for entry in entries}


def test_a_folder_and_a_zip_of_it_read_alike(tmp_path):
    files = {"ada/a.ipynb": b"{}", "ada/data/é.csv": b"1,2", "b.zip": b""}
    folder = laid_out(tmp_path / "class", files)
    assert contents(reader_in(tmp_path).source(folder)) == files
    assert contents(reader_in(tmp_path).source(saved(tmp_path, zipped(files)))) == files


@given(st.dictionaries(st.sampled_from(["a", "b/c", "b/d", "é.csv"]), st.binary(max_size=3000)))
def test_what_comes_out_is_what_was_in(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("zip")
    assert contents(reader_in(folder).source(saved(folder, zipped(files)))) == files


@given(st.binary(max_size=300), st.integers(0, 300), st.binary(min_size=1, max_size=8))
def test_a_damaged_zip_is_refused_and_never_an_accident(tmp_path_factory, content, place, damage):
    folder = tmp_path_factory.mktemp("zip")
    whole = zipped({"a.ipynb": content, "b/c.csv": b"x"})
    place = place % len(whole)
    broken = whole[:place] + damage + whole[place + len(damage) :]
    reader = reader_in(folder)
    try:
        entries = reader.source(saved(folder, broken))
    except ArchiveError:
        return
    assert all(entry.file.parent == reader.scratch for entry in entries)


class TestLinks:
    def test_links_in_a_folder_are_refused_and_not_followed(self, tmp_path, reader):
        folder = laid_out(tmp_path / "class", {"ada/a.ipynb": b"{}", "ada/one": b"1"})
        (tmp_path / "secret").write_text("secret")
        try:
            (folder / "ada" / "link.txt").symlink_to(tmp_path / "secret")
            (folder / "bola").symlink_to(tmp_path)
        except OSError:
            pytest.skip("links are not allowed here")
        os.link(folder / "ada" / "one", folder / "ada" / "two")
        assert set(contents(reader.source(folder))) == {"ada/a.ipynb"}
        assert whys(reader)["ada/link.txt"] == whys(reader)["bola"] == "is a link"
        assert "hard links" in whys(reader)["ada/one"] and "hard links" in whys(reader)["ada/two"]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
    def test_a_pipe_is_refused_without_waiting_for_it(self, tmp_path, reader):
        folder = laid_out(tmp_path / "class", {})
        folder.mkdir()
        os.mkfifo(folder / "pipe.ipynb")
        assert reader.source(folder) == [] and whys(reader) == {"pipe.ipynb": "is no plain file"}

    def test_a_file_that_became_a_link_before_it_is_read_is_not_followed(self, tmp_path):
        if not hasattr(os, "O_NOFOLLOW"):
            pytest.skip("the system cannot tell")
        (tmp_path / "a").symlink_to("/etc/hostname")
        with pytest.raises(OSError):
            Entry("a", "a", utc(0), tmp_path / "a").read()

    def test_a_link_in_a_zip_is_refused(self, tmp_path, reader):
        source = saved(tmp_path, zipped({"ada/a.ipynb": b"/etc/passwd"}, **link()))
        assert reader.source(source) == [] and whys(reader) == {"class.zip/ada/a.ipynb": "is a link"}

    def test_a_device_in_a_zip_is_refused(self, tmp_path, reader):
        source = saved(tmp_path, zipped({"a": b""}, external_attr=0o020666 << 16))
        assert reader.source(source) == [] and whys(reader) == {"class.zip/a": "is no plain file"}


class TestNames:
    @pytest.mark.parametrize(
        ("name", "why"),
        [
            ("../../gradebook.db", "upward"),
            ("/etc/cron.d/x", "absolute"),
            (".git/../../x", "upward"),
            ("C:/x.ipynb", "drive"),
            ("a/\x1b[2J.ipynb", "no text"),
        ],
    )
    def test_a_name_that_leads_out_is_refused_and_the_others_are_read(self, tmp_path, reader, name, why):
        source = saved(tmp_path, zipped({name: b"x", "ada/a.ipynb": b"{}"}))
        assert set(contents(reader.source(source))) == {"ada/a.ipynb"}
        [(where, reason)] = whys(reader).items()
        assert where.startswith("class.zip/") and why in reason and "\x1b" not in where

    @pytest.mark.parametrize(("letter", "why"), [("\\", "backslash"), ("\0", "no text")])
    def test_backslashes_and_nul_are_seen_although_zipfile_hides_them(self, tmp_path, reader, letter, why):
        assert reader.source(saved(tmp_path, zipped({f"ada{letter}evil.ipynb": b"{}"}))) == []
        assert why in "".join(whys(reader).values())

    def test_names_in_unmarked_utf8_as_macos_writes_them_are_read_as_such(self, tmp_path, reader):
        marked = zipped({"Zoë/a.ipynb": b"{}"})
        unmarked = bytearray(marked)
        for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            unmarked[marked.index(mark) + place + 1] &= ~0x08
        assert set(contents(reader.source(saved(tmp_path, bytes(unmarked))))) == {"Zoë/a.ipynb"}

    def test_the_links_of_a_virtual_environment_are_left_out_like_all_of_it(self, tmp_path, reader):
        assert reader.source(saved(tmp_path, zipped({".venv/bin/python": b"/usr/bin"}, **link()))) == []
        assert not reader.refused and len(reader.ignored) == 1

    def test_what_systems_leave_behind_is_left_out(self, tmp_path, reader):
        files = {"__MACOSX/ada/._a": b"", "ada/.DS_Store": b"", "ada/.ipynb_checkpoints/a.ipynb": b""}
        assert reader.source(saved(tmp_path, zipped(files))) == []
        assert reader.source(laid_out(tmp_path / "class", files)) == []
        assert not reader.refused and len(reader.ignored) == 6


class TestZipsThatCannotBeOpened:
    def test_an_encrypted_file_is_named(self, tmp_path, reader):
        content = zipped({"a.ipynb": b"{}"})
        marked = bytearray(content)
        marked[content.index(b"PK\x01\x02") + 8] |= 1
        assert reader.source(saved(tmp_path, bytes(marked))) == []
        assert "encrypted" in whys(reader)["class.zip/a.ipynb"]

    def test_other_ways_of_packing_are_refused(self, tmp_path, reader):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as archive:
            archive.writestr("a.ipynb", "{}")
        assert reader.source(saved(tmp_path, buffer.getvalue())) == []
        assert "not opened here (method 12)" in whys(reader)["class.zip/a.ipynb"]

    def test_a_wrong_checksum_is_seen(self, tmp_path, reader):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("a.csv", "visitors")
            archive.writestr("b.csv", "fine")
        broken = buffer.getvalue().replace(b"visitors", b"visitxrs")
        assert contents(reader.source(saved(tmp_path, broken))) == {"b.csv": b"fine"}
        assert "cannot be unpacked" in whys(reader)["class.zip/a.csv"]

    @pytest.mark.parametrize(
        "content", [b"", b"Rar!", b"PK\x05\x06" + b"\xff" * 18, zipped({"a": b"b"})[:-9]]
    )
    def test_what_is_no_zip_is_refused_as_a_whole(self, tmp_path, reader, content):
        with pytest.raises(ArchiveError, match="no zip that can be read"):
            reader.source(saved(tmp_path, content))


class TestLimits:
    def inner(self, tmp_path, content, **limits):
        reader = reader_in(tmp_path, **limits)
        [entry] = reader.source(saved(tmp_path, zipped({"ada.zip": content})))
        return reader, entry

    def test_a_large_file_is_refused_and_the_others_are_read(self, tmp_path):
        files = {"large.csv": os.urandom(5000), "a.ipynb": b"{}"}
        for source in (saved(tmp_path, zipped(files)), laid_out(tmp_path / "class", files)):
            reader = reader_in(tmp_path, file=4096)
            assert contents(reader.source(source)) == {"a.ipynb": b"{}"}
            assert all("is larger than" in why for why in whys(reader).values()) and reader.refused
            assert len(list(reader.scratch.iterdir())) <= 1, "of what is refused, nothing stays"

    def test_a_file_that_unpacks_to_far_more_than_it_takes_is_refused(self, tmp_path, reader):
        source = saved(tmp_path, zipped({"zeros.csv": bytes(8 * 2**20), "a.ipynb": b"{}"}))
        assert contents(reader.source(source)) == {"a.ipynb": b"{}"}
        assert "more than 200 times" in whys(reader)["class.zip/zeros.csv"]

    def test_a_forged_size_does_not_help(self, tmp_path):
        content = zipped({"a.csv": os.urandom(9000)})
        forged = content.replace((9000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
        reader = reader_in(tmp_path, file=4096)
        assert reader.source(saved(tmp_path, forged)) == []
        assert reader.refused and not list(reader.scratch.iterdir())

    def test_many_small_files_that_are_a_bomb_together_cost_only_their_own_archive(self, tmp_path):
        bomb = zipped({f"{n}.csv": bytes(2**20) for n in range(20)})
        reader, entry = self.inner(tmp_path, bomb)
        left, lying = reader.left, set(reader.scratch.iterdir())
        with pytest.raises(ArchiveError, match=r"at \d+.csv: is it a zip bomb"):
            reader.unpack(entry)
        assert reader.left == left and set(reader.scratch.iterdir()) == lying

    def test_entries_that_share_their_bytes_are_counted_each_time(self, tmp_path):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("0", bytes(2**20))
            for _ in range(19):
                archive.filelist.append(archive.filelist[0])
        reader, entry = self.inner(tmp_path, buffer.getvalue())
        try:  # a Python that sees by itself that the entries overlap refuses them one by one
            assert len(reader.unpack(entry)) <= 1 and reader.refused
        except ArchiveError as error:
            assert "bomb" in str(error)

    def test_more_entries_than_allowed_are_refused_before_they_are_listed(self, tmp_path, monkeypatch):
        reader, entry = self.inner(tmp_path, zipped({str(n): b"" for n in range(30)}), packed_entries=20)
        monkeypatch.setattr(zipfile, "ZipFile", None)
        with pytest.raises(ArchiveError, match="more than 20 files"):
            reader.unpack(entry)

    def test_a_folder_of_too_many_files_is_refused(self, tmp_path):
        folder = laid_out(tmp_path / "class", {str(n): b"" for n in range(30)})
        with pytest.raises(ArchiveError, match="more than 20 files"):
            reader_in(tmp_path, entries=20).source(folder)

    def test_zips_in_zips_end_somewhere(self, tmp_path):
        content = b"{}"
        for _ in range(5):
            content = zipped({"a.zip": content})
        reader, entry = self.inner(tmp_path, content)
        with pytest.raises(ArchiveError, match="more than 3 deep"):
            for _ in range(9):
                [entry] = reader.unpack(entry)

    def test_what_comes_after_the_whole_budget_is_named(self, tmp_path):
        reader = reader_in(tmp_path, total=6000)
        source = saved(tmp_path, zipped({"a": os.urandom(4000), "b": os.urandom(4000), "c": os.urandom(900)}))
        assert set(contents(reader.source(source))) == {"a", "c"}
        assert "collect in parts" in whys(reader)["class.zip/b"]


class TestTimes:
    def test_a_folders_files_have_their_own_time(self, tmp_path, reader):
        folder = laid_out(tmp_path / "class", {"a.ipynb": b"{}"})
        os.utime(folder / "a.ipynb", (1772384520, 1772384520))
        assert reader.source(folder)[0].time == datetime(2026, 3, 1, 17, 2)

    def test_a_zip_that_says_utc_is_believed(self, tmp_path, reader):
        extra = b"UT\x05\x00\x01" + (1772384520).to_bytes(4, "little")
        source = saved(tmp_path, zipped({"a.ipynb": b"{}"}, extra=extra))
        assert reader.source(source)[0].time == datetime(2026, 3, 1, 17, 2)

    @pytest.mark.parametrize(("zone", "hour"), [("Europe/Berlin", 11), ("-0500", 17), ("UTC", 12)])
    def test_else_the_time_is_read_in_the_zone_of_the_system_that_packed_it(self, tmp_path, zone, hour):
        source = saved(tmp_path, zipped({"a": b""}))
        (entry,) = ArchiveReader(tmp_path, zone=zone).source(source)
        assert (entry.time, entry.zoned) == (datetime(2026, 3, 1, hour), True)

    def test_and_is_not_known_where_nobody_says_that_zone(self, tmp_path, reader):
        (entry,) = reader.source(saved(tmp_path, zipped({"a": b""})))
        assert not entry.zoned

    def test_without_a_time_it_is_the_archives(self, tmp_path, reader):
        source = saved(tmp_path, zipped({"a": b""}, dates={"a": (1980, 1, 1, 0, 0, 0)}))
        os.utime(source, (1772384520, 1772384520))
        (entry,) = reader.source(source)
        assert (entry.time, entry.zoned) == (datetime(2026, 3, 1, 17, 2), False)
