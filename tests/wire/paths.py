"""Places inside JSON data, for tests that change one of them."""

from __future__ import annotations

import copy


def places(data) -> list[tuple]:
    """The path of every value inside some data."""
    found = [()]
    inside = data.items() if type(data) is dict else enumerate(data) if type(data) is list else ()
    for key, value in inside:
        found += [(key, *path) for path in places(value)]
    return found


def changed(data, path: tuple, value):
    """A copy of some data with another value at a path."""
    if not path:
        return value
    data = copy.copy(data)
    data[path[0]] = changed(data[path[0]], path[1:], value)
    return data


def at(data, path: tuple):
    """The value at a path."""
    for key in path:
        data = data[key]
    return data
