"""Ask a comparer and get its verdict as a value."""

from ecotools.learn.compare import Difference, Expect, Mismatch


def ask(comparer: str, *args, **options) -> Difference | None:
    """Return None when `expect.<comparer>` accepts, else the difference it reports."""
    try:
        getattr(Expect(), comparer)(*args, **options)
    except Mismatch as mismatch:
        return mismatch.difference
    return None


def accepts(comparer: str, *args, **options) -> bool:
    """Return whether the comparer accepts."""
    return ask(comparer, *args, **options) is None
