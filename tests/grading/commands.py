"""Commands of ecotools, run in this process for a course."""

from click.testing import CliRunner

from ecotools.cli import main


def run_in(course, *words):
    """Return exit code and text of a command; an exception that is no message fails the test."""
    result = CliRunner().invoke(main, [*map(str, words), "--course", str(course.root)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output
