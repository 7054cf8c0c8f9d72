"""An application as a filter: whom a form lets in, whom it refuses, and what both cost."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ecotools import errors
from ecotools.metrics.columns import numbers
from ecotools.metrics.counts import inside
from ecotools.metrics.effects.arguments import flags
from ecotools.metrics.intervals import share_ends


def application_form(
    sensitivity: float,
    specificity: float,
    base_rate: float,
    *,
    applicants: float = 100.0,
    worth: float = 0.0,
    harm: float = 0.0,
    reading: float = 0.0,
) -> pd.Series:
    """Return what an application form does to the clients that are taken, and what it is worth.

    Parameters
    ----------
    sensitivity : float
        Share of the good applicants (who would finish, whom you can help) that the form accepts, a fraction.
    specificity : float
        Share of the others that it refuses, a fraction.
    base_rate : float
        Share of good ones among all who apply, a fraction.
    applicants : float, default 100
        How many apply.
    worth : float, default 0
        What a good client brings after all costs, in money.
    harm : float, default 0
        What another client costs after all that was paid: refunds, hours, a bad review. In money.
    reading : float, default 0
        What it costs to read one application.

    Returns
    -------
    pandas.Series
        accepted, good_accepted, others_accepted, good_refused (people), good_share (of the accepted; NaN when
        nobody is), right_to_refuse (share of the refused who were not good; NaN when nobody is), refusing
        (what the good ones refused would have brought), value_with (worth of the accepted, less harm and
        reading), value_without (everybody is taken unread), gain (the difference) and pays_below (the base
        rate below which the form is worth its cost; NaN with ``attrs["reason"]`` when it never is or always
        is).

    Raises
    ------
    ValueError, TypeError
        Shares that are no fractions, money or applicants below zero.

    References
    ----------
    Bayes' rule for a test with errors, as in Gigerenzer & Hoffrage (1995), How to improve Bayesian reasoning
    without instruction, Psychological Review 102.

    Examples
    --------
    >>> form = application_form(0.9, 0.7, base_rate=0.4, worth=600, harm=500, reading=5)
    >>> form[["accepted", "good_share", "good_refused", "refusing", "gain"]].round(3).to_dict()
    {'accepted': 54.0, 'good_share': 0.667, 'good_refused': 4.0, 'refusing': 2400.0, 'gain': 18100.0}
    """
    right, refuses = errors.fraction(sensitivity, "sensitivity"), errors.fraction(specificity, "specificity")
    base, people = errors.fraction(base_rate, "base_rate"), errors.not_negative(applicants, "applicants")
    worth, harm = errors.not_negative(worth, "worth"), errors.not_negative(harm, "harm")
    cost = errors.not_negative(reading, "reading")
    good, others = people * base, people * (1 - base)
    kept, spoilt = good * right, others * (1 - refuses)
    taken, refused = kept + spoilt, people - kept - spoilt
    with_form = kept * worth - spoilt * harm - people * cost
    without = good * worth - others * harm
    pays_below, reason = _pays_below(right, refuses, worth, harm, cost)
    found = {
        "accepted": taken,
        "good_accepted": kept,
        "others_accepted": spoilt,
        "good_refused": good - kept,
        "good_share": kept / taken if taken else np.nan,
        "right_to_refuse": (others - spoilt) / refused if refused > 0 else np.nan,
        "refusing": (good - kept) * worth,
        "value_with": with_form,
        "value_without": without,
        "gain": with_form - without,
        "pays_below": pays_below,
    }
    result = pd.Series(found, name="application")
    result.attrs = {"definition": "gain: value with the form - value of taking everybody", "reason": reason}
    return result


def _pays_below(right: float, refuses: float, worth: float, harm: float, cost: float) -> tuple[float, str]:
    """Return the base rate at which what the form saves is what it costs: both are straight lines in it."""
    saves, loses = refuses * harm, (1 - right) * worth
    if saves <= cost:
        return np.nan, "what the form saves does not pay for reading it, at any base rate"
    rate = (saves - cost) / (saves + loses) if saves + loses else np.inf
    if rate >= 1:
        return np.nan, "the form pays at every base rate"
    return rate, ""


def rate_form(
    applications: pd.DataFrame,
    cutoffs: Iterable[float],
    *,
    score: str = "score",
    good: str = "good",
    level: float = 0.95,
) -> pd.DataFrame:
    """Return sensitivity and specificity of a form at several cutoffs, from clients who were all taken.

    Where only those with a high score were taken, nobody knows what became of the others, and both numbers
    are too good. Take everybody once, or a few of the refused by lot.

    Parameters
    ----------
    applications : DataFrame
        One row per applicant: the score of the form, and whether a good client came of it.
    cutoffs : list of float
        Scores from which on an applicant is accepted.
    score, good : str
        Names of the columns; ``good`` holds True and False, or 1 and 0.
    level : float, default 0.95
        Of Wilson's intervals, a fraction.

    Returns
    -------
    DataFrame
        One row per cutoff, as given: cutoff, accepted (people), good_share (of the accepted), sensitivity
        with low and high, specificity with spec_low and spec_high. NaN where there is nobody to take a share
        of.
        ``attrs["base_rate"]`` is the share of good ones.

    Raises
    ------
    ValueError, TypeError
        A missing column or score, an answer that is neither True nor False, a level that is no fraction.

    Examples
    --------
    >>> applications = pd.DataFrame({"score": [9, 8, 7, 6, 4, 3], "good": [1, 1, 0, 1, 0, 0]})
    >>> rate_form(applications, [5, 8])[["cutoff", "accepted", "sensitivity", "specificity"]].round(3)
       cutoff  accepted  sensitivity  specificity
    0       5         4        1.000        0.667
    1       8         2        0.667        1.000
    """
    errors.columns(applications, [score, good], "applications")
    value, fits = numbers(applications, score, "applications"), flags(applications, good, "applications")
    level, rows = inside(level, "level", 0.95), []
    for cutoff in errors.several(cutoffs, "cutoffs"):
        taken = value >= errors.finite(cutoff, "cutoffs")
        right, refused = int((taken & fits).sum()), int((~taken & ~fits).sum())
        accepted = int(taken.sum())
        share = right / accepted if accepted else np.nan
        ends = _share(right, int(fits.sum()), level), _share(refused, int((~fits).sum()), level)
        rows.append((cutoff, accepted, share, *ends[0], *ends[1]))
    names = ["cutoff", "accepted", "good_share", "sensitivity", "low", "high"]
    table = pd.DataFrame(rows, columns=[*names, "specificity", "spec_low", "spec_high"])
    table.attrs["definition"] = {"accepted": "score >= cutoff", "interval": f"Wilson, level {level:g}"}
    table.attrs["base_rate"] = float(fits.mean()) if len(fits) else np.nan
    return table


def _share(some: int, of: int, level: float) -> tuple[float, float, float]:
    return (some / of, *share_ends(some, of, level)) if of else (np.nan, np.nan, np.nan)
