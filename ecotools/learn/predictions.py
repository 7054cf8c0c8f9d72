"""Guesses that a learner stores before looking, and that are compared with what came later."""

import datetime
import math

from . import store
from .attempts import has_dots
from .compare.plain_values import as_plain, is_number
from .numbers import written
from .places import progress_file
from .sentences import say

_here: dict[str, object] = {}  # this session's guesses, for where no progress is kept

_NO_GUESS = "No guess yet: put yours in place of the three dots before you look."


def predict(name: str, guess: object = ..., how: str = "") -> None:
    """Store a guess, to be taken up by `compare_prediction`. Three dots are no guess; nothing is raised.

    Parameters
    ----------
    name : str
        What the guess is about, "04-p1".
    guess : number, text, True or False
        The guess. With three dots, one that was stored before is kept.
    how : str
        How to write it: a format of `ecotools.learn.numbers.written`, such as "money" or "percent".

    Examples
    --------
    >>> predict("04-p1", ...)
    No guess yet: put yours in place of the three dots before you look.
    >>> predict("04-p1", 25, "money")
    Your guess is noted: $25.
    """
    if not isinstance(name, str):
        raise TypeError(f'predict takes a name and a guess, like predict("04-p1", 25), not {name!r}')
    if guess is None or has_dots(guess):
        before = stored(name)
        say("{words}", words=_NO_GUESS if before is None else f"Your guess so far: {_written(before, how)}.")
        return
    plain = _readable(guess)
    if plain is None:
        say("{words}", words="A guess is one number, a word, True or False. This one is not kept.")
        return
    _keep(name, plain)
    say("{words}", words=f"Your guess is noted: {_written(plain, how)}.")


def prediction_words(name: str, actual: object, how: str = "") -> str:
    """Return how far the stored guess was off, as a sentence; that there is none, where there is none.

    >>> predict("04-p2", 25, "money")
    Your guess is noted: $25.
    >>> prediction_words("04-p2", 29, "money")
    'You guessed $25, and it is $29: your guess was $4 too low.'
    >>> prediction_words("04-p9", 29, "money")
    'No guess yet. It is $29.'
    """
    guess, real = stored(name), _readable(actual)
    if has_dots(actual):
        return "Fill in the three dots above first: then your guess is compared with your answer."
    if real is None:
        return f"There is nothing to compare your guess with: {written(actual)}."
    if guess is None:
        return f"No guess yet. It is {_written(real, how)}."
    both = f"You guessed {_written(guess, how)}, and it is {_written(real, how)}"
    if not (is_number(guess) and is_number(real)):
        same = guess == real or str(guess).strip().casefold() == str(real).strip().casefold()
        return f"{both}: {'you were right' if same else 'not what you guessed'}."
    off = guess - real
    if math.isclose(guess, real, rel_tol=0.005) or _written(guess, how) == _written(real, how):
        return f"{both}: you were right."
    distance = written(abs(off), "points" if how == "percent" else how)
    return f"{both}: your guess was {distance} too {'high' if off > 0 else 'low'}."


def compare_prediction(name: str, actual: object, how: str = "") -> None:
    """Say how far the stored guess was off from ``actual``. Without a guess it says so, and what it is.

    Parameters
    ----------
    name : str
        The name that `predict` was given.
    actual : number, text, True or False
        What came.
    how : str
        How to write both: a format of `ecotools.learn.numbers.written`.

    Examples
    --------
    >>> compare_prediction("10-p7", 0.083, "percent")
    No guess yet. It is 8.3%.
    """
    say("{words}", words=prediction_words(name, actual, how))


def stored(name: str) -> object | None:
    """Return the guess of this name, from this session or from the learner's progress; None without one."""
    if name in _here:
        return _here[name]
    file = progress_file()
    try:
        kept = store.read(file)["predictions"].get(name) if file is not None else None
    except (store.Unreadable, OSError):
        kept = None
    return _readable(kept["guess"]) if isinstance(kept, dict) and "guess" in kept else None


def _keep(name: str, guess: object) -> None:
    _here[name] = guess
    file = progress_file()
    if file is None:
        return

    def change(data: dict) -> None:
        data["predictions"][name] = {"guess": guess, "day": datetime.date.today().isoformat()}

    try:
        store.update(file, change)
    except OSError as error:
        say("{words}", words=f"Your guess could not be saved in {file.name}: {error.strerror or error}.")


def _readable(value: object) -> object | None:
    """Return a guess as a plain number, text or truth value that can be kept; None for anything else."""
    plain = as_plain(value)
    if type(plain) in (str, bool) or (is_number(plain) and math.isfinite(plain)):
        return plain
    return None


def _written(value: object, how: str) -> str:
    return written(value, how if is_number(value) else "")
