"""Values of unknown kinds, and the true class of a value that may lie about it."""

from dataclasses import dataclass

_NAME = type.__dict__["__name__"].__get__
_MODULE = type.__dict__["__module__"].__get__
_MRO = type.__dict__["__mro__"].__get__

LONGEST_NAME = 200


@dataclass(frozen=True, eq=False, repr=False)
class Opaque:
    """What a value of an unknown kind becomes on the other side. It equals only itself.

    >>> Opaque("Figure", "matplotlib.figure")
    <Figure object>
    """

    kind: str
    module: str

    def __repr__(self) -> str:
        return f"<{self.kind} object>"


def bases(kind: type) -> tuple[type, ...]:
    """Return the classes of a class, nearest first, whatever its metaclass says."""
    return _MRO(kind)


def class_name(kind: type) -> str:
    """Return the name of a class, whatever its metaclass says.

    >>> class_name(dict)
    'dict'
    """
    return _text(_NAME(kind))


def class_module(kind: type) -> str:
    """Return the module of a class as it is written down in the class, or an empty text."""
    try:
        return _text(_MODULE(kind))
    except AttributeError:
        return ""


def a(word: str) -> str:
    """Return a word with its article.

    >>> a("list"), a("index")
    ('a list', 'an index')
    """
    return f"an {word}" if word[:1].lower() in "aeio" and word else f"a {word}"


def error_words(error: BaseException) -> str:
    """Return the class and the message of an error in at most 200 characters; its own code may fail."""
    try:
        message = _text(str(error))
    except Exception:
        message = ""
    return f"{class_name(type(error))}: {message}"[:LONGEST_NAME].rstrip(": ")


def _text(value: object) -> str:
    """A text without lone surrogates, bounded; empty when it is no text."""
    if str not in bases(type(value)):
        return ""
    return str.__str__(value)[:LONGEST_NAME].encode("utf-8", "replace").decode("utf-8")
