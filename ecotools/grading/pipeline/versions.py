"""Which versions a result depends on: of the packages that a hand-in and its tests import, and of this one.

Of ecotools it is the code that counts, of the parts that are imported, directly or by one another, and the
versions of the packages they use: a comment changes no result. Of any other package it is the version, and
that of the packages it requires.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib import metadata
from importlib.machinery import PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType

from ecotools.grading.pipeline.caches import remember, remembered
from ecotools.grading.pipeline.fingerprint import PACKAGE, digest, installed, raw

_IMPORT = re.compile(r"\bimport +([\w.]+(?: as \w+)?(?: *, *[\w.]+(?: as \w+)?)*)")
_FROM = re.compile(r"\bfrom +([\w.]+) +import +\(?((?: *\w+(?: as \w+)? *,?)+)")
_REQUIRED = re.compile(r"[\w.-]+")
NOTED = "code.json"


def versions(sources: Iterable[str], folder: Path) -> dict[str, str]:
    """Return the version of each package that ``sources`` import, or that those import, by its name.

    Parameters
    ----------
    sources : texts with Python in them: whatever reads like an import, and is installed, counts.
    folder : where grading keeps what it knows: the code of ecotools is looked through once.
    """
    modules = {name for source in sources for name in imports(source)}
    found = {name: version for module in modules for name, version in _packages(module.partition(".")[0])}
    parts = {part for module in modules for part in _parts(module)}
    if parts:
        found["ecotools"], used = _code_of(frozenset(parts), folder)
        found |= {_plain(name): _by_name()[_plain(name)] for name in used if name != "ecotools"}
    return dict(sorted(found.items()))


def as_source(data: bytes) -> str:
    """Return the text of a file so that what it imports is found, also where it is a notebook."""
    # In the file of a notebook the end of a line is written as two characters.
    return data.decode("utf-8", "replace").replace("\\n", "\n")


def imports(source: str) -> set[str]:
    """Return the modules that a text seems to import; a name that is taken from one counts as one, too.

    >>> sorted(imports("import numpy as np, scipy\\nfrom ecotools import data, plots"))
    ['ecotools', 'ecotools.data', 'ecotools.plots', 'numpy', 'scipy']
    """
    others = _IMPORT.findall(_FROM.sub("", source))
    found = {one.split()[0] for names in others for one in names.split(",")}
    for module, names in _FROM.findall(source):
        found |= {module, *(f"{module}.{one.split()[0]}" for one in names.split(",") if one.strip())}
    return found


@lru_cache(maxsize=4096)
def _packages(module: str) -> tuple[tuple[str, str], ...]:
    """Return the installed package that has a module, and all that it requires, each with its version."""
    if module in sys.stdlib_module_names or module == "ecotools" or not module.isidentifier():
        return ()
    known = _by_name()
    name = _plain(module)
    if name not in known:
        spec = PathFinder.find_spec(module, [place for place in sys.path if place])
        if spec is None or spec.origin is None:
            return ()
        name = next((_plain(one) for one in _by_module().get(module, ()) if _plain(one) in known), "")
    found, waiting = {}, [name]
    while waiting:
        name = waiting.pop()
        if name in known and name not in found and name != "ecotools":
            found[name] = known[name]
            waiting += _required(name)
    return tuple(found.items())


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    """Return the version of each installed package, as the names of the folders that describe them say."""
    stems = [name.rpartition(".")[0].split("-") for name in installed()]
    return {_plain(stem[0]): stem[1] for stem in stems if len(stem) > 1}


@lru_cache(maxsize=1)
def _by_module() -> dict[str, list[str]]:
    """Return the packages by their modules: slow, and needed only where the two have different names."""
    return dict(metadata.packages_distributions())


@lru_cache(maxsize=1024)
def _required(name: str) -> tuple[str, ...]:
    try:
        said = metadata.distribution(name).requires or ()
    except metadata.PackageNotFoundError:
        return ()
    return tuple(_plain(_REQUIRED.match(one)[0]) for one in said if "extra ==" not in one)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _parts(module: str) -> set[str]:
    """Return the part of ecotools that a module belongs to.

    >>> _parts("ecotools.metrics.pricing"), _parts("numpy.random")
    ({'metrics'}, set())
    """
    names = module.split(".")
    return {names[1]} if names[0] == "ecotools" and len(names) > 1 and _files(names[1]) else set()


@lru_cache(maxsize=64)
def _code_of(parts: frozenset[str], folder: Path) -> tuple[str, list[str]]:
    """Return a hash of the code of some parts of ecotools and of all parts that they import.

    With it come the packages that this code uses.
    """
    noted = folder / NOTED
    known = remembered(noted)
    found: dict[str, list] = {}
    waiting = ["__init__", *sorted(parts)]
    while waiting:
        part = waiting.pop()
        if part not in found and _files(part):
            text = _text_of(part)
            said = known.get(part, [None])
            found[part] = said if said[0] == text else [text, *_look(part, text)]
            waiting += found[part][2]
    if any(known.get(part) != said for part, said in found.items()):
        remember(noted, known | found)
    used = sorted({package for said in found.values() for package in said[3]})
    return digest({part: said[1] for part, said in found.items()})[:16], used


@lru_cache(maxsize=64)
def _files(part: str) -> tuple[Path, ...]:
    """Return the files of a part of ecotools; none where there is no such part, or only an archive."""
    place = PACKAGE / part
    if not part.isidentifier():
        return ()
    if place.is_dir():
        found = [file for file in place.rglob("*") if file.is_file() and "__pycache__" not in file.parts]
        return tuple(sorted(found))
    return (place.with_suffix(".py"),) if place.with_suffix(".py").is_file() else ()


@lru_cache(maxsize=64)
def _text_of(part: str) -> str:
    return digest([[str(file.relative_to(PACKAGE)), raw(file)] for file in _files(part)], sys.version)


@lru_cache(maxsize=64)
def _look(part: str, text: str) -> tuple[str, list[str], list[str]]:
    """Return a hash of what the files of a part do, the parts that they import, and the packages."""
    said, names = [], set()
    for file in _files(part):
        code = _compiled(file) if file.suffix == ".py" else None
        did = raw(file) if code is None else _does(code, names)
        said.append([file.relative_to(PACKAGE).as_posix(), did])
    ours = {part for name in names for part in _parts(name)}
    packages = {name.partition(".")[0] for name in names if not name.startswith("ecotools")}
    used = sorted(name for name in packages if _plain(name) in _by_name())
    return digest(said), sorted(ours - {part}), used


def _compiled(file: Path) -> CodeType | None:
    try:
        return SourceFileLoader(file.stem, str(file)).get_code(file.stem)
    except SyntaxError:  # somebody is writing it
        return None


def _does(code: CodeType, names: set[str]) -> str:
    """Return a hash of a piece of code without its lines and comments; ``names`` gets what it may import."""
    consts = []
    for const in code.co_consts:
        if isinstance(const, CodeType):
            consts.append(_does(const, names))
        else:
            consts.append(repr(sorted(map(repr, const)) if isinstance(const, frozenset) else const))
    # Imported are names, modules that are imported by their text, and what is taken from ecotools itself.
    names |= {*code.co_names, *(one for one in code.co_consts if str(one).startswith("ecotools."))}
    if "ecotools" in code.co_names:
        taken = [name for const in code.co_consts if isinstance(const, tuple) for name in const]
        names |= {f"ecotools.{name}" for name in taken if isinstance(name, str)}
    kind = (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags)
    named = (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)
    text = repr((code.co_code, code.co_exceptiontable, kind, named, consts))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
