"""What an instructor needs: release an assignment, prove its checks, collect and grade a class.

Read in this order.

- ``course``, ``assignment``, ``settings``: where things are, a notebook taken apart, how grading is done.
- ``authoring``: the students' version, without leaks; whether the checks accept what is right and refuse what
  is wrong.
- ``roster``: who is in the class. ``collect``: hand-ins brought to where they are graded.
- ``execute``: one notebook run, isolated. ``judge``: its tests, in a process that the hand-in cannot reach.
- ``pipeline``, then ``grade``: from a folder that was handed in to a line in the gradebook. ``notes``: what
  is written into the executed notebook meanwhile. ``doctor``: what this machine can do of it.
- ``gradebook``: nbgrader's gradebook set up, and read as tables.
- ``essays``: written answers, for the person who marks them: rubric, right numbers, who is alike.
- ``formgrader``: nbgrader's own page and commands, led to the above.
- ``report``, ``feedback`` and ``export``: for the instructor, for the student, for the platform.
- ``term``: a term kept in one file, the next one begun, a person forgotten.
- ``demo``: a made-up class, and the whole loop with it.

Outcomes have their names in `ecotools.outcomes`; files are written by `ecotools.files`. Only the command line
and instructors import this package; a student's notebook needs ``ecotools.learn``.
"""
