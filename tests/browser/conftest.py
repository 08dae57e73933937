"""A real server, a real Chromium, and visitors that notice when something is not as promised."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import NAMES, find_chromium, running_chromium
from tests.support import free_port, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

    from tests.support import Server

PATIENCE = 10_000
"""Milliseconds that something which must happen may take, on a machine that does much else."""

expect.set_options(timeout=PATIENCE)


class Visit(Protocol):
    """Opens a page in a context of its own; `expected` matches what the console may say."""

    def __call__(self, expected: str = "", **options: Any) -> Page:  # noqa: ANN401  (Playwright's own options)
        """A blank page, at home at the server."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, which CI must have."""
    path = find_chromium()
    if path is None:
        missing = f"no Chromium by any of these names: {', '.join(NAMES)} (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with running_chromium(path) as running:
        yield running


@pytest.fixture(scope="session")
def server(generations: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The portal as it is run, on the checkout's data."""
    port, output = free_port(), tmp_path_factory.mktemp("server") / "output"
    with serving(["portal", "serve", "--port", str(port)], port, output, generations=generations) as running:
        yield running


@pytest.fixture(scope="session")
def address(server: Server) -> str:
    """Where the portal is."""
    return f"http://127.0.0.1:{server.port}"


@contextmanager
def visiting(browser: Browser, address: str) -> Iterator[Visit]:
    """Pages in contexts of their own: nothing may be said in the console, and no other host be asked."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_page(expected: str = "", **options: Any) -> Page:  # noqa: ANN401  (Playwright's own options)
        def heard(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"} and not (expected and re.search(expected, message.text)):
                problems.append(f"console {message.type} at {message.location['url']}: {message.text}")

        def asked(request: Request) -> None:
            if urlsplit(request.url).hostname != "127.0.0.1":
                problems.append(f"another host was asked: {request.url}")

        ordinary = {"base_url": address, "locale": "sv-SE", "viewport": {"width": 1280, "height": 800}}
        context = browser.new_context(**{**ordinary, **options})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("console", heard)
        context.on("weberror", lambda found: problems.append(f"script: {found.error}"))
        context.on("request", asked)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Visitors of one test."""
    with visiting(browser, address) as open_page:
        yield open_page


@pytest.fixture
def page(visit: Visit) -> Page:
    """A visitor's page, on an ordinary screen."""
    return visit()


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """A page for tests that only load and look; one of them looks at what is not there."""
    with visiting(browser, address) as open_page:
        yield open_page("status of 404")
