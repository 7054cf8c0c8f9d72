"""Whatever is called with nothing, or with a thing of another kind, says which argument is wrong.

The public functions are found by introspection: the measures with the calls of their docstrings, the others
with nothing but the argument in question.
"""

import inspect
import re

import pytest

from ecotools import blueprint, forecast, ledger, plots, report, rules, simulate
from ecotools.blueprint import Blueprint
from ecotools.ledger.mapping import read_mapping
from tests.metrics.measures import Call, calls

PACKAGES = {each.__name__.split(".")[1]: each for each in (blueprint, forecast, ledger, plots)}
PACKAGES |= {each.__name__.split(".")[1]: each for each in (report, rules)}
PACKAGES["simulate"] = simulate

TAKES_ANYTHING = {"rules.profile_of": "where nothing has a profile there is none"}

CALLS = {call.name: call for call in reversed(calls())}
OTHERS = {
    f"{package}.{name}": getattr(module, name)
    for package, module in PACKAGES.items()
    for name in module.__all__
    if inspect.isfunction(getattr(module, name))
}
WRONG = {"None": None, "an object": object()}


def required(function) -> list[str]:
    kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    parameters = inspect.signature(function).parameters.values()
    return [each.name for each in parameters if each.default is each.empty and each.kind not in kinds]


def cases():
    for call in CALLS.values():
        yield from ((call, argument) for argument in required(call.function))
    for name, function in OTHERS.items():
        if name not in TAKES_ANYTHING and required(function):
            nothing = dict.fromkeys(required(function))
            yield Call(name, function, nothing), required(function)[0]


CASES = list(cases())


def complaint(call: Call, argument: str, value) -> str:
    """Return what is wrong with how a call refuses a value; nothing when it names a wrong argument."""
    try:
        call.but(**{argument: value})()
    except (TypeError, ValueError, OSError) as error:
        wrong = {argument, *(name for name, given in call.arguments.items() if given is None)}
        named = re.search(rf"\b({'|'.join(wrong)})\b", str(error))
        return "" if named else f"{call.name}: no word of {argument!r} in {error}"
    return f"{call.name} takes {value!r} for {argument}"


def test_there_are_many_of_them():
    assert len(CASES) > 300
    assert {"ledger.import_files", "plots.funnel", "kpi.compute"} <= {call.name for call, _ in CASES}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("wrong", WRONG)
def test_every_public_function_names_the_argument_that_is_wrong(wrong):
    found = [complaint(call, argument, WRONG[wrong]) for call, argument in CASES]
    assert [each for each in found if each] == []


READERS = {
    "payments": ledger.import_stripe,
    "sales": ledger.import_gumroad,
    "files": ledger.import_files,
    "file": read_mapping,
    "folder": ledger.read_ledger,
    "path": Blueprint.read,
}


@pytest.mark.parametrize("argument", READERS)
def test_a_reader_names_a_file_that_is_not_there_and_an_argument_that_is_no_path(argument, tmp_path):
    read = READERS[argument]
    with pytest.raises(FileNotFoundError, match=r"there is no (file|folder) .*nowhere"):
        read(tmp_path / "nowhere")
    for wrong in (3, object()):
        with pytest.raises(TypeError, match=rf"{argument} must be (a|the) path"):
            read(wrong)
    with pytest.raises((TypeError, ledger.LedgerError), match=argument):
        read(None)


@pytest.mark.parametrize("argument", ["payments", "sales", "files", "file", "path"])
def test_a_reader_of_files_says_so_when_it_is_given_a_folder(argument, tmp_path):
    with pytest.raises((OSError, ledger.LedgerError), match=f"{tmp_path.name}.* is a folder"):
        READERS[argument](tmp_path)


def test_the_text_of_a_blueprint_is_text_and_its_path_a_path():
    for wrong in (None, 3, b"name: Q"):
        with pytest.raises(TypeError, match="text must be a str, not"):
            Blueprint.from_yaml(wrong)
        with pytest.raises(
            TypeError, match="path must be a path" if not isinstance(wrong, bytes) else "path"
        ):
            Blueprint(name="Q").write(wrong)
