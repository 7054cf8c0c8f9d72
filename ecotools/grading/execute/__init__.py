"""Run a hand-in's cells: one pure function, from a sanitised notebook to an executed one and a report.

In the order of reading: ``job`` (what goes in and what comes out), ``conduct`` (the run, cell by cell),
``twins`` (tests that must fail), ``outputs`` (messages become outputs). Two implementations carry it out:
``forked`` (Linux: a fork of the ``warm`` process that a ``keeper`` holds in a ``sandbox``, behind
``namespaces``, talking ``frames`` with the ``inside``) and ``kernel`` (any system: a plain ipykernel).
"""
