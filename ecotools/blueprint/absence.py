"""Sections of which a business says that it has none: ``community: false``, ``levers: []``.

Silence says nothing, and a review asks for it; that there is none is an answer, and is believed.
"""

from typing import Any, Literal, get_args

Group = Literal[
    "strategy",
    "audience",
    "ladder",
    "community",
    "stack",
    "map",
    "platform",
    "dashboard",
    "calendar",
    "growth",
    "plan",
    "team",
    "policies",
    "financing",
    "assumptions",
]
"""Sections with keys of their own; that there is none of them is kept in `Blueprint.without`."""

GROUPS: tuple[str, ...] = get_args(Group)
LISTS = (
    "channels",
    "products",
    "journey",
    "funnel",
    "automations",
    "kpis",
    "measured",
    "levers",
    "projections",
    "claims",
)
"""Sections that are lists: an empty one says that there is none."""

_WORDS = ("none", "no")


def settled(data: Any) -> Any:
    """Return the plain data of a blueprint with each section of which there is none as the models keep it.

    >>> settled({"name": "Q", "community": False, "levers": "none"})
    {'name': 'Q', 'levers': [], 'without': ['community']}
    """
    if not isinstance(data, dict):
        return data
    none = [name for name in (*GROUPS, *LISTS) if name in data and _denied(data[name])]
    found = {key: value for key, value in data.items() if key not in none or key in LISTS}
    found |= {name: [] for name in none if name in LISTS}
    listed = data.get("without", [])
    if isinstance(listed, list):
        # Who describes a section after all has it.
        kept = [name for name in listed if not (isinstance(name, str) and found.get(name) is not None)]
        without = list(dict.fromkeys([*kept, *(name for name in none if name in GROUPS)]))
        if without or "without" in data:
            found["without"] = without
    return found


def _denied(value: Any) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() in _WORDS)
