"""What can come of a graded or a checked cell: every name once, for learners' notebooks and for grading.

Notebooks, tables and progress files keep the names; what a learner reads is in the tables below them.
"""

RIGHT = "right"
WRONG = "wrong"
NOT_ATTEMPTED = "not attempted"
ERROR = "error"  # the learner's own code raised an exception
UNCHECKED = "could not be checked"  # the check itself broke

# While a learner works.
FORM_RIGHT = "the form is right"  # nothing to refuse, and the value is judged when the hand-in is graded
AGREES = "agrees with your function"  # a reading of the learner's own data

# When a hand-in is graded.
TIMEOUT = "timeout"
MEMORY = "out of memory"
CUT = "output cut"
WARNED = "printed to stderr"  # which costs the points in nbgrader's own engine only
TO_MARK = "to be marked"
MARKED = "marked"

# The sign before the words; the words always say the same, so that nothing hangs on a sign or a colour.
SIGNS = {RIGHT: "✓", WRONG: "✗", NOT_ATTEMPTED: "○", ERROR: "!", UNCHECKED: "?", FORM_RIGHT: "✓", AGREES: "✓"}

# What the card under a check says, while there is time to try again.
ON_CARD = {
    RIGHT: "right",
    WRONG: "not right yet",
    NOT_ATTEMPTED: "not attempted",
    ERROR: "error in your code",
    UNCHECKED: "could not be checked",
    FORM_RIGHT: "the form is right",
    AGREES: "agrees with your function",
}

# What the page of feedback says, when it has been graded.
ON_FEEDBACK = {
    RIGHT: "right",
    WRONG: "wrong",
    NOT_ATTEMPTED: "not attempted",
    ERROR: "error in your code",
    TIMEOUT: "timeout: it took longer than it may",
    MEMORY: "out of memory: it took more than it may",
    CUT: "output cut: it printed more than is kept",
    UNCHECKED: "could not be checked: the check itself failed",
    WARNED: "printed to stderr, which costs the points",
    TO_MARK: "being looked at by a person",
    MARKED: "marked by a person",
}

# What an exception says about the answer, by its name: it comes back from kernels as text.
OF_EXCEPTION = {
    "CheckFailed": WRONG,
    "AssertionError": WRONG,
    "NotAttempted": NOT_ATTEMPTED,
    "StudentError": ERROR,
    "CheckError": UNCHECKED,
    "CellTimeoutError": TIMEOUT,
    "MemoryError": MEMORY,
}


def named(kept: str) -> str:
    """Return the name of an outcome that a file keeps; earlier versions kept the words of the card.

    >>> named("not right yet"), named("error in your code"), named("right")
    ('wrong', 'error', 'right')
    """
    return _NAMES.get(kept, kept)


_NAMES = {words: name for name, words in ON_CARD.items()}
