"""The judge's end: stand-ins for one test, removed after it, and nothing of a hand-in breaks it."""

import pytest

from ecotools.grading.judge.bench import hidden_lines

from .ends import Ends

TWO = "a = 1\nb = [2]"


def test_stand_ins_are_there_for_their_test_only():
    ends = Ends(TWO)
    assert ends.test("assert a == 1")[2] is None
    ends.test("assert b == [2]")
    assert "a" not in ends.judge and "b" in ends.judge


def test_what_a_test_binds_itself_stays():
    ends = Ends(TWO)
    ends.test("a_then = a\na = 7")
    ends.seat("assert b")
    assert ends.judge["a_then"] == 1 and ends.judge["a"] == 7


def test_a_name_of_the_set_up_that_an_answer_binds_again_is_the_answer_s_at_the_test():
    ends = Ends("check = 3\nrate = 2", setup="rate = 1\nfrom ecotools.learn import check")
    assert ends.test("assert rate == 2 and check == 3")[2] is None


def test_a_name_that_only_a_hand_in_has_is_taken_when_the_judge_has_none_of_its_own():
    ends = Ends("f = abs\nhelper = 5\nowned = 6", setup="pass")
    ends.judge["owned"] = 1
    ends._answer = "f = abs"
    assert ends.test("assert f(-helper) == 5 and owned == 1")[2] is None


def test_a_test_sees_names_as_they_were_where_it_stands():
    ends = Ends("x = [1]\ny = 1\ndef f(): return y")
    kept = ends.remember("assert x == [1] and f() == 1")
    ends.handin.update(x=[2], y=2)
    assert ends.test("assert x == [1] and f() == 1", kept=kept)[2] is None
    assert ends.handin["y"] == 2 and ends.handin["x"] == [2]


def test_names_that_came_later_are_away_while_a_function_is_called_and_there_again():
    ends = Ends("def f():\n    return rate", setup="pass")
    ends.handin["rate"] = 1
    kept = ends.remember("assert f() == 1")
    del ends.handin["rate"]
    assert ends.test("assert f() == 1", kept=kept)[2] is None
    assert "rate" not in ends.handin


def test_what_a_call_binds_globally_stays():
    ends = Ends("n = 0\ndef f():\n    global n\n    n += 1\n    return n")
    assert ends.test("assert [f(), f()] == [1, 2]")[2] is None


def test_a_value_that_cannot_cross_concerns_the_test_that_reads_it():
    ends = Ends("x = 1\nlong = []\nlong.append(long)", setup="pass")
    assert ends.seat("assert long") != ""
    assert ends.seat("assert x == 1") == ""


@pytest.mark.parametrize(
    "names",
    [
        None,
        3,
        [],
        {"a": None},
        {"a": 3},
        {"a": {}},
        {"a": {"value": None}},
        {"a": {"function": {}}},
        {"a": {"value": {"kind": "list"}}},
        {"a": {"unsent": 3}},
    ],
)
def test_nonsense_in_what_a_hand_in_says_of_its_names_breaks_nothing(names):
    ends = Ends(TWO)
    step, _ = ends.remember("assert a")
    ends.seat("assert a", kept=(step, {"names": names, "known": names}))
    assert ends.test("assert a == 1")[2] is None


@pytest.mark.parametrize("known", [[None, 3, "a" * 10**6], {"a": 1}, "abc", None])
def test_nonsense_in_the_known_names_breaks_nothing(known):
    ends = Ends(TWO)
    step, said = ends.remember("assert a")
    assert ends.seat("assert a", kept=(step, said | {"known": known})) == ""


HIDDEN = "assert f(1)\n### BEGIN HIDDEN TESTS\nassert f(2)\n### END HIDDEN TESTS\nassert f(3)"


@pytest.mark.parametrize(("wrong", "hidden"), [(1, False), (2, True), (3, False)])
def test_it_knows_whether_a_test_failed_in_its_hidden_part(wrong, hidden):
    ends = Ends(f"def f(n): return n != {wrong}")
    _, _, error = ends.test(HIDDEN)
    assert ends.bench.ended(error) is hidden


@pytest.mark.parametrize(("wrong", "hidden"), [(1, False), (2, True)])
def test_it_knows_that_of_a_check_too(wrong, hidden):
    test = (
        "with check('q1', 'f', points=1) as expect:\n    expect.number(f(1), 1)\n"
        "    ### BEGIN HIDDEN TESTS\n    expect.number(f(2), 2)\n    ### END HIDDEN TESTS"
    )
    ends = Ends(f"def f(n): return n if n != {wrong} else 9")
    _, _, error = ends.test(test)
    assert ends.bench.ended(error) is hidden


def test_an_error_of_the_hand_in_in_a_hidden_case_is_one_of_the_hidden_part():
    ends = Ends("def f(n): return 1 / (n - 2)")
    _, _, error = ends.test(HIDDEN)
    assert isinstance(error, ZeroDivisionError) and ends.bench.ended(error)


def test_what_a_call_binds_globally_is_not_there_at_another_test():
    ends = Ends("n = 0\ndef f():\n    global n\n    n += 1\n    return n")
    kept = ends.remember("assert f() == 1", place=1), ends.remember("assert f() == 1", place=2)
    for place, one in enumerate(kept, 1):
        assert ends.test("assert f() == 1", kept=one, place=place)[2] is None


def test_without_an_error_nothing_failed():
    ends = Ends(TWO)
    assert ends.bench.ended(None) is False


def test_hidden_lines_may_come_in_several_parts():
    text = "a\n# BEGIN HIDDEN TESTS\nb\n# END HIDDEN TESTS\nc\n# BEGIN HIDDEN TESTS\nd"
    assert sorted(hidden_lines(text)) == [3, 7]


def test_the_seed_of_a_test_is_the_same_in_both_processes_and_each_time():
    answer = "import random, numpy as np\ndef draw(): return random.random(), np.random.random()"
    test = "seen = draw()"
    ends = Ends(answer, setup="import random, numpy as np")
    found = []
    for seed in (1, 1, 2):
        ends.test(test, seed=seed)
        found.append(ends.judge["seen"])
    assert found[0] == found[1] != found[2]
