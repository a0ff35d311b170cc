"""The one family of errors: what is wrong, what to do about it, and the exit code a command ends with."""

import errno
from enum import IntEnum
from pathlib import Path
from typing import Self

from medsearch.texts import _, later

# Why a system refuses, as it says so itself: it says it in English.
_SYSTEM_REASONS = {
    errno.ENOENT: later("No such file or directory"),
    errno.EACCES: later("Permission denied"),
    errno.EPERM: later("Operation not permitted"),
    errno.EEXIST: later("File exists"),
    errno.ENOTDIR: later("Not a directory"),
    errno.EISDIR: later("Is a directory"),
    errno.EROFS: later("Read-only file system"),
    errno.ENOSPC: later("No space left on device"),
    errno.EIO: later("Input/output error"),
    errno.EMFILE: later("Too many open files"),
    errno.ENOMEM: later("Cannot allocate memory"),
    errno.ENAMETOOLONG: later("File name too long"),
    errno.EBUSY: later("Device or resource busy"),
    errno.ELOOP: later("Too many levels of symbolic links"),
    errno.ETIMEDOUT: later("Connection timed out"),
    errno.ESTALE: later("Stale file handle"),
}


class ExitCode(IntEnum):
    """How a command ends; scripts rely on these numbers."""

    DONE = 0
    NOTHING_FOUND = 1
    WRONG_USAGE = 2
    UNREADABLE = 3
    INTERRUPTED = 130


class MedsearchError(Exception):
    """Something a user can act on.

    `code` is a stable word for scripts, `message` says what happened to what, `advice` what to do now.
    """

    code = "error"
    exit_code = ExitCode.UNREADABLE

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class UsageError(MedsearchError):
    """The command cannot be carried out as it was given.

    Where a query is the reason, `query[position:]` is the place where it stops making sense.
    """

    code = "usage"
    exit_code = ExitCode.WRONG_USAGE
    query: str | None = None
    position: int | None = None

    def at(self, query: str, position: int) -> Self:
        """The same error, with its place in the query."""
        self.query, self.position = query, position
        return self


class QueryError(UsageError):
    """A query that cannot be read."""

    code = "query"

    def __init__(self, message: str, advice: str, *, query: str, position: int) -> None:
        super().__init__(message, advice)
        self.at(query, position)


class SettingsError(UsageError):
    """A setting that cannot be read, in a file or in the environment."""

    code = "settings"


class SynonymsError(UsageError):
    """A file of synonyms that cannot be read."""

    code = "synonyms"


class DateError(UsageError):
    """A date that cannot be read or does not exist."""

    code = "date"


class UnknownCommitteeError(UsageError):
    """No committee in the index has such a name."""

    code = "unknown-committee"


class UnknownItemError(MedsearchError):
    """No agenda item in the index has such an address."""

    code = "unknown-item"
    exit_code = ExitCode.NOTHING_FOUND


class NoIndexError(MedsearchError):
    """There is no index where one was looked for."""

    code = "no-index"

    def __init__(self, path: Path, message: str, advice: str) -> None:
        super().__init__(message, advice)
        self.path = path


class OutdatedIndexError(MedsearchError):
    """The index was made by a version of medsearch that cuts or analyses minutes differently."""

    code = "outdated-index"


class DamagedIndexError(MedsearchError):
    """The index cannot be read as one."""

    code = "damaged-index"


class LockedIndexError(MedsearchError):
    """Somebody else is writing to the index."""

    code = "locked-index"


class FolderError(MedsearchError):
    """A folder of minutes that is not there or cannot be entered."""

    code = "folder"


class UnreadableError(MedsearchError):
    """A file whose text cannot be had. `message` is the reason, without the file's name."""

    code = "unreadable"


class ScannedError(UnreadableError):
    """A file that is pictures without text; OCR may read it."""

    code = "scanned"


class NoViewerError(MedsearchError):
    """There is no program, or no screen, that could show a file."""

    code = "no-viewer"


class FileGoneError(MedsearchError):
    """A file that was indexed is not where it was."""

    code = "file-gone"


class NoOcrError(MedsearchError):
    """The program that reads scanned pages, or its Danish model, is not installed."""

    code = "no-ocr"


def system_reason(error: OSError) -> str:
    """Why the system refused, in the reader's language where it is one of the usual reasons."""
    known = _SYSTEM_REASONS.get(error.errno or 0)
    return _(known) if known else str(error.strerror or error)
