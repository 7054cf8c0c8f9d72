"""The reference: a page for each public module, whose names Sphinx documents from their docstrings.

The pages are not kept in git. What they say is in the code, and they need Sphinx to be read: ``setup`` makes
this module an extension that brings what they need.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from textwrap import shorten
from types import ModuleType
from typing import TYPE_CHECKING

from ecotools import metrics
from ecotools.docs.markdown import first_sentence, from_docstring, table

if TYPE_CHECKING:
    from sphinx.application import Sphinx

GROUPS = {
    "Describe a business": ("blueprint", "rules", "data"),
    "See what happened": ("ledger", "simulate"),
    "Measure": ("measure", *(f"metrics.{part}" for part in metrics.__all__)),
    "Look ahead": ("forecast", "planning"),
    "Show it": ("plots", "widgets", "report"),
    "Teach with it": ("learn", "claims", "sources", "grading.authoring.tasks", "grading.authoring.probes"),
}
"""What the reference has pages for, by what one wants to do."""

_INDEX = """\
# The library, module by module

Every public name of `ecotools`: what it returns, its arguments with their units, what it refuses, an example,
and where a formula comes from. The examples run as tests.

| you look for | it is in |
|---|---|
| a churn rate, and by which definition | {churn} |
| recurring revenue, and how it moved | {mrr} |
| what a customer is worth | {ltv} |
| a funnel, and where it leaks | {funnel} |
| a ledger out of exports | {ledger} |
| what is wrong with a plan | {review} |
| a picture | {plots} |

[How the measures count](../measures.md) has the rules that all measures keep, and the
[glossary](../glossary.md) says where a term is computed.
"""
FOUND = {
    "churn": "metrics.retention.churn_rate",
    "mrr": "metrics.revenue.movements",
    "ltv": "metrics.retention.ltv",
    "funnel": "metrics.funnel.funnel",
    "ledger": "ledger.import_stripe",
    "review": "rules.review",
}


def public_names(module: ModuleType) -> list[str]:
    """Return the public names of a module: those it lists, or else those that it defines.

    >>> import ecotools.measure
    >>> "Measure" in public_names(ecotools.measure)
    True
    """
    listed = getattr(module, "__all__", None)
    defined = [
        name for name, thing in vars(module).items() if getattr(thing, "__module__", "") == module.__name__
    ]
    return sorted((name for name in listed or defined if not name.startswith("_")), key=str.casefold)


def pages(root: Path) -> dict[str, str]:
    """Return the pages: one for each module, and one that leads to them."""
    modules = [name for group in GROUPS.values() for name in group]
    return {"reference/index.md": _index()} | {f"reference/{name}.md": _page(name) for name in modules}


def link_names(markdown: str) -> str:
    """Return a text in which the code of a public name leads to its place in the reference.

    It is for pages that Sphinx reads: the link is one of its roles.

    >>> link_names("See `metrics.funnel.leak`, and `leak(table)`.")
    'See {py:obj}`metrics.funnel.leak <ecotools.metrics.funnel.leak>`, and `leak(table)`.'
    """
    code = re.compile(r"(?<![`}])`(?:ecotools\.)?([\w.]+)`(?!`)")
    return code.sub(lambda found: _role(found[1], found[1]) if found[1] in _places() else found[0], markdown)


@cache
def _places() -> frozenset[str]:
    """Return where each public name lies in the library."""
    modules = [name for group in GROUPS.values() for name in group]
    return frozenset(
        f"{name}.{one}" for name in modules for one in public_names(import_module(f"ecotools.{name}"))
    )


def _role(said: str, place: str) -> str:
    return f"{{py:obj}}`{said} <ecotools.{place}>`"


def _index() -> str:
    links = {key: _role(place, place) for key, place in FOUND.items()}
    text = _INDEX.format(plots="[plots](plots.md)", **links)
    for title, names in GROUPS.items():
        rows = [(f"[{name}]({name}.md)", _about(import_module(f"ecotools.{name}"))) for name in names]
        text += f"\n## {title}\n\n{table(['module', 'what it is for'], rows)}"
        text += "\n```{toctree}\n:hidden:\n\n" + "\n".join(names) + "\n```\n"
    return text


def _about(module: ModuleType) -> str:
    return from_docstring(first_sentence(inspect.getdoc(module) or ""))


def _page(name: str) -> str:
    module = import_module(f"ecotools.{name}")
    names = public_names(module)
    rows = [(_role(one, f"{name}.{one}"), _line(getattr(module, one))) for one in names]
    directives = "\n".join(_directives(name, module, names))
    return (
        f"# {name}\n\n{_about(module)}\n\n{table(['name', 'what it gives'], rows)}\n"
        f"```{{eval-rst}}\n.. currentmodule:: ecotools.{name}\n\n{directives}\n```\n"
    )


def _line(thing: object) -> str:
    return from_docstring(first_sentence(inspect.getdoc(thing) or "")) if callable(thing) else _value(thing)


def _value(thing: object) -> str:
    """Return what a constant holds: the values of a list, the keys of a table, or itself; shortened."""
    held = ", ".join(map(str, thing)) if isinstance(thing, dict | tuple) else repr(thing)
    return shorten(held, 100, placeholder=" …")


def _directives(place: str, module: ModuleType, names: list[str]) -> Iterator[str]:
    for name in names:
        thing = getattr(module, name)
        if inspect.isclass(thing):
            yield f".. autoclass:: {name}\n   :members:\n   :exclude-members: model_config\n"
        elif inspect.isroutine(thing):
            yield f".. autofunction:: {name}\n"
        else:
            yield f".. py:data:: {name}\n\n   {_value(thing)}\n"


def setup(app: Sphinx) -> dict[str, bool]:
    """Give Sphinx what the pages need: it reads docstrings in numpydoc's form, whose code may be names."""
    app.setup_extension("sphinx.ext.autodoc")
    app.config.default_role = "py:obj"
    app.config.autodoc_typehints = "none"
    app.config.autodoc_member_order = "bysource"
    app.connect("autodoc-process-docstring", _read)
    return {"parallel_read_safe": True}


def _read(app: Sphinx, what: str, name: str, thing: object, options: object, lines: list[str]) -> None:
    """Turn the lines of a docstring into what Sphinx reads.

    Those of attributes stay: napoleon takes what is before a colon in them for a type. Kinds of arguments are
    no links: Sphinx would lead "month" to a field of that name.
    """
    from sphinx.ext.napoleon import Config, NumpyDocstring

    if what != "attribute":
        how = Config(napoleon_use_param=False, napoleon_use_rtype=False, napoleon_use_ivar=True)
        lines[:] = NumpyDocstring(lines, how, app, what, name, thing, options).lines()
