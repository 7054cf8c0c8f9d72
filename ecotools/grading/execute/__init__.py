"""Run a hand-in's cells, and the tests for them: from a sanitised notebook to an executed one and a report.

In the order of reading: ``job`` (what goes in and what comes out), ``conduct`` (the run, cell by cell),
``judging`` (the tests, in a process of their own), ``outputs`` (messages become outputs). There are two
``ways``: ``forked`` (Linux: forks of the ``warm`` process that a ``keeper`` holds in a ``sandbox``, behind
``namespaces``, talking ``frames`` with the ``inside``) and ``kernel`` (any system: plain ipykernels).
"""
