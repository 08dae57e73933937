"""When there is more to answer than a worker can keep up with: who has waited for long is refused at once.

Without this a queue grows for as long as more is asked than can be answered, everybody waits for seconds, and what is
answered at last is answered to those who have given up. How long a request has waited is known by the kernel, whichever
queue it stood in: that of new connections, or that of the worker's own.
"""

from __future__ import annotations

import socket
import struct

LONGEST_WAIT = 0.5
"""Seconds that a request may wait before it counts as late. A person hardly notices them."""
LATE_IN_A_ROW = 32
"""Late requests that are answered all the same, one after another, before more are refused. A worker that was held up
for once (it opened a new index, the machine did something else) catches up meanwhile; one that does not is overloaded.
It answers so many in a quarter of a second: nobody waits for more than some .8 s."""

_TCP_INFO_SIZE = 104
_LAST_DATA_RECEIVED = 52
"""Where Linux's ``struct tcp_info`` has ``tcpi_last_data_recv``: milliseconds since the last of the request came."""
_PEEKED = 16384
"""Bytes: more than the longest head of a request that a browser sends."""


class Overload:
    """Tells which requests are one too many, of the order in which a worker comes to them."""

    def __init__(self) -> None:
        """Nobody has been late yet."""
        self._late = 0

    def is_refused(self, seconds: float) -> bool:
        """Whether a request that has waited for so long is one too many."""
        if seconds < LONGEST_WAIT:
            self._late = 0
            return False
        self._late += 1
        return self._late > LATE_IN_A_ROW


def waited(connection: socket.socket) -> float:
    """Seconds since the last of a request came; none where that is not known: no TCP, or another system than Linux."""
    if not hasattr(socket, "TCP_INFO"):
        return 0.0
    try:
        told = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _TCP_INFO_SIZE)
    except OSError:  # a socket in the file system
        return 0.0
    milliseconds: int = struct.unpack_from("=I", told, _LAST_DATA_RECEIVED)[0]
    return milliseconds / 1000


def arrived(connection: socket.socket) -> bytes:
    """What has come of a request, without taking it and without waiting; empty where nothing has."""
    connection.setblocking(False)  # noqa: FBT003  (the socket's own)
    try:
        return connection.recv(_PEEKED, socket.MSG_PEEK)
    except OSError:  # nothing, or hung up
        return b""
    finally:
        connection.setblocking(True)  # noqa: FBT003  (likewise)
