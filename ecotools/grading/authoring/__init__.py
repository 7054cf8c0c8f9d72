"""What whoever writes an assignment needs: is it well built, what do students get, are its checks fair?

Read in this order: ``structure`` (what is wrong with a source notebook), ``tasks`` and ``literals`` (a
task as it is described), ``expand`` and ``preprocess`` (its checks written out), ``leaks`` and
``release`` (the students' version), ``probes`` (answers whose verdict is known), ``trial`` and ``forks``
(answers tried without a kernel), ``own_process`` (where that happens), ``mutations``, ``mutants`` and
``argument_slips`` (the solution made slightly wrong), ``soundness`` (checks that say the same alone, twice
and for every student), ``prover`` and ``proof`` (all of it for one assignment), ``proof_status`` (whether it
is, before students get it), ``lesson_proof`` (the tries of a lesson). ``pattern`` holds the form of an
assignment, and ``new_module`` makes one to start from.
"""

import ecotools.fast_imports  # noqa: F401 - before anything that imports nbformat
