"""Sentences computed from values, and shown as text."""

import html
import string

from .card import shown
from .numbers import written

_PARAGRAPH = "margin:.2em 0;max-width:60em;line-height:1.5;white-space:pre-line"


class _Sentences(string.Formatter):
    """`str.format` with the formats of `written`."""

    def format_field(self, value: object, spec: str) -> str:
        return written(value, spec)

    def get_value(self, key, args, values):
        if key not in values:
            raise ValueError(
                f'the sentence needs a value for {{{key}}}: say("…", {key or "name"}=…). '
                f"It has {', '.join(values) or 'none'}."
            )
        return values[key]


def sentence(template: str, **values: object) -> str:
    """Return a sentence with values in it as people write them; takes what `say` takes.

    >>> sentence("Churn {churn:change}, to {after:percent}.", churn=(0.041, 0.083), after=0.083)
    'Churn doubled, to 8.3%.'
    """
    return _Sentences().vformat(template, (), values)


def say(template: str, **values: object) -> None:
    """Show a sentence computed from values: text in a notebook, a printed line anywhere else.

    Parameters
    ----------
    template : str
        Text with ``{name}`` or ``{name:format}``, where the formats are those of `written`: money, percent,
        points, count, times, number, change; ``{gain:+money}`` writes the plus sign.
    **values
        The values by name. A value without a format is written with three significant digits.

    Raises
    ------
    ValueError
        When a value is missing or cannot be written so.

    Examples
    --------
    >>> say("{buyers:count} bought, which is {rate:percent}.", buyers=1200, rate=0.015)
    1,200 bought, which is 1.5%.
    """
    text = sentence(template, **values)
    shown(text, f"<p class='mathjax_ignore' style='{_PARAGRAPH}'>{html.escape(text)}</p>")
