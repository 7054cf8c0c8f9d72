"""What is wrong with a blueprint: each problem with its line and field, and all of a file at once."""

import types
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from ecotools.blueprint.fields import describe
from ecotools.errors import nearest

MOST = 100


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, and what would be right.

    >>> str(Problem("products[1].price", "expected a number, found 'ten' (text)", line=7))
    "line 7, products[1].price: expected a number, found 'ten' (text)"
    """

    field: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        where = ", ".join(filter(None, [f"line {self.line}" if self.line else "", self.field]))
        return f"{where}: {self.message}" if where else self.message


class BlueprintError(ValueError):
    """A blueprint that cannot be used; `problems` has every one of its problems, `source` its file."""

    def __init__(self, problems: Iterable[Problem], source: str = "the blueprint"):
        self.problems = sorted(problems, key=lambda problem: problem.line or 0)
        self.source = source
        if len(self.problems) == 1:
            super().__init__(f"{source}, {self.problems[0]}")
        else:
            listed = "".join(f"\n  {problem}" for problem in self.problems[:MOST])
            more = len(self.problems) - MOST
            listed += f"\n  ... and {more:,} more" if more > 0 else ""
            super().__init__(f"{source} has {len(self.problems)} problems:{listed}")


def field_path(path: Iterable[object], data: Any = None) -> str:
    """Return a path as a reader would write it, with ids in place of positions where there are any.

    >>> field_path(("products", 0, "price"), {"products": [{"id": "bootcamp"}]})
    'products[bootcamp].price'
    """
    words = ""
    for part in path:
        data = _child(data, part)
        if isinstance(part, int):
            words += f"[{_label(data) or part}]"
        else:
            words += f".{part}" if words else str(part)
    return words


def from_pydantic(error: ValidationError, root: type[BaseModel]) -> list[tuple[tuple, str]]:
    """Return the (path, message) of every problem pydantic found, in words for the reader of a YAML file.

    A key that is only misspelt is told once, not as unknown and as missing. At most `MOST` problems come
    back: nobody who has that many reads on.
    """
    items = error.errors(include_url=False)[:MOST]
    unknown_keys = [tuple(item["loc"]) for item in items if item["type"] == "extra_forbidden"]
    meant = {(*path[:-1], nearest(path[-1], _keys(_annotation(root, path[:-1])))) for path in unknown_keys}
    missing = {tuple(item["loc"]) for item in items if item["type"] == "missing"}
    return [_translate(item, root) for item in items if tuple(item["loc"]) not in meant & missing]


def _translate(item: dict, root: type[BaseModel]) -> tuple[tuple, str]:
    path, kind, found = tuple(item["loc"]), item["type"], item["input"]
    is_key = bool(path) and path[-1] == "[key]"
    path = path[:-1] if is_key else path
    if kind == "extra_forbidden":
        return path, unknown("key", path[-1], _keys(_annotation(root, path[:-1])))
    if kind == "missing":
        return path, f"is missing. {_purpose(root, path)}".rstrip()
    if kind == "literal_error":
        kind_of = get_args(_plain(_annotation(root, path[:-1])))[0] if is_key else _annotation(root, path)
        return path, _not_one_of(found, get_args(_plain(kind_of)))
    expected = {
        "model_type": "a group of keys: " + ", ".join(_keys(_annotation(root, path))),
        "model_attributes_type": "a group of keys",
        "bool_type": "true or false",
        "list_type": "a list: lines that start with '- '",
        "dict_type": "keys with values: lines like 'id: 0.1'",
    }.get(kind)
    if expected is None:
        return path, item["msg"]
    return path, f"expected {expected}; found {describe(found)}{_glued(found)}"


def _glued(found: object) -> str:
    """Recognise ``id:bootcamp``: a key whose colon has no space after it."""
    key, colon, value = found.partition(":") if isinstance(found, str) else ("", "", "")
    return f". Write '{key}: {value}', with a space after the colon." if colon and key.isidentifier() else ""


def unknown(what: str, found: object, known: Iterable[str]) -> str:
    """Return the message for an unknown key or id, with the nearest known one.

    >>> unknown("key", "kidn", ["id", "kind"])
    "unknown key 'kidn'. Did you mean 'kind'?"
    """
    known = list(known)
    close = nearest(found, known)
    if close:
        return f"unknown {what} {found!r}. Did you mean {close!r}?"
    return f"unknown {what} {found!r}. Known: {', '.join(known) or 'none yet'}."


def _not_one_of(found: object, choices: Iterable[str]) -> str:
    close = nearest(found, choices)
    hint = f". Did you mean {close!r}?" if close else ""
    return f"expected one of {', '.join(choices)}, found {describe(found)}{hint}"


def _child(data: Any, part: object) -> Any:
    try:
        return data[part]
    except (KeyError, IndexError, TypeError):
        return None


def _label(item: Any) -> str | None:
    for key in ("id", "name"):
        if isinstance(item, dict) and isinstance(item.get(key), str) and len(item[key]) <= 40:
            return item[key]
    return None


def _plain(annotation: Any) -> Any:
    """Return an annotation without Annotated and without None."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(arg for arg in get_args(annotation) if arg is not type(None))
        else:
            return annotation


def _annotation(root: type[BaseModel], path: Iterable[object]) -> Any:
    """Return the type that the models expect at a path."""
    at: Any = root
    for part in path:
        at = _plain(at)
        if isinstance(at, type) and issubclass(at, BaseModel):
            field = _field(at, part)
            at = field.annotation if field else Any
        elif get_origin(at) in (list, dict):
            at = get_args(at)[-1]
        else:
            return Any
    return at


def _field(model: type[BaseModel], key: object):
    return next((f for name, f in model.model_fields.items() if key in (name, f.alias)), None)


def _keys(annotation: Any) -> list[str]:
    at = _plain(annotation)
    if isinstance(at, type) and issubclass(at, BaseModel):
        return [field.alias or name for name, field in at.model_fields.items()]
    return []


def _purpose(root: type[BaseModel], path: tuple) -> str:
    model = _plain(_annotation(root, path[:-1]))
    field = _field(model, path[-1])
    if field is None:
        return ""
    annotation = _plain(field.annotation)
    if get_origin(annotation) is Literal:
        return f"One of {', '.join(get_args(annotation))}."
    return field.description or ""
