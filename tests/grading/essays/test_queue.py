"""The queue leads to each answer that waits, and answers that are alike come one after the other."""

from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.essays.queue import Waiting, answers_of, in_order, next_waiting
from tests.grading.tiny import NAME

from .handed_in import ESSAYS

answers = st.dictionaries(st.sampled_from("abcdefgh"), st.booleans(), min_size=1).map(
    lambda waits: [Waiting(part, f"student-{part}", waiting) for part, waiting in sorted(waits.items())]
)


@given(answers)
def test_whoever_goes_on_sees_each_waiting_answer_once(rows):
    seen, found = [], next_waiting(rows)
    while found:
        seen.append(found.part)
        rows = [Waiting(one.part, one.student, one.waits and one != found) for one in rows]
        found = next_waiting(rows, seen[-1])
    assert seen == sorted(seen) and not any(one.waits for one in rows)


@given(answers, st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=2))
def test_the_answers_of_a_group_stand_together_and_nobody_is_lost(rows, group):
    ordered = in_order(rows, [[f"student-{part}" for part in group]])
    places = [place for place, one in enumerate(ordered) if one.part in group]
    assert sorted(ordered, key=lambda one: one.part) == rows
    assert places == list(range(min(places, default=0), min(places, default=0) + len(places)))


def test_the_gradebook_says_who_waits(essays):
    with essays.gradebook() as gradebook:
        found = answers_of(gradebook.db, NAME)[NAME, "01-q3"]
    assert {one.student for one in found} == set(ESSAYS)
    assert {one.student for one in found if not one.waits} == {"emil", "fay"}, "who wrote nothing has 0"
