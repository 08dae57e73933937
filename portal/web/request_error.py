"""The error that any part of the portal raises where a request cannot be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from http import HTTPStatus


class RequestError(Exception):
    """A request that cannot be answered; `detail` is a sentence in the visitor's language.

    `reason` is a sentence of the data files, in Swedish; `authority` whom to ask, where it is one in particular.
    """

    def __init__(
        self, status: HTTPStatus, detail: str = "", title: str = "", *, reason: str = "", authority: str = ""
    ) -> None:
        """Keep what the reply says; the title is the status's own where none is given."""
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.title = title
        self.reason = reason
        self.authority = authority
