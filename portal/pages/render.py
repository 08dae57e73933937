"""From a page dataclass to HTML: the page's template in the layout that the request asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, g, render_template

from portal.pages.asked import context_or_none
from portal.pages.chrome import chrome
from portal.pages.plain import error_page

if TYPE_CHECKING:
    from portal.web.request_error import RequestError


def render(template: str, page: object, authority: str = "") -> Response:
    """Show a page, whole or as a fragment.

    Args:
        template: Its template.
        page: What it shows.
        authority: Whose page it is; empty for one that is of none in particular.
    """
    return Response(render_template(f"pages/{template}", page=page, chrome=chrome(authority)), mimetype="text/html")


def show_error(title: str, detail: str, error: RequestError | None = None) -> Response:
    """Show the page of an error; it repeats nothing of what was asked."""
    g.failed = True
    return render("error.html", error_page(context_or_none(), title, detail, error))
