"""The blueprint itself: its sections, reading it from YAML and writing it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import Field, PrivateAttr, ValidationError, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from ecotools.blueprint import comma_errors, references, yaml_tree
from ecotools.blueprint.absence import Group, settled
from ecotools.blueprint.assumptions import Assumptions
from ecotools.blueprint.automation import Automation, Stack
from ecotools.blueprint.calendar import Calendar
from ecotools.blueprint.community import Community
from ecotools.blueprint.currencies import Currency
from ecotools.blueprint.dates import Day
from ecotools.blueprint.ecosystem import EcosystemMap
from ecotools.blueprint.fields import Positive, Section, Text, lean
from ecotools.blueprint.files import read_text
from ecotools.blueprint.financing import Financing
from ecotools.blueprint.growth import Growth, Lever
from ecotools.blueprint.journey import STAGES, FunnelStep, MarketingChannel, Touchpoint
from ecotools.blueprint.ladder import Ladder
from ecotools.blueprint.launch import Plan, Team
from ecotools.blueprint.measures import Dashboard, Kpi, Measured
from ecotools.blueprint.offer import Audience, Product
from ecotools.blueprint.platform import OpenPlatform
from ecotools.blueprint.policies import Policies, Profile, RuleId, Threshold
from ecotools.blueprint.problems import BlueprintError, Problem, field_path, from_pydantic
from ecotools.blueprint.projections import Claim, Projection
from ecotools.blueprint.strategy import Strategy
from ecotools.blueprint.yaml_rewrite import rewrite
from ecotools.blueprint.yaml_text import document, plain
from ecotools.errors import file_path, instance, one_of
from ecotools.files import write_text

if TYPE_CHECKING:
    import pandas as pd

_TABLES = {"products": Product, "journey": Touchpoint, "funnel": FunnelStep, "kpis": Kpi}


class Blueprint(Section):
    """A digital product ecosystem, as a business would describe it.

    Every section but `name` may be left out. Read one with `Blueprint.read`, change it like any Python object
    and write it back: what was not changed keeps every byte, comments included.

    Examples
    --------
    >>> blueprint = Blueprint.from_yaml("name: Quillwork  # fictional\\n")
    >>> blueprint.note = "One product so far."
    >>> print(blueprint.to_yaml(), end="")
    name: Quillwork  # fictional
    note: One product so far.
    """

    name: Text
    """Name of the business."""
    currency: Currency = "USD"
    """The one currency of all its money, by its ISO 4217 code."""
    per_dollar: Positive | None = None
    """Units of that currency for one US dollar: the review converts its bands in dollars by it."""
    profile: Profile = "creator"
    """What kind of business it is: it decides which thresholds a review takes."""
    note: Text | None = None
    """Anything a reader should know first."""
    since: Day | None = None
    """The day it began."""
    as_of: Day | None = None
    """The day it describes: ages are counted to it. Default: the end of the ledger, else today."""
    strategy: Strategy | None = None
    """What it stands for."""
    audience: Audience | None = None
    """Whom it serves."""
    channels: list[MarketingChannel] | None = None
    """Where it meets them; names in `journey` must be among these once they are given."""
    products: list[Product] = Field(default_factory=list)
    """What it sells or gives away."""
    ladder: Ladder | None = None
    """How the products are sold together: tiers, checkouts, upgrades."""
    journey: list[Touchpoint] = Field(default_factory=list)
    """The touchpoints on the way from stranger to advocate."""
    funnel: list[FunnelStep] = Field(default_factory=list)
    """How many pass from stage to stage."""
    community: Community | None = None
    """The community layer."""
    automations: list[Automation] | None = None
    """Flows of trigger, condition, delay and action; an empty list says that nothing is automated."""
    stack: Stack | None = None
    """The systems it runs on."""
    map: EcosystemMap | None = None
    """The ecosystem map: nodes, flows and loops."""
    platform: OpenPlatform | None = None
    """What others build on it: integrations, partners, apps, marketplace, content of users, shared data."""
    kpis: list[Kpi] = Field(default_factory=list)
    """The numbers it watches."""
    measured: list[Measured] | None = None
    """What those numbers were, or are said to be."""
    dashboard: Dashboard | None = None
    """Where the numbers are looked at."""
    calendar: Calendar | None = None
    """What happened on which day: releases, events, surveys, changes, reviews."""
    levers: list[Lever] | None = None
    """What could be pulled to grow."""
    growth: Growth | None = None
    """Experiments and initiatives."""
    plan: Plan | None = None
    """The launch plan."""
    team: Team | None = None
    """Who does the work."""
    policies: Policies | None = None
    """What customers are promised: refunds, privacy."""
    projections: list[Projection] | None = None
    """What it expects to earn."""
    financing: Financing | None = None
    """Cash, fixed costs and debts, and the money that is asked for."""
    claims: list[Claim] | None = None
    """What it states about itself in numbers."""
    thresholds: dict[RuleId, Threshold] | None = None
    """Id of a rule of the review -> the limit that holds here, with the reason."""
    waivers: dict[RuleId, Text] | None = None
    """Id of a rule of the review -> why it does not hold here: what it finds is then no finding."""
    assumptions: Assumptions | None = None
    """What a simulation has to assume."""
    without: list[Group] = Field(default_factory=list)
    """Sections of which the business has none; `community: false` and `community: none` say the same."""

    # The text it was read from, and what that said, filled in with defaults.
    _text: str | None = PrivateAttr(default=None)
    _said: dict[str, Any] = PrivateAttr(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _none_is_said(cls, data: Any) -> Any:
        return settled(data)

    @model_validator(mode="after")
    def _references_hold(self, info: ValidationInfo) -> Self:
        if (info.context or {}).get("references_checked"):
            return self
        data = self.model_dump(by_alias=True)
        found = [f"{field_path(path, data)}: {message}" for path, message in references.check(data)]
        if found:
            raise PydanticCustomError("references", "{listed}", {"listed": "; ".join(found)})
        return self

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Return the blueprint in a YAML file.

        Parameters
        ----------
        path : str or Path
            A UTF-8 file.

        Raises
        ------
        FileNotFoundError
            When there is no such file; the message names the nearest one in its folder.
        BlueprintError
            When the file is not a blueprint; it lists every problem with line and field.
        """
        path = file_path(path, "path")
        return cls.from_yaml(read_text(path), source=path.name)

    @classmethod
    def from_yaml(cls, text: str, *, source: str = "the blueprint") -> Self:
        """Return the blueprint in a YAML text.

        Parameters
        ----------
        text : str
            The YAML. Its line ends and comments are kept for `to_yaml`.
        source : str
            What errors call it.

        Raises
        ------
        BlueprintError
            With every problem of the text, in the order of its lines.

        Examples
        --------
        >>> Blueprint.from_yaml("name: Quillwork\\nprodcuts: []\\n")
        Traceback (most recent call last):
        ecotools.blueprint.problems.BlueprintError: the blueprint, line 2, prodcuts: unknown key 'prodcuts'.
        Did you mean 'products'?
        """
        instance(text, str, "text", "Blueprint.read(path) reads a file")
        try:
            root = yaml_tree.parse(text.removeprefix("\ufeff"))
        except yaml_tree.TextError as error:
            raise BlueprintError(error.problems, source) from None
        data = settled(root.data())
        found = references.check(data)
        try:
            blueprint = cls.model_validate(data, context={"references_checked": True})
        except ValidationError as error:
            found = [*from_pydantic(error, cls), *found]
        twice = comma_errors.repeated(root)
        if found or twice:
            told = comma_errors.explained(root, found)
            problems = (Problem(field_path(at, data), message, root.line_of(at)) for at, message in told)
            raise BlueprintError([*twice, *problems], source) from None
        blueprint._text, blueprint._said = text, blueprint.model_dump(by_alias=True)
        return blueprint

    def to_yaml(self) -> str:
        """Return the blueprint as YAML; what did not change since it was read keeps every byte.

        Raises
        ------
        BlueprintError
            When it was changed into something that could not be read again.
        """
        wanted = self.checked()
        said = plain(lean(wanted))
        if self._text is None:
            return document(said)
        bom = "\ufeff" if self._text.startswith("\ufeff") else ""
        text = self._text.removeprefix(bom)

        def reads_as(text: str) -> dict:
            return type(self).from_yaml(text).model_dump(by_alias=True)

        return bom + rewrite(text, self._said, plain(wanted.model_dump(by_alias=True)), said, reads_as)

    def write(self, path: str | Path) -> Path:
        """Write the blueprint to a file, whole or not at all, and return its path."""
        return write_text(file_path(path, "path"), self.to_yaml())

    def __eq__(self, other: object) -> bool:
        """Two blueprints are equal when they say the same, however their files are laid out."""
        return isinstance(other, Blueprint) and self.model_dump() == other.model_dump()

    __hash__ = None

    def product(self, id: str) -> Product:
        """Return the product with an id; the error of an unknown one offers the nearest."""
        known = {product.id: product for product in self.products}
        return known[one_of(id, known, "product")]

    def touchpoints(self, stage: str | None = None) -> list[Touchpoint]:
        """Return the touchpoints of a stage, or all in the order of the stages."""
        if stage is not None:
            one_of(stage, STAGES, "stage")
        stages = self.stages_in_order()
        return [point for at in stages if stage in (None, at) for point in self.journey if point.stage == at]

    def funnel_steps(self) -> list[FunnelStep]:
        """Return the steps of the funnel in the order of the stages."""
        return sorted(self.funnel, key=lambda step: STAGES.index(step.from_stage))

    def stages_in_order(self) -> tuple[str, ...]:
        """Return the stages in the order in which people pass them.

        Activation follows the purchase, but where the funnel leads to it from an earlier stage: a free trial
        is used before it is paid.

        >>> step = FunnelStep(from_stage="consideration", to_stage="activation", rate=0.6)
        >>> Blueprint(name="Q", funnel=[step]).stages_in_order()[1:4]
        ('consideration', 'activation', 'purchase')
        """
        before = STAGES[: STAGES.index("purchase")]
        if not any(step.to_stage == "activation" and step.from_stage in before for step in self.funnel):
            return STAGES
        rest = [stage for stage in STAGES if stage not in before and stage != "activation"]
        return (*before, "activation", *rest)

    def gaps(self) -> list[str]:
        """Return the stages that have no touchpoint, in their order."""
        return [stage for stage in STAGES if not self.touchpoints(stage)]

    def table(self, section: str) -> pd.DataFrame:
        """Return a section that is a list as a table, one row an item, with the columns of its fields.

        Parameters
        ----------
        section : str
            ``"products"``, ``"journey"``, ``"funnel"`` or ``"kpis"``.

        Raises
        ------
        ValueError
            When the blueprint has no such section; the nearest one is offered.

        Examples
        --------
        >>> blueprint = Blueprint(name="Q", products=[Product(id="a", name="A", kind="core", price=9)])
        >>> blueprint.table("products")[["id", "kind", "price"]]
          id  kind  price
        0  a  core    9.0
        """
        import pandas as pd

        one_of(section, _TABLES, "section")
        rows = [item.model_dump() for item in getattr(self, section)]
        return pd.DataFrame(rows, columns=list(_TABLES[section].model_fields))

    def checked(self) -> Self:
        """Return a copy that is sure to be valid: lists and dicts changed in place are checked here at last.

        Raises
        ------
        BlueprintError
            When it was changed into something that is not a blueprint; it lists every problem.

        Examples
        --------
        >>> blueprint = Blueprint.from_yaml("name: Quillwork")
        >>> blueprint.checked() == blueprint
        True
        """
        data = lean(self)
        found = references.check(data)
        try:
            copy = type(self).model_validate(data, context={"references_checked": True})
        except ValidationError as error:
            found = [*from_pydantic(error, type(self)), *found]
        if found:
            raise BlueprintError(Problem(field_path(at, data), message) for at, message in found) from None
        return copy
