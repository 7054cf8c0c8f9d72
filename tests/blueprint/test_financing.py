"""The section `financing`: what is asked for, what for, and terms that go together."""

import pytest

from ecotools.blueprint import Blueprint, BlueprintError, Financing


def test_what_is_asked_for_is_the_amount_or_what_its_uses_come_to():
    oven = [{"what": "Oven", "amount": 6400}]
    assert Financing(amount=9000, use=oven).asked == 9000
    assert Financing(use=oven).asked == 6400 and Financing(cash=3).asked == 0


def test_fixed_costs_that_nobody_stated_are_unknown_and_none_is_none():
    assert Financing().fixed_per_month is None and Financing(costs=[]).fixed_per_month == 0


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("{amount: 10, use: [{what: A, amount: 11}]}", "the uses sum to 11, more than the amount of 10"),
        ("{term_months: 6, grace_months: 6}", "grace_months is 6, but the loan ends after 6 months"),
        ("{interest: 6}", "Rates are fractions: 0.06, not 6."),
        ("{kind: gift}", "kind"),
        ("{amuont: 6}", "Did you mean 'amount'?"),
    ],
)
def test_what_does_not_go_together_is_refused_in_words(section, said):
    with pytest.raises(BlueprintError) as refused:
        Blueprint.from_yaml(f"name: Q\nfinancing: {section}\n")
    assert said in str(refused.value)
