"""The pages of the rules: one of each category, and one that leads to all of them."""

from __future__ import annotations

from pathlib import Path

from ecotools.docs.markdown import slug, table
from ecotools.rules.engine.explanation import example, facts
from ecotools.rules.engine.registry import categories, rules
from ecotools.rules.engine.rule import BASES, PROFILES, Category, Rule

_MADE = "<!-- Made from the rules by `ecotools docs`; change them, not this page. -->"
_HEAD = """\
# The rules of a review

{made}

`ecotools review my-blueprint.yaml` looks at a blueprint with {count} rules. Each ends in one of four ways:
**ok**; a **finding**, with its place, what was found, the threshold and what to do; **not checked**, with
what the blueprint would have to say; or it **does not apply**, because the blueprint says that there is none
of what it is about (`community: false`, `levers: []`). A rule is never ok for want of data, a field left at
its documented default is a value, and other words for the same thing are no error.

`--select` and `--ignore` take ids (`JRN01`), their first letters (`JRN`), categories, tiers (core, standard,
optional) and severities (error, warning, info).

Where a rule compares with a number, the number has one of these grounds:

{bases}

Where the sources disagree, the `profile` of a blueprint says which threshold holds:

{profiles}

A blueprint may set another one, with its reason:

```yaml
thresholds:
  JRN11: {{value: 2, reason: The audience is narrow on purpose.}}
```

or waive a rule that does not fit it. What a waived rule finds is no finding, in a review and in a report; it
is listed with the reason, so that nobody takes it for right:

```yaml
waivers:
  LAD01: Two products of one rank, for two trades that know nothing of each other.
```

[Sources](sources.md) says what the documents are that rules come from, and where they are taught. Of each
rule the page tells what stands there, in our words, and what we made of it.

{contents}
"""


def pages(root: Path) -> dict[str, str]:
    """Return the page of all rules, and one for each category in the folder ``rules``."""
    head = _HEAD.format(
        made=_MADE,
        count=len(rules()),
        bases=_list(BASES),
        profiles=_list(PROFILES),
        contents=table(["category", "rules", "what it looks at"], [_entry(one) for one in categories()]),
    )
    return {"rules.md": head + "".join(_titles(one) for one in categories())} | {
        _file(category): _page(category) for category in categories()
    }


def _file(category: Category) -> str:
    return f"rules/{category.name}.md"


def _list(words: dict[str, str]) -> str:
    return "\n".join(f"- **{name}**: {meaning}." for name, meaning in words.items())


def _entry(category: Category) -> tuple[str, int, str]:
    return f"[{category.title}]({_file(category)})", len(category.rules), category.about


def _ordered(category: Category) -> list[Rule]:
    return sorted(category.rules, key=lambda rule: rule.id)


def _titles(category: Category) -> str:
    """Return the rules of a category as a list of links to its page."""
    links = [
        f"- [{rule.id}]({_file(category)}#{slug(_heading(rule))}): {_text(rule.title)}"
        for rule in _ordered(category)
    ]
    return f"\n## {category.title}\n\n" + "\n".join(links) + "\n"


def _page(category: Category) -> str:
    head = (
        f"# Rules: {category.title}\n\n{_MADE}\n\n{category.about}\n\n"
        f"`--select {category.name}` looks with these {len(category.rules)} rules only. "
        "[All rules](../rules.md) says how a review works.\n"
    )
    return head + "".join(_rule(rule) for rule in _ordered(category))


def _heading(rule: Rule) -> str:
    return f"{rule.id}: {rule.title}"


def _rule(rule: Rule) -> str:
    about = "".join(f"- {label}: {_text(words)}\n" for label, words in facts(rule))
    return (
        f"\n## {_text(_heading(rule))}\n\n{about}\n<details><summary>Examples</summary>\n\n"
        f"A blueprint with this finding:\n\n```yaml\n{example(rule.fails)}\n```\n\n"
        f"One that is ok:\n\n```yaml\n{example(rule.passes)}\n```\n\n</details>\n"
    )


def _text(words: str) -> str:
    """Return words for Markdown: two dollar signs in a line would be read as a formula."""
    return words.replace("$", "\\$")
