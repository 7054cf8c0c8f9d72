"""Let nbformat be imported without a grammar of web addresses that takes over a second to build.

jsonschema, which nbformat asks whether a notebook is one, imports it where it is installed, for a format that
no notebook uses. Import this module before nbformat.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # jsonschema takes it as not installed
