"""Why the data files were not built last: kept beside the generations until they are, for who asks a running server."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_REFUSED = ".refused"
"""A link that leads nowhere, but to the reason: a link is made whole or not at all."""
_NEW = ".building-refused"


def remember(root: Path, reason: str) -> None:
    """Keep the reason, in the place of another.

    Raises:
        OSError: One may not write there.
    """
    link = root / _NEW
    link.unlink(missing_ok=True)
    link.symlink_to(reason.replace("/", " "))
    link.replace(root / _REFUSED)


def reason(root: Path) -> str:
    """Why the data files were not built last; empty where they were."""
    try:
        return str((root / _REFUSED).readlink())
    except OSError:
        return ""


def forget(root: Path) -> None:
    """They have been built."""
    (root / _REFUSED).unlink(missing_ok=True)
