"""The five documents that the course is built on: what each is, its sections, and where they are taught.

Lessons, claims and rules name the documents as `table` does. `references` reads what a lesson takes from
them, and `coverage` where each section is taught.

>>> from ecotools.sources.table import named
>>> named("ecosystem guide").section(12).title
'Case study: a copywriter with one bootcamp'
"""

from .table import at, places

__all__ = ["at", "places"]
__dir__ = __all__.copy
