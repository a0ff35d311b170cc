"""A process that reads files: on its own, within bounds, and gone when the process that started it is."""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from multiprocessing import resource_tracker
from pathlib import Path
from types import FrameType
from typing import Any

# A plain fork of a process with threads may stand still for ever, and Python 3.12 warns of it: fork from a server
# process that has none, or start each process anew where a system knows no fork.
if sys.platform == "win32":
    from multiprocessing.context import SpawnContext as _Context
    from multiprocessing.context import SpawnProcess as _Process
else:
    from multiprocessing import forkserver
    from multiprocessing.context import ForkServerContext as _Context
    from multiprocessing.context import ForkServerProcess as _Process

MEMORY = 2 * 1024**3
"""Bytes for one worker; each program that it starts (OCR) has as many."""

_PRELOADED = ["pebble", "medsearch.archive.reading", "medsearch.archive.worker_process"]
_hiding = threading.Lock()


class Worker(_Process):
    """A process that does not run the script of the user again, and takes along what it started when it is ended."""

    def __reduce__(self) -> tuple[Any, ...]:
        # The new process is detached before it is told what to do: if that fails, no terminal shows it.
        return _detached_worker, (), vars(self)

    def start(self) -> None:
        """Starts it."""
        with _without_main():
            super().start()

    def terminate(self) -> None:
        """Ends it at once, whatever it is doing."""
        if sys.platform == "win32" or self.pid is None:
            super().terminate()
            return
        end_family(self.pid)
        self.kill()  # it may lead no group yet


class WorkerContext(_Context):
    """How multiprocessing starts workers."""

    Process = Worker


def start_server() -> None:
    """Starts what workers are forked from, where the system has that; it loads while this process goes on."""
    if sys.platform != "win32":
        multiprocessing.set_forkserver_preload(_PRELOADED)
        forkserver.ensure_running()


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Keeps Ctrl-C waiting until the end of the block.

    Locks that threads share do not survive an exception at any place: a thread that waits may never be woken.
    """
    handler = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(handler):
        yield  # it comes to the main thread only
        return
    waiting: list[tuple[int, FrameType | None]] = []
    signal.signal(signal.SIGINT, lambda *caught: waiting.append(caught))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if waiting:
            handler(*waiting[0])


@contextlib.contextmanager
def deaf() -> Iterator[None]:
    """Processes that are started in the block never hear of Ctrl-C."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # it unblocks Ctrl-C when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_family(worker: int) -> None:
    """Ends what a worker has started, and the worker if it is alive."""
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(worker, signal.SIGKILL)


def stay_with_parent() -> None:
    """Has this process end when the one that started it does, however that comes about."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def end_after(seconds: float) -> None:
    """Has the system end this process, even in an endless loop of a library; 0 calls it off.

    The time that a computer sleeps does not count.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _detached_worker() -> Worker:
    """This process as a worker: away from terminal and folder, and within bounds."""
    if sys.platform != "win32":
        os.setsid()
    os.chdir(Path(sys.executable).anchor)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    _set_bounds()
    return Worker.__new__(Worker)


def _set_bounds() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would hold the text of minutes
    if sys.platform != "linux":
        return  # others take the number and do not hold to it
    # What it writes to, not RLIMIT_AS, which counts what allocators reserve and files that are mapped.
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    bound = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, most))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    if sys.platform == "win32":
        os._exit(1)
    os.killpg(0, signal.SIGKILL)


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """Hides which script this process runs: a worker would run it again, and it may lack the guard against that."""
    main = vars(sys.modules["__main__"])
    with _hiding:
        hidden: dict[str, Any] = {name: main.pop(name) for name in ("__file__", "__spec__") if name in main}
        main["__spec__"] = None
        try:
            yield
        finally:
            main.update(hidden)
