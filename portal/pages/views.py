"""The addresses of the pages (docs/contract.md#addresses), under every prefix of mode and language."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, g, redirect, request

from portal.languages import LANGUAGES, ORIGINAL
from portal.modes import MODES
from portal.pages import notices, plain
from portal.pages.asked import current_context, used_parameters
from portal.pages.authority import authority_page
from portal.pages.context import GUIDE
from portal.pages.entry import entry_page
from portal.pages.folding import searched
from portal.pages.guide import guide_page
from portal.pages.render import render
from portal.pages.search import search_page
from portal.pages.start import start_page
from portal.pages.whole_text import text_page
from portal.web import params, urls
from portal.web.gone import refuse_removed
from portal.web.request_error import RequestError

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Response
    from werkzeug.wrappers import Response as Reply

    from index.result import SearchRequest
    from portal.pages.context import PageContext

pages = Blueprint("pages", __name__)

_TYPE_OF = {kind: type_ for type_, kind in urls.KIND_OF.items()}
_LANGUAGES = f"/<any({','.join(code for code in LANGUAGES if code != ORIGINAL)}):language>"
_MODES = f"/<any({','.join(filter(None, MODES))}):mode>"
_PREFIXES = (_MODES + _LANGUAGES, _MODES, _LANGUAGES, "")


def page(rule: str) -> Callable[[Callable[..., Reply]], Callable[..., Reply]]:
    """Register a view at an address and at the same address under every mode and language."""

    def register(view: Callable[..., Reply]) -> Callable[..., Reply]:
        for prefix in _PREFIXES:
            pages.add_url_rule(prefix + rule, view_func=view, methods=["GET"])
        return view

    return register


@pages.url_value_preprocessor
def _take_prefixes(_endpoint: str | None, values: dict[str, str] | None) -> None:
    for prefix in ("mode", "language"):
        (values or {}).pop(prefix, None)  # known already, for errors too


@page("/")
def start() -> Response:
    """The start page."""
    return render("start.html", start_page(current_context()))


@page("/sok")
def search() -> Reply:
    """The results page; an identity number is sent away before anything is made of it."""
    made_with = current_context()
    try:
        asked, rejected = _asked(made_with)
    except params.IdentityNumberError:
        return _without_identity_number(made_with, "/sok")
    notice = ""
    if request.args.get(notices.PARAMETER) == notices.IDENTITY_NUMBER:
        notice = notices.of_search(request.args.get("q", ""))
    return render(
        "search.html",
        search_page(made_with, searched(made_with, asked), rejected, notice, params.unsearched(request.args)),
    )


def _asked(made_with: PageContext) -> tuple[SearchRequest, list[params.Rejected]]:
    """The search that the address asks for, in the page's language and size, and what of it cannot be used."""
    asked, rejected = params.read(request.args, made_with.searcher)
    rejected = [
        parameter for parameter in rejected if parameter.name in params.KNOWN
    ]  # what a page does not know it ignores
    has_size = "limit" in request.args and all(parameter.name != "limit" for parameter in rejected)
    size = asked.limit if has_size else made_with.mode.cards
    return replace(
        asked,
        language=g.language,
        limit=min(size, made_with.mode.most_cards),
        as_written=params.AS_WRITTEN in request.args,
    ), rejected


def _without_identity_number(made_with: PageContext, path: str) -> Reply:
    """Lead on to the same page with all that was asked for, but for the number."""
    rest = [(name, value) for name, value in used_parameters() if name != "offset"]
    clean = urls.with_query(
        urls.prefixed(path, made_with.language.code, made_with.mode.code),
        [*rest, (notices.PARAMETER, notices.IDENTITY_NUMBER)],
    )
    reply = redirect(clean, HTTPStatus.SEE_OTHER)
    if request.headers.get("HX-Request"):
        # htmx would follow a redirect and keep the address that was asked for: have it load the page instead.
        reply = redirect(clean, HTTPStatus.OK)
        reply.headers["HX-Redirect"] = clean
        del reply.headers["Location"]
    reply.headers["Cache-Control"] = "no-store"
    return reply


@page("/<authority>/")
def authority(authority: str) -> Response:
    """An authority's own page."""
    return render("authority.html", authority_page(_context_of(authority), authority), authority)


@page("/<authority>/beskrivning")
def whole_text(authority: str) -> Response:
    """The whole text of a description."""
    made_with = _context_of(authority)
    return render("text.html", text_page(made_with, authority), authority)


@page(f"/<authority>/<any({','.join(_TYPE_OF)}):kind>/<id_>")
def entry(authority: str, kind: str, id_: str) -> Reply:
    """An entry's page; a former id leads on to the present one."""
    made_with = _context_of(authority)
    refuse_removed(made_with.searcher, authority, id_)
    present = made_with.searcher.former_ids.get((authority, id_), id_)
    wanted = made_with.searcher.entry(authority, present)
    if wanted is None or wanted.type is not _TYPE_OF[kind]:
        raise RequestError(HTTPStatus.NOT_FOUND)
    if present != id_:
        return redirect(made_with.entry_url(wanted), HTTPStatus.MOVED_PERMANENTLY)
    return render("entry.html", entry_page(made_with, wanted), authority)


@page("/begar-ut")
def guide() -> Reply:
    """How to ask for a record. What the visitor fills in is shown back and kept nowhere."""
    made_with = current_context()
    if params.holds_one(request.args):
        return _without_identity_number(made_with, "/begar-ut")
    guide_entry = made_with.searcher.entry(made_with.scope or made_with.searcher.home, GUIDE)
    if guide_entry is None:
        raise RequestError(HTTPStatus.NOT_FOUND)
    return render("guide.html", guide_page(made_with, guide_entry, request.args))


@page("/om")
def about() -> Response:
    """About the portal."""
    return render("about.html", plain.about_page(current_context()))


@page("/tillganglighet")
def accessibility() -> Response:
    """The accessibility statement."""
    return render("accessibility.html", plain.accessibility_page(current_context()))


@page("/ordlista")
def words() -> Response:
    """The list of words."""
    return render("words.html", plain.words_page(current_context()))


@page("/oppna-data")
def open_data() -> Response:
    """The data behind the pages."""
    return render("open_data.html", plain.open_data_page(current_context()))


def _context_of(authority: str) -> PageContext:
    made_with = current_context()
    refuse_removed(made_with.searcher, authority)
    if authority not in made_with.searcher.descriptions:
        raise RequestError(HTTPStatus.NOT_FOUND)
    return made_with
