"""Connections on which nobody has asked anything yet: where room is short, the one that is idle longest gives way."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from socket import SHUT_RD
from typing import TYPE_CHECKING

import gevent

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator


class IdleConnections:
    """Those from whom a worker waits for a request, the longest idle first.

    A worker takes in no one while all of its connections are held, so that who holds them all without asking would
    keep everyone out until they are hung up on.
    """

    def __init__(self, most: int) -> None:
        """Have room for so many."""
        self._most = most
        self._waiting: dict[socket.socket, None] = {}

    @contextmanager
    def waiting(self, connection: socket.socket, seconds: float) -> Iterator[None]:
        """Wait for a request no longer than so many seconds, and not while others need the room."""
        if len(self._waiting) >= self._most:
            self._hang_up(next(iter(self._waiting)))
        self._waiting[connection] = None
        try:
            with gevent.Timeout(seconds, False):  # noqa: FBT003  (gevent's way to end quietly)
                yield
        finally:
            self._waiting.pop(connection, None)

    def _hang_up(self, connection: socket.socket) -> None:
        """Let a connection's reader find its end. What has come already is still read, and answered."""
        del self._waiting[connection]
        with suppress(OSError):  # the other end was faster
            connection.shutdown(SHUT_RD)
