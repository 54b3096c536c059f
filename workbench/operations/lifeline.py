"""How a child process ends at once when its parent is gone, whatever it is computing.

The parent holds the writing end of a pipe, the child the reading end, and nothing is ever written:
the end of the parent, however it comes, is the end of the pipe. On Linux the system itself tells
the child by a signal that ends it. A thread that waits for the pipe would do as well, and does
elsewhere; but the C library counts a process of one thread as simpler, and lets it allocate memory
without locks, which is a tenth of all that spaCy costs.
"""

import contextlib
import os
import signal
import sys
import threading
from multiprocessing.connection import Connection

if sys.platform == "linux":
    import fcntl


def end_with(parent: Connection) -> None:
    """End this process once the pipe to its parent ends; the caller keeps its end for good."""
    if sys.platform != "linux":
        threading.Thread(target=_wait_and_end, args=(parent,), daemon=True).start()
        return
    pipe = parent.fileno()
    signal.signal(signal.SIGIO, signal.SIG_DFL)  # it comes at the end of the pipe, and ends us
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    if parent.poll():  # it ended before it was asked
        os._exit(0)


def _wait_and_end(parent: Connection) -> None:
    """Wait for the end of the pipe, then end the process."""
    with contextlib.suppress(EOFError, OSError):
        parent.recv_bytes()
    os._exit(0)
