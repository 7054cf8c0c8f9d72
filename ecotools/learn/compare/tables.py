"""Compare tables: columns in any order, rows by their key, an index that may as well be a column."""

from collections import Counter

import pandas as pd

from ecotools.english import plural

from ...errors import nearest
from .difference import Difference
from .plain_values import is_number, is_pandas
from .scalars import Rules
from .series import cell_same, cells_note, in_sequence, is_plain_count, label, named_by_month
from .slips import NOT_CALLED, none_came
from .value_texts import bare, describe, show

UNNAMED = "(row label)"


def differ_table(
    found: object,
    expected: pd.DataFrame,
    rules: Rules,
    *,
    key: str | list[str] | None = None,
    order: bool = False,
) -> Difference | None:
    """Return how ``found`` differs from the table ``expected``.

    Columns may come in any order, and more of them do no harm. A column of ``expected`` may be in the index
    of ``found`` and the other way round. Rows are matched by ``key``, else by the expected index, else by the
    columns that are not measured numbers; their order matters only with ``order=True``.

    >>> wanted = pd.DataFrame({"tier": ["a", "b"], "share": [0.25, 0.75]})
    >>> differ_table(wanted.set_index("tier")[::-1], wanted, Rules()) is None
    True
    """
    if not is_pandas(expected, "DataFrame"):
        raise TypeError(f"expect.table needs a DataFrame to expect, not {type(expected).__name__}")
    table, note = _as_table(found)
    if table is None:
        return Difference(describe(found), show(expected), note)
    wanted, index_columns = _flat(expected)
    have, note = _columns_of(table, wanted, index_columns)
    if have is None:
        return Difference(_headings(table), _headings(expected), note + _turned(table, expected))
    keys = (
        [key] if isinstance(key, str) else list(key) if key else index_columns or _natural_key(wanted, rules)
    )
    return _differ_rows(have, wanted, keys, rules, order)


def _headings(table: pd.DataFrame) -> str:
    names = [bare(name) for name in table.index.names if name is not None]
    return "the columns " + ", ".join([*(bare(column) for column in table.columns), *names])


def _turned(table: pd.DataFrame, expected: pd.DataFrame) -> str:
    """Return that rows and columns are exchanged, if the labels say so, or that the labels have been lost."""
    rows, columns = set(map(str, table.index)), set(map(str, table.columns))
    if set(map(str, expected.columns)) <= rows and set(map(str, expected.index)) <= columns:
        return " Rows and columns are exchanged (transposed): .T turns the table."
    if is_plain_count(table.index) and not is_plain_count(expected.index):
        return " The row labels are 0, 1, 2 … here: they have been lost (reset_index, ignore_index)."
    return ""


def _as_table(found: object) -> tuple[pd.DataFrame | None, str]:
    if is_pandas(found, "DataFrame"):
        return found, ""
    if found is None:
        return None, none_came()
    if is_pandas(found, "Series"):
        return found.to_frame(), ""
    columns = type(found) is dict and all(isinstance(one, (list, tuple, pd.Series)) for one in found.values())
    records = type(found) is list and found and all(type(one) is dict for one in found)
    if columns or records:
        try:
            return pd.DataFrame(found), ""
        except ValueError:
            return None, "The columns are of different lengths."
    if type(found).__name__ == "Styler":
        return None, "This is a table dressed up for display: give the table itself."
    if callable(found):
        return None, NOT_CALLED
    return None, "The check expects a table (a pandas DataFrame)."


def _flat(table: pd.DataFrame) -> tuple[pd.DataFrame, list]:
    """Return the table with its labels as columns, and the names of those."""
    if is_plain_count(table.index):
        return table, []
    names = [UNNAMED if name is None else name for name in table.index.names]
    flat = table.reset_index(drop=True)
    for place, (level, name) in enumerate(zip(range(table.index.nlevels), names, strict=True)):
        flat.insert(place, name, list(table.index.get_level_values(level)), allow_duplicates=True)
    return flat, names


