"""Subscriptions: fresh content, churn by blueprint or ledger, numbers that must agree, MRR that recurs."""

import datetime
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.blueprint.policies import Threshold
from ecotools.data import quillwork
from ecotools.ledger import Ledger
from ecotools.rules import review
from ecotools.rules.engine.limits import at_most
from ecotools.rules.engine.parts import Business
from ecotools.rules.words.churn import lacking_months, longest_silence
from ecotools.simulate import simulate

from ..examples import blueprint

CLUB = "products: [{id: club, name: Club, kind: community, price: 39, billing: month}]\n"


def came(id, example, profile=None, ledger=None):
    """Return the texts that a rule finds and what it lacks."""
    said = blueprint(example) if isinstance(example, str) else example
    found = review(said, ledger, select=id, profile=profile).outcomes[0]
    return [one.found for one in found.findings], found.missing


def measured(*entries):
    return "measured:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


@pytest.fixture(scope="module")
def ledger():
    return simulate(quillwork(), 6, seed=1, scale=0.2)


class TestFreshContent:
    def said(self, days, as_of="2026-03-01", product="club"):
        of = f", product: {product}" if product else ""
        releases = ", ".join(f"{{date: {day}{of}}}" for day in days)
        return f"as_of: {as_of}\n{CLUB}calendar: {{releases: [{releases}]}}\n"

    @pytest.mark.parametrize(
        ("days", "texts"),
        [
            (["2026-01-01", "2026-02-01"], []),
            (["2026-02-01", "2026-01-01"], []),
            (["2025-12-31", "2026-02-01"], ["32 days, from 2025-12-31 to 2026-02-01"]),
            (["2025-12-01", "2025-12-31"], ["60 days, since 2025-12-31"]),
            (["2026-02-20", "2026-05-20"], ["89 days, from 2026-02-20 to 2026-05-20"]),
        ],
    )
    def test_a_month_may_pass_and_no_more(self, days, texts):
        assert came("SUB01", self.said(days))[0] == [f"nothing new for club for {text}" for text in texts]

    def test_no_release_is_a_finding_when_it_is_said(self):
        assert came("SUB01", self.said([]))[0] == ["no release of anything new for club"]

    def test_releases_without_a_product_are_for_all(self):
        assert came("SUB01", self.said(["2026-01-25", "2026-02-20"], product="")) == ([], ())

    def test_releases_of_another_product_say_nothing(self):
        said = CLUB.replace("]", ", {id: course, name: C, kind: core}]")
        said += "calendar: {releases: [{date: 2026-02-01, product: course}]}"
        assert came("SUB01", said) == ([], ("calendar.releases[] for club",))

    def test_one_release_is_no_rhythm(self):
        assert came("SUB01", self.said(["2026-02-20"])) == (
            [],
            ("a second release in calendar.releases[] for club",),
        )

    def test_software_is_not_content(self):
        said = CLUB.replace("community", "subscription").replace("price", "delivery: software, price")
        assert came("SUB01", said + "calendar: {releases: []}") == (
            [],
            ("a subscription or community that is not software",),
        )

    def test_a_ledger_says_what_day_it_is(self, ledger):
        said = quillwork()
        said.as_of = None
        said.calendar.releases = [
            {"date": "2025-01-10"},
            {"date": "2025-02-05"},
        ]
        texts, _ = came("SUB01", said, ledger=ledger)
        assert texts and all("since 2025-02-05" in text for text in texts)


