"""Page one: what the business is, its numbers with how fresh they are, what it needs, and three risks."""

from datetime import date

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.ledger import Ledger
from ecotools.plots.canvas.formats import money, percent
from ecotools.report import track_record
from ecotools.report.front import cards, freshness, summary
from ecotools.report.inputs import gather
from ecotools.report.risks import risks
from tests.report.pages import DAY, QUICK, crowded, read, software, trade
from tests.report.test_history import course, sold


def made(blueprint, ledger=None, day=DAY):
    return gather(blueprint, ledger, day=date.fromisoformat(day), seed=0, profile=None, **QUICK)


def members(older_who_left, newer_who_left):
    """A club that four people joined in each month, some of the oldest or newest of whom left at once."""
    day = pd.to_datetime([f"2025-{month:02d}-05" for month in range(1, 12) for _ in range(4)])
    table = pd.DataFrame({"customer_id": range(len(day)), "start": day, "product": "club", "price": 10.0})
    table = table.assign(subscription_id=range(len(day)), interval_months=1, quantity=1, discount=0.0)
    newest = 8 * 4  # those of September to November are not three months old yet
    table["end"] = pd.NaT
    gone = [*range(older_who_left), *range(newest - newer_who_left, newest)]
    table.loc[gone, "end"] = table.loc[gone, "start"] + pd.Timedelta(days=40)
    table["ended_by"] = table["end"].isna().map({True: "", False: "cancelled"})
    return Ledger(subscriptions=table, currency="EUR", end="2025-12-01")


@pytest.fixture(scope="module")
def company():
    return made(software(), trade(), "2026-07-15")


class TestNumbers:
    def test_are_six_whatever_is_known(self, company):
        names = ["Revenue", "MRR", "Customers", "Margin", "Cash"]
        for material in (company, made(software()), made(Blueprint(name="Q"))):
            found = [card.name for card in cards(material)]
            assert found[:5] == names and found[5] in ("Payback", "Debt coverage")

    def test_are_those_of_the_last_twelve_whole_months(self, company):
        year = track_record.read(trade(), software()).year
        found = {card.name: card for card in cards(company)}
        assert found["Revenue"].value == money(year["revenue"].sum(), "EUR")
        assert found["MRR"].value == money(year["mrr"].iloc[-1], "EUR")
        assert found["Revenue"].notes[0] == "Jul 2025 to Jun 2026"

    def test_that_nothing_says_are_not_made_up(self):
        found = {card.name: card for card in cards(made(Blueprint(name="Q")))}
        assert {card.value for card in found.values()} == {"not measured", "not stated"}

    def test_of_a_margin_say_when_no_product_states_its_cost(self):
        bare = Blueprint(name="X", currency="EUR")
        notes = {card.name: card.notes for card in cards(made(bare, trade()))}["Margin"]
        assert "no product costs are stated" in notes[0]

    def test_that_are_only_stated_say_so(self):
        found = {card.name: card for card in cards(made(software()))}
        assert found["MRR"].value == "€9,999" and found["MRR"].notes == ("Jun 2025, stated, not checked",)

    def test_a_coverage_of_debts_takes_the_place_of_payback_when_money_is_asked_for(self, company):
        (card,) = [card for card in cards(company) if card.name == "Debt coverage"]
        assert card.value.endswith(" times") and "careful scenario" in card.notes[-1]


class TestFreshness:
    def test_says_how_old_the_sales_are(self, company):
        assert freshness(company).startswith(
            "Sales from 1 Jan 2025 to 30 Jun 2026 (15 days before this report)"
        )

    def test_says_when_nothing_was_measured(self):
        assert "nothing was measured" in freshness(made(Blueprint(name="Q")))

    def test_says_of_which_day_the_business_speaks(self):
        assert freshness(made(Blueprint(name="Q", as_of="2025-02-03"))).endswith("as of 3 Feb 2025")


class TestNeed:
    def test_is_the_money_with_its_terms_and_what_it_is_for(self):
        words = read("a software company").words
        assert "€30,000 as a loan, at 6% a year, paid back in 48 months" in words
        assert "A developer: €24,000" in words and "secured by a house" in words

    def test_is_what_comes_next_in_the_plan_when_no_money_is_asked_for(self):
        phases = [
            {"id": "old", "start": "2024-01-01", "end": "2024-02-01"},
            {"id": "next", "start": "2026-01-01"},
        ]
        found = summary(made(Blueprint(name="Q", plan={"phases": phases})))
        assert "Next (from 1 Jan 2026)" in str(found.blocks) and "Old" not in str(found.blocks)


class TestRisks:
    def test_are_three_and_the_gravest_come_first(self, company):
        found = risks(company)
        assert len(found) == 3
        assert ("Cash runs out" in found[0]) == (company.money.lowest["worst_cash"] < 0)

    def test_of_a_business_without_sales_begin_with_that(self):
        found = risks(made(Blueprint(name="Q")))
        assert found[0].startswith("None of the numbers has been measured")
        assert len(found) == 3 and "no forecast" in found[1]

    def test_old_data_are_one_and_new_ones_are_none(self, company):
        old = risks(made(software(), trade(), "2026-11-30"))
        assert any("153 days before this report" in one for one in old)
        assert not any("before this report" in one for one in risks(company))

    def test_cash_that_runs_out_is_the_first(self):
        blueprint = software()
        blueprint.financing.costs[0].per_month = 90_000
        found = risks(made(blueprint, trade(), "2026-07-15"))
        assert found[0].startswith("Cash runs out in") and "lenders ask for 1.25" in found[1]

    def test_one_source_of_most_of_the_money_is_one(self, company):
        sold = company.actual.by_product
        share = percent(sold["Team"] / sold.sum())
        assert f"{share} of the revenue comes from one product, Team" in risks(company)[0]

    def test_a_channel_is_held_against_the_revenue_whose_channel_is_known(self):
        made_of = sold(
            *((n, f"2025-0{1 + n % 3}-10", 50.0) for n in range(40)), start="2025-01-01", end="2025-04-01"
        )
        made_of.orders["channel"] = ["search"] * 15 + ["partners"] * 5 + [""] * 20
        (said,) = (one for one in risks(made(course(), made_of, "2025-04-02")) if "one channel" in one)
        assert said.startswith(
            "75% of the revenue whose channel is known (50% of all) comes from customers of"
        )

    @pytest.mark.parametrize(("left", "told"), [(1, False), (6, True)])
    def test_subscribers_who_leave_sooner_are_one_when_chance_would_hardly_do_it(self, left, told):
        club = members(older_who_left=0, newer_who_left=left)
        newer, older = track_record.read(club, course()).newer_and_older
        assert (newer.there, newer.joined) == (12 - left, 12) and older.share == 1
        said = " ".join(risks(made(course(), club, "2025-12-02")))
        words = f"three months {percent(1 - left / 12)} ({12 - left} of 12) of the last three cohorts"
        assert (words in said) == told

    def test_are_said_of_a_business_with_thirty_of_everything_too(self):
        assert len(risks(made(crowded()))) == 3
