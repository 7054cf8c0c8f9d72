"""From a folder that was handed in to a line in the gradebook, in small steps, each of them one module.

In the order of reading: ``snapshot`` (what the gradebook says of the assignment), ``handin`` (what was handed
in), ``sanitise`` (put right what was changed), ``reach`` (what its code reaches for), ``work`` (execute and
``score``), ``tasks`` (what there is to do, and what still holds), ``journal`` (remember it before anything
else is written), ``folders``, ``rows`` and ``save`` (leave what nbgrader would have left), ``schedule`` (many
at a time), ``lock`` (one run at a time).
"""

import ecotools.quicker  # noqa: F401 - before anything that imports nbformat
