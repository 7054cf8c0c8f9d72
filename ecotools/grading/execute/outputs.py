"""What a kernel says becomes outputs of a cell: nbclient's own rules, with a cap on how much is kept."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

from jupyter_client.session import Session
from nbclient import NotebookClient
from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_output

from ecotools.grading.execute.frames import untrusted

_SHOWN = {"stream", "display_data", "execute_result", "error", "update_display_data", "clear_output"}
_COMMS = {"comm_open", "comm_msg", "comm_close"}
_DEEPEST = 50  # lists within lists in a message; what reads notebooks later goes down by recursion
_NOTEBOOK = 16  # cells' worth of output that a notebook keeps
_CUT = "\n… output cut …\n"


class Outputs:
    """Gathers the outputs of the cells of ``notebook``, one cell after the other, in the notebook itself."""

    def __init__(self, notebook: NotebookNode) -> None:
        self.notebook = notebook
        self._client = NotebookClient(notebook)
        # What an Output widget would send back to its kernel; no cell waits for it.
        unheard = SimpleNamespace(send=lambda message: None)
        self._client.kc = SimpleNamespace(session=_SESSION, shell_channel=unheard)
        self._place, self._request = 0, ""
        self._kept = self._kept_in_all = 0
        self._after_cut = False  # whether an error was kept after the cut
        self.results = 0  # how many values of expressions came
        self.cut = False  # whether some of it was dropped
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None

    def begin(self, place: int, request: str) -> None:
        """Take what comes from now on as the outputs of the cell at ``place``, asked for by ``request``."""
        self._place, self._request = place, request
        self._client.clear_before_next_output = False
        self._client.clear_display_id_mapping(place)
        self._client.output_hook_stack.clear()
        self.notebook.cells[place].outputs = []
        self._kept, self._after_cut = 0, False
        self.results, self.cut = 0, False

    def take(self, kind: str, content: dict[str, Any], buffers: list[bytes], most: int) -> int:
        """Take one message, if a cell has kept no more than ``most`` bytes; return how long it is.

        Raises
        ------
        BrokenChannel
            When the message has not the form that its kind asks for.
        """
        with untrusted(f"message {kind!r}"):
            content, size = _writable(content)
            size += sum(len(buffer) for buffer in buffers)
            if kind in _SHOWN | _COMMS and self._fits(kind, size, most):
                _insist_on_form(kind, content)
                self._process(kind, content, buffers)
            return size

    def end(self) -> None:
        """Say in the cell that something of its output was dropped."""
        if self.cut:
            outputs = self.notebook.cells[self._place].outputs
            outputs.append(new_output("stream", name="stdout", text=_CUT))
            _join_last(outputs)

    def finish(self) -> None:
        """Write the state of the widgets that were made into the notebook's metadata."""
        self._client.set_widgets_metadata()

    def _fits(self, kind: str, size: int, most: int) -> bool:
        """Count a message in; return whether it is kept, as the first error after the cut is, if short."""
        if kind == "clear_output":
            self._kept, self.cut, self._after_cut = 0, False, False
            return True
        # What is shown in place of something else adds nothing to the cell.
        kept = self._kept + (size if kind != "update_display_data" else 0)
        if not self.cut and max(kept, size) <= most and self._kept_in_all + size <= _NOTEBOOK * most:
            self._kept, self._kept_in_all = kept, self._kept_in_all + size
            return True
        self.cut = True
        last_word = kind == "error" and not self._after_cut and size < 2**17
        self._after_cut |= last_word
        return last_word

    def _process(self, kind: str, content: dict[str, Any], buffers: list[bytes]) -> None:
        self.results += kind == "execute_result"
        cell = self.notebook.cells[self._place]
        message = {
            "msg_type": kind,
            "header": {"msg_type": kind},
            "parent_header": {"msg_id": self._request},
            "metadata": {},
            "content": from_dict(content),
            "buffers": buffers,
        }
        self._client.process_message(message, cell, self._place)
        _join_last(cell.outputs)


_SESSION = Session(key=b"")


def _writable(content: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """Return ``content`` without halves of characters, which no file can hold, and its length as JSON."""
    text = json.dumps(content, default=str, ensure_ascii=False)
    try:
        return content, len(text.encode())
    except UnicodeEncodeError:
        data = text.encode("utf-8", "replace")
        return json.loads(data), len(data)


def _insist_on_form(kind: str, content: dict[str, Any]) -> None:
    """Raise when a message would leave a notebook that cannot be written or shown."""
    if _too_deep(content, _DEEPEST):
        raise ValueError(f"lists within lists, more than {_DEEPEST} deep")
    if kind == "stream":
        sound = content["name"] in {"stdout", "stderr"} and isinstance(content["text"], str)
    elif kind == "error":
        texts = [content["ename"], content["evalue"], *content["traceback"]]
        sound = isinstance(content["traceback"], list) and all(isinstance(text, str) for text in texts)
    elif kind in _COMMS:
        sound = isinstance(content["comm_id"], str)
    elif kind == "clear_output":
        sound = True
    else:
        sound = all(_sound_data(*entry) for entry in content["data"].items())
        sound = sound and isinstance(content.get("metadata", {}), dict)
        sound = sound and isinstance(content.get("execution_count"), int | None)
    if not sound:
        raise ValueError("values of other types than it has")


def _sound_data(mime: str, value: Any) -> bool:
    """Return whether ``value`` may be shown as ``mime``: text, or data where the type is JSON."""
    return isinstance(value, str) or mime == "application/json" or mime.endswith("+json")


def _too_deep(value: Any, left: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return left == 0 or any(_too_deep(one, left - 1) for one in inner)


def _join_last(outputs: list[Any]) -> None:
    """Make one output of two pieces of the same stream that follow each other."""
    last = outputs[-2:]
    if len(last) == 2 and all(o.output_type == "stream" for o in last) and last[0].name == last[1].name:
        last[0].text += last[1].text
        outputs.pop()
