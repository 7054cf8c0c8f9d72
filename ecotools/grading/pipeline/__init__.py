"""From a folder that was handed in to a line in the gradebook, in small steps, each of them one module.

In the order of reading: ``snapshot`` (what the gradebook says of the assignment), ``handin`` and
``choose_notebooks`` (what was handed in, and which of its notebooks are graded), ``sanitise`` (repair what
was changed) with ``setup_cells`` and ``new_cells``, ``suspicious_names`` (what its code uses that no answer
needs), ``worker`` (execute and ``score``), ``tasks``, ``result_inputs``, ``versions``, ``fingerprint`` and
``in_place_tests`` (what there is to do, what a result is made from, and which tests cannot be judged), with
``caches`` (what was found out once is not looked for again), ``answers`` and ``manual_marks`` (for which
answer a person gave a mark, and whether it counts for this one), ``journal`` (one run at a time, remembered
before anything else is written), ``folders``, ``rows`` and ``gradebook_writer`` (leave what nbgrader would
have left), ``schedule`` (many at a time) and ``interrupt`` (Ctrl-C ends it).
"""

import ecotools.fast_imports  # noqa: F401 - before anything that imports nbformat
