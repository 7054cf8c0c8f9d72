"""Who bought: one customer for the ids and e-mail addresses that belong together."""

import pandas as pd

from ecotools.ledger.sheets import Sheet


class People:
    """The customers of all sheets of an import; call it with a sheet for the customer of each line.

    With ``by="id"`` a customer goes by the shop's id, and a guest by the id that has the same e-mail address,
    if there is only one, or by the address. With ``by="email"`` all go by the address where there is one, so
    that a person is one customer in every shop; an id with several addresses goes by the first of them in
    the alphabet.
    """

    def __init__(self, sheets: list[Sheet], by: str = "id"):
        self.by = by
        pairs = [
            pd.DataFrame({"id": sheet.rows["customer"], "email": sheet.rows["email"].str.lower()})[
                sheet.alive
            ]
            for sheet in sheets
            if "customer" in sheet.rows
        ]
        both = pd.concat(pairs) if pairs else pd.DataFrame({"id": [], "email": []}, dtype="str")
        both = both[(both["id"] != "") & (both["email"] != "")].drop_duplicates()
        single = both.drop_duplicates("email", keep=False)
        self._id_of = dict(zip(single["email"], single["id"], strict=True))
        first = both.sort_values("email").drop_duplicates("id")
        self._email_of = dict(zip(first["id"], first["email"], strict=True))

    def __call__(self, sheet: Sheet) -> pd.Series:
        ids, emails = sheet.rows["customer"], sheet.rows["email"].str.lower()
        if self.by == "id":
            guests = emails.map(lambda email: self._id_of.get(email, email))
            return ids.where(ids != "", guests).astype("str")
        named = ids.map(lambda one: self._email_of.get(one, ""))
        named = named.where(named != "", emails)
        return named.where(named != "", ids).astype("str")
