"""The one shape of an error of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.test import TestResponse


def error_of(response: TestResponse) -> Mapping[str, object]:
    """The error in its one shape."""
    assert response.mimetype == "application/json"
    body = response.get_json()
    assert list(body) == ["error"]
    error: Mapping[str, object] = body["error"]
    assert list(error) == ["status", "title", "detail"]
    assert error["status"] == response.status_code
    assert error["title"]
    assert str(error["detail"]).endswith(".")
    return error
