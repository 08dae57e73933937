"""The API's addresses, under no prefix of language or mode."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from flask import Blueprint, Response, redirect, request

from index.fields import FACETS
from portal.api import present, replies
from portal.api.openapi import document
from portal.services.current import NoGenerationError
from portal.services.services import services
from portal.web import params, urls
from portal.web.gone import refuse_removed
from portal.web.request_error import RequestError
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as Reply

api = Blueprint("api", __name__, url_prefix="/api/v1")


def _json(body: msgspec.Struct | dict[str, object]) -> Response:
    return Response(msgspec.json.encode(body), mimetype="application/json")


@api.get("/search")
def search() -> Response:
    """Search: the same answer as the page /sok."""
    searcher = services().current.get()
    result = searcher.search(params.strict(request.args, searcher))
    return _json(present.search_reply(result, searcher))


@api.get("/suggest")
def suggest() -> Response:
    """What is called something that begins with the text."""
    params.only(request.args, "q", "lang")
    text = request.args.get("q", "")
    params.refuse_long(text)
    wanted, _told = params.searched(text)
    language = params.language(request.args)
    searcher = services().current.get()
    suggestions = services().current.suggester(language).suggest(wanted)
    return _json(replies.SuggestReply([present.suggestion(each, searcher, language) for each in suggestions]))


@api.get("/entries")
def entries() -> Response:
    """All entries."""
    params.only(request.args, "lang")
    language = params.language(request.args)
    searcher = services().current.get()
    return _json(replies.EntriesReply([present.listed(entry, language) for entry in searcher.entries.values()]))


@api.get("/entries/<authority>/<id_>")
def entry(authority: str, id_: str) -> Reply:
    """One entry, whole; a former id leads on to the present one."""
    params.only(request.args, "lang")
    language = params.language(request.args)
    searcher = services().current.get()
    refuse_removed(searcher, authority, id_)
    if (present_id := searcher.former_ids.get((authority, id_))) is not None:
        target = urls.with_query(f"/api/v1/entries/{authority}/{present_id}", request.args.items())
        return redirect(target, HTTPStatus.MOVED_PERMANENTLY)
    wanted = searcher.entry(authority, id_)
    if wanted is None:
        raise RequestError(
            HTTPStatus.NOT_FOUND, _("Det finns ingen post med det id:t. Alla poster står i /api/v1/entries.")
        )
    return _json(present.whole_entry(wanted, searcher, language))


@api.get("/openapi.json")
def openapi() -> Response:
    """The API described, with the values that the filters take in what is served now."""
    params.only(request.args)
    try:
        searcher = services().current.get()
    except NoGenerationError:
        return _json(document(dict.fromkeys(FACETS)))
    return _json(document({name: searcher.facet_values(name) for name in FACETS}))
