"""From a page dataclass to HTML: the page's template in the layout that the request asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, current_app, render_template, request
from jinja2 import StrictUndefined
from markupsafe import Markup, escape

from portal import urls
from portal.headers import is_fragment
from portal.labels import kind_labels
from portal.languages import LANGUAGES, SOURCE, Language
from portal.translations import current_language, gettext, ngettext

if TYPE_CHECKING:
    from flask import Flask

    from portal.static_files import StaticFiles


@dataclass(frozen=True, slots=True)
class Chrome:
    """What stands around every page.

    Attributes:
        layout: The template that the page extends.
        path: The address without prefixes and query: the page in Swedish and in the plain mode.
        canonical: The whole address that search engines should know the page by.
        root: Where the portal itself lies, without a trailing slash.
        indexed: Whether search engines may list the page.
        html_lang: The ``lang`` of the page: Swedish while the language has no catalogue, since that is what
            the page then says.
        direction: The ``dir`` that goes with it.
    """

    layout: str
    language: Language
    html_lang: str
    direction: str
    path: str
    canonical: str
    root: str
    indexed: bool

    def url(self, path: str) -> str:
        """An address of the portal in this page's language."""
        return urls.prefixed(path, self.language.code)


def render(template: str, page: object) -> Response:
    """Show a page, whole or as a fragment."""
    return Response(render_template(f"pages/{template}", page=page, chrome=chrome()), mimetype="text/html")


def chrome() -> Chrome:
    """What stands around the page of this request."""
    language = current_language()
    path = request.path if language.code == SOURCE else request.path.removeprefix(f"/{language.code}") or "/"
    root = current_app.extensions["settings"].public_url or request.url_root.rstrip("/")
    translated = language.is_source or current_app.extensions["catalogues"].has(language.code)
    return Chrome(
        layout="layouts/fragment.html" if is_fragment() else "layouts/web.html",
        language=language,
        html_lang=language.html if translated else LANGUAGES[SOURCE].html,
        direction=language.direction if translated else LANGUAGES[SOURCE].direction,
        path=path,
        canonical=root + request.path,
        root=root,
        indexed=path != "/sok",
    )


def prepare_templates(app: Flask, static_files: StaticFiles) -> None:
    """Make templates fail on what a page does not have, and give them the few things all need."""
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(static=static_files.url, kinds=kind_labels)
    environment.filters["emphasis"] = emphasis


def emphasis(text: str) -> Markup:
    """The source's asterisks as emphasis; every word stays as it is."""
    return Markup(re.sub(r"\*([^*]+)\*", r"<em>\1</em>", str(escape(text))))  # noqa: S704  (escaped just here)
