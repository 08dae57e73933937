"""A real server, a real Chromium, and visitors that notice when something is not as promised."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.chromium import NAMES, find_chromium, running_chromium
from tests.support import GUNICORN, free_port, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import ConsoleMessage, Page, Request

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
        missing = f"no Chromium by any of these names: {', '.join(NAMES)} (Debian: chromium-headless-shell)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with running_chromium(path) as running:
        yield running


@pytest.fixture(scope="session")
def server(generations: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The portal as it is run, on the checkout's data."""
    port, output = free_port(), tmp_path_factory.mktemp("server") / "output"
    with serving((*GUNICORN, "--bind", f"127.0.0.1:{port}"), port, output, generations=generations) as running:
        yield running


@pytest.fixture(scope="session")
def address(server: Server) -> str:
    """Where the portal is."""
    return f"http://127.0.0.1:{server.port}"


@dataclass(slots=True)
class Visitors:
    """Pages in contexts of their own, or in one that is there for such options, and what was wrong with any of them."""

    browser: Browser
    address: str
    problems: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)
    known: dict[str, BrowserContext] = field(default_factory=dict)

    def open(self, expected: str = "", **options: Any) -> Page:  # noqa: ANN401  (Playwright's own options)
        """A page in a new context; nothing may be said in its console, and no other host be asked."""

        def heard(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"} and not (expected and re.search(expected, message.text)):
                self.problems.append(f"console {message.type} at {message.location['url']}: {message.text}")

        def asked(request: Request) -> None:
            if urlsplit(request.url).hostname != "127.0.0.1":
                self.problems.append(f"another host was asked: {request.url}")

        ordinary = {"base_url": self.address, "locale": "sv-SE", "viewport": {"width": 1280, "height": 800}}
        context = self.browser.new_context(**{**ordinary, **options})
        self.contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("console", heard)
        context.on("weberror", lambda found: self.problems.append(f"script: {found.error}"))
        context.on("request", asked)
        return context.new_page()

    def open_again(self, **options: Any) -> Page:  # noqa: ANN401  (Playwright's own options)
        """A page in the context that such pages were in before, which costs a third of a new context."""
        key = repr(sorted(options.items()))
        if key in self.known:
            return self.known[key].new_page()
        page = self.open(**options)
        self.known[key] = page.context
        return page


@contextmanager
def visiting(browser: Browser, address: str) -> Iterator[Visit]:
    """Pages in contexts of their own, until the block ends; then nothing may have been wrong with any."""
    visitors = Visitors(browser, address)
    yield visitors.open
    for context in visitors.contexts:
        context.close()
    assert visitors.problems == []


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Visitors of one test, each in a context of its own: what is set for it, clocks too, holds for no other test."""
    with visiting(browser, address) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def regulars(browser: Browser, address: str) -> Iterator[Visitors]:
    """Visitors of a module's tests, whose contexts are used again."""
    visitors = Visitors(browser, address)
    yield visitors
    for context in visitors.contexts:
        context.close()


@pytest.fixture
def again(regulars: Visitors) -> Iterator[Callable[..., Page]]:
    """Opens a new page in a context that other tests have used: for tests that set nothing but in their page."""
    opened: list[Page] = []

    def open_page(**options: Any) -> Page:  # noqa: ANN401  (Playwright's own options)
        opened.append(regulars.open_again(**options))
        return opened[-1]

    regulars.problems.clear()
    yield open_page
    for page in opened:
        page.close()
    assert regulars.problems == []


@pytest.fixture
def page(again: Callable[..., Page]) -> Page:
    """A visitor's page, on an ordinary screen."""
    return again()


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """A page for tests that only load and look; one of them looks at what is not there."""
    with visiting(browser, address) as open_page:
        yield open_page("status of 404")
