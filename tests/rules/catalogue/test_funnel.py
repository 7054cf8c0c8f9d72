"""The funnel: bands and their ends, several ways that count, one way of counting."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.data import quillwork
from ecotools.rules import review, rule
from ecotools.simulate import simulate

from ..examples import blueprint, outcome


def came(id, example):
    return outcome(rule(id), example)


def said(id, example):
    return [finding.found for finding in came(id, example).findings]


def step(start, end, rate, **counts):
    more = "".join(f", {name}: {count}" for name, count in counts.items())
    return f"  - {{from: {start}, to: {end}, rate: {rate}{more}}}"


def steps(*lines):
    return "\n".join(["funnel:", *lines])


PRODUCTS = """
products:
  - {id: course, name: Course, kind: core}
  - {id: club, name: Club, kind: community}
  - {id: coach, name: Coaching, kind: coaching}
"""


class TestBands:
    @pytest.mark.parametrize(
        ("id", "start", "end", "low", "high"),
        [
            ("FUN01", "awareness", "consideration", 0.3, 0.5),
            ("FUN02", "consideration", "purchase", 0.03, 0.05),
        ],
    )
    def test_the_ends_of_a_band_belong_to_it(self, id, start, end, low, high):
        for rate in (low, high):
            assert came(id, steps(step(start, end, rate))).word == "ok"
        for rate in (low - 0.001, high + 0.001):
            assert came(id, steps(step(start, end, rate))).word == "finding"

    def test_a_rate_that_is_too_good_asks_for_another_count(self):
        low, high = (
            came("FUN02", steps(step("consideration", "purchase", rate))).findings[0] for rate in (0.01, 0.3)
        )
        assert low.found == "1% of the leads buy" and low.do == rule("FUN02").do
        assert high.do.startswith("Count again")

    def test_a_funnel_without_the_step_is_not_checked(self):
        lacks = came("FUN01", steps(step("consideration", "purchase", 0.04)))
        assert lacks.missing == ("a step of the funnel from awareness to consideration",)

    def test_an_upgrade_without_its_rate_is_not_checked(self):
        lacks = came("FUN03", PRODUCTS + "ladder: {upgrades: [{from: course, to: club}]}")
        assert lacks.word == "not checked" and lacks.missing[0].endswith(".rate")

    def test_an_upgrade_the_other_way_is_another_one(self):
        assert (
            came("FUN03", PRODUCTS + "ladder: {upgrades: [{from: club, to: course, rate: 0.1}]}").word
            == "not checked"
        )

    def test_coaching_is_bought_by_more_where_members_buy_it(self):
        example = PRODUCTS + "ladder: {upgrades: [{from: course, to: coach, rate: 0.08}]}"
        assert said("FUN05", example) == ["8% go on from course to coach"]
        assert came("FUN05", "profile: community\n" + example).word == "ok"

    def test_a_bundle_has_the_band_of_its_layer(self):
        inside = "includes: [course, club, coach], conversion: {rate: 0.035}"
        bundle = PRODUCTS + f"  - {{id: all, name: All, kind: bundle, {inside}}}"
        (finding,) = came("FUN08", bundle).findings
        assert finding.found == "3.5% buy all (whole programme)" and finding.threshold == "1% to 3%"

    def test_a_layer_without_a_conversion_keeps_the_rule_from_ok(self):
        assert "products[club].conversion" not in came("FUN08", PRODUCTS).missing
        assert came("FUN08", PRODUCTS).missing == (
            "products[course].conversion",
            "products[coach].conversion",
        )


class TestWelcomeSequence:
    def test_branches_do_not_add_up(self):
        branches = """
            automations:
              - id: hello
                trigger: lead
                steps:
                  - {action: welcome, next: [read, unread]}
                  - {id: read, action: message, next: [a]}
                  - {id: unread, action: message, next: [a]}
                  - {id: a, action: message}
                  - {action: message}
                  - {action: wait}
                  - {action: message}
                  - {action: tag}
            """
        assert came("FUN06", branches).word == "ok"

    def test_eight_are_too_many(self):
        mails = ", ".join(["{action: message}"] * 8)
        assert said("FUN06", f"automations: [{{id: hello, trigger: lead, steps: [{mails}]}}]") == [
            "hello has 8 emails"
        ]

    def test_the_longest_flow_counts_and_a_loop_counts_once(self):
        mails = ", ".join(f"{{id: m{n}, action: message}}" for n in range(5))
        assert (
            came(
                "FUN06",
                f"""
                automations:
                  - {{id: tagging, trigger: lead, steps: [{{action: tag}}]}}
                  - {{id: hello, trigger: lead, steps: [{mails}, {{action: wait, next: [m0]}}]}}
                """,
            ).word
            == "ok"
        )

    def test_without_leads_there_is_nothing_to_welcome(self):
        assert came(
            "FUN06", "automations: [{id: a, trigger: purchase, steps: [{action: deliver}]}]"
        ).missing == ("an automation with the trigger lead",)


class TestUpsell:
    @pytest.mark.parametrize(("day", "word"), [(29, "finding"), (30, "ok"), (56, "ok"), (57, "finding")])
    def test_it_begins_between_day_30_and_the_end_of_week_8(self, day, word):
        flow = f"automations: [{{id: more, trigger: join, steps: [{{action: upsell, delay_days: {day}}}]}}]"
        assert came("FUN07", flow).word == word

    def test_the_first_one_counts(self):
        flow = """
            automations:
              - id: more
                trigger: purchase
                steps: [{action: upsell, delay_days: 40}, {action: upsell, delay_days: 5}]
            """
        assert said("FUN07", flow) == ["more offers more 5 days after the purchase"]

    def test_one_set_off_by_the_activation_is_in_time(self):
        assert (
            came("FUN07", "automations: [{id: a, trigger: activation, steps: [{action: upsell}]}]").word
            == "ok"
        )

    def test_a_delay_that_nobody_wrote_is_not_checked(self):
        assert (
            came("FUN07", "automations: [{id: a, trigger: purchase, steps: [{action: upsell}]}]").word
            == "not checked"
        )


class TestOneWayOfCounting:
    def test_more_cannot_arrive_than_set_out(self):
        grows = steps(step("awareness", "consideration", 0.3, entered=100, reached=130))
        assert said("FUN09", grows) == ["130 of 100 people went from awareness to consideration"]

    def test_a_rate_is_that_of_its_counts(self):
        off = steps(step("awareness", "consideration", 0.3, entered=1000, reached=220))
        assert said("FUN09", off) == ["220 of 1,000 are 22%, the rate says 30%"]

    def test_the_next_step_does_not_begin_with_more(self):
        grows = steps(
            step("awareness", "consideration", 0.3, entered=1000, reached=300),
            step("consideration", "purchase", 0.04, entered=5000, reached=200),
        )
        (finding,) = came("FUN09", grows).findings
        assert finding.at == ("funnel", 1, "entered")
        assert finding.found == "5,000 people at consideration, where 300 arrived"

    def test_every_way_to_the_end_is_multiplied(self):
        ways = steps(
            step("awareness", "consideration", 0.5),
            step("consideration", "purchase", 0.1),
            step("purchase", "activation", 0.5),
            step("awareness", "activation", 0.1),
        )
        assert said("FUN09", ways) == [
            "from awareness to activation is 10%, over consideration and purchase it is 2.5%"
        ]

    def test_rates_alone_tell_nothing(self):
        assert came("FUN09", steps(step("awareness", "consideration", 0.3))).word == "not checked"

    def test_half_a_count_is_not_checked(self):
        assert (
            came("FUN09", steps(step("awareness", "consideration", 0.3, entered=10)))
            .missing[0]
            .endswith(".reached")
        )

    @given(st.integers(1, 10**6), st.lists(st.floats(0.01, 1), min_size=2, max_size=5))
    def test_a_funnel_that_was_counted_in_one_way_is_ok(self, visitors, rates):
        stages = ["awareness", "consideration", "purchase", "activation", "retention", "referral"]
        counts = [visitors]
        for rate in rates:
            counts.append(int(counts[-1] * rate))
        lines = [
            step(stages[at], stages[at + 1], counts[at + 1] / counts[at] if counts[at] else 0,
                 entered=counts[at], reached=counts[at + 1])
            for at in range(len(rates))
        ]  # fmt: skip
        whole = step(
            stages[0], stages[len(rates)], counts[-1] / visitors, entered=visitors, reached=counts[-1]
        )
        assert came("FUN09", steps(*lines, whole)).word == "ok"

    @given(st.floats(0.02, 1), st.floats(0.02, 1), st.floats(1.06, 1.5))
    def test_a_whole_that_is_more_than_its_parts_is_found(self, first, second, times):
        whole = min(1.0, first * second * times)
        funnel = steps(
            step("awareness", "consideration", first),
            step("consideration", "purchase", second),
            step("awareness", "purchase", whole),
        )
        far = abs(whole - first * second) / whole > 0.05 + 1e-6
        assert (came("FUN09", funnel).word == "finding") == far

    def test_every_rate_is_asked_for_base_and_window(self):
        rates = """
            products:
              - {id: course, name: Course, kind: core, conversion: {rate: 0.04, base: leads}}
              - {id: club, name: Club, kind: community}
            ladder:
              upgrades:
                - {from: course, to: club, window_days: 30, rate: 0.5}
                - {from: club, to: course}
            """
        assert said("FUN12", rates) == ["50% without base", "4% without window"]


class TestAudience:
    @pytest.mark.parametrize(
        ("audience", "word"),
        [
            ("subscribers: 500", "ok"),
            ("followers: 10000", "ok"),
            ("subscribers: 499", "not checked"),
            ("subscribers: 0, followers: 9999", "finding"),
            ("subscribers: 20, followers: 10000", "ok"),
        ],
    )
    def test_either_number_will_do_and_both_must_be_known_to_say_no(self, audience, word):
        assert came("FUN10", f"audience: {{who: Writers, {audience}}}").word == word

    def test_both_numbers_stand_in_the_finding(self):
        (finding,) = came("FUN10", "audience: {who: Writers, subscribers: 240, followers: 3100}").findings
        assert finding.found == "240 subscribers and 3,100 followers"
        assert finding.threshold == "at least 500 subscribers or at least 10,000 followers"


class TestRefunds:
    def test_each_product_counts(self):
        example = """
            products: [{id: kit, name: Kit, kind: add_on}]
            measured:
              - {metric: refund_rate, values: {"2026-01": 0.14, "2026-02": 0.05}}
              - {metric: refund_rate, product: kit, value: 0.06}
            """
        assert said("FUN11", example) == ["6% refunded of kit"]

    def test_what_a_simulation_assumes_counts_where_nothing_was_measured(self):
        assumed = """
            products: [{id: kit, name: Kit, kind: add_on}]
            assumptions: {refund_rate: {kit: 0.1}}
            """
        assert said("FUN11", assumed) == ["10% refunded of kit, as assumed"]
        assert came("FUN11", assumed + "measured: [{metric: refund_rate, value: 0.01}]").word == "ok"

    def test_the_ledger_counts_first(self):
        plan = quillwork()
        ledger = simulate(plan, 5, seed=3, scale=0.3)
        (found,) = review(plan, ledger, select="FUN11").outcomes
        from ecotools.metrics import kpi

        table = kpi.compute(plan, ledger, "refund_rate").dropna(subset="value")
        last = table["value"].iloc[-1]
        assert pd.notna(last) and last > 0.05
        assert found.word == "ok"  # of so few sales no rate can be told from 5%


def test_nothing_is_found_about_a_rate_alone():
    found = review(blueprint(steps(step("awareness", "purchase", 0.2))), select="funnel")
    assert found.findings == []