def _columns_of(
    table: pd.DataFrame, wanted: pd.DataFrame, index_columns: list
) -> tuple[pd.DataFrame | None, str]:
    """Return the wanted columns of ``table``, from its columns or its index, or what is missing."""
    flat, own_index = _flat(table)
    picked, lacking = {}, []
    for place, name in enumerate(wanted.columns):
        if name not in flat.columns or name == UNNAMED:
            lacking.append(place)
            continue
        if is_pandas(flat[name], "DataFrame"):
            return None, f"The column {show(name)} comes {flat[name].shape[1]} times."
        picked[place] = flat[name]
    if len(lacking) == 1:
        stand_in = _stand_in(wanted.iloc[:, lacking[0]], flat, own_index, wanted, index_columns)
        if stand_in is not None:
            picked[lacking.pop()] = stand_in
    if lacking:
        names = [bare(wanted.columns[place]) for place in lacking]
        spare = [bare(name) for name in flat.columns if name != UNNAMED and name not in wanted.columns]
        return None, _missing_words(names, spare)
    chosen = pd.DataFrame({place: picked[place] for place in range(wanted.shape[1])})
    chosen.columns = wanted.columns
    return chosen, ""


def _stand_in(
    column: pd.Series, flat: pd.DataFrame, own_index: list, wanted: pd.DataFrame, index_columns: list
) -> pd.Series | None:
    """Return the labels or the column that must mean ``column``, though they have another name or none."""
    spare = [name for name in flat.columns if name == UNNAMED or name not in wanted.columns]
    spare = [name for name in spare if is_pandas(flat[name], "Series")]
    labels = [name for name in spare if name in own_index]
    if column.name in index_columns:
        monthly = named_by_month(column)
        want = {label(one, monthly) for one in column}
        alike = [name for name in spare if {label(one, monthly) for one in flat[name]} == want]
        candidates = alike or labels
    else:
        candidates = [name for name in labels if name == UNNAMED]
    return flat[candidates[0]] if candidates else None


def _missing_words(names: list[str], spare: list[str]) -> str:
    said = ["the row labels" if name == UNNAMED else f"the column '{name}'" for name in names]
    words = f"Missing: {', '.join(said)}."
    for name in names:
        close = nearest(name, spare)
        if name != UNNAMED and close:
            return f"{words} Is the column '{close}' meant to be '{name}'?"
    return words


def _natural_key(wanted: pd.DataFrame, rules: Rules) -> list:
    """Return the columns that name the rows: those that are not floats, if they tell the rows apart."""
    names = [column for column in wanted.columns if not pd.api.types.is_float_dtype(wanted[column].dtype)]
    labels = _labels(wanted, names, rules)
    text = [column for column in names if not pd.api.types.is_numeric_dtype(wanted[column].dtype)]
    for choice in ([one] for one in text):
        if len(set(_labels(wanted, choice, rules))) == len(wanted):
            return choice
    if text and len(set(_labels(wanted, text, rules))) == len(wanted):
        return text
    return names if names and len(set(labels)) == len(wanted) else []


def _labels(table: pd.DataFrame, names: list, rules: Rules, like: pd.DataFrame | None = None) -> list[tuple]:
    """Return the labels of the rows; dates are read as months where those of ``like`` are."""
    columns = []
    for name in names:
        monthly = named_by_month((table if like is None else like)[name])
        columns.append([label(one, monthly, rules.ignore_case) for one in table[name]])
    return list(zip(*columns, strict=True)) if columns else [()] * len(table)


def _differ_rows(have, wanted, keys: list, rules: Rules, order: bool) -> Difference | None:
    by_key = bool(keys) and len(set(_labels(wanted, keys, rules))) == len(wanted)
    if by_key:
        names = [", ".join(bare(one) for one in row) for row in wanted[keys].itertuples(index=False)]
        found, want = _labels(have, keys, rules, wanted), _labels(wanted, keys, rules)
        note = _match_note(have[keys], found, want, names)
        if note:
            return Difference(show(have), show(wanted), note)
        where = {one: place for place, one in enumerate(found)}
        rows = [where[one] for one in want]
    else:
        if len(have) != len(wanted):
            note = f"The table has {plural(len(have), 'row')} instead of {len(wanted):,}."
            return Difference(show(have), show(wanted), note + _again(have, wanted))
        names = [f"row {place}" for place in range(len(wanted))]
        rows = list(range(len(wanted)))
        if not order:
            rows = _sorted_rows(have)
            wanted = wanted.iloc[_sorted_rows(wanted)].reset_index(drop=True)
    # What matched as a key is the same, even where its cells look different: a month and its last day.
    measured = [place for place, column in enumerate(wanted.columns) if not by_key or column not in keys]
    # Rows that are named have no order of their own, unless the names have: months, numbers.
    ordered = in_sequence([one[0] if len(one) == 1 else one for one in want]) if by_key else order
    difference = _differ_cells(have.iloc[rows, measured], wanted.iloc[:, measured], names, rules, ordered)
    if difference is None and order and rows != list(range(len(rows))):
        return Difference(
            show(have), show(wanted), "The right rows in another order: sort the table as asked."
        )
    return difference


