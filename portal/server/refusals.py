"""The replies to those who are refused, ready to be sent: to refuse must cost a small part of what an answer costs.

They are the application's own pages, kept as they went out. A request that is refused so is not parsed and reaches no
application: by gunicorn and Flask a refusal costs a third of an answer, and more would be refused than is answered.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from werkzeug.test import Client

from portal.languages import LANGUAGES
from portal.modes import MODES
from portal.server import OVERLOADED

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

_KEPT = 60.0
"""Seconds: a page names whom to call, which the next index may change."""
_NEVER_REFUSED = (b"/static/", b"/healthz", b"/readyz")
"""A page that has been answered is not shown without its style, and who watches the server is not to start it anew."""
_ASKED = re.compile(rb"(GET|HEAD) (/[^ ?]*)(?:\?([^ ]*))? HTTP/1\.[01]\r\n")
_FRAGMENT = b"\r\nhx-request: true\r\n"


def _any(names: list[str]) -> bytes:
    return "|".join(name for name in names if name).encode()


_PREFIX = re.compile(rb"(?:/(?:%s)(?=/|$))?(?:/(?:%s)(?=/|$))?" % (_any(list(MODES)), _any(list(LANGUAGES))))
_LANGUAGE = re.compile(rb"(?:^|&)lang=(%s)(?:&|$)" % _any(list(LANGUAGES)))


class Refusals:
    """Makes each kind of reply once in a while: by mode and language, as a page, a fragment or JSON."""

    def __init__(self, app: WSGIApplication, host: str) -> None:
        """Ask `app` for them, by a name that it answers to."""
        self._client = Client(app)
        self._host = host
        self._kept: dict[tuple[str, bool], tuple[float, bytes]] = {}

    def to(self, head: bytes) -> bytes | None:
        """The whole reply to a request; None where it is to be answered all the same.

        Args:
            head: What has come of the request. What is not whole, or no request, is left to the server.
        """
        asked = _ASKED.match(head)
        if not asked or b"\r\n\r\n" not in head or asked[2].startswith(_NEVER_REFUSED):
            return None
        reply = self._of_kind(_address(asked[2], asked[3] or b""), is_fragment=_FRAGMENT in head.lower())
        return reply if asked[1] == b"GET" else reply.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"

    def _of_kind(self, address: str, *, is_fragment: bool) -> bytes:
        made, reply = self._kept.get((address, is_fragment), (float("-inf"), b""))
        if time.monotonic() - made > _KEPT:
            reply = self._made(address, is_fragment=is_fragment)
            self._kept[address, is_fragment] = time.monotonic(), reply
        return reply

    def _made(self, address: str, *, is_fragment: bool) -> bytes:
        headers = {"Host": self._host} | ({"HX-Request": "true"} if is_fragment else {})
        with self._client.get(address, headers=headers, environ_overrides={OVERLOADED: True}) as reply:
            lines = [f"HTTP/1.1 {reply.status}", *(f"{name}: {value}" for name, value in reply.headers)]
            return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1") + reply.get_data()


def _address(path: bytes, query: bytes) -> str:
    """An address whose refusal is this one's: nothing of what was asked but mode and language."""
    if not path.startswith(b"/api/"):
        prefix = _PREFIX.match(path)
        return (prefix[0] if prefix else b"").decode() + "/sok"
    language = _LANGUAGE.search(query)
    return "/api/v1/search" + (f"?lang={language[1].decode()}" if language else "")
