"""Reads many files in worker processes: in parallel, in order, a few at a time; a crash costs one of them."""

import contextlib
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from medsearch.archive.losses import lost, time_limit
from medsearch.archive.reading import ReadDocument, Reading, Request, read_file
from medsearch.archive.worker_process import (
    WorkerContext,
    deaf,
    end_after,
    start_server,
    stay_with_parent,
    uninterrupted,
)
from medsearch.documents import read_document
from medsearch.errors import MedsearchError
from medsearch.texts import _, language, use_language

if TYPE_CHECKING:
    from pebble import ProcessPool

_IN_FLIGHT = 4  # files for each worker: enough to be busy behind a slow one, few enough to hold in memory
_FILES_OF_A_WORKER = 500  # then a new one takes its place, and what libraries have leaked is gone
_GRACE = 30.0  # seconds after which a worker is ended that the system did not end
_MOST_BREAKDOWNS = 3
_UNKNOWN_END = 255  # multiprocessing's exit code where the server is gone that would know


def default_workers() -> int:
    """As many as there are cores for this process."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def reading(
    requests: Sequence[Request], workers: int | None = None, read: ReadDocument = read_document
) -> Iterator[Iterator[Reading]]:
    """What came of each of `requests`, in their order. Workers are started when the first is asked for."""
    crew = _Crew(min(workers or default_workers(), len(requests)), read)
    try:
        yield crew.read(requests)
    finally:
        crew.dismiss()


class _Task:
    """A request that a worker has been given."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.future: Future[Reading] | None = None
        self.is_last_try = False


class _Crew:
    """The workers, and the few files that they are at."""

    def __init__(self, size: int, read: ReadDocument) -> None:
        self._size = size
        self._work = partial(_work, read=read, spoken=language())
        self._pool: ProcessPool | None = None
        self._breakdowns = 0
        # A queue that an interrupt leaves whole, unlike the futures' own way of waiting.
        self._done: SimpleQueue[Future[Reading]] = SimpleQueue()
        self._ready: set[Future[Reading]] = set()

    def read(self, requests: Sequence[Request]) -> Iterator[Reading]:
        """What came of each of `requests`."""
        waiting = map(_Task, requests)
        tasks: deque[_Task] = deque()
        while True:
            tasks.extend(islice(waiting, self._size * _IN_FLIGHT - len(tasks)))
            if not tasks:
                return
            try:
                self._give(tasks)
                read = self._result(tasks[0])
            except BrokenProcessPool:
                self._start_over(tasks)
            else:
                self._breakdowns = 0
                tasks.popleft()
                yield read

    def dismiss(self) -> None:
        """Ends all workers, whatever they are doing."""
        pool, self._pool = self._pool, None
        if pool is not None:
            with uninterrupted():
                pool.stop()  # type: ignore[no-untyped-call]
                pool.join()

    def _give(self, tasks: Sequence[_Task]) -> None:
        """Gives the workers the tasks that they have not got."""
        pool = self._started()
        for task in tasks:
            if task.future is None:
                limit = time_limit(task.request)
                try:
                    with uninterrupted():
                        task.future = pool.schedule(self._work, (task.request, limit), timeout=limit + _GRACE)
                        task.future.add_done_callback(self._done.put)
                except RuntimeError as error:
                    raise BrokenProcessPool from error

    def _started(self) -> "ProcessPool":
        if self._pool is None:
            with uninterrupted(), deaf():
                start_server()  # before pebble is loaded, which takes as long
                from pebble import ProcessPool

                self._pool = ProcessPool(self._size, _FILES_OF_A_WORKER, stay_with_parent, (), WorkerContext())
                self._pool.active  # noqa: B018 (asking starts it)
        return self._pool

    def _result(self, task: _Task) -> Reading:
        """What came of a task. Raises BrokenProcessPool where it is to be tried again by other workers."""
        future = self._wait(task)
        error = future.exception()
        if error is None:
            return future.result()
        if isinstance(error, BrokenProcessPool):
            raise error
        if task.is_last_try or not _may_be_innocent(error):
            return lost(task.request, error)
        task.is_last_try = True
        raise BrokenProcessPool from error

    def _wait(self, task: _Task) -> "Future[Reading]":
        """The future of a task when it is done. Raises BrokenProcessPool where nobody is left to do it."""
        assert task.future is not None
        while task.future not in self._ready:
            try:
                self._ready.add(self._done.get(timeout=1))
            except Empty:
                if not self._pool or not self._pool.active:
                    raise BrokenProcessPool from None
        self._ready.discard(task.future)
        return task.future

    def _start_over(self, tasks: Sequence[_Task]) -> None:
        """New workers in the place of all, for what they have not done yet. Raises MedsearchError if that goes on."""
        self._breakdowns += 1
        if self._breakdowns > _MOST_BREAKDOWNS:
            raise MedsearchError(
                _("The processes that read files end as soon as they are started."),
                _("See whether the system has memory and processes left; then run this again."),
            )
        self.dismiss()
        self._done, self._ready = SimpleQueue(), set()
        for task in tasks:
            task.future = None


def _work(request: Request, longest: float, read: ReadDocument, spoken: str) -> Reading:
    """What a worker does with a file: what it says of it is in the language of the run."""
    use_language(spoken)
    end_after(longest)
    try:
        return read_file(request, read)
    finally:
        end_after(0)


def _may_be_innocent(error: BaseException) -> bool:
    """Whether a worker may have been lost for another reason than its file.

    The clock of the pool goes on while the computer sleeps, so what it ends may have had no time; and all workers seem
    to end with the server that they were forked from.
    """
    return isinstance(error, TimeoutError) or getattr(error, "exitcode", None) == _UNKNOWN_END
