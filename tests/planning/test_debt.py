"""A loan is paid back by the month, and the month's money covers the payment or does not."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecotools.planning import debt_coverage, loan_payments, year_coverage


def margin(*runs: list[float]) -> pd.DataFrame:
    return pd.DataFrame(runs, columns=range(1, len(runs[0]) + 1), dtype=float)


class TestLoans:
    def test_the_published_payment_of_a_loan(self):
        """100,000 at 6% over 30 years cost 599.55 a month, as every table of annuities says."""
        assert loan_payments(100_000, 0.06, 360)["payment"].round(2).unique().tolist() == [599.55]

    def test_without_interest_it_is_the_amount_by_the_months(self):
        assert loan_payments(1200, 0, 12)["payment"].tolist() == [100.0] * 12

    def test_in_the_months_of_grace_interest_alone_is_paid(self):
        loan = loan_payments(12_000, 0.06, 15, grace_months=3)
        assert loan["payment"].head(3).tolist() == pytest.approx([60.0] * 3)
        assert loan["balance"].iloc[2] == 12_000
        assert loan["payment"].iloc[3] == pytest.approx(loan_payments(12_000, 0.06, 12)["payment"].iloc[0])

    @given(
        st.floats(0, 1e7), st.floats(0, 0.4), st.integers(1, 120).flatmap(
            lambda term: st.tuples(st.just(term), st.integers(0, term - 1)))
    )  # fmt: skip
    def test_it_is_paid_back_in_full_and_never_more(self, amount, interest, months):
        loan = loan_payments(amount, interest, months[0], grace_months=months[1])
        assert loan["principal"].sum() == pytest.approx(amount, abs=0.01)
        assert loan["balance"].iloc[-1] == pytest.approx(0, abs=0.01) and len(loan) == months[0]
        assert (loan["payment"] >= -1e-9).all()

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ((-1, 0.1, 12), "amount"),
            ((1, -0.1, 12), "interest"),
            ((1, 0.1, 0), "term_months"),
            ((1, 0.1, 1.5), "term_months"),
        ],
    )
    def test_what_is_no_loan_is_refused_by_name(self, arguments, said):
        with pytest.raises(ValueError, match=said):
            loan_payments(*arguments)

    def test_grace_without_end_is_refused(self):
        with pytest.raises(ValueError, match="grace_months must be fewer than the 12 of the loan, not 12"):
            loan_payments(1, 0.1, 12, grace_months=12)


class TestCoverage:
    def test_is_what_is_left_of_the_margin_over_what_is_due(self):
        found = debt_coverage(margin([1500, 2000], [1300, 1000]), [500, 500], fixed_per_month=1000, level=0.5)
        assert found["median"].tolist() == pytest.approx([0.8, 1.0])
        assert found["covered"].tolist() == [0.5, 0.5]

    def test_of_a_month_in_which_nothing_is_due_has_no_number(self):
        found = debt_coverage(margin([1500, 1500, 1500]), [0, 500])
        assert found["median"].isna().tolist() == [True, False, True]
        assert found["payment"].tolist() == [0, 500, 0], "payments after the last one are zero"

    def test_of_a_year_is_the_worst_of_all_years(self):
        came = margin([600.0] * 6 + [400.0] * 12 + [600.0] * 6)
        assert year_coverage(came, [500] * 24) == pytest.approx(0.8)
        assert year_coverage(margin([600, 400]), [500, 500]) == 1.0, "of fewer months, over all of them"

    def test_of_a_year_holds_in_as_many_runs_as_asked(self):
        came = margin(*([float(value)] * 12 for value in range(100, 200)))
        assert year_coverage(came, [100] * 12, chance=0.9) == pytest.approx(1.099, abs=0.002)

    def test_without_anything_due_is_no_number_and_says_so(self):
        assert year_coverage(margin([1, 2]), []).reason == "nothing is due in these months"

    @given(st.lists(st.floats(1, 1e6), min_size=3, max_size=3), st.floats(0, 1e5))
    def test_falls_when_fixed_costs_rise(self, values, fixed):
        came = margin(values)
        more = debt_coverage(came, [100] * 3, fixed_per_month=fixed + 1)["median"]
        assert (more < debt_coverage(came, [100] * 3, fixed_per_month=fixed)["median"]).all()

    @pytest.mark.parametrize("payments", [[-1], [np.nan]])
    def test_payments_that_are_none_are_refused(self, payments):
        with pytest.raises(ValueError, match="payments must be numbers of zero or more"):
            debt_coverage(margin([1]), payments)
