"""The commands for the end of a term: keep it in one file, begin the next, forget a person."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from ecotools.cli.common import COURSE, JSON, course_at, readable_errors, tell

YES = click.option("--yes", is_flag=True, help="Do it without asking.")
DRY_RUN = click.option("--dry-run", is_flag=True, help="Only say what would be done.")


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@COURSE
@click.option("--check", is_flag=True, help="Look through FILE, and write nothing; no course is needed.")
@click.option(
    "--unpack",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Look through FILE and unpack it into this new folder, which is a course then.",
)
@JSON
def archive(file: Path | None, root: Path, check: bool, folder: Path | None, as_json: bool) -> None:
    """Pack the term into FILE: gradebook, roster, due dates, hand-ins, feedback, source and releases.

    With them come the report, the journal, the versions of ecotools, of Python and of what the tests import,
    and a checksum of each file. By default FILE is archives/COURSE-DAY.tar.gz. What was written is read again
    and compared before it gets its name. A gradebook of another database comes as a file of SQLite.

    Exit codes: 0 it is written, or right, 1 it is not, with the reason, 2 usage error.
    """
    if (check or folder) and file is None:
        raise click.UsageError("say which archive: FILE")
    from ecotools.grading.term import archive as archives
    from ecotools.grading.term import known_archives
    from ecotools.grading.term.moved_course import reading

    notes: list[str] = []
    with readable_errors():
        if check or folder:
            checked = archives.check(file)
            notes = archives.unpack(checked, folder) if folder else []
        else:
            course = course_at(root)
            checked = archives.pack(course, file or known_archives.usual_name(course, date.today()))
            known_archives.note(course, checked.file)
    manifest = checked.manifest
    if as_json:
        said = manifest and manifest.model_dump(exclude={"files", "links", "folders", "installed"})
        tell(checked.findings, True, archive=checked.file, says=said, folder=folder, notes=notes)
    if manifest and not checked.findings:
        click.echo(f"{checked.file} is whole: {_in_words(manifest)}")
        for text in notes:
            click.echo(text)
        if folder:
            click.echo(f"Unpacked into {folder}: {reading(folder)}")
        elif not check:
            click.echo(
                "Keep a copy of it on another disk. To look at it again: ecotools archive FILE --check"
            )
    tell(checked.findings, False)


def _in_words(manifest) -> str:
    count = len(manifest.files)
    book = manifest.gradebook
    graded = f", a gradebook with {book.rows.get('submitted_assignment', 0)} hand-ins" if book else ""
    return (
        f"{len(manifest.students)} students, {len(manifest.assignments)} assignments{graded}; {count} files,"
        f" packed {manifest.packed} with ecotools {manifest.ecotools} and Python {manifest.python}."
    )


@click.command("new-term")
@click.argument("name", required=False, metavar="[OLD]")
@COURSE
@click.option(
    "--archive",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The archive of the course as it is; by default the ones that `ecotools archive` wrote.",
)
@click.option("--no-archive", is_flag=True, help="Go on without an archive.")
@YES
@DRY_RUN
@JSON
def new_term(
    name: str | None,
    root: Path,
    file: Path | None,
    no_archive: bool,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Begin a new term with the same course; the one that ends goes to terms/OLD/.

    OLD is what the term that ends is called from now on; by default the day, like 2026-07-31. Its gradebook,
    roster, due dates, hand-ins, feedback and report go there, beside a copy of source, releases and
    configuration, so that every command reads them with --course terms/OLD. The source and the configuration
    stay, and the folders of the class are empty.

    It is refused unless an archive of the course as it is exists and is right. Nothing is deleted. A run that
    was stopped goes on when it is started again.

    Exit codes: 0 it is done, 1 it cannot be, with the reason, 2 usage error.
    """
    from ecotools.grading.term import next_term
    from ecotools.grading.term.known_archives import why_not_archived
    from ecotools.grading.term.moved_course import reading

    steps = None
    with readable_errors():
        course = course_at(root, unfinished=True)
        begun = next_term.unfinished(course.root)
        if not begun:
            steps = next_term.plan(course, name or str(date.today()))
            refused = [] if no_archive else why_not_archived(course, file)
            if refused:
                raise click.ClickException(
                    "\n".join([*refused, "First: ecotools archive. Or go on without one: --no-archive."])
                )
        target = course.root / "terms" / (begun or steps.name)
        if dry_run:
            tell([], as_json, term=target, moved=steps and steps.moved, copied=steps and list(steps.copied))
            said = steps.moved if steps else ["what is left of a run that was stopped"]
            click.echo(f"To {target} would go: {', '.join(said)}")
            return
        _ask(f"Put the term that ends into {target} and begin a new one?", yes or bool(begun), as_json)
        folder, notes = next_term.begin_term(course, steps)
    if as_json:
        tell([], True, term=folder, notes=notes)
    for text in notes:
        click.echo(text)
    click.echo(f"A new term has begun. The one before is in {folder}: {reading(folder)}")


@click.command()
@click.argument("student")
@COURSE
@YES
@DRY_RUN
@JSON
def forget(student: str, root: Path, yes: bool, dry_run: bool, as_json: bool) -> None:
    """Remove STUDENT from gradebook, roster, folders, journal, due dates, report and all that is remembered.

    STUDENT is an id, or what the roster knows them by. Then the folder of the course is looked through, and
    each file that still names them is named: exports, downloads, archives, terms that ended, what others
    wrote. What was sent elsewhere, backups, and what git keeps are not seen.

    Exit codes: 0 nothing in the folder names them, 1 something still does, or there is nobody so called, 2
    usage error.
    """
    from ecotools.grading.term import forget as forgetting

    with readable_errors():
        course = course_at(root)
        who = forgetting.somebody(course, student)
        if not dry_run and not yes:
            found = forgetting.forget(course, who, do=False)
            if not as_json:
                click.echo("\n".join([f"Of {found.called} this would be removed:", *found.removed]))
            _ask(f"Forget {found.called}? Nothing brings it back.", False, as_json)
        done = forgetting.forget(course, who, do=not dry_run)
    if as_json:
        tell(done.left, True, **{name: value for name, value in asdict(done).items() if name != "left"})
    click.echo(f"{done.called}: {'would be removed' if dry_run else 'removed'}:")
    click.echo("\n".join(done.removed) or "nothing")
    if done.namesakes:
        click.echo(f"The name was not looked for, since others have it, too: {', '.join(done.namesakes)}")
    click.echo("Not looked at: what you sent elsewhere, backups on other disks, and what git keeps.")
    if done.left:
        click.echo("Still named, and not changed:")
    tell(done.left, False)


def _ask(question: str, yes: bool, as_json: bool) -> None:
    """Ask before something that cannot be taken back; nobody can be asked where JSON is printed."""
    if yes:
        return
    if as_json:
        raise click.UsageError(
            "with --json nobody is asked: add --yes, or --dry-run to see what would be done"
        )
    if not click.confirm(question):
        raise click.ClickException("nothing is changed")
