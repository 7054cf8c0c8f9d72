"""Look at the form of an answer alone: its kind, its length, its labels, its limits."""

from ecotools.english import plural

from .difference import Difference
from .plain_values import NotPlain, as_plain, is_missing, is_number, is_pandas, items, scalar
from .scalars import Rules
from .series import label
from .slips import NOT_CALLED, none_came
from .value_texts import bare, describe, show
from .values import differ_number


def differ_between(found: object, low: float, high: float, *, strict: bool = False) -> Difference | None:
    """Return why ``found`` is no number from ``low`` to ``high``, or None when it is one.

    >>> differ_between(60, 0, 1).note
    'This looks like a percent: give a fraction, 0.6 and not 60.'
    >>> differ_between(0, 0, 1, strict=True).note
    'It has to be more than 0.'
    """
    limits = (
        f"a number {'between' if strict else 'from'} {show(low)} {'and' if strict else 'to'} {show(high)}"
    )
    kind = differ_number(found, 0.0, Rules(tol=float("inf")))
    value = as_plain(items(found)[0] if kind is None and items(found) else found)
    if kind is not None and not (is_number(value) and value == value):
        note = "This is NaN: give a number." if is_missing(value) and value is not None else kind.note
        return Difference(show(found), limits, note)
    if (low < value < high) if strict else (low <= value <= high):
        return None
    if (low, high) == (0, 1) and 1 < value <= 100:
        note = f"This looks like a percent: give a fraction, {show(value / 100)} and not {show(value)}."
    elif value <= low:
        note = f"It has to be {'more than' if strict else 'at least'} {show(low)}."
    else:
        note = f"It has to be {'less than' if strict else 'at most'} {show(high)}."
    return Difference(show(found), limits, note)


def differ_form(found: object, like: object) -> Difference | None:
    """Return in what ``found`` is of another form than ``like``, or None when it has the same.

    >>> differ_form([0.1, 0.2], (0.3, 0.4)) is None
    True
    >>> differ_form([0.1], (0.3, 0.4)).note
    'It should have 2 elements, and it has 1.'
    """
    if found is None:
        return Difference("None", describe(like), none_came())
    if callable(found):
        return Difference(describe(found), describe(like), NOT_CALLED)
    if is_pandas(like, "DataFrame"):
        return _differ_columns(found, like)
    if is_pandas(like, "Series") or type(like) is dict:
        return _differ_labels(found, like)
    inside = items(like)
    return _differ_elements(found, inside, like) if inside is not None else _differ_kind(found, like)


def _differ_columns(found: object, like) -> Difference | None:
    if not is_pandas(found, "DataFrame"):
        return Difference(describe(found), "a table", "The check expects a table (a pandas DataFrame).")
    names = [*found.columns, *found.index.names]
    lacking = [bare(name) for name in like.columns if name not in names]
    return Difference(note=f"The table needs the column {', '.join(lacking)}.") if lacking else None


def _differ_labels(found: object, like) -> Difference | None:
    if not (is_pandas(found, "Series") or type(found) is dict):
        words = "The values need their labels: a Series or a dict."
        return Difference(describe(found), describe(like), words)
    have = {label(key) for key in found.keys()}  # noqa: SIM118 - a Series iterates over its values
    lacking = [bare(key) for key in like.keys() if label(key) not in have]  # noqa: SIM118
    return Difference(note=f"No value for {', '.join(lacking)}.") if lacking else None


def _differ_elements(found: object, like: list, whole: object) -> Difference | None:
    elements = items(found)
    if elements is None:
        return Difference(describe(found), describe(whole), "The check expects several values in a list.")
    if len(elements) != len(like):
        said = f"It should have {plural(len(like), 'element')}, and it has {len(elements):,}."
        return Difference(show(found), "", said)
    kinds = (_differ_kind(one, other) for one, other in zip(elements, like, strict=True))
    return next((difference for difference in kinds if difference is not None), None)


def _differ_kind(found: object, like: object) -> Difference | None:
    wanted = as_plain(like)
    if is_number(wanted):
        kind = differ_number(found, wanted, Rules(tol=float("inf")))
        return (
            None
            if kind is None or is_number(as_plain(found))
            else Difference(show(found), "a number", kind.note)
        )
    try:
        value = scalar(found)
    except NotPlain:
        value = found
    if type(value) is type(wanted):
        return None
    return Difference(show(found), describe(like), f"The check expects {describe(like)}.")
