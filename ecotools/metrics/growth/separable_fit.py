"""Least squares for curves of the form amplitude x shape(time): a search over the shape, then a fine fit."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Fitted:
    """A fitted curve: amplitude first, then what makes its shape; standard errors; squares left over."""

    values: np.ndarray
    errors: np.ndarray
    rss: float


def fit_scaled(shape: Callable, time: np.ndarray, seen: np.ndarray, grids: list[np.ndarray]) -> Fitted:
    """Return the least-squares fit of ``amplitude * shape(time, *rest)`` with an amplitude above 0.

    ``grids`` has for each of the rest the values to start from; the first and the last bound it. For given
    values of the rest the best amplitude is known in closed form, so that only they are searched.

    References
    ----------
    G. H. Golub and V. Pereyra (1973), SIAM J. Numerical Analysis 10: variable projection.
    """
    from scipy.optimize import least_squares

    rest = np.meshgrid(*grids, indexing="ij")
    unit = float(np.abs(seen).max()) or 1.0
    seen = seen / unit
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        curves = shape(time[:, None], *(each.ravel() for each in rest))
        squares = np.square(curves).sum(axis=0)
        along = seen @ curves
        gained = np.where((along > 0) & np.isfinite(squares) & (squares > 0), along**2 / squares, -np.inf)
    best = int(gained.argmax())
    if not np.isfinite(gained[best]):
        size = 1 + len(grids)
        return Fitted(np.full(size, np.nan), np.full(size, np.nan), np.inf)
    start = np.array([along[best] / squares[best], *(each.ravel()[best] for each in rest)])
    low = np.array([0.0, *(grid[0] for grid in grids)])
    high = np.array([np.inf, *(grid[-1] for grid in grids)])
    inner = np.clip(start, low + 1e-9 * _width(low, high), high - 1e-9 * _width(low, high))

    def miss(values: np.ndarray) -> np.ndarray:
        with np.errstate(over="ignore"):
            return values[0] * shape(time, *values[1:]) - seen

    found = least_squares(
        miss, inner, bounds=(low, high), x_scale="jac", ftol=1e-14, xtol=1e-14, gtol=1e-14, max_nfev=400
    )
    rss = float(2 * found.cost)
    back = np.array([unit, *np.ones(len(grids))])
    return Fitted(found.x * back, standard_errors(found.jac, rss) * back, rss * unit**2)


def _width(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(high), high - low, np.maximum(low, 1.0))


def standard_errors(jacobian: np.ndarray, rss: float) -> np.ndarray:
    """Return the standard errors of linear theory; NaN where the data leave no degree of freedom."""
    points, size = jacobian.shape
    if points <= size:
        return np.full(size, np.nan)
    scale = np.linalg.norm(jacobian, axis=0)
    if (scale == 0).any():
        return np.full(size, np.nan)
    inverse = np.linalg.pinv((jacobian / scale).T @ (jacobian / scale), rcond=1e-14)
    return np.sqrt(np.maximum(np.diag(inverse), 0) * rss / (points - size)) / scale
