"""Stands in for executing hand-ins: each is graded at once, in this process, and gets all points."""

import json
from concurrent.futures import Executor, Future
from contextlib import contextmanager

from ecotools.grading import notes
from ecotools.grading.pipeline.schedule import Pool
from ecotools.grading.pipeline.score import Scored
from ecotools.grading.pipeline.worker import Done, work


class Instant(Executor):
    """An executor of `concurrent.futures`; ``graded`` holds whose hand-ins came to it, in order.

    ``notebooks`` holds which notebooks of theirs. ``shown`` is how many characters of output each executed
    notebook holds.
    """

    def __init__(self, shown=0):
        self.graded, self.notebooks, self.shown = [], [], shown

    def submit(self, function, *given):
        if function is not work:  # the reference solution is executed
            return _done_already(function(*given))
        (task,) = given
        self.graded.append(task.handin.student)
        self.notebooks.append([notebook.name for notebook in task.source])
        return _done_already(_done(task, self.shown))

    @contextmanager
    def pool(self, jobs=0, scheduler="", warm=None):
        """Take the place of `schedule.pool`."""
        yield Pool(lambda broken=None: self, 4)


def _done_already(result):
    future = Future()
    future.set_result(result)
    return future


def _noted(task, name):
    said = task.made_from[name]
    return {"made_from": said["parts"], "environment": said["environment"]}


def _done(task, shown):
    done = Done(task.handin.student, repairs=list(task.handin.left_out))
    for notebook in task.source:
        cell = {"cell_type": "raw", "id": "a", "metadata": {}, "source": "x" * shown}
        content = {
            "cells": [cell],
            "metadata": {notes.KEY: {"hash": task.digests[notebook.name], **_noted(task, notebook.name)}},
            "nbformat": 4,
        }
        done.notebooks[notebook.name] = json.dumps(content | {"nbformat_minor": 5})
        done.scored[notebook.name] = Scored({cell.name: cell.points for cell in notebook.cells if cell.test})
    return done
