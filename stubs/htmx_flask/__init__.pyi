# Types of htmx-flask 0.1.0, whose own annotations are not published (it has no py.typed).
from htmx_flask.extension import Htmx
from htmx_flask.requests import HtmxAwareRequest
from htmx_flask.response import make_response

__all__ = ["Htmx", "make_response", "request"]

request: HtmxAwareRequest
VERSION: str
