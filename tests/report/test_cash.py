"""Cash and coverage by month are what forecast, fixed costs and loans come to; what is unknown is said."""

from datetime import date

import numpy as np
import pytest

from ecotools.blueprint import Blueprint, Financing
from ecotools.forecast import SCENARIOS, draws
from ecotools.forecast.intervals import get_ready
from ecotools.planning import loan_payments
from ecotools.report import render
from ecotools.report.cash_flow import money_of, payments
from ecotools.report.inputs import gather
from tests.report.pages import DAY, QUICK, Read, read, software, trade


def money(blueprint):
    return money_of(blueprint.financing, get_ready(blueprint, trade(), 10, 0, 0.2), 6, 0)


class TestPayments:
    def test_of_old_debts_end_when_they_are_paid(self):
        old = [{"what": "car", "per_month": 90, "months_left": 2}]
        assert payments(Financing(debts=old), 4).tolist() == [90, 90, 0, 0]

    def test_of_a_loan_begin_the_month_after_it_comes(self):
        asked = Financing(amount=1200, kind="loan", interest=0.12, term_months=12, month=2)
        due = payments(asked, 6)
        assert due[:2].tolist() == [0, 0]
        assert due[2:].tolist() == pytest.approx(loan_payments(1200, 0.12, 12)["payment"][:4].tolist())

    def test_of_a_short_loan_end_too(self):
        assert payments(Financing(amount=90, kind="loan", term_months=3), 6).tolist() == [0, 30, 30, 30, 0, 0]

    @pytest.mark.parametrize("kind", ["equity", "grant"])
    def test_of_money_that_is_not_lent_there_are_none(self, kind):
        assert payments(Financing(amount=90, kind=kind, term_months=3), 6).sum() == 0


class TestCash:
    def test_is_what_there_was_and_the_margin_less_costs_and_payments(self):
        found = money(software()).months
        margin = draws(software(), 6, 10, 0, ledger=trade(), changes=SCENARIOS["expected"])["margin"]
        flows = found["received"] - found["spent"] - found["payment"] - 820
        expected = np.median(900 + (margin.to_numpy() + flows.to_numpy()).cumsum(axis=1), axis=0)
        assert found["cash"].tolist() == pytest.approx(expected.tolist())
        assert found["received"].tolist() == [30_000, 0, 0, 0, 0, 0] and found["spent"].iloc[0] == 28_000

    def test_is_lower_where_fewer_come_and_more_leave(self):
        found = money(software())
        assert (found.months["worst_cash"] <= found.months["cash"]).all()
        assert found.worst_coverage <= found.coverage

    def test_needs_more_when_costs_rise(self):
        expensive = software()
        expensive.financing.costs[0].per_month = 50_000
        assert money(expensive).short > money(software()).short


class TestOnThePage:
    def test_each_month_has_its_coverage_and_that_of_the_careful_scenario(self):
        rows = read("a software company").table("Cash and debt coverage")
        assert rows[0][-3:] == ["Coverage", "Cash, careful", "Coverage, careful"] and len(rows) == 7
        assert len(read("a software company").data("cash.csv")) == 6

    def test_money_asked_for_has_its_use_and_terms(self):
        words = read("a software company").words
        assert "A developer €24,000 and Certification €4,000" in words and "Kept as cash€2,000" in words
        assert "6% interest a year; paid back in 48 months" in words and "A car, €90 a month" in words

    def test_costs_that_nobody_stated_are_said_to_be_missing(self):
        blueprint = software()
        blueprint.financing.costs = None
        words = Read(render(blueprint, date=DAY, **QUICK)).words
        assert "before wages, rent and tools" in words and "no fixed costs are stated" in words

    def test_without_a_forecast_the_need_is_told_and_nothing_computed(self):
        blueprint = Blueprint(name="Q", financing={"amount": 5000, "kind": "grant"})
        found = Read(render(blueprint, date=DAY))
        assert "$5,000, as a grant" in found.words and "Cash by month needs a forecast" in found.words

    def test_a_loan_without_an_end_says_that_its_payments_are_missing(self):
        blueprint = software()
        blueprint.financing.grace_months, blueprint.financing.term_months = 0, None
        blueprint.financing.debts = []
        words = Read(render(blueprint, date=DAY, **QUICK)).words
        assert "its payments are not in the numbers" in words and "No debt is paid in these months" in words

    def test_without_the_section_there_is_no_money(self):
        how = {"day": date.fromisoformat(DAY), "seed": 0, "profile": None, **QUICK}
        blueprint = software()
        blueprint.financing = None
        assert gather(blueprint, None, **how).money is None