class TestChurn:
    @pytest.mark.parametrize(("rate", "fine"), [(0, True), (0.049, True), (0.05, False), (0.08, False)])
    def test_a_community_loses_less_than_five_in_a_hundred(self, rate, fine):
        said = CLUB + measured(f"metric: churn_rate, product: club, value: {rate}")
        assert (came("SUB02", said)[0] == []) is fine

    def test_a_basic_community_may_lose_what_its_type_loses(self):
        said = (
            CLUB + "community: {type: basic}\n" + measured("metric: churn_rate, product: club, value: 0.11")
        )
        assert came("SUB02", said) == ([], ()) and came("SUB05", said) == ([], ())

    @pytest.mark.parametrize(
        ("type", "top"), [("basic", 0.12), ("programmed", 0.07), ("mastermind", 0.04), ("hybrid", 0.03)]
    )
    def test_each_type_has_its_band_and_less_is_no_fault(self, type, top):
        for rate, fine in ((0, True), (top, True), (top + 0.001, False)):
            said = CLUB + f"community: {{type: {type}}}\n"
            said += measured(f"metric: churn_rate, product: club, value: {rate}")
            assert (came("SUB05", said)[0] == []) is fine

    def test_a_series_counts_by_its_last_month(self):
        said = CLUB + measured("metric: churn_rate, product: club, values: {2026-02: 0.07, 2026-01: 0.01}")
        assert came("SUB02", said)[0] == ["club loses 7% of its customers in 2026-02"]

    def test_the_churn_of_the_business_is_that_of_all_it_has(self):
        said = CLUB + measured("metric: churn_rate, value: 0.07")
        assert came("SUB02", said)[0] == ["club loses 7% of its customers a month"]
        more = said.replace("]\n", ", {id: lib, name: L, kind: subscription, price: 9, billing: month}]\n", 1)
        assert came("SUB02", more) == ([], ("measured[] with churn_rate of club",))

    def test_a_segment_is_not_the_whole(self):
        said = CLUB + measured("metric: churn_rate, product: club, segment: first month, value: 0.2")
        assert came("SUB02", said)[1]

    def test_a_ledger_knows_better(self, ledger):
        from ecotools.metrics import kpi

        said = quillwork()
        said.community = None
        said.thresholds = {"SUB02": Threshold(value={"any other": -1}, reason="To see the number")}
        table = kpi.compute(said, ledger, "churn_rate", by="product")
        churn = table[table["product"] == "writers_room"].dropna(subset="value").iloc[-1]
        ((text,), _) = came("SUB02", said, ledger=ledger)
        found = f"writers_room loses {churn['value'] * 100:.4g}% of its customers in {churn['month']}"
        assert text.startswith(f"{found} (") and text.endswith(")")

    def test_who_moved_to_another_plan_is_not_lost(self):
        rows = [(n, "club", "2025-01-05", None if n < 6 else "2025-03-10") for n in range(10)]
        rows += [(n, "yearly", "2025-03-10", None) for n in (6, 7, 8)]
        table = pd.DataFrame(rows, columns=["customer_id", "product", "start", "end"])
        table = table.assign(
            start=pd.to_datetime(table["start"]), end=pd.to_datetime(table["end"]), price=9.0, quantity=1,
            interval_months=1, discount=0.0, subscription_id=range(len(rows)),
        )  # fmt: skip
        table["ended_by"] = table["end"].isna().map({True: "", False: "cancelled"})
        seen = Ledger(subscriptions=table, end="2025-04-01")
        more = CLUB.replace("]\n", ", {id: yearly, name: Y, kind: community, price: 90, billing: year}]\n", 1)
        more += "thresholds: {SUB02: {value: {any other: -1}, reason: To see the number}}\n"
        texts, _ = came("SUB02", more, ledger=seen)
        assert "club loses 10% of its customers in 2025-03 (1 of 10)" in texts

    def test_a_ledger_that_cannot_tell_leaves_it_to_what_was_measured(self, ledger):
        said = quillwork()
        silent = Ledger(touches=ledger.touches, start=ledger.start, end=ledger.end)
        assert came("SUB02", said, ledger=silent) == came("SUB02", said)


class TestEveryMonth:
    def test_a_gap_is_told_with_its_ends(self):
        said = measured(
            "metric: churn_rate, values: {2025-11: 0.1, 2025-12: 0.1, 2026-03: 0.1, 2026-06: 0.1}"
        )
        assert came("SUB08", said)[0] == [
            "no churn between 2025-12 and 2026-03",
            "no churn between 2026-03 and 2026-06",
        ]

    @pytest.mark.parametrize("said", ["value: 0.1", "value: 0.1, period: 2026-01", "values: {2026-01: 0.1}"])
    def test_one_number_is_no_series(self, said):
        texts, missing = came("SUB08", measured(f"metric: churn_rate, {said}"))
        assert texts == [] and missing

    def test_a_ledger_has_every_month(self, ledger):
        said = blueprint("")
        assert came("SUB08", said, ledger=ledger) == ([], ())
        assert came("SUB08", said, ledger=Ledger())[1]

    @given(st.integers(2000, 2030), st.integers(1, 12), st.integers(2, 30))
    def test_months_in_a_row_have_no_gap(self, year, month, many):
        first = pd.Period(year=year, month=month, freq="M")
        months = [str(first + step) for step in range(many)]
        assert list(lacking_months(months, at_most(1))) == []

    @given(st.lists(st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 1, 1)), min_size=1, max_size=9))
    def test_the_longest_silence_is_no_shorter_than_any_other(self, days):
        business = Business(blueprint("as_of: 2026-01-01"))
        silent, _ = longest_silence(days, business)
        ordered = sorted(days)
        assert all((after - before).days <= silent for before, after in pairwise(ordered))
        assert silent >= (datetime.date(2026, 1, 1) - ordered[-1]).days


