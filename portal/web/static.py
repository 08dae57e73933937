"""Static files over HTTP: their names have a hash, so that browsers keep them for ever."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, request

from portal.services.place_files import colours, logo
from portal.services.services import services
from portal.web.request_error import RequestError

static = Blueprint("static_files", __name__)

_FOR_EVER = "public, max-age=31536000, immutable"


@static.get("/static/<name>")
def serve(name: str) -> Response:
    """A static file, compressed where the browser takes it, or one of the place's."""
    file = services().static_files.get(name)
    if file is None:
        return _of_place(name)
    compress = request.accept_encodings.quality("gzip") > 0 and len(file.compressed) < len(file.body)
    response = Response(file.compressed if compress else file.body, content_type=file.content_type)
    if compress:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = _FOR_EVER
    return response


def _of_place(name: str) -> Response:
    """A file that came with the generation that is served."""
    searcher = services().current.get()
    for file in (logo(searcher), colours(searcher)):
        if file and file.name == name:
            response = Response(file.body, content_type=file.content_type)
            response.headers["Cache-Control"] = _FOR_EVER
            return response
    raise RequestError(HTTPStatus.NOT_FOUND)
