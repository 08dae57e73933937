"""An error told by its type and our lines of code, never by its message: that may quote the visitor."""

from __future__ import annotations

import logging
import traceback

from portal.server.ended import EndedError

_MOST_FRAMES = 50
"""The innermost: who calls itself without end has a thousand, and all alike."""


def describe(error: BaseException | None) -> str:
    """The error's type and its call stack, without messages, source lines or values."""
    if error is None:
        return "unknown error"
    if isinstance(error, EndedError):
        error = error.__cause__ or error
    frames = traceback.extract_tb(error.__traceback__)
    stack = "".join(f"\n  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-_MOST_FRAMES:])
    return f"{type(error).__name__}{stack}"


class _Redaction(logging.Filter):
    """Takes the message and the values out of whatever tells of an error; Flask's own lines quote the address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, one about an error as `describe` tells it."""
        if record.exc_info:
            record.msg, record.args = "a request failed: %s", (describe(record.exc_info[1]),)
            record.exc_info = record.exc_text = record.stack_info = None
        return True


REDACTED = _Redaction()
"""To be added to a logger that others log to; one, so that it is added once."""
