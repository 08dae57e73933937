"""What the tests of results read of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.portal.pages.reading import Node

HTMX = {"HX-Request": "true"}


def text_of(response: TestResponse) -> str:
    return response.get_data(as_text=True)


def notices(page: Node) -> list[str]:
    return [node.text for node in page.all("p", "notice") if node.text]
