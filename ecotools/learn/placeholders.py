"""Words that stand where an answer should: three dots, "to do", the name of the field itself."""

import re

_EMPTY = {
    "todo", "to do", "tbd", "tba", "fixme", "xxx", "n a", "na", "none", "null", "nothing", "placeholder",
    "example", "sample", "test", "dummy", "foo", "bar", "baz", "asdf", "qwerty", "lorem ipsum", "blah",
    "blah blah", "same", "same as above", "some text", "text", "something", "anything", "fill in",
    "fill this in", "your answer", "answer", "write here", "untitled", "unknown",
}  # fmt: skip
_FIELDS = "id|name|title|product|problem|description|step|stage|asset|format|channel|kpi|goal|metric|question"
_SAID = "my|your|the|a|an|some|another|new"
# "Goals" alone may be the name of something; "goal", "your goals" and "goals 1" are not.
_FIELD = re.compile(
    rf"(({_SAID})\s+({_FIELDS})s?|({_FIELDS})s?(?=\s)|({_FIELDS}))"
    r"(\s+(here|name|text|it solves))?(\s*\d+|\s+[a-z])?"
)
_FEWEST_LETTERS = 2


def is_placeholder(text: object) -> bool:
    """Return whether a text says nothing yet: empty, dots, "TODO", "Problem 1", one letter again and again.

    Parameters
    ----------
    text : object
        What stands in a field of the learner's own; None counts as empty.

    Examples
    --------
    >>> [is_placeholder(text) for text in ("...", "TODO", "<name>", "Problem 1", "xx", None)]
    [True, True, True, True, True, True]
    >>> [is_placeholder(text) for text in ("Nobody reads the drafts", "A naming kit", "Go")]
    [False, False, False]
    """
    if text is None:
        return True
    words = re.sub(r"[\W_]+", " ", str(text)).strip().casefold()
    letters = [sign for sign in words if sign.isalpha()]
    if len(letters) < _FEWEST_LETTERS or len(set(letters)) == 1:
        return True
    start = words.split(" ", 1)[0] in {"todo", "tbd", "fixme", "lorem", "placeholder"}
    return start or words in _EMPTY or bool(_FIELD.fullmatch(words))
