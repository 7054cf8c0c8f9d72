"""What happened in an ecosystem: tidy tables, their schemas, files and importers."""

from ecotools.ledger.checks import problems, validate
from ecotools.ledger.files import read_ledger, write_ledger
from ecotools.ledger.generic_import import import_files, import_table
from ecotools.ledger.gumroad import import_gumroad
from ecotools.ledger.import_result import Imported
from ecotools.ledger.mapping import Mapping, read_mapping
from ecotools.ledger.problems import ColumnProblem, LedgerError
from ecotools.ledger.schema import ACTIONS, ENDINGS, KINDS, SCHEMAS, STAGES, describe, empty_table
from ecotools.ledger.stripe import import_stripe
from ecotools.ledger.tables import Ledger, empty_ledger
from ecotools.ledger.update import update_ledger
from ecotools.observation import observed

__all__ = [
    "ACTIONS",
    "ENDINGS",
    "KINDS",
    "SCHEMAS",
    "STAGES",
    "ColumnProblem",
    "Imported",
    "Ledger",
    "LedgerError",
    "Mapping",
    "describe",
    "empty_ledger",
    "empty_table",
    "import_files",
    "import_gumroad",
    "import_stripe",
    "import_table",
    "observed",
    "problems",
    "read_ledger",
    "read_mapping",
    "update_ledger",
    "validate",
    "write_ledger",
]
