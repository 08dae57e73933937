"""Who else may change a generation: an index is code, since Whoosh reads pickles, and who may write there runs it."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def distrusted(path: Path) -> str:
    """Why a folder or a file is not to be trusted, in Swedish with what to do; empty where it is.

    Trusted is what belongs to root or to the program's own user, and what nobody else may write to. A link is neither:
    what it leads to may be another's.
    """
    status = path.lstat()
    what = "Mappen" if stat.S_ISDIR(status.st_mode) else "Filen"
    if stat.S_ISLNK(status.st_mode):
        return f"{path} är en länk, och det som den leder till kan bytas ut. Kör: vagvisaren index"
    if status.st_uid not in {0, os.geteuid()}:
        return (
            f"{what} {path} tillhör en annan användare, som kan byta ut indexet. Kör som den användaren: "
            "på en server med kommandot /usr/local/bin/vagvisaren (docs/deploying.md), annars med sudo -u."
        )
    if status.st_mode & _OTHERS_MAY_WRITE:
        mode = "700" if stat.S_ISDIR(status.st_mode) else "600"
        return f"Andra får skriva i {what.lower()} {path} och kan byta ut indexet. Kör: chmod {mode} {path}"
    return ""


def first_distrusted(folder: Path) -> str:
    """Likewise of a folder and all that it holds: the first reason not to trust it, or nothing."""
    return next((reason for path in (folder, *sorted(folder.rglob("*"))) if (reason := distrusted(path))), "")


@contextmanager
def for_us_alone() -> Iterator[None]:
    """Make files that nobody else may write to, whatever the habit of who runs the command: others would be refused."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
