"""Written answers, for the person who marks them.

Read in this order: ``tasks`` (what a written task asks for: its rubric, its model answer), ``right_numbers``
(what the reference solution gives for one learner's variant), ``readings`` (what that runs in place of the
course's own `reading`), ``similar_answers`` (answers that are nearly the same), ``queue`` (which answer waits
next). Nothing of this is in what a student gets: it is read from the instructor's own files when a page is
opened.
"""
