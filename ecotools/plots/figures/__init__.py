"""The figures, each in the file of its name: `funnel` is in ``funnel.py``.

``lines_and_bars`` draws any table that has no figure of its own. A new figure gets a file here, its name in
`ecotools.plots`, and its tables in ``tests/plots/tables.py``; the tests of all figures then hold it.
"""
