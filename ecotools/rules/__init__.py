'''What good looks like: rules over a blueprint, and `review`, which runs them.

>>> from ecotools.blueprint import Blueprint
>>> found = review(Blueprint(name="Quillwork"), select="journey")
>>> found.errors, found.advice[0].field
([], 'journey')

Where what is
-------------
- `catalogue` holds the rules, a folder per category and in it a module per idea. COM07 is a rule of the
  ``community``, so it is in ``catalogue/community/``. ``ecotools review --explain COM07`` says which file it
  is (``rule("COM07").file`` in Python), and ``grep -rn COM07 ecotools/rules/catalogue`` the line.
- `words` holds what rules are written with: `words.vocabulary` and a few modules on one thing each.
- `engine` runs them: what a rule and a threshold are, the registry, the review, and the ways to show it.

How to write a rule
-------------------
A folder of `catalogue` is a category: ``catalogue/ladder/__init__.py`` makes one `Category`, and the modules
beside it add their rules to it. A new rule goes into the module that is about its subject, or into a new one.
Nothing else needs to know: the registry finds the module, the tests run the examples, the docs are made from
it.

A rule is a function of three to eight lines, with its data above it::

    from ecotools.rules.catalogue.ladder import ladder
    from ecotools.rules.engine.limits import between
    from ecotools.rules.engine.rule import Seed
    from ecotools.rules.words.vocabulary import core, kinds, money

    @ladder.rule(
        "LAD14",
        severity="warning",                # error, warning or info
        title="Coaching costs 3 to 10 times the course",      # what holds when all is well
        reason="Far below it the hours do not pay, far above it nobody climbs.",      # ours, one sentence
        source=Seed("001", "175", "FAQ"),  # or several in a tuple; lines as the reference has them
        kind="numeric",                    # structure (default), numeric, graph or time-series
        threshold=between(3, 10, "times the price of the course"),
        basis="explicit",                  # (default), derived, benchmark, or default: our own choice
        per_profile={"community": ([2, 10], "Members already pay every month.")},     # value, reason
        not_in={"saas": "Software is no course."},                # profiles that are not asked, and why
        over=kinds("coaching"),            # call it with each coaching product; without it: the business
        note="Charm prices such as 297 may miss a bound by half a percent.",          # conflicts, choices
        do="Change the price, or sell the coaching in a smaller package.",
        fails="""
            products:
              - {id: course, name: Course, kind: core, price: 497}
              - {id: coach, name: Coaching, kind: coaching, price: 9970}
            """,
        passes="""
            products:
              - {id: course, name: Course, kind: core, price: 497}
              - {id: coach, name: Coaching, kind: coaching, price: 2485}
            """,
    )
    def coaching_costs_a_multiple_of_the_course(coaching, limit):
        times = coaching.price / core(coaching).price
        if times not in limit:
            yield coaching.finding("price", found=f"{money(coaching.price)}, {times:.3g} times the course")

**What the function gets.** The business, or with `over` one item after the other: ``over="journey"``,
``over="community.rituals"`` or a function of the business that returns items, such as `kinds`. With a
`threshold` it gets the limit that holds (profile and blueprint already applied), without one nothing more.
Every item has the whole as ``item.business``; ``business.ledger`` is the ledger.

**Reading.** ``product.price`` is what the blueprint says. When it says nothing there (or null, or an empty
list) the rule ends for this item, and is *not checked* with the field's name. A default of the model is not
a statement, but for `billing`, `currency` and the `base` and `window_days` of a step of the funnel. In many
fields `false` or an empty list says that there is nothing, and silence says nothing: ``if not
community.stated("moderators"): yield ...`` finds the former and is not checked for the latter. Ask without
ending by ``product.has("price")`` (named, and not nothing) and ``product.get("price")`` (the model's default
if unsaid, ``None`` if it has none). A dead end of your own: ``raise Missing("a touchpoint of the stage
purchase")``. Fields are called as in Python or as in YAML (``from``).

**Outcomes.** Findings, if there are any; else *not checked*, if anything was missing for any item; else ok.
What was missing because the blueprint says that there is none of it is no gap: if no item was looked at
whole, the rule *does not apply*.
So ask for what is compared by its name, for what may be nothing by `stated`, and use `has` only where an
item that is there must say more and silence is the fault: a touchpoint without a KPI is a finding, a
blueprint without a journey is not checked. Items are chosen with the words of
`ecotools.rules.words.vocabulary` (`of_kind`, `paid`, `core`, `measured`; read that module first) or with
``only(items, "what is missing")``: an empty choice then ends the rule. A ``for`` over a list comprehension
that may be empty would pass for having seen nothing.

**Findings.** ``part.finding("field", found=...)``: `found` is what is there, in a few words, with its
numbers. What to do comes from the rule's `do` unless given; so do the threshold and the severity. `part` is
where a person would change something; a field that is not there yet is fine. Wording is never an error: what
only other words show has ``severity="info"``.

**Thresholds** (`ecotools.rules.engine.limits`): `at_most`, `at_least`, `below`, `above`, `between`,
`exactly` (ask ``number in limit``; ends are `limit.low`, `limit.high`), `names` (``limit.lacking(have)``),
`per_kind` (``limit["basic"]``, itself a limit). The unit ``"%"`` shows a fraction as percent, ``"$"``
money, anything else stands after the number. Whatever a blueprint may sensibly choose otherwise is a
threshold, in no function.

**Sources.** `ecotools/data/rule_sources.csv` has a sentence for each rule on what its source says, in our own
words; what goes beyond it belongs into `note`, and `basis` says of a limit how far the source carries it.

**Examples** are YAML without `name:`, as short as they can be. `fails` must give a finding of this rule,
`passes` ok; an empty blueprint must be not checked. The tests see to that, and to the reference's id,
severity, tier, kind, basis and source: ``pytest tests/rules``; then ``ecotools docs``
renews docs/rules.md.
'''

from ecotools.rules.engine.registry import chosen, rule, rules
from ecotools.rules.engine.result import ReviewResult
from ecotools.rules.engine.rule import PROFILES, Rule
from ecotools.rules.engine.run import review
from ecotools.rules.engine.settings import profile_of

__all__ = [
    "PROFILES",
    "ReviewResult",
    "Rule",
    "chosen",
    "profile_of",
    "review",
    "rule",
    "rules",
]
__dir__ = __all__.copy