def _match_note(have: pd.DataFrame, found: list, want: list, names: list[str]) -> str:
    """Return which keys are missing, too many or doubled; nothing when each is there once."""
    times, known = Counter(found), set(want)
    lacking = [name for one, name in zip(want, names, strict=True) if one not in times]
    extra = [
        ", ".join(bare(one) for one in row)
        for one, row in zip(found, have.itertuples(index=False), strict=True)
        if one not in known
    ]
    if lacking or extra:
        parts = [f"{plural(len(found), 'row')}, expected {len(want):,}."] if len(found) != len(want) else []
        parts += [f"No row for {_few(lacking)}."] if lacking else []
        parts += [f"Not expected: the row for {_few(extra)}."] if extra else []
        return " ".join(parts)
    doubled = [name for one, name in zip(want, names, strict=True) if times[one] > 1]
    return f"More than one row for {_few(doubled)}: each should come once." if doubled else ""


def _again(have: pd.DataFrame, wanted: pd.DataFrame) -> str:
    """Return that rows come twice in the one table and once in the other."""
    extra = len(have) - len(wanted)
    try:
        doubled = int(have.duplicated().sum()), int(wanted.duplicated().sum())
    except TypeError:  # cells that cannot be compared, such as lists
        return ""
    if extra > 0 and doubled[0] - doubled[1] == extra:
        return " Rows come twice."
    if extra < 0 and doubled[1] - doubled[0] == -extra:
        return " Rows that look alike have been dropped: each of them counts."
    return ""


def _few(names: list[str]) -> str:
    return ", ".join(names[:5]) + (", …" if len(names) > 5 else "")


def _sorted_rows(table: pd.DataFrame) -> list[int]:
    """Return the rows in an order that does not depend on how they came."""

    def rank(cell: object) -> tuple:
        plain = label(cell)
        return (0, float(plain), "") if is_number(plain) else (1, 0.0, str(plain))

    floats = [pd.api.types.is_float_dtype(table.dtypes.iloc[place]) for place in range(table.shape[1])]
    places = sorted(range(table.shape[1]), key=lambda place: floats[place])
    columns = [[rank(cell) for cell in table.iloc[:, place]] for place in places]
    return sorted(range(len(table)), key=lambda row: [column[row] for column in columns])


def _differ_cells(have, wanted, names: list[str], rules: Rules, ordered: bool) -> Difference | None:
    for place, column in enumerate(wanted.columns):
        cells = list(zip(names, have.iloc[:, place], wanted.iloc[:, place], strict=True))
        said = cells_note(cells, rules, ordered)
        if said is not None:
            note, veiled, digits = said
            name, found, expected = next(cell for cell in cells if not cell_same(*cell[1:], rules))
            shown = show(found, digits=digits), f"{show(expected, digits=digits)}, for {name}"
            slip = _holds_another(cells, column, wanted, rules)
            return Difference(*shown, note + slip, veiled + slip).inside(f"In the column '{bare(column)}'.")
    return None


def _holds_another(cells: list[tuple], column: object, wanted: pd.DataFrame, rules: Rules) -> str:
    """Return that the values of a column are those of another one, or nothing."""
    for place, other in enumerate(wanted.columns):
        pairs = zip((found for _, found, _ in cells), wanted.iloc[:, place], strict=True)
        if other == column or len({show(one) for one in wanted.iloc[:, place]}) < min(len(cells), 3):
            continue
        if len(cells) > 1 and all(cell_same(*pair, rules) for pair in pairs):
            return f" These are the values of the column '{bare(other)}'."
    return ""
