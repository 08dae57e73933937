"""A gunicorn worker that answers what it cannot read in the one shape of an error, without repeating it.

Gunicorn's own reply to a malformed request quotes the request line, and with it whatever the visitor wrote.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from gunicorn.workers.ggevent import GeventWorker

if TYPE_CHECKING:
    import socket

    from gunicorn.http.message import Request

_TITLES = {
    400: (
        "Frågan går inte att läsa",
        "Adressen har tecken som måste kodas, eller är felaktig. Börja om från startsidan.",
    ),
    414: ("Adressen är för lång", "Korta frågan och försök igen."),
    431: ("Frågan är för lång", "Webbläsaren skickade för mycket. Försök igen."),
    500: ("Något gick fel hos oss", "Försök igen. Går det inte, ring eller besök myndigheten."),
}


class QuietWorker(GeventWorker):
    """Handles errors below the application with fixed sentences."""

    def handle_error(
        self, req: Request | None, client: socket.socket, addr: str | int | tuple[str, int], exc: BaseException
    ) -> None:
        """Let gunicorn log and choose the status, and send our own words."""
        super().handle_error(req, cast("socket.socket", _Rewritten(client)), addr, exc)


class _Rewritten:
    """A socket on which gunicorn's error page comes out as ours."""

    def __init__(self, client: socket.socket) -> None:
        self._client = client

    def __getattr__(self, name: str) -> object:
        return getattr(self._client, name)

    def sendall(self, data: bytes) -> None:
        status = int(data.split(b" ", 2)[1])
        title, detail = _TITLES.get(status, _TITLES[400 if status < 500 else 500])  # noqa: PLR2004  (the first of its class)
        body = json.dumps({"error": {"status": status, "title": title, "detail": detail}}, ensure_ascii=False).encode()
        head = f"HTTP/1.1 {status} Error\r\nConnection: close\r\nContent-Type: application/json\r\n"
        self._client.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
