"""The proofs find checks that do not stand on their own: each fault is put in on purpose."""

import pytest

from ecotools.grading.authoring import soundness
from ecotools.grading.authoring.proof import prove_assignment
from tests.grading.conftest import needs_fork
from tests.grading.tiny import LOST_CHECK, NAME, SHARE_CHECK, make_course

pytestmark = needs_fork
EMPTY = 'with check("01-q1", "share", points=2) as expect:\n    pass'
ANY_VALUE = """with check("01-q2", "lost", points=3) as expect:
    expect.that(lost is not None, "Say how many were lost.")"""
UNSEEDED = "import numpy as np\n\nvisitors = pd.Series(np.random.default_rng().integers(100, 999, 3))"
OLD_STATE = "import random\n\nvisitors = pd.Series([random.randint(500, 900), 120, 30])"


def findings(folder, **changed):
    return "\n".join(soundness.findings(make_course(folder, **changed).assignment(NAME), {}))


def test_sound_checks_have_no_findings(tmp_path):
    assert findings(tmp_path) == ""


def test_an_empty_check_is_found(tmp_path):
    found = findings(tmp_path, share_check=EMPTY)
    assert "01-q1: the visible check says right whatever `share` is or returns" in found
    assert "01-q1: full points for a `share` that is -98765.4321 or" in found


def test_a_check_that_takes_any_value_is_found(tmp_path):
    assert "the visible check says right whatever `lost` is" in findings(tmp_path, lost_check=ANY_VALUE)


def test_a_check_that_needs_a_name_made_in_another_is_found(tmp_path):
    maker, user = SHARE_CHECK + "\nhelper = 0", LOST_CHECK.replace("lost > 0", "lost > helper")
    found = findings(tmp_path, share_check=maker, lost_check=user)
    assert "01-q2: refuses the reference when no other check has run before" in found and "helper" in found


@pytest.mark.parametrize("data", [UNSEEDED, OLD_STATE])
def test_data_without_a_seed_are_found(tmp_path, data):
    assert "`visitors` is another when set-up runs again" in findings(tmp_path, variant=data)


def test_an_example_in_the_text_that_is_wrong_is_found(tmp_path):
    text = "## Task 1 · A share (2 points)\n\nExample: `share(1, 4)` is `0.3`, and `share(2, 4)` is `0.5`."
    found = findings(tmp_path, text1=text)
    assert found == "01-q1: share(1, 4) is 0.3 in the text; the reference gives 0.25"


def test_words_that_look_like_an_example_are_none(tmp_path):
    text = "## Task 1 · A share (2 points)\n\n`share(part, whole)` is `part` of `whole`; `f(…)` is `so`."
    assert findings(tmp_path, text1=text) == ""


def test_a_hidden_test_that_is_true_for_some_students_only_is_found(tmp_path):
    course = make_course(tmp_path, lost_check=LOST_CHECK.replace("len(STUDENT_ID)", "9"))
    proof = prove_assignment(course, NAME, ("reference",), students=4)
    (found,) = {text.partition(":")[0] for text in proof.findings()}
    assert found == "01-q2-check" and "for the STUDENT_ID 'ada'" in "\n".join(proof.findings())
    assert prove_assignment(make_course(tmp_path / "b"), NAME, ("reference",), students=4).findings() == []


def test_the_ids_of_students_are_odd_and_different():
    assert len(set(soundness.students(20))) == 20 and "O'Hara" in soundness.students(3)


def test_the_visible_check_is_scored_by_itself(tmp_path):
    proof = prove_assignment(make_course(tmp_path), NAME, ("mutants",))
    assert proof.score == 1 and proof.score_by_sight < 0.7
    assert "the visible checks alone refuse" in "\n".join(proof.low_scores())
