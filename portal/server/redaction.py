"""An error told by its type and our lines of code, never by its message: that may quote the visitor."""

from __future__ import annotations

import traceback


def describe(error: BaseException | None) -> str:
    """The error's type and its call stack, without messages, source lines or values."""
    if error is None:
        return "unknown error"
    frames = traceback.extract_tb(error.__traceback__)
    stack = "".join(f"\n  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__}{stack}"