class TestNumbersThatMustAgree:
    @pytest.mark.parametrize(
        ("months", "fine"), [(20, True), (18.2, True), (22, True), (18, False), (23, False)]
    )
    def test_a_lifetime_may_be_a_tenth_off(self, months, fine):
        said = measured(f"metric: lifetime_months, value: {months}", "metric: churn_rate, value: 0.05")
        assert (came("SUB07", said)[0] == []) is fine

    def test_both_numbers_are_told(self):
        said = measured("metric: lifetime_months, value: 36", "metric: churn_rate, value: 0.08")
        assert came("SUB07", said)[0] == ["36 months, but a churn of 8% makes 12.5 months"]

    def test_numbers_of_different_people_are_not_compared(self):
        said = CLUB + measured(
            "metric: lifetime_months, value: 36",
            "metric: churn_rate, product: club, value: 0.08",
            "metric: churn_rate, segment: starters, value: 0.2",
        )
        assert came("SUB07", said) == ([], ("measured[] with churn_rate of the whole business",))

    def test_without_churn_a_lifetime_has_no_end(self):
        said = measured("metric: lifetime_months, value: 36", "metric: churn_rate, value: 0")
        assert came("SUB07", said)[1] == ("a churn_rate above 0: without churn a lifetime has no end",)

    def test_a_lifetime_value_has_a_cent_in_the_dollar_to_spare(self):
        parts = ("metric: arpu, value: 40", "metric: lifetime_months, value: 20")
        assert came("SUB10", measured("metric: ltv, value: 805", *parts)) == ([], ())
        assert came("SUB10", measured("metric: ltv, value: 900", *parts))[0] == [
            "$900, but $40 for 20 months are $800"
        ]

    def test_a_lifetime_value_alone_is_not_checked(self):
        assert came("SUB10", measured("metric: ltv, value: 805"))[1] == (
            "measured[] with arpu of the whole business",
        )

    @given(st.floats(1, 1000), st.floats(1, 100))
    def test_a_value_that_was_multiplied_is_right(self, arpu, months):
        said = measured(
            f"metric: ltv, value: {arpu * months!r}",
            f"metric: arpu, value: {arpu!r}",
            f"metric: lifetime_months, value: {months!r}",
        )
        assert came("SUB10", said) == ([], ())

    @pytest.mark.parametrize(("months", "fine"), [(17.9, False), (18, True), (36, True), (37, False)])
    def test_a_customer_stays_for_18_to_36_months(self, months, fine):
        assert (came("SUB04", measured(f"metric: lifetime_months, value: {months}"))[0] == []) is fine

    def test_a_target_counts_until_there_is_a_measurement(self):
        said = "kpis: [{id: lifetime_months, name: Stay, unit: months, target: 12}]\n"
        assert came("SUB04", said)[0] == ["a target of 12 months"]
        assert came("SUB04", said + measured("metric: lifetime_months, value: 24")) == ([], ())

    def test_the_lifetime_of_one_product_is_not_that_of_the_business(self):
        assert came("SUB04", CLUB + measured("metric: lifetime_months, product: club, value: 5"))[1]


class TestRetentionOfAYear:
    @pytest.mark.parametrize(
        ("profile", "kept", "fine"),
        [
            ("community", 0.9, True),
            ("community", 0.89, False),
            ("saas", 0.8, False),
            ("infoproduct", 0.7, True),
            ("infoproduct", 0.6, False),
            ("creator", 0.45, True),
            ("creator", 0.4, False),
        ],
    )
    def test_profiles_differ_in_what_is_near(self, profile, kept, fine):
        said = measured(f"metric: retention_annual, segment: Members, value: {kept}")
        assert (came("SUB09", said, profile)[0] == []) is fine

    @pytest.mark.parametrize("segment", ["active members", "Active Members", "active-members"])
    def test_a_segment_may_be_written_as_one_likes(self, segment):
        said = measured(f"metric: retention_annual, segment: {segment}, value: 0.1")
        assert came("SUB09", said)[0] == ["10% of active members are kept over a year"]

    @pytest.mark.parametrize("segment", ["Spain", "non-members"])
    def test_other_segments_are_not_compared(self, segment):
        assert came("SUB09", measured(f"metric: retention_annual, segment: {segment}, value: 0.1"))[1]


