"""What means to end the program and comes out of the answer to one visitor: it is that answer which failed.

Gunicorn would hang up without a reply or a line in the log. What ends a worker in earnest does not come this way: its
signals are handled in a greenlet of their own, or say by a flag that it is to end.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


class EndedError(Exception):
    """Something meant to end the program; its cause is what that was."""


@contextmanager
def contained() -> Iterator[None]:
    """Let what would end the program fail the request instead.

    Raises:
        EndedError: It would have.
    """
    try:
        yield
    except (SystemExit, KeyboardInterrupt, GeneratorExit) as error:
        raise EndedError from error


def contained_application(app: WSGIApplication) -> WSGIApplication:
    """The application, likewise whatever stands around it."""

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with contained():
            return app(environ, start_response)

    return application
