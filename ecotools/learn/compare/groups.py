"""Compare things that hold several values: in order, or in no order."""

from collections import Counter
from itertools import product

from ecotools.english import plural

from .difference import Difference
from .list_slips import REVERSED, list_slip
from .plain_values import NotPlain, as_plain, is_number, is_unordered, items, scalar
from .scalars import Rules, digits_apart, expected_words, same
from .slips import NOT_CALLED, none_came
from .value_texts import describe, show, show_both


def differ_sequence(found: object, expected: object, rules: Rules) -> Difference | None:
    """Return how ``found`` differs from the ordered ``expected``: a list, tuple, Series, array or range.

    >>> differ_sequence((1, 2), [1, 2], Rules()) is None
    True
    >>> differ_sequence([2, 1], [1, 2], Rules()).note
    'The right elements in another order.'
    """
    target = items(expected)
    if target is None:
        raise TypeError(f"expect.sequence needs a list to expect, not {expected!r}")
    elements, problem = _elements(found, target)
    if problem:
        return problem
    if is_unordered(found) and len(target) > 1:
        return Difference(
            describe(found), show(target), "A set has no order; the order matters here: use a list."
        )
    if len(elements) != len(target):
        return _differ_length(elements, target, rules)
    wrong = [k for k in range(len(target)) if not _same_element(elements[k], target[k], rules)]
    if not wrong:
        return None
    if not _unmatched(elements, target, rules)[1]:
        return Difference(show(elements), show(target), _order_words(elements, target, rules))
    return _differ_element(elements, target, wrong, rules)


def _order_words(elements: list, target: list, rules: Rules) -> str:
    """Return in which other order the right elements came."""
    if len(target) < 3:
        return "The right elements in another order."
    if list_slip(elements, target, rules) == REVERSED:
        return "The right elements in another order: the reverse of what is asked."
    ways = ("sorted from small to large", "sorted from large to small")
    if type(target[0]) is str:
        ways = ("in alphabetical order", "in reverse alphabetical order")
    for reverse, way in zip((False, True), ways, strict=True):
        in_order = _in_order(target, reverse)
        if in_order is not None and list(map(as_plain, elements)) == in_order:
            return f"The right elements in another order: {way}, and they should not be."
        if in_order is not None and list(map(as_plain, target)) == in_order:
            return f"The right elements in another order: they are not {way}."
    return "The right elements in another order."


def _in_order(values: list, reverse: bool) -> list | None:
    try:
        return sorted(map(as_plain, values), reverse=reverse)
    except TypeError:
        return None


def _elements(found: object, target: list) -> tuple[list, Difference | None]:
    """Return the elements of a list-like, or what to say when it is none."""
    if found is None:
        return [], Difference("None", show(target), none_came())
    try:
        elements = items(found)
    except NotPlain as problem:
        return [], Difference(describe(found), show(target), f"This cannot be read: {problem}.")
    if elements is not None:
        return elements, None
    if callable(found):
        note = NOT_CALLED
    else:
        note = "The check expects several values in a list (a tuple, Series or array will do)."
    shown = show(found) if isinstance(found, (str, int, float)) else describe(found)
    return [], Difference(shown, show(target), note)


def _differ_length(elements: list, target: list, rules: Rules) -> Difference:
    spare, lacking = _unmatched(elements, target, rules)
    count = f"{plural(len(elements), 'element')} instead of {len(target):,}."
    return _differ_members(elements, target, _faults(spare, lacking, target, rules), rules, count)


def _faults(spare: list, lacking: list, target: list, rules: Rules) -> dict[str, list]:
    """Return the elements that are lacking or in excess, by what is the matter with them."""
    repeated = [one for one in spare if _unmatched([one], target, rules)[0] == []]
    others = [one for one in spare if not any(one is again for again in repeated)]
    return {"Missing": lacking, "Too often": repeated, "Not expected": others}


def _differ_members(
    elements: list, target: list, faults: dict[str, list], rules: Rules, count: str = ""
) -> Difference:
    """Return the difference of two groups, naming the elements that are lacking or in excess by fault."""
    lacking, *others = (values[:5] for values in faults.values())
    digits = digits_apart((pair for spare in others for pair in product(spare, lacking)), rules)
    parts = [f"{fault}: {_few(values, digits)}." for fault, values in faults.items() if values]
    number = len(faults["Missing"])
    hidden = [f"{number} {'is' if number == 1 else 'are'} missing."] if number else []
    veiled = [*hidden, *parts[bool(number) :]]
    cause = _cause(elements, target, faults, rules)
    return Difference(
        *show_both(elements, target, digits),
        " ".join([count, *parts, cause]).strip(),
        " ".join([count, *veiled, cause]).strip(),
    )


def _cause(elements: list, target: list, faults: dict[str, list], rules: Rules) -> str:
    """Return what else can be seen of members that are not right."""
    lacking, repeated, others = faults.values()
    if repeated and not lacking and not others:
        return "Something is counted twice: take each once."
    if lacking and elements and not others and not repeated:
        number = "one" if len(lacking) == 1 else f"{len(lacking)}"
        if _same_element(elements, target[: len(elements)], rules):
            return f"The last {number} {'is' if len(lacking) == 1 else 'are'} left out."
        if _same_element(elements, target[-len(elements) :], rules):
            return f"The first {number} {'is' if len(lacking) == 1 else 'are'} left out."
    if len(lacking) == len(others) and others:
        return list_slip(others, lacking, rules, ordered=False)
    return ""


