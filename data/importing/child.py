"""Reads a document in a process of its own, which can reach nothing and take no more than it is given.

A file may come from anywhere, and a parser has faults: what goes wrong in there ends there, as one Swedish sentence.
"""

from __future__ import annotations

import selectors
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

import msgspec

from data.importing.blocks import CannotRead, ReadDocument
from data.importing.confined import BROKEN, Answer

_ROOT = Path(__file__).resolve().parents[2]
_START = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from data.importing.confined import main; main(sys.argv[1])"
_TO_BEGIN = 60.0
"""Seconds until the first sign of life: a machine at work on other things may take long to import a reader."""
_TO_GO_ON = 8.0
"""Seconds without a sign of life that end it."""
_LONGEST = 64 * 2**20
"""Bytes that the answer may be."""
_CHUNK = 2**16
_OUT_OF_TIME = frozenset({-signal.SIGXCPU, -signal.SIGKILL})
"""How the kernel ends a process that has used its time."""

TOO_SLOW = (
    "Filen tar för lång tid att läsa; öppna den i det program som den kommer från, "
    "spara den på nytt (eller bara den del som är beskrivningen) och försök med den."
)


def read_apart(data: bytes, format: str) -> ReadDocument:  # noqa: A002 (what it is everywhere here)
    """Read a document.

    Args:
        data: The whole file.
        format: What it is, as `data.importing.format.recognise` says.

    Raises:
        CannotRead: If it could not be read, whatever the reason.
    """
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        process = subprocess.Popen(  # noqa: S603 (our own program, with the name of one of our modules)
            [sys.executable, "-I", "-c", _START, str(format)],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={},
        )
    with process:
        try:
            answer = _awaited(process.stdout) if process.stdout else b""
            ended = process.wait(_TO_GO_ON)
        except subprocess.TimeoutExpired as error:
            raise CannotRead(TOO_SLOW) from error
        finally:
            process.kill()
    return _document(answer, ended)


def _document(answer: bytes, ended: int) -> ReadDocument:
    if not answer and ended in _OUT_OF_TIME:
        raise CannotRead(TOO_SLOW)
    try:
        told = msgspec.json.decode(answer, type=Answer)
    except msgspec.DecodeError as error:
        raise CannotRead(BROKEN) from error
    if told.document is None:
        raise CannotRead(told.refused or BROKEN)
    return told.document


def _awaited(output: IO[bytes]) -> bytes:
    """The process's answer: what follows the line of dots with which it says that it goes forward.

    Args:
        output: Where it writes.

    Raises:
        CannotRead: If it is silent for too long, or answers more than any document is.
    """
    told = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(output, selectors.EVENT_READ)
        patience = _TO_BEGIN
        while True:
            if not selector.select(patience):
                raise CannotRead(TOO_SLOW)
            chunk = output.read1(_CHUNK)  # type: ignore[attr-defined] # a pipe is a buffered reader, whatever Popen says
            if not chunk:
                break
            told += chunk
            patience = _TO_GO_ON
            if len(told) > _LONGEST:
                raise CannotRead(TOO_SLOW)
    return bytes(told).partition(b"\n")[2]
