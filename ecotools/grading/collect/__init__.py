"""Hand-ins from a folder, a zip or an LMS download, brought to where they are graded.

Read in this order: ``names`` (what may be written, and under which id), ``archives`` (a source read without
trusting it), ``forms`` (how nbgrader, Moodle and Canvas name things), ``titles`` (names without what copies
add), ``instants`` (times with their zones), ``recognition`` (which assignment a notebook is), ``groups``
(whose is what), ``numbers`` and ``owners`` (who of the class that is), ``stated_times`` (when, by a table
beside it), ``copies`` and ``choice`` (which of several copies counts), ``plan`` (what was understood) and
``collect`` (writing it).

What is trusted, and what is not: the outermost layer comes from the instructor or the LMS, so it says who
handed in and when. Everything a student packed says only what was handed in, never who or when; and nothing
in it is written before its name, its kind and its size have been judged.
"""
