"""Nothing that a visitor writes is kept in memory, but words that stand in the descriptions too (docs/privacy.md)."""

from __future__ import annotations

import functools
import gc
import re
from itertools import product
from typing import TYPE_CHECKING
from urllib.parse import quote
from wsgiref.util import setup_testing_defaults

from gunicorn.util import split_request_uri
from werkzeug.test import run_wsgi_app

from index.words import keeping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

_DEEP = 4
"""A cache's keys lie in its dictionary, words in tuples there."""

PATHS = (
    *("/sok", "/begar-ut", "/", "/sprak", "/api/v1/search", "/api/v1/suggest"),
    *("/kiosk/sok", "/kiosk/begar-ut", "/telefon/sok", "/en/sok", "/no-such-page"),
)
NUMBERS = (
    *("19121212-1212", "191212121212", "070-123 45 67", "zebra.fink@example.com"),
    *("KS 2093/98761", "Storgatan 9871b", "a1b2c3"),
)


def ask(app: Flask, path: str, query: str) -> str:
    """What the application answers, without a client that keeps addresses of its own."""
    split_request_uri(f"{path}?{query}")  # as gunicorn does before it asks the application
    environ = {"PATH_INFO": path, "QUERY_STRING": query}
    setup_testing_defaults(environ)
    found, _status, _headers = run_wsgi_app(app, environ)
    return b"".join(found).decode()


def texts_in(thing: object, depth: int) -> Iterator[str]:
    """The texts in a thing and in what it holds."""
    if isinstance(thing, str):
        yield thing
    elif depth:
        for part in gc.get_referents(thing):
            yield from texts_in(part, depth - 1)


def kept() -> set[str]:
    """The texts in every cache of this process, those of libraries among them."""
    gc.unfreeze()  # else what the portal spares the collector is not listed
    things = gc.get_objects()
    caches: list[object] = [thing for thing in things if isinstance(thing, functools._lru_cache_wrapper)]  # noqa: SLF001
    caches += [thing for thing in things if isinstance(thing, list) and len(thing) == keeping.PLACES]
    return {text for cache in caches for text in texts_in(cache, _DEEP)}


def test_a_word_of_the_descriptions_is_kept_and_is_found_here(app: Flask) -> None:
    ask(app, "/api/v1/search", "q=protokollen")
    assert {"protokoll", "protokollen"} & kept()


def test_what_a_visitor_writes_is_not_kept_but_for_words_of_the_descriptions(app: Flask) -> None:
    before = kept()  # other tests of this process have asked too, and built
    for path, question in product(PATHS, (*NUMBERS, "zebrafinkar mullvadarna personakt", "Tolvan Tolvansson")):
        parameter = "vad" if path.endswith("begar-ut") else "q"
        assert ask(app, path, f"{parameter}={quote(question)}")
    parts = {part for number in NUMBERS for part in re.split(r"[ /]", number.lower()) if re.search(r"[0-9@]", part)}
    unlike = [*parts, *("".join(re.findall(r"[0-9]", number)) for number in NUMBERS)]
    unlike += ["zebrafink", "mullvad", "tolvan"]
    assert not [
        text for text in kept() - before if any(part in text.lower() for part in unlike if len(part) > len("070"))
    ]
