"""Tables of your own beside sales: who came from where, what channels were paid, what others sold."""

import pandas as pd
import pytest

from ecotools.ledger import LedgerError, Mapping, empty_ledger, import_files, update_ledger

EVENTS = "When,User,What,From\n2025-03-01,Ada@x.org,signed_up,guild\n2025-03-04,ada@x.org,used,guild\n"
EVENTS += "2025-03-09,ada@x.org,looked,guild\nsoon,bea@x.org,used,guild\n2025-03-09,,used,guild\n"
PAYOUTS = 'Paid,Partner,Sum\n01.04.2025,guild,"1.040,50"\n25.04.2025,app,12\n26.04.2025,app,much\n'
SALES = "Id,Day,Buyer,Maker,Price,Ours\n1,2025-03-02,ada@x.org,tom,40,12\n2,2025-03-05,bea@x.org,tom,40,50\n"

STAGES = {"consideration": ["signed_up"], "activation": ["used"]}
OWN = {
    "events": Mapping(
        "Our log",
        "touches",
        {"day": "When", "email": "User", "stage": "What", "channel": "From"},
        values={"stage": STAGES},
    ),
    "payouts": Mapping(
        "Payouts",
        "spend",
        {"day": "Paid", "channel": "Partner", "amount": "Sum"},
        currency="EUR",
        dates="DMY",
        decimal=",",
    ),
    "sales": Mapping(
        "Market",
        "market",
        {"id": "Id", "day": "Day", "email": "Buyer", "seller": "Maker", "amount": "Price", "fee": "Ours"},
        currency="EUR",
    ),
}
TEXTS = {"events": EVENTS, "payouts": PAYOUTS, "sales": SALES}


@pytest.fixture
def found(tmp_path):
    """All three tables, imported at once, each by the mapping that fits it."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.csv").write_text(text)
    return import_files([tmp_path / f"{name}.csv" for name in TEXTS], mapping=list(OWN.values()))


def reasons(found, file):
    rows = found.unmapped[found.unmapped["file"] == file]
    return dict(zip(rows["line"], rows["reason"], strict=True))


def test_events_are_touches_and_words_that_mean_no_stage_are_left_out(found):
    touches = found.ledger.touches
    assert touches["stage"].tolist() == ["consideration", "activation"]
    assert set(touches["customer_id"]) == {"ada@x.org"} and set(touches["channel"]) == {"guild"}
    assert reasons(found, "events.csv") == {
        4: "no stage of the journey: 'looked'",
        5: "the day cannot be read: 'soon'",
        6: "no customer id and no email",
    }


def test_what_channels_were_paid_is_spend(found):
    assert found.ledger.spend[["channel", "amount"]].to_numpy().tolist() == [["guild", 1040.5], ["app", 12.0]]
    assert reasons(found, "payouts.csv")[4] == "the amount cannot be read: 'much'"
    assert found.ledger.currency == "EUR"


def test_sales_of_third_parties_are_the_market(found):
    assert found.ledger.market[["sale_id", "seller", "fee"]].to_numpy().tolist() == [["1", "tom", 12.0]]
    assert "fee must be at most the amount" in reasons(found, "sales.csv")[3]


def test_importing_twice_is_importing_once_and_two_expenses_that_are_alike_stay_two(found, tmp_path):
    once = update_ledger(empty_ledger("EUR"), found).ledger
    twice = update_ledger(once, found).ledger
    for name in ("touches", "spend", "market"):
        pd.testing.assert_frame_equal(once.tables[name], twice.tables[name])
    (tmp_path / "two.csv").write_text('Paid,Partner,Sum\n01.05.2025,app,"9,00"\n01.05.2025,app,"9,00"\n')
    more = import_files(tmp_path / "two.csv", mapping=OWN["payouts"])
    grown = update_ledger(update_ledger(twice, more).ledger, more).ledger
    assert grown.spend["amount"].tolist() == [1040.5, 12.0, 9.0, 9.0]


def test_a_table_of_touches_needs_to_say_the_stage():
    with pytest.raises(ValueError, match="a meaning of stage"):
        Mapping("Log", "touches", {"day": "d", "stage": "s"}, values={"stage": {"bought": ["x"]}})


class TestDays:
    """The days that the exports cover can be stated: a month without a sale on its last day is whole."""

    def test_they_are_those_of_the_ledger(self, tmp_path):
        (tmp_path / "p.csv").write_text(PAYOUTS)
        more = {"mapping": OWN["payouts"], "first": "2025-03", "last": "2025-04"}
        ledger = import_files(tmp_path / "p.csv", **more).ledger
        assert (str(ledger.start.date()), str(ledger.end.date())) == ("2025-03-01", "2025-05-01")

    @pytest.mark.parametrize(
        ("stated", "told"),
        [
            ({"first": "2025-04-02"}, "begin on 2025-04-01.*--from"),
            ({"last": "2025-04-24"}, "2025-04-25.*--until"),
        ],
    )
    def test_days_outside_them_are_refused(self, tmp_path, stated, told):
        (tmp_path / "p.csv").write_text(PAYOUTS)
        with pytest.raises(LedgerError, match=told):
            import_files(tmp_path / "p.csv", mapping=OWN["payouts"], **stated)
