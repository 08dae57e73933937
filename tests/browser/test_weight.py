"""The first view is light."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Request

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

MOST = 20_000
"""Bytes of a first view, as they travel: bodies and headers of everything that is fetched."""


@pytest.mark.parametrize("path", ["/", "/sok?q=protokoll"])
def test_the_first_view_is_light(visit: Visit, path: str) -> None:
    page = visit()  # who has fetched nothing before
    fetched: list[Request] = []
    page.on("requestfinished", lambda each: fetched.append(each))  # noqa: PLW0108  (Playwright wants a function)
    page.goto(path, wait_until="networkidle")
    weights = {each.url: each.sizes()["responseBodySize"] + each.sizes()["responseHeadersSize"] for each in fetched}
    assert sum(weights.values()) <= MOST, weights
