"""What all commands share: whole sentences in their help, and the codes with which they end."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.cli.group import first_sentence
from ecotools.notebooks import new, write

ROOT = Path(__file__).parents[1]
COMMANDS = sorted(main.commands)


def helped(*words, columns=80):
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(main, [*words, "--help"]).output


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_list_of_commands_has_the_first_sentence_of_each_whole(columns):
    said = " ".join(helped(columns=columns).split())
    for name in COMMANDS:
        assert f"{name} {first_sentence(main.commands[name])}" in said


def test_the_first_sentence_of_a_command_is_one():
    assert all(first_sentence(command).endswith(".") for command in main.commands.values())


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_no_word_of_a_help_is_cut_at_80_columns(name):
    said = helped(*[name] if name else [])
    assert max(map(len, said.splitlines())) <= 80
    assert not re.search(r"\w-$", said, re.MULTILINE), "a word in two parts"
    body = said.split("\n", 1)[1]  # the usage has an ellipsis for what may be repeated
    assert "..." not in body


@pytest.mark.parametrize("name", COMMANDS)
def test_ctrl_c_ends_every_command_with_130_and_no_traceback(name, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(main.commands[name], "params", [])
    monkeypatch.setattr(main.commands[name], "callback", interrupted)
    ended = CliRunner().invoke(main, [name])
    assert (ended.exit_code, ended.stderr) == (130, "\nInterrupted.\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_with_which_codes_it_ends(name):
    said = " ".join((main.commands[name].help or "").split())
    assert re.search(r"Exit codes: 0 [^.]+, 1 [^.]+, 2 usage error\.$", said), said
    assert CliRunner().invoke(main, [name, "--no-such-option"]).exit_code == 2


def test_the_codes_of_all_commands_are_in_the_help_of_ecotools():
    said = " ".join(helped().split())
    assert "0 all is well, 1 something was found, refused or failed, 2 usage error, 130 after Ctrl-C" in said


@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_that_cannot_be_written_is_named_and_is_1(name, monkeypatch):
    def refused():
        raise PermissionError(13, "Permission denied", "/far/away.csv")

    monkeypatch.setattr(main.commands[name], "params", [])
    monkeypatch.setattr(main.commands[name], "callback", refused)
    ended = CliRunner().invoke(main, [name])
    assert (ended.exit_code, ended.stderr) == (1, "Error: /far/away.csv: Permission denied\n")


def test_ctrl_c_while_arguments_are_read_ends_with_130_too(monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "parse_args", interrupted)
    assert CliRunner().invoke(main, ["review"]).exit_code == 130


@pytest.mark.skipif(sys.platform == "win32", reason="a group of processes is interrupted")
def test_ctrl_c_ends_a_command_that_is_at_work_with_all_that_it_started(tmp_path):
    begun = tmp_path / "begun"
    cell = f"import pathlib, time\npathlib.Path({str(begun)!r}).touch()\ntime.sleep(600)"
    file = write(new([("code", cell)]), tmp_path / "slow.ipynb")
    command = ["-m", "ecotools", "run", str(file), "--out", str(tmp_path / "out")]
    # Whoever runs the tests in the background may have interrupts ignored, and children inherit that.
    heard = {"start_new_session": True, "preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    with subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **heard
    ) as process:
        try:
            waited = time.monotonic() + 120
            while not begun.exists() and process.poll() is None and time.monotonic() < waited:
                time.sleep(0.1)
            os.killpg(process.pid, signal.SIGINT)
            said = process.communicate(timeout=60)[1]
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 130, said
    assert "Interrupted." in said and "Traceback" not in said


class TestWhereTheOutputHasFewLetters:
    """On Windows what is written into a file has a code page of 256 letters."""

    NAME = "写作课 → Käse 😀"

    @pytest.fixture
    def said(self, tmp_path):
        file = tmp_path / "Geschäft.yaml"
        file.write_text(f"name: {self.NAME}\n", encoding="utf-8")

        def ask(encoding, *words):
            command = [sys.executable, "-m", "ecotools", "review", str(file), *words]
            env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
            ran = subprocess.run(command, env=env, capture_output=True, cwd=ROOT)
            assert ran.returncode in (0, 1), ran.stderr
            return ran.stdout.decode(encoding)

        return ask

    @pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
    def test_a_sign_that_it_lacks_is_a_question_mark(self, said, encoding):
        text = said(encoding)
        assert "??? ? Käse ?" in text and "→" not in text

    def test_in_json_no_letter_is_lost(self, said):
        assert self.NAME in json.loads(said("cp1252", "--json"))["summary"]
