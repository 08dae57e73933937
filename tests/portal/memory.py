"""Looks for texts in all that a process can write to: C heaps, Python's own, stacks and buffers alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENCODINGS = ("latin-1", "utf-8", "utf-16-le", "utf-32-le")
"""How Python and C keep texts: by one, two or four bytes a character, and as they travel."""
_PAGE = 4096
_LAST_OF_ONE_BYTE = "\u00ff"
_KERNELS = ("[vvar]", "[vsyscall]", "[vdso]")


def found_in(process: int, texts: Iterable[str]) -> set[str]:
    """Which of the texts stand in a process's memory, in any encoding, or as an address has them."""
    needles = [(text, needle) for text in texts for needle in set(_needles(text))]
    return {text for part in _writable(process) for text, needle in needles if needle in part}


def _needles(text: str) -> Iterator[bytes]:
    for written in (text, text.lower()):
        yield quote(written).encode()
        yield quote_plus(written).encode()
        for encoding in _ENCODINGS if max(written) <= _LAST_OF_ONE_BYTE else _ENCODINGS[1:]:
            yield written.encode(encoding)


def _writable(process: int) -> Iterator[bytes]:
    """What each part of the memory holds that is the process's own to write to."""
    folder = Path(f"/proc/{process}")
    with (folder / "mem").open("rb", buffering=0) as memory:
        for line in (folder / "maps").read_text().splitlines():
            span, rights, *rest = line.split()
            if rights.startswith("rw") and not (rest and rest[-1] in _KERNELS):
                start, end = (int(at, 16) for at in span.split("-"))
                yield _read(memory, start, end)


def _read(memory: BinaryIO, start: int, end: int) -> bytes:
    """A part of the memory; pages that it has on paper only (past the end of a file) are empty."""
    memory.seek(start)
    try:
        return memory.read(end - start)
    except OSError:
        middle = (start // _PAGE + end // _PAGE) // 2 * _PAGE
        return b"\0" * _PAGE if middle in {start, end} else _read(memory, start, middle) + _read(memory, middle, end)
