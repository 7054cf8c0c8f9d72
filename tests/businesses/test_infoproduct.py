"""A school of beekeeping goes from `new` to a report, and every number is what plain counting says."""

import io
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from dateutil.relativedelta import relativedelta

from ecotools.blueprint import Blueprint
from ecotools.cli import main
from ecotools.ledger import read_ledger
from ecotools.plots.canvas.formats import count, money
from ecotools.report import track_record
from ecotools.report.pdf import chromium
from ecotools.rules import review
from tests.businesses.infoproduct import AFTER, months, truth
from tests.businesses.infoproduct_exports import write_exports
from tests.report.papers import attached, letters

BLUEPRINT = Path(__file__).with_name("infoproduct.yaml")
CENT = 0.01
"""MRR is in whole cents, the truth in fractions of them."""
LAST = AFTER - relativedelta(months=1)
REPORT = ("--date", "2026-11-05", "--runs", "20", "-q")
MOST_SHEETS, FEWEST_LETTERS = 12, 600


def run(*words):
    """Return exit code and text of a command."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def happened():
    return truth()


@pytest.fixture(scope="module")
def folder(happened, tmp_path_factory):
    """What the creator has at the end: blueprint, exports, ledger, and what the commands said."""
    folder = tmp_path_factory.mktemp("bienenjahr")
    mine = folder / "my-blueprint.yaml"
    code, next_steps = run("new", mine, "--name", "Bienenjahr", "--profile", "infoproduct")
    assert code == 0 and "ecotools import EXPORTS --blueprint" in next_steps
    assert "Describe next" in run("review", mine)[1]
    mine.write_bytes(BLUEPRINT.read_bytes())
    files = write_exports(happened, folder / "exports")
    words = ["import", *files, "--blueprint", mine, "--out", folder / "ledger", "--encoding", "cp1252"]
    words += ["--mapping", folder / "exports" / "ticketbuero.yaml", "--timezone", "Europe/Berlin"]
    words += ["--from", "2025-05", "--until", "2026-10", "--converted"]
    (folder / "said.txt").write_text(run(*words)[1], encoding="utf-8")
    (folder / "again.txt").write_text(run(*words)[1], encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def said(folder):
    return (folder / "said.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ledger(folder):
    return read_ledger(folder / "ledger")


@pytest.fixture(scope="module")
def found(ledger):
    """The months of the report."""
    return track_record.read(ledger, Blueprint.read(BLUEPRINT))


@pytest.fixture(scope="module")
def page(folder):
    """The report as Markdown, with the money that is asked for."""
    out = folder / "report.md"
    assert (
        run("report", folder / "my-blueprint.yaml", "--ledger", folder / "ledger", "-o", out, *REPORT)[0] == 0
    )
    return out.read_text(encoding="utf-8")


def carried(page: str, file: str) -> pd.DataFrame:
    """Return one of the CSV that the Markdown carries."""
    return pd.read_csv(io.StringIO(re.search(rf"### {file}\n\n```csv\n(.*?)```", page, re.DOTALL)[1]))


class TestImport:
    def test_knows_every_product_whatever_the_shops_call_it(self, said):
        assert "Products: 9 of 9 names are in my-blueprint.yaml" in said
        assert "imkertag: 'Frühbucher', event" in said and "runde_jahr: 'price_1RmQ5jahr'" in said

    def test_cannot_use_two_lines_and_says_why(self, said):
        unused = re.search(r"Could not be used: 2\n(.*?)\n\n", said, re.DOTALL)[1].splitlines()
        assert sorted(line.split(": ", 1)[1] for line in unused) == [
            "in another currency than EUR: USD",
            "the line does not have the 21 cells of the header",
        ]

    def test_says_which_column_it_does_not_understand(self, said):
        assert "the column 'Radar Session' is not understood" in said

    def test_says_of_no_line_that_it_names_no_product(self, said):
        assert "no product is named" not in said

    def test_twice_counts_nothing_twice(self, folder):
        again = (folder / "again.txt").read_text(encoding="utf-8")
        assert "Brought up to date" in again and "(0 and 0 of them new)" in again

    def test_a_person_is_one_customer_in_all_shops(self, ledger, happened):
        everybody = happened.paid_between(months()[0], AFTER)
        addresses = {happened.people[who][1] for who in everybody}
        assert set(ledger.orders["customer_id"]) | set(ledger.subscriptions["customer_id"]) == addresses


class TestNumbers:
    """By month, against the truth."""

    @pytest.mark.parametrize(
        ("column", "counted"),
        [
            ("one_time", "sold"),
            ("recurring", "earned"),
            ("refunds", "refunds"),
            ("costs", "costs"),
        ],
    )
    def test_money_of_every_month(self, found, happened, column, counted):
        wanted = [getattr(happened, counted)(month) for month in months()]
        assert found.months[column].tolist() == pytest.approx(wanted, abs=CENT)

    def test_margin_is_what_is_left(self, found, happened):
        wanted = [
            happened.sold(month) + happened.earned(month) - happened.refunds(month) - happened.costs(month)
            for month in months()
        ]
        assert found.months["margin"].tolist() == pytest.approx(wanted, abs=2 * CENT)

    def test_mrr_and_subscribers_at_the_end_of_every_month(self, found, happened):
        paying = [happened.mrr_by_person(happened.end_of(month)) for month in months()]
        assert found.months["mrr"].tolist() == pytest.approx([sum(one.values()) for one in paying], abs=CENT)
        assert found.months["subscribers"].tolist() == [len(one) for one in paying]

    def test_churn_of_every_month(self, found, happened):
        wanted = [happened.churn(month) for month in months()[1:]]
        assert found.months["churn_rate"].tolist()[1:] == pytest.approx(wanted)

    def test_net_revenue_retention_of_every_month_that_has_one(self, found, happened):
        wanted = [happened.nrr(month) for month in months()[12:]]
        assert found.months["nrr"].tolist()[12:] == pytest.approx(wanted, abs=1e-4)

    def test_new_customers_are_those_who_had_not_paid_before(self, found, happened):
        known = [happened.paid_between(months()[0], month) for month in [*months(), AFTER]]
        wanted = [len(after) - len(before) for before, after in pairwise(known)]
        assert found.months["new_customers"].tolist() == wanted


def test_the_review_is_clean_or_waived_with_reasons(ledger):
    told = review(Blueprint.read(BLUEPRINT), ledger)
    assert {one.severity for one in told.findings} == {"info"}
    assert len(told.waived) >= 10 and all(outcome.waiver for outcome, _ in told.waived)


class TestReport:
    def test_page_one_has_the_numbers_of_the_truth(self, page, happened):
        year = months()[6:]
        sold = sum(happened.sold(month) + happened.earned(month) for month in year)
        customers = len(happened.paid_between(year[0], AFTER))
        for name, value in (
            ("Revenue", money(sold, "EUR")),
            ("MRR", money(happened.mrr(happened.end_of(LAST)), "EUR")),
            ("Customers", count(customers)),
            ("Cash", "€6,200"),
        ):
            assert f"| {name} | {value} |" in page

    def test_rates_say_of_how_many_customers_they_are(self, page, happened):
        before = len(happened.mrr_by_person(happened.end_of(LAST - relativedelta(months=1))))
        then = len(happened.mrr_by_person(happened.end_of(LAST - relativedelta(months=12))))
        assert f"{happened.churn(LAST):.0%} (of {before} customers)" in page
        assert f"{happened.nrr(LAST):.0%} (of {then} customers)" in page

    def test_calls_things_as_the_business_does(self, page):
        shown = page.split("\n## Data\n")[0].replace("\\", "")
        for id in ("price_1Rm", "prod_", "grundkurs", "runde_monat", "example.org", "nach_dem_kauf"):
            assert id not in shown

    def test_the_event_is_forecast_for_the_months_in_which_it_is_sold(self, page):
        rests_on = carried(page, "assumptions.csv").set_index("id")
        assert "by season" in rests_on.loc["sales.imkertag", "source"]

    def test_cash_and_debt_are_those_of_a_pencil(self, page):
        table = carried(page, "cash.csv").set_index("month")
        first, left, interest = table.loc[1], 12_000 - 3_800 - 6_200, 0.058 / 12
        assert first["cash"] == pytest.approx(6_200 + left + first["margin"] - 2_130)
        assert table.loc[2:7, "payment"].tolist() == pytest.approx([12_000 * interest] * 6)
        payment = 12_000 * interest / (1 - (1 + interest) ** -42)
        assert table.loc[8:, "payment"].tolist() == pytest.approx([payment] * 17)
        assert table.loc[8, "coverage"] == pytest.approx((table.loc[8, "margin"] - 2_130) / payment)

    def test_without_financing_says_so_and_stays_whole(self, folder):
        plain = folder / "plain.yaml"
        text = BLUEPRINT.read_text(encoding="utf-8")
        plain.write_text(re.sub(r"(?ms)^financing:\n.*?(?=^\S)", "", text), encoding="utf-8")
        out = folder / "plain.html"
        assert run("report", plain, "--ledger", folder / "ledger", "-o", out, *REPORT)[0] == 0
        shown = out.read_text(encoding="utf-8")
        assert "The business states no need of money." in shown and "Debt coverage" not in shown

    @pytest.mark.skipif(chromium() is None, reason="a PDF takes a Chromium")
    def test_on_paper_has_no_nearly_empty_sheet_and_carries_its_numbers(self, folder, found):
        out = folder / "report.pdf"
        files = ("report", folder / "my-blueprint.yaml", "--ledger", folder / "ledger", "-o", out)
        assert run(*files, *REPORT)[0] == 0
        drawn = letters(out.read_bytes())
        assert len(drawn) <= MOST_SHEETS and min(drawn) >= FEWEST_LETTERS
        kept = pd.read_csv(io.StringIO(attached(out.read_bytes())["months.csv"]))
        assert kept["revenue"].tolist() == pytest.approx(found.months["revenue"].tolist()[::-1])


def test_the_same_seed_gives_the_same_business(happened):
    again = truth()
    assert again.sales == happened.sales and again.plans == happened.plans
    assert len(happened.people) > 300 and max(sale.at.date() for sale in again.sales) < AFTER
    assert {plan.back for plan in again.plans} == {True, False}, "some yearly plans are given back"
    assert date(2025, 5, 1) == months()[0]
