"""Attacks on the machine: time, memory, processes, files, the network, the grader itself."""

from .attack import NO_EFFECT, NOT_TRIED, PUT_RIGHT, SUCCEEDED, ZERO, ZERO_REPORTED, Hostile, attack

OWN = "the process sees its own files, processes and network only"


@attack("Loops forever", "0 points after 30 s a cell", ZERO, how="processor time has a limit")
def loops(hostile: Hostile) -> None:
    hostile.answer("while True: pass")


@attack(
    "Loops forever and swallows interrupts", "0 points after 30 s a cell", ZERO, how="its process is ended"
)
def swallows_interrupts(hostile: Hostile) -> None:
    hostile.answer("while True:\n    try:\n        while True: pass\n    except BaseException: pass")


@attack("Sleeps forever", "not tried", ZERO, how="time has a limit too")
def sleeps(hostile: Hostile) -> None:
    hostile.answer("import time\ntime.sleep(10_000)")


@attack("Prints forever", "0 points; 2 MB of output are kept", ZERO, how="output has a limit")
def prints(hostile: Hostile) -> None:
    hostile.answer("while True: print('x' * 10_000)")


@attack("Prints half a character", "not tried", NO_EFFECT, how="it is replaced")
def prints_half_a_character(hostile: Hostile) -> None:
    hostile.first("print('\\ud800')")


@attack("Takes 8 GB of memory", "not tried; nothing stops it", ZERO, how="memory of a process has a limit")
def takes_memory(hostile: Hostile) -> None:
    hostile.first("held = bytearray(8 * 2**30)")


@attack(
    "Starts 1,000 processes",
    "not tried; nothing stops it",
    ZERO_REPORTED,
    NOT_TRIED,
    how="processes have a limit",
)
def starts_processes(hostile: Hostile) -> None:
    hostile.first("""
import os, time
for number in range(1000):
    if os.fork() == 0:
        time.sleep(600)
        os._exit(0)
print("REACHED")""")


@attack("Fills the disk", "not tried", NO_EFFECT, SUCCEEDED, how="its folders have a size")
def fills_disk(hostile: Hostile) -> None:
    hostile.first("""
for number in range(3):
    with open(f"big{number}", "wb") as file:
        file.write(bytes(48 * 2**20))
print("REACHED")""")


@attack(
    "Leaves a process behind", "**it lives on**", NO_EFFECT, SUCCEEDED, how="all its processes end with it"
)
def leaves_process(hostile: Hostile) -> None:
    hostile.first(f"""
import subprocess, sys
code = "import time; time.sleep(300)  # left behind in {hostile.course}"
subprocess.Popen([sys.executable, "-c", code], start_new_session=True)""")


@attack("`sys.exit()` in every answer", "0 points", ZERO, how="an answer that exits is an answer that fails")
def exits(hostile: Hostile) -> None:
    hostile.answer("import sys\nsys.exit()")


@attack(
    "`os._exit(0)` in an answer",
    "the hand-in is not graded",
    ZERO_REPORTED,
    how="the rest runs in a fresh process",
)
def exits_hard(hostile: Hostile) -> None:
    hostile.answer("import os\nos._exit(0)")


@attack(
    "`os._exit(0)` in the function under test",
    "the hand-in is not graded",
    ZERO_REPORTED,
    how="no reply, no points",
)
def exits_in_test(hostile: Hostile) -> None:
    hostile.answer("import os\ndef share(part, whole):\n    os._exit(0)")


@attack("Asks the shell to exit", "0 points or not graded, by chance", ZERO, how="no reply, no points")
def asks_to_exit(hostile: Hostile) -> None:
    hostile.answer("get_ipython().ask_exit()\nexit()")


@attack(
    "Crashes the interpreter",
    "not tried",
    ZERO_REPORTED,
    how="the rest runs in a fresh process",
)
def crashes(hostile: Hostile) -> None:
    hostile.answer("import ctypes\nctypes.string_at(0)")


def _opens(path: str) -> str:
    return f"print('REACHED', len(open({path!r}, 'rb').read()))"


