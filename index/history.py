"""The order in which generations were published, without a clock: one set back, or a copy, gives files any time.

It is kept as what a link leads to, and leads nowhere, since a link is made whole or not at all: digests, oldest first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LINK = ".published"
_PREPARED = ".building-published"
"""Under a builder's name, so that the next builder clears it away where one was killed."""
_BETWEEN = ":"
_UNKNOWN = -1


def ranks(root: Path) -> dict[str, int]:
    """The place of each generation in the order of publishing, by digest; a greater one is newer."""
    try:
        written = str((root / _LINK).readlink())
    except OSError:
        return {}
    return {digest: place for place, digest in enumerate(written.split(_BETWEEN))}


def newest_first(root: Path, folders: Iterable[Path]) -> list[Path]:
    """Generations by when they were published; those of which that is not known last, as the oldest."""
    known = ranks(root)
    return sorted(folders, key=lambda path: (known.get(path.name, _UNKNOWN), path.name), reverse=True)


def older(root: Path, folders: Iterable[Path], now: Path | None) -> list[Path]:
    """Those that were published before the generation that is current, the newest first.

    A current one of which that is not known was published by a program that kept no such order: all others are older.
    """
    known = ranks(root)
    place = known.get(now.name, len(known)) if now else len(known)
    return [path for path in newest_first(root, folders) if known.get(path.name, _UNKNOWN) < place]


def record(root: Path, digest: str, before: Path | None) -> None:
    """Write down that a generation is published, after the one that was current until now and all others.

    Args:
        root: Where generations lie.
        digest: Its name.
        before: The generation that was current until now.
    """
    known = list(ranks(root))
    if before and before.name not in known:
        known.append(before.name)
    kept = [name for name in known if name != digest and (root / name).is_dir()]
    link = root / _PREPARED
    link.unlink(missing_ok=True)
    link.symlink_to(_BETWEEN.join([*kept, digest]))
    link.replace(root / _LINK)
