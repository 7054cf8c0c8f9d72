"""The events of a YAML text: from libyaml where it is there and agrees, else from ruamel.yaml.

libyaml, which PyYAML brings, reads a text in a twentieth of the time. ruamel.yaml knows YAML 1.2 and says
better what is wrong, so it has the last word: it reads every text that libyaml refuses or that a blueprint
must not have, and those with signs that the two versions of YAML take for different things.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

__all__ = ["MarkedYAMLError", "YAMLError", "events"]

try:
    from yaml import CSafeLoader
except ImportError:  # PyYAML may have been built without libyaml
    CSafeLoader = None

# Tabs, line ends of YAML 1.1 and byte order marks; a comment on a block's first line; keys after a "?".
_READ_IN_TWO_WAYS = re.compile(
    r"[\t\x85\u2028\u2029\ufeff]|[|>]\S*#|(?:^|[-\[{,:?])\s*\?(?:\s|$)", re.MULTILINE
)


def events(text: str, *, exact: bool = False) -> Iterator[Any]:
    """Return the events of a text; those of both readers have the same names and attributes.

    Parameters
    ----------
    text : str
        The YAML.
    exact : bool
        Take ruamel.yaml, whose positions are those that a text is rewritten by.

    Raises
    ------
    ruamel.yaml.error.YAMLError
        While the events are taken, where the text is no YAML.

    Examples
    --------
    >>> [type(event).__name__ for event in events("name: Q")][2:5]
    ['MappingStartEvent', 'ScalarEvent', 'ScalarEvent']
    """
    quick = None if exact else _by_libyaml(text)
    return _by_ruamel(text) if quick is None else iter(quick)


def _by_libyaml(text: str) -> list[Any] | None:
    """Return all events, or None where ruamel.yaml is to be asked."""
    if CSafeLoader is None or _READ_IN_TWO_WAYS.search(text):
        return None
    try:
        found = list(yaml.parse(text, Loader=CSafeLoader))
    except yaml.YAMLError:
        return None
    marked = any(getattr(event, "anchor", None) or getattr(event, "tag", None) for event in found)
    return None if marked else found


def _by_ruamel(text: str) -> Iterator[Any]:
    return YAML(typ="safe", pure=True).parse(text)
