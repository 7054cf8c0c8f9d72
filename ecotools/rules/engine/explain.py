"""What explains a rule, in words: for the terminal and for the page of all rules."""

from __future__ import annotations

import textwrap

from ecotools.rules.engine.rule import BASES, Rule


def facts(rule: Rule) -> list[tuple[str, str]]:
    """Return (label, words) of all that is known about a rule but its examples.

    >>> from ecotools.rules import rule
    >>> facts(rule("JRN11"))[0]
    ('Kind', 'info, optional, structure')
    """
    found = [("Kind", f"{rule.severity}, {rule.tier}, {rule.kind}"), ("Why", rule.reason)]
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
    found += [("Note", rule.note)] if rule.note else []
    return [*found, ("Source", "; ".join(map(str, rule.source)))]


def example(yaml: str) -> str:
    """Return an example as a blueprint that can be reviewed, with the name it implies.

    >>> print(example("journey: [{id: post, stage: awareness, asset: Post}]"))
    name: Example
    journey: [{id: post, stage: awareness, asset: Post}]
    """
    return "name: Example\n" + textwrap.dedent(yaml).strip("\n").rstrip()
