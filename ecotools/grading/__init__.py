"""What an instructor needs: release an assignment, prove its checks, collect and grade a class.

Read in this order.

- ``configuration``, ``course``, ``assignment``: what nbgrader is told, where things lie, a notebook taken
  apart. ``revision``, ``converter``: nbgrader's gradebook and release, made in this process.
- ``authoring``: the students' version, without leaks; whether the checks accept what is right and refuse what
  is wrong.
- ``collect``: hand-ins brought to where they are graded.
- ``execute``: one notebook run, isolated. ``outcomes``: what can come of a graded cell.
- ``pipeline``, then ``settings``, ``register``, ``quiet`` and ``grade``: from a folder that was handed in to
  a line in the gradebook. ``doctor``: what this machine can do of it.
- ``autograded``, ``marks``, ``results`` and ``status``: what was graded, as tables.
- ``report``, ``feedback``, ``roster`` and ``export``: for the instructor, for the student, for the platform;
  ``whole`` writes their files.
- ``pretend`` and ``demo``: a class that never was, and the whole loop with it.

Only the command line and instructors import this package; a student's notebook needs ``ecotools.learn``.
"""