def _few(values: list, digits: int) -> str:
    return ", ".join(show(one, 60, digits) for one in values[:5]) + (", …" if len(values) > 5 else "")


def _differ_element(elements: list, target: list, wrong: list[int], rules: Rules) -> Difference:
    pairs = [(elements[k], target[k]) for k in wrong]
    digits = digits_apart(pairs, rules)
    found = show(pairs[0][0], digits=digits)
    start = f"The element at position {wrong[0]} is {found},"
    number = f"{len(wrong)} of {len(target)} elements differ." if len(wrong) > 1 else ""
    slip = _transposed(elements, target, rules) or list_slip(elements, target, rules)
    note = f"{start} expected {expected_words(pairs[0][1], rules, digits)}."
    return Difference(
        *show_both(elements, target, digits),
        " ".join(filter(None, [note, number, slip])),
        " ".join(filter(None, [f"{start} which is not right.", number, slip])),
    )


def _transposed(found: list, expected: list, rules: Rules) -> str:
    """Return that rows and columns, or the two of each pair, are exchanged; or nothing."""
    inner = [[items(row) for row in rows] for rows in (found, expected)]
    if any(row is None for rows in inner for row in rows):
        return ""
    have, want = inner
    if all(len(row) == 2 for row in (*have, *want)) and _same_element(
        [row[::-1] for row in have], want, rules
    ):
        return "The two of each pair are swapped."
    widths = {len(row) for row in have}
    if len(widths) == 1 and _same_element([list(row) for row in zip(*have, strict=True)], want, rules):
        return "Rows and columns are exchanged (transposed)."
    return ""


def _same_element(found: object, expected: object, rules: Rules) -> bool:
    inner = items(expected)
    if inner is not None:
        try:
            outer = items(found)
        except NotPlain:
            return False
        if outer is None or len(outer) != len(inner):
            return False
        return all(_same_element(a, b, rules) for a, b in zip(outer, inner, strict=True))
    try:
        return same(scalar(found), scalar(expected), rules, in_table=True)
    except NotPlain:
        # Only types that the author also uses, and nothing that the learner defined.
        known = type(expected).__module__ in ("builtins", "pandas")
        return known and type(found) is type(expected) and found == expected


def differ_items(found: object, expected: object, rules: Rules) -> Difference | None:
    """Return how ``found`` differs from ``expected`` where order has no meaning but repeats count.

    >>> differ_items(["b", "a"], ["a", "b"], Rules()) is None
    True
    >>> differ_items(["a", "c"], ["a", "b"], Rules()).note
    "Missing: 'b'. Not expected: 'c'."
    """
    target = items(expected)
    if target is None:
        raise TypeError(f"expect.items needs a list or set to expect, not {expected!r}")
    elements, problem = _elements(list(found) if type(found) is dict else found, target)
    if problem:
        return problem
    spare, lacking = _unmatched(elements, target, rules)
    if not spare and not lacking:
        return None
    return _differ_members(elements, target, _faults(spare, lacking, target, rules), rules)


def differ_set(found: object, expected: object, rules: Rules) -> Difference | None:
    """Return how the elements of ``found`` differ from the set ``expected``; repeats are not allowed."""
    return differ_items(found, sorted(expected, key=repr), rules)


def _unmatched(found: list, expected: list, rules: Rules) -> tuple[list, list]:
    """Return the elements found in excess and those that are lacking."""
    if all(type(one) is str for one in (*found, *expected)) and not rules.dates:
        return _unmatched_texts(found, expected, rules)
    plain = [as_plain(one) for one in (*found, *expected)]
    if all(is_number(one) and one == one for one in plain):
        return _unmatched_numbers(sorted(plain[: len(found)]), sorted(plain[len(found) :]), rules)
    spare, lacking = list(found), []
    for wanted in expected:
        match = next((k for k, one in enumerate(spare) if _same_element(one, wanted, rules)), None)
        if match is None:
            lacking.append(wanted)
        else:
            del spare[match]
    return spare, lacking


def _unmatched_numbers(found: list, expected: list, rules: Rules) -> tuple[list, list]:
    """Walk two sorted lists side by side."""
    spare, lacking, i, j = [], [], 0, 0
    while i < len(found) and j < len(expected):
        if same(found[i], expected[j], rules):
            i, j = i + 1, j + 1
        elif found[i] < expected[j]:
            spare.append(found[i])
            i += 1
        else:
            lacking.append(expected[j])
            j += 1
    return spare + found[i:], lacking + expected[j:]


def _unmatched_texts(found: list[str], expected: list[str], rules: Rules) -> tuple[list, list]:
    def form(text: str) -> str:
        return text.strip().casefold() if rules.ignore_case else text.strip()

    have, want = Counter(map(form, found)), Counter(map(form, expected))
    return list((have - want).elements()), list((want - have).elements())
