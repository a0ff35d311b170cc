"""The file of the settings: read as TOML, and changed a line at a time, so that comments stay."""

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from medsearch.errors import MedsearchError, SettingsError, system_reason
from medsearch.texts import _

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_TABLE = re.compile(r"\s*\[")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700


def read_file(path: Path) -> Mapping[str, Any]:
    """The settings in a file. Raises SettingsError, which names the line."""
    return _parse(_content(path), path)


def write_setting(path: Path, name: str, value: str) -> None:
    """Puts `value` in the place of what a file says of `name`, or adds it; makes the file. Raises SettingsError."""
    _change(path, name, value)


def remove_setting(path: Path, name: str) -> bool:
    """Takes what a file says of `name` out of it; False where it says nothing. Raises SettingsError."""
    return _change(path, name, None)


def _change(path: Path, name: str, value: str | None) -> bool:
    before = _content(path) if path.exists() else b""
    wanted = dict(_parse(before, path))
    if value is None:
        if name not in wanted:
            return False
        del wanted[name]
    else:
        wanted[name] = int(value) if _NUMBER.fullmatch(value) else value
    text = "".join(_changed(before.decode("utf-8-sig"), name, value))
    if _parsed(text) != wanted:
        # A value over several lines, or a key of a table: not for us to cut.
        raise SettingsError(
            _("The line of {name} in {path} is written in a way that medsearch does not change.").format(
                name=name, path=path
            ),
            _("Change it there in an editor."),
        )
    _write(path, text)
    return True


def _changed(text: str, name: str, value: str | None) -> Iterator[str]:
    """The lines of a file with another value for `name`, or without it (None). What stands above tables is ours."""
    key = re.escape(name)
    its_line = re.compile(rf"""\s*(?:{key}|"{key}"|'{key}')\s*=""")
    end = "\r\n" if "\r\n" in text else "\n"
    missing, in_table = value is not None, False
    for line in _LINES.findall(text):
        if _TABLE.match(line) and not in_table:
            in_table = True
            if missing:
                yield _line(name, value or "") + end
        if in_table or not its_line.match(line):
            yield line if line.endswith("\n") else line + end
        elif missing:
            missing = False
            yield _line(name, value or "") + _comment(line) + end
    if missing and not in_table:
        yield _line(name, value or "") + end


def _line(name: str, value: str) -> str:
    return f"{name} = {value if _NUMBER.fullmatch(value) else _quoted(value)}"


def _quoted(value: str) -> str:
    """A value as TOML writes it; paths of Windows are most readable in single quotes."""
    import json

    return f"'{value}'" if "\\" in value and "'" not in value else json.dumps(value, ensure_ascii=False)


def _comment(line: str) -> str:
    """The comment at the end of a line, with two blanks before it."""
    line = line.rstrip()
    for sign in re.finditer("#", line):
        if _parsed(line[: sign.start()]) is not None:  # else it stands within quotes
            return f"  {line[sign.start() :]}"
    return ""


def _parsed(text: str) -> Mapping[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from None


def _parse(content: bytes, path: Path) -> Mapping[str, Any]:
    import tomllib

    try:
        # With a line end behind it, every complaint names a line.
        return tomllib.loads(content.decode("utf-8-sig") + "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SettingsError(
            _("The settings in {path} cannot be read: line {line} is not UTF-8.").format(path=path, line=line),
            _("Save the file as UTF-8."),
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, str(error)) from None


def _unreadable(path: Path, reason: str) -> SettingsError:
    return SettingsError(
        _("The settings in {path} cannot be read: {reason}.").format(path=path, reason=reason),
        _("Write a line for each setting, as in: {line}").format(line='language = "da"')
        + " "
        + _("Paths of Windows stand in single quotes: {line}").format(line=r"index = 'C:\referater'"),
    )


def _write(path: Path, text: str) -> None:
    """Puts `text` in the place of the file, at once and as a whole; a link (to somebody's dotfiles) stays one."""
    target = path.resolve()
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE_FILE)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise MedsearchError(
            _("The settings in {path} cannot be written: {reason}.").format(path=path, reason=system_reason(error)),
            _("Check your rights there."),
        ) from None
