"""Churn as a forecast draws it: the mean at the first renewal, and how soon it falls."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ecotools.forecast.parameters import Maker, Parameter

REACH = 1.959964
"""Standard errors from the estimate to the end of a 95% interval."""


def drawn(plan: str, name: str, fit: pd.DataFrame, source: str, maker: Maker) -> list[Parameter]:
    """Return mean churn and firmness (alpha + beta), drawn together as the fit says that they vary."""
    from scipy.special import expit, logit

    mean = fit.loc["mean_churn", "estimate"]
    z = maker.rng(f"churn.{plan}").standard_normal((2, maker.runs))
    error = (logit(fit.loc["mean_churn", "high"]) - logit(mean)) / REACH
    means = expit(logit(mean) + error * z[0])
    firmness, firm = 1e6, np.full(maker.runs, 1e6)
    if fit["estimate"].notna().all():
        alpha, beta = fit.loc["alpha", "estimate"], fit.loc["beta", "estimate"]
        firmness, share = alpha + beta, alpha / (alpha + beta)
        a, b = (np.log(fit.loc[one, "high"] / fit.loc[one, "estimate"]) / REACH for one in ("alpha", "beta"))
        both = (a**2 + b**2 - error**2) / 2
        variance = (share * a) ** 2 + ((1 - share) * b) ** 2 + 2 * share * (1 - share) * both
        with_mean = share * a**2 - (1 - share) * b**2 + (1 - 2 * share) * both
        slope = with_mean / error
        rest = np.sqrt(max(variance - slope**2, 0.0))
        firm = firmness * np.exp(np.clip(slope * z[0] + rest * z[1], -3, 3))
    return [
        Parameter(f"churn.{plan}", f"Churn of {name} at the first renewal", "fraction", mean, means, source),
        Parameter(
            f"churn_firmness.{plan}",
            f"How little the churn of {name} falls with time",
            "ratio",
            firmness,
            firm,
            source,
        ),
    ]
