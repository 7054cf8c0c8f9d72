"""Lists and counts as a sentence has them: "a, b and c", "1 row", "2,000 rows"."""

from collections.abc import Iterable


def listing(words: Iterable[object], last: str = "and", *, most: int | None = None) -> str:
    """Join words with commas and a final "and"; beyond ``most`` words say how many more there are.

    >>> listing(["a", "b", "c"]), listing("abcde", most=2), listing(["guide", "kit"], "or")
    ('a, b and c', 'a, b and 3 more', 'guide or kit')
    """
    words = [str(word) for word in words]
    if most is not None and len(words) > most + 1:
        words = [*words[:most], f"{len(words) - most} more"]
    *first, final = words or [""]
    return f"{', '.join(first)} {last} {final}" if first else final


def plural(number: int, word: str, many: str | None = None) -> str:
    """Return a count with its noun.

    >>> plural(1, "step"), plural(2000, "step"), plural(3, "reply", "replies")
    ('1 step', '2,000 steps', '3 replies')
    """
    return f"{number:,} {word if number == 1 else many or word + 's'}"
