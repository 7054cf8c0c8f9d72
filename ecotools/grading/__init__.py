"""What an instructor needs: release an assignment, prove its checks, grade a class.

Read in this order: ``course`` (where things lie), ``assignment`` and ``structure`` (a source notebook
taken apart, and what is wrong with it), ``leaks`` and ``release`` (the students' version), ``probes``,
``mutations``, ``mutants``, ``forks``, ``trial``, ``prover`` and ``proof`` (do the checks accept what is
right and refuse what is wrong?), ``collect`` (hand-ins brought here), ``grade``, ``quiet``, ``results``, ``status`` and ``report`` (a class),
``pretend`` and ``demo`` (a class that never was, and the whole loop with it).

Only the command line and instructors import this package; a student's notebook needs ``ecotools.learn``.
"""
