"""Exports of many shops are recognised by their columns and become one ledger; your own need a mapping."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint
from ecotools.ledger import LedgerError, Mapping, import_files, import_table
from ecotools.ledger.exports import read_lines
from ecotools.ledger.generic_import import recognise
from ecotools.ledger.mapping import COLUMNS, known, names, read_mapping
from ecotools.metrics import revenue

OWN = "Date;Buyer;Item;Paid;Code\n01.02.2025;Ann@x.org;Guide;1.049,00;EUR\n"
OWN += "25.02.2025;bob@x.org;Guide;49,00;EUR\n"
COLUMNS_OF_OWN = {"day": "Date", "email": "Buyer", "product": "Item", "amount": "Paid", "currency": "Code"}


@pytest.fixture
def file(tmp_path):
    def write(name, text, encoding="utf-8"):
        (tmp_path / name).write_text(text, encoding=encoding)
        return tmp_path / name

    return write


@pytest.fixture
def mine():
    return Mapping("My shop", "orders", COLUMNS_OF_OWN)


def lines_of(name, *rows):
    """An export with all the columns that a mapping knows, and these cells by what they mean."""
    mapping = known(name)
    header = [heads[0] for heads in mapping.columns.values()]
    cells = [[row.get(word, "") for word in mapping.columns] for row in rows]
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in [header, *cells]) + "\n"


@pytest.mark.parametrize("name", names())
def test_every_mapping_is_recognised_by_its_own_columns(name, file):
    path = file("export.csv", lines_of(name))
    assert recognise(path, read_lines(path)).source == known(name).source


@pytest.mark.parametrize("name", names())
def test_every_mapping_says_where_its_columns_were_seen_and_comes_back_from_its_yaml(name, tmp_path):
    mapping = known(name)
    assert mapping.seen, f"{name}.yaml must say in 'seen' where these columns were seen"
    assert set(mapping.columns) <= set(COLUMNS[mapping.table])
    assert read_mapping(mapping.save(tmp_path / "mine.yaml")) == mapping


@pytest.mark.parametrize("name", names())
def test_every_mapping_is_on_the_page_of_importers(name):
    page = (Path(__file__).parents[2] / "docs" / "importers.md").read_text(encoding="utf-8")
    assert f"| `{name}` |" in page, f"docs/importers.md: add a row {name!r}, with how sure the columns are"


@pytest.mark.parametrize("name", names())
def test_empty_exports_and_lines_without_sense_are_no_errors(name, file):
    nothing = import_files(file("a.csv", lines_of(name)))
    assert (nothing.lines, len(nothing.ledger.orders), len(nothing.ledger.subscriptions)) == (0, 0, 0)
    nonsense = import_files(file("b.csv", lines_of(name, dict.fromkeys(known(name).columns, "x"))))
    assert nonsense.unmapped["what"].isin(["row"]).sum() == nonsense.lines == 1


def test_a_file_of_no_known_kind_says_what_comes_nearest(file):
    path = file("a.csv", "Purchase ID,Item Name,Purchase Email,Purchase Date\n1,a,b,c\n")
    with pytest.raises(
        LedgerError, match=r"nearest is Gumroad, sales, but it lacks 'Sale Price \(\$\)'.*--mapping"
    ):
        import_files(path)


def test_a_table_of_your_own_is_read_by_a_mapping(file, mine):
    found = import_table(file("own.csv", OWN), mine)
    assert found.ledger.currency == "EUR"
    assert found.ledger.orders["amount"].tolist() == [1049.0, 49.0]
    assert found.ledger.orders["day"].tolist() == [pd.Timestamp("2025-02-01"), pd.Timestamp("2025-02-25")]


def test_a_mapping_can_be_saved_and_used_by_its_file(file, mine, tmp_path):
    yaml = mine.save(tmp_path / "own.yaml")
    assert len(import_files(file("own.csv", OWN), mapping=yaml).ledger.orders) == 2


def test_lines_without_an_id_get_one_that_stays(file, mine):
    once = import_table(file("own.csv", OWN), mine).ledger.orders
    more = import_table(file("more.csv", OWN + "26.02.2025;cyd@x.org;Guide;49,00;EUR\n"), mine).ledger.orders
    assert set(once["order_id"]) < set(more["order_id"])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"table": "order"}, "Did you mean 'orders'"),
        ({"columns": {"dya": "Date"}}, "Did you mean 'day'"),
        ({"columns": {"day": "Date"}}, "needed names 'price'"),
        ({"values": {"status": {"payed": "x"}}}, "Did you mean 'paid'"),
        ({"dates": "DDMM"}, "dates must be one of"),
        ({"source": ""}, "source must be a text"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(change, told):
    with pytest.raises(ValueError, match=told):
        Mapping(**{"source": "My shop", "table": "orders", "columns": COLUMNS_OF_OWN} | change)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("source: a\ntable: orders\n", "needs columns"),
        ("source: a\ntable: orders\ncolums: {}\n", "Did you mean 'columns'"),
        ("source: [\n", "own.yaml is no mapping"),
    ],
)
def test_a_file_that_is_no_mapping_is_refused_by_name(file, text, told):
    with pytest.raises(LedgerError, match=told):
        read_mapping(file("own.yaml", text))


def test_a_person_is_one_customer_in_all_shops(file):
    stripe = "id,Created date (UTC),Amount,Currency,Description,Status,Customer ID,Customer Email\n"
    stripe += "ch_1,2025-01-01,9,usd,Pack,Paid,cus_1,Ann@x.org\nch_2,2025-01-02,9,usd,Pack,Paid,cus_1,\n"
    gumroad = (
        "Purchase ID,Item Name,Purchase Email,Purchase Date,Sale Price ($)\np1,Pack,ann@x.org,2025-01-03,9\n"
    )
    found = import_files([file("a.csv", stripe), file("b.csv", gumroad)])
    assert found.ledger.orders["customer_id"].unique().tolist() == ["ann@x.org"]
    assert found.sources["used"].tolist() == [1, 2]


SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Currency,Subtotal,Lineitem quantity,Lineitem name,Lineitem price,"
    "Lineitem discount,Refunded Amount\n"
    "#1,a@x.org,partially_refunded,2025-01-05 10:00:00 -0500,EUR,90.00,2,Pack,20.00,0.00,9.00\n"
    "#1,,,,,,1,Guide,60.00,0.00,\n"
    "#2,b@x.org,pending,,EUR,10.00,1,Pack,10.00,0.00,0.00\n"
)


def test_the_items_of_a_shopify_order_share_its_discount_and_its_refund(file):
    found = import_files(file("orders.csv", SHOPIFY))
    orders = found.ledger.orders
    assert orders[["product", "quantity", "amount"]].to_numpy().tolist() == [
        ["guide", 1, 54.0],
        ["pack", 2, 36.0],
    ]
    assert orders["refunded"].tolist() == [5.4, 3.6]
    assert "no money came in: status 'pending'" in found.unmapped["reason"].tolist()


def paypal(*rows):
    base = {"time": "10:00:00", "zone": "PST", "status": "Completed", "currency": "USD", "email": "a@x.org"}
    return lines_of("paypal-activity", *({**base, **row} for row in rows))


def test_paypal_tells_sales_refunds_and_other_movements_apart(file):
    text = paypal(
        {"id": "1", "day": "01/25/2025", "type": "Website Payment", "amount": "49.00", "product": "Pack"},
        {"id": "2", "day": "01/26/2025", "type": "Payment Refund", "amount": "-9.00", "refund_of": "1"},
        {"id": "3", "day": "01/27/2025", "type": "General Withdrawal", "amount": "-40.00"},
        {"id": "4", "day": "01/27/2025", "type": "Express Checkout Payment", "amount": "-8.00"},
        {"id": "5", "day": "01/27/2025", "type": "Subscription Payment", "amount": "5.00", "product": "Club"},
        {"id": "6", "day": "01/27/2025", "type": "Something New", "amount": "5.00"},
        {"id": "7", "day": "01/27/2025", "type": "Payment Refund", "amount": "-5.00", "refund_of": "none"},
    )
    found = import_files(file("Download.CSV", text))
    line = found.ledger.orders.iloc[0]
    assert (len(found.ledger.orders), line["refunded"], line["refund_day"]) == (
        1,
        9.0,
        pd.Timestamp("2025-01-26"),
    )
    assert found.refused["line"].tolist() == [6, 7, 8]


def test_a_time_zone_that_nobody_knows_is_named_and_the_day_stays_as_written(file):
    row = {"id": "1", "day": "01/25/2025", "time": "23:30:00", "type": "Website Payment", "amount": "49.00"}
    known_ = import_files(file("a.csv", paypal({**row, "zone": "PST"})))
    strange = import_files(file("b.csv", paypal({**row, "zone": "XST"})))
    assert known_.ledger.orders["day"].tolist() == [pd.Timestamp("2025-01-26")]
    assert strange.ledger.orders["day"].tolist() == [pd.Timestamp("2025-01-25")]
    assert any("the time zone is not known: XST" in reason for reason in strange.unmapped["reason"])


def test_days_begin_in_the_stated_zone(file):
    text = "id,Created date (UTC),Amount,Currency,Description,Status,Customer ID\n"
    text += "ch_1,2025-01-31 23:30,9,usd,x,Paid,c\n"
    orders = import_files(file("a.csv", text), timezone="Europe/Berlin").ledger.orders
    assert orders["day"].tolist() == [pd.Timestamp("2025-02-01")]


def month(start, end):
    return {"day": start, "period_start": start, "period_end": end}


def test_invoices_tell_the_periods_of_subscriptions(file):
    base = {
        "status": "paid",
        "customer": "cus_1",
        "currency": "usd",
        "subscription": "sub_1",
        "product": "Club",
    }
    text = lines_of(
        "stripe-invoices",
        {**base, "id": "in_1", "amount": "9", **month("2025-01-05", "2025-02-05")},
        {**base, "id": "in_2", "amount": "9", **month("2025-02-05", "2025-03-05")},
        {**base, "id": "in_3", "day": "2025-06-05", "amount": "5", "subscription": "", "product": "Guide"},
        {**base, "id": "in_4", "day": "2025-06-05", "amount": "5", "status": "open"},
    )  # fmt: skip
    found = import_files(file("invoices.csv", text))
    row = found.ledger.subscriptions.iloc[0]
    assert (row["subscription_id"], row["price"], row["end"]) == ("sub_1", 9.0, pd.Timestamp("2025-03-05"))
    assert found.ledger.orders["order_id"].tolist() == ["in_3"]
    assert any("taken as ended when it was due, 2025-03-05" in reason for reason in found.unmapped["reason"])


def test_kajabi_writes_months_as_words(file):
    row = {
        "id": "7",
        "email": "a@x.org",
        "product": "Club",
        "price": "$242.00",
        "currency": "USD",
        "interval": "Year",
    }
    text = lines_of("kajabi-subscriptions", {**row, "status": "Active", "created": "Nov 28, 2025"})
    rows = import_files(file("subscriptions.csv", text)).ledger.subscriptions
    assert rows[["price", "interval_months", "start"]].to_numpy().tolist() == [
        [242.0, 12, pd.Timestamp("2025-11-28")]
    ]


def test_patreon_members_by_their_status(file):
    row = {"email": "a@x.org", "price": "5.00", "interval": "monthly", "product": "Gold", "currency": "USD"}
    row |= {"start": "2024-01-05 10:00:00", "period_start": "2025-01-05 10:00:00"}
    text = lines_of(
        "patreon-members",
        {**row, "id": "1", "status": "Declined patron"},
        {**row, "id": "2", "status": "Former patron", "until": "2024-12-05 10:00:00"},
        {**row, "id": "3", "status": "Former patron", "until": "2025-02-05 10:00:00"},
        {**row, "id": "4", "status": "Active patron", "free": "Yes"},
    )
    found = import_files(file("Members.csv", text))
    assert found.ledger.subscriptions["ended_by"].tolist() == ["", "cancelled", ""]
    reasons = "; ".join(found.unmapped["reason"])
    assert "counted as running, though its last payment failed: Declined patron" in reasons
    assert "still running, though cancelled: it is paid until 2025-02-05" in reasons
    assert "free: nothing is paid" in reasons


def test_substack_takes_prices_from_the_blueprint(file):
    blueprint = Blueprint.from_yaml(
        "name: Letter\ncurrency: EUR\nproducts:\n"
        "- {id: paid, name: Yearly, kind: subscription, price: 50, billing: year}\n"
    )
    header = "email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at\n"
    text = header + "a@x.org,true,2026-01-05,yearly,false,2024-01-05,2025-01-05\n"
    text += "b@x.org,false,,other,false,2024-01-05,\n"
    found = import_files(file("email_list.csv", text), products=blueprint)
    row = found.ledger.subscriptions.iloc[0]
    assert (row["product"], row["price"], row["start"]) == ("paid", 50.0, pd.Timestamp("2025-01-05"))
    assert found.ledger.currency == "EUR" and found.refused.empty


def test_amounts_that_could_count_cents_are_said(file):
    header = "id,Created date (UTC),Amount,Currency,Description,Status,Customer ID\n"
    lines = "".join(f"ch_{n},2025-01-01,4900,usd,Pack,Paid,c\n" for n in range(3))
    told = import_files(file("a.csv", header + lines)).unmapped["reason"].tolist()
    assert any("'4900' is read as 4900 USD; if they count cents" in reason for reason in told)
    stated = import_files(file("a.csv", header + lines), minor_units=True)
    assert stated.ledger.orders["amount"].tolist() == [49.0] * 3
    assert not any("cents" in reason for reason in stated.unmapped["reason"])


def test_tax_is_no_revenue(file):
    row = {"id": "1", "email": "a@x.org", "day": "2025-01-05T10:00:00Z", "product": "Pack", "currency": "EUR"}
    text = lines_of(
        "lemonsqueezy-orders",
        {**row, "amount": "59.50", "tax": "9.50", "discount": "10.00", "status": "paid"},
    )
    line = import_files(file("orders.csv", text)).ledger.orders.iloc[0]
    assert (line["price"], line["discount"], line["amount"]) == (60.0, 10.0, 50.0)


def test_the_hint_of_excel_and_quoted_line_breaks_are_read(file):
    text = "sep=;\nid;Created date (UTC);Amount;Currency;Description;Status;Customer ID\n"
    text += 'ch_1;2025-01-01;9;usd;"two\nlines";Paid;c\n'
    found = import_files(file("a.csv", text))
    assert found.ledger.orders["product"].tolist() == ["two_lines"]
    bad = import_files(file("b.csv", text.replace("Paid", "Odd")))
    assert bad.unmapped["line"].tolist() == [3]


def test_two_names_that_became_one_product_are_said(file):
    header = "id,Created date (UTC),Amount,Currency,Description,Status,Customer ID\n"
    text = header + "ch_1,2025-01-01,9,usd,Pack!,Paid,c\nch_2,2025-01-01,9,usd,Pack?,Paid,c\n"
    reasons = import_files(file("a.csv", text)).unmapped["reason"].tolist()
    assert any("'pack!', 'pack?' are taken for one product, 'pack'" in reason for reason in reasons)


def test_csv_cells_are_what_csv_says(file, tmp_path):
    with (tmp_path / "q.csv").open("w", newline="", encoding="utf-16") as to:
        csv.writer(to, delimiter="\t").writerows(
            [["Date", "Buyer", "Item", "Paid"], ["2025-01-01", 'a"b', "x,y", "9"]]
        )
    columns = {word: head for word, head in COLUMNS_OF_OWN.items() if word != "currency"}
    found = import_table(tmp_path / "q.csv", Mapping("My shop", "orders", columns), currency="GBP")
    assert found.ledger.orders[["customer_id", "product"]].to_numpy().tolist() == [['a"b', "x_y"]]


class TestRates:
    SALES = (
        "id,Created date (UTC),Amount,Amount Refunded,Currency,Description,Status,Customer Email\n"
        "ch_1,2025-01-01,50,0,gbp,Pack,Paid,a@x.org\nch_2,2025-01-02,100,20,eur,Pack,Paid,b@x.org\n"
        "ch_3,2025-01-03,9,0,chf,Pack,Paid,c@x.org\nch_4,2025-01-03,9,0,gbp,Pack,Paid,d@x.org\n"
    )
    PLANS = (
        "id,Customer Email,Product,Currency,Interval,Amount,Quantity,Status,Created (UTC),Start (UTC)\n"
        "s1,e@x.org,Desk,eur,month,10,3,active,2025-01-01,2025-01-01\n"
    )

    def test_other_money_is_counted_at_the_rate_that_is_stated(self, file):
        files = [file("payments.csv", self.SALES), file("plans.csv", self.PLANS)]
        found = import_files(files, rates={"eur": 0.85}, currency="GBP")
        orders = found.ledger.orders.set_index("order_id")
        assert orders.loc["ch_2", ["price", "amount", "refunded"]].tolist() == [85.0, 85.0, 17.0]
        assert orders.loc["ch_1", "amount"] == 50.0
        assert revenue.mrr(found.ledger.subscriptions, "2025-01-02") == pytest.approx(25.5)
        said = found.unmapped.set_index("original")["reason"]
        assert said.str.contains("counted at 0.85 GBP for one EUR").sum() == 2
        assert found.refused["reason"].tolist() == ["in another currency than GBP: CHF"]

    def test_minor_units_are_those_of_the_line(self, file):
        text = self.SALES.replace("100,20,eur", "12000,3000,jpy").replace("50,0,gbp", "5000,0,gbp")
        found = import_files(file("p.csv", text), rates={"JPY": 0.005}, currency="GBP", minor_units=True)
        orders = found.ledger.orders.set_index("order_id")
        assert orders.loc["ch_2", ["amount", "refunded"]].tolist() == [60.0, 15.0]
        assert orders.loc["ch_1", "amount"] == 50.0

    def test_without_a_rate_it_is_reported(self, file):
        assert len(import_files(file("payments.csv", self.SALES)).refused) == 2

    @pytest.mark.parametrize("rate", [0, -1, "much"])
    def test_a_rate_is_a_number_above_zero(self, file, rate):
        with pytest.raises((ValueError, TypeError), match=r"rates\['EUR'\]"):
            import_files(file("payments.csv", self.SALES), rates={"EUR": rate})
