"""The group of all commands: its list says each in a whole sentence, and all end with the same codes."""

from __future__ import annotations

import codecs
import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click

from ecotools.extras import MissingExtraError, need

INTERRUPTED = 130
"""The exit code after Ctrl-C, which shells take for "ended by signal 2"."""
ESCAPED = "ecotools.json"
"""What a stream does with a sign that it cannot write, in JSON."""


class Commands(click.Group):
    """A group of commands."""

    def make_context(self, info_name: str | None, args: list[str], **extra: Any) -> click.Context:
        _let_signs_through("--json" in args)
        with _ended_alike():
            return super().make_context(info_name, args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _ended_alike():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their first sentences whole; click alone cuts them at the edge."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, first_sentence(command)) for name, command in commands if not command.hidden]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def needing(command: click.Command, extra: str, *modules: str) -> click.Command:
    """Return a command that refuses, before it does anything, where modules of an extra are missing."""
    run = command.callback

    @wraps(run)
    def checked(*args: Any, **given: Any) -> Any:
        need(extra, *modules)
        return run(*args, **given)

    command.callback = checked
    return command


def first_sentence(command: click.Command) -> str:
    """Return what the help of a command begins with.

    >>> first_sentence(click.Command("tell", help="Tell it, as\\n    it is.\\n\\n    And more."))
    'Tell it, as it is.'
    """
    return " ".join((command.help or "").split("\n\n")[0].split())


def _let_signs_through(as_json: bool) -> None:
    """Write a sign that the output has no letter for as "?", in JSON as its escape, rather than fail.

    On Windows what goes into a file or to another program has a code page of 256 letters.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.encoding.lower().startswith("utf"):
            stream.reconfigure(errors=ESCAPED if as_json else "replace")


def _escape(error: UnicodeError) -> tuple[str, int]:
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error(ESCAPED, _escape)


@contextmanager
def _ended_alike() -> Iterator[None]:
    """Leave with 130 and one word where somebody presses Ctrl-C; all that was begun is cleaned up by then.

    A file that cannot be read or written, on a full disk or without the right to, is named, and that is 1;
    so is a library that comes with an extra.
    """
    try:
        yield
    except KeyboardInterrupt:
        click.echo("\nInterrupted.", err=True)
        sys.exit(INTERRUPTED)
    except MissingExtraError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        if error.filename is None or error.strerror is None:
            raise
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error
