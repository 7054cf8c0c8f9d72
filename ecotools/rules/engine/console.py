"""A review in a terminal: findings with file and line, then what to describe next; and one rule explained."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.text import Text

from ecotools.rules.engine.explanation import example, facts

if TYPE_CHECKING:
    from ecotools.rules.engine.result import ReviewResult, Told
    from ecotools.rules.engine.rule import Rule

_STYLE = {"error": "bold red", "warning": "yellow", "info": "cyan"}
MOST = 5
"""Fields that are advised at the end."""


def show_review(found: ReviewResult, file: str, *, every: bool = False, to: TextIO | None = None) -> None:
    """Print a review; with `every`, also each rule that was not checked and what it misses.

    Parameters
    ----------
    found : ReviewResult
    file : str
        What the blueprint is called, before the line number.
    every : bool
        List the rules that were not checked.
    to : text file, optional
        Where to print. Default: the terminal.
    """
    console = Console(file=to, width=None if to is None else 110, highlight=False)
    for (title, threshold, do), alike in groupby(found.findings, lambda t: (t.title, _threshold(t), t.do)):
        for told in alike:
            _print(console, _head(told, file))
        _print(console, Text(f"    {title}.{threshold}", style="dim"))
        _print(console, Text(f"    → {do}"))
    if found.findings:
        console.print()
    _say_waived(console, found)
    _print(console, Text(found.summary(), style="bold red" if found.errors else "bold green"))
    if found.not_checked:
        _say_not_checked(console, found, every)


def _head(told: Told, file: str) -> Text:
    place = f"{file}:{told.line}" if told.line else file
    where = f"{told.where}: " if told.where else ""
    return Text.assemble(
        (place, "bold"), "  ", (told.severity, _STYLE[told.severity]), f"  {told.rule}  {where}{told.found}"
    )


def _threshold(told: Told) -> str:
    if not told.threshold:
        return ""
    return f" Threshold: {told.threshold}" + (f" ({told.basis.rstrip('.')})." if told.basis else ".")


def _say_waived(console: Console, found: ReviewResult) -> None:
    """Print what is waived with its reason, so that nobody takes it for right."""
    for one, told in found.waived:
        head = f"waived  {one.rule.id}  {'; '.join(each.found for each in told)}"
        _print(console, Text(head, style="dim"))
        _print(console, Text(f"    {one.waiver}", style="dim"))
    for one in found.needless:
        _print(console, Text(f"waived  {one.rule.id}  finds nothing: the waiver can go", style="dim"))
    if found.waived or found.needless:
        console.print()


def _say_not_checked(console: Console, found: ReviewResult, every: bool) -> None:
    if every:
        console.print()
        for one in found.not_checked:
            _print(console, Text(f"not checked  {one.rule.id}  {one.rule.title}"))
            _print(console, Text(f"    missing: {', '.join(one.missing)}", style="dim"))
        for one in found.not_applying:
            _print(console, Text(f"does not apply  {one.rule.id}  {one.rule.title}"))
            _print(console, Text(f"    {'; '.join(one.none)}", style="dim"))
    console.print()
    _print(console, Text("Describe next, so that more can be checked:"))
    width = max(len(one.field) for one in found.advice[:MOST])
    for one in found.advice[:MOST]:
        _print(console, Text(f"  {one.field:<{width}}  {one.words()}"))
    if not every:
        _print(
            console, Text("--all lists every rule that was not checked, with what it misses.", style="dim")
        )


def show_rule(rule: Rule) -> None:
    """Print all that explains a rule."""
    console = Console(highlight=False)
    _print(console, Text(f"{rule.id} · {rule.title}", style="bold"))
    for label, words in (*facts(rule), ("File", rule.file)):
        _print(console, Text.assemble((f"{label}: ", "bold"), words))
    for label, yaml in (("A blueprint with this finding", rule.fails), ("One that is ok", rule.passes)):
        _print(console, Text(f"\n{label}:\n", style="bold"))
        _print(console, Text("\n".join(f"    {line}" for line in example(yaml).splitlines())))


def _print(console: Console, text: Text) -> None:
    console.print(text, soft_wrap=True)
