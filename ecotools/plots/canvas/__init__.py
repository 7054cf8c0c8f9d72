"""What all figures share: colours and fonts, room on the page, words beside marks, descriptions, bytes and HTML.

- What comes in: ``inputs``, ``kpi_values``, ``flow_rows``.
- On the page: ``style``, ``fonts``, ``text``, ``formats``, ``layout``, ``labels``, ``boxes``, ``tables``.
- What goes out: ``descriptions``, ``render``, ``notebook``.
"""
