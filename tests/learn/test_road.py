"""The picture of the whole road says what the lessons say."""

from ecotools.learn import badges, modules
from ecotools.learn.badges import BADGES
from ecotools.notebooks import read
from tests.notebooks.course import LESSONS


def first_heading(lesson):
    return next(cell.source for cell in read(lesson).cells if cell.source.startswith("# ")).splitlines()[0]


def test_each_module_has_the_title_and_the_question_of_its_lesson():
    said = [f"# {row.title}: {row.question}".casefold() for row in modules().itertuples()]
    numbers = modules()["module"].tolist()
    found = {lesson.name[:2]: first_heading(lesson).casefold() for lesson in LESSONS}
    lacking = sorted(set(found) - set(numbers))
    assert not lacking, (
        f"ecotools/data/modules.csv has no row for {', '.join(lacking)}: number, title, question"
    )
    assert found == dict(zip(numbers, said, strict=True))
    assert numbers == [f"{place:02}" for place in range(len(numbers))]


def test_every_badge_is_shown_with_what_it_is_for():
    shown = badges()
    assert shown["badge"].tolist() == [badge.title for badge in BADGES.values()]
    assert shown["what it is for"].str.endswith(".").all()
