"""The on-screen keyboard of the kiosk: which keys stand where.

The rows are those of ordinary keyboards, from left to right: Swedish and Finnish share one, and the Arabic one
has its first letter to the left, as on the desk. There are no capitals, since a search does not tell them apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.words.translations import gettext as _

_LATIN = ("qwertyuiopå", "asdfghjklöä", "zxcvbnméü-")
_ARABIC = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ذئءؤرىةوزظأإآ")
_DIGITS = ("1234567890", "/:.,§@_()", "?!&+-")


@dataclass(frozen=True, slots=True)
class Layout:
    """A set of keys.

    Attributes:
        id: What the switching keys name it by.
        name: What it is called on the key that switches to it.
        spoken: What a screen reader says of that key.
        lang: The language that its characters are in; empty for digits and signs.
        rows: A string per row, a character per key.
    """

    id: str
    name: str
    spoken: str
    lang: str
    rows: tuple[str, ...]


def layouts(language: str) -> tuple[Layout, ...]:
    """Every layout, the one of a language of the portal first."""
    latin = Layout("abc", "abc åäö", _("Latinska bokstäver"), "sv", _LATIN)
    arabic = Layout("ar", "عربي", _("Arabiska bokstäver"), "ar", _ARABIC)
    digits = Layout("123", "123 ?/§", _("Siffror och tecken"), "", _DIGITS)
    return (arabic, latin, digits) if language == "ar" else (latin, arabic, digits)
