"""Run a hand-in's cells, and the tests for them: from a sanitised notebook to an executed one and a report.

In the order of reading: ``job`` (what goes in and what comes out), ``run_cells`` (the run, cell by cell),
``judge_process`` (the tests, in a process of their own), ``cell_run`` and ``outputs`` (what is known of a
cell, and its messages as outputs), ``cpu_clock`` and ``limits`` (what a cell may use). There are two
``ways``: ``forks`` (Linux: forks of the ``warm_process`` process in a ``sandbox``, behind ``namespaces``,
asked for by the ``warm_client``, talking ``frames`` with the ``fork_kernel``) and ``kernel`` (any system:
plain ipykernels).
"""
