"""What explains a rule, in words: for the terminal and for the page of all rules."""

import csv
import textwrap
from functools import cache
from importlib.resources import files

from ecotools.rules.engine.rule import BASES, Rule


def facts(rule: Rule) -> list[tuple[str, str]]:
    """Return (label, words) of all that is known about a rule but its examples.

    >>> from ecotools.rules import rule
    >>> facts(rule("JRN11"))[0]
    ('Kind', 'info, optional, structure')
    """
    found = [("Kind", f"{rule.severity}, {rule.tier}, {rule.kind}"), ("Why", rule.reason)]
    found += [("What the source says", said)] if (said := source_says(rule)) else []
    if rule.threshold is not None:
        found.append(("Threshold", f"{rule.threshold} ({BASES[rule.basis]})"))
        found += [
            (f"In the profile {profile}", f"{rule.limit(profile)}. {why}")
            for profile, (_, why) in rule.per_profile.items()
        ]
    for why in dict.fromkeys(rule.not_in.values()):
        profiles = " or ".join(name for name, each in rule.not_in.items() if each == why)
        found.append((f"Not asked in the profile {profiles}", why))
    found += [("What to do", rule.do)] if rule.do else []
    found += [("What we made of it", rule.note)] if rule.note else []
    return [*found, ("Source", "; ".join(map(str, rule.source)))]


def source_says(rule: Rule) -> str:
    """Return in our words what stands at the places that a rule comes from; nothing for a rule of one's own.

    >>> from ecotools.rules import rule
    >>> source_says(rule("LAD11"))
    'The community comes once 20 or more students have paid.'
    """
    return _said().get(rule.id, "")


@cache
def _said() -> dict[str, str]:
    with (files("ecotools.data") / "rule_sources.csv").open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row["says"] for row in csv.DictReader(lines)}


def example(yaml: str) -> str:
    """Return an example as a blueprint that can be reviewed, with the name it implies.

    >>> print(example("journey: [{id: post, stage: awareness, asset: Post}]"))
    name: Example
    journey: [{id: post, stage: awareness, asset: Post}]
    """
    return "name: Example\n" + textwrap.dedent(yaml).strip("\n").rstrip()
