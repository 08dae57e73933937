"""Requests that no one would think of, made by Hypothesis, and what must hold of every answer.

For `tests.portal.test_fuzz` and, with many more examples, `tests.soak.requests`.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote_to_bytes, urlencode

from hypothesis import strategies as st

from index.fields import FACETS
from portal.languages import LANGUAGES
from portal.modes import MODES

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

MARK = "zebrafink"
"""Stands in all that a made visitor writes, so that it can be told from what is ours."""
STATUSES = {200, 301, 302, 303, 304, 308, 400, 404, 405}

_PIECES = (
    f"<{MARK}>",
    f"</title><{MARK}>",
    f"</textarea></form><{MARK} src=x>",
    f'" {MARK}="',
    f"' {MARK}='",
    f'"><{MARK} x="',
    f"&lt;{MARK}&gt;&#60;{MARK}&#62;",
    f"<mark>{MARK}</mark>",
    f"<!--{MARK}",
    f"{{{{{MARK}}}}}",
    f"\r\nX-{MARK}: 1",
    f"\u202e{MARK}\u2066",
    "".join(f"{letter}\u0301" for letter in MARK),
)
_HEADERS = (
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "Authorization",
    "Cookie",
    "Forwarded",
    "HX-Boosted",
    "HX-Current-URL",
    "HX-History-Restore-Request",
    "HX-Request",
    "HX-Target",
    "If-Modified-Since",
    "If-None-Match",
    "Range",
    "Referer",
    "User-Agent",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-HTTP-Method-Override",
)
_WORDS = ("protokoll", "dairium", "lönespec", "24:8", "bygglov", "palkka", "رواتب", "e-post", "800101-1234")
_KINDS = ("handlingsslag", "sokmedel", "enhet", "sekretess", "uppgifter", "avsnitt")
_PAGES = ("", "sok", "om", "begar-ut", "ordlista", "oppna-data", "tillganglighet", "norrkoping-ks/beskrivning")
_API = ("search", "suggest", "entries", "openapi.json")

texts = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.sampled_from(_WORDS), st.text(max_size=40)), min_size=1, max_size=6
).map(" ".join)
"""What visitors write."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request."""

    method: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...]


def _value(name: str) -> st.SearchStrategy[str]:
    known = {
        "lang": st.sampled_from([*LANGUAGES, "de"]),
        "limit": st.integers(-1, 101).map(str),
        "offset": st.integers(-1, 10_001).map(str),
        "type": st.sampled_from(["unit", "section", "guide"]),
    }
    return st.one_of(known[name], texts) if name in known else texts


_parameters = st.lists(
    st.one_of(
        st.sampled_from(["q", "q", "q", "lang", "limit", "offset", "vad", "exakt", *FACETS]).flatmap(
            lambda name: st.tuples(st.just(name), _value(name))
        ),
        st.tuples(texts, texts),
    ),
    max_size=5,
).map(lambda pairs: urlencode(pairs, errors="surrogatepass"))
_prefixes = st.tuples(
    st.one_of(st.sampled_from(sorted(MODES)), texts), st.one_of(st.sampled_from(["", *LANGUAGES]), texts)
)
_paths = st.one_of(
    st.tuples(_prefixes, st.sampled_from(_PAGES)).map(lambda drawn: (*drawn[0], drawn[1])),
    st.tuples(
        _prefixes,
        st.one_of(st.just("norrkoping-ks"), texts),
        st.one_of(st.sampled_from(_KINDS), texts),
        st.one_of(st.sampled_from(["heroma", "stadsarkivet"]), texts),
    ).map(lambda drawn: (*drawn[0], *drawn[1:])),
    st.tuples(st.just("api"), st.just("v1"), st.one_of(st.sampled_from(_API), texts)),
    st.tuples(st.just("api"), st.just("v1"), st.just("entries"), st.just("norrkoping-ks"), texts),
    st.tuples(st.just("static"), texts),
    st.tuples(texts),
).map(lambda parts: "/" + "/".join(quote(part, errors="surrogatepass") for part in parts if part))
_headers = st.lists(
    st.tuples(
        st.sampled_from(_HEADERS),
        st.one_of(st.sampled_from(["true", "gzip", "https", "*", "bytes=0-1"]), texts).map(
            lambda text: "".join(char for char in text if char.isprintable()).encode().decode("latin-1")
        ),
    ),
    max_size=4,
    unique_by=lambda header: header[0],
).map(tuple)
requests = st.builds(Asked, st.sampled_from(["GET"] * 8 + ["HEAD", "POST"]), _paths, _parameters, _headers)
"""Whole requests, to any address, with any prefix, parameter and header."""


class Log(logging.Handler):
    """All that the application logs."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(logging.DEBUG)
        self.text = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.text += self.format(record)


class _Marked(HTMLParser):
    """Finds the mark where only markup can stand."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [tag, *(name for name, _value in attrs)]
        self.found += [name for name in names if MARK in name]

    def handle_comment(self, data: str) -> None:
        self.found += [data] if MARK in data else []


def answer(app: Flask, asked: Asked) -> TestResponse:
    """Ask the application.

    The path goes in as a server hands it over: the test client would read one that begins with ``//`` as a host.
    """
    overrides = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in asked.headers}
    overrides["PATH_INFO"] = unquote_to_bytes(asked.path).decode("latin-1")
    return app.test_client().open(method=asked.method, query_string=asked.query, environ_overrides=overrides)


def faults(asked: Asked, got: TestResponse) -> list[str]:
    """What does not hold of an answer."""
    found = [] if got.status_code in STATUSES else [f"status {got.status_code}"]
    told = {name: value for name, value in got.headers.items() if name != "Location"}
    found += [f"header {name}" for name, value in told.items() if MARK in name + value]
    if got.headers.get("Location", "/").startswith(("//", "/\\")) or "\n" in got.headers.get("Location", ""):
        found.append("leads out")
    if asked.method == "HEAD" or got.status_code == 304 or got.headers.get("Content-Encoding"):
        return found
    body = got.get_data(as_text=True)
    if got.status_code >= 400:
        found += ["the error repeats what was written"] if MARK in body else []
        found += [] if _has_error_shape(asked, got, body) else ["the error has another shape"]
    elif got.mimetype == "text/html":
        found += _markup(body)
    return found


def _markup(body: str) -> list[str]:
    parser = _Marked()
    if MARK in body:
        parser.feed(body)
    return [f"markup {name}" for name in parser.found]


def _has_error_shape(asked: Asked, got: TestResponse, body: str) -> bool:
    if not f"/{asked.path.lstrip('/')}".startswith("/api/"):  # the router takes several slashes for one
        return got.mimetype == "text/html" and "<h1" in body
    error = json.loads(body)["error"]
    return got.mimetype == "application/json" and sorted(error) == ["detail", "status", "title"]
