"""A blueprint to start from: ten lines that hold, and on demand every other section as an example to keep."""

from ecotools.blueprint.examples import sections
from ecotools.blueprint.model import Blueprint
from ecotools.blueprint.schema import SCHEMA_FILE, json_schema
from ecotools.blueprint.yaml_text import scalar

_START = """\
# yaml-language-server: $schema={schema}
# Your business as a blueprint. Only the name is needed; a review checks what is here and asks for the rest.
name: {name}
profile: {profile}    # {profiles}
audience:
  who: Whom you help, in a sentence
  pain_point: The problem they would pay to be rid of
products:
  - {{id: first_product, name: What you sell, kind: core, {sold}}}
journey:    # where people meet you, in the order in which they do; `next` says where they go from there
  - {{id: first_post, stage: awareness, asset: What strangers see first, next: [sales_page]}}
  - {{id: sales_page, stage: purchase, asset: Where they buy, product: first_product}}
"""

_SOLD = {"saas": "price: 30, billing: month, delivery: software, trial_days: 14"}
"""Profile -> how its first product is sold, where that is not once."""

_GUIDE = """\

# Every section, as another business filled it in: {example}, a fictional school. Nothing below this line
# counts until you take the first two characters off a section's lines ("# ") and put your own words and
# numbers in. The ids it uses are those of its own products, so begin with the sections near the top. Days
# are 2025-03-01, rates are fractions (0.05 is five in a hundred), money is in the currency of the file.
"""


def starter(name: str = "My business", profile: str = "creator", *, full: bool = False) -> str:
    """Return the YAML of a blueprint to start from; its first line names the schema for editors.

    Parameters
    ----------
    name : str
        What the business is called.
    profile : {"creator", "infoproduct", "community", "saas"}
        What kind of business it is.
    full : bool
        Add every section as an example in comments.

    Raises
    ------
    BlueprintError
        When the name is empty or the profile unknown.

    Examples
    --------
    >>> Blueprint.from_yaml(starter("Loaf Lab")).products[0].kind
    'core'
    >>> "# community:" in starter(full=True).splitlines()
    True
    """
    known = json_schema()["properties"]["profile"]["enum"]
    text = _START.format(
        schema=SCHEMA_FILE,
        name=scalar(name),
        profile=scalar(profile),
        profiles=", ".join(known),
        sold=_SOLD.get(profile, "price: 100"),
    )
    Blueprint.from_yaml(text, source="the new blueprint")
    return text + _guide() if full else text


def _guide() -> str:
    """Return every section of the example in comments, below what it is about."""
    about, shown = json_schema()["properties"], sections()
    text = _GUIDE.format(example=shown["name"].removeprefix("name: ").strip())
    for key, lines in shown.items():
        if key != "name":
            there = " (It is in use above.)" if f"\n{key}:" in _START else ""
            text += f"\n# ---- {key}: {about[key]['description']}{there}\n{_commented(lines)}"
    return text


def _commented(lines: str) -> str:
    return "".join(f"# {line}\n" if line else "#\n" for line in lines.splitlines())
