"""Seven elements and five success factors of a digital ecosystem, as a blueprint tells them."""

import pandas as pd

from ecotools.blueprint import Blueprint
from ecotools.english import plural
from ecotools.metrics.ecosystem.tables import is_blueprint

"""From weakest to strongest: silence; the owner's word; each one named, so that it can be counted; a number
with its date."""

ROLES = ("orchestrator", "buyers", "sellers", "consumers", "businesses")


def elements(blueprint: Blueprint) -> pd.DataFrame:
    """Return which of the seven elements of a digital ecosystem a business has.

    It is told by the same fields as in rule MAP08 of the review.

    Parameters
    ----------
    blueprint : Blueprint
        Whose elements.

    Returns
    -------
    DataFrame
        Seven rows: ``element`` (website, brand_strategy, social, paid_media, data, automation, content);
        ``there``: ``"yes"``, ``"no"`` or ``"not said"``; ``where``, the field that tells it.

    Raises
    ------
    TypeError
        When it is no blueprint.

    References
    ----------
    The digital-ecosystem article, "Elements of a digital ecosystem".

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> elements(quillwork())["there"].value_counts().to_dict()
    {'yes': 6, 'no': 1}
    """
    from ecotools.rules.catalogue.map.channels import ELEMENTS, elements_told
    from ecotools.rules.engine.parts import Business

    is_blueprint(blueprint)
    words = {True: "yes", False: "no", None: "not said"}
    told = elements_told(Business(blueprint))
    rows = [(name, words[told[name]], where) for name, where in ELEMENTS.items()]
    return pd.DataFrame(rows, columns=["element", "there", "where"])


def success_factors(blueprint: Blueprint) -> pd.DataFrame:
    """Return the five success factors of a digital ecosystem, scored, with how well each score is founded.

    Parameters
    ----------
    blueprint : Blueprint
        What is scored is what it says. Nothing is asked of the people behind it.

    Returns
    -------
    DataFrame
        Five rows: ``factor``; ``found``, what the blueprint says, in words; ``value``, the number that
        counts, NaN where the factor has none; ``asked``, the number that the article names, NaN where it
        names none; ``score``, 0 (nothing), 1 (something) or 2 (all that is asked); ``evidence``: not said,
        stated, listed or measured.

        A score of 2 takes: a value proposition and a name for each of the five parts (strategy); a number of
        subscribers or members that was measured (user base); 27 partners; partners in 10 countries; two
        models of working together. The numbers are the article's, of ecosystems of large companies.

    Raises
    ------
    TypeError
        When it is no blueprint.

    References
    ----------
    The digital-ecosystem article, "5 success factors"; it quotes M. G. Jacobides, N. Lang and
    K. von Szczepanski, What does a successful digital ecosystem look like?, Boston Consulting Group (2019).

    Examples
    --------
    >>> from ecotools.data import quillwork
    >>> success_factors(quillwork())[["factor", "score", "evidence"]].values.tolist()[2]
    ['partners', 1, 'listed']
    """
    is_blueprint(blueprint)
    partners = (blueprint.platform.partners if blueprint.platform else None) or []
    rows = [_strategy(blueprint), _users(blueprint)]
    rows.append(_counted("partners", "partner", [one.id for one in partners], 27))
    rows.append(_counted("footprint", "country", [one.country for one in partners], 10))
    rows.append(_counted("collaboration", "model", [one.model for one in partners], 2))
    columns = ["factor", "found", "value", "asked", "score", "evidence"]
    return pd.DataFrame(rows, columns=columns).astype({"value": float, "asked": float})


def _strategy(blueprint: Blueprint) -> tuple:
    strategy = blueprint.strategy
    if strategy is None or not strategy.value_proposition:
        return "strategy", "no value proposition", None, None, 0, "not said"
    named = [role for role in ROLES if strategy.roles and getattr(strategy.roles, role)]
    found = f"a value proposition, {len(named)} of {len(ROLES)} parts named"
    return "strategy", found, None, None, 2 if len(named) == len(ROLES) else 1, "stated"


def _users(blueprint: Blueprint) -> tuple:
    counts = ("members", "community_members", "active_members")
    measured = [one for one in blueprint.measured or [] if one.metric in counts and one.series]
    if measured:
        last = max((max(one.series), one.series[max(one.series)], one.metric) for one in measured)
        return "user base", f"{last[1]:,.0f} {last[2].replace('_', ' ')}", last[1], None, 2, "measured"
    audience = blueprint.audience
    if audience is not None and audience.subscribers:
        found = f"{audience.subscribers:,} subscribers"
        return "user base", found, audience.subscribers, None, 1, "stated"
    return "user base", "no number of people", None, None, 0, "not said"


def _counted(factor: str, word: str, named: list[str | None], asked: int) -> tuple:
    known = {one for one in named if one is not None}
    if not known:
        return factor, f"no {word}", 0, asked, 0, "not said"
    found = plural(len(known), word, {"country": "countries"}.get(word))
    return factor, found, len(known), asked, 2 if len(known) >= asked else 1, "listed"
