"""Write ``docs/threats.md`` from the attacks and what the tests assert of them."""

from pathlib import Path

from .graded import ATTACKS, COLLECTING

FILE = Path(__file__).parents[3] / "docs" / "threats.md"
COMMAND = "python -m tests.grading.attacks.threats"
COLUMNS = ("attack", "stock nbgrader 0.9.6", "in the sandbox", "in a plain kernel", "how")
INTRODUCTION = """# What a hand-in can do to the grader

Grading runs code that strangers wrote. This page lists what was tried against it and what came of it. Its
tables are generated from the attacks in `tests/grading/attacks/` with
`{command}`; the tests run each of them in a class with
honest hand-ins, and say so when a row is not true any more.

**What is protected.** In the sandbox (Linux with bubblewrap) a hand-in sees its own files, processes and
network and nothing else: no gradebook, no solutions, no other hand-in. What it starts ends with it. Time,
memory, processes, files and output have limits. What it changes in its tests is put right from the
gradebook. A hand-in that cannot be graded is named; the others are graded. Where there is no sandbox,
grading says so, and the column "in a plain kernel" holds: what is done to the tests is found there too, but
the machine and the gradebook lie open.

**How scores are protected.** Only what ran without an error counts, and nothing that a hand-in says is
unpickled. Before each test, a throw-away copy of the student's process runs the test itself and two twins
of it that must fail. When a twin passes, when the test passes in the process and not in the copy, or when a
thread runs beside it, the score is withheld. Code that reaches for the inside of Python or of the grader is
named. Both are evidence for a person and never an automatic zero: look at the hand-in, talk to the student,
then give the score in the formgrader.

**What is not protected.**

- Tests run in the process of the answer. Whoever knows this grader's source can rewrite its half in that
  process and hide what the code reaches for; the row that says "not stopped" does so. For an exam, look at
  the code, or ask in person.
- A hand-in can find out that it runs in a copy, by its process number for one. Then it must behave there,
  and its wrong answers fail there.
- There are no control groups: the limit on memory holds for each process, so 64 processes may take 64 times
  as much. When memory runs out, the system ends the processes of hand-ins first.
- A hand-in reads the hidden tests while they run, and sees them in its own history. It cannot send them
  anywhere from the sandbox, but what it prints comes back in the feedback.
- What a browser shows of nbgrader is nbgrader's: since 0.9.6 its validate page refuses paths that leave the
  course; whether another page may frame the formgrader is up to Jupyter's settings. Neither is tested here.
- The sandbox is as good as the Linux kernel that it runs on. Keep that one up to date.

**Words.** "No effect": the wrong answers got 0 points as if nothing had been tried. "0 points": they got 0
for another reason, which is named. "Reported": somebody who reads the report of the class sees it.
"Withheld": no score until a person gives one. "Not tried" in the second column: nobody has looked what
nbgrader does.
"""


def text() -> str:
    """Return the text of the page."""
    parts = [INTRODUCTION.format(command=COMMAND)]
    for group, attacks in {**ATTACKS, "Collecting": COLLECTING}.items():
        rows = [(one.tries, one.stock, one.sandbox, one.kernel, one.how) for one in attacks]
        table = [COLUMNS, ("---",) * len(COLUMNS), *rows]
        lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in table]
        parts.append(f"## {group}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
