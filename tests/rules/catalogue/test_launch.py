"""The launch: a small first group, phases without gaps, a title that is true, revenue from the launch on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.rules import rule

from ..examples import outcome


def came(id, example):
    return outcome(rule(id), example)


def said(id, example):
    return [finding.found for finding in came(id, example).findings]


def plan(*phases, more=""):
    return "\n".join(
        ["plan:", f"  {more}" if more else "", "  phases:", *(f"    - {{{one}}}" for one in phases)]
    )


class TestBeta:
    @pytest.mark.parametrize(("people", "word"), [(9, "finding"), (10, "ok"), (30, "ok"), (31, "finding")])
    def test_ten_to_thirty_people(self, people, word):
        assert came("LCH01", f"plan: {{beta: {{people: {people}}}}}").word == word

    def test_a_course_listens_to_twenty_at_most(self):
        (finding,) = came("LCH01", "profile: infoproduct\nplan: {beta: {people: 25}}").findings
        assert finding.found == "25 people in the beta" and finding.threshold == "10 to 20 people"

    @pytest.mark.parametrize(
        ("beta", "found"),
        [
            ("people: 20", ["no discount and no last day"]),
            ("discount: 0, end: 2025-05-31", ["no discount"]),
            ("discount: 0.3, end: 2025-05-31", []),
        ],
    )
    def test_its_discount_ends(self, beta, found):
        assert said("LCH06", f"plan: {{beta: {{{beta}}}}}") == found


class TestOrder:
    def test_feedback_after_the_launch_is_too_late(self):
        late = plan(
            "id: soft, kind: soft_launch, start_day: 1",
            "id: open, kind: launch, start_day: 8",
            "id: ask, kind: feedback, start_day: 15",
        )
        assert said("LCH02", late) == ["open follows soft without feedback in between"]

    def test_days_count_before_the_list(self):
        mixed_up = plan(
            "id: open, kind: launch, start: 2025-03-01",
            "id: ask, kind: iterate, start: 2025-02-01",
            "id: soft, kind: soft_launch, start: 2025-01-01",
        )
        assert came("LCH02", mixed_up).word == "ok"

    def test_without_days_the_list_counts(self):
        assert (
            came(
                "LCH02", plan("id: a, kind: soft_launch", "id: b, kind: feedback", "id: c, kind: launch")
            ).word
            == "ok"
        )

    def test_a_phase_of_unsaid_kind_might_be_the_feedback(self):
        unsaid = plan("id: a, kind: soft_launch", "id: b", "id: c, kind: launch")
        assert came("LCH02", unsaid).missing == ("plan.phases[b].kind",)

    @pytest.mark.parametrize("lacks", ["soft_launch", "launch"])
    def test_a_plan_without_both_launches_is_not_checked(self, lacks):
        (kind,) = {"soft_launch", "launch"} - {lacks}
        assert came("LCH02", plan(f"id: a, kind: {kind}", "id: b, kind: feedback")).word == "not checked"

    def test_marketing_waits_for_the_last_day_of_the_iteration(self):
        both = (
            "id: mend, kind: iterate, start_day: 1, end_day: {}",
            "id: ads, kind: scale_marketing, start_day: 15",
        )
        assert came("LCH05", plan(both[0].format(14), both[1])).word == "ok"
        assert said("LCH05", plan(both[0].format(15), both[1])) == ["ads begins before mend is over"]

    def test_marketing_with_nothing_improved_before(self):
        ads = plan("id: open, kind: launch, start_day: 1", "id: ads, kind: scale_marketing, start_day: 15")
        assert said("LCH05", ads) == ["nothing is improved before ads"]
        assert came("LCH05", plan("id: open, kind: launch")).missing == ("a phase of kind scale_marketing",)

    def test_a_community_plan_is_told_what_it_lacks_and_what_comes_too_early(self):
        early = "profile: community\n" + plan("id: pay, kind: monetisation", "id: rules, kind: foundation")
        assert said("LCH10", early) == [
            "pay (monetisation) begins before foundation",
            "no phase of kind launch or engagement",
        ]

    def test_other_plans_need_no_community_phases(self):
        assert came("LCH10", plan("id: a, kind: build", "id: b, kind: launch")).word == "not checked"
        assert came("LCH10", plan("id: a, kind: monetisation")).word == "finding"


class TestDays:
    @pytest.mark.parametrize(("last", "word"), [(82, "finding"), (83, "ok"), (97, "ok"), (98, "finding")])
    def test_a_week_off_the_title_is_still_its_title(self, last, word):
        assert (
            came("LCH03", plan(f"id: a, start_day: 1, end_day: {last}", more="title_days: 90")).word == word
        )

    def test_the_ninety_days_of_twenty_weeks(self):
        weeks = [(1, 8), (9, 12), (13, 20)]
        months = [f"id: m{at}, start_day: {7 * a - 6}, end_day: {7 * b}" for at, (a, b) in enumerate(weeks)]
        assert said("LCH03", plan(*months, more="title_days: 90")) == [
            "the phases take 140 days, the title says 90"
        ]

    def test_a_phase_without_an_end_is_not_checked(self):
        lacks = came("LCH03", plan("id: a, start: 2025-01-01", more="title_days: 90"))
        assert lacks.missing == ("plan.phases[a].end",)

    def test_a_gap_and_an_overlap_are_told_with_their_days(self):
        both = plan(
            "id: a, start: 2025-01-01, end: 2025-01-31",
            "id: b, start: 2025-01-31, end: 2025-02-10",
            "id: c, start: 2025-02-13, end: 2025-02-20",
        )
        found = came("LCH04", both).findings
        assert [one.found for one in found] == [
            "1 day in both a (to 2025-01-31) and b (from 2025-01-31)",
            "2 days without a phase between b (to 2025-02-10) and c (from 2025-02-13)",
        ]
        assert [one.at for one in found] == [("plan", "phases", 1, "start"), ("plan", "phases", 2, "start")]

    @pytest.mark.parametrize(
        ("waits", "word"),
        [("", "finding"), (", depends_on: []", "ok"), (", depends_on: [a]", "finding")],
    )
    def test_phases_run_side_by_side_only_when_they_say_what_they_wait_for(self, waits, word):
        phases = plan("id: a, start_day: 1, end_day: 28", f"id: b, start_day: 15, end_day: 42{waits}")
        assert came("LCH04", phases).word == word

    def test_a_plan_with_days_and_dates_cannot_be_compared(self):
        mixed = plan("id: a, start_day: 1, end_day: 10", "id: b, start: 2025-01-11, end: 2025-01-20")
        assert came("LCH04", mixed).word == "not checked"

    def test_one_phase_has_no_neighbour(self):
        assert came("LCH04", plan("id: a, start_day: 1, end_day: 10")).word == "not checked"

    def test_a_pause_at_weekends_may_be_allowed_while_an_overlap_stays_one(self):
        own = "thresholds: {LCH04: {value: {gap: 2}, reason: Nobody works at weekends}}\n"
        friday = "id: a, start: 2025-01-06, end: 2025-01-10"
        assert came("LCH04", own + plan(friday, "id: b, start: 2025-01-13, end: 2025-01-17")).word == "ok"
        assert (
            came("LCH04", own + plan(friday, "id: b, start: 2025-01-10, end: 2025-01-17")).word == "finding"
        )

    @given(st.lists(st.integers(1, 60), min_size=2, max_size=7), st.randoms(use_true_random=False))
    def test_phases_that_follow_each_other_are_ok_in_any_order_of_the_list(self, lengths, random):
        phases, first = [], 1
        for at, days in enumerate(lengths):
            phases.append(f"id: p{at}, start_day: {first}, end_day: {first + days - 1}")
            first += days
        random.shuffle(phases)
        assert came("LCH04", plan(*phases)).word == "ok"

    @given(
        st.lists(st.tuples(st.integers(1, 120), st.integers(1, 40)), min_size=2, max_size=6),
    )
    def test_there_is_a_finding_when_a_day_has_no_phase_or_two(self, spans):
        phases = [f"id: p{at}, start_day: {a}, end_day: {a + days - 1}" for at, (a, days) in enumerate(spans)]
        runs = [sum(a <= day < a + days for a, days in spans) for day in range(1, 170)]
        inside = runs[min(a for a, _ in spans) - 1 : max(a + days for a, days in spans) - 1]
        assert (came("LCH04", plan(*phases)).word == "ok") == (set(inside) == {1})


COACH = "products: [{id: coach, name: Coaching, kind: coaching}, {id: club, name: Club, kind: community}]\n"


def money(*lines):
    return "\nprojections:\n" + "\n".join(f"  - {{{line}}}" for line in lines)


class TestRevenue:
    launch = COACH + plan("id: a, start_day: 1, end_day: 112", "id: b, start_day: 113, launches: [coach]")

    @pytest.mark.parametrize(("months", "word"), [("3", "finding"), ("4", "ok"), ("1, to_month: 4", "ok")])
    def test_a_period_is_too_early_when_it_ends_before_the_launch(self, months, word):
        line = f"id: x, month: {months}, unit: mrr, lines: [{{product: coach}}]"
        assert came("LCH07", self.launch + money(line)).word == word

    def test_the_early_one_says_both_months(self):
        early = money("id: x, month: 1, to_month: 3, lines: [{product: coach}]")
        assert said("LCH07", self.launch + early) == ["coach earns by month 3 and is launched in month 4"]

    def test_a_product_that_a_later_projection_leaves_out_is_too_late(self):
        late = money(
            "id: spring, month: 4, to_month: 6, unit: mrr, lines: [{product: club}]",
            "id: summer, month: 7, to_month: 9, unit: mrr, lines: [{product: club}, {product: coach}]",
        )
        assert said("LCH07", self.launch + late) == [
            "coach is launched in month 4 and first earns in month 7: spring leaves it out"
        ]
        assert came("LCH07", self.launch + late.replace("mrr", "revenue", 1)).word == "ok"
        assert came("LCH07", self.launch + late.replace("to_month: 6", "to_month: 4")).word == "ok"

    def test_nothing_is_expected_of_a_zero(self):
        none = "id: x, month: 1, lines: [{product: coach, quantity: 0}]"
        later = "id: y, month: 5, lines: [{product: coach, quantity: 2}]"
        assert came("LCH07", self.launch + money(none, later)).word == "ok"
        some = none.replace("quantity: 0", "quantity: 0, quantity_high: 5")
        assert came("LCH07", self.launch + money(some, later)).word == "finding"

    def test_dates_are_months_of_the_calendar(self):
        dates = COACH + plan("id: a, start: 2025-01-01", "id: b, start: 2025-12-31, launches: [coach]")
        assert came("LCH07", dates + money("id: x, month: 12, lines: [{product: coach}]")).word == "ok"
        assert came("LCH07", dates + money("id: x, month: 11, lines: [{product: coach}]")).word == "finding"

    def test_what_the_plan_does_not_launch_is_on_sale_already(self):
        assert (
            came("LCH07", self.launch + money("id: x, month: 1, lines: [{product: club}]")).word
            == "not checked"
        )

    def test_a_projection_without_lines_keeps_the_rule_from_ok(self):
        lines = money("id: x, month: 5, lines: [{product: coach}]", "id: y, month: 6, amount: 90")
        assert came("LCH07", self.launch + lines).missing == ("projections[y].lines",)


def initiative(*steps):
    return f"growth: {{initiatives: [{{id: api, steps: [{', '.join(f'{{{one}}}' for one in steps)}]}}]}}"


class TestPartners:
    @pytest.mark.parametrize(
        ("kinds", "found"),
        [
            (["audit", "levers", "pilot", "scale"], []),
            (["audit", "scale"], ["api: scale without pilot before it"]),
            (["scale"], ["api: scale without audit and pilot before it"]),
            (["pilot", "scale"], ["api: pilot without audit before it"]),
            (["audit", "pilot"], []),
        ],
    )
    def test_audit_then_pilot_then_scale(self, kinds, found):
        assert said("LCH08", initiative(*(f"kind: {kind}" for kind in kinds))) == found

    def test_days_count_before_the_list(self):
        steps = (
            "kind: scale, start: 2025-03-01",
            "kind: pilot, start: 2025-02-01",
            "kind: audit, start: 2025-01-01",
        )
        assert came("LCH08", initiative(*steps)).word == "ok"

    def test_an_audit_alone_is_not_checked(self):
        assert came("LCH08", initiative("kind: audit")).missing == ("a step pilot or scale of api",)

    def test_what_is_denied_is_found_and_what_is_not_said_is_not_checked(self):
        found = came("LCH09", "platform: {integrations: [{id: api, sandbox: false, docs: false}]}")
        assert [one.found for one in found.findings] == ["api has no sandbox and no guide"]
        assert found.missing == ("platform.integrations[api].outreach",)
