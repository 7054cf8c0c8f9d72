"""What the columns of a list of people are called, by system and language.

Moodle's are in the language of whoever downloads: English, German, French and Spanish are known, as its
language packs have them (``moodle.php`` and ``assign.php``). Canvas writes its own in English everywhere. For
any other language the instructor says which column is what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ecotools.grading.roster.people import COLUMNS, RosterError

# In small letters.
_CALLED: Mapping[str, tuple[str, ...]] = {
    "first": ("first name", "firstname", "given name", "vorname", "prénom", "nombre", "nombre(s)"),
    "last": (
        "last name", "lastname", "surname", "family name", "nachname", "familienname", "nom de famille",
        "nom", "apellido(s)", "apellidos", "apellido",
    ),
    "name": (
        "name", "full name", "fullname", "student", "student name", "vollständiger name", "nom complet",
        "nombre completo", "nombre completo del usuario",
    ),
    "email": (
        "email", "e-mail", "email address", "e-mail address", "mail", "e-mail-adresse", "mailadresse",
        "adresse de courriel", "adresse courriel", "adresse e-mail", "courriel", "dirección de correo",
        "dirección email", "dirección de correo electrónico", "correo electrónico", "correo",
    ),
    "username": (
        "username", "user name", "login", "anmeldename", "benutzername", "nom d'utilisateur",
        "nom d’utilisateur", "nombre de usuario", "usuario",
    ),
    "idnumber": (
        "id number", "idnumber", "student id", "student number", "id", "id-nummer", "matrikelnummer",
        "numéro d'identification", "numéro d’identification", "numéro d'étudiant", "numéro d’étudiant",
        "número de id", "número de identificación",
    ),
    "sis_user_id": ("sis user id",),
    "sis_login_id": ("sis login id",),
    "section": ("section",),
    "github": ("github_username", "github username", "github"),
    "identifier": ("identifier",),
}  # fmt: skip
_FIELD = {text: name for name, texts in _CALLED.items() for text in texts}
FIELDS = ("student", *_CALLED, "id")
# A grading worksheet's first column in other languages, and what stands before the number in it.
_IDENTIFIERS = {"id", "identifiant", "identificador"}
_PARTICIPANT = re.compile(r"(teilnehmer|participant)\D*\d+", re.IGNORECASE)


def small(text: str) -> str:
    """Return a heading as it is compared."""
    return " ".join(text.split()).casefold()


def told(texts: Iterable[str]) -> dict[str, str]:
    """Return which heading stands for what, by the heading, as an instructor says it.

    Raises
    ------
    RosterError
        When a text is not of the form FIELD=HEADING, or there is no such field.

    >>> told(["email=Correo UNAM"])
    {'correo unam': 'email'}
    """
    found = {}
    for text in texts:
        name, equals, heading = text.partition("=")
        if not equals or name.strip() not in FIELDS or not heading.strip():
            raise RosterError(
                f"{text!r}: expected FIELD=HEADING, such as email=Correo; a field is {', '.join(FIELDS)}"
            )
        found[small(heading)] = name.strip()
    return found


def fields_of(
    header: Sequence[str], cells: Iterable[Sequence[str]], said: Mapping[str, str]
) -> list[str | None]:
    """Return what each column of a list holds, None for what no roster keeps.

    Parameters
    ----------
    header, cells : the first row, and the others.
    said : what the instructor says of headings, as of `told`; it comes before what is known.
    """
    if not said and is_roster(header):
        return list(header)
    found = [said.get(small(text)) or _FIELD.get(small(text)) for text in header]
    if is_canvas(header):
        found = ["id" if text == "ID" else name for text, name in zip(header, found, strict=True)]
    elif header and small(header[0]) in _IDENTIFIERS - said.keys() and _are_participants(cells):
        found[0] = "identifier"
    given = set(said.values())
    return [
        None if name in given and small(text) not in said else name
        for text, name in zip(header, found, strict=True)
    ]


def is_roster(header: Sequence[str]) -> bool:
    """Return whether a list has the columns of a roster of a course."""
    return "student" in header and set(header) <= set(COLUMNS)


def is_canvas(header: Sequence[str]) -> bool:
    """Return whether a list has the columns of a gradebook of Canvas's."""
    return len(header) > 2 and "Section" in header and header[0] in ("Student", "LastName")


def _are_participants(cells: Iterable[Sequence[str]]) -> bool:
    """Return whether the first cells are Moodle's identifiers, as in "Teilnehmer/in 12345"."""
    first = [row[0] for row in cells if row and row[0].strip()]
    return bool(first) and all(_PARTICIPANT.fullmatch(text.strip()) for text in first)
