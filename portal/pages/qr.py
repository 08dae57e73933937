"""QR codes, so that a visitor can carry an address from a shared screen to a telephone of their own.

The address of a page is kept with its picture; one with a question in it is drawn anew each time, since what a visitor
asked is not kept (docs/privacy.md).
"""

from __future__ import annotations

from functools import lru_cache

import segno
from markupsafe import Markup

MOST_BYTES = 600
"""Past that the code has more than 93 modules a side, and a telephone at arm's length no longer reads it."""
_QUIET_ZONE = 4
"""Modules of white around the code, the least that ISO/IEC 18004 asks for."""


_MASK = 0
"""The mask of a code with a question in it (ISO/IEC 18004, table 10). To try all eight takes 50 ms for a long one."""


def qr_code(address: str) -> Markup:
    """An address as an SVG picture, black on white whatever the page's colours; empty where it is too long.

    The picture says nothing to a screen reader: the address stands beside it as text.
    """
    if len(address.encode()) > MOST_BYTES:
        return Markup("")
    return _picture(address, _MASK) if "?" in address else _page_picture(address)


@lru_cache(maxsize=512)
def _page_picture(address: str) -> Markup:
    return _picture(address, None)


def _picture(address: str, mask: int | None) -> Markup:
    code = segno.make(address, error="m", mask=mask, micro=False, boost_error=False)
    picture = code.svg_inline(
        border=_QUIET_ZONE, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None
    )
    return Markup(picture.replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S704  (segno draws modules only)
