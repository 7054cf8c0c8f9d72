"""A software company goes from `new` to a report: what the library says is what a pencil says."""

import math

import pandas as pd
import pytest
from click.testing import CliRunner

from ecotools.blueprint import Blueprint
from ecotools.cli import main
from ecotools.forecast import forecast
from ecotools.ledger import import_files, read_ledger
from ecotools.metrics import kpi, retention, revenue
from ecotools.report.track_record import read
from ecotools.rules import review

from . import software as truth
from .software_exports import payouts, write_exports

HERE = truth.HERE
ENDS = truth.month_ends()
CENT = 0.01
"""MRR is in whole cents."""


@pytest.fixture(scope="module")
def business():
    return truth.Keelnote()


@pytest.fixture(scope="module")
def folder(business, tmp_path_factory):
    """The folder of the founder: `new` was run, the blueprint filled in, and all exports imported."""
    folder = tmp_path_factory.mktemp("keelnote")
    started = run("new", folder / "my-blueprint.yaml", "--profile", "saas", "--name", "Keelnote")
    assert started.exit_code == 0
    (folder / "my-blueprint.yaml").write_bytes((HERE / "software.yaml").read_bytes())
    files = write_exports(business, folder / "exports")
    own = [part for name in ("events", "payouts") for part in ("--mapping", HERE / f"software-{name}.yaml")]
    span = ("--from", "2025-05-01", "--until", "2026-10")
    about = ("--blueprint", folder / "my-blueprint.yaml", "--out", folder / "ledger")
    (folder / "said.txt").write_text(run("import", *files, *own, *span, *about).output)
    return folder


@pytest.fixture(scope="module")
def blueprint(folder):
    return Blueprint.read(folder / "my-blueprint.yaml")


@pytest.fixture(scope="module")
def ledger(folder):
    return read_ledger(folder / "ledger")


@pytest.fixture(scope="module")
def actual(ledger, blueprint):
    return read(ledger, blueprint)


@pytest.fixture(scope="module")
def page(folder):
    """The report in Markdown."""
    out = folder / "report.md"
    files = (folder / "my-blueprint.yaml", "--ledger", folder / "ledger", "-o", out)
    done = run("report", *files, "--date", "2026-11-02", "--runs", "20")
    assert done.exit_code == 0, done.output
    return out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(blueprint, ledger):
    """A forecast as it would have been three months before the last."""
    return forecast(blueprint, months=3, ledger=ledger.between("2025-05", "2026-07"), runs=200)


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def by_month(count, accounts):
    return [count(accounts, end) for end in ENDS]


class TestImport:
    def test_every_line_is_in_the_ledger_or_has_its_reason(self, folder):
        said = (folder / "said.txt").read_text()
        assert "8 of 8 names are in my-blueprint.yaml" in said
        assert "in another currency than GBP: EUR" in said
        assert "the line does not have the 20 cells of the header" in said
        assert "counted as running, though its last payment failed: past_due" in said
        assert "refunds.csv lines 2-8: a refund of a payment of a subscription" in said
        assert "2025-05-01 up to and without 2026-11-01, GBP" in said

    def test_a_shop_that_was_left_says_so(self, folder):
        said = (folder / "said.txt").read_text()
        assert "its payments end on 2025-10-30, and other files go on to 2026-10-31" in said
        assert "ended when another began: the customer goes on in another export" in said

    def test_many_lines_of_one_reason_are_told_in_one_line(self, folder):
        lines = (folder / "said.txt").read_text().splitlines()
        assert max(map(len, lines)) < 260

    def test_yards_that_pay_in_euros_count_at_the_rate_that_is_stated(self, folder, blueprint, business):
        files = [folder / "exports" / name for name in ("subscriptions.csv", "paddle-transactions.csv")]
        found = import_files(files, products=blueprint, rates={"EUR": 0.86}).ledger
        euros = [one for one in business.accounts if one.currency == "EUR"]
        day = truth.date(2026, 9, 30)
        wanted = truth.mrr(business.known, day) + 0.86 * truth.mrr(euros, day)
        assert truth.mrr(euros, day) > 0
        assert float(revenue.mrr(found.subscriptions, "2026-09-30")) == pytest.approx(wanted, abs=CENT)

    def test_a_yearly_plan_is_a_product_of_its_own(self, ledger, business):
        found = ledger.subscriptions.query("price > 0").groupby("product")["interval_months"].unique()
        assert {name: list(months) for name, months in found.items()} == {
            name.lower() + ending: [months]
            for name in truth.PRICES
            for ending, months in (("", 1), ("_yearly", 12))
        }

    def test_what_partners_were_paid_is_what_their_channels_cost(self, ledger, business):
        paid = pd.DataFrame(payouts(business), columns=["day", "channel", "sales", "amount"])
        wanted = paid.groupby("channel")["amount"].sum()
        pd.testing.assert_series_equal(ledger.spend.groupby("channel")["amount"].sum(), wanted)