class TestAskingBack:
    def flow(self, trigger, action):
        return CLUB + f"automations: [{{id: a, trigger: {trigger}, steps: [{{action: {action}}}]}}]"

    def test_only_a_win_back_after_a_cancellation_counts(self):
        assert came("SUB06", self.flow("cancel", "win_back")) == ([], ())
        assert came("SUB06", self.flow("cancel", "survey"))[0] == ["a asks nobody to come back"]
        assert came("SUB06", self.flow("purchase", "win_back"))[0] == [
            "no automation starts when a customer cancels"
        ]

    def test_nobody_cancels_where_nothing_recurs(self):
        assert came("SUB06", "products: [{id: c, name: C, kind: core, price: 9}]\nautomations: []")[1]

    def test_steps_that_are_not_told_are_not_checked(self):
        assert came("SUB06", CLUB + "automations: [{id: a, trigger: cancel}]")[1] == ("automations[a].steps",)


PRODUCTS = """
products:
  - {id: club, name: Club, kind: community, price: 60, billing: quarter}
  - {id: course, name: Course, kind: core, price: 497}
"""


class TestRunRates:
    def said(self, lines, unit="mrr", **sums):
        sums = "".join(f", {key}: {value}" for key, value in sums.items())
        return PRODUCTS + f"projections: [{{id: p, unit: {unit}{sums}, lines: [{lines}]}}]"

    def test_a_price_a_quarter_is_no_price_a_month(self):
        line = "{product: club, quantity: 10, unit_price: 60, amount: 600}"
        assert came("SUB11", self.said(line))[0] == ["club at its price a quarter, which is $20 MRR"]
        assert came("SUB11", self.said(line, "arr"))[0] == ["club at its price a quarter, which is $240 ARR"]

    def test_the_sum_is_that_of_the_lines_at_both_ends(self):
        line = (
            "{product: club, quantity: 10, unit_price: 20, amount: 200, quantity_high: 20, amount_high: 400}"
        )
        assert came("SUB11", self.said(line, amount=200, amount_high=400)) == ([], ())
        assert came("SUB11", self.said(line, amount=300, amount_high=500))[0] == [
            "$300 MRR, but its lines are $200",
            "$500 MRR, but its lines are $400",
        ]

    def test_every_line_that_is_sold_once_is_told_and_the_sum_is_not(self):
        lines = "{product: course, amount: 497}, {product: club, amount: 200}"
        assert came("SUB11", self.said(lines, amount=900))[0] == ["course is sold once, and counted in MRR"]

    def test_revenue_may_hold_what_is_sold_once(self):
        assert came("SUB11", self.said("{product: course, amount: 497}", "revenue"))[1] == (
            "a projection with unit mrr or arr",
        )

    def test_a_sum_of_lines_without_amounts_is_not_checked(self):
        assert came("SUB11", self.said("{product: club}", amount=900))[1] == (
            "projections[p].lines[0].amount",
        )


class TestSurveys:
    def test_a_survey_of_buyers_is_none_of_subscribers(self):
        said = PRODUCTS + "calendar: {surveys: [{date: 2026-01-01, product: course}]}"
        assert came("SUB12", said)[1] == (
            "calendar.surveys[] of a product with billing by month, quarter or year",
        )

    def test_nobody_is_asked_when_the_list_is_empty(self):
        assert came("SUB12", "calendar: {surveys: []}")[0] == ["no survey of anyone who subscribes"]

    def test_answers_in_a_ledger_are_surveys(self, ledger):
        said = blueprint("")
        assert came("SUB12", said, ledger=ledger) == ([], ())
        assert came("SUB12", said, ledger=Ledger())[1] == ("calendar",)

    def test_a_ledger_whose_answers_stopped_is_a_finding(self, ledger):
        early = ledger.surveys.assign(day=pd.Timestamp("2025-02-10"))
        parts = {name: table for name, table in ledger.tables.items() if name != "surveys"}
        stopped = Ledger(**parts, surveys=early, start=ledger.start, end=ledger.end)
        ((text,), _) = came("SUB12", blueprint(""), ledger=stopped)
        assert text == "nobody was asked for 140 days, since 2025-02-10"
