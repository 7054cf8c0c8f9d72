"""What all figures share: what comes in, what is on the page, and what goes out.

- What comes in: ``inputs``, ``kpi_values``, ``flow_rows``.
- On the page: ``style``, ``fonts``, ``text``, ``formats``, ``layout``, ``labels``, ``boxes``, ``tables``.
- What goes out: ``descriptions``, ``render``, ``notebook``.
"""