@attack("Reads the gradebook", "**read**", ZERO_REPORTED, SUCCEEDED, how=OWN)
def reads_gradebook(hostile: Hostile) -> None:
    hostile.first(_opens(str(hostile.course / "gradebook.db")))


@attack("Reads the solutions", "**read**", NO_EFFECT, SUCCEEDED, how=OWN)
def reads_solutions(hostile: Hostile) -> None:
    hostile.first(_opens(str(hostile.course / "solutions" / "01-tiny" / "01-tiny.ipynb")))


@attack("Reads another student's hand-in", "**others' folders seen**", NO_EFFECT, SUCCEEDED, how=OWN)
def reads_others(hostile: Hostile) -> None:
    hostile.first(_opens(str(hostile.course / "submitted" / "right" / "01-tiny" / "01-tiny.ipynb")))


@attack("Writes into the gradebook", "**the grade is changed**", ZERO_REPORTED, SUCCEEDED, how=OWN)
def writes_gradebook(hostile: Hostile) -> None:
    hostile.first(f"""
with open({str(hostile.course / "gradebook.db")!r}, "r+b"):  # nothing is written: the class goes on
    print("REACHED")""")


@attack("Writes into another student's hand-in", "not tried", NO_EFFECT, SUCCEEDED, how=OWN)
def writes_others(hostile: Hostile) -> None:
    hostile.first(f"""
with open({str(hostile.course / "submitted" / "right" / "note.txt")!r}, "w") as file:
    file.write("I was here")
print("REACHED")""")


@attack("Writes to the temporary folder for others to find", "not tried", NO_EFFECT, SUCCEEDED, how=OWN)
def writes_to_tmp(hostile: Hostile) -> None:
    path = str(hostile.course.parent / "dead-drop")
    hostile.first(f"open({path!r}, 'w').write('0.25')\nprint('REACHED')")


@attack("Connects to a server", "nothing stops it", NO_EFFECT, SUCCEEDED, how=OWN)
def connects(hostile: Hostile) -> None:
    port = int((hostile.course / "port").read_text())
    hostile.first(f"""
import socket
socket.create_connection(("127.0.0.1", {port}), timeout=2).close()
print("REACHED")""")


@attack("Looks for the processes of the grader", "not tried", NO_EFFECT, SUCCEEDED, how=OWN)
def sees_grader(hostile: Hostile) -> None:
    hostile.first("""
import psutil
if any("pytest" in " ".join(one.cmdline()) for one in psutil.process_iter()):
    print("REACHED")""")


@attack("Signals all processes it can", "not tried", ZERO_REPORTED, NOT_TRIED, how=OWN)
def kills_all(hostile: Hostile) -> None:
    hostile.answer(
        "import os, signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nos.kill(-1, signal.SIGTERM)"
    )


@attack("Becomes root in namespaces of its own", "not tried", ZERO_REPORTED, how="no more namespaces")
def more_namespaces(hostile: Hostile) -> None:
    hostile.first("""
import ctypes
if ctypes.CDLL(None).unshare(0x10000000) == 0:
    print("REACHED")""")


@attack(
    "Hands in `pandas.py`, to be imported in place of pandas",
    "**imported**",
    PUT_RIGHT,
    how="files with the name of a package are left out",
)
def shadows_package(hostile: Hostile) -> None:
    (hostile.folder / "pandas.py").write_text("print('REACHED')")


@attack("Hands in a link to a file of the grader", "**followed**", PUT_RIGHT, how="links are left out")
def links(hostile: Hostile) -> None:
    (hostile.folder / "notes.txt").symlink_to("/etc/hostname")
    hostile.first("print('REACHED', open('notes.txt').read())")


@attack(
    "Hands in a file with the name of a file of the course", "the course's wins", NO_EFFECT, how="as there"
)
def replaces_course_file(hostile: Hostile) -> None:
    (hostile.folder / "rates.csv").write_text("0")
    hostile.first("if open('rates.csv').read() == '0':\n    print('REACHED')")
