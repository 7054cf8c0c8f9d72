"""The rules about levers: the order of work, pillars, shares of effort, what is not checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.rules import rule
from ecotools.rules.catalogue.levers.priorities import _first

from ..examples import outcome

QUICK = rule("LVR02").threshold
scores = st.tuples(st.integers(1, 5), st.integers(1, 5))


def came(id, example):
    """Return what comes of a rule, as its word, and what was found."""
    one = outcome(rule(id), example)
    return one.word, [finding.found for finding in one.findings]


def levers(*rows):
    """Return levers from rows such as ``"api impact=5, effort=3"``."""
    items = [row.split(" ", 1) for row in rows]
    return "levers:\n" + "".join(f"  - {{id: {id}, {said.replace('=', ': ')}}}\n" for id, said in items)


def test_a_lever_without_scores_lacks_both():
    assert came("LVR01", "levers: [{id: api}]") == ("finding", ["api has no impact or effort"])


class TestOrder:
    @pytest.mark.parametrize(
        ("one", "other"), [((5, 1), (5, 2)), ((4, 3), (3, 3)), ((4, 2), (5, 5)), ((4, 1), (5, 3))]
    )
    def test_what_is_better_or_quick_comes_before(self, one, other):
        assert _first(one, other, QUICK) and not _first(other, one, QUICK)

    @pytest.mark.parametrize(("one", "other"), [((5, 4), (3, 2)), ((3, 1), (5, 3)), ((3, 3), (3, 3))])
    def test_otherwise_any_order_will_do(self, one, other):
        assert not _first(one, other, QUICK) and not _first(other, one, QUICK)

    @given(scores, scores)
    def test_two_levers_never_both_have_to_be_first(self, one, other):
        assert not (_first(one, other, QUICK) and _first(other, one, QUICK))

    @given(st.lists(scores, min_size=2, max_size=8))
    def test_some_order_is_always_right(self, several):
        """Sorted by what has to come first, no lever waits for a worse one."""
        left, row = list(several), []
        while left:
            free = next(one for one in left if not any(_first(other, one, QUICK) for other in left))
            left.remove(free)
            row.append(f"l{len(row)} impact={free[0]}, effort={free[1]}, start=2025-01-{len(row) + 1:02}")
        assert came("LVR02", levers(*row))[0] == "ok"

    def test_the_finding_names_the_first_that_overtook(self):
        example = levers(
            "chat impact=3, effort=3, start=2025-03-01",
            "badges impact=2, effort=2, start=2025-02-01",
            "webinars impact=5, effort=1, start=2025-06-01",
        )
        found = came("LVR02", example)[1]
        assert found == [
            "webinars (impact 5, effort 1) on 2025-06-01, after badges (impact 2, effort 2) on 2025-02-01"
        ]

    def test_levers_of_one_day_have_no_order(self):
        same = ("chat impact=3, effort=3, start=2025-03-01", "api impact=5, effort=1, start=2025-03-01")
        assert came("LVR02", levers(*same))[0] == "ok"

    def test_what_can_be_compared_is_and_the_rest_is_missing(self):
        some = ("chat impact=3, effort=3, start=2025-02-01", "api impact=5, effort=1, start=2025-03-01")
        one = outcome(rule("LVR02"), levers(*some, "idea impact=2, effort=2"))
        assert one.word == "finding" and one.missing == ("levers[idea].start",)
        one = outcome(rule("LVR02"), levers(some[0], "idea impact=2, effort=2"))
        assert one.word == "not checked" and one.missing == ("levers[idea].start",)

    def test_one_lever_alone_has_no_order(self):
        assert came("LVR02", levers("api impact=5, effort=1, start=2025-03-01"))[0] == "not checked"


class TestPillars:
    def test_ideas_do_not_count_when_others_have_a_start(self):
        rows = ("api pillars=[data, cross_sell], start=2025-03-01", "idea pillars=[data]")
        assert came("LVR03", levers(*rows))[0] == "ok"
        assert came("LVR03", levers("api pillars=[data, cross_sell]", "idea pillars=[data]"))[1] == [
            "idea serves data"
        ]

    def test_a_pillar_counts_once_and_none_is_a_finding(self):
        found = came("LVR03", levers("a pillars=[data, data]", "b pillars=[]", "c impact=3"))
        assert found == ("finding", ["a serves data", "b serves none"])

    def test_the_portfolio_is_ok_as_soon_as_two_are_known(self):
        rows = ("a pillars=[data]", "b pillars=[cross_sell]", "c impact=3")
        assert came("LVR04", levers(*rows))[0] == "ok"

    def test_a_lever_that_says_none_may_be_the_second(self):
        one = outcome(rule("LVR04"), levers("a pillars=[data]", "b impact=3"))
        assert one.word == "not checked" and one.missing == ("levers[b].pillars",)

    def test_one_pillar_for_all_is_a_finding(self):
        found = came("LVR04", levers("a pillars=[data]", "b pillars=[data]"))
        assert found == ("finding", ["all serve data"])


class TestShares:
    @pytest.mark.parametrize(("effort", "word"), [(1, "ok"), (1.1, "finding")])
    def test_a_fifth_is_the_border(self, effort, word):
        rows = ("api impact=5, effort=4", f"stickers impact=2, effort={effort}")
        assert came("LVR05", levers(*rows))[0] == word

    def test_small_ones_add_up_and_the_largest_is_the_place(self):
        rows = ("a impact=1, effort=1", "b impact=2, effort=2", "c impact=4, effort=3")
        one = outcome(rule("LVR05"), levers(*rows))
        (told,) = one.findings
        assert told.at == ("levers", 1, "effort")
        assert told.found == "50% of the effort goes to b and a (impact 2 and 1)"
        assert told.threshold == "at most 20% for levers of an impact of at most 2 of 5"

    def test_the_budget_counts_when_every_lever_has_one(self):
        rows = ("api impact=5, effort=5, budget=100", "stickers impact=1, effort=1, budget=900")
        assert came("LVR05", levers(*rows))[1] == ["90% of the budget goes to stickers (impact 1)"]
        rows = ("api impact=5, effort=5, budget=0", "stickers impact=1, effort=1, budget=0")
        assert came("LVR05", levers(*rows))[0] == "ok"
        rows = ("api impact=5, effort=5", "stickers impact=1, effort=1, budget=900")
        assert came("LVR05", levers(*rows))[0] == "ok"

    def test_a_lever_without_impact_keeps_it_from_ok(self):
        rows = ("api impact=5, effort=5", "stickers effort=1")
        assert came("LVR05", levers(*rows))[0] == "not checked"


@pytest.mark.parametrize(
    ("raters", "found"),
    [(0, ["the impact of a was scored by nobody"]), (1, ["the impact of a was scored by 1 person"]), (3, [])],
)
def test_three_people_score(raters, found):
    assert came("LVR06", levers(f"a raters={raters}"))[1] == found


def test_only_features_need_a_measure():
    example = "map: {nodes: [{id: api, kind: integration}, {id: book, kind: feature}]}"
    assert came("LVR07", example) == ("finding", ["book has no KPI"])
    assert came("LVR07", "map: {nodes: [{id: api, kind: integration}]}")[0] == "not checked"
