"""What whoever writes an assignment needs: is it built rightly, what do students get, are its checks fair?

Read in this order: ``structure`` (what is wrong with a source notebook), ``leaks`` and ``release`` (the
students' version), ``probes`` (answers whose verdict is known), ``trial`` and ``forks`` (answers tried
without a kernel), ``mutations`` and ``mutants`` (the solution made slightly wrong), ``prover`` and ``proof``
(all of it for one assignment).
"""
