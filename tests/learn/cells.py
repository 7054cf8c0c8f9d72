"""A notebook without a kernel: cells that share a namespace, each with a file of its own as in IPython."""

import contextlib
import io
import linecache

from ecotools.learn.outcomes import NotRight


class Cells:
    """Runs cells one after the other; `run` returns what is printed, or the text of the check that failed."""

    def __init__(self):
        self.space = {"__name__": "__main__"}
        self.count = 0
        self.error = None
        self.run("from ecotools.learn import check")

    def run(self, source: str) -> str:
        self.count += 1
        file = f"<cell {self.count} of {id(self)}>"
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        self.error = None
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            try:
                exec(compile(source, file, "exec"), self.space)
            except NotRight as error:
                self.error = error
                return str(error)
        return printed.getvalue()

    def check(self, answer: str, body: str, names: str = '"answer"', points: int | None = 4) -> str:
        """Run an answer cell and then a check cell with ``body``."""
        self.run(answer)
        lines = "\n".join(f"    {line}" for line in body.splitlines())
        return self.run(f'with check("02-q1", {names}, points={points}) as expect:\n{lines}')
