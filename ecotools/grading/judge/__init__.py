"""The judge: tests run in one process, the answers they test in another, and only plain values cross.

In the order of reading: ``names`` and ``plan`` (what the judge runs of the instructor's notebook, and what it
asks of a hand-in), ``exchange`` (calls over a wire, one at a time), ``answers`` (the end in the hand-in's
process), ``stand_ins`` and ``bench`` (the end in the judge's), ``kernel_exchange`` (both ends in plain
kernels).
"""
