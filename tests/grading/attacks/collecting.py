"""Attacks on collecting: zips that a student uploads. Each function returns the bytes of one."""

from ..collect.making import link, notebook, zipped
from .attack import NOT_COLLECTED, attack

HOW = "the file is named and refused; the rest of the class is collected"
STOCK = "skipped in silence"
NOTEBOOK = "ada_02-journey-mapping.ipynb"


@attack("Uploads a zip with a path that leaves the folder", STOCK, NOT_COLLECTED, how=HOW)
def leaves_the_folder(_) -> bytes:
    return zipped({NOTEBOOK: notebook(), "../../../evil.txt": b"x"})


@attack("Uploads a zip with an absolute path", STOCK, NOT_COLLECTED, how=HOW)
def absolute_path(_) -> bytes:
    return zipped({NOTEBOOK: notebook(), "/etc/evil.txt": b"x"})


@attack("Uploads a zip with a link in it", "not tried", NOT_COLLECTED, how=HOW)
def link_in_zip(_) -> bytes:
    return zipped({NOTEBOOK: b"/etc/passwd"}, **link())


@attack("Uploads a bomb: little that unpacks to much", "**unpacked: no cap**", NOT_COLLECTED, how=HOW)
def bomb(_) -> bytes:
    return zipped({NOTEBOOK: notebook(), "evil.csv": bytes(200 * 2**20)})
