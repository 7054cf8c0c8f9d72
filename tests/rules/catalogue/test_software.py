"""The profile saas: what software is asked, and what it is not asked because it is no course."""

import pytest

from ecotools.blueprint.offer import Product
from ecotools.rules import review

from ..examples import blueprint
from ..test_faults import found

COURSES_ONLY = ["FUN01", "FUN05", "FUN07", "FUN08", "FUN10", "LAD10", "LAD13", "PRC03", "PRC04", "AUT11"]
DESK = "{id: team, name: Team plan, kind: core, price: 149, billing: month, trial_days: 14%s}"


def software(more="", product=""):
    return f"profile: saas\n{more}\nproducts: [{DESK % product}]"


class TestWhatIsNotAsked:
    @pytest.mark.parametrize("id", COURSES_ONLY)
    def test_a_course_ladder_is_not(self, id):
        (one,) = review(blueprint(software()), select=id).outcomes
        assert one.word == "does not apply" and one.none[0].startswith("profile saas: ")

    def test_a_plan_at_149_is_not_taken_for_coaching(self):
        assert found("recurring-core.yaml", "PRC") == []

    def test_of_100_visitors_not_30_need_to_take_a_gift(self):
        steps = "funnel: [{from: awareness, to: consideration, rate: 0.02}]"
        assert found(software(steps), "FUN") == []
        assert found(software(steps).replace("saas", "creator"), "FUN01")

    @pytest.mark.parametrize(("rate", "fine"), [(0.2, True), (0.45, True), (0.03, False), (0.9, False)])
    def test_trials_are_not_measured_by_what_leads_of_a_course_do(self, rate, fine):
        told = found(software(f"funnel: [{{from: consideration, to: purchase, rate: {rate}}}]"), "FUN02")
        assert (told == []) == fine
        assert fine or told == [("FUN02", f"{rate:.0%} of the trials are paid for")]

    def test_software_delivers_itself(self):
        flow = "automations: [{id: hello, trigger: purchase, steps: [{action: welcome}]}]"
        assert found(software(flow), "AUT01") == []
        assert found(software(flow).replace("saas", "creator"), "AUT01")

    def test_a_trial_opens_the_funnel_like_a_gift(self):
        page = "journey: [{id: page, stage: awareness, asset: Page, product: team}]"
        assert found(software(page), "JRN04") == []
        assert found(software(page).replace("saas", "creator"), "JRN04")

    def test_a_review_may_be_asked_for_another_profile(self):
        said = blueprint(software().replace("saas", "creator"))
        assert review(said, profile="saas", select="PRC03").outcomes[0].word == "does not apply"
        assert review(said, select="PRC03").outcomes[0].word == "finding"


class TestWhatIsAsked:
    @pytest.mark.parametrize(
        "said",
        [
            "funnel: [{from: consideration, to: purchase, rate: 0.2}]",
            "kpis: [{id: trial_to_paid, name: T}]",
            "assumptions: {subscribe_rate: {team: 0.1}, first_offer: {team: {to_paid: 0.2}}}",
        ],
    )
    def test_what_becomes_of_trials(self, said):
        assert found(software(said), "SAS01") == []
        assert found(software("kpis: [{id: mrr, name: M}]"), "SAS01")

    @pytest.mark.parametrize(
        "kpi", ["{id: activation_rate, name: A}", "{id: k, name: K, family: activation}"]
    )
    def test_who_comes_to_use_it(self, kpi):
        assert found(software(f"kpis: [{kpi}]"), "SAS02") == []
        assert found(software("kpis: [{id: mrr, name: M}]"), "SAS02") == [
            ("SAS02", "no KPI about activation")
        ]

    def test_how_many_seats_are_paid(self):
        assert found(software(product=", per_seat: true, seats: 8"), "SAS03") == []
        assert found(software(product=", per_seat: true"), "SAS03")
        assert found(software(product=", per_seat: false"), "SAS03") == []

    def test_no_one_else_is_asked(self):
        said = blueprint(software("kpis: [{id: mrr, name: M}]").replace("saas", "infoproduct"))
        assert {one.word for one in review(said, select="SAS").outcomes} == {"does not apply"}


class TestSeats:
    def test_a_customer_pays_price_times_seats(self):
        plan = dict(id="a", name="A", kind="core", price=10, billing="month")
        assert Product(**plan, per_seat=True, seats=2.5).customer_price == 25
        assert Product(**plan, per_seat=True).customer_price == 10
        assert Product(**plan, seats=3).customer_price == 10

    def test_a_forecast_counts_them(self):
        from ecotools.forecast import forecast

        one = "funnel: [{from: awareness, to: purchase, rate: 0.1}]\nassumptions:\n"
        one += "  channels: [{name: a, visitors_per_month: 1000}]\n  churn: {team: {alpha: 1, beta: 20}}"
        alone, seats = (
            forecast(blueprint(software(one, more)), months=3, runs=20, seed=1).table
            for more in ("", ", per_seat: true, seats: 3")
        )
        money = alone["kpi"] == "mrr"
        assert seats.loc[money, "median"].sum() == pytest.approx(3 * alone.loc[money, "median"].sum())


@pytest.mark.parametrize("kind", ["event", "template", "service", "software"])
def test_products_may_be_more_than_courses(kind):
    example = f"""
        products:
          - {{id: course, name: Course, kind: core, price: 100, next: [other]}}
          - {{id: other, name: Other, kind: {kind}, price: 900}}
        policies: {{refund: {{policy: A month, days: 30}}}}
        """
    assert found(example, "REF, LAD01, LAD14") == []


def test_the_blueprint_and_the_ledger_know_the_same_kinds():
    from typing import get_args

    from ecotools.blueprint.offer import Kind
    from ecotools.ledger.schema import KINDS

    assert get_args(Kind) == KINDS


def test_the_report_names_every_kind_in_a_readers_words():
    from ecotools.ledger.schema import KINDS
    from ecotools.report.tables import products

    bills = {"subscription": ", billing: month"}
    listed = [
        f"{{id: p{number}, name: P, kind: {kind}, price: {number}{bills.get(kind, '')}}}"
        for number, kind in enumerate(KINDS)
    ]
    names = [row[1] for row in products(blueprint(f"products: [{', '.join(listed)}]")).rows]
    assert len(set(names)) == len(KINDS)
    assert not [name for name in names if "_" in name or name != name.lower()]


def test_the_report_calls_a_special_name_only_what_is_a_kind():
    from ecotools.ledger.schema import KINDS
    from ecotools.report.tables import KINDS as NAMES

    assert set(NAMES) <= set(KINDS)
