"""`ecotools report` with a YAML file writes the report of that blueprint, and says in words what is wrong."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from ecotools.cli import main
from ecotools.ledger import write_ledger
from tests.report.pages import DAY, HOSTILE, SOFTWARE, TEN_LINES, page, trade

QUICKLY = ("--date", DAY, "--months", 6, "--runs", 10)


def run(*words):
    """Return exit code and text of `ecotools report`; an exception that is no message fails the test."""
    result = CliRunner().invoke(main, ["report", *map(str, words)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, " ".join(result.output.split())


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "my-blueprint.yaml"
    file.write_text(TEN_LINES)
    return file


def test_it_writes_the_page_and_says_where(file, tmp_path):
    out = tmp_path / "out" / "page.html"
    code, text = run(file, "-o", out, *QUICKLY)
    assert code == 0 and text.startswith(f"The report: {out} ")
    assert out.read_text(encoding="utf-8") == page("ten lines")


def test_without_a_file_to_write_it_is_report_html_here(file, monkeypatch):
    monkeypatch.chdir(file.parent)
    assert run("-q", file.name, *QUICKLY) == (0, "report.html")
    code, text = run("--json", file.name, *QUICKLY)
    assert code == 0 and json.loads(text)["report"] == "report.html" and "lacking" in json.loads(text)
    assert (file.parent / "report.html").exists()


def test_with_a_ledger_it_shows_what_happened(tmp_path):
    file = tmp_path / "software.yaml"
    file.write_text(SOFTWARE)
    folder, out = write_ledger(trade(), tmp_path / "ledger"), tmp_path / "r.md"
    assert run(file, "--ledger", folder, "--out", out, *QUICKLY)[0] == 0
    assert "MRR movements" in out.read_text(encoding="utf-8")


def test_it_says_what_is_not_in_it_and_which_fields_would_bring_it(file, tmp_path):
    text = run(file, "-o", tmp_path / "r.html", *QUICKLY)[1]
    assert "Not in it yet" in text and "Plan: plan.phases" in text and "Cash and financing: financing" in text


def test_the_format_names_the_file_and_the_file_the_format(file, monkeypatch):
    monkeypatch.chdir(file.parent)
    assert run("-q", file.name, "--format", "md", *QUICKLY) == (0, "report.md")
    assert run("-q", file.name, "-o", "other.md", *QUICKLY) == (0, "other.md")
    assert (file.parent / "report.md").read_text() == (file.parent / "other.md").read_text()


def test_without_a_chromium_a_pdf_is_refused_in_words(file, monkeypatch, tmp_path):
    monkeypatch.setattr("ecotools.report.pdf.chromium", lambda: None)
    code, text = run(file, "-o", tmp_path / "r.pdf", *QUICKLY)
    assert code == 1 and "a PDF is printed by Chromium or Chrome, and none was found" in text


def test_hostile_text_is_written_too(tmp_path):
    file = tmp_path / "hostile.yml"
    file.write_text(HOSTILE, encoding="utf-8")
    assert run(file, "-o", tmp_path / "r.html", *QUICKLY)[0] == 0


class TestItSaysInWordsThat:
    def test_there_is_no_such_blueprint(self, file):
        code, text = run(file.with_name("my-bluprint.yaml"))
        assert code == 1 and "there is no file 'my-bluprint.yaml'" in text and "'my-blueprint.yaml'?" in text

    def test_a_blueprint_is_malformed_and_where(self, file):
        file.write_text("name: Q\nprodcuts: []\n")
        code, text = run(file)
        assert code == 1 and "line 2" in text and "Did you mean 'products'?" in text

    def test_a_folder_is_no_blueprint(self, tmp_path):
        (tmp_path / "folder.yaml").mkdir()
        code, text = run(tmp_path / "folder.yaml")
        assert code == 1 and "is a folder" in text and "Errno" not in text

    def test_a_ledger_cannot_be_read_and_why(self, file, tmp_path):
        (tmp_path / "ledger").mkdir()
        (tmp_path / "ledger" / "ledger.json").write_text('{"currency": "EUR"}')
        (tmp_path / "ledger" / "orders.csv").write_text("order_id,day\n1,2025-01-01\n")
        code, text = run(file, "--ledger", tmp_path / "ledger", "-o", tmp_path / "r.html")
        assert code == 1 and "orders.csv" in text and not (tmp_path / "r.html").exists()

    def test_there_is_no_such_ledger(self, file, tmp_path):
        assert run(file, "--ledger", tmp_path / "none")[0] == 2

    def test_a_file_cannot_be_written(self, file, tmp_path):
        code, text = run(file, "-o", file / "r.html", *QUICKLY)
        assert code == 1 and "the report cannot be written: " in text and "Errno" not in text

    def test_out_is_a_folder(self, file, tmp_path):
        code, text = run(file, "-o", tmp_path)
        assert code == 2 and "--out is a file, such as" in text

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["--date", "1 March"], "date must be a day such as 2025-03-01"),
            (["--runs", "3"], "runs must be a whole number, 10 or more"),
            (["--profile", "sass"], "Did you mean 'saas'?"),
            (["--months", "many"], "not a valid integer"),
        ],
    )
    def test_an_option_is_wrong(self, file, words, said):
        code, text = run(file, *words)
        assert code == 2 and said in text


class TestTheReportOfAClassIsAnotherCommand:
    @pytest.mark.parametrize("words", [(), ("01-tiny",)])
    def test_and_is_named_to_those_who_ask_for_it_here(self, words):
        code, text = run(*words)
        assert code == 2 and "name the YAML file of a blueprint" in text and "ecotools class-report" in text

    def test_each_has_its_own_help(self):
        of_class = CliRunner().invoke(main, ["class-report", "--help"]).output
        assert "the report of a business" in run("--help")[1] and "--months" not in of_class
        assert "the report of a class" in of_class and "ASSIGNMENT" not in run("--help")[1]


def test_grading_stays_unimported(file, tmp_path):
    words = ["report", str(file), "-o", str(tmp_path / "r.html")]
    code = (
        f"import sys; from ecotools.cli import main; main({words!r}, standalone_mode=False); "
        "print([name for name in sys.modules if name == 'nbgrader' or name.startswith('ecotools.grading')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
