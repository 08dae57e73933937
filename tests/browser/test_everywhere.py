"""No page, in any mode or language, keeps anything, asks another host, or has Swedish left where it should not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Response

from portal.languages import LANGUAGES, ORIGINAL
from portal.web.urls import prefixed
from tests.browser.conftest import visiting
from tests.browser.kept import KEPT, NOTHING
from tests.browser.kinds import KINDS
from tests.browser.kiosk import TALL
from tests.pairs import pairs
from tests.portal.pages.swedish import OTHERS, names_of, swedish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from data.model import Description
    from tests.browser.conftest import Visit
    from tests.support import Server

pytestmark = pytest.mark.browser

MODES: dict[str, dict[str, Any]] = {"": {}, "kiosk": {"viewport": TALL, "has_touch": True}, "telefon": {}}
OPENED = pairs(tuple(MODES), tuple(LANGUAGES), tuple(KINDS))
"""Mode, language and kind of the pages that are opened: each kind in each mode, and in each language."""

HINTS = """() =>
    [...document.querySelectorAll("link[rel~=preconnect], link[rel~=dns-prefetch]")].map(each => each.href)
"""
# One question for all that a page is asked: each costs as much as a tenth of loading it.
LOOKED = f"async () => [await ({KEPT})(), ({HINTS})(), document.documentElement.outerHTML]"


@dataclass(slots=True)
class Walk:
    """What a visitor met who opened every page of a mode in one browser."""

    context: BrowserContext
    replies: list[Response] = field(default_factory=list)
    replied: set[tuple[str, int]] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    cookies: list[str] = field(default_factory=list)
    kept: dict[str, object] = field(default_factory=dict)
    hints: list[str] = field(default_factory=list)
    html: dict[tuple[str, str], str] = field(default_factory=dict)
    in_swedish: dict[str, str] = field(default_factory=dict)

    def look(self, page: Page) -> str:
        """Note what the page that is open has kept, and what cookies were set for it, kept or not; its HTML."""
        while self.replies:
            reply = self.replies.pop()
            if (reply.url, reply.status) not in self.replied:  # every page brings the same files along
                self.replied.add((reply.url, reply.status))
                self.cookies += [f"{reply.url}: {value}" for value in reply.header_values("set-cookie")]
        kept, hints, html = page.evaluate(LOOKED)
        self.kept[page.url] = kept
        self.hints += hints
        return str(html)


def origin(url: str) -> str:
    """Scheme, host and port, as an address begins."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def watched(visit: Visit, **options: Any) -> tuple[Page, Walk]:  # noqa: ANN401  (Playwright's own options)
    """A page, and what is noted of it."""
    page = visit("status of 404", **options)
    walk = Walk(page.context)
    page.context.on("request", lambda request: walk.asked.add(origin(request.url)))
    page.context.on("response", lambda reply: walk.replies.append(reply))  # noqa: PLW0108  (Playwright marks what it calls)
    page.on("websocket", lambda socket: walk.asked.add(origin(socket.url)))
    return page, walk


@pytest.fixture(scope="module", params=MODES, ids=lambda mode: mode or "plain")
def walked(request: pytest.FixtureRequest, browser: Browser, address: str, server: Server) -> Iterator[Walk]:
    """A walk through the pages of a mode, and what each kind of page says in Swedish."""
    with visiting(browser, address) as visit:
        page, walk = watched(visit, **MODES[request.param])
        for code, kind in [(code, kind) for mode, code, kind in OPENED if mode == request.param]:
            page.goto(prefixed(KINDS[kind], code, request.param))
            walk.html[code, kind] = walk.look(page)
        walk.in_swedish = {kind: in_swedish(server, kind, request.param) for kind in KINDS}
        yield walk


def in_swedish(server: Server, kind: str, mode: str) -> str:
    """What the server says, without a browser."""
    return server.get(prefixed(KINDS[kind], ORIGINAL, mode))[1]


def test_no_page_keeps_anything(walked: Walk) -> None:
    assert {url: kept for url, kept in walked.kept.items() if kept != NOTHING} == {}


def test_every_page_was_looked_at(walked: Walk) -> None:
    assert len(walked.kept) == len(walked.html)
    assert {kind for _code, kind in walked.html} == set(KINDS)
    assert {code for code, _kind in walked.html} == set(LANGUAGES)


def test_each_kind_of_page_is_met_in_each_language() -> None:
    assert {(code, kind) for _mode, code, kind in OPENED} == {(code, kind) for code in LANGUAGES for kind in KINDS}


def test_a_person_meets_no_swedish_in_another_language(walked: Walk, description: Description) -> None:
    names = names_of(description)
    left = {
        (code, kind): swedish(html, walked.in_swedish[kind], names, code)
        for (code, kind), html in walked.html.items()
        if code in OTHERS
    }
    assert {page: texts for page, texts in left.items() if texts} == {}


def test_no_reply_sets_a_cookie(walked: Walk) -> None:
    assert walked.cookies == []


def test_after_all_pages_the_browser_holds_nothing(walked: Walk) -> None:
    assert walked.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}
    assert walked.context.service_workers == []


def test_no_page_asks_another_host(walked: Walk, address: str) -> None:
    assert walked.asked == {address}


def test_no_page_has_the_browser_prepare_for_another_host(walked: Walk) -> None:
    assert walked.hints == []


KEEPING = {
    "cookie": "document.cookie = 'a=1'",
    "local": "localStorage.a = 1",
    "session": "sessionStorage.a = 1",
    "name": "window.name = 'a'",
    "databases": "new Promise(done => { indexedDB.open('a').onsuccess = done; }).then(() => 0)",
    "caches": "caches.open('a').then(() => 0)",
    "files": "navigator.storage.getDirectory().then(all => all.getFileHandle('a', {create: true})).then(() => 0)",
}


@pytest.mark.parametrize("way", KEEPING)
def test_what_a_page_keeps_would_be_seen(visit: Visit, way: str) -> None:
    page, walk = watched(visit)
    page.goto("/robots.txt")
    page.evaluate(KEEPING[way])
    walk.look(page)
    (kept,) = walk.kept.values()
    assert kept != NOTHING


def ask_another_host(browser: Browser, address: str, elsewhere: str) -> None:
    with visiting(browser, address) as visit:
        page, walk = watched(visit)
        with page.expect_request(f"{elsewhere}/picture"):
            page.set_content(f'<link rel="preconnect" href="{elsewhere}/"><img src="{elsewhere}/picture">')
        assert (walk.asked, page.evaluate(HINTS)) == ({elsewhere}, [f"{elsewhere}/"])


def test_another_host_would_be_seen(browser: Browser, address: str) -> None:
    with pytest.raises(AssertionError, match="another host was asked"):
        ask_another_host(browser, address, address.replace("127.0.0.1", "localhost"))
