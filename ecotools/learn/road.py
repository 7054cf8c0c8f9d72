"""The modules of the course, for a picture of the whole road: also where only one notebook is at hand."""

import pandas as pd


def modules() -> pd.DataFrame:
    """Return the modules of the course in order: one row each, with its number, title and question.

    Examples
    --------
    >>> modules()["title"].tolist()[:2]
    ['Start here', 'Ecosystems']
    """
    from ecotools.data import path  # loads blueprints, which a notebook of checks does without

    return pd.read_csv(path("modules.csv"), dtype=str)
