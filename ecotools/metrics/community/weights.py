"""How much each part of a score counts."""

from collections.abc import Iterable, Mapping

from ecotools import errors


def shares(weights: Mapping[str, float] | None, columns: Iterable[str], of: str) -> dict[str, float]:
    """Return how much each column counts, as shares that sum to 1; all the same where nothing is said.

    ``of`` names the argument that lists the columns, for the error messages.
    """
    columns = list(columns)
    if weights is None:
        return dict.fromkeys(columns, 1 / len(columns))
    if not isinstance(weights, Mapping):
        raise TypeError(f"weights must be a dict of column and weight, not {type(weights).__name__}")
    for name in weights:
        errors.one_of(name, columns, "weights")
    lacking = [name for name in columns if name not in weights]
    if lacking:
        named = ", ".join(map(repr, lacking))
        raise ValueError(f"weights lacks {named}: every column of {of} has one, 0 leaves it out")
    held = {name: errors.not_negative(weights[name], f"weights[{name!r}]") for name in columns}
    total = sum(held.values())
    if not total:
        raise ValueError("weights are all 0: at least one column must count")
    return {name: weight / total for name, weight in held.items()}
