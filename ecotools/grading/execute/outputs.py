"""What a kernel says becomes outputs of a cell: nbclient's own rules, with a cap on how much is kept."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

from jupyter_client.session import Session
from nbclient import NotebookClient
from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_output

_SHOWN = {"stream", "display_data", "execute_result", "error", "update_display_data", "clear_output"}
_COMMS = {"comm_open", "comm_msg", "comm_close"}


class Outputs:
    """Gathers the outputs of the cells of ``notebook``, one cell after the other, in the notebook itself."""

    def __init__(self, notebook: NotebookNode) -> None:
        self.notebook = notebook
        self._client = NotebookClient(notebook)
        # What an Output widget would send back to its kernel; no cell waits for it.
        unheard = SimpleNamespace(send=lambda message: None)
        self._client.kc = SimpleNamespace(session=Session(key=b""), shell_channel=unheard)
        self._place = 0
        self.taken = 0  # bytes that came of the cell
        self.results = 0  # how many values of expressions came
        self.cut = False  # whether some of it was dropped

    def begin(self, place: int) -> None:
        """Take what comes from now on as the outputs of the cell at ``place``."""
        self._place = place
        self._client.clear_before_next_output = False
        self._client.clear_display_id_mapping(place)
        self.notebook.cells[place].outputs = []
        self.taken, self.results, self.cut = 0, 0, False

    def take(self, kind: str, content: dict[str, Any], buffers: list[bytes], most: int) -> None:
        """Take one message; what comes after ``most`` bytes of a cell is counted and dropped.

        Raises
        ------
        ValueError
            When the message has not the form that its kind asks for.
        """
        if kind not in _SHOWN | _COMMS:
            return
        self.taken += (
            len(content.get("text", "")) if kind == "stream" else len(json.dumps(content, default=str))
        )
        if self.taken > most and kind not in {"error", "clear_output"}:
            self.cut = True
            return
        self.results += kind == "execute_result"
        cell = self.notebook.cells[self._place]
        message = {
            "msg_type": kind,
            "header": {"msg_type": kind},
            "parent_header": {},
            "metadata": {},
            "content": from_dict(content),
            "buffers": buffers,
        }
        try:
            self._client.process_message(message, cell, self._place)
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            raise ValueError(f"a message {kind!r} that has not its form: {error}") from error
        _join_last(cell.outputs)

    def end(self) -> None:
        """Say in the cell that something of its output was dropped."""
        if self.cut:
            outputs = self.notebook.cells[self._place].outputs
            outputs.append(new_output("stream", name="stdout", text="\n… output cut …\n"))
            _join_last(outputs)

    def finish(self) -> None:
        """Write the state of the widgets that were made into the notebook's metadata."""
        self._client.set_widgets_metadata()


def _join_last(outputs: list[Any]) -> None:
    """Make one output of two pieces of the same stream that follow each other."""
    last = outputs[-2:]
    if len(last) == 2 and all(o.output_type == "stream" for o in last) and last[0].name == last[1].name:
        last[0].text += last[1].text
        outputs.pop()
