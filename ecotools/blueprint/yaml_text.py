"""Plain data as YAML text, in one style: two spaces, short lists on one line, quotes only where needed."""

import json
import math
import re
from typing import Any

import numpy as np

from ecotools.blueprint.yaml_tree import resolve

WIDTH = 100
# Words that readers of older YAML take for true, false or a number.
_ODD_WORDS = {"y", "n", "yes", "no", "on", "off"}
_PLAIN = re.compile(r"[^\W\d_](?:[\w./&'()+;!?$%€£×–—’-]|,(?=[ \w])| (?=[\w./&'()+$%€£×–—’]))*")


def plain(data: Any, at: str = "") -> Any:
    """Return data as dicts with text keys, lists, text, numbers, true/false and None, or refuse it.

    >>> plain({1: (np.float64(0.5), "a")})
    {'1': [0.5, 'a']}
    """
    if isinstance(data, dict):
        return {str(key): plain(value, f"{at}.{key}") for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [plain(value, f"{at}[{place}]") for place, value in enumerate(data)]
    if isinstance(data, np.generic):
        data = data.item()
    if isinstance(data, float) and not math.isfinite(data):
        raise ValueError(f"{at.lstrip('.')} is {data}; a blueprint has finite numbers only")
    if data is None or isinstance(data, (str, bool, int, float)):
        return data
    kind = type(data).__name__
    raise TypeError(
        f"{at.lstrip('.')} is a {kind}; a blueprint has text, numbers, lists and keys with values"
    )


def document(data: dict[str, Any]) -> str:
    """Return the YAML of a whole blueprint, its sections apart by blank lines.

    >>> print(document({"name": "Quillwork", "products": [{"id": "bootcamp", "price": 199.0}]}), end="")
    name: Quillwork
    <BLANKLINE>
    products:
      - id: bootcamp
        price: 199
    """
    text, before = "", False
    for key, value in data.items():
        big = isinstance(value, (dict, list)) and bool(value)
        text += "\n" if text and (big or before) else ""
        text += entry(scalar(key), value, 0)
        before = big
    return text


def entry(key: str, value: Any, column: int, comment: str = "") -> str:
    """Return ``key: value`` with its line end; lines after the first are indented below ``column``."""
    comment = f"  {comment}" if comment else ""
    if (short := _on_one_line(value, column + len(key))) is not None:
        return f"{key}: {short}{comment}\n"
    if isinstance(value, str):
        return f"{key}: {_literal(value, column + 2, comment)}"
    pad = " " * (column + 2)
    return f"{key}:{comment}\n" + "".join(pad + part for part in _parts(value, column + 2))


def item(value: Any, column: int) -> str:
    """Return ``- value`` with its line end, for a list whose dashes stand at ``column``."""
    if (short := _on_one_line(value, column)) is not None:
        return f"- {short}\n"
    if isinstance(value, str):
        return f"- {_literal(value, column + 2, '')}"
    return "- " + (" " * (column + 2)).join(_parts(value, column + 2))


def scalar(value: Any, style: str | None = None) -> str:
    """Return one value on one line, quoted as ``style`` (" or ') wants or as needed.

    >>> [scalar(value) for value in (199.0, 0.05, None, "Copy, daily", "a: b", "yes", "it's", "49")]
    ['199', '0.05', 'null', 'Copy, daily', '"a: b"', '"yes"', "it's", '"49"']
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        whole = float(value).is_integer() and abs(value) < 1e15
        return str(int(value)) if whole else repr(value)
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    safe = _PLAIN.fullmatch(value) and value.lower() not in _ODD_WORDS and resolve(value) == value
    return value if safe and style is None else _quoted(value)


def flow(value: Any) -> str:
    """Return any value on one line.

    >>> flow({"includes": ["bootcamp", "a, b"]})
    '{includes: [bootcamp, "a, b"]}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_in_flow(key)}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    return _in_flow(value)


def _in_flow(value: Any) -> str:
    short = scalar(value)
    return _quoted(value) if isinstance(value, str) and "," in value else short


def _on_one_line(value: Any, used: int) -> str | None:
    """Return a value that belongs on the line of its key, or None for one that needs lines of its own."""
    if isinstance(value, dict):
        return None if value else "{}"
    if isinstance(value, list):
        if any(isinstance(part, (dict, list)) for part in value):
            return None
        text = flow(value)
        return text if not value or len(text) + used < WIDTH else None
    if isinstance(value, str) and _fits_literal(value):
        return None
    return scalar(value)


def _parts(value: dict | list, column: int) -> list[str]:
    if isinstance(value, dict):
        return [entry(scalar(key), part, column) for key, part in value.items()]
    return [item(part, column) for part in value]


def _fits_literal(value: str) -> bool:
    """Say whether text of several lines survives as a literal block."""
    lines = value.removesuffix("\n").split("\n")
    return (
        len(value.split("\n")) > 1
        and all(line.isprintable() for line in lines)
        and bool(lines[0].strip())
        and bool(lines[-1].strip())
        and lines[0][0] != " "
    )


def _literal(value: str, column: int, comment: str) -> str:
    chomp = "" if value.endswith("\n") else "-"
    pad = " " * column
    lines = value.removesuffix("\n").split("\n")
    return f"|{chomp}{comment}\n" + "".join(f"{pad}{line}\n" if line else "\n" for line in lines)


def _quoted(value: str) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
