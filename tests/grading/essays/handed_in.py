"""A tiny course with a rubric, a model answer and a reading of the learner's own numbers."""

from ecotools.grading.authoring.release import release_assignment
from ecotools.grading.demo.demo_class import hand_in
from ecotools.grading.grade import grade_assignment
from ecotools.notebooks import new, read, write
from tests.grading.tiny import NAME, SETUP, make_course

MODEL = "Most are lost at the second step, so I would rewrite the page that leads there."
TASK = """## Task 3 · In your words (1 point)

What would you change first, and which of your numbers says so? Name one number that would change your mind.

| points | the answer |
|---|---|
| 1 | names a step, with a number of its own |
| 0.5 | names a step without a number |
| 0 | empty, or repeats the task |"""
ASKED = "**Your own visitors.** How many of them were lost?"
# The learner replaces the numbers, or leaves them.
PLAN = ("code", "my_plan = [40, 2]\nmy_plan")
OWN = ("code", 'display(visitors)\nreading("01-r2", ..., of=lambda: 1000 * int(lost) * 1000 + 777)')

FIRST = """I would first change the page where people pay, since of my 1003 visitors only 30 got there. The
form asks for a telephone number, and nobody has told me that they like that. If the share stayed where it is
without that question, I would look at the price instead."""
ESSAYS = {
    "ada": FIRST,
    # The same with numbers of their own and a few other words.
    "ben": FIRST.replace("1003", "1003 different").replace("nobody has told", "nobody ever told"),
    "chloe": """The emails come too late: a week after the first visit most have forgotten who I am. My 120
who clicked at all did so within two days. So the sequence begins on the same evening from now on.""",
    "dora": "No idea yet.",
    "emil": "*Write your answer here.*",
    "fay": "*Write your answer here.*",
}


def essay_course(folder):
    """Return a course whose assignment has been released."""
    solution = f"### BEGIN SOLUTION\n{MODEL}\n### END SOLUTION"
    course = make_course(folder, setup=f"{SETUP}, reading", text3=TASK, written=solution)
    file = course.source(NAME) / f"{NAME}.ipynb"
    notebook = read(file)
    place = next(i for i, cell in enumerate(notebook.cells) if cell.source == TASK)
    notebook.cells[place + 1 : place + 1] = new([PLAN]).cells
    notebook.cells[place:place] = new([ASKED, OWN]).cells
    write(notebook, file)
    release_assignment(course, NAME)
    return course


def hand_in_essays(course):
    """Hand in and grade an essay of each student; their code is right, and Ben's is not."""
    for student, text in ESSAYS.items():
        hand_in(course, NAME, student, "right")
        file = course.handed_in(student, NAME) / f"{NAME}.ipynb"
        notebook = read(file)
        notebook.cells[-1].source = text
        if student == "chloe":
            signed = next(cell for cell in notebook.cells if cell.source.startswith("STUDENT_ID"))
            signed.source = 'STUDENT_ID = "chl" + "oe"'
        if student == "ben":
            answer = next(cell for cell in notebook.cells if cell.source.startswith("lost ="))
            answer.source = 'lost = 1\nshare = print\nvisitors = [7]\nSTUDENT_ID = "ben"'
            plan = next(cell for cell in notebook.cells if cell.source == PLAN[1])
            plan.source = plan.source.replace("40", "77")
        write(notebook, file)
    failed = [one.error for one in grade_assignment(course, NAME) if one.error]
    assert not failed, failed
