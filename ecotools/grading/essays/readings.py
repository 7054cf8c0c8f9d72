"""What stands for `ecotools.learn.reading` where the reference solution runs: it says what is right."""

from __future__ import annotations

from collections.abc import Callable

from ecotools.learn.compare.value_texts import show
from ecotools.learn.readings import show_found

RIGHT = "ecotools-right"  # where an output says of which reading it is


def reading(
    task: str,
    value: object,
    of: Callable[[], object] | object,
    *,
    look: Callable[[], object] | None = None,
    **how: object,
) -> None:
    """Show what a reading is read off, and what is right; the parameters are those of the course's own."""
    from IPython.display import display

    if look is not None:
        show_found(look)
    display({"text/plain": show(of() if callable(of) else of)}, raw=True, metadata={RIGHT: task})
