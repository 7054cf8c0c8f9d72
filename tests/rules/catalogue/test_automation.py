"""Automations: what must happen by itself, messages that fit, flows that end, one system for one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.rules import rule

from ..examples import outcome


def came(id, example):
    return outcome(rule(id), example)


def said(id, example):
    return [finding.found for finding in came(id, example).findings]


def flows(*lines):
    return "\n".join(["automations:", *(f"  - {line}" for line in lines)])


CLUB = "products: [{id: club, name: Club, kind: community}]\n"
COURSE = "products: [{id: course, name: Course, kind: core}]\n"


class TestPurchase:
    def test_nothing_automated_is_a_finding(self):
        assert said("AUT01", "automations: []") == [
            "after a purchase no automation delivers and none welcomes"
        ]

    def test_the_delivery_may_set_off_the_welcome(self):
        chain = flows(
            "{id: a, trigger: purchase, steps: [{action: deliver}]}",
            "{id: b, trigger: delivery, steps: [{action: welcome}]}",
        )
        assert came("AUT01", chain).word == "ok"

    def test_who_joins_is_welcomed_where_all_join(self):
        joined = flows(
            "{id: a, trigger: purchase, steps: [{action: deliver}]}",
            "{id: b, trigger: join, steps: [{action: welcome}]}",
        )
        assert came("AUT01", CLUB + joined).word == "ok"
        assert said("AUT01", COURSE + joined) == ["after a purchase no automation welcomes"]

    def test_a_flow_without_a_trigger_may_be_the_one(self):
        assert came("AUT01", flows("{id: a, steps: [{action: deliver}]}")).missing == (
            "automations[a].trigger",
        )

    def test_who_cancels_is_asked_too_late(self):
        assert said("AUT04", flows("{id: a, trigger: cancel, steps: [{action: survey}]}")) == [
            "no survey after a purchase"
        ]

    def test_a_cross_sell_has_to_follow_the_delivery_on_the_way_not_in_the_list(self):
        around = "[{action: wait, next: [give]}, {id: more, action: cross_sell, next: []}, "
        around += "{id: give, action: deliver, next: [more]}]"
        assert came("AUT05", flows(f"{{id: a, trigger: purchase, steps: {around}}}")).word == "ok"

    def test_it_says_whether_it_comes_too_early_or_not_at_all(self):
        early = flows("{id: a, trigger: purchase, steps: [{action: cross_sell}, {action: deliver}]}")
        assert said("AUT05", early) == ["the cross-sell comes before the delivery"]
        assert said("AUT05", "automations: []") == ["no cross-sell after a delivery"]

    def test_the_delivery_may_set_off_the_cross_sell(self):
        assert came("AUT05", flows("{id: a, trigger: delivery, steps: [{action: cross_sell}]}")).word == "ok"


def test_each_touchpoint_without_automation_and_owner_is_named():
    journey = """
        journey:
          - {id: a, stage: awareness, asset: A}
          - {id: b, stage: awareness, asset: B, owner: Ada}
          - {id: c, stage: awareness, asset: C}
        """
    assert said("AUT02", journey) == [f"{id} has no automation and no owner" for id in "ac"]


class TestMessages:
    def test_every_fault_of_every_message_is_told(self):
        flow = """
            automations:
              - id: paid
                stage: activation
                steps:
                  - {action: message, message: {stage: awareness}}
                  - {action: wait}
                  - {id: ask, action: survey}
                  - {action: message, message: {stage: retention, value: A tip}}
            """
        found = came("AUT03", flow)
        assert [finding.found for finding in found.findings] == [
            "step 1 (message) of paid says nothing about what its reader gets",
            "step 1 (message) of paid speaks to awareness, its readers are at activation",
            "step 4 (message) of paid speaks to retention, its readers are at activation",
        ]
        assert [finding.severity for finding in found.findings] == ["warning", "warning", "info"]
        assert found.missing == ("automations[paid].steps[ask].message",)

    @pytest.mark.parametrize("stage", ["awareness", "consideration"])
    def test_a_welcome_may_end_in_the_decision_to_buy(self, stage):
        offer = "{action: message, message: {stage: purchase, value: A seat}}"
        welcome = f"{{id: a, trigger: {{}}, stage: {stage}, steps: [{offer}]}}"
        assert came("AUT03", flows(welcome.replace("{}", "lead"))).word == "ok"
        (found,) = came("AUT03", flows(welcome.replace("{}", "schedule"))).findings
        assert found.severity == ("info" if stage == "consideration" else "warning")

    def test_without_the_stage_of_the_flow_it_is_not_checked(self):
        flow = flows("{id: a, steps: [{action: message, message: {stage: awareness, value: V}}]}")
        assert came("AUT03", flow).missing == ("automations[a].stage",)


class TestSystems:
    @pytest.mark.parametrize(("id", "field"), [("AUT07", "analytics"), ("AUT08", "payments")])
    def test_one_and_no_more(self, id, field):
        assert came(id, f"stack: {{{field}: [One]}}").word == "ok"
        assert came(id, f"stack: {{{field}: [One, One]}}").word == "ok"
        assert said(id, f"stack: {{{field}: [One, Two]}}") == ["2 systems: One and Two"]
        assert said(id, f"stack: {{{field}: []}}")[0].startswith("no system ")
        assert came(id, "stack: {tools: [Forum]}").missing == (f"stack.{field}",)

    def test_a_business_may_have_a_reason_for_two(self):
        own = "thresholds: {AUT08: {value: 2, reason: Invoices for schools}}\n"
        assert came("AUT08", own + "stack: {payments: [One, Two]}").word == "ok"


class TestFlowsEnd:
    @given(st.lists(st.sampled_from(["message", "wait", "tag", "survey"]), min_size=1, max_size=30))
    def test_a_straight_flow_does(self, actions):
        steps = ", ".join(f"{{action: {one}}}" for one in actions)
        assert came("AUT09", flows(f"{{id: a, steps: [{steps}]}}")).word == "ok"

    @given(st.integers(1, 12), st.data())
    def test_a_jump_back_from_the_last_step_never_does(self, many, data):
        to = data.draw(st.integers(0, many - 1))
        steps = [f"{{id: s{n}, action: message}}" for n in range(many)] + [f"{{action: wait, next: [s{to}]}}"]
        (found,) = said("AUT09", flows(f"{{id: a, steps: [{', '.join(steps)}]}}"))
        assert found.startswith("a never ends: no way out of s") and f"s{to}" in found

    def test_a_step_that_only_leads_to_itself(self):
        assert said("AUT09", flows("{id: a, steps: [{id: ask, action: remind, next: [ask]}]}")) == [
            "a never ends: no way out of ask"
        ]

    def test_a_condition_in_the_loop_is_an_exit(self):
        step = "{id: ask, action: remind, condition: No first lesson yet, next: [ask]}"
        assert came("AUT09", flows(f"{{id: a, steps: [{step}]}}")).word == "ok"

    def test_every_flow_is_looked_at_and_every_lost_step_named(self):
        found = said(
            "AUT09",
            flows(
                "{id: a, steps: [{action: end}, {action: tag}, {id: x, action: wait}]}",
                "{id: b, steps: [{action: wait, next: [y]}, {action: tag}, {id: y, action: end}]}",
            ),
        )
        assert found == [
            "nothing leads to step 2 (tag) of a",
            "nothing leads to x of a",
            "nothing leads to step 2 (tag) of b",
        ]

    def test_a_loop_that_nobody_enters_is_only_not_reached(self):
        found = said("AUT09", flows("{id: a, steps: [{action: end}, {id: x, action: wait, next: [x]}]}"))
        assert found == ["nothing leads to x of a"]

    def test_a_flow_without_steps_keeps_the_rule_from_ok(self):
        assert came("AUT09", flows("{id: a}", "{id: b, steps: [{action: end}]}")).missing == (
            "automations[a].steps",
        )


class TestMembers:
    def test_the_purchase_of_a_community_is_joining(self):
        bought = flows(
            "{id: a, trigger: purchase, product: club, "
            "steps: [{action: welcome}, {action: assign_role}, {action: remind}]}"
        )
        assert came("AUT10", CLUB + bought).word == "ok"
        other = bought.replace("product: club, ", "")
        assert said("AUT10", CLUB + other) == [
            "no automation welcomes members, gives them a role or reminds them"
        ]

    def test_without_a_community_nobody_joins(self):
        assert came("AUT10", flows("{id: a, trigger: purchase, steps: [{action: welcome}]}")).missing == (
            "a community",
        )


class TestSchedule:
    @pytest.mark.parametrize(
        ("about", "word"),
        [
            ("kind: core, drip_days: []", "finding"),
            ("kind: core, drip_days: [0, 0]", "finding"),
            ("kind: core, drip_days: [0, 7]", "ok"),
            ("kind: core", "not checked"),
            ("kind: core, delivery: self_paced", "not checked"),
            ("kind: core, delivery: download, drip_days: []", "not checked"),
            ("kind: add_on, drip_days: []", "not checked"),
            ("kind: add_on, delivery: membership, drip_days: []", "finding"),
        ],
    )
    def test_only_what_comes_bit_by_bit_needs_one(self, about, word):
        assert came("AUT11", f"products: [{{id: course, name: Course, {about}}}]").word == word
