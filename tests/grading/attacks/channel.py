"""Attacks on the line between the process that runs a hand-in and the grader."""

from .attack import ZERO_REPORTED, Hostile, attack


@attack(
    "Writes nonsense to the grader",
    "not tried",
    ZERO_REPORTED,
    how="what is no message ends the process",
)
def nonsense(hostile: Hostile) -> None:
    hostile.first("""
channel = getattr(get_ipython().kernel.session, "channel", None)
if channel:
    channel.socket.sendall(b"\\xff" * 100)""")


@attack(
    "Sends messages without their form", "not tried", ZERO_REPORTED, how="what is no message ends the process"
)
def malformed(hostile: Hostile) -> None:
    hostile.answer("""
kernel = get_ipython().kernel
def share(part, whole):
    for content in ({"data": "x"}, {"data": {"text/plain": ["2"]}, "metadata": 3}, {}):
        kernel.session.send(kernel.iopub_socket, "execute_result", content, parent=kernel.get_parent("shell"))
    kernel.session.send(kernel.iopub_socket, "stream", {"name": 5, "text": {"a": 1}},
                        parent=kernel.get_parent("shell"))
    return 0""")


@attack("Announces a message of 4 GB", "not tried", ZERO_REPORTED, how="messages have a size")
def announces_much(hostile: Hostile) -> None:
    hostile.first("""
channel = getattr(get_ipython().kernel.session, "channel", None)
if channel:
    channel.socket.sendall(b"\\xff\\xff\\xff\\xfe{")""")


@attack(
    "Replies to the grader before the test has failed", "not tried", ZERO_REPORTED, how="two replies end it"
)
def replies_early(hostile: Hostile) -> None:
    hostile.answer("""
def share(part, whole):
    kernel = get_ipython().kernel
    kernel.session.send(None, "execute_reply", {"status": "ok", "execution_count": 9},
                        parent=kernel.get_parent("shell"))
    return 0""")


@attack(
    "Answers the grader itself from then on",
    "not tried",
    ZERO_REPORTED,
    how="it can lie about its answers only, and gets no test to pass",
)
def takes_over(hostile: Hostile) -> None:
    hostile.answer("""
channel = getattr(get_ipython().kernel.session, "channel", None)
asked = get_ipython().kernel.get_parent("shell")["header"]["msg_id"]
while channel:
    channel.write({"kind": "execute_reply", "of": asked, "content": {"status": "ok", "execution_count": 1}})
    channel.write({"kind": "done", "of": asked})
    request = channel.read(None)
    while request["do"] != "run":
        channel.write({"kind": "exchange", "message": {"do": "returned", "names": {}, "hidden": False}})
        request = channel.read(None)
    asked = request["id"]""")
