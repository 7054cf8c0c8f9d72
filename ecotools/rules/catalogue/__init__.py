"""All rules: a folder per category, in it a module per idea; see `ecotools.rules` for how to write one.

A folder has the name of its category, as ``--select`` takes it. Its ``__init__.py`` makes the `Category` and
says first which three letters the ids of its rules begin with. Most are short for the name; `partners` has
ECO (ecosystem), `policy` REF (refunds), `software` SAS (software as a service).
"""
