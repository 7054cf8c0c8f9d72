"""What happened in an ecosystem: tidy tables, their schemas, files and importers."""

from ecotools.ledger.checks import problems
from ecotools.ledger.files import read_ledger, write_ledger
from ecotools.ledger.generic_import import import_files, import_table
from ecotools.ledger.gumroad import import_gumroad
from ecotools.ledger.import_result import Imported
from ecotools.ledger.mapping import Mapping
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.schema import SCHEMAS, STAGES, describe
from ecotools.ledger.stripe import import_stripe
from ecotools.ledger.tables import Ledger, empty_ledger
from ecotools.ledger.update import update_ledger
from ecotools.observation import observed

__all__ = [
    "SCHEMAS",
    "STAGES",
    "Imported",
    "Ledger",
    "LedgerError",
    "Mapping",
    "describe",
    "empty_ledger",
    "import_files",
    "import_gumroad",
    "import_stripe",
    "import_table",
    "observed",
    "problems",
    "read_ledger",
    "update_ledger",
    "write_ledger",
]
__dir__ = __all__.copy
