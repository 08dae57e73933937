"""The process that reads a stranger's file: it imports its reader, gives up all that reaches outside, and then reads.

What it gives up stays given up: an audit hook cannot be removed. `data.importing.child` starts it and takes its answer.
"""

from __future__ import annotations

import contextlib
import ctypes
import encodings.cp850
import encodings.idna
import encodings.mac_roman
import encodings.utf_16_le
import encodings.utf_32  # noqa: F401 (Python looks for these when a text asks for them, which is then too late)
import importlib
import resource
import sys
import sysconfig
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from data.importing.blocks import CannotRead, ReadDocument

if TYPE_CHECKING:
    from collections.abc import Callable

PROCESSOR = 60
"""Seconds of processor that a file may take."""
MEMORY = 440 * 2**20
"""Bytes that a file may take, above the sixty or less that Python and its reader have when they begin."""
_LIBRARIES = {"pdf": ("pypdfium2",), "html": ("selectolax.lexbor",)}
"""What readers import when they begin, which is then too late: a library in C is a file, and so are its modules."""
_SILENT = 0.5
"""Seconds between two signs of life."""
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.",
    "ctypes.dlopen",
    "os.kill",
    "os.chmod",
    "os.chown",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "pickle.",
    "resource.",
    "shutil.",
    "signal.",
    "sqlite3.",
    "syslog.",
    "tempfile.",
    "urllib.",
    "webbrowser.",
)
_OPENING = frozenset({"open", "os.listdir", "os.scandir", "glob.glob"})
_WRITING = 0x1 | 0x2 | 0x40 | 0x200 | 0x400
"""``os.O_WRONLY``, ``O_RDWR``, ``O_CREAT``, ``O_TRUNC`` and ``O_APPEND``, as Linux numbers them."""


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the process answers: a document, or a sentence that says why there is none.

    Attributes:
        document: What was read.
        refused: The sentence; empty where a document was read.
    """

    document: ReadDocument | None = None
    refused: str = ""


def main(format_name: str) -> None:
    """Read what comes on the standard input, and answer on the standard output.

    Args:
        format_name: A module of `data.importing.reading`.
    """
    for name in _LIBRARIES.get(format_name, ()):
        with contextlib.suppress(ImportError):  # optional: the reader says how to get it
            importlib.import_module(name)
    reader = importlib.import_module(f"data.importing.reading.{format_name}").read
    data = sys.stdin.buffer.read()
    give_up()
    _tell(_read(reader, data))


def give_up() -> None:
    """Give up, for as long as this process lives, all that reaches outside it and all but its share of the machine."""
    _limit()
    _leave_network()
    sys.addaudithook(_Hook())


def _read(reader: Callable[[bytes, Callable[[], None]], ReadDocument], data: bytes) -> bytes:
    try:
        return msgspec.json.encode(Answer(reader(data, _Progress())))
    except CannotRead as refusal:
        return _encoded(str(refusal))
    except MemoryError:
        return _encoded(TOO_LARGE)
    except Exception:  # noqa: BLE001 (a parser may raise anything at what it was not made for)
        return _encoded(BROKEN)


TOO_LARGE = (
    "Filen tar för mycket minne att läsa; spara den utan bilder, eller bara den del som är beskrivningen, "
    "och försök med den."
)
BROKEN = "Filen går inte att läsa, troligen för att den är skadad; öppna den, spara den på nytt och försök igen."


def _encoded(refused: str) -> bytes:
    return msgspec.json.encode(Answer(refused=refused))


def _tell(answer: bytes) -> None:
    sys.stdout.buffer.write(b"\n" + answer)
    sys.stdout.buffer.flush()


class _Progress:
    """Tells whoever waits that it goes forward, though not more often than it is of use."""

    def __init__(self) -> None:
        self._told = 0.0
        self()

    def __call__(self) -> None:
        now = time.monotonic()
        if now - self._told >= _SILENT:
            self._told = now
            sys.stdout.buffer.write(b".")
            sys.stdout.buffer.flush()


def _limit() -> None:
    """Let the kernel end what takes too much, writes a file or leaves a copy of its memory behind."""
    pages = Path("/proc/self/statm")
    held = int(pages.read_text(encoding="ascii").split()[0]) * resource.getpagesize() if pages.exists() else 0
    for kind, most in (
        (resource.RLIMIT_CPU, PROCESSOR),
        (resource.RLIMIT_AS, held + MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # some systems lack one; the others still hold
            resource.setrlimit(kind, (most, most))


def _leave_network() -> None:
    """Go where there is no network, if the kernel lets a process do so; the audit hook holds where it does not."""
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        if library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET):
            library.unshare(_CLONE_NEWNET)


class _Hook:
    """Refuses what reaches outside: files other than Python's own, the network, other programs."""

    def __init__(self) -> None:
        paths = sysconfig.get_paths()
        self._own = tuple(
            {f"{Path(paths[name]).resolve()}/" for name in ("stdlib", "platstdlib", "purelib", "platlib")}
        )
        self._own += (f"{Path(__file__).resolve().parent}/",)

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if event in _OPENING:
            self._opening(args)
        elif event.startswith(_REFUSED):
            raise PermissionError(event)

    def _opening(self, args: tuple[object, ...]) -> None:
        path, *how = args
        flags = how[1] if len(how) > 1 else 0
        if isinstance(path, int):
            return
        name = path.decode("utf-8", "replace") if isinstance(path, bytes) else str(path)
        writes = isinstance(flags, int) and bool(flags & _WRITING)
        if writes or ".." in name or not name.startswith(self._own):
            raise PermissionError(name)
