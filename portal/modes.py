"""The one table of ways in: what they are called in addresses, and how their pages differ."""

from __future__ import annotations

from dataclasses import dataclass

from index.result import MAX_LIMIT


@dataclass(frozen=True, slots=True)
class Mode:
    """A way in to the same pages.

    Attributes:
        code: First part of the address; empty for the plain pages.
        layout: The template that pages extend.
        cards: Hits a page.
        most_cards: Hits a page, whatever the address asks for.
        live: Whether results follow typing.
        delay: Milliseconds without typing before results are fetched.
        keys: Whether this is the desk, with its panes and single-key shortcuts.
        suggestions: Entries suggested while one types; none where results show them at once.
        leads_out: Whether addresses outside the portal are links. On a shared screen they are text and a QR code.
        traceless: Whether replies must not be kept anywhere: one visitor's page is not the next one's.
    """

    code: str
    layout: str
    cards: int = 10
    most_cards: int = MAX_LIMIT
    live: bool = True
    delay: int = 300
    keys: bool = False
    suggestions: int = 10
    leads_out: bool = True
    traceless: bool = False


PLAIN = Mode("", "layouts/web.html")
KIOSK = Mode(
    "kiosk",
    "layouts/kiosk.html",
    cards=5,
    most_cards=5,  # what one sees on a screen that one does not scroll far
    live=False,  # the keyboard lies over the results
    suggestions=4,
    leads_out=False,
    traceless=True,
)
DESK = Mode("telefon", "layouts/desk.html", suggestions=0, delay=150, keys=True)

MODES = {mode.code: mode for mode in (PLAIN, KIOSK, DESK)}