class TestNumbers:
    def test_mrr_of_every_month(self, actual, business):
        assert actual.months["mrr"].tolist() == pytest.approx(by_month(truth.mrr, business.known), abs=CENT)

    def test_subscribers_of_every_month(self, actual, business):
        wanted = [len(truth.subscribers(business.known, end)) for end in ENDS]
        assert actual.months["subscribers"].tolist() == wanted

    def test_churn_of_every_month(self, actual, business):
        pairs = zip([None, *ENDS], ENDS, strict=False)
        wanted = [math.nan if a is None else truth.churn(business.known, a, b) for a, b in pairs]
        assert actual.months["churn_rate"].tolist() == pytest.approx(wanted, nan_ok=True)

    def test_net_revenue_retention(self, actual, business):
        wanted = truth.net_retention(business.known, ENDS[-1])
        assert float(actual.value("nrr")) == pytest.approx(wanted)

    def test_revenue_of_every_month_by_where_it_comes_from(self, actual, business):
        assert actual.months["one_time"].tolist() == pytest.approx(by_month(truth.one_time, business.known))
        wanted = by_month(truth.earned, business.known)
        assert actual.months["recurring"].tolist() == pytest.approx(wanted, abs=CENT)

    def test_refunds_of_packs_and_of_subscriptions(self, actual, business):
        assert sum(bool(one.refunded) for one in business.known) > 4
        assert actual.months["refunds"].tolist() == pytest.approx(by_month(truth.given_back, business.known))

    def test_cash_that_came_in_from_subscribers(self, ledger, business):
        paid = revenue.payments(ledger)
        found = paid.groupby(paid["day"].dt.to_period("M"))["amount"].sum()
        wanted = by_month(truth.cash_in, business.known)
        assert found.reindex(pd.PeriodIndex(ENDS, freq="M")).tolist() == pytest.approx(wanted)

    def test_trials_that_pay(self, ledger, blueprint, business):
        wanted = [truth.trials_over(business.known, end) for end in ENDS]
        shares = [paid / over if over else math.nan for over, paid in wanted]
        found = kpi.compute(blueprint, ledger, "trial_to_paid")["value"].tolist()
        assert found == pytest.approx(shares, nan_ok=True)
        told = retention.trials(ledger)
        assert told["went_on"].sum() == sum(paid for _, paid in wanted)
        assert told["running"].sum() == sum(
            bool(one.tried and one.tried + truth.TRIAL > truth.LAST) for one in business.known
        )

    def test_accounts_that_log_a_first_job(self, ledger, blueprint, business):
        found = kpi.compute(blueprint, ledger, "activation_rate")["value"].tolist()
        month = [one for one in business.accounts if one.signed_up.strftime("%Y-%m") == "2026-03"]
        assert found[10] == pytest.approx(sum(one.activated for one in month) / len(month))

    def test_new_customers_of_every_month(self, actual, business):
        first = [day for one in business.known if (day := truth.first_paid(one))]
        wanted = [sum(day in truth.days_of(end) for day in first) for end in ENDS]
        assert actual.months["new_customers"].tolist() == wanted


