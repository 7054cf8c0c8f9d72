"""What an instructor needs: release an assignment, prove its checks, grade a class.

Read in this order: ``assignment`` (a source notebook taken apart), ``leaks`` and ``release`` (the students'
version), ``probes``, ``trial``, ``forks``, ``mutants`` and ``proof`` (do the checks accept what is right and
refuse what is wrong?), ``course``, ``grade``, ``status`` and ``report`` (a class), ``demo`` (all of it).

Only the command line and instructors import this package; a student's notebook needs ``ecotools.learn``.
"""
