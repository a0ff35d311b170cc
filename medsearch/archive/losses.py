"""Files whose worker was lost over them, by a crash or by taking too long, and the reason to tell."""

import signal
import time

from medsearch.archive.reading import SAVE_ANEW, Reading, Request, digest, reader_name
from medsearch.archive.worker_process import end_family
from medsearch.texts import _

TIME_LIMIT = 120.0
"""Seconds to read a file in; minutes of a day take less than one."""
TIME_LIMIT_OF_A_SCAN = 60.0
"""Seconds more for each page that may have to be read by OCR."""

_MOST_SCANS = 60  # that a time limit counts
_SMALLEST_SCAN = 10_000  # bytes; a page as a picture hardly takes less


def time_limit(request: Request) -> float:
    """How many seconds a file may take to read."""
    scans = min(_MOST_SCANS, 1 + request.size // _SMALLEST_SCAN) if request.ocr else 0
    return TIME_LIMIT + scans * TIME_LIMIT_OF_A_SCAN


def lost(request: Request, error: BaseException) -> Reading:
    """What came of a file whose worker was lost over it."""
    if pid := getattr(error, "pid", None):
        end_family(pid)
    reason = _why_lost(request, error)
    return Reading(sha256=digest(request.path), began=time.time_ns(), reason=reason, advice=_(SAVE_ANEW))


def _why_lost(request: Request, error: BaseException) -> str:
    code = getattr(error, "exitcode", None)
    if isinstance(error, TimeoutError) or code == -getattr(signal, "SIGALRM", 0):
        return _("It took longer than {most} seconds to read.").format(most=f"{time_limit(request):.0f}")
    reader = reader_name(request.path)
    if code is None:
        return _("The {reader} failed: {error}").format(reader=reader, error=f"{type(error).__name__}: {error}")
    if code == -getattr(signal, "SIGKILL", 0):
        return _("The {reader} was ended by the system, most likely because it took too much memory.").format(
            reader=reader
        )
    name = signal.Signals(-code).name if -code in set(signal.Signals) else _("exit code {code}").format(code=code)
    return _("The {reader} crashed ({signal}).").format(reader=reader, signal=name)
