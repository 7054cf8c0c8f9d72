"""What the commands show in a terminal: progress while they work, tables when they are done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.panel import Panel
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    import pandas as pd

    from ecotools.grading.authoring.proof import Proof
    from ecotools.grading.collect.collect import CollectOutcome
    from ecotools.grading.collect.plan import CollectPlan
    from ecotools.grading.doctor import MachineFinding
    from ecotools.grading.grade import GradedHandIn
    from ecotools.grading.settings import Settings
    from ecotools.notebooks import Run

Step = Callable[[str, int], Callable[[object], None]]


class _Rate(ProgressColumn):
    """How many are done a minute."""

    def render(self, task: Task) -> Text:
        """Return the rate, or a dash while nothing is known of it."""
        speed = task.finished_speed or task.speed
        return Text(f"{60 * speed:.0f}/min" if speed else "–", style="cyan")


@contextmanager
def progress(show: bool = True) -> Iterator[Step]:
    """Show a bar for each step: call it with a name and the number of parts, its result after each.

    Without ``show`` nothing is shown.
    """
    if not show:
        yield lambda name, parts: lambda part: None
        return
    columns = [TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn(), _Rate()]
    times = [TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn()]
    with Progress(*columns, *times, console=_console()) as bars:

        def step(name: str, parts: int) -> Callable[[object], None]:
            bar = bars.add_task(name, total=parts)

            def done(part: object) -> None:
                error = getattr(part, "error", "")
                if error:
                    bars.console.print(error, style="red", markup=False, soft_wrap=True)
                bars.advance(bar)

            return done

        yield step


def _console() -> Console:
    """Return a console on the stdout of now, wide enough for tables where there is no terminal."""
    console = Console()
    return console if console.is_terminal else Console(width=140)


def show_runs(runs: Iterable[Run]) -> None:
    """Print how each notebook went, how long it took, and how the network was cut off."""
    table = Table("Notebook", "Result", "Seconds", "Network")
    for run in runs:
        table.add_row(run.path.name, "ran" if run.ok else "failed", f"{run.seconds:.1f}", run.network)
    _console().print(table)


def show_mutants(proof: Proof) -> None:
    """Print the mutants of an assignment that get full points, and how many were refused."""
    table = Table("Task", "Line", "Mutation that gets full points", title=proof.assignment.name)
    for mutant, answer in proof.mutants:
        if answer.right:
            table.add_row(answer.task, str(mutant.line or ""), _plain(mutant.name))
    console = _console()
    if proof.survivors:
        console.print(table)
    refused = len(proof.mutants) - len(proof.survivors)
    seen = proof.seen
    by_sight = sum(not answer.by_sight for answer in seen)
    console.print(f"{proof.assignment.name}: {refused} of {len(proof.mutants)} refused ({proof.score:.0%})")
    console.print(
        f"{proof.assignment.name}: {by_sight} of {len(seen)} refused by the visible checks alone "
        f"({proof.score_by_sight:.0%})"
    )


def show_plan(plan: CollectPlan, outcomes: Iterable[CollectOutcome]) -> None:
    """Print what a source was understood to hold, and what of it is not taken."""
    console = _console()
    table = Table("Assignment", "Student", "Files", "Time (UTC)", "Time of the", "What happens", "Note")
    for outcome in outcomes:
        handin = outcome.handin
        time = handin.handed_in.replace(microsecond=0) if handin.handed_in else "not known"
        row = handin.assignment, handin.student, len(handin.files), time, handin.clock, outcome.what
        style = "red" if outcome.error else "" if outcome.writes else "dim"
        table.add_row(*map(_plain, (*row, "; ".join(handin.notes))), style=style)
    if plan.handins:
        console.print(table)
    reasons: dict[str, list[str]] = {}
    for note in plan.ignored:
        reasons.setdefault(note.why, []).append(note.where)
    for why, places in reasons.items():
        more = f" and {len(places) - 3} more" if len(places) > 3 else ""
        text = f"left out, {why}: {', '.join(places[:3])}{more}"
        console.print(text, style="dim", markup=False, soft_wrap=True, highlight=False)
    for note in plan.refused:
        text = f"refused, {note.where}: {note.why}"
        console.print(text, style="red", markup=False, soft_wrap=True, highlight=False)


def show_collected(outcomes: Iterable[CollectOutcome], refused: list[str], dry_run: bool) -> None:
    """Print what could not be written, and how many hand-ins were."""
    console, outcomes = _console(), list(outcomes)
    for error in (outcome.error for outcome in outcomes if outcome.error):
        console.print(f"refused, {error}", style="red", markup=False, soft_wrap=True, highlight=False)
    written = sum(outcome.writes for outcome in outcomes)
    words = "would be collected" if dry_run else "collected"
    rest = len(outcomes) - written - sum(bool(outcome.error) for outcome in outcomes)
    console.print(f"{written} {words}, {rest} left as they are, {len(refused)} refused.", highlight=False)


def show_grades(grades: pd.DataFrame, page: Path, says: Iterable[str]) -> None:
    """Print the table of the class, what its report says in sentences, and the path of the report."""
    from ecotools.grading.report import matrix

    if grades.empty:
        _console().print("Nothing was handed in.")
        return
    shown = matrix(grades)
    table = Table("Student", *map(_plain, shown.columns), title="Points of the class")
    for student, row in shown.iterrows():
        table.add_row(_plain(student), *map(_plain, row))
    console = _console()
    console.print(table)
    for sentence in says:
        console.print(sentence, markup=False, soft_wrap=True, highlight=False)
    console.print(f"The report: {page}", soft_wrap=True, highlight=False)


def show_status(status: pd.DataFrame) -> None:
    """Print who handed in what and what became of it."""
    table = Table("Assignment", "Student", "Handed in", "State", "Score", "Late")
    for row in status.itertuples():
        score = "" if row.score != row.score else f"{row.score:g} of {row.points:g}"
        what = (row.assignment, row.student, row.handed_in or "no date", row.state, score, _late(row))
        table.add_row(*map(_plain, what))
    _console().print(table if len(status) else "Nothing was handed in.")


def _late(row) -> str:
    """Return how late a hand-in is, and what that costs; "" when it is in time."""
    from ecotools.grading.gradebook.late_penalties import in_days

    if row.late != row.late:
        return "not known"
    return ", ".join(filter(None, (in_days(row.late * 3600), f"-{row.penalty:g}" if row.penalty else "")))


def _plain(text: object) -> str:
    """Return ``text`` so that rich prints it as it is."""
    from rich.markup import escape

    return escape(str(text))


def show_sandbox(settings: Settings) -> None:
    """Warn, where nobody can miss it, when hand-ins will run without a sandbox."""
    from ecotools.grading.settings import OFF, missing_sandbox

    why = "it was switched off" if settings.sandbox == OFF else missing_sandbox()
    if why:
        text = (
            f"No sandbox: {why}. Hand-ins will run with your rights: they can read and change what you can. "
            "`ecotools doctor` says more; --sandbox require refuses to grade like this."
        )
        _console().print(Panel(text, title="Warning", style="bold red"))


def show_handins(handins: Iterable[GradedHandIn]) -> None:
    """Print how many were graded now and before, whose points changed, and what a person should look at."""
    handins, console = list(handins), _console()
    before = sum(one.unchanged for one in handins)
    graded = sum(one.graded for one in handins) - before
    console.print(
        f"{graded} graded, {before} unchanged since before, {len(handins) - graded - before} failed."
    )
    _show_changes(console, handins)
    for one in handins:
        for text in (*one.by_hand, *one.flagged):
            console.print(f"Look at {one.student}, {one.assignment}: {text}", style="yellow", markup=False)
        for text in one.repairs:
            console.print(f"Repaired for {one.student}, {one.assignment}: {text}", style="dim", markup=False)


def _show_changes(console: Console, handins: Iterable[GradedHandIn]) -> None:
    """Print who has other points than before and why, and what was made in another environment."""
    same, elsewhere = Counter(), Counter()
    for one in handins:
        elsewhere.update([one.elsewhere] if one.elsewhere else [])
        if one.error or not one.why:
            continue
        why = "; ".join(one.why)
        if one.before == one.after:
            same[why] += 1
            continue
        points = f"from {_points(one.before)} to {_points(one.after)} points"
        console.print(f"Changed for {one.student}, {one.assignment}: {points}: {why}", markup=False)
    for why, count in same.items():
        console.print(f"{count} graded again, with the points of before: {why}", markup=False)
    for how, count in elsewhere.items():
        text = (
            f"{count} unchanged since they were graded in another environment ({how}); their result does not"
        )
        console.print(f"{text} depend on it. --force grades them again.", style="dim", markup=False)


def _points(points: float | None) -> str:
    return "no" if points is None else f"{points:g}"


def show_findings(findings: Iterable[MachineFinding]) -> None:
    """Print what `ecotools doctor` found."""
    table = Table("", "What", "Found")
    for one in findings:
        table.add_row("[green]✓[/]" if one.good else "[red]✗[/]", one.what, Text(one.found))
    _console().print(table)
