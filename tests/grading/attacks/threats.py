"""Print ``docs/threats.md``, made from the attacks and what the tests assert of them: see ecotools docs."""

from pathlib import Path

from .graded import ATTACKS, COLLECTING

FILE = Path(__file__).parents[3] / "docs" / "threats.md"
COLUMNS = ("attack", "stock nbgrader 0.9.6", "in the sandbox", "in a plain kernel", "how")
INTRODUCTION = """# What a hand-in can do to the grader

<!-- Made from tests/grading/attacks/ by `ecotools docs`; change that, not this. -->

Grading runs code that strangers wrote. This page lists what was tried against it and what came of it. Its
tables come from the attacks in `tests/grading/attacks/`; the tests run each of them in a class with honest
hand-ins, and say so when a row is not true any more.

**What is protected.** In the sandbox (Linux with bubblewrap) a hand-in sees its own files, processes and
network and nothing else: no gradebook, no solutions, no tests, no other hand-in. What it starts ends with it.
Time, memory, processes, files and output have limits. What it changes in its tests is restored from the
gradebook. A hand-in that cannot be graded is named; the others are graded. Where there is no sandbox,
grading says so, and the column "in a plain kernel" holds: tests run in another process there too, but the
machine, the gradebook and that process lie open.

**How scores are protected.** Tests never run where answers run. A hand-in runs in its own process. The tests
run in another one, the judge, beside the instructor's set-up cells and libraries. What the answers bind
stands there as a copy of its value, or as a function that asks the hand-in's process for its result. What
crosses is data of a closed list of kinds, checked field by field: nothing is unpickled, evaluated or
imported. So a hand-in can change Python, pandas, `check` or the grader's own code in its process as it
likes: it changes what it answers, and no more. Only what ran without an error counts. Code that reaches for
the inside of Python or of the grader is still named, as a reason to look at the hand-in; the score stands.

**How hidden cases are protected.** A hand-in never sees a hidden test that the judge runs. It does see
what a hidden case gives to its functions. Where all tests of a notebook call `check`, they run after its
last cell, and from the first hidden case on nothing is shown of what the hand-in prints, displays or warns.

**What is not protected.**

- Some tests cannot be judged from outside: they look at a figure, call methods of an object, read a file
  that an answer writes, or bind a name that a later cell needs. They run in the process of the hand-in, and
  whoever changes Python there changes their verdict, unseen. Grading finds them by trying the reference
  solution; write tests so that there are none.
- Tests without `check`, as foreign courses have them, run as the cells are reached. A function that
  remembers what a hidden case gave it can show that in a later cell.
- A function that remembers can also put it into what a later test says of it: into the error that it
  raises, or the value that it returns. Feedback shows that to the student. Use other hidden cases next year.
- An answer can be slow to read or to compare: then the judge runs out of time, and the report says that the
  test could not be run. That is 0 points. Look at the answer before you look at the test.
- A test that asks the hand-in for its tools gets the hand-in's tools: a name that only an answer cell
  imports comes from there. Import what tests need in a set-up cell.
- A change that a function makes in what it was given is made in the judge too, as any call would; `check`
  refuses it unless the task asks for it. A test with plain asserts should compute what it expects first. A
  function may hide such a change: then it is as if it had made none.
- `STUDENT_ID` is what the hand-in says. Somebody who picks another one gets the variant of another one.
- An answer that is right for the cases of the tests gets the points, hidden cases included, however it came
  about. Tests see what code does, not who wrote it.
- Without a sandbox, hand-ins and the judge run with your rights: each can read and write what you can, and
  look into the judge's process. Grade code that you do not trust in the sandbox.
- There are no control groups: the limit on memory holds for each process, so 64 processes may take 64 times
  as much. When memory runs out, the system ends the processes of hand-ins first.
- What a browser shows of nbgrader is nbgrader's: since 0.9.6 its validate page refuses paths that leave the
  course; whether another page may frame the formgrader is up to Jupyter's settings. Neither is tested here.
- The sandbox is as good as the Linux kernel that it runs on. Keep that one up to date.

**Words.** "No effect": the wrong answers got 0 points as if nothing had been tried. "0 points": they got 0
for another reason, which is named. "Reported": somebody who reads the report of the class sees it. "Not
tried" in the second column: nobody has looked what nbgrader does.
"""


def text() -> str:
    """Return the text of the page."""
    parts = [INTRODUCTION]
    for group, attacks in {**ATTACKS, "Collecting": COLLECTING}.items():
        rows = [(one.tries, one.stock, one.sandbox, one.kernel, one.how) for one in attacks]
        table = [COLUMNS, ("---",) * len(COLUMNS), *rows]
        lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in table]
        parts.append(f"## {group}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    print(text(), end="")
