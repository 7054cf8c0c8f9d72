"""A number that remembers how it was defined, and why it is missing when it is."""

import math

__all__ = ["Measure", "missing"]
__dir__ = __all__.copy


class Measure(float):
    """A float with the definition it was computed under and, when NaN, the reason.

    It is an ordinary float everywhere else: it adds, compares, formats and goes into a DataFrame as one.
    Where it is looked at, in a notebook or a list, a NaN shows its reason.

    Parameters
    ----------
    value : float
        The number, in ``unit``. NaN when it cannot be computed.
    definition : str
        Which of the rival definitions was used, in words.
    unit : str
        What the number counts: ``"fraction"``, ``"USD per month"``, ``"months"``.
    reason : str
        Why the value is NaN. Required for a NaN, refused for any other value.

    Raises
    ------
    ValueError
        When a NaN comes without a reason, or a number with one.

    Examples
    --------
    >>> churn = Measure(0.05, definition="lost in the month / customers at its start", unit="fraction")
    >>> churn, churn.unit
    (0.05, 'fraction')
    >>> Measure(float("nan"), reason="no customers at the start of the month")
    NaN (no customers at the start of the month)
    """

    def __new__(cls, value, *, definition: str = "", unit: str = "", reason: str = ""):
        number = super().__new__(cls, value)
        if math.isnan(number) and not reason:
            raise ValueError("a Measure that is NaN needs a reason: say what is missing")
        if reason and not math.isnan(number):
            raise ValueError(
                f"a Measure of {float(number)} cannot have a reason for being missing: {reason!r}"
            )
        number.definition = definition
        number.unit = unit
        number.reason = reason
        return number

    def __getnewargs_ex__(self):
        return (float(self),), {"definition": self.definition, "unit": self.unit, "reason": self.reason}

    def __repr__(self) -> str:
        return f"NaN ({self.reason})" if self.reason else super().__repr__()

    def _repr_pretty_(self, printer, cycle: bool) -> None:
        """Show it in a notebook as a float, in the digits of ``%precision``, or with its reason."""
        if self.reason:
            printer.text(repr(self))
        else:
            printer.pretty(float(self))


def missing(reason: str, *, definition: str = "", unit: str = "") -> Measure:
    """Return a NaN `Measure` that says why it is missing.

    >>> missing("no orders in the window").reason
    'no orders in the window'
    """
    return Measure(math.nan, definition=definition, unit=unit, reason=reason)
