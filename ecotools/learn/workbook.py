"""The learner's own blueprint, which grows by one section per module."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from textwrap import dedent, indent
from types import MappingProxyType
from typing import TYPE_CHECKING

from .places import blueprint_file, may_write_blueprint

if TYPE_CHECKING:
    from ecotools.blueprint import Blueprint

_START = (
    "# My ecosystem. Every module of the course adds a section; change it as you like.\nname: My ecosystem\n"
)


@dataclass
class _Held:
    """The text that a check would give the file: what its sections have made of it so far."""

    text: str = ""

    def write(self) -> None:
        """Write the text, where there is one and it may be written."""
        if self.text and may_write_blueprint():
            write_blueprint(blueprint_file(), self.text)


_held: ContextVar[_Held | None] = ContextVar("held", default=None)


@contextmanager
def writes_wait() -> Iterator[Callable[[], None]]:
    """Hold back what `add_to_blueprint` would write, and give the function that writes it after all.

    A check uses it, so that its sections are kept when the whole check passes and not before. A second
    section of one check sees the first.
    """
    held = _Held()
    token = _held.set(held)
    try:
        yield held.write
    finally:
        _held.reset(token)


def add_to_blueprint(
    section: str,
    text: str,
    *,
    lend: Mapping[str, str] = MappingProxyType({}),
    later: Iterable[str] = (),
) -> Blueprint:
    """Put a section into the learner's ``my-blueprint.yaml``, and return the blueprint it makes.

    The section replaces the one of its name; everything else in the file keeps its bytes. What the file
    held before stays beside it as ``my-blueprint.yaml.bak``. Inside a check, the file is written when the
    check passes, and a second section sees the first before that; while nbgrader validates or grades,
    nothing is written.

    Parameters
    ----------
    section : str
        A section of a blueprint: "audience", "products", "journey", "funnel", "kpis", ...
    text : str
        The YAML of the section, without its name (a line ``journey:`` above them does no harm, with
        comments or without).
    lend : dict of str to str, optional
        Sections that ``text`` refers to, by name, as YAML: they join the file where it has none of that name,
        such as a product whose churn is assumed, for a learner who has not named any.
    later : names of sections, optional
        Those that the same check is going to put in next. What the file holds of them is set aside, since it
        may refer to what this section no longer has, such as a product that has another id now.

    Raises
    ------
    BlueprintError
        When the section is not valid, with the lines of ``text``; or when the file is not, or no longer fits.
    TypeError, ValueError
        When ``text`` is not text, or there is no such section.

    Examples
    --------
    >>> add_to_blueprint("audience", "who: Freelance writers\\npain_point: Clients haggle").audience.who
    'Freelance writers'
    """
    from ecotools.blueprint import Blueprint
    from ecotools.errors import one_of

    one_of(section, Blueprint.model_fields, "section")
    if not isinstance(text, str):
        raise TypeError(
            f"the text of the section must be YAML between triple quotes, not {type(text).__name__}"
        )
    if not text.strip():
        raise ValueError(f"the text of your {section} is empty: write its lines between the triple quotes")
    file, held = blueprint_file(), _held.get()
    if held and held.text:
        old = Blueprint.from_yaml(held.text)
    else:
        old = Blueprint.read(file) if file.exists() else Blueprint.from_yaml(_START)
    old = _with_lent(_without(old, later), lend)
    body, shift = _body(section, text)
    blueprint = _validated(section, body, shift, old, file.name)
    if held:
        held.text = _merged(section, body, old.to_yaml(), blueprint)
    elif may_write_blueprint():
        write_blueprint(file, _merged(section, body, old.to_yaml(), blueprint))
    return blueprint


def _with_lent(old: Blueprint, lend: Mapping[str, str]) -> Blueprint:
    """Return the blueprint with the lent sections that it lacks."""
    from ecotools.blueprint import Blueprint
    from ecotools.errors import one_of

    for name, text in lend.items():
        if not getattr(old, one_of(name, Blueprint.model_fields, "lend")):
            old = Blueprint.from_yaml(_text_with(name, _body(name, text)[0], old.to_yaml()))
    return old


def _without(old: Blueprint, sections: Iterable[str]) -> Blueprint:
    """Return the blueprint without some of its sections; the others keep their bytes where they can."""
    from ecotools.blueprint import Blueprint
    from ecotools.blueprint.yaml_text import document
    from ecotools.errors import one_of

    for name in sections:
        span = _span(one_of(name, Blueprint.model_fields, "later"), text := old.to_yaml())
        if span:
            old = Blueprint.from_yaml(text[: span[0]] + text[span[1] :])
        elif getattr(old, name):
            rest = old.model_dump(by_alias=True, exclude_defaults=True)
            rest.pop(name)
            old = Blueprint.from_yaml(document(rest))
    return old


def _body(section: str, text: str) -> tuple[str, int]:
    """Return the lines of the section, indented by two, and how many lines of ``text`` went before them.

    Comments above and beside the section's name go below it, so that they are replaced with the section.
    """
    lines = dedent(text.replace("\t", "  ")).rstrip().split("\n")
    skipped = next(place for place, line in enumerate(lines) if line.strip())
    lines = lines[skipped:]
    above = list(takewhile(lambda line: not line.strip() or line.lstrip().startswith("#"), lines))
    rest = lines[len(above) :]
    name = re.fullmatch(rf"{re.escape(section)} *: *(#.*)?", rest[0].strip()) if rest else None
    if name:
        comments = [line.strip() for line in above] + [name[1]] * bool(name[1])
        skipped += len(above) + 1 - len(comments)
        lines = comments + dedent("\n".join(rest[1:])).split("\n")
    return indent("\n".join(lines), "  "), skipped


def _validated(section: str, body: str, shift: int, old: Blueprint, file: str) -> Blueprint:
    """Return the blueprint with the new section; errors tell lines of the section from those of the file."""
    from ecotools.blueprint import Blueprint, BlueprintError, Problem
    from ecotools.blueprint.yaml_text import document

    first = f"{section}:\n{body}\n"
    others = old.model_dump(by_alias=True, exclude_defaults=True)
    others.pop(section, None)
    try:
        return Blueprint.from_yaml(first + document(others), source=f"your {section}")
    except BlueprintError as error:
        last = first.count("\n")
        mine = [
            Problem(one.field, one.message, one.line - 1 + shift if one.line else None)
            for one in error.problems
            if one.line is None or one.line <= last
        ]
        rest = [Problem(one.field, one.message) for one in error.problems if one.line and one.line > last]
    if mine:
        raise BlueprintError(mine, f"your {section}")
    raise BlueprintError(rest, f"{file} with your new {section}")


def _span(section: str, text: str) -> tuple[int, int] | None:
    """Return where a top-level section starts and ends in a YAML text."""
    start = re.search(rf"(?m)^{re.escape(section)}[ ]*:", text)
    if start is None:
        return None
    after = re.compile(r"(?m)^(?:[A-Za-z_\"'][^\n]*:|\.\.\.|---)").search(text, start.end())
    end = after.start() if after else len(text)
    # Comments right above the next section belong to that one, unless they are indented.
    comments = re.search(r"(?:^(?:#[^\n]*|[ ]*\r?)\n)+\Z", text[start.end() : end], re.MULTILINE)
    return start.start(), start.end() + comments.start() if comments else end


def _merged(section: str, body: str, old: str, wanted: Blueprint) -> str:
    """Return the old text with the section in its place, or at the end."""
    from ecotools.blueprint import Blueprint, BlueprintError

    text = _text_with(section, body, old)
    try:
        if Blueprint.from_yaml(text).model_dump() == wanted.model_dump():
            return text
    except BlueprintError:
        pass
    # A file written in an unusual style: let the blueprint write itself.
    blueprint = Blueprint.from_yaml(old)
    setattr(blueprint, section, getattr(wanted, section))
    return blueprint.to_yaml()


def _text_with(section: str, body: str, old: str) -> str:
    new = f"{section}:\n{body}\n".replace("\n", _line_end(old))
    span = _span(section, old)
    return old[: span[0]] + new + old[span[1] :] if span else old.rstrip("\r\n") + _line_end(old) * 2 + new


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def write_blueprint(file: Path, text: str) -> None:
    """Write the file whole or not at all, and keep what it held before."""
    content = text.encode("utf-8")
    if file.exists():
        before = file.read_bytes()
        if before == content:
            return
        _replace(file.with_name(f"{file.name}.bak"), before)
    _replace(file, content)


def _replace(file: Path, content: bytes) -> None:
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
