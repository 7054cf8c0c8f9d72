"""What happened on which day: releases, events, surveys, changes and reviews."""

from typing import Literal

from ecotools.blueprint.community import Cadence
from ecotools.blueprint.dates import Day
from ecotools.blueprint.fields import Count, Section, Slug, Text, Yes


class Release(Section):
    """New content."""

    date: Day
    """Day it was released."""
    product: Slug | None = None
    """Id of the product it belongs to."""
    what: Text | None = None
    """What it was."""


class Event(Section):
    """Something that members could attend."""

    date: Day
    """Day it took place."""
    kind: Literal["office_hours", "workshop", "q_and_a", "challenge", "meetup", "talk", "other"] | None = None
    """What it was."""
    live: Yes | None = None
    """Whether members met at the same time."""
    recorded: Yes | None = None
    """Whether it can be watched later."""
    what: Text | None = None
    """What it was about."""


class Survey(Section):
    """A time when people were asked."""

    date: Day
    """Day they were asked."""
    product: Slug | None = None
    """Id of the product whose customers were asked."""
    what: Text | None = None
    """What they were asked."""
    answers: Count | None = None
    """Answers that came."""


class Change(Section):
    """Something that was changed because somebody said so."""

    date: Day
    """Day of the change."""
    what: Text
    """What was changed."""
    source: Literal["survey", "interview", "support", "metrics", "idea"] | None = None
    """Where the reason came from."""


class Review(Section):
    """A fixed time at which the business is looked at."""

    cadence: Cadence
    """How often."""
    what: Text | None = None
    """What is looked at."""


class Calendar(Section):
    """What happened on which day. An empty list says that nothing of the kind did."""

    releases: list[Release] | None = None
    """New content."""
    events: list[Event] | None = None
    """What members could attend."""
    surveys: list[Survey] | None = None
    """When people were asked."""
    changes: list[Change] | None = None
    """What was changed, and why."""
    reviews: list[Review] | None = None
    """When the business is looked at."""