class TestForecast:
    def test_it_held_on_the_months_that_followed(self, made, business):
        for name, count in (("mrr", truth.mrr), ("revenue", self.sold)):
            ends = made.of(name)
            wanted = [count(business.known, end) for end in ENDS[-3:]]
            inside = (ends["low"].to_numpy() * 0.97 <= wanted) & (wanted <= ends["high"].to_numpy() * 1.03)
            assert inside.sum() >= 2

    @staticmethod
    def sold(accounts, end):
        return truth.earned(accounts, end) + truth.one_time(accounts, end)

    def test_its_margin_is_that_of_the_months_before(self, made, actual):
        before = actual.months.loc["2026-05":"2026-07"]
        share = (before["margin"] + before["refunds"]).sum() / before["revenue"].sum()
        found = made.of("margin")["median"].sum() / made.of("revenue")["median"].sum()
        assert found == pytest.approx(share, abs=0.03)

    def test_it_says_that_partners_are_paid_from_the_margin(self, made):
        assert "What is paid to channels for customers: it is not taken off the margin." in made.left_out


def test_the_review_finds_nothing_but_what_is_waived(blueprint, ledger):
    found = review(blueprint, ledger=ledger)
    assert found.findings == [] and found.needless == []
    assert [one.rule.id for one, _ in found.waived] == ["MET05", "MAP07", "MAP08", "CON02"]


class TestReport:
    def test_page_one_has_the_numbers(self, page, business):
        year = ENDS[-12:]
        known = business.known
        sold = sum(truth.earned(known, end) + truth.one_time(known, end) for end in year)
        paid = {
            one.email
            for one in known
            for day in [day for spell in one.spells for day in spell.payments()] + [p[0] for p in one.packs]
            if day > ENDS[-13]
        }
        assert f"| Revenue | £{sold:,.0f} |" in page
        assert f"| MRR | £{truth.mrr(known, ENDS[-1]):,.0f} |" in page
        assert f"| Customers | {len(paid)} |" in page

    def test_margin_and_cash_say_what_they_leave_out(self, page, business):
        spent = sum(paid for day, _, _, paid in payouts(business) if day > ENDS[-13])
        assert f"Fixed costs and £{spent:,.0f} paid to channels are not taken off" in page
        assert "counts where it is among the fixed costs" in page
        assert "- Kept as cash: £3,000" in page

    def test_a_price_of_a_seat_says_so(self, page):
        assert "from £12 a seat and month to £290 a seat and year" in page
        assert "| Deckhand | core product | £12 a seat and month | 4.5 |" in page
        assert "longest step" not in page

    def test_no_word_is_an_id(self, page):
        ids = ("trial_to_paid", "chandlery_app", "deckhand_yearly", "creator", "alpha", "fraction")
        shown = page.split("\n## Data\n")[0]
        assert [word for word in ids if word in shown.replace("\\_", "_")] == []

    def test_partners_say_what_they_get(self, page):
        assert "Revenue share: 20% of what its customers pay" in page
        assert "| Parts API | Northshore Chandlery |" in page

    def test_without_financing_it_asks_for_nothing(self, folder, blueprint):
        plain = blueprint.model_copy(update={"financing": None})
        (folder / "plain.yaml").write_text(plain.to_yaml(), encoding="utf-8")
        out = folder / "plain.md"
        files = (folder / "plain.yaml", "--ledger", folder / "ledger", "-o", out)
        done = run("report", *files, "--date", "2026-11-02", "--runs", "20")
        assert done.exit_code == 0, done.output
        text = out.read_text(encoding="utf-8")
        assert "## Cash and financing" not in text and "| Payback | 2 months |" in text
