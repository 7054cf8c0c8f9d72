"""The ecosystem map: what there is, and how data, revenue and users flow between."""

from typing import Literal

from pydantic import Field

from ecotools.blueprint.fields import Section, Slug, Text

NodeKind = Literal["feature", "integration", "community_asset", "data_flow", "revenue_channel"]
Flow = Literal["data", "revenue", "user"]


class Node(Section):
    """One thing on the map."""

    id: Slug
    """How edges and loops refer to it."""
    kind: NodeKind
    """Which of the five kinds it is."""
    name: Text | None = None
    """What a reader sees. Default: the id."""
    kpi: Slug | None = None
    """Id of the KPI that shows what it does for the ecosystem."""


class Edge(Section):
    """A flow from one node to another, in that direction.

    In YAML the ends are ``from`` and ``to``; code writes ``from_node`` and ``to_node``.

    >>> Edge(from_node="api", to_node="usage_data", type="data").type
    'data'
    """

    from_node: Slug = Field(alias="from")
    """Id of the node it leaves."""
    to_node: Slug = Field(alias="to")
    """Id of the node it reaches."""
    type: Flow | None = None
    """What flows."""
    what: Text | None = None
    """What flows, in words."""


class Loop(Section):
    """A circle of nodes that feeds itself."""

    id: Slug
    """How one refers to it."""
    nodes: list[Slug] | None = None
    """Ids of its nodes in order; the last leads to the first."""
    kpi: Slug | None = None
    """Id of the KPI that shows whether it turns."""


class EcosystemMap(Section):
    """Nodes of five kinds, and the flows between them."""

    nodes: list[Node] | None = None
    """What there is."""
    none: list[NodeKind] | None = None
    """Kinds of node of which there is none, on purpose."""
    edges: list[Edge] | None = None
    """What flows from where to where."""
    loops: list[Loop] | None = None
    """The circles that are meant to feed themselves."""
