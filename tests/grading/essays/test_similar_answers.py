"""Answers that are nearly the same are found in a class; what the task says makes nobody alike."""

from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.essays.similar_answers import FEWEST, NEAR, alike, alike_in_class, grouped, pieces
from tests.grading.tiny import NAME

from .handed_in import ESSAYS, FIRST, TASK

WORDS = [f"word{number}" for number in range(200)]


def test_a_copy_with_numbers_of_its_own_and_a_few_other_words_is_found():
    (pair,) = alike(ESSAYS)
    assert {pair.one, pair.other} == {"ada", "ben"} and 0.95 < pair.share < 1


def test_other_numbers_make_no_other_answer():
    assert alike({"ada": FIRST, "ben": FIRST.replace("1003", "877").replace("30", "4.5")})[0].share == 1


def test_an_answer_of_a_few_words_is_like_no_other():
    few = " ".join(WORDS[: FEWEST - 1])
    assert alike({"ada": few, "ben": few}) == []
    assert len(alike({"ada": f"{few} more", "ben": f"{few} more"})) == 1


def test_what_the_task_says_does_not_count():
    copied = TASK.replace("|", " ").replace("## ", "")
    assert alike({"ada": copied, "ben": copied}), "where nobody knows the task"
    assert alike({"ada": TASK, "ben": TASK}, given=TASK) == []
    both = {who: f"{TASK}\n{text}" for who, text in ESSAYS.items()}
    assert alike(both, given=TASK) == alike(ESSAYS)


@given(st.lists(st.sampled_from(WORDS), min_size=FEWEST, max_size=60), st.randoms())
def test_case_spaces_and_punctuation_make_no_difference(words, random):
    other = "".join(word.upper() + random.choice([" ", ", ", "; ", "\t"]) for word in words)
    assert alike({"ada": " ".join(words), "ben": other})[0].share == 1


@given(st.lists(st.lists(st.sampled_from(WORDS[:30]), min_size=FEWEST, max_size=40), min_size=2, max_size=5))
def test_pairs_are_named_once_and_never_below_the_least_share(answers):
    found = alike({f"s{number}": " ".join(words) for number, words in enumerate(answers)})
    assert all(NEAR <= pair.share <= 1 and pair.one < pair.other for pair in found)
    assert len({pair[:2] for pair in found}) == len(found)
    assert [pair.share for pair in found] == sorted((pair.share for pair in found), reverse=True)
    assert sum(map(len, grouped(found))) == len({who for pair in found for who in pair[:2]})


@given(st.text("ab \n", max_size=30), st.text("ab \n", max_size=30))
def test_the_runs_of_a_comparison_make_up_the_text_again(text, beside):
    assert "".join(one.text for one in pieces(text, beside)) == text.lstrip()


def test_the_groups_of_a_class_have_their_task_and_their_students(essays):
    (row,) = alike_in_class(essays, [NAME]).itertuples(index=False)
    assert (row.assignment, row.task, row.students, row.answers) == (NAME, "01-q3", ("ada", "ben"), 2)
    assert row.least == row.most > 0.95
    assert alike_in_class(essays, []).empty
