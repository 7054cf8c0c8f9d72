"""The page of all rules, docs/rules.md, made from the rules themselves: ``python -m ecotools.rules.page``."""

from __future__ import annotations

from pathlib import Path

from ecotools.rules.engine.explain import example, facts
from ecotools.rules.engine.registry import categories, rules
from ecotools.rules.engine.rule import BASES, PROFILES, Category, Rule

FILE = Path("docs/rules.md")

_HEAD = """\
# The rules of a review

<!-- Made from the rules by `python -m ecotools.rules.page`; change them, not this page. -->

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


def page() -> str:
    """Return the page as Markdown."""
    head = _HEAD.format(
        count=len(rules()),
        bases=_list(BASES),
        profiles=_list(PROFILES),
        contents="\n".join(_entry(category) for category in categories()),
    )
    return head + "".join(_section(category) for category in categories())


def _list(words: dict[str, str]) -> str:
    return "\n".join(f"- **{name}**: {meaning}." for name, meaning in words.items())


def _entry(category: Category) -> str:
    anchor = category.title.lower().replace(" ", "-")
    return f"- [{category.title}](#{anchor}): {len(category.rules)} rules, `{category.name}`"


def _section(category: Category) -> str:
    ordered = sorted(category.rules, key=lambda rule: rule.id)
    return f"\n## {category.title}\n\n{category.about}\n" + "".join(_rule(rule) for rule in ordered)


def _rule(rule: Rule) -> str:
    about = "".join(f"- {label}: {_text(words)}\n" for label, words in facts(rule))
    return (
        f"\n### {rule.id}: {_text(rule.title)}\n\n{about}\n<details><summary>Examples</summary>\n\n"
        f"A blueprint with this finding:\n\n```yaml\n{example(rule.fails)}\n```\n\n"
        f"One that is ok:\n\n```yaml\n{example(rule.passes)}\n```\n\n</details>\n"
    )


def _text(words: str) -> str:
    """Return words for Markdown: two dollar signs in a line would be read as a formula."""
    return words.replace("$", "\\$")


def main() -> None:
    """Write the page; run it where the project lies."""
    FILE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"written: {FILE}, {len(rules())} rules")


if __name__ == "__main__":
    main()
