"""A gunicorn worker that answers what it cannot read in the one shape of an error, without repeating it.

Gunicorn's own reply to a malformed request quotes the request line, and with it whatever the visitor wrote.
"""

from __future__ import annotations

import json
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, ClassVar, cast

import gevent
from gunicorn.http.errors import InvalidHeader, UnsupportedTransferCoding
from gunicorn.workers.ggevent import GeventWorker

from portal.server.ended import contained_application
from portal.server.idle import IdleConnections
from portal.server.overload import Overload, arrived, waited
from portal.server.redaction import describe
from portal.server.refusals import Refusals
from portal.services import collector
from portal.settings import Settings

if TYPE_CHECKING:
    import socket
    from contextlib import AbstractContextManager
    from wsgiref.types import WSGIApplication

    from gunicorn.http.message import Request

    from portal.server.logger import PrivateLogger

_TITLES = {
    400: (
        "Frågan går inte att läsa",
        "Adressen har tecken som måste kodas, eller är felaktig. Börja om från startsidan.",
    ),
    414: ("Adressen är för lång", "Korta frågan och försök igen."),
    431: ("Frågan är för lång", "Webbläsaren skickade för mycket. Försök igen."),
    500: ("Något gick fel hos oss", "Försök igen. Går det inte, ring eller besök myndigheten."),
}


_LAST = -1
"""Below the priority of all that gevent does by itself. A turn of its own (`gevent.sleep(0)`) comes round before those
who are new: gunicorn takes one of them in a round, and a round is as long as all who have a connection keep it busy."""
_KEPT_FREE = 10
"""One in so many of a worker's connections is never held by who does not ask."""


class QuietWorker(GeventWorker):
    """Handles errors below the application with fixed sentences, and lets no one take forever over a reply."""

    log: PrivateLogger
    longest_reply: ClassVar[float] = 60
    """Seconds in which a visitor must have taken a reply: the longest page comes over in them at 2 kB a second. Who
    takes longer holds one of the worker's connections for nothing."""
    longest_turn: ClassVar[float] = 0.5
    """Seconds for which one who has been answered waits for the others, at most: then they have to share again."""

    def init_process(self) -> None:
        """Let what fails outside every request be told without quoting: gevent prints the connection's address."""
        hub = gevent.get_hub()
        hub.print_exception = lambda _context, _kind, error, _trace: self.log.error("failed: %s", describe(error))
        self._idle = IdleConnections(self.worker_connections - self.worker_connections // _KEPT_FREE)
        self._client: dict[object, socket.socket] = {}
        self._overload = Overload()
        self._admitted: set[socket.socket] = set()
        super().init_process()

    def load_wsgi(self) -> None:
        """Load the application, which also makes the replies to those who are refused."""
        super().load_wsgi()
        app = contained_application(cast("WSGIApplication", self.wsgi))
        self.wsgi = cast("Any", app)
        host = min(Settings.read().hosts, default="localhost")
        self._refusals = Refusals(app, host)

    def handle(self, listener: socket.socket, client: socket.socket, addr: str | int | tuple[str, int]) -> None:
        """Answer on a connection until it ends, and know it as this greenlet's."""
        if self._is_refused_unread(client):
            return
        greenlet = gevent.getcurrent()
        self._client[greenlet] = client
        try:
            super().handle(listener, client, addr)
        finally:
            del self._client[greenlet]
            self._admitted.discard(client)

    def _is_refused(self, client: socket.socket, head: bytes) -> bool:
        """Whether a request is one too many; then it has been told so, and the connection is to be closed."""
        reply = self._refusals.to(head) if self._overload.is_refused(waited(client)) else None
        if reply is None:
            return False
        with gevent.Timeout(self.longest_turn, False), suppress(OSError):  # noqa: FBT003  (gevent's way to end quietly)
            client.sendall(reply)
        self.log.unread(HTTPStatus.SERVICE_UNAVAILABLE)
        return True

    def _is_refused_unread(self, client: socket.socket) -> bool:
        """Likewise of the first request of a connection, before it is parsed: that costs more than the refusal."""
        head = arrived(client)
        if not head:
            return False
        if self._is_refused(client, head):
            client.recv(len(head))  # what is closed with something unread in it takes the reply back
            return True
        self._admitted.add(client)  # it is not asked about twice
        return False

    def timeout_ctx(self) -> AbstractContextManager[None]:  # type: ignore[override]  # its types have a "raise" alone
        """What gunicorn waits for a request in."""
        return self._idle.waiting(self._client[gevent.getcurrent()], self.cfg.keepalive)

    def handle_request(
        self,
        listener_name: str | int | tuple[str, int],
        req: Request,
        sock: socket.socket,
        addr: str | int | tuple[str, int],
    ) -> bool:
        """Answer, and hang up on who does not take the answer, or came late where all do."""
        if sock in self._admitted:
            self._admitted.remove(sock)
        elif self._is_refused(sock, _head(req)):
            raise StopIteration  # as gunicorn ends a connection
        try:
            answered = self._answer_in_time(listener_name, req, sock, addr)
        finally:  # also when gunicorn ends the connection with the reply, by StopIteration
            collector.tidy()  # now, when nobody waits for this reply any more
        self._give_way()
        return answered

    def _answer_in_time(
        self,
        listener_name: str | int | tuple[str, int],
        req: Request,
        sock: socket.socket,
        addr: str | int | tuple[str, int],
    ) -> bool:
        """Answer, or end the connection where the reply has not been taken in time."""
        with gevent.Timeout(self.longest_reply, False):  # noqa: FBT003  (gevent's way to end quietly)
            return super().handle_request(listener_name, req, sock, addr)
        raise StopIteration  # as gunicorn ends a connection

    def _give_way(self) -> None:
        """Let everyone else have a turn, those who are new first."""
        with gevent.Timeout(self.longest_turn, False):  # noqa: FBT003  (likewise)
            gevent.idle(_LAST)

    def handle_error(
        self, req: Request | None, client: socket.socket, addr: str | int | tuple[str, int], exc: BaseException
    ) -> None:
        """Let gunicorn log and choose the status, and send our own words.

        A transfer coding that nobody knows is the visitor's fault: 501 would say that it is ours.
        """
        if isinstance(exc, UnsupportedTransferCoding):
            exc = InvalidHeader("TRANSFER-ENCODING")
        rewritten = _Rewritten(client)
        super().handle_error(req, cast("socket.socket", rewritten), addr, exc)
        # Without a request gunicorn writes no line; it takes one from this error, if it has one.
        if not req and not (isinstance(exc, InvalidHeader) and exc.req):
            self.log.unread(rewritten.status)


def _head(req: Request) -> bytes:
    """A request that has been parsed, as far as its refusal depends on it."""
    lines = [f"{req.method} {req.uri} HTTP/1.1", *(f"{name}: {value}" for name, value in req.headers)]
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "replace")


class _Rewritten:
    """A socket on which gunicorn's error page comes out as ours."""

    def __init__(self, client: socket.socket) -> None:
        self._client = client
        self.status = 400

    def __getattr__(self, name: str) -> object:
        return getattr(self._client, name)

    def sendall(self, data: bytes) -> None:
        self.status = status = int(data.split(b" ", 2)[1])
        title, detail = _TITLES.get(status, _TITLES[400 if status < 500 else 500])  # noqa: PLR2004  (the first of its class)
        body = json.dumps({"error": {"status": status, "title": title, "detail": detail}}, ensure_ascii=False).encode()
        head = f"HTTP/1.1 {status} Error\r\nConnection: close\r\nContent-Type: application/json\r\n"
        self._client.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
