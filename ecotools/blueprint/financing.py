"""The money behind the business: cash, what each month costs, debts, and what is asked for on which terms."""

from typing import Literal, Self

from pydantic import model_validator

from ecotools.blueprint.fields import Count, Fraction, Money, Section, Text, Whole, clash


class FixedCost(Section):
    """Something that is paid every month, whatever is sold."""

    what: Text
    """What it is: wages, rent, tools, advertising."""
    per_month: Money
    """What a month of it costs."""


class Debt(Section):
    """A loan that is being paid back already."""

    what: Text
    """Who lent it, or what for."""
    per_month: Money
    """Interest and repayment together, a month."""
    months_left: Whole
    """Months that are still to be paid."""


class Use(Section):
    """Something that the money is for."""

    what: Text
    """What is bought or paid."""
    amount: Money
    """How much of the money it takes."""


class Financing(Section):
    """Cash, fixed costs and debts of today, and the money that is asked for.

    >>> Financing(amount=24000, kind="loan", interest=0.06, term_months=48).asked
    24000.0
    """

    cash: Money | None = None
    """Cash on the day that the forecast begins."""
    costs: list[FixedCost] | None = None
    """What every month costs, whatever is sold; an empty list says nothing."""
    debts: list[Debt] | None = None
    """Loans that are being paid back already; an empty list says that there are none."""
    amount: Money | None = None
    """The money that is asked for; 0 when none is."""
    kind: Literal["loan", "equity", "grant"] | None = None
    """What it is: a loan is paid back, the others are not."""
    use: list[Use] | None = None
    """What it is for, item by item; it is spent in the month in which the money comes."""
    month: Whole = 1
    """Month of the forecast, counted from 1, in which the money comes."""
    interest: Fraction | None = None
    """Interest on a loan a year, as a fraction: 0.06."""
    term_months: Whole | None = None
    """Months from the month after the money comes to the last payment of a loan."""
    grace_months: Count = 0
    """The first of these months, in which interest alone is paid."""
    security: Text | None = None
    """What stands behind a loan."""

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        spent = sum(one.amount for one in self.use or [])
        if self.amount is not None and spent > self.amount + 0.005:
            raise clash(f"the uses sum to {spent:g}, more than the amount of {self.amount:g}")
        if self.term_months is not None and self.grace_months >= self.term_months:
            raise clash(
                f"grace_months is {self.grace_months}, but the loan ends after {self.term_months} months"
            )
        return self

    @property
    def asked(self) -> float:
        """The money that is asked for: the amount, else the sum of its uses, else 0."""
        return sum(one.amount for one in self.use or []) if self.amount is None else self.amount

    @property
    def fixed_per_month(self) -> float | None:
        """What a month costs, whatever is sold; None where nothing is said."""
        return None if self.costs is None else sum(one.per_month for one in self.costs)
